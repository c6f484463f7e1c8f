"""Terms and references of a text in force: what is reported, and what is not.

Each text is an agreement with invented parties around the sentences that a test is about.
"""

import datetime

import pytest

from conformed.instrument import ProvisionKind, instruments, parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.standing.observe import observed
from conformed.standing.observed import About, Observed
from conformed.views.terms import terms
from conformed.views.to_html import to_html
from tests.written import FRAME, document

AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018 (this "Agreement"), is among BRAMBLE MILLING, INC., a Delaware
corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A., as lender (the "Lender").

ARTICLE I
DEFINITIONS

SECTION 1.01. Defined Terms. As used in this Agreement, the following terms have these meanings:

"Business Day" means a day on which banks are open in Dover.

{definitions}

SECTION 1.02. Time. A period that ends on another day than a Business Day ends on the next one. The Borrower and
the Lender reckon all periods so.

SECTION 1.03. Headings. Headings are for convenience and explain nothing that this Agreement says elsewhere.

ARTICLE II
THE LOANS

SECTION 2.01. Lending. {body}

SECTION 2.02. Repayment. The Borrower shall repay on a Business Day (a) what it owes and (b) all costs that the Lender has had.

SECTION 2.03. Notices. The Borrower shall give each notice in writing and on paper, and the Lender may rely on it.

ARTICLE III
CLOSING

