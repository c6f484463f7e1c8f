"""Only what an address counts of a passage: a sentence, a paragraph, a proviso or a parenthetical.

In: the text, the trail of a passage, and an address.  Out: the passage with nothing else in it.
"""

from collections.abc import Iterable, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

import msgspec

from conformed.instrument import Path
from conformed.version.counted import COUNTED, chosen, pieces_among
from conformed.version.fold import Place, folded
from conformed.version.locate import locate
from conformed.version.passage import Passage, Run, Trail, at, cut, walk
from conformed.version.provisos import names_proviso, proviso


class _Edge(NamedTuple):
    """Where some words begin or end: a passage, a run of it, and a place in that."""

    trail: Trail
    run: int
    offset: int


def only(root: Passage, trail: Trail, target: Path, *, struck: bool = False) -> Passage | None:
    """Only what an address counts of the passage at `trail`; all of it where it counts nothing, None where there is less.

    Struck words stand where they stood among the words that it counts; with `struck` also those that gave way to the first or last of them.
    """
    if target.place is None:
        return at(root, trail)
    places = _places(root, trail, target)
    if not places:
        return None
    first, last = places[0], places[-1]
    begins, ends = _Edge(first.trail, first.run, first.start), _Edge(last.trail, last.run, last.end)
    if struck:
        runs = [(below, number, run) for below, one in walk(at(root, trail), trail) for number, run in enumerate(one.runs)]
        begins, ends = _gave_way(reversed(runs), begins, end=False), _gave_way(runs, ends, end=True)
    kept = _between(at(root, trail), trail, begins, ends)
    return msgspec.structs.replace(kept, number="", numbers=(), caption="")


def _gave_way(runs: Iterable[tuple[Trail, int, Run]], edge: _Edge, *, end: bool) -> _Edge:
    """The edge of some words, or that of what was struck beside it for words that were put in there."""
    beside = dropwhile(lambda one: one[:2] != edge[:2], runs)
    own = next(beside)[2]
    outside = own.text[edge.offset :] if end else own.text[: edge.offset]
    if own.added is None or any(map(str.isalnum, outside)):
        return edge
    for trail, number, run in takewhile(lambda one: one[2].struck == own.added or not one[2].text.strip(), beside):
        if run.struck is not None:
            edge = _Edge(trail, number, len(run.text) if end else 0)
    return edge


def standing_in(root: Passage, trails: Sequence[Trail], target: Path) -> tuple[Trail, ...]:
    """Those of some clauses that stand in the sentence, paragraph or proviso in which an address says: `clause (a) of the proviso`."""
    if not target.inner or not (names_proviso(target) or COUNTED.fullmatch(target.place or "")):
        return tuple(trails)
    holders = locate(root, msgspec.structs.replace(target, place=None, inner=())).trails
    held = {(place.trail, place.run): place for place in _places(root, holders[0], target)} if len(holders) == 1 else {}
    found = []
    for trail in trails:
        begins = folded(root, trail).stretches[:1]
        place = held.get((begins[0].trail, begins[0].run)) if begins else None
        if place is not None and place.start <= begins[0].offsets[0] < place.end:
            found.append(trail)
    return tuple(found)


def _places(root: Passage, trail: Trail, target: Path) -> list[Place]:
    """The words of what an address counts of the passage at `trail`; none where that is not certain."""
    return proviso(root, trail, target) if names_proviso(target) else _counted(root, trail, target.place or "")


def _counted(root: Passage, trail: Trail, place: str) -> list[Place]:
    """The words of the sentences or paragraphs that a place counts."""
    among, match = pieces_among(root, trail, place), COUNTED.match(place)
    return [one for piece in (chosen(among, match) if among and match else []) for one in piece]


def _between(passage: Passage, trail: Trail, start: _Edge, end: _Edge) -> Passage:
    """The passage with only the characters from one to another."""
    runs = []
    for number, run in enumerate(passage.runs):
        if start[:2] <= (trail, number) <= end[:2]:
            first = start.offset if (trail, number) == start[:2] else 0
            last = end.offset if (trail, number) == end[:2] else len(run.text)
            runs.append(cut(run, first, last, {}))
    children = (_between(child, (*trail, place), start, end) for place, child in enumerate(passage.children))
    within = tuple(child for child in children if child.runs or child.children)
    head = {"number": "", "numbers": (), "caption": ""} if (trail, 0, 0) < start else {}
    return msgspec.structs.replace(passage, runs=tuple(runs), children=within, **head)
