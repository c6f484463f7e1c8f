"""A chosen text as one reads it on paper: with a cover, and with notes of its sources.

In: a text that is chosen of a matter.  Out: its `Copy`.  Afterwards the open points are those of the whole matter, under the numbers
that `conformed open` gives them, and the notes are those of the instruments that the text counts.
"""

import datetime

import msgspec

from conformed.chosen import Chosen
from conformed.views.beside import beside
from conformed.views.copy import Copy
from conformed.views.copy.cover import counted, cover
from conformed.views.copy.notes import noting
from conformed.views.copy.text import blocks_of
from conformed.views.front import front_of


def copied(of: Chosen) -> Copy:
    """The copy of a text, clean or a redline."""
    matter, root, day, marks = of.matter, of.version.root, of.choice.as_of, of.matter.marks()
    page = matter.page(of.day or datetime.date.min)
    shown = msgspec.structs.replace(of.version, root=of.shown([root])[0])
    notes = noting(matter.edition(page, shown), day, of.links, marks)
    front = front_of(matter.chain, of.links, day, [*of.says()], {marks[entry] for entry in of.now if entry in marks})
    said = beside(matter.chain, matter.entries, of.version, [root], day, of.links)
    whole = set(of.now) == {one.id for one in matter.entries}
    sections = cover(front, said, page, notes, redline=of.marked, whole=whole)
    return Copy(matter.chain.title, (front.asked, counted(sections, notes)), of.day, of.marked, sections, tuple(blocks_of(notes, redline=of.marked)))
