"""Deadlines reckoned to days: months, business days by a calendar, anchors that rest on others, days that come again."""

import datetime
import sys

import pytest

from conformed.basis.period import parse_period
from conformed.instrument.deadlines import Deadline, deadlines_in
from conformed.standing.calendars import Calendar, Lacking, NoCalendar, calendar_named, counted
from conformed.standing.reckoning import Known, comes, day_of, fiscal_year_ended, reckoned, set_by, wants

Day = datetime.date
CLOSING = Day(2031, 1, 31)
KNOWN = Known(days={"closing date": CLOSING}, own={"": {"date hereof": Day(2030, 3, 3)}})


def set_in(sentence: str) -> Deadline:
    (told,) = deadlines_in(sentence)
    return told


@pytest.mark.parametrize(
    ("day", "words", "sign", "reckoned_to"),
    [
        (Day(2031, 1, 31), "one month", 1, Day(2031, 2, 28)),  # no 31st: the last
        (Day(2031, 2, 28), "one month", 1, Day(2031, 3, 28)),  # the day of the same number, not the last
        (Day(2032, 1, 31), "one month", 1, Day(2032, 2, 29)),
        (Day(2032, 2, 29), "one year", 1, Day(2033, 2, 28)),
        (Day(2031, 8, 31), "six months", -1, Day(2031, 2, 28)),
        (Day(2031, 8, 31), "six months and one day", 1, Day(2032, 3, 1)),
        (Day(2031, 8, 31), "two quarters", 1, Day(2032, 2, 29)),
        (Day(2031, 8, 31), "three weeks", 1, Day(2031, 9, 21)),
        (Day(2031, 3, 1), "thirty days", 1, Day(2031, 3, 31)),
        (Day(2031, 3, 1), "thirty days", -1, Day(2031, 1, 30)),
    ],
)
def test_a_period_is_counted_from_a_day(day: Day, words: str, sign: int, reckoned_to: Day) -> None:
    pytest.importorskip("dateutil")
    period = parse_period(words)
    assert period
    assert counted(day, period, sign, None) == reckoned_to


def test_business_days_are_counted_by_a_calendar_and_not_without_one() -> None:
    period = parse_period("three Business Days")
    feast = Calendar("feasts", {Day(2031, 7, 4)})
    assert period
    assert counted(Day(2031, 7, 2), period, 1, feast) == Day(2031, 7, 8)  # a Wednesday; Friday is a feast
    assert counted(Day(2031, 7, 8), period, -1, feast) == Day(2031, 7, 2)
    assert counted(Day(2031, 7, 2), period, 1, None) is None


def test_a_calendar_is_that_of_a_state_or_of_a_market() -> None:
    pytest.importorskip("holidays")
    assert not calendar_named("us-ny").is_business_day(Day(2030, 11, 28))
    assert not calendar_named("NYSE").is_business_day(Day(2030, 4, 19))
    assert calendar_named("XFED").is_business_day(Day(2030, 4, 19))


@pytest.mark.parametrize(("name", "says"), [("US", "names no state of US"), ("US-QQ", "names no state of US"), ("Dunmere", "There is no calendar Dunmere")])
def test_a_calendar_that_tells_no_state_is_refused(name: str, says: str) -> None:
    pytest.importorskip("holidays")
    with pytest.raises(NoCalendar, match=says):
        calendar_named(name)


