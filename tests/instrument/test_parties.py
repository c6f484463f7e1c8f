"""The parties of a preamble, on the model of real drafting, with invented names."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument.marks import Party
from conformed.instrument.parties.parties import parties


def read(preamble: str, title: str = "FIRST AMENDMENT TO CREDIT AGREEMENT") -> tuple[Party, ...]:
    rest = "WHEREAS, the parties wish to amend.\n\nNOW, THEREFORE, they agree as follows:\n"
    text = f"{title}\n\n{preamble}\n\n{rest}"
    return parties(from_text("instrument.txt", text.encode()))


def names(preamble: str) -> list[str]:
    return [party.name for party in read(preamble)]


def summary(party: Party) -> tuple[str, tuple[str, ...], str | None, str | None, str | None]:
    return party.name, party.alias, party.role, party.form, party.jurisdiction


def test_the_term_and_form_of_the_company_that_owns_a_party_are_not_those_of_the_party() -> None:
    got = read(
        'This First Amendment is made by and between Tern Ferries AG (the "Company"), an indirect subsidiary of Alder Quays, Inc., a '
        'Delaware corporation ("AQI"), and Birch Mill LLC ("Birch"), a subsidiary of the Company ("Lessee").'
    )
    assert [summary(p)[:4] for p in got] == [("Tern Ferries AG", ("Company",), "Company", None), ("Birch Mill LLC", ("Birch", "Lessee"), "Lessee", None)]


def test_the_form_of_a_party_stands_though_its_owner_is_told() -> None:
    got = read(
        'This First Amendment is made by and between ALDER LLC, an Ohio limited liability company (the "Company"), which is a wholly-owned '
        'subsidiary of Birch Mills Corp., a Delaware corporation ("BMC"), and CEDAR BANK, N.A. ("Lender").'
    )
    assert [summary(p)[:4] for p in got] == [("ALDER LLC", ("Company",), "Company", "limited liability company"), ("CEDAR BANK, N.A.", ("Lender",), "Lender", None)]


def test_names_aliases_forms_and_jurisdictions() -> None:
    got = read(
        "This First Amendment is made as of May 1, 2001 by and between ALDER FREIGHT, INC., a Delaware "
        "corporation "
        '("Borrower"), and BIRCH LENDING LLC, a New York limited liability company (the "Lender").'
    )
    assert [summary(p) for p in got] == [
        ("ALDER FREIGHT, INC.", ("Borrower",), "Borrower", "corporation", "Delaware"),
        ("BIRCH LENDING LLC", ("Lender",), "Lender", "limited liability company", "New York"),
    ]


def test_a_collective_term_over_aliases_gives_each_its_role() -> None:
    got = read(
        'AMENDMENT NO. 5, dated as of April 4, 2006, is among ALDER INC., a Delaware corporation ("Alder"), '
        "ALDER "
        'II, INC., a Delaware corporation ("Alder II"), ALDER MOTORS I LLC, an Ohio limited liability '
        "company "
        '("Motors I"; Alder, Alder II and Motors I hereinafter together called the '
        '"Borrowers"), the "Lenders" party hereto, and BIRCH NATIONAL BANK ("Birch"), as administrative '
        "agent for "
        'the Lenders (the "Agent").'
    )
    assert [(p.name, p.alias, p.role) for p in got] == [
        ("ALDER INC.", ("Alder",), "Borrower"),
        ("ALDER II, INC.", ("Alder II",), "Borrower"),
        ("ALDER MOTORS I LLC", ("Motors I",), "Borrower"),
        ("BIRCH NATIONAL BANK", ("Birch", "Agent"), "administrative agent for the Lenders"),
    ]


def test_a_collective_term_over_those_that_have_none_of_their_own() -> None:
    got = read(
        "THIS AMENDMENT, dated as of June 12, 2008, is by and among ALDER, INC., a Delaware corporation "
        "(the "
        '"Company"), ALDER MARITIME COMPANY, a Nova Scotia unlimited liability company, and ALDER (IRELAND), LTD., '
        "a "
        "corporation organized under the laws of Ireland (together with the Company, the "
        '"Borrowers"), the lenders that sign below (the "Lenders"), and BIRCH BANK, VERMONT, a Vermont banking '
        'corporation, as administrative agent (the "Agent") for the Lenders.'
    )
    assert [(p.name, p.role) for p in got] == [
        ("ALDER, INC.", "Borrower"),
        ("ALDER MARITIME COMPANY", "Borrower"),
        ("ALDER (IRELAND), LTD.", "Borrower"),
        ("BIRCH BANK, VERMONT", "administrative agent"),
    ]
    assert (got[1].form, got[1].jurisdiction) == ("unlimited liability company", "Nova Scotia")
    assert got[2].jurisdiction == "Ireland"
    assert got[3].form == "banking corporation"


def test_lenders_in_an_item_of_their_own() -> None:
    got = read(
        "This AMENDMENT is made as of October 17, 2005 among (a) Alder Stores, Inc. (the "
        '"Borrower"), (b) '
        'The Birch Bank ("Birch"), Cedar Bank of Commerce, N.A., The Dogwood Bank, Limited, Boston Branch '
        "and the "
        'other institutions that may later become parties (collectively, the "Lenders") and (c) Birch, '
        "as Agent "
        '(in that capacity, the "Agent") for the Lenders.'
    )
    assert [(p.name, p.role) for p in got] == [
        ("Alder Stores, Inc.", "Borrower"),
        ("The Birch Bank", "Lender"),
        ("Cedar Bank of Commerce, N.A.", "Lender"),
        ("The Dogwood Bank, Limited, Boston Branch", "Lender"),
        ("The Birch Bank", "Agent"),
    ]


def test_items_on_lines_of_their_own() -> None:
    got = read(
        "This LIMITED WAIVER, dated as of May 14, 2012, is made by and among the following "
        "parties:\n\n"
        '(a) ALDER LLC, a Nevada limited liability company (the "Borrower");\n\n'
        '(b) BIRCH GROUP, INC., an Iowa corporation (the "Company"), and CEDAR, INC., an Iowa corporation '
        '("Cedar") '
        '(the Company and Cedar are together the "Obligor Affiliates"); and\n\n'
        '(c) DOGWOOD NINE LLC, an Idaho limited liability company (the "Lender").'
    )
    assert [(p.name, p.role) for p in got] == [
        ("ALDER LLC", "Borrower"),
        ("BIRCH GROUP, INC.", "Obligor Affiliate"),
        ("CEDAR, INC.", "Obligor Affiliate"),
        ("DOGWOOD NINE LLC", "Lender"),
    ]


def test_an_alias_without_quotation_marks() -> None:
    got = read(
        'Pursuant to this Amendment, (the "Amendment"), Alder Line Company (Alder Line), and '
        "Birch "
        'Bell, Inc. ("Birch"), together the "Parties," agree to amend '
        "the "
        "Interconnection Agreement that they made."
    )
    assert [(p.name, p.alias) for p in got] == [
        ("Alder Line Company", ("Alder Line",)),
        ("Birch Bell, Inc.", ("Birch",)),
    ]
    assert [p.role for p in got] == [None, None]


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        (
            "THIS AMENDMENT is made May 1, 2004, by and between ALDER TRUST COMPANY, a New York banking corporation (the “Bank”), and eOATS*s "
            "MILLING COMPANY, a Delaware corporation (the “Borrower”), and with the joinder of eOATS*s CORP. and BIRCH, INC. (the “Surety”).",
            ["ALDER TRUST COMPANY", "eOATS*s MILLING COMPANY", "eOATS*s CORP.", "BIRCH, INC."],
        ),
        (
            "THIS AMENDMENT is made May 1, 2004, by Alder Corp., at 5 Mill Street, Oslo (“Alder”), AT&M Barges S.A. (“AT&M Barges”), "
            "AT Mills S.A. (“ATM”) and Carl Dunn (the “Executive”).",
            ["Alder Corp.", "AT&M Barges S.A.", "AT Mills S.A.", "Carl Dunn"],
        ),
        (
            "THIS AMENDMENT is dated as of May 1, 2004, by and between ALDER PARTNERS I, LIMITED PARTNERSHIP, a Delaware limited partnership "
            "(“Borrower”), and BIRCH BANK, NA (“Lender”).",
            ["ALDER PARTNERS I, LIMITED PARTNERSHIP", "BIRCH BANK, NA"],
        ),
        (
            'This Amendment is entered into as of May 1, 2001 between Alder, Inc. (the "Company") and Jane '
            "Q. Roe, an "
            'individual residing at 12 Elm Street, Dover, Delaware (the "Executive").',
            ["Alder, Inc.", "Jane Q. Roe"],
        ),
        (
            'THIS AMENDMENT is made by and between ALDER, INC., a Colorado corporation ("Alder"), JOHN DOE '
            "and JANE "
            'ROE ("Sellers") and BIRCH ENERGY, INC., a publicly-traded Colorado corporation ("Purchaser").',
            ["ALDER, INC.", "JOHN DOE", "JANE ROE", "BIRCH ENERGY, INC."],
        ),
        (
            'This Amendment is dated May 1, 2001 among Alder & Birch Wines, Inc. (the "Borrower"), the '
            "banks "
            "named on the signature pages hereof and CEDAR BANK NATIONAL ASSOCIATION (the "
            '"Agent").',
            ["Alder & Birch Wines, Inc.", "CEDAR BANK NATIONAL ASSOCIATION"],
        ),
        (
            "This Amendment is made this 1st day of May, 2001 by and between John Doe, an individual "
            "resident of Ohio "
            '("Doe") and alderbank (the "Employer").',
            ["John Doe", "alderbank"],
        ),
        (
            "THIS AMENDMENT is made as of May 1, 2001 by and between Alder Corporation, a Florida "
            "corporation (the "
            '"Company") and [_______________] ("Executive").',
            ["Alder Corporation"],
        ),
        (
            "This SECOND AMENDMENT, dated as of May 1, 2001, is among Alder Corp., a Maine corporation, "
            "as Borrower "
            '(the "Borrower"), the Lenders who are parties, The Birch National Bank of Ohio, as Agent, and '
            "The Cedar "
            'Bank and DogwoodBank, N.A., as Co-Agents (the "Co-Agents").',
            ["Alder Corp.", "The Birch National Bank of Ohio", "The Cedar Bank", "DogwoodBank, N.A."],
        ),
        (
            "This Amendment is made between Alder Design, Inc., having an office at 88 Tanner Row, Dover, "
            "DE, 19901 "
            '("Designer") and Birch Corporation, having an office at 41 Cooper Street, Boise, ID '
            '("Owner").',
            ["Alder Design, Inc.", "Birch Corporation"],
        ),
        (
            "This Amendment dated as of May 1, 2001 is between Alder Limited (f/k/a Elder Limited), a "
            "public company "
            'limited by shares incorporated in Scotland ("Alder") and Jane Roe (the "Executive").',
            ["Alder Limited", "Jane Roe"],
        ),
        (
            'This Amendment is entered into by and among John S. Doe ("Employee"), Jane S. Roe and Alder '
            "Glassworks "
            'Corporation, an Ohio corporation (the "Company"), as of June 9, 2006.',
            ["John S. Doe", "Jane S. Roe", "Alder Glassworks Corporation"],
        ),
        (
            'This Amendment (the "Amendment") to the Employment Agreement between Alder, Inc. and '
            "John Doe, "
            'dated March 3, 2011 (the "Agreement"), is made this 14th day of November '
            "2013, by "
            'Alder, Inc. (the "Company") and John Doe ("Executive").',
            ["Alder, Inc.", "John Doe"],
        ),
    ],
)
def test_who_is_named(preamble: str, expected: list[str]) -> None:
    assert names(preamble) == expected


def test_those_who_share_a_plural_term_share_its_role() -> None:
    got = read(
        'THIS AMENDMENT is made by and between ALDER, INC., a Colorado corporation ("Alder"), JOHN DOE and '
        "JANE ROE "
        '("Sellers") and BIRCH ENERGY, INC., a publicly-traded Colorado corporation ("Purchaser").'
    )
    assert [(p.role, p.alias) for p in got] == [
        (None, ("Alder",)),
        ("Seller", ()),
        ("Seller", ()),
        ("Purchaser", ("Purchaser",)),
    ]
    assert (got[3].form, got[3].jurisdiction) == ("corporation", "Colorado")


def test_only_those_between_whom_the_amendment_is_made() -> None:
    got = read(
        'This first amendment (the "Amendment") to the employment agreement that is dated as of April 3, 2001 (the '
        '"Agreement") among Alder, Inc. ("Alder"), Birch, Inc., a wholly-owned subsidiary of Alder and S. '
        "Peter Doe "
        '("Employee"), is made as of June 21, 2004 by and between Alder and Employee.'
    )
    assert [(p.name, p.alias) for p in got] == [("Alder, Inc.", ("Alder",)), ("S. Peter Doe", ("Employee",))]


def test_parties_named_in_the_recitals_alone() -> None:
    text = (
        'AMENDMENT TO EMPLOYMENT AGREEMENT\n\nWHEREAS, Jane M. Roe ("Executive") and Alder Bank '
        '("Bank") have '
        "made an employment agreement dated May 7, 2008; and\n\nNOW THEREFORE, they agree as "
        "follows:\n"
    )
    got = parties(from_text("recitals.txt", text.encode()))
    assert [(p.name, p.alias) for p in got] == [("Jane M. Roe", ("Executive",)), ("Alder Bank", ("Bank",))]


def test_both_sides_of_a_letter() -> None:
    text = (
        "Alder Presses, Inc.\n\nMarch 8, 2002\n\nMs. Jane Roe\n7 Tanner Row\nDover, DE 19901\n\nDear "
        "Jane:\n\n"
        'You and Alder Presses, Inc. ("Alder") signed a Letter Agreement dated August 9, 1999.\n'
    )
    got = parties(from_text("letter.txt", text.encode()))
    assert [(p.name, p.alias) for p in got] == [("Alder Presses, Inc.", ("Alder",)), ("Jane Roe", ())]


def test_spans_hold_the_name() -> None:
    text = 'This Agreement is made as of May 1, 2001 between Alder,\nInc. ("Alder") and Birch LLC ("B").\n'
    document = from_text("spans.txt", text.encode())
    assert [document.words(p.span) for p in parties(document)] == ["Alder, Inc.", "Birch LLC"]


@given(
    st.text(alphabet="Aa (),;.\"“”[]_:and&\n1", max_size=300)
    | st.lists(
        st.sampled_from(
            [
            "between", "and", "Alder", ",", "Inc.", '("', '")', "(", ")", "the", "Lenders", "as Agent", "a",
            "(a)", "collectively", "Delaware corporation", ";", ".", "This Amendment is made", "each", "\n\n",
            "Dear Jane:",
            ]
        ),
        max_size=80,
    ).map(" ".join)
)  # fmt: skip
def test_no_preamble_is_too_strange(text: str) -> None:
    if text.strip():
        for party in parties(from_text("strange.txt", f"This Amendment is between {text}".encode())):
            assert party.name


def test_a_subsidiary_that_is_named_beside_its_owner_is_a_party() -> None:
    got = read('This First Amendment is between Tern Bancorp, Inc. and its wholly-owned subsidiary Tern Bank (together, the "Company"), and Ole Tamm ("Executive").')
    assert [(p.name, p.role) for p in got] == [("Tern Bancorp, Inc.", "Company"), ("Tern Bank", "Company"), ("Ole Tamm", "Executive")]


@pytest.mark.parametrize("group", ["THE PERSONS NAMED AS LENDERS ON THE LAST PAGE HEREOF", "the Lenders and Voting Participants listed below"])
def test_a_group_whose_names_stand_elsewhere_is_no_party(group: str) -> None:
    got = names(f'This First Amendment is made by and among TERN MILLS, INC., a Delaware corporation (the "Borrower"), {group}, and BIRCH BANK, N.A., as Agent.')
    assert got == ["TERN MILLS, INC.", "BIRCH BANK, N.A."]


def test_a_preamble_may_begin_with_the_first_party_on_a_line_of_its_own() -> None:
    got = read('Tern Mills, Inc. ("Employer") and\n\nOle Tamm, his heirs, executors and successors (together called "Employee"), agree to change the '
               'Employment Agreement between them of May 4, 2004, and do so on the terms that follow here.')  # fmt: skip
    assert [(p.name, p.role) for p in got] == [("Tern Mills, Inc.", "Employer"), ("Ole Tamm", "Employee")]


def test_recitals_may_name_the_parties_behind_an_approximate_day() -> None:
    recital = 'A. On or about May 4, 2004, Ada T. Thorne ("Thorne") and Weir Ferries Corporation ("WFC" or "Company") entered into an Employment Agreement (the "Agreement").'
    got = parties(from_text("a.txt", f"AMENDMENT TO EMPLOYMENT AGREEMENT\n\nRECITALS\n\n{recital}\n\n1. Section 2 is amended as follows:\n".encode()))
    assert [(p.name, p.alias) for p in got] == [("Ada T. Thorne", ("Thorne",)), ("Weir Ferries Corporation", ("WFC", "Company"))]


def test_a_bank_form_names_borrower_and_lender_over_their_addresses() -> None:
    head = "MODIFICATION OF CONSTRUCTION LOAN AGREEMENT\n\nBorrower:\tTern Mills, Inc.\tLender:\tBirch Bank\n12 Quay Lane\t\tLoan Department\n\n"
    body = "This MODIFICATION OF CONSTRUCTION LOAN AGREEMENT is attached to the Construction Loan Agreement dated May 4, 2014 between Lender and Borrower.\n\n"
    got = parties(from_text("a.txt", f"{head}{body}Section 3 is amended as follows:\n".encode()))
    assert [(p.name, p.role) for p in got] == [("Tern Mills, Inc.", "Borrower"), ("Birch Bank", "Lender")]


@pytest.mark.shared
def test_parties_of_the_real_documents(shared: Path) -> None:
    hit = count = 0
    for file in sorted((shared / "gold" / "dev").glob("*.json")):
        if file.stem.startswith(("probes", "structure")):
            continue
        gold = json.loads(file.read_text())
        if gold["instrument"]["kind"] == "other":
            continue
        source = shared / "corpus" / "dev" / f"{file.stem}.txt"
        found = [_letters(p.name) for p in parties(from_text(source.name, source.read_bytes()))]
        count += len(found) + len(gold["parties"])
        for party in gold["parties"]:
            if _letters(party["name"]) in found:
                found.remove(_letters(party["name"]))
                hit += 1
    assert 2 * hit / count >= 0.95


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


@pytest.mark.parametrize(
    ("told", "former"),
    [
        ("an Ohio corporation formerly known as Tern Barge Company", ("Tern Barge Company",)),
        ("an Ohio corporation (formerly known as Moor Stone, LLC and f/k/a Moor & Fell Stone, L.P.)", ("Moor Stone, LLC", "Moor & Fell Stone, L.P.")),
        ("f/k/a Bank of the Dales, N.A., an Ohio corporation", ("Bank of the Dales, N.A.",)),
        ("an Ohio corporation, as successor to Moor Stone, LLC, f/k/a Fell Stone, LLC", ()),
        ("an Ohio corporation (formerly Section 9)", ()),
    ],
)
def test_what_a_party_was_called_before_is_a_former_name_and_no_part(told: str, former: tuple[str, ...]) -> None:
    one, other = read(f'This First Amendment is made among TERN RIVER CORP., {told} ("Tern"), and Birch Bank, as agent (the "Agent").')
    assert (one.name, one.former, one.role, one.form) == ("TERN RIVER CORP.", former, None, "corporation")
    assert other.former == ()
