"""How deep the clauses of a section stand.

In: the markers of a section in order.  Out: those that open clauses, as they are meant, each with its depth; and at which depths lists
go on before each of them.
"""

from collections.abc import Sequence

import msgspec

from conformed.instrument.numbers.markers import sentences
from conformed.instrument.numbers.numbering import Marker, read
from conformed.instrument.numbers.ordinals import begins_a_list


def placed(text: str, markers: Sequence[Marker]) -> list[tuple[Marker, int]]:
    """The markers that open clauses, each with the value that is meant and its depth."""
    every = read(markers, sentences(text, markers)) if markers else []
    return [
        (marker if marker.value == one[1] else msgspec.structs.replace(marker, value=one[1]), one[0])
        for marker, one in zip(markers, every, strict=True)
        if one is not None
    ]


def going_on(found: Sequence[tuple[Marker, int]]) -> list[int]:
    """Before each marker, and behind the last, the depths at which lists go on from there, a bit for each."""
    opening, opened = [], 0  # whether a list begins with each marker, as one may with (x)
    for marker, depth in found:
        opening.append(not opened >> depth & 1 or begins_a_list(marker.value))
        opened = opened & ((1 << depth) - 1) | 1 << depth
    before, ahead = [0], 0
    for (_, depth), begins in zip(reversed(found), reversed(opening), strict=True):
        ahead &= (1 << depth) - 1
        if not begins:
            ahead |= 1 << depth
        before.append(ahead)
    return before[::-1]
