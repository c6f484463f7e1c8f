"""Slips in the numbering of an instrument: a number that skips, falls back, stands twice or for another, in one list.

In: an instrument.  Out: a finding for each, with the place of the number.  The numbers are kept as they
stand; a list that begins again (the second `(a)`, `(b)` of a section) is another list and no slip, and text
that is set off for another instrument is not looked at.
"""

import itertools
from collections.abc import Iterator, Sequence

from conformed.basis import Finding, FindingKind
from conformed.instrument.instrument import Instrument
from conformed.instrument.numbers.ordinals import ordinal
from conformed.instrument.numbers.sections import figures
from conformed.instrument.tree.provision import Provision, ProvisionKind

_FROM_V = ("(v)", "(w)")  # with which a list begins that has no (a)
_COUNTED = {ProvisionKind.SECTION, ProvisionKind.ARTICLE, ProvisionKind.CLAUSE}


def slips(instrument: Instrument) -> tuple[Finding, ...]:
    """The numbers that skip, fall back or stand twice, in the order of the text."""
    found = [
        finding
        for provision in instrument.root.walk()
        if provision.kind is not ProvisionKind.QUOTATION
        for finding in _among(instrument, provision.children)
    ]
    return tuple(sorted(found, key=lambda finding: finding.places))


def _among(instrument: Instrument, siblings: Sequence[Provision]) -> Iterator[Finding]:
    counted = [one for one in siblings if one.kind in _COUNTED and one.number]
    for provision in counted:
        if provision.kind is ProvisionKind.CLAUSE and not provision.number.strip("(). ").endswith(provision.label.strip("()")):
            yield _finding(instrument, provision, f"{provision.number} stands for {provision.label}")
    for place, (before, provision) in enumerate(itertools.pairwise(counted), 2):
        if place > 2 and counted[place - 3].label == before.label == provision.label:
            continue  # told where it stands for the second time
        behind = counted[place].label if place < len(counted) else ""
        if before.kind is provision.kind and (provision.label, behind) != _FROM_V:
            what = _slip(before, provision)
            if what is not None and not _goes_on(counted[max(place - 3, 0)], before, provision):
                yield _finding(instrument, provision, what)


def _goes_on(earlier: Provision, before: Provision, provision: Provision) -> bool:
    """Whether a list only goes on behind the number before, which fell back: XXIX behind XXVII and XXIII."""
    if provision.kind is ProvisionKind.CLAUSE or earlier.kind is not provision.kind:
        return False
    above, fell, here = (figures(one.label.split()[-1]) for one in (earlier, before, provision))
    return fell < above < here


def _slip(before: Provision, provision: Provision) -> str | None:
    """What is wrong with a number behind the one before it, or None."""
    if provision.kind is ProvisionKind.CLAUSE:
        if before.label == provision.label and not provision.run_in:
            return f"{provision.label} stands twice"  # the first of a list as well: none has only one
        return _clause(before.label.strip("()"), provision.label.strip("()"))
    above, here = figures(before.label.split()[-1]), figures(provision.label.split()[-1])
    if above == here:
        return f"{provision.label} stands twice"
    if len(above) != len(here):
        return None
    skips = above[:-1] == here[:-1] and here[-1] > above[-1] + 1
    if skips or (here < above and here[-1] > 1):
        return f"{provision.label} follows {before.label}"
    return None


def _clause(before: str, here: str) -> str | None:
    known, read = dict(ordinal(before)), ordinal(here)
    if any(place == 1 or style not in known for style, place in read) or here.lower() in {"w", "x"}:
        return None  # another list
    reached = [(known[style], place) for style, place in read]
    if any(place == above + 1 for above, place in reached):
        return None
    if any(place == above for above, place in reached):
        return f"({here}) stands twice"
    return f"({here}) follows ({before})"


def _finding(instrument: Instrument, provision: Provision, what: str) -> Finding:
    end = provision.start + max(len(provision.number), 1)
    return Finding(
        kind=FindingKind.SLIP,
        says=f"The numbering slips: {what}.",
        places=(instrument.document.span(provision.start, end),),
        path=provision.path,
    )
