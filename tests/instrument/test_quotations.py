"""Texts that an amending sentence sets off: where they begin and where they end."""

import pytest

from conformed.document import from_text
from conformed.instrument import Instrument, parse
from conformed.instrument.set_off.ending import Ending
from conformed.language import interpret
from conformed.language.sentences.sentences import sentences
from tests.written import LETTER, document

OPENING = """\
FIRST AMENDMENT TO SERVICES AGREEMENT

This FIRST AMENDMENT TO SERVICES AGREEMENT, dated as of March 3, 2021, is among PLOVER MARSH, INC., an Ohio corporation
(the "Company"), and INGRID VALE (the "Manager").

"""
AGREED = "NOW, THEREFORE, the parties hereto agree as follows:\n\n"
CLOSING = """
IN WITNESS WHEREOF, the parties have executed this Amendment.

PLOVER MARSH, INC.

By: /s/ Otto Reed
"""


def read(body: str, agreed: str = AGREED) -> Instrument:
    return parse(from_text("written.txt", f"{OPENING}{agreed}{body}{CLOSING}".encode()))


def texts(body: str, agreed: str = AGREED) -> list[str]:
    """The texts that an amendment sets off, each on one line."""
    instrument = read(body, agreed)
    text = instrument.document.reading.text
    return [" ".join(text[one.start : one.end].split()) for one in instrument.set_off]


RESTATED = "1. Section 4(c) of the Agreement is hereby amended and restated to read as follows:\n\n"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        # What the instrument says of itself.
        ("In all other particulars the Agreement shall remain in effect.", "(c) Fees. The fee is $5."),
        (
            "The Agreement is hereby ratified and confirmed, except as changed above.",
            "(c) Fees. The fee is $5.",
        ),
        ("Effective Date. The Effective Date of this Amendment is May 1.", "(c) Fees. The fee is $5."),
        ("2. Joint Work. This Amendment is the work of both parties.", "(c) Fees. The fee is $5."),
        ("Sincerely,\n\nOtto Reed", "(c) Fees. The fee is $5."),
        # A flush paragraph that speaks of the instrument, however late.
        (
            "The Manager acknowledges that she has earned no bonus and waives whatever she might claim for the past year"
            " pursuant to this Amendment.",
            "(c) Fees. The fee is $5.",
        ),
        (
            "The Manager understands that amending the Option Agreements may cost her dear.",
            "(c) Fees. The fee is $5.",
        ),
        ("with all other terms of Section 4 remaining unchanged.", "(c) Fees. The fee is $5."),
        # A signature block without words before it.
        ("WITNESS the following signatures.\n\nPLOVER MARSH, INC.", "(c) Fees. The fee is $5."),
        ("PLOVER MARSH, INC.\n\nBy: /s/ Otto Reed", "(c) Fees. The fee is $5."),
        # What only stands on the page.
        ("[Signature page follows]", "(c) Fees. The fee is $5."),
        ("* * * * *\n\nExcept as amended hereby, the Agreement is unchanged.", "(c) Fees. The fee is $5."),
        ("Page 2 of 3", "(c) Fees. The fee is $5."),
        # A provision that speaks of its own change goes on.
        (
            "No fee under this Section 4(c) may be deferred, nor may its date be changed.",
            "(c) Fees. The fee is $5. No fee under this Section 4(c) may be deferred, nor may its date be changed.",
        ),
        (
            "To the extent that any provision of this Agreement is void, it shall be modified to be valid.",
            "(c) Fees. The fee is $5. To the extent that any provision of this Agreement is void, it shall be modified to be"
            " valid.",
        ),
        (
            "(i) In connection with this Amendment, the Company shall pay costs.",
            "(c) Fees. The fee is $5. (i) In connection with this Amendment, the Company shall pay costs.",
        ),
        (
            "(A) Payments are ranked.\n\n(B) Of payments under another agreement the Manager shall say which are to be modified.",
            "(c) Fees. The fee is $5. (A) Payments are ranked. (B) Of payments under another agreement the Manager shall say"
            " which are to be modified.",
        ),
        (
            "(i) The Manager acknowledges that she has earned no bonus and waives whatever she might claim for the past"
            " year pursuant to this Amendment.",
            "(c) Fees. The fee is $5. (i) The Manager acknowledges that she has earned no bonus and waives whatever she might"
            " claim for the past year pursuant to this Amendment.",
        ),
        (
            "With respect to other services the Manager remains free.",
            "(c) Fees. The fee is $5. With respect to other services the Manager remains free.",
        ),
        # An order behind other words of the same paragraph.
        (
            "The fee is due monthly. Paragraph 6(b) of the Agreement shall be deleted in its entirety.",
            "(c) Fees. The fee is $5. The fee is due monthly.",
        ),
        (
            "The fee is due monthly. B. TERM. The first sentence of Section 2 is hereby amended to read as follows:\n\n"
            "The term is one year.",
            "(c) Fees. The fee is $5. The fee is due monthly.",
        ),
    ],
)
def test_text_without_marks_ends_where_the_instrument_goes_on(behind: str, expected: str) -> None:
    assert texts(f"{RESTATED}(c) Fees. The fee is $5.\n\n{behind}\n")[0] == expected


