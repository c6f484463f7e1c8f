"""What became of a number: where that stands now which bore it before an instrument gave it another.

In: a version and the chain.  Out: for an address, as an instrument wrote it, the one that its provision bears now; and
for a number alone, each provision that bore it before.
"""

from collections.abc import Iterator, Mapping

import msgspec

from conformed.instrument import Path, parse_path
from conformed.language import Action
from conformed.ledger import Chain, Entry
from conformed.version.conform import Version
from conformed.version.outcome import OutcomeKind
from conformed.version.passage import Trail, at, called, key


class _Move(msgspec.Struct, frozen=True):
    """A provision that got another number: its address before and behind the turn of the entry."""

    turn: int
    entry: Entry
    old: Path
    new: Path


class Numbers(msgspec.Struct, frozen=True):
    """The renumberings of a version; with the turns of its entries, and those of its instruments."""

    version: Version
    moves: tuple[_Move, ...]
    entries: Mapping[str, int]
    instruments: Mapping[str, int]

    def now(self, path: Path, by: str | None) -> Path:
        """The address now of what an entry or an instrument `by` speaks of; as the agreement wrote it where there is none."""
        moved, last = path, self._given(path, by)
        for move in self.moves if by not in {None, "A"} else ():
            if self._is_later(move, by or "") and move.entry.link != last and (to := _behind(moved, move)):
                moved, last = to, move.entry.link
        return moved

    def formerly(self, path: Path) -> Iterator[tuple[Entry, Trail]]:
        """The places of what bore an address before, each with the entry that first gave it another number."""
        for first in self.moves:
            if (moved := _behind(path, first)) is not None:
                now, last = moved, first.entry.link
                for move in self.moves:
                    later = move.turn > first.turn and move.entry.link != last
                    if later and (to := _behind(now, move)) is not None:
                        now, last = to, move.entry.link
                yield from ((first.entry, trail) for trail in called(self.version.root, key(now)))

    def _given(self, path: Path, by: str | None) -> str:
        """The instrument of the entry `by`, where that gave an address itself: what else it renumbers had others before."""
        return next((one.entry.link for one in self.moves if one.entry.id == by and key(one.new) == key(path)), "")

    def _is_later(self, move: _Move, by: str) -> bool:
        """Whether a provision was renumbered behind an entry, or by an instrument or behind it."""
        if by in self.entries:
            return move.turn > self.entries[by]
        return self.instruments[move.entry.link] >= self.instruments.get(by, -1)


def numbers(version: Version, chain: Chain) -> Numbers:
    """The renumberings that were applied, in order."""
    turns = {step.entry.id: turn for turn, step in enumerate(version.steps)}
    links = {link.id: turn for turn, link in enumerate(chain.links)}
    return Numbers(version, tuple(_moves(version)), turns, links)


def _moves(version: Version) -> Iterator[_Move]:
    before = version.base
    for turn, step in enumerate(version.steps):
        entry, outcome = step.entry, step.outcome
        if entry.operation.action is Action.RENUMBER and outcome.kind is OutcomeKind.APPLIED:
            for path in map(parse_path, outcome.paths):
                for trail in called(step.root, key(path)):
                    if any(run.added == entry.id for run in at(step.root, trail).numbers):
                        yield _Move(turn, entry, at(before, trail).address, path)
        before = step.root


def _behind(path: Path, move: _Move) -> Path | None:
    """The address that follows where a provision, or one around it, is renumbered; None where none is."""
    depth = len(move.old.steps)
    around = msgspec.structs.replace(path, steps=path.steps[:depth], place=None, inner=())
    if move.old.term is None and not depth:
        around = msgspec.structs.replace(around, term=None)
    if key(around) != key(move.old):
        return None
    return msgspec.structs.replace(
        path,
        part=move.new.part,
        section=move.new.section,
        steps=move.new.steps + path.steps[depth:],
        term=move.new.term or path.term,
    )
