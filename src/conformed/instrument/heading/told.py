"""The days that an opening tells of other instruments.

In: words as one line, and where in them an instrument is named.  Out: its day, or those on which it was amended.
Afterwards a day of its term is none of its own.
"""

import datetime
import re
from collections.abc import Sequence, Set

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern

_DATED = pattern(
    r"\b(?:dated|made|entered|effective|executed|date|day|as\s+of|on|of|from|signed"
    r"|commencing)\b[^.;()]{0,60}$|[,(]\s*$",
    ENGLISH,
)
_PLAINLY = pattern(r"\bdated\s(?:as\sof\s)?(?:the\s)?$")
_OF_ITS_TERM = pattern(  # "the Agreement will expire on December 31, 2006", "to stay beyond December 31, 2006"
    r"\b(?:expir\w+|terminat\w+|ends?|ending|until|through|beyond|extend\w*|starting|rather\s+than|no\s+later)\b[^.;,()]{0,40}$",
    re.IGNORECASE,
)
_OF_CHANGE = pattern(  # "entered into an amendment to the Employment Agreement on March 31, 2005"
    r"\b(?:amendment|modification|supplement|addendum)\s+(?:to|of)\s+(?:the\s+)?$", ENGLISH
)
_BREAKS = pattern(r";|\bWHEREAS\b|[\w)”\"]{2}\.\s+(?=[A-Z])")  # not behind an initial: "Carl K. Dunn"
_CALLED = pattern(r"\s?\((?:the|this)?\s?[“\"]\s?$")
_AMENDED_ON = pattern(
    r"(?<!hereby )\bamended\s+(?:by\s+(?:an?\s+)?(?:letters?|amendments?"
    r"|letter\s+agreements?)\s+)?(?:as\s+of|on|effective|dated)?\s*(?:as\s+of\s+)?(?=[A-Z0-9])",
    ENGLISH,
)
_BETWEEN_DAYS = pattern(
    r"[\s,]*(?:(?:and|as|on|of|further|amended|subsequently|again|effective|or|around)[\s,]*)*", ENGLISH
)


def dated(
    text: str,
    start: int,
    end: int,
    stop: int,
    own: Set[int] = frozenset(),
    latest: datetime.date | None = None,
) -> datetime.date | None:
    """The day of the instrument that is named at `start` to `end`, told after its title or just before it.

    `own` are the places of days that are of none, `latest` the day behind which none is, unless it is said to be dated so.
    """
    if text.startswith((" (as defined", " (as hereinafter"), end):
        return None
    of_change = _OF_CHANGE.search(text, max(0, start - 40), start)
    for written in days(text[end:stop]):
        if end + written.start in own or (of_change and text[end : end + written.start].strip() == "on"):
            continue
        near = text[max(end, end + written.start - 80) : end + written.start]
        if latest is not None and written.day > latest and not _PLAINLY.search(near):
            continue
        if written.start < 400 and _DATED.search(near) and not _OF_ITS_TERM.search(near):
            return written.day
        if written.start < 6:
            return written.day
    return _entered_on(text[max(0, start - 240) : start])


def _entered_on(before: str) -> datetime.date | None:
    """The day before a mention: "on March 4, 2005, the Company and the Bank entered into that ..."."""
    clause = before[max((one.end() for one in _BREAKS.finditer(before)), default=0) :]
    for written in reversed(list(days(clause))):  # the nearest, where an item begins at a letter: "A. Effective as of"
        if re.search(r"\b(?:on(?:\s+or\s+(?:about|around))?|effective|as\s+of)\s*$", clause[: written.start], re.IGNORECASE) and re.search(
            r"^[\s,]*(?:an?|the|that\s+certain)?\s*$|^[,\s](?!.*\bdated\b).*\b(?:entered|executed|amended"
            r"|into|made|signed|parties)\b",
            clause[written.end :],
            re.IGNORECASE,
        ):
            return written.day
    return None


def day_called(text: str, start: int) -> datetime.date | None:
    """The day just before what it is called by: "amended July 31, 2003 (“First Amendment”), March 31, 2004 (...)"."""
    called = _CALLED.search(text, max(0, start - 24), start)
    if called is None:
        return None
    before = text[max(0, called.start() - 40) : called.start()]
    return next((written.day for written in days(before) if written.end == len(before)), None)


def amendment_days(text: str, start: int, stop: int) -> Sequence[tuple[int, int, datetime.date]]:
    """Days on which an agreement was amended, where no instrument is named: "as amended on May 5, 2005"."""
    match = _AMENDED_ON.search(text, start, stop)
    found: list[tuple[int, int, datetime.date]] = []
    at = match.end() if match else stop
    for written in days(text[at:stop]):
        between = text[at if not found else found[-1][1] : at + written.start]
        if not _BETWEEN_DAYS.fullmatch(between):
            break
        found.append((at + written.start, at + written.end, written.day))
    return found
