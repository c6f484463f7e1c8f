"""Two words that say where, and one that does not: what is named beside words is not these words."""

import pytest

from tests.written import amendment, assert_orders, assert_unread, shown

LEFT = [
    'inserting "ten" in place of the number that follows "oats"',
    'inserting "and rye" in place of the word which follows "oats"',
    'inserting "or rye" after the first proviso and before "oats"',
    'inserting "or rye" after clause (b) and before "oats"',
    'inserting "or rye" before "oats" and after the second proviso',
]


@pytest.mark.parametrize("what", LEFT)
def test_nothing_is_put_by_half_of_what_says_where(what: str) -> None:
    assert_unread(f"Section 4.2 is amended by {what}.")


def test_both_that_say_where_are_kept() -> None:
    assert_orders(
        'Section 4.2 is amended by inserting "or rye" after "oats" and before "hay".',
        "insert_text 4.2: or rye after oats before hay",
    )


def test_what_is_added_behind_the_sentence_that_ends_so_stands_behind_these_words() -> None:
    assert_orders(
        'Section 4.2 is amended by adding the following after the sentence that ends with "the barge.":\n"The mill is dry."',
        "insert_text 4.2: The mill is dry. after the barge.",
    )


FOLLOWING = [
    ("Section 4.2 is deleted and all references thereto are amended accordingly.", ["delete_provision 4.2"]),
    ("Section 4.2 is deleted and the table of contents is amended accordingly.", ["delete_provision 4.2"]),
    ("The other provisions of the Credit Agreement are amended accordingly.", []),
]


@pytest.mark.parametrize(("sentence", "orders"), FOLLOWING)
def test_what_is_to_follow_of_itself_is_told(sentence: str, orders: list[str]) -> None:
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == orders
    assert [str(finding.kind) for finding in read.findings] == ["Unread"]


def test_references_follow_what_gets_another_number() -> None:
    assert_orders(
        "Section 4.2 is hereby renumbered as Section 4.7, and all references thereto are amended accordingly.", "renumber 4.2: 4.7"
    )
