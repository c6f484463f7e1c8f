"""Clauses that stand in words which an instrument put into a provision: `, if (a) it rains or (b) it snows,`.

In: the text, and a passage into which words were put.  Out: the text in which such clauses stand under the passage, or
beside it, each with its address, as if the agreement itself had been printed so; what stood behind the new words stays
apart from the last of them.  Where their labels do not fit those that stand there, the words stay words.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.instrument.numbers.markers import clauses, sentences
from conformed.instrument.numbers.numbering import Marker, depths
from conformed.instrument.numbers.ordinals import DEFINITION
from conformed.version.passage import Passage, Run, Trail, at, cut, insert, put, walk

_LABEL = pattern(r"\(\w{1,5}\)")
_MARKS = pattern(r"\s*[,.;:)\]\"”]*")
_WITHIN = {ProvisionKind.CLAUSE, ProvisionKind.PARAGRAPH}


class _Label(msgspec.Struct, frozen=True):
    """The label of a clause at `start` to `end` of a run: what stands in it, how deep, and whether it runs in."""

    run: int
    start: int
    end: int
    value: str
    depth: int
    run_in: bool


class _Page(msgspec.Struct, frozen=True):
    """A provision as it is printed, and the labels of its clauses, each with how deep it stands; None where that does not count.

    `begun` is where the paragraph of a passage begins, the number of which is `paragraph`, and `runs` where its runs do.
    """

    text: str
    markers: Mapping[Marker, int | None]
    begun: int
    paragraph: int
    runs: Mapping[int, int]


def enumerated(root: Passage, trail: Trail, entry: str, documents: Mapping[str, Document]) -> Passage:
    """The text with the clauses told apart that stand in words which an entry put into the passage at `trail`."""
    passage = at(root, trail)
    around = next(end for end in range(len(trail), -1, -1) if at(root, trail[:end]).kind not in _WITHIN)
    brought = [number for number, run in enumerate(passage.runs) if _may_hold_labels(run, entry)]
    if not brought or any(run.lacuna for run in passage.runs) or at(root, trail[:around]).path in {"", "*"}:
        return root
    labels = _labels(root, trail, around, brought)
    host = _host(root, trail, around, labels)
    return root if host is None else _told_apart(root, trail, host, labels, entry, documents)


def _may_hold_labels(run: Run, entry: str) -> bool:
    """Whether words were put in by an entry, or are a label that was taken in among words."""
    here = run.struck is None and not run.ours and "(" in run.text
    return here and (run.added == entry or _LABEL.fullmatch(run.text) is not None)


def _labels(root: Passage, trail: Trail, around: int, brought: Sequence[int]) -> list[_Label]:
    """The labels in some runs of a passage, read with all that stand in the provision; none where these read otherwise then."""
    page = _printed(root, trail, around)
    ends = {turn: page.runs[turn] + len(at(root, trail).runs[turn].text) for turn in brought}
    new = {
        marker: turn
        for marker in clauses(page.text, page.begun, max(ends.values()), page.paragraph, row=False)
        for turn in brought
        if page.runs[turn] <= marker.start < ends[turn]
    }
    every = sorted([*page.markers, *new], key=lambda one: one.start)
    read = dict(zip(every, depths(every, sentences(page.text, every)), strict=True)) if new else {}
    if any(read.get(marker, depth) != depth for marker, depth in page.markers.items() if depth is not None):
        return []
    found = []
    for marker, turn in new.items():
        depth, start = read[marker], page.runs[turn]
        if depth is not None:
            run_in = not page.text[: marker.start].rstrip(" ").endswith("\n")
            found.append(_Label(turn, marker.start - start, marker.end - start, marker.value, depth, run_in))
    return found


def _printed(root: Passage, trail: Trail, around: int) -> _Page:
    """The provision around the passage at `trail`, as it is printed."""
    text = ""
    paragraph = begun = first = number = 0
    markers: dict[Marker, int | None] = {}
    runs: dict[int, int] = {}
    for below, passage in walk(at(root, trail[:around]), trail[:around], within_struck=False):
        if passage.struck is not None:
            continue
        if not passage.run_in:
            text, paragraph = f"{text}\n", paragraph + 1
            first = len(text)
        if below == trail:
            begun, number = first, paragraph
        text += " " * passage.run_in
        end = len(text) + len(passage.number)
        if passage.kind is ProvisionKind.CLAUSE:
            shape = "()" if passage.number.startswith("(") else passage.number[-1:]
            marker = Marker(passage.label.strip("()"), shape, len(text), end, paragraph, passage.run_in)
            markers[marker] = _depth(root, below, around)
        elif passage.kind is ProvisionKind.DEFINITION and len(below) > around:
            markers[Marker(DEFINITION, "", len(text), len(text), paragraph, run_in=False)] = None
        text += f"{passage.number} {passage.caption} "
        for turn, run in enumerate(passage.runs):
            if below == trail:
                runs[turn] = len(text)
            text += run.text if run.struck is None and not run.ours else ""
    return _Page(text, markers, begun, number, runs)


def _depth(root: Passage, trail: Trail, around: int) -> int:
    """How deep a clause stands in the provision around it; the outermost at 0, what is none at -1."""
    return sum(at(root, trail[:end]).kind is ProvisionKind.CLAUSE for end in range(around + 1, len(trail) + 1)) - 1


def _host(root: Passage, trail: Trail, around: int, labels: Sequence[_Label]) -> Trail | None:
    """What the first of new clauses stands under: the passage, or what is around it where it goes on in that list.

    None where there are none, where one lacks what it stands under, or other clauses stand in between.
    """
    if not labels:
        return None
    first = labels[0].depth
    own = _depth(root, trail, around)
    steps = zip([own, *(one.depth for one in labels)], labels, strict=False)
    if any(one.depth > last + 1 or one.depth < first for last, one in steps):
        return None
    if first > own:
        return trail
    for end in range(len(trail), around, -1):
        passage, parent = at(root, trail[:end]), at(root, trail[: end - 1])
        last = all(child.struck is not None for child in passage.children[trail[end] + 1 if end < len(trail) else 0 :])
        if not last:
            return None
        if passage.kind is ProvisionKind.CLAUSE and _depth(root, trail[:end], around) == first:
            return trail[:end - 1] if parent.path else None
    return None


def _told_apart(
    root: Passage, trail: Trail, host: Trail, labels: Sequence[_Label], entry: str, documents: Mapping[str, Document]
) -> Passage:
    """The text with the words of a passage parted at labels into clauses under `host`."""
    passage = at(root, trail)
    runs = passage.runs
    begins = [(label.run, label.start) for label in labels]
    pieces = [_between(runs, one, after, documents) for one, after in itertools.pairwise([(0, 0), *begins, (len(runs), 0)])]
    own, *words = pieces
    behind: tuple[Run, ...] = ()
    if runs[labels[-1].run].added == entry:
        words[-1], behind = _ended(words[-1], documents)
    above = next(path for end in range(len(host), -1, -1) if (path := at(root, host[:end]).path))
    made = list(_clauses(labels, words, above, documents))
    if behind:
        made.append(Passage(ProvisionKind.PARAGRAPH, "", "", run_in=True, added=passage.added, runs=behind))
    root = put(root, trail, msgspec.structs.replace(passage, runs=own))
    return insert(root, host, 0 if host == trail else trail[len(host)] + 1, tuple(made))


def _clauses(
    labels: Sequence[_Label], words: Sequence[tuple[Run, ...]], above: str, documents: Mapping[str, Document]
) -> Iterator[Passage]:
    """The clauses that begin with the labels, those that stand deeper under those before them."""
    outer = [turn for turn, label in enumerate(labels) if label.depth == labels[0].depth]
    for turn, after in itertools.pairwise([*outer, len(labels)]):
        label, path = labels[turn], f"{above}({labels[turn].value})"
        run, *_ = words[turn]
        number, start = run.text[: label.end - label.start], label.end - label.start
        start += len(run.text[start:]) - len(run.text[start:].lstrip())
        below = _clauses(labels[turn + 1 : after], words[turn + 1 : after], path, documents) if turn + 1 < after else ()
        yield Passage(
            ProvisionKind.CLAUSE, f"({label.value})", path, number, run_in=label.run_in, added=run.added,
            span=cut(run, 0, len(run.text), documents).span,
            runs=_between(words[turn], (0, start), (len(words[turn]), 0), documents), children=tuple(below),
        )  # fmt: skip


def _ended(words: tuple[Run, ...], documents: Mapping[str, Document]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The words of the last of new clauses, with the marks behind them, and what stood behind the new words."""
    turn = next((turn for turn, run in enumerate(words) if turn and run.struck is None), len(words))
    marks = _MARKS.match(words[turn].text) if turn < len(words) else None
    end = (turn, marks.end() if marks else 0)
    behind = _between(words, end, (len(words), 0), documents)
    own = _between(words, (0, 0), end, documents)
    return (own, behind) if any(run.text.strip() and run.struck is None for run in behind) else ((*own, *behind), ())


