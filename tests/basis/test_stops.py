"""Where sentences end."""

import pytest

from conformed.basis.stops import stops, wholes


@pytest.mark.parametrize(
    "sentences",
    [
        ["The Borrower pays.", "The Agent receives."],
        ["It pays Foo, Inc. Every amount due."],
        ["See Exhibit A.", "The Borrower pays."],
        ["Signed by J. Doe for it.", "Done."],
        ["Terms (as in “Fees.”) stand.", "(They go on.)", "“Fees” means fees."],
        ["It costs 1.5 percent. of the sum."],
        ["MR. ALDER AND MRS. TERN GRIND.", "DR. ROE PAYS."],
        ["It is due under 12 Pa. C.S.A. 34 and Fla. Stat. Ann. 5.", "It is paid."],
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


@pytest.mark.parametrize(
    "lines",
    [
        [["The mill is in default where it begins an action", "(i) under any law;", "or (ii) of its own."], ["It pays."]],
        [["It may not grind in these towns:", "·", "Elmham;", "·", "Wreningham; and", "·", "Ashby."], ["It pays."]],
        [["It pays:", "(i)", "The toll; and", "b.", "The dues."]],
        [["It pays."], ["(a) the toll."], ["(b) the dues."]],
    ],
)
def test_a_sentence_goes_on_over_the_items_of_its_list(lines: list[list[str]]) -> None:
    text, places = "", []
    for line in (line for whole in lines for line in whole):
        places.append((len(text), len(text) + len(line), False))
        text += f"{line}\n"
    assert [text[start:end] for start, end in wholes(text, places, paragraphs=False)] == ["\n".join(one) for one in lines]


def test_the_mark_of_an_item_is_of_its_paragraph() -> None:
    text = "It may not:\n·\nGrind rye;\n(b)\nGrind oats."
    places = [(0, 11, False), (12, 13, False), (14, 24, False), (25, 28, False), (29, 40, False)]
    found = [text[start:end] for start, end in wholes(text, places, paragraphs=True)]
    assert found == ["It may not:", "·\nGrind rye;", "(b)\nGrind oats."]
