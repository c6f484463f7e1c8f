"""The outline of one instrument, as data and as text.

In: an instrument, and for the text of a provision its address.  Out: JSON values, or lines for a terminal.
The list of provisions holds the articles, sections and clauses of the body at every depth in the order of
the text, and the lettered paragraphs and clauses of exhibits; each part has its whole outline beside it as
well.  A text that is set off for another instrument has an outline of its own, told apart from the one around it.
"""

import bisect
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from conformed.document import Document
from conformed.instrument import Instrument, Provision, ProvisionKind, outline_within
from conformed.instrument.addressed import Stretch, told_apart
from conformed.instrument.set_off.unquoting import without_marks
from conformed.instrument.slips import slips
from conformed.instrument.tables.tables import Cell, Table, head, keys, tables
from conformed.instrument.terms import Term, terms
from conformed.views.places import where

_BODY = {ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE}
_NAMED = {
    ProvisionKind.TITLE: "Title",
    ProvisionKind.PREAMBLE: "Preamble",
    ProvisionKind.SIGNATURES: "Signature Pages",
}
_WORDS = 160  # characters of a provision that its outline quotes
_QUOTED = "> "  # before the lines of a text that is set off
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
    document, root = instrument.document, instrument.root
    names = told_apart(root)
    return {
        "provisions": [_provision(document, one, names) for one in listed],
        "definitions": list(dict.fromkeys(one.term for one in found)),
        "terms": [_term(document, one) for one in found],
        "parts": [_part(document, part) for part in parts],
        "tables": [_table(document, path, table) for path, table in _tables(document, root)],
        "set_off": [
            _set_off(document, root, one) for one in root.walk() if one.kind is ProvisionKind.QUOTATION
        ],
        "slips": [{"path": slip.path, "says": slip.says} for slip in slips(instrument)],
    }


def _provision(
    document: Document, provision: Provision, names: Mapping[tuple[str, int], str] = MappingProxyType({})
) -> dict[str, Any]:
    """A provision under its path, or the one of its `names` that tells it from others with that path."""
    words = document.reading.text[provision.body : provision.end][: _WORDS * 2]
    return {
        "path": names.get((provision.path, provision.start), provision.path),
        "kind": provision.kind.value,
        "number": provision.number,
        "heading": provision.heading,
        "text": " ".join(words.split())[:_WORDS],
        "run_in": provision.run_in,
        "page": document.page(document.reading.source(provision.start)),
    }


def _term(document: Document, term: Term) -> dict[str, Any]:
    return {
        "term": term.term,
        "path": term.path,
        "scope": term.scope,
        "in_passing": term.in_passing,
        "page": document.page(term.span.start),
    }


def _part(document: Document, part: Provision) -> dict[str, Any]:
    return {
        "name": part.path,
        "title": part.heading,
        "page": document.page(document.reading.source(part.start)),
        "provisions": [_provision(document, one) for one in part.walk() if one is not part and one.path],
    }


def _set_off(document: Document, root: Provision, quotation: Provision) -> dict[str, Any]:
    """A text that is set off, with the provision that sets it off, and its provisions, with addresses of its own."""
    around = next(one for one in reversed(root.at(quotation.start)) if one.path)
    part, within = _within(document, quotation)
    return {
        "under": around.path,
        "page": document.page(document.reading.source(quotation.start)),
        "text": " ".join(part.reading.text[: _WORDS * 2].split())[:_WORDS],
        "provisions": [_provision(part, one) for one in within.walk() if one.path],
        "tables": [_table(part, path, table) for path, table in _tables(part, within)],
    }


def _within(document: Document, quotation: Provision) -> tuple[Document, Provision]:
    """The tree of a text that is set off, and the document that holds only this."""
    start, end = without_marks(document.reading.text, quotation.start, quotation.end)
    return outline_within(document, start, end, (ProvisionKind.INSTRUMENT, ""))


def _tables(document: Document, root: Provision) -> Iterator[tuple[str, Table]]:
    """The tables, each with its path: its number within the provision that it stands in."""
    every = tables(document, root)
    starts = [table.start for table in every]
    for number, table in enumerate(every):
        holder = next((one for one in reversed(root.at(table.start)) if one.path), root)
        yield f"{holder.path}~table {number - bisect.bisect_left(starts, holder.start) + 1}", table


def _table(document: Document, path: str, table: Table) -> dict[str, Any]:
    return {
        "path": path,
        "columns": [head(table, place) for place in range(len(table.heads))],
        "rows": [key for key, row in zip(keys(document, table), table.rows, strict=True) if row.cells],
        "page": document.page(document.reading.source(table.start)),
    }


def outline_text(instrument: Instrument) -> str:
    """The outline as lines: number, caption or first words, page; deeper provisions set in; then slips in the numbers."""
    tree = _tree(instrument.document, instrument.root, "")
    return "".join(f"{line}\n" for line in (*tree, *_slips(instrument)))


def _slips(instrument: Instrument) -> Iterator[str]:
    """The numbers that skip or stand twice, each with the provision that bears it and its page."""
    for slip in slips(instrument):
        yield f"{slip.says}  {where(slip.path or '')}, p. {instrument.document.page(slip.places[0].start)}"


def _tree(document: Document, root: Provision, margin: str) -> Iterator[str]:
    found = {table.start: (path, table) for path, table in _tables(document, root)}
    return _lines(document, found, root.children, margin)


def _lines(
    document: Document,
    found: Mapping[int, tuple[str, Table]],
    provisions: Sequence[Provision],
    margin: str,
) -> Iterator[str]:
    for provision in provisions:
        if provision.start in found and provision.kind is ProvisionKind.ROW:
            path, table = found[provision.start]
            columns = " | ".join(head(table, place) for place in range(len(table.heads)))
            yield _line(document, provision, f"{margin}~{path.rpartition('~')[2]}", columns)
        if provision.kind is ProvisionKind.QUOTATION:
            part, root = _within(document, provision)
            yield _line(document, provision, f"{margin}(quoted text)", part.reading.text[:_WORDS])
            yield from _tree(part, root, f"{margin}  {_QUOTED}")
        elif provision.label:
            named = provision.kind in _NAMED or provision.label == "Recitals"
            titled = provision.label.startswith('"')  # by its heading
            words = "" if named or titled else provision.heading or _words(document, provision)
            yield _line(document, provision, margin + provision.label, words)
            yield from _lines(document, found, provision.children, f"{margin}  ")


def _line(document: Document, provision: Provision, label: str, words: str) -> str:
    page = f"  p. {document.page(document.reading.source(provision.start))}" if document.pages > 1 or document.begins else ""
    words, room = " ".join(words.split()), _WIDTH - len(label) - len(page) - 2
    shown = words if len(words) <= room else words[: max(room - 4, 8)].rstrip() + " ..."
    return f"{label}  {shown}".rstrip() + page


def _words(document: Document, provision: Provision) -> str:
    return document.reading.text[provision.body : provision.lead][:_WORDS]


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
