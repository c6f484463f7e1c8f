"""Lists of parties where names, places and terms run together, with invented names."""

import pytest

from conformed.document import from_text
from conformed.instrument.marks import Party
from conformed.instrument.parties.parties import parties


def read(preamble: str) -> tuple[Party, ...]:
    rest = "WHEREAS, the parties wish to amend.\n\nNOW, THEREFORE, they agree as follows:\n"
    return parties(
        from_text("instrument.txt", f"FIRST AMENDMENT TO LOAN AGREEMENT\n\n{preamble}\n\n{rest}".encode())
    )


MADE = "This First Amendment is made as of May 1, 2001 by and between"


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (
            'Alder, Inc. ("Borrower") and Birch Banking and Trust Company ("Lender")',
            ["Alder, Inc.", "Birch Banking and Trust Company"],
        ),
        (
            'BIRCH NATIONAL TRUST AND SAVINGS ASSOCIATION, as Agent, and ALDER, INC. (the "Company")',
            ["BIRCH NATIONAL TRUST AND SAVINGS ASSOCIATION", "ALDER, INC."],
        ),
        (
            'Alder Ink Corp. ("Alder"), a Delaware corporation, Alder (VT.) Mills, LLC ("Mills"), a Vermont limited liability company',
            ["Alder Ink Corp.", "Alder (VT.) Mills, LLC"],
        ),
        (
            "BIRCH BANK LEASING AND FINANCE, INC., as Lessor, and ALDER CORPORATION, as Lessee",
            ["BIRCH BANK LEASING AND FINANCE, INC.", "ALDER CORPORATION"],
        ),
        (
            'Alder Hotel - Florida, L.P. ("Owner") and Birch, LLC ("Contractor")',
            ["Alder Hotel - Florida, L.P.", "Birch, LLC"],
        ),
        (
            'ALDER, INC., a Delaware corporation (the "Company"), CEDAR, INC., a Nevada '
            "corporation and wholly owned "
            'subsidiary of the Company ("Cedar"), and BIRCH BANK (the "Lender")',
            ["ALDER, INC.", "CEDAR, INC.", "BIRCH BANK"],
        ),
        (
            "Alder Group Inc., with principal offices at Two Mill Place, 18 Weir North "
            "Parkway, Elk River, OR "
            '97009 ("Alder") and Birch LLC, with principal offices at 31 Ninth Avenue, New '
            'Haven, CT 06501 ("Birch")',
            ["Alder Group Inc.", "Birch LLC"],
        ),
        (
            'ALDER, INC., a Delaware corporation ("Alder"), and CEDAR, INC., a Delaware '
            'corporation ("Cedar"), each '
            "having its principal place of business at 6 Ferry Drive, Cobalt Springs, "
            "Florida 32003, Attention: Carl "
            'Dunn, and BIRCH BANK, N.A. (the "Lender")',
            ["ALDER, INC.", "CEDAR, INC.", "BIRCH BANK, N.A."],
        ),
        (
            'ALDER, INC., a Delaware corporation and a bank holding company ("Alder"), and '
            "CARL DUNN, an individual "
            'with his principal residence at 12 Larch Circle, Millwood, Nebraska 68102 ("Employee")',
            ["ALDER, INC.", "CARL DUNN"],
        ),
    ],
)
def test_names(listed: str, names: list[str]) -> None:
    assert [party.name for party in read(f"{MADE} {listed}.")] == names


def test_a_term_for_what_they_made_is_no_alias() -> None:
    got = read(f'{MADE} Alder, Inc. (the "Company") and Carl Dunn (the "Executive") (the "Agreement").')
    assert [party.alias for party in got] == [("Company",), ("Executive",)]


def test_those_who_made_the_amended_agreement_are_no_shorter_list() -> None:
    got = read(
        f'{MADE} Alder, Inc. (the "Company"), Cedar Inc. ("Cedar"), Birch LLC ("BL") and Carl '
        f'Dunn ("Executive") and '
        "amends the Employment Agreement among the Company, Cedar, BL and Executive dated as "
        "of July 1, 2000."
    )
    assert [party.name for party in got] == ["Alder, Inc.", "Cedar Inc.", "Birch LLC", "Carl Dunn"]


def test_a_former_name_tells_no_jurisdiction_and_a_successor_no_role() -> None:
    got = read(
        f"{MADE} Alder West, Inc., f/k/a Elm Oregon, Inc., a Vermont corporation (the "
        f"'Company'), and Birch Inc., a "
        'Maine corporation, as successor in interest to Cedar Company ("Birch").'
    )
    assert [(party.form, party.jurisdiction) for party in got] == [
        ("corporation", "Vermont"),
        ("corporation", "Maine"),
    ]
    assert got[1].role is None


def test_a_legend_about_securities_names_no_party() -> None:
    legend = (
        "THE INTERESTS DESCRIBED BELOW ARE NOT REGISTERED WITH THE "
        "SECURITIES AND EXCHANGE COMMISSION "
        "AND ANY SALE IS RESTRICTED AS STATED IN THIS AGREEMENT."
    )
    text = f"COMPANY AGREEMENT\n\n{legend}\n\n1. Terms.\n"
    assert parties(from_text("instrument.txt", text.encode())) == ()


