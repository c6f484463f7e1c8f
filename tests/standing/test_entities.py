"""The register of entities: each once, with what it is and how it is tied to others."""

import csv
import datetime

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.entities import Register, register
from conformed.views.chain import chain_text
from conformed.views.lines import ended
from conformed.views.officers import by_instrument
from conformed.views.page import PageParty, PageSignature
from conformed.views.parties import parties_text
from conformed.views.reader.graph import graph_of
from conformed.views.to_csv import parties_csv, ties_csv
from conformed.views.to_html import to_html
from tests.written import document

Day = datetime.date
AMENDMENT = """\
AMENDMENT NO. 2 TO CREDIT AGREEMENT

This AMENDMENT NO. 2, dated as of January 6, 2020, is among BRAMBLE MILLING, INC., a Delaware corporation ("Bramble"), BRAMBLE BARGES
LLC, a Delaware limited liability company ("Barges"; Bramble and Barges being referred to collectively as the "Borrowers"), and HARBOR & QUAY BANK, N.A., as agent for
the Lenders (the "Agent"), and amends that certain Credit Agreement dated as of May 1, 2018 (the "Credit Agreement").

1. Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges" with "nine barges".

2. Each guarantor reaffirms all of its obligations under (i) that certain Guaranty and Security Agreement dated as of June 1, 2018
(as amended to the date hereof, the "Holdings Guaranty") by Bramble Holdings, Inc., a Delaware corporation ("Holdings"), in favor of
the Agent, and (ii) that certain Guaranty dated as of June 4, 2018 (the "Fenn Guaranty") made by Fenn Mills LLC in favor of the Agent.

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

BRAMBLE BARGES LLC
By: BRAMBLE MILLING, INC., as its Sole Member

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

HARBOR & QUAY BANK, N.A.,
as Agent and as a Lender

By: /s/ Owen Marsh
Name: Owen Marsh
Title: Vice President

ALDER SAVINGS BANK (f/k/a ALDER THRIFT COMPANY),
as a Lender

By: /s/ Ines Vale
Name: Ines Vale
Title: Vice President
"""


def matter() -> Conformed:
    return conformed([interpret(parse(document(AMENDMENT)))])


def found() -> Register:
    return register(matter().chain)


def test_each_entity_stands_once_with_what_it_is() -> None:
    names = [one.name for one in found().entities]
    assert names == [
        "BRAMBLE MILLING, INC.",
        "BRAMBLE BARGES LLC",
        "HARBOR & QUAY BANK, N.A.",
        "ALDER SAVINGS BANK",
        "Bramble Holdings, Inc.",
        "Fenn Mills LLC",
    ]
    barges = found().called("Barges")
    assert barges is not None
    assert (barges.form, barges.jurisdiction, barges.roles) == ("limited liability company", "Delaware", (("2", "Borrower"),))


def test_an_entity_is_found_by_alias_former_name_and_capacity() -> None:
    for asked, name in (("Bramble", "BRAMBLE MILLING, INC."), ("Alder Thrift Company", "ALDER SAVINGS BANK"), ("the Agent", None), ("Agent", "HARBOR & QUAY BANK, N.A.")):
        one = found().called(asked)
        assert (one.name if one else None) == name


def test_a_party_under_a_new_name_is_the_one_of_its_former_name() -> None:
    later = AMENDMENT.replace("NO. 2", "NO. 3").replace("January 6, 2020", "June 9, 2021").replace("BRAMBLE BARGES\nLLC, a", "BRAMBLE RIVER LLC, formerly known as Bramble Barges LLC, a")
    read = [interpret(parse(document(text, f"{number}.txt"))) for number, text in enumerate((AMENDMENT, later.replace("BRAMBLE BARGES LLC\nBy", "BRAMBLE RIVER LLC\nBy")))]
    chain = conformed(read).chain
    (barges,) = [one for one in register(chain).entities if "BRAMBLE BARGES LLC" in {name.upper() for name in (one.name, *one.former)}]
    assert (barges.name, barges.former, [siglum for siglum, _ in barges.roles]) == ("BRAMBLE RIVER LLC", ("Bramble Barges LLC",), ["2", "3"])
    assert {tie.one for tie in register(chain).ties if tie.kind == "acts by"} == {"BRAMBLE RIVER LLC"}
    assert [one.name for one in register(chain, {"2"}).entities][1] == "BRAMBLE BARGES LLC"


