"""What a number or letter of a list may be: its style, and its place in a list of that style.

In: a number as printed.  Out: the ways to read it: `i` is the ninth letter or the first roman numeral.  What a scan
or a typist may have put for another (`1` for l, `I` for i) is told apart, as only the list around it can say so.
"""

import functools

from conformed.basis.pattern import pattern

DEFINITION = "#"  # the value of a paragraph that defines a term
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = pattern(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
_ALIKE = {"1": "li", "l": "1i", "I": "il1"}  # the values for which one may be a misprint


@functools.lru_cache(maxsize=4096)
def ordinal(value: str) -> tuple[tuple[str, int], ...]:
    """The readings of a marker's value: its style ("1", "a", "i", "A", "I") and its place in a list of it."""
    if value.isdigit():
        return (("1", int(value)),)
    if value == DEFINITION:
        return ((DEFINITION, 0),)
    lower = value.lower()
    upper = value[0].isupper()
    found: list[tuple[str, int]] = []
    if len(lower) == 1:
        found.append(("A" if upper else "a", ord(lower) - 96))
    elif len(set(lower)) == 1 and (len(lower) <= 3 or not upper):
        found.append(("A" if upper else "a", 26 * (len(lower) - 1) + ord(lower[0]) - 96))
    if (number := roman(lower)) is not None:
        found.append(("I" if upper else "i", number))
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def begins_a_list(value: str) -> bool:
    """Whether a marker may be the first of a list."""
    return any(place == 1 for _, place in ordinal(value))


def roman(text: str) -> int | None:
    """The value of a lower-case roman numeral below 100, or None."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def counted(number: str) -> int | None:
    """The figure that a roman numeral or a number in words is, in small letters."""
    return CARDINALS.index(number) + 1 if number in CARDINALS else roman(number)


@functools.lru_cache(maxsize=4096)
def readings(value: str) -> tuple[tuple[str, int, bool], ...]:
    """The readings of a value as printed, then those of what it may be a misprint for, which the last tells."""
    printed = ordinal(value)
    others = (one for other in _ALIKE.get(value, "") for one in ordinal(other))
    return (*((*one, False) for one in printed), *((*one, True) for one in others if one not in printed))


def meant(value: str, style: str, place: int) -> str:
    """The value that is meant by a printed one where it is read as a place in a list of a style."""
    if (style, place) in ordinal(value):
        return value
    return next((one for one in _ALIKE.get(value, "") if (style, place) in ordinal(one)), value)
