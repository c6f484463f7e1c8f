"""A text as it reads to one who knows an earlier state of it: only what changed since then is a change.

In: a passage, and the entries that were in force before.  Out: the passage in which what these entries put in is
original text, and what they struck is gone.
"""

from collections.abc import Collection

import msgspec

from conformed.version.passage import Passage, Run


def since(passage: Passage, before: Collection[str]) -> Passage:
    """The passage with the changes of the entries `before` taken as made."""
    return msgspec.structs.replace(
        passage,
        added=None if passage.added in before else passage.added,
        numbers=_runs(passage.numbers, before),
        runs=_runs(passage.runs, before),
        children=tuple(one for child in passage.children if (one := _known(child, before)) is not None),
    )


def _known(child: Passage, before: Collection[str]) -> Passage | None:
    """A passage below; of one that was struck before only the note that says so, or nothing."""
    if child.struck is None or child.struck not in before:
        return since(child, before)
    notes = tuple(run for run in _runs(child.runs, before) if run.ours)
    if not notes:
        return None
    return msgspec.structs.replace(
        child, struck=notes[-1].struck, caption="", added=None, numbers=(), runs=notes, children=()
    )


def _runs(runs: tuple[Run, ...], before: Collection[str]) -> tuple[Run, ...]:
    return tuple(
        msgspec.structs.replace(run, added=None if run.added in before else run.added)
        for run in runs
        if run.struck is None or run.struck not in before
    )
