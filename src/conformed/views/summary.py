"""What an instrument is and says, for a terminal.

In: the reading of an instrument.  Out: lines: its head, parties and their affiliates, operations with their sentences,
waivers, conditions, texts that it makes part of the agreement, what it says of its filing, signatures, open points.
"""

import datetime
from collections.abc import Iterator
from itertools import groupby

from conformed.basis import Span, days, long_day
from conformed.instrument import Party, Signature, affiliates
from conformed.language import (
    Action,
    Interpretation,
    Operation,
    RecitedDefault,
    Remark,
    Representations,
    remarks,
)
from conformed.language.by_itself import alone, awaits, counts_from, filled_in
from conformed.views.account import counted
from conformed.views.lines import folded, short
from conformed.views.repeated import recited, repeated
from conformed.views.told import basis, effect, finding_title

_LONG = 300  # characters of a text that a summary quotes whole


def summary(read: Interpretation) -> str:
    """The summary of one instrument."""
    return "\n".join(_lines(read)) + "\n"


def _lines(read: Interpretation) -> Iterator[str]:
    head, document = read.head, read.instrument.document
    yield f"{document.name}: {head.title or 'untitled'}"
    kind = str(head.kind).replace("_", " ")
    number = f" no. {head.number}" if head.number is not None else ""
    doubted = "" if head.dated or not head.doubted else ", which is doubted"
    yield f"  {kind}{number}; {_dated(head.borne)}{doubted}; {effect(counts_from(head), basis(head), awaited=awaits(read))}; {document.pages} page{'s' if document.pages > 1 else ''}{f' from page {document.begins} of the file' if document.begins else ''}"
    if head.amends:
        yield f"  changes: {head.amends.title or 'an agreement'}, {_dated(head.amends.dated)}"
    for named in head.earlier:
        yield f"  names earlier: {named.title or 'an instrument'}, {_dated(named.dated)}"
    if head.kind.agrees:
        sections = sum(1 for provision in read.instrument.root.walk() if provision.kind.value == "section")
        yield f"  {sections} sections, {len(read.instrument.divisions.parts)} exhibits or schedules"
    yield from _listed("Parties", [_party(party) for party in read.parties])
    by_state = [f"{one.state}: {'; '.join(one.names)}" for one in affiliates(document)]
    yield from _listed("Operating affiliates by state", by_state)
    yield from _listed(
        f"Operations ({len(read.operations)})",
        [text for operation in read.operations for text in _operation(read, operation)],
        numbered=False,
    )
    yield from _listed(
        "Waivers",
        [
            f"{', '.join(map(str, w.provisions)) or 'no provision named'} {f'until {long_day(w.last)}' if w.last else 'without a last day'}: {w.scope}"
            + (f"; ends if {w.lapses_if}" if w.lapses_if else "")
            for w in read.waivers
        ],
    )
    yield from _listed(f"Conditions precedent ({len(read.conditions)})", list(_conditions(read)), numbered=False)
    yield from _listed("Representations made again", [f"{_place(read, one)}: {repeated(one)}" for one in read.representations])
    yield from _listed("Defaults recited", [f"{_place(read, one)}: {recited(one)}" for one in read.defaults])
    said = remarks(read, "incorporated", "filing")
    outside = [_outside(read, one) for one in said if one.name]
    yield from _listed("Incorporated by reference, not to hand", outside)
    filings = [f"{_place(read, one)}: “{_quote(read, *one.led_by, one.sentence)}”" for one in said if not one.name]
    yield from _listed("Filing", filings)
    signed = [one for one in read.signatures if not one.form]
    for part, together in groupby(sorted(signed, key=lambda one: one.part or ""), key=lambda one: one.part):
        yield from _listed(f"Signatures of {part}" if part else "Signatures", [_signature(one) for one in together])
    forms = [f"{one.part}: {_signature(one)}" for one in read.signatures if one.form]
    yield from _listed("Lines to sign on in forms that are attached and nobody signed", forms)
    yield from _listed("Account", [counted(read)], numbered=False)
    yield from _listed(
        "Open points",
        [
            f"{finding_title(finding.kind)}: {finding.says}{f' “{quote}”' if quote else ''}"
            for finding in (*read.findings, *alone(read))
            for quote in (_quote(read, *finding.places[:1]),)  # of words that the file strikes there is none
        ],
    )


