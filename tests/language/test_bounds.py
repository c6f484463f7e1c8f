"""What opens a clause, or leads to a list, bounds what is told in it: it is told with it, or not at all."""

import pytest

from conformed.language import Class
from tests.written import amendment, assert_orders, assert_unread, shown

OPENED = [
    (
        "From and after March 1, 2020, the Toll Term is hereby extended to June 30, 2024.",
        "override #Toll Term: From and after March 1, 2020, the Toll Term is hereby extended to June 30, 2024",
    ),
    (
        "The parties agree that, subject to the Mill Lease, the Toll Term is hereby extended to June 30, 2024.",
        "override #Toll Term: subject to the Mill Lease, the Toll Term is hereby extended to June 30, 2024",
    ),
    (
        "If the Borrower is not in default, the Toll Sum shall be increased by $5 and the Toll Term shall be extended by one day.",
        "override #Toll Sum: If the Borrower is not in default, the Toll Sum shall be increased by $5\n"
        "override #Toll Term: If the Borrower is not in default, the Toll Sum shall be increased by $5 and the Toll Term shall be extended by one day",
    ),
    (
        "The parties agree that, from and after March 1, 2020, Ms. Thorne's Toll Sum is increased to $5 and",
        "override #Toll Sum: from and after March 1, 2020, Ms. Thorne's Toll Sum is increased to $5",
    ),
    (
        "Effective March 1, 2020, the wage under Paragraph 3.1 of the Credit Agreement is increased to $350.",
        "override 3.1: Effective March 1, 2020, the wage under Paragraph 3.1 of the Credit Agreement is increased to $350",
    ),
    (
        'From and after the date of this Amendment, all references in the Credit Agreement to the "Miller" shall mean Ada Thorne.',
        'override #Miller: From and after the date of this Amendment, all references in the Credit Agreement to the "Miller" shall mean Ada Thorne',
    ),
]
UNDER_A_CONDITION = [
    "If the mill is idle, then\n(i) the Toll Term shall be extended by one day and\n(ii) the Toll Sum shall be reduced by $5.",
    "If the mill is sold:\n(a) Section 4 of the Credit Agreement is deleted; and\n(b) the Toll Term shall be extended by one day.",
    "The mill is idle; provided, however, that:\n(a) Section 4 of the Credit Agreement is deleted; and\n(b) Section 5 of the Credit Agreement is deleted.",
    "Prior to the closing of the Mill Sale:\n(a) Section 4 of the Credit Agreement is deleted; and\n(b) Section 5 of the Credit Agreement is deleted.",
    "Subject to the consummation of the Mill Sale, the parties agree:\n(a) Section 4 is deleted.\n(b) Section 5 is deleted.",
    "Upon the termination of the Mill Lease, the parties agree:\n(a) Section 4 is deleted.\n(b) Section 5 is deleted.",
]
UNDER_NONE = [
    "The mill is idle if no grain is there. The Credit Agreement is amended as follows:\n(a) Section 4 of the Credit Agreement is deleted.",
    "The Borrower shall tell the Agent:\n(a) if the mill is sold; and\n(b) when the barge is.\n(c) Section 4 of the Credit Agreement is deleted.",
]


@pytest.mark.parametrize(("sentence", "expected"), OPENED)
def test_an_effect_is_told_with_the_words_that_open_it(sentence: str, expected: str) -> None:
    assert [shown(operation) for operation in amendment(sentence).operations] == expected.split("\n")


@pytest.mark.parametrize("body", UNDER_A_CONDITION)
def test_what_stands_under_a_condition_is_shown_and_not_applied(body: str) -> None:
    read = amendment(body)
    assert not read.operations
    assert sum(piece.what is Class.UNREAD for piece in read.account) == 2


@pytest.mark.parametrize("body", UNDER_NONE)
def test_a_condition_of_something_else_bounds_no_order(body: str) -> None:
    read = amendment(body)
    assert [shown(operation) for operation in read.operations] == ["delete_provision 4"]


@pytest.mark.parametrize(
    "plan",
    [
        "The Credit Agreement will be further amended in a manner consistent with Appendix I, which is attached hereto.",
        "Section 4 of the Credit Agreement shall be amended by a separate amendment to read as set forth in Exhibit A.",
    ],
)
def test_an_amendment_that_is_to_come_is_shown_and_not_applied(plan: str) -> None:
    read = amendment(plan)
    assert not read.operations
    assert Class.UNREAD in {piece.what for piece in read.account}


def test_an_amendment_in_the_manner_that_follows_is_one() -> None:
    read = amendment(
        "The Credit Agreement shall be amended in the following manner:\n(a) Section 4 is deleted."
    )
    assert [shown(operation) for operation in read.operations] == ["delete_provision 4"]


def test_what_a_list_is_amended_for_a_time_only_is_shown_and_not_applied() -> None:
    lead = "Section 2.4 of the Credit Agreement is hereby amended{} by:"
    items = '\n(a) deleting "ten" and substituting therefor "twenty"; and\n(b) deleting "five" and substituting therefor "six".'
    read = amendment(lead.format(" solely for the period to May 1, 2021") + items)
    assert not read.operations
    assert [str(finding.kind) for finding in read.findings] == ["Unread"] * len(read.findings)
    assert sum(piece.what is Class.UNREAD for piece in read.account) == 2
    assert len(amendment(lead.format("") + items).operations) == 2


