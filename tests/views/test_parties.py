"""The parties as the page lists them."""

import datetime

from conformed.views.parties import parties_text
from tests.views.test_front import CREDIT


def test_capacities_that_another_one_holds_are_told_once() -> None:
    page = CREDIT.page(datetime.date(2024, 3, 1))
    (bank,) = [one for one in page.parties if one.name == "CORVANE NATIONAL BANK"]
    assert bank.signs == ("as Administrative Agent, as Issuing Lender and as a Lender",)
    assert " ".join(parties_text(page).split()).count("as Administrative Agent") == 1
