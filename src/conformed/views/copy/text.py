"""The text of a copy: the layout of the reading page with what stands in one text, and the notes beside each block.

In: a Page of the text that is shown.  Out: blocks in order.  Afterwards each word that stands is in one of them; in a redline
also each that was struck, but for those that were put in and struck again.
"""

from collections.abc import Iterable, Iterator

import msgspec

from conformed.views.copy import Block, Paragraph, Piece, Row, Told
from conformed.views.copy.notes import Noting
from conformed.views.reader import text as layout
from conformed.views.reader.pieces import Item
from conformed.views.reader.text import Leaf, text_of
from conformed.views.reader.words import lacuna

_ROLES = {"num", "heading", "term"}
_DEPTHS = {"part": 2, "article": 2, "section": 3, "subsection": 4}
_LISTED = 90  # characters of a heading that the outline has room for


def blocks_of(notes: Noting, *, redline: bool) -> Iterator[Block]:
    """The blocks of a text."""
    laid = text_of(notes.page)
    made = _Setter(notes, redline)
    depth = 1
    for block in (*laid.front, *(one for chunk in laid.chunks for one in chunk.blocks)):
        found = made.block(block, laid.heading)
        if not (found.paragraphs or found.rows):
            continue
        if found.entry:  # no level of the outline is passed over
            depth = min(found.depth, depth + 1)
            found = msgspec.structs.replace(found, depth=depth)
        yield found


class _Setter(msgspec.Struct):
    """Sets blocks; `held` are notes of which the block has no words in this text, and which stand beside the next."""

    notes: Noting
    redline: bool
    held: tuple[Told, ...] = ()

    def block(self, block: layout.Block, heading: str) -> Block:
        """A block, with no words where none stand."""
        first = block.leaves[0]
        rows = tuple(self._rows(block.leaves)) if block.kind == "row" else ()
        paragraphs = () if block.kind == "row" else tuple(self._paragraphs(block.leaves))
        told = (self.notes.note(item) for item in self._noted(block))
        notes = tuple(dict.fromkeys((*self.held, *(one for one in told if one))))
        self.held = () if rows or paragraphs else notes
        pieces = [piece for one in paragraphs for piece in (*one.head, *one.body)]
        head = " ".join("".join(piece.text for piece in paragraphs[0].head if piece.change != "out").split()) if paragraphs else ""
        entry = (head if len(head) <= _LISTED else f"{head[:_LISTED].rpartition(' ')[0]} …") if first.kind in _DEPTHS else ""
        return Block(
            kind=first.kind, level=min(first.provision.level, 6), anchor=first.provision.id, entry=entry, depth=_DEPTHS.get(first.kind, 0),
            numbered=bool(first.provision.number) and first.kind not in _DEPTHS, whole=bool(pieces) and all(one.change == "in" for one in pieces if one.text.strip()),
            named=first.provision.id == heading, paragraphs=paragraphs, rows=rows, notes=notes,
        )  # fmt: skip

    def _noted(self, block: layout.Block) -> Iterator[Item]:
        """The items that stand for notes, each once."""
        found = dict.fromkeys(item for leaf in block.leaves for item in leaf.items if item.kind in {"note", "page"})
        yield from dict.fromkeys((*found, *block.notes))

    def _paragraphs(self, leaves: Iterable[Leaf]) -> Iterator[Paragraph]:
        """The paragraphs of leaves, of which those behind the first go on in its last."""
        first, *others = leaves
        if first.kind == "contents":  # each line by itself
            for leaf in (first, *others):
                if words := self._pieces([item for part in leaf.parts for item in (*part.head, *part.body)]):
                    yield Paragraph((), words)
            return
        rest = [_plain(item) for leaf in others for part in leaf.parts for item in (Item("run", " "), *part.head, *part.body)]
        for turn, part in enumerate(first.parts):
            behind = rest if turn == len(first.parts) - 1 else []
            head, body = self._pieces(part.head), self._pieces((*part.body, *behind))
            if head or body:
                yield Paragraph(head, body)

    def _rows(self, leaves: Iterable[Leaf]) -> Iterator[Row]:
        for leaf in leaves:
            cells = tuple(self._pieces(cell) for cell in leaf.cells)
            if any(cells):
                yield Row(cells, leaf.headed, leaf.rule, leaf.further)

    def _pieces(self, items: Iterable[Item]) -> tuple[Piece, ...]:
        """The words of items that stand, or nothing where they are but blanks."""
        found = [piece for item in items if item.kind in {"run", "lacuna"} for piece in self._piece(item)]
        while found and not found[-1].text.strip():
            found.pop()
        while found and not found[0].text.strip():
            del found[0]
        if found:
            found[-1] = msgspec.structs.replace(found[-1], text=found[-1].text.rstrip())
        return tuple(_marked_once(found))

    def _piece(self, item: Item) -> Iterator[Piece]:
        if item.struck and (item.added or not self.redline):
            return
        by = item.struck or item.added
        tone, mark = self.notes.history(by) if by else ("", "")
        change = "" if by is None or item.ours else "out" if item.struck else "in"
        role = "lacuna" if item.kind == "lacuna" else "ours" if item.ours else item.role if item.role in _ROLES else ""
        text = f"[{lacuna(item.text)}]" if role == "lacuna" else item.text
        yield Piece(text, role, change, tone, mark if item.end else "", by in self.notes.marks)


def _marked_once(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of which a mark stands once behind what one instrument struck and put in, blanks between them passed over."""
    found: list[Piece] = []
    then = ""
    for one in reversed(list(pieces)):
        found.append(msgspec.structs.replace(one, mark="") if one.mark == then else one)
        then = one.mark if one.text.strip() else then
    return found[::-1]


def _plain(item: Item) -> Item:
    """An item as it stands in the midst of a paragraph, where no number hangs before the words."""
    return msgspec.structs.replace(item, role="") if item.role == "num" else item

