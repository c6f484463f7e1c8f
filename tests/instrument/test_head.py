"""What an instrument is, on the model of real heads, preambles and recitals, with invented parties."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument.heading.head import head
from conformed.instrument.marks import Head, InstrumentKind

LOAN_AMENDMENT = """\
EXHIBIT 10.7
FINAL 02/11/05

                  AMENDMENT NO. 4 AND LIMITED WAIVER TO
              SECOND AMENDED AND RESTATED CREDIT AGREEMENT

     AMENDMENT NO. 4 AND LIMITED WAIVER, dated as of February 18, 2005 (this
"Amendment"), among ALDER FREIGHT, INC., a Delaware corporation ("Alder"), the
Lenders party hereto, and BIRCH NATIONAL BANK, as agent for the Lenders (the
"Agent").

     WHEREAS, Alder, the Lenders and the Agent have entered into the
Second Amended and Restated Credit Agreement dated as of May 19, 2003, as
amended by Amendment No. 1 thereto dated as of August 5, 2003, Amendment No. 2
and Waiver thereto dated as of January 16, 2004 and a Third Amendment dated as
of July 22, 2004 (as so amended, the "Credit Agreement"); and

     NOW, THEREFORE, the parties agree as follows:

     1. Amendment. Effective as of the day named at its head, once what Section 3
below asks for has been received, the Credit Agreement is hereby amended as
follows:

     3. Conditions. This Amendment becomes effective as of the date first
