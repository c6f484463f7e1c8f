"""The heads of columns that a converter of HTML left above a table, each on a line of its own.

In: a document, the provision that holds a table, and the place where the table begins.  Out: the heads, where as many
short lines stand together right above it as it has columns.  Cells that blanks part stand under their heads.
"""

import bisect

from conformed.document import Document
from conformed.instrument.tree.provision import Provision, ProvisionKind

_SHORT = 60  # characters of a head
_STOPS = frozenset(".;:,0123456789")  # in which no head ends


def _has_tabs(document: Document, row: Provision) -> bool:
    """Whether tabs part the cells of a row in the file."""
    reading = document.reading
    return "\t" in document.text[reading.source(row.start) : reading.source(row.end - 1)]


def stacked(document: Document, provision: Provision, start: int, columns: int) -> tuple[str, ...]:
    """The heads of a table that begins at `start`; empty where none stand so."""
    children = provision.children
    place = bisect.bisect_left(children, start, key=lambda child: child.start)
    if not columns <= place < len(children) or not _has_tabs(document, children[place]):
        return ()
    above = children[place - columns : place]
    heads = tuple(document.reading.text[one.start : one.end].strip() for one in above)
    short = all(
        one.kind is ProvisionKind.PARAGRAPH
        and not one.children
        and len(words) <= _SHORT
        and words[-1] not in _STOPS
        and not words[0].isdigit()
        for one, words in zip(above, heads, strict=True)
    )
    gaps = [_gap(document, one) for one in above]
    return heads if short and gaps[0] and not any(gaps[1:]) else ()


def _gap(document: Document, provision: Provision) -> bool:
    """Whether a blank line stands above a paragraph."""
    source = document.reading.source(provision.start)
    number = bisect.bisect_right(document.lines, source, key=lambda line: line.start) - 1
    return document.lines[number].gap > 0
