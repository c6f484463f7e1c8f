"""A matter as the reading page shows it and `matter.json` holds it.

In: the chain, its entries and the version that holds all of them.  Out: a `Page` of flat values.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from conformed import __version__
from conformed.basis import Candidate, Finding, FindingKind, Span
from conformed.document import Document
from conformed.instrument import ProvisionKind, Signature, affiliates, parse_path
from conformed.language import Action, Interpretation
from conformed.ledger import Chain, Entry, Link
from conformed.version import Outcome, Passage, Run, Version
from conformed.version.locate import key, locate
from conformed.views.page import (
    Page,
    PageAffiliates,
    PageCandidate,
    PageCondition,
    PageDate,
    PageDocument,
    PageEntry,
    PageFinding,
    PageInstrument,
    PageNote,
    PageParty,
    PageProvision,
    PageReference,
    PageRun,
    PageSignature,
    PageWaiver,
)

_LABELS = {
    Action.REPLACE_PROVISION: "replaced", Action.DELETE_PROVISION: "deleted", Action.ADD_PROVISION: "added",
    Action.REPLACE_TEXT: "Words replaced", Action.DELETE_TEXT: "Words struck", Action.INSERT_TEXT: "Words inserted",
    Action.REPLACE_THROUGHOUT: "Words replaced throughout", Action.DELETE_ENTRIES: "Entries struck",
    Action.ADD_ENTRIES: "Entries added", Action.REPLACE_ENTRIES: "Entries replaced", Action.RENUMBER: "Renumbered",
    Action.RESTATE_AGREEMENT: "Agreement restated", Action.OVERRIDE: "Overridden",
}  # fmt: skip
_CLOSED = {FindingKind.DUPLICATE}
_LISTED = {
    ProvisionKind.ARTICLE,
    ProvisionKind.SECTION,
    ProvisionKind.PART,
    ProvisionKind.SIGNATURES,
    ProvisionKind.DEFINITION,
}


def to_page(chain: Chain, entries: Sequence[Entry], version: Version, today: datetime.date) -> Page:
    """The page of a matter, as of `today`."""
    return _Maker(chain, entries, version, today).page()


class _Maker:
    """Turns the values of a matter into those of its page."""

    def __init__(
        self, chain: Chain, entries: Sequence[Entry], version: Version, today: datetime.date
    ) -> None:
        self.chain, self.entries, self.version, self.today = chain, entries, version, today
        self.reads = [
            *([("A", chain.agreement)] if chain.agreement else []),
            *((link.id, link.read) for link in chain.links if link.read),
        ]
        self.documents: dict[str, Document] = {
            read.instrument.document.id: read.instrument.document for _, read in self.reads
        }
        self.provisions = tuple(self._provisions(version.root))
        self.by_path: dict[tuple[str, ...], list[str]] = {}
        for provision in self.provisions:
            if provision.path:
                self.by_path.setdefault(key(parse_path(provision.path)), []).append(provision.id)
        self.findings = self._findings()

    def page(self) -> Page:
        """The whole page."""
        days = [day for link in self.chain.links for day in (link.effective, link.dated) if day]
        days += [
            day
            for _, read in self.reads
            for waiver in read.waivers
            for day in (waiver.first, waiver.last)
            if day
        ]
        days += [self.chain.dated] if self.chain.dated else []
        return Page(
            version=__version__,
            title=self.chain.title,
            today=self.today,
            first=min(days, default=self.today),
            last=max([*days, self.today]),
            remark=None
            if self.chain.agreement
            else "The agreement is not to hand. The text is the skeleton that its instruments tell.",
            documents=tuple(
                PageDocument(d.id, d.name, d.pages, len(d.text)) for d in self.documents.values()
            ),
            instruments=tuple(self._instruments()),
            provisions=self.provisions,
            entries=tuple(
                self._entry(entry, outcome)
                for entry, outcome in zip(self.entries, self.version.outcomes, strict=True)
            ),
            findings=self.findings,
            waivers=tuple(self._waivers()),
            signatures=tuple(
                self._signature(siglum, one) for siglum, read in self.reads for one in read.signatures
            ),
            parties=tuple(self._parties()),
            affiliates=tuple(
                PageAffiliates(one.state, one.names, siglum, self._page(one.span), one.span)
                for siglum, read in self.reads
                for one in affiliates(read.instrument.document)
            ),
            references=tuple(self._references()),
            notes=tuple(self._notes()),
            dates=tuple(self._dates()),
            files=self.chain.files,
        )

    def _page(self, span: Span | None) -> int | None:
        return (
            self.documents[span.document].page(span.start)
            if span is not None and span.document in self.documents
            else None
        )

    def _words(self, span: Span | None) -> str:
        return " ".join(self.documents[span.document].words(span).split()) if span is not None else ""

    # the text

    def _provisions(self, root: Passage) -> Iterator[PageProvision]:
        count = 0
        stack: list[tuple[Passage, str | None, int]] = [(child, None, 0) for child in reversed(root.children)]
        while stack:
            passage, parent, level = stack.pop()
            count += 1
            own = f"p{count}"
            yield self._provision(passage, own, parent, level)
            for child in reversed(passage.children):
                deeper = (
                    level + 1
                    if child.kind is ProvisionKind.CLAUSE
                    else level
                    if passage.kind is ProvisionKind.CLAUSE
                    else 0
                )
                stack.append((child, own, deeper))

    def _provision(self, passage: Passage, own: str, parent: str | None, level: int) -> PageProvision:
        return PageProvision(
            id=own, path=passage.path, parent=parent, kind=str(passage.kind), level=level,
            number=passage.number or None, heading=passage.caption or None, run_in=passage.run_in,
            outline=passage.kind in _LISTED, added=passage.added, struck=passage.struck,
            runs=tuple(map(self._run, passage.runs)), numbers=tuple(map(self._run, passage.numbers)),
            columns=passage.columns,
        )  # fmt: skip

    def _run(self, run: Run) -> PageRun:
        return PageRun(run.text, run.span, self._page(run.span), run.added, run.struck, run.lacuna, run.ours)

    def _places(self, path: str | None) -> tuple[str, ...]:
        """The provisions of the page that an address names."""
        if not path or path == "*":
            return ()
        address = parse_path(path)
        found = self.by_path.get(key(address), [])
        while not found and (above := address.above()) is not None:
            address = above
            found = self.by_path.get(key(address), [])
        if not found and address.term is not None:
            trails = locate(self.version.root, address).trails
            found = (
                self.by_path.get(key(parse_path(_at(self.version.root, trails[0]).path)), [])
                if trails
                else []
            )
        return tuple(found)

    # instruments

    def _instruments(self) -> Iterator[PageInstrument]:
        agreement = self.chain.agreement
        document = agreement.instrument.document.id if agreement else None
        standing = (
            "The agreement as signed."
            if agreement
            else "Not to hand: its text is known only so far as the instruments give it."
        )
        yield PageInstrument(
            id="A", title="Agreement", kind="agreement", number=None, dated=self.chain.dated, effective=self.chain.dated, basis="as of its date",
            upon=False, until=None, missing=agreement is None, changes=True, document=document, standing=standing, place="first: the others change it",
            conditions=(),
        )  # fmt: skip
        for link in self.chain.links:
            yield self._instrument(link)

    def _instrument(self, link: Link) -> PageInstrument:
        read = link.read
        waivers = [waiver.last for waiver in read.waivers if waiver.last] if read else []
        only_waives = read is not None and not read.operations and bool(read.waivers)
        return PageInstrument(
            id=link.id, title=link.title, kind=str(read.head.kind) if read else "missing", number=link.number, dated=link.dated,
            effective=link.effective, basis=_basis(link), upon=link.upon, until=max(waivers) if only_waives and waivers else None,
            missing=read is None, changes=link.changes, document=read.instrument.document.id if read else None,
            standing=_standing(link), place=link.place,
            conditions=tuple(
                PageCondition(one.at or "", one.text, "unproved", None, self._page(one.span), one.span) for one in (read.conditions if read else ())
            ),
        )  # fmt: skip

    # entries and findings

    def _entry(self, entry: Entry, outcome: Outcome) -> PageEntry:
        operation = entry.operation
        number = next((finding.number for finding in self.findings if finding.entry == entry.id), None)
        places = tuple(
            dict.fromkeys(
                place for path in (*outcome.paths, str(operation.target)) for place in self._places(path)
            )
        )
        return PageEntry(
            id=entry.id, instrument=entry.link, action=str(operation.action), label=_label(entry), target=str(operation.target), at=operation.at,
            sentence=self._words(operation.sentence), span=operation.sentence, page=self._page(operation.sentence), effective=entry.effective,
            outcome=str(outcome.kind), because=outcome.because, finding=number, provisions=places,
        )  # fmt: skip

    def _findings(self) -> tuple[PageFinding, ...]:
        """All findings, numbered in the order of what they put in doubt."""
        links = {read.instrument.document.id: siglum for siglum, read in self.reads}
        found = [*self.chain.findings, *self.version.findings]
        found += [finding for _, read in self.reads for finding in read.findings]
        found += list(self._upon()) + list(self._blank())
        found.sort(key=lambda finding: _WEIGHT.index(finding.kind))
        return tuple(self._finding(number, finding, links) for number, finding in enumerate(found, 1))

    def _finding(self, number: int, finding: Finding, links: Mapping[str, str]) -> PageFinding:
        span = finding.places[0] if finding.places else None
        instrument = finding.instrument or (links.get(span.document) if span else None)
        link = next((one for one in self.chain.links if one.id == instrument), None)
        entry = next((one for one in self.entries if one.id == finding.entry), None)
        on_text = finding.kind is not FindingKind.UNREAD
        return PageFinding(
            number=number, kind=str(finding.kind), says=finding.says, open=finding.kind not in _CLOSED,
            since=entry.effective if entry else link.effective if link else None, path=finding.path if on_text else None,
            instrument=instrument, entry=finding.entry, provisions=self._places(finding.path) if on_text else (),
            quote=self._words(span) or None, span=span, page=self._page(span),
            nearest=self._candidate(finding.nearest) if finding.nearest else None,
            candidates=tuple(self._candidate(one) for one in finding.candidates), settled_by=finding.settled_by,
        )  # fmt: skip

    def _candidate(self, candidate: Candidate) -> PageCandidate:
        places = self._places(candidate.path)
        return PageCandidate(candidate.path, candidate.text, places[0] if places else None, candidate.span)

    def _upon(self) -> Iterator[Finding]:
        for link in self.chain.links:
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

    def _blank(self) -> Iterator[Finding]:
        titles = {"A": "the Agreement", **{link.id: link.title for link in self.chain.links}}
        for siglum, read in self.reads:
            for one in read.signatures:
                unsure = one.signed is None and any(other.signed for other in read.signatures)
                if (one.signed is False or unsure) and not _form(read, one):
                    how = "is blank" if one.signed is False else "has a name and no signature"
                    says = f"The signature line of {one.party} {how} in the copy of {titles[siglum]} to hand; whether it signed a counterpart is not known."
                    yield Finding(FindingKind.BLANK_SIGNATURE, says, (one.span,), instrument=siglum)

    # overlays and marks

    def _waivers(self) -> Iterator[PageWaiver]:
        for siglum, read in self.reads:
            link = next((one for one in self.chain.links if one.id == siglum), None)
            ours = link is None or link.changes
            for count, one in enumerate(read.waivers, 1):
                paths = tuple(str(path) for path in one.provisions)
                yield PageWaiver(
                    id=f"{siglum}-w{count}", instrument=siglum, at=one.at, provisions=paths,
                    places=tuple(dict.fromkeys(place for path in paths for place in self._places(path))) if ours else (), scope=one.scope,
                    first=one.first or (link.effective if link else None), last=one.last, lapses_if=one.lapses_if,
                    sentence=self._words(one.sentence), span=one.sentence, page=self._page(one.sentence),
                )  # fmt: skip

    def _signature(self, siglum: str, one: Signature) -> PageSignature:
        return PageSignature(
            siglum,
            one.party,
            one.capacity,
            one.former,
            one.chain,
            one.signed,
            one.signatory,
            one.title,
            one.date,
            self._page(one.span),
            one.span,
        )

    def _parties(self) -> Iterator[PageParty]:
        named: dict[str, list[tuple[str, PageParty]]] = {}
        for siglum, read in self.reads:
            for one in read.parties:
                same = "".join(letter for letter in one.name.lower() if letter.isalnum())
                named.setdefault(same, []).append(
                    (siglum, PageParty(one.name, one.alias, one.role, one.form, one.jurisdiction, ()))
                )
        for found in named.values():
            first = found[0][1]
            alias = tuple(dict.fromkeys(alias for _, one in found for alias in one.alias))
            role, form = (
                next((value for _, one in found if (value := getattr(one, name))), None)
                for name in ("role", "form")
            )
            where = next((one.jurisdiction for _, one in found if one.jurisdiction), None)
            yield PageParty(
                first.name, alias, role, form, where, tuple(dict.fromkeys(siglum for siglum, _ in found))
            )

    def _references(self) -> Iterator[PageReference]:
        for siglum, read in self.reads:
            for remark in read.remarks:
                if remark.topic == "incorporated" and remark.name:
                    span = remark.sentence
                    yield PageReference(
                        remark.name, None, self._words(span), siglum, remark.at, self._page(span), span
                    )

    def _notes(self) -> Iterator[PageNote]:
        for siglum, read in self.reads:
            ordering = {operation.sentence for operation in read.operations} | {
                waiver.sentence for waiver in read.waivers
            }
            for remark in read.remarks:
                if remark.topic == "mentions" and remark.sentence in ordering:
                    continue
                if remark.topic in {"filing", "representations", "reservation", "mentions"}:
                    topic = (
                        remark.topic
                        if remark.topic != "mentions"
                        else "mentions " + ", ".join(str(path) for path in remark.paths)
                    )
                    places = tuple(
                        dict.fromkeys(place for path in remark.paths for place in self._places(str(path)))
                    )
                    yield PageNote(
                        topic,
                        self._words(remark.sentence),
                        siglum,
                        remark.at,
                        self._page(remark.sentence),
                        remark.sentence,
                        places,
                    )

    def _dates(self) -> Iterator[PageDate]:
        if self.chain.dated:
            yield PageDate(self.chain.dated, "dated as of", "A")
        for link in self.chain.links:
            if link.dated:
                yield PageDate(link.dated, "dated as of", link.id)
            if link.effective and link.effective != link.dated:
                yield PageDate(link.effective, "takes effect", link.id)
            for waiver in link.read.waivers if link.read else ():
                if waiver.last:
                    yield PageDate(
                        waiver.last,
                        "last day of the waiver of " + ", ".join(str(path) for path in waiver.provisions),
                        link.id,
                    )


_WEIGHT = [
    FindingKind.NO_AGREEMENT, FindingKind.SECOND_AGREEMENT, FindingKind.OTHER_AGREEMENT, FindingKind.MISSING_INSTRUMENT,
    FindingKind.CLASH, FindingKind.NOT_FOUND, FindingKind.AMBIGUOUS, FindingKind.ZOMBIE, FindingKind.UNREAD, FindingKind.UPON,
    FindingKind.LACUNA, FindingKind.SLIP, FindingKind.EXTERNAL_TEXT, FindingKind.BLANK_SIGNATURE, FindingKind.DUPLICATE,
]  # fmt: skip


def _at(root: Passage, trail: tuple[int, ...]) -> Passage:
    for place in trail:
        root = root.children[place]
    return root


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


def _label(entry: Entry) -> str:
    operation = entry.operation
    label = _LABELS[operation.action]
    if label[0].isupper():
        return label
    target = operation.target
    what = (
        "Sentence"
        if target.place
        else "Clause"
        if target.steps
        else "Definition"
        if target.term is not None
        else "Section"
        if target.section
        else "Part"
    )
    return f"{what} {label}"


def _basis(link: Link) -> str:
    if link.read is None:
        return "not to hand; the day is the one that a recital gives"
    words = {
        "dated": "as of its date", "stated": "day stated", "conditions": "upon conditions", "retroactive": "retroactive, day stated",
        "mixed": "not all on one day", "unknown": "no day told; its date is taken" if link.dated else "no day told",
    }  # fmt: skip
    return words.get(link.read.head.effective.basis, link.read.head.effective.basis)


def _standing(link: Link) -> str:
    if link.read is None:
        return "Not to hand: what it changes is not known."
    if not link.changes:
        return "It amends another agreement; none of it is applied."
    blanks = sum(1 for one in link.read.signatures if one.signed is False)
    signed = (
        ""
        if not blanks
        else f" {blanks} signature line{'s are' if blanks > 1 else ' is'} blank in this copy."
    )
    if link.upon:
        return f"In force if its conditions were met; none of them is proved.{signed}"
    if link.effective is None:
        return f"In force from a day that is not told.{signed}"
    return f"In force from {link.effective:%B} {link.effective.day}, {link.effective.year}.{signed}"
