"""The chain: an agreement and the instruments that change it, in order.

In: the readings of all documents of a matter, in any order.  Out: the agreement, where it is to hand, and a link
for each instrument, those to hand and those that recitals name.  Afterwards each document is the agreement, a
link, or the subject of a finding or of a sentence that says why it is neither.
"""

import datetime
from collections.abc import Collection, Sequence

import msgspec

from conformed.basis import Finding, FindingKind, long_day
from conformed.document import Document
from conformed.instrument import InstrumentKind
from conformed.language import Interpretation
from conformed.ledger.amended import (
    NoMatter,
    agreement_of,
    amends_another,
    is_built_like_one,
    is_named,
    restatements,
    restates,
    titles_agree,
    what_is_amended,
)
from conformed.ledger.copies import without_copies
from conformed.ledger.evidence import Evidence
from conformed.ledger.files import files
from conformed.ledger.link import Link, Placed, links, order
from conformed.ledger.missing import Gap, gaps, missing, missing_finding
from conformed.ledger.persons import is_form
from conformed.ledger.proved import proved, unfit
from conformed.ledger.states import State, in_force, outlived, state_of

_CHANGING = {
    InstrumentKind.AMENDMENT, InstrumentKind.WAIVER, InstrumentKind.AMENDMENT_AND_WAIVER, InstrumentKind.CONSENT,
    InstrumentKind.EXTENSION, InstrumentKind.JOINDER,
}  # fmt: skip


class Chain(msgspec.Struct, frozen=True):
    """The agreement of a matter and the instruments that change it, in order.

    `files` has a sentence for each document that was left out without a finding, or taken in with a doubt;
    `gaps` are the instruments that no recital names and that the numbers of the others tell of; `rulings` is the document that holds rulings.
    """

    agreement: Interpretation | None
    title: str
    dated: datetime.date | None
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rulings: Document | None = None

    @property
    def documents(self) -> dict[str, Document]:
        """The documents whose words the text may hold, by their ids."""
        reads = [self.agreement, *(link.read for link in self.links)]
        held = [read.instrument.document for read in reads if read is not None]
        return {one.id: one for one in (*held, self.rulings) if one is not None}


def chain(
    reads: Sequence[Interpretation], ruled: Collection[str] = (), known: Sequence[Evidence] = ()
) -> Chain:
    """Put the documents of a matter in order.  Raises `NoMatter` where there is nothing to order.

    `ruled` are the ids of documents that change this agreement by a ruling, whatever they say; `known` is the evidence.
    """
    reads, findings = without_copies(reads)
    agreements = [
        read for read in reads if read.head.kind in {InstrumentKind.AGREEMENT, InstrumentKind.RESTATEMENT}
    ]
    changing = [read for read in reads if read.head.kind in _CHANGING]
    letters = [read for read in reads if read.head.kind is InstrumentKind.LETTER]
    if not agreements and not changing:
        agreements = letters
    elif not agreements:
        others = [*letters, *(read for read in reads if read.head.kind is InstrumentKind.OTHER)]
        agreements = [one for one in others if is_named(one, changing)] or list(filter(is_built_like_one, others))
    if not agreements and not changing:
        raise NoMatter(
            "None of the documents is an agreement or an instrument that changes one: give the agreement and its amendments."
        )
    first = [one for one in agreements if not (one.head.kind is InstrumentKind.RESTATEMENT and any(restates(one, other) for other in agreements))]
    agreement = agreement_of(first, changing)
    restated = restatements(agreement, agreements) if agreement else []
    own = {id(agreement), *map(id, restated)}
    beside = [one for one in agreements if id(one) not in own]
    findings += [_second(agreement, one) for one in beside]
    made = what_is_amended(agreement, changing)
    states = [made, *(what_is_amended(one, ()) for one in restated)]
    if agreement is None:
        findings.append(_no_agreement(made, changing))
    ours = [Placed(read, turn) for turn, read in enumerate(restated, 1)]
    apart: list[Placed] = []
    for read in changing:
        taken_in = read.instrument.document.id in ruled
        turn = in_force(read.head, states) if taken_in else state_of(read.head, states)
        why = None if taken_in else _why_apart(read, states, beside)
        (apart if why else ours).append(Placed(read, turn, why[0] if why else None))
        findings += [why[1]] if why else []
    if agreement is None and len(apart) >= len(ours):
        findings.append(_undecided(made, ours, apart))
    ours.sort(key=lambda one: (one.state, order(one.read)))
    absent = missing(ours, states)
    between = tuple(gaps(ours, absent, states))
    findings += [*map(missing_finding, absent), *(one.finding for one in between)]
    linked = links(ours, absent, apart, states)
    findings += unfit(linked, known)
    linked = tuple(proved(one, known) for one in linked)
    left_out = tuple(files(reads, agreement, linked))
    return Chain(agreement, made.title, made.dated, linked, tuple(findings), left_out, between)


