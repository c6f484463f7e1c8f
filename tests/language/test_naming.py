"""Provisions named by number, letter, caption or part, as drafters name them, in the orders that change them."""

import pytest

from conformed.basis import FindingKind
from conformed.instrument import parse
from conformed.language import interpret
from tests import written
from tests.written import amendment, assert_orders, assert_unread, document, shown

ORDERS = [
    (
        'Section 1.1 is amended by deleting each of the definitions of "Mill," "Barge," "Rye" and "Tolls" in its entirety.',
        "delete_provision 1.1#Mill\ndelete_provision 1.1#Barge\ndelete_provision 1.1#Rye\ndelete_provision 1.1#Tolls",
    ),
    (
        'The definitions of "Mill," "Barge," and "Tolls" are hereby deleted.',
        "delete_provision #Mill\ndelete_provision #Barge\ndelete_provision #Tolls",
    ),
    (
        "Section 10(e) is amended by revising the start of the former fifth sentence of its first paragraph, such that the phrase "
        '"in spring" is replaced with the phrase "in fall".',
        "replace_text 10(e)~sentence 5 of paragraph 1: in spring -> in fall",
    ),
    (
        'The period ending clause (h) of Section 8.1 is replaced by a semicolon and the word "and".',
        "replace_text 8.1(h): . -> ; and at the end",
    ),
    (
        'Section 10.3 is amended by deleting the final word "and" of clause (a) thereof.',
        "delete_text 10.3(a): and at the end",
    ),
    (
        'Section 10.3 is amended by inserting "or" after the final word "and" of clause (a) thereof.',
        "insert_text 10.3(a): or after and",
    ),
    (
        "Section 3 of the Credit Agreement- Term of Lease- is hereby extended to May 18, 2023.",
        "override 3: Section 3 of the Credit Agreement- Term of Lease- is hereby extended to May 18, 2023",
    ),
    (
        'Section 22(iii) Tolls and Dues Upon Sale of the Mill is amended and restated in its entirety as follows:\n"(iii) None is due."',
        "replace_provision 22(iii): (iii) None is due.",
    ),
    (
        'In Section 2. Wheel; Pond, the second sentence, shall be deleted and the following inserted in lieu thereof: "The wheel turns."',
        "replace_provision 2~sentence 2: The wheel turns.",
    ),
    (
        'Paragraph 3, Wages, subparagraph (a), Night Wages, is amended by deleting the words "two years".',
        "delete_text 3(a): two years",
    ),
    (
        "Section 10.2 of the Credit Agreement, Least Cash, is hereby deleted.",
        "delete_provision 10.2",
    ),
    (
        "Section 4, Exhibit A and Schedule 2 are hereby deleted.",
        "delete_provision 4\ndelete_provision Exhibit A\ndelete_provision Schedule 2",
    ),
    (
        'Clause (iv) of Paragraph 17. shall be deemed deleted and the following text shall be deemed inserted as the new Clause (iv) of Paragraph 17. in the Credit Agreement:\n"(iv) the mill burns down."',
        "replace_provision 17(iv): (iv) the mill burns down.",
    ),
    (
        'Section V. (Term) is deleted in its entirety and replaced with the following:\n"The term is five years."',
        "replace_provision V: The term is five years.",
    ),
    (
        'Section 3. 7 (Tolls) of the Credit Agreement is amended and restated as follows:\n"3.7. Tolls. None."',
        "replace_provision 3.7: 3.7. Tolls. None.",
    ),
    (
        "Section 3. 7 (Tolls) of the Credit Agreement is hereby deleted and amended and restated as follows:\n3.7 Tolls. None.",
        "replace_provision 3.7: 3.7 Tolls. None.",
    ),
    (
        "Section 3.3 Expiration of Dues of the Prior Dues Agreements is deleted in its entirety.",
        "delete_provision Prior Dues Agreements:3.3",
    ),
    (
        'The first sentence of Section D(3)(a) of the Credit Agreement is amended to read as follows: "The mill is insured."',
        "replace_provision D(3)(a)~sentence 1: The mill is insured.",
    ),
    (
        'Article VI. Lease and Sale, Section B, Lease, is amended and restated to read as follows:\n"B. Lease: The lease ends."',
        "replace_provision Article VI(B): B. Lease: The lease ends.",
    ),
    (
        'The Credit Agreement shall be amended to include a new Section 4.(h) as follows:\n"4.(h) Sale. All is due."',
        "add_provision 4(h): 4.(h) Sale. All is due.",
    ),
    (
        'The following paragraph is inserted immediately after Paragraph 2.b. of the Credit Agreement:\n"2.c. The mill is kept dry."',
        "add_provision 2(c): 2.c. The mill is kept dry.",
    ),
    (
        "Section 4(b) sentence three is deleted in its entirety.",
        "delete_provision 4(b)~sentence 3",
    ),
    (
        'Section 2 is amended by deleting the first three sentences of said Section and replacing those three sentences with the following: "The mill turns."',
        "replace_provision 2~sentences 1-3: The mill turns.",
    ),
    (
        'Section 4 is amended by deleting the second and third sentences thereof and replacing them with the following sentence: "The mill turns."',
        "replace_provision 4~sentences 2-3: The mill turns.",
    ),
    (
        'Section 4 is amended by inserting the following clauses (g), (h) and (i):\n"(g) rye, (h) oats and (i) wheat,"',
        "add_provision 4(g): (g) rye,\nadd_provision 4(h): (h) oats and\nadd_provision 4(i): (i) wheat,",
    ),
    (
        'The second WHEREAS clause is amended by deleting the phrase "and barn" therein.',
        "delete_text Recital 2: and barn",
    ),
    (
        'The first WHEREAS clause is amended by striking the entire WHEREAS clause and replacing it with the following:\n"WHEREAS, one mill turns; and"',
        "replace_provision Recital 1: WHEREAS, one mill turns; and",
    ),
    (
        'The section entitled "Repair of the Mill" is hereby amended and restated as follows:\n"Repair of the Mill. The miller repairs it."',
        'replace_provision "Repair of the Mill": Repair of the Mill. The miller repairs it.',
    ),
    (
        'The NEGATIVE COVENANTS Section of the Credit Agreement is amended by deleting the words "or lent".',
        'delete_text "NEGATIVE COVENANTS": or lent',
    ),
    (
        'Subsection (a) of the "Tolls and Dues" section of the Credit Agreement is amended to read as follows:\n"(a) None is due."',
        'replace_provision "Tolls and Dues"(a): (a) None is due.',
    ),
    (
        'The definitions section of the Credit Agreement is amended by adding the following definition of "Barge":\n"Barge: A boat that is loaded."',
        "add_provision #Barge: Barge: A boat that is loaded.",
    ),
    (
        'The following definitions set forth in ss. 1.1 of the Credit Agreement are hereby amended and restated in their entirety to read as follows:\n"Barge" means a boat.\n"Weir" means a dam.',
        'replace_provision 1.1#Barge: "Barge" means a boat.\nreplace_provision 1.1#Weir: "Weir" means a dam.',
    ),
    (
        'Part (ii) of Section 10(b) is revised to read as follows: "the mill turns."',
        "replace_provision 10(b)(ii): the mill turns.",
    ),
    (
        'Section 5.2 is amended by inserting "or barns" after "all mills" in the introductory paragraph of such Section.',
        "insert_text 5.2~paragraph 1: or barns after all mills",
    ),
    (
        'Section 7 is hereby modified by the addition of the following as the 3rd sentence of such section: "The wage is ten."',
        "add_provision 7~sentence 3: The wage is ten.",
    ),
    ("The 3rd paragraph of Section 2 is deleted.", "delete_provision 2~paragraph 3"),
    (
        "Section 2.8 of the Credit Agreement which was added by amendment dated as of June 3, 2019 is hereby deleted.",
        "delete_provision 2.8",
    ),
    (
        'Section 9.a. is amended by adding a new subsection 4 as follows:\n"(4) The mill turns."',
        "add_provision 9(a)(4): (4) The mill turns.",
    ),
    (
        "Exhibit VII to the Credit Agreement is amended by deleting it in its entirety and substituting therefor the form of grain bill annexed hereto as Annex C.",
        "replace_provision Exhibit VII",
    ),
    (
        'In Exhibit A, the definition of "Barge" shall be revised by replacing "ten" with "twelve".',
        "replace_text Exhibit A#Barge: ten -> twelve",
    ),
    (
        'Subsections III (b) and III(f) of Exhibit "A" are deleted.',
        "delete_provision Exhibit A/III(b)\ndelete_provision Exhibit A/III(f)",
    ),
    (
        'Section 2 is amended to cause clause (i) thereof to read in its entirety as follows:\n"(i) The mill turns."',
        "replace_provision 2(i): (i) The mill turns.",
    ),
    (
        'The definition of "Barge" in Section 1.1 is amended to delete the phrase "or wet" appearing in new clause (vii) thereof and to replace such phrase with the phrase "or dry".',
        "replace_text 1.1#Barge(vii): or wet -> or dry",
    ),
    (
        'The language "and barns" is hereby deleted from the heading of Paragraph 5(a), which previously read "Mills and barns."',
        "delete_text 5(a)~heading: and barns",
    ),
    (
        "Section 5.4, “End of this Lease,” of the Credit Agreement is deleted.",
        "delete_provision 5.4",
    ),
    (
        'The Credit Agreement is amended by deleting the word "or" immediately preceding clause (ii) of Section 8.4(b).',
        "delete_text 8.4(b): or before (ii)",
    ),
    (
        'The reference to "Sections 4c.3 and 4c.5" in Section6d.2 is hereby changed to "Section 4c.7."',
        "replace_text 6d.2: Sections 4c.3 and 4c.5 -> Section 4c.7",
    ),
    (
        'The first sentence in each of Section 5(a) and Section 5(b) is deleted and replaced with the following: "The mill turns."',
        "replace_provision 5(a)~sentence 1: The mill turns.\nreplace_provision 5(b)~sentence 1: The mill turns.",
    ),
    ("GC Section 2.2.1 is deleted.", "delete_provision GC:2.2.1"),
    (
        'Section 6(f) (first paragraph under the heading "Tolls") is amended by adding at the end thereof: "All is due."',
        "insert_text 6(f)~paragraph 1 under “Tolls”: All is due. after $",
    ),
    (
        'The second bullet of Paragraph 3 is amended by adding the following sentence at the end of that bullet: "All is due."',
        "insert_text 3~bullet 2: All is due. after $",
    ),
]
NAMED_NARROWER = [  # than any address says
    "Section 5, paragraph 2, is deleted in its entirety.",
    "Section 5 paragraph 2 is deleted in its entirety.",
    "Paragraph 3 of Section 2 is deleted in its entirety.",
    "Section 4 b. is deleted in its entirety.",
    "Section 4 is deleted in its entirety.**",
    "Part II, Section 3 is deleted in its entirety.",
    "Part II Section 3 is deleted in its entirety.",
    "Section 3 of Part B is deleted in its entirety.",
    'The first sentences of Section 5(a) and Section 5(b) are deleted and replaced with the following: "The mill turns."',
    'Section 5 is amended to add the term "Harvest Date" to the term "Sale Date" in each of the three places that the latter term appears therein so that they shall read "each Harvest Date or Sale Date."',
    'Section 5 "Miller" is replaced with "Ada Thorne".',
    'The following definitions set forth in Section 1.1 are hereby amended and restated in their entirety to read as follows:\n"Barge: a boat."\n"Weir: a dam."',
    'Section 9(b) Tolls and the two sentences directly following such Section 9(b) shall be amended and restated to read as follows:\n"(b) Tolls. None."',
    'Subsection bA {i} is modified by deleting "2005" in the introductory paragraph thereof and substituting therefor "2006".',
    'Section 4.9 is amended by deleting the text of Section 4.9 up to but not including the proviso contained therein and substituting the following therefor: "The mill turns"',
    'The remainder of GC Section 3.2 is modified as follows: "The mill turns."',
    'Section 2.4 is amended by deleting the word "mill" appearing in the third and fourth lines thereof and substituting "barn" in each case in lieu thereof.',
    'The third bullet of Section 6 is amended:\n(a) by deleting the word "ten"; and\n(b) by adding "wet" after "mill".',
    'The following new definition is added to Section 1.1:\n"The barge is the boat that is loaded."',
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_finds_the_provision_that_it_names(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize("sentence", NAMED_NARROWER)
def test_what_no_address_names_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


def test_what_is_struck_without_being_named_is_shown_beside_what_was_read() -> None:
    read = amendment(
        'Section 2(d) shall be amended to add "with grain" after "other plans" as Section 2(e) shall be deleted.'
    )
    assert [shown(operation) for operation in read.operations] == [
        "insert_text 2(d): with grain after other plans"
    ]
    assert [finding.kind for finding in read.findings] == [FindingKind.UNREAD]


LETTER = """\
{title}

This amendment, dated as of May 1, 2020, between Bramble Milling, Inc. (the "Company") and Ada Thorne (the "Miller")
{amends} The parties agree as follows:

1. Section 3 of the {name} is hereby deleted.

IN WITNESS WHEREOF, the parties have signed.
"""


@pytest.mark.parametrize(
    ("title", "amends", "name", "target"),
    [
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'amends the Employment Agreement dated as of April 3, 2015 (the "2015 Agreement").',
            "2015 Agreement",
            "3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'amends the Employment Agreement dated as of April 3, 2015 (the "April 2015 Employment Agreement").',
            "April 2015 Employment Agreement",
            "3",
        ),
        (
            "AMENDMENT ONE TO EMPLOYMENT LETTER",
            "is made today.",
            "Employment Letter",
            "3",
        ),
        (
            "AMENDMENT TO AMENDED AND RESTATED EMPLOYMENT AGREEMENT",
            "amends the Amended and Restated Employment Agreement dated as of April 3, 2015.",
            "Amended and Restated Agreement",
            "3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'amends the Employment Agreement dated as of April 3, 2015 (the "April Agreement) and binds the parties.',
            "April Agreement",
            "3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'amends (as the "Amended April Agreement") the Employment Agreement dated as of April 3, 2015 (the "April Agreement").',
            "April Agreement",
            "3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            "amends the Employment Agreement dated as of April 3, 2015 (the “Agreement”). The name of the Employment Agreement is hereby amended to read "
            "“Barge Contract”.",
            "Barge Contract",
            "3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            "amends the Employment Agreement dated as of April 3, 2015 (the “Agreement”). The name of the Mill Lease is hereby amended to read “Barge Contract”.",
            "Barge Contract",
            "Barge Contract:3",
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'amends the Employment Agreement dated as of April 3, 2015 (the "2015 Agreement").',
            "May 3, 2017 Amendment",
            "May 3, 2017 Amendment:3",
        ),
    ],
)
def test_the_agreement_is_known_by_its_names(title: str, amends: str, name: str, target: str) -> None:
    read = interpret(parse(document(LETTER.format(title=title, amends=amends, name=name))))
    assert shown(read.operations[-1]) == f"delete_provision {target}"


