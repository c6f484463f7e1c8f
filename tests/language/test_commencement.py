"""From when an order counts: the day that its sentence states, or that the instrument has named; else nothing of its own."""

import datetime

import pytest

from conformed.basis import FindingKind
from conformed.instrument import Instrument
from conformed.language.sentences import commencement
from tests.written import amendment

COUNTS = [
    (
        "Section 3 of the Credit Agreement is amended, effective May 1, 2030, to provide that the miller shall commence work in June.",
        "2030-05-01",
        None,
    ),
    ("On March 1, 2020, Section 4 of the Credit Agreement is deleted.", "2020-03-01", None),
    ("As of March 1, 2020, the first sentence of Section 4 of the Credit Agreement is deleted.", "2020-03-01", None),
    ("Section 4 of the Credit Agreement shall be deleted on March 1, 2020.", "2020-03-01", None),
    ("Section 4 of the Credit Agreement shall be deemed deleted in its entirety from and after March 1, 2020.", "2020-03-01", None),
    ("Section 4 of the Credit Agreement is deleted effective at midnight on March 1, 2020.", "2020-03-01", None),
    (
        "Effective as of March 1, 2020 (the “Change Date”), Section 4 of the Credit Agreement is deleted.",
        "2020-03-01",
        None,
    ),
    ("As of March 1, 2020, the Credit Agreement is amended by deleting Section 4.", "2020-03-01", None),
    ("From and after March 1, 2020, Section 4 of the Credit Agreement is deleted.", "2020-03-01", None),
    ("Commencing March 1, 2020, the Maturity Date is hereby extended to June 30, 2024.", "2020-03-01", None),
    (
        "The Wage in Section 3(a) of the Credit Agreement is increased from $2 to $3 beginning March 1, 2020.",
        "2020-03-01",
        None,
    ),
    (
        "The Wage in Section 3(a) of the Credit Agreement is increased from $2 per year to $3 per year beginning March 1, 2020.",
        "2020-03-01",
        None,
    ),
    (
        "Section 4 of the Credit Agreement is hereby amended as of March 1, 2020 by deleting the word “grain”.",
        "2020-03-01",
        None,
    ),
    (
        "Effective on (and subject to the occurrence of) the Sale Date, Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the Sale Date",
    ),
    (
        "The miller shall move to Tern Quay on March 1, 2020 (the “Change Date”).\n"
        "From and after the Change Date, the Maturity Date is hereby extended to June 30, 2024.",
        "2020-03-01",
        None,
    ),
    (
        "Upon the satisfaction of the conditions set forth in Section 3(b) of this Amendment (the “Change Date”), Section 4 of the Credit "
        "Agreement is deleted.",
        None,
        "waits for the satisfaction of the conditions set forth in Section 3(b) of this Amendment",
    ),
    (
        "Effective as of the Change Date, Section 4 of the Credit Agreement is deleted.\n"
        "The miller shall move to Tern Quay on the 1st day of March, 2020 (“Change Date”).",
        "2020-03-01",
        None,
    ),
    (
        "Effective as of the Sale Date, Section 4 of the Credit Agreement is deleted.\n"
        "The Borrower shall tell the Agent the date on which the mill is sold (the “Sale Date”).",
        None,
        "waits for the Sale Date: the date on which the mill is sold",
    ),
    (
        "From and after the date on which the mill is sold, Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the date on which the mill is sold",
    ),
    (
        "Effective on the Sale Date, Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the Sale Date",
    ),
    (
        "Effective on the Sale Date, Section 4 of the Credit Agreement is deleted.\n"
        "The mill is sold on May 2, 2020 (the “Sale Date”).\n"
        "The barge is sold on May 3, 2020 (the “Sale Date”).",
        None,
        "waits for the Sale Date",
    ),
    (
        "Effective on the Signing Date, Section 4 of the Credit Agreement is deleted.\n"
        "The parties met on the date hereof (the “Signing Date”).",
        None,
        None,
    ),
]
# The day on which the instrument itself takes effect is told of the instrument.
COUNTS += [
    (
        "Effective on the Change Date, Section 4 of the Credit Agreement is deleted.\n"
        f"This Amendment shall become effective on {day} (the “Change Date”) on which the miller is paid.",
        None,
        None,
    )
    for day in ("the date", "the first date", "a date")
]
COUNTS += [
    (
        "Effective on the Change Date, Section 4 of the Credit Agreement is deleted.\n"
        "Section 4 of this Amendment shall become effective on the date on which the miller is paid (the “Change Date”).",
        None,
        "waits for the Change Date: the date on which the miller is paid",
    ),
    (
        "Conditioned on the consummation of the Mill Sale, Section 4 of the Credit Agreement is amended by deleting “grain”.",
        None,
        "waits for the consummation of the Mill Sale",
    ),
    (
        "Section 4 of the Credit Agreement shall, contingent upon the sale of the mill, be amended by deleting “grain”.",
        None,
        "waits for the sale of the mill",
    ),
    ("Contingent upon the Bank's consent, Section 4 of the Credit Agreement is deleted.", None, "waits for the Bank's consent"),
    (
        "Effective March 1, 2020, and conditional upon the sale of the mill, the Maturity Date is hereby extended to June 30, 2024.",
        None,
        "waits for the sale of the mill",
    ),
    (
        "Contingent upon receipt of the toll, the Credit Agreement is amended as follows:\n"
        "(a) Effective March 1, 2020, Section 4 is deleted.",
        None,
        "waits for receipt of the toll",
    ),
    (
        "Effective immediately prior to the closing of the Mill Sale or an Alternative Sale, without any act of the parties:\n"
        "(a) Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the time immediately prior to the closing of the Mill Sale or an Alternative Sale",
    ),
    (
        "Effective upon and subject to the consummation of the Mill Sale (the “Closing”), Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the consummation of the Mill Sale",
    ),
    (
        "Effective as of, and only upon, the closing of the Mill Sale, Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the closing of the Mill Sale",
    ),
    (
        "Effective as of the Effective Time (as defined in the Merger Agreement), Section 4 of the Credit Agreement is deleted.",
        None,
        "waits for the Effective Time",
    ),
    (
        "The parties agree that upon completion of the Mill Sale, Section 4 of the Credit Agreement shall be deleted.",
        None,
        "waits for completion of the Mill Sale",
    ),
]
NOT_OF_THE_ORDER = [
    "The Borrower shall pay a fee and, upon completion of the barge, a toll, and Section 4 of the Credit Agreement is deleted.",
    "On March 1, 2020, the miller left, and Section 4 of the Credit Agreement is deleted.",
    "Section 4 of the Credit Agreement, which shall expire on March 1, 2020, is deleted.",
    "Section 4 of the Credit Agreement, which was effective March 1, 2020, is deleted.",
    "Section 4 of the Credit Agreement, as amended as of March 1, 2019, is deleted.",
    "Section 4 of the Credit Agreement effective March 1, 2020 is deleted.",
    "Section 4 of the Credit Agreement, dated effective as of March 1, 2020, is deleted.",
    "The Maturity Date is hereby extended for a period commencing March 1, 2020.",
    "Section 4 of the Credit Agreement is amended to provide that wages are conditioned on the harvest.",
    "Effective 30 days from March 1, 2020, the Maturity Date is hereby extended to June 30, 2024.",
    "Section 3 of the Credit Agreement is amended to provide that the miller shall commence work effective May 1, 2030.",
    "Notwithstanding Section 3 of the Credit Agreement, the miller will cease to be paid by the Borrower, effective May 1, 2030.",
    "Section 4 of the Credit Agreement is deleted and replaced with “Tolls beginning March 1, 2020”.",
    "Section 4 of the Credit Agreement is amended to read as follows: “Effective March 1, 2020, tolls are due.”",
]


