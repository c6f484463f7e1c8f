"""The instruments: what each is, when it takes effect, and where it stands."""

import datetime
from collections.abc import Iterator

from conformed.language import Interpretation
from conformed.language.owed import owed_by
from conformed.ledger import Chain, Link, State
from conformed.standing.entities import Register, register
from conformed.standing.stands import Stages, changes_waiting, placed, sentences, stages
from conformed.standing.waived import last_day
from conformed.views.executed import beside
from conformed.views.page import PageCondition, PageInstrument, PageRecitedDefault, PageRepresentations
from conformed.views.repeated import recited, repeated
from conformed.views.to_page.sources import Sources
from conformed.views.told import basis, signing

_Day = datetime.date


def instruments(sources: Sources, today: _Day) -> Iterator[PageInstrument]:
    """The agreement, then its instruments in order, each with where it stands `today`."""
    chain = sources.chain
    agreement = chain.agreement
    document = agreement.instrument.document.id if agreement else None
    stood, days, known = stages(chain), placed(chain), register(chain)
    yield PageInstrument(
        id="A", title="Agreement", kind="agreement", number=None, dated=chain.dated, effective=chain.dated if agreement else None,
        basis="as of its date" if agreement else "not to hand; the day is the one that an instrument gives",
        upon=False, until=None, missing=agreement is None, changes=True, document=document, standing=sentences(stood["A"], today),
        place="first: the others change it", conditions=(), day=days["A"], stages=stood["A"],
    )  # fmt: skip
    for link in chain.links:
        yield _instrument(link, sources, stood[link.id], days[link.id], today, known)


def _instrument(link: Link, sources: Sources, stood: Stages, day: _Day | None, today: _Day, known: Register) -> PageInstrument:
    read = link.read
    ours = link.changes and not link.failed
    waits = changes_waiting(link)
    return PageInstrument(
        id=link.id, title=link.title, kind=str(read.head.kind) if read else "missing", number=link.number, dated=link.dated,
        effective=None if link.failed else link.effective, basis=_basis(link), upon=link.upon, until=last_day(link),
        missing=read is None, changes=ours, document=read.instrument.document.id if read else None,
        standing=sentences(stood, today, waits, link.blank), place=link.place, blank=link.blank, waits=waits,
        failed=link.failed.says if link.failed else None, unfixed=link.awaits,
        conditions=tuple(
            PageCondition(
                one.condition.at or "", one.condition.text, str(one.state), one.evidence.says if one.evidence else None,
                sources.page(one.condition.span), one.condition.span, sources.words(one.condition.led_by) or None, one.condition.last,
                owed_by(one.condition.text) if not link.failed else None,
                tuple(beside(one.condition, read, known)) if read and ours and one.state is not State.MET else (),
            ) for one in link.proofs
        ),
        day=day, stages=stood, signing=signing(link), representations=tuple(_representations(None if link.failed else read, sources)),
        defaults=tuple(_defaults(None if link.failed else read, sources)), along=tuple(_along(link, sources.chain)),
    )  # fmt: skip


def _along(link: Link, chain: Chain) -> Iterator[str]:
    for other in chain.links if link.restates else ():
        if other.state == link.state and other.read and other.changes and not other.restates:
            yield other.id


def _representations(read: Interpretation | None, sources: Sources) -> Iterator[PageRepresentations]:
    for one in read.representations if read else ():
        paths = tuple(map(str, one.provisions))
        page = sources.page(one.sentence)
        yield PageRepresentations(one.at, paths, one.scope, one.as_of, one.day, one.saving, repeated(one), page, one.sentence)


def _defaults(read: Interpretation | None, sources: Sources) -> Iterator[PageRecitedDefault]:
    for one in read.defaults if read else ():
        paths = tuple(map(str, one.provisions))
        yield PageRecitedDefault(one.at, paths, one.scope, one.called, recited(one), sources.page(one.sentence), one.sentence)


def _basis(link: Link) -> str:
    if link.read is None:
        return "not to hand; the day is the one that a recital gives"
    return link.failed.why if link.failed else basis(link.read.head)
