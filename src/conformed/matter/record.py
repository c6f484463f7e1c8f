"""What was done with a matter, record by record: nothing is taken back but by a further record.

In: records in their order.  Out: those that stand.  Afterwards a record that was removed stands no more, and one whose
removal was removed stands again.
"""

import datetime
import enum
import hashlib
from collections.abc import Sequence

import msgspec


class What(enum.StrEnum):
    """What a record holds: a document, or what a person knows or decided; or that another record counts no more."""

    DOCUMENT = "document"
    RULINGS = "rulings"
    EVIDENCE = "evidence"
    COMMITMENTS = "commitments"
    REMOVAL = "removal"
    UNDO = "undo"  # of what was done last


class Record(msgspec.Struct, frozen=True):
    """One thing that was done.

    `digest` is that of the bytes that came in, `name` the file that held them; `removes` the number of the record that counts no more;
    `seal` a digest of the record and of the seal before it.
    """

    number: int
    at: datetime.datetime
    who: str
    what: What
    name: str
    digest: str | None
    removes: int | None
    seal: str


def sealed(before: str, one: Record) -> str:
    """The seal of a record behind the seal `before`: what is changed in a matter by other means breaks it."""
    said = msgspec.json.encode((before, one.number, one.at.isoformat(), one.who, one.what, one.name, one.digest, one.removes))
    return hashlib.sha256(said).hexdigest()


def standing(records: Sequence[Record]) -> list[Record]:
    """The records that stand, removals left out."""
    gone: set[int] = set()
    for one in reversed(records):
        if one.removes is not None and one.number not in gone:
            gone.add(one.removes)
    return [one for one in records if one.number not in gone and one.removes is None]


def last(records: Sequence[Record]) -> Record | None:
    """What `undo` takes back: the last thing that was done and not undone."""
    undone = {one.removes for one in records if one.what is What.UNDO}
    return next((one for one in reversed(records) if one.what is not What.UNDO and one.number not in undone), None)
