"""Whole provisions are restated, struck or added.

Struck text stays as struck; the number of a deleted provision stays on the page, since others refer to it.  A
new provision goes where its number, letter or term puts it among its neighbours.
"""

import re
from collections.abc import Mapping

import msgspec

from conformed.basis import FindingKind
from conformed.document import Document
from conformed.instrument import Path, ProvisionKind
from conformed.instrument.numbering import ordinal
from conformed.instrument.sections import figures
from conformed.language import Text
from conformed.ledger import Entry
from conformed.version.locate import candidates, key, locate
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, insert, parsed, put, struck, walk

Documents = Mapping[str, Document]


def delete_provision(root: Passage, trail: Trail, entry: Entry, by: str) -> Applied:
    """Strike the passage at `trail`; its number stays with a note of ours."""
    gone = struck(at(root, trail), entry.id)
    what = f"“{gone.label[1:]}” " if gone.kind is ProvisionKind.DEFINITION else ""
    note = Run(f"{what}[Deleted by {by}]", None, entry.id, ours=True)
    return Applied(put(root, trail, msgspec.structs.replace(gone, runs=(*gone.runs, note))), (trail,))


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
    root = insert(put(root, trail, struck(old, entry.id)), trail[:-1], trail[-1] + 1, (gap,))
    says = f"{old.path} is replaced by a text that {by} says is attached; the copy to hand does not hold it."
    return Applied(root, ((*trail[:-1], trail[-1] + 1),), lacuna=says)


