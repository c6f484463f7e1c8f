"""Where in a provision a change goes: its beginning, its end, a sentence of it; what it replaces; what says no place."""

import pytest

from conformed.basis import FindingKind
from tests.written import amendment, assert_orders, assert_unread, shown

PROVISOS = [
    ("The proviso at the end of Section 5.2 is hereby deleted.", "delete_provision 5.2~proviso at the end"),
    ("The first proviso to Section 5.2 is deleted.", "delete_provision 5.2~proviso 1"),
    ("Section 5.2 is amended by deleting the proviso contained therein.", "delete_provision 5.2~proviso"),
    ("Section 5.2 is amended by deleting the proviso.", "delete_provision 5.2~proviso"),
    (
        "Section 5.2 is amended by deleting the proviso appearing at the end of the first sentence thereof.",
        "delete_provision 5.2~proviso at the end of sentence 1",
    ),
    (
        'Section 5.2 is amended by striking the two provisos in the first sentence thereof and inserting in lieu thereof: "; provided that rye is free".',
        "replace_provision 5.2~two provisos of sentence 1: ; provided that rye is free",
    ),
    ("Section 5.2 is amended by deleting the parenthetical in clause (b).", "delete_provision 5.2(b)~parenthetical"),
    (
        'The first parenthetical phrase in Section 9(a) is amended to read as follows: "...(other than for rain)..."',
        "replace_provision 9(a)~parenthetical 1: ...(other than for rain)...",
    ),
    ("Section 5.2(b) is amended by deleting the parenthetical phrase contained therein.", "delete_provision 5.2(b)~parenthetical"),
    (
        'Section 5.2 is amended by adding a new proviso at the end of Section 5.2 to read as follows: "; provided that rye is free".',
        "insert_text 5.2: ; provided that rye is free after $",
    ),
]
BESIDE_PROVISOS = [  # beside what is found only in the agreement, nothing is put
    'Section 5.2 is amended by inserting "(rye)" immediately after the first proviso at the end of Section 5.2.',
    'Section 5.2 is amended by inserting the words "or rye" immediately before the proviso.',
    "Section 5.2 is amended by deleting everything after the proviso thereof.",
]
ORDERS = [
    (
        'At the end of the second sentence of Section 3.2(d), the following language shall be added: "and no barge is let".',
        "insert_text 3.2(d)~sentence 2: and no barge is let after $",
    ),
    (
        'At the beginning of Section 4, the following language is inserted: "Subject to Section 9,".',
        "insert_text 4: Subject to Section 9, before ^",
    ),
    (
        'At the beginning of Section 4, the following sentence is hereby added:\n"The mill is dry."',
        "insert_text 4: The mill is dry. before ^",
    ),
    (
        'At the end of the first paragraph of Section 4, the following sentence is hereby added: "The mill is dry."',
        "insert_text 4~paragraph 1: The mill is dry. after $",
    ),
    (
        'The second paragraph of Section 4 is amended by adding the following sentence:\n"The mill is dry."',
        "insert_text 4~paragraph 2: The mill is dry. after $",
    ),
    (
        'Section 4 is amended at the beginning by adding the following: "Subject to Section 9,".',
        "insert_text 4: Subject to Section 9, before ^",
    ),
    (
        'Section 3 is deleted; and at the end of Section 4, the following is added: "The mill is dry."',
        "delete_provision 3\ninsert_text 4: The mill is dry. after $",
    ),
    (
        'Section 3 is deleted; and in Section 4, the following is added: "The mill is dry."',
        "delete_provision 3\ninsert_text 4: The mill is dry. after $",
    ),
    (
        'In Section 5, (i) "ten" is deleted, and (ii) at the end of clause (c), the following is added: "and no barge".',
        "delete_text 5: ten\ninsert_text 5(c): and no barge after $",
    ),
    (
        'The word "and" at the end of clause (b) of Section 4 is hereby deleted.',
        "delete_text 4(b): and at the end",
    ),
    (
        'Section 4 is amended by deleting "or" before clause (d) and replacing the period at the end of such clause (d) with "; and".',
        "delete_text 4: or before (d)\nreplace_text 4(d): . -> ; and at the end",
    ),
    (
        'By striking "or" immediately preceding clause (iii) of Section 4(b).',
        "delete_text 4(b): or before (iii)",
    ),
    (
        'Section 4 is amended by replacing the word "and" after clause (c)(ii) with "or".',
        "replace_text 4: and -> or after (c)(ii)",
    ),
    (
        'Section 4 is amended by deleting "and" between clauses (d) and (e).',
        "delete_text 4: and after (d) before (e)",
    ),
    (
        'Section 4 is amended by deleting "and" immediately before Section 7.1(b).',
        "delete_text 4: and before Section 7.1(b)",
    ),
    (
        'Section 4 is amended by deleting clause (b) of the last sentence thereof and replacing such clause (b) with the following:\n"(b) oats"',
        "replace_provision 4~sentence last(b): (b) oats",
    ),
    (
        'At the end of Section 4, the following new Section 4A is hereby added: "4A. Barges. None."',
        "add_provision 4A: 4A. Barges. None.",
    ),
    (
        'Section 4 is amended by striking the second sentence thereof, and, in lieu thereof, inserting the following sentence: "The mill is dry."',
        "replace_provision 4~sentence 2: The mill is dry.",
    ),
    (
        'The last sentence of Section 7(b) is deleted, and in its place, the following sentence is added:\n"The mill is dry."',
        "replace_provision 7(b)~sentence last: The mill is dry.",
    ),
    (
        'Section 5 is amended as follows: The first sentence is deleted and the following is added: "The mill is dry."',
        "replace_provision 5~sentence 1: The mill is dry.",
    ),
    (
        'Section 5 is amended to delete the second sentence in its entirety and to insert the following:\n"The mill is dry."',
        "replace_provision 5~sentence 2: The mill is dry.",
    ),
    (
        'Section 6 is amended by deleting the second sentence and adding the following at the end of Section 6: "The mill is dry."',
        "delete_provision 6~sentence 2\ninsert_text 6: The mill is dry. after $",
    ),
    (
        'Section 6 is amended to (i) delete the last paragraph thereof and (ii) add the following to the end thereof:\n"The mill is dry."',
        "delete_provision 6~paragraph last\ninsert_text 6: The mill is dry. after $",
    ),
    (
        'Section 9 is amended by deleting the period at the end of clause (c), inserting a semi-colon in lieu thereof and adding the following after such semi-colon: "and no barge is let".',
        "replace_text 9(c): . -> ; at the end\ninsert_text 9(c): and no barge is let after $ at the end",
    ),
    (
        'Section 9 is amended by deleting the period at the end of the first sentence and adding the following: "; provided that no barge is let."',
        "delete_text 9~sentence 1: . at the end\ninsert_text 9~sentence 1: ; provided that no barge is let. after $ at the end",
    ),
    (
        'Section 9 is amended by replacing the period at the end of the second sentence thereof with a comma and adding the following: "and no barge is let."',
        "replace_text 9~sentence 2: . -> , at the end\ninsert_text 9~sentence 2: and no barge is let. after $ at the end",
    ),
    (
        'Section 9 is amended by deleting the final period of clause (b) and substituting therefor a comma and the word "and".',
        "replace_text 9(b): . -> , and at the end",
    ),
    (
        'The final period of Section 9 is replaced with "; and".',
        "replace_text 9: . -> ; and at the end",
    ),
    (
        'Section 9 is amended by replacing the last comma with a semicolon.',
        "replace_text 9: , -> ;",
    ),
    (
        'Section 9 is amended by replacing the final period with a comma and adding the following immediately after such comma: "and no barge is let".',
        "replace_text 9: . -> , at the end\ninsert_text 9: and no barge is let after $ at the end",
    ),
    (
        'Section 9 is amended by (a) changing the last period thereof to a comma and (b) adding the following after the last word and immediately after such comma: "or any barge is let before its season."',
        "replace_text 9: . -> , at the end\ninsert_text 9: or any barge is let before its season. after $ at the end",
    ),
    (
        'Section 9 is amended by replacing the period at the end thereof with a semicolon and adding at the end thereof "provided that it works on Mondays."',
        "replace_text 9: . -> ; at the end\ninsert_text 9: provided that it works on Mondays. after $ at the end",
    ),
    (
        'Section 9 is amended by deleting the period at the end thereof and adding at the end thereof ", but not on Sundays."',
        "delete_text 9: . at the end\ninsert_text 9: , but not on Sundays. after $ at the end",
    ),
    (
        'Section 9 is amended by replacing "." at the end thereof with ";", adding "or hay" after "oats" and adding the following at the end thereof: "provided that no barge is let."',
        "replace_text 9: . -> ; at the end\ninsert_text 9: or hay after oats\ninsert_text 9: provided that no barge is let. after $ at the end",
    ),
    (
        'Section 9 is amended by deleting the word "barge" and adding at the end thereof ", but not on Sundays."',
        "delete_text 9: barge\ninsert_text 9: , but not on Sundays after $",
    ),
    (
        'Section 9 is amended by deleting the period at the end of Section 9.1 and adding at the end of Section 9.2 ", but not on Sundays."',
        "delete_text 9.1: . at the end\ninsert_text 9.2: , but not on Sundays after $",
    ),
    (
        'Section 4 is amended by replacing "ten" with "twelve"; and in Section 5, after the word "barge", the words "or boat" are inserted.',
        "replace_text 4: ten -> twelve\ninsert_text 5: or boat after barge",
    ),
    (
        'Section 4 is amended by replacing "ten" with "twelve"; and after the word "barge" and before the word "of", the words "or boat" are inserted.',
        "replace_text 4: ten -> twelve\ninsert_text 4: or boat after barge before of",
    ),
    (
        'There is hereby inserted at the beginning of Section 4 the following: "The mill is dry."',
        "insert_text 4: The mill is dry. before ^",
    ),
    (
        'The beginning of the second sentence of Section 4 is amended by adding the following: "Subject to Section 9,".',
        "insert_text 4~sentence 2: Subject to Section 9, before ^",
    ),
    (
        'Section 4 is amended by deleting "ten" and "six" in clause (b).',
        "delete_text 4(b): ten\ndelete_text 4(b): six",
    ),
    (
        'Section 4 is amended by adding "rye" after the clause that ends with "oats".',
        "insert_text 4: rye after oats",
    ),
    (
        'Section 4 is amended by adding "rye" before the clause beginning with "oats".',
        "insert_text 4: rye before oats",
    ),
    (
        'In Section 4, "ten" is replaced with "six" and, in Section 5, "twelve" is replaced with "seven".',
        "replace_text 4: ten -> six\nreplace_text 5: twelve -> seven",
    ),
    ('Section 4 is amended by deleting the phrase that reads "and rye".', "delete_text 4: and rye"),
]

