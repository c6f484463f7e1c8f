"""Amounts and days that no marks set off, `deleting $5,000 and substituting $6,000`, and numbers without a noun, `is renumbered 4.3`.

In: a token behind which one may stand.  Out: the amount or the day as quoted words, or the numbers as addresses, where they
stand there and go on to nothing more.
"""

from conformed.basis.pattern import pattern
from conformed.instrument import reference
from conformed.language.orders.lexemes import Token
from conformed.language.orders.order import Order, Phrase

_PER = r"(?:\s(?:thousand|million|billion))?(?:\sper\s[a-z]+(?:\s(?:foot|feet|yard|mile|acre|ton|day|month|year))?)?"
_SPAN = r"\s(?:(?:calendar|business|consecutive)\s)?(?:day|week|month|year)s?"
_WORDS = (  # with what is counted, and no more than it
    rf"(?:[$£€]\d{{1,3}}(?:,?\d{{3}}){{0,5}}(?:\.\d{{1,6}})?%?{_PER}|\d{{1,3}}(?:\.\d{{1,6}})?%{_PER}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s\d{{4}}"
    rf"|(?:[a-z]+(?:-[a-z]+)?\s\(\d{{1,3}}\)|\d{{1,3}}){_SPAN})"
)
_BEHIND = r"(?=,?\s(?:and|with|to|in|from|thereof|therefore?|where|wherever|each|appearing|contained|set\sforth)\b|[,;.]?\s*$|[,;.]\s)"
_FIGURE = pattern(rf"\s(?P<words>{_WORDS}){_BEHIND}")
_FROM = pattern(rf"\s(?P<words>{_WORDS})(?=\sto\s{_WORDS}{_BEHIND})")
_COUNTS = pattern(rf"(?:{_PER}|{_SPAN})$")
_NUMBERED = pattern(r"\s(?:(?:as|to)\s)?(?=(?P<section>\d{1,3}(?!\d|\s[a-z]{4,}\b(?<!through)))|\(\w{1,5}\))")
_ENDS = pattern(r",\s(?!\(|\d)|;\s|[.;]?\s*$|\.\s|\s(?:and\s)?(?:is|are|shall)\b|\sand\s(?:the|a|by|\w+ing)\b|,?\srespectively\b")
_LONGEST = 400  # characters of a list of numbers


def figure_behind(text: str, token: Token, verb: str, end: int) -> Token | None:
    """The amount or day right behind the word that says what is done with it; `verb` is the last that was read."""
    word = text[token.start : token.end].lower()
    strikes = token.kind == "verb" and word.endswith("ing") and token.value != "add"
    leads = word == "with" or (word == "to" and verb == "change") or token.kind == "lieu"
    found = _FIGURE.match(text, token.end, end) if strikes or leads else None
    if word == "from" and verb == "change":
        found = _FROM.match(text, token.end, end)
    if found is None:
        return None
    return Token("quote", *found.span("words"), value=found["words"], inner=found.span("words"))


def is_of_another_count(order: Order) -> bool:
    """Whether a figure that no marks set off takes the place of a provision, or of what counts something else: `from $5 to $6 per bushel`.

    Where the words that stand there go on, "$5 per bushel", what it counts would stand there twice, or not at all.
    """
    given, struck = [phrase for phrase in order.instead if is_bare(phrase)], order.of("quote")
    unlike = any(_counted(one.value) != _counted(other.value) for one in given for other in struck)
    return bool(given) and (unlike or (bool(order.of("path")) and not struck))


def is_bare(phrase: Phrase) -> bool:
    """Whether words of the agreement are named without marks."""
    return phrase.kind == "quote" and phrase.inner == (phrase.start, phrase.end)


def _counted(words: str) -> str:
    """What a figure counts: " million per bushel" of "$5 million per bushel", nothing of "$5"."""
    found = _COUNTS.search(words)
    return found[0] if found else ""


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
