"""Signature pages on the model of real ones, with invented parties."""

import importlib.util
import json
import os
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conformed.document import Document, from_text
from conformed.instrument.marks import Signature
from conformed.instrument.signing.cells import cells, may_sign
from conformed.instrument.signing.execution import says_so
from conformed.instrument.signing.kinds import SIGNING, Kind
from conformed.instrument.signing.kinds import told as kind_of
from conformed.instrument.signing.signatures import signatures

TESTIMONIUM = "IN WITNESS WHEREOF, the parties have executed this Amendment on the day above written.\n\n"
BODY = "Except as so amended, the Agreement remains in full force and effect.\n\n"


def document(page: str, *, before: str = BODY + TESTIMONIUM) -> Document:
    return from_text("page.txt", (before + dedent(page)).encode())


def read(page: str, *, before: str = BODY + TESTIMONIUM) -> list[Signature]:
    return list(signatures(document(page, before=before)))


def told(page: str) -> list[tuple[str, bool | None, str | None, str | None]]:
    """The party, whether it signed, by whom and in what office."""
    return [(one.party, one.signed, one.signatory, one.title) for one in read(page)]


def test_a_note_that_a_page_is_left_blank_signs_nothing() -> None:
    page = """\
        LEFT BLANK INTENTIONALLY

        ALDER HOLDINGS, INC.

        By: /s/ Maria Ostrow
        """
    assert told(page) == [("ALDER HOLDINGS, INC.", True, "Maria Ostrow", None)]


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

                          ALDER QUARRIES, INC.

                          ALDER QUARRIES II, INC.

                          ALDER LEASING LLC

                          In each case:

                          By: /s/ Maria Ostrow
                             ------------------
                          Name: Maria Ostrow
                          Title: Treasurer
        """
    assert told(page) == [
        ("ALDER QUARRIES, INC.", True, "Maria Ostrow", "Treasurer"),
        ("ALDER QUARRIES II, INC.", True, "Maria Ostrow", "Treasurer"),
        ("ALDER LEASING LLC", True, "Maria Ostrow", "Treasurer"),
    ]


def test_in_each_case_through_a_sole_member_that_runs_over_two_lines() -> None:
    page = """\
        BIRCH LEASING LLC

        BIRCH SERVICES LLC

        In each case:

        By:  BIRCH MILLS II, INC., as its Sole
        Member


        By: /s/ Maria Ostrow
        Name: Maria Ostrow
        Title: Treasurer


        CEDAR COUNTY BANK, as Agent and
        as a Lender


        By: /s/ R.T. Fenn
        Name: R.T. Fenn
        Title: Senior Vice President
        """
    first, second, third = read(page)
    assert [first.party, second.party] == ["BIRCH LEASING LLC", "BIRCH SERVICES LLC"]
    assert first.chain == second.chain == ("BIRCH MILLS II, INC., as its Sole Member",)
    assert (third.party, third.capacity) == ("CEDAR COUNTY BANK", "as Agent and as a Lender")
    assert third.title == "Senior Vice President"


def test_a_chain_of_managers() -> None:
    page = """\
        "Borrower"

        Tolland Wharf Partners, LLC,
        a Nevada limited liability company

        By: TW - Tolland Wharf, LLC,
        an Oregon limited liability company,
        its Manager and Class B Member

        By: Renner/Wharf Mills, LLC,
        an Oregon limited liability company,
        its Manager

        By: ___________________________________
        Ivo S. Renner
        Its: Manager

        [SIGNATURES CONTINUE ON THE NEXT PAGE]
        """
    (one,) = read(page)
    assert one.party == "Tolland Wharf Partners, LLC"
    assert [link.split(",")[0] for link in one.chain] == ["TW - Tolland Wharf", "Renner/Wharf Mills"]
    assert one.chain[0].endswith("its Manager and Class B Member")
    assert (one.signatory, one.title) == ("Ivo S. Renner", "Manager")


def test_a_chain_on_a_line_of_its_own_with_its_office_labelled() -> None:
    page = """\
        MAPLE SEVEN LLC, an Idaho limited liability company

        By:\t \tMaple Ventures, Inc.
        Its:\t \tManaging Member

        By:\t \t /S/

        Name:\t \tLEONE BRAKE
        Title:\t \tVice President & Controller
        """
    (one,) = read(page)
    assert one.chain == ("Maple Ventures, Inc. its Managing Member",)
    assert (one.signed, one.signatory) == (True, "LEONE BRAKE")


def test_the_former_name_is_no_part_of_the_name() -> None:
    page = """\
        ELM CAPITAL PARTNERS CORPORATION
        (f/k/a OLDTOWN EQUIPMENT LEASING
        CORPORATION), as the Documentation Agent and a
        Lender


        By:________________________
        Name:
        Title:
        """
    (one,) = read(page)
    assert one.party == "ELM CAPITAL PARTNERS CORPORATION"
    assert one.former == "OLDTOWN EQUIPMENT LEASING CORPORATION"
    assert one.capacity == "as the Documentation Agent and a Lender"
    assert (one.signed, one.signatory) == (False, None)


def test_as_agent_for_another_is_of_the_name() -> None:
    page = """\
        FIRTH & DALE INCORPORATED as
        agent for QUAYSIDE MUTUAL ASSURANCE
        COMPANY, as a Lender

        By:________________________
        Name:
        Title:
        """
    (one,) = read(page)
    assert one.party == "FIRTH & DALE INCORPORATED as agent for QUAYSIDE MUTUAL ASSURANCE COMPANY"
    assert one.capacity == "as a Lender"


def test_two_officers_of_one_entity() -> None:
    page = """\
        STRALSUND BANK AG LONDON AND
        NASSAU BRANCHES, as a Lender

        By: /s/ Petra Lind
        Name: Petra Lind
        Title: Director

        By: /s/ Owen Tharp
        Name: Owen Tharp
        Title: Associate
        """
    party = "STRALSUND BANK AG LONDON AND NASSAU BRANCHES"
    assert told(page) == [
        (party, True, "Petra Lind", "Director"),
        (party, True, "Owen Tharp", "Associate"),
    ]


def test_two_columns_set_with_blanks() -> None:
    page = """\
        ALDER HOLDINGS, INC.                          CEDAR NATIONAL BANK
        By:  /s/ Uma Roy                              By:  /s/ Basil K. Oar, III
             Chief Operating Officer and                   Vice President
             Vice President of Planning
        FIR BANK, NATIONAL ASSOCIATION,               THE BANK OF SHORE TOWN
        Individually and as
        Administrative Agent
        By:  /s/ Odette Farr                          By:
             Vice President                                Vice President
        """
    one, two, three, four = read(page)
    assert (one.party, one.title) == (
        "ALDER HOLDINGS, INC.",
        "Chief Operating Officer and Vice President of Planning",
    )
    assert (two.party, two.signatory) == ("CEDAR NATIONAL BANK", "Basil K. Oar, III")
    assert (three.party, three.capacity) == (
        "FIR BANK, NATIONAL ASSOCIATION",
        "Individually and as Administrative Agent",
    )
    assert (four.party, four.signed, four.signatory) == ("THE BANK OF SHORE TOWN", False, None)


def test_two_columns_whose_margins_are_lost() -> None:
    page = """\
        EMPLOYEE:                             COMPANY:

        Tolliver Instruments, Inc.
        /s/ Simon Beck
        Simon Beck

        By: /s/ Greta Lowe
        Its: PRESIDENT AND CHIEF OPERATING OFFICER
        """
    assert sorted(told(page)) == [
        ("Simon Beck", True, "Simon Beck", None),
        ("Tolliver Instruments, Inc.", True, "Greta Lowe", "PRESIDENT AND CHIEF OPERATING OFFICER"),
    ]


def test_two_columns_given_in_turn() -> None:
    page = """\
        DUNMORE CORPORATION
        AYR KILN ENGINEERING


        By:
        /s/ Otto Keene
        By:
        /s/ Mabel Frost

        Name:
        Otto Keene
        Name:
        Mabel Frost

        Its:
        President and CEO
        Its:
        VP Operations
        """
    assert told(page) == [
        ("DUNMORE CORPORATION", True, "Otto Keene", "President and CEO"),
        ("AYR KILN ENGINEERING", True, "Mabel Frost", "VP Operations"),
    ]


def test_two_columns_in_turn_whose_labels_stand_alone() -> None:
    page = """\
        OWNER:\t\tBUILDER:

        ELM HARBOR, LLC,
        OAK BARGES, INC.,

        a Nevada limited liability company
        a Nevada corporation

        By:
        /s/ Tom Reed
        By:
        /s/ Ann Birch

        Name:
        Tom Reed
        Name:
        Ann Birch

        Title:
        Assistant Secretary
        Title:
        President
        """
    assert told(page) == [
        ("ELM HARBOR, LLC", True, "Tom Reed", "Assistant Secretary"),
        ("OAK BARGES, INC.", True, "Ann Birch", "President"),
    ]


def test_two_lines_one_below_the_other_whose_names_are_typed_side_by_side() -> None:
    page = """\
        ELM HARBOR CORPORATION

        By:\t/s/ Tom Reed
        By:\t/s/ Ann Birch

        Tom Reed, VP Barges\t\tAnn Birch
        """
    assert told(page) == [("ELM HARBOR CORPORATION", True, "Tom Reed", "VP Barges"), ("Ann Birch", True, "Ann Birch", None)]


def test_the_name_typed_for_a_witness_is_no_party() -> None:
    page = """\
        ELM HARBOR, INC.

        ATTEST:

        By:\t/s/ Tom Reed
        By:\t/s/ Ann Birch

        Tom Reed, Vice President and Secretary\t\tAnn Birch, President

        By:\t/s/ Lee Ash

        Lee Ash
        """
    assert [(one.party, one.signatory) for one in read(page)][-1] == ("Lee Ash", "Lee Ash")
    assert "Tom Reed" not in {one.party for one in read(page)} | {one.signatory for one in read(page)}


def test_the_last_word_of_an_acknowledgment_is_no_party() -> None:
    page = """\
        ELM HARBOR, INC.

        By:\t/s/ Tom Reed

        STATE OF OHIO
        This instrument was acknowledged before me on May 2, 2020 by Ann Birch as Senior Vice President of Oak Bank of the North,
        N.A.

        /s/ Lee Ash
        Notary Public
        """
    assert [one.signatory for one in read(page)] == ["Tom Reed"]


def test_an_individual_beside_an_officer_in_turn() -> None:
    page = """\
        EMPLOYEE:

        BRAMLEY SERVICE GROUP, INC.

        /s/ Lionel T. Reeve

        By:
        /s/ Hugh Amory

        Lionel T. Reeve

        Title:
        Chief Financial Officer
        """
    assert sorted(told(page)) == [
        ("BRAMLEY SERVICE GROUP, INC.", True, "Hugh Amory", "Chief Financial Officer"),
        ("Lionel T. Reeve", True, "Lionel T. Reeve", None),
    ]


def test_tabs_part_columns() -> None:
    page = """\
        PRIMROSE GROUP, INCORPORATED\t \t\t \tEXECUTIVE
        By:\t \t /s/ Cyril Noon
        /s/ Quentin F. Gale
        Name:\t \tCyril Noon\t \t\t \tQuentin F. Gale
        Title:\t \tManaging Director
        """
    assert sorted(told(page)) == [
        ("PRIMROSE GROUP, INCORPORATED", True, "Cyril Noon", "Managing Director"),
        ("Quentin F. Gale", True, "Quentin F. Gale", None),
    ]


def test_a_person_signs_for_himself() -> None:
    assert told("""\
        EXECUTIVE:

        /s/ Jane Doe
        Jane Doe, individually
        """) == [("Jane Doe", True, "Jane Doe", None)]


def test_a_person_signs_without_an_office_after_officers() -> None:
    page = """\
        CORBEL MILLING, INC.

        By: /s/ Alan Frith
        Name: Alan Frith
        Title: Chairman

        /s/ Stephen O. Marl
        Stephen O. Marl
        """
    assert told(page)[1] == ("Stephen O. Marl", True, "Stephen O. Marl", None)


def test_witnesses_are_no_parties() -> None:
    page = """\
        ATTEST:

        /s/ Nora Quill
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

        Subscribed and sworn to before me on June 11, 2007.

        /s/ Dora Finch
        Notary Public
        """
    assert [one.party for one in read(page)] == ["MARLOW, INC."]


def test_the_entity_with_which_an_acknowledgment_ends_does_not_sign_by_the_notary() -> None:
    page = """\
        MARLOW, INC.
        By: /s/ Ruth Vane
        Title: President

        On this third day of May, 2007, there personally appeared before me, a notary, Ruth Vane, known to me as the
        President of Marlow, Inc., who acknowledged that she executed this Amendment as the deed of
        Marlow, Inc.

        /s/ Dora Finch
        Notary Public
        """
    assert [one.party for one in read(page)] == ["MARLOW, INC."]


def test_slash_s_alone_signs_with_the_name_below() -> None:
    assert told("""\
        OAKUM LLC, a Delaware limited liability company

        By:\t \t /S/

        Name:\t \tJ. WARREN SPEAR
        Title:\t \tPresident
        """) == [("OAKUM LLC", True, "J. WARREN SPEAR", "President")]


def test_by_on_a_line_of_its_own() -> None:
    assert told("""\
        OAKUM CORPORATION
        By:
        /s/ Felix N. Dray
        Name:
        Felix N. Dray
        Title:
        Senior Vice President - Logistics
        """) == [("OAKUM CORPORATION", True, "Felix N. Dray", "Senior Vice President - Logistics")]


def test_a_conformed_signature_with_initials_is_signed_and_a_blank_beside_a_day_is_untold() -> None:
    north, oakum = read("""\
        Northline Pipelines, Inc.

        By:
        Name: STELLA R. OAKES
        Title: MANAGER
        Date: 3/18/11

        Oakum Storage Partners, Inc.

        By: Hilda Vane Crewe *HVC 3/17/11*
        Name: Hilda Vane Crewe
        Title: Vice President & General Counsel
        Date: 3/17/11
        """)
    assert (north.signed, north.signatory, str(north.date)) == (None, "STELLA R. OAKES", "2011-03-18")
    assert (oakum.signed, oakum.signatory, str(oakum.date)) == (True, "Hilda Vane Crewe", "2011-03-17")


def test_a_typed_name_is_untold_where_nothing_shows_a_signature_and_blank_where_something_does() -> None:
    blank = """\
        PELL CORPORATION
        By: ________________________
        Ned Harker,
        Chief Executive Officer
        """
    signed = """
        EXECUTIVE
        /s/ Gideon Low
        Gideon Low
        """
    assert told(blank) == [("PELL CORPORATION", None, "Ned Harker", "Chief Executive Officer")]
    assert told(blank + signed)[0] == ("PELL CORPORATION", False, "Ned Harker", "Chief Executive Officer")


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
        CHANGE OF THE MATURITY DATE
        FERN SUPPLY COMPANY


        GORSE BANK, as Lender


        By: ___________________________


        (Signature Page to First Amendment)
        """
    assert [one.party for one in read(page)] == ["FERN BANK, N.A.", "GORSE BANK"]


