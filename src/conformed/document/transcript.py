"""What a file in another format says, written out as text: lines, pages, tables, with the way back to its elements.

In: lines of pieces, each piece words of one element of the file.  Out: the text, where in it each element begins, and
which words the file marks as changed.  A row of a table is written with its cells in columns, as a typist would.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conformed.document.document import Change, Tracked
from conformed.document.line_words import in_columns

PAGE_END = "\f"
CELLS = 500_000  # of a table, empty ones counted: a text in columns grows with them
_WIDEST = 60  # characters of a column, which longer cells do not widen
_APART = 4  # blanks between two columns


class Piece(NamedTuple):
    """Words of one element, which is the `element`th of the file, and how that marks them as changed."""

    words: str
    element: int
    change: Change | None = None


Cells = Sequence[tuple[int, Sequence["Line"]]]  # each with its column, in their order


class Line(NamedTuple):
    """Pieces beside each other; `indent` columns from the margin; whether a blank line stands above; whether it is of a table."""

    pieces: Sequence[Piece]
    indent: int = 0
    apart: bool = True
    row: bool = False

    def __len__(self) -> int:
        """How many characters it has."""
        return sum(len(piece.words) for piece in self.pieces)


class Transcript:
    """The text of a file, as it grows line by line."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._written: list[str] = []
        self._at = 0
        self._begun: list[tuple[int, int]] = []  # where the words of each element begin
        self.tracked: list[Tracked] = []
        self.tables: list[tuple[int, int]] = []  # the stretches of the text that are rows

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(self._written)

    @property
    def elements(self) -> tuple[tuple[int, int], ...]:
        """Where in the text the words of each element begin, and its number."""
        return tuple(self._begun)

    def line(self, line: Line) -> None:
        """Write a line."""
        if self._written:
            self._write("\n\n" if line.apart else "\n")
        self._write(" " * line.indent)
        for piece in line.pieces:
            if piece.words.strip() and (not self._begun or self._begun[-1][1] != piece.element):
                self._begun.append((self._at, piece.element))
            if piece.change and piece.words:
                self._track(piece.change, self._at + len(piece.words))
            self._write(piece.words)
        if line.row:
            self.tables.append((self._at - len(line), self._at))

    def _track(self, change: Change, end: int) -> None:
        if self.tracked and self.tracked[-1].end == self._at and self.tracked[-1].change == change:
            self.tracked[-1] = Tracked(self.tracked[-1].start, end, change)
        else:
            self.tracked.append(Tracked(self._at, end, change))

    def _write(self, words: str) -> None:
        self._written.append(words)
        self._at += len(words)


def table(rows: Sequence[Cells]) -> Iterator[Line]:
    """The lines of a table: the cells of a row beside each other, each in its column.

    A table that only sets out clauses or terms, each beside its marker, has no rows.
    """
    widths: dict[int, int] = {}
    for row in rows:
        for column, lines in row:
            widest = max(map(len, lines), default=0)
            widths[column] = max(widths.get(column, 0), min(widest, _WIDEST))
    columns = sorted(widths)
    begins = dict(zip(columns, itertools.accumulate((widths[one] + _APART for one in columns), initial=0), strict=False))
    made: list[Line] = []
    for row in rows:
        filled = [(column, held) for column, held in row if any(map(len, held))]
        if len(filled) == 1:
            made.extend(filled[0][1])
        else:
            made.extend(_beside(filled, begins, apart=row is rows[0]))
    sets_out = not any(line.row and in_columns("".join(piece.words for piece in line.pieces)) for line in made)
    for line in made:
        yield Line(line.pieces, line.indent, line.apart, not sets_out and (line.row or _is_short(line)))


def _is_short(line: Line) -> bool:
    """Whether a line that stands alone in a row is of the table: no prose, and no end of a page."""
    return len(line) <= _WIDEST and line.pieces[0].words != PAGE_END


def _beside(row: Cells, begins: dict[int, int], *, apart: bool) -> Iterator[Line]:
    """The lines of the cells of a row, the first of each beside the first of the others, and so on."""
    for number in range(max((len(lines) for _, lines in row), default=0)):
        pieces: list[Piece] = []
        length = 0
        for column, lines in row:
            if number < len(lines):
                blanks = max(begins[column] - length, _APART if pieces else 0)
                pieces += [Piece(" " * blanks, lines[number].pieces[0].element)] if blanks else []
                pieces += lines[number].pieces
                length += blanks + len(lines[number])
        yield Line(pieces, 0, apart and not number, row=True)
