"""The instruments: what each is, and when it takes effect."""

from collections.abc import Iterator

from conformed.language.by_itself import blank_lines, waiting
from conformed.ledger import Link
from conformed.views.page import PageCondition, PageInstrument
from conformed.views.to_page.sources import Sources
from conformed.views.told import basis


def instruments(sources: Sources) -> Iterator[PageInstrument]:
    """The agreement, then its instruments in order; where they stand on a day is told when all else is known."""
    chain = sources.chain
    agreement = chain.agreement
    document = agreement.instrument.document.id if agreement else None
    yield PageInstrument(
        id="A", title="Agreement", kind="agreement", number=None, dated=chain.dated, effective=chain.dated, basis="as of its date",
        upon=False, until=None, missing=agreement is None, changes=True, document=document, standing="", place="first: the others change it",
        conditions=(),
    )  # fmt: skip
    for link in chain.links:
        yield _instrument(link, sources)


def _instrument(link: Link, sources: Sources) -> PageInstrument:
    read = link.read
    waivers = [waiver.last for waiver in read.waivers if waiver.last] if read else []
    only_waives = read is not None and not read.operations and bool(read.waivers)
    ours = link.changes and not link.failed
    return PageInstrument(
        id=link.id, title=link.title, kind=str(read.head.kind) if read else "missing", number=link.number, dated=link.dated,
        effective=None if link.failed else link.effective, basis=_basis(link), upon=link.upon, until=max(waivers) if only_waives and waivers else None,
        missing=read is None, changes=ours, document=read.instrument.document.id if read else None,
        standing="", place=link.place, blank=blank_lines(read) if read and ours else "",
        waits=tuple(waiting(read, link.spoken)) if read and ours else (), failed=link.failed,
        unfixed=link.awaits,
        conditions=tuple(
            PageCondition(
                one.condition.at or "", one.condition.text, str(one.state), one.evidence.says if one.evidence else None,
                sources.page(one.condition.span), one.condition.span, sources.words(one.condition.led_by) or None, one.condition.last,
            ) for one in link.proofs
        ),
    )  # fmt: skip


def _basis(link: Link) -> str:
    if link.read is None:
        return "not to hand; the day is the one that a recital gives"
    return "its conditions were not met" if link.failed else basis(link.read.head)
