"""Entries: each operation of the chain, with the instrument that orders it and the day from which it counts."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from conformed.basis import Finding, Span
from conformed.language import Action, Operation
from conformed.ledger.chain import Chain
from conformed.ledger.copies import ordered
from conformed.ledger.link import Link, made_by
from conformed.ledger.rulings import Ruling

_ON_WORDS = frozenset({Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT, Action.REPLACE_THROUGHOUT})


class Clash(msgspec.Struct, frozen=True):
    """A result that depends on which of two instruments came first, where nothing tells; `rival` is the other one."""

    rival: str
    finding: Finding


class Entry(msgspec.Struct, frozen=True):
    """One operation in the ledger; `id` is the siglum of its instrument and its count in it.

    `ruling` is the decision that gives the operation, None where the instrument itself does; `clash` tells that the result
    depends on an order of instruments that is not known, `never` why it cannot take effect any more.  `together` are the entries,
    itself among them, by which one sentence changes words from one day; none where there is just one.
    """

    id: str
    link: str
    operation: Operation
    effective: datetime.date | None
    ruling: Ruling | None = None
    clash: Clash | None = None
    never: str | None = None
    together: frozenset[str] = frozenset()


def entries(chain: Chain) -> tuple[Entry, ...]:
    """The entries of a chain in the order in which they take effect; those without a day behind those before them.

    None stands before what counted when its instrument was made: what takes effect from an earlier day changes that text.
    """
    found: list[tuple[int, datetime.date, int, Entry]] = []
    latest = datetime.date.min
    begun: datetime.date | None = None
    known = {link.id: link.read.operations for link in chain.links if link.read}
    for turn, link in enumerate(chain.links):
        latest = max(latest, link.effective or latest)
        begun = link.effective if link.restates else begun
        found += [
            (link.state, made_by(entry.effective or latest, link.dated), turn, entry)
            for entry in _of(link, begun, known.get(link.version_of or "", ()))
            if link.changes
        ]
    return beside_each_other(entry for *_, entry in sorted(found, key=lambda one: one[:3]))


def _of(link: Link, begun: datetime.date | None, known: Sequence[Operation]) -> Iterator[Entry]:
    """The entries of an instrument; none counts before the text that it changes has `begun`.

    What another version of the instrument orders as well is `known`, and no entry.
    """
    once = set(map(ordered, known))
    if link.read is None:
        return
    for count, operation in enumerate(link.read.operations[:1] if link.restates else link.read.operations, 1):
        if ordered(operation) in once:
            continue
        effective = operation.effective or link.effective
        if effective is not None and begun is not None:
            effective = max(effective, begun)
        yield Entry(f"{link.id}-{count}", link.id, operation, effective, never=link.failed.says if link.failed else None)


def beside_each_other(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each with those by which its sentence changes words from one day."""
    every = tuple(entries)
    ordered_by: dict[object, list[str]] = {}
    for entry in every:
        if entry.operation.action in _ON_WORDS:
            ordered_by.setdefault(_sentence(entry), []).append(entry.id)
    return tuple(
        msgspec.structs.replace(entry, together=frozenset(beside))
        if entry.operation.action in _ON_WORDS and len(beside := ordered_by[_sentence(entry)]) > 1
        else entry
        for entry in every
    )


def _sentence(entry: Entry) -> tuple[str, Span, datetime.date | None]:
    return entry.link, entry.operation.sentence, entry.effective
