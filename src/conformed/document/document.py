"""The value that the reading of a file makes.

What holds: `text.encode(encoding)` is the file, or where its format is not text, `text` is what it shows, written out, and
`encoding` is None; `reading` holds each word of it that is not page furniture,
in order, and leads each character back to its place in `text`.
"""

import bisect
import datetime
import operator
from collections.abc import Sequence

import msgspec

from conformed.basis import Span
from conformed.document.reading import Reading


class Unreadable(Exception):
    """A file that cannot be read at all; the message is one sentence that says which, why, and what to do."""


def line_end(text: str) -> str:
    """The character with which a text ends its lines: a line feed, or where it has none, a carriage return."""
    return "\r" if "\n" not in text and "\r" in text else "\n"


class Line(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A line that holds words, without its margins: characters `start` to `end` of the text.

    `indent` is the column in which it begins (tabs stop at each eighth), `gap` the number of blank lines
    before it, `turned` whether a page ends between it and the line before.
    """

    start: int
    end: int
    indent: int
    gap: int
    turned: bool


class Paragraph(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Words that belong together: characters `start` to `end` of the reading.

    `row` tells a row of a table, whose cells stand apart by tabs, or another line that is laid out in
    columns; `lines` are the numbers of the first line and the one after the last.
    """

    start: int
    end: int
    indent: int
    row: bool
    lines: tuple[int, int]


class Change(msgspec.Struct, frozen=True):
    """How a file marks words as changed: as struck, or else as inserted; by whom and on which day, where it says so."""

    struck: bool
    by: str | None = None
    day: datetime.date | None = None


class Tracked(msgspec.Struct, frozen=True):
    """The characters `start` to `end` of the text, which the file marks as changed."""

    start: int
    end: int
    change: Change


class Document(msgspec.Struct, frozen=True):
    """A file as delivered.

    `id` is a digest of its bytes, with a count behind it for a further instrument of one file, `name` its file name; `breaks` are the places in the text where a page
    ends, `numbers` the numbers of the pages; `lines` are its lines, page furniture left out; `paragraphs` are those of the reading.
    Of a file in another format, `elements` are the places in the text where the words of each element begin, with its number, and `tracked` what
    it marks as changed: what it marks as struck is not in the reading.
    """

    id: str
    name: str
    encoding: str | None
    text: str
    breaks: tuple[int, ...]
    numbers: tuple[int, ...]
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    reading: Reading
    elements: tuple[tuple[int, int], ...] = ()
    tracked: tuple[Tracked, ...] = ()

    @property
    def file(self) -> str:
        """The digest that all instruments of one file share."""
        return self.id.partition("/")[0]

    @property
    def begins(self) -> int | None:
        """The page of the file on which a further instrument of it begins, where the file marks pages."""
        return self.numbers[0] if self.id != self.file and self.numbers[0] > 1 else None

    @property
    def pages(self) -> int:
        """The number of pages; 1 where the file marks none."""
        return len(self.breaks) + 1

    def page(self, offset: int) -> int:
        """The number of the page on which the character `offset` of the text stands."""
        return self.numbers[bisect.bisect_right(self.breaks, offset)]

    def line_number(self, offset: int) -> int:
        """The line of the file, from 1, on which the character `offset` of the text stands."""
        return self.text.count(line_end(self.text), 0, offset) + 1

    def span(self, start: int, end: int) -> Span:
        """The place in the file of the characters `start` to `end` of the reading; not of an empty stretch."""
        return Span(self.id, self.reading.source(start), self.reading.source(end - 1) + 1)

    def part(self, start: int, end: int) -> "Document":
        """The document as if its reading held only the characters `start` to `end`; spans still lead to the file."""
        begun = bisect.bisect_right(self.paragraphs, start, key=operator.attrgetter("end"))
        held = self.paragraphs[begun : bisect.bisect_left(self.paragraphs, end, key=operator.attrgetter("start"))]
        first, last = (held[0].lines[0], held[-1].lines[1]) if held else (0, 0)
        paragraphs = tuple(
            Paragraph(
                max(p.start, start) - start,
                min(p.end, end) - start,
                p.indent,
                p.row,
                (p.lines[0] - first, p.lines[1] - first),
            )
            for p in held
        )
        begins = self.reading.source(start) if start else 0
        ends = self.reading.source(end) if end < len(self.reading.text) else len(self.text)
        return msgspec.structs.replace(
            self,
            lines=self.lines[first:last],
            paragraphs=paragraphs,
            reading=self.reading.part(start, end),
            tracked=tuple(one for one in self.tracked if begins <= one.start < ends),
        )

    def without(self, places: Sequence[int]) -> "Document":
        """The document as if its reading did not hold the characters at some places, which are in order."""
        if not places:
            return self
        paragraphs = tuple(
            msgspec.structs.replace(p, start=p.start - before, end=p.end - up_to_end)
            for p in self.paragraphs
            if p.end - p.start
            > (up_to_end := bisect.bisect_left(places, p.end))
            - (before := bisect.bisect_left(places, p.start))
        )
        return msgspec.structs.replace(self, paragraphs=paragraphs, reading=self.reading.without(places))

    def words(self, span: Span) -> str:
        """The words of the reading that stand in `span`."""
        return self.reading.text[self.reading.at(span.start) : self.reading.at(span.end)]