def test_the_last_of_a_count_of_clauses_ends_the_text() -> None:
    body = (
        "(1) Section 4(c) of the Agreement is hereby amended to read as follows:\n\n(c) Fees. The fee is $5.\n\n"
        "(2) All other terms and conditions of the Agreement remain in full force and effect.\n"
    )
    assert texts(body) == ["(c) Fees. The fee is $5."]


def test_what_stands_below_the_caption_of_the_text_is_of_it() -> None:
    text = "4. Fees; Rents.\n\nThe fee is $5 for each of the first ninety days, and beyond the first hundred days it is $6, as agreed in this Amendment."
    body = f"1. Section 4 of the Agreement is hereby amended to read as follows:\n\n{text}\n\n2. Headings bind no one.\n"
    assert texts(body) == [" ".join(text.split())]


def test_the_next_clause_of_the_instrument_ends_a_text_that_has_no_list_of_its_own() -> None:
    order = "(e) Section 4 of the Agreement is hereby amended to include a new paragraph at its end:\n\n"
    clause = "(f) The Manager agrees that all her shares are vested."
    assert texts(f"{order}The fee is $5.\n\n{clause}\n") == ["The fee is $5."]
    run_in = "Pay. (e) The fee is $5."
    assert texts(f"{order}{run_in}\n\n{clause}\n") == [f"{run_in} {clause}"]
    assert texts(f"{order}The fee is, as of the first day,\n\n{clause}\n") == [
        f"The fee is, as of the first day, {clause}"
    ]


def test_a_caption_that_names_a_section_of_the_tax_law_is_not_that_section() -> None:
    body = (
        "7.\n\nSection 409A Compliance. A new Section 9 is added, to read:\n\n“9.\n\nSection 409A. The fee is paid in time.\n\n"
        "8.\n\nRelease. Section 10 of the Agreement is hereby deleted.\n"
    )
    assert texts(body) == ["“9. Section 409A. The fee is paid in time."]


