"""Kinds and titles where covers, tables of contents and labels stand in the way, with invented parties."""

import pytest

from conformed.document import from_text
from conformed.instrument.heading.head import head
from conformed.instrument.marks import Head, InstrumentKind

CONTENTS = """\
CREDIT AGREEMENT

among

ALDER FREIGHT, INC.

and

BIRCH NATIONAL BANK

TABLE OF CONTENTS

Section 1.01. Defined Terms 1

Section 2.01. Commitments 9

Section 5.01. Amendments 15

Section 5.12. Consent to Jurisdiction 16

Section 5.14. Waiver of Jury Trial 19

EXHIBIT B Form of Amendment

CREDIT AGREEMENT, dated as of June 18, 2012 (this "Agreement"), among Alder Freight, Inc., a Delaware
corporation (the "Borrower"), and Birch National Bank, as lender (the "Lender").

The parties agree as follows:
"""


def read(text: str) -> Head:
    return head(from_text("instrument.txt", text.encode()))


def test_the_rows_of_a_table_of_contents_tell_no_kind() -> None:
    got = read(CONTENTS)
    assert got.kind is InstrumentKind.AGREEMENT
    assert got.title is not None
    assert got.title.startswith("CREDIT AGREEMENT")
    assert "Waiver" not in got.title


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("SEPARATION AGREEMENT AND RELEASE AND WAIVER OF CLAIMS", InstrumentKind.AGREEMENT),
        ("WAIVER UNDER CREDIT AGREEMENT", InstrumentKind.WAIVER),
        (
            "FOURTH AMENDED AND RESTATED LOAN AGREEMENT AND AMENDMENT TO PLEDGE",
            InstrumentKind.RESTATEMENT,
        ),
        ("AMENDATORY AGREEMENT", InstrumentKind.AMENDMENT),
        ("SUPPLEMENTAL AGREEMENT", InstrumentKind.AMENDMENT),
        ("FIRST SUPPLEMENTAL INDENTURE", InstrumentKind.AMENDMENT),
        ("DEED OF VARIATION", InstrumentKind.AMENDMENT),
        ("SUPPLEMENTAL EXECUTIVE RETIREMENT AGREEMENT", InstrumentKind.AGREEMENT),
    ],
)
def test_kinds_of_titles_that_name_two_things(title: str, kind: InstrumentKind) -> None:
    made = 'is made as of May 1, 2004 by and between Alder LLC ("Alder") and Carl Dunn.'
    preamble = f'This {title} (the "Agreement") {made}'
    assert read(f"{title}\n\n{preamble}\n\nThe parties agree as follows:\n").kind is kind


def test_an_agreement_whose_recitals_speak_of_amendments_is_an_agreement() -> None:
    got = read(
        "AGENCY AGREEMENT\n\nTHIS AGENCY AGREEMENT, dated as of May 1, 2004 (this "
        '"Agreement"), is between ALDER LLC '
        '(the "Owner") and BIRCH INC. (the "Agent").\n\nWHEREAS, the Owner and others have '
        "agreed to amend certain "
        "provisions of the lease.\n\nNOW, THEREFORE, the parties agree as follows:\n"
    )
    assert got.kind is InstrumentKind.AGREEMENT


def test_a_letter_that_changes_a_term_is_an_amendment() -> None:
    got = read(
        "Alder Freight, Inc.\n\nFebruary 9, 2012\n\nRe: Employment Agreement\n\nDear Carl:\n\n"
        'Reference is made to the Employment Agreement, dated April 20, 2010 (the "Employment '
        'Agreement"), between '
        "Alder Freight, Inc. and you.\n\nThis letter agreement records our "
        "agreement that your salary "
        "under Section 5(c) of the Employment Agreement shall be paid at the rate of "
        "$71,400 per year.\n"
    )
    assert got.kind is InstrumentKind.AMENDMENT


