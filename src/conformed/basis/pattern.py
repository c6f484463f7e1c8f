r"""Regular expressions that are compiled when they are first used, and only where they may find something.

The vocabulary of drafting is some eight hundred expressions; one short instrument needs half of them, and compiling
the rest would cost as long as reading it.  Each is looked for only where the words that tell it stand (`told.py`).
Those with many branches that all begin a word open with `\b(?=\w)`: at the end of a word no branch is tried.  Those
of `ENGLISH` words know the letters of ASCII only, which are compiled in less time; they search readings, whose blanks
are ASCII.  Names of parties and what stands on the lines of a file are looked for in all letters and blanks.
"""

import functools
import re
import sys
from collections.abc import Iterable, Iterator
from typing import cast
from zlib import crc32

from conformed.basis.told import TOLD

ENGLISH = re.IGNORECASE | re.ASCII  # English words, in any letters
_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, with a fault in the expression told at its first use.

    Where the words that tell the expression are known (`told.py`), they are looked for before it is, at a small part
    of its cost: most sentences hold none.
    """
    later = Later(expression, flags)
    told = TOLD.get(crc32(expression.encode()))
    return cast("re.Pattern[str]", Told(later, told) if told else later)


@functools.lru_cache(maxsize=1)
def small_letters(text: str) -> str:
    """A text in small letters, each in its place: an expression finds its words there sooner than by ignoring case."""
    small = text.lower()
    if len(small) != len(text):  # a letter that has two for its small one
        small = "".join(letter.lower()[:1] for letter in text)
    return small


class Later:
    """An expression that is compiled when it is first used."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


class Told:
    """An expression that is used only where the words that tell it stand: of each set, one."""

    def __init__(self, later: Later, told: tuple[tuple[str, int], ...]) -> None:
        """`told` are the sets; where it is matched, the word of one ends within so many characters (0: anywhere)."""
        self.later = cast("re.Pattern[str]", later)
        self.sets = tuple(tuple(words.split()) for words, _ in told)
        self.near = tuple((tuple(words.split()), near) for words, near in told if near)

    def __getattr__(self, name: str) -> object:
        return getattr(self.later, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As a compiled one does."""
        return self.later.search(text, start, end) if _stand_in(self.sets, text[start:end].lower()) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As a compiled one does; once that is needed, it is asked at once: a place is soon looked at."""
        for words, near in self.near:
            if not _stand_in((words,), text[start : min(end, start + near)].lower()):
                return None
        self.__dict__["match"] = self.later.match
        return self.later.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As a compiled one does."""
        if not _stand_in(self.sets, text[start:end].lower()):
            return None
        self.__dict__["fullmatch"] = self.later.fullmatch
        return self.later.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As a compiled one does."""
        return self.later.finditer(text, start, end) if _stand_in(self.sets, text[start:end].lower()) else iter(())


class AnyOf:
    """A list of expressions of which one may stand in words: each is compiled where the words that tell it stand."""

    def __init__(self, *expressions: str, flags: int = 0) -> None:
        self.rows = tuple(Told(Later(each, flags), TOLD.get(crc32(each.encode()), ())) for each in expressions)

    def stands_in(self, words: str) -> bool:
        """Whether what one of the expressions finds stands in words."""
        small = words.lower()
        return any(_stand_in(row.sets, small) and row.later.search(words) for row in self.rows)

    def first_in(self, words: str) -> int | None:
        """Where the first of what they find begins in words."""
        small = words.lower()
        found = (row.later.search(words) for row in self.rows if _stand_in(row.sets, small))
        return min((match.start() for match in found if match), default=None)


def _stand_in(sets: Iterable[tuple[str, ...]], small: str) -> bool:
    """Whether of each set a word stands in a text in small letters."""
    for words in sets:
        for word in words:  # any() costs more than the look for a word
            if word in small:
                break
        else:
            return False
    return True
