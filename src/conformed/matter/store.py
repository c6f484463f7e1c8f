"""A matter on disk: documents as delivered, what was read from them, and the record of what was done.

In: the path of a matter, and what a person gives it.  Out: the documents that stand, read, and what else stands beside them.
Afterwards each thing that was acknowledged is on the disk; nothing that came in is ever changed or deleted: what is removed
counts no more.  Raises `BadMatter`, and `Unreadable` for a file that cannot be read.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from conformed import __version__
from conformed.language import Interpretation
from conformed.matter.opened import BadMatter, changing, made, opened, told
from conformed.matter.record import Record, What, last, sealed, standing
from conformed.matter.unfolded import unfolded

Read = Callable[[str, bytes], Sequence[Interpretation]]
"""What reads the instruments in a file, from its name and bytes.  Raises `Unreadable`."""

_FIELDS = "number, at, who, what, name, digest, removes, seal"


class Held(msgspec.Struct, frozen=True):
    """A document that stands in a matter: its record, and what was read from it."""

    record: Record
    reads: tuple[Interpretation, ...]


_readings = msgspec.msgpack.Decoder(tuple[Interpretation, ...])


class Matter:
    """A matter that is open; `path` is its file."""

    def __init__(self, path: Path) -> None:
        """Open the matter at `path`.  Raises `BadMatter`."""
        self.path = path
        self.connection = opened(path)

    @classmethod
    def new(cls, path: Path) -> "Matter":
        """A new matter at `path`.  Raises `BadMatter`, also where a file is there."""
        made(path)
        return cls(path)

    def __enter__(self) -> "Matter":
        """Use the matter."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let it go."""
        self.connection.close()

    def records(self) -> list[Record]:
        """All that was done, in its order."""
        with told(self.path):
            rows = self.connection.execute(f"SELECT {_FIELDS} FROM record ORDER BY number").fetchall()  # noqa: S608  (names of columns)
        return [_record(self.path, row) for row in rows]

    def standing(self, what: What | None = None) -> list[Record]:
        """The records that count, of one kind or of all; removals are none of them."""
        return [one for one in standing(self.records()) if what in {None, one.what}]

    def add(self, what: What, name: str, data: bytes, reads: Sequence[Interpretation], who: str, at: datetime.datetime) -> Record | None:
        """Take in a file, with what was read from it where it is a document; None where the same stands there already."""
        digest = hashlib.sha256(data).hexdigest()
        with told(self.path), changing(self.connection):
            records = self.records()
            if any((one.what, one.digest) == (what, digest) for one in standing(records)):
                return None
            self.connection.execute("INSERT OR IGNORE INTO document VALUES (?, ?)", (digest, data))
            if what is What.DOCUMENT:
                self._keep(digest, name, reads)
            return self._enter(records, (at, who, what, name, digest, None))

    def remove(self, number: int, who: str, at: datetime.datetime) -> Record:
        """Let a record count no more.  Raises `BadMatter` where it does not stand."""
        with told(self.path), changing(self.connection):
            records = self.records()
            one = next((one for one in standing(records) if one.number == number), None)
            if one is None:
                raise BadMatter(f"{self.path} has no record {number} that stands: conformed log lists them.")
            return self._enter(records, (at, who, What.REMOVAL, one.name, None, number))

    def undo(self, who: str, at: datetime.datetime) -> tuple[Record, Record]:
        """Take back what was done last: the record of that, and what it takes back.  Raises `BadMatter` where nothing is left."""
        with told(self.path), changing(self.connection):
            records = self.records()
            if (one := last(records)) is None:
                raise BadMatter(f"{self.path} holds nothing that could be undone.")
            return self._enter(records, (at, who, What.UNDO, one.name, None, one.number)), one

    def documents(self, read: Read) -> Iterator[Held]:
        """The documents that stand, each with what was read from it; what another version read is read anew by `read`, and not kept."""
        for one in self.standing(What.DOCUMENT):
            reads = self.reading(one)
            yield Held(one, tuple(read(one.name, self.data(one.digest or ""))) if reads is None else reads)

    def beside(self, what: What) -> bytes:
        """What stands beside the documents of a kind, in the order in which it came in; of commitments, what came last."""
        found = [self.data(one.digest or "") for one in self.standing(what)]
        return b"\n".join(found[-1:] if what is What.COMMITMENTS else found)

    def data(self, digest: str) -> bytes:
        """The bytes that came in under a digest.  Raises `BadMatter` where they are not there, or are others."""
        with told(self.path):
            row = self.connection.execute("SELECT bytes FROM document WHERE digest = ?", (digest,)).fetchone()
        if row is None or hashlib.sha256(row[0]).hexdigest() != digest:
            raise BadMatter(f"{self.path} is damaged (the bytes of a document are not those that came in): take it from a backup.")
        return bytes(row[0])

    def reading(self, one: Record, reader: str | None = __version__) -> tuple[Interpretation, ...] | None:
        """What a version read from a document, or whichever read it last; None where that did not.

        Raises `BadMatter` where what was read is no more what was kept.
        """
        with told(self.path):
            row = self.connection.execute(
                "SELECT reader, value, seal FROM reading WHERE digest = ? AND name = ?", (one.digest, one.name)
            ).fetchone()
        if row is None or not row[2] or (reader is not None and row[0] != reader):
            return None
        if hashlib.sha256(row[1]).hexdigest() != row[2]:
            raise BadMatter(f"{self.path} is damaged (what was read from {one.name} is not what was kept): take it from a backup.")
        try:
            return unfolded(row[1]) if reader == __version__ else _readings.decode(row[1])
        except msgspec.DecodeError:
            return None  # of another form: it is read anew

    def reread(self, one: Record, reads: Sequence[Interpretation]) -> None:
        """Keep what this version read from a document in place of what another did."""
        with told(self.path), changing(self.connection):
            self._keep(one.digest or "", one.name, reads)

    def _keep(self, digest: str, name: str, reads: Sequence[Interpretation]) -> None:
        value = msgspec.msgpack.encode(tuple(reads))
        row = (digest, name, __version__, value, hashlib.sha256(value).hexdigest())
        self.connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)", row)

    def _enter(self, records: Sequence[Record], held: tuple[datetime.datetime, str, What, str, str | None, int | None]) -> Record:
        before = records[-1].seal if records else ""
        one = Record(records[-1].number + 1 if records else 1, *held, seal="")
        one = msgspec.structs.replace(one, seal=sealed(before, one))
        row = (one.number, one.at.isoformat(), one.who, one.what.value, one.name, one.digest, one.removes, one.seal)
        self.connection.execute(f"INSERT INTO record ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608  (names of columns)
        return one


def _record(path: Path, row: tuple[int, str, str, str, str, str | None, int | None, str]) -> Record:
    try:
        return Record(row[0], datetime.datetime.fromisoformat(row[1]), row[2], What(row[3]), *row[4:])
    except ValueError:
        raise BadMatter(f"{path} is damaged (record {row[0]} cannot be read): take it from a backup.") from None
