"""The words before a verb: what it changes, where that stands, what stands beside it.

In: an order and the tokens of its subject.  Out: the order with its objects, places and anchors.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.arguments import (
    ARGUMENTS,
    COUNTED_NEW,
    ENDING,
    OF_NO_ADDRESS,
    ORDINALS,
    as_argument,
)
from conformed.language.orders.lexemes import Token
from conformed.language.orders.order import Order, Phrase
from conformed.language.orders.rest import end_of

_REMARKS = {  # what a word before a verb tells of its order
    "throughout": ("each",),
    "end": ("at_end",),
    "beginning": ("at_beginning",),
    "unknown": ("unclear", "unplaced"),
}
_LEADS_IN = pattern(r"as\sfollows", ENGLISH)
_RIGHT_BEFORE = pattern(r"[^,;.]{0,24}")


def take(text: str, order: Order, found: Sequence[Token]) -> None:
    """Take the tokens before a verb as its subject: what it changes, and where that stands."""
    placed, anchors = False, None
    new, nth = False, None
    for before, token in zip((None, *found), found, strict=False):
        placed = placed and (token.kind != "path" or _stands_in(text, before, token))
        if token.kind in ARGUMENTS and anchors is not None:
            anchors.append(as_argument(token, occurrence=nth))
            placed, anchors, nth = False, None, None
        elif token.kind == "in":
            placed, order.at_end = True, order.at_end or token.value == ENDING
        elif token.kind == "new":
            new, order.announced = True, token.value if token.value in COUNTED_NEW else order.announced
        elif token.kind == "nth":
            nth = ORDINALS[token.value]
        elif token.kind in _REMARKS:
            for what in _REMARKS[token.kind]:
                setattr(order, what, True)
            order.unclear = order.unclear or (token.kind in {"end", "beginning"} and bool(OF_NO_ADDRESS.match(text, token.end)))
            placed = placed or token.value == "throughout"
        elif token.kind == "follow" and not _LEADS_IN.match(text, token.start):
            order.announced = token.value
            order.objects.append(as_argument(token))
        elif token.kind in ARGUMENTS and token.kind != "follow":
            place = placed and token.kind == "path"
            beside = place and any(phrase.kind != "path" for phrase in order.objects)
            (order.places if place else order.objects).append(as_argument(token, new=new, occurrence=nth))
            if not beside:
                new, nth, placed = False, None, False
        elif token.kind in {"after", "before", "rest"}:
            placed, anchors = False, _anchors(order, token)


def _anchors(order: Order, token: Token) -> list[Phrase] | None:
    """Where the words are to be noted beside which something is changed; None where these go as well."""
    if token.kind != "rest":
        return order.after if token.kind == "after" else order.before
    order.rest, taken = end_of(token.value)
    order.rested = (token.start, token.end)
    return None if taken else order.after


def _stands_in(text: str, before: Token | None, path: Token) -> bool:
    """Whether a path stands right behind the "in" or "of" before it."""
    return (
        before is not None
        and (before.kind == "in" or before.value == "throughout")
        and bool(_RIGHT_BEFORE.fullmatch(text, before.end, path.start))
    )


def as_agent(text: str, order: Order) -> None:
    """What stands before an active verb: `New Schedule 1 shall replace Schedule 1` says what is put instead."""
    finite = text[order.start : order.end].lower() == "replaces" or re.search(
        r"\b(?:shall|will|hereby)\s$", text[max(0, order.start - 12) : order.start]
    )
    if order.verb == "replace" and finite:
        order.instead = [phrase for phrase in order.objects if phrase.kind == "path"]
    else:
        named = [*order.places, *(phrase for phrase in order.objects if phrase.kind == "path")]
        beside = [phrase for phrase in named[1:] if not all(path.relative for path in phrase.paths)]
        order.places, order.unclear = [one for one in named if one not in beside], order.unclear or bool(beside)
    order.objects = []
