"""Whether a number or letter in brackets refers to a clause, and opens none.

In: a text and where a marker stands in it.  Out: whether it refers, or repeats a number in figures: perhaps or
certainly.  What tells is what stands before it and behind it.
"""

from conformed.basis.pattern import pattern
from conformed.instrument.numbers.ordinals import ordinal

PERHAPS, CERTAINLY = 1, 2
_SOON = 10  # places between two that are named together
# What stands before a marker that refers, what may make it refer, and what joins references.
_REFERRING = frozenset(
    "clause clauses subclause subclauses section sections subsection subsections paragraph paragraphs"
    " subparagraph subparagraphs subpart subparts item items part parts proviso provisos preceding foregoing"
    " exhibit exhibits"
    " schedule schedules article rule form through".split()
)
_DOUBTFUL = frozenset("of under in said such this that the".split())
# Before an "of" that leads to what a list holds: the greater of (i) and (ii), the sum of (a) and (b).
_CHOOSING = pattern(
    r"\b(?:great(?:er|est)|less(?:er)?|least|low(?:er|est)|high(?:er|est)|larg(?:er|est)|small(?:er|est)|earl(?:ier|iest)|lat(?:er|est)|sooner|sum|total|aggregate|product"
    r"|difference|excess|combination|each|either|both|any|one|more|all)\sof$"
)
_CHOICE = 16  # characters of such words
_JOINING = frozenset("and or through to".split())
_LAST_WORD = pattern(r"[^\W\d_]+$")
_LETTERED_BEFORE = pattern(r"\d\.?[a-zA-Z]$")  # 9.a (1)
_MARKED_BEFORE = pattern(r"\(\w{1,5}\)$")
_LIST_BEFORE = pattern(r"\((\w{1,5})\)(?:\(\w{1,4}\)){0,3}\s?(?:,|and|or|through|to|and/or|,\s?and|,\s?or)\s$")
_REFERENCE_AFTER = pattern(
    r"(?:\(\w{1,4}\)){0,3}\s(?:above|below|hereof|thereof|of\sthis|of\s(?:Section|[Cc]lause|Article|paragraph|subsection)|(?:and|or|through|to)\s\()"
)
_OPTIONAL = pattern(r"\[(?:[;,.]|[;,]?\s?(?:and|or|and/or))\]$")  # what a form leaves open before the last of a list
_ADDED = frozenset(("]", "+", "×", "÷"))  # before a member of a sum
_DASHES = frozenset("-–—")
_DOUBTFUL_AFTER = pattern(r"\sof\s(?:the|such)\b")
_FIGURES = tuple(  # the words that end figures
    "one two three four five six seven eight nine ten eleven twelve teen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth teenth tieth".split()
)

_SUM_OR_DAY = pattern(
    r"(?:\$[\d,.]{1,20}|\w{3,9}\s\d{1,2},\s\d{4})\s$"
)  # figures behind which a clause may begin


def _goes_on(before: str, value: str) -> bool:
    """Whether a value may be named behind another, as the next or one soon after it: `(b)` behind `(a)`."""
    known = dict(ordinal(before))
    return any(style in known and 0 < place - known[style] < _SOON for style, place in ordinal(value))


def chooses(text: str, start: int) -> bool:
    """Whether what stands before a marker leads to a list of its own: the greater of (i) and (ii), the sum of (a) and (b)."""
    return text.endswith("of ", 0, start) and _CHOOSING.search(text, max(0, start - _CHOICE), start - 1) is not None


def refers_to(text: str, start: int, end: int) -> int:
    """Whether a marker refers to a clause or repeats a number in figures, perhaps or certainly."""
    before = text[max(0, start - 24) : start]
    if before and not before[-1].isspace() and before[-1] not in "“\"'([—–-;,:/":
        return CERTAINLY
    if text[start + 1 : end - 1].isdigit() and before.rstrip().lower().endswith(_FIGURES):
        return CERTAINLY
    words = before.rstrip()
    behind = words[-1:]
    figure = behind.isdigit() and not _SUM_OR_DAY.search(before)
    added = behind in _ADDED and not _OPTIONAL.search(words)
    if figure or added or _REFERENCE_AFTER.match(text, end) or _LETTERED_BEFORE.search(words):
        return CERTAINLY
    if behind in _DASHES and words[-2:-1] == ")":  # (i)-(v)
        return CERTAINLY
    if behind == ")" and _MARKED_BEFORE.search(words):
        return CERTAINLY
    last = _LAST_WORD.search(words, max(0, len(words) - 14)) if behind.isalpha() else None
    word = last[0].lower() if last else ""
    if word in _REFERRING:
        return CERTAINLY
    if word in _JOINING or behind == ",":
        listed = _LIST_BEFORE.search(before)
        if listed and (word in {"through", "to"} or _goes_on(listed[1], text[start + 1 : end - 1])):
            return CERTAINLY
    doubtful = word in _DOUBTFUL and not chooses(text, start)
    return PERHAPS if doubtful or _DOUBTFUL_AFTER.match(text, end) else 0
