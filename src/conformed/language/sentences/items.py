"""The items of a sentence: the orders that stand or fall together.

In: the orders of a sentence.  Out: the same, parted where the sentence parts what it orders: at the letters of a list, at
a semicolon, and where a verb has a subject of its own.  `Deleting the first sentence and adding the following` is one item.
"""

import itertools
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.language.orders.order import Order
from conformed.language.sentences.sentences import unquoted

_PARTED = pattern(
    r";\s|(?:^|[,:]|\b(?:and|or|by|to|amended|follows|further))\s?\(\w{1,4}\)\s(?!(?:of|thereof|and|or|in|to)\b)"
)
_SUBJECTS = {"path", "quote"}


def items(text: str, found: Sequence[Order]) -> list[list[Order]]:
    """The orders of a sentence by the items in which they stand."""
    parted: list[list[Order]] = [list(found[:1])]
    for before, order in itertools.pairwise(found):
        between = unquoted(text[before.end : max(before.end, order.start)])
        if _PARTED.search(between) or _has_subject(order) or _lacks_subject(order):
            parted.append([])
        parted[-1].append(order)
    return parted


def _lacks_subject(order: Order) -> bool:
    """Whether what is struck is named by words of its own that are not understood."""
    return order.passive and order.verb == "delete" and not order.objects


def _has_subject(order: Order) -> bool:
    """Whether a passive verb says itself what it changes: `and Section 5 is deleted`."""
    named = (*order.objects, *order.places)
    own = any(phrase.kind in _SUBJECTS and phrase.start < order.start for phrase in named)
    return order.passive and not order.lieu and own
