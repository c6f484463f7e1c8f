"""What a Word document shows, line by line: paragraphs, cells, page ends.

In: words as they come, with the paragraph that they stand in, and where lines, pages, cells and rows end.  Out: lines.
"""

from collections.abc import Sequence

from conformed.document.transcript import PAGE_END, Cells, Line, Piece, table

_MARGIN = " \t"
_COLUMNS = 63  # of a table, as Word allows
_Around = tuple[list[Piece], list[Piece], bool, bool]  # what stands on the line around a block


class _Row:
    """A row of a table as it is filled, and whether a page ends before its words or behind."""

    def __init__(self) -> None:
        self.cells: list[tuple[int, list[Line]]] = []
        self.column = 0
        self.begun = self.turned = False


class Lines:
    """The lines as they grow."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self._blocks: list[list[Line]] = [[]]  # the lines of the document, and of each cell and box around
        self._tables: list[list[Cells]] = []
        self._rows: list[_Row] = []
        self._pieces: list[Piece] = []
        self._opening: list[Piece] = []  # the number of a paragraph, before its first words
        self._apart = True
        self.open = False  # whether words stand in the paragraph that are not struck
        self._turned = False  # whether a page ends before the next words

    @property
    def in_table(self) -> bool:
        """Whether a table is around."""
        return bool(self._tables)

    @property
    def in_row(self) -> bool:
        """Whether a row of the innermost table is around."""
        return len(self._rows) >= len(self._tables) > 0

    def number(self, piece: Piece) -> None:
        """A number opens the next words."""
        if piece.words:
            self._opening.append(piece)

    def say(self, piece: Piece) -> None:
        """Words stand where we are."""
        if not piece.words:
            return
        if self._turned and not self._tables:
            self._turn(piece.element)
        self._open()
        if self._rows:
            self._rows[0].begun = True
        self._pieces.append(piece)
        self.open |= not (piece.change and piece.change.struck)

    def end_line(self) -> None:
        """The line ends, and its paragraph goes on."""
        self._open()
        self._apart = not self._flush()  # a second one leaves a blank line

    def end_paragraph(self) -> None:
        """The paragraph ends."""
        self._open()
        self._flush()
        self._apart, self.open = True, False

    def end_page(self) -> None:
        """The page ends; in a table before the row, where nothing of it stands there yet, else behind."""
        if self._rows and not self._rows[0].begun:
            self._rows[0].turned = True
        else:
            self._turned = True

    def begin_block(self) -> _Around:
        """A cell, a box or a note begins, which has lines of its own; what stands on the line around is given back."""
        around = self._pieces, self._opening, self._apart, self.open
        self._pieces, self._opening, self._apart, self.open = [], [], True, False
        self._blocks.append([])
        return around

    def end_block(self, around: _Around) -> list[Line]:
        """Its lines."""
        self.end_paragraph()
        self._pieces, self._opening, self._apart, self.open = around
        return self._blocks.pop()

    def add(self, lines: Sequence[Line]) -> None:
        """Lines that are made stand where we are."""
        self._blocks[-1] += lines

    def begin_table(self) -> int:
        """A table begins; how many there are within each other."""
        self.end_paragraph()
        self._tables.append([])
        return len(self._tables)

    @property
    def places(self) -> int:
        """How many cells the table has, with those that are left out."""
        rows = self._tables[-1]
        return len(rows) * len({column for row in rows for column, _ in row})

    def end_table(self) -> None:
        """The table ends."""
        rows = self._tables.pop()
        self.add(list(table(rows)))
        self._apart = True

    def begin_row(self, before: int) -> None:
        """A row begins, behind a number of columns that it leaves out."""
        row = _Row()
        row.column = min(before, _COLUMNS - 1)
        if not self._rows:
            row.turned, self._turned = self._turned, False
        self._rows.append(row)

    def cell(self, lines: list[Line], columns: int) -> None:
        """A cell of the row, which takes a number of columns."""
        row = self._rows[-1]
        row.cells.append((row.column, lines))
        row.column = min(row.column + columns, _COLUMNS - 1)

    def end_row(self) -> None:
        """The row ends."""
        row = self._rows.pop()
        if row.turned and not self._rows:
            element = next((piece.element for _, lines in row.cells for line in lines for piece in line.pieces), 0)
            self._tables[-1].append([(0, [Line([Piece(PAGE_END, element)])])])
        self._tables[-1].append(row.cells)

    def done(self) -> list[Line]:
        """All that was shown."""
        self.end_paragraph()
        return self._blocks[0]

    def _turn(self, element: int) -> None:
        """Write the end of a page, in the midst of a paragraph too."""
        self._turned = False
        within = self._flush()
        if self._blocks[-1]:
            self._blocks[-1].append(Line([Piece(PAGE_END, element)], 0, not within))
            self._apart = not within

    def _open(self) -> None:
        self._pieces += self._opening
        self._opening = []

    def _flush(self) -> bool:
        """The line ends; whether it holds words."""
        pieces = _trimmed(self._pieces)
        self._pieces = []
        if pieces:
            self._blocks[-1].append(Line(pieces, 0, self._apart))
        return bool(pieces)


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line without blanks at its ends."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first].words.strip(_MARGIN):
        first += 1
    while last > first and not pieces[last - 1].words.strip(_MARGIN):
        last -= 1
    kept = list(pieces[first:last])
    if kept:
        kept[0] = kept[0]._replace(words=kept[0].words.lstrip(_MARGIN))
        kept[-1] = kept[-1]._replace(words=kept[-1].words.rstrip(_MARGIN))
    return kept
