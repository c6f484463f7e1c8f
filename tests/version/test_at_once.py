"""What one sentence changes is changed in one pass over the text as it stood, the longest words first."""

import pytest

from tests.version.test_provisos import conformed

WITHIN = "Section 2.1 of the Credit Agreement is hereby amended by {}."
EVERYWHERE = 'All references in the Credit Agreement to "{}" shall be changed to "{}" and all references to "{}" shall be changed to "{}".'


def replacing(*pairs: tuple[str, str]) -> str:
    return WITHIN.format(" and ".join(f'replacing "{old}" with "{new}"' for old, new in pairs))


@pytest.mark.parametrize(
    ("text", "order", "left"),
    [
        (  # the new words of both hold the old words of the shorter
            "The mill's yard of rye and the yard of rye are dry.",
            EVERYWHERE.format("mill's yard of rye", "keeper of the yard of rye", "yard of rye", "keeper of the yard of rye"),
            "The keeper of the yard of rye and the keeper of the yard of rye are dry.",
        ),
        (
            "The mill's yard of rye and the yard of rye are dry.",
            EVERYWHERE.format("yard of rye", "keeper of the yard of rye", "mill's yard of rye", "keeper of the yard of rye"),
            "The keeper of the yard of rye and the keeper of the yard of rye are dry.",
        ),
        (  # each in the place of the other
            "Rye is ground in May, oats in June.",
            replacing(("May", "June"), ("June", "May")),
            "Rye is ground in June, oats in May.",
        ),
        (  # counted as they stood
            "Rye is due in May, oats in May, and hay in May.",
            WITHIN.format('replacing the first reference to "May" with "June" and replacing the second reference to "May" with "July"'),
            "Rye is due in June, oats in July, and hay in May.",
        ),
        (
            "Rye is due in May, oats in June.",
            WITHIN.format('inserting "or in June" after "May" and deleting "in June"'),
            "Rye is due in May or in June, oats.",
        ),
    ],
)
def test_no_order_bites_into_what_the_sentence_puts_in(text: str, order: str, left: str) -> None:
    assert conformed(text, order) == (["applied", "applied"], left)


@pytest.mark.parametrize(
    ("text", "order", "outcomes", "left"),
    [
        (  # the shorter words stand twice in the text as it stood
            "Old rye is ground in May, and rye in June.",
            replacing(("rye", "oats"), ("Old rye", "New rye")),
            ["Ambiguous", "applied"],
            "New rye is ground in May, and rye in June.",
        ),
        (  # neither is meant more than the other
            "The dry mill yard is let.",
            replacing(("dry mill", "wet mill"), ("mill yard", "mill barn")),
            ["Ambiguous", "Ambiguous"],
            "The dry mill yard is let.",
        ),
        (  # whether those within the longer words count
            "Old rye is ground with rye and with rye.",
            WITHIN.format('replacing "Old rye" with "Oats" and replacing the second reference to "rye" with "hay"'),
            ["applied", "Ambiguous"],
            "Oats is ground with rye and with rye.",
        ),
        (  # which of two, that stand in the longer words alone
            "The rye rye is dry.",
            WITHIN.format('replacing "rye" with "oats" and replacing "rye rye" with "hay"'),
            ["Ambiguous", "applied"],
            "The hay is dry.",
        ),
        (  # which two of the three are meant
            "Rye, old old old rye, is dry.",
            EVERYWHERE.format("old old", "new", "Rye", "Oats"),
            ["Ambiguous", "applied"],
            "Oats, old old old rye, is dry.",
        ),
        (  # the words stand only in what the sentence itself puts in
            "Rye is ground in May.",
            replacing(("May", "late June"), ("June", "July")),
            ["applied", "NotFound"],
            "Rye is ground in late June.",
        ),
    ],
)
def test_what_cannot_be_told_apart_stays(text: str, order: str, outcomes: list[str], left: str) -> None:
    assert conformed(text, order) == (outcomes, left)


def test_a_further_sentence_goes_at_the_text_that_the_one_before_it_left() -> None:
    orders = replacing(("May", "June")), replacing(("June", "July"))
    assert conformed("Rye is ground in May.", *orders) == (["applied", "applied"], "Rye is ground in July.")