@pytest.mark.parametrize("missing", ["holidays", "dateutil.relativedelta"])
def test_what_is_not_installed_is_told_in_a_sentence(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    month = parse_period("one month")
    assert month
    with pytest.raises(Lacking, match=r"not installed.*conformed\[standing\]"):
        calendar_named("US-NY") if missing == "holidays" else counted(CLOSING, month, 1, None)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The toll is due not later than June 30, 2031.", Day(2031, 6, 30)),
        ("The toll is to be paid before June 30, 2031.", Day(2031, 6, 29)),
        ("The toll is due within 30 days after the Closing Date.", Day(2031, 3, 2)),
        ("The toll is due within 30 days after June 1, 2031.", Day(2031, 7, 1)),
        ("The Keeper shall give notice at least ten days prior to the Closing Date.", Day(2031, 1, 21)),
        ("The lease ends on the Closing Date.", CLOSING),
        ("The toll is due within 30 days after the date hereof.", Day(2030, 4, 2)),
        ("The toll is due within 30 days after the launch.", None),
        ("The toll is due within thirty (45) days after the Closing Date.", None),
        ("The toll is due within five Business Days after the Closing Date.", None),
        ("The toll is due upon 30 days' notice.", None),
        ("The lease is made for a period of five years.", None),
        ("The lease holds for a term of two weeks, which term shall begin on January 31, 2031.", Day(2031, 2, 14)),
        ("The toll is due within 48 hours after the Closing Date.", Day(2031, 2, 2)),
        ("The toll is due within 36 hours after the Closing Date.", None),
        ("The toll is due by 2:00 p.m. on June 30, 2031.", Day(2031, 6, 30)),
        ("A bond that falls due later than 30 days prior to the Closing Date is passed over.", Day(2031, 1, 1)),
    ],
)
def test_a_deadline_is_reckoned_where_its_anchor_is_known(sentence: str, day: Day | None) -> None:
    assert reckoned(set_in(sentence), KNOWN) == day


def test_an_anchor_may_rest_on_others() -> None:
    pytest.importorskip("dateutil")
    terms = {"end date": set_in("“End Date” means the third anniversary of the Closing Date.")}
    known = Known(days=KNOWN.days, terms=terms)
    assert reckoned(set_in("The bond is due within ten days after the End Date."), known) == Day(2034, 2, 10)
    assert day_of("the date that is six months after the End Date", known) == Day(2034, 7, 31)
    assert reckoned(set_in("The bond is due within ten days after the second anniversary of the End Date."), known) == Day(2036, 2, 10)


def test_terms_that_rest_on_each_other_have_no_day() -> None:
    terms = {
        "end date": set_in("“End Date” means the date that is ten days after the Start Date."),
        "start date": set_in("“Start Date” means the date that is ten days after the End Date."),
    }
    assert day_of("the Start Date", Known(terms=terms)) is None


