"""The entities of a matter: what each is, in which instruments it acts and how, and how they are tied to each other.

In: the chain.  Out: the register: each entity once, under the name that the first instrument gives it, or the one that it bears
since, with its aliases, former names, form and jurisdiction, its part in each instrument; and the ties: who acts by whom, who is
whose operating affiliate, and who guarantees to whom under which paper.  Afterwards two names are one entity only where they agree letter by
letter, marks and capitals aside, or where a paper says so ("formerly known as").
"""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import ProvisionKind, affiliates
from conformed.instrument.parties.collective import singular
from conformed.language import Interpretation
from conformed.ledger import Chain
from conformed.ledger.persons import name_key
from conformed.standing.affiliated import acts_for_affiliates, whose
from conformed.standing.guaranties import guaranties

_ACTS = pattern(  # behind the name of one through whom an entity acts
    r",?\s(?:(?P<form>an?\s[\w\s-]{4,60}?),?\s)?(?P<how>(?:as\s)?(?:its\s|an?\s)?(?:(?:sole|managing|general|collateral|investment|owner|portfolio)\s)?"
    r"(?:members?|partners?|managers?|advis[eo]r|trustee|servicer))\b.*$", ENGLISH
)
_REAFFIRMS = pattern(r"\b(?:reaffirm|ratif(?:y|ied|ies)|confirm)\w{0,8}\b[^.;]{0,160}\bguarant(?:y|ies|ee)\b", ENGLISH)
_CONFIRMS = pattern(
    r"\b(?:each|all|the)\s(?:of\sthe\s)?guarantors?\b[^.;]{0,200}?\b(?:reaffirm|ratif(?:y|ied|ies)|confirm)\w{0,8}\b[^.;]{0,160}?"
    r"\bthe\s(?-i:(?P<paper>(?:[A-Z][\w&’'-]*\s){0,4}Guarant(?:y|ees?|ies)))\b", ENGLISH
)
_SUCCEEDED = frozenset({"lender", "bank", "purchaser", "holder", "agent", "trustee"})  # in whose part another may stand now


class Tie(msgspec.Struct, frozen=True):
    """How one entity is tied to another: `kind` is "acts by", "affiliate of" or "guarantees to"; `how` says it in words.

    `other` is None where the words name nobody; `instrument` is the siglum of the first instrument that tells it, and `span`
    where; `dated` the day of a guaranty, `title` that of its paper, `of` in words whose debts it covers, `capacity` in which `other`
    takes it, `again` the sigla of the instruments that reaffirm it.
    """

    kind: str
    one: str
    other: str | None
    how: str
    instrument: str
    span: Span | None
    dated: datetime.date | None = None
    again: tuple[str, ...] = ()
    of: str | None = None
    title: str | None = None
    capacity: str | None = None


class Entity(msgspec.Struct, frozen=True):
    """An entity or person.

    `roles`, `gathered` and `signs` tell by siglum the part in which it is named, the terms that gather it with others, and the
    capacity in which it signs; `states` are those (postal codes) in which a schedule lists it as an operating affiliate;
    `listed` are the sigla of instruments that name it there, or as a guarantor, `acts_for` of those that it makes for its
    operating affiliates too.
    """

    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    form: str | None = None
    jurisdiction: str | None = None
    roles: tuple[tuple[str, str | None], ...] = ()
    gathered: tuple[tuple[str, str], ...] = ()
    signs: tuple[tuple[str, str | None, bool | None], ...] = ()
    states: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    acts_for: tuple[str, ...] = ()


class Register(msgspec.Struct, frozen=True, dict=True):
    """All entities of a matter in the order in which they are named, and their ties."""

    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]

    def called(self, name: str) -> Entity | None:
        """The entity of a name, an alias or a former name; else the one that signs in a capacity of that name."""
        if (one := self._names.get(name_key(name))) is not None:
            return one
        alone = re.compile(rf"\b(?:as|as\sthe)\s{re.escape(name)}\b", re.IGNORECASE)
        acting = [one for one in self.entities if any(alone.search(capacity or "") for _, capacity, _ in one.signs)]
        return acting[0] if len(acting) == 1 else None

    def meant_by(self, name: str) -> Entity | None:
        """The one entity whose name holds, though it does not begin with them, the words of a name that none bears: `Mill I` of ALDER I MILL LLC."""
        words = set(name.lower().split())
        if len(words) < 2 or not name[0].isupper() or self.called(name) is not None:
            return None
        found = [one for one in self.entities if words <= set(re.findall(r"\w+", one.name.lower()))]
        return found[0] if len(found) == 1 and not name_key(found[0].name).startswith(name_key(name)) else None

    @cached_property
    def _names(self) -> dict[str, Entity]:
        """The entities by the keys of their names, former names and aliases; the first of each counts."""
        found: dict[str, Entity] = {}
        for one in self.entities:
            for name in (one.name, *one.former, *one.aliases):
                found.setdefault(name_key(name), one)
        return found


