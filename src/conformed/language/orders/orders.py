"""What a sentence orders, verb by verb: the object, the place, the anchors, what is put instead.

In: the tokens of a sentence.  Out: its orders, in order; a deletion that is followed by its replacement is one.
"""

import itertools
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.apart import apart
from conformed.language.orders.arguments import ARGUMENTS, arguments
from conformed.language.orders.figures import is_of_another_count
from conformed.language.orders.going_on import own_clause, result
from conformed.language.orders.joining import CHANGES, join
from conformed.language.orders.lexemes import Token
from conformed.language.orders.mentions import terms_as_words
from conformed.language.orders.order import Order, Phrase
from conformed.language.orders.repeated import each_with_its_place, repeated
from conformed.language.orders.subjects import as_agent, take
from conformed.language.orders.vague import in_several, is_mixed, is_vague, of_another

_WHOLES = {"amend", "restate", "replace", "delete"}
_LEADS = {"in", "after", "before", "end", "beginning", "lieu"}  # what opens the place before a subject
_EVERYWHERE = ("everywhere", "throughout", "wherever")
_RESPECTIVELY = pattern(r"\b(?:amended|modified),?\srespectively\b", ENGLISH)  # of several provisions each by another edit
_HELPS = pattern(r"\b(?:be|is|are),?\sand\s(?:(?:it|they)\s)?hereby\s(?:is|are),?\s", ENGLISH)
_ITEM = pattern(r"[:;]\s(?:and\s)?$|(?:^|[,:;])\s?(?:and\s)?\(\w{1,4}\)\s$")
_LEFT_OVER = pattern(r"(?:,|\band|\bor)\s\(\w{1,5}\)(?:\(\w{1,5}\)){0,3},?\s(?:thereof\s)?(?:(?:of|in)\s[^,;:]{1,60}?\s)?(?:is|are|shall|hereby|each|and|or)\s")
_ALL_OF_IT = pattern(r"\s(?:and\s(?:replace|substitute)\s(?:with|by)|in\sits\sentirety)\b|\.(?:\s|$)")
_WHOLLY = pattern(r"\sin\s(?:its|their)\sentirety\b")
_LEADING = {"in", "path", "end", "beginning", "after", "before"}
_ONE_ARE = pattern(r"(?:section|article|paragraph|clause|exhibit|schedule)\s\S{1,24}\sare\s", ENGLISH)


def orders(text: str, begun: int, found: Sequence[Token]) -> list[Order]:
    """The orders of a sentence that begins at `begun`, whose tokens are `found`."""
    verbs = [place for place, token in enumerate(found) if token.kind == "verb"]
    read: list[Order] = []
    shared = False  # whether two verbs share one reference, so that which provision is whose is not told
    for turn, place in enumerate(verbs):
        verb = found[place]
        since = verbs[turn - 1] + 1 if turn else 0
        subject = place
        if verb.passive or not turn:
            subject = _subject(text, found, since, place, first=turn == 0)
        elif _changes_another(text, found, since, place, read[-1]):
            subject = place - 2
        else:
            subject = _begun(text, found, since, place)
        subjects = found[subject:place]
        if read:
            own, subjects = apart(text, read[-1], found[since:subject], subjects)
            _give(text, read, own, verb)
        shared = shared or (subject < place and bool(read) and _shares(text, read[-1], subjects))
        order = Order(verb.value, verb.passive, verb.start, verb.end)
        if _in_place_of(order, subjects):
            order.verb, order.lieu = "replace", True
        elif turn and order.verb in CHANGES and any(token.kind == "lieu" for token in subjects):
            order.lieu = True
        take(text, order, subjects)
        order.unplaced = order.unplaced or _is_unplaced(text, order, subjects) or _is_another(text, begun, order)
        order.unclear = order.unclear or order.unplaced
        if not (verb.passive or order.lieu) and order.objects:
            as_agent(text, order)
        read.append(order)
    if read:
        _give(text, read, _up_to_clause(text, read[-1], found[verbs[-1] + 1 :]), None)
    shared = shared or (len(verbs) > 2 and _RESPECTIVELY.search(text, begun, found[verbs[-1]].start) is not None)
    for order in read:
        _struck_whole(text, begun, order)
        _changed_in(order)
    joined = [one for order in join(text, read) for one in each_with_its_place(text, order)]
    _each_everywhere(joined, found)
    for order in joined:
        if order.verb in {"replace", "change"} and order.instead and order.announced is None:
            terms_as_words(text, order)
        order.unclear = order.unclear or shared or is_vague(text, begun, order) or in_several(order) or is_mixed(order) or is_of_another_count(order)
    return joined


