"""A word or phrase is replaced or struck wherever it stands, in the agreement or in a provision of it."""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.operation import Action, Operation
from conformed.language.orders.order import Phrase
from conformed.language.setting.setting import Setting

_ALL = pattern(
    r"\b(?:all|any|each|every)\s(?:other\s)?references?\s(?:in\s[^.;]{0,60}\s)?to\s", ENGLISH
)

_ALSO = pattern(r"\band\s(?:any|all|each|every|the)\s(?:\w+\s)?(?:provision|sentence|paragraph|definition|language|text|word)", ENGLISH)
_OWNED = pattern(r"[’']s\s$")

EXAMPLES = (
    (
        'Section 10.4 of the Credit Agreement is amended by deleting all references to "the Parent" and replacing all such '
        'references with "Holdings."',
        "replace_throughout 10.4: the Parent -> Holdings",
    ),
    (
        'The Credit Agreement is amended by replacing each reference to "Oldbank" with "Newbank".',
        "replace_throughout *: Oldbank -> Newbank",
    ),
    (
        'Amendment of Section 1.1. The term "Elevator", its definition and all references to that term are hereby deleted.',
        "delete_provision 1.1#Elevator\nreplace_throughout *: Elevator",
    ),
    (
        'The references to "$5,000" and "$6,000" in Section 6.1 are replaced with "$7,000" and "$8,000", respectively.',
        "replace_throughout 6.1: $5,000 -> $7,000\nreplace_throughout 6.1: $6,000 -> $8,000",
    ),
    ("All references to Section 8.2 shall be deleted.", "delete_text *: All references to Section 8.2"),
    (
        "All references to Article VIII or any Section thereof shall be deleted.",
        "delete_text *: All references to Article VIII or any Section thereof",
    ),
)


def read(setting: Setting) -> list[Operation]:
    """Read an order that speaks of each place: words that hold others ("Bank Board", "Bank") come before them."""
    order = setting.order
    quotes = order.of("quote")
    if not order.each or order.verb not in {"replace", "change", "delete", "amend"}:
        return []
    if not quotes:
        return _references(setting) if order.verb == "delete" else []
    words = {setting.old(quote) for quote in quotes}
    named = order.of("path") or [phrase for phrase in order.places if _terms(phrase) & words]
    if named:  # "the definition of "Toll" and all references to "Toll" are deleted"
        same = order.verb == "delete" and all(_terms(phrase) == words for phrase in named)
        return _with_its_references(setting, named) if same else []
    found = []
    given = [phrase for phrase in order.instead if phrase.kind == "quote"]
    if any(_OWNED.search(setting.text, order.end, one.start) for one in given):
        return []  # "with the miller's "Leave" from the mill": more than the quoted words
    if len(given) > 1 and len(given) != len(quotes):
        return []  # which of them takes the place of which, the sentence does not say
    for place in setting.places() or [Path()]:
        for number, quote in sorted(enumerate(quotes), key=lambda told: sum(told[1].value in one.value for one in quotes)):
            instead = given[number : number + 1] if len(given) > 1 else order.instead
            new = setting.inserted(instead, setting.old(quote)) if order.verb != "delete" else None
            if order.verb != "delete" and new is None:
                return []
            action = Action.REPLACE_THROUGHOUT if new else Action.DELETE_TEXT
            old = setting.replaced(quote, new)
            found.append(setting.operation(action, place, old=old, new=new, occurrence=0))
    return found


def _terms(phrase: Phrase) -> set[str]:
    """The terms that an address names by themselves."""
    return {path.term for path in phrase.paths if path.term and path.section is None}


def _references(setting: Setting) -> list[Operation]:
    """All references to a provision or thing are struck; which words these are, the sentence does not say."""
    match = _ALL.search(setting.text, setting.sentence.start, setting.sentence.end)
    if match is None:
        return []
    named = [
        phrase for phrase in setting.order.objects if phrase.kind == "path" and phrase.end <= match.start()
    ]
    if named and re.search(r"\band\s$", setting.text[match.start() - 5 : match.start()]):
        return _with_its_references(setting, named)
    end = re.compile(
        r"\s(?:(?:shall|are|is)\s|throughout|in\s(?:the|this)\s[A-Z])|[;,:]|\.(?=\s|$)|$"
    ).search(setting.text, match.end(), setting.sentence.end)
    stop = end.start() if end else setting.sentence.end
    if _ALSO.search(setting.text, match.end(), stop):
        return []  # "all references to Section 8 and any provisions that bear on it"
    return [
        setting.operation(Action.DELETE_TEXT, Path(), old=setting.text[match.start() : stop], occurrence=0)
    ]


def _with_its_references(setting: Setting, named: list[Phrase]) -> list[Operation]:
    """A provision or term is struck, and what refers to it; how the sentences around are to read is not said."""
    found = [setting.operation(Action.DELETE_PROVISION, path) for path in setting.resolve(named)]
    for phrase in named:
        terms = [path.term for path in phrase.paths if path.term is not None]
        words = terms or [setting.text[phrase.start : phrase.end]]
        found += [
            setting.operation(Action.REPLACE_THROUGHOUT, Path(), old=_short(one), occurrence=0)
            for one in words
        ]
    return found


def _short(words: str) -> str:
    """A part's name without the document behind it."""
    return re.sub(r"\s(?:to|of)\sthe\s.*$", "", words)
