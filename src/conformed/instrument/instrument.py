"""An instrument: the legal act that a document carries, with its structure and what its words tell about it.

In: a document.  Out: the tree over all of its words, and beside it the head, the parties and the signatures.
Afterwards each paragraph of the reading stands in exactly one leaf of the tree, in order.
"""

from collections.abc import Iterator

import msgspec

from conformed.basis import Span
from conformed.document import Document
from conformed.instrument.divisions import Divisions, divide, inner_parts
from conformed.instrument.outline import outline
from conformed.instrument.provision import Provision, ProvisionKind
from conformed.instrument.quotations import Quotation, quotations


class Instrument(msgspec.Struct, frozen=True):
    """A document's legal structure: its divisions, its tree, and the texts it sets off for other instruments."""

    document: Document
    divisions: Divisions
    root: Provision
    set_off: tuple[Quotation, ...]

    def span(self, provision: Provision) -> Span:
        """Where a provision stands in the file."""
        return self.document.span(provision.start, max(provision.end, provision.start + 1))

    def text(self, provision: Provision) -> str:
        """The words of a provision with all that is under it."""
        return self.document.reading.text[provision.start : provision.end]


def parse(document: Document) -> Instrument:
    """Find the structure of a document."""
    divisions = divide(document)
    set_off = quotations(document, *divisions.body)
    children = [provision for provision in _children(document, divisions, set_off) if provision.end > provision.start]
    root = Provision(ProvisionKind.INSTRUMENT, "", "*", "", None, 0, 0, len(document.reading.text), children=tuple(children))
    return Instrument(document, divisions, root, tuple(set_off))


def _children(document: Document, divisions: Divisions, set_off: list[Quotation]) -> Iterator[Provision]:
    title, preamble, signatures = ProvisionKind.TITLE, ProvisionKind.PREAMBLE, ProvisionKind.SIGNATURES
    yield from _division(document, divisions.title, title, "Title", divisions.contents)
    yield from _division(document, divisions.preamble, preamble, "Preamble")
    yield outline(document, *divisions.recitals, root=(ProvisionKind.RECITAL, "Recitals"), prefix="Recital ")
    yield from outline(document, *divisions.body, set_off=set_off).children
    yield from _division(document, divisions.signatures, signatures, "Signature Pages")
    for part in divisions.parts:
        yield _part(document, part.first, part.last, part.name, part.title)


def _division(
    document: Document, paragraphs: tuple[int, int], kind: ProvisionKind, label: str, contents: tuple[tuple[int, int], ...] = ()
) -> Iterator[Provision]:
    first, last = paragraphs
    if first < last:
        start, end = document.paragraphs[first].start, document.paragraphs[last - 1].end
        listed = {number for begun, end in contents for number in range(begun, end)}
        pieces = tuple(
            Provision(
                ProvisionKind.CONTENTS if number in listed else ProvisionKind.ROW if p.row else ProvisionKind.PARAGRAPH,
                "", "", "", None, p.start, p.start, p.end,
            )  # fmt: skip
            for number, p in enumerate(document.paragraphs[first:last], first)
        )
        yield Provision(kind, label, label, "", None, start, start, end, children=pieces)


def _part(document: Document, first: int, last: int, name: str, title: str) -> Provision:
    """An exhibit or the like with its outline, and with the exhibits that stand within it."""
    inner = inner_parts(document, first, last)
    until = inner[0].first if inner else last
    within = outline(document, first + 1, until, prefix=f"{name}/", root=(ProvisionKind.PART, name)) if until > first + 1 else None
    children = [*(within.children if within else ()), *(_part(document, p.first, p.last, p.name, p.title) for p in inner)]
    start, body = document.paragraphs[first].start, document.paragraphs[first].end
    label = name.rpartition("/")[2]
    end = document.paragraphs[last - 1].end
    return Provision(ProvisionKind.PART, label, name, document.reading.text[start:body], title, start, body, end, children=tuple(children))
