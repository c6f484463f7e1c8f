"""The captions of what is attached to an instrument: exhibits, schedules, annexes, addenda, riders.

In: paragraphs.  Out: the name of the part that one of them captions, in normal form: `Exhibit A`, `Addendum 2`,
`Schedule 1.01(b)`; `Supplement` or `Pricing Schedule` where it bears no letter or figure; `Guarantor Consent`.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern

_VALUE = (
    r"(?P<value>(?!(?:OF|TO|IN|NO|AS|BY|ON|OR)\b)[A-Z]{1,2}(?:[-.][A-Z\d]{1,3}){0,2}|\d{1,2}[A-Z]?(?:\.\d{1,3}[A-Z]?){0,3}(?:-[A-Z]{1,2})?"
    r"|[IVX]{1,5}(?:-[A-Z\d]{1,2})?|ONE|TWO|THREE|FOUR|FIVE|SIX)(?P<step>(?:(?:(?<=\d)\s)?\([a-zA-Z0-9]{1,4}\))*(?:(?<=\))-\d{1,2})?)"
)
PART = pattern(
    r"(?P<word>EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM|RIDER|SUPPLEMENT|Exhibit|Schedule|Annex|Appendix|Attachment"
    r"|(?:Addendum|Rider|Supplement)(?=\s\S{1,4}(?:\s\S{1,4})?$))\s(?:N(?:O|o|umber|UMBER)\.?\s?|#\s?)?(?:[\"“]\s?)?"
    + _VALUE
    + r"(?:[\"”'])?(?=$|[\s:.–—-])"
)
# A caption that has its letter or figure on the line below, or has none.
_BARE = pattern(
    r"(?P<word>EXHIBIT|SCHEDULE|ATTACHMENT|(?P<alone>ANNEX|APPENDIX|ADDENDUM|RIDER|SUPPLEMENT))(?=$|\sTO$|\sTO\s[A-Z])"
)
_TITLED = pattern(r"(?:[A-Z]{3,20}\s){1,3}SCHEDULE")
# What those who guaranty say behind the signature pages, and sign: `CONSENT AND REAFFIRMATION`, `GUARANTOR CONSENT`.
_CONSENT = pattern(
    r"(?=[A-Z,’'\s]{0,60}(?:ACKNOWLEDGE?MENT|CONSENT|REAFFIRMATION|RATIFICATION|CONFIRMATION|JOINDER))"
    r"(?:(?:[A-Z]{4,16}[’']?S?,?|AND|OF|BY|TO|THE)(?:\s|$)){1,8}"
)
_CONSENTS = pattern(r"(?:[^.;]|\.\s\d){0,500}\bundersigned\b(?!,?\s(?:a\s)?notary|\s(?:authority|officer)\b)", ENGLISH)
_SMALL = frozenset("AND OF BY TO THE".split())
_FIRST = frozenset("ESAR")  # the first letters of those
_OPENS = ("This ", "THIS ")  # as a preamble opens
_LINE = 80  # characters of a caption on two lines
_BELOW = 7  # paragraphs in which it does


class Caption(msgspec.Struct, frozen=True):
    """The name of a part, the rest of its caption, and whether it bears a letter or figure."""

    name: str
    rest: str
    labelled: bool


def captioned(texts: Sequence[str], number: int) -> Caption | None:
    """The caption of a part that stands in a paragraph, or in it and the next."""
    text = texts[number]
    if text[0] not in _FIRST and not text.endswith("SCHEDULE"):
        return None
    if match := PART.match(text):
        return Caption(name_of(match), text[match.end() :].strip(" :.–—-\t"), labelled=True)
    if _TITLED.fullmatch(text):
        return Caption(text.title(), "", labelled=False)
    bare = _BARE.match(text)
    if bare is None:
        return None
    below = texts[number + 1 : number + 1 + _BELOW]
    if below and (match := PART.fullmatch(f"{text} {below[0]}")):
        return Caption(name_of(match), "", labelled=True)
    if not bare["alone"] or any(line.startswith(_OPENS) for line in below):
        return None  # what has a preamble is an instrument of its own
    return Caption(bare["word"].capitalize(), text[bare.end() :].strip(), labelled=False)


def consents(texts: Sequence[str], number: int) -> Caption | None:
    """The caption, in one paragraph or two, of what others than the parties say and sign: `GUARANTOR CONSENT`."""
    caption = texts[number]
    for words in texts[number + 1 : number + 3]:
        if len(caption) > _LINE or not caption.isupper():
            return None
        if _CONSENT.fullmatch(caption) and _CONSENTS.match(words):
            name = " ".join(word.lower() if word in _SMALL else word.capitalize() for word in caption.split())
            return Caption(name, "", labelled=False)
        caption = f"{caption} {words}"
    return None


def name_of(match: re.Match[str]) -> str:
    """The name of a part in normal form."""
    return f"{match['word'].capitalize()} {match['value']}{match['step'].strip()}"
