"""Files that were damaged: real ones in each format that is read, and what chance makes of their bytes and parts.

In: texts.  Out: files of one format made of them, and mutations of such a file: bytes that are flipped, cut off, taken out, taken
from another file or repeated; for files with parts (DOCX, ZIP) these within a part, parts that are gone, doubled or exchanged; for
DOCX elements that are gone, doubled, moved or set into themselves.
"""

import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from html import escape
from io import BytesIO
from random import Random

from lxml import etree

from conformed.document import Document, from_text
from tests.document.word import as_word, zipped
from tests.typeset import set_anew

_LARGEST = 2 << 20  # bytes of a file that repetition makes
_TOKENS = (
    b"\0", b"\xff\xfe", b"\f", b"\n\n", b"\t", b"(a) ", b"Section 1.1 ", b"\"", b"\xe2\x80\x9c", b"\xc2\x93", b"<", b">", b"&#0;", b"<table><tr><td>", b"</td></tr></table>", b"</p>", b"<pre>",
    b"<ol start=9>", b"<!--", b"<![CDATA[", b"<DOCUMENT>", b"<TEXT>", b"</TEXT>", b"| a | b |\n|---|---|\n", b"```\n", b"> ", b"- ", b"[a](b)", b"~~", b"PK\x03\x04", b"endobj", b"stream\n", b"/Kids",
    b"2147483647", b"-1", b"1e999", b"is hereby deleted in its entirety", b"is amended by deleting \"", b"By: ____________", b"January 32, 2020",
)  # fmt: skip


def seeds(reader: str, texts: Sequence[Document]) -> list[tuple[str, bytes]]:
    """Files of a format, each with its name."""
    return [_MADE[reader](one, texts[turn - 1]) for turn, one in enumerate(texts)]


def _html(document: Document) -> bytes:
    rows = (
        f"<table><tr><td>{'</td><td>'.join(escape(words).split('   '))}</td></tr></table>" if one.row else f'<p style="margin:0">{escape(words)}</p>'
        for one in document.paragraphs
        for words in (document.reading.text[one.start : one.end],)
    )
    return f"<html><head><title>a</title></head><body>{''.join(rows)}</body></html>".encode()


def _markdown(document: Document) -> bytes:
    marks = ("", "", "# ", "1. ", "- ", "> ", "**", "    ")
    said = (document.reading.text[one.start : one.end] for one in document.paragraphs)
    return "\n\n".join(f"{marks[len(words) % len(marks)]}{words}" for words in said).encode()


def _submission(one: Document, other: Document) -> bytes:
    part = b"<DOCUMENT>\n<TYPE>EX-10.%d\n<FILENAME>a%d.%s\n<TEXT>\n%s\n</TEXT>\n</DOCUMENT>\n"
    return b"<SEC-DOCUMENT>\n" + part % (1, 1, b"txt", one.text.encode()) + part % (2, 2, b"htm", _html(other)) + b"</SEC-DOCUMENT>\n"


_MADE: dict[str, Callable[[Document, Document], tuple[str, bytes]]] = {
    "text": lambda one, _: ("a.txt", one.text.encode()),
    "submission": lambda one, other: ("a.txt", _submission(one, other)),
    "html": lambda one, _: ("a.htm", _html(one)),
    "markdown": lambda one, _: ("a.md", _markdown(one)),
    "docx": lambda one, _: ("a.docx", as_word(one, counted=True)),
    "pdf": lambda one, _: ("a.pdf", set_anew(one, head="Page")),
    "zip": lambda one, other: ("a.zip", zipped({"a.txt": one.text.encode(), "b/c.htm": _html(other), "d.docx": as_word(other)})),
}
READERS = tuple(_MADE)


def short(name: str, data: bytes, characters: int) -> Document:
    """The beginning of a text."""
    whole = from_text(name, data)
    return from_text(name, whole.text[:characters].rpartition("\n\n")[0].encode() or data[:characters])


def mutated(random: Random, data: bytes, other: bytes) -> bytes:
    """A file with some damage."""
    if data.startswith(b"PK") and random.random() < 0.8:
        return _of_parts(random, data, other)
    for _ in range(random.choice((1, 1, 2, 5))):
        data = random.choice(_BYTES)(random, data, other)
    return data[:_LARGEST]


def _flip(random: Random, data: bytes, _: bytes) -> bytes:
    made = bytearray(data)
    for _turn in range(min(len(made), random.choice((1, 3, 20, 200)))):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def _cut(random: Random, data: bytes, _: bytes) -> bytes:
    start, end = _stretch(random, data)
    return data[:start] + random.choice((b"", data[end:]))


def _splice(random: Random, data: bytes, other: bytes) -> bytes:
    (start, end), (first, last) = _stretch(random, data), _stretch(random, other)
    return data[:start] + other[first:last] + data[end:]


def _repeat(random: Random, data: bytes, _: bytes) -> bytes:
    start, end = _stretch(random, data)
    end = min(end, start + random.choice((1, 10, 100, 5000)))
    times = min(random.choice((2, 10, 300, 20_000)), _LARGEST // max(1, end - start))
    return data[:start] + data[start:end] * times + data[end:]


def _token(random: Random, data: bytes, _: bytes) -> bytes:
    start, _end = _stretch(random, data)
    return data[:start] + random.choice(_TOKENS) * random.choice((1, 1, 3, 50, 3000)) + data[start:]


def _stretch(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, random.choice((start, min(len(data), start + random.choice((1, 20, 2000))), random.randint(start, len(data))))


_BYTES = (_flip, _cut, _splice, _repeat, _token)


def _of_parts(random: Random, data: bytes, other: bytes) -> bytes:
    """A file of parts, one of which is damaged, gone, doubled or exchanged."""
    held, more = _parts(data), _parts(other)
    name = random.choice(list(held))
    way = random.randrange(6)
    if way == 0:
        del held[name]
    elif way == 1:
        held[random.choice(("word/styles.xml", "word/footnotes.xml", "a/../b.txt", "[Content_Types].xml", name.upper()))] = held[name]
    elif way == 2 and more:
        held[name] = random.choice(list(more.values()))
    elif way == 3 or not name.endswith(".xml"):
        held[name] = random.choice(_BYTES)(random, held[name], random.choice(list(more.values()) or [b""]))[:_LARGEST]
    else:
        held[name] = _elements(random, held[name])
    return zipped(held)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {one: archive.read(one) for one in archive.namelist()}
    except zipfile.BadZipFile:
        return {}


def _elements(random: Random, data: bytes) -> bytes:
    """A part whose elements are gone, doubled, moved, or set into themselves."""
    root = etree.fromstring(data)
    for _ in range(random.choice((1, 3, 30))):
        every = list(root.iter())
        one, there = random.choice(every), random.choice(every)
        if (parent := one.getparent()) is None:
            continue
        way = random.randrange(6)
        if way == 0:
            parent.remove(one)
        elif way == 1:
            for _turn in range(random.choice((1, 5, 200))):
                parent.insert(0, deepcopy(one))
        elif way == 2 and one not in list(there.iterancestors()) and one is not there:
            there.append(one)
        elif way == 3:
            for _turn in range(random.choice((1, 20, 400))):
                around = etree.Element(one.tag)
                parent.replace(one, around)
                around.append(one)
                parent = around
        elif way == 4 and one.attrib:
            name = random.choice(list(one.attrib))
            one.set(name, random.choice(("", "-1", "0", "99999999999999999999", "a", "false", "1.5e9", "%1%2%3%4%5%6%7%8%9")))
        elif way == 5:
            one.tag = there.tag
    return etree.tostring(root)[:_LARGEST]
