"""The cells of a table stand under each other as in the file; its rows, columns and cells can be asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument import Instrument, parse, parse_path
from conformed.instrument.addressed import addressed
from conformed.instrument.tables.grid import grid
from conformed.instrument.tables.tables import tables
from conformed.version import Passage
from conformed.version.passage import passages
from conformed.views.outline import outline_json, outline_text, stretch_json, stretch_text
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


TOLLS = """\
2.2 Tolls. The tolls are these:

Mill                        Toll, in dollars
Mark     State              Day        Night
MLRAX    Ohio               $ 1.25     $ 0.75
MLRAB    Ohio, east of
         the river          2.50       1.50
MLRAM    Kentucky                      0.60

Total                       3.75       2.85

2.3 Bills. Bills are sent each month.

2.4 Shares. The shares are these:

Bank                 Share     Due on 3/31
Alder Bank           60%       12
Tern Bank            40 %      8

and these:

Alder Bank           50%
Tern Bank            50%
"""


def read(words: str) -> Instrument:
    return parse(from_text("written.txt", words.encode()))


@pytest.mark.parametrize(
    ("address", "cells"),
    [
        (
            "2.2~column Toll in dollars Day",
            [("MLRAX", "$ 1.25"), ("MLRAB", "2.50"), ("Total", "3.75")],
        ),
        ("2.2~column night", [("MLRAX", "$ 0.75"), ("MLRAB", "1.50"), ("MLRAM", "0.60"), ("Total", "2.85")]),
        ("2.2~row MLRAB", [("Mill Mark", "MLRAB"), ("State", "Ohio, east of the river"), ("Toll, in dollars Day", "2.50"), ("Toll, in dollars Night", "1.50")]),
        ("2.2~row Kentucky", [("Mill Mark", "MLRAM"), ("State", "Kentucky"), ("Toll, in dollars Night", "0.60")]),
        ("Section 2.2~column Toll, in dollars Night of row mlram", [("MLRAM", "0.60")]),
        ("2.2~column Day of row MLRAM", []),
        ("2.2~column Dawn", []),
        ("2.2~row MLR", []),
        ("2.4~column Due on 3/31", [("Alder Bank", "12"), ("Tern Bank", "8")]),
        ("2.4~column 2 of table 2", [("Alder Bank", "50%"), ("Tern Bank", "50%")]),
        ("2.4~column Share of row Tern Bank of table 1", [("Tern Bank", "40 %")]),
        ("2.4~row Tern Bank of table 3", []),
    ],
)  # fmt: skip
def test_rows_columns_and_cells_can_be_asked_for(address: str, cells: list[tuple[str, str]]) -> None:
    assert [(cell.of, cell.words) for one in addressed(read(TOLLS), address) for cell in one.cells] == cells


@pytest.mark.parametrize(
    "path", ["2.2~column Toll (in $)", "2.2~row MLRAX", "2.2~column Day of row MLRAX of table 2"]
)
def test_the_path_of_a_row_or_column_has_a_normal_form(path: str) -> None:
    assert str(parse_path(path)) == path.replace(" (", "(")


def test_the_outline_lists_tables_with_their_columns() -> None:
    instrument = read(TOLLS)
    assert outline_json(instrument)["tables"][:2] == [
        {"path": "2.2~table 1", "columns": ["Mill Mark", "State", "Toll, in dollars Day", "Toll, in dollars Night"], "rows": ["MLRAX", "MLRAB", "MLRAM", "Total"], "page": 1},
        {"path": "2.4~table 1", "columns": ["Bank", "Share", "Due on 3/31"], "rows": ["Alder Bank", "Tern Bank"], "page": 1},
    ]  # fmt: skip
    assert (
        "\n  ~table 1  Mill Mark | State | Toll, in dollars Day | Toll, in dollars Night\n"
        in outline_text(instrument)
    )


def test_a_column_is_printed_with_the_keys_of_its_rows() -> None:
    instrument = read(TOLLS)
    (column,) = addressed(instrument, "2.4~column Share of table 1")
    assert stretch_text(instrument, column) == (
        "2.4~column Share of table 1: written.txt, page 1, lines 17 to 18\n\n"
        "Alder Bank  60%\nTern Bank   40 %\n"
    )
    told = stretch_json(instrument, column)
    assert [(cell["of"], cell["text"], cell["line"]) for cell in told["cells"]] == [
        ("Alder Bank", "60%", 17),
        ("Tern Bank", "40 %", 18),
    ]


def test_the_key_of_a_row_tells_it_from_those_that_begin_alike() -> None:
    instrument = read(
        "2.2 Tolls. The tolls are these:\n\nMark      State        Toll\nMLRAX     Ohio         $1.25\n"
        "MLRAX     Kentucky     $1.35\nMLRAB     Ohio         $2.25\n\n2.3 Bills. Bills are sent each month.\n"
    )
    assert outline_json(instrument)["tables"][0]["rows"] == ["MLRAX, Ohio", "MLRAX, Kentucky", "MLRAB"]
    for name, paths in [
        ("MLRAX, Kentucky", ["2.2~row MLRAX, Kentucky"]),
        ("MLRAX", ["2.2~row MLRAX, Ohio", "2.2~row MLRAX, Kentucky"]),
        ("Ohio", ["2.2~row MLRAX, Ohio", "2.2~row MLRAB"]),
    ]:
        assert [one.path for one in addressed(instrument, f"2.2~row {name}")] == paths


def test_the_marks_of_the_columns_part_the_heads_from_the_rows() -> None:
    (table,) = tables(read(RATES).document, read(RATES).root)
    assert table.heads == ("Zone", "Day Rate", "Night Rate")
    assert len(table.rows) == 4


WITHOUT_MARGINS = """\
2.2 Margin. The margin is this:

