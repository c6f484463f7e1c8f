"""Signature blocks that stand side by side, taken apart.

In: the cells of a stretch that nothing parts. Out: the same cells column by column, each column in order. A
cell that stands alone in its line belongs to the column of its margin; where a file has lost its margins,
to the column that waits for it: for a line to sign on, for a name, for a title.
"""

import collections
from collections.abc import Sequence

import msgspec

from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import SIGNING, Kind, person_role
from conformed.instrument.signing.words import (
    goes_on,
    like_entity,
    like_person,
    like_title,
    name_and_title,
    same_person,
    whole_entity,
    whole_name,
)

_MOST = 3  # columns
_MARGIN = 12  # columns of characters that make a margin
_LABEL = 8  # characters of a label that stands alone
_NAMES = 8  # signed names that a column remembers


class _Column(msgspec.Struct):
    """A column as it is read, and what it waits for."""

    cells: list[Cell]
    names: collections.deque[str]
    entity: bool = False  # an entity is named and has not signed
    caption: str = ""  # the role of who signs next
    open: bool = False  # an entity or a role stands above a line that is not read yet
    witness: bool = False
    untitled: bool = False

    def put(self, cell: Cell) -> None:
        """Take a cell, and keep what is open above the next signature."""
        plain = cell.kind is Kind.PLAIN
        named = like_entity(cell.words) if plain or cell.kind is Kind.BY else False
        if cell.kind is Kind.BY and named and not cell.signed:
            self.open = self.entity = True
        elif cell.kind in SIGNING:
            self.untitled = cell.kind is Kind.BY or (self.untitled and self.cells[-1].kind is Kind.BY)
            self.open, self.entity, self.caption = False, False, ""
            if cell.words:
                self.names.append(cell.words)
        elif cell.kind is Kind.WITNESS:
            self.witness = True
        elif cell.kind is Kind.ROLE:
            self.open, self.caption, self.witness = True, cell.words, False
        elif plain and named:
            self.open, self.entity, self.witness = True, True, False
        elif plain and (whole := self._signed_over(cell)):
            self.names.append(whole)
        elif plain and like_person(cell.words) and not self.has_signed(cell.words):
            self.open = self.open or not self.cells
        elif cell.kind is Kind.TITLE or (plain and like_title(cell.words)):
            self.untitled = False
        self.cells.append(cell)

    def _signed_over(self, cell: Cell) -> str:
        """The name that a signature and the words right below it may be, where it stands over two lines."""
        above = self.cells[-1] if self.cells else None
        if above is None or not above.signed or above.last != cell.line - 1 or cell.gap or like_title(cell.words):
            return ""
        whole = f"{above.words} {cell.words}"
        return whole if like_person(whole) else ""

    def has_signed(self, words: str) -> bool:
        """Whether a name is one that is signed in this column."""
        name = name_and_title(words)[0]
        return any(same_person(one, name) for one in self.names)

    def waits_for(self, kind: Kind) -> bool:
        """Whether who is named here signs so: an entity behind `By:`, a person without."""
        return self.entity if kind is Kind.BY else person_role(self.caption) and not self.entity


