"""The parties of a letter: who sends it and to whom it is written.

In: a document, where its instrument opens, and the parties that its first sentence lists.  Out: the sender and the
addressee.  The sender is the company that the letter or its head names, else the one for which it is signed; the
addressee who stands above the salutation, else the one person who signs for himself.  The roles are those that the
letter uses without saying whom it means: there are only two.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.heading.addressee import addressee, letterhead
from conformed.instrument.heading.opening import Opening, flat
from conformed.instrument.marks import Party, Signature
from conformed.instrument.parties.entity import of_alias
from conformed.instrument.signing.signatures import signatures
from conformed.instrument.signing.words import like_entity, like_person, same_person

_SENDER = pattern(r"(?<=[a-z,] )the (?P<role>Company|Corporation|Bank|Employer)(?=['’]s|\W+[a-z])")
_PERSON = pattern(r"(?<=[a-z,] )(?:the )?(?P<role>Executive|Employee|Consultant)(?=['’]s|\W+[a-z])")
_TWICE = 2  # times that a word stands for someone before it is his role


def of_letter(document: Document, place: Opening, listed: tuple[Party, ...]) -> tuple[Party, ...]:
    """The sender and the addressee of a letter."""
    at = document.reading.at
    signed = [one for one in signatures(document) if place.preamble[0] <= at(one.span.start) < place.end]
    by = listed or letterhead(document, place) or _company_that_signs(signed)
    to = addressee(document, place) or _person_who_signs(signed)
    if len(by) == 1 and any(term.lower() == "you" for term in by[0].alias):
        to, by = by[0], _company_that_signs([one for one in signed if one.party.lower() != by[0].name.lower()])
    if to is not None and any(to.name.lower() == one.name.lower() for one in by):
        to = None
    words = flat(document, place.preamble[0], place.end)
    if len(by) == 1:
        by = (_in_role(by[0], words, _SENDER),)
    return (*by, _in_role(to, words, _PERSON)) if to is not None else by


def _in_role(one: Party, words: str, roles: re.Pattern[str]) -> Party:
    """A party with the role that its own term tells, else with the one that the letter uses."""
    if one.role is not None:
        return one
    if one.alias:
        return msgspec.structs.replace(one, role=next(filter(None, (of_alias(one.name, term) for term in one.alias)), None))
    used = [match["role"] for match in roles.finditer(words)]
    told = set(used)
    if len(used) < _TWICE or len(told) != 1:
        return one
    return msgspec.structs.replace(one, alias=(used[0],), role=used[0])


def _company_that_signs(signed: Sequence[Signature]) -> tuple[Party, ...]:
    """The one entity for which a letter is signed: it is no person, or an officer signs for it."""
    named = {
        one.party.lower(): one
        for one in signed
        if like_entity(one.party) or (one.title and one.signatory and not same_person(one.party, one.signatory))
    }
    return tuple(_signer(one) for one in named.values()) if len(named) == 1 else ()


def _person_who_signs(signed: Sequence[Signature]) -> Party | None:
    """The one person who signs for himself."""
    own = [
        one
        for one in signed
        if like_person(one.party) and one.signatory and same_person(one.party, one.signatory) and not one.title
    ]
    named = {one.party.lower(): one for one in own}
    return _signer(own[0]) if len(named) == 1 else None


def _signer(one: Signature) -> Party:
    return Party(one.party, (), None, None, None, one.span)
