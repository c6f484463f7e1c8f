"""The words of a page in the order in which they are read: rows on one base line, columns one behind the other.

In: the words of a PDF, page by page, each with its place.  Out: the blocks of each page, a block being rows that stand
below each other, over the whole page or in one of its columns.  Columns hold prose; cells, addresses and the blocks of
two who sign stay beside each other.  What recurs at the top or foot of pages is of no column.  Each word is in one block.
"""

import itertools
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.document.pdf_pages import Word

_SAME = 0.8  # of a letter's width by which the base lines of one row may differ, as of a raised figure
_GUTTER = 1.8  # letters of a gap that may part columns
_GRID = 120  # places over a page at which they may part
_HEADS = 3  # rows at the top or foot of a page that may recur
_FEWEST = 4  # rows of a column
_PROSE = 3.2  # words of one
_LOW = 0.35  # of them begin with a small letter
_DEEPEST = 4  # columns within each other
_DIGITS = pattern(r"\d+|\b[ivxl]+\b")
Heads = frozenset[tuple[int, str]]


class Row(NamedTuple):
    """Words on one base line, from left to right."""

    words: Sequence[Word]
    down: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right


class Block(NamedTuple):
    """Rows below each other; the width of an average letter; whether they go over the page as most of its words do."""

    rows: Sequence[Row]
    letter: float
    full: bool

    @property
    def gaps(self) -> list[float]:
        """How far the base lines of rows that follow each other are apart, in letters."""
        return [(lower.down - upper.down) / self.letter for upper, lower in itertools.pairwise(self.rows)]


def blocks(pages: Sequence[Sequence[Word]]) -> Iterator[list[Block]]:
    """The blocks of each page; words turned against most of it stand behind the others."""
    heads = _heads(pages)
    for words in pages:
        turns: dict[int, list[Word]] = {}
        for word in words:
            turns.setdefault(word.turn, []).append(word)
        found: list[Block] = []
        for turned in sorted(turns.values(), key=lambda some: sum(len(word.letters) for word in some), reverse=True):
            letter = letter_width(turned)
            found += _parted(turned, letter, heads, full=not found)
        yield found


def letter_width(words: Sequence[Word]) -> float:
    """The width of an average letter."""
    found = [(word.right - word.left) / len(word.letters) for word in words]
    return max(statistics.median(found), 0.1) if found else 1.0


def _rows(words: Sequence[Word], letter: float) -> Iterator[Row]:
    """The words by their base lines, from the top of the page down."""
    held: list[Word] = []
    for word in sorted(words, key=lambda word: word.down):
        if held and word.down - held[0].down > _SAME * letter:
            yield _row(held)
            held = []
        held.append(word)
    if held:
        yield _row(held)


def _row(words: list[Word]) -> Row:
    return Row(sorted(words, key=lambda word: word.left), statistics.median_high([word.down for word in words]))


def _heads(pages: Sequence[Sequence[Word]]) -> Heads:
    """The heads and feet of pages: what stands at the same height of several, alike but for its numbers."""
    counts: Counter[tuple[int, str]] = Counter()
    for words in pages:
        rows = list(_rows(words, letter_width(words)))
        counts.update({_key(row) for row in (*rows[:_HEADS], *rows[-_HEADS:])})
    return frozenset(key for key, count in counts.items() if count > 1)


def _key(row: Row) -> tuple[int, str]:
    return round(row.down), _DIGITS.sub("#", " ".join(word.letters for word in row.words).lower())


def _parted(words: Sequence[Word], letter: float, heads: Heads, *, full: bool) -> Iterator[Block]:
    """The blocks of words that are turned alike: head, text, foot."""
    rows = list(_rows(words, letter))
    first, last = _between_heads(rows, heads)
    yield from (Block(rows[at : at + 1], letter, full) for at in range(first))
    yield from _in_columns(rows[first:last], letter, full=full)
    yield from (Block(rows[at : at + 1], letter, full) for at in range(last, len(rows)))


def _in_columns(rows: Sequence[Row], letter: float, *, full: bool, depth: int = 0) -> Iterator[Block]:
    """The blocks of rows, some of which may stand in columns."""
    gutter = _gutter(rows, letter) if depth < _DEEPEST else None
    if gutter is None:
        if rows:
            yield Block(rows, letter, full)
        return
    for over, run in itertools.groupby(rows, key=lambda row: _crosses(row, gutter, letter)):
        held = list(run)
        if over:
            yield Block(held, letter, full)
        else:
            for side in _sides(held, gutter):
                words = [word for line in side for word in line]
                yield from _in_columns(list(_rows(words, letter)), letter, full=False, depth=depth + 1)


def _between_heads(rows: Sequence[Row], heads: Heads) -> tuple[int, int]:
    """The first row of a page behind its head, and the first of its foot."""
    first = max((at + 1 for at, row in enumerate(rows[:_HEADS]) if _key(row) in heads), default=0)
    begins = max(first, len(rows) - _HEADS)
    return first, next((at for at in range(begins, len(rows)) if _key(rows[at]) in heads), len(rows))


def _gutter(rows: Sequence[Row], letter: float) -> float | None:
    """Where two columns of prose part, or None."""
    if len(rows) < _FEWEST:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    step = max(right - left, letter) / _GRID
    taken = [0] * (_GRID + 1)  # how many rows stand over each place
    for begun, ended in itertools.chain.from_iterable(_covered(row, letter) for row in rows):
        for at in range(max(0, int((begun - left) / step)), min(_GRID, int((ended - left) / step)) + 1):
            taken[at] += 1
    inside = range(_GRID // 5, _GRID - _GRID // 5)
    least = min(taken[at] for at in inside)
    widest = max((list(run) for free, run in itertools.groupby(inside, key=lambda at: taken[at] == least) if free), key=len)
    gutter = left + step * (widest[len(widest) // 2] + 0.5)
    return gutter if all(map(_is_prose, _sides([row for row in rows if not _crosses(row, gutter, letter)], gutter))) else None


def _covered(row: Row, letter: float) -> Iterator[tuple[float, float]]:
    """The stretches of a row in which words stand closer than columns."""
    begun, ended = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - ended > _GUTTER * letter:
            yield begun, ended
            begun = word.left
        ended = max(ended, word.right)
    yield begun, ended


def _crosses(row: Row, gutter: float, letter: float) -> bool:
    return any(begun < gutter < ended for begun, ended in _covered(row, letter))


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[list[Word]], list[list[Word]]]:
    """The words of rows left and right of a gutter."""
    left = [[word for word in row.words if word.left < gutter] for row in rows]
    right = [[word for word in row.words if word.left >= gutter] for row in rows]
    return [line for line in left if line], [line for line in right if line]


def _is_prose(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether lines hold sentences that go on from one to the next, and no cells, addresses or signatures."""
    low = sum(line[0].letters[0].islower() for line in lines)
    return len(lines) >= _FEWEST and sum(map(len, lines)) >= _PROSE * len(lines) and low >= _LOW * len(lines)
