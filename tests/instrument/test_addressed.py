"""What an address names in one instrument."""

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.instrument.addressed import addressed

LEASE = """\
MILL LEASE

This LEASE, dated as of March 3, 2019, is made by and between TERN HOLLOW MILLS, INC., an Ohio corporation (the
"Lessor"), and ALDER GRAIN, INC., an Ohio corporation (the "Lessee").

RECITALS

A. The Lessor owns a mill.

B. The Lessee wishes to grind rye.

The parties agree as follows:

2.1 Tolls. The Lessee pays a toll (as the Lessor sets it (in writing)) for each sack (but not for oats); provided that no
toll is due on Sundays; provided further that the toll of one sack (1) is 25 cents. The toll is due at once.

2.2 Dues. The Lessee pays (a) the dues of the town, provided that they are billed; and (b) the dues of the guild. They are
due in May. They bear no interest.

IN WITNESS WHEREOF, the parties have executed this Lease.

TERN HOLLOW MILLS, INC.

By: /s/ Jane Doe
"""


def words(address: str) -> list[str]:
    instrument = parse(from_text("written.txt", LEASE.encode()))
    text = instrument.document.reading.text
    return [text[one.start : one.end].strip() for one in addressed(instrument, address)]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("the first proviso to Section 2.1", "provided that no toll is due on Sundays"),
        ("last proviso of Section 2.1 hereof", "provided further that the toll of one sack (1) is 25 cents."),
        ("the proviso in Section 2.2", "provided that they are billed"),
        ("the first parenthetical of Section 2.1", "(as the Lessor sets it (in writing))"),
        ("the second parenthetical in Section 2.1", "(but not for oats)"),
        ("the penultimate sentence of Section 2.2 of this Lease", "They are due in May."),
        ("Recital (B)", "B. The Lessee wishes to grind rye."),
    ],
)
def test_what_drafters_point_at_within_a_provision_is_found(address: str, found: str) -> None:
    assert words(address) == [found]


@pytest.mark.parametrize("address", ["the proviso to Section 2.1", "third proviso to Section 2.1", "the proviso to Section 2.9"])
def test_of_several_provisos_none_is_meant_that_is_not_counted(address: str) -> None:
    assert words(address) == []


def test_the_signature_page_is_that_of_the_instrument() -> None:
    (found,) = words("the signature page")
    assert found.endswith("By: /s/ Jane Doe")
