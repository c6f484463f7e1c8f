"""Signature pages on the model of real ones, with invented parties."""

import importlib.util
import json
import os
import time
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.document import Document, from_text
from conformed.instrument.marks import Signature
from conformed.instrument.signatures import signature_pages, signatures

TESTIMONIUM = "IN WITNESS WHEREOF, the parties have executed this Amendment as of the day above written.\n\n"
BODY = "Except as expressly amended hereby, the Agreement shall remain in full force and effect.\n\n"


def document(page: str, *, before: str = BODY + TESTIMONIUM) -> Document:
    return from_text("page.txt", (before + dedent(page)).encode())


def read(page: str, *, before: str = BODY + TESTIMONIUM) -> list[Signature]:
    return list(signatures(document(page, before=before)))


def told(page: str) -> list[tuple[str, bool | None, str | None, str | None]]:
    """The party, whether it signed, by whom and in what office."""
    return [(one.party, one.signed, one.signatory, one.title) for one in read(page)]


def test_an_officer_signs() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.,
        a Delaware corporation

        By: /s/ Maria Ostrow
           ------------------------
        Name: Maria Ostrow
        Title: Vice President, Treasurer
        """) == [("ALDER HOLDINGS, INC.", True, "Maria Ostrow", "Vice President, Treasurer")]


def test_in_each_case_all_entities_above_sign() -> None:
    page = """\
        THE BORROWERS:

                          ALDER TELECOM, INC.

                          ALDER TELECOM II, INC.

                          ALDER LEASING LLC

                          In each case:

                          By: /s/ Maria Ostrow
                             ------------------
                          Name: Maria Ostrow
                          Title: Treasurer
        """
    assert told(page) == [
        ("ALDER TELECOM, INC.", True, "Maria Ostrow", "Treasurer"),
        ("ALDER TELECOM II, INC.", True, "Maria Ostrow", "Treasurer"),
        ("ALDER LEASING LLC", True, "Maria Ostrow", "Treasurer"),
    ]


def test_in_each_case_through_a_sole_member_that_runs_over_two_lines() -> None:
    page = """\
        BIRCH LEASING LLC

        BIRCH SERVICES LLC

        In each case:

        By:  BIRCH TELECOM III, INC., as its Sole
        Member


        By: /s/ Maria Ostrow
        Name: Maria Ostrow
        Title: Treasurer


        CEDAR NATIONAL BANK, as the Agent
        and as a Lender


        By: /s/ G.C. Hollis
        Name: G.C. Hollis
        Title: Senior Vice President
        """
    first, second, third = read(page)
    assert [first.party, second.party] == ["BIRCH LEASING LLC", "BIRCH SERVICES LLC"]
    assert first.chain == second.chain == ("BIRCH TELECOM III, INC., as its Sole Member",)
    assert (third.party, third.capacity) == ("CEDAR NATIONAL BANK", "as the Agent and as a Lender")
    assert third.title == "Senior Vice President"


def test_a_chain_of_managers() -> None:
    page = """\
        "Borrower"

        Harbor Point Investors, LLC,
        a California limited liability company

        By: HP - Harbor Point, LLC,
        a Delaware limited liability company,
        its Manager and Class A Member

        By: Hollis/Point Office, LLC,
        a Delaware limited liability company,
        its Manager

        By: ___________________________________
        Thomas Q. Hollis
        Its: Manager

        [SIGNATURES CONTINUED ON FOLLOWING PAGE]
        """
    (one,) = read(page)
    assert one.party == "Harbor Point Investors, LLC"
    assert [link.split(",")[0] for link in one.chain] == ["HP - Harbor Point", "Hollis/Point Office"]
    assert one.chain[0].endswith("its Manager and Class A Member")
    assert (one.signatory, one.title) == ("Thomas Q. Hollis", "Manager")


def test_a_chain_on_a_line_of_its_own_with_its_office_labelled() -> None:
    page = """\
        MAPLE 51 LLC, a Texas limited liability company

        By:\t \tMaple Ventures, Inc.
        Its:\t \tManaging Member

        By:\t \t /S/

        Name:\t \tPAT DOYLE
        Title:\t \tVice President & Treasurer
        """
    (one,) = read(page)
    assert one.chain == ("Maple Ventures, Inc. its Managing Member",)
    assert (one.signed, one.signatory) == (True, "PAT DOYLE")


def test_the_former_name_is_no_part_of_the_name() -> None:
    page = """\
        ELM LENDING SERVICES CORPORATION
        (f/k/a OLDTOWN COMMERCIAL FINANCE
        CORPORATION), as the Collateral Agent and as a
        Lender


        By:________________________
        Name:
        Title:
        """
    (one,) = read(page)
    assert one.party == "ELM LENDING SERVICES CORPORATION"
    assert one.former == "OLDTOWN COMMERCIAL FINANCE CORPORATION"
    assert one.capacity == "as the Collateral Agent and as a Lender"
    assert (one.signed, one.signatory) == (False, None)


def test_as_agent_for_another_is_of_the_name() -> None:
    page = """\
        FIRTH & DALE INCORPORATED as
        agent for QUAYSIDE LIFE INSURANCE
        COMPANY, as a Lender

        By:________________________
        Name:
        Title:
        """
    (one,) = read(page)
    assert one.party == "FIRTH & DALE INCORPORATED as agent for QUAYSIDE LIFE INSURANCE COMPANY"
    assert one.capacity == "as a Lender"


def test_two_officers_of_one_entity() -> None:
    page = """\
        ROSTOCK BANK AG NEW YORK AND
        GRAND CAYMAN BRANCHES, as a Lender

        By: /s/ Jane A. Moore
        Name: Jane A. Moore
        Title: Director

        By: /s/ Brian K. Shaw
        Name: Brian K. Shaw
        Title: Associate
        """
    party = "ROSTOCK BANK AG NEW YORK AND GRAND CAYMAN BRANCHES"
    assert told(page) == [
        (party, True, "Jane A. Moore", "Director"),
        (party, True, "Brian K. Shaw", "Associate"),
    ]


def test_two_columns_set_with_blanks() -> None:
    page = """\
        ALDER HOLDINGS, INC.                          CEDAR NATIONAL BANK
        By:  /s/ Ann Lee                              By:  /s/ Edward J. Dow, III
             Chief Financial Officer and                   Vice President
             Vice President of Development
        FIR BANK, NATIONAL ASSOCIATION,               THE BANK OF SHORE TOWN
        Individually and as
        Administrative Agent
        By:  /s/ Justin Fell                          By:
             Vice President                                Vice President
        """
    one, two, three, four = read(page)
    assert (one.party, one.title) == (
        "ALDER HOLDINGS, INC.",
        "Chief Financial Officer and Vice President of Development",
    )
    assert (two.party, two.signatory) == ("CEDAR NATIONAL BANK", "Edward J. Dow, III")
    assert (three.party, three.capacity) == (
        "FIR BANK, NATIONAL ASSOCIATION",
        "Individually and as Administrative Agent",
    )
    assert (four.party, four.signed, four.signatory) == ("THE BANK OF SHORE TOWN", False, None)


def test_two_columns_whose_margins_are_lost() -> None:
    page = """\
        EMPLOYEE:                             COMPANY:

        Wharton Technologies, Inc.
        /s/ David Marsh
        David Marsh

        By: /s/ Paula Corey
        Its: PRESIDENT AND CHIEF OPERATING OFFICER
        """
    assert sorted(told(page)) == [
        ("David Marsh", True, "David Marsh", None),
        ("Wharton Technologies, Inc.", True, "Paula Corey", "PRESIDENT AND CHIEF OPERATING OFFICER"),
    ]


def test_two_columns_given_in_turn() -> None:
    page = """\
        DUNMORE CORPORATION
        AYR CLEAN TECHNOLOGY


        By:
        /s/ Mitchell Grant
        By:
        /s/ Linda Sprague

        Name:
        Mitchell Grant
        Name:
        Linda Sprague

        Its:
        President and CEO
        Its:
        VP Finance
        """
    assert told(page) == [
        ("DUNMORE CORPORATION", True, "Mitchell Grant", "President and CEO"),
        ("AYR CLEAN TECHNOLOGY", True, "Linda Sprague", "VP Finance"),
    ]


def test_an_individual_beside_an_officer_in_turn() -> None:
    page = """\
        EMPLOYEE:

        BRAMLEY SERVICE GROUP, INC.

        /s/ Edward M. Kirk

        By:
        /s/ Mark Konrad

        Edward M. Kirk

        Title:
        Chief Financial Officer
        """
    assert sorted(told(page)) == [
        ("BRAMLEY SERVICE GROUP, INC.", True, "Mark Konrad", "Chief Financial Officer"),
        ("Edward M. Kirk", True, "Edward M. Kirk", None),
    ]


def test_tabs_part_columns() -> None:
    page = """\
        PRIMROSE GROUP, INCORPORATED\t \t\t \tEXECUTIVE
        By:\t \t /s/ Neil Sutter
        /s/ Peter D. Abel
        Name:\t \tNeil Sutter\t \t\t \tPeter D. Abel
        Title:\t \tLead Director
        """
    assert sorted(told(page)) == [
        ("PRIMROSE GROUP, INCORPORATED", True, "Neil Sutter", "Lead Director"),
        ("Peter D. Abel", True, "Peter D. Abel", None),
    ]


def test_a_person_signs_for_himself() -> None:
    assert told("""\
        EXECUTIVE:

        /s/ Jane Doe
        Jane Doe, individually
        """) == [("Jane Doe", True, "Jane Doe", None)]


def test_a_person_signs_without_an_office_after_officers() -> None:
    page = """\
        TYBURN FOODS, INC.

        By: /s/ John Tyler
        Name: John Tyler
        Title: Chairman

        /s/ Richard L. Boyd
        Richard L. Boyd
        """
    assert told(page)[1] == ("Richard L. Boyd", True, "Richard L. Boyd", None)


def test_witnesses_are_no_parties() -> None:
    page = """\
        ATTEST:

        /s/ Sheila Hart
        Assistant Secretary

        MARLOW, INC.
        By: /s/ Ruth Vane
        Title: President

        WITNESS: /s/ Kathy Moss
        """
    assert told(page) == [("MARLOW, INC.", True, "Ruth Vane", "President")]


def test_a_notary_is_no_party() -> None:
    page = """\
        MARLOW, INC.
        By: /s/ Ruth Vane
        Title: President

        Sworn to and subscribed before me this 5th day of June, 2003.

        /s/ Sue E. Lowell
        Notary Public
        """
    assert [one.party for one in read(page)] == ["MARLOW, INC."]


def test_slash_s_alone_signs_with_the_name_below() -> None:
    assert told("""\
        OAKUM LLC, a Delaware limited liability company

        By:\t \t /S/

        Name:\t \tD. PATRICK LANG
        Title:\t \tPresident
        """) == [("OAKUM LLC", True, "D. PATRICK LANG", "President")]


def test_by_on_a_line_of_its_own() -> None:
    assert told("""\
        OAKUM CORPORATION
        By:
        /s/ Roger B. Royce
        Name:
        Roger B. Royce
        Title:
        Senior Vice President - Administration
        """) == [("OAKUM CORPORATION", True, "Roger B. Royce", "Senior Vice President - Administration")]


def test_a_conformed_signature_with_initials_is_signed_and_a_blank_beside_a_day_is_untold() -> None:
    north, oakum = read("""\
        Northline Telecommunications, Inc.

        By:
        Name: KAREN E. LOWRY
        Title: DIRECTOR
        Date: 8/26/04

        Oakum Telecom Holdings, Inc.

        By: Maura Bell Jonas *MBJ 8/25/04*
        Name: Maura Bell Jonas
        Title: Vice President & Senior Counsel
        Date: 8/25/04
        """)
    assert (north.signed, north.signatory, str(north.date)) == (None, "KAREN E. LOWRY", "2004-08-26")
    assert (oakum.signed, oakum.signatory, str(oakum.date)) == (True, "Maura Bell Jonas", "2004-08-25")


def test_a_typed_name_is_untold_where_nothing_shows_a_signature_and_blank_where_something_does() -> None:
    blank = """\
        PELL CORPORATION
        By: ________________________
        Eric Kranz,
        Chief Executive Officer
        """
    signed = """
        EXECUTIVE
        /s/ Marcus Wilde
        Marcus Wilde
        """
    assert told(blank) == [("PELL CORPORATION", None, "Eric Kranz", "Chief Executive Officer")]
    assert told(blank + signed)[0] == ("PELL CORPORATION", False, "Eric Kranz", "Chief Executive Officer")


def test_all_lines_blank() -> None:
    page = "".join(
        f"{name}\n\nBy:\nName:\nTitle:\n\n<PAGE>\n\n"
        for name in ("ORR BANK, N.A.", "ELECTRIC ISLES", "PELL LLC")
    )
    assert told(page) == [
        ("ORR BANK, N.A.", False, None, None),
        ("ELECTRIC ISLES", False, None, None),
        ("PELL LLC", False, None, None),
    ]


def test_notes_and_titles_of_the_instrument_between_blocks_are_no_parties() -> None:
    page = """\
        FERN BANK, N.A., as Lender


        By: ___________________________


        FIRST AMENDMENT TO CREDIT AGREEMENT AND
        INCREASE OF COMMITTED AMOUNT
        FERN SUPPLY COMPANY


        GORSE BANK, as Lender


        By: ___________________________


        (Signature Page to First Amendment)
        """
    assert [one.party for one in read(page)] == ["FERN BANK, N.A.", "GORSE BANK"]


def test_the_address_below_a_block_is_no_party() -> None:
    page = """\
        HOLLY BANK, N.A.

        By: /s/ Scott Solano
        Name: Scott Solano
        Title: Senior Vice President

        Address:
        123 North Quay Drive
        Suite 1900
        Chicago, Illinois 60606
        Attn.: Scott Solano

        IVY BANK, N.A.

        By:
        """
    assert [one.party for one in read(page)] == ["HOLLY BANK, N.A.", "IVY BANK, N.A."]


def test_names_that_run_over_lines() -> None:
    page = """\
        JASPER
        U.K. HOLDINGS LIMITED

        By /s/ J. P. Carey
        Jr.

        Name: J.
        P. Carey Jr.

        Title:
        Director
        """
    assert told(page) == [("JASPER U.K. HOLDINGS LIMITED", True, "J. P. Carey Jr.", "Director")]


def test_names_without_lines_after_the_words_of_execution() -> None:
    page = """\
        e4 Technologies, Inc.
        John Hartley
        Secretary
        Employee
        Michael E. Grant
        President and Chief
        Executive Officer
        """
    assert told(page) == [
        ("e4 Technologies, Inc.", None, "John Hartley", "Secretary"),
        ("Michael E. Grant", None, "Michael E. Grant", "President and Chief Executive Officer"),
    ]


def test_a_letter_is_signed_by_the_company_named_below_and_accepted_by_a_person() -> None:
    page = """\
        Sincerely,

        /s/ James P. Hatch
        James P. Hatch
        President and Chief Executive Officer
        Kelmscott Inc.

        ACCEPTED AND AGREED:

        /s/ James G. Mills
        James G. Mills
        Date: 8/10/04
        """
    first, second = read(page, before=BODY)
    assert (first.party, first.signatory) == ("Kelmscott Inc.", "James P. Hatch")
    assert (second.party, str(second.date)) == ("James G. Mills", "2004-08-10")


def test_many_entities_above_one_signature() -> None:
    page = """\
        LARCH, INC.
        FIRST LARCH HEALTHCARE CORPORATION
        LARCH PROPERTIES OF NORTHERN
        ILLINOIS, INC.
        LARCH PARTNERS, LTD.
        By: Larch Services, Inc.,
        its General Partner
        LARCH SYSTEMS, INC.

        By: /s/ Richard Lark
        Richard Lark
        Vice President of Finance, on behalf of
        each of the above corporations
        """
    found = read(page)
    assert [one.party for one in found] == [
        "LARCH, INC.",
        "FIRST LARCH HEALTHCARE CORPORATION",
        "LARCH PROPERTIES OF NORTHERN ILLINOIS, INC.",
        "LARCH PARTNERS, LTD.",
        "LARCH SYSTEMS, INC.",
    ]
    assert found[3].chain == ("Larch Services, Inc., its General Partner",)
    assert {one.title for one in found} == {"Vice President of Finance"}


def test_a_form_of_an_exhibit_is_read_too() -> None:
    page = """\
        MARLOW, INC.
        By: /s/ Ruth Vane
        Title: President

        EXHIBIT A

        REAFFIRMATION OF GUARANTY

        Each Guarantor hereby acknowledges and consents to the execution and delivery of the Amendment and
        agrees that the Guaranty to which such Guarantor is a party remains in full force and effect.

        MARLOW GUARANTOR LLC
        By:  Marlow, Inc., as its Sole Member

        By: /s/ Ruth Vane
        Name: Ruth Vane
        Title: President
        """
    assert [one.party for one in read(page)] == ["MARLOW, INC.", "MARLOW GUARANTOR LLC"]
    assert len(signature_pages(document(page))) == 2


def test_pages_hold_the_blocks_and_nothing_of_the_body() -> None:
    page = """\
        NORTON, INC.

        By: /s/ Ruth Vane
        Title: President

        [Signature page to First Amendment]

        WITNESS:

        /s/ Kathy Moss

        OLIVE BANK, N.A.

        By:

        EXHIBIT A
        The covenants shall be as follows, and each of the parties shall be bound by them in all respects.
        """
    read_page = document(page)
    ((first, last),) = signature_pages(read_page)
    lines = [read_page.text[line.start : line.end] for line in read_page.lines]
    assert lines[first] == "NORTON, INC."
    assert lines[last - 1] == "By:"
    assert not any("shall" in line or "WITNESS WHEREOF" in line for line in lines[first:last])


def test_a_body_without_signatures_has_none() -> None:
    text = (
        BODY
        + "1. Notice. All notices shall be sent to the Lender by courier.\n\nBy:\ncourier\n\n(a) by mail.\n"
    )
    assert signatures(from_text("body.txt", text.encode())) == ()


_PIECES = st.sampled_from(
    [
        "By:", "By: ", "/s/ ", "/S/", "Jane Doe", "ALDER, INC.", "Name:", "Title: ", "Its:",
        "Date: 8/1/04", "(", ")", "____________", "------------", "\n", "\n\n", "\t", "          ",
        "In each case:", "ATTEST:", "Notary Public", "as a Lender", "f/k/a ", "EMPLOYEE:",
        "IN WITNESS WHEREOF, the parties have executed this Agreement", "and", ",", "<PAGE>",
        "EXHIBIT A", "a Delaware corporation", "its Manager", "[Signature page follows]", "Sincerely,",
        "*MJ 8/1/04*", "III", "é", "“Bank”",
    ]
)  # fmt: skip


def holds(text: str) -> None:
    """What is always true of a reading."""
    if not text.strip():
        return
    any_document = from_text("any.txt", text.encode("utf-8", "replace"))
    for one in signatures(any_document):
        assert one.party
        assert 0 <= one.span.start < one.span.end <= len(any_document.text)
        assert one.span.document == any_document.id
    end = 0
    for first, last in signature_pages(any_document):
        assert end <= first < last <= len(any_document.lines)
        end = last


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_page_is_read_and_spans_stand_in_the_document(text: str) -> None:
    holds(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=400))
def test_any_text_is_read(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "piece",
    [
        "By:\n",
        "ALDER, INC.\n",
        "/s/ Jane Doe\n",
        "a, ",
        "By: ALDER, INC., ",
        "____ ",
        "f/k/a (",
        "\t/s/ x",
        "floor 1 ",
    ],
)
def test_reading_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (TESTIMONIUM + piece * (size // len(piece))).encode()
        made = from_text("long.txt", text)
        begun = time.process_time()
        signatures(made)
        return time.process_time() - begun

    assert seconds(120_000) < 12 * max(seconds(20_000), 0.02)


# -- The real documents beside the checkout

SHARED = Path(os.environ.get("CONFORMED_SHARED", Path(__file__).parents[3] / "shared"))


def scorer() -> ModuleType:
    if not (SHARED / "gold" / "score.py").is_file():
        if os.environ.get("CONFORMED_REQUIRE_SHARED") == "1":
            pytest.fail(f"the real documents are required and not at {SHARED}")
        pytest.skip(f"the real documents are not at {SHARED}")
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_the_gold_readings_are_met() -> None:
    score = scorer()

    def alike(want: dict[str, object], got: dict[str, object]) -> bool:
        who = want["signatory"] is None or score.fold(want["signatory"]) == score.fold(got["signatory"])
        return bool(
            score.fold(want["party"]) == score.fold(got["party"]) and want["signed"] == got["signed"] and who
        )

    total = [0, 0, 0]
    for file in sorted((SHARED / "gold" / "dev").glob("*.json")):
        gold = json.loads(file.read_text())
        if file.stem.startswith(("probes", "structure")) or gold["instrument"]["kind"] == "other":
            continue
        want = [one for instrument in score.instruments(gold) for one in instrument["signatures"]]
        source = SHARED / "corpus" / "dev" / f"{file.stem}.txt"
        found = signatures(from_text(source.name, source.read_bytes()))
        got = [{"party": one.party, "signed": one.signed, "signatory": one.signatory} for one in found]
        counts = score.tally(want, got, alike)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        if file.stem.startswith("kmc"):
            assert counts[0] == counts[1] == counts[2], file.stem
    assert score.f1(*total) >= 0.98
