"""The findings as the page shows them, those that are settled by rulings last."""

from collections.abc import Mapping, Sequence

import msgspec

from conformed.basis import Candidate, Finding, FindingKind
from conformed.basis.finding import Mark
from conformed.language import Action
from conformed.ledger import Entry, Ruling
from conformed.views.page import PageCandidate, PageFinding
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places

_CLOSED = {FindingKind.DUPLICATE}
_WEIGHT = [
    FindingKind.NO_AGREEMENT, FindingKind.SECOND_AGREEMENT, FindingKind.OTHER_AGREEMENT, FindingKind.MISSING_INSTRUMENT,
    FindingKind.CLASH, FindingKind.NOT_FOUND, FindingKind.AMBIGUOUS, FindingKind.ZOMBIE, FindingKind.UNREAD, FindingKind.UPON,
    FindingKind.LACUNA, FindingKind.TRACKED, FindingKind.STRAY_PAGE, FindingKind.SLIP, FindingKind.UNFIT_RULING, FindingKind.UNFIT_EVIDENCE, FindingKind.EXTERNAL_TEXT, FindingKind.BLANK_SIGNATURE, FindingKind.OTHER_SIGNER,
    FindingKind.DUPLICATE,
]  # fmt: skip


def findings_of(
    found: Sequence[Finding],
    settled: Sequence[tuple[Finding, Ruling]],
    entries: Sequence[Entry],
    sources: Sources,
    places: Places,
) -> tuple[PageFinding, ...]:
    """All findings, those that a ruling settles with it, numbered in the order of what they put in doubt."""
    links = {read.instrument.document.id: siglum for siglum, read in sources.reads}
    rulings = {finding.mark: ruling for finding, ruling in settled}
    open_first = sorted(found, key=lambda finding: (finding.mark in rulings, _WEIGHT.index(finding.kind)))
    made = _Maker(links, {one.id: one for one in entries}, sources, places, rulings)
    return tuple(made.finding(number, finding) for number, finding in enumerate(open_first, 1))


_ORDERED = {
    Action.DELETE_ENTRIES: "Entries ordered deleted", Action.ADD_ENTRIES: "Entries ordered added",
    Action.REPLACE_ENTRIES: "Entries ordered replaced", Action.DELETE_TEXT: "Words ordered struck",
    Action.INSERT_TEXT: "Words ordered inserted", Action.REPLACE_TEXT: "Words ordered replaced",
    Action.REPLACE_THROUGHOUT: "Words ordered replaced",
}  # fmt: skip


def _ordered(entry: Entry) -> str | None:
    """What is ordered of words that are not to hand, as `Entries ordered deleted (DSRAX, DSRBX); text not to hand.` tells it."""
    ordered, keys = _ORDERED.get(entry.operation.action), entry.operation.keys
    named = f" ({', '.join(keys)})" if keys else ""
    return f"{ordered}{named}; text not to hand." if ordered else None


class _Maker(msgspec.Struct, frozen=True):
    """Makes findings; `links` are the sigla of the documents."""

    links: Mapping[str, str]
    entries: Mapping[str, Entry]
    sources: Sources
    places: Places
    rulings: Mapping[Mark, Ruling]

    def finding(self, number: int, finding: Finding) -> PageFinding:
        """A finding under its number."""
        span = finding.places[0] if finding.places else None
        instrument = finding.instrument or (self.links.get(span.document) if span else None)
        link = self.sources.link(instrument)
        entry = self.entries.get(finding.entry or "")
        ruling = self.rulings.get(finding.mark)
        on_text = finding.kind is not FindingKind.UNREAD
        return PageFinding(
            number=number, kind=str(finding.kind), says=finding.says, open=ruling is None and finding.kind not in _CLOSED,
            since=entry.effective if entry else link.effective if link else None, path=finding.path if on_text else None,
            instrument=instrument, entry=finding.entry, provisions=self.places.of(finding.path, finding.entry or instrument) if on_text else (),
            quote=self.sources.words(span) or None, span=span, page=self.sources.page(span),
            nearest=self._candidate(finding.nearest) if finding.nearest else None,
            candidates=tuple(self._candidate(one) for one in finding.candidates), settled_by=ruling.says if ruling else finding.settled_by,
            margin=_ordered(entry) if entry and finding.kind is FindingKind.LACUNA else None,
            spans=finding.places,
        )  # fmt: skip

    def _candidate(self, candidate: Candidate) -> PageCandidate:
        places = self.places.of(candidate.path)
        return PageCandidate(candidate.path, candidate.text, places[0] if places else None, candidate.span)
