"""Where the words of a matter stand: its readings by their sigla, and the documents with their pages.

In: a chain.  Out: the page and the words of any place in its documents.
"""

import msgspec

from conformed.basis import Span
from conformed.document import Document
from conformed.language import Interpretation, Remark, remarks
from conformed.ledger import Chain, Link


class Sources(msgspec.Struct, frozen=True):
    """The readings of a matter, each under its siglum, "A" the agreement's, their remarks and their documents."""

    chain: Chain
    reads: tuple[tuple[str, Interpretation], ...]
    remarks: dict[str, tuple[Remark, ...]]
    documents: dict[str, Document]

    def page(self, span: Span | None) -> int | None:
        """The page on which a place begins."""
        return (
            self.documents[span.document].page(span.start)
            if span is not None and span.document in self.documents
            else None
        )

    def words(self, span: Span | None) -> str:
        """The words of a place, blanks folded."""
        return " ".join(self.documents[span.document].words(span).split()) if span is not None else ""

    def link(self, siglum: str | None) -> Link | None:
        """The link of an instrument, None for the agreement."""
        return next((one for one in self.chain.links if one.id == siglum), None)


def sources_of(chain: Chain) -> Sources:
    """The sources of a chain."""
    reads = (
        *((("A", chain.agreement),) if chain.agreement else ()),
        *((link.id, link.read) for link in chain.links if link.read),
    )
    return Sources(chain, reads, {siglum: remarks(read) for siglum, read in reads}, chain.documents)
