"""What an instrument waits for and what it excuses, read with its head, with invented parties."""

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.language.interpret import interpret
from conformed.language.operation import Interpretation

OPENING = """\
FIRST AMENDMENT TO CREDIT AGREEMENT

THIS FIRST AMENDMENT (this "Amendment") TO CREDIT AGREEMENT, dated as of May 2, 2005, is made by and among
Alder, Inc. (the "Borrower") and Birch Bank, as agent (the "Agent").

WHEREAS, the parties entered into a Credit Agreement dated as of March 1, 2004 (the "Credit Agreement");

NOW, THEREFORE, the parties agree as follows:

1. Amendment. Section 2.1 of the Credit Agreement is hereby amended by deleting the word "ten".

"""


def read(*paragraphs: str) -> Interpretation:
    return interpret(parse(from_text("instrument.txt", (OPENING + "\n\n".join(paragraphs)).encode())))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "2. Effect. This Amendment shall become effective when, and only when, the Agent "
            "has received a "
            "signed copy of this Amendment and a fee of $18,500.",
            "the Agent has received a signed copy of this Amendment and a fee of $18,500",
        ),
        ("2. Effect. This Amendment takes effect when the Bishop has approved it in writing.", "the Bishop has approved it in writing"),
        ("2. Effect. This Amendment becomes effective on the date on which the Agent receives a fee of $500.", "the Agent receives a fee of $500"),
        ("2. Consent. This Amendment is subject to the approval and consent of the Bishop.", "the approval and consent of the Bishop"),
        (
            "2. Fee. In consideration of the above and as a condition to the effectiveness hereof, Borrower shall pay a fee of $500.",
            "Borrower shall pay a fee of $500",
        ),
        ("2. Effect. This Amendment shall only become effective upon the closing of the Sale.", "the closing of the Sale"),
        (
            "2. Effect. This Amendment will become effective on the date it is signed by both millers (the “Start Date”).",
            "it is signed by both millers",
        ),
        (
            "2. Effect. The amendment made above shall become effective on the date "
            "the Agent shall have "
            "received a signed copy of this Amendment.",
            "the Agent shall have received a signed copy of this Amendment",
        ),
        (
            "2. Effect. This Amendment shall be effective as of the Effective Time (as defined in the Merger Agreement).",
            "the Effective Time (as defined in the Merger Agreement)",
        ),
        ("2. Effect. This Amendment shall be effective as of the Effective Time.", "the Effective Time"),
        ("2. Effect. This Amendment shall take effect at the Effective Time of the Merger.", "the Effective Time of the Merger"),
        (
            "2. Effect. This Amendment shall become effective as of the time at which the Mill Sale takes place.",
            "the time at which the Mill Sale takes place",
        ),
        ("2. Effect. This Amendment is effective upon, and only upon, implementation of the plan.", "implementation of the plan"),
        (
            "2. Effect. The amendment of Section 4 is contingent on the closing of the Mill Sale.",
            "the closing of the Mill Sale",
        ),
    ],
)
def test_one_sentence_that_waits_for_one_event(sentence: str, event: str) -> None:
    got = read(sentence, "3. Governing Law. The laws of New York govern.")
    assert [(c.at, c.text) for c in got.conditions] == [("2", event)]


@pytest.mark.parametrize(
    "tells",
    [
        'This Amendment shall be effective as of noon on June 1, 2005 (the "Effective Time").',
        'The "Effective Time" shall be noon on June 1, 2005. This Amendment shall be effective as of the Effective Time.',
    ],
)
def test_an_effective_time_of_which_the_instrument_tells_the_day_is_no_event(tells: str) -> None:
    got = read(f"2. Effect. {tells}", "3. Governing Law. The laws of New York govern.")
    assert (got.conditions, got.head.effective.basis, str(got.head.effective.date)) == ((), "stated", "2005-06-01")


@pytest.mark.parametrize(
    "sentence",
    [
        "2. Counterparts. This Amendment shall become effective when counterparts have been "
        "signed by each party.",
        "2. Effect. No amendment shall be effective unless in writing.",
        "2. Effect. This Amendment shall become effective upon satisfaction of the "
        "conditions set forth elsewhere.",
    ],
)
def test_a_sentence_that_names_no_event_makes_no_condition(sentence: str) -> None:
    assert read(sentence, "3. Governing Law. The laws of New York govern.").conditions == ()


def test_a_lead_that_names_the_agreement_as_amended_lists_conditions() -> None:
    got = read(
        "2. Conditions. This Amendment, and the Credit Agreement as amended by this "
        "Amendment, shall become effective "
        "when each of the following conditions is satisfied:",
        "(a) the Agent shall have received a certificate; and",
        "(b) the Borrower shall have paid a fee.",
    )
    assert [c.at for c in got.conditions] == ["2(a)", "2(b)"]


