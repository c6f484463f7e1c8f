"""The instruments that are not to hand: those that recitals name, and the numbers that a series passes over.

In: the readings of the instruments of a matter, and the agreement.  Out: the missing ones, each with who names
it, and a finding for each.
"""

from collections.abc import Sequence

from conformed.basis import Finding, FindingKind, long_day
from conformed.instrument import Named
from conformed.language import Interpretation
from conformed.ledger.link import is_named, title_of


def missing(
    ours: Sequence[Interpretation], agreement: Interpretation | None
) -> list[tuple[Named, Interpretation]]:
    """The instruments that recitals name and that are not among the documents, each with who names it."""
    found: list[tuple[Named, Interpretation]] = []
    for read in ours:
        for named in read.head.earlier:
            known = any(is_named(other, named) for other in ours) or any(
                _same(named, one) for one, _ in found
            )
            base = (
                agreement is not None
                and named.dated is not None
                and named.dated == agreement.head.dated
                and named.number is None
            )
            if not known and not base:
                found.append((named, read))
    return found


def _same(one: Named, other: Named) -> bool:
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return one.dated is not None and one.dated == other.dated


def missing_finding(named: Named, read: Interpretation) -> Finding:
    """The finding for an instrument that the recital of `read` names."""
    what = title_of(named)
    day = f", dated as of {long_day(named.dated)}," if named.dated else ""
    says = f"{what}{day} is named in a recital of {read.head.title or read.instrument.document.name} and is not to hand; what it changes is not known."
    return Finding(FindingKind.MISSING_INSTRUMENT, says, (named.span,) if named.span else ())


def gaps(ours: Sequence[Interpretation], named: Sequence[Named]) -> list[Finding]:
    """The numbers that a counted series of amendments passes over, and that no recital names either."""
    held = {read.head.number for read in ours if read.head.number is not None}
    known = held | {one.number for one in named if one.number is not None}
    says = "Amendment No. {} is not to hand: the amendments are counted up to No. {}, and no document bears this number; what it changes is not known."
    return [
        Finding(FindingKind.MISSING_INSTRUMENT, says.format(number, max(held)))
        for number in range(1, max(held, default=0))
        if number not in known
    ]
