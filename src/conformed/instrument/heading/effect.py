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
from conformed.instrument.marks import Effective

# The first of these are of words in lower case, as the whole instrument is searched for them.
_SELF = (
    r"(?:(?:this|the|such)\s+(?:foregoing\s+)?(?:[a-z][\w.-]*\s+|limited\s+|letter\s+|first\s+|second\s+"
    r"|third\s+|and\s+){0,4}"
    r"(?:amendment|agreement|waiver|consent|modification|supplement|addendum|extension|letter|instrument"
    r"|forbearance|joinder|order)s?"
    r"|(?:the\s+)?(?:foregoing\s+)?(?:amendments?|modifications?|changes|waivers?|provisions)\b[^.;]{0,50}?)"
)
_WAITS = tuple(
    pattern(expression)
    for expression in (
        rf"\b{_SELF}(?:\s+(?:set\s+forth|contained|described|provided)\s+[^.;]{{0,60}})?[\s,]+"
        r"(?:(?:shall|will|is|are|to|not|only|hereby|be|become|becomes|deemed|take|have)\s+){1,5}(?:effective|effect|in\s+effect|force)\b"
        r"[^.;]{0,120}?\b(?:(?:upon|when|if|after|until|unless|only)\b[^.;]{0,100}?\b(?:satisf\w+|condition\w*|receiv\w+|receipt|fulfil\w+"
        r"|deliver\w+|execut\w+|met|occur\w*|following|closing|approv\w+)|following\s+conditions|conditions?\s+(?:precedent|are|is|have|set)"
        r"|subject\s+to)",
        r"\b(?:the\s+)?effectiveness\s+of\s+(?:the|this|such|foregoing|sections?|article|amendments?|modifications?|changes|waivers?|provisions)\b"
        r"[^.;]{0,100}?\b(?:subject\s+to|condition\w*|contingent)",
        r"\beffective\s+(?:up)?on\s+(?:the\s+)?(?:satisfaction|fulfil+ment|(?:later\s+|last\s+)?date\s+(?:(?:on|upon)\s+which"
        r"|(?:(?:that|when)\s+)?(?:it|this\s+\w+)\s+(?:is|has\s+been)\s+(?:\w+\s+)?(?:signed|executed)\b))",
        r"\b(?:effective|amended|waive\w*|consent\w*)\b[^.;]{0,120}?\b(?:subject\s+to|upon|on|until)\s+(?:the\s+)?(?:prior\s+)?"
        r"(?:satisfaction|fulfil+ment)\s+of\b[^.;]{0,60}?\bconditions\b",
        r"\bsubject\s+to\s+(?:the\s+)?(?:prior\s+)?(?:satisfaction|fulfil+ment)\s+of\b[^.;]{0,60}?\bconditions\b[^.;]{0,120}?"
        r"\b(?:hereby|amended|waive\w*|effective)\b",
        r"\bconditions?\s+(?:precedent\s+)?(?:to|of)\s+(?:the\s+)?(?:effectiveness|effective\s+date)",
        r"\bconditions?\s+(?:precedent\s+)?to\s+(?:this\s+)?(?:amendments?|waiver|consent)\b",
        r"\bconditions\s+precedent\b\s*[.:]",
    )
)
_EFFECT = pattern(r"effectiv|take effect|in effect|in force|conditions")
_NONE = pattern(r"\b(?:no|any|neither)\s+[^.;]{0,70}$")  # "No amendment shall be effective unless"
_ON_SIGNING = pattern(r"\bwhen\s+(?:duly\s+)?(?:executed|signed)\b")
_AS_OF_ITS_DAY = pattern(  # letters first: they are searched for quickly
    r"effective\b(?<=\beffective)[^.;]{0,80}?\bas\s+of\s+(?:the\s+)?(?:(?:day\s+and\s+(?:year|date)"
    r"|date)\s+(?:and\s+year\s+)?(?:first\s+)?(?:above\s+|set\s+|hereof|written|stated|indicated)"
    r"|date\s+hereof|its\s+date\b)",
)
_EFFECT_DAY = pattern(
    r"""\b(?:
      (?:is|are|be|become|becomes|was)\s+(?:made\s+)?(?:retroactively\s+)?effective\s*(?:,?\s*(?:as\s+of|on
        |from|since|for\s+all\s+purposes\s+as\s+of|retroactive(?:ly)?(?:\s+to)?|immediately\s+as\s+of))*
    | (?:with\s+effect|effective|take\s+effect|taking\s+effect|in\s+effect)\s*(?:,?\s*(?:as\s+of|on|from|since
    |retroactive(?:ly)?(?:\s+to)?|the|this))*
    | with\s+retroactive\s+effect\s+(?:to|from|as\s+of)
    | hereby\s+amended,?\s+as\s+of
    | effective\s+date[”"’]?\)?\s*(?:of\s+this\s+[\w\s]{2,40}?)?\s*(?:shall\s+be|shall\s+mean|means|is
    |will\s+be|:)
    | has\s+an?\s+effective\s+date\s+of
    )\s*,?\s*(?:the\s+)?$""",
    re.VERBOSE | ENGLISH,
)
_OF_DAYS = pattern(r"effect|hereby\s+amended")
_DAY_NEAR = 130, 170  # characters before and behind them in which a day of effect is written
_NAMED_DAY = pattern(r"^[\s,]*\((?:the|this)?\s*[“\"][^”\"]{0,60}effective\s+date", ENGLISH)
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
_ENDS = "in witness whereof"
_OF_ONE_ITEM = pattern(  # and of no other
    r"(?:\bfollowing\s+(?:amendment|modification|change)|\b\w{1,3}[.)]\s+the\s+following\s+(?:amendment|modification|change)s)\b[^.;]*$", re.IGNORECASE
)
_QUOTED = pattern(r"[“\"][^”\"]{0,4000}[”\"]")


