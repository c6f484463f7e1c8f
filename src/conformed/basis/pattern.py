r"""Regular expressions that are compiled when they are first used.

The vocabulary of drafting is some four hundred expressions; one short instrument needs two thirds of them, and
compiling the rest would cost as long as reading it.  Those with many branches that all begin a word open with
`\b(?=\w)`: at the end of a word no branch is tried.  Large ones that ignore case and are in English words know the
letters of ASCII only (`re.ASCII`), which are compiled in less time; they search readings, whose blanks are ASCII.
"""

import functools
import re
import sys
from collections.abc import Iterator
from typing import cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def pattern(expression: str, flags: int = 0, telling: str = "", near: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, with a fault in the expression told at its first use.

    `telling` are words in lower case, parts of words too, of which one stands in all that the expression finds.
    They are looked for before it is, at a small part of its cost: most sentences hold none.  Where it is matched at
    a place, they are looked for only if they stand among the first `near` characters.
    """
    later = _Uncompiled(expression, flags)
    return cast("re.Pattern[str]", _Told(later, tuple(telling.split()), near) if telling else later)


@functools.lru_cache(maxsize=1)
def small_letters(text: str) -> str:
    """A text in small letters, each in its place: an expression finds its words there sooner than by ignoring case."""
    small = text.lower()
    if len(small) != len(text):  # a letter that has two for its small one
        small = "".join(letter.lower()[:1] for letter in text)
    return small


class _Uncompiled:
    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


class _Told:
    def __init__(self, later: _Uncompiled, telling: tuple[str, ...], near: int) -> None:
        self.later = cast("re.Pattern[str]", later)
        self.telling = telling
        self.near = near

    def __getattr__(self, name: str) -> object:
        return getattr(self.later, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.later.search(text, start, end) if self._tells(text[start:end]) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        tells = not self.near or self._tells(text[start : min(end, start + self.near)])
        return self.later.match(text, start, end) if tells else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.later.finditer(text, start, end) if self._tells(text[start:end]) else iter(())

    def _tells(self, text: str) -> bool:
        lower = text.lower()
        for word in self.telling:  # noqa: SIM110  (any() costs more than the look for a word)
            if word in lower:
                return True
        return False


class AnyOf:
    """A list of expressions, each under the words that tell it, of which one may stand in words."""

    def __init__(self, *rows: tuple[str, str], flags: int = 0) -> None:
        """Each row is the words that tell, as `pattern` has them, and the expression; it is compiled where one stands."""
        self.rows = tuple(_Told(_Uncompiled(expression, flags), tuple(telling.split()), 0) for telling, expression in rows)

    def stands_in(self, words: str) -> bool:
        """Whether what one of the expressions finds stands in words."""
        small = words.lower()
        return any(row.later.search(words) for row in self.rows if any(word in small for word in row.telling))
