"""The days and periods of a matter: those of the text that stands, reckoned by what the documents tell."""

import datetime
import sys

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import About, Evidence
from conformed.passes import Conformed, conformed
from conformed.standing.dates import Dated, alone
from conformed.standing.reckoning import asks
from conformed.views.dates import dates_text, says
from conformed.views.parties import parties_text
from conformed.views.status import status
from conformed.views.to_html import to_html
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


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The Term begins on May 4, 2018 (the “Opening Date”) and ends on the fifth anniversary of the Opening Date (the “Expiry Date”).", "2023-02-04"),
        ("The Term begins on May 4, 2018 (the “Opening Date”) and lasts until the fifth anniversary of the Opening Date.", None),
        ("Tenant shall move in within sixty days after May 4, 2018 (the “Expiry Date”).", "2018-02-04"),  # the day before the brackets is called so
    ],
)
def test_a_day_that_is_counted_may_be_given_a_name_in_brackets(words: str, day: str | None) -> None:
    text = AGREEMENT.replace("The Borrower shall sell", f"{words} The Borrower shall give notice not later than three months prior to the Expiry Date. The Borrower shall sell")
    (days,) = [days for says, days in told(conformed([interpret(parse(document(text)))])).items() if "Expiry Date" in says and "notice" in says]
    assert days == ([day] if day else [])


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


def test_words_that_are_put_in_do_not_run_into_what_follows() -> None:
    found = matter('Section 2.1 is amended by inserting the words "not later than June 1, 2019 (or at dawn)" after the words "ten barges".')
    sentence = next(one.sentence for one in found.dates(found.as_of(TODAY), TODAY) if "at dawn" in one.sentence)
    assert "ten barges not later than June 1, 2019 (or at dawn) within thirty (30) days" in sentence


def test_the_earlier_of_two_days_is_what_settles_a_day() -> None:
    found = matter('Section 2.1 is amended by adding at the end thereof "The raft shall be mended by the earlier of June 1, 2031 and its sale."')
    one = next(one for one in found.dates(found.as_of(TODAY), TODAY) if "mended" in one.sentence)
    assert (one.days, one.wants) == ((), "the earlier of June 1, 2031 and its sale")


def test_what_is_put_in_does_not_borrow_the_date_of_the_agreement() -> None:
    body = '1. Section 2.2 of the Credit Agreement is hereby amended and restated to read: "Section 2.2. Loans. The Loans are due within 90 days after the date hereof."'
    assert told(matter(body))["2.2 due by 90 days after the date hereof"] == []


def test_a_day_that_an_instrument_extends_is_the_new_one() -> None:
    found = told(matter("1. The Final Date is hereby extended to June 30, 2025."))
    assert "1.1#Final Date is 5 years after the Closing Date" not in found  # it tells no day any more
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


WAIVED = (
    "The Agent hereby waives compliance with Section 2.1 of the Credit Agreement until June 1, 2020; provided that this waiver shall "
    "cease to be of effect if the Borrower fails to roof the mill on or before April 1, 2020."
)
WAITING = (
    "This Amendment shall become effective if, and only if, each of the following is satisfied on or before March 6, 2020:\n"
    "(a) the Agent has received counterparts of this Amendment signed by the Borrower; and\n(b) the Borrower has paid the fee of the Agent."
)


def last(found: Conformed) -> dict[str, list[str]]:
    return {str(one.what): [day.isoformat() for day in one.days] for one in found.dates(found.as_of(TODAY), TODAY) if one.what}


def test_last_days_of_waivers_and_conditions_are_in_the_list_once() -> None:
    found = matter(f"{WAIVED}\n2. Effect. {WAITING}")
    assert last(found) == {
        "last day for its conditions to be met": ["2020-03-06"],
        "last day of the waiver of Section 2.1": ["2020-06-01"],
        "day after which the waiver of Section 2.1 may end early: if the Borrower fails to roof the mill on or before April 1, 2020": ["2020-04-01"],
    }
    every = [one.isoformat() for dated in found.dates(found.as_of(TODAY), TODAY) for one in dated.days]
    assert [every.count(one) for one in ("2020-03-06", "2020-06-01", "2020-04-01")] == [1, 1, 1]
    assert [one.what for one in alone(amendment(WAIVED), TODAY) if one.what]


