"""The tree of an instrument: its paragraphs under the articles, sections and clauses that they belong to.

In: a document and some of its paragraphs.  Out: provisions that hold every one of these paragraphs, in
order and without overlap.
"""

import itertools
from collections.abc import Iterable, Sequence, Set

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.numbers.captions import caption, defined
from conformed.instrument.numbers.markers import NOTES, Numbered, bare, numbered, opens
from conformed.instrument.numbers.sections import Setting, figures, follows, headings
from conformed.instrument.set_off.quotations import Quotation
from conformed.instrument.set_off.unquoting import continuing
from conformed.instrument.tree.growing import Tree
from conformed.instrument.tree.provision import Provision, ProvisionKind
from conformed.instrument.tree.unnumbered import unnumbered

__all__ = ["caption", "defined", "outline", "outline_within"]

_STRAY = pattern(r"\([a-z]\)\s(?=(?:Section|SECTION)\s\d{1,2}\.\d{1,3}\.\s)")
_UNPOINTED = pattern(r"(\d{1,2})(?:\s(\d{1,2})(?=\s[\"“A-Z])|[ \t]+(?=[A-Z]))")
_IN_CAPITALS = pattern(r"[A-Z]{3}(?:[A-Z]|[ ,/&-](?=[A-Z])){3,90}[ ](?=[A-Z][a-z])")  # a caption before the first word of a sentence
_CAPITAL = pattern(r"[A-Z][.)]\s")
_POINTS = frozenset(".)")
_LETTERED = pattern(r"\(?[A-Za-z]{1,2}[.)]\s")
_AGREES = pattern(r"\b(?:agree|certif|covenant)", ENGLISH)  # what follows is an instrument of its own
_NAMED_AGAIN = pattern(r"\s{1,4}(?:Section|Article|Paragraph|Clause)\s(?P<value>\d{1,3}(?:\.\d{1,3}){0,4}[A-Z]?)(?![\w.(]\w)")
_COUNTED = 3  # bare figures that count on
_WORDS = 60  # characters of a paragraph that is no name and no address
_PLACES = 2  # figures behind the point of a section
_TAIL = 160  # characters before a colon in which it is told what follows


def outline(  # noqa: PLR0913  (what a division of a document is)
    document: Document,
    first: int,
    last: int,
    *,
    set_off: Sequence[Quotation] = (),
    contents: Set[int] = frozenset(),
    prefix: str = "",
    root: tuple[ProvisionKind, str] = (ProvisionKind.INSTRUMENT, ""),
    titled: bool = False,
) -> Provision:
    """The tree of the paragraphs `first` to `last`, of which headings without numbers are sought where they are `titled`.

    `set_off` are texts for other instruments among them, `contents` the paragraphs of tables of contents;
    paths begin with `prefix` ("Exhibit A/" within an exhibit).
    """
    paragraphs = document.paragraphs
    quoted = {
        number: quotation
        for quotation in set_off
        for number in range(quotation.first, quotation.last)
        if paragraphs[number].start >= quotation.start
    }
    inline = {quotation.first: quotation for quotation in set_off if quotation.first not in quoted}
    own = [number for number in range(first, last) if number not in quoted and number not in contents]
    opening = _numbers(document, own)
    settings = (_setting(document, number, found, first) for number, found in opening.items())
    chosen = headings(list(opening.values()), settings)
    heads = {number: found for (number, found), taken in zip(opening.items(), chosen, strict=True) if taken}
    tree = Tree(document, prefix, root, paragraphs[first].start if first < last else 0, inline, contents)
    titles = unnumbered(document, own) if titled and not opening else {}
    pending: list[int] = []
    for number in range(first, last):
        if number in heads or number in titles:
            tree.fill(pending, quoted)
            pending = []
            if number in heads:
                tree.head(number, heads[number])
            else:
                tree.title(number, titles[number])
        pending.append(number)
    tree.fill(pending, quoted)
    return tree.stack[0].freeze(paragraphs[last - 1].end if last > first else 0)


def _setting(document: Document, number: int, found: Numbered, first: int) -> Setting:
    """How the number that opens a paragraph is set; a caption may stand below that of an article."""
    text, end = document.reading.text, document.paragraphs[number].end
    alone = found.outer and found.end == end
    captioned = alone or caption(text, found.end, end) is not None
    again = _NAMED_AGAIN.match(text, found.end, end)
    repeated = again is not None and again["value"] == found.value
    return Setting(captioned, _leads(document, number - 1, first), repeated)


