"""The turns in which the changes of one sentence are made to the words of one provision.

In: the operations of a sentence.  Out: the same, so that none changes words that another has just put in: of `replacing "10"
with "20" and "20" with "30"` the second is made first.
"""

import re
from collections.abc import Sequence

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
