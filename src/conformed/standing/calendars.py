"""Business days by a named calendar, and days by periods.

In: the name of a calendar ("US-NY", "XFED", "NYSE"), or a day and a period.  Out: the business days, or the day.  Months
are counted as contracts count them: to the day of the same number, or to the last of a month that has none.
`holidays` and `python-dateutil` are the extra `standing`, and are imported when they are first needed.
"""

import datetime
from collections.abc import Container

import msgspec

from conformed.basis.period import Period, Unit

EXTRA = "Install the extra for that: pip install 'conformed[standing]'."
_FRIDAY = 4
_ONE_DAY = datetime.timedelta(days=1)


class Lacking(Exception):
    """What reckons days is not installed; the message is one sentence that says what to do."""


class NoCalendar(Exception):
    """No calendar has the name; the message is one sentence that says which there are."""


class Calendar(msgspec.Struct, frozen=True):
    """A calendar of business days: all but Saturdays, Sundays and its holidays."""

    name: str
    holidays: Container[datetime.date]

    def is_business_day(self, day: datetime.date) -> bool:
        """Whether business is done on a day."""
        return day.weekday() <= _FRIDAY and day not in self.holidays

    def counted(self, day: datetime.date, count: int) -> datetime.date:
        """The business day that is `count` of them after a day, or before it where the count is less than none."""
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_business_day(day):
                day += step
        return day


def calendar_named(name: str) -> Calendar:
    """The calendar of a country with its state, or of a market.  Raises `NoCalendar`, `Lacking`."""
    try:
        import holidays  # noqa: PLC0415  (an extra)
    except ImportError:
        raise Lacking(f"Calendars of business days are not installed. {EXTRA}") from None
    country, _, state = name.strip().upper().replace("_", "-").partition("-")
    if not state and country in holidays.list_supported_financial():
        return Calendar(country, holidays.financial_holidays(country))
    states = holidays.list_supported_countries().get(country)
    if states is None:
        raise NoCalendar(f"There is no calendar {name}: name a country with its state, such as US-NY, or a market, such as NYSE or XFED.")
    if state not in states and (states or state):
        among = f"one, such as {country}-{'NY' if 'NY' in states else states[0]}" if states else f"{country} alone"
        raise NoCalendar(f"The calendar {name} names no state of {country}, and holidays differ: name {among}.")
    return Calendar(f"{country}-{state}" if state else country, holidays.country_holidays(country, subdiv=state or None))


def counted(day: datetime.date, period: Period, sign: int, calendar: Calendar | None) -> datetime.date | None:
    """The day that is a period after a day, or before it (`sign` -1); None of business days without a calendar.

    Raises `Lacking`.
    """
    count = sign * period.count
    try:
        match period.unit:
            case Unit.BUSINESS_DAY:
                return calendar.counted(day, count) if calendar else None
            case Unit.HOUR:  # to the same hour of a day; parts of one are not known without an hour to count from
                return None if count % 24 else day + datetime.timedelta(hours=count)
            case Unit.DAY:
                return day + datetime.timedelta(days=count)
            case Unit.WEEK:
                return day + datetime.timedelta(weeks=count)
            case Unit.MONTH:
                return _months(day, count, sign * period.more)
            case Unit.QUARTER:
                return _months(day, 3 * count)
            case Unit.YEAR:
                return _months(day, 12 * count, sign * period.more)
    except (OverflowError, ValueError):  # beyond the years that a calendar has
        return None


def _months(day: datetime.date, count: int, more: int = 0) -> datetime.date:
    try:
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (an extra)
    except ImportError:
        raise Lacking(f"What counts months is not installed. {EXTRA}") from None
    moved: datetime.date = day + relativedelta(months=count, days=more)
    return moved
