"""Entries of a table are struck, added or exchanged by their keys, or a table is exchanged for another.

Each key must stand in exactly one row; a table that is exchanged, or goes on with new rows, must be the only one in the provision.
"""

import re
from collections.abc import Mapping, Sequence

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.language import Action, Text
from conformed.ledger import Entry
from conformed.version.fold import fold
from conformed.version.laid_out import row_like
from conformed.version.new_text import new_passages
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Trail, at, insert, parsed, put, standing, struck, walk

ENTRIES = {Action.DELETE_ENTRIES, Action.ADD_ENTRIES, Action.REPLACE_ENTRIES}
_WHOLE_TABLE = pattern(  # only where it stands: "the pricing grid set forth in the second paragraph of Section 2.2 in its entirety"
    r"\b(?:tables?|grid|charts?|matrix|levels|schedules?)(?:,?\s(?:that|which|is|are|as|set|forth|contained|appearing|appears?|included|found|attached|located|for\sall"
    r"|stands?|there|therein|thereof|thereto|hereto|in|of|to|at|under|the|such|said|this|its|entirety|full|existing|current|end|beginning|(?:first|second|third|last)(?=\s(?:sentence|paragraph))"
    r"|sentences?|paragraphs?|(?:sub)?sections?|(?:sub)?clauses?|articles?|definitions?|terms?|exhibit|schedule|annex|appendix|attachment|[A-Z]|(?=\w*[\d.(])[\w.()-]+"
    r"|[“\"][^“”\"]{1,80}[”\"]))*[\s.,;:]*$",
    re.IGNORECASE,
)
_IS_TABLE = pattern(r"\b(?:tables?|grid|charts?|levels|schedules?)\b", re.IGNORECASE)


def apply_entries(root: Passage, trail: Trail, entry: Entry, documents: Mapping[str, Document]) -> Applied:
    """Strike, add or exchange entries of the table at `trail`; what is put in is to hand."""
    action, new = entry.operation.action, entry.operation.new
    if action is Action.DELETE_ENTRIES or new is None:
        return _delete_entries(root, trail, entry)
    change = _add_entries if action is Action.ADD_ENTRIES else _replace_entries
    return change(root, trail, entry, new, documents)


def _delete_entries(root: Passage, trail: Trail, entry: Entry) -> Applied:
    """Strike the rows of the table at `trail` whose keys the operation names."""
    if not entry.operation.keys:
        raise refuse(
            entry,
            FindingKind.AMBIGUOUS,
            "The sentence strikes entries without naming their keys; which rows are meant is not certain.",
        )
    trails = _called(root, trail, entry, entry.operation.keys)
    for row in trails:
        root = put(root, row, struck(at(root, row), entry.id))
    return Applied(root, tuple(trails))


def _replace_entries(root: Passage, trail: Trail, entry: Entry, new: Text, documents: Mapping[str, Document]) -> Applied:
    """Strike the rows whose keys the operation names, or the one table that stands there, and put the new text in its place."""
    if not entry.operation.keys:
        return _replace_table(root, trail, entry, new, documents)
    rows = _called(root, trail, entry, entry.operation.keys)
    above, place = rows[0][:-1], rows[-1][-1] + 1
    if rows != [(*above, turn) for turn in range(rows[0][-1], place)]:
        says = "The rows that are replaced do not follow one another; where the new ones go is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    added = _like_rows(root, trail, entry, new, documents, beside=rows[0], old=rows)
    for row in rows:
        root = put(root, row, struck(at(root, row), entry.id))
    return Applied(insert(root, above, place, added), tuple((*above, place + turn) for turn in range(len(added))))


def _add_entries(root: Passage, trail: Trail, entry: Entry, new: Text, documents: Mapping[str, Document]) -> Applied:
    """Put rows behind the row that the operation calls, or at the end of the one table that stands there."""
    called = entry.operation.after not in {None, "$"}
    row = (_called(root, trail, entry, (entry.operation.after or "",)) if called else _only_table(root, trail, entry))[-1]
    added = _like_rows(root, trail, entry, new, documents, beside=row)
    above, place = row[:-1], row[-1] + 1
    return Applied(insert(root, above, place, added), tuple((*above, place + turn) for turn in range(len(added))))


