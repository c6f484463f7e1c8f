"""Patterns that are looked for only where one of their telling words stands."""

import re
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from conformed.basis import told
from conformed.basis.pattern import AnyOf, Later, pattern, small_letters
from tools.telling import expressions, table, telling

TOLD = [pytest.param(*each, id=f"{crc32(each[0].encode()):08x}") for each in expressions() if any(telling(*each))]


def a_told(expression: str, flags: int = 0) -> Later:
    return Later(expression, flags, *telling(expression, flags))


@pytest.mark.parametrize(("expression", "flags"), TOLD)
def test_the_words_that_tell_an_expression_stand_in_all_that_it_finds(expression: str, flags: int) -> None:
    plain, tells = re.compile(expression, flags), telling(expression, flags)

    @settings(max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(plain, alphabet=st.characters(max_codepoint=126, include_characters="§“”‘’–—")))
    def check(words: str) -> None:
        for method in ("search", "match", "fullmatch"):
            told, finds = Later(expression, flags, *tells), getattr(plain, method)(words) is not None
            for _ in ("before it is compiled", "then"):
                assert (getattr(told, method)(words) is not None) == finds, words

    try:
        check()
    except Unsatisfiable:
        pytest.skip("at random, nothing that it finds is made up")


def test_the_words_are_those_of_the_expressions() -> None:
    assert Path(told.__file__).read_text("utf-8") == table(), "An expression has changed: run `make patterns`."


@pytest.mark.parametrize(
    ("expression", "words", "phrases"),
    [
        (
            r"\bthe\s(?:barge|dock)s?\s(?:lies|burned)\b",
            ("burned lies", "barge dock"),
            (("the barge burned|the barge lies|the barges burned|the barges lies|the dock burned|the dock lies|the docks burned|the docks lies", 17),),
        ),
        (r"\bgrain\s[^.]{0,900}\belevators?", ("grain", "elevator"), (("elevator", 0), ("grain ", 6))),
        (r"(?:renew(?:ed|al)|renewing)\s\d+", ("renew",), (("renewal |renewed |renewing ", 9),)),  # a stem for its words
        (r"(?:barge|\d+)\slies", ("lies",), ((" lies", 0),)),  # one branch has no word
        (r"(?:barge)?\d+", (), ()),
        (r"(?:the|an?)\s\w+", (), (("a |an |the ", 4),)),  # such words stand everywhere: they tell no search
        (r"(?<=barge\s)\d+(?!dock)", (), ()),  # what stands before it or not at all
        (r"[Bb]arge(?=\sdock)", ("barge", "dock"), (("barge", 5), (" dock", 10))),
        (r"barge\s*lies\n+there[ ]at", ("barge", "there", "lies"), (("there at", 0), ("barge lies|bargelies", 0))),
    ],
)
def test_the_words_come_from_what_an_expression_says(
    expression: str, words: tuple[str, ...], phrases: tuple[tuple[str, int], ...]
) -> None:
    assert telling(expression, re.IGNORECASE) == (words, phrases)


def test_a_word_tells_in_any_letters_and_only_between_the_places() -> None:
    told = a_told(r"\bgrain\s(elevators?)\b", re.IGNORECASE)
    text = "The GRAIN ELEVATOR burned; a grain elevator stands."
    assert [match[1] for match in told.finditer(text)] == ["ELEVATOR", "elevator"]
    assert told.search(text, 20, 30) is None
    match = told.search(text, 20)
    assert match is not None
    assert match.start() == text.index("grain")
    assert told.search("The wharf burned.") is None
    assert told.sub("barn", text).count("barn") == 2


def test_an_expression_is_not_compiled_where_its_words_do_not_stand() -> None:
    told = Later("(unclosed", 0, ("barge",), (("barge is|barge was", 12),))
    for words in ("The dock is lit.", "The barge"):
        assert told.search(words) is told.match(words) is told.fullmatch(words) is None
        assert list(told.finditer(words)) == []
        assert told.sub("", words) == words
    for words in ("The barge is lit.", "A barge\n  was lit."):
        with pytest.raises(re.error):
            told.search(words)
    assert told.match("At the dock, the barge is lit.") is None
    with pytest.raises(re.error):
        told.match("At the dock, the barge is lit.", 13)
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
