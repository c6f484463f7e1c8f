"""Whether those whom a preamble names are those who sign.

In: an instrument with its parties and its signatures.  Out: the parties of whom no signature page speaks, and the blocks of
entities that the instrument names nowhere else.  Told is only what is surely so.  Nothing is, where no block bears the name of
a party, or one alone signs: the pages are of a filing, or are not all in the copy.  A party stands on a page where the words that make its
name do, in any order and form, or where its alias or part stands there as a caption; a person also by the surname.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.instrument import Instrument
from conformed.instrument.marks import Party, Signature
from conformed.instrument.signing.words import surely_entity, whole_entity

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{2,60})[”\"]")
_PLAIN = frozenset(  # words that make no name: they are left out, shortened, or spelled in several ways
    "a an and as at b by co company corp corporation d dba de f for formerly fka in inc incorporated its k known l limited liability llc llp lp ltd"
    " m n na of on p partnership plc pte s sa sarl the usa v à r bhd sdn ag gmbh doing business"
    " jr sr ii iii iv md ph phd esq cpa mr mrs ms dr".split()
)
_PART_OF = frozenset("agency branch division office".split())  # in the name of what is no entity by itself
_JOINING = frozenset("a as by for its of the".split())  # beside a caption
_LONG = 12  # words of a line of a signature page: a longer one is a sentence
_BEFORE, _BEHIND = 1200, 600  # characters beside the first and the last block
_GROUP = pattern(
    r"\b(?:lenders|banks|guarantors|holders|investors|purchasers|subsidiaries|affiliates|stockholders|shareholders|sellers|members|persons|institutions)\b", ENGLISH
)
_FILED = pattern(r"\bsecurities\sexchange\sact\b[^\n]{0,80}\bregistrant\b", ENGLISH)  # a report that tells of an instrument
_SIGNS_NOT = pattern(  # whose part in an instrument needs no signature
    r"\b(?:arranger|book\s?(?:runner|manager)|trustee|beneficiary|mortgagee|architect|engineer)", ENGLISH
)
_PERSON = pattern(r"\b(?:executive|employee|individual|consultant|participant)\b", ENGLISH)


def without_block(instrument: Instrument, parties: Sequence[Party], signatures: Sequence[Signature]) -> tuple[Party, ...]:
    """The parties that the preamble names and of whom no signature page speaks."""
    pages = _Pages(instrument, signatures)
    if not pages.whole(parties):
        return ()
    return tuple(one for one in parties if _is_named(one) and not pages.tells(one))


def named_nowhere(instrument: Instrument, parties: Sequence[Party], signatures: Sequence[Signature]) -> tuple[Signature, ...]:
    """The blocks of entities that the instrument names nowhere but on its signature pages.

    Nothing is told of an instrument that speaks of a group (the Lenders, the Guarantors): its members may be named nowhere else.
    """
    pages = _Pages(instrument, signatures)
    if not pages.whole(parties) or _GROUP.search(pages.rest):
        return ()
    words = _words(pages.rest)
    named, run = frozenset(words), _run(words)
    parties_named = [_name(one.name) for one in parties]
    own = (one for one in signatures if not one.form and one.part is None and one.capacity is None and whole_entity(one.party))
    others = (one for one in own if not any(name <= _name(one.party) for name in parties_named))
    return tuple(one for one in others if not _name(one.party) <= named and _run(_words(one.party)) not in run)


class _Pages:
    """The signature pages of an instrument: their short lines and what its blocks say; `rest` are the words above, and all sentences."""

    def __init__(self, instrument: Instrument, signatures: Sequence[Signature]) -> None:
        at, text = instrument.document.reading.at, instrument.document.reading.text
        own = [one for one in signatures if not one.form]
        places = [at(one.span.start) for one in own]
        first, last = min(places, default=len(text)), max(places, default=0) + _BEHIND
        lines = [line for line in text[max(0, first - _BEFORE) : last].split("\n") if len(line.split()) <= _LONG]
        blocks = [" ".join(filter(None, (one.party, one.signatory, one.former, one.capacity, *one.chain))) for one in own]
        words = [word for line in (*lines, *blocks) for word in _words(line)]
        self.words, self.run = frozenset(words), _run(words)
        captions = (one for line in lines for one in (line, *_QUOTED.findall(line)))
        self.captions = {frozenset(_words(one)) - _JOINING for one in captions}
        self.signers = [_words(one.party) for one in own]
        self.blocks = [_name(block) for block in blocks]
        self.entities = [_name(one.party) for one in own if surely_entity(one.party)]
        self.signed = any(one.signed for one in own)
        self.officer = any(one.party == one.signatory and one.title for one in own)  # who signs for an entity that the page does not name
        self.filed = _FILED.search(text, max(0, first - _BEFORE), last) is not None
        self.rest = "\n".join([text[:first], *(line for line in text[first:].split("\n") if len(line.split()) > _LONG)])

    def whole(self, parties: Sequence[Party]) -> bool:
        """Whether the pages are surely those of the instrument, and no counterpart of one: a party and another sign."""
        names = [_name(one.name) for one in parties]
        borne = any(name and name <= block for name in names for block in self.blocks)
        return borne and len({*map(_run, self.signers)}) > 1 and not self.filed

    def tells(self, party: Party) -> bool:
        """Whether the pages speak of a party in any way; of a person, who may sign on any line, also where nobody signed."""
        name, called = _name(party.name), {frozenset(_words(one)) - _JOINING for one in (*party.alias, party.role or "", *party.collective)}
        if name <= self.words or _run(_words(party.name)) in self.run or called & self.captions:
            return True
        if not surely_entity(party.name):
            return not self.signed or _surname(party.name) in self.words
        return self.officer or any(block < name and name & _PART_OF for block in self.entities)  # which signs for its division


def _is_named(party: Party) -> bool:
    """Whether a party is surely one that signs, and its name is one."""
    told = " ".join((party.role or "", *party.alias))
    whole = surely_entity(party.name) or (_PERSON.search(told) and " " in party.name)
    return bool(told.strip() and whole) and not _GROUP.search(party.name) and not _SIGNS_NOT.search(party.role or "")


def _surname(name: str) -> str:
    return next((word for word in reversed(_words(name)) if word not in _PLAIN), "")


def _name(name: str) -> frozenset[str]:
    """The words that make a name."""
    return frozenset(_words(name)) - _PLAIN


def _run(words: Sequence[str]) -> str:
    """The words that make names, without the blanks between them, which are often lost."""
    return "".join(word for word in words if word not in _PLAIN)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("national association", "na"))
