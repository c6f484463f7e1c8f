"""Words are put into a provision: after some words, before others, between them, at its beginning or end."""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.operation import Action, Operation, Text
from conformed.language.orders.order import Phrase
from conformed.language.setting.nesting import inside
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        "Clause (f) of Section 3.4 of the Credit Agreement is hereby amended to insert the following in Clause (2) thereof after the "
        'word "leased" and before the word "to":\n"(for not more than one season)".',
        "insert_text 3.4(f)(2): (for not more than one season) after leased before to",
    ),
    (
        'Section 8.1 is amended by inserting a comma and the word "costs" after the word "fees".',
        "insert_text 8.1: , costs after fees",
    ),
    (
        'Section 7.6 is amended by adding the following at the end thereof: "The Borrower shall pay."',
        "insert_text 7.6: The Borrower shall pay. after $",
    ),
    (
        'Section 4(c) is amended by inserting "Except in a leap year" at the beginning of the initial clause thereof.',
        "insert_text 4(c): Except in a leap year before ^",
    ),
    (
        'Section 4(c) is amended by inserting after the words "subject to," at the beginning of the second sentence thereof the words "the tolls and".',
        "insert_text 4(c)~sentence 2: the tolls and after subject to,",
    ),
)

_SECTION = pattern(r"(?:Section\s)?\d{1,3}\.\d{1,3}\.?\s", ENGLISH)
_LABEL = pattern(
    r"\(([a-z]{1,2}|[ivx]{2,5}|[A-Z]|\d{1,2})\)\s"
)  # what opens a clause that is added at the end


def read(setting: Setting) -> list[Operation]:
    """Read an order to put words in."""
    order = setting.order
    if order.verb not in {"insert", "add"} or any(phrase.new or phrase.kind == "entries" for phrase in order.objects):
        return []
    after, before = _anchor(setting, order.after), _anchor(setting, order.before)
    if after is None and order.at_end and (before is None or order.before[0].kind == "point"):
        after = "$"
    if order.at_beginning and before is None:
        if after == "$":
            return []
        before = "^" if after is None else None  # beside an anchor it only tells where that one stands
    if (order.after and after is None) or (order.before and before is None) or (after is None and before is None):
        return []  # "after clause (b) and before "oats"": both say where
    if (
        (after == "$" or before == "^")
        and not order.places
        and not any(not path.whole for path in setting.target)
    ):
        return []  # at the end of what, the sentence does not say
    new = _new(setting)
    if new is None or (
        setting.sentence.announced is not None
        and order.announced in {"sentence", "paragraph", "section", "subsection"}
        and after != "$"
    ):
        return []
    if after == "$" and order.announced in {"section", "article"} and _SECTION.match(new.words):
        return []  # a section of its own, and no words of the article at whose end it stands
    if after == "$" and (label := _LABEL.match(new.words)):
        clause = [inside(Path(steps=(f"({label[1]})",)), place) for place in setting.places()]
        return [setting.operation(Action.ADD_PROVISION, path, new=new) for path in clause]
    if after is not None and order.after and order.after[0].value[-1:] == new.words[-1:] in {",", ".", ";"}:
        after = order.after[0].value  # both points are meant
    named = (phrase.occurrence for phrase in (*order.after, *order.before) if phrase.occurrence)
    occurrence = next(named, 0 if order.each and (order.after or order.before) else None)
    return [
        setting.operation(
            Action.INSERT_TEXT,
            place,
            new=new,
            after=after,
            before=before,
            occurrence=occurrence,
            closing=order.closes and after == "$",
        )
        for place in setting.places()
    ]


def _new(setting: Setting) -> Text | None:
    given = [phrase for phrase in setting.order.objects if phrase.kind in {"quote", "point"}]
    if not given and (place := setting.announced()):
        beside = any(phrase.kind == "quote" for phrase in (*setting.order.after, *setting.order.before))
        return setting.in_line(*place) if beside else setting.piece(*place)
    order = setting.order
    whole = order.at_end or (order.at_beginning and order.announced is not None)
    if whole and given and (given[-1].value[:1].isupper() or _LABEL.match(given[-1].value)):
        return setting.words(given)  # a sentence or clause that is added at the end, or announced, keeps its point
    if order.closes and given and given[-1].value.endswith("."):
        return setting.words(given)
    return setting.inserted(given, order.after[0].value if order.after else "")


def _anchor(setting: Setting, phrases: list[Phrase]) -> str | None:
    given = next((phrase for phrase in phrases if phrase.kind in {"quote", "point"}), None)
    return setting.old(given) if given else None
