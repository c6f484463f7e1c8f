"""What the page's script needs to know, as JSON that is safe within HTML.

In: a Page and its Chain.  Out: one JSON text.  Afterwards no character of it can end the element it stands
in: `<`, `>` and `&` are written as escapes.
"""

from collections.abc import Sequence

import msgspec

from conformed.views.page import Page, PageEntry, PageFinding, PageNote, PageWaiver
from conformed.views.places import place, where
from conformed.views.reader.chain import Chain, Shown
from conformed.views.reader.editions import Edition
from conformed.views.reader.today import Today
from conformed.views.reader.words import finding_margin
from conformed.views.told import finding_title

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

# an entry of these takes away or brings all of what it names
_WHOLE = {
    "replace_provision", "delete_provision", "add_provision", "replace_entries", "delete_entries", "add_entries",
}  # fmt: skip


def data_of(page: Page, chain: Chain, today: Today, editions: Sequence[Edition] = ()) -> str:
    """The data block of the page."""
    files = {one.id: one.name for one in page.documents}
    data = {
        "title": page.title,
        "today": page.today,
        "first": chain.scale.first,
        "bend": chain.scale.bend,
        "last": chain.scale.last,
        "pace": chain.scale.pace,
        "instruments": [_instrument(shown, files) for shown in chain.instruments],
        "entries": {one.id: _entry(one, chain, files) for one in page.entries if one.id in chain.counts_from},
        "findings": {str(finding.number): _finding(finding) for finding in page.findings},
        "remarks": [_remark(one) for one in page.notes],
        "waivers": {waiver.id: _waiver(waiver, today) for waiver in page.waivers},
        "editions": [_edition(one, page) for one in editions],
    }
    text = msgspec.json.encode(data).decode()
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def _instrument(shown: Shown, files: dict[str, str]) -> dict[str, object]:
    source = shown.source
    waits = [one for one in source.conditions if one.state != "met"]
    return {
        "id": source.id,
        "name": shown.name,
        "role": shown.role,
        "tone": shown.tone,
        "day": shown.day,
        "stages": [(stage.standing, stage.first) for stage in source.stages],
        "upon": shown.upon,
        "undated": shown.undated,
        "missing": source.missing,
        "along": source.along,
        "dated": source.dated,
        "basis": source.basis,
        "file": files.get(source.document or "", ""),
        "unproved": [place(one.at, one.page) for one in waits] if shown.upon else [],
    }


def _edition(edition: Edition, page: Page) -> dict[str, object]:
    """The entries of an edition in their order, and what it does not apply though the text of the page does."""
    applied = {one.id for one in page.entries if one.outcome != "unapplied"}
    unapplied = {one.id: one.because for one in edition.page.entries if one.outcome == "unapplied" and one.id in applied}
    return {"steps": edition.steps, "sound": edition.sound, "unapplied": unapplied}


def _entry(entry: PageEntry, chain: Chain, files: dict[str, str]) -> dict[str, object]:
    return {
        "i": entry.instrument,
        "from": chain.counts_from[entry.id],
        "own": entry.effective is not None,
        "action": entry.action,
        "whole": entry.action in _WHOLE,
        "place": place(entry.at, entry.page),
        "label": entry.label,
        "sentence": entry.sentence,
        "outcome": entry.outcome,
        "because": entry.because,
        "ruling": entry.ruling,
        "file": files.get(entry.span.document, "") if entry.ruling and entry.span else "",
        "finding": entry.finding,
    }


def _finding(finding: PageFinding) -> dict[str, object]:
    return {
        "title": finding_title(finding.kind),
        "margin": finding_margin(finding),
        "says": finding.says,
        "ruling": None if finding.open else finding.settled_by,
        "since": finding.since,
        "provisions": finding.provisions,
    }


def _remark(note: PageNote) -> dict[str, object]:
    return {"i": note.instrument, "place": place(note.at, note.page), "sentence": note.sentence}


def _waiver(waiver: PageWaiver, today: Today) -> dict[str, object]:
    first, last = today.waiver_days(waiver)
    return {
        "i": waiver.instrument,
        "first": first,
        "last": last,
        "place": place(waiver.at, waiver.page),
        "places": ", ".join(where(one) for one in waiver.provisions),
        "scope": waiver.scope,
        "lapses": waiver.lapses_if,
        "sentence": waiver.sentence,
    }
