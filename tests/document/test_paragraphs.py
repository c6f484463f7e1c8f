"""Where paragraphs end in a text whose lines say little of it."""

import pytest

from conformed.document import from_text

WIDE = "The Lenders and the Borrower agree that the covenants of this Agreement be amended as set out below."


def paragraphs(text: str) -> list[str]:
    """The paragraphs behind some wide lines, which set the edge of the document."""
    document = from_text("written.txt", (f"{WIDE}\n\n" * 20 + text).encode())
    return [document.reading.text[p.start : p.end] for p in document.paragraphs][20:]


@pytest.mark.parametrize(
    "text",
    [
        "(b) Section 4.8 of the Credit\nAgreement is amended by deleting clause (e).",
        "(ii) Clause (d) of Section 3.9 (Drawing\nProcedures) of the Credit Agreement is hereby amended.",
        "2. Section 2.4 is amended by adding a new\nSection 2.13 as is set out in Annex I.",
        "3. The Agreement is amended by deleting\nSection 3(b) and the words that follow it.",
        "4. The Agreement is amended by renumbering\nSection 3 as Section 5.",
        "(ss) Article VII is amended to add as new clauses (n),\n(o) and (p) thereof the words in Annex I.",
        "(a) Section 3.4 is to be amended to delete the date\n“June 14, 2008”, which is no longer of use.",
        '4. by inserting the words\n"Seasonal Loans" in each such case in lieu thereof.',
        "1.05 Greatest\nToll and Greatest Fee for Grain.",
        "SECTION 5.1. KEEPING OF THE OLD\nMILL AND RACE. The Miller keeps them.",
        "(d) By the Executive for\nGood Reason. The Executive may end the Term.",
        "5. The amount bears interest as is set out for each\nTranche A Loan of the Borrower.",
        "8.1 Invoicing and Payment\nRequirements. Miller shall invoice each month.",
        "(c) A payment that is owed to any Loan\nParty, or to its heirs.",
        "6. All are bound by the Executive’s\nBase Salary as it stands.",
        "This Agreement is made on May 1, 2001 by and among\nW. T. Miller, an individual, and the Lenders.",
        "Each of them means to be bound by this Amended\nAgreement (the “Agreement”) and agrees.",
        "7. A new Section 9(h) is hereby added to the Barge\nAgreement immediately behind its Section 9(g).",
        "8. Section 4(j) of the Plan that bears upon Internal Revenue\nCode Section 409A shall be amended.",
        "9. The wage is hereby amended, as it stood until January 1,\n2005, to provide for a share of the oats.",
        "10. Section 6 is hereby amended in full to read as follows, effective\nMarch 1, 2010, as is set out in Annex I.",
        "11. The tolls of the mill and any provisions addressing only\nSection 4(b) are hereby deleted.",
        "14. The parties agree (i) to extend the Toll Term and (ii) to modify\nSection 4 (“Tolls”) to provide for rye.",
        "15. The mill is let on the terms of this Agreement (including\nSection 7.02 below), and is milled.",
        "12. The change in the wage becomes effective January\n1,\n2008: Section 4 is deleted.",
        "13.Effective December\n18, 2012, Section 3 is amended.",
        "The Miller is one of those of whom the law speaks, as it is told in the rules of Treas. Reg.\n§1.409A-3 for Days.",
        "In witness whereof this is signed as of the 15th day of March\n2006.",
    ],
)
def test_a_line_without_an_end_goes_on(text: str) -> None:
    assert paragraphs(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "2.1 Commitments\nThe Lenders shall make the Loans.",
        "Conditions of the Loans\nBorrower shall deliver the Notes.",
        "EXHIBIT A\nForm of Note of the Borrower",
        "1. The first words are deleted; and\n1.3 Dispositions. The first clause of Section 7.05 is amended.",
        "2. A payment is made “as set forth below;”\n3.Section 7 of the Contract is amended.",
        "the date that is permitted under the Code.\n4. Article 11 is amended.",
        "(b) General. The words that are used in this Section.\n5. The next of the items is amended.",
        "an amount that is the sum of the Contingent Obligations minus\n(c) to the extent included, the fees.",
        "18 Weir Parkway\nElk River, Oregon 97009",
        "By: /s/ Ann B. Weir\nAnn B. Weir, President",
        "The Miller keeps the mill, and the race, and all the barns that stand on the land on the first day of May.\n§ 4 The mill",
        "The mill opens in May\n2. Tolls of the mill",
        "The tolls of the mill, including\n(a) those of the rye; and\n(b) those of the oats.",
        "1.1 Facilities and Terms of Loans.............................................................................1\n1.2 Loans",
    ],
)
def test_a_line_that_opens_a_provision_or_a_text_does_not_go_on(text: str) -> None:
    assert paragraphs(text) == text.split("\n")


