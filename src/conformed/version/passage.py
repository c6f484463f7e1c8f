"""The text of an agreement as a tree of passages, each made of runs that have one history.

Text is added and struck, never erased: what stands on a day is a choice among the runs.  Passages are values; a
change makes a new tree that shares what it leaves alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from conformed.basis import Span
from conformed.document import Document
from conformed.instrument import Path, Provision, ProvisionKind, outline_within, parse_path
from conformed.instrument.numbers.ordinals import counted
from conformed.instrument.tables.grid import columns
from conformed.version.wrapped import running_in

Trail = tuple[int, ...]

OPENING = 300
"""Characters in which a provision that defines a term names it."""


class Run(msgspec.Struct, frozen=True):
    """The longest piece of text with one history.

    `added` is the entry that brought it, None for the agreement's own; `struck` the one that took it away.
    `lacuna` says what is not to hand, where there is no text; `ours` that the words are Conformed's own.
    """

    text: str
    span: Span | None
    added: str | None = None
    struck: str | None = None
    lacuna: str | None = None
    ours: bool = False


class Passage(msgspec.Struct, frozen=True, dict=True):
    """A provision of the text: its number, caption and own words, and what stands under it.

    `kind`, `label`, `path` and `heading` are those of a provision; `number` and `caption`, as printed, stand before
    `runs` on the page; `numbers` is the history of `number` where an instrument gave it another; `added` and `struck` are the entries that brought and took away the passage as a whole.
    `columns` are, of a row, the columns of the file in which its cells begin.
    """

    kind: ProvisionKind
    label: str
    path: str
    number: str = ""
    numbers: tuple[Run, ...] = ()
    caption: str = ""
    heading: str | None = None
    run_in: bool = False
    span: Span | None = None
    added: str | None = None
    struck: str | None = None
    columns: tuple[int, ...] = ()
    runs: tuple[Run, ...] = ()
    children: tuple["Passage", ...] = ()

    @cached_property
    def address(self) -> Path:
        """Its path, taken apart."""
        return parse_path(self.path)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What its address shares with the other ways to write it."""
        return key(self.address)

    @cached_property
    def opening(self) -> str:
        """The words with which its caption and its own words that stand begin."""
        return f"{self.caption} {''.join(run.text for run in self.runs if run.struck is None)}".strip()[:OPENING]

    @cached_property
    def terms(self) -> frozenset[str]:
        """The defined terms of the definitions in it, as they are compared: looked for as `keys` are."""
        own = {key(Path(term=self.label))[2]} if self.kind is ProvisionKind.DEFINITION else set()
        return frozenset(own).union(*(one.terms for one in self.children))

    @cached_property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """The keys of all addresses in it: most of a text stays as it is from one change to the next, and is not looked through again."""
        own = (self.key,) if self.path else ()
        return frozenset((*own, *(one.key for one in self.children if one.path and not one.children))).union(
            *(one.keys for one in self.children if one.children)
        )


def key(path: Path) -> tuple[str, ...]:
    """What two addresses of one provision share: roman and arabic articles, and capitals, are alike."""
    section = path.section or ""
    article = re.fullmatch(r"article\s+(\w+)", section, re.IGNORECASE)
    if article:
        number = article[1].lower()
        section = f"article {counted(number) or number}"
    section = re.sub(r"\.0$", "", section)
    term = re.sub(r"[^a-z0-9]", "", (path.term or "").lower())
    return ((path.part or "").lower(), section.lower(), term, *path.steps, path.place or "")


def passages(
    document: Document, provision: Provision, added: str | None = None, *, run_in: bool | None = None
) -> Passage:
    """The passage that a provision of a document makes, added by the entry `added`."""
    text = document.reading.text
    lead = provision.lead
    body = provision.body
    if provision.kind is ProvisionKind.CLAUSE and not provision.children and not text[body:lead].strip():
        body = provision.start + len(provision.number)  # what is set like a caption is all that it says
    start, end = _trimmed(text, body, lead)
    runs = (Run(text[start:end], document.span(start, end), added),) if end > start else ()
    caption = " ".join(text[provision.start + len(provision.number) : body].split())
    whole = (
        document.span(provision.start, max(provision.end, provision.start + 1))
        if provision.end > provision.start
        else None
    )
    return Passage(
        kind=provision.kind, label=provision.label, path=provision.path, number=provision.number, caption=caption,
        heading=provision.heading, run_in=provision.run_in if run_in is None else run_in, span=whole, added=added, runs=runs,
        columns=columns(document, start, end) if provision.kind is ProvisionKind.ROW and runs else (),
        children=tuple(
            passages(document, child, added, run_in=joins)
            for child, joins in zip(provision.children, running_in(document, provision), strict=True)
        ),
    )  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def parsed(document: Document, start: int, end: int, parent: str, added: str) -> tuple[Passage, ...]:
    """The passages that a stretch of a document's reading makes when it is put under `parent`."""
    part, root = outline_within(document, start, end, (ProvisionKind.SECTION, parent))
    return tuple(passages(part, child, added) for child in root.children)


