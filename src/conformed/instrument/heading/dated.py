"""The day that an instrument bears.

In: a document, where its instrument opens, its kind and its title.  Out: the days that may be it, and where in the
preamble each stands.  None of them is told of the agreement that is amended; a blank day is none.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.labels import cells, day_told, head_of
from conformed.instrument.heading.opening import Opening, flat
from conformed.instrument.heading.recitals import CHANGING, ordinal
from conformed.instrument.heading.title import Title
from conformed.instrument.marks import InstrumentKind
from conformed.instrument.signing.signatures import signatures

_OWN_DAY = pattern(
    r"\b(?:made|entered|executed|dated|date|agreement\s+is|is|amendment|waiver|as\s+of|on"
    r"|effective)\b[^.;()]{0,70}$|^[\s,]*$",
    ENGLISH,
)
_STRONG = pattern(
    r"\b(?:(?<!reference is )(?<!reference is hereby )made|entered(?:\s+into)?|executed|is\s+dated|are\s+dated)\b"  # "reference is made to" another
    r"(?![^;()\d]{0,40}\bto\s+amend\b)[^;()\d]{0,60}$",
    ENGLISH,
)
_JUST_EFFECTIVE = pattern(
    r"(?<!dated )(?<!into )(?<!made )(?<!entered )\b(?:effective|with\s+effect)\b[^.;()]{0,30}$",
    ENGLISH,
)
_BACK_TO = pattern(r"\bretroactive(?:ly)?\s+(?:to|as\s+of)\s+(?:the\s+)?$", ENGLISH)
_MADE = pattern(r"\b(?:dated|made|entered|executed)\b[^.;()]{0,30}$", ENGLISH)
_ALIAS_BEFORE = pattern(
    r"\((?:the|this|herein|hereinafter"
    r"|[\w\s,]{0,40})?\s*[“\"]\s*(?P<term>[^”\"]{2,60}?)[,\s]*[”\"]\s*\)[\s,]*(?:[\w\s,]{0,60})$"
)
_TO_ANOTHER = pattern(
    r"\b(?:agreement|contract|lease|note|letter|indenture|plan)\b[^()]{0,40}$", ENGLISH
)
_ALIAS_AFTER = pattern(
    r"^[\s,]*\((?:(?:the|this|as\b[^()“\"]{0,80}|hereinafter|collectively"
    r"|together)[\s,]*)?[“\"]\s*(?P<term>[^”\"]{2,60}?)[,\s]*[”\"]"
)
_OF_AGREEMENT = pattern(r"(?:agreement|contract|lease|note|indenture|plan)$", ENGLISH)
_WITNESS = pattern(
    r"\b(?:in\s+witness\s+whereof|witness\s+the\s+due\s+execution|executed|signed|entered\s+into)\b",
    ENGLISH,
)
_FIRST_WRITTEN = pattern(  # "executed as of the day and year first above written", not "effective as of"
    r"(?<!effective )(?<!effective as of )\bthe\s+(?:day|date)(?:\s+and\s+(?:day|date|year))?\s+(?:first\b|(?:\w+\s+){0,2}above\b)",
    ENGLISH,
)
_BELOW = pattern(
    r"\b(?:dates?|day)\s+(?:and\s+year\s+)?(?:(?:set\s+forth|written|indicated|shown|appearing|specified|stated|first\s+written)\s+)?"
    r"(?:below|beneath|opposite)\b",
    ENGLISH,
)
_OTHERS_DAY = pattern(r"\b(?:that\s+certain|contemporaneously|regarding|pursuant\s+to)\b", ENGLISH)
_SIGNED_ON = pattern(r"\b(?:as\s+of|on|this|dated|effective|the)\s+(?:the\s+|this\s+)?$", ENGLISH)
_AMENDED_BY = pattern(r"\b(?:amended|modified)\s+by\b[^;]{0,120}$", ENGLISH)
_CHANGED_BY = pattern(r"\b(?:amended|modified)\s+by\b", ENGLISH)
_THIS = pattern(r"^\W*this\s+", re.IGNORECASE)
_AMENDED_MADE = pattern(  # "to modify the Employment Agreement entered into by ... on May 5, 2005"
    r"\b(?:modify|[Aa]mend|amends|amending|modifies|under)\s+(?:and\s+restates?\s+)?(?:the|that|an?)\s+(?:certain\s+)?(?:[A-Z]\w+\s+){0,5}"
    r"(?:Agreement|Contract|Lease)\s+(?:(?:made|entered\s+into)\b[^.;()]{0,100}|dated\s+(?:as\s+of\s+)?)$"
)
_AMENDED_ON = pattern(  # "as amended on October 30, 2006, December 31, 2008 and"
    r"\bamended\b(?:[\s,]+(?:on|as|of|and|by|further|effective|again|dated"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|\d{1,2}(?:st|nd|rd|th)?|\d{4})(?=[\s,])){0,40}[\s,]*$",
    ENGLISH,
)
_THEN_AMENDED = pattern(
    r"[\s,]*(?:and\s+|as\s+|which\s+)?(?:was\s+|were\s+|has\s+been\s+)?(?:so\s+|previously\s+|subsequently\s+)?amended\s+(?:on|as\s+of|by|(?=[A-Z][a-z]+\s\d))",
    ENGLISH,
)
_AMENDS = pattern(  # "This document amends that certain Agreement executed as of May 15, 2000, by ... and as of"
    r"\b(?:amends|modifies)\s+(?:that\s+certain|the|your)\b(?:(?!\b(?:is|are)\s+(?:hereby\s+)?(?:made|entered|executed|dated|effective)\b)[^;]){0,600}$",
    ENGLISH,
)
_WHICH_WAS = pattern(
    r"\bwhich\s+(?:was|were|is)\b[^;]{0,40}$|\bunder\s+which\b[^;]{0,100}$|\bthereto,?\s+dated(?:\s+as\s+of)?\s*$",
    ENGLISH,
)
_AS_AMENDED = pattern(r"\bas\s+(?:\w+\s+)?amended\b(?!.*\b(?:is|are)\s+made\b)", re.IGNORECASE)
_IS_MADE = pattern(r"\)[\s,]*(?:is|are)\s+(?:hereby\s+)?(?:made|entered|executed|dated)\b[^()]{0,50}$")
_TITLE_DATES = pattern(
    rf"^(?:\w+\s+){{0,3}}{CHANGING}(?:\s+(?:no\.?|number)?\s*\w{{1,6}})?,?\s+dated(?:\s+as\s+of)?\s*$",
    re.IGNORECASE,
)
_CHANGES_NEXT = pattern(rf"\s+(?:\w+\s+)?{CHANGING}\b", re.IGNORECASE)
_BLANK_DAY = pattern(r"_{2,}\s*(?:,\s*)?(?:day\b|\d{4})|day\s+of\s+_{2,}")
_DAY_ALONE = pattern(r"\s*[A-Z][a-z]{2,8}\s\d{1,2},?\s*")
_COVER_DAY = pattern(
    r"^(?:dated|as\s+of|effective|date|made|amendment\b.{0,30}\bdated)?\b[\s:,.]*(?:as\s+of|the)?\s*",
    ENGLISH,
)


def days_borne(
    document: Document, place: Opening, kind: InstrumentKind, named: Title
) -> Iterator[tuple[datetime.date, int]]:
    """The days that the instrument may bear, the likeliest first, and where in its preamble each stands (else -1).

    It stands in the preamble, on the cover, over a letter, or where the instrument is signed.
    """
    preamble = flat(document, *place.preamble)
    form = cells(document, place)
    over = _day_above(document, place, named, head_of(form, place.above) if form else place.above[-15:])
    for day in (day_told(form), over if place.letter or form else None, _titled_day(named.words)):
        if day is not None:
            yield day, -1
    yield from _own_days(preamble, kind, named.words)
    if _BLANK_DAY.search(preamble):
        return
    ends = flat(document, place.recitals[1], place.end)[-60000:]
    if (last := over or _signed_day(ends)) is not None:
        yield last, -1
    elif any(_FIRST_WRITTEN.search(ends, match.end(), match.end() + 320) for match in _WITNESS.finditer(ends)):
        yield from _effective_days(preamble, kind, named.words)


def signed_below(document: Document, place: Opening, *, surely: bool) -> datetime.date | None:
    """The day beside the last signature, where it is said to be signed on those days, or `surely`."""
    if not surely and (
        _BLANK_DAY.search(flat(document, *place.preamble)) or not _is_dated_below(document, place)
    ):
        return None
    at = document.reading.at
    signed = [one for one in signatures(document) if place.preamble[0] <= at(one.span.start) < place.end]
    return max((one.date for one in signed if one.date is not None), default=None)


def _is_dated_below(document: Document, place: Opening) -> bool:
    """Whether its last clause says that it is signed on the days beside the signatures."""
    last = flat(document, place.recitals[1], place.end)[-60000:]
    return any(_BELOW.search(last, match.end(), match.end() + 320) for match in _WITNESS.finditer(last))


def _day_above(
    document: Document, place: Opening, named: Title, above: Sequence[int]
) -> datetime.date | None:
    """The day that stands on a line of its own in the paragraphs `above` the preamble."""
    lines = [flat(document, document.paragraphs[n].start, document.paragraphs[n].end) for n in above]
    for number in reversed(range(len(lines))):
        words = lines[number]
        if _DAY_ALONE.fullmatch(words) and number + 1 < len(lines):
            words = f"{words.strip()} {lines[number + 1]}"  # "December 15," over "2008"
        if (
            not place.letter and words.strip("*_ ") in named.words
        ):  # "... Between X and Y Dated October 6, 2000": the day of what is amended
            continue
        written = next(days(words), None)
        if (
            written
            and len(words) < 60
            and _COVER_DAY.sub("", words[: written.start]) == ""
            and written.end >= len(words) - 2
        ):
            return written.day
    return None


def _titled_day(words: str) -> datetime.date | None:
    """The day of the instrument in a title: "AMENDMENT DATED MAY 5, 2005 TO ...", "May 5, 2005 Amendment"."""
    for written in days(words):
        leads = written.start == 0 and _CHANGES_NEXT.match(words, written.end)
        if leads or _TITLE_DATES.search(words[: written.start]):
            return written.day
    return None


def _own_days(preamble: str, kind: InstrumentKind, title: str) -> Iterator[tuple[datetime.date, int]]:
    """The days in a preamble that are not another's, those behind a verb of making first."""
    weak: list[tuple[datetime.date, int]] = []
    for written in days(preamble):
        before, after = preamble[: written.start], preamble[written.end :]
        if _BACK_TO.search(before) or (_JUST_EFFECTIVE.search(before[-60:]) and not _MADE.search(before[-70:])):
            continue
        if not _OWN_DAY.search(before[-100:]) or _of_another(before, after, kind, title):
            continue
        if _STRONG.search(before[-90:]):
            yield written.day, written.start
        else:
            weak.append((written.day, written.start))
    yield from weak


