"""Who signs an instrument, and who would sign the exhibits attached to it.

In: an instrument.  Out: its signatures in order, each with the exhibit on whose pages it stands, if any.  An exhibit
that nobody signed is a form to be signed later, but for a consent: its lines are no signatures of the instrument, and say so.  Where no
signature is shown at all, one below which names are typed may be signed as well as the rest.  Who signs under a caption
alone (COMPANY) is the one party that the preamble calls so; an officer who signs under no name, as letters are signed,
signs for the one party that is no person, where it signs nowhere else.  A name that a blank line breaks is whole where the
preamble names the party so; a name in brackets that is still to be filled in ([Name of Lender]) is of a form.
"""

import bisect
import itertools
import operator
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.instrument import Instrument
from conformed.instrument.marks import Signature
from conformed.instrument.parties.parties import parties
from conformed.instrument.paths.path import is_consent
from conformed.instrument.signing.kinds import part
from conformed.instrument.signing.signatures import signatures as on_pages
from conformed.instrument.signing.words import folded, like_person, like_title, same_person
from conformed.instrument.tree.provision import Provision, ProvisionKind

_TO_FILL_IN = pattern(r"\[[^\[\]]*\b(?:names?|insert)\b[^\[\]]*\]", ENGLISH)
_SAME = 8  # letters in which two spellings of an entity's name agree


def signatures(instrument: Instrument) -> tuple[Signature, ...]:
    """The signatures of an instrument, those of its exhibits among them."""
    read = _by_officers(instrument, _whole(instrument, _called(instrument, on_pages(instrument.document))))
    read = tuple(msgspec.structs.replace(one, form=True) if not one.signed and _TO_FILL_IN.fullmatch(one.party) else one for one in read)
    if not any(_parts(instrument.root)):
        return read
    within = [_around(instrument, one) for one in read]
    shown = any(one.signed for one in read)
    executed = {
        part.path
        for part, one in zip(within, read, strict=True)
        if part and (one.signed if shown else one.signed is not False)
    }
    return tuple(
        msgspec.structs.replace(one, part=part.path, form=one.form or not (part.path in executed or is_consent(part.label))) if part else one
        for part, one in zip(within, read, strict=True)
    )


def _whole(instrument: Instrument, read: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """The signatures with the names whole that are broken into two, under which one officer signs."""
    apart = [(one, other) for one, other in itertools.pairwise(read) if (one.signatory, one.title) == (other.signatory, other.title)]
    if not apart:
        return read
    named = {folded(one.name) for one in parties(instrument.document)}
    broken = {id(one): other for one, other in apart if folded(one.party + other.party) in named and folded(one.party) not in named}
    first = {id(other): one for one, other in apart if id(one) in broken}
    return tuple(_behind(first.get(id(one)), one) for one in read if id(one) not in broken)


def _behind(begun: Signature | None, one: Signature) -> Signature:
    """A signature with the name that begins above it."""
    if begun is None:
        return one
    return msgspec.structs.replace(one, party=f"{begun.party} {one.party}", span=msgspec.structs.replace(one.span, start=begun.span.start))


def _called(instrument: Instrument, read: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """The signatures with the names of the parties that only a caption tells."""
    if all(part(one.party) is None for one in read):
        return read
    called: dict[str, set[str]] = {}
    for one in parties(instrument.document):
        for term in filter(None, (*one.alias, one.role)):
            called.setdefault(term.lower(), set()).add(one.name)
    names = {term: min(those) for term, those in called.items() if len(those) == 1}
    return tuple(
        msgspec.structs.replace(one, party=names.get(one.party.lower(), one.party)) if part(one.party) else one for one in read
    )


def _by_officers(instrument: Instrument, read: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """The signatures with the party for which an officer signs who is none himself."""
    officers = [one for one in read if one.party == one.signatory and one.title and like_title(one.title)]
    if not officers:
        return read
    named = [one.name for one in parties(instrument.document)]
    entities = [name for name in named if not like_person(name)]
    signs = {folded(one.party)[:_SAME] for one in read}
    if len(entities) != 1 or folded(entities[0])[:_SAME] in signs:
        return read
    own = [one for one in officers if not any(same_person(one.party, name) for name in named)]
    return tuple(msgspec.structs.replace(one, party=entities[0]) if one in own else one for one in read)


def _around(instrument: Instrument, one: Signature) -> Provision | None:
    """The exhibit in which a block stands: the innermost."""
    offset = instrument.document.reading.at(one.span.start)
    around, found = instrument.root, None
    while place := bisect.bisect_right(around.children, offset, key=operator.attrgetter("start")):
        around = around.children[place - 1]
        if around.kind is not ProvisionKind.PART or offset >= around.end:
            break
        found = around
    return found


def _parts(around: Provision) -> Iterator[Provision]:
    return (one for one in around.children if one.kind is ProvisionKind.PART)
