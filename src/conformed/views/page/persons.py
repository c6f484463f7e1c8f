"""What the page shows of the persons: the parties, how they are tied, the groups and the lenders whose consent counts."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern

Day = datetime.date


class PageLender(msgspec.Struct, frozen=True):
    """A lender with its commitment, None where that is not told, and whether it signed."""

    name: str
    commitment: Decimal | None
    signed: bool


class PageConsent(msgspec.Struct, frozen=True):
    """The consent of a group of lenders to an instrument, reckoned from the copies to hand.

    `reached` is "met", "not met" or "unknown", and `why` says what is not known; `asks` is what is asked of the group, `share`
    the percentage of that, `part` the one that has signed; `path` is its definition and `provision` that on the page; `listed`
    says where the commitments are listed, `clause` is the provision of the agreement that asks it of every amendment.
    """

    instrument: str
    group: str
    reached: str
    why: str | None
    asks: str | None
    share: float | None
    part: float | None
    path: str | None
    provision: str | None
    listed: str | None
    lenders: tuple[PageLender, ...]
    clause: str | None = None

    @property
    def amounts(self) -> tuple[Decimal, Decimal] | None:
        """The commitments of those who signed, and of all, where they are known."""
        if not self.lenders or any(one.commitment is None for one in self.lenders):
            return None
        of_all = [(one.commitment or Decimal(0), one.signed) for one in self.lenders]
        return sum((amount for amount, signed in of_all if signed), Decimal(0)), sum((amount for amount, _ in of_all), Decimal(0))


_PARTS = pattern(r"[,;]|\band\b", ENGLISH)  # between the capacities of one sentence
_AS = pattern(  # before the name of a capacity
    r"^\s*(?:individually|solely|in\sits\s(?:individual\s)?capacit(?:y|ies)(?:\sas)?|as)?\s*(?:(?:the|an?|its)\b)?", ENGLISH
)
_OF = ("for", "of", "on", "to", "under")  # behind it


class PageParty(msgspec.Struct, frozen=True):
    """An entity or person that a preamble names, with the instruments that name it.

    `signs` are the capacities in which it signs, `former` its former names, `states` those in which a schedule lists it, `acts_for` the
    instruments that it makes for its operating affiliates too.
    """

    name: str
    alias: tuple[str, ...]
    role: str | None
    form: str | None
    jurisdiction: str | None
    instruments: tuple[str, ...]
    former: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    acts_for: tuple[str, ...] = ()

    @property
    def acts(self) -> tuple[str, ...]:
        """Its role, and the capacities in which it signs where these say more; those alone where no role is stated."""
        if self.role is None:
            return self.signs
        held = {f"{one} " for one in _capacities(self.role)}
        more = [sign for sign in self.signs if any(not _among(one, held) for one in _capacities(sign))]
        return (self.role, *([f"signs {'; '.join(more)}"] if more else []))


def _capacities(words: str) -> list[str]:
    """The single capacities of which words speak: `as Agent and as a Lender` of `agent` and `lender`."""
    return [one for each in _PARTS.split(words.lower()) if (one := _AS.sub("", each).strip().removesuffix("s"))]


def _among(one: str, held: Iterable[str]) -> bool:
    """Whether a capacity is one of those held: `agent` is `agent for the lenders`, but no `agent bank`."""
    return any(other == f"{one} " or other.startswith(tuple(f"{one} {word} " for word in _OF)) for other in held)


class PageTie(msgspec.Struct, frozen=True):
    """How one entity is tied to another: `kind` is "acts by", "affiliate of" or "guarantees to"; `other` is None where it is not named.

    `again` are the sigla of the instruments that reaffirm it, `of` tells in words whose debts a guaranty covers, `title` what its paper
    is called there, `capacity` in which `other` takes it.
    """

    kind: str
    one: str
    other: str | None
    how: str
    dated: Day | None
    instrument: str
    page: int | None
    span: Span | None
    again: tuple[str, ...] = ()
    of: str | None = None
    title: str | None = None
    capacity: str | None = None


class PageMember(msgspec.Struct, frozen=True):
    """A member of a group.

    `how` is "definition", "preamble", "signature", "guaranty", "joinder" or "listed", at a place of an instrument; `told` says it in words.
    """

    name: str
    how: str
    instrument: str
    at: str | None
    told: str


class PageGroup(msgspec.Struct, frozen=True):
    """Who a collective term stands for on the day of the page.

    `path` is its definition and `provision` that on the page; `rest` the words of it, or the terms, that name nobody known.
    """

    term: str
    path: str | None
    provision: str | None
    members: tuple[PageMember, ...]
    rest: tuple[str, ...]


class PageAffiliates(msgspec.Struct, frozen=True):
    """The operating affiliates of a party in one state (postal code), as a schedule lists them."""

    state: str
    names: tuple[str, ...]
    instrument: str
    page: int | None
    span: Span | None
