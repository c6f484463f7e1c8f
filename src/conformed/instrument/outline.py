"""The tree of an instrument: its paragraphs under the articles, sections and clauses that they belong to.

In: a document and some of its paragraphs.  Out: provisions that hold every one of these paragraphs, in order and
without overlap.
"""

import re
from collections.abc import Sequence, Set

from conformed.document import Document, Paragraph
from conformed.instrument.markers import FIRST, Numbered, bare, clauses, numbered
from conformed.instrument.numbering import DEFINITION, Marker, depths, ordinal
from conformed.instrument.provision import Provision, ProvisionKind
from conformed.instrument.quotations import Quotation
from conformed.instrument.sections import headings

_TERM = re.compile(
    r"(?:(?:[\"“]|``|'')\s?(?P<term>[^\"“”`\n]{1,90}?)[,.]?\s?(?:[\"”]|'')|[`'‘](?P<single>[A-Z][^\"“”`'‘’\n]{1,90})['’])[,:]?"
)
_TERM_OF = re.compile(
    r"\s?(?:\([^)\n]{0,100}\)\s?)?(?:[-–—:]\s?)?(?:(?:or|and)\s[\"“][^\"”\n]{1,80}[\"”]\s?)?(?:,\s[^,\n]{1,80},\s?)?"
    r"(?:shall\s(?:mean|have|be|include)|means?\b|has\s(?:the\s)?(?:same\s)?mean|have\s(?:the\s)?mean|is\sdefined|is\sused|of\s|when\sused|as\s(?:used|applied|of|to)|with\srespect|for\s|and\s[\"“]|includes?\b|:)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    "of and or the to in on for by with a an at as from under upon not no per vs into during other than after before"
    " between its that which through without re non".split()
)
_WORD = re.compile(r"[a-z]+")
_SET_LARGE = frozenset('0123456789(“"&/§$')
_HEADING_END = re.compile(r"[.:;](?=\s|$)|\s?[-–—]{1,2}\s|\.\s?[-–—]")
_CAPITAL = re.compile(r"[A-Z][.)]\s")
# Where a sentence may begin, and what ends in a full stop and is no sentence.
_SENTENCE = re.compile(r"[.?!][\"”’)]?\s+[\"“(]?(?=[A-Z])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|No|Nos|Sec|Inc|Co|Corp|Ltd|vs|Art|St|Mr|Ms|Dr)$")
_STOPPED = {". ", "? ", "! ", ".\t", ".\n"}
_DEFINED = 400  # characters of a paragraph in which the words that define its term stand
_HEADING = 130  # characters that a caption may have


class _Open:
    """A provision that is being filled."""

    __slots__ = (
        "body",
        "children",
        "heading",
        "indent",
        "kind",
        "label",
        "number",
        "paragraphs",
        "path",
        "rank",
        "run_in",
        "start",
    )

    def __init__(
        self,
        kind: ProvisionKind,
        label: str,
        path: str,
        number: str,
        start: int,
        body: int,
        *,
        rank: int = 0,
        run_in: bool = False,
        indent: int = 0,
    ) -> None:  # noqa: PLR0913
        self.kind, self.label, self.path, self.number, self.start, self.body = (
            kind,
            label,
            path,
            number,
            start,
            body,
        )
        self.rank, self.run_in, self.indent = rank, run_in, indent
        self.heading: str | None = None
        self.children: list[_Open] = []
        self.paragraphs = 0

    def freeze(self, end: int) -> Provision:
        """The provision, which ends at `end`."""
        children: tuple[Provision, ...] = ()
        if self.children:
            ends = [child.start for child in self.children[1:]]
            ends.append(end)
            children = tuple([child.freeze(until) for child, until in zip(self.children, ends, strict=True)])
        body = max(self.start, min(self.body, children[0].start if children else end))
        return Provision(
            self.kind,
            self.label,
            self.path,
            self.number,
            self.heading,
            self.start,
            body,
            end,
            self.run_in,
            children,
        )


# Ranks: what a provision of one kind can stand under.
_ROOT, _ARTICLE, _SECTION, _DEFINITION, _CLAUSE = 0, 1, 2, 8, 10


