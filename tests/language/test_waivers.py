"""How far and how long a waiver goes: its provisions, its scope, its last day, and what ends it early."""

import pytest

from tests.written import amendment

ENDS = [
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement until May 3, 2027.", "2027-05-03", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement through and including May 3, 2027.", "2027-05-03", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement until 5:00 p.m. (Tern time) on May 3, 2027.", "2027-05-03", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement prior to May 3, 2027.", "2027-05-02", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement before May 3, 2027.", "2027-05-02", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement until, but not including, May 3, 2027.", "2027-05-02", None),
    ("The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement to but excluding May 3, 2027.", "2027-05-02", None),
    (  # the quarter that is tested is not how long it is waived
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement for the three fiscal quarters ending May 3, 2027.",
        None,
        None,
    ),
    (
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement for the fiscal quarter ending May 3, 2027, "
        "provided that the foregoing waiver shall not extend to any new Loan and shall cease to be effective on the earlier of "
        "(a) June 9, 2027 and (b) the first day on which any Default is told.",
        "2027-06-09",
        "the first day on which any Default is told",
    ),
    (
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement until the earlier of ten days after the mill burns "
        "or June 9, 2027.",
        "2027-06-09",
        "ten days after the mill burns",
    ),
    (  # by when what is allowed must be done
        "The Lenders hereby consent to the sale of the mill; provided that the sale shall be closed on or before June 9, 2027.",
        None,
        None,
    ),
    (
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement; provided that this waiver shall terminate on June 9, 2027.",
        "2027-06-09",
        None,
    ),
    (
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement. This waiver shall expire if the mill burns.",
        None,
        "the mill burns",
    ),
    (
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement. This waiver shall remain in effect until June 9, 2027.",
        "2027-06-09",
        None,
    ),
]


@pytest.mark.parametrize(("sentence", "last", "event"), ENDS)
def test_a_waiver_ends_on_the_day_and_upon_the_event_that_its_words_tell(sentence: str, last: str | None, event: str | None) -> None:
    (waiver,) = amendment(sentence).waivers
    assert (str(waiver.last) if waiver.last else None, waiver.lapses_if) == (last, event)


def test_each_of_two_waivers_of_one_sentence_has_its_own_day() -> None:
    first, second = amendment(
        "The Lenders hereby (a) consent to the sale of the mill and (b) waive compliance with Section 6.2 of the Credit Agreement until June 9, 2027."
    ).waivers
    assert (first.scope, first.last) == ("the sale of the mill", None)
    assert str(second.last) == "2027-06-09"


def test_the_scope_holds_what_a_proviso_keeps_out_of_the_waiver() -> None:
    (waiver,) = amendment(
        "The Lenders hereby waive compliance with Section 6.2 of the Credit Agreement, provided that this waiver shall not extend to any new Loan."
    ).waivers
    assert waiver.scope.endswith("provided that this waiver shall not extend to any new Loan")


def test_by_when_what_is_permitted_must_be_done_ends_no_consent() -> None:
    (waiver,) = amendment(
        "Notwithstanding the restrictions of Section 6.2 of the Credit Agreement and Section 3(b) of the Third Amendment, the Borrower may apply "
        "the price of the mill to the Loan on or prior to June 9, 2027."
    ).waivers
    assert waiver.last is None
    assert [str(path) for path in waiver.provisions] == ["6.2", "Third Amendment:3(b)"]


def test_the_form_of_a_document_that_is_consented_to_is_no_provision_that_is_waived() -> None:
    (waiver,) = amendment(
        "Each Lender hereby consents to the amendment of the Pledge by an instrument in the form annexed hereto as Annex B."
    ).waivers
    assert waiver.provisions == ()


