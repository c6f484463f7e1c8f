"""Conform: a total fold over the entries in force.

In: the chain, its entries, and which of them are in force.  Out: the text with its history, and for each entry
exactly one outcome.  Nothing raises on what documents say; what is not applied has its reason.  The text at each step
is kept: versions share what they leave alone, so one fold gives the text at all points.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, takewhile

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.document import Document
from conformed.instrument import Path
from conformed.language import Action
from conformed.ledger import Chain, Entry
from conformed.version.add_provision import add_provision
from conformed.version.alone import standing_in
from conformed.version.apply_entries import ENTRIES, apply_entries
from conformed.version.apply_provisions import (
    delete_provision,
    replace_by_lacuna,
    replace_provision,
    restate_agreement,
    restate_by_lacuna,
)
from conformed.version.apply_rest import apply_within
from conformed.version.apply_words import apply_words
from conformed.version.at_once import longest_first, refuse_crossing
from conformed.version.below import taking_no_more
from conformed.version.carried import carried
from conformed.version.counted import counted
from conformed.version.enumerated import enumerated
from conformed.version.lead_in import apply_to_lead_in, meant, names_lead_in
from conformed.version.locate import candidates, in_midst, locate
from conformed.version.outcome import Applied, Outcome, OutcomeKind, Refused, Step, refuse
from conformed.version.passage import Passage, Trail, at, passages
from conformed.version.provisos import apply_to_proviso, names_proviso
from conformed.version.referring import refuse_references
from conformed.version.refusals import counts_surely, look_ahead, refuse_others
from conformed.version.renumber import (
    moves_what_stood_before,
    numbers_taken,
    renumber,
    standing_before,
    stands_already,
)
from conformed.version.said import strikes_references
from conformed.version.sentences import apply_to_sentence
from conformed.version.skeleton import skeleton
from conformed.version.stray_page import without_stray_page
from conformed.version.tails import apart, bears_on_end

_WORDS = {Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT, Action.REPLACE_THROUGHOUT}


class Version(msgspec.Struct, frozen=True):
    """The text of an agreement with all its runs, and what became of each entry.

    `base` is the text before all entries, `steps` are those of the entries in force, in order.
    """

    root: Passage
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    base: Passage
    steps: tuple[Step, ...]


def conform(
    chain: Chain,
    entries: Sequence[Entry],
    in_force: Collection[str] | None = None,
    begun: Version | None = None,
) -> Version:
    """Apply the entries, those of `in_force` only where it is given, to the agreement or to what is known of it.

    `begun` is a version made of the same chain and entries: the steps that begin both are not taken again.
    """
    base = begun.base if begun is not None else _base(chain, entries)
    wanted = None if in_force is None else frozenset(in_force)
    due = longest_first(_last_first([entry for entry in entries if not entry.never and (wanted is None or entry.id in wanted)]))
    known = zip(begun.steps if begun is not None else (), due, strict=False)
    steps = [
        step for step, _ in takewhile(lambda pair: pair[0].entry is pair[1] and not pair[1].clash, known)
    ]
    shown, by_id = {entry.link for entry in due}, {entry.id: entry for entry in due}
    root = steps[-1].root if steps else base
    documents = chain.documents
    titles = {link.id: link.title for link in chain.links}
    moved = {(one.link, one.operation.target): turn for turn, one in enumerate(due, 1) if one.operation.action is Action.RENUMBER}
    for turn, entry in enumerate(due[len(steps) :], len(steps) + 1):
        try:
            look_ahead(steps, entry, shown)
            counts_surely(root, steps, base, entry)
            if entry.together:
                before = next((step.root for step in reversed(steps) if step.entry.id not in entry.together), base)
                refuse_crossing(before, entry, (by_id[one] for one in entry.together if one in by_id))
            held = carried(root, entry, chain)
            if held is None:
                refuse_others(entry, chain)
            moves_what_stood_before(root, entry, (step.entry for step in steps), to_hand=chain.agreement is not None)
            ordered = meant(root, entry, due, documents)
            page = without_stray_page(ordered, chain, titles[entry.link])
            ordered, texts = (page.entry, page.documents) if page else (ordered, documents)
            later = due[turn:] if chain.agreement is not None else ()
            if held is not None:
                applied = apply_words(root, held.trail, entry, documents, [held])
            else:
                applied = _apply(root, ordered, texts, titles[entry.link])
                if moved.get((entry.link, entry.operation.target), 0) > turn and stands_already(root, entry):
                    applied = msgspec.structs.replace(applied, slip=None)
            applied = taking_no_more(root, applied, entry, later)
            steps.append(_applied(entry, applied, documents, page.finding if page else None))
        except Refused as refused:
            finding = refused.finding
            gone = chain.agreement is None or _is_gone(root)
            steps.append(_refused(root, entry, _not_to_hand(finding, entry) if gone else finding))
        root = steps[-1].root
    became = {step.entry.id: step.outcome for step in steps}
    outcomes = tuple(became.get(entry.id) or _not_in_force(entry) for entry in entries)
    met = (finding for step in steps for finding in step.findings)
    return Version(root, outcomes, (*met, *numbers_taken(root, entries)), base, tuple(steps))


def _last_first(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those of one order on several sentences of a provision from the last: all are counted as they stood."""
    found: list[Entry] = []
    for _, together in groupby(entries, _counting):
        found += sorted(together, key=lambda entry: -counted(entry.operation.target))
    return found


