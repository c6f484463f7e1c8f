import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.basis import FindingKind
from conformed.instrument import parse, parse_path
from conformed.language import interpret
from conformed.ledger import outstanding
from conformed.passes import Conformed, conformed
from conformed.version import OutcomeKind, Passage, Run, at, conform, locate
from conformed.version.dangling import dangling as left_dangling
from conformed.version.passage import walk
from conformed.views.page import Page
from conformed.views.to_text import to_text
from tests.version.agreements import HEAD
from tests.version.matters import Matter, amendment, apart, folded, matters
from tests.written import document

SECTIONS = f"""{HEAD}
Section 2.1. Fees. Barley corton dunwick fendale.

Section 2.2. Liens. Gallford holley keston lomwick.
"""


def made(base: str | None, amendments: list[str]) -> Conformed:
    """A matter whose files come in no order."""
    texts = ([base] if base else []) + amendments
    return conformed(
        [interpret(parse(document(text, f"{turn}.txt"))) for turn, text in enumerate(texts)][::-1]
    )


def became(result: Conformed) -> list[str]:
    """What became of each operation: applied, or the kind of the finding that tells why it was not."""
    return [
        str(outcome.finding.kind if outcome.finding else outcome.kind) for outcome in result.version.outcomes
    ]


def unread(result: Conformed) -> list[str]:
    """The sentences that were not understood."""
    reads = [link.read for link in result.chain.links if link.read]
    return [
        read.instrument.document.words(place)
        for read in reads
        for finding in read.findings
        for place in finding.places
    ]


def dangling(result: Conformed) -> dict[int, set[str]]:
    """The sections in which references stand that an operation, by its turn, left dangling."""
    turns = {entry.id: turn for turn, entry in enumerate(result.entries)}
    version, outcomes = result.version, {outcome.entry: outcome for outcome in result.version.outcomes}
    return {
        turns[finding.entry or ""]: {parse_path(place.path).section or "" for place in finding.candidates}
        for finding in left_dangling(version.root, result.entries, outcomes, result.chain.documents)
    }


def waiting(result: Conformed) -> set[int]:
    """The turns of the instruments of which a condition is not proved."""
    links = {link.id: link.read.instrument.document.name for link in result.chain.links if link.read}
    found = (finding for finding in outstanding(result.chain) if finding.kind is FindingKind.UPON)
    return {int(links[finding.instrument or ""].removesuffix(".txt")) - 1 for finding in found}


def waived(result: Conformed) -> int:
    """How many provisions instruments waive."""
    return sum(len(link.read.waivers) for link in result.chain.links if link.read)