@pytest.mark.parametrize(("body", "day", "waits"), COUNTS)
def test_an_order_counts_from_the_day_that_it_tells(body: str, day: str | None, waits: str | None) -> None:
    [operation] = amendment(body).operations
    assert operation.effective == (datetime.date.fromisoformat(day) if day else None)
    assert operation.waits == waits


@pytest.mark.parametrize("body", NOT_OF_THE_ORDER)
def test_a_day_of_something_else_is_none_of_the_order(body: str) -> None:
    operations = amendment(body).operations
    assert operations
    assert all(one.effective is None and one.waits is None for one in operations)


def test_a_name_that_a_new_text_gives_a_day_is_not_the_instruments() -> None:
    body = (
        "Section 5 of the Credit Agreement is amended to read as follows:\n"
        "“5. Sale. The mill is sold on May 2, 2020 (the “Sale Date”).”\n"
        "Effective on the Sale Date, Section 4 of the Credit Agreement is deleted."
    )
    last = amendment(body).operations[-1]
    assert (last.effective, last.waits) == (None, "waits for the Sale Date")


def test_what_stands_in_a_list_counts_from_the_day_that_its_lead_tells() -> None:
    lead = "The mill is sold. Effective as of March 1, 2020, the Credit Agreement is amended as follows:"
    first, second = amendment(
        f"{lead}\n(a) Section 4 is deleted.\n(b) Effective May 1, 2020, Section 5 is deleted."
    ).operations
    assert first.effective == datetime.date(2020, 3, 1)
    assert second.effective == datetime.date(2020, 5, 1)


