"""The command that writes a text in the format of another program: `write`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from conformed import given
from conformed.given import NOT_UNDERSTOOD, NOT_WRITTEN, Sentence
from conformed.typed import STATE, argument, command, name

if TYPE_CHECKING:
    from pathlib import Path


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
        put(file, made(text, lambda digest: _bytes_under(files, digest)))
    except (Lacking, NotWritten) as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    print(f"Wrote {out}: {'; '.join(text.says())}.")


def _bytes_under(paths: Sequence[str], digest: str) -> bytes | None:
    """The bytes of a document that is given, by how the digest of them begins; None where no file holds them.  Raises `Sentence`."""
    import hashlib

    from conformed.document.archive import held_in

    for file, _ in given.files(paths, []):
        if given.is_matter(file):
            if (data := _kept_under(file, digest)) is not None:
                return data
            continue
        for data in held_in(file.name, given.bytes_of(file)):
            if hashlib.sha256(data).hexdigest().startswith(digest):
                return data
    return None


def _kept_under(file: "Path", digest: str) -> bytes | None:
    """The bytes of a document that a matter holds.  Raises `Sentence`."""
    from conformed.matter import BadMatter, Matter, What

    try:
        with Matter(file) as kept:
            found = next((one.digest for one in kept.standing(What.DOCUMENT) if (one.digest or "").startswith(digest)), None)
            return kept.data(found) if found else None
    except BadMatter as error:
        raise Sentence(str(error), given.UNREADABLE) from None
