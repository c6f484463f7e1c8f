"""The instruments as the reading page shows them: names, colors, places on the timeline, states on a day.

In: a Page.  Out: a Chain.  Afterwards each instrument has a day at which it stands, even where none is known before it,
and each entry has one too.
"""

import datetime
import math
import re

import msgspec

from conformed.basis.pattern import pattern
from conformed.standing.stands import on
from conformed.views.page import Page, PageInstrument
from conformed.views.reader.words import brief_day, instrument_name, instrument_short, title_case

Day = datetime.date

_PARTIES = pattern(r"\s(?:by and (?:between|among)|between|among|dated|made)\b", re.IGNORECASE)
_COLORS = 3  # blue, rust, green in turn
_UNDERLINES = 4  # solid, double, dashed, dotted in turn, so that neighbors always differ
_REST = 0.2  # the time after the last instrument takes this much of the line, where all before takes 1
_YEARS_SHOWN = 9  # more years than these are marked every second, fifth or tenth


class Shown(msgspec.Struct, frozen=True):
    """An instrument on the page.

    `role` is "agreement", "amendment", "waiver" or "apart" (it changes nothing here); `tone` the classes that
    give its color and underline; `left` its place on the timeline in percent; `upon` tells that it may be
    shown with or without.
    """

    source: PageInstrument
    order: int
    name: str
    short: str
    role: str
    tone: str
    day: Day
    undated: bool
    upon: bool
    left: float
    under: str

    def state(self, day: Day) -> str:
        """Where it stands on `day`."""
        return str(on(self.source.stages, day).standing)


class Scale(msgspec.Struct, frozen=True):
    """The scale of the timeline, in steps of a day; after `bend` a step is `pace` days.

    So a matter whose last instrument is old keeps its instruments apart, and today is still on the line.
    """

    first: Day
    bend: Day
    last: Day
    pace: int

    def steps(self, day: Day) -> int:
        """The steps from the first day to a day."""
        return (min(day, self.bend) - self.first).days + math.ceil(max(0, (day - self.bend).days) / self.pace)

    def percent(self, day: Day) -> float:
        """The place of a day in percent of the width."""
        return round(100 * self.steps(day) / max(1, self.steps(self.last)), 2)

    def years(self) -> tuple[int, ...]:
        """The years whose beginning is marked."""
        end = self.bend.year if self.pace > 1 else self.last.year
        count = end - self.first.year
        every = next(one for one in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if count / one <= _YEARS_SHOWN)
        return tuple(year for year in range(self.first.year + 1, end + 1) if year % every == 0)


class Chain(msgspec.Struct, frozen=True):
    """All instruments in order, the day each entry counts from, and the scale of the timeline."""

    instruments: tuple[Shown, ...]
    counts_from: dict[str, Day]
    scale: Scale

    def by_id(self) -> dict[str, Shown]:
        """The instruments by their sigla."""
        return {shown.source.id: shown for shown in self.instruments}

    def by_day(self) -> list[Shown]:
        """The instruments as they stand on the timeline."""
        return sorted(self.instruments, key=lambda shown: (shown.day, shown.order))

    def marked_years(self) -> list[tuple[int, float]]:
        """The years marked on the timeline, and their places."""
        return [(year, self.percent(Day(year, 1, 1))) for year in self.scale.years()]

    def percent(self, day: Day) -> float:
        """The place of a day on the timeline, in percent of its width."""
        return self.scale.percent(day)

    def deadlines(self, page: Page) -> list[tuple[float, str]]:
        """The places of the days that deadlines set, none before the first day of the line, each with what is to be done by then."""
        told: dict[Day, list[str]] = {}
        for one in page.deadlines:
            for day in one.days:
                if day >= self.scale.first:
                    told.setdefault(day, []).append(one.says)
        return [(self.percent(day), f"{brief_day(day)}: {'; '.join(dict.fromkeys(told[day]))}") for day in sorted(told)]

    def in_force(self, entry: str | None, day: Day) -> bool:
        """Whether an entry counts on a day; an unknown one never does."""
        return entry in self.counts_from and self.counts_from[entry] <= day


def chain_of(page: Page) -> Chain:
    """The instruments of a page, made ready to be shown."""
    dated = [instrument.day or page.first for instrument in page.instruments]
    scale = _scale(page, dated)
    changing = {entry.instrument for entry in page.entries}
    roles = [_role(instrument, changing) for instrument in page.instruments]
    tones = _tones(page.instruments, roles)
    shown = tuple(
        Shown(
            source=instrument,
            order=order,
            name=_name(page, instrument, roles[order]),
            short=instrument_short(instrument),
            role=roles[order],
            tone=tones[order],
            day=dated[order],
            undated=(instrument.effective or instrument.dated) is None,
            upon=instrument.upon and not instrument.missing and roles[order] != "agreement",
            left=scale.percent(dated[order]),
            under=_under(instrument),
        )
        for order, instrument in enumerate(page.instruments)
    )
    days_by_id = {one.source.id: one.day for one in shown}
    counts = {
        entry.id: entry.effective or days_by_id[entry.instrument]
        for entry in page.entries
        if entry.instrument in days_by_id
    }
    return Chain(shown, counts, scale)


def _role(instrument: PageInstrument, changing: set[str]) -> str:
    if instrument.kind == "agreement" or instrument.id == "A":
        return "agreement"
    if not instrument.changes and not instrument.missing:
        return "apart"
    return "waiver" if instrument.kind in ("waiver", "consent") and instrument.id not in changing else "amendment"


def _name(page: Page, instrument: PageInstrument, role: str) -> str:
    """The name of an instrument; the agreement goes by the title of the matter where it bears no other."""
    name = instrument_name(instrument)
    if role != "agreement" or name != "Agreement":
        return name
    title = _PARTIES.split(" ".join(page.title.split()), 1)[0].strip(" ,")
    return title_case(title) or name


def _tones(instruments: tuple[PageInstrument, ...], roles: list[str]) -> list[str]:
    tones, amendments = [], 0
    for instrument, role in zip(instruments, roles, strict=True):
        if role == "agreement":
            tones.append("c-a u-0")
        elif instrument.missing or role == "apart":
            tones.append("c-x u-3")
        elif instrument.id.startswith("W") or role == "waiver":
            tones.append(f"c-w u-{amendments % _UNDERLINES}")
        else:
            tones.append(f"c-{amendments % _COLORS} u-{amendments % _UNDERLINES}")
            amendments += 1
    return tones


def _under(instrument: PageInstrument) -> str:
    if instrument.missing:
        return "not to hand"
    day = instrument.effective or instrument.dated
    return brief_day(day) if day else "not dated"


def _scale(page: Page, dated: list[Day]) -> Scale:
    first = min([page.first, page.today, *dated])
    told = [one.until for one in page.instruments if one.until]
    told += [one.last for one in page.waivers if one.last]
    bend = max([*dated, *told, first + datetime.timedelta(days=30)])
    last = max(page.last, page.today, bend, *(day for one in page.deadlines for day in one.days))
    after, before = (last - bend).days, (bend - first).days
    return Scale(first, bend, last, math.ceil(after / (before * _REST)) if after > before / 2 else 1)