def test_a_condition_precedent_to_payment_is_none_of_the_instrument() -> None:
    got = read(
        "2. Payment. As a condition precedent to payment, the Borrower shall deliver:",
        "(a) final lien releases; and",
        "(b) a certificate.",
    )
    assert got.conditions == ()


def test_waivers_in_a_list_that_the_parties_agree_to() -> None:
    got = read(
        "2. Waiver. Subject to the conditions set forth below, the Lenders agree as follows:",
        "(i) for the first payment alone, to waive the requirement in "
        "Section 2.6(d) of the "
        "Credit Agreement to give notice;",
        "(ii) each Lender waives its right under Section 2.9(c) of the Credit Agreement to "
        "receive its share.",
    )
    assert [[str(p.section) for p in w.provisions] for w in got.waivers] == [["2.6"], ["2.9"]]
    assert got.conditions == ()


def test_a_departure_notwithstanding_a_restriction() -> None:
    got = read(
        "2. Notwithstanding the restrictions of Section 3.6(b) of the Credit Agreement, "
        "Borrower shall apply the "
        "proceeds to prepay the Term Loan."
    )
    assert [[p.section for p in w.provisions] for w in got.waivers] == [["3.6"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "2. Guarantor. The Guarantor hereby consents to the terms of this Amendment and "
        "confirms its guaranty.",
        "2. Guarantor. The Guarantor hereby consents to the foregoing Agreement.",
        "2. Appeal. The Borrower hereby waives any right to appeal from the decision.",
        "2. Benefits. The Borrower hereby waives all rights and benefits conferred upon it by any law.",
        "2. No term of this Amendment shall be deemed waived by any course of dealing.",
    ],
)
def test_assent_to_the_instrument_and_claims_given_up_are_no_waivers(sentence: str) -> None:
    assert read(sentence).waivers == ()


def test_terms_of_a_reckoning_are_no_conditions() -> None:
    got = read(
        "2. Equity. Upon satisfying the condition precedent to funding, the Agent may "
        "decline where the ratio of (a) the "
        "proceeds disbursed to (b) the equity invested exceeds two.",
    )
    assert got.conditions == ()


def test_a_condition_precedent_to_a_credit_is_none_of_effectiveness() -> None:
    got = read(
        "2. Release. As a condition precedent to such Credit Adjustment, the Borrower hereby waives all claims as to",
        "(a) the audit of the oats; and",
        "(b) the tolls of May.",
    )
    assert got.conditions == ()


PREAMBLE = """\
AMENDMENT TO MILL AGREEMENT

This Amendment to the Mill Agreement (the "Mill Agreement"), dated May 2, 2005, between Alder, Inc., a Delaware corporation,
and Birch Bank ("Bank"), {words}

WHEREAS, the parties wish to amend the Mill Agreement;

NOW, THEREFORE, the parties agree as follows:

1. Section 4 of the Mill Agreement is amended by deleting "ten".
"""


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("is effective as of, and only upon, closing of the planned 4.5% sale of the mill.", "closing of the planned 4.5% sale of the mill"),
        ("is effective only upon the closing of the Sale.", "the closing of the Sale"),
        ("shall become effective upon, and only upon, the closing of the Sale.", "the closing of the Sale"),
        ("will be effective immediately prior to the consummation of the Merger.", "the consummation of the Merger"),
        ("shall not be effective until the closing of the Sale.", "the closing of the Sale"),
        ("is contingent upon the completion of the dam.", "the completion of the dam"),
        (
            "is made as of March 1, 2006 and effective as of the Effective Time (as defined below), and hereby amends the Mill Agreement.",
            "the Effective Time (as defined below)",
        ),
    ],
)
def test_a_preamble_that_waits_for_one_event(words: str, event: str) -> None:
    got = interpret(parse(from_text("instrument.txt", PREAMBLE.format(words=words).encode())))
    assert [(c.at, c.text) for c in got.conditions] == [(None, event)]
    assert got.head.effective.basis == "conditions"


@pytest.mark.parametrize(
    "words",
    [
        "is made as of March 1, 2006.",
        "amends a lease made as of March 1, 2006, which is effective upon the closing of the Old Sale.",
        "is made as of March 1, 2006 with the Toll Agreement, effective upon the closing of the Old Sale.",
    ],
)
def test_a_preamble_that_waits_for_nothing(words: str) -> None:
    got = interpret(parse(from_text("instrument.txt", PREAMBLE.format(words=words).encode())))
    assert got.conditions == ()
    assert got.head.effective.basis != "conditions"


def test_modifications_that_are_effective_upon_timely_satisfaction_wait() -> None:
    found = read("2. Exhibit. The Notes are modified as Exhibit A tells, effective upon timely satisfaction of the conditions set forth in Section 3 below.")
    assert found.head.effective.basis == "conditions"