def test_parties_named_on_the_lines_of_the_title() -> None:
    text = (
        "SECOND AMENDMENT TO EMPLOYMENT AGREEMENT\n\nDATED APRIL 3, 2008 BETWEEN\n\nALDER, "
        'INC. (THE "COMPANY")\n\n'
        'AND\n\nCARL DUNN ("EMPLOYEE")\n\nWHEREAS, Employee and the Company signed '
        "an Employment Agreement "
        "dated as of October 16, 2006; and\n\nNOW, THEREFORE, the parties agree as follows:\n"
    )
    got = parties(from_text("instrument.txt", text.encode()))
    assert [(party.name, party.alias) for party in got] == [
        ("ALDER, INC.", ("COMPANY",)),
        ("CARL DUNN", ("EMPLOYEE",)),
    ]


def test_parties_named_in_the_recitals_with_one_alias() -> None:
    text = (
        "AMENDMENT TO EMPLOYMENT AGREEMENT\n\nBetween Alder, Inc., Birch, Ltd. and Carl Dunn "
        '(the "Executive"). '
        "Effective date of this amendment is July 8, 2014.\n\n1. Section 2 is hereby deleted.\n"
    )
    got = parties(from_text("instrument.txt", text.encode()))
    assert [party.name for party in got] == ["Alder, Inc.", "Birch, Ltd.", "Carl Dunn"]


def test_words_for_parts_are_no_parties() -> None:
    got = read(
        "That certain agreement for dredging services between Owner and Contractor for the Harbor Project."
    )
    assert got == ()


@pytest.mark.parametrize(
    ("behind", "collective"),
    [
        (', hereinafter referred to collectively as the "Parties," hereby agree to amend', ("Party",)),
        (', collectively the "Owners", hereby agree', ("Owner",)),
        (", collectively referred to herein as the “Owners,” hereby agree", ("Owner",)),
    ],
)
def test_a_collective_term_without_brackets_gathers_also_where_its_comma_stands_within_the_marks(behind: str, collective: tuple[str, ...]) -> None:
    got = read(f'{MADE} Alder, Inc. ("Alder"), and Birch LLC ("Birch"){behind}.')
    assert [(party.name, party.alias, party.collective) for party in got] == [
        ("Alder, Inc.", ("Alder",), collective),
        ("Birch LLC", ("Birch",), collective),
    ]


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (  # a group that is not named takes its part with it
            'ALDER, INC. (the "Parent"), BIRCH BANK and CEDAR BANK, N.A., as Documentation Agents, and each of the '
            'institutions named below, as Lenders (the "Lenders")',
            [("ALDER, INC.", "Parent"), ("BIRCH BANK", "Documentation Agent"), ("CEDAR BANK, N.A.", "Documentation Agent")],
        ),
        (  # one who joins
            'BIRCH BANK (the "Bank") and ALDER, INC. (the "Borrower"), and with the joinder of ALDER CORP. and CEDAR, '
            'INC., jointly and severally (the "Guarantors")',
            [("BIRCH BANK", "Bank"), ("ALDER, INC.", "Borrower"), ("ALDER CORP.", "Guarantor"), ("CEDAR, INC.", "Guarantor")],
        ),
        (  # one partnership, of which the name holds "and"
            'ALDER AND WEIR JOINT VENTURE, a Nevada general partnership ("Trustor"), and BIRCH BANK ("Beneficiary")',
            [("ALDER AND WEIR JOINT VENTURE", "Trustor"), ("BIRCH BANK", "Beneficiary")],
        ),
        (  # said again
            'Alder LLC ("Borrower"), Birch Bank, as agent (the "Agent") and as collateral agent (the "Collateral Agent"), '
            'and the lenders named below and Birch Bank, as collateral agent ("Collateral Agent")',
            [("Alder LLC", "Borrower"), ("Birch Bank", "agent, collateral agent")],
        ),
        (
            'the Guild of Millers of the City of Elk River, Inc., a Delaware corporation (the "Guild"), and the Weir '
            'Mill Group, an Ohio general partnership, and Birch Bank (the "Lender")',
            [("Guild of Millers of the City of Elk River, Inc.", None), ("Weir Mill Group", None), ("Birch Bank", "Lender")],
        ),
        (  # the term of a name left blank is not that of the party before it
            'Alder, Inc., a Delaware corporation ("Alder"), and ----------, a           corporation ("Licensee")',
            [("Alder, Inc.", None)],
        ),
        (  # a name that begins with a figure
            '3alder Mills, Inc., a Nevada corporation (the "Company") and Ole Tamm ("Executive")',
            [("3alder Mills, Inc.", "Company"), ("Ole Tamm", "Executive")],
        ),
        (  # figures of an address end nothing
            'Alder Corp., 5 Park Lane, New York, New York, 10022 (the "Company") and Ole Tamm (the "Employee")',
            [("Alder Corp.", "Company"), ("Ole Tamm", "Employee")],
        ),
    ],
)
def test_the_part_of_each(listed: str, told: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.role) for one in read(f"{MADE} {listed}.")] == told


def test_a_list_in_which_addresses_are_not_told_from_names_names_nobody() -> None:
    head = "AMENDMENT TO MILLING CONTRACT\n\nof May 2, 2020\n\nBetween: Alder Mills Ltd.\nCompany No. 4711\nOf Weir House, P.O. Box 12 Tern Quay, Tern\n(hereinafter: the “Mill”)\n\nAnd: Rook Barges Ltd.\nOf 4 Lock Lane, Tern\n(hereinafter: the “Carrier”)\n\n1. Section 2 of the Milling Contract is deleted.\n"
    assert not [one for one in parties(from_text("list.txt", head.encode())) if "Of " in one.name or one.name == "And"]
