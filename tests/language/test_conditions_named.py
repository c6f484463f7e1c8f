"""Where an instrument looks for its own conditions."""

import pytest

from conformed.language.conditions_named import misnamed, misplaced
from tests.written import amendment

BODY = """Subject to the satisfaction of the conditions set forth in Section {named} {below}, Section 7.1 of the Credit Agreement is hereby amended by replacing "4.50" with "5.00".

2. Waiver. The Lenders waive compliance with Section 7.2 of the Credit Agreement until June 1, 2020.

3. Conditions Precedent. This Amendment shall become effective if, and only if, the following conditions are satisfied:

(a) the Agent shall have received this Amendment duly executed by the Borrower; and

(b) the Borrower shall have paid all fees of the Agent"""


@pytest.mark.parametrize(("named", "below", "count"), [(2, "below", 1), (3, "below", 0), (2, "of the Credit Agreement", 0)])
def test_conditions_are_looked_for_where_they_are_not(named: int, below: str, count: int) -> None:
    told = list(misplaced(amendment(BODY.format(named=named, below=below)), "this instrument", None))
    assert len(told) == count
    assert all(one.says == "This instrument looks for its conditions in Section 2, and Section 3 holds them." for one in told)


OF_THE_NUMBER = """\
Section 7.1 of the Credit Agreement is hereby amended by replacing "4.50" with "5.00".{also}

2. Conditions Precedent. This Amendment shall become effective if, and only if, the following conditions are satisfied:

(a) the Agent shall have received this Amendment duly executed by the Borrower; and

(b) the Borrower shall have paid the expenses of the Agent for {named}"""


@pytest.mark.parametrize(
    ("named", "also", "told"),
    [
        ("the Fourth Amendment", "", True),
        ("the First Amendment", "", False),
        ("the Fourth Amendment to the Bond Indenture", "", False),
        ("the Fourth Amendment", ' Here "Fourth Amendment" means that of May 4, 2019.', False),
    ],
)
def test_a_condition_that_names_an_amendment_of_another_number_is_a_slip(named: str, also: str, told: bool) -> None:
    found = list(misnamed(amendment(OF_THE_NUMBER.format(named=named, also=also)), "this instrument", None))
    assert bool(found) == told
    assert all("speaks of the Fourth Amendment" in one.says and one.says.endswith("and this is number 1.") for one in found)
