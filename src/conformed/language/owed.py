"""Who owes a condition precedent.

In: the words of a condition.  Out: who is to do it, in the document's own words: the subject that `shall have paid` or delivered,
else those by whom a paper is `executed` or signed; and those names one by one.  Afterwards nobody is told where the words name
nobody who is to act, or where it is not certain that they end with the name.
"""

from conformed.basis.pattern import ENGLISH, pattern

_DOES = "paid|pay|prepaid|repaid|executed|execute|signed|delivered|deliver|furnished|furnish|provided|provide|made|caused|obtained|deposited|given|reimbursed"
_WHO = r"(?P<who>(?:(?:the|each|all|any|of|its)\s){0,3}(?-i:[A-Z])[^.;:()]{0,160}?)"
_ACTS = pattern(rf"(?:^|(?-i:[a-z)])\.\s|:\s){_WHO}\s(?:shall|has|have|will)\s(?:have\s)?(?:duly\s)?(?:{_DOES})\b", ENGLISH)
_SIGNED = pattern(
    rf"\b(?:executed|signed)(?:,?\s(?:acknowledged|and|or)){{0,2}}(?:\sdelivered)?\sby\s{_WHO}"
    r"(?=\s?(?:;|\.?\Z)|,?\s(?:in\s(?:form|substance|favor|the\sform)|dated|which|that|together|with|pursuant|substantially|whereby|setting|certif\w+|to|on|for)\b)",
    ENGLISH,
)
_MORE = pattern(r"\b(?:received|evidence|that|which|executed|signed|fees?|amount|on\sor\sbefore|as|if)\b", ENGLISH)  # words of no name
_SIGNS = pattern(r"\b(?:executed|signed)\b", ENGLISH)
_AND = pattern(r",\s(?:and\s)?(?!(?-i:Inc|LLC|L\.L\.C|L\.P|LP|N\.A|Ltd|Corp|Limited)\b)|\sand\s", ENGLISH)


def names(who: str) -> list[str]:
    """Those who owe, one by one: `the Borrowers, Alder Mills, Inc. and the Agent` are three."""
    return [name for name in map(str.strip, _AND.split(who)) if name]


def owed_by(condition: str) -> str | None:
    """Who is to do what a condition asks, None where its words do not tell."""
    words = " ".join(condition.split())
    match = _ACTS.search(words)
    if match is None and len(_SIGNS.findall(words)) == 1:  # of several papers nobody owes all
        match = _SIGNED.search(words)
    return None if match is None or _MORE.search(match["who"]) else match["who"].strip(" ,")
