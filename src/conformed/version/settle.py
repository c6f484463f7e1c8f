"""Rulings replayed: each settles the one finding that it names, and changes nothing else.

In: the chain, its entries, what was found, and the rulings.  Out: the entries with the orders of the rulings in the places
of those that they are about, the findings that are settled, and a finding for each ruling that fits none, or more than one.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

import msgspec

from conformed.basis import Finding, FindingKind, long_day
from conformed.language import Operation, names_of_agreement
from conformed.ledger import Chain, Entry, Link, beside_each_other, outstanding
from conformed.ledger.link import made_by
from conformed.ledger.rulings import OURS, Ruling, Rulings
from conformed.version.conform import Version
from conformed.version.dangling import dangling
from conformed.version.outcome import OutcomeKind
from conformed.version.undefined import undefined

_THIS = "A"  # the siglum of the agreement


class Settled(msgspec.Struct, frozen=True):
    """What rulings settle.

    `findings` are the settled ones with their rulings, `unfit` the findings for rulings that fit nothing, `ours` the
    documents that change this agreement by a ruling.
    """

    entries: tuple[Entry, ...]
    findings: tuple[tuple[Finding, Ruling], ...]
    unfit: tuple[Finding, ...]
    ours: frozenset[str]


def findings_of(chain: Chain, entries: Sequence[Entry], version: Version) -> list[Finding]:
    """All that is not settled in a matter."""
    outcomes = {outcome.entry: outcome for outcome in version.outcomes}
    left = [
        *dangling(version.root, entries, outcomes, chain.documents),
        *undefined(version.root, entries, outcomes),
    ]
    reads = [chain.agreement, *(link.read for link in chain.links if not link.failed)]
    read = [finding for one in reads if one is not None for finding in one.findings]
    return [*chain.findings, *version.findings, *left, *read, *outstanding(chain)]


def settle(
    chain: Chain,
    entries: Sequence[Entry],
    version: Version,
    rulings: Rulings,
    before: Sequence[tuple[Finding, Ruling]] = (),
) -> Settled:
    """Find out what each ruling settles; `before` is what some of them have settled already."""
    found = [*findings_of(chain, entries, version), *(finding for finding, _ in before)]
    settled = list(before)
    unfit: list[Finding] = []
    for ruling in rulings.rulings:
        if any(one is ruling for _, one in before):
            continue
        fitting = [one for one in found if ruling.fits(one, *_names(chain, entries, one))]
        why_not = _why_not(chain, ruling, fitting, settled)
        if why_not is None:
            settled.append((fitting[0], ruling))
        else:
            unfit.append(_unfit(ruling, why_not))
    ours = frozenset(
        place.document for finding, ruling in settled if ruling.choice == OURS for place in finding.places
    )
    applied = {one.entry for one in version.outcomes if one.kind is OutcomeKind.APPLIED}
    return Settled(beside_each_other(_ruled(chain, entries, settled, applied)), tuple(settled), tuple(unfit), ours)


def _why_not(
    chain: Chain, ruling: Ruling, fitting: Sequence[Finding], settled: Sequence[tuple[Finding, Ruling]]
) -> str | None:
    """Why a ruling is not followed, or None."""
    if len(fitting) != 1:
        return (
            f"fits {len(fitting)} findings; name the provision (at, path)" if fitting else "fits no finding"
        )
    finding = fitting[0]
    if earlier := next((one for known, one in settled if known == finding), None):
        return f"rules on what the ruling of {earlier.by} of {long_day(earlier.day)} settles"
    of_chain = finding.kind is FindingKind.OTHER_AGREEMENT and finding.entry is None
    if ruling.choice == OURS and not of_chain:
        return "takes an instrument in, and the finding is not that it amends another agreement"
    link = _link(chain, finding)
    if ruling.operations and (of_chain or link is None or not link.changes or not finding.places):
        return "gives orders on a finding that is of no instrument of this agreement"
    return None


def _names(chain: Chain, entries: Sequence[Entry], finding: Finding) -> tuple[tuple[str, ...], str | None]:
    """What the instrument of a finding is called, and its provision that the finding speaks of."""
    link = _link(chain, finding)
    if link is None:
        return (chain.title, _THIS, "Agreement"), None
    entry = next((one for one in entries if one.id == finding.entry), None)
    at = entry.operation.at if entry else finding.path if finding.kind is FindingKind.UNREAD else None
    return (link.title, link.id, link.read.instrument.document.name if link.read else link.title), at


def _unfit(ruling: Ruling, why_not: str) -> Finding:
    which = f"{ruling.finding} of {ruling.instrument}" + (f" at {ruling.at}" if ruling.at else "")
    where = f" on {ruling.path}" if ruling.path else ""
    says = f"The ruling of {ruling.by} on {which}{where} {why_not}; it was not followed."
    return Finding(FindingKind.UNFIT_RULING, says)


def _ruled(
    chain: Chain,
    entries: Sequence[Entry],
    settled: Sequence[tuple[Finding, Ruling]],
    applied: Collection[str],
) -> Iterator[Entry]:
    """The entries, those that a ruling is about exchanged for its orders, those of unread sentences in their places.

    An entry that is applied stays, and the orders of a ruling on it stand behind it.
    """
    names = _names_of_agreement(chain)
    settled = [(finding, _of_agreement(ruling, names)) for finding, ruling in settled]
    instead = {finding.entry: ruling for finding, ruling in settled if finding.entry and ruling.operations}
    turns = {link.id: (turn, link) for turn, link in enumerate(chain.links)}
    placed: list[tuple[int, datetime.date, int, float, Entry]] = []

    def put(one: Entry, place: float) -> None:
        turn, link = turns[one.link]
        placed.append((link.state, made_by(one.effective or datetime.date.max, link.dated), turn, place, one))

    for place, entry in enumerate(entries):
        ruling = instead.get(entry.id)
        own = [entry] if ruling is None else _instead(entry, ruling, behind=entry.id in applied)
        for one in own:
            put(one, place)
    for number, (finding, ruling) in enumerate(settled, 1):
        if ruling.operations and not finding.entry and (link := _link(chain, finding)) is not None:
            begun = finding.places[0].start
            before = [
                place
                for place, entry in enumerate(entries)
                if entry.link == link.id and entry.operation.sentence.start < begun
            ]
            at = max(before, default=-1) + 0.5
            for one in _orders(link, number, finding.path, ruling):
                put(one, at)
    yield from (one for *_, one in sorted(placed, key=lambda item: item[:4]))


def _names_of_agreement(chain: Chain) -> frozenset[str]:
    """What the instruments of a chain call the agreement that they change."""
    reads = [link.read for link in chain.links if link.read is not None and link.changes]
    return frozenset[str]().union(*(names_of_agreement(read.instrument, read.head) for read in reads))


def _of_agreement(ruling: Ruling, names: Collection[str]) -> Ruling:
    """A ruling whose orders may name the agreement as the instruments do."""

    def ours(operation: Operation) -> Operation:
        if (operation.target.document or "").lower() not in names:
            return operation
        target = msgspec.structs.replace(operation.target, document=None)
        return msgspec.structs.replace(operation, target=target)

    return msgspec.structs.replace(ruling, operations=tuple(map(ours, ruling.operations)))


def _instead(entry: Entry, ruling: Ruling, *, behind: bool) -> list[Entry]:
    """What a ruling orders in the place of an entry, or behind it."""
    kept = [entry] if behind else []
    return kept + [
        msgspec.structs.replace(
            entry,
            id=f"{entry.id}.{count}" if count else entry.id,
            operation=msgspec.structs.replace(operation, at=entry.operation.at),
            effective=operation.effective or entry.effective,
            ruling=ruling,
            clash=None,
        )
        for count, operation in enumerate(ruling.operations, len(kept))
    ]


def _orders(link: Link, number: int, at: str | None, ruling: Ruling) -> Iterator[Entry]:
    """What a ruling orders in the place of a sentence of an instrument that is not read."""
    for count, operation in enumerate(ruling.operations, 1):
        yield Entry(
            f"{link.id}-R{number}.{count}",
            link.id,
            msgspec.structs.replace(operation, at=at),
            operation.effective or link.effective,
            ruling,
        )


def _link(chain: Chain, finding: Finding) -> Link | None:
    """The instrument that a finding is about."""
    document = finding.places[0].document if finding.places else None
    for link in chain.links:
        own = link.read is not None and link.read.instrument.document.id == document
        if finding.instrument == link.id or (finding.instrument is None and own):
            return link
    return None
