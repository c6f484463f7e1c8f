"""An instrument's text with the class of each of its sentences, for a terminal.

In: the reading of an instrument.  Out: lines: the count of each class, then page, class and words of each sentence.  Where the
sentences of one class are asked for, those that one finding holds are one entry: their pages, how many they are, and the first.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from conformed.basis import Span
from conformed.language import Accounted, Class, Interpretation
from conformed.views.lines import folded


def account_text(read: Interpretation, *, only: Class | None = None) -> str:
    """The account of one instrument; `only` keeps the sentences of one class."""
    return "\n".join(_lines(read, only)) + "\n"


def _lines(read: Interpretation, only: Class | None) -> Iterator[str]:
    yield f"{read.instrument.document.name}: {counted(read)}"
    if only is not None and not any(piece.what is only for piece in read.account):
        yield f"  No sentence is left {only}."
    together = [one.places for one in read.findings if len(one.places) > 1] if only is not None else []
    led = {places[0].start: places for places in together}
    behind = {place.start for places in together for place in places[1:]}
    before: str | None = None
    for piece in read.account:
        begun = read.instrument.document.span(piece.start, piece.end).start
        letter = read.instrument.document.span(_first_letter(read, piece), piece.end).start  # its page: a break may stand before it
        if only not in {None, piece.what} or begun in behind:
            continue
        places = led.get(begun, ())
        here = f"{_pages(read, places)}, {piece.what}: {len(places)} sentences" if places else f"p. {_page(read, letter)}, {piece.what}"
        if here != before:
            yield ""
            yield here
        before = here
        yield from _words(read, piece)
        if places:
            yield f"  and {len(places) - 1} more, which --account shows"


def counted(read: Interpretation) -> str:
    """How many sentences are of each class, in the order in which the classes are named."""
    counts = Counter(piece.what for piece in read.account)
    count = len(read.account)
    told = ", ".join(f"{counts[what]} {what}" for what in Class if counts[what])
    return f"{count} sentence{'s' if count > 1 else ''}: {told}" if told else "no sentences"


def _page(read: Interpretation, start: int) -> int:
    return read.instrument.document.page(start)


def _pages(read: Interpretation, places: Sequence[Span]) -> str:
    first, last = (_page(read, place.start) for place in (places[0], places[-1]))
    return f"p. {first}" if first == last else f"pp. {first} to {last}"


def _first_letter(read: Interpretation, piece: Accounted) -> int:
    words = read.instrument.document.reading.text[piece.start : piece.end]
    return piece.start + len(words) - len(words.lstrip())


def _words(read: Interpretation, piece: Accounted) -> Iterator[str]:
    words = " ".join(read.instrument.document.reading.text[piece.start : piece.end].split())
    yield from folded(words, "  ", "    ")
