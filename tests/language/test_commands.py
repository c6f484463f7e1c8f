"""Commands and changes that name no more than they must: what stands before a dash, words without marks, parts of a list."""

import pytest

from tests.written import amendment, open_sentences, shown

READ = [
    (
        "The parties agree on these changes:\n(a) Section 5.1 Tolls - replace May 1, 2027 with July 2, 2027.\n"
        "(b) Section 5.2(c) – replace ten (10) days with twelve (12) days",
        "replace_text 5.1: May 1, 2027 -> July 2, 2027\nreplace_text 5.2(c): ten (10) days -> twelve (12) days",
    ),
    (
        "Section 5 of the Credit Agreement shall be amended as follows:\nJune 29, 2026 shall be changed to June 29, 2029.",
        "replace_text 5: June 29, 2026 -> June 29, 2029",
    ),
    (
        "Clause (f) of section 6.3 of the Credit Agreement is redesignated as clause (g) and clause (e) of section 6.3 of the Credit Agreement is "
        "replaced with the following clauses (e) and (f):\n(e) sell a barge; or\n(f) sell a mill.",
        "renumber 6.3(f): 6.3(g)\nreplace_provision 6.3(e): (e) sell a barge; or\nadd_provision 6.3(f): (f) sell a mill.",
    ),
    (
        "The following shall be added as Section 9(b) of the Credit Agreement, and the existing Section 9(b) of the Credit Agreement shall be "
        "designated as Section 9(c):\n“(b) The barge is kept dry.”",
        "renumber 9(b): 9(c)\nadd_provision 9(b): (b) The barge is kept dry.",
    ),
    (
        "The following shall be added as Sections 9(b) and 9(c) of the Credit Agreement, and the existing Section 9(b) of the Credit Agreement "
        "shall be designated as Section 9(d):\n“(b) The barge is kept dry.\n(c) The mill is kept dry.”",
        "renumber 9(b): 9(d)\nadd_provision 9(b): (b) The barge is kept dry.\nadd_provision 9(c): (c) The mill is kept dry.",
    ),
    (
        'A new Section 5.2 is added to the Credit Agreement to read: "5.2 The barge is kept dry." The former Section 5.2 is renumbered as '
        "Section 5.3.",
        'renumber 5.2: 5.3\nadd_provision 5.2: 5.2 The barge is kept dry.',
    ),
    (
        'A new Section 5.2 is added to the Credit Agreement to read: "5.2 The barge is kept dry." Section 5.2 is renumbered as Section 5.3.',
        'add_provision 5.2: 5.2 The barge is kept dry.\nrenumber 5.2: 5.3',
    ),
    ("The existing Section 9(b) of the Credit Agreement shall be designated as Section 9(d).", "renumber 9(b): 9(d)"),
    (
        'The last sentence of Section 3 of the Credit Agreement, which states that "the mill is dry", is deleted and replaced with the following '
        "sentence:\nThe mill is wet.",
        "replace_provision 3~sentence last: The mill is wet.",
    ),
    (
        "The parties agree to amend Section 8(a) of the Credit Agreement to strike the language in that section, and replace it with the following:\n"
        "(a) The barge is kept dry.",
        "replace_provision 8(a): (a) The barge is kept dry.",
    ),
    (
        "The following new definition will be added (in alphabetical order) to Section 1.2 of the Credit Agreement:\n"
        '"Weir Fund " An amount equal to the tolls of the weir.',
        'add_provision 1.2#Weir Fund: "Weir Fund " An amount equal to the tolls of the weir.',
    ),
    (
        "The Credit Agreement is amended to include the following sentence as the last sentence of Section 7(b)—\nTolls are shared.",
        "insert_text 7(b): Tolls are shared. after $",
    ),
    (
        "Section 4 of the Credit Agreement is amended by adding in the last sentence after “barges”\n“and rafts”.",
        "insert_text 4~sentence last: and rafts after barges",
    ),
    (
        "Wages\nSection 4 (captioned “Wages”) of the Credit Agreement is hereby amended as follows:\n"
        "(a) To replace the last paragraph (with respect to the “Miller”) to read as follows:\n“The miller is paid in oats.”",
        "replace_provision 4~paragraph last: The miller is paid in oats.",
    ),
    (
        "The following language is inserted at the beginning of Section 5 of the Credit Agreement (Compensation of the Miller and Related Matters of the "
        "Mill):\nThe wage is $5.\nThe barges are his in May.",
        "insert_text 5: The wage is $5. The barges are his in May. before ^",
    ),
    (
        'The first sentence of Section 4 of the Credit Agreement is amended to delete the phrase . . . "and oats" .... and to insert the phrase '
        '. . . "and wheat" . . . in lieu thereof.',
        "replace_text 4~sentence 1: and oats -> and wheat",
    ),
    ("The former Section 8.4 of the Credit Agreement is renumbered and becomes 8.5.", "renumber 8.4: 8.5"),
    (
        "Section 11(i) of the Credit Agreement related to “Barges” and “Rafts” shall be amended and restated in its entirety as follows:\n"
        "“(i) The barge is kept dry.”",
        "replace_provision 11(i): (i) The barge is kept dry.",
    ),
    (
        "Section 5.1 of the Credit Agreement is hereby deleted in its entirety, and in consideration thereof, on or prior to May 1, 2027, the Borrower "
        "shall pay the amount of $100.",
        "delete_provision 5.1",
    ),
    (
        "Section 5 of the First Amendment is hereby deleted, and the Borrower expressly waives any rights to barges (other than the Mill Barge).",
        "delete_provision First Amendment:5",
    ),
    (
        "Section 2(a) of the Credit Agreement and Section 4(b) of Amendment 3 are hereby amended and replaced in their entirety by the following:\n"
        "“The wage is $5.”",
        "replace_provision 2(a): The wage is $5.\nreplace_provision Amendment 3:4(b): The wage is $5.",
    ),
    (
        "Section 7.4 is amended to delete the address of the miller under the heading “with copies to” and to replace it with the following:\n12 Weir Lane",
        "replace_entries 7.4: the address of the miller under the heading “with copies to” -> 12 Weir Lane",
    ),
    (
        'Section 5 of the Credit Agreement is amended\n(a) by inserting "or rafts" after "barges"; and\n(b) by deleting "oats".',
        "insert_text 5: or rafts after barges\ndelete_text 5: oats",
    ),
    (
        "The Credit Agreement is amended as follows:\n(a) Section 2.1 is hereby amended by deleting the rate elements with the following USOCs:\nBKRX1.\n(b) The Commitment is hereby reduced to $5.",
        "delete_entries 2.1: the rate elements with the following USOCs [BKRX1]\noverride #Commitment: The Commitment is hereby reduced to $5",
    ),
    (
        'The definition of "Weir" in Section 1.1 is hereby amended by (x) adding the following as a new last sentence thereof:\n'
        '"The weir is kept.", and (y) adding at the end thereof the following: "It is lit.".',
        "insert_text 1.1#Weir: The weir is kept. after $\ninsert_text 1.1#Weir: It is lit. after $",
    ),
    (
        "Barges are kept under Section 5 of the First Amendment; provided, however, that Section 9 of the First Amendment is hereby amended and "
        "restated to read as follows:\n“The barges are dry.”",
        "replace_provision First Amendment:9: The barges are dry.",
    ),
    (
        "Section 7.1 of the Credit Agreement, as amended, reads as follows:\n“7.1 Mills. The mill is kept dry.”",
        "replace_provision 7.1: 7.1 Mills. The mill is kept dry.",
    ),
    (
        "The first sentence of Section 3.5 of the Credit Agreement is amended by adding “and rafts” immediately following “barges” such that said "
        "sentence shall read, in part, “The miller keeps barges and rafts”.",
        "insert_text 3.5~sentence 1: and rafts after barges",
    ),
    (
        "In Section 3.5. Barges, the first clause of the second sentence of that Section shall be amended by adding “and rafts” after “barges”.",
        "insert_text 3.5~sentence 2: and rafts after barges",
    ),
    (
        "Section 8(d) is amended by restating the portion of such section appearing before paragraph (1) to read as follows:\n(d) If the mill is dry, the "
        "miller shall have:",
        "replace_provision 8(d)~introductory clause: (d) If the mill is dry, the miller shall have:",
    ),
    (
        "Notwithstanding anything to the contrary contained in Paragraph 6(5), the following shall replace the language contained in the Credit Agreement:\n"
        "“6(5) Mills. The mill is kept dry.”",
        "replace_provision 6(5): 6(5) Mills. The mill is kept dry.",
    ),
    (
        "The following provision of the Credit Agreement shall be amended in its entirety:\n7. Mills. The mill is kept dry.",
        "replace_provision 7: 7. Mills. The mill is kept dry.",
    ),
]
NOT_READ = [
    "Section 5.1 Tolls - replace the fee with another fee.",
    "Section 5.1 Tolls - replace ten days with the attached days.",
    "Section 2 of the Credit Agreement is amended to replace the last two paragraphs pertaining to barges thereof to read as follows:\n“Barges are dry.”",
    "Sections 2 and 3 are deleted and replaced with the following:\n“2. Mills. The Borrower keeps one mill, as Section 3 has it.\n4. Weirs.”",
    "Section 4 of the Credit Agreement is amended to read in its entirety as follows:\n“4. Mills. The mill has these rooms:\n2.\nLofts\nThe lofts are dry.”",
    "The following shall replace the language contained in the Credit Agreement:\n“6(5) Mills. The mill is kept dry.”",
    "Section 5 is deleted, and the Borrower shall amend Section 6 other than its last sentence.",
    "Section 3 of the Credit Agreement, which states that \"the mill is dry\", is replaced with the following:\nThe mill is wet.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_what_is_said_shortly_is_read(sentence: str, expected: str) -> None:
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == expected.split("\n")
    assert not read.findings


@pytest.mark.parametrize("sentence", NOT_READ)
def test_what_is_not_told_is_shown(sentence: str) -> None:
    read = amendment(sentence)
    assert not read.operations
    assert read.findings


def test_what_is_listed_as_work_is_no_command() -> None:
    read = amendment("The mill was made ready.\n2. Remove mouldings in the loft\n3. Change Proposal of May 19, 2025")
    assert not read.operations
    assert not open_sentences(read)
