"""An instrument's text with the class of each of its sentences, for a terminal.

In: the reading of an instrument.  Out: lines: the count of each class, then page, class and words of each sentence.
"""

from collections import Counter
from collections.abc import Iterator

from conformed.language import Accounted, Class, Interpretation
from conformed.views.lines import folded


def account_text(read: Interpretation, *, only: Class | None = None) -> str:
    """The account of one instrument; `only` keeps the sentences of one class."""
    return "\n".join(_lines(read, only)) + "\n"


def _lines(read: Interpretation, only: Class | None) -> Iterator[str]:
    yield f"{read.instrument.document.name}: {counted(read)}"
    if only is not None and not any(piece.what is only for piece in read.account):
        yield f"  No sentence is left {only}."
    before: tuple[int, Class] | None = None
    for piece in read.account:
        if only in {None, piece.what}:
            here = (_page(read, piece), piece.what)
            if here != before:
                yield ""
                yield f"p. {here[0]}, {here[1]}"
            before = here
            yield from _words(read, piece)


def counted(read: Interpretation) -> str:
    """How many sentences are of each class, in the order in which the classes are named."""
    counts = Counter(piece.what for piece in read.account)
    count = len(read.account)
    told = ", ".join(f"{counts[what]} {what}" for what in Class if counts[what])
    return f"{count} sentence{'s' if count > 1 else ''}: {told}" if told else "no sentences"


def _page(read: Interpretation, piece: Accounted) -> int:
    return read.instrument.document.page(read.instrument.document.span(piece.start, piece.end).start)


def _words(read: Interpretation, piece: Accounted) -> Iterator[str]:
    words = " ".join(read.instrument.document.reading.text[piece.start : piece.end].split())
    yield from folded(words, "  ", "    ")