def test_a_list_within_the_text_is_not_the_count_of_the_instrument() -> None:
    body = (
        "(b) Section 7 of the Agreement is hereby amended to read as follows:\n\n7. Term.\n\n"
        "(a) The term is one year.\n\n(b) It may be renewed.\n\n(c) A bonus shall be added each year.\n\n"
        "(c) Section 8 of the Agreement is hereby deleted.\n"
    )
    assert texts(body) == [
        "7. Term. (a) The term is one year. (b) It may be renewed. (c) A bonus shall be added each year."
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Paragraphs each opened with a mark, closed once.
        ("“(c) Fees.\n\n“The fee is $5.\n\n“It is due at once.”", "“(c) Fees. “The fee is $5. “It is due at once.”"),
        # Two texts behind one order.
        ("“(c) The fee is $5;”\n\n“(d) It is due at once.”", "“(c) The fee is $5;” “(d) It is due at once.”"),
        # Closed before the end of its paragraph.
        (
            f"“(c) {' '.join(['The fee is five dollars a month.'] * 8)}” Words used herein have the meanings of the Agreement.",
            f"“(c) {' '.join(['The fee is five dollars a month.'] * 8)}”",
        ),
        ("“(c) The fee is $5.” In all other respects the Agreement is unchanged.", "“(c) The fee is $5.”"),
        # Closed by mistake within a list.
        (
            "“(c) Pay.\n\n(i) The pay is $9.\n\n(ii) It is due monthly.”\n\n(iii) It is paid in cash.\n\n2. Headings bind no one.",
            "“(c) Pay. (i) The pay is $9. (ii) It is due monthly.” (iii) It is paid in cash.",
        ),
        # Closed before a note and a sentence of the instrument, or behind a short end.
        (
            f"“(c) {' '.join(['The fee is five dollars a month.'] * 8)}” (emphasis original) No other fee is due.",
            f"“(c) {' '.join(['The fee is five dollars a month.'] * 8)}”",
        ),
        (
            '"(c) The fee is $5 a month (the "Fee"), as the Agreement says."\n\nDefined terms have the meaning of the Agreement.',
            '"(c) The fee is $5 a month (the "Fee"), as the Agreement says."',
        ),
        # Never closed.
        (
            "“(c) The fee is $5.\n\nThe remainder of Section 4 shall remain unchanged.",
            "“(c) The fee is $5.",
        ),
        (
            "“(c) The fee is $5.\n\n1. The following new sentence is added at the end of Section 9: “All is due.”",
            "“(c) The fee is $5.",
        ),
        (
            "“(c) The fee is $5.\n\nSection 5 of the Agreement is hereby deleted.",
            "“(c) The fee is $5.",
        ),
        (
            "“(c) The fee is $5.\n\nThis letter amendment is all. In all other respects nothing changes.",
            "“(c) The fee is $5.",
        ),
    ],
)  # fmt: skip
def test_quoted_text_ends_with_its_mark(words: str, expected: str) -> None:
    assert texts(f"{RESTATED}{words}\n") == [" ".join(expected.split())]


def test_an_order_behind_the_closing_mark_is_read_with_its_text() -> None:
    body = (
        f"{RESTATED}“(c) The fee is $5.” The following provision shall be added to the Agreement as new Section 6(d):\n\n"
        "“(d) Costs are repaid.”\n"
    )
    instrument = read(body)
    assert texts(body) == ["“(c) The fee is $5.”", "“(d) Costs are repaid.”"]
    announcing = [one for one in sentences(instrument) if one.announced is not None]
    assert [one.announced for one in announcing] == list(instrument.set_off)
    assert [str(one.target) for one in interpret(instrument).operations] == ["4(c)", "6(d)"]


@pytest.mark.parametrize(
    ("announcement", "text"),
    [
        # Ending in a point.
        (
            "1. Section 6.04 is deleted in its entirety and the following new Section 6.04 is inserted in lieu thereof.",
            "6.04 Bonus. A bonus is due.",
        ),
        ("1. Section 1(b) is hereby deleted and the following is substituted in lieu thereof.", "(b) Term. One year."),
        # By the letter of the clause that is spoken of, though "amended as follows" tells of orders as well.
        ("1. Clause (i) of Section 6.4 of the Agreement is hereby amended as follows:", "(i) by deed;"),
        ("b. Paragraph 3(c) shall be deleted in its entirety and replaced by:", "c. Pay. The pay is $9."),
        # Other verbs, and commands.
        ("1. The following shall replace the language contained in Section 6:", "“6. Term. One year.”"),
        ("1. Section 4 shall include an additional sentence at its end as follows:", "The pay falls due at once."),
        ("1. Section 1. Duties. Add the following:", "The Manager shall keep the books."),
        ("1. Amend Section 7(a) to delete the second sentence and replace it with the following:", "Pay is due."),
        ("(iv) to add the following language at the end thereof:", "Pay is due."),
        ("1. Paragraph 2.b. shall be deemed deleted and the following shall be deemed inserted:", "“2.b. Pay.”"),
        ("1. Section 7.1, as amended, reads as follows:", "7.1 Pay. The pay is $9."),
        # A number in other figures than the instrument's own.
        ("1.01 Article 1 is hereby amended and restated to read as follows:", "1.2 Duties. The Manager serves."),
    ],
)  # fmt: skip
def test_what_announces_text(announcement: str, text: str) -> None:
    assert texts(f"{announcement}\n\n{text}\n\n1.02 Section 30 is hereby deleted.\n") == [text]


