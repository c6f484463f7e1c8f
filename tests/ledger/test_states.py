"""An agreement that was restated has states; each instrument changes the one that it names, or none."""

import datetime

import pytest

from conformed.basis import FindingKind
from conformed.instrument import InstrumentKind
from conformed.ledger import rulings_of
from conformed.passes import Conformed, conformed
from tests.ledger.test_restatement import RESTATED, SECOND, made, mill
from tests.ledger.test_rulings import AGREEMENT
from tests.written import LETTER

ORIGINAL = "that certain Credit Agreement dated as of May 1,\n2018"
MILL = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "{}" with "{}".'


def letter(number: int, day: str, named: str, old: str, new: str) -> str:
    """Amendment No. `number` of a day, whose recital names the agreement by the words `named`."""
    text = LETTER.format(title=f"AMENDMENT NO. {number}", day=day, body=f"1. {MILL.format(old, new)}", last=2)
    return text.replace(ORIGINAL, named)


def kinds(matter: Conformed) -> list[str]:
    return [finding.kind for finding in matter.chain.findings]


def numbers(matter: Conformed) -> list[object]:
    return [
        "R" if link.restates else link.number if link.changes else f"not {link.number}"
        for link in matter.chain.links
    ]


LATE = [
    "that certain Credit Agreement dated as of May 1, 2018",
    "that certain Credit Agreement dated as of May 1, 2018, as amended from time to time",
]
IN_TIME = [
    "that certain Amended and Restated Credit Agreement dated as of June 2, 2021",
    "that certain Credit Agreement dated as of May 1, 2018, as amended and restated as of June 2, 2021",
    "that certain Credit Agreement dated as of May 1, 2018 (as amended and restated by that certain Amended and Restated"
    " Credit Agreement dated as of June 2, 2021)",
    "that certain Credit Agreement, which was restated effective as of June 2, 2021",
    "that certain Credit Agreement dated as of May 1, 2018 (as amended, restated or supplemented from time to time)",
    "that certain Amended and Restated Credit Agreement",
]


@pytest.mark.parametrize("named", LATE)
def test_what_names_a_text_that_was_restated_before_is_not_applied(named: str) -> None:
    matter = made(AGREEMENT, RESTATED, letter(1, "January 6, 2022", named, "warm", "cold"))
    assert kinds(matter) == ["OtherAgreement"]
    assert numbers(matter) == ["R", "not 1"]
    assert mill(matter, "2022-06-01") == "warm."


@pytest.mark.parametrize("named", IN_TIME)
def test_what_names_the_restated_text_changes_it(named: str) -> None:
    matter = made(AGREEMENT, RESTATED, letter(1, "January 6, 2022", named, "warm", "cold"))
    assert kinds(matter) == []
    assert mill(matter, "2022-06-01") == "cold."


def test_a_ruling_takes_in_what_names_the_text_before_it_was_restated() -> None:
    reads = made(AGREEMENT, RESTATED, letter(1, "January 6, 2022", LATE[0], "warm", "cold")).chain
    ruling = """
[[ruling]]
finding = "OtherAgreement"
instrument = "Amendment No. 1"
by = "Ada Thorne"
day = 2022-02-01
why = "The recital was not brought up to date"
choice = "amends this agreement"
"""
    every = [read for read in (reads.agreement, *(link.read for link in reads.links)) if read]
    matter = conformed(every, rulings_of("rulings.toml", ruling.encode()))
    assert mill(matter, "2022-06-01") == "cold."


def test_of_one_day_what_names_the_first_text_stands_before_the_restatement() -> None:
    matter = made(AGREEMENT, RESTATED, letter(1, "June 2, 2021", ORIGINAL, "dry", "wet"))
    assert numbers(matter) == [1, "R"]
    assert [outcome.kind for outcome in matter.version.outcomes] == ["applied", "applied"]
    assert mill(matter, "2021-07-01") == "warm."


def test_of_one_day_what_names_the_restated_text_stands_behind_the_restatement() -> None:
    matter = made(AGREEMENT, RESTATED, letter(1, "June 2, 2021", IN_TIME[0], "warm", "cold"))
    assert numbers(matter) == ["R", 1]
    assert mill(matter, "2021-07-01") == "cold."


def test_what_bears_no_day_stands_with_the_text_that_it_names() -> None:
    undated = letter(1, "January 6, 2022", ORIGINAL, "dry", "wet").replace(
        ", dated as of January 6, 2022,", ""
    )
    matter = made(AGREEMENT, RESTATED, undated)
    assert numbers(matter) == [1, "R"]
    assert mill(matter, "2021-07-01") == "warm."


