"""Words within a provision are struck and others put in their place."""

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language.operation import Action, Operation
from conformed.language.orders.figures import is_bare
from conformed.language.orders.order import Order, Phrase
from conformed.language.setting.setting import Setting

EXAMPLES = (
    (
        'Section 6.01(a) of the Credit Agreement is amended by deleting "4.50" and substituting therefor "5.00".',
        "replace_text 6.01(a): 4.50 -> 5.00",
    ),
    (
        'Section 3 is amended by replacing (A) "2.0 to 1.0" with "2.5 to 1.0" and (B) "10%" with "15%".',
        "replace_text 3: 2.0 to 1.0 -> 2.5 to 1.0\nreplace_text 3: 10% -> 15%",
    ),
    (
        'Section 7.4 is amended by deleting the period at the end of Section 7.4(k) and replacing it with "; and".',
        "replace_text 7.4(k): . -> ; and at the end",
    ),
    ('In Section 4.2, "7.11" is hereby deleted and replaced with "7.12".', "replace_text 4.2: 7.11 -> 7.12"),
    ('Section 5 is amended to substitute the number "3" for the number "15."', "replace_text 5: 15 -> 3"),
    (
        'In clause (i) of Section 5(b), the second reference to "$3,000" shall be changed to "$13,000".',
        "replace_text 5(b)(i): $3,000 -> $13,000 (2)",
    ),
    (
        'In the second sentence of Section 5.4, the phrase "within ten days of" is amended in its entirety to read "on".',
        "replace_text 5.4~sentence 2: within ten days of -> on",
    ),
    (
        "Section 3.9 is amended by striking the cross reference to Section 3.4(b) and inserting in lieu thereof a reference to Section 3.4(c).",
        "replace_text 3.9: Section 3.4(b) -> Section 3.4(c)",
    ),
)

_UNMARKED = pattern(  # "replace ten days with twelve days" and nothing more: words that no marks set off
    r"\s(?P<old>(?!(?:the|an?|all|any|each|every|its|their|such|said|those|these|previous|existing|current)\s)[^\"“”:;]{2,120}?)"
    r"\swith\s(?P<new>(?!(?:the|an?|that|those|these|such|following|attached|revised|new)\s)[^\"“”:;]{2,160}?)[.;]?\s?",
    ENGLISH,
)
_DASH = pattern(r"[^.;:]{0,60}?\s[–—-]{1,2}\s")
_FIGURE = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|[$£€]?\d[\d,]{0,14}(?:\.\d{1,6})?%?)"  # a day or an amount
_FIGURES = pattern(
    rf"(?P<old>{_FIGURE})\s(?:(?:is|are)\s(?:hereby\s)?|shall\s(?:hereby\s)?be\s)(?:changed|replaced)\s(?:to|with|by)\s(?P<new>{_FIGURE})[.;]?\s?"
)
_RESPECTIVELY = pattern(r"\brespectively\b")
_LABEL = pattern(r"\(?\w{1,4}[.)]")
_VERBS = {"replace", "change", "amend"}


def read(setting: Setting) -> list[Operation]:
    """Read an order to put words in the place of others."""
    order = setting.order
    olds = [phrase for phrase in order.objects if phrase.kind in {"quote", "point"}]
    if unmarked := _unmarked(setting):
        return unmarked
    if order.verb not in _VERBS or not olds or (order.passive and not _are_words(order, olds)):
        return []
    if any(phrase.kind == "entries" for phrase in order.objects[:-1]):
        return []  # "the row "Tolls"": the words only tell which
    if not any(phrase.kind in {"quote", "point"} for phrase in order.instead):
        return _announced(setting, olds[-1])
    pairs = order.pairs or _pairs(olds, order.instead)
    places = setting.places()
    if (len(pairs) > 1 and (order.after or order.before)) or _is_nowhere(order, olds, places):
        return []  # which of them stands there, or where they stand, the sentence does not say
    found = []
    each = [(place, pair) for place in places for pair in pairs]
    if len(places) > 1 and len(pairs) > 1 and _RESPECTIVELY.search(setting.text, *_behind(setting)):
        if not order.pairs or len(pairs) != len(places):
            return []  # which words stand in which of them, the sentence does not say
        each = list(zip(places, pairs, strict=True))
    for place, (old_phrase, new_phrase) in each:
        instead = [new_phrase] if len(pairs) > 1 else order.instead
        new = setting.inserted(instead, setting.old(old_phrase))
        if new is None:
            return []  # which words are put in, the sentence does not say
        found.append(
            setting.operation(
                Action.REPLACE_TEXT,
                place,
                old=setting.replaced(old_phrase, new),
                new=new,
                before=setting.anchor(order.before, place),
                after=setting.anchor(order.after, place),
                occurrence=old_phrase.occurrence,
                closing=order.at_end,
            )
        )
    return found


def _is_nowhere(order: Order, olds: list[Phrase], places: list[Path]) -> bool:
    """Whether words that no marks set off have no place: `the Toll is changed from $5 to $6`, in whichever words."""
    return not order.each and any(map(is_bare, olds)) and any(place.whole for place in places)


def _unmarked(setting: Setting) -> list[Operation]:
    """A command, or a change of a figure, that is the whole sentence, in a provision that is spoken of."""
    order, sentence = setting.order, setting.sentence
    match = _FIGURES.fullmatch(setting.text, sentence.start, sentence.end)
    if order.verb == "replace" and _is_command(setting):
        match = _UNMARKED.fullmatch(setting.text, order.end, sentence.end)
    places = setting.places()
    if match is None or len(places) != 1 or places[0].whole:
        return []
    return [setting.operation(Action.REPLACE_TEXT, places[0], old=match["old"], new=setting.piece(*match.span("new")))]


def _is_command(setting: Setting) -> bool:
    """Whether nothing stands before the verb, or the provision that it is about and a dash."""
    order, start = setting.order, setting.sentence.start
    named = order.places[0] if order.places else None
    return order.start == start or (
        named is not None and named.start == start and bool(_DASH.fullmatch(setting.text, named.end, order.start))
    )


def _behind(setting: Setting) -> tuple[int, int]:
    return setting.order.instead[-1].end, setting.sentence.end


def _are_words(order: Order, olds: list[Phrase]) -> bool:
    """Whether what is amended are words, and no provision or clause that is called by them."""
    provisions = [path for phrase in order.of("path") for path in phrase.paths if not path.relative]
    return not provisions and not any(_LABEL.fullmatch(old.value) for old in olds)


def _pairs(olds: list[Phrase], instead: list[Phrase]) -> list[tuple[Phrase, Phrase]]:
    """`"A" and "B" with "C" and "D"`, each in its turn; several that are not as many as what replaces them are no pairs."""
    old, new = ([phrase for phrase in phrases if phrase.kind == "quote"] for phrases in (olds, instead))
    if len(old) > 1:
        return list(zip(old, new, strict=True)) if len(old) == len(new) else []
    return [(olds[-1], instead[0])]


def _announced(setting: Setting, old: Phrase) -> list[Operation]:
    """The words that are put in are set off behind the sentence."""
    place = setting.announced()
    if place is None:
        return []
    new = setting.piece(*place) if old.value.endswith(".") else setting.in_line(*place)
    return [
        setting.operation(
            Action.REPLACE_TEXT, path, old=setting.replaced(old, new), new=new, occurrence=old.occurrence
        )
        for path in setting.places()
    ]
