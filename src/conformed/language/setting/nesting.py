"""Provisions within the one that is spoken of: clause (c), where Section 4, its clause (b) or clause (c) is.

In: a path that a phrase names, and one around it.  Out: the path of both, or whether the one holds the other.
"""

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path

_COUNTED = pattern(r"sentence|paragraph")
_NEAR = 6  # letters by which two clauses of one list, named in one sentence, may be apart


def inside(path: Path, outer: Path) -> Path:
    """A path within one that is spoken of, which it may name again: `clause (c)` where clause (c) is spoken of."""
    again = (
        path.steps
        and path.place is None
        and outer.place is None
        and outer.steps[-len(path.steps) :] == path.steps
    )
    if again:
        return outer
    if path.steps and outer.steps and outer.place is None and _are_siblings(outer.steps[-1], path.steps[0]):
        return path.within(msgspec.structs.replace(outer, steps=outer.steps[:-1]))
    if _counts(path.place) and _counts(path.place) == _counts(outer.place):
        return path.within(msgspec.structs.replace(outer, place=(outer.place or "").partition(" of ")[2] or None))
    return path.within(outer)


def _counts(place: str | None) -> str | None:
    """Whether sentences or paragraphs are counted: the second sentence of the first is the second beside it."""
    match = _COUNTED.match(place or "")
    return match[0] if match else None


def holds(outer: Path, inner: Path) -> bool:
    """Whether a section is named beside a definition or clause of its own."""
    around = msgspec.structs.replace(inner, term=None, steps=(), place=None, inner=(), around=())
    return inner != outer and outer in {around, msgspec.structs.replace(around, steps=inner.around)}


def _are_siblings(one: str, other: str) -> bool:
    """Whether two labels are of one list: (c) behind (b), (3) behind (1); (i), (x) and the like may be of one within."""
    first, second = one.strip("()"), other.strip("()")
    if first.isdigit() and second.isdigit():
        return True
    letters = len(first) == len(second) == 1 and first.isalpha() and second.isalpha()
    alike = letters and first.islower() == second.islower()
    apart = ord(second) - ord(first) if alike else 0
    return apart == 1 or (0 < abs(apart) <= _NEAR and second.lower() not in "aivxyz")