def _give(text: str, read: list[Order], behind: Sequence[Token], following: Token | None) -> None:
    """Give the last order the arguments behind its verb; where it begins anew with others, there is another order.

    What is put in by the verb `following`, "and substituting", may be for all that is struck, so that these stay one.
    """
    last = read[-1]
    whole = last.passive or (last.verb == "delete" and following is not None and following.value in CHANGES)
    first, *others = [behind] if whole else repeated(text, behind)
    arguments(text, last, first)
    for begun, part in itertools.pairwise((first, *others)):
        read.append(Order(last.verb, False, begun[-1].end, begun[-1].end))
        arguments(text, read[-1], part)


def _changed_in(order: Order) -> None:
    """`The caption of Section 5 is changed from "Mill" to "Mills"`: words in what is named."""
    words, named = order.of("quote"), order.of("path")
    if order.verb == "change" and order.passive and named and words and min(one.start for one in words) > order.start:
        order.objects, order.places = words, [*named, *order.places]


def _struck_whole(text: str, begun: int, order: Order) -> None:
    """`Section 5: Delete in its entirety`: what stands before the verb, or is the caption of the sentence, is struck."""
    led = order.verb in {"delete", "replace"} and not (order.passive or order.objects)
    if led and order.start == begun and not order.places and _ALL_OF_IT.match(text, order.end):
        order.objects = [Phrase("pronoun", order.start, order.end, "it", (order.start, order.end))]
    elif led and order.places and order.places[-1].end <= order.start and _WHOLLY.match(text, order.end):
        order.objects, order.places = order.places[-1:], order.places[:-1]


def _is_unplaced(text: str, order: Order, subjects: Sequence[Token]) -> bool:
    """Whether the subject is more than it names, `Section 9 and the two sentences following it`, or lacks its beginning.

    A line that opens with one provision, "Section 4(b) are deleted", goes on with one that was not read.
    """
    beside = order.verb in _WHOLES and order.passive and order.of("path") and (order.after or order.before)
    begun = subjects[0].start if order.passive and len(subjects) == 1 else 0
    if order.passive and any(_LEFT_OVER.search(text, path.end, order.start) for path in order.of("path")[-1:]):
        return True  # "Sections 4(a), (b), at the end thereof, and (c) are amended": what is meant by the last, is not read
    return bool(beside or (text[begun - 1 : begun] == "\n" and _ONE_ARE.match(text, begun)))


def _is_another(text: str, begun: int, order: Order) -> bool:
    """Whether all that a subject names only tells which other thing is amended: `the Notes issued under Section 9`."""
    named = [*order.of("path"), *order.places]
    return order.verb == "amend" and order.passive and bool(named) and of_another(text, begun, named[0])


def _up_to_clause(text: str, last: Order, behind: Sequence[Token]) -> Sequence[Token]:
    """The tokens behind the last verb, without those of a clause that tells what comes of it, or what a party does."""
    end = behind[-1].end if behind else last.end
    clause = result(text, last.end, end)
    if clause is None and last.passive:
        clause = own_clause(text, last.end, end)
    return [token for token in behind if clause is None or token.start < clause]


def _in_place_of(order: Order, subject: Sequence[Token]) -> bool:
    """`for "ten" there shall be substituted "twelve"`, `in place of Section 4 the following is inserted`."""
    if order.verb == "substitute" and any(token.kind == "for" for token in subject):
        return True
    lieu = any(token.kind == "lieu" and token.value.endswith(" of") for token in subject)
    return lieu and order.passive and order.verb in {"insert", "add", "substitute"}


def _changes_another(text: str, found: Sequence[Token], since: int, verb: int, last: Order) -> bool:
    """`deleting clause (b), and Section 5 by replacing`: the provision before "by" is changed and not struck."""
    return (
        verb - 2 >= since
        and found[verb - 1].value == "by"
        and found[verb - 2].kind == "path"
        and "," not in text[found[verb - 2].end : found[verb - 1].start]
        and last.verb in {"delete", "replace", "insert", "add", "substitute"}
    )


