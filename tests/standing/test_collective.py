"""Who a collective term stands for on a day: from definitions, preambles, signatures, joinders and releases."""

import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.collective import Group, Groups
from conformed.standing.listed import Listed, Names
from conformed.views.parties import parties_text
from conformed.views.to_html import to_html
from tests.written import LETTER, document

Day = datetime.date
EARLY = Day(2018, 6, 1)
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation ("Bramble"), BRAMBLE BARGES
LLC, a Delaware limited liability company ("Barges" and, together with Bramble, the "Borrowers"), BRAMBLE HOLDINGS, INC., a
Delaware corporation ("Holdings"), the lenders party hereto (the "Lenders") and HARBOR & QUAY BANK, N.A., as agent for the
Lenders (the "Agent").

The parties hereto agree as follows:

Section 1.1. Defined Terms. The following terms have these meanings:

"Guarantors" means {guarantors}.

"Loan Parties" means, collectively, the Borrowers and each Guarantor.

"Mill" means the mill of Bramble.

Section 2.1. Barges. The Borrowers keep ten barges.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne

HARBOR & QUAY BANK, N.A.,
as Agent and as a Lender

By: /s/ Owen Marsh
"""
OPEN = "Holdings, Fenn Mills LLC, an Ohio limited liability company, and each other Subsidiary that signs a Guaranty"
JOINDER = """\
JOINDER AGREEMENT

This JOINDER AGREEMENT, dated as of March 2, 2019, is delivered by BRAMBLE RAFTS LLC, a Delaware limited liability company (the
"New Borrower"), pursuant to that certain Credit Agreement dated as of May 1, 2018, among BRAMBLE MILLING, INC., the other borrowers
party thereto and HARBOR & QUAY BANK, N.A., as agent (the "Credit Agreement").

1. By its signature below, the New Borrower hereby joins the Credit Agreement as a Borrower{more}.

IN WITNESS WHEREOF, the New Borrower has executed this Agreement.

BRAMBLE RAFTS LLC

