"""The instruments that are not to hand: those that recitals name, and the numbers that a series passes over.

In: the instruments of a matter, each with the state of the agreement that it changes.  Out: the missing ones, each
with who names it, and a finding for each.  Numbers are counted by states.
"""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Finding, FindingKind, long_day
from conformed.instrument import Head, InstrumentKind, Named
from conformed.language.by_itself import title_of
from conformed.ledger.called import WAIVES
from conformed.ledger.link import Absent, Placed, is_named, order
from conformed.ledger.states import State

_AMENDING = {InstrumentKind.AMENDMENT, InstrumentKind.AMENDMENT_AND_WAIVER, InstrumentKind.EXTENSION}


class Gap(msgspec.Struct, frozen=True):
    """An instrument that a counted series passes over: what it would be called, and the last number of the series."""

    title: str
    last: int

    @property
    def finding(self) -> Finding:
        """The finding for it."""
        says = f"{self.title} is not to hand: the amendments are counted up to No. {self.last}, and no document bears this number; what it changes is not known."
        return Finding(FindingKind.MISSING_INSTRUMENT, says)


def missing(ours: Sequence[Placed], states: Sequence[State]) -> list[Absent]:
    """The instruments that recitals name and that are not among the documents, each with who names it."""
    found: list[Absent] = []
    for one in ours:
        for named in one.read.head.earlier:
            state = _state(named, one, states)
            known = any(other.state == state and is_named(other.read, named) for other in ours) or any(
                gone.state == state and _same(named, gone.named) for gone in found
            )
            base = named.number is None and any(one.bears(named.dated) for one in states)
            if not known and not base:
                found.append(Absent(named, one.read, state))
    return found


def _state(named: Named, by: Placed, states: Sequence[State]) -> int:
    """The turn of the state that an instrument changed that `by` names as an earlier one."""
    last = by.state - (by.read.head.kind is InstrumentKind.RESTATEMENT)
    day = named.dated
    made = [turn for turn in range(last + 1) if day is None or (states[turn].dated or day) <= day]
    return made[-1] if made else 0


def _same(one: Named, other: Named) -> bool:
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return one.dated is not None and one.dated == other.dated


def missing_finding(gone: Absent) -> Finding:
    """The finding for an instrument that the recital of another names."""
    named, by = gone.named, gone.by
    what = title_of(named)
    day = f", dated {long_day(named.dated)}," if named.dated else ""
    says = f"{what}{day} is named in a recital of {by.head.title or by.instrument.document.name} and is not to hand; what it changes is not known."
    return Finding(FindingKind.MISSING_INSTRUMENT, says, (named.span,) if named.span else ())


def gaps(ours: Sequence[Placed], absent: Sequence[Absent], states: Sequence[State]) -> Iterator[Gap]:
    """The numbers that a counted series of amendments passes over, and that no recital names either.

    Those of a restatement begin anew, unless the first of them is the next to the last before it.  Amendments without a
    number that stand before those that are counted fill the first gaps.
    """
    before = 0
    for turn, state in enumerate(states):
        held = {one.read.head.number or 0 for one in ours if one.state == turn} - {0}
        known = held | {one.named.number for one in absent if one.state == turn}
        before_any = itertools.takewhile(lambda one: one.number is None, _amendments(ours, turn))
        told_of = (one.named for one in absent if one.state == turn and one.named.number is None)
        plain = itertools.chain(before_any, (one for one in told_of if not WAIVES.search(one.title or "")))
        first = before + 1 if before and before + 1 in held and before not in held else 1
        of = f" of {state.called}" if len(states) > 1 else ""
        for number in range(first, max(held, default=0)):
            if number not in known and next(plain, None) is None:
                yield Gap(f"Amendment No. {number}{of}", max(held))
        before = max(held, default=before)


def _amendments(ours: Sequence[Placed], state: int) -> Iterator[Head]:
    """What the amendments of a state say of themselves, in their order."""
    ordered = sorted((one.read for one in ours if one.state == state), key=order)
    return (one.head for one in ordered if one.head.kind in _AMENDING)
