from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import Document, Unreadable, from_text
from conformed.instrument import Instrument, Provision, ProvisionKind, parse
from conformed.instrument.addressed import addressed
from conformed.instrument.slips import slips
from conformed.instrument.terms import terms
from conformed.views.outline import outline_json, outline_text, stretch_text

COUNTED = {ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CLAUSE, ProvisionKind.DEFINITION}


def read(text: str) -> Instrument:
    return parse(from_text("written.txt", text.encode()))


def paths(text: str) -> list[str]:
    """The paths of the body's provisions, in order."""
    return [one.path for one in read(text).root.walk() if one.kind in COUNTED]


OPENING = """\
LOAN AGREEMENT

This LOAN AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC., an Ohio corporation
(the "Borrower"), and FIRST ALDER BANK, as lender (the "Lender").

The parties agree as follows:

"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Letters and roman numerals: (i) after (h) is a letter, behind (a) a numeral.
        (
            "1. Terms. As follows:\n\n(a) one:\n\n(i) first;\n\n(ii) second;\n\n(b) two.\n",
            "1 1(a) 1(a)(i) 1(a)(ii) 1(b)",
        ),
        # A list that runs in.
        ("1. Fees. The Borrower shall pay (a) the fee, (b) interest and (c) costs.\n", "1 1(a) 1(b) 1(c)"),
        # What a form leaves open before the last of a list, and clauses that are named together.
        ("1. Fees. It pays (a) the fee, [and] (b) the toll [;and (c) the rent].\n", "1 1(a) 1(b) 1(c)"),
        ("1. Fees. It pays (a) at once where 8.1 (i)(A) or (j) holds and (b) in May.\n", "1 1(a) 1(b)"),
        # Behind a sum or a day; a section that is cited is neither.
        (
            "1. Fees. It shall pay $5,000,000 (a) at once and (b) each year after May 1, 2019 (i) as a fee or (ii) as rent.\n",
            "1 1(a) 1(b) 1(b)(i) 1(b)(ii)",
        ),
        # Figures in brackets that repeat a number are none; "with" is no number.
        (
            "1. Fees. It shall pay together with (1) the rent and (2) costs, both within sixteen (16) days.\n",
            "1 1(1) 1(2)",
        ),
        ("1. Fees. It is a plan under Section 4001 (a) or Section 4002 (b) of that law.\n", "1"),
        ("1. Fees. It pays (i) one, (ii) two or (iii) three. The clauses (i)-(iii) are its whole.\n", "1 1(i) 1(ii) 1(iii)"),
        # A telephone number and a sum have none.
        ("(1) Notices. They go to:\n\nThe Mill\n\n(617) 946-4801\n\n(2) Law. It is that of Ohio.\n", "(1) (2)"),
        ("1. Fees. They are (A) a toll, (B) a fee.\n\n(A) + (B) Total of the fees\n", "1 1(A) 1(B)"),
        # Two lists of the same letters in one section, each in its sentence.
        (
            "1. Fees. It shall pay (a) fees and (b) costs. It shall report (a) each month and (b) "
            "each year.\n",
            "1 1(a) 1(b) 1(a) 1(b)",
        ),
        # A second list in a later sentence stands beside the first, not within its last item.
        (
            "1. Fees. It pays (a) fees, (b) interest and (c) costs. The Lender may inspect: (i) "
            "once a year; and (ii) at will.\n",
            "1 1(a) 1(b) 1(c) 1(i) 1(ii)",
        ),
        # The same letters within a lettered clause.
        (
            "1. Terms.\n\n(a) First. Text of it.\n\n(b) Effect. They agree that: (a) this holds; "
            "and (b) that holds.\n\n(c) Last.\n",
            "1 1(a) 1(b) 1(b)(a) 1(b)(b) 1(c)",
        ),
        # (x) and (y), also behind a word that often refers.
        ("1. Price. It is the greater of (x) the bid and (y) the offer.\n", "1 1(x) 1(y)"),
        ("1. Price. It is the sum of (i) the bid and (ii) the offer.\n", "1 1(i) 1(ii)"),
        # A clause behind a reference that its number does not go on with, or behind words in brackets.
        (
            "1. Fees. It pays (i) the fee under Section 4(b), (ii) interest under Section 5(a) or (iii) costs (but no tax) "
            "and (iv) tolls (as they stand on the day on which it pays them) (v) at noon.\n",
            "1 1(i) 1(ii) 1(iii) 1(iv) 1(v)",
        ),
        ("1. Liens. It bears (a) liens under Sections 5.2(b) and (c), (b) others and (c) none.\n", "1 1(a) 1(b) 1(c)"),
        ("1. Fees. It pays as Sections 4(a), (b) or (c) and Section 9.a (1)(i) and (A)(i) above say.\n", "1"),
        # Two clauses that open at once.
        (
            "1. Terms.\n\n(a) one of them;\n(b)(i) the first part of it; and\n(ii) the second; or (c)(i) a third and (ii) a fourth.\n",
            "1 1(a) 1(b) 1(b)(i) 1(b)(ii) 1(c) 1(c)(i) 1(c)(ii)",
        ),
        # References are no clauses.
        ("1. Price. As clause (ii) of Section 4(b) says, subject to (a) and (b) above.\n", "1"),
        ("1. Notice. Within thirty\n(30) days after it, the Lender may act.\n", "1"),
        # A list of what is chosen from or summed up.
        (
            "1. Toll.\n\n(i) It is (A) one, and (B) the greater of (i) two, or (ii) three.\n\n(ii) It is due.\n",
            "1 1(i) 1(i)(A) 1(i)(B) 1(i)(B)(i) 1(i)(B)(ii) 1(ii)",
        ),
        (
            "1. Toll. It is (A) one, (B) two: (i) three and (ii) the lesser of (A) four and (B) five.\n",
            "1 1(A) 1(B) 1(B)(i) 1(B)(ii) 1(B)(ii)(A) 1(B)(ii)(B)",
        ),
        # (i) directly behind a caption; the number and its first clause on one line.
        ("1. Default. (i) The Borrower fails.\n\n2. Other. Text.\n", "1 1(i) 2"),
        ("3.1 a. On completion, pay.\n\nb. On default, stop.\n", "3.1 3.1(a) 3.1(b)"),
        ("1. Pay (a)\n\nIt pays at once.\n\n(b) It pays late.\n", "1 1(a) 1(b)"),
        # a., b., i., ii.
        ("1. Terms.\n\na. one\n\ni. first\n\nii. second\n\nb. two\n", "1 1(a) 1(a)(i) 1(a)(ii) 1(b)"),
        # Doubled letters go on behind z.
        (
            "1. Terms.\n\n"
            + "".join(f"({letter}) text;\n\n" for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]),
            " ".join(["1", *(f"1({letter})" for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"])]),
        ),
        # A flush paragraph behind a list belongs to what is around it; one before the next item does not end the list.
        (
            "1. Terms.\n\n(a) one:\n\n(i) first;\n\nWords between.\n\n(ii) second;\n\n(b) two.\n\nFlush.\n",
            "1 1(a) 1(a)(i) 1(a)(ii) 1(b)",
        ),
        # A sentence that begins a line with a reference is no heading.
        (
            "1. Terms. It is subject to\nSection 2.4 hereof and to\nArticle IV hereof.\n\n2. Other. Text.\n",
            "1 2",
        ),
        # Sections under articles; captions on the next line; numbers alone.
        ("ARTICLE I\nDEFINITIONS\n\n1.1 Terms. Text.\n\n1.2\n\nOther Terms. Text.\n", "Article I 1.1 1.2"),
        ("1 DEFINITIONS\n\n1.1 Terms. Text.\n\n2 LOANS\n\n2.1 Loan. Text.\n", "1 1.1 2 2.1"),
        # A point that was lost before a caption; a number that only opens a line.
        ("1. Tolls. They are due.\n\n2 Bills. They are sent each month.\n\n3 DAYS OF REST No toll is due on them.\n", "1 2 3"),
        ("1. Tolls. They are due.\n\n2 sacks of rye are one toll.\n\n4 Mill Lane. It is the mill.\n\n2. Bills. None.\n", "1 2"),
        # A section sign, and what a filing makes of it.
        ("§ 1. Terms. Text.\n\n§ 2. Loans. Text.\n", "1 2"),
        ("(S)1. Terms. Text.\n\n(S)2. Loans. Text.\n", "1 2"),
        # A number that is skipped is kept.
        ("1. Terms. Text.\n\n2. Loans. Text.\n\n4. Fees. Text.\n", "1 2 4"),
        # Definitions, each with clauses of its own, and a clause that goes on behind them.
        (
            '1. Terms.\n\n(a) As used herein:\n\n"Agent" means (i) one and (ii) two.\n\n"Base Rate": the rate.\n\n(b) Others.\n',
            "1 1(a) 1#Agent 1#Agent(i) 1#Agent(ii) 1#Base Rate 1(b)",
        ),
        # Terms in the ways in which they are defined, and words that only begin a line.
        (
            '1. Terms.\n\n"Dollars" and the sign "$" mean money.\n\n"Guaranty" by any Person means a duty.\n\n'
            '"Agent" - as defined in the preamble.\n\n"Fee" - see Section 2.\n\n"Rate" on any day means the rate.\n\n'
            '"Lien" or "Liens" (as the context requires) means a charge.\n\n"Convert," "Conversion" and "Converted" '
            "each refers to a change.\n\n"
            '"Yield" shall, for any day, mean it.\n',
            "1 1#Dollars 1#Guaranty 1#Agent 1#Fee 1#Rate 1#Lien 1#Convert 1#Yield",
        ),
        (
            '1. Terms.\n\n(a) The words "herein,"\n\n"hereof" and "hereunder" and words of that kind are of the whole.\n',
            "1 1(a)",
        ),
        # Letters may be doubled more than twice.
        (
            "1. Terms.\n\n" + "".join(f"({4 * letter}) text;\n\n" for letter in "abc"),
            "1 1(aaaa) 1(bbbb) 1(cccc)",
        ),
        # Capital letters above figures.
        (
            "A. Payment. As follows:\n\n1. one\n\n2. two\n\nB. Notice. As follows:\n\n1. three\n",
            "A A(1) A(2) B B(1)",
        ),
        # Letters above figures in one article, figures alone in another.
        (
            "ARTICLE I PRICE\n\nA. Sum\n\n1. one\n\n2. two\n\nB. Taxes\n\n1. three\n\n"
            "ARTICLE II TERM\n\n1. Days. It ends.\n\na. at noon\n\nb. at night\n\n2. Years. It begins.\n",
            "Article I Article I(A) Article I(A)(1) Article I(A)(2) Article I(B) Article I(B)(1) "
            "Article II 1 1(a) 1(b) 2",
        ),
        # What a scan makes an L of: a figure within a number, the first of a list that goes on with its second.
        (
            "9. Terms. It pays (l) the fee and (2) the rest.\n\nl0. Fees. As follows:\n\n(l) one;\n\n(i) first;\n\n"
            "(2) two.\n\n1l. Costs. As follows:\n\n(k) one;\n\n(l) two.\n",
            "9 9(1) 9(2) 10 10(1) 10(1)(i) 10(2) 11 11(k) 11(l)",
        ),
        ("1.9 Fees. They are due.\n\n1.l0 Costs. They are due.\n\nl.11 Taxes. They are due.\n", "1.9 1.10 1.11"),
        # A letter of a number, and an article behind one that no blank parts from it.
        ("1.01A Fees. They are due.\n\n1.02A new barn is built.\n\n1.03Each barn is kept.\n", "1.01A 1.02 1.03"),
        # The initials of names are no letters of a list.
        (
            "1. Terms.\n\nA. Fees\n\nB. Costs\n\nC. Rowan Birch, Jr.\n\nJ. Ida Wren\n\nP. O. Box 4\n",
            "1 1(A) 1(B) 1(C)",
        ),
        ("1. Notices. To:\n\nP. O. Box 4\n\nJ. Rowan Birch\n\nR. T. Wren, clerk\n", "1"),
        # Terms without quotation marks: any that the words say to mean something.
        (
            "1. Terms.\n\nMILL RACE means (i) the race and (ii) the pond.\n\nGrain Day shall mean a day.\n\n"
            "The miller means to close.\n\nNothing herein shall mean a sale.\n\nOwner means to sell.\n",
            "1 1#MILL RACE 1#MILL RACE(i) 1#MILL RACE(ii) 1#Grain Day",
        ),
        # Under a caption of definitions the point or colon behind a term is enough.
        (
            "1.1 Defined Terms. As follows:\n\nMILL. The mill at Tern Hollow.\n\nGrain Day: Any day but Sunday.\n\n"
            "A. The first of them.\n\n1.2 Rules. As follows:\n\nSingular: It is plural.\n",
            "1.1 1.1#MILL 1.1#Grain Day 1.1#Grain Day(A) 1.2",
        ),
        (
            "1.1 Loan. As follows.\n\nDEFINITIONS\n\nMILL. The mill.\n\nNOTICES\n\nAddress: The Mill.\n",
            "1.1 1.1#MILL",
        ),
    ],
)
def test_what_stands_where(body: str, expected: str) -> None:
    assert " ".join(paths(OPENING + body)) == expected


def test_a_list_goes_on_behind_a_definition_within_one_of_its_clauses() -> None:
    text = OPENING + (
        "1. Tolls.\n\n(a) Rye. It pays.\n\n(b) Oats. It pays:\n\n(i) by the sack; and\n\n(ii) by the cart. In this Section:\n\n"
        '"Cart" means (a) a wagon or (b) a barrow.\n\n"Sack" means a bag.\n\n(iii) The toll is due.\n\n(c) Wheat. It pays none.\n\n'
        '"Sheaf" means a bundle.\n\n2. Days. They are counted.\n'
    )
    assert " ".join(paths(text)) == (
        "1 1(a) 1(b) 1(b)(i) 1(b)(ii) 1#Cart 1#Cart(a) 1#Cart(b) 1#Sack 1(b)(iii) 1(c) 1#Sheaf 2"
    )


def test_a_table_of_contents_is_no_outline_wherever_it_stands() -> None:
    contents = "TABLE OF CONTENTS\n\n" + "".join(f"{n}. Section {n} ............ {n}\n" for n in range(1, 6))
    body = "1. Terms. Text.\n\n2. Loans. Text.\n"
    signed = "\nIN WITNESS WHEREOF, the parties have signed.\n\nBy: /s/ Ida Wren\n\n"
    assert paths(contents + OPENING + body + signed) == ["1", "2"]
    assert paths(
        OPENING + body + signed + "EXHIBIT A\n\nFORM OF NOTE\n\nText of the note.\n\n" + contents
    ) == ["1", "2"]


def test_a_table_of_contents_may_have_its_page_numbers_on_lines_of_their_own() -> None:
    contents = "".join(f"Section {n}\n\nMatter {n}\n\n{n + 3}\n\n" for n in range(1, 9))
    body = "".join(f"Section {n}. Matter. Text of it.\n\n" for n in range(1, 9))
    assert paths(contents + OPENING + body) == [str(n) for n in range(1, 9)]
    assert paths(
        OPENING + body + "IN WITNESS WHEREOF, it is signed.\n\nSCHEDULE A\n\nNone.\n\n" + contents
    ) == [str(n) for n in range(1, 9)]


def test_a_list_of_exhibits_above_the_preamble_has_none() -> None:
    contents = "".join(f"Section {n}\n\nMatter {n}\n\n{n + 3}\n\n" for n in range(1, 9))
    listed = "Exhibit F\n\nForm of Note\n\nExhibit G\n\nPledge\n\nAgreement iv\n\n"
    body = "".join(f"Section {n}. Matter. Text of it.\n\n" for n in range(1, 9))
    found = outline_json(read(contents + listed + OPENING + body))
    assert found["parts"] == []
    assert [one["path"] for one in found["provisions"]] == [str(n) for n in range(1, 9)]


def test_an_amendment_filed_as_an_exhibit_is_none() -> None:
    found = read("AMENDMENT\n\n\n\nExhibit 10.1\n\n" + OPENING + "1. Terms. Text.\n")
    assert found.divisions.parts == ()
    assert found.divisions.body[0] < found.divisions.body[1]


def test_the_entries_of_a_table_of_contents_may_have_no_leaders() -> None:
    contents = (
        "TABLE OF CONTENTS\n\n1.\n\nTERMS 1\n\n1.1\n\nAmount 2\n\n2.\n\nLOANS 4 ii\n\nExhibit A Note iii\n\n"
    )
    assert paths(contents + OPENING + "1. Terms. Text.\n\n2. Loans. Text.\n") == ["1", "2"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("TO LOAN AGREEMENT\n\nFORM OF NOTE\n", "FORM OF NOTE"),
        (
            "To Loan Agreement\n\nbetween Tern Hollow Mills, Inc. and First Alder Bank\n\nForm of Note\n",
            "Form of Note",
        ),
        ("FORM OF NOTE\n\nTO ORDER\n", "FORM OF NOTE"),
    ],
)
def test_the_title_of_a_part_is_not_the_line_that_says_to_what_it_is_attached(lines: str, title: str) -> None:
    signed = "1. Terms. Text.\n\nIN WITNESS WHEREOF, it is signed.\n\nEXHIBIT A\n\n"
    (part,) = read(OPENING + signed + lines + "\nText of the note.\n").divisions.parts
    assert part.title == title


@pytest.mark.parametrize("section", ["(RECITALS)", "(Section 2.1(a))", "(from Annex C)"])
def test_the_section_that_speaks_of_a_part_is_not_its_title(section: str) -> None:
    signed = f"1. Terms. Text.\n\nIN WITNESS WHEREOF, it is signed.\n\nANNEX A {section}\nTO\nLOAN AGREEMENT\n\nTOLLS\n\nA sack.\n"
    (part,) = read(OPENING + signed).divisions.parts
    assert part.title == "TOLLS"


def test_a_dash_before_a_caption_is_none_of_it() -> None:
    body = "ARTICLE 1 – TERMS\n\n1.1 - Tolls. They are due.\n\nARTICLE 2 - GRAIN AND RYE\n\n2.1 Oats. They are due.\n"
    printed = outline_json(read(OPENING + body))["provisions"]
    assert [one["heading"] for one in printed] == ["TERMS", "Tolls", "GRAIN AND RYE", "Oats"]


def test_a_caption_may_go_on_in_the_next_line_or_hold_several() -> None:
    body = (
        "ARTICLE 1 – TOLLS OF\nTHE MILL\n\n1.1 TOLLS, FEES\nAND COSTS.\n\nThey are due.\n\nARTICLE 2\n– GRAIN\n\n2.1 Oats; Rye\n\nThey are kept.\n\n"
        "ARTICLE 3\nRYE,\nOATS AND MALT\n\n3.1 ALL IS SOLD.\nNOTHING IS KEPT.\n\n3.2 BARNS\n\nNONE\n\n3.3 Sale against Notes\n\nIt is made.\n"
    )
    printed = outline_json(read(OPENING + body))["provisions"]
    assert [one["heading"] for one in printed] == [
        "TOLLS OF THE MILL", "TOLLS, FEES AND COSTS", "GRAIN", "Oats; Rye", "RYE, OATS AND MALT", "ALL IS SOLD", "BARNS", "Sale against Notes",
    ]  # fmt: skip
    assert printed[0]["text"].startswith("1.1 TOLLS")


def test_a_section_may_have_a_letter_before_its_figure() -> None:
    body = "Section S1. Fees. They are due.\n\nSection S2. Costs. Section S1 is not of them.\n"
    assert paths(OPENING + body) == ["S1", "S2"]


EXHIBITS = (
    OPENING
    + """\
