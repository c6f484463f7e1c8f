"""The days that an instrument bears and takes effect on, where another's day stands near, "
"with invented parties."""

import datetime

import pytest

from conformed.basis.day import parse_day
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


@pytest.mark.parametrize("cue", ["with an Effective Date of", "having an effective date of", "with an effective date as of"])
def test_a_preamble_that_bears_an_effective_date_states_it(cue: str) -> None:
    got = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        f'THIS AMENDMENT TO EMPLOYMENT AGREEMENT (this "Amendment") is made this 4th day of March, 2007, {cue} May 2, 2007 (the "Effective Date"), {PARTIES}.',
        NOW,
        "1. Section 2 is deleted.",
    )
    assert (got.dated, got.effective.date, got.effective.basis) == (day(2007, 3, 4), day(2007, 5, 2), "stated")
    of_another = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        f'THIS AMENDMENT (this "Amendment") is made on March 4, 2007, {PARTIES}.',
        f"WHEREAS, the parties made that certain Employment Agreement, {cue} May 2, 2005 as changed by the letter of May 9, 2006;",
        NOW,
        "1. Section 2 is deleted.",
    )
    assert of_another.effective.date == day(2007, 3, 4)
    amended = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        f"This Amendment is of the Employment Agreement {PARTIES} entered into {cue} May 2, 2001, as amended July 31, 2003.",
        NOW,
        "1. Section 2 is deleted.",
    )
    assert amended.effective.date != day(2001, 5, 2)


def test_a_day_of_effect_behind_the_day_borne_is_the_instruments_own() -> None:
    own = 'SECOND AMENDMENT TO EMPLOYMENT AGREEMENT (this "Agreement"), entered into as of the 4th day of March, 2007, and effective as of January 1, 2005,'
    amends = 'SECOND AMENDMENT is made on March 4, 2007 to the Employment Agreement (the "Agreement"), which is effective as of January 1, 2005,'
    for words, date, basis in ((own, day(2005, 1, 1), "retroactive"), (amends, day(2007, 3, 4), "dated")):
        got = read("SECOND AMENDMENT", f"THIS {words} {PARTIES}.", NOW, "1. Effective April 1, 2008, Section 2 is deleted.")
        assert (got.dated, got.effective.date) == (day(2007, 3, 4), date)
        assert got.effective.basis in {basis, "mixed"}


def test_a_preamble_goes_on_with_the_term_of_a_name_that_ends_a_line() -> None:
    got = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        'This agreement (the "Amendment") between the mill company, Alder, Inc.',
        '("Alder") and you, Carl Dunn, is made as of March 4, 2007 and shall be effective as of January 1, 2005.',
        NOW,
        "1. Section 2 of the Employment Agreement is deleted.",
    )
    assert (got.dated, got.effective.date, got.effective.basis) == (day(2007, 3, 4), day(2005, 1, 1), "retroactive")


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


@pytest.mark.parametrize(
    ("preamble", "dated"),
    [
        (  # a clause that hangs on what is amended
            'This is the Second Amendment to the Employment Agreement ("Agreement") between Alder, Inc. and Carl Dunn, which '
            "was entered into on March 8, 2000, and under which Mr. Dunn came on April 5, 2000, and was amended on May 2, 2003.",
            None,
        ),
        (
            f'THIS AMENDMENT ("Amendment") is made effective on the date hereof to the restated employment agreement, dated as of March 9, '
            f"2001 and as amended on August 14, 2004, May 2, 2006, and June 1, 2007, {PARTIES}.",
            None,
        ),
        (
            'This Letter Amendment ("Amendment") dated as of May 2, 2012, amends the Employment Agreement, made as of July 22, '
            f'2004 and amended as of November 5, 2009 (the "Agreement"), {PARTIES}.',
            day(2012, 5, 2),
        ),
        (
            'This document amends that certain Employment Agreement ("Agreement") executed as of June 12, 2002, by Alder, Inc. '
            '(hereinafter called the "Company") and as of May 24, 2002, by Carl Dunn (the "Employee").',
            None,
        ),
        (
            f"This Amendment No. 3 to the Employment Agreement dated as of May 3, 1994, as amended by Amendment No. 1 thereto "
            'dated as of August 20, 1995 and Amendment No. 2 thereto dated June 8, 1996 (collectively the "Agreement"), is made '
            f"{PARTIES}, and is dated as of October 7, 1998.",
            day(1998, 10, 7),
        ),
    ],
)
def test_no_day_of_what_is_amended_is_borne(preamble: str, dated: datetime.date | None) -> None:
    assert read("AMENDMENT TO EMPLOYMENT AGREEMENT", preamble, NOW, "1. Section 2 is deleted.").dated == dated


