"""Which paragraphs open articles and sections, decided over the whole body.

In: the numbers with which paragraphs open.  Out: those that are headings, with the rest left to be clauses
or references at the start of a line.  Sections count up within their article; a number that skips, doubles
or falls back costs something, as does passing over a number that looks like a heading; the cheapest
sequence is chosen.
"""

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.instrument.numbers.markers import Numbered
from conformed.instrument.numbers.ordinals import counted, roman

_DIGITS = pattern(r"(\d+)([A-Z])?")
_ORDINALS = (
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH"
    " FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH TWENTY-FIRST TWENTY-SECOND TWENTY-THIRD"
    " TWENTY-FOURTH TWENTY-FIFTH TWENTY-SIXTH TWENTY-SEVENTH TWENTY-EIGHTH TWENTY-NINTH THIRTIETH"
).split()
_FIRST = (1.0,)
_WIDTH = 10
_MARGIN = 9.0  # a reading that costs so much more than the best is given up
_BARE = 0.3  # a figure without point or word
_CALLED = 2.0  # a clause that is called in full may be a reference
_NAMED = 5.0  # a section with the word
_CAPTIONED = 7.5  # and a point, before a caption, or an article
_REPEATED = 3.0  # one that is named again behind it, as what is changed
_SKIPPED = 2.5
_FELL_BACK = 7.0
_DOUBLED = 3.0  # a number that stands twice, each time with a caption
_SLIPPED = 5.5  # a wrong number before a caption, in the place of the next
_FIRST_LATE = 2.0
_CAPTIONED_LATE = 1.0  # as in a text that is set off
_SUBDIVIDED_LATE = 3.0
_LIST = 1.0  # a list of plain figures begins, of which no number is a heading
_LISTED = 0.2  # it goes on
_FROM_LIST = 2.5  # a plain figure that comes next in it is a section, behind a dotted one


# The article and the section that are open, and the last number of a list within it, or 0.
_Key = tuple[float, tuple[float, ...], float]


class Setting(NamedTuple):
    """How a number is set: before a caption, below a paragraph that leads to a list, as the caption of what is changed.

    The last names its number again: `SECTION 12. Section 12 is hereby amended`.
    """

    captioned: bool
    introduced: bool
    repeated: bool


class _State(NamedTuple):
    cost: float
    article: float
    section: tuple[float, ...]
    listed: float
    fresh: bool  # whether no section of the article has come yet
    back: "_State | None"
    taken: bool


def _cost(item: tuple[_Key, tuple[float, _State, bool]]) -> float:
    return item[1][0]


def headings(candidates: Sequence[Numbered], settings: Iterable[Setting]) -> list[bool]:
    """For each candidate, with the setting in which it stands, whether it is the heading of an article or section."""
    if _plain(candidates):
        return [True] * len(candidates)
    beam = [_State(0.0, 0, (), 0, False, None, False)]
    for candidate, setting in zip(candidates, settings, strict=True):
        caption = setting.captioned
        value = figures(candidate.value)
        plain = len(value) == 1 and not candidate.word
        passing = _REPEATED if setting.repeated else _passing(candidate, captioned=caption)
        taking = _BARE if _is_bare(candidate) else 0.0
        after: dict[_Key, tuple[float, _State, bool]] = {}
        for state in beam:
            if candidate.outer:
                key = (value[0], state.section, 0.0)
                cost = _article(state.article, value[0], captioned=caption)
            else:
                key = (state.article, value, 0.0)
                headed = caption and candidate.point != "("
                cost = taking + _section(state, value, named=bool(candidate.word), captioned=headed)
            listed, passed = 0.0, passing
            if candidate.point == "(" and value == state.section:  # a clause of the section that is open
                passed = 0.0
            elif plain and state.section and value == _FIRST and setting.introduced:
                listed, passed = 1.0, _LIST
            elif plain and state.listed and value[0] == state.listed + 1:
                listed, passed = value[0], _LISTED
                cost += _FROM_LIST * (len(state.section) > 1 and not caption)
            ways = [((state.article, state.section, listed), state.cost + passed, False), (key, state.cost + cost, True)]
            if caption and cost > _SLIPPED and (meant := _meant(state, candidate, value)):
                ways.append((meant, state.cost + _SLIPPED, True))
            for place, total, taken in ways:
                if place not in after or total < after[place][0]:
                    after[place] = total, state, taken
        cheapest = sorted(after.items(), key=_cost)[:_WIDTH]
        limit = cheapest[0][1][0] + _MARGIN
        beam = [
            _State(total, *key, (candidate.outer if taken else back.fresh), back, taken)
            for key, (total, back, taken) in cheapest
            if total <= limit
        ]
    best: _State | None = beam[0]
    found: list[bool] = []
    while best is not None and best.back is not None:
        found.append(best.taken)
        best = best.back
    return found[::-1]


