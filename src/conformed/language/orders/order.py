"""What a sentence orders, as it is gathered: one verb of change, with what it changes and what takes its place."""

import msgspec

from conformed.instrument import Path


class Phrase(msgspec.Struct, frozen=True):
    """An argument of a verb: quoted words, addresses, announced text, a mark of punctuation, or what stands for one."""

    kind: str
    start: int
    end: int
    value: str
    inner: tuple[int, int]
    paths: tuple[Path, ...] = ()
    back: bool = False
    new: bool = False
    occurrence: int | None = None


class Order(msgspec.Struct):
    """One verb of change with its arguments, as they are gathered.

    `objects` is what it changes or puts in, `instead` what takes its place, `places` where; `after` and `before`
    are anchors; `named` what it is to be called; `announced` tells that new text follows the sentence; `lieu` that
    the words take the place of what the order before struck; `each` that every occurrence is meant; `struck` that
    what it replaces is struck whole; `closes` that the point at the end gave way, so that its words bring the one with
    which the provision closes; `rest` that it takes all that follows some words, to the end of a "provision", "sentence" or
    "paragraph", as the words at `rested` say; `leans` is the noun by which it calls its place again ("in such clause");
    `unclear` tells that it names a place that is not understood, `unplaced` that its
    subject is one.
    """

    verb: str
    passive: bool
    start: int
    end: int
    objects: list[Phrase] = []
    instead: list[Phrase] = []
    places: list[Phrase] = []
    named: list[Phrase] = []
    after: list[Phrase] = []
    before: list[Phrase] = []
    announced: str | None = None
    at_end: bool = False
    at_beginning: bool = False
    lieu: bool = False
    each: bool = False
    struck: bool = False
    closes: bool = False
    rest: str | None = None
    rested: tuple[int, int] = (0, 0)
    unclear: bool = False
    unplaced: bool = False
    leans: str | None = None
    pairs: list[tuple[Phrase, Phrase]] = []

    @property
    def tells(self) -> bool:
        """Whether it names anything that it would change or put in."""
        return self.announced is not None or any(
            (self.objects, self.instead, self.places, self.named, self.after, self.before)
        )

    @property
    def names_document(self) -> bool:
        """Whether it names the document whose provision it changes."""
        return any(
            path.document is not None for phrase in (*self.objects, *self.places) for path in phrase.paths
        )

    def of(self, kind: str) -> list[Phrase]:
        """The objects of one kind."""
        return [phrase for phrase in self.objects if phrase.kind == kind]
