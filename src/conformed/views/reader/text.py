"""The text of a matter, laid out for the page: chunks of blocks of provisions of items.

In: a Page and its Chain.  Out: the text in order.  Afterwards every run of the page stands in exactly one
place (cut where its number, heading or a disputed word begins), provisions that run in share a block, rows
share a table, and each margin note stands before the first words it speaks of.
"""

import re

import msgspec

from conformed.views.page import Page, PageFinding, PageProvision, PageRun
from conformed.views.reader.head import heading_end, number_end, term_at
from conformed.views.reader.words import where

_SPACE = re.compile(r"\s+")
_LINES_KEPT = ("title", "signature", "article", "part")
_HEADED = ("article", "part", "section")
_CHUNK = 40        # provisions to a chunk: some screens, so that few are laid out at once
_BOX_LONGEST = 200  # words nearest to what was sought are boxed up to this length


class Item(msgspec.Struct, frozen=True):
    """A piece of the text, the mark of a page, or a margin note.

    `kind` is "run", "lacuna", "page" or "note"; "again" parts a restated provision from what it was.  A run's `role` is "", "num", "heading", "term", "near", "path" or "space"; those that
    replace each other share a `group`.  A note's `role` is "entry", "override", "waiver" or "finding", and
    `ref` says which.  `end` tells that a run's words end here, so that its siglum follows.
    """

    kind: str
    text: str = ""
    role: str = ""
    added: str | None = None
    struck: str | None = None
    group: int | None = None
    ours: bool = False
    ref: str = ""
    end: bool = False


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


class _Margin(msgspec.Struct):
    """What the margin has to say of each provision, and which words are in dispute there."""

    overrides: dict[str, list[str]]
    waivers: dict[str, list[str]]
    findings: dict[str, list[str]]
    near: dict[str, list[tuple[str, str]]]
    noted: frozenset[str]


class _Reader(msgspec.Struct):
    """What is carried from one provision to the next."""

    agreement: str | None
    page: int | None = None
    whole: frozenset[str] = frozenset()
    group: int = 0


def text_of(page: Page) -> Text:
    """The whole text, laid out."""
    agreement = next((one.document for one in page.instruments if one.kind == "agreement"), None)
    reader, margin = _Reader(agreement), _margin(page)
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
        if held and ((kind in ("article", "part") and count > 8) or (kind in _HEADED and count > _CHUNK) or count > 2 * _CHUNK):
            chunks.append(Chunk(tuple(held), _lines(held)))
            held, count = [], 0
        held.append(block)
        count += len(block.leaves)
    if held:
        chunks.append(Chunk(tuple(held), _lines(held)))
    return chunks


