"""What an instrument is, on the model of real heads, preambles and recitals, with invented parties."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument.head import head
from conformed.instrument.marks import Head, InstrumentKind

LOAN_AMENDMENT = """\
EXHIBIT 10.7
FINAL 04/02/99

                  AMENDMENT NO. 4 AND LIMITED WAIVER TO
              SECOND AMENDED AND RESTATED CREDIT AGREEMENT

     AMENDMENT NO. 4 AND LIMITED WAIVER, dated as of April 9, 1999 (this
"Amendment"), among ALDER FREIGHT, INC., a Delaware corporation ("Alder"), the
Lenders party hereto, and BIRCH NATIONAL BANK, as agent for the Lenders (the
"Agent").

     WHEREAS, Alder, the Lenders and the Agent are parties to that certain
Second Amended and Restated Credit Agreement dated as of June 30, 1997, as
amended by Amendment No. 1 thereto dated as of October 1, 1997, Amendment No. 2
and Waiver thereto dated as of February 27, 1998 and a Third Amendment dated as
of August 14, 1998 (as so amended, the "Credit Agreement"); and

     NOW, THEREFORE, the parties agree as follows:

     1. Amendment. Effective as of the date first above written and subject to the
satisfaction of the conditions set forth in Section 3 below, the Credit Agreement
is hereby amended as follows:

     3. Conditions. This Amendment shall become effective as of the date above
written if, and only if, the following conditions are satisfied:
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
    assert got.dated == day(1999, 4, 9)
    assert (got.effective.date, got.effective.basis) == (day(1999, 4, 9), "conditions")
    assert got.amends is not None
    assert got.amends.title == "Second Amended and Restated Credit Agreement"
    assert got.amends.dated == day(1997, 6, 30)


def test_the_recitals_name_the_earlier_instruments_in_order() -> None:
    assert [(e.title, e.number, e.dated) for e in read(LOAN_AMENDMENT).earlier] == [
        ("Amendment No. 1", 1, day(1997, 10, 1)),
        ("Amendment No. 2 and Waiver", 2, day(1998, 2, 27)),
        ("Third Amendment", 3, day(1998, 8, 14)),
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
        "Amendment\nto the Interconnection Agreement\nBetween\nAlder Telecom Holdings, Inc.\nand Birch "
        "Bell, Inc.\n"
        "Dated October 6, 2000\n\n"
        'Pursuant to this Amendment (the "Amendment"), Alder Telecom Holdings, Inc. (Alder Telecom), and '
        'Birch '
        'Bell, Inc. ("Birch"), hereinafter referred to collectively as the "Parties," hereby agree to amend '
        'that '
        'certain Interconnection Agreement between the Parties dated October 6, 2000 ("Agreement") to be '
        "effective September 14, 2004.\n\nNOW, THEREFORE, the Parties agree as follows:\n"
    )
    assert got.title == (
        "Amendment to the Interconnection Agreement Between Alder Telecom Holdings, Inc. and Birch Bell, "
        "Inc. "
        "Dated October 6, 2000"
    )
    assert got.dated is None
    assert (got.effective.date, got.effective.basis) == (day(2004, 9, 14), "stated")
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Interconnection Agreement", day(2000, 10, 6))


def test_the_day_of_the_amended_agreement_is_not_the_amendments() -> None:
    got = instrument(
        "FIRST AMENDMENT TO EMPLOYMENT AGREEMENT",
        'This first amendment (the "Amendment") to the employment agreement dated as of October 1, 1996 (the '
        '"Agreement") between Alder, Inc. ("Alder") and Jane Q. Roe ("Employee") is made and entered as of '
        "September 17, 1999 by and between Alder and Employee.",
    )
    assert got.dated == day(1999, 9, 17)
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("employment agreement", day(1996, 10, 1))


def test_a_blank_day_is_no_day() -> None:
    got = instrument(
        "SECOND AMENDMENT TO PURCHASE AGREEMENT",
        'THIS SECOND AMENDMENT (the "Amendment") is entered into on this ____ day of November 2010, and '
        'amends '
        'the Purchase Agreement by and among Alder, Inc. ("Alder") and Birch LLC ("Birch"), executed on or '
        'around March 31, 2010 (the "Agreement").',
    )
    assert got.dated is None
    assert got.effective.basis == "unknown"
    assert got.amends is not None
    assert got.amends.dated == day(2010, 3, 31)