1. Loan. The Lender makes the loan.

IN WITNESS WHEREOF, the parties have signed.

By: /s/ Ida Wren

EXHIBIT D

DISBURSEMENT PLAN

A. Timing. The Lender pays on application.

Each application sets forth:

1. the work done: (i) on site and (ii) off site; and

2. the sum due.

B. Conditions. The Lender may ask for:

1. bills.

EXHIBIT E

SCHEDULE OF FEES

None.
"""
)


def test_exhibits_have_outlines_of_their_own() -> None:
    found = outline_json(read(EXHIBITS))
    assert [part["name"] for part in found["parts"]] == ["Exhibit D", "Exhibit E"]
    assert [one["path"] for one in found["provisions"]] == [
        "1", "Exhibit D/A", "Exhibit D/A(1)", "Exhibit D/A(1)(i)", "Exhibit D/A(1)(ii)", "Exhibit D/A(2)", "Exhibit D/B", "Exhibit D/B(1)",
    ]  # fmt: skip
    assert found["parts"][1]["title"] == "SCHEDULE OF FEES"


TERMS = (
    OPENING
    + """\
1. Definitions.

"Agent" or "Administrative Agent" means the Lender acting as agent.

"Base Rate" means the rate of the Lender.

2. Notes. The Borrower gives a note (as amended from time to time, the "Note") and two guaranties (each, a
"Guaranty" and, collectively, the "Guaranties"). For purposes of this Section, "Net Income" means income less taxes.
It pays as the "Toll Ratio" defined as tolls by tons says; "Mill Days" refers to days; the "Term" of this Agreement shall begin.
The agreement, as so amended, the "Restated Agreement", binds the Borrower, hereinafter referred to as the ``Company''.
It is no "hostile" bid, and capital has the sense (as defined in the "Code").
"""
)


def test_a_term_may_be_defined_above_the_recitals() -> None:
    opening = 'MILL AGREEMENT\n\nBetween: Tern Hollow Mills (hereinafter: the "Miller") and\n\nFirst Alder Bank ("Bank")\n\n'
    found = terms(read(opening + "WHEREAS the mill is let; now, therefore, it is agreed:\n\n1. Term. It ends.\n"))
    assert {one.term for one in found} == {"Miller", "Bank"}


def test_a_sentence_that_leads_to_a_term_goes_on_with_it() -> None:
    body = '1. Sale.\n\n(d) It is sold for Cause. For purposes of this Agreement,\n"Cause" shall mean:\n\n(i) theft; or\n\n(ii) sloth.\n\n(e) It is let.\n'
    assert paths(OPENING + body) == ["1", "1(d)", "1(d)(i)", "1(d)(ii)", "1(e)"]


def test_one_of_several_definitions_in_a_paragraph_is_one() -> None:
    text = (
        OPENING + "1. Terms. In this Agreement:\n\n“Agent”: the bank that is named first. “Mill”: the mill at Tern Hollow; “Race”: "
        "what leads to it. The sign at the mill says “Tolls”: they are due at noon.\n"
    )
    assert {one.term for one in terms(read(text))} == {"Borrower", "Lender", "Agent", "Mill", "Race"}


def test_terms_may_have_no_quotation_marks() -> None:
    body = "1.1 MILL RACE shall mean the race.\n\n1.2 Rate means the rate.\n\n1.3 The mill is to mean nothing.\n\n"
    assert terms(read("0.")) == ()
    found = terms(read(OPENING + body + "2. Terms.\n\nGrain Day means a day.\n"))
    assert [(one.term, one.path) for one in found if one.term not in {"Borrower", "Lender"}] == [
        ("Grain Day", "2#Grain Day"), ("MILL RACE", "1.1"), ("Rate", "1.2"),
    ]  # fmt: skip


def test_terms_are_those_of_definitions_and_those_defined_in_passing() -> None:
    found = terms(read(TERMS))
    assert [(one.term, one.path) for one in found if not one.in_passing] == [
        ("Agent", "1#Agent"), ("Administrative Agent", "1#Administrative Agent"), ("Base Rate", "1#Base Rate"),
    ]  # fmt: skip
    assert [one.term for one in found if one.in_passing] == [
        "Borrower", "Lender", "Note", "Guaranty", "Guaranties", "Net Income", "Toll Ratio", "Mill Days", "Term", "Restated Agreement", "Company",
    ]  # fmt: skip
    assert {one.term: one.scope for one in found}["Net Income"] == "2"
    assert {one.scope for one in found if one.term != "Net Income"} == {"*"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('(a) "Toll" or "Tolls" shall mean a sack.', ["Toll", "Tolls"]),
        ('(a) "Grain," "Oats," and "Rye" mean what is milled.', ["Grain", "Oats", "Rye"]),
        ('(a) "Debt" of any such Person shall mean what it owes.', ["Debt"]),
        ('(a) "Feast" includes each day of rest.', ["Feast"]),
        ('(a) It is let. The "Mill" includes the race.', []),  # as it is defined elsewhere
        ('(a) The end of the Term is for "Cause" only if he steals.', ["Cause"]),
        ('(a) He is paid the "Toll" only if he mills.', []),
        ('(a) He sees the "Toll"\n\n"Rye" means a sack.', ["Rye"]),
        ('(a) Each of these shall constitute a "Miller\'s Default" hereunder.', ["Miller's Default"]),
        ('(a) Any of the following events is a "Default": a flood.', ["Default"]),
        ('(a) The sale shall constitute a "Change" within the meaning of the law.', []),
        ('(a) No barge is a "Vessel" of the Borrower.', []),
        ('(a) As used herein, the term "mill day" means a day.', ["mill day"]),
        ('(a) The term "Flood" as used herein shall mean high water.', ["Flood"]),
        ('(a) For purposes of this Section, "mill day" (including a feast) means a day.', ["mill day"]),
        ('(a) The miller\'s "mill day" means a day.', []),
        ('(a) Section 2 shall read: "The Miller keeps the mill and its race (the "Works") from May on and is paid for it each month, as agreed." It is due.', []),
        ('(a) For this purpose, "rest" shall mean a feast.', ["rest"]),
        ('(a) For purposes of this clause, “mills,” “milled” or “milling” means to grind.', ["mills", "milled", "milling"]),
        ('(a) It goes on from year to year ("rolling") unless (the word ("or") aside) it is ended.', ["rolling"]),
        ('(a) These are:\n\n"Miller": Tern Hollow Mills, Inc.', ["Miller"]),
        ('(a) The word "from" means from and including.', []),
        ('(a) It is sold to Tern Hollow ("the Buyer"), and not to "the Mill".', ["Buyer"]),
        ('(a) For purposes of this Section,\n"Toll" means (i) a sack or (ii) a coin.', ["Toll"]),
    ],
)
def test_what_defines_a_term_within_a_clause(words: str, found: list[str]) -> None:
    instrument = read(f"{OPENING}1. Words. As follows:\n\n{words}\n")
    assert [one.term for one in terms(instrument) if one.term not in {"Borrower", "Lender"}] == found


def test_an_article_in_words_is_found_by_its_figure() -> None:
    instrument = read(OPENING + "ARTICLE ONE\nRYE\n\n1. Sacks. Text.\n\nARTICLE TWO\nOATS\n\n1. Sacks. They are few.\n")
    assert [one.path for one in addressed(instrument, "Article II")] == ["Article TWO"]
    text = instrument.document.reading.text
    assert [text[one.start : one.end].split()[-1] for one in addressed(instrument, "Section 1 of Article Two")] == ["few."]


def test_a_number_that_skips_or_stands_twice_is_a_slip_and_a_list_that_begins_again_is_none() -> None:
    body = (
        "1. Terms.\n\n(a) one\n\n(b) two\n\n(d) four\n\n(d) five\n\n2. Fees. It pays (i) one and "
        "(ii) two. It asks for (i) one and (ii) two.\n\n4. Other. Text.\n"
    )
    assert [finding.path for finding in slips(read(OPENING + body))] == ["1(d)", "1(d)", "4"]
    fell = "ARTICLE I\nRYE\n\nText.\n\nARTICLE II\nOATS\n\nText.\n\nARTICLE I\nDAYS\n\nText.\n\nARTICLE II\nTOLLS\n\nText.\n"
    assert slips(read(OPENING + fell)) == ()
    fell = "ARTICLE II\nRYE\n\nText.\n\nARTICLE III\nOATS\n\nText.\n\nARTICLE II\nDAYS\n\nText.\n\nARTICLE V\nTOLLS\n\nText.\n"
    assert [finding.says for finding in slips(read(OPENING + fell))] == ["The numbering slips: Article II follows Article III."]
    anew = "1. Fees. It pays (i) one, (ii) two, (iii) three, (iv) four and (v) five. It asks for (v) one, (w) two and (x) three.\n"
    assert slips(read(OPENING + anew)) == ()


def said(body: str) -> list[str]:
    return [finding.says.removeprefix("The numbering slips: ") for finding in slips(read(OPENING + body))]


def test_a_number_that_falls_back_or_stands_for_another_is_a_slip() -> None:
    assert said("1. Terms.\n\n(i) one\n\n(c) three\n\n(d) four\n\n2. Other. Text.\n") == ["(c) follows (i)."]
    letters = "".join(f"({one}) is\n\n" for one in "abcdefghijk1m")
    assert said(f"1. Terms.\n\n{letters}2. Other. Text.\n") == ["(1) stands for (l)."]


def test_numbers_that_a_file_lost_are_kept_as_they_stand() -> None:
    body = "I. TERMS. They are:\n\n1. one is so.\n\n1. two is so.\n\n1. three is so.\n\nI. DAYS. They are:\n\n1. four is so.\n\nI. TOLLS. None.\n"
    assert paths(OPENING + body) == ["I", "I(1)", "I(1)", "I(1)", "I", "I(1)", "I"]
    assert said(body) == ["(1) stands twice.", "(I) stands twice."]


def test_a_list_that_runs_in_below_a_later_sentence_of_its_clause_is_of_that_clause() -> None:
    body = (
        "1. Taxes. (a) All is paid without tax. If a tax is due, (i) the sum is raised, (ii) the Borrower deducts and (iii) the "
        "Borrower pays. It pays stamps too.\n\n(b) This survives.\n\n2. Other. Text.\n"
    )
    assert paths(OPENING + body) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(a)(iii)", "1(b)", "2"]


def test_a_list_from_x_in_what_stands_behind_a_list_is_none_of_its_last_item() -> None:
    body = (
        "1. Insurance. (a) These are kept:\n\n(i) one of the mill; and\n\n(ii) one of the weir.\n\nEach shall (x) name the Lender, "
        "and (y) be paid.\n\n(b) None lapses.\n\n2. Other. Text.\n"
    )
    assert paths(OPENING + body) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(a)(x)", "1(a)(y)", "1(b)", "2"]


def test_a_list_from_x_within_one_of_letters_lets_that_go_on() -> None:
    body = "1. Leave. She is paid, (a) her wages, (b) two sums: (x) one in May and (y) one in June, and (c) the fare.\n\n2. Other. Text.\n"
    assert paths(OPENING + body) == ["1", "1(a)", "1(b)", "1(b)(x)", "1(b)(y)", "1(c)", "2"]


def test_what_stands_below_the_caption_of_the_last_item_is_its_own() -> None:
    captions = (
        "4. Care.\n\n(a) Weirs\n\nThe Borrower keeps the weirs.\n\n(b) Gates\n\nThe Borrower keeps the gates.\n\nIt paints them in May.\n\n"
        "The provisions of this Section 4 survive.\n\n5. Mills. These are kept:\n\n(a) Upper Mill\n\n(b) Lower Mill\n\nBoth are insured.\n"
    )
    instrument = read(OPENING + captions)
    found = {one.path: instrument.text(one).strip() for one in instrument.root.walk() if one.path}
    assert found["4(b)"] == "(b) Gates\nThe Borrower keeps the gates.\nIt paints them in May."
    assert found["4"].endswith("The provisions of this Section 4 survive.")
    assert found["5(b)"] == "(b) Lower Mill"


def test_a_text_that_is_set_off_begins_with_the_letter_that_it_puts_in() -> None:
    body = (
        "1. Section 6 of the Loan Agreement is amended by adding to it the following new clause (d):\n\n“(d) Tolls. The Borrower pays "
        "the lesser of (a) ten dollars or (b) the toll. It pays each month.\n\n(i) In this clause (d), the toll is that of the mill.\n\n(ii) It is low.”\n\n2. Other. Text.\n"
    )
    (text,) = outline_json(read(OPENING + body))["set_off"]
    assert [one["path"] for one in text["provisions"]] == ["(d)", "(d)(a)", "(d)(b)", "(d)(i)", "(d)(ii)"]


ADDRESSED = (
    OPENING
    + """\