Senior
Level     Ratio         Margin
1         N/A           1.00%
or lower
2         Less than     1.05%
3         Greater       1.25%

2.3 Bills. Bills are sent each month.
"""


def test_where_margins_are_lost_a_short_line_is_in_no_column() -> None:
    instrument = read(WITHOUT_MARGINS)
    (column,) = addressed(instrument, "2.2~column Margin")
    assert [(cell.of, cell.words) for cell in column.cells] == [
        ("1", "1.00%"),
        (None, "or lower"),
        ("2", "1.05%"),
        ("3", "1.25%"),
    ]
    assert "[or lower]\n" in stretch_text(instrument, column)
    (row,) = addressed(instrument, "2.2~row 3")
    assert [cell.words for cell in row.cells] == ["3", "Greater", "1.25%"]


@pytest.mark.parametrize(
    "lines",
    [
        "STATE OF OHIO        )\n                     )  ss.\nCOUNTY OF ALDER      )\n",
        "Phone:     555-0100\nFax:       555-0101\nAttention: Jane Doe\n",
        "The Mill shall     pay all tolls due\nto the Lender      within thirty days\n",
    ],
)
def test_what_is_only_laid_out_in_columns_is_no_table(lines: str) -> None:
    instrument = read(f"2.2 Tolls. The tolls are these:\n\n{lines}\n2.3 Bills. Bills are sent.\n")
    assert tables(instrument.document, instrument.root) == []


@given(
    st.lists(st.lists(st.sampled_from(["a", "1", "--", "$", "b c"]), max_size=5), max_size=8),
    st.integers(0, 9),
)
def test_each_cell_of_a_table_holds_its_words(lines: list[list[str]], margin: int) -> None:
    body = "\n".join(" " * margin + "     ".join(line) for line in lines)
    instrument = read(f"2.2 Tolls. The tolls are these:\n\n{body}\n\n2.3 Bills. Bills are sent.\n")
    words = instrument.document.reading.text
    for table in tables(instrument.document, instrument.root):
        ends = [end for row in table.rows for end in (row.start, row.end)]
        assert ends == sorted(ends)
        for row in table.rows:
            assert all(
                row.start <= start < end <= row.end and words[start:end].strip()
                for cell in row.cells
                for start, end in cell
            )


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ("Grain\nDay Toll\nNight Toll\n\n", ("Grain", "Day Toll", "Night Toll")),
        ("Tolls of the Mill\n\n\nGrain\nDay Toll\nNight Toll\n\n", ("Grain", "Day Toll", "Night Toll")),
        ("Tolls of the Mill\nGrain\nDay Toll\nNight Toll\n\n", ("", "", "")),  # more lines than columns
        ("Grain\nTotal\n2,500\n\n", ("", "", "")),
    ],
)
def test_heads_may_stand_above_each_other_where_a_converter_left_tabs(heads: str, found: tuple[str, ...]) -> None:
    rows = "Rye\t\u00a0\t1.25\t\u00a0\t0.75\nOats\t\u00a0\t2.50\t\u00a0\t1.50\nWheat\t\u00a0\t3.50\t\u00a0\t2.50\n"
    instrument = read(f"SECTION 1. Tolls. The tolls are these:\n\n{heads}{rows}\nThey are due.\n")
    (table,) = tables(instrument.document, instrument.root)
    assert table.heads == found
    blanks = rows.replace("\t\u00a0\t", "          ")
    (table,) = tables((one := read(f"SECTION 1. Tolls. The tolls are these:\n\n{heads}{blanks}\nThey are due.\n")).document, one.root)
    assert not any(table.heads)


STACKED = """\
SECTION 4.1. Tolls. The tolls are these:


Mill
Yearly Toll
Share

Alder Weir, Inc.
$1,200
32.5%

Heron Quay
$2,400
67.5%

Tern Hollow
$600
1.0%

SECTION 4.2. Bills. Bills are sent each month.
"""


@pytest.mark.parametrize("words", [STACKED, STACKED.replace("\n\n", "\n\n\n\n\n\n").replace("\n$", "\n\n$").replace("0\n", "0\n\n").replace("Toll\n", "Toll\n\n").replace("Mill\n", "Mill\n\n")])
def test_cells_that_stand_one_below_the_other_are_rows_with_heads(words: str) -> None:
    (table,) = outline_json(parse(document(words)))["tables"]
    assert table["path"] == "4.1~table 1"
    assert table["columns"] == ["Mill", "Yearly Toll", "Share"]
    assert table["rows"] == ["Alder Weir, Inc.", "Heron Quay", "Tern Hollow"]


def test_addresses_and_lists_of_contents_that_stand_so_are_no_rows() -> None:
    name = "Alder Weir, Inc.\n4 Mill Lane\nDayton\n\n"
    listed = "".join(f"Of {word}\n{page}\n\n" for page, word in enumerate(("tolls", "bills", "weirs", "days"), 12))
    assert outline_json(parse(document(f"SECTION 4.1. Who.\n\n{name * 4}\n{listed}SECTION 4.2. Bills. They are sent.\n")))["tables"] == []
