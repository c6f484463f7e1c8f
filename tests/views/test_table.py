"""The cells of a table stand under each other as in the file."""

from hypothesis import given
from hypothesis import strategies as st

from conformed.instrument import parse
from conformed.version import Passage
from conformed.version.passage import passages
from conformed.views.table import grid
from conformed.views.to_text import to_text
from tests.written import document

RATES = """\
SECTION 4.1. Rates. The rates are these:

<TABLE>
<CAPTION>
                          Day         Night
Zone                      Rate        Rate
-----                     -----       -----
<S>                       <C>         <C>
Inner zone                1.25        0.75
Outer zone, beyond
  the river               2.50        1.50
Harbor                                0.60
</TABLE>

SECTION 4.2. Bills. Bills are sent each month.
"""


def text(words: str) -> str:
    read = document(words)
    root: Passage = passages(read, parse(read).root)
    return to_text(root)


def test_a_blank_cell_keeps_its_place() -> None:
    lines = text(RATES).splitlines()
    told = [line for line in lines if "Rate " in line or "Night" in line or "0.60" in line or "river" in line]
    assert told == [
        "            Day    Night",
        "Zone        Rate   Rate",
        "the river   2.50   1.50",
        "Harbor             0.60",
    ]


def test_tabs_stand_for_columns() -> None:
    lines = text(
        RATES.replace("Harbor                                0.60", "Harbor\t\t\t\t      0.60")
    ).splitlines()
    assert "Harbor             0.60" in lines


def test_a_row_whose_columns_are_not_known_is_filled_from_the_left() -> None:
    assert grid([((0, 20, 40), (5, 5, 5)), ((), (3, 3)), ((41,), (2,)), ((2, 21), (3, 20))]) == [
        (0, 1, 2),
        (0, 1),
        (2,),
        (0, 1),
    ]


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), max_size=8))
def test_the_cells_of_a_row_keep_their_order(widths: list[list[int]]) -> None:
    rows = []
    for row in widths:
        starts, column = [], 0
        for width in row:
            column += width
            starts.append(column)
            column += width
        rows.append((starts, row))
    most = max(map(len, widths), default=0)
    for row, places in zip(widths, grid(rows), strict=True):
        assert len(places) == len(row)
        assert list(places) == sorted(set(places))
        assert all(0 <= place < most for place in places)
