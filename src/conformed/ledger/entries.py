"""Entries: each operation of the chain, with the instrument that orders it and the day from which it counts."""

import datetime
from collections.abc import Iterator

import msgspec

from conformed.basis import Finding
from conformed.language import Operation
from conformed.ledger.chain import Chain
from conformed.ledger.link import Link
from conformed.ledger.rulings import Ruling


class Entry(msgspec.Struct, frozen=True):
    """One operation in the ledger; `id` is the siglum of its instrument and its count in it.

    `ruling` is the decision that gives the operation, None where the instrument itself does; `clash` tells that the result
    depends on an order of instruments that is not known.
    """

    id: str
    link: str
    operation: Operation
    effective: datetime.date | None
    ruling: Ruling | None = None
    clash: Finding | None = None


def entries(chain: Chain) -> tuple[Entry, ...]:
    """The entries of a chain in the order in which they take effect."""
    found = [entry for link in chain.links if link.changes for entry in _of(link)]
    turn = {link.id: place for place, link in enumerate(chain.links)}
    return tuple(sorted(found, key=lambda entry: (entry.effective or datetime.date.max, turn[entry.link])))


def _of(link: Link) -> Iterator[Entry]:
    if link.read is not None:
        for count, operation in enumerate(link.read.operations, 1):
            yield Entry(f"{link.id}-{count}", link.id, operation, operation.effective or link.effective)
