"""Words of one text that reprint those of another, in its order, but for what a scanner misread.

In: the words of both, and where a word of the one stands in the other.  Out: how far the two agree from there, backwards and
forwards.  A word agrees that differs in blanks and the shape of quotation marks alone.  One may be misread where words agree on
both sides of it: its letters have the shape of those that they stand for (`01'` is "or", `20]0` is 2010), or one letter is another
and what comes of it is no word of the other text.  Figures, numbers in words, months and what denies are never another.
"""

import re
from collections.abc import Collection, Sequence

import msgspec

from conformed.instrument.numbers.ordinals import CARDINALS
from conformed.version.fold import MARKS

_WORD = re.compile(r"\S+")
_SHAPES = str.maketrans(
    {"o": "0", "O": "0", "S": "s", "5": "s", "C": "c", "T": "1", "r": "1", "n": "11", "h": "11", "u": "11", "m": "111"}
    | dict.fromkeys("lIi|!][", "1")
)  # strokes that a scanner takes for one another
_ONE_SHAPE = frozenset("cCkKoOpPsSuUvVwWxXyYzZ")  # letters that are alike, small and large
_DENYING = frozenset("no not nor none never neither without unless except only".split())
_EXACT = _DENYING | frozenset(CARDINALS) | frozenset(
    (
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half first second third"
        " january february march april may june july august september october november december"
    ).split()
)  # fmt: skip
_SURE = 2  # words that agree behind one that is misread
_JOINED = ((1, 1), (1, 2), (2, 1))  # words that agree: one with one, or two that a blank parts with one


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a text and the characters that it fills."""

    text: str
    start: int
    end: int


class Reprint(msgspec.Struct, frozen=True):
    """Words `first` to `last` of a text, the last one included, that reprint those of another; `misread` of them differ."""

    first: int
    last: int
    base_first: int
    base_last: int
    misread: int

    @property
    def count(self) -> int:
        """The number of its words."""
        return self.last + 1 - self.first


def words(text: str, start: int, end: int) -> list[Word]:
    """The words between two characters of a text, as they are compared."""
    return [Word(match[0], *match.span()) for match in _WORD.finditer(text.translate(MARKS), start, end)]


def known(base: Sequence[Word]) -> frozenset[str]:
    """The words of a text in small letters, without points."""
    return frozenset(_bare(word.text).lower() for word in base)


def onwards(
    new: Sequence[Word], base: Sequence[Word], first: int, base_first: int, vocabulary: Collection[str]
) -> Reprint | None:
    """What reprints the words of `base` from one of them on; None where not even this one agrees."""
    count, others, misread = _agreeing(new, base, first, base_first, 1, vocabulary)
    return Reprint(first, first + count - 1, base_first, base_first + others - 1, misread) if count else None


def backwards(
    new: Sequence[Word], base: Sequence[Word], found: Reprint, vocabulary: Collection[str]
) -> Reprint:
    """A reprint with what reprints the words before it."""
    count, others, misread = _agreeing(new, base, found.first - 1, found.base_first - 1, -1, vocabulary)
    return Reprint(
        found.first - count, found.last, found.base_first - others, found.base_last, found.misread + misread
    )


def _agreeing(
    new: Sequence[Word], base: Sequence[Word], first: int, base_first: int, step: int, vocabulary: Collection[str]
) -> tuple[int, int, int]:
    """How many words of both agree from two of them on, in one direction, and how many of them are misread."""
    sure = (0, 0, 0)
    count = others = misread = 0
    since = _SURE - 1  # what leads to the first of them is sure
    while found := _at(new, base, first + step * count, base_first + step * others, step, vocabulary):
        ours, theirs, alike = found
        if not alike and not since:
            break
        count, others = count + ours, others + theirs
        misread, since = (misread, since + 1) if alike else (misread + 1, 0)
        if since >= _SURE:
            sure = (count, others, misread)
    return sure


def _at(
    new: Sequence[Word], base: Sequence[Word], at: int, base_at: int, step: int, vocabulary: Collection[str]
) -> tuple[int, int, bool] | None:
    """How many words of both agree at two places, and whether they are alike; None where they do not."""
    if (one := _joined(new, at, step)) and one == _joined(base, base_at, step):
        return 1, 1, True
    pieces = [
        (ours, theirs, _joined(new, at, ours * step), _joined(base, base_at, theirs * step)) for ours, theirs in _JOINED
    ]
    for ours, theirs, one, other in pieces:
        if one and one == other:
            return ours, theirs, True
    for ours, theirs, one, other in pieces:
        if one and other and _misread(one, other, vocabulary):
            return ours, theirs, False
    return None


def _joined(every: Sequence[Word], at: int, count: int) -> str:
    """Some words from a place on, before it where `count` is below 0, written as one; nothing where there are not so many."""
    first, last = (at, at + count) if count > 0 else (at + count + 1, at + 1)
    return "".join(word.text for word in every[first:last]) if first >= 0 and last <= len(every) else ""


def _misread(word: str, meant: str, vocabulary: Collection[str]) -> bool:
    """Whether a word may be what a scanner took another for."""
    one, other = _bare(word), _bare(meant)
    small, right = one.lower(), other.lower()
    if small == right:
        return all(ours == theirs or ours in _ONE_SHAPE for ours, theirs in zip(one, other, strict=True))
    if {small, right} & _DENYING:
        return False
    figures = any(letter.isdigit() for letter in other)
    if small in vocabulary and not figures:
        return False
    if one.translate(_SHAPES) == other.translate(_SHAPES):
        return True
    if not (one.isalpha() and other.isalpha() and len(one) == len(other) > 2) or {small, right} & _EXACT:
        return False
    return sum(map(str.__ne__, small, right)) == 1 and small[-1] == right[-1]


def _bare(word: str) -> str:
    """A word without quotation marks and the points behind it."""
    return word.lstrip("\"'").rstrip(".,;:\"'")
