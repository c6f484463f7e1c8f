"""Where recitals end and what is agreed begins.

In: the paragraphs of a document behind its preamble.  Out: the number of the first paragraph of the body.
Afterwards no paragraph that orders a change stands in the recitals, unless it recites beyond doubt: a recital
opens with WHEREAS or a letter, or stands between the preamble and the words of agreement and obliges no one.
"""

import itertools
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.document import Document
from conformed.instrument.numbers.markers import bare, numbered
from conformed.instrument.set_off.ordering import names_provision

_CAPTION = pattern(
    r"(?:W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H|R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?|BACKGROUND|PRELIMINARY\sSTATEMENTS?|STATEMENT\sOF\sPURPOSE)\b.{0,24}$",
    ENGLISH,
)
_WHEREAS = pattern(r"(?:\(?[A-Z]{1,4}[.)]\s)?(?:and\s)?(?:WHEREAS|Whereas)\b")
# What stands on a line of its own above the words that it opens.
_LEAD = pattern(
    r"(?:WHEREAS|NOW|WHEREFORE|Whereas|Now|and|AND|\(?[A-Z]{1,2}[.)]|\(?\d{1,2}[.)])\s?[,:;]?\s?(?:that)?"
)
_ITEM = pattern(r"(?:\(?[A-Z]{1,2}[.)]|\(?\d{1,2}[.)])\s")
_THEREFORE = pattern(
    r"N(?:(?:(?<!\w.)\s?OW|(?<=[.;,]\sN)ow)\b\s?,{0,2}\s?(?i:ther\w{3,8}|it\sis)\b|(?<=^N)ow\s?,?\s?there\w{3,8}\b)"
)
_AGREED = pattern(
    r"(?:now,?\s?,?\stherefore\b|accordingly,|in\sconsideration\sof\s(?:the|these)\b|the\sparties\s(?:hereto\s)?(?:hereby\s)?agree\b)",
    ENGLISH,
)
_CHANGED = r"(?:amended|deleted|replaced|added|inserted|restated|modified|revised|changed|stricken|substituted|waived|extended)"
_FOLLOWS = pattern(
    rf"(?:\bagree[sd]?\b|(?<!\bof\s)\b(?:the|this|said|your)\s(?:[A-Z][\w-]*\s){{0,5}}(?:Agreement|Contract|Lease|Note|Plan)(?:,[^;:]{{0,80}},)?\s(?:is|shall\sbe)\s(?:hereby\s)?(?:further\s)?{_CHANGED}\b)[^.;]{{0,240}}\b(?:as\sfollows|(?:to\s)?the\sfollowing(?:\sterms(?:\sand\sconditions)?)?|that)\s?[:.;-]{{0,3}}$",
    ENGLISH,
)
_AGREED_THAT = pattern(r"\bagrees?\sthat\b(?!\sthe\sfollowing\b)")
_SETS_OFF = pattern(r"\b(?:to\sread|replac|delet|add(?:ed|ing)|insert|substitut)", ENGLISH)
_ORDERED = 300  # characters of the order with which the words of agreement end
_ORDERS_PLAINLY = AnyOf(
    rf"\bhereby\s(?:further\s)?{_CHANGED}",
    r"\bhereby\s(?:further\s)?(?:amend|delet|replac|add|insert|restat|modif|substitut|revis|waive|consent|extend)",
    rf"\bshall\shereby\sbe\s(?:further\s)?{_CHANGED}",
    flags=ENGLISH,
)
_ORDERS = AnyOf(
    rf"\bshall\sbe\s(?:further\s)?{_CHANGED}",
    r"\bby\s(?:adding|inserting|deleting|striking|replacing|substituting)\b",
    rf"\b(?:is|are)\s(?:further\s)?{_CHANGED}\s(?:to\sread|by\s\w+ing|in\s(?:its|their)\sentirety|as\sfollows|and\s(?:restated|replaced))",
    flags=ENGLISH,
)
# What obliges, but for what only tells the meaning of a term.
_OBLIGES = pattern(
    r"\bhereby\s(?:agree|release|acknowledge|grant)|\b(?:shall|will|must)\s(?!(?:have|bear)\s(?:the|their|its)\b[^.;]{0,40}\bmeaning|be\s(?:\w+\s)?(?:referred|known|called)|mean\b|constitute\sa\s)",
    ENGLISH,
)
_RECITES = pattern(
    r"(?:reference\sis\s(?:hereby\s)?made\b|(?:the\s)?[^.;:]{2,160}?\s(?:wish(?:es)?|desires?|are\sparties|(?:have|has)\s(?:previously\s|heretofore\s)?(?:entered|requested|executed))\b)",
    ENGLISH,
)
AGREEMENT_HEAD = pattern(
    r"(?:A\s?G\s?R\s?E\s?E\s?M\s?E\s?N\s?T\s?S?|TERMS?(?:\sAND\sCONDITIONS)?)\s?:?", ENGLISH
)
_ENDS = (".", ";", ":", "and", "AND")  # with which a recital is whole
_REACH = 60  # paragraphs within which recitals end
_CAPTIONED = 40  # characters of a caption behind a letter
_LONG = 60  # characters of a paragraph that may be a sentence


