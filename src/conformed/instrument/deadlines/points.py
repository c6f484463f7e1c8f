"""Where a sentence writes a day, a period, or days that come again.

In: a sentence.  Out: its points in order, each with what is written there; what they are for is told by the words around.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from conformed.basis import days
from conformed.basis.day import MONTHS
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.period import DAYS_OF_BUSINESS, NUMBERS, Period, Unit, periods
from conformed.instrument.deadlines.deadline import Each

_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS = {
    **{f"{word}th": count for word, count in NUMBERS.items() if count < 20 and count not in _IRREGULAR.values()},
    **{f"{word[:-1]}ieth": count for word, count in NUMBERS.items() if 20 <= count < 100},
    **_IRREGULAR,
}
_TENS = "|".join(word for word, count in NUMBERS.items() if 20 <= count < 100)
_ORDINAL = rf"(?:(?:(?:{_TENS})[\s-])?(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})|\d{{1,3}}(?:st|nd|rd|th))"
_NTH = rf"(?P<nth>{_ORDINAL})(?:\s\(\d{{1,3}}(?:st|nd|rd|th)?\))?"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DATE = rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?"
_ALSO = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)"
_ANNIVERSARY = pattern(
    rf"\b(?:{_NTH}|(?P<each>each|every))\s(?:(?:annual|yearly|successive|subsequent)\s)?anniversary(?:\sdate)?(?=\sof\s)", ENGLISH
)
_ORDINAL_DAY = pattern(rf"\b{_NTH}\s(?:calendar\s|consecutive\s)?(?P<business>{DAYS_OF_BUSINESS})?day\b(?!\sof\b)", ENGLISH)
_NEXT_DAY = pattern(
    rf"\b(?:next\s(?:succeeding\s)?)?(?P<business>{DAYS_OF_BUSINESS})?day\b(?=\s(?:(?:next|immediately)\s)?(?:after|following|before|prior\sto|preceding)\s)(?<!first\sday)(?<!last\sday)", ENGLISH
)
_OF_EACH = pattern(
    rf"""\b(?:(?P<also>{_ORDINAL})\s(?:day\s)?and\s(?:the\s)?)?(?:(?P<last>last)|{_NTH})\s(?:calendar\s)?(?P<business>{DAYS_OF_BUSINESS})?day\sof\s(?:each|every)(?:\sand\severy)?\s
    (?:(?:succeeding|successive|subsequent)\s)?(?:(?:calendar\s|(?P<fiscal>fiscal\s))?(?P<unit>month|quarter|year)\b(?!\speriod)|(?P<months>{_MONTH}(?:{_ALSO}{_MONTH}){{0,11}})\b(?!\s\d))""",
    re.VERBOSE | ENGLISH,
)
_OF_MONTHS = pattern(  # without "each": `the last Business Day of March, June, September and December`
    rf"\b(?:(?P<last>last)|{_NTH})\s(?:calendar\s)?(?P<business>{DAYS_OF_BUSINESS})?day\sof\s(?P<months>{_MONTH}(?:{_ALSO}{_MONTH}){{1,11}})\b(?!,?\s\d)",
    ENGLISH,
)
_OF_EACH_YEAR = pattern(
    rf"\b(?:(?P<each>(?:each|every)\s)(?P<one>{_DATE}(?:{_ALSO}{_DATE}){{0,11}})(?!,?\s\d{{4}}|\s(?:in|of|during)\s(?:the\syears?|\d{{4}}))\b|(?P<of>{_DATE}(?:{_ALSO}{_DATE}){{0,11}}),?\s(?:of|in)\s(?:each|every)\s(?:(?:succeeding|subsequent)\s)?(?:calendar\s)?year\b)",
    ENGLISH,
)
_WRITTEN = pattern(rf"(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})", ENGLISH)
_END_OF = pattern(  # `as of the end of any fiscal quarter`, `at each month end`
    r"""\b(?:as\s(?:of|at)|at|on)\s(?:the\s(?:(?:end|close)|last\sday)\sof\s(?:each|every|any)(?:\sand\severy)?\s(?:(?:calendar|(?P<fiscal>fiscal))\s)?(?P<unit>month|quarter|year)\b(?!\s(?:period|in|during))
    |(?:each|every|any)\s(?:(?:calendar|(?P<fiscal2>fiscal))\s)?(?P<unit2>month|quarter|year)[\s-]end\b)""",
    re.VERBOSE | ENGLISH,
)
_SINCE = pattern(  # behind what comes again: `commencing with the fiscal quarter ending March 31, 2031`
    rf"""(?:\sof\s(?:the\s|each\s|its\s)?(?:[\w’'-]{{1,20}}\s){{0,3}}?[\w’'-]{{1,20}})?,?\s(?:\(?(?:commencing|beginning|starting)(?:\s(?:with|on|as\sof|from))?(?:\sthe\s(?:(?:month|quarter|year|fiscal|calendar|period|one|that)\s){{1,3}}(?:which\s)?(?:end(?:ing|s|ed)))?
    |ending(?:\son)?\s(?:or|and)\safter|from\sand\safter)\s(?:on\s)?(?={_MONTH}\s\d)""",
    re.VERBOSE | ENGLISH,
)
_SEVERAL = pattern(r"\b(?:earli(?:er|est)|lat(?:er|est)|sooner)(?:\sto\soccur)?(?=\sof\s(?:the\s(?:date|day|end|expiration|close)|\([a-zA-Z1i]{1,3}\)|\d|[A-Z]))")
_DATE_OF = pattern(r"\b(?:(?:first|last)\s(?:business\s)?)?(?:date|day)\s(?=of\s(?:the|such|each|any|its)\s(?!date\b)|on\swhich\s)", ENGLISH)
_NAMED = pattern(r"\b(?:[A-Z][\w’'-]{1,20}\s){1,6}Date\b(?!s|\s(?:of|next|immediately|occurring|falling|following)\b|\s[A-Z])")
_OF_ANNIVERSARY = pattern(r"[\s-]anniversary(?:\sdate)?(?=\sof\s)", ENGLISH)
_LONG_DAY = 24  # characters of a written day
_ENDS, _BEGINS = [3, 6, 9, 12], [1, 4, 7, 10]  # the months of quarters
_SHORT_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


class Point(NamedTuple):
    """What is written at characters `start` to `end`: a day, a period, days that come again, or the name of a day.

    `anniversary` tells a period of years that counts from what follows "of"; `ordinal` the nth day from there; `by` a day that
    what follows tells: `the date of the draw`, and `several` the earlier or later of those that follow.
    """

    start: int
    end: int
    day: datetime.date | None = None
    period: Period | None = None
    each: Each | None = None
    named: bool = False
    anniversary: bool = False
    ordinal: bool = False
    recurring: bool = False
    by: bool = False
    several: bool = False


def points(text: str, start: int, end: int) -> list[Point]:
    """The points of a sentence in order; of two that overlap the one that begins first."""
    found = sorted(_points(text, start, end), key=lambda point: (point.start, -point.end))
    kept: list[Point] = []
    for point in found:
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
    return kept


def _points(text: str, start: int, end: int) -> Iterator[Point]:
    for written in days(text, start, end):
        yield Point(written.start, written.end, day=written.day)
    yield from _of_periods(text, start, end)
    yield from (_since(text, end, point) for point in _again(text, start, end))
    for match in _NAMED.finditer(text, start, end):
        yield Point(*match.span(), named=True)
    for match in _SEVERAL.finditer(text, start, end):
        yield Point(*match.span(), named=True, by=True, several=True)
    for match in _DATE_OF.finditer(text, start, end):
        yield Point(*match.span(), named=True, by=True)


def _of_periods(text: str, start: int, end: int) -> Iterator[Point]:
    for begun, stop, period in periods(text, start, end):
        tail = _OF_ANNIVERSARY.match(text, stop, end)
        yield Point(begun, tail.end() if tail else stop, period=period, anniversary=bool(tail))
    for match in _ANNIVERSARY.finditer(text, start, end):
        count = ordinal(match["nth"]) if match["nth"] else 1
        if count:
            yield Point(*match.span(), period=Period(count, Unit.YEAR), anniversary=True, recurring=bool(match["each"]))
    for match in _NEXT_DAY.finditer(text, start, end):
        yield Point(*match.span(), period=Period(1, Unit.BUSINESS_DAY if match["business"] else Unit.DAY), ordinal=True)
    for match in _ORDINAL_DAY.finditer(text, start, end):
        if count := ordinal(match["nth"]):
            unit = Unit.BUSINESS_DAY if match["business"] else Unit.DAY
            yield Point(*match.span(), period=Period(count, unit), ordinal=True)


def _again(text: str, start: int, end: int) -> Iterator[Point]:
    for match in _OF_EACH.finditer(text, start, end):
        if each := _of_each(match):
            yield Point(*match.span(), each=each)
    for match in _OF_MONTHS.finditer(text, start, end):
        if each := _of_months(match):
            yield Point(*match.span(), each=each)
    for match in _END_OF.finditer(text, start, end):
        each = Each(unit=(match["unit"] or match["unit2"]).lower(), numbers=(-1,), fiscal=bool(match["fiscal"] or match["fiscal2"]))
        yield Point(*match.span(), each=each)
    for match in _OF_EACH_YEAR.finditer(text, start, end):
        told = _days_of_year(match["one"] or match["of"])
        if told:
            yield Point(*match.span(), each=Each(days=told))


def _since(text: str, end: int, point: Point) -> Point:
    """Days that come again, from the day on that stands behind them."""
    lead = _SINCE.match(text, point.end, end)
    first = next(days(text, lead.end(), min(end, lead.end() + _LONG_DAY)), None) if lead else None
    if lead is None or first is None or first.start != lead.end() or point.each is None:
        return point
    return point._replace(end=first.end, each=msgspec.structs.replace(point.each, since=first.day))


def ordinal(word: str) -> int | None:
    """The number of an ordinal: "forty-fifth" is 45."""
    digits = word.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    *tens, last = re.split(r"[\s-]", word.lower())
    count = _ORDINALS.get(last)
    if count is None or (tens and count > 9):
        return None
    return count + (NUMBERS[tens[0]] if tens else 0)


def _of_each(match: re.Match[str]) -> Each | None:
    also = ordinal(match["also"]) if match["also"] else 0
    if match["months"]:
        return None if match["also"] else _of_months(match)
    number = -1 if match["last"] else ordinal(match["nth"])
    if not number or also is None:
        return None
    numbers = (also, number) if also else (number,)
    return Each(unit=match["unit"].lower(), numbers=numbers, business=bool(match["business"]), fiscal=bool(match["fiscal"]))


def _of_months(match: re.Match[str]) -> Each | None:
    """A day of some months; business days only of those with which a quarter of the calendar ends, or begins."""
    number = -1 if match["last"] else ordinal(match["nth"])
    told = [MONTHS.index(name.lower()) + 1 for name in re.findall(_MONTH, match["months"], re.IGNORECASE)]
    if not number:
        return None
    if match["business"]:
        of_quarter = sorted(told) == (_ENDS if number < 0 else _BEGINS)
        return Each(unit="quarter", numbers=(number,), business=True) if of_quarter else None
    return Each(days=tuple((month, _SHORT_MONTHS.get(month, 31) if number < 0 else number) for month in told))


def _days_of_year(words: str) -> tuple[tuple[int, int], ...]:
    told = [(MONTHS.index(match["month"].lower()) + 1, int(match["day"])) for match in _WRITTEN.finditer(words)]
    return tuple(told) if all(0 < day <= _SHORT_MONTHS.get(month, 31) for month, day in told) else ()


