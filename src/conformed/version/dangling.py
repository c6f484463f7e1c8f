"""References that a change of the text leaves dangling: to a provision that got another number, or was struck.

In: the text, its entries and what became of them.  Out: a slip for each reference that stands in words older than the
change and names what is not there any more under that address.  The reference itself is never changed: no instrument
orders that.
"""

from collections.abc import Iterator, Mapping, Sequence

from conformed.basis import Finding, FindingKind
from conformed.instrument import Path, references
from conformed.language import Action
from conformed.ledger import Entry
from conformed.version.locate import key, locate
from conformed.version.outcome import Outcome, OutcomeKind
from conformed.version.passage import Passage, walk

_Address = tuple[str, ...]


def dangling(root: Passage, entries: Sequence[Entry], outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """The references left dangling, in the order of the text."""
    turns = {entry.id: turn for turn, entry in enumerate(entries)}
    gone = dict(_gone(entries, outcomes))
    if not gone:
        return
    for _, passage in walk(root):
        for run in passage.runs:
            if run.struck is not None or run.ours or not run.text:
                continue
            for found in references(run.text):
                for path in found.paths:
                    entry = _changed(path, passage, gone)
                    if entry is None or turns.get(run.added or "", -1) >= turns[entry.id]:
                        continue  # words of the same instrument, or of a later one, speak of the new numbers
                    yield _finding(root, passage, path, entry)


def _gone(entries: Sequence[Entry], outcomes: Mapping[str, Outcome]) -> Iterator[tuple[_Address, Entry]]:
    for entry in entries:
        target = entry.operation.target
        moves = entry.operation.action in {Action.RENUMBER, Action.DELETE_PROVISION}
        applied = entry.id in outcomes and outcomes[entry.id].kind is OutcomeKind.APPLIED
        if moves and applied and not target.place and target.term is None:
            yield key(target), entry


def _changed(path: Path, passage: Passage, gone: Mapping[_Address, Entry]) -> Entry | None:
    """The entry that took away what a reference names, or what is around it."""
    if path.relative or path.document or not (path.section or path.part) or path.term is not None:
        return None
    if passage.address.part and not path.part:
        return None  # an exhibit may speak of its own sections
    around: Path | None = path
    while around is not None and not around.whole:
        if (entry := gone.get(key(around))) is not None:
            return entry
        around = around.above()
    return None


def _finding(root: Passage, passage: Passage, path: Path, entry: Entry) -> Finding:
    where = passage.path or "the text"
    target, new = entry.operation.target, entry.operation.new
    if entry.operation.action is Action.RENUMBER and new is not None:
        became = f"got the number {new.words}"
    else:
        became = "was struck"
    again = " Another provision bears that number now." if locate(root, target).trails else ""
    return Finding(
        FindingKind.SLIP,
        f"{where} refers to {path}, and {target} {became}; the reference stands as it was.{again}",
        (entry.operation.sentence,),
        path=passage.path or None,
        instrument=entry.link,
        entry=entry.id,
    )
