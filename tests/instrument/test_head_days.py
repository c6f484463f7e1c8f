"""The days that an instrument bears and takes effect on, where another's day stands near, "
"with invented parties."""

import datetime

import pytest

from conformed.document import from_text
from conformed.instrument.heading.head import head
from conformed.instrument.marks import Head

PARTIES = 'by and between Alder, Inc. (the "Company") and Carl Dunn (the "Executive")'
NOW = "NOW, THEREFORE, the parties agree as follows:"


def read(*paragraphs: str) -> Head:
    return head(from_text("instrument.txt", "\n\n".join(paragraphs).encode()))


def day(year: int, month: int, day_: int) -> datetime.date:
    return datetime.date(year, month, day_)


@pytest.mark.parametrize(
    ("title", "preamble", "dated"),
    [
        (
            "FOURTH AMENDMENT TO CREDIT AGREEMENT",
            'THIS FOURTH AMENDMENT TO THE CREDIT AGREEMENT (this "Amendment") dated as of May '
            "2, 2011 is by and "
            'among Alder, Inc. ("Borrower") and Birch Bank ("Lender").',
            day(2011, 5, 2),
        ),
        (
            "AMENDED AND RESTATED LICENSE AGREEMENT",
            f'This LICENSE AGREEMENT (the "Agreement") is dated as of May 2, 2006 and is made {PARTIES}.',
            day(2006, 5, 2),
        ),
        (
            "AMENDMENT TO EMPLOYMENT AGREEMENT",
            'THIS AMENDMENT TO EMPLOYMENT AGREEMENT (this "Agreement"), dated effective as of '
            "May 2, 2005, is made "
            f"to amend the Employment Agreement dated effective April 11, 2002, {PARTIES}.",
            day(2005, 5, 2),
        ),
        (
            "SECOND AMENDMENT TO EMPLOYMENT AGREEMENT",
            'THIS SECOND AMENDMENT (this "Amendment") to the Employment Agreement, dated as '
            "of April 9, 1997 (the "
            f'"Employment Agreement"), is made effective as of May 2, 1999, {PARTIES}.',
            day(1999, 5, 2),
        ),
        (
            "AMENDMENT DATED MAY 2, 2005 TO EMPLOYMENT AGREEMENT",
            f"The EMPLOYMENT AGREEMENT dated March 1, 2003 {PARTIES} is hereby amended as follows:",
            day(2005, 5, 2),
        ),
    ],
)
def test_the_day_borne_is_the_instruments_own(title: str, preamble: str, dated: datetime.date) -> None:
    got = read(title, preamble, NOW)
    assert got.dated == dated
    assert got.amends is None or got.amends.dated != dated


def test_a_blank_day_where_it_is_signed_is_none() -> None:
    got = read(
        "FIRST AMENDMENT TO EMPLOYMENT AGREEMENT",
        "Reference is made to a certain Agreement dated June 3, 1995 between Alder, "
        "Inc. and Carl Dunn. The "
        "parties agree as follows:",
        "The letter entered into contemporaneously, and that certain Agreement dated as of "
        "May 2, 1994, stand.",
        "This Amendment is executed this __ day of March, 1996.",
    )
    assert got.dated is None


@pytest.mark.parametrize(
    "lead",
    [
        "the Agreement is hereby modified as follows, effective as of May 2, 2005:",
        'the parties hereby amend the Agreement, effective as of May 2, 2005 (the "Effective '
        'Date") as follows:',
        "the parties agree to the following changes to the Agreement, effective as of May 2, 2005:",
        "effective May 2, 2005, the Agreement is amended as follows:",
    ],
)
def test_a_day_of_effect_in_the_words_that_lead_to_what_is_agreed(lead: str) -> None:
    got = read(
        "FIRST AMENDMENT TO EMPLOYMENT AGREEMENT",
        f'WHEREAS, the parties entered into an Employment Agreement (the "Agreement") dated '
        f"March 1, 2004 {PARTIES};",
        f"NOW, THEREFORE, {lead}",
        "1. Section 2 is deleted.",
    )
    assert got.effective.date == day(2005, 5, 2)
    assert got.amends is not None
    assert got.amends.dated == day(2004, 3, 1)


def test_a_day_of_effect_over_the_preamble_and_not_that_of_an_earlier_amendment() -> None:
    got = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        "Effective date October 7, 2013.",
        "The employment agreement effective June 17, 2008, as amended by amendments "
        "effective March 30, 2010, "
        f"{PARTIES}, is hereby further amended as follows:",
        "1. Section 2 is deleted.",
    )
    assert (got.effective.date, got.effective.basis) == (day(2013, 10, 7), "stated")


def test_no_amendment_shall_be_effective_unless_in_writing_is_no_condition() -> None:
    got = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        f'THIS AMENDMENT TO EMPLOYMENT AGREEMENT (this "Amendment"), dated as of May 2, 2005, '
        f"is made {PARTIES}.",
        NOW,
        "No amendment to this Agreement shall be deemed effective unless executed in writing "
        "by both parties.",
    )
    assert got.effective.basis == "dated"


@pytest.mark.parametrize(
    "preamble",
    [
        'This Amendment to Employment Agreement ("Amendment") is entered into between '
        'Alder, Inc. (the "Company") '
        'and Carl Dunn (the "Employee"), and has an effective date of May 2, 2007. They '
        "wish this Amendment to modify "
        "the Employment Agreement made by and between the Company and the Employee "
        "on September 14, 2004.",
        "This Amendment modifies the Employment Agreement between Alder, Inc. (the "
        '"Company") and Carl Dunn (the '
        '"Executive") entered into as of February 6, 2002, as amended June 25, 2003 ("First '
        'Amendment"), and is to be '
        "effective May 2, 2007.",
    ],
)
def test_days_of_what_is_amended_are_not_borne(preamble: str) -> None:
    got = read("AMENDMENT TO EMPLOYMENT AGREEMENT", preamble, NOW, "1. Section 2 is deleted.")
    assert got.dated not in {day(2004, 9, 14), day(2003, 6, 25)}
    assert got.effective.date == day(2007, 5, 2)


def test_an_instrument_that_opens_with_that_certain_agreement() -> None:
    got = read(
        "Change Order No.: 7",
        "That certain Agreement for Dredging Services between Alder, Inc. and Birch LLC "
        "dated as of March 20, 2012 "
        "is hereby modified as follows:",
        "1. The scope is changed.",
        "The Work Calendar for the north channel dated May 9, 2013 is made part by this reference.",
        "This Change Order is effective as of July 15, 2013.",
    )
    assert got.amends is not None
    assert got.amends.dated == day(2012, 3, 20)
    assert got.effective.date == day(2013, 7, 15)


@pytest.mark.parametrize(
    "words",
    [
        "This Amendment shall be effective retroactively as of March 1, 2005.",
        "This Amendment is effective retroactive to March 1, 2005.",
        "This Amendment is made with retroactive effect to March 1, 2005.",
    ],
)
def test_a_day_of_effect_before_the_day_borne_is_retroactive(words: str) -> None:
    got = read(
        "FIRST AMENDMENT TO SERVICES AGREEMENT",
        f"THIS FIRST AMENDMENT TO SERVICES AGREEMENT, dated as of May 2, 2005, is {PARTIES}, and amends the Services Agreement"
        " dated as of April 1, 2003.",
        NOW,
        f"1. Effect. {words}",
    )
    assert (got.effective.date, got.effective.basis) == (day(2005, 3, 1), "retroactive")
