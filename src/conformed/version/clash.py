"""Two instruments whose order is not told, of one day, without one, or made in one order and in force in another: both are tried; two versions of one.

In: the chain and its entries.  Out: the entries, those marked as clashing whose result depends on the order or the version.  Afterwards an
entry that bears a clash is not applied: the text stays, and both results are shown.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from conformed.basis import Candidate, Finding, FindingKind
from conformed.instrument import parse_path
from conformed.ledger import Chain, Clash, Entry, Link
from conformed.ledger.copies import ordered
from conformed.ledger.link import counted_apart
from conformed.version.conform import Version, conform
from conformed.version.locate import locate
from conformed.version.outcome import Outcome
from conformed.version.passage import at, standing

_SHOWN = 400  # characters of each result that a finding shows


def unclashed(chain: Chain, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, with the clashes between instruments whose order is not told."""
    pairs = [pair for pair in _unordered(chain) if _meet(entries, *pair)]
    found = {clash.finding.entry: clash for clash in _between_versions(chain, entries)}
    if not pairs and not found:
        return tuple(entries)
    first = conform(chain, entries) if pairs else None
    for one, other in pairs:
        if first is not None:
            found |= {clash.finding.entry: clash for clash in _clashes(chain, entries, first, one, other)}
    return tuple(
        msgspec.structs.replace(entry, clash=found[entry.id]) if entry.id in found else entry
        for entry in entries
    )


def _between_versions(chain: Chain, entries: Sequence[Entry]) -> Iterator[Clash]:
    """The clash of each entry that only one of two versions of an instrument orders."""
    links = {link.id: link for link in chain.links}
    for other in chain.links:
        one = links.get(other.version_of or "")
        if one is None or other.read is None or one.read is None:
            continue
        both = {ordered(operation) for operation in one.read.operations} & {
            ordered(operation) for operation in other.read.operations
        }
        for entry in entries:
            if entry.link in {one.id, other.id} and ordered(entry.operation) not in both:
                says = (
                    f"{_with_name(one)} and {_with_name(other)} are versions of one instrument and do not order the same; "
                    f"the change of {entry.operation.target} stands in one of them alone."
                )
                yield Clash(other.id if entry.link == one.id else one.id, _clash(entry, says))


def _clash(entry: Entry, says: str, candidates: tuple[Candidate, ...] = ()) -> Finding:
    return Finding(
        FindingKind.CLASH,
        says,
        (entry.operation.sentence,),
        path=str(entry.operation.target),
        instrument=entry.link,
        entry=entry.id,
        candidates=candidates,
    )


def _unordered(chain: Chain) -> Iterator[tuple[Link, Link]]:
    """The pairs of instruments of one day, or without one, that neither numbers nor recitals put in order; and those that cross."""
    held = [link for link in chain.links if link.read is not None and link.read.operations and link.changes]
    for one, other in combinations(held, 2):
        if one.state != other.state or other.version_of == one.id:
            continue
        days = {one.placed, other.placed}
        if ((len(days) == 1 or None in days) and not (counted_apart(one, other) or one.names(other) or other.names(one))) or _cross(one, other):
            yield one, other


def _cross(one: Link, other: Link) -> bool:
    """Whether an instrument that stands before another, since it counts before it, was made after it."""
    made = one.dated is not None and other.dated is not None and one.dated > other.dated
    return made and one.placed != other.placed


def _meet(entries: Sequence[Entry], one: Link, other: Link) -> bool:
    """Whether two instruments change one section, or one of them the whole."""
    mine, theirs = ({_section(entry) for entry in entries if entry.link == link.id} for link in (one, other))
    whole = (None, None)
    return bool(mine and theirs) and bool(mine & theirs or whole in mine | theirs)


def _section(entry: Entry) -> tuple[str | None, str | None]:
    """The part and section that an entry changes; a term may stand anywhere."""
    target = entry.operation.target
    return target.part, f"#{target.term}" if target.term is not None else target.section


def _clashes(
    chain: Chain, entries: Sequence[Entry], first: Version, one: Link, other: Link
) -> Iterator[Clash]:
    """The clash of each entry of two instruments whose result depends on which of them comes first."""
    own = [entry for entry in entries if entry.link in {one.id, other.id}]
    places = iter(sorted(own, key=lambda entry: entry.link != other.id))
    exchanged = [next(places) if entry.link in {one.id, other.id} else entry for entry in entries]
    second = conform(chain, exchanged, begun=first)
    titles = (one.title, other.title) if one.title != other.title else (_with_name(one), _with_name(other))
    became = [{outcome.entry: outcome for outcome in version.outcomes} for version in (first, second)]
    for entry in own:
        results = [
            _result(version, entry, outcomes[entry.id])
            for version, outcomes in zip((first, second), became, strict=True)
        ]
        if results[0] == results[1]:
            continue
        order = f"Nothing tells whether {titles[0]} or {titles[1]} came first"
        if _cross(one, other):
            order = f"{titles[0]} was made after {titles[1]} and takes effect before it: which is applied first is not said"
        says = f"{order}, and the change of {entry.operation.target} comes out differently."
        shown = tuple(
            Candidate(f"{title} first", result[:_SHOWN])
            for title, result in zip(titles, results, strict=True)
        )
        yield Clash(other.id if entry.link == one.id else one.id, _clash(entry, says, shown))


def _with_name(link: Link) -> str:
    return f"{link.title} ({link.read.instrument.document.name})" if link.read else link.title


def _result(version: Version, entry: Entry, outcome: Outcome) -> str:
    """What stands where an entry bears."""
    paths = outcome.paths or (str(entry.operation.target),)
    trails = [trail for path in paths for trail in locate(version.root, parse_path(path)).trails[:1]]
    return "\n".join(standing(at(version.root, trail)) for trail in trails)
