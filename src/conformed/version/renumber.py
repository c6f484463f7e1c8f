"""A provision gets another number.

The number that it had stays as struck and the new one as added, each with its place in its document; what stands
under the provision gets the address that follows.  The word printed before the number stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import parse_path
from conformed.language import Action, Text
from conformed.ledger import Entry
from conformed.version.locate import locate
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, is_gap, put, walk

_FIGURE = pattern(r"[^\s/()]+(?=\)*$)")  # the last of "Article VII", "7.3" and "2.10(c)"


def renumber(root: Passage, trail: Trail, entry: Entry, new: Text) -> Applied:
    """Give the passage at `trail` another number."""
    old = at(root, trail)
    label, path = _address(old, new.words)
    number = _printed(old, label)
    numbers = old.numbers or (Run(old.number, old.span, old.added),)
    numbers = tuple(
        msgspec.structs.replace(run, struck=entry.id) if run.struck is None else run for run in numbers
    )
    renamed = msgspec.structs.replace(
        _moved(old, old.path, path),
        label=label,
        number=number,
        numbers=(*numbers, Run(number, new.span, entry.id)),
    )
    return Applied(put(root, trail, renamed), (trail,))


def standing_before(root: Passage, trails: tuple[Trail, ...], link: str) -> tuple[Trail, ...]:
    """Of several provisions with one number, those that did not get it from the instrument `link` itself.

    An instrument that renumbers speaks of the numbers as they were before it.
    """
    kept = []
    for trail in trails:
        given = given_by(at(root, trail))
        if given is None or given.rpartition("-")[0] != link:
            kept.append(trail)
    return tuple(kept)


def given_by(passage: Passage) -> str | None:
    """The entry that gave a provision the number that it has; None where it was made with it."""
    return passage.numbers[-1].added if passage.numbers else passage.added


def moves_what_stood_before(root: Passage, entry: Entry, before: Iterable[Entry], *, to_hand: bool) -> None:
    """Refuse to renumber what another sentence of the instrument has just restated: the number meant the old text.

    So it is where the instrument added it and the agreement is not `to_hand`: whether another bore that number is not known.
    """
    operation = entry.operation
    trails = locate(root, operation.target).trails if operation.action is Action.RENUMBER else ()
    if not trails or standing_before(root, trails, entry.link):
        return
    by = {given_by(at(root, trail)) for trail in trails}
    puts_anew = {Action.REPLACE_PROVISION} if to_hand else {Action.REPLACE_PROVISION, Action.ADD_PROVISION}
    for one in (other.operation for other in before if other.id in by):
        puts = one.action in puts_anew and one.target == operation.target
        if puts and one.sentence != operation.sentence:
            says = f"The instrument itself put the text at {one.target} that stands there; what stood there before it does no more, and nothing was renumbered."
            raise refuse(entry, FindingKind.AMBIGUOUS, says)


def stands_already(root: Passage, entry: Entry) -> bool:
    """Whether a provision is added whose number another bears: one that the same instrument renumbers next gives way to it."""
    operation = entry.operation
    added = operation.action is Action.ADD_PROVISION and not operation.target.whole
    return added and bool(locate(root, operation.target).trails)


def numbers_taken(root: Passage, entries: Iterable[Entry]) -> Iterator[Finding]:
    """A slip for each entry that renumbers and leaves two provisions with one number."""
    by_id = {entry.id: entry for entry in entries}
    numbered = [passage for _, passage in walk(root) if passage.path]
    renumbered = [passage for passage in numbered if passage.numbers]
    standing = Counter(passage.key for passage in numbered if passage.struck is None and not is_gap(passage)) if renumbered else {}
    for passage in renumbered:
        entry = by_id.get(passage.numbers[-1].added or "")
        if entry is not None and standing[passage.key] > 1:
            yield Finding(
                FindingKind.SLIP,
                f"Another provision is numbered {passage.path} already; {entry.operation.target} was renumbered, as ordered.",
                (entry.operation.sentence,),
                path=passage.path,
                instrument=entry.link,
                entry=entry.id,
            )


def _address(old: Passage, words: str) -> tuple[str, str]:
    """The label and the path that a provision has under its new number."""
    if words.startswith("("):
        return words, old.path.removesuffix(old.label) + words
    address = parse_path(words)
    if address.part is None:
        address = msgspec.structs.replace(address, part=old.address.part)
    return address.steps[-1] if address.steps else words, str(address)


def _moved(passage: Passage, old: str, new: str) -> Passage:
    path = new + passage.path[len(old) :] if passage.path.startswith(old) else passage.path
    return msgspec.structs.replace(
        passage, path=path, children=tuple(_moved(child, old, new) for child in passage.children)
    )


def _printed(old: Passage, label: str) -> str:
    """The number as printed with the new figure in it: `SECTION 7.3.` becomes `SECTION 7.4.`."""
    before, after = _FIGURE.search(old.label), _FIGURE.search(label)
    if before is None or after is None:
        return label
    whole = rf"(?<!\w){re.escape(before[0])}(?!\w)"
    places = list(re.finditer(whole, old.number, re.IGNORECASE))
    if not places:
        return label
    return old.number[: places[-1].start()] + after[0] + old.number[places[-1].end() :]
