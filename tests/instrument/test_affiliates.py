"""Schedules of operating affiliates by state, with invented names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument.parties.affiliates import affiliates


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(a.state, a.names) for a in affiliates(from_text("schedule.txt", text.encode()))]


HEAD = "Attachment A\n\nSCHEDULE OF ALDER HOLDINGS, INC. (ALDER) OPERATING AFFILIATES\n\n"


def test_companies_with_their_states_in_brackets() -> None:
    lines = "Alder Tel, Inc., Alder Tel III, Inc. (AL, LA)\n\nAlder Tel, Inc., Alder Tel V, LLC (NC)\n"
    assert read(HEAD + lines) == [
        ("AL", ("Alder Tel, Inc.", "Alder Tel III, Inc.")),
        ("LA", ("Alder Tel, Inc.", "Alder Tel III, Inc.")),
        ("NC", ("Alder Tel, Inc.", "Alder Tel V, LLC")),
    ]


def test_states_before_their_companies() -> None:
    lines = "Alabama: Alder Tel, Inc.\n\nGeorgia and Florida: Alder Tel of Georgia, LLC and Birch Tel LLC\n"
    assert read(HEAD + lines) == [
        ("AL", ("Alder Tel, Inc.",)),
        ("GA", ("Alder Tel of Georgia, LLC", "Birch Tel LLC")),
        ("FL", ("Alder Tel of Georgia, LLC", "Birch Tel LLC")),
    ]


@pytest.mark.parametrize(
    "row", ["New York        Alder Tel, Inc., Birch L.P.", "Alder Tel, Inc., Birch L.P.        NY"]
)
def test_a_table_with_its_columns_in_either_order(row: str) -> None:
    text = f"{HEAD}<TABLE>\nState        Company\n{row}\n</TABLE>\n"
    assert read(text) == [("NY", ("Alder Tel, Inc.", "Birch L.P."))]


def test_each_value_leads_to_its_line() -> None:
    document = from_text("schedule.txt", (HEAD + "Alder Tel, Inc. (KY)\n").encode())
    assert [document.words(a.span) for a in affiliates(document)] == ["Alder Tel, Inc. (KY)"]


@pytest.mark.parametrize(
    "text",
    [
        "Alder Tel, Inc. (AL)\n",  # no schedule is announced
        HEAD + "Alder Tel, Inc. (the Borrower)\n",
        HEAD + "See the tariff (AL)\n",
        "SUBSIDIARIES OF THE COMPANY\n\nAlder Tel, Inc. (Delaware)\n",  # where it is organized
    ],
)
def test_what_is_no_schedule_of_affiliates(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet="A,. ()Inc;:\tand\nL", max_size=300))
def test_no_schedule_is_too_strange(text: str) -> None:
    read(HEAD + text)
