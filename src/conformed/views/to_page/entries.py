"""The entries of the ledger, each with what became of it and what the margin calls it."""

from collections.abc import Sequence

from conformed.language import Action, Operation
from conformed.ledger import Entry
from conformed.version import Outcome
from conformed.views.page import PageEntry, PageFinding
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places

_LABELS = {
    Action.REPLACE_PROVISION: "replaced", Action.DELETE_PROVISION: "deleted", Action.ADD_PROVISION: "added",
    Action.REPLACE_TEXT: "Words replaced", Action.DELETE_TEXT: "Words struck", Action.INSERT_TEXT: "Words inserted",
    Action.REPLACE_THROUGHOUT: "Words replaced", Action.DELETE_ENTRIES: "Entries struck",
    Action.ADD_ENTRIES: "Entries added", Action.REPLACE_ENTRIES: "Table replaced", Action.RENUMBER: "Renumbered",
    Action.RESTATE_AGREEMENT: "Agreement restated", Action.OVERRIDE: "Overridden, words not edited",
}  # fmt: skip


def entry_of(
    entry: Entry, outcome: Outcome, findings: Sequence[PageFinding], sources: Sources, places: Places
) -> PageEntry:
    """An entry with what became of it."""
    operation = entry.operation
    number = next((finding.number for finding in findings if finding.entry == entry.id), None)
    paths = outcome.paths or (str(operation.target),)
    bears_on = tuple(dict.fromkeys(place for path in paths for place in places.of(path, entry.id)))
    return PageEntry(
        id=entry.id, instrument=entry.link, action=str(operation.action), label=_label(entry, outcome.count), target=str(operation.target), at=operation.at,
        sentence=sources.words(operation.sentence), span=operation.sentence,
        page=None if entry.ruling else sources.page(operation.sentence), effective=entry.effective,
        outcome=str(outcome.kind), because=outcome.because or _waits(operation), finding=number, provisions=bears_on,
        ruling=entry.ruling.says if entry.ruling else None,
    )  # fmt: skip


def _waits(operation: Operation) -> str | None:
    return f"It {operation.waits}." if operation.waits else None


def _label(entry: Entry, count: int | None) -> str:
    operation = entry.operation
    label = _LABELS[operation.action]
    if label[0].isupper():
        places = "" if count is None else " in 1 place" if count == 1 else f" in {count} places"
        return label + places
    target = operation.target
    place = target.place or ""
    what = (
        "Sentence"
        if place.startswith("sentence")
        else "Paragraph"
        if place.startswith("paragraph")
        else "Words"
        if place
        else "Clause"
        if target.steps
        else "Definition"
        if target.term is not None
        else "Section"
        if target.section
        else "Part"
    )
    return f"{what} {label}"
