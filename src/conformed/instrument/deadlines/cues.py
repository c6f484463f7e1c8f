"""The words before a day or period that say what it is for.

In: a sentence up to the day.  Out: the cue that stands right before it, if any: "not later than", "for a period of".
"""

import enum
import re
from typing import NamedTuple

from conformed.basis.pattern import ENGLISH, pattern

_TIME = (
    r"(?:(?P<%s_time>(?:\d{1,2}(?::\d\d)?\s?(?:[ap]\.?\s?m\.?|o[’']clock)|(?:12:00\s)?(?:midnight|noon)|(?:the\s)?(?:close|end)\sof\sbusiness)"
    r"(?:[^;“”\"()]{0,60}?(?:time|\((?![a-z]{1,4}\))[^()]{0,40}\)))?),?\s(?:(?:on|of|at)\s)?(?:\([a-z]{1,4}\)\s(?:(?:on|at)\s)?)?)?"
)
_THE_DAY = r"(?:(?:the|that|a|any)\s(?:date|day)\s(?:(?:that|which)\s(?:is|falls|occurs)\s|falling\s|occurring\s)?)?(?:the\s)?"
_SPAN = r"(?:(?:an?|the|any|such)\s)?(?:(?:further|additional|initial|minimum|maximum|entire|full|successive|renewal|continuous)\s)?(?:(?:period|term|time)s?\sof\s)?"
_SOME = r"(?:(?:at\sleast|up\sto|(?:(?:not|no)\s)?more\sthan|(?:not|no)\sless\sthan)\s)?"
_CUE = pattern(
    rf"""(?<![\w-])(?:
      (?P<WITHIN>within)\s{_SPAN}(?P<first>(?:the\s)?(?:first|initial)\s)?(?:the\s)?
    | (?P<BY>(?:(?:no|not|never)\s(?:[^.;:,]{{1,90}}?\s)?)?later\sthan|(?:on|upon)\sor\s(?:before|prior\sto|by)|by(?:\s(?:no|not)\slater\sthan)?|before|prior\sto),?\s{_TIME % "BY"}{_THE_DAY}
    | (?P<NOT_BEFORE>(?:no|not)(?:\s[^.;:,]{{1,90}}?)?\s(?:earlier|sooner)\sthan|(?:shall|will|may|must|can)\snot(?:\s[^.;:,]{{1,90}}?)?\s(?:before|prior\sto)|not\s(?:before|prior\sto)|(?:on|at\sany\stime)\s(?:and|or)\safter|from\sand\safter
      |(?:commenc|start|beginn)(?:es?|ing|s)(?:\s(?:on|upon|with|as\sof|from))?)\s{_THE_DAY}
    | (?P<UNTIL>until|till|through(?:\sand\sincluding)?|to\sand\sincluding|and\sending\son(?:\sand\sincluding)?|at\sany\stime\s(?:on|upon)\sor\s(?:before|prior\sto)|(?:(?:expir|terminat|matur)(?:es?|ing|s)?|ends?)(?:\s(?:on|at|upon|effective(?:\s(?:as\sof|on))?))?)
      \s{_TIME % "UNTIL"}{_THE_DAY}
    | (?P<FOR>for|during|throughout|over)\s{_SPAN}{_SOME}(?:the\s)?(?:(?:first|next)\s)?
    | (?P<AT_MOST>(?:no|not)\smore\sthan|not\s(?:to\sexceed|exceeding))\s
    | (?P<MORE>more\sthan)\s
    | (?P<AT_LEAST>at\sleast|(?:not|no)\s(?:less|fewer)\sthan|a\sminimum\sof)\s
    | (?P<DUE>(?:due(?:\sand\spayable)?|payable|paid|repaid)(?:\sin\sfull)?(?:\s(?:on|upon))?)\s{_THE_DAY}
    | (?P<MEANS>(?:[“\"](?P<term>[^“”\"\n]{{2,60}})[”\"](?:,?\s(?:(?:shall|will)\s)?means?|\s?:)),?)\s{_TIME % "MEANS"}(?:(?:on\s)?{_THE_DAY})
    | (?P<TERM>(?P<of>(?:(?:initial|original|fixed|primary|renewal)\s)?term)(?:\s(?:of|for|under)\s(?:this|the|such)\s[\w-]{1,30}(?:\s[\w-]{1,30})?)?
      \s(?:of|(?:shall|will)\sbe|is)(?:\sfor)?)\s{_SPAN}
    | (?P<EVERY>every)\s
    | (?P<ON>on|upon)\s{_THE_DAY}
    )\Z""",
    re.VERBOSE | ENGLISH,
)
_BACK = 180  # characters before a day in which its cue stands
_GUARD = 200
_DUTY = pattern(r"\b(?:shall|will|must|may|agrees?|required|to\sbe|covenants?|due|payable)\b", ENGLISH)
_DENIED = pattern(r"\b(?:not|no|never|neither|nor|none|without|cannot)\b", ENGLISH)
_CLAUSE = pattern(r"[;:]\s|\.\s|,?\sprovided\b", ENGLISH)
_IF = pattern(r"\b(?:if|(?-i:Upon)|should|in\sthe\sevent|when|where|unless)\b", ENGLISH)
_THEN = pattern(r",[^,]{0,160}?\b(?:shall|will|must|may|agrees?)\b|,\s(?:and\s)?(?:cause|deliver|execute|furnish|give|notify|pay|provide|submit)\s", ENGLISH)
_BRACKETS = pattern(r"\([^()]{0,160}\)")
_PAYS = pattern(  # up to `on the Maturity Date`
    r"\b(?:shall|will|must|agrees?\sto)(?:,?\s(?:[^.;:]{0,90}?\s)?(?:(?:re|pre)?pa(?:y|id|yable)|deliver(?:ed)?|mature|due|expire|terminate|make\s(?:[\w-]+\s){0,4}?payments?)\b[^.;:]{0,180}?)?[,\s]*\Z",
    ENGLISH,
)
_AS_IT_WAS = pattern(r"\b(?:outstanding|existing|owing|(?!(?:re|pre)?paid\b|delivered\b)\w{3,}ed)\s\Z", ENGLISH)  # `the request submitted on the Effective Date`
_OF_SEVERAL = pattern(
    r"\b(?:earli(?:er|est)|lat(?:er|est)|soon(?:er|est)|longer|longest|shorter|shortest|greater|lesser)"
    r"(?:\s(?:date|day|period))?(?:\sto\soccur)?\sof\b[^.;]{0,240}\Z|\b(?:first|last)\s(?:to\soccur\s)?of\b[^.;]{0,240}\Z|\b(?:approximately|about|roughly|around)\s(?:the\s)?\Z|(?-i:\bmatur(?:ing|ity|ities)\b)[^.;]{0,40}\Z",
    ENGLISH,
)
_COUNTED = pattern(r"\bnumber\sof\s(?:\w+\s){0,2}(?:days|months|weeks)\b[^.;]{0,120}\Z", ENGLISH)  # over which something is reckoned
_IN_ANY_EVENT = pattern(r"\bin\s(?:any|no)\sevent,?\s?\Z", ENGLISH)
_HAS_BEEN = pattern(r",?\s(?!(?:if|unless|provided|when|after|once|upon)\b)(?:\w+\s){0,3}?(?:has|have)\s(?:been|not|occurred|issued|made|paid|performed|provided)\b", ENGLISH)
_FORBIDS = pattern(
    r"\b(?:shall|may|will|must)\snot\s(?!have\b|(?:be\s)?(?:so\s)?(?:bonded|cure|correct|discharge|dismiss|fail|paid|pay|release|remed|satisf|stay|vacat))[^,;.]{0,90}\Z"
    r"|(?-i:\bNo)\s(?:[\w-]{1,30}\s){1,6}?(?:shall|may|will|must)\s[^,;.]{0,90}\Z",
    ENGLISH,
)
_LACKS = pattern(r"\b(?:(?:does|do|did|has|have|is|are|shall)\snot|fails?|failed|failure)\b[^.;]{0,120}\Z", ENGLISH)
_SUM = pattern(r"(?:[$€£]|\bEuros?)\s?\d[\d,.]{0,20}(?:\)|\smillion)?\s\Z", ENGLISH)  # `as follows: $500 on or before May 1, 2031`
_PERIOD_OF = pattern(r"\b(?:years?|quarters?|months?|periods?|weeks?)(?:\sthen)?(?:\s(?:ending|ended|commencing|beginning|occurring))?\s\Z", ENGLISH)
_NOTICE = pattern(r"\bnoti(?:ce|fy|fies|fied|fication)\b", ENGLISH)