class _Stated(NamedTuple):
    day: datetime.date
    start: int
    end: int
    whole: bool  # of the instrument as a whole, not of one change


def effective(
    document: Document, place: Opening, kind_amends: bool, dated: datetime.date | None
) -> Effective:
    """When the instrument that opens at `place` takes effect."""
    start = place.preamble[0]
    words = flat(document, start, place.end)
    lower = lowered(words)
    if (ends := lower.find(_ENDS)) >= 0:
        words, lower = words[:ends], lower[:ends]
    front = place.recitals[1] - start
    waits = _waits(lower) if kind_amends else None
    told = [written for near in _near(_OF_DAYS.finditer(lower), *_DAY_NEAR) for written in days(words, *near)]
    stated = list(_stated(words, told, front, place.preamble[1] - start, dated, place.letter))
    whole = next((s for s in stated if s.whole), None)
    if whole is None and kind_amends and dated is None and (over := _over(document, place)) is not None:
        return over
    parts = {s.day for s in stated if not s.whole} - {dated, whole.day if whole else None}
    day, span = _day(lower, whole, waits, dated)
    where = span or (waits.span() if waits else None)
    later = whole is not None and whole.start > place.preamble[1] - start
    basis = _basis(day, dated, whole, waits is not None, bool(parts), later)
    return Effective(
        day,
        basis,
        document.span(start + where[0], start + where[1]) if where and where[1] > where[0] else None,
    )


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
    if whole is None or (day == dated and not later):
        return "dated"
    return "retroactive" if dated is not None and day < dated else "stated"


def _waits(lower: str) -> re.Match[str] | None:
    """The first words by which the instrument waits for conditions."""
    for start, end in _near(_EFFECT.finditer(lower), 250, 350):
        found = (match for expression in _WAITS for match in expression.finditer(lower, start, end))
        for match in sorted(found, key=re.Match[str].start):
            if _NONE.search(lower, max(0, match.start() - 80), match.start()):
                continue
            if not _ON_SIGNING.search(match[0]) or "condition" in match[0]:
                return match
    return None


def _near(words: Iterator[re.Match[str]], before: int, behind: int) -> Iterator[tuple[int, int]]:
    """The stretches with some characters before and behind words; reading only these keeps it quick."""
    start, end = 0, -1
    for match in words:
        if match.start() > end + before:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - before)
        end = match.end() + behind
    if end >= 0:
        yield start, end


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


def _stated(
    words: str, told: Sequence[Written], front: int, preamble: int, dated: datetime.date | None, letter: bool
) -> Iterator[_Stated]:
    """The days, of those told, that words state as of effect; the opening is `front` long, its preamble `preamble`."""
    quoted = [m.span() for m in _QUOTED.finditer(words, front)]
    at = 0
    for written in told:
        before, after = (
            words[max(0, written.start - 120) : written.start],
            words[written.end : written.end + 80],
        )
        cue = _EFFECT_DAY.search(before)
        named = written.start < preamble and written.day == dated and _NAMED_DAY.match(after)
        if not cue and not named:
            continue
        while at < len(quoted) and quoted[at][1] <= written.start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] < written.start
        if inside and not re.search(r"effective\s+date[”\"’]", before, re.IGNORECASE):
            continue
        lead = before[: cue.start()] if cue else before
        of_another = written.start > preamble and lead.rstrip().endswith("dated")
        if cue and (of_another or _OTHERS.match(after)):
            continue
        if written.start < front and not (letter and written.start > preamble):
            of_this = cue is not None and (_OF_THIS.search(cue[0]) or _THIS_IS.search(lead))
            recited = written.start > preamble and not of_this
            if _PRIOR.search(lead) or (recited and not _of_lead(words, written, front, before, cue)):
                continue
            if (
                cue
                and not of_this
                and not _LEADS_ON.match(words, written.end)
                and _OF_AGREEMENT.search(lead)
                and not re.search(
                    r"\bamend|\bthis\b|\bhereby\b|\bfollows\b|\bto\s+$", lead[-60:], re.IGNORECASE
                )
            ):
                continue
            yield _Stated(
                written.day,
                written.start - (len(before) - cue.start() if cue else 0),
                written.end,
                whole=True,
            )
        else:
            sentence = lead[max(lead.rfind(". "), lead.rfind("; ")) + 1 :]
            own = re.search(
                rf"{_SELF}\W*(?:\w+\W+){{0,3}}$|effective\s+date",
                sentence + (cue[0] if cue else ""),
                re.IGNORECASE,
            )
            if cue and dated and _DEFINES.search(cue[0]) and (dated - written.day).days > _LONG_BEFORE:
                continue  # "Effective Date" as the amended agreement defines it
            amends = _ORDERS.search(words[max(0, written.start - 160) : written.end + 120])
            part = _OF_ONE_ITEM.search(lead) or re.search(r"\bsection|\bparagraph", sentence, re.IGNORECASE)
            if own and not part:
                yield _Stated(written.day, written.start, written.end, whole=True)
            elif amends:
                yield _Stated(written.day, written.start, written.end, whole=False)
