"""The preamble of an instrument: the paragraphs that name its parties and say that they make it.

In: the paragraphs of a document, and its tables of contents.  Out: the numbers of the first paragraph of the preamble
and the one after its last.  The conventions are those of American contract drafting: one sentence ("This Agreement is
made by and between ..."), in one paragraph or with each party on lines of its own, or the first words of a letter.
"""

from collections.abc import Sequence, Set

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.divisions.opening_lines import preamble_begins, preamble_ends
from conformed.instrument.divisions.reciting import AGREEMENT_HEAD, orders_change, recites
from conformed.instrument.numbers.markers import numbered

_PREAMBLE = pattern(
    r"\b(?:by\sand\s(?:between|among)|(?:is|are)\s(?:made|entered|dated|among|between|by)|entered\sinto|(?:made|dated)\s(?:and|as\sof|effective|this)"
    r"|made\sby|(?:is|are)\sparties\sto|hereby\sagree|pursuant\sto\sthis|among|between)\b",
    ENGLISH,
)
_SALUTATION = pattern(r"(?:Dear\s[^\n]{1,60}|(?:Ladies\sand\s)?Gentlemen)\s?[:,]", ENGLISH)
_COVERS = pattern(r"(?:dated|(?:by\sand\s)?(?:between|among))\b(?!.{0,4000}[.:;]$)", ENGLISH)  # as a title page says it, in no sentence
_MADE = pattern(r"(?:this|the)\s", ENGLISH)  # how the first line of a preamble begins that is broken into several
_TELLS = pattern(  # a sentence of its own, and not who a party is
    r"(?:\(?[A-Z\d][.)]\s)?(?:On\s|[A-Z][^.;:(]{2,160}?\s(?:was|were|has|had|have|desires?|wish(?:es)?|are\sparties)\s)"
)
_FOLLOWS = pattern(r"\b(?:as\sfollows|(?<!among\s)(?<!between\s)the\sfollowing)\W{0,4}$", ENGLISH)
_BREAKS_OFF = (",", " and", " of", " the", " between", " by")  # with which a preamble breaks off
_BROKEN = 4  # paragraphs into which it breaks
_QUOTES = frozenset("\"“")
_SHORT = 110  # characters of a paragraph that may be a heading
_BELOW = 12  # paragraphs between a title page and the table of contents
_ABOVE = 24  # paragraphs above the one that was found in which a preamble of several begins


def lines(texts: Sequence[str], found: int, end: int, passed: Set[int]) -> tuple[int, int]:
    """The preamble around the paragraph `found` that speaks, or above it where that recites; it stands above `end`.

    Empty where there is none.
    """
    named = found < end and not recites(texts[found])
    at = found if found < end else next((n for n in range(min(end, _ABOVE)) if _ends_above(texts, n)), 0)
    top = max((n + 1 for n in range(max(0, at - _ABOVE), at) if n in passed), default=max(0, at - _ABOVE))
    begun, letter = preamble_begins(texts[top : at + named])
    if begun is not None and not letter:
        first = top + begun
        last = _last(texts[:end], first)
        if last == at and named and not texts[at][0].isupper():
            last += 1  # an abbreviation ended the line above: `Inc.`
        opened = _MADE.match(texts[first]) is not None
        speaking = opened and _PREAMBLE.search(" ".join(texts[first:last]))
        around = first <= at < last and (opened or first == at)
        if around or (speaking and first < at and (named or last >= at)):
            return first, last
    begun = found if found < end else 0
    return begun, _unfinished(texts[:end], begun) if named else begun


def _unfinished(texts: Sequence[str], first: int) -> int:
    """The paragraph behind the one at `first` and those into which it breaks off."""
    last = first + 1
    while last < min(len(texts), first + _BROKEN) and texts[last - 1].endswith(_BREAKS_OFF) and not recites(texts[last]):
        last += 1
    return last


def _ends_above(texts: Sequence[str], number: int) -> bool:
    """Whether what stands at a paragraph has a preamble only above it: a recital, a provision or an order."""
    return recites(texts[number]) or _begins_provisions(texts, number) or orders_change(texts[number])


def _last(texts: Sequence[str], first: int) -> int:
    """The paragraph behind the preamble that begins at `first`: it names no more parties than stand above the recitals."""
    last = max(preamble_ends(texts, first), _unfinished(texts, first))
    if _FOLLOWS.search(texts[first], max(0, len(texts[first]) - _SHORT)):
        return first + 1
    for number in range(first + 1, last):
        if _is_behind(texts, number):
            return number
    return last


def _is_behind(texts: Sequence[str], number: int) -> bool:
    """Whether a paragraph below the first of a preamble is none of it: it recites, orders, tells or quotes."""
    text, joined = texts[number], " ".join(texts[number : number + 2])
    heads = AGREEMENT_HEAD.fullmatch(text) or recites(text) or recites(joined)
    return bool(heads or text[0] in _QUOTES or _TELLS.match(text) or orders_change(text))


def speaks(texts: Sequence[str], contents: Sequence[tuple[int, int]], passed: Set[int]) -> int:
    """The paragraph that names the parties: the first long one that speaks of making an agreement.

    It stands above the provisions, and where none there speaks so, the first long one does.  A title page above a
    table of contents says the same, but only stands for it.
    """
    title = len(texts)
    for number, text in enumerate(texts):
        if number in passed:
            continue
        if _begins_provisions(texts, number):
            return _above_provisions(texts, number, passed)
        saluted = number > 0 and _SALUTATION.fullmatch(texts[number - 1]) and not orders_change(text)
        if (
            len(text) > _SHORT
            and (saluted or _PREAMBLE.search(text, 0, 4000))
            and not text.startswith(("[", "*", "“", '"'))
        ):
            if not (_COVERS.match(text) or any(0 < first - number <= _BELOW for first, _ in contents)):
                return number
            title = min(title, number)
        if recites(text) or text[:3].upper() == "NOW":
            return min(title, number)
        if orders_change(text):
            break
    return title


def _begins_provisions(texts: Sequence[str], number: int) -> bool:
    """Whether a paragraph is a section, or the heading of one whose words stand below it."""
    text, below = texts[number], texts[number + 1 : number + 2]
    speaks = len(text) > _SHORT or any(len(one) > _SHORT for one in below)
    return speaks and not text[-1].isdigit() and numbered(text, 0, len(text)) is not None


def _above_provisions(texts: Sequence[str], first: int, passed: Set[int]) -> int:
    """The first paragraph that speaks above the provisions, which begin at `first`: as a letter opens."""
    speaks = (n for n, text in enumerate(texts[:first]) if len(text) > _SHORT and n not in passed)
    return next(speaks, len(texts))
