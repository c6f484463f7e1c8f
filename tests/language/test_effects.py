"""Effects that are told without editing words, and sentences that only seem to tell one."""

import pytest

from conformed.basis import FindingKind
from conformed.language import Class
from conformed.language.sentences.wording import CHANGES
from tests.written import amendment, assert_orders, assert_unread, open_sentences, shown

TOLD = [
    (
        "Each of the table of contents and the lists of Exhibits of the Credit Agreement shall be amended to reflect the changes of the mill.",
        "override *: Each of the table of contents and the lists of Exhibits of the Credit Agreement shall be amended to reflect the changes of the mill",
    ),
    (
        "The Mill Price is, pursuant to the terms of this Change Order, hereby decreased to $500.",
        "override #Mill Price: The Mill Price is, pursuant to the terms of this Change Order, hereby decreased to $500",
    ),
    ("The Credit Agreement is amended to reflect the changes of the mill.", "override *: reflect the changes of the mill"),
    (
        "From and after March 1, 2021, the Miller's Salary shall change to $5 per month.",
        "override #Salary: From and after March 1, 2021, the Miller's Salary shall change to $5 per month",
    ),
    (
        "The miller's position shall change, and he shall no longer be in charge of the barge.",
        "override *: The miller's position shall change, and he shall no longer be in charge of the barge",
    ),
    (
        "Section 4.2 of the Credit Agreement is amended to provided that, effective as of May 1, 2021, the Wage is increased to $9, subject to a cut.",
        "override 4.2: effective as of May 1, 2021, the Wage is increased to $9, subject to a cut",
    ),
    (
        "The Borrower and the Lenders agree that (a) the aggregate principal amount of the Barge Commitments shall be permanently reduced to $80,000.",
        "override #Barge Commitments: the aggregate principal amount of the Barge Commitments shall be permanently reduced to $80,000",
    ),
    (
        "Section 3 of the Credit Agreement is amended to provide that the miller pays a Toll. “Toll” shall mean ten oats.",
        "override 3: the miller pays a Toll. “Toll” shall mean ten oats",
    ),
    (
        "Toll Date as defined and used in the Credit Agreement shall be set, changed and modified as May 4, 2021.",
        "override #Toll Date: Toll Date as defined and used in the Credit Agreement shall be set, changed and modified as May 4, 2021",
    ),
    (
        "The parties agree that the Credit Agreement shall terminate effective May 1, 2021.",
        "override *: The parties agree that the Credit Agreement shall terminate effective May 1, 2021",
    ),
    (
        "The parties agree to amend Section 2.1 of the Credit Agreement such that the Credit Agreement shall continue through October 31, 2021.",
        "override 2.1: the Credit Agreement shall continue through October 31, 2021",
    ),
    (
        "The table at the end of Section 4.01 of the Credit Agreement shall be amended such that for the milling year 2021 the wage shall be $100.",
        "override 4.01: for the milling year 2021 the wage shall be $100",
    ),
    (
        "The Credit Agreement is hereby amended, effective as of August 1, 2021, to provide that the miller shall be paid in oats.",
        "override *: the miller shall be paid in oats",
    ),
    (
        "The Credit Agreement is hereinafter revised to reflect the change of the Note that is set forth above.",
        "override *: reflect the change of the Note that is set forth above",
    ),
    (
        "The term of the Miller's employment hereunder shall be extended to April 30, 2026.",
        "override *: The term of the Miller's employment hereunder shall be extended to April 30, 2026",
    ),
    (
        "When you become the Director of Barges, your compensation will be reduced to $100 per year.",
        "override *: When you become the Director of Barges, your compensation will be reduced to $100 per year",
    ),
    (
        "The Wage in Schedule A of the Credit Agreement is amended to Forty Five Thousand Dollars ($45,000).",
        "override Schedule A: The Wage in Schedule A of the Credit Agreement is amended to Forty Five Thousand Dollars ($45,000)",
    ),
    (
        "Amendment to Interest Rate. Beginning on February 1, 2021, interest shall be fixed at an annual rate of 7.38%.",
        "override *: Beginning on February 1, 2021, interest shall be fixed at an annual rate of 7.38%",
    ),
    (
        "Paragraph 5.2 of the Credit Agreement shall be restored to read as originally written.",
        "override 5.2: Paragraph 5.2 of the Credit Agreement shall be restored to read as originally written",
    ),
    (
        "The Barge Option Agreement between you and the Borrower, dated May 1, 2019, is hereby amended to provide that, if you are released under "
        "Section 3(d) of the Credit Agreement, the barges are yours.",
        "override Barge Option Agreement:*: The Barge Option Agreement between you and the Borrower, dated May 1, 2019, is hereby amended to provide "
        "that, if you are released under Section 3(d) of the Credit Agreement, the barges are yours",
    ),
    (
        "The Credit Agreement is hereby amended to provide that, if you are released under Section 3(d), the barges are yours.",
        "override *: if you are released under Section 3(d), the barges are yours",
    ),
    (
        "That the Credit Agreement be and hereby is amended to provide that the miller is a surety.",
        "override *: the miller is a surety",
    ),
    (
        "The Credit Agreement is amended to increase the Wage in Section 3(a) to $5.",
        "override 3(a): increase the Wage in Section 3(a) to $5",
    ),
    (
        "The miller's barge awards shall be amended to provide that the barges are his in May.",
        "override *: The miller's barge awards shall be amended to provide that the barges are his in May",
    ),
    (
        "The Second Amendment is hereby null and voided.",
        "override Second Amendment:*: The Second Amendment is hereby null and voided",
    ),
    (
        "Amendment No. 2 is null and void.",
        "override Amendment No. 2:*: Amendment No. 2 is null and void",
    ),
    (
        "Except as set forth in Section 6, the Credit Agreement, including Section 11(k) thereof, is hereby terminated.",
        "override *: Except as set forth in Section 6, the Credit Agreement, including Section 11(k) thereof, is hereby terminated",
    ),
    (
        "The Side Letter is deleted in its entirety.",
        "override Side Letter:*: The Side Letter is deleted in its entirety",
    ),
    (
        "Effective September 1, 2026, the Miller's title will be “Keeper of the Weir”.",
        "override *: Effective September 1, 2026, the Miller's title will be “Keeper of the Weir”",
    ),
    (
        "The miller shall no longer receive the toll that is set forth in Section 4 of the Credit Agreement.",
        "override 4: The miller shall no longer receive the toll that is set forth in Section 4 of the Credit Agreement",
    ),
    (
        "Everywhere in the Credit Agreement, the phrases “end of his work” and “end” shall mean the day on which the miller leaves.",
        "override *: Everywhere in the Credit Agreement, the phrases “end of his work” and “end” shall mean the day on which the miller leaves",
    ),
    (
        "Everywhere in the Credit Agreement, the phrases “end of [his] work” or “end” shall be replaced with the miller's “Leave” from the mill.",
        "override *: Everywhere in the Credit Agreement, the phrases “end of [his] work” or “end” shall be replaced with the miller's “Leave” from "
        "the mill",
    ),
    (
        "The way that is set out in Section 10.8 shall not be applicable to the new lenders under the Credit Agreement.",
        "override 10.8: The way that is set out in Section 10.8 shall not be applicable to the new lenders under the Credit Agreement",
    ),
    (
        "Section 5 of the First Amendment is hereby rescinded.",
        "delete_provision First Amendment:5",
    ),
    (
        'The definition of "Mills" is amended to include the Weir Mill and any other mill that is leased from time to time.',
        "override #Mills: include the Weir Mill and any other mill that is leased from time to time",
    ),
    (
        "The purpose of this Amendment is to set the wage, and any provision in the Credit Agreement to the contrary shall be of no further force and effect.",
        "override *: The purpose of this Amendment is to set the wage, and any provision in the Credit Agreement to the contrary shall be of no further "
        "force and effect",
    ),
    (
        "The parties agree that neither the sale of the barge nor this Amendment shall be considered grounds to constitute Good Cause under "
        "Section 11 of the Credit Agreement.",
        "override 11#Good Cause: The parties agree that neither the sale of the barge nor this Amendment shall be considered grounds to constitute "
        "Good Cause under Section 11 of the Credit Agreement",
    ),
    (
        'All references in the Credit Agreement to the "Mill Papers" shall be deemed to include this Amendment.',
        'override #Mill Papers: All references in the Credit Agreement to the "Mill Papers" shall be deemed to include this Amendment',
    ),
    (
        'Notwithstanding Sections 3.1 and 4.2 of the Credit Agreement, the Borrower need not invest.',
        'override 3.1: Notwithstanding Sections 3.1 and 4.2 of the Credit Agreement, the Borrower need not invest\noverride 4.2: Notwithstanding Sections 3.1 and 4.2 of the Credit Agreement, the Borrower need not invest',
    ),
    (
        'Notwithstanding Section 3.1 of the Credit Agreement and Section 2(b) of the Fourth Amendment, the miller may sell the barge.',
        'override 3.1: Notwithstanding Section 3.1 of the Credit Agreement and Section 2(b) of the Fourth Amendment, the miller may sell the barge\noverride Fourth Amendment:2(b): Notwithstanding Section 3.1 of the Credit Agreement and Section 2(b) of the Fourth Amendment, the miller may sell the barge',
    ),
    (
        'Notwithstanding Section 3.1 of the Credit Agreement (as described in Section 9 of the Credit Agreement), the miller may sell the barge.',
        'override 3.1: Notwithstanding Section 3.1 of the Credit Agreement (as described in Section 9 of the Credit Agreement), the miller may sell the barge',
    ),
    (
        'Sections 6 and 8 of the Credit Agreement shall not apply to the sale of the barge.',
        'override 6: Sections 6 and 8 of the Credit Agreement shall not apply to the sale of the barge\noverride 8: Sections 6 and 8 of the Credit Agreement shall not apply to the sale of the barge',
    ),
    (
        'The wages pursuant to Sections 6(a) and 6(b) of the Credit Agreement shall be paid at the rate of $800.',
        'override 6(a): The wages pursuant to Sections 6(a) and 6(b) of the Credit Agreement shall be paid at the rate of $800\noverride 6(b): The wages pursuant to Sections 6(a) and 6(b) of the Credit Agreement shall be paid at the rate of $800',
    ),
    (
        'The Tolls set forth in Sections 3.1 and 3.2 of the Credit Agreement are hereby increased to $5.',
        'override 3.1: The Tolls set forth in Sections 3.1 and 3.2 of the Credit Agreement are hereby increased to $5\noverride 3.2: The Tolls set forth in Sections 3.1 and 3.2 of the Credit Agreement are hereby increased to $5',
    ),
    (
        "None of the following will constitute or result in a “Change of Owner” under the Credit "
        "Agreement: (i) the sale of the mill; or (ii) the sale of the dock.",
        "override #Change of Owner: None of the following will constitute or result in a “Change of "
        "Owner” under the Credit Agreement: (i) the sale of the mill; or (ii) the sale of the dock",
    ),
    (
        'The Harvest constitutes both a Harvest Event and Change of Owner (as such terms are used in the Credit Agreement).',
        'override #Harvest Event: The Harvest constitutes both a Harvest Event and Change of Owner (as such terms are used in the Credit Agreement)\noverride #Change of Owner: The Harvest constitutes both a Harvest Event and Change of Owner (as such terms are used in the Credit Agreement)',
    ),
    (
        'The sale of the mill shall constitute a Change in Owner for purposes of the Credit Agreement.',
        'override #Change in Owner: The sale of the mill shall constitute a Change in Owner for purposes of the Credit Agreement',
    ),
    (
        'Upon the execution of this Amendment, the Credit Agreement and the other Barge Agreements are hereby amended in such a manner as to be consistent with it.',
        'override *: Upon the execution of this Amendment, the Credit Agreement and the other Barge Agreements are hereby amended in such a manner as to be consistent with it\noverride Barge Agreements:*: Upon the execution of this Amendment, the Credit Agreement and the other Barge Agreements are hereby amended in such a manner as to be consistent with it',
    ),
    (
        'The miller agrees that the Credit Agreement and such Oats Award Agreement are hereby amended to reflect that the award under Paragraph 1 of such Oats Award Agreement was of ten sacks.',
        'override *: the Credit Agreement and such Oats Award Agreement are hereby amended to reflect that the award under Paragraph 1 of such Oats Award Agreement was of ten sacks\noverride Oats Award Agreement:*: the Credit Agreement and such Oats Award Agreement are hereby amended to reflect that the award under Paragraph 1 of such Oats Award Agreement was of ten sacks',
    ),
    (
        'The miller agrees to a reduction of his current base wage of $50 (“Base Wage”) to $40.',
        'override #Base Wage: The miller agrees to a reduction of his current base wage of $50 (“Base Wage”) to $40',
    ),
    (
        "The miller's Base Salary shall be $40 each year.",
        "override #Base Salary: The miller's Base Salary shall be $40 each year",
    ),
    (
        "The miller's base salary shall be $60 each year (the “Base Salary”), which is paid in oats.",
        "override #Base Salary: The miller's base salary shall be $60 each year (the “Base Salary”), which is paid in oats",
    ),
    (
        "The miller's base salary shall be $60 each year (the “New Amount”), which is paid in oats.",
        "override *: The miller's base salary shall be $60 each year (the “New Amount”), which is paid in oats",
    ),
]
NOT_TOLD = [
    "Barns are extended by ten feet.",
    "The Miller shall be released from this undertaking if the barge is sold.",
    "If the mill is sold, the Credit Agreement is terminated.",
    "The miller keeps the barge when the Credit Agreement is terminated by the Lenders.",
    "Any pledge without the consent of the Agent shall be null and void.",
    "The Borrower represents that the Mill Lease is terminated.",
    "This Amendment supersedes the Terms Sheet, which is hereby terminated.",
    "Notwithstanding any provision to the contrary in the Credit Agreement, the Credit Agreement is hereby amended as follows:",
    "The board asked what the miller's salary shall be in the year that comes.",
    "No event has occurred that would constitute an Event of Default under the Credit Agreement.",
    "This Amendment shall constitute a Loan Document under the Credit Agreement.",
    "The Loans owed under the Credit Agreement constitute “Senior Debt” as defined in such Indenture, to which the Credit Agreement is no party.",
    'All references in the Credit Agreement to "this Agreement", "hereof" and the like shall mean the Credit Agreement as amended hereby.',
    "This Section 4 shall not apply to the barge.",
    "The Lender agrees to extend credit to the Borrower.",
    "The cross-references of this Amendment shall be updated accordingly.",
    "The Credit Agreement is amended to provide that all references to the Credit Agreement shall mean the Credit Agreement as amended hereby.",
    "Any and all prior agreements, understandings and representations on the mill are hereby terminated.",
    "If you agree with the foregoing amendment of the Credit Agreement, please sign this letter, whereupon the Credit Agreement will be deemed amended.",
    "The Borrower hereby restates the representations that are made in Article 3 of the Credit Agreement.",
    "The claims that were told in Section 5 of the Mill Act were rescinded by the miller.",
    "As used in this paragraph, the term “Mill” shall mean the Weir Mill.",
    "The miller shall no longer receive the toll that is told in Section 4 of the Mill Lease.",
    "Any provision in the Mill Lease to the contrary shall be of no further force.",
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_an_effect_stands_beside_what_it_bears_on(sentence: str, expected: str) -> None:
    assert [shown(operation) for operation in amendment(sentence).operations] == expected.split("\n")


@pytest.mark.parametrize(
    "lead",
    [
        "Notwithstanding anything to the contrary in the Credit Agreement, the miller is entitled to receive:",
        "Notwithstanding anything to the contrary in the Credit Agreement, from the later of (i) the harvest and (ii) May, the miller may receive:",
    ],
)
def test_an_effect_holds_the_list_to_which_it_leads(lead: str) -> None:
    listed = "(a) the tolls of the year; and\n\n(b) his barge."
    (told,) = amendment(f"{lead}\n\n{listed}\n\nThe mill is old.").operations
    assert told.new is not None
    assert " ".join(told.new.words.split()) == f"{lead} {' '.join(listed.split())}"


def test_a_list_of_changes_is_no_part_of_the_effect_that_leads_to_it() -> None:
    read = amendment(
        "Notwithstanding anything to the contrary in the Credit Agreement, the miller may receive:\n\n(a) a barge; and\n\n(b) Section 4 is deleted."
    )
    assert not any(one.new and "Section 4" in one.new.words for one in read.operations)


def test_a_sentence_that_is_told_with_what_is_provided_is_not_told_again() -> None:
    read = amendment("Section 5 of the Credit Agreement is amended to provide that the rent is $5. From May 1, 2021, the miller's base salary shall be $6.")
    assert [str(operation.target) for operation in read.operations] == ["5"]


def test_words_that_also_bear_on_a_term_are_told_there_too() -> None:
    rest = "The sale shall constitute a Change of Owner under the Credit Agreement."
    read = amendment(f"Section 5 of the Credit Agreement is amended to provide that the barge may be sold. {rest}")
    assert [str(operation.target) for operation in read.operations] == ["5", "#Change of Owner"]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_a_sentence_that_tells_no_effect_on_the_agreement(sentence: str) -> None:
    assert not amendment(sentence).operations


def test_a_lead_that_speaks_of_its_own_section_orders_nothing_itself() -> None:
    lead = "The Credit Agreement shall be amended on the First Day in the manner provided in this Section 1."
    read = amendment(f"{lead}\n(a) Section 4 is deleted.")
    assert [shown(operation) for operation in read.operations] == ["delete_provision 4"]
    assert not read.findings


def test_references_of_which_no_words_are_told_are_struck_nowhere() -> None:
    read = amendment("Section 7.1(c) of the Credit Agreement is hereby deleted, and all references thereto are hereby deleted.")
    assert [shown(operation) for operation in read.operations] == ["delete_provision 7.1(c)"]
    assert [finding.kind for finding in read.findings] == [FindingKind.UNREAD]


def test_an_effect_under_a_proviso_is_shown() -> None:
    read = amendment(
        "The tenancy shall end in May; provided that (i) the Mill Term shall be extended for one year in the event that the miller asks."
    )
    assert not read.operations
    assert Class.UNREAD in {piece.what for piece in read.account}


@pytest.mark.parametrize(
    "item",
    [
        "This Amendment is effective in May of the next year.",
        "This Agreement shall become effective in May of the next year.",
        "The parties will execute all papers that the miller asks for.",
        "The Borrower hereby waives its rights to the barge and will not ask for it.",
        "which is the wage that is due to the miller",
        "Wages of the miller",
    ],
)
def test_what_stands_in_a_list_of_amendments_and_changes_nothing(item: str) -> None:
    read = amendment(f"The Credit Agreement is amended as follows:\n(a) Section 4 is deleted.\n(b) {item}")
    assert [shown(operation) for operation in read.operations] == ["delete_provision 4"]


def test_an_item_of_a_list_that_speaks_of_leaving_voluntarily_is_read() -> None:
    read = amendment(
        "The Credit Agreement is amended as follows:\n(a) Section 4 is deleted.\n(b) The wage is $5 if the miller voluntarily leaves."
    )
    assert [shown(one) for one in read.operations] == [
        "delete_provision 4",
        "override *: The wage is $5 if the miller voluntarily leaves",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "The parties agree as follows:",
        "The last bullet of Section 4 of the Credit Agreement is modified as follows:",
        "The Agent is told as follows of the mill that was changed:",
    ],
)
def test_an_item_under_another_lead_changes_nothing(lead: str) -> None:
    assert not amendment(f"{lead}\n(a) The miller's wage is $5 in May.\n(b) The barges are kept in June.").operations