NOT_TOLD_WHERE = [
    'Section 4 is amended by adding the following in the sentence in which "mill" appears: "rye".',
    'Section 4 is amended by adding the following to the row for "Mill": "rye".',
    'Section 4 is amended by changing the number beside "Mill" to "6".',
    'The sentence of Section 4 beginning "The mill" is replaced by the following: "The mill is dry."',
    'Section 4 is amended by deleting the sentence that begins "The mill" and replacing it with "The mill is dry."',
    'Section 4 is amended by replacing the paragraph beginning "The mill" with "The mill is dry."',
    'The paragraph of Section 4 that starts with the words "The mill" is hereby deleted.',
    'Section 4 is amended by deleting the clause containing "rye".',
    'Section 4 is amended by deleting the sentence in which "rye" appears.',
    'Section 4 is amended by deleting the column entitled "Rye".',
    'Section 4 is amended by deleting "oats" in the sentence beginning "The mill".',
    'The sentence that follows the first sentence of Section 4 is replaced by: "The mill is dry."',
    'The third paragraph from the end of Section 4 is replaced by: "The mill is dry."',
    "Every second sentence of Section 4 is deleted.",
    'Section 4 is amended by replacing "ten" with "six" and, in clause (b), "twelve" with "seven".',
    'Section 4 is amended by deleting "ten" and, in clause (b), "twelve".',
    'Section 4 is amended by substituting "six" for "ten" and, in clause (b), "seven" for "twelve".',
    'Section 4 is amended by deleting clause (a) and the word "twelve" in clause (b).',
    'Section 4 is amended by deleting clause (a), clause (b) and the word "and" after clause (c).',
    'Section 4 is amended by replacing clause (a) with "rye" and clause (b) with "straw".',
    'Section 1.1 is amended by deleting the definition of "Mill" and the word "Barge".',
    'Section 4 is amended by inserting the word "rye" at the beginning of each sentence.',
    'Section 4 is amended by adding the following at the end of the proviso: "and rye".',
    'At the end of the list in Section 4, the following is added: "and rye".',
    'Section 4 is amended by adding "rye" either before or after "oats".',
    'Section 4 is amended by adding "rye" after the clause that begins with "oats".',
    'Section 4 is amended by adding "rye" before the clause ending with "oats".',
    'The beginning of Section 4 up to "oats" is deleted and replaced by "Rye".',
    'Section 4 is amended by deleting the first sentence following clause (iv) thereof and substituting in lieu thereof the following:\n"The mill is dry."',
    "Section 4 is amended by deleting the last paragraph before clause (b).",
    'In the second sentence of Section 4 the following language shall be added: "and no barge".',
    'The second sentence of Section 4 is amended by adding the following: "and no barge".',
    'Section 4 is amended by adding to the second sentence the following: "and no barge".',
    'The heading of Section 4 is amended by adding the following: "and Barges".',
    'At the end of each milling year, Section 4 is amended to read as follows: "4. Mill. None."',
    'Section 9 is amended by changing the final period to a comma and adding the following immediately after such comma: "and no barge".',
    'In Section 4 the word "ten" and in Section 5 the word "six" are deleted.',
]

