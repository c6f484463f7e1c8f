"""The large parts of an instrument: title, preamble, recitals, body, signature pages, exhibits.

In: a document.  Out: for each division the numbers of its first paragraph and the one after its last.  They
follow one another and leave no paragraph out.  The conventions are those of American contract drafting: a
centred title; a preamble that names the parties; recitals that end in words of agreement; numbered
provisions; a testimonium ("IN WITNESS WHEREOF"); then exhibits, each under a caption of its own.
"""

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.contents import tables_of_contents
from conformed.instrument.divisions.parts import Part, parts
from conformed.instrument.divisions.preamble import lines, speaks
from conformed.instrument.divisions.reciting import any_recites, body_begins, only_agrees, recites
from conformed.instrument.numbers.markers import numbered

_TESTIMONIUM = pattern(
    r"[_\s]{0,12}(?:\d{1,2}\.\s)?(?:IN\sW\w{3,8}S\s(?:WHERE?OF|HEREOF)|IN\sWITNESS\b|WITNESS\sthe\s(?:due|following)\b)",
    ENGLISH,
)
_TESTIFIES = frozenset("_ IiWw0123456789")  # with one of which it begins
_COVER = 60  # paragraphs behind a cover page in which the provisions begin
_SIGNED = pattern(r"(?:By\s?:?\s?)?/s/|By\s?:?\s?_{3}", ENGLISH)
_SIGNS = frozenset("/Bb")  # with which a line that is signed begins
_LONG = 200  # characters of a paragraph that is no entry of a list


class Divisions(msgspec.Struct, frozen=True):
    """The divisions, each as paragraph numbers; empty where there is none.

    `annexed` are definitions that stand behind the signature pages under a caption of no exhibit; `contents` are the
    tables of contents wherever they stand, `back` the one behind all else; `heads` are the paragraphs that only say
    again in which part a page is.
    """

    title: tuple[int, int]
    preamble: tuple[int, int]
    recitals: tuple[int, int]
    body: tuple[int, int]
    signatures: tuple[int, int]
    annexed: tuple[int, int]
    parts: tuple[Part, ...]
    heads: frozenset[int]
    back: tuple[int, int]
    contents: tuple[tuple[int, int], ...]


def divide(document: Document) -> Divisions:
    """Divide a document."""
    texts = [document.reading.text[p.start : p.end] for p in document.paragraphs]
    contents = tables_of_contents(texts)
    passed = {number for first, last in contents for number in range(first, last)}
    preamble = speaks(texts, contents, passed)
    testimonium = _testimonium(texts, preamble, passed)
    back = next((first for first, end in contents if first and end >= len(texts) - 1), len(texts))
    signed = _signed(texts, _prose(texts, preamble, passed), testimonium)
    spoken = preamble if preamble < min(len(texts), signed or len(texts)) else _prose(texts, preamble, passed)
    attached, heads = parts(document, texts[:back], spoken, signed, passed)
    last = attached[0].first if attached else back
    end = testimonium if testimonium is not None and testimonium < last else last
    opening, recitals = lines(texts, preamble, end, passed)
    body = body_begins(document, texts, recitals, end, named=opening < recitals)
    opening, recitals, body = _unrecited(texts, opening, recitals, body)
    return Divisions(
        title=(0, opening),
        preamble=(opening, recitals),
        recitals=(recitals, body),
        body=(body, end),
        signatures=(end, last),
        annexed=(last, last),
        parts=attached,
        heads=heads,
        back=(back, len(texts)),
        contents=contents,
    )


def _unrecited(texts: list[str], opening: int, recitals: int, body: int) -> tuple[int, int, int]:
    """The same divisions where what stands above the body recites nothing.

    One sentence of agreement ends the preamble; lines are of the body, or of the title where no preamble stands above.
    """
    above = texts[recitals:body]
    if not above or recites(above[0]):
        return opening, recitals, body
    if only_agrees(above):
        return opening, body, body
    if any_recites(above):
        return opening, recitals, body
    return (opening, recitals, recitals) if opening < recitals else (body, body, body)


def _prose(texts: list[str], preamble: int, passed: set[int]) -> int:
    """The paragraph behind the first that speaks: the preamble, or where none stands above it, a long one."""
    long = (n for n, text in enumerate(texts[:preamble]) if len(text) > _LONG and n not in passed)
    return next(long, preamble if preamble < len(texts) else 0) + 1


def _signed(texts: list[str], prose: int, testimonium: int | None) -> int | None:
    """The paragraph at which the instrument is signed: its testimonium, or the first line that is signed."""
    last = len(texts) if testimonium is None else testimonium
    lines = (n for n in range(prose, last) if texts[n][0] in _SIGNS and _SIGNED.match(texts[n]))
    return next(lines, testimonium)


def _testimonium(texts: list[str], preamble: int, passed: set[int]) -> int | None:
    """The first paragraph of execution, but not one on a cover page, at once behind the preamble."""
    first = preamble if preamble < len(texts) else 0
    for number in range(first, len(texts)):
        if number not in passed and texts[number][0] in _TESTIFIES and _TESTIMONIUM.match(texts[number]):
            below = texts[number + 1 : number + 1 + _COVER]
            if number > first + 1 or not any(numbered(text, 0, len(text)) for text in below):
                return number
    return None
