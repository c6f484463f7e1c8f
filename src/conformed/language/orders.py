"""What a sentence orders, verb by verb: the object, the place, the anchors, what is put instead.

In: the tokens of a sentence.  Out: its orders, in order; a deletion that is followed by its replacement is one.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.instrument import Path
from conformed.language.words import Token

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": -1}
_ARGUMENTS = {"quote", "path", "follow", "pronoun", "point", "entries", "table"}
_CHANGES = {"replace", "substitute", "insert", "add"}
_RESTATES = {"amend", "restate", "replace", "change"}


_AND = re.compile(r",?\s(?:and\s)?(?:is\s|are\s)?(?:hereby\s)?")
_RIGHT_BEFORE = re.compile(r"[^,;.]{0,24}")
_NOUN = re.compile(r"\s(?:out\s)?(?:in\s(?:its|their)\sentirety,?\s)?(?:the|an?|all|any|each|every|certain|its|those|these)\s(?!following)\w")
_ALL_OF = re.compile(r"\s(?:in\s(?:its|their)\sentirety\s)?(?:all|the\s(?:whole|entirety))\sof\s")


class Phrase(msgspec.Struct, frozen=True):
    """An argument of a verb: quoted words, addresses, announced text, a mark of punctuation, or what stands for one."""

    kind: str
    start: int
    end: int
    value: str
    inner: tuple[int, int]
    paths: tuple[Path, ...] = ()
    back: bool = False
    new: bool = False
    occurrence: int | None = None


class Order(msgspec.Struct):
    """One verb of change with its arguments, as they are gathered.

    `objects` is what it changes or puts in, `instead` what takes its place, `places` where; `after` and `before`
    are anchors; `named` what it is to be called; `announced` tells that new text follows the sentence; `lieu` that
    the words take the place of what the order before struck; `each` that every occurrence is meant; `struck` that
    what it replaces is struck whole; `unclear` that it names a place that is not understood.
    """

    verb: str
    passive: bool
    start: int
    end: int
    objects: list[Phrase] = []  # noqa: RUF012  (msgspec copies an empty list for each value)
    instead: list[Phrase] = []  # noqa: RUF012
    places: list[Phrase] = []  # noqa: RUF012
    named: list[Phrase] = []  # noqa: RUF012
    after: list[Phrase] = []  # noqa: RUF012
    before: list[Phrase] = []  # noqa: RUF012
    announced: str | None = None
    at_end: bool = False
    at_beginning: bool = False
    lieu: bool = False
    each: bool = False
    struck: bool = False
    unclear: bool = False
    pairs: list[tuple[Phrase, Phrase]] = []  # noqa: RUF012

    @property
    def tells(self) -> bool:
        """Whether it names anything that it would change or put in."""
        return self.announced is not None or any((self.objects, self.instead, self.places, self.named, self.after, self.before))

    @property
    def names_document(self) -> bool:
        """Whether it names the document whose provision it changes."""
        return any(path.document is not None for phrase in (*self.objects, *self.places) for path in phrase.paths)

    def of(self, kind: str) -> list[Phrase]:
        """The objects of one kind."""
        return [phrase for phrase in self.objects if phrase.kind == kind]


def orders(text: str, found: Sequence[Token]) -> list[Order]:
    """The orders of a sentence, whose tokens are `found`."""
    verbs = [place for place, token in enumerate(found) if token.kind == "verb"]
    read: list[Order] = []
    for turn, place in enumerate(verbs):
        verb = found[place]
        since = verbs[turn - 1] + 1 if turn else 0
        subject = _subject(text, found, since, place, first=turn == 0) if verb.passive or not turn else place
        if read:
            _arguments(text, read[-1], found[since:subject])
        order = Order(verb.value, verb.passive, verb.start, verb.end)
        _subjects(text, order, found[subject:place])
        if not verb.passive and order.objects:
            _as_agent(text, order)
        read.append(order)
    if read:
        _arguments(text, read[-1], found[verbs[-1] + 1 :])
    for order in read:
        order.unclear = order.unclear or _is_vague(text, order)
    return _joined(text, read)


def _is_vague(text: str, order: Order) -> bool:
    """Whether what an order changes is named by words that are not understood: `deleting the fee chart in Section 3`.

    It must not fall on the provision around them.
    """
    if order.verb in {"add", "insert", "substitute"} or order.objects or order.each:
        return False
    if order.passive:
        return bool(order.places) and order.verb != "amend"
    return order.verb in {"delete", "replace", "restate", "change"} and bool(_NOUN.match(text, order.end)) and not _ALL_OF.match(text, order.end)


def _subject(text: str, found: Sequence[Token], since: int, verb: int, *, first: bool) -> int:
    """Where the subject of a passive verb begins among the tokens before it."""
    if first:
        return since
    begun = verb
    for place in range(verb - 1, since - 1, -1):
        gap = text[found[place].end : found[place + 1].start]
        if found[place].kind == "and" or "," in gap or ";" in gap:
            if any(token.kind in _ARGUMENTS for token in found[place + 1 : verb]):
                return place + 1
            return verb
        begun = place
    joined = since and any(token.kind in {"with", "for", "after", "before"} for token in found[begun:verb])
    return begun if not joined and any(token.kind in _ARGUMENTS for token in found[begun:verb]) else verb


def _subjects(text: str, order: Order, found: Sequence[Token]) -> None:
    """Take the tokens before a verb as its subject: what it changes, and where that stands."""
    placed = False
    new, nth = False, None
    for before, token in zip((None, *found), found, strict=False):
        if token.kind == "path" and placed:
            placed = before is not None and before.kind == "in" and bool(_RIGHT_BEFORE.fullmatch(text, before.end, token.start))
        if token.kind == "in":
            placed = True
        elif token.kind == "new":
            new = True
        elif token.kind == "nth":
            nth = _ORDINALS[token.value]
        elif token.kind == "throughout":
            order.each = True
        elif token.kind == "unknown":
            order.unclear = True
        elif token.kind == "follow":
            order.announced = token.value
            order.objects.append(_phrase(token))
        elif token.kind == "path" and placed and any(o.kind != "path" for o in order.objects):
            order.places.append(_phrase(token))
        elif token.kind in _ARGUMENTS:
            (order.places if placed and token.kind == "path" else order.objects).append(_phrase(token, new=new, occurrence=nth))
            new, nth = False, None
            placed = False
        elif token.kind == "after":
            placed = False


def _as_agent(text: str, order: Order) -> None:
    """What stands before an active verb: `New Schedule 1 shall replace Schedule 1` says what is put instead."""
    if order.verb == "replace" and re.search(r"\b(?:shall|will|hereby)\s$", text[max(0, order.start - 12) : order.start]):
        order.instead = [phrase for phrase in order.objects if phrase.kind == "path"]
    else:
        order.places = [*order.places, *(phrase for phrase in order.objects if phrase.kind == "path")][:1]
    order.objects = []


def _phrase(token: Token, *, new: bool = False, occurrence: int | None = None) -> Phrase:
    inner = token.inner if token.kind == "quote" else (token.start, token.end)
    return Phrase(token.kind, token.start, token.end, token.value, inner, token.paths, token.back, new, occurrence)


def _arguments(text: str, order: Order, found: Sequence[Token]) -> None:
    """Take the tokens behind a verb: each small word says what the next argument is."""
    slot = "instead" if order.passive and order.objects and order.verb == "replace" else "object"
    if not order.passive and found and _ALL_OF.match(text, order.end) and found[0].kind == "in":
        found = found[1:]
    new, nth, pairing, anchored = False, None, False, True
    for token in found:
        kind = token.kind
        if kind in {"after", "before", "between"}:
            slot = kind
            anchored = False
        elif kind == "unknown":
            order.unclear = True
        elif kind == "in":
            slot = _slot_of_in(order, token, slot)
        elif kind == "with":
            if text[token.start] == "w" and order.instead and order.instead[-1].kind == "quote" and order.verb in {"replace", "substitute"}:
                order.objects.append(order.instead.pop())
                pairing = True
            slot = "instead" if order.verb in {"replace", "substitute", "change", "amend", "delete"} else slot
        elif kind == "for":
            slot = "old" if order.verb == "substitute" else slot
        elif kind == "lieu":
            order.lieu = True
            slot = "old" if text[token.start : token.end].lower().endswith(" of") else slot
        elif kind == "as":
            slot = "named" if order.verb in {"add", "insert", "renumber"} else slot
        elif kind == "end":
            order.at_end = anchored = True
            slot = "in"
        elif kind == "beginning":
            order.at_beginning = True
            slot = "in"
        elif kind == "throughout":
            order.each = True
        elif kind == "nth":
            nth = _ORDINALS[token.value]
            if order.objects and order.objects[-1].kind == "quote" and re.search(r"[\"”]\s*(?:\w+\s){0,3}$", text[order.objects[-1].end - 1 : token.start]):
                order.objects[-1] = msgspec.structs.replace(order.objects[-1], occurrence=nth)
                nth = None
        elif kind == "new":
            new = True
            if token.value in {"sentence", "paragraph", "definition"}:
                order.announced = token.value
        elif kind in _ARGUMENTS:
            slot = _take(order, _phrase(token, new=new, occurrence=nth), slot)
            if pairing and order.instead and len(order.objects) >= 2:
                order.pairs = [*(order.pairs or [(order.objects[-2], order.instead[0])]), (order.objects[-1], order.instead[-1])]
                pairing = False
            new, nth = False, None
            anchored = anchored or bool(order.after or order.before)
    order.unclear = order.unclear or (not anchored and order.verb in {"insert", "add", "delete", "replace"})


def _slot_of_in(order: Order, token: Token, slot: str) -> str:
    if token.value == "to" and order.verb == "change":
        return "instead"
    if slot in {"after", "before", "between", "instead", "old"} and token.value in {"of", "to"}:
        return slot
    return "in"


def _take(order: Order, phrase: Phrase, slot: str) -> str:
    """Give an argument its part, and say what the next one would be."""
    if phrase.kind == "follow":
        order.announced = phrase.value if phrase.value not in {"", "read"} else order.announced or phrase.value
        if order.verb == "delete" and phrase.value == "read" and order.objects:
            order.verb, order.struck = "replace", True
        if order.verb in {"add", "insert"} or (order.verb == "substitute" and not order.instead):
            order.objects.append(phrase)
        else:
            order.instead.append(phrase)
        return "instead" if slot == "instead" or order.verb in _RESTATES else "in"
    if slot == "between" and len(phrase.paths) == 2 and not order.after:
        order.after.append(msgspec.structs.replace(phrase, paths=phrase.paths[:1]))
        order.before.append(msgspec.structs.replace(phrase, paths=phrase.paths[1:]))
        return "object"
    if slot == "between":
        if order.after:
            order.before.append(phrase)
            return "object"
        order.after.append(phrase)
        return "between"
    if slot == "old":
        order.instead, order.objects = [*order.instead, *order.objects], [phrase]
        return "in"
    if slot in {"after", "before"}:
        (order.after if slot == "after" else order.before).append(phrase)
        return "object" if phrase.kind == "quote" else "in" if phrase.kind == "pronoun" else "object"
    if slot == "instead":
        order.instead.append(phrase)
        return slot
    if slot == "named":
        order.named.append(phrase)
        return slot if order.verb == "renumber" else "object"
    if slot == "in" and phrase.kind == "path" and not phrase.new:
        order.places.append(phrase)
        return "in" if order.verb in {"add", "insert"} else "object"
    if slot == "in" and phrase.kind == "pronoun":
        return "object"
    order.objects.append(phrase)
    return "object"


def _joined(text: str, read: list[Order]) -> list[Order]:
    """Join a deletion with the replacement that follows it, and "amended and restated"."""
    joined: list[Order] = []
    for order in read:
        last = joined[-1] if joined else None
        if last is not None and last.verb == "delete" and last.objects and order.verb in _CHANGES and _replaces(order, last):
            _put_instead(last, order)
        elif last is not None and last.verb == "delete" and not last.objects and order.lieu:
            order.unclear = True  # what is struck was not understood, so what takes its place is not known
            joined.append(order)
        elif last is not None and last.verb == "amend" and order.verb == "restate" and not last.announced and _AND.fullmatch(text, last.end, order.start):
            order.objects = last.objects + order.objects
            order.places = last.places + order.places
            order.passive = last.passive
            joined[-1] = order
        elif last is not None and last.verb in {"amend", "restate"} and order.verb == "replace" and last.objects and not order.objects and order.passive:
            order.objects, order.places = last.objects, last.places + order.places
            joined[-1] = order
        else:
            if order.verb == "substitute":
                _turn(order)
            joined.append(order)
    return joined


def _replaces(order: Order, last: Order) -> bool:
    """Whether an order says what takes the place of what the one before it strikes."""
    if order.verb == "replace" and not order.lieu:
        struck = {phrase.value for phrase in last.objects}
        return all(phrase.kind == "pronoun" or (phrase.kind == "point" and phrase.value in struck) for phrase in order.objects)
    if order.lieu:
        return not (order.after or order.before)
    bare = not (order.after or order.before or order.at_end or order.at_beginning or order.places)
    return order.verb == "substitute" or (bare and order.verb == "insert" and bool(last.of("quote")) and bool(order.of("quote")))


def _put_instead(last: Order, order: Order) -> None:
    last.verb, last.struck = "replace", True
    given = order.instead or [phrase for phrase in order.objects if phrase.kind != "pronoun"]
    last.instead = given
    last.announced = order.announced or last.announced
    last.places = last.places or order.places
    last.each = last.each or order.each
    last.end = order.end


def _turn(order: Order) -> None:
    """`substituting A for B` puts A instead of B; without B it puts A instead of what is spoken of."""
    order.verb = "replace"
    if not order.instead:
        order.instead, order.objects = order.objects, []