def outline(
    document: Document,
    first: int,
    last: int,
    *,
    set_off: Sequence[Quotation] = (),
    contents: Set[int] = frozenset(),
    prefix: str = "",
    root: tuple[ProvisionKind, str] = (ProvisionKind.INSTRUMENT, ""),
) -> Provision:
    """The tree of the paragraphs `first` to `last`.

    `set_off` are texts for other instruments among them, `contents` the paragraphs of tables of contents; paths
    begin with `prefix` ("Exhibit A/" within an exhibit).
    """
    text, paragraphs = document.reading.text, document.paragraphs
    quoted = {
        number: quotation
        for quotation in set_off
        for number in range(quotation.first, quotation.last)
        if paragraphs[number].start >= quotation.start
    }
    inline = {quotation.first: quotation.start for quotation in set_off if quotation.first not in quoted}
    own = [number for number in range(first, last) if number not in quoted and number not in contents]
    opening: dict[int, Numbered] = {}
    for number in own:
        start, end = paragraphs[number].start, paragraphs[number].end
        if text[start] in FIRST and (found := numbered(text, start, end) or bare(text, start, end)):
            opening[number] = found
    for number in _beneath_letters(text, [(number, paragraphs[number].start) for number in own], opening):
        del opening[number]
    captioned = [
        not found.word
        and "." not in found.value
        and caption(text, found.end, paragraphs[number].end) is not None
        for number, found in opening.items()
    ]
    chosen = headings(list(opening.values()), captioned)
    heads = {number: found for (number, found), taken in zip(opening.items(), chosen, strict=True) if taken}
    builder = _Builder(
        document, prefix, root, paragraphs[first].start if first < last else 0, inline, contents
    )
    pending: list[int] = []
    for number in range(first, last):
        if number in heads:
            builder.fill(pending, quoted)
            pending = []
            builder.head(number, heads[number])
        pending.append(number)
    builder.fill(pending, quoted)
    return builder.stack[0].freeze(paragraphs[last - 1].end if last > first else 0)


def _beneath_letters(text: str, starts: Sequence[tuple[int, int]], opening: dict[int, Numbered]) -> list[int]:
    """The paragraphs whose number is no section's: a letter read as a roman one, or figures below capital letters.

    Where a text is divided `A.`, `B.` and then `1.`, `2.`, the letters come first.
    """
    roman = {found.value for found in opening.values() if not found.word and not found.value[0].isdigit()}
    letters = [
        number for number, found in opening.items() if found.value in roman and not {"I", "II"} <= roman
    ]
    figures = [number for number in opening if number not in letters]
    if any(
        opening[number].word or "." in opening[number].value or opening[number].value in roman
        for number in figures
    ):
        return letters
    capitals = [(number, text[start]) for number, start in starts if _CAPITAL.match(text, start)]
    outer = next((number for number, letter in capitals if letter == "A"), None)
    if outer is None or not figures or outer > figures[0] or not any(letter == "B" for _, letter in capitals):
        return letters
    return letters + figures


