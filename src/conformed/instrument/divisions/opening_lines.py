"""The lines with which a preamble begins and ends, in whatever paragraphs it stands.

In: paragraphs, each as one line.  Out: the number of the first paragraph of the preamble, and of the one after its
last.  The preamble opens with `This Agreement`, or with the name of the instrument; it may be broken off line by line.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern

_LONG = 6000  # characters beyond which a preamble does not run
_BARE = 10  # characters that "Subject:" and the like have at most
WORD = (
    r"(?:amendment|agreement|waiver|consent|modification|supplement|addendum|change\s+order|lease|contract"
    r"|guaranty|guarantee"
    r"|joinder|extension|release|indenture|note|mortgage|deed|assignment|forbearance|restatement|amending"
    r"|letter|plan|licen[cs]e)"
)
_CUE = pattern(r"\b(?:between|among|amongst|by|parties)\b", ENGLISH)
_LEAD = r"(?:\(?\d{1,2}[.)]\s*|Section\s+1\.?\s*)?(?:(?:the\s+)?parties[.:]\s*)?[“\"*]*"
_BEGINS = pattern(
    rf"""{_LEAD}(?:this\b|that\s+certain\b|pursuant\s+to\s+(?:this\b|(?:article|section)\s+\S+\s+of\s+that\s+certain\b)
    |the\s+(?!parties|undersigned|terms?\b|following|provisions|company\b|board|executive\b|employee\b|foregoing
        |securities\b|units\b|shares\b|interests\b|membership\s+interests)
      (?=[A-Za-z ,]{{0,90}}(?:agreement|contract|lease)\b)
    |made\s+and\s+entered\s+into\b
    |(?-i:(?!(?:If|There|By|When|Upon|As|In|On|For|Each|All|No|Any|Such|Subject|Under|Whereas|WHEREAS|Entire|Unless
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
_TELLS = pattern(r"\b(?:between|among|amongst|by\s+and|amends|is\s+made|is\s+entered)\b", ENGLISH)
_CUT_SHORT = pattern(r"this\b[^.:;()]{5,90}(?<![.:;,])", ENGLISH)
_BROKEN = pattern(rf"(?:this|the)\b|(?:[a-z]+ ){{0,3}}{WORD}$", ENGLISH)
RECITES = pattern(
    r"""\W*(?:whereas\b|recitals?\b|r\s+e\s+c\s+i\s+t\s+a\s+l\s+s?\b|w\s*i\s*t\s*n\s*e\s*s\s*s\s*e\s*t\s*h\b|background\b|preliminary\s+statements?\b|explanatory\b
    |introduction\b|preamble\b|premises\b|statement\s+of\s+(?:purpose|facts|background)\b
    |now\b,?\s*(?:therefore|it\s+is)\b|now,$|in\s+consideration\b|for\s+(?:good|value)\b|reference\s+is\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED = pattern(
    r"(?:\d{1,2}|I)\.\D|(?:section|article|paragraph)\s+[\dIVX]|[A]\.\s|[-•]|\d{1,2}\.$", ENGLISH
)
_ITEM = pattern(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?:\s|$)", ENGLISH)
_LISTS = pattern(r"\b(?:between|among|amongst|parties|following|by)\s*[:;,.\-–—]*$", ENGLISH)
_WHOLE = pattern(r"[.:][\"”'’)*\]]*$")
_TERM_OPENS = ("(“", '("', "(the “", '(the "')  # with which it goes on behind a name: `Alder, Inc.` above `(“Alder”)`
_SALUTE = pattern(
    r"(?:dear\b.{1,60}|(?:ladies and gentlemen|gentlemen|ladies)\s*[:,]?.{0,10}|re:.{0,160}"
    r"|subject:.{0,160})",
    ENGLISH,
)


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
            and (text.lower() == "this" or not (opens(texts[number + 1]) or _THIS.match(texts[number + 1]) or RECITES.match(texts[number + 1])))
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


def preamble_ends(texts: Sequence[str], first: int) -> int:
    """The number of the paragraph after the preamble that begins at `first`."""
    so_far, listing = texts[first], bool(_LISTS.search(texts[first]))
    number = first + 1
    while number < len(texts) and len(so_far) < _LONG:
        text = texts[number]
        if RECITES.match(text) and not (listing and _ITEM.match(text)):
            break
        whole = bool(_WHOLE.search(so_far)) and not (_LISTS.search(so_far) or text.startswith(_TERM_OPENS))
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
