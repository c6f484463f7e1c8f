"""The days and periods that a sentence sets.

In: a stretch of a text.  Out: what is set there, in order.  What is not read exactly gives nothing: a day without a cue, a
period without an anchor.  Of several days of which the earlier or later counts none stands alone: they are one anchor.
"""

from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.period import Unit
from conformed.basis.stops import stops
from conformed.instrument.deadlines.anchors import Anchored, anchor_end, anchored
from conformed.instrument.deadlines.cues import (
    Cue,
    CueKind,
    cue,
    is_any,
    is_bare,
    is_conditional,
    is_described,
    is_forbidden,
    is_lacking,
    is_of_a_period,
    is_of_notice,
    is_one_of_several,
    is_past,
    is_to_be_done,
    orders,
    sets_a_duty,
)
from conformed.instrument.deadlines.deadline import DeadlineKind, Direction
from conformed.instrument.deadlines.points import Point, points

_TELLS = pattern(r"\d{4}\b|\b(?:hours?|days?|weeks?|months?|quarters?|years?|anniversary|fortnight)\b|(?:\bdate\b)|\b(?:each|every)\b", ENGLISH)
_NOTICE = pattern(
    r"(?:[’'])?\s(?:(?:prior|advance|written|telephonic|telecopy|irrevocable|express|and|or|,)[,\s]\s?){0,5}noti(?:ce|fication)\b(?!\s(?:period|requirement|provision))",
    ENGLISH,
)
_GIVEN = pattern(
    r"\b(?:upon|on|with|without|by|giv(?:e|es|en|ing)|provid(?:e|es|ed|ing)|deliver\w{0,3}|subject\sto|have|has|receiv\w{1,3}|serv\w{1,3}|requires?|after|following|had|"
    r"at\sleast|(?:less|fewer|more)\sthan|minimum\sof|obtain\w{0,3}|furnish\w{0,3})\b[^.;]{0,60}\Z",
    ENGLISH,
)
_AHEAD = pattern(r"[’']?\s(?:prior\sto|before)\s", ENGLISH)
_IN_ADVANCE = pattern(r"[’']?\sin\sadvance\b(?!\sof\b)", ENGLISH)
_OF = pattern(r"\sof\s", ENGLISH)
_ENDS = pattern(r"\s?(?:[.;]|\Z|\n|[”\"]?$)")
_PAST = pattern(r"(?:the\s)?(?:date\s(?:hereof|of\sthis|first)|execution\sof\sthis|signing\sof\sthis|making\sof\sthis)", ENGLISH)
_EDGE = pattern(r"(?:first|last)\s", ENGLISH)  # day of a month that what follows tells
_VESTS = pattern(r"\b(?:vests?|becomes?\s(?:fully\s)?(?:vested|exercisable|effective)(?:\sand\sexercisable)?|begins?|commences?|starts?|lapses?)\s\Z", ENGLISH)
_ENDING = pattern(r"\b(?:end(?:ing|ed)|for|since)(?:\son)?\s(?:the\s)?\Z", ENGLISH)
_AS_OF = pattern(r"(?:as\s|at\s)", ENGLISH)  # of what is measured, not the day that a term means
_NEAR = 24  # characters before days that come again
_NOTICE_NEAR = 60
_STRETCH = {"through", "through and including", "to and including", "and ending on", "and ending on and including"}  # over which interest is counted
_PERIODS = pattern(r"\b(?:period|term)s?\sof\s", ENGLISH)
_MEASURED = pattern(
    r"[’']?\s(?:(?:then|most|recently|immediately|next|last)\s){0,3}(?:end(?:ed|ing)\b|preced|prior|before|in\sduration|old\b|measured|terminat|commenc|beginning|starting)|[’']?\s(?:or|and)\s(?:less|longer|more|such|the|until)\b"
    r"|\s?(?:\(s\)\s?)?(?:maturity|after|from|following|of)\b",
    ENGLISH,
)
_LATER = pattern(r"\s(?:later|thereafter)\b", ENGLISH)
_OVER = pattern(r"(?<!not\s)(?<!no\s)more\sthan\b", ENGLISH)
_BEGINS = pattern(r"\b(?:(?:commenc|beginn?|start)(?:es?|ing|s)?|(?:takes?|shall\stake|will\stake|into)\seffect|(?:is|are|becomes?|shall\s(?:be|become))\seffective)\s(?:on|upon|as\sof|from|with|at)\s", ENGLISH)
_NOTICE_GIVEN = pattern(r"\bnotice\b(?:\s(?:of|to|in)\s[^.,;:()]{1,44})?\s\Z", ENGLISH)
_COMES = pattern(
    r"\b(?:vests?|vested|accepted|effective|given|received|delivered|served|made|commences?|begins?|starts?|occurs?|lapses?|cease(?:s|\sto\sapply))\s\Z", ENGLISH
)
_COMES_THEN = pattern(r",?\s(?!whichever\b)(?:[\w’'-]+\s){1,8}?(?:shall|will|must|may)\b", ENGLISH)

