"""The instruments: what each is, when it takes effect, and where it stands."""

from collections.abc import Iterator

from conformed.basis import long_day
from conformed.ledger import Link, blank_lines, waiting
from conformed.views.page import PageCondition, PageInstrument
from conformed.views.to_page.sources import Sources
from conformed.views.told import basis


def instruments(sources: Sources) -> Iterator[PageInstrument]:
    """The agreement, then its instruments in order."""
    chain = sources.chain
    agreement = chain.agreement
    document = agreement.instrument.document.id if agreement else None
    standing = (
        "The agreement as signed."
        if agreement
        else "Not to hand: its text is known only so far as the instruments give it."
    )
    yield PageInstrument(
        id="A", title="Agreement", kind="agreement", number=None, dated=chain.dated, effective=chain.dated, basis="as of its date",
        upon=False, until=None, missing=agreement is None, changes=True, document=document, standing=standing, place="first: the others change it",
        conditions=(),
    )  # fmt: skip
    for link in chain.links:
        yield _instrument(link, sources)


def _instrument(link: Link, sources: Sources) -> PageInstrument:
    read = link.read
    waivers = [waiver.last for waiver in read.waivers if waiver.last] if read else []
    only_waives = read is not None and not read.operations and bool(read.waivers)
    return PageInstrument(
        id=link.id, title=link.title, kind=str(read.head.kind) if read else "missing", number=link.number, dated=link.dated,
        effective=None if link.failed else link.effective, basis=_basis(link), upon=link.upon, until=max(waivers) if only_waives and waivers else None,
        missing=read is None, changes=link.changes and not link.failed, document=read.instrument.document.id if read else None,
        standing=_standing(link), place=link.place, blank=blank_lines(link.read) if link.read else "",
        conditions=tuple(
            PageCondition(
                one.condition.at or "", one.condition.text, str(one.state), one.evidence.says if one.evidence else None,
                sources.page(one.condition.span), one.condition.span,
            ) for one in link.proofs
        ),
    )  # fmt: skip


def _basis(link: Link) -> str:
    if link.read is None:
        return "not to hand; the day is the one that a recital gives"
    return "its conditions were not met" if link.failed else basis(link.read.head)


def _standing(link: Link) -> str:
    if link.read is None:
        return "Not to hand: what it changes is not known."
    if not link.changes:
        return "None of it is applied."
    if link.failed:
        return f"{link.failed} None of it is applied."
    waits = "".join(f" {told}." for told in waiting(link.read, link.title))
    blank = blank_lines(link.read)
    signed = f" {blank}." if blank else ""
    if link.upon:
        return f"In force if its conditions were met; none of them is proved.{waits}{signed}"
    if link.effective is None:
        return f"In force from a date that is not stated.{waits}{signed}"
    return f"In force from {long_day(link.effective)}.{waits}{signed}"
