"""Where a provision stands that is named by its caption, its letter or its place."""

import pytest

from conformed.instrument import parse, parse_path
from conformed.version.locate import locate
from conformed.version.passage import at, passages, standing
from tests.written import document

AGREEMENT = """\
CREDIT AGREEMENT

This Credit Agreement, dated as of May 1, 2018, is among Bramble Milling, Inc. (the "Borrower") and Harbor Bank (the "Agent").

R E C I T A L S

WHEREAS, the Borrower owns a mill and a barn; and

WHEREAS, the Agent is willing to lend;

NOW, THEREFORE, the parties agree as follows:

A. Dues

1. Tolls. The toll is $10. (a) It is paid in advance. (b) It is not refunded.

2. Wages. The wage is $20.

B. Repair

1. Wheel. The miller repairs the wheel.

2. Wages. The smith is paid.

Reports. The Borrower delivers reports.

IN WITNESS WHEREOF, the parties have executed this Agreement.
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("Recital 2", "WHEREAS, the Agent is willing to lend;"),
        ("B(1)", "1. Wheel. The miller repairs the wheel."),
        ("B.1", "1. Wheel. The miller repairs the wheel."),
        ('"Wheel"', "1. Wheel. The miller repairs the wheel."),
        ('"Tolls"(b)', "(b) It is not refunded."),
    ],
)
def test_a_provision_is_found_by_what_names_it(path: str, words: str) -> None:
    written = document(AGREEMENT)
    root = passages(written, parse(written).root)
    (trail,) = locate(root, parse_path(path)).trails
    assert standing(at(root, trail)) == words


@pytest.mark.parametrize(
    ("path", "places"), [("Recital 3", 0), ('"Wages"', 2), ('"Reports"', 0), ("C(1)", 0)]
)
def test_what_names_none_or_several_is_not_taken_for_one(path: str, places: int) -> None:
    written = document(AGREEMENT)
    assert len(locate(passages(written, parse(written).root), parse_path(path)).trails) == places
