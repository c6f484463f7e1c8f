"""Orders of a sentence that belong together: what is struck with what is put in its place, a change with its place.

In: the orders of a sentence, each with its arguments.  Out: the orders, a deletion and its replacement as one.
"""

import itertools
from collections.abc import Callable, Sequence

from conformed.basis.pattern import pattern
from conformed.instrument import Path
from conformed.language.orders.order import Order, Phrase
from conformed.language.orders.rest import place_rests

CHANGES = {"replace", "substitute", "insert", "add"}
_STRIKES = {"delete", "replace", "change"}
_PLAIN = {"", "sentence", "paragraph", "language", "text", "provision", "words", "read"}
_CALLED: dict[str | None, Callable[[Path], bool]] = {  # whether a provision may be called so
    "clause": lambda path: bool(path.steps), "subclause": lambda path: bool(path.steps),
    "subsection": lambda path: bool(path.steps), "paragraph": lambda path: bool(path.steps or path.place),
    "sentence": lambda path: "sentence" in (path.place or ""), "definition": lambda path: path.term is not None,
}  # fmt: skip
_AND = pattern(r",?\s(?:and\s)?(?:is\s|are\s)?(?:hereby\s)?")
_AND_ALSO = pattern(r",?\s(?:and|or)\s(?:also\s)?|,\s")
_ITEM = pattern(r"\(\w{1,4}\)\s")
_SUCH = pattern(r"(?:such|said|that)\s")
_FINAL = pattern(r"\b(?:final|last)\s")


def join(text: str, read: list[Order]) -> list[Order]:
    """The orders of a sentence, those that are one change joined, and those that share a place told it."""
    joined = _joined(text, read)
    _supplement(joined)
    _carry_place(joined)
    _stay_in_place(text, joined)
    _lean(joined)
    _at_close(text, joined)
    _behind_mark(text, joined)
    _behind_sentence(text, joined)
    _behind_point(text, joined)
    place_rests(joined)
    return joined


def _joined(text: str, read: list[Order]) -> list[Order]:
    """Join a deletion with the replacement that follows it, and "amended and restated"."""
    joined: list[Order] = []
    for order in read:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.verb == "delete" or (last.verb == "change" and order.lieu and not last.instead))
            and (last.objects or last.rest)
            and order.verb in CHANGES
            and _replaces(order, last)
        ):
            _put_instead(last, order)
        elif last is not None and _adds_bare(order) and (_strikes_part(last) or _strikes_table(last)):
            if _strikes_table(last) or _is_one_stretch(text, last, order):
                _put_instead(last, order)
            else:
                order.unclear = True  # for which of them, or beside them, is not told
                joined.append(order)
        elif (
            last is not None
            and last.verb == "delete"
            and not (last.objects or last.rest)
            and order.verb in CHANGES
            and (order.lieu or not _has_place(order))
        ):
            order.unclear = True  # what is struck was not understood, so what takes its place is not known
            joined.append(order)
        elif last is not None and last.verb == "delete" and order.verb in CHANGES and not order.tells:
            order.unclear = True  # "deleting "ten" and inserting twelve"
            joined.append(order)
        elif (
            last is not None
            and last.verb == "amend"
            and order.verb == "restate"
            and _AND.fullmatch(text, last.end, order.start)
        ):
            order.objects = last.objects + order.objects
            order.places = last.places + order.places
            order.announced = last.announced or order.announced  # "the following definitions are"
            order.passive = last.passive
            order.unclear, order.unplaced = order.unclear or last.unclear, order.unplaced or last.unplaced
            joined[-1] = order
        elif (
            last is not None
            and last.verb in {"amend", "restate"}
            and order.verb == "replace"
            and last.objects
            and not order.objects
            and order.passive
        ):
            order.objects, order.places = last.objects, last.places + order.places
            joined[-1] = order
        else:
            if order.verb == "substitute":
                _turn(order)
            elif order.verb in {"insert", "add"} and order.lieu and order.instead:
                order.verb = "replace"  # "is inserted in substitution of Section 4.2"
            joined.append(order)
    return joined


def _supplement(read: Sequence[Order]) -> None:
    """`Section 4 is supplemented as follows` adds to it; `modified and supplemented` does not say what stays."""
    for order in read:
        if order.verb == "supplement" and order.passive and order.announced is not None and order.of("path"):
            order.verb, order.at_end = "add", True
            order.places, order.objects, order.instead = order.objects, order.instead, []
        elif order.verb == "supplement":
            order.verb = "amend"
            for one in read:
                one.verb = "modify" if one.verb == "amend" and one.announced is not None else one.verb