def _counting(entry: Entry) -> tuple[object, ...]:
    """What the entries of one order share that take or restate sentences of one provision."""
    operation = entry.operation
    takes = operation.action in {Action.REPLACE_PROVISION, Action.DELETE_PROVISION}
    alike = takes and counted(operation.target)
    return (operation.sentence, msgspec.structs.replace(operation.target, place=None)) if alike else (entry.id,)


def _base(chain: Chain, entries: Sequence[Entry]) -> Passage:
    """The agreement as it was made, or what is known of one that is not to hand."""
    if chain.agreement is None:
        return skeleton(chain, entries)
    return passages(chain.agreement.instrument.document, chain.agreement.instrument.root)


def _applied(entry: Entry, applied: Applied, documents: Mapping[str, Document], stray: Finding | None) -> Step:
    root = applied.root
    met = (*_met(entry, applied), *([stray] if stray else []))
    paths = tuple(dict.fromkeys(at(root, trail).path or at(root, trail[:-1]).path for trail in applied.trails))
    kind = OutcomeKind.HELD if applied.lacuna else OutcomeKind.APPLIED
    outcome = Outcome(entry.id, kind, applied.lacuna or (stray.says if stray else None), paths, met[0] if met else None, applied.count)
    if entry.operation.action in _WORDS or entry.operation.target.place:
        for trail in sorted(applied.trails, reverse=True):
            root = enumerated(root, trail, entry.id, documents)
    return Step(entry, root, outcome, met)


def _refused(root: Passage, entry: Entry, finding: Finding) -> Step:
    kind = OutcomeKind.HELD if finding.kind is FindingKind.LACUNA else OutcomeKind.UNAPPLIED
    return Step(entry, root, Outcome(entry.id, kind, finding.says, finding=finding), (finding,))


def _not_in_force(entry: Entry) -> Outcome:
    return Outcome(entry.id, OutcomeKind.NOT_IN_FORCE, entry.never or "It is not in force on this day.")


def _is_gone(root: Passage) -> bool:
    """Whether all of the text was restated by one that is not to hand, and what stands is what was ordered since."""
    return any(
        child.struck is None and child.runs and child.runs[0].lacuna and child.path == "" for child in root.children
    )


def _not_to_hand(finding: Finding, entry: Entry) -> Finding:
    """What is not found in an agreement that is not to hand may well stand there."""
    if finding.kind not in {FindingKind.NOT_FOUND, FindingKind.AMBIGUOUS, FindingKind.ZOMBIE}:
        return finding
    target = str(entry.operation.target)
    says = f"The change {'throughout the agreement' if target == '*' else f'of {target}'} is held: the words that it changes stand in an agreement that is not to hand."
    return msgspec.structs.replace(finding, kind=FindingKind.LACUNA, says=says, nearest=None, candidates=())


def _met(entry: Entry, applied: Applied) -> tuple[Finding, ...]:
    """What was met in applying an operation: a slip of the drafting, a text that is not to hand."""
    said = ((FindingKind.LACUNA, applied.lacuna), (FindingKind.SLIP, applied.slip))
    path = str(entry.operation.target)
    return tuple(
        Finding(kind, says, (entry.operation.sentence,), path=path, instrument=entry.link, entry=entry.id)
        for kind, says in said
        if says
    )