SECTION 3.01. Law. The law of Delaware governs.

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
{behind}"""


def matter(body: str, definitions: str = "", behind: str = "", amendment: str | None = None) -> Conformed:
    files = [document(AGREEMENT.format(body=body, definitions=definitions, behind=behind), "agreement.txt")]
    files += [document(FRAME.format(body=amendment), "amendment.txt")] if amendment else []
    return conformed([interpret(parse(one)) for file in files for one in instruments(file)])


def found(*about: About, body: str = "The Lender lends.", **more: str) -> list[Observed]:
    made = matter(body, **more)
    every = observed(made.chain, made.entries, made.version)
    return [one for one in every if not about or one.about in about]


def told(*about: About, body: str = "The Lender lends.", **more: str) -> list[str]:
    return [one.what for one in found(*about, body=body, **more)]


USED = "The Borrower shall pay all Breakage Costs on demand, and no Breakage Costs fall due on another day."


def test_an_agreement_in_order_has_nothing_to_report() -> None:
    assert found() == []


def test_a_term_that_is_used_twice_and_defined_nowhere() -> None:
    (one,) = found(body=USED)
    assert (one.about, one.what) == (About.UNDEFINED, "Breakage Costs")
    assert one.says == "“Breakage Costs” is used twice in capitals, and no document to hand defines it."
    assert [place.path for place in one.places] == ["2.01", "2.01"]


@pytest.mark.parametrize(
    "body",
    [
        "The Borrower shall pay all Breakage Costs on demand.",  # once
        f'{USED} "Breakage Costs" means what a bank loses.',
        f"{USED} Breakage Costs are the costs of a bank.",
        f"{USED} It bears the costs of early payment (the Breakage Costs).",
        f"{USED} Breakage Cost: what a bank loses.",
        "It visits each Nonpaying Vessel and no Nonpaying Vessel twice. “Non-Paying Vessel” means a barge.",
        f"{USED} BREAKAGE COSTS. What a bank loses.",
        f"{USED} What a bank loses is called Breakage Costs.",
        f"{USED} The Breakage Costs for the first year shall be the costs of a bank.",
        f"{USED} It bears Breakage Costs, or “Extra Costs”.",
        f"{USED.replace('Breakage', 'Bank Breakage')} “Bank's Breakage Costs” are so called.",
        f"{USED}\n\nBreakage Costs (all banks)\n\nThree dollars",
        '"Barges" means the Dover Collateral moored in Dover, and all Dover Collateral at sea. The Barges float.',
        "It asks the Board of Mill Stockholders, and no Mill Stockholder is asked by another.",
        "The Lender and the Borrower agree. Notice to the Lender and to the Borrower counts.",  # defined terms, joined
        "It files with the Internal Revenue Service, and the Internal Revenue Service with any State.",
        "The Board of Directors and the Chief Executive Officer meet. The Board of Directors decides.",
        "Paid in the United States. The laws of the United States of America hold.",
        "It reads the Harbor Herald Asset Report. The Harbor Herald Asset Report counts.",
    ],
)  # fmt: skip
def test_what_is_no_undefined_term(body: str) -> None:
    assert told(About.UNDEFINED, body=body) == []


NAMED = "\n\n".join(f'"{one} Loan" means a loan of {one} grain. It grinds each {one} Loan.' for one in "Oat Rye Barley Millet Maize Wheat Spelt Emmer Teff Sorghum".split())


@pytest.mark.parametrize(
    ("body", "terms"),
    [
        ("The Borrower shall repay each Buckwheat Loan in May.", ["Buckwheat Loan"]),
        ("The Borrower shall pay all Breakage Costs on demand.", []),  # no other term ends so
        ("It knows the Quoin Savings Loan, a loan of another bank, and a Second Quoin Loan (a loan of that bank).", []),
        ("It repays each buckwheat loan, and such Buckwheat Loan with its costs.", []),
        ("It repays each Oat Loan. On any Oat Loan Lender may insist.", []),  # two terms, side by side
        ("It repays the Oat\nLoan", []),
    ],
)
def test_a_term_used_once_where_many_are_defined_that_end_so(body: str, terms: list[str]) -> None:
    assert told(About.UNDEFINED, body=body, definitions=NAMED) == terms


def test_a_party_by_another_name_than_its_own() -> None:
    body = "It tells the Trustee of each loss, as trustee's counsel asks, and the Trustee shall be asked by its agents."
    assert told(About.UNDEFINED, body=body) == ["Trustee"]


def test_kinds_of_which_a_sentence_says_how_they_are_called_are_defined() -> None:
    body = "It keeps each Alder Borrowing for a day, and no Alder Borrowing for two."
    assert told(About.UNDEFINED, body=body) == ["Alder Borrowing"]
    assert told(About.UNDEFINED, body=f"{body} Borrowings are classified by the bank that makes them.") == []


def test_a_term_in_the_caption_of_a_section_is_explained_there() -> None:
    captioned = f"{USED}\n\nSECTION 2.02. Breakage Costs. These are borne by the Borrower."
    assert told(About.UNDEFINED, body=captioned) == []


def test_terms_of_exhibits_are_not_looked_for() -> None:
    assert told(behind=f"\n\nEXHIBIT A\n\nFORM OF NOTE\n\n{USED}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Capitalized terms not otherwise defined herein have the meanings assigned to them in the Tannery Indenture.",
        "Terms defined in the Tannery Indenture and not otherwise defined herein are used herein with the meanings given there.",
        'It knows the indenture of 2015 (the "Tannery Indenture"; a capitalized term that this Agreement does not define has its meaning there).',
        'It knows the indenture of 2016 (the "Tannery Indenture"; capitalized terms used and not defined herein have the'
        " meanings given to them therein).",
        "The provisions of Article V of the Tannery Indenture are hereby incorporated by reference.",
    ],
)
def test_terms_that_are_taken_from_another_document_are_told_once(sentence: str) -> None:
    (one,) = found(About.TAKEN, About.UNDEFINED, body=f"{USED} {sentence}")
    assert (one.about, one.what) == (About.TAKEN, "Tannery Indenture")


@pytest.mark.parametrize(
    "sentence",
    [
        "Capitalized terms used in the other Loan Papers have the meanings that this Agreement gives them.",
        "Terms not otherwise defined herein have the meanings assigned to them in the Uniform Commercial Code.",
        "Exhibit A and Schedule 2 are incorporated herein by reference.",
    ],
)
def test_what_takes_no_terms_from_another_document(sentence: str) -> None:
    assert told(About.TAKEN, body=sentence) == []


def test_a_text_that_takes_provisions_from_another_may_use_its_terms_there() -> None:
    body = "The provisions of Article V of the Tannery Indenture are hereby incorporated by reference."
    (one,) = found(body=body, definitions='"Quoted Rate" means the rate of the day.')
    assert one.says == "Provisions are taken from the Tannery Indenture, which is not to hand."


def test_a_term_that_is_defined_and_not_used() -> None:
    (one,) = found(definitions='"Quoted Rate" means the rate of the day.')
    assert (one.about, one.what, one.places[0].path) == (About.UNUSED, "Quoted Rate", "1.01#Quoted Rate")
    assert told(body='The Lender lends on request (a "Draw Request").') == ["Draw Request"]


@pytest.mark.parametrize(
    "body",
    [
        "The quoted rate counts.",
        "Quoted Rates are posted.",
        "As posted (in Regulation D called “Quoted Rate liabilities”).",
    ],
)
def test_a_term_that_stands_elsewhere_in_any_form_counts_as_used(body: str) -> None:
    assert told(About.UNUSED, body=body, definitions='"Quoted Rate" means the rate of the day.') == []


def test_a_definition_that_orders_something_by_its_term_uses_it() -> None:
    orders = '"Quoted Rate" means the rate of the day. It pays the Quoted Rate in May. The Quoted Rate is net.'
    assert told(About.UNUSED, definitions=orders) == []
    assert told(About.UNUSED, definitions=orders.replace(" The Quoted Rate is net.", "")) == ["Quoted Rate"]


@pytest.mark.parametrize(("term", "body"), [("Port Laws", "Each Port Law holds."), ("Bag or Crate", "As Bag/Crate."), ("Mill or Mills", "A Mill grinds."), ("Millers' Guild", "A Miller's Guild."), ("Letter of Need", "All Letters of Need."), ("Rule X", "Under Rules T, U and X."), ("Nonpaying Mill", "No Non-Paying Mill."), ("Non-Paying Mill", "No nonpaying mill.")])
def test_the_singular_and_a_stroke_are_uses_too(term: str, body: str) -> None:
    assert told(About.UNUSED, body=body, definitions=f'"{term}" means what it says.') == []


def test_what_another_document_calls_so_is_defined_there() -> None:
    assert told(body='The quay is told of in the Tannery Deed (wherein it is referred to as the "Upper Wharf") and is leased.') == []


def test_of_two_names_for_one_thing_one_may_be_unused() -> None:
    assert told(body="The Post counts.", definitions='"Post" or "Posted Mail" means the mail.') == []


def test_a_term_that_is_defined_twice() -> None:
    (one,) = found(body='The Lender shall lend on paper (the "Draw Request"). A Draw Request is final.', definitions='"Draw Request" means a letter.')
    assert (one.about, one.what) == (About.TWICE, "Draw Request")
    assert one.says == "“Draw Request” is defined twice, in different words."
    assert {place.path for place in one.places} == {"1.01#Draw Request", "2.01"}


def test_the_plural_of_a_term_that_is_defined_twice_is_told_with_it() -> None:
    body = 'The Lender shall lend on paper (each a "Draw Request" and together the "Draw Requests"). A Draw Request is final.'
    assert told(About.TWICE, body=body, definitions='"Draw Request" or "Draw Requests" means a letter.') == ["Draw Request"]


def test_terms_that_the_preamble_names_and_a_definition_defines_again_are_told_together() -> None:
    (one,) = found(definitions='"Borrower" means Bramble Milling, Inc.\n\n"Lender" means Harbor & Quay Bank, N.A.')
    assert one.says == "The preamble names and a definition defines again, in different words: “Borrower”, “Lender”."
    assert [place.path for place in one.places] == ["1.01#Borrower", "1.01#Lender"]


@pytest.mark.parametrize(
    ("definition", "body"),
    [
        ("has the meaning given to it in Section 2.01.", 'On paper (the "Draw Request").'),
        ("means a letter under Section 2.01.", 'On paper (the "Draw Request").'),
        ("means a letter; where so agreed, “Draw Request” means a call.", "A Draw Request is final."),
        ("means a letter.", "From then on “Draw Request” shall mean such successor paper."),
        ("means a letter.", "Papers are named by kind (e.g., a “Draw Request”)."),
        ("means a letter.", "It takes over (with all that it owes as the “Draw Request”)."),
        ("means a letter.", "For purposes of this Section, “Draw Request” means a call."),
    ],
)
def test_what_is_not_defined_twice(definition: str, body: str) -> None:
    assert told(About.TWICE, body=body, definitions=f'"Draw Request" {definition}') == []


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("As told in Section 2.07.", ["2.07"]),
        ("As told in Section 2.02(f).", ["2.02(f)"]),
        ("As told in Sections 2.02(a) and (f).", ["2.02(f)"]),
        ("As told in Section 1.02(a).", ["1.02(a)"]),
        ("Section 8.01 hereof holds.", ["8.01"]),
        ("As told in Section 7.01 hereof.", ["7.01"]),
        ("As told in Section 2.04(a).\n\nSECTION 2.05. Fees. It pays fees.", ["2.04(a)"]),  # between two that stand
        ("As Section 2.02(c) has it: (i) in May, (ii) in June, or (iii) in July.", ["2.02(c)"]),
    ],
)
def test_a_reference_to_a_number_that_the_outline_does_not_have(body: str, missing: list[str]) -> None:
    assert told(About.NOT_THERE, body=body) == missing


@pytest.mark.parametrize(
    "body",
    [
        "As told in Section 2.02(b).",
        "As told in Section 2.07 of the Tannery Indenture.",
        "As told in Section 2.07 of ERISA.",
        "The Other Deed has a Section 2.07, and said Section 2.07 holds.",
        "As told in Section 2.02(b)(ii), (i) in May.",  # which may be misplaced
        "As told in Section 412 of the Code.",
        "A plan under ERISA, as Section 2.07 has it.",
        "As told in Section 7.01.",  # no article of the text, which a law may have
        "As told in Section 2.02(a), (ii) and in time.",
        "(i) as told in Section 2.02(a), or (v) in time.",
        "As told in Exhibit Q.",
    ],
)
def test_references_that_are_not_surely_to_what_does_not_stand(body: str) -> None:
    assert told(About.NOT_THERE, body=body) == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("(a) The Lender lends under this Section 2.01(c) alone, and (b) the Borrower pays.", ["Section 2.01(a) calls itself Section 2.01(c)."]),
        ("(a) The Lender lends, and (b) what it lends under this Section 2.01(a) the Borrower pays.", []),
        ("Nothing in this Section 2.03 binds the Lender, nor does this Section 2.03 bind others.", ["Section 2.01 calls itself Section 2.03, in 2 places."]),
        ("Nothing in this Section 2.09 binds the Lender.", ["Section 2.01 calls itself Section 2.09."]),
        ("Nothing in this Section 2.1 binds the Lender, nor does Section 2.03, and this Article II stands.", []),
        ("(a) The Lender lends under this Section 2.01, and (b) the Borrower pays under this clause (a).", []),
    ],
)
def test_a_provision_that_calls_itself_by_another_number(body: str, says: list[str]) -> None:
    assert [one.says for one in found(About.MISNUMBERED, body=body)] == says
    assert told(About.NOT_THERE, body=body) == []


def test_a_section_under_a_roman_article_is_called_by_its_figures_too() -> None:
    text = AGREEMENT.format(body="Nothing in this Section 2.01 binds the Lender.", definitions="", behind="")
    for article, figure in (("III", "3"), ("II", "2"), ("I", "1")):
        text = text.replace(f"SECTION {figure}.0", f"SECTION {article}.")
    made = conformed([interpret(parse(one)) for one in instruments(document(text, "agreement.txt"))])
    assert [one.path for one in made.version.root.children if one.kind is ProvisionKind.ARTICLE][1:2] == ["Article II"]
    assert [one.says for one in observed(made.chain, made.entries, made.version) if one.about is About.MISNUMBERED] == []


def test_references_of_one_list_are_told_together() -> None:
    (one,) = found(body="As told in Sections 2.02(f) and (g).")
    assert one.says == "Section 2.02(f), Section 2.02(g) do not stand in the text, and 1 place refers to them."


NOTE = "It signs a note in the form of Exhibit B attached hereto, and a deed as Schedule 2.01 has it. Exhibit B is short."


def test_such_an_exhibit_is_whose_it_was_before() -> None:
    body = "It signs a bond in the form of Exhibit C to the Other Deed of the Mill, and a note that is a part of such Exhibit C."
    assert found(About.LACKING, body=body) == []


def test_exhibits_and_schedules_that_are_not_in_the_file_are_told_together() -> None:
    (one,) = found(About.LACKING, body=NOTE.replace("Schedule", "SCHEDULE"))
    assert one.says == "Exhibit B (2 places), Schedule 2.01 are referred to, and are not in the file."
    assert [place.path for place in one.places] == ["2.01", "2.01"]
    listed = "\nExhibits and Schedules\n\nExhibit A - Form of Deed\nExhibit B - Form of Note\n"
    (schedule, exhibit) = found(About.LACKING, body=NOTE, behind=listed)
    assert schedule.says == "Schedule 2.01 is referred to, and is not in the file."
    assert exhibit.says == "Exhibit B (2 places) is referred to, and is only listed, and not in the file."


@pytest.mark.parametrize(
    ("body", "behind"),
    [
        ("In the form of Exhibit B hereto.", "\n\nEXHIBIT B\n\nFORM OF NOTE\n\nBramble Milling promises to pay.\n"),
        ("In the form of Exhibits B-1 and B-2.", "\n\nEXHIBIT B TO CREDIT AGREEMENT\n\nThe Borrower promises to pay.\n"),
        ("As told in Schedule II.", "\n\nSchedule 2\n\nThe barges are named Alder and Birch.\n"),
        ("As told in Exhibit B to the Tannery Lease.", ""),
        ("Hides are described in Attachment 1, Table 2 of the Tannery Lease.", ""),
        ("The hides are those of Schedule H to its most recent annual Hide Census.", ""),
        ("The Tannery Lease, as told in Exhibit B thereto.", ""),
        ("The deed attached to the Tannery Lease as Exhibit B.", ""),
        ("It gives notice by a Schedule 13D.", ""),
        ("Its plan was filed as Exhibit 10.1 to its Annual Report on Form 10-K.", ""),
        ("The exhibits are kept apart.", ""),
    ],
)
def test_exhibits_that_stand_or_are_those_of_others_are_not_missed(body: str, behind: str) -> None:
    assert told(About.LACKING, body=body, behind=behind) == []


GAP = "As told in Section 2.09.\n\nSECTION 2.02. Fees. The Borrower pays.\n\nSECTION 2.03. Time. It pays in May.\n\nSECTION 2.06. Form. In cash."


def test_an_outline_with_a_gap_tells_nothing_of_a_number_that_stands_elsewhere() -> None:
    assert told(About.NOT_THERE, body=GAP, behind="\nOf late notices 2.09 tells more\n") == []


def test_a_section_that_is_not_divided_while_others_are() -> None:
    text = AGREEMENT.partition("ARTICLE I\n")[0] + "\n\n".join(
        f"{one}. {name}.\n\n{body}" for one, (name, body) in enumerate((
            ("LENDING", "1.1 Loans. The Lender lends.\n\n1.2 Calls. It lends on call, as told in Section 2.1 above."), ("REPAYMENT", "The Borrower repays in May."),
            ("NOTICES", "3.1 Form. Notices are written.\n\n3.2 Time. They count at once."), ("LAW", "The law of Delaware governs."),
        ), 1)
    )  # fmt: skip
    made = conformed([interpret(parse(document(text)))])
    assert [one.what for one in observed(made.chain, made.entries, made.version)] == ["2.1"]


def test_a_number_that_heads_a_line_may_stand_after_all() -> None:
    assert told(About.NOT_THERE, body="As told in Section 2.07.", behind="\n2.07 Late notices\n") == []


def test_a_term_whose_definition_an_amendment_struck_and_that_is_used_still() -> None:
    (one,) = found(
        About.UNDEFINED, body="It pays the Quoted Rate.", definitions='"Quoted Rate" means the rate of the day.',
        amendment='The definition of "Quoted Rate" in Section 1.01 of the Credit Agreement is hereby deleted.',
    )  # fmt: skip
    assert one.says == "“Quoted Rate” is used once, and Amendment No. 1 struck its definition."
    assert one.places[0].path == "2.01"


def test_references_to_what_an_amendment_restated_show_both_texts() -> None:
    amendment = 'Section 2.03 of the Credit Agreement is hereby amended and restated in its entirety to read as follows:\n"SECTION 2.03. Notices. The Borrower shall give each notice by wire."'
    (one,) = found(About.CHANGED, body="As told in Section 2.03.", amendment=amendment)
    assert one.says == "Section 2.03 was restated by Amendment No. 1, and 1 older provision refers to it."
    assert one.before
    assert "on paper" in one.before
    assert one.now
    assert "by wire" in one.now
    assert told(About.CHANGED, body="As told in Section 2.02.", amendment=amendment) == []


def test_a_term_whose_definition_was_struck_and_that_another_sentence_explains() -> None:
    assert told(
        About.UNDEFINED, body="It pays the Quoted Rate. The Quoted Rate is the rate of the day.",
        definitions='"Quoted Rate" means the rate of the day.',
        amendment='The definition of "Quoted Rate" in Section 1.01 of the Credit Agreement is hereby deleted.',
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("amendment", "says"),
    [
        ("Section 2.02 of the Credit Agreement is hereby deleted.", "Section 2.02 was struck by Amendment No. 1"),
        ("Section 2.03 of the Credit Agreement is hereby renumbered as Section 2.04.", "Section 2.03 was renumbered as Section 2.04 by"),
    ],
)
def test_references_to_what_an_amendment_struck_or_renumbered(amendment: str, says: str) -> None:
    (one,) = found(About.CHANGED, body=f"As told in {says[:12]}.", amendment=amendment)
    assert one.says.startswith(says)
    assert [place.path for place in one.places] == ["2.01"]


def test_of_an_agreement_that_is_not_to_hand_no_term_is_told() -> None:
    made = conformed([interpret(parse(document(FRAME.format(body=USED), "amendment.txt")))])
    assert observed(made.chain, made.entries, made.version) == ()
    assert "The agreement is not to hand" in terms(made.chain, datetime.date(2024, 3, 1), ())


def test_of_an_agreement_that_is_not_to_hand_it_is_told_which_instrument_takes_terms_from_it() -> None:
    takes = 'Capitalized terms not otherwise defined herein have the meanings assigned to them in the Credit Agreement. Each reference to "this Credit Agreement" means it as amended.'
    made = conformed([interpret(parse(document(FRAME.format(body=takes), "amendment.txt")))])
    (one,) = observed(made.chain, made.entries, made.version)
    assert one.says == "Amendment No. 1 takes from the agreement, which is not to hand, what the terms mean that it does not define."


def test_terms_that_an_amendment_takes_from_the_agreement() -> None:
    amendment = "Capitalized terms not otherwise defined herein have the meanings assigned to them in the Credit Agreement. It counts from the next Business Day."
    (one,) = found(About.TAKEN, amendment=amendment)
    assert one.says == "Amendment No. 1 takes from the agreement what these terms mean: Business Day, Lender."


def test_an_instrument_takes_no_terms_before_it_is_made() -> None:
    amendment = "Capitalized terms not otherwise defined herein have the meanings assigned to them in the Credit Agreement. It counts from the next Business Day."
    made = matter("The Lender lends.", amendment=amendment)
    for day, many in ((datetime.date(2020, 1, 5), 0), (datetime.date(2020, 1, 6), 1)):
        told = observed(made.chain, made.entries, made.as_of(day), day)
        assert len([one for one in told if one.about is About.TAKEN]) == many


def test_a_term_is_one_in_the_singular_and_in_the_plural() -> None:
    definitions = '"Mill Parties" means the Borrower and its agents.\n\n"Deeds" means the deeds of the mill, each a "Deed".\n\n"Costs" means what it owes.'
    amendment = (
        'Capitalized terms not otherwise defined herein have the meanings assigned to them in the Credit Agreement. Each Mill Party signs its Deed, '
        'at the costs of the other (each such cost, a "Cost"). The Costs are small.'
    )
    (one,) = found(About.TAKEN, amendment=amendment, definitions=definitions)
    assert one.says == "Amendment No. 1 takes from the agreement what these terms mean: Mill Parties, Deeds, Lender."


def test_the_list_names_each_place_with_its_page() -> None:
    made = matter(USED)
    shown = terms(made.chain, datetime.date(2024, 3, 1), observed(made.chain, made.entries, made.version))
    assert shown.startswith("CREDIT AGREEMENT, on March 1, 2024\n\nTerms used and not defined (1)\n")
    assert "§ 2.01, p. 1: “" in shown
    nothing = matter("The Lender lends.")
    assert "Nothing that is surely amiss" in terms(nothing.chain, datetime.date(2024, 3, 1), observed(nothing.chain, nothing.entries, nothing.version))


def test_the_page_lists_what_was_observed_and_leads_to_its_place() -> None:
    page = matter(USED).page(datetime.date(2024, 3, 1))
    (one,) = page.observed
    assert (one.about, one.what, one.instrument) == ("used and not defined", "Breakage Costs", None)
    assert {place.provision for place in one.places} == {next(each.id for each in page.provisions if each.path == "2.01")}
    shown = to_html(page)
    assert "Terms used and not defined: 1" in shown
    assert one.says in shown
    assert "Terms and references" not in to_html(matter("The Lender lends.").page(datetime.date(2024, 3, 1)))


@pytest.mark.parametrize(
    "body",
    [
        "It keeps all Borrower Quay Paper, and no Borrower Quay Paper of another.",  # a party and a defined term
        "It keeps each Quay-based Paper, and no Quay-based Paper of another.",
        "It read the Dover Safety Plan, Second Print, dated May 3, 2018. The Dover Safety Plan holds.",
        "It signs a Wharf Agreement with the port. The Wharf Agreement holds, and each Wharf Agreement binds it.",
        "It files a Dover Bond, in the form of Exhibit C. The Dover Bond counts, and no Dover Bond is void.",
        "It has the Wharf Agreement and the Dover Bond, each of which shall be as Exhibit C. The Wharf Agreement and the Dover Bond count.",
        "It keeps the Wharf Agreement governing the quay, and no other Wharf Agreement.",
        "Wharf\n\nPolicy – what a port pays for. It has the Wharf Policy, and no other Wharf Policy.",
        "It takes out the Dover Wharf Policy(ies) Endorsement, and the Dover Wharf Policy(s) Endorsement of a port.",
    ],
)
def test_what_tells_of_itself_what_it_is(body: str) -> None:
    definitions = '"Quay" means the port. It owns the Quay.\n\n"Quay Paper" means its log. It keeps Quay Paper.\n\n"Paper" means a book. It has Paper.'
    assert told(About.UNDEFINED, body=body, definitions=definitions) == []


@pytest.mark.parametrize(
    ("body", "terms"),
    [
        ("It pays under the Wharf Agreement, and no other Wharf Agreement binds it.", ["Wharf Agreement"]),
        ("It keeps the Project going. No other may stop the Project.", ["Project"]),
        ("It lends each Quay Rate Loan, and no Quay Rate Loan bears interest.", ["Quay Rate Loan"]),
    ],
)
def test_agreements_and_works_that_are_named_and_never_defined(body: str, terms: list[str]) -> None:
    definitions = '"Quay Rate" means a rate. It pays the Quay Rate.\n\n"Loan" means a sum. It repays each Loan.'
    assert told(About.UNDEFINED, body=body, definitions=definitions) == terms
