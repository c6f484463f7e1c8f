"""The turns in which changes are made where each speaks of the agreement as it stood.

In: the operations of a sentence, or of all.  Out: the same, so that none changes what another has just put in: of
`replacing "10" with "20" and "20" with "30"` the second is made first, and what is called the existing Section 9 gets
its new number before a new Section 9 is added.
"""

import re
from collections.abc import Callable, Sequence

from conformed.language.operation import Action, Operation


def in_turn(read: Sequence[Operation]) -> list[Operation]:
    """The operations with those that exchange words of one provision in the order in which they may be made."""
    found = list(read)
    for target in {one.target for one in read}:
        places = [at for at, one in enumerate(found) if one.target == target and one.action is Action.REPLACE_TEXT]
        exchanged = _ordered([found[at] for at in places])
        for at, one in zip(places, exchanged, strict=True):
            found[at] = one
    return found


def existing_first(read: Sequence[Operation], sentence_of: Callable[[Operation], str]) -> list[Operation]:
    """The operations with each that renumbers what is called existing before the one that adds its namesake."""
    found: list[Operation] = []
    for one in read:
        renumbers = one.action is Action.RENUMBER and _is_existing(one.target.label, sentence_of(one))
        added = (at for at, before in enumerate(found) if renumbers and _takes_number(before, one))
        if (at := next(added, None)) is not None:
            found.insert(at, one)
        else:
            found.append(one)
    return found


def _takes_number(added: Operation, one: Operation) -> bool:
    """Whether an operation adds, in the same item, a provision under the number of one that is renumbered."""
    return added.action is Action.ADD_PROVISION and added.at == one.at and added.target == one.target


def _is_existing(label: str, words: str) -> bool:
    called = rf"\b(?:existing|former)\s[^;:“\"\n]{{0,60}}?(?:\b|(?=\()){re.escape(label)}(?!\w)"
    return re.search(called, words, re.IGNORECASE) is not None


def _ordered(exchanges: Sequence[Operation]) -> list[Operation]:
    """Each before those that put in words that it would strike; a ring of them as it stands."""
    left, done = list(exchanges), []
    while left:
        free = next((one for one in left if not any(_strikes(other, one) for other in left)), left[0])
        left.remove(free)
        done.append(free)
    return done


def _strikes(one: Operation, other: Operation) -> bool:
    """Whether an operation would strike words that another puts in."""
    if one is other or one.old is None or other.new is None:
        return False
    return re.search(rf"(?<!\w){re.escape(one.old)}(?!\w)", other.new.words) is not None
