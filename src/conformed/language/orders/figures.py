"""Amounts and days that no marks set off, `deleting $5,000 and substituting $6,000`, and numbers without a noun, `is renumbered 4.3`.

In: a token behind which one may stand.  Out: the amount or the day as quoted words, or the numbers as addresses, where they
stand there and go on to nothing more.
"""

from conformed.basis.pattern import pattern
from conformed.instrument import reference
from conformed.language.orders.lexemes import Token

_FIGURE = pattern(  # and no more than it: not "$5 million"
    r"\s(?P<words>[$£€]\d{1,3}(?:,?\d{3}){0,5}(?:\.\d{1,6})?%?|\d{1,3}(?:\.\d{1,6})?%|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})"
    r"(?=,?\s(?:and|with|to|in|from|thereof|therefore?|where|wherever|each|appearing|contained|set\sforth)\b|[,;.]?\s*$|[,;.]\s)"
)
_NUMBERED = pattern(r"\s(?:(?:as|to)\s)?(?=(?P<section>\d{1,3}(?!\d|\s[a-z]{4,}\b(?<!through)))|\(\w{1,5}\))")
_ENDS = pattern(r",\s(?!\(|\d)|;\s|[.;]?\s*$|\.\s|\s(?:and\s)?(?:is|are|shall)\b|\sand\s(?:the|a|by|\w+ing)\b|,?\srespectively\b")
_LONGEST = 400  # characters of a list of numbers


def figure_behind(text: str, token: Token, verb: str, end: int) -> Token | None:
    """The amount or day right behind the word that says what is done with it; `verb` is the last that was read."""
    word = text[token.start : token.end].lower()
    strikes = token.kind == "verb" and word.endswith("ing") and token.value != "add"
    leads = word == "with" or (word == "to" and verb == "change") or token.kind == "lieu"
    found = _FIGURE.match(text, token.end, end) if strikes or leads else None
    if found is None:
        return None
    return Token("quote", *found.span("words"), value=found["words"], inner=found.span("words"))


def numbers_behind(text: str, token: Token, end: int) -> Token | None:
    """The new numbers of what is renumbered, right behind the verb that says so, or behind its "as": read as if the noun stood there."""
    if not (token.kind == "as" or (token.kind == "verb" and token.passive)):
        return None
    begins = _NUMBERED.match(text, token.end, end)
    if begins is None:
        return None
    start, noun = begins.end(), "Sections " if begins["section"] else "clauses "
    found = reference(noun + text[start : min(end, start + _LONGEST)], 0)
    stop = start + found.end - len(noun) if found else start
    if found is None or not _ENDS.match(text, stop, end):
        return None
    return Token("path", start, stop, paths=found.paths)