def test_a_day_before_the_lead_of_a_list_is_none_of_its_orders() -> None:
    lead = "The barge is yours effective May 1, 2019. The Credit Agreement is amended as follows:"
    [operation] = amendment(f"{lead}\n(a) Section 4 is deleted.").operations
    assert operation.effective is None


TWO_LEADS = """\
(A) Effective as of March 1, 2020, the Credit Agreement is amended as to all clauses below {but}, as follows:
(B) Effective as of the Sale Date, the Credit Agreement is amended{only} as follows:
(a) Amendments to Article I.
(i) Section 4 is deleted.
(ii) Section 5 is deleted.
(b) Section 6 is deleted."""
SALE = "waits for the Sale Date"


def _days(body: str) -> list[tuple[str, str | None]]:
    told = amendment(body).operations
    days = [str(one.effective) if one.effective else one.waits for one in told]
    return list(zip((str(one.target) for one in told), days, strict=True))


@pytest.mark.parametrize(
    ("but", "only"),
    [
        ("with the exception of clause (a)(ii)", " as to clause (a)(ii)"),
        ("other than clause (a)(ii)", " with respect to clause (a)(ii)"),
    ],
)
def test_of_two_leads_of_one_list_each_counts_for_the_clauses_that_it_names(but: str, only: str) -> None:
    told = _days(TWO_LEADS.format(but=but, only=only))
    assert told == [("4", "2020-03-01"), ("5", SALE), ("6", "2020-03-01")]


@pytest.mark.parametrize("only", ["", " as to clause (a)", " as to clause (a)(ii) of the Note"])
def test_where_two_leads_tell_days_for_one_clause_none_is_taken(only: str) -> None:
    told = _days(TWO_LEADS.format(but="except for clause (b)", only=only))
    assert all(day is not None and day.startswith("waits for a day that is not settled") for _, day in told[:2])


def test_one_lead_may_tell_a_day_for_each_of_its_clauses() -> None:
    lead = "Effective as of March 1, 2020 as to clause (a), and effective as of May 1, 2020 with respect to clause (b), the Credit Agreement is amended as follows:"
    told = _days(f"{lead}\n(a) Section 4 is deleted.\n(b) Section 5 is deleted.\n(c) Section 6 is deleted.")
    assert told == [("4", "2020-03-01"), ("5", "2020-05-01"), ("6", None)]


def test_what_a_sentence_of_its_own_says_of_the_day_of_changes_is_shown() -> None:
    read = amendment(
        "Section 4 of the Credit Agreement is deleted.\nThe amendments made in Sections 1 and 2 shall be effective as of May 1, 2020."
    )
    assert [finding.kind for finding in read.findings] == [FindingKind.UNREAD]


