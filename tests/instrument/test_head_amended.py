"""What is amended, and what amended it before, where other days and agreements stand near, with invented parties."""

import datetime

import pytest

from conformed.document import from_text
from conformed.instrument.heading.head import head
from conformed.instrument.marks import Head, InstrumentKind

BETWEEN = 'by and between Alder, Inc. (the "Company") and Carl Dunn (the "Executive")'
NOW = "NOW, THEREFORE, the parties agree as follows:"
THIS = f'This Amendment to Employment Agreement (this "Amendment") is made as of May 2, 2006, {BETWEEN}.'
TITLE = "AMENDMENT TO EMPLOYMENT AGREEMENT"


def read(*paragraphs: str) -> Head:
    return head(from_text("instrument.txt", "\n\n".join((*paragraphs, NOW)).encode()))


def day(year: int, month: int, day_: int) -> datetime.date:
    return datetime.date(year, month, day_)


def earlier(got: Head) -> list[tuple[int | None, datetime.date | None]]:
    return [(one.number, one.dated) for one in got.earlier]


@pytest.mark.parametrize(
    ("recital", "dated"),
    [
        (
            "WHEREAS, the parties entered into an Employment Agreement on April 7, 2003 for a term to expire on December 31, 2007;",
            day(2003, 4, 7),
        ),
        (
            'WHEREAS, the parties entered into an Employment Agreement (the "Employment Agreement") dated April 7, 2003, and the Employment '
            "Agreement is extended from May 18, 2008 to June 1, 2009;",
            day(2003, 4, 7),
        ),
        (
            "WHEREAS, on July 9, 2005 the Company made an Agreement and Plan of Merger with Birch Corp. dated July 9, 2005; and the parties "
            "made an Employment Agreement dated April 7, 2003;",
            day(2003, 4, 7),
        ),
        (
            "WHEREAS, the parties are parties to an Executive Employment Agreement dated April 7, 2003;",
            day(2003, 4, 7),
        ),
        (  # nor that beyond which it is to go on, and an initial ends no sentence
            "A. On or about April 7, 2003, Carl K. Dunn and Alder, Inc. entered into an Employment Agreement (the “Dunn Agreement”). B. By its "
            "terms the Dunn Agreement will expire on December 31, 2006. C. Alder, Inc. wishes to keep Carl K. Dunn beyond December 31, 2006.",
            day(2003, 4, 7),
        ),
        (  # an item begins at a letter behind the instrument's own day
            "This paper is effective as of May 2, 2006 with reference to the following: RECITALS A. Effective as of April 7, 2003, the "
            "Company and Carl Dunn entered into that certain Employment Agreement;",
            day(2003, 4, 7),
        ),
    ],
)
def test_the_day_of_the_agreement_is_none_of_its_term_or_of_another(
    recital: str, dated: datetime.date
) -> None:
    got = read(TITLE, THIS, recital)
    assert got.amends is not None
    assert (got.dated, got.amends.dated) == (day(2006, 5, 2), dated)


def test_the_days_of_the_instrument_itself_are_none_of_the_agreement() -> None:
    got = read(
        "SECOND AMENDMENT TO RESTATED EMPLOYMENT AGREEMENT",
        f"This Second Amendment to the Restated Employment Agreement is made {BETWEEN}, on March 12, 2012, to be effective as of March 1, "
        "2012.",
        "WHEREAS, they made a Restated Executive Employment Agreement dated as of June 22, 2007, which was amended on July 9, 2008;",
    )
    assert got.amends is not None
    assert (got.dated, got.effective.date, got.amends.dated) == (
        day(2012, 3, 12),
        day(2012, 3, 1),
        day(2007, 6, 22),
    )
    assert earlier(got) == [(None, day(2008, 7, 9))]


@pytest.mark.parametrize(
    "recital",
    [
        'the Employment Agreement dated January 1, 2001, as amended July 31, 2003 ("First Amendment") and March 31, 2004 ("Second Amendment")',
        "the Employment Agreement dated January 1, 2001, as amended by the Amendment to Employment Agreement dated July 31, 2003 (the "
        '"First Amendment") and the Amendment to Employment Agreement dated March 31, 2004 (the "Second Amendment")',
    ],
)
def test_a_day_before_a_name_in_brackets_is_of_that_name(recital: str) -> None:
    got = read(
        "THIRD AMENDMENT TO EMPLOYMENT AGREEMENT",
        THIS.replace("This", "This Third"),
        f"WHEREAS, the parties made {recital};",
    )
    assert earlier(got) == [(1, day(2003, 7, 31)), (2, day(2004, 3, 31))]


