"""Several changes of one verb, each with its own place: `replacing "ten" with "six" in Section 1 and "oats" with "rye" in Section 2`.

In: the tokens behind a verb, or an order with what stands before it.  Out: the same, parted where the verb begins anew.  They are parted only where each part is made
as the first is, so that nothing is left of which it is not told to which part it belongs.
"""

import itertools
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.lexemes import Token
from conformed.language.orders.order import Order

_IN = pattern(r",?\s(?:(?:appearing|contained|found|used|set\sforth|that\sappears?)\s)?(?:in|of|from)\s(?:the\s|(?-i:[A-Z]{2,5})\s)?", ENGLISH)
_RESPECTIVELY = pattern(r",?\srespectively\b")
_NEAR = 20  # characters behind the last new words in which it is said that they stand in the order of the old
_BESIDE = {"and", "nth"}  # what makes no part another
_ANEW = pattern(  # between the end of one part and the words with which the next begins
    r",?;?\s(?:(?:and|also|by|the|an?|such|words?|phrases?|terms?|numbers?|figures?|amounts?|sums?|percentages?|dates?|dollar|of|references?|to|first|second|third"
    r"|last|\(\w{1,4}\))\s){0,6}",
    ENGLISH,
)


def repeated(text: str, behind: Sequence[Token]) -> list[Sequence[Token]]:
    """The parts of which each is a change by itself; one, where they are not surely several."""
    own = [place for place, token in enumerate(behind) if token.kind not in _BESIDE]
    kinds = [behind[place].kind for place in own]
    for width in range(3, len(kinds) // 2 + 1):
        firsts = own[::width]
        if len(kinds) % width or not _is_change(kinds[:width]) or kinds != kinds[:width] * len(firsts):
            continue
        lasts = [behind[own[at - 1]] for at in range(width, len(kinds) + 1, width)]
        anew = all(_ANEW.fullmatch(text, one.end, behind[first].start) for one, first in zip(lasts, firsts[1:], strict=False))
        if anew and len({all(path.relative for path in one.paths) for one in lasts}) == 1:
            return [behind[start:end] for start, end in itertools.pairwise((0, *firsts[1:], len(behind)))]
    return [behind]


def each_with_its_place(text: str, order: Order) -> list[Order]:
    """`The words "ten" in Section 1 and "oats" in Section 2 are deleted`: the words before a verb, each with its place.

    What takes their place is the same for all, or stands behind in their order.
    """
    words, places, given = order.objects, order.places, [one for one in order.instead if one.kind == "quote"]
    if whole := _provisions_and_words(text, order):
        return whole
    paired = order.passive and order.verb in {"delete", "replace", "change"} and len(words) == len(places) > 1
    if not paired or order.after or order.before or any(one.kind != "quote" for one in words):
        return [order]
    turns = [one for pair in zip(words, places, strict=True) for one in pair]
    between = [text[one.end : other.start] for one, other in itertools.pairwise(turns)]
    apart = all(_IN.fullmatch(one) for one in between[::2]) and all(_ANEW.fullmatch(one) for one in between[1::2])
    alike = len({all(path.relative for path in one.paths) for one in places}) == 1
    each = len(given) == len(words) and _RESPECTIVELY.search(text, given[-1].end, given[-1].end + _NEAR) is not None
    if not (apart and alike and (each or len(given) < 2)) or order.pairs:
        return [order]
    return [
        msgspec.structs.replace(order, objects=[one], places=[place], instead=[given[turn]] if each else order.instead)
        for turn, (one, place) in enumerate(zip(words, places, strict=True))
    ]


def _provisions_and_words(text: str, order: Order) -> list[Order]:
    """`Section 1, Section 2 and the words "oats" in Section 3 are deleted`: provisions that go whole, and words of another."""
    whole, last = order.objects[:-1], order.objects[-1:]
    struck = order.passive and order.verb == "delete" and not (order.after or order.before or order.instead or order.rest)
    if not (struck and whole) or [one.kind for one in last] != ["quote"] or any(one.kind != "path" for one in whole):
        return []
    placed = len(order.places) == 1 and order.places[0].start > last[0].end and _IN.fullmatch(text, last[0].end, order.places[0].start)
    joined = all(_ANEW.fullmatch(text, one.end, other.start) for one, other in itertools.pairwise(order.objects))
    told = all(path.section is not None for one in (*whole, *order.places) for path in one.paths)
    if not (placed and joined and told) or order.each:
        return []
    return [msgspec.structs.replace(order, objects=whole, places=[]), msgspec.structs.replace(order, objects=last)]


def _is_change(kinds: Sequence[str]) -> bool:
    """Whether tokens begin with words and end with their place, or with the words beside which they go."""
    placed = kinds[-2:] == ["in", "path"] and kinds.count("path") == 1
    return kinds[0] == "quote" and (placed or (kinds[-2] in {"after", "before"} and kinds[-1] == "quote"))
