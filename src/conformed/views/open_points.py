"""The open points of a matter as Markdown: what is not settled, where, and what would settle it.

In: a page.  Out: a text with a section for each open point, in the order of what they put in doubt, and
the files that were left out; for a terminal the same without the marks that keep Markdown from reading the words.
"""

from collections.abc import Callable, Iterator

from conformed.basis import long_day
from conformed.basis.pattern import pattern
from conformed.views.lines import short
from conformed.views.page import Page, PageFinding
from conformed.views.told import finding_title

_LONG = 600  # characters of a sentence that a point quotes whole
_SPECIAL = pattern(r"([\\`*_{}\[\]<>#|])")


def open_points(page: Page, *, plain: bool = False) -> str:
    """The open points of a matter."""
    return "\n".join(_lines(page, str if plain else _safe)).rstrip() + "\n"


def _lines(page: Page, safe: Callable[[str], str]) -> Iterator[str]:
    points = [finding for finding in page.findings if finding.open]
    yield f"# Open points: {safe(page.title)}"
    yield ""
    yield (
        f"{len(points)} open as of {long_day(page.today)}."
        if points
        else "No open points."
    )
    for finding in points:
        yield ""
        yield from _point(page, finding, safe)
    if settled := [finding for finding in page.findings if not finding.open and finding.kind != "Duplicate"]:
        yield ""
        yield "# Settled by rulings"
        yield ""
        yield from (f"- {safe(finding.says)} {safe(finding.settled_by)}" for finding in settled)
    if files := [finding.says for finding in page.findings if finding.kind == "Duplicate"] + [*page.files]:
        yield ""
        yield "# Files left out, or taken in with a doubt"
        yield ""
        yield from (f"- {safe(sentence)}" for sentence in files)


def _point(page: Page, finding: PageFinding, safe: Callable[[str], str]) -> Iterator[str]:
    titles = {instrument.id: instrument.title for instrument in page.instruments}
    names = {document.id: document.name for document in page.documents}
    yield f"## {finding.number}. {finding_title(finding.kind)}" + (f": {safe(finding.path)}" if finding.path not in {None, "*"} else "")
    yield ""
    yield safe(finding.says)
    if finding.quote:
        where = [titles[finding.instrument]] if finding.instrument in titles else []
        where += [f"page {finding.page}"] if finding.page else []
        where += (
            [safe(names[finding.span.document])] if finding.span and finding.span.document in names else []
        )
        yield ""
        yield f"> {safe(short(finding.quote, _LONG))}"
        yield f"> ({', '.join(where)})"
    if finding.nearest:
        yield ""
        yield f"Nearest, in {safe(finding.nearest.path)}: “{safe(finding.nearest.text)}”"
    for candidate in finding.candidates:
        yield f"- {safe(candidate.path)}: “{safe(candidate.text)}”"
    yield ""
    yield f"Settled by: {finding.settled_by}. (In a ruling: {finding.kind}.)"


def _safe(text: str) -> str:
    """Text of a document with the marks of Markdown taken literally."""
    return _SPECIAL.sub(r"\\\1", text)
