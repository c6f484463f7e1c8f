"""Patterns that are looked for only where one of their telling words stands."""

import re
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from conformed.basis import told
from conformed.basis.pattern import AnyOf, Later, Told, pattern, small_letters
from tools.telling import expressions, table, telling

TOLD = [pytest.param(*each, id=f"{crc32(each[0].encode()):08x}") for each in expressions() if telling(*each)]


def a_told(expression: str, flags: int = 0) -> Told:
    return Told(Later(expression, flags), telling(expression, flags))


@pytest.mark.parametrize(("expression", "flags"), TOLD)
def test_the_words_that_tell_an_expression_stand_in_all_that_it_finds(expression: str, flags: int) -> None:
    plain = re.compile(expression, flags)
    told = a_told(expression, flags)

    @settings(max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(plain, alphabet=st.characters(max_codepoint=126, include_characters="§“”‘’–—")))
    def check(words: str) -> None:
        assert (told.search(words) is None) == (plain.search(words) is None), words
        assert (told.match(words) is None) == (plain.match(words) is None), words
        assert (told.fullmatch(words) is None) == (plain.fullmatch(words) is None), words

    try:
        check()
    except Unsatisfiable:
        pytest.skip("at random, nothing that it finds is made up")


def test_the_words_are_those_of_the_expressions() -> None:
    assert Path(told.__file__).read_text("utf-8") == table(), "An expression has changed: run `make patterns`."


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\bthe\s(?:barge|dock)s?\s(?:lies|burned)\b", (("burned lies", 17), ("barge dock", 10))),
        (r"\bgrain\s[^.]{0,900}\belevators?", (("grain", 5), ("elevator", 0))),
        (r"(?:renew(?:ed|al)|renewing)\s\d+", (("renew", 8),)),  # a stem for its words
        (r"(?:barge|\d+)\slies", (("lies", 0),)),  # one branch has no word
        (r"(?:barge)?\d+", ()),
        (r"(?:the|an?)\s\w+", ()),  # such words stand everywhere
        (r"(?<=barge\s)\d+(?!dock)", ()),  # what stands before it or not at all
        (r"[Bb]arge(?=\sdock)", (("barge", 5), ("dock", 10))),
    ],
)
def test_the_words_come_from_what_an_expression_says(expression: str, words: tuple[tuple[str, int], ...]) -> None:
    assert telling(expression, re.IGNORECASE) == words


def test_a_word_tells_in_any_letters_and_only_between_the_places() -> None:
    told = a_told(r"\bgrain\s(elevators?)\b", re.IGNORECASE)
    text = "The GRAIN ELEVATOR burned; a grain elevator stands."
    assert [match[1] for match in told.finditer(text)] == ["ELEVATOR", "elevator"]
    assert told.search(text, 20, 30) is None
    match = told.search(text, 20)
    assert match is not None
    assert match.start() == text.index("grain")
    assert told.search("The wharf burned.") is None
    assert told.later.sub("barn", text).count("barn") == 2


def test_an_expression_is_not_compiled_where_its_words_do_not_stand() -> None:
    told = Told(Later("(unclosed", 0), (("barge", 0),))
    assert told.search("The dock is lit.") is None
    with pytest.raises(re.error):
        told.search("The barge is lit.")
    with pytest.raises(re.error):
        pattern("(unclosed").search("The dock is lit.")


@given(st.text())
def test_small_letters_stand_in_the_places_of_the_letters(text: str) -> None:
    small = small_letters(text)
    assert len(small) == len(text)
    assert all(one == letter.lower()[0] or not letter.isupper() for one, letter in zip(small, text, strict=True))


def test_a_letter_whose_small_one_is_two_keeps_its_place() -> None:
    assert small_letters("İ The Dock") == "i the dock"


def test_any_of_a_list_stands_in_words() -> None:
    listed = AnyOf(r"\bbarges?\slie", r"\bthe\s(?:dock|quay)\b", flags=re.IGNORECASE)
    assert listed.stands_in("Two BARGES lie there")
    assert listed.stands_in("at the Quay")
    assert not listed.stands_in("The barge is at a dock")
    assert listed.first_in("At the quay two barges lie") == len("At ")
    assert listed.first_in("The barge is at a dock") is None
