"""What one instrument leaves unsettled by itself: conditions that are not proved, signature lines that are blank.

In: the reading of an instrument.  Out: from when it counts, whether it waits for conditions, and findings for what it waits for,
for each signature line that is blank in the copy to hand, those of forms to be signed later left out, and where those who sign
are not those whom it names.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from conformed.basis import Finding, FindingKind, Span, long_day
from conformed.instrument import Head, Named, Signature
from conformed.instrument.signers import named_nowhere, without_block
from conformed.language.conditions_named import misnamed, misplaced
from conformed.language.operation import Condition, Interpretation
from conformed.language.remarks import remarks


def counts_from(head: Head) -> datetime.date | None:
    """The day from which an instrument counts: the one on which it takes effect, else its date."""
    return head.effective.date or head.dated


def is_upon(read: Interpretation) -> bool:
    """Whether an instrument waits for conditions."""
    return bool(read.conditions) or read.head.effective.basis == "conditions"


def awaits(read: Interpretation) -> bool:
    """Whether an instrument waits for conditions and states no day from which it then counts."""
    effective = read.head.effective
    return is_upon(read) and effective.date is None and effective.basis != "mixed"


def title_of(named: Named) -> str:
    """What an instrument is called that a recital names."""
    return named.title or (f"Amendment No. {named.number}" if named.number else "An earlier instrument")


def last_day(conditions: Sequence[Condition]) -> datetime.date | None:
    """The day by which conditions are to be met."""
    return next((one.last for one in conditions if one.last), None)


def alone(read: Interpretation) -> Iterator[Finding]:
    """What is not settled of an instrument that is read by itself: what its chain would tell, and the earlier ones that it names."""
    for named in read.head.earlier:
        day = f", dated {long_day(named.dated)}," if named.dated else ""
        says = f"{title_of(named)}{day} is named as an earlier instrument; what it changes is not told here."
        yield Finding(FindingKind.MISSING_INSTRUMENT, says, (named.span,) if named.span else ())
    if not read.head.kind.agrees:
        yield from upon(read, "This instrument", None, read.conditions if is_upon(read) else None)
    yield from blank(read, "this instrument", None)
    yield from signers(read, "this instrument", None)
    yield from misplaced(read, "this instrument", None)
    yield from misnamed(read, "this instrument", None)
    yield from outside(read, "this instrument", None)


def outside(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    """A finding for each text outside the matter that an instrument makes part of the agreement, such as a tariff."""
    said: dict[str, list[Span]] = {}
    for one in remarks(read, "incorporated"):
        said.setdefault(one.name or "", []).append(one.sentence)
    for name, places in said.items():
        says = f"{title[:1].upper()}{title[1:]} refers to {name}, which is not to hand; what that says is not known here."
        yield Finding(FindingKind.EXTERNAL_TEXT, says, tuple(dict.fromkeys(places)), instrument=siglum)


def upon(
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


def blank(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    """A finding for each signature line that is blank in the copy to hand."""
    for one in unsigned(read):
        though = f", though {filled_in(one)} filled in" if one.signed is None else ""
        says = f"The signature line of {one.party} is blank in the copy of {title} to hand{though}; whether it signed a counterpart is not known."
        yield Finding(FindingKind.BLANK_SIGNATURE, says, (one.span,), instrument=siglum)


def signers(read: Interpretation, title: str, siglum: str | None) -> Iterator[Finding]:
    """A finding for each party that the preamble names and no signature page, and for each entity that signs and is named nowhere else."""
    others = named_nowhere(read.instrument, read.parties, read.signatures)
    signing = list(dict.fromkeys(one.party for one in others))
    for one in without_block(read.instrument, read.parties, read.signatures):
        instead = f"; {signing[0]} signs, which it does not name" if len(signing) == 1 else ""
        says = f"The preamble of {title} names {one.name}, and no signature page in the copy to hand bears that name{instead}."
        yield Finding(FindingKind.OTHER_SIGNER, says, (one.span,), instrument=siglum)
    for name in signing:
        spans = tuple(one.span for one in others if one.party == name)
        yield Finding(FindingKind.OTHER_SIGNER, f"{name} has a signature line in {title}, which names it nowhere else.", spans, instrument=siglum)


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
