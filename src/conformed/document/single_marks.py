"""Marks of quotation where a text is quoted in single ones throughout: ‘mill’ or 'mill', as British drafters write.

In: the text of a file.  Out: the places of its single marks with the double ones that stand for them in the reading; none
where a double mark stands outside of what single ones quote, or where many do not pair.  Afterwards an apostrophe is no
mark: one within a word never is, and one behind a plural (`the Lenders' consent`) is told from a mark that closes by the
word behind it.
"""

from collections.abc import Iterator

from conformed.basis.pattern import pattern

_MARKS = pattern(
    r"(?P<opens>(?<![\w.,;:’'`])[‘'](?=[\w$£€§(\[“\"‘'])(?!s\b|\d\ds?\b))"  # not "Lender 's", and no year: '99
    r"|(?P<plural>(?<=[sS])[’'](?=\s+[A-Za-z]))|(?P<closes>(?<=[^\s‘(\[])[’'](?!\w))|(?P<double>[“”\"])|(?P<ends>\n[ \t\r\f]*\n)"
)
_BEHIND = pattern(  # behind a mark that closes, and behind no possessive
    r"\s+(?:means?|shall|will|has|have|is|are|was|were|includes?|with|in|to|by|after|before|from|as|at|of|for|on|the|appearing|contained|there\w*|where\w*"
    r"|(?:and|or)\s+(?:[‘']|by\b|the\b|in\b|\w+ing\b))(?!-)"
)
_DOUBLED = pattern(r"‘‘[^‘’\n]{1,80}’’")  # two of them are typed for a double one
_PAIRED = 10  # marks of which at most one has no other


def single_marks(text: str) -> dict[int, str]:
    """The places of the single marks that quote throughout, each with the double mark that stands for it."""
    if "‘‘" in text and _DOUBLED.search(text):
        return {}
    found: dict[int, str] = {}
    depth = slips = 0
    begins = True  # whether nothing of the paragraph was quoted yet
    for at, kind in _kinds(text):
        if kind == "double" and depth == 0:
            return {}
        if kind == "ends":
            slips, depth = slips + max(depth - 1, 0), min(depth, 1)
            begins = True
        elif kind == "opens":
            depth += not (begins and depth == 1)  # a quotation has one before each of its paragraphs
            found[at] = "“"
            begins = False
        elif kind == "closes" and depth:  # else an apostrophe
            depth -= 1
            found[at] = "”"
            begins = False
    return found if (slips + depth) * _PAIRED <= len(found) else {}


def is_apostrophe(text: str, at: int) -> bool:
    """Whether a single mark that may close what is quoted stands in a word, or behind a plural that possesses."""
    mark = _MARKS.match(text, at)
    return mark is None or (mark.lastgroup == "plural" and _BEHIND.match(text, mark.end()) is None)


def _kinds(text: str) -> Iterator[tuple[int, str]]:
    """Each mark of a text, and each end of a paragraph, with what it is."""
    for mark in _MARKS.finditer(text):
        if mark.lastgroup != "plural":
            yield mark.start(), str(mark.lastgroup)
        elif _BEHIND.match(text, mark.end()):
            yield mark.start(), "closes"