def test_the_address_below_a_block_is_no_party() -> None:
    page = """\
        HOLLY BANK, N.A.

        By: /s/ Warren Tuck
        Name: Warren Tuck
        Title: Senior Vice President

        Address:
        9 Cooper Row
        Suite 310
        Dayton, Ohio 45402
        Attn.: Warren Tuck

        IVY BANK, N.A.

        By:
        """
    assert [one.party for one in read(page)] == ["HOLLY BANK, N.A.", "IVY BANK, N.A."]


def test_names_that_run_over_lines() -> None:
    page = """\
        JASPER
        N.Z. TRADING LIMITED

        By /s/ A. B. Drake
        Jr.

        Name: A.
        B. Drake Jr.

        Title:
        Director
        """
    assert told(page) == [("JASPER N.Z. TRADING LIMITED", True, "A. B. Drake Jr.", "Director")]


def test_a_signed_name_goes_on_below_as_the_name_typed_tells() -> None:
    page = """\
        JASPER TRADING LIMITED

        0;                       /s/ Abel Brook
        Drake

        Name: Abel
        Brook Drake

        Title:
        Director
        """
    assert told(page) == [("JASPER TRADING LIMITED", True, "Abel Brook Drake", "Director")]


def test_the_committee_of_which_an_officer_is_chairman_signs_nothing() -> None:
    page = """\
        /s/ Ruth Vane
        Ruth Vane, Chairman
        Toll Committee

        Acknowledged and Accepted:

        /s/ Julian Stott
        Julian Stott
        """
    assert told(page) == [
        ("Ruth Vane", True, "Ruth Vane", "Chairman Toll Committee"),
        ("Julian Stott", True, "Julian Stott", None),
    ]


