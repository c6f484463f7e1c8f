"""The arguments of a verb: each small word behind it says what the next argument is.

In: an order and the tokens behind its verb.  Out: the order with its objects, places, anchors and new text.
"""

from collections.abc import Callable, Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.lexemes import Token
from conformed.language.orders.order import Order, Phrase
from conformed.language.orders.rest import end_of
from conformed.language.orders.slots import PARTS

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": -1}
ARGUMENTS = {"quote", "path", "follow", "pronoun", "point", "entries", "table"}
ENDING = "ending"  # "the period ending clause (h)"
ALL_OF = pattern(r"\s(?:in\s(?:its|their)\sentirety\s)?(?:all|the\s(?:whole|entirety))\sof\s")
_RESTATES = {"amend", "restate", "replace", "change", "supplement"}
_GIVES = {
    "replace",
    "substitute",
    "change",
    "amend",
    "delete",
}  # the verbs whose "with" and "by" say what is put instead
_NEEDS_ANCHOR = {"insert", "add", "delete", "replace", "amend", "restate"}
_STRIKES = {"delete", "replace", "restate", "substitute"}
_LEAD_ON = {"of", "to", "therein", "thereof", "thereto"}  # to the argument that is waited for
_COUNTED = pattern(r"sentence|paragraph|parenthetical|proviso")
COUNTED_NEW = {"sentence", "paragraph", "definition"}  # what has no number by which its place is told
OF_NO_ADDRESS = pattern(  # "at the end of each sentence", "at the beginning of the list"
    r"\sof\s(?:(?:each|every)\s(?:sentence|paragraph|line|item|row|definition)"
    r"|(?:the|such|said|that)\s(?:\w+\s){0,2}?(?:proviso|list|line|series|row|column|parenthetical|phrase|string|matrix)|the\s\w+\sbullet(?:\spoint)?(?!\s(?:point|of|in|under|to)\b))\b",
    ENGLISH,
)
_OR_ELSE = pattern(r"\s(?:or|and/or)\s(?:immediately\s)?")
_OTHER_END = {  # the words by which an anchor is called that is the other end of what stands there
    "after": pattern(r"(?<!\bthe\s)\b(?:begin|start|commenc|open)(?:s|ning|ing)\b(?![^“\"]{0,80}\b(?:end|clos)(?:s|ing)\b)"),
    "before": pattern(r"\b(?:end|conclud|clos)(?:s|ing)\s(?:with|in|by)\b(?![^“\"]{0,80}\b(?:begin|start|commenc)\w+)"),
}
_ONCE_MORE = pattern(r"\band\s(?:$|the\s(?:first|second|third|fourth|fifth|last|next|other)\b)")
_LEADS_ON = pattern(  # from one place to the next: "and in", ", (b) in", "and wherever it appears in"
    r"(?:[\s,;]{1,3}|\b(?:and|or|both|also|in|of|from|to|at|under|within|contained|appearing|such|each|every|all|places?|instances?"
    r"|where|wherever|which|so|that|it|they|appears?|occurs?|any|sections?|as\swell\sas)\b|\(\w{1,4}\)){0,40}",
    ENGLISH,
)
_BEHIND_NEW = pattern(r",?\s(?:in\s)?")
_BEHIND_QUOTE = pattern(r"[\"”],?\s*(?:\w+\s){0,3}")


def arguments(text: str, order: Order, found: Sequence[Token]) -> None:
    """Give an order the arguments that stand behind its verb."""
    reader = _Arguments(text, order)
    if not order.passive and found and ALL_OF.match(text, order.end) and found[0].kind == "in":
        found = found[1:]
    for token in found:
        reader.take(token)
    order.unclear = order.unclear or (not reader.anchored and order.verb in _NEEDS_ANCHOR)


def as_argument(token: Token, *, new: bool = False, occurrence: int | None = None) -> Phrase:
    """A token as an argument."""
    inner = token.inner if token.kind == "quote" else (token.start, token.end)
    return Phrase(
        token.kind, token.start, token.end, token.value, inner, token.paths, token.back, new, occurrence
    )


