"""The instruments that stand in one file, one behind the other.

In: a document.  Out: a document for each instrument, in order, which together hold all of its words.  Afterwards each
but the first opens at the top of a page, or as far apart from what is above: with its title and a preamble that says it
again and bears a day, or the salutation of a letter, where what is above is signed.  An exhibit is of the instrument to
which it is attached; the exhibits of a filing are the instruments that are filed.
"""

import bisect
import itertools
import re
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.divisions import Divisions, divide
from conformed.instrument.divisions.opening_lines import WORD, opens
from conformed.instrument.heading.kind import is_filing
from conformed.instrument.heading.opening import Opening, flat, opening
from conformed.instrument.numbers.markers import numbered
from conformed.instrument.signing.signatures import signatures

_APART = 6  # blank lines that part two instruments where no page ends
_CAPTIONED = 2  # blank lines above the caption of an exhibit
_SHORT = 110  # characters of a line above a preamble
_ABOVE = 24  # such lines: a title, and those to whom it is to be returned
_CAPTIONS = 4  # lines of the caption of an exhibit
_COVER = 60  # lines of a cover page
_BELOW = 12  # lines between a table of contents and the preamble
_PREAMBLE = 1500  # characters in which a preamble says its day
_OPENS = ("This ", "THIS ", "Dear ", "Ladies ", "LADIES ", "Gentlemen", "GENTLEMEN")
_SALUTES = pattern(r"(?:dear\s[^\n]{1,60}|(?:ladies\sand\s)?gentlemen\s?[:,]?)", ENGLISH)
_SAYS = pattern(
    r"(?:this\s|(?-i:(?=[A-Z]{3,}\s)))(?P<title>[^,;:()\"“]{4,160}?)(?=\s?[,;:(\"“]|\s(?:is|are|dated|made|entered|executed|effective|by|between|among|to\sthat)\b)",
    ENGLISH,
)
_TITLE = pattern(rf"(?![^\n]{{0,100}}\bform\b)(?:[\w.&’'/-]+\s){{0,12}}{WORD}", re.IGNORECASE)
_DATED = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b[^;]{0,16}\b[12l][09][\dl]{2}\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2}|\beven\sdate\b",
    ENGLISH,
)
_BLANK = pattern(r"_{2,}|\[[\s●•*]{0,8}\]|\bday\sof\s?,")  # of a form
_FILED = pattern(r"Exhibit\s\d{1,2}\.\d{1,3}(?:\s[^\n]{1,100})?", ENGLISH)
_LABEL = pattern(r"Exhibit\s(?:4|10|99)\.\d{1,3}", ENGLISH)  # of a filing: what is filed under it is no exhibit of what stands above
_WORDS = pattern(r"[a-z0-9]+")


def instruments(document: Document) -> tuple[Document, ...]:
    """Each instrument of a document as a document of its own; the document itself where it holds only one."""
    begins = list(_begins(document))
    if not begins:
        return (document,)
    bounds = [0, *(document.paragraphs[number].start for number in begins), len(document.reading.text)]
    first, *further = (_on_its_pages(document.part(start, end)) for start, end in itertools.pairwise(bounds))
    return (first, *(_as(one, count) for count, one in enumerate(further, 2)))


def _on_its_pages(one: Document) -> Document:
    """An instrument of a file, with those pages of the file alone on which its words stand."""
    first, last = (bisect.bisect_right(one.breaks, line.start) for line in (one.lines[0], one.lines[-1]))
    return msgspec.structs.replace(one, breaks=one.breaks[first:last], numbers=one.numbers[first : last + 1])


def _as(one: Document, count: int) -> Document:
    """A further instrument of a file, told apart from the first."""
    return msgspec.structs.replace(one, id=f"{one.id}/{count}", name=f"{one.name}, instrument {count}")


def _begins(document: Document) -> Iterator[int]:
    """The paragraphs at which further instruments begin."""
    if is_filing(document):
        filed = [*_filed(document), len(document.paragraphs)]
        yield from (
            one for one, after in itertools.pairwise(filed) if _speaks(_between(document, one, after))
        )
        return
    found = [(top, number) for number in _openings(document) if (top := _top(document, number, _ABOVE))]
    if not found:
        return
    divisions = divide(document)
    above = 0
    for top, preamble in found:
        begin = _with_cover(document, divisions, top, preamble, above)
        if (
            begin > above
            and (begin < top or _has_title(document, top, preamble))
            and not _is_attached(document, divisions, begin, preamble)
            and _is_whole(document, above, begin, preamble)
        ):
            above = begin
            yield above


def _filed(document: Document) -> Iterator[int]:
    """The paragraphs that are the captions of what is filed."""
    for number, paragraph in enumerate(document.paragraphs):
        line = document.lines[paragraph.lines[0]]
        apart = line.turned or line.gap >= _CAPTIONED
        if number and apart and _FILED.fullmatch(document.reading.text, paragraph.start, paragraph.end):
            yield number


