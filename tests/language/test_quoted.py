"""Quoted words and new texts: which points, labels and parts are theirs, and which the sentence's."""

import pytest

from tests.written import amendment, assert_orders, assert_unread, shown

ORDERS = [
    (
        'Section 4 is amended by deleting the language at the end of the first sentence "ten days" and replacing it with the following language "payable in June."',
        "replace_text 4~sentence 1: ten days -> payable in June at the end",
    ),
    (
        'By deleting from Section 4 of the Credit Agreement the words "in May, with leave" and by substituting in lieu thereof the following: "in May".',
        "replace_text 4: in May, with leave -> in May",
    ),
    # A caption that bears the number of the section, with a point or without, stands before its clause (a).
    (
        'Section 7(a) is amended and restated to read as follows:\n"7 Term of Milling.\n(a) Years. The mill turns for two years."',
        "replace_provision 7(a): (a) Years. The mill turns for two years.",
    ),
    (
        'Section 7(a) is amended and restated to read as follows:\n"7 Term of Milling. (a) Years. The mill turns for two years."',
        "replace_provision 7(a): (a) Years. The mill turns for two years.",
    ),
    (
        'Section 4(c)(i) is amended and restated to read as follows:\n"(c) Grain. (i) Rye. The miller keeps the rye."',
        "replace_provision 4(c)(i): (i) Rye. The miller keeps the rye.",
    ),
    (
        'Section 7 is amended and restated to read as follows:\n"7 Term of Milling. The mill turns for two years."',
        "replace_provision 7: 7 Term of Milling. The mill turns for two years.",
    ),
    (
        'Section 7(a) is amended and restated to read as follows:\n"7 millers keep the mill."',
        "replace_provision 7(a): 7 millers keep the mill.",
    ),
    # A point within the marks at the end of the sentence is the sentence's, behind a bracket as behind a word.
    (
        'Section 5(c) is amended by the deletion of the parenthetical clause "(or so late as the Miller may like)."',
        "delete_text 5(c): (or so late as the Miller may like)",
    ),
    (
        'Section 5 is amended by replacing "5%" with "6%."',
        "replace_text 5: 5% -> 6%",
    ),
    # A semicolon within the marks before the next item of a list closes the item, unless both words have it.
    (
        'Section 5 is amended (a) by replacing "ten" with "twelve;" (b) by replacing "oats;" with "hay;" and (c) by deleting "nets".',
        "replace_text 5: ten -> twelve\nreplace_text 5: oats; -> hay;\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by:\n(a) replacing "ten" with "twelve;"\n(b) replacing the period at the end of clause (c) with ";" and\n(c) deleting "nets".',
        "replace_text 5: ten -> twelve\nreplace_text 5(c): . -> ; at the end\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by (a) replacing the period at the end of clause (c) with a semicolon and the word "and," and (b) deleting "nets".',
        "replace_text 5(c): . -> ; and at the end\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by deleting "ten" and replacing it with "twelve," is further amended by deleting "nets".',
        "replace_text 5: ten -> twelve\ndelete_text 5: nets",
    ),
    # The point with which both the words put in and those that they follow end is of the words.
    (
        'Section 5 is amended by inserting the words "rye," after "oats," and deleting "nets".',
        "insert_text 5: rye, after oats,\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by inserting after "oats;" the words "rye;" (b) deleting "nets" and (c) inserting after "barge" the word "mill;" (d) deleting "ten".',
        "insert_text 5: rye; after oats;\ndelete_text 5: nets\ninsert_text 5: mill after barge\ndelete_text 5: ten",
    ),
    # That of an abbreviation, and one behind which the words go on with a blank, are of the words.
    (
        'Section 5 is amended by replacing "Alder Mills, Inc." with "Birch Mills, Inc."',
        "replace_text 5: Alder Mills, Inc. -> Birch Mills, Inc.",
    ),
    (
        'Section 5 is amended by deleting "Leaflet of Mills No. " and inserting "Booklet of Mills No. ".',
        "replace_text 5: Leaflet of Mills No. -> Booklet of Mills No.",
    ),
    # A comma at the end of the sentence is no pause of it; within the sentence it may be one.
    (
        'Section 5(c)(i) is amended by inserting at the end thereof the following words: "on or about the Mill,"',
        "insert_text 5(c)(i): on or about the Mill, after $",
    ),
    (
        'Section 5 is amended by replacing "ten days," with "twenty days."',
        "replace_text 5: ten days -> twenty days",
    ),
    # The comma that closes what a comma opens is of the words; that behind a day, or a list, is a pause.
    (
        'Section 5 is amended by deleting the words ", if any," and by deleting "nets".',
        "delete_text 5: , if any,\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by deleting "or ten tons, as applicable," and inserting "or so many tons".',
        "replace_text 5: or ten tons, as applicable, -> or so many tons",
    ),
    (
        'Section 5 is amended by inserting after "pay" the phrase ", in such tolls as are due," and by deleting "nets".',
        "insert_text 5: , in such tolls as are due, after pay\ndelete_text 5: nets",
    ),
    (
        'Section 5 is amended by deleting "on May 1, 2020," and replacing it with "on June 1, 2020".',
        "replace_text 5: on May 1, 2020 -> on June 1, 2020",
    ),
    (
        'Section 5 is amended by deleting "rye, oats and hay," and inserting "rye".',
        "replace_text 5: rye, oats and hay -> rye",
    ),
    # The point with which both the old words and the new ones end is of the words.
    (
        'Section 5 is amended by deleting the word "fees," and inserting "rents,".',
        "replace_text 5: fees, -> rents,",
    ),
    (
        'Section 5 is amended by replacing "The fee is due." with "The fee of the mill is due on the first day of the harvest in rye."',
        "replace_text 5: The fee is due. -> The fee of the mill is due on the first day of the harvest in rye.",
    ),
    (
        'All references in the Credit Agreement to "fees," shall be replaced by "rents,".',
        "replace_throughout *: fees, -> rents,",
    ),
    # Words that are set off and stand in mid-sentence take no point with them.
    (
        'Section 5 is amended by inserting before the words "in the yard" the following:\n", or what is left of it."',
        "insert_text 5: , or what is left of it before in the yard",
    ),
    (
        'Section 5 is amended by inserting before the words "In the yard" the following:\n"The miller keeps the keys."',
        "insert_text 5: The miller keeps the keys. before In the yard",
    ),
    (
        'Section 5 is amended by inserting after the words "the keys" the following:\n"and the locks of the mill."',
        "insert_text 5: and the locks of the mill after the keys",
    ),
    (
        'Section 5 is amended by deleting the words "the wages of a year" and replacing them with the following:\n"the wages of two years."',
        "replace_text 5: the wages of a year -> the wages of two years",
    ),
    (
        'Section 5 is amended by deleting the words "in the year." and replacing them with the following:\n"in each of two years."',
        "replace_text 5: in the year. -> in each of two years.",
    ),
    # The caption, named alone, is that of the provision that is spoken of.
    (
        'Section 5 is amended by deleting "nets" from the caption and by inserting "ropes" after "mill".',
        "delete_text 5~caption: nets\ninsert_text 5: ropes after mill",
    ),
    ('Section 5 is amended by replacing "nets" with "ropes" in its heading.', "replace_text 5~heading: nets -> ropes"),
    # A list of its own contradicts no number.
    (
        'Section 3 is amended and restated to read as follows:\n"(a) First.\n(b) Second."',
        "replace_provision 3: (a) First. (b) Second.",
    ),
    (
        'Section 3(b) is amended and restated to read as follows:\n"(x) the mill burns, (y) it sinks or (z) it falls."',
        "replace_provision 3(b): (x) the mill burns, (y) it sinks or (z) it falls.",
    ),
    (
        'Section 4B is amended and restated in its entirety to read as follows:\n"B. Keys. The miller keeps the keys."',
        "replace_provision 4B: B. Keys. The miller keeps the keys.",
    ),
    (
        'Article VII is amended and restated to read as follows:\n"7.01 Keys. The miller keeps the keys."',
        "replace_provision Article VII: 7.01 Keys. The miller keeps the keys.",
    ),
    (
        'Section 5.6 is deleted and replaced with the following new Section 5.7:\n"5.7 Keys. The miller keeps the keys."',
        "replace_provision 5.6: 5.7 Keys. The miller keeps the keys.",
    ),
    (
        'The second and third sentences of Section 4 are hereby amended by deleting "ten" and "six", respectively.',
        "delete_text 4~sentence 2: ten\ndelete_text 4~sentence 3: six",
    ),
    # What a sentence changes is told by its own words: that the one before it speaks of a sentence, is none of it.
    (
        'The first sentence of Section 2.4 is deleted. All references to "barge" in the Credit Agreement are replaced with "lighter".',
        "delete_provision 2.4~sentence 1\nreplace_throughout *: barge -> lighter",
    ),
]

