"""What an instrument is: kind, number, title, day, when it takes effect, what it amends, what amended that before.

In: a document, or a stretch of its reading.  Out: a `Head`.  Afterwards the title is the words of the document's
head, folded; `amends` is None and `earlier` empty for an instrument that changes none.
"""

import datetime
import re

from conformed.basis import days
from conformed.document import Document
from conformed.instrument.effect import effective
from conformed.instrument.marks import Effective, Head, InstrumentKind, Named
from conformed.instrument.opening import Opening, flat, opening
from conformed.instrument.recitals import CHANGING, Mention, agreements, amendment_days, instruments, ordinal
from conformed.instrument.title import Title, title

_AMENDS = re.compile(r"\b(?:amend(?:ment|ing)s?|modification|supplement|addendum|change\s+order|amends)\b(?!\s+and\s+restatement)", re.IGNORECASE)
_WAIVES = re.compile(r"\b(?:waiver|forbearance)\b", re.IGNORECASE)
_CONSENTS = re.compile(r"\bconsent\b", re.IGNORECASE)
_EXTENDS = re.compile(r"\bextension\b", re.IGNORECASE)
_RESTATES = re.compile(r"\b(?:amended\s+(?:(?:and|&)\s+)?restated|restated|amendment\s+and\s+restatement|restatement)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:to|of|under)\s+(?:the\s+)?(?:[\w.]+\s+){0,3}$", re.IGNORECASE)
_AGREEMENT = re.compile(
    r"\b(?:agreement|lease|contract|indenture|guaranty|guarantee|mortgage|deed|note|plan|subcontract|joinder|assignment|release|memorandum)\b", re.IGNORECASE
)
_ORDERS = re.compile(
    r"\b(?:is|are|shall\s+be|be)\s+hereby\s+(?:further\s+)?(?:amended|modified|deleted)\b|\bhereby\s+(?:amend|modif)\w+"
    r"|\b(?:is|are|shall\s+be)\s+(?:amended|modified|deleted|revised)\s+(?:as\s+follows|by|to\s+read|to\s+(?:add|include|delete|reflect|change|provide)|in\s+its|and\s+(?:replaced|restated)|effective|so\s+)"
    r"|\b(?:letter|agreement|amendment)\s+(?:is\s+to\s+|will\s+|shall\s+)?amends?\b|\bfollowing\s+(?:modifications|amendments|changes)\s+(?:to|in)\b|\b(?:agreement|agreed|confirms?)\b[^.;]{0,160}\bto\s+(?:\(i\)\s+)?(?:further\s+)?amend\b"
    r"|\bagree\s+to\s+(?:the\s+following\s+(?:changes|amendments)|amend\b[^.;]{0,100}\bas\s+follows)",
    re.IGNORECASE,
)
_WAIVES_NOW = re.compile(
    r"\b(?:hereby|agrees?\s+to|is|are)\s+(?:\w+\s+){0,3}?(?:waives?|waiving|waived)\b(?P<what>[^.;]{0,160})", re.IGNORECASE
)
_WAIVED = re.compile(r"\b(?:compliance|defaults?|requirements?|provisions?\s+of|sections?|covenants?|failure|eligibility|bonus\w*|breach\w*)\b", re.IGNORECASE)
_NO_WAIVER = re.compile(r"\b(?:jury|trial|notice|presentment|claims?\s+against|defen[sc]es?|set-?off|demand|acceptance|venue|jurisdiction|release)\b", re.IGNORECASE)
_FORM = re.compile(r"\bform\s+(?:8-K|10-[KQ]|6-K|S-\d)\b|\bsecurities\s+and\s+exchange\s+commission\b|\bcurrent\s+report\b", re.IGNORECASE)
_FILING = re.compile(r"\bexact\s+name\s+of\s+registrant\b|\bdate\s+of\s+(?:earliest\s+event|report)\b", re.IGNORECASE)
_FORM_NAME = re.compile(r"form\s+(?:\d{1,2}-[KQ](?:SB|/A)?|S-\d)", re.IGNORECASE)
_BARE = re.compile(rf"{CHANGING}(?:\s+agreement)?", re.IGNORECASE)
_OWN_DAY = re.compile(
    r"\b(?:made|entered|executed|dated|date|agreement\s+is|is|amendment|waiver|as\s+of|on|effective)\b[^.;()]{0,70}$|^[\s,]*$", re.IGNORECASE
)
_STRONG = re.compile(r"\b(?:made|entered(?:\s+into)?|executed|is\s+dated|are\s+dated)\b[^;()\d]{0,60}$", re.IGNORECASE)
_JUST_EFFECTIVE = re.compile(r"(?<!dated )(?<!into )(?<!made )(?<!entered )\b(?:effective|with\s+effect)\b[^.;()]{0,30}$", re.IGNORECASE)
_MADE = re.compile(r"\b(?:dated|made|entered|executed)\b[^.;()]{0,30}$", re.IGNORECASE)
_ALIAS_BEFORE = re.compile(r"\((?:the|this|herein|hereinafter|[\w\s,]{0,40})?\s*[“\"]\s*(?P<term>[^”\"]{2,60}?)[,\s]*[”\"]\s*\)[\s,]*(?:[\w\s,]{0,60})$")
_ALIAS_AFTER = re.compile(r"^[\s,]*\((?:(?:the|this|as\b[^()“\"]{0,80}|hereinafter|collectively|together)[\s,]*)?[“\"]\s*(?P<term>[^”\"]{2,60}?)[,\s]*[”\"]")
_WITNESS = re.compile(r"\b(?:in\s+witness\s+whereof|witness\s+the\s+due\s+execution|executed|signed|entered\s+into)\b", re.IGNORECASE)
_SIGNED_ON = re.compile(r"\b(?:as\s+of|on|this|dated|effective|the)\s+(?:the\s+|this\s+)?$", re.IGNORECASE)
_AMENDED_BY = re.compile(r"\b(?:amended|modified)\s+by\b[^;]{0,120}$", re.IGNORECASE)
_BLANK_DAY = re.compile(r"_{2,}\s*(?:,\s*)?(?:day\b|\d{4})|day\s+of\s+_{2,}")
_COVER_DAY = re.compile(r"^(?:dated|as\s+of|effective|date|made|amendment\b.{0,30}\bdated)?\b[\s:,.]*(?:as\s+of|the)?\s*", re.IGNORECASE)


