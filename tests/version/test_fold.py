import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.instrument import ProvisionKind
from conformed.version.fold import Place, folded
from conformed.version.passage import Passage, Run, at

WORDS = st.text(alphabet='ab1., \t\n“”"-', max_size=12)


def paragraph(*words: str) -> Passage:
    return Passage(ProvisionKind.PARAGRAPH, "", "", runs=tuple(Run(text, None) for text in words))


def agreement(*paragraphs: Passage) -> Passage:
    return Passage(ProvisionKind.INSTRUMENT, "", "*", children=paragraphs)


def words(root: Passage, place: Place) -> str:
    return at(root, place.trail).runs[place.run].text[place.start : place.end]


@given(st.lists(st.lists(WORDS, max_size=3), max_size=4))
def test_each_folded_character_leads_to_itself(texts: list[list[str]]) -> None:
    root = agreement(*(paragraph(*runs) for runs in texts))
    text = folded(root, ())
    shown = [words(root, place) for n in range(len(text.text)) for place in text.places(n, n + 1)]
    assert "".join(shown).translate({ord("“"): '"', ord("”"): '"'}) == text.text
    assert "".join(shown) == "".join("".join(run.split()) for runs in texts for run in runs)


@given(st.lists(st.lists(WORDS, max_size=3), max_size=4), st.data())
def test_the_places_of_a_stretch_hold_its_words(texts: list[list[str]], data: st.DataObject) -> None:
    root = agreement(*(paragraph(*runs) for runs in texts))
    text = folded(root, ())
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    places = text.places(start, end)
    assert "".join("".join(words(root, place).split()) for place in places) == "".join(
        "".join(words(root, place).split()) for n in range(start, end) for place in text.places(n, n + 1)
    )
    assert len({(place.trail, place.run) for place in places}) == len(places)
    inner = text.within(places)
    assert inner.text == text.text[start:end]
    assert inner.places(0, end - start) == places


def test_words_are_found_across_runs_and_blanks_between_count() -> None:
    root = agreement(paragraph("the red", " ", "barge of"), paragraph("the mill"))
    text = folded(root, ())
    assert [[words(root, place) for place in text.places(*found)] for found in text.find("red  barge")] == [
        ["red", "barge"]
    ]
    assert text.find("ofthe mill")
    assert not folded(agreement(paragraph("the red", "barge")), ()).find("red")


@pytest.mark.parametrize("amount", ["10", "0.5", "5"])
def test_a_figure_within_a_longer_one_is_not_found(amount: str) -> None:
    assert not folded(agreement(paragraph("pay $1", "10.5 at", " 10.", "55")), ()).find(amount)
