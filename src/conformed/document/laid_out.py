"""Text that is laid out in lines to a Document.

In: the text of a file, as it is typed or as it was taken from another format.  Out: the document, whose reading joins
lines to paragraphs.  Afterwards each word that is no page furniture stands in exactly one paragraph.
"""

import bisect
import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document.broken_words import BrokenWords
from conformed.document.converted import parted, without_even_gaps
from conformed.document.document import Document, Line, Paragraph, Tracked, Unreadable, line_end
from conformed.document.furniture import furniture
from conformed.document.line_words import GOES_ON, ROW, STOPS, in_columns
from conformed.document.reading import Fold, Reading, fold_of
from conformed.document.stacked_rows import going_on
from conformed.document.transcript import Transcript

_MARGIN = (  # what `str.isspace` calls a blank, but for the form feed, and the mark of a byte order
    "\t\n\x0b\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_PIECES = pattern(r"[^\s\xa0]+(?: [^\s\xa0]+)*")
_CELLS = pattern(r"\S+(?:[ \xa0]\S+)*")
# Figures that stand in columns: 0.25 %, $1,000, N/A.
_FIGURES = pattern(r"[$(]{0,2}\d[\d.,]{0,12}[)%]{0,2}(?:[\s\xa0]*\t[\s\xa0]*(?:[$(]{0,2}\d[\d.,]{0,12}[)%]{0,2}|[$%)—–*-]|N/A)){1,12}[\s\xa0]*")
_PAGE_MARK = pattern(r"<PAGE>(?:[ \t]*\d{1,4}\b)?|\f+", re.IGNORECASE)
_BLANK = _MARGIN + "\f"
_SHORT = 7  # characters of a line that only numbers a page


def laid_out(name: str, data: bytes, text: str, encoding: str | None, tables: Sequence[tuple[int, int]] = (), *, marks_only: bool = False) -> Document:
    """The document of the file `name`, whose bytes are `data` and whose text is laid out in lines, some of them known as `tables`.

    `marks_only`: the file keeps heads, feet and numbers of pages apart, and none stands in its text.
    """
    every = _page_marks_apart(text, _lines(text))
    passed, breaks, numbers = furniture(text, every, marks_only=marks_only)
    lines = _without(text, every, passed)
    words = [text[line.start : line.end] for line in lines]
    lines = without_even_gaps(lines, words)
    fold, broken = fold_of(text), BrokenWords(text)
    found = list(parted(lines, words, _rows(lines, words, tables or _tables(text))))
    edges = [0]  # how many stretches of the fold there are up to each paragraph
    for first, last, row in found:
        if row:
            _copy_row(lines, words, first, last, fold)
        else:
            _copy(lines, words, first, last, fold, broken)
        edges.append(len(fold.words))
    reading = fold.reading()
    return Document(
        id=hashlib.sha256(data).hexdigest()[:12],
        name=name,
        encoding=encoding,
        text=text,
        breaks=tuple(breaks),
        numbers=tuple(numbers),
        lines=tuple(lines),
        paragraphs=tuple(
            Paragraph(reading.starts[begun], reading.ends[ended - 1], lines[first].indent, bool(row), (first, last))
            for (first, last, row), (begun, ended) in zip(found, itertools.pairwise(edges), strict=True)
        ),
        reading=reading,
    )


def transcribed(name: str, data: bytes, written: Transcript, *, marks_only: bool = False) -> Document:
    """The document of a file in another format, whose words are `written` out; what is struck there is not read.  Raises `Unreadable`.

    `marks_only`: the file keeps heads, feet and numbers of pages apart, and none is written.
    """
    text = written.text
    if not text.strip(_BLANK):
        raise Unreadable(f"{name} holds no words: nothing can be read from it. Give the file that holds the text.")
    read = laid_out(name, data, text, None, written.tables, marks_only=marks_only)
    return msgspec.structs.replace(
        read.without(_struck(read.reading, written.tracked)), elements=written.elements, tracked=tuple(written.tracked)
    )


def _struck(reading: Reading, tracked: Sequence[Tracked]) -> list[int]:
    """The characters of a reading that stand for those that a file marks as struck, with a blank or line end that would stand twice without them."""
    runs: list[tuple[int, int]] = []
    for first, last in ((reading.at(one.start), reading.at(one.end)) for one in tracked if one.change.struck):
        if runs and not reading.text[runs[-1][1] : first].strip():
            runs[-1] = runs[-1][0], last
        else:
            runs.append((first, last))
    every: list[int] = []
    for first, last in runs:
        before, after = reading.text[first - 1 : first] if first else "\n", reading.text[last : last + 1] or "\n"
        twice = first < last and before.isspace() and after.isspace()
        behind = twice and last < len(reading.text) and (after == " " or before == "\n")
        every += range(first - (twice and not behind and first > 0), last + behind)
    return every


def _lines(text: str) -> list[Line]:
    """The lines that hold words."""
    found: list[Line] = []
    margin = _MARGIN if "\f" in text or "\ufeff" in text else None
    gap = at = 0
    for whole in text.split(line_end(text)):
        up_to_end = whole.rstrip(margin)
        if up_to_end:
            begins = up_to_end[0] > " " and not up_to_end[0].isspace() and margin is None
            indent = 0 if begins else len(up_to_end) - len(up_to_end.lstrip(margin))
            columns = indent
            if indent and "\t" in up_to_end[:indent]:
                columns = len(up_to_end[:indent].expandtabs(8))
            found.append(Line(at + indent, at + len(up_to_end), columns, gap, turned=False))
            gap = 0
        elif at + len(whole) < len(text):
            gap += 1
        at += len(whole) + 1
    return found


def _page_marks_apart(text: str, lines: list[Line]) -> list[Line]:
    """The lines, with a page mark beside the words of one as a line of its own."""
    if "<PAGE>" not in text and "<page>" not in text and "\f" not in text:
        return lines
    apart: list[Line] = []
    done = 0
    for number in sorted(set(_lines_with(text, lines, "<")) | set(_lines_with(text, lines, "\f"))):
        words = text[lines[number].start : lines[number].end]
        if _PAGE_MARK.search(words) and not _PAGE_MARK.fullmatch(words):
            apart.extend(lines[done:number])
            apart.extend(_divided(text, lines[number]))
            done = number + 1
    return [*apart, *lines[done:]] if done else lines


def _lines_with(text: str, lines: Sequence[Line], sign: str) -> Iterator[int]:
    """The numbers of the lines in which a character stands."""
    at = text.find(sign)
    while at >= 0:
        number = bisect.bisect_right(lines, at, key=_start) - 1
        if number >= 0 and at < lines[number].end:
            yield number
            at = text.find(sign, lines[number].end)
        else:
            at = text.find(sign, at + 1)


def _start(line: Line) -> int:
    return line.start


def _divided(text: str, line: Line) -> Iterator[Line]:
    """The page marks of a line, and the words between them."""
    at, gap = line.start, line.gap
    edges = [edge for mark in _PAGE_MARK.finditer(text, line.start, line.end) for edge in mark.span()]
    for edge in (*edges, line.end):
        if words := text[at:edge].strip(_MARGIN):
            begun = text.index(words[0], at)
            yield Line(begun, begun + len(words), line.indent, gap, turned=False)
            gap = 0
        at = edge


def _without(text: str, every: Sequence[Line], passed: frozenset[int]) -> list[Line]:
    """The lines that are no furniture, with the gaps and page ends that furniture leaves between them."""
    if not passed:
        return list(every)
    kept: list[Line] = []
    gap, turned = 0, False
    for number, line in enumerate(every):
        if number in passed:
            gap += line.gap + 1
            turned = (
                turned
                or text[line.start : line.start + 5].upper() == "<PAGE"
                or line.end - line.start <= _SHORT
            )
        elif gap:
            kept.append(Line(line.start, line.end, line.indent, line.gap + gap, turned))
            gap, turned = 0, False
        else:
            kept.append(line)
    return kept


def _tables(text: str) -> list[tuple[int, int]]:
    """The stretches between `<TABLE>` and `</TABLE>`."""
    found: list[tuple[int, int]] = []
    if "<TABLE>" not in text and "<table>" not in text:
        return found
    upper, start = text.upper(), 0
    while (start := upper.find("<TABLE>", start)) >= 0:
        end = upper.find("</TABLE>", start)
        if end < 0:
            break
        found.append((start, end))
        start = end
    return found


def _rows(lines: Sequence[Line], words: Sequence[str], tables: Sequence[tuple[int, int]]) -> list[int]:
    """For each line, whether it is a row, or goes on with one: in a marked table, or laid out in columns like the line beside it."""
    columns = [("\t" in line or "    " in line) and in_columns(line) for line in words]
    figures = [*_behind_labels(words), *going_on(lines, words)]
    for behind in figures:
        columns[behind - 1 : behind + 1] = [True, True]
    rows = [
        ROW if here and (before or after) else 0
        for before, here, after in zip([False, *columns], columns, [*columns[1:], False], strict=False)
    ]
    for behind in figures:
        rows[behind] = GOES_ON
    number = 0
    for start, end in tables:
        while number < len(lines) and lines[number].start < start:
            number += 1
        while number < len(lines) and lines[number].start <= end:
            rows[number] = ROW
            number += 1
    return rows


def _behind_labels(words: Sequence[str]) -> Iterator[int]:
    """The lines that hold only the figures of a row, whose label stands on the line above, where several do so."""
    figures = [number for number, line in enumerate(words) if "\t" in line and _FIGURES.fullmatch(line)]
    known = set(figures)
    for number in figures:
        label = number > 0 and number - 1 not in known and words[number - 1][-1] not in STOPS
        if label and (number - 2 in known or number + 2 in known):
            yield number


def _copy(
    lines: Sequence[Line], words: Sequence[str], first: int, last: int, fold: Fold, broken: BrokenWords
) -> None:
    """Take the words of a paragraph's lines into the reading."""
    before, copy = "\n", fold.copy
    for number in range(first, last):
        line, start = words[number], lines[number].start
        if not line.isprintable():
            for match in _PIECES.finditer(line):
                copy(match[0], start + match.start(), before)
                before = " "
        elif "  " in line:
            for piece in line.split("  "):
                if piece:
                    lead = piece[0] == " "
                    copy(piece[lead:], start + lead, before)
                    before = " "
                start += len(piece) + 2
        else:
            copy(line, start, before)
        before = " "
        if line[-1] == "-" and line[-2:-1].isalpha() and number + 1 < last and words[number + 1][0].isalpha():
            before = ""
            if not broken.keeps_hyphen(line, words[number + 1]):
                fold.words[-1] = fold.words[-1][:-1]


def _copy_row(lines: Sequence[Line], words: Sequence[str], first: int, last: int, fold: Fold) -> None:
    """Take the cells of a row into the reading."""
    before = "\n"
    for number in range(first, last):
        for match in _CELLS.finditer(words[number]):
            fold.copy(match[0], lines[number].start + match.start(), before)
            before = "\t"
