"""Which document is the agreement, and why each instrument stands where it does."""

import pytest

from conformed.passes import conformed
from tests.ledger.test_restatement import made
from tests.ledger.test_rulings import AGREEMENT
from tests.written import FRAME

ORDER = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "dry" with "wet".'
ALIKE = AGREEMENT.replace("HARBOR & QUAY BANK, N.A.", "FEN & DALE BANK, N.A.")


def test_of_two_alike_agreements_that_of_both_parties_is_meant() -> None:
    chain = made(ALIKE, AGREEMENT, FRAME.format(body=ORDER)).chain
    assert chain.agreement is not None
    assert chain.agreement.instrument.document.name == "1.txt"
    assert [finding.kind for finding in chain.findings] == ["SecondAgreement"]


@pytest.mark.parametrize(
    ("frame", "place"),
    [
        (
            FRAME,
            "by the day on which it takes effect; it names the day of the agreement and its title and its parties",
        ),
        (
            FRAME.replace(", dated as of January 6, 2020,", ""),
            "last and by its number, since it bears no day; it names the day of the agreement and its title and its parties",
        ),
        (FRAME.replace("May 1,\n2018", "May 1,\n2011"), "apart: it amends another agreement"),
    ],
)
def test_each_instrument_tells_why_it_stands_where_it_does(frame: str, place: str) -> None:
    (link,) = made(AGREEMENT, frame.format(body=ORDER)).chain.links
    assert link.place == place


def test_the_order_of_the_files_does_not_matter() -> None:
    first = FRAME.format(body=ORDER)
    second = (
        FRAME.replace("NO. 1", "NO. 2")
        .replace("January 6", "March 6")
        .format(body=ORDER.replace("dry", "wet"))
    )
    reads = [link.read for link in made(AGREEMENT, second, first).chain.links if link.read]
    assert [read.head.number for read in reads] == [1, 2]
    assert conformed(reads).chain.agreement is None
