"""What stands at the head of a whole text: what it is, on which day it stands so, and which instruments it counts.

In: the chain, the sigla of the instruments that are shown, the day, and what was asked for in words.  Out: a `Front`, or its
lines.  With them goes a mark for each change that is not surely in force: it stands at the end of each paragraph that holds
such words.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

import msgspec

from conformed.basis import long_day
from conformed.ledger import Chain, Entry, Link, if_met
from conformed.views.lacking import called, not_to_hand
from conformed.views.lines import folded
from conformed.views.told import AWAITS

_RULE = "-" * 79


class Told(msgspec.Struct, frozen=True):
    """An instrument: its mark, what it is called, and from when it counts and on what that hangs, behind the sign that parts the two."""

    mark: str
    name: str
    apart: str = ""
    says: str = ""


class Front(msgspec.Struct, frozen=True):
    """What a text is: the agreement, in sentences which text of it, the instruments that it counts, does not count, and lacks.

    `explained` says what the marks mean that stand in the text.
    """

    title: str
    dated: datetime.date | None
    lacking: str
    asked: str
    counted: tuple[Told, ...]
    others: tuple[Told, ...]
    missing: tuple[Told, ...]
    explained: tuple[str, ...]


def front_of(
    chain: Chain, shown: Collection[str], day: datetime.date | None, asked: Sequence[str], marks: Collection[str]
) -> Front:
    """What a text is; `asked` says in words which text it is, `marks` are those that it bears."""
    links = [link for link in chain.links if link.changes]
    counted = [link for link in links if link.read is not None and link.id in shown and not link.failed and _by(link, day)]
    others = [link for link in links if link.read is not None and link not in counted]
    missing = not_to_hand(chain, [link.id for link in counted], day)
    return Front(
        title=chain.title, dated=chain.dated,
        lacking="" if chain.agreement else "The agreement is not to hand: the text below is only what its instruments quote.",
        asked=f"{'; '.join(asked)}.", counted=tuple(_told(link, day) for link in counted), others=tuple(_told(link, day) for link in others),
        missing=tuple(_told(link, day) for link in missing), explained=tuple(_explained(links, marks)),
    )  # fmt: skip


def front(
    chain: Chain, shown: Collection[str], day: datetime.date | None, asked: Sequence[str], marks: Collection[str]
) -> str:
    """The head of a text as lines."""
    told = front_of(chain, shown, day, asked, marks)
    lines = [
        *folded(told.title + (f", dated {long_day(told.dated)}" if told.dated else "")),
        *folded(told.lacking),
        *folded(told.asked),
        *_listed("Instruments counted", told.counted),
        *_listed("Not counted", told.others),
        *_listed("Not to hand", told.missing),
        *(line for sentence in told.explained for line in folded(sentence)),
    ]
    return "\n".join([_RULE, *lines, _RULE]) + "\n\n"


def marks(links: Sequence[Link], entries: Sequence[Entry]) -> dict[str, str]:
    """The mark of each entry that waits for conditions, or for an event: `[2 if]`."""
    upon = {link.id: link.upon for link in links}
    return {one.id: f"[{one.link} if]" for one in entries if upon.get(one.link) or one.operation.waits}


def _by(link: Link, day: datetime.date | None) -> bool:
    """Whether an instrument counts by a day."""
    return day is None or (link.effective is not None and link.effective <= day)


def _listed(title: str, told: Sequence[Told]) -> Iterator[str]:
    if told:
        yield f"{title}:"
        for one in told:
            yield from folded(f"{one.mark:<3} {one.name}{one.apart}{one.says}", "  ", " " * 6)


def _told(link: Link, day: datetime.date | None) -> Told:
    """An instrument: its mark, what it is called, from when it counts, and on what that hangs."""
    if link.read is None:
        name = called(link)
        dated = f"dated {long_day(link.dated)}" if link.dated and "dated" not in name else ""
        return Told(link.id, name[:1].upper() + name[1:], ", " if dated else "", dated)
    if link.failed:
        return Told(link.id, link.title, ": ", link.failed.says[:1].lower() + link.failed.says[1:].rstrip("."))
    if link.awaits:
        when = AWAITS + (f"; shown from {long_day(link.effective)}" if link.effective else "")
    else:
        when = f"from {long_day(link.effective)}" if link.effective else "from a date not stated"
    return Told(link.id, link.title, ", ", f"{when}, {if_met(link, day)}" if link.upon else when)


def _explained(links: Sequence[Link], marks: Collection[str]) -> Iterator[str]:
    """What the marks mean that stand in the text."""
    for link in links:
        if (mark := f"[{link.id} if]") in marks:
            waits = "its conditions were met" if link.upon else "that for which it waits has come"
            yield f"{mark} ends each paragraph that {link.spoken} changes if {waits}."
