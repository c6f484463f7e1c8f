"""What is not settled of the instruments themselves: conditions that are not proved, signature lines that are blank.

In: a chain, or one instrument.  Out: a finding for each instrument that waits for conditions, or changes of which wait for an event, and for
each signature line that is blank in the copy to hand, those of forms to be signed later left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from conformed.basis import Finding, FindingKind, long_day
from conformed.instrument import InstrumentKind, Signature
from conformed.language import Condition, Interpretation
from conformed.ledger.called import title_of
from conformed.ledger.chain import Chain
from conformed.ledger.effectiveness import State, last_day
from conformed.ledger.link import is_upon


def standing(chain: Chain) -> Iterator[Finding]:
    """The findings of a chain's instruments, in their order; those of another agreement are not its own."""
    ours = [(link.read, link.spoken, link.id) for link in chain.links if link.read is not None and link.changes]
    for link in chain.links:
        if link.read is not None and link.changes and not link.failed:
            waits = [one.condition for one in link.proofs if one.state is not State.MET]
            yield from _upon(link.read, link.spoken, link.id, waits if link.upon else None)
    agreement = [(chain.agreement, "the Agreement", "A")] if chain.agreement else []
    for read, title, siglum in (*agreement, *ours):
        yield from _blank(read, title, siglum)


def alone(read: Interpretation) -> Iterator[Finding]:
    """What is not settled of an instrument that is read by itself: what `standing` tells, and the earlier ones that it names."""
    for named in read.head.earlier:
        day = f", dated as of {long_day(named.dated)}," if named.dated else ""
        says = f"{title_of(named)}{day} is named as an earlier instrument; what it changes is not told here."
        yield Finding(FindingKind.MISSING_INSTRUMENT, says, (named.span,) if named.span else ())
    if read.head.kind is not InstrumentKind.AGREEMENT:
        yield from _upon(read, "This instrument", None, read.conditions if is_upon(read) else None)
    yield from _blank(read, "this instrument", None)


def _upon(
    read: Interpretation, title: str, siglum: str | None, unproved: Sequence[Condition] | None
) -> Iterator[Finding]:
    """What an instrument, or changes of it, wait for; `unproved` are its conditions, None where it waits for none."""
    says = [f"{title[:1].upper()}{title[1:]} takes effect only upon {_conditions(len(unproved))}."] if unproved is not None else []
    if unproved and (last := last_day(unproved)):
        says += [f"{'They are' if len(unproved) > 1 else 'It is'} to be met by {long_day(last)}."]
    says += [f"{told}." for told in waiting(read, title)]
    told_in = [span for one in unproved or () for span in (one.led_by, one.span)] or [read.head.effective.span]
    waits = (one.sentence for one in read.operations if one.waits)
    spans = tuple(dict.fromkeys((*(span for span in told_in if span and unproved is not None), *waits)))
    if says:
        yield Finding(FindingKind.UPON, " ".join(says), spans, instrument=siglum)


def _conditions(count: int) -> str:
    return {0: "conditions that are not proved", 1: "a condition that is not proved"}.get(
        count, f"{count} conditions that are not proved"
    )


def waiting(read: Interpretation, title: str) -> list[str]:
    """What changes of an instrument wait for, and how many of them: `3 changes of Amendment No. 2 wait for the Sale Date`."""
    counts = Counter(one.waits for one in read.operations if one.waits)
    of = title[:1].lower() + title[1:] if title.startswith("This ") else title
    return [
        f"A change of {of} {waits}" if count == 1 else f"{count} changes of {of} wait{waits.removeprefix('waits')}"
        for waits, count in counts.items()
    ]


def _blank(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    for one in unsigned(read):
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
