"""The command that writes a text in the format of another program: `write`."""

from typing import Any

from conformed import given
from conformed.given import NOT_UNDERSTOOD, NOT_WRITTEN, Sentence
from conformed.typed import STATE, argument, command, name


@command(
    "write",
    "FILE|FOLDER... -o OUT [OPTIONS]",
    argument("files", nargs="+", metavar="FILE|FOLDER", help=given.MATTER),
    argument("-o", "--output", dest="out", type=name, required=True, metavar="OUT", help="The file to write; its ending names the format."),
    *STATE,
)
def write(files: list[str], out: str, **typed: Any) -> None:
    """Write the conformed text, or a redline, as a file: OUT.docx, OUT.xml, OUT.txt."""
    from pathlib import Path

    from conformed.chosen import Choice, chosen
    from conformed.formats import FORMATS
    from conformed.output import NotWritten, put
    from conformed.views.written import Lacking

    choice, file = Choice.typed(**typed), Path(out)
    made = FORMATS.get(file.suffix.lower())
    if made is None:
        raise Sentence(f"{out} has no ending that names a format: {', '.join(FORMATS)}.", NOT_UNDERSTOOD)
    matter = given.matter(files, known_at=choice.known_at)
    text = chosen(matter, choice)
    for word in text.told():
        given.tell(word)
    try:
        put(file, made(text))
    except (Lacking, NotWritten) as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    print(f"Wrote {out}: {'; '.join(text.says())}.")
