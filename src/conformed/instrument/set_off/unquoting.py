"""Quoted text without the marks that only tell that it is quoted.

In: a stretch of a reading that is new text.  Out: its characters without the marks around it; and the places of those
within it that stand before each paragraph of a quotation, or around paragraphs that are quoted each for itself.  A mark
of a defined term is of the text, and stays.
"""

import re

from conformed.basis.pattern import pattern
from conformed.instrument.numbers.captions import defined
from conformed.instrument.set_off.quoting import MARKS, OPENING, TERM

_BULLETS = ("- ", "• ", "· ")
_OPEN = pattern(r"[\"“`'‘]")
_CLOSE = pattern(
    r"(?:[\"”’]|''|(?<=[.;,])\s?“)\s?[.,;:]{0,2}(?:\s?(?:and|or))?\s?(?:\(emphasis\s[^)]{0,40}\)\W{0,2})?$"
)
_CLOSING = 80  # characters at the end of a text in which the mark that closes it stands
_TERM_AT_END = pattern(r"[\"“](?![,;.\s])[^\"“”()]{1,60}[\"”]\s?[.,;:]{0,2}$")
_SINGLE_AT_END = pattern(r"‘[^‘’]{1,60}’[.,;:]{0,2}$")
_CLOSES_PARAGRAPH = pattern(r"(?:[\"”]|'')(?=[.,;:]{0,2}(?:\s?(?:and|or))?$)")
_RULES = pattern(r"(?:[=_\-]{3,}[\s=_\-]*\n)+")  # the lines above and below a table
_RULES_AT_END = pattern(r"\n(?:[=_\-]{3,}[\s=_\-]*|\(\.{3}\))$")  # or the sign that what follows stays
_LABELLED = pattern(r"[\"“]\(?\w{1,5}[.)]")  # what is quoted so is no term
_TERM_SAYS = pattern(  # what opens so is a term, of which something is said
    r"[\"“](?=\S)[^\"“”]{1,60}(?<=\S)[\"”],?\s(?:shall|will|means?|is|are|has|have|includes?|refers?|consists?)\s"
)
_NUMBERED = pattern(r"\(?\w{1,5}[.)]\s[\"“]")
_SHORT = 60  # characters of a term
_PARAGRAPH = re.compile(r"[^\n]+")
_DEFINED = 300  # characters in which the words that define a term stand


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of set-off text without rules, bullets and the quotation marks around it."""
    start, end = trimmed(text, start, end)
    if ruled := _RULES.match(text, start, end):
        start = ruled.end()
    if ruled := _RULES_AT_END.search(text[start:end]):
        end = start + ruled.start()
    start, end = trimmed(text, start, end)
    if text.startswith(_BULLETS, start, end):
        start += 2
    close = _close(text, start, end)
    opens = _opens(text, start, end, closed=close is not None)
    if close and _is_of_the_quotation(text[start + opens : end], opened=opens):
        end = close.start()
    return trimmed(text, start + opens, end)


def _opens(text: str, start: int, end: int, *, closed: bool) -> bool:
    """Whether the mark with which the text begins opens its quotation, and no term in it."""
    first = text[start:end].split("\n", 1)[0]
    if not _OPEN.match(first):
        return False
    whole = _balanced(first)
    if first[1:2] not in {*"\"“`'‘"}:
        if defined(text[start : min(end, start + _DEFINED)].replace("\n", " ")) is not None:
            return False
        if (whole and TERM.match(first)) or _TERM_SAYS.match(first):
            return False
    return closed or not whole


def _is_of_the_quotation(words: str, *, opened: bool) -> bool:
    """Whether the mark that closes the words closes their quotation, and no term at their end."""
    if _SINGLE_AT_END.search(words):
        return False
    if not opened:
        return not _balanced(words)
    last = words[words.rfind("\n") + 1 :]
    if "\n" in words and OPENING.match(last) and not TERM.match(last):
        last = last[1:]
    return not (_balanced(last) and _TERM_AT_END.search(last))


def closed(text: str, start: int, end: int) -> int:
    """Where text that opens with a mark of its own is closed, at the end of a paragraph; `end` where it is not."""
    curly = straight = 0
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        curly += paragraph[0].count("“") - paragraph[0].count("”")
        straight += paragraph[0].count('"')
        if curly == 0 and straight % 2 == 0 and _close(text, start, paragraph.end()):
            return paragraph.end()
    return end


def _close(text: str, start: int, end: int) -> re.Match[str] | None:
    """The mark that closes a text, at its end."""
    return _CLOSE.search(text, max(start, end - _CLOSING), end)


def _balanced(words: str) -> bool:
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def continuing(text: str, start: int, end: int) -> list[int]:
    """The places of the marks in quoted text that tell only that it is quoted, from `start` behind the first of them."""
    if text[max(0, start - 2) : start].rstrip()[-1:] not in {'"', "“"}:
        return [start + place for place in _behind_the_number(text[start:end])]
    found: list[int] = []
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        begun, words = paragraph.start(), paragraph[0]
        closed = (
            _CLOSES_PARAGRAPH.search(words) if paragraph.end() < end else None
        )  # the last is taken already
        if begun > start and _opens_again(words, closed=bool(closed) or paragraph.end() == end):
            found.append(begun)
            words = " " + words[1:]
        if closed and not _balanced(words):
            found.append(begun + closed.start())
    return found


def _behind_the_number(words: str) -> list[int]:
    """The places of marks around all that stands behind the number of a text: `(i) “pay the miller;”`."""
    number, close = _NUMBERED.match(words), _close(words, 0, len(words))
    if number is None or close is None or close.start() - number.end() < _SHORT or "\n" in words:
        return []
    inner = words[number.end() : close.start()]
    return [number.end() - 1, close.start()] if not MARKS.search(inner) else []


def _opens_again(words: str, *, closed: bool) -> bool:
    """Whether the mark with which a paragraph begins opens it once more, and no term in it."""
    if words[0] not in '"“':
        return False
    if words[1:2] in {'"', "“"}:
        return True
    return (closed and bool(_LABELLED.match(words))) if _balanced(words) else not TERM.match(words)
