"""The states of an agreement: as it was made, then as it was amended and restated; each instrument speaks of one.

In: the agreement and its restatements.  Out: the states in order, and which of them an instrument changes: that whose
day or title it names, else the one that stood on its own day.
"""

import datetime
from collections.abc import Sequence

import msgspec

from conformed.basis import days, long_day
from conformed.basis.pattern import pattern
from conformed.instrument import Head
from conformed.language import Interpretation

_OPENING = 4000  # characters in which an agreement tells what it restates
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RESTATED = pattern(
    rf"(?:({'|'.join(_ORDINALS)})\s+)?(?:amended\s+and\s+restated|restated\s+and\s+amended)\b"
)


class State(msgspec.Struct, frozen=True):
    """An agreement, or a restatement of it; `read` is None where it is not to hand.

    `told_by` is then an instrument that changes it and tells its parties.
    """

    read: Interpretation | None
    title: str
    dated: datetime.date | None
    told_by: Interpretation | None = None

    @property
    def called(self) -> str:
        """Its title and day, as a sentence names it."""
        return f"the {self.title}" + (f" dated {long_day(self.dated)}" if self.dated else "")

    @property
    def begun(self) -> datetime.date | None:
        """The day from which it stands."""
        effective = self.read.head.effective.date if self.read else None
        return effective or self.dated

    def bears(self, day: datetime.date | None) -> bool:
        """Whether a day is the one that it bears, or on which it takes effect."""
        return day is not None and day in {self.dated, self.begun}

    def is_meant(self, head: Head) -> bool:
        """Whether the day that an instrument names, if any, is that of this state."""
        named = head.amends
        day = (named.restated_on or named.dated) if named else None
        if named is None or day is None or self.dated is None or self.bears(day):
            return True
        if self.read is None:
            return self.dated == named.dated
        return named.restated and self.dated <= (day_of(head) or self.dated) and day in self._recited

    @property
    def _recited(self) -> set[datetime.date]:
        """The days that stand in its opening, where this says that it restates or was restated."""
        opening = self.read.instrument.document.reading.text[:_OPENING] if self.read else ""
        return {one.day for one in days(opening)} if "restated" in opening.lower() else set()


def day_of(head: Head) -> datetime.date | None:
    """The day that an instrument bears, else that on which it takes effect."""
    return head.dated or head.effective.date


def in_force(head: Head, states: Sequence[State]) -> int:
    """The turn of the state that stood on the day of an instrument; of one without a day the last."""
    day = day_of(head)
    made = [turn for turn, one in enumerate(states) if day is None or one.dated is None or one.dated <= day]
    return made[-1] if made else 0


def state_of(head: Head, states: Sequence[State]) -> int:
    """The turn of the state that an instrument changes."""
    stood, named = in_force(head, states), head.amends
    if named is None:
        return stood
    version = _version(f"{head.title} {named.title}")
    found = [turn for turn, one in enumerate(states) if one.bears(named.restated_on or named.dated)]
    if not found:
        alike = [turn for turn, one in enumerate(states) if version and _version(one.title) == version]
        return alike[0] if len(alike) == 1 else stood
    newer = named.restated or version > _version(states[found[-1]].title)
    return stood if newer and named.restated_on is None and found[-1] < stood else found[-1]


def outlived(head: Head, states: Sequence[State]) -> State | None:
    """The restatement that took the place of the state that an instrument changes, before the day of the instrument."""
    turn, day = state_of(head, states), day_of(head)
    restated = states[turn + 1] if turn + 1 < len(states) else None
    late = restated is not None and day is not None and restated.dated is not None and restated.dated < day
    return restated if late else None


def _version(title: str) -> int:
    """How often an agreement of this title was restated, as the title counts it."""
    found = [one[1] for one in _RESTATED.finditer(title.lower())]
    return max((_ORDINALS.index(one) + 2 if one else 1 for one in found), default=0)