def test_a_default_that_is_waived_by_its_name_has_the_provisions_of_its_recital() -> None:
    (waiver,) = amendment(
        'The following Event of Default has occurred (the "Existing Default"): the Borrower failed to comply with Section 6.2 of the Credit '
        "Agreement for the quarter ended May 3, 2019. The Lenders hereby waive the Existing Default."
    ).waivers
    assert ([str(path) for path in waiver.provisions], waiver.scope) == (["6.2"], "the Existing Default")


def test_notice_that_a_provision_requires_is_waived_and_notice_at_large_is_not() -> None:
    (waiver,) = amendment("The Lenders hereby waive any notice of a lower toll that is required under Section 2.8.").waivers
    assert [str(path) for path in waiver.provisions] == ["2.8"]
    assert not amendment("The Borrower hereby waives any notice of default, presentment and protest.").waivers


def test_the_provisos_of_a_consent_name_neither_its_provisions_nor_conditions_of_the_instrument() -> None:
    read = amendment(
        "Subject to the conditions precedent below, the Lenders hereby consent, under Section 8.1 of the Credit Agreement, to permit, "
        "as an exception to the limits of Section 5.2(C) of the Credit Agreement, the Borrower to buy a mill; provided that (a) the price is paid "
        "in May and (b) the Borrower meets Section 5.1 with respect to the mill."
    )
    (waiver,) = read.waivers
    assert [str(path) for path in waiver.provisions] == ["5.2(C)"]
    assert waiver.scope.endswith("to buy a mill")
    assert not read.conditions


