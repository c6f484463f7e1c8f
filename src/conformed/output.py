"""What is written to disk: the folder of `conformed build`, and the evidence that is entered.

In: a matter and the folder to write; or a piece of evidence and its file.  Out: the folder or file, written whole or not at all.
Afterwards it holds what was made, or what it held before.
"""

import datetime
import tempfile
from pathlib import Path

import msgspec

from conformed.basis import long_day
from conformed.ledger import Evidence, written
from conformed.passes import Conformed
from conformed.standing.calendars import Lacking
from conformed.version import OutcomeKind
from conformed.views.open_points import open_points
from conformed.views.parties import parties_csv
from conformed.views.to_html import to_html
from conformed.views.to_ics import to_ics
from conformed.views.to_text import notes, to_text

FILES = ("index.html", "conformed.txt", "open-points.md", "matter.json", "parties.csv")
CALENDAR = "calendar.ics"


class NotWritten(Exception):
    """The folder cannot be written; the message is one sentence that says why and what to do."""


class Made(msgspec.Struct, frozen=True):
    """What was made, and the sentences that say so; `lacks` says what could not be."""

    folder: Path
    says: str
    lacks: str | None


def write(matter: Conformed, today: datetime.date, folder: Path) -> Made:
    """Write the folder.  Raises `NotWritten`."""
    page = matter.page(today)
    text = matter.as_of(today)
    contents = {
        "index.html": to_html(page),
        "conformed.txt": matter.front(matter.in_force(matter.links(), today), matter.links(), today, f"Text in force on {long_day(today)}")
        + to_text(text.root, marks=matter.marks())
        + notes(
            [
                *matter.beside(text, [text.root], day=today),
                *matter.unsettled(text, [text.root], day=today, links=matter.links()),
            ]
        ),
        "open-points.md": open_points(page),
        "parties.csv": parties_csv(page),
        "matter.json": msgspec.json.format(msgspec.json.encode(page), indent=1).decode() + "\n",
    }
    lacks = None
    try:
        titles = {link.id: link.title for link in matter.chain.links}
        calendar = to_ics(page.title, matter.dates(text, today), today, titles)
        contents |= {CALENDAR: calendar} if calendar else {}
    except Lacking as error:
        lacks = f"no {CALENDAR} is written. {error}"
    _exchange(folder, contents)
    counts = [sum(1 for outcome in matter.version.outcomes if outcome.kind is kind) for kind in OutcomeKind]
    points = sum(1 for finding in page.findings if finding.open)
    rest = f", {counts[1]} not applied" if counts[1] else ""
    held = f", {counts[2]} held" if counts[2] else ""
    hand = sum(1 for link in matter.chain.links if link.read is not None and link.changes)
    open_ = f"{points} point{'s are' if points != 1 else ' is'} open: {folder / 'open-points.md'}" if points else "No point is open."
    says = (
        f"{page.title}: {hand} instrument{'s' if hand != 1 else ''} to hand, {counts[0]} operation{'s' if counts[0] != 1 else ''} applied{rest}{held}.\n"
        f"{open_}\n"
        f"Read the text: {folder / 'index.html'}"
    )
    return Made(folder, says, lacks)


def append(file: Path, one: Evidence) -> Path:
    """Write a piece of evidence under those that a file holds; the file is exchanged in one step.  Raises `NotWritten`."""
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        apart = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, prefix=".conformed-", delete=False) as fresh:
            fresh.write(f"{before}{apart}{written(one)}")
        Path(fresh.name).replace(file)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else None
        raise NotWritten(f"{file} cannot be written: {(why or 'it is no UTF-8 text').lower()}.") from None
    return file


def _exchange(folder: Path, contents: dict[str, str]) -> None:
    """Put a new folder in the place of an older one of ours, in one step at the end; a link stays one to the new folder."""
    folder = folder.resolve() if folder.is_symlink() else folder
    if folder.exists() and not _is_ours(folder):
        raise NotWritten(f"{folder} exists and was not made by conformed build: name another folder with -o.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".conformed-", dir=folder.parent) as place:
            fresh, older = Path(place) / "new", Path(place) / "old"
            fresh.mkdir()
            for name, text in contents.items():
                (fresh / name).write_text(text, encoding="utf-8", newline="")
            if folder.exists():
                folder.rename(older)
            try:
                fresh.rename(folder)
            except OSError:
                if older.exists():
                    older.rename(folder)
                raise
    except OSError as error:
        raise NotWritten(
            f"{folder} cannot be written: {(error.strerror or 'unknown reason').lower()}; name another folder with -o."
        ) from None


def _is_ours(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    return names <= {*FILES, CALENDAR}
