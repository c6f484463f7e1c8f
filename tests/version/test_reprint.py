"""Words that reprint others: which may be misread, and how far two texts agree."""

import pytest

from conformed.version.reprint import Reprint, backwards, known, onwards, words

BASE = "the miller and his man carry nine hundred sacks of rye into the old barn on May 10, 2019, and lock it well"


def agreed(text: str, base: str = BASE) -> Reprint | None:
    theirs = words(base, 0, len(base))
    return onwards(words(text, 0, len(text)), theirs, 0, 0, known(theirs))


@pytest.mark.parametrize(
    ("right", "read"),
    [
        ("miller", "rniller"),
        ("miller", "mi1ler"),
        ("miller", "millcr"),
        ("and his", "und his"),
        ("into", "int0"),
        ("nine hundred", "n1ne hundred"),
        ("hundred", "llundred"),
        ("10, 2019,", "10, 20]9,"),
        ("10, 2019,", "10,2019,"),
        ("sacks", "sacks,"),
        ("sacks", "Sacks"),
    ],
)
def test_a_word_may_be_misread(right: str, read: str) -> None:
    found = agreed(BASE.replace(right, read, 1))
    assert found is not None
    assert found.base_last == len(BASE.split()) - 1


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("10, 2019", "11, 2019"),
        ("10, 2019", "10, 2018"),
        ("10, 2019", "1.0, 2019"),
        ("nine", "mine"),  # a number in words
        ("nine", "five"),
        ("May", "Mey"),
        ("old", "not"),
        ("barn on", "bern in"),  # two on end
        ("rye into", "ryc int0"),
        ("man carry", "rnan cnrry"),
        ("miller", "mallar"),
        ("miller", "Miller"),  # a defined term
        ("miller", "millet"),  # at its end
        ("barn", "barns"),
        ("sacks of", "sacks or"),
        ("his", "and"),  # a word that the other text has
        ("and his", "and the his"),
        ("old barn", "barn"),
    ],
)
def test_what_may_be_another_word_is_not_misread(right: str, other: str) -> None:
    found = agreed(BASE.replace(right, other, 1))
    assert found is not None
    assert found.base_last < len(BASE[: BASE.index(right)].split()) + len(right.split()) - 1


def test_what_denies_is_never_misread() -> None:
    for right, other in (("not", "hot"), ("hot", "not"), ("not", "nat")):
        base = BASE.replace("his man", f"{right} his man")
        found = agreed(base.replace(right, other, 1), base)
        assert found is not None
        assert found.base_last < base.split().index(right)


def test_a_word_of_the_other_text_is_not_misread() -> None:
    found = agreed(BASE.replace("rye", "dye", 1), f"{BASE} in dye")
    assert found is not None
    assert found.base_last < BASE.split().index("rye")
    assert agreed(BASE.replace("rye", "dye", 1)) == Reprint(0, 22, 0, 22, 1)


def test_a_misread_word_counts_where_two_agree_behind_it() -> None:
    assert agreed(BASE.replace("well", "we11")) == Reprint(0, 21, 0, 21, 0)
    assert agreed(BASE.replace("it well", "1t well")) == Reprint(0, 20, 0, 20, 0)
    assert agreed(BASE.replace("lock it", "1ock it")) == Reprint(0, 22, 0, 22, 1)


def test_words_before_agree_as_those_behind_do() -> None:
    text = f"he says that {BASE.replace('miller and', 'rniller und').replace('carry', 'cariy')}"
    ours, theirs = words(text, 0, len(text)), words(BASE, 0, len(BASE))
    vocabulary = known(theirs)
    found = onwards(ours, theirs, 11, 8, vocabulary)
    assert found == Reprint(11, 25, 8, 22, 0)
    assert backwards(ours, theirs, found, vocabulary) == Reprint(6, 25, 3, 22, 1)


def test_nothing_agrees_where_the_first_word_does_not() -> None:
    assert agreed("oats") is None
    assert agreed("") is None
