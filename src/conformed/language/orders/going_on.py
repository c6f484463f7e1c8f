"""Where, behind an order, its sentence goes on with something else: what a party does, what comes out of the change.

In: the words of a sentence.  Out: the place at which that begins.
"""

from conformed.basis.pattern import pattern

_OWN_CLAUSE = pattern(  # with a subject and a verb of its own, which do not speak of a change
    r",?\s(?:and|but)\s(?:in\sconsideration\s(?:thereof|hereof|therefor),?\s(?:[^;:“”\"]{0,60},\s)?)?(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,3}"
    r"\s(?:(?:hereby|expressly|also|further)\s){0,2}(?:(?:shall|will)\s(?!be\b|read\b|mean\b|hereby\b|now\b|hereafter\b)|waives?\b|acknowledges?\b|agrees?\sto\spay\b)"
)
_RESULT = pattern(
    r",?\s(?:such|so)\sthat\s(?:said|such|the)\s\w+\s(?:shall|will|now)\s(?:now\s)?reads?,?\sin\s(?:relevant\s|pertinent\s)?part\b",
)


def own_clause(text: str, start: int, end: int) -> int | None:
    """Where, behind an order, the sentence goes on with what a party does, or None."""
    found = _OWN_CLAUSE.search(text, start, end)
    return found.start() if found else None


def result(text: str, start: int, end: int) -> int | None:
    """Where a sentence goes on with what comes out of its change, told in part: `such that said clause shall read, in part`."""
    found = _RESULT.search(text, start, end)
    return found.start() if found else None
