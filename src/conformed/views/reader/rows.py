"""The rows of a table: the cells of each, and whether it only carries on the cells of the row above.

In: the items of a row; a row and the one above it, with the columns of the file in which their cells begin.  Out: the
cells; whether the one carries on the other.  Afterwards no row with a figure of its own carries another on.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.views.reader.pieces import Item

RULE = pattern(r"[-=_\s]{3,}")
_FIGURE = pattern(r"[$(]{0,3}(?:\d[\d,.]*|-{1,3}|_{2,}.*)[)%]{0,3}")


class Row(msgspec.Struct, frozen=True):
    """The words of the cells of a row, and where they begin."""

    cells: Sequence[str]
    columns: Sequence[int]

    def carries_on(self, above: "Row") -> bool:
        """Whether its cells are further lines of some cells of the row above."""
        words = [cell.strip() for cell in self.cells if cell.strip()]
        return (
            0 < len(words) < len([cell for cell in above.cells if cell.strip()])
            and bool(self.columns and above.columns)
            and self.columns[0] > above.columns[0]
            and not any(_FIGURE.fullmatch(word) for word in words)
        )


def cells_of(items: list[Item]) -> tuple[tuple[Item, ...], ...]:
    """The cells of a row: tabs part them, and what replaces a struck run begins at that run's cell."""
    cells: list[list[Item]] = [[]]
    cursor, start, struck = 0, 0, None
    for item in items:
        if item.kind == "note":
            continue
        if struck and item.added == struck and "\t" in item.text:
            cursor = start
        if item.kind == "run":
            start, struck = cursor, item.struck if "\t" in item.text else None
        texts = item.text.split("\t") if item.kind == "run" else [item.text]
        for index, text in enumerate(texts):
            cursor += index > 0
            while len(cells) <= cursor:
                cells.append([])
            if text:
                ends = item.end and index == len(texts) - 1 and not RULE.fullmatch(text)
                cells[cursor].append(msgspec.structs.replace(item, text=text, end=ends))
    return tuple(tuple(cell) for cell in cells)
