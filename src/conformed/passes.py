"""The whole pipeline on one screen.

bytes -from_text-> Document -instruments-> Documents, one for each instrument
Document -parse-> Instrument -interpret-> Interpretation
Interpretations -chain-> Chain -entries-> entries -conform-> Version -to_page-> Page
Rulings, where there are any, settle findings: their orders become entries, and the text is conformed again.
"""

import datetime
import operator
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.instrument import Path, parse_path
from conformed.instrument.paths.typed import recased, respelled, typed, unzeroed
from conformed.language import Interpretation
from conformed.ledger import (
    Chain,
    Entry,
    Evidence,
    Link,
    Ruling,
    Rulings,
    chain,
    entries,
    known_evidence,
    known_reads,
    known_rulings,
)
from conformed.ledger.rulings import OURS
from conformed.standing.amending import Amending, amending
from conformed.standing.calendars import Calendar, Lacking
from conformed.standing.collective import Groups
from conformed.standing.consents import Consent, consents
from conformed.standing.dates import Dated, dates, last_days_of
from conformed.version import (
    OutcomeKind,
    Passage,
    Version,
    at,
    conform,
    editions,
    findings_of,
    locate,
    numbers,
    only,
    passages,
    settle,
    shared,
    sound,
    unclashed,
)
from conformed.version.passage import Trail, walk
from conformed.views.beside import beside
from conformed.views.front import front, marks
from conformed.views.page import Page
from conformed.views.reader.chain import chain_of
from conformed.views.reader.editions import Edition
from conformed.views.reader.states import states_of
from conformed.views.to_page import Reckoned, editions_of, to_page
from conformed.views.to_text import to_text
from conformed.views.unsettled import unsettled
from conformed.views.why import Asked, why


