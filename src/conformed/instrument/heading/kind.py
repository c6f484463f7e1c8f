"""What kind of instrument a document is, by its title and by what its sentences order.

In: a document, where its instrument opens, its title.  Out: its kind.  Afterwards a filing that only speaks
of an instrument is none, and what changes an agreement is told from an agreement.
"""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.opening import Opening, flat, opening
from conformed.instrument.heading.recitals import CHANGING
from conformed.instrument.heading.title import OWN_TITLE, Title, title
from conformed.instrument.marks import InstrumentKind

_AMENDS = pattern(
    r"\b(?:amend(?:ment|ing|atory)s?|amm?ende?ment|modification|supplement(?:al\s+(?:agreement|indenture|deed|lease|letter))?|addendum|change\s+order"
    r"|(?:deed|agreement|letter)\s+of\s+variation|variation\s+(?:agreement|deed|letter)"
    r"|amends)\b(?!\s+and\s+restatement)",
    ENGLISH,
)
_AMENDED = pattern(  # "AMENDED EMPLOYMENT AGREEMENT", whose recitals wish to amend one that goes on
    r"^\W*amended\s(?!and\b|&|restated)(?:[\w-]+\s){0,4}(?:agreement|contract|lease|letter)\b", re.IGNORECASE
)
_TO_AMEND = pattern(
    r"\b(?:wish(?:es)?|desires?|pleased|happy|agreed?|intend)\sto\s(?:further\s)?amend\b(?!\sand\srestate|[^.;]{0,80}\bin\s(?:its|their)\sentirety)",
    ENGLISH,
)
_WAIVES = pattern(r"\b(?:waiver|forbearance)\b", ENGLISH)
_LIMITED = pattern(r"\blimited\s+waiver\b", ENGLISH)
_CONSENTS = pattern(r"\bconsent\b", ENGLISH)
_JOINS = pattern(r"(?<!\bform\sof\s)\bjoinder\b(?!\s+(?:and|&)\b)", ENGLISH)
_EXTENDS = pattern(r"\bextension\b", ENGLISH)
_RESTATES = pattern(
    r"\b(?:amended\s+(?:(?:and|&)\s+)?restated|restated|amendment\s+and\s+restatement|restatement)\b",
    ENGLISH,
)
_RESTATES_TOO = pattern(  # "AMENDED AND RESTATED CREDIT AGREEMENT AND AMENDMENT TO GUARANTY"
    r"\b(?:amended\s+(?:and|&)\s+)?restated\b[^.;]{0,80}\b(?:agreement|lease|contract|note|guaranty)\s+and\s+(?:\w+\s+)?amendment\b",
    re.IGNORECASE,
)
_RESTATED = pattern(  # a preamble: "This FIRST AMENDED AND RESTATED CONSTRUCTION AGREEMENT (the "Agreement") is"
    r"(?:this\s)?(?:\w+\s){0,2}amended\sand\srestated\s(?:[\w&-]+,?\s){1,8}(?:agreement|lease|contract)\s?[,(]",
    re.IGNORECASE,
)
_RELEASES = pattern(
    r"\bgeneral\s+release\b|\bwaiver\b.*\bclaims\b|\breleases?\b.*\bclaims\b|\b(?:severance|separation|settlement)\b",
    ENGLISH,
)
AGREEMENT = pattern(
    r"\b(?:agreement|lease|contract|indenture|guaranty|guarantee|mortgage|deed|note|plan|subcontract|joinder"
    r"|assignment|(?<!immediate )(?<!news )(?<!press )release|memorandum|licen[cs]e)\b",
    ENGLISH,
)
_ORDERS = pattern(
    r"\b(?:is|are|shall\s+be|be)\s+hereby\s+(?:further\s+)?(?:amended|modified|deleted)\b"
    r"|\bhereby\s+(?:amend|modif)\w+"
    r"|\b(?:is|are|be)\s+(?:hereby\s+)?deemed\s+(?:to\s+be\s+)?(?:amended|modified)\b"
    r"|\b(?:is|are|shall\s+be)\s+(?:amended|modified|deleted|revised),?\s+(?:as\s+follows|by|to\s+read"
    r"|to\s+(?:add|include|delete|reflect|change|provide)|in\s+its|and\s+(?:replaced|restated)|effective"
    r"|so\s+)"
    r"|\b(?:letter|agreement|amendment)\s+(?:is\s+to\s+|will\s+|shall\s+)?amends?\b"
    r"|\bfollowing\s+(?:modifications|amendments|changes)\s+(?:to|in)\b|\b(?:agreement|agreed"
    r"|confirms?)\b[^.;]{0,160}\bto\s+(?:\(i\)\s+)?(?:further\s+)?amend\b"
    r"|\bagree\s+to\s+(?:the\s+following\s+(?:changes|amendments)|amend\b[^.;]{0,100}\bas\s+follows)",
    re.IGNORECASE,
)
_SETS_TERMS = pattern(  # in a letter: "your salary pursuant to Section 3 of the Agreement shall be ..."
    r"\b(?:section|paragraph|clause)s?\s+\d[^.;]{0,60}?\bof\s+(?:the|your|such|that)\s+(?:[A-Z]\w+\s+){0,3}(?:agreement|letter|contract)"
    r"(?:[\s,]+(?:shall|will)\s+(?:now\s+|hereafter\s+|instead\s+)?be)\b",
    re.IGNORECASE,
)
_ACCEPTED = pattern(  # at the foot of a letter, or in its last sentences: it is signed by the one to whom it is written
    r"\b(?:accepted|agreed|acknowledged)\s(?:to\s)?(?:and|&)\s(?:accepted|agreed|acknowledged)\b|\b(?:accepted|acceptance|agreed)\s?:"
    r"|\b(?:sign|signing|execute|executing|countersign|countersigning)\s[^.;:]{0,60}\b(?:this\s(?:letter|offer|commitment)|below)\b"
    r"|\b(?:executed|signed)\s(?:copy|counterpart|duplicate)\s(?:hereof|of\sthis\s(?:letter|offer|commitment))\b",
    ENGLISH,
)
_THIS_AGREEMENT = pattern(r"\bthis\s+[“\"]\s*(?:[\w-]+\s+){0,3}agreement,?[”\"]", re.IGNORECASE)
_WAIVES_NOW = pattern(
    r"\b(?:hereby|agrees?\s+to|is|are)\s+(?:\w+\s+){0,3}?(?:waives?|waiving|waived)\b(?P<what>[^.;]{0,160})",
    re.IGNORECASE,
)
_WAIVED = pattern(
    r"\b(?:compliance|defaults?|requirements?|provisions?\s+of|sections?|covenants?|failure|eligibility"
    r"|bonus\w*|breach\w*)\b",
    re.IGNORECASE,
)
_NO_WAIVER = pattern(
    r"\b(?:jury|trial|notice|presentment|claims?\s+against|defen[sc]es?|set-?off|demand|acceptance|venue"
    r"|jurisdiction|release)\b",
    ENGLISH,
)
_FORM = pattern(
    r"\bform\s+(?:8-K|10-[KQ]|6-K|S-\d)\b|(?<!\bwith the )(?<!\bby the )\bsecurities\s+and\s+exchange\s+commission\b|\bcurrent\s+report\b",
    ENGLISH,
)
_FILING = pattern(
    r"\bexact\s+name\s+of\s+registrant\b|\bdate\s+of\s+(?:earliest\s+event|report)\b", ENGLISH
)
_FORM_NAME = pattern(r"form\s+(?:\d{1,2}-[KQ](?:SB|/A)?|S-\d)", ENGLISH)


