"""How the agreement says that it may be amended: `may be amended only by a writing that both parties sign`.

In: a text.  Out: the first sentence of its own provisions that limits how it, or any provision of it, may be amended or waived, with
its place, and the group of lenders ("Required Lenders") that it asks first.  What an exhibit says of itself, and a limit on the
changes of another document, are none.
"""

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.stops import stops
from conformed.instrument.deadlines import PASSED
from conformed.version import Passage
from conformed.version.stretches import Piece, stretches

_DOCUMENT = r"this\s(?:[\w-]+\s){0,3}?(?:agreement|contract|lease|note|plan|indenture|deed|guaranty|letter)\b"
_PROVISION = r"(?:terms?|provisions?|conditions?|covenants?|parts?|portion)\b"
_ITSELF = rf"(?:{_DOCUMENT}|{_PROVISION}\s(?:or\s\w+\s)?(?:hereof|herein)\b)"
_CHANGED = r"(?:amended|modified|changed|altered|varied)\b"
_CHANGES = r"(?:amendments?|modifications?|changes?|alterations?)\b"
_HOW = r"\b(?:only|except|unless|without|but\sonly\sif|in\s(?:a\s)?writing|written)\b"
_BE = rf"{_ITSELF}[^.;]{{0,160}}?\b(?:may|can|cannot|shall|will|must)\s(?:not\s|only\s)?be\s(?!deemed\b)(?:\w+,?\s(?:or\s|and\s)?){{0,7}}?{_CHANGED}[^.;]{{0,200}}?{_HOW}"
_NO = (
    rf"\bno\s(?:\w+,?\s(?:or\s|and\s)?){{0,7}}?{_CHANGES}(?:,?\s(?:(?:or|and|nor)\s)?(?:\w+\s){{0,2}}?(?:waiver|termination|supplement|discharge|addition|{_CHANGES})s?){{0,4}}"
    rf"\s(?:of|to|in)\s(?:(?:the|any|a)\s)?(?:{_PROVISION}[^.;]{{0,60}}?)?{_ITSELF}(?!\srelating\b)[^.;]{{0,300}}?{_HOW}"
)
_LIMITS = pattern(rf"\b(?:{_BE}|{_NO})", ENGLISH)
_TELLS = pattern(r"\b(?:amend|modif|chang|alter|var)\w*", ENGLISH)
_ELSE = pattern(r"\bprovided\b|\bexcept\sthat\b", ENGLISH)  # behind which further consents are asked for some matters
GROUP_NAMED = pattern(  # in capitals
    r"\b(?:Required|Requisite|Majority|Super-?majority|Determining|Controlling)\s(?:[A-Z][a-z]+\s){0,2}"
    r"(?:Lenders|Banks|Holders|Purchasers|Noteholders|Investors)\b"
)


class Amending(msgspec.Struct, frozen=True):
    """The sentence that says how an agreement may be amended, the run and path at which it begins, and the group that it asks."""

    words: str
    piece: Piece
    group: str | None


def amending(root: Passage) -> Amending | None:
    """How a text says that it may be amended; None where it does not."""
    for stretch in stretches(root):
        if stretch.kinds & PASSED or not _TELLS.search(stretch.text):
            continue
        begun = 0
        for stop in (*stops(stretch.text, 0, len(stretch.text)), len(stretch.text)):
            words = " ".join(stretch.text[begun:stop].split())
            if _LIMITS.search(words):
                first = _ELSE.split(words, maxsplit=1)[0]
                group = GROUP_NAMED.search(first)
                return Amending(words, stretch.piece(begun), group[0] if group else None)
            begun = stop
    return None
