"""HTML as filed: bytes to a Document.

In: a name and the bytes of an HTML file.  Out: the document, whose text is what a browser shows: blocks are paragraphs,
rows of tables rows, numbers of lists those that a browser counts (HTML Living Standard, 4.4.5 and 15.3), pages end where
the style breaks them (CSS 2.2, 13.3).  Words that stand there struck through stand in the text and not in the reading.
Nothing is fetched, and no script runs.  Raises `Unreadable`.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Any

from conformed.basis.pattern import pattern
from conformed.document.decoded import decoded
from conformed.document.document import Change, Document, Unreadable
from conformed.document.laid_out import transcribed
from conformed.document.lists import counted
from conformed.document.parsers import parser_for
from conformed.document.transcript import CELLS, PAGE_END, Cells, Line, Piece, Transcript, table

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary ul caption".split()
)
_UNSEEN = frozenset("head script style template noscript object iframe svg math select textarea audio video canvas".split())
_STRUCK = frozenset("del s strike".split())
_TABLE = frozenset("table tr td th".split())
_DEEPEST = 60  # tables within each other
_ATTRIBUTES = 10_000  # of an element: the parser compares each with all before it
_CHARSET = pattern(r"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?(?P<name>[\w.:-]{1,40})""", re.IGNORECASE)
_ENCODINGS = (  # of bytes in which markup can state one, as browsers know them (WHATWG Encoding, 4.2), by the names that Python gives them
    "ascii", "big5", "cp125", "cp866", "cp874", "cp932", "cp949", "euc", "gb", "iso8859", "koi8", "mac", "shift_jis", "utf-8",
)  # fmt: skip
_DECLARED = pattern(r"\s{0,200}<\?xml[^>]{0,200}\?>")
_BREAKS = pattern(r"(?:page-)?break-(?P<side>before|after)\s{0,9}:\s{0,9}(?:always|page|left|right)", re.IGNORECASE)
_HIDDEN = pattern(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_THROUGH = pattern(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,60}line-through", re.IGNORECASE)
_BLANKS = pattern(r"[ \t\n\r\f]+")


def from_html(name: str, data: bytes) -> Document:
    """Read the HTML file `name`, whose bytes are `data`.  Raises `Unreadable`."""
    written = Transcript()
    for line in shown(name, _text(name, data)):
        written.line(line)
    return transcribed(name, data, written)


def shown(name: str, markup: str) -> list[Line]:
    """The lines that a browser shows of markup, which stands in the file `name`.  Raises `Unreadable`."""
    seen = _Shown(name)
    for event, element in _events(name, markup):
        seen.begin(element) if event == "start" else seen.end(element)
    return seen.done()


def _text(name: str, data: bytes) -> str:
    """The characters of the file, by the encoding that it states, or as those of a text."""
    if stated := _CHARSET.search(data[:2048].decode("latin-1")):
        try:
            known = codecs.lookup(stated["name"]).name
            if known.startswith(_ENCODINGS):
                return data.decode(known)
        except (LookupError, UnicodeError):
            pass
    return decoded(name, data)[0]


def _events(name: str, text: str) -> Iterator[tuple[str, Any]]:
    """Each element as it begins and ends."""
    etree = parser_for(name, "HTML")
    if any(piece[:1].isalpha() and len(piece.partition(">")[0].split()) > _ATTRIBUTES for piece in text.split("<")):
        raise Unreadable(f"{name} holds an element of more than {_ATTRIBUTES:,} attributes: save it as text and give that.")
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_DECLARED.sub("", text, count=1), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise Unreadable(f"{name} nests its elements too deep to be read: save it as text and give that.")
    if root is None:
        raise Unreadable(f"{name} holds no HTML that can be read: save it as text and give that.")
    return iter(etree.iterwalk(root, events=("start", "end")))


class _Shown:
    """What a browser shows of a file, element by element."""

    def __init__(self, name: str) -> None:
        """Begin with nothing shown."""
        self.name = name
        self.number = 0  # of the element
        self.unseen = self.struck = self.kept = 0  # how many of those around are not shown, struck through, kept as typed
        self.blocks: list[list[Line]] = [[]]  # the lines of the file, and of each cell around
        self.tables: list[list[list[tuple[int, list[Line]]]]] = []
        self.pieces: list[Piece] = []
        self.apart = True
        self.counts: list[Iterator[str]] = []

    def begin(self, element: Any) -> None:
        """An element begins."""
        self.number += 1
        tag, style = element.tag, element.get("style") or ""
        self.unseen += _is_unseen(element, style)
        self.struck += tag in _STRUCK or bool(style and _THROUGH.search(style))
        self.kept += tag == "pre"
        if tag == "br":
            self.apart = not self._flush()  # a second one leaves a blank line
        elif tag in _BLOCKS or tag in _TABLE:
            self._flush()
        if _breaks(style, "before"):
            self._page_end()
        if tag in {"ol", "ul", "menu", "dir"}:
            self.counts.append(counted(element))
        elif tag == "li" and self.counts:
            self._say(next(self.counts[-1]))
        elif tag == "table":
            if len(self.tables) == _DEEPEST:
                raise Unreadable(f"{self.name} nests more than {_DEEPEST} tables: save it as text and give that.")
            self.tables.append([])
            self.blocks.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.tables:
            self.blocks.append([])
        self._say(element.text)

    def end(self, element: Any) -> None:
        """An element ends, and what stands behind it begins."""
        tag, style = element.tag, element.get("style") or ""
        if tag in _BLOCKS or tag in _TABLE:
            self._flush()
        if tag in {"td", "th"} and self.tables:
            self._cell(element)
        elif tag == "table":
            self._table()
        elif tag in {"ol", "ul", "menu", "dir"}:
            self.counts.pop()
        if tag in _BLOCKS:
            self.apart = True
        if _breaks(style, "after"):
            self._page_end()
        self.unseen -= _is_unseen(element, style)
        self.struck -= tag in _STRUCK or bool(style and _THROUGH.search(style))
        self.kept -= tag == "pre"
        self._say(element.tail)

    def done(self) -> list[Line]:
        """All that was shown."""
        self._flush()
        return self.blocks[0]

    def _say(self, words: str | None) -> None:
        """Words stand where we are."""
        if not words or self.unseen:
            return
        if self.kept:
            first, *others = words.replace("\r\n", "\n").split("\n")
            self.pieces.append(Piece(first, self.number, self._change()))
            for line in others:
                self._flush()
                self.apart = False
                self.pieces.append(Piece(line, self.number, self._change()))
        else:
            self.pieces.append(Piece(_BLANKS.sub(" ", words), self.number, self._change()))

    def _change(self) -> Change | None:
        return Change(struck=True) if self.struck else None

    def _flush(self) -> bool:
        """The line ends; whether it holds words."""
        pieces = list(_trimmed(self.pieces))
        self.pieces = []
        if pieces:
            self.blocks[-1].append(Line(pieces, 0, self.apart))
            self.apart = True
        return bool(pieces)

    def _page_end(self) -> None:
        self._flush()
        if self.blocks[-1] and not self.unseen:
            self.blocks[-1].append(Line([Piece(PAGE_END, self.number)]))

    def _cell(self, element: Any) -> None:
        lines = self.blocks.pop()
        if not self.tables[-1]:
            self.tables[-1].append([])
        row = self.tables[-1][-1]
        row.append((len(row), lines))
        for _ in range(_span(element) - 1):
            row.append((len(row), []))
        self._bound(len(row))

    def _table(self) -> None:
        beside = self.blocks.pop()
        self._bound(max(map(len, self.tables[-1]), default=0))
        rows: list[Cells] = [*self.tables.pop()]
        self.blocks[-1] += beside
        self.blocks[-1] += table(rows)
        self.apart = True

    def _bound(self, columns: int) -> None:
        """Refuse a table of so many columns that would be set with blanks without end."""
        if columns * len(self.tables[-1]) > CELLS:
            raise Unreadable(f"{self.name} holds a table of more than {CELLS:,} cells: give it as a file of its own.")


def _is_unseen(element: Any, style: str) -> bool:
    return element.tag in _UNSEEN or bool(style and _HIDDEN.search(style)) or element.get("hidden") is not None


def _breaks(style: str, side: str) -> bool:
    return bool(style) and any(one["side"].lower() == side for one in _BREAKS.finditer(style))


def _span(element: Any) -> int:
    """How many columns a cell takes."""
    said = (element.get("colspan") or "1").strip()
    return min(max(int(said), 1), 100) if said.isdecimal() and len(said) <= 4 else 1


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of a line without blanks at its ends, and with one between words."""
    blank = True
    held: Piece | None = None
    for piece in pieces:
        words = piece.words.removeprefix(" ") if blank else piece.words
        if not words:
            continue
        blank = words[-1] == " "
        if held is not None:
            yield held
        held = piece._replace(words=words)
    if held is not None and (words := held.words.rstrip(" ")):
        yield held._replace(words=words)
