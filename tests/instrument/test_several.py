"""Which instruments stand in one file, and what is only an exhibit of one, or its cover."""

from conformed.document import from_text
from conformed.instrument import head, instruments, parse, signatures
from conformed.language import interpret
from conformed.ledger import chain
from tests.written import shown

AGREEMENT = """\
CREDIT AGREEMENT

THIS CREDIT AGREEMENT, dated as of May 1, 2018, is between BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), and HARBOR & QUAY BANK, N.A. (the "Bank"). The parties agree as follows:

Section 1.1. Loans. The Bank makes loans of ten dollars to the Borrower.

Section 1.2. Fees. The Borrower pays a fee of one percent to the Bank.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
"""
AMENDMENT = """\
FIRST AMENDMENT TO CREDIT AGREEMENT

THIS FIRST AMENDMENT TO CREDIT AGREEMENT (this "Amendment"), dated as of {day}, is between BRAMBLE MILLING, INC., a
Delaware corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A. (the "Bank").

WHEREAS, the parties have made a Credit Agreement dated as of May 1, 2018 (the "Credit Agreement");

NOW, THEREFORE, the parties agree as follows:

1. Section 1.1 of the Credit Agreement is hereby amended by replacing "ten" with "twenty".

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Basil Rook
Name: Basil Rook
Title: President
"""
FIRST = AMENDMENT.format(day="June 3, 2019")
PAGE = "\n<PAGE>\n\n"


def titles(text: str) -> list[str | None]:
    return [head(one).title for one in instruments(from_text("written.txt", text.encode()))]


def test_an_amendment_filed_under_a_label_of_its_own_is_no_exhibit_of_the_agreement() -> None:
    filed = FIRST.replace("THIS FIRST", "FIRST")
    assert titles(f"Exhibit 10.1\n\n{AGREEMENT}\n  EXHIBIT 10.2\n\n\n{filed}") == ["CREDIT AGREEMENT", "FIRST AMENDMENT TO CREDIT AGREEMENT"]


def test_an_amendment_behind_its_agreement_is_an_instrument_of_its_own() -> None:
    document = from_text("written.txt", (AGREEMENT + PAGE + FIRST).encode())
    agreement, amendment = (interpret(parse(one)) for one in instruments(document))
    assert [one.signatory for one in agreement.signatures] == ["Ada Thorne"]
    assert [one.signatory for one in amendment.signatures] == ["Basil Rook"]
    assert [shown(one) for one in amendment.operations] == ["replace_text 1.1: ten -> twenty"]
    sentence = amendment.operations[0].sentence
    assert document.text[sentence.start : sentence.end].startswith("Section 1.1 of the Credit Agreement")
    links = chain([amendment, agreement])
    assert links.agreement is agreement
    assert [(link.title, link.changes) for link in links.links] == [("Amendment No. 1", True)]


def test_the_instruments_of_a_file_hold_all_of_its_words() -> None:
    document = from_text("written.txt", (AGREEMENT + PAGE + FIRST + PAGE + FIRST).encode())
    held = [one.reading.text for one in instruments(document)]
    assert "\n".join(one.strip() for one in held) == document.reading.text
    assert len({one.id for one in instruments(document)}) == len(held)
    assert len({one.file for one in instruments(document)}) == 1


def test_what_stands_above_the_title_on_its_page_is_of_the_instrument() -> None:
    returned = "WHEN RECORDED MAIL TO:\n\nHarbor & Quay Bank\n\n(Space above for the recorder)\n\n"
    document = from_text("written.txt", (AGREEMENT + PAGE + returned + FIRST).encode())
    assert [one.reading.text.split("\n")[0] for one in instruments(document)] == [
        "CREDIT AGREEMENT",
        "WHEN RECORDED MAIL TO:",
    ]


def test_a_title_far_below_the_signatures_of_another_needs_no_page_end() -> None:
    assert len(titles(AGREEMENT + "\n" * 8 + FIRST)) == 2
    assert len(titles(AGREEMENT + "\n\n" + FIRST)) == 1


def test_an_exhibit_is_of_the_instrument_to_which_it_is_attached() -> None:
    assert len(titles(AGREEMENT + PAGE + "EXHIBIT A\n\nFORM OF AMENDMENT\n\n" + FIRST)) == 1
    assert len(titles(AGREEMENT + PAGE + "EXHIBIT A" + PAGE + FIRST)) == 1
    assert (
        len(titles(AGREEMENT + PAGE + "EXHIBIT A\n\nFirst Amendment to Credit Agreement" + PAGE + FIRST)) == 1
    )


