"""What an annex of the instrument does: it holds the changes, or is the agreement from now on."""

import pytest

from conformed.instrument import parse
from conformed.language import Action, Class, interpret
from conformed.passes import conformed
from conformed.version import standing
from tests.written import FRAME, amendment, document, open_sentences, shown

PAGE = "\n<PAGE>\n\n"
CHANGES = """\
ANNEX A

{caption}

1. Section 2.1 of the Credit Agreement is hereby amended by deleting "ten" and substituting therefor "twenty".

2. Section 3.4 is hereby amended and restated in its entirety to read as follows:

"3.4 Tolls. The miller takes a tenth of all the grain."
"""
AMENDMENTS = PAGE + CHANGES.format(caption="Amendments to Credit Agreement")
RESTATED = """\
ANNEX A

AMENDED AND RESTATED CREDIT AGREEMENT

This AMENDED AND RESTATED CREDIT AGREEMENT, dated as of January 6, 2020, is between BRAMBLE MILLING, INC. and HARBOR & QUAY BANK,
N.A. The parties agree as follows:

Section 1.1. Loans. The Bank makes loans of thirty dollars to the Borrower.

Section 1.2. Fees. The Borrower pays a fee of one percent to the Bank.

EXHIBIT A

NOTE

The Borrower promises to pay thirty dollars to the order of the Bank on the first day of May.

ANNEX B

LIST OF BARGES

The barges of the Borrower are the Ada, the Rue and the Fenn, which lie in the harbor.
"""
ANNOUNCED = [
    "The Credit Agreement is hereby amended as set forth in Annex A hereto.",
    "The amendments to the Credit Agreement set forth in Annex A are hereby adopted.",
    "The parties agree to make the amendments that are provided in Annex A attached hereto.",
    "Effective as of the date hereof, the Credit Agreement is amended in the manner described on the attached Annex A.",
]


@pytest.mark.parametrize("body", ANNOUNCED)
def test_an_annex_may_hold_the_changes(body: str) -> None:
    read = amendment(body, behind=AMENDMENTS)
    assert [(one.at, shown(one)) for one in read.operations] == [
        ("Annex A/1", "replace_text 2.1: ten -> twenty"),
        ("Annex A/2", "replace_provision 3.4: 3.4 Tolls. The miller takes a tenth of all the grain."),
    ]
    assert not read.findings
    assert not any(piece.what is Class.UNREAD for piece in read.account)


def test_what_is_amended_as_an_annex_says_is_spoken_of_there() -> None:
    body = "Exhibit C to the Credit Agreement is hereby amended to revise the definitions set forth on Annex A hereto as provided thereon."
    annex = 'ANNEX A\n\n1. The following definition is hereby amended to read in its entirety as follows:\n\n"Barge" means a boat.\n'
    read = amendment(body, behind=PAGE + annex)
    assert [shown(one) for one in read.operations] == [
        'replace_provision Exhibit C#Barge: "Barge" means a boat.'
    ]


@pytest.mark.parametrize(
    ("body", "behind"),
    [
        (ANNOUNCED[0], ""),  # the annex is not in the file
        (ANNOUNCED[0], PAGE + CHANGES.format(caption="Form of Amendment")),
        ("If the mill is sold, the Credit Agreement is amended as set forth in Annex A hereto.", AMENDMENTS),
        (
            "The Credit Agreement is amended solely with respect to the mill as set forth in Annex A hereto.",
            AMENDMENTS,
        ),
        (
            'The Credit Agreement is hereby amended to delete the stricken text (as in "stricken text") and to add the underlined text as set '
            "forth in the pages attached as Annex A hereto.",
            PAGE + RESTATED,
        ),
    ],
)
def test_what_an_annex_may_change_is_shown_where_it_is_not_sure(body: str, behind: str) -> None:
    read = amendment(body, behind=behind)
    assert not read.operations
    assert any(piece.what is Class.UNREAD for piece in read.account)


BY_ANNEX = [
    "The Credit Agreement is hereby amended and restated in its entirety as set forth in Annex A hereto.",
    "The Credit Agreement is hereby amended and restated to read in its entirety in the form attached hereto as Annex A.",
    "Effective as of the date hereof, the Credit Agreement (including its schedules) is replaced in its entirety by the agreement attached as "
    "Annex A.",
]


@pytest.mark.parametrize("body", BY_ANNEX)
def test_an_agreement_may_be_restated_by_an_annex(body: str) -> None:
    (restated,) = amendment(body, behind=PAGE + RESTATED).operations
    assert (restated.action, str(restated.target)) == (Action.RESTATE_AGREEMENT, "*")
    assert restated.new is not None
    assert restated.new.words.startswith("AMENDED AND RESTATED CREDIT AGREEMENT")
    assert restated.new.words.endswith("the first day of May.")  # with its own exhibit, without Annex B
    (missing,) = amendment(body).operations
    assert missing.new is None


