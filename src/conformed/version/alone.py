"""Only what an address counts of a passage: a sentence, a paragraph, a proviso or a parenthetical.

In: the text, the trail of a passage, and an address.  Out: the passage with nothing else in it.
"""

from collections.abc import Sequence

import msgspec

from conformed.instrument import Path
from conformed.version.counted import COUNTED, chosen, pieces_among
from conformed.version.fold import Place, folded
from conformed.version.locate import locate
from conformed.version.passage import Passage, Trail, at, cut
from conformed.version.provisos import names_proviso, proviso


def only(root: Passage, trail: Trail, target: Path) -> Passage | None:
    """Only what an address counts of the passage at `trail`; all of it where it counts nothing, None where there is less.

    Struck words stand where they stood among the words that it counts.
    """
    if target.place is None:
        return at(root, trail)
    places = _places(root, trail, target)
    if not places:
        return None
    first, last = places[0], places[-1]
    kept = _between(at(root, trail), trail, (first.trail, first.run, first.start), (last.trail, last.run, last.end))
    return msgspec.structs.replace(kept, number="", numbers=(), caption="")


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


def _between(passage: Passage, trail: Trail, start: tuple[Trail, int, int], end: tuple[Trail, int, int]) -> Passage:
    """The passage with only the characters from one to another, each told by its trail, its run and its place there."""
    runs = []
    for number, run in enumerate(passage.runs):
        if start[:2] <= (trail, number) <= end[:2]:
            first = start[2] if (trail, number) == start[:2] else 0
            last = end[2] if (trail, number) == end[:2] else len(run.text)
            runs.append(cut(run, first, last, {}))
    children = (_between(child, (*trail, place), start, end) for place, child in enumerate(passage.children))
    within = tuple(child for child in children if child.runs or child.children)
    head = {"number": "", "numbers": (), "caption": ""} if (trail, 0, 0) < start else {}
    return msgspec.structs.replace(passage, runs=tuple(runs), children=within, **head)