def test_the_board_on_which_one_sits_signs_nothing() -> None:
    assert told("""\
        /s/
        Ruth Vane
        Ruth Vane
        Member,
        Board of Directors
        Toll
        Committee

        Acknowledged and Accepted:

        /s/ Julian Stott
        Julian
        J. Stott
        """)[1] == ("Julian J. Stott", True, "Julian Stott", None)


def test_a_committee_whose_chairman_signs_ends_his_title() -> None:
    page = """\
        ALDER FERRIES, INC.

        By  /s/ Ruth Vane
        Name:   Ruth Vane
        Title:  Chairman of the Toll
        Committee of the Board of Directors

        EXECUTIVE:

        /s/ Julian Stott
        (Signature)
        """
    assert told(page) == [
        ("ALDER FERRIES, INC.", True, "Ruth Vane", "Chairman of the Toll Committee of the Board of Directors"),
        ("Julian Stott", True, "Julian Stott", None),
    ]


def test_the_last_word_of_a_name_below_a_blank_line_is_of_it() -> None:
    assert told("""\
        ALDER QUARRY CREDIT

        CORPORATION, as Agent and Lender

        By: /s/ Maria Ostrow
        """) == [("ALDER QUARRY CREDIT CORPORATION", True, "Maria Ostrow", None)]


