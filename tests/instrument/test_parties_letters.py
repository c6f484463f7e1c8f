"""The parties of letters, and those that recitals define where no preamble does; all names are invented."""

from conformed.document import from_text
from conformed.instrument.parties.parties import parties


def told(text: str) -> list[tuple[str, str | None]]:
    return [(one.name, one.role) for one in parties(from_text("one.txt", text.encode()))]


def test_the_company_that_signs_sends_the_letter_in_the_role_that_it_uses() -> None:
    text = """\
[Letterhead]

May 3, 2001

Ole Tamm

RE: First Amendment to Employment Agreement

Dear Ole:

By this First Amendment, you and the Company agree to amend your Employment Agreement by deleting Section 3 and
replacing it with the following:

"3. Bonus. If the Company so determines, the Executive shall receive a bonus for each year in which Executive served
the Company."

Please sign below.

Sincerely,

ALDER MILLS, INC.

By: /s/ Maria Ostrow
Maria Ostrow
President

ACKNOWLEDGED AND AGREED:

/s/ Ole Tamm
Ole Tamm
"""
    assert told(text) == [("ALDER MILLS, INC.", "Company"), ("Ole Tamm", "Executive")]


def test_a_letter_to_a_company_is_sent_by_the_other_that_signs() -> None:
    text = """\
July 5, 2001

Weir Hospitality, Inc.
11 Ferry Road

Dear Sirs:

On the date hereof, Weir Hospitality, Inc. ("you" or "Weir") and we are making an agreement about the Mill.

Very truly yours,

ALDER HOLDINGS CORP.

By:
Name:

ACCEPTED AND AGREED TO AS OF July 5, 2001:

WEIR HOSPITALITY, INC.

By:
Name:
"""
    assert told(text) == [("ALDER HOLDINGS CORP.", None), ("Weir Hospitality, Inc.", None)]


def test_recitals_define_the_parties_of_an_instrument_without_a_preamble() -> None:
    text = """\
Amendment to the Employment Agreement

WHEREAS the Board of Directors of Alder Mills, Inc. ("Company") has resolved to amend the Employment Agreement between the
Company and Ole P. Tamm ("Executive") effective as of October 4, 2000 (the "Employment Agreement");

NOW, THEREFORE, the parties agree as follows:

1. Section 3 is deleted.
"""
    assert told(text) == [("Alder Mills, Inc.", "Company"), ("Ole P. Tamm", "Executive")]


def test_a_former_name_is_no_role() -> None:
    text = """\
FIRST AMENDMENT TO LEASE

This First Amendment is made as of May 1, 2001 by and between Alder Mills, Inc., formerly known as Weir National Bank of
Elk River (the "Tenant"), and Tiller and Company, a New York corporation ("Landlord").

WHEREAS, they made a Lease;

NOW, THEREFORE, they agree as follows:
"""
    found = parties(from_text("one.txt", text.encode()))
    assert [(one.name, one.role, one.form) for one in found] == [
        ("Alder Mills, Inc.", "Tenant", None),
        ("Tiller and Company", "Landlord", "corporation"),
    ]


ATTENTION = """\
{over}May 3, 2001

{to}
Attn: {who}

Dear Ladies and Gentlemen:

Birch National Bank (the "Bank") lends you forty dollars. Please sign below.

BIRCH NATIONAL BANK

By: /s/ Ole Tamm
Name: Ole Tamm
"""


def test_a_letter_to_the_attention_of_an_officer_is_written_to_the_company() -> None:
    bank, to = ("Birch National Bank", "Bank"), "Alder Mills, Inc.\n\n4 Quay Street\n"
    for who in ("Maria Ostrow", "Treasurer", "Chief Financial Officer"):
        assert told(ATTENTION.format(over="", to=to, who=who)) == [bank, ("Alder Mills, Inc.", None)]
    assert told(ATTENTION.format(over="BIRCH NATIONAL BANK\n\n", to="4 Quay Street\n", who="Maria Ostrow")) == [bank, ("Maria Ostrow", None)]
    assert told(ATTENTION.format(over="", to="4 Quay Street\n", who="Treasurer")) == [bank]
