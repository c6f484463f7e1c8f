"""One instrument in two documents is applied once: a second copy, a draft beside what was signed, two versions."""

import pytest

from conformed.passes import Conformed
from conformed.version import standing
from tests.ledger.test_restatement import made
from tests.ledger.test_rulings import AGREEMENT
from tests.written import FRAME

ORDERS = """Section 2.2 of the Credit Agreement is hereby amended by inserting the words "and clean" after "dry".

2. Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges, and" with "{} barges, and"."""
SIGNED = FRAME.format(body=ORDERS.format("two"))
UNSIGNED = SIGNED.replace("/s/ Ada Thorne", "______________")
OTHER = SIGNED.replace("two", "six")


def text(matter: Conformed, path: str) -> str:
    (passage,) = matter.provision(matter.version, path)
    return " ".join(standing(passage).split())


def found(matter: Conformed) -> list[tuple[str, str]]:
    return [(finding.kind, finding.says) for finding in matter.findings()]


@pytest.mark.parametrize(
    "texts",
    [(SIGNED, UNSIGNED), (UNSIGNED, SIGNED), (SIGNED, SIGNED.replace("  ", " ").replace(",", " ,", 1))],
)
def test_a_second_copy_is_left_out(texts: tuple[str, str]) -> None:
    matter = made(AGREEMENT, *texts)
    assert text(matter, "2.2").endswith("The mill is kept dry and clean.")
    ((kind, says),) = found(matter)
    assert kind == "Duplicate"
    assert says.endswith("and orders the same; it was read once.")
    (link,) = matter.chain.links
    assert link.read is not None
    assert any(one.signed for one in link.read.signatures)


@pytest.mark.parametrize("day", [", dated as of January 6, 2020,", ""])
def test_a_draft_beside_what_was_signed_is_left_out(day: str) -> None:
    draft = OTHER.replace("/s/ Ada Thorne", "______________").replace(", dated as of January 6, 2020,", day)
    matter = made(AGREEMENT, draft, SIGNED)
    assert "two barges, and" in text(matter, "2.1")
    ((kind, says),) = found(matter)
    assert kind == "Duplicate"
    assert "taken for a draft" in says


def test_of_two_versions_that_are_signed_only_what_both_order_is_applied() -> None:
    matter = made(AGREEMENT, SIGNED, OTHER)
    assert text(matter, "2.2").endswith("The mill is kept dry and clean.")
    assert "ten barges, and" in text(matter, "2.1")
    assert [kind for kind, _ in found(matter)] == ["Clash", "Clash"]


def test_a_version_alone_is_applied() -> None:
    matter = made(AGREEMENT, SIGNED, OTHER)
    version = matter.text(matter.in_force(matter.links(without=["1a"])))
    (passage,) = matter.provision(version, "2.1")
    assert "two barges, and" in " ".join(standing(passage).split())


def test_instruments_of_other_numbers_and_other_days_are_two() -> None:
    second = (
        SIGNED.replace("NO. 1", "NO. 2")
        .replace("January 6", "March 6")
        .replace('after "dry"', 'after "kept"')
    )
    matter = made(AGREEMENT, SIGNED, second)
    assert len(matter.chain.links) == 2
    assert "kept and clean dry and clean" in text(matter, "2.2")
