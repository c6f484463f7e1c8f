"""The mood of a sentence: whether its words order a change, or tell that one was asked for, may be made, or was made.

In: the words of a sentence, what stands in quotation marks blanked out.  Out: whether the verb of change with which it
begins is held back by what governs it.  An order is said of what is changed, "Section 5 is amended", by those who change
it, "the parties agree to delete", or as a command; what someone may, would or is asked to do to a text is none, and
neither is what an earlier instrument did.
"""

from conformed.basis.pattern import ENGLISH, AnyOf, pattern

_EDIT = r"(?:amend|delet|strik|struck|stricken|remov|replac|substitut|insert|add(?!ress|ition)|restat|modif|revis|chang|omit|eliminat|re-?number|re-?designat|re-?letter)"
_VERB = pattern(
    rf"\b(?:(?P<done>{_EDIT}\w{{0,3}}ed|struck|stricken)|(?P<doing>{_EDIT}\w*ing)|(?P<do>{_EDIT}(?:e|s|y|es|ies)?|(?<=\bto\s)(?:correct|update|alter|conform)))\b",
    ENGLISH,
)
_TOLD = pattern(  # "the Lease as previously amended", "the Amended and Restated Lease", "any added cost"
    r"(?:\bas|\bso|\b(?:previously|heretofore|hereafter|otherwise|then)|\b(?:an?|the|such|its|this|said|any|each|first|second|third)|\bincluding|\band/or)\s$",
    ENGLISH,
)
_BY = pattern(r"(?:\s\w+ly)?(?:\sby\s[^,;“\"]{1,60}?)?\s(?:by|to)\s", ENGLISH)
_HELPED = pattern(  # "is hereby", "are each", "shall be, and hereby is,"
    r"\b(?:is|are|be|being|was|were|been|hereby|herewith|deemed|considered|and|or|stands?)(?:,?\s(?:also|further|each|again|hereby|now|only|fully|expressly|accordingly|respectively))*(?:,\s[^;“\"]{1,100})?,?\s$",
    ENGLISH,
)
_OBJECT = pattern(
    r"\s(?:(?:the|an?|each|all|both|such|certain)\s)?(?:\w+\s){0,3}?(?:sections?|paragraphs?|clauses?|articles?|sentences?|definitions?|exhibits?|schedules?|words?|phrases?|agreement|lease|[“\"])(?!\w)",
    ENGLISH,
)
_TO = pattern(r"\bto,?\s(?:(?:hereby|further|also|so)\s)?$", ENGLISH)
_ORDERS_TO = pattern(  # what leads to "to delete" where that is an order
    r"(?:^\W{0,3}|[:;)(–—“”-]\s?|(?:(?:amend|modifi|revis|restat|chang|correct|supplement|vari|replac|delet|reform)ed|(?:^|\b(?:have|has|is|are|be|and|hereby|mutually|further|also|expressly|specifically|so|that)\s)agreed|\bso\sas|\bas\sfollows|\bas\sset\sforth\s\w+|\bentirety|\bagrees?|\bhereby\sproposes?|\band|\bor|\bthereof|\brespects?|\binstead)(?:\s(?:hereby|further|mutually|also))?,?\s"
    r"|\b(?:confirms?|evidences?|memorializes?|reflects?|records?)\b.{0,60}\bagreement\b.{0,160}\s)to,?\s(?:\w+\s)?$",
    ENGLISH,
)
_ASKED_TO = pattern(
    r"\b(?:request|ask|direct|authori[sz]|instruct|permit|allow|requir|entitl|oblig|empower|committ?|invit|prepar)\w*ed\s(?:\w+\s){0,6}?to,?\s(?:\w+\s)?$",
    ENGLISH,
)
_MAY = pattern(
    r"\b(?:may|might|could|can|would)(?:\s(?:not|also|then|hereafter|thereafter|be|have|at\sany\stime|from\stime\sto\stime|\w+ly))*(?:,[^,;.“\"]{1,120},)?\s(?:(?:be|not|\w+ly)\s)*$",
    ENGLISH,
)
_TO_BE = pattern(r"(?<!\bis\s)(?<!\bare\s)(?<!\bdeemed\s)(?<!\bconsidered\s)(?<!\bagreed\s)(?<!\bas\s)\bto\sbe\s(?:\w+ly\s)?$", ENGLISH)
_DOING = pattern(r"(?:^\W*(?:\(?\w{1,5}[.)]\s)?|\b(?:by|and|or|hereby|thereby|then|also|further|follows)\s|[:;,)(–—“”\"-]\s?)(?:\w+ly\s)?$", ENGLISH)
_AN_AMENDMENT = pattern(
    r"\b(?:the|an?|any|no|each|such|this|said|purported|proposed)\s(?:\w+\s){0,2}?(?-i:amendment|modification)s?\s(?:of|to)\b(?:[^.;]|\.(?=\d)){0,120}\b(?:by|to)\s$",
    ENGLISH,
)
_GOVERNED = AnyOf(
    r"\b(?:request|propos|recommend|suggest|ask|desir|intend|contemplat|expect|anticipat)(?:e?d|e?s|e|ing)?\s(?:\w+\s){0,2}?that\b[^;]{0,300}$",
    r"\b(?:not|never)\s(?:\w+\s){0,2}?(?:to\s)?(?:\w+\s)?$",
    r"\b(?:may|can|might|shall|will)\s(?:\w+\s)?(?:agree|elect|choose|decide)\sto\s$",
    r"\bno\s(?:circumstances?|events?|\w+\s(?:shall|may|will|can))\b[^;]{0,200}$",
    r"(?<!\bthis\s)\bamendments?\s(?:(?:that|which)\s)?(?:shall\s|may\s|will\s)?$",
    flags=ENGLISH,
)
_PROPOSES = pattern(r"\bproposes?\sto\samend$", ENGLISH)  # to the one who signs the letter
_IN_ORDER = pattern(r"\b(?:in\sorder|so\sas)\sto\s(?:\w+\s)?$", ENGLISH)
_NEAR = 360  # characters before a verb in which what governs it stands


