"""Text that an amending sentence sets off: what is to be put into another instrument.

In: the paragraphs of an instrument's body.  Out: for each sentence that announces text on lines of its own, the
characters of that text.  It has a structure of its own and is no part of the outline around it.
"""

import msgspec

from conformed.document import Document
from conformed.instrument.numbers.counting import Count
from conformed.instrument.set_off.announcing import (
    announces,
    announces_in_preamble,
    left_open,
    recited,
    runs_in,
)
from conformed.instrument.set_off.ending import Ending
from conformed.instrument.set_off.quoting import CLOSES, is_quoted


class Quotation(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the reading, announced in paragraph `announced`.

    It fills the paragraphs `first` to `last` (exclusive), but where a part of the last goes on behind its closing mark.
    `settled` tells that it surely ends there.
    """

    announced: int
    first: int
    last: int
    start: int
    end: int
    settled: bool = True


def quotations(document: Document, first: int, last: int) -> list[Quotation]:
    """The quotations between the paragraphs `first` and `last`."""
    text, paragraphs = document.reading.text, document.paragraphs
    found: list[Quotation] = []
    own = Count(text)
    ending = Ending(text, paragraphs, last, own)
    number = first
    if 0 < first < last and announces_in_preamble(text, paragraphs, first - 1, last):
        number = first - 1
    while number < last:
        paragraph = paragraphs[number]
        rest = found[-1].end if found and found[-1].last == number + 1 else None
        if rest is not None:  # an order behind the closing mark of the quotation before it
            paragraph = msgspec.structs.replace(paragraph, start=_next_word(text, rest, paragraph.end))
        own.note(paragraph)
        open_at = left_open(text, paragraph) or runs_in(text, paragraph) if rest is None else None
        old = recited(text, paragraphs, number, last) if open_at is None else None
        if open_at is None and not old and not announces(text, paragraphs, paragraph, number, last, own):
            number += 1
            continue
        begun = number if open_at is not None else number + 1
        start = open_at if open_at is not None else paragraphs[begun].start
        quoted = is_quoted(text[start : paragraphs[begun].end])
        announced = text[paragraph.start : min(paragraph.end, start)].rstrip()
        after, end = old or ending.find(begun, start, announced, quoted=quoted)
        if after <= begun:
            number += 1
            continue
        if quoted:
            settled = text[end - 1] in CLOSES or not ending.closes_behind(after)
        else:
            settled = old is not None or ending.settled(announced, begun, after)
        found.append(Quotation(number, begun, after, start, end, settled))
        number = after - (end < paragraphs[after - 1].end)
    return found


def _next_word(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