def test_the_last_day_of_conditions_is_told_of_what_takes_effect_later() -> None:
    later = WAITING.replace("shall become effective", "shall become effective as of August 1, 2030")
    assert last(matter(later)) == {"last day for its conditions to be met": ["2020-03-06"]}


def test_a_waiver_that_evidence_ended_lasts_to_that_day() -> None:
    agreement = interpret(parse(document(AGREEMENT)))
    ending = Evidence("Amendment No. 1", datetime.date(2020, 5, 2), "letter", "Ada Thorne", about=About.LAPSE)
    found = conformed([agreement, amendment(WAIVED)], known=[ending])
    assert last(found)["last day of the waiver of Section 2.1"] == ["2020-05-02"]
    assert not any(datetime.date(2020, 6, 1) in one.days for one in found.dates(found.as_of(TODAY), TODAY))


def test_last_days_are_told_where_what_reckons_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = matter(WAIVED)
    expected = [*last(found)]
    monkeypatch.setitem(sys.modules, "dateutil.relativedelta", None)
    assert [one.what for one in found.deadlines(TODAY)] == expected


def test_the_names_that_deadlines_ask_for_are_those_that_can_be_set() -> None:
    found = matter()
    every = {key for one in found.dates(found.as_of(TODAY), TODAY) for key in asks(one.deadline)}
    assert every == {"closing date", "date hereof", "final date", "end of each calendar quarter", "receipt of the report"}
    assert told(found, the_day_of_receipt_of_the_report=datetime.date(2020, 7, 1))["2.3(b) due by 10 days after receipt of the report"] == ["2020-07-11"]


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
    assert {one.sentence for one in found} == {"Either Party may submit this Amendment to the state commissions for approval under Section 252(e) of the Act."}
    assert says(found[0]).endswith("commission: it is deemed approved unless the commission acts (47 U.S.C. 252(e)(4))")


def test_an_instrument_that_lists_no_state_has_ninety_days_with_each() -> None:
    text = FILED.format(arbitrated="").partition("Attachment A")[0]
    found = list(alone(interpret(parse(document(text))), TODAY, {}))
    assert [(str(one.deadline), one.wants) for one in found] == [
        ("due by 90 days after the filing with each state commission", "the day of the filing with each state commission")
    ]


def test_an_instrument_that_was_arbitrated_tells_no_ninety_days() -> None:
    assert filed(", as the commission arbitrated it") == []


def test_the_filing_of_an_agreement_and_that_of_its_amendment_have_each_their_ninety_days() -> None:
    base = """\
INTERCONNECTION AGREEMENT

This Interconnection Agreement, dated May 4, 2021, is between Tern Telephone Company, a Georgia corporation ("Tern"), and Gannet
Communications, Inc., a Delaware corporation ("Gannet").

The Parties agree as follows:

3. Parity. Tern shall serve Gannet as it serves itself.

4. Filing. The Parties shall file this Agreement with each state commission for approval under Section 252(e) of the Act.

IN WITNESS WHEREOF, the Parties have signed this Agreement.

Tern Telephone Company

By: /s/ Ada Thorne
"""
    found = conformed([interpret(parse(document(base, "a.txt"))), interpret(parse(document(FILED.format(arbitrated=""), "b.txt")))])
    day = datetime.date(2022, 1, 1)
    every = found.dates(found.as_of(day), day, {"the filing of the Agreement with each state commission": datetime.date(2021, 6, 1)})
    assert [(one.deadline.anchor, *one.days) for one in every] == [
        ("the filing of the Agreement with each state commission", datetime.date(2021, 8, 30)),
        ("the filing of the Amendment with the Alabama commission",),
        ("the filing of the Amendment with the South Carolina commission",),
    ]
    shown = " ".join(status(found.chain, day, found.consents()).split())
    assert "goes for approval to the commission of each state (§ 4, p. 1); it has 90 days from the filing there to act" in shown
    assert "may be filed for approval with the commissions of Alabama and South Carolina (§ 2, p. 1; states listed on p. 1); each has 90 days" in shown


