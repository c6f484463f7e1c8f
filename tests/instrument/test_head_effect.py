"""When an instrument takes effect, by words of its own at its end, in new text and in its conditions, with invented parties."""

import datetime

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.instrument.heading.head import head
from conformed.instrument.marks import Head

TITLE = "SECOND AMENDMENT TO EMPLOYMENT AGREEMENT"
PREAMBLE = (
    "THIS SECOND AMENDMENT (this “Amendment”) is dated May 2, 2006, by and between Alder, Inc. (the “Company”) and "
    "Carl Dunn (the “Executive”)."
)
RECITAL = "WHEREAS, the parties entered into an Employment Agreement dated March 1, 2004 (the “Agreement”);"
NOW = "NOW, THEREFORE, the parties agree as follows:"
ORDER = "1. Section 2 of the Agreement is hereby deleted."


def read(*paragraphs: str) -> Head:
    document = from_text("instrument.txt", "\n\n".join(paragraphs).encode())
    return head(document, set_off=parse(document).set_off)


def effect(*behind: str, preamble: str = PREAMBLE) -> tuple[str | None, str]:
    got = read(TITLE, preamble, RECITAL, NOW, *behind).effective
    return got.date.isoformat() if got.date else None, got.basis


def test_the_clause_that_tells_of_the_signing_may_state_an_earlier_day() -> None:
    clause = "IN WITNESS WHEREOF, this Amendment has been signed on May 2, 2006, to be effective as of April 1, 2006."
    assert effect(ORDER, clause) == ("2006-04-01", "retroactive")


def test_the_clause_that_tells_of_the_signing_may_repeat_the_day_borne() -> None:
    clause = "IN WITNESS WHEREOF, the parties have executed this Amendment effective as of May 2, 2006."
    assert effect(ORDER, clause) == ("2006-05-02", "dated")


def test_a_day_on_a_line_of_its_own_is_that_of_the_whole() -> None:
    reference = (
        "Reference is made to that certain Employment Agreement dated as of March 1, 2004, between Alder, Inc. and Carl Dunn "
        "(the “Agreement”). The parties agree to amend the Agreement as follows:"
    )
    got = read(TITLE, reference, ORDER, "Except as amended, the Agreement continues.", "Effective as of June 5, 2006")
    assert (got.effective.date, got.effective.basis) == (datetime.date(2006, 6, 5), "stated")


def test_a_day_in_new_text_without_quotation_marks_is_of_no_part() -> None:
    orders = "1. Section 4 of the Agreement is hereby replaced in its entirety with the following:"
    new = "4. Salary. Effective as of January 1, 2006, the Company shall pay the Executive $90,000 a year under this Section."
    assert effect(orders, new) == ("2006-05-02", "dated")


def test_what_is_made_retroactive_to_a_day_does_not_bear_it() -> None:
    preamble = (
        "THIS SECOND AMENDMENT (this “Amendment”) is entered into by and between Alder, Inc. (the “Company”) and Carl Dunn "
        "(the “Executive”) and is made retroactive to April 1, 2006."
    )
    got = read(TITLE, preamble, RECITAL, NOW, ORDER)
    assert (got.dated, got.effective.basis) == (None, "retroactive")
    assert got.effective.date == datetime.date(2006, 4, 1)


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        (
            "2. Effect. This Amendment shall be effective as of the date of this Amendment upon receipt by the Company of a signed copy.",
            "2006-05-02",
        ),
        (
            "2. Terms. “Second Amendment Date” shall mean June 1, 2006. This Amendment shall be effective as of the Second Amendment "
            "Date upon satisfaction of the conditions set forth below.",
            "2006-06-01",
        ),
        ("2. Board. This Amendment is subject to the approval of the Board of Directors.", None),
        (
            "2. Upon execution of this Amendment by both parties, the change above shall become a valid and binding part of the "
            "original Agreement.",
            None,
        ),
    ],
)
def test_a_day_may_be_stated_though_conditions_are_waited_for(behind: str, date: str | None) -> None:
    assert effect(ORDER, behind) == (date, "conditions")


def test_an_approval_of_what_comes_later_is_no_condition() -> None:
    assert effect(ORDER, "2. Grants. Any modification of a grant is subject to the approval of the Board.") == ("2006-05-02", "dated")


def test_what_a_recital_tells_of_another_amendment_is_no_condition_of_this_one() -> None:
    recital = (
        "WHEREAS, under its Section 9, the First Amendment becomes effective when the mill is sold (the “Closing”), and is void if the mill "
        "is kept; and"
    )
    got = read(TITLE, PREAMBLE, recital, RECITAL, NOW, ORDER).effective
    assert (got.date, got.basis) == (datetime.date(2006, 5, 2), "dated")


def test_what_new_text_waits_for_is_no_condition_of_the_amendment() -> None:
    new = (
        "4. Leave. The Executive is paid for his leave upon the execution and effectiveness of this Release, conditioned further upon "
        "his silence under this Section."
    )
    assert effect("1. Section 4 of the Agreement is hereby replaced in its entirety with the following:", new) == ("2006-05-02", "dated")


def test_the_day_on_which_the_agreement_ends_is_not_that_of_the_instrument() -> None:
    assert effect("1. The parties agree that the Agreement shall terminate effective June 30, 2006.") == ("2006-05-02", "dated")


def test_no_part_of_a_restatement_takes_effect_by_itself() -> None:
    got = read(
        "AMENDED AND RESTATED LOAN AGREEMENT",
        "THIS AMENDED AND RESTATED LOAN AGREEMENT (this “Agreement”) is made as of May 2, 2006 by and between Alder, Inc. (the "
        "“Borrower”) and Birch Bank (the “Lender”), and restates the Loan Agreement dated March 1, 2004.",
        NOW,
        "1. Liens. Effective October 1, 2005, Section 88 of the Lien Act asks a lender to give notice.",
    )
    assert (got.effective.date, got.effective.basis) == (datetime.date(2006, 5, 2), "dated")


def test_an_item_of_a_list_does_not_speak_of_the_section_in_the_words_before_it() -> None:
    items = (
        "1. Changes. The Agreement is hereby amended as follows:",
        '(a) The proviso in Section 3 is deleted and replaced with the following: ", provided that none is due under Section 4"',
        "(b) This Amendment shall become effective on May 20, 2006.",
    )
    assert effect(*items) == ("2006-05-20", "stated")
