"""The turns in which changes of numbers are made, where each speaks of the agreement as it stood.

In: the operations of an instrument.  Out: the same, so that what is called the existing Section 9 gets its new number before a new
Section 9 is added.  Changes of words need no turns: those of one sentence are made in one pass (`version/at_once.py`).
"""

import re
from collections.abc import Callable, Sequence

from conformed.language.operation import Action, Operation


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