NOT_IN_PART = [  # what is not understood may go with what is
    'Section 4 is hereby deleted and the following is added: "The mill is dry."',
    'The proviso to Section 4 is deleted and the following is added: "The mill is dry."',
    'Section 7 is amended by inserting "barge" after the word "boat" in the first sentence and deleting the rest of the sentence.',
    'Section 6 is amended by deleting the first and third sentences and adding the following:\n"The mill is dry."',
    'Section 9 is amended by replacing the word "or" before "barge" with a comma and inserting "mill" after such comma.',
    "The Credit Agreement is amended by deleting all references to Alder Bank, as agent or not, and inserting references to Birch Bank in lieu thereof.",
]

PARTLY_READ = [  # each item of a list, and each change with a subject of its own, stands by itself
    (
        'Section 5 is amended by (A) adding "rye" after "oats" and (B) substituting a comma for "and" before "hay" and by inserting the following clauses therein.',
        "insert_text 5: rye after oats",
    ),
    (
        'Section 5 is amended by adding "rye" after "oats"; and by replacing "ten" with "six" and adding the following clauses.',
        "insert_text 5: rye after oats",
    ),
    (
        'Section 5 is amended by deleting "ten" and Section 6 is amended by deleting "six" and adding the following clauses.',
        "delete_text 5: ten",
    ),
    (
        "Section 8 is amended by renumbering clause (vii) as clause (vi); in addition, the cross reference to clause (vii) in Section 9 shall be amended to cross reference to clause (vi).",
        "renumber 8(vii): (vi)",
    ),
    ("Section 8 is deleted and Section 9 is amended accordingly.", "delete_provision 8"),
    (
        'Section 6 is amended to (i) delete the second sentence thereof and (ii) add the following:\n"The mill is dry."',
        "delete_provision 6~sentence 2",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_a_change_goes_where_its_order_says(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", [*NOT_TOLD_WHERE, *NOT_IN_PART])
def test_what_goes_to_a_place_that_is_not_told_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


def test_at_the_end_of_which_of_two_is_not_told() -> None:
    assert_unread(
        'Section 9 is amended by deleting the period at the end of the first sentence thereof and adding the following at the end thereof: "; if it is dry."'
    )


@pytest.mark.parametrize(("sentence", "expected"), PARTLY_READ)
def test_what_of_a_sentence_is_left_is_shown(sentence: str, expected: str) -> None:
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == expected.split("\n")
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


def test_a_clause_behind_its_sibling_is_none_of_it() -> None:
    read = amendment(
        'At the end of clause (b) of Section 4, the word "and" is deleted, at the end of clause (c) the period is replaced '
        'with "; and", and the following clause (d) is added:\n"(d) the mill is kept dry."'
    )
    assert [str(operation.target) for operation in read.operations] == ["4(b)", "4(c)", "4(d)"]


def test_a_roman_clause_within_a_lettered_one_is_one_of_it() -> None:
    read = amendment("Section 5(b) of the Credit Agreement is amended by deleting clause (i) thereof.")
    assert [str(operation.target) for operation in read.operations] == ["5(b)(i)"]


@pytest.mark.parametrize(
    "further",
    [
        "and by clarifying in Section 6 that notice shall be given",
        "and to state in Section 6 that notice shall be given",
        "and by making in Section 6 such changes",
        "and (b) to provide in Section 6 that notice shall be given",
    ],
)
def test_a_provision_named_in_a_clause_not_understood_is_no_further_place(further: str) -> None:
    assert_unread(f'The Credit Agreement is amended to replace the reference to "barge" in Section 5 with "boat" {further}.')


@pytest.mark.parametrize("further", [", and in Section 6", "and appearing in Section 6", "and (b) of Section 6"])
def test_a_further_place_stands_behind_bare_connectives(further: str) -> None:
    assert_orders(
        f'The Credit Agreement is amended by replacing "barge" with "boat" in Section 5 {further}.',
        "replace_text 5: barge -> boat\nreplace_text 6: barge -> boat",
    )


@pytest.mark.parametrize("what", ["heading", "caption", "title", "subhead", "subheading"])
def test_what_is_put_into_the_heading_of_a_provision_is_not_put_into_its_words(what: str) -> None:
    assert_orders(
        f'Section 5 is amended by inserting "and boats" after "barges" in the {what} thereof.',
        f"insert_text 5~{what}: and boats after barges",
    )
    assert_orders(f'The word "barge" in the {what} of Section 5 is deleted.', f"delete_text 5~{what}: barge")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            'Section 3(a) shall be amended by revising the first sentence such that the phrase "barge" is replaced with "boat".',
            "replace_text 3(a)~sentence 1: barge -> boat",
        ),
        (
            'Section 3 is amended by modifying clause (b) thereof so that the word "barge" is deleted.',
            "delete_text 3(b): barge",
        ),
        (
            'Section 3 is amended such that the phrase "barge" in the second sentence is replaced with "boat".',
            "replace_text 3~sentence 2: barge -> boat",
        ),
    ],
)
def test_what_is_revised_such_that_words_give_way_is_their_place(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), PROVISOS)
def test_a_proviso_or_parenthetical_is_told_by_its_name(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", BESIDE_PROVISOS)
def test_beside_a_proviso_nothing_is_put(sentence: str) -> None:
    assert_unread(sentence)
