"""The parties that the lines above a signature name.

In: the cells above a line to sign on. Out: entities in order, each with those through whom it acts; and,
from the words of one, its bare name, its capacity, its former name.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument.signing.cells import Cell
from conformed.instrument.signing.kinds import Kind
from conformed.instrument.signing.words import (
    ends_a_name,
    like_entity,
    only_an_ending,
    surely_entity,
    whole_entity,
)


class Entity(msgspec.Struct, eq=False):
    """A party as the lines above a signature name it."""

    words: str
    start: int
    end: int
    line: int
    chain: list[str]


_LONG = 500  # characters of a name and what belongs to it
_LOWER = pattern(
    r"[(&]|(?:an?|as|its|by|individually|and|of|for|not|in|solely|acting|each|formerly|the|both|general"
    r"|sole|managing|member"
    r"|manager|limited|corporation|company|trust|investment)\s"
    r"|(?:By|AS|As|A|AN|An|INDIVIDUALLY|Individually|ITS|Its|OF|AND|FOR|LIABILITY|FORMERLY)\s|[a-z]+$"
)
_UNFINISHED = pattern(r"(?:[,&\-–/]|\b(?:and|of|for|the|f/k/a|as|a|an|its|sole|known))$", re.IGNORECASE)
_FORMER = pattern(
    r",?\s*\(?\b(?:f/k/a|f\.k\.a\.?|fka|formerly(?:\sknown\sas|,)?)\s*:?\s*([^)]*)\)?", re.IGNORECASE
)
_ALSO = pattern(r"\s*\((?:solely |only )?(?:for|as to|with respect to)\s[^)]*\)|,?\s*\(?\b(?:d/b/a|a/k/a)\b[^)]*\)?|\s*\((?:as )?successor[^)]*\)|,?\s(?:as )?successor (?:by|in|to)\b[^,]*(?:,\s(?:inc|llc|l\.l\.c|ltd|l\.p|n\.a)\b\.?)?", re.IGNORECASE)
_TERM = pattern(r"\s*\((?:the\s|hereinafter\s)?[“\"][^”\"()]{1,60}[”\"]\)")  # by which it is called
_FORM = pattern(
    r",?\s(?:an?\s|AN?\s(?=(?:[A-Z]+ ){1,4}(?:CORPORATION|LIMITED|LLC|COMPANY|PARTNERSHIP|TRUST)\b))"
)
_CAPACITY = pattern(
    r",?\s(?:(?:for itself|individually|not (?:individually|in its)|solely|acting|both|each"
    r"|in (?:its|their|his|her|that person['’]s) (?:(?:several )?capacit(?:y|ies)|individual))\b|as\b(?=\s\w)(?!\sagent\sfor\b"
    r"|\strustee\s(?:for"
    r"|of)\b)).*$"
    r"|(?:,\s|\s(?-i:(?=a)))as$"
    r"|,\s(?:(?:administrative|collateral|managing|documentation|syndication)\s)?(?:agent|trustee|lender|borrower|guarantor|issuer|arranger)$"
    r"|^(?:as|individually|for itself|in its capacity)\b.*$",
    re.IGNORECASE,
)
_THROUGH = pattern(r",?\s[Bb]y\s(?:and through\s)?:?\s?(?=[A-Z])")
_BY_ITS = pattern(
    r",?\sby\sits\s(?:duly\s)?(?:authori[sz]ed|attorney)\b.*$|,\s(?:with\sits|having\sits)\s(?:\w+\s){0,3}offices?\b.*$|,\sthrough\sits\s.*$", re.IGNORECASE
)
_PART = (
    r"(?:agent|arranger|bank|book-?runner|borrower|guarantor|holder|issuer|lender|manager|member|obligor|part(?:y|ie)|partner"
    r"|purchaser|seller|trustee|advis[eo]r|owner|assignee|servicer|capacit(?:y|ie))s?"
)
_PART_LAST = pattern(rf"\b{_PART}[\s,;.)]*$", re.IGNORECASE)
_PART_FIRST = pattern(rf"(?:[a-z][\w-]*\s){{0,2}}?{_PART}(?=[,;:]|\s(?:and|&)\s|$)", re.IGNORECASE)
_ITS = pattern(r"\b(?:its|as)\b")
_OFFICE = pattern(r"\b(?:its|as)\s\w+|\b(?:general partner|member|manager)$", re.IGNORECASE)
_ON_BEHALF = pattern(r"\b(?:on behalf of|agent for|trustee for|trustee of)\s[^,]*$")
_SUCCESSOR = pattern(r"\bsuccessor (?:by merger |in interest )?(?:to|with|of)\s[^,)]*$")
_FORMED = pattern(
    r",\san?\s[^,]{0,60}\b(?:corporation|company|partnership|association|trust|bank)$", re.IGNORECASE
)


def entities(header: Sequence[Cell]) -> list[Entity]:
    """The parties that the lines above a signature name."""
    found: list[Entity] = []
    each = any(cell.kind is Kind.EACH for cell in header)
    before: Cell | None = None
    for cell in header:
        if found and not found[-1].chain and cell.kind in {Kind.PLAIN, Kind.ROLE} and _completes(found[-1].words, cell.words):
            _join(found[-1:], cell)
        elif cell.kind is Kind.BY:
            for entity in found if each else found[-1:]:
                entity.chain.append(cell.words)
                entity.end = cell.end
        elif cell.kind is Kind.PLAIN:
            if before is not None and found and _goes_on(found[-1], before, cell):
                _join(found if each and found[-1].chain else found[-1:], cell)
            elif not only_goes_on(cell.words):
                found.append(Entity(cell.words, cell.start, cell.end, cell.line, []))
        before = cell
    like = [one for one in found if one.chain or like_entity(one.words)]
    return like if like and not each else found


def only_goes_on(words: str) -> bool:
    """Whether a line can only go on with the one above: `a Delaware corporation`, `as a Lender`."""
    return bool(_LOWER.match(words)) or (words[:1].islower() and not surely_entity(words))


def _join(found: Sequence[Entity], cell: Cell) -> None:
    """Words that go on with the line above: of the entity, or of what it acts through."""
    for entity in found:
        if entity.chain:
            entity.chain[-1] = f"{entity.chain[-1]} {cell.words}"
        else:
            entity.words = f"{entity.words} {cell.words}"
        entity.end = cell.end


def _goes_on(entity: Entity, before: Cell, cell: Cell) -> bool:
    """Whether a line goes on with the entity above it, or with what that acts through."""
    said = entity.chain[-1] if entity.chain else entity.words
    if before.kind not in {Kind.PLAIN, Kind.BY} or len(said) > _LONG:
        return False
    through = _THROUGH.search(said)
    acts = bool(through) and not _ITS.search(said, through.end() if through else 0)
    if acts or said.count("(") > said.count(")") or only_goes_on(cell.words):
        return True
    if not cell.gap and ends_a_name(cell.words) and not (entity.chain and _OFFICE.search(said)):
        return True
    if _UNFINISHED.search(said):
        own = surely_entity(cell.words) and len(cell.words.split()) > 2
        return not (own and whole_entity(said)) or said.lower().endswith("f/k/a")
    if cell.gap:
        return not entity.chain and only_an_ending(cell.words) and not whole_entity(said)
    return not _OFFICE.search(said) if entity.chain else _wraps(said, cell.words)


def _completes(said: str, words: str) -> bool:
    """Whether a line completes a capacity that the line above cuts short: `as Administrative`, `Agent and as a Lender`."""
    told = _capacity(said)
    return told is not None and not _PART_LAST.search(told) and _PART_FIRST.match(words) is not None


def _wraps(said: str, words: str) -> bool:
    """Whether a line right below a name that could end so is still of it."""
    if _ON_BEHALF.search(said) or (_SUCCESSOR.search(said) and not whole_entity(said)):
        return True
    if surely_entity(said[-16:]) and whole_entity(said):
        return False
    whole = whole_entity(bare(said)) or bool(_FORMED.search(said))
    return not (whole and like_entity(words) and not ends_a_name(words))


def bare(words: str) -> str:
    """A party's name without its form, capacity and former name."""
    words = _TERM.sub("", _ALSO.sub("", _FORMER.sub("", words)))
    cuts = [match.start() for cut in (_FORM, _THROUGH, _CAPACITY, _BY_ITS) if (match := cut.search(words))]
    return words[: min(cuts, default=len(words))].strip(" ,;:").rstrip("_ ")


def capacity(words: str) -> str | None:
    """What a party signs as."""
    told = _capacity(words)
    return told if told and told.lower() != "as" else None


def _capacity(words: str) -> str | None:
    """What a party signs as, which the end of a line may cut short: `as`."""
    match = _CAPACITY.search(_ALSO.sub("", _FORMER.sub("", words)))
    return match[0].strip(" ,") if match else None


def former(words: str) -> str | None:
    """A party's former name."""
    match = _FORMER.search(words)
    return (match[1].strip(" ,()") or None) if match else None


def through(words: str) -> tuple[str, ...]:
    """Through whom a party acts, where its own line says so."""
    match = _THROUGH.search(words)
    return (words[match.end() :],) if match else ()
