"""Which of several agreements the orders of an instrument go at, by the name that it gives it.

In: an opening as one line, and the agreements that it names.  Out: the one whose term stands where the instrument says what it
changes (`desire to amend the 2005 Agreement`), None where no term stands there.  A term is the last agreement's that is named
before it and is not itself a part of what is told of another.
"""

from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.heading.recitals import CHANGING, Mention

_CHANGES = pattern(rf"\b{CHANGING}\b", ENGLISH)
_TERM = pattern(r"[“\"]\s?(?P<term>[^”\"]{2,60}?),?\s?[”\"]")
_TITLE = 140  # characters that a title may have before its last words
_TERM_REACH = 1600  # characters behind a mention in which its term stands, what amended it told before
_TO_CHANGE = (  # up to the name of what is changed: "desire to amend certain terms of the", "Section 3 of the"
    pattern(
        r"\b(?:desires?|desirous|wish(?:es)?|wants?|intends?|proposes?|agreed?|requested|determined|necessary|advisable)\s(?:mutually\s)?"
        r"(?:to|that)\s(?:further\s|hereby\s|so\s)?(?:amend|modify|revise|change|restate)\s(?:[a-z][a-z-]{0,20},?\s){1,9}(?=[A-Z]|\d{4}\s[A-Z])"
    ),
    pattern(
        r"\b(?:Section|Paragraph|Article|Clause)\s[\w.()-]{1,16}\s(?:of|to|in)\s(?:the|such|said)\s"
        r"(?=(?:\d{4}\s)?[A-Z][^.;,]{1,70}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:further\s)?(?:amended|deleted|modified|replaced|revised)\b)"
    ),
)
_IN_NAME = pattern(  # of another that is told before: the object of an amendment, a term, "which Credit Agreement"
    rf"(?:\b{CHANGING}\b(?:\s(?:no\.|number)?\s?\w{{1,6}})?\s(?:to|of|under)\s(?:the\s|that\s|such\s|certain\s){{0,2}}(?:[A-Z][\w-]{{1,20}},?\s|and\s){{0,9}}"
    r"|[“\"]|\b(?:which|such|this)\s)$",
    ENGLISH,
)
_OF_DAY = pattern(r"[A-Z][a-z]{2,8}\s\d{4}\s|\d{4}\s")  # "the October 2001 Main Agreement"


def aimed_at(words: str, found: Sequence[Mention]) -> Mention | None:
    """The mention whose term is the name of what the instrument says it changes: `desire to amend the 2005 Agreement`."""
    named = [m for m in found if not (_CHANGES.search(m.title) or _IN_NAME.search(words, max(0, m.start - _TITLE), m.start))]
    bounds = [*(m.start for m in named[1:]), len(words)]
    terms = [
        (one["term"], m)
        for m, bound in zip(named, bounds, strict=False)
        for one in _TERM.finditer(words, m.end, min(bound, m.end + _TERM_REACH))
    ]
    for changes in _TO_CHANGE:
        for led in changes.finditer(words) if terms else ():
            day = _OF_DAY.match(words, led.end())
            places = {led.end(), day.end() if day else led.end()}
            aims = [(term, m) for term, m in terms for at in places if m.start < led.start() and words.startswith(_ended(term), at)]
            if aims:
                return max(aims, key=lambda one: len(one[0]))[1]
    return None


def _ended(term: str) -> tuple[str, ...]:
    """A term with each of what may end it: "Agreement" is not meant by "Agreements"."""
    return tuple(term + end for end in " ,.;:)")