def follows(before: str, value: str) -> bool:
    """Whether a number comes at once behind another: 2.2 behind 2.1 or 2.1.4, 2.1.1 behind 2.1."""
    last, here = figures(before), figures(value)
    if len(here) > len(last):
        return here == (*last, 1.0)
    return here[:-1] == last[: len(here) - 1] and _next(last[len(here) - 1], here[-1])


@functools.lru_cache(maxsize=4096)
def figures(value: str) -> tuple[float, ...]:
    """A number as figures: "2.10" is (2, 10), "VII" is (7,), "S2" is (2,); "7A" stands between 7 and 8."""
    return tuple(_figure(piece) for piece in value.split("."))


def _figure(piece: str) -> float:
    if piece in _ORDINALS:
        return _ORDINALS.index(piece) + 1
    if digits := _DIGITS.search(piece):
        return int(digits[1]) + (_place(digits[2]) / 100 if digits[2] else 0)
    if number := counted(piece.lower()):
        return number
    if number := roman(piece[:-1].lower()):
        return number + _place(piece[-1]) / 100
    return _place(piece[0]) if piece else 0


def _place(letter: str) -> int:
    return ord(letter.upper()) - 64


def _plain(candidates: Sequence[Numbered]) -> bool:
    """Whether each number follows on the one before: nothing costs less."""
    state = _State(0.0, 0, (), 0, False, None, False)
    for candidate in candidates:
        value = figures(candidate.value)
        if candidate.outer:
            cost = _article(state.article, value[0], captioned=False)
            state = state._replace(article=value[0], fresh=True)
        else:
            cost = _section(state, value, named=bool(candidate.word), captioned=False)
            state = state._replace(section=value, fresh=False)
        if cost or _is_bare(candidate):
            return False
    return True


def _is_bare(candidate: Numbered) -> bool:
    return not candidate.word and not candidate.point and "." not in candidate.value


def _passing(candidate: Numbered, *, captioned: bool) -> float:
    """What it costs to take a number for no heading."""
    if candidate.point == "(":
        return _CALLED
    if candidate.word:
        return _CAPTIONED if captioned and (candidate.outer or candidate.point == ".") else _NAMED
    if _is_bare(candidate):
        return 0.5
    if "." in candidate.value:
        return 4.0
    return 3.4 if captioned else 2.2


def _meant(state: _State, candidate: Numbered, value: tuple[float, ...]) -> _Key | None:
    """What a number stands for that is a slip for the next: XXIII behind XXVII, or 6.3 behind 7.2."""
    if candidate.outer:
        return (state.article + 1, state.section, 0.0)
    named = candidate.word or "." in candidate.value
    if not named or len(value) != len(state.section):
        return None
    return (state.article, (*state.section[:-1], state.section[-1] + 1), 0.0)


def _article(before: float, value: float, *, captioned: bool) -> float:
    """What it costs to go from the article that is open to another."""
    return _DOUBLED if captioned and value == before else _gap(before, value)


def _gap(before: float, value: float) -> float:
    if _next(before, value):
        return 0.0
    return _SKIPPED + 0.1 * min(value - before, 20) if value > before else _FELL_BACK


def _next(before: float, value: float) -> bool:
    """Whether a figure comes next: 8 behind 7, or behind 7A."""
    return 0 < value - before <= 1


def _section(state: _State, value: tuple[float, ...], *, named: bool, captioned: bool) -> float:
    """What it costs to go from the section that is open to another."""
    before = state.section
    if not before:
        return 0.0 if value[-1] <= 1 else _CAPTIONED_LATE if captioned else _FIRST_LATE
    if value == _FIRST and state.fresh:
        return 0.0  # the sections of each article are counted from 1
    if value == before:
        return _DOUBLED if captioned and value != _FIRST else _FELL_BACK - 2.0
    if value < before:
        return _FELL_BACK - (2.0 if value == _FIRST and named else 0.0)
    opens = value[-1] <= 1 and (value[0] == state.article or _next(before[0], value[0]))
    if len(value) > len(before):
        if value[: len(before)] == before:
            return _SUBDIVIDED_LATE * (value[-1] > 1) if len(value) == len(before) + 1 else _SKIPPED
        return 0.5 if opens else _SKIPPED
    if before[: len(value) - 1] == value[:-1]:
        return _gap(before[len(value) - 1], value[-1])
    return 0.0 if opens else _SKIPPED + 0.1 * min(value[0] - before[0], 20)
