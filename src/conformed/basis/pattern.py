r"""Regular expressions that are compiled when they may first find something, and looked for only where they may.

The vocabulary of drafting is some eight hundred expressions; one short instrument needs a third of them, and compiling
the rest would cost as long as reading it.  Before an expression is compiled, a phrase of each set that it demands must
stand in the text; after that it is searched only where the words that tell it stand (`told.py` has both).
Those with many branches that all begin a word open with `\b(?=\w)`: at the end of a word no branch is tried.  Those
of `ENGLISH` words know the letters of ASCII only, which are compiled in less time; they search readings, whose blanks
are ASCII.  Names of parties and what stands on the lines of a file are looked for in all letters and blanks.
"""

import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast
from zlib import crc32

from conformed.basis.told import TOLD

ENGLISH = re.IGNORECASE | re.ASCII  # English words, in any letters
Find = Callable[..., Any]  # a method of a compiled expression
Phrases = tuple[tuple[str, int], ...]  # sets of phrases, parted by bars, with how far behind a match's start one ends at most
_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")
_FAR = 2_000  # characters: a longer text is not looked through at each place where a match is tried


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, with a fault in the expression told at its first use."""
    return cast("re.Pattern[str]", Later(expression, flags, *TOLD.get(crc32(expression.encode()), ())))


@functools.lru_cache(maxsize=1)
def small_letters(text: str) -> str:
    """A text in small letters, each in its place: an expression finds its words there sooner than by ignoring case."""
    small = text.lower()
    if len(small) != len(text):  # a letter that has two for its small one
        small = "".join(letter.lower()[:1] for letter in text)
    return small


class Later:
    """An expression that is compiled when it may first find something; until then, what it finds is nothing."""

    def __init__(self, expression: str, flags: int, words: tuple[str, ...] = (), phrases: Phrases = ()) -> None:
        """Of each set of `words`, one stands in all that it finds, and so of each set of `phrases`."""
        self.pattern = expression
        self.flags = flags
        self.words = words
        self.phrases = phrases

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled(), name)

    @functools.cached_property
    def sets(self) -> tuple[list[str], ...]:
        """The sets of words."""
        return tuple(words.split() for words in self.words)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As that of a compiled one."""
        return self._compiled().search(text, start, end) if self._may_stand(text[start:end]) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As that of a compiled one."""
        return self._compiled().fullmatch(text, start, end) if self._may_stand(text[start:end]) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As that of a compiled one."""
        return self._compiled().finditer(text, start, end) if self._may_stand(text[start:end]) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As that of a compiled one."""
        return self._compiled().sub(new, text, count) if self._may_stand(text) else text

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As that of a compiled one; a long text is looked at only near the place."""
        short = min(end, len(text)) - start < _FAR
        for phrases, near in self._phrases:
            if (near or short) and not _one_stands(phrases, text[start : min(end, start + near) if near else end]):
                return None
        return self._compiled().match(text, start, end)

    @functools.cached_property
    def _phrases(self) -> tuple[tuple[list[str], int], ...]:
        """The sets of phrases."""
        return tuple((phrases.split("|"), near) for phrases, near in self.phrases)

    def _may_stand(self, text: str) -> bool:
        """Whether of each set a word and a phrase stands in a text."""
        return _stand_in(self.sets, text.lower()) and all(_one_stands(phrases, text) for phrases, _ in self._phrases)

    def _compiled(self) -> re.Pattern[str]:
        """The compiled expression; from now on it is asked itself, and searched only where its words stand."""
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        if self.words:
            self.__dict__.update(search=self._told(compiled.search, None), finditer=self._told(compiled.finditer, iter(())))
        return compiled

    def _told(self, find: Find, nothing: object) -> Find:
        """A method that is used only where the words stand."""
        sets = self.sets

        def found(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
            return find(text, start, end) if _stand_in(sets, text[start:end].lower()) else nothing

        return found


class AnyOf:
    """A list of expressions of which one may stand in words: each is compiled where the words that tell it stand."""

    def __init__(self, *expressions: str, flags: int = 0) -> None:
        self.rows = tuple(Later(each, flags, *TOLD.get(crc32(each.encode()), ())) for each in expressions)

    def stands_in(self, words: str) -> bool:
        """Whether what one of the expressions finds stands in words."""
        small = words.lower()
        return any(_stand_in(row.sets, small) and row.search(words) for row in self.rows)

    def first_in(self, words: str) -> int | None:
        """Where the first of what they find begins in words."""
        small = words.lower()
        found = (row.search(words) for row in self.rows if _stand_in(row.sets, small))
        return min((match.start() for match in found if match), default=None)


def _stand_in(sets: Iterable[Iterable[str]], small: str) -> bool:
    """Whether of each set a word stands in a text in small letters."""
    for words in sets:
        for word in words:  # any() costs more than the look for a word
            if word in small:
                break
        else:
            return False
    return True


def _one_stands(phrases: Iterable[str], text: str) -> bool:
    """Whether a phrase stands in a text in any letters, each stretch of its blanks taken for one."""
    small = f" {text.lower()} "
    if not small.isprintable() or "  " in small:
        small = f" {' '.join(small.split())} "
    return _stand_in((phrases,), small)