def _lines(blocks: list[Block]) -> int:
    length = sum(1 + len(run.text) // 66 for block in blocks for leaf in block.leaves for run in leaf.provision.runs)
    return length + len(blocks)


# margin


def _margin(page: Page) -> _Margin:
    margin = _Margin({}, {}, {}, {}, frozenset(entry.id for entry in page.entries))
    for entry in page.entries:
        if entry.action == "override" and entry.finding is None:
            for provision in entry.provisions:
                margin.overrides.setdefault(provision, []).append(entry.id)
    for waiver in page.waivers:
        for provision in waiver.provisions:
            margin.waivers.setdefault(provision, []).append(waiver.id)
    for finding in page.findings:
        # these bear on the whole text, or are told by the note of their entry
        if finding.open and finding.kind not in ("MissingInstrument", "Upon"):
            _dispute(finding, margin)
    return margin


def _dispute(finding: PageFinding, margin: _Margin) -> None:
    for provision in finding.provisions:
        margin.findings.setdefault(provision, []).append(str(finding.number))
    places = [(finding.nearest, "")] if finding.nearest else []
    places += [(one, chr(97 + index) if index < 26 else "") for index, one in enumerate(finding.candidates)]
    for one, letter in places:
        words = _SPACE.sub(" ", one.text).strip() if one else ""
        if one and one.provision and 0 < len(words) <= _BOX_LONGEST:
            margin.near.setdefault(one.provision, []).append((words, f"{finding.number}{letter}"))


# one provision


def _leaf(provision: PageProvision, margin: _Margin, reader: _Reader) -> Leaf:
    runs = [_inherit(run, provision) for run in provision.runs]
    items = _with_notes(provision, _items(provision, runs, reader), margin, reader, runs)
    items = _ended(_boxed(items, margin.near.get(provision.id, [])))
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


def _inherit(run: PageRun, provision: PageProvision) -> PageRun:
    """A run with the history of its provision where it has none of its own."""
    return msgspec.structs.replace(
        run, added=run.added or provision.added, struck=run.struck or provision.struck
    )


def _items(provision: PageProvision, runs: list[PageRun], reader: _Reader) -> list[Item]:
    items: list[Item] = []
    stage = "number" if provision.number else "heading" if provision.heading else "body"
    groups, first = _groups(runs, reader), True
    if runs and runs[0].lacuna is not None and provision.number and provision.kind != "row":
        items.append(Item("run", f"{where(provision.path)} ", "path", ours=True))
    for run, group in zip(runs, groups, strict=True):
        if run.page and run.added is None and run.page != reader.page and _of_agreement(run, reader):
            reader.page = run.page
            items.append(Item("page", str(run.page)))
        make = _Maker(run, group)
        if run.lacuna is not None and not run.text:
            items.append(make("lacuna", run.lacuna))
            stage = "body"
            continue
        text = run.text if provision.kind in (*_LINES_KEPT, "row") else _SPACE.sub(" ", run.text)
        if run.ours:
            items += _ours(provision, runs, run, make, text)
        elif first or stage != "body" or _again(provision, runs, run):
            if _again(provision, runs, run):
                items += [Item("again")] if not first else []
                stage = "number"
            pieces, stage = _split(provision, text, stage)
            items += [make("run", words, role) for role, words in pieces if words]
        else:
            items.append(make("run", text))
        first = first and not text.strip()
    return items


class _Maker(msgspec.Struct):
    """Makes the items of one run, all with its history."""

    run: PageRun
    group: int | None

    def __call__(self, kind: str, text: str, role: str = "") -> Item:
        return Item(kind, text, role, self.run.added, self.run.struck, self.group, self.run.ours)


def _of_agreement(run: PageRun, reader: _Reader) -> bool:
    return bool(reader.agreement) and (run.span is None or run.span.document == reader.agreement)


def _again(provision: PageProvision, runs: list[PageRun], run: PageRun) -> bool:
    """Whether a run brings the provision's number again, because it restates the provision."""
    if not run.added or not provision.number or not number_end(run.text, provision.number):
        return False
    return any(other.struck == run.added for other in runs)


def _ours(provision: PageProvision, runs: list[PageRun], run: PageRun, make: "_Maker", text: str) -> list[Item]:
    """Words of ours; the number of what they stand for is kept, since others refer to it."""
    for other in runs:
        if run.added and other.struck == run.added and not other.ours:
            term = term_at(other.text) if provision.kind == "definition" else None
            if term:
                return [make("run", other.text[: term[1] + 1].strip() + " "), make("run", text)]
            end = number_end(other.text, provision.number) if provision.number else 0
            if end:
                return [make("run", other.text[:end].strip() + " ", "num"), make("run", text)]
    return [make("run", text)]


def _split(provision: PageProvision, text: str, stage: str) -> tuple[list[tuple[str, str]], str]:
    pieces: list[tuple[str, str]] = []
    position = 0
    if stage == "number" and provision.number:
        end = number_end(text, provision.number)
        if end:
            end += len(text[end:]) - len(text[end:].lstrip())
            pieces.append(("num", text[:end]))
            position = end
        stage = "heading" if provision.heading else "body"
    if stage == "heading" and provision.heading and text[position:].strip():
        end = heading_end(text, position, provision.heading)
        end += len(text[end:]) - len(text[end:].lstrip()) if end > position else 0
        if end > position and not (provision.kind == "definition" and term_at(text[position:])):
            pieces.append(("heading", text[position:end]))
            position = end
        stage = "body"
    rest = text[position:]
    term = term_at(rest) if provision.kind == "definition" else None
    if term:
        pieces += [("", rest[: term[0]]), ("term", rest[term[0] : term[1]])]
        rest = rest[term[1] :]
    pieces.append(("", rest))
    return pieces, stage


def _groups(runs: list[PageRun], reader: _Reader) -> list[int | None]:
    """A number for each run with a history; neighbours that share an entry share it."""
    groups: list[int | None] = []
    before: set[str | None] = set()
    for run in runs:
        mine = {run.added, run.struck} - {None}
        if not mine:
            groups.append(None)
        else:
            reader.group += not (mine & before)
            groups.append(reader.group)
        before = set(mine)
    return groups


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
    short = sum(len(item.text) for item in items) <= _BOX_LONGEST
    return len(items) if titled and not length and short else length


# notes, boxes, cells


def _with_notes(
    provision: PageProvision, items: list[Item], margin: _Margin, reader: _Reader, runs: list[PageRun]
) -> list[Item]:
    said = [Item("note", role="finding", ref=ref) for ref in margin.findings.get(provision.id, ())]
    said += [Item("note", role="waiver", ref=ref) for ref in margin.waivers.get(provision.id, ())]
    said += [Item("note", role="override", ref=ref) for ref in margin.overrides.get(provision.id, ())]
    whole = frozenset[str]()
    if runs:
        whole = frozenset.intersection(*(frozenset({run.added, run.struck} - {None}) for run in runs))
    goes_on = whole & reader.whole if not provision.outline and provision.kind != "definition" else frozenset()
    reader.whole = whole
    seen, result = set(goes_on), said
    bring = {item.added for item in items}
    for item in items:
        # what an entry brings is where its note belongs; what it only strikes, where it brings nothing
        for entry in (item.added, None if item.struck in bring else item.struck):
            if entry and entry not in seen and entry in margin.noted:
                seen.add(entry)
                result.append(Item("note", role="entry", ref=entry))
        result.append(item)
    return result


def _boxed(items: list[Item], near: list[tuple[str, str]]) -> list[Item]:
    """The items with the words in dispute cut out, each once."""
    for words, tag in near:
        for index, item in enumerate(items):
            found = item.text.find(words) if item.kind == "run" and not item.role else -1
            if found >= 0:
                ends = (item.text[:found], words, item.text[found + len(words) :])
                parts = [msgspec.structs.replace(item, text=end) for end in ends]
                parts[1] = msgspec.structs.replace(parts[1], role="near", ref=tag)
                items[index : index + 1] = [part for part in parts if part.text]
                break
    return items


def _ended(items: list[Item]) -> list[Item]:
    """The items, the last of each stretch with one history marked as its end."""
    history: tuple[str | None, str | None] = (None, None)
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.kind in ("run", "lacuna"):
            mine = (item.added, item.struck)
            if mine != history and mine != (None, None):
                words = item.text.rstrip() if item.kind == "run" else item.text
                rest = msgspec.structs.replace(item, text=item.text[len(words) :], role="space")
                ended = msgspec.structs.replace(item, text=words, end=True)
                items[index : index + 1] = [one for one in (ended, rest) if one.text] or [ended]
            history = mine
    return items


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