def test_each_quoted_provision_opens_one_behind_one_that_has_ended() -> None:
    four = "“4.1 Tolls. The miller takes a toll, which is due on the day on which the grain is brought to him; or"
    assert paragraphs(f"{four}\n“(c) no toll.\n“4.2 Days. They are counted.") == [
        four, "“(c) no toll.", "“4.2 Days. They are counted.",
    ]  # fmt: skip
    mill = "The Agreement is amended, as the parties to it have agreed on the day that is first above written, by the words"
    assert len(paragraphs(f"{mill}\n“(c) the mill and the race” behind clause (b).")) == 1


@pytest.mark.parametrize(
    "new",
    ["“2 Base Salary shall be paid each month.", "During the Term, the pay is due.", '"(c) New words.'],
)
def test_what_a_wide_line_announces_is_a_paragraph(new: str) -> None:
    order = "3. Section 2(a) is amended by deleting two sentences and inserting the following in their place:"
    assert paragraphs(f"{order}\n{new}") == [order, new]


def test_a_name_that_a_wide_line_breaks_goes_on_behind_an_empty_line() -> None:
    text = (
        "(d) The definition of “Barge Earnings” that appears in the first Article of the long-standing Credit\n\n"
        "Agreement is amended to delete clause (v) thereof."
    )
    assert paragraphs(text) == [text.replace("\n\n", " ")]


def test_lines_filled_like_their_neighbors_go_on_though_a_table_is_wider() -> None:
    text = (
        "SECTION 14. Amendment of Section 6.3.15. Section 6.3.15 of the\n"
        "Credit Agreement is hereby amended by (a) inserting after the words\n"
        "that stand in the fifth line thereof the words that name Miller Mutual\n"
        "Insurance Company of the State and (b) adding to the end of the clause\n"
        "what is set out in the annex, which the Borrower has furnished."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_an_initial_at_the_start_of_a_line_opens_no_paragraph_in_a_full_line() -> None:
    text = f"{WIDE[:-7]} and Terry\nL. Miller, an individual."
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_a_line_that_ends_in_the_number_of_a_section_and_a_comma_goes_on() -> None:
    text = "4. Section 5.4,\n“Term of the Mill,” of the Agreement is deleted and the following is put in its place.\n"
    assert from_text("written.txt", text.encode()).reading.text.count("\n") == 0


def test_the_mark_that_opens_may_close_a_paragraph_by_mistake() -> None:
    words = "2. Section 10(b) is revised to read “a material change of the trade of the miller from that of a brewer. “\n"
    text = f"{words}3. Except as set forth above, no other changes are made to the mill and the mill remains in full force and\neffect.\n"
    document = from_text("written.txt", text.encode())
    assert len(document.paragraphs) == 2


def test_a_title_in_capitals_at_the_top_of_a_page_goes_on_with_nothing() -> None:
    text = "PRINCIPAL UNPAID\nNOTATION MADE BY\n<PAGE>\nAMENDMENT TO THE TOLL AGREEMENT\n"
    assert paragraphs(text)[-1] == "AMENDMENT TO THE TOLL AGREEMENT"
    waiver = "EACH PARTY WAIVES ANY RIGHT THAT IT HAS TO A TRIAL BY JURY OF ANY CLAIM UNDER\n<PAGE>\nTHIS AGREEMENT.\n"
    assert paragraphs(waiver) == [
        "EACH PARTY WAIVES ANY RIGHT THAT IT HAS TO A TRIAL BY JURY OF ANY CLAIM UNDER THIS AGREEMENT."
    ]


def test_a_definition_behind_the_end_of_another_is_a_paragraph() -> None:
    oats = "“Oats” means all oats and all rye that the Miller keeps in any of his barns at the end of a week."
    assert paragraphs(f"{oats}\n“Debt” of any Person means what it owes.") == [oats, "“Debt” of any Person means what it owes."]
    assert len(paragraphs(f"{oats[:-1]} and\n“Debt” means what a person owes.")) == 1


@pytest.mark.parametrize(
    "definition",
    [
        "“Race”: the water that drives the mill.",
        "“Toll\nYear” means each year that ends with the month of May.",
        "“Head Miller”\nmeans the one who keeps the keys.",
        "“Feast” and “Feasts” mean each a day on which nobody mills.",
        "“Dollar” or “$”: the lawful currency.",
        "“Mill Days” – shall mean the days on which the mill is open.",
        "“Rye Year”:\nthe year that begins when the rye is cut.",
    ],
)
def test_a_definition_is_one_though_a_colon_or_the_end_of_a_line_stands_behind_its_term(definition: str) -> None:
    oats = "“Oats” means all oats and all rye that the Miller keeps in any of his barns at the end of a week."
    for above in (oats, f"{oats} [Mill, Annex A]"):
        assert paragraphs(f"{above}\n{definition}") == [above, definition.replace("\n", " ")]
    assert len(paragraphs(f"{oats[:-1]}, and\n{definition}")) == 1


def test_a_number_without_a_blank_behind_its_point_opens_a_paragraph() -> None:
    text = "7.Section 4 is told to the Miller, who keeps it in his book and reads it to those who bring the rye to the mill.\n8.Subsection 2 is not told."
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize("lead", ["For the purposes of this Section,", "As used herein,", "No rate is told, in which case the term"])
def test_a_line_that_leads_to_a_term_goes_on_with_its_definition(lead: str) -> None:
    definition = "“Oats” means all oats and all rye that the Miller keeps in any of his barns at the end of a week."
    above = f"The Miller keeps them in the barns that stand on the hill above the weir. {lead}"
    assert paragraphs(f"{above}\n{definition}") == [f"{above} {definition}"]
    assert paragraphs(f"The terms are these, as the Miller has them in his book at the mill\n{definition}")[1:] == [definition]


def test_a_section_begins_behind_a_caption_whose_last_word_could_name_it() -> None:
    caption, section = "MILLING SCHEDULE", "Section 5.1 Begin of Milling. The Miller mills from the first day of May."
    assert paragraphs(f"ARTICLE V\n{caption}\n{section}") == ["ARTICLE V", caption, section]
    sentence = "The Miller mills as it is told in the Milling Schedule\nSection 5.1 of the Barge Agreement, and not otherwise."
    assert len(paragraphs(sentence)) == 1


def test_a_name_that_stands_whole_elsewhere_goes_on_where_a_line_end_breaks_it() -> None:
    whole = "The Head Miller keeps the keys. The Head Miller is paid. The Head Miller sleeps.\n\n"
    broken = "(c) The notice must be given to the Head\nMiller not later than on the third day before the feast."
    assert paragraphs(whole + broken)[-1] == broken.replace("\n", " ")
    assert len(paragraphs(broken)) == 2  # nothing tells that it is a name
    assert paragraphs(f"{whole}Keys of the Head\nMiller & Sons")[1:] == ["Keys of the Head Miller & Sons"]
    assert paragraphs(f"{whole}TOLLS OF THE HEAD\nMiller of the weir")[1:] == ["TOLLS OF THE HEAD", "Miller of the weir"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WIDE[:-1]} and (a) that the mill be kept,\n(b) that it be let and (c) that it be sold.",
        "The Miller shall keep the keys, which are (h) those of the mill and (i) those of the barns, and of the race;\n(ii) it shall not.",
        "(a) The Miller may, subject to what is said in the first of the annexes, (i) keep the keys of the mill; and\n(ii) sell them.",
    ],
)
def test_a_list_that_ran_in_goes_on_where_a_full_line_wraps_it(text: str) -> None:
    assert paragraphs(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        f"2.1 Tolls. (a) {WIDE}\n(b) No toll is due.",  # the first is a sentence
        "2.1 Tolls. It is agreed (a) that no toll is due;\n(b) and that no fee is.",  # the line has room
        "(a) that the mill be kept in the way in which it was kept on the first day of the Term that is named; and\n(b) that it be let.",
        f"{WIDE[:-1]} and (a) that the mill be kept,\n(c) that it be sold.",
    ],
)
def test_a_list_that_did_not_run_in_opens_paragraphs_at_full_lines_too(text: str) -> None:
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize("rest", ["Effect.", "Effect / No Spoken Change.", "Effect & Days."])
def test_a_caption_may_go_on_in_the_line_of_its_words(rest: str) -> None:
    text = f"4. Rye. The rye is milled from the first day of May on and is weighed at the mill.\n5. Binding\n{rest} This binds the Miller and the Bank alike, and all who come after them."
    assert len(paragraphs(text)) == 2


