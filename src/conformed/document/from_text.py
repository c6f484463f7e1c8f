"""Plain text as filed: bytes to a Document.

In: a name and the bytes of a text file.  Out: the document, whose reading joins lines to paragraphs.  Afterwards
each word that is no page furniture stands in exactly one paragraph.  Raises `Unreadable` for an empty or binary
file.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence

from conformed.document.document import Document, Line, Paragraph, Unreadable
from conformed.document.furniture import furniture
from conformed.document.reading import Fold

_LINE = re.compile(r"[^\n]*\n?")
_WORDS = re.compile(r"\S+(?: \S+)*")
_COLUMNS = re.compile(r"\S(?:\t[\t ]*| {4,})(?=\S)")
_CELLS = re.compile(r"\S+(?:[ ]\S+)*")
# What opens a provision, a definition or a signature line, and so a paragraph, whatever stands before it.
_MARKER = re.compile(
    r"""(?:
      \(?[a-zA-Z]{1,2}\)\s | \(?(?:[ivxlc]{1,6}|[IVXLC]{1,6})\)\s | \(?\d{1,3}\)\s
    | [a-zA-Z]\.\s | \d{1,3}(?:\.\d{1,3})*\.?\s+[A-Z"“`'] | \d{1,3}\.\s
    | (?:SECTION|Section|ARTICLE|Article|EXHIBIT|SCHEDULE|ANNEX|ATTACHMENT|Attachment)\s+[\dIVXLA-Z]
    | (?:WHEREAS|NOW,?\s+THEREFORE|IN\s+WITNESS\s+WHEREOF)\b
    | [•·*–-]\s+\S
    | ["“`'*]+\s?[A-Z][^"”]{0,80}["”*']+\s+(?:means|shall\s+mean|has\s+the|shall\s+have|-)
    | (?:By|Name|Title|Its|Date|Attest)\s?:
    )""",
    re.VERBOSE,
)
_LABEL = re.compile(r"(?:By|Name|Title|Its|Date|Attest)\s?:", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:sections?|articles?|clauses?|paragraphs?|subsections?|subclauses?|exhibits?|schedules?|annex|attachments?|and|or|to|of|in|the|than"
    r"|with|by|under|no|nos|through|from)\.?,?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.:;!?][\"”'’)*\]]*(?:\s*(?:and|or))?$|[\"”]$")
_QUOTED = re.compile(r"[^.:;!?,\s][\"”]$")  # a term in quotation marks, behind which the sentence may go on
_OPEN_TERM = re.compile(r"(?:^|\s|“)“[^“”]{1,60}$")  # a term that the line end breaks
_CLOSING_TERM = re.compile(r"[^“”]{1,60}”")
_LOWER = re.compile(r"[\"“(\[]?[a-z]")
_LONG = 100  # columns: a line so wide is no heading and no address
_RULE = re.compile(r"[\s_=*.\-–—·]+")


def from_text(name: str, data: bytes) -> Document:
    """Read the text file `name`, whose bytes are `data`.

    Decoded as UTF-8, else as Windows-1252 (what filings of the 1990s hold), else as Latin-1.
    """
    text, encoding = _decoded(name, data)
    every = list(_lines(text))
    passed, breaks = furniture(text, every)
    lines = _without(text, every, passed)
    tables = _tables(text)
    fold, paragraphs = Fold(), []
    for first, last, row in _paragraphs(text, lines, tables):
        fold.join("\n")
        start = fold.length
        _copy(text, lines[first:last], row, fold)
        paragraphs.append(Paragraph(start, fold.length, lines[first].indent, row, (first, last)))
    return Document(
        id=hashlib.sha256(data).hexdigest()[:12],
        name=name,
        encoding=encoding,
        text=text,
        breaks=tuple(breaks),
        lines=tuple(lines),
        paragraphs=tuple(paragraphs),
        reading=fold.reading(),
    )


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    if not data.strip():
        raise Unreadable(f"{name} is empty: nothing can be read from it. Give the file that holds the text.")
    if b"\0" in data[:65536] or data[:4] in {b"%PDF", b"PK\x03\x04"}:
        raise Unreadable(f"{name} is not a text file: Conformed reads plain text. Save it as text and give that.")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _lines(text: str) -> Iterable[Line]:
    """The lines that hold words."""
    gap = 0
    for match in _LINE.finditer(text):
        whole = match[0]
        words = whole.strip(" \t\r\n\v\ufeff\xa0")
        if not words:
            gap += 1
            continue
        margin = whole[: whole.index(words[0])]
        start = match.start() + len(margin)
        yield Line(start, start + len(words), len(margin.expandtabs(8)), gap, turned=False)
        gap = 0


def _without(text: str, every: Sequence[Line], passed: frozenset[int]) -> list[Line]:
    """The lines that are no furniture, with the gaps and page ends that furniture leaves between them."""
    kept: list[Line] = []
    gap, turned = 0, False
    for number, line in enumerate(every):
        gap += line.gap
        if number in passed:
            gap += 1
            turned = turned or text[line.start : line.end].lstrip()[:5].upper() in {"<PAGE", "\f"} or line.end - line.start <= 7
            continue
        kept.append(Line(line.start, line.end, line.indent, gap, turned))
        gap, turned = 0, False
    return kept


def _tables(text: str) -> list[tuple[int, int]]:
    """The stretches between `<TABLE>` and `</TABLE>`."""
    found = []
    upper, start = text.upper(), 0
    while (start := upper.find("<TABLE>", start)) >= 0:
        end = upper.find("</TABLE>", start)
        if end < 0:
            break
        found.append((start, end))
        start = end
    return found


def _paragraphs(text: str, lines: Sequence[Line], tables: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    """The paragraphs: numbers of the first line and the one after the last, and whether it is a row."""
    edge = _right_edge(lines)
    rows = _rows(text, lines, tables)
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or rows[number] or rows[number - 1] or _parts(text, lines[number - 1], lines[number], edge):
            if number > first:
                yield first, number, rows[first]
            first = number


def _right_edge(lines: Sequence[Line]) -> int:
    """The column to which the lines of the document are filled."""
    if not lines:
        return 0
    columns = sorted(line.indent + line.end - line.start for line in lines)
    return columns[len(columns) * 9 // 10]


def _rows(text: str, lines: Sequence[Line], tables: Sequence[tuple[int, int]]) -> list[bool]:
    """For each line, whether it is a row: in a marked table, or laid out in columns like the line beside it."""
    columns = [_in_columns(text[line.start : line.end]) for line in lines]
    rows = []
    table = 0
    for number, line in enumerate(lines):
        while table < len(tables) and tables[table][1] < line.start:
            table += 1
        in_table = table < len(tables) and tables[table][0] <= line.start
        beside = (number > 0 and columns[number - 1]) or (number + 1 < len(lines) and columns[number + 1])
        rows.append(in_table or (columns[number] and beside))
    return rows


def _in_columns(words: str) -> bool:
    """Whether a line stands in columns: a wide gap, and not just behind a marker."""
    if "\t" not in words and "    " not in words:
        return False
    marker = _MARKER.match(words)
    return bool(_COLUMNS.search(words, marker.end() - 1 if marker else 0))


def _parts(text: str, above: Line, below: Line, edge: int) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    upper, lower = text[above.start : above.end], text[below.start : below.end]
    if _RULE.fullmatch(upper) or _RULE.fullmatch(lower):
        return True
    width = above.indent + above.end - above.start
    ended = bool(_ENDED.search(upper))
    refers = bool(_REFERS.search(upper))
    if below.gap or below.turned:
        if ended:
            return True
        if _LOWER.match(lower) and not _MARKER.match(lower):
            return False
        full = width >= 0.6 * edge and above.end - above.start >= 0.5 * edge
        goes_on = (full and (refers or below.turned)) or (refers and below.turned)
        return not (goes_on and not _MARKER.match(lower) and not _LABEL.match(upper))
    if _OPEN_TERM.search(upper) and _CLOSING_TERM.match(lower):
        return False
    if _QUOTED.search(upper) and lower[0].islower() and not _MARKER.match(lower):
        return False
    if _MARKER.match(lower) and not refers:
        return ended or width < 0.7 * edge or not lower[0].isdigit()
    first_word = lower.split(None, 1)[0]
    short = width + 1 + len(first_word) < min(0.72 * edge, _LONG)
    if short and (ended or not _LOWER.match(lower)):
        return not refers
    return ended and below.indent >= above.indent + 3 and not _LOWER.match(lower)


def _copy(text: str, lines: Sequence[Line], row: bool, fold: Fold) -> None:
    """Take the words of a paragraph's lines into the reading."""
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        if number:
            before = text[lines[number - 1].end - 2 : lines[number - 1].end]
            fold.join("" if before[-1:] == "-" and before[:1].isalpha() and words[0].islower() else " ")
        if row:
            for cell, match in enumerate(_CELLS.finditer(words)):
                if cell:
                    fold.join("\t")
                fold.copy(match[0], line.start + match.start())
        elif "  " in words or not words.isprintable():
            for piece, match in enumerate(re.finditer(r"[^\s\xa0]+(?: [^\s\xa0]+)*", words)):
                if piece:
                    fold.join(" ")
                fold.copy(match[0], line.start + match.start())
        else:
            fold.copy(words, line.start)