def test_an_amendment_of_another_agreement_stays_out_by_any_name() -> None:
    got = read(
        TITLE,
        THIS,
        "WHEREAS, the parties made an Employment Agreement dated January 1, 2001; and the Company made a Loan Agreement, as amended by a "
        'Waiver and Amendment to Loan Agreement dated as of March 16, 2005 (the "Waiver and Amendment");',
    )
    assert not got.earlier


@pytest.mark.parametrize(
    ("preamble", "dated"),
    [
        (
            'This Amendment (the "Amendment") is made effective on the date hereof to the restated employment agreement, dated as of March 9, 2001 and as '
            f"amended on August 14, 2004 and May 5, 2006, {BETWEEN}.",
            None,
        ),
        (
            'This Amendment (the "Amendment") amends that certain Employment Agreement made and entered into by and between Alder, Inc. and Carl '
            "Dunn dated May 1, 2007, as amended January 1, 2008.",
            None,
        ),
        (
            'This document amends that certain Employment Agreement executed as of June 12, 2002, by Alder, Inc. (the "Company") and as of May '
            '24, 2002, by Carl Dunn (the "Executive").',
            None,
        ),
        (
            f'This Amendment (the "Amendment") amends the Employment Agreement dated May 1, 2007 and is made as of June 9, 2008, {BETWEEN}.',
            day(2008, 6, 9),
        ),
    ],
)
def test_a_day_of_what_is_amended_is_not_borne(preamble: str, dated: datetime.date | None) -> None:
    assert read(TITLE, preamble).dated == dated


@pytest.mark.parametrize(
    ("preamble", "date"),
    [
        (
            'This is an amendment (the "Amendment") effective as of August 31, 2003 (the "Effective Date"), to the Employment Agreement made as of '
            f"May 3, 1995 {BETWEEN}.",
            day(2003, 8, 31),
        ),
        (
            f"This is an Amendment to the Employment Agreement dated May 3, 1995 {BETWEEN}. This Second Amendment is effective this 17th day of "
            "November, 2001.",
            day(2001, 11, 17),
        ),
    ],
)
def test_the_day_of_effect_in_words_of_its_own(preamble: str, date: datetime.date) -> None:
    assert read("SECOND AMENDMENT TO EMPLOYMENT AGREEMENT", preamble).effective.date == date


def test_a_restatement_restates_the_agreement_of_its_title() -> None:
    title = "AMENDED AND RESTATED LICENSE AGREEMENT"
    this = f'This Amended and Restated License Agreement (this "Agreement") is made as of May 2, 2006, {BETWEEN}.'
    ours = read(
        title,
        this,
        "WHEREAS, a Holders Agreement dated March 1, 2004 was made; and a License Agreement dated May 1, 2001 was made;",
    )
    assert ours.amends is not None
    assert (ours.kind, ours.amends.dated) == (InstrumentKind.RESTATEMENT, day(2001, 5, 1))
    assert (
        read(
            title, this, "WHEREAS, the Company is party to a certain Holders Agreement dated March 1, 2004;"
        ).amends
        is None
    )


@pytest.mark.parametrize(
    ("title", "recital"),
    [
        (
            "THIRD AMENDEMENT TO EMPLOYMENT AGREEMENT",
            "WHEREAS, they are parties to an Employment Agreement dated May 1, 2001;",
        ),
        (
            "AMENDED EMPLOYMENT AGREEMENT",
            "WHEREAS, they wish to amend the Employment Agreement dated May 1, 2001, which goes on;",
        ),
    ],
)
def test_kinds_of_titles_that_are_written_otherwise(title: str, recital: str) -> None:
    this = f"This {title.title()} is made as of May 2, 2006, {BETWEEN}."
    assert read(title, this, recital).kind is InstrumentKind.AMENDMENT


def test_a_preamble_whose_name_stands_in_brackets_below_its_title() -> None:
    got = read(
        "THIRD AMENDMENT TO EMPLOYMENT AGREEMENT",
        "THIS THIRD AMENDMENT TO EMPLOYMENT AGREEMENT",
        f"(Third Amendment) is entered into and effective this 7th day of March, 2018 {BETWEEN}.",
        "The parties entered into an Employment Agreement on the 4th day of May 2012.",
    )
    assert got.dated == day(2018, 3, 7)


AGREEMENT = (
    "MILL CONSTRUCTION AGREEMENT, dated as of August 31, 2008, by and between Alder, Inc., a Delaware corporation, and Birch Millers, Inc., a "
    "Delaware corporation."
)


def test_an_agreement_that_names_itself_is_one_whatever_its_sections_order() -> None:
    got = read(
        "MILL CONSTRUCTION AGREEMENT",
        AGREEMENT,
        "WHEREAS, Alder, Inc. has the land on which the mill is built;",
        NOW,
        'Section 1. Changes. Any plan is hereby amended by each change order, and "Effective Date" shall mean May 5, 2008.',
    )
    assert got.kind is InstrumentKind.AGREEMENT
    assert got.dated == day(2008, 8, 31)


