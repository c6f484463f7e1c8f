"""PDF with a text layer: bytes to a Document.

In: a name and the bytes of a PDF.  Out: the document, whose text is what its pages show, line by line, with a page end
between two pages; and a sentence for each page without text, and for what else is not read: notes, filled forms, attached
files.  The pages of the document are those of the file, counted from 1.  A scan is refused.  Raises `Unreadable`.
"""

import itertools
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from conformed.document.document import Document, Unreadable
from conformed.document.laid_out import transcribed
from conformed.document.pdf_lines import typed_pages
from conformed.document.pdf_pages import MOST_PAGES, Broken, Page, Pages, taken_apart
from conformed.document.transcript import PAGE_END, Line, Piece, Transcript

_NO_LETTERS = frozenset(("Cc", "Co", "Cn"))  # control characters, and such as a font keeps to itself; \ufffe is a hyphen
_UNNAMED = 0.3  # of the signs of a page that name no letter: it has no text that can be read


def from_pdf(name: str, data: bytes) -> tuple[Document, tuple[str, ...]]:
    """Read the PDF `name`, whose bytes are `data`; what of it is not read, in sentences.  Raises `Unreadable`."""
    held = _held(name, data)
    pages = [() if _is_unnamed(page) else page.words for page in held.pages]
    empty = [number for number, words in enumerate(pages, 1) if not words]
    if len(empty) == len(pages):
        raise Unreadable(f"{name} is a PDF without text, as of a scan: have its text recognized (OCR) and give that.")
    written = Transcript()
    for number, lines in enumerate(typed_pages(pages), 1):
        if number > 1:
            written.line(Line([Piece(PAGE_END, number)]))
        for line in lines:
            written.line(line)
    first = next(number for number in range(1, len(pages) + 1) if number not in empty)
    return _numbered(transcribed(name, data, written), first), tuple(_passed(name, held, empty))


def _held(name: str, data: bytes) -> Pages:
    """What the file holds.  Raises `Unreadable` for one that cannot be read."""
    try:
        held = taken_apart(data)
    except ImportError:
        what = "pip install 'conformed[formats]'"
        raise Unreadable(f"{name} is a PDF, for which Conformed needs the extra `formats`: {what}, or save it as text.") from None
    except Broken:
        raise Unreadable(f"{name} is a damaged PDF, or asks for more than can be given to one: print it to a new PDF and give that.") from None
    if held.locked:
        raise Unreadable(f"{name} is a PDF that opens with a password only: save it without one and give that.")
    if held.count > MOST_PAGES:
        raise Unreadable(f"{name} has {held.count:,} pages, more than the {MOST_PAGES:,} that Conformed reads: divide it and give the parts.")
    return held


def _is_unnamed(page: Page) -> bool:
    """Whether the file does not tell which letters the signs of a page are."""
    signs = "".join(word.letters for word in page.words)
    return sum(unicodedata.category(sign) in _NO_LETTERS for sign in signs) > _UNNAMED * len(signs)


def _numbered(document: Document, first: int) -> Document:
    """The document with the pages of the file, of which `first` is the first with words; they end nowhere but there."""
    breaks = tuple(place for place in document.breaks if document.text[place - 1] == PAGE_END)
    return msgspec.structs.replace(document, breaks=breaks, numbers=tuple(range(first, first + len(breaks) + 1)))


def _passed(name: str, held: Pages, empty: Sequence[int]) -> Iterator[str]:
    """What of the file is not read."""
    if empty:
        yield f"{name}: {_listed(empty)} {'holds' if len(empty) == 1 else 'hold'} no text, as of a scan, and {'is' if len(empty) == 1 else 'are'} not read."
    if noted := [number for number, page in enumerate(held.pages, 1) if page.noted]:
        yield f"{name}: what notes, marks and filled fields say on {_listed(noted)} is not read."
    if held.attached:
        yield f"{name}: {held.attached} attached file{'' if held.attached == 1 else 's'} in it {'is' if held.attached == 1 else 'are'} not read."


def _listed(numbers: Sequence[int]) -> str:
    """Pages by their numbers, those that follow each other together: `pages 2, 4 to 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [", ".join(map(str, run)) if len(run) < 3 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"page{'' if len(numbers) == 1 else 's'} {', '.join(itertools.chain(said))}"
