"""Word documents for the tests, written part by part, and typed text turned into one."""

import bisect
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from conformed.document import Document, Paragraph

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
_CLAUSE = re.compile(r"\(([a-z])\)\s+")


def parts(body: str, **others: str) -> dict[str, str]:
    """The parts of a document whose body holds `body`, with others by their names: styles, numbering, footnotes, endnotes."""
    related = "".join(f'<Relationship Id="r{name}" Type="{_KIND}/{name}" Target="{name}.xml"/>' for name in others)
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in others)
    relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    made = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships {relations}><Relationship Id="r" Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships {relations}>{related}</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    made |= {f"word/{name}.xml": f"<w:{_ROOTS[name]} {SPACES}>{inner}</w:{_ROOTS[name]}>" for name, inner in others.items()}
    return made


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def word(body: str, **others: str) -> bytes:
    """A Word document whose body holds `body`."""
    return zipped(parts(body, **others))


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def p(inner: str = "", properties: str = "") -> str:
    """A paragraph; words that are not marked up are a run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner if inner.startswith('<') or not inner else r(inner)}</w:p>"


def listed(words: str, level: int = 0, name: int = 1) -> str:
    """A paragraph of a list."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')


def levels(*of: str | tuple[str, str] | tuple[str, str, str]) -> str:
    """The levels of a numbering: of each its text, its format, and what else it holds."""
    made = ""
    for at, one in enumerate(of):
        text, form, more = (*((one, "decimal", "") if isinstance(one, str) else one), "")[:3]
        start = "" if "<w:start " in more else '<w:start w:val="1"/>'
        made += f'<w:lvl w:ilvl="{at}">{start}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    return made


def numbering(*abstract: str, lists: str = "") -> str:
    """Numberings, each with a list of the same number, from 1, and more lists."""
    kinds = "".join(f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(abstract, 1))
    own = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(abstract) + 1))
    return kinds + own + lists


def as_word(document: Document, *, counted: bool = False) -> bytes:
    """A document that was typed, as Word would hold it: its paragraphs, rows, pages; its clauses (a), (b) as a list where `counted`."""
    body = "".join(_paragraphs(document, counted=counted))
    return word(body, numbering=numbering(levels(("(%1)", "lowerLetter")), lists=_RESTARTED))


_RESTARTED = "".join(
    f'<w:num w:numId="{name}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    for name in range(2, 99)
)


def _paragraphs(document: Document, *, counted: bool) -> Iterator[str]:
    rows: list[list[tuple[int, str]]] = []
    name, expected = 1, "a"
    turned = 0
    for paragraph in document.paragraphs:
        runs = ""
        words = document.reading.text[paragraph.start : paragraph.end]
        if paragraph.row:
            rows.append(_cells(document, paragraph))
            continue
        yield from _table(rows)
        rows = []
        clause = _CLAUSE.match(words) if counted else None
        number = clause is not None and clause[1] in {"a", expected}
        at = paragraph.start + (clause.end() if clause and number else 0)
        while at < paragraph.end:
            page = _page(document, at)
            end = next((place for place in range(at, paragraph.end) if _page(document, place) != page), paragraph.end)
            runs += "<w:r><w:lastRenderedPageBreak/></w:r>" * (page - turned) + r(document.reading.text[at:end])
            at, turned = end, page
        if clause and number:
            name += clause[1] == "a"
            expected = chr(ord(clause[1]) + 1)
            yield listed(runs, 0, name)
        else:
            yield p(runs)
    yield from _table(rows)


def _page(document: Document, at: int) -> int:
    return bisect.bisect_right(document.breaks, document.reading.source(at))


def _cells(document: Document, paragraph: Paragraph) -> list[tuple[int, str]]:
    """The cells of a row, each with the column in which it is typed."""
    cells, at = [], paragraph.start
    for words in document.reading.text[paragraph.start : paragraph.end].split("\t"):
        place = document.reading.source(at)
        cells.append((place - document.text.rfind("\n", 0, place), words))
        at += len(words) + 1
    return cells


def _table(rows: list[list[tuple[int, str]]]) -> Iterator[str]:
    columns = sorted({column for row in rows for column, _ in row})
    made = ("".join(f"<w:tc>{p(dict(row).get(column, ''))}</w:tc>" for column in columns) for row in rows)
    if rows:
        yield f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in made)}</w:tbl>"