class Conformed(msgspec.Struct, frozen=True, dict=True):
    """A matter: its chain, all its entries, and what rulings settle of it.

    `unreadable` has a sentence for each file that was given with the others and cannot be read; `commitments` are those of
    the lenders, where a user tells them.
    """

    chain: Chain
    entries: tuple[Entry, ...]
    settled: tuple[tuple[Finding, Ruling], ...] = ()
    unfit: tuple[Finding, ...] = ()
    unreadable: tuple[str, ...] = ()
    commitments: tuple[tuple[str, Decimal], ...] = ()

    @cached_property
    def version(self) -> Version:
        """The text that holds all entries."""
        return self.text([entry.id for entry in self.entries])

    def findings(self) -> list[Finding]:
        """All findings, also those that a ruling settles."""
        found = findings_of(self.chain, self.entries, self.version)
        gone = [finding for finding, _ in self.settled if finding not in found]
        return [*found, *gone, *self.unfit]

    def remiss(self) -> dict[str, tuple[Finding, ...]]:
        """What no ruling settles of the orders of each instrument, by its siglum: slips, changes that are not applied, sentences that are not read."""
        left = {one.entry for one in self.version.outcomes if one.kind in {OutcomeKind.UNAPPLIED, OutcomeKind.HELD}}
        documents = {link.read.instrument.document.id: link.id for link in self.chain.links if link.read}
        links = {entry.id: entry.link for entry in self.entries}
        settled = {finding.mark for finding, _ in self.settled}
        found: dict[str, tuple[Finding, ...]] = {}
        for one in self.findings():
            told = one.kind is FindingKind.SLIP or one.entry in left or (one.kind is FindingKind.UNREAD and one.entry is None)
            if told and one.mark not in settled:
                read = documents.get(one.places[0].document) if one.places else None
                by = one.instrument or links.get(one.entry or "") or read or ""
                found[by] = (*found.get(by, ()), one)
        return found

    def page(self, today: datetime.date, terms: Sequence[str] = ()) -> Page:
        """The matter as its page shows it; of the collective terms those asked for, or all."""
        reckoned = Reckoned(self.deadlines(today), self.consents(), Groups(self.chain, self.as_of(today), today), terms)
        page = to_page(self.chain, self.entries, self.version, self.findings(), self.settled, today, reckoned)
        unreadable = (f"Left out: {sentence}" for sentence in self.unreadable)
        return msgspec.structs.replace(page, files=(*unreadable, *page.files))

    def editions(self, page: Page) -> tuple[Edition, ...]:
        """The texts that between them give that of every state of a page, its own first."""
        versions = editions(self.chain, self.entries, self.version, states_of(page, chain_of(page)))
        others = editions_of(page, self.chain, self.entries, versions[1:], self.findings(), self.settled)
        return tuple(
            Edition(own, tuple(step.entry.id for step in version.steps), tuple(sound(version)))
            for own, version in zip((page, *others), versions, strict=True)
        )

    def edition(self, page: Page, version: Version) -> Page:
        """A page with the text of one version in place of its own."""
        return next(iter(editions_of(page, self.chain, self.entries, (version,), self.findings(), self.settled)))

    def consents(self) -> dict[str, tuple[Consent, ...]]:
        """The consents of which each instrument speaks, and that which the agreement asks of all that amend it, by its siglum."""
        told, clause = dict(self.commitments), amending(self.version.root)
        limited = clause is not None and clause.group is not None
        return {link.id: tuple(consents(link, self.before, told, limited=limited)) for link in self.chain.links}

    def amended_by(self, day: datetime.date) -> Amending | None:
        """How the text in force on a day says that it may be amended."""
        return amending(self.as_of(day).root)

    def deadlines(self, day: datetime.date) -> tuple[Dated, ...]:
        """The deadlines of the text in force on a day; only those that need no reckoning where what reckons is not installed."""
        try:
            return self.dates(self.as_of(day), day)
        except Lacking:  # which `dates` and `build` tell
            return tuple(last_days_of(self.chain, day))

    def as_of(self, day: datetime.date) -> Version:
        """The text with the entries that are in force on a day."""
        return self.text(self.in_force(self.links(), day))

    def after(self, count: int) -> Version:
        """The text with the first `count` instruments to hand applied, in their order."""
        return self.text(self.in_force(self.links(count)))

    def before(self, link: Link) -> Passage:
        """The text before an instrument: with all that stand before it in the chain."""
        ids = [one.id for one in self.chain.links]
        return self.text(self.in_force(ids[: ids.index(link.id)])).root

    def text(self, in_force: Collection[str]) -> Version:
        """The text with some of the entries, by their ids; each is made once, and shares the steps with which another begins."""
        wanted = frozenset(entry.id for entry in self.entries if not entry.never).intersection(in_force)
        if wanted not in self._texts:
            begun = max(self._texts.values(), key=lambda one: shared(one, wanted), default=None)
            self._texts[wanted] = conform(self.chain, self.entries, wanted, begun=begun)
        return self._texts[wanted]

    @cached_property
    def _texts(self) -> dict[frozenset[str], Version]:
        """The texts that were asked for before."""
        return {}

    def dates(
        self,
        version: Version,
        day: datetime.date,
        user: Mapping[str, datetime.date] | None = None,
        calendar: Calendar | None = None,
    ) -> tuple[Dated, ...]:
        """The deadlines of a version and of the instruments, reckoned as of a day.  Raises `Lacking`."""
        return dates(self.chain, self.entries, version, day, user, calendar)

    def links(
        self,
        count: int | None = None,
        *,
        without: Collection[str] = (),
    ) -> list[str]:
        """The sigla of the instruments to hand: the first `count`, and not those left out.

        What changes a restated text is left out with the restatement.
        """
        held = [link for link in self.chain.links if link.read is not None][:count]
        kept = [link for link in held if link.id not in without]
        states = {0, *(link.state for link in kept if link.restates)}
        return [link.id for link in kept if link.state in states or not link.changes]

    def in_force(self, links: Collection[str], day: datetime.date | None = None) -> list[str]:
        """The entries of some instruments, by their ids: all, or those that count on a day."""
        return [
            entry.id
            for entry in self.entries
            if entry.link in links
            and (day is None or (entry.effective is not None and entry.effective <= day))
        ]

    def called(self, title: str) -> list[Link]:
        """The instruments to hand that are meant by a mark, a title, or a short name: those that fit it in the surest way."""
        held = [link for link in self.chain.links if link.read is not None]
        ways = zip(*(link.may_be(title) for link in held), strict=True)
        fitting = ([link for link, fits in zip(held, way, strict=True) if fits] for way in ways)
        return next((found for found in fitting if found), [])

    def beside(
        self,
        version: Version,
        within: Sequence[Passage],
        *,
        day: datetime.date | None = None,
        links: Collection[str] | None = None,
    ) -> list[str]:
        """What instruments say of passages without editing their words, as of a day, or only some instruments."""
        return beside(self.chain, self.entries, version, within, day, links).sentences()

    def marks(self) -> dict[str, str]:
        """The mark of each entry that is not surely in force, as it stands in a whole text."""
        return marks(self.chain.links, self.entries)

    def front(self, in_force: Collection[str], links: Collection[str], day: datetime.date | None, *asked: str) -> str:
        """What stands at the head of a whole text with some entries; `asked` says in words which text it is."""
        known = self.marks()
        return front(self.chain, links, day, asked, {known[entry] for entry in in_force if entry in known})

    def unsettled(
        self,
        version: Version,
        within: Sequence[Passage],
        *,
        day: datetime.date | None = None,
        links: Collection[str],
    ) -> list[str]:
        """What is open of passages of a version, as of a day and of some instruments."""
        settled = {finding.mark for finding, _ in self.settled}
        found = [one for one in findings_of(self.chain, self.entries, version) if one.mark not in settled]
        return unsettled(self.chain, self.entries, version, found, within, day, links)

    def formerly(self, version: Version, path: str) -> list[tuple[Entry, Passage]]:
        """The passages that an address named before they got another number, each with the entry that gave it."""
        found = numbers(version, self.chain).formerly(parse_path(path))
        return [(entry, at(version.root, trail)) for entry, trail in found]

    def why(self, path: str, phrase: str | None, today: datetime.date) -> str | None:
        """The history of the provisions that an address names and named, or of a phrase in them; None where it is not there."""
        standing = self.provision(self.version, path) and self.provision(self.version, path, whole=True)
        shown = "\n".join(map(to_text, standing))
        asked = [Asked(tuple(one.path for one in standing), shown)] if standing else []
        moved = self.formerly(self.version, path)
        asked += [Asked((one.path,), to_text(one), path, entry.id) for entry, one in moved]
        return why(self.page(today), asked, phrase)

    def files(self) -> list[str]:
        """A sentence for each file that was left out, or taken in with a doubt."""
        kinds = {FindingKind.DUPLICATE, FindingKind.SECOND_AGREEMENT, FindingKind.OTHER_AGREEMENT}
        return [one.says for one in self.chain.findings if one.kind in kinds] + [*self.chain.files]

    def provision(
        self, version: Version, path: str, siglum: str | None = None, *, struck: bool = False, whole: bool = False
    ) -> list[Passage]:
        """The passages of a version, or of an instrument itself, that an address names; `whole`, or a sentence of them alone.

        Those that were struck are given where none stands, or with the others in the order of the text.
        """
        read = next((link.read for link in self.chain.links if link.id == siglum), None)
        root = passages(read.instrument.document, read.instrument.root) if read else version.root
        addresses = typed(path)
        if any(address.whole for address in addresses):
            return [root]
        found = [
            (trail, address)
            for address in addresses
            for trail in _trails(root, address if address.place is None else address.above() or address, struck=struck)
        ]
        found.sort(key=operator.itemgetter(0))
        if whole:
            return [at(root, trail) for trail, _ in found]
        return [one for trail, address in found if (one := only(root, trail, address, struck=struck)) is not None]


