"""What stands on a page and is no part of its text: page marks, page numbers, running heads and feet, tags.

In: the lines of a text.  Out: the lines that are furniture, and where pages end.  Page marks are `<PAGE>` tags
(EDGAR Filer Manual, the ASCII tags of its volume II) and form feeds; a file without them may still number its pages, and then the
numbers, which rise by one and stand apart, tell where pages end.  A line that recurs beside page ends, but for
its digits, is a running head or foot.
"""

import collections
import re
from collections.abc import Iterable, Sequence

from conformed.document.document import Line

_MARK = re.compile(r"<PAGE>(?:\s*\d+)?|\f+", re.IGNORECASE)
_TAG = re.compile(r"(?:</?(?:TABLE|CAPTION|S|C|FN|F\d+|PAGE|DOCUMENT|TEXT|TYPE|SEQUENCE|DESCRIPTION|FILENAME)>\s*)+(?:[\d\s]*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\[(~]*\s*(?:[A-Z]{1,8}(?:\s?[A-Z0-9]{1,4})?\s?[-–—]\s?)?(?:\d{1,4}|[ivxl]{1,7})\s*[-–—\])~]*(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?")
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT)\s\S{1,12}", re.IGNORECASE)
# What opens a provision may recur beside page ends and is no head: (b), 2.1, 4.
_OPENS = re.compile(r"\(?(?:[a-zA-Z]{1,2}|[ivxlIVXL]{1,6}|\d{1,3})\)|[a-zA-Z]\.|\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.")
_REACH = 3  # lines beside a page end that may be furniture
_LONG = 120  # characters that a head or foot may have
_APART = 2  # blank lines before or after a page number that no page mark announces


def furniture(text: str, lines: Sequence[Line]) -> tuple[frozenset[int], list[int]]:
    """The numbers of the lines that are furniture, and the places in `text` where a page ends."""
    passed: set[int] = set()
    ends: list[int] = []  # the number of the first line of each page but the first
    breaks: list[int] = []
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
    if not ends:
        ends = _numbered(text, lines)
        passed.update(ends)
        breaks = [lines[number].end for number in ends]
    passed |= _running(text, lines, ends, passed)
    return frozenset(passed), breaks


def _numbered(text: str, lines: Sequence[Line]) -> list[int]:
    """Lines that number the pages of a text without page marks: they stand apart and rise by one."""
    found: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if line.end - line.start <= 7 and (match := _BARE.fullmatch(text, line.start, line.end)):
            after = lines[number + 1].gap if number + 1 < len(lines) else _APART
            if line.gap >= _APART and after >= _APART:
                found.append((number, int(match[1])))
    best: list[int] = []
    run: list[int] = []
    expected = -1
    for number, value in found:
        if value != expected:
            run = []
        run = [*run, number] if run else [number]
        expected = value + 1
        if len(run) > len(best):
            best = run
    return best if len(best) >= 2 else []


def _running(text: str, lines: Sequence[Line], ends: Sequence[int], passed: set[int]) -> set[int]:
    """Page numbers, heads and feet beside the page ends."""
    beside: dict[int, str] = {}
    for end in (*ends, -1, len(lines)):
        for step in (-1, 1):
            number, seen = end + step, 0
            while 0 <= number < len(lines) and seen < _REACH:
                if number not in passed:
                    seen += 1
                    if number not in beside:
                        beside[number] = _alike(text, lines[number])
                elif number in ends:
                    break
                number += step
    counts = collections.Counter(beside.values())
    captions = _captions(text, lines, beside)
    running: set[int] = set()
    for end in (*ends, -1, len(lines)):
        for step in (-1, 1):
            number = end + step
            while number in beside or number in passed:
                if number in passed:
                    if number in ends:
                        break
                    number += step
                    continue
                line = lines[number]
                words = text[line.start : line.end]
                enough = 2 if len(ends) < 6 or "#" in beside[number] else 3
                recurs = bool(beside[number]) and counts[beside[number]] >= enough and bool(ends)
                if number in captions:
                    break
                if not (recurs and _stands_apart(words)) and not (ends and words[0] != "(" and _NUMBER.fullmatch(words)):
                    break
                running.add(number)
                number += step
    return running


def _alike(text: str, line: Line) -> str:
    """What a line has in common with the others that recur; nothing where it is too long for a head or foot."""
    if line.end - line.start > _LONG:
        return ""
    return _DIGITS.sub("#", " ".join(text[line.start : line.end].split()).lower())


def _captions(text: str, lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Lines that caption an exhibit or the like: the first of those that read the same, the others being heads."""
    first: dict[str, int] = {}
    for number in sorted(numbers):
        line = lines[number]
        if line.end - line.start <= 24 and _CAPTION.fullmatch(text, line.start, line.end):
            first.setdefault(text[line.start : line.end].upper(), number)
    return set(first.values())


def _stands_apart(words: str) -> bool:
    """Whether a line that recurs is a head or foot and not, say, the blank line of a signature."""
    if re.match(r"\(?\w{1,4}[.)]\s|\d+(?:\.\d+)+", words) or len(words.split()) > 12:
        return False  # it opens a provision, or is a line of one
    return not _OPENS.fullmatch(words) and words[-1] not in ",;:_" and not words.startswith(("By", "Name", "Title", "Its", "/s/", "_", "Date", "WHEREAS", "RECITALS", "ARTICLE", "Article", "SECTION", "Section"))
