"""Two instruments of one day whose order is not told: both orders are tried.

In: the chain and its entries.  Out: the entries, those marked as clashing whose result depends on the order.  Afterwards an
entry that bears a clash is not applied: the text stays, and both results are shown.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from conformed.basis import Candidate, Finding, FindingKind
from conformed.instrument import parse_path
from conformed.ledger import Chain, Entry, Link
from conformed.version.conform import Version, conform
from conformed.version.locate import locate
from conformed.version.passage import at, standing

_SHOWN = 400  # characters of each result that a finding shows


def unclashed(chain: Chain, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, with the clashes between instruments whose order is not told."""
    found = {
        finding.entry: finding for pair in _unordered(chain) for finding in _clashes(chain, entries, *pair)
    }
    return tuple(
        msgspec.structs.replace(entry, clash=found[entry.id]) if entry.id in found else entry
        for entry in entries
    )


def _unordered(chain: Chain) -> Iterator[tuple[Link, Link]]:
    """The pairs of instruments of one day that neither numbers nor recitals put in order."""
    held = [link for link in chain.links if link.read is not None and link.read.operations and link.changes]
    for one, other in combinations(held, 2):
        numbered = one.number is not None and other.number is not None and one.number != other.number
        if (
            one.effective is not None
            and one.effective == other.effective
            and not (numbered or one.names(other) or other.names(one))
        ):
            yield one, other


def _clashes(chain: Chain, entries: Sequence[Entry], one: Link, other: Link) -> Iterator[Finding]:
    """A finding for each entry of two instruments whose result depends on which of them comes first."""
    own = [entry for entry in entries if entry.link in {one.id, other.id}]
    turned = sorted(own, key=lambda entry: entry.link != other.id)
    places = iter(turned)
    exchanged = [next(places) if entry.link in {one.id, other.id} else entry for entry in entries]
    first, second = conform(chain, entries), conform(chain, exchanged)
    titles = (one.title, other.title) if one.title != other.title else (_with_name(one), _with_name(other))
    for entry in own:
        results = [_result(version, entry) for version in (first, second)]
        if results[0] == results[1]:
            continue
        yield Finding(
            FindingKind.CLASH,
            f"{titles[0]} and {titles[1]} are of one day and nothing tells which came first; the change of "
            f"{entry.operation.target} comes out differently.",
            (entry.operation.sentence,),
            path=str(entry.operation.target),
            instrument=entry.link,
            entry=entry.id,
            candidates=tuple(
                Candidate(f"{title} first", result[1][:_SHOWN])
                for title, result in zip(titles, results, strict=True)
            ),
        )


def _with_name(link: Link) -> str:
    return f"{link.title} ({link.read.instrument.document.name})" if link.read else link.title


def _result(version: Version, entry: Entry) -> tuple[str, str]:
    """What became of an entry, and what stands where it bears."""
    outcome = next(outcome for outcome in version.outcomes if outcome.entry == entry.id)
    paths = outcome.paths or (str(entry.operation.target),)
    trails = [trail for path in paths for trail in locate(version.root, parse_path(path)).trails[:1]]
    return outcome.kind, "\n".join(standing(at(version.root, trail)) for trail in trails)
