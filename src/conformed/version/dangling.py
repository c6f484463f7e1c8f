"""References that a change of the text leaves dangling: to a provision that got another number, or was struck.

In: the text, its entries and what became of them.  Out: a slip for each entry that leaves such references in words older
than itself, with each place.  The references themselves are never changed: no instrument orders which of them are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from conformed.basis import Candidate, Finding, FindingKind
from conformed.instrument import Path, ProvisionKind, references
from conformed.language import Action, reserved
from conformed.ledger import Entry
from conformed.version.locate import locate
from conformed.version.new_text import Documents
from conformed.version.outcome import Outcome, OutcomeKind
from conformed.version.passage import Passage, Trail, at, key, standing, walk
from conformed.version.renumber import given_by
from conformed.version.said import references_follow

_Gone = dict[tuple[str, ...], list[tuple[int, Entry]]]  # by address, and the turn before which words speak of what is gone
_UNREAD = {ProvisionKind.TITLE, ProvisionKind.CONTENTS}
_AROUND = 50  # characters beside a reference that a finding shows


def dangling(
    root: Passage, entries: Sequence[Entry], outcomes: Mapping[str, Outcome], documents: Documents
) -> Iterator[Finding]:
    """The references left dangling, for each entry that leaves some."""
    for entry, places in left_behind(root, entries, outcomes, {Action.RENUMBER, Action.DELETE_PROVISION}):
        orders = (other.operation for other in entries if other is entry or (other.link == entry.link and other.operation.target.whole))
        follow = any(references_follow(one, documents) for one in orders)
        yield _finding(root, entry, places, follow=follow)


def left_behind(
    root: Passage, entries: Sequence[Entry], outcomes: Mapping[str, Outcome], actions: Collection[Action]
) -> Iterator[tuple[Entry, tuple[Candidate, ...]]]:
    """Each entry of some actions with the references, older than itself, to what it took away or put anew."""
    turns = {entry.id: turn for turn, entry in enumerate(entries)}
    gone = _gone(root, entries, outcomes, actions)
    left: dict[str, dict[str, Candidate]] = {}
    for trail, passage in walk(root) if gone else ():
        for run in passage.runs:
            if run.struck is not None or run.ours or passage.kind in _UNREAD:
                continue
            for found in references(run.text):
                stands = _numbered(root, trail)
                for entry in (_changed(path, stands, gone, turns.get(run.added or "", -1)) for path in found.paths):
                    if entry is not None:
                        place = Candidate(stands.path, around(run.text, found.start, found.end), run.span)
                        left.setdefault(entry.id, {}).setdefault(stands.path, place)
    yield from ((entry, tuple(left[entry.id].values())) for entry in entries if entry.id in left)


def _numbered(root: Passage, trail: Trail) -> Passage:
    """The passage at the end of a trail, or of those around a paragraph without an address the first that has one."""
    above = (at(root, trail[:end]) for end in range(len(trail), 0, -1))
    return next((passage for passage in above if passage.path), root)


def around(text: str, begun: int, stop: int) -> str:
    """A reference from `begun` to `stop` with the words beside it."""
    start = text.find(" ", max(0, begun - _AROUND), begun) + 1 if begun > _AROUND else 0
    end = text.rfind(" ", stop, stop + _AROUND)
    return " ".join(text[start or begun : end if end > 0 else len(text)][: 3 * _AROUND].split())


def _gone(root: Passage, entries: Sequence[Entry], outcomes: Mapping[str, Outcome], actions: Collection[Action]) -> _Gone:
    begun = {entry.link: turn for turn, entry in reversed(list(enumerate(entries)))}
    brought = {  # the last turn at which an instrument puts something at an address
        (one.link, key(one.operation.target)): turn
        for turn, one in enumerate(entries)
        if one.operation.action is Action.ADD_PROVISION and one.id in outcomes and outcomes[one.id].kind is OutcomeKind.APPLIED
    }
    found: _Gone = {}
    for turn, entry in enumerate(entries):
        target = entry.operation.target
        moves = entry.operation.action in actions
        applied = entry.id in outcomes and outcomes[entry.id].kind is OutcomeKind.APPLIED
        if moves and applied and not target.place and target.term is None:
            filled = entry.operation.action is Action.RENUMBER and brought.get((entry.link, key(target)), -1) > turn
            anew = filled or _is_anew(root, entry)
            found.setdefault(key(target), []).append((begun[entry.link] if anew else turn, entry))
    return found


def _is_anew(root: Passage, entry: Entry) -> bool:
    """Whether an entry puts a text anew, or the instrument itself gives to another provision the number that it takes away."""
    if entry.operation.action is Action.RENUMBER:
        bear = (given_by(at(root, trail)) for trail in locate(root, entry.operation.target).trails)
        return any(one is not None and one.rpartition("-")[0] == entry.link for one in bear)
    return entry.operation.action is Action.REPLACE_PROVISION


def _changed(path: Path, passage: Passage, gone: _Gone, written: int) -> Entry | None:
    """The entry that first took away what a reference `written` before it names, or what is around that; else the last to put it anew."""
    if path.relative or path.document or not (path.section or path.part) or path.term is not None:
        return None
    if passage.address.part and not path.part:
        return None  # an exhibit may speak of its own sections
    named: Path | None = path
    found: list[tuple[int, Entry]] = []
    while named is not None and not named.whole:
        found += (one for one in gone.get(key(named), ()) if written < one[0])
        named = named.above()
    found.sort(key=lambda one: one[0])
    taken = (entry for _, entry in found if entry.operation.action is not Action.REPLACE_PROVISION)
    return next(taken, found[-1][1] if found else None)


def _finding(root: Passage, entry: Entry, places: tuple[Candidate, ...], *, follow: bool) -> Finding:
    target, new = entry.operation.target, entry.operation.new
    renumbered = entry.operation.action is Action.RENUMBER and new is not None
    became = f"got the number {new.words}" if renumbered and new is not None else "was struck"
    refer = "1 provision refers" if len(places) == 1 else f"{len(places)} provisions refer"
    why = "though the instrument orders that references follow: these were not changed" if follow else "since no instrument orders otherwise"
    bears = [at(root, trail) for trail in locate(root, target).trails]
    again = " Another provision bears that number now." if not all(reserved(standing(one)) for one in bears) else ""
    return Finding(
        FindingKind.SLIP,
        f"{'Section ' if str(target)[0].isdigit() else ''}{target} {became}, and {refer} to it still, {why}.{again}",
        (entry.operation.sentence,),
        path=str(target),
        instrument=entry.link,
        entry=entry.id,
        candidates=places,
    )
