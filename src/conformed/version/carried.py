"""Words of an amendment that a later one changes, where the agreement holds them.

`Section 1 of Amendment No. 1 is amended by replacing "ten" with "six"`: the words that Amendment No. 1 put into the agreement
are the same as those that stand in it.  They are found in its own text, exactly once in the provision that is named, and
from there in the agreement by where they come from; where that holds them no more, or never did, nothing is changed.
"""

from collections.abc import Iterator

import msgspec

from conformed.document import Document
from conformed.language import Action, Interpretation, Operation
from conformed.ledger import Chain, Entry
from conformed.version.fold import Place, folded
from conformed.version.locate import locate
from conformed.version.passage import Passage, at, cut, passages, walk

_WORDS = {Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT}


def carried(root: Passage, entry: Entry, chain: Chain) -> Place | None:
    """Where the agreement holds the words of an earlier amendment that an entry changes; None where that is not certain."""
    operation = entry.operation
    target, words = operation.target, _words(operation)
    if target.document is None or target.place is not None or words is None or chain.agreement is None:
        return None
    reads = _called(target.document, entry.link, chain)
    if len(reads) != 1:
        return None
    instrument = reads[0].instrument
    own = passages(instrument.document, instrument.root)
    path = msgspec.structs.replace(target, document=None)
    trails = ((),) if path.whole else locate(own, path).trails
    text = folded(own, trails[0]) if len(trails) == 1 else None
    found = text.find(words) if text else []
    places = text.places(*found[0]) if text and len(found) == 1 else []
    if len(places) != 1:
        return None
    run = at(own, places[0].trail).runs[places[0].run]
    piece = cut(run, places[0].start, places[0].end, {instrument.document.id: instrument.document})
    held = [*_held(root, instrument.document, piece.span.start, piece.text)] if piece.span else []
    return held[0] if len(held) == 1 else None


def _called(name: str, by: str, chain: Chain) -> list[Interpretation]:
    """The instruments of a name, the one that calls them so left out; where the agreement was restated, those since or before as it is."""
    state = next(link.state for link in chain.links if link.id == by)
    called = [link for link in chain.links if link.id != by and link.read and link.is_called(name)]
    beside = [link for link in called if link.state == state]
    return [link.read for link in beside or called if link.read]


def _words(operation: Operation) -> str | None:
    """The words of the earlier amendment by which an operation says where it bears."""
    told = [words for words in (operation.old, operation.after, operation.before) if words]
    sure = len(told) == 1 and told[0] not in {"$", "^"} and operation.occurrence is None and not (operation.closing or operation.to_end_of)
    return told[0] if sure and operation.action in _WORDS else None


def _held(root: Passage, document: Document, start: int, words: str) -> Iterator[Place]:
    """Where words that stand at `start` of a document's file stand in a text that was made of it."""
    begins = document.reading.at(start)
    for trail, passage in walk(root, within_struck=False):
        for number, run in enumerate(passage.runs):
            if run.struck is not None or run.span is None or run.span.document != document.id:
                continue
            begun = begins - document.reading.at(run.span.start)
            if begun >= 0 and run.text[begun : begun + len(words)] == words:
                yield Place(trail, number, begun, begun + len(words))
