"""A restatement starts a new base: what went before stands in the history, what follows changes its text."""

import datetime

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.version import standing
from tests.ledger.test_rulings import AGREEMENT
from tests.written import FRAME, document

RESTATED = (
    AGREEMENT.replace("CREDIT AGREEMENT", "AMENDED AND RESTATED CREDIT AGREEMENT")
    .replace("May 1, 2018", "June 2, 2021")
    .replace(
        "The parties hereto agree",
        "WHEREAS, the parties are parties to a Credit Agreement dated as of May 1, 2018, which is amended and restated hereby;\n\n"
        "The parties hereto agree",
    )
    .replace("The mill is kept dry", "The mill is kept warm")
)
FIRST = FRAME.format(
    body='Section 2.2 of the Credit Agreement is hereby amended by replacing "dry" with "wet".'
)
SECOND = (
    FRAME.replace("January 6, 2020", "January 6, 2022")
    .replace("May 1,\n2018", "June 2,\n2021")
    .replace("that certain Credit Agreement", "that certain Amended and Restated Credit Agreement")
    .format(body='Section 2.2 of the Credit Agreement is hereby amended by replacing "warm" with "cold".')
)


def made(*texts: str) -> Conformed:
    return conformed([interpret(parse(document(text, f"{n}.txt"))) for n, text in enumerate(texts)])


def mill(matter: Conformed, day: str) -> str:
    version = matter.as_of(datetime.date.fromisoformat(day))
    (passage,) = matter.provision(version, "2.2")
    return standing(passage).split()[-1]


def test_each_state_is_that_of_its_day() -> None:
    matter = made(SECOND, RESTATED, FIRST, AGREEMENT)
    assert [(link.title, link.restates) for link in matter.chain.links] == [
        ("Amendment No. 1", False),
        ("Restatement", True),
        ("Amendment No. 1", False),
    ]
    assert matter.chain.findings == ()
    days = ("2019-01-01", "2020-06-01", "2021-12-31", "2022-06-01")
    assert [mill(matter, day) for day in days] == ["dry.", "wet.", "warm.", "cold."]
    assert not matter.files()


def test_a_restatement_alone_is_the_agreement() -> None:
    matter = made(RESTATED, SECOND)
    assert mill(matter, "2022-06-01") == "cold."


def test_another_agreement_that_is_restated_is_none_of_this_matter() -> None:
    matter = made(
        AGREEMENT,
        FIRST,
        RESTATED.replace("CREDIT", "LEASE").replace("Credit", "Lease").replace("BRAMBLE", "THISTLE"),
    )
    assert [finding.kind for finding in matter.chain.findings] == ["SecondAgreement"]
    assert mill(matter, "2022-06-01") == "wet."
