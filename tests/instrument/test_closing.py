"""Where the signature pages begin in an instrument that has no testimonium."""

import pytest

from conformed.document import from_text
from conformed.instrument import ProvisionKind, parse

OPENING = """\
FIRST AMENDMENT TO LOAN AGREEMENT

This FIRST AMENDMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC., an Ohio
corporation (the "Borrower"), and FIRST ALDER BANK, as lender (the "Lender").

The parties agree as follows:

1. Rate. Section 2.1 of the Loan Agreement is hereby amended by replacing "4%" with "5%".

"""
SIGNED = """\
TERN HOLLOW MILLS, INC.

By: /s/ Jane Doe

Name: Jane Doe

Title: President

"""


def signature_pages(text: str) -> str:
    """The words of the signature pages, a line for each paragraph; empty where there are none."""
    instrument = parse(from_text("written.txt", (OPENING + text).encode()))
    found = [one for one in instrument.root.children if one.kind is ProvisionKind.SIGNATURES]
    return "\n".join(instrument.text(one) for one in found)


def test_they_begin_below_the_last_sentence() -> None:
    found = signature_pages(f"2. Law. This Amendment is governed by the law of Ohio.\n\n{SIGNED}")
    assert found.split("\n") == SIGNED.strip().split("\n\n")


@pytest.mark.parametrize(
    "words",
    [
        "The parties have executed this Amendment as of the date first written above.",
        "This First Amendment is executed as of March 3, 2019.",
        "Executed in Dayton, Ohio, as of the date set forth above.",
        "Each of the parties hereto has caused this Amendment to be signed by its officer.",
    ],
)
def test_words_of_execution_right_above_open_them(words: str) -> None:
    found = signature_pages(f"2. Law. The law of Ohio governs.\n\n{words}\n\n{SIGNED}")
    assert found.startswith(words)


@pytest.mark.parametrize(
    "notes",
    [
        "[Signature page follows]",
        "SIGNATURE PAGE TO FIRST AMENDMENT TO LOAN AGREEMENT",
        "[Remainder of page intentionally left blank]\n\n(Signature page to First Amendment)",
        "[Signature Pages\n\nFollow]",
    ],
)
@pytest.mark.parametrize("words", ["IN WITNESS WHEREOF, the parties have executed this Amendment.\n\n", ""])
def test_what_only_announces_them_is_of_them(notes: str, words: str) -> None:
    found = signature_pages(f"2. Law. The law of Ohio governs.\n\n{notes}\n\n{words}{SIGNED}")
    assert found.replace("\n", " ").startswith(notes.replace("\n\n", " "))


@pytest.mark.parametrize(
    "note", ["[The remainder of this page is left blank.]", "[Remainder of Page\nIntentionally Left Blank]", "(Signature page follows)"]
)
def test_a_note_close_below_the_last_sentence_is_of_them(note: str) -> None:
    found = signature_pages(f"2. Law. The law of Ohio governs.\n{note}\n\n\n{SIGNED}")
    assert found.replace("\n", " ").startswith(note.replace("\n", " "))


def test_what_is_agreed_of_them_is_of_the_body() -> None:
    agreed = "Signature pages to this Amendment may be delivered by facsimile."
    found = signature_pages(
        f"{agreed}\n\nIN WITNESS WHEREOF, the parties have executed this Amendment.\n\n{SIGNED}"
    )
    assert found.startswith("IN WITNESS")


def test_who_accepts_stands_within_them() -> None:
    accepts = "The undersigned hereby accepts and agrees to the foregoing as of the date first written above:"
    found = signature_pages(f"{SIGNED}{accepts}\n\nFIRST ALDER BANK\n\nBy: /s/ John Roe\n")
    assert found.startswith("TERN HOLLOW MILLS, INC.")
    assert accepts in found


@pytest.mark.parametrize(
    "below",
    [
        "3. Notices. Section 9.1 of the Loan Agreement is hereby deleted.\n",
        "Section 9.1 of the Loan Agreement is hereby deleted in its entirety.\n",
        '"Margin" means two percent.\n',
        "(c) the Margin.\n",
    ],
)
def test_an_order_below_them_is_of_the_body(below: str) -> None:
    assert signature_pages(f"2. Law. The law of Ohio governs.\n\n{SIGNED}{below}") == ""


def test_names_that_no_one_signs_are_of_the_body() -> None:
    assert signature_pages("2. Guarantors. The guarantors are:\n\nALDER HOLDINGS, INC.\n\nELM, LLC\n") == ""


def test_text_that_is_set_off_ends_before_them() -> None:
    text = (
        f"2. Term. Section 3 is hereby amended to read as follows:\n\nThe term ends May 1, 2021.\n\n{SIGNED}"
    )
    instrument = parse(from_text("written.txt", (OPENING + text).encode()))
    words = instrument.document.reading.text
    assert [words[one.start : one.end] for one in instrument.set_off] == ["The term ends May 1, 2021."]


def test_definitions_under_a_caption_behind_what_is_signed_are_of_the_text() -> None:
    terms = '"Oats" means rye.\n\n"Rye" means wheat. It (a) is milled and (b) sold.\n\n"Toll" means a sack.\n'
    signed = f"2. Law. The law of Ohio governs.\n\nIN WITNESS WHEREOF, they have signed.\n\n{SIGNED}"
    text = f"{signed}DEFINITIONS\n\nIn this Amendment:\n\n{terms}"
    instrument = parse(from_text("written.txt", (OPENING + text).encode()))
    assert [one.path for one in instrument.root.walk() if "#" in one.path] == [
        "#Oats", "#Rye", "#Rye(a)", "#Rye(b)", "#Toll",
    ]  # fmt: skip
    assert signature_pages(text).endswith("Title: President")
    below = '"Mill" means a mill.\n\n"Race" means a race.\n'  # which a signature page may explain
    assert signature_pages(f"{signed}NOTES\n\n{below}").endswith("a race.")


def test_the_head_of_a_column_is_no_line_to_sign_on() -> None:
    below = "Debts\n\nName\n\nTern Hollow Mills, Inc.\n\nFirst Alder Bank\n"
    assert signature_pages(f"2. Law. The law of Ohio governs.\n\n{below}") == ""


def test_in_what_capacity_one_signs_is_of_them() -> None:
    bank = "ALDER BANK, as Agent on behalf of and for the benefit of the Lenders under it\n\nBy: ____________\n\nName: Abel Wren\n"
    assert signature_pages(f"2. Law. That of Ohio.\n\n{SIGNED}{bank}").startswith("TERN HOLLOW MILLS, INC.\nBy: /s/ Jane Doe")


@pytest.mark.parametrize(
    "signed",
    [
        "Very truly yours,\n\nFIRST ALDER BANK\n\nAda Wren\n",  # a copy on which no one has signed
        "Sincerely yours,\n\nAda Wren\nPresident\n\nAgreed to by:\n\nOtto Reed\n",
        'By: /s/ Ada Wren\n\n"LENDER"\n\n/s/ Otto Reed\n\n"BORROWER"\n',
        "Sincerely,\n\nAda Wren\n\nThis letter is confirmed and accepted as of the date first above written.\n\nDated: May 2, 2019 /s/ Otto Reed\n",
    ],
)
def test_the_close_of_a_letter_and_who_it_is_that_signs_are_of_them(signed: str) -> None:
    found = signature_pages(f"2. Law. This Amendment is governed by the law of Ohio.\n\n{signed}")
    assert found.split() == signed.split()
