"""To what a paragraph belongs that stands without a number behind a list.

In: the provisions that are open, and the paragraph.  Out: those that stay open around it.  The convention is that of
American contract drafting: a paragraph set flush behind a list is of what is around the list, unless it is set deeper
than the items.  Where each item is only a caption, the paragraphs below it are its own.
"""

from conformed.instrument.tree.provision import ProvisionKind
from conformed.instrument.tree.unfinished import ARTICLE, CLAUSE, DEFINED, Unfinished

_STOPS = " .,;:"  # behind a number that is called in full


def end_lists(stack: list[Unfinished], going_on: int, text: str, indent: int, words: str) -> None:
    """Close the clauses on the `stack` to which a paragraph does not belong; lists go on behind it at the depths `going_on`."""
    around = CLAUSE + going_on.bit_length() - 1
    while (
        (clause := stack[-1]).rank > around
        and clause.kind is ProvisionKind.CLAUSE
        and (clause.run_in or indent <= clause.indent or words[:1].islower())
        and not (clause.alone and _captions(stack, text, words))
    ):
        stack.pop()


def _captions(stack: list[Unfinished], text: str, words: str) -> bool:
    """Whether the clause that is open is a caption over these words, as the one before it in its list has its own.

    Words that speak of "this Section 9" are of that section.
    """
    others = (one for one in reversed(stack[-2].children) if one is not stack[-1])
    before = next((one for one in others if one.kind is ProvisionKind.CLAUSE), None)
    if before is None or not before.heading:
        return False
    if not before.children and not text[before.body : stack[-1].start].strip():
        return False
    section = next((one.label.lower() for one in reversed(stack) if ARTICLE <= one.rank < DEFINED), None)
    spoken = words.lower()
    return section is None or not any(f"this section {section}{stop}" in spoken for stop in _STOPS)