@pytest.mark.parametrize(
    ("words", "givers", "to"),
    [
        ("Bramble hereby reaffirms its obligations under its Guaranty dated as of June 1, 2018 in favor of the Agent.", {"BRAMBLE MILLING, INC."}, "HARBOR & QUAY BANK, N.A."),
        ("Barges confirms the Guaranty dated as of June 1, 2018 made by it in favor of the Agent.", {"BRAMBLE BARGES LLC"}, "HARBOR & QUAY BANK, N.A."),
        ("Each Borrower consents to this Amendment and reaffirms its Guaranty dated June 1, 2018.", {"BRAMBLE MILLING, INC.", "BRAMBLE BARGES LLC"}, None),
        ("Each Miller reaffirms its Guaranty dated June 1, 2018.", set(), None),
        ("Bramble reaffirms the Guaranty dated June 1, 2018.", set(), None),
        ("Bramble confirms that it has read the Guaranty dated June 1, 2018 and its annexes.", set(), None),
    ],
)
def test_a_guaranty_is_of_who_reaffirms_it_as_its_own(words: str, givers: set[str], to: str | None) -> None:
    start, end = AMENDMENT.index("2. Each guarantor"), AMENDMENT.index("IN WITNESS")
    ties = [one for one in register(conformed([interpret(parse(document(f"{AMENDMENT[:start]}2. {words}\n\n{AMENDMENT[end:]}")))]).chain).ties if one.kind == "guarantees to"]
    assert {one.one for one in ties} == givers
    assert all((one.other, one.dated, one.again) == (to, Day(2018, 6, 1), ("2",)) for one in ties)


def test_who_acts_by_whom_and_who_guarantees_to_whom() -> None:
    ties = {(one.kind, one.one, one.other, one.how, one.dated) for one in found().ties}
    assert {one.again for one in found().ties if one.kind == "guarantees to"} == {("2",)}
    bank, day = "HARBOR & QUAY BANK, N.A.", datetime.date
    assert ties == {
        ("acts by", "BRAMBLE BARGES LLC", "BRAMBLE MILLING, INC.", "as its Sole Member", None),
        ("guarantees to", "Bramble Holdings, Inc.", bank, "Holdings Guaranty", day(2018, 6, 1)),
        ("guarantees to", "Fenn Mills LLC", bank, "Fenn Guaranty", day(2018, 6, 4)),
    }


def test_whose_debts_a_guaranty_covers_is_told() -> None:
    more = "2. Each Guarantor agrees that this Amendment shall not limit its obligation to guarantee the obligations of the Borrowers under the Credit Agreement. It"
    one = conformed([interpret(parse(document(AMENDMENT.replace("2. Each guarantor", more))))])
    assert {tie.of for tie in register(one.chain).ties if tie.kind == "guarantees to"} == {"the Borrowers"}
    assert "Guarantees the debts of the Borrowers to HARBOR & QUAY BANK, N.A.: Fenn Guaranty," in " ".join(parties_text(one.page(Day(2021, 1, 1))).split())


def test_an_instrument_makes_a_guaranty_itself() -> None:
    makes = "2. Parent Guarantee. Barges hereby unconditionally and irrevocably guarantees to the Agent the prompt payment by Bramble of the Obligations.\n\n3. Each guarantor"
    one = conformed([interpret(parse(document(AMENDMENT.replace("2. Each guarantor", makes))))])
    made = [tie for tie in register(one.chain).ties if tie.how == "Section 2"]
    assert [(tie.one, tie.other, tie.of) for tie in made] == [("BRAMBLE BARGES LLC", "HARBOR & QUAY BANK, N.A.", "Bramble")]


