"""Which numbers head a section, in the ways in which drafters write them."""

import pytest

from tests.instrument.test_outline import OPENING, paths


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The number of the article in roman figures, before that of the section.
        (
            "ARTICLE I\nTERMS\n\nSECTION I.1. Terms. Text.\n\nSECTION I.2. Usage. Text.\n\n"
            "ARTICLE II\nLOANS\n\nSECTION II.1. Loan. Text.\n\nSECTION II.2. Notes. Text.\n",
            "Article I I.1 I.2 Article II II.1 II.2",
        ),
        # A section that is called an article.
        ("Article 1.1 Loans. Text.\n\nArticle 1.2 - Notes\n\nText.\n", "1.1 1.2"),
        # Each clause is called in full.
        (
            "Section 2.1 Loans.\n\n2.1(a) Amount. Text of it.\n\n2.1(b) Use. Text of it.\n\n"
            "Section 2.2(a) Fees. It pays (i) one and (ii) two.\n\nSection 2.2 (b) Costs. Text.\n",
            "2.1 2.1(a) 2.1(b) 2.2 2.2(a) 2.2(a)(i) 2.2(a)(ii) 2.2(b)",
        ),
        ("Section 2 (a) Pay. Text.\n\nSection 2 (b) Bonus. Text.\n", "2 2(a) 2(b)"),
        # One that a sentence calls is none.
        ("2.1 Loans. Text.\n\n2.1(b) hereof does not hold.\n\n2.2 Fees. Text.\n", "2.1 2.2"),
        # A number that was put between two others bears a letter.
        (
            "ARTICLE VII\nDUTIES\n\n7.1 Books. Text.\n\n7.1A Visits. Text.\n\n7.2 Taxes. Text.\n\n"
            "ARTICLE VIIA\nPLEDGE\n\n7A.1. Pledge. Text.\n\n7A.2. Release. Text.\n\n"
            "ARTICLE VIII\nDEFAULT\n\n8.1 Events. Text.\n",
            "Article VII 7.1 7.1A 7.2 Article VIIA 7A.1 7A.2 Article VIII 8.1",
        ),
        # References with captions, at the start of a line, are no headings.
        (
            "1. Survival.\n\nArticle 2 (Fees), Article 3 (Taxes) and\n\nArticle 4 (Notices) survive.\n\n2. Other. Text.\n",
            "1 2",
        ),
    ],
)
def test_which_numbers_head_a_section(body: str, expected: str) -> None:
    assert " ".join(paths(OPENING + body)) == expected
