"""Whose signatures are those of the instrument, and which lines only stand in a form attached to it."""

import pytest

from conformed.document import from_text
from conformed.instrument import parse, signatures
from tests.instrument.test_several import AGREEMENT

FORM = """

                                   EXHIBIT A

                          FORM OF BORROWING NOTICE

          The undersigned asks the Bank for a loan of ten dollars.

                                   BRAMBLE MILLING, INC.

                                   By: ______________________
                                   Name:
                                   Title:
"""
SIGNED = """

                                   EXHIBIT A

                             CONSENT AND REAFFIRMATION

          The undersigned consents to the Agreement and reaffirms its guaranty.

                                   BRAMBLE HOLDINGS, INC.

                                   By: /s/ Ada Thorne
                                   Name: Ada Thorne

                                   BRAMBLE WATERWORKS, INC.

                                   By: ______________________
                                   Name:
"""


def told(text: str) -> list[tuple[str, bool | None, str | None, bool]]:
    read = signatures(parse(from_text("one.txt", text.encode())))
    return [(one.party, one.signed, one.part, one.form) for one in read]


OWN = ("BRAMBLE MILLING, INC.", True, None, False)


def test_the_line_of_an_attached_form_is_no_signature_of_the_agreement() -> None:
    assert told(AGREEMENT + FORM) == [OWN, ("BRAMBLE MILLING, INC.", False, "Exhibit A", True)]


def test_an_executed_annex_is_signed_and_its_blank_line_is_blank() -> None:
    assert told(AGREEMENT + SIGNED) == [
        OWN,
        ("BRAMBLE HOLDINGS, INC.", True, "Exhibit A", False),
        ("BRAMBLE WATERWORKS, INC.", False, "Exhibit A", False),
    ]


def test_names_typed_in_a_copy_without_any_signature_leave_it_open_whether_an_annex_is_a_form() -> None:
    typed = (AGREEMENT + SIGNED).replace("/s/ Ada Thorne", "______________________")
    assert told(typed) == [
        ("BRAMBLE MILLING, INC.", None, None, False),
        ("BRAMBLE HOLDINGS, INC.", None, "Exhibit A", False),
        ("BRAMBLE WATERWORKS, INC.", False, "Exhibit A", False),
    ]


LETTER = """\
May 2, 2006

Re: Amendment to Employment Agreement dated March 1, 2004

Dear Mr. Dunn:

This letter (the "Amendment") amends the Employment Agreement dated March 1, 2004 between Alder Mills Inc. ("Company") and
Carl Dunn ("Employee") as follows:

1. Section 2 of the Employment Agreement is deleted.

Very truly yours,

/s/ Ruth Vane
Ruth Vane
Chief Financial Officer

Acknowledged and agreed to by:

/s/ Carl Dunn
Carl Dunn
"""


def test_an_officer_who_signs_a_letter_under_no_name_signs_for_the_entity_that_is_party() -> None:
    assert [name for name, *_ in told(LETTER)] == ["Alder Mills Inc.", "Carl Dunn"]


def test_an_officer_who_is_party_himself_signs_for_himself() -> None:
    assert next(name for name, *_ in told(LETTER.replace("Carl Dunn (", "Ruth Vane ("))) == "Ruth Vane"


@pytest.mark.parametrize(("name", "by", "form"), [
    ("[Name of Lender]", "______________", True),
    ("[INSERT LEGAL NAME OF BANK]", "______________", True),
    ("[Name of Lender]", "/s/ Carl Dunn", False),
    ("BIRCH BANK", "______________", False),
])  # fmt: skip
def test_a_name_that_is_still_to_be_filled_in_is_of_a_form(name: str, by: str, form: bool) -> None:
    consent = SIGNED.replace("BRAMBLE WATERWORKS, INC.", name).replace("______________________", by)
    assert told(AGREEMENT + consent)[-1] == (name, not by.startswith("_"), "Exhibit A", form)


BROKEN = """\
AMENDMENT NO. 1 TO LEASE

This Amendment is made as of May 2, 2005 by and between {owner}, an Ohio corporation (the "Owner"), and Carl Dunn (the "Tenant").

1. Section 2 of the Lease is deleted.

IN WITNESS WHEREOF, the parties have executed this Amendment.

THE BRAMBLE COUNTY UNION

CANAL COMPANY

By: /s/ Ada Thorne

Ada Thorne
President
"""


@pytest.mark.parametrize(
    ("owner", "signs"),
    [
        ("The Bramble County Union Canal Company", ["THE BRAMBLE COUNTY UNION CANAL COMPANY"]),
        ("Canal Company", ["THE BRAMBLE COUNTY UNION", "CANAL COMPANY"]),
    ],
)
def test_a_name_over_a_blank_line_is_whole_where_the_preamble_names_the_party_so(owner: str, signs: list[str]) -> None:
    assert [party for party, *_ in told(BROKEN.format(owner=owner))] == signs