_IF_ALONE = pattern(
    r"(?:\(?\w{1,4}[.)]\s)?(?:(?:[A-Z][\w-]*\s){1,5}?\.\s)?(?:if|when|whenever|in\sthe\sevent(?:\sthat)?)\s(?:at\sany\stime\s|on\sany\sday\s)?(?P<event>(?!(?:not|so|requested|applicable)\b)[^,;:()]{8,160}),\s"
    r"(?:then\s)?[^,;:.()]{3,60}\s(?:shall|will|must|agrees\sto),?\s\Z",
    ENGLISH,
)
_ENDED_SO = pattern(r"[’']?,?\s(?!(?:(?:prior|before|after|following|of|from|preced|end|in|during|thereafter|period|commenc|begin|notice|or|and|to)\w*)\b)[a-z]", ENGLISH)
_OPENS = pattern(r"(?:\(?\w{1,4}[.)]\s)?(?:effective|with\seffect)(?:\s(?:as\sof|on|from))?\s", ENGLISH)
_DONE_THEN = pattern(  # behind what is to be done: `shall be payable by the Owner ten days after ...`, and no length of time that a word leads in
    r"(?:\bend\sof\sthe|(?<!\bof)(?<!\bto)(?<!\bthan)(?<!\bor)(?<!\band)(?<!\bafter)(?<!\bfollowing)(?<!\bis)(?<!\bfor)(?<!\bover)(?<!\bthe)(?<!\bthat)(?<!\bevery)(?<!\beach)\b,?)\s\Z", ENGLISH
)
_FROM_THEN_ON = pattern(r",?\s?(?:\([^()]{1,80}\),?\s)?(?!(?:and|or|by|between|among)\b)(?![^.;]{0,200}\b(?:amended|deleted|replaced|restated|revised)\b)[^.;:]{3,200}?\s(?:shall|will|must|agrees?)\s", ENGLISH)
_CONTINUES = pattern(r"\b(?:continu|remain|stand)\w{0,3}\s(?:to\sbe\s)?(?:in\seffect|un\w{3,}|not\s\w{3,})(?:,?\s(?:and|or|,)?\s?(?:un|in\s|not\s)\w+){0,4}\s\Z", ENGLISH)
_KINDS = {
    CueKind.WITHIN: DeadlineKind.BY, CueKind.BY: DeadlineKind.BY, CueKind.NOT_BEFORE: DeadlineKind.NOT_BEFORE,
    CueKind.UNTIL: DeadlineKind.UNTIL, CueKind.FOR: DeadlineKind.UNTIL, CueKind.DUE: DeadlineKind.BY,
    CueKind.MEANS: DeadlineKind.MEANS, CueKind.ON: DeadlineKind.BY, CueKind.LATER: DeadlineKind.LATER,
}  # fmt: skip


class Found(msgspec.Struct):
    """A deadline in a sentence: characters `start` to `end`, and its anchor as characters of the same text."""

    kind: DeadlineKind
    point: Point
    start: int
    end: int
    direction: Direction | None = None
    anchor: tuple[int, int] | None = None
    term: str | None = None
    time: str | None = None
    term_of: tuple[int, int] | None = None


def found_in(text: str, start: int, end: int) -> Iterator[tuple[Found, int, int]]:
    """What a paragraph sets, each with the sentence in which it stands."""
    if not _TELLS.search(text, start, end):
        return
    begun = start
    for stop in (*stops(text, start, end), end):
        for found in _sentence(text, begun, stop):
            yield found, begun, stop
        begun = stop + len(text[stop:end]) - len(text[stop:end].lstrip())


def _sentence(text: str, begun: int, end: int) -> Iterator[Found]:
    """The deadlines of one sentence; what one of them holds is none of its own."""
    done = begun
    for point in points(text, begun, end):
        said = cue(text, begun, point.start) if point.start >= done else None
        found = _at(text, begun, end, point, said) if point.start >= done else None
        if found is not None and found.start >= done:
            found.time = said.time if said else None
            done = found.end
            yield found


