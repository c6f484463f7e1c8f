"""Whether words of a list of parties name a party, describe one, or speak of a group without a name.

In: words, and the piece that follows them.  Out: yes or no.  Nothing is changed: these are questions.
"""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.parties.entity import FORM, acts
from conformed.instrument.parties.roster import Piece

COMPANY = pattern(
    r"\b(?:inc|incorporated|llc|l\.l\.c|corp|corporation|company|co|bank|banc\w*|trust|association"
    r"|partners\w*|l\.p|lp|llp|ltd|limited|fund|holdings?|group|plc|n\.a|s\.a|"
    r"ag|gmbh|capital|finance|financial|systems|industries|university|b\.v|n\.v|fsb|ulc|pte|s\.a\.r\.l"
    r"|foundation|authority|city|county|state|enterprises|communications|technologies|services"
    r"|international)\b",
    re.IGNORECASE,
)
SUFFIX = pattern(
    r"(?:inc|incorporated|llc|l\.?l\.?c|l\.?l\.?l?\.?p|l\.?p|lp|ltd|limited\s+partnership|limited|corp|corporation|co|company|plc"
    r"|n\.?\s?a|national\s+association|jr|sr|ii|iii|iv|s\.?a|f\.?s\.?b|p\.?c|ph\.?\s?d|m\.?d|esq|cpa"
    r"|pca|flca|gmbh|a\.?g|g\.p|b\.?v|n\.?v|s\.?a\.?r\.?l|ulc|pte|pllc|the\s+new\s+york|s\.?p\.?a|k\.?k|usa"
    r"|(?:[A-Z]\w+\s+){1,3}(?:branch|agency|division|lending\s+office))\b\.?",
    re.IGNORECASE,
)
LOWER_COMPANY = pattern(
    r"(?!(?:an?|to|for|and|or|its|bank|holding|parent|stock|insurance|mutual)\s)(?![\w -]{0,60}\b(?:subsidiary|affiliate|division|owned|of\s+the)\b)"
    r"[a-z][\w&.' -]{0,60}?\s(?:inc|incorporated|llc|corp|corporation|company|limited|ltd|plc|l\.p)\b\.?",
    re.IGNORECASE,
)
_DESCRIBES = pattern(
    r"(?:an?|each|both|as|in|having|with|whose|who|which|acting|formerly|f/k/a|f/k/b|a/k/a|not|successor"
    r"|located|residing|resident|for|on|together|collectively|doing|d/b/a|dba|individually"
    r"|solely|its|their|his|her|under|organi[sz]ed|duly|of|at|being|to\s+be|hereinafter|hereafter|herein|or"
    r"|jointly|no|existing|incorporated|by|whether|all|sometimes|referred|called|such|any|including"
    r"|signatory)\b(?![&-]\S)",
    ENGLISH,
)
_CALLED_SO = pattern(  # a name that begins as a description does: "AT Mills, Inc.", "No Mills Ltd.", in a line not all of capitals
    rf"(?:AT|IN|ON|BY|AS|AN|NO|OR)\s[A-Z][\w&’'-]*[a-z](?:\s[\w&’'.-]+){{0,6}}?[,\s]+(?i:{SUFFIX.pattern})$"
)
_STATE_FORM = pattern(rf"[A-Z]\w+(?:\s[A-Z]\w+)?\s+{FORM}\b(?:\s+number|$)")
_GROUP = pattern(
    r"(?:(?:the|each|certain|all|other|any|several|those|various|such|undersigned|said|and|from|of|time"
    r"|to)\s+)*(?:undersigned|other|various|several|financial\s+institutions?|lending\s+institutions?|banks"
    r"|lenders|guarantors|subsidiaries|holders|persons"
    r"|entities|parties|institutions|borrowers|sellers|security\s*holders|shareholders|stockholders"
    r"|purchasers|investors|(?:voting\s+)?participants|lender\s+parties|loan\s+parties|credit\s+parties|from\s+time|borrower's|the)\b",
    ENGLISH,
)
_CAPITAL_WITHIN = pattern(r"[a-z]{1,2}[A-Z]\S*\s")
_UNNAMED = pattern(r"(?:the|each|certain|all|any|such|those)\s|you\b|\[|[_•*.\s-]+$")
_LETTERS = pattern(r"[A-Za-z]{2}")
_TOLD_ELSEWHERE = pattern(  # "THE PERSONS IDENTIFIED AS THE LENDERS ON THE SIGNATURE PAGES HERETO"
    r"(?:(?:the|each\sof\sthe|those)\s)?(?:\w+\s){0,3}?(?:persons?|lenders?|banks?|institutions?|guarantors?|parties|entities|undersigned|participants?)\s"
    r"(?:(?:which|that|who)\s)?(?:(?:is|are)\s)?(?:identified|listed|named|set\sforth|signator(?:y|ies)|party)\b", ENGLISH
)
_GROUPED = pattern(r"(?:lenders|banks|financial institutions|other|various)\b")
_ARTICLE = pattern(r"(?:The|THE|EACH|CERTAIN)\s")
_ONE_FORM = pattern(rf"(?:an?|AN?)\s(?:[\w.-]+\s){{0,6}}?{FORM}\b", re.IGNORECASE)
_WITH_ARTICLE = pattern(r"the(?:\s(?:[A-Z][\w&'’.-]*|d/b/a)){2,8}")
_GUILD = pattern(r"the(?!\sBoard\sof\s(?:Directors|Trustees|Managers)\b)(?:\s(?:[A-Z][\w&'’.-]*|of|the|for|and|d/b/a)){2,10}")
_EACH_TOLD = pattern(r"(?:each|all|both)\s+(?:having|with|located|residing|organi[sz]ed)\b", ENGLISH)
ENDS = pattern(
    r"(?:is|are|was|were|hereby|dated|made|effective|entered|have|has|had|agrees?|shall|will|amends?"
    r"|provides?|executed|pursuant|relating|regarding|concerning|under\s+that|whereas|witnesseth|now\b"
    r"|relates"
    r"|intending|desire|wish|do|does|in\s+connection|with\s+respect|with\s+reference|this|that\s+certain"
    r"|effective|signed|on\s+the\s+\w+\s+day|as\s+of|is\s+hereby|wherein|to\s+amend|amending|upon"
    r"|(?:as\s+(?:\w+\s+)?)?(?:amended|modified)|as\s+an\s+(?:amendment|addendum|supplement))\b",
    re.IGNORECASE,
)
QUOTED = pattern(r"[“”\"]\s*(?P<term>[^”\"“]{1,70}?)[\s,;.]*[”\"]")