def cut(run: Run, start: int, end: int, documents: Mapping[str, Document]) -> Run:
    """The characters `start` to `end` of a run, with the place in the file of just these."""
    document = documents.get(run.span.document) if run.span is not None else None
    span = run.span
    if document is not None and run.span is not None and start < end:
        begun = document.reading.at(run.span.start)
        if document.reading.text[begun : begun + len(run.text)] == run.text:
            span = document.span(begun + start, begun + end)
    return msgspec.structs.replace(run, text=run.text[start:end], span=span)


def walk(root: Passage, trail: Trail = (), *, within_struck: bool = True) -> Iterator[tuple[Trail, Passage]]:
    """Each passage with the way to it, in the order of the text; what stands under a struck one only where asked."""
    ahead = [(trail, root)]
    while ahead:
        way, passage = ahead.pop()
        yield way, passage
        if passage.children and (within_struck or passage.struck is None):
            last = len(passage.children) - 1
            ahead += [((*way, last - turn), child) for turn, child in enumerate(reversed(passage.children))]


def called(root: Passage, wanted: tuple[str, ...], trail: Trail = ()) -> Iterator[Trail]:
    """The ways to the passages whose address has the key `wanted`, in the order of the text."""
    if root.path and root.key == wanted:
        yield trail
    for place, child in enumerate(root.children):
        if child.children:
            if wanted in child.keys:
                yield from called(child, wanted, (*trail, place))
        elif child.path and child.key == wanted:
            yield (*trail, place)


def at(root: Passage, trail: Trail) -> Passage:
    """The passage at the end of a trail."""
    for place in trail:
        root = root.children[place]
    return root


def put(root: Passage, trail: Trail, passage: Passage) -> Passage:
    """The tree with the passage at the end of a trail exchanged."""
    if not trail:
        return passage
    place = trail[0]
    children = root.children
    return msgspec.structs.replace(
        root, children=(*children[:place], put(children[place], trail[1:], passage), *children[place + 1 :])
    )


def insert(root: Passage, trail: Trail, place: int, new: tuple[Passage, ...]) -> Passage:
    """The tree with passages put in as children, from `place` on, of the passage at the end of a trail."""
    parent = at(root, trail)
    return put(
        root,
        trail,
        msgspec.structs.replace(parent, children=(*parent.children[:place], *new, *parent.children[place:])),
    )


def struck(passage: Passage, entry: str) -> Passage:
    """A passage with all that stands of it struck by an entry, notes of what was struck under it before included."""
    return msgspec.structs.replace(
        passage,
        struck=passage.struck or entry,
        runs=tuple(
            msgspec.structs.replace(run, struck=entry) if run.struck is None else run for run in passage.runs
        ),
        children=tuple(struck(child, entry) for child in passage.children),
    )


def standing(passage: Passage) -> str:
    """The words of a passage that stand, with those of all under it, paragraphs apart by line ends."""
    lines: list[str] = []
    _collect(passage, lines)
    return "\n".join(line for line in lines if line)


def _collect(passage: Passage, lines: list[str]) -> None:
    if passage.struck is not None:
        own = "".join(run.text for run in passage.runs if run.struck is None and run.ours)
        if own:
            lines.append(f"{passage.number} {own}".strip())
        return
    own = "".join(run.text for run in passage.runs if run.struck is None)
    words = " ".join(piece for piece in (passage.number, passage.caption, own) if piece)
    if passage.run_in and lines:
        lines[-1] = f"{lines[-1]} {words}".strip()
    else:
        lines.append(words)
    for child in passage.children:
        _collect(child, lines)


def is_gap(there: Passage) -> bool:
    """Whether of a provision that is spoken of no word is to hand."""
    return all(run.lacuna is not None for run in there.runs) and bool(there.runs) and all(map(is_gap, there.children))
