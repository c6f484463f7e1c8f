"""What of the words between two verbs is of the first, though it stands where the subject of the second begins.

In: the order before, the tokens behind its verb, and those of the subject.  Out: both, rightly parted.
"""

import itertools
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.language.orders.lexemes import Token
from conformed.language.orders.order import Order

_SUCH_THAT = pattern(r"\b(?:such|so)\sthat\b")


def apart(
    text: str, last: Order, behind: Sequence[Token], subject: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens that are of the order before, and those of the subject."""
    return _revised_apart(text, *_renamed_apart(last, behind, subject))


def _revised_apart(
    text: str, behind: Sequence[Token], subject: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """`revising the first sentence such that the phrase "mill" is`: what stands before "such that" is revised."""
    for place, (one, other) in enumerate(itertools.pairwise(subject), 1):
        if _SUCH_THAT.search(text, one.end, other.start):
            return [*behind, *subject[:place]], subject[place:]
    return behind, subject


def _renamed_apart(
    last: Order, behind: Sequence[Token], subject: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """`clause (c) is redesignated clause (d) and clause (b) is`: one reference, whose first part is the new name."""
    if subject and subject[0].kind == "as":
        behind, subject = [*behind, subject[0]], subject[1:]
    renamed = sum(len(phrase.paths) for phrase in last.of("path"))
    both = subject[0] if subject else None
    waits = behind[-1].kind == "as" if behind else last.passive
    if last.verb != "renumber" or not waits or both is None or not 0 < renamed < len(both.paths):
        return behind, subject
    name, rest = (
        msgspec.structs.replace(both, paths=paths) for paths in (both.paths[:renamed], both.paths[renamed:])
    )
    return [*behind, name], [rest, *subject[1:]]