def test_a_caption_of_recitals_stands_apart_from_the_sentence_above_it() -> None:
    made = "This Lease is made as of June 1, 2015, by and between Alder Weir, Inc., a corporation of Ohio (the “Lessor”)."
    assert paragraphs(f"{made}\nRECITALS\nA. The Lessor keeps a mill.\nAGREEMENT\nThe parties agree.") == [
        made, "RECITALS", "A. The Lessor keeps a mill.", "AGREEMENT", "The parties agree.",
    ]  # fmt: skip


def test_a_title_ends_above_a_preamble_and_an_ordinal_goes_on() -> None:
    title = "AMENDED AND RESTATED LEASE OF THE OLD MILL AND OF THE RACE THAT LEADS TO IT AND OF ALL ITS WHEELS"
    assert paragraphs(f"{title}\nThis Second\nAmended Lease is made by them.") == [title, "This Second Amended Lease is made by them."]


def test_a_sentence_goes_on_behind_a_comma_with_the_provision_of_which_it_speaks() -> None:
    text = "(a) When the sluice has been mended and the mill runs (the “Toll Date”),\nSection 1.1 of the Mill Lease is deleted and no toll is due from then on."
    assert len(paragraphs(text)) == 1
    assert len(paragraphs(text.replace("Section 1.1 of the Mill Lease is deleted and", "Section 1.1 Tolls. From that day"))) == 2
