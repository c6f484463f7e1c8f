"""Where text begins that an amending sentence sets off.

In: a paragraph.  Out: whether it announces text in the next one, or where within it that text begins.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import pattern
from conformed.document import Paragraph
from conformed.instrument.closings import captions_changes
from conformed.instrument.counting import Count
from conformed.instrument.markers import numbered
from conformed.instrument.ordering import ORDERS, orders
from conformed.instrument.quoting import CLOSING, MARKS, OPENING, TERM

_ANNOUNCES = pattern(
    r"(?::|\bas\s(?:follows|set\sforth\sbelow)\W{0,2}|\bthe\sfollowing(?:\s\w+){0,3}\W{0,2}|\bto\sread(?:\sin\s(?:its|their)\sentirety)?\W{0,2}|\bthe\sfollowing\s\w+(?:\s\w+){0,6}:)$",
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
_PLAINLY = pattern(
    r"\bamended,?\sas\sfollows\W{0,2}$|\b(?:following\s(?:amendments|changes|modifications)|amended\sin\sthe\sfollowing)\b",
    re.IGNORECASE,
)
_LABEL = pattern(r"\(\w{1,5}\)")
_STEPS = pattern(r"\d(?:\(\w{1,5}\))+")


def announces(
    text: str, paragraphs: Sequence[Paragraph], paragraph: Paragraph, number: int, last: int, own: Count
) -> bool:
    """Whether `paragraph`, or what is left of it, announces text that stands in the one after `number`."""
    if number + 1 >= last or paragraph.row:
        return False
    tail = text[max(paragraph.start, paragraph.end - 80) : paragraph.end]
    if (
        not any(word in tail for word in (":", "follow", "read", "below"))
        or not _ANNOUNCES.search(tail)
        or not ORDERS.search(text, paragraph.start, paragraph.end)
    ):
        return False
    after = paragraphs[number + 1]
    words = text[after.start : after.end]
    if captions_changes(words):
        return False
    if OPENING.match(words):
        return not (_PLAINLY.search(tail) and ORDERS.search(words))
    section = numbered(text, after.start, after.end)
    spoken = text[paragraph.start : paragraph.end]
    if section is not None and section.value in {
        number.rstrip(".") for number in re.findall(r"\d[\w.]*", spoken)
    }:
        return True  # it bears the number of the provision that is spoken of
    label = _LABEL.match(words)
    if label is not None and any(label[0] == steps[-len(label[0]) :] for steps in _STEPS.findall(spoken)):
        return True
    return not (_PLAINLY.search(tail) or orders(words) or own.resumes(after))


def left_open(text: str, paragraph: Paragraph) -> int | None:
    """Where a quotation begins behind a colon and is not closed in its paragraph, or None."""
    if not _COLON_AND_QUOTE.search(text, paragraph.start, paragraph.end):
        return None
    words = text[paragraph.start : paragraph.end]
    match = _LEADS_TO_QUOTE.search(words)
    if match is None or not ORDERS.search(words, 0, match.end()):
        return None
    marks = MARKS.findall(words, match.end())
    if CLOSING.search(words[match.end() + 1 :]) or len(marks) % 2 == 0:
        return None
    return paragraph.start + match.end()


def runs_in(text: str, paragraph: Paragraph) -> int | None:
    """Where new text without quotation marks begins behind the colon of the order that announces it, or None."""
    if text.find(":", paragraph.start, paragraph.end) < 0:
        return None
    words = text[paragraph.start : paragraph.end]
    match = _RUNS_IN.search(words)
    if match is None or not ORDERS.search(words, 0, match.end()) or orders(words[match.end() :]):
        return None
    if OPENING.match(words, match.end()):
        return (
            paragraph.start + match.end() if TERM.match(words, match.end()) else None
        )  # a definition, and no quotation
    if MARKS.search(words, 0, match.start()):
        return None
    return paragraph.start + match.end()
