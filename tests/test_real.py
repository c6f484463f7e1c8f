"""The real documents beside the checkout: the two that the project began with, and no crash on any other."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from conformed.document import Unreadable, from_text
from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.passes import conformed
from conformed.version import standing
from conformed.views.reading import reading

pytestmark = pytest.mark.shared


def read(file: Path) -> Interpretation:
    return interpret(parse(from_text(file.name, file.read_bytes())))


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("stem", ["kmc-loan-amendment-5", "kmc-bellsouth-lnp-amendment"])
def test_the_two_first_documents_are_read_fully_right(shared: Path, scorer: ModuleType, stem: str) -> None:
    gold = json.loads((shared / "gold" / "dev" / f"{stem}.json").read_text())
    figures = scorer.whole(gold, reading(read(shared / "corpus" / "dev" / f"{stem}.txt")))
    assert {name: hit == wanted == found for name, (hit, wanted, found) in figures.items()} == dict.fromkeys(
        figures, True
    )


def test_the_figures_over_the_gold_do_not_fall(shared: Path, scorer: ModuleType) -> None:
    totals: dict[str, list[int]] = {}
    for file in sorted((shared / "gold" / "dev").glob("*.json")):
        if not file.stem.startswith(("probes", "structure")):
            found: dict[str, Any] = reading(read(shared / "corpus" / "dev" / f"{file.stem}.txt"))
            for name, counts in scorer.whole(json.loads(file.read_text()), found).items():
                totals[name] = [a + b for a, b in zip(totals.get(name, [0, 0, 0]), counts, strict=True)]
    figures = {name: scorer.f1(*counts) for name, counts in totals.items()}
    least = {
        "strict": 0.91,
        "target": 0.94,
        "head": 0.97,
        "parties": 0.95,
        "waivers": 0.8,
        "conditions": 0.93,
        "signatures": 0.93,
    }
    assert {name: figures[name] for name in least if figures[name] < least[name]} == {}


def test_the_loan_amendment_tells_a_skeleton_of_its_agreement(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "dev" / "kmc-loan-amendment-5.json").read_text())
    wanted = {operation["target"]: operation for operation in gold["operations"]}
    result = conformed([read(shared / "corpus" / "dev" / "kmc-loan-amendment-5.txt")])
    assert [finding.kind for finding in result.chain.findings] == ["NoAgreement", *["MissingInstrument"] * 4]
    known = {passage.path for child in result.version.root.children for passage in _all(child)}
    assert {"2.10(b)(2)", "2.10(d)(4)", "5.23", "9.01(b)", "11.02(a)", "11.02(b)"} <= known
    (clause,) = result.provision(result.version, "2.10(d)(4)")
    put = wanted["2.10(d)(4)"]
    words = " ".join(standing(clause).split())
    assert words.startswith(f"(4) {put['after']} {put['new']}")
    assert words.endswith(f"{put['new_end']} {put['before']}")
    assert [run.lacuna is not None for run in clause.runs][:1] == [True]
    assert clause.runs[-1].lacuna is not None
    (restated,) = [one for one in result.provision(result.version, "2.10(b)(2)") if one.struck is None]
    assert " ".join(standing(restated).split()).startswith(wanted["2.10(b)(2)"]["new"])


def _all(passage: Any) -> list[Any]:
    return [passage, *(one for child in passage.children for one in _all(child))]


def test_the_interconnection_amendment_has_affiliates_a_tariff_and_a_filing(shared: Path) -> None:
    import datetime

    page = conformed([read(shared / "corpus" / "dev" / "kmc-bellsouth-lnp-amendment.txt")]).page(
        datetime.date(2005, 1, 1)
    )
    assert {one.state for one in page.affiliates} == {"AL", "FL", "GA", "KY", "LA", "MS", "NC", "SC", "TN"}
    assert any("Tariff" in one.name for one in page.references)
    assert any(note.topic == "filing" for note in page.notes)
    assert page.instruments[1].effective == datetime.date(2004, 9, 14)


def test_no_document_of_the_corpus_stops_the_reading(shared: Path) -> None:
    for file in sorted((shared / "corpus").rglob("*.txt")):
        try:
            found = read(file)
        except Unreadable:
            continue
        for operation in found.operations:
            assert found.instrument.document.words(operation.sentence)


def test_amendments_build_one_by_one_without_their_agreement(shared: Path) -> None:
    for file in sorted((shared / "corpus" / "volume" / "amendments").glob("*.txt"))[::9]:
        found = read(file)
        if found.operations:
            result = conformed([found])
            assert len(result.version.outcomes) == len(result.entries)
