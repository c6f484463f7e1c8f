"""A proviso or a parenthetical of a passage is struck or exchanged.

A proviso begins with the mark before its "provided that" and goes on to the next one, or to the end of its sentence or
of the clause in which it stands; the point there stays.  A parenthetical is what stands in brackets, those of a label or
a figure aside.  One that is counted must be the same however doubtful ones are counted; one that is not, the only one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

import msgspec

from conformed.basis import Candidate, FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import Path
from conformed.instrument.asides import NO_ASIDE, PROVIDED
from conformed.language import Action
from conformed.ledger import Entry
from conformed.version.apply_rest import apply_within
from conformed.version.counted import pieces, pieces_among
from conformed.version.exchange import exchange
from conformed.version.fold import Place
from conformed.version.new_text import Documents
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, cut

_NAMED = pattern(
    r"(?:(?P<all>two|three)\s)?(?P<what>proviso|parenthetical)(?P<several>s)?(?:\s(?P<nth>\d|last|at\sthe\send))?(?:\sof\s(?P<around>.+))?"
)
_CLOSES = pattern(r"\s*(?P<mark>[.;,:]?[\"”]?(?:\s(?:and/or|and|or)\b)?)\s*$")
_POINT = pattern(r"(?P<mark>[.;,:]?[\"”]?)")
_DIVIDES = pattern(r";(?:\s(?:and|or)\b)?\s*")
_LABELLED = pattern(r"\(\w{1,5}\)\s")
_BRACKET = pattern(r"[()]")
_DEFINES = pattern(r"[\"“][^\"“”]+[\"”]\)$")
_ENDS = pattern(r"[.;,:]$")
_PAUSES = pattern(r",(?!\d)")
_IN_POINTS = pattern(r"[\s.…]*(\([\s\S]*\))[\s.…]*")
_COUNTS = {"two": 2, "three": 3}


class _Found(msgspec.Struct, frozen=True):
    """A proviso or parenthetical, at `start` to `end` of a line; the words of a proviso, behind its mark, begin at `words`.

    `sure` tells that every drafter counts it as one, `bounded` that it surely ends there, `last` that the words of
    which it is counted end with it.
    """

    line: "_Line"
    start: int
    words: int
    end: int
    sure: bool
    bounded: bool
    last: bool


class _Line:
    """The words of some places, passages apart by blanks, and the way back to the places."""

    def __init__(self, root: Passage, places: Sequence[Place]) -> None:
        self.text, self.begun = "", list[int]()
        self.places = places
        for before, place in zip((None, *places), places, strict=False):
            apart = before is not None and _are_apart(root, before, place)
            self.text += " " if apart and not self.text.endswith(" ") else ""
            self.begun.append(len(self.text))
            self.text += at(root, place.trail).runs[place.run].text[place.start : place.end]

    def at(self, start: int, end: int) -> list[Place]:
        """The places of some of its characters."""
        found = []
        for begun, place in zip(self.begun, self.places, strict=True):
            first, last = max(start - begun, 0), min(end - begun, place.end - place.start)
            if first < last:
                found.append(Place(place.trail, place.run, place.start + first, place.start + last))
        return found

    def leaves(self, start: int) -> tuple[int, Place] | None:
        """Where, behind a character, the words leave the passage in which it stands, and for which place."""
        around = self.at(start, start + 1)[0].trail
        behind = ((begun, one) for begun, one in zip(self.begun, self.places, strict=True) if begun > start)
        return next(((begun, one) for begun, one in behind if one.trail[: len(around)] != around), None)


def _are_apart(root: Passage, before: Place, place: Place) -> bool:
    """Whether a blank stands between two places, or they stand in different passages."""
    if before.trail != place.trail:
        return True
    runs = at(root, place.trail).runs
    if before.run == place.run:
        return runs[place.run].text[before.end : place.start] != ""
    between = "".join(run.text for run in runs[before.run + 1 : place.run] if run.struck is None)
    return (runs[before.run].text[before.end :] + between + runs[place.run].text[: place.start]) != ""


def names_proviso(target: Path) -> bool:
    """Whether an address names a proviso or a parenthetical as a whole."""
    return _NAMED.fullmatch(target.place or "") is not None


def proviso(root: Passage, trail: Trail, target: Path) -> list[Place]:
    """The words of the provisos or parentheticals of the passage at `trail` that an address names; none where that is not certain."""
    match = _NAMED.fullmatch(target.place or "")
    ways, _ = _ways(_found(root, trail, match), match) if match else ([[]], [])
    certain = bool(ways[0]) and all(way == ways[0] for way in ways) and all(one.bounded for one in ways[0])
    return ways[0][0].line.at(ways[0][0].words, ways[0][-1].end) if certain else []


def apply_to_proviso(root: Passage, trail: Trail, entry: Entry, documents: Documents) -> Applied:
    """Apply an operation whose target is a proviso or a parenthetical of the passage at `trail`."""
    operation = entry.operation
    match = _NAMED.fullmatch(operation.target.place or "")
    assert match is not None
    chosen = _chosen(root, trail, entry, _found(root, trail, match), match)
    if not all(one.bounded for one in chosen):
        says = f"Where {operation.target} ends, with the words behind it or before them, is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=_candidates(root, trail, chosen))
    line, start, words, end = chosen[0].line, chosen[0].start, chosen[0].words, chosen[-1].end
    if operation.action not in {Action.REPLACE_PROVISION, Action.DELETE_PROVISION}:
        return apply_within(root, trail, entry, documents, line.at(words, end))
    new = [_new(entry, match["what"], line.text[end:], documents)] if operation.new else []
    begun = words if new and not _ENDS.match(new[0].text[:1]) else start
    places = line.at(begun, end)
    if places[-1].trail != places[0].trail:
        behind, mark = _its_point(root, entry, line, places[-1].trail, end, documents)
        begun -= bool(mark and not new and line.text[begun - 1 : begun] == " ")
        places, new = line.at(begun, behind), [*new, *mark]
    return exchange(root, trail, entry, new, places, documents)


def _found(root: Passage, trail: Trail, match: re.Match[str]) -> list[_Found]:
    """The provisos or parentheticals among which an address counts."""
    among = _sentences(root, trail, match["around"])
    if match["what"] == "proviso":
        return [one for sentence in among for one in _provisos(root, _Line(root, sentence), last=sentence is among[-1])]
    return [*_parentheticals(_Line(root, [place for sentence in among for place in sentence]))]


def _sentences(root: Passage, trail: Trail, around: str | None) -> list[list[Place]]:
    """The sentences in which provisos are counted: all of the passage, or those of a sentence or paragraph of it."""
    if around is None:
        return pieces(root, trail, paragraphs=False)
    return pieces_among(root, trail, f"sentences 1-9999 of {around}") or []


def _provisos(root: Passage, line: _Line, *, last: bool) -> Iterator[_Found]:
    """The provisos of a sentence."""
    matches = [match for match in PROVIDED.finditer(line.text) if match["mark"] or match["that"]]
    found: list[_Found] = []
    for match, after in reversed(list(zip_longest(matches, matches[1:]))):
        words, end = match.start("words"), after.start() if after else len(line.text)
        left = line.leaves(words)
        whole = left is None or left[0] >= end
        if left is not None and left[0] < end:
            end, whole = left[0], bool(at(root, left[1].trail).path)
        closes = _CLOSES.search(line.text, match.end(), end)
        stop = closes.start() if closes else end
        named = line.text[words : match.end()].lower().rpartition("provided")[2].strip(" ,")
        plain, sure = named == "that", bool(named) and (named != "that" or bool(match["mark"]))
        within = plain and match["mark"] == "," and _PAUSES.search(line.text, match.end(), stop)
        bounded = sure and whole and not within and not _is_divided(line, match.end(), stop)
        last = found[-1].last and after is not None and end == after.start() if found else last and end == len(line.text)
        stop = len(line.text) if words == 0 and after is None else stop
        found.append(_Found(line, match.start(), words, stop, sure, bounded, last))
    yield from reversed(found)


def _is_divided(line: _Line, start: int, end: int) -> bool:
    """Whether a semicolon stands in the midst of a proviso, and before none of its own clauses, so that it may end there."""
    for mark in _DIVIDES.finditer(line.text, start, end):
        before, behind = line.at(mark.start(), mark.start() + 1), line.at(mark.end(), mark.end() + 1)
        own = behind and behind[0].trail != before[0].trail
        if mark.end() < end and not own and not _LABELLED.match(line.text, mark.end()):
            return True
    return False


def _parentheticals(line: _Line) -> Iterator[_Found]:
    """What stands in brackets; where one of those has no other, none surely ends."""
    text, opened, found = line.text, list[int](), list[_Found]()
    whole = True
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            opened.append(bracket.start())
            continue
        if not opened:
            whole = False
            continue
        start, end = opened.pop(), bracket.end()
        if NO_ASIDE.fullmatch(text, start, end) or text[start - 1 : start].isalnum():
            continue
        sure = not opened and not _DEFINES.search(text, start, end)
        last = _CLOSES.match(text, end) is not None
        found.append(_Found(line, start, start, end, sure, bounded=True, last=last))
    whole = whole and not opened
    yield from sorted((msgspec.structs.replace(one, bounded=whole) for one in found), key=lambda one: one.start)


def _chosen(root: Passage, trail: Trail, entry: Entry, found: list[_Found], match: re.Match[str]) -> list[_Found]:
    """Those that are meant, if it is certain which they are: one, or several that follow one another."""
    target, what = entry.operation.target, match["what"]
    ways, fits = _ways(found, match)
    if not fits:
        says = f"{target} does not stand there: the provision has {len(found)} {what}(s)."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    if not ways[0] or any(way != ways[0] for way in ways):
        says = f"Which {what} {target} is, of {len(found)} that stand there, is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=_candidates(root, trail, found))
    return ways[0]


def _ways(found: list[_Found], match: re.Match[str]) -> tuple[list[list[_Found]], list[_Found]]:
    """What an address may mean, whichever way it counts, and all that fit it."""
    nth = match["nth"]
    if nth is None or nth == "at the end":
        fits = [one for one in found if nth is None or one.last]
        most = _COUNTS.get(match["all"], len(fits)) if match["several"] else 1
        apart = any(one.end != after.start for one, after in pairwise(fits))
        ways = [fits if len(fits) == most and not apart else []]
        return ways, fits
    place = -1 if nth == "last" else int(nth) - 1
    ways = [way[place:][:1] for way in (found, [one for one in found if one.sure])]
    return ways, [one for way in ways for one in way]


def _new(entry: Entry, what: str, behind: str, documents: Documents) -> Run:
    """The new text, without the point that is its sentence's, and of a parenthetical without the points around it."""
    new = entry.operation.new
    assert new is not None
    run = Run(new.words, new.span, entry.id)
    if what == "parenthetical" and (bracketed := _IN_POINTS.fullmatch(run.text)):
        return cut(run, *bracketed.span(1), documents)
    mark = behind.lstrip()[:1]
    if not _ENDS.search(run.text) or not _ENDS.match(mark):
        return run
    if run.text[-1] in {".", mark}:
        return cut(run, 0, len(run.text) - 1, documents)
    says = f"The new text of {entry.operation.target} ends with “{run.text[-1]}” where “{mark}” stands; which of them is to stay is not said."
    raise refuse(entry, FindingKind.AMBIGUOUS, says)


