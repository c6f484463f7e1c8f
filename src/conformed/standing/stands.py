"""Where an instrument stands on a day, and which provisions are waived.

In: a link of the chain, or a chain and a provision, and a day.  Out: the standing with one sentence that tells it; the waivers
of the provision, each with its first and last day.  What is not proved is said to be in force only if its conditions were met.
"""

import datetime
import enum
from collections.abc import Collection, Iterator

import msgspec

from conformed.basis import long_day
from conformed.instrument import Path
from conformed.language import Waiver
from conformed.ledger import Chain, Evidence, Link, State

Day = datetime.date


class Standing(enum.StrEnum):
    """Where an instrument stands on a day."""

    MISSING = "not to hand"
    APART = "of another agreement"
    FAILED = "cannot take effect"
    BEFORE = "not yet in force"
    UNDATED = "from a day not stated"
    IF = "in force if its conditions were met"
    IN_FORCE = "in force"
    ENDED = "ended"


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

    def on(self, day: Day) -> bool:
        """Whether it counts on a day, if its instrument does."""
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last) and not self.link.failed


def stands(link: Link, day: Day) -> Standing:
    """The standing of an instrument on a day."""
    if link.read is None:
        return Standing.MISSING
    if not link.changes:
        return Standing.APART
    if link.failed and (link.by is None or link.by <= day):
        return Standing.FAILED
    if link.effective is None:
        return Standing.UNDATED
    if day < link.effective:
        return Standing.BEFORE
    last = last_day(link)
    if last is not None and last < day:
        return Standing.ENDED
    return Standing.IF if link.upon or link.failed else Standing.IN_FORCE


def last_day(link: Link) -> Day | None:
    """The last day of an instrument that does nothing but waive."""
    if link.read is None or link.read.operations:
        return None
    days = [one.last for one in waivers(link)]
    return max((day for day in days if day), default=None) if None not in days else None


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


def says(link: Link, day: Day) -> str:
    """Where an instrument stands on a day, in one or two sentences."""
    standing = stands(link, day)
    since = long_day(link.effective) if link.effective else ""
    match standing:
        case Standing.MISSING:
            return "Not to hand: what it changes is not known."
        case Standing.APART:
            return "None of it is applied: it changes another agreement."
        case Standing.FAILED:
            return link.failed or ""
        case Standing.UNDATED:
            return "In force from a day that is not stated." + (f" {_upon(link, day)}" if link.upon else "")
        case Standing.BEFORE:
            made = link.dated is not None and link.dated <= day
            return f"{'Made' if made else 'Not yet made'}; in force from {since}{' if its conditions are met' if link.upon else ''}."
        case Standing.ENDED:
            ended = next((one.ended for one in waivers(link) if one.ended), None)
            last = long_day(last_day(link))
            return f"Ended {last}{' at the latest' if link.upon else ''}." + (f" What ended it came {ended}" if ended else "")
        case Standing.IF:
            return f"In force from {since} if its conditions were met. {_upon(link, day)}"
        case Standing.IN_FORCE:
            return f"In force since {since}."


def _upon(link: Link, day: Day) -> str:
    """How much of what an instrument waits for is proved, and by when it must come."""
    proved = sum(one.state is State.MET for one in link.proofs)
    unmet = sum(one.state is State.UNMET for one in link.proofs)
    count = len(link.proofs)
    told = f"{proved} of {count} conditions {'is' if proved == 1 else 'are'} proved" if proved else "None of them is proved" if count > 1 else "It is not proved"
    told += f", and {unmet} {'is' if unmet == 1 else 'are'} known not to be met" if unmet else ""
    if link.by is None:
        return f"{told}."
    return f"{told}; the last day for them {'was' if link.by < day else 'is'} {long_day(link.by)}."
