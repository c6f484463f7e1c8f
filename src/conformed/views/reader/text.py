"""The text of a matter, laid out for the page: chunks of blocks of provisions.

In: a Page.  Out: the text in order.  Afterwards every provision stands in exactly one block: those that run
in share one, rows share a table, signature blocks a page of signatures.
"""

import msgspec

from conformed.views.page import Page, PageProvision
from conformed.views.reader.margin import BOX_LONGEST, Margin, boxed, margin_of, with_notes
from conformed.views.reader.pieces import Item, Reader, ended, inherit, items_of
from conformed.views.reader.words import where

_HEADED = ("article", "part", "section")
_CHUNK = 40  # provisions to a chunk: some screens, so that few are laid out at once


class Part(msgspec.Struct, frozen=True):
    """What is set as one paragraph: a head on a line of its own, if any, and a body."""

    head: tuple[Item, ...]
    body: tuple[Item, ...]


class Leaf(msgspec.Struct, frozen=True):
    """One provision: its paragraphs (another for each time that it is restated), or its cells.

    `volatile` tells that none of its words stands on every day.
    """

    provision: PageProvision
    where: str
    parts: tuple[Part, ...]
    cells: tuple[tuple[Item, ...], ...]
    volatile: bool

    @property
    def items(self) -> tuple[Item, ...]:
        """All its items in order."""
        told = tuple(item for part in self.parts for item in part.head + part.body)
        return told + tuple(item for cell in self.cells for item in cell)


class Block(msgspec.Struct, frozen=True):
    """What is set together: a provision with those that run in, a table, or signature blocks."""

    kind: str
    leaves: tuple[Leaf, ...]
    notes: tuple[Item, ...] = ()
    headed: bool = False


class Chunk(msgspec.Struct, frozen=True):
    """Blocks that the browser lays out together, with their height as estimated, in lines."""

    blocks: tuple[Block, ...]
    lines: int


class Text(msgspec.Struct, frozen=True):
    """The title, before the headnote, and the rest."""

    front: tuple[Block, ...]
    chunks: tuple[Chunk, ...]


def text_of(page: Page) -> Text:
    """The whole text, laid out."""
    agreement = next((one.document for one in page.instruments if one.kind == "agreement"), None)
    reader, margin = Reader(agreement), margin_of(page)
    blocks: list[Block] = []
    run: list[Leaf] = []
    for provision in page.provisions:
        leaf = _leaf(provision, margin, reader)
        kind = _block_kind(provision)
        joins = run and (provision.run_in if kind == "prose" else True)
        if run and not (joins and kind == _block_kind(run[0].provision)):
            blocks.append(_block(run))
            run = []
        run.append(leaf)
    if run:
        blocks.append(_block(run))
    front = 0
    while front < len(blocks) and blocks[front].leaves[0].provision.kind == "title":
        front += 1
    return Text(tuple(blocks[:front]), tuple(_chunks(blocks[front:])))


def _block_kind(provision: PageProvision) -> str:
    return {"row": "table", "signature": "signatures"}.get(provision.kind, "prose")


def _block(leaves: list[Leaf]) -> Block:
    kind = _block_kind(leaves[0].provision)
    if kind != "table":
        return Block(kind, tuple(leaves))
    notes = dict.fromkeys(item for leaf in leaves for item in leaf.items if item.kind == "note")
    first = "".join(item.text for cell in leaves[0].cells for item in cell)
    headed = len(leaves) > 1 and len(leaves[0].cells) > 1 and not any(char.isdigit() for char in first)
    return Block(kind, tuple(leaves), tuple(notes), headed)


def _chunks(blocks: list[Block]) -> list[Chunk]:
    chunks: list[Chunk] = []
    held: list[Block] = []
    count = 0
    for block in blocks:
        kind = block.leaves[0].provision.kind
        most = 8 if kind in ("article", "part") else _CHUNK if kind in _HEADED else 2 * _CHUNK
        if held and count > most:
            chunks.append(Chunk(tuple(held), _lines(held)))
            held, count = [], 0
        held.append(block)
        count += len(block.leaves)
    if held:
        chunks.append(Chunk(tuple(held), _lines(held)))
    return chunks


def _lines(blocks: list[Block]) -> int:
    runs = (run for block in blocks for leaf in block.leaves for run in leaf.provision.runs)
    return len(blocks) + sum(1 + len(run.text) // 66 for run in runs)


def _leaf(provision: PageProvision, margin: Margin, reader: Reader) -> Leaf:
    runs = [inherit(run, provision) for run in provision.runs]
    items = with_notes(provision, items_of(provision, runs, reader), margin, reader, runs)
    items = ended(boxed(items, margin.near.get(provision.id, [])))
    volatile = bool(runs) and all(run.added or run.struck for run in runs)
    if provision.kind == "row":
        notes = tuple(item for item in items if item.kind == "note")
        return Leaf(provision, where(provision.path), (Part((), notes),), _cells(items), volatile)
    return Leaf(provision, where(provision.path), tuple(_parts(provision, items)), (), volatile)


def _parts(provision: PageProvision, items: list[Item]) -> list[Part]:
    pieces: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "again":
            pieces.append([])
        else:
            pieces[-1].append(item)
    cuts = [_head_length(provision, piece) for piece in pieces]
    return [Part(tuple(piece[:cut]), tuple(piece[cut:])) for piece, cut in zip(pieces, cuts, strict=True)]


def _head_length(provision: PageProvision, items: list[Item]) -> int:
    """How many items stand on the line of the heading."""
    if provision.kind not in _HEADED or provision.run_in:
        return 0
    titled = provision.kind != "section"
    length = 0
    for index, item in enumerate(items):
        if item.kind == "lacuna":
            return length
        if item.kind == "run" and not item.role and not item.ours and item.text.strip():
            break
        if item.role == "heading" or (item.kind == "run" and item.ours) or (titled and item.role == "num"):
            length = index + 1
    else:
        return len(items)
    short = sum(len(item.text) for item in items) <= BOX_LONGEST
    return len(items) if titled and not length and short else length


def _cells(items: list[Item]) -> tuple[tuple[Item, ...], ...]:
    """The cells of a row: tabs part them, and what replaces a struck run begins at that run's cell."""
    cells: list[list[Item]] = [[]]
    cursor, start, struck = 0, 0, None
    for item in items:
        if item.kind == "note":
            continue
        if struck and item.added == struck and "\t" in item.text:
            cursor = start
        if item.kind == "run":
            start, struck = cursor, item.struck if "\t" in item.text else None
        for index, text in enumerate(item.text.split("\t") if item.kind == "run" else [item.text]):
            cursor += index > 0
            while len(cells) <= cursor:
                cells.append([])
            if text:
                cells[cursor].append(msgspec.structs.replace(item, text=text))
    return tuple(tuple(cell) for cell in cells)
