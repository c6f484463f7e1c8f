"""The outline of one instrument, as data and as text.

In: an instrument, and for the text of a provision its address.  Out: JSON values, or lines for a terminal.
The list of provisions holds the articles, sections and clauses of the body at every depth in the order of
the text, and the lettered paragraphs and clauses of exhibits; each part has its whole outline beside it as
well.
"""

import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conformed.document import Document
from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.instrument.addressed import Stretch
from conformed.instrument.tables.tables import Cell, Table, head, key, tables
from conformed.instrument.terms import Term, terms

_BODY = {ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE}
_NAMED = {
    ProvisionKind.TITLE: "Title",
    ProvisionKind.PREAMBLE: "Preamble",
    ProvisionKind.SIGNATURES: "Signature Pages",
}
_WORDS = 160  # characters of a provision that its outline quotes
_WIDTH = 100  # columns of a line on a terminal


def outline_json(instrument: Instrument, *further: Instrument) -> dict[str, Any]:
    """The outline of a file as JSON values: of its first instrument, and of the further ones, where it holds several."""
    found = _outline(instrument)
    return {**found, "further_instruments": [_outline(one) for one in further]} if further else found


def _outline(instrument: Instrument) -> dict[str, Any]:
    parts = [child for child in instrument.root.children if child.kind is ProvisionKind.PART]
    body = [child for child in instrument.root.children if child.kind in _BODY]
    listed = [one for child in body for one in child.walk() if one.kind in _BODY]
    listed += [one for part in parts for one in part.walk() if one.kind is ProvisionKind.CLAUSE]
    found = terms(instrument)
    return {
        "provisions": [_provision(instrument, one) for one in listed],
        "definitions": list(dict.fromkeys(one.term for one in found)),
        "terms": [_term(instrument, one) for one in found],
        "parts": [_part(instrument, part) for part in parts],
        "tables": [_table(instrument, path, table) for path, table in _tables(instrument)],
    }


def _provision(instrument: Instrument, provision: Provision) -> dict[str, Any]:
    document = instrument.document
    return {
        "path": provision.path,
        "kind": provision.kind.value,
        "number": provision.number,
        "heading": provision.heading,
        "text": " ".join(document.reading.text[provision.body : provision.end][: _WORDS * 2].split())[
            :_WORDS
        ],
        "run_in": provision.run_in,
        "page": document.page(document.reading.source(provision.start)),
    }


def _term(instrument: Instrument, term: Term) -> dict[str, Any]:
    return {
        "term": term.term,
        "path": term.path,
        "scope": term.scope,
        "in_passing": term.in_passing,
        "page": instrument.document.page(term.span.start),
    }


def _part(instrument: Instrument, part: Provision) -> dict[str, Any]:
    document = instrument.document
    return {
        "name": part.path,
        "title": part.heading,
        "page": document.page(document.reading.source(part.start)),
        "provisions": [_provision(instrument, one) for one in part.walk() if one is not part and one.path],
    }


def _tables(instrument: Instrument) -> Iterator[tuple[str, Table]]:
    """The tables, each with its path: its number within the provision that it stands in."""
    every = tables(instrument.document, instrument.root)
    starts = [table.start for table in every]
    for number, table in enumerate(every):
        holder = next(one for one in reversed(instrument.root.at(table.start)) if one.path)
        yield f"{holder.path}~table {number - bisect.bisect_left(starts, holder.start) + 1}", table


def _table(instrument: Instrument, path: str, table: Table) -> dict[str, Any]:
    document = instrument.document
    return {
        "path": path,
        "columns": [head(table, place) for place in range(len(table.heads))],
        "rows": [key(document, row) for row in table.rows if row.cells],
        "page": document.page(document.reading.source(table.start)),
    }


def outline_text(instrument: Instrument) -> str:
    """The outline as lines: number, caption or first words, page; deeper provisions set in."""
    found = {table.start: (path, table) for path, table in _tables(instrument)}
    return "".join(f"{line}\n" for line in _lines(instrument, found, instrument.root.children, 0))


def _lines(
    instrument: Instrument,
    found: Mapping[int, tuple[str, Table]],
    provisions: Sequence[Provision],
    depth: int,
) -> Iterator[str]:
    for provision in provisions:
        if provision.start in found and provision.kind is ProvisionKind.ROW:
            path, table = found[provision.start]
            columns = " | ".join(head(table, place) for place in range(len(table.heads)))
            yield _line(instrument, provision, f"~{path.rpartition('~')[2]}", columns, depth)
        if provision.label or provision.kind is ProvisionKind.QUOTATION:
            label = "(quoted text)" if provision.kind is ProvisionKind.QUOTATION else provision.label
            words = "" if provision.kind in _NAMED or label == "Recitals" else _words(instrument, provision)
            yield _line(instrument, provision, label, words, depth)
            yield from _lines(instrument, found, provision.children, depth + 1)


def _line(instrument: Instrument, provision: Provision, label: str, words: str, depth: int) -> str:
    document = instrument.document
    page = f"  p. {document.page(document.reading.source(provision.start))}" if document.pages > 1 else ""
    room = _WIDTH - 2 * depth - len(label) - len(page) - 2
    shown = words if len(words) <= room else words[: max(room - 4, 8)].rstrip() + " ..."
    return f"{'  ' * depth}{label}  {shown}".rstrip() + page


def _words(instrument: Instrument, provision: Provision) -> str:
    if provision.heading:
        return " ".join(provision.heading.split())
    return " ".join(instrument.document.reading.text[provision.body : provision.lead][:_WORDS].split())


def stretch_text(instrument: Instrument, stretch: Stretch) -> str:
    """The words that an address names, under a line that says where they stand in the file."""
    document = instrument.document
    place = document.span(stretch.start, stretch.end)
    first, last = document.page(place.start), document.page(place.end - 1)
    pages = f"page {first}" if first == last else f"pages {first} to {last}"
    begun, ended = document.line_number(place.start), document.line_number(place.end - 1)
    lines = f"line {begun}" if begun == ended else f"lines {begun} to {ended}"
    words = _entries(stretch.cells) or document.reading.text[stretch.start : stretch.end].strip()
    return f"{stretch.path}: {document.name}, {pages}, {lines}\n\n{words}\n"


def _entries(cells: Sequence[Cell]) -> str:
    """The cells of a row or column under each other, in brackets those that may stand elsewhere."""
    if len(cells) == 1 and cells[0].of is not None:
        return cells[0].words
    width = max((len(cell.of or "") for cell in cells), default=0)
    lines = [
        f"[{cell.words}]" if cell.of is None else f"{cell.of.ljust(width)}  {cell.words}" for cell in cells
    ]
    if any(cell.of is None for cell in cells):
        lines.append("\nWords in brackets: it is not certain to which row and column they belong.")
    return "\n".join(lines)


def stretch_json(instrument: Instrument, stretch: Stretch) -> dict[str, Any]:
    """The same as JSON values."""
    document = instrument.document
    cells = [
        {"of": cell.of, "text": cell.words, **_place(document, cell.start, cell.end)}
        for cell in stretch.cells
    ]
    return {
        "path": stretch.path,
        "heading": stretch.heading,
        "text": "\n".join(cell.words for cell in stretch.cells)
        or document.reading.text[stretch.start : stretch.end].strip(),
        **_place(document, stretch.start, stretch.end),
        **({"cells": cells} if cells else {}),
    }


def _place(document: Document, start: int, end: int) -> dict[str, Any]:
    place = document.span(start, end)
    return {
        "page": document.page(place.start),
        "line": document.line_number(place.start),
        "span": {"document": place.document, "start": place.start, "end": place.end},
    }