def test_a_letter_by_which_an_agreement_is_deemed_amended_is_an_amendment() -> None:
    got = read(
        "Alder Freight, Inc.\n\nApril 22, 2003\n\nDear Mr. Dunn:\n\n"
        "Reference is made to your Employment Agreement with Alder Freight, Inc. dated May 6, 2000.\n\n"
        "This letter reflects our agreement that the Employment Agreement will be deemed "
        "amended as follows:\n\n"
        '1. The date "May 31, 2004" in paragraph 2 is changed to "August 31, 2006".\n'
    )
    assert got.kind is InstrumentKind.AMENDMENT
    assert str(got.dated) == "2003-04-22"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("EXHIBIT 10.1 - Amendment to Lease\n\nAMENDMENT TO LEASE", "AMENDMENT TO LEASE"),
        ("AMENDMENT NO\n\nAMENDMENT NO. 1 TO LEASE", "AMENDMENT NO. 1 TO LEASE"),
        ("AMENDMENT\n\nNUMBER FIVE TO LEASE", "AMENDMENT NUMBER FIVE TO LEASE"),
    ],
)
def test_labels_and_broken_lines_above_a_title(above: str, title: str) -> None:
    made = "is made May 1, 2004 by and between Alder LLC and Birch Inc."
    preamble = f'THIS AMENDMENT TO LEASE (this "Amendment") {made}'
    assert read(f"{above}\n\n{preamble}\n\nThe parties agree as follows:\n").title == title


def test_a_preamble_broken_within_its_title_is_no_title() -> None:
    got = read(
        "SECOND AMENDMENT TO LEASE AGREEMENT\n\nTHIS SECOND AMENDMENT TO LEASE\n\nAGREEMENT "
        '(this "Amendment") is '
        "dated May 1, 2004 and amends that certain Lease Agreement dated March 2, 2001, by "
        "and between Alder LLC "
        '(the "Landlord") and Birch Inc. (the "Tenant").\n\n1. Section 2 is hereby deleted.\n'
    )
    assert got.title == "SECOND AMENDMENT TO LEASE AGREEMENT"
    assert str(got.dated) == "2004-05-01"


def test_the_first_words_of_a_preamble_close_below_a_title_are_none_of_it() -> None:
    got = read("\n\n".join((
        "MODIFICATION OF",
        "DEED OF TRUST WITH ASSIGNMENT OF RENTS\nThis Second\nModification of Deed of Trust with Assignment of Rents (the "
        "“Modification”) is made as of May 2, 2005, among Alder, Inc. (the “Trustor”) and Birch Bank (the “Beneficiary”).",
    )))
    assert got.title == "MODIFICATION OF DEED OF TRUST WITH ASSIGNMENT OF RENTS"


def test_the_line_about_which_a_letter_is_may_wrap() -> None:
    got = read("\n\n".join((
        "May 2, 2005",
        "RE: First Amendment to Employment",
        "Agreement",
        "Dear Carl:",
        "By this First Amendment you and Alder, Inc. agree to amend your Employment Agreement, dated March 1, 2004, as follows.",
    )))
    assert got.title == "First Amendment to Employment Agreement"


def test_what_a_cover_says_besides_the_title_is_none_of_it() -> None:
    got = read(
        "CREDIT AGREEMENT dated as of May 2, 2005 between ALDER FREIGHT, INC.\n\n"
        "THIS CREDIT AGREEMENT (this “Agreement”) is made as of May 2, 2005, by and between Alder Freight, Inc. and Birch Bank.\n\n"
        "1. Loans. The Bank shall lend ten dollars."
    )
    assert got.title == "CREDIT AGREEMENT"


def test_an_addendum_over_the_name_of_the_agreement() -> None:
    got = read(
        "ADDENDUM # 2\n\nEMPLOYMENT AGREEMENT OF CARL DUNN\n\nThis Addendum # 2, dated May 2, 2005, is entered between Alder, Inc. "
        "(the “Employer”) and Carl Dunn (“Executive”).\n\nWHEREAS, the parties entered into an Employment Agreement dated March 1, 2004;"
    )
    assert got.title == "ADDENDUM # 2 EMPLOYMENT AGREEMENT OF CARL DUNN"


def test_the_last_word_of_a_title_over_a_recital_begins_no_preamble() -> None:
    recital = "WHEREAS, Alder, Inc. and Carl Dunn made the Employment Agreement dated March 1, 2004 between them, which they now amend."
    assert read(f"AMENDMENT OF EMPLOYMENT\n\nAGREEMENT\n\n{recital}").title == "AMENDMENT OF EMPLOYMENT AGREEMENT"


OFFER = """\
May 2, 2005

Carl Dunn
4 Quay Street

Dear Carl:

Alder Freight, Inc. (the "Company") would have you as its master of barges from June 1, 2005.

You will be paid $4,000 a month.

{asks}

Yours truly,

/s/ Rue Fenn
Rue Fenn, President
{foot}
"""


