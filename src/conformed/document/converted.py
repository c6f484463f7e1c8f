"""How a converter of HTML left the lines of a text, where it kept none of their layout.

In: the lines of a text, their words, and which of them are rows of a table.  Out: the paragraphs, also where each
word stands on a line of its own, or the first of each paragraph does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from conformed.document.document import Line
from conformed.document.line_words import HEADS, LABEL, QUOTES, STOPS, is_ended, is_marked
from conformed.document.paragraphs import paragraphs

_SEEN = 200  # lines of a text in which it shows, taken evenly over all of it
_SOME = 8  # lines or paragraphs in which it does
_SIGNED = frozenset("By Name Title Its Date Attest".split())  # what stands beside a line of a signature
_OPENS = frozenset(("IN", "NOW", "NOW,", "WHEREAS", "WHEREAS,"))  # and the words behind it on the next lines
_HEADING = 4  # letters of a word in capitals that may end a heading
Parted = Iterator[tuple[int, int, int]]


def parted(lines: Sequence[Line], words: Sequence[str], rows: Sequence[int]) -> Parted:
    """The paragraphs: numbers of the first line and the one after the last, and whether it is a row."""
    if _is_word_by_word(words):
        return _of_single_words(lines, words, rows)
    found = paragraphs(lines, words, rows)
    return _with_first_words(found, lines, words) if _first_words_apart(lines, words) else found


def _of_single_words(lines: Sequence[Line], words: Sequence[str], rows: Sequence[int]) -> Parted:
    """The paragraphs of a text with one word on a line, which has no layout but for the gaps."""
    first = 0
    for number in range(1, len(lines) + 1):
        if (
            number == len(lines)
            or rows[number]
            or rows[number - 1]
            or (lines[number].gap and not lines[number].turned)
            or _begins(words[number - 1], words[number])
        ):
            yield first, number, rows[first]
            first = number


def _begins(upper: str, lower: str) -> bool:
    """Whether a paragraph begins with a line of which only the words tell."""
    if LABEL.match(lower) or (lower in HEADS and upper.isupper() and len(upper) >= _HEADING):
        return True
    return is_ended(upper) and (lower in HEADS or lower in _OPENS or lower[0] in QUOTES or is_marked(lower))


def _with_first_words(found: Parted, lines: Sequence[Line], words: Sequence[str]) -> Parted:
    """The paragraphs, each with its first word, where that stands on a line of its own above it."""
    begun: int | None = None
    for first, last, row in found:
        if begun is not None and (row or lines[first].gap or lines[first].turned or is_marked(words[first])):
            yield begun, first, 0
            begun = None
        start = first if begun is None else begun
        alone = last == first + 1 or lines[last - 1].gap > 0
        if not row and alone and _is_first_word(words[last - 1]):
            begun = start
        else:
            yield start, last, row
            begun = None
    if begun is not None:
        yield begun, len(lines), 0


def _is_word_by_word(words: Sequence[str]) -> bool:
    """Whether most lines hold one word only."""
    seen = words[:: _step(words)]
    return len(seen) >= _SOME and 5 * sum(" " not in line for line in seen) > 4 * len(seen)


def without_even_gaps(lines: list[Line], words: Sequence[str]) -> list[Line]:
    """The lines, with one word on each without the gap that stands between most of them."""
    if not _is_word_by_word(words):
        return lines
    even = Counter(line.gap for line in lines).most_common(1)[0][0]
    return [msgspec.structs.replace(line, gap=max(0, line.gap - even)) for line in lines]


def _first_words_apart(lines: Sequence[Line], words: Sequence[str]) -> bool:
    """Whether the first word of most paragraphs stands on a line of its own."""
    first = [
        _is_first_word(words[number])
        for number in range(0, len(lines) - 1, _step(words))
        if lines[number].gap and not lines[number + 1].gap
    ]
    return len(first) >= _SOME and 2 * sum(first) > len(first)


def _step(words: Sequence[str]) -> int:
    return max(1, len(words) // _SEEN)


def _is_first_word(line: str) -> bool:
    """Whether a line may be the first word of a paragraph that goes on below it."""
    return " " not in line and line[-1] not in STOPS and line not in _SIGNED
