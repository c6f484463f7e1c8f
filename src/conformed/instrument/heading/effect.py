"""When an instrument takes effect, in its own words.

In: a document, where its instrument opens, and the day it bears.  Out: `Effective`: the day where one is
stated or follows from the day the instrument bears, and the basis: `dated` (the day it bears), `stated`
(another day), `retroactive` (a stated day before that it bears), `conditions` (it waits for them, whatever
day is stated), `mixed` (parts of it take effect on other days), `unknown`.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conformed.basis import days
from conformed.basis.day import Written
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.opening import Opening, flat, lowered
from conformed.instrument.heading.waits import SELF, near, timed, waits
from conformed.instrument.marks import Effective, InstrumentKind
from conformed.instrument.set_off.quotations import Quotation

_AS_OF_ITS_DAY = pattern(  # letters first: they are searched for quickly
    r"effective\b(?<=\beffective)[^.;]{0,80}?\bas\s+of\s+(?:the\s+)?(?:(?:day\s+and\s+(?:year|date)"
    r"|date)\s+(?:and\s+year\s+)?(?:first\s+)?(?:above\s+|set\s+|hereof|written|stated|indicated)"
    r"|date\s+hereof|date\s+of\s+this\s+\w+|its\s+date\b)",
)
_CLOCK = r"(?:\s+(?:at\s+)?(?:\d{1,2}:\d\d\s+[ap]\.?m\.?|noon|midnight),?\s+(?:on|of))?"
_EFFECT_DAY = pattern(
    rf"""\b(?:
      (?:is|are|be|become|becomes|was)\s+(?:made\s+)?(?:retroactively\s+)?effective\s*(?:,?\s*(?:as\s+of|on
        |from|since|for\s+all\s+purposes\s+as\s+of|retroactive(?:ly)?(?:\s+to)?|immediately\s+as\s+of))*
    | (?:with\s+effect|effective|take\s+effect|taking\s+effect|in\s+effect)\s*(?:,?\s*(?:as\s+of|on|from|since
    |retroactive(?:ly)?(?:\s+to)?|the|this))*{_CLOCK}
    | with\s+retroactive\s+effect\s+(?:to|from|as\s+of) | made\s+retroactive(?:ly)?\s+to
    | hereby\s+amended,?\s+as\s+of
    | (?:effective|amendment)\s+date[”"’']?\)?\s*(?:of\s+this\s+[\w\s]{{2,40}}?)?\s*(?:shall\s+be|shall\s+mean|means|is
    |will\s+be|:)
    | (?:has|having|with|bearing)\s+an?\s+effective\s+date\s+(?:as\s+)?of
    )\s*,?\s*(?:the\s+)?$""",
    re.VERBOSE | ENGLISH,
)
_OF_DAYS = pattern(r"effect|hereby\s+amended|retroactive|amendment\s+date")
_DAY_NEAR = 130, 170  # characters before and behind them in which a day of effect is written
_NAMED_DAY = pattern(r"^[\s,]*\((?:the|this)?\s*[“\"][^”\"]{0,60}effective\s+date", ENGLISH)
_BEARS = pattern(r"(?:having|with|bearing)\s+an?\s+effective\s+date\b", ENGLISH)
_OTHERS = pattern(
    r"^[\s,]*(?:\([^()]{0,40}[“\"](?![^”\"]*(?:amendment|effective|waiver))[^”\"()]*agreement)",
    ENGLISH,
)
_OF_AGREEMENT = pattern(
    r"(?:agreement|contract|lease)\b[^.;]{0,60}$|\bthat\s+certain\b[^.;]{0,200}$|\bthereto\b[^.;]{0,60}$",
    ENGLISH,
)
_ORDERS = pattern(
    r"\b(?:amended|deleted|replaced|added|modified|increase\w*|inserted|revised|changed|restated|section"
    r"|paragraph)\b",
    re.IGNORECASE,
)
_LEAD_IN = pattern(
    r"\bnow\b[,:]?\s*therefore|\bhereby\b|\bagreed?\b|\bagrees\b|\bthis\s+amendment\b", ENGLISH
)
_LONG_BEFORE = 90  # days before the instrument's own
_DEFINES = pattern(r"\b(?:means|shall\s+mean)\b", ENGLISH)
_RESOLVES = pattern(
    r"\bnow\b[,:]?\s*therefore|\bhereby\b|[;.]\s[^.;]{0,60}\bagree\b|\bthis\s+amendment\b", ENGLISH
)
_LEADS_ON = pattern(  # behind a day: "(the “Effective Date”) as follows:"
    r",?\s*(?:\([^()]{0,60}\)\s*)?(?:,?\s*(?:(?:to\s+read\s+)?as\s+follows|the\s+following))?\s*:",
    ENGLISH,
)
_EFFECT_OVER = pattern(r"\beffective(?:\s+date)?[\s:,]*(?:as\s+of|on)?\s*$", ENGLISH)
_THIS_IS = pattern(r"\b[Tt]his\s+(?:[A-Z][\w.]*\s+){0,4}(?:Amendment|Order|Addendum|Waiver|Modification)(?:\s+is)?\s*$")
_PRIOR = pattern(r"\bas\s+(?:\w+\s+)?amended\b(?:\s+by\b[^;]{0,100})?[\s,]*$", re.IGNORECASE)
_OF_THIS = pattern(r"effective\s+date[”\"’]?\)?\s*of\s+this\b", ENGLISH)
_DATE_DEFINED = pattern(r"(?:effective|amendment)\s+date[”\"’']", ENGLISH)
_OWN_LEAD = pattern(r"\bamend|\bthis\b|\bhereby\b|\bfollows\b|\bto\s+$", ENGLISH)
_OWN = pattern(rf"{SELF}\W*(?:\w+\W+){{0,3}}$|effective\s+date", ENGLISH)
_OF_PROVISION = pattern(r"\bsection|\bparagraph", ENGLISH)
_ALONE = pattern(r"(?-i:E)ffective\s(?:as\sof|on)\s(?:the\s)?", ENGLISH)
_OF_EVENT = pattern(  # "the Agreement shall terminate effective May 1": the day of what is agreed
    r"\b(?:shall|will|to)\s(?:\w+\s){0,3}?(?:terminate|expire|end|cease|resign|retire|commence|begin)\W*$", re.IGNORECASE
)
_AND = pattern(r"[\s,]*(?:(?:and|but)\b)?[\s,]*(?:(?:is|shall|to)\b)?[\s,]*", ENGLISH)  # between the day borne and that of effect
_ENDS = "in witness whereof"
_BEFORE = 120  # characters before a day that tell what it is of
_ENDS_SENTENCE = pattern(r"[.;][”\"]?\s|\n\W{0,2}\(?\w{1,4}[.)]\s")  # or an item of a list begins on a line of its own
_OF_ONE_ITEM = pattern(  # and of no other
    r"(?:\bfollowing\s+(?:amendment|modification|change)|\b\w{1,3}[.)]\s+the\s+following\s+(?:amendment|modification|change)s)\b[^.;]*$", re.IGNORECASE
)
_QUOTED = pattern(r"[“\"][^”\"]{0,4000}[”\"]")


class _Opened(NamedTuple):
    """The words of an instrument, `lined` with its line ends, how long its opening and its preamble are, and where it is signed."""

    words: str
    lined: str
    front: int
    preamble: int
    ends: int
    dated: datetime.date | None
    letter: bool


class _Stated(NamedTuple):
    day: datetime.date
    start: int
    end: int
    whole: bool  # of the instrument as a whole, not of one change
    back: bool = False  # said to be before the instrument


def effective(
    document: Document,
    place: Opening,
    kind: InstrumentKind,
    dated: datetime.date | None,
    set_off: Sequence[Quotation] = (),
) -> Effective:
    """When the instrument that opens at `place` takes effect; what it sets off as new text does not say so."""
    changes = not kind.stands_alone
    start, front = place.preamble[0], place.preamble[1] - place.preamble[0]
    words = flat(document, start, place.end)
    lower = lowered(words)
    ends = lower.find(_ENDS) if _ENDS in lower else len(lower)
    signs = document.reading.text.find("\n", start + ends)  # the end of the clause that tells of the signing
    words, lower = words[: signs - start] if signs >= 0 else words, lower[:ends]
    new = [(one.start - start, one.end - start) for one in set_off]
    waiting = waits(lower, place.preamble[1] - start if not place.letter else 0, new) if changes else None
    told = [written for at in near(_OF_DAYS.finditer(lowered(words)), *_DAY_NEAR) for written in days(words, *at)]
    lined = document.reading.text[start : start + len(words)]
    opened = _Opened(words, lined, place.recitals[1] - start, front, ends, dated, place.letter)
    stated = list(_stated(opened, told, new))
    whole = next((s for s in stated if s.whole), None) or (_timed(words, lower) if changes else None)
    if whole is None and changes and dated is None and (over := _over(document, place)) is not None:
        return over
    parts = {s.day for s in stated if not s.whole} - {dated, whole.day if whole else None}
    day, span = _day(lower, whole, waiting, dated)
    where = span or (waiting.span() if waiting else None)
    later = whole is not None and front < whole.start < ends
    in_parts = bool(parts) and kind is not InstrumentKind.RESTATEMENT
    basis = _basis(day, dated, whole, waiting is not None, in_parts, later)
    return Effective(
        day,
        basis,
        document.span(start + where[0], start + where[1]) if where and where[1] > where[0] else None,
    )


def _timed(words: str, lower: str) -> _Stated | None:
    """The day that the instrument tells of the Effective Time from which it says that it counts."""
    if (span := timed(lower)) is None:
        return None
    written = next(days(words, *span), None)
    return None if written is None else _Stated(written.day, written.start, written.end, whole=True)


def _over(document: Document, place: Opening) -> Effective | None:
    """The day of effect that a line above the preamble states: "AMENDMENT EFFECTIVE AS OF JUNE 2, 2005"."""
    for number in reversed(place.above[-8:]):
        paragraph = document.paragraphs[number]
        words = flat(document, paragraph.start, paragraph.end)
        for written in days(words[:300]):
            before = words[: written.start]
            cue = _EFFECT_DAY.search(before) or _EFFECT_OVER.search(before)
            if cue and not _OF_AGREEMENT.search(before[: cue.start()]):
                at = paragraph.start + cue.start()
                return Effective(written.day, "stated", document.span(at, paragraph.start + written.end))
    return None


def _day(
    lower: str, whole: _Stated | None, waits: re.Match[str] | None, dated: datetime.date | None
) -> tuple[datetime.date | None, tuple[int, int] | None]:
    if whole is not None:
        return whole.day, (whole.start, whole.end)
    of_its_day = _AS_OF_ITS_DAY.search(lower)
    if of_its_day:
        return dated, of_its_day.span()
    return (None, None) if waits is not None else (dated, None)


def _basis(
    day: datetime.date | None,
    dated: datetime.date | None,
    whole: _Stated | None,
    waits: bool,
    parts: bool,
    later: bool,
) -> str:
    if parts:
        return "mixed"
    if waits:
        return "conditions"
    if day is None:
        return "unknown"
    if whole is None or (day == dated and not later and not whole.back):
        return "dated"
    return "retroactive" if whole.back or (dated is not None and day < dated) else "stated"


def _of_lead(
    words: str, written: Written, front: int, before: str, cue: re.Match[str] | None
) -> bool:
    """Whether a day in the recitals stands in the sentence that leads to what is agreed.

    What stands before an "Effective" that begins its sentence, as a heading, is no part of it.
    """
    begins = cue is not None and cue[0].startswith("Effective")
    lead = "" if begins else before[: cue.start()] if cue else before
    at = written.start
    if _LEADS_ON.match(words, written.end):
        return True
    if front - at > 700 or re.search(
        r"\b(?:amendments?|waiver|agreement|letter)\b[\s,]*(?:\([^()]*\)[\s,]*)?$", lead, re.IGNORECASE
    ):
        return False
    whereas = words.rfind("WHEREAS", 0, at)
    if whereas < 0:
        return bool(_LEAD_IN.search(words, max(0, at - 700), min(front, at + 300)))
    return bool(_RESOLVES.search(words, max(whereas, at - 700), at))


def _stated(opened: _Opened, told: Sequence[Written], new: Sequence[tuple[int, int]]) -> Iterator[_Stated]:
    """The days, of those told, that words state as of effect; those in `new` text, and in quotation marks, do not."""
    words, preamble = opened.words, opened.preamble
    quoted = sorted([*(m.span() for m in _QUOTED.finditer(words, opened.front)), *new])
    for written in told:
        before, after = (
            words[max(0, written.start - _BEFORE) : written.start],
            words[written.end : written.end + 80],
        )
        cue = _EFFECT_DAY.search(before)
        named = written.start < preamble and written.day == opened.dated and _NAMED_DAY.match(after)
        if not cue and not named:
            continue
        inside = any(start < written.start < end for start, end in quoted)
        if inside and not _DATE_DEFINED.search(before):
            continue
        lead = before[: cue.start()] if cue else before
        of_another = written.start > preamble and lead.rstrip().endswith("dated")
        borne = cue is not None and _BEARS.match(cue[0]) is not None  # by the instrument, or by one that it names
        if cue and (of_another or _OTHERS.match(after) or (borne and not _NAMED_DAY.match(after))):
            continue
        begin = written.start - (len(before) - cue.start() if cue else 0)
        back = cue is not None and "retroactive" in cue[0].lower()
        if written.start < opened.front and not (opened.letter and written.start > preamble):
            if _is_of_opening(opened, written, before, cue):
                yield _Stated(written.day, begin, written.end, whole=True, back=back)
        elif (whole := _is_of_whole(opened, written, lead, cue)) is not None:
            yield _Stated(written.day, written.start, written.end, whole=whole, back=back)


def _is_of_opening(opened: _Opened, written: Written, before: str, cue: re.Match[str] | None) -> bool:
    """Whether a day of effect in the opening is that of the instrument and not of what is amended."""
    words, lead = opened.words, before[: cue.start()] if cue else before
    of_this = cue is not None and (_OF_THIS.search(cue[0]) or _THIS_IS.search(lead))
    recited = written.start > opened.preamble and not of_this
    if _PRIOR.search(lead) or (recited and not _of_lead(words, written, opened.front, before, cue)):
        return False
    own = of_this or _LEADS_ON.match(words, written.end) or (not recited and _is_behind_its_day(lead, opened.dated))
    of_agreement = cue and not own and _OF_AGREEMENT.search(lead)
    return not of_agreement or bool(_OWN_LEAD.search(lead[-60:]))


def _is_behind_its_day(lead: str, dated: datetime.date | None) -> bool:
    """Whether a lead ends with the day that the instrument bears: `made as of May 5, 2020, and effective as of`."""
    last = next(reversed(list(days(lead))), None)
    return last is not None and last.day == dated and _AND.fullmatch(lead, last.end) is not None


def _is_of_whole(opened: _Opened, written: Written, lead: str, cue: re.Match[str] | None) -> bool | None:
    """Whether a day of effect behind the opening is that of the whole instrument or of one change; None where of neither."""
    words, dated = opened.words, opened.dated
    if cue and (written.start > opened.ends or (_ALONE.fullmatch(cue[0]) and _is_line(opened, written, cue))):
        return True
    begin = max(0, written.start - _BEFORE)
    sentence = " ".join(_ENDS_SENTENCE.split(opened.lined[begin : begin + len(lead)])[-1].split("\n"))
    if _OF_EVENT.search(sentence):
        return None
    own = _OWN.search(sentence + (cue[0] if cue else ""))
    if cue and dated and _DEFINES.search(cue[0]) and (dated - written.day).days > _LONG_BEFORE:
        return None  # "Effective Date" as the amended agreement defines it
    amends = _ORDERS.search(words[max(0, written.start - 160) : written.end + 120])
    part = _OF_ONE_ITEM.search(lead) or _OF_PROVISION.search(sentence)
    if own and not part:
        return True
    return False if amends else None


def _is_line(opened: _Opened, written: Written, cue: re.Match[str]) -> bool:
    """Whether nothing but a day of effect stands on a line: "Effective as of December 5, 2005"."""
    begin = written.start - len(cue[0])
    behind = opened.lined[written.end : written.end + 2].lstrip(".")
    return opened.lined[begin - 1 : begin] in {"", "\n"} and behind[:1] in {"", "\n"}
