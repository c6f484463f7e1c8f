"""What an instrument is: kind, number, title, day, effect, what it amends, what amended that before.

In: a document, or a stretch of its reading.  Out: a `Head`.  Afterwards the title is the words of the
document's head, folded; `amends` is None and `earlier` empty for an instrument that changes none.
"""

from conformed.basis import days
from conformed.document import Document
from conformed.instrument.heading.amended import others
from conformed.instrument.heading.dated import day_borne
from conformed.instrument.heading.effect import effective
from conformed.instrument.heading.kind import form, kind_of, without_object
from conformed.instrument.heading.opening import Opening, flat, opening
from conformed.instrument.heading.recitals import ordinal
from conformed.instrument.heading.title import Title, title
from conformed.instrument.marks import Effective, Head, InstrumentKind


def head(document: Document, start: int = 0, end: int | None = None) -> Head:
    """Read what the instrument is that stands in `start` to `end` of the reading."""
    place = opening(document, start, end)
    named = title(document, place)
    kind = kind_of(document, place, named)
    changes = kind not in {InstrumentKind.AGREEMENT, InstrumentKind.OTHER}
    day, at = (None, -1) if kind is InstrumentKind.OTHER else day_borne(document, place, kind, named)
    number = _number(document, place, named) if changes and kind is not InstrumentKind.RESTATEMENT else None
    takes = (
        Effective(None, "unknown", None)
        if kind is InstrumentKind.OTHER
        else effective(document, place, changes, day)
    )
    own = frozenset({at, _stated_at(document, place, takes)} - {-1})
    told = (number, day, own)
    amends, earlier = others(document, place, named, kind, told) if changes else (None, ())
    if kind is InstrumentKind.OTHER:
        named = form(document, place) or named
    return Head(kind, number, named.words or None, day, takes, amends, earlier)


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