1. Terms. The first sentence speaks of Harbor & Co. and others. The second one is short. The third ends it.

A second paragraph stands here.

2. Fees.

(a) A fee of one dollar.

3. Reports. As follows:

• each month; and

• each year.

4. Days. As follows:

(a) a day of grain, namely:

(1) oats; and

(2) rye.

5. Hours. They are (A) the first, (B) the second and, as to (b) only, the last.

"Mill Day" means (i) a day at the mill and (ii) no other.

"Feast" or "Fast" means a day on which nobody mills.

6. Words. The clerk keeps the books. The miller keeps a ledger (the "Toll Book") of the tolls. It is long.

(a) "Clerk Desk" means (i) the desk or (ii) the chair.

(b) The term "Sack Toll" means the toll of a sack.

6.1 RACE shall mean the water that drives the mill.
"""
)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("2(a)", ["(a) A fee of one dollar."]),
        ("Section 2(a)", ["(a) A fee of one dollar."]),
        ("clause (a) of Section 2", ["(a) A fee of one dollar."]),
        ("4.a.2", ["(2) rye."]),
        ("SECTION 4(A)(2)", ["(2) rye."]),
        ("5(a)", ["(A) the first,"]),
        ("2(b)", []),
        ("the defined term Mill Day", ['"Mill Day" means (i) a day at the mill and (ii) no other.']),
        ("Mill Day", ['"Mill Day" means (i) a day at the mill and (ii) no other.']),
        ("clause (ii) of the definition of Mill Day", ["(ii) no other."]),
        ("the definition of Mill Day in Section 5", ['"Mill Day" means (i) a day at the mill and (ii) no other.']),
        ("Fee", []),
        # Terms that have no definition of their own.
        ("the definition of Clerk Desk", ["(a) \"Clerk Desk\" means (i) the desk or (ii) the chair."]),
        ("clause (ii) of the definition of Clerk Desk", ["(ii) the chair."]),
        ("the definition of Sack Toll in Section 6", ['(b) The term "Sack Toll" means the toll of a sack.']),
        ("the definition of Sack Toll in Section 5", []),
        ("Race", ["6.1 RACE shall mean the water that drives the mill."]),
        ("Fast", ['"Feast" or "Fast" means a day on which nobody mills.']),
        ("Toll Book", ['The miller keeps a ledger (the "Toll Book") of the tolls.']),
        ("6~sentence 2", ['The miller keeps a ledger (the "Toll Book") of the tolls.']),
        ("clause (a) of the definition of Toll Book", []),
        ("1~sentence 2", ["The second one is short."]),
        ("the second sentence of Section 1", ["The second one is short."]),
        ("1~sentence last", ["A second paragraph stands here."]),
        ("1~sentence 1 of paragraph 2", ["A second paragraph stands here."]),
        ("the second sentence of the first paragraph of Section 1", ["The second one is short."]),
        ("1~paragraph 2", ["A second paragraph stands here."]),
        ("3~paragraph 2", ["• each month; and"]),
        ("3~paragraph 3", ["• each year."]),
        ("3~sentence 1", ["As follows:\n• each month; and\n• each year."]),
        ("3~sentence 2", []),
        ("1~sentence 9", []),
        ("9", []),
    ],
)
def test_a_provision_a_sentence_and_a_paragraph_can_be_asked_for(address: str, words: list[str]) -> None:
    instrument = read(ADDRESSED)
    text = instrument.document.reading.text
    assert [text[one.start : one.end].strip() for one in addressed(instrument, address)] == words


SPELLED = """\
TOLL AGREEMENT