@pytest.mark.parametrize(
    "body",
    [
        "Article III of the Credit Agreement is hereby amended and restated in its entirety as set forth in Annex A hereto.",
        "Except for its schedules, the Credit Agreement is hereby amended and restated in its entirety as set forth in Annex A hereto.",
        "The Credit Agreement is restated in its entirety as set forth in Annex A hereto, it being understood that its schedules stay.",
        "The Mill Lease is hereby amended and restated in its entirety as set forth in Annex A hereto.",
        "The Credit Agreement is amended as set forth in Annex A hereto.",
    ],
)
def test_what_is_not_all_of_the_agreement_is_not_restated(body: str) -> None:
    read = amendment(body, behind=PAGE + RESTATED)
    assert not any(one.action is Action.RESTATE_AGREEMENT for one in read.operations)
    assert not any(one.target.part == "Annex A" for one in read.operations)


BASE = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the "Borrower"), the Lenders
party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

Section 1.1. Loans. Each Lender makes loans of ten dollars to the Borrower.

Section 1.2. Fees. The Borrower pays a fee of two percent.
"""
NEXT = (
    FRAME.replace("NO. 1", "NO. 2")
    .replace("January 6, 2020", "March 2, 2020")
    .format(
        body='Section 1.1 of the Credit Agreement is hereby amended by deleting "{}" and substituting therefor "forty".'
    )
)


@pytest.mark.parametrize(
    "body",
    [
        "Effective as of the Milling Date, the Credit Agreement is hereby amended and restated in the form of the Milling Agreement.",
        "The Credit Agreement is hereby amended and restated in its entirety as set forth in the Milling Agreement.",
        "The Credit Agreement shall be restated in substantially the form that the parties have initialled.",
        "The Credit Agreement is hereby superseded and replaced by the Milling Agreement.",
    ],
)
def test_a_restatement_whose_text_is_not_told_is_shown(body: str) -> None:
    read = amendment(body)
    assert [finding.kind.value for finding in read.findings] == ["Unread"]
    assert not read.operations


@pytest.mark.parametrize(
    "body",
    [
        "If the Credit Agreement is amended and restated, the miller is told.",
        "The Barge Agreement is amended and restated once a year.",
        "The weather of the Credit Agreement is amended and restated once a year.",
    ],
)
def test_what_restates_not_all_of_the_agreement_is_no_restatement(body: str) -> None:
    assert not open_sentences(amendment(body))


def chain(first: str, second: str) -> tuple[str, list[str]]:
    from conformed.instrument import parse
    from conformed.language import interpret

    texts = [BASE, first, second]
    reads = [interpret(parse(document(text, f"{turn}.txt"))) for turn, text in enumerate(texts)]
    made = conformed(reads)
    return standing(made.version.root), [str(one.kind) for one in made.version.outcomes]


def test_what_follows_a_restatement_by_an_annex_changes_its_text() -> None:
    text, became = chain(FRAME.format(body=BY_ANNEX[0]) + PAGE + RESTATED, NEXT.format("thirty"))
    assert became == ["applied", "applied"]
    assert "loans of forty dollars" in text
    assert "two percent" not in text
    assert "promises to pay thirty dollars" in text


def test_what_follows_a_restatement_that_is_not_to_hand_is_held() -> None:
    text, became = chain(FRAME.format(body=BY_ANNEX[0]), NEXT.format("ten"))
    assert became == ["held", "held"]
    assert "dollars" not in text


@pytest.mark.parametrize(("called", "stands"), [("SCHEDULE 2.1", True), ("SCHEDULE 9.9", False)])
def test_an_exhibit_of_captions_only_brings_in_the_part_that_stands_behind_it(called: str, stands: bool) -> None:
    behind = f"{PAGE}EXHIBIT A\n\n{PAGE}{called}\n\nTOLLS\n\nThe miller takes a tenth of all the grain that is brought to him.\n"
    (put,) = amendment("Schedule 2.1 of the Credit Agreement is replaced in its entirety by Exhibit A hereto.", behind=behind).operations
    assert (put.new is not None and "tenth of all the grain" in put.new.words) is stands


def test_a_restatement_is_one_operation_that_puts_its_own_text_in_from_the_title_on() -> None:
    exhibit = RESTATED.removeprefix("ANNEX A\n\n").replace("The parties agree", "It amends and restates the Credit Agreement\ndated as of May 2, 2018. The parties agree")
    read = interpret(parse(document(f"Exhibit 10.4\n\n{exhibit}")))
    (operation,) = read.operations
    assert (read.head.kind, operation.action, str(operation.target), operation.at) == ("restatement", Action.RESTATE_AGREEMENT, "*", "Preamble")
    assert operation.new is not None
    assert operation.new.words.startswith("AMENDED AND RESTATED CREDIT AGREEMENT")
    assert operation.new.words.endswith("lie in the harbor.")


def test_a_schedule_that_lists_none_is_whole() -> None:
    behind = "\n\nSCHEDULE 5.5\n\nLAWSUITS\n\nNone.\n\nSCHEDULE 7.1\n\nLIENS\n\n1. The lien of the Weir Bank on the mill and its wheel, of May 2, 2019.\n"
    (first, _) = amendment("Schedules 5.5 and 7.1 of the Credit Agreement are deleted and Schedules 5.5 and 7.1 attached hereto are substituted therefor.", behind=behind).operations
    assert first.new is not None
    assert first.new.words.endswith("None.")
