"""A word that a line end breaks is whole to the reader, with its hyphen where that belongs to it."""

import pytest

from conformed.document import from_text

ELSEWHERE = "The agreement of Alder-Tern Mills is at the mill-race, and the state has an interest in it.\n\n"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("this agree-\nment of the parties", "this agreement of the parties"),
        ("THIS AGREE-\nMENT OF THE PARTIES", "THIS AGREEMENT OF THE PARTIES"),
        ("the deed of Alder-\nTern Mills", "the deed of Alder-Tern Mills"),
        ("the bed of the mill-\nrace there", "the bed of the mill-race there"),
        # Neither form stands elsewhere.
        ("the deed of Wren-\nHollow Mills", "the deed of Wren-Hollow Mills"),
        ("the lawful obli-\ngations of them", "the lawful obligations of them"),
        ("in case of non-\npayment of it", "in case of non-payment of it"),
        ("an interest-\nbearing deposit", "an interest-bearing deposit"),
        # A dash, or a figure, is no hyphen of a word.
        ("the mill --\nand the race", "the mill -- and the race"),
        ("the years 2001-\n2004 and after", "the years 2001- 2004 and after"),
    ],
)
def test_a_word_that_a_line_end_breaks(broken: str, whole: str) -> None:
    line = "It is held by all who are named here and by their heirs that "
    document = from_text("written.txt", f"{ELSEWHERE}{line}{broken} shall be kept.\n".encode())
    assert document.reading.text.endswith(f"{whole} shall be kept.")


def test_each_part_of_a_broken_word_leads_to_its_place() -> None:
    text = (
        ELSEWHERE
        + "It is held by all who are named here and by their heirs that this agree-\nment shall be kept.\n"
    )
    document = from_text("written.txt", text.encode())
    at = document.reading.text.rindex("agreement")
    assert document.text[document.reading.source(at + 4)] == "e"
    assert document.text[document.reading.source(at + 5) :].startswith("ment")
    span = document.span(at, at + 9)
    assert document.text[span.start : span.end] == "agree-\nment"