def test_a_change_counts_at_the_earliest_from_the_text_that_it_changes() -> None:
    early = letter(1, "January 6, 2022", IN_TIME[0], "warm", "cold").replace(
        "1. Section", "1. Effective as of January 1, 2021, Section"
    )
    matter = made(AGREEMENT.replace("kept dry", "kept warm"), RESTATED, early)
    assert [mill(matter, day) for day in ("2021-03-01", "2021-07-01")] == ["warm.", "cold."]


def test_what_changes_a_restated_text_goes_with_the_restatement() -> None:
    matter = made(AGREEMENT.replace("kept dry", "kept warm"), RESTATED, SECOND)
    assert matter.links(without=["R"]) == []
    assert matter.links() == ["R", "1"]


def test_an_amendment_of_a_restatement_that_is_not_to_hand_is_not_applied() -> None:
    matter = made(AGREEMENT, letter(1, "January 6, 2022", IN_TIME[1], "dry", "cold"))
    assert kinds(matter) == ["OtherAgreement"]
    assert "as it was restated on June 2, 2021" in matter.chain.findings[0].says
    assert mill(matter, "2022-06-01") == "dry."


def test_an_agreement_that_tells_of_its_own_restatement_is_the_one_meant() -> None:
    own = AGREEMENT.replace(
        "dated as of May 1, 2018,", "dated as of May 1, 2018, as amended and restated as of June 2, 2021,"
    )
    matter = made(own, letter(1, "January 6, 2022", IN_TIME[1], "dry", "cold"))
    assert kinds(matter) == []
    assert mill(matter, "2022-06-01") == "cold."


def test_numbers_are_counted_by_states() -> None:
    first = letter(1, "January 6, 2020", ORIGINAL, "dry", "wet")
    third = letter(3, "January 6, 2022", IN_TIME[0], "warm", "cold")
    matter = made(AGREEMENT, RESTATED, first, third)
    assert [finding.says.partition(" is not")[0] for finding in matter.chain.findings] == [
        f"Amendment No. {number} of the AMENDED AND RESTATED CREDIT AGREEMENT dated June 2, 2021"
        for number in (1, 2)
    ]


def test_a_series_that_goes_on_behind_a_restatement_has_no_gap() -> None:
    first = letter(1, "January 6, 2020", ORIGINAL, "dry", "wet")
    second = letter(2, "January 6, 2022", IN_TIME[0], "warm", "cold")
    assert kinds(made(AGREEMENT, RESTATED, first, second)) == []


def test_an_amendment_of_the_first_text_is_not_that_of_the_restated_one() -> None:
    named = f"{IN_TIME[0]}, as amended by Amendment No. 1 dated as of December 1, 2021"
    first = letter(1, "January 6, 2020", ORIGINAL, "dry", "wet")
    second = letter(2, "January 6, 2022", named, "warm", "cold")
    matter = made(AGREEMENT, RESTATED, first, second)
    assert kinds(matter) == ["MissingInstrument"]
    assert "December 1, 2021" in matter.chain.findings[0].says


def test_numbers_tell_instruments_of_one_day_apart() -> None:
    named = f"{ORIGINAL}, as amended by Amendment No. 1 dated as of January 6, 2020"
    matter = made(AGREEMENT, letter(2, "January 6, 2020", named, "dry", "wet"))
    assert kinds(matter) == ["MissingInstrument"]
    waiver = letter(2, "January 6, 2020", ORIGINAL, "dry", "wet").replace("AMENDMENT NO. 2", "LIMITED WAIVER")
    waiver = waiver.replace(MILL.format("dry", "wet"), "The Agent waives compliance with Section 2.2.")
    third = letter(2, "March 6, 2020", named, "dry", "wet")
    matter = made(AGREEMENT, waiver, third)
    assert [link.read.head.kind for link in matter.chain.links if link.read] == [
        InstrumentKind.WAIVER,
        InstrumentKind.AMENDMENT,
    ]
    assert kinds(matter) == ["MissingInstrument"]


def test_the_restatement_of_another_agreement_restates_none_of_this_one() -> None:
    lease = AGREEMENT.replace("CREDIT", "LEASE").replace("BRAMBLE", "THISTLE")
    restated = RESTATED.replace("CREDIT", "LEASE").replace("Credit", "Lease").replace("BRAMBLE", "THISTLE")
    matter = made(AGREEMENT, letter(1, "January 6, 2020", ORIGINAL, "dry", "wet"), lease, restated)
    assert kinds(matter) == [FindingKind.SECOND_AGREEMENT, FindingKind.SECOND_AGREEMENT]
    assert numbers(matter) == [1]
    assert matter.chain.dated == datetime.date(2018, 5, 1)
    assert mill(matter, "2022-06-01") == "wet."