@pytest.mark.parametrize(
    "body",
    [
        "1. Section 6.1(a) of the Agreement is amended as follows:\n\n(a) by deleting the word “not”; and\n",
        "1. Revise the following definitions in Article I:\n\nPlant – replace “North” with “South”.\n",
        "1. The Agreement is hereby amended as to clause (a) as follows:\n\n(a) Amendments to Article I.\n",
        "The parties agree to further amend the Services Agreement as follows:\n\n1. The term ends on May 1.\n",
        "The parties desire to amend the Agreement and agree as follows:\n\nTERMS\n",
        "1. The price of the following options shall not be changed:\n\nThose of May 1.\n",
        "1. Change in Class:\n\nThe class of the vessel shall not be altered.\n",
        "1. If any law is adopted or amended that the Company believes shall:\n\n(i) impose a duty, it shall pay.\n",
        "1. Article I of the Agreement is amended to delete the following definitions therein in their entirety: "
        "“Plant”, “Pier” and “Port”.\n",
        # A change of a thing, and of no text.
        "The works are changed as follows:\n\n1. Wheel. It is made wider.\n\n2. Race. It is lined.\n",
        "1. Benches are added in the following rooms:\n\nLower hall\n\nUpper hall\n",
    ],
)
def test_what_announces_none(body: str) -> None:
    assert texts(body) == []


def test_a_reservation_within_the_text_is_no_closing_of_the_instrument() -> None:
    body = (
        "(e) Section 11 of the Agreement is hereby amended to read as follows:\n\n11. Referee.\n\n(a) A referee is named.\n\n"
        "Except as otherwise provided in this Section 11, each party pays its costs.\n\n(e) The referee sits in Ohio.\n\n"
        "(f) Except as expressly set forth in this Agreement, the referee decides alone.\n\n"
        "(f) Section 12 of the Agreement is hereby deleted.\n"
    )
    assert texts(body)[0].endswith("the referee decides alone.")


def test_an_order_behind_text_that_runs_in_is_read() -> None:
    words = " ".join(["The fee is five dollars a month."] * 20)
    body = (
        f"1. Section 3 of the Agreement is amended to read as follows: {words} Section 4 of the Agreement is hereby amended to"
        " read as follows:\n\n4. Costs are repaid.\n"
    )
    assert texts(body) == [words, "4. Costs are repaid."]
    assert [str(one.target) for one in interpret(read(body)).operations] == ["3", "4"]


@pytest.mark.parametrize(
    "next_clause",
    [
        "2. The Maturity Date is hereby extended to June 30, 2024.",
        "2. Section 4 is hereby renumbered as Section 5.",
    ],
)
def test_the_number_of_the_order_is_not_of_the_text_that_runs_in_behind_it(next_clause: str) -> None:
    body = f"1. Section 3 of the Agreement is amended to read as follows: The fee is five dollars.\n\n{next_clause}\n"
    assert texts(body) == ["The fee is five dollars."]
    assert len(interpret(read(body)).operations) == 2


def test_a_list_that_runs_in_is_not_gone_on_with_behind_the_stop_of_its_text() -> None:
    body = (
        "1. Amendments. The Agreement is hereby amended as follows:\n\n(a) Section 2 is deleted.\n\n(b) Section 3 is deleted."
        "\n\n(c) Section 4 is amended to read as follows:\n\nThe fee is (a) five dollars, (b) a bushel of rye and (c) a"
        " sack of oats.\n\n(d) The Maturity Date is hereby extended to June 30, 2024.\n"
    )
    assert texts(body) == ["The fee is (a) five dollars, (b) a bushel of rye and (c) a sack of oats."]
    assert len(interpret(read(body)).operations) == 4


