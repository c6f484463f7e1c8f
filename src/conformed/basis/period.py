"""Lengths of time as American instruments write them.

In: a text.  Out: the periods that stand in it, each with its place: "thirty (30) days", "one (1) year", "five Business
Days", "ninety-day period", "a fortnight", "24 hours".  One of several that are offered ("one, two or three months") is none.
Afterwards a period whose words and figures differ says so, and counts by its words.
"""

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from conformed.basis.pattern import ENGLISH, pattern

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {
    **{word: count for count, word in enumerate(_UNITS, 1)},
    **{word: count * 10 for count, word in enumerate(_TENS, 2)},
    "hundred": 100,
}
_WORD = f"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
WORDS = rf"{_WORD}(?:[\s-]{{1,2}}(?:and\s)?{_WORD}){{0,4}}"
DAYS_OF_BUSINESS = r"(?:(?:(?-i:[A-Z][\w.-]{0,20})\s){0,3}(?:business|working|banking)[\s-])"
_PERIOD = pattern(
    rf"""(?<![\w$.,/–-])(?=[\w(])(?:
      (?:(?P<words>{WORDS})[\s-]{{0,2}})?\((?P<figures>\d{{1,3}})\)
    | (?P<spelled>{WORDS})
    | (?P<digits>\d{{1,3}})(?:\s?\((?P<told>{WORDS})\))?
    | an?(?=\s(?:fortnight|period\sof\sa\s))
    )[\s-]{{1,2}}(?:(?:full|consecutive|calendar|successive|additional|continuous|fiscal|complete)[\s-]){{0,2}}
    (?P<business>{DAYS_OF_BUSINESS})?(?P<unit>hour|day|week|month|quarter|year|fortnight)s?\b(?:(?<=s)\s(?:and|plus)\s(?:one\s\(1\)|one|1)\s(?P<more>day)\b)?(?:[’'](?:s\b)?)?""",
    re.VERBOSE | ENGLISH,
)
_OFFERED = pattern(rf"(?:{_WORD}|\d)\)?(?:,?\s(?:or|and|to|through)|,)\s?\Z", ENGLISH)


class Unit(enum.StrEnum):
    """What a period counts."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Period(msgspec.Struct, frozen=True):
    """A length of time; `figures` is what its figures say where its words say something else, `more` the days on top of it."""

    count: int
    unit: Unit
    figures: int | None = None
    more: int = 0

    def __str__(self) -> str:
        """The period in figures: "30 days"."""
        said = f"{self.count} {self.unit}{'s' if self.count != 1 else ''}{f' and {self.more} day' if self.more else ''}"
        return said if self.figures is None else f"{said} (the figures say {self.figures})"


class WrittenPeriod(NamedTuple):
    """A period as it is written in a text: characters `start` to `end`."""

    start: int
    end: int
    period: Period


def periods(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenPeriod]:
    """Each period that stands in `text` from `start` to `end`, in order."""
    for match in _PERIOD.finditer(text, start, len(text) if end is None else end):
        if not _OFFERED.search(text, max(start, match.start() - 24), match.start()) and (period := _period(match)):
            yield WrittenPeriod(match.start(), match.end(), period)


def parse_period(text: str) -> Period | None:
    """The first period that stands in `text`, or None."""
    written = next(periods(text), None)
    return written.period if written else None


def counted(words: str) -> int | None:
    """The number that words say: "one hundred and eighty" is 180; None where they say none."""
    total, before = 0, 1000
    for word in re.split(r"[\s-]+(?:and\s)?", words.lower().strip()):
        value = NUMBERS.get(word)
        if value == 100 and 0 < total < 10:
            total, before = total * 100, 100
        elif value is None or value >= before:
            return None
        else:
            total, before = total + value, 100 if value == 100 else 10 if value >= 20 else 1
    return total or None


def _period(match: re.Match[str]) -> Period | None:
    """The period that stands in words, in figures, or in both."""
    spelled = match["words"] or match["spelled"] or match["told"]
    in_words = counted(spelled) if spelled else None
    said = match["figures"] or match["digits"]
    in_figures = int(said) if said else None
    if spelled and in_words is None:
        return None
    count = in_words or in_figures or 1
    figures = in_figures if in_figures not in {None, count} else None
    unit = match["unit"].lower()
    if unit == "fortnight":
        return Period(2 * count, Unit.WEEK, figures)
    if match["business"]:
        return Period(count, Unit.BUSINESS_DAY, figures) if unit == "day" else None
    more = 1 if match["more"] and unit in {"month", "year"} else 0
    return Period(count, Unit(unit), figures, more)
