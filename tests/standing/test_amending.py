"""How an agreement says that it may be amended, and whose consent that asks of every amendment."""

import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.amending import amending
from conformed.version import passages
from conformed.views.parties import parties_text
from conformed.views.status import status
from conformed.views.to_html import to_html
from tests.standing.test_consents import AGREEMENT, AMENDMENT
from tests.written import document

SHARE = "Lenders that hold more than 60% of the commitments"
CLAUSE = "No amendment or waiver of any provision of this Agreement shall be effective unless in writing and signed by the Required Lenders; provided that each Lender shall sign what cuts its fees."


def matter(clause: str, signed: str = "________") -> Conformed:
    base = AGREEMENT.format(share=SHARE).replace("IN WITNESS", f"Section 9.1. Changes. {clause}\n\nIN WITNESS")
    letter = AMENDMENT.format(who="the Lenders", second="ALDER SAVINGS BANK", signed=signed)
    return conformed([interpret(parse(document(base, "a.txt"))), interpret(parse(document(letter, "b.txt")))])


@pytest.mark.parametrize(
    ("clause", "group"),
    [
        (CLAUSE, "Required Lenders"),
        ("This Agreement may be waived, amended or modified only in a writing of the Borrower and the Required Lenders.", "Required Lenders"),
        ("Neither this Agreement nor a term of it may be changed or discharged except by a paper that all parties sign.", None),
        ("This Agreement may be amended only in writing; provided that the Required Lenders shall sign what cuts the fees.", None),
    ],
)
def test_the_clause_on_amendments_is_found_with_the_group_that_it_asks_first(clause: str, group: str | None) -> None:
    one = interpret(parse(document(AGREEMENT.format(share=SHARE).replace("IN WITNESS", f"Section 9.1. Changes. {clause}\n\nIN WITNESS"))))
    found = amending(passages(one.instrument.document, one.instrument.root))
    assert found is not None
    assert (found.piece.path, found.words, found.group) == ("9.1", clause, group)


@pytest.mark.parametrize(
    "clause",
    [
        "No change in the barges under this Agreement shall be made except in writing.",
        "No amendment of the Other Credit Agreement is effective for the purposes of this Agreement unless the Agent has signed it.",
        "Upon the sale this Agreement shall be deemed to be amended without any further act, but only to add the buyer.",
        "The Borrower shall not change its charter without notice.",
    ],
)
def test_a_limit_on_other_changes_is_no_clause_on_amendments(clause: str) -> None:
    one = interpret(parse(document(AGREEMENT.format(share=SHARE).replace("IN WITNESS", f"Section 9.1. Changes. {clause}\n\nIN WITNESS"))))
    assert amending(passages(one.instrument.document, one.instrument.root)) is None


@pytest.mark.parametrize(("signed", "reached"), [("________", "not met"), ("/s/ Ines Vale", "met")])
def test_the_consent_that_the_agreement_asks_of_every_amendment_is_reckoned(signed: str, reached: str) -> None:
    one, day = matter(CLAUSE, signed), datetime.date(2020, 6, 1)
    (asked,) = one.consents()["1"]
    assert (asked.group, asked.clause, str(asked.reached)) == ("Required Lenders", "9.1", reached)
    told = " ".join(status(one.chain, day, one.consents(), amended_by=one.amended_by(day)).split())
    assert f"how it may be amended: § 9.1, p. 1: “{CLAUSE}”" in told
    assert f"asked by Section 9.1 of what amends or waives it): {reached}" in told
    assert "Section 9.1 asks it of what amends or waives the agreement." in to_html(one.page(day))


def test_an_agreement_that_asks_no_group_asks_no_consent_of_one() -> None:
    assert matter("This Agreement may be amended only in writing.").consents()["1"] == ()


def test_lenders_are_those_who_sign_as_such_and_those_who_are_listed() -> None:
    told = " ".join(parties_text(matter(CLAUSE).page(datetime.date(2020, 6, 1), ["Lenders"]), only_terms=True).split())
    assert "- has a signature line as such in Amendment No. 1, and is listed in Schedule 1: " in told
    assert "- is listed in Schedule 1: Alder Savings Bank; Birch Trust Company." in told  # which sign in no such capacity