def test_for_what_a_party_signs_is_no_part_of_its_name() -> None:
    assert [one.party for one in read("""\
        ALDER ARMORED WAGON CORPORATION
        (for purposes of Section 5 only) as a
        Toll Support Party

        By: /s/ Maria Ostrow

        BRAMBLE NATIONAL BANK, Agent

        By: /s/ Piet Havel
        """)] == ["ALDER ARMORED WAGON CORPORATION", "BRAMBLE NATIONAL BANK"]


def test_a_mark_over_an_empty_line_signs_it() -> None:
    assert told("""\
        ALDER QUARRIES, INC.

        [SIGNATURE APPEARS HERE]
        By: ____________________
        Title: Vice President
        """) == [("ALDER QUARRIES, INC.", True, None, "Vice President")]


def test_words_that_stand_for_a_signature_name_nobody() -> None:
    page = """\
        MARLOW, INC.
        By: /s/ AUTHORIZED SIGNATORY
        Name:  Ruth Vane
        Title: President

        FINCH, INC.
        By: /s/ AUTHORIZED SIGNATORY
        Name:
        Title:
        """
    assert told(page) == [("MARLOW, INC.", True, "Ruth Vane", "President"), ("FINCH, INC.", True, None, None)]


def test_names_without_lines_after_the_words_of_execution() -> None:
    page = """\
        k9 Instruments, Inc.
        Paul Ferrier
        Secretary
        Employee
        Julian E. Stott
        President and Chief
        Executive Officer
        """
    assert told(page) == [
        ("k9 Instruments, Inc.", None, "Paul Ferrier", "Secretary"),
        ("Julian E. Stott", None, "Julian E. Stott", "President and Chief Executive Officer"),
    ]


