"""A conformed copy, or a redline, as one reads it on paper: its cover, its text, and in the margin the sources of what was changed.

Flat values, made once of a text that is chosen and set alike as PDF and as HTML.  Words of documents and words of ours
stand in them as plain text: what sets them escapes all of it.
"""

import datetime

import msgspec

from conformed.basis import long_day


class Told(msgspec.Struct, frozen=True):
    """Something told in words of ours, in the margin or on the cover.

    `mark` is the siglum of the instrument that is its source, or the number of an open point, and `tone` the classes that give its
    hue; `head` says what it is, `says` more of it, in sentences.  Those with a `role` are margin notes: "entry", "override",
    "waiver", "remark", "finding" and "page".
    """

    mark: str
    tone: str
    head: str
    says: tuple[str, ...] = ()
    role: str = ""


class Section(msgspec.Struct, frozen=True):
    """A section of the cover."""

    title: str
    told: tuple[Told, ...]


class Piece(msgspec.Struct, frozen=True):
    """Words with one look and one history.

    `role` is "", "num", "heading", "term", "lacuna" or "ours"; `change` is "" for the agreement's own words, "in" for those that an
    instrument put in and "out" for those that it struck, which stand in a redline alone; `tone` gives the instrument's hue, and `mark` its
    siglum, at the last of its words; `upon` tells that the change counts only if something came.
    """

    text: str
    role: str = ""
    change: str = ""
    tone: str = ""
    mark: str = ""
    upon: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """A heading on a line of its own, if any, and what stands below it."""

    head: tuple[Piece, ...]
    body: tuple[Piece, ...]


class Row(msgspec.Struct, frozen=True):
    """A row of a table: its cells, whether it is part of the head, is but a drawn line, or carries on the cells above."""

    cells: tuple[tuple[Piece, ...], ...]
    headed: bool
    rule: bool
    further: bool = False


class Block(msgspec.Struct, frozen=True):
    """What is set together, with the notes that stand beside it: paragraphs, or the rows of a table.

    `kind` is that of its provision, `level` the depth of its indentation, `anchor` its name; `entry` is what the outline calls it, at
    `depth`, where it is listed; `numbered` tells that a number hangs before its words, `whole` that an instrument brought all of it,
    `named` that it is the line that names the agreement.
    """

    kind: str
    level: int
    anchor: str
    entry: str
    depth: int
    numbered: bool
    whole: bool
    named: bool
    paragraphs: tuple[Paragraph, ...]
    rows: tuple[Row, ...]
    notes: tuple[Told, ...]


class Copy(msgspec.Struct, frozen=True):
    """The whole of it.  `asked` says in sentences which text it is, `day` the day for which it stands, None where none is known."""

    title: str
    asked: tuple[str, ...]
    day: datetime.date | None
    redline: bool
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """What kind of paper it is."""
        return "Redline" if self.redline else "Conformed copy"

    @property
    def when(self) -> str:
        """What it is and of which day, as the heads of its pages say."""
        return f"{self.name}, {long_day(self.day)}" if self.day else self.name


__all__ = ["Block", "Copy", "Paragraph", "Piece", "Row", "Section", "Told"]
