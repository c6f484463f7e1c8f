"""PDFs for the tests: pages set by a typesetter, and files written by hand where they are to be hostile."""

import itertools
import json
import zlib

import typst

from conformed.document import Document

_INDENT = 5  # points of a column of the text


def typeset(source: str) -> bytes:
    """The PDF that Typst makes of `source`."""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def said(words: str) -> str:
    """Words as they are, in the midst of a source."""
    return f"#{json.dumps(words, ensure_ascii=False)}"


def set_anew(document: Document, *, head: str, columns: int = 1) -> bytes:
    """A document of text set as a law firm would: filled lines, hyphenated, with a running head and page numbers."""
    source = [
        f'#set page("us-letter", margin: 1in, columns: {columns}, header: [{said(head)}],',
        "footer: context [#align(center)[#counter(page).display()]])",
        '#set text(size: 11pt, lang: "en", hyphenate: true)\n#set par(justify: true, spacing: 1.4em)\n',
    ]
    for row, run in itertools.groupby(document.paragraphs, key=lambda one: one.row):
        held = list(run)
        if row:
            lines = document.lines[held[0].lines[0] : held[-1].lines[1]]
            typed = "".join("\n" * (line.gap + 1) + " " * line.indent + document.text[line.start : line.end] for line in lines)
            source.append(f"#text(size: 8pt)[#raw(block: true, {json.dumps(typed[1:], ensure_ascii=False)})]\n")
        else:
            for one in held:
                first = document.lines[one.lines[0]]
                above = "" if first.gap or first.turned else "above: 0.65em, "
                words = said(document.reading.text[one.start : one.end])
                source.append(f"#block({above}inset: (left: {_INDENT * one.indent / columns**2}pt))[{words}]\n")
    return typeset("\n".join(source))


def by_hand(content: bytes, *more: bytes, catalog: bytes = b"", page: bytes = b"", packed: bool = False) -> bytes:
    """A PDF of one page, whose objects from the sixth on are `more`."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>%s>>" % page,
        stream(content, packed=packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream of a PDF."""
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)
