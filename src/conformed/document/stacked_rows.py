"""Rows of a table whose cells a converter of HTML left on a line each, one below the other.

In: the lines of a text, and their words.  Out: the lines that go on with a row.  Such rows stand apart from each other,
wider than their cells, or their cells stand close; each has as many cells, short ones, and in one column sums, shares or ratios.
"""

import itertools
import statistics
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import pattern
from conformed.document.document import Line
from conformed.document.line_words import is_marked

_CELL = 60  # characters of a cell
_ROWS = 3  # rows that make a table
_STOPS = frozenset(":;,")  # with which no cell ends; a name may end in a full stop
_MOST = 8  # cells of a row
_WIDER = 1.5  # times the gap between cells stands between rows
_AMOUNT = pattern(  # and no page number
    r"(?:US)?\$\s?\d[\d.,]{0,16}|\d[\d.,]{0,16}\s?%|\d{1,3}(?:,\d{3})+|\d{1,3}\.\d{1,12}%?|\d{1,3}(?:\.\d{1,3})?\s?(?::|to|x)\s?(?:\d{1,3}(?:\.\d{1,3})?)?"
)


def going_on(lines: Sequence[Line], words: Sequence[str]) -> Iterator[int]:
    """The lines that hold a cell behind the first of a row."""
    for first, last in _runs(words):
        inner = statistics.mode(line.gap for line in lines[first + 1 : last])
        starts = [first, *(number for number in range(first + 1, last) if lines[number].gap > _WIDER * inner), last]
        rows = list(itertools.pairwise(starts))
        for cells, alike in itertools.groupby(rows, key=lambda row: row[1] - row[0]):
            table = list(alike)
            if 1 < cells <= _MOST and len(table) >= _ROWS and _has_amounts(words, table, cells):
                yield from (number for begun, end in table for number in range(begun + 1, end))


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Short lines that stand together, enough of them for a table."""
    first = 0
    for number in range(len(words) + 1):
        if number == len(words) or not _is_cell(words[number]):
            if number - first >= 2 * _ROWS:
                yield first, number
            first = number + 1


def _is_cell(line: str) -> bool:
    return len(line) <= _CELL and line[-1] not in _STOPS and "\t" not in line and not is_marked(line)


def _has_amounts(words: Sequence[str], table: Sequence[tuple[int, int]], cells: int) -> bool:
    """Whether one column, but for its head, holds amounts alone."""
    return any(
        all(_AMOUNT.fullmatch(words[begun + column]) for begun, _ in table[1:]) for column in range(cells)
    )
