"""The days within which state commissions act on what is filed with them.

In: the reading of an instrument that carriers file for approval.  Out: a deadline for each state for which it lists affiliates,
else one for all states, counted from the day of the filing there, which a user sets.

Section 252(e)(4) of the Communications Act of 1934 (47 U.S.C. 252(e)(4)): where a state commission does not act to approve or
reject an agreement within 90 days after the parties submit one that was adopted by negotiation under subsection (a), or within
30 days after they submit one that was adopted by arbitration under subsection (b), it is deemed approved.  An instrument
that tells of an arbitration gives no deadline: which of its terms were negotiated is not told.
"""

from collections.abc import Iterator

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.period import Period, Unit
from conformed.instrument import affiliates
from conformed.instrument.deadlines import Deadline, DeadlineKind, Direction
from conformed.instrument.parties.affiliates import STATES
from conformed.language import Interpretation, remarks

NEGOTIATED = Period(90, Unit.DAY)
_SECTION_252 = pattern(r"\b252\s?\(", ENGLISH)
_ARBITRATED = pattern(r"\barbitrat|\b252\s?\(b\)", ENGLISH)
_UNLESS = "it is deemed approved unless the commission acts (47 U.S.C. 252(e)(4))"
_NAMES = {code: name.title().replace(" Of ", " of ") for name, code in STATES.items()}


def filings(read: Interpretation, title: str | None = None) -> Iterator[tuple[Deadline, str]]:
    """A deadline for each state commission that may act on an instrument, with the sentence that speaks of the filing; one for all where it lists no state.

    `title` tells its filing from those of other instruments of a matter, each of which has a day of its own.
    """
    document = read.instrument.document
    filed = [one for one in remarks(read, "filing") if _SECTION_252.search(document.words(one.sentence))]
    if not filed or _ARBITRATED.search(document.reading.text):
        return
    sentence, of = filed[0].sentence, f" of {title}" if title else ""
    states = [f"the {_NAMES[state]} commission" for state in sorted({one.state for one in affiliates(document)})]
    for with_whom in states or ["each state commission"]:
        told = Deadline(
            span=sentence, sentence=sentence, path=filed[0].at, kind=DeadlineKind.BY, period=NEGOTIATED,
            direction=Direction.AFTER, anchor=f"the filing{of} with {with_whom}", recurring=not states, law=_UNLESS,
        )  # fmt: skip
        yield told, document.words(sentence)
