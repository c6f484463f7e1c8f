"""The lines that number the pages of a text without page marks.

In: the lines of a text.  Out: those that number its pages, so that pages end with them.  A number stands apart, or
the line says `page`, and it rises by one from page to page; or it stands, apart, in the midst of a sentence.  Where
nothing numbers them, pages end with a line that recurs so.
"""

import bisect
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.document.document import Line

BARE = pattern(r"[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s?of\s\d{1,3})?")
_STATES = pattern(r"\s(\d{1,3})(?:\sof\s\d{1,3})?")
BEGINS = pattern(r"\(?(?:[a-zA-Z]|[ivxlIVXL]{1,4}|\d{1,4})[.)]\s|\([a-zA-Z]{2}\)\s|\d{1,3}(?:\.\d+)+")
LONG = 120  # characters that a head or foot may have
APART = 2  # blank lines before or after a page number that no page mark announces
TURN = 4  # blank lines that tell of the end of a page
_BRIEF = 12  # characters of a line that is only a number
_OFTEN = 5  # times that a foot recurs
_BROKEN = 2  # sentences that it breaks
_FILLED = 50  # characters of a line of prose


def page_numbers(text: str, lines: Sequence[Line]) -> list[int]:
    """Lines that number the pages of a text without page marks: they stand apart or say page, and rise."""
    found: list[tuple[int, int]] = []
    breaking: list[int] = []
    for number, line in enumerate(lines):
        if line.end - line.start <= _BRIEF and (match := BARE.fullmatch(text, line.start, line.end)):
            after = lines[number + 1].gap if number + 1 < len(lines) else TURN
            if (line.gap >= APART and after >= APART) or (line.gap and after >= TURN):
                found.append((number, int(match[1])))
                if max(line.gap, after) >= TURN and _breaks_a_sentence(text, lines, number):
                    breaking.append(number)
    said, alike = _said(text, lines)
    return sorted({*max([_rising(found), *alike], key=len), *said, *breaking}) or _feet(text, lines)


def _feet(text: str, lines: Sequence[Line]) -> list[int]:
    """The feet of pages that nothing numbers: a line that recurs, apart, also in the midst of sentences."""
    alike: dict[str, list[int]] = {}
    for number, below in enumerate(lines[1:]):
        line = lines[number]
        if below.gap >= TURN and line.end - line.start <= LONG:
            alike.setdefault(text[line.start : line.end], []).append(number)
    found: list[int] = []
    for words, numbers in alike.items():
        if len(numbers) >= _OFTEN and any(map(str.isalnum, words)):
            broken = sum(_breaks_a_sentence(text, lines, number, _top(lines, number)) for number in numbers)
            found += numbers if broken >= _BROKEN else []
    return sorted(found)


def _top(lines: Sequence[Line], number: int) -> int:
    """The first of the lines that stand together down to one."""
    while number and not lines[number].gap:
        number -= 1
    return number


def _breaks_a_sentence(text: str, lines: Sequence[Line], number: int, top: int | None = None) -> bool:
    """Whether a line, with those from `top` on, stands between the halves of a sentence, of which the first fills its line."""
    top = number if top is None else top
    if not (top > 0 and number < len(lines) - 1):
        return False
    above, below = lines[top - 1], lines[number + 1]
    upper, lower = text[above.start : above.end], text[below.start : below.end]
    return (
        len(upper) >= _FILLED
        and upper.rsplit(None, 1)[-1].rstrip(",").islower()
        and upper[-1] not in ".:;"
        and lower[0].isalnum()
        and not BEGINS.match(lower)
    )


def _said(text: str, lines: Sequence[Line]) -> tuple[list[int], list[list[int]]]:
    """Lines that only say `page` and a number; and those that read the same up to that, if the number rises."""
    said: list[int] = []
    alike: dict[str, list[tuple[int, int]]] = {}
    for word in ("Page", "PAGE"):
        at = -1
        while (at := text.find(word, at + 1)) >= 0:
            number = bisect.bisect_right(lines, at, key=lambda line: line.start) - 1
            line = lines[number]
            match = _STATES.fullmatch(text, at + len(word), line.end)
            if match and line.end - line.start <= LONG:
                before = " ".join(text[line.start : at].split())
                alike.setdefault(before, []).append((number, int(match[1])))
                if not before and line.gap:
                    said.append(number)
    return said, [_rising(found) for found in alike.values()]


def _rising(found: Sequence[tuple[int, int]]) -> list[int]:
    """The longest run of lines, given with the numbers that they state, in which those rise by one."""
    best: list[int] = []
    run: list[int] = []
    expected = -1
    for number, value in found:
        if value != expected:
            run = []
        run.append(number)
        expected = value + 1
        if len(run) > len(best):
            best = run
    return best if len(best) >= 2 else []
