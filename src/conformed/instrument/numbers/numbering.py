"""Which number stands at which depth, decided over a whole sequence of markers and not marker by marker.

In: the markers of one section (or of a text without sections) in order, as printed.  Out: for each the
depth at which it stands and the value that is meant, or None for what only looks like a marker.

`(i)` after `(h)` is a letter, under `(h)` a roman numeral; `(1)` between `(k)` and `(m)` is an L that a scan
or typist misprinted.  Each marker has its possible readings; a sequence of readings costs something wherever a list skips, repeats or
starts in its middle, and the cheapest sequence is chosen (a beam search of constant width, so the time is
linear).
"""

import math
from collections.abc import Sequence

import msgspec

from conformed.instrument.numbers.ordinals import DEFINITION, meant, ordinal, readings

_WIDTH = 10
_MANY = 2000  # markers that no section has: those behind them are read one by one
_CHEAPER = -0.01  # what another way must cost less to be one, where only the cheapest is looked for
_MARGIN = 4.2  # a reading that costs so much more than the best is given up
_DEEPEST = 9  # levels of clauses that a drafter nests

# What a departure from a plain list costs.
_OPEN = 0.2  # a list begins
_OPEN_AT_X = 0.8  # a list that runs in may be (w), (x), (y), (z)
_OPEN_AT_X_APART = 4.4  # at the head of a line, where it seldom does
_OPEN_AT_V = 2.5  # or (v) before them, which is more often a five
_OPEN_LATE = 5.0  # a list begins in its middle
_OPEN_FIRST = 3.0  # as the first of all markers: a text that is set off begins with what it puts in
_OPEN_FAR = 7.0  # figures so high are no place in a list: "thirty (30) days"
_SAME_STYLE = 3.0  # a list within a list of the same style
_SAME_STYLE_RUN_IN = 1.0  # one that runs in, within one that stands on lines of its own, or that is (w), (x)
_RESTART = 1.6  # a second list at the same depth
_RESTART_LEAST = 0.15  # wherever it stands: more than the list around it takes to go on
_RESTART_RUN_IN = 3.2  # a list on lines of its own does not begin again within a paragraph
_OVER = 1.2  # a list that ran in goes on although its sentence has ended
_LEFT = 0.5  # the list around the definitions goes on
_BESIDE = -0.3  # a list that lacks its beginning stands beside the one before it rather than within
_BESIDE_SLIP = -1.0  # or goes on behind what a slip marked
_SLIPPED = 2  # places by which it then may be ahead of that
_SMALL = frozenset("ai")  # the styles in small letters
_LAST_LETTERS = frozenset("wx")
_SKIP = 4.0
_REPEAT = 4.5
_NO_MARKER = 6.0
_NO_MARKER_INITIAL = 4.5  # less than a list that begins in its middle
_NO_MARKER_RUN_IN = 2.8
_NO_MARKER_DOUBTFUL = 0.1
_DOUBTFUL = 1.5  # what may as well be a reference: "in (i)", "of (a)"
_WITHIN = 0.1  # a list on lines of its own goes on within a paragraph: less likely than one that ran in there
_ACROSS = 0.9  # a list within a paragraph goes on in another
_MISPRINT = 0.5  # what is meant is not what is printed
_FIRST_MISPRINT = 2.4  # of what is meant as the first of a list: more than it takes to begin one again


class Marker(msgspec.Struct, frozen=True, gc=False):
    """A number or letter that may open a clause.

    `value` is what stands inside ("a", "iv", "3"), `shape` how it is set: "()" for `(a)`, ")" for `a)`,
    "." for `a.`.  It stands at `start` to `end` of the reading, in paragraph number `paragraph`; `run_in`
    tells that words of that paragraph stand before it, `doubtful` that these words may make it a
    reference, `initial` that it may be that of a name, `inner` that they lead to a list of its own.  A paragraph that defines a term has the value `#` at its head: definitions are a list as
    well, without numbers.
    """

    value: str
    shape: str
    start: int
    end: int
    paragraph: int
    run_in: bool
    doubtful: bool = False
    initial: bool = False
    inner: bool = False


_Level = tuple[str, int, int, bool, int]  # style, place in its list, paragraph, whether it runs in, sentence
_Levels = tuple[_Level, ...]


# A way to read the markers so far: what it costs, the lists that are open, what came before, the last depth.
_State = tuple[float, _Levels, "_State | None", int | None]

_Step = tuple[float, _Levels, int | None]


def depths(markers: Sequence[Marker], sentences: Sequence[tuple[int, bool]] = ()) -> list[int | None]:
    """The depth of each marker alone, as `read` finds it."""
    return [one[0] if one else None for one in read(markers, sentences)]


