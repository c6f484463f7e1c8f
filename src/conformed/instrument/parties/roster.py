"""The pieces of a list of parties: names, what describes them, what stands in brackets.

In: a stretch of a preamble, as one line.  Out: its pieces in order.  Afterwards a piece of words holds no
comma, semicolon, bracket or "and" of the list; each knows what stands before it.
"""

import re
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern

_SEPARATES = pattern(
    r"[,;()]|\s(?:and|AND|And)(?=\s+(?:the\s|as\s|an?\s)?)(?=\s)|\.(?=\s+[A-Z“\"(]|\s*$)|:\s"
)
_MARKER = pattern(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})", ENGLISH)
_ABBREVIATED = pattern(
    r"(?:\b(?:inc|intl|natl|mfg|ltd|corp|co|llc|lp|jr|sr|no|mr|mrs|ms|dr|st|bros|assn|n\.a|l\.p|l\.l\.c"
    r"|l\.l\.p|p\.c|s\.a|u\.s|u\.k|d\.b\.a|f\.s\.b|a\.g|b\.v|n\.v|esq|ph\.d|m\.d|ave|blvd|rd|ste|hwy|so|ft"
    r"|pte|sdn|bhd|s\.a\.r\.l|co|plc)|\b[A-Z])$",
    ENGLISH,
)
_UNBALANCED = pattern(r"\)(?=[,;]?\s+and\s+[A-Z])")
_CLOSES = pattern(
    r"\.\s+(?:The\b|This\b|Each\b|Capitalized|Unless|Terms|WITNESS|W\s?I\s?T|WHEREAS|NOW\b|RECITALS)"
)
_INITIAL = pattern(r"(?:^|[^\w])[A-Z]$")
_INITIALS = pattern(r"(?:\b[A-Z]\.[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No))$")
_LEFT_OPEN = pattern(r"\s[“\"](?:the\s)?[A-Z][^“”\"]{0,60}$")  # a term whose closing mark stands behind the comma or was cut
_SENTENCE = pattern(
    r"\.\s+(?:[A-Z][a-z]+\s+[a-z]|The\b|This\b|Each\b|Capitalized|Unless|Terms|WITNESS|W\s?I\s?T|WHEREAS"
    r"|NOW\b|RECITALS)"
)

class Piece(msgspec.Struct, frozen=True):
    """One piece, at `start` to `end` of the text.

    `before` is what separates it from the piece before: "", ",", ";", "and", ".", ":", or ", and".
    `bracket` tells words in round brackets, `marker` the "(a)" of a list.
    """

    words: str
    start: int
    end: int
    before: str
    bracket: bool = False
    marker: bool = False


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text` from `start` to `end`."""
    at, before = start, ""
    while at < end:
        match = _SEPARATES.search(text, at, end)
        stop = match.start() if match else end
        if match and match[0] == "." and not _ends_sentence(text, match.start()):
            match, stop = _next_mark(text, match.end(), end)
        yield from _words(text, at, stop, before)
        before = "" if text[at:stop].strip() else before
        if match is None:
            return
        mark = match[0].strip()
        if mark == "(":
            close = _closes(text, match.start(), end)
            inner = text[match.end() : close]
            yield Piece(
                inner, match.end(), close, before, bracket=True, marker=bool(_MARKER.fullmatch(inner.strip()))
            )
            at, before = close + 1, ""
            continue
        mark = mark.lower() if mark.isalpha() else mark
        before = f"{before} {mark}".strip() if before and not text[at:stop].strip() else mark
        at = match.end()


def _words(text: str, start: int, end: int, before: str) -> Iterator[Piece]:
    words = text[start:end]
    if words.strip() and not words.strip(" _-"):  # a blank to be filled in
        yield Piece("____", start, end, before)
        return
    left = len(words) - len(words.lstrip(' "“*_-'))
    if told := words.strip(' "“*_-'):
        closing = "”" if _LEFT_OPEN.search(told) else ""
        yield Piece(told + closing, start + left, start + len(words.rstrip()), before)


def _next_mark(text: str, start: int, end: int) -> tuple[re.Match[str] | None, int]:
    """The next mark that separates, passing over points that only abbreviate."""
    at = start
    while match := _SEPARATES.search(text, at, end):
        if match[0] != "." or _ends_sentence(text, match.start()):
            return match, match.start()
        at = match.end()
    return None, end


def _ends_sentence(text: str, point: int) -> bool:
    if _INITIAL.search(text, max(0, point - 3), point):
        return bool(_CLOSES.match(text, point))
    if point + 1 == len(text.rstrip()) or _SENTENCE.match(text, point):
        return not _INITIALS.search(text, max(0, point - 8), point)
    return not _ABBREVIATED.search(text, max(0, point - 8), point)


def _closes(text: str, open_at: int, end: int) -> int:
    """Where the bracket that opens at `open_at` closes; where it does not, before the next name."""
    depth, first = 0, end
    for at in range(open_at, end):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            first = at if first == end else first
            if depth == 0:
                return at
    again = _UNBALANCED.search(text, open_at, end)
    return again.start() if again else first
