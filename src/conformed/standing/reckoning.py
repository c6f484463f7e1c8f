"""Deadlines reckoned to days.

In: a deadline and what is known: the days that the documents give to anchors, and those that a user sets.  Out: its day, or
those on which it comes again, and what is wanting where there is none.  Afterwards no day rests on an anchor that is not known
exactly.
"""

import calendar as months
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from conformed.basis import Span, long_day
from conformed.basis import days as written
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.period import Period, Unit
from conformed.instrument.deadlines import Deadline, DeadlineKind, Direction, Each, deadlines_in
from conformed.standing.calendars import Calendar, counted

_LEAD = pattern(r"\A(?:(?:the|a|an|such|each|every|said)\s)+", ENGLISH)
_ENDS_OF = pattern(
    r"\A(?:(?:the\s)?(?:end|close|last\sday|expiration)\sof\s)?"
    r"(?:(?:each|every)\s(?:such\s)?(?:(?P<fiscal>fiscal)\s|calendar\s)?(?P<unit>month|quarter|year)"
    r"|(?P<three>(?:each\sof\s)?(?:the|its|their)\sfirst\s(?:three|3)\s(?:\(3\)\s)?(?:(?P<quarters>fiscal)\s)?quarter(?:s|ly\s(?:accounting\s)?periods)"
    r"(?:\s(?:of|in|during)\s(?:each|any|every|an?|the|such)\s(?:of\sits\s)?(?P<years>fiscal|calendar)\syears?)?))"
    r"(?:\sof\s(?:the\s|its\s)?(?:[A-Z][\w’'.-]*\s?){1,4}?)?(?:\s?ends)?\Z",
    ENGLISH,
)
_FISCAL_YEAR = pattern(r"(?:end|close|last\sday)\sof\s(?:(?:each|the|a|its)\s)?fiscal\syear|fiscal\syear(?:\send)?", ENGLISH)
_ENDED = pattern(r"\bfiscal\syears?\s(?:then\s)?(?:ended|ending|ends)\s(?:on\s)?", ENGLISH)
_IS_DAY = pattern(r"(?:the|any|such|each|its)\s(?:\w+\s){0,6}?(?:date|day)\b|the\s(?:earli|lat|soon)\w{1,3}\s(?:to\soccur\s)?of\b", ENGLISH)
_DAY_OF = pattern(r"\Aday\s(?:of|on\swhich)\s(?:the\s)?", ENGLISH)
_CAME = pattern(r"(?!the\s(?:time|moment)\b)(?!.{0,60}?\b(?:that|which|who|whom)\b)[^,]{1,60}?\s(?:has|have|is|are|was|were|shall|becomes?|occurs?|obtains?|acquires?|learns?|makes?|gives?|receives?|delivers?|notifies|expires?|ceases?|exceeds?|fails?|falls?|reaches|declines?|drops?)(?:\s|\Z)", ENGLISH)  # `the Agent has given notice`
_YEAR = datetime.timedelta(days=366)
_DAY_LONG = 24  # characters of a written day
_DEEP = 6  # definitions that one rests on
_UNITS = {"month": 1, "quarter": 3, "year": 12}
FISCAL = "end of fiscal year"
_UNTOLD = {DeadlineKind.NOTICE: "the day of what it is notice of", DeadlineKind.UNTIL: "the day on which it begins"}


class Known(msgspec.Struct, frozen=True):
    """What anchors stand for: days, and the terms that are defined by another anchor, by their folded names.

    `set` are the days that a user sets, `own` those of phrases that one document means by itself, by its id; before the day
    `begun` nothing comes again; `fiscal` is a day on which the text says that a fiscal year ended.
    """

    set: Mapping[str, datetime.date] = {}
    days: Mapping[str, datetime.date] = {}
    terms: Mapping[str, Deadline] = {}
    own: Mapping[str, Mapping[str, datetime.date]] = {}
    calendar: Calendar | None = None
    begun: datetime.date | None = None
    fiscal: datetime.date | None = None


def folded(name: str) -> str:
    """The name of an anchor, whatever its article, capitals and marks."""
    words = " ".join(re.sub(r"[“”\"’']", "", name).split()).strip(" .,;")
    return _LEAD.sub("", words).lower()


def named(name: str) -> str:
    """The folded name under which a user sets a day; the end of a fiscal year has one, however it is told."""
    return FISCAL if _FISCAL_YEAR.fullmatch(folded(name)) else folded(name)


