"""Where an instrument waits for something before it takes effect.

In: its words in lower case.  Out: the words by which it waits, as drafters put them: "shall become effective upon receipt
of", "conditions to effectiveness", "subject to the approval of", and of a change order that it binds "upon execution".
"""

import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, pattern

_THIS = r"this\s+(?:[a-z][\w.-]*\s+){0,3}(?:amendment|agreement|modification|addendum|order|letter|supplement)"
SELF = (
    r"(?:(?:this|the|such)\s+(?:foregoing\s+)?(?:[a-z][\w.-]*\s+|limited\s+|letter\s+|first\s+|second\s+"
    r"|third\s+|and\s+){0,4}"
    r"(?:amendment|agreement|waiver|consent|modification|supplement|addendum|extension|letter|instrument"
    r"|forbearance|joinder|order)s?"
    r"|(?:the\s+)?(?:foregoing\s+)?(?:amendments?|modifications?|changes|waivers?|provisions)\b[^.;]{0,50}?)"
)
_UPON_EVENT = (  # "effective as of, and only upon, the closing of the Sale"
    r"\b(?:effective|takes?\s+effect|contingent|condition(?:al|ed))(?:,?\s+(?:only|and|but|immediately|as\s+of|from|(?:up)?on|at|after|prior\s+to|before|following|if|when|until|subject\s+to|conditional|contingent)"
    r"\b,?){1,8}\s+(?P<event>(?:(?:the|such|said|its)\s+)?(?:(?:[a-z]+\s+){0,2}(?:closing|consummation|completion|implementation|occurrence|merger)\b(?!\s+date)"
    r"|(?:[a-z]+\s+){0,2}effective\s+time\b|(?:date\s+and\s+)?time\s+(?:at\s+which|that|when)\b"
    r"|closing(?:\s+date)?\s+\((?:as|such)\b[^()]{0,20}\bdefined\b))"
)
_TIME = pattern(r"\beffective\s+time$", ENGLISH)
_TIMED = pattern(  # "May 1, 2010 (the “Effective Time”)": the instrument itself tells the day
    r"\b(?:19|20)\d\d,?\s+(?:\((?:the|this|such)?|(?:is|being|(?:shall|will)\s+be)\s+(?:the|called\s+the)?)\s?[“\"](?:[a-z]+\s+){0,2}effective\s+time,?[”\"]"
    r"|[“\"](?:[a-z]+\s+){0,2}effective\s+time,?[”\"]\)?\s+(?:(?:shall|will)\s+)?(?:means?|is|being|be)\b[^;]{0,80}?\b(?:19|20)\d\d\b",
    ENGLISH,
)
_OF_PREAMBLE = pattern(  # "This Amendment to the Lease (the “Lease”), between the parties, is effective upon the closing"
    rf"(?:\b(?:is|are|(?:shall|will)\s+(?:not\s+|only\s+)?be(?:come)?|becomes?)\s+(?:[a-z]+\s+)?|,\s+|,?\s+and\s+){_UPON_EVENT}", ENGLISH
)
_OF_ANOTHER = pattern(  # what is effective, where it is not the instrument of the preamble
    r"\b(?:which|that)\s+(?:[a-z]+\s+)?$|\b(?:agreement|contract|lease|letter|note|indenture)\b[^()]{0,60}$", ENGLISH
)
_OF_ITSELF = pattern(
    rf"\b{SELF}[\s,]+(?:\([^()]{{1,40}}\)[\s,]+)?(?:(?:shall|will|is|are|not|only|hereby|be|become|becomes|deemed)\s+){{1,5}}{_UPON_EVENT}", ENGLISH
)
_WAITS = (
    _OF_ITSELF,
    *map(
        pattern,
        (
            rf"\b{SELF}(?:\s+(?:set\s+forth|contained|described|provided)\s+[^.;]{{0,60}})?[\s,]+"
            r"(?:(?:shall|will|is|are|to|not|only|hereby|be|become|becomes|deemed|take|takes|have)\s+){1,5}(?:effective|effect|in\s+effect|force)\b"
            r"[^.;]{0,120}?\b(?:on\s+which\b[^.;]{0,100}?\b(?:satisf\w+|condition\w*|receiv\w+|fulfil\w+|met|approv\w+)|(?:upon|when|if|after|until|unless|only)\b[^.;]{0,100}?\b(?:satisf\w+|condition\w*|receiv\w+|receipt|fulfil\w+"
            r"|deliver\w+|execut\w+|met|occur\w*|following|closing|approv\w+)|following\s+conditions|conditions?\s+(?:precedent|are|is|have|set)"
            r"|subject\s+to)",
            r"\b(?:the\s+)?effectiveness\s+of\s+(?:the|this|such|foregoing|sections?|article|amendments?|modifications?|changes|waivers?|provisions)\b"
            r"[^.;]{0,100}?\b(?:subject\s+to|condition\w*|contingent)",
            r"\beffective\s+(?:up)?on\s+(?:(?:the|timely|full|complete|due)\s+){0,3}(?:satisfaction|fulfil+ment|(?:later\s+|last\s+)?date\s+(?:(?:on|upon)\s+which"
            r"|(?:(?:that|when)\s+)?(?:it|this\s+\w+)\s+(?:is|has\s+been)\s+(?:\w+\s+)?(?:signed|executed)\b))",
            r"\b(?:effective|amended|waive\w*|consent\w*)\b[^.;]{0,120}?\b(?:subject\s+to|upon|on|until)\s+(?:the\s+)?(?:prior\s+)?"
            r"(?:satisfaction|fulfil+ment)\s+of\b[^.;]{0,60}?\bconditions\b",
            r"\bsubject\s+to\s+(?:the\s+)?(?:prior\s+)?(?:satisfaction|fulfil+ment)\s+of\b[^.;]{0,60}?\bconditions\b[^.;]{0,120}?"
            r"\b(?:hereby|amended|waive\w*|effective)\b",
            r"\bconditions?\s+(?:precedent\s+)?(?:to|of)\s+(?:the\s+)?(?:effectiveness|effective\s+date)",
            r"\bconditions?\s+(?:precedent\s+)?to\s+(?:this\s+)?(?:amendments?|waiver|consent)\b",
            r"\bconditions\s+precedent\b\s*[.:]",
            rf"\b{_THIS}\s+(?:is|shall\s+be)\s+(?:\w+\s+)?subject\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:approval|consent|ratification)\b",
            rf"\bsubject\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:approval|ratification)\s+of\s+{_THIS}\b[^.;]{{0,100}}?\bagree",
            r"\b(?:agrees?|hereby)\b[^.;]{0,60}?\beffective,?\s+(?:as\s+of\s+)?(?:immediately\s+)?(?:prior\s+to|before|upon|at|as\s+of)\s+(?:the\s+)?"
            r"(?:closing|consummation|completion|effective\s+time)\b",
            rf"\bupon\s+(?:the\s+)?execution\s+of\s+{_THIS}\b[^.;]{{0,160}}?\bbinding\s+part\b",
        ),
    ),
)
_BEFORE_YEAR = 20  # characters before a year in which the rest of a day stands
_EFFECT = pattern(r"effectiv|takes? effect|in effect|in force|conditions|binding part|subject to")
_NONE = pattern(r"\b(?:no|any|neither)\s+[^.;]{0,70}$")  # "No amendment shall be effective unless"
_RECITED = pattern(r"\bwhereas\b(?:[^.]|\.(?=\S))*$")  # of "the First Amendment", which is not the instrument itself
_ON_SIGNING = pattern(r"\bwhen\s+(?:duly\s+)?(?:executed|signed)\b")


