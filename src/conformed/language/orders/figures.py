"""Amounts and days that no marks set off, `deleting $5,000 and substituting $6,000`, and numbers without a noun, `is renumbered 4.3`.

In: a token behind which one may stand.  Out: the amount or the day as quoted words, or the number as an address, where it
stands there and goes on to nothing more.
"""

from conformed.basis.pattern import pattern
from conformed.instrument import parse_path
from conformed.language.orders.lexemes import Token

_FIGURE = pattern(  # and no more than it: not "$5 million"
    r"\s(?P<words>[$£€]\d{1,3}(?:,?\d{3}){0,5}(?:\.\d{1,6})?%?|\d{1,3}(?:\.\d{1,6})?%|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})"
    r"(?=,?\s(?:and|with|to|in|from|thereof|therefore?|where|wherever|each|appearing|contained|set\sforth)\b|[,;.]?\s*$|[,;.]\s)"
)
_NUMBER = pattern(
    r"\s(?:(?:as|to)\s)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}(?:\(\w{1,5}\)){0,4}|(?:\(\w{1,5}\)){1,3})(?=[,;]\s(?!\(|\d)|[.;]?\s*$|\.\s|\sand\s(?:is|are|shall|the|a|by|\w+ing)\b)"
)


def figure_behind(text: str, token: Token, verb: str, end: int) -> Token | None:
    """The amount or day right behind the word that says what is done with it; `verb` is the last that was read."""
    word = text[token.start : token.end].lower()
    strikes = token.kind == "verb" and word.endswith("ing") and token.value != "add"
    leads = word == "with" or (word == "to" and verb == "change") or token.kind == "lieu"
    found = _FIGURE.match(text, token.end, end) if strikes or leads else None
    if found is None:
        return None
    return Token("quote", *found.span("words"), value=found["words"], inner=found.span("words"))


def number_behind(text: str, token: Token, end: int) -> Token | None:
    """The new number of what is renumbered, right behind the verb that says so, or behind its "as"."""
    if not (token.kind == "as" or (token.kind == "verb" and token.passive)):
        return None
    found = _NUMBER.match(text, token.end, end)
    return Token("path", *found.span("number"), paths=(parse_path(found["number"]),)) if found else None
