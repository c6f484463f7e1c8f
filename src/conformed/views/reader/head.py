"""Where a provision's number and heading end within its words.

In: the words of a provision, with the number and heading that it is known to bear.  Out: positions.
Afterwards words are never lost or doubled: what is not recognized as number or heading is body.
"""

import re

from conformed.basis.pattern import pattern

_LEAD = pattern(r"\s*(?:(?:section|article|clause|paragraph|part|sec\.|art\.|§§?)\s*)?", re.IGNORECASE)
_TERM = pattern(r"\s*[“\"]([^”\"]{1,120})[”\"]")
_BETWEEN = " \t\n\u00a0.:-–—"


def number_end(text: str, number: str) -> int:
    """Where the number that `text` begins with ends, with its point and bracket; 0 if it begins otherwise."""
    number = number.strip()
    if not number:
        return 0
    lead = _LEAD.match(text)
    bare = len(text) - len(text.lstrip())
    for start in (bare, lead.end() if lead else bare):
        end = _same(text, start, number)
        if end is None and text[start : start + 1] == "(":
            end = _same(text, start + 1, number)
        if end is None or _goes_on(text, end):
            continue
        while end < len(text) and text[end] in ".):":
            end += 1
        return end
    return 0


def heading_end(text: str, start: int, heading: str) -> int:
    """Where the heading that stands at `start` ends, with its point; `start` if it does not stand there."""
    begin = start
    while begin < len(text) and text[begin] in _BETWEEN:
        begin += 1
    end = _same(text, begin, heading.strip()) if heading.strip() else None
    if end is None:
        return start
    while end < len(text) and text[end] in ".:":
        end += 1
    return end


def term_at(text: str) -> tuple[int, int] | None:
    """The place of the quoted term that `text` begins with."""
    match = _TERM.match(text)
    return (match.start(1), match.end(1)) if match else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a longer number stands there: "2.04" where "2" was sought."""
    after = text[end : end + 2]
    return after[:1].isalnum() or (after[:1] == "." and after[1:].isdigit())


def _same(text: str, start: int, words: str) -> int | None:
    """Where `words` end if they stand at `start`, whatever the case and the white space; else None."""
    position = start
    for char in words:
        if char.isspace():
            while position < len(text) and text[position].isspace():
                position += 1
            continue
        while position > start and position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text) or text[position].casefold() != char.casefold():
            return None
        position += 1
    return position
