"""Representations that an instrument makes again: which, as of which day, and what is saved for an earlier one."""

import datetime

import pytest

from conformed.language import Representations
from tests.written import amendment

DATED = datetime.date(2020, 1, 6)


def told(body: str) -> list[Representations]:
    return list(amendment(body).representations)


@pytest.mark.parametrize(
    ("body", "provisions", "as_of", "day"),
    [
        (
            "The Borrower represents and warrants that each of the representations and warranties in Article V of the Credit Agreement is true and correct "
            "on and as of the date hereof as if made on such date.",
            ["Article V"], "the date hereof", DATED,
        ),
        (
            "The Borrower represents that, after giving effect to this Amendment:\n(a) the representations and warranties contained in Sections 3.1 and 3.2 of the "
            "Credit Agreement are, and will be, true in all material respects as of the date of this Amendment; and\n(b) the mill is dry.",
            ["3.1", "3.2"], "the date of this Amendment", DATED,
        ),
        (
            "The Borrower hereby reaffirms, as of March 2, 2020, all representations and warranties made in the Credit Agreement and the other Loan Documents.",
            [], "March 2, 2020", datetime.date(2020, 3, 2),
        ),
        (
            "On and as of the date hereof, the representations and warranties of the Borrower set forth in the Loan Documents are true and correct.",
            [], "the date hereof", DATED,
        ),
        (
            "The representations and warranties in Article V of the Credit Agreement are deemed remade as of the date of execution of this Amendment.",
            ["Article V"], "the date of execution of this Amendment", None,
        ),
        ("The Borrower makes each of the representations and warranties contained in Article V of the Credit Agreement.", ["Article V"], None, None),
        (
            "The Borrower warrants that the representations and warranties in Section 3 of the Guaranty are true and correct as of the Harbor Closing Date.",
            ["Guaranty:3"], "the Harbor Closing Date", None,
        ),
    ],
)  # fmt: skip
def test_representations_are_made_again(body: str, provisions: list[str], as_of: str | None, day: datetime.date | None) -> None:
    (one,) = told(body)
    assert ([*map(str, one.provisions)], one.as_of, one.day) == (provisions, as_of, day)


@pytest.mark.parametrize(
    "saving",
    [
        "except to the extent they relate to an earlier date, in which case they were true on that date",
        "unless such representation is stated to relate solely to an earlier date",
        "other than those that by their terms refer to a specific date",
    ],
)
def test_what_relates_to_an_earlier_day_is_saved(saving: str) -> None:
    body = "The Borrower warrants that (a) the representations and warranties in Article V of the Credit Agreement are true {}and (b) the mill is dry."
    for how in (f"({saving}) as of the date hereof, ", f"as of the date hereof, {saving}, "):
        (one,) = told(body.format(how))
        assert (one.saving, one.as_of, one.day) == (saving, "the date hereof", DATED)
        assert one.scope == "representations and warranties in Article V of the Credit Agreement"


@pytest.mark.parametrize(
    "body",
    [
        "The Borrower represents and warrants that this Amendment is its binding act.",
        "The Borrower makes the following representations and warranties to the Lenders: the mill is dry.",
        "The representations and warranties contained in this Amendment are true and correct.",
        "All representations and warranties made herein shall survive the execution of this Amendment.",
        "If any of the representations and warranties in Article V of the Credit Agreement are not true, the Agent may act.",
        "None of the representations and warranties in Article V of the Credit Agreement is true.",
        "This Amendment shall become effective when each of the following is satisfied:\n(a) the representations and warranties in Article V of the Credit "
        "Agreement are true and correct on and as of such date; and\n(b) the Agent has received the deed.",
        "The Borrower shall deliver a certificate: the representations and warranties in Article V of the Credit Agreement are true as of the date of such certificate.",
        'Section 2.1 of the Credit Agreement is hereby amended to read: "Section 2.1. The representations and warranties in Article V are true on the date hereof."',
    ],
)
def test_what_makes_no_representation_again(body: str) -> None:
    assert told(body) == []
