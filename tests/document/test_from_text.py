import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import Document, Unreadable, from_text

PIECES = st.sampled_from(
    ["The Borrower shall pay.", "(a)", "(i) first,", "1.1", "Section 2.10.", "<PAGE>", "<PAGE>   3", "2", "- 4 -", "\f", "\t", "   ", "\n", "\n\n",
     "\r\n", "<TABLE>", "</TABLE>", "I    1.75%    0%", "“quoted”", "``typed''", "''", "‘single’", "non-", "compliance", "ARTICLE II", "EXHIBIT A", "é", "\xa0", "\ufeff", "______"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("\n".join)
)


def read(text: str) -> Document:
    return from_text("written.txt", text.encode())


@given(st.binary(min_size=1))
def test_every_byte_is_kept(data: bytes) -> None:
    try:
        document = from_text("any.txt", data)
    except Unreadable:
        blank = not "".join(data.decode("utf-8", "ignore").split()).strip("\ufeff")
        assert blank or b"\0" in data or data[:2] in {b"\xff\xfe", b"\xfe\xff"}
        return
    assert document.text.encode(document.encoding or "") == data


@given(TEXTS)
def test_each_word_of_the_reading_leads_back_to_itself(text: str) -> None:
    if not text.strip().strip("\ufeff") or "\0" in text:
        return
    document = read(text)
    for offset, character in enumerate(document.reading.text):
        if not character.isspace():
            source = document.reading.source(offset)
            typed = {"“": ("``", "''", "‘", "'"), "”": ("''", "’", "'")}.get(character, ())
            assert document.text.startswith((character, *typed), source)
            assert document.reading.at(source) == offset


@given(TEXTS)
def test_paragraphs_hold_all_of_the_reading(text: str) -> None:
    if not text.strip().strip("\ufeff") or "\0" in text:
        return
    document = read(text)
    joined = "\n".join(document.reading.text[p.start : p.end] for p in document.paragraphs)
    assert joined == document.reading.text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\xff\xfe", "empty"),
        (b"ab\0c", "not a text file"),
        (b"\xff\xfea", "not a text file"),
        (b"\xff\xfe\0\0a\0\0\0", "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(Unreadable, match=word) as refusal:
        from_text("deal.txt", data)
    assert "deal.txt" in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_mark_that_tells_the_encoding_is_followed(encoding: str) -> None:
    text = "\ufeffSection 1.1. Fees. The “Borrower” shall pay\r\na fee.\r\n"
    data = text.encode(encoding)
    document = from_text("wide.txt", data)
    assert document.reading.text == "Section 1.1. Fees. The “Borrower” shall pay a fee."
    assert document.text.encode(document.encoding or "") == data


PAGED = """\
                       LOAN AGREEMENT

The Borrower shall not create any Lien upon any of its property except Liens that secure the
obligations of the
                                  2                           Execution Copy
<PAGE>
Guarantors under this Agreement, and shall deliver the financial statements of the Borrower
within ninety days.
                                  3                           Execution Copy
<PAGE>
                                  4                           Execution Copy
"""


def test_page_furniture_is_passed_over_and_a_sentence_goes_on_over_the_page() -> None:
    document = read(PAGED)
    assert "obligations of the Guarantors under this Agreement" in document.reading.text
    assert "Execution Copy" not in document.reading.text
    assert document.pages == 3
    assert document.page(PAGED.index("Guarantors")) == 2


def test_pages_are_told_by_numbers_that_stand_apart() -> None:
    text = "The first page ends with words that go\n\n\n\n1\n\n\n\non upon the second.\n\n\n\n2\n\n\n\nThe third begins."
    document = read(text)
    assert (
        document.reading.text
        == "The first page ends with words that go on upon the second.\nThe third begins."
    )
    assert document.pages == 3


def test_captions_of_attachments_at_the_top_of_pages_are_no_running_heads() -> None:
    pages = "\n<PAGE>\n".join(
        f"ATTACHMENT {n}\n\nTerms of attachment {n} follow here in a sentence that is long enough."
        for n in range(1, 5)
    )
    assert all(f"ATTACHMENT {n}" in read(pages).reading.text for n in range(1, 5))


def test_a_table_is_read_row_by_row_and_cell_by_cell() -> None:
    text = "<TABLE>\n<CAPTION>\nLevel       Ratio          Margin\n<S>         <C>            <C>\nI           2.00 to 1.00   1.75%\n</TABLE>\n"
    rows = [p for p in read(text).paragraphs if p.row]
    assert [read(text).reading.text[p.start : p.end] for p in rows] == [
        "Level\tRatio\tMargin",
        "I\t2.00 to 1.00\t1.75%",
    ]


def test_justified_blanks_and_line_hyphens_are_folded() -> None:
    document = read(
        "The  Borrower   shall  not  be  in non-\ncompliance with the covenants of this Agreement at any time."
    )
    assert (
        document.reading.text
        == "The Borrower shall not be in non-compliance with the covenants of this Agreement at any time."
    )


def test_a_part_of_a_document_leads_to_the_same_places() -> None:
    document = read(PAGED)
    start = document.reading.text.index("Guarantors")
    part = document.part(start, start + 30)
    assert part.reading.text == document.reading.text[start : start + 30]
    assert part.span(0, 10) == document.span(start, start + 10)


def test_a_page_mark_behind_the_last_words_begins_no_page() -> None:
    assert from_text("written.txt", b"<PAGE>\nOne.\n<PAGE>\nTwo.\n<PAGE>\n\n<PAGE>\n").pages == 2


def test_two_single_marks_are_the_mark_that_they_are_typed_for() -> None:
    text = "``Mill'' means a mill of 12'' stones,\n``Barge'' has a miller's ``oar''."
    document = read(text)
    assert document.reading.text.count("“") == document.reading.text.count("”") - 1 == 3
    for quoted in ("“Mill”", "“Barge”", "“oar”"):
        start = document.reading.text.index(quoted)
        span = document.span(start, start + len(quoted))
        assert document.words(span) == quoted
        assert text[span.start :].startswith(quoted.replace("“", "``").replace("”", "''"))
    assert read("A stone of 12'' and one of 6'' turn.").reading.text == "A stone of 12'' and one of 6'' turn."
