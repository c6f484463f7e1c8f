"""What one sentence orders on words is ordered of the text as it stood: it is done in one pass, the longest words first.

In: the entries that are due.  Out: the order in which they are applied.  Afterwards no order of a sentence bites into what another of it
put in, nor into longer words that another changes; where it is not told which of two is meant, neither is applied.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from conformed.basis import FindingKind
from conformed.language import Action
from conformed.ledger import Entry
from conformed.version.fold import Folded, fold, folded
from conformed.version.locate import locate
from conformed.version.outcome import Refused, refuse
from conformed.version.passage import Passage, at

Match = tuple[int, int]


def longest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those of one sentence whose old words lie in each other from the longest, those that are counted from the last."""
    found: list[Entry] = []
    for _, group in groupby(entries, lambda entry: entry.together or entry.id):
        together = list(group)
        striking = [entry for entry in together if entry.operation.old is not None]
        if any(_lie_in_each_other(striking)):
            turns = iter(sorted(striking, key=_first))
            together = [next(turns) if entry.operation.old is not None else entry for entry in together]
        found += together
    return found


def _lie_in_each_other(entries: Sequence[Entry]) -> Iterable[bool]:
    words = [fold(entry.operation.old or "") for entry in entries]
    return (one in other for turn, one in enumerate(words) for place, other in enumerate(words) if turn != place)


def _first(entry: Entry) -> tuple[int, int]:
    return -len(fold(entry.operation.old or "")), -abs(entry.operation.occurrence or 0)


def put_in_beside(root: Passage, text: Folded, matches: Iterable[Match], entry: Entry) -> list[Match]:
    """The places of words without those that hold what another order of the sentence put in."""
    beside = entry.together - {entry.id}
    if not beside:
        return [*matches]
    return [
        match
        for match in matches
        if not any(at(root, place.trail).runs[place.run].added in beside for place in text.places(*match))
    ]


def refuse_crossing(root: Passage, entry: Entry, others: Iterable[Entry]) -> None:
    """Refuse words of which a part is as well that of other words that the sentence changes, or that count otherwise without those.

    `root` is the text before the sentence.
    """
    for other in others:
        if other is entry or not _may_meet(entry, other):
            continue
        mine, theirs = _places(root, entry, other)
        free = [(a, b) for a, b in mine if not any(c <= a and b <= d for c, d in theirs)]
        once = entry.operation.occurrence is None and entry.operation.action is not Action.REPLACE_THROUGHOUT
        several = once and len(mine) > max(len(free), 1)  # of which the longer words alone would leave one, or none
        if several or _counted(entry, mine) != _counted(entry, free) or any(a < c < b < d or c < a < d < b for a, b in mine for c, d in theirs):
            raise _not_told(entry, other)


def _counted(entry: Entry, matches: Sequence[Match]) -> Match | None:
    """Which of the places of words is meant, where they are counted."""
    count = entry.operation.occurrence
    if not count or abs(count) > len(matches):
        return None
    return matches[count - 1 if count > 0 else count]


def _may_meet(one: Entry, other: Entry) -> bool:
    """Whether two orders strike words, of which those of one can hold or cross those of the other, in one provision."""
    mine, theirs = (fold(entry.operation.old or "") for entry in (one, other))
    if not mine or not theirs or mine == theirs:
        return False
    same = one.operation.target == other.operation.target or one.operation.target.whole or other.operation.target.whole
    return same and (mine in theirs or _crosses(mine, theirs) or _crosses(theirs, mine))


def _crosses(one: str, other: str) -> bool:
    """Whether words may end with that with which others begin."""
    return any(one.endswith(other[:length]) for length in range(1, min(len(one), len(other))))


def _places(root: Passage, one: Entry, other: Entry) -> tuple[list[Match], list[Match]]:
    """Where the words of two orders stand in the provision of which both speak."""
    target = other.operation.target if one.operation.target.whole else one.operation.target
    trails = ((),) if target.whole else locate(root, target).trails
    if len(trails) != 1:
        return [], []
    text = folded(root, trails[0])
    return text.find(one.operation.old or ""), text.find(other.operation.old or "")


def _not_told(entry: Entry, other: Entry) -> Refused:
    says = (
        f"The words “{entry.operation.old}” and “{other.operation.old}”, which one sentence changes, stand partly in the same place; "
        "which of them is meant there is not said."
    )
    return refuse(entry, FindingKind.AMBIGUOUS, says)
