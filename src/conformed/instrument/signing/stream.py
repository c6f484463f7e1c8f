"""The cells of one column read from top to bottom into blocks.

In: the cells of a column. Out: its blocks: what stands above (the header), and the lines that are signed or
blank below it, each with the name, title and day that tell of it. Where a page gives the cells of two
columns in turn, what belongs together is told by the names. Witnesses are set aside.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import parse_day
from conformed.instrument.signing.ahead import acts_for, acts_through, entity_next, names_next, typed_next
from conformed.instrument.signing.below import Spot, names_entity, titles, types
from conformed.instrument.signing.block import LAST_WORD, Block, names_alone
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import NOTARY, SIGNING, Kind, accepts, person_role
from conformed.instrument.signing.lines import (
    Signing,
    awaited,
    bears,
    bears_office,
    line_of,
    names_on,
    typed_in_parts,
)
from conformed.instrument.signing.words import (
    folded,
    goes_on,
    like_entity,
    like_person,
    like_title,
    name_and_title,
    same_person,
    surely_entity,
)

_LINES = 24  # lines of one block, beyond which another begins
_WORD = 6  # characters of a line that holds the last word of a name: `N.A.`
_WITNESSES = 8  # whose names are remembered
_HEADER = 400  # cells above a block that may be of it
_LABELS = frozenset({Kind.NAME, Kind.TITLE, Kind.DATE})


class Stream:
    """The reading of one column."""

    def __init__(self, cells: Sequence[Cell], execution: bool, parted: bool) -> None:
        """Begin before the first cell."""
        self.cells = cells
        self.execution = execution
        self.parted = parted
        self.done: list[Block] = []
        self.block = Block([], [], execution, parted, [])
        self.before: Cell | None = None
        self.focus: Signing | None = None  # the line that the cells now tell of
        self.waits: Kind | None = None  # the label whose value stands in the next cell
        self.witness = 0  # 1 until a witness has signed, 2 after it
        self.attesting: list[str] = []  # who signs as a witness
        self.naming = False  # whether the cell before is a part of a signed name
        self.through = False  # whether `By:` in the line before waits for an entity

    def read(self) -> list[Block]:
        """The blocks of the column."""
        for place, cell in enumerate(self.cells):
            if cell.kind is Kind.BELOW:
                continue
            self.naming = self.naming and cell.kind is Kind.PLAIN
            if self._witnessed(cell):
                self.block.aside.append(cell)
            else:
                self._take(cell, place)
            self.before = cell
        self._close()
        if self.done:
            self.done[-1].aside += self.block.aside
        return self.done

    def _take(self, cell: Cell, place: int) -> None:
        match cell.kind:
            case Kind.BY:
                self._by(cell, place)
            case Kind.SIGNED:
                self._signed(cell)
            case Kind.RULE:
                self._rule(cell)
            case Kind.NAME | Kind.TITLE | Kind.DATE:
                self._label(cell)
            case Kind.ROLE | Kind.EACH:
                self._caption(cell)
            case _:
                self._plain(cell, place)

    def _close(self) -> None:
        """End a block; one without a line to sign on may be names alone."""
        if self.block.signings:
            self.done.append(self.block)
        elif self.execution and self.block.header and (self.block.named() or not self.parted):
            self.done += names_alone(self.block.header)
        aside = [] if self.block.signings else self.block.aside
        self.block = Block([], [], self.execution, False, aside)
        self.waits, self.focus = None, None

    def _above(self, cell: Cell) -> None:
        """Put a cell above the next line to sign on."""
        if self.block.signings:
            self._close()
        self.block.header.append(cell)
        if len(self.block.header) > 2 * _HEADER:
            del self.block.header[:_HEADER]

    def _sign(self, cell: Cell, by: bool) -> None:
        if len(self.block.signings) >= _LINES:
            self._close()
        above = self.block.signings[-1] if self.block.signings else None
        self.block.turns = self.block.turns or (above is not None and not (above.typed or above.told))
        self.focus, self.waits = line_of(cell, by), None
        self.block.signings.append(self.focus)

    # Witnesses

    def _witnessed(self, cell: Cell) -> bool:
        """Whether a cell is of a witness or a notary, who is no party."""
        if cell.kind is Kind.WITNESS:
            below = self._signed_by_witness(cell)
            if below:
                self.block.signings.pop()
            self.witness = 2 if cell.words or below else 1
            self._close()
            return True
        if not self.witness:
            return cell.kind is Kind.PLAIN and self._attested(name_and_title(cell.words)[0])
        above = self.before
        if above is not None and above.kind is Kind.WITNESS and not cell.gap and cell.kind is Kind.PLAIN and (above.last > above.line or len(cell.words) <= _WORD):
            return True  # the last words of an acknowledgment
        if (
            cell.kind in SIGNING
            and self.witness == 1
            and not (cell.kind is Kind.BY and like_entity(cell.words))
        ):
            self.witness = 2
            self.attesting = [*self.attesting[-_WITNESSES:], *filter(None, [cell.words])]
            return True
        below = self.witness == 2 and (cell.kind in _LABELS or cell.kind is Kind.RULE)
        below = below or (cell.kind is Kind.PLAIN and self.before is not None and self.before.kind is Kind.DATE and parse_day(cell.words) is not None)
        person = cell.kind is Kind.PLAIN and (like_title(cell.words) or like_person(cell.words))
        if below or (person and not surely_entity(cell.words)):
            return True
        self.witness = 0
        return False

    def _attested(self, name: str) -> bool:
        """Whether a name below lines that others sign is typed for a witness who signed before."""
        others = bool(self.block.signings) and not any(same_person(one.name, name) for one in self.block.signings)
        return others and any(same_person(one, name) for one in self.attesting)

    def _signed_by_witness(self, cell: Cell) -> bool:
        """Whether the line above is that of the notary or of the witness whose caption stands below it."""
        if not self.block.signings or self.before is None:
            return False
        if cell.words == NOTARY:
            return not self.block.named()
        line, bare = self.block.signings[-1], cell.end - cell.start == len("Witness")
        return bare and not (cell.gap or line.by or line.typed) and self.before.kind in {Kind.SIGNED, Kind.RULE}

    # Lines to sign on

    def _by(self, cell: Cell, place: int) -> None:
        """A `By:` line: through whom an entity acts, the name typed to a signature, or a line to sign on."""
        if (
            cell.words
            and not cell.signed
            and (like_entity(cell.words) or acts_for(cell.words) or acts_through(self.cells, place))
        ):
            self._above(cell)
        elif not cell.words and entity_next(self.cells, place):
            self.through = True
        elif line := self._typed_by(cell, place):
            line.by = True
            line.take(cell)
            if cell.words:
                line.take_name(cell)
            self.focus = line
        else:
            self._sign(cell, by=True)

    def _typed_by(self, cell: Cell, place: int) -> Signing | None:
        """The line signed above that a `By:` without a signature tells of."""
        bare = [line for line in self.block.signings if not line.by]
        if cell.signed or not bare:
            return None
        if cell.words:
            typed = next((line for line in bare if line.signed and same_person(line.name, cell.words)), None)
            if typed is not None:
                return typed
        last = self.block.signings[-1]
        right_above = self.before is not None and self.before.kind in {Kind.SIGNED, Kind.RULE}
        if last.by or last.typed or not right_above:
            return None
        unnamed = not last.name and (bool(cell.words) or last.signed)  # "[Signature]", and "By:" below it
        fits = unnamed or (not cell.words and names_next(self.cells, place, last.name))
        return last if fits else None

    def _signed(self, cell: Cell) -> None:
        """A name behind `/s/`, which may belong to the empty `By:` before it."""
        last = self.block.signings[-1] if self.block.signings else None
        if last is None or not last.by or last.name or last.signed or last.typed:
            self._sign(cell, by=False)
            return
        last.name, title = name_and_title(cell.words)
        last.title, last.signed = last.title or title, True
        last.take(cell)
        self.focus, self.waits = last, None

    def _rule(self, cell: Cell) -> None:
        """A line to sign on, or what is drawn below a name."""
        drawn = self.before is not None and (self.before.kind in SIGNING or self.before.kind in _LABELS)
        if self.block.signings and drawn:
            self.block.signings[-1].take(cell)
        elif self.execution or (cell.words and (self.block.header or self.block.signings)):
            self._sign(cell, by=False)

    # Labels and captions

    def _label(self, cell: Cell) -> None:
        """`Name:`, `Title:` or `Date:`, with its value or before it."""
        if not self.block.signings and not self._finds_line(cell):
            return
        line = self._line_of_label(cell)
        line.told |= {cell.kind}
        line.take(cell)
        self.focus, self.waits = line, None if cell.words else cell.kind
        if cell.words:
            line.fill(cell.kind, cell)

    def _finds_line(self, cell: Cell) -> bool:
        """Whether a label below a header has a line that it tells of: in the block above, or one lost."""
        header = self.block.header
        if cell.kind is Kind.TITLE and any(one.kind is Kind.BY for one in header[-3:]):
            header.append(msgspec.structs.replace(cell, kind=Kind.PLAIN, words="its " + cell.words, gap=0))
            return False
        if cell.kind is not Kind.DATE and self.done and self.done[-1].signings and not self.done[-1].named():
            above = self.done.pop()  # the entity is named below the signature
            above.header += header
            self.block = above
        elif cell.kind is Kind.NAME and cell.words and self.execution and self.block.named():
            self._sign(msgspec.structs.replace(cell, words=""), by=True)
        return bool(self.block.signings)

    def _line_of_label(self, cell: Cell) -> Signing:
        """The line that a label tells of: that of its name; of columns in turn the first that lacks it."""
        lines = self.block.signings
        if cell.kind is Kind.NAME and cell.words:
            named = [line for line in lines if line.name and same_person(line.name, cell.words)]
            if named:
                return next((line for line in named if not line.labelled), named[-1])
        if not self.block.turns:
            return lines[-1]
        wanting = [line for line in lines if cell.kind not in line.told]
        return next((line for line in wanting if line.by), wanting[0] if wanting else lines[-1])

    def _caption(self, cell: Cell) -> None:
        """A role, or `In each case`; a bare word may only end the line above."""
        bare = cell.kind is Kind.ROLE and not cell.words.endswith(":")
        runs_on = bare and cell.gap == 0 and self.before is not None and goes_on(self.before.words)
        office = bare and like_title(cell.words) and (self.waits is Kind.TITLE or bears_office(self.focus, self.before, cell))
        if self.block.signings and self.focus is not None and (runs_on or office):
            self.focus.take_title(cell)
            self.waits = None
            return
        of_name = runs_on and self.before is not None and self.before.kind is not Kind.ROLE
        if of_name or (bare and self.block.ends_name(cell)):
            self._above(msgspec.structs.replace(cell, kind=Kind.PLAIN))
            return
        self._above(cell)
        if ((self.done and accepts(cell.words)) or person_role(cell.words)) and not any(
            like_person(name_and_title(one.words)[0]) for one in self._plain_above()
        ):
            self.block.header = [
                one for one in self.block.header if one.kind is not Kind.PLAIN or like_entity(one.words)
            ]

    def _plain_above(self) -> Iterator[Cell]:
        return (cell for cell in self.block.header if cell.kind is Kind.PLAIN)

    # Plain words

    def _plain(self, cell: Cell, place: int) -> None:
        """Words without a label: above a line who signs; below it a name, a title, or who signs next."""
        if self.through:
            self.through = False
            self._above(msgspec.structs.replace(cell, kind=Kind.BY))
            return
        if self.block.signings:
            after = self.cells[place + 1] if place + 1 < len(self.cells) else None
            spot = Spot(cell, self.before, after)
            if self._signs_on(cell, place) or self._tells(spot):
                return
            if names_entity(self.block, spot):
                self.block.header.append(cell)
                return
        above = self.block.header[-1] if self.block.header and not self.block.signings else None
        if (
            above is not None
            and above.kind is Kind.ROLE
            and not cell.gap
            and LAST_WORD.fullmatch(above.words)
            and cell.words[:3].lower() == "of "
        ):
            self.block.header[-1] = msgspec.structs.replace(above, kind=Kind.PLAIN)
        self._above(cell)

    def _signs_on(self, cell: Cell, place: int) -> bool:
        """Whether words right below a signed name are its end, as the name typed below tells."""
        line = self.block.signings[-1]
        if cell.gap or self.before is None or self.before.kind not in SIGNING or not self.before.signed or self.focus is not line:
            return False
        whole = f"{line.name} {cell.words}".strip()
        if folded(typed_next(self.cells, place)) != folded(whole):
            return False
        line.name = whole
        line.take(cell)
        return True

    def _tells(self, spot: Spot) -> bool:
        """Whether words tell of a line that is signed above; then they are taken."""
        cell = spot.cell
        lines = self.block.signings
        line = self.focus or lines[-1]
        waits, self.waits = self.waits, None
        if self.before is not None and names_on(line, self.before, cell, self.naming):
            self.naming = self.before.kind is not Kind.NAME
            return True
        if typed_in_parts((line, *lines), cell):
            self.waits = waits
            return True
        if waits is not None and awaited(line, waits, cell):
            return True
        if named := bears(lines, cell):
            named.take_name(cell)
            self.focus = named
            return True
        return titles(self.block, line, spot) or types(line, spot)