def set_by(user: Mapping[str, datetime.date]) -> dict[str, datetime.date]:
    """The days that a user sets, by folded names: that of `the day of receipt` is also that of `receipt`."""
    names = {named(name): day for name, day in user.items()}
    return {_DAY_OF.sub("", name): day for name, day in names.items()} | names


def asks(deadline: Deadline, depth: int = 0) -> dict[str, str]:
    """The names of the anchors that a deadline counts from, as its document tells them, by folded names."""
    ends = _ends_of(deadline.anchor)
    if (deadline.each and deadline.each.fiscal) or (ends and ends.fiscal):
        return {FISCAL: FISCAL}
    if deadline.anchor is None:
        return {}
    inner = _within(deadline.anchor) if depth < _DEEP else None
    return {folded(deadline.anchor): _LEAD.sub("", deadline.anchor)} | (asks(inner, depth + 1) if inner else {})


def reckoned(deadline: Deadline, known: Known, depth: int = 0) -> datetime.date | None:
    """The day of a deadline that comes once; None where it is not known.  Raises `Lacking`."""
    if deadline.day is not None:
        before = deadline.direction is Direction.BEFORE
        return deadline.day - datetime.timedelta(days=1) if before and deadline.day > datetime.date.min else deadline.day
    if deadline.anchor is None or deadline.each is not None or _differs(deadline):
        return None
    at = day_of(deadline.anchor, known, deadline.span.document, depth)
    if at is None or (deadline.recurring and folded(deadline.anchor) not in known.set):
        return None
    return _from(at, deadline, known)


def day_of(anchor: str, known: Known, document: str = "", depth: int = 0) -> datetime.date | None:
    """The day that an anchor stands for, in the words of a document.  Raises `Lacking`."""
    name = folded(anchor)
    for days in (known.set, known.own.get(document, {}), known.days):
        if name in days:
            return days[name]
    if depth == _DEEP:
        return None
    if name in known.terms:
        return reckoned(known.terms[name], known, depth + 1)
    told = _within(anchor)
    return reckoned(msgspec.structs.replace(told, span=Span(document, told.span.start, told.span.end)), known, depth + 1) if told else None


def _within(anchor: str) -> Deadline | None:
    """An anchor that is itself counted from another, or is a written day: `the date that is ten days before the Sale Date`."""
    said = f"not later than {anchor.strip()}"
    told = list(deadlines_in(said))
    return told[0] if len(told) == 1 and told[0].span.end == len(said) and (told[0].period or told[0].day) else None


def comes(deadline: Deadline, known: Known, day: datetime.date) -> list[datetime.date]:
    """The days on which a deadline comes again within a year from a day, in order.  Raises `Lacking`."""
    first = max(day, known.begun or day)
    last = first + _YEAR if first < datetime.date.max - _YEAR else datetime.date.max
    if deadline.each is not None and deadline.each.since is not None:
        first = max(first, deadline.each.since)
    found = set(_again(deadline, known, first, last)) if not _differs(deadline) else set()
    return sorted(day for day in found if first <= day <= last)


def wants(deadline: Deadline, known: Known) -> str:
    """What would settle a deadline that has no day, in plain words."""
    if _differs(deadline) and deadline.period is not None:
        return f"which of {deadline.period.count} and {deadline.period.figures} is meant"
    ends = _ends_of(deadline.anchor)
    if (deadline.each and deadline.each.fiscal) or (ends and ends.fiscal):
        told = f"; one that the text names ended {long_day(known.fiscal)}" if known.fiscal else ""
        return f"the day on which a fiscal year ends (--anchor '{FISCAL}=DATE'{told})"
    counts = deadline.period is not None and deadline.period.unit is Unit.BUSINESS_DAY
    if known.calendar is None and ((deadline.each and deadline.each.business) or (counts and _is_known(deadline, known))):
        return "a calendar of business days (--calendar)"
    if deadline.anchor is None:
        return _UNTOLD.get(deadline.kind, "the day of its first time")
    if deadline.period is not None and deadline.period.unit is Unit.HOUR and deadline.period.count % 24 and _is_known(deadline, known):
        return f"the hour from which {deadline.period} count"
    told = deadline.anchor if deadline.period else f"the {deadline.anchor}"
    return told if _IS_DAY.match(told) else f"the day {'on which' if _CAME.match(told) else 'of'} {told}"


