"""The head of a whole text, the marks of what waits in it, and what it lacks."""

import datetime
from pathlib import Path

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.written import FRAME, document

CREDIT = built(Path(__file__).parent.parent.parent / "examples" / "credit")
DAY = datetime.date(2024, 6, 1)


def words(text: str) -> str:
    return " ".join(text.split())


def front(matter: Conformed, day: datetime.date | None, count: int | None = None) -> str:
    links = matter.links(count)
    return words(matter.front(matter.in_force(links, day), links, day, "Text of the test"))


def test_the_head_tells_the_agreement_the_text_and_the_instruments_that_count() -> None:
    told = front(CREDIT, datetime.date(2023, 6, 1))
    assert "CREDIT AGREEMENT, dated March 15, 2021 Text of the test. Instruments counted:" in told
    counted, others = told.split("Not counted:")
    assert "1 Amendment No. 1, from June 30, 2022 W Limited Waiver, from March 24, 2023, if its conditions were met" in counted
    assert "2 Amendment No. 2, from February 28, 2024, if its conditions are met by March 29, 2024" in others
    assert "[2 if]" not in told


def test_a_paragraph_that_changes_if_conditions_were_met_ends_in_a_mark() -> None:
    assert "[2 if] ends each paragraph that Amendment No. 2 changes if its conditions were met." in front(CREDIT, DAY)
    version = CREDIT.as_of(DAY)
    shown = to_text(version.root, marks=CREDIT.marks())
    plain = to_text(version.root)
    assert "[2 if]" not in plain
    assert words(shown.replace("[2 if]", "")) == words(plain)
    blocks = [words(block) for block in shown.split("\n\n")]
    (ratio,) = [block for block in blocks if block.startswith("SECTION 6.01.")]
    assert ratio.endswith("4.00 to 1.00. [2 if]")
    (untouched,) = [block for block in blocks if block.startswith("SECTION 6.02.")]
    assert "if]" not in untouched


NAMED = (
    "2018, as amended by Amendment No. 1 dated as of June 3, 2018 and Amendment No. 2 dated as of July 8, 2019 (the"
)


@pytest.mark.parametrize(
    ("day", "count", "absent"),
    [
        (datetime.date(2018, 5, 10), None, ()),
        (datetime.date(2018, 7, 1), None, ("Amendment No. 1",)),
        (datetime.date(2019, 8, 1), None, ("Amendment No. 1", "Amendment No. 2")),
        (None, 0, ("Amendment No. 1", "Amendment No. 2")),
    ],
)
def test_what_is_not_to_hand_is_told_by_its_own_day(
    day: datetime.date | None, count: int | None, absent: tuple[str, ...]
) -> None:
    body = 'Section 7.1 of the Credit Agreement is hereby amended by replacing "4.50" with "5.00".'
    text = FRAME.format(body=body).replace("2018 (the", NAMED).replace("NO. 1", "NO. 3")
    matter = conformed([interpret(parse(document(text)))])
    links = matter.links(count)
    version = matter.text(matter.in_force(links, day))
    (told,) = matter.unsettled(version, [version.root], day=day, links=links)
    for name in ("Amendment No. 1", "Amendment No. 2"):
        assert (name in told) == (name in absent)
        assert (f"{name}, dated" in front(matter, day, count)) == (name in absent)