def head(document: Document, start: int = 0, end: int | None = None) -> Head:
    """Read what the instrument is that stands in `start` to `end` of the reading."""
    place = opening(document, start, end)
    named = title(document, place)
    kind = _kind(document, place, named)
    changes = kind not in {InstrumentKind.AGREEMENT, InstrumentKind.OTHER}
    day, at = (None, -1) if kind is InstrumentKind.OTHER else _dated(document, place, kind, named)
    number = _number(document, place, named) if changes and kind is not InstrumentKind.RESTATEMENT else None
    amends, earlier = _others(document, place, named, number, day, at) if changes else (None, ())
    if kind is InstrumentKind.OTHER:
        named = _form(document, place) or named
    takes = Effective(None, "unknown", None) if kind is InstrumentKind.OTHER else effective(document, place, changes, day)
    return Head(kind, number, named.words or None, day, takes, amends, earlier)


def _kind(document: Document, place: Opening, named: Title) -> InstrumentKind:
    """By the title; where the title does not say, by what the first sentences order."""
    words = named.words
    above = flat(document, document.paragraphs[place.above[0]].start, place.preamble[0]) if place.above else ""
    stands_above = named.span is not None and document.reading.at(named.span.start) < place.preamble[0]
    if _FILING.search(above[:6000]):
        return InstrumentKind.OTHER
    if _FORM.search(above[:3000]) and not (stands_above and (_AMENDS.search(words) or _AGREEMENT.search(words))):
        return InstrumentKind.OTHER
    preamble = flat(document, *place.preamble)
    body = flat(document, place.preamble[0], min(place.end, place.recitals[1] + 4000))
    whole = flat(document, place.preamble[0], place.end)
    own = _without_object(words) or _without_object(preamble[:160])
    if not own and not preamble and not _ORDERS.search(body):
        return InstrumentKind.AGREEMENT if _AGREEMENT.search(words) else InstrumentKind.OTHER
    amends, waives = _AMENDS.search(own), _WAIVES.search(own)
    if amends and (waives or _waives(whole)):
        return InstrumentKind.AMENDMENT_AND_WAIVER
    if amends:
        return InstrumentKind.AMENDMENT
    if waives:
        return InstrumentKind.AMENDMENT_AND_WAIVER if _ORDERS.search(whole) and not re.search(r"\blimited\s+waiver\b", own, re.IGNORECASE) else InstrumentKind.WAIVER
    if _EXTENDS.search(own):
        return InstrumentKind.EXTENSION
    if _CONSENTS.search(own):
        return InstrumentKind.CONSENT
    if _RESTATES.search(own):
        return InstrumentKind.RESTATEMENT
    if _ORDERS.search(body[: place.recitals[1] - place.preamble[0] + 600]):
        return InstrumentKind.AMENDMENT
    if place.letter and not _AGREEMENT.search(words):
        return InstrumentKind.OTHER
    return InstrumentKind.AGREEMENT if _AGREEMENT.search(own) or preamble else InstrumentKind.OTHER


