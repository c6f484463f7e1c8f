"""One line to sign on, and what the words below it tell: a name, a title, a day.

In: a line that is signed or blank, and a cell below it. Out: whether the cell tells of the line; then it is
taken.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import Kind
from conformed.instrument.signing.words import (
    folded,
    like_entity,
    like_person,
    like_title,
    name_and_title,
    name_goes_on,
    one_name,
    same_person,
    surely_entity,
    whole_name,
)

_UNNAMED = pattern(r"[\[(]?(?:authori[sz]ed\s(?:signatory|signature|officer)|(?:signature\s)?illegible)[\])]?", re.IGNORECASE)
_NAMED = frozenset({Kind.SIGNED, Kind.BY, Kind.NAME})


class Signing(msgspec.Struct, eq=False, gc=False):
    """A line as it is read: `by` tells one behind `By:`, `name` is what is signed, `typed` the name below.

    `told` are the labels that have told of it; `last` is the number of the last line that tells of it.
    """

    by: bool
    signed: bool
    name: str
    start: int
    end: int
    line: int
    last: int
    told: frozenset[Kind] = frozenset()
    typed: str = ""
    title: str = ""
    dated: str = ""

    @property
    def labelled(self) -> bool:
        """Whether `Name:` or `Title:` stands below."""
        return bool(self.told & {Kind.NAME, Kind.TITLE})

    def take(self, cell: Cell) -> None:
        """Reach over a cell that tells of it."""
        self.end = max(self.end, cell.end)
        self.last = max(self.last, cell.last)

    def take_name(self, cell: Cell) -> None:
        """Take the name below, with the title behind it if none is known."""
        self.typed, title = name_and_title(cell.words)
        self.title = self.title or title
        self.take(cell)

    def take_title(self, cell: Cell) -> None:
        """Take a title, or more of it."""
        joint = ", " if surely_entity(cell.words) and self.title[-1:].isalnum() and not self.title.endswith(" of") else " "
        self.title = f"{self.title}{joint}{cell.words}".strip()
        self.take(cell)

    def fill(self, kind: Kind, cell: Cell) -> None:
        """Take the value of a label."""
        untitled = like_title(cell.words) and not (self.title or like_person(name_and_title(cell.words)[0]))
        if kind is Kind.TITLE or (kind is Kind.NAME and self.name and untitled):  # behind "Name & Title:" as well
            self.title = cell.words
        elif kind is Kind.NAME:
            self.take_name(cell)
        else:
            self.dated = cell.words
        self.take(cell)


def line_of(cell: Cell, by: bool) -> Signing:
    """The line that a cell begins."""
    name, title = name_and_title(cell.words) if cell.kind is not Kind.RULE else ("", "")
    if cell.signed and _UNNAMED.fullmatch(name):
        name = ""
    return Signing(by, cell.signed, name, cell.start, cell.end, cell.line, cell.last, title=title)


def names_on(line: Signing, before: Cell, cell: Cell, naming: bool) -> bool:
    """Whether words go on with a name that is signed, or typed behind its label, in the line above."""
    if cell.gap or like_entity(cell.words):
        return False
    if line.typed and before.kind is Kind.PLAIN and name_goes_on(cell.words):  # a degree below the name typed
        line.typed = f"{line.typed} {cell.words}"
        line.take(cell)
        return True
    if not (before.kind in _NAMED or naming):
        return False
    typed = before.kind is Kind.NAME
    said = line.typed if typed else line.name
    single = len(cell.words.split()) == 1 and cell.words[0].isupper() and not like_title(cell.words)
    if not said:
        goes_on = line.signed and not typed and (single or like_person(name_and_title(cell.words)[0]))
    else:
        last = single and one_name(said) and not same_person(said, cell.words)
        goes_on = name_goes_on(cell.words) or not whole_name(said) or last
    if goes_on:
        name, title = name_and_title(f"{said} {cell.words}".strip())
        line.typed, line.name = (name, line.name) if typed else (line.typed, name)
        line.title = line.title or title
        line.take(cell)
    return goes_on


def typed_in_parts(lines: Sequence[Signing], cell: Cell) -> bool:
    """Whether words are a part of a signed name, which is typed over two lines."""
    for line in lines:
        whole, said = folded(line.name), folded(line.typed)
        part = folded(f"{line.typed} {cell.words}")
        long_enough = len(part) > 2 or cell.words.endswith(".")
        middle = 0 < len(said) < len(whole) and whole.startswith(said) and same_person(line.name, cell.words) and len(cell.words.split()) == 2
        if middle or (part and said != whole and whole.startswith(part) and (part != whole or said) and long_enough):
            line.typed = f"{line.typed} {cell.words}".strip()
            line.take(cell)
            return True
    return False


def awaited(line: Signing, label: Kind, cell: Cell) -> bool:
    """Whether words are the value of the label in the line before."""
    name, _ = name_and_title(cell.words)
    if label is Kind.NAME:
        fits = not like_entity(cell.words) and (
            like_person(name) or (bool(line.name) and same_person(line.name, name))
        )
    elif label is Kind.TITLE:
        fits = like_title(cell.words) and not surely_entity(cell.words)
    else:
        fits = any(letter.isdigit() for letter in cell.words)
    if fits:
        line.fill(label, cell)
    return fits


def bears_office(line: Signing | None, before: Cell | None, cell: Cell) -> bool:
    """Whether a bare role right below the name of an officer is his office: Partner."""
    if line is None or before is None or cell.gap or not cell.words[0].isalpha():
        return False
    named = before.kind in {Kind.PLAIN, Kind.NAME} and before.last == cell.line - 1
    return named and line.by and bool(line.typed) and not line.title


def bears(lines: Sequence[Signing], cell: Cell) -> Signing | None:
    """The line that bears the name a cell has; of two of one name the one that has it not yet."""
    name, _ = name_and_title(cell.words)
    named = [line for line in lines if line.name and same_person(line.name, name)]
    return next((line for line in named if not line.typed), named[-1]) if named else None
