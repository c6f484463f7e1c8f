"""What stands in the margin of a copy: the instrument and page from which changed words came, and what is said of them.

In: a Page of the text that is shown, and the days and instruments of that.  Out: the note that an item of its layout stands for,
None where it says nothing of this text.
"""

import datetime
from collections.abc import Collection, Mapping

import msgspec

from conformed.views.copy import Told
from conformed.views.lines import short
from conformed.views.page import Page, PageEntry, PageWaiver
from conformed.views.places import place
from conformed.views.reader.chain import Shown, chain_of
from conformed.views.reader.pieces import Item
from conformed.views.reader.words import brief_day, finding_margin

_LONG = 180  # characters of a sentence that the margin has room for


class Noting(msgspec.Struct, frozen=True):
    """Tells the notes; `links` are the sigla of the instruments that the text counts, `day` the one for which it is shown.

    `marks` are those of the entries that are not surely in force.
    """

    page: Page
    day: datetime.date | None
    links: Collection[str]
    shown: dict[str, Shown]
    entries: dict[str, PageEntry]
    waivers: dict[str, PageWaiver]
    marks: Mapping[str, str]

    def note(self, item: Item) -> Told | None:
        """The note that an item stands for."""
        if item.kind == "page":
            return Told("A", self.tone("A"), "", (f"p.\u00a0{item.text}",), "page")
        told = {"entry": self._entry, "override": self._override, "waiver": self._waiver, "remark": self._remark, "finding": self._finding}
        return told[item.role](item)

    def tone(self, instrument: str) -> str:
        """The classes that give the hue of an instrument."""
        return self.shown[instrument].tone if instrument in self.shown else "c-x"

    def history(self, entry: str) -> tuple[str, str]:
        """The hue of what an entry brought, and the siglum, with what hangs on conditions."""
        instrument = self.entries[entry].instrument
        return self.tone(instrument), self.marks.get(entry, f"[{instrument}]").strip("[]")

    def _cited(self, instrument: str, at: str | None, page: int | None) -> str:
        name = self.shown[instrument].name if instrument in self.shown else instrument
        return ", ".join(part for part in (name, place(at, page)) if part)

    def _when(self, entry: PageEntry) -> str:
        since = f"from {brief_day(entry.effective)}" if entry.effective else "from a date not stated"
        return since + self._upon(entry.instrument)

    def _upon(self, instrument: str) -> str:
        return ", if its conditions were met" if instrument in self.shown and self.shown[instrument].upon else ""

    def _entry(self, item: Item) -> Told:
        one = self.entries[item.ref]
        told = [f"{self._cited(one.instrument, one.at, one.page)}, {'as ruled, ' if one.ruling else ''}{self._when(one)}."]
        told += [one.because] if one.because else []
        return Told(one.instrument, self.tone(one.instrument), one.label, tuple(told), "entry")

    def _override(self, item: Item) -> Told | None:
        one = self.entries[item.ref]
        if one.instrument not in self.links:
            return None
        told = f"{self._cited(one.instrument, one.at, one.page)}, {self._when(one)}: “{short(one.sentence, _LONG)}” The words beside are not edited."
        return Told(one.instrument, self.tone(one.instrument), "Override", (told,), "override")

    def _waiver(self, item: Item) -> Told | None:
        one = self.waivers[item.ref]
        if one.instrument not in self.links or not self._begun(one.first) or (self.day and one.last and one.last < self.day):
            return None
        days = f"{brief_day(one.first)} to {brief_day(one.last) if one.last else 'no stated day'}{self._upon(one.instrument)}"
        told = [f"{self._cited(one.instrument, one.at, one.page)}, {days}: “{short(one.scope, _LONG)}”"]
        told += [f"It ends if “{short(one.lapses_if, _LONG)}”"] if one.lapses_if else []
        return Told(one.instrument, self.tone(one.instrument), "Compliance waived", tuple(told), "waiver")

    def _remark(self, item: Item) -> Told | None:
        one = self.page.notes[int(item.ref)]
        instrument = self.shown.get(one.instrument)
        if one.instrument not in self.links or not instrument or not self._begun(instrument.source.effective):
            return None
        told = f"{self._cited(one.instrument, one.at, one.page)}: “{item.text}”"
        return Told(one.instrument, self.tone(one.instrument), "Mentioned", (told,), "remark")

    def _finding(self, item: Item) -> Told | None:
        one = next(one for one in self.page.findings if str(one.number) == item.ref)
        if (one.instrument and one.instrument != "A" and one.instrument not in self.links) or not self._begun(one.since):
            return None
        if one.open:
            return Told(f"Open {item.ref}", "", "", (finding_margin(one),), "finding")
        return Told("", "", "Ruled", (short(one.settled_by, _LONG),), "finding")

    def _begun(self, first: datetime.date | None) -> bool:
        return self.day is None or first is None or first <= self.day


def noting(page: Page, day: datetime.date | None, links: Collection[str], marks: Mapping[str, str]) -> Noting:
    """What tells the notes of a page."""
    entries, waivers = {one.id: one for one in page.entries}, {one.id: one for one in page.waivers}
    return Noting(page, day, links, chain_of(page).by_id(), entries, waivers, marks)
