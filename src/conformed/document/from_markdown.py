"""Markdown: bytes to a Document (CommonMark 0.31, with the tables and struck words of GitHub's).

In: a name and the bytes of a text that is marked up.  Out: the document, whose text is what such a text shows: headings, lists
with their numbers, quotations indented, tables in columns; marks of markup do not stand in it.  Lines end where they end in
the file, as they are no paragraphs to one who types a signature block.  Words struck through are not read.  The elements
are the lines of the file.  Raises `Unreadable`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from conformed.basis.pattern import pattern
from conformed.document.decoded import decoded
from conformed.document.document import Change, Document, Unreadable
from conformed.document.from_html import shown
from conformed.document.laid_out import transcribed
from conformed.document.transcript import Cells, Line, Piece, Transcript, table

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HEADING = pattern(r"^#{1,6} {1,4}\S", re.MULTILINE)
_PLAINLY = 3  # headings of a text that is plainly marked up
_SEEN = 65536  # characters in which they show
_DEEPEST = 60  # quotations and lists within each other
_LINKS = 4000  # brackets of a text that may open links
_BARS = 100_000  # of a text that may part the cells of tables
_LARGEST = 4 << 20  # characters: each mark of a text can take hundreds of times its place in memory
_INDENT = 4  # columns of one
_BREAK = pattern(r"<br\b", re.IGNORECASE)
_STRIKES = pattern(r"<(?P<ends>/?)(?:s|del|strike)\b", re.IGNORECASE)


def is_markdown(name: str, data: bytes) -> bool:
    """Whether a text is marked up: its name says so, or it says of no format and the text plainly is.  A `.txt` file never is."""
    ending = name.lower().rpartition("/")[2].rpartition(".")[1:]
    if "".join(ending) in _NAMES:
        return True
    return not ending[0] and len(_HEADING.findall(data[:_SEEN].decode("latin-1"))) >= _PLAINLY


def from_markdown(name: str, data: bytes) -> Document:
    """Read the marked-up text `name`, whose bytes are `data`.  Raises `Unreadable`."""
    written = Transcript()
    for line in _Shown(name).lines(_tokens(name, decoded(name, data)[0])):
        written.line(line)
    return transcribed(name, data, written)


def _tokens(name: str, text: str) -> Sequence[Any]:
    """The blocks of a text, as they begin and end."""
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  (the extra `formats`)
    except ImportError:
        what = "pip install 'conformed[formats]'"
        raise Unreadable(f"{name} is Markdown, for which Conformed needs the extra `formats`: {what}, or save it as text.") from None
    if len(text) > _LARGEST:
        raise Unreadable(f"{name} is longer than Conformed reads Markdown: save it as text and give that.")
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * _DEEPEST}).enable(["table", "strikethrough"])
    parser.disable("reference")  # [Reserved]: what stands behind it is text
    if text.count("[") > _LINKS:
        parser.disable(["link", "image"])  # brackets without end would be looked through again from each
    if text.count("|") > _BARS:
        parser.disable("table")
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST for token in tokens):
        raise Unreadable(f"{name} nests its lists and quotations too deep to be read: save it as text and give that.")
    return tokens


class _Shown:
    """What a marked-up text shows, block by block."""

    def __init__(self, name: str) -> None:
        """Begin with nothing shown."""
        self.name = name
        self.indent = 0
        self.number = 1  # of the line of the file
        self.counts: list[Iterator[str]] = []
        self.marker = ""  # of the item that begins
        self.rows: list[list[tuple[int, list[Line]]]] = []
        self.is_cell = False

    def lines(self, tokens: Sequence[Any]) -> Iterator[Line]:
        """The lines of all blocks."""
        for token in tokens:
            if token.map:
                self.number = token.map[0] + 1
            yield from self._block(token)

    def _block(self, token: Any) -> Iterator[Line]:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            self.counts.append(_counted(token))
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.counts.pop()
        elif kind == "list_item_open":
            self.marker = next(self.counts[-1])
        elif kind == "list_item_close" and self.marker:
            yield Line([self._piece(self.marker.strip())], self.indent)  # of an item that says nothing
            self.marker = ""
        elif kind == "tr_open":
            self.rows.append([])
        elif kind in {"th_open", "td_open"}:
            self.is_cell = True
        elif kind == "table_close":
            rows: list[Cells] = [*self.rows]
            self.rows = []
            yield from table(rows)
        elif kind == "inline":
            yield from self._inline(token.children)
        elif kind in {"fence", "code_block"}:
            yield from self._as_typed(token.content.rstrip("\n").split("\n"))
        elif kind == "html_block":
            yield from self._html(token.content)
        elif kind == "hr" and token.markup[0] == "_":
            yield Line([self._piece(token.markup)], self.indent)  # where one is to sign
        self.indent += _INDENT * (token.nesting if kind.startswith(("blockquote", "list_item")) else 0)

    def _inline(self, children: Sequence[Any]) -> Iterator[Line]:
        """The lines of words, an item's with its number before the first; those of a cell are kept."""
        lines, self.marker = list(_split(self.marker, children, self)), ""
        if self.is_cell:
            self.rows[-1].append((len(self.rows[-1]), [Line(line.pieces) for line in lines if len(line)]))
            self.is_cell = False
        else:
            yield from (line for line in lines if len(line))

    def _as_typed(self, lines: Sequence[str]) -> Iterator[Line]:
        for at, line in enumerate(lines):
            words = line.strip()
            if words:
                yield Line([Piece(words, self.number + at)], self.indent + _INDENT + len(line) - len(line.lstrip()), not at or not lines[at - 1].strip())

    def _html(self, content: str) -> Iterator[Line]:
        for line in shown(self.name, f"<body>{content}"):
            yield Line([piece._replace(element=self.number) for piece in line.pieces], line.indent, line.apart)

    def _piece(self, words: str, *, struck: bool = False) -> Piece:
        return Piece(words, self.number, Change(struck=True) if struck else None)


def _split(marker: str, children: Sequence[Any], place: _Shown) -> Iterator[Line]:
    """The lines of words within a block."""
    begun = place.indent - _INDENT if marker else place.indent
    pieces = [place._piece(marker)] if marker else []
    struck, apart = 0, True
    for child in children:
        if child.type in {"softbreak", "hardbreak"} or (child.type == "html_inline" and _BREAK.match(child.content)):
            yield Line(pieces, begun, apart)
            pieces, begun, apart = [], place.indent, False
            place.number += child.type != "html_inline"
        elif child.type in {"s_open", "s_close"}:
            struck += child.nesting
        elif child.type == "html_inline":
            strikes = _STRIKES.match(child.content)
            struck = max(0, struck + ((-1 if strikes["ends"] else 1) if strikes else 0))
        elif child.type in {"text", "code_inline"} and child.content:
            pieces.append(place._piece(child.content, struck=struck > 0))
    yield Line(pieces, begun, apart)


def _counted(token: Any) -> Iterator[str]:
    """What stands before the items of a list."""
    if token.type == "bullet_list_open":
        while True:
            yield "• "
    number = int((token.attrs or {}).get("start", 1))
    while True:
        yield f"{number}{token.markup} "
        number += 1
