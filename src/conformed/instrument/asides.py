"""The provisos and parentheticals of a stretch of text.

In: a text and the stretch.  Out: where each stands, in order.  A proviso begins with its "provided that" and goes on to
the next one, to the end of its sentence or to the next clause; a parenthetical is what stands in brackets, those of a
label or a figure aside, with the brackets.
"""

from collections.abc import Iterator
from itertools import pairwise

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.stops import stops

PROVIDED = pattern(
    r"(?P<mark>[;,:]?)\s*(?P<words>\b(?:(?:and|but|or)\s)?provided(?:,?\s(?:however|further|also|always|moreover|nevertheless)\b){0,3}"
    r"(?P<that>,?\sthat\b)?)(?!\s(?:in|by|for|to|under|from|with|at|on|pursuant|above|below|here\w+|there\w+)\b)",
    ENGLISH,
)
NO_ASIDE = pattern(r"\((?:[A-Za-z]{1,2}|[ivxlc]{1,5}|[IVXLC]{1,5}|es|[$£€]?\s?[\d,.]+\s?%?)\)")  # of a label, a figure, a plural
_NEXT = pattern(r"\n|;(?=\s(?:(?:and/or|and|or)\s)?\(\w{1,4}\)\s)")  # before a clause, or where one ends
_BRACKET = pattern(r"[()]")


def provisos(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The provisos between two characters, each without the mark before it."""
    begun = [match.start("words") for match in PROVIDED.finditer(text, start, end)]
    return [(one, _until(text, one, below)) for one, below in pairwise([*begun, end])]


def _until(text: str, start: int, end: int) -> int:
    """Where a proviso ends that begins at `start`, at the latest at `end`."""
    clause = _NEXT.search(text, start, end)
    last = clause.start() if clause else end
    last = next(stops(text, start, last), last)
    return start + len(text[start:last].rstrip(" ;,"))


def parentheticals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parentheticals between two characters that stand in no other."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket[0] == "(":
            opened.append(bracket.start())
        elif opened and (begun := opened.pop()) >= start and not opened and not NO_ASIDE.fullmatch(text, begun, bracket.end()):
            yield begun, bracket.end()
