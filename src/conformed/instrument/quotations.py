"""Text that an amending sentence sets off: what is to be put into another instrument.

In: the paragraphs of an instrument's body.  Out: for each sentence that announces text on lines of its own, the
characters of that text.  It has a structure of its own and is no part of the outline around it.

Quoted text ends where its quotation mark closes; text that is only set off ends where the instrument goes on
counting, or orders the next change.  A closing mark that is missing does not carry the quotation past that.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document, Paragraph
from conformed.instrument.markers import heads, numbered
from conformed.instrument.numbering import ordinal

_ANNOUNCES = pattern(
    r"(?::|\bas\s(?:follows|set\sforth\sbelow)\W{0,2}|\bthe\sfollowing(?:\s\w+){0,3}\W{0,2}|\bto\sread(?:\sin\s(?:its|their)\sentirety)?\W{0,2}|\bthe\sfollowing\s\w+(?:\s\w+){0,6}:)$",
    re.IGNORECASE,
)
_ORDERS = pattern(
    r"\b(?:(?:is|are|(?<!may\s)(?<!might\s)(?<!same\s)(?<!time\s)be|shall|hereby|further)(?:,\sand\s(?:it\s)?hereby\s(?:is|are),)?\s(?:each\s)?(?:hereby\s)?(?:further\s)?(?:amended|deleted|replaced|added|inserted|restated|modified|revised|changed"
    r"|stricken|substituted|read\b)|hereby\s(?:further\s)?(?:amend|delet|replac|add|insert|restat|modif|substitut|revis)\w*"
    r"|(?:agree[sd]?|desire[sd]?|wish(?:es)?)\sto\s(?:further\s)?(?:amend|delete|replace|add|insert|restate|modify|substitute|revise|change)"
    r"|by\s(?:further\s)?(?:amending|adding|inserting|deleting|striking|replacing|substituting|restating|changing|revising)|to\sread\b"
    r"|(?:adding|inserting|deleting|striking|replacing|substituting)\s(?:the|in|a|new|to|\"|“))",
    re.IGNORECASE,
)
_RUNS_IN = pattern(
    r"(?:\bas\sfollows|\bto\sread(?:\sin\s(?:its|their)\sentirety)?(?:\sas\sfollows)?|\bthe\sfollowing(?:\s\w+){0,4}|\btherefor|\bthereof|\btheir\splace|\bits\splace)\s?:\s(?=[A-Z(\[\d\"“])",
    re.IGNORECASE,
)
_COLON_AND_QUOTE = pattern(r":\s?[\"“]")
_LEADS_TO_QUOTE = pattern(
    r"(?:follow(?:s|ing)|read|thereof|language|sentence|paragraph|provision|clause)[^:\"“\n]{0,80}:\s?(?=[\"“])"
)
_CAPTION = pattern(r"\(?\w{1,4}[.)]\s(?:Amendments?|Modifications?)\s(?:to|of)\s", re.IGNORECASE)
_BARE = pattern(r"\(?\w{1,4}[.)]$")  # a number alone on its line
_CLOSES = pattern(
    r"(?:except\sas\s[^.;]{0,80}\b(?:amended|modified|provided|set\sforth|changed)\b|(?:all\s(?:of\sthe\s)?(?:other|remaining)|the\s(?:other|remaining))\s(?:terms|provisions|sections)|in\sall\sother\srespects"
    r"|this\s(?:\w+\s){0,2}amendment\b|as\s(?:so\s)?(?:amended|modified)\s(?:hereby|herein|by\sthis)\b|the\sparties\shereby\sratify|in\switness\swhereof|\[signature\spages?\b|the\sparties\shave\s(?:caused|duly\s)?\s?executed|executed\sas\sof|this\s\w+\sis\sexecuted|agreed(?:\sand\saccepted)?:|accepted(?:\sand\sagreed)?:|by:\s?_|_{4,}|/s/)",
    re.IGNORECASE,
)
_PROVISION = pattern(
    r"\b(?:sections?|articles?|clauses?|sub-?sections?|paragraphs?|definitions?|exhibits?|schedules?|annex|agreement|following|terms?)\b",
    re.IGNORECASE,
)
_PLAINLY = pattern(
    r"\bamended,?\sas\sfollows\W{0,2}$|\b(?:following\s(?:amendments|changes|modifications)|amended\sin\sthe\sfollowing)\b",
    re.IGNORECASE,
)
_OPENING = pattern(r"[\s(]{0,2}(?:[\"“]|``|'')")
_CLOSING = pattern(r"(?:[\"”]|''|’’)\s?[.,;:)]{0,2}(?:\s(?:and|or)\W?)?(?:\s\(emphasis\s[^)]{0,40}\)\W?)?$")
_AFTER_CLOSING = pattern(r"[.;]?\s(?=[A-Z\d(])")
_TERM = pattern(
    r"[\"“`']{1,2}\s?[^\"“”`\n]{1,90}[\"”'’]{1,2}[,:]?\s?(?:\([^)]{0,80}\)\s?)?(?:[-–—]\s?)?(?:of\s|,|shall\s|means|mean\b|has\s|have\s|is\s|are\s|include|:|when|as\s|with\s|for\s|in\s)"
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
_LABEL = pattern(r"\(\w{1,5}\)")
_STEPS = pattern(r"\d(?:\(\w{1,5}\))+")
_MARKS = pattern(r"[\"“”]|``|''")


class Quotation(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the reading, announced in paragraph `announced`.

    It fills the paragraphs `first` to `last` (exclusive), but where a part of the last goes on behind its closing mark.
    """

    announced: int
    first: int
    last: int
    start: int
    end: int


