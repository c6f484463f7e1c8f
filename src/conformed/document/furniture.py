"""What stands on a page and is no part of its text: page marks, page numbers, running heads and feet, tags.

In: the lines of a text.  Out: the lines that are furniture, and where pages end.  Page marks are `<PAGE>`
tags (EDGAR Filer Manual, the ASCII tags of its volume II) and form feeds; a file without them may still number
its pages, and then the numbers, which rise by one and stand apart, tell where pages end.  A line that recurs
beside page ends, alike but for a number that rises with the pages, is a running head or foot; a line that might
be of the text, such as an amount or a row of a table, is none.
"""

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence

from conformed.basis.pattern import pattern
from conformed.document.document import Line
from conformed.document.page_numbers import (
    APART,
    BARE,
    BEGINS,
    LONG,
    TURN,
    counted,
    numbered_pages,
)

_MARK = pattern(r"<PAGE>(?:\s*\d+)?|\f+", re.IGNORECASE)
_TAG = pattern(
    r"(?:</?(?:TABLE|CAPTION|S|C|FN|F\d+|PAGE|SEC-DOCUMENT|DOCUMENT|TEXT|TYPE|SEQUENCE|DESCRIPTION|FILENAME)>\s*)+(?:[\d\s]*)"
    r"|<(?:SEC-DOCUMENT|TYPE|SEQUENCE|DESCRIPTION|FILENAME)>[^<]{0,200}",
    re.IGNORECASE,
)
# What is sent before the first document of a filing, up to the end of its header.
_SENT = ("-----BEGIN PRIVACY-ENHANCED MESSAGE-----", "<SEC-DOCUMENT>", "<SEC-HEADER>")
_HEADER_END = "</SEC-HEADER>"
_SENT_END = "-----END PRIVACY-ENHANCED MESSAGE-----"
_NUMBER = pattern(
    r"(?:page\s*)?[-–—\[(~]*\s*(?:[A-Z]{1,8}(?:\s?[A-Z0-9]{1,4})?\s?[-–—]\s?)?(?:\d{1,4}|[ivxl]{1,7})\s*[-–—\])~]*(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = pattern(r"[\divxl](?:(?<=\d)\d*|(?<!\w.)[ivxl]*\b)")  # a set leads, as it is looked for fast
_WITHHELD = ("onfidential treatment", "onfidential Treatment", "ONFIDENTIAL TREATMENT")
_NOTE = pattern(  # what a filing says of words it withholds (17 CFR 240.24b-2, 17 CFR 230.406)
    r"(?:\[?[*†#]{1,5}\]?\s?[^.;]{0,140}\b|(?:FOIA\s)?)confidential\streatment\s(?:(?:has\sbeen\s)?requested\b[^.;]{0,100}|request)\.?",
    re.IGNORECASE,
)
_AMOUNT = pattern(r"[$%€£]")
_COLUMNS = pattern(r"\t| {4}")
_OPENERS = (
    "By", "Name", "Title", "Its", "/s/", "_", "Date", "WHEREAS", "IN WITNESS", "RECITALS",
    "ARTICLE", "Article", "SECTION", "Section",
)  # fmt: skip
_CAPTION = pattern(r"(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT)\s\S{1,12}(?:\sTO\s.{1,60})?", re.IGNORECASE)
# What opens a provision may recur beside page ends and is no head: (b), 2.1, 4.
_OPENS = pattern(
    r"\(?(?:[a-zA-Z]{1,2}|[ivxlIVXL]{1,6}|\d{1,3})\)|[a-zA-Z]\.|\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\."
)
_NOTHING = pattern(r"\W?(?:intentionally\s)?(?:omitted|reserved|deleted|none)\W{0,2}", re.IGNORECASE)
_STATED = 80  # characters of a line that only states a page number
_REACH = 6  # lines beside a page end that may be furniture
_NEAREST = 3  # of these; those behind them only where they stand beside most page ends
_RECURS, _RISES = 1, 2  # how a line recurs: as it is, or with a number that rises with the pages
_NUMBERS = 8  # numbers that a head or foot may hold
_PAGES = 1000  # a number from here on is no page's
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_FILED = pattern(r"\d{5,12}[\d., -]{0,40}")


def furniture(text: str, lines: Sequence[Line], *, marks_only: bool = False) -> tuple[frozenset[int], list[int], list[int]]:
    """The numbers of the lines that are furniture, the places in `text` where a page ends, and the numbers of the pages.

    `marks_only`: the file keeps heads, feet and numbers of pages apart, so that only marks of their ends stand in its text.
    """
    passed: set[int] = set()
    ends: list[int] = []  # the number of the first line of each page but the first
    breaks: list[int] = []
    tables: list[int] = []  # the numbers of the lines that begin and end a table, in turn
    for number, line in enumerate(lines):
        if text[line.start] not in "<\f":
            continue
        words = text[line.start : line.end]
        if _MARK.fullmatch(words.strip(" \t")):
            passed.add(number)
            if number and len(passed) <= number:  # a mark above the first words begins page 1
                ends.append(number)
                breaks.append(line.end)
        elif words[0] == "<" and _TAG.fullmatch(words):
            passed.add(number)
            tag = words[:8].upper()
            if tag.startswith("</TABLE>" if len(tables) % 2 else "<TABLE>"):
                tables.append(number)
    if len(tables) % 2:
        tables.pop()
    while ends and passed.issuperset(range(ends[-1], len(lines))):  # a mark behind the last words begins no page
        ends.pop()
        breaks.pop()
    if marks_only:
        return frozenset(passed), breaks, counted([0] * len(ends))
    passed |= _notes(text, lines) | _sent(text, lines)
    numbers = counted([0] * len(ends))
    if not ends:
        ends, breaks, numbers = numbered_pages(text, lines)
        passed.update(ends)
    passed |= _running(text, lines, ends, passed, tables)
    passed |= _filed(text, lines, passed)
    return frozenset(passed), breaks, numbers


def _sent(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines with which a filing is sent: its header, and what closes it."""
    if not lines or not text.startswith(_SENT, lines[0].start):
        return set()
    end = text.find(_HEADER_END)
    header = set(range(bisect.bisect_right(lines, end, key=lambda line: line.start)))
    last = len(lines) - 1
    return header | ({last} if text.startswith(_SENT_END, lines[last].start) else set())


def _notes(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines by which a filing tells that words are withheld from it."""
    places: list[int] = []
    for words in _WITHHELD:
        at = -1
        while (at := text.find(words, at + 1)) >= 0:
            places.append(at)
    told = (bisect.bisect_right(lines, at, key=lambda line: line.start) - 1 for at in places)
    return {number for number in told if _NOTE.fullmatch(text, lines[number].start, lines[number].end)}


def _filed(text: str, lines: Sequence[Line], passed: set[int]) -> set[int]:
    """The numbers under which a document is filed, at the foot of pages that nothing else numbers."""
    known = {
        words for number in passed if _FILED.fullmatch(words := text[lines[number].start : lines[number].end])
    }
    found: set[int] = set()
    block: list[int] = []
    for number, line in enumerate(lines) if known else ():
        if line.gap and block:
            found.update(block if line.gap >= TURN else ())
            block = []
        if (line.gap >= APART or block) and text[line.start : line.end] in known:
            block.append(number)
        else:
            block = []
    return found - passed


def _running(
    text: str, lines: Sequence[Line], ends: Sequence[int], passed: set[int], tables: Sequence[int]
) -> set[int]:
    """Page numbers, heads and feet; `tables` are the lines where tables begin and end, in turn."""
    if not ends:
        return set()
    sides = _sides(lines, ends, passed)
    recurring = _recurring(text, lines, sides, len(ends))
    captions = _captions(text, lines, {number for _, _, numbers in sides for number in numbers})
    running: set[int] = set()
    for page, step, numbers in sides:
        block: list[int] = []  # lines that are furniture if those between them and the text are
        numbered = False
        for number in numbers:
            words = text[lines[number].start : lines[number].end]
            how = recurring.get((step, number), 0)
            states = len(words) <= _STATED and words[0] != "(" and bool(_NUMBER.fullmatch(words))
            if number in captions or not (states or (how and _stands_apart(words))):
                break
            if page == 0 and step > 0 and not states and how < _RISES:
                break  # a title, or the day of a letter: what later pages repeat is text where it first stands
            if bisect.bisect_right(tables, number) % 2 and not (how == _RISES and BARE.fullmatch(words)):
                break
            if how < _RISES and ((numbered and states) or _is_row(text, lines, number, step)):
                break  # a page has one number; the others, and the rows of a table, are of the text
            numbered = numbered or states
            block.append(number)
            if how == _RISES or _is_apart(text, lines, number, step):
                running.update(block)
                block = []
    return running


def _sides(lines: Sequence[Line], ends: Sequence[int], passed: set[int]) -> list[tuple[int, int, list[int]]]:
    """For each page end, counted from 0, the lines above it (-1) and below it (1) that may be furniture."""
    sides: list[tuple[int, int, list[int]]] = []
    marks = frozenset(ends)
    for page, end in enumerate((-1, *ends, len(lines))):
        for step in (-1, 1):
            numbers: list[int] = []
            number = end + step
            while 0 <= number < len(lines) and len(numbers) < _REACH and number not in marks:
                if number not in passed:
                    numbers.append(number)
                number += step
            sides.append((page, step, numbers))
    return sides


def _recurring(
    text: str, lines: Sequence[Line], sides: Sequence[tuple[int, int, list[int]]], ends: int
) -> dict[tuple[int, int], int]:
    """The lines that recur on their side of several page ends, and how."""
    places: dict[tuple[int, str], list[tuple[int, int]]] = {}
    last: set[tuple[int, int]] = set()  # lines that are furniture only where most pages have them
    for page, step, numbers in sides:
        for number in numbers:
            if alike := _alike(text, lines[number]):
                places.setdefault((step, alike), []).append((page, number))
        last.update((step, number) for number in numbers[_NEAREST:])
    found: dict[tuple[int, int], int] = {}
    enough = 2 if ends < 6 else 3
    for (step, alike), where in places.items():
        if len(where) < enough:
            continue
        groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for page, number in where:
            for key in _less_number(text, lines[number], page) if "#" in alike else [(alike, -1)]:
                groups.setdefault(key, []).append((page, number))
        for (words, _), group in groups.items():
            counted = group
            if 2 * len(group) <= ends:
                counted = [(page, number) for page, number in group if (step, number) not in last]
            if len({page for page, _ in counted}) < enough:
                continue
            how = _RISES if "#" in words else _RECURS
            for _, number in counted:
                found[step, number] = max(how, found.get((step, number), 0))
    return found


def _less_number(text: str, line: Line, page: int) -> list[tuple[str, int]]:
    """A line as it is, and less each number that may be its page's, with what number page 0 would have."""
    words = " ".join(text[line.start : line.end].split()).lower()
    numbers = [(number, _value(number[0])) for number in itertools.islice(_DIGITS.finditer(words), _NUMBERS)]
    return [(words, -1)] + [
        (f"{words[: number.start()]}#{words[number.end() :]}", _PAGES + value - page)
        for number, value in numbers
        if value < _PAGES
    ]


def _value(number: str) -> int:
    """What a number in digits or in small roman letters says."""
    if number[0].isdecimal():
        return int(number[:9])
    letters = [_ROMAN[letter] for letter in number.lower()]
    return sum(-one if one < after else one for one, after in zip(letters, [*letters[1:], 0], strict=True))


def _is_apart(text: str, lines: Sequence[Line], number: int, step: int) -> bool:
    """Whether a blank line or a page end parts a line from the text, which is not signed with its words."""
    inner = number + step
    if not 0 <= inner < len(lines):
        return True
    gap = (lines[number] if step < 0 else lines[inner]).gap
    words = text[lines[number].start : lines[number].end].split()
    return gap > 0 and not _stand_in(words, text[lines[inner].start : lines[inner].end].split())


def _stand_in(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words stand among others, one behind the other."""
    return any(others[at : at + len(words)] == words for at in range(len(others) - len(words) + 1))


def _is_row(text: str, lines: Sequence[Line], number: int, step: int) -> bool:
    """Whether a line and the one between it and the text are laid out in columns."""
    inner = number + step
    return (
        0 <= inner < len(lines)
        and bool(_COLUMNS.search(text, lines[number].start, lines[number].end))
        and bool(_COLUMNS.search(text, lines[inner].start, lines[inner].end))
    )


def _alike(text: str, line: Line) -> str:
    """What a line has in common with the others that recur; nothing where it is too long for a head, or no words."""
    if line.end - line.start > LONG:
        return ""
    words = " ".join(text[line.start : line.end].lower().split())
    if not any(map(str.isalnum, words)):
        return ""
    return _DIGITS.sub("#", words)


def _captions(text: str, lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Lines that caption an exhibit or the like: the first that reads so, the others being heads."""
    first: dict[str, int] = {}
    for number in sorted(numbers):
        line = lines[number]
        if line.end - line.start <= LONG and _CAPTION.fullmatch(text, line.start, line.end):
            first.setdefault(text[line.start : line.end].upper(), number)
    return set(first.values())


def _stands_apart(words: str) -> bool:
    """Whether a line that recurs is a head or foot and not, say, the blank line of a signature."""
    if BEGINS.match(words) or len(words.split()) > 12 or _NOTHING.fullmatch(words):
        return False  # it opens a provision, or is a line of one, or all that an exhibit says
    ends = words[-1] not in ",;:_" or words.rstrip(",").replace(",", "").replace(" ", "").isdecimal()
    if _AMOUNT.search(words) or _OPENS.fullmatch(words) or not ends:
        return False
    return not words.startswith(_OPENERS)