def _effective_days(preamble: str, kind: InstrumentKind, title: str) -> Iterator[tuple[datetime.date, int]]:
    """The one day of its effect that a preamble writes: where it is executed on the day first written, that is it."""
    told = [
        written
        for written in days(preamble)
        if _JUST_EFFECTIVE.search(preamble[: written.start][-60:])
        and not _CHANGED_BY.search(preamble, 0, written.start)
        and not _of_another(preamble[: written.start], preamble[written.end :], kind, title)
    ]
    if len(told) == 1:
        yield told[0].day, told[0].start


def _of_another(before: str, after: str, kind: InstrumentKind, title: str) -> bool:
    """Whether a day in the preamble is that of the agreement that is amended."""
    if kind.stands_alone:
        return bool(re.search(r"\bthat\s+certain\b", before[-160:]))
    if (
        _AMENDED_MADE.search(before[-200:])
        or _WHICH_WAS.search(before[-120:])
        or _AMENDED_ON.search(before[-300:])
        or _THEN_AMENDED.match(after)
        or _AMENDS.search(before)
    ):
        return True
    following, preceding = _ALIAS_AFTER.match(after), _ALIAS_BEFORE.search(before[-160:])
    itself = preceding and _names_itself(before[: len(before[:-160]) + preceding.start()], preceding, kind, title)
    if _AMENDED_BY.search(before[-160:]) or (preceding and _is_of_term(following)) or (
        re.match(r"\W*(?:the|that\s+certain)\s", before, re.IGNORECASE) and "amended" not in before and not itself
    ):
        return True
    if preceding and (
        itself
        or (_own_term(preceding["term"], preceding[0]) and not _TO_ANOTHER.search(before[-60:]))
    ):
        return False
    if following and ordinal(following["term"]) and _AS_AMENDED.search(before[-200:]):
        return True
    if following and not re.search(r"effective\s+date", following["term"], re.IGNORECASE):
        return not _own_term(following["term"], following[0])
    if (
        preceding
        and re.search(r"agreement|contract|lease|loan|note|letter", preceding["term"], re.IGNORECASE)
        and not _own_term(preceding["term"], preceding[0])
        and not _IS_MADE.search(before[-60:])
    ):
        return True
    tail = before[-200:]
    named = re.search(
        r"\b(?:that\s+certain|your|amends\s+(?:the\s+terms\s+of\s+)?(?:the|that)|terms\s+of\s+the"
        r"|to\s+(?:the|that|an?|your|an?)|into\s+an?|under\s+(?:the|that))\s+[^.;()]{0,120}"
        r"(?:agreement|contract|lease|letter)\b[^.;]{0,60}$",
        tail,
        re.IGNORECASE,
    )
    return bool(named) and not _STRONG.search(tail[-60:])