This TOLL AGREEMENT, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC., an Ohio corporation
(the "Miller"), and FIRST ALDER BANK, as lender (the "Lender").

RECITALS

WHEREAS, the Miller mills.

WHEREAS, the Lender lends.

NOW, THEREFORE, the parties agree as follows:

I. TOLLS

1.02 Rye.

(a) The toll, which is:

(i) a sack; or

(ii) the Lender's Costs.

1.3 Oats. None.

II. DAYS

2.1 Feasts. None.

2.2 Fasts. None.

2.3 Frost. None.

2.4 Flood. None.

2.5 Wind. None.

2.6 Snow. None.

2.7 Rain. None.

2.8 Sun. None.

2.9 Dew. None.

2.10 Fog. None.

"Lender's Costs" means costs.

IN WITNESS WHEREOF, the parties have signed.

TERN HOLLOW MILLS, INC.

By: /s/ Ann Weir

EXHIBIT A

RATES

1. Rye. A sack.

2. Oats. (a) A sack or (b) a cart.

EXHIBIT B

DAYS

(1) Feasts.

(2) Fasts (a) by day or (b) by night.
"""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("1.02a.ii.", ["1.02(a)(ii)"]),
        ("1.02(a)ii", ["1.02(a)(ii)"]),
        ("Section 1.02a(ii)", ["1.02(a)(ii)"]),
        ("1.2", ["1.02"]),
        ("Section 1.2(a)", ["1.02(a)"]),
        ("1.03", ["1.3"]),
        ("2.01", []),  # 2.1, or 2.10
        ("1.4", []),
        ("II.3", ["2.3"]),
        ("Section II.3", ["2.3"]),
        ("Article II", ["II"]),
        ("Article III", []),
        ("Recital 2", ["Recital 2"]),
        ("the second recital", ["Recital 2"]),
        ("Recital 3", []),
        ("the definition of Lender's Costs", ["2.10#Lender's Costs"]),
        ("Lender's Costs", ["2.10#Lender's Costs"]),
        ("Section 2(b) of Exhibit A", ["Exhibit A/2(b)"]),
        ("Exhibit A, Section 2(b)", ["Exhibit A/2(b)"]),
        ("Exhibit A, paragraph 2(b)", ["Exhibit A/2(b)"]),
        ("Exhibit A section 2", ["Exhibit A/2"]),
        ("Exhibit A(2)(b)", ["Exhibit A/2(b)"]),
        ("Exhibit A(3)", []),
        ("Exhibit B, paragraph 2(b)", ["Exhibit B/(2)(b)"]),
        ("Exhibit B(2)(b)", ["Exhibit B/(2)(b)"]),
    ],
)
def test_an_address_may_be_spelled_in_many_ways(address: str, found: list[str]) -> None:
    assert [one.path for one in addressed(read(SPELLED), address)] == found


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Article II, Section 1", "They end."),
        ("Section 1(a) of Article I", "at noon"),
        ("Article 2, paragraph 1(a)", "at night"),
        ("Article II", "ARTICLE II"),
    ],
)
def test_an_article_tells_which_of_several_sections_is_meant(address: str, words: str) -> None:
    body = "ARTICLE I TERM\n\n1. Days. They begin.\n\n(a) at noon\n\nARTICLE II END\n\n1. Days. They end.\n\n(a) at night\n"
    instrument = read(OPENING + body)
    (found,) = addressed(instrument, address)
    assert words in instrument.document.reading.text[found.start : found.end]
    assert [one.path for one in addressed(instrument, "Section 1")] == ["1 of Article I", "1 of Article II"]
    assert len(addressed(instrument, "Article V, Section 1")) == 2
    told = [one["path"] for one in outline_json(instrument)["provisions"]]
    assert told == ["Article I", "1 of Article I", "1(a) of Article I", "Article II", "1 of Article II", "1(a) of Article II"]
    assert [addressed(instrument, one)[0].path for one in told] == told


def test_capitals_tell_clauses_apart_where_both_stand() -> None:
    instrument = read(OPENING + "1. Terms. (A) One: (a) this and (b) that. (B) Two.\n")
    assert [one.path for one in addressed(instrument, "1(B)")] == ["1(B)"]
    assert [one.path for one in addressed(instrument, "1(A)(b)")] == ["1(A)(b)"]
    assert [one.path for one in addressed(instrument, "1(a)(B)")] == ["1(A)(b)"]


def test_the_text_of_a_provision_says_its_page_and_line() -> None:
    instrument = read(ADDRESSED)
    (stretch,) = addressed(instrument, "2(a)")
    line = ADDRESSED[: ADDRESSED.index("(a) A fee")].count("\n") + 1
    assert stretch_text(instrument, stretch).startswith(f"2(a): written.txt, page 1, line {line}\n")


SETTING_OFF = """\
FIRST AMENDMENT

