"""Verbs, announcements and orders of words in which drafters order a change, and what is near them and orders none."""

import pytest

from conformed.basis import FindingKind
from tests.written import amendment, assert_orders, assert_unread, open_sentences

ORDERS = [
    ("Section 6.4 is amended by deleting clauses (a) and (b) therefrom.", "delete_provision 6.4(a)\ndelete_provision 6.4(b)"),
    ('Section 1.1 is amended by deleting the definition of "Weir" therefrom.', "delete_provision 1.1#Weir"),
    (
        'Section 5 is amended by replacing "10" with "20", "20" with "30" and "3" with "2".',
        "replace_text 5: 10 -> 20\nreplace_text 5: 20 -> 30\nreplace_text 5: 3 -> 2",
    ),
    (
        'Section 5 is amended as follows: (i) in clause (a), "ten" is replaced with "six"; and (ii) in clause (b), "oats" is deleted.',
        "replace_text 5(a): ten -> six\ndelete_text 5(b): oats",
    ),
    (
        'Section 5 is amended by changing "ten" to "six" and "oats" to "rye".',
        "replace_text 5: ten -> six\nreplace_text 5: oats -> rye",
    ),
    (
        'Section 5 is amended by deleting "and" at the end of subsection (a), by deleting the period at the end of subsection (b) and substituting "; and" '
        'therefor, and by adding the following new subsection (c): "(c) barges."',
        "delete_text 5(a): and at the end\nreplace_text 5(b): . -> ; and at the end\nadd_provision 5(c): (c) barges.",
    ),
    (
        'Section 5 is amended by substituting "six" for "ten" and "seven" for "eleven".',
        "replace_text 5: ten -> six\nreplace_text 5: eleven -> seven",
    ),
    ('Section 5 is amended by adding "(c) nets" at the end of clause (b).', "add_provision 5(c): (c) nets"),
    (
        'Section 5 is amended by striking "or" at the end of clause (i), striking the period at the end of clause (ii) and inserting "; or" and adding '
        'at the end the following new clause: "(iii) oats."',
        "delete_text 5(i): or at the end\nreplace_text 5(ii): . -> ; or at the end\nadd_provision 5(iii): (iii) oats.",
    ),
    ('Section 5 is amended by deleting the comma after "oats" and inserting "and".', "replace_text 5: , -> and after oats"),
    # What a change is made for is no change of its own.
    (
        "Section 4 is amended by replacing the first sentence thereof with the following, in order to delete a proviso at the end of the first sentence:\n"
        '"The mill is dry."',
        "replace_provision 4~sentence 1: The mill is dry.",
    ),
    (
        'Section 4 is deleted and shall be replaced with the following as the new and substituted Section 4:\n"4. Mill. None."',
        "replace_provision 4: 4. Mill. None.",
    ),
    (
        'Everywhere in the Credit Agreement, "Alder" shall be replaced with "Birch," "oats" shall be replaced with "rye," and "mill" is deleted.',
        "replace_throughout *: Alder -> Birch\nreplace_throughout *: oats -> rye\ndelete_text *: mill",
    ),
    (
        'Throughout the Credit Agreement, "Alder" is replaced with "Birch", and Section 5 is amended by deleting "ten".',
        "replace_throughout *: Alder -> Birch\ndelete_text 5: ten",
    ),
    (
        'In Section 6, "ten" is replaced with "six," "oats" is replaced with "rye," and "barge" is deleted.',
        "replace_text 6: ten -> six\nreplace_text 6: oats -> rye\ndelete_text 6: barge",
    ),
    (
        'Section 4 is amended to add at the end of the first sentence thereof, which ends with "oats", the following: "The mill is dry."',
        "insert_text 4~sentence 1: The mill is dry. after $",
    ),
    ('"Alder" is replaced with "Birch" throughout Section 4.', "replace_throughout 4: Alder -> Birch"),
    (
        'The word "Alder" throughout Sections 4 and 5 is replaced with "Birch".',
        "replace_throughout 4: Alder -> Birch\nreplace_throughout 5: Alder -> Birch",
    ),
    (
        "Section 5.3 of the Credit Agreement shall read as follows:\nSale of the Mill. None.",
        "replace_provision 5.3: Sale of the Mill. None.",
    ),
    (
        'Paragraph 5(a) of the Credit Agreement now reads as follows:\n"5. Wages. (a) Yearly Wage. Ten."',
        "replace_provision 5(a): (a) Yearly Wage. Ten.",
    ),
    (
        "Section 5.3 Sale of Grain of the Barn Lease shall read as follows:\nNone is sold.",
        "replace_provision Barn Lease:5.3: None is sold.",
    ),
    (
        "Sections 7(d) and (e) - Revise in their entirety to read as follows:\n(d) First.\n(e) Second.",
        "replace_provision 7(d): (d) First.\nreplace_provision 7(e): (e) Second.",
    ),
    (
        'Paragraph 6(a)(ii) is hereby reformed in its entirety to reflect the intent of the parties to read as follows:\n"Bonus. None."',
        "replace_provision 6(a)(ii): Bonus. None.",
    ),
    (
        "A new section (c) of Paragraph 3 shall be incorporated to read as follows:\n(c) Grain. None.",
        "add_provision 3(c): (c) Grain. None.",
    ),
    (
        "The following provision is hereby adopted in substitution of Section 7.3 of the Credit Agreement:\n7.3 Late Pay. None.",
        "replace_provision 7.3: 7.3 Late Pay. None.",
    ),
    (
        "The following provision is hereby inserted in lieu of Section 4.2 of the Credit Agreement:\n4.2 Late Pay. None.",
        "replace_provision 4.2: 4.2 Late Pay. None.",
    ),
    (
        'Section 7.4(a) is supplemented as follows:\n"The mill shall also be kept clean."',
        "insert_text 7.4(a): The mill shall also be kept clean. after $",
    ),
    (
        'Section 7.4 is supplemented by adding a new clause (c) as follows:\n"(c) The mill is kept clean."',
        "add_provision 7.4(c): (c) The mill is kept clean.",
    ),
    (
        'Clause (iv) of Paragraph 17. shall be deemed deleted and the following text shall be deemed inserted as the new Clause (iv) of Paragraph 17. in the Credit Agreement:\n"(iv) any flood."',
        "replace_provision 17(iv): (iv) any flood.",
    ),
    (
        'Section V. (Term) is deleted in its entirety and replaced with:\n"The term is five years."',
        "replace_provision V: The term is five years.",
    ),
    (
        'Section 8 is amended by adding a new provision "g. Sale of the Mill" as follows:\n"g. Sale of the Mill. None."',
        "add_provision 8(g): g. Sale of the Mill. None.",
    ),
    (
        "Section 7.15(c) of the Credit Agreement is hereby amended to follows:\n(c) the ratio shall be 0.90.",
        "replace_provision 7.15(c): (c) the ratio shall be 0.90.",
    ),
    (
        "Section 4. Wheels. Add the following:\nWheels are of oak.",
        "insert_text 4: Wheels are of oak. after $",
    ),
    (
        "Section 2.1 of the Credit Agreement which provides:\n2.1 Wage. Ten a day.\nis hereby amended, effective January 1, 2021, to provide as follows:\n2.1 Wage. Twelve a day.",
        "replace_provision 2.1: 2.1 Wage. Twelve a day.",
    ),
    (
        'The last sentence of Section 3 of the Credit Agreement, Wages, which reads as follows,\n"If not sooner closed, the mill is open."\nis deleted in its entirety and shall have no effect.',
        "delete_provision 3~sentence last",
    ),
    (
        'The following new Section II.K is hereby inserted immediately following Section II.J.\n"K. Pay. None."',
        "add_provision II(K): K. Pay. None.",
    ),
    (
        'The following is added to the end of Section 5, which describes the mill and the rights that the owner of the mill has in it.\n"All such grain is paid."',
        "insert_text 5: All such grain is paid. after $",
    ),
    (
        "Section 3 (Pay) is amended to add the following subparts (F) and (G).\n(F) BONUS. One.\n(G) WAGE. Two.",
        "add_provision 3(F): (F) BONUS. One.\nadd_provision 3(G): (G) WAGE. Two.",
    ),
    (
        'Section 12 is amended to add the following sentence immediately prior to the last sentence of such Section:\n"The mill is closed."',
        "add_provision 12~sentence second to last: The mill is closed.",
    ),
    (
        "Section 9 is amended to add the following two sentences as the last two sentences of such Section:\nOne is paid. Two is not.",
        "insert_text 9: One is paid. Two is not. after $",
    ),
    (
        "The existing Exhibit D Grain List is hereby deleted and replaced by the revised Exhibit D, dated May 5, 2020.",
        "replace_provision Exhibit D",
    ),
    (
        'Contract Exhibit "C", Grain, dated May 5, 2020 that supersedes and replaces Exhibit "C", Grain, dated May 6, 2018 in its entirety.',
        "replace_provision Exhibit C",
    ),
    (
        'The following paragraph shall be deemed inserted immediately after Paragraph 5.d. of the Credit Agreement:\n"5.e. The mill is kept dry."',
        "add_provision 5(e): 5.e. The mill is kept dry.",
    ),
    (
        'Each reference in the Credit Agreement to "Old Loans" shall be deemed a reference to the New Loans, and each reference to "Old Pay" shall be deemed a reference to the New Pay.',
        'override #Old Loans: Each reference in the Credit Agreement to "Old Loans" shall be deemed a reference to the New Loans\n'
        'override #Old Pay: each reference to "Old Pay" shall be deemed a reference to the New Pay',
    ),
    (
        'All references to "Mill" in the Credit Agreement shall be changed to refer solely to the Borrower.',
        'override #Mill: All references to "Mill" in the Credit Agreement shall be changed to refer solely to the Borrower',
    ),
    (
        'Section 4 of the Credit Agreement is hereby superseded by the following:\n"4. Mill. Dry."',
        "replace_provision 4: 4. Mill. Dry.",
    ),
    ("Section 4 of the Credit Agreement is hereby cancelled.", "delete_provision 4"),
    ("Section 4 of the Credit Agreement is hereby omitted.", "delete_provision 4"),
    ("Section 4 of the Credit Agreement is hereby repealed.", "delete_provision 4"),
    ("Section 4 of the Credit Agreement is hereby revoked.", "delete_provision 4"),
    (
        'Section 4 of the Credit Agreement is hereby updated to read as follows:\n"4. Mill. Dry."',
        "replace_provision 4: 4. Mill. Dry.",
    ),
    (
        'Section 4 of the Credit Agreement is hereby altered to read as follows:\n"4. Mill. Dry."',
        "replace_provision 4: 4. Mill. Dry.",
    ),
    (
        'Section 4 of the Credit Agreement is hereby conformed to read as follows:\n"4. Mill. Dry."',
        "replace_provision 4: 4. Mill. Dry.",
    ),
    (
        'In Section 4 of the Credit Agreement, for the words "ten days" substitute "twelve days".',
        "replace_text 4: ten days -> twelve days",
    ),
    (
        'For "ten" in Section 4 of the Credit Agreement there shall be substituted "twelve".',
        "replace_text 4: ten -> twelve",
    ),
    (
        'Wherever the words "ten days" appear in Section 4 of the Credit Agreement the words "twelve days" shall be substituted.',
        "replace_throughout 4: ten days -> twelve days",
    ),
    (
        'Section 4 is amended by the addition at the end thereof of the following:\n"The mill is dry."',
        "insert_text 4: The mill is dry. after $",
    ),
    (
        'Section 4 is hereby amended by appending the following at the end thereof:\n"The mill is dry."',
        "insert_text 4: The mill is dry. after $",
    ),
    (
        'Section 4 is amended by the deletion therefrom of "ten days" and the substitution therefor of "twelve days".',
        "replace_text 4: ten days -> twelve days",
    ),
    (
        'The first sentence of Section 4 of the Credit Agreement shall henceforth read: "The mill is dry."',
        "replace_provision 4~sentence 1: The mill is dry.",
    ),
    (
        'Section 4 is amended as follows: the words "ten days" are replaced by "twelve days".',
        "replace_text 4: ten days -> twelve days",
    ),
    (
        'Section 4 is amended as follows:\nThe words "ten days" are replaced by "twelve days".',
        "replace_text 4: ten days -> twelve days",
    ),
    (
        'The following amendment to the Credit Agreement is made: Section 1 of the Credit Agreement is amended and superseded by the following:\n"The mill is dry."',
        "replace_provision 1: The mill is dry.",
    ),
    (
        'Section 6.5(a), which describes the tolls of the weir, is deleted in its entirety and replaced with following:\n"(a) None."',
        "replace_provision 6.5(a): (a) None.",
    ),
    (
        "Section 2.8 of the Credit Agreement which was added by amendment dated as of June 3, 2019 is hereby deleted in its entirety.",
        "delete_provision 2.8",
    ),
    (
        "Exhibit VII to the Credit Agreement is hereby amended by deleting it in its entirety and substituting therefor the form of Grain Bill annexed hereto as Annex C.",
        "replace_provision Exhibit VII",
    ),
    (
        'Subject to the conditions in Section 3 below, Section 4 of the Credit Agreement is amended by replacing "ten" with "twelve".',
        "replace_text 4: ten -> twelve",
    ),
    (
        "The first sentence of Section 4 of the Credit Agreement is amended to read as follows (the remainder of the Section stays as it is):\nThe mill is dry.",
        "replace_provision 4~sentence 1: The mill is dry.",
    ),
    (
        'In place of Section 4 of the Credit Agreement, the following shall be inserted:\n"4. Mill. Dry."',
        "replace_provision 4: 4. Mill. Dry.",
    ),
    (
        'The Credit Agreement is amended to include, as a new Section 4A, the following:\n"4A. Barn. Dry."',
        "add_provision 4A: 4A. Barn. Dry.",
    ),
    (
        "Section 4(a) Pay of the Credit Agreement, shall include an additional sentence at the end of such Section as follows:\nThe pay is ten.",
        "insert_text 4(a): The pay is ten. after $",
    ),
    ("The parties hereby agree to the deletion of Section 4 of the Credit Agreement.", "delete_provision 4"),
    (
        'The parties hereby agree to the replacement of "ten" in Section 4 of the Credit Agreement by "twelve".',
        "replace_text 4: ten -> twelve",
    ),
    (
        "The following provisions of the Credit Agreement are hereby deleted: Section 4, Section 5 and Section 6.2(a).",
        "delete_provision 4\ndelete_provision 5\ndelete_provision 6.2(a)",
    ),
    (
        'The Credit Agreement is hereby amended to delete the existing Section 5.6 and to add the following as a new Section 5.6:\n"5.6 Mill. Dry."',
        "replace_provision 5.6: 5.6 Mill. Dry.",
    ),
    (
        'Clauses (a) and (b) of Section 2.1 are amended by replacing "ten" with "twelve" and "six" with "two", respectively.',
        "replace_text 2.1(a): ten -> twelve\nreplace_text 2.1(b): six -> two",
    ),
    (
        'Article V of the Credit Agreement is amended by adding at the end thereof the following new Section:\n"5.9 Barns. The barn is dry."',
        "add_provision 5.9: 5.9 Barns. The barn is dry.",
    ),
    (
        'Section 1.1 is amended by inserting in the appropriate alphabetical order the following: "Barn" means a barn.',
        'add_provision 1.1#Barn: "Barn" means a barn.',
    ),
    (
        'Section 4 is amended by inserting "except as provided in Section 5," at the beginning thereof.',
        "insert_text 4: except as provided in Section 5, before ^",
    ),
]
OF_A_PROVISION = [  # of which a sentence says what becomes of something else
    f"{what} is amended to read as follows:\n“Rye is free.”"
    for what in (
        "The condition set forth in Section 5(b)",
        "The condition that Section 5(b) be met",
        "The toll set by Section 5(b)",
        "The second half of Section 5(b)",
        "The footnote to Section 5(b)",
        "The list in Section 5(b)",
        "The duty of the miller under Section 5(b)",
        "The exhibit mentioned in Section 5(b)",
        "The Section 5(b) toll",
        "The miller’s Share as set forth on its signature page",
    )
]
NOT_UNDERSTOOD = [
    'The row for "Rye" in Section 6.4 is amended by replacing "ten" with "six".',
    "Schedule 2 is amended by deleting the Section 6 tolls therefrom.",
    *OF_A_PROVISION,
    "The Section 5(b) conditions are deleted.",
    "Section 5 is amended by deleting the Section 5(b) tolls.",
    "Section 5 is amended by deleting clause (b)’s second sentence.",
    "Section 5 is amended by replacing clause (b) tolls with the following: “Ten.”",
    "All Section 5(b) rights of the miller are hereby deleted.",
    "The amount in Section 5(b) shall read “$5”.",
    "The cap in the second sentence of Section 5(b) is amended to read as follows: “$5”.",
    "Section 7.5, “Keeping of Barges,” is amended and restated in its entirety as follows:\n(c) Tolls. The miller keeps two.",
    "Section 7.5, “Mill” is amended and restated in its entirety as follows:\n“Mill” means the Weir Mill.",
    "Any provisions addressing only Section 7(e) are hereby deleted.",
    "The provisions concerning Section 7(f) are deleted.",
    "Any references to Section 7(e) and any provisions addressing only Section 7(e) are hereby deleted.",
    "The rest of a sentence stands on another page.\nSection 9(b) are hereby deleted.",
    'Section 5 is amended by replacing "ten" with "six" in the first place where it stands and with "five" in the second place where it stands.',
    'Section 4 shall be modified to also include the following language at the end of its first sentence ending with "oats.": "The mill is dry."',
    'Section 4 of the Credit Agreement is amended in part to read as follows:\n"The mill is dry."',
    'Section 4 of the Credit Agreement is amended to read as follows:\n"... the mill is dry ..."',
    'Section 4 is amended by inserting "the" at the beginning and "only" at the end.',
    "The table in Section 7.2 is amended by deleting the row for 2020 and replacing it with the following:\n2020   5%",
    'Sections 2.1 and 2.2 are amended by replacing "ten" and "six" with "twelve" and "two", respectively.',
    "The following Sections of the Credit Agreement are deleted: 4, 5 and 6.",
    'Schedule 1 is amended by adding "Bea Thorne".',
    'Section 4 of the Credit Agreement is amended by the following: "ten" is deleted and "twelve" is substituted.',
    "Section 4 is amended by replacing the table with the table set forth on Annex A hereto.",
    "Section 4 of the Credit Agreement is amended as set forth in Exhibit A hereto.",
    "The parties agree that Section 4 of the Credit Agreement no longer has effect.",
    'Section 4 is amended by deleting the words from "ten days" through "six days".',
    'The definition of "Mill" is hereby expanded to include barns.',
    'Section 4 of the Credit Agreement is amended by adding the word "not".',
    'Section 1.1 is amended by deleting "Mill" and the definition thereof.',
    "Section 4 is deleted and its contents moved to Section 5.",
    "Section 4(a) is moved to Section 5(b).",
    'For the period from May 1, 2020 through May 1, 2021 only, Section 4 of the Credit Agreement is amended to read as follows:\n"4. Mill. Dry."',
    'Solely for purposes of the sale, Section 4 is amended by replacing "ten" with "twelve".',
    "As to the Barn only, Section 4 of the Credit Agreement is deleted.",
    'Section 4 is amended by replacing "ten" with "twelve" insofar as it relates to the Barn.',
    "Section 4 of the Credit Agreement is deleted with respect to Ada Thorne.",
    "Section 4 of the Credit Agreement is deleted effective upon the closing of the sale of the mill.",
    "Section 4 of the Credit Agreement will be deleted when the mill is sold.",
    "Subject to the sale of the mill, Section 4 of the Credit Agreement is deleted.",
    'The Borrower requests that Section 4 of the Credit Agreement be amended by replacing "ten" with "twelve".',
    'Section 4 of the Credit Agreement would be amended by replacing "ten" with "twelve".',
    'Section 4 is amended in the following manner: "ten" is replaced by "twelve".',
    'Section 4 is amended by tacking on the following:\n"The mill is dry."',
    'In Section 4 the words "twelve days" shall be substituted.',
    'Section 6 of the Credit Agreement is amended by deleting the text of Section 6 up to the proviso and substituting the following:\n"6. None."',
    "Executive's rights under Section 4 of the Credit Agreement are hereby cancelled.",
    "The fee set forth in Section 4(b) of the Credit Agreement is hereby omitted.",
    "Section 4 of the Credit Agreement shall be of no further force or effect.",
    "Section 4 of the Credit Agreement is superseded.",
    "Exhibit C attached hereto shall supersede Exhibit C to the Credit Agreement.",
    "Exhibit A is replaced by Exhibit A of the Barn Lease.",
    "Section 7.4 is modified as follows:\n... the mill is dry ...",
    "The first sentence of Section 7.4 is modified as follows:\nThe mill is dry.",
    "Section 3 of the Credit Agreement is amended as follows:\n3. Wages. (a) The wage is ten.",
]
NO_ORDER = [
    "The grain is read by weight as Section 4 of the Credit Agreement says.",
    'The parties sign this Amendment on the following day.\n"Mill" is a word.',
    'Each reference in the Credit Agreement to "this Agreement" shall mean the Credit Agreement as amended hereby.',
    "The roster of millers can be supplemented by the Borrower.",
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_is_read(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", NOT_UNDERSTOOD)
def test_what_is_not_understood_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


@pytest.mark.parametrize("sentence", NO_ORDER)
def test_what_only_sounds_like_an_order_is_none(sentence: str) -> None:
    read = amendment(sentence)
    assert not read.operations
    assert not open_sentences(read)


def test_an_order_beside_an_effect_that_is_told_is_shown() -> None:
    sentence = 'Section 11.3 (as to rye only) is deleted and all references in the Credit Agreement to the "Miller" shall mean Ada Thorne.'
    read = amendment(sentence)
    assert [str(operation.target) for operation in read.operations] == ["#Miller"]
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


@pytest.mark.parametrize("how", ["modified", "modified and supplemented", "supplemented and modified"])
def test_what_may_add_or_replace_stands_beside_the_provision(how: str) -> None:
    assert_orders(f"Section 3.9 is {how} as follows:\nThe miller shall be sober.", "override 3.9: The miller shall be sober.")


def test_modified_as_follows_with_the_number_of_the_provision_replaces_it() -> None:
    read = amendment("Section 3.9 is modified as follows:\n3.9 Miller. The miller shall be sober.")
    assert [operation.action for operation in read.operations] == ["replace_provision"]
