"""The tables of a provision: their columns with their heads, their rows, and the cell in which the two meet.

In: a document and a provision of it.  Out: its tables in the order of the text, those of the provisions under it
among them.  The convention is that of filings: what stands above the line of column marks (`<S> <C>`), above the
first rule, or above the first figures, are the heads of the columns; a line without a first cell goes on with the
row above it, or where it stands apart from that, with the row below.  Where a file has lost its margins, a line
with fewer cells than the others could stand anywhere: its cells are in no column.
"""

import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.tables.grid import columns, grid
from conformed.instrument.tables.stacked import stacked
from conformed.instrument.tree.provision import Provision, ProvisionKind

_CELL = pattern(r"[^\t\n]+")
_RULE = pattern(r"[-=_–—\s]+")
_FIGURE = pattern(r"[$(.\s-]{0,4}\d|\*\*|__")
_CAPTION = pattern(r"<CAPTION>", ENGLISH)
_TABLE = pattern(r"</?TABLE>", ENGLISH)
_MARKS = pattern(r"<[Ss]>")
_BEHIND = frozenset(("%", ")", ")%"))  # what stands apart behind a figure
_BEFORE = frozenset("≥≤<>³£")  # and before one: a converter made the last two of the first
_HEADS = 6  # lines that the heads of columns may have
_LONG = 80  # characters: cells that are longer are prose
_SHORT = 60  # characters of a line between rows that belongs to them
_BETWEEN = 2  # such lines
_ROWS = 3  # rows of a table above which heads may stand line by line
_KEY = 4  # cells that tell a row from others

_Stretch = tuple[int, int]


class Cell(msgspec.Struct, frozen=True):
    """Words of a table, the characters `start` to `end` of the reading, and the head or key `of` what they stand beside.

    `of` is None where it is not certain beside what they stand.
    """

    of: str | None
    words: str
    start: int
    end: int


class Row(msgspec.Struct, frozen=True):
    """A row: the characters `start` to `end` of the reading, and for each column the stretches of its cell.

    It has no cells where it is not certain in which columns its words stand.  `apart` tells that a blank line or a
    rule stands above it.
    """

    start: int
    end: int
    apart: bool
    cells: tuple[tuple[_Stretch, ...], ...]


class Table(msgspec.Struct, frozen=True):
    """A table: the characters `start` to `end` of the reading, its rows, and the head of each column, which may be empty."""

    start: int
    end: int
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


class _Line(msgspec.Struct, frozen=True):
    """A line of a table: where its cells stand in the reading, and in which columns of the file; whether it is `broken` there."""

    cells: tuple[_Stretch, ...]
    spread: tuple[_Stretch, ...]
    apart: bool
    broken: bool
    rule: bool
    figure: bool


_Placed = tuple[_Line, tuple[int, ...]]  # a line and the places of its cells; none where they are not certain


def words(document: Document, cell: Sequence[_Stretch]) -> str:
    """The words of a cell."""
    return " ".join(" ".join(document.reading.text[start:end] for start, end in cell).split())


def keys(document: Document, table: Table) -> list[str]:
    """The key of each row: the words of its first cell, and of those behind it where other rows begin with the same."""
    rows = [[cell for one in row.cells if (cell := words(document, one))] for row in table.rows]
    found = [row[0] if row else "" for row in rows]
    for cells in range(2, min(len(table.heads), _KEY) + 1):
        often = Counter(found)
        found = [
            ", ".join(row[:cells]) if often[known] > 1 else known
            for row, known in zip(rows, found, strict=True)
        ]
    return found


def head(table: Table, place: int) -> str:
    """The head of a column, or its number."""
    return table.heads[place] or str(place + 1)


def tables(document: Document, provision: Provision) -> list[Table]:
    """The tables of a provision and of those under it."""
    margins = any(line.indent for line in document.lines)  # of which a row over two lines tells nothing
    found = [
        _headed(document, one, table)
        for one in provision.walk()
        if one.kind is not ProvisionKind.SIGNATURES
        for run in _runs(document, one)
        if (table := _table(document, [_line(document, row) for row in run], margins=margins)) is not None
    ]
    return sorted(found, key=lambda table: table.start)


def _headed(document: Document, provision: Provision, table: Table) -> Table:
    """The table with the heads that stand above it line by line, where it has none."""
    known = any(table.heads) or len(table.rows) < _ROWS
    heads = () if known else stacked(document, provision, table.start, len(table.heads))
    return msgspec.structs.replace(table, heads=heads) if heads else table


def _runs(document: Document, provision: Provision) -> Iterator[list[Provision]]:
    """The rows of a provision that follow one another, and the short lines between them: the rest of a cell."""
    run: list[Provision] = []
    last = 0  # the place behind the last row of the run
    for child in provision.children:
        row = child.kind is ProvisionKind.ROW
        if run and (_tagged(document, run[-1], child, row=row) or len(run) - last >= _BETWEEN):
            yield run[:last]
            run, last = [], 0
        if row or (run and _is_short(document, child)):
            run.append(child)
            last = len(run) if row else last
        elif run:
            yield run[:last]
            run, last = [], 0
    if run:
        yield run[:last]


def _tagged(document: Document, above: Provision, below: Provision, *, row: bool) -> bool:
    """Whether a table ends between two lines; one that goes on in another has no heads of its own there."""
    between = document.text[document.reading.source(above.start) : document.reading.source(below.start)]
    return "<" in between and bool((_CAPTION if row else _TABLE).search(between))


def _is_short(document: Document, provision: Provision) -> bool:
    """Whether a paragraph may be the rest of a cell."""
    line = document.reading.text[provision.start : provision.end].rstrip()
    bare = provision.kind is ProvisionKind.PARAGRAPH and not provision.children
    return bare and len(line) <= _SHORT and line[-1:] not in {".", ":", ";"}


