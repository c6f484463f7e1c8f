"""The text: each passage of a version as a provision of the page.

In: a version's root.  Out: its provisions in order, and the way from an address to those that it names.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.instrument import ProvisionKind, parse_path
from conformed.version import Numbers, Passage, Run, at, key, locate
from conformed.views.page import PageProvision, PageRun
from conformed.views.to_page.sources import Sources

_LISTED = {
    ProvisionKind.ARTICLE,
    ProvisionKind.SECTION,
    ProvisionKind.PART,
    ProvisionKind.SIGNATURES,
    ProvisionKind.DEFINITION,
}


def provisions(root: Passage, sources: Sources) -> Iterator[PageProvision]:
    """The provisions in the order of the text."""
    count = 0
    stack: list[tuple[Passage, str | None, int]] = [(child, None, 0) for child in reversed(root.children)]
    while stack:
        passage, parent, level = stack.pop()
        count += 1
        own = f"p{count}"
        yield _provision(passage, own, parent, level, sources)
        for child in reversed(passage.children):
            deeper = (
                level + 1
                if child.kind is ProvisionKind.CLAUSE
                else level
                if passage.kind is ProvisionKind.CLAUSE
                else 0
            )
            stack.append((child, own, deeper))


def _provision(passage: Passage, own: str, parent: str | None, level: int, sources: Sources) -> PageProvision:
    return PageProvision(
        id=own, path=passage.path, parent=parent, kind=str(passage.kind), level=level,
        number=passage.number or None, heading=passage.caption or None, run_in=passage.run_in,
        outline=passage.kind in _LISTED, added=passage.added, struck=passage.struck,
        runs=tuple(_run(run, sources) for run in passage.runs),
        numbers=tuple(_run(run, sources) for run in passage.numbers),
        columns=passage.columns,
    )  # fmt: skip


def _run(run: Run, sources: Sources) -> PageRun:
    return PageRun(run.text, run.span, sources.page(run.span), run.added, run.struck, run.lacuna, run.ours)


class Places(msgspec.Struct, frozen=True):
    """The provisions of the page by their addresses."""

    numbers: Numbers
    by_path: dict[tuple[str, ...], list[str]]

    def of(self, path: str | None, by: str | None = None) -> tuple[str, ...]:
        """The provisions of the page that an address names, or the nearest above that stands.

        `by` is the entry or instrument that speaks of it, with the numbers of its time.
        """
        if not path or path == "*":
            return ()
        address = self.numbers.now(parse_path(path), by)
        found = self.by_path.get(key(address), [])
        while not found and (above := address.above()) is not None:
            address = above
            found = self.by_path.get(key(address), [])
        if not found and address.term is not None:
            root = self.numbers.version.root
            trails = locate(root, address).trails
            found = self.by_path.get(key(parse_path(at(root, trails[0]).path)), []) if trails else []
        return tuple(found)


def places_of(numbers: Numbers, shown: Sequence[PageProvision]) -> Places:
    """The places of the provisions that a version makes."""
    by_path: dict[tuple[str, ...], list[str]] = {}
    for provision in shown:
        if provision.path:
            by_path.setdefault(key(parse_path(provision.path)), []).append(provision.id)
    return Places(numbers, by_path)
