"""Those whom a preamble names beside those who sign, with invented parties."""

from textwrap import dedent

from conformed.document import from_text
from conformed.instrument import parse, parties, signatures
from conformed.instrument.signers import named_nowhere, without_block

AMENDMENT = """\
FIRST AMENDMENT TO SUPPLY AGREEMENT

This First Amendment to Supply Agreement, dated as of March 3, 2014, is between {one} ("Supplier") and {other} ("Buyer").

1. Section 4 of the Supply Agreement is hereby deleted{more}.

IN WITNESS WHEREOF, the parties have executed this Amendment.

"""


def read(pages: str, one: str = "Alder Paper Canada Ltd.", other: str = "Wren & Daughters, Inc.", more: str = "") -> tuple[list[str], list[str]]:
    """The parties without a block, and the signers named nowhere else."""
    text = AMENDMENT.format(one=one, other=other, more=more) + dedent(pages)
    instrument = parse(from_text("page.txt", text.encode()))
    told = parties(instrument.document), signatures(instrument)
    return [one.name for one in without_block(instrument, *told)], [one.party for one in named_nowhere(instrument, *told)]


def block(name: str, officer: str, above: str = "") -> str:
    return f"{above}{name}\n\nBy: /s/ {officer}\nName: {officer}\nTitle: President\n\n"


WREN = block("WREN & DAUGHTERS, INC.", "Ada Thorne")


def test_a_party_has_no_block_and_an_affiliate_signs() -> None:
    assert read(block("ALDER HOLDINGS INC.", "Bo Hale") + WREN) == (["Alder Paper Canada Ltd."], ["ALDER HOLDINGS INC."])


def test_a_name_that_is_written_otherwise_is_that_of_the_party() -> None:
    assert read(block("ALDERPAPER CANADA LIMITED", "Bo Hale") + WREN) == ([], [])
    assert read(block("ALDER PAPER CANADA LTD. (f/k/a Elder Paper Ltd.)", "Bo Hale") + WREN) == ([], [])


def test_a_caption_tells_who_signs() -> None:
    assert read(block("", "Bo Hale", above="SUPPLIER:\n\n") + WREN)[0] == []


def test_a_party_that_signs_for_a_division_is_that_party() -> None:
    assert read(block("ALDER PAPER CORPORATION", "Bo Hale") + WREN, one="Alder Paper Corporation, Elm Mill Division")[0] == []


def test_a_person_is_known_by_the_surname() -> None:
    assert read("/s/ Robert M. Hale\nRobert M. Hale\n\n" + WREN, one="Bob Hale")[0] == []


def test_nothing_is_told_of_pages_that_are_not_in_the_copy() -> None:
    assert read(block("QUILL TITLE COMPANY", "Bo Hale")) == ([], [])


def test_the_members_of_a_group_need_not_be_named() -> None:
    paid = ", and the Lenders consent to it"
    assert read(block("ALDER PAPER CANADA LTD.", "Bo Hale") + WREN + block("HERON BANK, N.A.", "Cy Ray"), more=paid) == ([], [])
    assert read(block("ALDER PAPER CANADA LTD.", "Bo Hale") + WREN + block("HERON BANK, N.A.", "Cy Ray"))[1] == ["HERON BANK, N.A."]