def _trails(root: Passage, address: Path, *, struck: bool) -> Iterable[Trail]:
    """Where an address leads; where it leads nowhere, the one that is spelled otherwise, or has other capitals or zeros."""
    found = locate(root, address)
    for others in (recased(address), respelled(address), _zeroed(root, address)):
        if found.trails or found.struck:
            break
        alike = [one for other in others if (one := locate(root, other)).trails]
        found = alike[0] if len(alike) == 1 else found
    return (*found.trails, *found.struck) if struck else found.trails or found.struck


def _zeroed(root: Passage, address: Path) -> Iterable[Path]:
    """The addresses of a text that differ from one only in the zeros before other figures: 6.01 for 6.1."""
    bare = unzeroed(address)
    yield from dict.fromkeys(one.address for _, one in walk(root) if address.section and unzeroed(one.address) == bare)


def conformed(
    reads: Sequence[Interpretation],
    rulings: Rulings | None = None,
    known: Sequence[Evidence] = (),
    unreadable: Sequence[str] = (),
    known_at: datetime.date | None = None,
) -> Conformed:
    """Put the documents of a matter in order and apply all of them.  Raises `NoMatter` where they make none.

    `known` is the evidence of what came and what did not; `unreadable` tells of the files that cannot be read.  Only what
    was known on the day `known_at` counts, where one is given.
    """
    if known_at is not None:
        reads, known = known_reads(reads, known_at), known_evidence(known, known_at)
        rulings = known_rulings(rulings, known_at) if rulings else None
    return msgspec.structs.replace(_conformed(reads, rulings, known), unreadable=tuple(unreadable))


def _conformed(reads: Sequence[Interpretation], rulings: Rulings | None, known: Sequence[Evidence]) -> Conformed:
    links = chain(reads, known=known)
    found = unclashed(links, entries(links))
    if rulings is None:
        return Conformed(links, found)
    version = conform(links, found)
    settled = settle(links, found, version, rulings)
    if settled.ours:  # what these instruments order is known only now, and may be ruled on as well
        links = chain(reads, settled.ours, known)
        found = unclashed(links, entries(links))
        before = [(finding, ruling) for finding, ruling in settled.findings if ruling.choice == OURS]
        version = conform(links, found)
        settled = settle(links, found, version, rulings, before)
    links = msgspec.structs.replace(links, rulings=rulings.document)
    return Conformed(links, unclashed(links, settled.entries), settled.findings, settled.unfit)
