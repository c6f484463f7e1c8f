"""The panels beside the text: what each instrument orders, what is open, who signed.

In: a Page and its Chain.  Out: lists in the order in which they are read.  Afterwards each entry, finding and
signature of the page stands in one list.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

import msgspec

from conformed.standing.observed import OBSERVED
from conformed.views.officers import officers, said
from conformed.views.page import Page, PageCondition, PageEntry, PageFinding, PageObserved, PageSignature
from conformed.views.places import where
from conformed.views.reader.chain import Chain, Shown

_MATRIX_WIDEST = 7  # instruments that fit side by side in the panel
_COPY = "Duplicate"  # which leaves nothing open without a ruling
_OUTCOMES = {
    "applied": "applied",
    "unapplied": "not applied",
    "held": "held: text not to hand",
    "not_in_force": "not in force",
}


class Signed(msgspec.Struct, frozen=True):
    """The signature blocks of one instrument; `forms` are those of attached forms, which nobody signed.

    `summary` counts the lines of its own pages and of those of each exhibit; `officers` says who signs for several.
    """

    instrument: Shown
    blocks: tuple[PageSignature, ...]
    forms: tuple[PageSignature, ...]
    summary: str
    officers: tuple[str, ...]


class Panels(msgspec.Struct, frozen=True):
    """What the panels list.

    `conditions` are those of each instrument below the words that lead in to them, `observed` is what is amiss with terms and
    references, by kinds.  `matrix` has a row for each party that signs: its name and, for each instrument of `signed`, "signed",
    "blank", "unclear", "partly" where it signed one of its lines and not another, or "" where it has no block.
    """

    operations: dict[str, tuple[PageEntry, ...]]
    conditions: dict[str, tuple[tuple[str | None, tuple[PageCondition, ...]], ...]]
    summary: dict[str, str]
    opens: tuple[PageFinding, ...]
    settled: tuple[PageFinding, ...]
    remarks: tuple[PageFinding, ...]
    bearing: dict[str, tuple[int, ...]]
    signed: tuple[Signed, ...]
    matrix: tuple[tuple[str, tuple[str, ...]], ...]
    paths: dict[str, str]
    observed: tuple[tuple[str, tuple[PageObserved, ...]], ...]

    def spot(self, finding: PageFinding) -> str:
        """The place that a finding bears on, in words; empty where it is the whole agreement."""
        if finding.path and finding.path != "*":
            return where(finding.path)
        return where(self.paths[finding.provisions[0]]) if finding.provisions else ""

    def outcome(self, entry: PageEntry) -> str:
        """The outcome of an entry in words."""
        if entry.action == "override" and entry.outcome == "applied":
            return "shown beside the text"
        return _OUTCOMES.get(entry.outcome, entry.outcome)


def panels_of(page: Page, chain: Chain) -> Panels:
    """The lists of the panels."""
    operations = {
        one.source.id: tuple(entry for entry in page.entries if entry.instrument == one.source.id)
        for one in chain.instruments
    }
    opens = tuple(sorted((one for one in page.findings if one.open), key=lambda one: one.number))
    signed = tuple(_signed(page, chain))
    return Panels(
        operations=operations,
        conditions={
            one.source.id: tuple((led_by, tuple(several)) for led_by, several in groupby(one.source.conditions, key=lambda each: each.led_by))
            for one in chain.instruments
        },
        summary={one: _summary(entries) for one, entries in operations.items()},
        opens=opens,
        settled=tuple(one for one in page.findings if not one.open and one.kind != _COPY),
        remarks=tuple(one for one in page.findings if one.kind == _COPY),
        bearing={
            one.source.id: tuple(finding.number for finding in opens if finding.instrument == one.source.id)
            for one in chain.instruments
        },
        signed=signed,
        matrix=_matrix([one for one in signed if one.instrument.role != "apart"]),
        paths=defaultdict(str, {one.id: one.path for one in page.provisions}),
        observed=tuple(
            (head, several)
            for about, head in OBSERVED.items()
            if (several := tuple(one for one in page.observed if one.about == about))
        ),
    )


def _summary(entries: tuple[PageEntry, ...]) -> str:
    if not entries:
        return ""
    overrides = sum(entry.action == "override" and entry.outcome == "applied" for entry in entries)
    counts = Counter(entry.outcome for entry in entries)
    counts["applied"] -= overrides
    told = [f"{counts[outcome]} {words}" for outcome, words in _OUTCOMES.items() if counts[outcome]]
    if overrides:
        told.append(f"{overrides} shown beside the text")
    noun = "operation" if len(entries) == 1 else "operations"
    return f"{len(entries)} {noun}: {', '.join(told)}."


def _signed(page: Page, chain: Chain) -> list[Signed]:
    found = []
    for shown in chain.instruments:
        every = [one for one in page.signatures if one.instrument == shown.source.id]
        blocks = tuple(one for one in every if not one.form)
        forms = tuple(one for one in every if one.form)
        if every:
            pages = dict.fromkeys([None, *(one.part for one in blocks)])
            told = [(part, _counted([one for one in blocks if one.part == part])) for part in pages]
            summary = "; ".join(f"{where(part)}: {counts}" if part else counts for part, counts in told)
            found.append(Signed(shown, blocks, forms, summary, tuple(said(one) for one in officers(blocks))))
    return found


def _counted(blocks: Sequence[PageSignature]) -> str:
    """How many lines are signed, and how many are not."""
    blank = sum(one.signed is False for one in blocks)
    unclear = sum(one.signed is None for one in blocks)
    told = [f"{len(blocks) - blank - unclear} signed"]
    told += [f"{blank} blank in the copy to hand"] if blank else []
    told += [f"{unclear} with no signature and a name or date filled in"] if unclear else []
    return ", ".join(told)


def _matrix(signed: Sequence[Signed]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who signed which instrument of the chain, where these are several and fit."""
    if not 1 < len(signed) <= _MATRIX_WIDEST:
        return ()
    names: dict[str, str] = {}
    state: dict[tuple[str, int], str] = {}
    for column, one in enumerate(signed):
        for block in one.blocks:
            key = " ".join(block.party.casefold().split())
            names.setdefault(key, block.party)
            said = {True: "signed", False: "blank", None: "unclear"}[block.signed]
            before = state.setdefault((key, column), said)
            if before != said:
                state[key, column] = "partly" if "signed" in (before, said) or before == "partly" else "blank"
    columns = range(len(signed))
    return tuple(
        (name, tuple(state.get((key, column), "") for column in columns)) for key, name in names.items()
    )
