"""Which number stands at which depth, decided over a whole sequence of markers and not marker by marker.

In: the markers of one section (or of a text without sections) in order, as printed.  Out: for each the depth at
which it stands, or None for what only looks like a marker.

`(i)` after `(h)` is a letter, under `(h)` a roman numeral; `(l)` may be an L or, in a scan, a one.  Each marker
has its possible readings; a sequence of readings costs something wherever a list skips, repeats or starts in
its middle, and the cheapest sequence is chosen (a beam search of constant width, so the time is linear).
"""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_WIDTH = 10
_MARGIN = 4.2  # a reading that costs so much more than the best is given up
_DEEPEST = 9  # levels of clauses that a drafter nests

# What a departure from a plain list costs.
_OPEN = 0.2  # a list begins
_OPEN_AT_X = 1.5  # a list that runs in may be (x), (y), (z)
_OPEN_LATE = 5.0  # a list begins in its middle
_SAME_STYLE = 3.0  # a list within a list of the same style
_RESTART = 1.6  # a second list at the same depth
_SKIP = 4.0
_REPEAT = 4.5
_NO_MARKER = 6.0
_NO_MARKER_RUN_IN = 2.8
_ACROSS = 0.9  # a list within a paragraph goes on in another


class Marker(msgspec.Struct, frozen=True):
    """A number or letter that may open a clause.

    `value` is what stands inside ("a", "iv", "3"), `shape` how it is set: "()" for `(a)`, ")" for `a)`, "." for
    `a.`.  It stands at `start` to `end` of the reading, in paragraph number `paragraph`; `run_in` tells that
    words of that paragraph stand before it.
    """

    value: str
    shape: str
    start: int
    end: int
    paragraph: int
    run_in: bool


_Level = tuple[str, int, int, bool]  # style, place in its list, paragraph, whether it runs in
_Levels = tuple[_Level, ...]


class _State(NamedTuple):
    """A way to read the markers so far: what it costs, the lists that are open, and how it came to be."""

    cost: float
    levels: _Levels
    back: "_State | None"
    depth: int | None


@functools.lru_cache(maxsize=4096)
def ordinal(value: str) -> tuple[tuple[str, int], ...]:
    """The readings of a marker's value: its style ("1", "a", "i", "A", "I") and place in that style's list."""
    if value.isdigit():
        return (("1", int(value)),)
    lower = value.lower()
    upper = value[0].isupper()
    found: list[tuple[str, int]] = []
    if len(lower) == 1:
        found.append(("A" if upper else "a", ord(lower) - 96))
    elif len(lower) <= 3 and len(set(lower)) == 1:
        found.append(("A" if upper else "a", 26 * (len(lower) - 1) + ord(lower[0]) - 96))
    if (number := roman(lower)) is not None:
        found.append(("I" if upper else "i", number))
    if lower == "l" and not upper:
        found.append(("1", 1))
    return tuple(found)


def roman(text: str) -> int | None:
    """The value of a lower-case roman numeral below 100, or None."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def depths(markers: Sequence[Marker]) -> list[int | None]:
    """The depth of each marker, 0 outermost; None where it is taken for no marker."""
    beam = [_State(0.0, (), None, None)]
    for marker in markers:
        after: dict[_Levels, _State] = {}
        for state in beam:
            for cost, levels, depth in _steps(state.levels, marker):
                total = state.cost + cost
                known = after.get(levels)
                if known is None or total < known.cost:
                    after[levels] = _State(total, levels, state, depth)
        best = min(state.cost for state in after.values())
        beam = sorted((state for state in after.values() if state.cost <= best + _MARGIN), key=_cost)[:_WIDTH]
    last: _State | None = beam[0]
    found: list[int | None] = []
    while last is not None and last.back is not None:
        found.append(last.depth)
        last = last.back
    return found[::-1]


def _cost(state: _State) -> float:
    return state.cost


def _steps(levels: _Levels, marker: Marker) -> list[tuple[float, _Levels, int | None]]:
    """Each way to go on: what it costs, the levels afterwards, the depth of the marker."""
    steps: list[tuple[float, _Levels, int | None]] = [(_NO_MARKER_RUN_IN if marker.run_in else _NO_MARKER, levels, None)]
    for reading, number in ordinal(marker.value):
        style = reading + marker.shape
        here = (style, number, marker.paragraph, marker.run_in)
        same = False
        for depth, (known, place, paragraph, run_in) in enumerate(levels):
            if known != style:
                continue
            same = True
            across = _ACROSS * ((run_in and paragraph != marker.paragraph) + (run_in and not marker.run_in))
            if number == place + 1:
                cost = across
            elif number > place:
                cost = across + _SKIP + 0.2 * min(number - place, 10)
            else:
                cost = _RESTART - across if number == 1 else _REPEAT
            steps.append((cost, (*levels[:depth], here), depth))
        if len(levels) < _DEEPEST:
            cost = _OPEN if number == 1 else _OPEN_AT_X if number == 24 and marker.run_in else _OPEN_LATE
            steps.append((cost + _SAME_STYLE * same, (*levels, here), len(levels)))
    return steps
