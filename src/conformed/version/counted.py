"""Which words of a provision an address counts: a sentence or paragraph of it.

In: the text, the trail of a passage, and an address that counts within it.  Out: the sentences or paragraphs that stand there,
or the one that is meant.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.basis.stops import stops, wholes
from conformed.instrument import Path, ProvisionKind
from conformed.language import Operation
from conformed.version.fold import Place, fold
from conformed.version.locate import locate
from conformed.version.passage import Passage, Trail, at, walk

COUNTED = pattern(r"(sentences?|paragraphs?)\s(?:(\d+)(?:-(\d+))?|(?:(\w+) to )?last)(?: of |\Z)")
_BACK = {"second": 2, "third": 3, "fourth": 4}


def pieces(root: Passage, trail: Trail, *, paragraphs: bool) -> list[list[Place]]:
    """The sentences, or the paragraphs, that stand in a passage, each as the stretches of runs that it fills."""
    runs: list[tuple[int, Trail, int, str]] = []
    lines: list[tuple[int, bool]] = []  # where each begins, and whether it is a row of a table
    text = ""
    for below, passage in walk(at(root, trail), trail):
        if passage.struck is not None:
            continue
        text += " " if passage.run_in else "\n"
        if not passage.run_in or not lines:
            lines.append((len(text), passage.kind is ProvisionKind.ROW))
        for number, run in enumerate(passage.runs):
            if run.struck is None and not run.ours and run.lacuna is None:
                runs.append((len(text), below, number, run.text))
                text += run.text
    found = []
    ends = [*(start - 1 for start, _ in lines[1:]), len(text)]
    every = [(start, end, row) for (start, row), end in zip(lines, ends, strict=False)]
    for start, end in wholes(text, every, paragraphs=paragraphs):
        begun = start
        for stop in (*(() if paragraphs else stops(text, start, end)), end):
            places = _filled(runs, begun, stop)
            if places:
                found.append(places)
            begun = stop
    return found


def _filled(runs: Sequence[tuple[int, Trail, int, str]], start: int, end: int) -> list[Place]:
    found = []
    for offset, trail, number, words in runs:
        first, last = max(start, offset) - offset, min(end, offset + len(words)) - offset
        if first < last and words[first:last].strip():
            while words[first].isspace():
                first += 1
            found.append(Place(trail, number, first, last))
    return found


def joined(root: Passage, places: Sequence[Place]) -> list[Place]:
    """Places in order, those of one run between which only blanks stand as one, so that no blank of two stays."""
    found: list[Place] = []
    for place in places:
        last = found[-1] if found else None
        beside = last is not None and (last.trail, last.run) == (place.trail, place.run)
        if last is not None and beside and not at(root, place.trail).runs[place.run].text[last.end : place.start].strip():
            found[-1] = Place(last.trail, last.run, last.start, place.end)
        else:
            found.append(place)
    return found


def pieces_among(root: Passage, trail: Trail, place: str) -> list[list[Place]] | None:
    """The sentences or paragraphs of which a place counts one, in what it counts around them; None where it counts none."""
    inner, _, around = place.partition(" of ")
    match, outer = COUNTED.fullmatch(inner), COUNTED.fullmatch(around)
    if match is None or (around and outer is None):
        return None
    found = pieces(root, trail, paragraphs=match[1].startswith("paragraph"))
    if outer is None:
        return found
    every = pieces(root, trail, paragraphs=outer[1].startswith("paragraph"))
    wide = [one for piece in chosen(every, outer) for one in piece]
    return [piece for piece in found if any(_holds(one, piece[0]) for one in wide)]


def _holds(outer: Place, inner: Place) -> bool:
    return outer.trail == inner.trail and outer.run == inner.run and outer.start <= inner.start < outer.end


def chosen(among: Sequence[list[Place]], match: re.Match[str]) -> list[list[Place]]:
    """Those of some sentences or paragraphs that a place counts; none where there are less."""
    if match[2]:
        first, last = int(match[2]), int(match[3] or match[2])
        return [*among[first - 1 : last]] if 1 <= first <= last <= len(among) else []
    last = len(among) + 1 - back(match)
    return [*among[last - 1 : last]] if last >= 1 else []


def back(match: re.Match[str]) -> int:
    """Which from the end a place counts that counts from there: 1 the last."""
    return _BACK.get(match[4] or "", 1)


def counted(target: Path) -> int:
    """Which sentence or paragraph an address counts from the first; 0 where it counts none."""
    match = COUNTED.fullmatch(target.place or "")
    return int(match[2] or 0) if match else 0


def counted_otherwise(root: Passage, before: Passage, operation: Operation) -> bool:
    """Whether another sentence is counted so by now than was in the text before, where that one stands still.

    It is not where only the one that is counted so by now holds the words that the operation quotes.
    """
    target = operation.target
    if counted(target) < 2:
        return False
    now, then = _sentences(root, target), _sentences(before, target)
    place = counted(target) - 1
    if place >= len(then) or then[place] not in now or now[place : place + 1] == [then[place]]:
        return False
    words = operation.old or operation.after or operation.before
    quoted = fold(words) if words and words not in {"$", "^"} else ""
    return not (quoted and quoted in "".join(now[place : place + 1]) and quoted not in then[place])


def _sentences(root: Passage, target: Path) -> list[str]:
    """The words of each sentence, or paragraph, that stands in the one passage that an address names."""
    trails = locate(root, target).trails
    paragraphs = (target.place or "").startswith("paragraph")
    every = pieces(root, trails[0], paragraphs=paragraphs) if len(trails) == 1 else []
    return [
        fold(" ".join(at(root, one.trail).runs[one.run].text[one.start : one.end] for one in piece)) for piece in every
    ]
