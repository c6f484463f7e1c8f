"""What an instrument waits for: its conditions, the words that lead in to them, and the day by which they are to be met."""

import datetime

import pytest

from conformed.language import Interpretation
from conformed.language.owed import owed_by
from conformed.passes import conformed
from conformed.views.chain import chain_text
from conformed.views.open_points import open_points
from conformed.views.page import Page
from conformed.views.status import status
from conformed.views.summary import summary
from conformed.views.to_html import to_html
from tests.written import amendment

ORDER = 'Section 7.1 of the Credit Agreement is hereby amended by replacing "4.50" with "5.00".'
LIST = "\n(a) the Agent shall have received a copy signed by the Borrower; and\n(b) the Borrower shall have paid the fee of $500."
DUE = datetime.date(2020, 3, 27)
LEADS = (
    "2. Effect. This Amendment shall become effective as of its date if, and only if, each of the following conditions is satisfied on or before March 27, 2020:",
    "2. Effect. This Amendment shall become effective when, on a day on or prior to March 27, 2020, the following conditions are met:",
    "2. Effect. The effectiveness of this Amendment is conditioned upon receipt by the Agent not later than 5:00 p.m., New York time, on March 27, 2020 of the following:",
    "2. Effect. This Amendment shall not become effective until each of the following conditions is satisfied, and if any of them is not satisfied by March 27, 2020, this Amendment shall terminate:",
)  # fmt: skip
UNBOUND = (
    "2. Effect. This Amendment shall become effective as of January 6, 2020 upon satisfaction of the following conditions:",
    "2. Effect. This Amendment, signed by Lenders on March 27, 2020, shall become effective upon satisfaction of the following conditions:",
)  # fmt: skip


def read(lead: str, behind: str = "") -> Interpretation:
    return amendment(f"{ORDER}\n{lead}{LIST}{behind}")


def page(lead: str) -> Page:
    return conformed([read(lead)]).page(datetime.date(2020, 6, 1))


@pytest.mark.parametrize("lead", LEADS)
def test_the_words_that_lead_in_to_conditions_and_their_last_day_are_told_with_them(lead: str) -> None:
    found = read(lead)
    assert [one.last for one in found.conditions] == [DUE, DUE]
    led_by = found.conditions[0].led_by
    assert led_by is not None
    assert found.instrument.document.words(led_by).split() == lead.removeprefix("2. Effect. ").split()


def test_the_panel_tells_conditions_below_the_words_that_lead_in_to_them() -> None:
    html = to_html(page(LEADS[0]))
    panel = html[html.index('id="panel-standing"') : html.index('id="panel-open"')]
    lead = LEADS[0].removeprefix("2. Effect. ")
    assert f'<p class="quoted">{lead}</p>' in panel
    assert panel.index(lead) < panel.index("the Agent shall have received a copy signed by the Borrower")


@pytest.mark.parametrize(
    ("words", "owed"),
    [
        ("the Borrower shall have paid the fee of $500", "the Borrower"),
        ("Amendment Fee. The Borrowers and Holdings shall have paid the fee", "The Borrowers and Holdings"),
        ("this Amendment, duly executed by the Borrower, the Required Lenders and the Agent", "the Borrower, the Required Lenders and the Agent"),
        ("the Agent shall have received a Guaranty duly executed and delivered by Fenn Mills, in form and substance satisfactory to it", "Fenn Mills"),
        ("the Agent shall have received a legal opinion", None),
        ("The Agent shall have received evidence that the Borrower has made the payment", None),
        ("all fees shall have been paid", None),
        ("the U.S. Borrower shall have paid the fee", None),
        ("a note executed by the Borrower and a guaranty executed by Holdings", None),
    ],
)
def test_who_owes_a_condition_is_told_where_its_words_tell(words: str, owed: str | None) -> None:
    assert owed_by(words) == owed


def test_who_owes_a_condition_stands_beside_it() -> None:
    shown = page(LEADS[0])
    assert [one.owed for one in shown.instruments[-1].conditions] == ["the Borrower", "the Borrower"]
    assert "owed by the Borrower" in to_html(shown)
    one = conformed([read(LEADS[0])])
    assert "- unproved, owed by the Borrower: § 2(b)" in " ".join(status(one.chain, datetime.date(2020, 2, 1), one.consents()).split())


