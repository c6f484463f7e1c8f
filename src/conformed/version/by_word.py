"""A redline by word: what an entry struck and put in again in the same place, word for word, is no change.

In: a passage with its history, in which what is restated stands whole as struck and whole as put in.  Out: the passage in which
the words that both texts share stand once.  Afterwards who leaves out what an entry put in, or what it struck, reads the same
text as before.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.version.passage import Passage, Run, cut

Changed = TypeVar("Changed", Run, Passage)

_WORDS = pattern(r"\S+|\s+")
_FEWEST = 3
"""Fewer words that two texts share between two changes are chance, and make broken reading."""
_MOST = 100_000_000
"""Texts with more pairs of words are not compared; those of a section have some thousand words each."""
_CELLS = {ProvisionKind.ROW, ProvisionKind.CONTENTS}  # compared as a whole


def by_word(passage: Passage, documents: Mapping[str, Document]) -> Passage:
    """The passage in which words that gave way to the same words are not changed."""
    return _Narrowing(documents).within(passage)


class _Piece(NamedTuple):
    """Words of a run, or a stretch of its blanks."""

    run: Run
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.run.text[self.start : self.end]


class _Narrowing:
    """Narrows the changes of passages whose documents are given."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def within(self, passage: Passage) -> Passage:
        """A passage with all under it."""
        children = _merged(passage.children, self._paired)
        return msgspec.structs.replace(
            passage, runs=_merged(passage.runs, self._apart), children=tuple(self.within(child) for child in children)
        )

    def _paired(self, passages: Sequence[Passage], entry: str) -> Sequence[Passage]:
        """Neighbors that an entry struck or put in."""
        if len({one.run_in for one in passages}) > 1:
            return passages
        return self._aligned([one for one in passages if one.struck == entry], [one for one in passages if one.added == entry], entry)

    def _aligned(self, old: Sequence[Passage], new: Sequence[Passage], entry: str) -> list[Passage]:
        """The passages of two texts in one order; of two with one address, of which one gave way to the other, one passage."""
        places: dict[tuple[str, ...], deque[int]] = {}
        for place, before in enumerate(old):
            if before.struck == entry:
                places.setdefault(before.key, deque()).append(place)
        found: list[Passage] = []
        alone: list[Passage] = []  # new ones, which stand behind what gave way
        at = 0
        for then in new:
            same = places.get(then.key, deque()) if then.added == entry else deque()
            while same and same[0] < at:
                same.popleft()
            if not same or not _alike(old[same[0]], then):
                alone.append(then)
                continue
            found += [*old[at : same[0]], *alone, self._one(old[same[0]], then, entry)]
            alone.clear()
            at = same[0] + 1
        return [*found, *old[at:], *alone]

    def _one(self, old: Passage, new: Passage, entry: str) -> Passage:
        """The passage that two make, one of which gave way to the other."""
        numbers, same = _number(old, new, entry), old.caption == new.caption
        before, then = ((), ()) if same else (_caption(old, old.added, entry), _caption(new, entry, new.struck))
        return msgspec.structs.replace(
            new,
            added=old.added,
            numbers=numbers if any(run.added or run.struck for run in numbers) else (),
            caption=new.caption if same else "",
            span=old.span or new.span,
            runs=tuple(self._narrowed([*before, *old.runs], [*then, *new.runs], entry)),
            children=tuple(self._aligned(old.children, new.children, entry)),
        )

    def _apart(self, runs: Sequence[Run], entry: str) -> Sequence[Run]:
        """Neighboring runs that an entry struck or put in."""
        return self._narrowed([run for run in runs if run.struck == entry], [run for run in runs if run.added == entry], entry)

    def _narrowed(self, old: Sequence[Run], new: Sequence[Run], entry: str) -> Sequence[Run]:
        """A text of which an entry struck words, and one to which it brought words: those that both hold stand once."""
        befores, thens = _pieces(old, lambda run: run.struck == entry), _pieces(new, lambda run: run.added == entry)
        found: list[_Piece] = []
        at, to = 0, 0
        for before, then in _shared(befores, thens, entry):
            found += _between(befores[at:before], thens[to:then], entry)
            found.append(_kept(befores[before], thens[then]))
            at, to = before + 1, then + 1
        if not found:
            return [*old, *new]
        return [*self._runs([*found, *_between(befores[at:], thens[to:], entry)])]

    def _runs(self, pieces: Sequence[_Piece]) -> Iterator[Run]:
        """The runs that pieces make: those that follow each other in one run are one."""
        run, start, end = pieces[0]
        for piece in pieces[1:]:
            if piece.run == run and piece.start == end:
                end = piece.end
                continue
            yield cut(run, start, end, self._documents)
            run, start, end = piece
        yield cut(run, start, end, self._documents)


