"""What is open of a text that is shown: changes that were not applied, slips, sentences not read, and what is not to hand.

In: the chain, its entries, a version with what was found in it, the passages of it that are shown, and the day and the
instruments shown.  Out: sentences, each with what gave rise to it.  Afterwards no open point that bears on the passages
is passed over; what bears on the matter as a whole is told in a sentence for each instrument, or for what is missing.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

from conformed.basis import Finding, FindingKind, Span
from conformed.document import Document
from conformed.instrument import parse_path
from conformed.ledger import Chain, Entry, Link
from conformed.version import Numbers, OutcomeKind, Passage, Version, numbers
from conformed.views.beside import bears
from conformed.views.lacking import lacking
from conformed.views.lines import short
from conformed.views.places import where
from conformed.views.told import finding_title

_LONG = 400  # characters of a sentence that a note quotes whole
_OF_INSTRUMENTS = {
    FindingKind.UPON, FindingKind.BLANK_SIGNATURE, FindingKind.OTHER_SIGNER, FindingKind.MISSING_INSTRUMENT, FindingKind.NO_AGREEMENT,
    FindingKind.SECOND_AGREEMENT, FindingKind.DUPLICATE, FindingKind.EXTERNAL_TEXT, FindingKind.UNFIT_RULING, FindingKind.UNFIT_EVIDENCE,
    FindingKind.TRACKED,
}  # fmt: skip


def unsettled(
    chain: Chain,
    entries: Sequence[Entry],
    version: Version,
    found: Sequence[Finding],
    within: Sequence[Passage],
    day: datetime.date | None,
    shown: Collection[str],
) -> list[str]:
    """The sentences on what is open of some passages; `found` is what is open, `shown` are the sigla of the instruments shown."""
    links = [
        link
        for link in chain.links
        if link.id in shown and link.changes and (day is None or link.effective is None or link.effective <= day)
    ]
    told = _Teller(links, entries, numbers(version, chain), chain.documents, within)
    return [*told.points(found), *told.unread(found), *lacking(chain, {link.id for link in links}, day)]


class _Teller:
    """Tells of findings; `links` are the instruments shown, `within` the passages."""

    def __init__(
        self,
        links: Sequence[Link],
        entries: Sequence[Entry],
        known: Numbers,
        documents: dict[str, Document],
        within: Sequence[Passage],
    ) -> None:
        self.links = {link.id: link for link in links}
        self.entries = {entry.id: entry for entry in entries}
        self.outcomes = {one.entry: one.kind for one in known.version.outcomes}
        self.known, self.documents, self.within = known, documents, within

    def points(self, found: Sequence[Finding]) -> Iterator[str]:
        """A sentence for each finding on words that are shown."""
        for finding in found:
            entry = self.entries.get(finding.entry or "")
            if finding.kind in _OF_INSTRUMENTS or (finding.kind is FindingKind.UNREAD and entry is None):
                continue
            if entry is None and finding.path is None and self.within[0] is not self.known.version.root:
                continue
            paths = [path for path in (finding.path, *(one.path for one in finding.candidates)) if path]
            if not paths or bears(self.known, [parse_path(path) for path in paths], finding.entry, self.within):
                yield self._point(finding, entry)

    def _point(self, finding: Finding, entry: Entry | None) -> str:
        link = self.links.get(entry.link if entry else finding.instrument or "")
        at = entry.operation.at if entry else None
        source = (f"{link.spoken}, {where(at)}" if at else link.spoken) if link else ""
        source = source[:1].upper() + source[1:]
        if entry is not None and self.outcomes.get(entry.id) in {OutcomeKind.UNAPPLIED, OutcomeKind.HELD}:
            quoted = _quoted(self.documents, entry.operation.sentence)
            return f"{source}, is not applied: {quoted} {finding.says}"
        head = f"{source}: {finding_title(finding.kind).lower()}" if source else finding_title(finding.kind)
        return f"{head}. {finding.says}"

    def unread(self, found: Sequence[Finding]) -> Iterator[str]:
        """A sentence for each instrument that has sentences which are not read."""
        for link in self.links.values():
            own = link.read.instrument.document.id if link.read else None
            spans = [
                place
                for one in found
                if one.kind is FindingKind.UNREAD and not one.entry
                for place in one.places
                if place.document == own
            ]
            if len(spans) == 1:
                yield f"A sentence of {link.spoken} that may change the agreement is not read: {_quoted(self.documents, spans[0])}"
            elif spans:
                yield f"{len(spans)} sentences of {link.spoken} that may change the agreement are not read; the list of open points has them."


def _quoted(documents: dict[str, Document], span: Span) -> str:
    document = documents.get(span.document)
    return f"“{short(document.words(span), _LONG)}”" if document else ""