def test_a_letter_is_signed_by_the_company_named_below_and_accepted_by_a_person() -> None:
    page = """\
        Sincerely,

        /s/ Hector P. Dune
        Hector P. Dune
        President and Chief Executive Officer
        Kelmscott Inc.

        ACCEPTED AND AGREED:

        /s/ Ralph G. Tern
        Ralph G. Tern
        Date: 5/6/13
        """
    first, second = read(page, before=BODY)
    assert (first.party, first.signatory) == ("Kelmscott Inc.", "Hector P. Dune")
    assert (second.party, str(second.date)) == ("Ralph G. Tern", "2013-05-06")


def test_many_entities_above_one_signature() -> None:
    page = """\
        LARCH, INC.
        FIRST LARCH TIMBER CORPORATION
        LARCH FORESTS OF WESTERN
        MONTANA, INC.
        LARCH SAWMILLS, LTD.
        By: Larch Managers, Inc.,
        its General Partner
        LARCH KILNS, INC.

        By: /s/ Eva Sund
        Eva Sund
        Vice President of Treasury, on behalf of
        each of the above corporations
        """
    found = read(page)
    assert [one.party for one in found] == [
        "LARCH, INC.",
        "FIRST LARCH TIMBER CORPORATION",
        "LARCH FORESTS OF WESTERN MONTANA, INC.",
        "LARCH SAWMILLS, LTD.",
        "LARCH KILNS, INC.",
    ]
    assert found[3].chain == ("Larch Managers, Inc., its General Partner",)
    assert {one.title for one in found} == {"Vice President of Treasury"}


