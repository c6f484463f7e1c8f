"""An order to strike all references to a thing shows each place that refers to it."""

import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import conformed
from tests.test_cases import AGREEMENT
from tests.written import LETTER, document

BASE = (
    "Section 2.1. Tolls. Each toll is paid under Section 2.2 in May to the Ryeman.\n\nSection 2.2. Rye. Rye is kept.\n\n"
    "Section 2.3. Oats. Subject to Section 2.2(b), oats are kept. Section 2.21 stays with the Ryemans."
)


@pytest.mark.parametrize(
    ("order", "places"),
    [
        ("All references to Section 2.2 in the Credit Agreement are hereby deleted.", ["2.1", "2.3"]),
        ('The Credit Agreement is hereby amended to remove all references to "Ryeman".', ["2.1"]),
    ],
)
def test_the_places_that_refer_to_what_is_struck_are_shown(order: str, places: list[str]) -> None:
    letter = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {order}", last=2)
    documents = [document(AGREEMENT.format(body=BASE), "agreement.txt"), document(letter, "amendment.txt")]
    page = conformed([interpret(parse(one)) for one in documents]).page(datetime.date(2021, 1, 1))
    [finding] = [one for one in page.findings if one.candidates]
    assert [one.path for one in finding.candidates] == places
