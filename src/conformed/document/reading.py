"""The words of a text in reading order: a fold beside the text, with the way back.

Blanks and line ends within a paragraph are one blank, paragraphs stand apart by one line end, cells of a table
row by a tab; page furniture is left out; marks of quotation that are typed as two single ones (``mill''), or are single
ones throughout (‘mill’), are “ and ”.
Nothing else differs from the text.
"""

import bisect
import itertools
import operator
from collections.abc import Mapping, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document.single_marks import single_marks

_TYPED = pattern(r"(?P<opens>``|(?<![^\s([])''(?=[\w$(]))|''(?!')")


class Reading(msgspec.Struct, frozen=True):
    """The folded text, and the stretches of it that are copied from the source character by character.

    Stretch `i` begins at `starts[i]` in the reading and at `sources[i]` in the source.  Characters between two
    stretches are the blank, tab, line end or mark that stands for what was folded there.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    ends: tuple[int, ...]

    def source(self, offset: int) -> int:
        """The place in the source of the character `offset` of the reading (of what it stands for)."""
        i = bisect.bisect_right(self.starts, offset) - 1
        if i < 0:
            return 0
        return self.sources[i] + min(offset, self.ends[i]) - self.starts[i]

    def at(self, source: int) -> int:
        """The place in the reading of the first character that stands at `source` or after it."""
        i = bisect.bisect_right(self.sources, source) - 1
        if i < 0:
            return 0
        offset = self.starts[i] + source - self.sources[i]
        if offset <= self.ends[i]:
            return offset
        return self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)

    def part(self, start: int, end: int) -> "Reading":
        """The characters `start` to `end` as a reading of their own."""
        first = max(0, bisect.bisect_right(self.starts, start) - 1)
        last = bisect.bisect_left(self.starts, end)
        starts = [max(self.starts[i], start) for i in range(first, last)]
        sources = [
            self.sources[i] + at - self.starts[i] for i, at in zip(range(first, last), starts, strict=True)
        ]
        ends = [min(self.ends[i], end) - start for i in range(first, last)]
        return Reading(self.text[start:end], tuple(at - start for at in starts), tuple(sources), tuple(ends))

    def without(self, places: Sequence[int]) -> "Reading":
        """The reading without the characters at some places, which are in order."""
        pieces: list[tuple[int, int, int]] = []
        for start, source, end in zip(self.starts, self.sources, self.ends, strict=True):
            cut = [*places[bisect.bisect_left(places, start) : bisect.bisect_left(places, end)], end]
            left = zip([start, *(place + 1 for place in cut)], cut, strict=False)
            pieces += [(at, place, source - start) for at, place in left if at < place or start == end]
        cuts = itertools.pairwise([-1, *places, len(self.text)])
        return Reading(
            "".join(self.text[before + 1 : at] for before, at in cuts),
            tuple(at - bisect.bisect_left(places, at) for at, _, _ in pieces),
            tuple(at + ahead for at, _, ahead in pieces),
            tuple(end - bisect.bisect_left(places, end) for _, end, _ in pieces),
        )


class Fold:
    """Builds a reading stretch by stretch: what stands before each, its words, and their place in the source."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.befores: list[str] = []
        self.words: list[str] = []
        self.sources: list[int] = []

    def copy(self, words: str, source: int, before: str) -> None:
        """Take `words`, which stand at `source`, as they are.

        `before` is the blank, tab or line end that stands for the margins or furniture before them; nothing
        stands before the first words.
        """
        self.befores.append(before)
        self.words.append(words)
        self.sources.append(source)

    def reading(self) -> Reading:
        """What has been read."""
        befores, lengths = ["", *self.befores[1:]], list(map(len, self.words))
        ends = tuple(itertools.accumulate(map(operator.add, map(len, befores), lengths)))
        starts = tuple(map(operator.sub, ends, lengths))
        text = "".join(itertools.chain.from_iterable(zip(befores, self.words, strict=False)))
        return Reading(text, starts, tuple(self.sources), ends)


class TypedFold(Fold):
    """One that takes two single marks for the mark of quotation that they are typed for."""

    def copy(self, words: str, source: int, before: str) -> None:
        """Take `words` as they are, but for such marks; what stands at a mark begins or ends there as a stretch."""
        at = 0
        for mark in _TYPED.finditer(words):
            super().copy(words[at : mark.start()], source + at, before)
            before, at = "“" if mark["opens"] else "”", mark.end()
        super().copy(words[at:], source + at, before)


class SingleFold(Fold):
    """One of a text that is quoted in single marks throughout."""

    def __init__(self, marks: Mapping[int, str]) -> None:
        """Begin with nothing read; `marks` are those that stand for its single ones, by their places."""
        super().__init__()
        self.marks, self.places = marks, sorted(marks)

    def copy(self, words: str, source: int, before: str) -> None:
        """Take `words` as they are, but for such marks."""
        first = bisect.bisect_left(self.places, source)
        at = 0
        for place in self.places[first : bisect.bisect_left(self.places, source + len(words))]:
            super().copy(words[at : place - source], source + at, before)
            before, at = self.marks[place], place - source + 1
        super().copy(words[at:], source + at, before)


def fold_of(text: str) -> Fold:
    """What builds the reading of a text: two single marks are inches in one that opens no quotation with them."""
    if "``" in text or ("''" in text and any(mark["opens"] for mark in _TYPED.finditer(text))):
        return TypedFold()
    marks = single_marks(text)
    return SingleFold(marks) if marks else Fold()
