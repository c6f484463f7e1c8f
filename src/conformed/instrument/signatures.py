"""Signature pages: who signs an instrument, by whom, in what capacity, and whether the line is signed.

In: a document.  Out: one `Signature` for each party and line, in order; forms of exhibits that are executed in
the file among them, witnesses not.  A blank line is signed False; None stands where it cannot be told: a name
typed below a line in a document that shows no signature at all, or a blank line beside a date that is filled in.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Span, parse_day
from conformed.document import Document
from conformed.instrument.marks import Signature
from conformed.instrument.signature_blocks import Block, Signing, blocks
from conformed.instrument.signature_cells import Cell, Kind, cells, person_role
from conformed.instrument.signature_words import (
    ends_a_name, like_entity, like_person, same_person, surely_entity, whole_entity,
)


class _Entity(msgspec.Struct):
    """A party as the lines above a signature name it."""

    words: str
    start: int
    end: int
    line: int
    chain: list[str]


def signatures(document: Document) -> tuple[Signature, ...]:
    """What stands on the signature pages of a document."""
    read = list(_paired(document))
    shown = any(_stands(signing) for _, signing in read)
    made = [_signature(document, entity, signing, shown) for entity, signing in read]
    return tuple(sorted(made, key=lambda one: (one.span.start, one.span.end)))


def signature_pages(document: Document) -> list[tuple[int, int]]:
    """The lines that are signature blocks: numbers of the first and the one after the last of each stretch."""
    found = cells(document)
    told = {number for cell in found if cell.kind in {Kind.HEADING, Kind.PROSE} for number in range(cell.line, cell.last + 1)}
    stray = {cell.line for cell in found if cell.kind is Kind.PLAIN}
    joined: list[tuple[int, int]] = []
    for first, last in sorted(_reach(block) for block in _signed(found) if _known(block)):
        between = range(joined[-1][1], first) if joined else range(0)
        if joined and told.isdisjoint(between) and len(stray.intersection(between)) <= _STRAY:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


_STRAY = 2  # lines between two blocks that tell of neither


def _signed(found: Sequence[Cell]) -> list[Block]:
    """The blocks of which a line is signed or blank."""
    return [block for block in blocks(found) if any(_counts(block, signing) for signing in block.signings)]


def _counts(block: Block, signing: Signing) -> bool:
    """Whether a line is one to sign on: a bare rule may be drawn for anything."""
    if signing.by or signing.signed or signing.typed:
        return True
    return block.execution and any(
        (cell.kind is Kind.PLAIN and like_entity(cell.words)) or (cell.kind is Kind.ROLE and person_role(cell.words)) for cell in block.header)


def _reach(block: Block) -> tuple[int, int]:
    told = (*_above(block), *block.aside)
    first = min(*(cell.line for cell in told), *(one.line for one in block.signings), block.signings[0].line)
    return first, 1 + max(*(cell.last for cell in told), *(one.line_last for one in block.signings), block.signings[0].line_last)


def _above(block: Block) -> list[Cell]:
    """What stands above a block and is of it: the entities and their captions, nothing before them."""
    entities = _entities(block.header)
    kept: list[Cell] = []
    for cell in reversed(block.header):
        if cell.kind is Kind.PLAIN and not any(one.start <= cell.start < one.end for one in entities):
            break
        kept.append(cell)
    return kept


# -- Who signs where -------------------------------------------------------------------------------------------


def _known(block: Block) -> bool:
    """Whether it can be said who signs."""
    return block.parted or any(one.name or one.typed for one in block.signings) or bool(_above(block))


def _paired(document: Document) -> Iterator[tuple[_Entity | None, Signing]]:
    """Each line that is signed, with the entity that signs there; None where a person signs for himself.

    A person whose line is blank and bears no name is known by the caption above it.
    """
    carried: list[_Entity] = []
    for block in _signed(cells(document)):
        entities = _entities(block.header)
        signings = [one for one in block.signings if _counts(block, one)]
        if not entities and block.parted and signings[0].by and not any(cell.kind is Kind.ROLE for cell in block.header):
            entities = carried
        carried = entities
        captions = [cell for cell in block.header if cell.kind is Kind.ROLE and person_role(cell.words)]
        for entity, signing in _pairs(block, entities, signings):
            if entity is None and captions and not (signing.name or signing.typed):
                yield _Entity(captions[-1].words.strip(" :"), captions[-1].start, captions[-1].end, captions[-1].line, []), signing
            elif entity or signing.name or signing.typed:
                yield entity, signing


def _pairs(block: Block, entities: Sequence[_Entity], signings: Sequence[Signing]) -> Iterator[tuple[_Entity | None, Signing]]:
    by = [one for one in signings if one.by]
    lines = [cell for cell in block.header if cell.kind is Kind.PLAIN and not _lower(cell.words)]
    if block.turns and len(entities) == 1 < len(lines) == len(by):
        entities = [_Entity(cell.words, cell.start, cell.end, cell.line, []) for cell in lines]
    each = any(cell.kind is Kind.EACH for cell in block.header)
    if len(entities) <= 1:
        entity = entities[0] if entities else None
        own = entity is not None and (not by) and not (len(signings) > 1 and block.turns)
        for number, one in enumerate(signings):
            alone = one.by and number and not (one.title or one.told - {Kind.DATE}) and bool(signings[0].title)
            officer = (one.by and not alone) or (own and (number == 0 or bool(one.title))) or (entity is not None and same_person(entity.words, one.name or one.typed))
            yield (entity if officer else None), one
    elif each or len(signings) == 1:
        for one in signings:
            for entity in entities:
                yield entity, one
    else:
        chosen = by if len(by) >= len(entities) or not any(person_role(cell.words) for cell in block.header if cell.kind is Kind.ROLE) else signings
        chosen = signings if len(signings) == len(entities) else by or signings
        for one in signings:
            if one in chosen:
                yield entities[min(chosen.index(one), len(entities) - 1)], one
            else:
                yield None, one


# -- The party -------------------------------------------------------------------------------------------------

_LOWER = re.compile(
    r"[(&]|(?:an?|as|its|by|individually|and|of|for|not|in|solely|acting|each|formerly|the|both|general|sole|managing|member|manager|limited|corporation|company|trust|investment)\s"
    r"|(?:By|AS|As|A|AN|An|INDIVIDUALLY|Individually|ITS|Its|OF|AND|FOR|LIABILITY|formerly|FORMERLY)\s|[a-z]+$")
_UNFINISHED = re.compile(r"(?:[,&\-–/]|\b(?:and|of|for|the|f/k/a|as|a|an|its|sole|known))$", re.IGNORECASE)
_FORMER = re.compile(r",?\s*\(?\b(?:f/k/a|f\.k\.a\.?|fka|formerly(?:\sknown\sas|,)?|formerly)\s*:?\s*([^)]*)\)?", re.IGNORECASE)
_ALSO = re.compile(r",?\s*\(?\b(?:d/b/a|a/k/a)\b[^)]*\)?|\s*\((?:as )?successor[^)]*\)", re.IGNORECASE)
_FORM = re.compile(r",?\s+(?:an?\s+|(?:A|AN)\s+(?=(?:[A-Z]+ ){1,4}(?:CORPORATION|LIMITED|LLC|COMPANY|PARTNERSHIP|TRUST)\b))")
_CAPACITY = re.compile(
    r",?\s+(?:(?:for\s+itself|individually|not\s+(?:individually|in\s+its)|solely|acting|both|each|each,|in\s+(?:its|their)\s+(?:several\s+)?capacit(?:y|ies))\b|as\b(?=\s+\w)(?!\s+agent\s+for\b|\s+trustee\s+(?:for|of)\b)).*$"
    r"|^(?:as|individually|for itself|in its capacity)\b.*$", re.IGNORECASE)
_THROUGH = re.compile(r",?\s+[Bb]y\s+(?:and\sthrough\s)?:?\s*(?=[A-Z])")


_OFFICE = re.compile(r"\b(?:its|as)\s+\w+|\b(?:general partner|member|manager)$", re.IGNORECASE)
_ON_BEHALF = re.compile(r"\b(?:on behalf of|agent for|trustee for|trustee of)\s[^,]*$")
_FORMED = re.compile(r",\s+an?\s[^,]{0,60}\b(?:corporation|company|partnership|association|trust|bank)$", re.IGNORECASE)


def _entities(header: Sequence[Cell]) -> list[_Entity]:
    """The parties that the lines above a signature name."""
    found: list[_Entity] = []
    before: Cell | None = None
    for cell in header:
        if cell.kind is Kind.BY:
            for entity in _chained_to(found, header):
                entity.chain.append(cell.words)
                entity.end = cell.end
        elif cell.kind is Kind.PLAIN:
            if before is not None and found and _goes_on(found[-1], before, cell):
                _join(found, before, cell, header)
            elif not _lower(cell.words):
                found.append(_Entity(cell.words, cell.start, cell.end, cell.line, []))
        before = cell
    return _named(found, header)


def _lower(words: str) -> bool:
    """Whether a line can only go on with the one above: `a Delaware corporation`, `as a Lender`."""
    return bool(_LOWER.match(words)) or (words[:1].islower() and not surely_entity(words))


def _chained_to(found: Sequence[_Entity], header: Sequence[Cell]) -> Sequence[_Entity]:
    """The entities that act through another: the last, or all where each does."""
    return found if any(cell.kind is Kind.EACH for cell in header) else found[-1:]


def _join(found: Sequence[_Entity], before: Cell, cell: Cell, header: Sequence[Cell]) -> None:
    """Words that go on with the line above: of the entity, or of what it acts through."""
    for entity in _chained_to(found, header) if found[-1].chain else found[-1:]:
        if entity.chain:
            entity.chain[-1] = f"{entity.chain[-1]} {cell.words}"
        else:
            entity.words = f"{entity.words} {cell.words}"
        entity.end = cell.end


def _goes_on(entity: _Entity, before: Cell, cell: Cell) -> bool:
    """Whether a line goes on with the entity above it."""
    if before.kind not in {Kind.PLAIN, Kind.BY}:
        return False
    said = entity.chain[-1] if entity.chain else entity.words
    if said.count("(") > said.count(")") or _lower(cell.words):
        return True
    through = _THROUGH.search(said)
    if through and not re.search(r"\b(?:its|as)\b", said[through.end() :]):
        return True
    own = surely_entity(cell.words) and len(cell.words.split()) > 2
    if cell.gap == 0 and not entity.chain and ends_a_name(cell.words):
        return True
    if _UNFINISHED.search(said):
        return not (own and whole_entity(said)) or said.lower().endswith("f/k/a")
    if cell.gap > before.gap and cell.gap > 0 and not entity.chain:
        return False
    if entity.chain:
        return cell.gap == 0 and not _OFFICE.search(said)
    if cell.gap == 0 and not entity.chain and _ON_BEHALF.search(said):
        return True
    if cell.gap == 0 and surely_entity(said[-16:]) and whole_entity(said):
        return False
    return cell.gap == 0 and not ((whole_entity(_bare(said)) or _FORMED.search(said)) and like_entity(cell.words) and not ends_a_name(cell.words))


def _named(found: Sequence[_Entity], header: Sequence[Cell]) -> list[_Entity]:
    """Of what stands above a line the parties, and not what only captions them."""
    like = [one for one in found if like_entity(one.words) or one.chain]
    if like and len(like) < len(found) and not any(cell.kind is Kind.EACH for cell in header):
        persons = [one for one in found if like_person(one.words) and one not in like]
        return [one for one in found if one in like or (one in persons and len(like) == 0)]
    return list(found)


def _bare(words: str) -> str:
    """A party's name without its form, capacity and former name."""
    words = _ALSO.sub("", _FORMER.sub("", words))
    cuts = [match.start() for cut in (_FORM, _THROUGH, _CAPACITY) if (match := cut.search(words))]
    return words[: min(cuts, default=len(words))].strip(" ,;:")


