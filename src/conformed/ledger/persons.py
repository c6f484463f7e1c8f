"""The natural persons among the parties of instruments: whether two are surely of different persons, or one is a form.

An employer has one form of agreement with many of those whom it employs, often of one day: the name tells them apart.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language import Interpretation

_NATURAL = pattern(r"\b(?:executive|employee|individual|natural person|consultant|optionee|grantee)\b")
_WORD = pattern(r"[^\W\d_]+")
_TITLES = frozenset("jr sr ii iii iv md phd esq mr mrs ms dr cpa".split())
_OF_BODIES = frozenset(  # words of the names of companies and the like
    "inc incorporated corp corporation co company companies llc lp llp ltd limited plc na bank bancorp bancshares"
    " bankshares banking trust association partners partnership holdings holding group fund funds capital energy systems"
    " services technologies technology international industries enterprises insurance financial finance university the of"
    " and communications networks software solutions pharmaceuticals properties realty resources national federal agency"
    " authority county city state department society institute foundation hospital".split()
)
_MOST = 5  # words of a person's name
_OPENING = 4000  # characters of an instrument in which its parties are named
_LEFT_OPEN = pattern(  # "between Alder, Inc. and [NAME] (the "Executive")"
    r"\b(?:between|among|and|by|to|with)\s(?:\[[^\[\]\d]{0,60}\]|_{3,40})(?=[\s,]{0,2}(?:\(|,|and\b|an?\s(?:individual|resident)))",
    ENGLISH,
)


def is_form(read: Interpretation) -> bool:
    """Whether an instrument leaves the name of a party open, as a form does that many are to sign."""
    return _LEFT_OPEN.search(" ".join(read.instrument.document.reading.text[:_OPENING].split())) is not None


def of_other_persons(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether persons are named on both sides, and none of them may be one of the others."""
    mine, theirs = ([words for name in names if (words := _words(name))] for names in (one, other))
    return bool(mine and theirs) and not any(_same(a, b) for a in mine for b in theirs)


def persons(read: Interpretation) -> list[str]:
    """The names of the natural persons that a preamble names."""
    found = []
    for party in read.parties:
        called = [one for one in party.alias if one.lower() not in party.name.lower()]
        told = " ".join((party.role or "", party.form or "", *called)).lower().strip()
        words = party.name.split()
        plain = not told and 1 < len(words) <= _MOST and not _OF_BODIES & set(_WORD.findall(party.name.lower()))
        if _NATURAL.search(told) or plain:
            found.append(party.name)
    return found


def _words(name: str) -> list[str]:
    """The words of a name in small letters, given names first."""
    return [word for word in _WORD.findall(name.lower()) if word not in _TITLES]


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be those of one person: of one surname, and no given name against another."""
    few, many = sorted((one, other), key=len)
    if few[-1] != many[-1]:
        return False
    rest = iter(many[:-1])
    return all(any(_fits(name, another) for another in rest) for name in few[:-1])


def _fits(one: str, other: str) -> bool:
    """Whether two given names are alike, or one is the initial of the other."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def name_key(name: str) -> str:
    """A name without blanks, marks and capitals, as two papers may write it alike: N.A. is National Association."""
    small = re.sub(r"\bnational\sassociation\b", "na", " ".join(name.lower().split()))
    return "".join(letter for letter in small if letter.isalnum())