def read(
    markers: Sequence[Marker], sentences: Sequence[tuple[int, bool]] = ()
) -> list[tuple[int, str] | None]:
    """The depth of each marker, 0 outermost, and the value that is meant; None where it is taken for no marker.

    `sentences` tells for each marker how many sentences have begun before it, and whether one begins with it.
    """
    if _plain(markers, sentences):
        return [(0, marker.value) for marker in markers]
    beam: list[_State] = [(0.0, (), None, None)]
    for number, marker in enumerate(markers):
        where = sentences[number] if sentences else (0, False)
        beam = _cheapest(beam, marker, where) if number < _MANY else [_next(beam[0], marker, where)]
    state: _State | None = beam[0]
    found: list[tuple[int, str] | None] = []
    for marker in reversed(markers):
        if state is not None:
            _, levels, state, depth = state
            found.append(None if depth is None else (depth, _meant(marker, levels[depth])))
    return found[::-1]


def _meant(marker: Marker, level: _Level) -> str:
    return meant(marker.value, level[0].rstrip("()."), level[1])


def _cheapest(beam: Sequence[_State], marker: Marker, where: tuple[int, bool]) -> list[_State]:
    """The cheapest ways to go on from those so far, the cheapest of all first."""
    after: dict[_Levels, tuple[float, _State, int | None]] = {}
    best = math.inf
    for state in beam:
        so_far, open_levels, back, _ = state
        first = back is None
        for cost, levels, depth in _steps(open_levels, marker, where, best + _MARGIN - so_far, _MARGIN, first=first):
            total = so_far + cost
            if total > best + _MARGIN:
                continue
            best = min(best, total)
            known = after.get(levels)
            if known is None or total < known[0]:
                after[levels] = total, state, depth
    cheapest: list[_State] = [
        (total, levels, back, depth)
        for levels, (total, back, depth) in after.items()
        if total <= best + _MARGIN
    ]
    return sorted(cheapest, key=_cost)[:_WIDTH] if len(cheapest) > 1 else cheapest


def _next(state: _State, marker: Marker, where: tuple[int, bool]) -> _State:
    """The cheapest way to go on from one."""
    cost, levels, depth = min(_steps(state[1], marker, where, math.inf, _CHEAPER), key=_cost)
    return cost, levels, state, depth


def _plain(markers: Sequence[Marker], sentences: Sequence[tuple[int, bool]]) -> bool:
    """Whether the markers are just one list, which nothing breaks: nothing costs less."""
    if not markers or markers[0].value not in {"a", "i", "1", "A", "I"}:
        return not markers
    style, shape = ordinal(markers[0].value)[-1][0], markers[0].shape
    before = markers[0]
    for place, marker in enumerate(markers, 1):
        if marker.shape != shape or marker.doubtful or (style, place) not in ordinal(marker.value):
            return False
        if before.run_in and not (marker.run_in and marker.paragraph == before.paragraph):
            return False
        if before.run_in and sentences and place > 1:
            sentence, begins = sentences[place - 1]
            if sentence > sentences[place - 2][0] and not begins:
                return False
        before = marker
    return True


def _cost(state: _State | _Step) -> float:
    return state[0]


def _steps(
    levels: _Levels, marker: Marker, where: tuple[int, bool], limit: float, margin: float, *, first: bool = False
) -> list[_Step]:
    """Each way to go on that costs no more than `limit`: cost, levels afterwards, depth of the marker, which is the `first` or not.

    `where` is the sentence in which the marker stands, and whether it begins there; what costs more than
    another way by `margin` is left out.
    """
    sentence, begins = where
    if marker.value == DEFINITION:
        return _definition(levels, marker, sentence)
    steps: list[_Step] = []
    passed = _passed(marker)
    limit = min(limit, passed + margin)
    doubt = _DOUBTFUL if marker.doubtful else 0.0
    standing, around, deep = _standing(levels, sentence), _around(levels), len(levels)
    easiest = math.inf
    for reading, number, misprint in readings(marker.value):
        style = reading + marker.shape
        extra = doubt + (misprint and (_FIRST_MISPRINT if number == 1 else _MISPRINT))
        here = (style, number, marker.paragraph, marker.run_in, sentence)
        steps += _unbracketed(levels, here, extra)
        for depth, level in enumerate(levels):
            if level[0] == style:
                over = _OVER if depth >= standing and not begins else _LEFT if depth < around else 0.0
                cost = extra + over + _going_on(level, number, marker)
                if cost <= limit:
                    limit = min(limit, cost + margin)
                    steps.append((cost, (*_within(levels, depth, standing, sentence), here), depth))
        opening = extra + _opening(reading, number, marker, first=first)
        if misprint:  # opens a list no more easily than what is printed
            opening = max(opening, easiest + _MISPRINT)
        easiest = min(easiest, opening)
        if opening > limit:
            continue
        if deep < _DEEPEST:
            over = _OVER if standing < deep else 0.0
            cost = opening + over + _same_style(levels, around, deep, style, marker)
            steps.append((cost, (*_within(levels, deep, standing, sentence), here), deep))
        if standing < deep:
            cost = opening + _same_style(levels, around, standing, style, marker)
            steps.append((cost, (*levels[:standing], here), standing))
        elif number > 1 and levels and (beside := _beside(levels[-1], here)) is not None:
            steps.append((opening + beside, (*levels[:-1], here), deep - 1))
    if passed <= limit or not steps:
        steps.append((passed, levels, None))
    return steps