def _second(agreement: Interpretation | None, other: Interpretation) -> Finding:
    kept = agreement.instrument.document.name if agreement else "none"
    name = other.instrument.document.name
    says = f"{name} is another agreement; this matter is that of {kept}."
    if agreement and agreement.head.dated and _bears(agreement) == _bears(other):
        says = f"{name} bears the title and day of {kept}, and does not read the same; the text shown is that of {kept}."
    return Finding(FindingKind.SECOND_AGREEMENT, says)


def _bears(read: Interpretation) -> tuple[str | None, datetime.date | None, set[str]]:
    """The title, the day and the parties of a document."""
    return read.head.title, read.head.dated, {party.name for party in read.parties}


def _no_agreement(state: State, changing: Sequence[Interpretation]) -> Finding:
    span = next(
        (read.head.amends.span for read in changing if read.head.amends and read.head.amends.span), None
    )
    says = f"The{state.called[3:]} is not to hand: its text is known only so far as the instruments give it."
    return Finding(FindingKind.NO_AGREEMENT, says, (span,) if span else ())


def _undecided(state: State, ours: Sequence[Placed], apart: Sequence[Placed]) -> Finding:
    """That the files tell as much of another agreement, where none is to hand."""
    mine, others = ("; ".join(one.read.instrument.document.name for one in some) for some in (ours, apart))
    says = f"No agreement is to hand, and no fewer files amend another one ({others}) than amend {state.called} ({mine}); that of the first file was taken: keep the files of each agreement in a folder of their own."
    return Finding(FindingKind.SECOND_AGREEMENT, says)


def _why_apart(
    read: Interpretation, states: Sequence[State], beside: Sequence[Interpretation]
) -> tuple[str, Finding] | None:
    """What an instrument changes that does not change this agreement, or not as it stood on its day, and the finding."""
    amends = read.head.amends
    document = read.instrument.document
    name, title = document.name, document.span(0, max(1, document.reading.text.find("\n")))
    span = amends.span or title if amends else title
    if all(amends_another(read, state, beside) for state in states):
        if is_form(read):
            says = f"{name} leaves the name of a party open, as a form does; none of it was applied."
            return "no agreement of the parties: it is a form", Finding(FindingKind.OTHER_AGREEMENT, says, (span,))
        named = f"the {amends.title or 'agreement'}" if amends else "an agreement"
        named += f" dated {long_day(amends.dated)}" if amends and amends.dated else ""
        ours = f"not {states[0].called}"
        if amends and amends.restated_on and states[0].bears(amends.dated):
            ours = f"as it was restated on {long_day(amends.restated_on)}, which is not to hand"
        elif amends is None or (
            titles_agree(states[0].title, amends.title) and (amends.dated is None or states[0].bears(amends.dated))
        ):
            ours = f"between other parties than those of {states[0].called}"
        what, says = "another agreement", f"{name} amends {named}, {ours}; none of it was applied."
    elif restated := outlived(read.head, states):
        state = states[state_of(read.head, states)]
        what = f"{state.called}, which was restated before"
        says = f"{name} names {state.called}, and {restated.called} had restated that before; none of it was applied."
    else:
        return None
    return what, Finding(FindingKind.OTHER_AGREEMENT, says, (span,))
