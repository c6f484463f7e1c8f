"""The days and periods of a matter: those of the text that stands, reckoned by what the documents tell."""

import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.dates import Dated, alone
from conformed.views.dates import dates_text
from tests.written import amendment, document

pytest.importorskip("dateutil")

AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the lenders party hereto (the "Lenders") and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

WHEREAS, the mill was to be finished not later than May 1, 2018;

The parties hereto agree as follows:

Section 1.1. Defined Terms. The following terms have these meanings:

"Closing Date" means May 4, 2018.

"Final Date" means the fifth anniversary of the Closing Date.

"Mill" means the mill of the Borrower.

Section 2.1. Barges. The Borrower shall buy ten barges within thirty (30) days after the date hereof. The Borrower shall sell
the raft not later than June 30, 2019.

Section 2.2. Loans. The Loans shall be repaid not later than the date that is ten days before the Final Date.

Section 2.3. Reports. (a) The Borrower shall report within 20 days after the end of each calendar quarter; and (b) the Agent
shall answer within 10 days after receipt of the report.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
"""
TODAY = datetime.date(2020, 6, 1)


def matter(*bodies: str) -> Conformed:
    amended = [amendment(body) for body in bodies]
    return conformed([interpret(parse(document(AGREEMENT))), *amended])


def told(found: Conformed, **user: datetime.date) -> dict[str, list[str]]:
    """Of each deadline where it stands and what it says, with its days."""
    every = found.dates(found.as_of(TODAY), TODAY, {name.replace("_", " "): day for name, day in user.items()})
    return {f"{one.deadline.path} {one.deadline}": [day.isoformat() for day in one.days] for one in every}


def test_days_are_reckoned_by_what_the_agreement_tells() -> None:
    assert told(matter(), receipt_of_the_report=datetime.date(2020, 7, 1)) == {
        "1.1#Closing Date is May 4, 2018": ["2018-05-04"],
        "1.1#Final Date is 5 years after the Closing Date": ["2023-05-04"],
        "2.1 due by 30 days after the date hereof": ["2018-05-31"],
        "2.1 due by June 30, 2019": ["2019-06-30"],
        "2.2 due by 10 days before the Final Date": ["2023-04-24"],
        "2.3(a) due by 20 days after the end of each calendar quarter": ["2020-07-20", "2020-10-20", "2021-01-20", "2021-04-20"],
        "2.3(b) due by 10 days after receipt of the report": ["2020-07-11"],
    }


@pytest.mark.parametrize(
    ("called", "day"),
    [
        ('on May 4, 2018 (the "Sale Date")', ["2018-06-03"]),
        ('on or before May 4, 2018 (the "Sale Date")', []),  # it may have been sooner
        ('on or before May 4, 2018 (the "Outside Sale Date")', ["2018-06-03"]),
    ],
)
def test_a_day_that_is_called_by_a_name_is_known_if_it_is_that_day(called: str, day: list[str]) -> None:
    name = called.partition('"')[2].rstrip('")')
    text = AGREEMENT.replace("The Borrower shall sell\nthe raft", f"The mill is sold {called}. The Borrower shall pay within 30 days after the {name}. The Borrower shall sell the raft")
    found = told(conformed([interpret(parse(document(text)))]))
    assert found[f"2.1 due by 30 days after the {name}"] == day


def test_the_text_that_stands_counts() -> None:
    found = told(matter('1. Section 2.1 of the Credit Agreement is hereby amended by replacing "June 30, 2019" with "July 31, 2021".'))
    assert "2.1 due by June 30, 2019" not in found
    assert found["2.1 due by July 31, 2021"] == ["2021-07-31"]


def test_a_period_that_is_half_of_an_instrument_is_read_whole() -> None:
    found = told(matter('1. Section 2.1 of the Credit Agreement is hereby amended by replacing "thirty (30)" with "forty-five (45)".'))
    assert found["2.1 due by 45 days after the date hereof"] == ["2018-06-15"]
    assert not any("30 days" in one for one in found)


def test_what_is_put_in_does_not_borrow_the_date_of_the_agreement() -> None:
    body = '1. Section 2.2 of the Credit Agreement is hereby amended and restated to read: "Section 2.2. Loans. The Loans are due within 90 days after the date hereof."'
    assert told(matter(body))["2.2 due by 90 days after the date hereof"] == []


def test_a_day_that_an_instrument_extends_is_the_new_one() -> None:
    found = told(matter("1. The Final Date is hereby extended to June 30, 2025."))
    assert found["1.1#Final Date is 5 years after the Closing Date"] == []
    assert found["2.2 due by 10 days before the Final Date"] == ["2025-06-20"]


def test_no_day_is_told_of_what_a_change_bears_on_that_was_not_applied() -> None:
    found = matter('1. Section 2.1 of the Credit Agreement is hereby amended by replacing "July 4, 2019" with "July 5, 2020".')
    every = found.dates(found.as_of(TODAY), TODAY)
    (one,) = [one for one in every if str(one.deadline) == "due by June 30, 2019"]
    assert one.days == ()
    assert one.wants == "the open point on a change of it by Amendment No. 1 that was not applied"


def test_what_an_instrument_sets_for_itself_counts_from_its_own_date() -> None:
    body = "The Borrower shall deliver the new deed to the Agent within 60 days after the date of this Amendment."
    assert told(matter(body))["Amendment No. 1:1 due by 60 days after the date of this Amendment"]


FILED = """\
AMENDMENT TO THE INTERCONNECTION AGREEMENT BETWEEN TERN TELEPHONE COMPANY AND GANNET COMMUNICATIONS, INC. DATED MAY 4, 2021

This Amendment is made by and between Tern Telephone Company, a Georgia corporation ("Tern"), and Gannet Communications, Inc., a
Delaware corporation ("Gannet"), and amends the Interconnection Agreement between them dated May 4, 2021 (the "Agreement").

1. Section 3 of the Agreement is deleted.

2. Either Party may submit this Amendment to the state commissions for approval under Section 252(e) of the Act{arbitrated}.

IN WITNESS WHEREOF, the Parties have signed this Amendment.

Tern Telephone Company

By: /s/ Ada Thorne

Attachment A

GANNET OPERATING AFFILIATES

Gannet I, Inc., Gannet II, Inc. (AL, SC)
"""


def filed(arbitrated: str, **user: datetime.date) -> list[Dated]:
    one = interpret(parse(document(FILED.format(arbitrated=arbitrated))))
    return list(alone(one, TODAY, {name.replace("_", " "): day for name, day in user.items()}))


def test_each_state_commission_has_ninety_days_from_its_filing() -> None:
    found = filed("", the_filing_with_the_Alabama_commission=datetime.date(2021, 10, 1))
    assert [(str(one.deadline), one.days) for one in found] == [
        ("due by 90 days after the filing with the Alabama commission", (datetime.date(2021, 12, 30),)),
        ("due by 90 days after the filing with the South Carolina commission", ()),
    ]
    assert "252(e)(4)" in found[0].sentence


def test_an_instrument_that_was_arbitrated_tells_no_ninety_days() -> None:
    assert filed(", as the commission arbitrated it") == []


def test_what_is_past_stands_before_what_comes() -> None:
    found = matter()
    page = dates_text("CREDIT AGREEMENT", found.dates(found.as_of(TODAY), TODAY), TODAY, {})
    past, coming, without = (page.index(head) for head in ("\nPast (3)", "\nComing (3)", "\nWithout a day (1)"))
    assert past < page.index("June 30, 2019: due by") < coming < page.index("July 20, 2020: due by 20 days") < without
    assert "settled by: the day of receipt of the report" in page