def kind_of(document: Document, place: Opening, named: Title) -> InstrumentKind:
    """By the title; where the title does not say, by what the first sentences order."""
    if _is_form(document, place, named):
        return InstrumentKind.OTHER
    preamble = flat(document, *place.preamble)
    whole = flat(document, place.preamble[0], place.end)
    front = place.recitals[1] - place.preamble[0]
    own = without_object(named.words) or without_object(preamble[:160])
    if not own and not preamble and not _ORDERS.search(whole[: front + 4000]):
        return InstrumentKind.AGREEMENT if AGREEMENT.search(named.words) else InstrumentKind.OTHER
    told = _by_title(own, named.words, whole) or _by_opening(document, place, own, whole[:front])
    if told is not None:
        return told
    if _ORDERS.search(whole[: front + 600]) or (place.letter and _SETS_TERMS.search(whole[: front + 600])):
        return InstrumentKind.AMENDMENT
    if place.letter and not AGREEMENT.search(named.words):
        return InstrumentKind.LETTER if _ACCEPTED.search(whole) else InstrumentKind.OTHER
    return InstrumentKind.AGREEMENT if AGREEMENT.search(own) or preamble else InstrumentKind.OTHER


def _by_opening(document: Document, place: Opening, own: str, opens: str) -> InstrumentKind | None:
    """The kind that the preamble and the recitals tell, where the title does not."""
    if _RESTATED.match(opens):
        return InstrumentKind.RESTATEMENT
    if _AMENDED.match(own) and _TO_AMEND.search(opens):
        return InstrumentKind.AMENDMENT
    itself = not place.letter and AGREEMENT.search(own) and _THIS_AGREEMENT.search(opens)
    changes = _TO_AMEND.search(opens) or _ORDERS.search(opens)
    return InstrumentKind.AGREEMENT if itself or (_names_itself(document, place) and not changes) else None


