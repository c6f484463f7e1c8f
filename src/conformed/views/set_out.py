"""A text set out in paragraphs and rows, each with its runs: what files with marks of changes are written from.

In: a passage.  Out: its paragraphs in order, struck ones among them.  Afterwards each run has the history of the provisions
that hold it: who reads the runs that are not struck reads the text in force, who reads those that are not added the text
as it was before.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.instrument import ProvisionKind
from conformed.version import Passage, Run


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph, or a row of a table whose cells stand apart by tabs: what it is part of, its depth, and its runs."""

    kind: ProvisionKind
    path: str
    depth: int
    columns: tuple[int, ...]
    runs: tuple[Run, ...]

    def words(self, *, struck: bool = False) -> str:
        """Its words in force, or those before all changes."""
        kept = (run for run in self.runs if (run.added is None if struck else run.struck is None))
        return " ".join("".join(shown(run) for run in kept).split(" "))

    @property
    def added(self) -> str | None:
        """The entry that brought all of it; None where something of it was there before."""
        brought = [run.added for run in self.runs if run.text.strip() or run.lacuna]
        return brought[0] if brought and all(brought) else None

    @property
    def struck(self) -> str | None:
        """The entry that took all of it away; None where something of it stands."""
        taken = [run.struck for run in self.runs if run.text.strip() or run.lacuna]
        return taken[0] if taken and all(taken) else None


def shown(run: Run) -> str:
    """The words of a run; of a text that is not to hand what is known of it, in square brackets."""
    return f"[{run.lacuna}]" if run.lacuna and not run.text else run.text


def set_out(passage: Passage) -> list[Paragraph]:
    """The paragraphs of a passage and of all under it; what runs in goes on in the paragraph before it."""
    return list(_paragraphs(passage, 0, None))


def _paragraphs(passage: Passage, depth: int, gone: str | None) -> list[Paragraph]:
    """The paragraphs of a passage that the entry `gone` took away with what it stands under."""
    own = tuple(line(passage, gone))
    found = [Paragraph(passage.kind, passage.path, depth, passage.columns, own)] if any(shown(run).strip() for run in own) else []
    for child in passage.children:
        nested = child.kind is ProvisionKind.CLAUSE and passage.kind is ProvisionKind.CLAUSE
        inner = _paragraphs(child, depth + nested, passage.struck or gone)
        if child.run_in and found and inner:
            found[-1] = _joined(found[-1], inner.pop(0))
        found += inner
    return found


def _joined(upper: Paragraph, lower: Paragraph) -> Paragraph:
    """A paragraph that goes on with the words of another."""
    return msgspec.structs.replace(upper, runs=(*upper.runs, blank(upper.runs, lower.runs), *lower.runs))


def blank(left: Sequence[Run], right: Sequence[Run]) -> Run:
    """The blank between two texts, which stands wherever both have words."""
    added = next((side[0].added for side in (left, right) if all(run.added for run in side)), None)
    struck = next((side[0].struck for side in (left, right) if all(run.struck for run in side)), None)
    return Run(" ", None, added, struck)


def line(passage: Passage, gone: str | None) -> Iterator[Run]:
    """Number, caption and own words of a passage as they follow each other."""
    number, caption, own = pieces(passage, gone)
    before: list[Run] = []
    for text in (*([run] for run in (*number, *caption)), own):
        if before and text:
            yield blank(before, text)
        yield from text
        before += text


def pieces(passage: Passage, gone: str | None = None) -> tuple[list[Run], list[Run], list[Run]]:
    """Number, caption and own words of a passage, with its history; a note of ours stands behind the number that it is about."""
    struck = passage.struck or gone
    own = [_inherited(run, passage.added, struck) for run in _trimmed(passage.runs)]
    stays = any(run.ours and run.struck is None for run in own)  # the number of what a note of ours stands for
    numbers = passage.numbers or ((Run(passage.number, None),) if passage.number else ())
    number = [_inherited(_placed(run, passage), passage.added, None if stays else struck) for run in numbers]
    caption = [_inherited(_placed(Run(passage.caption, None), passage), passage.added, struck)] if passage.caption else []
    return number, caption, own


def cells(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of a row, cell by cell."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *others = shown(run).split("\t")
        found[-1] += [msgspec.structs.replace(run, text=first)] if first else []
        found += [[msgspec.structs.replace(run, text=words)] if words else [] for words in others]
    return found


def _placed(run: Run, passage: Passage) -> Run:
    """A number or a caption with the place of the provision that it heads; not of a number that an instrument gave."""
    return run if run.span or run.added else msgspec.structs.replace(run, span=passage.span)


def _trimmed(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs without the blanks at either end."""
    kept = list(runs)
    while kept and not shown(kept[0]).strip():
        del kept[0]
    while kept and not shown(kept[-1]).strip():
        del kept[-1]
    if kept:
        kept[0] = msgspec.structs.replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = msgspec.structs.replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _inherited(run: Run, added: str | None, struck: str | None) -> Run:
    """A run with the history of what holds it, where it has none of its own; a note of what was struck stays."""
    if run.ours and run.added and run.added == struck:
        struck = None
    return msgspec.structs.replace(run, added=run.added or added, struck=run.struck or struck)