def _leads(document: Document, number: int, first: int) -> bool:
    """Whether a paragraph leads to a list of plain figures: with a colon at its end, or as a clause with a letter."""
    if number < first:
        return False
    text, start, end = document.reading.text, document.paragraphs[number].start, document.paragraphs[number].end
    if _LETTERED.match(text, start):
        return True
    words = text[max(start, end - _TAIL) : end]
    return words[-1] == ":" and not words.isupper() and not _AGREES.search(words)


def outline_within(
    document: Document, start: int, end: int, root: tuple[ProvisionKind, str]
) -> tuple[Document, Provision]:
    """The tree of the characters `start` to `end` of a reading, and the document that holds only these.

    The marks in them that tell only that they are quoted are left out.
    """
    marks = continuing(document.reading.text, start, end)
    part = document.part(start, end).without([mark - start for mark in marks])
    return part, outline(part, 0, len(part.paragraphs), root=root)


def _numbers(document: Document, own: Sequence[int]) -> dict[int, Numbered]:
    """The numbers with which paragraphs open as articles or sections may."""
    text = document.reading.text
    starts = {number: document.paragraphs[number].start for number in own}
    opening: dict[int, Numbered] = {}
    before, article = "", ""
    for number, start in starts.items():
        end = document.paragraphs[number].end
        if not opens(text, start):
            found = _strayed(text, start, end, opening.values())
        else:
            row = document.paragraphs[number].row  # whose first cell may be a figure
            found = numbered(text, start, end) or (None if row else bare(text, start, end)) or _unpointed(text, start, end, before)
        if found:
            if text[start] in NOTES and not (before and follows(before, found.value)):
                continue  # of an entry in a list
            if found.word == "article":
                article = found.value
            elif not found.word and "." in found.value and not found.value[0].isdigit():
                if not article or figures(article) != figures(found.value)[:1]:
                    continue
                figure = found.value.rpartition(".")[2]
                found = msgspec.structs.replace(found, value=f"{int(figures(article)[0])}.{figure}")
            opening[number], before = found, found.value
    if article:  # what is called a part then is no provision of the articles' rank
        opening = {number: found for number, found in opening.items() if found.word not in {"part", "chapter"}}
    for number in (*_amounts(document, opening), *_uncounted(document, opening), *_alike(opening)):
        del opening[number]
    for number in _beneath_letters(text, list(starts.items()), opening):
        del opening[number]
    lettered = any(text[start] == "A" and _CAPITAL.match(text, start) for start in starts.values())
    opening.update(_over_figures(document, opening, lettered=lettered))
    return opening


def _unpointed(text: str, start: int, end: int, before: str) -> Numbered | None:
    """The number of a section from which a scan or a typist lost the point, where it comes next: `1 2` behind 1.1.

    A figure without a point has a caption behind it, before the words of its section: `5 Notices. Each ...` behind 4.
    """
    match = _UNPOINTED.match(text, start) if before else None
    value = ".".join(filter(None, match.groups())) if match else ""
    if match is None or not follows(before, value):
        return None
    if match[2]:
        return Numbered(value, "", "", start, match.end())
    found = caption(text, match.end(), end)
    titled = (found and found[1] < end and text[found[1]].isupper()) or _IN_CAPITALS.match(text, match.end(), end)
    return Numbered(value, "", ".", start, match.end()) if titled else None


def _amounts(document: Document, opening: dict[int, Numbered]) -> list[int]:
    """The paragraphs that are only a figure, none of which is the next of another: sums and marks of a table, cell by cell."""
    alone = [
        number
        for number, found in opening.items()
        if not found.word and found.value.count(".") == 1 and not found.point
        and found.end >= document.paragraphs[number].end
    ]  # fmt: skip
    values = [found.value for found in opening.values()]
    counted = {one for before, one in itertools.pairwise(values) if follows(before, one)}
    counted |= {before for before, one in itertools.pairwise(values) if follows(before, one)}
    if any(opening[number].value in counted for number in alone):
        return []
    marks = [number for number in alone if len(opening[number].value.rpartition(".")[2]) > _PLACES]
    return alone if len(alone) >= _COUNTED else marks


def _strayed(text: str, start: int, end: int, before: Iterable[Numbered]) -> Numbered | None:
    """The number of a section before which the letter of a clause stands by a slip, where it comes next to one `before`.

    `(b) Section 1.02. Notices.` behind `Section 1.01.` has a caption, and is no clause about that section.
    """
    match = _STRAY.match(text, start)
    found = numbered(text, match.end(), end) if match else None
    if found is None or caption(text, found.end, end) is None:
        return None
    if not any(one.word == "section" and "." in one.value and follows(one.value, found.value) for one in before):
        return None
    return msgspec.structs.replace(found, start=start)


