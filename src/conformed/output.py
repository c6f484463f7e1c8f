"""What is written to disk: the folder of `conformed build`, the evidence that is entered, and calendar files.

In: a matter and the folder to write; a piece of evidence or a calendar, and its file.  Out: the folder or file, written whole or not at all.
Afterwards it holds what was made, or what it held before.
"""

import datetime
import stat
import tempfile
from pathlib import Path

import msgspec

from conformed.basis import long_day
from conformed.ledger import BadRecord, Evidence, evidence_of, written
from conformed.passes import Conformed
from conformed.standing.calendars import Lacking
from conformed.version import OutcomeKind
from conformed.views.open_points import open_points
from conformed.views.to_csv import MARK, TABLES
from conformed.views.to_html import to_html
from conformed.views.to_ics import to_ics
from conformed.views.to_json import to_json
from conformed.views.to_text import notes, to_text

FILES = ("index.html", "conformed.txt", "open-points.md", "matter.json", *(f"{name}.csv" for name in TABLES))
CALENDAR = "calendar.ics"
_BEGINS = b"BEGIN:VCALENDAR"  # each calendar file (RFC 5545)
_MODE = 0o644  # of a file that is new


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
        "index.html": to_html(page, matter.editions(page)),
        "conformed.txt": matter.front(matter.in_force(matter.links(), today), matter.links(), today, f"Text in force on {long_day(today)}")
        + to_text(text.root, marks=matter.marks())
        + notes(
            [
                *matter.beside(text, [text.root], day=today),
                *matter.unsettled(text, [text.root], day=today, links=matter.links()),
            ]
        ),
        "open-points.md": open_points(page),
        "matter.json": to_json(page),
        **{f"{name}.csv": f"{MARK}{table(page)}" for name, table in TABLES.items()},
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
        if hand
        else f"{page.title}: no amendment, waiver or consent is to hand; the text is that of the agreement as signed.\n"
    )
    says += (
        f"{open_}\n"
        f"Read the text: {folder / 'index.html'}"
    )
    return Made(folder, says, lacks)


def append(file: Path, one: Evidence) -> Path:
    """Write a piece of evidence under those that a file holds; the file is exchanged in one step.  Raises `NotWritten`."""
    try:
        before = (_held(file) or b"").decode("utf-8")
    except UnicodeDecodeError:
        raise NotWritten(f"{file} cannot be written: it is no utf-8 text.") from None
    end = "\r\n" if before.partition("\n")[0].endswith("\r") else "\n"
    apart = "" if not before or before.endswith(end * 2) else end if before.endswith(end) else end * 2
    piece = written(one).replace("\n", end)
    data = f"{before}{apart}{piece}".encode()
    try:
        added = evidence_of(file.name, data)[-1] == one
    except BadRecord:
        added = False
    if not added:
        what = "write each piece that it holds under a line [[evidence]] of its own"
        raise NotWritten(f"{file} is left as it is, for nothing can be added to the form in which it is written: {what}.")
    _put(file, data)
    return file


def put_calendar(file: Path, text: str) -> None:
    """Write a calendar file in one step; a file that is no calendar is not written over.  Raises `NotWritten`."""
    before = _held(file)
    if before is not None and not before.startswith(_BEGINS):
        raise NotWritten(f"{file} exists and is no calendar: name another file with --ics.")
    _put(file, text.encode())


def put(file: Path, data: bytes) -> None:
    """Write a file in one step, also in the place of one that is there.  Raises `NotWritten`."""
    _held(file)
    _put(file, data)


def _held(file: Path) -> bytes | None:
    """What a file holds, None where there is none; of what is no file, as a folder or a device, nothing."""
    try:
        return b"" if file.exists() and not file.is_file() else file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unwritten(file, error) from None


def _put(file: Path, data: bytes) -> None:
    """Put a file in the place of an older one, in one step and with its mode; a link stays one to the new file."""
    try:
        file = file.resolve()
        mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else _MODE
        with tempfile.TemporaryDirectory(prefix=".conformed-", dir=file.parent) as place:
            fresh = Path(place) / "new"
            fresh.write_bytes(data)
            fresh.chmod(mode)
            fresh.replace(file)
    except OSError as error:
        raise _unwritten(file, error) from None


def _unwritten(file: Path, error: OSError) -> NotWritten:
    return NotWritten(f"{file} cannot be written: {(error.strerror or 'unknown reason').lower()}.")


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
