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
    restates,
    signs_of,
    what_is_amended,
)
from conformed.ledger.files import files
from conformed.ledger.link import Link, links, order
from conformed.ledger.missing import gaps, missing, missing_finding

_CHANGING = {
    InstrumentKind.AMENDMENT, InstrumentKind.WAIVER, InstrumentKind.AMENDMENT_AND_WAIVER, InstrumentKind.CONSENT,
    InstrumentKind.EXTENSION,
}  # fmt: skip


class Chain(msgspec.Struct, frozen=True):
    """The agreement of a matter and the instruments that change it, in order.

    `files` has a sentence for each document that was left out without a finding, or taken in with a doubt;
    `rulings` is the document that holds rulings.
    """

    agreement: Interpretation | None
    title: str
    dated: datetime.date | None
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    rulings: Document | None = None

    @property
    def documents(self) -> dict[str, Document]:
        """The documents whose words the text may hold, by their ids."""
        reads = [self.agreement, *(link.read for link in self.links)]
        held = [read.instrument.document for read in reads if read is not None]
        return {one.id: one for one in (*held, self.rulings) if one is not None}


def chain(reads: Sequence[Interpretation], ruled: Collection[str] = ()) -> Chain:
    """Put the documents of a matter in order.  Raises `NoMatter` where there is nothing to order.

    `ruled` are the ids of documents that change this agreement by a ruling, whatever they say.
    """
    reads, findings = _without_copies(reads)
    agreements = [
        read for read in reads if read.head.kind in {InstrumentKind.AGREEMENT, InstrumentKind.RESTATEMENT}
    ]
    changing = [read for read in reads if read.head.kind in _CHANGING]
    if changing and not agreements:
        agreements = [
            read for read in reads if read.head.kind is InstrumentKind.OTHER and is_built_like_one(read)
        ]
    if not agreements and not changing:
        raise NoMatter(
            "None of the documents is an agreement or an instrument that changes one: give the agreement and its amendments."
        )
    first = [one for one in agreements if not any(restates(one, other) for other in agreements)]
    agreement = agreement_of(first, changing)
    restated = [one for one in agreements if one is not agreement and one not in first]
    findings += [_second(agreement, other) for other in first if other is not agreement]
    title, dated = what_is_amended(agreement, changing)
    if agreement is None:
        findings.append(_no_agreement(title, dated, changing))
    states: list[_State] = [
        (agreement, title, dated),
        *((one, *what_is_amended(one, ())) for one in restated),
    ]
    others = [
        read
        for read in changing
        if read.instrument.document.id not in ruled and all(amends_another(read, *state) for state in states)
    ]
    findings += [_other(read, title, dated) for read in others]
    ours = sorted((read for read in (*changing, *restated) if read not in others), key=order)
    absent = missing(ours, agreement)
    findings += [missing_finding(named, read) for named, read in absent]
    findings += gaps(ours, [named for named, _ in absent])
    made = links([(read, _signs(read, states)) for read in ours], absent, others)
    left_out = tuple(files(reads, agreement, made))
    return Chain(agreement, title, dated, made, tuple(findings), left_out)


_State = tuple[Interpretation | None, str, datetime.date | None]


def _signs(read: Interpretation, states: Sequence[_State]) -> str:
    """What tells that an instrument changes the agreement, in the state of it that it speaks of."""
    spoken_of = (state for state in states if not amends_another(read, *state))
    agreement, _, dated = next(spoken_of, states[0])
    return signs_of(read, agreement, dated)


def _without_copies(reads: Sequence[Interpretation]) -> tuple[list[Interpretation], list[Finding]]:
    kept: dict[str, Interpretation] = {}
    findings = []
    for read in reads:
        document = read.instrument.document
        if document.id in kept:
            first = kept[document.id].instrument.document.name
            says = f"{document.name} is the same document as {first}; it was read once."
            findings.append(Finding(FindingKind.DUPLICATE, says))
        else:
            kept[document.id] = read
    return list(kept.values()), findings


def _second(agreement: Interpretation | None, other: Interpretation) -> Finding:
    kept = agreement.instrument.document.name if agreement else "none"
    name = other.instrument.document.name
    return Finding(
        FindingKind.SECOND_AGREEMENT, f"{name} is another agreement; this matter is that of {kept}."
    )


def _no_agreement(title: str, dated: datetime.date | None, changing: Sequence[Interpretation]) -> Finding:
    day = f" dated as of {long_day(dated)}" if dated else ""
    span = next(
        (read.head.amends.span for read in changing if read.head.amends and read.head.amends.span), None
    )
    says = f"The {title}{day} is not to hand: its text is known only so far as the instruments give it."
    return Finding(FindingKind.NO_AGREEMENT, says, (span,) if span else ())


def _other(read: Interpretation, title: str, dated: datetime.date | None) -> Finding:
    amends = read.head.amends
    assert amends is not None
    names = f"the {amends.title or 'agreement'}" + (
        f" dated as of {long_day(amends.dated)}" if amends.dated else ""
    )
    ours = f"the {title}" + (f" dated as of {long_day(dated)}" if dated else "")
    says = f"{read.instrument.document.name} amends {names}, with the parties that it names, not {ours}; none of it was applied."
    return Finding(FindingKind.OTHER_AGREEMENT, says, (amends.span,) if amends.span else ())
