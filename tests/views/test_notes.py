"""What instruments say beside their orders, as the page quotes it."""

import datetime
import re
from pathlib import Path

import pytest

from conformed.instrument import parse_path
from conformed.language import remarks
from conformed.passes import conformed
from conformed.views.page import PageNote
from conformed.views.reader.words import mention
from conformed.views.to_html import to_html
from conformed.views.waived import waived
from tests.ledger.test_restatement import made
from tests.ledger.test_rulings import AGREEMENT
from tests.test_examples import built
from tests.written import FRAME, amendment

CREDIT = Path(__file__).parent.parent.parent / "examples" / "credit"
LISTED = """\
The waiver relates to Sections 7.4 and 7.9 of the Agreement as written, and nothing in this Amendment shall be deemed to:
(a) waive compliance with Section 7.4 of the Agreement in any other case; or
(b) change any right of the Lender."""
TRUE = """\
The Borrower represents that:
(a) what Section 7.4 of the Agreement requires is done."""


def notes(body: str) -> list[PageNote]:
    return list(conformed([amendment(body)]).page(datetime.date(2020, 2, 1)).notes)


def test_a_quotation_does_not_lose_the_denial_that_leads_in_to_it() -> None:
    one = next(note for note in notes(LISTED) if note.topic == "rights reserved; mentions Section 7.4")
    assert one.sentence == (
        "… nothing in this Amendment shall be deemed to: (a) waive compliance with Section 7.4 of the Agreement in any"
        " other case; or"
    )


def test_a_sentence_stands_at_each_provision_that_it_names_though_a_clause_quotes_its_end() -> None:
    (lead,) = [note for note in notes(LISTED) if "7.9" in note.topic]
    assert lead.topic == "mentions Section 7.4, Section 7.9"
    assert lead.sentence.endswith("shall be deemed to: …")


def test_a_provision_has_one_note_of_a_sentence_and_of_a_clause_that_is_quoted_with_it() -> None:
    body = "The Borrower will do as Section 7.4 of the Agreement asks:\n(a) and as Section 7.4 of the Agreement allows."
    (one,) = notes(body)
    assert one.sentence.startswith("The Borrower will do as Section 7.4 of the Agreement asks: (a) and")


def test_a_sentence_is_told_below_each_provision_that_it_names_and_in_its_history() -> None:
    matter = conformed([amendment(LISTED)])
    day = datetime.date(2020, 2, 1)
    for path, count in (("7.4", 2), ("7.9", 1)):
        below = matter.beside(matter.version, matter.provision(matter.version, path), day=day)
        assert sum("and changes no words: “" in one for one in below) == count
        assert (matter.why(path, None, day) or "").count("names it") == count
    whole = matter.beside(matter.version, [matter.version.root], day=day)
    assert sum("names Section 7.4, Section 7.9 and changes no words" in one for one in whole) == 1
    before = matter.beside(matter.version, [matter.version.root], day=datetime.date(2020, 1, 1))
    assert not any("names Section 7.4" in one for one in before)


def test_the_margin_quotes_the_beginning_of_a_long_sentence_and_the_words_that_mention_the_provision() -> None:
    body = (
        "Nothing in this Amendment shall be deemed to waive a right that the Lender has under the Security Documents or under "
        "any other writing which the Borrower has signed and delivered to it, or to excuse the Borrower from doing, on or "
        "before the day on which it is due, what Sections 7.4 and 7.9 of the Agreement require of it, nor to change the "
        "order in which the Agent applies what it receives."
    )
    (one,) = notes(body)
    assert "mention" in one.topic
    for path in ("7.4", "7.9"):
        assert mention(one.sentence, path) == (
            "Nothing in this Amendment shall be deemed to waive a right that the Lender has under the Security Documents or "
            "under … excuse the Borrower from doing, on or before the day on which it is due, what Sections 7.4 and 7.9 of the Agreement require "
            "of it, nor to change the order in which…"
        )
    assert mention(one.sentence, "8.1").endswith("which the Borrower has signed and delivered to it, or to excuse the Borrower from doing, on or before the day on…")
    assert mention("Section 7.4 of the Agreement stands.", "7.4") == "Section 7.4 of the Agreement stands."


def test_words_that_lead_in_to_a_clause_are_quoted_whole_where_they_deny_nothing() -> None:
    (one,) = notes(TRUE)
    assert one.sentence.startswith("The Borrower represents that: (a) what Section 7.4")


