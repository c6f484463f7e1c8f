"""Cells of signature pages joined to blocks: who is named above, and each line that is signed below.

In: the cells of a document. Out: blocks in order. Afterwards each cell of a line to sign on stands in
exactly one block, or was a witness's. After the words of execution a name may stand for a line that is
lost.
"""

from collections.abc import Iterator, Sequence

from conformed.instrument.signing.block import Block
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.columns import columns
from conformed.instrument.signing.execution import says_so
from conformed.instrument.signing.kinds import ENDS, SIGNING, Kind
from conformed.instrument.signing.stream import Stream
from conformed.instrument.signing.words import like_title, surely_entity

_NEAR = 40  # cells after them within which a name alone may be a signature line
_LAST = 8  # cells with an entity that end a document without such words


def blocks(cells: Sequence[Cell]) -> list[Block]:
    """The blocks of a document."""
    found: list[Block] = []
    stretch: list[Cell] = []
    execution, since, parted = False, 0, False
    prose: Cell | None = None  # a paragraph that counts only if a block or a note follows it
    for cell in cells:
        since += 1
        if prose is not None and cell.kind not in {Kind.PROSE, Kind.HEADING}:
            execution, since, prose = _begins(prose), 1, None
        if cell.kind not in ENDS:
            stretch.append(cell)
            if cell.kind is Kind.ROLE and says_so(cell.words):
                execution, since = True, 0
            continue
        found += _read(stretch, execution, parted)
        stretch, parted = [], cell.kind is Kind.NOTE
        if parted and _begins(cell):
            execution, since = True, 0
        execution = execution and since < _NEAR and parted
        prose = cell if cell.kind is Kind.PROSE else None
    ends = len(stretch) <= _LAST and any(surely_entity(cell.words) for cell in stretch)
    found += _read(stretch, execution or ends, parted)
    return found


def _begins(cell: Cell) -> bool:
    """Whether the words of execution stand in a paragraph, or a note announces the signatures."""
    if cell.kind is Kind.PROSE:
        return cell.signed
    return cell.kind is Kind.NOTE and cell.words.lower().lstrip("[(").startswith("signature")


def _read(cells: Sequence[Cell], execution: bool, parted: bool) -> Iterator[Block]:
    """The blocks of cells that nothing parts."""
    signed = any(cell.kind in SIGNING for cell in cells)
    execution = execution and (signed or len(cells) <= _NEAR)
    if execution or signed:
        beside: list[Block] = []
        for column in columns(cells):
            beside += [
                block for block in Stream(column, execution, parted).read() if not _signs_beside(block, beside)
            ]
        yield from beside


def _signs_beside(block: Block, beside: Sequence[Block]) -> bool:
    """Whether an officer with nothing above him signs in one line with an officer of an entity: he signs for it as well."""
    line = block.signings[0]
    if block.header or len(block.signings) > 1 or not like_title(line.title):
        return False
    for other in beside:
        if other.named() and any(one.by and one.line == line.line for one in other.signings):
            line.by = True
            other.signings.append(line)
            return True
    return False
