"""What stands on pages beside the text is passed over, and nothing of the text with it."""

import itertools

import pytest

from conformed.document import from_text


def reading(text: str) -> str:
    return from_text("written.txt", text.encode()).reading.text


WORDS = ["ratio", "margin", "level", "period", "budget", "lease", "fee", "rent", "holder"]


def paged(*pages: str) -> str:
    """The pages, each with a sentence of its own."""
    body = "The Company shall keep the {0} of the {0}s as it is set out\nbeside the {0} below."
    return "\n<PAGE>\n".join(
        page.replace("BODY", body.format(word)) for word, page in zip(WORDS, pages, strict=False)
    )


def test_rows_of_a_table_that_a_page_end_divides_are_kept() -> None:
    text = paged(
        "BODY\nJune 30, 2001               $90,000\nJune 30, 2002               $100,000\n\n",
        "\nJune 30, 2003               $110,000\nJune 30, 2004               $130,000\n\nBODY",
        "BODY",
    )
    assert all(f"June 30, {year}" in reading(text) for year in range(2001, 2005))


def test_rows_without_amounts_are_kept_where_their_numbers_do_not_rise_with_the_pages() -> None:
    text = paged(*(f"BODY\n\nThird fiscal quarter           {n}.60:1.00" for n in (1, 3, 2)))
    assert reading(text).count("Third fiscal quarter") == 3


@pytest.mark.parametrize(
    "line", ["$490,000.00", "2.50%", "0", "Vice President", "AND SUPERSEDES ALL PRIOR WORDS OF THE PARTIES"]
)
def test_a_line_that_goes_on_from_the_one_above_it_is_no_foot(line: str) -> None:
    pages = (f"BODY\nWord {word} stands above.\n{line}\n\n\n{n}" for n, word in enumerate(WORDS[:8], 1))
    text = paged(*pages)
    assert reading(text).count(line) == 8


def test_lines_within_a_marked_table_are_no_heads() -> None:
    table = "<TABLE>\n<CAPTION>\nWell     County     Operator\n<S>      <C>        <C>\n"
    first, second = "Miller 10-1\nMiller 10-2\n</TABLE>", "Miller 11-1\nMiller 11-2\n</TABLE>"
    text = paged("BODY", table + first, table + second, "BODY")
    assert reading(text).count("Well\tCounty\tOperator") == 2
    assert reading(text).count("Miller") == 4


def test_what_recurs_on_one_page_only_is_no_head() -> None:
    assert reading(paged("BODY", "BODY\n\nMARY SMITH\n\nMary Smith")).lower().count("mary smith") == 2


def test_the_number_of_a_page_may_stand_among_other_words() -> None:
    foot = "Amendment No. 2 to               Dated\nLoan Agreement        - {} -       May 1, 2001\n"
    text = paged(*("BODY\n\n" + foot.format(n) for n in range(1, 5)))
    assert "Dated" not in reading(text)
    assert "May 1" not in reading(text)


@pytest.mark.parametrize(
    ("above", "foot"),
    [("", "Page"), ("THIRD\n", "AMENDMENT TO LEASE - PAGE"), ("Mr. John Miller\nMay 1, 2001\n", "Page")],
)
def test_pages_that_say_their_number_need_no_mark(above: str, foot: str) -> None:
    pages = ["The budget that is agreed for the first of the years goes on where the"]
    for n, word in enumerate(["fee", "rent", "lease"], 1):
        pages.append(f"{above}{foot} {n}")
        pages.append(f"next page begins. The {word} that is agreed for another year goes on where the")
    text = "\n\n\n".join(pages)
    document = from_text("written.txt", text.encode())
    assert document.pages == 4
    assert document.reading.text.count("goes on where the next page begins.") == 3
    assert "PAGE" not in document.reading.text.upper().replace("NEXT PAGE", "")
    assert "THIRD" not in document.reading.text
    assert "Miller" not in document.reading.text


def test_what_heads_later_pages_is_kept_where_it_first_stands() -> None:
    pages = [f"May 1, 2001\n\n{line}BODY" for line in ("", "Page 2\n\n", "Page 3\n\n")]
    assert reading(paged(*pages)).count("May 1, 2001") == 1


@pytest.mark.parametrize(
    "note",
    [
        "[*]     This provision is the subject of a Confidential Treatment Request.",
        "*** Confidential treatment has been requested for the words left out",
        "CONFIDENTIAL TREATMENT REQUESTED BY ALDER, INC.",
    ],
)
def test_a_note_on_words_that_a_filing_withholds_is_none_of_its_text(note: str) -> None:
    assert (
        reading(f"The barge is kept by\n\n{note}\n\nthe Company.").split()
        == "The barge is kept by the Company.".split()
    )


