"""Whose signatures are those of the instrument, and which lines only stand in a form attached to it."""

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
