"""Amending language as drafters write it: what each order changes, and what is shown because it is not understood."""

import pytest

from tests.written import amendment, assert_orders, assert_unread, shown

ORDERS = [
    (
        'Section 3.4 is amended by inserting "rye" at the start of the first sentence thereof.',
        "insert_text 3.4~sentence 1: rye before ^",
    ),
    (
        'Section 3.4 is amended by inserting "oats" after the second reference to "rye".',
        "insert_text 3.4: oats after rye (2)",
    ),
    (
        'Section 3.4 is amended by inserting "oats" after the word "rye" the second time it appears.',
        "insert_text 3.4: oats after rye (2)",
    ),
    (
        'Section 1.1 is amended by deleting the defined term "Rye" and its definition.',
        "delete_provision 1.1#Rye",
    ),
    (
        'Section 1.1 is amended by deleting the defined terms "Rye" and "Oats".',
        "delete_provision 1.1#Rye\ndelete_provision 1.1#Oats",
    ),
    (
        'Section 1.1 is amended by deleting the defined term "Rye" and inserting "Oats" in lieu thereof.',
        "replace_text 1.1: Rye -> Oats",
    ),
    (
        'Section 3.4 is amended (i) by deleting "rye"; and (ii) by substituting "oats" for "barley".',
        "delete_text 3.4: rye\nreplace_text 3.4: barley -> oats",
    ),
    (
        'Section 3.4 is amended by deleting "rye" and substituting for it "oats".',
        "replace_text 3.4: rye -> oats",
    ),
    ('Section 3.4 is amended by substituting for "rye" the word "oats".', "replace_text 3.4: rye -> oats"),
    (
        'Section 3.4 is amended by substituting for clause (b) thereof the following:\n"(b) The mill is kept dry."',
        "replace_provision 3.4(b): (b) The mill is kept dry.",
    ),
    (
        'Section 3.4 is amended by (i) deleting "and" at the end of clause (b), (ii) replacing the period at the end of clause (c) with '
        '"; and" and (iii) adding a new clause (d) as follows:\n"(d) oats."',
        "delete_text 3.4(b): and at the end\nreplace_text 3.4(c): . -> ; and at the end\nadd_provision 3.4(d): (d) oats.",
    ),
    (
        'Section 5.7 is amended by striking the cross reference to Section 5.3(iii) and inserting in lieu thereof the cross reference "Section 5.3(ii)".',
        "replace_text 5.7: Section 5.3(iii) -> Section 5.3(ii)",
    ),
    (
        'Section 7(a) is amended by the deletion of the clause "or on any later day".',
        "delete_text 7(a): or on any later day",
    ),
    (
        'The Credit Agreement is hereby amended by the addition of Section 7(c)(ii) as follows:\n"(ii) The mill is kept dry."',
        "add_provision 7(c)(ii): (ii) The mill is kept dry.",
    ),
    (
        "The Credit Agreement is amended to add a new Schedule 3.07 thereto as set forth in Annex V attached hereto.",
        "add_provision Schedule 3.07",
    ),
    (
        'The definition of Good Harvest in Schedule B to the Credit Agreement is hereby replaced in its entirety by the following:\n"Good Harvest" will mean ten bushels.',
        'replace_provision Schedule B#Good Harvest: "Good Harvest" will mean ten bushels.',
    ),
    (
        'The definition of "Ceiling" in Section 1.01 is amended by deleting the number $150,000 therefrom, and substituting in lieu thereof the number $200,000.',
        "replace_text 1.01#Ceiling: $150,000 -> $200,000",
    ),
    (
        'Effective as of January 1, 2021, Section 4(c) is hereby deleted in its entirety, and the following substituted therefor:\n"(c) The mill is kept dry."',
        "replace_provision 4(c): (c) The mill is kept dry.",
    ),
    ("Section 6.01(i) is amended to add a semicolon to the end thereof.", "insert_text 6.01(i): ; after $"),
    (
        "The second sentence of Section 7.04(b) is amended to delete the reference to Exhibit 3.05(a) and to substitute a reference to Exhibit 3.05(e) in lieu thereof.",
        "replace_text 7.04(b)~sentence 2: Exhibit 3.05(a) -> Exhibit 3.05(e)",
    ),
    (
        'The reference to "March 7, 2022" in clause (iv) of Section 10(d) is hereby amended to be a reference to "September 7, 2022".',
        "replace_text 10(d)(iv): March 7, 2022 -> September 7, 2022",
    ),
    (
        'The term "Chief Miller" is deleted from Section 3.2 and replaced with the term "Head Miller."',
        "replace_text 3.2: Chief Miller -> Head Miller",
    ),
    (
        'The term "or asked for" is added after the phrase "handed over" in Section 3.2.',
        "insert_text 3.2: or asked for after handed over",
    ),
    (
        'The references in Section 7(a) and 7(b) to "two (2) months thereafter" shall be amended to read "six (6) months thereafter."',
        "replace_text 7(a): two (2) months thereafter -> six (6) months thereafter\nreplace_text 7(b): two (2) months thereafter -> six (6) months thereafter",
    ),
    (
        'The term "Old Mill" shall be replaced by "New Mill" wherever it appears.',
        "replace_throughout *: Old Mill -> New Mill",
    ),
    (
        'The references to "$5,000" and "$6,000" in Section 6.1 are replaced with "$7,000" and "$8,000", respectively.',
        "replace_throughout 6.1: $5,000 -> $7,000\nreplace_throughout 6.1: $6,000 -> $8,000",
    ),
    (
        'The Credit Agreement is globally amended to remove all references to "Mill" and "Mill Board".',
        "delete_text *: Mill Board\ndelete_text *: Mill",
    ),
    (
        'Section 4.1 of the Credit Agreement is amended by inserting the words "the Mill Note," prior to the words "the Deed".',
        "insert_text 4.1: the Mill Note, before the Deed",
    ),
    (
        "The following is hereby added to Section 1.2.3: Claims rank in this order:\n(i) the Deed; and\n(ii) the Mill Note.",
        "insert_text 1.2.3: Claims rank in this order: (i) the Deed; and (ii) the Mill Note. after $",
    ),
    (
        'The following definition is inserted in Section 1.1 (and, if applicable, the following definitions shall replace existing definitions):\n"Mill" means a mill.',
        'add_provision 1.1#Mill: "Mill" means a mill. or in place of it',
    ),
    (
        'Each of Sections 9(a)(ii) and 9(b)(ii) are hereby amended and restated in their entirety to read as follows:\n"(ii) The mill is kept dry."',
        "replace_provision 9(a)(ii): (ii) The mill is kept dry.\nreplace_provision 9(b)(ii): (ii) The mill is kept dry.",
    ),
    (
        'The last paragraph of Section 3, as it has been deleted and replaced by paragraph (4) of Amendment Number 2, is hereby deleted and replaced with the following:\n"The mill is kept dry."',
        "replace_provision 3~paragraph last: The mill is kept dry.",
    ),
    (
        "Section 3.2 is hereby corrected by deleting the reference to Section 8.1 contained therein and replacing it with Section 8.2.",
        "replace_text 3.2: Section 8.1 -> Section 8.2",
    ),
    (
        'Paragraph 4. Wages and Related Matters of the Credit Agreement is deleted in its entirety and the following is substituted therefor:\n"4. Wages. None."',
        "replace_provision 4: 4. Wages. None.",
    ),
    (
        'A new Section 6.2 will be added, with Section 6.2 to read as follows:\n"6.2 The mill is kept dry."',
        "add_provision 6.2: 6.2 The mill is kept dry.",
    ),
    (
        'Section 3 is amended to add the following subparts (F) and (G):\n"(F) First.\n(G) Second."',
        "add_provision 3(F): (F) First.\nadd_provision 3(G): (G) Second.",
    ),
    (
        'Section 1.01 is amended by deleting the following definitions:\n"Old Mill"\n"New Mill"',
        "delete_provision 1.01#Old Mill\ndelete_provision 1.01#New Mill",
    ),
    ("Section 2.2 is amended by deleting item 2.", "delete_provision 2.2(2)"),
    (
        'Section 3.3 is amended by deleting the period at the end of clause (c) and inserting "; and" and by adding "oats" at the end of clause (b).',
        "replace_text 3.3(c): . -> ; and at the end\ninsert_text 3.3(b): oats after $",
    ),
    (
        "Section 2.2 is amended by deleting the table therein and inserting the following:\n2020    5%\n2021    6%",
        "replace_entries 2.2: the table therein -> 2020 5% 2021 6%",
    ),
    (
        'Section 2.5 is amended by changing "11:00 a.m." to "noon".',
        "replace_text 2.5: 11:00 a.m. -> noon",
    ),
    ("Section 2.2 is amended by deleting the last sentence of paragraph 4 of the Credit Agreement.", "delete_provision 4~sentence last"),
    (
        'Following the word "mill" in Paragraph 4.3(c), the words "or barn" shall be inserted.',
        "insert_text 4.3(c): or barn after mill",
    ),
    (
        'Prior to the words "wind or water" in Section 4.3(b), the words "steam," shall be inserted.',
        "insert_text 4.3(b): steam, before wind or water",
    ),
    (
        'A new section 5g is added as follows:\n"g. The mill is kept dry."',
        "add_provision 5(g): g. The mill is kept dry.",
    ),
    (
        'Section IV (Housing), subsection (C) is deleted in its entirety and replaced with:\n"C. The mill is kept dry."',
        "replace_provision IV(C): C. The mill is kept dry.",
    ),
    (
        'Paragraph 2 is hereby deleted. The following paragraph is added in substitution thereof:\n"2. The mill is kept dry."',
        "replace_provision 2: 2. The mill is kept dry.",
    ),
    (
        'Section 1.01 is amended by adding the following proviso to the end to the definition of "Millers\' Equity":\n"provided that it is positive"',
        "insert_text 1.01#Millers' Equity: provided that it is positive after $",
    ),
    ("Section X (General) is modified to become Section XI.", "renumber X: XI"),
    (
        'Section 2 shall be changed to add at the end of the third sentence thereof "and no more".',
        "insert_text 2~sentence 3: and no more after $",
    ),
    (
        'Section 13.1 is amended by adding a new paragraph at the end of Section 13.1 as follows:\n"The mill is kept dry."',
        "insert_text 13.1: The mill is kept dry. after $",
    ),
    (
        "Section 4.6 is amended by designating subsections (b) and (c) as subsections (c) and (d).",
        "renumber 4.6(b): (c)\nrenumber 4.6(c): (d)",
    ),
    (
        "Section 2.1 is amended by replacing the amount of $5,000 where it appears in clause (b) thereof with $7,500.",
        "replace_text 2.1(b): $5,000 -> $7,500",
    ),
    (
        'Section 5 is amended by deleting the word "oats" that follows "mill" and replacing the comma which follows "barge" with a semicolon.',
        "delete_text 5: oats after mill\nreplace_text 5: , -> ; after barge",
    ),
    (
        'Section 5 is amended by replacing the word "oats" which immediately precedes "mill" with "rye".',
        "replace_text 5: oats -> rye before mill",
    ),
    (
        'Section 5 is amended by deleting each occurrence of "mill" and all references therein to "Section 4".',
        "delete_text 5: mill\ndelete_text 5: Section 4",
    ),
    (
        'Section 1.1 is amended by adding the following to the list of definitions in alphabetical order:\n"Rye" means oats.',
        'add_provision 1.1#Rye: "Rye" means oats.',
    ),
    (
        'The reference in clause (a) of the definition of "Mill" contained in Section 1.1 of the Credit Agreement to "ten days" is hereby deleted.',
        "delete_text 1.1#Mill(a): ten days",
    ),
    (
        'Section 5 is amended by inserting in lieu of "ten" the word "six".',
        "replace_text 5: ten -> six",
    ),
    (
        'The reference in clause (a) of the definition of "Mill" contained in Section 1.1 of the Credit Agreement to "oats" is hereby deleted '
        'and replaced with a reference to "rye".',
        "replace_text 1.1#Mill(a): oats -> rye",
    ),
    (
        'The references in Section 5 to "mill", to the word "barge" and to "oats" are hereby deleted.',
        "delete_text 5: mill\ndelete_text 5: barge\ndelete_text 5: oats",
    ),
    (
        "Section 5, which provides for tolls, is hereby deleted in its entirety.",
        "delete_provision 5",
    ),
    (
        'Section 5.4 is amended by inserting after the phrase "in good faith" the phrase "and with due care" and by deleting "promptly".',
        "insert_text 5.4: and with due care after in good faith\ndelete_text 5.4: promptly",
    ),
]
WHAT_STANDS_BY_WORDS = [  # and is none of them
    f"Section 5 is amended by deleting {what}."
    for what in (
        'the sentence that immediately follows "mill."',
        'the text succeeding the word "mill"',
        'all text beyond the word "mill"',
        'the words around "mill"',
        'the comma near "mill"',
        'the parentheses surrounding "mill"',
        'the footnote to "mill"',
        'the underlining of "mill"',
        'one of the words "mill"',
        'the plural "s" in "mills"',
        'the letter "s" from the word "mills"',
        'the words "oats" wherever they follow "mill"',
        'the "Oats" row',
    )
]
WHAT_LEANS_ON_A_PROVISION = [  # and is not all of it
    "Section 5 is amended by deleting the text that follows it.",
    'Section 5 is amended by replacing all the text which follows that phrase with the following:\n"The mill is closed."',
    "Section 5 is amended to delete the requirement that the miller notify them.",
    "Section 5 is amended to delete the condition that Section 6 be met.",
    "The condition that Section 6 be met is hereby deleted.",
    'Amend the toll in Section 5 to read "$5".',
    'Amend the night toll set forth in Section 5 to read as follows: "The toll is $5."',
    "Delete Section 6 as to rye.",
    "Section 5 is amended and the toll in it is deleted.",
    "The requirement that notice be given as Section 6 provides is hereby deleted.",
    'The comma near "mill" in Section 5 is deleted.',
    'The footnotes in clause (a) of Section 5 of the Credit Agreement to "mill" and to "barge" are hereby deleted.',
    'Section 5 is amended by deleting the reference to "mill" and the footnote to "barge".',
    'The "Tolls" part of Section 5(b) is hereby deleted.',
    'The Barge Notes issued under Section 5 of the Credit Agreement are hereby amended by deleting "ten" and inserting "twenty".',
    "The Barge Notes which were given in May for the tolls of Section 5 of the Credit Agreement are hereby amended to reflect the terms of this Amendment.",
    'The words between "ten" and "six" in Section 5 are deleted.',
    'The sentence on "oats" in Section 5 is deleted.',
    'Section 5 is amended by replacing the sentence with "oats" with "Rye is free."',
    'Section 5 is amended by substituting "six" for the number near "ten".',
    'Section 5 is amended by replacing the definition of "Mill" with that of "Dam".',
    'Section 5 is amended by replacing "ten" with a number that is less than "nine".',
    'Section 5 is amended by replacing the first "oats" with "rye" and the second with "barley".',
    'Section 5 is amended by adding the following to the list of grains: "Rye".',
    'Section 5 is amended by adding the following to the toll table: "Rye $5".',
    'Section 5 is amended by adding the following to the definition of oats: "Rye".',
    'Section 5 is amended by adding a footnote to "oats" that reads "rye".',
]
NOT_UNDERSTOOD = [
    *WHAT_STANDS_BY_WORDS,
    *WHAT_LEANS_ON_A_PROVISION,
    'Section 5 is amended by inserting "ten" in the second line thereof.',
    'Section 5 is amended by adding the word "ten" where appropriate.',
    'Section 5 is amended by inserting "ten" to the left of "twenty".',
    'Paragraph 4 is hereby amended as follows:\n"4. Death. None.\n5.2 Notice. None."',
    'Section 6.2 is amended to provide, immediately following the description of the wheel, as follows:\n"The pond."',
    'The paragraph following Section 4.9(b) is amended by inserting "or pond" after "wheel".',
    'The second proviso is deleted and a new clause (iv) is added immediately following clause (iii) as follows:\n"(iv) The mill is kept dry."',
    'Section 6.2 is amended by deleting the address under the heading "Copies" and replacing it with "One Mill Lane".',
    'Section 3 is amended by deleting the word "ten" and to provide in Section 2.04 that notice shall be given by post.',
]
BOUNDED = [
    "Rather than Section 5(b), Section 6 is hereby deleted.",
    "Section 5(b), unlike Section 6, is hereby deleted.",
    "Section 10.4 is deleted and Section 10.2 is waived.",
    'Section 5 is not amended by replacing "ten" with "twenty".',
    "Neither Section 4 nor Section 5 is hereby deleted.",
    "In no event shall Section 4 be deleted.",
    'The parties intend to amend Section 4 by replacing "ten" with "twenty".',
    'The parties acknowledge that Section 8 was amended by deleting "ten" and inserting "twenty".',
    'Section 5 is amended by replacing "ten" with "twenty" wherever it appears, except in clause (b).',
    "Section 4 is hereby deleted except for the last sentence thereof.",
    "Section 7 is hereby deleted, other than clause (c).",
    'If the mill burns, Section 5 shall be amended by replacing "ten" with "twenty".',
    'Upon the sale of the mill, Section 5 shall be amended by replacing "ten" with "twenty".',
    'At the option of the Borrower, Section 5 is hereby amended by replacing "ten" with "twenty".',
    'Section 5 is amended by replacing "ten" with "twenty"; provided that this amendment shall cease to have effect on May 1, 2021.',
    'Section 5 is hereby temporarily amended, until March 31, 2021, by replacing "ten" with "twenty".',
    'Effective on the first day of the next milling year, Section 5 is amended by replacing "ten" with "twenty".',
    'Section 7 (prior to the renumbering effected hereby) is amended by deleting "ten".',
    'The Credit Agreement is amended by deleting Section 4, and Section 5 by replacing "ten" with "twenty".',
]


