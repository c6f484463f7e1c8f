"""The sentences of an instrument's operative part, each with its own address and the text it announces.

In: an instrument.  Out: its sentences in order, those of recitals, signature pages and exhibits left out.
"""

import re
from collections.abc import Iterator

import msgspec

from conformed.basis.stops import stops
from conformed.instrument import Instrument, Provision, ProvisionKind, Quotation

_PASSED = {
    ProvisionKind.RECITAL,
    ProvisionKind.SIGNATURES,
    ProvisionKind.PART,
    ProvisionKind.TITLE,
    ProvisionKind.QUOTATION,
}


class Sentence(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the reading; `chain` are the provisions around it, outermost first.

    `announced` is the text set off behind it that it announces, if any; `heading` that it is only a caption.
    """

    start: int
    end: int
    chain: tuple[Provision, ...]
    announced: Quotation | None

    @property
    def at(self) -> str | None:
        """The address of the provision in which it stands."""
        return next(
            (p.path for p in reversed(self.chain) if p.path and p.kind is not ProvisionKind.INSTRUMENT), None
        )


def sentences(instrument: Instrument) -> Iterator[Sentence]:
    """The sentences of the operative part, and of the preamble, in order."""
    announced = {}
    for quotation in instrument.set_off:
        announced[min(instrument.document.paragraphs[quotation.announced].end, quotation.start)] = quotation
    yield from _within(instrument, instrument.root, (), announced)


def _within(
    instrument: Instrument,
    provision: Provision,
    chain: tuple[Provision, ...],
    announced: dict[int, Quotation],
) -> Iterator[Sentence]:
    if provision.kind in _PASSED:
        return
    here = (*chain, provision)
    if provision.kind is not ProvisionKind.INSTRUMENT:
        lead = provision.lead
        if provision.children and provision.children[0].run_in:
            yield from _run_in(instrument, provision, here, announced)
            return
        yield from _split(instrument, provision.body, lead, here, announced)
    for child in provision.children:
        yield from _within(instrument, child, here, announced)


def _run_in(
    instrument: Instrument, provision: Provision, here: tuple[Provision, ...], announced: dict[int, Quotation]
) -> Iterator[Sentence]:
    """A provision whose clauses run in: their words are read as parts of its own sentences."""
    inner = [child for child in provision.children if child.run_in]
    end = inner[-1].end
    for sentence in _split(instrument, provision.body, end, here, announced):
        clause = next((child for child in inner if child.start <= sentence.start < child.end), None)
        yield msgspec.structs.replace(sentence, chain=(*here, clause)) if clause is not None else sentence
    for child in provision.children[len(inner) :]:
        yield from _within(instrument, child, here, announced)


def _split(
    instrument: Instrument,
    start: int,
    end: int,
    chain: tuple[Provision, ...],
    announced: dict[int, Quotation],
) -> Iterator[Sentence]:
    text = instrument.document.reading.text
    for begun, stop in _pieces(text, start, end):
        yield Sentence(begun, stop, chain, announced.get(stop))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence by sentence; a line end within a provision ends one too."""
    begun = start
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        begun = line.start()
        for stop in stops(text, line.start(), line.end()):
            if not _within_quotes(text, begun, stop):
                yield _trimmed(text, begun, stop)
                begun = stop
        if text[begun : line.end()].strip():
            yield _trimmed(text, begun, line.end())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _within_quotes(text: str, start: int, end: int) -> bool:
    """Whether a stop stands within quotation marks that are still open."""
    piece = text[start:end]
    if piece.count("“") != piece.count("”"):
        return piece.count("“") > piece.count("”")
    return piece.count('"') % 2 == 1
