"""Cells of signature pages joined to blocks: who is named above, and each line that is signed below.

In: the cells of a document.  Out: blocks in order.  Columns are read one after the other; where a page gives the
cells of two columns in turn, what belongs together is told by the names.  Afterwards each signing cell stands in
exactly one block, or was a witness's.
"""

import collections
import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.instrument.signature_cells import ENDS, NOTARY, SIGNING, Cell, Kind, person_role
from conformed.instrument.signature_words import (
    folded, like_entity, like_person, like_title, name_and_title, name_goes_on, same_person, surely_entity, whole_entity, whole_name, one_name,
)

_EXECUTION = re.compile(
    r"wh?itn?m?ess\s+(?:whereof|the\s+due)|due execution|hereunto|\bundersigned\b|\bhave (?:duly |each )?(?:caused|executed|signed|set)\b|\bsign(?:ing|ed)?\b.{0,60}\b(?:below|return|copy|enclosed)\b"
    r"|\bi (?:hereby )?(?:accept|agree|acknowledge)|(?:agreed|accepted|acknowledged)\b.{0,60}$|executed\b.{0,80}\b(?:date|day)\b|very truly yours|sincerely|please feel free",
    re.IGNORECASE | re.DOTALL,
)
_NEAR = 40  # cells after the words of execution within which a name alone may be a signature line
_LAST = 8
_GOES_ON = re.compile(r"(?:[,&\-–]|\b(?:and|of|for|the|as|a|an|its|sole|vice|chief|senior|executive|general))$", re.IGNORECASE)


class Signing(msgspec.Struct):
    """One line to sign on, as it is read: `by` tells one behind `By:`, `name` what is signed, `typed` the name below."""

    by: bool
    signed: bool
    name: str
    start: int
    end: int
    line: int
    typed: str = ""
    title: str = ""
    dated: str = ""
    labelled: bool = False
    told: set[Kind] = set()
    line_last: int = 0

    def take(self, cell: Cell) -> None:
        """Reach over a cell that tells of it."""
        self.end = max(self.end, cell.end)
        self.line_last = max(self.line_last, cell.last)


class Block(msgspec.Struct):
    """What stands above, and what is signed below it."""

    header: list[Cell]
    signings: list[Signing]
    execution: bool
    parted: bool  # whether nothing but a note stands between it and the block before
    aside: list[Cell]  # what tells of witnesses
    turns: bool = False  # whether two lines are signed before the first has its name: columns given in turn


def blocks(cells: Sequence[Cell]) -> list[Block]:
    """The blocks of a document."""
    found: list[Block] = []
    stretch: list[Cell] = []
    execution, since, parted = False, 0, False
    for cell in cells:
        since += 1
        if cell.kind not in ENDS:
            stretch.append(cell)
            if cell.kind is Kind.ROLE and _EXECUTION.search(cell.words):
                execution, since = True, 0
            continue
        found += _stretch(stretch, execution, parted)
        stretch = []
        parted = cell.kind is Kind.NOTE
        if cell.kind is Kind.PROSE:
            execution, since = bool(_EXECUTION.search(cell.words)), 0
        elif cell.kind is Kind.HEADING:
            execution = False
        elif cell.words.lower().lstrip("[(").startswith("signature"):
            execution, since = True, 0
        execution = execution and since < _NEAR
    last = len(stretch) <= _LAST and any(surely_entity(cell.words) for cell in stretch)  # names may end a document that says no more
    return [*found, *_stretch(stretch, execution or last, parted)]


def _stretch(cells: Sequence[Cell], execution: bool, parted: bool) -> Iterator[Block]:
    """The blocks of cells that nothing parts."""
    if not cells or not (execution or any(cell.kind in SIGNING for cell in cells)):
        return
    for column in _columns(cells):
        yield from _Stream(column, execution, parted).read()


# -- Columns ---------------------------------------------------------------------------------------------------


