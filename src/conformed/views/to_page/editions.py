"""Editions as the page shows them: the texts of versions that leave out some entries, with what bears on them.

In: the page of a matter, and versions.  Out: for each the page with its text, the findings under their numbers.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from conformed.basis import Finding
from conformed.language import Action
from conformed.ledger import Chain, Entry, Ruling
from conformed.version import OutcomeKind, Version, numbers
from conformed.views.page import Page, PageEntry, PageFinding
from conformed.views.to_page.entries import entry_of
from conformed.views.to_page.findings import findings_of
from conformed.views.to_page.remarks import notes
from conformed.views.to_page.sources import Sources, sources_of
from conformed.views.to_page.text import Places, places_of, provisions
from conformed.views.to_page.waivers import waivers


def editions_of(
    page: Page,
    chain: Chain,
    entries: Sequence[Entry],
    versions: Iterable[Version],
    found: Sequence[Finding],
    settled: Sequence[tuple[Finding, Ruling]],
) -> Iterator[Page]:
    """The page of a matter with the text of each version in place of its own; a finding on what that applies is none."""
    sources = sources_of(chain)
    unapplied = {one.id for one in page.entries if one.outcome == OutcomeKind.UNAPPLIED}
    for version in versions:
        shown = tuple(provisions(version.root, sources))
        places = places_of(numbers(version, chain), shown)
        applied = unapplied - {one.entry for one in version.outcomes if one.kind is OutcomeKind.UNAPPLIED}
        findings = findings_of(found, settled, entries, sources, places)
        findings = tuple(one for one in findings if one.entry not in applied)
        yield msgspec.structs.replace(
            page,
            provisions=shown,
            findings=findings,
            entries=tuple(_entries(page, entries, version, findings, sources, places)),
            waivers=tuple(waivers(sources, places)),
            notes=tuple(notes(sources, places)),
        )


def _entries(
    page: Page,
    entries: Sequence[Entry],
    version: Version,
    findings: Sequence[PageFinding],
    sources: Sources,
    places: Places,
) -> Iterator[PageEntry]:
    """The entries with what becomes of them; where an override bears is looked for, since no word of the text tells it."""
    for one, entry, outcome in zip(page.entries, entries, version.outcomes, strict=True):
        if entry.operation.action is Action.OVERRIDE:
            yield entry_of(entry, outcome, findings, sources, places)
        else:
            yield msgspec.structs.replace(one, outcome=str(outcome.kind), because=outcome.because)