def _form(document: Document, place: Opening) -> Title | None:
    """The name of the form that a filing is, for what is no instrument."""
    for number in place.above:
        paragraph = document.paragraphs[number]
        if match := _FORM_NAME.fullmatch(flat(document, paragraph.start, paragraph.end).strip()):
            return Title(match[0], document.span(paragraph.start, paragraph.end))
    return None


def _waives(whole: str) -> bool:
    """Whether something is waived that the agreement requires, beside trial by jury and the like."""
    return any(_WAIVED.search(m["what"]) and not _NO_WAIVER.search(m["what"]) for m in _WAIVES_NOW.finditer(whole))


def _without_object(words: str) -> str:
    """A title without the name of the instrument that it changes: "FIRST AMENDMENT TO AMENDED ... AGREEMENT"."""
    words = re.sub(r"\W*\bas\s+amended\b.*", "", words, flags=re.IGNORECASE)
    match = re.compile(rf"\b{CHANGING}\b.*?(\s(?:to|of)\b)", re.IGNORECASE).search(words)
    return words[: match.start(1)] if match else words


def _number(document: Document, place: Opening, named: Title) -> int | None:
    for words in (_without_object(named.words), named.words, _without_object(flat(document, *place.preamble)[:200])):
        if (number := ordinal(words)) is not None:
            return number
    return None


def _dated(document: Document, place: Opening, kind: InstrumentKind, named: Title) -> tuple[datetime.date | None, int]:
    """The day that the instrument bears, and where in its preamble it stands (else -1).

    It stands in the preamble, on the cover, over a letter, or where the instrument is signed.
    """
    preamble = flat(document, *place.preamble)
    over = _day_above(document, place, named)
    if place.letter and over is not None:
        return over, -1
    own = _own_day(preamble, kind)
    if own[0] is not None:
        return own
    if _BLANK_DAY.search(preamble):
        return None, -1
    return over or _signed_day(flat(document, place.recitals[1], place.end)), -1


def _day_above(document: Document, place: Opening, named: Title) -> datetime.date | None:
    """The day that stands on a line of its own above the preamble."""
    for number in reversed(place.above[-15:]):
        paragraph = document.paragraphs[number]
        words = flat(document, paragraph.start, paragraph.end)
        if words.strip("*_ ") in named.words:  # "... Between X and Y Dated October 6, 2000": the day of what is amended
            continue
        written = next(days(words), None)
        if written and len(words) < 60 and _COVER_DAY.sub("", words[: written.start]) == "" and written.end >= len(words) - 2:
            return written.day
    return None


