"""Conditions precedent: what must happen before an instrument takes effect.

In: an instrument.  Out: each condition at its lowest level.  The convention: a provision that makes the
instrument effective "if, and only if", "upon", "subject to" or "on the date on which" conditions are met, and
lists them.
"""

import re
from collections.abc import Iterator

from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.language.operation import Condition

_MAKES_EFFECTIVE = re.compile(
    r"""(?:
      \b(?:shall|will|is|are|to)\s(?:not\s)?(?:(?:become|be|take)\s)?(?:effective|effect)\b[^.]{0,200}\b(?:if\b|upon|when|until|unless|subject\sto|conditions?|satisf|receipt|provided)
    | \b(?:effectiveness|effective\sdate)\b[^.]{0,160}\b(?:conditions?|subject\sto|upon|satisfaction|receipt|conditioned)
    | \bconditions?\s(?:precedent|to\s(?:the\s)?effective)
    | \b(?:subject\sto|upon|conditioned\s(?:up)?on)\s(?:the\s)?(?:prior\s)?(?:satisfaction|fulfillment|receipt|completion)\b[^.]{0,80}\bfollowing
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADING = re.compile(r"\b(?:conditions?(?:\sprecedent)?|effectiveness|effective\sdate)\b", re.IGNORECASE)
_OF_THE_AGREEMENT = re.compile(r"\b(?:amended|deleted|replaced|restated|added|inserted)\b", re.IGNORECASE)
_NUMBERED = {ProvisionKind.CLAUSE, ProvisionKind.SECTION}
_CERTIFIES = re.compile(r"\bcertif(?:icates?|ying|ies|ied)\b|\bto\sthe\seffect\b|\b(?:stating|confirming|shall\shave\soccurred)\b", re.IGNORECASE)
_END = re.compile(r"[\s;,.]*(?:\b(?:and|or)\b)?[\s;,.]*$")


def conditions(instrument: Instrument) -> tuple[Condition, ...]:
    """The conditions precedent to an instrument's effectiveness."""
    text = instrument.document.reading.text
    found: list[Condition] = []
    done = 0
    for provision in instrument.root.walk():
        if provision.kind not in {ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE} or "/" in provision.path:
            continue
        if provision.start >= done and provision.children and _lists_conditions(text, provision):
            found.extend(_condition(instrument, leaf) for leaf in _leaves(text, provision))
            done = provision.end
    return tuple(found)


def _lists_conditions(text: str, provision: Provision) -> bool:
    lead = text[provision.body : next((child.start for child in provision.children if child.kind in _NUMBERED), provision.end)]
    heading = provision.heading or ""
    if _OF_THE_AGREEMENT.search(lead):
        return False
    if not any(child.kind in _NUMBERED for child in provision.children):
        return False
    return bool(_MAKES_EFFECTIVE.search(lead) or (_HEADING.search(heading) and re.search(r"condition|effective", lead or heading, re.IGNORECASE)))


def _leaves(text: str, provision: Provision) -> Iterator[Provision]:
    for child in provision.children:
        if child.kind in _NUMBERED:
            if _divides(text, child):
                yield from _leaves(text, child)
            else:
                yield child


def _divides(text: str, provision: Provision) -> bool:
    """Whether what stands under a condition are conditions themselves, and not what a certificate is to say."""
    inner = [child for child in provision.children if child.kind in _NUMBERED]
    lead = text[provision.body : provision.lead].strip()
    return bool(inner) and not _CERTIFIES.search(lead) and (not inner[0].run_in or (bool(lead) and len(inner) > 1))


def _condition(instrument: Instrument, provision: Provision) -> Condition:
    text = instrument.document.reading.text
    start = provision.start + len(provision.number)
    while start < provision.end and text[start].isspace():
        start += 1
    closing = _END.search(text[start : provision.end])
    end = start + closing.start() if closing else provision.end
    span = instrument.document.span(start, max(end, start + 1))
    return Condition(provision.path, " ".join(text[start:end].split()), span)