def test_what_only_points_to_a_text_is_no_effect() -> None:
    read = amendment("Section 8 of the Credit Agreement shall be amended to reflect as follow 8(b). Sale of the mill.")
    assert [operation for operation in read.operations if operation.action == "override"] == []
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


def test_a_waiver_needs_no_hereby() -> None:
    read = amendment("The Agent waives compliance with Section 2.4 of the Credit Agreement until May 1, 2027.")
    assert [(str(waiver.provisions[0]), str(waiver.last)) for waiver in read.waivers] == [("2.4", "2027-05-01")]
    assert not amendment("The Agent may waive the requirement of a yearly audit of the mill.").waivers


@pytest.mark.parametrize(
    "sentence",
    [
        "The conditions set forth in Section 4 of the Credit Agreement shall be satisfied on May 1, 2020.",
        "The representations set forth in Section 5 of the Credit Agreement shall be true as of May 1, 2020.",
        "If the wage pursuant to Section 3 is due, the miller shall pay what is due under Section 4 of the Credit Agreement at once.",
        "The tolls under Section 4 of the Credit Agreement shall be shared.",
        "The toll under Section 4 of the Credit Agreement of $5 has been paid.",
    ],
)
def test_what_only_leans_on_a_provision_is_no_change_of_what_it_provides_for(sentence: str) -> None:
    assert not amendment(sentence).operations


