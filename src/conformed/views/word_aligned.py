"""Which words of a text stand in which paragraph of the Word document that it came from.

In: the document as it was read, and the text set out in paragraphs.  Out: the runs of each paragraph cut into pieces, each with the
paragraph of the file that holds its letters, or none where the file has them not.  Places in the file only ever go forward: words
that were moved are written anew.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from conformed.document import Document
from conformed.version import Run
from conformed.views.set_out import Paragraph, shown


class Piece(NamedTuple):
    """A piece of a run: its letters are those of the paragraph `owner` of the file from the `at`th on; or None."""

    run: Run
    owner: int | None = None
    at: int = 0

    @property
    def letters(self) -> str:
        """Its letters, which are all characters but blanks."""
        return "".join(shown(self.run).split())

    @property
    def is_kept(self) -> bool:
        """Whether they stand as the file has them."""
        return not self.letters or (self.owner is not None and not (self.run.added or self.run.struck))


def cells_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a row, cell by cell."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        at = piece.at
        for turn, words in enumerate(shown(piece.run).split("\t")):
            if turn:
                cells.append([])
            if words:
                cells[-1].append(Piece(msgspec.structs.replace(piece.run, text=words), piece.owner, at))
            at += len("".join(words.split()))
    return cells


class Aligned:
    """The letters of a document in their order, and how far a text is that goes along them."""

    def __init__(self, document: Document) -> None:
        """Begin before the first letter."""
        self._document = document
        self._owner: list[int] = []  # of each letter
        self._at: list[int] = []  # where it stands among those of its owner
        self._done = 0
        reading, held = document.reading, dict[int, list[str]]()
        self._letters = "".join(reading.text.split())
        self._before = list(itertools.accumulate((not letter.isspace() for letter in reading.text), initial=0))  # each place of the reading
        ends = [*(begin for begin, _ in document.elements[1:]), len(document.text)]
        sizes = dict[int, int]()
        for (begin, owner), end in zip(document.elements, ends, strict=True):
            first, last = self._letter(begin), self._letter(end)
            before = sizes.get(owner, 0)
            sizes[owner] = before + last - first
            self._owner += [owner] * (last - first)
            self._at += range(before, sizes[owner])
            held.setdefault(owner, []).append(self._letters[first:last])
        self._texts = {owner: "".join(parts) for owner, parts in held.items()}

    def of(self, owner: int) -> str:
        """The letters of a paragraph of the file."""
        return self._texts.get(owner, "")

    def pieces(self, paragraph: Paragraph) -> list[Piece]:
        """The pieces of a paragraph of the text, which follows those that were asked for."""
        return [piece for run in paragraph.runs for piece in self._cut(run)]

    def _cut(self, run: Run) -> Sequence[Piece]:
        """The pieces of a run: one for each paragraph of the file in which its letters stand."""
        words = shown(run)
        places = [place for place, letter in enumerate(words) if not letter.isspace()]
        if not places or (first := self._found(run, "".join(words.split()))) is None:
            return [Piece(run)]
        self._done = first + len(places)
        owners = self._owner[first : self._done]
        edges = [turn for turn in range(1, len(places)) if owners[turn] != owners[turn - 1]]
        found = []
        for start, end in itertools.pairwise([0, *edges, len(places)]):
            begin, stop = places[start] if start else 0, places[end] if end < len(places) else len(words)
            text = words[begin:stop]
            found.append(Piece(msgspec.structs.replace(run, text=text), owners[start], self._at[first + start]))
        return found

    def _found(self, run: Run, letters: str) -> int | None:
        """The first of the letters of a run in the file; None where they are not there, or behind those that were found."""
        if run.span is None or run.span.document != self._document.id or run.lacuna or run.ours:
            return None
        first = max(self._done, self._letter(run.span.start))
        if self._letters.startswith(letters, first):
            return first
        place = self._letters.find(letters, first, self._letter(run.span.end))
        return place if place >= 0 else None

    def _letter(self, source: int) -> int:
        """The first letter that stands at a place in the file or after it."""
        return self._before[self._document.reading.at(source)]


def in_force(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the words in force alone, as if they had no history."""
    found = []
    for one in paragraphs:
        runs = tuple(msgspec.structs.replace(run, added=None) for run in one.runs if run.struck is None)
        if any(shown(run).strip() for run in runs):
            found.append(msgspec.structs.replace(one, runs=runs))
    return found