def test_of_several_days_in_a_sentence_each_order_takes_the_one_before_it() -> None:
    first = "Effective as of March 1, 2020, Section 4 of the Credit Agreement is deleted, and effective as of {}, Section 5 is deleted."
    assert _days(first.format("June 1, 2020")) == [("4", "2020-03-01"), ("5", "2020-06-01")]
    assert _days(first.format("the Sale Date")) == [("4", "2020-03-01"), ("5", SALE)]


def test_days_behind_their_orders_are_not_settled() -> None:
    told = _days("Section 4 is deleted effective March 1, 2020 and Section 5 is deleted effective June 1, 2020.")
    assert all(day is not None and day.startswith("waits for a day that is not settled") for _, day in told)


def test_the_lead_of_another_clause_is_none_of_an_order() -> None:
    lead = "Effective as of March 1, 2020, as to clause (b), the Credit Agreement is amended as follows:"
    told = _days(f"{lead}\n(a) Section 4 is deleted.\n(b) Section 5 is deleted.")
    assert told == [("4", None), ("5", "2020-03-01")]


def test_a_sentence_is_read_once_for_all_that_it_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    stated = commencement._stated

    def counted(instrument: Instrument, words: str, *, effect: bool) -> commencement.Told:
        read.append(words)
        return stated(instrument, words, effect=effect)

    monkeypatch.setattr(commencement, "_stated", counted)
    orders = ", ".join(f'deleting "oat{number}" and substituting "rye{number}"' for number in range(40))
    [*operations] = amendment(f"Effective March 1, 2020, Section 4 of the Credit Agreement is amended by {orders}.").operations
    assert [operation.effective for operation in operations] == [datetime.date(2020, 3, 1)] * 40
    assert sum("Section 4" in words for words in read) <= 4


ORDERS = """1. Section 4 of the Credit Agreement is hereby amended by replacing "ten" with "twelve".

2. Section 5 of the Credit Agreement is hereby deleted.

3. """


@pytest.mark.parametrize(
    ("says", "first", "second"),
    [
        ("The changes in Section 1 are effective as of January 1, 2019.", "2019-01-01", None),
        ("The amendments set forth in Section 1 shall be effective as of January 1, 2019.", "2019-01-01", None),
        ("Section 2 of this Amendment shall be deemed effective as of January 1, 2019.", None, "2019-01-01"),
        ("The amendments in Sections 1 and 2 take effect on January 1, 2019.", "2019-01-01", "2019-01-01"),
        ("This Amendment is effective as of March 3, 2020, except for Section 1 hereof, which shall be effective as of January 1, 2019.", "2019-01-01", None),
        ("The amendment to Section 4 of the Credit Agreement shall be effective as of January 1, 2019.", "2019-01-01", None),
    ],
)
def test_a_sentence_apart_tells_from_when_the_changes_of_a_provision_count(says: str, first: str | None, second: str | None) -> None:
    read = amendment(ORDERS + says)
    assert [one.effective.isoformat() if one.effective else None for one in read.operations] == [first, second]
    assert not read.findings


@pytest.mark.parametrize(
    "says",
    [
        "Sections 1 and 2 of this Amendment shall be effective as of January 1, 2019 and June 1, 2019, respectively.",
        "The changes in Section 7 are effective as of January 1, 2019.",
        "The changes in Sections 1 and 7 are effective as of January 1, 2019.",
    ],
)
def test_where_it_is_not_certain_which_changes_count_from_a_day_the_sentence_is_shown(says: str) -> None:
    read = amendment(ORDERS + says)
    assert [one.effective for one in read.operations] == [None, None]
    assert [finding.kind for finding in read.findings] == [FindingKind.UNREAD]


def test_where_two_days_are_told_for_one_change_the_second_sentence_is_shown() -> None:
    says = "The changes in Section 1 are effective as of January 1, 2019.\n\n4. Section 1 of this Amendment shall be effective as of June 1, 2019."
    read = amendment(ORDERS + says)
    assert [one.effective for one in read.operations] == [datetime.date(2019, 1, 1), None]
    assert [finding.kind for finding in read.findings] == [FindingKind.UNREAD]