def _table(document: Document, lines: Sequence[_Line], *, margins: bool) -> Table | None:
    """The table that lines make; None for what is only laid out in columns, as an address is."""
    margins = margins and not any(line.broken for line in lines)
    counts = [len(line.cells) for line in lines if len(line.cells) > 1 and not line.rule]
    if len(counts) < 2:
        return None
    most = max(counts) if margins else max(statistics.multimode(counts))
    places = grid(
        [([start for start, _ in one.spread], [end - start for start, end in one.spread]) for one in lines]
    )
    placed = [
        (line, row if margins else tuple(range(most)) if len(line.cells) == most else ())
        for line, row in zip(lines, places, strict=True)
    ]
    top = _top(document, lines)
    told = [line for line, row in placed[top:] if len(row) > 1 and not line.rule]
    if len(told) < 2 or not _is_table(document, told):
        return None
    return Table(
        lines[0].cells[0][0],
        lines[-1].cells[-1][1],
        _heads(document, placed, top, most),
        tuple(_row(row, most) for row in _rows(placed[top:])),
    )


def _is_table(document: Document, lines: Sequence[_Line]) -> bool:
    """Whether most lines hold figures, beside short words that are no labels; one that goes on below its label may have a long one."""
    labels = sum(document.reading.text[line.cells[0][1] - 1] == ":" for line in lines)
    size = statistics.median(max(end - start for start, end in line.cells[line.broken :]) for line in lines)
    return 2 * sum(line.figure for line in lines) > len(lines) > 2 * labels and size <= _LONG


def _line(document: Document, provision: Provision) -> _Line:
    text = document.reading.text
    cells = [match.span() for match in _CELL.finditer(text, provision.start, provision.end)]
    begun = columns(document, cells[0][0], cells[-1][1])
    spread = [(column, column + end - start) for column, (start, end) in zip(begun, cells, strict=True)]
    place = 1
    while place < len(cells):  # the sign of a sum or a share that stands apart from it
        before, here = text[slice(*cells[place - 1])].strip(), text[slice(*cells[place])].strip()
        if (before == "$" and here[0] in "0123456789(.") or before in _BEFORE or here in _BEHIND:
            cells[place - 1 : place + 1] = [(cells[place - 1][0], cells[place][1])]
            spread[place - 1 : place + 1] = [(spread[place - 1][0], spread[place][1])]
        else:
            place += 1
    source = document.reading.source(cells[0][0])
    margin = document.text[max(0, source - 400) : source]
    return _Line(
        tuple(cells),
        tuple(spread),
        apart=margin[len(margin.rstrip()) :].count("\n") > 1,
        broken="\n" in document.text[source : document.reading.source(cells[-1][1] - 1)],
        rule=all(_RULE.fullmatch(text, *cell) for cell in cells),
        figure=any(_FIGURE.match(text, *cell) for cell in cells),
    )


def _top(document: Document, lines: Sequence[_Line]) -> int:
    """How many lines the heads of the columns have."""
    begins = [document.reading.source(line.cells[0][0]) for line in lines]
    if marks := _MARKS.search(document.text, begins[0], begins[-1]):
        return sum(begun < marks.start() for begun in begins)
    figures = [line.figure and not line.rule for line in lines]
    for number in range(1, min(_HEADS, len(lines) - 1)):
        if lines[number].rule and sum(figures[:number]) <= (number == 1):
            return number
    top = figures.index(True) if True in figures else 0
    below = figures[top:]
    named = any(len(line.cells) > 1 for line in lines[:top])
    return top if named and top <= _HEADS and 2 * sum(below) > len(below) else 0


def _rows(lines: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """The lines of each row: one without a first cell belongs to another."""
    row: list[_Placed] = []
    apart = keyed = True
    for line, places in lines:
        apart = apart or line.apart
        if row and (line.rule or not places or (keyed and (0 in places or apart))):
            yield row
            row = []
        if line.rule:
            apart = True
        elif not places:
            yield [(line, places)]
            apart = True
        else:
            keyed = 0 in places or (bool(row) and keyed)
            row.append((line, places))
            apart = False
    if row:
        yield row


def _row(lines: Sequence[_Placed], most: int) -> Row:
    cells: dict[int, list[_Stretch]] = {}
    for line, places in lines:
        for place, cell in zip(places, line.cells if places else (), strict=True):
            cells.setdefault(place, []).append(cell)
    start, end = lines[0][0].cells[0][0], lines[-1][0].cells[-1][1]
    return Row(
        start,
        end,
        lines[0][0].apart,
        tuple(tuple(cells.get(place, ())) for place in range(most)) if cells else (),
    )


def _heads(document: Document, lines: Sequence[_Placed], top: int, most: int) -> tuple[str, ...]:
    """The head of each column; what stands over several is in the head of each."""
    spread: list[list[_Stretch]] = [[] for _ in range(most)]
    for line, places in lines[top:]:
        for place, stretch in zip(places, () if line.rule else line.spread, strict=False):
            spread[place].append(stretch)
    middles = sorted(
        ((min(one)[0] + max(end for _, end in one)) / 2, place) for place, one in enumerate(spread) if one
    )
    heads: list[list[_Stretch]] = [[] for _ in range(most)]
    for line, places in lines[:top]:
        for place, cell, (start, end) in zip(
            places, () if line.rule else line.cells, line.spread, strict=False
        ):
            over = [one for _, one in middles[bisect_left(middles, (start,)) : bisect_left(middles, (end,))]]
            for one in over if len(over) > 1 and len(places) < most else [place]:
                heads[one].append(cell)
    return tuple(words(document, head) for head in heads)
