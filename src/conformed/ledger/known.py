"""What was known on a day: the second of the two kinds of time.

In: the readings, rulings and evidence of a matter, and a day.  Out: those of them that were known by the end of it.  Afterwards
the agreement is among the readings, whatever its day, and what bears no day is not.
"""

import datetime
from collections.abc import Sequence

import msgspec

from conformed.basis import long_day
from conformed.language import Interpretation
from conformed.language.by_itself import counts_from
from conformed.ledger.amended import NoMatter
from conformed.ledger.chain import chain
from conformed.ledger.evidence import Evidence
from conformed.ledger.rulings import Rulings

Day = datetime.date


def known_reads(reads: Sequence[Interpretation], day: Day) -> list[Interpretation]:
    """The agreement, and the instruments that were signed by a day.  Raises `NoMatter`."""
    agreement = chain(reads).agreement
    found = [one for one in reads if one is agreement or ((signed := _signed(one)) is not None and signed <= day)]
    if not found:
        raise NoMatter(f"None of the documents was signed by {long_day(day)}.")
    return found


def known_rulings(rulings: Rulings, day: Day) -> Rulings:
    """The rulings that were made by a day."""
    return msgspec.structs.replace(rulings, rulings=tuple(one for one in rulings.rulings if one.day <= day))


def known_evidence(evidence: Sequence[Evidence], day: Day) -> tuple[Evidence, ...]:
    """The evidence that was entered by a day; what does not tell when it was, by the day on which its thing came."""
    return tuple(one for one in evidence if (one.entered or one.day) <= day)


def _signed(read: Interpretation) -> Day | None:
    """The day on which an instrument became known: that of its last dated signature, else the day that it bears."""
    signed = [one.date for one in read.signatures if one.date]
    return max(signed, default=read.head.dated or counts_from(read.head))
