"""The cells of a table under each other, as they stand in the file.

In: rows, each with the columns of the file in which its cells begin, and the cells.  Out: for each row the places
of its cells in a grid, from 0.  Afterwards the cells of a row stand in their order, each in a place of its own;
a cell that stands under another in the file has its place; a row of which the file's columns are not known is
filled from the left.
"""

import bisect
from collections.abc import Sequence

from conformed.document import Document

Row = tuple[Sequence[int], Sequence[int]]  # where its cells begin, and how long they are
_Stretch = tuple[int, int]


def grid(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """The places of the cells of each row."""
    known = [_stretches(row) for row in rows if _told(row)]
    most = max(map(len, known), default=0)
    full = [cells for cells in known if len(cells) == most]
    starts = [min(cells[place][0] for cells in full) for place in range(most)]
    ends = [max(cells[place][1] for cells in full) for place in range(most)]
    return [
        _places(_stretches(row), starts, ends) if _told(row) else tuple(range(len(row[1]))) for row in rows
    ]


def columns(document: Document, start: int, end: int) -> tuple[int, ...]:
    """The columns of the file in which the cells of a row begin; tabs stop at each eighth.

    The row is the characters `start` to `end` of the reading.
    """
    words, text = document.reading.text, document.text
    cells = [start, *(at + 1 for at in range(start, end) if words[at] == "\t")]
    places = [document.reading.source(at) for at in cells]
    line = document.lines[bisect.bisect_right(document.lines, places[0], key=lambda line: line.start) - 1]
    before, column, found = line.start, line.indent, []
    for place in places:
        margin = column % 8
        column += len((" " * margin + text[before:place]).expandtabs(8)) - margin
        found.append(column)
        before = place
    return tuple(found)


def _told(row: Row) -> bool:
    return 0 < len(row[0]) == len(row[1])


def _stretches(row: Row) -> list[_Stretch]:
    return [(start, start + length) for start, length in zip(*row, strict=True)]


def _places(cells: Sequence[_Stretch], starts: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """The column of the full rows that each cell shares most with, none passed by a later cell."""
    places: list[int] = []
    for turn, (start, end) in enumerate(cells):
        least = places[-1] + 1 if places else 0
        most = len(starts) - (len(cells) - turn)
        first, last = bisect.bisect_right(ends, start) - 1, bisect.bisect_left(starts, end)
        near = range(min(max(first, least), most), min(max(last, least), most) + 1)
        places.append(max(near, key=lambda place: _shared((start, end), (starts[place], ends[place]))))
    return tuple(places)


def _shared(cell: _Stretch, column: _Stretch) -> tuple[int, int]:
    """How much of a column a cell shares; where it shares none, the nearer column is better."""
    shared = min(cell[1], column[1]) - max(cell[0], column[0])
    return max(0, shared), -abs(cell[0] + cell[1] - column[0] - column[1])
