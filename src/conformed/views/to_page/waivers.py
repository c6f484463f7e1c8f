"""Waivers and consents, which lie over the text and alter none of it, and the days that the instruments set."""

from collections.abc import Iterator, Sequence

from conformed.ledger import Chain
from conformed.standing.dates import Dated
from conformed.views.dates import says
from conformed.views.in_scope import in_scope
from conformed.views.page import PageDate, PageDeadline, PageWaiver
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places


def waivers(sources: Sources, places: Places) -> Iterator[PageWaiver]:
    """The waivers and consents, each with the provisions that it covers."""
    for siglum, read in sources.reads:
        link = sources.link(siglum)
        ours = link is None or link.changes
        for count, one in enumerate(read.waivers, 1):
            paths = tuple(str(path) for path in one.provisions)
            also = map(str, in_scope(read, one) if ours else ())
            yield PageWaiver(
                id=f"{siglum}-w{count}", instrument=siglum, at=one.at, provisions=paths,
                places=tuple(dict.fromkeys(place for path in paths for place in places.of(path, siglum))) if ours else (), scope=one.scope,
                first=one.first or (link.effective if link else None), last=one.last, lapses_if=one.lapses_if,
                sentence=sources.words(one.sentence), span=one.sentence, page=sources.page(one.sentence),
                named=tuple(dict.fromkeys(place for path in also for place in places.of(path, siglum))),
            )  # fmt: skip


def dates(chain: Chain) -> Iterator[PageDate]:
    """The days that the instruments bear, and those from which they count."""
    if chain.dated:
        yield PageDate(chain.dated, "dated", "A")
    for link in chain.links:
        if link.dated:
            yield PageDate(link.dated, "dated", link.id)
        if link.effective and link.effective != link.dated:
            yield PageDate(link.effective, "takes effect", link.id)


def deadlines(told: Sequence[Dated], places: Places) -> Iterator[PageDeadline]:
    """The days and periods that the text in force and the instruments set, those with a day first, in the order of their days."""
    for one in sorted(told, key=lambda one: (not one.days, one.days[:1])):
        of, _, at = (one.deadline.path or "").rpartition(":")  # of an instrument itself, which is told beside it
        yield PageDeadline(
            says(one), one.days, one.wants, one.sentence, one.instrument, at or None, one.page, one.deadline.span,
            tuple(places.of(at, one.instrument)) if at and not of else (),
        )  # fmt: skip
