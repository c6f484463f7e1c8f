"""The rows, columns and cells of a provision's tables that an address names.

In: a document, a provision of it, and the place within it as an address says it: `table 2`, `row DSRAX`,
`column Rate`, `column Rate of row DSRAX of table 2`.  Out: what it names, each with its own place spelt in full.
A row is known by the words of its first cell, else by those of another; a column by its head, else by its number.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.tables.tables import Cell, Row, Table, head, keys, tables, words
from conformed.instrument.tree.provision import Provision

_STEP = pattern(r"(?P<what>table|row|column)\s(?P<name>.+)")
_OF = pattern(r"\sof\s(?=(?:table|row)\s)")


class Entries(msgspec.Struct, frozen=True):
    """Words of a table that an address names: the characters `start` to `end` of the reading, and the cells in it."""

    place: str
    heading: str | None
    start: int
    end: int
    cells: tuple[Cell, ...]


def in_table(place: str) -> bool:
    """Whether a place is one in a table."""
    return _STEP.match(place) is not None


def entries(document: Document, provision: Provision, place: str) -> Iterator[Entries]:
    """What `place` names in the tables of a provision."""
    asked: dict[str, str] = {}
    for step in _OF.split(place):
        match = _STEP.fullmatch(step)
        if match is None or match["what"] in asked:
            return
        asked[match["what"]] = match["name"]
    every = list(enumerate(tables(document, provision), 1))
    for number, table in every:
        if asked.get("table", str(number)) == str(number):
            behind = f" of table {number}" if len(every) > 1 else ""
            if "row" in asked or "column" in asked:
                yield from _asked(document, table, asked.get("row"), asked.get("column"), behind)
            else:
                yield Entries(f"table {number}", None, table.start, table.end, ())


def _asked(
    document: Document, table: Table, row: str | None, column: str | None, behind: str
) -> Iterator[Entries]:
    """The rows, the columns, or the cells in which they meet."""
    every = range(len(table.heads))
    heads = [head(table, place) for place in every]
    numbers = [str(place + 1) for place in every]
    columns = [] if column is None else _named(column, heads) or _named(column, numbers)
    known = keys(document, table)
    if row is None:
        for place in columns:
            cells = [
                cell
                for one, key in zip(table.rows, known, strict=True)
                for cell in _cells(document, one, [place], [key])
            ]
            yield from _entries(f"column {heads[place]}{behind}", table.heads[place] or None, cells)
        return
    for number in _rows(document, table, known, row):
        within = f"row {known[number]}{behind}"
        lines = _with_uncertain(table.rows, number)
        for place in columns:
            cells = [cell for one in lines for cell in _cells(document, one, [place], [known[number]])]
            yield from _entries(f"column {heads[place]} of {within}", table.heads[place] or None, cells)
        if column is None:
            cells = [cell for one in lines for cell in _cells(document, one, every, heads)]
            yield from _entries(within, None, cells)


def _entries(place: str, heading: str | None, cells: Sequence[Cell]) -> Iterator[Entries]:
    if cells:
        yield Entries(place, heading, cells[0].start, cells[-1].end, tuple(cells))


def _cells(document: Document, row: Row, places: Sequence[int], of: Sequence[str]) -> list[Cell]:
    """The cells of a row in some columns, each beside its head, or beside the key of the row.

    All words of the row where it is not certain in which columns they stand.
    """
    if not row.cells:
        return [Cell(None, words(document, [(row.start, row.end)]), row.start, row.end)]
    return [
        Cell(one, words(document, cell), cell[0][0], cell[-1][1])
        for place, one in zip(places, of, strict=True)
        if (cell := row.cells[place])
    ]


def _with_uncertain(rows: Sequence[Row], number: int) -> Sequence[Row]:
    """A row with the lines at it of which it is not certain to which row they belong."""
    first, last = number, number + 1
    while first > 0 and not rows[first].apart and not rows[first - 1].cells:
        first -= 1
    while last < len(rows) and not rows[last].apart and not rows[last].cells:
        last += 1
    return rows[first:last]


def _rows(document: Document, table: Table, keys: Sequence[str], name: str) -> Sequence[int]:
    """The numbers of the rows that a name is the key of, or the first cell; where it is none, those with that cell."""
    known = [number for number, row in enumerate(table.rows) if row.cells]
    cells = [
        [_folded(words(document, cell)) for cell in table.rows[number].cells if cell] for number in known
    ]
    wanted = _folded(name)
    same = (
        [number for number in known if _folded(keys[number]) == wanted]
        or [number for number, row in zip(known, cells, strict=True) if row[0] == wanted]
        or [number for number, row in zip(known, cells, strict=True) if wanted in row]
    )
    return same or [known[place] for place in _named(name, [keys[number] for number in known])]


def _named(name: str, names: Sequence[str]) -> list[int]:
    """The places of the names that are a name, else of those that hold its words."""
    wanted = _folded(name)
    folded = [_folded(one) for one in names]
    same = [place for place, one in enumerate(folded) if one == wanted]
    return same or [place for place, one in enumerate(folded) if f" {wanted} " in f" {one} "]


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
