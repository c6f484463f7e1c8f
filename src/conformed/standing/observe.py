"""All that is observed of the terms and references of a matter's text, in the order of its weight."""

import datetime
from collections.abc import Iterator, Sequence

from conformed.ledger import Chain, Entry, Link
from conformed.standing.attachments import lacking
from conformed.standing.changed import changed
from conformed.standing.in_force import in_force
from conformed.standing.observed import Observed
from conformed.standing.references import misnumbered, missing
from conformed.standing.stands import MADE, on, stages
from conformed.standing.taken import taken, taken_from_agreement, taking
from conformed.standing.terms import orphaned, twice, undefined, unused
from conformed.standing.words import Words
from conformed.version import Version


def observed(chain: Chain, entries: Sequence[Entry], version: Version, day: datetime.date | None = None) -> tuple[Observed, ...]:
    """What is observed of a version, and of the instruments that are made by a day, or of all that may take effect.

    Of an agreement that is not to hand, only which references its changes leave behind, and which instruments take terms from it.
    """
    links = {link.id: link for link in chain.links}
    titles = {entry.id: links[entry.link].title for entry in entries if entry.link in links}
    left = tuple(changed(entries, version, titles))
    stood = stages(chain)
    made = [link for link in chain.links if not link.failed and (day is None or on(stood[link.id], day).standing in MADE)]
    if chain.agreement is None:
        return (*left, *(one for link in made if (one := taken_from_agreement(link, None, chain.title)) is not None))
    return (*_observed(chain, made, version, titles), *left)


def _observed(chain: Chain, made: Sequence[Link], version: Version, titles: dict[str, str]) -> Iterator[Observed]:
    assert chain.agreement is not None
    text = in_force(version.root, chain.documents)
    own = chain.agreement.instrument.document.id
    others = [one.reading.text for key, one in chain.documents.items() if key != own]
    words = Words("\n".join([text.text, *others]))
    sources = tuple(taking(text.text, text.root))
    if not sources:
        yield from undefined(text, words)
    yield from orphaned(text, version.root, titles)
    yield from missing(text)
    yield from misnumbered(text)
    yield from lacking(text)
    yield from twice(text)
    if not any(one.provisions for one in sources):  # which may use what is defined here
        yield from unused(text, words)
    yield from taken(text, sources)
    for link in made:
        if (one := taken_from_agreement(link, text, chain.title)) is not None:
            yield one
