"""The words of a PDF, each with its place, to lines as a typist would write them.

In: the words, page by page.  Out: the lines of each page in the order in which it is read, indented as they stand there,
with a blank line where they are farther apart than the lines of a paragraph, and blanks between what stands side by side,
such as the cells of a table and the blocks of two who sign.  Each word stands in one line.
"""

import itertools
import statistics
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conformed.document.line_words import MARKER
from conformed.document.pdf_columns import Block, Row, blocks
from conformed.document.pdf_pages import Word
from conformed.document.transcript import Line, Piece

_WIDE, _WIDER = 1.7, 2.4  # letters of a gap that may part cells; that does so in most lines
_TIMES = 2.2  # as wide as those between the words of a line is one between cells
_STRETCHED = 6  # letters of a gap in a line that is stretched to be filled
_EVEN, _UNEVEN = 1.2, 1.5  # times the narrowest gap is the widest of such a line, of a few words and of more
_FEW = 4  # gaps of a line
_APART = 4  # blanks between cells
_CAPTION = 50  # letters of a line between two rows of a table
_FILLED = 0.9  # of the width of a block
_LEADING = 1.3  # times the distance of lines stands between paragraphs
_LOWEST = 1.6  # letters between two lines at least
_MARGIN = 20  # of so many lines, one may stand out to the left
_FARTHEST = 160  # columns by which a line may be indented
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\u2010": "-", "\u2011": "-",
     "\uf0b7": "•", "\uf0a7": "•", "\ufffe": "-", "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\ufffd": None}
    | {chr(one): None for one in (*range(32), *range(127, 160))}
)  # fmt: skip
_RULE = frozenset("-_=–—")  # signs of which rules of a table are typed
_SOFT = "\xad"  # a hyphen that shows at a line end only


class _Cell(NamedTuple):
    """Words of a row that stand apart from the others by wide gaps."""

    words: str
    left: float
    right: float


class Setting(NamedTuple):
    """How the pages of a document are set: where their lines begin, and how many letters' widths these are apart in a paragraph."""

    margin: float
    leading: float


def typed_pages(pages: Sequence[Sequence[Word]]) -> Iterator[list[Line]]:
    """The lines of each page, whose words bear its number, from 1, as that of their element."""
    found = list(blocks(pages))
    set_so = _setting([block for page in found for block in page])
    for number, page in enumerate(found, 1):
        yield [line for block in page for line in _written(block, number, set_so)]


def _setting(every: Sequence[Block]) -> Setting:
    """How most blocks are set: below a line that is filled a paragraph goes on."""
    gaps: list[float] = []
    for block in every:
        edge = _FILLED * max((row.right for row in block.rows), default=0.0)
        gaps += (round(gap, 1) for row, gap in zip(block.rows, block.gaps, strict=False) if row.right > edge and gap > _LOWEST)
    return Setting(_margin([row.left for block in every if block.full for row in block.rows]), statistics.mode(gaps or [_LOWEST]))


def _margin(lefts: Sequence[float]) -> float:
    """Where lines begin, but for a few that stand out."""
    return sorted(lefts)[len(lefts) // _MARGIN] if lefts else 0.0


def _written(block: Block, number: int, set_so: Setting) -> Iterator[Line]:
    """The rows of a block written out."""
    gaps, margin = block.gaps, set_so.margin if block.full else _margin([row.left for row in block.rows])
    cells = [_cells(row, block.letter) for row in block.rows]
    tabular = _tabular(cells, block.letter)
    for at, row in enumerate(cells):
        near = (gap for gap in (*gaps[max(0, at - 2) : at - 1], *gaps[at : at + 1]) if gap > _LOWEST)
        apart = not at or gaps[at - 1] > _LEADING * min((set_so.leading, *near))
        if words := _typed(row, block.letter):
            indent = min(max(0, round((row[0].left - margin) / block.letter)), _FARTHEST)
            yield Line([Piece(words, number)], indent, apart, at in tabular)


def _cells(row: Row, letter: float) -> list[_Cell]:
    """What stands in a row with wide gaps between."""
    gaps = [(lower.left - upper.right) / letter for upper, lower in itertools.pairwise(row.words)]
    wide = 0.0 if gaps and all(_RULE.issuperset(word.letters) for word in row.words) else _cell_gap(gaps)
    cells: list[_Cell] = []
    for at, word in enumerate(row.words):
        letters = _plain(word.letters, last=at == len(gaps))
        if not letters or (at and word.letters == row.words[at - 1].letters and word.left - row.words[at - 1].left < letter / 4):
            continue  # printed twice, to be bold
        if cells and gaps[at - 1] <= wide:
            between = "" if word.letters == _SOFT else " "
            cells[-1] = _Cell(f"{cells[-1].words}{between}{letters}", cells[-1].left, word.right)
        else:
            cells.append(_Cell(letters, word.left, word.right))
    return cells


def _tabular(rows: Sequence[Sequence[_Cell]], letter: float) -> set[int]:
    """The numbers of the rows of tables: such as stand in columns, and what goes on below a cell of theirs between them."""
    found: set[int] = set()
    last: int | None = None
    for at, row in enumerate(rows):
        if len(row) == 1 or (len(row) == 2 and MARKER.fullmatch(row[0].words)):
            continue
        if last is not None and all(_goes_on(rows[last], one, letter) for one in rows[last + 1 : at]):
            found.update(range(last - (last > 0 and _goes_on(rows[last], rows[last - 1], letter)), at + 1))
        elif last is not None and all(map(_is_caption, rows[last + 1 : at])) and _are_aligned(rows[last], row, letter):
            found.update(range(last, at + 1))
        last = at
    return found


def _goes_on(upper: Sequence[_Cell], row: Sequence[_Cell], letter: float) -> bool:
    """Whether a row goes on with a cell of one above it, or opens one below it, which is not its first."""
    return len(row) == 1 and any(abs(row[0].left - cell.left) < letter for cell in upper[1:])


def _is_caption(row: Sequence[_Cell]) -> bool:
    """Whether a row may head those below it in a table."""
    return len(row) == 1 and len(row[0].words) <= _CAPTION


def _are_aligned(upper: Sequence[_Cell], lower: Sequence[_Cell], letter: float) -> bool:
    """Whether two rows stand in the same columns, of which there are three at least."""
    same = sum(any(min(abs(one.left - other.left), abs(one.right - other.right)) < letter for other in lower[1:]) for one in upper[1:])
    return same > 1


def _typed(cells: Sequence[_Cell], letter: float) -> str:
    """Cells written in a line."""
    typed = ""
    for cell in cells:
        if typed:
            typed += " " * max(_APART, round((cell.left - cells[0].left) / letter) - len(typed))
        typed += cell.words
    return typed


def _cell_gap(gaps: Sequence[float]) -> float:
    """The gap, in letters, from which on one parts cells: in a line that is stretched to be filled all are about as wide."""
    if len(gaps) > 1 and max(gaps) < min(_STRETCHED, (_EVEN if len(gaps) < _FEW else _UNEVEN) * min(gaps)):
        return _STRETCHED
    between = [gap for gap in gaps if gap <= _WIDER]
    return max(_WIDE, _TIMES * statistics.median(between)) if between else _WIDE


def _plain(letters: str, *, last: bool) -> str:
    """The letters of a word without what a printer joins or adds; a hyphen that breaks it at the line end stays."""
    broken = last and letters.endswith(_SOFT)
    return letters.replace(_SOFT, "").translate(_LIGATURES) + ("-" if broken else "")