By: /s/ Ada Thorne
"""
BORROWERS = ["BRAMBLE MILLING, INC.", "BRAMBLE BARGES LLC"]


def matter(*texts: str, guarantors: str = OPEN) -> Conformed:
    every = [AGREEMENT.format(guarantors=guarantors), *texts]
    return conformed([interpret(parse(document(text, f"{number}.txt"))) for number, text in enumerate(every)])


def amended(body: str) -> str:
    return LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=f"1. {body}", last=2)


def group(one: Conformed, term: str, day: Day = EARLY) -> Group:
    return Groups(one.chain, one.as_of(day), day).group(term)


def names(one: Conformed, term: str, day: Day = EARLY) -> list[str]:
    return [member.name for member in group(one, term, day).members]


def test_a_definition_tells_the_members_and_what_of_it_names_nobody() -> None:
    found = group(matter(), "Guarantors")
    assert [(one.name, one.how, one.at) for one in found.members] == [
        ("BRAMBLE HOLDINGS, INC.", "definition", "1.1#Guarantors"),
        ("Fenn Mills LLC", "definition", "1.1#Guarantors"),
    ]
    assert found.rest == ("each other Subsidiary that signs a Guaranty",)


def test_a_definition_by_other_terms_leads_to_their_members() -> None:
    found = group(matter(), "Loan Parties")
    assert [(one.name, one.how) for one in found.members] == [
        *((name, "preamble") for name in BORROWERS),
        ("BRAMBLE HOLDINGS, INC.", "definition"),
        ("Fenn Mills LLC", "definition"),
    ]
    assert found.rest == ("each other Subsidiary that signs a Guaranty",)
    assert [one.name for one in group(matter(), "loan party").members] == [one.name for one in found.members]


def test_preambles_and_signatures_tell_what_no_definition_does() -> None:
    assert names(matter(), "Borrowers") == BORROWERS
    assert [(one.name, one.how) for one in group(matter(), "Lenders").members] == [("HARBOR & QUAY BANK, N.A.", "signature")]
    assert group(matter(), "Sellers").members == ()


def test_parties_are_those_whom_the_preamble_names_and_who_is_not_named_is_said() -> None:
    gathered = AGREEMENT.replace('(the "Agent").', '(the "Agent") (each a "Party" and collectively the "Parties").')
    one = conformed([interpret(parse(document(gathered.format(guarantors=OPEN))))])
    assert names(one, "Parties") == [*BORROWERS, "BRAMBLE HOLDINGS, INC.", "HARBOR & QUAY BANK, N.A."]
    assert group(one, "Parties").rest == ("the lenders party hereto",)
    assert group(matter(), "Parties").members == ()


def test_a_joinder_is_an_instrument_and_adds_from_its_day() -> None:
    one = matter(JOINDER.format(more=""))
    (link,) = one.chain.links
    assert (link.id, link.title, link.changes) == ("J", "Joinder", True)
    assert {finding.kind for finding in one.findings()} <= {"BlankSignature", "OtherSigner"}
    assert names(one, "Borrowers", Day(2019, 3, 1)) == BORROWERS
    assert names(one, "Borrowers", Day(2019, 3, 2)) == [*BORROWERS, "BRAMBLE RAFTS LLC"]
    assert names(one, "Loan Parties", Day(2019, 3, 2))[2] == "BRAMBLE RAFTS LLC"
    assert group(one, "Borrowers", Day(2019, 3, 2)).members[-1].at == "1"
    both = matter(JOINDER.format(more=" and a Guarantor"))
    assert "BRAMBLE RAFTS LLC" in names(both, "Guarantors", Day(2020, 1, 1))


def test_a_joinder_to_an_agreement_of_others_adds_nobody() -> None:
    one = matter(JOINDER.format(more="").replace("BRAMBLE MILLING, INC.", "GANNET FREIGHT, INC.").replace("HARBOR & QUAY", "TERN RIVER"))
    assert names(one, "Borrowers", Day(2020, 1, 1)) == BORROWERS


@pytest.mark.parametrize(
    ("sentence", "added", "gone", "waits"),
    [
        ("Wren Mills LLC hereby becomes a Guarantor.", {"Wren Mills LLC"}, set(), False),
        ("Each of Wren Mills LLC and Finch Mills LLC is hereby added as an additional Guarantor.", {"Wren Mills LLC", "Finch Mills LLC"}, set(), False),
        ("Fenn Mills LLC is hereby released from all of its obligations as a Guarantor.", set(), {"Fenn Mills LLC"}, False),
        ("Upon the sale of the mill, Fenn Mills LLC is hereby released as a Guarantor.", set(), set(), True),
        ("If the mill is sold, Wren Mills LLC hereby becomes a Guarantor.", set(), set(), True),
        ("Wren Mills LLC shall become a Guarantor within ten days.", set(), set(), False),
        ("Each Subsidiary of Wren Mills LLC hereby becomes a Guarantor.", set(), set(), False),
    ],
)
def test_who_joins_and_who_is_released(sentence: str, added: set[str], gone: set[str], *, waits: bool) -> None:
    day = Day(2020, 2, 1)
    one = matter(amended(sentence))
    before = {"BRAMBLE HOLDINGS, INC.", "Fenn Mills LLC"}
    assert set(names(one, "Guarantors", Day(2019, 1, 1))) == before
    assert set(names(one, "Guarantors", day)) == before - gone | added
    assert (sentence in {f"{words.rstrip('.')}." for words in group(one, "Guarantors", day).rest}) is waits


def test_the_definition_of_the_day_counts() -> None:
    change = 'The definition of "Guarantors" in Section 1.1 of the Credit Agreement is hereby amended by replacing "Fenn Mills LLC" with "Wren Mills LLC".'
    one = matter(amended(change))
    assert names(one, "Guarantors", Day(2020, 1, 5))[1] == "Fenn Mills LLC"
    assert names(one, "Guarantors", Day(2020, 1, 6))[1] == "Wren Mills LLC"


def test_a_later_preamble_that_names_one_of_them_takes_none_away() -> None:
    one = matter(amended("Section 2.1 of the Credit Agreement is deleted."))
    assert set(names(one, "Borrowers", Day(2021, 1, 1))) == set(BORROWERS)


def test_terms_that_are_defined_by_each_other_end() -> None:
    text = AGREEMENT.format(guarantors="the Loan Parties")
    one = conformed([interpret(parse(document(text)))])
    assert names(one, "Loan Parties") == BORROWERS


KNOWN = {"Alder LLC": "Alder LLC", "Birch": "Birch, Inc.", "Birch, Inc.": "Birch, Inc.", "borrower": "=borrower", "guarantors": "=guarantor"}


@pytest.mark.parametrize(
    ("words", "named", "rest"),
    [
        ("the Borrower and the Guarantors.", ("=borrower", "=guarantor"), ""),
        ("(a) Alder LLC, a Delaware limited liability company, (b) Birch, and their respective successors and assigns", ("Alder LLC", "Birch, Inc."), ""),
        ("Birch, Inc. (formerly Birch Co.), in its capacity as a guarantor, and Cedar Mills, Inc.", ("Birch, Inc.", "Cedar Mills, Inc."), ""),
        ("Alder LLC and each Person that owns Birch", ("Alder LLC",), "each Person that owns Birch"),
        ("each Subsidiary of Alder LLC", (), "each Subsidiary of Alder LLC"),
        ("Alder LLC’s shareholders", (), "Alder LLC’s shareholders"),
        ("the Guarantors other than Alder LLC", (), "the Guarantors other than Alder LLC"),
        ("the Borrower, Alder LLC (other than under Section 2) and Birch", (), "the Borrower, Alder LLC (other than under Section 2) and Birch"),
    ],
)
def test_whom_a_list_names(words: str, named: tuple[str, ...], rest: str) -> None:
    assert Names(KNOWN).read(words) == Listed(named, rest)


def test_the_page_and_the_list_tell_the_members_with_what_tells_them() -> None:
    page = matter(JOINDER.format(more="")).page(Day(2020, 1, 1))
    shown = " ".join(parties_text(page).split())
    assert "Borrowers on January 1, 2020: - named so in the Agreement: BRAMBLE MILLING, INC.; BRAMBLE BARGES LLC. - joins by the Joinder, § 1: BRAMBLE RAFTS LLC." in shown
    assert "Guarantors on January 1, 2020 (Section 1.1, “Guarantors”): - Section 1.1, “Guarantors”: BRAMBLE HOLDINGS, INC.; Fenn Mills LLC. - not resolved: “each other Subsidiary that signs a Guaranty”" in shown
    assert parties_text(page, only_terms=True).startswith("Borrowers on January 1, 2020:\n- named so in the Agreement: ")
    html = to_html(page)
    assert "Who is meant on January 1, 2020" in html
    assert "<q>each other Subsidiary that signs a Guaranty</q>" in html


def test_a_definition_whose_text_is_not_to_hand_names_nobody() -> None:
    words = 'The definition of "Lenders" in the Credit Agreement is hereby amended by deleting "ten".'
    one = conformed([interpret(parse(document(amended(words))))])
    assert group(one, "Lenders", Day(2021, 1, 1)).members == ()


def test_who_signs_as_a_lender_is_one_of_the_lenders_though_no_agreement_is_to_hand() -> None:
    text = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body='1. Section 2.1 is amended by replacing "ten" with "nine".', last=2)
    pages = "\n\nHARBOR & QUAY BANK, N.A.,\nas Agent and as a Lender\n\nBy: /s/ Owen Marsh\n\nALDER SAVINGS BANK,\nas a Lender\n\nBy: ____________\n"
    day = Day(2021, 1, 1)
    one = conformed([interpret(parse(document(text + pages)))])
    told = {found.term: [member.name for member in found.members] for found in Groups(one.chain, one.as_of(day), day).all()}
    assert told == {"Lenders": ["HARBOR & QUAY BANK, N.A.", "ALDER SAVINGS BANK"]}
