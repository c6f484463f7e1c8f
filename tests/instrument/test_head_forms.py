"""Change orders, which are forms with labels, with invented parties and projects."""

import datetime

import pytest

from conformed.document import Document, from_text
from conformed.instrument import parties
from conformed.instrument.heading.head import head

ORDER = (
    "The Agreement between the Parties listed above is changed as follows: Provide labor and equipment to lay forty feet of "
    "drain at the mill."
)
BINDS = (
    "Upon execution of this Change Order by Owner and Contractor, the above-referenced change shall become a valid and binding "
    "part of the original Agreement without exception."
)
LABELS = (
    "Change order 3 to Construction Agreement",
    "EXHIBIT 10.4",
    "CHANGE ORDER FORM",
    "(for use when the Parties agree upon the Change Order under Section 6.1)",
    "PROJECT NAME: Mill Creek Drain",
    "CHANGE ORDER NUMBER: CO 1-003",
    "OWNER: Alder Mills, L.P.",
    "DATE OF CHANGE ORDER: 5/2/06",
    "CONTRACTOR: Birch Builders, Inc.",
    "DATE OF AGREEMENT: March 1, 2004",
)


def read(*paragraphs: str) -> Document:
    return from_text("instrument.txt", "\n\n".join(paragraphs).encode())


def named(document: Document) -> list[tuple[str, str | None]]:
    return [(party.name, party.role) for party in parties(document)]


def test_labels_tell_the_number_the_days_and_the_parties() -> None:
    document = read(*LABELS, ORDER, BINDS)
    got = head(document)
    assert (got.title, got.number, got.dated) == ("CHANGE ORDER FORM", 3, datetime.date(2006, 5, 2))
    assert got.effective.basis == "conditions"
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Construction Agreement", datetime.date(2004, 3, 1))
    assert named(document) == [("Alder Mills, L.P.", "Owner"), ("Birch Builders, Inc.", "Contractor")]


COVER = (
    "Exhibit 10.5",
    "AGREEMENT FOR FIXED PRICE",
    "BUILDING SERVICES",
    "CHANGE ORDER",
    "2 May 2006",
)
CERTAIN = (
    "That certain Agreement for Fixed Price Building Services between Owner and Contractor for the Mill dated as of March 1, 2004 "
    "(“Contract”) is hereby modified as follows:"
)


@pytest.mark.parametrize(
    "lines",
    [
        ("Project: Mill Creek", "Change Order No.: 3", "“Contractor”:", "BIRCH", "BUILDERS, INC.", "1 Mill Road", "“Owner”:", "ALDER MILLS,", "LLC"),
        ("Project: Mill Creek\tChange Order No.: 3", "“Contractor”:\t“Owner”:", "BIRCH BUILDERS, INC.\tALDER MILLS, LLC", "1 Mill Road\t9 Oak Street"),
        ("Project: Mill Creek Change Order No.: 3", "“Contractor”:", "“Owner”:", "BIRCH BUILDERS, INC.", "ALDER MILLS, LLC", "1 Mill Road"),
    ],
)
def test_names_that_stand_below_their_labels(lines: tuple[str, ...]) -> None:
    document = read(*COVER, *lines, CERTAIN, "1. SCOPE OF WORK", "The Scope of Work is enlarged by one gate.")
    got = head(document)
    assert got.title == "AGREEMENT FOR FIXED PRICE BUILDING SERVICES CHANGE ORDER"
    assert (got.number, got.dated) == (3, datetime.date(2006, 5, 2))
    assert got.amends is not None
    assert (got.amends.title, got.amends.dated) == ("Agreement for Fixed Price Building Services", datetime.date(2004, 3, 1))
    assert named(document) == [("BIRCH BUILDERS, INC.", "Contractor"), ("ALDER MILLS, LLC", "Owner")]


def test_who_acts_jointly_stands_in_a_column_of_its_own() -> None:
    names = ("BIRCH BUILDERS, INC.", "1 Mill Road", "ALDER MILLS, LLC", "9 Oak Street", "CEDAR STONE COMPANY", "LIMITED")
    lines = ("Project: Mill Creek", "Change Order No.: 3", "“Contractor”: jointly and severally “Owner”:", *names)
    document = read(*COVER, *lines, CERTAIN, "1. SCOPE OF WORK", "The Scope of Work is enlarged by one gate.")
    assert named(document) == [
        ("BIRCH BUILDERS, INC.", "Contractor"),
        ("ALDER MILLS, LLC", "Owner"),
        ("CEDAR STONE COMPANY LIMITED", "Contractor"),
    ]


def test_a_line_with_a_colon_over_an_amendment_makes_no_form() -> None:
    document = read(
        "Attention: Carl Dunn",
        "AMENDMENT TO LOAN AGREEMENT",
        "THIS AMENDMENT (this “Amendment”) is made as of May 2, 2006, by and between Alder, Inc. (the “Borrower”) and Birch Bank "
        "(the “Lender”).",
        "NOW, THEREFORE, the parties agree as follows:",
    )
    assert head(document).title == "AMENDMENT TO LOAN AGREEMENT"
    assert named(document) == [("Alder, Inc.", "Borrower"), ("Birch Bank", "Lender")]
