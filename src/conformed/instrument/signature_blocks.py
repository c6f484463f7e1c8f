"""Cells of signature pages joined to blocks: who is named above, and each line that is signed below.

In: the cells of a document.  Out: blocks in order.  Columns are read one after the other; where a page gives the
cells of two columns in turn, what belongs together is told by the names.  Afterwards each signing cell stands in
exactly one block, or was a witness's.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.instrument.signature_cells import ENDS, SIGNING, Cell, Kind, person_role
from conformed.instrument.signature_words import (
    folded, like_entity, like_person, like_title, name_and_title, name_goes_on, same_person, surely_entity, whole_entity, whole_name,
)

_EXECUTION = re.compile(
    r"wh?itn?m?ess\s+(?:whereof|the\s+due)|due execution|hereunto|\bundersigned\b|\bhave (?:duly |each )?(?:caused|executed|signed|set)\b|\bsign(?:ing|ed)?\b.{0,60}\b(?:below|return|copy|enclosed)\b"
    r"|\bi (?:hereby )?(?:accept|agree|acknowledge)|(?:agreed|accepted|acknowledged)\b.{0,60}$|executed\b.{0,80}\b(?:date|day)\b|very truly yours|sincerely|please feel free",
    re.IGNORECASE | re.DOTALL,
)
_NEAR = 40  # cells after the words of execution within which a name alone may be a signature line
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
    return [*found, *_stretch(stretch, execution, parted)]


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
        if cell.kind in SIGNING:
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
    indented = any(cell.row is None and cell.column >= max(edge, 12) for cell in cells)
    columns = [_Column([], []) for _ in range(min(width, 3))]
    last, before = 0, (0, cells[0])
    for cell in cells:
        if cell.row is not None:
            at = min(cell.row, len(columns) - 1)
        elif indented:
            at = 1 if cell.column >= edge else 0
        else:
            at = _place(cell, columns, last, before)
        columns[at].put(cell)
        before = (at, cell)
        last = at if cell.row is None else last
    return [column.cells for column in columns]


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
        self.block = Block([], [], execution, parted)
        self.witness = 0  # 1 until a witness has signed, 2 after it
        self.before: Cell | None = None
        self.waits: Kind | None = None  # the label whose value stands in the next cell
        self.focus: Signing | None = None

    def read(self) -> list[Block]:
        for place, cell in enumerate(self.cells):
            if not self._witnessed(cell):
                self._take(cell, place)
            self.before = cell
        self._close()
        return self.done

    def _close(self) -> None:
        if self.block.signings:
            self.done.append(self.block)
        elif self.execution and self.block.header and not (self.parted and not any(like_entity(one.words) for one in self.block.header)):
            self.done += _names_alone(self.block)
        self.block = Block([], [], self.execution, False)
        self.waits, self.focus = None, None

    def _witnessed(self, cell: Cell) -> bool:
        """Whether a cell is of a witness, who is no party."""
        if cell.kind is Kind.WITNESS:
            self.witness = 2 if cell.words else 1
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
        if cell.words and not cell.signed and (like_entity(cell.words) or _CHAINED.search(cell.words)):
            if self.block.signings and self.block.signings[-1].line < cell.line:
                self._close()
            self.block.header.append(cell)
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
        if bare and cell.gap == 0 and not self.block.signings and self.block.header and _LAST_WORD.fullmatch(cell.words):
            above = self.block.header[-1]
            if above.kind is Kind.PLAIN and above.last == cell.line - 1 and not whole_entity(above.words):
                self.block.header.append(msgspec.structs.replace(cell, kind=Kind.PLAIN))
                return
        if bare and self.waits is Kind.TITLE and self.focus is not None and like_title(cell.words):
            self._more_title(self.focus, cell)
            return
        if self.block.signings:
            self._close()
        self.block.header.append(cell)

    def _more_title(self, signing: Signing, cell: Cell) -> None:
        signing.title = f"{signing.title} {cell.words}".strip()
        signing.take(cell)
        self.waits = None

    def _plain(self, cell: Cell, place: int) -> None:
        """Words without a label: above the line who signs, below it a name, a title, or the next who signs."""
        if self.block.signings and self._tells(cell, place):
            return
        if self.block.signings:
            self._close()
        self.block.header.append(cell)

    def _tells(self, cell: Cell, place: int) -> bool:
        """Whether words tell of a line that is signed above; then they are taken."""
        signings, before = self.block.signings, self.before
        focus = self.focus or signings[-1]
        if before is not None and before.kind in {Kind.SIGNED, Kind.BY, Kind.NAME} and cell.gap == 0 and not like_entity(cell.words):
            field = "typed" if before.kind is Kind.NAME else "name"
            said = getattr(focus, field)
            if said and (name_goes_on(cell.words) or not whole_name(said)):
                setattr(focus, field, f"{said} {cell.words}")
                focus.take(cell)
                return True
        name, title = name_and_title(cell.words)
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

    def _runs_on(self, focus: Signing, cell: Cell, place: int) -> bool:
        """Whether words run on from the title in the line above."""
        if _GOES_ON.search(focus.title):
            return True
        before = self.before
        near = before is not None and before.last == cell.line - 1 and cell.gap == 0 and before.kind in {Kind.TITLE, Kind.PLAIN}
        return near and (cell.words[0].islower() or (before.kind is Kind.TITLE and not self._heads_next(cell, place)))

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
            found.append(Block(header, [signing], True, False))
            header = []
        elif signing is not None and not header and cell.kind is Kind.PLAIN and not surely_entity(cell.words) and (
                like_title(cell.words) or (cell.gap == 0 and _GOES_ON.search(signing.title))):
            signing.title = f"{signing.title} {cell.words}".strip()
            signing.take(cell)
        else:
            header.append(cell)
    return found


_LAST_WORD = re.compile(r"company|corporation|bank|trustee", re.IGNORECASE)  # a role, or the end of a name
_CHAINED = re.compile(r",\s+(?:as\s+)?(?:its|the)\b|\bas its\b", re.IGNORECASE)
