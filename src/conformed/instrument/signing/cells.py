"""The lines of a document told apart as a signature page has them.

In: a document. Out: its cells in order: who signs, where, in what office, and what is no part of a block. A
line holds several cells where tabs or wide blanks part it. Afterwards each cell stands in one line, but for
prose, of which each stretch is one cell.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.signing.execution import END, notarial, says_so
from conformed.instrument.signing.kinds import (
    SIGNING,
    Kind,
    address,
    day_alone,
    part,
    person_role,
    signs,
    told,
)
from conformed.instrument.signing.words import like_entity, like_person, like_prose, surely_entity


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell: its words without their label, and where they stand in the text.

    `line` is the number of its line, `last` that of its last line, `gap` the number of blank lines above it,
    `column` where it begins, `row` which of several cells of its line it is (None where it stands alone, or
    where those beside it are of one block); `signed` tells a name behind `/s/`, or a paragraph (without its
    words) that ends with words of execution.
    """

    kind: Kind
    words: str
    start: int
    end: int
    line: int
    gap: int
    column: int
    row: int | None = None
    signed: bool = False
    last: int = -1


_BREAK = pattern(r"\t[\t \xa0]*|[ \xa0]{4,}[\t \xa0]*| (?=/[sS]\.?/)|(?<=_) +(?=(?:Name|Title|Its|Date)\s?:)")
_BRACE = pattern(r"[\s}){(\]\[|]+")
_REMNANT = pattern(r"#?\d{0,3}0;")  # of a blank written as a character reference, which a conversion broke in two
_WIDE = 16  # blanks that part a label from what stands in the next column
_VALUED = frozenset({Kind.BY, Kind.SIGNED, Kind.NAME, Kind.TITLE, Kind.DATE, Kind.WITNESS})
_SURE = pattern(r"(?:and\s)?by\s?:|by /s/|/s\.?/|name\s?:|(?:title|its)\s?:", re.IGNORECASE)
_OPENING = pattern(
    r"(?:_*\s?in\s+)?(?:witness|whitmess)\s+(?:whereof|the\s+due)|in\s+witness$", re.IGNORECASE
)
_NUMBERED = pattern(
    r"\(?\d{1,2}(?:\.\d{1,2})*[.)](?:\s|$)|\d{1,2}(?:\.\d{1,2})+\s|\d{1,2}(?:\t| {4})|\([a-z]{1,4}\)\s"
)
_SIGNS = frozenset("aAbB/nNtTiI")  # the letters with which a line to sign on begins
_OPENS = frozenset("_iIwW")  # and those of words of execution
_RUN = 12  # lines of a run that may be an address
_SHORT = 60  # characters of a line that may be the last of an entity's name
_MARKS = (  # of which one stands, in any letters, wherever someone signs or words of execution are told
    "____", "------", "..........", "––––––", "————", "per:", "per :", "per;", "sign", "/s", "/ s", "s/", "//",
    "\\s", "(s)", "whereof", "due", "hereunto", "undersigned", "have", "accept", "i agree", "agreed", "acknowledg",
    "executed", "truly", "sincerely", "feel", "i hereby", "we hereby",
)  # fmt: skip


_BEGINS_BY = pattern(r"(?:^|[\t\n\xa0_]| {2})\W{0,8}(?:and )?by\b|\bby ?:|_by\b")  # a cell that begins so


def cells(document: Document) -> list[Cell]:
    """The cells of a document in order; those of lines between paragraphs only where someone may sign there."""
    found: list[Cell] = []
    prose: list[int] = []
    between: list[int] = []  # the lines behind the paragraph
    for number, line in enumerate(document.lines):
        above = bool(prose) and not between
        if not _is_prose(document.text[line.start : line.end], runs_on=above and line.gap == 0):
            between.append(number)
        elif between:
            found += _read(document, prose, between, last=False)
            prose, between = [number], []
        else:
            prose.append(number)
    return _neighbors(document, [*found, *_read(document, prose, between, last=True)])


