"""What is observed of the terms and references of the text with all changes."""

from collections.abc import Iterator, Sequence

from conformed.basis import Candidate
from conformed.ledger import Entry
from conformed.standing.observe import observed as all_observed
from conformed.standing.observed import Observed
from conformed.version import Version
from conformed.views.page import PageObserved, PagePlace
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places


def observed(entries: Sequence[Entry], version: Version, sources: Sources, places: Places) -> Iterator[PageObserved]:
    """Each observation with its places on the page."""
    for one in all_observed(sources.chain, entries, version):
        shown = tuple(_place(one, each, sources, places) for each in one.places)
        yield PageObserved(str(one.about), one.what, one.says, shown, one.before, one.now, one.instrument)


def _place(one: Observed, each: Candidate, sources: Sources, places: Places) -> PagePlace:
    found = () if one.instrument else places.of(each.path)
    return PagePlace(each.path, each.text, found[0] if found else None, sources.page(each.span), each.span)
