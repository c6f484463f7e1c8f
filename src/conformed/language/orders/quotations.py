"""The quotations of an amending sentence: where one that opens is closed, and when its words name provisions.

In: the mark that opens a quotation.  Out: the quotation as one token, or the provision whose name it is.
"""

import re

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document.single_marks import is_apostrophe
from conformed.instrument import Path, reference
from conformed.language.orders.lexemes import Token

_CLOSE = {"“": "”", '"': '"', "``": "''", "‘": "’", "'": "'", "''": "''"}
_SINGLE = {"'", "’"}
_UNCLOSED = pattern(
    r"(?:,\s(?:the\s(?:words?|phrase|following|term)|with)|,?\sand\s(?:inserting|substituting)(?:\sthe\s(?:words?|phrase))?)\s"
)
_NAMES = pattern(
    r"(?:section|article|clause|paragraph|sub-?section|sub-?clause|exhibit|schedule)\s", ENGLISH
)
_LABEL = pattern(r"\(\w{1,4}\)")  # "(i)" in the second sentence, where the new text begins with it
_IN_WHOLE = pattern(r"\s(?:in|of)\s[^;:“\"]{1,160}\sin\sits\sentirety\b", ENGLISH)
_OPENING = pattern(r"^\s*[“\"]?\s?")
_NEAR = 16
_RENAMED = pattern(r"(?:designat\w+|number\w+|letter\w+|\bas|\bnew)\s$", ENGLISH)
_ATTACHED_BEFORE = pattern(
    r"\b(?:attached|annexed)\s(?:hereto\s)?(?:as\s)?(?:the\s)?(?:new\s|revised\s)?$", ENGLISH
)
_ATTACHED_BEHIND = pattern(
    r"\s(?:(?:is|are|shall\sbe)\s(?:hereby\s)?replaced\s)?(?:with|by)\s(?:the\s)?(?:new\s|revised\s)?(?:attached|annexed)\s",
    ENGLISH,
)


def quote(text: str, mark: Token, end: int) -> Token:
    """The quotation that opens here; one that does not close goes to the end of the sentence."""
    opening, begun = mark.value, mark.end
    close = _closing(text, opening, begun, end)
    stop = close if close is not None else end
    after = stop + len(_CLOSE[opening]) if close is not None else end
    return Token("quote", mark.start, after, value=text[begun:stop].strip(), inner=(begun, stop))


def provision_named(text: str, token: Token, end: int) -> Token | None:
    """A provision whose name is set in quotation marks: `"Section 2. Term" of the Agreement`, `redesignating "clause (j)"`."""
    if _LABEL.fullmatch(token.value):
        whole = _IN_WHOLE.match(text, token.end, end) and _OPENING.sub("", text[end : end + _NEAR]).startswith(token.value)
        return Token("path", token.start, token.end, paths=(Path(steps=(token.value,)),)) if whole else None
    if not _NAMES.match(token.value):
        return None
    found = reference(text, token.inner[0], token.inner[1])
    if found is None:
        return None
    whole = found.end >= token.inner[1] - 1
    captioned = (
        bool(re.match(r"\s(?:of|to|in)\s(?:the|this|such)\b", text[token.end : min(end, token.end + 12)]))
        and not whole
    )
    named = captioned or _attached(text, token, end, found.paths)
    renamed = whole and bool(_RENAMED.search(text[max(0, token.start - 20) : token.start]))
    return Token("path", token.start, token.end, paths=found.paths) if named or renamed else None


def _attached(text: str, token: Token, end: int, paths: tuple[Path, ...]) -> bool:
    """Whether a part whose name is quoted is said to be attached, or gives way to one that is."""
    return all(path.part for path in paths) and bool(
        _ATTACHED_BEFORE.search(text[max(0, token.start - 40) : token.start])
        or _ATTACHED_BEHIND.match(text, token.end, end)
    )


def _closing(text: str, opening: str, at: int, end: int) -> int | None:
    """Where the mark stands that closes a quotation opened before `at`."""
    mark = _CLOSE[opening]
    if opening == "“":
        depth = 1
        for found in re.compile("[“”]").finditer(text, at, end):
            slips = found.end() == end and text[at : found.start()].rstrip()[-1:] in {".", ";"}
            depth += 1 if found[0] == "“" and not slips else -1
            if depth == 0:
                return found.start()
        if (unclosed := _UNCLOSED.search(text, at, end)) and text.startswith("“", unclosed.end()):
            return unclosed.start()
        straight = text.find('"', at, end)
        return straight if straight >= 0 else None
    inside = 0
    while (found_at := text.find(mark, at, end)) >= 0:
        before, after = text[found_at - 1], text[found_at + len(mark) : found_at + len(mark) + 1]
        opens = before in " (" and after.isalnum()
        if (
            opens
            and mark == '"'
            and (unclosed := _UNCLOSED.search(text, at, found_at))
            and unclosed.end() == found_at
        ):
            return unclosed.start()
        if opens and mark == '"':
            inside += 1
        elif inside and mark == '"':
            inside -= 1
        elif mark not in _SINGLE or not is_apostrophe(text, found_at):
            return found_at
        at = found_at + len(mark)
    return text.find(mark, at, end) if text.find(mark, at, end) >= 0 else None
