"""An order to strike each reference to a thing: how the sentences are to read that hold them, it does not say.

In: the text and the entry.  Out: its refusal, which shows each place that refers to the thing.
"""

import re
from collections.abc import Iterator

from conformed.basis import Candidate, FindingKind
from conformed.instrument import ProvisionKind, references
from conformed.ledger import Entry
from conformed.version.dangling import around
from conformed.version.outcome import Refused, refuse
from conformed.version.passage import Passage, key, walk


def refuse_references(root: Passage, entry: Entry) -> Refused:
    """The refusal of an entry that strikes each reference to a provision, or each mention of a word."""
    old = entry.operation.old or ""
    places: dict[str, Candidate] = {}
    for _, passage in walk(root):
        if passage.kind in {ProvisionKind.TITLE, ProvisionKind.CONTENTS} or not passage.path:
            continue
        for run in passage.runs:
            for start, end in () if run.struck else _found(run.text, old):
                place = Candidate(passage.path, around(run.text, start, end), run.span)
                places.setdefault(passage.path, place)
    says = "All references are struck; how the sentences that hold them are to read is not said."
    return refuse(entry, FindingKind.AMBIGUOUS, says, candidates=tuple(places.values()))


def _found(text: str, old: str) -> Iterator[tuple[int, int]]:
    """Where words refer to the provisions that `old` names, or to what is within them; else where `old` stands."""
    named = {key(path)[:-1] for one in references(old) for path in one.paths if path.section or path.part}
    if not named:
        yield from (match.span() for match in re.finditer(rf"\b{re.escape(old)}(?!\w)", text) if old)
        return
    for one in references(text):
        for path in one.paths:
            if not path.document and any(key(path)[: len(each)] == each for each in named):
                yield one.start, one.end
                break