def replace_provision(root: Passage, trail: Trail, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Strike the passage at `trail` and put the new text behind it, under its number."""
    old = at(root, trail)
    parent = at(root, trail[:-1])
    if foreign := _foreign(old, new):
        says = f"The new text of {old.path} holds other provisions ({', '.join(foreign[:4])}), as if a page had slipped in; it was not applied."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    restated = _parsed(new, parent.path if parent.path != "*" else "", entry.id, documents)
    restated = _numbered_like(old, restated, new, entry.id)
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


def _parsed(new: Text, parent: str, entry: str, documents: Documents) -> tuple[Passage, ...]:
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    return parsed(document, start, end, parent, entry)


def _numbered_like(old: Passage, restated: tuple[Passage, ...], new: Text, entry: str) -> tuple[Passage, ...]:
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
    if old.kind is ProvisionKind.PART:
        body = tuple(_under(passage, old.path, first=True) for passage in restated)
        return (msgspec.structs.replace(old, numbers=(), added=entry, struck=None, runs=(), children=body),)
    first = restated[0]
    if (
        key(first.address) == key(old.address)
        or first.label == old.label
        or (first.kind is old.kind and _same_number(first, old))
    ):
        return (msgspec.structs.replace(first, path=old.path, label=old.label), *restated[1:])
    if first.kind is ProvisionKind.DEFINITION and old.kind is ProvisionKind.DEFINITION:
        return restated
    if first.kind in {ProvisionKind.PARAGRAPH, ProvisionKind.DEFINITION}:
        children = (*first.children, *(_under(passage, old.path, first=False) for passage in restated[1:]))
        whole = msgspec.structs.replace(
            first, kind=old.kind, label=old.label, path=old.path, number=old.number, children=children
        )
        return (whole,)
    children = tuple(_under(passage, old.path, first=False) for passage in restated)
    return (Passage(old.kind, old.label, old.path, old.number, added=entry, children=children),)


def _same_number(one: Passage, other: Passage) -> bool:
    return re.sub(r"[\s.]", "", one.label) == re.sub(r"[\s.]", "", other.label)


def _under(passage: Passage, parent: str, *, first: bool) -> Passage:
    """A passage with the address that it has under `parent`."""
    if not passage.path:
        return msgspec.structs.replace(
            passage, children=tuple(_under(child, parent, first=first) for child in passage.children)
        )
    path = (
        f"{parent}/{passage.path}"
        if first
        else f"{parent}{passage.label}"
        if passage.label.startswith("(")
        else passage.path
    )
    children = tuple(_under(child, path if not first else parent, first=first) for child in passage.children)
    return msgspec.structs.replace(passage, path=path, children=children)


def add_provision(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """Put a new provision where its address puts it."""
    target = entry.operation.target
    slip = None
    if locate(root, target).trails:
        slip = f"A provision {target} stands already; the new one was added beside it, as ordered."
    if target.part and not target.section and not target.steps and target.term is None:
        return _add_part(root, entry, new, documents)
    trail, place = _place(root, target, entry)
    parent = at(root, trail)
    under = (
        parent.path
        if parent.path not in {"*", ""}
        and not (parent.kind is ProvisionKind.ARTICLE or parent.kind is ProvisionKind.PART)
        else ""
    )
    added = _parsed(new, under, entry.id, documents)
    added = _addressed(added, target, new, entry.id)
    root = insert(root, trail, place, added)
    return Applied(root, tuple((*trail, place + turn) for turn in range(len(added))), slip)


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
        children = (*first.children, *(_under(passage, path, first=False) for passage in added[1:]))
        number = Run(f"{label} ", None, entry)
        return (
            msgspec.structs.replace(
                first, kind=kind, label=label, path=path, number=number.text.strip(), children=children
            ),
        )
    if first.label == label or _same_number(first, Passage(kind, label, path)):
        children = tuple(
            _under(child, path, first=False) if child.label.startswith("(") else child
            for child in first.children
        )
        return (msgspec.structs.replace(first, path=path, children=children), *added[1:])
    if first.kind is ProvisionKind.DEFINITION and target.term is not None:
        return (msgspec.structs.replace(first, path=path, label=label), *added[1:])
    return added


def _place(root: Passage, target: Path, entry: Entry) -> tuple[Trail, int]:
    """The parent under which a new provision stands, and its place among the children."""
    siblings = _siblings(root, target)
    if not siblings:
        return _first_of_its_kind(root, target, entry)
    before = [trail for trail, passage in siblings if _rank(passage, target) < _rank_of(target)]
    if before:
        last = before[-1]
        return last[:-1], _behind(root, last)
    first = siblings[0][0]
    return first[:-1], first[-1]


def _behind(root: Passage, trail: Trail) -> int:
    """The place behind a passage and what restates it there."""
    parent = at(root, trail[:-1])
    place = trail[-1] + 1
    path = at(root, trail).path
    while (
        place < len(parent.children)
        and parent.children[place].path in {path, ""}
        and parent.children[place].kind is not ProvisionKind.PART
    ):
        if parent.children[place].path == "" and parent.children[place].kind is not ProvisionKind.ROW:
            break
        place += 1
    return place


def _siblings(root: Passage, target: Path) -> list[tuple[Trail, Passage]]:
    """The provisions of the same rank: other terms of the section, other clauses, other sections of the series."""
    found = []
    for trail, passage in walk(root):
        if not passage.path or not trail:
            continue
        address = passage.address
        if (address.part or "").lower() != (target.part or "").lower():
            continue
        if target.steps:
            same = len(address.steps) == len(target.steps) and key(_up(address)) == key(_up(target))
        elif target.term is not None:
            same = (
                address.term is not None
                and not address.steps
                and passage.kind is ProvisionKind.DEFINITION
                and (
                    target.section is None
                    or key(Path(section=address.section)) == key(Path(section=target.section))
                )
            )
        else:
            same = _series(address, target)
        if same:
            found.append((trail, passage))
    return found


def _up(path: Path) -> Path:
    return path.above() or Path()


def _series(address: Path, target: Path) -> bool:
    """Whether two sections are of one series: 2.07 and 2.08, 6 and 7, Article V and Article VI."""
    if not address.section or not target.section or address.steps or address.term is not None:
        return False
    article = target.section.startswith("Article")
    if article or address.section.startswith("Article"):
        return article and address.section.startswith("Article")
    return address.section.rpartition(".")[0] == target.section.rpartition(".")[0]


def _rank(passage: Passage, target: Path) -> tuple[object, ...]:
    address = passage.address
    if target.steps:
        styles = dict(ordinal(address.steps[-1].strip("()")))
        return (styles.get(_style(target), 0),)
    return _rank_of(address)


def _rank_of(path: Path) -> tuple[object, ...]:
    if path.steps:
        return (dict(ordinal(path.steps[-1].strip("()"))).get(_style(path), 0),)
    if path.term is not None:
        return (re.sub(r"[^a-z0-9 ]", "", path.term.lower()),)
    section = (path.section or "").removeprefix("Article ")
    letter = re.search(r"[A-Z]+$", section) if section[:1].isdigit() else None
    return (*figures(section), letter[0] if letter else "")


def _style(path: Path) -> str:
    return ordinal(path.steps[-1].strip("()"))[0][0]


def _first_of_its_kind(root: Passage, target: Path, entry: Entry) -> tuple[Trail, int]:
    """Where the first clause, term or section of a series stands: at the end of what is around it."""
    above = target.above()
    if above is None or (above.section is None and above.part is None):
        if target.section and "." in target.section and (outer := _container(root, target)) is not None:
            return outer, len(at(root, outer).children)
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"No place for {target} was found: no provision of its series stands.",
        )
    if above.part and not above.section and target.section:
        inner = _container(root, target)
        if inner is not None:
            return inner, len(at(root, inner).children)
    found = locate(root, above)
    if len(found.trails) == 1:
        children = at(root, found.trails[0]).children
        parts = (
            place
            for place, child in enumerate(children)
            if child.kind is ProvisionKind.PART and target.part != child.path
        )
        return found.trails[0], next(parts, len(children))
    if found.trails:
        says = f"{len(found.trails)} provisions are numbered {above}; which of them {target} goes under is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=candidates(root, found.trails))
    raise refuse(entry, FindingKind.NOT_FOUND, f"{above}, under which {target} is to stand, was not found.")


def _container(root: Passage, target: Path) -> Trail | None:
    """The section or article that holds a series: 7 or Article VII for 7.3."""
    head = (target.section or "").rpartition(".")[0]
    for section in (head, f"Article {head}"):
        found = locate(root, Path(part=target.part, section=section)).trails if head else ()
        if len(found) == 1:
            return found[0]
    return None


def _add_part(root: Passage, entry: Entry, new: Text, documents: Documents) -> Applied:
    """A new exhibit or schedule stands behind those that are there."""
    target = entry.operation.target
    body = _parsed(new, "", entry.id, documents)
    part = Passage(
        ProvisionKind.PART,
        str(target),
        str(target),
        str(target),
        added=entry.id,
        children=tuple(_under(one, str(target), first=True) for one in body),
    )
    return Applied(insert(root, (), len(root.children), (part,)), ((len(root.children),),))
