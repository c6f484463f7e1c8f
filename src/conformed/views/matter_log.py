"""A matter on disk as a person reads it: what it holds, what was done with it, and what is read otherwise than before.

In: records and readings of a matter.  Out: lines for the terminal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from conformed.basis import long_day
from conformed.language import Interpretation
from conformed.matter import Held, Record, What

_DID = {
    What.DOCUMENT: "added", What.RULINGS: "added rulings from", What.EVIDENCE: "entered evidence from", What.COMMITMENTS: "added commitments from",
    What.REMOVAL: "removed", What.UNDO: "undid record",
}  # fmt: skip


def log_text(records: Sequence[Record], standing: Iterable[Record]) -> str:
    """All that was done, a line for each record; those that count no more are marked."""
    counts = {one.number for one in standing}
    undone = {one.removes for one in records if one.what is What.UNDO}
    marks = ("  (undone)" if one.number in undone else "" if one.removes is not None or one.number in counts else "  (counts no more)" for one in records)
    return "".join(f"{_line(one)}{mark}\n" for one, mark in zip(records, marks, strict=True))


def _line(one: Record) -> str:
    what = f"{_DID[one.what]} {one.removes} ({one.name})" if one.removes is not None else f"{_DID[one.what]} {one.name}"
    return f"{one.number:4}  {one.at:%Y-%m-%d %H:%M:%S} UTC  {one.who}: {what}"


def list_text(held: Iterable[Held], beside: Iterable[Record]) -> str:
    """What a matter holds: each document with its instruments, and what stands beside them."""
    lines = [line for one in held for line in _document(one)]
    lines += [f"{one.number:4}  {one.name}" for one in beside]
    return "".join(f"{line}\n" for line in lines)


def _document(one: Held) -> Iterator[str]:
    yield f"{one.record.number:4}  {one.record.name}"
    for read in one.reads:
        day = long_day(read.head.dated) if read.head.dated else "no date"
        yield f"      {read.head.title or 'no title'} ({read.head.kind.value.replace('_', ' ')}, {day})"


def reread_text(pairs: Iterable[tuple[Held, Held | None]]) -> str:
    """What is read otherwise than before, document by document."""
    lines: list[str] = []
    every = 0
    for now, before in pairs:
        every += 1
        changed = list(_otherwise(now.reads, before.reads)) if before is not None else ["  is read for the first time in this form"]
        lines += [now.record.name, *changed] if changed else []
    return "".join(f"{line}\n" for line in lines or [f"All {every} documents are read as before." if every != 1 else "The document is read as before."])


def _otherwise(now: Sequence[Interpretation], before: Sequence[Interpretation]) -> Iterator[str]:
    for what, found, held in zip(_COUNTED, _said(now), _said(before), strict=True):
        more, less = Counter(found), Counter(held)
        yield from (f"  + {what}: {one}" for one in (more - less).elements())
        yield from (f"  - {what}: {one}" for one in (less - more).elements())


_COUNTED = ("instrument", "party", "operation", "waiver", "condition", "signature", "open point")


def _said(reads: Sequence[Interpretation]) -> tuple[list[str], ...]:
    """What was read, in words that can be compared."""
    return (
        [f"{read.head.title} ({read.head.kind.value})" for read in reads],
        [party.name for read in reads for party in read.parties],
        [" ".join(filter(None, (one.action.value, str(one.target), one.old, one.new.words if one.new else None))) for read in reads for one in read.operations],
        [read.instrument.document.words(one.sentence) for read in reads for one in read.waivers],
        [read.instrument.document.words(one.span) for read in reads for one in read.conditions],
        [f"{one.party}{', signed' if one.signed else ''}" for read in reads for one in read.signatures],
        [f"{one.kind.value} {one.says}" for read in reads for one in read.findings],
    )
