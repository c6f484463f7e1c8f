"""Words as they are compared: blanks, the shape of quotation marks and hyphens at line ends do not count.

In: the standing runs of a passage.  Out: their words as one string without blanks, and the way back to each run,
which is taken only where words are found.  Nothing else is folded: letters, figures, case and punctuation count.
"""

import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from conformed.version.passage import Passage, Trail, at, walk

MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-"})


class Place(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the words of run `run` of the passage at `trail`."""

    trail: Trail
    run: int
    start: int
    end: int


class Stretch(msgspec.Struct, frozen=True, dict=True):
    """The words of run `run` of the passage at `trail`.

    They begin at the character `start` of the folded text, and at `source` of the text with its blanks.
    """

    trail: Trail
    run: int
    start: int
    source: int
    words: str

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each of its folded characters stands in the run."""
        return tuple(offset for offset, character in enumerate(self.words) if not character.isspace())


class Folded(msgspec.Struct, frozen=True, dict=True):
    """The folded words of `stretches` of text, or only `text` of them, which begins at their character `begun`.

    `source` are their words with the blanks, passages apart by line ends.
    """

    text: str
    stretches: tuple[Stretch, ...]
    source: str
    begun: int = 0

    def find(self, words: str) -> list[tuple[int, int]]:
        """Where the folded `words` stand, as characters of `text`; never within a longer word or figure."""
        wanted = fold(words)
        if wanted not in self._known:
            self._known[wanted] = [*self._find(wanted)] if wanted else []
        return [*self._known[wanted]]

    @cached_property
    def _known(self) -> dict[str, list[tuple[int, int]]]:
        """The places of what was sought before: many orders may seek the same words."""
        return {}

    def _find(self, wanted: str) -> Iterator[tuple[int, int]]:
        start = self.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if self._whole(start, end):
                yield start, end
            start = self.text.find(wanted, start + 1)

    def _whole(self, start: int, end: int) -> bool:
        """Whether a match begins and ends where words and figures do."""
        first, last = self._in_source(start), self._in_source(end - 1)
        before, after = self.source[max(0, first - 1) : first], self.source[last + 1 : last + 3]
        if self.source[first].isalnum() and before.isalnum():
            return False
        if self.source[last].isalnum() and after[:1].isalnum():
            return False
        figure = self.source[last].isdigit() and after[:1] in {",", "."} and after[1:].isdigit()
        split = (
            self.source[first].isdigit()
            and before in {",", "."}
            and self.source[max(0, first - 2) : first - 1].isdigit()
        )
        return not (figure or split)

    def beside(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and behind a match, some words each with their blanks."""
        first, last = self._in_source(start), self._in_source(end - 1) + 1
        return self.source[max(0, first - 40) : first], self.source[last : last + 40]

    def _around(self, character: int) -> int:
        """The number of the stretch in which a character of `text` stands."""
        return bisect.bisect_right(self.stretches, self.begun + character, key=lambda one: one.start) - 1

    def _in_source(self, character: int) -> int:
        """Where a character of `text` stands in `source`."""
        stretch = self.stretches[self._around(character)]
        return stretch.source + stretch.offsets[self.begun + character - stretch.start]

    def within(self, places: Sequence[Place]) -> "Folded":
        """Only the characters that stand in some places, which follow one another."""
        stretches = {(stretch.trail, stretch.run): stretch for stretch in self.stretches}
        kept: list[tuple[int, int]] = []
        for place in places:
            if stretch := stretches.get((place.trail, place.run)):
                first, last = (bisect.bisect_left(stretch.offsets, end) for end in (place.start, place.end))
                if first < last:
                    kept.append((stretch.start + first - self.begun, stretch.start + last - self.begun))
        start, end = (min(first for first, _ in kept), max(last for _, last in kept)) if kept else (0, 0)
        return Folded(self.text[start:end], self.stretches, self.source, self.begun + start)

    def places(self, start: int, end: int) -> list[Place]:
        """The stretches of runs that the characters `start` to `end` of `text` fill, blanks between included."""
        found: list[Place] = []
        number = self._around(start)
        while start < end:
            stretch = self.stretches[number]
            first = self.begun + start - stretch.start
            last = min(self.begun + end - stretch.start, len(stretch.offsets)) - 1
            found.append(Place(stretch.trail, stretch.run, stretch.offsets[first], stretch.offsets[last] + 1))
            start += last + 1 - first
            number += 1
        return found


def fold(words: str) -> str:
    """Words as they are compared."""
    return "".join(words.translate(MARKS).replace("-\n", "").split())


def folded(root: Passage, trail: Trail, *, labels: bool = False) -> Folded:
    """The folded words that stand in the passage at `trail` and in all under it.

    With `labels` those of clauses that run in are among them, as the words of a run -1.
    """
    return _folded(_Itself(at(root, trail)), trail, labels)


class _Itself:
    """A passage, known by being itself: passages never change, and to compare two takes long."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    def __hash__(self) -> int:
        return id(self.passage)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.passage is other.passage


@lru_cache(maxsize=8)  # orders on one provision follow one another
def _folded(of: _Itself, trail: Trail, labels: bool) -> Folded:
    pieces: list[str] = []
    stretches: list[Stretch] = []
    source: list[str] = []
    start = length = 0
    for below, passage in walk(of.passage, trail):
        if passage.struck is not None:
            continue
        label = passage.number if labels and passage.run_in and below != trail else ""
        if label:
            stretches.append(Stretch(below, -1, start, length, label))
            pieces.append("".join(label.split()))
            start += len(pieces[-1])
            source.append(label)
            length += len(label)
        for number, run in enumerate(passage.runs):
            if run.struck is not None or run.ours or run.lacuna is not None:
                continue
            words, piece = _alike(run.text)
            if piece:
                stretches.append(Stretch(below, number, start, length, words))
                pieces.append(piece)
                start += len(piece)
            source.append(words)
            length += len(words)
        source.append("\n")
        length += 1
    return Folded("".join(pieces), tuple(stretches), "".join(source))


@lru_cache(maxsize=16_384)  # most runs stay as they are from one order to the next
def _alike(words: str) -> tuple[str, str]:
    """Words with marks of one shape, and without their blanks."""
    marked = words.translate(MARKS)
    return marked, "".join(marked.split())


def captions_with(passage: Passage, words: str) -> list[str]:
    """The addresses of the provisions in whose captions words stand, of those that stand in a passage or under it."""
    wanted = fold(words)
    headed = ((one, *_alike(one.caption)) for _, one in walk(passage, within_struck=False) if one.struck is None and one.path and one.caption)
    return [
        one.path for one, marked, bare in headed if wanted in bare and Folded(bare, (Stretch((), 0, 0, 0, marked),), marked).find(words)
    ]