def test_no_day_before_that_of_what_it_names_as_earlier_is_borne() -> None:
    recitals = (
        'WHEREAS, the parties entered into an Employment Agreement dated May 29, 2008 (the "Employment Agreement");',
        "WHEREAS, the parties entered into a First Amendment to Employment Agreement dated August 19, 2008;",
        NOW,
        "1. Section 2 is deleted.",
    )
    made = (
        "This Second Amendment to Employment Agreement (this “Second Amendment”) is made and entered into on"
    )
    title = "SECOND AMENDMENT TO EMPLOYMENT AGREEMENT"
    slipped = read(title, f"{made} the 19th day of February, 2008, {PARTIES}.", *recitals)
    assert slipped.dated is None
    assert slipped.doubted is not None
    assert slipped.borne == day(2008, 2, 19)
    same = read(title, f"{made} August 19, 2008, {PARTIES}.", *recitals)
    assert same.dated == day(2008, 8, 19)
    assert same.doubted is None
    signed = "IN WITNESS WHEREOF, the parties have signed this Second Amendment as of February 20, 2009."
    assert read(title, f"{made} February 19, 2008, {PARTIES}.", *recitals, signed).dated == day(2009, 2, 20)


def test_an_agreement_said_to_be_later_than_its_amendment_makes_no_day_doubted() -> None:
    got = read(
        "SECOND AMENDMENT TO LOAN AGREEMENT",
        'THIS SECOND AMENDMENT TO LOAN AGREEMENT (this "Amendment") is made as of September 12, 1995, between Alder, Inc. '
        '(the "Borrower") and Birch Bank (the "Lender").',
        "WHEREAS, the parties have entered into a Loan Agreement, dated as of December 20, 1995, as amended by a First Amendment "
        'to Loan Agreement, dated as of April 5, 1995 (as so amended, the "Loan Agreement").',
        NOW,
        "1. Section 2 is deleted.",
    )
    assert got.dated == day(1995, 9, 12)


def test_a_day_of_what_is_ordered_is_none_of_what_is_named() -> None:
    got = read(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        f"This Amendment, dated May 2, 2016, is made {PARTIES}.",
        'WHEREAS, the parties entered into an Employment Agreement on April 27, 2015 (the "Employment Agreement");',
        NOW,
        "1. Section 3 of the Employment Agreement is hereby extended from May 18, 2018 to December 31, 2019.",
    )
    assert got.dated == day(2016, 5, 2)
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Employment Agreement", day(2015, 4, 27))


def test_the_days_beside_the_signatures_where_the_clause_over_them_says_so() -> None:
    preamble = f'This Amendment to Employment Agreement (this "Amendment") is made {PARTIES}.'
    recital = 'WHEREAS, the parties entered into an Employment Agreement dated May 1, 2015 (the "Agreement");'
    blocks = (
        "ALDER, INC.\nBy: /s/ Ada Thorne\nName: Ada Thorne\nDate: May 2, 2016",
        "/s/ Carl Dunn\nCarl Dunn\nDate: May 4, 2016",
    )
    below = "IN WITNESS WHEREOF, the parties have executed this Amendment on the dates set forth below."
    title = "AMENDMENT TO EMPLOYMENT AGREEMENT"
    assert read(title, preamble, recital, NOW, "1. Section 2 is deleted.", below, *blocks).dated == day(
        2016, 5, 4
    )
    above = "IN WITNESS WHEREOF, the parties have executed this Amendment."
    assert read(title, preamble, recital, NOW, "1. Section 2 is deleted.", above, *blocks).dated is None


def test_a_letter_under_a_line_that_says_what_it_is_and_a_day_over_two_lines() -> None:
    got = read(
        "Exhibit 10.5",
        "Amendment to Employment Agreement between Registrant and Carl Dunn dated January 1, 2005",
        "(ALDER LETTERHEAD)",
        "December 15,",
        "2008",
        "Mr. Carl Dunn",
        "Re:",
        "Letter Employment Agreement dated January 1, 2005 (the “Agreement”)",
        "Dear Mr. Dunn:",
        "This letter confirms that you and we have agreed to amend the captioned Agreement in these respects:",
        "1. Section 4 of the Agreement is deleted.",
    )
    assert got.dated == day(2008, 12, 15)
    assert got.amends is not None
    assert got.amends.dated == day(2005, 1, 1)


