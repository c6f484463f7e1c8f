"""A text within the Word document that it came from: what did not change stays as it stands there.

In: the bytes of the document, how it was read, and the paragraphs of a text of it.  Out: the bytes of the file with that text, clean or
as a redline (`to_docx`); None where nothing of the text is found in the file.  Afterwards each paragraph and each row whose words
did not change is the very element of the file; of others the properties stay, and their words look as they did.  A paragraph that was
added looks as its sibling before it.  Changes that the file itself tracks are taken as accepted, as they were read.
"""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from conformed.document import Document
from conformed.document.word_held import Held, held
from conformed.document.word_letters import Spelled
from conformed.document.word_parts import W
from conformed.document.word_runs import GONE
from conformed.instrument import ProvisionKind
from conformed.views.set_out import Paragraph
from conformed.views.word_aligned import Piece, cells_of, in_force
from conformed.views.word_edited import (
    block,
    look_of,
    mark,
    mark_row,
    paragraph_like,
    row_like,
    settle,
    take_out,
    without_other_forms,
)
from conformed.views.word_filled import Filled, Filling, counted, what_was
from conformed.views.word_grouped import Group, Grouped
from conformed.views.word_marks import Marks
from conformed.views.word_tables import table
from conformed.views.written import Change

_NOTHING = Spelled("", [], [], [])


def within_docx(
    data: bytes, document: Document, paragraphs: Sequence[Paragraph], changes: Mapping[str, Change], *, redline: bool = False
) -> bytes | None:
    """The file `data`, which was read as `document`, with the paragraphs of a text in place of its own."""
    file = held(document.name, data)
    if file is None:
        return None
    ids = (one.get(f"{W}id") or "" for one in file.root.iter(f"{W}ins", f"{W}del", f"{W}bookmarkStart"))
    first = max((int(one) for one in ids if one.isdecimal() and len(one) < 9), default=0) + 1
    return _Within(file, document, Marks(changes, redline=redline, first=first)).written(paragraphs)


