"""Where the instruments of a matter stand, on any day.

In: the chain.  Out: for each instrument its stages: how it stands from a day on until the next, in words.  Afterwards each
day of an instrument lies in one stage, and no two of its stages have one standing.  What is not proved is said to be in force only if its conditions are met by their
last day, from the day after if they were; what bears no day is taken in its order.
"""

import datetime
import enum
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from conformed.basis import long_day
from conformed.language.by_itself import waiting as waits
from conformed.ledger import Chain, Link, State, if_met
from conformed.standing.waived import last_day, only_waives, waivers

Day = datetime.date
_NEXT = datetime.timedelta(days=1)


class Standing(enum.StrEnum):
    """Where an instrument stands."""

    MISSING = "missing"  # it is not to hand
    APART = "apart"  # it changes another agreement
    BEFORE = "before"  # not yet in force
    FAILED = "failed"  # it cannot take effect any more, or was not signed
    IF = "if"  # in force if its conditions were met
    LATE = "late"  # so, and the last day for them is past
    IN_FORCE = "in"
    ENDED = "after"


class Stage(msgspec.Struct, frozen=True):
    """How an instrument stands from its `first` day on, None from the beginning, in words without capital and stop."""

    standing: Standing
    says: str
    first: Day | None = None


Stages = tuple[Stage, ...]
MADE = {Standing.IF, Standing.LATE, Standing.IN_FORCE, Standing.ENDED}  # and may be in force, or have been


def on(stages: Sequence[Stage], day: Day) -> Stage:
    """The stage of a day."""
    return next((one for one in reversed(stages[1:]) if one.first is None or one.first <= day), stages[0])


def sentences(stages: Sequence[Stage], day: Day, waiting: Sequence[str] = (), blank: str = "") -> str:
    """Where an instrument stands on a day, with its changes that wait and its lines that are blank, once it may be in force."""
    stage = on(stages, day)
    told = [stage.says]
    if stage.standing in MADE:
        told += [*(waiting if stage.standing is not Standing.ENDED else ()), blank]
    return " ".join(f"{words[:1].upper()}{words[1:]}." for words in told if words)


def changes_waiting(link: Link) -> tuple[str, ...]:
    """What changes of an instrument wait for."""
    read = link.read if link.changes and not link.failed else None
    return tuple(waits(read, link.spoken)) if read else ()


def stages(chain: Chain) -> dict[str, Stages]:
    """The stages of the agreement and of each instrument, by their sigla."""
    days = placed(chain)
    return {"A": _agreement(chain), **{link.id: tuple(_stages(link, days[link.id])) for link in chain.links}}


def placed(chain: Chain) -> Mapping[str, Day | None]:
    """The day at which each instrument stands in its order: that from which it counts, else its date, else that of the one before."""
    found = {"A": chain.dated}
    before = chain.dated
    for link in chain.links:
        found[link.id] = before = (None if link.failed else link.effective) or link.dated or before
    return found


def _agreement(chain: Chain) -> Stages:
    if chain.agreement is None:
        return (Stage(Standing.MISSING, "not to hand: what it says is known only where an instrument quotes it"),)
    signed = Stage(Standing.IN_FORCE, "the agreement as signed", chain.dated)
    return (Stage(Standing.BEFORE, "not yet made"), signed) if chain.dated else (signed,)


def _stages(link: Link, day: Day | None) -> Iterator[Stage]:
    """The stages of an instrument that stands at a day in its order."""
    if link.read is None:
        yield Stage(Standing.MISSING, "not to hand: what it changes is not known")
    elif not link.changes:
        yield Stage(Standing.APART, "none of it is applied")
    elif link.failed:
        since, why = link.failed.since, link.failed.why
        yield Stage(Standing.BEFORE if since else Standing.FAILED, f"not in force: {why}" + ("" if since else "; none of it is applied"))
        if since:
            yield Stage(Standing.FAILED, f"it cannot take effect any more since {long_day(since)}: {why}; none of it is applied", since)
    else:
        force, end = ("in effect" if only_waives(link) else "in force"), last_day(link)
        if day is not None:
            yield Stage(Standing.BEFORE, _not_yet(link, force))
        if link.upon:
            yield from _waiting(link, day, force, end)
        else:
            yield Stage(Standing.IN_FORCE, _in_force(link, force, end), day)
        if end is not None:
            yield Stage(Standing.ENDED, _ended(link, end), end + _NEXT)


def _not_yet(link: Link, force: str) -> str:
    if link.effective is None:
        return "not counted here; its date is not stated"
    return f"not yet {force}; it counts from {long_day(link.effective)}" + (" if its conditions are met" if link.upon else "")


def _in_force(link: Link, force: str, end: Day | None) -> str:
    to = f" to {long_day(end)}" if end else ""
    return f"{force} from {long_day(link.effective)}{to}" if link.effective else f"{force}{to}; {_UNDATED}"


_UNDATED = "its date is not stated, and it is taken in its order"


def _waiting(link: Link, day: Day | None, force: str, end: Day | None) -> Iterator[Stage]:
    """The stages of an instrument that waits for conditions: to their last day, and from the day after."""
    past = link.by + _NEXT if link.by else None
    if past is None or day is None or day < past:
        yield Stage(Standing.IF, _if(link, force, end, link.by), day)
    if past is not None and (end is None or past <= end):
        yield Stage(Standing.LATE, _if(link, force, end, past), max(past, day or past))


def _if(link: Link, force: str, end: Day | None, day: Day | None) -> str:
    """In force on conditions, as it is said on a day."""
    to, met = f" to {long_day(end)}" if end else "", if_met(link, day)
    if link.effective is None:
        told = f"{force}{to} {met}; {_UNDATED}"
    elif link.awaits:
        told = f"{force}{to} {met}, from the day on which they {'are' if ' are ' in met else 'were'}; that day is not known, shown from {long_day(link.effective)}"
    else:
        told = f"{force} from {long_day(link.effective)}{to} {met}"
    told = f"{told}; {proved(link)}" if link.proofs else told
    return f"{told}; that day is past: if they were not met by then, it cannot take effect any more" if link.by and day and day > link.by else told


def proved(link: Link) -> str:
    """How much of what an instrument waits for is proved."""
    met, unmet = (sum(one.state is state for one in link.proofs) for state in (State.MET, State.UNMET))
    count = len(link.proofs)
    told = f"{met} of {count} {'is' if met == 1 else 'are'} proved" if met else f"none of the {count} is proved" if count > 1 else "that is not proved"
    return told + (f", and {unmet} {'is' if unmet == 1 else 'are'} known not to be met" if unmet else "")


def _ended(link: Link, end: Day) -> str:
    told = f"ended by {long_day(end)} at the latest" if link.upon else f"ended {long_day(end)}"
    came = next((one.ended for one in waivers(link) if one.ended), None)
    return f"{told}; what ended it came {came.rstrip('.')}" if came else told
