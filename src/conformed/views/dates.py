"""The deadlines of a matter, for a terminal.

In: deadlines, reckoned as of a day, and the titles of the instruments that set them.  Out: lines: past days, coming days, those of
what comes again with them, then what has no day yet with what would settle it.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from conformed.basis import long_day
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.deadlines import DeadlineKind
from conformed.standing.dates import Dated
from conformed.views.lines import folded, short
from conformed.views.places import place as cited

_GOES_ON = pattern(  # behind a term: `and thereafter from month to month`
    r"[^.;]{0,120}?\b(?:thereafter|then)\b[^.;]{0,60}?\b(?P<then>month[\s-]to[\s-]month|year[\s-]to[\s-]year|week[\s-]to[\s-]week)\b", ENGLISH
)
_TOLD = 200  # characters of what a day is, in words
_LONG = 260  # characters of a sentence that is quoted whole


def dates_text(title: str, told: Sequence[Dated], day: datetime.date, titles: Mapping[str, str]) -> str:
    """The deadlines as lines."""
    timed = sorted((one for one in told if one.days), key=lambda one: _next(one, day))
    past = [one for one in timed if _next(one, day) < day]
    coming = [one for one in timed if _next(one, day) >= day]
    lines = [f"{title}: days and periods as of {long_day(day)}"]
    for head, found in (("Past", past), ("Coming", coming), ("Without a day", [one for one in told if not one.days])):
        if found:
            lines += ["", f"{head} ({len(found)})"]
            for _, together in groupby(found, key=lambda one: one.sentence):
                lines += _lines(list(together), day, titles)
    if any(one.wants for one in told):
        lines += ["", "The day of an anchor is set by its name as it is told here: --anchor 'NAME=DATE'."]
    return "\n".join(lines if told else [*lines, "", "No day and no period is set."]) + "\n"


def says(one: Dated) -> str:
    """What a deadline says in a few words: `notice 30 days before the Sale Date`, `Maturity Date is June 30, 2031`."""
    told = one.deadline
    if one.what is not None:
        return short(one.what, _TOLD)
    if told.law:
        return f"{told}: {told.law}"
    if told.kind is DeadlineKind.LATER:  # which is forbidden, or a condition: the sentence tells
        return f"what is {told}"
    goes_on = _GOES_ON.match(one.sentence.partition(one.words)[2]) if one.words and told.kind is DeadlineKind.UNTIL else None
    then = f", and from {' '.join(goes_on['then'].replace('-', ' ').split())} after that" if goes_on else ""
    return f"{told.term} {told}" if told.kind is DeadlineKind.MEANS and told.term else f"{told}{then}"


def place(one: Dated, titles: Mapping[str, str]) -> str:
    """Where a deadline stands: `§ 2.05(b), p. 4 (Amendment No. 2)`; one that an instrument sets for itself, `Amendment No. 2, § 3, p. 2`."""
    of = titles.get(one.instrument, "")
    own, path = f"{of}:", one.deadline.path or ""
    if of and path.startswith(own):
        return f"{of}, {cited(path.removeprefix(own), one.page)}".replace("\u00a0", " ")
    return f"{cited(path, one.page)}{f' ({of})' if of else ''}".replace("\u00a0", " ")


def _next(one: Dated, day: datetime.date) -> datetime.date:
    return next((each for each in one.days if each >= day), one.days[-1])


def _lines(told: Sequence[Dated], day: datetime.date, titles: Mapping[str, str]) -> Iterator[str]:
    """Deadlines that one sentence sets, and the sentence."""
    for one in told:
        when = f"{long_day(_next(one, day))}: " if one.days else ""
        yield from folded(f"{when}{says(one)}; {place(one, titles)}", "  ", "    ")
        if one.wants:
            yield from folded(f"settled by: {one.wants}", "    ")
    keep = told[0].words if len(told) == 1 else ""
    yield from folded(f"“{short(told[0].sentence, _LONG, keep)}”", "    ")
