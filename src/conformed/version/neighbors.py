"""Where a new provision stands: among those of its rank, by number, letter or the alphabet.

In: the text, and the address of the new provision.  Out: what it stands under, and its place there.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis import FindingKind
from conformed.instrument import Path, ProvisionKind
from conformed.instrument.numbers.ordinals import ordinal
from conformed.instrument.numbers.sections import figures
from conformed.ledger import Entry
from conformed.version.locate import candidates, locate
from conformed.version.outcome import refuse
from conformed.version.passage import Passage, Trail, at, key, walk


def place(root: Passage, target: Path, entry: Entry) -> tuple[Trail, int]:
    """The parent under which a new provision stands, and its place among the children."""
    siblings = _siblings(root, target)
    if not siblings:
        return _first_of_its_kind(root, target, entry)
    style = _style(target, [passage.address for _, passage in siblings]) if target.steps else ""
    own = _rank(target, style)
    ranks = [(_rank(_own_address(passage), style), trail) for trail, passage in siblings]
    before = [one for one in ranks if one[0] < own]
    if before:
        highest = max(rank for rank, _ in before)
        last = [trail for rank, trail in before if rank == highest]
        if target.section and not target.steps and target.term is None and len({trail[:-1] for trail in last}) > 1:
            says = f"{len(last)} provisions are numbered {at(root, last[0]).path}; behind which of them {target} goes is not said."
            raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=candidates(root, tuple(last)))
        return last[-1][:-1], _behind(root, last[-1])
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
    if target.term is not None and not target.steps:
        return _definitions(root, target)
    found = []
    part = key(target)[0]
    above = key(target.above() or Path())[:-1]
    for trail, passage in walk(root, within_struck=False):
        if not passage.path or not trail or passage.key[0] != part:
            continue
        address = passage.address
        if target.steps:
            same = len(address.steps) == len(target.steps) and passage.key[:-2] == above
        else:
            same = _series(address, target)
        if same:
            found.append((trail, passage))
    return found


def _definitions(root: Passage, target: Path) -> list[tuple[Trail, Passage]]:
    """The definitions of the section that a new one is for, or below it; with no section those of the longest list."""
    part, section, *_ = key(target)
    every = [
        (trail, passage)
        for trail, passage in walk(root, within_struck=False)
        if passage.kind is ProvisionKind.DEFINITION and passage.key[0] == part and passage.label.startswith("#")
    ]
    if target.section is not None:
        own = [one for one in every if one[1].key[1] == section]
        around = locate(root, msgspec.structs.replace(target, term=None)).trails
        return own or [one for one in every if len(around) == 1 and one[0][: len(around[0])] == around[0]]
    lists: dict[Trail, list[tuple[Trail, Passage]]] = {}
    for trail, passage in every:
        lists.setdefault(trail[:-1], []).append((trail, passage))
    return max(lists.values(), key=len, default=[])


def _series(address: Path, target: Path) -> bool:
    """Whether two sections are of one series: 2.07 and 2.08, 6 and 7, Article V and Article VI."""
    if not address.section or not target.section or address.steps or address.term is not None:
        return False
    article = target.section.startswith("Article")
    if article or address.section.startswith("Article"):
        return article and address.section.startswith("Article")
    return address.section.rpartition(".")[0] == target.section.rpartition(".")[0]


def _rank(path: Path, style: str) -> tuple[object, ...]:
    if path.steps:
        return (dict(_counts(path)).get(style, 0),)
    if path.term is not None:
        return (re.sub(r"[^a-z0-9 ]", "", path.term.lower()),)
    return figures((path.section or "").removeprefix("Article "))


def _own_address(passage: Passage) -> Path:
    """The address of a passage; that of a term is the whole of it, though "Mill(s)" ends as a clause does."""
    return Path(term=passage.label[1:]) if passage.label.startswith("#") else passage.address


def _counts(path: Path) -> tuple[tuple[str, int], ...]:
    return ordinal(path.steps[-1].strip("()"))


def _style(target: Path, siblings: Sequence[Path]) -> str:
    """How the clauses of a list are counted: the reading of the new one's label that most of the others share."""
    others = [dict(_counts(one)) for one in siblings]
    return max((style for style, _ in _counts(target)), key=lambda style: sum(style in one for one in others))


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
