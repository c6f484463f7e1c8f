"""Headings without numbers, of an instrument whose body has no numbered sections.

In: a document and the paragraphs of its body.  Out: for each paragraph that is such a heading, or opens with one, the
caption and where the words behind it begin.  They are sought only where they are certain: several of one style (alone
on their lines in capitals or not, or run in before the words), each another and each with text of its own, so that most
of the body stands under them, and no list that one of them would break.
"""

from collections.abc import Sequence
from typing import NamedTuple

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.numbers.captions import caption, is_caption
from conformed.instrument.numbers.markers import heads
from conformed.instrument.numbers.ordinals import begins_a_list

_SEVERAL = 4  # headings of one style
_LINE = 70  # characters of a heading alone on its line
_WORDS = 8
_TEXT = 60  # characters of what stands under a heading
_MOST = 0.75  # of the paragraphs of the body
_NONE = pattern(
    r"(?:whereas|now,?\stherefore|witnesseth|recitals?|background|agreements?|in\switness|by|name|title|its|date|dated|attention|attn"
    r"|if\sto|re|to|from|dear|page|(?:section|article|exhibit|schedule|annex)\s[\dA-Z].{0,8})\b\W{0,3}$",
    ENGLISH,
)
_SENTENCE = pattern(r"[.;:][\"”)]?(?:\s|$)")
_TELLS = pattern(r"[A-Z“\"(]")  # what begins the words behind a heading that runs in


class Heading(NamedTuple):
    """A caption, and where the words of its provision begin."""

    words: str
    body: int


def unnumbered(document: Document, own: Sequence[int]) -> dict[int, Heading]:
    """The headings among the paragraphs `own`; none where they are not certain."""
    text, paragraphs = document.reading.text, document.paragraphs
    bare = [n for n in own if not paragraphs[n].row and not heads(text, paragraphs[n].start, paragraphs[n].end, n)]
    alone = {number: found for number in bare if (found := _alone(document, number))}
    for capitals in (True, False):
        of_style = {number: found for number, found in alone.items() if found.words.isupper() is capitals}
        if _certain(document, own, of_style):
            return of_style
    run_in = {number: found for number in bare if (found := _run_in(document, number))}
    return run_in if _certain(document, own, run_in) else {}


def _alone(document: Document, number: int) -> Heading | None:
    paragraph = document.paragraphs[number]
    words = document.reading.text[paragraph.start : paragraph.end].rstrip(" .:")
    if len(words) > _LINE or len(words.split()) > _WORDS or not _is_heading(words):
        return None
    return Heading(words, paragraph.end)


def _run_in(document: Document, number: int) -> Heading | None:
    paragraph, text = document.paragraphs[number], document.reading.text
    found = caption(text, paragraph.start, paragraph.end)
    if found is None or found[1] + _TEXT > paragraph.end or not _is_heading(found[0]):
        return None
    return Heading(*found) if _TELLS.match(text, found[1]) and len(found[0].split()) <= _WORDS else None


def _is_heading(words: str) -> bool:
    return is_caption(words) and words[0].isalpha() and "\t" not in words and not _NONE.match(words)


def _certain(document: Document, own: Sequence[int], found: dict[int, Heading]) -> bool:
    """Whether headings of one style are those of the body."""
    if len(found) < _SEVERAL or len({one.words.lower() for one in found.values()}) < len(found):
        return False
    first = own.index(next(iter(found)))
    if len(own) - first < _MOST * len(own):
        return False
    under: list[int] = []  # the paragraphs of one heading
    for number in (*own[first:], None):
        if number is not None and (not under or number not in found):
            under.append(number)
            continue
        if not _holds(document, under, found):
            return False
        under = [] if number is None else [number]
    return True


def _holds(document: Document, under: Sequence[int], found: dict[int, Heading]) -> bool:
    """Whether text stands under a heading, the first of the paragraphs `under`, and no list that goes on from above it."""
    text, paragraphs = document.reading.text, document.paragraphs
    body = found[under[0]].body
    words = text[body : paragraphs[under[-1]].end].strip()
    if len(words) < _TEXT or not _SENTENCE.search(words):
        return False
    marked = (heads(text, paragraphs[number].start, paragraphs[number].end, number) for number in under[1:])
    first = next((markers for markers in marked if markers), None)
    return first is None or begins_a_list(first[0].value)
