"""A term whose definition is struck, and that provisions use still."""

import datetime

import pytest

from conformed.basis import FindingKind
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.views.status import status
from tests.test_cases import AGREEMENT
from tests.written import LETTER, document

BASE = (
    "Section 1.1. Definitions. The following terms have the meanings below:\n\n"
    '"Mill" means a mill of the Borrower.\n\n'
    '"{term}" means a sale that the Agent approves.\n\n'
    "Section 2.1. Sales. {use}\n\n"
    "Section 2.2. Rye. Rye is kept."
)


def struck(use: str, *orders: str, term: str = "Approved Sale") -> Conformed:
    """The matter of an agreement whose definition of a term an amendment strikes."""
    strike = f'Section 1.1 of the Credit Agreement is hereby amended by deleting the definition of "{term}" in its entirety.'
    body = "\n\n".join(f"{turn}. {order}" for turn, order in enumerate((strike, *orders), 1))
    letter = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=9)
    base = AGREEMENT.format(body=BASE.format(term=term, use=use))
    documents = [document(base, "agreement.txt"), document(letter, "amendment.txt")]
    return conformed([interpret(parse(one)) for one in documents])


def told(use: str, *orders: str, term: str = "Approved Sale") -> list[tuple[str, list[str]]]:
    """What is said of the term, and where it is used."""
    page = struck(use, *orders, term=term).page(datetime.date(2021, 1, 1))
    return [(one.says, [place.path for place in one.candidates]) for one in page.findings if one.kind == FindingKind.SLIP]


@pytest.mark.parametrize(
    "use",
    [
        "An Approved Sale is made in May.",
        "The Borrower sells no oats, no rye and no barge, in any month of any year, but by way of Approved\nSales of which it tells the Agent in the month before it makes them, and of no other sale at all.",
    ],
)
def test_a_term_that_is_used_without_its_definition_is_told(use: str) -> None:
    says = "The definition of “Approved Sale” was struck, and 1 provision uses the term still, since no instrument orders otherwise."
    assert told(use) == [(says, ["2.1"])]


def test_a_term_that_ends_in_y_is_told_where_several_are_meant() -> None:
    [(says, places)] = told("The Borrower keeps its Approved Facilities.", term="Approved Facility")
    assert says.startswith("The definition of “Approved Facility” was struck")
    assert places == ["2.1"]


@pytest.mark.parametrize(
    ("use", "term"),
    [
        ("An approved sale is made in May.", "Approved Sale"),
        ("Approved Salesmen make it.", "Approved Sale"),
        ("The Barge Approved Sale is made in May.", "Approved Sale"),
        ("An Approved Sale Notice is sent in May.", "Approved Sale"),
        ("The Toll is paid in May.", "Toll"),
        ('A sale in May (an "Approved Sale") is free, and so is each Approved Sale in June.', "Approved Sale"),
        ("An Approved Sale (as defined in this agreement on May 1, 2018) is free.", "Approved Sale"),
        ('Barges go by lease ("Approved Sale Leases"). An Approved Sale is free.', "Approved Sale"),
    ],
)
def test_what_may_be_another_thing_is_not_told(use: str, term: str) -> None:
    assert told(use, term=term) == []


def test_a_term_that_an_order_strikes_which_is_not_applied_is_not_told() -> None:
    order = 'Section 2.2 of the Credit Agreement is hereby amended by deleting "an Approved Sale of barges".'
    assert told("An Approved Sale is made in May.", order) == []


def test_words_that_are_put_in_with_the_change_are_not_told() -> None:
    order = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "Rye" with "Rye of an Approved Sale".'
    assert told("Oats are kept.", order) == []


@pytest.mark.parametrize(("use", "slips"), [("An Approved Sale is made in May.", 1), ("An approved sale is made in May.", 0)])
def test_the_status_tells_of_a_slip_with_the_instrument_that_made_it(use: str, slips: int) -> None:
    matter = struck(use)
    shown = status(matter.chain, datetime.date(2021, 1, 1), matter.consents(), remiss=matter.remiss())
    assert shown.count("- a slip: The definition of “Approved Sale” was struck") == slips
    assert shown.find("- a slip") == -1 or shown.find("1   Amendment") < shown.find("- a slip")


@pytest.mark.parametrize(("old", "told"), [("Rye", False), ("Barley", True)])
def test_the_status_tells_of_a_change_that_is_not_applied(old: str, told: bool) -> None:
    matter = struck("Oats are kept.", f'Section 2.2 of the Credit Agreement is hereby amended by replacing "{old}" with "Wheat".')
    shown = " ".join(status(matter.chain, datetime.date(2021, 1, 1), matter.consents(), remiss=matter.remiss()).split())
    assert ("- not applied: what it orders of Section 2.2. conformed open tells why." in shown) is told


def test_the_status_tells_of_a_sentence_that_is_not_read() -> None:
    matter = struck("Oats are kept.", "The Toll Season shall end in June.")
    shown = " ".join(status(matter.chain, datetime.date(2021, 1, 1), matter.consents(), remiss=matter.remiss()).split())
    assert "- not read: 1 sentence that may order a change. conformed open quotes it." in shown