def _like_rows(
    root: Passage, trail: Trail, entry: Entry, new: Text, documents: Mapping[str, Document], *, beside: Trail, old: Sequence[Trail] = ()
) -> tuple[Passage, ...]:
    """The rows of a new text, with the cells of the row `beside`; none may repeat a row that stands and is not `old`."""
    like = at(root, beside)
    added = tuple(row_like(like, one, documents) for one in new_passages(new, at(root, trail).path, entry.id, documents))
    cells = standing(like).count("\t")
    if not added or any(one.kind is not ProvisionKind.ROW or standing(one).count("\t") != cells for one in added):
        says = "The new text does not part into as many cells as the row beside it; what stands in which is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    table = ((below, one) for below, one in walk(at(root, trail), trail) if one.kind is ProvisionKind.ROW and one.struck is None)
    others = {fold(standing(one)) for below, one in table if below not in old}
    if any(fold(standing(one)) in others for one in added):
        says = "The new text repeats a row that stands in the table; whether that is to stand twice is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    return added


def _called(root: Passage, trail: Trail, entry: Entry, keys: Sequence[str]) -> list[Trail]:
    """The rows of the table at `trail` that an operation calls by their keys, in the order of the text."""
    rows: dict[str, list[Trail]] = {one: [] for one in keys}
    for below, passage in walk(at(root, trail), trail):
        if passage.kind is ProvisionKind.ROW and passage.struck is None:
            cells = standing(passage).split("\t")
            words = {*re.findall(r"[A-Za-z0-9]+", "\t".join(cells)), " ".join(cells[0].split())}
            for one in keys:
                if " ".join(one.split()) in words:
                    rows[one].append(below)
    if lacking := [one for one in keys if not rows[one]]:
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"No entry with the key {', '.join(lacking)} stands in {at(root, trail).path}.",
        )
    if double := [one for one in keys if len(rows[one]) > 1]:
        raise refuse(
            entry,
            FindingKind.AMBIGUOUS,
            f"More than one entry has the key {', '.join(double)} in {at(root, trail).path}.",
        )
    return sorted({found[0] for found in rows.values()})


def _replace_table(
    root: Passage, trail: Trail, entry: Entry, new: Text, documents: Mapping[str, Document]
) -> Applied:
    """Strike the rows of the one table that stands in the passage at `trail` and put those of the new text there."""
    if not _IS_TABLE.search(entry.operation.old or ""):
        says = f"The sentence only describes what is replaced ({entry.operation.old}); which words they are is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    if not _WHOLE_TABLE.search(entry.operation.old or ""):
        says = f"The sentence replaces a part of the table ({entry.operation.old}); which rows it takes is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    rows = _only_table(root, trail, entry)
    for row in rows:
        root = put(root, row, struck(at(root, row), entry.id))
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    added = parsed(document, start, end, "", entry.id)
    place = rows[-1][-1] + 1
    root = insert(root, rows[-1][:-1], place, added)
    return Applied(root, tuple((*rows[-1][:-1], place + turn) for turn in range(len(added))))


def _only_table(root: Passage, trail: Trail, entry: Entry) -> list[Trail]:
    """The rows of the one table that stands in the passage at `trail`."""
    tables = _tables(root, trail)
    where = at(root, trail).path
    if len(tables) != 1:
        how = "No table stands" if not tables else f"{len(tables)} tables stand"
        kind = FindingKind.AMBIGUOUS if tables else FindingKind.NOT_FOUND
        raise refuse(entry, kind, f"{how} in {where}; which rows are meant is not certain.")
    return tables[0]


def _tables(root: Passage, trail: Trail) -> list[list[Trail]]:
    """The tables in a passage: rows that stand and follow one another under one provision, struck ones aside."""
    tables: list[list[Trail]] = []
    apart = True  # whether something else than a row came since
    for below, passage in walk(at(root, trail), trail):
        if passage.kind is not ProvisionKind.ROW:
            apart = True
        elif passage.struck is None:
            if tables and not apart and tables[-1][-1][:-1] == below[:-1]:
                tables[-1].append(below)
            else:
                tables.append([below])
            apart = False
    return tables