def _own_day(preamble: str, kind: InstrumentKind) -> tuple[datetime.date | None, int]:
    weak: tuple[datetime.date | None, int] = None, -1
    for written in days(preamble):
        before, after = preamble[: written.start], preamble[written.end :]
        if _JUST_EFFECTIVE.search(before[-60:]) and not _MADE.search(before[-70:]):
            continue
        if not _OWN_DAY.search(before[-100:]) or _of_another(before, after, kind):
            continue
        if _STRONG.search(before[-90:]):
            return written.day, written.start
        weak = weak if weak[0] else (written.day, written.start)
    return weak


def _of_another(before: str, after: str, kind: InstrumentKind) -> bool:
    """Whether a day in the preamble is that of the agreement that is amended."""
    if kind in {InstrumentKind.AGREEMENT, InstrumentKind.OTHER}:
        return bool(re.search(r"\bthat\s+certain\b", before[-160:]))
    if _AMENDED_BY.search(before[-160:]) or (re.match(r"\W*the\s", before, re.IGNORECASE) and "amended" not in before):
        return True
    following, preceding = _ALIAS_AFTER.match(after), _ALIAS_BEFORE.search(before[-160:])
    if following and not re.search(r"effective\s+date", following["term"], re.IGNORECASE):
        return not _own_term(following["term"], following[0])
    if preceding and re.search(r"agreement|contract|lease|loan|note|letter", preceding["term"], re.IGNORECASE) and not _own_term(preceding["term"], preceding[0]):
        return True
    tail = before[-200:]
    named = re.search(
        r"\b(?:that\s+certain|your|amends\s+(?:the\s+terms\s+of\s+)?(?:the|that)|terms\s+of\s+the|to\s+(?:the|that|an?|your|an?)|into\s+an?|under\s+(?:the|that))\s+[^.;()]{0,120}"
        r"(?:agreement|contract|lease|letter)\b[^.;]{0,60}$",
        tail,
        re.IGNORECASE,
    )
    return bool(named) and not _STRONG.search(tail[-60:])


def _own_term(term: str, bracket: str) -> bool:
    return bool(re.search(rf"\b{CHANGING}\b|\bmodification\b", term, re.IGNORECASE)) or "(this" in bracket.lower().replace(" ", "")


def _signed_day(words: str) -> datetime.date | None:
    """The day on which it is said to be signed, in its last clause."""
    last = words[-60000:]
    for match in _WITNESS.finditer(last):
        clause = last[match.end() : match.end() + 320]
        written = next(days(clause), None)
        if written and "; " not in clause[: written.start] and _SIGNED_ON.search(clause[: written.start]):
            return written.day
    return None


def _others(
    document: Document, place: Opening, named: Title, number: int | None, day: datetime.date | None, own: int
) -> tuple[Named | None, tuple[Named, ...]]:
    """The agreement that is amended, and the instruments that are said to have amended it before."""
    begin = place.preamble[0]
    end = max(place.recitals[1], min(place.end, begin + 3000))
    words = flat(document, begin, end)
    front = place.recitals[1] - begin
    target = _object(named.words)
    found = [m for m in agreements(words, own) if not _is_self(words, m)]
    best = max(found, key=lambda m: _fits(words, m, target, front), default=None)
    if best is None or _fits(words, best, target, front) < 2:
        titled = next((m for m in agreements(named.words) if not _is_self(named.words, m) and m.dated), None)
        if titled is not None:
            return Named(titled.title, None, titled.dated, named.span), ()
        return (Named(target, None, None, named.span) if target else None), ()
    earlier = [m for m in instruments(words[:front], own) if _amended_before(words, m, number, day, best)]
    listed = [
        Named(None, None, when, document.span(begin + a, begin + b))
        for a, b, when in amendment_days(words, best.end, min(front, best.stop + 200))
        if all(m.dated != when for m in earlier)
    ]
    unique: dict[object, Mention] = {}
    for m in earlier:
        key = m.number if m.number is not None else (m.dated or m.title.lower())
        if key not in unique or (unique[key].dated is None and m.dated is not None):
            unique[key] = m
    spans = [Named(m.title, m.number, m.dated, document.span(begin + m.start, begin + m.end)) for m in unique.values()]
    return Named(best.title, None, best.dated, document.span(begin + best.start, begin + best.end)), (*spans, *listed)