class _Builder:
    """Adds paragraphs to a growing tree; `stack` are the provisions that are still open, outermost first."""

    def __init__(
        self,
        document: Document,
        prefix: str,
        root: tuple[ProvisionKind, str],
        start: int,
        inline: dict[int, int],
        contents: Set[int],
    ) -> None:
        self.document, self.prefix, self.inline, self.contents = document, prefix, inline, contents
        self.text = document.reading.text
        self.stack = [_Open(root[0], root[1], root[1], "", start, start, rank=_ROOT)]
        self.open_heading: _Open | None = None
        self.definition = -1  # the depth of the definition that is open; -1 where none is
        self.going_on = -1  # the depth of the deepest list that goes on behind this paragraph

    def head(self, number: int, found: Numbered) -> None:
        """Open the article or section that paragraph `number` is headed with."""
        article = found.word == "article"
        label = f"Article {found.value}" if article else found.value
        kind, rank = (
            (ProvisionKind.ARTICLE, _ARTICLE)
            if article
            else (ProvisionKind.SECTION, _SECTION + found.value.count("."))
        )
        self._close(rank)
        self.definition = -1
        if not article and rank > _SECTION and not self._beneath(found.value):
            self._close(_SECTION)
        paragraph = self.document.paragraphs[number]
        provision = _Open(
            kind,
            label,
            self.prefix + label,
            self.text[found.start : found.end],
            found.start,
            found.end,
            rank=rank,
            indent=paragraph.indent,
        )
        self._caption(provision, paragraph.end)
        self._open(provision)
        bare = provision.heading is None and self._skip(provision.body, paragraph.end) == paragraph.end
        self.open_heading = provision if bare else None

    def _beneath(self, value: str) -> bool:
        """Whether a dotted number stands under the section that is open: 1.1 under 1, 2.1.1 under 2.1."""
        return self.stack[-1].rank < _SECTION or value.startswith(self.stack[-1].label + ".")

    def _close(self, rank: int) -> None:
        while self.stack[-1].rank >= rank and len(self.stack) > 1:
            self.stack.pop()

    def _open(self, provision: _Open) -> None:
        self.stack[-1].children.append(provision)
        self.stack.append(provision)

    def _caption(self, provision: _Open, end: int) -> None:
        found = caption(self.text, provision.body, end)
        if found is not None:
            provision.heading, provision.body = found

    def fill(self, numbers: Sequence[int], quoted: dict[int, Quotation]) -> None:
        """Add the paragraphs of one section: its clauses, definitions, rows and plain paragraphs."""
        if not numbers:
            return
        markers: list[Marker] = []
        for number in numbers:
            if number not in quoted and number not in self.contents:
                markers.extend(self._markers(number, headed=number == numbers[0]))
        by_paragraph: dict[int, list[tuple[Marker, int]]] = {}
        placed = [
            (m, depth)
            for m, depth in zip(markers, depths(markers, self._sentences(markers)), strict=True)
            if depth is not None
        ]
        for marker, depth in placed:
            by_paragraph.setdefault(marker.paragraph, []).append((marker, depth))
        ahead = _going_on(placed)
        passed = 0
        for place, number in enumerate(numbers):
            if number in quoted:
                self._quotation(number, quoted[number])
                continue
            self.going_on = ahead[passed]
            within = by_paragraph.get(number, [])
            self._paragraph(number, within, headed=place == 0 and self._headed(number))
            passed += len(within)

    def _sentences(self, markers: Sequence[Marker]) -> list[tuple[int, bool]]:
        """For each marker how many sentences have begun before it, and whether one begins with it."""
        if not any(marker.run_in for marker in markers):
            return []
        text, found = self.text, []
        count, at = 0, markers[0].end
        for marker in markers:
            for match in _SENTENCE.finditer(text, at, marker.start):
                count += not _ABBREVIATION.search(text, max(0, match.start() - 5), match.start())
            begins = not marker.run_in or text[max(0, marker.start - 2) : marker.start] in _STOPPED
            found.append((count, begins))
            at = marker.end
        return found

    def _headed(self, number: int) -> bool:
        """Whether paragraph `number` is the one that opened the section."""
        return self.stack[-1].rank != _ROOT and self.stack[-1].start == self.document.paragraphs[number].start

    def _markers(self, number: int, *, headed: bool) -> list[Marker]:
        paragraph = self.document.paragraphs[number]
        start = paragraph.start
        for provision in self.stack if headed else ():
            if provision.start == start and provision.rank in range(_ARTICLE, _DEFINITION):
                start = self._skip(provision.body, paragraph.end)
        end = max(start, self.inline.get(number, paragraph.end))
        found = clauses(self.text, start, end, number, row=paragraph.row)
        if start == paragraph.start and not paragraph.row and self._defined(paragraph) is not None:
            return [Marker(DEFINITION, "", start, start, number, run_in=False), *found]
        return found

    def _skip(self, at: int, end: int) -> int:
        end = min(end, len(self.text))
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def _quotation(self, number: int, quotation: Quotation) -> None:
        if number == quotation.first:
            self._set_off(quotation.start)

    def _set_off(self, start: int) -> None:
        self.stack[-1].children.append(_Open(ProvisionKind.QUOTATION, "", "", "", start, start))

    def _paragraph(self, number: int, markers: list[tuple[Marker, int]], *, headed: bool) -> None:
        paragraph = self.document.paragraphs[number]
        if not headed and not (markers and markers[0][0].start == paragraph.start):
            self._plain(number)
        for place, (marker, depth) in enumerate(markers):
            if marker.value == DEFINITION:
                self._definition(number, depth)
            else:
                last = place + 1 == len(markers)
                self._clause(marker, depth, paragraph, paragraph.end if last else markers[place + 1][0].start)
        if number in self.inline:
            self._set_off(self.inline[number])

    def _plain(self, number: int) -> None:
        """A paragraph without number: the rest of a heading, a definition, a row, or text of its own."""
        paragraph = self.document.paragraphs[number]
        words = self.text[paragraph.start : paragraph.end]
        bare, self.open_heading = self.open_heading, None
        if bare is not None and not paragraph.row and number not in self.contents:
            if len(words) <= _HEADING and _is_caption(words):
                bare.heading, bare.body = words, paragraph.end
                return
            if bare.kind is ProvisionKind.SECTION:
                bare.body = paragraph.start
                self._caption(bare, paragraph.end)
                return
        if paragraph.row or number in self.contents:
            kind = ProvisionKind.CONTENTS if number in self.contents else ProvisionKind.ROW
            self.stack[-1].children.append(_Open(kind, "", "", "", paragraph.start, paragraph.start))
            return
        if self._bare(paragraph.end):
            return
        self._flush(paragraph.indent, words)
        self.stack[-1].children.append(
            _Open(ProvisionKind.PARAGRAPH, "", "", "", paragraph.start, paragraph.start)
        )

    def _defined(self, paragraph: Paragraph) -> str | None:
        if self.text[paragraph.start] not in "\"“`'":
            return None
        return defined(self.text[paragraph.start : min(paragraph.start + _DEFINED, paragraph.end)])

    def _definition(self, number: int, depth: int) -> None:
        paragraph = self.document.paragraphs[number]
        term = self._defined(paragraph)
        self.open_heading = None
        self._close(_DEFINITION)
        self.definition = depth
        path, start = f"{self._path()}#{term}", paragraph.start
        self._open(
            _Open(
                ProvisionKind.DEFINITION,
                f"#{term}",
                path,
                "",
                start,
                start,
                rank=_DEFINITION,
                indent=paragraph.indent,
            )
        )

    def _bare(self, paragraph_end: int) -> bool:
        """Whether the clause that is open is so far only a marker on a line of its own: then this is its text."""
        clause = self.stack[-1]
        bare = (
            clause.rank >= _CLAUSE
            and not clause.children
            and not clause.paragraphs
            and self.text[clause.body - 1 : clause.body] == "\n"
        )
        clause.paragraphs += 1
        if bare and clause.heading is None:
            self._caption(clause, paragraph_end)
        return bare

    def _path(self) -> str:
        around = next(
            (
                provision.path
                for provision in reversed(self.stack)
                if _ARTICLE <= provision.rank < _DEFINITION
            ),
            None,
        )
        return around or (self.stack[0].path if self.stack[0].kind is ProvisionKind.SECTION else self.prefix)

    def _flush(self, indent: int, words: str) -> None:
        """A paragraph after a list belongs to what is around the list, unless it is set deeper than its items."""
        around = _CLAUSE + self.going_on
        while (
            self.stack[-1].rank > around
            and self.stack[-1].rank >= _CLAUSE
            and (self.stack[-1].run_in or indent <= self.stack[-1].indent or words[:1].islower())
        ):
            self.stack.pop()

    def _clause(self, marker: Marker, depth: int, paragraph: Paragraph, end: int) -> None:
        """Open a clause, whose own words end at `end`."""
        if depth <= self.definition:
            self._close(_DEFINITION)
            self.definition = -1
        self._close(_CLAUSE + depth)
        label = f"({marker.value})"
        around = next(
            provision for provision in reversed(self.stack) if provision.path or provision.rank == _ROOT
        )
        under = around.rank != _ROOT or around.kind is ProvisionKind.SECTION
        own = label if under or marker.shape == "()" else marker.value
        path = around.path + label if under else self.prefix + own
        provision = _Open(
            ProvisionKind.CLAUSE, label, path, self.text[marker.start : marker.end], marker.start, self._skip(marker.end, paragraph.end + 1),
            rank=_CLAUSE + depth, run_in=marker.run_in, indent=paragraph.indent,
        )  # fmt: skip
        found = caption(self.text, provision.body, end)
        if found is not None and (found[1] < end or end == paragraph.end):
            provision.heading, provision.body = found
        self._open(provision)