class _Within:
    """Writes one text."""

    def __init__(self, file: Held, document: Document, marks: Marks) -> None:
        self.file, self.marks = file, marks
        self.grouped = Grouped(file, document)
        self.counted = counted(file)
        self.fillings: dict[Any, Filling] = {}
        self.siblings: dict[tuple[ProvisionKind, int], Any] = {}  # the paragraph that stands last of a kind at a depth

    def written(self, paragraphs: Sequence[Paragraph]) -> bytes | None:
        """The bytes of the file."""
        groups = self.grouped.groups(paragraphs if self.marks.redline else in_force(paragraphs))
        stay = {group.unit for group in groups if self.grouped.is_kept(group)}
        if not stay:
            return None
        settle(self.file.root)
        opening = self.marks.made("p")  # what is added before all else stands behind this
        block(next(group.unit for group in groups if group.unit is not None)).addprevious(opening)
        anchor = opening
        for new_rows, together in itertools.groupby(groups, key=_is_new_row):
            if new_rows:
                anchor = self._new_rows([group.parts[0] for group in together], anchor)
                continue
            for group in together:
                if group.unit is None:
                    anchor = self._new_paragraph(self._shown(group.pieces), group.parts[0][0], anchor)
                else:
                    anchor = group.unit if group.unit in stay else self._rebuilt(group)
                    self._remember(group)
        opening.getparent().remove(opening)
        self._leave_out({group.unit for group in groups})
        Filled(self.file, self.marks, self.counted).fill(self.fillings)
        return self.file.written()

    def _remember(self, group: Group) -> None:
        """Keep in mind which paragraphs of the file stand last."""
        for paragraph, pieces in group.parts:
            owner = next((piece.owner for piece in pieces if piece.owner is not None), 0)
            if 0 < owner <= len(self.file.paragraphs):
                self.siblings[paragraph.kind, paragraph.depth] = self.file.paragraphs[owner - 1]

    def _rebuilt(self, group: Group) -> Any:
        """Let a paragraph or a row of the file hold what is to stand there; the last element of it."""
        unit: Any = group.unit
        anchor = unit
        by_owner = self.grouped.by_owner(group)
        added, struck = _whole(group.pieces)
        within = {one: by_owner.pop(self.grouped.numbers[one], []) for one in unit.iter(f"{W}p")}
        for pieces in by_owner.values():  # of notes
            anchor = self._new_paragraph(self._shown(pieces), None, anchor)
        for paragraph, pieces in within.items():
            self._refill(paragraph, pieces, whole=bool(added or struck))
        if group.is_row:
            mark_row(unit, self.marks, added, struck)
        return anchor

    def _refill(self, paragraph: Any, pieces: Sequence[Piece], *, whole: bool) -> None:
        """Let a paragraph hold some pieces; without words it goes, where nothing else stands in it."""
        pieces, number = self._shown(pieces), self.grouped.numbers[paragraph]
        without_other_forms(paragraph)
        held_words = self.grouped.holds(paragraph)
        for gone in list(paragraph.iter(*GONE)):
            gone.getparent().remove(gone)
        has_boxes = next(paragraph.iterdescendants(f"{W}p"), None) is not None
        if not (has_boxes or any(piece.letters for piece in pieces)):
            if held_words:
                take_out(paragraph, self.marks)
            return
        was, typed = what_was(paragraph, self.grouped.letters.of(number), self.counted.get(paragraph, ""))
        added, struck = _whole(pieces)
        ends_cell = paragraph.getparent().tag == f"{W}tc" and paragraph.getnext() is None
        if ends_cell and not whole:
            added = struck = None  # the end of a cell cannot go without its row
        self.fillings[paragraph] = Filling(pieces, was, typed, added, struck)
        mark(paragraph, self.marks, added, struck)

    def _shown(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces that are written."""
        kept = set(map(id, self.marks.kept([piece.run for piece in pieces])))
        return [piece for piece in pieces if id(piece.run) in kept]

    # What the file has not

    def _new_paragraph(self, pieces: Sequence[Piece], like: Paragraph | None, anchor: Any) -> Any:
        if not any(piece.letters for piece in pieces):
            return anchor
        key = (like.kind, like.depth) if like else None
        sibling = self.siblings.get(key) if key else None
        made = paragraph_like(sibling, self.marks)
        look = None
        if sibling is not None:
            known = self.fillings.get(sibling)
            look = known.look if known and not known.was.looks else look_of(sibling, last=True)
        added, struck = _whole(pieces)
        self.fillings[made] = Filling(pieces, _NOTHING, 0, added, struck, look)
        mark(made, self.marks, added, struck)
        block(anchor).addnext(made)
        if key:
            self.siblings[key] = made
        return made

    def _new_rows(self, rows: Sequence[tuple[Paragraph, list[Piece]]], anchor: Any) -> Any:
        """Put rows behind a row of the file, or in a table of their own; the last of them."""
        rows = [(row, kept) for row, kept in ((row, self._shown(pieces)) for row, pieces in rows) if any(one.letters for one in kept)]
        cells_there = len(list(anchor.iterchildren(f"{W}tc")))
        alike = all(len(cells_of(pieces)) == cells_there for _, pieces in rows)
        if rows and (anchor.tag != f"{W}tr" or not (alike or anchor.getnext() is not None)):
            made = table([row for row, _ in rows], self.marks)
            block(anchor).addnext(made)
            return made[-1]
        for _, pieces in rows:
            cells = cells_of(pieces)
            row, inner = row_like(anchor, len(cells), self.marks)
            added, struck = _whole(pieces)
            mark_row(row, self.marks, added, struck)
            for (paragraph, look), cell in zip(inner, [*cells, *([[]] * (len(inner) - len(cells)))], strict=True):
                if any(piece.letters for piece in cell):
                    self.fillings[paragraph] = Filling(cell, _NOTHING, 0, added, struck, look)
                mark(paragraph, self.marks, added, struck)
            anchor.addnext(row)
            anchor = row
        return anchor

    def _leave_out(self, standing: set[Any]) -> None:
        """Take out what the file holds and the text has not."""
        gone: dict[Any, None] = {}
        for paragraph, number in self.grouped.numbers.items():
            unit = self.grouped.units[number]
            if unit not in standing and self.grouped.holds(paragraph):
                gone[unit] = None
        for unit in gone:
            take_out(unit, self.marks)


def _is_new_row(group: Group) -> bool:
    return group.unit is None and group.parts[0][0].kind is ProvisionKind.ROW


def _whole(pieces: Sequence[Piece]) -> tuple[str | None, str | None]:
    """The entry that brought all of some words, and the one that took all of them away."""
    runs = [piece.run for piece in pieces if piece.letters]
    added, struck = [run.added for run in runs], [run.struck for run in runs]
    return (added[0] if added and all(added) else None), (struck[0] if struck and all(struck) else None)
