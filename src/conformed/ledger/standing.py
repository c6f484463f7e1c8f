"""What is not settled of the instruments themselves: conditions that are not proved, signature lines that are blank.

In: a chain.  Out: a finding for each instrument that waits for conditions, or changes of which wait for an event, and for
each signature line that is blank in the copy to hand, those of forms to be signed later left out.
"""

from collections import Counter
from collections.abc import Iterator

from conformed.basis import Finding, FindingKind
from conformed.instrument import Signature
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
        for one in unsigned(read) if read else ():
            though = f", though {filled_in(one)} filled in" if one.signed is None else ""
            says = f"The signature line of {one.party} is blank in the copy of {title} to hand{though}; whether it signed a counterpart is not known."
            yield Finding(FindingKind.BLANK_SIGNATURE, says, (one.span,), instrument=siglum)


def unsigned(read: Interpretation) -> list[Signature]:
    """The signature lines of an instrument that are blank in the copy to hand, those of forms left out."""
    shows_others = any(one.signed for one in read.signatures)
    return [
        one
        for one in read.signatures
        if (one.signed is False or (one.signed is None and shows_others)) and not one.form
    ]


def blank_lines(read: Interpretation) -> str:
    """How many signature lines are blank in the copy to hand: `1 signature line is blank in this copy`; nothing where none is."""
    count = len(unsigned(read))
    return f"{count} signature line{'s are' if count > 1 else ' is'} blank in this copy" if count else ""


def filled_in(one: Signature) -> str:
    """What is filled in at a signature line, with its verb: `name (Ada Thorne), title and date are`."""
    told = {f"name ({one.signatory})": one.signatory, "title": one.title, "date": one.date}
    parts = [name for name, value in told.items() if value]
    *first, last = parts or ["the rest"]
    return f"{', '.join(first)} and {last} are" if first else f"{last} is"
