"""The formats in which a whole matter is written as data, by the ending of the file that is named.

In: a matter, the day as of which it is told, and the table that is asked for, which a format without tables passes over.  Out: the
bytes of the file, and what it holds in words; None where the matter holds nothing of the kind.  Raises `Lacking` where what
writes it is not installed.
"""

import csv
import datetime
from collections.abc import Callable
from typing import NamedTuple

from conformed.passes import Conformed
from conformed.views.to_csv import MARK, TABLES
from conformed.views.to_ics import to_ics
from conformed.views.to_json import to_json


class Made(NamedTuple):
    """The bytes of a file, and what it holds in words."""

    data: bytes
    says: str


def json(matter: Conformed, day: datetime.date, _: str) -> Made:
    """All of it, as `conformed build` writes it in matter.json."""
    return Made(to_json(matter.page(day)).encode(), "the matter")


def calendar(matter: Conformed, day: datetime.date, _: str) -> Made | None:
    """The days that the text in force and the instruments set."""
    told = matter.dates(matter.as_of(day), day)
    written = to_ics(matter.chain.title, told, day, {link.id: link.title for link in matter.chain.links})
    days = sum(len(one.days) for one in told)
    return Made(written.encode(), f"{days} day{'s' * (days != 1)}") if written else None


def table(matter: Conformed, day: datetime.date, name: str) -> Made:
    """One of its tables."""
    written = TABLES[name](matter.page(day))
    lines = sum(1 for _ in csv.reader(written.splitlines(keepends=True))) - 1
    return Made(f"{MARK}{written}".encode(), f"{name}, {lines} line{'s' * (lines != 1)}")


DATA: dict[str, Callable[[Conformed, datetime.date, str], Made | None]] = {".json": json, ".csv": table, ".ics": calendar}
