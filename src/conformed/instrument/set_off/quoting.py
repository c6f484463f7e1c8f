"""What opens and closes a quotation.

In: the words of a paragraph.  Out: whether they open a quotation, leave it open, or close it.
"""

import re
from collections.abc import Iterator

from conformed.basis.pattern import pattern
from conformed.instrument.set_off.closings import closes
from conformed.instrument.set_off.ordering import orders

CLOSES = '"”'
OPENING = pattern(r"[\s(]{0,2}(?:[\"“]|``|'')")
CLOSING = pattern(r"(?:[\"”]|''|’’)\s?[.,;:)]{0,2}(?:\s(?:and|or)\W?)?(?:\s\(emphasis\s[^)]{0,40}\)\W?)?$")
AFTER_CLOSING = pattern(r"[.;]?(?:\s\(emphasis\s[^)]{0,40}\))?\s(?=[A-Z\d(])")
TERM = pattern(
    r"[\"“`']{1,2}\s?[^\"“”`\n]{1,90}(?<!\.)[\"”'’]{1,2}[,:]?\s?(?:\([^)]{0,80}\)\s?)?(?:[-–—]\s?)?(?:of\s|,|shall\s|means|mean\b|has\s|have\s|is\s|are\s|include|:|when|as\s|with\s|for\s|in\s)"
)
MARKS = pattern(r"[\"“”`'](?:(?<=[\"“”])|(?<=`)`|(?<=')')")  # a set leads, as it is looked for fast
_CHANGING = (
    r"(?:deleting|adding|inserting|replacing|substituting|striking|removing|eliminating|amending|restating|renumbering"
    r"|redesignating|changing|revising)"
)
_SPOKEN_OF = r"(?:[\"“]|the\s(?:words?|phrases?|figures?|references?|terms?|amounts?|following)\b|(?:clause|[Ss]ection|paragraph|sentence)s?\b)"
_NEXT_CHANGE = pattern(  # "; and (ii) by deleting", the next change that the same sentence orders
    rf"[;,.]{{0,2}}\s?(?:(?:and\s)?(?:(?:\(\w{{1,4}}\)\s)?by\s|\(\w{{1,4}}\)\s){_CHANGING},?\s|and\s{_CHANGING}\s{_SPOKEN_OF})"
)
_REST = 700  # characters behind a closing mark that tell whether the instrument goes on
_LONG = 200  # characters of a text in whose midst no sentence is quoted that is only a heading


def is_quoted(words: str) -> bool:
    """Whether words open a quotation, and not just a defined term."""
    if not OPENING.match(words):
        return False
    marks = len(MARKS.findall(words))
    return not TERM.match(words) or marks % 2 == 1 or before_next_change(words, marks) is not None


def marks_in(words: str, *, open_before: bool) -> int:
    """How many quotation marks a paragraph has, without one that only tells that the quotation still goes on."""
    goes_on = open_before and OPENING.match(words) is not None and not TERM.match(words)
    return len(MARKS.findall(words)) - goes_on


def still_open(words: str, marks: int) -> bool:
    """Whether a quotation mark that closes stands at the end of a paragraph, so that the paragraph is of the quotation."""
    return bool(CLOSING.search(words)) and marks % 2 == 1


def before_next_change(words: str, marks: int) -> int | None:
    """Where in a paragraph the quotation closes and its sentence goes on with the next change, or None.

    `marks` counts the quotation marks up to the end of the paragraph.
    """
    closing = (mark.end() for mark in _even(words, marks))
    return next((end for end in closing if _NEXT_CHANGE.match(words, end)), None)


def _even(words: str, marks: int) -> Iterator[re.Match[str]]:
    """The quotation marks that close what one before them opens."""
    every = list(MARKS.finditer(words))
    yield from (mark for place, mark in enumerate(every, marks - len(every) + 1) if place % 2 == 0)


def closed_within(words: str, marks: int) -> int | None:
    """Where in a paragraph the quotation closes and the instrument itself goes on, or None."""
    last = max((mark.start() for mark in MARKS.finditer(words)), default=-1)
    for mark in _even(words, marks):
        if not (after := AFTER_CLOSING.match(words, mark.end())):
            continue
        rest = words[after.end() : after.end() + _REST]
        ends = mark.start() == last > _LONG and words[last - 1] in ".;"
        if orders(rest) or closes(rest) or (ends and rest[:1].isupper()):
            return mark.end()
    return None