def test_nothing_follows_from_the_filing_of_an_instrument_that_was_not_signed() -> None:
    base = interpret(parse(document(FILED.format(arbitrated="").replace("AMENDMENT", "AGREEMENT"), "a.txt")))
    filed = interpret(parse(document(FILED.format(arbitrated=""), "b.txt")))
    unsigned = Evidence(instrument="Amendment", at=None, about=About.SIGNING, state="unmet", day=datetime.date(2021, 10, 1), document="a letter", by="Ada Thorne")
    day = datetime.date(2022, 1, 1)
    for known, many in (((), 2), ((unsigned,), 0)):
        found = conformed([base, filed], known=known)
        told = [one for one in found.dates(found.as_of(day), day) if one.instrument == "1"]
        assert len(told) == many
        assert ("commissions of Alabama" in " ".join(status(found.chain, day, found.consents()).split())) is bool(many)


def test_a_day_that_an_instrument_sets_for_itself_leads_to_no_provision_of_the_agreement() -> None:
    base = interpret(parse(document(FILED.format(arbitrated="").replace("AMENDMENT", "AGREEMENT").replace("this Amendment", "this Agreement"), "a.txt")))
    filed = interpret(parse(document(FILED.format(arbitrated=""), "b.txt")))
    page = conformed([base, filed]).page(datetime.date(2022, 1, 1))
    told = [one for one in page.deadlines if one.instrument == "1"]
    assert {(one.at, one.page, one.provisions) for one in told} == {("2", 1, ())}


def test_a_party_acts_for_its_operating_affiliates_too_where_the_preamble_says_so() -> None:
    base = FILED.format(arbitrated="").replace("AMENDMENT", "AGREEMENT").replace("this Amendment", "this Agreement")
    own = '("Gannet"), on behalf of itself and of its licensed operating affiliates,'
    for words, told in (('("Gannet"),', False), (own, True)):
        made = conformed([interpret(parse(document(base, "a.txt"))), interpret(parse(document(FILED.format(arbitrated="").replace('("Gannet"),', words), "b.txt")))])
        page = made.page(datetime.date(2022, 1, 1))
        assert ("acts for its operating affiliates too in 1" in " ".join(parties_text(page).split())) is told
        assert ("Acts for its operating affiliates too in 1." in to_html(page)) is told


@pytest.mark.parametrize(("behind", "told"), [(", and thereafter from month to month until either party ends it", ", and from month to month after that"), ("", "")])
def test_a_term_that_goes_on_is_told_so(behind: str, told: str) -> None:
    text = AGREEMENT.replace("Section 2.2. Loans.", f"Section 2.2. Lease. This lease begins on May 4, 2019 and continues for a term of five (5) years{behind}. Loans.")
    (one,) = [one for one in alone(interpret(parse(document(text))), TODAY) if "years after May 4, 2019" in says(one)]
    assert says(one) == f"lasts until 5 years after May 4, 2019{told}"


def test_what_is_past_stands_before_what_comes() -> None:
    found = matter()
    page = dates_text("CREDIT AGREEMENT", found.dates(found.as_of(TODAY), TODAY), TODAY, {})
    past, coming, without = (page.index(head) for head in ("\nPast (3)", "\nComing (3)", "\nWithout a day (1)"))
    assert past < page.index("June 30, 2019: due by") < coming < page.index("July 20, 2020: due by 20 days") < without
    assert "settled by: the day of receipt of the report" in page
