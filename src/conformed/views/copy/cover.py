"""The cover of a copy: what was applied and what was not, what is waived, and what is open.

In: what the text is, what instruments say beside it, and the page of its matter.  Out: the sections of the cover.  Afterwards each
section says what it has to tell or that there is nothing, each instrument stands in one of them, and the open points are those of the whole matter, under their numbers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import long_day
from conformed.standing.stands import MADE, Standing, on
from conformed.views.beside import Beside
from conformed.views.copy import Section, Told
from conformed.views.copy.notes import Noting
from conformed.views.front import Front
from conformed.views.front import Told as Instrument
from conformed.views.lines import ended
from conformed.views.open_points import Point, left_out, points, settled
from conformed.views.page import Page
from conformed.views.reader.words import title_case

_BESIDE = "beside"
_DONE = {"applied": "applied", _BESIDE: "told beside the words, which it does not edit", "unapplied": "not applied", "held": "held, since the text is not to hand"}

_APPLIED, _NOT_APPLIED = "Applied", "Not applied"
_WAITING = {Standing.IF, Standing.LATE}

_CLEAN = "Words that an instrument put in bear a line of dots, or where the whole provision is its own, a bar at the left."
_REDLINE = "Words put in are underlined and words struck are struck through, in the color of the instrument that did it; its mark follows them."
_MARGIN = "The margin tells the instrument, its provision and its page from which changed words came, and the pages of the agreement (A)."


def cover(front: Front, beside: Beside, matter: Page, notes: Noting, *, redline: bool, whole: bool) -> tuple[Section, ...]:
    """The sections; `matter` is the page that tells the open points, `whole` that the text counts all instruments to hand."""
    told = _Cover(front, beside, matter, notes)
    opens = tuple(_point(one) for one in points(matter))
    of_all = "" if whole or not opens else "The points are those of the whole matter, also of instruments that this text does not count."
    found = [
        ("Agreement", (told.agreement(),), ""),
        (_APPLIED, told.applied(), "No instrument is applied: the text is that of the agreement as signed."),
        (_NOT_APPLIED, told.not_applied(), "No instrument to hand is left out."),
        ("Not to hand", tuple(told.missing()), ""),
        ("Waived", _sentences(beside.waivers), "Nothing is waived."),
        ("Open points", (*_sentences([of_all] if of_all else []), *opens), "No open points."),
        ("Settled by rulings", _sentences((*settled(matter), *beside.ruled)), ""),
        ("Said of the text, its words unchanged", _sentences((*beside.overrides, *beside.said)), ""),
        ("Files left out, or taken in with a doubt", _sentences(left_out(matter)), ""),
        ("Marks", _sentences([_REDLINE if redline else _CLEAN, _MARGIN, *front.explained]), ""),
    ]
    return tuple(Section(title, some or _sentences([nothing])) for title, some, nothing in found if some or nothing)


def counted(sections: Sequence[Section], notes: Noting) -> str:
    """In one sentence how much the sections tell of what a reader must know first."""
    count = {one.title: sum(1 for each in one.told if each.head) for one in sections}
    applied, waiting, opens, absent = (count.get(title, 0) for title in (_APPLIED, _NOT_APPLIED, "Open points", "Not to hand"))
    marks = [each.mark for one in sections if one.title == _APPLIED for each in one.told if each.head]
    upon = sum(1 for mark in marks if _standing(notes, mark) in _WAITING)
    told = [
        f"{applied} instrument{' is' if applied == 1 else 's are'} applied{_if_met(upon, applied)}",
        f"{waiting} {'is' if waiting == 1 else 'are'} not" if waiting else "",
        f"{absent} {'is' if absent == 1 else 'are'} not to hand" if absent else "",
        f"{opens} point{' is' if opens == 1 else 's are'} open",
    ]
    return f"{'; '.join(filter(None, told))}."


def _if_met(upon: int, applied: int) -> str:
    which = f"{upon} of them " if upon < applied else ""
    return f", {which}if {'its' if upon == 1 else 'their'} conditions were met" if upon else ""


def _standing(notes: Noting, mark: str) -> Standing:
    """Where an instrument stands on the day of the text."""
    return on(notes.shown[mark].source.stages, notes.page.today).standing


class _Cover(msgspec.Struct, frozen=True):
    front: Front
    beside: Beside
    matter: Page
    notes: Noting

    def applied(self) -> tuple[Told, ...]:
        """The instruments that the text counts, but for those that had ended by its day."""
        return tuple(self._instrument(one) for one in self.front.counted if not self._ended(one))

    def not_applied(self) -> tuple[Told, ...]:
        """Those that had, and those that it does not count."""
        return tuple(self._instrument(one) for one in (*filter(self._ended, self.front.counted), *self.front.others))

    def _ended(self, one: Instrument) -> bool:
        return _standing(self.notes, one.mark) is Standing.ENDED

    def _instrument(self, one: Instrument) -> Told:
        """An instrument that is to hand: where it stands, its date, what became of its changes, and its file."""
        counts = one in self.front.counted and _standing(self.notes, one.mark) not in MADE  # its day is later than all changes, or not stated
        stands = ended(one.says[:1].upper() + one.says[1:]) if counts else self.notes.shown[one.mark].source.standing
        return Told(one.mark, self.notes.tone(one.mark), one.name, (f"{stands} {self._more(one.mark)}",))

    def agreement(self) -> Told:
        """The agreement that the text is of."""
        dated = f"Dated {long_day(self.front.dated)}" if self.front.dated else "It bears no date"
        says = self.front.lacking or f"{'; '.join(filter(None, (dated, self._file('A'))))}."
        return Told("A", self.notes.tone("A"), title_case(self.front.title), (says,))

    def missing(self) -> Iterator[Told]:
        """What is not to hand."""
        for one in self.front.missing:
            says = (ended(one.says[:1].upper() + one.says[1:]),) if one.says else ()
            yield Told(one.mark, self.notes.tone(one.mark), one.name, (*says, "What it changes is not known."))

    def _more(self, mark: str) -> str:
        dated = self.notes.shown[mark].source.dated
        told = (f"Dated {long_day(dated)}" if dated else "It bears no date", self._changes(mark), self._file(mark))
        return f"{'; '.join(filter(None, told))}."

    def _file(self, mark: str) -> str:
        """The file of an instrument, and its pages."""
        source = self.notes.shown[mark].source if mark in self.notes.shown else None
        file = next((one for one in self.matter.documents if source and one.id == source.document), None)
        return f"{file.name}, {file.pages} page{'s' if file.pages != 1 else ''}" if file else ""

    def _changes(self, mark: str) -> str:
        """What became of the changes of an instrument in this text."""
        its = [one for one in self.notes.page.entries if one.instrument == mark]
        became = Counter(_BESIDE if (one.outcome, one.action) == ("applied", "override") else one.outcome for one in its)
        told = [f"{count} {words}" for outcome, words in _DONE.items() if (count := became[outcome])]
        all_ = sum(became[outcome] for outcome in _DONE)
        if not told:
            return "" if became else "it changes no words"
        return f"{all_} change{'s' if all_ != 1 else ''} ordered: {', '.join(told)}"


def _sentences(told: Sequence[str]) -> tuple[Told, ...]:
    return tuple(Told("", "", "", (one,)) for one in told)


def _point(point: Point) -> Told:
    """An open point as `conformed open` tells it."""
    says = [point.says]
    says += [f"“{point.quote}” ({point.cited})"] if point.quote else []
    says += [f"Nearest, in {point.nearest.path}: “{point.nearest.text}”"] if point.nearest else []
    says += [f"{one.path}: “{one.text}”" for one in point.candidates]
    return Told(str(point.number), "", point.title, (*says, f"Settled by: {point.settled_by}."), "finding")
