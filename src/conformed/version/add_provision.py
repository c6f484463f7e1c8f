"""A provision is added: it goes where its number, letter or term puts it among its neighbors."""

import msgspec

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.basis.stops import JOINING
from conformed.instrument import Path, ProvisionKind
from conformed.language import Text, reserved
from conformed.ledger import Entry
from conformed.version.locate import in_midst, locate
from conformed.version.neighbors import place
from conformed.version.new_text import (
    Documents,
    new_part,
    new_passages,
    numbered,
    same_number,
    under,
    within,
)
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, at, insert, is_gap, key, put, standing, struck
from conformed.version.tails import apart, gone_on, in_sentence

_CUT_OFF = pattern(r"[^\s.,;:!?\"”’)\]][\"”’)\]]*\s*\Z")
_CAPTION_ALONE = pattern(r"\s*\(\w{1,4}\)\s*[A-Z][\w’'-]*(?:\s[\w’'&-]+){0,4}\.\s*")
_JOINS_NEXT = pattern(rf"\b{JOINING}\s*\Z")
_JOINED = pattern(rf"{JOINING}\b")


def add_provision(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Put a new provision where its address puts it."""
    target = entry.operation.target
    root, slip = _vacated(root, target, entry.id)
    if target.part and not target.section and not target.steps and target.term is None:
        return _add_part(root, entry, new, documents)
    target = _as_printed(root, target)
    trail, first = place(root, target, entry)
    if first:
        root = apart(root, (*trail, first - 1), entry, documents)
    parent = at(root, trail)
    if target.steps and first and _is_cut_off(parent.children[first - 1 :]):
        says = f"What stands before the new {target} is a caption or ends with no point, and goes on behind it; where the new one goes is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    above = (
        parent.path
        if parent.path not in {"*", ""}
        and not (parent.kind is ProvisionKind.ARTICLE or parent.kind is ProvisionKind.PART)
        else ""
    )
    added = new_passages(new, above, entry.id, documents)
    added = _running_in(_addressed(added, target, new, entry.id, documents), parent.children[:first])
    added = within(added, target.part)
    if added[0].run_in and len(added) == 1:
        root, one = gone_on(root, (*trail, first - 1), added[0], entry, documents)
        added = (one,)
    if slip is None and _ends_early(added, at(root, trail).children[first:]):
        slip = f"The new {target} ends in a point, and the sentence around the list goes on behind it."
    root = insert(root, trail, first, added)
    return Applied(root, tuple((*trail, first + turn) for turn in range(len(added))), slip)


def _vacated(root: Passage, target: Path, entry: str) -> tuple[Passage, str | None]:
    """The text in which what only keeps the number of `target` gives way, and a slip where more stands under it."""
    found = locate(root, target)
    taken: str | None = None
    for trail in (*found.trails, *found.struck):
        there = at(root, trail)
        if target.term is None and there.address.steps != target.steps:
            continue  # a clause that may be spoken of so: 4(B), where a section 4B is added
        kept = there.key == key(target) and (reserved(standing(there)) or is_gap(there))
        if there.struck or kept:
            root = put(root, trail, struck(there, entry))
        else:
            taken = there.path
    if taken is None:
        return root, None
    stands = f"“{target.term}” is defined already, in {taken}" if target.term else f"A provision {taken} stands already"
    return root, f"{stands}; the new one was added beside it, as ordered."


def _as_printed(root: Passage, target: Path) -> Path:
    """The address of a new clause under the address that the text gives to what it stands under."""
    above = target.above() if target.steps and not target.place else None
    if above is None:
        return target
    midst = in_midst(root, above)
    found = (midst[0],) if midst else locate(root, above).trails
    if len(found) != 1:
        return target
    address = at(root, found[0]).address
    return msgspec.structs.replace(address, steps=(*address.steps, target.steps[-1]))


def _addressed(
    added: tuple[Passage, ...], target: Path, new: Text, entry: str, documents: Documents
) -> tuple[Passage, ...]:
    """New passages with the address that the order gives them; one without number bears that of the order."""
    bears = _bearing(target)
    if not added:
        return (msgspec.structs.replace(bears, added=entry, runs=(Run(new.words, new.span, entry),)),)
    first = added[0]
    if first.label == bears.label or same_number(first, bears):
        children = tuple(
            under(child, bears.path, first=False) if child.label.startswith("(") else child
            for child in first.children
        )
        return (msgspec.structs.replace(first, path=bears.path, children=children), *added[1:])
    if (whole := numbered(new, bears, entry, documents)) is not None:
        return (whole,)
    if first.kind is ProvisionKind.PARAGRAPH and target.term is None:
        children = (*first.children, *(under(passage, bears.path, first=False) for passage in added[1:]))
        return (
            msgspec.structs.replace(
                first,
                kind=bears.kind,
                label=bears.label,
                path=bears.path,
                number=bears.label,
                children=children,
            ),
        )
    if first.kind is ProvisionKind.DEFINITION and target.term is not None:
        return (msgspec.structs.replace(first, path=bears.path, label=bears.label), *added[1:])
    return added


def _running_in(added: tuple[Passage, ...], before: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """A clause goes on in the sentence of a list that runs in, where that has not ended, or "or" stands before its label."""
    if not (before and before[-1].run_in and (_JOINED.match(added[0].number) or in_sentence(before[-1]))):
        return added
    return (msgspec.structs.replace(added[0], run_in=True), *added[1:])


def _is_cut_off(beside: tuple[Passage, ...]) -> bool:
    """Whether a clause, and all under it, is but a caption or ends with no point or "and", and a paragraph of no address follows: a page may end there."""
    last, *behind = beside
    follows = next((one for one in behind if one.struck is None), None)
    flush = follows is not None and follows.kind is ProvisionKind.PARAGRAPH and not follows.run_in
    words = standing(last)
    stops = not _CUT_OFF.search(words) or _JOINS_NEXT.search(words) or words.endswith("]")  # "[Reserved]" is whole
    return flush and not last.struck and not (stops and not _CAPTION_ALONE.fullmatch(words))


def _ends_early(added: tuple[Passage, ...], behind: tuple[Passage, ...]) -> bool:
    """Whether a new clause ends a sentence that goes on behind the list."""
    return (
        bool(behind)
        and behind[0].kind is ProvisionKind.PARAGRAPH
        and (standing(added[-1]).endswith(".") and standing(behind[0])[:1].islower())
    )


def _bearing(target: Path) -> Passage:
    """An empty passage that bears an address."""
    if target.steps:
        return Passage(ProvisionKind.CLAUSE, target.steps[-1], str(target))
    if target.term is not None:
        return Passage(ProvisionKind.DEFINITION, f"#{target.term}", str(target))
    return Passage(ProvisionKind.SECTION, target.section or "", str(target))


def _add_part(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """A new exhibit or schedule stands behind those that are there."""
    target = entry.operation.target
    name = str(target)
    part = new_part(Passage(ProvisionKind.PART, name, name, name), new, entry.id, documents)
    return Applied(insert(root, (), len(root.children), (part,)), ((len(root.children),),))