def test_a_last_day_stands_behind_the_list_as_well() -> None:
    lead = "2. Effect. This Amendment shall become effective upon satisfaction of the following conditions:"
    proviso = "\nprovided that this Amendment is void unless all of the foregoing conditions are satisfied (or waived) not later than March 27, 2020."
    assert {one.last for one in read(lead, proviso).conditions} == {DUE}


@pytest.mark.parametrize("lead", UNBOUND)
def test_another_day_is_not_the_last_of_the_conditions(lead: str) -> None:
    assert [one.last for one in read(lead).conditions] == [None, None]


def test_the_last_day_stands_in_each_view() -> None:
    shown = page(LEADS[0])
    (upon,) = [one for one in shown.findings if one.kind == "Upon"]
    assert upon.says.endswith("takes effect only upon 2 conditions that are not proved. They are to be met by March 27, 2020.")
    assert "on or before March 27, 2020" in open_points(shown).replace("\n", " ")
    assert "if its conditions were met by March 27, 2020" in shown.instruments[-1].standing
    assert [(one.says, one.at) for one in shown.deadlines if one.days == (DUE,)] == [("last day for its conditions to be met", "2")]
    assert {one.last for one in shown.instruments[-1].conditions} == {DUE}
    assert "on or before March 27, 2020:”" in " ".join(summary(read(LEADS[0])).split())


def test_the_day_that_ends_a_waiver_early_is_among_the_dates() -> None:
    body = (
        "The Lenders hereby waive compliance with Section 7.4 of the Credit Agreement until June 30, 2020; provided that "
        "this waiver shall terminate if the Borrower fails to deliver its return on or before May 15, 2020."
    )
    shown = conformed([amendment(body)]).page(datetime.date(2020, 2, 1))
    (said,) = [one.says for one in shown.deadlines if one.days == (datetime.date(2020, 5, 15),)]
    assert [one.says for one in shown.deadlines if one.days == (datetime.date(2020, 6, 30),)] == ["last day of the waiver of Section 7.4"]
    assert said.startswith("day after which the waiver of Section 7.4 may end early: if the Borrower fails to deliver")


def test_an_instrument_whose_day_hangs_on_conditions_is_not_told_to_take_effect_on_its_date() -> None:
    lead = "2. Effect. This Amendment shall become effective on the date on which each of the following conditions is satisfied:"
    shown = page(lead)
    said = "from the day on which its conditions are satisfied, which is not known"
    assert shown.instruments[-1].unfixed
    assert shown.instruments[-1].standing.startswith("In force if its conditions were met, from the day on which they were;")
    told = " ".join(chain_text(shown).split())
    assert f"Dated January 6, 2020; effective {said}; shown from its date." in told
    assert "Placed by the day that it bears" in told
    assert f"dated January 6, 2020; effective {said}; shown from its date" in summary(read(lead))
    assert f"Amendment No. 1, {said}, if its conditions were met" in " ".join(
        (conformed([read(lead)]).why("7.1", None, shown.today) or "").split()
    )


def test_an_instrument_that_counts_from_its_date_upon_conditions_is_told_so() -> None:
    told = " ".join(chain_text(page(LEADS[0])).split())
    assert "effective January 6, 2020 (upon conditions). Placed by the day on which it takes effect" in told


def test_what_must_have_been_received_is_a_condition_though_no_word_of_effect_is_said() -> None:
    items = "2. Delivery. Each Bank shall have received (a) a copy of the minutes of the Borrower and (b) an opinion of its counsel."
    texts = [condition.text for condition in amendment(f"{ORDER}\n{items}").conditions]
    assert texts == ["a copy of the minutes of the Borrower", "an opinion of its counsel"]


def test_what_must_be_received_some_day_is_none() -> None:
    items = "2. Delivery. Each Bank shall receive (a) a copy of the minutes of the Borrower and (b) an opinion of its counsel."
    assert not amendment(f"{ORDER}\n{items}").conditions


def test_the_other_sections_of_its_article_are_the_conditions_where_one_says_so() -> None:
    effect = "This Amendment shall be and become effective when all of the conditions set forth in this Article II have been satisfied."
    text = f"{ORDER}\nARTICLE II\nCONDITIONS\n2.1 Effect. {effect}\n2.2 Copies. The Agent shall have received signed copies of this Amendment.\n2.3 Fee. The Borrower shall have paid the fee of $500.\nARTICLE III\nOTHER\n3.1 Law. The law of Tern governs."
    assert [one.text for one in amendment(text).conditions] == [
        "Copies. The Agent shall have received signed copies of this Amendment",
        "Fee. The Borrower shall have paid the fee of $500",
    ]
