"""The lenders' commitments, where a user tells them in a file beside the documents.

In: `commitments.csv` (RFC 4180): a line for each lender, its name and its commitment in money; a line of heads may open it.
Out: the names and amounts in their order.
"""

import csv
import re
from decimal import Decimal

from conformed.basis.pattern import pattern
from conformed.document import Unreadable, from_text
from conformed.ledger.records import BadRecord

_MONEY = pattern(r"(?:[$€£]|[A-Z]{3})?\s?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)", re.ASCII)


def commitments_of(name: str, data: bytes) -> tuple[tuple[str, Decimal], ...]:
    """The commitments in a file.  Raises `BadRecord`."""
    try:
        lines = from_text(name, data).text.splitlines()
    except Unreadable as error:
        raise BadRecord(str(error)) from None
    found: dict[str, Decimal] = {}
    for number, cells in enumerate(csv.reader(lines), 1):
        if not any(cell.strip() for cell in cells):
            continue
        money = _MONEY.fullmatch(cells[1].strip()) if len(cells) > 1 else None
        lender = " ".join(cells[0].split())
        if money is None and number == 1:
            continue
        if money is None or not lender or lender in found:
            why = "names a lender twice" if lender in found else "is not a name and an amount of money"
            raise BadRecord(f"Line {number} of {name} {why}; write: First Bank,\"25,000,000\".")
        found[lender] = Decimal(money["amount"].replace(",", ""))
    if not found:
        raise BadRecord(f"{name} holds no commitments; write a line for each lender: First Bank,\"25,000,000\".")
    return tuple(found.items())