def test_subparts_are_counted_as_sections() -> None:
    read = interpret(
        parse(
            document(
                written.LETTER.format(
                    title="AMENDMENT NO. 1",
                    day="January 6, 2020",
                    body="PART II\nAMENDMENTS\n\nSUBPART 2.1. Mill. Section 4 of the Credit Agreement is deleted.\n\n"
                    "SUBPART 2.2. Barge. Section 5 of the Credit Agreement is deleted.",
                    last="SUBPART 3.1",
                )
            )
        )
    )
    assert [(one.at, shown(one)) for one in read.operations] == [
        ("2.1", "delete_provision 4"),
        ("2.2", "delete_provision 5"),
    ]


OTHERS = [
    (
        'The words "ten" in Amendment No. 1 are hereby replaced with "two".',
        "replace_text Amendment No. 1:*: ten -> two",
    ),
    (
        'The reference in the Guaranty to "ten" is hereby changed to "two".',
        "replace_text Guaranty:*: ten -> two",
    ),
    ('In the First Amendment, the words "ten" are hereby deleted.', "delete_text First Amendment:*: ten"),
    (
        'All references in the Note to "ten" are hereby replaced with references to "two".',
        "replace_throughout Note:*: ten -> two",
    ),
    ('The words "ten" in the Credit Agreement are hereby replaced with "two".', "replace_text *: ten -> two"),
    ('The words "ten of the Note" are hereby replaced with "two".', "replace_text *: ten of the Note -> two"),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHERS)
def test_words_in_a_document_that_is_named_alone_are_of_that_document(sentence: str, expected: str) -> None:
    read = amendment(sentence)
    assert [shown(operation).partition(" (")[0] for operation in read.operations] == [expected]
