"""An instrument: the legal act that a document carries, with its structure and what its words tell about it.

In: a document.  Out: the tree over all of its words, and beside it the head, the parties and the signatures.
Afterwards each paragraph of the reading stands in exactly one leaf of the tree, in order.
"""

from collections.abc import Iterator, Sequence, Set

import msgspec

from conformed.basis import Span
from conformed.document import Document
from conformed.instrument.divisions.closing import closed, closing
from conformed.instrument.divisions.divisions import Divisions, divide
from conformed.instrument.divisions.parts import Part
from conformed.instrument.set_off.quotations import Quotation, quotations
from conformed.instrument.tree.outline import outline
from conformed.instrument.tree.provision import Provision, ProvisionKind


class Instrument(msgspec.Struct, frozen=True):
    """A document's structure: its divisions, its tree, and the texts it sets off for other instruments."""

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
    divisions = closed(document, divide(document))
    set_off = quotations(document, *divisions.body)
    attached: list[Quotation] = []
    children = [
        provision
        for provision in _children(document, divisions, set_off, attached)
        if provision.end > provision.start
    ]
    root = Provision(
        ProvisionKind.INSTRUMENT,
        "",
        "*",
        "",
        None,
        0,
        0,
        len(document.reading.text),
        children=tuple(children),
    )
    return Instrument(document, divisions, root, (*set_off, *attached))


def _children(
    document: Document, divisions: Divisions, set_off: Sequence[Quotation], attached: list[Quotation]
) -> Iterator[Provision]:
    """The divisions as provisions; what exhibits set off is `attached`."""
    title, preamble, signatures = ProvisionKind.TITLE, ProvisionKind.PREAMBLE, ProvisionKind.SIGNATURES
    listed = divisions.heads.union(*(range(first, last) for first, last in divisions.contents))
    yield from _division(document, divisions.title, title, "Title", listed)
    yield from _division(document, divisions.preamble, preamble, "Preamble", listed)
    yield outline(
        document,
        *divisions.recitals,
        contents=listed,
        root=(ProvisionKind.RECITAL, "Recitals"),
        prefix="Recital ",
    )
    yield from outline(document, *divisions.body, set_off=set_off, contents=listed, titled=True).children
    yield from _division(document, divisions.signatures, signatures, "Signature Pages", listed)
    yield from outline(document, *divisions.annexed, contents=listed).children
    for part in divisions.parts:
        yield _part(document, part, listed, attached)
    yield from _division(document, divisions.back, ProvisionKind.CONTENTS, "", listed)


def _division(
    document: Document,
    paragraphs: tuple[int, int],
    kind: ProvisionKind,
    label: str,
    listed: Set[int],
    prefix: str = "",
) -> Iterator[Provision]:
    first, last = paragraphs
    if first < last:
        start, end = document.paragraphs[first].start, document.paragraphs[last - 1].end
        pieces = []
        for number, paragraph in enumerate(document.paragraphs[first:last], first):
            row = ProvisionKind.ROW if paragraph.row else ProvisionKind.PARAGRAPH
            one = ProvisionKind.CONTENTS if number in listed else row
            pieces.append(Provision(one, "", "", "", None, paragraph.start, paragraph.start, paragraph.end))
        path = f"{prefix}{label}"
        yield Provision(kind, label, path, "", None, start, start, end, children=tuple(pieces))


def _part(document: Document, part: Part, listed: Set[int], attached: list[Quotation]) -> Provision:
    """An exhibit or the like with its outline, and with the exhibits that stand within it.

    What it sets off for another instrument, and the pages on which it is signed, are told apart as in any instrument.
    """
    first, last, name = part.first, part.last, part.name
    until = part.inner[0].first if part.inner else last
    children: list[Provision] = []
    if until > first + 1:
        prefix, signed = f"{name}/", closing(document, first + 1, until)
        set_off = quotations(document, first + 1, signed)
        attached += set_off
        children.extend(
            outline(
                document,
                first + 1,
                signed,
                set_off=set_off,
                contents=listed,
                prefix=prefix,
                root=(ProvisionKind.PART, name),
            ).children
        )
        pages = (signed, until)
        children.extend(
            _division(document, pages, ProvisionKind.SIGNATURES, "Signature Pages", listed, prefix)
        )
    children.extend(_part(document, one, listed, attached) for one in part.inner)
    start, body = document.paragraphs[first].start, document.paragraphs[first].end
    label = name.rpartition("/")[2]
    end = document.paragraphs[last - 1].end
    caption = document.reading.text[start:body]
    return Provision(
        ProvisionKind.PART, label, name, caption, part.title, start, body, end, children=tuple(children)
    )