This FIRST AMENDMENT, dated as of May 2, 2020, is made by and between TERN HOLLOW MILLS, INC. (the "Borrower") and
FIRST ALDER BANK (the "Lender").

1. Amendments. The Loan Agreement is amended as follows:

(a) Section 2.10 is amended and restated in its entirety to read as follows:

"2.10 Tolls. The Borrower shall pay the following tolls:

(a) a day toll; and

(b) a night toll, namely:

Mark     Day       Night
MLRAX    $1.25     $0.75
MLRAB    $2.50     $1.50

2.11 Bills. Bills are sent each month."

(b) Section 1.1 is amended by adding the following definition:

"Toll Day" means each day on which (i) a toll is due or (ii) a bill is sent.

2. Effect. All else stays as it is.
"""


def test_a_text_that_is_set_off_has_an_outline_of_its_own() -> None:
    instrument = read(SETTING_OFF)
    printed = outline_json(instrument)
    assert [one["path"] for one in printed["provisions"]] == ["1", "1(a)", "1(b)", "2"]
    assert [(one["under"], [inner["path"] for inner in one["provisions"]]) for one in printed["set_off"]] == [
        ("1(a)", ["2.10", "2.10(a)", "2.10(b)", "2.11"]),
        ("1(b)", ["#Toll Day", "#Toll Day(i)", "#Toll Day(ii)"]),
    ]
    assert [table["path"] for table in printed["set_off"][0]["tables"]] == ["2.10(b)~table 1"]
    assert printed["set_off"][0]["text"].startswith("2.10 Tolls. The Borrower")
    lines = outline_text(instrument).splitlines()
    assert lines[lines.index("1  Amendments") :] == [
        "1  Amendments",
        "  (a)  Section 2.10 is amended and restated in its entirety to read as follows:",
        "    (quoted text)  2.10 Tolls. The Borrower shall pay the following tolls: (a) a day toll; and ( ...",
        "      > 2.10  Tolls",
        "      >   (a)  a day toll; and",
        "      >   (b)  a night toll, namely:",
        "      >     ~table 1  Mark | Day | Night",
        "      > 2.11  Bills",
        "  (b)  Section 1.1 is amended by adding the following definition:",
        '    (quoted text)  "Toll Day" means each day on which (i) a toll is due or (ii) a bill is sent.',
        '      > #Toll Day  "Toll Day" means each day on which',
        "      >   (i)  a toll is due or",
        "      >   (ii)  a bill is sent.",
        "2  Effect",
    ]


# The laws.


def pieces(provision: Provision) -> list[tuple[int, int]]:
    """The own words of each provision, in the order of the tree."""
    return [(one.start, one.lead) for one in provision.walk()]


def holds(document: Document) -> None:
    """The leaves give back the text: they do not overlap, and no word stands between them."""
    instrument = parse(document)
    text, at, joined = document.reading.text, 0, ""
    for start, end in pieces(instrument.root):
        assert at <= start <= end
        assert not text[at:start].strip()
        joined += text[at:start] + text[start:end]
        at = end
    assert not text[at:].strip()
    assert joined + text[at:] == text
    for provision in instrument.root.walk():
        assert provision.start <= provision.body <= max(provision.end, provision.start)


DRAFTED = st.sampled_from(
    ["The Borrower shall pay.", "(a)", "(b)", "(i) first,", "(ii)", "(x)", "1.", "2.", "1.1", "1.2", "Section 2.10.", "ARTICLE I", "ARTICLE II", "A.", "B.",
     "a.", "i.", "<PAGE>", "\f", "TABLE OF CONTENTS", "1.1 Terms......... 4", "<TABLE>", "</TABLE>", "I    1.75%    0%", '"Agent" means', '"', "“", "”",
     "IN WITNESS WHEREOF", "EXHIBIT A", "Attachment 2", "SCHEDULE 1.1", "WHEREAS,", "NOW, THEREFORE,", "is amended to read as follows:", "By:", "of",
     "clause", "TERM", "12 NOTICES", "(the \"Agent\")", "AGREEMENT dated as of May 1, 2001 by and "
     "between A and B, with many words to make it long enough for one"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(),
        st.lists(DRAFTED, max_size=50).map("\n\n".join),
        st.lists(DRAFTED, max_size=50).map(" ".join),
        st.lists(DRAFTED, max_size=50).map("\n".join),
    )
)
def test_the_leaves_of_the_tree_give_back_the_text(text: str) -> None:
    if text.strip() and "\0" not in text:
        holds(from_text("written.txt", text.encode("utf-8", "surrogatepass")))


@given(st.binary(min_size=1))
def test_any_bytes_parse(data: bytes) -> None:
    try:
        document = from_text("any.txt", data)
    except Unreadable:
        return
    holds(document)
    instrument = parse(document)
    terms(instrument)
    slips(instrument)
    outline_json(instrument)
    outline_text(instrument)
    addressed(instrument, document.reading.text[:40])


@pytest.mark.shared
def test_the_laws_hold_over_the_real_documents(shared: Path) -> None:
    read_some = False
    for path in sorted((shared / "corpus").rglob("*.txt")):
        try:
            document = from_text(path.name, path.read_bytes())
        except Unreadable:
            continue
        holds(document)
        read_some = True
    assert read_some


EXHIBIT = """\
1. Loan. The Lender lends.

