"""The text of a version as one reading: only what stands, with the way back to the file.

In: a version's root and the documents.  Out: the words that stand, paragraphs apart by line ends, with a tree of provisions
over them, as of an instrument; and for each place of them the page of the file.
"""

import bisect
from collections.abc import Mapping
from functools import cached_property

import msgspec

from conformed.basis import Candidate, Span
from conformed.document import Document
from conformed.instrument import Provision
from conformed.instrument.terms import Defined, defined_in
from conformed.version import Passage, Run

_AROUND = 60  # characters beside words that a place shows


class InForce(msgspec.Struct, frozen=True, dict=True):
    """The words that stand, the provisions over them, and the stretches that are copied from a file, with their starts."""

    text: str
    root: Provision
    starts: tuple[int, ...]
    runs: tuple[Run, ...]
    documents: Mapping[str, Document]

    def span(self, start: int, end: int) -> Span | None:
        """The place in the file of words that stand; None where they are those of no file, or of none alone."""
        number = bisect.bisect_right(self.starts, start) - 1
        if number < 0:
            return None
        run, begun = self.runs[number], self.starts[number]
        document = self.documents.get(run.span.document) if run.span else None
        if run.span is None or document is None or start >= begun + len(run.text):
            return run.span
        first = document.reading.at(run.span.start) + start - begun
        last = min(first + end - start, len(document.reading.text))
        return document.span(first, max(last, first + 1))

    @cached_property
    def defined(self) -> tuple[Defined, ...]:
        """The terms that the text defines."""
        return tuple(defined_in(self.text, self.root))

    @cached_property
    def _nested(self) -> tuple[list[int], list[tuple[Provision, ...]]]:
        """Where each provision begins, and those around it with itself."""
        starts: list[int] = []
        chains: list[tuple[Provision, ...]] = []
        stack: list[tuple[Provision, ...]] = [(self.root,)]
        while stack:
            chain = stack.pop()
            starts.append(chain[-1].start)
            chains.append(chain)
            stack += [(*chain, child) for child in reversed(chain[-1].children)]
        return starts, chains

    def around(self, offset: int) -> tuple[Provision, ...]:
        """The provisions around a place, from the whole down."""
        starts, chains = self._nested
        return chains[bisect.bisect_right(starts, offset) - 1]

    def path(self, offset: int) -> str:
        """The path of the innermost provision around a place."""
        return next((one.path for one in reversed(self.around(offset)) if one.path), "*")

    def place(self, start: int, end: int) -> Candidate:
        """Words that stand, with those beside them and the path of their provision."""
        first = self.text.find(" ", start - _AROUND, start) + 1 if start > _AROUND else 0
        last = self.text.find(" ", min(len(self.text), end + _AROUND))
        shown = self.text[first or start : last if last > 0 else len(self.text)]
        return Candidate(self.path(start), " ".join(shown.split()), self.span(start, end))


def in_force(root: Passage, documents: Mapping[str, Document]) -> InForce:
    """The words of a version that stand."""
    made = _Maker()
    top = made.provision(root)
    return InForce("".join(made.words), top, tuple(made.starts), tuple(made.runs), documents)


class _Maker:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.runs: list[Run] = []

    def _put(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def provision(self, passage: Passage) -> Provision:
        """The provision that the words of a passage make, with those under it that stand."""
        if self.length:
            self._put(" " if passage.run_in else "\n")
        start = self.length
        head = " ".join(one for one in (passage.number, passage.caption) if one)
        standing = [run for run in passage.runs if run.struck is None and not run.ours and run.text]
        self._put(head)
        if head and standing:
            self._put(" ")
        body = self.length
        for run in standing:
            self.starts.append(self.length)
            self.runs.append(run)
            self._put(run.text)
        children = tuple(self.provision(child) for child in passage.children if child.struck is None)
        return Provision(
            passage.kind, passage.label, passage.path, passage.number, passage.heading, start, body, self.length,
            run_in=passage.run_in, children=children,
        )  # fmt: skip