def _names_itself(document: Document, place: Opening) -> bool:
    """Whether a preamble opens with the title of an agreement that changes none."""
    own = OWN_TITLE.match(document.reading.text, *place.preamble)
    return own is not None and not _AMENDS.search(own["title"]) and not _RESTATES.search(own["title"])


def is_filing(document: Document) -> bool:
    """Whether a document opens as a filing's form, behind which the instruments stand that are filed with it."""
    if not _FORM.search(flat(document, 0, min(len(document.reading.text), 6000))):
        return False
    place = opening(document)
    return _is_form(document, place, title(document, place))


def _is_form(document: Document, place: Opening, named: Title) -> bool:
    """Whether a document is a filing's form, which speaks of an instrument and is none."""
    if not place.above:
        return False
    above = flat(document, document.paragraphs[place.above[0]].start, place.preamble[0])
    stands_above = named.span is not None and document.reading.at(named.span.start) < place.preamble[0]
    titled = stands_above and (_AMENDS.search(named.words) or AGREEMENT.search(named.words))
    return bool(_FILING.search(above[:6000]) or (_FORM.search(above[:3000]) and not titled))


def _by_title(own: str, title: str, whole: str) -> InstrumentKind | None:
    """The kind that a title tells, `own` being the title without the name of what is amended."""
    if _RESTATES_TOO.search(own):
        return InstrumentKind.RESTATEMENT
    if _AMENDS.search(own):
        both = bool(_WAIVES.search(own)) or _waives(whole)
        return InstrumentKind.AMENDMENT_AND_WAIVER if both else InstrumentKind.AMENDMENT
    if _WAIVES.search(own) and _RELEASES.search(title):
        return InstrumentKind.RESTATEMENT if _RESTATES.search(own) else InstrumentKind.AGREEMENT
    if _WAIVES.search(own):
        both = bool(_ORDERS.search(whole)) and not _LIMITED.search(own)
        return InstrumentKind.AMENDMENT_AND_WAIVER if both else InstrumentKind.WAIVER
    told = (
        (_JOINS, InstrumentKind.JOINDER),
        (_EXTENDS, InstrumentKind.EXTENSION),
        (_CONSENTS, InstrumentKind.CONSENT),
        (_RESTATES, InstrumentKind.RESTATEMENT),
    )
    return next((kind for words, kind in told if words.search(own)), None)


def form(document: Document, place: Opening) -> Title | None:
    """The name of the form that a filing is, for what is no instrument."""
    for number in place.above:
        paragraph = document.paragraphs[number]
        if match := _FORM_NAME.fullmatch(flat(document, paragraph.start, paragraph.end).strip()):
            return Title(match[0], document.span(paragraph.start, paragraph.end))
    return None


def _waives(whole: str) -> bool:
    """Whether something is waived that the agreement requires, beside trial by jury and the like."""
    return any(
        _WAIVED.search(m["what"]) and not _NO_WAIVER.search(m["what"]) for m in _WAIVES_NOW.finditer(whole)
    )


def without_object(words: str) -> str:
    """A title without the name of the instrument that it changes: "FIRST AMENDMENT TO ... AGREEMENT"."""
    words = re.sub(r"\W*\bas\s+amended\b.*", "", words, flags=re.IGNORECASE)
    match = re.compile(rf"\b{CHANGING}\b.*?(\s(?:to|of)\b)", re.IGNORECASE).search(words)
    return words[: match.start(1)] if match else words
