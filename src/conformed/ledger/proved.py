"""What evidence proves of a chain: conditions met or not, events that came, waivers that ended early.

In: the links of a chain, or their operations, and the evidence.  Out: the links and operations with what is known of them,
and a finding for each piece of evidence that speaks of nothing here.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Finding, FindingKind, long_day
from conformed.language import Operation, Waiver
from conformed.ledger.effectiveness import Failure, effectiveness
from conformed.ledger.evidence import About, Evidence
from conformed.ledger.link import Link


def proved(link: Link, known: Sequence[Evidence]) -> Link:
    """A link with what is known of its conditions, of the events that its changes wait for, and of what ends its waivers."""
    if link.read is None or not link.changes:
        return link
    known = [one for one in known if not _is_early(one, link)]
    endings = tuple(_ending(one, link, known) for one in link.read.waivers)
    read = msgspec.structs.replace(
        link.read,
        operations=tuple(_come(one, link, known) for one in link.read.operations),
        waivers=tuple(_ended(*pair) for pair in zip(link.read.waivers, endings, strict=True)),
    )
    link = msgspec.structs.replace(link, read=read, endings=endings)
    if link.upon:
        told = effectiveness(read, link.called, known)
        link = msgspec.structs.replace(
            link, effective=told.day or link.effective, upon=told.upon, proofs=told.proofs, by=told.by, failed=told.failed
        )
    return _signed(link, known)


def _signed(link: Link, known: Sequence[Evidence]) -> Link:
    """A link with what is known of its signing: what was not signed is not in force."""
    told = [one for one in known if one.speaks_of(link.called, About.SIGNING, None) and _has_lines(link)]
    if not told:
        return link
    failed = Failure(None, f"it was not signed by {long_day(told[-1].day)}") if told[-1].state == "unmet" else None
    link = msgspec.structs.replace(link, signing=told[-1])
    return msgspec.structs.replace(link, failed=link.failed or failed, upon=False) if failed else link


def _has_lines(link: Link) -> bool:
    """Whether an instrument has lines to sign on."""
    return link.read is not None and any(not one.form for one in link.read.signatures)


def _come(operation: Operation, link: Link, known: Sequence[Evidence]) -> Operation:
    """An operation with the day on which the event came that it waits for."""
    if not operation.waits:
        return operation
    told = [one for one in known if one.speaks_of(link.called, About.EVENT, operation.at)]
    if not told or told[-1].state != "met":
        return operation
    return msgspec.structs.replace(operation, effective=told[-1].day, waits=None)


def _ending(waiver: Waiver, link: Link, known: Sequence[Evidence]) -> Evidence | None:
    """What is known last of the event that ends a waiver early."""
    told = [one for one in known if _ends(one, link, waiver)]
    return told[-1] if told else None


def _ended(waiver: Waiver, ending: Evidence | None) -> Waiver:
    """A waiver with the day on which the event came that ends it early."""
    if ending is None or ending.state != "met":
        return waiver
    return msgspec.structs.replace(waiver, last=min(ending.day, waiver.last or ending.day))


def _ends(one: Evidence, link: Link, waiver: Waiver) -> bool:
    """Whether a piece of evidence speaks of what ends a waiver early, and of a day on which this had begun."""
    begun = waiver.first or link.effective or link.dated
    return bool(waiver.lapses_if) and one.speaks_of(link.called, About.LAPSE, waiver.at) and (begun is None or begun <= one.day)


def unfit(links: Sequence[Link], known: Sequence[Evidence]) -> Iterator[Finding]:
    """A finding for each piece of evidence that speaks of nothing in the chain; `links` are as they were read."""
    for one in known:
        fitting = [link for link in links if link.read is not None and link.changes and _fits(one, link)]
        if all(_is_early(one, link) for link in fitting):
            at = f" at {one.at}" if one.at else ""
            made = fitting[0].dated if fitting else None
            why = f"is of {long_day(one.day)}, and it was made on {long_day(made)}" if made else "fits nothing here"
            says = f"The evidence of {one.by} on {_WHAT[one.about]} of {one.instrument}{at} {why}; it was not followed."
            yield Finding(FindingKind.UNFIT_EVIDENCE, says)


def _is_early(one: Evidence, link: Link) -> bool:
    """Whether a piece of evidence is of a day before that which an instrument bears; one may be signed before that."""
    return one.about is not About.SIGNING and link.dated is not None and one.day < link.dated


_WHAT = {About.SIGNING: "the signing", About.CONDITION: "a condition", About.EVENT: "an event", About.LAPSE: "the end of a waiver"}


def _fits(one: Evidence, link: Link) -> bool:
    read = link.read
    if read is None:
        return False
    if one.about is About.SIGNING:
        return one.speaks_of(link.called, About.SIGNING, None) and _has_lines(link)
    if one.about is About.LAPSE:
        return any(_ends(one, link, waiver) for waiver in read.waivers)
    if one.about is About.EVENT:
        return any(each.waits and one.speaks_of(link.called, About.EVENT, each.at) for each in read.operations)
    places = [each.at for each in read.conditions] or ([None] if link.upon else [])
    return any(one.speaks_of(link.called, About.CONDITION, at) for at in places)