def test_an_officer_of_several_is_told() -> None:
    told = " ".join(parties_text(matter().page(Day(2021, 1, 1))).split())
    assert "Ada Thorne (President) signs for 2: BRAMBLE MILLING, INC.; BRAMBLE BARGES LLC (in 2)." in told
    assert "Owen Marsh (Vice President) signs for" not in told
    before = " ".join(parties_text(matter().page(Day(2018, 12, 1))).split())
    assert "Ada Thorne" not in before  # who signs in what is not made yet signs nothing on the day


def test_the_title_of_an_officer_is_told_where_it_is_one_for_all() -> None:
    lines = [_line("A", "Bramble Milling, Inc.", "President"), _line("A", "Bramble Barges LLC", "President")]
    lines += [_line("1", "Bramble Milling, Inc.", "President"), _line("1", "Bramble Barges LLC", "Secretary")]
    assert {(one.title, sigla) for one, sigla in by_instrument(lines).items()} == {("President", ("A",)), (None, ("1",))}


def _line(instrument: str, party: str, title: str) -> PageSignature:
    return PageSignature(instrument, party, None, None, (), True, "Ada Thorne", title, None, 1, None, None, False)


def test_what_a_guarantor_is_stands_beside_its_guaranty() -> None:
    holdings, fenn = found().called("Holdings"), found().called("Fenn Mills LLC")
    assert holdings is not None
    assert fenn is not None
    assert (holdings.name, holdings.form, holdings.jurisdiction, holdings.listed) == ("Bramble Holdings, Inc.", "corporation", "Delaware", ("2",))
    assert (fenn.form, fenn.aliases) == (None, ())


@pytest.mark.parametrize(
    ("confirms", "again"),
    [
        ("Each Guarantor consents hereto and confirms that the Fenn Guaranty remains in full force.", ("2", "3")),
        ("Each Guarantor consents hereto and confirms that the Mill Guaranty remains in full force.", ("2",)),
        ("The Borrower confirms that the Fenn Guaranty remains in full force.", ("2",)),
    ],
)
def test_all_guarantors_reaffirm_a_guaranty_by_its_name_alone(confirms: str, again: tuple[str, ...]) -> None:
    head, _, rest = AMENDMENT.replace("AMENDMENT NO. 2", "AMENDMENT NO. 3").replace("January 6", "March 6").partition("2. Each guarantor")
    third = f"{head}2. {confirms}\n\nIN WITNESS{rest.partition('IN WITNESS')[2]}"
    chain = conformed([interpret(parse(document(text, f"{turn}.txt"))) for turn, text in enumerate((AMENDMENT, third))]).chain
    assert {one.how: one.again for one in register(chain).ties if one.kind == "guarantees to"} == {"Holdings Guaranty": ("2",), "Fenn Guaranty": again}


LISTED = """\
AMENDMENT TO THE INTERCONNECTION AGREEMENT

This Amendment is made by and between Tern Telephone Company, a Georgia corporation ("Tern"), and Gannet Communications, Inc., a
Delaware corporation ("Gannet"){behalf}, and amends the Interconnection Agreement between them dated May 4, 2021 (the "Agreement").

1. Section 3 of the Agreement is deleted.

IN WITNESS WHEREOF, the Parties have signed this Amendment.

Tern Telephone Company

By: /s/ Ada Thorne
Date: 9/14/23

Gannet Communications, Inc.

By:
Name: Owen Marsh
Date: 9/12/23

Attachment A

GANNET OPERATING AFFILIATES

Gannet I, Inc. (AL, SC)
"""


def listed(behalf: str) -> Conformed:
    return conformed([interpret(parse(document(LISTED.format(behalf=behalf))))])


def test_operating_affiliates_are_those_of_the_party_that_acts_on_their_behalf() -> None:
    page = listed(", on behalf of itself and all licensed operating affiliates").page(datetime.date(2024, 1, 1))
    shown = " ".join(parties_text(page).split())
    assert "Gannet I, Inc. Operates in AL, SC; named in 1. Operating affiliate of Gannet Communications, Inc." in shown
    graph = graph_of(page)
    assert graph is not None
    assert [row.name for row in graph.rows] == ["Gannet Communications, Inc.", "Gannet I, Inc."]
    assert "operating affiliate of Gannet Communications, Inc." in to_html(page)
    assert "Operating affiliate" not in parties_text(listed("").page(datetime.date(2024, 1, 1)))