@pytest.mark.parametrize("sentence", BOUNDED)
def test_an_order_that_its_sentence_bounds_is_not_applied_whole(sentence: str) -> None:
    assert_unread(sentence)


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_is_read(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", NOT_UNDERSTOOD)
def test_what_is_not_understood_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


SCHEDULE = (
    "\n\nSCHEDULE C\n\nHARVESTS\n\nThe harvest of a year is what the mill took in from May to October.\n"
)


def test_a_schedule_that_a_new_text_calls_attached_comes_with_it() -> None:
    read = amendment(
        'Section 3.3 is amended by adding at the end thereof: "The share is that of the schedule attached hereto as Schedule C."',
        behind=SCHEDULE,
    )
    assert [shown(operation) for operation in read.operations][1:] == [
        "add_provision Schedule C: SCHEDULE C HARVESTS The harvest of a year is what the mill took in from May to October."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The share is that of the form attached as Schedule C to the Old Note.",
        "The share is that of Schedule C hereto.",
    ],
)
def test_a_schedule_of_another_document_does_not(words: str) -> None:
    read = amendment(f'Section 3.3 is amended by adding at the end thereof: "{words}"', behind=SCHEDULE)
    assert len(read.operations) == 1


@pytest.mark.parametrize(
    "opens",
    [
        "SCHEDULE C\n\nSchedule C to Amendment No. 1\n\nThe harvest of a year is what the mill took in.",
        "SCHEDULE C\n\nHARVEST LEASE\n\nThis Harvest Lease, dated as of May 2, 2019, is between the miller and the reeve of the weir.",
        'SCHEDULE C\n\nHARVEST LEASE\n\nTHIS HARVEST LEASE (this "Lease"), made this 2nd day of May, 2019, is of the mill and its weir.',
    ],
)
def test_an_attachment_that_is_no_part_of_the_agreement_does_not(opens: str) -> None:
    read = amendment(
        'Section 3.3 is amended by adding at the end thereof: "The share is that of the lease attached hereto as Schedule C."',
        behind=f"\n\n{opens}\n",
    )
    assert [shown(operation) for operation in read.operations] == [
        "insert_text 3.3: The share is that of the lease attached hereto as Schedule C. after $"
    ]