def columns(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells column by column; one column where no line holds two cells."""
    edges = [cell.column for cell in cells if cell.row == 1]
    if not edges:
        return [list(cells)]
    edge = min(edges) - 8
    alone = collections.Counter(cell.line for cell in cells)
    margins = any(
        cell.row is None and alone[cell.line] == 1 and cell.column >= max(edge, _MARGIN) for cell in cells
    )
    width = min(_MOST, 1 + max(cell.row or 0 for cell in cells))
    found = [_Column([], collections.deque(maxlen=_NAMES)) for _ in range(width)]
    last, before = 0, (0, cells[0])
    for place, cell in enumerate(cells):
        if cell.row is not None:
            at = min(cell.row, width - 1)
            if at and not found[at].cells and _is_typed_below(cell, before[1], found[0]):
                at = 0  # the lines stand one below the other
        elif margins and (signer := _signer(cell, found)) is not None:
            at = signer
        elif margins:
            at = int(cell.column >= edge)
        else:
            at = _place(cell, cells[place + 1 : place + 2], found, last, before)
        if (
            at
            and cell.kind is Kind.BY
            and before[1].line == cell.line
            and before[1].kind is Kind.SIGNED
            and not found[at].open
        ):
            found[at].cells += _lost_margin(found[0].cells)
        found[at].put(cell)
        before = (at, cell)
        last = at if cell.row is None else last
    return [column.cells for column in found]


def _lost_margin(left: list[Cell]) -> list[Cell]:
    """The entity above a name signed at the left of a `By:`: it is of the `By:`, its margin is lost."""
    at = len(left) - 1
    while at > 0 and left[at - 1].kind is Kind.PLAIN and left[at - 1].row is None:
        at -= 1
    moved = left[at:-1]
    if not any(like_entity(cell.words) for cell in moved):
        return []
    del left[at:-1]
    return moved


def _place(
    cell: Cell, after: Sequence[Cell], found: Sequence[_Column], last: int, before: tuple[int, Cell]
) -> int:
    """The column of a cell that stands alone in its line, whose margin is lost."""
    if cell.kind in SIGNING:
        return _place_signing(cell, after, found, last)
    if cell.kind is Kind.PLAIN and (_is_empty(before[1]) or (_unfinished(before[1]) and not _begins_another(cell, before[1]))):
        return before[0]
    place: int | None = None
    if _is_empty(cell) and cell.kind is Kind.NAME and after:
        place = _signer(after[0], found)
    if cell.kind is Kind.PLAIN:
        place = _runs_on(cell, found, before[1])
    if place is None:
        place = _signer(cell, found)
    if place is not None:
        return place
    if cell.kind is Kind.PLAIN and like_entity(cell.words):
        waits = [
            n
            for n, one in enumerate(found)
            if one.open and one.caption and not one.entity and not person_role(one.caption)
        ]
        return waits[0] if 0 < len(waits) < len(found) else last
    if cell.kind is Kind.TITLE or (cell.kind is Kind.PLAIN and like_title(cell.words)):
        return next((n for n, column in enumerate(found) if column.untitled), last)
    return 0 if cell.kind is Kind.ROLE and found[0].cells else last


def _signer(cell: Cell, found: Sequence[_Column]) -> int | None:
    """The column in which a name is signed that stands alone in its line."""
    if cell.kind not in {Kind.PLAIN, Kind.NAME} or not cell.words:
        return None
    return next((n for n, column in enumerate(found) if column.has_signed(cell.words)), None)


def _place_signing(cell: Cell, after: Sequence[Cell], found: Sequence[_Column], last: int) -> int:
    """The column of a line to sign on."""
    by = cell.kind is Kind.BY
    if by and after and after[0].kind is Kind.BY and after[0].row is None:
        attests = [n for n, one in enumerate(found) if one.witness and one.cells[-1].kind is Kind.WITNESS]
        if attests:
            return attests[0]
    above = found[last].cells[-1] if found[last].cells else None
    if not by and above is not None and above.kind is Kind.BY and not above.words:
        return last
    ready = [n for n, one in enumerate(found) if one.open and not one.witness]
    fit = [n for n in ready if found[n].waits_for(cell.kind)]
    return (fit or ready or [last])[0]


def _runs_on(cell: Cell, found: Sequence[_Column], before: Cell) -> int | None:
    """The one column whose last line, right above, has begun a name and not ended it."""
    if cell.gap or before.row is None:
        return None
    above = [
        (n, one.cells[-1]) for n, one in enumerate(found) if one.cells and one.cells[-1].line == cell.line - 1
    ]
    begun = [
        n for n, one in above if one.kind is Kind.PLAIN and (_unfinished(one) or not whole_entity(one.words))
    ]
    return begun[0] if len(begun) == 1 else None


def _is_typed_below(cell: Cell, beside: Cell, column: _Column) -> bool:
    """Whether a name is that of a line of the column beside it: another such name, or the day, stands in that column."""
    told = beside.line == cell.line and (beside.kind is Kind.DATE or column.has_signed(beside.words))
    return told and cell.kind is Kind.PLAIN and column.has_signed(cell.words)


def _is_empty(cell: Cell) -> bool:
    """Whether a cell is a label whose value stands in the next one."""
    return cell.kind in {Kind.NAME, Kind.TITLE, Kind.DATE} and not cell.words and cell.end - cell.start <= _LABEL


def _begins_another(cell: Cell, above: Cell) -> bool:
    """Whether an entity's name stands below another that is whole: `OAK, LLC,` and `ELM, INC.,`."""
    return all(whole_entity(one.words.rstrip(" ,")) and " " in one.words for one in (above, cell))


def _unfinished(cell: Cell) -> bool:
    return goes_on(cell.words) or (cell.signed and not whole_name(cell.words))
