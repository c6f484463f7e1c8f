"""The text that stands, paragraph by paragraph, each word with the run and the provision it comes from.

In: a text with its history.  Out: its paragraphs, clauses that run in joined to what they run into, numbers and captions
left out.  Afterwards every character leads to its run.
"""

import bisect
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from conformed.basis import Span
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.version.passage import Passage, Run, cut


class Piece(NamedTuple):
    """A run in a paragraph: where it begins there, and the address of its provision."""

    start: int
    run: Run
    path: str | None


class Stretch(NamedTuple):
    """A paragraph that stands; `kinds` are those of the provisions around its beginning."""

    text: str
    pieces: tuple[Piece, ...]
    kinds: frozenset[ProvisionKind]

    def piece(self, offset: int) -> Piece:
        """The run at a place, or the next one behind it."""
        at = bisect.bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(0, at)]
        behind = offset >= piece.start + len(piece.run.text) and at + 1 < len(self.pieces)
        return self.pieces[at + 1] if behind else piece

    def span(self, start: int, end: int, documents: Mapping[str, Document]) -> Span | None:
        """Where words stand in a document: of words from several, the first of them."""
        piece = self.piece(start)
        begun = max(0, start - piece.start)
        return cut(piece.run, begun, min(end - piece.start, len(piece.run.text)), documents).span


def stretches(root: Passage) -> Iterator[Stretch]:
    """The paragraphs of a text that stand."""
    for first, group in _groups(root, frozenset(), None, []):
        text, pieces = "", list[Piece]()
        for path, passage in group:
            text += f" {passage.number} " if text and passage.number else ""
            for run in passage.runs:
                if run.struck is not None or run.ours:
                    continue
                if run.span is not None:  # else a blank between words of two files
                    pieces.append(Piece(len(text), run, path))
                text += run.text
        if pieces:
            yield Stretch(text, tuple(pieces), first)


_Group = tuple[frozenset[ProvisionKind], list[tuple[str | None, Passage]]]


def _groups(
    passage: Passage, around: frozenset[ProvisionKind], path: str | None, groups: list[_Group]
) -> list[_Group]:
    """The passages that stand, each with those that run into it."""
    if passage.struck is None:
        kinds = around | {passage.kind}
        own = passage.path if passage.path and passage.path != "*" else path
        if passage.run_in and groups:
            groups[-1][1].append((own, passage))
        else:
            groups.append((kinds, [(own, passage)]))
        for child in passage.children:
            _groups(child, kinds, own, groups)
    return groups