def _signature(document: Document, entity: _Entity | None, signing: Signing, shown: bool) -> Signature:
    """One line of the page, as it counts."""
    person = signing.name or signing.typed
    words = entity.words if entity else signing.typed or person
    name = _bare(words) if entity else words
    former = _FORMER.search(words)
    capacity = _CAPACITY.search(_ALSO.sub("", _FORMER.sub("", words)))
    through = _THROUGH.search(words)
    chain = tuple(" ".join(one.split()) for one in entity.chain) if entity else ()
    if entity and through and not chain:
        chain = (words[through.end() :],)
    start = min(entity.start, signing.start) if entity else signing.start
    return Signature(
        party=name or words or person,
        signed=_is_signed(signing, shown),
        signatory=person or None,
        title=_FOR_EACH.sub("", signing.title) or None,
        date=parse_day(_SLASHES.sub(r"\1/\2/\3", signing.dated)),
        capacity=capacity[0].strip(" ,") if entity and capacity else None,
        former=former[1].strip(" ,()") or None if entity and former else None,
        chain=chain,
        span=Span(document.id, start, max(signing.end, start + 1)),
    )


_FOR_EACH = re.compile(r",?\s+(?:on behalf of|of|for) each of the .*$", re.IGNORECASE)
_SLASHES = re.compile(r"\b(\d{1,2})[-.](\d{1,2})[-.](\d{2,4})\b")


# -- Signed or not ---------------------------------------------------------------------------------------------


def _stands(signing: Signing) -> bool:
    """Whether a name stands as signed: behind /s/, or in type on the line and again below it."""
    return signing.signed or bool(signing.name and signing.typed and same_person(signing.name, signing.typed))


def _is_signed(signing: Signing, shown: bool) -> bool | None:
    if _stands(signing):
        return True
    if signing.name:
        return None
    if signing.typed and (not shown or parse_day(signing.dated)):
        return None
    return False
