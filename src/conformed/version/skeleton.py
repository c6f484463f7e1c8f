"""What is known of an agreement that is not to hand: the skeleton that its instruments tell.

In: a chain without agreement, and its entries.  Out: the provisions that the instruments change or mention, each
a lacuna but for the words that an entry says stand there.  Words that an earlier instrument put there are none of the agreement's own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from conformed.basis import Span
from conformed.instrument import Path, ProvisionKind, parse_path, references
from conformed.instrument.numbers.sections import figures
from conformed.language import Action, Operation, names_of_agreement, remarks
from conformed.ledger import Chain, Entry, Link
from conformed.version.passage import Passage, Run

_QUOTES = {
    Action.REPLACE_TEXT,
    Action.DELETE_TEXT,
    Action.INSERT_TEXT,
}  # what quotes words that stand in its target
_GAP = "Text not to hand"
_OF_THE_LAW = {"162", "280G", "401", "409A", "422", "4999"}  # sections of the tax law that agreements speak of


class _Known(msgspec.Struct):
    """A provision that is known of, with the words known to stand in it and what stands under it."""

    words: list[tuple[str, Span | None]]
    under: dict[str, "_Known"]


def skeleton(chain: Chain, entries: Sequence[Entry]) -> Passage:
    """The skeleton of the agreement of a chain."""
    known = _Known([], {})
    added: set[Path] = set()  # by an instrument, so that no words of the agreement itself stand there
    moved: dict[Path, Entry] = {}  # numbers that instruments gave to what bore another before
    brought: dict[str | None, list[Entry]] = {}  # what entries put in, by its section
    for entry in entries:
        operation = entry.operation
        target = operation.target
        if target.document is not None or target.whole or operation.action is Action.OVERRIDE:
            continue
        if operation.action is Action.ADD_PROVISION:
            added.add(target)
            target = target.above() or Path()
        given = (moved[path] for path in _around(target) if path in moved)
        if target.whole or not added.isdisjoint(_around(target)) or any(_speaks_of(entry, one) for one in given):
            continue
        before = brought.setdefault(target.section, [])
        _grow(known, target).words.extend(one for one in _words(entry) if not any(_brings(other, entry, one[0]) for other in before))
        before.append(entry)
        if (path := _renumbered(operation)) is not None:
            moved[path] = entry
    for link in chain.links:
        for path in _mentioned(link):
            if moved.keys().isdisjoint(_around(path)):
                _grow(known, path)
    title = Run(chain.title, None, ours=False)
    head = Passage(ProvisionKind.TITLE, "Title", "Title", runs=(title,))
    return Passage(ProvisionKind.INSTRUMENT, "", "*", children=(head, *_passages(known, "")))


def _renumbered(operation: Operation) -> Path | None:
    """The address that a provision gets, of which another number is all that changes."""
    if operation.action is not Action.RENUMBER or operation.new is None:
        return None
    words, target = operation.new.words, operation.target
    if words.startswith("("):
        return msgspec.structs.replace(target, steps=(*target.steps[:-1], words)) if target.steps else None
    return msgspec.structs.replace(parse_path(words), part=target.part)


def _speaks_of(entry: Entry, given: Entry) -> bool:
    """Whether an entry that names a number means what got it: in the same sentence, or in a later instrument."""
    return entry.link != given.link or entry.operation.sentence == given.operation.sentence


def _brings(other: Entry, entry: Entry, words: str) -> bool:
    """Whether words that an entry says stand in a provision once are those that an earlier instrument put there."""
    new, operation = other.operation.new, entry.operation
    if new is None or other.link == entry.link or operation.occurrence is not None:
        return False
    mine, theirs = (set(_around(one.operation.target)) for one in (entry, other))
    within = mine <= theirs or theirs <= mine
    whole = rf"(?<!\w)(?<!\w[.,]){re.escape(' '.join(words.split()))}(?![.,]?\w)"
    return within and re.search(whole, " ".join(new.words.split())) is not None


def _around(path: Path) -> Iterator[Path]:
    """An address without its sentence or paragraph, and those of what is around it."""
    above: Path | None = msgspec.structs.replace(path, place=None, inner=())
    while above is not None and not above.whole:
        yield above
        above = above.above()


def _grow(known: _Known, path: Path) -> _Known:
    for label in _labels(path):
        known = known.under.setdefault(label, _Known([], {}))
    return known


def _labels(path: Path) -> Iterator[str]:
    """The steps of an address from the outside in."""
    if path.part:
        yield from path.part.split("/")
    if path.section:
        yield path.section
    if path.term is not None:
        yield f"#{path.term}"
    yield from path.steps


def _words(entry: Entry) -> Iterator[tuple[str, Span | None]]:
    """The words that an entry says stand in its target, in their order."""
    operation = entry.operation
    if operation.action not in _QUOTES:
        return
    for words in (operation.after, operation.old, operation.before):
        if words and words not in {"^", "$"}:
            yield words, operation.sentence


def _mentioned(link: Link) -> Iterator[Path]:
    """The provisions of the agreement that an instrument names, in its own words and in the text it puts in."""
    if link.read is None or not link.changes:
        return
    read = link.read
    for waiver in read.waivers:
        yield from waiver.provisions
    for remark in remarks(read):
        yield from remark.paths
    names = names_of_agreement(read.instrument, read.head)
    for operation in read.operations:
        if operation.new is not None:
            for found in references(operation.new.words):
                for path in found.paths:
                    ours = path.document is None or path.document.lower() in names
                    if path.section and path.section not in _OF_THE_LAW and ours:
                        yield Path(None, path.part, path.section, path.term, path.steps)


def _passages(known: _Known, above: str) -> tuple[Passage, ...]:
    made = []
    for label, inner in sorted(known.under.items(), key=lambda item: _order(item[0])):
        path = f"{above}{'' if not above or label.startswith(('(', '#')) else '/'}{label}"
        made.append(
            Passage(
                _kind(label),
                label,
                path,
                number=_number(label),
                runs=tuple(_runs(inner.words)),
                children=_passages(inner, path),
            )
        )
    return tuple(made)


def _runs(words: Sequence[tuple[str, Span | None]]) -> Iterable[Run]:
    """A gap, the words that are known, a gap; words of one entry stand side by side."""
    gap = Run("", None, lacuna=_GAP)
    runs = [gap]
    for text, span in words:
        if runs[-1].span is not None and runs[-1].span == span:
            runs.append(Run(f" {text}", span))
        else:
            if runs[-1].lacuna is None:
                runs.append(gap)
            runs.append(Run(text, span))
    if len(runs) > 1:
        runs.append(gap)
    return runs


def _kind(label: str) -> ProvisionKind:
    if label.startswith("("):
        return ProvisionKind.CLAUSE
    if label.startswith("#"):
        return ProvisionKind.DEFINITION
    if label.startswith("Article"):
        return ProvisionKind.ARTICLE
    return ProvisionKind.SECTION if label[:1].isdigit() else ProvisionKind.PART


def _number(label: str) -> str:
    if label.startswith("#"):
        return ""
    return f"Section {label}" if label[:1].isdigit() else label


def _order(label: str) -> tuple[object, ...]:
    kind = _kind(label)
    if kind in {ProvisionKind.SECTION, ProvisionKind.ARTICLE}:
        return (0, figures(label.removeprefix("Article ")), label)
    if kind is ProvisionKind.CLAUSE:
        value = re.sub(r"\W", "", label)
        return (1, (int(value),) if value.isdigit() else (0,), value)
    return (2, (0,), label)
