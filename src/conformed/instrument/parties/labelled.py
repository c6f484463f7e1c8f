"""The parties that a form names by labels: "OWNER: Alder, Inc.", or “Contractor”: with the name on the lines below.

In: the cells of the form's head.  Out: the parties in their order, each with the label as its role.  Afterwards a party has a
role only where its name stands next behind a label that has no other, or where one label tells of several who act jointly:
lines of two columns may run into one another.
"""

import itertools
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.labels import Cell
from conformed.instrument.marks import Party
from conformed.instrument.parties.entity import acts
from conformed.instrument.parties.party_words import COMPANY, SUFFIX

_NAME = pattern(r"[A-Z(][A-Z&.,'’() -]+")  # a line of a name in capitals, over the lines of its address
_JOINTLY = pattern(r"jointly", ENGLISH)
_ENDED = pattern(r"[\s,]([\w.]+)$")


def labelled(document: Document, form: Sequence[Cell]) -> tuple[Party, ...]:
    """The parties that the labels of a form tell."""
    found: list[Party] = []
    waiting: list[str] = []  # labels whose names are still to come
    begun: list[Cell] = []  # lines of a name that is broken
    jointly: str | None = None
    told = False
    for cell, behind in itertools.zip_longest(form, form[1:]):
        if cell.name:
            begun = []
            if acts(cell.name):
                told = True
                if cell.value[:1].isupper():
                    found.append(_party(document, cell.value, cell.start, cell.start + len(cell.value), cell.name))
                else:
                    waiting.append(cell.name)
                    jointly = cell.name if _JOINTLY.match(cell.value) else jointly
            continue
        begun = [*begun, cell] if told and _NAME.fullmatch(cell.value) else []
        name = " ".join(one.value for one in begun)
        if begun and _is_whole(name) and not (behind and SUFFIX.fullmatch(behind.value)):
            role = waiting.pop(0) if waiting else jointly
            found.append(_party(document, name, begun[0].start, cell.start + len(cell.value), role))
            begun = []
    return tuple(found)


def _is_whole(name: str) -> bool:
    """Whether a name ends as that of a company does."""
    last = _ENDED.search(name)
    return last is not None and SUFFIX.fullmatch(last[1]) is not None and COMPANY.search(name) is not None


def _party(document: Document, name: str, start: int, end: int, label: str | None) -> Party:
    role = label.title() if label and label.isupper() else label
    return Party(name, (role,) if role else (), role, None, None, document.span(start, end))