def test_a_heading_is_no_part_of_the_sentence_that_states_the_day_of_effect() -> None:
    opening = f'This Amendment to Employment Agreement (this "Amendment") is made {PARTIES}.'
    recital = 'A. The parties entered into an Employment Agreement dated August 3, 1999 (the "Employment Agreement").'
    title = "AMENDMENT TO EMPLOYMENT AGREEMENT"
    lead = "Effective May 2, 2005, the Employment Agreement is amended as follows:"
    change = "1. Section 5 of the Employment Agreement is deleted."
    got = read(title, opening, "RECITALS", recital, "AMENDMENT", lead, change)
    assert (got.effective.date, got.effective.basis) == (day(2005, 5, 2), "stated")
    earlier = "B. They changed it by an amendment effective June 7, 2001. They now agree to change it again."
    assert read(title, opening, "RECITALS", recital, earlier, change).effective.date is None


def test_a_day_of_the_following_amendment_is_of_that_alone() -> None:
    title = "AMENDMENT TO EMPLOYMENT AGREEMENT"
    made = f'This Amendment to Employment Agreement (this "Amendment"), dated May 2, 2005, is made {PARTIES}.'
    item = "1. The following amendment to the Agreement becomes effective June 1, 2006: Section 5 is hereby deleted."
    got = read(title, made, NOW, item, "2. Section 6 is hereby deleted.")
    assert (got.effective.date, got.effective.basis) == (day(2005, 5, 2), "mixed")
    items = [item.replace("amendment to the Agreement becomes", "amendments become") for item in (item, item.replace("1. ", "2. "))]
    assert read(title, made, NOW, *items).effective.date == day(2005, 5, 2)
    lead = "The following amendments become effective June 1, 2006:"
    assert read(title, made, lead, "1. Section 5 is hereby deleted.").effective.date == day(2006, 6, 1)


def test_the_day_on_which_all_have_signed_is_waited_for() -> None:
    title = "AMENDMENT TO EMPLOYMENT AGREEMENT"
    made = f'This Amendment to Employment Agreement (this "Amendment"), dated May 2, 2005, is made {PARTIES}.'
    for words in (
        "the date on which it is signed by both of them",
        "the later date it is executed by all parties",
        "the date this Amendment has been duly executed by both parties",
    ):
        got = read(title, made, NOW, f"1. Effect. This Amendment will become effective on {words}.")
        assert (got.effective.date, got.effective.basis) == (None, "conditions"), words
    stated = read(title, made, NOW, "1. Effect. This Amendment will become effective on the date first above written.")
    assert stated.effective.date == day(2005, 5, 2)


def test_a_day_of_effect_behind_words_that_are_put_in_is_of_the_whole() -> None:
    title = "AMENDMENT TO EMPLOYMENT AGREEMENT"
    made = f'This Amendment to Employment Agreement (this "Amendment"), dated May 2, 2005, is made {PARTIES}.'
    items = ('(a) Section 5 is amended by adding "The mill is old."', "(b) This Amendment shall become effective on June 1, 2005.")
    got = read(title, made, NOW, "1. The Agreement is amended as follows:", *items)
    assert (got.effective.date, got.effective.basis) == (day(2005, 6, 1), "stated")


@pytest.mark.parametrize("of", ["of December of the year 2008", "of December in the year 2008", "of December, 2008"])
def test_a_day_with_the_word_year_in_it(of: str) -> None:
    assert parse_day(f"as of this 31st day {of}.") == day(2008, 12, 31)
    assert parse_day("on the 31st of December, in the 2008th hour") is None


def test_the_day_of_its_effect_is_the_day_first_written_on_which_it_is_executed() -> None:
    opening = "FIRST AMENDMENT TO LEASE\n\nThis First Amendment to Lease, effective as of May 1, 2001, is by and between Alder, Inc. and Birch LLC.\n\n"
    agreed = "WHEREAS, they made a Lease dated March 3, 1999;\n\nNOW, THEREFORE, they agree as follows:\n\n1. Section 2 is deleted.\n\n"
    ends = "IN WITNESS WHEREOF, the parties have executed this First Amendment {}as of the day and year first above written.\n"
    executed = head(from_text("one.txt", (opening + agreed + ends.format("")).encode()))
    effective = head(from_text("one.txt", (opening + agreed + ends.format("effective ")).encode()))
    assert executed.dated == datetime.date(2001, 5, 1)
    assert effective.dated is None