above written if each of these conditions is satisfied:
"""


def read(text: str) -> Head:
    return head(from_text("instrument.txt", text.encode()))


def instrument(title: str, preamble: str, rest: str = "") -> Head:
    return read(f"{title}\n\n{preamble}\n\n{rest}\n")


def day(year: int, month: int, day_: int) -> datetime.date:
    return datetime.date(year, month, day_)


def test_an_amendment_and_limited_waiver_upon_conditions() -> None:
    got = read(LOAN_AMENDMENT)
    assert got.kind is InstrumentKind.AMENDMENT_AND_WAIVER
    assert got.number == 4
    assert got.title == "AMENDMENT NO. 4 AND LIMITED WAIVER TO SECOND AMENDED AND RESTATED CREDIT AGREEMENT"
    assert got.dated == day(2005, 2, 18)
    assert (got.effective.date, got.effective.basis) == (day(2005, 2, 18), "conditions")
    assert got.amends is not None
    assert got.amends.title == "Second Amended and Restated Credit Agreement"
    assert got.amends.dated == day(2003, 5, 19)


def test_the_recitals_name_the_earlier_instruments_in_order() -> None:
    assert [(e.title, e.number, e.dated) for e in read(LOAN_AMENDMENT).earlier] == [
        ("Amendment No. 1", 1, day(2003, 8, 5)),
        ("Amendment No. 2 and Waiver", 2, day(2004, 1, 16)),
        ("Third Amendment", 3, day(2004, 7, 22)),
    ]


def test_spans_lead_back_to_the_words() -> None:
    document = from_text("instrument.txt", LOAN_AMENDMENT.encode())
    got = head(document)
    assert got.amends is not None
    assert got.amends.span is not None
    assert document.words(got.amends.span) == "Second Amended and Restated Credit Agreement"
    assert [document.words(e.span) for e in got.earlier if e.span] == [e.title for e in got.earlier]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("FIFTH AMENDMENT TO LEASE AGREEMENT", 5),
        ("Amendment No. 5 to Lease Agreement", 5),
        ("AMENDMENT NUMBER FIVE TO LEASE AGREEMENT", 5),
        ("AMENDMENT #5 TO LEASE AGREEMENT", 5),
        ("AMENDMENT NO. TWELVE TO LEASE AGREEMENT", 12),
        ("AMENDMENT TO LEASE AGREEMENT", None),
        ("AMENDMENT TO SECOND AMENDED AND RESTATED LEASE AGREEMENT", None),
        ("LIMITED WAIVER AND THIRD AMENDMENT TO LEASE AGREEMENT", 3),
    ],
)
def test_numbers(title: str, number: int | None) -> None:
    parties = 'between Alder LLC ("Landlord") and Birch, Inc. ("Tenant")'
    preamble = f"This {title} is made as of May 5, 2004 {parties}."
    assert instrument(title, preamble).number == number


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("FIRST AMENDMENT TO CREDIT AGREEMENT", InstrumentKind.AMENDMENT),
        ("SECOND MODIFICATION TO LOAN AGREEMENT", InstrumentKind.AMENDMENT),
        ("SUPPLEMENT TO MANAGEMENT AGREEMENT", InstrumentKind.AMENDMENT),
        ("LIMITED WAIVER TO LOAN AGREEMENT", InstrumentKind.WAIVER),
        ("AMENDMENT NO. 2 AND WAIVER TO LOAN AGREEMENT", InstrumentKind.AMENDMENT_AND_WAIVER),
        ("CONSENT UNDER LOAN AGREEMENT", InstrumentKind.CONSENT),
        ("EXTENSION OF LOAN AGREEMENT", InstrumentKind.EXTENSION),
        ("JOINDER AGREEMENT", InstrumentKind.JOINDER),
        ("GUARANTOR JOINDER TO CREDIT AGREEMENT", InstrumentKind.JOINDER),
        ("JOINDER AND AMENDMENT NO. 2 TO CREDIT AGREEMENT", InstrumentKind.AMENDMENT),
        ("FORM OF JOINDER AGREEMENT", InstrumentKind.AGREEMENT),  # to be signed by one who joins later
        ("AMENDED AND RESTATED CREDIT AGREEMENT", InstrumentKind.RESTATEMENT),
        ("CREDIT AGREEMENT", InstrumentKind.AGREEMENT),
        ("EMPLOYMENT AGREEMENT", InstrumentKind.AGREEMENT),
    ],
)
def test_kinds_by_title(title: str, kind: InstrumentKind) -> None:
    preamble = (
        f'THIS {title} (this "Instrument"), dated as of May 5, 2004, is among Alder LLC, an Ohio limited '
        'liability company ("Alder"), and Birch Bank.'
    )
    assert instrument(title, preamble, "ARTICLE I\n\nSection 1.1. Terms. The parties agree.").kind is kind


def test_a_filing_that_speaks_of_an_amendment_is_none() -> None:
    got = read(
        "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nForm 8-K\nCURRENT REPORT\n"
        "(Exact name of registrant as specified in its charter)\n\n"
        "On July 1, 2009, Alder Corp. entered into the First Amendment to its Employment Agreement with "
        "Jane Roe.\n"
    )
    assert (got.kind, got.title, got.amends) == (InstrumentKind.OTHER, "Form 8-K", None)


def test_a_title_over_several_lines_below_a_cover_page() -> None:
    got = read(
        "Exhibit 4.2\n\nFIRST AMENDMENT TO CREDIT AGREEMENT\n\namong\n\nALDER, INC., as the "
        "Borrower,\n\nand\n\n"
        "BIRCH BANK, as the Agent\n\nDated as of March 1, 2003\n\nFIRST AMENDMENT TO\nCREDIT AGREEMENT\n\n"
        "THIS FIRST AMENDMENT TO CREDIT AGREEMENT, dated as of March 1, 2003, is among Alder, Inc., a "
        "Delaware "
        'corporation (the "Borrower"), and Birch Bank, as Agent (the "Agent").\n'
    )
    assert got.title == "FIRST AMENDMENT TO CREDIT AGREEMENT"
    assert got.dated == day(2003, 3, 1)


def test_a_title_that_names_the_parties_and_the_day_of_the_agreement() -> None:
    got = read(
        "Amendment\nto the Interconnection Agreement\nBetween\nAlder Line Company\nand Birch "
        "Bell, Inc.\n"
        "Dated March 12, 2007\n\n"
        'Pursuant to this Amendment (the "Amendment"), Alder Line Company (Alder Line), and '
        "Birch "
        'Bell, Inc. ("Birch"), together the "Parties," agree to amend '
        "the "
        'Interconnection Agreement that they made, dated March 12, 2007 ("Agreement"), to be '
        "effective November 20, 2009.\n\nNOW, THEREFORE, the Parties agree as follows:\n"
    )
    assert got.title == (
        "Amendment to the Interconnection Agreement Between Alder Line Company and Birch Bell, "
        "Inc. "
        "Dated March 12, 2007"
    )
    assert got.dated is None
    assert (got.effective.date, got.effective.basis) == (day(2009, 11, 20), "stated")
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Interconnection Agreement", day(2007, 3, 12))


def test_the_day_of_the_amended_agreement_is_not_the_amendments() -> None:
    got = instrument(
        "FIRST AMENDMENT TO EMPLOYMENT AGREEMENT",
        'This first amendment (the "Amendment") of the employment agreement that is dated as of April 3, 2001 (the '
        '"Agreement") between Alder, Inc. ("Alder") and Jane Q. Roe ("Employee") is made as of '
        "June 21, 2004 by and between Alder and Employee.",
    )
    assert got.dated == day(2004, 6, 21)
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("employment agreement", day(2001, 4, 3))


def test_a_blank_day_is_no_day() -> None:
    got = instrument(
        "SECOND AMENDMENT TO PURCHASE AGREEMENT",
        'THIS SECOND AMENDMENT (the "Amendment") is made this ____ day of May 2013, and '
        "amends "
        'the Purchase Agreement by and among Alder, Inc. ("Alder") and Birch LLC ("Birch"), signed on or '
        'about August 6, 2012 (the "Agreement").',
    )
    assert got.dated is None
    assert got.effective.basis == "unknown"
    assert got.amends is not None
    assert got.amends.dated == day(2012, 8, 6)


def test_the_day_may_stand_where_it_is_signed() -> None:
    got = instrument(
        "Amendment No. 2 to Employment Agreement",
        'This Amendment No. 2 changes certain terms of the Employment Agreement ("Agreement") dated '
        "March 29, "
        '2010, between Alder, Inc. (the "Company") and John Doe (the "Executive").',
        "1. Section 2 of the Agreement is hereby amended by replacing two years with four years.\n\n"
        "IN WITNESS WHEREOF, the parties have signed the Amendment as of April 2, 2012.",
    )
    assert (got.dated, got.effective.basis) == (day(2012, 4, 2), "dated")


@pytest.mark.parametrize(
    ("body", "date", "basis"),
    [
        ("1. Section 2 is hereby amended to read as follows:", (2006, 3, 1), "dated"),
        ("1. This Amendment shall be effective as of April 15, 2006.", (2006, 4, 15), "stated"),
        ("1. This Amendment shall be effective as of January 1, 2006.", (2006, 1, 1), "retroactive"),
        ("1. The effectiveness of this Amendment is subject to these conditions:", None, "conditions"),
        (
            "1. This Amendment shall become effective as of the date above written when the Agent "
            "has "
            "received each of the following:",
            (2006, 3, 1),
            "conditions",
        ),
        (
            "1. Effective as of February 1, 2006, Section 2 of the Agreement is hereby deleted.",
            (2006, 3, 1),
            "mixed",
        ),
    ],
)
def test_when_it_takes_effect(body: str, date: tuple[int, int, int] | None, basis: str) -> None:
    got = instrument(
        "AMENDMENT TO LOAN AGREEMENT",
        'THIS AMENDMENT TO LOAN AGREEMENT (this "Amendment") is made as of March 1, 2006 by and between '
        "Alder LLC "
        '("Borrower") and Birch Bank ("Lender").',
        f"The parties agree as follows:\n\n{body}",
    )
    assert (got.effective.date, got.effective.basis) == (day(*date) if date else None, basis)


def test_a_letter_that_amends() -> None:
    got = read(
        "Alder Corporation\n\nMarch 8, 2002\n\nMs. Jane Roe\n7 Tanner Row\nDover, DE 19901\n\nDear "
        "Jane:\n\n"
        'You and Alder Corporation ("Alder") signed a Letter Agreement dated August 9, 1999 (the '
        '"Employment '
        'Letter"). You and Alder now agree that the Employment Letter is amended as follows:\n\n'
        "1. Paragraph 4 is deleted.\n"
    )
    assert (got.kind, got.dated) == (InstrumentKind.AMENDMENT, day(2002, 3, 8))
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Letter Agreement", day(1999, 8, 9))


def test_days_of_amendments_that_have_no_name() -> None:
    got = instrument(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        'This Amendment (the "June Amendment"), dated as of June 8, 2012, amends the '
        'Employment Agreement (the "Agreement") dated as of January 19, 2009, as heretofore amended on '
        "November "
        '30, 2009 and May 17, 2011, by and between Alder, Inc. (the "Company") and John Doe (the '
        '"Employee").',
    )
    assert [(e.title, e.dated) for e in got.earlier] == [(None, day(2009, 11, 30)), (None, day(2011, 5, 17))]


def test_an_amendment_of_another_agreement_is_not_an_earlier_one() -> None:
    got = instrument(
        "SECOND AMENDMENT TO CREDIT AGREEMENT",
        "THIS SECOND AMENDMENT TO CREDIT AGREEMENT is dated as of May 1, 2005 between Alder LLC "
        '("Borrower") and '
        'Birch Bank ("Bank").',
        "WHEREAS, Borrower and Bank made a Credit Agreement dated as of May 1, 2003, "
        "as amended "
        "by the First Amendment to Credit Agreement dated as of May 1, 2004, and to a First "
        "Amendment to "
        "Pledge Contract dated as of June 1, 2004;\n\nNOW, THEREFORE, the parties agree as follows:",
    )
    assert [(e.title, e.number) for e in got.earlier] == [("First Amendment to Credit Agreement", 1)]


def test_a_further_instrument_within_a_file() -> None:
    first = "AMENDMENT NO. 1\n\nThis Amendment No. 1 is dated May 1, 2001, between Alder LLC and Oak Co.\n\n"
    document = from_text("two.txt", (first + LOAN_AMENDMENT).encode())
    start = document.reading.text.index("AMENDMENT NO. 4")
    assert head(document, 0, start - 1).number == 1
    assert head(document, start).number == 4


@given(st.text(max_size=400) | st.lists(st.sampled_from(LOAN_AMENDMENT.split()), max_size=120).map(" ".join))
def test_no_text_is_too_strange(text: str) -> None:
    if text.strip() and "\0" not in text:
        head(from_text("strange.txt", text.encode("utf-8", "replace") or b"?"))


@pytest.mark.shared
def test_heads_of_the_real_documents(shared: Path) -> None:
    right = total = 0
    for file in sorted((shared / "gold" / "dev").glob("*.json")):
        if file.stem.startswith(("probes", "structure")):
            continue
        gold = json.loads(file.read_text())["instrument"]
        source = shared / "corpus" / "dev" / f"{file.stem}.txt"
        got = head(from_text(source.name, source.read_bytes()))
        kind = "other" if got.kind is InstrumentKind.AGREEMENT else got.kind.value
        amends = got.amends.dated if got.amends else None
        pairs = [
            (gold["kind"], kind),
            (gold["number"], got.number),
            (gold["amends"]["dated"], amends and amends.isoformat()),
        ]
        if kind != "other":
            pairs += [
                (gold["dated"], got.dated and got.dated.isoformat()),
                (gold["effective"]["date"], got.effective.date and got.effective.date.isoformat()),
            ]
        right += sum(want == found for want, found in pairs)
        total += len(pairs)
    assert right / total >= 0.97