LISTS = [
    (
        "The Lenders hereby waive (i) compliance with Section 5.1, (ii) the Event of Default under Section 7.1(c), and (iii) until May 3, 2027, "
        "compliance with Section 6.2.",
        [("5.1", None), ("7.1(c)", None), ("6.2", "2027-05-03")],
    ),
    (
        "The Lenders hereby waive the following:\n(a) compliance with Section 5.1;\n(b) any Default under Section 7.1(c) through May 3, 2027; and\n"
        "(c) the requirements of Section 6.2.",
        [("5.1", None), ("7.1(c)", "2027-05-03"), ("6.2", None)],
    ),
    (  # what comes of the default before it
        "The Lenders hereby waive (a) any Default under Section 7.1, and (b) their rights and remedies which arise as a result of such Default.",
        [("7.1", None)],
    ),
    (  # what is said of all of them stands behind the last
        "The Lenders hereby waive (i) compliance with Section 5.1, and (ii) compliance with Section 6.2, in each case until May 3, 2027.",
        [("5.1 6.2", "2027-05-03")],
    ),
    ("The Lenders hereby waive compliance with (i) Section 5.1, (ii) Section 5.2 and (iii) Section 5.3.", [("5.1 5.2 5.3", None)]),
    ("The Borrower hereby waives:\n(a) notice of acceptance; and\n(b) presentment.", []),
    ("The Lenders do not waive:\n(a) compliance with Section 5.1; or\n(b) any Default under Section 7.1(c).", []),
    ("Nothing in this Amendment shall waive:\n(a) compliance with Section 5.1; or\n(b) any Default under Section 7.1(c).", []),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_each_item_of_a_list_is_a_waiver_with_its_own_days(body: str, expected: list[tuple[str, str | None]]) -> None:
    found = amendment(body).waivers
    assert [(" ".join(map(str, one.provisions)), one.last.isoformat() if one.last else None) for one in found] == expected


def test_a_change_does_not_hide_what_is_waived_with_it() -> None:
    read = amendment("The Borrower hereby reduces the Barge Commitments by $5, and the Lenders hereby waive any other notice of such reduction.")
    assert [str(operation.target) for operation in read.operations] == ["#Barge Commitments"]
    assert [waiver.scope for waiver in read.waivers] == ["any other notice of such reduction"]


WORDED = [
    (  # the time stands before the verb
        "For the period from May 1, 2027 through July 31, 2027, the Lenders waive Section 6.2.",
        [("6.2", "2027-05-01", "2027-07-31")],
    ),
    ("Until May 3, 2027, the Lenders hereby waive compliance with Section 6.2.", [("6.2", None, "2027-05-03")]),
    ("The Buyer waives the condition set forth in Section 6.2(c) of the Sale Agreement.", [("Sale Agreement:6.2(c)", None, None)]),
    ("The Lenders waive, this once only, the prohibition in Section 7.6 on dividends.", [("7.6", None, None)]),
    ("The Lenders may enforce Section 6.2, and nothing herein waives any Default.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDED)
def test_a_waiver_is_read_in_other_words_than_the_common_ones(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = amendment(sentence).waivers
    told = [(" ".join(map(str, one.provisions)), one.first and str(one.first), one.last and str(one.last)) for one in found]
    assert told == expected


@pytest.mark.parametrize(
    ("sentence", "provisions"),
    [
        ("The Borrower waives any and all notice requirements by the Miller relating to the end of his work.", []),
        ("The Borrower waives all notice requirements of Section 5 of the Credit Agreement.", ["5"]),
        ("The Borrower waives any notice of termination by the Miller.", []),
        ("The Lenders waive the thirty-day notice period in Section 5(a) of the Credit Agreement, solely for this year.", ["5(a)"]),
        ("The Borrower hereby waives any and all notice periods under the Credit Agreement.", []),
    ],
)
def test_a_party_may_waive_the_notice_that_the_agreement_asks_of_the_other(sentence: str, provisions: list[str]) -> None:
    (waiver,) = amendment(sentence).waivers
    assert [str(path) for path in waiver.provisions] == provisions


@pytest.mark.parametrize(
    "sentence",
    [
        "The Guarantor waives notice of acceptance, protest and all notices of dishonor.",
        "The Miller may waive any notice of termination in writing.",
        "No Lender waives any notice of termination.",
    ],
)
def test_notices_of_the_law_and_those_that_may_be_waived_later_are_not_waived(sentence: str) -> None:
    assert not amendment(sentence).waivers


@pytest.mark.parametrize(
    ("sentence", "provisions", "last"),
    [
        ("The Agent and the Lenders consent to the sale of the barge.", [], None),
        ("Notwithstanding Section 6.2(a) of the Credit Agreement, the Lenders consent to the sale of the barge.", ["6.2(a)"], None),
        ("We waive, until May 3, 2027, your breach of Section 6.2 of the Credit Agreement.", ["6.2"], "2027-05-03"),
    ],
)
def test_who_waives_or_consents_does_so_also_without_hereby(sentence: str, provisions: list[str], last: str | None) -> None:
    (waiver,) = amendment(sentence).waivers
    assert ([str(path) for path in waiver.provisions], waiver.last and str(waiver.last)) == (provisions, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "If the Agent consents to the sale of the barge, the Borrower shall tell the Lenders.",
        "The Agent may consent to the sale of the barge.",
        "The Borrower has requested that the Lenders consent to the sale of the barge.",
        "The Borrower has requested that the Lenders waive its breach of Section 6.2 of the Credit Agreement.",
        "The Guarantor consents to the terms of this Amendment.",
        "The Borrower consents to the jurisdiction of the courts of Tern.",
    ],
)
def test_who_may_is_asked_to_or_consents_to_the_instrument_permits_nothing(sentence: str) -> None:
    assert not amendment(sentence).waivers


def test_a_default_that_a_recital_calls_by_a_name_is_waived_without_hereby() -> None:
    (waiver,) = amendment("Subject to the terms hereof, the Lenders waive the Dredging Default and compliance with Section 6.2 of the Credit Agreement from May 1, 2026 through and including May 3, 2027.").waivers
    assert ([str(path) for path in waiver.provisions], str(waiver.first), str(waiver.last)) == (["6.2"], "2026-05-01", "2027-05-03")
    assert not amendment("The Lenders do not waive the Dredging Default or any other default.").waivers