def _read(document: Document, prose: Sequence[int], between: Sequence[int], *, last: bool) -> Iterator[Cell]:
    """The cells of a paragraph and of the lines behind it, where no one signs only that of the paragraph."""
    text = (
        document.text[document.lines[between[0]].start : document.lines[between[-1]].end] if between else ""
    )
    leads = bool(prose and between) and not _NUMBERED.match(text)
    tail = _tail(document, prose) if leads else ""
    certified = leads and notarial(tail)
    executed = leads and not certified and says_so(tail)
    if prose:
        yield (paragraph := _paragraph(document, prose, executed))
        if certified:
            yield msgspec.structs.replace(paragraph, kind=Kind.WITNESS, gap=0)
    if not (last or executed or may_sign(text)):
        return
    addresses = _address_lines(document, between)
    for number in between:
        for cell in _row(document, number):
            if not (number in addresses and cell.kind is Kind.PLAIN and not like_entity(cell.words)):
                yield cell


def may_sign(words: str) -> bool:
    """Whether words hold something with which a line to sign on, or words of execution, can be told."""
    lower = words.lower()
    return any(mark in lower for mark in _MARKS) or ("by" in lower and bool(_BEGINS_BY.search(lower)))


def _is_prose(words: str, *, runs_on: bool) -> bool:
    """Whether a line is of a paragraph, by itself or because it runs on from one right above."""
    first = words[0]
    if first in _OPENS and _OPENING.match(words):
        return True
    if (first in _SIGNS and _SURE.match(words)) or (_may_number(first) and _NUMBERED.match(words)):
        return False
    if _may_break(words) and _BREAK.search(words):
        return False
    if runs_on and first.islower() and len(words) > _SHORT:
        return True
    if like_prose(words):
        return True
    if not runs_on:
        return False
    ended = words.endswith((".", ".”", '."')) and not surely_entity(words[-9:])
    short = len(words) <= _SHORT and surely_entity(words) and len(words.split()) <= 5
    return not short and (first.islower() or ended)


def _may_break(words: str) -> bool:
    """Whether cells of a line may stand apart: what few lines hold shows it."""
    return "\t" in words or "    " in words or "\xa0" in words or " /" in words or "_ " in words


def _may_number(first: str) -> bool:
    """Whether a line that begins so may begin with a number."""
    return first == "(" or first.isdecimal()


def _tail(document: Document, numbers: Sequence[int]) -> str:
    """The words with which a paragraph ends, folded."""
    words, place = "", len(numbers)
    while place and len(words) < END:
        place = max(0, place - 16)
        begun = document.lines[numbers[place]].start
        words = " ".join(document.text[begun : document.lines[numbers[-1]].end].split())
    return words[-END:]


def _paragraph(document: Document, numbers: Sequence[int], executed: bool) -> Cell:
    first, last = document.lines[numbers[0]], document.lines[numbers[-1]]
    return Cell(
        Kind.PROSE,
        "",
        first.start,
        last.end,
        numbers[0],
        first.gap,
        first.indent,
        None,
        executed,
        numbers[-1],
    )


def _runs(document: Document, numbers: Sequence[int]) -> Iterator[range]:
    """The lines that no blank line parts, so far as some of them are among `numbers`."""
    lines, done = document.lines, -1
    for number in numbers:
        if number <= done:
            continue
        first, done = number, number
        while first and not lines[first].gap:
            first -= 1
        while done + 1 < len(lines) and not lines[done + 1].gap:
            done += 1
        yield range(first, done + 1)


def _address_lines(document: Document, numbers: Sequence[int]) -> frozenset[int]:
    """The lines of an address: where no one signs, the whole run that it stands in."""
    found: set[int] = set()
    for run in _runs(document, numbers):
        if len(run) <= _RUN:
            texts = [document.text[document.lines[n].start : document.lines[n].end] for n in run]
            hits = [n for n, words in zip(run, texts, strict=True) if address(words)]
            if hits:
                found.update(hits if any(signs(words) for words in texts) else run)
    return frozenset(found)


def _row(document: Document, number: int) -> list[Cell]:
    """The cells of one line; those that are of one block stand in no row."""
    line = document.lines[number]
    words = document.text[line.start : line.end]
    if _may_number(words[0]) and (match := _NUMBERED.match(words)):
        return [
            Cell(
                Kind.HEADING,
                words[match.end() :],
                line.start,
                line.end,
                number,
                line.gap,
                line.indent,
                last=number,
            )
        ]
    row: list[Cell] = []
    pieces = [(a, b, told(words[a:b])) for a, b in _pieces(words) if not _REMNANT.fullmatch(words, a, b)]
    pieces = [
        piece for piece in pieces if piece[2].kind is not None or _BRACE.fullmatch(words, piece[0], piece[1])
    ]
    column, at = line.indent, 0
    for place, (start, end, (kind, value, signed)) in enumerate(pieces):
        column += len(words[at:start].expandtabs(8))
        at = start
        if kind is not None:
            beside = place if len(pieces) > 1 else None
            first, last = line.start + start, line.start + end
            folded = " ".join(value.split())
            row.append(Cell(kind, folded, first, last, number, line.gap, column, beside, signed, number))
    return _of_one_block(row)


