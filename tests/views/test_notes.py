"""What instruments say beside their orders, as the page quotes it."""

import datetime

from conformed.passes import conformed
from conformed.views.page import PageNote
from tests.written import amendment

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
    one = next(note for note in notes(LISTED) if note.topic == "mentions 7.4")
    assert one.sentence == (
        "… nothing in this Amendment shall be deemed to: (a) waive compliance with Section 7.4 of the Agreement in any"
        " other case; or"
    )


def test_a_provision_has_one_note_of_a_sentence_and_its_clauses() -> None:
    (lead,) = [note for note in notes(LISTED) if "7.9" in note.topic]
    assert lead.topic == "mentions 7.9"
    assert lead.sentence.endswith("shall be deemed to: …")


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
    assert [note.topic for note in notes(body)] == ["mentions 7.9"]
