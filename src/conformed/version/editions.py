"""Editions: the versions that between them give every text that is asked for.

In: a version with all entries, and the sets of entries whose text is asked for.  Out: versions, that one first.  Afterwards
each set is what the first steps of one of them apply, and applying the set by itself takes the same steps.  A set that leaves
out what a later step builds on (an instrument that counts from before another was made, a conditional one left out) has an
edition of its own.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from conformed.ledger import Chain, Entry
from conformed.version.conform import Version, conform


def editions(
    chain: Chain, entries: Sequence[Entry], version: Version, wanted: Iterable[Collection[str]]
) -> list[Version]:
    """The versions that serve the sets `wanted` of entries, the larger sets first, since an edition serves smaller ones too."""
    found = [version]
    for one in sorted(set(map(frozenset, wanted)), key=lambda ids: (-len(ids), sorted(ids))):
        if not any(serves(edition, one) for edition in found):
            begun = max(found, key=lambda edition: shared(edition, one))
            found.append(conform(chain, entries, one, begun=begun))
    return found


def serves(version: Version, wanted: Collection[str]) -> bool:
    """Whether the first steps of a version are those of a set of entries by itself."""
    first = {step.entry.id for step in version.steps[: len(wanted)]}
    return first == set(wanted) and len(wanted) in sound(version)


def sound(version: Version) -> list[int]:
    """How many of its first steps may be taken by themselves: not where a clash is one only with instruments behind them."""
    steps = version.steps
    begun = {step.entry.link: turn for turn, step in reversed(list(enumerate(steps)))}
    clashes = [
        (turn, begun[step.entry.clash.rival])
        for turn, step in enumerate(steps)
        if step.entry.clash and step.entry.clash.rival in begun
    ]
    return [count for count in range(len(steps) + 1) if not any(turn < count <= rival for turn, rival in clashes)]


def shared(version: Version, wanted: Collection[str]) -> int:
    """How many steps a version begins with that a set of entries takes too."""
    return sum(1 for _ in takewhile(lambda step: step.entry.id in wanted, version.steps))
