"""A file as it is delivered, of whatever format: bytes to Documents.

In: a name and bytes.  Out: a document for each that the file holds: one for a text, HTML or Word file, several for an archive and
for a full submission to the SEC.  The format is told by the bytes, not by the name, but for Markdown.  Raises `Unreadable` where nothing of
it can be read; a part of it that cannot be read is told in a sentence.
"""

import functools
import re
from collections.abc import Callable, Iterable

import msgspec

from conformed.basis.pattern import pattern
from conformed.document.archive import Archive, files
from conformed.document.document import Document, Unreadable
from conformed.document.from_docx import from_docx
from conformed.document.from_html import from_html
from conformed.document.from_markdown import from_markdown, is_markdown
from conformed.document.from_pdf import from_pdf
from conformed.document.from_text import from_text
from conformed.document.submission import parts
from conformed.document.word_parts import TYPES

_HTML = pattern(
    r"(?:\xef\xbb\xbf)?\s{0,999}(?:<\?xml[^>]{0,200}\?>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99}){0,9}"
    r"<(?:!doctype\s+html|html|head|meta|title|body|div|font|p|center|h[1-6])\b",
    re.IGNORECASE,
)
_OLD = b"\xd0\xcf\x11\xe0"  # what opens the files that Office programs wrote before 2007, and write to lock newer ones
_REFUSED = (  # what opens a file of a format that is not read, what it is, and what to do
    (b"{\\rtf", "RTF", "save it as DOCX"),
    (_OLD, "a Word document of before 2007", "save it as DOCX"),
)
_OFFICE = frozenset((TYPES, "word/document.xml"))  # files of an archive that make it one of an Office program
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # what a Word document that is locked with a password holds
_PDF = b"%PDF-"
_BEFORE = 1024  # bytes in which a PDF opens (ISO 32000-1, note 13 of its annex H)
_HEAD = 8192  # bytes in which HTML shows
_DEEPEST = 3  # archives within each other
_MOST = 2000  # parts of a submission
_NAMED = 20  # parts without text that a sentence has room for


class Delivered(msgspec.Struct, frozen=True):
    """The documents that a file holds, and a sentence for each part of it that cannot be read as one."""

    documents: tuple[Document, ...]
    passed: tuple[str, ...] = ()


def delivered(name: str, data: bytes, depth: int = 0) -> Delivered:
    """What the file `name`, whose bytes are `data`, holds.  Raises `Unreadable` where nothing of it can be read."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(name, data, depth)
    if _PDF in data[:_BEFORE]:
        document, passed = from_pdf(name, data)
        return Delivered((document,), passed)
    if data.startswith(_OLD) and _LOCKED in data:
        raise Unreadable(f"{name} is a document locked with a password: open it in Word, take the password off, save it and give that.")
    for opens, what, do in _REFUSED:
        if data.startswith(opens):
            raise Unreadable(f"{name} is {what}, which Conformed does not read: {do} and give that.")
    if held := parts(name, data):
        if len(held) > _MOST:
            raise Unreadable(f"{name} holds more than {_MOST:,} parts: give those of one matter.")
        return _each(name, ((called, functools.partial(_one, called, part) if part else None) for called, part in held))
    return _one(name, data)


def _one(name: str, data: bytes) -> Delivered:
    if _HTML.match(data[:_HEAD].decode("latin-1")):
        return Delivered((from_html(name, data),))
    return Delivered(((from_markdown if is_markdown(name, data) else from_text)(name, data),))


def _of_archive(name: str, data: bytes, depth: int) -> Delivered:
    archive = Archive(name, data)
    if not _OFFICE.isdisjoint(archive.names):
        return Delivered((from_docx(name, data, archive),))
    if depth == _DEEPEST:
        raise Unreadable(f"{name} is an archive within too many others: unpack it and give what it holds.")
    inside = ((f"{name}, {each}", functools.partial(_unpacked, f"{name}, {each}", archive, each, depth)) for each in files(archive))
    return _each(name, inside)


def _unpacked(name: str, archive: Archive, inside: str, depth: int) -> Delivered:
    return delivered(name, archive.bytes_of(inside), depth + 1)


def _each(name: str, parts: Iterable[tuple[str, Callable[[], Delivered] | None]]) -> Delivered:
    """What the parts of a file hold; those without text in one sentence.  Raises `Unreadable` where none holds a document."""
    documents: list[Document] = []
    passed: list[str] = []
    without: list[str] = []
    for called, read in parts:
        if read is None:
            without.append(called.removeprefix(f"{name}, "))
            continue
        try:
            held = read()
        except Unreadable as error:
            passed.append(str(error))
        else:
            documents += held.documents
            passed += held.passed
    if without:
        more = f" and {len(without) - _NAMED:,} more" if len(without) > _NAMED else ""
        passed.append(f"{name}: {', '.join(without[:_NAMED])}{more} hold{'s' if len(without) == 1 else ''} no text.")
    if not documents:
        why = f" ({passed[0].rstrip('.')})" if passed else ""
        raise Unreadable(f"{name} holds no document that can be read{why}: give the files that hold the text.")
    return Delivered(tuple(documents), tuple(passed))