def _openings(document: Document) -> Iterator[int]:
    """The paragraphs that may be a preamble that is no form, or the salutation of a letter."""
    text = document.reading.text
    for number, paragraph in enumerate(document.paragraphs):
        if text.startswith(_OPENS, paragraph.start) or text[paragraph.start : paragraph.start + 3].isupper():
            words = flat(document, paragraph.start, min(paragraph.end, paragraph.start + _PREAMBLE))
            if _SALUTES.fullmatch(words) or (
                opens(words) and _DATED.search(words) and not _BLANK.search(words)
            ):
                yield number


def _top(document: Document, number: int, lines: int) -> int | None:
    """The paragraph at the top of the page of another, above which only so many lines stand there; None where more do."""
    for above in range(number, max(number - lines, 0), -1):
        paragraph = document.paragraphs[above]
        if above < number and paragraph.end - paragraph.start > _SHORT:
            return None
        line = document.lines[paragraph.lines[0]]
        if line.turned or line.gap >= _APART or _LABEL.fullmatch(document.reading.text, paragraph.start, paragraph.end):
            return above
    return None


def _words(document: Document, first: int, last: int) -> str:
    """The words of the paragraphs `first` to `last`, as one line."""
    if first >= last:
        return ""
    return flat(document, document.paragraphs[first].start, document.paragraphs[last - 1].end)


def _folded(words: str) -> str:
    return f" {' '.join(_WORDS.findall(words.lower()))} "


def _title(document: Document, top: int, preamble: int) -> str | None:
    """The title with which an instrument opens: what a preamble says itself to be, or a line above a salutation."""
    said = _SAYS.match(document.reading.text, document.paragraphs[preamble].start)
    if said is not None:
        return said["title"]
    lines = (_words(document, number, number + 1) for number in range(top, preamble))
    return next((line for line in lines if len(line) <= _SHORT and _TITLE.fullmatch(line)), None)


def _has_title(document: Document, top: int, preamble: int) -> bool:
    """Whether the title of an instrument stands at the top of a page, or in capitals as the first words there."""
    title = _title(document, top, preamble)
    if title is None:
        return False
    if top == preamble:
        return title.isupper() and title.count(" ") > 1
    kind, _, _ = title.partition(" of ")  # "Agreement of Sale", under the title "Purchase Agreement"
    return _folded(kind) in _folded(_words(document, top, preamble))


def _is_attached(document: Document, divisions: Divisions, top: int, preamble: int) -> bool:
    """Whether what opens at the top of a page is the text of an exhibit, whose caption stands there or just above."""
    part = next((one for one in reversed(divisions.parts) if one.first < preamble), None)
    if part is None or part.last <= top:
        return False
    caption = document.paragraphs[part.first]
    if part.first <= preamble and _LABEL.fullmatch(document.reading.text, caption.start, caption.end):
        return False
    if part.first >= top:
        return True
    if top - part.first - 1 > _CAPTIONS:
        return False
    cover = _folded(_words(document, part.first + 1, top))
    title = _title(document, top, preamble)
    return not any(letter.isdigit() for letter in cover) or (title is not None and _folded(title) in cover)


def _between(document: Document, first: int, last: int) -> Document:
    """The paragraphs `first` to `last` as a document."""
    return document.part(document.paragraphs[first].start, document.paragraphs[last - 1].end)


def _speaks(one: Document) -> Opening | None:
    """How an instrument opens that has lines to sign on behind its preamble; None for what is none."""
    place = opening(one)
    signed = (one.reading.at(signature.span.start) for signature in signatures(one))
    begun, done = place.preamble
    return place if begun < done and any(at >= done for at in signed) else None


def _is_whole(document: Document, above: int, top: int, preamble: int) -> bool:
    """Whether what stands above is an instrument, and not the cover page of the one below, which bears its title too."""
    one = _between(document, above, top)
    place, title = _speaks(one), _title(document, top, preamble)
    if place is None or title is None:
        return False
    covers = _folded(title) in _folded(one.reading.text[: place.preamble[0]])
    return not covers or any(numbered(one.reading.text, p.start, p.end) for p in one.paragraphs)


def _with_cover(document: Document, divisions: Divisions, top: int, preamble: int, above: int) -> int:
    """Where an instrument begins that has a table of contents: with that, and the cover page before it."""
    first = next(
        (first for first, end in divisions.contents if above < first and 0 <= top - end <= _BELOW), top
    )
    if first == top:
        return top
    cover = _top(document, first - 1, _COVER)
    title = _title(document, top, preamble)
    named = (
        cover is not None and title is not None and _folded(title) in _folded(_words(document, cover, first))
    )
    return cover if cover is not None and named and cover > above else first