def _apply(root: Passage, entry: Entry, documents: Mapping[str, Document], by: str) -> Applied:
    operation = entry.operation
    action, target = operation.action, operation.target
    if action is Action.OVERRIDE:
        found = locate(root, target).trails if not target.whole else ()
        return Applied(root, found[:1])
    if action is Action.RESTATE_AGREEMENT:
        if operation.new is None:
            return restate_by_lacuna(root, entry, by)
        return restate_agreement(root, entry, operation.new, documents)
    if action is Action.ADD_PROVISION:
        if operation.new is None:
            raise refuse(
                entry,
                FindingKind.LACUNA,
                f"The text of the new {target} is not in the document that adds it.",
            )
        if operation.or_replaces and len(stands := locate(root, target).trails) == 1:
            return replace_provision(root, stands[0], entry, operation.new, documents)
        if target.whole:
            raise refuse(entry, FindingKind.UNREAD, "Where in the agreement the new provision goes is not said; it was put nowhere.")
        if target.place is None or target.inner:
            return add_provision(root, entry, operation.new, documents)
    if (midst := in_midst(root, target)) is not None:
        trail, within = midst
        if target.steps:
            return _apply_at(root, trail, entry, documents, by)
        if action in _WORDS and not bears_on_end(operation) and operation.before != "^":
            return apply_words(root, trail, entry, documents, within)
    return _apply_at(root, _where(root, target, entry), entry, documents, by)


def _apply_at(
    root: Passage, trail: Trail, entry: Entry, documents: Mapping[str, Document], by: str
) -> Applied:
    """Apply an operation to the one passage that it names."""
    operation = entry.operation
    action, target = operation.action, operation.target
    if (action is Action.REPLACE_THROUGHOUT and operation.new is None) or strikes_references(operation, documents):
        raise refuse_references(root, entry)
    if bears_on_end(operation):
        root = apart(root, trail, entry, documents)
    if target.place is not None and not target.inner:
        lead_in = names_lead_in(operation) and trail
        restate = apply_to_lead_in if lead_in else apply_to_proviso if names_proviso(target) else apply_to_sentence
        return restate(root, trail, entry, documents)
    if action in _WORDS:
        return apply_within(root, trail, entry, documents)
    if action is Action.DELETE_PROVISION and operation.new is None and trail:
        return delete_provision(root, trail, entry, by)
    if action in {Action.REPLACE_PROVISION, Action.DELETE_PROVISION} and trail:
        if operation.new is None:
            return replace_by_lacuna(root, trail, entry, by)
        return replace_provision(root, trail, entry, operation.new, documents)
    if action in ENTRIES and (action is Action.DELETE_ENTRIES or operation.new is not None):
        return apply_entries(root, trail, entry, documents)
    if action is Action.RENUMBER and operation.new is not None and trail:
        return renumber(root, trail, entry, operation.new)
    raise refuse(
        entry,
        FindingKind.UNREAD,
        f"How to apply this change of {target} to the text is not known; nothing was changed by it.",
    )


def _where(root: Passage, target: Path, entry: Entry) -> Trail:
    """The one passage that the target names."""
    if target.whole:
        return ()
    found = locate(root, target)
    trails = standing_in(root, found.trails, target)
    if entry.operation.action is Action.RENUMBER and len(trails) > 1:
        trails = standing_before(root, trails, entry.link)
    if len(trails) == 1:
        return trails[0]
    if found.trails and not trails:
        says = f"A {target.inner[0]} stands in the provision, and not surely where {target} says."
        raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=candidates(root, found.trails))
    if found.trails:
        says = f"{len(found.trails)} provisions are numbered {target}; the sentence does not say which of them is meant."
        raise refuse(entry, FindingKind.AMBIGUOUS, says, candidates=candidates(root, found.trails))
    if found.struck:
        own = all((at(root, trail).struck or "").rpartition("-")[0] == entry.link for trail in found.struck)
        by = "this instrument itself" if own else "an earlier instrument"
        raise refuse(entry, FindingKind.ZOMBIE, f"{target} was struck by {by}; it stays struck.")
    raise refuse(entry, FindingKind.NOT_FOUND, f"No provision {target} stands in the agreement.")
