"""Where an instrument begins: the lines of its title, its preamble, its recitals.

In: a document, or a stretch of its reading.  Out: an `Opening`, whose stretches are places in the reading.
Afterwards the title stands before the preamble and the preamble before the recitals; a document without a
preamble has an empty one.  `flat` gives words of the reading as one line, each character at its place.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.divisions.opening_lines import RECITES, preamble_begins, preamble_ends

_REACH = (
    900  # paragraphs within which a preamble is looked for: a cover page and a table of contents come first
)
_RECITED = 12000  # characters within which recitals come to their end

_RECITES_WITHIN = pattern(
    r"[.,;)]\s+(?=(?:R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?|Recitals|W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H"
    r"|BACKGROUND|WHEREAS)\b)"
)
_LEADS = pattern(
    r"\b(?=[an])(?:now\b[,:]?\s*(?:therefore|it\s+is\s+(?:hereby\s+)?agreed)|agrees?\b[^.;]{0,120}\bas\s+follows"
    r"|amend\b[^.;]{0,120}\bin\s+the\s+following\s+(?:particulars|respects|manner))"
    r"|^(?!\W*whereas).{0,2000}?(?:\b(?:is|are)\s+(?:hereby\s+)?amended\b|\bparties\b[^.;]{0,80}\bagree\b)",
    re.IGNORECASE,
)


_GOES_ON = pattern(r"(?:,|[”\")]\s(?:and|AND))\s*$")  # a line that names a party, and the text goes on below it


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
    if within := _RECITES_WITHIN.search(flat(document, begin, preamble_end)):
        preamble_end = begin + within.start() + 1
    recitals_end = _recitals_end(document, numbers, texts, last if last is not None else first, preamble_end)
    return Opening(tuple(numbers[:first]), (begin, preamble_end), (preamble_end, recitals_end), letter, stop)


def _recital_begins(texts: Sequence[str]) -> int:
    """The paragraph with which an instrument without a preamble begins to speak."""
    for number, text in enumerate(texts):
        if RECITES.match(text) or (len(text) > 120 and not _in_capitals(text)):
            begun = number
            while begun and not RECITES.match(text) and _GOES_ON.search(texts[begun - 1]):
                begun -= 1
            return begun
    return len(texts)


def _in_capitals(text: str) -> bool:
    """Whether all but a few letters are capitals, as in the legend above a note."""
    return sum(map(str.islower, text)) * 20 < len(text)


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
