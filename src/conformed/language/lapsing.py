"""When a waiver ends: its last day, and the event that ends it early.

In: the words of a sentence.  Out: what they say of the end of the waivers that they speak of.  A day that says which
quarter is tested, or by when something that is allowed must be done, ends no waiver.  The day that "until", "to" or "through"
names is counted, as drafters mean it who end a waiver "until June 1" if something is not done "on or before June 1";
compliance that is waived "prior to June 1", or "to but excluding June 1", is so up to the day before.
"""

import datetime
import itertools
from typing import NamedTuple

from conformed.basis import day_behind, days
from conformed.basis.pattern import ENGLISH, pattern

_LAPSES = pattern(
    r"\b(?:(?:shall|will)\s)?(?:automatically\s|immediately\s)?(?:ends|terminates|expires|lapses|cease\sto\sbe\s(?:of\s(?:any\s)?(?:further\s)?"
    r"(?:force|effect)|effective)|terminate|expire|lapse|be\s(?:null|void|of\sno))\b[^.;]{0,80}?"
    r"\b(?:if|upon|unless|in\sthe\sevent|(?:on|at|as\sof)\s(?=the\searli|(?-i:[A-Z])[a-z]{2,8}\s\d|\d))\s?",
    ENGLISH,
)
_LAPSES_FIRST = pattern(
    r"\bif,?\s(?P<event>[^;.]{10,300}?(?:\.m\.[^;.]{0,80})?),\s(?:then\s)?(?:the|this|such)\s(?:limited\s)?"
    r"waivers?\s(?:shall|will)\s(?:automatically\s|immediately\s)?"
    r"(?:terminate|expire|lapse|cease|be\s(?:null|void|of\sno))",
    ENGLISH,
)
_IN_EFFECT = pattern(
    r"\b(?:waiver|consent)s?\b[^.;]{0,60}\b(?:shall|will|is|are)\s[^.;]{0,40}\b(?:effective|effect|force)\b", ENGLISH
)
_NEAR = 60  # characters behind it, in which the day stands until which a waiver is in effect
_LAST = pattern(
    r"\b(?:[Uu]ntil|[Tt]hrough(?:\sand\sincluding)?|(?:up\s)?(?<!prior\s)(?<!subsequent\s)to(?:\sand\sincluding)?|and\sending(?:\son)?)\s"
    r"(?:[\d:]+\s?[ap]\.?m\.?[^,]{0,30}\son\s)?(?=[A-Z\d])"
)
_BEFORE = pattern(
    r"(?:\b(?:until|to),?\sbut\s(?:excluding|not\sincluding),?|\bcompliance\swith\s[^;,]{1,120}?(?<!\bor)\s(?:prior\sto|before))\s(?=[A-Z\d])"
)
_EARLIER = pattern(r"(?:\b(?:until|upon|on|at)\s)?the\searli(?:er|est)\s(?:to\soccur\s)?of:?\s", ENGLISH)
_NEXT = pattern(r"(?:,?\s(?:and|or)\s|,\s)?\([a-z]{1,4}\)\s|,?\s(?:and|or)\s(?=[A-Z][a-z]{2,8}\s\d|the\s(?:date|first|day)\b)")
_STOP = pattern(r";(?=\s|$)|(?<!\b[ap]\.m)(?<!\b[ap]m)\.(?=\s|$)", ENGLISH)
_ONE_DAY = datetime.timedelta(days=1)
_HOUR = 40  # characters before a day at the head of an alternative: "5:00 p.m. (New York time) on"


class Ends(NamedTuple):
    """What words say of the end of a waiver: from which character on, upon what event, on which day at the latest."""

    at: int
    event: str | None
    last: datetime.date | None


def ends(words: str) -> Ends:
    """How the waivers end of which words speak."""
    if (lapses := _LAPSES.search(words)) is None:
        first, lasting = _LAPSES_FIRST.search(words), _IN_EFFECT.search(words)
        day, event = until(words, lasting.end(), min(len(words), lasting.end() + _NEAR)) if lasting else (None, None)
        return Ends(len(words), first["event"].strip(" ,") if first else event, day)
    event = words[lapses.end() : _stop(words, lapses.end())].strip()
    earlier = _EARLIER.match(event)
    if earlier is None and not any(day.start == 0 for day in days(event)):
        return Ends(lapses.start(), event or None, None)
    day, others = _alternatives(event[earlier.end() if earlier else 0 :])
    return Ends(lapses.start(), others, day)


def until(words: str, start: int = 0, end: int | None = None) -> tuple[datetime.date | None, str | None]:
    """The last day that `words` give a waiver from `start` to `end`, and the event of which the earlier ends it.

    `until August 3`; `until the earlier of May 2 and the first day on which ...`.
    """
    end = len(words) if end is None else end
    over = day_behind(_BEFORE, words, start, end)
    day = over - _ONE_DAY if over and over > datetime.date.min else day_behind(_LAST, words, start, end)
    earlier = None if day else _EARLIER.search(words, start, end)
    return _alternatives(words[earlier.end() : _stop(words, earlier.end(), end)]) if earlier else (day, None)


def _alternatives(words: str) -> tuple[datetime.date | None, str | None]:
    """Of `(a) January 12, 2026 and (b) the first date upon which ...`: the day, and the events besides."""
    cuts = [(match.start(), match.end()) for match in _NEXT.finditer(words)]
    bounds = itertools.pairwise([(0, 0), *cuts, (len(words), len(words))])
    pieces = [words[begun:stop].strip(" ,") for (_, begun), (stop, _) in bounds]
    dated = [next((day.day for day in days(piece) if day.start < _HOUR), None) for piece in pieces]
    others = [piece for piece, day in zip(pieces, dated, strict=True) if piece and day is None]
    return min((day for day in dated if day), default=None), " or ".join(others) or None


def _stop(words: str, start: int, end: int | None = None) -> int:
    """Where the sentence, or its part before a semicolon, ends."""
    limit = len(words) if end is None else end
    found = _STOP.search(words, start, limit)
    return found.start() if found else limit