def _uncounted(document: Document, opening: dict[int, Numbered]) -> list[int]:
    """The paragraphs with a bare figure before a caption that is not in capitals, where no count makes it a section's.

    Several that count on are sections, the first of them with words below it, and one with dotted numbers of its own behind it.
    """
    text, paragraphs = document.reading.text, document.paragraphs
    behind = dict(itertools.pairwise(opening))
    run: list[int] = []
    doubtful: set[int] = set()
    for number, found in opening.items():
        if found.word or found.point or "." in found.value:
            continue
        if run and int(found.value) != int(opening[run[-1]].value) + 1:
            run = []
        run.append(number)
        if len(run) >= _COUNTED and _speaks(document, run[0] + 1):
            doubtful.difference_update(run)
        elif not (
            text[found.end : paragraphs[number].end].isupper()
            or (number in behind and opening[behind[number]].value.startswith(f"{found.value}."))
        ):
            doubtful.add(number)
    return sorted(doubtful)


def _alike(opening: dict[int, Numbered]) -> list[int]:
    """The paragraphs that all have the first number, as where a file lost what counts them: the items of lists."""
    plain = [number for number, found in opening.items() if not found.word and found.point == "." and found.value.isdigit()]
    first = [number for number in plain if opening[number].value == "1"]
    return first if len(first) >= _COUNTED and len(first) == len(plain) else []


def _speaks(document: Document, number: int) -> bool:
    """Whether a paragraph has words of a provision: it is long, or ends as a sentence does, or has a number of its own."""
    if number >= len(document.paragraphs):
        return False
    start, end = document.paragraphs[number].start, document.paragraphs[number].end
    text = document.reading.text
    return end - start > _WORDS or text[end - 1] in ".]" or numbered(text, start, end) is not None


def _over_figures(
    document: Document, opening: dict[int, Numbered], *, lettered: bool
) -> dict[int, Numbered]:
    """The roman numbers, each with a caption, above sections whose numbers begin with theirs, or are plain figures.

    Plain figures may stand below letters instead, where the text is `lettered`.
    """
    romans = {n: found for n, found in opening.items() if not found.word and not found.value[0].isdigit()}
    if not {"I", "II"} <= {found.value for found in romans.values()}:
        return {}
    plain = not lettered and any(not found.word and found.value.isdigit() for found in opening.values())
    if not (plain or _begin_with(opening, romans)):
        return {}
    text, paragraphs = document.reading.text, document.paragraphs
    if any(caption(text, found.end, paragraphs[number].end) is None for number, found in romans.items()):
        return {}
    return {number: msgspec.structs.replace(found, word="heading") for number, found in romans.items()}


def _begin_with(opening: dict[int, Numbered], romans: dict[int, Numbered]) -> bool:
    """Whether the sections behind the roman numbers begin with theirs: 6.01 behind VI."""
    below = [
        (figures(opening[number].value), figures(behind.value))
        for number, behind in zip(opening, list(opening.values())[1:], strict=False)
        if number in romans and "." in behind.value
    ]
    return len(below) > 1 and all(dotted[:1] == roman for roman, dotted in below)


def _beneath_letters(text: str, starts: Sequence[tuple[int, int]], opening: dict[int, Numbered]) -> list[int]:
    """The paragraphs whose number is no section's: a letter read as a roman one, or figures below letters.

    Where a text, or one article of it, is divided `A.`, `B.` and then `1.`, `2.`, the letters come first.
    """
    roman = {found.value for found in opening.values() if not found.word and not found.value[0].isdigit()}
    letters = {
        number for number, found in opening.items() if found.value in roman and not {"I", "II"} <= roman
    }
    beneath = set(letters)
    figures: list[int] = []
    capitals: list[tuple[int, str]] = []
    for number, start in starts:
        found = opening.get(number)
        if found is not None and found.outer:
            beneath.update(_figures_beneath(opening, figures, capitals))
            figures, capitals = [], []
            continue
        if found is not None and number not in letters:
            figures.append(number)
        if text[start + 1 : start + 2] in _POINTS and _CAPITAL.match(text, start):
            capitals.append((number, text[start]))
    return [*beneath, *_figures_beneath(opening, figures, capitals)]


def _figures_beneath(
    opening: dict[int, Numbered], figures: Sequence[int], capitals: Sequence[tuple[int, str]]
) -> Sequence[int]:
    """The paragraphs with plain figures, of the `figures`, where the `capitals` begin before them."""
    if any(opening[number].word or not opening[number].value.isdigit() for number in figures):
        return ()
    outer = next((number for number, letter in capitals if letter == "A"), None)
    if outer is None or not figures or outer > figures[0]:
        return ()
    return figures if any(letter == "B" for _, letter in capitals) else ()