def test_a_day_behind_the_agreement_that_is_to_be_amended_is_its_own() -> None:
    order = "Amend the Employment Agreement dated as of October 1, 2009 by and between Alder, Inc. and Carl Dunn, as follows:"
    got = read("SUMMARY OF AMENDMENTS TO THE EMPLOYMENT AGREEMENT", order, "(a) The term is extended by a year.")
    assert got.dated is None
    assert got.amends is not None
    assert got.amends.dated == day(2009, 10, 1)


def test_the_day_of_signing_where_no_now_therefore_leads() -> None:
    got = read(
        "AMENDMENT NO. 1 TO EMPLOYMENT AGREEMENT",
        "Carl Dunn and Alder, Inc. (“Company”) entered into an Employment Agreement with a term of two years and at the "
        "salary that is told there (the “Agreement”).",
        "The parties to the Agreement desire to amend the Agreement in the following particulars:",
        "1. The term of the Agreement will end on December 31, 2012.",
        "Executed at Houston, Texas, this 29 day of November, 2010.",
    )
    assert got.dated == day(2010, 11, 29)


def test_a_restatement_bears_its_own_day_and_not_that_of_what_it_restates() -> None:
    preamble = (
        "THIS AMENDED AND RESTATED EMPLOYMENT AGREEMENT, dated as of May 2, 2006, amends and restates the Employment Agreement entered "
        f"into the 6th day of June, 2003, {PARTIES}."
    )
    got = read("AMENDED AND RESTATED EMPLOYMENT AGREEMENT", preamble, NOW)
    assert got.dated == day(2006, 5, 2)
    assert got.amends is not None
    assert got.amends.dated == day(2003, 6, 6)


def test_a_letter_that_amends_our_letter() -> None:
    letter = "This letter is Amendment 2 to our engagement letter dated April 9, 2003 (the “Agreement”), and adds to what Alder, Inc. does."
    got = read("February 1, 2004", "Dear Carl:", letter)
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("engagement letter", day(2003, 4, 9))


def test_the_day_before_the_term_of_the_agreement_is_the_agreements() -> None:
    got = read(
        "AMENDMENT TO THE MILL AGREEMENT",
        'This amendment to the Mill Agreement (the "Amendment") dated May 2, 2011 (the "Mill Agreement"), '
        'between Alder, Inc. (the "Company") and Carl Dunn. This Amendment shall be effective on February 8, 2013.',
        NOW,
    )
    assert (got.dated, got.amends.dated if got.amends else None) == (None, day(2011, 5, 2))
    assert (got.effective.date, got.effective.basis) == (day(2013, 2, 8), "stated")


def test_the_day_before_a_term_of_the_instrument_is_its_own() -> None:
    got = read(
        "AMENDMENT TO MILL AGREEMENT",
        f'This Amendment to Mill Agreement (the "Amendment"), dated May 2, 2011 (the "Amendment Agreement"), is made {PARTIES}.',
        NOW,
    )
    assert got.dated == day(2011, 5, 2)


@pytest.mark.parametrize("on", ["on or around", "on or about", "on"])
def test_the_agreement_entered_into_about_a_day_bears_it(on: str) -> None:
    got = read(
        "FIRST AMENDMENT TO AMENDED AND RESTATED MILL AGREEMENT",
        f"THIS FIRST AMENDMENT is made as of June 3, 2015, {PARTIES}.",
        f"WHEREAS, {on} September 1, 2013, the Parties entered into an Amended and Restated Mill Agreement1 under which Mr. Dunn mills; and",
        NOW,
    )
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Amended and Restated Mill Agreement", day(2013, 9, 1))


def test_a_reference_that_is_made_to_the_agreement_tells_no_day_of_the_instrument() -> None:
    got = read(
        "AMENDMENT NO. 2 TO CREDIT AGREEMENT",
        'This Amendment No. 2 (this "Amendment"), dated as of January 20, 2020, is between Alder, Inc. and Birch Bank. '
        'Reference is made to the Credit Agreement dated as of February 12, 2018 between them (the "Credit Agreement").',
        NOW,
        "1. Section 2 of the Credit Agreement is deleted.",
    )
    assert (got.dated, got.doubted) == (day(2020, 1, 20), None)
