"""How Word writes a number (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat).

In: a number, and the name of a format.  Out: the number as it is shown before a paragraph.
"""

from collections.abc import Callable

from conformed.document.lists import roman

_MOST = 780  # from here on letters are not counted, as Word has no more than thirty of them beside each other
_MOST_ROMAN = 32_767
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_SIGNS = "*†‡§"


def counted(number: int, how: str) -> str:
    """A number in a format; as figures where the format is not known."""
    return _FORMS.get(how, str)(number)


def _letters(number: int) -> str:
    """The letters of a number: a to z, then aa, bb, and not ab as a browser counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= _MOST else str(number)


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= _MOST_ROMAN else str(number)


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _in_words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    for size, called in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            return f"{_in_words(number // size)} {called}" + (f" {_in_words(number % size)}" if number % size else "")
    return str(number)


def _ordinal_in_words(number: int) -> str:
    said = _in_words(number)
    cut = max(said.rfind(" "), said.rfind("-")) + 1
    last = said[cut:]
    return said[:cut] + _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _signs(number: int) -> str:
    return _SIGNS[(number - 1) % 4] * ((number - 1) // 4 + 1) if 0 < number <= _MOST else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "cardinalText": lambda number: _in_words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_in_words(number).capitalize(),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "hex": lambda number: f"{number:X}",
    "chicago": _signs,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