FOR_SOME = [
    "Section 7 is hereby deleted no later than May 1, 2021.",
    "The parties intend to delete Section 7.",
    "Section 7 ought to be deleted.",
    "Section 7 is hereby deleted with the exception of clause (b).",
    "Section 7 is hereby deleted apart from clause (b).",
    "Section 7 is hereby deleted down to clause (b).",
    "Section 7 is hereby deleted beginning with clause (b).",
    "Section 7 is hereby deleted from clause (b) onward.",
    "Section 7 is hereby deleted as of the Closing.",
    'Section 7 is amended by replacing "ten" with "two" for the fiscal quarter ending March 31, 2020.',
    'Section 7 is amended by replacing "ten" with "two" for the fiscal quarters ending in 2020 only.',
    'Section 7 is amended by replacing "ten" with "two" during the period from May 1, 2020 to June 1, 2020.',
    'Section 7 is hereby amended, for the milling season of 2020, by replacing "ten" with "two".',
    'Section 7 is amended by replacing "ten" with "two" until such time as the barge is sold.',
    'Section 7 is amended by replacing "ten" with "two" in the case of barges that were hired in May.',
    'Section 7 is amended by replacing "ten" with "two" on a one-time basis.',
    'Section 7 is amended by replacing "ten" with "two" through and including June 30, 2020.',
    "Section 7 is hereby deleted for the year 2020.",
]
FOR_GOOD = [
    (
        "Section 7 is replaced with the following (the underlined language being added):\n7. Tolls. None.",
        "replace_provision 7: 7. Tolls. None.",
    ),
    ('The words "on Mondays" are hereby deleted from clause (b) of Section 7.', "delete_text 7(b): on Mondays"),
    ('Section 7 is amended by substituting "two" for the word "ten".', "replace_text 7: ten -> two"),
    (
        'Section 7 is hereby amended and restated, for the period commencing with the date hereof, to read as follows:\n"7. Mills. None."',
        "replace_provision 7: 7. Mills. None.",
    ),
    (
        'Section 7 is amended by deleting "ten barges for the year 2020" and substituting "two" therefor.',
        "replace_text 7: ten barges for the year 2020 -> two",
    ),
]


@pytest.mark.parametrize("sentence", FOR_SOME)
def test_a_change_for_a_time_or_of_some_alone_is_not_applied_whole(sentence: str) -> None:
    assert_unread(sentence)


@pytest.mark.parametrize(("sentence", "expected"), FOR_GOOD)
def test_a_change_without_an_end_is_applied(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


NOT_SURE = [
    "Section 7, to the extent it speaks of barges, is hereby deleted.",
    'Section 7 is, to the extent it speaks of barges, amended by replacing "ten" with "two".',
    "Section 7, as it applies to barges, is hereby deleted.",
    "As it relates to barges, Section 7 is hereby deleted.",
    "All but the first sentence of Section 7 is hereby deleted.",
    "Everything but clause (b) of Section 7 is hereby deleted.",
    "Section 7 is amended by deleting all of the words but the first sentence thereof.",
    'Section 7 is amended by replacing "ten" with "two" in all places but one.',
    "Section 7, but not Section 8, is hereby deleted.",
    "Not Section 7 but Section 8 is hereby deleted.",
    "Either Section 7 or Section 8 is hereby deleted.",
    "Section 7 or Section 8, whichever speaks of barges, is hereby deleted.",
    "Section 7 through Section 9 are hereby deleted.",
    "The changes made by Section 7 are hereby deleted.",
    'Section 7 shall be deemed amended by replacing "ten" with "two" if a Default occurs.',
    'Section 7 is amended by replacing "ten" with "two" unless the Agent objects.',
    'Section 7 is amended by replacing "ten" with "two", subject to the approval of the Lenders.',
    'Section 7 will be amended by replacing "ten" with "two" at the next anniversary.',
    'Each Lender agrees that, as to it alone, Section 7 is amended by replacing "ten" with "two".',
    'Section 7 is amended by replacing "ten" (in the first sentence only) with "two".',
    'Section 7 is amended by replacing "ten" with "two" wherever appropriate.',
    'Section 7 is amended by replacing "ten" with either "two" or "three", as the Agent elects.',
    "The parties considered deleting Section 7 and decided not to do so.",
    "Nothing herein shall be deemed to delete Section 7.",
    "Upon the occurrence of a Default, Section 7 is hereby deleted.",
    "Section 7 is hereby amended with regard to notices to the Borrower to read as follows:\nTo the mill.",
    "Section 7 is hereby deleted as regards barges.",
    "Section 7 is replaced with the following (the underlined language being added and the strikethrough language being deleted):\n7. Tolls. In the In any May.",
    "Section 7 is amended to read as follows (deleted text is shown in brackets):\n7. Tolls. In [the] any May.",
    "Section 7 is hereby deleted, and upon the closing of the Mill Sale, Section 8 is hereby deleted.",
]


@pytest.mark.parametrize("sentence", NOT_SURE)
def test_what_may_not_be_so_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


def test_conditions_of_the_amendment_itself_bound_no_change() -> None:
    assert_orders(
        'Section 7 is amended by replacing "ten" with "two", subject to the satisfaction of the conditions in Section 4 hereof.',
        "replace_text 7: ten -> two",
    )