@pytest.mark.parametrize(
    "opens",
    [
        "SCHEDULE C\n\nFORM OF LEASE\n\nThis Harvest Lease is dated as of ____________ between the miller and the reeve of the weir.",
        "SCHEDULE C\n\nThis harvest is what the mill took in from May to October of 2019, as the reeve has told the miller.",
    ],
)
def test_a_form_that_is_attached_comes_with_the_text_that_calls_it_so(opens: str) -> None:
    read = amendment(
        'Section 3.3 is amended by adding at the end thereof: "The share is that of the form attached hereto as Schedule C."',
        behind=f"\n\n{opens}\n",
    )
    assert [str(one.target) for one in read.operations] == ["3.3", "Schedule C"]


def test_changes_that_run_in_and_changes_on_lines_of_their_own_are_read_once() -> None:
    read = amendment(
        'Section 3.4 is amended by (i) deleting "and" at the end of clause (b),\n(ii) deleting "or" at the end of clause (c), and (iii) '
        'adding the following clause (d):\n"(d) oats."'
    )
    assert [shown(operation) for operation in read.operations] == [
        "delete_text 3.4(b): and at the end",
        "delete_text 3.4(c): or at the end",
        "add_provision 3.4(d): (d) oats.",
    ]


@pytest.mark.parametrize(
    "text", ["(b) The mill is kept dry.", "(a) The mill is kept dry.\n(b) Barges. The barge is kept wet."]
)
def test_what_takes_the_place_of_a_clause_that_was_struck_is_surely_its_text(text: str) -> None:
    read = amendment(
        f'Section 7.2(a) is hereby deleted in its entirety. The following is added in its place:\n"{text}"'
    )
    assert [shown(operation) for operation in read.operations] == ["delete_provision 7.2(a)"]
    assert [finding.kind for finding in read.findings] == ["Unread"]


def test_what_the_parties_agree_to_change_of_the_agreement_is_none_of_the_text_before() -> None:
    read = amendment(
        "The Credit Agreement is hereby amended as follows:\n\n(c) Section 3.4 is amended by adding the following clause (c):\n\n(c) oats.\n\n"
        "(d) The parties agree to delete the following USOCs from Section 3.1 of the Credit Agreement: BKRX2."
    )
    assert [shown(operation) for operation in read.operations] == [
        "add_provision 3.4(c): (c) oats.",
        "delete_entries 3.1: USOCs [BKRX2]",
    ]


def test_a_sentence_of_more_orders_than_anyone_drafts_is_shown_and_not_read() -> None:
    many = ", ".join(f'by deleting "toll {number}"' for number in range(150))
    text = f"Section 5.1 of the Credit Agreement is hereby amended {many}."
    assert_unread(text)


def test_an_order_behind_quoted_words_without_a_stop_is_one_of_its_own() -> None:
    read = amendment("Section 2(d) is amended to add “and oats” after “barley” Section 2(e) of the Credit Agreement shall be deleted in its entirety.")
    assert [shown(operation) for operation in read.operations] == ["insert_text 2(d): and oats after barley", "delete_provision 2(e)"]
    assert not read.findings