def quotations(document: Document, first: int, last: int) -> list[Quotation]:
    """The quotations between the paragraphs `first` and `last`."""
    text, paragraphs = document.reading.text, document.paragraphs
    found: list[Quotation] = []
    own: dict[str, int] = {}
    number = first
    while number < last:
        paragraph = paragraphs[number]
        _count(text, paragraph, own)
        open_at = _left_open(text, paragraph) or _runs_in(text, paragraph)
        if open_at is None and not _announces(text, paragraphs, number, last, own):
            number += 1
            continue
        begun = number if open_at is not None else number + 1
        start = open_at if open_at is not None else paragraphs[begun].start
        quoted = _is_quoted(text[start : paragraphs[begun].end])
        after, end = _end(text, paragraphs, begun, last, own, quoted=quoted)
        if after > begun:
            found.append(Quotation(number, begun, after, start, end))
        number = max(after, number + 1)
    return found


def _count(text: str, paragraph: Paragraph, own: dict[str, int]) -> None:
    """Note the numbers of the instrument itself, so that its going on is recognised."""
    section = numbered(text, paragraph.start, paragraph.end)
    if section is not None and section.word == "article":
        own["article"] = 1
        return
    if section is not None and section.value[0].isdigit():
        head, _, tail = section.value.rpartition(".")
        own[f"{head}."] = _figure(tail)
        for style in [
            style
            for style in own
            if style != "article" and (not style.endswith(".") or style.startswith(f"{section.value}."))
        ]:
            del own[style]
        return
    for marker in heads(text, paragraph.start, paragraph.end, 0):
        for style, place in ordinal(marker.value):
            own[style + marker.shape] = place


