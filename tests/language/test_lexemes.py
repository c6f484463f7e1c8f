"""The words that carry meaning: each sense is looked for where a word stands that begins it."""

import re

import pytest

from conformed.language.orders.lexemes import Lexemes, Sense
from conformed.language.orders.vocabulary import SENSES

LEXEMES = Lexemes(SENSES)


def found(text: str, lexemes: Lexemes = LEXEMES) -> list[tuple[str, str, str]]:
    """The kind, the words and the value of all that carries meaning."""
    tokens, at = [], 0
    while token := lexemes.first_in(text, at, len(text)):
        tokens.append((token.kind, text[token.start : token.end], token.value))
        at = token.end
    return tokens


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: f"{sense.kind}: {sense.words[:40]}")
def test_all_words_that_begin_a_sense_are_found(sense: Sense) -> None:
    for words in sense.words.split(" / "):
        firsts, _, seconds = words.partition(" | ")
        by_words_alone = Lexemes([Sense(sense.kind, words)])
        for begins in (f"{first} {second}".strip() for first in firsts.split() for second in seconds.split() or [""]):
            text = begins if begins[-1].isalnum() else f"{begins}barge"
            assert found(text, by_words_alone) == [(sense.kind, begins, begins)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the barges are deleted", [("verb", "deleted", "delete")]),
        ("by the deletion of tolls", [("with", "by", "by"), ("verb", "deletion of", "delete")]),
        ("the deletion of tolls", [("in", "of", "of")]),  # nothing that is ordered
        ("re-lettered as", [("verb", "re-lettered", "renumber"), ("as", "as", "as")]),
        ("a change of control", [("in", "of", "of")]),
        ("by the following new definitions", [("follow", "by the following new definitions", "definition")]),
        ("in the following manner", [("in", "in", "in")]),
        ("shall hereafter read", [("follow", "shall hereafter read", "read")]),
        ("the second place", [("nth", "the second place", "second")]),
        ("the semi-colon", [("point", "the semi-colon", ";")]),
        ("the period ending on may 1", []),
        ("the period ending clause (b)", [("point", "the period", "."), ("in", "ending", "ending"), ("ref", "clause", "clause")]),
        ("each of the quays", []),
        ("to the very end of", [("end", "to the very end", "to the very end"), ("in", "of", "of")]),
        ("such sub-section (a)", [("ref", "sub-section", "sub-section")]),
        ("that sub-limit", []),
        ("such sub-section", [("pronoun", "such sub-section", "such sub-section")]),
        ("a new paragraph", [("new", "a new ", "paragraph"), ("ref", "paragraph", "paragraph")]),
        ("the 22nd whereas clause", [("ref", "22nd", "22nd"), ("ref", "clause", "clause")]),
        ("section5section 6", [("ref", "section", "section"), ("ref", "section", "section")]),
        ("the quay's 'barge'", [("quote", "'", "'")]),
    ],
)
def test_what_stands_around_a_word_tells_its_sense(text: str, tokens: list[tuple[str, str, str]]) -> None:
    assert found(text) == tokens


def test_of_two_senses_the_upper_one_is_tried_first() -> None:
    one, other = Sense("long", "the | quay", r"\s\w+\swall\b"), Sense("short", "the")
    assert found("the quay wall, the quay", Lexemes([one, other])) == [
        ("long", "the quay wall", "the quay wall"),
        ("short", "the", "the"),
    ]
    assert [kind for kind, _, _ in found("the quay wall, the quay", Lexemes([other, one]))] == ["short", "short"]


def test_how_a_sense_goes_on_is_not_compiled_where_no_word_begins_it() -> None:
    lexemes = Lexemes([Sense("unclosed", "barge | lies", "(unclosed")])
    assert found("the barge burned", lexemes) == []
    with pytest.raises(re.error):
        found("the barge lies", lexemes)