def _carry_place(read: Sequence[Order]) -> None:
    """`Section 4 is amended at the beginning by adding`: where it is amended is where it is added."""
    for amends, puts in itertools.pairwise(read):
        if amends.verb == "amend" and amends.passive and puts.verb in {"insert", "add"}:
            puts.at_end = puts.at_end or amends.at_end
            puts.at_beginning = puts.at_beginning or amends.at_beginning
            if puts.at_end and not puts.places:
                puts.objects = [*puts.objects, *amends.of("table")]  # "the table is amended by adding at the end thereof"
        behind = [path for one in amends.places if one.start > amends.end for path in one.paths]
        if amends.verb == "amend" and amends.passive and puts.places and any(path.section and not path.part for path in behind):
            puts.unclear = True  # "amended (i) in Section 4 and (ii) in Section 5, by deleting": in each of them


def _stay_in_place(text: str, read: Sequence[Order]) -> None:
    """`(b) in clause (c), replacing "ten" with "six" and deleting "rye"`: in that clause as well."""
    for before, order in itertools.pairwise(read):
        led = not before.passive and bool(before.places) and all(one.end <= before.start for one in before.places)
        if not led or order.passive or (_has_place(order) and not (order.after or order.before)):
            continue
        words = bool(order.of("quote")) and (order.verb in _STRIKES or bool(order.after or order.before))
        since = max((one.end for one in (*before.objects, *before.instead, *before.after, *before.before)), default=before.end)
        if words and not (order.places or order.of("path")) and _AND_ALSO.fullmatch(text, since, order.start):
            order.places = before.places


def _lean(read: Sequence[Order]) -> None:
    """`deleting "ten" in clause (a) and inserting "six" after "five" in such clause`: in that one."""
    for turn, order in enumerate(read):
        if order.places or order.leans not in _CALLED:
            continue
        for before in reversed(read[:turn]):
            named = [path for phrase in (*before.places, *before.of("path")) for path in phrase.paths]
            if any(_CALLED[order.leans](path) for path in named):
                own = before.verb == "amend" and before.passive  # which is what the whole sentence speaks of
                order.places = [] if own else [*before.places] or before.of("path")
                order.unclear = order.unclear or not (own or len(named) == 1)
                break


def _at_close(text: str, read: Sequence[Order]) -> None:
    """`deleting the final period of clause (b)`: the period with which it closes, of however many it has."""
    for order in read:
        closes = order.verb in _STRIKES and not (order.after or order.before) and _is_final(text, order)
        order.at_end = order.at_end or (closes and order.objects[0].value == ".")


def _behind_mark(text: str, read: Sequence[Order]) -> None:
    """`replacing the period at the end with a comma and adding after such comma`: behind that comma is the end."""
    for puts, adds in itertools.pairwise(read):
        marks = [one for one in adds.after if one.kind == "point" and _SUCH.match(text, one.start)]
        if adds.verb not in {"insert", "add"} or not marks:
            continue
        if _is_final(text, puts) and not puts.unclear and any(one.value == marks[0].value for one in puts.instead):
            adds.after, adds.at_end, puts.at_end = [], True, True
            adds.places = puts.places or adds.places
        else:
            adds.unclear = True  # which comma it is, is not told


def _behind_sentence(text: str, read: Sequence[Order]) -> None:
    """`deleting the period at the end of the first sentence and adding the following`: at the end of that sentence."""
    for strikes, adds in itertools.pairwise(read):
        places = [path.place or "" for phrase in strikes.places for path in phrase.paths]
        parts = bool(places) and all(place.startswith(("sentence", "paragraph")) for place in places)
        if not (parts and strikes.verb in _STRIKES and strikes.at_end and _is_final(text, strikes)):
            continue
        if _adds_bare(adds):
            adds.places, adds.at_end = strikes.places, True
        elif adds.verb in {"insert", "add"} and adds.at_end and not adds.places:
            adds.unclear = True  # "at the end thereof": of the sentence, or of what holds it


def _behind_point(text: str, read: Sequence[Order]) -> None:
    """`deleting the period at the end and adding at the end`: nothing stands there that closes what is added."""
    for number, adds in enumerate(read):
        ends = adds.at_end or not (adds.after or adds.before or adds.at_beginning)
        adds.closes = adds.verb in {"insert", "add"} and ends and any(
            strikes.verb in _STRIKES
            and _is_final(text, strikes)
            and not _elsewhere(strikes, adds)
            for strikes in read[:number]
        )


