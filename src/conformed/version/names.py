"""A capitalised term of one word is not the word within a longer name: "Bank" is not that of "Birch Bank, N.A.".

In: folded words, the places of a term that is changed wherever it stands, and the term.  Out: the places where it stands by
itself, and the longer names.
"""

from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.version.fold import Folded

_TERM = pattern(r"[A-Z][\w&-]{0,60}")  # of one word: "LIBO Rate" is meant in "LIBO Rate Loan" as well
_BEFORE = pattern(r"(?<![\w’'.])([A-Z][\w&-]{0,30})[^\S\n]{1,3}$")
_BEHIND = pattern(r"[^\S\n]{1,3}(?:of[^\S\n]{1,3})?([A-Z][\w&-]{0,30})|,?[^\S\n]{1,3}(?:(N\.A|Inc|L\.P|Ltd|Corp)\b\.?|(LLC|LP)\b)")
_COMMON = pattern(
    r"the|an?|any|each|every|all|no|neither|either|both|such|said|th(?:is|at|ese|ose)|other|another|its|his|her|their|our|your|my|"
    r"if|when|where|whenever|upon|unless|until|although|while|because|since|as|at|by|for|from|in|into|of|on|or|to|with|without|"
    r"within|under|during|after|before|except|notwithstanding|and|but|nor|so|further|provided|should|will|may|shall|must|"
    r"do(?:es)?|did|ha[sd]|have|is|are|was|were|between|among|against|pursuant|whether|once|only|following|immediately|"
    r"including|regarding|concerning|that|which|who|i",
    ENGLISH,
)


def by_itself(text: Folded, matches: Sequence[tuple[int, int]], term: str) -> tuple[list[tuple[int, int]], list[str]]:
    """The places where a term stands by itself, and the longer names in which it stands elsewhere."""
    if not _TERM.fullmatch(term):
        return [*matches], []
    kept, longer = [], []
    for match in matches:
        if name := longer_name(*text.beside(*match), term):
            longer.append(name)
        else:
            kept.append(match)
    return kept, longer


def longer_name(before: str, behind: str, term: str) -> str:
    """The longer name in which a term stands, by the words beside it; nothing where it stands by itself."""
    first, last = _BEFORE.search(before), _BEHIND.match(behind)
    start = first[0] if first and _is_of_a_name(first[1], term) else ""
    end = last[0] if last and _is_of_a_name(last[last.lastindex or 0], term) else ""
    return " ".join(f"{start}{term}{end}".split()) if start or end else ""


def _is_of_a_name(word: str, term: str) -> bool:
    """Whether a capitalised word may be of one name with a term: among capitals alone, no word tells."""
    return not _COMMON.fullmatch(word) and not (word.isupper() and term.isupper())
