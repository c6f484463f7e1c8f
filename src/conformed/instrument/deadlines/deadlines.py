"""The days and periods that an instrument sets.

In: an instrument, or plain words.  Out: its deadlines in the order of the text, those of titles, preambles, recitals,
signature pages and tables left out.
"""

import bisect
from collections.abc import Iterator

from conformed.basis import Span
from conformed.instrument.deadlines.anchors import is_recurring
from conformed.instrument.deadlines.deadline import Deadline
from conformed.instrument.deadlines.sentence import Found, found_in
from conformed.instrument.instrument import Instrument
from conformed.instrument.tree.provision import Provision, ProvisionKind

PASSED = frozenset({
    ProvisionKind.TITLE, ProvisionKind.CONTENTS, ProvisionKind.RECITAL, ProvisionKind.SIGNATURES, ProvisionKind.PREAMBLE,
    ProvisionKind.ROW,
})  # fmt: skip
"""What sets no days: it tells what is, or was."""


def deadlines(instrument: Instrument) -> Iterator[Deadline]:
    """The deadlines of an instrument, in the order of the text."""
    text, document = instrument.document.reading.text, instrument.document
    places = _Places(instrument.root)
    for paragraph in document.paragraphs:
        for found, begun, end in found_in(text, paragraph.start, paragraph.end) if not paragraph.row else ():
            around = places.at(found.start)
            if not any(one.kind in PASSED for one in around):
                path = next((one.path for one in reversed(around) if one.path and one.path != "*"), None)
                span, sentence = document.span(found.start, found.end), document.span(begun, end)
                yield deadline(text, found, span, sentence, path)


def deadlines_in(words: str) -> Iterator[Deadline]:
    """The deadlines of plain words; their spans are places in the words."""
    for found, begun, end in found_in(words, 0, len(words)):
        yield deadline(words, found, Span("", found.start, found.end), Span("", begun, end), None)


def deadline(text: str, found: Found, span: Span, sentence: Span, path: str | None) -> Deadline:
    """What was found in a text, as a value that stands by itself."""
    point, anchor = found.point, text[slice(*found.anchor)] if found.anchor else None
    if found.term_of:
        anchor = f"the beginning of the {text[slice(*found.term_of)].lower()}"
    return Deadline(
        span=span, sentence=sentence, path=path, kind=found.kind, day=point.day, each=point.each, period=point.period,
        direction=found.direction, anchor=anchor, term=found.term, time=found.time,
        recurring=point.recurring or point.each is not None or (anchor is not None and is_recurring(anchor)),
    )  # fmt: skip


class _Places:
    """The provisions around each place of an instrument."""

    def __init__(self, root: Provision) -> None:
        self._starts: list[int] = []
        self._around: list[tuple[Provision, ...]] = []
        stack: list[tuple[Provision, tuple[Provision, ...]]] = [(root, ())]
        while stack:
            provision, above = stack.pop()
            around = (*above, provision)
            self._starts.append(provision.start)
            self._around.append(around)
            stack.extend((child, around) for child in reversed(provision.children))

    def at(self, offset: int) -> tuple[Provision, ...]:
        """The provisions around a place, from the whole instrument down."""
        return self._around[max(0, bisect.bisect_right(self._starts, offset) - 1)]