def _elsewhere(one: Order, other: Order) -> bool:
    """Whether two orders surely name different places: other sections, or other clauses."""
    paths = [[path for phrase in order.places for path in phrase.paths] for order in (one, other)]
    sections = [{path.section for path in named if path.section} for named in paths]
    clauses = [{path.steps for path in named if path.steps} for named in paths]
    return any(all(names) and names[0].isdisjoint(names[1]) for names in (sections, clauses))


def _is_final(text: str, order: Order) -> bool:
    """Whether what an order strikes is the point at the end of a provision, and nothing else."""
    points = [phrase for phrase in order.objects if phrase.value in {".", ",", ";", ":"}]
    final = order.at_end or any(_FINAL.search(text, one.start, one.end) for one in points)
    return final and len(points) == len(order.objects) == 1


def _has_place(order: Order) -> bool:
    """Whether an order says where it applies, apart from what the order before it struck."""
    return bool(
        order.after or order.before or order.places or order.at_end or order.at_beginning or order.of("path")
    )


def _replaces(order: Order, last: Order) -> bool:
    """Whether an order says what takes the place of what the one before it strikes."""
    if order.rest is not None:
        return False  # "striking "ten", and replacing everything after "six" with "five""
    says_what = order.verb in {"insert", "add", "substitute"} and order.instead  # "substituting A for B"
    if says_what or (order.verb == "replace" and not order.lieu):
        struck = {phrase.value for phrase in last.objects}
        return all(
            phrase.kind == "pronoun"
            or (phrase.value in struck and (says_what or phrase.kind == "point"))
            or _names_again(phrase, last)
            for phrase in order.objects
        )
    if order.lieu:
        return not (order.after or order.before)
    bare = not (_has_place(order) or order.named or order.unclear)
    puts = bare and _is_words(order)
    if last.rest is not None:
        return order.verb == "substitute" or puts  # nothing stands behind what goes, so that they stand there
    return order.verb == "substitute" or (puts and order.verb == "insert" and _is_words(last))


def _is_words(order: Order) -> bool:
    """Whether an order is about words, or a point, that it quotes or names."""
    return bool(order.of("quote") or order.of("point"))


def _names_again(phrase: Phrase, last: Order) -> bool:
    """`deleting clause (b) of Section 4 and replacing such clause (b)`: the clause that was struck."""
    struck = [(*path.steps, *path.inner) for one in last.objects for path in one.paths]
    return bool(phrase.paths) and all(
        path.relative and not path.place and any(one[-len(path.steps) :] == path.steps for one in struck)
        for path in phrase.paths
    )


def _adds_bare(order: Order) -> bool:
    """Whether new text is put in for which no place is told: `and inserting the following`."""
    plain = order.announced in _PLAIN and all(phrase.kind in {"follow", "quote"} for phrase in order.objects)
    return order.verb in {"insert", "add"} and plain and not (_has_place(order) or order.unclear)


def _strikes_part(order: Order) -> bool:
    """Whether what is struck are sentences, paragraphs or other parts of a provision, and nothing else."""
    parts = [path.place for phrase in order.objects for path in phrase.paths]
    return order.verb == "delete" and all(parts) and len(order.of("path")) == len(order.objects) > 0


def _strikes_table(order: Order) -> bool:
    """Whether what is struck is a table, and nothing else."""
    return order.verb == "delete" and len(order.of("table")) == len(order.objects) == 1


def _is_one_stretch(text: str, last: Order, order: Order) -> bool:
    """Whether whole sentences or paragraphs are struck that stand together, and what is put in is no item of its own."""
    struck = last.objects[0]
    whole = all((path.place or "").startswith(("sentence", "paragraph")) for path in struck.paths)
    item = _ITEM.search(text, struck.end, max(order.start, struck.end))
    return (
        whole and len(last.objects) == 1 and " and " not in text[struck.start : struck.end] and item is None
    )


def _put_instead(last: Order, order: Order) -> None:
    last.verb, last.struck = "replace", True
    last.unclear = last.unclear or order.unclear
    given = order.instead or [phrase for phrase in order.objects if phrase.kind != "pronoun"]
    last.instead = given
    last.announced = order.announced or last.announced
    last.places = last.places or order.places
    last.each = last.each or order.each
    last.end = order.end


def _turn(order: Order) -> None:
    """`substituting A for B` puts A instead of B; without B it puts A instead of what is spoken of."""
    order.verb = "replace"
    if not order.instead and order.each and len(order.of("quote")) == 2:
        order.objects, order.instead = order.objects[:1], order.objects[1:]  # "wherever "A" stands, "B" is"
    elif not order.instead:
        order.instead, order.objects = order.objects, []
