"""What is shown and what is hidden on the day the page is made.

In: the Chain and a day.  Out: answers for the templates.  `reader.js` gives the same answers for every other
day; without the script the page stands as these have it.
"""

import datetime
from collections.abc import Iterable

import msgspec

from conformed.views.page import Page, PageEntry, PageFinding, PageNote, PageWaiver
from conformed.views.reader.chain import Chain, Shown
from conformed.views.reader.pieces import Item
from conformed.views.reader.text import Block, Leaf

Day = datetime.date


class Today(msgspec.Struct, frozen=True):
    """The page as of one day, every instrument that waits for conditions shown as if they were met."""

    chain: Chain
    day: Day
    shown: dict[str, Shown]
    instrument_of: dict[str, str]
    waivers: dict[str, PageWaiver]
    entries: dict[str, PageEntry]
    findings: dict[str, PageFinding]
    remarks: tuple[PageNote, ...]

    def in_force(self, entry: str | None) -> bool:
        """Whether an entry counts."""
        return self.chain.in_force(entry, self.day)

    def stands(self, item: Item) -> bool:
        """Whether a run is part of the text."""
        return (item.added is None or self.in_force(item.added)) and not self.in_force(item.struck)

    def look(self, item: Item) -> str:
        """The classes of a run: its role, and its instrument where one brought it."""
        classes = ["r" if item.added or item.struck else "", item.role, "ours" if item.ours else ""]
        instrument = self.of_entry(item.added)
        if instrument and self.stands(item):
            classes += ["chg", instrument.tone, "if" if instrument.upon else ""]
        if item.end:
            classes.append("e")
        return " ".join(name for name in classes if name)

    def siglum(self, item: Item) -> str:
        """What follows the words of an instrument: "2", or "4 if"; of words that a ruling orders "2 ruled"."""
        instrument = self.of_entry(item.added)
        return f"{instrument.source.id} {self.brief(self.entry(item.added or ''))}".rstrip() if instrument else ""

    def brief(self, entry: PageEntry) -> str:
        """What stands beside the siglum of an entry: that a ruling orders it, and that it waits for conditions."""
        instrument = self.of_entry(entry.id)
        return ", ".join([*(["ruled"] if entry.ruling else []), *(["if"] if instrument and instrument.upon else [])])

    def day_of(self, entry: PageEntry) -> Day | None:
        """The day from which an entry counts; None where it is only taken in its order."""
        instrument = self.shown.get(entry.instrument)
        if instrument and instrument.undated and entry.effective is None:
            return None
        return self.chain.counts_from[entry.id]

    def of_entry(self, entry: str | None) -> Shown | None:
        """The instrument of an entry."""
        return self.shown.get(self.instrument_of.get(entry or "", ""))

    def empty(self, items: Iterable[Item]) -> bool:
        """Whether nothing of what could be shown is shown, and no words are there that always are."""
        runs = [item for item in items if item.kind in ("run", "lacuna")]
        return bool(runs) and not any(self.stands(item) for item in runs)

    def none_of(self, block: Block) -> bool:
        """Whether nothing of a block is shown."""
        return all(self.empty(leaf.items) for leaf in block.leaves)

    def noted(self, note: Item, leaves: tuple[Leaf, ...]) -> bool:
        """Whether a margin note has something to say of the leaves it stands by."""
        if note.role == "entry":
            added = [item for leaf in leaves for item in leaf.items if item.added == note.ref]
            return any(self.stands(item) for item in added) if added else self.in_force(note.ref)
        if note.role == "override":
            return self.in_force(note.ref)
        if note.role == "waiver":
            return self.waives(self.waivers[note.ref])
        if note.role == "remark":
            return self.shown[self.remark(note.ref).instrument].state(self.day) in ("in", "if", "late", "after")
        return self.bears(self.findings[note.ref])

    def any_in_force(self, entries: Iterable[str]) -> bool:
        """Whether one of several entries counts."""
        return any(self.in_force(entry) for entry in entries)

    def waiver(self, key: str) -> PageWaiver:
        """A waiver by its id."""
        return self.waivers[key]

    def entry(self, key: str) -> PageEntry:
        """An entry by its id."""
        return self.entries[key]

    def finding(self, number: str) -> PageFinding:
        """A finding by its number."""
        return self.findings[number]

    def remark(self, index: str) -> PageNote:
        """A remark by its place in the list."""
        return self.remarks[int(index)]

    def left(self, waiver: PageWaiver, before: str) -> str:
        """The days from today to a waiver's last day in words, behind `before`; nothing where that is past."""
        last = self.waiver_days(waiver)[1]
        left = (last - self.day).days if last else -1
        return "" if left < 0 else f"{before}{left} day{'' if left == 1 else 's'} left"

    def waives(self, waiver: PageWaiver) -> bool:
        """Whether a waiver is in effect."""
        if self.apart(waiver):
            return False
        first, last = self.waiver_days(waiver)
        return first <= self.day and (last is None or self.day <= last)

    def apart(self, waiver: PageWaiver) -> bool:
        """Whether nothing of a waiver's instrument is applied."""
        instrument = self.shown.get(waiver.instrument)
        return instrument is not None and instrument.role == "apart"

    def waiver_state(self, waiver: PageWaiver) -> str:
        """Where a waiver stands: "apart", "before", "in" or "after"."""
        if self.apart(waiver):
            return "apart"
        if self.waives(waiver):
            return "in"
        return "before" if self.day < self.waiver_days(waiver)[0] else "after"

    def waiver_days(self, waiver: PageWaiver) -> tuple[Day, Day | None]:
        """The first and last day of a waiver; the first is that of its instrument where it tells none itself."""
        instrument = self.shown.get(waiver.instrument)
        first = waiver.first or (instrument.day if instrument else self.chain.scale.first)
        return first, waiver.last

    def bears(self, finding: PageFinding) -> bool:
        """Whether a finding bears on the text."""
        return finding.since is None or finding.since <= self.day


def today_of(page: Page, chain: Chain) -> Today:
    """The answers for the day the page is made."""
    return Today(
        chain=chain,
        day=page.today,
        shown=chain.by_id(),
        instrument_of={one.id: one.instrument for one in page.entries},
        waivers={one.id: one for one in page.waivers},
        entries={one.id: one for one in page.entries},
        findings={str(one.number): one for one in page.findings},
        remarks=page.notes,
    )


def volatile(block: Block) -> bool:
    """Whether nothing in a block stands on every day."""
    return all(leaf.volatile for leaf in block.leaves)
