"""The two sides of a letter: who sends it, to whom.

In: a document and where its instrument opens.  Out: a party each, None where none is named.  Afterwards the
addressee is a name that stands above the salutation, the sender a company that the letter or its head names.
"""

import re

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.opening import Opening, flat
from conformed.instrument.marks import Party

_TO = pattern(r"\W*(?P<label>to|attention|attn)\.?\s*:\s*(?P<name>[A-Z].{2,60})$", re.IGNORECASE)
_PERSON = pattern(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})(?:,\s(?:Jr|Sr|III|Ph\.?D"
    r"|M\.?D|Esq)\.?)?"
)
_COMPANY = pattern(
    r"[A-Z0-9][\w&.,'’ -]{1,70}?\b(?:Inc|Incorporated|LLC|L\.L\.C|Corp|Corporation|Company|Bank|N\.A|Ltd"
    r"|Limited|L\.P|plc|Bancorp|Holdings|INC|CORP|CORPORATION|COMPANY|BANK)\b\.?",
    re.ASCII,
)
_NAMED = pattern(
    r"(?:\bYou\s+and\s+)?(?P<name>(?!You\s)(?!The\s(?:Company|Bank"
    r"|Corporation)\b)[A-Z][\w&'’-]*(?:\s(?:[A-Z][\w&.'’-]*|of|and|&)){0,6}(?:,?\s(?:Inc|LLC|L\.L\.C|Corp"
    r"|Ltd|N\.A|L\.P|Limited|Corporation|Company|Bank))\b\.?)"
    r"(?:,\s+an?\s[^(]{0,60})?,?\s*(?:\((?:the\s+"
    r"|together[^(“\"]{0,60})?[“\"](?P<alias>[^”\"]{1,40}?),?[”\"])?"
)
_BOTH = pattern(
    r"(?<=(?:Inc\.|.LLC|tion|.Inc|pany|orp\.))\s+and\s+(?=[A-Z].*\b(?:Inc|LLC|L\.L\.C|Corp|Corporation)\b)"
)
_PLACE = pattern(
    r"\d|\b(?:street|avenue|road|suite|drive|blvd|box|floor|department|president|officer|re:|confidential"
    r"|exhibit|agreement|amendment|letter|via)\b",
    ENGLISH,
)
_OFFICE = pattern(r"(?:the\s)?(?:[\w-]+\s){0,3}(?:president|chairman|officer|director|ceo|cfo|secretary|treasurer|controller|counsel)\b", re.IGNORECASE)
_OFFICER = pattern(r"(?:\w+\s){0,3}(?:president|chairman|officer|director|ceo|secretary|treasurer)\b.*\bof\s", re.IGNORECASE)


def addressee(document: Document, place: Opening) -> Party | None:
    """The person to whom a letter is written, or the company, to the attention of one who serves it."""
    company: Party | None = None
    for number in place.above:
        paragraph = document.paragraphs[number]
        words = flat(document, paragraph.start, paragraph.end)
        if next(days(words), None):
            company = None  # what stood above the day sends the letter
        if _COMPANY.fullmatch(words.strip(" ,")):
            company = Party(words.strip(" ,"), (), None, None, None, document.span(paragraph.start, paragraph.end))
        if match := _TO.match(words):
            if match["label"].lower() != "to" and (company or _OFFICE.match(match["name"])):
                return company
            start = paragraph.start + match.start("name")
            return Party(
                match["name"].strip(" ,"),
                (),
                None,
                None,
                None,
                document.span(start, start + len(match["name"])),
            )
    for number in place.above:
        paragraph = document.paragraphs[number]
        words = flat(document, paragraph.start, paragraph.end).strip(" ,")
        if (
            (match := _PERSON.fullmatch(words))
            and not _PLACE.search(words)
            and not _COMPANY.search(words)
            and not words.isupper()
        ):
            start = paragraph.start + match.start("name")
            return Party(
                match["name"], (), None, None, None, document.span(start, start + len(match["name"]))
            )
    return None


def letterhead(document: Document, place: Opening) -> tuple[Party, ...]:
    """The company that writes a letter: the first that its text names, else the first at its head.

    It is several where the text names them as one: "Alder Inc. and Birch LLC".
    """
    words = flat(document, place.preamble[0], min(place.end, place.preamble[1] + 1500))
    if match := _NAMED.search(words):
        alias = (match["alias"],) if match["alias"] else ()
        at, found = match.start("name"), []
        for named in _BOTH.split(match["name"]):
            office = _OFFICER.match(named)
            name = named[office.end() :] if office else named
            start = place.preamble[0] + words.index(name, at)
            found.append(Party(name, alias, None, None, None, document.span(start, start + len(name))))
            at += len(name)
        return tuple(found)
    for number in place.above:
        paragraph = document.paragraphs[number]
        text = flat(document, paragraph.start, paragraph.end).strip(" ,")
        if _COMPANY.fullmatch(text) and not _OFFICER.match(text):
            return (Party(text, (), None, None, None, document.span(paragraph.start, paragraph.end)),)
    return ()
