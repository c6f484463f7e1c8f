"""The days of a matter as a calendar file (RFC 5545) that calendar programs open.

In: deadlines with their days, the titles of instruments, and the day on which it is made.  Out: the file: an event of a whole day for
each.  Afterwards each event has a UID made of its place and day: the same documents give the same events, and a file that is
imported again changes them instead of doubling them.
"""

import datetime
from collections.abc import Mapping, Sequence
from zlib import crc32

from conformed.standing.calendars import EXTRA, Lacking
from conformed.standing.dates import Dated
from conformed.views.dates import place, says
from conformed.views.lines import short

_LONG = 1000  # characters of a sentence that is quoted whole


def to_ics(title: str, told: Sequence[Dated], made: datetime.date, titles: Mapping[str, str]) -> str | None:
    """The calendar of all days; None where there is none.  Raises `Lacking`."""
    if not any(one.days for one in told):
        return None
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415  (an extra)
    except ImportError:
        raise Lacking(f"What writes calendars is not installed. {EXTRA}") from None
    calendar = Calendar()
    calendar.add("PRODID", "-//Conformed//Deadlines//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", title)
    stamp = datetime.datetime.combine(made, datetime.time(), datetime.UTC)
    every = sorted(((day, turn, one) for turn, one in enumerate(told) for day in one.days), key=lambda found: found[:2])
    for day, _, one in every:
        event = Event()
        event.add("UID", _uid(one, day))
        event.add("DTSTAMP", stamp)
        event.add("DTSTART", day)
        event.add("DTEND", day + datetime.timedelta(days=1))
        event.add("SUMMARY", f"{says(one)} (§ {one.deadline.path or '-'})")
        event.add("DESCRIPTION", f"{title}, {place(one, titles)}\n“{short(one.sentence, _LONG, one.words)}”")
        event.add("TRANSP", "TRANSPARENT")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text


def _uid(one: Dated, day: datetime.date) -> str:
    span = one.deadline.span
    told = crc32((one.what or str(one.deadline)).encode())
    return f"{span.document.replace('/', '.')}.{span.start}.{span.end}.{told:08x}.{day:%Y%m%d}@conformed"
