"""Signature pages: who signs an instrument, by whom, in what capacity, and whether the line is signed.

In: a document. Out: one `Signature` for each party and line, in order; forms of exhibits that are executed
in the file among them, witnesses not. A blank line is signed False; None stands where it cannot be told: a
name typed below a line in a document that shows no signature at all, or a blank line beside a day that is
filled in.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from conformed.basis import Span, parse_day
from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.marks import Signature
from conformed.instrument.signing.block import Block
from conformed.instrument.signing.blocks import blocks
from conformed.instrument.signing.cells import Cell, cells
from conformed.instrument.signing.entities import (
    Entity,
    bare,
    capacity,
    entities,
    former,
    only_goes_on,
    through,
)
from conformed.instrument.signing.kinds import Kind, part, person_role
from conformed.instrument.signing.lines import Signing
from conformed.instrument.signing.words import like_entity, like_person, name_and_title, same_person

_FOR_EACH = pattern(r",?\s(?:on behalf of|of|for) each of the .*$", re.IGNORECASE)
_OF_BODY = pattern(  # who signs for the company of whose committee he is the chairman
    r"(?P<office>(?:chair(?:man|woman|person)?|member),?\s(?:of\s(?:the\s)?)?(?:[\w&,]+\s){1,6}?committee),?\sof\s(?:the\sboard\sof\sdirectors\sof\s)?(?P<of>.{3,100})$",
    re.IGNORECASE,
)
_ACCEPTED = pattern(r"(?:accept|agree|acknowledg|sign|execut)", re.IGNORECASE)
_DASHES = pattern(r"\b(\d{1,2})[-.](\d{1,2})[-.](\d{2,4})\b")


def signatures(document: Document) -> tuple[Signature, ...]:
    """What stands on the signature pages of a document."""
    read = list(_paired(_signed(cells(document))))
    shown = any(_stands(line) for _, line in read)
    made = [_signature(document, entity, line, shown) for entity, line in read]
    return tuple(sorted(made, key=lambda one: (one.span.start, one.span.end)))


# -- Blocks that count


def _signed(found: Sequence[Cell]) -> list[Block]:
    """The blocks of which a line is signed or blank."""
    return [block for block in blocks(found) if _lines(block)]


def _lines(block: Block) -> list[Signing]:
    """The lines of a block that are there to sign on: a bare rule may be drawn for anything."""
    _take_name_above(block)
    who = block.execution and any(
        like_entity(cell.words)
        if cell.kind is Kind.PLAIN
        else cell.kind is Kind.ROLE and person_role(cell.words)
        for cell in block.header
    )
    return [line for line in block.signings if who or line.by or line.signed or line.typed]


def _take_name_above(block: Block) -> None:
    """Give a bare rule the name of the person that stands alone over it."""
    line = block.signings[0]
    bare = block.execution and len(block.signings) == 1 and not (line.by or line.signed or line.typed or line.told)
    if bare and len(block.header) == 1 and block.header[0].kind is Kind.PLAIN:
        name = name_and_title(block.header[0].words)[0]
        line.typed = name if like_person(name) else ""


# -- Who signs where


def _paired(found: Sequence[Block]) -> Iterator[tuple[Entity | None, Signing]]:
    """Each line with the entity that signs there; None where a person signs for himself.

    A person whose line is blank and bears no name is known by the caption above it, and so is an entity that is
    not named where its officer signs.
    """
    carried: list[Entity] = []
    for block in found:
        named, lines = entities(block.header), _lines(block)
        roles = [cell for cell in block.header if cell.kind is Kind.ROLE]
        if not named and block.parted and lines[0].by and not roles:
            named = carried
        carried = named
        role = next((cell for cell in reversed(roles) if person_role(cell.words)), None)
        if accepted := _accepted_on(roles):
            for line in lines:
                line.dated = line.dated or accepted
        acts = next((cell for cell in reversed(roles) if not role and part(cell.words)), None)
        for entity, line in _pairs(block, named, lines):
            if entity is None and line.by and acts:
                yield Entity(part(acts.words) or acts.words, acts.start, acts.end, acts.line, []), line
            elif entity or line.name or line.typed:
                yield entity, line
            elif role:
                yield Entity(role.words.strip(" :"), role.start, role.end, role.line, []), line


def _accepted_on(roles: Sequence[Cell]) -> str:
    """The day that the caption of an acceptance tells: `Accepted and agreed this 5th day of May, 2001`."""
    words = " ".join(cell.words for cell in roles)
    return words if _ACCEPTED.match(words) and parse_day(words) else ""


def _pairs(
    block: Block, named: Sequence[Entity], lines: Sequence[Signing]
) -> Iterator[tuple[Entity | None, Signing]]:
    """The lines of a block with the entities above it."""
    by = [line for line in lines if line.by]
    rows = [cell for cell in block.header if cell.kind is Kind.PLAIN and not only_goes_on(cell.words)]
    if block.turns and len(named) == 1 < len(rows) == len(by):
        named = [Entity(cell.words, cell.start, cell.end, cell.line, []) for cell in rows]
    if not named:
        yield from ((None, line) for line in lines)
    elif len(named) == 1:
        yield from _of_one(named[0], block, lines, any_by=bool(by))
    elif len(lines) == 1 or any(cell.kind is Kind.EACH for cell in block.header):
        yield from ((entity, line) for line in lines for entity in named)
    else:
        place = 0
        for line in lines:
            if line.by or not by or len(lines) == len(named):
                yield named[min(place, len(named) - 1)], line
                place += 1
            else:
                yield None, line


def _of_one(
    entity: Entity, block: Block, lines: Sequence[Signing], *, any_by: bool
) -> Iterator[tuple[Entity | None, Signing]]:
    """The lines below one entity: its officers', and those of persons who sign for themselves."""
    without = not any_by and not (len(lines) > 1 and block.turns)  # officers sign without `By:`
    for number, line in enumerate(lines):
        untitled = number and not line.title and not line.labelled and bool(lines[0].title)
        officer = not untitled if line.by else without and (number == 0 or bool(line.title))
        yield (entity if officer or same_person(entity.words, line.name or line.typed) else None), line


