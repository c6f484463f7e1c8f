"""Files made to harm, for each reader: bombs, entities, references to elsewhere, nesting without end, counts that no document has.

In: how many times what is said again and again is said.  Out: what each is, its name and its bytes.  Every one of them must be read, or
refused in one sentence, in bounded time and memory.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from tests.document.word import SPACES, numbering, p, parts, r, word, zipped
from tests.typeset import by_hand, stream

MANY = 100_000
_DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE w:document [%s]><w:document %s><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
_LAUGHS = b'<!ENTITY a0 "ha">' + b"".join(b'<!ENTITY a%d "%s">' % (one, b"&a%d;" % (one - 1) * 10) for one in range(1, 12))
Hostile = tuple[str, str, bytes]  # what it is, its name, its bytes


def hostile(many: int = MANY) -> Iterator[Hostile]:
    """All of them."""
    yield from texts(many)
    yield from markups(many)
    yield from words(many)
    yield from archives(many)
    yield from pdfs(many)


def texts(many: int) -> Iterator[Hostile]:
    """Plain texts, marked-up ones and submissions."""
    held = {
        "one line without blanks": b"x" * (40 * many), "line ends alone": b"\n" * (10 * many) + b"x", "page ends": b"a\f" * many,
        "open quotes": "“".encode() * many, "quotes of all kinds": b"\"`'" * many, "open brackets": b"(" * many, "labels": b"(a) " * many,
        "labels on lines": b"(i)\n\n" * many, "numbers": b"1.1.1.1.1.1. " * many, "leaders": b"Rent" + b"." * (10 * many) + b"7",
        "blanks to be signed": b"By: ______\n" * many, "sections": b"Section 1. A. b.\n\n" * (many // 5), "orders": b"Section 1 is hereby amended by " * (many // 5),
        "one order in the other": b'by deleting "' * (many // 5), "columns": b"a    b    c    d\n" * many, "signs of other scripts": "\u202e\u0301".encode() * many,
        "zeros behind words": b"words " * (many // 5) + b"\0" * (10 * many), "half a character of two bytes": b"\xff\xfe" + b"a\0" * many + b"a",
        "day upon day": b"January 1, 2020, " * many, "capitals": b"WHEREAS, " * many, "articles": b"ARTICLE I\n\n" * many,
    }  # fmt: skip
    yield from ((what, "a.txt", data) for what, data in held.items())
    yield "parts without end", "a.txt", b"<DOCUMENT>" * many
    yield "parts with a text each", "a.txt", b"<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\nThis Agreement.\n</TEXT>\n</DOCUMENT>\n" * (many // 20)
    yield "a part that is a submission", "a.txt", b"<DOCUMENT><TEXT>" * (many // 20) + b"This Agreement."
    marked = {
        "quotations": b">" * many, "lists": b"- " * many, "brackets": b"[" * many, "links": b"[a](" * many, "stars": b"*a_" * many, "ticks": b"`" * many + b"a",
        "ticks of all lengths": b" ".join(b"`" * one for one in range(1, many // 150)), "cells": b"|a" * (many // 20) + b"\n" + b"|-" * (many // 20) + b"\n" + b"|b" * (many // 20),
        "rows": b"|a|b|\n|-|-|\n" + b"|c|d|\n" * many, "tags": b"<b>" * many, "entities": b"&amp;" * many, "a high number": b"999999999. a\n" * 9,
        "struck words": b"~~a" * many, "headings": b"# a\n" * many,
    }  # fmt: skip
    yield from ((what, "a.md", data) for what, data in marked.items())


def markups(many: int) -> Iterator[Hostile]:
    """HTML."""
    held = {
        "blocks within each other": b"<div>" * (10 * many), "tables within each other": b"<table><tr><td>" * many, "fonts within each other": b"<font>" * many + b"a",
        "cells of a row": b"<table><tr>" + b"<td>a" * (10 * many), "rows of a table": b"<table>" + b"<tr><td>a<td>b" * many, "wide cells": b"<table>" + b'<tr><td colspan="9999">a' * (many // 20),
        "ragged rows": b"<table>" + b"".join(b"<tr>" + b"<td>a" * one for one in range(1, many // 150)), "a long attribute": b'<p style="' + b"a:b;" * (10 * many) + b'">a',
        "many attributes": b"<p " + b" ".join(b"a%d=1" % one for one in range(many)) + b">a", "items": b"<ol>" + b"<li>a" * many, "items from a high number": b'<ol start="99999999999999999999"><li>a',
        "roman numbers": b'<ol type="i" start="2147483647">' + b"<li>a" * 999, "lists within each other": b"<ol><li>" * many, "comments": b"<p>" + b"<!--" * (10 * many),
        "entities": b"<p>" + b"&lt;" * (10 * many), "no such characters": b"<p>" + b"&#x0;&#xD800;&#99999999;" * many, "an entity of its own": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;',
        "elsewhere": b'<html><base href="file:///etc/"><p>a<iframe src="passwd"></iframe><object data="file:///etc/passwd"></object>', "page ends": b'<p style="page-break-before:always">a' * many,
        "an encoding that is none": b'<html><meta charset="zip"><p>a', "an encoding that unpacks": b'<html><meta charset="bz2_codec"><p>a', "one that is another": b'<html><meta charset="utf-7"><p>+ADw-b',
        "a name of codes": b'<html><meta charset="idna"><p>' + b"a" * many, "pre": b"<pre>" + b"a\n" * many, "spans": b"<p>" + b"<s>a</s>b" * many,
    }  # fmt: skip
    yield from ((what, "a.htm", data if data.startswith(b"<html") else b"<html><body>" + data) for what, data in held.items())


def words(many: int) -> Iterator[Hostile]:
    """DOCX."""
    spaces = SPACES.encode()
    for what, entities, said in (
        ("laughs", _LAUGHS, b"&a11;"), ("a file as an entity", b'<!ENTITY a SYSTEM "file:///etc/passwd">', b"&a;"), ("a page of the net", b'<!ENTITY a SYSTEM "http://127.0.0.1:9/a">', b"&a;"),
        ("an entity that is itself", b'<!ENTITY a "&a;">', b"&a;"), ("a long entity often", b'<!ENTITY a "%s">' % (b"x" * many), b"&a;" * (many // 2)),
    ):  # fmt: skip
        yield what, "a.docx", zipped({**parts(""), "word/document.xml": _DOCTYPE % (entities, spaces, said)})
    bodies = {
        "paragraphs in each other": "<w:p>" * (many // 2) + "</w:p>" * (many // 2), "runs in each other": "<w:p>" + "<w:r>" * (many // 2) + "</w:r>" * (many // 2) + "</w:p>",
        "tables in each other": "<w:tbl><w:tr><w:tc>" * 250 + p(r("a")) + "</w:tc></w:tr></w:tbl>" * 250, "content in content": "<w:sdt><w:sdtContent>" * 200 + p(r("a")) + "</w:sdtContent></w:sdt>" * 200,
        "insertions in each other": "<w:p>" + "<w:ins>" * 230 + r("a") + "</w:ins>" * 230 + "</w:p>", "a wide cell": f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>{p(r("a"))}</w:tc></w:tr></w:tbl>' * 50,
        "cells before a row": f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="9999999"/></w:trPr><w:tc>{p(r("a"))}</w:tc></w:tr></w:tbl>' * 50, "many cells": "<w:tbl><w:tr>" + f"<w:tc>{p(r('a'))}</w:tc>" * many + "</w:tr></w:tbl>",
        "many paragraphs": p(r("a")) * many, "empty paragraphs": "<w:p/>" * (10 * many), "many runs": "<w:p>" + r("a") * many + "</w:p>", "tabs": p("<w:r>" + "<w:tab/>" * many + "</w:r>"), "page ends": p('<w:r><w:br w:type="page"/></w:r>') * (many // 2),
        "a long word": p(r("x" * (40 * many))), "fields that open": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * many + r("a")), "fields that end": p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * many + r("a")),
        "boxes in each other": p("<w:r><w:txbxContent><w:p>" * 60 + r("a") + "</w:p></w:txbxContent></w:r>" * 60), "deleted marks": '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>' * many + p(r("a")),
    }  # fmt: skip
    yield from ((what, "a.docx", word(body)) for what, body in bodies.items())
    item = p(r("a"), '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>')
    for form in ("lowerRoman", "upperLetter", "cardinalText", "ordinalText", "decimal", "chicago", "aiueo"):
        high = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2147483640"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1.%9%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        yield f"a high number ({form})", "a.docx", word("".join(item.format(level) for level in (0, 8, 99, -1, 10**12)), numbering=high)
    based = '<w:style w:type="paragraph" w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'
    yield "styles in a ring", "a.docx", word(p(r("a"), '<w:pStyle w:val="a"/>'), styles=based.format("a", "b") + based.format("b", "a"))
    chain = "".join(based.format(f"s{one}", f"s{one + 1}") for one in range(many // 2))
    yield "a long line of styles", "a.docx", word(p(r("a"), '<w:pStyle w:val="s0"/>') * 50, styles=chain)
    note = '<w:footnote w:id="1">' + p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + "</w:footnote>"
    yield "a note that cites itself", "a.docx", word(p('<w:r><w:footnoteReference w:id="1"/></w:r>') * 99, footnotes=note)
    ring = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    style = '<w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    yield "a numbering that is that of itself", "a.docx", word(item.format(0), numbering=ring, styles=style)
    away = parts(p(r("a")))
    away["word/_rels/document.xml.rels"] = away["word/_rels/document.xml.rels"].replace("</Relationships>", '<Relationship Id="x" Type="x/styles" Target="../../../../etc/passwd"/><Relationship Id="y" Type="x/numbering" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>')
    yield "parts that stand elsewhere", "a.docx", zipped(away)
    itself = parts(p(r("a")))
    itself["word/_rels/document.xml.rels"] = itself["word/_rels/document.xml.rels"].replace("</Relationships>", '<Relationship Id="x" Type="x/styles" Target="document.xml"/><Relationship Id="y" Type="x/footnotes" Target="document.xml"/></Relationships>')
    yield "parts that are the text itself", "a.docx", zipped(itself)
    yield "a part that unpacks to a gigabyte", "a.docx", zipped({**parts(""), "word/document.xml": b"<w:document>" + b" " * (many << 13)})
    yield "lists without number", "a.docx", word(item.format(0) * 999, numbering=numbering(""))


def archives(many: int) -> Iterator[Hostile]:
    """ZIP."""
    yield "a gigabyte of zeros", "a.zip", zipped({"a.txt": bytes(many << 13)})
    ten = zipped({f"{one}.txt": b"a " * (many << 8) for one in range(6)})
    yield "much in each of several", "a.zip", ten
    within = zipped({"a.txt": b"This Agreement."})
    for _ in range(9):
        within = zipped({"a.zip": within})
    yield "archives in each other", "a.zip", within
    wide = zipped({"a.txt": b"a" * (10 * many)})
    for _ in range(2):
        wide = zipped({f"{one}.zip": wide for one in range(15)})
    yield "an archive that grows by the power of its depth", "a.zip", wide
    yield "more files than a matter", "a.zip", zipped({f"{one}.txt": b"a" for one in range(many // 33)})
    yield "many small agreements", "a.zip", zipped({f"{one}.txt": b"This Agreement is dated May 1, 2020." for one in range(many // 53)})
    yield "names that lead out", "a.zip", zipped({"../../a.txt": b"This Agreement.", "/etc/passwd": b"a", "a\\..\\b.txt": b"b", "\u202etxt.exe": b"MZ", "x" * 60_000: b"a"})
    one = zipped({"a.txt": b"This Agreement is dated May 1, 2020. " * 99})
    yield "sizes that are not so", "a.zip", one.replace(len(b"This Agreement is dated May 1, 2020. " * 99).to_bytes(4, "little"), b"\xff\xff\xff\x7f")
    twice = BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a.txt", b"This Agreement.")
    data = twice.getvalue()
    end = data.rfind(b"PK\x01\x02")
    entry = data[end : data.rfind(b"PK\x05\x06")]
    listed = entry * (many // 2)  # all of them of the same bytes
    tail = b"PK\x05\x06" + bytes(4) + (many // 2).to_bytes(2, "little") * 2 + len(listed).to_bytes(4, "little") + end.to_bytes(4, "little") + bytes(2)
    yield "one file listed without end", "a.zip", data[:end] + listed + tail


def pdfs(many: int) -> Iterator[Hostile]:
    """PDF."""
    said = b"BT /F 12 Tf 72 700 Td (This Agreement) Tj ET\n"
    ten = by_hand(said)
    yield "a count of pages that is none", "a.pdf", ten.replace(b"/Count 1", b"/Count 2147483647")
    yield "a page that is its own parent", "a.pdf", ten.replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    yield "kids without end", "a.pdf", ten.replace(b"/Kids[3 0 R]/Count 1", b"/Kids[" + b"3 0 R " * many + b"]/Count 100000")
    yield "a page without bounds", "a.pdf", ten.replace(b"[0 0 612 792]", b"[-1e38 -1e38 1e38 1e38]")
    yield "letters without end", "a.pdf", by_hand(b"BT /F 12 Tf 72 700 Td (" + b"a " * (10 * many) + b") Tj ET", packed=True)
    yield "letters all over", "a.pdf", by_hand(b"BT /F 12 Tf " + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (one * 7919 % 612, one * 104729 % 792) for one in range(many // 2)) + b"ET", packed=True)
    yield "letters turned each its own way", "a.pdf", by_hand(b"BT /F 12 Tf " + b"".join(b"%.3f %.3f %.3f 1 300 400 Tm (word) Tj " % (one % 7 - 3, one % 11 - 5, one % 13 - 6) for one in range(many // 5)) + b"ET", packed=True)
    yield "letters far away", "a.pdf", by_hand(b"BT /F 12 Tf " + b"".join(b"1 0 0 1 %d 0 Tm (a) Tj " % (10**9 * one) for one in range(999)) + b"ET")
    yield "huge letters", "a.pdf", by_hand(b"BT /F 1e30 Tf 72 700 Td (This Agreement) Tj ET")
    yield "states within states", "a.pdf", by_hand(b"q " * (10 * many) + said, packed=True)
    yield "arrays within arrays", "a.pdf", by_hand(b"[" * (10 * many) + said, packed=True)
    yield "a form that draws itself", "a.pdf", by_hand(b"/X Do " * 99 + said, stream(b"/X Do " * max(1, many // 50_000), b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"))
    yield "a stream that unpacks to a gigabyte", "a.pdf", by_hand(b" " * (many << 11) + said, packed=True)
    yield "a script, a form and an attached file", "a.pdf", by_hand(said, catalog=b"/OpenAction<</S/JavaScript/JS(while(1){})>>/AcroForm<</XFA(<a/>)>>")
