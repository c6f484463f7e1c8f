"""New text stands without the marks that only tell that it is quoted, and with those of its terms."""

import pytest

from conformed.document import from_text
from conformed.instrument.set_off.unquoting import closed, continuing, without_marks


def plain(words: str) -> str:
    """The words without the marks around them and those that tell that they go on."""
    start, end = without_marks(words, 0, len(words))
    left = set(continuing(words, start, end))
    return "".join(letter for at, letter in enumerate(words[start:end], start) if at not in left)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Around the whole.
        ('"(c) The fee is $5."', "(c) The fee is $5."),
        ("“(c) The “Fee” is $5.” (emphasis original)", "(c) The “Fee” is $5."),
        ("“(c) The fee is $5; and”; and", "(c) The fee is $5; and"),
        ("- The fee is $5.", "The fee is $5."),
        # Closed by the mark that opens.
        ("“(c) The fee is $5. “", "(c) The fee is $5."),
        # Never closed.
        ('"(c) The fee is $5.', "(c) The fee is $5."),
        # The mark of a term at the end, which serves for both or stands alone.
        ("“(c) The fee of $5 is called the “Fee.”", "(c) The fee of $5 is called the “Fee.”"),
        ("“(c) The fee of $5 is called the “Fee”.”", "(c) The fee of $5 is called the “Fee”."),
        ('"(c) The fee (the "Fee") is due under this Note."', '(c) The fee (the "Fee") is due under this Note.'),
        # A slip within the text.
        ("“(c) The fee (the “Fee) is due in May.”", "(c) The fee (the “Fee) is due in May."),
        # A term at the beginning.
        ('"Fee" means $5.', '"Fee" means $5.'),
        ('""Fee" means $5."', '"Fee" means $5.'),
        ('"Milling\nFee" means $5."', '"Milling\nFee" means $5.'),
        ('"Milling Fee" shall consist of $5 a day', '"Milling Fee" shall consist of $5 a day'),
        ('"Milling Fee" shall consist of $5 a day."', '"Milling Fee" shall consist of $5 a day.'),
        ('"Milling Fee " Five dollars a day.', '"Milling Fee " Five dollars a day.'),
        # Before each paragraph.
        ('"4. Fees.\n"(a) The fee is $5.\n"(b) The rent is $6."', "4. Fees.\n(a) The fee is $5.\n(b) The rent is $6."),
        ("“4. Fees.\n“Each fee is a “Fee”.\n“The rent is $6.”", "4. Fees.\nEach fee is a “Fee”.\nThe rent is $6."),
        # Around each paragraph.
        ('"(a) The fee is $5;"\n"(b) The rent is $6."', "(a) The fee is $5;\n(b) The rent is $6."),
        ('""Fee" means $5."\n""Rent" means $6."', '"Fee" means $5.\n"Rent" means $6.'),
        # Paragraphs that begin and end with terms, or are quoted in the text itself.
        ('"4. Fees.\n"Fee" means $5.\nThe rent."', '4. Fees.\n"Fee" means $5.\nThe rent.'),
        (
            "“4. Fees.\n“Fees” and “Rents” are due under the “Lease.”\nAll is said.”",
            "4. Fees.\n“Fees” and “Rents” are due under the “Lease.”\nAll is said.",
        ),
        # Around what stands behind the number, which is no term.
        (
            "(i) “pay the miller within ninety days of the harvest all that is due to him for it;”",
            "(i) pay the miller within ninety days of the harvest all that is due to him for it;",
        ),
        ("(i) “Fee” means all that is due to the miller for the “Harvest.”", "(i) “Fee” means all that is due to the miller for the “Harvest.”"),
        # What is not quoted has marks of its own.
        ('4. The legend is this:\n"THE MILL IS CLOSED\nON SUNDAYS."', '4. The legend is this:\n"THE MILL IS CLOSED\nON SUNDAYS."'),
    ],
)  # fmt: skip
def test_marks_of_the_quotation_go_and_those_of_terms_stay(words: str, expected: str) -> None:
    assert plain(words) == expected


def test_text_with_a_mark_of_its_own_ends_where_it_closes() -> None:
    words = '""Fee" means $5\na day."\nWITHIN THE OTHERS:'
    assert words[: closed(words, 0, len(words))] == '""Fee" means $5\na day."'


def test_a_reading_without_some_of_its_characters_leads_to_the_others() -> None:
    document = from_text(
        "written.txt", b'4. Fees are\ndue.\n\n"(a) The fee is $5.\n\n"(b) The  rent is $6.\n'
    )
    text = document.reading.text
    marks = [at for at, letter in enumerate(text) if letter == '"']
    left = document.without(marks)
    assert left.reading.text == text.replace('"', "")
    assert [left.reading.text[p.start : p.end] for p in left.paragraphs] == [
        "4. Fees are due.",
        "(a) The fee is $5.",
        "(b) The rent is $6.",
    ]
    for at, letter in enumerate(left.reading.text):
        if not letter.isspace():
            assert document.text[left.reading.source(at)] == letter
            assert left.reading.at(left.reading.source(at)) == at
    assert document.without([]) is document