def _signature(document: Document, entity: Entity | None, line: Signing, shown: bool) -> Signature:
    """One line of the page, as it counts."""
    person = line.name or line.typed
    words = entity.words if entity else line.typed or person
    office = _OF_BODY.match(words)
    words = office["of"] if office else words
    start = min(entity.start, line.start) if entity else line.start
    return Signature(
        party=(bare(words) if entity else words) or words,
        signed=_is_signed(line, shown),
        signatory=person or None,
        title=_FOR_EACH.sub("", _office(line.title, person)) or (office["office"] if office else None),
        date=_day(line),
        capacity=capacity(words) if entity else None,
        former=former(words) if entity else None,
        chain=tuple(link.strip(" ,") for link in entity.chain or through(words)) if entity else (),
        span=Span(document.id, start, max(line.end, start + 1)),
    )


def _office(title: str, person: str) -> str:
    """A title without the name of who bears it: `Ada Thorne, Treasurer`."""
    name, office = name_and_title(title)
    return office if person and office and same_person(name, person) else title


# -- Signed or not


def _stands(line: Signing) -> bool:
    """Whether a name stands as signed: behind /s/, or in type on the line and again below it."""
    return line.signed or bool(line.name and line.typed and same_person(line.name, line.typed))


def _is_signed(line: Signing, shown: bool) -> bool | None:
    if _stands(line):
        return True
    untold = line.name or (line.typed and (not shown or _day(line)))
    return None if untold else False


def _day(line: Signing) -> datetime.date | None:
    return parse_day(_DASHES.sub(r"\1/\2/\3", line.dated))