def small(words: str, following: Piece | None, before: str) -> bool:
    """Whether a name is written small and has an alias: "and ebank (the "Employer")"."""
    if (
        following is None
        or not following.bracket
        or "and" not in before
        or not words.isalpha()
        or _DESCRIBES.match(words)
        or words in {"severally", "jointly", "individually", "collectively"}
    ):
        return False
    return words.islower() and bool(re.match(r"(?:the\s+|this\s+)?[“\"]", following.words))


def brand(words: str, following: Piece | None) -> bool:
    """Whether a name begins in lower case: "i2 Technologies, Inc.", "eOATS MILLING COMPANY"."""
    if _CAPITAL_WITHIN.match(words) and SUFFIX.fullmatch(words.rsplit(maxsplit=1)[-1]):
        return True
    return bool(re.match(r"[a-z]\w{0,8}\s?[A-Z]", words)) and following is not None and bool(SUFFIX.match(following.words))


def describing(words: str) -> bool:
    """Whether words describe a party: "as Agent", "a Delaware corporation", "Bermuda company number 12"."""
    if _STATE_FORM.match(words):
        return True
    if _CALLED_SO.match(words):
        return False
    return (
        bool(_DESCRIBES.match(words))
        and not re.match(r"(?:a|as|in|on|of|at|no|all)\b\.?\s*$", words)
        and not re.match(r"(?:A|All|In|On|Of|At|No|By|For|With)\s+[A-Z]", words)
    ) or bool(re.match(rf"AN?\s.*\b{FORM}", words, re.IGNORECASE))


def carries_on(words: str, following: Piece | None, before: str) -> bool:
    """Whether "and ..." after "as Agent" names a further part and no further party."""
    if SUFFIX.search(words) and COMPANY.search(words) and not acts(words):
        return False
    if re.match(r"(?:the|an?)\s", words) and acts(words):
        return True
    if re.match(r"The\s", words):
        return False
    named = following is not None and (
        following.bracket or (following.before == "," and described_next(following))
    )
    if (
        named
        and following is not None
        and re.match(r"\s*(?:collectively,?\s+)?in\s+such\s+capacit", following.words)
    ):
        named = False
    if not acts(words):
        return (
            before == "and"
            and following is not None
            and following.before == "and"
            and not COMPANY.search(words)
        )
    return not named and not re.search(r"\b(?:of|inc|llc|national|first|trust)\b", words, re.IGNORECASE)


def described_next(following: Piece | None) -> bool:
    """Whether what follows describes or carries on a name: ", a Delaware corporation", ", N.A."."""
    return following is not None and (
        following.bracket
        or bool(SUFFIX.match(following.words) or re.match(r"(?:an?|as)\s", following.words, re.IGNORECASE))
    )


def each_told(words: str) -> bool:
    """Whether words tell of each of several: "each having its office at ..."."""
    return _EACH_TOLD.match(words) is not None


def unnamed(words: str) -> bool:
    """Whether words speak of a group that is not named: "the Lenders party hereto"."""
    if each_told(words):
        return False
    if _UNNAMED.match(words) or _TOLD_ELSEWHERE.match(words) or not lettered(words):
        return True
    return bool(_GROUPED.match(words) or (_ARTICLE.match(words) and _GROUP.fullmatch(words)))


def one_form(following: Piece | None) -> bool:
    """Whether what follows tells the form of one entity: "a Nevada general partnership"."""
    return following is not None and not following.bracket and _ONE_FORM.match(following.words) is not None


def with_article(words: str, following: Piece | None) -> bool:
    """Whether a company's name stands behind an article: "the Alder Field Corporation ("Company")".

    Its form may stand for the term, or what ends its name: "the Guild of Alder, Inc.".
    """
    if following is None:
        return False
    if not following.bracket and following.before == "," and SUFFIX.match(following.words):
        return _GUILD.fullmatch(words) is not None
    called = following.bracket and QUOTED.search(following.words)
    return bool((called or one_form(following)) and COMPANY.search(words) and _WITH_ARTICLE.fullmatch(words))


def lettered(words: str) -> bool:
    """Whether words are more than marks and single letters."""
    return _LETTERS.search(words) is not None