@pytest.mark.parametrize(
    ("officer", "end", "executive", "last"), [("ROSA MARIA", "LANDING", "TOBIAS", "MARLIN"), ("Rosa Maria", "Landing", "Tobias", "Marlin")]
)
def test_names_signed_over_two_lines_of_two_columns(officer: str, end: str, executive: str, last: str) -> None:
    page = (
        f"EXECUTIVE\t \tEMPLOYER\n\nALDER MILLS, INC.\n\n/s/ {executive}\n{last}\nBy:\t \t/s/ {officer}\n{end}\n\n"
        "Tobias Marlin\nName:\t \tRosa Maria Landing\nIts:\t \tPresident\n"
    )
    assert told(page) == [
        ("ALDER MILLS, INC.", True, f"{officer} {end}", "President"),
        ("Tobias Marlin", True, f"{executive} {last}", None),
    ]


def test_a_name_signed_over_two_lines_is_whole_as_it_is_typed_below() -> None:
    page = "ALDER MILLS, INC.\n\nBy: /s/ JUAN CARLOS\nDEL RIO\nJuan Carlos del Rio\nPresident\n"
    assert told(page) == [("ALDER MILLS, INC.", True, "JUAN CARLOS DEL RIO", "President")]


def test_a_term_behind_the_party_a_name_in_the_title_and_a_day_with_the_day_first() -> None:
    (one,) = read("Alder Mills Ltd. (the “Company”)\n\nBy: /s/ Pia Fisher\n\nTitle: Pia Fisher, CEO\n\nDate:  28/2/2013\n")
    assert (one.party, one.signatory, one.title, str(one.date)) == ("Alder Mills Ltd.", "Pia Fisher", "CEO", "2013-02-28")


