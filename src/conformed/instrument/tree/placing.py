"""How deep the clauses of a section stand.

In: the markers of a section in order.  Out: those that open clauses, each with its depth; and at which depths lists
go on before each of them.
"""

from collections.abc import Sequence

import msgspec

from conformed.instrument.numbers.markers import sentences
from conformed.instrument.numbers.numbering import Marker, begins_a_list, depths

_FAR = 60  # markers behind the first of a list among which the second stands


def placed(text: str, markers: Sequence[Marker]) -> list[tuple[Marker, int]]:
    """The markers that open clauses, each with its depth."""
    every = depths(markers, sentences(text, markers)) if markers else []
    found = [(marker, depth) for marker, depth in zip(markers, every, strict=True) if depth is not None]
    for place, (marker, depth) in enumerate(found):
        if marker.value == "l":  # what a scan makes of a one, where a two follows
            after = next((one for one, below in found[place + 1 : place + _FAR] if below <= depth), None)
            if after is not None and after.value == "2":
                found[place] = msgspec.structs.replace(marker, value="1"), depth
    return found


def going_on(found: Sequence[tuple[Marker, int]]) -> list[int]:
    """Before each marker, and behind the last, the depths at which lists go on from there, a bit for each."""
    before, ahead = [0], 0
    for marker, depth in reversed(found):
        ahead &= (1 << depth) - 1
        if not begins_a_list(marker.value):
            ahead |= 1 << depth
        before.append(ahead)
    return before[::-1]
