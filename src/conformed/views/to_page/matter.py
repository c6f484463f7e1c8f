"""A matter as the reading page shows it and `matter.json` holds it.

In: the chain, its entries and the version that holds all of them.  Out: a `Page` of flat values.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from conformed import __version__
from conformed.basis import Finding
from conformed.ledger import Chain, Entry, Ruling
from conformed.standing.collective import Groups
from conformed.standing.consents import Consent
from conformed.standing.dates import Dated
from conformed.version import Version, numbers
from conformed.views.page import Page, PageDocument
from conformed.views.to_page.consents import consents
from conformed.views.to_page.entries import entry_of
from conformed.views.to_page.findings import findings_of
from conformed.views.to_page.instruments import instruments
from conformed.views.to_page.observed import observed
from conformed.views.to_page.parties import affiliates_of, groups, parties, signatures, ties
from conformed.views.to_page.remarks import notes, references
from conformed.views.to_page.sources import Sources, sources_of
from conformed.views.to_page.text import places_of, provisions
from conformed.views.to_page.waivers import dates, deadlines, waivers


class Reckoned(NamedTuple):
    """What is reckoned of a matter.

    Its deadlines, the consents of which each instrument speaks, by its siglum, and its collective terms with those that are
    asked for, none for all.
    """

    deadlines: Sequence[Dated]
    consents: Mapping[str, Sequence[Consent]]
    groups: Groups
    terms: Sequence[str]


def to_page(
    chain: Chain,
    entries: Sequence[Entry],
    version: Version,
    found: Sequence[Finding],
    settled: Sequence[tuple[Finding, Ruling]],
    today: datetime.date,
    reckoned: Reckoned,
) -> Page:
    """The page of a matter, as of `today`; `found` is what was found, `settled` what rulings settle of it."""
    sources = sources_of(chain)
    shown = tuple(provisions(version.root, sources))
    places = places_of(numbers(version, chain), shown)
    findings = findings_of(found, settled, entries, sources, places)
    days = list(_days(sources))
    entities = reckoned.groups.register
    return Page(
        version=__version__,
        title=chain.title,
        today=today,
        first=min(days, default=today),
        last=max([*days, today]),
        remark=None
        if chain.agreement
        else "The agreement is not to hand. What is shown of it is only what its instruments quote.",
        documents=tuple(
            PageDocument(one.id, one.name, one.pages, len(one.text), one.begins) for one in sources.documents.values()
        ),
        instruments=tuple(instruments(sources, today)),
        provisions=shown,
        entries=tuple(
            entry_of(entry, outcome, findings, sources, places)
            for entry, outcome in zip(entries, version.outcomes, strict=True)
        ),
        findings=findings,
        waivers=tuple(waivers(sources, places)),
        signatures=tuple(signatures(sources)),
        parties=tuple(parties(entities)),
        affiliates=tuple(affiliates_of(sources)),
        references=tuple(references(sources)),
        notes=tuple(notes(sources, places)),
        dates=tuple(sorted(dates(chain), key=lambda one: one.day)),
        ties=tuple(ties(entities, sources)),
        groups=tuple(groups(reckoned.groups, reckoned.terms, sources, places)),
        files=chain.files,
        deadlines=tuple(deadlines(reckoned.deadlines, places)),
        observed=tuple(observed(entries, version, sources, places)),
        consents=tuple(consents(reckoned.consents, places)),
    )


def _days(sources: Sources) -> Iterator[datetime.date]:
    """Each day that an instrument tells."""
    told = [day for link in sources.chain.links for day in (link.effective, link.dated)]
    told += [day for _, read in sources.reads for one in read.waivers for day in (one.first, one.last)]
    told += [one.last for _, read in sources.reads for one in read.conditions]
    yield from (day for day in (*told, sources.chain.dated) if day)
