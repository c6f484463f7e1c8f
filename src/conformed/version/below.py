"""What an instrument changes below a provision that it restates without it: how far the restatement goes is not sure.

In: the text before and after an order, and the entries behind it.  Out: the text after it, or a refusal where a later
order of the same instrument changes a provision that stood below the one restated and is not in its new text.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import FindingKind
from conformed.instrument import Path
from conformed.language import Action
from conformed.ledger import Entry
from conformed.version.locate import locate
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage

_BELOW = (".", "(", "#")  # what stands in an address before the number, letter or term of a provision below


def taking_no_more(root: Passage, applied: Applied, entry: Entry, later: Sequence[Entry]) -> Applied:
    """The text after an order; one that restates is refused if it took away what its own instrument changes later."""
    operation = entry.operation
    if operation.action is not Action.REPLACE_PROVISION or operation.target.place or entry.ruling is not None:
        return applied
    for path in _changed_below(entry, later):
        if locate(root, path).trails and not locate(applied.root, path).trails:
            says = (
                f"The new text of {operation.target} does not hold {path}, which the same instrument changes; whether"
                f" all of {operation.target} or its own words alone give way is not said."
            )
            raise refuse(entry, FindingKind.AMBIGUOUS, says)
    return applied


def _changed_below(entry: Entry, later: Sequence[Entry]) -> Iterator[Path]:
    """The provisions below the one of an entry that later orders of its instrument change, where none brought them there before."""
    above, brought = str(entry.operation.target), ""
    for operation in (other.operation for other in later if other.link == entry.link):
        path = msgspec.structs.replace(operation.target, place=None, inner=())
        name = path.steps[-1] if path.steps else path.term or path.section
        below = str(path).startswith(tuple(above + mark for mark in _BELOW))
        if below and operation.action is not Action.ADD_PROVISION and f" {name}" not in brought:
            yield path
        if operation.new is not None and (below or str(path) == above):
            brought += f" {operation.new.words}"
