"""Which provisions are waived, by which instrument, and on which days.

In: a link of the chain, or a chain and a provision.  Out: the waivers and consents, each with its first and last day, and
what is known of what ends it early.
"""

import datetime
from collections.abc import Collection, Iterator

import msgspec

from conformed.basis import due
from conformed.instrument import InstrumentKind, Path
from conformed.language import Waiver
from conformed.ledger import Chain, Evidence, Link

Day = datetime.date
_WAIVING = {InstrumentKind.WAIVER, InstrumentKind.CONSENT}


class Waived(msgspec.Struct, frozen=True):
    """A waiver or consent and the days on which it counts; `ending` is what is known of what ends it early, `upon` tells that it is not proved."""

    link: Link
    waiver: Waiver
    first: Day | None
    last: Day | None
    upon: bool
    ending: Evidence | None = None

    @property
    def ended(self) -> str | None:
        """What ended it early, and what shows that."""
        return self.ending.says if self.ending is not None and self.ending.state == "met" else None

    def may_have_ended(self, day: Day) -> bool:
        """Whether the day is past by which something was to be done for it not to end early, and no evidence tells that it was."""
        by = due(self.waiver.lapses_if) if self.waiver.lapses_if and self.ending is None else None
        return by is not None and by < day

    def over(self, day: Day) -> bool:
        """Whether its last day is past."""
        return self.last is not None and self.last < day

    def on(self, day: Day) -> bool:
        """Whether it counts on a day, if its instrument does."""
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last) and not self.link.failed


def waivers(link: Link) -> Iterator[Waived]:
    """The waivers and consents of an instrument."""
    read = link.read
    for number, one in enumerate(read.waivers if read else ()):
        ending = link.endings[number] if number < len(link.endings) else None
        yield Waived(link, one, one.first or link.effective, one.last, link.upon, ending)


def waived(chain: Chain, path: Path, within: Collection[str] = ()) -> Iterator[Waived]:
    """The waivers of a provision, of what it stands under, and of what stands under it, in the order of the chain.

    `within` are the paths of what stands under it where its address does not tell that: the sections of an article.
    """
    for link in chain.links:
        if link.changes:
            yield from (
                one for one in waivers(link) if any(bears(each, path) or str(each) in within for each in one.waiver.provisions)
            )


def bears(one: Path, other: Path) -> bool:
    """Whether one of two addresses is the other, or stands under it."""
    first, second = _steps(one), _steps(other)
    count = min(len(first), len(second))
    return count > 0 and first[:count] == second[:count]


def _steps(path: Path) -> tuple[str, ...]:
    """The steps of an address from the outermost; a sentence or paragraph is its provision."""
    named = (path.part, path.section, f"#{path.term}" if path.term else None)
    return (*(step.lower() for step in named if step), *path.steps)


def only_waives(link: Link) -> bool:
    """Whether an instrument does nothing but waive or permit."""
    read = link.read
    return read is not None and not read.operations and bool(read.waivers or read.head.kind in _WAIVING)


def last_day(link: Link) -> Day | None:
    """The last day of an instrument that does nothing but waive."""
    if not only_waives(link):
        return None
    days = [one.last for one in waivers(link)]
    return max((day for day in days if day), default=None) if None not in days else None
