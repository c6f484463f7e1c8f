"""A provision is added: it goes where its number, letter or term puts it among its neighbors."""

import msgspec

from conformed.instrument import Path, ProvisionKind
from conformed.language import Text, reserved
from conformed.ledger import Entry
from conformed.version.locate import locate
from conformed.version.neighbors import place
from conformed.version.new_text import Documents, new_part, new_passages, same_number, under
from conformed.version.outcome import Applied
from conformed.version.passage import Passage, Run, at, insert, key, put, standing, struck


def add_provision(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Put a new provision where its address puts it."""
    target = entry.operation.target
    root, slip = _vacated(root, target, entry.id)
    if target.part and not target.section and not target.steps and target.term is None:
        return _add_part(root, entry, new, documents)
    trail, first = place(root, target, entry)
    parent = at(root, trail)
    above = (
        parent.path
        if parent.path not in {"*", ""}
        and not (parent.kind is ProvisionKind.ARTICLE or parent.kind is ProvisionKind.PART)
        else ""
    )
    added = new_passages(new, above, entry.id, documents)
    added = _addressed(added, target, new, entry.id)
    root = insert(root, trail, first, added)
    return Applied(root, tuple((*trail, first + turn) for turn in range(len(added))), slip)


def _vacated(root: Passage, target: Path, entry: str) -> tuple[Passage, str | None]:
    """The text in which what only keeps the number of `target` gives way, and a slip where more stands under it."""
    found = locate(root, target)
    taken = False
    for trail in (*found.trails, *found.struck):
        there = at(root, trail)
        if there.struck or (there.key == key(target) and reserved(standing(there))):
            root = put(root, trail, struck(there, entry))
        else:
            taken = True
    says = f"A provision {target} stands already; the new one was added beside it, as ordered."
    return root, says if taken else None


def _addressed(added: tuple[Passage, ...], target: Path, new: Text, entry: str) -> tuple[Passage, ...]:
    """New passages with the address that the order gives them; one without number bears that of the order."""
    label = (
        target.steps[-1]
        if target.steps
        else f"#{target.term}"
        if target.term is not None
        else target.section or ""
    )
    kind = (
        ProvisionKind.CLAUSE
        if target.steps
        else ProvisionKind.DEFINITION
        if target.term is not None
        else ProvisionKind.SECTION
    )
    path = str(target)
    if not added:
        return (Passage(kind, label, path, added=entry, runs=(Run(new.words, new.span, entry),)),)
    first = added[0]
    if first.kind is ProvisionKind.PARAGRAPH and target.term is None:
        children = (*first.children, *(under(passage, path, first=False) for passage in added[1:]))
        number = Run(f"{label} ", None, entry)
        return (
            msgspec.structs.replace(
                first, kind=kind, label=label, path=path, number=number.text.strip(), children=children
            ),
        )
    if first.label == label or same_number(first, Passage(kind, label, path)):
        children = tuple(
            under(child, path, first=False) if child.label.startswith("(") else child
            for child in first.children
        )
        return (msgspec.structs.replace(first, path=path, children=children), *added[1:])
    if first.kind is ProvisionKind.DEFINITION and target.term is not None:
        return (msgspec.structs.replace(first, path=path, label=label), *added[1:])
    return added


def _add_part(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """A new exhibit or schedule stands behind those that are there."""
    target = entry.operation.target
    name = str(target)
    part = new_part(Passage(ProvisionKind.PART, name, name, name), new, entry.id, documents)
    return Applied(insert(root, (), len(root.children), (part,)), ((len(root.children),),))
