"""Where an instrument begins: the lines of its title, its preamble, its recitals.

In: a document, or a stretch of its reading.  Out: an `Opening`, whose stretches are places in the reading.
Afterwards the title stands before the preamble and the preamble before the recitals; a document without a
preamble has an empty one.  `flat` gives words of the reading as one line, each character at its place.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document

_REACH = (
    900  # paragraphs within which a preamble is looked for: a cover page and a table of contents come first
)
_LONG = 6000  # characters beyond which a preamble does not run
_BARE = 10  # characters that "Subject:" and the like have at most
_RECITED = 12000  # characters within which recitals come to their end

WORD = (
    r"(?:amendment|agreement|waiver|consent|modification|supplement|addendum|change\s+order|lease|contract"
    r"|guaranty|guarantee"
    r"|joinder|extension|release|indenture|note|mortgage|deed|assignment|forbearance|restatement|amending"
    r"|letter|plan)"
)
_CUE = pattern(r"\b(?:between|among|amongst|by|parties)\b", ENGLISH)
_LEAD = r"(?:\(?\d{1,2}[.)]\s*|Section\s+1\.?\s*)?(?:(?:the\s+)?parties[.:]\s*)?[“\"*]*"
_BEGINS = pattern(
    rf"""{_LEAD}(?:this\b|that\s+certain\b|pursuant\s+to\s+(?:this\b|(?:article|section)\s+\S+\s+of\s+that\s+certain\b)
    |the\s+(?!parties|undersigned|terms?\b|following|provisions|company\b|board|executive\b|employee\b|foregoing
        |securities\b|units\b|shares\b|interests\b|membership\s+interests)
      (?=[A-Za-z ,]{{0,90}}(?:agreement|contract|lease)\b)
    |made\s+and\s+entered\s+into\b
    |(?-i:(?!(?:If|There|By|When|Upon|As|In|On|For|Each|All|No|Any|Such|Subject|Under|Whereas|WHEREAS|Unless
      |Except|Your|You|We|I)\b)
      (?=[A-Z])(?:(?:[A-Z][\w&/.\#’'-]*,?|and|of|to|the|for|&)\s+){{0,14}}?(?i:{WORD})\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_MADE = pattern(
    r"\b(?:dated|made|entered|effective|is|are|amends?|executed|hereby|the undersigned)\b|\b(?:this"
    r"|the) [“\"]|[”\"]\)",
    ENGLISH,
)
_THIS = pattern(
    rf"""{_LEAD}this\s?(?:is\s+)?(?:an?\s+|the\s+)?(?:(?!section\b|exhibit\b|page\b|form\b|table\b)\S+\s+){{0,14}}?(?:{WORD}|document|instrument)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADED = pattern(r"\W*\d{1,2}[.)]\s*(?!parties\b)[\w -]{2,60}\.\s", re.IGNORECASE)
_RECITES_WITHIN = pattern(
    r"[.,;)]\s+(?=(?:R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?|Recitals|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H"
    r"|BACKGROUND|WHEREAS)\b)"
)
_TELLS = pattern(r"\b(?:between|among|amongst|by\s+and|amends|is\s+made|is\s+entered)\b", ENGLISH)
_CUT_SHORT = pattern(r"this\b[^.:;()]{5,90}(?<![.:;,])", ENGLISH)
_BROKEN = pattern(rf"(?:this|the)\b|(?:[a-z]+ ){{0,3}}{WORD}$", ENGLISH)
RECITES = pattern(
    r"""\W*(?:whereas\b|recitals?\b|r\s+e\s+c\s+i\s+t\s+a\s+l\s+s?\b|w\s*i\s*t\s*n\s*e\s*s\s*s\s*e\s*t\s*h\b|background\b|preliminary\s+statements?\b|explanatory\b
    |introduction\b|preamble\b|premises\b|statement\s+of\s+(?:purpose|facts|background)\b
    |now\b,?\s*(?:therefore|it\s+is)\b|now,$|in\s+consideration\b|for\s+(?:good|value)\b|reference\s+is\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_BEGUN = pattern(r"\s(?:This|THIS)(?:\s[A-Z][\w-]*){0,4}$")  # the first words of a preamble, at the end of a title
_NUMBERED = pattern(
    r"(?:\d{1,2}|I)\.\D|(?:section|article|paragraph)\s+[\dIVX]|[A]\.\s|[-•]|\d{1,2}\.$", ENGLISH
)
_ITEM = pattern(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?:\s|$)", ENGLISH)
_LISTS = pattern(r"\b(?:between|among|amongst|parties|following|by)\s*[:;,.\-–—]*$", ENGLISH)
_WHOLE = pattern(r"[.:][\"”'’)*\]]*$")
_LEADS = pattern(
    r"\b(?=[an])(?:now\b[,:]?\s*(?:therefore|it\s+is\s+(?:hereby\s+)?agreed)|agrees?\b[^.;]{0,120}\bas\s+follows"
    r"|amend\b[^.;]{0,120}\bin\s+the\s+following\s+(?:particulars|respects|manner))"
    r"|^(?!\W*whereas).{0,2000}?(?:\b(?:is|are)\s+(?:hereby\s+)?amended\b|\bparties\b[^.;]{0,80}\bagree\b)",
    re.IGNORECASE,
)
_SALUTE = pattern(
    r"(?:dear\b.{1,60}|(?:ladies and gentlemen|gentlemen|ladies)\s*[:,]?.{0,10}|re:.{0,160}"
    r"|subject:.{0,160})",
    ENGLISH,
)


class Opening(msgspec.Struct, frozen=True):
    """The stretches of the reading with which an instrument opens.

    `above` are the paragraphs (their numbers) that stand before the preamble; `letter` tells one that opens
    with a salutation; `recitals` run through the sentence that leads to what is agreed; `end` is the end of
    the instrument.
    """

    above: tuple[int, ...]
    preamble: tuple[int, int]
    recitals: tuple[int, int]
    letter: bool
    end: int


def flat(document: Document, start: int, end: int) -> str:
    """The characters `start` to `end` of the reading, line ends and tabs as blanks."""
    return document.reading.text[start:end].replace("\n", " ").replace("\t", " ")


def lowered(words: str) -> str:
    """Words in lower case, each character at its place."""
    return words.replace("İ", "I").lower()


def opening(document: Document, start: int = 0, end: int | None = None) -> Opening:
    """Find how the instrument that stands in `start` to `end` of the reading opens."""
    stop = len(document.reading.text) if end is None else min(end, len(document.reading.text))
    numbers = [n for n, p in enumerate(document.paragraphs) if start <= p.start and p.end <= stop]
    texts = [
        flat(document, document.paragraphs[n].start, document.paragraphs[n].end) for n in numbers[:_REACH]
    ]
    first, letter = preamble_begins(texts)
    if first is None:
        first, last = _recital_begins(texts), None
    else:
        last = first + 1 if letter else preamble_ends(texts, first)
    begin = document.paragraphs[numbers[first]].start if first < len(texts) else stop
    preamble_end = document.paragraphs[numbers[last - 1]].end if last is not None else begin
    if last is not None and first and not texts[first].lower().startswith("this"):
        begun = _BEGUN.search(texts[first - 1])
        begin = document.paragraphs[numbers[first - 1]].start + begun.start() + 1 if begun else begin
    if within := _RECITES_WITHIN.search(flat(document, begin, preamble_end)):
        preamble_end = begin + within.start() + 1
    recitals_end = _recitals_end(document, numbers, texts, last if last is not None else first, preamble_end)
    return Opening(tuple(numbers[:first]), (begin, preamble_end), (preamble_end, recitals_end), letter, stop)


def preamble_begins(texts: Sequence[str]) -> tuple[int | None, bool]:
    """The number of the paragraph with which the preamble begins, and whether it is that of a letter."""
    salute = next((n for n, text in enumerate(texts[:60]) if _SALUTE.match(text) and len(text) < 200), None)
    if (
        salute is not None and len(texts[salute]) < _BARE
    ):  # "Re:" alone, and under it what the letter is about
        under = range(salute + 1, min(salute + 6, len(texts)))
        salute = next((n for n in under if _SALUTE.match(texts[n])), salute)
    for number, text in enumerate(texts):
        if salute is not None and number > salute and len(text) > 60 and not _SALUTE.match(text):
            return number, True
        if salute is not None and number < salute and _describes(text):
            continue
        if opens(text):
            return number, False
        if _THIS.match(text) and (len(text) > 45 or text.rstrip(" ,").count(" ") > 5):
            joined = " ".join(texts[number : number + 8])[:2500]
            if _TELLS.search(joined):
                return number, False
        if (
            len(text) < 26
            and _BROKEN.match(text)
            and opens(" ".join(texts[number : number + 2]))
            and (text.lower() == "this" or not (opens(texts[number + 1]) or _THIS.match(texts[number + 1])))
        ):
            return number, False
        if _opens_broken(texts, number) or _opens_across(texts, number):
            return number, False
        if number > 2 and RECITES.match(text) and len(text) > 60:
            break
    return None, False


def _describes(text: str) -> bool:
    """Whether a line over a letter says only what the letter is: `Amendment to the Lease between X and Y dated May 1, 2000`."""
    return _MADE.search(text) is not None and not (
        _THIS.match(text) or _WHOLE.search(text.rstrip()) or text.rstrip().endswith(",")
    )


def _opens_broken(texts: Sequence[str], number: int) -> bool:
    """Whether a preamble begins whose first sentence is broken into several paragraphs."""
    text = texts[number]
    open_bracket = text.rfind("(") > text.rfind(")")
    if len(text) >= (200 if open_bracket else 90) or "," not in text or text.endswith("."):
        return False
    if not (_MADE.search(text) and _BEGINS.match(text)):
        return False
    further = texts[number + 1 : number + 3]
    return opens(" ".join((text, *further))) and not any(opens(t) or _THIS.match(t) for t in further)


def _opens_across(texts: Sequence[str], number: int) -> bool:
    """Whether a preamble begins in a short paragraph and goes on in the next: "THIS AMENDMENT TO THE"."""
    if number + 1 >= len(texts) or not _CUT_SHORT.fullmatch(texts[number]):
        return False
    following = texts[number + 1]
    if following.startswith("("):  # "THIS FIRST AMENDMENT" and its name in brackets below it
        return opens(f"{texts[number]} {following}")
    return opens(following) and not re.match(r"\W*(?:this|the)\b", following, re.IGNORECASE)


def opens(text: str) -> bool:
    """Whether a paragraph is the preamble of an instrument."""
    if len(text) < 60 or RECITES.match(text) or _HEADED.match(text) or not _BEGINS.match(text):
        return False
    return bool(_CUE.search(text[:1500]) and _MADE.search(text[:1500]))


def _recital_begins(texts: Sequence[str]) -> int:
    """The paragraph with which an instrument without a preamble begins to speak."""
    for number, text in enumerate(texts):
        if RECITES.match(text) or (len(text) > 120 and not text.isupper()):
            return number
    return len(texts)


def preamble_ends(texts: Sequence[str], first: int) -> int:
    """The number of the paragraph after the preamble that begins at `first`."""
    so_far, listing = texts[first], bool(_LISTS.search(texts[first]))
    number = first + 1
    while number < len(texts) and len(so_far) < _LONG:
        text = texts[number]
        if RECITES.match(text) and not (listing and _ITEM.match(text)):
            break
        whole = bool(_WHOLE.search(so_far)) and not _LISTS.search(so_far)
        if whole and (not listing or not _ITEM.match(text)):
            break
        if _NUMBERED.match(text) and not listing and not so_far.rstrip().endswith((",", ";", "and")):
            break
        listing = (
            listing
            or bool(_LISTS.search(text))
            or bool(_LISTS.search(so_far))
            or _ITEM.match(text) is not None
        )
        so_far = f"{so_far} {text}"
        number += 1
    return number


def _recitals_end(
    document: Document, numbers: Sequence[int], texts: Sequence[str], first: int, begin: int
) -> int:
    """The end of the paragraph that leads to what is agreed."""
    length, end = 0, begin
    for number in range(first, len(texts)):
        if length > _RECITED:
            break
        end = document.paragraphs[numbers[number]].end
        if _LEADS.search(texts[number]):
            if len(texts[number]) < 20 and number + 1 < len(texts):
                end = document.paragraphs[numbers[number + 1]].end
            return end
        length += len(texts[number]) + 1
    return end
