"""Clauses with which a line of the file begins: those that go on in the paragraph before it, and those that do not."""

import pytest

from conformed.instrument import parse
from conformed.version import passages
from conformed.views.to_text import to_text
from tests.written import document

HEAD = """\
                               STORAGE AGREEMENT

     STORAGE AGREEMENT, dated as of May 1, 2018, between BRAMBLE MILLING, INC. and HARBOR
& QUAY GRAIN CO.

"""


def paragraphs(text: str) -> list[str]:
    made = parse(document(HEAD + text))
    shown = to_text(passages(made.document, made.root))
    return [" ".join(one.split()) for one in shown.split("\n\n")][2:]


@pytest.mark.parametrize(
    "text",
    [
        # the marker had no room on the line before
        "     SECTION 3.01. Silos. The Miller may not sell any silo, other than (a) silos that\n"
        "it no longer needs in the ordinary course of its business as it is carried on now,\n"
        "(b) silos that it replaces within ninety days, (c) silos that have burned, and (d)\n"
        "other silos for not more than $40,000 in any year.\n",
        # nor had the first of them
        "     SECTION 3.01. Silos. If a silo burns, then, for as long as it is not built anew\n"
        "(a) no rent falls due for it, (b) the Miller insures the grain that was in it, and\n"
        "(c) the Owner clears the ground.\n",
    ],
)
def test_a_clause_goes_on_in_its_paragraph_though_a_line_begins_with_it(text: str) -> None:
    assert paragraphs(text) == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # the line before ends a sentence
        (
            "     SECTION 3.01. (a) The Miller may not sell any silo that is filled with new grain.\n"
            "(b) The Owner may inspect each silo on a day that it tells, (i) in the harvest, weekly\n"
            "and (ii) else once a month.\n",
            3,
        ),
        # a blank line stands before it
        (
            "     SECTION 3.01. Silos. The Miller may not sell any silo, other than (a) silos that\n"
            "it no longer needs in the ordinary course of its business as it is carried on now,\n\n"
            "(b) silos that it replaces within ninety days, (c) silos that have burned.\n",
            2,
        ),
        # it is set deeper
        (
            "     SECTION 3.01. Silos. The Miller may not sell any silo, other than (a) silos that\n"
            "it no longer needs in the ordinary course of its business as it is carried on now,\n"
            "     (b) silos that it replaces within ninety days, (c) silos that have burned.\n",
            2,
        ),
    ],
)
def test_a_clause_that_is_set_apart_begins_a_paragraph(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count