@pytest.mark.parametrize(
    ("asks", "foot", "kind"),
    [
        ("If that suits you, please sign this letter and send it back.", "", InstrumentKind.LETTER),
        ("Unless a signed copy of this offer reaches us by May 20, it ends.", "", InstrumentKind.LETTER),
        ("Please sign below.", "Carl Dunn", InstrumentKind.LETTER),
        ("We are glad of it.", "\nAccepted: /s/ Carl Dunn", InstrumentKind.LETTER),
        ("We are glad of it.", "\nAgreed to and accepted\n\n/s/ Carl Dunn", InstrumentKind.LETTER),
        ("Please sign the receipt that is enclosed.", "", InstrumentKind.OTHER),
        ("The board accepted it and signed the minutes.", "", InstrumentKind.OTHER),
    ],
)
def test_a_letter_is_an_agreement_where_the_other_side_accepts_it(asks: str, foot: str, kind: InstrumentKind) -> None:
    got = read(OFFER.format(asks=asks, foot=foot))
    assert got.kind is kind
    assert str(got.dated) == ("2005-05-02" if kind is InstrumentKind.LETTER else "None")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("SOFTWARE LICENSE", InstrumentKind.AGREEMENT),
        ("RELEASE", InstrumentKind.AGREEMENT),
        ("FOR IMMEDIATE RELEASE", InstrumentKind.OTHER),
        ("NEWS RELEASE", InstrumentKind.OTHER),
        ("MINUTES OF THE BOARD", InstrumentKind.OTHER),
    ],
)
def test_a_license_is_an_agreement_and_what_tells_the_press_is_none(title: str, kind: InstrumentKind) -> None:
    said = "Alder Freight, Inc., an Ohio corporation, lets Birch Mills, Inc., of the same place, use its barge programs for a year from May 2."
    assert read(f"{title}\n\n{said}\n").kind is kind


def test_a_legend_in_capitals_stands_above_a_title() -> None:
    legend = "THIS NOTE IS NOT REGISTERED UNDER THE SECURITIES ACT OF 1933 (THE “1933 Act”) AND NO ONE MAY SELL IT, PLEDGE IT OR GIVE IT AWAY UNLESS IT IS."
    got = read(f"{legend}\n\nSUBORDINATED NOTE\n\nFOR VALUE RECEIVED, Alder Freight, Inc. promises to pay forty dollars to Birch Bank.\n")
    assert (got.kind, got.title) == (InstrumentKind.AGREEMENT, "SUBORDINATED NOTE")


def test_a_comma_behind_a_title_is_none_of_it() -> None:
    made = 'THIS LEASE (this "Lease") is made May 1, 2004 by and between Alder LLC and Birch Inc.'
    assert read(f"MILL LEASE,\n\n{made}\n\nThe parties agree as follows:\n").title == "MILL LEASE"


def test_a_notice_of_what_is_kept_back_makes_no_filing_and_is_no_title() -> None:
    notice = "Words have been left out of this exhibit and filed with the Securities and Exchange Commission."
    made = (
        "This Amendment No. 1 (this “Amendment”) to the Grain Agreement dated as of May 1, 2020 (the “Grain Agreement”) between Alder, Inc. "
        "and Birch, Inc. is dated as of June 1, 2021.\n\nThe parties agree as follows:\n\n1. Section 4 is deleted.\n"
    )
    found = read(f"{notice}\n\n{made}")
    assert (found.kind, found.dated and found.dated.isoformat()) == (InstrumentKind.AMENDMENT, "2021-06-01")
    kept = "*** Shows what a confidential request keeps back."
    assert read(f"{kept.rstrip('.')}\n\nSECOND AMENDMENT TO GRAIN AGREEMENT\n\n{made}").title == "SECOND AMENDMENT TO GRAIN AGREEMENT"


def test_an_extension_alone_on_its_line_is_no_label_of_an_exhibit() -> None:
    made = "THIS EXTENSION is made May 1, 2004 by and between Alder LLC and Birch Inc.\n\nThe parties agree as follows:\n"
    found = read(f"Exhibit 10.2\n\nEXTENSION\nOF MILL LEASE\n\n{made}")
    assert (found.kind, found.title) == (InstrumentKind.EXTENSION, "EXTENSION OF MILL LEASE")
