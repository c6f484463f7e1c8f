"""The commands that give a matter to other programs: `write`, and `schema`, which tells the form of its data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from conformed import given
from conformed.given import NOT_UNDERSTOOD, NOT_WRITTEN, Sentence
from conformed.typed import STATE, argument, command, name

if TYPE_CHECKING:
    from pathlib import Path

    from conformed.chosen import Choice

_ENTRIES = "entries"  # the table that is written where none is named


@command(
    "write",
    "FILE|FOLDER... -o OUT [OPTIONS]",
    argument("files", nargs="+", metavar="FILE|FOLDER", help=given.MATTER),
    argument("-o", "--output", dest="out", type=name, required=True, metavar="OUT", help="The file to write; its ending names the format."),
    *STATE,
    argument("--table", choices=(_ENTRIES, "findings", "parties", "ties"), help=f"Which table OUT.csv holds; {_ENTRIES} where none is named."),
)
def write(files: list[str], out: str, table: str | None, **typed: Any) -> None:
    """Write the conformed text, or a redline, as a file: OUT.pdf, OUT.html, OUT.docx, OUT.xml, OUT.txt; or the matter: OUT.json, OUT.csv, OUT.ics."""
    from pathlib import Path

    from conformed.chosen import Choice, chosen
    from conformed.data import DATA
    from conformed.formats import FORMATS
    from conformed.output import NotWritten, put
    from conformed.views.written import Lacking

    choice, file = Choice.typed(**typed), Path(out)
    ending = file.suffix.lower()
    if table and ending != ".csv":
        raise Sentence(f"--table names a table, and {out} holds none: name a file that ends in .csv.", NOT_UNDERSTOOD)
    made = FORMATS.get(ending)
    if made is None and ending not in DATA:
        raise Sentence(f"{out} has no ending that names a format: {', '.join((*FORMATS, *DATA))}.", NOT_UNDERSTOOD)
    given.keep_apart(files, file)
    if made is None:
        _write_data(files, choice, file, table or _ENTRIES)
        return
    matter = given.matter(files, known_at=choice.known_at)
    text = chosen(matter, choice)
    for word in text.told():
        given.tell(word)
    try:
        put(file, made(text, lambda digest: _bytes_under(files, digest)))
    except (Lacking, NotWritten) as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    print(f"Wrote {out}: {'; '.join(text.says())}.")


def _write_data(files: Sequence[str], choice: "Choice", file: "Path", table: str) -> None:
    """Write a whole matter as data.  Raises `Sentence`, also where the choice is that of a text."""
    from conformed.asked import out_of_reach
    from conformed.basis import long_day
    from conformed.chosen import Choice
    from conformed.data import DATA
    from conformed.output import NotWritten, put
    from conformed.standing.calendars import Lacking

    if choice != Choice(as_of=choice.as_of, known_at=choice.known_at):
        raise Sentence(f"{file} holds the whole matter and no text of it: give no option but --as-of and --known-at.", NOT_UNDERSTOOD)
    day = choice.as_of or given.today()
    matter, ending = given.matter(files, known_at=choice.known_at), file.suffix.lower()
    for sentence in out_of_reach(matter, day) if ending == ".ics" else ():  # which is of one text
        given.tell(sentence)
    try:
        made = DATA[ending](matter, day, table)
        if made is None:
            raise Sentence(f"No day is known, and {file} is not written.", NOT_WRITTEN)
        put(file, made.data)
    except (Lacking, NotWritten) as error:
        raise Sentence(str(error), NOT_WRITTEN) from None
    known = f" with what was known on {long_day(choice.known_at)}" if choice.known_at else ""
    print(f"Wrote {file}: {made.says} as of {long_day(day)}{known}.")


@command("schema", "")
def schema() -> None:
    """Print the schema (JSON Schema) of the data that `write -o OUT.json` writes, and `build` in matter.json."""
    from conformed.views.to_json import schema as told

    print(told(), end="")


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
