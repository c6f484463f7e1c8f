"""A block of a signature page: what stands above, and what is signed below.

`names_alone` makes blocks of names that stand, after words of execution, without any line to sign on.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import Kind
from conformed.instrument.signing.lines import Signing
from conformed.instrument.signing.words import (
    goes_on,
    like_entity,
    like_person,
    like_title,
    name_and_title,
    surely_entity,
)

LAST_WORD = pattern(r"company|corporation|bank|trustee", re.IGNORECASE)  # a role, or the end of a name


class Block(msgspec.Struct, eq=False):
    """What stands above, and what is signed below it.

    `execution` tells that the words of execution stand before it, `parted` that nothing but a note stands
    between it and the block before, `turns` that two lines are signed before the first has its name:
    columns in turn. `aside` is what tells of witnesses.
    """

    header: list[Cell]
    signings: list[Signing]
    execution: bool
    parted: bool
    aside: list[Cell]
    turns: bool = False

    def named(self) -> bool:
        """Whether an entity stands above."""
        return any(like_entity(cell.words) for cell in self.header)

    def ends_name(self, cell: Cell) -> bool:
        """Whether a bare role is the last word of the entity in the line above: COMPANY."""
        above = self.header[-1] if self.header and not self.signings else None
        if above is None or cell.gap or above.kind is not Kind.PLAIN or above.last != cell.line - 1:
            return False
        return bool(LAST_WORD.fullmatch(cell.words.strip(" ,."))) and not surely_entity(above.words)


def names_alone(header: Sequence[Cell]) -> list[Block]:
    """The blocks of names that stand without a line to sign on."""
    found: list[Block] = []
    above: list[Cell] = []
    line: Signing | None = None
    for cell in header:
        plain = cell.kind is Kind.PLAIN
        if plain and like_person(name_and_title(cell.words)[0]):
            by = any(one.kind is Kind.PLAIN for one in above)
            if by and not any(like_entity(one.words) for one in above):
                above = []
                continue
            line = Signing(by, False, "", cell.start, cell.end, cell.line, cell.last)
            line.take_name(cell)
            found.append(Block(above, [line], True, False, []))
            above = []
        elif (
            plain
            and line is not None
            and not above
            and not surely_entity(cell.words)
            and (like_title(cell.words) or (cell.gap == 0 and goes_on(line.title)))
        ):
            line.take_title(cell)
        else:
            above.append(cell)
    return found
