"""The numbers that a browser counts before the items of a list (HTML Living Standard, 4.4.5; CSS Counter Styles, 6).

In: an element `ol`, `ul`, `menu` or `dir`.  Out: what stands before each of its items.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from conformed.basis.pattern import pattern

_STYLE = pattern(r"list-style(?:-type)?\s{0,9}:[^;]{0,40}?\b(?P<name>lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman|decimal|none)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 9999  # from here on a list is counted in figures


def letters(number: int) -> str:
    """The letters of a number: a to z, aa, ab."""
    found = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        found = chr(ord("a") + letter) + found
    return found


def roman(number: int) -> str:
    """The roman numeral of a number, in small letters."""
    found = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        found += sign * times
    return found


_COUNTS: dict[str, Callable[[int], str]] = {
    "1": str, "decimal": str,
    "a": letters, "lower-alpha": letters, "lower-latin": letters,
    "A": lambda number: letters(number).upper(), "upper-alpha": lambda number: letters(number).upper(),
    "upper-latin": lambda number: letters(number).upper(),
    "i": roman, "lower-roman": roman,
    "I": lambda number: roman(number).upper(), "upper-roman": lambda number: roman(number).upper(),
}  # fmt: skip


def counted(element: Any) -> Iterator[str]:
    """What stands before the items of a list, item by item, without end; each item may set its own number (`value`)."""
    style = _STYLE.search(element.get("style") or "")
    how = style["name"] if style else element.get("type") or "1"
    if how == "none":
        return itertools.repeat("")
    if element.tag != "ol":
        return itertools.repeat("• ")
    return map(_numbered(_COUNTS.get(how, str)), _values(element))


def _values(element: Any) -> Iterator[int]:
    number = _number(element.get("start"), 1)
    for item in element.iterchildren("li"):
        number = _number(item.get("value"), number)
        yield number
        number += 1
    yield from itertools.count(number)  # items that stand elsewhere within it


def _numbered(how: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: f"{how(number) if 0 < number <= _MOST else number}. "


def _number(said: str | None, other: int) -> int:
    said = (said or "").strip()
    return int(said) if len(said) <= 6 and said.removeprefix("-").isdecimal() else other