def _listed(title: str, items: list[str], *, numbered: bool = True) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"{title} ({len(items)})" if numbered else title
    for item in items:
        yield from folded(item, "  ", "    ")


def _dated(day: datetime.date | None) -> str:
    return f"dated {long_day(day)}" if day else "no date stated"


def _party(party: Party) -> str:
    alias = f" ({', '.join(party.alias)})" if party.alias else ""
    alias += "".join(f", formerly {name}" for name in party.former)
    form = f", {party.jurisdiction or ''} {party.form}".replace("  ", " ") if party.form else ""
    return f"{party.name}{alias}{form}" + (f": {party.role}" if party.role else "")


def _conditions(read: Interpretation) -> Iterator[str]:
    """The conditions, those of a list below the words that lead in to it."""
    for led_by, together in groupby(read.conditions, key=lambda one: one.led_by):
        if led_by:
            yield f"“{_quote(read, led_by)}”"
        yield from (f"{one.at or ''} {one.text}".strip() for one in together)


def _operation(read: Interpretation, operation: Operation) -> Iterator[str]:
    yield f"{_place(read, operation)}: {str(operation.action).replace('_', ' ')} {operation.target}"
    yield f"“{_quote(read, operation.sentence)}”"
    takes = operation.keys and operation.action in {Action.DELETE_ENTRIES, Action.REPLACE_ENTRIES}
    old = f"{operation.old or 'entries'}: {', '.join(operation.keys)}" if takes else operation.old
    if operation.to_end_of:
        old = f"{f'{old} and ' if old else ''}all behind {'it' if old else 'the words below'}, to the end of the {operation.to_end_of}"
    for word, text in (("strikes", old), ("after", operation.after), ("before", operation.before)):
        if text:
            yield f"{word}: {text if text not in {'$', '^'} else 'the end' if text == '$' else 'the beginning'}"
    if operation.effective:
        yield f"effective {long_day(operation.effective)}"
    if operation.waits:
        yield operation.waits
    if operation.new:
        yield f"puts in: {short(operation.new.words, _LONG)}"


def _place(read: Interpretation, said: Operation | Remark | Representations | RecitedDefault) -> str:
    return f"§ {said.at or '-'}, p. {read.instrument.document.page(said.sentence.start)}"


def _quote(read: Interpretation, *spans: Span) -> str:
    return short(" ".join(read.instrument.document.words(span) for span in spans), _LONG)


def _outside(read: Interpretation, one: Remark) -> str:
    """A text outside the matter, with the words that name it; that no date of it is stated where these tell no day."""
    told = any(days(read.instrument.document.words(one.sentence)))
    return f"{one.name} ({_place(read, one)}{'' if told else '; its date is not stated'}): “{_quote(read, one.sentence)}”"


def _signature(one: Signature) -> str:
    former = f" (f/k/a {one.former})" if one.former else ""
    through = "".join(f", by {other}" for other in one.chain)
    capacity = f"{former}{f' {one.capacity}' if one.capacity else ''}{through}"
    if one.signed is None:
        line = "By line blank" if one.date else "no signature shown"
        return f"{one.party}{capacity}: {line}; {filled_in(one).rpartition(' ')[0]} filled in"
    by = f" by {one.signatory}" if one.signatory else ""
    title = f", {one.title}" if one.title else ""
    date = f", {long_day(one.date)}" if one.date else ""
    return f"{one.party}{capacity}: {'signed' if one.signed else 'blank'}{by}{title}{date}"
