"""Who a collective term stands for on a day: "Borrowers", "Guarantors", "Loan Parties", "Parties".

In: the chain, the text in force on the day, the register of entities.  Out: for a term its members, each with what tells it,
and the words of its definition that name nobody.  The convention: the agreement's own definition counts first (`"Loan
Parties" means the Borrower and each Guarantor`), then the terms of the preambles, the capacities of signatures and the
guaranties, of lenders also the list of commitments; whoever joined by the day is added, whoever was released is taken away.
"""

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.parties.collective import singular
from conformed.instrument.parties.entity import acts
from conformed.language import Class, Interpretation
from conformed.ledger import Chain
from conformed.ledger.persons import name_key
from conformed.standing.consents import commitments
from conformed.standing.entities import register, told_as
from conformed.standing.in_force import in_force
from conformed.standing.joined import Joined, joined
from conformed.standing.listed import Names
from conformed.standing.stands import MADE, on, stages
from conformed.version import Version

_MEANS = pattern(r"[^\w]{0,3}(?:\sor\s[“\"][^”\"]{1,40}[”\"])?,?\s(?:shall\s|will\s)?(?:each\s)?means?\b:?", ENGLISH)
_ELSEWHERE = pattern(r"\b(?:meanings?|identified|specified|set\sforth|defined)\b[^.;]{0,80}\b(?:preamble|introductory|above|first\sparagraph|parties)\b", ENGLISH)
_GENERAL = frozenset("subsidiary affiliate company corporation entity counsel director officer operator president provider person employee".split())
_UNNAMED = pattern(
    r"\b(?:the|certain|each|any|other|various|several)\s(?:(?!and\b)[\w&-]+\s){1,8}?(?:part(?:y|ies)|signator(?:y|ies))\s(?:here|there)to\b", ENGLISH
)
_LENDERS = frozenset({"lender", "bank", "purchaser"})  # whom a list of commitments tells
_LONG = 600  # characters of a definition that are read
_MANY = frozenset("party borrower guarantor lender bank grantor obligor pledgor seller purchaser issuer buyer".split())


class Member(msgspec.Struct, frozen=True):
    """A member of a group: `how` is "definition", "preamble", "signature", "guaranty", "joinder" or "listed", at a place of an instrument; of a lender, in the list of commitments."""

    name: str
    how: str
    instrument: str
    at: str | None = None


class Group(msgspec.Struct, frozen=True):
    """Who a collective term stands for; `path` is its definition, `rest` words of that, or terms, that name nobody known."""

    term: str
    path: str | None
    members: tuple[Member, ...]
    rest: tuple[str, ...] = ()


