"""Words without a label below a line to sign on: a name, a title, more of either, or none of these.

In: a block, the line that the words may tell of, and the words with their neighbours. Out: whether they
tell of it; then they are taken.
"""

import re
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.instrument.signing.block import Block
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import SIGNING, Kind
from conformed.instrument.signing.lines import Signing
from conformed.instrument.signing.words import (
    goes_on,
    like_entity,
    like_person,
    like_title,
    name_and_title,
    surely_entity,
)

_LEFT_OFF = pattern(r"(?:\bof|[-–—])\s\w+$")  # "Director of Human"
_HELD_IN = pattern(r"(?:Committee|Board|Directors)\sof$")  # `Chairman, Pay Committee of`, and the company below
_SITS = pattern(r"\b(?:Chair(?:man|woman|person)?|Member)\b(?:,?\s[\w\s,&]{1,60})?,?$")
_BODY = pattern(r"(?:[A-Z]\w*\s(?:and\s)?){0,4}(?:Committee|Board)\b")  # on which someone sits
_OFFICE_IN = pattern(
    r"(?:(?:vice|chief|executive|senior|assistant|deputy|general|managing|corporate|operating|financial|president|chairman|officer|and|&)[\s,]{1,2}){0,8}"
    r"(?:chair(?:man|woman|person)?|president|officer|secretary|treasurer|director|counsel|controller|member),?\sof\s", re.IGNORECASE
)
_SHORT = 60  # characters of an office that has no word of one


class Spot(NamedTuple):
    """A cell with its neighbours."""

    cell: Cell
    before: Cell | None
    after: Cell | None

    def heads_next(self) -> bool:
        """Whether it stands nearer to the next line to sign on than to the one above."""
        after = self.after
        return after is not None and after.kind in SIGNING and after.gap < max(self.cell.gap, 1)

    def ends_paragraph(self) -> bool:
        """Whether it stands as near to a title above as lines of one block stand on a spaced page, and farther from the next."""
        before, after, gap = self.before, self.after, self.cell.gap
        near = before is not None and before.kind is Kind.TITLE and bool(before.words) and gap <= max(before.gap, 1)
        return near and (after is None or after.gap > gap)

    def above(self) -> Cell | None:
        """What stands in the line right above."""
        before = self.before
        return (
            before if before is not None and before.last == self.cell.line - 1 and not self.cell.gap else None
        )


def titles(block: Block, line: Signing, spot: Spot) -> bool:
    """Whether words are a title without its label, more of one, or the company in which it is held."""
    if like_entity(spot.cell.words) and not _of_body(line, spot):
        held = _holds(block, line, spot) or (spot.above() is not None and bool(_HELD_IN.search(line.title))) or _names_office(line, spot)
        taken: Signing | None = line if held else None
    elif (line.title and _runs_on(line, spot)) or _is_odd_title(line, spot):
        taken = line
    else:
        return _bare_title(block, line, spot.cell)
    if taken is not None:
        taken.take_title(spot.cell)
    return taken is not None


def types(line: Signing, spot: Spot) -> bool:
    """Whether words are the name typed below a line."""
    name, _ = name_and_title(spot.cell.words)
    if line.typed or not like_person(name) or spot.heads_next():
        return False
    above = spot.above()
    right_below = above is not None and above.kind in {Kind.SIGNED, Kind.RULE}
    if not right_below and (line.name or line.labelled):
        return False
    line.take_name(spot.cell)
    return True


def names_entity(block: Block, spot: Spot) -> bool:
    """Whether an entity is named right below the person who signs for it."""
    near = not spot.cell.gap and surely_entity(spot.cell.words) and not spot.heads_next()
    return near and not block.named() and bool(block.signings[-1].title)


def _bare_title(block: Block, line: Signing, cell: Cell) -> bool:
    """Whether words are a title; of columns given in turn it is that of the first line that lacks it."""
    name, title = name_and_title(cell.words)
    if not like_title(cell.words) or (title and like_person(name)):
        return False
    if block.turns:
        line = next((one for one in block.signings if one.typed and not one.title), line)
    if line.title:
        line.take(cell)
    else:
        line.take_title(cell)
    return True


def _is_odd_title(line: Signing, spot: Spot) -> bool:
    """Whether words right below a signature are an office that has no word of one: Global Markets."""
    name, title = name_and_title(spot.cell.words)
    bare = line.by and line.signed and not (line.title or title or line.told or spot.cell.gap)
    return bare and not like_person(name) and not spot.heads_next() and len(spot.cell.words) <= _SHORT


def _holds(block: Block, line: Signing, spot: Spot) -> bool:
    """Whether an entity right below a title is the one in which it is held."""
    above, after = spot.above(), spot.after
    below = above is not None and above.words == line.title and block.named()
    apart = after is None or (after.gap > 0 and after.kind not in SIGNING)
    return below and apart and surely_entity(spot.cell.words)


def _names_office(line: Signing, spot: Spot) -> bool:
    """Whether words next below the name of one who signs are an office and the company in which it is held."""
    before, cell = spot.before, spot.cell
    next_below = before is not None and before.last == cell.line - 1 and cell.gap <= max(before.gap, 0) and not spot.heads_next()
    return next_below and bool(line.typed and not line.title and _OFFICE_IN.match(cell.words))


def _of_body(line: Signing, spot: Spot) -> bool:
    """Whether words are the body of which the title right above makes one a member: `Chairman of the Pay` and `Committee`."""
    words = spot.cell.words
    return spot.above() is not None and bool(_SITS.search(line.title) and _BODY.match(words)) and not surely_entity(words)


def _runs_on(line: Signing, spot: Spot) -> bool:
    """Whether words run on from the title in the line above."""
    if goes_on(line.title):
        return True
    above, words = spot.above(), spot.cell.words
    if _of_body(line, spot):
        return True
    if above is None:
        return spot.ends_paragraph() and (like_title(words) or bool(_LEFT_OFF.search(line.title)))
    if above.kind not in {Kind.TITLE, Kind.PLAIN}:
        return False
    return words[0].islower() or like_title(words) or (above.kind is Kind.TITLE and not spot.heads_next())
