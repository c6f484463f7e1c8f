"""What the copy to hand shows of the signing that a condition precedent asks."""

import csv
import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.views.parties import parties_text
from conformed.views.status import status
from conformed.views.to_csv import ties_csv
from conformed.views.to_html import to_html
from tests.written import document

DAY = datetime.date(2020, 2, 1)
AMENDMENT = """\
AMENDMENT NO. 2 TO CREDIT AGREEMENT

This AMENDMENT NO. 2, dated as of January 6, 2020, is among BRAMBLE MILLING, INC., a Delaware corporation ("Bramble"), BRAMBLE BARGES
LLC, a Delaware limited liability company ("Barges"; Bramble and Barges being referred to collectively as the "Borrowers"), and HARBOR & QUAY BANK, N.A., as agent for
the Lenders (the "Agent"), and amends that certain Credit Agreement dated as of May 1, 2018 (the "Credit Agreement").

1. Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges" with "nine barges".

2. Conditions. This Amendment shall become effective when the Agent has received:

(a) CONDITION;

(b) an opinion of counsel.

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

BRAMBLE BARGES LLC
By: BRAMBLE MILLING, INC., as its Sole Member

By: BARGES
Name: Ada Thorne
Title: President

HARBOR & QUAY BANK, N.A.,
as Agent and as a Lender

By: /s/ Owen Marsh
Name: Owen Marsh
Title: Vice President

<PAGE>

EXHIBIT A

ACKNOWLEDGMENT OF GUARANTY

Reference is made to that certain Guaranty and Pledge Agreement dated as of June 1, 2018 (the "Holdings Guaranty") by Bramble Holdings, Inc., a
Delaware corporation ("Holdings"), in favor of the Agent, and that certain Guaranty dated as of June 4, 2018 (the "Works Guaranty") by
Bramble I Works LLC, a Delaware limited liability company ("Bramble I Works"), in favor of the Agent.

Each Guarantor reaffirms all of its obligations under its guaranty.

BRAMBLE HOLDINGS, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

BRAMBLE I WORKS LLC

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
"""


def matter(condition: str, barges: str = "/s/ Ada Thorne") -> Conformed:
    words = AMENDMENT.replace("CONDITION", condition).replace("BARGES\nName", f"{barges}\nName")
    return conformed([interpret(parse(document(words)))])


def shown(one: Conformed) -> str:
    return " ".join(status(one.chain, DAY, one.consents()).split())


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("this Amendment duly executed by the Borrowers and the Agent", "the copy to hand shows it signed by all of them"),
        (
            "counterparts of this Amendment executed and delivered by the Borrowers, the Required Lenders and the Agent",
            "the copy to hand shows it signed by the Borrowers and the Agent; the consent of the Required Lenders is told by itself",
        ),
        ("this Amendment signed by Bramble, Holdings and the Agent", "signed by Bramble and the Agent; of Holdings it does not tell"),
        (
            "an acknowledgment in the form of Exhibit A hereto that is signed by Holdings and Works I",
            "Exhibit A in the copy to hand shows it signed by all of them, if BRAMBLE I WORKS LLC is meant",
        ),
        ("an acknowledgment in the form of Exhibit A hereto executed by each Guarantor", "Exhibit A in the copy to hand shows it signed by each Guarantor"),
    ],
)
def test_the_copy_tells_who_has_signed_what_a_condition_asks_to_be_signed(condition: str, told: str) -> None:
    found = matter(condition)
    assert told in shown(found)
    assert "unproved, owed by" in shown(found)


def test_the_borrowers_are_those_whom_the_agreement_names_where_the_amendment_names_none() -> None:
    agreement = AMENDMENT.replace("AMENDMENT NO. 2 TO ", "").replace("AMENDMENT NO. 2, dated as of January 6, 2020", "CREDIT AGREEMENT, dated as of May 1, 2018").split("and amends")[0].rstrip(", \n") + ".\n\n1. Loans. The Lenders lend.\n"
    later = AMENDMENT.replace('("Bramble")', "").replace('("Barges"; Bramble and Barges being referred to collectively as the "Borrowers")', "")
    later = later.replace("CONDITION", "this Amendment duly executed by the Borrowers and the Agent").replace("BARGES\nName", "/s/ Ada Thorne\nName")
    assert "the copy to hand shows it signed by all of them" in shown(conformed([interpret(parse(document(text, f"{number}.txt"))) for number, text in enumerate((agreement, later))]))


