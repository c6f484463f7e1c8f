"""The open points of a matter as Markdown: what is not settled, where, and what would settle it.

In: a page.  Out: a text with a section for each open point, in the order of what they put in doubt, and
the files that were left out; for a terminal the same without the marks that keep Markdown from reading the words.
"""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from conformed.basis import long_day
from conformed.basis.pattern import pattern
from conformed.views.lines import short
from conformed.views.page import Page, PageCandidate, PageFinding
from conformed.views.told import finding_title

_LONG = 600  # characters of a sentence that a point quotes whole
_SPECIAL = pattern(r"([\\`*_{}\[\]<>#|])")


class Point(msgspec.Struct, frozen=True):
    """An open point: its number, kind and place, what it says, the words quoted and where they stand, and what would settle it.

    `nearest` is the text nearest to what was sought, and `candidates` are the places that fit.
    """

    number: int
    kind: str
    path: str
    says: str
    quote: str
    cited: str
    nearest: PageCandidate | None
    candidates: tuple[PageCandidate, ...]
    settled_by: str

    @property
    def title(self) -> str:
        """Its kind in words, and its place."""
        return finding_title(self.kind) + (f": {self.path}" if self.path else "")


def points(page: Page) -> list[Point]:
    """The open points of a matter."""
    titles = {instrument.id: instrument.title for instrument in page.instruments}
    names = {document.id: document.name for document in page.documents}
    return [_point(finding, titles, names) for finding in page.findings if finding.open]


def _point(finding: PageFinding, titles: Mapping[str, str], names: Mapping[str, str]) -> Point:
    where = [titles[finding.instrument]] if finding.instrument and finding.instrument in titles else []
    where += [f"page {finding.page}"] if finding.page else []
    where += [names[finding.span.document]] if finding.span and finding.span.document in names else []
    return Point(
        finding.number, finding.kind, "" if finding.path in {None, "*"} else finding.path or "", finding.says,
        short(finding.quote, _LONG) if finding.quote else "", ", ".join(where) if finding.quote else "",
        finding.nearest, finding.candidates, finding.settled_by,
    )  # fmt: skip


def settled(page: Page) -> list[str]:
    """What rulings settle, in a sentence each."""
    return [f"{one.says} {one.settled_by}" for one in page.findings if not one.open and one.kind != "Duplicate"]


def left_out(page: Page) -> list[str]:
    """The files that were left out, or taken in with a doubt, in a sentence each."""
    return [one.says for one in page.findings if one.kind == "Duplicate"] + [*page.files]


def open_points(page: Page, *, plain: bool = False) -> str:
    """The open points of a matter."""
    return "\n".join(_lines(page, str if plain else _safe)).rstrip() + "\n"


def _lines(page: Page, safe: Callable[[str], str]) -> Iterator[str]:
    found = points(page)
    yield f"# Open points: {safe(page.title)}"
    yield ""
    yield f"{len(found)} open as of {long_day(page.today)}." if found else "No open points."
    for point in found:
        yield ""
        yield from _section(point, safe)
    for title, sentences in (("Settled by rulings", settled(page)), ("Files left out, or taken in with a doubt", left_out(page))):
        if sentences:
            yield ""
            yield f"# {title}"
            yield ""
            yield from (f"- {safe(sentence)}" for sentence in sentences)


def _section(point: Point, safe: Callable[[str], str]) -> Iterator[str]:
    yield f"## {point.number}. {finding_title(point.kind)}" + (f": {safe(point.path)}" if point.path else "")
    yield ""
    yield safe(point.says)
    if point.quote:
        yield ""
        yield f"> {safe(point.quote)}"
        yield f"> ({safe(point.cited)})"
    if point.nearest:
        yield ""
        yield f"Nearest, in {safe(point.nearest.path)}: “{safe(point.nearest.text)}”"
    for candidate in point.candidates:
        yield f"- {safe(candidate.path)}: “{safe(candidate.text)}”"
    yield ""
    yield f"Settled by: {point.settled_by}. (In a ruling: {point.kind}.)"


def _safe(text: str) -> str:
    """Text of a document with the marks of Markdown taken literally."""
    return _SPECIAL.sub(r"\\\1", text)