def _begun(text: str, found: Sequence[Token], since: int, verb: int) -> int:
    """Where an active verb begins that says first where it edits, or that it replaces.

    `: in clause (a), by deleting`, `and, in lieu thereof, inserting`.
    """
    at = verb - 1 if found[verb - 1].kind == "with" else verb
    behind = text[found[at - 1].end : found[at].start].strip()
    place = at
    while place > since and behind in {"", ","} and _leads(found, place - 1):
        place -= 1
        apart = behind == "," and text[found[place - 1].end : found[place].start].strip() == ","
        if found[place].kind != "path" and (apart or _opens(text, found, place)):
            return place
    return _instead(text, found, since, verb)


def _leads(found: Sequence[Token], place: int) -> bool:
    """Whether a token may stand among the words that tell where an edit falls."""
    return found[place].kind in _LEADING or (found[place].kind == "quote" and found[place - 1].kind in {"after", "before"})


def _opens(text: str, found: Sequence[Token], place: int) -> bool:
    """Whether words begin at a token, behind a colon, a label, an "and" or "amended", that are not of those before it."""
    before, between = found[place - 1], text[found[place - 1].end : found[place].start]
    stands_alone = before.kind == "and" or (before.kind == "with" and "," in between)
    return stands_alone or (before.kind, before.value) == ("verb", "amend") or _ITEM.search(between) is not None


def _instead(text: str, found: Sequence[Token], since: int, verb: int) -> int:
    """Where an active verb begins that says first that it replaces: `and, in lieu thereof, inserting`."""
    at = verb - 1
    while at > since and found[at].kind in {"with", "in"}:
        at -= 1
    if at <= since or found[at].kind != "lieu":
        return verb
    opens = found[at - 1].kind == "and" or text[found[at - 1].end : found[at].start].endswith(", ")
    return at if opens else verb


def _shares(text: str, last: Order, subject: Sequence[Token]) -> bool:
    """`deleting Section 4 and Section 5 is amended by`: one reference, of which the first verb strikes a part."""
    return (
        last.verb == "delete"
        and (text.startswith(":", last.end) or not (last.passive or last.tells))
        and any(len(token.paths) > 1 for token in subject)
    )


def _each_everywhere(read: Sequence[Order], found: Sequence[Token]) -> None:
    """`Everywhere in the Lease, "A" is replaced with "B" and "C" with "D"`: each of its orders is of each place."""
    if found and found[0].kind == "throughout" and found[0].value.startswith(_EVERYWHERE):
        for order in itertools.takewhile(lambda one: not (one.places or one.of("path")), read):
            order.each = True


def _subject(text: str, found: Sequence[Token], since: int, verb: int, *, first: bool) -> int:
    """Where the subject of a passive verb begins among the tokens before it."""
    if first:
        return since
    begun = verb
    for place in range(verb - 1, since - 1, -1):
        gap = text[found[place].end : found[place + 1].start]
        gap = _HELPS.sub("", gap)
        if found[place].kind == "quote" and place + 1 < verb:
            gap += found[place].value[-1:]  # the comma may stand within the marks
        if found[place].kind == "and" or "," in gap or ";" in gap:
            if any(token.kind in ARGUMENTS or token.kind == "throughout" for token in found[place + 1 : verb]):
                return place + 1 if found[place].kind == "and" else _led(text, found, since, place + 1)
            return verb
        begun = place
    joined = since and any(token.kind in {"with", "for", "after", "before"} for token in found[begun:verb])
    return begun if not joined and any(token.kind in ARGUMENTS for token in found[begun:verb]) else verb


def _led(text: str, found: Sequence[Token], since: int, subject: int) -> int:
    """Where a subject behind a comma begins with its place: `; and at the end of Section 4, the following is added`."""
    begun = subject
    for place in range(subject - 1, since, -1):
        between = text[found[place - 1].end : found[place].start]
        opens = _opens(text, found, place)
        kind = found[place].kind
        if (opens or "," in between) and kind not in _LEADS:
            break
        if opens or kind in {"end", "beginning"}:
            begun = place
        if opens and kind not in {"after", "before"}:
            break  # "after the one and before the other" goes on
    return begun
