"""The voice of a verb of change: whether it orders, and stands behind what it changes, or only tells what is so or was done.

In: the verbs of a sentence, one after the other.  Out: each that orders, `passive` where it stands behind its object; none for
an adjective, "the amended Lease", for a name, and for what is told of earlier changes.
"""

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.language.orders.lexemes import Token

_ADJECTIVE = pattern(
    r"(?:\b(?:an?|the|such|this|that|said|its|their|each|any|attached|accompanying)(?:\s(?:new|so))?(?:\s(?:amended|restated|revised)\sand)?|\bas|\bso|previously|heretofore|hereafter|\bthen|\bas\sfurther|otherwise|may\sbe|\bdeemed\snot|not\sbe|not\sto|was|were|cannot\sbe|from\stime\sto\stime|hereby\sand\sas|except\sas|to\sbe\sso|been|having|(?:which|that)\s(?:was|were)|\bnew\sand)\s$",
    ENGLISH,
)
_PASSIVE = pattern(
    r"\b(?:is|are|be|being|was|were)(?:,?\s(?:hereby|further|also|each|and\shereby|accordingly|respectively|herewith|hereinafter|and\sit\shereby\sis|superseded(?:\sin\s(?:its|their)\sentirety)?\sand|effective\s[^.;:\"“]{0,60},))*,?\s$",
    ENGLISH,
)
_SHALL = pattern(
    r"\b(?:shall|will)\s(?:be\sdeemed\s(?:to\sbe\s)?|be\s(?:and\s)?(?:hereby\s)?(?:is\s)?|hereby\sbe\s)?(?:further\s)?$",
    ENGLISH,
)
_JOINED = pattern(r"\b(?:and|or|,)\s(?:hereby\s)?$")
_BEGINS = pattern(
    r"(?:(?:^|\s)[–—-]{1,2}|:)\s$"
)  # "Section 3 - Revise": what stands before is the caption of an order
_IN_ITS_PLACE = pattern(r"(?<=ed),?\s(?:therefore?\b|in\s(?:lieu|place|substitution)\sthereof\b|in\s(?:its|their)\s(?:place|stead)\b|instead\b)")
_OPENING = 60  # characters with which a sentence opens
_NEAR = 90  # characters before a verb that tell its voice


class Voice:
    """The voice of each verb in the characters `start` to `end` of a text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.capitals = text[start : min(end, start + _OPENING)].isupper()  # of a typescript, in which they tell no names
        self.passive = False  # whether the verb before was passive
        self.told = False  # whether the verb before only told of what is so, or was done earlier

    def of(self, verb: Token, last: Token | None) -> Token | None:
        """The next verb, behind the token `last`, with its voice; None if it orders nothing."""
        word = self.text[verb.start : verb.end].lower()
        before = self.text[max(self.start, verb.start - _NEAR) : verb.start]
        before = before.lower() if self.capitals else before
        self.told = not word.endswith(("ing", " of", "ion", "ment", "removal")) and bool(
            _ADJECTIVE.search(before) or (self.told and _JOINED.search(before))
        )
        name = self.text[verb.start].isupper() and verb.start > self.start and not _PASSIVE.search(before)
        name = name and not self.capitals
        name = name and (word.endswith(("ed", "ing")) or not _BEGINS.search(before))
        if self.told or name:
            return None
        passive = bool(_PASSIVE.search(before) or _SHALL.search(before)) and word.endswith(("ed", "en", "uck"))
        joined = self.passive and word.endswith(("ed", "n")) and bool(_JOINED.search(before))
        self.passive = passive or joined or (self.passive and self._is_participle(verb, last))
        becomes = self.text.startswith(" to become ", verb.end)
        return msgspec.structs.replace(verb, value="renumber" if becomes else verb.value, passive=self.passive)

    def _is_participle(self, verb: Token, last: Token | None) -> bool:
        """Whether a verb is one with "is" left out: `"ten" is deleted and the word "twenty" substituted therefor`."""
        quoted = last is not None and last.kind in {"quote", "follow"} and self.text[last.end : verb.start] in {" ", ", "}
        return quoted and _IN_ITS_PLACE.match(self.text, verb.end, self.end) is not None
