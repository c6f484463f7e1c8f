"""Several changes of one verb, each with its own place: `replacing "ten" with "six" in Section 1 and "oats" with "rye" in Section 2`.

In: the tokens behind a verb.  Out: the same, parted where the verb begins anew.  They are parted only where each part is made
as the first is, so that nothing is left of which it is not told to which part it belongs.
"""

import itertools
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.lexemes import Token

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


def _is_change(kinds: Sequence[str]) -> bool:
    """Whether tokens begin with words and end with their place, or with the words beside which they go."""
    placed = kinds[-2:] == ["in", "path"] and kinds.count("path") == 1
    return kinds[0] == "quote" and (placed or (kinds[-2] in {"after", "before"} and kinds[-1] == "quote"))
