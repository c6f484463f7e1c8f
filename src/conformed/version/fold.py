"""Words as they are compared: blanks, the shape of quotation marks and hyphens at line ends do not count.

In: the standing runs of a passage.  Out: their words as one string without blanks, and the way back to each run.
Nothing else is folded: letters, figures, case and punctuation count.
"""

from collections.abc import Sequence

import msgspec

from conformed.version.passage import Passage, Trail, at, walk

_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-"})


class Place(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the words of run `run` of the passage at `trail`."""

    trail: Trail
    run: int
    start: int
    end: int


class Folded(msgspec.Struct, frozen=True):
    """The folded words of a stretch of text; `origins` tells for each character its trail, run and offset."""

    text: str
    origins: tuple[tuple[Trail, int, int], ...]
    source: str
    offsets: tuple[int, ...]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Where the folded `words` stand, as characters of `text`; never within a longer word or figure."""
        wanted = fold(words)
        found: list[tuple[int, int]] = []
        if not wanted:
            return found
        start = self.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if self._whole(start, end):
                found.append((start, end))
            start = self.text.find(wanted, start + 1)
        return found

    def _whole(self, start: int, end: int) -> bool:
        """Whether a match begins and ends where words and figures do."""
        first, last = self.offsets[start], self.offsets[end - 1]
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

    def within(self, places: Sequence[Place]) -> "Folded":
        """Only the characters that stand in some places, which follow one another."""
        kept = [
            number
            for number, (trail, run, offset) in enumerate(self.origins)
            if any(
                place.trail == trail and place.run == run and place.start <= offset < place.end
                for place in places
            )
        ]
        start, end = (kept[0], kept[-1] + 1) if kept else (0, 0)
        return Folded(self.text[start:end], self.origins[start:end], self.source, self.offsets[start:end])

    def places(self, start: int, end: int) -> list[Place]:
        """The stretches of runs that the characters `start` to `end` of `text` fill, blanks between included."""
        found: list[Place] = []
        for trail, run, offset in self.origins[start:end]:
            if found and found[-1].trail == trail and found[-1].run == run:
                found[-1] = msgspec.structs.replace(found[-1], end=offset + 1)
            else:
                found.append(Place(trail, run, offset, offset + 1))
        return found


def fold(words: str) -> str:
    """Words as they are compared."""
    return "".join(words.translate(_MARKS).replace("''", '"').replace("-\n", "").split())


def folded(root: Passage, trail: Trail) -> Folded:
    """The folded words that stand in the passage at `trail` and in all under it."""
    pieces: list[str] = []
    origins: list[tuple[Trail, int, int]] = []
    source: list[str] = []
    offsets: list[int] = []
    length = 0
    for below, passage in walk(at(root, trail), trail):
        if passage.struck is not None:
            continue
        for number, run in enumerate(passage.runs):
            if run.struck is not None or run.ours or run.lacuna is not None:
                continue
            words = run.text.translate(_MARKS)
            for offset, character in enumerate(words):
                if not character.isspace():
                    pieces.append(character)
                    origins.append((below, number, offset))
                    offsets.append(length + offset)
            source.append(words)
            length += len(words)
        source.append("\n")
        length += 1
    return Folded("".join(pieces), tuple(origins), "".join(source), tuple(offsets))
