"""The findings on what no reader of an instrument understands and what may change what the agreement says.

In: the account of an instrument, and the findings that there are already.  Out: a finding for each stretch that is of no known
class and that no other finding shows.  Afterwards what stands together is one finding with a place for each sentence: the
sentences of one section, and those of a list that one of them leads to, as long as nothing between them is read as a change.
"""

import bisect
import operator
from collections.abc import Iterator, Sequence

from conformed.basis import Finding, FindingKind, Span
from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.language.account import begins
from conformed.language.operation import Accounted, Class
from conformed.language.sentences.wording import awaits_text

_ALONE = "These words may change what the agreement says, or add to it, and are not understood; nothing was changed by them."
_TOGETHER = "These {count} sentences{where} may change what the agreement says, or add to it, and are not understood; nothing was changed by them."
_STANDARD = {Class.BOILERPLATE, Class.REPRESENTATION}  # they belong to a section of new terms, and to no list of changes


def passed_over(instrument: Instrument, accounted: Sequence[Accounted], found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings on what `found` does not show."""
    left = set(_left(instrument, accounted, found))
    together = _Together(instrument)
    for piece in accounted:
        if piece.start in left:
            if not together.holds(piece):
                yield from together.finding()
            together.add(piece)
        elif piece.what is Class.UNREAD:
            together.note(piece)
        elif piece.what in _STANDARD:
            together.leads_on = False
        elif piece.what is not Class.TERM:
            yield from together.finding()
    yield from together.finding()


def _left(instrument: Instrument, accounted: Sequence[Accounted], found: Sequence[Finding]) -> Iterator[int]:
    """Where the stretches begin that are of no known class and that no finding shows."""
    shown = sorted(span.start for finding in found for span in finding.places)
    set_off = sorted(quotation.start for quotation in instrument.set_off)
    for before, piece in zip((None, *accounted), accounted, strict=False):
        if piece.what is not Class.UNREAD:
            continue
        if before is not None and before.what is Class.UNREAD and begins(set_off, piece.start, piece.end):
            continue  # the sentence that announces it is shown
        span = instrument.document.span(piece.start, piece.end)
        if not begins(shown, span.start, span.end):
            yield piece.start


class _Together:
    """The sentences of one finding, as they are met."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.pieces: list[Accounted] = []
        self.leads_on = False  # to a list that goes on over several sections

    def _section(self, piece: Accounted) -> Provision | None:
        """The outermost provision in which a stretch begins; None for the paragraphs of a letter, which are of none."""
        every = self.instrument.root.children
        turn = bisect.bisect_right(every, piece.start, key=operator.attrgetter("start")) - 1
        within = turn >= 0 and piece.start < every[turn].end and every[turn].kind is not ProvisionKind.PARAGRAPH
        return every[turn] if within else None

    def holds(self, piece: Accounted) -> bool:
        """Whether a stretch belongs to those met so far."""
        return self.leads_on or (bool(self.pieces) and self._section(piece) is self._section(self.pieces[-1]))

    def add(self, piece: Accounted) -> None:
        """Put a stretch behind those met so far."""
        self.pieces.append(piece)
        self.note(piece)

    def note(self, piece: Accounted) -> None:
        """Note whether a stretch that is not understood leads to a list."""
        text = self.instrument.document.reading.text
        self.leads_on = self.leads_on or awaits_text(text[piece.start : piece.end].rstrip())

    def finding(self) -> Iterator[Finding]:
        """The finding on those met so far, if any; begins anew behind them."""
        pieces, self.pieces, self.leads_on = self.pieces, [], False
        if not pieces:
            return
        places = tuple(self.instrument.document.span(one.start, one.end) for one in pieces)
        if len(pieces) == 1:
            yield Finding(FindingKind.UNREAD, _ALONE, places, path=pieces[0].at)
            return
        section = self._section(pieces[0])
        same = pieces[0].at if len({one.at for one in pieces}) == 1 else section.path if section else None
        says = _TOGETHER.format(count=len(pieces), where=self._where(places))
        yield Finding(FindingKind.UNREAD, says, places, path=same or pieces[0].at)

    def _where(self, places: Sequence[Span]) -> str:
        """The pages on which sentences stand, where they stand on more than one."""
        first, last = (self.instrument.document.page(one.start) for one in (places[0], places[-1]))
        return f", on pages {first} to {last}," if last > first else ""