@settings(max_examples=5 * settings().max_examples)  # ten thousand matters under `make test-long`
@given(matters())
def test_the_text_is_what_the_orders_make_it(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    assert unread(result) == []
    assert became(result) == matter.outcomes
    assert folded(to_text(result.version.root)) == folded(matter.text)
    assert dangling(result) == matter.dangling
    assert waiting(result) == matter.upon
    assert waived(result) == matter.waived


@given(matters())
def test_each_entry_has_one_outcome_and_without_entries_the_text_is_the_agreement(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    assert [outcome.entry for outcome in result.version.outcomes] == [entry.id for entry in result.entries]
    assert folded(to_text(result.after(0).root)) == folded(matter.base)


@given(matters(), st.data())
def test_a_text_is_the_same_whatever_was_conformed_before(matter: Matter, data: st.DataObject) -> None:
    result = made(matter.base, matter.instruments)
    chosen = data.draw(st.sets(st.sampled_from([entry.id for entry in result.entries])))
    alone = conform(result.chain, result.entries, chosen)
    assert conform(result.chain, result.entries, chosen, begun=result.version) == alone
    assert conform(result.chain, result.entries, begun=alone) == result.version


@given(matters(), st.data())
def test_a_matter_that_was_asked_for_other_texts_tells_the_same_as_a_fresh_one(matter: Matter, data: st.DataObject) -> None:
    asked, entries = made(matter.base, matter.instruments), []
    days = st.sampled_from([day for day, _ in matter.states] or [datetime.date(2021, 1, 1)])
    for _ in range(4):
        entries = asked.in_force(asked.links(data.draw(st.integers(0, 5))), data.draw(st.none() | days))
        assert asked.text(entries) == conform(asked.chain, asked.entries, entries)
    day, fresh = data.draw(days), made(matter.base, matter.instruments)
    assert asked.text(entries) is asked.text(entries)
    assert asked.version == conform(fresh.chain, fresh.entries)
    assert asked.page(day) == fresh.page(day)


def test_no_step_is_taken_twice() -> None:
    orders = (
        "Section 2.2 of the Credit Agreement is hereby deleted in its entirety.",
        'Section 2.1 of the Credit Agreement is hereby amended by deleting "corton" and substituting therefor "cortons".',
    )
    result = made(SECTIONS, [amendment(turn, [order]) for turn, order in enumerate(orders)])
    version = result.version
    assert became(result) == ["applied", "applied"]
    assert result.after(0).root is version.base
    assert [result.after(count).root for count in (1, 2)] == [step.root for step in version.steps]
    assert result.after(1).root is version.steps[0].root
    assert result.after(1).root.children[0] is version.root.children[0]


@given(matters())
def test_each_day_has_the_text_of_what_is_in_force_then(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    for day, text in matter.states:
        assert folded(to_text(result.as_of(day).root)) == folded(text), day


@given(matters())
def test_without_the_agreement_nothing_is_made_up(matter: Matter) -> None:
    result = made(None, matter.instruments)
    assert [outcome.entry for outcome in result.version.outcomes] == [entry.id for entry in result.entries]
    given = "".join(word for instrument in matter.instruments for word in folded(instrument))
    for _, passage in walk(result.version.root):
        for run in passage.runs:
            assert run.ours or run.lacuna is not None or "".join(folded(run.text)) in given


@given(matters())
def test_what_is_refused_changes_nothing(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    applied = [one.entry for one in result.version.outcomes if one.kind is OutcomeKind.APPLIED]
    assert conform(result.chain, result.entries, applied).root == result.version.root


@given(matters())
def test_the_text_can_be_rebuilt_from_its_pointers_alone(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    reads = (result.chain.agreement, *(link.read for link in result.chain.links))
    files = {read.instrument.document.id: read.instrument.document for read in reads if read}
    for _, passage in walk(result.version.root):
        for run in passage.runs:
            assert run.span is not None or run.ours or not run.text.strip()
            assert run.span is None or files[run.span.document].words(run.span) == run.text
        if passage.span and not passage.added and not passage.numbers:
            words = files[passage.span.document].words(passage.span)
            assert words.split()[: len(head := f"{passage.number} {passage.caption}".split())] == head


@given(apart())
def test_orders_on_different_provisions_commute(matter: tuple[str, str, str]) -> None:
    base, one, other = matter
    assert to_text(made(base, [one]).version.root) == to_text(made(base, [other]).version.root)


def test_json_out_and_in_is_the_identity(examples: Path) -> None:
    reads = [
        interpret(parse(document(file.read_text(), file.name)))
        for file in sorted((examples / "credit").glob("*.txt"))
    ]
    page = conformed(reads).page(datetime.date(2024, 6, 1))
    assert msgspec.json.decode(msgspec.json.encode(page), type=Page) == page


def test_a_restatement_of_a_lacuna_leaves_none() -> None:
    order = 'Section 2.1 of the Credit Agreement is hereby amended by deleting "corton" and substituting therefor "cortons".'
    restated = (
        'Section 2.1 is hereby amended and restated in its entirety as follows:\n\n"Section 2.1. All new."'
    )
    assert _lacunae(made(None, [amendment(0, [order])])) > 0
    assert _lacunae(made(None, [amendment(0, [order, restated])])) == 0


def _lacunae(result: Conformed) -> int:
    def count(passage: Passage) -> int:
        return sum(run.lacuna is not None and run.struck is None for run in passage.runs) + sum(
            map(count, passage.children)
        )

    return count(result.version.root)


@pytest.mark.parametrize("path", ["2.1", "Section 2.1", "2.2"])
def test_a_path_is_located_once(path: str) -> None:
    result = made(SECTIONS, [])
    found = locate(result.version.root, parse_path(path)).trails
    assert len(found) == 1
    assert isinstance(at(result.version.root, found[0]).runs[0], Run)