def test_that_no_event_has_happened_of_which_the_agreement_speaks_is_shown() -> None:
    assert_unread("The miller acknowledges that “Good Reason” under the Credit Agreement has not occurred before this day.")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Toll Sum is hereby increased to:\nIn May, $5.\nIn June, $6.",
            "override #Toll Sum: The Toll Sum is hereby increased to: In May, $5. In June, $6.",
        ),
        (
            "Notwithstanding anything in Section 4 of the Credit Agreement to the contrary, the Toll shall be A plus B, where—\n"
            "A is (1) $5 or (2) $6; and\nB is $2.",
            "override 4: Notwithstanding anything in Section 4 of the Credit Agreement to the contrary, the Toll shall be A plus B, where— "
            "A is (1) $5 or (2) $6; and B is $2.",
        ),
    ],
)
def test_what_stands_behind_a_colon_is_told_with_the_words_that_lead_to_it(body: str, expected: str) -> None:
    assert [shown(operation) for operation in amendment(body).operations] == [expected]


def test_an_effect_that_leads_nowhere_is_shown_and_not_told() -> None:
    read = amendment("The Toll Sum is hereby increased to:")
    assert not read.operations
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


@pytest.mark.parametrize(
    "done",
    [
        "Section 5.1 of the Credit Agreement is hereby rearranged so as to be clearer.",
        "Sections 5.1 and 5.2 of the Credit Agreement are hereby swapped.",
        "The Toll Cap as provided for in Section 5.1 of the Credit Agreement is hereby established as $700.",
        "Section 5.1 of the Credit Agreement is no longer applicable.",
        "Schedule 2 to the Credit Agreement shall be disregarded.",
    ],
)
def test_what_is_done_with_a_provision_in_a_word_that_is_not_known_is_shown(done: str) -> None:
    assert FindingKind.UNREAD in {finding.kind for finding in amendment(done).findings}


