"""What a `By:` is, told by the cells after it: through whom an entity acts, or who signs.

In: the cells of a column and the place of a `By:` among them.  Out: yes or no, from a few cells.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import SIGNING, Kind
from conformed.instrument.signing.words import (
    like_entity,
    like_person,
    name_and_title,
    same_person,
    surely_entity,
)

_FEW = 8  # cells in which the name of an entity ends
_CHAINED = pattern(r",\s(?:as\s)?(?:its|the)\b|\bas its\b", re.IGNORECASE)
_ADVISES = pattern(
    r"\bas [\w ]{0,30}(?:manager|advis[oe]r|agent|attorney|trustee|partner|member)", re.IGNORECASE
)


def acts_for(words: str) -> bool:
    """Whether the words say that one acts for another: `X, its Manager`."""
    return bool(_CHAINED.search(words))


def acts_through(cells: Sequence[Cell], place: int) -> bool:
    """Whether `By:` and the lines right below it name an entity, with the line to sign on after them."""
    below = place + 1
    while below < min(len(cells), place + _FEW) and cells[below].kind is Kind.PLAIN and not cells[below].gap:
        below += 1
    if below == len(cells) or cells[below].kind not in SIGNING:
        return False
    words = " ".join(cell.words for cell in cells[place:below])
    person = below == place + 1 and like_person(words)
    return not person and (like_entity(words) or acts_for(words) or bool(_ADVISES.search(words)))


def entity_next(cells: Sequence[Cell], place: int) -> bool:
    """Whether `By:` stands over the entity through which another acts, a line to sign on after it."""
    below = cells[place + 1 : place + 2]
    names = bool(below) and below[0].kind is Kind.PLAIN and not below[0].gap and surely_entity(below[0].words)
    return names and acts_through(cells, place)


def names_next(cells: Sequence[Cell], place: int, name: str) -> bool:
    """Whether the next plain words are the name that is signed."""
    after = cells[place + 1 : place + 2]
    names = bool(after) and after[0].kind is Kind.PLAIN
    return names and same_person(name_and_title(after[0].words)[0], name)


def typed_next(cells: Sequence[Cell], place: int) -> str:
    """The name that comes next, plain or, with what stands right below it, behind a `Name:`."""
    after = cells[place + 1 : place + 3]
    if after and after[0].kind is Kind.PLAIN:
        return name_and_title(after[0].words)[0]
    if not after or after[0].kind is not Kind.NAME:
        return ""
    return " ".join(one.words for one in after if one is after[0] or (one.kind is Kind.PLAIN and not one.gap))