_DESCRIBED = pattern(  # `shares granted to her on or after May 1, 2030` are told apart from others
    r"\b(?:accru|acquir|dat|enter|execut|fil|grant|hir|incurr|issu|record|sign)ed\s(?:(?:into|to|by|for|in|of)\s(?:\w+\s){1,4}?)?\Z"
    r"|\b(?:made|existing|outstanding|arising|due|ending|ended)\s\Z",
    ENGLISH,
)
_DATES = pattern(r"\bdates?\s(?:before|prior\sto|up\sto),?\s\Z", ENGLISH)  # `data with dates before, on and after January 1, 2030`
_NEAR = 24
_ANY = pattern(r"\b(?:any|each|every)\s", ENGLISH)


class CueKind(enum.Enum):
    """What a cue says; the names are those of the groups of its expression."""

    WITHIN = enum.auto()
    BY = enum.auto()
    NOT_BEFORE = enum.auto()
    UNTIL = enum.auto()
    FOR = enum.auto()
    AT_MOST = enum.auto()
    MORE = enum.auto()
    AT_LEAST = enum.auto()
    DUE = enum.auto()
    MEANS = enum.auto()
    EVERY = enum.auto()
    ON = enum.auto()
    TERM = enum.auto()
    LATER = enum.auto()  # of BY and MORE: `later than`, `more than` that nothing denies


_TIMED = {CueKind.BY, CueKind.UNTIL, CueKind.MEANS}