def test_an_instrument_behind_an_exhibit_is_none_of_it() -> None:
    exhibit = "EXHIBIT A\n\nBarge No. 7, $500,000\n\nBarge No. 9, $700,000\n"
    assert titles(AGREEMENT + PAGE + exhibit + PAGE + FIRST) == [
        "CREDIT AGREEMENT",
        "FIRST AMENDMENT TO CREDIT AGREEMENT",
    ]


def test_a_form_is_no_instrument() -> None:
    assert len(titles(AGREEMENT + PAGE + AMENDMENT.format(day="____________, 20__"))) == 1
    assert len(titles(AGREEMENT + PAGE + AMENDMENT.format(day="[●], 2019"))) == 1


def test_nothing_that_is_not_signed_ends_an_instrument() -> None:
    unsigned = AGREEMENT[: AGREEMENT.index("IN WITNESS")]
    assert len(titles(unsigned + PAGE + FIRST)) == 1


def test_a_consent_to_the_foregoing_is_of_what_it_consents_to() -> None:
    consent = "CONSENT\n\nEach of the undersigned consents to the foregoing Amendment dated June 3, 2019.\n\nALDER, INC.\n\nBy: /s/ Rue\n"
    assert len(titles(FIRST + PAGE + consent)) == 1


def test_a_signed_cover_page_is_of_the_agreement_below_it() -> None:
    cover = """\
CREDIT AGREEMENT

This Credit Agreement between BRAMBLE MILLING, INC. and HARBOR & QUAY BANK, N.A. is made of the terms behind this page and is
effective upon the last signature hereto.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
"""
    assert len(titles(cover + PAGE + AGREEMENT)) == 1


FILING = """\
UNITED STATES
SECURITIES AND EXCHANGE COMMISSION

FORM 8-K

CURRENT REPORT

Date of Report (Date of earliest event reported): June 3, 2019

BRAMBLE MILLING, INC.
(Exact name of registrant as specified in its charter)

Item 5.02. On June 3, 2019, Bramble Milling, Inc. amended the employment agreement of its president, Ada Thorne, as the exhibit
shows.

SIGNATURES

Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed on
its behalf by the undersigned.

BRAMBLE MILLING, INC.

By: /s/ Basil Rook
<PAGE>
Exhibit 10.1

June 3, 2019

Ms. Ada Thorne
7 Mill Lane

Re: Employment Agreement

Dear Ada:

Reference is made to the employment agreement dated as of October 10, 2016 between you and Bramble Milling, Inc. (the "Employment
Agreement"). When agreed to by you below, the Employment Agreement shall be amended, as follows:

1. A new Section 5.05 shall be added to read as follows:

"5.05 Housing. The Company shall pay the rent of the house in which the Employee lives, and the charges for its light and its
heat, as long as the Employee is in its service."

Sincerely,

BRAMBLE MILLING, INC.

By: /s/ Basil Rook

AGREED TO AND ACCEPTED:

/s/ Ada Thorne
Ada Thorne
"""


def test_what_is_filed_with_a_form_is_an_instrument_of_its_own() -> None:
    form, letter = instruments(from_text("written.txt", FILING.encode()))
    assert str(head(form).kind) == "other"
    assert str(head(letter).kind) == "amendment"
    assert [one.signatory for one in signatures(parse(letter))] == ["Basil Rook", "Ada Thorne"]
    assert [shown(one).partition(":")[0] for one in interpret(parse(letter)).operations] == [
        "add_provision 5.05"
    ]


def test_an_agreement_of_sale_under_the_title_of_a_purchase_agreement_is_an_instrument_of_its_own() -> None:
    sale = AGREEMENT.replace("CREDIT AGREEMENT\n", "BARLEY PURCHASE AGREEMENT\nFOR\nBramble Milling, Inc.\n", 1)
    sale = sale.replace("THIS CREDIT AGREEMENT, dated as of", "This Agreement of Sale is entered into as of")
    assert titles(AGREEMENT + PAGE + sale)[1:] == ["BARLEY PURCHASE AGREEMENT FOR Bramble Milling, Inc."]
    untitled = sale.replace("BARLEY PURCHASE AGREEMENT\nFOR\n", "BARLEY\nFOR\n", 1)
    assert len(titles(AGREEMENT + PAGE + untitled)) == 1
