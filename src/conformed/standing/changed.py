"""References to provisions that an instrument struck, renumbered or restated since the words that refer to them were written.

In: the entries and a version.  Out: each such provision with its text before and now, and the places that refer to it.
"""

from collections.abc import Iterator, Mapping, Sequence

from conformed.language import Action
from conformed.ledger import Entry
from conformed.standing.observed import About, Observed
from conformed.version import Passage, Version, at, left_behind, locate, standing

_LONG = 400  # characters of a text that are shown
_DONE = {Action.DELETE_PROVISION: "struck", Action.RENUMBER: "renumbered", Action.REPLACE_PROVISION: "restated"}


def changed(entries: Sequence[Entry], version: Version, titles: Mapping[str, str]) -> Iterator[Observed]:
    """The provisions that words older than their change refer to; `titles` are those of the entries' instruments."""
    outcomes = {one.entry: one for one in version.outcomes}
    before: dict[str, Passage] = {}
    root = version.base
    for step in version.steps:
        before[step.entry.id], root = root, step.root
    for entry, places in left_behind(version.root, entries, outcomes, set(_DONE)):
        operation, target = entry.operation, entry.operation.target
        where = _called(str(target))
        what = _DONE[operation.action]
        if operation.action is Action.RENUMBER and operation.new is not None:
            what = f"renumbered as {_called(operation.new.words)}"
        refer = "1 older provision refers" if len(places) == 1 else f"{len(places)} older provisions refer"
        yield Observed(
            About.CHANGED, str(target), f"{where} was {what} by {titles.get(entry.id, 'an instrument')}, and {refer} to it.",
            places, before=_text(before.get(entry.id), entry), now=_text(version.root, entry),
        )  # fmt: skip


def _called(path: str) -> str:
    return f"Section {path}" if path[:1].isdigit() else path


def _text(root: Passage | None, entry: Entry) -> str | None:
    """The words that stand at the address of an entry, where they are those of one provision."""
    trails = locate(root, entry.operation.target).trails if root is not None else ()
    if root is None or len(trails) != 1:
        return None
    words = " ".join(standing(at(root, trails[0])).split())
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"