class _Arguments:
    """`slot` is the part that the next argument takes; `anchored` tells that no "after" or "before" waits for one.

    `last` is where the last argument ends that is more than an announcement.
    """

    def __init__(self, text: str, order: Order) -> None:
        self.text, self.order = text, order
        struck = order.verb == "replace" and bool(order.objects) and (order.passive or order.lieu)
        renamed = order.verb == "renumber" and order.passive and bool(order.objects)
        self.slot = "named" if renamed else "instead" if struck else "object"
        self.new, self.pairing, self.anchored = False, False, True
        self.last = order.end
        self.waits = 0  # where the "after" or "before" ends that waits for its anchor
        self.nth: int | None = None

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind in ARGUMENTS:
            self._argument(token)
        elif read := _SMALL_WORDS.get(token.kind):
            read(self, token)

    def _argument(self, token: Token) -> None:
        order = self.order
        argument = as_argument(token, new=self.new, occurrence=self.nth)
        other = _OTHER_END.get(self.slot)
        if other is not None and other.search(self.text, self.waits, token.start):
            order.unclear = True  # "after the clause that begins with "oats"": not right behind that word
        further = self.slot == "in" and argument.kind == "path" and bool(order.places) and not argument.new
        if further and not _LEADS_ON.fullmatch(self.text, self.last, token.start):
            order.unclear = True  # "... in Section 4 and by clarifying in Section 5 that": nothing is changed there
        self.last = self.last if argument.kind == "follow" else argument.end
        struck = order.passive and order.verb == "delete" and bool(order.objects)
        if struck and self.slot == "object" and argument.kind == "path":
            order.unclear = (
                True  # "Section 4 is deleted and Section 5 is ...": of what verb it is, is not known
            )
        self.slot = (
            self._follow(argument) if argument.kind == "follow" else PARTS[self.slot](order, argument)
        )
        if self.pairing and order.instead and len(order.objects) >= 2:
            first = order.pairs or [(order.objects[-2], order.instead[0])]
            order.pairs = [*first, (order.objects[-1], order.instead[-1])]
            self.pairing = False
        self.new, self.nth = False, None
        self.anchored = self.anchored or bool(order.after or order.before)

    def _follow(self, argument: Phrase) -> str:
        """The announcement of new text."""
        order = self.order
        order.announced = (
            argument.value if argument.value not in {"", "read"} else order.announced or argument.value
        )
        if order.verb == "delete" and argument.value == "read" and order.objects:
            order.verb, order.struck = "replace", True
        gives = order.verb == "substitute" and not order.instead and self.slot != "instead"
        adds = order.verb in {"add", "insert"} or gives
        (order.objects if adds else order.instead).append(argument)
        return "instead" if self.slot == "instead" or order.verb in _RESTATES else "in"

    def _anchor(self, token: Token) -> None:
        left = not self.anchored and self.slot in {"after", "before"} and token.kind != self.slot
        if left or self.slot == "old":
            self.order.unclear = True  # "after the first proviso and before "oats"", "in place of the number that follows "oats""
        before = {"after": self.order.after, "before": self.order.before}.get(token.kind)
        if not self.anchored and _OR_ELSE.fullmatch(self.text, self.waits, token.start):
            self.order.unclear = True  # "before or after "oats""
        self.waits = token.end
        if before and self.order.verb in {"add", "insert"}:
            self.order.unclear = True  # "inserting "a" after "b" and "c" after "d"": which of them is where
        last = self.order.objects[-1] if self.order.objects else None
        counted = last is not None and any(_COUNTED.search(path.place or "") for path in last.paths)
        if counted and last is not None and self.order.verb in _STRIKES and last.end == token.start - 1:
            self.order.unclear = True  # "deleting the first sentence following clause (c)": it is counted from there
        self.slot, self.anchored, self.new = token.kind, False, False

    def _unknown(self, _: Token) -> None:
        entries = bool(self.order.objects) and self.order.objects[-1].kind in {"entries", "table"}
        self.order.unclear = self.order.unclear or not entries  # entries are read with the caption over them

    def _in(self, token: Token) -> None:
        self.order.at_end = self.order.at_end or token.value == ENDING
        if token.value == "to" and (self.order.verb == "change" or self._says_new_words(token)):
            if self._follows_words(token):
                self._pair(token)
            self.slot = "instead"
        elif self.slot not in {"after", "before", "between", "instead", "old"} or token.value not in _LEAD_ON:
            self.slot = "in"

    def _says_new_words(self, to: Token) -> bool:
        """Whether quoted words are amended, and "to" leads to those that take their place."""
        order = self.order
        return (
            order.verb == "amend"
            and order.passive
            and bool(order.of("quote"))
            and self.text[to.end : to.end + 2].strip(" ") in {'"', "“"}
        )

    def _with(self, token: Token) -> None:
        order = self.order
        quoted = order.instead and order.instead[-1].kind == "quote"
        if self.text[token.start] == "w" and quoted and order.verb in {"replace", "substitute"}:
            self._pair(token)
        self.slot = "instead" if order.verb in _GIVES else self.slot

    def _pair(self, token: Token) -> None:
        """What stood as new words is struck: `replacing "a" with "b" and "c" with "d"`, `changing "a" to "b" and "c" to "d"`."""
        order = self.order
        if _ONCE_MORE.search(self.text, order.instead[-1].end, token.start):
            order.unclear = True  # "replacing "a" with "b" in the one place and with "c" in the other"
        order.objects.append(order.instead.pop())
        self.pairing = True

    def _follows_words(self, token: Token) -> bool:
        last = self.order.instead[-1] if self.order.instead else None
        return last is not None and last.kind == "quote" and self.text[last.end : token.start] == " "

    def _for(self, _: Token) -> None:
        order = self.order
        if order.verb == "substitute" and order.instead and len(order.of("quote")) > 1:
            order.instead.append(order.objects.pop())  # "substituting A for B and C for D"
            self.slot, self.pairing = "object", True
        else:
            self.slot = "old" if order.verb == "substitute" else self.slot

    def _lieu(self, token: Token) -> None:
        self.order.lieu = True
        self.slot = "old" if token.value.endswith(" of") else self.slot

    def _as(self, _: Token) -> None:
        self.slot = "named" if self.order.verb in {"add", "insert", "renumber"} else self.slot

    def _end(self, token: Token) -> None:
        self.order.at_end = self.anchored = True
        self._at(token)

    def _beginning(self, token: Token) -> None:
        self.order.at_beginning = True
        self._at(token)

    def _at(self, token: Token) -> None:
        anchored = any(phrase.kind == "quote" for phrase in (*self.order.after, *self.order.before))
        if self.order.verb in {"add", "insert"} and not anchored and OF_NO_ADDRESS.match(self.text, token.end):
            self.order.unclear = True
        self.slot, self.new = "in", False

    def _throughout(self, token: Token) -> None:
        self.order.each = True
        self.slot = "in" if token.value == "throughout" else self.slot

    def _occurrence(self, token: Token) -> None:
        """Which place is meant, of the words behind it or of those right before it."""
        self.nth = ORDINALS[token.value]
        if self.slot in {"after", "before", "between"}:
            return
        given = self.order.instead[-1:] if self.order.verb in _STRIKES and not self.order.pairs else []
        for phrases in (self.order.objects, self.order.after, self.order.before):
            last = phrases[-1] if phrases else None
            behind = last and _BEHIND_QUOTE.fullmatch(self.text, last.end - 1, token.start)
            if phrases is self.order.objects and given:  # "replacing "a" with "b" the second time it appears"
                behind = behind or _BEHIND_NEW.fullmatch(self.text, given[0].end, token.start)
            if last is not None and last.kind == "quote" and behind:
                phrases[-1] = msgspec.structs.replace(last, occurrence=self.nth)
                self.nth = None

    def _rest(self, token: Token) -> None:
        """`everything that follows "mill"`: the words that are named next are the anchor, or the first that go."""
        self.order.rest, taken = end_of(token.value)
        self.order.rested = (token.start, token.end)
        own = bool(self.order.of("quote"))
        self.slot = "object" if taken else "after"
        self.anchored = taken or own or self.order.rest != "provision"
        self.waits = token.end

    def _new(self, token: Token) -> None:
        self.new = True
        if token.value in COUNTED_NEW:
            self.order.announced = token.value


_SMALL_WORDS: dict[str, Callable[[_Arguments, Token], None]] = {
    "after": _Arguments._anchor, "before": _Arguments._anchor, "between": _Arguments._anchor, "unknown": _Arguments._unknown,
    "in": _Arguments._in, "with": _Arguments._with, "for": _Arguments._for, "lieu": _Arguments._lieu, "as": _Arguments._as,
    "end": _Arguments._end, "beginning": _Arguments._beginning, "throughout": _Arguments._throughout,
    "nth": _Arguments._occurrence, "new": _Arguments._new, "rest": _Arguments._rest,
}  # fmt: skip
