"""What an instrument is: kind, number, title, day, effect, what it amends, what amended that before.

In: a document, or a stretch of its reading.  Out: a `Head`.  Afterwards the title is the words of the
document's head, folded; `amends` is None and `earlier` empty for an instrument that changes none.
"""

import datetime
from collections.abc import Iterator, Sequence

from conformed.basis import days
from conformed.document import Document
from conformed.instrument.heading.amended import others
from conformed.instrument.heading.dated import days_borne, signed_below
from conformed.instrument.heading.effect import effective
from conformed.instrument.heading.kind import form, kind_of, without_object
from conformed.instrument.heading.labels import cells, number_told
from conformed.instrument.heading.opening import Opening, flat, opening
from conformed.instrument.heading.recitals import ordinal
from conformed.instrument.heading.title import Title, title
from conformed.instrument.marks import Doubted, Effective, Head, InstrumentKind, Named
from conformed.instrument.set_off.quotations import Quotation


def head(document: Document, start: int = 0, end: int | None = None, set_off: Sequence[Quotation] = ()) -> Head:
    """Read what the instrument is that stands in `start` to `end` of the reading; `set_off` is what it puts into another."""
    place = opening(document, start, end)
    form_ = cells(document, place)
    named = title(document, place)
    kind = kind_of(document, place, named)
    changes = not kind.stands_alone
    counted = changes and kind is not InstrumentKind.RESTATEMENT
    number = (_number(document, place, named) or number_told(form_)) if counted else None
    if kind is InstrumentKind.OTHER:
        words = (form(document, place) or named).words or None
        return Head(kind, None, words, None, Effective(None, "unknown", None), None, ())
    doubted: Doubted | None = None
    for day, at in _days(document, place, kind, named):
        takes = effective(document, place, kind, day, set_off)
        told = (number, day, frozenset({at, _stated_at(document, place, takes)} - {-1}))
        amends, earlier = others(document, place, named, kind, told) if changes else (None, ())
        if day is None or _may_bear(day, amends, earlier):
            break
        if at >= 0 and doubted is None:
            written = next(days(flat(document, *place.preamble), at))
            begin = place.preamble[0]
            doubted = Doubted(day, document.span(begin + written.start, begin + written.end))
    return Head(kind, number, named.words or None, day, takes, amends, earlier, doubted)


def _days(
    document: Document, place: Opening, kind: InstrumentKind, named: Title
) -> Iterator[tuple[datetime.date | None, int]]:
    """The days that it may bear, the likeliest first; that beside its signatures only where no day of its effect is told."""
    refused = False
    for day in days_borne(document, place, kind, named):
        yield day
        refused = True
    if effective(document, place, kind, None).date is None:
        yield signed_below(document, place, surely=refused), -1
    yield None, -1


def _may_bear(day: datetime.date, amends: Named | None, earlier: Sequence[Named]) -> bool:
    """Whether an instrument of that day can follow those that it names: none of them is of a later day.

    An agreement that is said to be later than what amended it bears no day that could be held against another.
    """
    changed = [one.dated for one in earlier if one.dated is not None]
    agreement = amends.dated if amends else None
    if agreement is not None and all(agreement <= one for one in changed):
        changed.append(agreement)
    return all(one <= day for one in changed)


def _stated_at(document: Document, place: Opening, takes: Effective) -> int:
    """Where in the preamble the day stands on which the instrument takes effect, else -1."""
    if takes.span is None:
        return -1
    begin = document.reading.at(takes.span.start) - place.preamble[0]
    end = document.reading.at(takes.span.end) - place.preamble[0]
    preamble = flat(document, *place.preamble)
    return next((w.start for w in days(preamble) if begin <= w.start and w.end <= end), -1)


def _number(document: Document, place: Opening, named: Title) -> int | None:
    for words in (
        without_object(named.words),
        named.words,
        without_object(flat(document, *place.preamble)[:200]),
    ):
        if (number := ordinal(words)) is not None:
            return number
    return None