def _going_on(placed: Sequence[tuple[Marker, int]]) -> list[int]:
    """Before each marker, and behind the last, how deep a list goes on from there: its depth, or -1."""
    found, depths_ahead = [-1], 0  # a bit for each depth
    for marker, depth in reversed(placed):
        depths_ahead &= (1 << depth) - 1
        if all(place != 1 for _, place in ordinal(marker.value)):
            depths_ahead |= 1 << depth
        found.append(depths_ahead.bit_length() - 1)
    return found[::-1]


def caption(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The caption that stands at `at` before the words of a provision, and where these begin."""
    while at < end and text[at] in " \t":
        at += 1
    if at < end and not (text[at].isupper() or text[at] in '“"(['):
        return None
    words = text[at : min(end, at + _HEADING + 20)]
    stop = _HEADING_END.search(words)
    while stop is not None and _abbreviates(words, stop.start()):
        stop = _HEADING_END.search(words, stop.end())
    if stop is None:
        whole = words if at + len(words) >= end else ""
        if marked := _MARKED.search(whole):  # the first clause begins on the line of the caption
            title = whole[: marked.start()]
            return (title, at + marked.start() + 1) if _is_caption(title) else None
        return (whole, end) if whole and len(whole) <= _HEADING and _is_caption(whole) else None
    title = words[: stop.start()].strip()
    if (
        not title
        or len(title) > _HEADING
        or not _is_caption(title)
        or (stop[0] == ";" and at + stop.end() < end)
    ):
        return _caption_of_several(words, at, end)
    after = at + stop.end()
    while after < end and text[after] in " \t-–—":
        after += 1
    return title, after


_LETTERED = re.compile(
    r"\b(?:Exhibit|Schedule|Annex|Article|Part|Attachment|and|or|,)\s[\"“]?[A-Z][\"”]?$"
)  # a letter that names something, and is no initial
_FULL_STOP = re.compile(r"\.(?=\s|$)")
_MARKED = re.compile(r"\s\((?:[a-z]|i|1|A)\)$")


def _caption_of_several(words: str, at: int, end: int) -> tuple[str, int] | None:
    """A caption in parts: `Authorization of Agreements; Binding Obligations.`"""
    stop = _FULL_STOP.search(words)
    if (
        stop is None
        or ";" not in words[: stop.start()]
        or not all(_is_caption(piece.strip()) for piece in words[: stop.start()].split(";"))
    ):
        return None
    after = min(end, at + stop.end() + 1)
    return words[: stop.start()].strip(), after


def _abbreviates(words: str, at: int) -> bool:
    """Whether a full stop only ends an abbreviation or a number: `Amendment No. 2`, `Section 2.10`."""
    if words[at] != "." or _LETTERED.search(words, max(0, at - 16), at):
        return False
    return bool(_ABBREVIATION.search(words, max(0, at - 5), at))


def _is_caption(words: str) -> bool:
    """Whether words are set like a caption: each with a capital, but for the small ones."""
    pieces = words.split()
    if not pieces or len(pieces) > 18 or not (words[0].isupper() or words[0] in '“"(['):
        return False
    if words[-1] in ",;" or words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if words.isupper():
        return True
    return all(piece[0].isupper() or piece[0] in _SET_LARGE or _is_small(piece) for piece in pieces)


def _is_small(piece: str) -> bool:
    word = _WORD.match(piece)
    return word is not None and word[0] in _SMALL_WORDS and not piece[word.end() : word.end() + 1].isalnum()


def defined(words: str) -> str | None:
    """The term that a paragraph defines, where it opens with one."""
    match = _TERM.match(words)
    if match is None or not (match[0].endswith(":") or _TERM_OF.match(words, match.end())):
        return None
    return (match["term"] or match["single"]).strip()
