"""Orders that name a document and no provision of it: the agreement, another document, or what may be either."""

import pytest

from tests.written import amendment, assert_orders, assert_unread, shown

ORDERS = [
    ("The Guaranty is hereby amended by deleting Section 4 thereof.", "delete_provision Guaranty:4"),
    ("The Credit Agreement is hereby amended by deleting Section 4 thereof.", "delete_provision 4"),
    (
        "The Existing Credit Agreement, as heretofore amended, is hereby amended by deleting Section 4.",
        "delete_provision 4",
    ),
    (
        "The Pledge Agreement, dated as of May 1, 2018, is hereby further amended as follows:\n"
        "(a) Section 2 is hereby deleted.\n"
        '(b) The words "ten barges" in Section 3 are replaced with "twelve barges".\n'
        '(c) The definition of "Barge" is deleted.\n'
        "(d) Section 5 of the Credit Agreement is deleted.\n"
        '(e) The definition of "Wheat" in the Credit Agreement is deleted.',
        "delete_provision Pledge Agreement:2\n"
        "replace_text Pledge Agreement:3: ten barges -> twelve barges\n"
        "delete_provision Pledge Agreement:#Barge\n"
        "delete_provision 5\n"
        "delete_provision #Wheat",
    ),
    (
        "The Guaranty is amended by deleting Section 4. The Credit Agreement is amended by deleting Section 5 thereof. "
        "Section 8 is deleted.",
        "delete_provision Guaranty:4\ndelete_provision 5\ndelete_provision 8",
    ),
    (
        'A new Section 9 is hereby added to the Guaranty:\n"9. Barges. They are kept dry."',
        "add_provision Guaranty:9: 9. Barges. They are kept dry.",
    ),
    (
        'The Mill Lease is amended by adding the following new Section 11:\n"11. Water. It is shared."',
        "add_provision Mill Lease:11: 11. Water. It is shared.",
    ),
    ("The parties hereby amend the Mill Lease by deleting Section 3.", "delete_provision Mill Lease:3"),
    ('The words "ten" are hereby deleted from the Guaranty.', "delete_text Guaranty:*: ten"),
    (
        'The word "ten" is hereby replaced with "twelve" in the Guaranty.',
        "replace_text Guaranty:*: ten -> twelve",
    ),
    (
        'The parties agree to delete the word "ten" from the 2018 Plan.',
        "delete_text 2018 Plan:*: ten",
    ),
    (
        "Amendments to the Security Agreement. Section 7 is hereby deleted.",
        "delete_provision Security Agreement:7",
    ),
]
AT_LARGE = [
    ('The Credit Agreement is further amended by deleting "blue" wherever it appears.', "delete_text *: blue"),
    ('"Blue" is hereby replaced with "green" throughout the Credit Agreement.', "replace_throughout *: Blue -> green"),
    ('Each reference in the Credit Agreement to "blue" is replaced with "green".', "replace_throughout *: blue -> green"),
    ('Each reference to "blue" is replaced with "green".', "replace_throughout 9: blue -> green"),
    (
        'Section 7 of the Credit Agreement is amended by deleting each reference to "blue".',
        "delete_text 7: blue",
    ),
]
OF_THE_AGREEMENT = [
    "Your Credit Agreement is hereby amended by deleting Section 4.",
    "The Miller's Credit Agreement is hereby amended by deleting Section 4.",
    "The 2018 Credit Agreement is hereby amended by deleting Section 4.",
    "Section 4 is hereby deleted in its entirety pursuant to the Guaranty.",
    "Section 4 is hereby deleted to conform to the Guaranty.",
]
UNREAD = [
    "The Harvest Budget is hereby amended by deleting Section 4 thereof.",  # which may be no document
    "The Harvest Budget is hereby amended as follows:\n(a) Section 2 is hereby deleted.",
    "The Guaranty and the Note are hereby amended by deleting Section 4 thereof.",
    "The Mill Schedule attached to the Guaranty is amended by deleting Section 4.",
    # one text for provisions of several documents is a paragraph that gives itself no number
    "Section 8.4 of the Credit Agreement and Section 8.5 of the First Amendment are amended and restated in full to read as follows:\n"
    "“Tolls. The toll is $5.\nTolls in May. The toll is $6.”",
    "Section 8.4 of the Credit Agreement and Section 8.5 of the First Amendment are amended and restated in full to read as follows:\n"
    "“The tolls of this Section 8.4 are shared.”",
    "Section 4 of the Credit Agreement and Section 4 of the Mill Lease are amended and restated in full to read as follows:\n"
    "“Tolls. The toll is $5.\nRent. The rent is $6.”",
    "Section 2(a) of the Credit Agreement and Section 1(b) of the First Amendment are deleted and replaced by the following:\n"
    "“(b) The wage is $5.”",
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_falls_on_the_document_that_it_names(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", UNREAD)
def test_an_order_on_what_may_be_no_document_or_several_is_shown(sentence: str) -> None:
    assert_unread(sentence)


@pytest.mark.parametrize("sentence", OF_THE_AGREEMENT)
def test_the_agreement_is_known_by_its_name_with_what_stands_before_it(sentence: str) -> None:
    assert_orders(sentence, "delete_provision 4")


@pytest.mark.parametrize(("sentence", "expected"), AT_LARGE)
def test_what_is_changed_all_over_the_agreement_is_of_no_provision_spoken_of_before(sentence: str, expected: str) -> None:
    read = amendment(f'Section 9 of the Credit Agreement is amended by deleting "red". {sentence}')
    assert [shown(operation) for operation in read.operations] == ["delete_text 9: red", expected]
    read = amendment(f"Amendment to Section 9. {sentence}")
    assert [shown(operation) for operation in read.operations] == [expected]


def test_a_caption_that_names_a_part_of_the_agreement_names_no_other_document() -> None:
    assert_orders(
        "Changes to Clause 9 of the Credit Agreement. The millers agree to change Clause 9, which shall read as follows:\n“9. The mill.”",
        "replace_provision 9: 9. The mill.",
    )
