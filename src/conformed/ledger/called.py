"""What instruments are called: the marks by which a chain counts them, and their titles for short."""

import itertools
import re
from collections.abc import Iterable

from conformed.basis.pattern import pattern
from conformed.instrument import InstrumentKind

WAIVING = frozenset({InstrumentKind.WAIVER, InstrumentKind.CONSENT})
WAIVES = pattern(r"waiver|consent", re.IGNORECASE)
_OTHERWISE = pattern(r"\bchange\sorder\b", re.IGNORECASE)  # what an amendment may be called instead


class Sigla:
    """The marks that are given; the numbers that instruments of the chain bear are kept for these."""

    def __init__(self, numbers: Iterable[int | None]) -> None:
        self._kept = {str(number) for number in numbers}
        self._given: set[str] = set()

    def next(self, number: int | None, letter: str) -> str:
        """A mark of its own: the number, W for a waiver, else the next free figure."""
        if letter:
            free = (letter if count == 1 else f"{letter}{count}" for count in itertools.count(1))
        elif number is not None:
            free = (str(number) if count == 0 else f"{number}{chr(96 + count)}" for count in itertools.count())
        else:
            free = (str(count) for count in itertools.count(1) if str(count) not in self._kept)
        siglum = next(one for one in free if one not in self._given)
        self._given.add(siglum)
        return siglum


def short_title(number: int | None, kind: InstrumentKind, title: str | None) -> str:
    """What lawyers call an instrument for short."""
    if number is not None and (other := _OTHERWISE.search(title or "")) is not None:
        return f"{other[0].title()} No. {number}"
    if number is not None:
        waives = re.search(r"\band\s((?:limited\s)?waiver)\b", title or "", re.IGNORECASE)
        return f"Amendment No. {number}" + (f" and {waives[1].title()}" if waives else "")
    if title and kind in WAIVING:
        head = re.match(r"(.{3,40}?)\s+(?:to|under|of|with)\s", title, re.IGNORECASE)
        return (
            (head[1] if head else "Waiver").title()
            if (head[1] if head else "").isupper()
            else (head[1] if head else "Waiver")
        )
    return "Amendment" if kind is InstrumentKind.AMENDMENT else str(kind).replace("_", " ").capitalize()