def _is_known(deadline: Deadline, known: Known) -> bool:
    return deadline.anchor is not None and day_of(deadline.anchor, known, deadline.span.document) is not None


def _differs(deadline: Deadline) -> bool:
    """Whether the words and figures of a period differ."""
    return deadline.period is not None and deadline.period.figures is not None


def _from(at: datetime.date, deadline: Deadline, known: Known) -> datetime.date | None:
    if deadline.period is None:
        return at
    return counted(at, deadline.period, -1 if deadline.direction is Direction.BEFORE else 1, known.calendar)


def _again(deadline: Deadline, known: Known, first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    years = range(max(first.year - 1, 2), min(last.year + 2, datetime.MAXYEAR))
    if deadline.each is not None:
        yield from _each(deadline.each, known, years)
    elif deadline.anchor is not None and (ends := _ends_of(deadline.anchor)):
        for end in _ends(ends.unit, known, years, fiscal=ends.fiscal, first_three=ends.first_three):
            day = _from(end, deadline, known)
            yield from [day] if day else ()
    elif deadline.anchor is not None and deadline.kind is DeadlineKind.EVERY:
        begun = day_of(deadline.anchor, known, deadline.span.document)
        for year in years if begun else ():
            day = counted(begun, Period(year - begun.year, Unit.YEAR), 1, None) if begun and year > begun.year else None
            yield from [day] if day else ()


class _Ends(NamedTuple):
    """An anchor that is the end of each month, quarter or year, or of the first three quarters of each year."""

    unit: str
    fiscal: bool
    first_three: bool


def _ends_of(anchor: str | None) -> _Ends | None:
    match = _ENDS_OF.match(anchor) if anchor else None
    if match is None or (match["three"] and not (match["quarters"] or match["years"])):
        return None
    fiscal = "fiscal" in {(match[one] or "").lower() for one in ("fiscal", "quarters", "years")}
    return _Ends((match["unit"] or "quarter").lower(), fiscal, bool(match["three"]))


def fiscal_year_ended(texts: Iterable[str]) -> datetime.date | None:
    """The last day on which a fiscal year ended that texts name, where all of them end on one day of the year, the last of a month."""
    told = [one.day for text in texts for match in _ENDED.finditer(text) for one in written(text, match.end(), match.end() + _DAY_LONG) if one.start == match.end()]
    alike = len({(day.month, day.day) for day in told}) == 1
    return max(told) if alike and (told[0] + datetime.timedelta(days=1)).day == 1 else None


def _each(each: Each, known: Known, years: range) -> Iterator[datetime.date]:
    if each.unit is None:
        yield from (_date(year, *told) for year in years for told in each.days)
        return
    for end in _ends(each.unit, known, years, fiscal=each.fiscal):
        before = counted(end + datetime.timedelta(days=1), Period(_UNITS[each.unit], Unit.MONTH), -1, None)
        for number in each.numbers if before else ():
            day = _nth(each, number, before, end, known.calendar) if before else None
            yield from [day] if day else ()


def _date(year: int, month: int, day: int) -> datetime.date:
    """A day of a year; February 29 is its last day of February."""
    return datetime.date(year, month, min(day, months.monthrange(year, month)[1]))


def _nth(each: Each, number: int, start: datetime.date, end: datetime.date, calendar: Calendar | None) -> datetime.date | None:
    """The day of a month, quarter or year that begins on `start` and ends on `end`."""
    one = datetime.timedelta(days=1)
    if each.business:
        if calendar is None:
            return None
        day = calendar.counted(end + one, -1) if number < 0 else calendar.counted(start - one, number)
    else:
        day = end if number < 0 else start + (number - 1) * one
    return day if start <= day <= end else None


def _ends(unit: str, known: Known, years: range, *, fiscal: bool, first_three: bool = False) -> Iterator[datetime.date]:
    """The last days of the months, quarters or years of some years, or of the first three quarters of each; of fiscal ones where a user sets the end of one."""
    last = known.set.get(FISCAL) if fiscal else datetime.date(2000, 12, 31)
    if last is None:
        return
    step = _UNITS[unit]
    for year in years:
        for month in range(1, 13):
            if (month - last.month) % step == 0 and not (first_three and month == last.month):
                yield datetime.date(year, month, months.monthrange(year, month)[1])