def awaited(words: str, whole: str, *, preamble: bool) -> re.Match[str] | None:
    """The event for which an instrument waits by words such as `is effective only upon the closing`, as the group `event`.

    In its preamble these stand behind its parties; those that tell it there of another do not count.  An Effective Time
    of which the `whole` instrument tells the day is no event; one that is told in another document is.
    """
    if not preamble:
        found = _OF_ITSELF.search(words)
    else:
        every = _OF_PREAMBLE.finditer(words)
        found = next((one for one in every if not _OF_ANOTHER.search(words, max(0, one.start() - 120), one.start())), None)
    return None if found is None or _is_dated(found, whole) else found


def _is_dated(match: re.Match[str], whole: str) -> bool:
    """Whether the time for which words wait is one of which the instrument tells the day."""
    return bool(_TIME.search(match[0])) and _TIMED.search(whole) is not None


def waits(lower: str, preamble: int = 0, new: Sequence[tuple[int, int]] = ()) -> re.Match[str] | None:
    """The first words by which the instrument waits for conditions; those in `new`, what it sets off as new text, do not.

    The first `preamble` characters are those of its preamble.
    """
    if led := awaited(lower[:preamble], lower, preamble=True):
        return led
    for start, end in near(_EFFECT.finditer(lower), 250, 350):
        found = (match for expression in _WAITS for match in expression.finditer(lower, start, end))
        for match in sorted(found, key=re.Match[str].start):
            if _NONE.search(lower, max(0, match.start() - 80), match.start()):
                continue
            if any(begun <= match.start() < ends for begun, ends in new):
                continue
            if not match[0].startswith("this") and _RECITED.search(lower, max(0, match.start() - 600), match.start()):
                continue
            if (not _ON_SIGNING.search(match[0]) or "condition" in match[0]) and not _is_dated(match, lower):
                return match
    return None


def timed(lower: str) -> tuple[int, int] | None:
    """The words that tell the day of the Effective Time from which the instrument says that it counts."""
    told = _TIMED.search(lower)
    if told is None or not any(_TIME.search(match[0]) for match in _OF_ITSELF.finditer(lower)):
        return None
    return max(0, told.start() - _BEFORE_YEAR), told.end()


def near(words: Iterator[re.Match[str]], before: int, behind: int) -> Iterator[tuple[int, int]]:
    """The stretches with some characters before and behind words; reading only these keeps it quick."""
    start, end = 0, -1
    for match in words:
        if match.start() > end + before:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - before)
        end = match.end() + behind
    if end >= 0:
        yield start, end