def test_what_a_user_sets_comes_first() -> None:
    known = Known(set=set_by({"the “Closing Date”": Day(2032, 1, 1), "Launch": Day(2032, 2, 1)}), days=KNOWN.days)
    assert day_of("the Closing Date", known) == Day(2032, 1, 1)
    assert reckoned(set_in("The toll is due within 30 days after the launch."), known) == Day(2032, 3, 2)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Interest is payable on the first day of each month.", ["2031-02-01", "2031-03-01", "2031-04-01"]),
        ("Interest is payable on the last day of each calendar quarter.", ["2031-03-31"]),
        ("The toll is payable on March 31 and September 30 of each year.", ["2031-03-31"]),
        ("A report is due within 45 days after the end of each calendar month.", ["2031-02-14", "2031-03-17", "2031-04-14"]),
        ("Interest is payable on the last Business Day of each month.", ["2031-01-31", "2031-02-28", "2031-03-31"]),
        ("A report is due within 30 days after the end of each fiscal year.", ["2031-03-02"]),
        ("The ratio is tested as of the last day of each fiscal quarter.", ["2031-01-31"]),
        ("A report is due within 30 days after the end of each fiscal quarter of the Borrower.", ["2031-03-02"]),
        ("The fee shall be raised on each anniversary of the Launch Date.", ["2031-02-05"]),
        ("The stock is weighed as of the end of any month, commencing March 1, 2031.", ["2031-03-31"]),
        ("The stock is weighed at each fiscal quarter end.", ["2031-01-31"]),
        ("A report is due within 10 days after each storm.", []),
        ("The hinges shall be oiled every six months.", []),
    ],
)
def test_what_comes_again_is_told_for_a_time(sentence: str, told: list[str]) -> None:
    pytest.importorskip("dateutil")
    user = {"the end of each fiscal year": Day(2020, 1, 31), "Launch Date": Day(2029, 2, 5)}
    known = Known(set=set_by(user), calendar=Calendar("none", ()))
    days = comes(set_in(sentence), known, Day(2031, 1, 20))
    assert [day.isoformat() for day in days if day < Day(2031, 4, 16)] == told
    assert all(day <= Day(2032, 1, 21) for day in days)


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        ("the end of each of the first three fiscal quarters of each fiscal year of the Miller", ["2031-05-20", "2031-08-20", "2031-11-20"]),
        ("the end of each of the first three (3) quarters in any fiscal year", ["2031-05-20", "2031-08-20", "2031-11-20"]),
        ("each of the first three fiscal quarters of a fiscal year ends", ["2031-05-20", "2031-08-20", "2031-11-20"]),
        ("the end of each of the first three quarterly periods of each calendar year", ["2031-04-20", "2031-07-20", "2031-10-20"]),
        ("the end of each of the first three storms", []),
    ],
)
def test_the_first_three_quarters_of_each_year_come_again(anchor: str, told: list[str]) -> None:
    pytest.importorskip("dateutil")
    known = Known(set=set_by({"the end of each fiscal year": Day(2020, 1, 31)}))
    days = comes(set_in(f"A report is due within 20 days after {anchor}."), known, Day(2031, 1, 21))
    assert [day.isoformat() for day in days] == told


def test_nothing_comes_again_before_the_document() -> None:
    pytest.importorskip("dateutil")
    known = Known(begun=Day(2031, 1, 15))
    assert comes(set_in("Interest is payable on the first and the fifteenth day of each month."), known, Day(2020, 1, 1))[:2] == [Day(2031, 1, 15), Day(2031, 2, 1)]


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("The toll is due within 30 days after the launch.", "the day of the launch"),
        ("The toll is due within 30 days after the date of the bill.", "the date of the bill"),
        ("The toll is due within 30 days after the Owner has given notice.", "the day on which the Owner has given notice"),
        ("The toll is due within 30 days after the same becomes payable.", "the day on which the same becomes payable"),
        ("The toll is due upon 30 days' notice.", "the day of what it is notice of"),
        ("The toll is due within thirty (45) days after the Closing Date.", "which of 30 and 45 is meant"),
        ("The toll is due within five Business Days after the Closing Date.", "a calendar of business days (--calendar)"),
        ("Interest is payable on the last Business Day of each month.", "a calendar of business days (--calendar)"),
        ("A report is due within 30 days after the end of each fiscal year.", "the day on which a fiscal year ends (--anchor 'end of fiscal year=DATE')"),
        ("The bond ends on the Sale Date.", "the Sale Date"),
    ],
)
def test_what_is_wanting_is_told(sentence: str, says: str) -> None:
    assert wants(set_in(sentence), KNOWN) == says


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["The books for the fiscal year ended March 31, 2028 and the fiscal year ended March 31, 2029 are true."], Day(2029, 3, 31)),
        (["The books for the fiscal year ended March 31, 2028 are true.", "So are those for the fiscal year ending December 31, 2029."], None),
        (["The books for the fiscal year ended January 29, 2028 are true."], None),  # which is a week's end, and another day each year
        (["Its fiscal year ends on a day that it sets."], None),
    ],
)
def test_the_end_of_a_fiscal_year_that_the_text_names_is_told_where_one_is_wanting(texts: list[str], told: Day | None) -> None:
    assert fiscal_year_ended(texts) == told
    shown = wants(set_in("A report is due within 30 days after the end of each fiscal year."), Known(fiscal=told))
    assert shown.endswith("; one that the text names ended March 31, 2029)" if told else "=DATE')")
