"""Terms and numbers of provisions that an order speaks of as words: `replacing the term "A" with the term "B"`.

In: an order with its arguments.  Out: the same, what only mentions a definition or a provision taken as words.
"""

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.orders.order import Order, Phrase

_TERM = pattern(r"(?:the\s)?(?:defined\s)?term\s", ENGLISH)
_MENTION = pattern(r"(?:the|an?|such|said|its)\s(?:cross[\s-]?)?reference\s", ENGLISH)


def terms_as_words(text: str, order: Order) -> None:
    """`replacing the term "A" with the term "B"` speaks of words, and of no definition; so do references to a term."""
    if order.each and not order.objects and all(_TERM.match(text, one.start) for one in order.places):
        order.objects, order.places = order.places, []
    if order.of("quote") and all(_MENTION.match(text, one.start) for one in order.objects):
        order.instead = [_path_as_words(text, one) for one in order.instead]
    objects, instead = (
        [_term_as_words(text, one) for one in phrases] for phrases in (order.objects, order.instead)
    )
    if objects and all(phrase.kind == "quote" for phrase in (*objects, *instead)):
        order.objects, order.instead = objects, instead


def _path_as_words(text: str, phrase: Phrase) -> Phrase:
    """`deleting the reference to Section 5 and replacing it with Section 6`: the number is what is put in."""
    if phrase.kind != "path":
        return phrase
    return msgspec.structs.replace(
        phrase,
        kind="quote",
        value=text[phrase.start : phrase.end],
        inner=(phrase.start, phrase.end),
        paths=(),
    )


def _term_as_words(text: str, phrase: Phrase) -> Phrase:
    term = phrase.paths[0].term if len(phrase.paths) == 1 else None
    if term is None or not _TERM.match(text, phrase.start) or phrase.paths[0] != Path(term=term):
        return phrase
    start = text.index(term, phrase.start)
    return msgspec.structs.replace(
        phrase, kind="quote", value=term, inner=(start, start + len(term)), paths=()
    )
