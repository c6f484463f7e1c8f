"""What the copy to hand shows of the signing that a condition precedent asks.

In: a condition, the reading of its instrument, the entities of the matter.  Out: of each who is to sign, whether the signature
pages show it: those of the instrument where `this Amendment` is to be signed, those of an exhibit where a paper `in the form of
Exhibit A` is and the file holds it signed.  Afterwards nothing is proved by that: a copy that is signed may not have
been delivered.  Of whom the words do not name as a party, such as lenders of whom each may have signed elsewhere, nothing is told.
"""

from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Signature
from conformed.instrument.parties.collective import singular
from conformed.language import Condition, Interpretation
from conformed.language.owed import names, owed_by
from conformed.ledger.persons import name_key
from conformed.standing.entities import Entity, Register, told_as

_SIGNS = pattern(r"\b(?:executed|signed)\b", ENGLISH)
_OWN = pattern(r"\bcounterparts?\shereof\b|\b(?:this|the\spresent)\s(?:[\w’'.]+\s){0,4}?(?-i:Amendment|Waiver|Consent|Agreement|Supplement|Letter|Joinder)\b", ENGLISH)
_IN_FORM = pattern(
    r"\b(?:in\s(?:substantially\s)?the\sform\s(?:of|attached\s(?:hereto\s)?as)|attached\s(?:hereto\s)?as)\s"
    r"(?P<part>(?:Exhibit|Annex|Schedule|Attachment)\s[A-Z0-9][\w.-]{0,5})\b(?!\s(?:to|of)\sthe\b)", ENGLISH
)
_OTHER = pattern(  # a paper beside the instrument itself
    r"\b(?:notes?|guarant(?:y|ees?|ies)|certificates?|opinions?|reaffirmations?|acknowledg(?:e?ments?)|consents?(?=\s(?:of|by)\b)|mortgages?|pledge|documents?)\b", ENGLISH
)
_DETERMINER = pattern(r"^(?:(?:the|each|any|all|every)\s(?:of\s)?(?:the\s)?(?:other\s)?)+", ENGLISH)


class Signer(msgspec.Struct, frozen=True):
    """One who is to sign, as the condition names it: the entities that are meant, and those of them whose line is blank.

    `sure` tells that the name itself is theirs, and not only like it; `entities` is empty where nobody known is meant, or where
    the pages do not show of each whether it signed.
    """

    name: str
    entities: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    sure: bool = True

    @property
    def signed(self) -> bool:
        """Whether all who are meant have signed."""
        return bool(self.entities) and not self.blank


class Executed(msgspec.Struct, frozen=True):
    """Who has signed what a condition asks to be signed, in the copy to hand; `part` is the exhibit that is to be signed."""

    part: str | None
    signers: tuple[Signer, ...]


def executed(condition: Condition, read: Interpretation, known: Register) -> Executed | None:
    """What the copy shows; None where it shows nothing of any who is to sign, or where another paper is to be signed."""
    words = " ".join(condition.text.split())
    who = owed_by(words) if _SIGNS.search(words) else None
    if who is None:
        return None
    form = _IN_FORM.search(words)
    part = " ".join(form["part"].split()) if form else None
    if part is None and (_OWN.search(words) is None or _OTHER.search(words)):
        return None
    lines = [one for one in read.signatures if not one.form and (one.part or "").lower() == (part or "").lower()]
    signers = tuple(_signer(name, lines, read, known) for name in names(who))
    return Executed(part, signers) if lines and any(one.entities for one in signers) else None


def _signer(name: str, lines: Sequence[Signature], read: Interpretation, known: Register) -> Signer:
    called = _DETERMINER.sub("", name)
    own = next((one.name for one in read.parties if called in {one.name, *one.alias}), None)
    entity = known.called(own or called)
    if entity is not None:
        return _shown(name, [entity], lines)
    members = [*_members(called, read, known)]
    if members:
        return _shown(name, members, lines)
    meant = known.meant_by(called)
    return msgspec.structs.replace(_shown(name, [meant], lines), sure=False) if meant else Signer(name)


def _members(called: str, read: Interpretation, known: Register) -> Iterator[Entity]:
    """Whom a collective term gathers: the parties that the instrument's own preamble names or gathers so, else those of the matter."""
    term = singular(called.lower())
    found = [one.name for one in read.parties if term in {singular(each.lower()) for each in (*one.collective, one.role or "")}]
    if not found:
        order = [*dict.fromkeys(at for one in known.entities for at, _ in (*one.roles, *one.gathered))]
        found = [name for name, how, _ in told_as(known, order, term) if how != "signature"]
    yield from (entity for name in found if (entity := known.called(name)) is not None)


def _shown(name: str, entities: Sequence[Entity], lines: Sequence[Signature]) -> Signer:
    """What the lines show of entities; nothing where one has no line, or one of which it cannot be told."""
    blank = list[str]()
    for one in entities:
        keys = {name_key(each) for each in (one.name, *one.former)}
        own = [line.signed for line in lines if name_key(line.party) in keys]
        if not own or None in own:
            return Signer(name)
        if False in own:
            blank.append(one.name)
    return Signer(name, tuple(one.name for one in entities), tuple(blank))
