"""The large parts of an instrument: title, preamble, recitals, body, signature pages, exhibits.

In: a document.  Out: for each division the numbers of its first paragraph and the one after its last.  They
follow one another and leave no paragraph out.  The conventions are those of American contract drafting: a
centred title; a preamble that names the parties; recitals that end in words of agreement; numbered
provisions; a testimonium ("IN WITNESS WHEREOF"); then exhibits, each under a caption of its own.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.contents import ROMAN_PAGE, tables_of_contents
from conformed.instrument.divisions.part_captions import PART, Caption, captioned, name_of
from conformed.instrument.divisions.preamble import lines, speaks
from conformed.instrument.divisions.reciting import body_begins
from conformed.instrument.numbers.markers import numbered

_TESTIMONIUM = pattern(
    r"[_\s]{0,12}(?:\d{1,2}\.\s)?(?:IN\sW\w{3,8}S\s(?:WHERE?OF|HEREOF)|IN\sWITNESS\b|WITNESS\sthe\s(?:due|following)\b)",
    ENGLISH,
)
_TESTIFIES = frozenset("_ IiWw0123456789")  # with one of which it begins
_TO = pattern(r"(?:TO|To)\s(?!BE\b)")  # the line that says to what a part is attached
_BRACKETED = pattern(r"\([^()]{0,60}(?:\(\w{1,4}\)[^()]{0,20}){0,3}\)")  # which section speaks of a part
_WITH = pattern(r"(?:BETWEEN|AMONG|DATED|BY\sAND|AS\sOF)\b", ENGLISH)  # how that line may go on
_SHORT = 110  # characters of a paragraph that may be a heading
_LINES = 4  # below the caption of a part, in which its title begins
_ENTRY = 3  # paragraphs that an entry of a list of exhibits may have
_COVER = 60  # paragraphs behind a cover page in which the provisions begin
_LISTED = 3  # entries that make such a list
_BELOW = 12  # paragraphs between it and the first exhibit, or between a title page and the table of contents
_LONG = 200  # characters of a paragraph that is no entry of a list
_PART_TITLE = 140  # characters that the caption of a part may have


class Part(msgspec.Struct, frozen=True):
    """An exhibit, schedule or the like that stands in the file: paragraphs `first` to `last` (exclusive)."""

    name: str
    title: str
    first: int
    last: int


class Divisions(msgspec.Struct, frozen=True):
    """The divisions, each as paragraph numbers; empty where there is none.

    `annexed` are definitions that stand behind the signature pages under a caption of no exhibit; `contents` are the
    tables of contents wherever they stand, `back` the one behind all else.
    """

    title: tuple[int, int]
    preamble: tuple[int, int]
    recitals: tuple[int, int]
    body: tuple[int, int]
    signatures: tuple[int, int]
    annexed: tuple[int, int]
    parts: tuple[Part, ...]
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
    parts = _parts(document, texts[:back], testimonium, _prose(texts, preamble, passed), passed)
    last = parts[0].first if parts else back
    end = testimonium if testimonium is not None and testimonium < last else last
    opening, recitals = lines(texts, preamble, end, passed)
    body = body_begins(document, texts, recitals, end, named=opening < recitals)
    return Divisions(
        title=(0, opening),
        preamble=(opening, recitals),
        recitals=(recitals, body),
        body=(body, end),
        signatures=(end, last),
        annexed=(last, last),
        parts=parts,
        back=(back, len(texts)),
        contents=contents,
    )


def _prose(texts: list[str], preamble: int, passed: set[int]) -> int:
    """The paragraph behind the first that speaks: the preamble, or where none stands above it, a long one."""
    long = (n for n, text in enumerate(texts[:preamble]) if len(text) > _LONG and n not in passed)
    return next(long, preamble if preamble < len(texts) else 0) + 1


def _testimonium(texts: list[str], preamble: int, passed: set[int]) -> int | None:
    """The first paragraph of execution, but not one on a cover page, at once behind the preamble."""
    first = preamble if preamble < len(texts) else 0
    for number in range(first, len(texts)):
        if number not in passed and texts[number][0] in _TESTIFIES and _TESTIMONIUM.match(texts[number]):
            below = texts[number + 1 : number + 1 + _COVER]
            if number > first + 1 or not any(numbered(text, 0, len(text)) for text in below):
                return number
    return None


def _parts(
    document: Document, texts: list[str], testimonium: int | None, prose: int, passed: set[int]
) -> tuple[Part, ...]:
    """The exhibits: captions behind the testimonium, or at the top of a page, but none above all `prose`."""
    captions: list[tuple[int, str, str]] = []
    begun = testimonium if testimonium is not None else max(len(texts) // 8, prose)
    for number in range(max(begun, 1), len(texts)):
        text = texts[number]
        if number in passed or len(text) > _PART_TITLE or not (named := captioned(texts, number)):
            continue
        if _listed(document, texts, number, named):
            continue
        name, rest = named.name, named.rest
        if ROMAN_PAGE.search(text, max(0, len(text) - 8)):
            continue
        if (testimonium is None or not named.labelled) and not _alone(document, number):
            continue
        if not named.labelled and captions and number - captions[-1][0] < _ENTRY:
            continue  # the title of the part above
        if rest[:1].islower() and not rest.lower().startswith(("to ", "form")):
            continue
        known = next((one for one, other, _ in captions if other == name), None)
        if known is not None:
            listed = _list_begins(captions)
            if not _of_list(captions, listed, known, number) or not _farther(document, number, known):
                continue
            captions = captions[:listed]
        if _within(name, captions) or (captions and _is_foot(document, number, name, captions[-1][1])):
            continue
        captions.append((number, name, rest))
    parts = []
    for place, (number, name, rest) in enumerate(captions):
        last = captions[place + 1][0] if place + 1 < len(captions) else len(texts)
        titled = rest and not rest.lower().startswith("to ") and not _BRACKETED.fullmatch(rest)
        title = rest if titled else _title_below(texts, number, last)
        parts.append(Part(name, title[:_PART_TITLE], number, last))
    return tuple(parts)


def _listed(document: Document, texts: list[str], number: int, named: Caption) -> bool:
    """Whether a line that opens with the name of a part is one of a list: the next to it opens with another's, and both go on."""
    for other, below in ((number - 1, number), (number + 1, number + 1)):
        near = named.rest and below < len(texts) and not _gap(document, below)
        match = PART.match(texts[other]) if near else None
        if match and name_of(match) != named.name and match.end() < len(texts[other]):
            return True
    return False