def _its_point(
    root: Passage, entry: Entry, line: _Line, last: Trail, end: int, documents: Documents
) -> tuple[int, list[Run]]:
    """Where the point behind words ends that end in another passage than they begin in, and that point as it is put in again."""
    behind = line.text[end : next((begun for begun in line.begun if begun >= end), len(line.text))]
    closes = _CLOSES.match(behind) or _POINT.match(behind)
    length = len(closes["mark"]) if closes else 0
    if behind[length:].strip() and not at(root, last).run_in:
        says = f"Words stand in one paragraph behind the end of {entry.operation.target}; of what they are is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    runs = [
        msgspec.structs.replace(cut(at(root, one.trail).runs[one.run], one.start, one.end, documents), added=entry.id)
        for one in line.at(end, end + length)
    ]
    return end + length, runs


def _candidates(root: Passage, trail: Trail, found: Sequence[_Found]) -> tuple[Candidate, ...]:
    """Those that fit, for a finding."""
    told = []
    for one in found[:6]:
        place = one.line.at(one.words, one.end)[0]
        passage = at(root, place.trail)
        words = " ".join(one.line.text[one.words : one.end].split())
        told.append(Candidate(passage.path or at(root, trail).path, words[:160], passage.runs[place.run].span))
    return tuple(told)
