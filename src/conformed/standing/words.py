"""The words of a text by how they begin: the places at which an expression for a term may match.

In: a text.  Out: the matches of what is sought.  One pass over the text serves all terms that are sought in it afterwards:
each is tried only where a word begins as its first one does, and the next word as its second.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from conformed.basis.pattern import small_letters

JOINING = ("and", "or")  # between the words of a term
_WORD = re.compile(r"([^\W_]+|[$%])(?:['’]s?(?![^\W_]))?")
_LAST = chr(0x10FFFF)


class Sought(NamedTuple):
    """An expression for a term, with how its first two words begin, in small letters; the second is blank where any may follow."""

    expression: re.Pattern[str]
    first: str
    second: str


def sought(expression: str, stems: Sequence[str]) -> Sought:
    """An expression for a term whose words begin with stems."""
    words = [word for stem in stems for word in _WORD.findall(stem.lower()) or [""]]
    first, *others = [word for word in words if word not in JOINING] or words or [""]
    second = others[0] if others and len(others[0]) > 1 else ""  # before a letter others may stand: `Rules U and X`
    return Sought(re.compile(expression), first, second)


class Words:
    """Where each word of a text stands, and before which."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = small_letters(text)
        self._places: dict[str, list[tuple[str, int]]] = {}
        behind = ""
        for match in reversed(list(_WORD.finditer(self.small))):
            self._places.setdefault(match[1], []).append((behind, match.start()))
            if match[1] not in JOINING:
                behind = match[1]
        for places in self._places.values():
            places.sort()
        self._every = sorted(self._places)

    def matches(self, what: Sought, *, as_written: bool = False) -> Iterator[re.Match[str]]:
        """Where what is sought stands in small letters, or as it is written; in the order of its words."""
        text = self.text if as_written else self.small
        return (match for start in self._starts(what) if (match := what.expression.match(text, start)))

    def _starts(self, what: Sought) -> Iterator[int]:
        for word in _beginning(self._every, what.first):
            places = self._places[word]
            joined = what.second in word[len(what.first) :]  # as in `EnvironmentalLaws`
            yield from (start for _, start in (places if joined else _beginning(places, what.second, itemgetter(0))))


def _beginning(ordered: Sequence[Any], stem: str, word: Callable[[Any], str] | None = None) -> Sequence[Any]:
    """Those of ordered values whose word begins with a stem."""
    return ordered[bisect.bisect_left(ordered, stem, key=word) : bisect.bisect_right(ordered, stem + _LAST, key=word)]
