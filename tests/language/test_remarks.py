"""What an instrument says beside its orders."""

import pytest

from conformed.language import remarks
from tests.written import amendment

FILINGS = (
    "Either party may file this Amendment with the public service commission of its state.",
    "The Borrower shall submit such Amendment to the Mill Commission for approval.",
    "This Amendment shall be filed with, and is subject to the approval of, each state commission.",
    "This Amendment is to be recorded in the office of the recorder of Alder County.",
)
NONE = (
    "No consent of, and no notice to or filing with, any regulatory authority is required for this Amendment.",
    "The Borrower has filed all reports with the commissions that ask for them.",
)


def topics(body: str) -> list[str]:
    return [one.topic for one in remarks(amendment(body), "filing", "incorporated")]


@pytest.mark.parametrize("sentence", FILINGS)
def test_that_an_instrument_is_filed_is_told(sentence: str) -> None:
    assert topics(sentence) == ["filing"]


@pytest.mark.parametrize("sentence", NONE)
def test_that_no_filing_is_needed_is_no_filing(sentence: str) -> None:
    assert topics(sentence) == []


def test_a_text_that_is_incorporated_is_told_with_its_sentence() -> None:
    read = amendment("The charges are stated in Section 8 of Bramble Tariff F.C.C. No. 7.")
    (one,) = remarks(read, "incorporated")
    assert one.name == "Bramble Tariff F.C.C. No. 7"
    assert read.instrument.document.words(one.sentence).startswith("The charges are stated in")
