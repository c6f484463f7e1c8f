"""What the words of a line tell by themselves: that a paragraph opens with it, or that it has ended.

In: the words of a line.  Out: whether a marker of a provision, a definition or the label of a signature line opens
it; whether it ends as a sentence does.
"""

import re

from conformed.basis.pattern import pattern

# What opens a provision, a definition or a signature line, and so a paragraph, whatever stands before it.
MARKER = pattern(
    r"""(?:
      \(?[a-zA-Z]{1,2}\)(?:\s|$) | \(?(?:[ivxlc]{1,6}|[IVXLC]{1,6})\)(?:\s|$) | \(?\d{1,3}\)(?:\s|$)
    | [a-zA-Z]\.(?:\s|$) | (?:[ivx]{2,6}|[IVX]{2,6})\.(?:\s|$) | \d{1,3}(?:\.\d{1,3})+\.?$ | \d{1,2}\.$ | \d{1,3}(?:\.\d{1,3})*\.?\s+[A-Z"“`'\[] | \d{1,3}\.\s
    | \d{1,3}(?:\.\d{1,3}){2,4}\.?\s+[a-z]
    | \d{1,2}(?:\.[A-Z][a-z]{2,20}\s|[ ]\.\s+[A-Z])
    | (?:SECTION|Section|ARTICLE|Article|EXHIBIT|SCHEDULE|ANNEX|ATTACHMENT|Attachment)\s+[\dIVXLA-Z]
    | (?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH|(?:THIR|FOUR|FIF|SIX|SEVEN|EIGH|NINE)TEENTH|TWENTIETH|THIRTIETH|TWENTY[ -](?:FIRST|SECOND|THIRD|(?:FOUR|FIF|SIX|SEVEN|EIGH|NIN)TH))[.:]\s
    | (?:WHEREAS|NOW,?\s+THEREFORE|IN\s+WITNESS\s+WHEREOF)\b
    | [•·*–-]\s+\S
    | ["“`'*]+\s?[A-Z][^"”]{0,80}["”*']+\s+(?:means|shall\s+mean|has\s+the|shall\s+have|[-–—])
    | (?:By|Name|Title|Its|Date|Attest)\s?:
    | [\[(](?i:(?:the\s+)?(?:remainder|rest|balance)(?:\s+of\b|$) | (?:counterpart\s+)?signature\s+(?:pages?|blocks?)\b | signatures?\s+(?:follow|appear|begin|on\b))
    )""",
    re.VERBOSE,
)
# The first two letters of those that are words.
_WORDS = frozenset("SE Se AR Ar EX SC AN AT At FI TH FO SI EI NI TE EL TW WH NO IN By Na Ti It Da".split())
LABEL = pattern(r"(?:By|Name|Title|Its|Date|Attest)\s?:", re.IGNORECASE)
_COLUMNS = pattern(r"\S(?:\t[\t \xa0]*| {4,})(?=\S)")
_TERM = pattern(r"[\"“][^\"“”]{1,80}[\"”]\s")
_ENDED = pattern(r"[.:;!?][\"”'’)*\]]*(?:\s*(?:and|or))?$|[\"”]$")
_NOTED = pattern(r"[.;][\"”]?\s\[[^\[\]]{1,40}\]$")  # a note behind the end
ROW, GOES_ON = 1, 2  # of a line: it is a row of a table, or goes on with the row above
STOPS = frozenset('.:;!?"”')
QUOTES = frozenset('"“‘')
_BEHIND = frozenset("'’)*]")  # and behind the stop at its end, besides a quotation mark
TAIL = 16  # characters in which the end of a sentence shows
HEADS = frozenset("SECTION Section ARTICLE Article".split())  # whose number stands on the next line


def is_marked(words: str) -> bool:
    """Whether a line opens as a paragraph does."""
    if words[0].isalpha() and words[:2] not in _WORDS and "." not in words[:8] and ")" not in words[:8]:
        return False
    return bool(MARKER.match(words))


def is_ended(words: str) -> bool:
    """Whether a line ends as a sentence does, or an item of a list."""
    last = words[-1]
    if last in STOPS or (last == "“" and words[:-1].rstrip()[-1:] in STOPS):  # the wrong mark closes
        return True
    if last == "]" and _NOTED.search(words[-3 * TAIL :]):
        return True
    return (last in _BEHIND or words.endswith(("and", "or"))) and bool(_ENDED.search(words[-TAIL:]))


def in_columns(words: str) -> bool:
    """Whether a line stands in columns: a wide gap, and not just behind a marker, or a term that the line defines."""
    marker = MARKER.match(words) or _TERM.match(words)
    return bool(_COLUMNS.search(words, marker.end() - 1 if marker else 0))
