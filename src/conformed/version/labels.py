"""Quoted words that hold the label of a clause: `or (iii) cure the default`.

The label of a clause is none of its words.  Where words that are quoted hold labels of clauses that run in, these clauses
are taken into the words of the paragraph around them, so that the words stand there as they are printed.
"""

import msgspec

from conformed.basis.pattern import pattern
from conformed.version.fold import folded
from conformed.version.new_text import Documents
from conformed.version.passage import Passage, Run, Trail, at, put
from conformed.version.tails import last_of_paragraph

_LABEL = pattern(r"\(\w{1,5}\)")


def taken_in(root: Passage, trail: Trail, words: str, documents: Documents) -> Passage:
    """The text with the clauses taken in whose labels stand within `words` in the passage at `trail`.

    It is unchanged where the words stand there without, not just once, or only with what is none of a paragraph.
    """
    if not _LABEL.search(words) or folded(root, trail).find(words):
        return root
    text = folded(root, trail, labels=True)
    places = text.find(words)
    if len(places) != 1:
        return root
    labelled = [place.trail for place in text.places(*places[0]) if place.run < 0]
    made = root
    for below in reversed(labelled):
        joined = _joined(made, below, documents)
        if joined is None:
            return root
        made = joined
    return made


def _joined(root: Passage, trail: Trail, documents: Documents) -> Passage | None:
    """The text with a clause taken into what stands before it in its paragraph."""
    clause, parent = at(root, trail), at(root, trail[:-1])
    label = _label(clause, documents)
    standing = [place for place in range(trail[-1]) if parent.children[place].struck is None]
    before = last_of_paragraph(parent.children[standing[-1]], (*trail[:-1], standing[-1])) if standing else trail[:-1]
    if label is None or before is None or clause.struck is not None:
        return None
    children = (*parent.children[: trail[-1]], *clause.children, *parent.children[trail[-1] + 1 :])
    root = put(root, trail[:-1], msgspec.structs.replace(parent, children=children))
    blank, around = Run(" ", None, clause.added), at(root, before)
    runs = (*around.runs, *((blank,) if around.runs else ()), label, blank, *clause.runs)
    return put(root, before, msgspec.structs.replace(around, runs=runs))


def _label(clause: Passage, documents: Documents) -> Run | None:
    """The label of a clause as words with their place in the file; None where it has another by now, or a caption."""
    document = documents.get(clause.span.document) if clause.span is not None else None
    if clause.span is None or document is None or clause.numbers or clause.caption:
        return None
    begun = document.reading.at(clause.span.start)
    end = begun + len(clause.number)
    if document.reading.text[begun:end] != clause.number:
        return None
    return Run(clause.number, document.span(begun, end), clause.added)
