"""The lenders' commitments, where a user tells them in a file beside the documents.

In: `commitments.csv` (RFC 4180): a line for each lender, its name and its commitment in money; a line of heads (`Lender,Commitment`) may open it.
Out: the names and amounts in their order.
"""

import csv
import re
from decimal import Decimal

from conformed.basis.pattern import pattern
from conformed.document import Unreadable, from_text
from conformed.ledger.persons import name_key
from conformed.ledger.records import MARK, BadRecord

_MONEY = pattern(r"(?:[$€£]|[A-Z]{3})?\s?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)", re.ASCII)
_HEAD = pattern(r"(?:[$€£]|[A-Z]{3})?\s?\d{1,3}", re.ASCII)
_REST = pattern(r"\d{3}(?:\.\d\d)?", re.ASCII)
_HEADS = frozenset(  # words of what a line of heads calls the lenders; a bank has a name of its own
    "the of and each legal full name names initial existing new revolving term lending financial lender lenders bank banks institution"
    " institutions party parties holder holders creditor creditors participant participants".split()
)
_WRITE = 'write a line for each lender: First Bank,"25,000,000"'


def commitments_of(name: str, data: bytes) -> tuple[tuple[str, Decimal], ...]:
    """The commitments in a file.  Raises `BadRecord`."""
    try:
        lines = from_text(name, data).text.removeprefix(MARK).splitlines()
    except Unreadable as error:
        raise BadRecord(str(error)) from None
    found: dict[str, tuple[str, Decimal]] = {}
    rows = _rows(name, lines)
    for turn, (number, cells) in enumerate(rows):
        told = cells[1].strip() if len(cells) > 1 else ""
        money = None if _parted(cells) else _MONEY.fullmatch(told)
        lender = " ".join(cells[0].split())
        key = name_key(lender)
        if turn == 0 and money is None and not any(map(str.isdigit, told)) and _HEADS.issuperset(lender.lower().split()):
            continue
        if money is None or not key or key in found:
            why = f"names {found[key][0]} a second time" if key in found else "is not a name and an amount of money"
            raise BadRecord(f"Line {number} of {name} {why}; {_WRITE}.")
        found[key] = lender, Decimal(money["amount"].replace(",", ""))
    if not any(amount for _, amount in found.values()):
        raise BadRecord(f"{name} holds no commitments{' but of nothing' if found else ''}; {_WRITE}.")
    return tuple(found.values())


def _rows(name: str, lines: list[str]) -> list[tuple[int, list[str]]]:
    """The lines of a table that are not blank, each with its number.  Raises `BadRecord`."""
    table = csv.reader(lines)
    try:
        return [(table.line_num, cells) for cells in table if any(map(str.strip, cells))]
    except csv.Error:
        raise BadRecord(f"Line {table.line_num} of {name} cannot be read as a line of a table; {_WRITE}.") from None


def _parted(cells: list[str]) -> bool:
    """Whether an amount is written without quotation marks, so that its commas part it: `First Bank,25,000,000`."""
    return len(cells) > 2 and _HEAD.fullmatch(cells[1].strip()) is not None and _REST.fullmatch(cells[2].strip()) is not None
