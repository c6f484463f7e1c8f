"""Whole provisions are restated or struck.

Struck text stays as struck; the number of a deleted provision stays on the page, since others refer to it.
"""

import re

import msgspec

from conformed.basis import FindingKind
from conformed.instrument import ProvisionKind, parse
from conformed.instrument.numbers.sections import figures
from conformed.language import Text
from conformed.ledger import Entry
from conformed.version.new_text import Documents, new_part, new_passages, numbered, same_number, under, within
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, insert, passages, put, struck
from conformed.version.tails import closed


def delete_provision(root: Passage, trail: Trail, entry: Entry, by: str) -> Applied:
    """Strike the passage at `trail`; its number stays with a note of ours."""
    gone = struck(at(root, trail), entry.id)
    what = f"“{gone.label[1:]}” " if gone.kind is ProvisionKind.DEFINITION else ""
    note = Run(f"{what}[Deleted by {by}]", None, entry.id, ours=True)
    return Applied(put(root, trail, msgspec.structs.replace(gone, runs=(*gone.runs, note))), (trail,))


def restate_by_lacuna(root: Passage, entry: Entry, by: str) -> Applied:
    """Strike all of the text; what takes its place is attached to an instrument and not to hand."""
    old = tuple(struck(child, entry.id) for child in root.children)
    run = Run("", None, entry.id, lacuna="Text not to hand")
    gap = Passage(ProvisionKind.PARAGRAPH, "", "", added=entry.id, runs=(run,))
    says = f"The agreement is restated by a text that {by} says is attached; the copy to hand does not hold it."
    whole = msgspec.structs.replace(root, children=(*old, gap))
    return Applied(whole, ((len(old),),), lacuna=says)


def replace_by_lacuna(root: Passage, trail: Trail, entry: Entry, by: str) -> Applied:
    """Strike the passage at `trail`; what takes its place is attached to the instrument and not to hand."""
    old = at(root, trail)
    gap = Passage(
        old.kind,
        old.label,
        old.path,
        old.number,
        added=entry.id,
        runs=(Run("", None, entry.id, lacuna="Text not to hand"),),
    )
    says = f"{old.path} is replaced by a text that {by} says is attached; the copy to hand does not hold it."
    return msgspec.structs.replace(in_place(root, trail, entry, (gap,)), lacuna=says)


def replace_provision(root: Passage, trail: Trail, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Strike the passage at `trail` and put the new text behind it, under its number."""
    old = at(root, trail)
    parent = at(root, trail[:-1])
    if foreign := _foreign(old, new):
        says = f"The new text of {old.path} holds other provisions ({', '.join(foreign[:4])}), as if a page had slipped in; it was not applied."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    if old.kind is ProvisionKind.PART:
        part = Passage(ProvisionKind.PART, old.label, old.path, old.number, heading=old.heading)
        return in_place(root, trail, entry, (new_part(part, new, entry.id, documents),))
    restated = new_passages(new, parent.path if parent.path != "*" else "", entry.id, documents)
    *others, last = within(numbered_like(old, restated, new, entry.id, documents), old.address.part)
    return in_place(root, trail, entry, (*others, closed(last, old, entry, documents)))


def restate_agreement(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Strike all of the text and put that of a restatement, or of an annex that restates it, in its place."""
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    text = document.part(start, end)
    added = passages(text, parse(text).root, entry.id).children
    old = tuple(struck(child, entry.id) for child in root.children)
    trails = tuple((len(old) + turn,) for turn in range(len(added)))
    return Applied(msgspec.structs.replace(root, children=(*old, *added)), trails)


def in_place(root: Passage, trail: Trail, entry: Entry, restated: tuple[Passage, ...]) -> Applied:
    """Strike the passage at `trail` and put others behind it; a clause that runs in gives way to one that does."""
    old = at(root, trail)
    restated = tuple(
        msgspec.structs.replace(one, run_in=old.run_in) if turn == 0 else one
        for turn, one in enumerate(restated)
    )
    root = put(root, trail, struck(old, entry.id))
    place = trail[-1] + 1
    root = insert(root, trail[:-1], place, restated)
    return Applied(root, tuple((*trail[:-1], place + turn) for turn in range(len(restated))))


def _foreign(old: Passage, new: Text) -> list[str]:
    """The numbers in a new text of other sections of the agreement, before and behind the section that is restated."""
    if old.kind is not ProvisionKind.SECTION or "." not in old.label:
        return []
    found = re.findall(
        r"^[\"“]?((?:ARTICLE\s[IVXL\d]+)|\d{1,2}\.\d{1,2}(?=\s|\.\s))", new.words, re.MULTILINE
    )
    own = figures(old.label)
    return (
        [
            label
            for label in found
            if label.startswith("ARTICLE") or (figures(label)[: len(own)] != own and figures(label) < own)
        ]
        if found
        else []
    )


def numbered_like(
    old: Passage, restated: tuple[Passage, ...], new: Text, entry: str, documents: Documents
) -> tuple[Passage, ...]:
    """The restated passages under the number of the old one: text that bears no number stands behind it."""
    if not restated:
        return (
            Passage(
                old.kind,
                old.label,
                old.path,
                old.number,
                added=entry,
                runs=(Run(new.words, new.span, entry),),
            ),
        )
    first = restated[0]
    if (
        first.key == old.key
        or first.label == old.label
        or (first.kind is old.kind and same_number(first, old))
    ):
        return (msgspec.structs.replace(first, path=old.path, label=old.label), *restated[1:])
    if first.kind is ProvisionKind.DEFINITION and old.kind is ProvisionKind.DEFINITION:
        return restated
    if (whole := numbered(new, old, entry, documents)) is not None:
        return (whole,)
    if first.kind in {ProvisionKind.PARAGRAPH, ProvisionKind.DEFINITION}:
        children = (*first.children, *(under(passage, old.path, first=False) for passage in restated[1:]))
        whole = msgspec.structs.replace(
            first, kind=old.kind, label=old.label, path=old.path, number=old.number, children=children
        )
        return (whole,)
    children = tuple(under(passage, old.path, first=False) for passage in restated)
    return (Passage(old.kind, old.label, old.path, old.number, added=entry, children=children),)
