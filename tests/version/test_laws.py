from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.version import Passage, Run, at, locate
from conformed.version.passage import walk
from conformed.views.page import Page
from conformed.views.to_text import to_text
from tests.written import document

WORDS = [
    f"{head}{tail}"
    for head in ("bar", "cor", "dun", "fen", "gal", "hol", "kes", "lom", "mar", "ner")
    for tail in ("ley", "ton", "wick", "dale", "ford")
]
HEAD = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:
"""
AMENDMENT = """\
AMENDMENT NO. {number} TO CREDIT AGREEMENT

This AMENDMENT NO. {number} TO CREDIT AGREEMENT, dated as of {month} 6, 2020, is among BRAMBLE MILLING, INC., a
Delaware corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

WHEREAS, the Borrower, the Agent and the Lenders are parties to that certain Credit Agreement dated as of May 1, 2018
(the "Credit Agreement");

NOW, THEREFORE, the parties hereto agree as follows:

{body}
"""
MONTHS = ("January", "March", "May", "July")
Sections = dict[str, list[str]]


def agreement(sections: Sections) -> str:
    return HEAD + "".join(
        f"\nSection {number}. {' '.join(words).capitalize()}.\n" for number, words in sections.items()
    )


@st.composite
def matters(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """An agreement, amendments of it in words, and the text that they must give, made without Conformed."""
    pool = draw(st.permutations(WORDS))
    count = draw(st.integers(3, 6))
    sections: Sections = {f"2.{n + 1}": list(pool[6 * n : 6 * n + 6]) for n in range(count)}
    base = agreement(sections)
    fresh = iter([f"{word}s" for word in pool])
    amendments = []
    for number in range(draw(st.integers(1, 3))):
        orders = [_order(draw, sections, fresh) for _ in range(draw(st.integers(1, 4)))]
        body = "\n\n".join(f"{turn}. {order}" for turn, order in enumerate(orders, 1))
        amendments.append(AMENDMENT.format(number=number + 1, month=MONTHS[number], body=body))
    return (
        base,
        amendments,
        agreement({number: words for number, words in sections.items() if words != ["GONE"]}),
    )


def _order(draw: st.DrawFn, sections: Sections, fresh: Iterator[str]) -> str:
    """One order, carried out on `sections` as well."""
    live = [number for number, words in sections.items() if words != ["GONE"]]
    number = draw(st.sampled_from(live))
    words = sections[number]
    place = draw(st.integers(1, len(words) - 2)) if len(words) > 3 else 1
    kind = draw(
        st.sampled_from(
            ["replace", "insert", "between", "delete", "restate", "remove"]
            if len(live) > 2
            else ["replace", "insert"]
        )
    )
    where = f"Section {number} of the Credit Agreement is hereby amended"
    if kind == "replace":
        old, words[place] = words[place], next(fresh)
        return f'{where} by deleting "{old}" and substituting therefor "{words[place]}".'
    if kind in {"insert", "between"}:
        new, before, after = next(fresh), words[place], words[place + 1]
        words.insert(place + 1, new)
        if kind == "insert":
            return f'{where} by inserting the word "{new}" immediately after the word "{before}".'
        return f'{where} to insert "{new}" after the word "{before}" and before the word "{after}".'
    if kind == "delete" and len(words) > 4:
        return f'{where} by deleting the word "{words.pop(place)}".'
    if kind == "remove":
        sections[number] = ["GONE"]
        return f"Section {number} of the Credit Agreement is hereby deleted in its entirety."
    sections[number] = [next(fresh) for _ in range(5)]
    text = f"Section {number}. {' '.join(sections[number]).capitalize()}."
    return f'Section {number} is hereby amended and restated in its entirety as follows:\n\n"{text}"'


def made(base: str | None, amendments: list[str]) -> Conformed:
    texts = ([base] if base else []) + amendments
    return conformed([interpret(parse(document(text, f"{n}.txt"))) for n, text in enumerate(texts)])


@given(matters())
def test_the_text_is_what_the_orders_make_it(matter: tuple[str, list[str], str]) -> None:
    base, amendments, expected = matter
    result = made(base, amendments)
    assert [outcome.because for outcome in result.version.outcomes if outcome.kind != "applied"] == []
    gone = [line for line in to_text(result.version.root).splitlines() if "[Deleted by" in line]
    text = "\n".join(line for line in to_text(result.version.root).splitlines() if line not in gone)
    assert text.split() == expected.split()


@given(matters())
def test_without_entries_in_force_the_text_is_the_agreement(matter: tuple[str, list[str], str]) -> None:
    base, amendments, _ = matter
    assert to_text(made(base, amendments).after(0).root).split() == base.split()


@given(matters())
def test_each_visible_character_leads_to_itself_in_a_file(matter: tuple[str, list[str], str]) -> None:
    base, amendments, _ = matter
    result = made(base, amendments)
    texts = {
        read.instrument.document.id: read.instrument.document
        for link in result.chain.links
        if (read := link.read)
    }
    assert result.chain.agreement is not None
    texts[result.chain.agreement.instrument.document.id] = result.chain.agreement.instrument.document
    for _, passage in walk(result.version.root):
        for run in passage.runs:
            if run.span is None:
                assert run.ours or not run.text.strip()
            else:
                assert texts[run.span.document].words(run.span) == run.text


@given(matters())
def test_each_entry_has_one_outcome(matter: tuple[str, list[str], str]) -> None:
    base, amendments, _ = matter
    result = made(base, amendments)
    assert [outcome.entry for outcome in result.version.outcomes] == [entry.id for entry in result.entries]


def test_json_out_and_in_is_the_identity(examples: Path) -> None:
    import datetime

    reads = [
        interpret(parse(document(file.read_text(), file.name)))
        for file in sorted((examples / "credit").glob("*.txt"))
    ]
    page = conformed(reads).page(datetime.date(2024, 6, 1))
    assert msgspec.json.decode(msgspec.json.encode(page), type=Page) == page


def test_orders_on_different_provisions_commute() -> None:
    base = agreement(
        {
            "2.1": ["barley", "corton", "dunwick", "fendale"],
            "2.2": ["gallford", "holley", "keston", "lomwick"],
        }
    )
    one = 'Section 2.1 of the Credit Agreement is hereby amended by deleting "corton" and substituting therefor "cortons".'
    other = "Section 2.2 of the Credit Agreement is hereby deleted in its entirety."
    texts = [
        to_text(
            made(
                base, [AMENDMENT.format(number=1, month="January", body=f"1. {first}\n\n2. {second}")]
            ).version.root
        )
        for first, second in ((one, other), (other, one))
    ]
    assert texts[0] == texts[1]


def test_a_restatement_of_a_lacuna_leaves_none() -> None:
    order = 'Section 2.1 of the Credit Agreement is hereby amended by deleting "corton" and substituting therefor "cortons".'
    restated = (
        'Section 2.1 is hereby amended and restated in its entirety as follows:\n\n"Section 2.1. All new."'
    )
    before = made(None, [AMENDMENT.format(number=1, month="January", body=f"1. {order}")])
    after = made(None, [AMENDMENT.format(number=1, month="January", body=f"1. {order}\n\n2. {restated}")])
    assert _lacunae(before) > 0
    assert _lacunae(after) == 0


def _lacunae(result: Conformed) -> int:
    def count(passage: Passage) -> int:
        return sum(run.lacuna is not None and run.struck is None for run in passage.runs) + sum(
            map(count, passage.children)
        )

    return count(result.version.root)


@pytest.mark.parametrize("path", ["2.1", "Section 2.1", "2.2"])
def test_a_path_is_located_once(path: str) -> None:
    from conformed.instrument import parse_path

    result = made(agreement({"2.1": ["barley", "corton"], "2.2": ["dunwick", "fendale"]}), [])
    found = locate(result.version.root, parse_path(path)).trails
    assert len(found) == 1
    assert isinstance(at(result.version.root, found[0]).runs[0], Run)