IN WITNESS WHEREOF, the parties have executed this Agreement.

TERN HOLLOW MILLS, INC.

By: /s/ Jane Doe

EXHIBIT A

FORM OF GUARANTY

THIS GUARANTY is made by ELM HOLDINGS, LLC, an Ohio limited liability company (the "Guarantor").

1. Definitions. As used in this Guaranty:

"Obligations" means all that the Borrower owes to the Lender.

2. Guaranty. The Guarantor guarantees (a) payment and (b) performance of the Obligations.

3. Amendment. Section 4 of the Pledge Agreement is hereby amended to read as follows:

"4. Release. (a) The pledge ends on payment.

(b) The Lender shall say so."

IN WITNESS WHEREOF, the Guarantor has executed this Guaranty.

ELM HOLDINGS, LLC

By: ______________

Name:
"""


def test_an_exhibit_that_is_an_instrument_is_read_as_one() -> None:
    root = read(OPENING + EXHIBIT).root
    exhibit = next(one for one in root.walk() if one.kind is ProvisionKind.PART)
    assert [one.path for one in exhibit.walk() if one.kind in COUNTED] == [
        "Exhibit A/1",
        "Exhibit A/1#Obligations",
        "Exhibit A/2",
        "Exhibit A/2(a)",
        "Exhibit A/2(b)",
        "Exhibit A/3",
    ]
    assert ProvisionKind.QUOTATION in {one.kind for one in exhibit.walk()}
    assert [one.path for one in exhibit.children if one.kind is ProvisionKind.SIGNATURES] == [
        "Exhibit A/Signature Pages"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '1. Rye. (a) Section 2 is amended by inserting ", if (a) it rains and (b) it snows," after "mill" and (b) Section 3 is deleted.',
            ["1", "1(a)", "1(b)"],
        ),
        ("1. Oats. The words “or (ii) the barge” are deleted; (i) no toll and (ii) no fee is due.", ["1", "1(i)", "1(ii)"]),
        ('1. Bran. The "Mill" is (a) wide and (b) "dry" in frost.', ["1", "1(a)", "1(b)"]),
        # Quoted words that quote others.
        ("1. Hay. Section 2 reads: “The sum of (A) the toll, plus (B) the fare (the “Sum”). It is paid.” (i) No fee is due.", ["1", "1(i)"]),
        ("1. Hay. Section 2 reads: “ The sum of (A) the toll and (B) the fare. ” (i) No fee is due.", ["1", "1(i)"]),
        ("1. Hay. Section 2 reads: “It is (A) a toll and (B) a fare, and is called the “Sum.”” (i) No fee is due.", ["1", "1(i)"]),
        ('1. Hay. Section 2 reads: "The sum of (A) the toll, plus (B) the fare (the "Sum"). It is paid." (i) No fee is due.', ["1", "1(i)"]),
    ],
)
def test_a_label_among_quoted_words_is_no_clause(body: str, expected: list[str]) -> None:
    assert paths(f"{OPENING}{body}\n\n2. Days. A day is short.\n") == [*expected, "2"]


def test_sums_and_marks_that_stand_alone_are_no_sections() -> None:
    cells = "".join(f"{name}\n\n$\n\n{sum_}\n\n" for name, sum_ in [("Wheel", "12.66"), ("Barn", "14.44"), ("Dam", "9.91"), ("Race", "5.500")])
    instrument = parse(from_text("written.txt", f"The sums of the mill are these:\n\n{cells}They are due.\n".encode()))
    assert not [one.path for one in instrument.root.walk() if one.path[:1].isdigit()]
