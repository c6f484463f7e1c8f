"""The lines that number the pages of a text without page marks.

In: the lines of a text.  Out: those that number its pages, so that pages end with them, and the numbers.  A number
stands apart, or the line says `page`, and it rises by one from page to page, and begins again in an exhibit; or it
stands, apart, in the midst of a sentence.  Where nothing numbers them, pages end with a line that recurs so.
"""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.document.document import Line

BARE = pattern(r"[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s?of\s\d{1,3})?")
_ALONE = pattern(  # such a number, or one with letters before it: S-1, on the signature pages
    r"[-–—]?\s*(?P<bare>\d{1,3})\s*[-–—]?(?:\s?of\s\d{1,3})?|(?P<series>[A-Z]{1,3})\s?[-–—]\s?(?P<value>\d{1,3})"
)
_AMONG = pattern(r"(?P<first>\d{1,3})[\s\xa0]+(?P<behind>\D.{2,80})|(?P<before>.{2,80}\D)[\s\xa0-]+(?P<last>\d{1,3})")
_STATES = pattern(r"\s(\d{1,3})(?:\sof\s\d{1,3})?")
BEGINS = pattern(r"\(?(?:[a-zA-Z]|[ivxlIVXL]{1,4}|\d{1,4})[.)]\s|\([a-zA-Z]{2}\)\s|\d{1,3}(?:\.\d+)+")
LONG = 120  # characters that a head or foot may have
APART = 2  # blank lines before or after a page number that no page mark announces
TURN = 4  # blank lines that tell of the end of a page
_RUN = 2  # numbers that rise
_MISSING = 2  # pages whose numbers are missing
_AGAIN = 2  # a number with which the pages of an exhibit may begin
_FOOT = 4  # lines that the foot of a page may have
_SECOND = 2  # the number of the second page
_ALIKE = 0.7  # of the widest gap: one that ends a page as well, behind a table of contents
_BRIEF = 12  # characters of a line that is only a number
_OFTEN = 5  # times that a foot recurs
_BROKEN = 2  # sentences that it breaks
_FILLED = 50  # characters of a line of prose
_PROSE = 4  # of so many lines of a page one at least is filled


class _Number(NamedTuple):
    """A line that may number a page: the letters before the number, as of an exhibit, and what it says."""

    line: int
    series: str
    value: int


def numbered_pages(text: str, lines: Sequence[Line]) -> tuple[list[int], list[int], list[int]]:
    """Of a text without page marks: the lines that number its pages, the places where pages end, the numbers of the pages."""
    stated = _page_numbers(text, lines)
    ends, numbers = list(stated), counted(stated.values())
    if tops := _heads(text, lines, stated):
        return ends, [lines[top - 1].end for top in tops], [1, *numbers[:-1]]
    breaks = [lines[number].end for number in ends]
    if (last := _unnumbered_end(lines, stated)) is not None:
        return ends, [lines[last].end, *breaks], [1, *numbers]
    return ends, breaks, numbers


