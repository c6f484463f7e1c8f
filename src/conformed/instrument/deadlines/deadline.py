"""The value that the reading of days and periods makes."""

import datetime
import enum

import msgspec

from conformed.basis import Span, long_day
from conformed.basis.day import MONTHS
from conformed.basis.period import Period


class DeadlineKind(enum.StrEnum):
    """What a day is for."""

    BY = "due by"
    NOT_BEFORE = "not before"
    UNTIL = "lasts until"
    NOTICE = "notice"
    LATER = "later than"  # what is later is told apart, or forbidden
    COMES = "comes"  # the day on which something is so, or is done
    EVERY = "every"
    MEANS = "is"  # the day that a term means


class Direction(enum.StrEnum):
    """On which side of its anchor a day is."""

    BEFORE = "before"
    AFTER = "after"


class Each(msgspec.Struct, frozen=True):
    """Days that come again: days of a year, or the days `numbers` of each `unit` ("month", "quarter", "year"; -1: the last).

    `business` tells that business days are counted, `fiscal` that it is not the calendar's quarter or year, `since` the day
    before which none counts.
    """

    days: tuple[tuple[int, int], ...] = ()
    unit: str | None = None
    numbers: tuple[int, ...] = ()
    business: bool = False
    fiscal: bool = False
    since: datetime.date | None = None

    def __str__(self) -> str:
        """The days in words: "each March 31 and June 30", "the last business day of each fiscal quarter"."""
        since = f" from {long_day(self.since)} on" if self.since else ""
        if self.days:
            *first, last = (f"{MONTHS[month - 1].title()} {day}" for month, day in self.days)
            return (f"each {', '.join(first)} and {last}" if first else f"each {last}") + since
        nth = " and ".join("last" if one < 0 else "first" if one == 1 else _nth(one) for one in self.numbers)
        return f"the {nth} {'business ' if self.business else ''}day of each {'fiscal ' if self.fiscal else ''}{self.unit}{since}"


def _nth(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day or period that a sentence sets, at its place; `path` is the provision in which it stands.

    The day is written (`day`), or comes again (`each`), or is a `period` in a `direction` from an `anchor`, which is told
    in the document's own words; without a period it is the anchor itself.  A notice may tell no anchor: it is given ahead
    of what it tells; and a term of years: it counts from its beginning.  `time` is the time of day.  A written day with the direction BEFORE is the first on which it is too late.  `recurring` tells that
    it comes with each of several anchors, `term` the defined term that means just this day, and `law` what follows by law.
    """

    span: Span
    sentence: Span
    path: str | None
    kind: DeadlineKind
    day: datetime.date | None = None
    each: Each | None = None
    period: Period | None = None
    direction: Direction | None = None
    anchor: str | None = None
    recurring: bool = False
    term: str | None = None
    law: str | None = None
    time: str | None = None

    @property
    def formula(self) -> str:
        """When it is, in plain words: "30 days after receipt of the invoice", "June 30, 2031, 2:00 p.m."."""
        return f"{self._of_days}, {self.time}" if self.time else self._of_days

    @property
    def _of_days(self) -> str:
        if self.day is not None:
            return f"before {long_day(self.day)}" if self.direction is Direction.BEFORE else long_day(self.day)
        if self.each is not None:
            return str(self.each)
        if self.period is None:
            return f"the {self.anchor}"
        if self.direction is None:
            return f"every {self.period}"
        if self.kind is DeadlineKind.EVERY:
            return f"each anniversary of {self.anchor}"
        return f"{self.period} {self.direction} {self.anchor or ('what it is notice of' if self.kind is DeadlineKind.NOTICE else 'it begins')}"

    def __str__(self) -> str:
        """What it is for, and when."""
        if self.kind is DeadlineKind.EVERY:
            return self.formula
        kind = "due" if self.day is not None and self.direction is Direction.BEFORE else self.kind
        return f"{kind} {self.formula}"