def test_a_waiver_is_also_told_where_its_words_reach_a_provision_that_it_does_not_name_as_waived() -> None:
    body = (
        "The Lenders hereby waive compliance with Section 7.4 of the Credit Agreement, solely to the extent necessary "
        "to extend to June 30, 2020 the day for the return required therein and for the corresponding certificate "
        "under Section 7.9 of the Credit Agreement."
    )
    read = amendment(body)
    assert [[str(path) for path in one.provisions] for one in read.waivers] == [["7.4"]]
    assert [note.topic for note in notes(body)] == ["mentions Section 7.9"]
    matter = conformed([read])
    below = matter.beside(matter.version, matter.provision(matter.version, "7.9"))
    assert [one.split(":")[0] for one in below] == ["Amendment No. 1, Section 1, waives Section 7.4 from January 6, 2020 to June 30, 2020"]
    assert "names it" not in (matter.why("7.9", None, datetime.date(2020, 2, 1)) or "")


def test_of_what_is_struck_with_all_around_it_it_is_told_that_no_word_stands() -> None:
    base = AGREEMENT.replace("kept dry.", "kept:\n\n(a) dry; and\n\n(b) clean.")
    matter = made(base, FRAME.format(body="Section 2.2 of the Credit Agreement is hereby deleted in its entirety."))
    below = matter.beside(matter.version, matter.provision(matter.version, "2.2(a)"))
    assert below == ["Section 2.2(a) was struck by Amendment No. 1 from January 6, 2020; no word of it stands."]
    assert "No word of it stands any more." in (matter.why("2.2(a)", None, datetime.date(2021, 1, 1)) or "")
    assert not matter.beside(matter.version, matter.provision(matter.version, "2.1"))


def test_the_days_that_the_text_sets_are_in_the_page() -> None:
    page = built(CREDIT).page(datetime.date(2025, 1, 15))
    told = {one.says: one for one in page.deadlines}
    assert told["last day of the waiver of Section 5.01(a)"].days == (datetime.date(2023, 6, 30),)
    assert told["lasts until the Maturity Date"].wants == "the Maturity Date"
    ids = {one.id: one.path for one in page.provisions}
    assert {ids[place] for one in page.deadlines for place in one.provisions} >= {"2.01", "2.03", "2.05(a)"}
    assert page.deadlines[0].days
    shown = to_html(page)
    assert "Days and periods that the text and the instruments set" in shown
    assert "Settled by: the Maturity Date." in shown
    assert re.search(r'<span class="due" style="left:[\d.]+%" title="Jun\s30,\s2023: last day of the waiver of Section 5\.01\(a\)"', shown)


LIMITED = """\
The Lenders hereby waive compliance with Section 4.2 of the Credit Agreement until March 31, 2020.
2. Limits. The waiver{s} set forth above {are} limited as written and relate{one} solely to a breach by the Borrower of Sections 4.2 and 8.1(b)
of the Credit Agreement, and nothing in this Amendment and Waiver shall be deemed to:
(a) be a waiver of Section 4.2 of the Credit Agreement in any other case; or
(b) impair any right that the Agent may have.
3. The Agent reserves all of its rights under the Credit Agreement."""


def limited(words: str = LIMITED) -> str:
    day, path = datetime.date(2020, 2, 1), parse_path("8.1(b)")
    chain = conformed([amendment(words.format(s="s", are="are", one=""))]).chain
    return " ".join(waived(chain, path, (), day).split())


def test_a_provision_to_which_a_sentence_says_that_the_waivers_relate_is_in_their_limits() -> None:
    assert "the waiver of Section 4.2, in effect on that day, names Section 8.1(b) in its scope or limits" in limited()


def test_a_sentence_on_one_waiver_of_several_limits_none() -> None:
    several = LIMITED.replace("2020.", "2020. The Lenders hereby waive compliance with Section 4.3 of the Credit Agreement until March 31, 2020.", 1)
    one = several.format(s="", are="is", one="s")
    assert "in its scope or limits" not in limited(one)
    assert "in its scope or limits" in limited(several)


def test_rights_are_reserved_where_the_words_reserve_them_and_not_where_the_title_alone_speaks_of_a_waiver() -> None:
    found = remarks(amendment(LIMITED.format(s="s", are="are", one="")), "reservation")
    assert [one.at for one in found] == ["2(a)", "2(b)", "3"]


@pytest.mark.parametrize("end", ["2. The Waiver Period shall terminate on such earlier day as the mill bell tells.", "2. The mill bell is rung at noon."])
def test_a_sentence_on_the_end_of_waivers_that_is_not_reckoned_with_stands_with_the_waivers_of_its_instrument(end: str) -> None:
    chain = conformed([amendment(f"1. The Lenders hereby waive compliance with Section 7.4 of the Agreement until June 1, 2020 (the \"Waiver Period\").\n\n{end}")]).chain
    told = " ".join(waived(chain, parse_path("7.4"), (), datetime.date(2020, 5, 1)).split())
    assert ("A sentence there may limit or end it, and is not reckoned with" in told) == ("Waiver Period" in end)
