"""The words behind a period that say from what it is counted.

In: a sentence behind the period.  Out: the direction, and the anchor in the document's own words; none where it is not
told exactly.
"""

import re
from typing import NamedTuple

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.period import WORDS
from conformed.instrument.deadlines.deadline import Direction

_DIRECTION = pattern(
    r"""[’']?(?:\s(?:period|term|interval))?(?:,?\s(?:and|but|nor|or)\s(?:(?:not|no)\s)?more\sthan\s[\w()\s-]{2,32}?(?:days?|months?))?(?:\s\((?:or|but|and)\s[^()]{1,160}\))?,?\s(?:(?:immediately|next)\s)?(?:
      (?P<after>after(?:\sand\sas\sof)?|following|subsequent\sto|from(?:\sand\safter)?|(?:commencing|beginning|starting|which\s(?:term|period)\s(?:shall|will)\s(?:commence|begin|start))\s(?:on|upon|with|as\sof|from))
    | (?P<before>prior\sto|before|preceding|in\sadvance\sof)
    | (?P<of>of)
    )\s""",
    re.VERBOSE | ENGLISH,
)
_BOUND = pattern(
    rf"""(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.(?=\s|$)|,(?!\s(?:\([a-z]{{1,4}}\)){{1,3}}(?:,|\s(?:or|and)\s))(?=\s|$)|[;:”"](?=\s|$)|\n
    |,?\s(?:unless|if|(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbe\s)provided|except|whichever|but|so\slong|notwithstanding|until|through|such\sthat|in\swhich\s(?:case|event)|at\swhich\stime|without\s(?:interest|deduction|regard|further|premium|prejudice|limitation|penalty|set-?off)|as\s(?:well|applicable)|in\san\samount|in\saccordance|equal\sto|regardless|plus|minus|in\sthe\scase\sof|the\sfollowing|and\sthen|(?:and|or)\s(?:\w+ly\s)?having)\b
    |,\sthen\b|,?\s(?:in\sorder\sto|(?:together|along)\swith|(?:setting\sforth|specifying|stating|describing)|and\san?\s(?:reasonable|fair|full|adequate|copy|statement|certificate))\b|\s(?:and|or)\s(?:cause|complete|deliver|furnish|give|make|notify|pay|provide|remove|return|submit)\b
    |\s(?:and|or)\s(?:shall|will|may|must|within|not|no|in\sany|in\sno|at|by|on|upon|until|ending|continu(?:e|es|ing)|remain|terminat(?:e|es|ing)|expir(?:e|es|ing)|thereafter|for|is|are|if|prior\sto|before|after|following|the\s(?:other|remaining|balance)|\d|{WORDS}\b)
    |\s(?:\([a-z]{{1,4}}\)\s)?\(?(?:or\s)?(?:within)\b
    |(?<!\),)(?<!\)\sor)(?<!\)\sand)\s\((?!(?:\d{{1,4}}|as\sthe\scase\smay\sbe|as\sapplicable|[^()]{{1,60}}\)\s(?:of|by|from|to|for|with|has|is|receives|gives|day|days|months|years)\b))""",
    re.VERBOSE | ENGLISH,
)
_LISTED = pattern(r"\.(?=\s|$)|;(?!\s(?:and|or)\s\()(?=\s|$)|\n|,\s(?:provided|then|the|such|unless|except)\b", ENGLISH)
_SEVERAL = pattern(r"(?:the\s)?(?:earli(?:er|est)|lat(?:er|est)|sooner|first|last)(?:\sto\soccur)?\sof\b", ENGLISH)
_WHICHEVER = pattern(r"[^.;]{0,120}?(?:\bwhichever\b|,?\s\(?or,?\s(?:if\s(?:earlier|later|sooner)|(?:such|any)\s(?:later|earlier|longer|other))\b)", ENGLISH)
_MODAL = pattern(r"\b(?:shall|will|must|may|should|would(?!\sotherwise\b)|agrees?|undertakes?|hereby)\b(?!\shave\b|\sbe\))", ENGLISH)
_RELATIVE = pattern(r"\b(?:which|that|when|whom|whose|where)\b", ENGLISH)
_NO_ANCHOR = pattern(
    r"(?:(?:and|or|to|as|that|which|being|having)\b|(?:it|he|she|they)\b(?!\s(?:(?:is|are|has|have)\s)?(?:\w+ly\s)?(?:accept|become|deliver|fil|giv|learn|notif|obtain|receiv|sen[dt]|submit)\w{0,4}\b)|(?:thereof|hereof|thereafter|time\sto\stime)\b)|\W*$", ENGLISH
)
_PERSON = (
    r"(?:the|an?|any|each|such|either|its|his|her)?\s?(?:(?-i:[A-Z])[\w’'-]*\s){0,3}(?:company|borrowers?|lenders?|agent|banks?|employees?|executive|employer"
    r"|lessee|lessor|tenant|landlord|owner|contractor|purchaser|seller|buyer|licensee|licensor|trustee|holders?|guarantors?|issuer|party"
    r"|parties|developer|customer|supplier|subsidiary|affiliate|person|corporation|it|he|she|you|months?|days?|years?|employment)"
)
_PARTY = pattern(rf"{_PERSON}(?:\s(?:and|or)\s{_PERSON}){{0,2}}", ENGLISH)
_NAMED = pattern(r"(?:(?:the|such|each|any)\s)?(?:(?:[A-Z][\w’'-]{0,20}|of|\d[\w().]{0,8})\s){0,5}(?:Date|Day|Anniversary)\b(?!\s(?:of|for|under|set|specified|applicable|on|in|or|and|next|immediately|occurring|falling|following|[A-Z]))")
_END_OF_EACH = pattern(  # before what is to be done by then: `the end of each quarter operating statements`
    r"(?:the\s)?(?:end|close|last\sday)\sof\s(?:each|every)\s(?:such\s)?(?:calendar\s|fiscal\s)?(?:month|quarter|year)(?=\s(?!(?:of|during|in|for|on|to|from|and|or|that|which|when|with"
    r"|ending|ended|ends?|thereafter|occurring|commencing|until|then|under|after|before|prior|beginning|falling|covered|included|by|at|period)\b)[a-z])",
    ENGLISH,
)
_OBJECT = pattern(r"(?<=[\w])\s(?-i:[A-Z])[\w’'-]{2,30}(?P<end>)\s(?:an?|the)\s")  # `his Date of Termination a lump sum`
_GIVEN = pattern(r"\b(?:has|have|had|gives?|given|delivers?|receives?|received|provides?|provided|sends?|sent|pays?|paid|issues?|issued|grants?|notifies|notified)\b", ENGLISH)
_CUT_OFF = pattern(r"\b(?:of|in|the|to|by|for|with|or|and|an?|as|from|such|any|its|their|on)\Z", ENGLISH)
_ONCE = pattern(
    r"(?:the\s)?(?:initial\s|first\s)?(?:dates?|days?|receipt|existence|its|his|her|their|such|any|an?|delivery|notice|notification|written|demand|request|occurrence|execution|termination"
    r"|expiration|completion|submission|filing|effective|closing|commencement|(?-i:[A-Z]))",
    ENGLISH,
)
_JOINED = pattern(r"\s(?:and|or)\Z", ENGLISH)
_GOES_ON = pattern(r",\s(?:who|which|whose|or)\b", ENGLISH)
_ONE_WORD = pattern(r"(?:(?:the|such|any|each|its)\s)?\S+\Z", ENGLISH)
_ANNUAL = pattern(r"[^.;,]{0,40}?\banniversary", ENGLISH)
_EACH = pattern(r"\b(?:each|every)\b", ENGLISH)
_LONGEST, _LONGEST_LIST = 180, 400


