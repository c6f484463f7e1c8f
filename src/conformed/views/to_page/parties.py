"""Who takes part: the parties, their affiliates by state, and who signed."""

import datetime
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import pattern
from conformed.instrument import Signature, affiliates
from conformed.ledger import if_met
from conformed.standing.collective import Groups, Member
from conformed.standing.entities import Register
from conformed.views.page import PageAffiliates, PageGroup, PageMember, PageParty, PageSignature, PageTie
from conformed.views.places import at, where
from conformed.views.to_page.sources import Sources
from conformed.views.to_page.text import Places


def signatures(sources: Sources) -> Iterator[PageSignature]:
    """The signature blocks of all instruments."""
    for siglum, read in sources.reads:
        for one in read.signatures:
            yield _signature(siglum, one, sources)


def _signature(siglum: str, one: Signature, sources: Sources) -> PageSignature:
    return PageSignature(
        siglum,
        one.party,
        one.capacity,
        one.former,
        one.chain,
        one.signed,
        one.signatory,
        one.title,
        one.date,
        sources.page(one.span),
        one.span,
        one.part,
        one.form,
    )

_JOINED = pattern(r",?\sand\s|,\s")


def parties(found: Register) -> Iterator[PageParty]:
    """The entities that the instruments name, or that sign them, each once."""
    guaranteeing = {tie.one for tie in found.ties if tie.kind == "guarantees to"}
    for one in found.entities:
        sigla = [*(siglum for siglum, _ in one.roles), *(siglum for siglum, _, _ in one.signs), *one.listed]
        yield PageParty(
            one.name,
            one.aliases,
            next((role for _, role in one.roles if role), "guarantor" if one.name in guaranteeing else None),
            one.form,
            one.jurisdiction,
            tuple(dict.fromkeys(sigla)),
            one.former,
            tuple(_fullest([capacity for _, capacity, _ in one.signs if capacity])),
            one.states,
            one.acts_for,
        )


def _fullest(capacities: Sequence[str]) -> Iterator[str]:
    """The capacities in which an entity signs, those left out that another holds: as a Lender, as Agent and as a Lender."""
    parts = {each: set(_JOINED.split(each.lower())) for each in capacities}
    for turn, (each, held) in enumerate(parts.items()):
        if not any(held < other or (held == other and before < turn) for before, other in enumerate(parts.values())):
            yield each


def ties(found: Register, sources: Sources) -> Iterator[PageTie]:
    """How the entities are tied to each other."""
    for one in found.ties:
        yield PageTie(one.kind, one.one, one.other, one.how, one.dated, one.instrument, sources.page(one.span), one.span, one.again, one.of, one.title, one.capacity)


def groups(found: Groups, terms: Sequence[str], sources: Sources, places: Places) -> Iterator[PageGroup]:
    """Who the collective terms stand for that are asked for, or all of them."""
    for one in [found.group(term) for term in terms] or found.all():
        defined = places.of(one.path) if one.path else ()
        members = tuple(_member(each, sources, found.day) for each in one.members)
        yield PageGroup(one.term, one.path, defined[0] if defined else None, members, one.rest)


def _member(one: Member, sources: Sources, day: datetime.date) -> PageMember:
    link = sources.link(one.instrument)
    by = link.spoken if link else "the Agreement"
    told = {
        "definition": where(one.at or ""),
        "preamble": f"named so in {by}",
        "signature": f"has a signature line as such in {by}{f', and is listed in {where(one.at)}' if one.at else '; others may have none there'}",
        "listed": f"is listed in {where(one.at or '')}",
        "guaranty": f"its guaranty is named in {by}",
        "joinder": f"joins by {by}{f', {at(one.at)}' if one.at else ''}",
    }[one.how]
    upon = f", {if_met(link, day)}" if link and link.upon and one.how == "joinder" else ""
    return PageMember(one.name, one.how, one.instrument, one.at, told + upon)


def affiliates_of(sources: Sources) -> Iterator[PageAffiliates]:
    """The operating affiliates that the instruments list, by state."""
    for siglum, read in sources.reads:
        for one in affiliates(read.instrument.document):
            yield PageAffiliates(one.state, one.names, siglum, sources.page(one.span), one.span)