def _figure(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else 0


def _resumes(text: str, paragraph: Paragraph, own: dict[str, int]) -> bool:
    """Whether a paragraph goes on with the instrument's own count."""
    if section := numbered(text, paragraph.start, paragraph.end):
        if section.word == "article":
            return "article" in own
        if not section.value[0].isdigit():
            return False
        head, _, tail = section.value.rpartition(".")
        known = own.get(f"{head}.")
        if known is not None and known < _figure(tail) <= known + 2:
            return True
        return bool(head) and own.get(".") == _figure(head) and _figure(tail) == 1 and not head.count(".")
    markers = heads(text, paragraph.start, paragraph.end, 0)
    if not markers:
        return False
    return any(
        own.get(style + markers[0].shape) == place - 1
        for style, place in ordinal(markers[0].value)
        if place > 1
    )


def _announces(
    text: str, paragraphs: Sequence[Paragraph], number: int, last: int, own: dict[str, int]
) -> bool:
    """Whether the paragraph announces text that stands in the next one."""
    paragraph = paragraphs[number]
    if number + 1 >= last or paragraph.row:
        return False
    tail = text[max(paragraph.start, paragraph.end - 80) : paragraph.end]
    if (
        not any(word in tail for word in (":", "follow", "read", "below"))
        or not _ANNOUNCES.search(tail)
        or not _ORDERS.search(text, paragraph.start, paragraph.end)
    ):
        return False
    after = paragraphs[number + 1]
    words = text[after.start : after.end]
    if _OPENING.match(words):
        return not (_PLAINLY.search(tail) and _ORDERS.search(words))
    section = numbered(text, after.start, after.end)
    spoken = text[paragraph.start : paragraph.end]
    if section is not None and section.value in {
        number.rstrip(".") for number in re.findall(r"\d[\w.]*", spoken)
    }:
        return True  # it bears the number of the provision that is spoken of
    label = _LABEL.match(words)
    if label is not None and any(label[0] == steps[-len(label[0]) :] for steps in _STEPS.findall(spoken)):
        return True
    return not (_PLAINLY.search(tail) or _orders(words) or _resumes(text, after, own))


def _is_quoted(words: str) -> bool:
    """Whether words open a quotation, and not just a defined term."""
    if not _OPENING.match(words):
        return False
    return not _TERM.match(words) or len(_MARKS.findall(words)) % 2 == 1


def _left_open(text: str, paragraph: Paragraph) -> int | None:
    """Where a quotation begins behind a colon and is not closed in its paragraph, or None."""
    if not _COLON_AND_QUOTE.search(text, paragraph.start, paragraph.end):
        return None
    words = text[paragraph.start : paragraph.end]
    match = _LEADS_TO_QUOTE.search(words)
    if match is None or not _ORDERS.search(words, 0, match.end()):
        return None
    marks = _MARKS.findall(words, match.end())
    if _CLOSING.search(words[match.end() + 1 :]) or len(marks) % 2 == 0:
        return None
    return paragraph.start + match.end()


def _runs_in(text: str, paragraph: Paragraph) -> int | None:
    """Where new text without quotation marks begins behind the colon of the order that announces it, or None."""
    if text.find(":", paragraph.start, paragraph.end) < 0:
        return None
    words = text[paragraph.start : paragraph.end]
    match = _RUNS_IN.search(words)
    if match is None or not _ORDERS.search(words, 0, match.end()) or _orders(words[match.end() :]):
        return None
    if _OPENING.match(words, match.end()):
        return (
            paragraph.start + match.end() if _TERM.match(words, match.end()) else None
        )  # a definition, and no quotation
    if _MARKS.search(words, 0, match.start()):
        return None
    return paragraph.start + match.end()


def _end(
    text: str, paragraphs: Sequence[Paragraph], begun: int, last: int, own: dict[str, int], *, quoted: bool
) -> tuple[int, int]:
    """The paragraph after the quotation, and the character at which it ends."""
    marks = 0
    inside: set[str] = set()  # numbers that the quotation counts itself
    for number in range(begun, last):
        paragraph = paragraphs[number]
        words = text[paragraph.start : paragraph.end]
        section = numbered(text, paragraph.start, paragraph.end)
        inner = section is not None and "." in section.value and _before(section.value) in inside
        closing = (
            _CLOSES.match(words)
            if quoted
            else _CLOSES.match(words) or _CAPTION.match(words) or (not inner and _BOILERPLATE.match(words))
        )
        if number > begun and closing and not (quoted and _still_open(words, marks)):
            return _before_number(text, paragraphs, begun, number)
        if number > begun and _goes_on(text, paragraph, own, words, quoted=quoted):
            counted = section is not None and (
                section.word == "article" or _before(section.value) not in inside
            )
            if (
                _orders(words)
                or (counted and (not quoted or _ended(text, paragraphs[number - 1])))
                or (section is None and not quoted)
            ):
                return _before_number(text, paragraphs, begun, number)
        if section is not None and not (number > begun and _resumes(text, paragraph, own)):
            inside.add(section.value)
        marks += len(_MARKS.findall(words))
        if quoted and _CLOSING.search(words) and _closes(words, marks, paragraphs, number, last, text, own):
            return number + 1, paragraph.end
        if quoted and (closed := _closed_before_an_order(words, marks)):
            return number + 1, paragraph.start + closed
    return last, paragraphs[last - 1].end if last > begun else paragraphs[begun].start


def _closed_before_an_order(words: str, marks: int) -> int | None:
    """Where in a paragraph the quotation closes and the instrument orders its next change, or None.

    `marks` counts the quotation marks up to the end of the paragraph.
    """
    every = list(_MARKS.finditer(words))
    for place, mark in enumerate(every, marks - len(every) + 1):
        if (
            place % 2 == 0
            and (after := _AFTER_CLOSING.match(words, mark.end()))
            and _orders(words[after.end() :])
        ):
            return mark.end()
    return None


def _still_open(words: str, marks: int) -> bool:
    """Whether a quotation mark that closes stands at the end of a paragraph, so that the paragraph is of the quotation."""
    return bool(_CLOSING.search(words)) and marks % 2 == 1


def _before_number(text: str, paragraphs: Sequence[Paragraph], begun: int, number: int) -> tuple[int, int]:
    """The end of a quotation before paragraph `number`, and before a number alone on its line that belongs to it."""
    last = number - 1
    if last > begun and _BARE.fullmatch(text[paragraphs[last].start : paragraphs[last].end]):
        return last, paragraphs[last - 1].end
    return number, paragraphs[last].end


def _before(value: str) -> str:
    """The number that is counted before a number."""
    head, _, tail = value.rpartition(".")
    return f"{head}{'.' if head else ''}{_figure(tail) - 1}"


def _ended(text: str, paragraph: Paragraph) -> bool:
    return paragraph.row or text[paragraph.end - 1] in ".;:\"”“')"


def _goes_on(text: str, paragraph: Paragraph, own: dict[str, int], words: str, *, quoted: bool) -> bool:
    """Whether the instrument itself goes on with this paragraph."""
    if _resumes(text, paragraph, own):
        section = numbered(text, paragraph.start, paragraph.end) is not None
        return section or bool(_ORDERS.search(words[:600]) or _CAPTIONED.search(words[:120]))
    return not quoted and _orders(words) and not _OPENING.match(words)


def _orders(words: str) -> bool:
    """Whether a paragraph orders a change of a provision that it names."""
    match = _ORDERS.search(words[:600])
    return match is not None and bool(_PROVISION.search(words[: match.end() + 120]))


def _closes(
    words: str,
    marks: int,
    paragraphs: Sequence[Paragraph],
    number: int,
    last: int,
    text: str,
    own: dict[str, int],
) -> bool:
    """Whether the mark at the end of `words` closes the quotation and not a term, or one of several definitions, in it."""
    if (
        number + 1 < last
        and _TERM.match(words)
        and _TERM.match(text[paragraphs[number + 1].start : paragraphs[number + 1].end])
    ):
        return False
    term = re.search(r"[\"“][^\"“”\n]{1,60}[\"”]\s?[.,;:]?$", words)
    if marks % 2 == 0 and (term is None or term.start() == 0):
        return True
    if number + 1 >= last:
        return True
    after = paragraphs[number + 1]
    return _resumes(text, after, own) or bool(
        _ORDERS.search(text, after.start, min(after.end, after.start + 400))
    )
