"""Words are exchanged that may go on over several passages: a sentence, a proviso, all that follows some words.

In: the places of the words, and what takes their place.  Out: the text with them struck and the new words put in; clauses that
they fill are struck with their numbers.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.ledger import Entry
from conformed.version.fold import Place, folded
from conformed.version.new_text import Documents
from conformed.version.outcome import Applied
from conformed.version.passage import Passage, Run, Trail, at, cut, put, struck
from conformed.version.strike import apart, filled, strike
from conformed.version.tails import parted

LEADS_IN = pattern(r":[\s\"”]*\Z")


def exchange(
    root: Passage,
    around: Trail,
    entry: Entry,
    new: Sequence[Run],
    places: Sequence[Place],
    documents: Documents,
) -> Applied:
    """Strike what the places fill, whole clauses with their numbers, and put the new text behind what is struck of its paragraph."""
    first = places[0]
    stays = around if not new and not at(root, first.trail).caption else first.trail
    if new and LEADS_IN.search(new[-1].text):  # the clauses that the sentence leads in to stay
        places = [place for place in places if place.trail == first.trail]
    if places[-1].trail != first.trail and at(root, places[-1].trail).run_in:
        root = parted(root, places[-1], documents)
    clauses = [
        trail
        for trail in dict.fromkeys(place.trail for place in places)
        if trail != stays and fills(root, trail, places)
    ]
    rest = [place for place in places if not any(place.trail[: len(trail)] == trail for trail in clauses)]
    if not new and rest:
        root = strike(root, rest, entry.id, None, documents)
    rest = [*filled(root, rest)]
    last = [place for place in rest if place.trail == first.trail][-1:]
    for place in reversed(rest) if new else ():
        run = at(root, place.trail).runs[place.run]
        pieces = [cut(run, 0, place.start, documents)]
        pieces.append(msgspec.structs.replace(cut(run, place.start, place.end, documents), struck=entry.id))
        if place in last:
            begun = next(one for one in rest if one.trail == place.trail)
            pieces += (*apart(root, begun, new[0].text, entry.id), *new)
        pieces.append(cut(run, place.end, len(run.text), documents))
        root = with_pieces(root, place, pieces)
    for trail in clauses:
        root = put(root, trail, struck(at(root, trail), entry.id))
    return Applied(root, tuple(dict.fromkeys(place.trail for place in places)))


def fills(root: Passage, trail: Trail, places: Sequence[Place]) -> bool:
    """Whether places hold all words that stand in a passage and under it."""
    held = {(place.trail, place.run): place for place in places}
    for stretch in folded(root, trail).stretches:
        place = held.get((stretch.trail, stretch.run))
        if place is None or stretch.offsets[0] < place.start or place.end <= stretch.offsets[-1]:
            return False
    return True


def with_pieces(root: Passage, place: Place, pieces: Sequence[Run]) -> Passage:
    """The tree with a run exchanged for pieces of it."""
    passage = at(root, place.trail)
    runs = (
        *passage.runs[: place.run],
        *(piece for piece in pieces if piece.text or piece.lacuna),
        *passage.runs[place.run + 1 :],
    )
    return put(root, place.trail, msgspec.structs.replace(passage, runs=runs))
