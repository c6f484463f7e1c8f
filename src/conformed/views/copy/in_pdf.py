"""A copy as PDF, set by Typst with the fonts that it brings.

In: a Copy.  Out: the bytes of a PDF (1.7, tagged as PDF/UA-1 asks): the same copy gives the same bytes.  Afterwards no words of
a document are markup, since all of them come as data; a character for which there is no letter stands as `[U+4E2D]`.
"""

import datetime
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from conformed.basis.pattern import pattern
from conformed.views.copy import Block, Copy, Told
from conformed.views.lines import short
from conformed.views.packaged import packaged
from conformed.views.reader.words import title_case
from conformed.views.written import Lacking, xml_words

_PLACE = "conformed.views.copy"
_LONGEST = 70  # characters of a title that the head of a page has room for
_UNBROKEN = pattern(r"\S{36,}")  # longer words may end a line anywhere
_BREAK, _EVERY = "\u200b", 12
_COLUMN, _INSET, _LETTER = 356.0, 6.0, 0.6  # points of the column of the text, and of what parts two cells; the width of a letter
_IN_TABLES, _SMALLER, _SMALLEST, _FULL = 8.5, 0.35, 5.5, 6  # sizes of letters in points: less for each cell of a row behind the sixth
_STANDARD = "ua-1"
_UNKNOWN = {"Co", "Cn"}  # characters of private use, and those that Unicode does not know
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # which change the order in which others are seen
_FIRST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # the day of a file where no day is known
_PROBE = '#set document(title: "-")\n#set text(font: "Libertinus Serif", lang: "en")\n#sys.inputs.copy'


def in_pdf(copy: Copy) -> bytes:
    """The file of a copy.  Raises `Lacking`."""
    try:
        import typst  # noqa: PLC0415  (the extra `formats`)
    except ImportError:
        raise Lacking("PDF files") from None
    data = msgspec.json.encode(_data(copy)).decode()
    data = _shown(typst, data)
    stamp = datetime.datetime.combine(copy.day, datetime.time(), datetime.UTC) if copy.day else _FIRST
    try:
        return _set(typst, packaged(_PLACE, "copy.typ"), data, stamp, [_STANDARD])
    except typst.TypstError:  # what stands together may lack a letter where none alone does
        return _set(typst, packaged(_PLACE, "copy.typ"), data, stamp, [])


def _set(typst: Any, source: str, data: str, stamp: datetime.datetime, standards: list[str]) -> bytes:
    made: bytes = typst.compile(
        source.encode(), sys_inputs={"copy": data}, ignore_system_fonts=True, timestamp=stamp, pdf_standards=standards
    )
    return made


def _data(copy: Copy) -> dict[str, Any]:
    """The copy as the template takes it."""
    plain = msgspec.to_builtins(msgspec.structs.replace(copy, blocks=()), str_keys=True)
    stretches = [{"blocks": [_block(one) for one in blocks], "notes": notes, "turns": turns} for blocks, notes, turns in _stretches(copy.blocks)]
    told: dict[str, Any] = _settable(
        plain | {"name": copy.name, "when": copy.when, "running": short(title_case(copy.title), _LONGEST), "stretches": stretches}
    )
    return told


def _block(block: Block) -> dict[str, Any]:
    """A block, whose pieces know whether all of it is new, and whose cells hold no word that is wider than they are."""
    found: dict[str, Any] = msgspec.to_builtins(block)
    for piece in (piece for one in found["paragraphs"] for part in ("head", "body") for piece in one[part]):
        piece["whole"] = block.whole
    width = max((1, *(len(row.cells) for row in block.rows)))
    size = max(_SMALLEST, _IN_TABLES - _SMALLER * max(0, width - _FULL))
    longest = max(3, int((_COLUMN / width - _INSET) / (_LETTER * size)))
    for piece in (piece for row in found["rows"] for cell in row["cells"] for piece in cell):
        piece["whole"] = block.whole
        piece["text"] = " ".join(_BREAK.join(_cut(word, longest)) for word in piece["text"].split(" "))
    return found | {"size": size, "width": width}


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], list[Any], bool]]:
    """Blocks with the notes beside them, up to the next that has notes; the headings above one go with it."""
    starts = {0}
    for turn, block in enumerate(blocks):
        if _beside(block) or block.kind == "part":
            first = turn
            while first - 1 not in starts and first > 0 and _only_heads(blocks[first - 1]):
                first -= 1
            starts.add(first)
    for first, end in pairwise([*sorted(starts), len(blocks)]):
        held = list(blocks[first:end])
        yield held, [msgspec.to_builtins(note) for one in held for note in _beside(one)], bool(first and held and held[0].kind == "part")


def _beside(block: Block) -> list[Told]:
    """The notes that stand beside a block; the pages of the agreement stand on its other side."""
    return [one for one in block.notes if one.role != "page"]


def _only_heads(block: Block) -> bool:
    return not block.rows and not _beside(block) and not any(one.body for one in block.paragraphs)


def _settable(value: Any) -> Any:
    """The same with each text as a line can hold it."""
    if isinstance(value, str):
        return _UNBROKEN.sub(lambda found: _BREAK.join(_cut(found[0], _EVERY)), xml_words(value))
    if isinstance(value, dict):
        return {key: _settable(one) for key, one in value.items()}
    return [_settable(one) for one in value] if isinstance(value, (list, tuple)) else value


def _cut(word: str, every: int) -> Iterator[str]:
    yield from (word[at : at + every] for at in range(0, max(1, len(word)), every))


def _shown(typst: Any, data: str) -> str:
    """The data with each character for which there is no letter, or that would turn others round, told by its code."""
    beyond = sorted({char for char in data if ord(char) > 0xFF})
    unseen = [char for char in beyond if unicodedata.category(char) in _UNKNOWN or unicodedata.bidirectional(char) in _TURNING]
    lacking = (*unseen, *_lacking(typst, [char for char in beyond if char not in unseen]))
    return data.translate({ord(char): f"[U+{ord(char):04X}]" for char in lacking}) if lacking else data


def _lacking(typst: Any, chars: Sequence[str]) -> Iterator[str]:
    """Those characters for which there is no letter: those that Typst names, or where it names none halved until each is told."""
    if not chars or (says := _complaint(typst, chars)) is None:
        return
    named = [char for char in chars if f'"{char}"' in says] or (list(chars) if len(chars) == 1 else [])
    yield from named
    rest = [char for char in chars if char not in named]
    middle = len(rest) if named else len(rest) // 2
    yield from _lacking(typst, rest[:middle])
    yield from _lacking(typst, rest[middle:])


def _complaint(typst: Any, chars: Sequence[str]) -> str | None:
    """What Typst says of characters that it cannot show; None where it shows all of them."""
    try:
        _set(typst, _PROBE, " ".join(chars), _FIRST, [_STANDARD])
    except typst.TypstError as error:
        return str(error.diagnostic)
    return None