def test_an_entry_of_a_list_of_exhibits_is_no_title() -> None:
    listed = ["B Form of Note", "D Form of Joinder Agreement"]
    got = read("$100,000,000", "Exhibits", *listed, AGREEMENT.replace("MILL CONSTRUCTION", "CREDIT"))
    assert got.title == "CREDIT AGREEMENT"


def test_a_preamble_tells_a_restatement_whose_title_is_broken() -> None:
    this = f'This FIRST AMENDED AND RESTATED MILL CONSTRUCTION AGREEMENT (the "Agreement") is entered into as of May 2, 2009, {BETWEEN}.'
    got = read(
        "CONSTRUCTION AGREEMENT", this, "WHEREAS, they made a Mill Construction Agreement dated May 5, 2008;"
    )
    assert got.kind is InstrumentKind.RESTATEMENT


def test_a_day_on_which_a_note_is_dated_effective_is_none_of_effect() -> None:
    got = read(
        TITLE,
        THIS,
        "WHEREAS, a loan was made under a certain Promissory Note dated effective as of June 14, 1991;",
    )
    assert got.effective.date == day(2006, 5, 2)


@pytest.mark.parametrize(
    ("title", "recital", "named"),
    [
        (
            "SECOND MODIFICATION OF DEED OF TRUST, FIXTURE FILING AND SECURITY AGREEMENT",
            "WHEREAS, the loan is secured by that certain Construction Deed of Trust, Fixture Filing and Security Agreement with "
            "Assignment of Rents dated as of April 7, 2003 (the “Deed of Trust”);",
            "Construction Deed of Trust, Fixture Filing and Security Agreement with Assignment of Rents",
        ),
        (
            "AMENDMENT TO DESIGN AGREEMENT",
            "WHEREAS, the parties entered into that certain Design Agreement for Fixed Price Surveying, Drawing and Building Services "
            "dated as of April 7, 2003;",
            "Design Agreement for Fixed Price Surveying, Drawing and Building Services",
        ),
        (
            "AMENDMENT NO. 2 TO LICENSE AGREEMENT",
            "WHEREAS, the parties entered into the License Agreement (with Copying Rights) dated April 7, 2003;",
            "License Agreement (with Copying Rights)",
        ),
        (
            "AMENDMENT NO. 2 TO CONTRACT NO. AB-1203",
            "WHEREAS, the parties are parties to Contract No. AB-1203 dated April 7, 2003 (the “Contract”);",
            "Contract No. AB-1203",
        ),
        (
            "AMENDMENT NO. 2 TO EMPLOYMENT AGREEMENT",
            "WHEREAS, the parties are parties to that certain amended and restated employment agreement dated April 7, 2003;",
            "amended and restated employment agreement",
        ),
    ],
)
def test_the_title_of_the_agreement_is_named_whole(title: str, recital: str, named: str) -> None:
    got = read(title, THIS, recital).amends
    assert got is not None
    assert (got.title, got.dated) == (named, day(2003, 4, 7))


def test_a_day_on_which_an_amendment_was_made_is_none_of_the_agreement() -> None:
    got = read(
        TITLE,
        THIS,
        "WHEREAS, the Company entered into the Employment Agreement with the Executive on [Date] and entered into an amendment of "
        "the Employment Agreement on April 7, 2003;",
    )
    assert got.amends is not None
    assert got.amends.dated is None
    assert earlier(got) == [(None, day(2003, 4, 7))]


def test_an_agreement_whose_day_is_left_open_is_named_by_the_title() -> None:
    got = read(
        "AMENDMENT NO. 1 TO EMPLOYMENT AGREEMENT",
        "THIS AMENDMENT NO. 1 TO EMPLOYMENT AGREEMENT (this “Amendment”) is dated May 2, 2006 and amends that certain Employment "
        "Agreement (the “Employment Agreement”) dated [DATE] by and between Alder, Inc. and [NAME].",
    )
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Employment Agreement", None)


def test_a_letter_that_is_called_the_agreement_of_the_title_is_what_is_amended() -> None:
    got = read(
        "FOURTH AMENDMENT TO CREDIT AGREEMENT",
        'By this Fourth Amendment to Credit Agreement ("Amendment"), dated May 2, 2006, between Birch Bank ("Bank") and '
        'Alder, Inc. ("Borrower"), both agree to what stands below.',
        "A. Bank lends to Borrower under a certain letter agreement, dated April 7, 2003 (as since changed in any way, "
        '"Credit Agreement"), on the pledge of the mill.',
    )
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("letter agreement", day(2003, 4, 7))


