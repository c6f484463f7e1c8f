"""What a form tells by labels over its text: its number, its day, its parties, the day of the agreement.

In: a document and where its instrument opens.  Out: the cells of a form's head in order, labels with their values and the
words between them; none where no label tells the number or the day of a change, or the borrower and the lender.  Construction
contracts have such a form for change orders annexed ("PROJECT NAME:, CHANGE ORDER NUMBER:, OWNER:, CONTRACTOR:, DATE OF
AGREEMENT:"), and banks one for loans ("Borrower:" beside "Lender:", each over its address).
"""

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.opening import Opening, flat

_READ = 80  # paragraphs before the text in which a form has its labels
_LABEL = pattern(r"\s*[“\"]?(?P<name>[A-Z][\w ’'/.-]{1,40}?)[”\"]?\s?:\s?(?P<value>.*)$", re.DOTALL)
_TELLS = pattern(
    r"\b(?:(?:change\s+order|amendment|[ac]?c\.?o\.?)\s+(?:number|no\.?)|date\s+of\s+(?:this\s+)?(?:change\s+order|amendment))\s?:|\bborrowers?:\s[^:]{4,300}\slender:\s",
    ENGLISH,
)
_NUMBER = pattern(r"(?:change\s+order|amendment|[ac]?c\.?o\.?)\s+(?:number|no\.?)$", ENGLISH)
_DAY = pattern(r"date(?:\s+of\s+(?:this\s+)?(?:change\s+order|amendment))?$", ENGLISH)
_DAY_OF_AGREEMENT = pattern(r"(?:date\s+of\s+(?:the\s+)?|effective\s+date\s+of\s+(?:the\s+)?)(?:agreement|contract)|(?:agreement|contract)\s+date$", ENGLISH)
_PARTED = pattern(  # cells that stand on one line
    r"\t|\s(?=[“\"][A-Z][\w ]{1,30}[”\"]\s?:)|\s(?=(?:Change\sOrder|CHANGE\sORDER|Contract|CONTRACT)\s(?:N[Oo]\.?|Number|NUMBER)\s?:)"
)
_COUNT = pattern(r"(\d{1,3})\D*$")


class Cell(msgspec.Struct, frozen=True):
    """A label (`name`) with its value, or words that stand between labels (`name` empty); `start` is where the value begins."""

    name: str
    value: str
    start: int
    paragraph: int


def cells(document: Document, place: Opening) -> Sequence[Cell]:
    """The cells of the head of a form."""
    if not place.above or not _TELLS.search(flat(document, document.paragraphs[place.above[0]].start, place.preamble[0])):
        return ()
    return tuple(_cells(document, place))


def _cells(document: Document, place: Opening) -> Iterator[Cell]:
    waiting: Cell | None = None
    for number in place.above[:_READ]:
        paragraph = document.paragraphs[number]
        at = paragraph.start
        for words in _PARTED.split(document.reading.text[at : paragraph.end]):
            start, at = at, at + len(words) + 1
            label = _LABEL.match(words)
            if label is not None:
                yield from (waiting,) if waiting else ()
                value = " ".join(label["value"].split())
                one = Cell(label["name"], value, start + label.start("value"), number)
                waiting = None if value else one
                yield from (one,) if value else ()
            elif waiting and waiting.paragraph == number and words.strip():
                yield Cell(waiting.name, " ".join(words.split()), start, number)
                waiting = None
            elif words.strip():
                yield from (waiting,) if waiting else ()
                waiting = None
                yield Cell("", " ".join(words.split()), start, number)
    yield from (waiting,) if waiting else ()


def number_told(form: Sequence[Cell]) -> int | None:
    """The number of the change: "CHANGE ORDER NUMBER: CO 1-003" is the third."""
    found = (_COUNT.search(cell.value) for cell in form if _NUMBER.fullmatch(cell.name))
    return next((int(count[1]) for count in found if count), None)


def day_told(form: Sequence[Cell], *, of_agreement: bool = False) -> datetime.date | None:
    """The day of the change, or that of the agreement, which another label tells."""
    label = _DAY_OF_AGREEMENT if of_agreement else _DAY
    told = (next((written.day for written in days(cell.value)), None) for cell in form if label.fullmatch(cell.name))
    return next((day for day in told if day is not None), None)


def head_of(form: Sequence[Cell], above: Sequence[int]) -> Sequence[int]:
    """The paragraphs above the first label, where the title of the form stands."""
    first = next((cell.paragraph for cell in form if cell.name), None)
    return above if first is None else [number for number in above if number < first]
