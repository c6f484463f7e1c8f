"""New text in the orders that put it in: each provision has its own, and what no order takes is shown."""

import pytest

from conformed.basis import FindingKind
from conformed.instrument import parse
from conformed.language import Class, Interpretation, interpret
from tests.written import amendment, assert_orders, assert_unread, document


def unread(read: Interpretation) -> list[str]:
    text = read.instrument.document.reading.text
    return [text[piece.start : piece.end].strip() for piece in read.account if piece.what is Class.UNREAD]


ORDERS = [
    (
        'The following definitions in Section 1.2 are amended and restated in their entirety as follows:\n""Barge" means a boat."\n""Mill" means a house."',
        'replace_provision 1.2#Barge: "Barge" means a boat.\nreplace_provision 1.2#Mill: "Mill" means a house.',
    ),
    (
        'The definitions of "Barge" and "Mill" are replaced with the following new definitions:\n"Barge" - A boat of ten tons.\n"Mill"- the house.',
        'replace_provision #Barge: "Barge" - A boat of ten tons.\nreplace_provision #Mill: "Mill"- the house.',
    ),
    (
        "Article VII is amended to add the following as new clauses (n) and (o) thereof:\n(n) the mill burns; or\n(o) the barge sinks.",
        "add_provision Article VII(n): (n) the mill burns; or\nadd_provision Article VII(o): (o) the barge sinks.",
    ),
    # What is restated is the clause that the order names behind its verb, and no more.
    (
        'Section 2 is amended to cause clause (i) thereof to read in its entirety as follows:\n"(i) mills the corn,"',
        "replace_provision 2(i): (i) mills the corn,",
    ),
    (
        'Part (ii) of Section 10(b) is revised to read as follows: "the mill shall stand, and".',
        "replace_provision 10(b)(ii): the mill shall stand, and",
    ),
    (
        "Section 4(c) is amended to delete the penultimate sentence, so that such Section, as amended, will read as follows:\n"
        '"(c) Mill. The mill stands."',
        "replace_provision 4(c): (c) Mill. The mill stands.",
    ),
    # A term that is changed wherever it stands is no definition that is replaced.
    (
        'The defined term "Miller" shall be changed to "Brewer" throughout the Credit Agreement.',
        "replace_throughout *: Miller -> Brewer",
    ),
    (
        'All references in the Credit Agreement to the term "Milling Fee" shall be changed to "Fee".',
        "replace_throughout *: Milling Fee -> Fee",
    ),
    (
        'Section 5.2 is amended by inserting "and rents" after "fees" in the introductory paragraph of such Section.',
        "insert_text 5.2~paragraph 1: and rents after fees",
    ),
    # Signs that something stays, and the wrong mark that closes.
    (
        'Clause 18.7 is amended to read as follows:\n"18.\n(...)\n18.7 The mill stands.\n(...)"',
        "replace_provision 18.7: 18.7 The mill stands.",
    ),
    (
        "Section 10(b) is revised to read “a change of the Miller’s trade. “",
        "replace_provision 10(b): a change of the Miller’s trade.",
    ),
    (
        "Section 14.7 is amended to read as follows:\n14.7 The miller shall keep the ‘Pod’.",
        "replace_provision 14.7: 14.7 The miller shall keep the ‘Pod’.",
    ),
    # One provision with lists, figures and references of its own.
    (
        'Section 5.1 is amended to read as follows:\n"5.1 Ratio. The ratio is\n5.2 to 1.0\nat all times."',
        "replace_provision 5.1: 5.1 Ratio. The ratio is 5.2 to 1.0 at all times.",
    ),
    (
        'Section 5(b) is amended to read as follows:\n"(b) Fees.\n(i) For the mill:\n(a) one;\n(b) two; and\n(c) three."',
        "replace_provision 5(b): (b) Fees. (i) For the mill: (a) one; (b) two; and (c) three.",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_each_provision_has_its_own_part(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


def test_provisions_that_the_new_text_does_not_number_are_not_made_up() -> None:
    order = "The following shall be added as Sections 9(b) and 9(c):"
    assert_unread(f"{order}\n(b) The mill is kept dry.\n(d) The barge is kept clean.")


def test_what_of_a_new_text_no_order_takes_is_shown() -> None:
    read = amendment(
        "Sections 8.2(b) and (c) are amended and restated to read as follows:\n8.2 Liens.\nThere are no liens but these:\n"
        "(b) a lien on the barge;\n(c) a lien on the mill that is less than its worth;\n"
        "(d) a lien on the tools that the miller keeps."
    )
    assert [str(operation.target) for operation in read.operations] == ["8.2(b)", "8.2(c)"]
    assert unread(read) == ["(d) a lien on the tools that the miller keeps."]
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


@pytest.mark.parametrize(
    "body",
    [
        'Clause 20.1 is amended to read as follows:\n"20. BONDS\n20.1 The mill gives a bond.\n20.2 The mill gives a letter."',
        "Clause 7(g) is amended to read as follows:\n(g) TRADE. The miller mills.\n(h) REST. The miller rests.",
    ],
)
def test_a_text_that_goes_on_with_other_provisions_is_not_put_in_for_one(body: str) -> None:
    assert_unread(body)


LETTER = """\
AMENDMENT TO SERVICES AGREEMENT

This AMENDMENT TO SERVICES AGREEMENT (this "Amendment"), dated as of March 3, 2021, is between PLOVER MARSH, INC., an Ohio
corporation (the "Company"), and INGRID VALE (the "Manager"), and amends their Services Agreement dated as of May 1, 2018
(the "Services Agreement").

The parties agree as follows:

{announced}

The fee is $5 a day.

{behind}

Except as amended hereby, the Services Agreement remains in full force and effect.
"""


@pytest.mark.parametrize(
    "body",
    [
        'Section 6.3 is amended by replacing clauses (a) and (b) to read as follows:\n"(a) the Wages are due in June."',
        "Section 7(b) is amended by the revision of the caption and the first clause of the third sentence thereof to read as "
        'follows: "Sale of the Mill. If the mill is sold,".',
    ],
)
def test_a_text_that_is_not_told_to_be_which_of_several_is_put_in_for_none(body: str) -> None:
    assert_unread(body)


ONE = "The following is inserted at the end of Section 5 of the Services Agreement:"


@pytest.mark.parametrize(
    ("announced", "behind", "read"),
    [
        # The instrument counts nothing, and the paragraph may be its own.
        (ONE, "Options that were granted in earlier years will vest as they are.", False),
        (ONE, "The Manager has received what is due to her for the past year.", False),
        # It speaks as the agreement does, leans on what stands before it, or is one of several that are announced.
        (ONE, "No fee under this Agreement bears interest.", True),
        (ONE, "Notwithstanding the foregoing, no fee is due on Sundays.", True),
        (ONE, "(a) No fee is due on Sundays.", True),
        (
            "The following paragraphs are inserted at the end of Section 5 of the Services Agreement:",
            "Options that were granted in earlier years will vest as they are.",
            True,
        ),
        # The instrument counts its paragraphs.
        (f"1. {ONE}", "Options that vest are kept.\n\n2. The Manager agrees.", True),
    ],
)
def test_a_text_whose_end_is_not_sure_is_shown_and_not_put_in(
    announced: str, behind: str, read: bool
) -> None:
    body = LETTER.format(announced=announced, behind=behind)
    found = interpret(parse(document(body)))
    assert len(found.operations) == read
    if read:
        new = found.operations[0].new
        assert new is not None
        assert new.words.endswith(behind.split("\n", 1)[0])
    else:
        assert [finding.kind for finding in found.findings] == [FindingKind.UNREAD] * len(found.findings)
        assert any(behind in one for one in unread(found))


GOES_ON = [
    (
        'The definition of "Mill" in Section 1.1 is further amended by (x) inserting at the end thereof the following new sentence:\n'
        '"No mill is kept wet.", and (y) deleting "by the quay".',
        'insert_text 1.1#Mill: No mill is kept wet. after $\ndelete_text 1.1#Mill: by the quay',
    ),
    (
        "Section 2.2 is amended by adding at the end thereof the following sentence:\n"
        '"Each "Mill" is kept dry." and deleting the words "by the quay".',
        'insert_text 2.2: Each "Mill" is kept dry. after $\ndelete_text 2.2: by the quay',
    ),
    (
        'Section 2.3 is amended by (i) adding the following sentence:\n"Each "Mill" is kept dry.", (ii) deleting clause (b) and '
        '(iii) replacing "ten" with "two".',
        'insert_text 2.3: Each "Mill" is kept dry. after $\ndelete_provision 2.3(b)\nreplace_text 2.3: ten -> two',
    ),
    (
        "Section 2.4 is amended and restated in its entirety as follows:\n"
        '"2.4 Forms. The miller may edit a form by striking "mill" and deleting the words "by the quay"."',
        'replace_provision 2.4: 2.4 Forms. The miller may edit a form by striking "mill" and deleting the words "by the quay".',
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), GOES_ON)
def test_a_quotation_ends_before_the_next_change_of_its_sentence(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


def test_a_number_whose_blank_was_lost_numbers_still() -> None:
    read = amendment('Section 4(a) of the Credit Agreement is amended in its entirety to read as follows:\n4.Tolls and Dues.\na.Base Toll. The mill pays in May.')
    (put,) = read.operations
    assert put.new is not None
    assert (str(put.target), put.new.words) == ("4(a)", "a.Base Toll. The mill pays in May.")
