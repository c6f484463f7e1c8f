"""The last days of waivers and of conditions precedent.

In: the reading of an instrument.  Out: a deadline for each such day, once, with what it is in words; and whether a day that is
written in their words is one of them, or was cut short: what else their sentences set is read as any other deadline.
"""

import bisect
import datetime
from collections import defaultdict
from collections.abc import Iterator

from conformed.basis import Span, due
from conformed.instrument import parse_path
from conformed.instrument.deadlines import Deadline, DeadlineKind
from conformed.language import Interpretation, Waiver


class LastDays:
    """The last days that an instrument sets, each with what it is, and the words of its sentence that say what it is for."""

    def __init__(self, read: Interpretation) -> None:
        told = [*_of_conditions(read), *(one for waiver in read.waivers for one in _of_waiver(waiver))]
        once = {(one, what): words for one, what, words in reversed(told)}  # the first words of each
        self.told = tuple((one, what, once[one, what]) for one, what in dict.fromkeys((one, what) for one, what, _ in told))
        self._by_sentence: defaultdict[tuple[int, int], list[Deadline]] = defaultdict(list)
        for one, _, _ in self.told:
            self._by_sentence[one.span.start, one.span.end].append(one)
        self._sentences = sorted(self._by_sentence)

    def hold(self, one: Deadline) -> bool:
        """Whether a written day is one of them in its own words, or is past that on which a waiver ended."""
        at = bisect.bisect_right(self._sentences, (one.span.start, one.span.end))
        start, end = self._sentences[at - 1] if at else (0, 0)
        if one.day is None or not start <= one.span.start < one.span.end <= end:
            return False
        return any(
            each.day is not None and (each.day == one.day or (each.kind is one.kind is DeadlineKind.UNTIL and each.day < one.day))
            for each in self._by_sentence[start, end]
        )


def _of_conditions(read: Interpretation) -> Iterator[tuple[Deadline, str, str]]:
    """The days by which conditions are to be met, those of one list once, at the provision that leads in to it."""
    places: dict[tuple[Span, datetime.date], str | None] = {}
    for one in read.conditions:
        if one.last is not None:
            above = parse_path(one.at).above() if one.at and one.led_by else None
            place = one.at if above is None or above.whole else str(above)
            key = one.led_by or one.span, one.last
            places[key] = min(places.get(key, place) or "", place or "", key=len) or None
    for (span, day), place in places.items():
        yield _deadline(DeadlineKind.BY, day, span, place), "last day for its conditions to be met", ""


def _of_waiver(one: Waiver) -> Iterator[tuple[Deadline, str, str]]:
    of = f"the waiver of {', '.join(f'Section {path}' if path.section and not path.part else str(path) for path in one.provisions)}" if one.provisions else "a waiver"
    if one.last is not None:
        yield _deadline(DeadlineKind.UNTIL, one.last, one.sentence, one.at), f"last day of {of}", one.scope
    ends = due(one.lapses_if) if one.lapses_if else None
    if one.lapses_if and ends is not None and (one.last is None or ends < one.last):
        says = f"day after which {of} may end early: if {' '.join(one.lapses_if.split())}"
        yield _deadline(DeadlineKind.BY, ends, one.sentence, one.at), says, ""


def _deadline(kind: DeadlineKind, day: datetime.date, span: Span, path: str | None) -> Deadline:
    return Deadline(span=span, sentence=span, path=path, kind=kind, day=day)
