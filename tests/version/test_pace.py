"""What is done to a text costs time in proportion to it, however it is written."""

import time

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import conformed
from tests.version.agreements import HEAD
from tests.version.matters import amendment
from tests.version.test_laws import became, made
from tests.written import document

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


@pytest.mark.parametrize("base", [f"{HEAD}\nSection 2.1. Fees. {'the barge and ' * 1000}the end.\n", None])
def test_many_orders_on_one_provision_take_a_time_in_proportion(base: str | None) -> None:
    order = 'Section 2.1 of the Credit Agreement is hereby amended by deleting "barge" and inserting "boat" in its place.'
    files = [interpret(parse(document(text, name))) for name, text in ((("a.txt", base),) if base else ())]
    files.append(interpret(parse(document(amendment(0, [order] * 1000), "b.txt"))))
    begun = time.process_time()
    result = conformed(files)
    assert set(became(result)) == {"Ambiguous" if base else "Lacuna"}
    assert time.process_time() - begun < 2
