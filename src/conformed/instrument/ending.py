"""Where text ends that an amending sentence sets off.

In: the paragraph in which it begins.  Out: the paragraph after it, and its last character.

Quoted text ends where its quotation mark closes; text that is only set off ends where the instrument goes on
counting, or orders the next change.  A closing mark that is missing does not carry the quotation past that.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.document import Paragraph
from conformed.instrument.counting import Count, before
from conformed.instrument.markers import numbered
from conformed.instrument.ordering import ORDERS, orders
from conformed.instrument.quoting import CLOSING, MARKS, OPENING, TERM, closed_before_an_order, still_open

_CAPTION = pattern(r"\(?\w{1,4}[.)]\s(?:Amendments?|Modifications?)\s(?:to|of)\s", re.IGNORECASE)
_BARE = pattern(r"\(?\w{1,4}[.)]$")  # a number alone on its line
_CLOSES = pattern(
    r"(?:except\sas\s[^.;]{0,80}\b(?:amended|modified|provided|set\sforth|changed)\b|(?:all\s(?:of\sthe\s)?(?:other|remaining)|the\s(?:other|remaining))\s(?:terms|provisions|sections)|in\sall\sother\srespects"
    r"|this\s(?:\w+\s){0,2}amendment\b|as\s(?:so\s)?(?:amended|modified)\s(?:hereby|herein|by\sthis)\b|the\sparties\shereby\sratify|in\switness\swhereof|\[signature\spages?\b|the\sparties\shave\s(?:caused|duly\s)?\s?executed|executed\sas\sof|this\s\w+\sis\sexecuted|agreed(?:\sand\saccepted)?:|accepted(?:\sand\sagreed)?:|by:\s?_|_{4,}|/s/)",
    re.IGNORECASE,
)
_CAPTIONED = pattern(
    r"^\W?\w{1,4}\W\s(?:Amendments?\s(?:to|of)|Conditions|Representations|Effectiveness|Miscellaneous|Waiver|Consent)\b",
    re.IGNORECASE,
)
_BOILERPLATE = pattern(
    r"(?:(?:section|article)\s)?[\dIVX]{1,4}(?:\.\d{1,2})?[.)]?\s(?:counterparts|governing\slaw|miscellaneous|ratification|effect(?:iveness|ive\sdate|\sof)|no\sother|representations"
    r"|conditions|full\sforce|entire\sagreement|headings|severability|continuing|reaffirmation|expenses|fees\sand|limitation\sof|successors|references?\sto|binding\seffect"
    r"|execution|further\sassurances|remaining|all\sother|except\sas|this\s(?:\w+\s)?amendment)\b",
    re.IGNORECASE,
)


def end(
    text: str, paragraphs: Sequence[Paragraph], begun: int, last: int, own: Count, *, quoted: bool
) -> tuple[int, int]:
    """The paragraph after the quotation, and the character at which it ends."""
    marks = 0
    inside: set[str] = set()  # numbers that the quotation counts itself
    for number in range(begun, last):
        paragraph = paragraphs[number]
        words = text[paragraph.start : paragraph.end]
        section = numbered(text, paragraph.start, paragraph.end)
        inner = section is not None and "." in section.value and before(section.value) in inside
        closing = (
            _CLOSES.match(words)
            if quoted
            else _CLOSES.match(words) or _CAPTION.match(words) or (not inner and _BOILERPLATE.match(words))
        )
        if number > begun and closing and not (quoted and still_open(words, marks)):
            return _before_number(text, paragraphs, begun, number)
        if number > begun and _goes_on(text, paragraph, own, words, quoted=quoted):
            counted = section is not None and (
                section.word == "article" or before(section.value) not in inside
            )
            if (
                orders(words)
                or (counted and (not quoted or _ended(text, paragraphs[number - 1])))
                or (section is None and not quoted)
            ):
                return _before_number(text, paragraphs, begun, number)
        if section is not None and not (number > begun and own.resumes(paragraph)):
            inside.add(section.value)
        marks += len(MARKS.findall(words))
        if quoted and CLOSING.search(words) and _closes(words, marks, paragraphs, number, last, text, own):
            return number + 1, paragraph.end
        if quoted and (closed := closed_before_an_order(words, marks)):
            return number + 1, paragraph.start + closed
    return last, paragraphs[last - 1].end if last > begun else paragraphs[begun].start


def _before_number(text: str, paragraphs: Sequence[Paragraph], begun: int, number: int) -> tuple[int, int]:
    """The end of a quotation before paragraph `number`, and before a number alone on its line that belongs to it."""
    last = number - 1
    if last > begun and _BARE.fullmatch(text[paragraphs[last].start : paragraphs[last].end]):
        return last, paragraphs[last - 1].end
    return number, paragraphs[last].end


def _ended(text: str, paragraph: Paragraph) -> bool:
    return paragraph.row or text[paragraph.end - 1] in ".;:\"”“')"


def _goes_on(text: str, paragraph: Paragraph, own: Count, words: str, *, quoted: bool) -> bool:
    """Whether the instrument itself goes on with this paragraph."""
    if own.resumes(paragraph):
        section = numbered(text, paragraph.start, paragraph.end) is not None
        return section or bool(ORDERS.search(words[:600]) or _CAPTIONED.search(words[:120]))
    return not quoted and orders(words) and not OPENING.match(words)


def _closes(
    words: str,
    marks: int,
    paragraphs: Sequence[Paragraph],
    number: int,
    last: int,
    text: str,
    own: Count,
) -> bool:
    """Whether the mark at the end of `words` closes the quotation and not a term, or one of several definitions, in it."""
    if (
        number + 1 < last
        and TERM.match(words)
        and TERM.match(text[paragraphs[number + 1].start : paragraphs[number + 1].end])
    ):
        return False
    term = re.search(r"[\"“][^\"“”\n]{1,60}[\"”]\s?[.,;:]?$", words)
    if marks % 2 == 0 and (term is None or term.start() == 0):
        return True
    if number + 1 >= last:
        return True
    after = paragraphs[number + 1]
    return own.resumes(after) or bool(ORDERS.search(text, after.start, min(after.end, after.start + 400)))
