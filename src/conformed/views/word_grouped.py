"""The paragraphs of a text by the paragraphs and rows of the Word document that hold them.

In: a document that is to be written anew, how it was read, and the paragraphs of a text.  Out: groups in the order of the text.  What
the file has not stands with what it stands between, where that is one paragraph or row of the file; else by itself.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from conformed.document import Document
from conformed.document.word_held import Held
from conformed.document.word_parts import W
from conformed.document.word_runs import GONE
from conformed.views.set_out import Paragraph, blank
from conformed.views.word_aligned import Aligned, Piece, cells_of

_TRACKED = (*GONE, f"{W}ins", f"{W}moveTo")


class Group:
    """Paragraphs of the text that stand in one paragraph or row of the file, which is the `unit`; in none where they were added."""

    def __init__(self, unit: Any | None) -> None:
        """Begin with nothing in it."""
        self.unit = unit
        self.parts: list[tuple[Paragraph, list[Piece]]] = []

    @property
    def pieces(self) -> list[Piece]:
        """All that stands in it."""
        return [piece for _, pieces in self.parts for piece in pieces]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of the file."""
        return self.unit is not None and self.unit.tag == f"{W}tr"


class Grouped:
    """The paragraphs and rows of a file, and what of a text stands in them."""

    def __init__(self, file: Held, document: Document) -> None:
        """Take them from the file."""
        self.letters = Aligned(document)
        self._paragraphs = file.paragraphs
        self.numbers = {one: number for number, one in enumerate(file.paragraphs, 1)}
        self.units = {number: _unit(one) for one, number in self.numbers.items()}  # also of the paragraphs of notes
        self.units |= {number: self.units[citing] for number, citing in file.cited.items()}
        self._sizes: dict[Any, int] = {}
        for number, unit in self.units.items():
            self._sizes[unit] = self._sizes.get(unit, 0) + len(self.letters.of(number))
        sources = document.reading.sources
        last = document.reading.source(len(document.reading.text))
        self.elsewhere = {number for begin, number in document.elements if not sources[0] <= begin <= last}  # of another instrument

    def groups(self, paragraphs: Sequence[Paragraph]) -> list[Group]:
        """The groups of a text."""
        every = [(one, self.letters.pieces(one)) for one in paragraphs]
        units = [[self.units[piece.owner] for piece in pieces if piece.owner in self.units] for _, pieces in every]
        following: list[list[Any]] = list(itertools.accumulate(reversed(units), lambda after, own: own or after))[::-1]
        groups: list[Group] = []
        known: dict[Any, Group] = {}
        last: Any = None
        for (paragraph, pieces), own, after in zip(every, units, following, strict=True):
            begins = own[0] if own else last if after and after[0] is last else None
            for unit, part in self._parts(pieces, begins):
                group = known.get(unit)
                if group is None:
                    group = Group(unit)
                    groups.append(group)
                    known |= {} if unit is None else {unit: group}
                group.parts.append((paragraph, part))
                last = last if unit is None else unit
        return groups

    def _parts(self, pieces: Sequence[Piece], unit: Any | None) -> Iterator[tuple[Any | None, list[Piece]]]:
        """The pieces of a paragraph by what they stand in."""
        part: list[Piece] = []
        for piece in pieces:
            own = self.units.get(piece.owner, unit) if piece.owner is not None else unit
            if own is not unit:
                yield unit, part
                unit, part = own, []
            part.append(piece)
        yield unit, part

    def is_kept(self, group: Group) -> bool:
        """Whether its paragraph or row of the file holds just what is to stand there."""
        if group.unit is None or next(group.unit.iter(*_TRACKED), None) is not None:
            return False
        return all(one.is_kept for one in group.pieces) and sum(len(one.letters) for one in group.pieces) == self._sizes[group.unit]

    def holds(self, paragraph: Any) -> bool:
        """Whether a paragraph of the file holds words that were read, or words of another instrument, or such as are tracked as deleted."""
        number = self.numbers[paragraph]
        return bool(self.letters.of(number)) or number in self.elsewhere or next(paragraph.iter(*GONE), None) is not None

    def by_owner(self, group: Group) -> dict[int, list[Piece]]:
        """What stands in a group by the number of the paragraph of the file in which it is to stand."""
        found: dict[int, list[Piece]] = {}
        last = self.numbers[next(group.unit.iter(f"{W}p"))] if group.unit is not None else 0
        taken = {piece.owner for piece in group.pieces}
        for _, pieces in group.parts:
            for cell in cells_of(pieces) if group.is_row else [pieces]:
                if not any(piece.letters for piece in cell):
                    continue
                own = next((piece.owner for piece in cell if piece.owner is not None), None)
                if own is None and group.is_row and len(group.parts) == 1:
                    own = self._free(last, taken, is_first=not found)
                last = last if own is None else own
                if before := found.get(last):
                    before.append(Piece(blank([one.run for one in before], [one.run for one in cell])))
                for piece in cell:
                    last = last if piece.owner is None else piece.owner
                    found.setdefault(last, []).append(piece)
        return found

    def _free(self, last: int, taken: set[int | None], *, is_first: bool) -> int | None:
        """The paragraph of the next cell, where no words of the row stand in it."""
        cell = next(self._paragraphs[last - 1].iterancestors(f"{W}tc"), None) if last <= len(self._paragraphs) else None
        following = cell if is_first or cell is None else cell.getnext()
        inner = [] if following is None else [self.numbers[one] for one in following.iter(f"{W}p")]
        return inner[0] if inner and taken.isdisjoint(inner) else None


def _unit(paragraph: Any) -> Any:
    """The outermost row around a paragraph, else the outermost paragraph."""
    row, outer = None, paragraph
    for above in paragraph.iterancestors(f"{W}tr", f"{W}p"):
        row, outer = (above, outer) if above.tag == f"{W}tr" else (row, above)
    return outer if row is None else row
