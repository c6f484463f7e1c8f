"""What stands at the head of a whole text: what it is, on which day it stands so, and which instruments it counts.

In: the chain, the sigla of the instruments that are shown, the day, and what was asked for in words.  Out: lines.  With
them goes a mark for each change that is not surely in force: it stands at the end of each paragraph that holds such words.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

from conformed.basis import long_day
from conformed.ledger import Chain, Entry, Link, if_met
from conformed.views.lacking import called, not_to_hand
from conformed.views.lines import folded
from conformed.views.told import AWAITS

_RULE = "-" * 79


def front(
    chain: Chain, shown: Collection[str], day: datetime.date | None, asked: Sequence[str], marks: Collection[str]
) -> str:
    """The head of a text; `asked` says in words which text it is, `marks` are those that it bears."""
    links = [link for link in chain.links if link.changes]
    counted = [link for link in links if link.read is not None and link.id in shown and not link.failed and _by(link, day)]
    others = [link for link in links if link.read is not None and link not in counted]
    missing = not_to_hand(chain, [link.id for link in counted], day)
    lines = [
        *folded(chain.title + (f", dated {long_day(chain.dated)}" if chain.dated else "")),
        *([] if chain.agreement else folded("The agreement is not to hand: the text below is only what its instruments quote.")),
        *folded("; ".join(asked) + "."),
        *_listed("Instruments counted", counted, day),
        *_listed("Not counted", others, day),
        *_listed("Not to hand", missing, day),
        *_explained(links, marks),
    ]
    return "\n".join([_RULE, *lines, _RULE]) + "\n\n"


def marks(links: Sequence[Link], entries: Sequence[Entry]) -> dict[str, str]:
    """The mark of each entry that waits for conditions, or for an event: `[2 if]`."""
    upon = {link.id: link.upon for link in links}
    return {one.id: f"[{one.link} if]" for one in entries if upon.get(one.link) or one.operation.waits}


def _by(link: Link, day: datetime.date | None) -> bool:
    """Whether an instrument counts by a day."""
    return day is None or (link.effective is not None and link.effective <= day)


def _listed(title: str, links: Sequence[Link], day: datetime.date | None) -> Iterator[str]:
    if links:
        yield f"{title}:"
        for link in links:
            yield from folded(_told(link, day), "  ", " " * 6)


def _told(link: Link, day: datetime.date | None) -> str:
    """An instrument in a line: its mark, what it is called, from when it counts, and on what that hangs."""
    if link.read is None:
        name = called(link)
        dated = f", dated {long_day(link.dated)}" if link.dated and "dated" not in name else ""
        return f"{link.id:<3} {name[:1].upper()}{name[1:]}{dated}"
    if link.failed:
        return f"{link.id:<3} {link.title}: {link.failed.says[:1].lower()}{link.failed.says[1:].rstrip('.')}"
    if link.awaits:
        when = AWAITS + (f"; shown from {long_day(link.effective)}" if link.effective else "")
    else:
        when = f"from {long_day(link.effective)}" if link.effective else "from a date not stated"
    upon = f", {if_met(link, day)}" if link.upon else ""
    return f"{link.id:<3} {link.title}, {when}{upon}"


def _explained(links: Sequence[Link], marks: Collection[str]) -> Iterator[str]:
    """What the marks mean that stand in the text."""
    for link in links:
        if (mark := f"[{link.id} if]") in marks:
            waits = "its conditions were met" if link.upon else "that for which it waits has come"
            yield from folded(f"{mark} ends each paragraph that {link.spoken} changes if {waits}.")