def register(chain: Chain, sigla: Collection[str] | None = None) -> Register:
    """The register of a chain, or of some of its instruments; those of another agreement name no entity of it."""
    reads = [("A", chain.agreement), *((link.id, link.read) for link in chain.links if link.changes)]
    held = [(siglum, read) for siglum, read in reads if read is not None and (sigla is None or siglum in sigla)]
    made = _Made()
    for siglum, read in held:
        made.named(siglum, read)
        made.signing(siglum, read)
        made.guaranteeing(siglum, read)
        made.operating(siglum, read)
    found = Register(tuple(made.entities.values()), ())
    order = [siglum for siglum, _ in held]
    ties: dict[tuple[object, ...], Tie] = {}
    for tie in (tie for siglum, read in held for tie in _ties(found, order, siglum, read)):
        first = ties.setdefault(key := (tie.kind, tie.one, tie.other, tie.how, tie.dated), tie)
        ties[key] = msgspec.structs.replace(first, again=tuple(dict.fromkeys((*first.again, *tie.again))))
    for among, tie in ties.items():
        later = order[order.index(tie.instrument) + 1 :]
        by_name = [siglum for siglum, read in held if siglum in later and tie.kind == "guarantees to" and tie.how.lower() in _confirmed(read)]
        ties[among] = msgspec.structs.replace(tie, again=tuple(one for one in order if one in (*tie.again, *by_name)))
    for name in (name for tie in ties.values() for name in (tie.one, tie.other) if name and " " in name):
        if found.called(name) is None:
            made.enter(name)
            found = Register(tuple(made.entities.values()), ())
    return Register(found.entities, tuple(ties.values()))