def _passed(marker: Marker) -> float:
    """What it costs to take a marker for none."""
    if marker.doubtful:
        return _NO_MARKER_DOUBTFUL
    if marker.run_in:
        return _NO_MARKER_RUN_IN
    return _NO_MARKER_INITIAL if marker.initial else _NO_MARKER


def _definition(levels: _Levels, marker: Marker, sentence: int) -> list[_Step]:
    """A definition is one more of those before it, or the first; no list that runs in goes on around it."""
    here = (DEFINITION, 0, marker.paragraph, False, sentence)
    known = _around(levels) - 1
    if known < 0:
        known = next((depth for depth, level in enumerate(levels) if level[3]), len(levels))
    return [(0.0, (*levels[:known], here), known)]


def _around(levels: _Levels) -> int:
    """The depth of what stands in the last definition; 0 outside of definitions."""
    for depth in range(len(levels), 0, -1):
        if levels[depth - 1][0] == DEFINITION:
            return depth
    return 0


def _standing(levels: _Levels, sentence: int) -> int:
    """How many of the lists are open: one that ran in ends with its sentence, and with it those within."""
    for depth, (_, _, _, run_in, begun) in enumerate(levels):
        if run_in and sentence > begun:
            return depth
    return len(levels)


def _within(levels: _Levels, depth: int, standing: int, sentence: int) -> _Levels:
    """The lists around one: those that ran in stay open beyond their sentence where it goes on or begins in a later one."""
    if standing >= depth:
        return levels[:depth]
    return (*levels[:standing], *((*level[:4], sentence) for level in levels[standing:depth]))


def _going_on(level: _Level, number: int, marker: Marker) -> float:
    """What it costs that a list goes on with `number`."""
    _, place, paragraph, run_in, _ = level
    across = _ACROSS * ((run_in and paragraph != marker.paragraph) + (run_in and not marker.run_in))
    if number == place + 1:
        return across + _WITHIN * (marker.run_in and not run_in)
    if number > place:
        return across + _SKIP + 0.2 * min(number - place, 10)
    if number > 1:
        return _REPEAT
    return _RESTART_RUN_IN if marker.run_in and not run_in else max(_RESTART - across, _RESTART_LEAST)


def _opening(reading: str, number: int, marker: Marker, *, first: bool) -> float:
    """What it costs that a list begins with `number`."""
    if number == 1:
        return _OPEN
    if number in {23, 24} and reading == "a" and not marker.run_in:
        return _OPEN_AT_X_APART
    if number in {22, 23, 24} and reading == "a" and marker.run_in:
        return _OPEN_AT_V if number == 22 else _OPEN_AT_X
    if reading == "1" and number > 20:
        return _OPEN_FAR
    return _OPEN_FIRST if first and marker.shape == "()" and not marker.run_in else _OPEN_LATE


def _unbracketed(levels: _Levels, here: _Level, extra: float) -> list[_Step]:
    """A list in brackets goes on with a marker that has lost its first: `k)` behind `(j)`."""
    if not here[0].endswith(")") or here[0].endswith("()"):
        return []
    whole = (f"{here[0][:-1]}()", *here[1:])
    return [
        (extra + _MISPRINT, (*levels[:depth], whole), depth)
        for depth, level in enumerate(levels)
        if level[0] == whole[0] and here[1] == level[1] + 1 and not level[3]
    ]


def _beside(level: _Level, here: _Level) -> float | None:
    """What it costs more that a list which lacks its beginning stands beside the one before it, or None if it does not.

    On lines of its own it does where a slip marked that one in another style of the same letters: `(i)`, `(c)`, `(d)`.
    """
    if level[3]:
        return _BESIDE
    (style, place), (own, number) = level[:2], here[:2]
    alike = style[0] in _SMALL and own[0] in _SMALL and style != own and place <= number <= place + _SLIPPED
    return _BESIDE_SLIP if alike and not here[3] else None


def _same_style(levels: _Levels, first: int, last: int, style: str, marker: Marker) -> float:
    """What it costs to begin a list within one of the same style, among the lists `first` to `last`."""
    for depth in range(first, last):
        if levels[depth][0] == style:
            apart = marker.run_in and (not levels[depth][3] or marker.inner or marker.value in _LAST_LETTERS)
            return _SAME_STYLE_RUN_IN if apart else _SAME_STYLE
    return 0.0
