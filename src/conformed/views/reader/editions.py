"""What the page shows in place of its text where hiding and showing does not give the text of a day.

In: the text of the page, and that of an edition.  Out: stretches of the edition, each with the blocks of the page's text in
whose place it stands.  Afterwards the page's text with these exchanged has the runs of the edition, each with its history.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

import msgspec

from conformed.views.page import Page
from conformed.views.reader.pieces import SPACE, Item
from conformed.views.reader.text import Block, Leaf, Text

_Told = tuple[str, tuple[tuple[str, str | None, str | None], ...]]  # the address of a leaf, and its words with their history


class Edition(msgspec.Struct, frozen=True):
    """A text that some entries give, `steps` in the order in which they are applied.

    `sound` are the counts of first steps that by themselves give the text that the page shows of them.
    """

    page: Page
    steps: tuple[str, ...]
    sound: tuple[int, ...]

    def serves(self, counts: Collection[str]) -> bool:
        """Whether it has the text that some entries by themselves give."""
        return set(self.steps[: len(counts)]) == set(counts) and len(counts) in self.sound


class Stretch(msgspec.Struct, frozen=True):
    """Blocks of an edition, and those that they replace, by their first provisions; `front` tells that they are the title.

    They stand at the block `at`, or behind it if `after`.
    """

    at: str
    after: bool
    gone: tuple[str, ...]
    blocks: tuple[Block, ...]
    front: bool = False


class Exchange(msgspec.Struct, frozen=True):
    """All that an edition replaces; `heading` is the line of its title that names the agreement."""

    stretches: tuple[Stretch, ...] = ()
    heading: str = ""


class _Other(msgspec.Struct, frozen=True):
    """Blocks of the text from `start` on, and what the edition has in their place."""

    start: int
    gone: Sequence[Block]
    come: Sequence[Block]


def exchange(text: Text, edition: Text, steps: Collection[str], mark: str) -> Exchange:
    """What an edition that applies `steps` replaces in a text; provisions that only it has get ids that begin with `mark`."""
    front, others_of_front = _aligned(text.front, edition.front, steps)
    bodies = [[block for chunk in one.chunks for block in chunk.blocks] for one in (text, edition)]
    body, others = _aligned(bodies[0], bodies[1], steps)
    title = [_Other(0, text.front, edition.front)] if others_of_front else []
    ids = {} if title else _ids_of_same(front, steps)
    ids |= _ids_of_same(body, steps)
    ids |= _ids_of_others([*title, *others], set(ids.values()), mark)
    held = [block for block in bodies[0] if _told(block, steps)]
    stretches = [_stretch(one, text.front, ids, front=True) for one in title]
    stretches += [_stretch(one, held, ids) for one in others]
    return Exchange(tuple(stretches), ids.get(edition.heading, ""))


def _stretch(other: _Other, held: Sequence[Block], ids: Mapping[str, str], *, front: bool = False) -> Stretch:
    after = not other.gone and other.start > 0
    at = held[other.start - after]
    blocks = tuple(_renamed(block, ids) for block in other.come)
    return Stretch(_id(at), after, tuple(map(_id, other.gone)), blocks, front)


def _aligned(
    ours: Sequence[Block], theirs: Sequence[Block], steps: Collection[str]
) -> tuple[list[tuple[Block, Block]], list[_Other]]:
    """The blocks that say the same with the same history, in pairs, and the stretches between them."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (only where a page has editions)

    mine, other = ([(block, told) for block in blocks if (told := _told(block, steps))] for blocks in (ours, theirs))
    same: list[tuple[Block, Block]] = []
    apart: list[_Other] = []
    number = {told: count for count, (_, told) in enumerate([*mine, *other])}
    operations = Indel.opcodes([number[told] for _, told in mine], [number[told] for _, told in other])
    for equal, some in groupby(operations, key=lambda one: one.tag == "equal"):
        found = list(some)
        a, b = found[0], found[-1]
        gone = [block for block, _ in mine[a.src_start : b.src_end]]
        come = [block for block, _ in other[a.dest_start : b.dest_end]]
        if equal:
            same += zip(gone, come, strict=True)
        else:
            apart.append(_Other(a.src_start, gone, come))
    return same, apart


def _told(block: Block, steps: Collection[str]) -> tuple[_Told, ...]:
    """What a block says once some entries are applied, with the history of its words: leaf by leaf, none that says nothing."""
    return tuple((leaf.path, words) for leaf in block.leaves if (words := tuple(_words(leaf.items, steps))))


def _words(items: Iterable[Item], steps: Collection[str]) -> Iterator[tuple[str, str | None, str | None]]:
    runs = (item for item in items if item.kind in ("run", "lacuna") and (item.added is None or item.added in steps))
    for (added, struck), some in groupby(runs, key=lambda item: (item.added, item.struck if item.struck in steps else None)):
        yield SPACE.sub(" ", "".join(item.text for item in some)), added, struck


def _ids_of_same(pairs: Iterable[tuple[Block, Block]], steps: Collection[str]) -> dict[str, str]:
    """The ids that provisions of an edition have in the text, where that says the same."""
    ids: dict[str, str] = {}
    for pair in pairs:
        ours, theirs = ([leaf.provision.id for leaf in block.leaves if tuple(_words(leaf.items, steps))] for block in pair)
        ids |= zip(theirs, ours, strict=True)
    return ids


def _ids_of_others(others: Sequence[_Other], taken: set[str], mark: str) -> dict[str, str]:
    """The ids of what stands in an edition alone: that of the provision with its address that it replaces, or one of its own."""
    free: dict[str, list[str]] = {}
    for leaf in reversed([*_leaves(block for other in others for block in other.gone)]):
        if leaf.of is None and leaf.path and leaf.provision.id not in taken:
            free.setdefault(leaf.path, []).append(leaf.provision.id)
    ids: dict[str, str] = {}
    for leaf in _leaves(block for other in others for block in other.come):
        known = free.get(leaf.path) if leaf.of is None else None
        ids[leaf.provision.id] = known.pop() if known else f"{mark}{leaf.provision.id}"
    return ids


def _leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    return chain.from_iterable(block.leaves for block in blocks)


def _renamed(block: Block, ids: Mapping[str, str]) -> Block:
    def renamed(leaf: Leaf) -> Leaf:
        provision = msgspec.structs.replace(leaf.provision, id=ids[leaf.provision.id])
        return msgspec.structs.replace(leaf, provision=provision, of=ids.get(leaf.of) if leaf.of else None)

    return msgspec.structs.replace(block, leaves=tuple(map(renamed, block.leaves)))


def _id(block: Block) -> str:
    return block.leaves[0].provision.id
