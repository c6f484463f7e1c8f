"""The findings: those met on the way, and those that conditions and blank signature lines make."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from conformed.basis import Candidate, Finding, FindingKind
from conformed.instrument import ProvisionKind, Signature
from conformed.language import Interpretation
from conformed.ledger import Entry
from conformed.views.page import PageCandidate, PageFinding
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places

_CLOSED = {FindingKind.DUPLICATE}
_WEIGHT = [
    FindingKind.NO_AGREEMENT, FindingKind.SECOND_AGREEMENT, FindingKind.OTHER_AGREEMENT, FindingKind.MISSING_INSTRUMENT,
    FindingKind.CLASH, FindingKind.NOT_FOUND, FindingKind.AMBIGUOUS, FindingKind.ZOMBIE, FindingKind.UNREAD, FindingKind.UPON,
    FindingKind.LACUNA, FindingKind.SLIP, FindingKind.EXTERNAL_TEXT, FindingKind.BLANK_SIGNATURE, FindingKind.DUPLICATE,
]  # fmt: skip


def findings_of(
    met: Sequence[Finding], entries: Sequence[Entry], sources: Sources, places: Places
) -> tuple[PageFinding, ...]:
    """All findings, those of applying the entries (`met`) among them, numbered in the order of what they put in doubt."""
    links = {read.instrument.document.id: siglum for siglum, read in sources.reads}
    found = [*sources.chain.findings, *met]
    found += [finding for _, read in sources.reads for finding in read.findings]
    found += [*_upon(sources), *_blank(sources)]
    found.sort(key=lambda finding: _WEIGHT.index(finding.kind))
    made = _Maker(links, entries, sources, places)
    return tuple(made.finding(number, finding) for number, finding in enumerate(found, 1))


class _Maker(msgspec.Struct, frozen=True):
    """Makes findings; `links` are the sigla of the documents."""

    links: Mapping[str, str]
    entries: Sequence[Entry]
    sources: Sources
    places: Places

    def finding(self, number: int, finding: Finding) -> PageFinding:
        """A finding under its number."""
        span = finding.places[0] if finding.places else None
        instrument = finding.instrument or (self.links.get(span.document) if span else None)
        link = self.sources.link(instrument)
        entry = next((one for one in self.entries if one.id == finding.entry), None)
        on_text = finding.kind is not FindingKind.UNREAD
        return PageFinding(
            number=number, kind=str(finding.kind), says=finding.says, open=finding.kind not in _CLOSED,
            since=entry.effective if entry else link.effective if link else None, path=finding.path if on_text else None,
            instrument=instrument, entry=finding.entry, provisions=self.places.of(finding.path) if on_text else (),
            quote=self.sources.words(span) or None, span=span, page=self.sources.page(span),
            nearest=self._candidate(finding.nearest) if finding.nearest else None,
            candidates=tuple(self._candidate(one) for one in finding.candidates), settled_by=finding.settled_by,
        )  # fmt: skip

    def _candidate(self, candidate: Candidate) -> PageCandidate:
        places = self.places.of(candidate.path)
        return PageCandidate(candidate.path, candidate.text, places[0] if places else None, candidate.span)


def _upon(sources: Sources) -> Iterator[Finding]:
    for link in sources.chain.links:
        if link.upon and link.changes and link.read is not None:
            spans = tuple(one.span for one in link.read.conditions) or (
                (link.read.head.effective.span,) if link.read.head.effective.span else ()
            )
            count = len(link.read.conditions)
            what = {0: "conditions that are not proved", 1: "a condition that is not proved"}.get(
                count, f"{count} conditions that are not proved"
            )
            yield Finding(
                FindingKind.UPON,
                f"{link.title} takes effect only upon {what}.",
                spans,
                instrument=link.id,
            )


def _blank(sources: Sources) -> Iterator[Finding]:
    titles = {"A": "the Agreement", **{link.id: link.title for link in sources.chain.links}}
    for siglum, read in sources.reads:
        for one in read.signatures:
            unsure = one.signed is None and any(other.signed for other in read.signatures)
            if (one.signed is False or unsure) and not _form(read, one):
                how = "is blank" if one.signed is False else "has a name and no signature"
                says = f"The signature line of {one.party} {how} in the copy of {titles[siglum]} to hand; whether it signed a counterpart is not known."
                yield Finding(FindingKind.BLANK_SIGNATURE, says, (one.span,), instrument=siglum)


def _form(read: Interpretation, one: Signature) -> bool:
    """Whether a signature block stands in an exhibit, as that of a form to be signed later."""
    document = read.instrument.document
    offset = document.reading.at(one.span.start)
    parts = [part for part in read.instrument.root.children if part.kind is ProvisionKind.PART]
    return any(part.start <= offset < part.end for part in parts) and not any(
        other.signed
        for other in read.signatures
        if _part_of(parts, document.reading.at(other.span.start)) is _part_of(parts, offset)
    )


def _part_of(parts: Sequence[object], offset: int) -> object:
    return next((part for part in parts if part.start <= offset < part.end), None)  # type: ignore[attr-defined]
