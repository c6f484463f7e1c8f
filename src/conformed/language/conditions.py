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
_END = re.compile(r"[\s;,.]*(?:\b(?:and|or)\b)?[\s;,.]*$")


def conditions(instrument: Instrument) -> tuple[Condition, ...]:
    """The conditions precedent to an instrument's effectiveness."""
    text = instrument.document.reading.text
    found: list[Condition] = []
    done = 0
    for provision in instrument.root.walk():
        if provision.kind not in {ProvisionKind.SECTION, ProvisionKind.CLAUSE} or "/" in provision.path:
            continue
        if provision.start >= done and provision.children and _lists_conditions(text, provision):
            found.extend(_condition(instrument, leaf) for leaf in _leaves(provision))
            done = provision.end
    return tuple(found)


def _lists_conditions(text: str, provision: Provision) -> bool:
    lead = text[provision.body : provision.lead]
    heading = provision.heading or ""
    if _OF_THE_AGREEMENT.search(lead):
        return False
    if not any(child.kind is ProvisionKind.CLAUSE or child.kind is ProvisionKind.SECTION for child in provision.children):
        return False
    return bool(_MAKES_EFFECTIVE.search(lead) or (_HEADING.search(heading) and re.search(r"condition|effective", lead or heading, re.IGNORECASE)))


def _leaves(provision: Provision) -> Iterator[Provision]:
    for child in provision.children:
        if child.kind in {ProvisionKind.CLAUSE, ProvisionKind.SECTION}:
            if any(grandchild.kind is ProvisionKind.CLAUSE and not grandchild.run_in for grandchild in child.children):
                yield from _leaves(child)
            else:
                yield child


def _condition(instrument: Instrument, provision: Provision) -> Condition:
    text = instrument.document.reading.text
    words = text[provision.body : provision.end]
    end = provision.body + _END.search(words).start()  # type: ignore[union-attr]
    span = instrument.document.span(provision.body, max(end, provision.body + 1))
    return Condition(provision.path, " ".join(text[provision.body : end].split()), span)
