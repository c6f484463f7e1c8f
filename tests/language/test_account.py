"""Every word of an instrument is accounted for."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.basis import FindingKind
from conformed.document import Unreadable, from_text
from conformed.instrument import parse
from conformed.language import Class, Interpretation, interpret
from tests.written import amendment

BODY = """Section 3(b) is amended by deleting "daily".

2. The Lender hereby waives compliance with Section 5.1 of the Agreement until June 30, 2020.

3. This Amendment shall become effective when the following conditions are met:

(a) the Lender shall have received a copy signed by the Borrower; and

(b) the Borrower shall have paid the fee.

4. The Borrower represents and warrants that:

(a) it is in good standing; and

(b) no consent is needed.

5. This Amendment shall be governed by the laws of the State of Ohio.

6. The Borrower shall send the Lender a basket of fruit each spring.

7. The spirit of Section 9 is hereby amended in a friendly way."""


def classes(read: Interpretation) -> dict[str, Class]:
    """The class of each sentence, by a few of its words."""
    text = read.instrument.document.reading.text
    return {" ".join(text[piece.start : piece.end].split()): piece.what for piece in read.account}


def holds(read: Interpretation) -> None:
    text = read.instrument.document.reading.text
    assert "".join(text[piece.start : piece.end] for piece in read.account) == text
    shown: Sequence[int] = [
        span.start for f in read.findings if f.kind is FindingKind.UNREAD for span in f.places
    ]
    for piece in read.account:
        if piece.what is Class.UNREAD:
            span = read.instrument.document.span(piece.start, piece.end)
            assert any(span.start <= start < span.end for start in shown)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Section 3(b) is amended", Class.OPERATIVE),
        ("hereby waives compliance", Class.WAIVER),
        ("shall become effective when", Class.CONDITION),
        ("have paid the fee", Class.CONDITION),
        ("represents and warrants", Class.REPRESENTATION),
        ("good standing", Class.REPRESENTATION),
        ("governed by the laws", Class.BOILERPLATE),
        ("basket of fruit", Class.TERM),
        ("The spirit of Section 9", Class.UNREAD),
    ],
)
def test_each_sentence_has_its_class(words: str, what: Class) -> None:
    found = {sentence: kind for sentence, kind in classes(amendment(BODY)).items() if words in sentence}
    assert list(found.values()) == [what]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The day named in Section 4 shall be changed to that on which the barley is threshed.", Class.UNREAD),
        ("The Agreement shall only be changed by a writing that both sides sign.", Class.BOILERPLATE),
        ("The headings of this Amendment are inserted for convenience.", Class.BOILERPLATE),
    ],
)
def test_its_words_alone_tell_a_standard_clause(sentence: str, what: Class) -> None:
    found = classes(amendment(f"Of other things.\n{sentence}"))
    assert found[sentence] is what


def test_text_set_off_that_nothing_puts_in_is_unread() -> None:
    read = amendment(
        'The spirit of the Agreement is amended in the friendly manner that follows:\n\n"Be kind."'
    )
    assert [
        piece.what
        for piece in read.account
        if "Be kind" in read.instrument.document.reading.text[piece.start : piece.end]
    ] == [Class.UNREAD]
    holds(read)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *BODY.split("\n\n"),
                "WHEREAS, it is so;",
                "By:",
                '"',
                "EXHIBIT A",
                "(i)",
                "Section 2 is deleted.",
            ]
        )
    )
)
def test_every_word_is_accounted_for(paragraphs: list[str]) -> None:
    try:
        made = from_text("any.txt", "\n\n".join(["FIRST AMENDMENT TO LOAN AGREEMENT", *paragraphs]).encode())
    except Unreadable:
        return
    holds(interpret(parse(made)))
