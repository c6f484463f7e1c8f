"""Recitals of defaults: sentences that say that one came, and those that do not."""

import pytest

from conformed.instrument import parse
from conformed.language import RecitedDefault, interpret
from tests.written import FRAME, amendment, document


def recital(words: str) -> list[RecitedDefault]:
    text = FRAME.format(body="The mill is dry.").replace("NOW, THEREFORE", f"{words}\n\nNOW, THEREFORE")
    return list(interpret(parse(document(text))).defaults)


@pytest.mark.parametrize(
    ("words", "provisions", "called"),
    [
        ("WHEREAS, Events of Default have occurred under Section 7.2 of the Credit Agreement;", ["7.2"], None),
        ('WHEREAS, the Events of Default listed on Annex A hereto (the "Known Defaults") have occurred and are continuing;', [], "Known Defaults"),
        (
            'WHEREAS, the Borrower has failed to keep the ratio required by Section 6.1 of the Credit Agreement for the quarter ended June 30, 2019 (the "Ratio Default");',
            ["6.1"], "Ratio Default",
        ),
        ("WHEREAS, the Borrower was not in compliance with Section 6.4 on December 31, 2019;", ["6.4"], None),
        ("WHEREAS, the Borrower violated Section 6.5 of the Credit Agreement when it sold the raft;", ["6.5"], None),
        ("WHEREAS, an Event of Default exists by reason of its failure to roof the mill, as Section 5.2 has it;", ["5.2"], None),
    ],
)  # fmt: skip
def test_a_recital_tells_of_a_default(words: str, provisions: list[str], called: str | None) -> None:
    (one,) = recital(words)
    assert ([*map(str, one.provisions)], one.called) == (provisions, called)


@pytest.mark.parametrize(
    "words",
    [
        "The Borrower acknowledges that an Event of Default has occurred under Section 7.2 of the Credit Agreement.",
        "The Borrower did not comply with Section 7.2 of the Credit Agreement, which is an Event of Default.",
        "The Lenders hereby waive the Event of Default arising from the failure of the Borrower, under Section 7.2 of the Credit Agreement, to keep its ratio.",
        "The failure of the Borrower to deliver its audit by May 1, 2019 constitutes an Event of Default under Section 7.2 of the Credit Agreement.",
    ],
)
def test_the_operative_part_may_tell_of_one_too(words: str) -> None:
    (one,) = amendment(words).defaults
    assert [*map(str, one.provisions)] == ["7.2"]


@pytest.mark.parametrize(
    "words",
    [
        "The Borrower represents that no Default or Event of Default has occurred and is continuing.",
        "After giving effect to this Amendment, there does not exist any Event of Default.",
        "If an Event of Default has occurred, the Agent may act at once.",
        "The Lenders hereby waive any Default that may have occurred under Section 7.2 of the Credit Agreement.",
        "The failure of the Borrower to perform under this Amendment shall constitute an Event of Default.",
        "Nothing herein is a waiver of Defaults that exist on the date hereof.",
        "Neither the Borrower nor its agent is in default under the Credit Agreement.",
        'Section 7.2 of the Credit Agreement is hereby amended to read: "Section 7.2. An Event of Default has occurred when the mill is wet."',
    ],
)
def test_what_tells_of_no_default(words: str) -> None:
    assert amendment(words).defaults == ()
    assert recital("WHEREAS, the Borrower has requested that the Lenders waive compliance with Section 6.1 of the Credit Agreement;") == []