class Cue(NamedTuple):
    """A cue: its kind, where it begins, its words, the term that it defines, the time of day, and whose length it tells."""

    kind: CueKind
    start: int
    words: str
    term: str | None
    first: bool
    time: str | None
    term_of: tuple[int, int] | None


def cue(text: str, begun: int, at: int) -> Cue | None:
    """The cue right before the character `at` of a sentence that begins at `begun`; none of one of several days."""
    match = _CUE.search(text, max(begun, at - _BACK), at)
    if match is None or _OF_SEVERAL.search(text, max(begun, match.start() - 300), at) or _COUNTED.search(text, max(begun, match.start() - _GUARD), match.start()):
        return None
    kind = CueKind[next(kind.name for kind in CueKind if kind is not CueKind.LATER and match[kind.name])]
    words = match[kind.name].lower()
    if words in {"later than", "more than"}:
        denied = _DENIED.search(text, _clause(text, begun, match.start()), match.start())
        kind = kind if denied and kind is CueKind.BY else CueKind.AT_MOST if denied else CueKind.LATER
    time = match[f"{kind.name}_time"] if kind in _TIMED and match[f"{kind.name}_time"] else None
    return Cue(kind, match.start(), words, match["term"], bool(match["first"]), time, match.span("of") if match["of"] else None)


def is_bare(words: str) -> bool:
    """Whether a cue may tell of the past as well: `by`, `before`, `prior to`, `on or before`."""
    return words in {"by", "before", "prior to"} or " or " in words


def orders(text: str, start: int, end: int) -> bool:
    """Whether something is ordered or permitted from a place on."""
    return bool(_DUTY.search(text, start, end))


def sets_a_duty(text: str, begun: int, at: int) -> bool:
    """Whether the clause before a place orders or permits something, and denies nothing."""
    first = _clause(text, begun, at)
    told = _DUTY.search(text, first, at) and not _DENIED.search(text, first, at)
    return bool(told) and not is_conditional(text, first, at)


def is_to_be_done(text: str, begun: int, at: int) -> bool:
    """Whether what is done on the day at a place is a payment, a delivery or an end that the clause orders."""
    first = _clause(text, begun, at)
    return sets_a_duty(text, first, at) and bool(_PAYS.search(text, first, at)) and not _AS_IT_WAS.search(text, first, at)


def is_conditional(text: str, begun: int, at: int) -> bool:
    """Whether a place stands in a condition, before what follows from it: `if, within a year after the Closing Date, ...`.

    What stands in brackets on the way is none, and a comma right before the place ends one.
    """
    before = _BRACKETS.sub("", text[max(begun, at - _GUARD) : at])
    condition = list(_IF.finditer(before))
    if not condition:
        return False
    between = before[condition[-1].end() :]
    ended = (between.rstrip().endswith(",") or _IN_ANY_EVENT.search(between) is not None) and between.strip(" ,") != ""
    return not ended and not _THEN.search(between)


def is_forbidden(text: str, begun: int, at: int) -> bool:
    """Whether nothing of the kind may be done in the time told: it is neither a time to do it nor one to wait for."""
    return bool(_FORBIDS.search(text, max(begun, at - _GUARD), at))


def is_lacking(text: str, begun: int, at: int) -> bool:
    """Whether a clause tells what follows if something is not done by then, or a sum that stands with its day."""
    first = _clause(text, begun, at)
    return bool(_SUM.search(text, first, at) or (_LACKS.search(text, first, at) and is_conditional(text, first, at)))


def is_past(text: str, end: int) -> bool:
    """Whether what stands behind a day tells of what was so up to it: `through the Closing Date, there has been no fire`."""
    return bool(_HAS_BEEN.match(text, end))


def is_described(text: str, begun: int, at: int) -> bool:
    """Whether a day only tells which of several things are meant: `shares granted on or after May 1, 2030`."""
    told_apart = bool(_DESCRIBED.search(text, max(begun, at - _GUARD), at)) and not _DUTY.search(text, _clause(text, begun, at), at)
    return told_apart or bool(_DATES.search(text, max(begun, at - _NEAR), at))


def is_one_of_several(text: str, begun: int, at: int) -> bool:
    """Whether a place stands among several days of which the earlier or later counts."""
    return bool(_OF_SEVERAL.search(text, max(begun, at - 300), at))


def is_any(text: str, start: int, end: int) -> bool:
    """Whether a cue speaks of any period of its length, and not of one: `during any one year period`."""
    return bool(_ANY.search(text, start, end))


def is_of_a_period(text: str, begun: int, at: int) -> bool:
    """Whether a day only says which year or quarter is meant: `the fiscal year commencing January 1, 2030`."""
    return bool(_PERIOD_OF.search(text, max(begun, at - 36), at))


def is_of_notice(text: str, begun: int, at: int, end: int) -> bool:
    """Whether a clause speaks of notice."""
    return bool(_NOTICE.search(text, _clause(text, max(begun, at - _GUARD), at), end))


def _clause(text: str, begun: int, at: int) -> int:
    return max((match.end() for match in _CLAUSE.finditer(text, max(begun, at - _GUARD), at)), default=max(begun, at - _GUARD))