def test_a_provision_on_confidential_treatment_is_text() -> None:
    line = "3.1 Confidential treatment requested by the Company shall be given to its papers."
    assert reading(f"The barge.\n\n{line}\n\nThe mill.").count(line) == 1


@pytest.mark.parametrize(
    ("number", "gaps"),
    [
        ("Page 1 of 4", "\n\n"),
        ("Page\u00a01", "\n\n"),
        ("1", "\n\n\n\n\n\n"),
        ("- 1 -", "\n\n\n\n\n\n"),
    ],
)
def test_the_only_page_number_of_a_text_says_page_or_breaks_a_sentence(number: str, gaps: str) -> None:
    text = f"The budget that is agreed for the first of the years goes on\n\n{number}{gaps}where the next page begins.\n"
    document = from_text("written.txt", text.encode())
    assert document.reading.text.endswith("goes on where the next page begins.")
    assert document.pages == 2


@pytest.mark.parametrize("above", ["The budget that is agreed for the first of the years is this:", "Budget"])
def test_a_number_that_breaks_no_sentence_is_of_the_text(above: str) -> None:
    text = f"{above}\n\n\n\n\n7\n\n\n\n\nfor the first year, and so on.\n"
    assert "7" in reading(text)


def test_numbers_that_rise_need_only_one_wide_gap() -> None:
    pages = [f"The {word} is due.\n\n{n}" for n, word in enumerate(WORDS[:4], 1)]
    assert not any(map(str.isdecimal, reading("\n\n\n\n\n".join(pages))))


def test_the_number_under_which_a_document_is_filed_is_no_text() -> None:
    filed = "\n\n\n\n090807, 000011,\n203091817.2\n\n\n\n"
    text = (
        f"The fee that is agreed for the first of the years goes on{filed}\n\nwhere the next page begins.{filed}2\n\n\n\n"
        f"The rent is due.{filed}3\n"
    )
    assert reading(text) == (
        "The fee that is agreed for the first of the years goes on where the next page begins.\nThe rent is due."
    )


def test_a_foot_of_three_lines_above_the_number_is_passed_over_where_most_pages_have_it() -> None:
    foot = "\n\nFor Internal Use Only.\n\nWords have been left out and filed\nunder a request that stands.\n\n\n{}"
    text = paged(*("BODY" + foot.format(n) for n in range(1, 8)))
    assert "Internal" not in reading(text)
    some = paged(
        *("BODY" + foot.format(n).replace("For", "For" if n < 4 else f"Word{'x' * n}") for n in range(1, 8))
    )
    assert reading(some).count("For Internal Use Only") == 3


def test_marks_that_stand_for_words_left_out_are_text() -> None:
    assert reading(paged(*(f"BODY\n\n[*]\n\n{n}" for n in range(1, 6)))).count("[*]") == 5


def test_the_header_with_which_a_filing_is_sent_is_no_text() -> None:
    sent = (
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n"
        "<SEC-DOCUMENT>0000000001-99-000001.txt : 19990101\n<SEC-HEADER>0000000001-99-000001.hdr.sgml : 19990101\n"
        "ACCESSION NUMBER: 0000000001-99-000001\nFILER: Bramble Milling, Inc.\n</SEC-HEADER>\n<DOCUMENT>\n"
        "<TYPE>EX-10.1\n<SEQUENCE>2\n<FILENAME>ex10.txt\n<DESCRIPTION>LOAN AGREEMENT\n<TEXT>\n\n"
    )
    closed = "\n\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n-----END PRIVACY-ENHANCED MESSAGE-----\n"
    words = "LOAN AGREEMENT\n\nThe Lender lends, and the Borrower pays."
    text = from_text("filed.txt", (sent + words + closed).encode()).reading.text
    assert text == "LOAN AGREEMENT\nThe Lender lends, and the Borrower pays."


def test_a_line_that_recurs_in_the_midst_of_sentences_is_a_foot_where_nothing_numbers_pages() -> None:
    upper = "The Company shall keep the {0} of the {0}s, whether as owner or\nas tenant or under a license of its own, together with the"
    lower = "{0} that belongs to it.\n\nThe {0} is kept."
    text = "\n\nmill.4711.02\n\n\n\n\n\n".join(
        f"{lower.format(above)}\n{upper.format(below)}" for above, below in itertools.pairwise(WORDS)
    )
    assert "4711" not in reading(text)
    assert "together with the margin that belongs to it." in reading(text)


def test_a_line_that_recurs_between_sentences_is_none() -> None:
    text = "".join(f"What the Company says of its {word} is said in full.\n\n\n\n\n\nNone.\n\n\n\n\n\n" for word in WORDS)
    assert reading(text).count("None.") == len(WORDS)