def test_what_is_agreed_effective_before_a_closing_takes_effect_on_no_known_day() -> None:
    got = head(
        from_text(
            "instrument.txt",
            "\n\n".join(
                (
                    TITLE,
                    THIS,
                    "NOW, THEREFORE, the millers agree, effective immediately prior to the Effective Time (as the Merger Agreement "
                    "has it), as follows:",
                )
            ).encode(),
        )
    )
    assert (got.effective.date, got.effective.basis) == (None, "conditions")


@pytest.mark.parametrize(
    ("title", "recitals", "amends"),
    [
        (  # the later of two, by the term that the recital amends
            TITLE,
            "WHEREAS, they made an Employment Agreement dated as of May 3, 1999; WHEREAS, they made a Restated Employment Agreement dated as of "
            "April 7, 2003 (called here the “2003 Agreement”); WHEREAS, both now wish to amend the 2003 Agreement;",
            ("Restated Employment Agreement", day(2003, 4, 7)),
        ),
        (  # the earlier of two
            TITLE,
            "WHEREAS, they made an Employment Agreement dated as of May 3, 1999 (the “Old Agreement”), and an Employment Agreement dated as of "
            "April 7, 2003 (the “New Agreement”); WHEREAS, both desire to further amend certain terms of the Old Agreement;",
            ("Employment Agreement", day(1999, 5, 3)),
        ),
        (  # what amended it stands between a deed and its term
            "SECOND AMENDMENT TO LOAN PAPERS",
            "A. The loan is told by a Secured Promissory Note (“Mill Note”) dated as of May 3, 1999, and secured by that certain Deed of Trust "
            "dated as of April 7, 2003, as amended by that certain First Amendment to Loan Papers dated May 9, 2004 (as so amended, the "
            "“Mill Deed”). B. Alder and Birch desire to amend the Mill Deed and the Note.",
            ("Deed of Trust", day(2003, 4, 7)),
        ),
        (  # a term with the month before it; what is named in the plural is none of the title
            TITLE,
            "Alder and Dunn have one or more prior employment agreements (together “Prior Agreements”), among them an Executive Employment "
            "Agreement dated as of November 2003 (the “Chief Agreement”). Both desire to amend the November 2003 Chief Agreement.",
            ("Executive Employment Agreement", None),
        ),
        (  # no recital says what is amended; an order does
            TITLE,
            "WHEREAS, they made an Employment Agreement dated as of May 3, 1999; WHEREAS, they made an Executive Employment Agreement dated as "
            "of April 7, 2003 (the “Dunn Agreement”). Section 3 of the Dunn Agreement is hereby deleted.",
            ("Executive Employment Agreement", day(2003, 4, 7)),
        ),
        (  # a term behind what amended the agreement is the agreement's
            "AMENDMENT NO. 3 TO EMPLOYMENT AGREEMENT",
            "WHEREAS, they made an Employment Agreement dated April 7, 2003, as amended by Amendment No. 2 to Employment Agreement dated "
            "May 9, 2004 (the “Agreement”); WHEREAS, both wish to amend the Agreement;",
            ("Employment Agreement", day(2003, 4, 7)),
        ),
    ],
)
def test_the_agreement_that_the_orders_name_is_what_is_amended(
    title: str, recitals: str, amends: tuple[str, datetime.date | None]
) -> None:
    got = read(title, THIS, recitals).amends
    assert got is not None
    assert (got.title, got.dated) == amends


def test_a_restatement_may_tell_in_its_last_terms_what_it_restates() -> None:
    got = read(
        "AMENDED AND RESTATED LOAN AGREEMENT",
        "THIS AMENDED AND RESTATED LOAN AGREEMENT is made as of May 2, 2006, by Alder, Inc. and Birch Bank.",
        NOW,
        "1. Oats. Oats are lent.",
        "2. Restated. This paper amends and restates in its entirety the Loan Agreement which Alder and Birch Bank made on April 7, 2003.",
    ).amends
    assert got is not None
    assert (got.title, got.dated) == ("Loan Agreement", day(2003, 4, 7))


def test_a_preamble_that_begins_with_the_bears_the_day_behind_its_term() -> None:
    got = read(
        "SECOND AMENDMENT TO RESTATED EMPLOYMENT AGREEMENT",
        'The Second Amendment to the Restated Employment Agreement (this "Amendment"), dated as of May 2, 2006, between Alder, Inc. and Carl Dunn.',
        'WHEREAS, they made the Restated Employment Agreement dated as of April 7, 2003, as further amended on May 9, 2004 (the "Agreement");',
    )
    assert got.amends is not None
    assert (got.dated, got.amends.dated) == (day(2006, 5, 2), day(2003, 4, 7))
    assert earlier(got) == [(None, day(2004, 5, 9))]
