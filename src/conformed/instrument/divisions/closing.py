"""Where the signature pages of an instrument or an exhibit begin, with or without a testimonium.

In: a document and its divisions, or the paragraphs of an exhibit.  Out: the divisions, with the lines at the end
of the body on which the parties sign, and those that only announce them, as its signature pages, up to the
definitions that may stand behind them; or where those of the exhibit begin.  Afterwards the body ends with its last sentence: what is an order, a number or a
sentence is never taken for a line of a signature page, but for words of execution between two who sign.
"""


import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.divisions import Divisions
from conformed.instrument.numbers.captions import defined
from conformed.instrument.numbers.markers import numbered
from conformed.instrument.signing.execution import says_so
from conformed.instrument.signing.kinds import Kind, told
from conformed.instrument.signing.words import like_entity, like_person, like_prose, like_title

_LONG = 240  # characters of a line of a signature page
_ACCEPTS = 600  # characters of a paragraph in which those who sign next accept or consent
_NOTE = 160  # characters of a note that speaks of pages
_QUOTES = frozenset("\"“")
_CAPTION = 60  # characters of the caption of definitions
_LEAD = 2  # paragraphs from it to the first of them
_DEFINITIONS = 3  # which are more than one that a signature page explains
_BELOW = 24  # lines below the last that is signed
_FEW = 4  # words, of which no sentence is made
_SIGN = frozenset({Kind.BY, Kind.SIGNED, Kind.RULE, Kind.NAME})
_SIGNS = ("by", "s/", "//", "(s)", "name", "sign", "print", "per:", "per :", "/s", "truly", "sincerely", "regards")  # of a line to sign on
_TELL = frozenset({Kind.TITLE, Kind.DATE, Kind.ROLE, Kind.EACH, Kind.WITNESS})
_VERB = pattern(r"\b(?:is|are|was|were|be|shall|will|may|has|have|hereby|means?)\b|:\s?[\"“]")
_MARKED = pattern(r"\(\w{1,4}\)\s|[\"“](?![A-Z][\w ]{2,30}[\"”]$)|[•·]")  # but for who it is that signs: `"COMPANY"`
# What stands above the names of those who sign, though they have not: the close of a letter, or that others accept it.
_ABOVE_NAMES = pattern(
    r"(?:(?:yours\s)?(?:very\s)?(?:truly|sincerely|cordially|respectfully)(?:\s(?:yours|submitted))?|(?:(?:best|kind|warm)\s)?(?:personal\s)?regards)\W{0,2}$"
    r"|(?:(?:acknowledged|agreed|accepted|confirmed)\b[\w\s,]{0,40}\bby|acceptance)\s?:$",
    ENGLISH,
)
# Who signs, in what capacity or under what law: on a line without end, as it stands above the line to sign on.
_SIGNS_AS = pattern(
    r"[A-Z][A-Z.,&\s]{3,60},\s(?:as|in\sits\scapacity\sas)\s[^.;:]{3,100}$|(?:formed|organized|existing)\sunder\sthe\slaws\sof\s[^.;:]{3,40}$"
)
_WITNESS = pattern(r"[_\s]{0,12}in\switness\b", ENGLISH)
# A testimonium that has no WITNESS: it opens the signature pages.
_TESTIFIES = pattern(
    r"(?:this\s[^.;]{1,120}\sis\s(?:hereby\s)?executed\b|(?:executed|signed)\s(?:effective\s)?(?:as|in|at|on|this)\s"
    r"|(?:wherefore,\s)?(?:each\sof\s)?the\s(?:parties|undersigned)\b[^.;]{0,80}\sha(?:ve|s)\s(?:\w+\s){0,3}(?:executed|signed|caused|set)\s)",
    ENGLISH,
)
_PROMISES = pattern(r"\b(?:shall|will|may|must|amended|deleted|replaced)\b")
_OF_PAGES = pattern(
    r"\W{0,3}(?:(?:counterpart\s)?signature\s(?:page|block)s?(?:\s(?:to|for|of|follow|begin|attached|next|on|is\son)|\W{0,4}$)"
    r"|(?:the\s)?(?:remainder|rest|balance)(?:\sof\s(?:the|this)?\s?page|$)|(?:this\s)?(?:space|page)\sintentionally\sleft)",
    ENGLISH,
)
_HEAD = pattern(r"name", ENGLISH)  # of a column, as well as a line to sign on
_REST = pattern(r"[\W\d_]{0,20}|follows?\W*|see\ssignatures?\b.{0,40}|(?:of\s(?:the|this)?\s?page\s)?(?:intentionally\s)?left\sblank\W*", ENGLISH)  # a page number, or the rest of a note
_ASIDE = ("[", "*")  # what a note below the signatures begins with