def _between(
    runs: tuple[Run, ...], start: tuple[int, int], end: tuple[int, int], documents: Mapping[str, Document]
) -> tuple[Run, ...]:
    """The runs from one place, a run and a character of it, to another, without the blanks at the ends."""
    found = []
    for turn in range(start[0], min(end[0] + 1, len(runs))):
        run = runs[turn]
        first, last = start[1] if turn == start[0] else 0, end[1] if turn == end[0] else len(run.text)
        if first < last or (run.lacuna is not None and turn < end[0]):
            found.append(cut(run, first, last, documents) if (first, last) != (0, len(run.text)) else run)
    return tuple(_trimmed(found, documents))


def _trimmed(runs: list[Run], documents: Mapping[str, Document]) -> list[Run]:
    """Runs without the blanks before the first words that stand and behind the last."""
    standing = [turn for turn, run in enumerate(runs) if run.struck is None]
    for turn in standing:
        text = runs[turn].text
        start = len(text) - len(text.lstrip())
        if start < len(text):
            runs[turn] = cut(runs[turn], start, len(text), documents) if start else runs[turn]
            break
        runs[turn] = msgspec.structs.replace(runs[turn], text="")
    for turn in reversed(standing):
        text = runs[turn].text
        end = len(text.rstrip())
        if end:
            runs[turn] = cut(runs[turn], 0, end, documents) if end < len(text) else runs[turn]
            break
        runs[turn] = msgspec.structs.replace(runs[turn], text="")
    return [run for run in runs if run.text or run.lacuna]
