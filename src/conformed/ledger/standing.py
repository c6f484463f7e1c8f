"""What is not settled of the instruments themselves: conditions that are not proved, signature lines that are blank.

In: a chain.  Out: a finding for each instrument that waits for conditions, or changes of which wait for an event, and for
each signature line that is blank in the copy to hand, those of forms to be signed later left out.
"""

from collections import Counter
from collections.abc import Iterator

from conformed.basis import Finding, FindingKind
from conformed.language import Interpretation
from conformed.ledger.chain import Chain
from conformed.ledger.link import Link


def standing(chain: Chain) -> Iterator[Finding]:
    """The findings of a chain's instruments, in their order."""
    yield from _upon(chain)
    yield from _blank(chain)


def _upon(chain: Chain) -> Iterator[Finding]:
    for link in chain.links:
        if link.read is None or not link.changes:
            continue
        says = [f"{link.title} takes effect only upon {_conditions(link.read)}."] if link.upon else []
        says += [f"{told}." for told in waiting(link)]
        told_in = [one.span for one in link.read.conditions] or filter(None, [link.read.head.effective.span])
        waits = (one.sentence for one in link.read.operations if one.waits)
        spans = tuple(dict.fromkeys((*(told_in if link.upon else ()), *waits)))
        if says:
            yield Finding(FindingKind.UPON, " ".join(says), spans, instrument=link.id)


def _conditions(read: Interpretation) -> str:
    count = len(read.conditions)
    return {0: "conditions that are not proved", 1: "a condition that is not proved"}.get(
        count, f"{count} conditions that are not proved"
    )


def waiting(link: Link) -> list[str]:
    """What changes of an instrument wait for, and how many of them: `3 changes of Amendment No. 2 wait for the Sale Date`."""
    counted = Counter(one.waits for one in link.read.operations if one.waits) if link.read else Counter()
    return [
        f"A change of {link.title} {waits}"
        if count == 1
        else f"{count} changes of {link.title} wait{waits.removeprefix('waits')}"
        for waits, count in counted.items()
    ]


def _blank(chain: Chain) -> Iterator[Finding]:
    reads = [
        ("A", "the Agreement", chain.agreement),
        *((link.id, link.title, link.read) for link in chain.links),
    ]
    for siglum, title, read in reads:
        lines = read.signatures if read else ()
        shown = any(one.signed for one in lines)
        for one in lines:
            unsure = one.signed is None and shown
            if (one.signed is False or unsure) and not one.form:
                how = "is blank" if one.signed is False else "has a name and no signature"
                says = f"The signature line of {one.party} {how} in the copy of {title} to hand; whether it signed a counterpart is not known."
                yield Finding(FindingKind.BLANK_SIGNATURE, says, (one.span,), instrument=siglum)