CONTRADICTED = [
    'The second and third sentences of Section 4 are hereby amended by deleting "ten", "six" and "two", respectively.',
    "Exhibits A and B are hereby deleted and replaced with Exhibit A attached hereto.",
    'The first paragraph of Section 9(e) is amended and restated to read as follows:\n"(f) End of Milling. The mill stops."',
    'Clause 3.1 is amended and restated to read as follows:\n"3.7 The MILLER pays."',
    'Section 8 is amended and restated to read as follows:\n"9. Notices. All notices go to the mill."',
    'Section 7 is deleted in its entirety and replaced with the following:\n"(c) Nets. In this Section 7(c) nets are wet."',
    'Article 1 is amended and restated in its entirety to read as follows:\n"1.2 TOLLS. The mill takes a tenth."',
    'Section 4(a) is amended and restated to read as follows:\n"4. Wages. The miller pays the wages in May."',
    # Of two that give way to one text, which goes where is not said.
    "Section 9 and Exhibit C of the Credit Agreement are hereby replaced with the text attached hereto as Annex A.",
    # Whether the last is struck, or the words are in it too, is not told; nor where the caption is.
    'The Credit Agreement is amended by deleting "nets" from the first sentence of Section 4 and the second sentence of Section 5.',
    'Section 5 is amended by deleting "nets" and the last sentence.',
    'Section 5 is amended by replacing "nets" with "ropes" in the caption and in the first sentence.',
    'The following Sections are deleted: Section 4 and Section 5, and Section 6 is amended as follows: "red" is deleted.',
    # What is struck is more than the words in marks.
    'Section 5 is amended by deleting the name and address for "Alder Mills" and inserting "Birch Mills".',
    'The contact details for "Alder Mills" in Section 5 are replaced with "Birch Mills".',
    # A mark that can only close a quotation has lost the one that opens it.
    'Section 5 is amended by replacing sixty days" with "ninety days".',
    'Section 5 is amended by substituting "May 1" for the phrase the first day of the harvest" in the second line.',
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_takes_the_words_that_are_meant(sentence: str, expected: str) -> None:
    assert_orders(sentence, expected)


@pytest.mark.parametrize(
    ("anchor", "occurrence"),
    [
        ('after the word "wheat" wherever it appears', 0),
        ('before the word "wheat" in each place it appears', 0),
        ('after the second reference to "wheat"', 2),
        ('after the word "wheat"', None),
    ],
)
def test_words_are_put_beside_each_of_several_where_each_is_meant(
    anchor: str, occurrence: int | None
) -> None:
    (found,) = amendment(f'Section 5 is amended by inserting "or rye" {anchor}.').operations
    assert found.occurrence == occurrence


@pytest.mark.parametrize("sentence", CONTRADICTED)
def test_what_contradicts_its_address_changes_nothing_and_is_shown(sentence: str) -> None:
    assert_unread(sentence)


GOALS = "\n\nEXHIBIT B-1\n\n2020 Harvest Goals\n\nThe mill grinds nine tons of rye and four of wheat in this year.\n"
TEXT = "\n\nANNEX A\n\nThe mill grinds nine tons of rye and four tons of wheat in each year.\n"


def test_a_part_that_is_called_by_its_name_in_marks_gives_way_to_the_one_attached() -> None:
    order = 'The Credit Agreement is amended by replacing "Exhibit B-1 - 2019 Goals" with the attached "Exhibit B-1 - 2020 Goals" thereto.'
    (found,) = amendment(order, behind=GOALS).operations
    assert shown(found).startswith("replace_provision Exhibit B-1: EXHIBIT B-1 2020 Harvest Goals")


def test_a_caption_in_marks_that_is_attached_nowhere_is_words() -> None:
    order = 'Section 5 is amended by replacing "Exhibit B-1 - 2019 Goals" with "Exhibit B-1 - 2020 Goals".'
    (found,) = amendment(order, behind=GOALS).operations
    assert shown(found) == "replace_text 5: Exhibit B-1 - 2019 Goals -> Exhibit B-1 - 2020 Goals"


def test_what_is_attached_as_a_part_is_put_in_and_not_replaced() -> None:
    order = "Section 4 is hereby amended by deleting it in its entirety and substituting therefor the text annexed hereto as Annex A."
    (found,) = amendment(order, behind=TEXT).operations
    assert shown(found).startswith("replace_provision 4: The mill grinds nine tons")


def test_a_quotation_that_swallows_the_order_behind_it_is_not_understood() -> None:
    read = amendment(
        'Section 2.4 of the Credit Agreement is amended by deleting ".20%, and substituting in lieu thereof, ".165%"; and the table stays.'
    )
    assert not read.operations
    assert [str(one.kind) for one in read.findings] == ["Unread"]


@pytest.mark.parametrize(
    ("third", "last", "waits"),
    [
        ("(c) in the barge.", "(d) This Amendment shall become effective upon receipt by the Agent of a fee of $10,000.", True),
        ("(c) in the barge; and", "(d) in the house of the Miller.", False),
    ],
)
def test_what_speaks_of_the_amendment_itself_is_its_own_though_it_goes_on_with_a_list_of_the_text(third: str, last: str, waits: bool) -> None:
    lines = (
        "The Credit Agreement is amended as follows:",
        "(a) Section 3.1 is deleted in its entirety.",
        "(b) Section 3.2 is deleted in its entirety.",
        "(c) A new Section 3.3 is added to the Credit Agreement, to read as follows:",
        "“3.3. Barley. The Miller stores barley:",
        "(a) in the north loft;",
        "(b) in the south loft;",
        third,
        last,
    )
    read = amendment("\n".join(lines))
    added = read.operations[-1].new
    assert added is not None
    assert added.words.rstrip().endswith(third if waits else last)
    assert bool(read.conditions) is waits
