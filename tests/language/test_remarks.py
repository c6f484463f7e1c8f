"""What an instrument says beside its orders."""

import pytest

from conformed.instrument import parse
from conformed.language import interpret, remarks
from tests.written import amendment, document

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


LISTED = """\
The waiver is limited as written, and nothing in this Amendment shall be deemed to:
(a) waive compliance with Section 7.4 of the Agreement in any other case; or
(b) change any right of the Lender. Section 7.6 of the Agreement stays as it is."""


def led(body: str) -> list[tuple[str, str, str]]:
    read = amendment(body)
    words = read.instrument.document.words
    return [
        (one.at or "", " ".join(" ".join(map(words, one.led_by)).split()), words(one.sentence)[:14])
        for one in remarks(read, "mentions")
    ]


def test_a_clause_goes_with_the_words_that_lead_in_to_it() -> None:
    leading = "The waiver is limited as written, and nothing in this Amendment shall be deemed to:"
    assert led(LISTED)[0][1:] == (f"{leading} (a)", "waive complian")


def test_a_second_sentence_of_a_clause_is_led_in_to_by_nothing() -> None:
    assert led(LISTED)[1][1:] == ("", "Section 7.6 of")


def test_a_sentence_above_clauses_leads_in_to_none() -> None:
    body = "The Lender waives nothing.\n(a) Section 7.4 of the Agreement stays as it is."
    assert [leading for _, leading, _ in led(body)] == [""]


def test_a_waiver_that_the_words_above_deny_is_none() -> None:
    assert not amendment(LISTED).waivers
    given = LISTED.replace("nothing in this Amendment shall be deemed to:", "the Lender does hereby agree to:")
    assert [str(path) for one in amendment(given).waivers for path in one.provisions] == ["7.4"]

AGREEMENT = """\
INTERCONNECTION AGREEMENT

This Interconnection Agreement, dated May 4, 2021, is between Tern Telephone Company and Gannet Networks, Inc. (the "Parties").

The Parties agree as follows:

1. Parity. Tern shall serve Gannet as it serves itself.

2. Filing. {filing}

IN WITNESS WHEREOF, the Parties have signed this Agreement.
"""


@pytest.mark.parametrize(
    ("filing", "told"),
    [
        ("The Parties shall file this Agreement with the commission of each state for approval under Section 252 of the Act.", ["2"]),
        ("This Agreement will be submitted for approval by each commission under Section 252(e).", ["2"]),
        ("This Agreement is not filed with any commission, whatever Section 252(e) says.", []),
        ("The Parties shall file this Agreement with the recorder.", []),
    ],
)
def test_an_agreement_that_is_submitted_to_state_commissions_says_so(filing: str, told: list[str]) -> None:
    read = interpret(parse(document(AGREEMENT.format(filing=filing))))
    assert [one.at for one in remarks(read)] == told
