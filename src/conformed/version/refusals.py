"""What is not applied, whatever its words: a clash, another document, what is kept and was not moved, a count that is not sure.

In: an entry, the steps before it, the text.  Out: nothing, or the refusal.  Afterwards what the entry orders may be looked for.
"""

from collections.abc import Collection, Sequence
from itertools import takewhile

import msgspec

from conformed.basis import FindingKind
from conformed.language import Action
from conformed.ledger import Chain, Entry
from conformed.version.counted import counted, counted_otherwise
from conformed.version.outcome import OutcomeKind, Refused, Step, refuse
from conformed.version.passage import Passage

_SECOND = 2  # the first of what is counted has none before it


def look_ahead(steps: Sequence[Step], entry: Entry, shown: Collection[str]) -> None:
    """Refuse what clashes with an instrument that is shown, and to strike what a sentence keeps a part of that was not moved."""
    if entry.clash is not None and entry.clash.rival in shown:
        raise Refused(entry.clash.finding)
    of_sentence = takewhile(
        lambda step: step.entry.operation.sentence == entry.operation.sentence, reversed(steps)
    )
    for moved in (
        step.entry.operation for step in of_sentence if step.outcome.kind is not OutcomeKind.APPLIED
    ):
        target = msgspec.structs.replace(moved.target, place=None)
        if moved.action is Action.RENUMBER and moved.target.place and target == entry.operation.target:
            says = (
                f"{moved.target} is to be kept elsewhere and was not moved; {target} was not struck with it."
            )
            raise refuse(entry, FindingKind.UNREAD, says)
        if moved.action is Action.RENUMBER and moved.new and str(entry.operation.target).endswith(moved.new.words):
            says = f"{moved.target} was not renumbered as {moved.new.words}; {entry.operation.target} is not changed in its stead."
            raise refuse(entry, FindingKind.AMBIGUOUS, says)


def counts_surely(root: Passage, steps: Sequence[Step], base: Passage, entry: Entry) -> None:
    """Refuse what counts a sentence behind others that the instrument itself added or struck: before or after that is not said."""
    if counted(entry.operation.target) < _SECOND:
        return
    before = next((step.root for step in reversed(steps) if step.entry.link != entry.link), base)
    if before is not root and counted_otherwise(root, before, entry.operation):
        says = f"Whether {entry.operation.target} is counted before or after the other changes of the instrument is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)


def refuse_others(entry: Entry, chain: Chain) -> None:
    """Refuse what changes another document than the agreement; what an instrument of the chain changed is not undone."""
    document = entry.operation.target.document
    if document is None:
        return
    if any(link.is_called(document) for link in chain.links):
        says = f"The sentence changes {document} and not the agreement: what {document} changed stands as it did."
    else:
        says = f"The sentence changes another document than the agreement: {document}. It was not applied to the agreement."
    raise refuse(entry, FindingKind.OTHER_AGREEMENT, says)
