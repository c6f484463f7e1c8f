"""All that follows some words is struck, or exchanged, to the end of a provision, or of the sentence or paragraph of it.

The words must stand there as often as the sentence implies.  The point with which the provision ends stays, unless the words
before it, or the new ones, bring their own; where the end is not certain, nothing is changed.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import ProvisionKind
from conformed.ledger import Entry
from conformed.version.apply_words import apply_words, before_joint, called_so, several, which
from conformed.version.counted import pieces
from conformed.version.exchange import exchange
from conformed.version.fold import Folded, Place, folded
from conformed.version.labels import taken_in
from conformed.version.nearest import nearest
from conformed.version.new_text import Documents
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, cut

_CLOSES = pattern(r"(?:[.:]|[;,](?:and/or|and|or)?)$")  # of folded words
_STOPPED = pattern(r"[.;:]$")
_POINT = pattern(r"[.;:,]$")


def apply_within(
    root: Passage, trail: Trail, entry: Entry, documents: Documents, within: Sequence[Place] = ()
) -> Applied:
    """Apply an operation on words, or on all that follows them, within a passage or some stretches of it."""
    if entry.operation.to_end_of is None:
        return apply_words(root, trail, entry, documents, within)
    operation = entry.operation
    words = operation.old or operation.after or ""
    if not within:
        root = taken_in(root, trail, words, documents)
    text = folded(root, trail)
    text = text.within(within) if within else text
    first, behind = _named(root, trail, entry, text, words)
    start, last = first if operation.old else behind, _end(root, trail, entry, text, behind)
    end = before_joint(root, text, last)
    new = [Run(operation.new.words, operation.new.span, entry.id)] if operation.new else []
    closed = (new and _POINT.search(new[0].text)) or (not new and _STOPPED.search(text.text, 0, start))
    mark = None if closed else _CLOSES.search(text.text, start, end)
    stop = mark.start() if mark else end
    if stop <= start:
        says = f"Nothing stands behind the words “{words}” in {called_so(root, trail)} that could be struck."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    ends = end < last or (mark is not None and mark[0][0] in ".;,")  # and no comma stands before it
    pause = not new and ends and text.text[start - 1 : start] == ","
    places = text.places(start - pause, stop)
    if mark is not None and places[-1].trail != places[0].trail:
        places = text.places(start - pause, end)
        new += _again(root, entry, text.places(mark.start(), end), documents)
        places = [_with_blank(root, places[0]), *places[1:]] if len(new) == 1 else places
    return exchange(root, trail, entry, new, places, documents)


def _named(root: Passage, trail: Trail, entry: Entry, text: Folded, words: str) -> tuple[int, int]:
    """Where the words stand behind which, or with which, what is struck begins."""
    matches = text.find(words)
    if not matches:
        says = f"The words “{words}” do not stand in {called_so(root, trail)}."
        raise refuse(entry, FindingKind.NOT_FOUND, says, nearest=nearest(root, trail, words))
    index = which(entry.operation.occurrence, matches)
    if index is None and entry.operation.occurrence is None:
        raise several(entry, root, trail, text, words, matches)
    if index is None:
        says = f"The words “{words}” do not stand in {called_so(root, trail)} as often as the sentence counts."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    return matches[index]


def _end(root: Passage, trail: Trail, entry: Entry, text: Folded, behind: int) -> int:
    """Where, behind some words, the provision, the sentence or the paragraph ends in which they stand."""
    what = entry.operation.to_end_of
    if what == "provision":
        return len(text.text)
    named, last = text.places(behind - 1, behind)[0], text.places(len(text.text) - 1, len(text.text))[0]
    every = pieces(root, _around(root, trail, sentence=what == "sentence"), paragraphs=what == "paragraph")
    around = next(one for one in every if any(_holds(place, named) for place in one))
    beyond = (around[-1].trail, around[-1].run, around[-1].end) > (last.trail, last.run, last.end)
    piece = text.within(around)
    end = piece.begun + len(piece.text) - text.begun
    rest = text.places(end, len(text.text))[:1] if end < len(text.text) else []
    clause = rest and at(root, rest[0].trail).path and rest[0].trail != trail
    if beyond or (rest and not _POINT.search(piece.text)) or (what == "paragraph" and clause):
        says = f"Where the {what} ends of which {entry.operation.target} is to lose the rest, is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    return end


def _around(root: Passage, trail: Trail, *, sentence: bool) -> Trail:
    """What holds the sentence, or the paragraph, that goes on through a clause."""
    while trail and (at(root, trail).run_in or (sentence and at(root, trail).kind is ProvisionKind.CLAUSE)):
        trail = trail[:-1]
    return trail


def _holds(outer: Place, inner: Place) -> bool:
    return (outer.trail, outer.run) == (inner.trail, inner.run) and outer.start <= inner.start < outer.end


def _again(root: Passage, entry: Entry, places: Sequence[Place], documents: Documents) -> list[Run]:
    """The point with which a provision ends, as it is put in again behind what stays of it."""
    return [
        msgspec.structs.replace(cut(at(root, one.trail).runs[one.run], one.start, one.end, documents), added=entry.id)
        for one in places
    ]


def _with_blank(root: Passage, place: Place) -> Place:
    """A place with the blank before it."""
    before = at(root, place.trail).runs[place.run].text[: place.start]
    return msgspec.structs.replace(place, start=len(before.rstrip(" ")))
