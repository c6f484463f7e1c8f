"""Lengths of time as they are written."""

import pytest

from conformed.basis.period import Period, Unit, counted, parse_period, periods


@pytest.mark.parametrize(
    ("words", "count", "unit"),
    [
        ("thirty (30) days", 30, Unit.DAY),
        ("one (1) year", 1, Unit.YEAR),
        ("five Business Days", 5, Unit.BUSINESS_DAY),
        ("three (3) Dunmere Banking Days", 3, Unit.BUSINESS_DAY),
        ("ninety-day period", 90, Unit.DAY),
        ("six months", 6, Unit.MONTH),
        ("a fortnight", 2, Unit.WEEK),
        ("thirty-(30) days prior", 30, Unit.DAY),
        ("one hundred and eighty (180) days", 180, Unit.DAY),
        ("three hundred sixty-five days", 365, Unit.DAY),
        ("24 (twenty four) months", 24, Unit.MONTH),
        ("twenty-one (21) calendar days", 21, Unit.DAY),
        ("four consecutive fiscal quarters", 4, Unit.QUARTER),
        ("ten (10) days’ notice", 10, Unit.DAY),
    ],
)
def test_a_period_is_read(words: str, count: int, unit: Unit) -> None:
    assert parse_period(words) == Period(count, unit)


@pytest.mark.parametrize(
    "words",
    ["one, two, three or six months", "30 or 60 days", "the 2004 calendar years", "$5 days", "twenty thirty days", "2.5 years", "three business years"],
)
def test_none_is_read(words: str) -> None:
    assert list(periods(words)) == []


def test_words_and_figures_that_differ_are_told() -> None:
    assert parse_period("thirty (45) days") == Period(30, Unit.DAY, 45)
    assert str(parse_period("thirty (45) days")) == "30 days (the figures say 45)"


def test_numbers_in_words() -> None:
    assert [counted(words) for words in ("two hundred and five", "ninety-nine", "thirteen", "one hundred", "five twenty")] == [205, 99, 13, 100, None]
