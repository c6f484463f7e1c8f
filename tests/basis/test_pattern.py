"""Patterns that are looked for only where one of their telling words stands."""

import importlib
import pkgutil
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import conformed
from conformed.basis.pattern import AnyOf, _Told, pattern, small_letters

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(conformed.__path__, "conformed.")
    if not module.name.endswith("__main__")
]
TOLD = [
    pytest.param(value, id=f"{module.__name__}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, _Told)
] + [
    pytest.param(row, id=f"{module.__name__}.{name}.{number}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, AnyOf)
    for number, row in enumerate(value.rows)
]


@pytest.mark.parametrize("told", TOLD)
def test_one_of_its_telling_words_stands_in_all_that_a_pattern_finds(told: _Told) -> None:
    plain = re.compile(told.later.pattern, told.later.flags)

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(plain, alphabet=st.characters(max_codepoint=126)))
    def check(words: str) -> None:
        assert (told.search(words) is None) == (plain.search(words) is None), words
        if told.near:
            assert (told.match(words) is None) == (plain.match(words) is None), words

    check()


def test_a_word_tells_in_any_letters_and_only_between_the_places() -> None:
    told = pattern(r"\bgrain\s(elevators?)\b", re.IGNORECASE, telling="elevator wharf")
    text = "The GRAIN ELEVATOR burned; a grain elevator stands."
    assert [match[1] for match in told.finditer(text)] == ["ELEVATOR", "elevator"]
    assert told.search(text, 20, 30) is None
    match = told.search(text, 20)
    assert match is not None
    assert match.start() == text.index("grain")
    assert told.search("The wharf burned.") is None
    assert told.sub("barn", text).count("barn") == 2


def test_a_pattern_is_not_compiled_where_no_telling_word_stands() -> None:
    assert pattern("(unclosed", telling="barge").search("The dock is lit.") is None
    with pytest.raises(re.error):
        pattern("(unclosed", telling="barge").search("The barge is lit.")


@given(st.text())
def test_small_letters_stand_in_the_places_of_the_letters(text: str) -> None:
    small = small_letters(text)
    assert len(small) == len(text)
    assert all(one == letter.lower()[0] or not letter.isupper() for one, letter in zip(small, text, strict=True))


def test_a_letter_whose_small_one_is_two_keeps_its_place() -> None:
    assert small_letters("İ The Dock") == "i the dock"


def test_any_of_a_list_stands_in_words() -> None:
    listed = AnyOf(("barge", r"\bbarges?\slie"), ("dock quay", r"\bthe\s(?:dock|quay)\b"), flags=re.IGNORECASE)
    assert listed.stands_in("Two BARGES lie there")
    assert listed.stands_in("at the Quay")
    assert not listed.stands_in("The barge is at a dock")
