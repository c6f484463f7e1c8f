"""What is observed of the terms and references of a text, for the terminal.

In: a chain, the day and what was observed.  Out: a text: under each kind the observations with their places and pages.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from conformed.basis import Candidate, long_day
from conformed.ledger import Chain
from conformed.standing.observed import OBSERVED, Observed
from conformed.views.lines import folded
from conformed.views.places import place

_SHOWN = 6  # places of one observation that a screen has room for


def terms(chain: Chain, day: datetime.date, found: Sequence[Observed]) -> str:
    """The list of what was observed, on a day."""
    lines = [f"{chain.title}, on {long_day(day)}", ""]
    order = list(OBSERVED)
    for about, several in groupby(sorted(found, key=lambda one: order.index(one.about)), key=lambda one: one.about):
        every = list(several)
        lines += [f"{OBSERVED[about]} ({len(every)})", ""]
        for one in every:
            lines += [*folded(one.says, "  - ", "    "), *_texts(one), *_places(chain, one.places), ""]
    if not found and chain.agreement is not None:
        lines += ["Nothing that is surely amiss with its terms and references.", ""]
    if chain.agreement is None:
        lines += folded("The agreement is not to hand: only references that changes of what is known of it leave behind, and instruments that take terms from it, are looked for.")
    return "\n".join(lines).rstrip() + "\n"


def _texts(one: Observed) -> Iterator[str]:
    for head, words in (("before", one.before), ("now", one.now)):
        if words is not None:
            yield from folded(f"{head}: “{words}”", "      ", "        ")


def _places(chain: Chain, places: Sequence[Candidate]) -> Iterator[str]:
    for one in places[:_SHOWN]:
        document = chain.documents.get(one.span.document) if one.span else None
        page = document.page(one.span.start) if document is not None and one.span is not None else None
        at = place(one.path, page).replace("\u00a0", " ")
        yield from folded(f"{at}: “{one.text}”", "      ", "        ")
    if len(places) > _SHOWN:
        yield f"      and {len(places) - _SHOWN} more places"
