"""What an instrument is and says, in the form that `read --json` prints.

The form is that of the gold readings: the instrument's head, its parties, operations, waivers, conditions and
signatures, in the wording of the document with blanks folded, and beside them what is not settled or not read.
"""

import datetime
from typing import Any

from conformed.basis import Span
from conformed.instrument import InstrumentKind, Party, Signature
from conformed.language import (
    Action,
    Condition,
    Interpretation,
    Operation,
    RecitedDefault,
    Representations,
    Waiver,
)
from conformed.language.by_itself import alone

_ENDS = 80  # characters of the end of a new text that `new_end` repeats


def reading(read: Interpretation, *further: Interpretation) -> dict[str, Any]:
    """The reading of a file, ready for JSON: that of its first instrument, and of the further ones, where it holds several.

    A document that changes no agreement is "other" with empty lists, as the form has it; what an agreement itself
    tells stands under "agreement".
    """
    found = _reading(read)
    return {**found, "further_instruments": [_reading(one) for one in further]} if further else found


def _reading(read: Interpretation) -> dict[str, Any]:
    changes = not read.head.kind.stands_alone
    found = _told(read) if changes else _empty(read)
    found["findings"] = [
        {
            "kind": str(finding.kind),
            "says": finding.says,
            "at": finding.path,
            "spans": [_span(place) for place in finding.places],
        }
        for finding in (*read.findings, *alone(read))
    ]
    if read.head.kind.agrees:
        told = _told(read)
        found["agreement"] = {
            "dated": told["instrument"]["dated"],
            "parties": told["parties"],
            "signatures": told["signatures"],
        }
    return found


def _empty(read: Interpretation) -> dict[str, Any]:
    lists: dict[str, Any] = {
        name: [] for name in ("parties", "operations", "waivers", "conditions", "representations", "defaults", "signatures")
    }
    nothing = {
        "number": None,
        "dated": None,
        "effective": {"date": None, "basis": "unknown"},
        "amends": {"title": None, "dated": None},
    }
    return {
        "document": read.instrument.document.name,
        "instrument": {"kind": str(InstrumentKind.OTHER), "title": read.head.title, **nothing, "earlier": []},
        **lists,
    }


def _told(read: Interpretation) -> dict[str, Any]:
    head, amends = read.head, read.head.amends
    return {
        "document": read.instrument.document.name,
        "instrument": {
            "kind": str(head.kind),
            "number": head.number,
            "title": head.title,
            "dated": _day(head.borne),
            "effective": {"date": _day(head.effective.date), "basis": head.effective.basis},
            "amends": {
                "title": amends.title if amends else None,
                "dated": _day(amends.stands_since) if amends else None,
            },
            "earlier": [
                {"title": one.title, "number": one.number, "dated": _day(one.dated)} for one in head.earlier
            ],
        },
        "parties": [_party(party) for party in read.parties],
        "operations": [_operation(operation) for operation in read.operations],
        "waivers": [_waiver(waiver) for waiver in read.waivers],
        "conditions": [_condition(condition) for condition in read.conditions],
        "representations": [_representations(one) for one in read.representations],
        "defaults": [_default(one) for one in read.defaults],
        "signatures": [_signature(signature) for signature in read.signatures],
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _folded(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None


def _party(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "alias": list(party.alias),
        "former": list(party.former),
        "role": party.role,
        "form": party.form,
        "jurisdiction": party.jurisdiction,
        "span": _span(party.span),
    }


def _operation(operation: Operation) -> dict[str, Any]:
    deleted = operation.action is Action.DELETE_PROVISION  # "[Reserved]" in its place is no new text
    new = _folded(operation.new.words) if operation.new and not deleted else None
    unplaced = operation.action is Action.ADD_PROVISION and operation.target.whole
    return {
        "at": operation.at,
        "action": str(operation.action),
        "target": f"{operation.target}/end" if unplaced else str(operation.target),
        "old": _folded(operation.old),
        "after": _folded(operation.after),
        "before": "$" if operation.to_end_of else _folded(operation.before),
        "new": new,
        "new_end": new[-_ENDS:] if new and len(new) > _ENDS else None,
        "effective": _day(operation.effective),
        "note": operation.waits or (f"USOCs {', '.join(operation.keys)}" if operation.keys else None),
        "span": _span(operation.sentence),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "at": waiver.at,
        "provisions": [str(path) for path in waiver.provisions],
        "scope": waiver.scope,
        "from": _day(waiver.first),
        "until": _day(waiver.last),
        "lapses_if": waiver.lapses_if,
        "span": _span(waiver.sentence),
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {"at": condition.at, "text": condition.text, "span": _span(condition.span)}


def _representations(one: Representations) -> dict[str, Any]:
    return {
        "at": one.at,
        "provisions": [str(path) for path in one.provisions],
        "scope": one.scope,
        "as_of": one.as_of,
        "day": _day(one.day),
        "saving": one.saving,
        "span": _span(one.sentence),
    }


def _default(one: RecitedDefault) -> dict[str, Any]:
    return {
        "at": one.at,
        "provisions": [str(path) for path in one.provisions],
        "scope": one.scope,
        "called": one.called,
        "span": _span(one.sentence),
    }


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "party": signature.party,
        "signed": signature.signed,
        "signatory": signature.signatory,
        "title": signature.title,
        "date": _day(signature.date),
        "capacity": signature.capacity,
        "former": signature.former,
        "chain": list(signature.chain),
        "part": signature.part,
        "form": signature.form,
        "span": _span(signature.span),
    }
