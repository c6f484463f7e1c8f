"""Where the instruments of a matter stand on any day, and that every view says the same of it."""

import datetime

import pytest

from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.ledger import Evidence
from conformed.passes import Conformed, conformed
from conformed.standing.stands import Standing, on, sentences, stages
from conformed.views.chain import chain_text
from conformed.views.reader.chain import chain_of
from conformed.views.reader.margin import overrides_of
from conformed.views.reader.today import today_of
from conformed.views.status import status
from conformed.views.to_html import to_html
from tests.written import LETTER, amendment, document

Day = datetime.date
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the lenders party hereto (the "Lenders") and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

Section 2.1. Barges. The Borrower keeps ten barges.

Section 7.4. Leverage. The Borrower keeps its leverage below three.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
"""
ORDER = 'Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges" with "nine barges".'
LEAD = "\n2. Effect. This Amendment shall become effective {when} the following conditions are satisfied{by}:"
LIST = "\n(a) the Agent shall have received a copy signed by the Borrower; and\n(b) the Borrower shall have paid the fee of $500."
IF = ORDER + LEAD.format(when="as of its date if, and only if, each of", by=" on or before March 27, 2020") + LIST
WHEN = ORDER + LEAD.format(when="on the date on which each of", by="") + LIST
WAIVES = "The Lenders hereby waive compliance with Section 7.4 of the Credit Agreement until June 30, 2020."
TERMS = ORDER + "\nThe changes to Section 7.4 of the Credit Agreement take effect on the Sale Date."


def matter(*bodies: str | Interpretation, known: tuple[Evidence, ...] = (), base: bool = True) -> Conformed:
    reads = [amendment(one) if isinstance(one, str) else one for one in bodies]
    return conformed([*([interpret(parse(document(AGREEMENT)))] if base else []), *reads], known=known)


def undated(number: int) -> Interpretation:
    letter = LETTER.format(title=f"AMENDMENT NO. {number}", day="___________", body=f"1. {ORDER}", last=2)
    return interpret(parse(document(letter, f"undated-{number}.txt")))


def evidence(at: str, day: Day, state: str = "met") -> Evidence:
    return Evidence(instrument="Amendment No. 1", at=at, state="met" if state == "met" else "unmet", day=day, document="closing binder", by="Ada Thorne")


def told(one: Conformed, siglum: str = "1") -> list[tuple[str, str | None]]:
    return [(str(stage.standing), stage.first.isoformat() if stage.first else None) for stage in stages(one.chain)[siglum]]


def says(one: Conformed, day: Day, siglum: str = "1") -> str:
    return sentences(stages(one.chain)[siglum], day)


def test_an_instrument_counts_from_its_day() -> None:
    one = matter(ORDER)
    assert told(one, "A") == [("before", None), ("in", "2018-05-01")]
    assert told(one) == [("before", None), ("in", "2020-01-06")]
    assert says(one, Day(2020, 1, 5)) == "Not yet in force; it counts from January 6, 2020."
    assert says(one, Day(2020, 1, 6)) == "In force from January 6, 2020."
    assert says(one, Day(2018, 4, 30), "A") == "Not yet made."


def test_what_is_not_proved_is_in_force_only_if_its_conditions_were_met() -> None:
    one = matter(IF)
    assert told(one) == [("before", None), ("if", "2020-01-06"), ("late", "2020-03-28")]
    assert says(one, Day(2020, 3, 27)) == "In force from January 6, 2020 if its conditions are met by March 27, 2020; none of the 2 is proved."
    gone = "that day is past: if they were not met by then, it cannot take effect any more."
    assert says(one, Day(2020, 3, 28)) == f"In force from January 6, 2020 if its conditions were met by March 27, 2020; none of the 2 is proved; {gone}"
    half = matter(IF, known=(evidence("2(a)", Day(2020, 2, 1)),))
    assert says(half, Day(2020, 3, 1)).endswith("; 1 of 2 is proved.")
    both = matter(IF, known=(evidence("2", Day(2020, 2, 1)),))
    assert told(both) == [("before", None), ("in", "2020-01-06")]


def test_the_day_on_which_conditions_were_met_is_not_told_as_known() -> None:
    shown = says(matter(WHEN), Day(2021, 1, 1))
    assert shown.startswith("In force if its conditions were met, from the day on which they were; that day is not known, shown from January 6, 2020;")
    met = matter(WHEN, known=(evidence("2", Day(2020, 2, 1)),))
    assert says(met, Day(2021, 1, 1)) == "In force from February 1, 2020."


def test_an_instrument_that_failed_is_never_in_force_and_leaves_nothing_open() -> None:
    blank = amendment(IF, behind="\nALDER SAVINGS BANK\n\nBy: ______________\nName:\nTitle:\n")
    assert "BlankSignature" in {one.kind for one in matter(blank).page(Day(2021, 1, 1)).findings}
    one = matter(blank, known=(evidence("2(b)", Day(2020, 3, 27), "unmet"),))
    assert told(one) == [("before", None), ("failed", "2020-03-28")]
    assert says(one, Day(2020, 3, 27)) == "Not in force: the condition of § 2(b) was not met by March 27, 2020, the last day for it."
    page = one.page(Day(2021, 1, 1))
    assert page.instruments[-1].standing == (
        "It cannot take effect any more since March 28, 2020: the condition of § 2(b) was not met by March 27, 2020, "
        "the last day for it; none of it is applied."
    )
    assert not [finding for finding in page.findings if finding.open]
    assert "line of ALDER" not in status(one.chain, page.today, one.consents())
    tells = shown(one, page.today)
    assert "unmet (not by March 27, 2020" in tells
    assert not [words for words in ("unproved", "owed by") if words in tells]  # nothing is wanted of it any more
    assert [each.owed for each in page.instruments[-1].conditions] == [None, None]


def test_a_waiver_is_in_effect_to_its_last_day() -> None:
    one = matter(WAIVES)
    assert told(one) == [("before", None), ("in", "2020-01-06"), ("after", "2020-07-01")]
    assert says(one, Day(2020, 6, 30)) == "In effect from January 6, 2020 to June 30, 2020."
    assert says(one, Day(2020, 7, 1)) == "Ended June 30, 2020."


def test_an_instrument_that_is_not_dated_is_taken_in_its_order() -> None:
    one = matter(ORDER, undated(2))
    assert told(one, "2") == [("before", None), ("in", "2020-01-06")]
    assert says(one, Day(2020, 1, 1), "2") == "Not counted here; its date is not stated."
    assert says(one, Day(2021, 1, 1), "2") == "In force; its date is not stated, and it is taken in its order."


def shown(one: Conformed, day: Day) -> str:
    return " ".join(status(one.chain, day, one.consents()).split())


@pytest.mark.parametrize(("name", "told"), [("Barges I", True), ("Bramble I", False), ("Barges II", False)])
def test_the_status_tells_of_a_name_in_a_condition_that_no_party_bears(name: str, told: bool) -> None:
    asked = f"1. {ORDER}\n\n2. This Amendment shall become effective when the Agent has received a consent duly executed by the Borrower and {name}."
    letter = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=asked, last=3)
    one = matter(interpret(parse(document(letter + "\nBRAMBLE I BARGES LLC\n\nBy: /s/ Ruth Vane\n"))))
    assert ("no party to hand is called Barges I; perhaps BRAMBLE I BARGES LLC" in shown(one, Day(2020, 2, 1))) is told


def test_the_status_tells_that_no_line_of_a_copy_shows_a_signature() -> None:
    signed, unsigned = (interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {ORDER}", last=2).replace("/s/ Ada Thorne", by)))) for by in ("/s/ Ada Thorne", "_______"))
    assert "no signature is shown in the copy to hand, on the one line" in shown(matter(unsigned), Day(2020, 2, 1))
    assert "signature" not in shown(matter(signed), Day(2020, 2, 1))


def test_the_status_tells_that_the_day_of_what_is_not_to_hand_is_yet_to_come() -> None:
    letter = LETTER.format(title="AMENDMENT NO. 2", day="January 6, 2020", body=f"1. {ORDER}", last=2)
    named = letter.replace('2018 (the "Credit', '2018, as amended by Amendment No. 1 dated as of June 3, 2019 (the "Credit')
    one = matter(interpret(parse(document(named))))
    assert "Amendment No. 1, dated June 3, 2019 Not to hand: what it changes is not known. Its own day is yet to come." in shown(one, Day(2019, 6, 2))
    assert "yet to come" not in shown(one, Day(2019, 6, 3))


def test_what_is_not_to_hand_or_of_another_agreement_stands_so_on_every_day() -> None:
    gone = matter(ORDER, base=False)
    assert [stage.standing for stage in stages(gone.chain)["A"]] == [Standing.MISSING]
    other = interpret(parse(document(LETTER.replace("Credit Agreement", "Lease").replace("CREDIT AGREEMENT", "LEASE").replace("May 1,\n2018", "June 3,\n2011").format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {ORDER.replace('Credit Agreement', 'Lease')}", last=2))))
    apart = matter(other)
    assert told(apart) == [("apart", None)]
    assert says(apart, Day(1999, 1, 1)) == "None of it is applied."


@pytest.mark.parametrize("body", [ORDER, IF, WHEN, WAIVES, undated(1)])
@pytest.mark.parametrize("day", [Day(2018, 1, 1), Day(2020, 1, 6), Day(2020, 4, 1), Day(2021, 1, 1)])
def test_every_view_says_the_same_of_a_day(body: str | Interpretation, day: Day) -> None:
    one = matter(body)
    page = one.page(day)
    shown = page.instruments[-1]
    siglum = shown.id
    stood = stages(one.chain)[siglum]
    stage = on(stood, day)
    sentence = sentences(stood, day)
    assert shown.stages == stood
    assert len({each.standing for each in stood}) == len(stood)
    assert shown.standing.startswith(sentence)
    assert sentence in " ".join(chain_text(page).split())
    assert sentence in " ".join(status(one.chain, day, one.consents()).split())
    assert f'data-i="{siglum}" data-state="{stage.standing}"' in to_html(page)
    assert f'<span data-when="{stage.standing}">, {stage.says}</span>' in to_html(page)


def test_an_instrument_is_meant_by_a_short_name_that_fits_no_other() -> None:
    def numbered(count: int, more: str) -> Interpretation:
        title = f"AMENDMENT NO. {count}{more}"
        return interpret(parse(document(LETTER.format(title=title, day=f"January {count}, 2020", body=f"1. {ORDER}", last=2), f"{count}.txt")))

    one = matter(numbered(4, ""), numbered(5, " AND LIMITED WAIVER"))
    for asked, found in (
        ("Amendment No. 5", ["5"]), ("amendment no. 5 and Limited Waiver", ["5"]), ("Fifth Amendment", ["5"]), ("5", ["5"]), ("5.txt", ["5"]),
        ("AMENDMENT NO. 5 AND LIMITED WAIVER TO CREDIT AGREEMENT", ["5"]), ("Amendment No. 4", ["4"]), ("Amendment", ["4", "5"]),
        ("Amendment No", ["4", "5"]), ("Amend", []), ("Amendment No. 6", []), ("Limited Waiver", []), (" ", []),
    ):  # fmt: skip
        assert [link.id for link in one.called(asked)] == found, asked


def test_a_waiver_that_failed_waives_nothing_in_any_view() -> None:
    body = f"{WAIVES.replace('waive compliance', 'waive until June 30, 2020 compliance').replace(' until June 30, 2020.', '.')}{LEAD.format(when='if each of', by=' on or before March 27, 2020')}{LIST}"
    day = Day(2020, 5, 1)
    for known in ((), (evidence("2(b)", Day(2020, 3, 27), "unmet"),)):
        one = matter(body, known=known)
        page = one.page(day)
        (waiver,) = page.waivers
        today = today_of(page, chain_of(page))
        assert today.waives(waiver) is not bool(known)
        assert today.waiver_state(waiver) == ("apart" if known else "in")
        beside = one.beside(one.as_of(day), one.provision(one.as_of(day), "7.4"), day=day)
        assert bool(beside) is not bool(known)


def test_what_an_instrument_that_failed_overrides_is_not_told_in_the_margin() -> None:
    body = f"Notwithstanding anything in Section 2.1 of the Credit Agreement to the contrary, the Borrower may keep twelve barges.{LEAD.format(when='if each of', by=' on or before March 27, 2020')}{LIST}"
    for known in ((), (evidence("2(b)", Day(2020, 3, 27), "unmet"),)):
        assert bool(overrides_of(matter(body, known=known).page(Day(2020, 5, 1)))) is not bool(known)