def test_a_head_of_five_lines_is_passed_over_where_most_pages_have_it() -> None:
    head = "\n".join(f"{word} of the mill and of the race that leads to it" for word in ("Lease", "Rent", "Toll", "Fee", "Day"))
    text = paged(*(f"{head}\n\nBODY" for _ in range(8)))
    assert reading(text).count("Toll of the mill") <= 1


def numbered(*ends: str) -> str:
    """A text whose pages end with these numbers, apart."""
    return "".join(f"The {word} is due.\n\n\n{n}\n\n\n\n\n" for n, word in zip(ends, WORDS, strict=False)) + "It ends.\n"


@pytest.mark.parametrize(
    ("ends", "pages"),
    [
        (("2", "3", "4"), [2, 3, 4, 5]),  # the first page does not say its number
        (("1", "2", "4", "5"), [1, 2, 4, 5, 6]),  # one is missing
        (("1", "2", "3", "1", "2"), [1, 2, 3, 4, 5, 6]),  # an exhibit counts anew
        (("1", "2", "3", "S-1", "A-1", "A-2"), [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_pages_are_counted_from_the_first_number_that_one_says(ends: tuple[str, ...], pages: list[int]) -> None:
    document = from_text("written.txt", numbered(*ends).encode())
    assert document.numbers == tuple(pages)
    assert not any(map(str.isdecimal, document.reading.text))
    assert document.page(0) == pages[0]
    assert document.page(len(document.text)) == pages[-1]


def test_the_page_before_the_second_is_the_first_though_it_does_not_say_so() -> None:
    first = "The mill is let\n\n\n\nas it stands, and the race that leads to the wheel goes on to\n\n\n\n\n\n\n\n"
    document = from_text("written.txt", (first + "the weir. " + numbered("2", "3")).encode())
    assert document.numbers == (1, 2, 3, 4)
    assert document.page(document.text.index("goes on to")) == 1
    assert document.page(document.text.index("the weir")) == 2
    assert "goes on to the weir." in document.reading.text.replace("\n", " ")


def test_the_pages_of_a_letter_may_say_their_number_at_their_heads() -> None:
    heads = "".join(f"\n\n\nMs. Ada Wren\nPage {n}\nMay 2, 2011\n\nOn this page the {WORDS[n]} is told.\n" for n in (2, 3))
    document = from_text("written.txt", f"May 2, 2011\n\nDear Ada:\n\nThe rent is told here.\n{heads}".encode())
    places = [document.text.index(words) for words in ("rent is", WORDS[2], WORDS[3])]
    assert [document.page(place) for place in places] == [1, 2, 3]
    assert document.numbers == (1, 2, 3)


@pytest.mark.parametrize(
    ("ends", "kept"), [(("1", "2", "7", "3", "9"), ["7", "9"]), (("1", "2", "3", "40", "41"), ["40", "41"])]
)
def test_a_number_that_does_not_rise_with_the_pages_is_of_the_text(ends: tuple[str, ...], kept: list[str]) -> None:
    document = from_text("written.txt", numbered(*ends).encode())
    assert document.numbers == (1, 2, 3, 4)
    assert [word for word in document.reading.text.split() if word.isdecimal()] == kept


@pytest.mark.parametrize("foot", ["{}\t\u00a0\t May 3, 2019", "Contract 771\n{} May 3, 2019\nInitial AB CD", "Mill Contract - {}"])
def test_pages_may_say_their_number_among_other_words(foot: str) -> None:
    between = ["The budget that is agreed for the first of the years goes on where the"]
    for n, word in enumerate(WORDS[:6], 2):
        between += [foot.format(n) + "\n\n\n", f"next page begins. The {word} that is agreed for another year goes on where the"]
    document = from_text("written.txt", "\n\n".join(between).encode())
    assert document.numbers == (2, 3, 4, 5, 6, 7, 8)
    assert document.reading.text.count("goes on where the next page begins.") == 6
    assert "2019" not in document.reading.text
    captions = "".join(f"Tower {n}\n\n\n\n\nIt is let.\n\n" for n in range(1, 8))
    assert from_text("written.txt", captions.encode()).pages == 1


@pytest.mark.parametrize("words", ["INTENTIONALLY OMITTED", "[Reserved]", "None."])
def test_all_that_an_exhibit_says_is_no_foot_though_others_say_the_same(words: str) -> None:
    text = paged(*(f"ANNEX {letter}\n\n{words}" for letter in "ABCDEF"))
    assert reading(text).count(words) == 6


def test_what_counts_the_rows_of_a_table_is_no_page_number() -> None:
    rows = "".join(f"{n}\n\n\n{word.title()}\n\n\n$\n\n\n{n},500\n\n\n\n\n" for n, word in enumerate(WORDS[:5], 1))
    document = from_text("written.txt", f"The sums are these:\n\n\n\n\n{rows}They are due.\n".encode())
    assert document.pages == 1
    assert [word for word in document.reading.text.split() if word in "12345"] == list("12345")
