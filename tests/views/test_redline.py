"""A redline between two states of a text: its two sides are the two texts."""

import datetime
import re
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from conformed.passes import Conformed, conformed
from conformed.version import since
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.version.agreements import HEAD
from tests.version.matters import amendment as ordering
from tests.version.test_laws import made
from tests.written import amendment

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
MATTERS = {name: built(EXAMPLES / name) for name in ("credit", "interconnection")}
PAIRS = [
    pytest.param(matter, earlier, later, id=f"{name}-{earlier}-{later}")
    for name, matter in MATTERS.items()
    for earlier, later in combinations(range(len(matter.chain.links) + 1), 2)
]


def sides(redline: str) -> tuple[str, str]:
    """The words before and after, blanks left out."""
    before = re.sub(r"\{\+.*?\+\}", "", redline, flags=re.DOTALL)
    after = re.sub(r"\[-.*?-\]", "", redline, flags=re.DOTALL)
    return words(re.sub(r"\[-(.*?)-\]", r"\1", before, flags=re.DOTALL)), words(
        re.sub(r"\{\+(.*?)\+\}", r"\1", after, flags=re.DOTALL)
    )


def words(text: str) -> str:
    """The letters of a text without the notes of Conformed's own."""
    return "".join(re.sub(r"(?:“[^”\[\]]{1,80}”\s*)?\[Deleted\s+by\s+[^\]]*\]", "", text).split())


def redline(matter: Conformed, earlier: int, later: int) -> str:
    before = matter.in_force(matter.links(earlier))
    return to_text(since(matter.after(later).root, before), redline=True)


@pytest.mark.parametrize(("matter", "earlier", "later"), PAIRS)
def test_the_sides_of_a_redline_are_the_two_texts(matter: Conformed, earlier: int, later: int) -> None:
    before, after = sides(redline(matter, earlier, later))
    assert after == words(to_text(matter.after(later).root))
    assert before == words(to_text(matter.after(earlier).root))


@pytest.mark.parametrize(("matter", "earlier", "later"), PAIRS)
def test_a_redline_marks_no_less_than_an_independent_comparison(
    matter: Conformed, earlier: int, later: int
) -> None:
    marked = re.findall(r"\{\+(.*?)\+\}|\[-(.*?)-\]", redline(matter, earlier, later), re.DOTALL)
    texts = [words(to_text(matter.after(count).root)) for count in (earlier, later)]
    assert sum(len(words(new or old)) for new, old in marked) >= Indel.distance(*texts)


def test_a_redline_against_a_day_leaves_older_changes_unmarked() -> None:
    credit = MATTERS["credit"]
    before = credit.in_force(credit.links(), datetime.date(2023, 1, 1))
    (passage,) = credit.provision(credit.version, "6.01")
    shown = to_text(since(passage, before), redline=True)
    assert "[-3.75 to" in shown
    assert "3.50" not in shown


def test_what_is_replaced_and_not_to_hand_is_struck_with_its_number_and_neighbours_stand_in_one_mark() -> None:
    body = (
        "Section 7.1(b) of the Credit Agreement is hereby amended by deleting clause (2) thereof in its entirety and replacing it "
        "with the following:\n\"(2) a fee that is due (i) on each Quarterly Date or (ii) on the Maturity Date.\""
    )
    shown = " ".join(to_text(conformed([amendment(body)]).version.root, redline=True).split())
    assert "[-(2) [Text not to hand]-]" in shown
    assert "{+(2) a fee that is due (i) on each Quarterly Date or (ii) on the Maturity Date.+}" in shown


def test_a_redline_of_a_proviso_or_a_sentence_shows_what_gave_way_to_it() -> None:
    fees = "Section 2.1. Fees. The Borrower shall pay a fee; provided that none is due on a holiday. It is paid in gold. It is weighed."
    orders = (
        'The proviso in Section 2.1 is hereby deleted and replaced with the following: "; provided that none is due on a Sunday"',
        'The second sentence of Section 2.1 is hereby amended and restated to read as follows: "It is paid in silver."',
    )
    matter = made(f"{HEAD}\n{fees}\n\nSection 2.2. Rent. The Borrower shall pay rent.\n", [ordering(0, [*orders])])

    def shown(path: str, *, redline: bool = True) -> str:
        (one,) = matter.provision(matter.version, path, struck=redline)
        return " ".join(to_text(one, redline=redline).split())

    assert shown("2.1~proviso") == "[-; provided that none is due on a holiday-]{+; provided that none is due on a Sunday+}"
    assert shown("2.1~proviso", redline=False) == "provided that none is due on a Sunday"
    assert shown("2.1~sentence 2") == "[-It is paid in gold.-]{+It is paid in silver.+}"
    assert shown("2.1~sentence 3") == "It is weighed."
