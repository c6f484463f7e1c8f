"""The text of a matter, laid out for the page: chunks of blocks of provisions.

In: a Page.  Out: the text in order.  Afterwards every provision stands in exactly one block: those that run
in share one, rows share a table, lines of a table of contents stand together.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.tables.grid import grid
from conformed.views.page import Page, PageProvision
from conformed.views.places import where
from conformed.views.reader.margin import BOX_LONGEST, Margin, boxed, margin_of, with_notes
from conformed.views.reader.pieces import Item, Reader, ended, items_of, runs_of
from conformed.views.reader.rows import RULE, Row, cells_of

_TOGETHER = ("row", "contents")
_SIGNS = pattern(r"\s*(?:by|name|title|date|its)\b\s*:", re.IGNORECASE)
_HEADED = ("article", "part", "section", "subsection")
_HEAD = 4  # rows that the head of a table may have
_CHUNK = 40  # provisions to a chunk: some screens, so that few are laid out at once


class Part(msgspec.Struct, frozen=True):
    """What is set as one paragraph: a head on a line of its own, if any, and a body."""

    head: tuple[Item, ...]
    body: tuple[Item, ...]


class Leaf(msgspec.Struct, frozen=True):
    """One provision: its paragraphs (another for each time that it is restated), or its cells.

    `kind` is that of the provision, save that what stands on a title or signature page is set as such, and
    a section of a section as a "subsection"; `path` is its address, and `of` the provision whose address that is
    where it has none of its own, as the rows of a table and the paragraphs behind a clause have none;
    `volatile` tells that none of its words stands on every day, `rule` that they are but a drawn line,
    `starts` that a signature block begins with them, `headed` that they are a row of a table's head, `further`
    that they only carry on the cells of the row above.
    """

    provision: PageProvision
    kind: str
    path: str
    of: str | None
    parts: tuple[Part, ...]
    cells: tuple[tuple[Item, ...], ...]
    volatile: bool
    rule: bool
    starts: bool
    headed: bool = False
    further: bool = False

    @property
    def where(self) -> str:
        """Its place in words."""
        return where(self.path)

    @property
    def items(self) -> tuple[Item, ...]:
        """All its items in order."""
        told = tuple(item for part in self.parts for item in part.head + part.body)
        return told + tuple(item for cell in self.cells for item in cell)


class Block(msgspec.Struct, frozen=True):
    """What is set together: a provision with those that run in, a table, or a table of contents."""

    kind: str
    leaves: tuple[Leaf, ...]
    notes: tuple[Item, ...] = ()


class Chunk(msgspec.Struct, frozen=True):
    """Blocks that the browser lays out together, with their height as estimated, in lines."""

    blocks: tuple[Block, ...]
    lines: int


class Text(msgspec.Struct, frozen=True):
    """The title, before the headnote, and the rest; `heading` is the line of it that names the agreement."""

    heading: str
    front: tuple[Block, ...]
    chunks: tuple[Chunk, ...]


def text_of(page: Page) -> Text:
    """The whole text, laid out."""
    agreement = next((one.document for one in page.instruments if one.kind == "agreement"), None)
    reader, margin, settings = Reader(agreement), margin_of(page), _settings(page)
    hosts = _hosts(page)
    blocks: list[Block] = []
    held: list[Leaf] = []
    for provision in page.provisions:
        leaf = _leaf(provision, settings[provision.id], hosts[provision.id], margin, reader)
        if held and not _joins(held[0], leaf):
            blocks.append(_block(held))
            held = []
        held.append(leaf)
    if held:
        blocks.append(_block(held))
    end = next((index for index, block in enumerate(blocks) if block.kind != "title"), len(blocks))
    front = tuple(block for block in blocks[:end] if block.leaves[0].items)
    return Text(_heading(page, front), front, tuple(_chunks(blocks[end:])))


def _heading(page: Page, front: tuple[Block, ...]) -> str:
    title = " ".join(page.title.casefold().split())
    for block in front:
        leaf = block.leaves[0]
        words = " ".join("".join(item.text for item in leaf.items if item.kind == "run").casefold().split())
        if len(words) > 5 and (title.startswith(words) or words.startswith(title)):
            return leaf.provision.id
    return front[0].leaves[0].provision.id if front else ""


def _settings(page: Page) -> dict[str, str]:
    """How each provision is set: by its kind, or by that of the title or signature page it stands on."""
    settings: dict[str, str] = {}
    for provision in page.provisions:
        above = settings.get(provision.parent or "", "")
        plain = provision.kind in ("paragraph", "title", "signature")
        own = "subsection" if provision.kind == "section" and above.endswith("section") else provision.kind
        settings[provision.id] = above if above in ("title", "signature") and plain else own
    return settings


def _hosts(page: Page) -> dict[str, PageProvision]:
    """For each provision the one whose address it has: itself, or the nearest above it that has one."""
    hosts: dict[str, PageProvision] = {}
    for provision in page.provisions:
        above = hosts.get(provision.parent or "")
        hosts[provision.id] = above if above and above.path and not provision.path else provision
    return hosts


def _joins(first: Leaf, leaf: Leaf) -> bool:
    """Whether a provision is set together with those before it."""
    if leaf.kind in _TOGETHER or first.kind in _TOGETHER:
        return (leaf.kind, leaf.of) == (first.kind, first.of)
    return leaf.provision.run_in


def _block(leaves: list[Leaf]) -> Block:
    kind = leaves[0].kind
    if kind not in _TOGETHER:
        return Block(kind, tuple(_flowing(leaves)))
    notes = dict.fromkeys(item for leaf in leaves for item in leaf.items if item.kind == "note")
    if kind == "row":
        tables = groupby(leaves, key=lambda leaf: leaf.provision.added)
        leaves = [leaf for _, rows in tables for leaf in _table(list(rows))]
    return Block(kind, tuple(leaves), tuple(notes))


def _table(leaves: list[Leaf]) -> Iterator[Leaf]:
    """The rows of one table, their cells in columns; the rows above the first drawn line are its head."""
    lengths = [[sum(len(item.text) for item in cell) for cell in leaf.cells] for leaf in leaves]
    places = grid([(leaf.provision.columns, row) for leaf, row in zip(leaves, lengths, strict=True)])
    line = next((turn for turn, leaf in enumerate(leaves[: _HEAD + 1]) if leaf.rule), 0)
    head = line or int(len(leaves) > 1 and len(leaves[0].cells) > 1)
    told = "".join(item.text for leaf in leaves[:head] for cell in leaf.cells for item in cell)
    above: Row | None = None
    for turn, (leaf, taken) in enumerate(zip(leaves, places, strict=True)):
        at = dict(zip(taken, leaf.cells, strict=True))
        cells = tuple(at.get(place, ()) for place in range(taken[-1] + 1 if taken else 0))
        headed = turn < head and not any(char.isdigit() for char in told)
        row = Row(["".join(item.text for item in cell) for cell in leaf.cells], leaf.provision.columns)
        further = not headed and above is not None and row.carries_on(above)
        if not further:
            above = None if headed or leaf.rule else row
        yield msgspec.structs.replace(leaf, cells=cells, headed=headed, further=further)


def _flowing(leaves: list[Leaf]) -> list[Leaf]:
    """Leaves that run in: what goes on from one to the next bears its siglum, and its note, once."""
    said: set[tuple[str, str]] = set()
    flowing = []
    for index, leaf in enumerate(leaves):
        following = leaves[index + 1].items if index + 1 < len(leaves) else ()
        after = next((item for item in following if item.kind == "run"), None)
        parts = []
        for part in leaf.parts:
            head, body = (tuple(_once(items, said)) for items in (part.head, part.body))
            parts.append(Part(head, tuple(_open(body, after))))
        flowing.append(msgspec.structs.replace(leaf, parts=tuple(parts)))
    return flowing


def _once(items: tuple[Item, ...], said: set[tuple[str, str]]) -> Iterator[Item]:
    for item in items:
        key = (item.role, item.ref)
        if item.kind == "note" and key in said:
            continue
        if item.kind == "note":
            said.add(key)
        yield item


def _open(items: tuple[Item, ...], after: Item | None) -> Iterator[Item]:
    for item in items:
        goes_on = after is not None and item.end and (item.added, item.struck) == (after.added, after.struck)
        yield msgspec.structs.replace(item, end=False) if goes_on else item


def _chunks(blocks: list[Block]) -> list[Chunk]:
    chunks: list[Chunk] = []
    held: list[Block] = []
    count = 0
    for block in blocks:
        kind = block.kind
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


def _leaf(
    provision: PageProvision, kind: str, host: PageProvision, margin: Margin, reader: Reader
) -> Leaf:
    runs = runs_of(provision)
    items = with_notes(provision, items_of(provision, runs, reader), margin, reader, runs)
    items = ended(boxed(items, margin.near.get(provision.id, [])))
    volatile = bool(runs) and all(run.added or run.struck for run in runs)
    parts, cells = tuple(_parts(provision, items)), tuple[tuple[Item, ...], ...]()
    if kind == "row":
        parts, cells = (Part((), tuple(item for item in items if item.kind == "note")),), cells_of(items)
    words = "".join(run.text for run in runs)
    rule = bool(RULE.fullmatch(words)) and kind in ("row", "signature", "paragraph")
    starts = kind == "signature" and not rule and not _SIGNS.match(words)
    starts, reader.signing = starts and reader.signing, kind == "signature" and not starts
    of = None if host is provision else host.id
    return Leaf(provision, kind, host.path, of, parts, cells, volatile, rule, starts)


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
        if item.kind == "run" and item.role in {"", "near"} and not item.ours and item.text.strip():
            break
        if item.role == "heading" or (item.kind == "run" and item.ours) or (titled and item.role == "num"):
            length = index + 1
    else:
        return len(items)
    short = sum(len(item.text) for item in items) <= BOX_LONGEST
    return len(items) if titled and not length and short else length