def test_a_number_that_the_text_counted_already_is_the_instrument_s() -> None:
    text = "4. Fees. The fee is:\n\n(a) five dollars;\n\n(b) a bushel of rye:\n\n(i) dry; or\n\n(ii) wet; and\n\n(c) a sack of oats."
    body = (
        "1. Amendments. The Agreement is hereby amended as follows:\n\n(a) Section 4 of the Agreement is amended to read as"
        f" follows:\n\n{text}\n\n(b) The Maturity Date is hereby extended to June 30, 2024.\n"
    )
    assert texts(body) == [" ".join(text.split())]
    assert len(interpret(read(body)).operations) == 2


@pytest.mark.parametrize(
    "change",
    ['"; and (ii) by removing the words\n"or later" therefrom', '" and (ii) inserting, after the phrase "or\nlater", the phrase "if at all"'],
)
def test_another_change_behind_the_mark_that_closes_a_text_is_not_of_it(change: str) -> None:
    body = (
        "1. Section 3 of the Agreement is amended (i) by adding the following as a new last sentence thereof:\n"
        f'"The fee is due at once.{change}.\n'
    )
    assert texts(body) == ['"The fee is due at once."']
    assert len(interpret(read(body)).operations) == 2


def test_a_clause_of_the_instrument_ends_a_table() -> None:
    table = "Rye        $12.00\nOats       $14.00"
    body = (
        "1. Amendments. The Agreement is hereby amended as follows:\n\n(a) The table in Section 3 is hereby amended and"
        f" restated to read as follows:\n\n{table}\n\n(b) The Maturity Date is hereby extended to June 30, 2024.\n"
    )
    assert texts(body) == [" ".join(table.split())]
    assert len(interpret(read(body)).operations) == 2


def test_sections_that_are_counted_by_letters_end_the_text() -> None:
    body = (
        "8.A COMPLETION. Sections 8.1 and 9.8 are amended and supplemented as follows:\n\nThe work is complete when it is"
        " used.\n\n8.B [INTENTIONALLY OMITTED.]\n\n8.C DELAY. Section 8.3 is restated as follows:\n\nNo claim lies for"
        " rain.\n\n9.A PAYMENT. The price is due at once.\n"
    )
    assert texts(body) == ["The work is complete when it is used.", "No claim lies for rain."]


def test_a_caption_of_an_article_is_of_the_text_where_the_instrument_counts_none() -> None:
    text = "1.6 Rye. Rye is kept.\n\nARTICLE II REPRESENTATIONS\n\nThe Mill represents:\n\n2.1 Oats. The oats are dry."
    order = "Section 1.6 of the Agreement is hereby deleted and replaced with the following:"
    body = f"1. {order}\n\n{text}\n\n2. Headings bind no one.\n"
    assert texts(body) == [" ".join(text.split())]
    articles = f"ARTICLE I AMENDMENTS\n\n1.1 {order}\n\n{text}\n\n2.2 Headings bind no one.\n"
    assert texts(articles) == ["1.6 Rye. Rye is kept."]


def test_an_order_within_a_quotation_left_open_ends_it() -> None:
    body = (
        "Clause 6 of the Agreement is hereby amended to read as follows:\n\n“6. The plant is taken over.\n\nCLAUSE 4\n\n"
        "CHANGES TO CLAUSE 7 OF THE AGREEMENT\n\nClause 7 of the Agreement is hereby amended to read as follows:\n\n"
        "“7. The plant is paid for.”\n"
    )
    assert texts(body) == ["“6. The plant is taken over.", "“7. The plant is paid for.”"]


def test_text_runs_in_behind_a_long_announcement() -> None:
    body = (
        "1. Section 3 is amended by inserting the following further sentence immediately after its second paragraph: The"
        " Manager shall ask within thirty days.\n"
    )
    assert texts(body) == ["The Manager shall ask within thirty days."]


def test_a_row_of_a_table_is_not_the_next_section() -> None:
    body = (
        "2. Section 1.1 of the Agreement is hereby amended to read as follows:\n\n“Margin” means as follows:\n\n"
        "Category\n\n3: above 2.00 to 1.00\n\n3. Section 5 of the Agreement is hereby deleted.\n"
    )
    assert texts(body) == ["“Margin” means as follows: Category 3: above 2.00 to 1.00"]