def _of_one_block(row: list[Cell]) -> list[Cell]:
    """A day beside a line to sign on, and a caption beside a name, are of its block; the day comes last."""
    if len(row) != 2:
        return row
    first, second = row
    dated = second.kind is Kind.DATE and first.kind in SIGNING | {Kind.PLAIN}
    captioned = first.kind is Kind.ROLE and second.kind in {Kind.SIGNED, Kind.RULE}
    day_first = first.kind is Kind.DATE and second.kind in SIGNING
    called = first.kind is Kind.ROLE and second.kind is Kind.PLAIN and _is_called(first.words, second.words)
    if not (dated or captioned or day_first or called):
        return row
    return [msgspec.structs.replace(cell, row=None) for cell in (reversed(row) if day_first else row)]


def _is_called(caption: str, name: str) -> bool:
    """Whether a caption is that of the name beside it: an entity's of an entity, a person's of a person."""
    if person_role(caption):
        return like_person(name.partition(",")[0])
    return (caption.endswith(":") or part(caption) is not None) and surely_entity(name)


def _pieces(words: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand, each label with the value beside it."""
    if not _may_break(words):
        return [(0, len(words))] if words else []
    pieces: list[tuple[int, int]] = []
    start, wide = 0, False
    for match in (*_BREAK.finditer(words), None):
        end = match.start() if match else len(words)
        if end > start:
            if pieces and _goes_with(words[pieces[-1][0] : pieces[-1][1]], words[start:end], wide):
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
            wide = False
        if match:
            start = match.end()
            wide = wide or ("\t" not in match[0] and len(match[0]) >= _WIDE)
    return pieces


def _goes_with(before: str, after: str, wide: bool) -> bool:
    """Whether a cell is the value of the empty label, or of the `/s/`, before it."""
    label = told(before)
    if label.words or label.kind not in _VALUED:
        return False
    value = told(after)
    other_column = wide and like_entity(value.words)
    if label.kind is Kind.WITNESS:
        return value.kind is Kind.SIGNED and not wide
    if label.kind is Kind.BY and not label.signed:
        return value.kind in {Kind.SIGNED, Kind.RULE} or (
            value.kind in {Kind.PLAIN, Kind.TITLE} and not other_column
        )
    if label.kind is Kind.DATE:
        day = any(letter.isdigit() for letter in after) and value.kind not in {
            Kind.BY,
            Kind.SIGNED,
            Kind.DATE,
        }
        return day or day_alone(after)
    return value.kind in {Kind.PLAIN, Kind.ROLE, Kind.RULE} and not other_column


def _neighbors(document: Document, found: Sequence[Cell]) -> list[Cell]:
    """Plain words that run on from a note without a blank line are of the note, if no one signs there.

    A bare `by` right above words that are no name stands in a heading, where no one signs.
    """
    kept: list[Cell] = []
    for place, cell in enumerate(found):
        if document.text[cell.start : cell.end] == "by" and _heads(found[place + 1 : place + 2]):
            continue
        noted = bool(kept) and kept[-1].kind is Kind.NOTE and kept[-1].last == cell.line - 1 and cell.gap == 0
        of_note = cell.kind is Kind.PLAIN and noted and not _signs_below(found, place)
        kept.append(msgspec.structs.replace(cell, kind=Kind.NOTE) if of_note else cell)
    return kept


def _heads(after: Sequence[Cell]) -> bool:
    """Whether the words of the next line go on from this one and name no person."""
    return any(cell.kind is Kind.PLAIN and not cell.gap and not like_person(cell.words) for cell in after)


def _signs_below(found: Sequence[Cell], place: int) -> bool:
    """Whether someone signs below a cell before the next blank line."""
    for cell in found[place + 1 : place + 8]:
        if cell.gap:
            return False
        if cell.kind in SIGNING:
            return True
    return False
