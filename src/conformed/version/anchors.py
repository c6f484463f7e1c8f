"""Where the words or clauses stand beside which an operation changes something.

In: a passage, its folded words, and an anchor.  Out: the stretches of the words that the anchor names; a clause of the
passage is named by its label ("(e)", "(a)(iv)"), which stands before its words and is none of them.  What stands beside
words and is put in with the new ones, a sign or the marks of a term, is taken with them.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.language import Operation, Text
from conformed.version.fold import Folded, fold
from conformed.version.passage import Passage, Trail, at, called, key

Match = tuple[int, int]

_LABELS = pattern(r"(?:\(\w{1,5}\)){1,6}")
_LABEL = pattern(r"\(\w{1,5}\)")
_DEFINES = pattern(r"\([a-z,]{0,24}$")  # of folded words
_CURRENCIES = frozenset("$£€¥")
CLOSED = pattern(r"[\s;,.:)\]\"”]{0,8}")  # what may stand between words and the end of a provision


def beside(
    root: Passage, trail: Trail, text: Folded, matches: Sequence[Match], operation: Operation
) -> list[Match]:
    """Those of the matches that stand where an operation says."""
    kept = list(matches)
    if before := operation.before:
        starts = {start for start, _ in _clauses(root, trail, text, before)}
        follows = {start for start, _ in text.find(before)}
        kept = [one for one in kept if one[1] in starts] or [one for one in kept if one[1] in follows]
    if after := operation.after:
        ended = _clauses(root, trail, text, after)
        precedes = {end for _, end in text.find(after)}
        kept = [one for one in kept if any(_ends(text, one, clause) for clause in ended)] or [
            one for one in kept if one[0] in precedes
        ]
    return kept


def _clauses(root: Passage, trail: Trail, text: Folded, label: str) -> list[Match]:
    """The words of the clauses of a passage that bear a label."""
    if not _LABELS.fullmatch(label):
        return []
    passage = at(root, trail)
    steps = (*passage.address.steps, *_LABEL.findall(label))
    found = []
    for below in called(passage, key(msgspec.structs.replace(passage.address, steps=steps)), trail):
        own = [one for one in text.stretches if one.trail[: len(below)] == below]
        if own:
            start, end = own[0].start - text.begun, own[-1].start + len(own[-1].offsets) - text.begun
            found.append((start, end))
    return [(start, end) for start, end in found if 0 <= start < end <= len(text.text)]


def _ends(text: Folded, match: Match, clause: Match) -> bool:
    """Whether words stand behind a clause, or at its end: `(c) oats; and`."""
    start, end = clause
    return match[0] == end or (start <= match[0] and bool(CLOSED.fullmatch(text.text, match[1], end)))


def named(operation: Operation) -> str:
    """How an operation says where: `after “(b)” and before “(c)”`."""
    told = (("after", operation.after), ("before", operation.before))
    return " and ".join(f"{word} “{anchor}”" for word, anchor in told if anchor)


def with_marks(text: Folded, start: int, end: int, new: Text) -> tuple[int, int]:
    """An anchor with the marks and the bracket in which it is defined as a term, `(the "Term")`, where these are not in it.

    Words that bring another term, `or the "Note"`, stand in the bracket.
    """
    if text.text[start - 1 : start] != '"' or text.text[end : end + 1] != '"':
        return start, end
    opens = _DEFINES.search(text.text, max(0, start - 30), start - 1)
    if '"' in fold(new.words):
        return start - 1, end + 1
    return (opens.start(), end + 2) if opens and text.text[end + 1 : end + 2] == ")" else (start, end)


def is_defined(text: Folded, start: int, end: int) -> bool:
    """Whether words stand within the marks and the bracket in which they are defined as a term, `(the "Term")`."""
    marked = text.text[start - 1 : start] == '"' and text.text[end : end + 1] == '"'
    return marked and _DEFINES.search(text.text, max(0, start - 30), start - 1) is not None


def with_signs(text: Folded, start: int, end: int, new: Text) -> tuple[int, int]:
    """A figure with the sign that stands beside it, where the new words bring theirs: `5` of `5%` for `6%`."""
    words = text.text
    sign = new.words[:1]
    before = sign in _CURRENCIES and words[max(0, start - 1) : start] == sign != words[start]
    behind = new.words.endswith("%") and words[end : end + 1] == "%" and words[end - 1] != "%"
    return start - before, end + behind


def adjacent(text: Folded, after: str, before: str) -> list[tuple[int, int]]:
    """Where one anchor ends and the other begins with nothing but a comma between: the place of the second."""
    seconds = text.find(before)
    return [
        second
        for _, end in text.find(after)
        for second in seconds
        if second[0] == end or (second[0] == end + 1 and text.text[end] == ",")
    ]