def test_the_day_may_stand_where_it_is_signed() -> None:
    got = instrument(
        "Amendment No. 2 to Employment Agreement",
        'This Amendment No. 2 shall modify the terms of the Employment Agreement ("Agreement") dated '
        'September 7, '
        '2006, between Alder, Inc. (the "Company") and John Doe (the "Executive").',
        "1. Section 2 of the Agreement is hereby amended by replacing two years with four years.\n\n"
        "IN WITNESS WHEREOF, the parties have executed the Amendment as of September 11, 2008.",
    )
    assert (got.dated, got.effective.basis) == (day(2008, 9, 11), "dated")


@pytest.mark.parametrize(
    ("body", "date", "basis"),
    [
        ("1. Section 2 is hereby amended to read as follows:", (2006, 3, 1), "dated"),
        ("1. This Amendment shall be effective as of April 15, 2006.", (2006, 4, 15), "stated"),
        ("1. This Amendment shall be effective as of January 1, 2006.", (2006, 1, 1), "retroactive"),
        ("1. The effectiveness of this Amendment is subject to these conditions:", None, "conditions"),
        (
            "1. This Amendment shall become effective as of the date first above written when the Agent "
            "shall have "
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
        'Alder LLC '
        '("Borrower") and Birch Bank ("Lender").',
        f"The parties agree as follows:\n\n{body}",
    )
    assert (got.effective.date, got.effective.basis) == (day(*date) if date else None, basis)


def test_a_letter_that_amends() -> None:
    got = read(
        "Alder Corporation\n\nJuly 1, 1998\n\nMs. Jane Roe\n60 Cherry Lane\nWeston, MA 02193\n\nDear "
        "Jane:\n\n"
        'You and Alder Corporation ("Alder") are parties to a Letter Agreement dated June 24, 1994 (the '
        '"Employment '
        'Letter"). You and Alder have now agreed to amend the Employment Letter as follows:\n\n'
        "1. Paragraph 2 of the Employment Letter is hereby deleted.\n"
    )
    assert (got.kind, got.dated) == (InstrumentKind.AMENDMENT, day(1998, 7, 1))
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Letter Agreement", day(1994, 6, 24))


def test_days_of_amendments_that_have_no_name() -> None:
    got = instrument(
        "AMENDMENT TO EMPLOYMENT AGREEMENT",
        'This Amendment (the "December Amendment"), dated as of December 21, 2006, is an amendment to that '
        'certain '
        'Employment Agreement (the "Agreement") dated as of February 27, 2005, as subsequently amended on '
        'October '
        '25, 2005 and February 1, 2006, by and between Alder, Inc. (the "Company") and John Doe (the '
        '"Employee").',
    )
    assert [(e.title, e.dated) for e in got.earlier] == [(None, day(2005, 10, 25)), (None, day(2006, 2, 1))]


def test_an_amendment_of_another_agreement_is_not_an_earlier_one() -> None:
    got = instrument(
        "SECOND AMENDMENT TO CREDIT AGREEMENT",
        'THIS SECOND AMENDMENT TO CREDIT AGREEMENT is dated as of May 1, 2005 between Alder LLC '
        '("Borrower") and '
        'Birch Bank ("Bank").',
        "WHEREAS, Borrower and Bank are parties to that certain Credit Agreement dated as of May 1, 2003, "
        "as amended "
        "by that certain First Amendment to Credit Agreement dated as of May 1, 2004, and to a First "
        "Amendment to "
        "Pledge Contract dated as of June 1, 2004;\n\nNOW, THEREFORE, the parties agree as follows:",
    )
    assert [(e.title, e.number) for e in got.earlier] == [("First Amendment to Credit Agreement", 1)]


def test_a_further_instrument_within_a_file() -> None:
    first = (
        "AMENDMENT NO. 1\n\nThis Amendment No. 1 is dated May 1, 2001, between Alder LLC and Oak Co.\n\n"
    )
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
