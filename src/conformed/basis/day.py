"""Calendar days as American instruments write them.

In: a text.  Out: the days that stand in it, each with its place.  Numeric days are read month first, and a
year of two digits as the one nearest to 2000 from 1950 to 2049, as filings write them.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from conformed.basis.pattern import pattern

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = pattern(
    rf"""\b(?=[jfmasond\d])(?:
      {_MONTH}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s?(?P<year>\d{{4}})\b
    | (?P<day2>\d{{1,2}})\s?(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?{_MONTH.replace("month", "month2")}\s?,?\s?
      (?:(?:of|in)\s)?(?:the\syear\s)?(?P<year2>\d{{4}})\b
    | (?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})/(?P<year3>\d{{4}}|\d{{2}})\b
    | (?P<year4>\d{{4}})-(?P<month4>\d{{2}})-(?P<day4>\d{{2}})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_DUE = pattern(
    r"\b(?:on\sor\s(?:before|prior\sto)|n(?:o|ot)\slater\sthan|by)\s"
    r"(?:(?:[\d:]+\s?[ap]\.?m\.?|(?:12:00\s)?noon|(?:the\s)?close\sof\sbusiness)[^.;:]{0,40}?\son\s)?(?:the\s)?"
    r"(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


def long_day(day: datetime.date | None) -> str:
    """A day as a sentence writes it: "July 8, 2024"."""
    return f"{day:%B} {day.day}, {day.year}" if day else "a day not told"


class Written(NamedTuple):
    """A day as it is written in a text: characters `start` to `end`."""

    start: int
    end: int
    day: datetime.date


def days(text: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """Each day that stands in `text` from `start` to `end`, in order; what only looks like one is passed over."""
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        year, month, day = (
            match["year"] or match["year2"] or match["year3"] or match["year4"],
            match["month"] or match["month2"] or match["month3"] or match["month4"],
            match["day"] or match["day2"] or match["day3"] or match["day4"],
        )
        if match["month3"] and int(month) > len(MONTHS):
            month, day = day, month  # the day first, as "28/2/2013" can only be
        try:
            yield Written(match.start(), match.end(), datetime.date(_year(year), _month(month), int(day)))
        except ValueError:
            continue


def parse_day(text: str) -> datetime.date | None:
    """The first day that stands in `text`, or None."""
    written = next(days(text), None)
    return written.day if written else None


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= 50 else 2000)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(text[:3].lower()))


def day_behind(lead: re.Pattern[str], text: str, start: int, end: int) -> datetime.date | None:
    """The first day that stands right behind words of some kind."""
    for match in lead.finditer(text, start, end):
        written = next(days(text, match.end(), match.end() + 30), None)
        if written is not None and written.start - match.end() < 12:
            return written.day
    return None


def due(text: str, start: int = 0, end: int | None = None) -> datetime.date | None:
    """The last day on which something may be done: `on or before March 29, 2024`, `not later than 5 p.m. on May 1, 2020`."""
    return day_behind(_DUE, text, start, len(text) if end is None else end)
