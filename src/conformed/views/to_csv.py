"""The tables of a matter for a spreadsheet (CSV, RFC 4180): its entries, its findings, its entities, and what ties these.

In: a Page.  Out: a table by its name, a line for each thing behind one of heads.  Afterwards no cell is taken for a formula, and
none is longer than a spreadsheet takes.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from conformed.views.lines import short
from conformed.views.page import Page, PageParty
from conformed.views.parties import tied

ENTRIES = (
    "entry", "instrument", "dated", "effective", "standing", "operation", "change", "target", "outcome", "reason", "finding",
    "sentence", "section", "page", "document", "ruling",
)  # fmt: skip
FINDINGS = ("number", "finding", "says", "open", "since", "target", "instrument", "entry", "words", "page", "settled by")
PARTIES = ("name", "aliases", "former names", "form", "jurisdiction", "role", "signs as", "instruments", "operates in", "affiliate of", "acts by", "guarantees")
TIES = ("entity", "tie", "other entity", "how", "debts of", "dated", "instrument", "page", "reaffirmed in", "title of the paper", "in what capacity")
MARK = "\ufeff"  # what a file of a table begins with: by it Excel knows that the letters are UTF-8
_LONGEST = 32_000  # characters; Excel breaks the line of a cell that has more than 32,767
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

Cell = object
"""A text, a number, a day, or None for an empty cell."""


def entries_csv(page: Page) -> str:
    """What each instrument orders and what became of it, in the order of the ledger."""
    instruments = {one.id: one for one in page.instruments}
    findings = {one.number: one for one in page.findings}
    files = {one.id: one.name for one in page.documents}
    rows = []
    for one in page.entries:
        by, finding = instruments[one.instrument], findings.get(one.finding or 0)
        file = files.get(one.span.document) if one.span else None
        rows.append((
            one.id, by.title, by.dated, one.effective, by.standing, one.action, one.label, one.target, one.outcome, one.because,
            finding and f"{finding.kind}: {finding.says}", one.sentence, one.at, one.page, file, one.ruling,
        ))  # fmt: skip
    return _table(ENTRIES, rows)


def findings_csv(page: Page) -> str:
    """The findings, the open points among them, each with what settles it."""
    titles = {one.id: one.title for one in page.instruments}
    rows = (
        (one.number, one.kind, one.says, "yes" if one.open else "no", one.since, one.path, titles.get(one.instrument or ""), one.entry, one.quote, one.page, one.settled_by)
        for one in page.findings
    )
    return _table(FINDINGS, rows)


def parties_csv(page: Page) -> str:
    """The entities, each cell as it is told; several things in one cell are parted by semicolons."""
    return _table(PARTIES, _entities(page))


def ties_csv(page: Page) -> str:
    """Who acts by whom, whose affiliate one is, who guarantees whose debts to whom, a line for each and where it is told."""
    rows = (
        (tie.one, tie.kind, tie.other, tie.how, tie.of, tie.dated, tie.instrument, tie.page, "; ".join(tie.again), tie.title, tie.capacity)
        for tie in page.ties
    )
    return _table(TIES, rows)


def _entities(page: Page) -> Iterator[Sequence[Cell]]:
    for one in page.parties:
        ties = [tie for tie in page.ties if tie.one == one.name]
        yield *_own(one), *("; ".join(tied(tie) for tie in ties if tie.kind == kind) for kind in ("affiliate of", "acts by", "guarantees to"))


def _own(one: PageParty) -> Iterator[Cell]:
    several = (one.alias, one.former, one.signs, one.instruments, one.states)
    alias, former, signs, instruments, states = ("; ".join(each) for each in several)
    yield from (one.name, alias, former, one.form, one.jurisdiction, one.role, signs, instruments, states)


def _table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    held = io.StringIO()
    table = csv.writer(held)
    table.writerow(heads)
    table.writerows([_plain("" if cell is None else str(cell)) for cell in row] for row in rows)
    return held.getvalue()


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, nor breaks."""
    words = short(cell, _LONGEST) if len(cell) > _LONGEST else cell
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words


TABLES: dict[str, Callable[[Page], str]] = {"entries": entries_csv, "findings": findings_csv, "parties": parties_csv, "ties": ties_csv}
