"""The words that lead in to the clauses of a provision are restated; the clauses stay.

An order may name them ("the introductory clause of Section 7.5"), or restate a provision to words that end in a colon and
hold no clause, where those that stand under it are surely to stay: the instrument speaks of them.
"""

from collections.abc import Iterable

import msgspec

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import Path
from conformed.language import Action, Operation, Text
from conformed.ledger import Entry
from conformed.version.apply_provisions import in_place, numbered_like
from conformed.version.apply_rest import apply_within
from conformed.version.fold import Place, folded
from conformed.version.locate import locate
from conformed.version.new_text import Documents, new_passages
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Trail, at, put, walk

_WORDS = {Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT}
_LEADS_IN = pattern(r":[\s\"”]*$")
_LEAD_IN = pattern(r"introductory \w+|lead-?in")


def meant(root: Passage, entry: Entry, entries: Iterable[Entry], documents: Documents) -> Entry:
    """The entry as one that restates a lead-in only, where its new text is one; refused where that is not certain."""
    operation = entry.operation
    target, new = operation.target, operation.new
    if operation.action is not Action.REPLACE_PROVISION or new is None or not _LEADS_IN.search(new.words):
        return entry
    lead_in = msgspec.structs.replace(
        entry,
        operation=msgspec.structs.replace(operation, target=msgspec.structs.replace(target, place="lead-in")),
    )
    if target.place == "clause":
        return lead_in
    found = locate(root, target).trails if target.place is None else ()
    if len(found) != 1 or not found[0] or not _leaves_clauses(at(root, found[0]), new, documents):
        return entry
    if any(one.link == entry.link and _beneath(one.operation.target, target) for one in entries):
        return lead_in
    says = f"The new text of {target} ends in a colon and holds none of the clauses that stand there; whether they stay is not said."
    raise refuse(entry, FindingKind.AMBIGUOUS, says)


def names_lead_in(operation: Operation) -> bool:
    """Whether an operation bears on what stands before the clauses of a provision."""
    return bool(operation.target.place and _LEAD_IN.fullmatch(operation.target.place))


def apply_to_lead_in(root: Passage, trail: Trail, entry: Entry, documents: Documents) -> Applied:
    """Restate what stands in the passage at `trail` before its clauses, or change words of it."""
    action = entry.operation.action
    if action is Action.REPLACE_PROVISION and entry.operation.new is not None:
        return replace_lead_in(root, trail, entry, documents)
    passage = at(root, trail)
    first = _before_clauses(passage)
    own = len(trail) + 1
    within = [
        place
        for stretch in folded(root, trail).stretches
        for place in (Place(stretch.trail, stretch.run, 0, len(stretch.words)),)
        if first is None or len(place.trail) < own or place.trail[own - 1] < first
    ]
    if action not in _WORDS or not within:
        says = f"What stands before the clauses of {passage.path or entry.operation.target} was not found."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    return apply_within(root, trail, entry, documents, within)


def replace_lead_in(root: Passage, trail: Trail, entry: Entry, documents: Documents) -> Applied:
    """Strike what stands in the passage at `trail` before its clauses and put the new text there."""
    new = entry.operation.new
    assert new is not None
    old, parent = at(root, trail), at(root, trail[:-1])
    count = _before_clauses(old)
    if count is None or (old.children[count].run_in and not _LEADS_IN.search(new.words)):
        says = f"Where the introductory words of {old.path} end is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS if count is not None else FindingKind.NOT_FOUND, says)
    restated = new_passages(new, parent.path if parent.path != "*" else "", entry.id, documents)
    restated = numbered_like(old, restated, new, entry.id, documents)
    if len(restated) > 1 or any(one.path for one in restated[0].children):
        says = f"The new introductory words of {old.path} hold clauses; which of those that stand they replace is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    whole = msgspec.structs.replace(restated[0], children=(*restated[0].children, *old.children[count:]))
    root = put(root, trail, msgspec.structs.replace(old, children=old.children[:count]))
    return in_place(root, trail, entry, (whole,))


def _leaves_clauses(old: Passage, new: Text, documents: Documents) -> bool:
    """Whether clauses stand in a passage and none, on a line of its own, in its new text."""
    _, *below = (one for top in new_passages(new, "", "", documents) for _, one in walk(top))
    return _before_clauses(old) is not None and not any(one.path and not one.run_in for one in below)


def _before_clauses(passage: Passage) -> int | None:
    """How many paragraphs stand under a passage before its first clause; None where no clause stands."""
    standing = (place for place, child in enumerate(passage.children) if child.path and child.struck is None)
    return next(standing, None)


def _beneath(path: Path, around: Path) -> bool:
    """Whether an address is that of a clause of what another names."""
    above = msgspec.structs.replace(path, steps=path.steps[: len(around.steps)], place=None, inner=())
    return len(path.steps) > len(around.steps) and above == around
