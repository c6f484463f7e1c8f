"""What became of the files that are neither plainly the agreement nor plainly an instrument of its chain.

In: the readings of all documents, the agreement and the links that were made of them.  Out: a sentence for each
document that was left out without a finding, or taken in though little tells that it belongs there.
"""

from collections.abc import Iterator, Sequence, Set

from conformed.basis import long_day
from conformed.instrument import InstrumentKind
from conformed.language import Interpretation
from conformed.ledger.link import Link


def _before(link: Link, agreement: Interpretation | None) -> bool:
    """Whether an instrument of this agreement bears a day before the agreement's own."""
    made = agreement.head.dated if agreement else None
    return link.changes and link.dated is not None and made is not None and link.dated < made


def _called(read: Interpretation, several: Set[str]) -> str:
    """The name of a document; of the first of several instruments in one file, that it is the first."""
    name = read.instrument.document.name
    return f"{name}, instrument 1," if name in several else name


def files(
    reads: Sequence[Interpretation], agreement: Interpretation | None, links: Sequence[Link]
) -> Iterator[str]:
    """The sentences, in the order in which the documents were given."""
    taken = {link.read.instrument.document.id: link for link in links if link.read is not None}
    numbered: dict[tuple[str, int], str] = {}
    several = {read.instrument.document.name.partition(", instrument ")[0] for read in reads if ", instrument " in read.instrument.document.name}
    for read in reads:
        name = _called(read, several)
        link = taken.get(read.instrument.document.id)
        if read is agreement:
            if read.head.kind is InstrumentKind.OTHER:
                yield f"{name} was taken as the agreement, though neither its title nor its opening says that it is one."
        elif link is None:
            if read.head.kind is InstrumentKind.LETTER:
                yield f"{name} is a letter agreement that nothing here changes; it was left out."
            elif read.head.kind not in {InstrumentKind.AGREEMENT, InstrumentKind.RESTATEMENT}:
                yield f"{name} is no agreement and no instrument that changes one; it was left out."
        elif _before(link, agreement):
            yield f"{name} bears a day before that of the agreement, {long_day(link.dated)}; it was taken in."
        elif not (read.operations or read.waivers or link.effective):
            yield f"{name} was taken as {link.spoken}, though it bears no day and orders no change."
        elif link.changes and link.number is not None:
            first = numbered.setdefault((link.title, link.state), name)
            if first != name:
                yield f"{first} and {name} both are {link.title}; both were taken in."
