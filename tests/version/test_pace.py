"""What is done to a text costs time in proportion to it, however it is written."""

import time

import pytest

from tests.version.agreements import HEAD
from tests.version.matters import amendment
from tests.version.test_laws import became, made

MANY = 20_000


@pytest.mark.parametrize(
    ("words", "order"),
    [
        (
            f"Barley {'.' * MANY} corton",
            'Section 2.1 of the Credit Agreement is hereby amended by adding "and fendale" at the end thereof.',
        ),
        (
            "the red barge " * (MANY // 8),
            'The Credit Agreement is hereby amended by replacing each reference to "barge" with "boat".',
        ),
    ],
)
def test_a_change_of_a_long_paragraph_is_quick(words: str, order: str) -> None:
    files = (f"{HEAD}\nSection 2.1. Fees. {words}\n", [amendment(0, [order])])
    begun = time.process_time()
    result = made(*files)
    assert became(result) == ["applied"]
    assert time.process_time() - begun < 3
