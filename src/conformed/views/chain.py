"""The chain as lines: each document of a matter with its days, and why it stands where it stands.

In: a page.  Out: a text for a terminal: the agreement and its instruments in order, those that are not to hand
among them, then what the chain leaves in doubt and the files that were left out.
"""

from collections.abc import Iterator, Sequence

from conformed.basis import long_day
from conformed.views.lines import folded
from conformed.views.page import Page, PageInstrument, PageSignature
from conformed.views.told import effect, lines_dated

_CHAIN = {"NoAgreement", "SecondAgreement", "OtherAgreement", "MissingInstrument", "Duplicate", "Clash"}


def chain_text(page: Page) -> str:
    """The chain of a matter; ends with a line end."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    names = {document.id: document.name for document in page.documents}
    yield page.title
    for instrument in page.instruments:
        yield ""
        file = names.get(instrument.document or "", "not to hand")
        yield f"{instrument.id:<3} {instrument.title} ({file})"
        yield from (line for sentence in _sentences(instrument, page.signatures) for line in folded(sentence, "    "))
    doubts = [
        finding.says
        for finding in page.findings
        if (finding.open or finding.kind == "Duplicate") and finding.kind in _CHAIN and (finding.entry is None or finding.kind == "Clash")
    ]
    for sentence in (*dict.fromkeys(doubts), *page.files):
        yield ""
        yield from folded(sentence)


def _sentences(instrument: PageInstrument, signatures: Sequence[PageSignature]) -> Iterator[str]:
    lines = lines_dated(one.date for one in signatures if one.instrument == instrument.id)
    dated = f"Dated {long_day(instrument.dated)}" if instrument.dated else ", ".join(filter(None, ("It bears no day of its own", lines)))
    told = effect(instrument.effective, instrument.basis, awaited=instrument.unfixed)
    yield f"{dated}; {told}." if instrument.effective or instrument.unfixed else f"{dated}."
    yield f"Placed {instrument.place}."
    yield instrument.standing