class _Column(msgspec.Struct):
    cells: list[Cell]
    names: list[str]
    entity: bool = False
    caption: str = ""
    witness: bool = False
    open: bool = False
    untitled: bool = False

    def put(self, cell: Cell) -> None:
        """Take a cell, and keep what is open above the next signature."""
        self.cells.append(cell)
        if cell.kind is Kind.BY and not cell.signed and like_entity(cell.words):
            self.open = self.entity = True
        elif cell.kind in SIGNING:
            self.untitled = cell.kind is Kind.BY
            self.open, self.entity, self.caption = False, False, ""
            if cell.words:
                self.names.append(cell.words)
        elif cell.kind is Kind.WITNESS:
            self.witness = True
        elif cell.kind is Kind.ROLE:
            self.open, self.caption, self.witness = True, cell.words, False
        elif cell.kind is Kind.PLAIN and like_entity(cell.words):
            self.open, self.entity, self.witness = True, True, False
        elif cell.kind is Kind.PLAIN and like_person(cell.words) and not any(same_person(name, cell.words) for name in self.names):
            self.open = self.open or not self.cells[:-1]
        elif cell.kind is Kind.TITLE or (cell.kind is Kind.PLAIN and like_title(cell.words)):
            self.untitled = False


def _columns(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells column by column; one column where no line holds two cells."""
    width = 1 + max((cell.row for cell in cells if cell.row is not None), default=0)
    edges = [cell.column for cell in cells if cell.row == 1]
    if width == 1 or not edges:
        return [list(cells)]
    edge = min(edges) - 8
    alone = collections.Counter(cell.line for cell in cells)
    indented = any(cell.row is None and alone[cell.line] == 1 and cell.column >= max(edge, 12) for cell in cells)
    columns = [_Column([], []) for _ in range(min(width, 3))]
    last, before = 0, (0, cells[0])
    for place, cell in enumerate(cells):
        if cell.row is not None:
            at = min(cell.row, len(columns) - 1)
        elif indented:
            at = 1 if cell.column >= edge else 0
        else:
            at = _of_witness(cells, place, columns)
            at = _place(cell, columns, last, before) if at is None else at
        if cell.kind is Kind.BY and at and before[1].line == cell.line and before[1].kind is Kind.SIGNED and not columns[at].open:
            columns[at].cells += _lost_margin(columns[0].cells)
        columns[at].put(cell)
        before = (at, cell)
        last = at if cell.row is None else last
    return [column.cells for column in columns]


def _lost_margin(left: list[Cell]) -> list[Cell]:
    """The entity above a name that is signed at the left of a `By:`: its margin is lost, it is that of the `By:`."""
    at = len(left) - 1
    while at and left[at - 1].kind is Kind.PLAIN and left[at - 1].row is None:
        at -= 1
    moved = [cell for cell in left[at:-1] if cell.kind is Kind.PLAIN]
    if not any(like_entity(cell.words) for cell in moved):
        return []
    del left[at:-1]
    return moved


def _of_witness(cells: Sequence[Cell], place: int, columns: Sequence[_Column]) -> int | None:
    """The column of a witness, for the first of two lines `By:` that follow each other."""
    pair = [cell.kind is Kind.BY and cell.row is None for cell in cells[place : place + 2]]
    if pair != [True, True]:
        return None
    return next((n for n, column in enumerate(columns) if column.witness and column.cells[-1].kind is Kind.WITNESS), None)


def _place(cell: Cell, columns: Sequence[_Column], last: int, before: tuple[int, Cell]) -> int:
    """The column of a cell that stands alone in its line, whose margin is lost."""
    every = range(len(columns))
    sticky = columns[last].cells[-1] if columns[last].cells else None
    if cell.kind in SIGNING:
        if sticky is not None and sticky.kind is Kind.BY and not sticky.words and cell.kind is not Kind.BY:
            return last
        ready = [n for n in every if columns[n].open and not columns[n].witness]
        by = cell.kind is Kind.BY
        fit = [n for n in ready if columns[n].entity] if by else [n for n in ready if person_role(columns[n].caption) and not columns[n].entity]
        return (fit or ready or [last])[0]
    if cell.kind is Kind.PLAIN and _unfinished(before[1]):
        return before[0]
    if cell.kind is Kind.PLAIN and cell.gap == 0 and before[1].row is not None:
        above = [(n, columns[n].cells[-1]) for n in every if columns[n].cells and columns[n].cells[-1].line == cell.line - 1]
        partial = [n for n, one in above if one.kind is Kind.PLAIN and (_unfinished(one) or not whole_entity(one.words))]
        if len(partial) == 1:
            return partial[0]
    if cell.kind in {Kind.PLAIN, Kind.NAME} and cell.words:
        named = [n for n in every if any(same_person(name, name_and_title(cell.words)[0]) for name in columns[n].names)]
        if named:
            return named[0]
        if cell.kind is Kind.PLAIN and like_entity(cell.words):
            wanting = [n for n in every if columns[n].open and columns[n].caption and not columns[n].entity and not person_role(columns[n].caption)]
            return wanting[0] if wanting and len(wanting) < len(columns) else last
    if cell.kind is Kind.TITLE or (cell.kind is Kind.PLAIN and like_title(cell.words)):
        wanting = [n for n in every if columns[n].untitled]
        return wanting[0] if wanting else last
    if cell.kind is Kind.ROLE:
        return 0 if columns[0].cells else last
    return last


def _unfinished(cell: Cell) -> bool:
    return bool(_GOES_ON.search(cell.words)) or (cell.signed and not whole_name(cell.words))


# -- Streams ---------------------------------------------------------------------------------------------------


class _Stream:
    """Reads the cells of one column."""

    def __init__(self, cells: Sequence[Cell], execution: bool, parted: bool) -> None:
        self.cells = cells
        self.execution = execution
        self.parted = parted
        self.done: list[Block] = []
        self.block = Block([], [], execution, parted, [])
        self.witness = 0  # 1 until a witness has signed, 2 after it
        self.before: Cell | None = None
        self.waits: Kind | None = None  # the label whose value stands in the next cell
        self.focus: Signing | None = None
        self.naming = False  # whether the cell before is a part of a signed name
        self.through = False  # whether `By:` in the line before waits for an entity

    def read(self) -> list[Block]:
        for place, cell in enumerate(self.cells):
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

    def _close(self) -> None:
        if self.block.signings:
            self.done.append(self.block)
        elif self.execution and self.block.header and not (self.parted and not any(like_entity(one.words) for one in self.block.header)):
            self.done += _names_alone(self.block)
        kept = [] if self.block.signings else self.block.aside
        self.block = Block([], [], self.execution, False, kept)
        self.waits, self.focus = None, None

    def _witnessed(self, cell: Cell) -> bool:
        """Whether a cell is of a witness, who is no party."""
        if cell.kind is Kind.WITNESS:
            self.witness = 2 if cell.words else 1
            if cell.words == NOTARY and self.block.signings and not any(like_entity(one.words) for one in self.block.header):
                self.block.signings.pop()
            self._close()
            return True
        if not self.witness:
            return False
        if cell.kind in SIGNING and self.witness == 1 and not (cell.kind is Kind.BY and cell.words and like_entity(cell.words)):
            self.witness = 2
            return True
        below = self.witness == 2 and cell.kind in {Kind.NAME, Kind.TITLE, Kind.DATE, Kind.RULE}
        if below or (cell.kind is Kind.PLAIN and not surely_entity(cell.words) and (like_title(cell.words) or like_person(cell.words))):
            return True
        self.witness = 0
        return False

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

    def _sign(self, cell: Cell, by: bool) -> None:
        name, title = name_and_title(cell.words) if cell.kind is not Kind.RULE else ("", "")
        signing = Signing(by, cell.signed, name, cell.start, cell.end, cell.line, title=title, told=set(), line_last=cell.last)
        above = self.block.signings[-1] if self.block.signings else None
        self.block.turns = self.block.turns or (above is not None and not (above.typed or above.told))
        self.block.signings.append(signing)
        self.focus, self.waits = signing, None

    def _by(self, cell: Cell, place: int) -> None:
        """A `By:` line: through whom an entity acts, or a line to sign on."""
        if cell.words and not cell.signed and (like_entity(cell.words) or _CHAINED.search(cell.words) or self._acts_through(place)):
            if self.block.signings and self.block.signings[-1].line < cell.line:
                self._close()
            self.block.header.append(cell)
            return
        if not cell.words and self._entity_next(place):
            self.through = True
            return
        typed = next((one for one in self.block.signings if one.signed and not one.by and not cell.signed and same_person(one.name, cell.words)), None)
        if typed is not None:
            typed.by, typed.typed = True, name_and_title(cell.words)[0]
            typed.take(cell)
            self.focus = typed
            return
        last = self.block.signings[-1] if self.block.signings else None
        bare = last is not None and not last.by and not last.typed and self.before is not None and self.before.kind in {Kind.SIGNED, Kind.RULE}
        if bare and last is not None and (self._names_below(place, last.name) if not cell.words else not last.name or same_person(cell.words, last.name)):
            last.by = True
            last.take(cell)
            if cell.words:
                last.typed, last.title = name_and_title(cell.words)
            return
        self._sign(cell, by=True)

    def _entity_next(self, place: int) -> bool:
        """Whether `By:` stands over the entity through which another acts, with the line to sign on after it."""
        below = self.cells[place + 1 : place + 2]
        return bool(below) and below[0].kind is Kind.PLAIN and below[0].gap == 0 and surely_entity(below[0].words) and self._acts_through(place)

    def _acts_through(self, place: int) -> bool:
        """Whether `By:` and the lines right below it name an entity, with the line to sign on after them."""
        below = place + 1
        while below < len(self.cells) and self.cells[below].kind is Kind.PLAIN and self.cells[below].gap == 0:
            below += 1
        words = " ".join(cell.words for cell in self.cells[place:below])
        signs = below < len(self.cells) and self.cells[below].kind in SIGNING
        return signs and not (below == place + 1 and like_person(words)) and (like_entity(words) or bool(_CHAINED.search(words)) or bool(_ADVISES.search(words)))

    def _names_below(self, place: int, name: str) -> bool:
        """Whether the next plain words are the name that is signed."""
        after = self.cells[place + 1 : place + 2]
        return bool(after) and after[0].kind is Kind.PLAIN and same_person(name_and_title(after[0].words)[0], name)

    def _signed(self, cell: Cell) -> None:
        """A name behind `/s/`, which may belong to the empty `By:` before it."""
        empty = next((one for one in self.block.signings if one.by and not one.name and not one.signed and not one.typed), None)
        if empty is not None and empty is self.block.signings[-1]:
            empty.name, title = name_and_title(cell.words)
            empty.title, empty.signed = empty.title or title, True
            empty.take(cell)
            self.focus, self.waits = empty, None
            return
        self._sign(cell, by=False)

    def _rule(self, cell: Cell) -> None:
        """A line to sign on, or what is drawn below a name."""
        last = self.block.signings[-1] if self.block.signings else None
        drawn = self.before is not None and (self.before.kind in SIGNING or self.before.kind in {Kind.NAME, Kind.TITLE, Kind.DATE})
        if last is not None and drawn:
            last.take(cell)
            return
        if self.execution or (cell.words and (self.block.header or last is not None)):
            self._sign(cell, by=False)

    def _label(self, cell: Cell) -> None:
        """`Name:`, `Title:` or `Date:`, with its value or before it."""
        if not self.block.signings:
            if cell.kind is Kind.TITLE and self.block.header and self.block.header[-1].kind is Kind.BY:
                self.block.header.append(msgspec.structs.replace(cell, kind=Kind.PLAIN, words="its " + cell.words, gap=0))
                return
            if cell.kind is not Kind.DATE:
                self._belongs_above()
            if not self.block.signings and cell.kind is Kind.NAME and cell.words and self.execution and any(like_entity(one.words) for one in self.block.header):
                self._sign(msgspec.structs.replace(cell, words=""), by=True)
            if not self.block.signings:
                return
        signing = self._of_label(cell)
        signing.labelled = signing.labelled or cell.kind is not Kind.DATE
        signing.told.add(cell.kind)
        signing.take(cell)
        self.focus, self.waits = signing, cell.kind if not cell.words else None
        if cell.words:
            self._fill(signing, cell.kind, cell.words)

    def _belongs_above(self) -> None:
        """An entity named below the signature, before the name: its block is the one above."""
        if self.done and self.done[-1].signings and not any(like_entity(one.words) for one in self.done[-1].header):
            above = self.done.pop()
            above.header += self.block.header
            self.block = above

    def _of_label(self, cell: Cell) -> Signing:
        """The signing that a label tells of: that of its name; of columns given in turn the first that lacks it."""
        signings = self.block.signings
        if cell.kind is Kind.NAME and cell.words:
            named = [one for one in signings if one.name and same_person(one.name, cell.words)]
            if named:
                return next((one for one in named if not one.labelled), named[-1])
        if not self.block.turns:
            return signings[-1]
        wanting = [one for one in signings if cell.kind not in one.told]
        return next((one for one in wanting if one.by), wanting[0] if wanting else signings[-1])

    def _fill(self, signing: Signing, kind: Kind, words: str) -> None:
        if kind is Kind.NAME:
            name, title = name_and_title(words)
            signing.typed, signing.title = name, signing.title or title
        elif kind is Kind.TITLE:
            signing.title = words
        else:
            signing.dated = words

    def _caption(self, cell: Cell) -> None:
        """A role, or `In each case`; a bare word may only end the line above."""
        bare = cell.kind is Kind.ROLE and not cell.words.endswith(":")
        if bare and cell.gap == 0 and self.before is not None and _GOES_ON.search(self.before.words):
            if self.block.signings and self.focus is not None:
                self._more_title(self.focus, cell)
            else:
                self.block.header.append(msgspec.structs.replace(cell, kind=Kind.PLAIN))
            return
        if bare and cell.gap == 0 and not self.block.signings and self.block.header and _LAST_WORD.fullmatch(cell.words.strip(" ,.")):
            above = self.block.header[-1]
            if above.kind is Kind.PLAIN and above.last == cell.line - 1 and not surely_entity(above.words):
                self.block.header.append(msgspec.structs.replace(cell, kind=Kind.PLAIN))
                return
        if bare and self.waits is Kind.TITLE and self.focus is not None and like_title(cell.words):
            self._more_title(self.focus, cell)
            return
        if self.block.signings:
            self._close()
        if person_role(cell.words) and not any(like_person(name_and_title(one.words)[0]) for one in self.block.header if one.kind is Kind.PLAIN):
            self.block.header = [one for one in self.block.header if one.kind is not Kind.PLAIN or like_entity(one.words)]
        self.block.header.append(cell)

    def _more_title(self, signing: Signing, cell: Cell) -> None:
        joint = ", " if surely_entity(cell.words) and signing.title[-1:].isalnum() else " "
        signing.title = f"{signing.title}{joint}{cell.words}".strip()
        signing.take(cell)
        self.waits = None

    def _plain(self, cell: Cell, place: int) -> None:
        """Words without a label: above the line who signs, below it a name, a title, or the next who signs."""
        if self.through:
            self.through = False
            if self.block.signings:
                self._close()
            self.block.header.append(msgspec.structs.replace(cell, kind=Kind.BY))
            return
        if self.block.signings and self._tells(cell, place):
            return
        if self.block.signings and self._named_below(cell, place):
            self.block.header.append(cell)
            return
        if self.block.signings and self._company_of_title(cell, place):
            self._more_title(self.block.signings[-1], cell)
            return
        if self.block.signings:
            self._close()
        above = self.block.header[-1] if self.block.header else None
        if above is not None and above.kind is Kind.ROLE and cell.gap == 0 and _LAST_WORD.fullmatch(above.words) and cell.words[:3].lower() == "of ":
            self.block.header[-1] = msgspec.structs.replace(above, kind=Kind.PLAIN)
        self.block.header.append(cell)

    def _company_of_title(self, cell: Cell, place: int) -> bool:
        """Whether an entity right below a title is the one in which it is held."""
        after = self.cells[place + 1 : place + 2]
        before = self.before
        below = before is not None and cell.gap == 0 and before.last == cell.line - 1 and self.focus is not None and before.words == self.focus.title
        return below and surely_entity(cell.words) and (not after or after[0].gap > 0 and after[0].kind not in SIGNING)

    def _named_below(self, cell: Cell, place: int) -> bool:
        """Whether an entity is named right below the person who signs for it."""
        named = any(like_entity(one.words) for one in self.block.header)
        return not named and cell.gap == 0 and surely_entity(cell.words) and not self._heads_next(cell, place) and bool(self.block.signings[-1].title)

    def _tells(self, cell: Cell, place: int) -> bool:
        """Whether words tell of a line that is signed above; then they are taken."""
        signings, before = self.block.signings, self.before
        focus = self.focus or signings[-1]
        if before is not None and cell.gap == 0 and not like_entity(cell.words) and self._names_on(focus, before, cell):
            return True
        name, title = name_and_title(cell.words)
        if self._typed_in_parts(focus, cell):
            return True
        if self.waits is not None and self._awaited(focus, cell, name, title):
            return True
        named = [one for one in signings if one.name and same_person(one.name, name)]
        if named:
            one = next((one for one in named if not one.typed), named[-1])
            one.typed, one.title = name, one.title or title
            one.take(cell)
            self.focus = one
            return True
        if focus.title and not like_entity(cell.words) and self._runs_on(focus, cell, place):
            self._more_title(focus, cell)
            return True
        if like_title(cell.words) and not like_entity(cell.words) and not (title and like_person(name)):
            if self.block.turns:
                focus = next((one for one in signings if one.typed and not one.title), focus)
            focus.title = focus.title or cell.words
            focus.take(cell)
            return True
        if cell.gap == 0 and not focus.title and not title and not focus.told and not like_entity(cell.words) and not like_person(name) and not (
                self._heads_next(cell, place)) and len(cell.words) <= 60 and focus.signed and focus.by:
            focus.title = cell.words
            focus.take(cell)
            return True
        below = before is not None and before.kind in {Kind.SIGNED, Kind.RULE} and before.last == cell.line - 1 and cell.gap == 0
        if below and not focus.typed and like_person(name) and not self._heads_next(cell, place):
            focus.typed, focus.title = name, focus.title or title
            focus.take(cell)
            return True
        if not focus.name and not focus.typed and not focus.labelled and like_person(name) and not self._heads_next(cell, place):
            focus.typed, focus.title = name, focus.title or title
            focus.take(cell)
            return True
        return False

    def _awaited(self, focus: Signing, cell: Cell, name: str, title: str) -> bool:
        """Whether words are the value of the label in the line before."""
        waits, self.waits = self.waits, None
        if waits is Kind.NAME and not like_entity(cell.words) and (like_person(name) or (focus.name and same_person(focus.name, name))):
            focus.typed, focus.title = name, focus.title or title
        elif waits is Kind.TITLE and like_title(cell.words) and not surely_entity(cell.words):
            focus.title = cell.words
        elif waits is Kind.DATE and any(letter.isdigit() for letter in cell.words):
            focus.dated = cell.words
        else:
            return False
        focus.take(cell)
        return True

    def _names_on(self, focus: Signing, before: Cell, cell: Cell) -> bool:
        """Whether words go on with a name that is signed, or typed behind its label, in the line above."""
        if before.kind not in {Kind.SIGNED, Kind.BY, Kind.NAME} and not self.naming:
            return False
        field = "typed" if before.kind is Kind.NAME else "name"
        said = getattr(focus, field)
        single = len(cell.words.split()) == 1 and cell.words[0].isupper() and not like_title(cell.words)
        begins = not said and focus.signed and field == "name" and (single or like_person(name_and_title(cell.words)[0]))
        goes_on = bool(said) and (name_goes_on(cell.words) or not whole_name(said) or (single and one_name(said) and not same_person(said, cell.words)))
        if not (begins or goes_on):
            return False
        name, title = name_and_title(f"{said} {cell.words}".strip())
        setattr(focus, field, name)
        focus.title = focus.title or title
        focus.take(cell)
        self.naming = field == "name"
        return True

    def _typed_in_parts(self, focus: Signing, cell: Cell) -> bool:
        """Whether words are a part of a signed name, which is typed over two lines."""
        for signing in (focus, *self.block.signings):
            whole, said = folded(signing.name), folded(signing.typed)
            part = folded(f"{signing.typed} {cell.words}")
            if part and said != whole and whole.startswith(part) and (part != whole or said) and (len(part) > 2 or cell.words.endswith(".")):
                signing.typed = f"{signing.typed} {cell.words}".strip()
                signing.take(cell)
                return True
        return False

    def _runs_on(self, focus: Signing, cell: Cell, place: int) -> bool:
        """Whether words run on from the title in the line above."""
        if _GOES_ON.search(focus.title):
            return True
        before = self.before
        near = before is not None and before.last == cell.line - 1 and cell.gap == 0 and before.kind in {Kind.TITLE, Kind.PLAIN}
        return near and (cell.words[0].islower() or like_title(cell.words) or (before.kind is Kind.TITLE and not self._heads_next(cell, place)))

    def _heads_next(self, cell: Cell, place: int) -> bool:
        """Whether words stand nearer to the next line to sign on than to the one above."""
        after = self.cells[place + 1 : place + 2]
        return bool(after) and after[0].kind in SIGNING and after[0].gap < max(cell.gap, 1)


def _names_alone(block: Block) -> list[Block]:
    """The blocks of words of execution with names below and no line to sign on."""
    found: list[Block] = []
    header: list[Cell] = []
    signing: Signing | None = None
    for cell in block.header:
        name, title = name_and_title(cell.words)
        if cell.kind is Kind.PLAIN and like_person(name):
            entity = any(one.kind is Kind.PLAIN for one in header)
            signing = Signing(entity, False, "", cell.start, cell.end, cell.line, typed=name, title=title, line_last=cell.last)
            found.append(Block(header, [signing], True, False, []))
            header = []
        elif signing is not None and not header and cell.kind is Kind.PLAIN and not surely_entity(cell.words) and (
                like_title(cell.words) or (cell.gap == 0 and _GOES_ON.search(signing.title))):
            signing.title = f"{signing.title} {cell.words}".strip()
            signing.take(cell)
        else:
            header.append(cell)
    return found


_ADVISES = re.compile(r"\bas [\w ]{0,30}(?:manager|advis[oe]r|agent|attorney|trustee|partner|member)", re.IGNORECASE)
_LAST_WORD = re.compile(r"company|corporation|bank|trustee", re.IGNORECASE)  # a role, or the end of a name
_CHAINED = re.compile(r",\s+(?:as\s+)?(?:its|the)\b|\bas its\b", re.IGNORECASE)
