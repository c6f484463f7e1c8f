"""The links of a chain: the instruments to hand and those that recitals name, in their order.

In: the readings that change the agreement, the instruments that are missing, and the readings that change another
agreement.  Out: the links.  Afterwards each has a siglum of its own, and the order is that of the days on which
instruments take effect, then of their numbers, as recitals count them.
"""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from conformed.instrument import InstrumentKind, Named
from conformed.language import Interpretation

_FAR = datetime.date.max


class Link(msgspec.Struct, frozen=True):
    """An instrument in the chain.

    `id` is its siglum; `read` is None for one that is not to hand, of which `named` tells what is known.
    `changes` tells whether it changes the agreement of this matter; `place` says why it stands where it does.
    """

    id: str
    title: str
    read: Interpretation | None
    named: Named | None
    number: int | None
    dated: datetime.date | None
    effective: datetime.date | None
    upon: bool
    changes: bool
    place: str

    @property
    def known(self) -> datetime.date | None:
        """The day on which it became known: that of its last dated signature, else the day it bears."""
        signed = [one.date for one in self.read.signatures if one.date] if self.read else []
        return max(signed, default=self.dated or self.effective)

    @property
    def restates(self) -> bool:
        """Whether it restates the whole agreement."""
        return self.changes and self.read is not None and self.read.head.kind is InstrumentKind.RESTATEMENT

    def names(self, other: "Link") -> bool:
        """Whether its recitals name another instrument as an earlier one."""
        return (
            self.read is not None
            and other.read is not None
            and any(is_named(other.read, named) for named in self.read.head.earlier)
        )


def is_named(read: Interpretation, named: Named) -> bool:
    """Whether an instrument is the one that a recital names, by its number, else by its day."""
    head = read.head
    if named.number is not None and head.number is not None:
        return named.number == head.number
    days = {day for day in (head.dated, head.effective.date) if day}
    return named.dated is not None and named.dated in days


def links(
    ours: Sequence[tuple[Interpretation, str]],
    missing: Sequence[tuple[Named, Interpretation]],
    others: Sequence[Interpretation],
) -> tuple[Link, ...]:
    """The links in order; those of other agreements last.  With each of `ours` what tells that it changes the agreement."""
    days = {read.head.number: order(read)[0] for read, _ in ours if read.head.number is not None}
    ordered: list[tuple[tuple[datetime.date, int], Callable[[set[str]], Link]]] = [
        ((_day(read, days), read.head.number or 0), partial(_to_hand, read, signs)) for read, signs in ours
    ]
    ordered += [
        ((named.dated or _FAR, named.number or 0), partial(_not_to_hand, named, by)) for named, by in missing
    ]
    ordered.sort(key=lambda item: item[0])
    taken: set[str] = set()
    made = [make(taken) for _, make in ordered]
    made += [_to_hand(read, None, taken) for read in others]
    return tuple(made)


def _day(read: Interpretation, days: Mapping[int, datetime.date]) -> datetime.date:
    """The day by which an instrument is placed: its own, else that of the next in number that has one."""
    own, number = order(read)[0], read.head.number
    if own != _FAR or number is None:
        return own
    return min((day for other, day in days.items() if other > number), default=_FAR)


def _to_hand(read: Interpretation, signs: str | None, taken: set[str]) -> Link:
    """The link of an instrument to hand; without `signs` that it changes the agreement it changes another."""
    head = read.head
    waives = head.kind in {InstrumentKind.WAIVER, InstrumentKind.CONSENT}
    effective = head.effective.date or head.dated
    restates = head.kind is InstrumentKind.RESTATEMENT
    if effective:
        place = "by the day on which it takes effect"
    elif head.number is not None:
        place = "by its number, since it bears no day"
    else:
        place = "last, since it bears no day"
    place = f"{place}; {signs}" if signs else "apart: it amends another agreement"
    if restates:
        place += "; it restates the agreement, and what follows changes its text"
    return Link(
        id=_siglum(head.number, taken, "R" if restates else "W" if waives else ""),
        title=_short_title(head.number, head.kind, head.title),
        read=read, named=None, number=head.number, dated=head.dated, effective=effective,
        upon=bool(read.conditions) or head.effective.basis == "conditions",
        changes=signs is not None, place=place,
    )  # fmt: skip


def _not_to_hand(named: Named, by: Interpretation, taken: set[str]) -> Link:
    waives = (
        bool(named.title)
        and bool(re.search(r"waiver|consent", named.title or "", re.IGNORECASE))
        and named.number is None
    )
    number = named.number
    title = title_of(named)
    where = by.head.title or by.instrument.document.name
    return Link(
        id=_siglum(number, taken, "W" if waives else ""), title=title, read=None, named=named, number=number, dated=named.dated,
        effective=named.dated, upon=False, changes=True, place=f"where the recital of {where} counts it",
    )  # fmt: skip


def _short_title(number: int | None, kind: InstrumentKind, title: str | None) -> str:
    """What lawyers call an instrument for short."""
    if number is not None:
        waives = re.search(r"\band\s((?:limited\s)?waiver)\b", title or "", re.IGNORECASE)
        return f"Amendment No. {number}" + (f" and {waives[1].title()}" if waives else "")
    if title and kind in {InstrumentKind.WAIVER, InstrumentKind.CONSENT}:
        head = re.match(r"(.{3,40}?)\s+(?:to|under|of|with)\s", title, re.IGNORECASE)
        return (
            (head[1] if head else "Waiver").title()
            if (head[1] if head else "").isupper()
            else (head[1] if head else "Waiver")
        )
    return "Amendment" if kind is InstrumentKind.AMENDMENT else str(kind).replace("_", " ").capitalize()


def _siglum(number: int | None, taken: set[str], letter: str) -> str:
    """A mark of its own: the number, W for a waiver, else the next free figure."""
    first = letter or (str(number) if number is not None else "1")
    siglum, count = first, 1
    while siglum in taken:
        count += 1
        siglum = (
            f"{letter}{count}"
            if letter
            else f"{first}{chr(95 + count)}"
            if number is not None
            else str(count)
        )
    taken.add(siglum)
    return siglum


def title_of(named: Named) -> str:
    """What an instrument is called that a recital names."""
    return named.title or (f"Amendment No. {named.number}" if named.number else "An earlier instrument")


def order(read: Interpretation) -> tuple[datetime.date, int, str]:
    """Where an instrument stands among the others."""
    day = read.head.effective.date or read.head.dated or _FAR
    return (day, read.head.number or 0, read.instrument.document.name)
