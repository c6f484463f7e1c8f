"""Words within a provision are struck."""


from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.forms.delete_provision import listed
from conformed.language.operation import Action, Operation
from conformed.language.setting.setting import Setting

_WORDS = pattern(r"[A-Za-z]{4}")
_RESPECTIVELY = pattern(r"\brespectively\b")
_AND_DEFINITION = pattern(r"\s?,?\sand\s(?:the|its|their)\s(?:\w+\s)?definitions?\b(?!\sof\s[^;]{1,160}?\s(?:is|are|shall)\s)", ENGLISH)

EXAMPLES = (
    (
        'The definition of "Period" in Section 1.1 is amended by deleting the words "or twelve (12)".',
        "delete_text 1.1#Period: or twelve (12)",
    ),
    (
        "The following sentence of Section 6.7 shall be deleted in its entirety:\nThe Shipper may withdraw.",
        "delete_text 6.7: The Shipper may withdraw.",
    ),
    (
        'In Section 2.3(b), the phrase "less amounts previously paid" is hereby deleted.',
        "delete_text 2.3(b): less amounts previously paid",
    ),
)


def read(setting: Setting) -> list[Operation]:
    """Read an order to strike words."""
    order = setting.order
    quotes = [phrase for phrase in order.objects if phrase.kind in {"quote", "point"}]
    terms = order.announced in {"definition", "term", "defined term"}
    if (
        order.verb == "delete"
        and order.announced
        and not quotes
        and not terms
        and (place := setting.announced())
    ):
        old = " ".join(setting.text[slice(*place)].split())
        if listed(setting, *place) or not _WORDS.search(old):
            return []  # the names of provisions, and not their words
        return [setting.operation(Action.DELETE_TEXT, path, old=old) for path in setting.places()]
    if order.verb != "delete" or not quotes or terms or (order.passive and order.of("path")):
        return []
    if len(quotes) > 1 and (order.after or order.before):
        return []  # which of them stands there, the sentence does not say
    if _AND_DEFINITION.match(setting.text, quotes[-1].end, setting.sentence.end):
        return []  # "deleting "Mill" and the definition thereof": a term, and not its words alone
    places = setting.places()
    each = [(place, quote) for place in places for quote in quotes]
    if min(len(places), len(quotes)) > 1 and _RESPECTIVELY.search(setting.text, quotes[-1].end, setting.sentence.end):
        if len(places) != len(quotes):
            return []  # which words stand in which of them, the sentence does not say
        each = list(zip(places, quotes, strict=True))
    return [
        setting.operation(
            Action.DELETE_TEXT,
            place,
            old=setting.old(quote),
            after=setting.anchor(order.after, place),
            before=setting.anchor(order.before, place),
            occurrence=quote.occurrence,
            closing=order.at_end,
        )
        for place, quote in each
    ]
