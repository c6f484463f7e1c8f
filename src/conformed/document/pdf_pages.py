"""The words of a PDF, each where it stands on its page (ISO 32000-2, 9.4.4 and 14.8.2).

In: the bytes of a PDF.  Out: its pages with their words, and what else it holds that is no text.  No script runs, no form
is filled, nothing is fetched or attached.  A file made to harm can ask a reader for any time and memory, or break it: so
`taken_apart` runs it in a process of its own, which ends with it.  Raises `Broken`.
"""

import ctypes
import math
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import msgspec

MOST_PAGES = 5000
_MOST_LETTERS = 1 << 20  # of a page
SECONDS, _SECONDS_A_MEGABYTE, _MEMORY = 20, 5, 3 << 30  # of the process
_MOST_NOTES = 1000  # annotations of a page that are looked at
_NOTES = frozenset((1, 3, 9, 10, 11, 12, 13, 14, 15, 17))  # text, free text, marks, stamp, caret, ink, file
_WIDGET = 20
_STRAIGHT = math.radians(3)
_BLANKS = frozenset(" \t\r\n\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_HYPHEN = "\ufffe"  # at a line end, as PDFium gives it
_CHILD = "import sys; sys.path[:] = sys.argv[2:]; from conformed.document.pdf_pages import _child; _child(int(sys.argv[1]))"
_LOCKED = 4  # what PDFium says of a file that asks for a password


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Letters between blanks: from `left` to `right` along their direction, on a base line `down` the page."""

    letters: str
    left: float
    right: float
    down: float
    turn: int  # degrees by which they are turned against the page


class Page(msgspec.Struct, frozen=True, array_like=True):
    """The words of a page as the file has them in order; whether notes or filled fields stand on it."""

    words: tuple[Word, ...]
    noted: bool = False


class Pages(msgspec.Struct, frozen=True, array_like=True):
    """What a PDF holds: its pages, or how many where these are too many; how many files are attached; whether it is locked."""

    pages: tuple[Page, ...] = ()
    count: int = 0
    attached: int = 0
    locked: bool = False


class Broken(Exception):
    """A PDF that cannot be read, or that asks for more than any document needs."""


def taken_apart(data: bytes) -> Pages:
    """The pages of a PDF, read in a process of its own.  Raises `Broken`, and `ImportError` without the extra `formats`."""
    import pypdfium2  # noqa: F401, PLC0415

    seconds = SECONDS + _SECONDS_A_MEGABYTE * (len(data) >> 20)
    command = [sys.executable, "-I", "-c", _CHILD, str(seconds), *sys.path]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=10 * seconds, check=False)  # noqa: S603  (what runs is ours)
        return msgspec.msgpack.decode(done.stdout, type=Pages)
    except (subprocess.TimeoutExpired, OSError, msgspec.MsgspecError):
        raise Broken from None


def _child(seconds: int) -> None:
    _bound(seconds)
    sys.stdout.buffer.write(msgspec.msgpack.encode(pages(sys.stdin.buffer.read())))


def _bound(seconds: int) -> None:
    """Let this process use no more than so much time and memory, where the system knows such bounds."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages(data: bytes) -> Pages:
    """The pages of a PDF, read in this process.  Raises `Broken`."""
    import pypdfium2  # noqa: PLC0415  (the extra `formats`)

    try:
        held = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            return Pages(locked=True)
        raise Broken from None
    try:
        count, attached = len(held), held.count_attachments()
        if count > MOST_PAGES:
            return Pages((), count, attached)
        return Pages(tuple(_page(held, number) for number in range(count)), count, attached)
    finally:
        held.close()


def _page(held: Any, number: int) -> Page:
    """A page; without words where it is broken."""
    import pypdfium2  # noqa: PLC0415

    try:
        page = held[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page(())
    try:
        if (count := text.count_chars()) > _MOST_LETTERS:
            raise Broken
        letters = _letters(pypdfium2.raw, text.raw, count)
        return Page(tuple(_words(pypdfium2.raw, text.raw, letters)), _is_noted(pypdfium2.raw, page.raw))
    finally:
        text.close()
        page.close()


def _letters(raw: Any, text: Any, count: int) -> str:
    """The signs of a page, each where PDFium counts it."""
    given = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text, 0, count, given)
    letters = bytes(given).decode("utf-16-le", "replace")[:count]
    if "\0" not in letters and max(letters, default="") <= "\uffff":
        return letters
    return "".join(_letter(raw, text, at) for at in range(count))  # some signs have no letter, or two


def _letter(raw: Any, text: Any, at: int) -> str:
    if raw.FPDFText_IsHyphen(text, at) == 1:
        return _HYPHEN
    code = raw.FPDFText_GetUnicode(text, at)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _words(raw: Any, text: Any, letters: str) -> Iterator[Word]:
    """The words of a page, each with its place."""
    place = _Place(raw, text)
    start, turn = 0, 0
    for at in range(len(letters) + 1):
        ends = at == len(letters) or letters[at] in _BLANKS
        if ends or letters[at] == _HYPHEN:
            stop = at if ends else at + 1
            if stop > start:
                word = place.word(letters[start:stop], start, stop - 1, turn)
                turn = word.turn
                yield word
            start = at + 1


class _Place:
    """Where the signs of a page stand."""

    def __init__(self, raw: Any, text: Any) -> None:
        """On the page `text`."""
        self.raw, self.text = raw, text
        self.x, self.y, self.box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()

    def word(self, letters: str, first: int, last: int, turn: int) -> Word:
        """The word from one sign to another; one of a single sign is turned as the one before it."""
        x, y = self._origin(first)
        end, height = self._origin(last)
        if last > first:
            turn = 0 if y == height and end > x else self._turn(first)
        self.raw.FPDFText_GetLooseCharBox(self.text, last, self.box)
        if not turn:
            return Word(letters, x, max(x, self.box.right), -y, 0)
        along, up = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        corners = ((a, b) for a in (self.box.left, self.box.right) for b in (self.box.bottom, self.box.top))
        left = x * along + y * up
        return Word(letters, left, max(left, *(a * along + b * up for a, b in corners)), x * up - y * along, turn)

    def _origin(self, at: int) -> tuple[float, float]:
        self.raw.FPDFText_GetCharOrigin(self.text, at, self.x, self.y)
        return self.x.value, self.y.value

    def _turn(self, at: int) -> int:
        """By how many degrees a sign is turned, a few not counted."""
        angle = -self.raw.FPDFText_GetCharAngle(self.text, at)  # which counts with the clock
        near = round(angle / (math.pi / 2)) * 90
        return (near if abs(angle - math.radians(near)) < _STRAIGHT else round(math.degrees(angle))) % 360


def _is_noted(raw: Any, page: Any) -> bool:
    """Whether notes, marks or filled fields stand on a page."""
    count = raw.FPDFPage_GetAnnotCount(page)
    if count > _MOST_NOTES:
        return True
    for at in range(count):
        note = raw.FPDFPage_GetAnnot(page, at)
        if note:
            kind = raw.FPDFAnnot_GetSubtype(note)
            told = kind in _NOTES or (kind == _WIDGET and raw.FPDFAnnot_GetStringValue(note, b"V", None, 0) > len("\0\0"))
            raw.FPDFPage_CloseAnnot(note)
            if told:
                return True
    return False
