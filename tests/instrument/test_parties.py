"""The parties of a preamble, on the model of real drafting, with invented names."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import from_text
from conformed.instrument.marks import Party
from conformed.instrument.parties import parties


def read(preamble: str, title: str = "FIRST AMENDMENT TO CREDIT AGREEMENT") -> tuple[Party, ...]:
    rest = "WHEREAS, the parties wish to amend.\n\nNOW, THEREFORE, they agree as follows:\n"
    text = f"{title}\n\n{preamble}\n\n{rest}"
    return parties(from_text("instrument.txt", text.encode()))


def names(preamble: str) -> list[str]:
    return [party.name for party in read(preamble)]


def summary(party: Party) -> tuple[str, tuple[str, ...], str | None, str | None, str | None]:
    return party.name, party.alias, party.role, party.form, party.jurisdiction


def test_names_aliases_forms_and_jurisdictions() -> None:
    got = read(
        'This First Amendment is made as of May 1, 2001 by and between ALDER FREIGHT, INC., a Delaware '
        'corporation '
        '("Borrower"), and BIRCH LENDING LLC, a New York limited liability company (the "Lender").'
    )
    assert [summary(p) for p in got] == [
        ("ALDER FREIGHT, INC.", ("Borrower",), "Borrower", "corporation", "Delaware"),
        ("BIRCH LENDING LLC", ("Lender",), "Lender", "limited liability company", "New York"),
    ]


def test_a_collective_term_over_aliases_gives_each_its_role() -> None:
    got = read(
        'AMENDMENT NO. 5, dated as of July 16, 2001, is among ALDER INC., a Delaware corporation ("Alder"), '
        'ALDER '
        'II, INC., a Delaware corporation ("Alder II"), ALDER LEASING I LLC, a Delaware limited liability '
        'company '
        '("Leasing I"; Alder, Alder II and Leasing I being hereinafter collectively referred to as the '
        '"Borrowers"), the "Lenders" party hereto, and BIRCH NATIONAL BANK ("Birch"), as administrative '
        'agent for '
        'the Lenders (the "Agent").'
    )
    assert [(p.name, p.alias, p.role) for p in got] == [
        ("ALDER INC.", ("Alder",), "Borrower"),
        ("ALDER II, INC.", ("Alder II",), "Borrower"),
        ("ALDER LEASING I LLC", ("Leasing I",), "Borrower"),
        ("BIRCH NATIONAL BANK", ("Birch", "Agent"), "administrative agent for the Lenders"),
    ]


def test_a_collective_term_over_those_that_have_none_of_their_own() -> None:
    got = read(
        'THIS AMENDMENT, dated as of March 30, 2000, is by and among ALDER, INC., a Delaware corporation '
        '(the '
        '"Company"), ALDER CANADA COMPANY, a Nova Scotia unlimited liability company, and ALDER U.K., LTD., '
        'a '
        'corporation organized under the laws of the United Kingdom (collectively with the Company, the '
        '"Borrowers"), the undersigned lenders (the "Lenders"), and BIRCH BANK, MICHIGAN, a Michigan banking '
        'corporation, as administrative agent (in such capacity, the "Agent") for the Lenders.'
    )
    assert [(p.name, p.role) for p in got] == [
        ("ALDER, INC.", "Borrower"),
        ("ALDER CANADA COMPANY", "Borrower"),
        ("ALDER U.K., LTD.", "Borrower"),
        ("BIRCH BANK, MICHIGAN", "administrative agent"),
    ]
    assert (got[1].form, got[1].jurisdiction) == ("unlimited liability company", "Nova Scotia")
    assert got[2].jurisdiction == "United Kingdom"
    assert got[3].form == "banking corporation"


def test_lenders_in_an_item_of_their_own() -> None:
    got = read(
        'This AMENDMENT is made as of February 2, 2001 by and among (a) Alder Hotels, Inc. (the '
        '"Borrower"), (b) '
        'The Birch Bank ("Birch"), Cedar Bank of America, N.A., The Dogwood Bank, Limited, New York Branch '
        'and the '
        'other lending institutions which may become parties (collectively, the "Lenders") and (c) Birch, '
        'as Agent '
        '(in such capacity, the "Agent") for the Lenders.'
    )
    assert [(p.name, p.role) for p in got] == [
        ("Alder Hotels, Inc.", "Borrower"),
        ("The Birch Bank", "Lender"),
        ("Cedar Bank of America, N.A.", "Lender"),
        ("The Dogwood Bank, Limited, New York Branch", "Lender"),
        ("The Birch Bank", "Agent"),
    ]


def test_items_on_lines_of_their_own() -> None:
    got = read(
        "This LIMITED WAIVER, dated as of July 31, 2009, is entered into by and among the following "
        "parties:\n\n"
        '(a) ALDER LLC, a Delaware limited liability company (the "Borrower");\n\n'
        '(b) BIRCH GROUP, INC., a Texas corporation (the "Company"), and CEDAR, INC., a Texas corporation '
        '("Cedar") '
        '(the Company and Cedar shall be collectively referred to as the "Borrower Affiliates"); and\n\n'
        '(c) DOGWOOD 59 LLC, a Texas limited liability company (the "Lender").'
    )
    assert [(p.name, p.role) for p in got] == [
        ("ALDER LLC", "Borrower"),
        ("BIRCH GROUP, INC.", "Borrower Affiliate"),
        ("CEDAR, INC.", "Borrower Affiliate"),
        ("DOGWOOD 59 LLC", "Lender"),
    ]


def test_an_alias_without_quotation_marks() -> None:
    got = read(
        'Pursuant to this Amendment, (the "Amendment"), Alder Telecom Holdings, Inc. (Alder Telecom), and '
        'Birch '
        'Bell, Inc. ("Birch"), hereinafter referred to collectively as the "Parties," hereby agree to amend '
        'that '
        "certain Interconnection Agreement between the Parties."
    )
    assert [(p.name, p.alias) for p in got] == [
        ("Alder Telecom Holdings, Inc.", ("Alder Telecom",)),
        ("Birch Bell, Inc.", ("Birch",)),
    ]
    assert [p.role for p in got] == [None, None]


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        (
            'This Amendment is entered into as of May 1, 2001 between Alder, Inc. (the "Company") and Jane '
            'Q. Roe, an '
            'individual residing at 12 Elm Street, Dover, Delaware (the "Executive").',
            ["Alder, Inc.", "Jane Q. Roe"],
        ),
        (
            'THIS AMENDMENT is made by and between ALDER, INC., a Colorado corporation ("Alder"), JOHN DOE '
            'and JANE '
            'ROE ("Sellers") and BIRCH ENERGY, INC., a publicly-traded Colorado corporation ("Purchaser").',
            ["ALDER, INC.", "JOHN DOE", "JANE ROE", "BIRCH ENERGY, INC."],
        ),
        (
            'This Amendment is dated May 1, 2001 among Alder & Birch Wines, Inc. (the "Borrower"), the '
            'financial '
            'institutions listed on the signature pages hereof and CEDAR BANK NATIONAL ASSOCIATION (the '
            '"Agent").',
            ["Alder & Birch Wines, Inc.", "CEDAR BANK NATIONAL ASSOCIATION"],
        ),
        (
            'This Amendment is made this 1st day of May, 2001 by and between John Doe, an individual '
            'resident of Ohio '
            '("Doe") and alderbank (the "Employer").',
            ["John Doe", "alderbank"],
        ),
        (
            'THIS AMENDMENT is made as of May 1, 2001 by and between Alder Corporation, a Florida '
            'corporation (the '
            '"Company") and [_______________] ("Executive").',
            ["Alder Corporation"],
        ),
        (
            'This SECOND AMENDMENT, dated as of May 1, 2001, is among Alder Corp., a Delaware corporation, '
            'as Borrower '
            '(the "Borrower"), the Lenders parties thereto, The Birch National Bank of Ohio, as Agent, and '
            'The Cedar '
            'Bank and DogwoodBank, N.A., as Co-Agents (the "Co-Agents").',
            ["Alder Corp.", "The Birch National Bank of Ohio", "The Cedar Bank", "DogwoodBank, N.A."],
        ),
        (
            'This Amendment is made between Alder Design, Inc., having an office at 422 Stump Road, Dover, '
            'DE, 19901 '
            '("Designer") and Birch Corporation, having an office at 3005 First Avenue, Seattle, WA '
            '("Owner").',
            ["Alder Design, Inc.", "Birch Corporation"],
        ),
        (
            'This Amendment dated as of May 1, 2001 is between Alder Limited (f/k/a Elder Limited), a '
            'private company '
            'limited by shares incorporated in England and Wales ("Alder") and Jane Roe (the "Executive").',
            ["Alder Limited", "Jane Roe"],
        ),
        (
            'This Amendment is entered into by and among John S. Doe ("Employee"), Jane S. Roe and Alder '
            'Electronics '
            'Corporation, a Texas corporation (the "Company"), as of March 21, 2001.',
            ["John S. Doe", "Jane S. Roe", "Alder Electronics Corporation"],
        ),
        (
            'This Amendment (the "Amendment") to the Employment Agreement by and between Alder, Inc. and '
            'John Doe, '
            'dated October 6, 2014 (the "Agreement"), is made and entered into this 22nd day of January '
            '2016, by '
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
        'JANE ROE '
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
        'This first amendment (the "Amendment") to the employment agreement dated as of October 1, 1996 (the '
        '"Agreement") among Alder, Inc. ("Alder"), Birch, Inc., a wholly-owned subsidiary of Alder and J. '
        'David Doe '
        '("Employee"), is made and entered as of September 17, 1999 by and between Alder and Employee.'
    )
    assert [(p.name, p.alias) for p in got] == [("Alder, Inc.", ("Alder",)), ("J. David Doe", ("Employee",))]


def test_parties_named_in_the_recitals_alone() -> None:
    text = (
        "AMENDMENT TO EMPLOYMENT AGREEMENT\n\nWHEREAS, Jane M. Roe (\"Executive\") and Alder Bank "
        "(\"Bank\") have "
        "entered into an employment agreement dated February 18, 2004; and\n\nNOW THEREFORE, they agree as "
        "follows:\n"
    )
    got = parties(from_text("recitals.txt", text.encode()))
    assert [(p.name, p.alias) for p in got] == [("Jane M. Roe", ("Executive",)), ("Alder Bank", ("Bank",))]


def test_both_sides_of_a_letter() -> None:
    text = (
        "Alder Laboratories, Inc.\n\nJuly 1, 1998\n\nMs. Jane Roe\n60 Cherry Lane\nWeston, MA 02193\n\nDear "
        "Jane:\n\n"
        'You and Alder Laboratories, Inc. ("Alder") are parties to a Letter Agreement dated June 24, 1994.\n'
    )
    got = parties(from_text("letter.txt", text.encode()))
    assert [(p.name, p.alias) for p in got] == [("Alder Laboratories, Inc.", ("Alder",)), ("Jane Roe", ())]


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