def body_begins(document: Document, texts: Sequence[str], first: int, end: int, *, named: bool) -> int:
    """The paragraph at which the body begins; the recitals, if any, begin at `first`.

    `named` tells that the paragraph before it is a preamble, which may itself have the words of agreement.
    """
    limit = min(end, first + _REACH)
    if named and _settles(texts[first - 1]) and not (first < limit and recites(texts[first])):
        return first
    doubtful: int | None = None  # the first that recites only if words of agreement stand behind it
    captioned = counted = unfinished = False
    for number, after, words in _joined(texts, first, limit):
        if agrees(words):
            if counted and not (captioned or _THEREFORE.search(words)):
                break
            if doubtful is None and not (captioned or _THEREFORE.search(words)) and _counts(document, number):
                return number
            return _behind(texts, number, after, limit)
        if AGREEMENT_HEAD.fullmatch(words) and not _agree_next(texts, after, limit):
            return after
        if unfinished or recites(words):
            doubtful = None
            captioned = captioned or bool(_CAPTION.match(words))
            unfinished = not (words.endswith(_ENDS) or _CAPTION.match(words))
            continue
        item = _ITEM.match(words) is not None
        if _binds(words, plainly=captioned and item):
            return number if doubtful is None else doubtful
        counts = _counts(document, number)
        counted = counted or counts
        caption = item and not captioned and len(words) <= _CAPTIONED
        if doubtful is None and (
            counts or caption or not (item or captioned or len(words) <= _LONG or _tells(words))
        ):
            doubtful = number
    return first if doubtful is None else doubtful


def _behind(texts: Sequence[str], number: int, after: int, limit: int) -> int:
    """Where the body begins whose words of agreement stand at `number`: they are of it if they order a change, or oblige."""
    words = " ".join(texts[number:after])
    begins = number if _announces(words) or _orders_itself(words) or _agrees_to_more(words) else after
    while begins < limit and _goes_on(texts[begins]):
        begins += 1
    return begins


def _agree_next(texts: Sequence[str], number: int, limit: int) -> bool:
    return any(agrees(words) for _, _, words in itertools.islice(_joined(texts, number, limit), 1))


def _binds(words: str, *, plainly: bool) -> bool:
    """Whether a paragraph orders or obliges: one that is marked as a recital must do so plainly."""
    if plainly:
        return _ORDERS_PLAINLY.stands_in(words)
    return _orders(words) or _OBLIGES.search(words) is not None


def _orders(words: str) -> bool:
    return _ORDERS_PLAINLY.stands_in(words) or _ORDERS.stands_in(words)


def _counts(document: Document, number: int) -> bool:
    text, paragraph = document.reading.text, document.paragraphs[number]
    return any(found(text, paragraph.start, paragraph.end) is not None for found in (numbered, bare))


def recites(words: str) -> bool:
    """Whether recitals begin with a paragraph: with their caption or the first WHEREAS."""
    return bool(_WHEREAS.match(words) or (len(words) < _LONG and _CAPTION.match(words)))


def any_recites(texts: Sequence[str]) -> bool:
    """Whether paragraphs above the body recite or agree, and are not only lines."""
    return any(recites(text) or _tells(text) or agrees(text) for text in (*texts, " ".join(texts)))


def only_agrees(texts: Sequence[str]) -> bool:
    """Whether paragraphs above the body are one sentence of agreement."""
    words = " ".join(texts)
    return agrees(words) and ". " not in words and not _RECITES.match(words) and not any(map(recites, texts))


def orders_change(words: str) -> bool:
    """Whether a paragraph orders a change of a provision by its number: no preamble stands behind it."""
    return _orders(words) and names_provision(words, 0, len(words))


def agrees(words: str) -> bool:
    """Whether a paragraph has, or ends in, words of agreement."""
    return bool(
        _AGREED.match(words) or _THEREFORE.search(words) or _FOLLOWS.search(words, max(0, len(words) - 600))
    )


def _joined(texts: Sequence[str], first: int, limit: int) -> Iterator[tuple[int, int, str]]:
    """Each paragraph with the one after it where it only leads in: `WHEREAS,` or `NOW,` on a line of its own."""
    number = first
    while number < limit:
        after = number + 1
        while after < limit and after < number + 3 and _LEAD.fullmatch(texts[after - 1]):
            after += 1
        yield number, after, " ".join(texts[number:after])
        number = after


def _settles(preamble: str) -> bool:
    """Whether a preamble itself agrees, or orders a change: nothing is recited behind it."""
    return _announces(preamble) or agrees(preamble)


def _goes_on(words: str) -> bool:
    """Whether words of agreement go on in the next paragraph: with the caption of what is agreed, or again."""
    return bool(AGREEMENT_HEAD.fullmatch(words)) or (len(words) < _LONG and bool(_THEREFORE.match(words)))


def _tells(words: str) -> bool:
    """Whether a paragraph of no mark recites even if no words of agreement stand behind it."""
    return bool(_RECITES.match(words)) and not _SETS_OFF.search(words)


def _announces(words: str) -> bool:
    """Whether the words of agreement themselves order a change of a provision, whose text stands behind them."""
    begun = max(0, len(words) - _ORDERED)
    return words.endswith(":") and bool(
        _SETS_OFF.search(words, begun) and names_provision(words, begun, len(words))
    )


def _orders_itself(words: str) -> bool:
    """Whether the words of agreement go on to order a change of a provision that they name."""
    begun = max((match.end() for match in _THEREFORE.finditer(words)), default=0)
    orders = _orders(words[begun:])
    return orders and names_provision(words, begun, len(words)) and not _FOLLOWS.search(words, begun)


def _agrees_to_more(words: str) -> bool:
    """Whether the words of agreement go on to say what is agreed, and lead to nothing below."""
    agreed = _AGREED_THAT.search(words)
    return agreed is not None and not words.endswith(":") and _OBLIGES.search(words, agreed.end()) is not None
