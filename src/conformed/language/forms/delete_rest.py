"""All that follows some words, to the end of a provision, a sentence or a paragraph, is struck, or exchanged for others."""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.operation import Action, Operation
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        'Section 4.2 is amended by deleting everything that follows the word "mill".',
        "delete_text 4.2: all behind it to the end of the provision after mill",
    ),
    (
        'Section 4.2 is amended by deleting everything following and including the word "provided".',
        "delete_text 4.2: provided and all behind it to the end of the provision",
    ),
    (
        'Section 4.2 is amended by deleting "provided" and all text thereafter.',
        "delete_text 4.2: provided and all behind it to the end of the provision",
    ),
    (
        'The second sentence of Section 4.2 is amended by deleting all of the words which follow "mill" and replacing them with "is dry".',
        "replace_text 4.2~sentence 2: all behind it to the end of the provision -> is dry after mill",
    ),
    (
        'Section 4.2 is amended by placing a period after the phrase "is dry" the last time it appears in that section, and deleting all the text which follows that phrase.',
        "insert_text 4.2: . after is dry (-1)\ndelete_text 4.2: all behind it to the end of the provision after is dry. (-1)",
    ),
    (
        'Section 4.2 is amended by deleting the remainder of the sentence following "mill".',
        "delete_text 4.2: all behind it to the end of the sentence after mill",
    ),
)

_WORDS = (
    r"out|by|the|defined|terms?|words?|phrases?|language|text|numbers?|figures?|reference|to|such|said|that|those|thereto|in|of|from|at|it|them|a|an|all|and|with|where|which"
    r"|entirety|its|their|contained|appearing|set\sforth|last|first|second|third|time|occurrence|place|appears?|occurs?|sections?|clauses?|definitions?|provisions?"
    r"|therein|thereof|lieu|therefor|is|are|shall|be|hereby"
)
_BETWEEN = pattern(rf"(?:[\s,.;:“”\"'’`]*\b(?:{_WORDS})\b){{0,40}}[\s,.;:“”\"'’`]*", ENGLISH)  # and nothing that bounds it
_ENDS_WITH = pattern(r"\s(?:shall|will)\s(?:now\s)?end\s(?:with|after)\s(?:the\s(?:words?|phrase)\s)?")
_CLOSES = pattern(r"(?:\sin\sits\sentirety)?\.?\s*$")
_ELLIPSIS = pattern(r"^(?:\.\s?){3}|^…\s?")
_ENDS = pattern(rf"(?:\s(?!and\b)(?:{_WORDS})\b){{0,12}}(?:[,;.:]|\sand\b|\s?$)", ENGLISH)


def read(setting: Setting) -> list[Operation]:
    """Read an order that takes all that follows some words."""
    order = setting.order
    if order.rest is None or order.verb not in {"delete", "replace"} or order.before or order.each or order.at_end:
        return []
    if shortened := _shortened(setting):
        return shortened
    taken = [phrase for phrase in order.objects if phrase.kind == "quote"]
    named = taken or [phrase for phrase in order.after if phrase.kind == "quote"]
    plain = all(phrase.kind in {"quote", "pronoun"} for phrase in (*order.objects, *order.after))
    if len(named) != 1 or not plain or (taken and order.after and order.after[0].kind != "pronoun"):
        return []
    if (order.verb == "replace") != bool(order.instead) or order.announced or not _is_plain(setting):
        return []
    new = setting.inserted(order.instead) if order.instead else None
    if order.instead and new is None:
        return []
    places = setting.places()
    if any(place.whole for place in places):
        return []  # all of the agreement from there on
    old, after = (setting.old(named[0]), None) if taken else (None, named[0].value)
    return [
        setting.operation(
            Action.DELETE_TEXT if new is None else Action.REPLACE_TEXT,
            place,
            new=new,
            old=old,
            after=after,
            occurrence=named[0].occurrence,
            to_end_of=order.rest,
        )
        for place in places
    ]


def _shortened(setting: Setting) -> list[Operation]:
    """`The second sentence of Section 4 shall end with the words "the mill" and the remainder of said sentence is deleted`."""
    order, text = setting.order, setting.text
    if not order.passive or order.verb != "delete" or [one.kind for one in order.objects] != ["path", "quote"] or order.after:
        return []
    named, words = order.objects
    between = text[max([named.end, *(place.end for place in order.places if place.end < words.start)]) : words.start]
    targets = setting.resolve([named], setting.resolve(order.places) or None)
    one = len(targets) == 1 and (targets[0].place or "").startswith(order.rest or "-")
    if not one or not _ENDS_WITH.fullmatch(between) or not _CLOSES.match(text, order.end, setting.sentence.end):
        return []
    after = _ELLIPSIS.sub("", setting.old(words)).rstrip(",")
    return [setting.operation(Action.DELETE_TEXT, targets[0], after=after, to_end_of=order.rest)]


def _is_plain(setting: Setting) -> bool:
    """Whether nothing stands beside the words that are named, the rest that goes and the place that could bound it."""
    order, text = setting.order, setting.text
    phrases = (*order.objects, *order.after, *order.places, *order.instead)
    begun = min([order.start, order.rested[0], *(one.start for one in order.objects)]) if order.passive else order.start
    known = sorted([(order.start, order.end), order.rested, *((one.start, one.end) for one in phrases if one.start >= begun)])
    at = known[0][0]
    for start, end in known:
        if start > at and not _BETWEEN.fullmatch(text, at, start):
            return False
        at = max(at, end)
    return _ENDS.match(text, at, setting.sentence.end) is not None