def withheld(words: str) -> bool:
    """Whether the first verb of change of a sentence orders nothing: it is asked for, allowed, denied, or of the past."""
    told = None  # where a verb ended that only tells which text is meant
    past = False  # whether it tells what an earlier instrument did to it
    for verb in _VERB.finditer(words):
        before = words[max(0, verb.start() - _NEAR) : verb.start()]
        if told is not None and not verb["done"] and _BY.fullmatch(words, told, verb.start()):
            return True  # "the Lease, as amended by deleting Section 5, is confirmed"
        helped = bool(verb["done"] and _HELPED.search(before))
        relative = bool(verb["done"]) and before.endswith((" which ", " that "))
        if not helped and (relative or _TOLD.search(before) or (verb[0][0].isupper() and before.strip())):
            told, past = verb.end(), relative
        elif _IN_ORDER.search(before):
            told = None
        else:
            return _is_withheld(words, before, verb.end(), doing=bool(verb["doing"]), done=bool(verb["done"]))
    return past


def _is_withheld(words: str, before: str, end: int, *, doing: bool, done: bool) -> bool:
    if _GOVERNED.stands_in(before) or _MAY.search(before) or _AN_AMENDMENT.search(before):
        return True
    if doing:
        return _DOING.search(before) is None
    if done:
        alone = not _HELPED.search(before) and (before.endswith(", ") or _OBJECT.match(words, end) is not None)
        return alone or bool(_TO_BE.search(before))
    ordered = _ORDERS_TO.search(before) or _PROPOSES.search(words, 0, end)
    return bool(_TO.search(before)) and (ordered is None or _ASKED_TO.search(before) is not None)