def test_words_of_agreement_that_order_a_change_are_of_the_body() -> None:
    agreed = (
        "NOW, THEREFORE, in consideration of the foregoing the parties agree that Section 7(b) of the Agreement shall be"
        " amended, effective at once, to read in its entirety as follows:\n\n"
    )
    body = "(b) Term. The term is one year.\n"
    instrument = read(body, agreed)
    assert texts(body, agreed) == ["(b) Term. The term is one year."]
    assert any(one.announced is not None for one in sentences(instrument))


def test_a_preamble_that_orders_a_change_announces_its_text() -> None:
    text = (
        "AMENDMENT\n\nThe services agreement, dated as of June 14, 2019, by and between PLOVER MARSH, INC. and INGRID VALE,"
        " shall be amended by replacing paragraph 8(c) in its entirety with the following:\n\n“(c) Pay.\n\nThe pay is $9"
        f" a month.”\n{CLOSING}"
    )
    instrument = parse(from_text("written.txt", text.encode()))
    assert [instrument.document.reading.text[one.start : one.end] for one in instrument.set_off] == [
        "“(c) Pay.\nThe pay is $9 a month.”"
    ]
    assert [str(one.target) for one in interpret(instrument).operations] == ["8(c)"]


def test_a_number_alone_on_its_line_is_not_of_the_text_before_it() -> None:
    body = (
        "1. Section 6 is revised by adding the following sentence at the end thereof:\n\nPay is due at once.\n2.\nSection 7(a)"
        " is revised by substituting the following therefor:\n\n(a) One year.\n"
    )
    assert texts(body) == ["Pay is due at once.", "(a) One year."]


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_old_words_before_the_verb_of_their_order_are_set_off_as_well(gap: str) -> None:
    body = (
        f"1. Section 3.1 of the Agreement, which provides:\n\n3.1 Term. The term is one year.{gap}is hereby amended to"
        " provide as follows:\n\n3.1 Term. The term is two years.\n\n2. All other terms of the Agreement are unaltered.\n"
    )
    assert texts(body) == ["3.1 Term. The term is one year.", "3.1 Term. The term is two years."]


@pytest.mark.parametrize(
    "line",
    [
        "Section 5 is hereby amended to read as follows:\n\n“x\n\n",
        "Section 5 is hereby amended to read as follows:\n\n“x.”\n\n",
        "It is hereby amended as follows: “x” and “y\n\n",
        "The fee shall be revised to read as follows:\n\n(a) “x\n\n",
    ],
)
def test_every_paragraph_is_looked_at_a_bounded_number_of_times(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    first = Ending._words

    def counted(self: Ending, number: int) -> str:
        nonlocal looked
        looked += 1
        return first(self, number)

    monkeypatch.setattr(Ending, "_words", counted)
    numbers = []
    for times in (1000, 2000):
        looked = 0
        read(line * times)
        numbers.append(looked)
    assert numbers[1] < 2.5 * numbers[0] + 100


@pytest.mark.parametrize(
    "order", ['All references to "barge" in the Credit Agreement shall be replaced with "ferry".', 'The words "ten barges" shall be deleted.']
)
def test_an_order_on_quoted_words_ends_a_text_that_no_marks_end(order: str) -> None:
    body = (
        "1. Amendments. The Credit Agreement is hereby amended as follows:\n\n(a) Section 2.4 is hereby deleted.\n\n"
        "(b) Section 2.3 is hereby amended and restated in its entirety to read as follows:\n\n"
        f"Section 2.3. Barges. The Borrower keeps:\n\n(a) six boats; and\n\n(b) one dock.\n\n(c) {order}"
    )
    read = interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=2))))
    assert len(read.operations) == 3
    assert read.operations[1].new is not None
    assert read.operations[1].new.words.endswith("one dock.")


