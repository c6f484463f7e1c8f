"""Marks of quotation where a text is quoted in single ones throughout."""

import pytest

from conformed.document import from_text
from conformed.document.single_marks import is_apostrophe, single_marks
from conformed.instrument import parse
from conformed.language.interpret import interpret


def reading(text: str) -> str:
    return from_text("mill.txt", text.encode()).reading.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the words ‘ten days’ and ‘two days’.", "the words “ten days” and “two days”."),
        ("‘Barges’ means the Millers’ barges.", "“Barges” means the Millers’ barges."),
        ("It reads: 'The Millers' leave is needed. It lapses in '99.'", "It reads: “The Millers' leave is needed. It lapses in '99.”"),
        ("‘He keeps the \"Mill\".\n\n‘He keeps the barge.’", "“He keeps the \"Mill\".\n“He keeps the barge.”"),
        ("It is called ‘the ‘Mill.’’", "It is called “the “Mill.””"),
        ("The Miller's men, the Millers' barge, and the mill 's dam.", "The Miller's men, the Millers' barge, and the mill 's dam."),
        # a double mark outside of them: the single ones quote within, or are none of quotation
        ('The "Mill" is called ‘mill’.', 'The "Mill" is called ‘mill’.'),
        # marks that do not pair
        ("the words ‘ten days and the words", "the words ‘ten days and the words"),
    ],
)
def test_single_marks_are_double_ones_where_they_quote_throughout(text: str, read: str) -> None:
    assert reading(text) == read


def test_what_is_read_leads_back_to_the_single_marks() -> None:
    text = "Section 4:  the words ‘ten\ndays’ and the Millers’ leave."
    document = from_text("mill.txt", text.encode())
    start = document.reading.text.index("“")
    span = document.span(start, document.reading.text.index("”") + 1)
    assert document.text[span.start : span.end] == "‘ten\ndays’"


@pytest.mark.parametrize(("before", "behind", "is_one"), [("Miller", "s leave", True), ("Millers", " leave", True), ("days", " and the", False), ("day.", "", False)])
def test_an_apostrophe_is_no_mark_that_closes(before: str, behind: str, is_one: bool) -> None:
    assert is_apostrophe(f"{before}’{behind}", len(before)) is is_one


@pytest.mark.parametrize(("opens", "closes"), [("‘", "’"), ("'", "'")])
def test_new_text_in_single_marks_is_never_cut(opens: str, closes: str) -> None:
    told = (
        f"FIRST AMENDMENT TO MILL AGREEMENT\n\nThis First Amendment is made on May 2, 2005 between Alder, Inc. ({opens}Alder{closes}) and Birch Bank.\n\n"
        f"1. Section 4 of the Mill Agreement is amended to read as follows: {opens}4. Alder’s barge is kept. The Millers’ leave is not needed.{closes}\n\n"
        f"2. Section 5 of the Mill Agreement is amended by replacing {opens}ten days{closes} with {opens}two days{closes}."
    )
    got = interpret(parse(from_text("mill.txt", told.encode())))
    texts = [got.instrument.document.words(one.new.span) for one in got.operations if one.new]
    assert texts == ["4. Alder’s barge is kept. The Millers’ leave is not needed.", "two days"]


def test_many_marks_take_linear_time() -> None:
    for text in ("‘" * 100_000, "'a " * 50_000, "s' a" * 50_000, "’" * 100_000):
        assert isinstance(single_marks(text), dict)


def test_two_single_marks_that_are_typed_for_one_are_no_single_marks() -> None:
    text = "1. Section 2.1 is deleted and ``[Reserved]'' is substituted therefor.\n\n2. Section 2.2 is amended by replacing ``ten'' with ``six''.\n"
    assert reading(text).count("“") == reading(text).count("”") == 3
