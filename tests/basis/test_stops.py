"""Where sentences end."""

import pytest

from conformed.basis.stops import stops


@pytest.mark.parametrize(
    "sentences",
    [
        ["The Borrower pays.", "The Agent receives."],
        ["It pays Foo, Inc. Every amount due."],
        ["See Exhibit A.", "The Borrower pays."],
        ["Signed by J. Doe for it.", "Done."],
        ["Terms (as in “Fees.”) stand.", "(They go on.)", "“Fees” means fees."],
        ["It costs 1.5 percent. of the sum."],
        ["Amendment No. 2 stands.", "See para. B of it."],
    ],
)
def test_sentences_end_at_their_points_alone(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found, begun = [], 0
    for end in (*stops(text, 0, len(text)), len(text)):
        found.append(text[begun:end].strip())
        begun = end
    assert [one for one in found if one] == sentences
