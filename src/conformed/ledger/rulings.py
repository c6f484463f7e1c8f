"""Rulings: a person's recorded decisions on findings, in a file beside the documents.

In: `rulings.toml` (TOML 1.0).  Out: the rulings, each with the orders that it gives.  A ruling leaves the text as it is,
takes an instrument for one that changes this agreement, or says in plain amending language what is meant, as an amendment
would; the words of such an order lead back to the file like those of any instrument.
"""

import datetime
import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from conformed.basis import Finding, FindingKind, long_day
from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import parse_path
from conformed.language import Operation, read_orders
from conformed.ledger.records import BadRecord, records

_HEAD = pattern(r"^\ufeff?[ \t]*\[\[[ \t]*ruling[ \t]*\]\]", re.MULTILINE)

LEAVE: Literal["leave"] = "leave"
OURS: Literal["amends this agreement"] = "amends this agreement"


class _Decision(msgspec.Struct, frozen=True):
    """What a ruling tells, as written and as read."""

    finding: FindingKind
    instrument: str
    by: str
    day: datetime.date
    why: str
    at: str | None = None
    path: str | None = None


class Ruling(_Decision, frozen=True):
    """One decision: on which finding, what, by whom, on which day and why.

    `at` is the provision of the instrument that the finding speaks of, `path` that of the agreement; None where
    they need not be told.  `choice` is `LEAVE` or `OURS`, None where the ruling gives `operations`.
    """

    choice: str | None = None
    operations: tuple[Operation, ...] = ()

    @property
    def says(self) -> str:
        """Who ruled, when and why."""
        return f"Ruled by {self.by} on {long_day(self.day)}: {self.why.rstrip('.')}."

    def fits(self, finding: Finding, names: Iterable[str], at: str | None) -> bool:
        """Whether it speaks of a finding of an instrument that is called by one of `names`, at its provision `at`."""
        return (
            finding.kind is self.finding
            and self.instrument.strip().lower() in {name.lower() for name in names}
            and (self.at is None or _same(self.at, at))
            and (self.path is None or _same(self.path, finding.path))
        )


def _same(written: str, path: str | None) -> bool:
    """Whether an address as a person writes it ("§ 3", "Section 7.3 (b)") is a path."""
    return path is not None and parse_path(written) == parse_path(path)


class Rulings(msgspec.Struct, frozen=True):
    """The rulings of a matter, and the document that holds them."""

    document: Document
    rulings: tuple[Ruling, ...]


class _Written(_Decision, frozen=True, forbid_unknown_fields=True):
    """A ruling as it is written."""

    choice: Literal["leave", "amends this agreement"] | None = None
    orders: str | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    ruling: list[_Written]


def rulings_of(name: str, data: bytes) -> Rulings:
    """The rulings in a file.  Raises `BadRecord`."""
    document, written = records(name, data, _File, "rulings")
    places = [match.start() for match in _HEAD.finditer(document.text)]
    starts = places if len(places) == len(written.ruling) else [0] * len(written.ruling)
    return Rulings(
        document,
        tuple(
            _ruling(document, number, one, start)
            for number, (one, start) in enumerate(zip(written.ruling, starts, strict=True), 1)
        ),
    )


def _ruling(document: Document, number: int, one: _Written, begun: int) -> Ruling:
    """A ruling that is written in a document from the character `begun` on."""
    where = f"Ruling {number} in {document.name}"
    if not (one.instrument.strip() and one.by.strip() and one.why.strip()):
        raise BadRecord(f"{where} must say of which instrument it is, by whom, and why.")
    if (one.choice is None) == (one.orders is None):
        raise BadRecord(f"{where} must have either a choice or orders.")
    fields = {
        name: getattr(one, name)
        for name in ("finding", "instrument", "by", "day", "why", "at", "path", "choice")
    }
    if one.orders is None:
        return Ruling(**fields)
    lines = one.orders.strip().split("\n")  # TOML reads each line end as one
    found = (
        re.compile(r"\r?\n".join(map(re.escape, lines))).search(document.text, begun) if lines[0] else None
    )
    if found is None:
        raise BadRecord(f"{where} must write its orders as they are, between ''' and '''.")
    reading = document.reading
    start, end = reading.at(found.start()), reading.at(found.end())
    operations, left = read_orders(document.part(start, end))
    if left or not operations:
        raise BadRecord(
            f"{where} gives orders that are not understood: {' '.join(one.orders.split())[:200]}"
        )
    return Ruling(**fields, operations=operations)
