"""Definitions that are struck, or put in, several at a time."""

import pytest

from tests.written import assert_orders, assert_unread

ORDERS = [
    (
        "Section 1.2 is amended by deleting the following definitions:\n"
        '"Pound" and the sign "L"\n"Pound Loans"\n"Tolls", "Dues" and "Fees"',
        "delete_provision 1.2#Pound\ndelete_provision 1.2#L\ndelete_provision 1.2#Pound Loans\n"
        "delete_provision 1.2#Tolls\ndelete_provision 1.2#Dues\ndelete_provision 1.2#Fees",
    ),
    (
        'Section 1.2 is amended by deleting the definitions of: "Barge"; "Wharf" and "Mill".',
        "delete_provision 1.2#Barge\ndelete_provision 1.2#Wharf\ndelete_provision 1.2#Mill",
    ),
    (
        'Section 1.2 is amended by deleting the definition of "Barge" and the sign "B".',
        "delete_provision 1.2#Barge\ndelete_provision 1.2#B",
    ),
    (
        'The definitions of "Barge", "Wharf" and the term "Mill" in Section 1.2 are deleted.',
        "delete_provision 1.2#Barge\ndelete_provision 1.2#Wharf\ndelete_provision 1.2#Mill",
    ),
    (  # the second stands in the line of the first, where the alphabet has it
        "Section 1.2 is amended by adding the following definitions:\n"
        '"Barge" means a boat. "Barge Day" means May 1.\n"Mill" means a mill. "Wheel" means its wheel.\n"Wharf" means a pier.',
        'add_provision 1.2#Barge: "Barge" means a boat.\n'
        'add_provision 1.2#Barge Day: "Barge Day" means May 1.\n'
        'add_provision 1.2#Mill: "Mill" means a mill. "Wheel" means its wheel.\n'
        'add_provision 1.2#Wharf: "Wharf" means a pier.',
    ),
    (
        "Section 1.2 is amended by adding the following definitions:\n“‘2004 Accounts’ has the meaning given to it in Annex E.”\n"
        "“‘ Year End Accounts’ has the has the meaning given to it in Annex E.”",
        "add_provision 1.2#2004 Accounts: ‘2004 Accounts’ has the meaning given to it in Annex E.\n"
        "add_provision 1.2#Year End Accounts: ‘ Year End Accounts’ has the has the meaning given to it in Annex E.",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_each_definition_is_one_of_its_own(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


def test_a_list_of_definitions_that_says_more_than_terms_is_shown() -> None:
    assert_unread(
        'Section 1.2 is amended by deleting the following definitions:\n"Pound", but only where it means a weight\n"Pound Loans"'
    )


@pytest.mark.parametrize(
    "words",
    [
        '"Mill" or "Works" means the mill at the quay.',
        '"Mill", "Works" and "Plant" each means the mill at the quay.',
        '"Mill" and "Works" have the meanings given in Section 3.',
    ],
)
def test_terms_defined_together_behind_a_colon_are_the_text_with_what_they_mean(words: str) -> None:
    assert_orders(f"Section 1.2 is amended to read as follows: {words}", f"replace_provision 1.2: {words}")


@pytest.mark.parametrize("words", ['"The mill is dry" or "No boat is let".', '"Mill" and "Works" are kept apart.'])
def test_where_text_ends_that_is_joined_to_another_quotation_is_not_told(words: str) -> None:
    assert_unread(f"Section 1.2 is amended to read as follows: {words}")
