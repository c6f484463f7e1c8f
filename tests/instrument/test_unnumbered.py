"""Headings without numbers, where they are certain."""

import pytest

from conformed.instrument.addressed import addressed
from conformed.instrument.slips import slips
from tests.instrument.test_outline import OPENING, paths, read

LINES = (
    "{}\n\nYou shall be the miller of the Mill and report to its owner each day.\n\n"
    "{}\n\nYour salary is forty dollars a week, by night and by day. It is paid:\n\n(a) on Fridays; and\n\n(b) at noon.\n\n"
    "{}\n\nYour bonus is a sack of rye for each hundred sacks that you grind.\n\nIt is due in May.\n\n"
    "{}\n\nEither of us may end this agreement at any time by a word of mouth.\n"
)
HEADINGS = ("Position", "Base Salary", "Bonus", "Term and End")


@pytest.mark.parametrize("set_as", ["{}", "{}:", "{}."])
def test_headings_alone_on_their_lines_are_sections_by_their_words(set_as: str) -> None:
    body = LINES.format(*(set_as.format(one) for one in HEADINGS))
    found = ['"Position"', '"Base Salary"', '"Base Salary"(a)', '"Base Salary"(b)', '"Bonus"', '"Term and End"']
    assert paths(OPENING + body) == found
    instrument = read(OPENING + LINES.format(*(one.upper() for one in HEADINGS)))
    assert slips(instrument) == ()
    for address in ('"Base Salary"(b)', "clause (b) of the section entitled “Base Salary”"):
        (stretch,) = addressed(instrument, address)
        assert instrument.document.reading.text[stretch.start : stretch.end].startswith("(b) at noon.")
    assert [one.path for one in addressed(instrument, "Base Salary")] == ['"BASE SALARY"']


def test_headings_that_run_in_before_their_words_are_sections() -> None:
    body = (
        "Position. You shall be the miller of the Mill, and you shall report to its owner each day of the week.\n\n"
        "Base Salary. Your salary is forty dollars a week, by night and by day, and is paid on Fridays at noon.\n\n"
        "Bonus: Your bonus is a sack of rye for each hundred sacks that you grind, and is due in the month of May.\n\n"
        "Term and End. Either of us may end this agreement at any time by a word of mouth to the other of us.\n"
    )
    assert paths(OPENING + body) == [f'"{one}"' for one in HEADINGS]


@pytest.mark.parametrize(
    "body",
    [
        # Fewer than four, two that are alike, one that has no text, ...
        "Position\n\nYou shall be the miller of the Mill and report to its owner each day.\n",
        LINES.format("Position", "Base Salary", "Position", "Bonus"),
        LINES.format("Position", "Base Salary", "Bonus\n\nElmham", "Term and End"),
        # ... a list that goes on across them, ...
        LINES.format("Position", "(c) Others.\n\nBase Salary", "Bonus\n\n(d) More.", "Term and End"),
        # ... and names of who signs.
        "ADA THORNE\n\nMiller of the Mill\n\nRUTH WREN\n\nClerk of the Mill\n\nTERN HOLLOW MILLS\n\nOwner\n\nFIRST ALDER\n\nBank\n",
    ],
)
def test_what_is_not_certain_is_no_heading(body: str) -> None:
    assert not any(path.startswith('"') for path in paths(OPENING + body))


def test_a_body_with_numbers_has_no_others() -> None:
    assert paths(OPENING + "1. Duties. Text.\n\n" + LINES.format(*HEADINGS))[0] == "1"
    assert not any(path.startswith('"') for path in paths(OPENING + "1. Duties. Text.\n\n" + LINES.format(*HEADINGS)))