def test_the_page_tells_it_beside_the_condition() -> None:
    page = matter("an acknowledgment in the form of Exhibit A hereto that is signed by Holdings and Works I").page(DAY)
    assert page.instruments[1].conditions[0].beside == (
        "no party to hand is called Works I; perhaps BRAMBLE I WORKS LLC",
        "Exhibit A in the copy to hand shows it signed by all of them, if BRAMBLE I WORKS LLC is meant",
    )
    assert "No party to hand is called Works I; perhaps BRAMBLE I WORKS LLC." in to_html(page)


def test_a_line_that_is_blank_is_told() -> None:
    assert "shows it signed by the Agent, the line of BRAMBLE BARGES LLC blank" in shown(matter("this Amendment duly executed by the Borrowers and the Agent", "____________"))


@pytest.mark.parametrize(
    "condition",
    [
        "a note duly executed by the Borrowers",
        "a certificate signed by the Borrowers of this Amendment",
        "this Amendment duly executed by the Required Lenders",
        "an acknowledgment in the form of Exhibit B hereto that is signed by Holdings",
        "the fee that the Borrowers and the Agent agreed on",
    ],
)
def test_nothing_is_told_of_another_paper_or_of_those_who_are_not_known(condition: str) -> None:
    assert "copy to hand shows" not in shown(matter(condition))


def test_the_status_tells_the_guaranties_that_are_reaffirmed_and_whether_those_who_gave_them_signed() -> None:
    told = "- reaffirms Holdings Guaranty; Works Guaranty, signed in the copy to hand by all who gave them;"
    assert told in shown(matter("an opinion of counsel"))
    one = matter("an opinion of counsel")
    works = AMENDMENT.rpartition("By: /s/ Ada Thorne")
    blank = conformed([interpret(parse(document(f"{works[0]}By: ____________{works[2]}".replace("CONDITION", "an opinion").replace("BARGES\nName", "/s/ Ada Thorne\nName"))))])
    assert "- reaffirms Holdings Guaranty; Works Guaranty; conformed parties tells" in shown(blank)
    assert "reaffirmed in 2" in parties_text(one.page(DAY))


def test_a_reaffirmation_that_is_a_form_reaffirms_nothing() -> None:
    body, exhibit = AMENDMENT.replace("CONDITION", "an opinion").replace("BARGES\nName", "/s/ Ada Thorne\nName").split("<PAGE>")
    form = conformed([interpret(parse(document(f"{body}<PAGE>{exhibit.replace('/s/ Ada Thorne', '____________')}")))])
    assert "reaffirms Holdings" not in shown(form)
    assert "Holdings Guaranty" in " ".join(parties_text(form.page(DAY)).split())
    assert "reaffirmed" not in parties_text(form.page(DAY))


def test_a_guaranty_is_told_with_its_paper_and_with_the_capacity_in_which_it_is_taken() -> None:
    words = AMENDMENT.replace("in favor of the Agent, and that", "in favor of Quay Trust Company, an affiliate of The Quay Group, Inc., as security agent for the Lenders, and that")
    page = conformed([interpret(parse(document(words)))]).page(DAY)
    told = " ".join(parties_text(page).split())
    assert "Guarantees to Quay Trust Company, as security agent for the Lenders: Holdings Guaranty (Guaranty and Pledge Agreement), dated June 1, 2018" in told
    assert "guarantees to Quay Trust Company, as security agent for the Lenders: Holdings Guaranty (Guaranty and Pledge Agreement), dated June 1, 2018" in to_html(page)
    (line,) = [one for one in csv.DictReader(ties_csv(page).splitlines()) if one["how"] == "Holdings Guaranty"]
    assert (line["title of the paper"], line["in what capacity"]) == ("Guaranty and Pledge Agreement", "as security agent for the Lenders")
