"""Rows of a text as a table of a Word document.

In: paragraphs that are rows.  Out: the element of a table, the cells under each other as they stand in the file that they came from.
"""

from collections.abc import Sequence
from typing import Any

from conformed.instrument.tables.grid import grid
from conformed.version import Run
from conformed.views.set_out import Paragraph, cells, shown
from conformed.views.word_edited import mark, mark_row
from conformed.views.word_marks import Marks


def table(rows: Sequence[Paragraph], marks: Marks) -> Any:
    """The table that some rows make."""
    apart = [cells(marks.kept(row.runs)) for row in rows]
    places = grid([(row.columns, [sum(len(shown(run)) for run in cell) for cell in of]) for row, of in zip(rows, apart, strict=True)])
    width = max(taken[-1] + 1 for taken in places)
    found, how, columns = marks.made("tbl"), marks.made("tblPr"), marks.made("tblGrid")
    how.append(marks.made("tblW", w="0", type="auto"))
    columns.extend(marks.made("gridCol") for _ in range(width))
    found.extend((how, columns))
    for row, of, taken in zip(rows, apart, places, strict=True):
        line = marks.made("tr")
        mark_row(line, marks, row.added, row.struck)
        at = dict(zip(taken, of, strict=True))
        line.extend(_cell(at.get(place, []), row, marks) for place in range(width))
        found.append(line)
    return found


def _cell(runs: Sequence[Run], row: Paragraph, marks: Marks) -> Any:
    """A cell, whose paragraph is changed where its row is."""
    found, inner = marks.made("tc"), marks.made("p")
    mark(inner, marks, row.added, row.struck)
    inner.extend(marks.run(shown(run), run) for run in runs)
    found.append(inner)
    return found