def _merged(things: tuple[Changed, ...], merge: Callable[[Sequence[Changed], str], Sequence[Changed]]) -> tuple[Changed, ...]:
    """Runs or passages, each stretch of neighbors merged that one entry struck and put in."""
    found: list[Changed] = []
    for near in _linked(things):
        merged, striking = near, {one.struck for one in near}
        for entry in dict.fromkeys(one.added for one in near if one.added and one.added in striking):
            merged = [one for its, stretch in _stretches(merged, entry) for one in (merge(stretch, entry) if its else stretch)]
        found += merged
    return tuple(found)


def _linked(things: Sequence[Changed]) -> Iterator[list[Changed]]:
    """Runs or passages, those together of which each was changed by an entry that changed its neighbor as well."""
    near: list[Changed] = []
    for one in things:
        if near and not {near[-1].added, near[-1].struck} & {one.added, one.struck} - {None}:
            yield near
            near = []
        near.append(one)
    yield near


def _stretches(things: Sequence[Changed], entry: str) -> list[tuple[bool, list[Changed]]]:
    """Runs or passages by whether an entry struck them or put them in."""
    told = [(entry in (one.added, one.struck), one) for one in things]
    return [(its, [one for _, one in stretch]) for its, stretch in groupby(told, itemgetter(0))]


def _alike(old: Passage, new: Passage) -> bool:
    """Whether two passages are set out alike, so that one can stand for both."""
    below = {child.run_in for child in (*old.children, *new.children)}
    return old.kind is new.kind and old.kind not in _CELLS and len(below) < 2


def _number(old: Passage, new: Passage, entry: str) -> tuple[Run, ...]:
    """The numbers that a passage had and has."""
    before = old.numbers or ((Run(old.number, old.span, old.added, entry),) if old.number else ())
    then = new.numbers or ((Run(new.number, new.span, entry),) if new.number else ())
    if before and then and before[-1].text == then[0].text:
        return (*before[:-1], msgspec.structs.replace(before[-1], struck=then[0].struck), *then[1:])
    return (*before, *then)


def _caption(passage: Passage, added: str | None, struck: str | None) -> tuple[Run, ...]:
    """The caption of a passage as words before its own."""
    words = passage.caption + (" " if passage.caption and passage.runs else "")
    return (Run(words, passage.span, added, struck),) if words else ()


def _pieces(runs: Sequence[Run], changed: Callable[[Run], bool]) -> list[_Piece]:
    """The words and blanks of runs that changed; the others whole."""
    return [
        _Piece(run, *span)
        for run in runs
        for span in (
            (found.span() for found in _WORDS.finditer(run.text)) if changed(run) and not run.ours and not run.lacuna else [(0, len(run.text))]
        )
    ]


def _shared(old: Sequence[_Piece], new: Sequence[_Piece], entry: str) -> Iterator[tuple[int, int]]:
    """The places of the words that two texts share, in both; none where they share less than half of the shorter."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (only for a redline)

    befores = [place for place, piece in enumerate(old) if piece.run.struck == entry and piece.text.strip()]
    thens = [place for place, piece in enumerate(new) if piece.run.added == entry and piece.text.strip()]
    if not befores or not thens or len(befores) * len(thens) > _MOST:
        return
    words, others = [old[place].text for place in befores], [new[place].text for place in thens]
    fewest = 1 if words == others else _FEWEST
    equal = (step for step in Indel.opcodes(words, others) if step.tag == "equal")
    shared = [step for step in equal if step.src_end - step.src_start >= fewest]
    if 2 * sum(step.src_end - step.src_start for step in shared) < min(len(words), len(others)):
        return
    for step in shared:
        yield from zip(befores[step.src_start : step.src_end], thens[step.dest_start : step.dest_end], strict=True)


def _kept(old: _Piece, new: _Piece) -> _Piece:
    """What an entry struck and put in again, with what became of it afterwards."""
    return old._replace(run=msgspec.structs.replace(old.run, struck=new.run.struck))


def _between(old: Sequence[_Piece], new: Sequence[_Piece], entry: str) -> list[_Piece]:
    """What stands in each text beside words that both share: the blanks at either end are shared as well."""
    head, tail = [], []
    if old and new and _same_blank(old[0], new[0], entry):
        head, old, new = [_kept(old[0], new[0])], old[1:], new[1:]
    if old and new and _same_blank(old[-1], new[-1], entry):
        tail, old, new = [_kept(old[-1], new[-1])], old[:-1], new[:-1]
    return [*head, *old, *new, *tail]


def _same_blank(old: _Piece, new: _Piece, entry: str) -> bool:
    return old.text.isspace() and old.text == new.text and old.run.struck == entry == new.run.added
