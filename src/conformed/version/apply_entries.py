"""Entries of a table are struck by their keys: each key must stand in exactly one row of the table."""

import re

from conformed.basis import FindingKind
from conformed.instrument import ProvisionKind
from conformed.ledger import Entry
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Trail, at, put, struck, walk


def delete_entries(root: Passage, trail: Trail, entry: Entry) -> Applied:
    """Strike the rows of the table at `trail` whose keys the operation names."""
    keys = entry.operation.keys
    if not keys:
        raise refuse(entry, FindingKind.AMBIGUOUS, "The sentence strikes entries without naming their keys; which rows are meant is not certain.")
    rows: dict[str, list[Trail]] = {one: [] for one in keys}
    for below, passage in walk(at(root, trail), trail):
        if passage.kind is ProvisionKind.ROW and passage.struck is None:
            words = set(re.findall(r"[A-Za-z0-9]+", "".join(run.text for run in passage.runs if run.struck is None)))
            for one in keys:
                if one in words:
                    rows[one].append(below)
    if lacking := [one for one in keys if not rows[one]]:
        raise refuse(entry, FindingKind.NOT_FOUND, f"No entry with the key {', '.join(lacking)} stands in {at(root, trail).path}.")
    if double := [one for one in keys if len(rows[one]) > 1]:
        raise refuse(entry, FindingKind.AMBIGUOUS, f"More than one entry has the key {', '.join(double)} in {at(root, trail).path}.")
    trails = [found[0] for found in rows.values()]
    for row in trails:
        root = put(root, row, struck(at(root, row), entry.id))
    return Applied(root, tuple(trails))