@pytest.mark.parametrize(
    "left",
    [
        "Section 5.1 of the Credit Agreement is hereby incorporated herein by reference.",
        "Section 5.1 of the Credit Agreement is hereby ratified.",
        "The form of Exhibit A is hereby approved by the Lenders.",
    ],
)
def test_what_leaves_a_provision_as_it_is_is_no_change(left: str) -> None:
    assert not open_sentences(amendment(left))


def test_an_effect_within_the_words_that_are_put_in_is_none_of_its_own() -> None:
    sentence = (
        "The first sentence of Section 4 of the Credit Agreement is revised to read in full as follows: “The toll is $5 (the “Toll Sum”); "
        "provided that the Toll Sum shall be increased to $6 in May.”"
    )
    assert_orders(
        sentence,
        "replace_provision 4~sentence 1: The toll is $5 (the “Toll Sum”); provided that the Toll Sum shall be increased to $6 in May.",
    )


def test_a_sentence_of_a_text_that_is_put_in_is_not_read_once_more() -> None:
    supplement = "If the mill burns, the Toll Sum shall be increased by the cost of the mill."
    assert_orders(f"Section 5 of the Credit Agreement is supplemented. {supplement}", f"override 5: {supplement}")


def test_a_change_of_something_else_is_told_with_what_it_changes() -> None:
    before = "The Credit Agreement and the barge awards shall be amended to provide that oats are free."
    told = "In addition, the miller’s rights in the awards shall be amended to reflect the toll."
    for operation in amendment(f"{before} {told}").operations:
        assert operation.new is not None
        assert not operation.new.words.startswith("reflect")


@pytest.mark.parametrize("words", ["an alternative mill", "upon a Change of Control", "a change in control", "at its address"])
def test_a_word_that_only_begins_like_a_verb_of_editing_is_none(words: str) -> None:
    assert CHANGES.search(words) is None


def test_a_term_that_is_told_to_be_revised_to_a_figure_is_shown_where_it_is_not_read() -> None:
    assert_unread("1. The milling year shall be amended to 2021.")