def closed(document: Document, divisions: Divisions) -> Divisions:
    """The divisions, with the end of the body as signature pages where it is signed and nothing says so."""
    first, last = divisions.body
    signed = divisions.signatures[0] < divisions.signatures[1]
    begins = last if signed else _begins(document, first, last)
    if begins is None:
        return divisions
    begins = _with_notes(document, first, begins)
    last = divisions.signatures[1] if signed else last
    ends = _signed_up_to(document, begins, last)
    return msgspec.structs.replace(
        divisions, body=(first, begins), signatures=(begins, ends), annexed=(ends, last)
    )


def _signed_up_to(document: Document, first: int, last: int) -> int:
    """Where signature pages end: at the caption of the definitions that stand behind the last line to sign on."""
    text = document.reading.text
    captions: list[int] = []
    defining: list[int] = []
    for number in range(last - 1, first, -1):
        start, end = document.paragraphs[number].start, document.paragraphs[number].end
        words = text[start:end]
        if words[0] in _QUOTES and defined(words[:_LONG]):
            defining.append(number)
        elif words.isupper() and len(words) <= _CAPTION:
            captions.append(number)
        if _is_line(words) and {told(cell).kind for cell in words.split("\t")} & _SIGN:
            break
    if len(defining) < _DEFINITIONS:
        return last
    above = (number for number in captions if 0 < defining[-1] - number <= _LEAD)
    return next(above, last)


def closing(document: Document, first: int, last: int) -> int:
    """The paragraph at which the signature pages of an exhibit begin, of its paragraphs `first` to `last`.

    `last` where it has none.  A testimonium that a numbered section follows is one of a form within it.
    """
    text = document.reading.text
    for number in range(last - 1, first, -1):
        paragraph = document.paragraphs[number]
        if numbered(text, paragraph.start, paragraph.end):
            break
        if text[paragraph.start] in "_iI" and _WITNESS.match(text, paragraph.start, paragraph.end):
            return _with_notes(document, first, number)
    begins = _begins(document, first, last)
    return last if begins is None else _with_notes(document, first, begins)


def _with_notes(document: Document, first: int, begins: int) -> int:
    """Where signature pages begin with the lines above that only speak of pages: `[Signature page follows]`."""
    found = begins
    for number in range(begins - 1, first, -1):
        paragraph = document.paragraphs[number]
        words = document.reading.text[paragraph.start : paragraph.end]
        if len(words) > _NOTE:
            break
        if _OF_PAGES.match(words) and not _PROMISES.search(words):
            found = number
        elif not _REST.fullmatch(words):
            break
    return found


def _begins(document: Document, first: int, last: int) -> int | None:
    """The first paragraph of the signature pages at the end of the paragraphs `first` to `last`."""
    text = document.reading.text
    if last <= first or not _may_sign(document, max(first, last - _BELOW - 1), last):
        return None
    begins: int | None = None
    above = True  # whether all between this paragraph and what is signed below it is of that signature
    sure = False
    for number in range(last - 1, first, -1):
        paragraph = document.paragraphs[number]
        words = text[paragraph.start : paragraph.end]
        if numbered(text, paragraph.start, paragraph.end):
            break
        if not _is_line(words):
            testifies = bool(_TESTIFIES.match(words)) and not _PROMISES.search(words)
            if begins is not None and _between(words, testifies):
                above = above and testifies
                begins = number if above else begins
                continue
            if begins is None and words.startswith(_ASIDE) and len(words) <= _LONG:
                continue
            break
        kinds = {told(cell).kind for cell in words.split("\t")}
        if kinds & _SIGN or "/s/" in words or _ABOVE_NAMES.match(words):
            begins, above = number, True
            sure = sure or not (kinds & _SIGN == {Kind.RULE} or _HEAD.fullmatch(words))
        elif begins is not None and above and (kinds <= _TELL or _names(words)):
            begins = number
        elif begins is None and last - number > _BELOW:
            break
        else:
            above = False
    return begins if sure else None


def _may_sign(document: Document, first: int, last: int) -> bool:
    """Whether a line to sign on may stand in these paragraphs: one of its words does."""
    start, end = document.paragraphs[first].start, document.paragraphs[last - 1].end
    words = document.reading.text[start:end].lower()
    return any(sign in words for sign in _SIGNS)


def _between(words: str, testifies: bool) -> bool:
    """Whether a sentence stands on a signature page: words of execution, or of who accepts or consents."""
    return len(words) <= _ACCEPTS and (testifies or says_so(words)) and not _MARKED.match(words)


def _is_line(words: str) -> bool:
    """Whether words may be a line of a signature page, and are no sentence."""
    if len(words) > _LONG or _MARKED.match(words):
        return False
    if _SIGNS_AS.match(words):
        return True
    return not (len(words.split()) > _FEW and (_VERB.search(words) or like_prose(words)))


def _names(words: str) -> bool:
    """Whether words name who signs, or the office."""
    return any(like(cell) for cell in words.split("\t") for like in (like_entity, like_person, like_title, _SIGNS_AS.match))