def _is_of_term(following: re.Match[str] | None) -> bool:
    """Whether the term behind a day is an agreement's: "Amendment to the Lease (the “Amendment”) dated May 5, 2005 (the “Lease”)"."""
    return bool(following and _OF_AGREEMENT.search(following["term"]) and not _own_term(following["term"], following[0]))


def _names_itself(before: str, bracket: re.Match[str], kind: InstrumentKind, title: str) -> bool:
    """Whether a term in brackets is the instrument's: "(this “Amendment”)", or behind its own title."""
    if re.match(r"\(\s*this\b", bracket[0], re.IGNORECASE):
        return not re.search(r"\b(?:agreement|contract|lease)\b[^()]{0,80}$", bracket[0], re.IGNORECASE)
    led = _THIS.sub("", before).strip(" ,")
    own = led.lower() == title.lower() or (kind is InstrumentKind.RESTATEMENT and len(led) < 120)
    return own and bracket["term"].lower() in {"agreement", "letter agreement"}


def _own_term(term: str, bracket: str) -> bool:
    return bool(
        re.search(rf"\b{CHANGING}\b|\bmodification\b", term, re.IGNORECASE)
    ) or "(this" in bracket.lower().replace(" ", "")


def _signed_day(words: str) -> datetime.date | None:
    """The day on which it is said to be signed, in its last clause."""
    last = words[-60000:]
    for match in _WITNESS.finditer(last):
        clause = last[match.end() : match.end() + 320]
        written = next(days(clause), None)
        if _BLANK_DAY.search(clause[: written.start if written else 120]):
            return None
        if written and _OTHERS_DAY.search(clause[: written.start]):
            continue
        if written and "; " not in clause[: written.start] and _SIGNED_ON.search(clause[: written.start]):
            return written.day
    return None