class Groups:
    """The collective terms of a matter on a day."""

    def __init__(self, chain: Chain, version: Version, day: datetime.date) -> None:
        """`version` is the text in force on the day."""
        self.day = day
        stood = stages(chain)
        reads = [("A", chain.agreement), *((link.id, link.read) for link in chain.links if link.changes)]
        self.reads = [(siglum, read) for siglum, read in reads if read is not None and on(stood[siglum], day).standing in MADE]
        self.register = register(chain, [siglum for siglum, _ in self.reads])
        self.text = in_force(version.root, chain.documents)
        self.schedule, lenders = commitments(version.root)
        self.listed = {name_key(name): name for name in lenders}

    def all(self) -> list[Group]:
        """The groups of the collective terms that the text and the preambles define, with more than one member or some not known."""
        found = {key: self.group(term) for key, term in self._terms.items()}
        several = [one for one in found.values() if len(one.members) > 1 or (one.members and one.rest)]
        return sorted(several, key=lambda one: one.term)

    def group(self, term: str) -> Group:
        """Who a term stands for."""
        one = _key(term)
        return msgspec.structs.replace(self._group(one, frozenset()), term=term)

    @cached_property
    def _defined(self) -> dict[str, tuple[str, str, str]]:
        """The terms for a part that the text defines: by their keys the term, the path and the words of the definition."""
        found: dict[str, tuple[str, str, str]] = {}
        text = self.text.text
        for one in self.text.defined:
            term = text[one.start : one.end]
            means = _MEANS.match(text, one.end) if acts(term) else None
            if means is None or _key(term) in found:
                continue
            ends = [inner.end for inner in self.text.around(one.start)[-1:]]
            words = text[means.end() : min([*ends, means.end() + _LONG])]
            if not _ELSEWHERE.search(words):
                found[_key(term)] = term, one.path, words.partition("\n")[0] if one.in_passing else words
        return found

    @cached_property
    def _terms(self) -> dict[str, str]:
        """The collective terms, by their keys."""
        every = (self.text.text[one.start : one.end] for one in self.text.defined)
        told = {_key(term): term for term in every if _key(term).rpartition(" ")[2] in _MANY and (_key(term) in self._defined or term.endswith("s"))}
        for _, read in self.reads:
            for party in read.parties:
                for term in party.collective:
                    told.setdefault(_key(term), term)
        if any(tie.kind == "guarantees to" for tie in self.register.ties):
            told.setdefault("guarantor", "Guarantor")
        order = [siglum for siglum, _ in self.reads]
        for part in sorted(_MANY - {"party", *told}):  # who signs "as a Lender", where only an agreement that is not to hand defines the term
            if len(told_as(self.register, order, part)) > 1:
                told[part] = part.title()
        return {key: _plural(term) for key, term in told.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of the entities and the terms for parts: what each stands for; of terms, `=` and their key."""
        known: dict[str, str] = {}
        roles = [_key(role) for one in self.register.entities for _, role in one.roles if role]
        parts = {*self._terms, *(key for key in (*self._defined, *roles) if key.rpartition(" ")[2] not in _GENERAL)}
        for key in parts:
            known |= {key: f"={key}", _plural(key): f"={key}"}
        owners: dict[str, set[str]] = {}
        for entity in self.register.entities:
            for alias in entity.aliases:
                owners.setdefault(alias, set()).add(entity.name)
        known |= {alias: next(iter(names)) for alias, names in owners.items() if len(names) == 1 and _key(alias) not in parts}
        return known | {name: one.name for one in self.register.entities for name in (one.name, *one.former)}

    @cached_property
    def _joined(self) -> list[tuple[str, Joined]]:
        """Who joined or left by the day, in the order of the instruments, which know their own parties by their own terms."""
        return [(siglum, one) for siglum, read in self.reads for one in joined(read, Names(self._names | _own(read)))]

    @cached_property
    def _unnamed(self) -> list[str]:
        """Whom the preambles that gather their parties as "Parties" do not name: `the lenders party hereto`."""
        found: list[str] = []
        for _, read in self.reads:
            if any("Party" in one.collective for one in read.parties):
                text = read.instrument.document.reading.text
                openings = (" ".join(text[one.start : one.end].split()) for one in read.account if one.what is Class.PREAMBLE)
                found += [match[0] for words in openings for match in _UNNAMED.finditer(words)]
        return found

    def _listed(self, key: str, name: str) -> str | None:
        """The list of commitments that holds a lender."""
        return self.schedule if key in _LENDERS and name_key(name) in self.listed else None

    def _group(self, key: str, above: frozenset[str]) -> Group:
        if key in above:
            return Group(key, None, ())
        path, members, rest = None, list[Member](), list[str]()
        if key in self._defined:
            _, path, words = self._defined[key]
            listed = Names({name: meant for name, meant in self._names.items() if meant != f"={key}"}).read(words)
            rest += [listed.rest] if listed.rest else []
            for name in listed.named:
                inner = self._group(name[1:], above | {key}) if name.startswith("=") else None
                members += inner.members if inner else [Member(name, "definition", "A", path)]
                rest += (inner.rest or (() if inner.members else (inner.term,))) if inner else ()
        if rest or path is None:
            told = told_as(self.register, [siglum for siglum, _ in self.reads], key)
            members += [Member(name, how, siglum, self._listed(key, name)) for name, how, siglum in told]
            members += [Member(name, "listed", "A", self.schedule) for name in self.listed.values() if key in _LENDERS]
        rest += self._unnamed if key == "party" and members else ()
        moves = [(siglum, one) for siglum, one in self._joined if _key(one.role) == key]
        rest += [one.waits for _, one in moves if one.waits]
        return Group(key, path, tuple(_once(_moved(members, moves))), tuple(dict.fromkeys(rest)))


def _once(members: Sequence[Member]) -> Iterator[Member]:
    """Each member once, by what tells it first."""
    told: dict[str, Member] = {}
    for one in members:
        told.setdefault(name_key(one.name), one)
    yield from told.values()


def _moved(members: Sequence[Member], moves: Sequence[tuple[str, Joined]]) -> list[Member]:
    """The members with whoever joined, and without whoever left."""
    found = list(members)
    for siglum, one in moves:
        if one.waits:
            continue
        others = [each for each in found if name_key(each.name) != name_key(one.name)]
        found = others if one.leaves else [*found, Member(one.name, "joinder", siglum, one.at)]
    return found


def _own(read: Interpretation) -> dict[str, str]:
    """What the names and terms of an instrument's own preamble stand for."""
    return {alias: party.name for party in read.parties for alias in (party.name, *party.alias)}


def _key(term: str) -> str:
    """A term in the singular, in small letters."""
    return singular(" ".join(term.lower().split()))


def _plural(term: str) -> str:
    if term.endswith("s"):
        return term
    return f"{term[:-1]}ies" if term.endswith("y") else f"{term}s"