@pytest.mark.parametrize("last", ["(b) one dock.", "(b) one dock:\n\n(i) dry; and\n\n(ii) clean.", "(b) one dock; and\n\n(c) a mill."])
def test_behind_the_last_of_a_list_the_instrument_goes_on(last: str) -> None:
    body = (
        "1. Amendments. The Credit Agreement is hereby amended as follows:\n\n(a) Section 2.4 is hereby deleted.\n\n"
        "(b) Section 2.3 is hereby amended and restated in its entirety to read as follows:\n\n"
        f"Section 2.3. Barges. The Borrower keeps:\n\n(a) six boats; and\n\n{last}\n\nAll of them are kept dry.\n\n"
        "(c) The Commitment is hereby reduced to $5,000,000."
    )
    read = interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=2))))
    assert len(read.operations) == 3
    assert read.operations[1].new is not None
    assert read.operations[1].new.words.endswith("All of them are kept dry.")


def test_an_order_on_the_agreement_ends_a_text_that_no_marks_end() -> None:
    body = (
        "1. Amendments. The Credit Agreement is hereby amended as follows:\n\n"
        "(a) Section 2.3 is hereby amended and restated in its entirety to read as follows:\n\n"
        "Section 2.3. Barges. The Borrower keeps:\n\n(a) ten barges; and\n\n(b) one dock.\n\nAll of them are kept dry.\n\n"
        "(c) The Credit Agreement is amended by inserting a new Section 2.6 to read in its entirety as follows:\n\n"
        '"Section 2.6. Mills. The mill is kept dry."'
    )
    read = interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=2))))
    assert [str(one.target) for one in read.operations] == ["2.3", "2.6"]
    new = read.operations[0].new
    assert new is not None
    assert new.words.endswith("All of them are kept dry.")


@pytest.mark.parametrize(
    "order",
    [
        "Section 2.1 of the Credit Agreement is hereby amended by adding the following as clause (b) thereof:",
        "Clause (b) of Section 2.1 is hereby amended and restated in its entirety to read as follows:",
        "The Credit Agreement is hereby amended by amending and restating Section 2.1(b) in its entirety as follows:",
    ],
)
def test_a_clause_that_is_announced_alone_is_followed_by_none(order: str) -> None:
    body = (
        "1. Amendments. The Credit Agreement is hereby amended as follows:\n\n(a) Section 2.4 is hereby deleted in its entirety.\n\n"
        f"(b) {order}\n\n(b) the barge is kept dry:\n\n(i) in May; and\n\n(ii) in June.\n\n"
        "(c) The Commitment is hereby reduced to $5,000,000."
    )
    read = interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=2))))
    assert read.operations[1].new is not None
    assert read.operations[1].new.words.endswith("(ii) in June.")


def test_a_quotation_does_not_end_while_its_own_count_goes_on() -> None:
    targets = "\n\n".join(f"{number}. Target {number}. The mill grinds {number} tons of rye in the year." for number in range(1, 7))
    body = (
        "1. Scope. The Manager also leads the mill.\n\n2. Pay. Section 4 of the Agreement is hereby amended and restated to read as follows:\n\n"
        f"\"The Manager is paid upon the following targets:\n\n{targets} They are of equal weight.\"\n\n"
        "3. Effect. The Agreement remains in force."
    )
    assert [words.strip('"')[-25:] for words in texts(body)] == ["They are of equal weight."]
    assert [one.path for one in read(body).root.children if one.number] == ["1", "2", "3"]


@pytest.mark.parametrize("opening", ["“", '"'])
def test_an_effect_that_the_instrument_counts_ends_a_text_whose_closing_mark_is_lost(opening: str) -> None:
    body = (
        "1. Amendments. The Credit Agreement is hereby amended as follows:\n\n"
        f"(a) The following new Section 2.5 is hereby added to the Credit Agreement:\n\n{opening}2.5. Barges. No barge is sold.\n\n"
        "(b) The Commitment is hereby reduced to $5,000,000.\n\n"
        '(c) Section 2.1 is hereby amended and restated to read as follows: "2.1. Docks. No dock is sold."'
    )
    read = interpret(parse(document(LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body=body, last=2))))
    assert [str(one.target) for one in read.operations] == ["2.5", "#Commitment", "2.1"]