class _Made:
    """The entities as they are found, by the keys of their names."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.keys: dict[str, str] = {}  # by names and former names

    def enter(self, name: str, *former: str) -> str:
        """The key of an entity of a name, entered where it is new; one known by a former name bears this from here on."""
        own = name_key(name)
        key = next((self.keys[each] for each in (own, *map(name_key, former)) if each in self.keys), own)
        if key not in self.entities:
            self.entities[key] = Entity(name)
        elif own not in self.keys:
            self.entities[key] = msgspec.structs.replace(self.entities[key], name=name)
        self.add(key, former=former)
        for each in (name, *former):
            self.keys.setdefault(name_key(each), key)
        return key

    def add(self, key: str, **more: tuple[object, ...]) -> None:
        """Add to what is told of an entity, each thing once."""
        one = self.entities[key]
        told = {name: tuple(dict.fromkeys((*getattr(one, name), *values))) for name, values in more.items()}
        self.entities[key] = msgspec.structs.replace(one, **told)

    def named(self, siglum: str, read: Interpretation) -> None:
        """Enter the parties that a preamble names."""
        for party in read.parties:
            key = self.enter(party.name, *party.former)
            gathered = tuple((siglum, term) for term in party.collective)
            self.add(key, aliases=party.alias, roles=((siglum, party.role),), gathered=gathered)
            self.told(key, party.form, party.jurisdiction)

    def signing(self, siglum: str, read: Interpretation) -> None:
        """Enter those who sign, the lines of forms left out."""
        for block in read.signatures:
            if not block.form:
                key = self.enter(block.party, *filter(None, (block.former,)))
                self.add(key, signs=((siglum, block.capacity, block.signed),))

    def guaranteeing(self, siglum: str, read: Interpretation) -> None:
        """Enter the guarantors of whom the instrument tells what they are, beside the guaranties that it names."""
        for one in guaranties(read):
            if one.form is not None:
                self.told(self.enter(one.guarantor), one.form, one.jurisdiction)
                self.add(self.enter(one.guarantor), aliases=(one.called,) if one.called else (), listed=(siglum,))

    def operating(self, siglum: str, read: Interpretation) -> None:
        """Enter the affiliates that a schedule lists by state, and who acts for its affiliates too."""
        if (owner := acts_for_affiliates(read)) is not None:
            self.add(self.enter(owner), acts_for=(siglum,))
        for one in affiliates(read.instrument.document):
            for name in one.names:
                self.add(self.enter(name), states=(one.state,), listed=(siglum,))

    def told(self, key: str, form: str | None, jurisdiction: str | None) -> None:
        """Tell what an entity is, where that is not known yet."""
        one = self.entities[key]
        self.entities[key] = msgspec.structs.replace(one, form=one.form or form, jurisdiction=one.jurisdiction or jurisdiction)


def _ties(found: Register, order: Sequence[str], siglum: str, read: Interpretation) -> Iterator[Tie]:
    for block in read.signatures:
        below = _name(found, block.party)
        for through in block.chain if not block.form else ():
            match = _ACTS.search(through)
            above = _name(found, through[: match.start()] if match else through)
            how = " ".join(match["how"].split()) if match else "acts by"
            if above != below:
                yield Tie("acts by", below, above, how, siglum, block.span)
            below = above
    if (owner := whose(read)) is not None:
        for listed in affiliates(read.instrument.document):
            yield from (Tie("affiliate of", _name(found, name), _name(found, owner), "operating affiliate", siglum, listed.span) for name in listed.names)
    reaffirms = siglum != "A" and _REAFFIRMS.search(" ".join(read.instrument.document.reading.text.split())) is not None
    forms = {one.part for one in read.signatures if one.form and one.part}
    for one in guaranties(read):
        favor = _name(found, one.favor) if one.favor else None
        part = singular(one.guarantor.lower())
        givers = [name for name, _, _ in told_as(found, order, part)] if found.called(one.guarantor) is None else []
        if (one.made or one.own) and not givers and found.called(one.guarantor) is None:
            continue
        for guarantor in givers or (_name(found, one.guarantor),):
            again = (siglum,) if reaffirms and not one.made and _part(read, one.span) not in forms else ()
            yield Tie("guarantees to", guarantor, favor, one.alias or one.title, siglum, one.span, one.dated, again, one.of, one.title, one.capacity)


def _part(read: Interpretation, span: Span) -> str | None:
    """The exhibit in which a place of an instrument stands."""
    around = read.instrument.root.at(read.instrument.document.reading.at(span.start))
    return next((one.path for one in around if one.kind is ProvisionKind.PART), None)


def _confirmed(read: Interpretation) -> set[str]:
    """The guaranties, in small letters, that all guarantors confirm in an instrument by their names alone."""
    return {match["paper"].lower() for match in _CONFIRMS.finditer(" ".join(read.instrument.document.reading.text.split()))}


def _name(found: Register, words: str) -> str:
    """The name under which the register has an entity, else the words."""
    words = " ".join(words.split()).strip(" ,")
    entity = found.called(words) if words else None
    return entity.name if entity else words


def told_as(found: Register, order: Sequence[str], part: str) -> list[tuple[str, str, str]]:
    """Whom the instruments name in a part ("borrower"): each with how that is told, and the siglum of the last that tells it.

    `order` are the sigla of the instruments in force, the agreement first.  The parties that preambles name so, or gather
    under that term, are meant, else those that sign in that capacity; guarantors are also those whose guaranties are named.
    Lenders come and go by assignments, and agents are succeeded: of these the last instrument that speaks of them tells all.
    """
    signs_as = re.compile(rf"\b(?:an?|the)\s{re.escape(part)}\b", re.IGNORECASE)
    preambles = [(at, one.name) for one in found.entities for at, role in (*one.roles, *one.gathered) if (role or "").lower() == part]
    lines = [(at, one.name) for one in found.entities for at, capacity, _ in one.signs if signs_as.search(capacity or "")]
    if part.rpartition(" ")[2] in _SUCCEEDED:
        last = next((siglum for siglum in reversed(order) if any(siglum == at for at, _ in (*preambles, *lines))), None)
        preambles, lines = ([(at, name) for at, name in several if at == last] for several in (preambles, lines))
    for how, told in (("preamble", preambles), ("signature", lines)):
        if told:
            in_order = sorted(told, key=lambda one: order.index(one[0]) if one[0] in order else -1)
            by = {name: at for at, name in in_order if at in order}
            return [(name, how, by[name]) for name in dict.fromkeys(name for _, name in told) if name in by]
    guaranteeing = [(tie.one, "guaranty", tie.instrument) for tie in found.ties if tie.kind == "guarantees to" and singular(tie.one.lower()) != part]
    return guaranteeing if part == "guarantor" else []
