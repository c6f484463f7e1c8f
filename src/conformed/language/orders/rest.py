"""Words that take all that follows others: `everything that follows "mill"`, `"mill" and all words after it`, `the remainder of the sentence`.

In: the orders of a sentence.  Out: of each order that takes such a rest, behind which words it begins; where the order
before put a point there, "that phrase" is what it was put behind, and the point stays.
"""

import itertools
from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.lexemes import Sense
from conformed.language.orders.order import Order, Phrase

_NOUN = r"(sentence|paragraph|(?:sub-?)?(?:section|clause)|definition|article|provision|item)\b(?!\s[\d(])"
_FOLLOWS = r"(?:follow(?:s|ing)?|(?:appear|com|stand)(?:s|ing)?\s(?:after|behind)|after|thereafter|behind)\b"
_WITHIN = rf"(?:\s(?:it|them))?(?:\s(?:in|to\sthe\send\sof)\s(?:the|such|that|said)\s{_NOUN})?"
_BEHIND = (  # a group finds where the words behind it go as well, or of what the end is meant
    rf"\s(?:(?:that|which)\s)?(?:(?:immediately|directly)\s)?(?:{_FOLLOWS}(\s(?:and|from\sand)\sincluding\b)?{_WITHIN}|((?:from|(?:begin|start|commenc)(?:s|ning|ing)\swith)\b))"
)
_WORDS = r"(?:\sof)?(?:\sthe)?\s(?:text|words?|language|wording)"
_ALL = "all any each every | of the text word words language wording"
_REMAINDER = rf"\s\w+\sof\s(?:the|such|that|said)\s{_NOUN}(?:\s(?:(?:that|which)\s)?(?:(?:immediately|directly)\s)?{_FOLLOWS})?"
RESTS = (
    Sense("rest", "everything", _BEHIND, ""),
    Sense("rest", _ALL, _WORDS + _BEHIND, ""),
    Sense("rest", "the | text language wording", r"\s\w+" + _BEHIND, ""),
    Sense("rest", "the | remainder rest balance", _REMAINDER),
)
TOLD = pattern(  # as it stands in the words of a sentence
    rf"\b(?:everything{_BEHIND}|(?:all|any|each|every){_WORDS}{_BEHIND}|the\s(?:text|language|wording){_BEHIND}|the{_REMAINDER})", ENGLISH
)
_NARROWER = {"sentence", "paragraph"}
_POINTS = {".", ";", ",", ":"}


def end_of(value: str) -> tuple[str, bool]:
    """Of what a rest that a token tells is the end, and whether it begins with the words that are named, and not behind them."""
    named = value.strip()
    if named in _NARROWER:
        return named, False
    return "provision", named.endswith(("including", "with", "from"))


def place_rests(read: Sequence[Order]) -> None:
    """Tell of each rest behind which words it begins."""
    for before, takes in itertools.pairwise((None, *read)):
        if takes is None or takes.rest is None or takes.of("quote"):
            continue
        anchors = [one for one in takes.after if one.kind == "quote"]
        put = _point_put(before) if before is not None else None
        same = put is not None and (not anchors or anchors[0].value == put.value)
        if put is not None and same:
            takes.after = [put]
            takes.places = takes.places or (before.places if before is not None else [])
        elif not anchors:
            takes.unclear = True


def _point_put(order: Order) -> Phrase | None:
    """The words behind which an order puts a point, or exchanges one, with that point."""
    behind = [one for one in order.after if one.kind == "quote"]
    given = order.objects if order.verb in {"insert", "add"} else order.instead if order.verb == "replace" else []
    puts = [one for one in given if one.kind != "pronoun"]
    point = puts[0] if len(puts) == 1 and puts[0].kind == "point" and puts[0].value in _POINTS else None
    if point is None or len(behind) != 1 or len(order.after) != 1 or order.unclear:
        return None
    nth = order.objects[0].occurrence or behind[0].occurrence
    sure = nth if nth in {1, -1} else None
    return msgspec.structs.replace(behind[0], value=behind[0].value + point.value, occurrence=sure)
