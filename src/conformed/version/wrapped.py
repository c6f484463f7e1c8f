"""Clauses that go on in the paragraph before them, though a line of the file begins with them.

In: a document and a provision of it.  Out: for each provision right under it whether it runs in.  Afterwards one
that runs in as the instrument has it still does; of the others only a clause beside one that runs in, whose first word
had no room on the line before, which ends no sentence and is not set apart from it.
"""

import bisect
from collections.abc import Iterator
from itertools import zip_longest

from conformed.document import Document, Line
from conformed.instrument import Provision, ProvisionKind


def running_in(document: Document, provision: Provision) -> Iterator[bool]:
    """For each child of a provision whether it runs in."""
    before = False
    children = provision.children
    for child, after in zip_longest(children, children[1:]):
        beside = before or (after is not None and after.kind is ProvisionKind.CLAUSE and after.run_in)
        clause = child.kind is ProvisionKind.CLAUSE
        runs_in = child.run_in or (clause and beside and _wrapped(document, child.start))
        yield runs_in
        before = runs_in and clause


def _wrapped(document: Document, start: int) -> bool:
    """Whether the paragraph that begins at a place of the reading goes on from the line before it."""
    paragraphs, lines = document.paragraphs, document.lines
    place = bisect.bisect_right(paragraphs, start, key=lambda one: one.start) - 1
    if place < 1 or paragraphs[place].start != start or paragraphs[place].row or paragraphs[place - 1].row:
        return False
    above, own = paragraphs[place - 1], paragraphs[place]
    first, before = lines[own.lines[0]], lines[own.lines[0] - 1]
    if first.gap or first.turned or above.lines[1] != own.lines[0]:
        return False
    margin = before.indent if above.lines[1] - above.lines[0] > 1 else first.indent
    words = document.text[before.start : before.end]
    if first.indent != margin or first.indent > before.indent or words.endswith((".", ":", ";", '."')):
        return False
    width = max(_width(line) for line in lines[above.lines[0] : own.lines[1]])
    word = document.text[first.start : first.end].split(maxsplit=1)[0]
    return _width(before) + 1 + len(word) > width


def _width(line: Line) -> int:
    return line.indent + line.end - line.start
