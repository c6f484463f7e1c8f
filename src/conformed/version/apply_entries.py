"""Entries of a table are struck by their keys, or a table is exchanged for another.

Each key must stand in exactly one row; a table that is exchanged must be the only one in the provision.
"""

import re
from collections.abc import Mapping

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.language import Text
from conformed.ledger import Entry
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Trail, at, insert, parsed, put, standing, struck, walk

_IS_TABLE = pattern(r"\b(?:tables?|grid|charts?|levels)\b", re.IGNORECASE)


def delete_entries(root: Passage, trail: Trail, entry: Entry) -> Applied:
    """Strike the rows of the table at `trail` whose keys the operation names."""
    keys = entry.operation.keys
    if not keys:
        raise refuse(
            entry,
            FindingKind.AMBIGUOUS,
            "The sentence strikes entries without naming their keys; which rows are meant is not certain.",
        )
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
    trails = [found[0] for found in rows.values()]
    for row in trails:
        root = put(root, row, struck(at(root, row), entry.id))
    return Applied(root, tuple(trails))


def replace_table(
    root: Passage, trail: Trail, entry: Entry, new: Text, documents: Mapping[str, Document]
) -> Applied:
    """Strike the rows of the one table that stands in the passage at `trail` and put those of the new text there."""
    if not _IS_TABLE.search(entry.operation.old or ""):
        says = f"The sentence only describes what is replaced ({entry.operation.old}); which words they are is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    tables = _tables(root, trail)
    where = at(root, trail).path
    if len(tables) != 1:
        how = "No table stands" if not tables else f"{len(tables)} tables stand"
        kind = FindingKind.AMBIGUOUS if tables else FindingKind.NOT_FOUND
        raise refuse(entry, kind, f"{how} in {where}; which rows are replaced is not certain.")
    rows = tables[0]
    for row in rows:
        root = put(root, row, struck(at(root, row), entry.id))
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    added = parsed(document, start, end, "", entry.id)
    place = rows[-1][-1] + 1
    root = insert(root, rows[-1][:-1], place, added)
    return Applied(root, tuple((*rows[-1][:-1], place + turn) for turn in range(len(added))))


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