def _object(words: str) -> str | None:
    """What a title says is amended: the words after "TO" or "OF"."""
    match = re.compile(rf"\b{CHANGING}\b[^.]{{0,60}}?\s(?:to|of)\s+(?:the\s+|that\s+certain\s+)?(?P<object>.+)", re.IGNORECASE).search(words)
    return match["object"] if match and _AGREEMENT.search(match["object"]) else None


def _is_self(words: str, mention: Mention) -> bool:
    before = words[max(0, mention.start - 24) : mention.start].lower()
    return bool(
        re.search(r"\bthis\s(?:first\s|second\s|third\s)?$", before) or re.search(rf"\b{CHANGING}\b", mention.title, re.IGNORECASE)
        and not re.search(r"amended\s+and\s+restated", mention.title, re.IGNORECASE)
    )  # fmt: skip


def _folded(name: str) -> str:
    """A title without what two writings of it may differ in."""
    return re.sub(r"-\s+", "-", name.lower()).rstrip("s")


def _fits(words: str, mention: Mention, target: str | None, front: int) -> float:
    """How well a mention fits as that of the amended agreement."""
    name, wanted = _folded(mention.title), _folded(target or "")
    fit = 3.0 * (mention.dated is not None) - 2.0 * (" " not in name) - 2.0 * (mention.start > front) - mention.start / 20000
    if wanted and len(name) > 9:
        fit += 4.0 * (name in wanted or wanted in name) + 2.0 * (name.split()[-2:] == wanted.split()[-2:])
    before = words[max(0, mention.start - 60) : mention.start].lower()
    fit -= 4.0 * bool(re.search(r"\bmerger\b|\bplan\b", name))
    return fit + 1.5 * bool(re.search(r"\bcertain\s*$|\b(?:into|parties to|party to|amends|amend|of|to)\s+(?:an?|the|that|your)\s*$", before))


def _amended_before(words: str, mention: Mention, number: int | None, day: datetime.date | None, amended: Mention) -> bool:
    """Whether a mention names an instrument that amended the agreement before this one."""
    before = words[max(0, mention.start - 12) : mention.start].lower()
    if re.search(r"\b(?:this|these|such|any|no|further)\s*(?:\w+\s)?$", before):
        return False
    if mention.number is None and (mention.dated is None or mention.title.islower()):
        return False
    if mention.number is not None and number is not None and mention.number >= number:
        return False
    if amended.start <= mention.start < amended.end or (mention.dated is not None and mention.dated in {day, amended.dated}):
        return False
    if _BARE.fullmatch(mention.title) and not re.search(r"\b(?:an?|certain|by|that|and|letter)\s*$", before):
        return False
    name, of = _folded(amended.title), re.search(r"\s(?:to|of)\s+(?:the\s+)?(?P<object>.+?)(?:\s+and\s+.*)?$", mention.title, re.IGNORECASE)
    if not of:
        before = words[max(0, mention.start - 200) : mention.start]
        follows = words[mention.end : mention.end + 9].lower().startswith((" thereto", " thereof"))
        return mention.dated is not None or follows or "amended by" in before
    told = _folded(of["object"])
    return told in name or name in told or told.split()[-2:] == name.split()[-2:] or told == "agreement"
