"""A number leads to what bore it, also after an instrument gave that another; each instrument is read with its own."""

import datetime

import pytest

from conformed.basis import FindingKind
from conformed.passes import Conformed
from tests.ledger.test_restatement import made
from tests.ledger.test_rulings import AGREEMENT
from tests.written import LETTER

TODAY = datetime.date(2022, 1, 1)
DAYS = ("January 6, 2020", "March 6, 2020", "May 6, 2020", "July 6, 2020")
BASE = AGREEMENT.replace("The mill is kept dry.", "The mill is kept:\n\n(a) dry; and\n\n(b) clean.")
MOVED = "1. Section 2.2 of the Credit Agreement is hereby renumbered as Section 2.6."


def matter(*bodies: str) -> Conformed:
    letters = [
        LETTER.format(title=f"AMENDMENT NO. {number}", day=day, body=body, last=9)
        for number, (day, body) in enumerate(zip(DAYS, bodies, strict=False), 1)
    ]
    return made(BASE, *letters)


def told(found: Conformed, path: str, phrase: str | None = None) -> str:
    return " ".join((found.why(path, phrase, TODAY) or "").split())


def test_the_old_number_leads_to_the_new_one() -> None:
    found = matter(
        MOVED,
        '1. Section 2.6 is amended by replacing "dry" with "wet".',
        MOVED.replace("2.6", "2.9").replace("2.2", "2.6"),
    )
    for path in ("2.2", "2.6"):
        history = told(found, path)
        assert f"Section {path} got another number by Amendment No." in history
        assert "Section 2.9. Mills." in history
        assert "Struck: “dry” Put in: “wet”" in history
    assert told(found, "2.2").startswith(
        "Section 2.2 got another number by Amendment No. 1 from January 6, 2020: Section 2.9."
    )
    assert "(a) wet; and" in told(found, "2.2(a)")


def test_a_number_that_is_used_again_leads_to_both() -> None:
    found = matter(
        MOVED,
        '1. A new Section 2.2 is hereby added to the Credit Agreement, to read as follows:\n\n"Section 2.2. Silos. None."',
    )
    history = told(found, "2.2")
    assert history.startswith("Section 2.2 Section 2.2. Silos. None. - Amendment No. 2")
    assert "Section 2.2 got another number by Amendment No. 1 from January 6, 2020: Section 2.6." in history
    assert "Amendment No. 1" not in history.partition("got another number")[0]


def test_an_instrument_speaks_of_the_numbers_of_its_time() -> None:
    waived = "1. The Agent hereby waives compliance with Section 2.2 until December 31, 2021."
    again = '1. A new Section 2.2 is hereby added to the Credit Agreement, to read as follows:\n\n"Section 2.2. Silos. None."'
    found = matter(waived, MOVED, again, '1. Section 2.2 is amended by replacing "None" with "One".')
    beside = {
        path: found.beside(found.version, found.provision(found.version, path)) for path in ("2.2", "2.6")
    }
    assert beside["2.2"] == []
    assert len(beside["2.6"]) == 1
    assert "Amendment No. 1 waives it" in told(found, "2.6")
    assert "replacing" not in told(found, "2.6")


def test_clauses_that_shift_at_once_lead_each_to_its_own() -> None:
    shifted = "1. Section 2.2 is amended by redesignating clause (a) as clause (b) and redesignating clause (b) as clause (c)."
    found = matter(shifted)
    assert "(b) dry; and" in told(found, "2.2(a)")
    assert "(c) clean." in told(found, "2.2(b)")


@pytest.mark.parametrize("path", ["2.2", "2.6"])
def test_a_phrase_is_found_under_either_number(path: str) -> None:
    found = matter(MOVED)
    assert "(b) clean" in told(found, path)
    assert "clean." in told(found, path, "clean")
    assert not told(found, path, "nobody")


def test_changes_and_waivers_stand_in_the_order_of_their_days() -> None:
    waived = "1. The Agent hereby waives compliance with Section 2.2 until December 31, 2021."
    change = '1. Section 2.2 is amended by replacing "{}" with "{}".'
    found = matter(change.format("dry", "wet"), waived, change.format("wet", "hot"))
    history = told(found, "2.2")
    places = [history.index(f"- Amendment No. {number}") for number in (1, 2, 3)]
    assert places == sorted(places)


def test_what_is_called_existing_gets_its_new_number_before_another_takes_the_old_one() -> None:
    found = matter(
        "1. The following shall be added as Section 2.2(a) of the Credit Agreement, and the existing Section 2.2(a) of the "
        'Credit Agreement shall be designated as Section 2.2(c):\n\n"(a) wet;"'
    )
    assert told(found, "2.2(a)").startswith("Section 2.2(a) (a) wet; - Amendment No. 1")
    assert "(c) dry; and" in told(found, "2.2(c)")
    assert not [one for one in found.page(TODAY).findings if one.kind == FindingKind.SLIP]


def test_each_of_several_that_move_up_is_told_its_own_number_alone() -> None:
    found = matter("1. Sections 2.1 and 2.2 of the Credit Agreement are hereby renumbered as Sections 2.2 and 2.3, respectively.")
    barges, mills = told(found, "2.2").partition("got another number")[0], told(found, "2.3")
    assert "Section 2.2. Barges." in barges
    for history in (barges, mills):
        assert history.count(": renumbered.") == 1


def test_what_was_put_in_is_told_without_a_gap_where_later_words_came_between() -> None:
    found = matter(
        '1. Section 2.2 is amended and restated in its entirety to read as follows:\n\n"Section 2.2. Mills. The mill is kept:\n\n(a) dry and warm; and\n\n(b) clean."',
        '1. Section 2.2 is amended by replacing "warm" with "cool".',
    )
    history = told(found, "2.2")
    assert "(a) dry and warm; and (b) clean.”" in history
    assert "Struck: “warm” Put in: “cool”" in history
    assert "…" not in history