def _at(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    if point.each is not None:
        return _again(text, begun, point, said)
    if point.day is not None:
        return _on_a_day(text, begun, end, point, said)
    if point.named:
        return _on_a_named_day(text, begun, end, point, said)
    if point.anniversary:
        return _on_an_anniversary(text, begun, end, point, said)
    return _after_a_period(text, begun, end, point, said)


def _again(text: str, begun: int, point: Point, said: Cue | None) -> Found | None:
    if said and said.kind is CueKind.MEANS and _AS_OF.match(text, point.start):
        return None
    if _ENDING.search(text, max(begun, point.start - _NEAR), point.start) and not (said and said.kind is CueKind.BY):
        return None
    return Found(DeadlineKind.EVERY, point, said.start if said else point.start, point.end)


def _on_a_day(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    if _OPENS.fullmatch(text, begun, point.start) and _FROM_THEN_ON.match(text, point.end, end):
        return Found(DeadlineKind.COMES, point, point.start, point.end)
    kind = _KINDS.get(said.kind) if said is not None and said.kind not in {CueKind.WITHIN, CueKind.FOR} else None
    if said is not None and said.kind is CueKind.ON and not is_to_be_done(text, begun, said.start):
        return None
    if said is None or kind is None or is_of_a_period(text, begun, said.start) or is_past(text, point.end):
        return None
    if said.kind is CueKind.BY and is_bare(said.words) and not (sets_a_duty(text, begun, said.start) or is_lacking(text, begun, said.start)):
        return None
    if said.kind is CueKind.NOT_BEFORE and is_described(text, begun, said.start):
        return None
    found = Found(kind, point, said.start, point.end)
    found.direction = Direction.BEFORE if said.words in {"before", "prior to"} else None
    found.term = said.term if _ENDS.match(text, point.end, end) else None
    return found


def _on_a_named_day(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    """A day that has a name, or that is told by what comes on it; with a time of day each cue tells one."""
    if said is None or (said.words in {"before", "prior to", "by"} and not said.time and not point.several):
        return None
    if said.kind in {CueKind.ON, CueKind.DUE}:
        if (point.by and not _EDGE.match(text, point.start)) or not (is_to_be_done(text, begun, said.start) if said.kind is CueKind.ON else sets_a_duty(text, begun, point.start)):
            return None
    elif said.kind not in {CueKind.BY, CueKind.UNTIL, CueKind.LATER}:
        return None
    stop = anchor_end(text, point.start, end) if point.by else point.end
    if stop is None or is_past(text, stop) or (point.by and (said.words in _STRETCH or _PAST.match(text, point.start))):
        return None
    if is_bare(said.words) and not sets_a_duty(text, begun, said.start) and not (said.time and orders(text, stop, end)):
        return None
    found = Found(_KINDS[said.kind], point, said.start, stop)
    found.anchor = point.start, stop
    return found


def _on_an_anniversary(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    of = _OF.match(text, point.end, end)
    stop = anchor_end(text, of.end(), end) if of else None
    kind = DeadlineKind.EVERY if point.recurring else _KINDS.get(said.kind) if said else None
    if of is None or stop is None or kind is None or (said and said.kind in {CueKind.WITHIN, CueKind.FOR}):
        return None
    if said and said.words in {"before", "prior to", "by"} and not sets_a_duty(text, begun, said.start):
        return None
    if said and said.kind is CueKind.ON and _VESTS.search(text, max(begun, said.start - _NEAR), said.start):
        kind = DeadlineKind.COMES
    found = Found(kind, point, said.start if said else point.start, stop)
    found.direction, found.anchor = Direction.AFTER, (of.end(), stop)
    found.term = said.term if said and _ENDS.match(text, stop, end) else None
    return found


def _after_a_period(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    if not point.ordinal and (notice := _notice(text, begun, end, point, said)) is not None:
        return notice
    within = said is not None and said.kind is CueKind.WITHIN and not said.first
    behind = anchored(text, point.end, end, of=within)
    if behind is None:
        if said and said.kind is CueKind.EVERY and not point.ordinal:
            return Found(DeadlineKind.EVERY, point, said.start, point.end)
        return _of_a_term(text, begun, end, point, said) or _upon_an_event(text, begun, end, point, said)
    kind = _kind(text, begun, point, said, behind.direction, text[behind.start : behind.end]) if said else _told(text, begun, end, point, behind)
    if kind is None:
        return None
    found = Found(kind, point, said.start if said else point.start, behind.end)
    found.direction, found.anchor = behind.direction, (behind.start, behind.end)
    found.term = said.term if said and _ENDS.match(text, behind.end, end) else None
    return found


def _of_a_term(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    """A term of years, which counts from its own beginning: `for a period of five years`, `ending one year thereafter`."""
    later = _LATER.match(text, point.end, end)
    long = said is not None and (said.kind is CueKind.TERM or (said.kind is CueKind.FOR and _PERIODS.search(text, said.start, point.start) is not None))
    lasting = said is not None and said.kind is CueKind.FOR and _CONTINUES.search(text, max(begun, said.start - 80), said.start) is not None
    if lasting and said and not point.ordinal and "such" not in text[said.start : point.start]:
        found = Found(DeadlineKind.UNTIL, point, said.start, point.end)
        found.direction = Direction.AFTER
        return found
    quarters = point.period is not None and point.period.unit is Unit.QUARTER  # over which something is measured
    if said and _OVER.search(text, said.start, point.start):
        return None  # `not overdue for more than 30 days`
    if said is None or point.ordinal or quarters or not (later or long) or (long and _MEASURED.match(text, point.end, end)) or is_any(text, said.start, point.start):
        return None
    if later and said.kind not in {CueKind.UNTIL, CueKind.BY}:
        return None
    if said.kind is CueKind.TERM and not sets_a_duty(text, begun, point.start):
        return None
    begins = [match.end() for match in _BEGINS.finditer(text, begun, said.start)]
    stop = anchor_end(text, begins[-1], said.start) if begins else None
    if later and stop is None:
        return None
    found = Found(DeadlineKind.UNTIL, point, said.start, later.end() if later else point.end)
    found.direction = Direction.AFTER
    found.anchor, found.term_of = (begins[-1], stop) if stop else None, said.term_of
    return found


def _upon_an_event(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    """What is to be done within a period once something comes, which alone leads in to it: `If the dam fails, the Owner shall within ten days ...`."""
    if said is None or said.kind is not CueKind.WITHIN or said.first or point.ordinal or _ENDED_SO.match(text, point.end, end) is None:
        return None
    led = _IF_ALONE.match(text, begun, said.start)
    if led is None:
        return None
    found = Found(DeadlineKind.BY, point, said.start, point.end)
    found.direction, found.anchor = Direction.AFTER, led.span("event")
    return found


def _told(text: str, begun: int, end: int, point: Point, behind: Anchored) -> DeadlineKind | None:
    """What a period is for that no cue leads in: a notice that is given so long before, or the day on which something comes."""
    if behind.direction is Direction.BEFORE:
        return DeadlineKind.NOTICE if _NOTICE_GIVEN.search(text, max(begun, point.start - _NOTICE_NEAR), point.start) else None
    opens = point.start == begun and _COMES_THEN.match(text, behind.end, end) is not None
    if _DONE_THEN.search(text, max(begun, point.start - _NEAR), point.start) and is_to_be_done(text, begun, point.start) and not is_one_of_several(text, begun, point.start):
        return DeadlineKind.BY
    return DeadlineKind.COMES if opens or _COMES.search(text, max(begun, point.start - _NEAR), point.start) else None


def _kind(text: str, begun: int, point: Point, said: Cue, direction: Direction, anchor: str) -> DeadlineKind | None:
    """What a period is for, by its cue and its direction."""
    after = direction is Direction.AFTER
    if (not after and _PAST.match(anchor)) or (said.kind is CueKind.WITHIN and is_forbidden(text, begun, said.start)):
        return None
    if said.kind in {CueKind.ON, CueKind.EVERY, CueKind.AT_MOST, CueKind.AT_LEAST} and point.ordinal and said.kind is not CueKind.ON:
        return None
    if said.kind is CueKind.WITHIN:
        waits = is_conditional(text, begun, said.start)
        return (DeadlineKind.UNTIL if waits else DeadlineKind.BY) if after else DeadlineKind.NOT_BEFORE
    if said.kind in {CueKind.FOR, CueKind.TERM}:
        lasts = said.kind is CueKind.FOR or sets_a_duty(text, begun, point.start)
        return DeadlineKind.UNTIL if lasts and after and not point.ordinal and not is_any(text, said.start, point.start) else None
    if said.kind is CueKind.AT_MOST:
        return DeadlineKind.BY if after else DeadlineKind.NOT_BEFORE
    if said.kind is CueKind.AT_LEAST or (said.kind is CueKind.BY and not after):
        if after:
            return DeadlineKind.NOT_BEFORE
        return DeadlineKind.NOTICE if is_of_notice(text, begun, said.start, point.end) else DeadlineKind.BY
    return _KINDS.get(said.kind)


def _notice(text: str, begun: int, end: int, point: Point, said: Cue | None) -> Found | None:
    """A notice, or what is to be done so long in advance: `upon thirty (30) days' prior written notice`."""
    told = _NOTICE.match(text, point.end, end)
    start = said.start if said is not None else point.start
    if told and (said is None or said.kind is not CueKind.WITHIN) and _GIVEN.search(text, max(begun, point.start - 80), point.start):
        found = Found(DeadlineKind.NOTICE, point, start, told.end())
        found.direction = Direction.BEFORE
        ahead = _AHEAD.match(text, told.end(), end)
        stop = anchor_end(text, ahead.end(), end) if ahead else None
        if ahead and stop is not None:
            found.anchor, found.end = (ahead.end(), stop), stop
        return found
    told = _IN_ADVANCE.match(text, point.end, end)
    if told and said is not None and said.kind in {CueKind.AT_LEAST, CueKind.BY}:
        found = Found(DeadlineKind.NOTICE, point, start, told.end())
        found.direction = Direction.BEFORE
        return found
    return None