class Anchored(NamedTuple):
    """A direction, and the words of the anchor: characters `start` to `end`."""

    direction: Direction
    start: int
    end: int


def anchored(text: str, at: int, end: int, *, of: bool = False) -> Anchored | None:
    """What is told right behind a period that ends at `at`, in a sentence that ends at `end`; "of" only where it may say after."""
    match = _DIRECTION.match(text, at, end)
    if match is None or (match["of"] and not (of and _ONCE.match(text, match.end(), end) and not _ANNUAL.match(text, match.end(), end))):
        return None
    stop = anchor_end(text, match.end(), end)
    if stop is None:
        return None
    return Anchored(Direction.BEFORE if match["before"] else Direction.AFTER, match.end(), stop)


def anchor_end(text: str, start: int, end: int) -> int | None:
    """Where the anchor ends that begins at `start`; None where its words do not tell one exactly."""
    several = _SEVERAL.match(text, start, end)
    bound, longest = (_LISTED, _LONGEST_LIST) if several else (_BOUND, _LONGEST)
    written = next(days(text, start, min(end, start + longest)), None)
    if written and written.start == start:
        return written.end
    at = start
    while (match := bound.search(text, at, min(end, start + longest + 1))) and written and written.start < match.start() < written.end:
        at = written.end
    if match is None and end - start > longest:
        return None
    stop = match.start() if match else end
    words = _JOINED.sub("", text[start:stop].rstrip(" .,;:"))
    if not words or _NO_ANCHOR.match(words) or _PARTY.fullmatch(words) or (not several and _WHICHEVER.match(text, stop, end)) or (_GOES_ON.match(text, stop, end) and _ONE_WORD.match(words)):
        return None
    if named := _NAMED.match(words) or _END_OF_EACH.match(words):
        return start + named.end()
    if (objected := _OBJECT.search(words)) and not _GIVEN.search(words, 0, objected.start()):
        words = words[: objected.start("end")]
    if ")" in words and "(" not in words:
        words = words[: words.index(")")]
    if _CUT_OFF.search(words):
        return None
    modals = [match.start() for match in _MODAL.finditer(words)]
    if modals and len(_RELATIVE.findall(words, 0, modals[0])) < len(modals):
        return None
    opened = words.count("“") > words.count("”") or words.count('"') % 2
    return start + len(words) + bool(opened and text[stop : stop + 1] in {"”", '"'})


def is_recurring(words: str) -> bool:
    """Whether an anchor comes again: `the end of each fiscal quarter`."""
    return bool(_EACH.search(words))
