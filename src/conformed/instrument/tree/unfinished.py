"""A provision that is still being filled, and what may stand under what.

In: what a heading or marker tells.  Out: once its end is known, the provision with all that was put under it.
"""

from conformed.instrument.tree.provision import Provision, ProvisionKind

# Ranks: a provision closes those that are open with its own rank or a higher one.
ROOT, ARTICLE, SECTION, DEFINED, CLAUSE = 0, 1, 2, 8, 10


class Unfinished:
    """A provision that is being filled; `paragraphs` counts those that it has had without a number.

    `alone` tells that its caption fills the paragraph that it opens.
    """

    __slots__ = (
        "alone", "body", "children", "heading", "indent", "kind", "label", "number", "paragraphs", "path", "rank",
        "run_in", "start",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913  (what a provision has)
        self,
        kind: ProvisionKind,
        label: str,
        path: str,
        number: str,
        start: int,
        body: int,
        *,
        rank: int = 0,
        run_in: bool = False,
        indent: int = 0,
    ) -> None:
        self.kind, self.label, self.path, self.number = kind, label, path, number
        self.start, self.body = start, body
        self.rank, self.run_in, self.indent = rank, run_in, indent
        self.heading: str | None = None
        self.children: list[Unfinished] = []
        self.paragraphs = 0
        self.alone = False

    def freeze(self, end: int) -> Provision:
        """The provision, which ends at `end`."""
        children: tuple[Provision, ...] = ()
        if self.children:
            ends = [child.start for child in self.children[1:]]
            ends.append(end)
            children = tuple([child.freeze(until) for child, until in zip(self.children, ends, strict=True)])
        body = max(self.start, min(self.body, children[0].start if children else end))
        return Provision(
            self.kind, self.label, self.path, self.number, self.heading, self.start, body, end, self.run_in,
            children,
        )  # fmt: skip