def _page_numbers(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """Lines that number the pages of a text without page marks, in order, each with its number; 0 where it is no page's."""
    found: list[_Number] = []
    breaking: list[int] = []
    for number, line in enumerate(lines):
        if line.end - line.start <= _BRIEF and (match := _ALONE.fullmatch(text, line.start, line.end)):
            after = lines[number + 1].gap if number + 1 < len(lines) else TURN
            if (line.gap >= APART and after >= APART) or (line.gap and after >= TURN):
                found.append(_Number(number, match["series"] or "", int(match["bare"] or match["value"])))
                if max(line.gap, after) >= TURN and _breaks_a_sentence(text, lines, number):
                    breaking.append(number)
    found = _without_keys(text, lines, found)
    breaking = [number for number in breaking if any(one.line == number for one in found)]
    said, alike = _said(text, lines)
    best = max([_rising(found), *(_longest(one) for one in alike), *_among_words(text, lines)], key=len)
    stated = {one.line: one.value for one in best}
    ends = sorted({*stated, *said, *breaking}) or _feet(text, lines)
    return {number: stated.get(number, 0) for number in ends}


def _without_keys(text: str, lines: Sequence[Line], found: Sequence[_Number]) -> list[_Number]:
    """The numbers without those that count the rows of a table, or its notes: they lead to what follows, and no prose stands between them."""
    keys: set[int] = set()
    last: dict[tuple[str, int], int] = {}
    for one in found:
        before = last.get((one.series, one.value - 1))
        last[one.series, one.value] = one.line
        if before is not None and _leads(text, lines, before) and _leads(text, lines, one.line):
            between = lines[before + 1 : one.line]
            filled = sum(line.end - line.start >= _FILLED for line in between)
            if len(between) == 1 or _PROSE * filled < len(between):
                keys |= {before, one.line}
    return [one for one in found if one.line not in keys]


def _leads(text: str, lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands close above the next, as the end of a page does not, and that is not the rest of a sentence."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and below.gap < TURN and not text[below.start].islower()


def counted(ends: Iterable[int]) -> list[int]:
    """The number of each page, where some say theirs at their end: the others are counted on."""
    pages: list[int] = []
    for stated in ends:
        if pages:
            follows = pages[-1] < stated <= pages[-1] + _MISSING + 1
            pages.append(stated if follows else pages[-1] + 1)
        else:
            pages.append(stated or 1)
    return [*pages, pages[-1] + 1 if pages else 1]


def _unnumbered_end(lines: Sequence[Line], stated: Mapping[int, int]) -> int | None:
    """The last line of a first page that bears no number, where the second is the first that says its own, or None.

    The page ends at the widest gap above the number of the second, as wide as one that ends a page.
    """
    number, value = next(iter(stated.items()), (0, 0))
    gaps = [line.gap for line in lines[1:number]] if value == _SECOND else []
    widest = max(gaps, default=0)
    if widest < TURN:
        return None
    return next(place for place in range(len(gaps) - 1, -1, -1) if gaps[place] >= _ALIKE * widest)


def _heads(text: str, lines: Sequence[Line], stated: Mapping[int, int]) -> list[int]:
    """The first lines of pages that state their numbers at their heads, as letters do from the second on; none where they do at their feet.

    More blank lines stand above a head than below it.
    """
    says = all("page" in text[lines[number].start : lines[number].end].lower() for number in stated)
    if not says or next(iter(stated.values()), 0) != _SECOND:
        return []
    tops = [_top(lines, number) for number in stated]
    below = 0
    for number in stated:
        after = next((line for line in lines[number + 1 : number + _FOOT] if line.gap), None)
        below += after.gap if after else 0
    return tops if sum(lines[top].gap for top in tops) > below else []


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
    first = max(0, number - _FOOT)
    while number > first and not lines[number].gap:
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


def _said(text: str, lines: Sequence[Line]) -> tuple[list[int], list[list[_Number]]]:
    """Lines that only say `page` and a number; and those that read the same up to that."""
    said: list[int] = []
    alike: dict[str, list[_Number]] = {}
    for word in ("Page", "PAGE"):
        at = -1
        while (at := text.find(word, at + 1)) >= 0:
            number = bisect.bisect_right(lines, at, key=lambda line: line.start) - 1
            line = lines[number]
            match = _STATES.fullmatch(text, at + len(word), line.end)
            if match and line.end - line.start <= LONG:
                before = " ".join(text[line.start : at].split())
                alike.setdefault(before, []).append(_Number(number, "", int(match[1])))
                if not before and line.gap:
                    said.append(number)
    return said, list(alike.values())


def _among_words(text: str, lines: Sequence[Line]) -> list[list[_Number]]:
    """Lines at the ends of pages that read the same but for a number that rises, also in the midst of sentences."""
    alike: dict[str, list[_Number]] = {}
    breaking: set[int] = set()
    for last, below in enumerate(lines[1:]):
        top = _top(lines, last) if below.gap >= TURN else last + 1
        for number in range(top, last + 1) if last - top < _FOOT else ():
            line = lines[number]
            if line.end - line.start <= LONG and (match := _AMONG.fullmatch(text, line.start, line.end)):
                words = " ".join((match["before"] or match["behind"]).split())
                alike.setdefault(words, []).append(_Number(number, "", int(match["first"] or match["last"])))
                if _breaks_a_sentence(text, lines, last, top):
                    breaking.add(number)
    runs = [run for found in alike.values() if len(found) >= _OFTEN and len(run := _longest(found)) >= _OFTEN]
    return [run for run in runs if sum(one.line in breaking for one in run) >= _BROKEN]


def _rising(found: Sequence[_Number]) -> list[_Number]:
    """The numbers that rise by one from page to page: the longest run, and those before and behind it that go with it.

    Behind it they begin again, or bear letters.
    """
    runs = _runs(found)
    best = max((run for run in runs if not run[0].series), key=len, default=[])
    if len(best) < _RUN:
        return []
    first, last = best[0], best[-1]
    before = [
        one
        for run in runs
        if run[-1].line < first.line and not run[0].series and len(run) >= _RUN
        for one in run
        if one.value < first.value
    ]
    behind: list[_Number] = []
    for run in runs:
        begun = run[0]
        if begun.line > last.line and (len(run) >= _RUN or begun.series):
            goes_on = not begun.series and last.value < begun.value <= last.value + _MISSING + 1
            if begun.value <= _AGAIN or goes_on:
                behind += run
                last = run[-1]
    return [*before, *best, *behind]


def _longest(found: Sequence[_Number]) -> list[_Number]:
    """The longest run of numbers that rise by one."""
    best = max(_runs(found), key=len)
    return best if len(best) >= _RUN else []


def _runs(found: Sequence[_Number]) -> list[list[_Number]]:
    """Numbers that rise by one, or by two where one is missing, with others between them or not."""
    runs: list[list[_Number]] = []
    expected: dict[tuple[str, int], list[_Number]] = {}
    for one in found:
        run = expected.pop((one.series, one.value), None) or expected.pop((one.series, one.value - 1), None)
        if run is None:
            run = []
            runs.append(run)
        run.append(one)
        expected[one.series, one.value + 1] = run
    return runs