def _gap(document: Document, number: int) -> bool:
    """Whether anything stands between a paragraph and the one above it."""
    line = document.lines[document.paragraphs[number].lines[0]]
    return bool(line.turned or line.gap)


def _list_begins(captions: Sequence[tuple[int, str, str]]) -> int:
    """The place of the first of the last captions that follow on each other, with no text of their own."""
    place = len(captions) - 1
    while place > 0 and captions[place][0] - captions[place - 1][0] <= _ENTRY:
        place -= 1
    return place


def _of_list(captions: Sequence[tuple[int, str, str]], first: int, known: int, number: int) -> bool:
    """Whether the captions from `first` are a list of exhibits, with `known` in it, which ends above `number`."""
    near = number - captions[-1][0] <= _BELOW
    return near and len(captions) - first >= _LISTED and known >= captions[first][0]


def _farther(document: Document, number: int, entry: int) -> bool:
    """Whether a caption stands apart as at the top of a page, and more so than the entry of a list does."""
    here, there = (document.lines[document.paragraphs[one].lines[0]] for one in (number, entry))
    return _alone(document, number) and (here.turned, here.gap) > (there.turned, there.gap)


def _title_below(texts: Sequence[str], number: int, last: int) -> str:
    """The title of the part whose caption stands at `number`: below it, and below `TO CREDIT AGREEMENT`."""
    below = texts[number + 1 : min(last, number + 1 + _LINES)]
    if not (below and _TO.match(below[0]) and len(below[0]) <= _PART_TITLE):
        return below[0] if below else ""
    return next((line for line in below[1:] if not _WITH.match(line)), below[0])


def inner_parts(document: Document, first: int, last: int) -> list[Part]:
    """The exhibits that stand within the attachment at the paragraphs `first` to `last`."""
    outer = document.reading.text[document.paragraphs[first].start : document.paragraphs[first].end]
    if not outer.lower().startswith("attachment"):
        return []
    captions = []
    for number in range(first + 1, last):
        text = document.reading.text[document.paragraphs[number].start : document.paragraphs[number].end]
        match = PART.match(text) if len(text) <= _PART_TITLE else None
        if (
            match
            and match["word"].lower() != "attachment"
            and not text[match.end() :].strip(" .:-")[:1].islower()
        ):
            captions.append((number, match))
    found = []
    for place, (number, match) in enumerate(captions):
        end = captions[place + 1][0] if place + 1 < len(captions) else last
        below = [
            document.reading.text[one.start : one.end]
            for one in document.paragraphs[number : min(end, number + _LINES + 1)]
        ]
        title = _title_below(below, 0, len(below))
        outer_name = PART.match(outer)
        name = name_of(match)
        prefix = f"Attachment {outer_name['value']}" if outer_name else "Attachment"
        found.append(Part(f"{prefix}/{name}", title[:_PART_TITLE], number, end))
    return found


def _within(name: str, captions: list[tuple[int, str, str]]) -> bool:
    """Whether an exhibit stands within an attachment: its outline finds it there."""
    return bool(captions) and captions[-1][1].startswith("Attachment") and not name.startswith("Attachment")


def _is_foot(document: Document, number: int, name: str, part: str) -> bool:
    """Whether a caption is the number of a page of the `part` above it: `Exhibit A-2` as the last line of a page of Exhibit A."""
    stem, _, count = name.rpartition("-")
    first, end = document.paragraphs[number].lines
    ends = end >= len(document.lines) or document.lines[end].turned
    return stem == part and count.isdecimal() and ends and not document.lines[first].turned


def _alone(document: Document, number: int) -> bool:
    """Whether a caption stands apart as one does at the top of a page."""
    line = document.lines[document.paragraphs[number].lines[0]]
    return line.turned or line.gap >= 2
