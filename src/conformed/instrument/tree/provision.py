"""The tree of an instrument: addressable provisions, over the reading of its document."""

import enum
from collections.abc import Iterator

import msgspec


class ProvisionKind(enum.StrEnum):
    """What a provision is."""

    INSTRUMENT = "instrument"
    TITLE = "title"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    ARTICLE = "article"
    SECTION = "section"
    CLAUSE = "clause"
    DEFINITION = "definition"
    PARAGRAPH = "paragraph"
    ROW = "row"
    QUOTATION = "quotation"
    SIGNATURES = "signature"
    PART = "part"
    CONTENTS = "contents"


class Provision(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An addressable part of an instrument.

    `label` is its own step of the path ("2.10", "(b)", "#Agent", "Exhibit A"; empty for a paragraph without
    number), `path` its whole address in normal form (as `paths` has it; empty where it has none of its own),
    `number` its number as printed, `heading` its caption.  It is the characters `start` to `end` of the
    reading; its own words begin at `body`, behind number and heading, and end where the first child begins.
    Children follow one another without overlap.  `run_in` tells that it begins within a paragraph.
    """

    kind: ProvisionKind
    label: str
    path: str
    number: str
    heading: str | None
    start: int
    body: int
    end: int
    run_in: bool = False
    children: tuple["Provision", ...] = ()

    @property
    def lead(self) -> int:
        """Where its own words end."""
        return self.children[0].start if self.children else self.end

    def walk(self) -> Iterator["Provision"]:
        """This provision and all under it, in the order of the text."""
        stack = [self]
        while stack:
            provision = stack.pop()
            yield provision
            stack.extend(reversed(provision.children))

    def at(self, offset: int) -> tuple["Provision", ...]:
        """The provisions around the character `offset` of the reading, from this one down."""
        found: list[Provision] = []
        below: Provision | None = self
        while below is not None:
            found.append(below)
            below = next((child for child in below.children if child.start <= offset < child.end), None)
        return tuple(found)
