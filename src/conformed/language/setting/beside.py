"""The words of an instrument that stand beside a provision of the agreement, as they change it without editing.

In: where such words begin and end in a sentence.  Out: the operation, with the words that open their clause and with
what they lead to: a list, a table, or the paragraphs behind a colon.
"""

import itertools
from collections.abc import Callable, Iterable, Sequence

from conformed.basis.pattern import pattern
from conformed.instrument import Path, Provision, ProvisionKind
from conformed.instrument.set_off.ordering import ORDERS
from conformed.language.operation import Action, Operation
from conformed.language.sentences.bounds import opening
from conformed.language.sentences.sentences import unquoted
from conformed.language.sentences.wording import by_wording
from conformed.language.setting.setting import Setting

Bears = Callable[[Setting, str], tuple[Sequence[Path], int]]
"""Tells of the words of a sentence what they bear on, and where the clause begins that says so; nothing if it does not fit."""
NOTHING: tuple[tuple[Path, ...], int] = ((), 0)

_JOINED = pattern(r"[;,]?\s(?:and|or)\s?$")
_LEADS_ON = (":", "—", "–")


def beside(setting: Setting, target: Path, start: int, end: int) -> Operation:
    """The words from `start` to `end`, with those that open their clause, as what stands beside a provision."""
    end = _with_list(setting, end_of(setting.text, start, end))
    start = opening(setting.text, setting.sentence.start, start)
    return setting.operation(Action.OVERRIDE, target, new=setting.piece(start, end))


def beside_each(setting: Setting, targets: Iterable[Path], start: int, end: int) -> list[Operation]:
    """The same words beside each of several provisions that they bear on."""
    return [beside(setting, target, start, end) for target in targets]


def told(setting: Setting, *ways: Bears) -> list[Operation]:
    """The whole sentence beside what it bears on, as the first of the ways tells that fits outside of quotation marks."""
    start, end = setting.sentence.start, setting.sentence.end
    words = setting.text[start:end]
    outside = unquoted(words)
    for bears in ways:
        targets, begun = bears(setting, words)
        if targets and outside[begun] != "·":
            return beside_each(setting, targets, start + begun, end)
    return []


def leads_nowhere(operation: Operation) -> bool:
    """Whether what stands beside a provision leads to more, "the Toll shall be paid as follows:", that is not known."""
    return operation.action is Action.OVERRIDE and operation.new is not None and operation.new.words.endswith(_LEADS_ON)


def end_of_paragraph(setting: Setting) -> int:
    """The end of the sentences of a paragraph that carry on a departure, where none of them orders a change."""
    end = setting.text.find("\n", setting.sentence.end)
    end = len(setting.text) if end < 0 else end
    return setting.sentence.end if ORDERS.search(setting.text, setting.sentence.end, end) else end


def _with_list(setting: Setting, end: int) -> int:
    """The end of the list or table to which a sentence leads: `shall be as set forth below:`, `is entitled to receive:`."""
    if setting.text[end - 1] not in _LEADS_ON or not setting.sentence.chain:
        return end
    holder = setting.sentence.chain[-1]
    while inner := next((one for one in holder.children if one.start < end < one.end), None):
        holder = inner  # "the earlier of (i) May and (ii) June, and shall be paid:", of which the last clause holds the list
    below = [one for one in holder.children if one.start >= end]
    clauses = list(itertools.takewhile(lambda one: one.kind is ProvisionKind.CLAUSE, below))
    rows = [one for one in below if one.kind is ProvisionKind.ROW] or clauses
    rows = rows or list(itertools.takewhile(lambda one: _is_of_it(setting.text, one), below))
    if not rows or ORDERS.search(setting.text, end, rows[-1].end):
        return end
    return end + len(setting.text[end : rows[-1].end].rstrip())


def _is_of_it(text: str, paragraph: Provision) -> bool:
    """Whether a paragraph behind a colon, in the provision of which it is, is of what leads to it."""
    kinds = {ProvisionKind.PARAGRAPH, ProvisionKind.QUOTATION, ProvisionKind.CLAUSE}
    return paragraph.kind in kinds and not by_wording(text[paragraph.start : paragraph.end])


def end_of(text: str, start: int, end: int) -> int:
    """The end of a sentence without its point, and without the "and" behind it."""
    if joined := _JOINED.search(text[max(start, end - 8) : end]):
        end -= len(joined[0])
    while end - 1 > start and text[end - 1] in ".; \n":
        end -= 1
    return end
