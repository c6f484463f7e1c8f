"""For whom a line is signed: officers side by side, notaries, captions alone, names that run over lines."""

import datetime

from conformed.document import from_text
from conformed.instrument import parse, signatures
from tests.instrument.test_signatures import read, told


def test_two_officers_in_one_line_sign_for_the_entity_above_them() -> None:
    assert told("""\
        BIRCH BANK, individually and as
        Administrative Agent,


        By /s/ Ole Tamm           /s/ Maria Ostrow
        Name: Ole Tamm            Maria Ostrow
        Title: Vice President     Vice President
        """) == [
        ("BIRCH BANK", True, "Ole Tamm", "Vice President"),
        ("BIRCH BANK", True, "Maria Ostrow", "Vice President"),
    ]


def test_a_person_without_an_office_beside_an_officer_signs_for_himself() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.

        By: /s/ Ole Tamm          /s/ Maria Ostrow
        Name: Ole Tamm            Maria Ostrow
        Title: Treasurer
        """) == [
        ("ALDER HOLDINGS, INC.", True, "Ole Tamm", "Treasurer"),
        ("Maria Ostrow", True, "Maria Ostrow", None),
    ]


def test_a_notary_signs_nothing() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.

        By: /s/ Ole Tamm
        Name: Ole Tamm

        On May 3, 2001, before me, Ida Quill, a Notary Public, personally appeared
        Ole Tamm, known to me to be the person whose name is subscribed to the within
        instrument, and acknowledged to me that he executed the same for the company.

        WITNESS my hand and official seal.

        Signature

        /s/ Ida Quill

        BIRCH BANK

        By: /s/ Maria Ostrow
        """) == [("ALDER HOLDINGS, INC.", True, "Ole Tamm", None), ("BIRCH BANK", True, "Maria Ostrow", None)]


def test_a_bare_by_is_a_line_to_sign_on() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.,
        by

        /s/ Ole Tamm
        Name: Ole Tamm

        BIRCH BANK,
        by
        Name:
        Title:
        """) == [("ALDER HOLDINGS, INC.", True, "Ole Tamm", None), ("BIRCH BANK", False, None, None)]


def test_a_heading_that_a_bare_by_parts_is_no_line_to_sign_on() -> None:
    assert read("Management of the Mill\nby\nthe Builder and the Owner\n\n", before="ARTICLE XVI\n\n") == []


def test_a_degree_and_an_office_go_on_below_a_name() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.

        By:  /s/ Ole
        Tamm                          May 3, 2001
        Ole Tamm,
        M.D.                          Date
        Chief Executive
        Officer
        """) == [("ALDER HOLDINGS, INC.", True, "Ole Tamm", "Chief Executive Officer")]


def test_an_office_that_is_also_a_part_stands_below_the_name() -> None:
    assert told("""\
        ALDER ADVISORY GROUP LLC

        By:  /s/ Ole Tamm
        Ole Tamm
        Partner
        """) == [("ALDER ADVISORY GROUP LLC", True, "Ole Tamm", "Partner")]


def test_the_part_of_a_lender_that_is_not_named() -> None:
    assert told("""\
        Lender __________________________,

        By
        Name:
        Title:
        """) == [("Lender", False, None, None)]


def test_a_capacity_that_begins_at_the_end_of_a_line() -> None:
    (one,) = read("""\
        BIRCH BANK, N.A.,
        as
        Administrative Agent

        By: /s/ Maria Ostrow
        """)
    assert (one.party, one.capacity) == ("BIRCH BANK, N.A.", "as Administrative Agent")


def test_who_signs_under_a_caption_alone_is_the_party_called_so() -> None:
    text = """\
FIRST AMENDMENT TO SUPPLY AGREEMENT

This First Amendment is made as of May 1, 2001 by and between Alder Mills, Inc. (the "Company") and Birch Foundry
LLC (the "Supplier").

WHEREAS, the parties wish to amend the Supply Agreement.

NOW, THEREFORE, they agree as follows:

1. Section 2 is deleted.

IN WITNESS WHEREOF, the parties have executed this First Amendment on the day above written.

COMPANY:

By: /s/ Ole Tamm
Name: Ole Tamm
Title: President

ENGINEER:

By:
Title:
"""
    found = signatures(parse(from_text("one.txt", text.encode())))
    assert [(one.party, one.signed, one.signatory) for one in found] == [
        ("Alder Mills, Inc.", True, "Ole Tamm"),
        ("ENGINEER", False, None),
    ]


def test_a_caption_beside_the_name_of_an_entity_parts_no_columns() -> None:
    assert told("""\
        LICENSOR:         ALDER HOLDINGS, INC.

        By:    /s/ Ole Tamm
        Ole Tamm, President
        Address: 44 Weir Avenue, 24th Floor, Elk River, OR 97009 c/o Great
        Ferry

        HOLDINGS:         WEIR MILLS, LTD.

        By:    /s/ Maria Ostrow
        Maria Ostrow, President
        """) == [
        ("ALDER HOLDINGS, INC.", True, "Ole Tamm", "President"),
        ("WEIR MILLS, LTD.", True, "Maria Ostrow", "President"),
    ]


def test_a_witness_whose_caption_stands_below_is_no_party() -> None:
    assert told("""\
        /s/ Ida Quill                           /s/ Ole Tamm
        Witness                                 OLE TAMM
        """) == [("OLE TAMM", True, "Ole Tamm", None)]


def test_an_acceptance_tells_its_day() -> None:
    (one,) = read("""\
        ACCEPTED AND AGREED TO this
        30th day of
        December 2008.

        /s/    Ole Tamm
        Ole Tamm
        """)
    assert (one.party, one.date) == ("Ole Tamm", datetime.date(2008, 12, 30))


def test_a_title_goes_on_on_a_spaced_page() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.



        By: /s/ Ole Tamm


        Name: Ole Tamm


        Title: Director of Human


        Resources



        WEIR MILLS, LTD.


        By: /s/ Maria Ostrow
        """) == [
        ("ALDER HOLDINGS, INC.", True, "Ole Tamm", "Director of Human Resources"),
        ("WEIR MILLS, LTD.", True, "Maria Ostrow", None),
    ]


def test_a_name_over_a_bare_line() -> None:
    assert told("""\
        ALDER HOLDINGS, INC.
        __________________________________
        By:     Maria Ostrow
        Title:  President

        Ole Tamm
        __________________________________
        """) == [("ALDER HOLDINGS, INC.", None, "Maria Ostrow", "President"), ("Ole Tamm", None, "Ole Tamm", None)]


def test_a_successor_is_no_part_of_the_name() -> None:
    (one,) = read("""\
        ALDER FLEETS, INC. successor by merger to Weir Chemical
        Transportation, Inc.

        By:
        """)
    assert one.party == "ALDER FLEETS, INC."
