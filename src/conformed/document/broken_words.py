"""Words that a line end breaks: whether the hyphen belongs to the word.

In: a text, and the two parts of a word with a hyphen between them at a line end.  Out: whether the hyphen stays.
What stands elsewhere in the text decides: `agreement` there makes one word of `agree-` and `ment`, `Borg-Warner`
there keeps its hyphen.  Where neither form does, it stays between capitals, and behind what is a word by itself.
"""

import itertools
from functools import cached_property

from conformed.basis.pattern import pattern

_MARKS = ".,;:!?()[]{}\"'“”‘’*"  # what stands at a word
_LAST = pattern(r"[A-Za-z]+$")
_FIRST = pattern(r"[A-Za-z]+")
_PREFIXES = frozenset(
    "anti co ex half mid multi non off on out over post pre quasi re self semi sub well".split()
)
_LONG = 60  # characters of a word


class BrokenWords:
    """The words of a text, by which those that a line end breaks are told."""

    def __init__(self, text: str) -> None:
        """Of the text of a document."""
        self.text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words, and each two that a hyphen joins, but for those that are broken."""
        whole = {word.strip(_MARKS) for word in set(self.text.lower().split())}
        words = {word for word in whole if "-" not in word}
        for word in whole - words:
            if word[-1] != "-":  # where a line breaks it
                parts = word.split("-")
                words.update(parts)
                words.update(map("-".join, itertools.pairwise(parts)))
        return frozenset(words)

    def keeps_hyphen(self, line: str, below: str) -> bool:
        """Whether the hyphen with which a line ends stays in the word that goes on in the one below."""
        last, first = _LAST.search(line[-_LONG:-1]), _FIRST.match(below)
        if last is None or first is None:
            return True
        left, right = last[0].lower(), first[0].lower()
        if f"{left}-{right}" in self._words:
            return True
        if left + right in self._words:
            return False
        return first[0][0].isupper() or left in _PREFIXES or left in self._words