def test_an_instrument_without_a_day_is_told_with_the_days_of_its_signature_lines() -> None:
    page = listed("").page(datetime.date(2024, 1, 1))
    assert "It bears no day of its own, its signature lines dated September 12, 2023 and September 14, 2023." in " ".join(chain_text(page).split())


@pytest.mark.parametrize(("name", "below"), [("BRAMBLE MILLING, INC.", 26), ("BRAMBLE MILLING AND WAREHOUSING HOLDINGS, INC.", 34)])
def test_the_line_to_those_below_begins_under_the_last_line_of_a_name(name: str, below: int) -> None:
    graph = graph_of(conformed([interpret(parse(document(AMENDMENT.replace("BRAMBLE MILLING, INC.", name))))]).page(Day(2021, 1, 1)))
    assert graph is not None
    (upper,) = [row for row in graph.rows if row.name == name]
    assert graph.elbows[0].startswith(f"M{upper.x + 5} {upper.y + below} V")


def test_the_register_is_drawn_and_listed() -> None:
    page = matter().page(datetime.date(2020, 6, 1))
    graph = graph_of(page)
    assert graph is not None
    assert (len(graph.elbows), len(graph.guaranties), len(graph.arrows)) == (1, 1, 1)
    rows = {row.name: row for row in graph.rows}
    assert rows["BRAMBLE BARGES LLC"].x > rows["BRAMBLE MILLING, INC."].x
    assert '<svg class="ties"' in to_html(page)
    lines = list(csv.DictReader(parties_csv(page).splitlines()))
    assert {line["name"]: line["former names"] for line in lines}["ALDER SAVINGS BANK"] == "ALDER THRIFT COMPANY"
    ties = [(line["entity"], line["tie"], line["other entity"], line["dated"], line["reaffirmed in"]) for line in csv.DictReader(ties_csv(page).splitlines())]
    assert len(ties) == len(page.ties)
    assert any(kind == "guarantees to" and (other, dated, again) == ("HARBOR & QUAY BANK, N.A.", "2018-06-04", "2") for _, kind, other, dated, again in ties)
    assert "Guarantees to HARBOR & QUAY BANK, N.A.: Fenn Guaranty, dated June 4, 2018; reaffirmed in 2." in " ".join(parties_text(page).split())


def test_a_party_is_listed_with_its_role_and_the_capacities_that_say_more() -> None:
    page = matter().page(datetime.date(2020, 6, 1))
    shown = " ".join(parties_text(page).split())
    assert "signs as Agent and as a Lender" in shown
    assert ".." not in shown
    assert "signs as Agent and as a Lender" in to_html(page)


@pytest.mark.parametrize(
    ("role", "signs", "told"),
    [
        ("Borrower", ("as the Borrower", "as Borrowers"), ("Borrower",)),
        ("agent for the Lenders", ("as Agent",), ("agent for the Lenders",)),
        ("agent for the Lenders", ("as Agent", "as a Lender"), ("agent for the Lenders", "signs as a Lender")),
        ("Lender", ("individually and as Agent",), ("Lender", "signs individually and as Agent")),
        ("Agent Bank", ("as Agent",), ("Agent Bank", "signs as Agent")),
        (None, ("as Agent", "as a Lender"), ("as Agent", "as a Lender")),
        (None, (), ()),
    ],
)
def test_a_capacity_says_more_than_a_role_that_does_not_name_it(role: str | None, signs: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert PageParty("ALDER BANK", (), role, None, None, (), signs=signs).acts == told


def test_a_point_ends_words_once() -> None:
    assert [ended(words) for words in ("Acts by BRAMBLE MILLING, INC.", "Borrower")] == ["Acts by BRAMBLE MILLING, INC.", "Borrower."]


def test_before_an_instrument_is_made_nobody_is_told_to_sign_it() -> None:
    assert "signs for 2" in parties_text(matter().page(Day(2020, 1, 6)))
    assert parties_text(matter().page(Day(2020, 1, 5))) == "No party is named on January 5, 2020: no instrument to hand is made by that day.\n"
