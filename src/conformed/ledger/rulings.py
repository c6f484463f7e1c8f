"""Rulings: a person's recorded decisions on findings, in a file beside the documents.

In: `rulings.toml` (TOML 1.0).  Out: the rulings, each with the orders that it gives.  A ruling leaves the text as it is,
takes an instrument for one that changes this agreement, or says in plain amending language what is meant, as an amendment
would; the words of such an order lead back to the file like those of any instrument.
"""

import datetime
import tomllib
from collections.abc import Iterable
from typing import Literal

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.document import Document, Unreadable, from_text
from conformed.language import Operation, read_orders

LEAVE: Literal["leave"] = "leave"
OURS: Literal["amends this agreement"] = "amends this agreement"


class BadRulings(Exception):
    """The file of rulings cannot be used; the message is one sentence that says where and what to do."""


class Ruling(msgspec.Struct, frozen=True):
    """One decision: on which finding, what, by whom, on which day and why.

    `at` is the provision of the instrument that the finding speaks of, `path` that of the agreement; None where
    they need not be told.  `choice` is `LEAVE` or `OURS`, None where the ruling gives `operations`.
    """

    finding: FindingKind
    instrument: str
    by: str
    day: datetime.date
    why: str
    at: str | None = None
    path: str | None = None
    choice: str | None = None
    operations: tuple[Operation, ...] = ()

    @property
    def says(self) -> str:
        """Who ruled, when and why."""
        return f"Ruled by {self.by} on {self.day.isoformat()}: {self.why.rstrip('.')}."

    def fits(self, finding: Finding, names: Iterable[str], at: str | None) -> bool:
        """Whether it speaks of a finding of an instrument that is called by one of `names`, at its provision `at`."""
        return (
            finding.kind is self.finding
            and self.instrument.strip().lower() in {name.lower() for name in names}
            and self.at in {None, at}
            and self.path in {None, finding.path}
        )


class Rulings(msgspec.Struct, frozen=True):
    """The rulings of a matter, and the document that holds them."""

    document: Document
    rulings: tuple[Ruling, ...]


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A ruling as it is written."""

    finding: FindingKind
    instrument: str
    by: str
    day: datetime.date
    why: str
    at: str | None = None
    path: str | None = None
    choice: Literal["leave", "amends this agreement"] | None = None
    orders: str | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    ruling: list[_Written]


def rulings_of(name: str, data: bytes) -> Rulings:
    """The rulings in a file.  Raises `BadRulings`."""
    try:
        document = from_text(name, data)
        written = msgspec.convert(tomllib.loads(document.text), _File)
    except Unreadable as error:
        raise BadRulings(str(error)) from None
    except tomllib.TOMLDecodeError as error:
        raise BadRulings(f"{name} is no TOML: {error}.") from None
    except msgspec.ValidationError as error:
        raise BadRulings(f"{name} holds no rulings that can be read: {error}.") from None
    return Rulings(
        document, tuple(_ruling(document, number, one) for number, one in enumerate(written.ruling, 1))
    )


def _ruling(document: Document, number: int, one: _Written) -> Ruling:
    where = f"Ruling {number} in {document.name}"
    if (one.choice is None) == (one.orders is None):
        raise BadRulings(f"{where} must have either a choice or orders.")
    fields = {
        name: getattr(one, name)
        for name in ("finding", "instrument", "by", "day", "why", "at", "path", "choice")
    }
    if one.orders is None:
        return Ruling(**fields)
    start = document.text.find(one.orders.strip())
    if start < 0:
        raise BadRulings(f"{where} must write its orders as they are, between ''' and '''.")
    reading = document.reading
    begun, end = reading.at(start), reading.at(start + len(one.orders.strip()))
    operations, left = read_orders(document.part(begun, end))
    if left or not operations:
        raise BadRulings(
            f"{where} gives orders that are not understood: {' '.join(one.orders.split())[:200]}"
        )
    return Ruling(**fields, operations=operations)