def test_a_form_of_an_exhibit_is_read_too() -> None:
    page = """\
        MARLOW, INC.
        By: /s/ Ruth Vane
        Title: President

        EXHIBIT A

        CONFIRMATION OF GUARANTY

        The undersigned has read the Amendment, assents to each of its terms, and confirms that the guaranty
        which it gave on May 3, 2010 stands behind all that the Borrower owes.

        MARLOW GUARANTOR LLC
        By:  Marlow, Inc., as its Sole Member

        By: /s/ Ruth Vane
        Name: Ruth Vane
        Title: President
        """
    assert [one.party for one in read(page)] == ["MARLOW, INC.", "MARLOW GUARANTOR LLC"]


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


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
@example("EXHIBIT A\t/s/ \tBy:")
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
def test_a_long_page_is_read(piece: str) -> None:
    holds(TESTIMONIUM + piece * (20_000 // len(piece)))


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


@pytest.mark.parametrize(
    "words",
    [
        *(
            "By: Jane Doe",
            "BY",
            "By Alder, Inc.",
            "and by : ____",
            "per: Jane Doe",
            "Per; ____",
            "by/s/ J. Doe",
        ),
        *(
            "Signature of Seller: J. Doe",
            "Signed by: J. Doe",
            "sign : J. Doe",
            "Authorized Signature: J. Doe",
        ),
        *(
            "/s/ Jane Doe",
            "/S/Jane Doe",
            "// Jane Doe",
            "/ s / Jane Doe",
            "s/ Jane Doe",
            "\\s\\ Jane Doe",
        ),
        *("[Signature appears here]", "(s) Jane Doe", "(signed) Jane Doe", "[Signed] Jane Doe"),
        *("____", "- ------", "------", "..........", "––––––", "————"),
    ],
)
def test_lines_that_may_sign_are_told_by_their_marks(words: str) -> None:
    assert kind_of(words).kind in SIGNING
    assert may_sign(words.upper())


@pytest.mark.parametrize(
    "words",
    [
        *(
            "IN WITNESS WHEREOF the parties",
            "as witness the due execution",
            "Due execution of it",
            "hereunto affixed",
        ),
        *(
            "the undersigned",
            "have duly caused",
            "have signed",
            "signing below",
            "I hereby agree",
            "I accept it",
        ),
        *(
            "Agreed, and confirmed",
            "accepted and confirmed",
            "acknowledged, for itself",
            "executed on the date above",
        ),
        *("Very truly yours", "Sincerely", "please feel free to call"),
    ],
)
def test_words_of_execution_may_sign(words: str) -> None:
    assert says_so(words)
    assert may_sign(words)


@pytest.mark.parametrize(
    ("lines", "capacity"),
    [
        ("ALDER BANK, N.A.,\nas Administrative\nAgent", "as Administrative Agent"),
        ("ALDER BANK, N.A., as Administrative\n\nAgent and as a Lender", "as Administrative Agent and as a Lender"),
        ("ALDER BANK, N.A.,\n\nas Agent, Sole Lead Arranger, Swingline\n\nLender and a Lender", "as Agent, Sole Lead Arranger, Swingline Lender and a Lender"),
        ("ALDER BANK, N.A., as a\n\nLender", "as a Lender"),
        ("ALDER BANK, N.A., in its individual\ncapacity  and  as  Agent", "in its individual capacity and as Agent"),
        ("ALDER BANK, N.A., as Joint\nLead Arranger and as a Lender", "as Joint Lead Arranger and as a Lender"),
        ("ALDER BANK, N.A., as Agent\n\nLENDERS:", "as Agent"),
    ],
)
def test_a_capacity_is_not_cut_short_where_its_line_ends(lines: str, capacity: str) -> None:
    page = f"{lines}\n\nBy: /s/ Ada Thorne\nName: Ada Thorne\nTitle: President\n\nCEDAR BANK,\nas a Lender\n\nBy: /s/ Ines Vale\nName: Ines Vale\n"
    found = read(page)
    assert [(one.party.rstrip("."), one.capacity) for one in found] == [("ALDER BANK, N.A", capacity), ("CEDAR BANK", "as a Lender")]


def test_lines_between_paragraphs_are_cells_where_someone_may_sign() -> None:
    rates = "Harvest    12.5\nWinter    14.5\n\n"
    body = (
        "The rates in the table above shall be charged for all of the grain that is stored at the dock.\n\n"
    )
    page = document(body + rates + body + "ALDER, INC.\n\nBy: /s/ Jane Doe\n\n" + body, before="")
    assert [cell.words for cell in cells(page) if cell.kind is not Kind.PROSE] == ["ALDER, INC.", "Jane Doe"]
    assert [one.party for one in signatures(page)] == ["ALDER, INC."]


def test_a_document_that_goes_on_behind_names_is_not_signed_by_them() -> None:
    names = "The parties to the Agreement are named in this table as they stand there.\n\nALDER, INC.\nJane Doe\n\n"
    body = "The rates in the table above shall be charged for all of the grain that is stored at the dock.\n"
    assert read(names + body, before="") == []


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


def test_the_chairman_of_a_committee_signs_for_the_company() -> None:
    assert told("""\
        CHAIRMAN, PAY AND PENSION
        COMMITTEE OF THE BOARD OF DIRECTORS OF
        ALDER QUARRIES, INC.

        By: /s/ Maria Ostrow
        """) == [("ALDER QUARRIES, INC.", True, "Maria Ostrow", "CHAIRMAN, PAY AND PENSION COMMITTEE")]


def test_a_committee_below_its_chairman_signs_nothing() -> None:
    assert told("""\
        ALDER QUARRIES, INC.

        By: /s/ Maria Ostrow
        Name & Title: Maria Ostrow
        General Counsel

        Approved:

        By: /s/ Tom Hale
        Name & Title: Chairman of the
        Alder Pay Committee
        """) == [
        ("ALDER QUARRIES, INC.", True, "Maria Ostrow", "General Counsel"),
        ("Tom Hale", True, "Tom Hale", "Chairman of the Alder Pay Committee"),
    ]


def test_an_office_told_with_its_company_below_a_name_is_a_title() -> None:
    assert told("""\
        Sincerely yours,

        /s/ Maria Ostrow

        Maria Ostrow

        Chief Executive Officer of Alder Quarries Corporation


        /s/ Ole Tamm

        Ole Tamm
        """) == [
        ("Maria Ostrow", True, "Maria Ostrow", "Chief Executive Officer of Alder Quarries Corporation"),
        ("Ole Tamm", True, "Ole Tamm", None),
    ]


def test_the_day_below_a_witness_is_nobody() -> None:
    assert [name for name, *_ in told("""\
        ALDER QUARRIES, INC.

        By: /s/ Maria Ostrow
        Date:
        May 4, 2007

        Attest:
        /s/ Tom Hale
        Tom Hale, Secretary
        Date:
        May 4, 2007

        /s/ Ole Tamm
        Ole Tamm
        """)] == ["ALDER QUARRIES, INC.", "Ole Tamm"]


@pytest.mark.parametrize("behind", [" by its authorized signatory", ", with its principal office in Weir, Ohio", ", through its division Alder Leasing"])
def test_how_and_where_a_party_acts_is_no_part_of_its_name(behind: str) -> None:
    (one,) = read(f"ALDER BANK, NA{behind}\n\nBy: /s/ Maria Ostrow\n")
    assert one.party == "ALDER BANK, NA"
