"""All that follows some words, as drafters order to strike it; what else stands there leaves it unread."""

import pytest

from tests.written import assert_orders, assert_unread

REST = "all behind it to the end of the"
RESTS = [
    ('deleting everything that follows the word "mill"', f"delete_text 4.2: {REST} provision after mill"),
    ('deleting all language after the phrase "mill" in such Section', f"delete_text 4.2: {REST} provision after mill"),
    ('deleting "ten" and every word after it', f"delete_text 4.2: ten and {REST} provision"),
    ('deleting "ten" and everything that follows in such sentence', f"delete_text 4.2: ten and {REST} sentence"),
    ('deleting the rest of the sentence after the words "the mill"', f"delete_text 4.2: {REST} sentence after the mill"),
    (
        'deleting everything after "mill" in clauses (a) and (b)',
        f"delete_text 4.2(a): {REST} provision after mill\ndelete_text 4.2(b): {REST} provision after mill",
    ),
    ('deleting everything after "mill" and inserting "dry" in lieu thereof', f"replace_text 4.2: {REST} provision -> dry after mill"),
    (
        'striking the word "dam", and replacing everything after "mill" with "dry"',
        f"delete_text 4.2: dam\nreplace_text 4.2: {REST} provision -> dry after mill",
    ),
    ('deleting all text after "mill" and by replacing "dam" with "weir"', f"delete_text 4.2: {REST} provision after mill\nreplace_text 4.2: dam -> weir"),
    (
        'replacing the semi-colon after "mill" with a period, and deleting the remainder of the paragraph',
        f"replace_text 4.2: ; -> . after mill\ndelete_text 4.2: {REST} paragraph after mill.",
    ),
]
OTHERS = [
    'deleting everything after "mill" and before "barge"',
    'deleting everything after "mill" through "barge"',
    'deleting everything after "mill" except for the last sentence',
    'deleting everything after "mill" and "barge"',
    'deleting everything after "mill" on the second line',
    'deleting all the text that follows "mill" concerning rye',
    "deleting everything that follows",
    "deleting everything after clause (b)",
    "deleting everything after the first sentence",
    "deleting the remainder of the sentence",
    'deleting the text that follows "mill" or "barge"',
    'deleting everything after "mill" in such sentence or the next',
]


@pytest.mark.parametrize(("what", "expected"), RESTS)
def test_what_follows_some_words_is_struck(what: str, expected: str) -> None:
    assert_orders(f"Section 4.2 is amended by {what}.", expected)


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_bounded_or_begins_nowhere_is_unread(what: str) -> None:
    assert_unread(f"Section 4.2 is amended by {what}.")


def test_what_is_named_before_the_verb_is_read_as_well() -> None:
    assert_orders('All text following "mill" in Section 4.2 is hereby deleted.', f"delete_text 4.2: {REST} provision after mill")


def test_all_of_the_agreement_from_some_words_on_is_not_struck() -> None:
    assert_unread('The Credit Agreement is amended by deleting everything that follows "mill".')
