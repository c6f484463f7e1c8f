"""Words around an address that tell of less than it: nothing falls on all of the provision."""

import pytest

from tests.written import assert_orders, assert_unread

BETWEEN = [  # the address and the verb
    "concerning rye",
    "regarding rye",
    "relating to rye",
    "pertaining to rye",
    "dealing with rye",
    "governing rye",
    "applicable to rye",
    "which deals with rye",
    "that relates to rye",
    "with respect to rye",
    "in respect of rye",
    "in relation to rye",
    "in connection with rye",
    "as to rye",
    "insofar as it concerns rye",
    "so far as it bears on rye",
    "to the extent it concerns rye",
    "as it pertains to rye",
    "as applied to rye",
    "where it concerns rye",
]
AS_FAR_AS = [  # commas or not
    "with respect to rye",
    "insofar as it concerns rye",
    "in so far as it bears on rye",
    "to the extent applicable to rye",
    "as it pertains to rye",
    "as to rye",
]
BEHIND = [  # the verb
    "with respect to rye",
    "in relation to rye",
    "in connection with rye",
    "concerning rye",
    "relating to rye",
    "as regards rye",
    "in so far as rye is concerned",
    "to the extent it concerns rye",
    "as it pertains to rye",
    "as applied to rye",
    "where it concerns rye",
    "when applied to rye",
    "for rye",
    "effective as of May 1, 2020 with respect to rye",
]
OF_SOME = [
    "The language in Section 5(b) concerning rye is deleted in its entirety.",
    'The text of Section 5(b) addressing rye is replaced with the following:\n"(b) The miller sells."',
    'The language in Section 5(b) concerning rye is amended by deleting "ten" and substituting "twelve".',
    'The provisions of Section 5 relating to rye are amended to read as follows:\n"5. The miller sells."',
    'Section 5 is amended by replacing clause (b) concerning rye with the following:\n"(b) The miller sells."',
    'Section 5(b) is amended to read as follows with respect to rye:\n"(b) The miller sells."',
    'Section 5(b) is amended by inserting "and oats" after "barley" to the extent it concerns mills.',
    'Section 5(b) is amended by deleting "ten" where it pertains to rye.',
    "Delete the last two sentences of Section 5(b) related to rye.",
    "To the extent it concerns rye, Section 5(b) is deleted.",
    "Concerning rye, Section 5(b) is deleted.",
    'The definition of "Mill" in Section 1.1 relating to rye is deleted.',
]
OF_ALL = [
    ("Section 5(b) (relating to rye) is deleted.", "delete_provision 5(b)"),
    ("Section 5(b), which relates to rye, is deleted.", "delete_provision 5(b)"),
    ('Section 5(b) relating to "Rye" is deleted.', "delete_provision 5(b)"),
    ("Clause (b) of Section 5 relating to rye is hereby deleted in its entirety.", "delete_provision 5(b)"),
    (
        'Section 5 relating to the sale of rye is amended to read as follows:\n"5. Sale of Rye. The miller sells."',
        "replace_provision 5: 5. Sale of Rye. The miller sells.",
    ),
    (
        "Section 5 is amended by adding at the end thereof the following as a new clause (l) with respect to rye:\n(l) The rye is dry.",
        "add_provision 5(l): (l) The rye is dry.",
    ),
    ("With respect to Section 5, the word \"rye\" is deleted.", "delete_text 5: rye"),
    ("Section 5, to the extent applicable, is deleted.", "delete_provision 5"),
    ('Section 5 is amended by deleting "ten" where it appears therein.', "delete_text 5: ten"),
]


@pytest.mark.parametrize("narrows", BETWEEN)
def test_a_provision_is_not_struck_for_a_part_that_words_behind_its_address_tell(narrows: str) -> None:
    assert_unread(f"Section 5(b) {narrows} is hereby deleted.")
    assert_unread(f"Section 5 is amended by deleting clause (b) {narrows}.")


@pytest.mark.parametrize("narrows", AS_FAR_AS)
def test_what_bounds_a_provision_bounds_it_between_commas_as_well(narrows: str) -> None:
    assert_unread(f"Section 5(b), {narrows}, is hereby deleted.")


@pytest.mark.parametrize("narrows", BEHIND)
def test_a_provision_is_not_struck_for_a_part_that_words_behind_the_verb_tell(narrows: str) -> None:
    assert_unread(f"Section 5(b) is hereby deleted {narrows}.")


@pytest.mark.parametrize("sentence", OF_SOME)
def test_a_change_of_what_bears_on_something_is_not_made_to_all(sentence: str) -> None:
    assert_unread(sentence)


@pytest.mark.parametrize(("sentence", "expected"), OF_ALL)
def test_words_that_tell_what_all_of_a_provision_is_about_narrow_nothing(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)
