r"""Words that carry meaning, found in a text: each sense is looked for only where a word stands that begins it.

In: a vocabulary, and a text in small letters.  Out: the words, phrases and marks of the text that have a sense.
Afterwards nothing is compiled for a word that has not stood in a text.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path

_BEGINS = pattern(  # a word or mark, and the word that stands behind it
    r"(?:\b(?:[a-z]+\b|\d{1,2}(?:st|nd|rd|th)\b|(?:sub)?(?:section|article|paragraph)s?(?=\d))"
    r"|(?<=\d)(?:section|article|paragraph)(?=\s)|[“\"(,;§$]|``|‘(?=\w)|(?<![\w’'])'{1,2}(?=[\w(]))(?=\s([a-z]+)\b|)",
    re.ASCII,
)


class Sense(NamedTuple):
    r"""What some words mean, and how that is told.

    `words` begin it: `the | end` is "the" with "end" behind it, `at to | the` any of the first with any of the second,
    and `/` parts one list from the next.  Where they do not suffice, `goes_on` is what stands behind the first of them
    (in which `\w+` may stand for the second, whichever it is); `behind` and `never_behind` tell what must stand before.
    It `says` its own words, if nothing is told here and no group in `goes_on` finds it.
    """

    kind: str
    words: str
    goes_on: str = ""
    says: str | None = None
    behind: tuple[str, ...] = ()
    never_behind: tuple[str, ...] = ()


class Token(msgspec.Struct, frozen=True):
    """A word that carries meaning: its kind, its place, and by kind its value.

    `kind` is that of a sense or "path"; `value` the verb, noun, mark or quoted words;
    `inner` the place of quoted words without their marks; `passive` tells a verb that stands after its object.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    inner: tuple[int, int] = (0, 0)
    paths: tuple[Path, ...] = ()
    back: bool = False
    passive: bool = False


_Tried = tuple[Sense, bool, re.Pattern[str] | None]  # a sense, whether two words begin it, and how it goes on


class Lexemes:
    """The senses of a vocabulary by the words that begin them; of two that fit, the one that is told first counts."""

    def __init__(self, senses: Iterable[Sense]) -> None:
        self._by_words: dict[str, dict[str, list[_Tried]]] = {}  # by the first and the second; "" is any second
        for sense in senses:
            goes_on = pattern(sense.goes_on, re.ASCII) if sense.goes_on else None
            for words in sense.words.split(" / "):
                firsts, bar, seconds = words.partition(" | ")
                self._add(firsts.split(), seconds.split(), (sense, bool(bar), goes_on))

    def _add(self, firsts: list[str], seconds: list[str], tried: _Tried) -> None:
        for first in firsts:
            behind = self._by_words.get(first)
            if behind is None:
                behind = self._by_words[first] = {"": []}
            for second in seconds or behind:
                if second in behind:
                    behind[second].append(tried)
                else:
                    behind[second] = [*behind[""], tried]

    def first_in(self, small: str, start: int, end: int) -> Token | None:
        """The first of them that stands between two places of a text in small letters."""
        for begins in _BEGINS.finditer(small, start, end):
            behind = self._by_words.get(begins[0])
            if behind is not None:
                for tried in behind.get(begins[1]) or behind[""]:
                    if token := _token(small, begins, tried, end):
                        return token
        return None


def _token(small: str, begins: re.Match[str], tried: _Tried, end: int) -> Token | None:
    """What begins here as a token, if it stands and goes on as its sense tells."""
    (kind, _, _, says, behind, never_behind), two, goes_on = tried
    start, stop = begins.start(), begins.end(1 if two else 0)
    if behind and not small.endswith(behind, 0, start):
        return None
    if never_behind and small.endswith(never_behind, 0, start):
        return None
    if goes_on is not None:
        match = goes_on.match(small, begins.end(), end)
        if match is None:
            return None
        stop, says = match.end(), match[match.lastindex] if match.lastindex else says
    return Token(kind, start, stop, small[start:stop] if says is None else says)
