"""Where one paragraph ends and the next begins, line by line.

In: the lines of a text without page furniture, their words, and which of them are rows of a table.  Out: the
paragraphs, as numbers of lines.  A line goes on with the one above it unless that one has ended, leaves room for
a word more, or stands apart; a marker of a provision, or the label of a signature line, opens a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.document.document import Line
from conformed.document.line_words import (
    GOES_ON,
    HEADS,
    LABEL,
    MARKER,
    QUOTES,
    STOPS,
    TAIL,
    is_ended,
    is_marked,
)
from conformed.document.unended import Names, breaks_a_term, is_unended, refers

_STACKED = pattern(r"[(][a-zA-Z0-9]{1,4}[)][(](?:i|1|A|a)[)]\s")  # a clause and the first below it
_OF_SECTION = pattern(r"§\s?\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+[A-Z]")  # a section, and not one of the law: § 1.409A-3
# A provision of which a sentence speaks that goes on behind a comma: `Section 1.1 of the Lease is`.
_SPOKEN_OF = pattern(r"(?:Section|Article|Attachment)\s[\dIVXLA-Z][\w.]{0,8}(?:\(\w{1,4}\)){0,4}\s(?:of|to)\s(?:the|this|such|that|said)\s")
_LABELS = pattern(
    r"[(][a-zA-Z0-9]{1,5}[)]"
    r"(?:,|\s+(?:and|or|through|thereof|hereof|above|below|to\s[(]|of\s(?:[Ss]ection|Article|[Pp]aragraph|this))\b)"
)
_ATTACHED = ("Exhibit ", "Schedule ", "Annex ", "Appendix ")  # as the lines of a list of them begin
_ENTRY = pattern(r"(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s[\w.-]{1,9}(?:(?P<alone>$)|\s?[-–—:]\s)")
_ENTRIES = frozenset("ESA")
_TITLED = pattern(r"[-–—]\s[A-Z]")
_LISTED = pattern(r";[\"”]?\s*(?:and|or)$")  # what ends an item of a list
_FIGURE = pattern(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million)$",
    re.IGNORECASE,
)
_TO_PAGE = pattern(r"(?:\.\s{0,3}){4,}\d{1,3}$")  # dots that lead to a page number
_FIGURES = frozenset("0123456789")
_QUOTED = pattern(r"[^.:;!?,\s][\"”]$")  # a term in quotation marks, behind which the sentence may go on
_CLOSING = frozenset('"”')
_CAPTIONS = frozenset(  # which stand below a sentence, as wide as that may be
    (
        "RECITALS", "RECITAL", "R E C I T A L S", "WITNESSETH", "W I T N E S S E T H", "BACKGROUND", "BACKGROUND STATEMENT",
        "PRELIMINARY STATEMENT", "PRELIMINARY STATEMENTS", "AGREEMENT", "AGREEMENTS",
    )
)  # fmt: skip
_HEAD = 24  # characters of a line that may be one of those
_ANNOUNCED = 48  # characters before a colon in which `the following` may stand
_NARROW = 60  # columns: a line less wide may be of an address
_RAGGED = 8  # columns by which lines that are filled differ
_NEAR = 6  # lines above and below that show how far the lines are filled
_BEFORE = frozenset('"“([')  # what may stand before the first letter of a line
# What opens a definition: its term, and what says so, or the end of a line that breaks it there.
_DEFINES = pattern(
    r"[“\"](?:[^“”\"\n]{1,80}[”\"](?:,?\s(?:or|and)\s[“\"][^“”\"\n]{1,80}[”\"]){0,2}"
    r"(?::(?:\s|$)|,?\s(?:(?:of|by|of\sor\sby|by\sor\sof)\s(?:[\w’'-]+\s){1,4}?)?(?:\([^()\n]{1,60}\)\s)?(?:each\s)?(?:means?|denotes?|(?:[Ss]tatus\s)?exists?\s(?:at|on|for)\s(?:any|a)|(?:is|are)\sdefined|(?:shall|will)\smean|refers?\sto|(?:has|have)\sthe\smeaning)\b|\s?[-–—]\s)"
    r"|[A-Z][^“”\"\n]{0,60}[”\"]?$)"
)
_RUN_IN = pattern(r"\((\w{1,5})\)\s")
_SENTENCE = frozenset('.:?!"”')  # behind which a list on lines of its own begins or goes on
_FULL = 0.9  # of the column to which the lines are filled
_REACH = 40  # lines that an item of such a list may have
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_LONG = 100  # columns: a line so wide is no heading and no address
_RULE = pattern(r"[\s_=*.\-–—·]+")


class _Page(NamedTuple):
    """How the lines of a document are set: the column to which they are filled, what is less wide than a line of prose, and the names in it."""

    edge: int
    narrow: float
    names: Names


def paragraphs(
    lines: Sequence[Line], words: Sequence[str], rows: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """The paragraphs: numbers of the first line and the one after the last, and whether it is a row."""
    edge = _right_edge(lines)
    page = _Page(edge, min(0.72 * edge, _LONG), Names(words))
    first = 0
    for number in range(1, len(lines)):
        if rows[number] or rows[number - 1]:
            if rows[number] == GOES_ON:
                continue
        elif _is_one(lines, words, number, page) or _runs_in(lines, words, first, number, page):
            continue
        yield first, number, rows[first]
        first = number
    if lines:
        yield first, len(lines), rows[first]


def _is_one(lines: Sequence[Line], words: Sequence[str], number: int, page: _Page) -> bool:
    """Whether a line goes on with the paragraph of the one above it."""
    above, upper = lines[number - 1], words[number - 1]
    below, lower = lines[number], words[number]
    if below.gap or below.turned:
        return upper[-1] not in STOPS and not _parts(above, below, upper, lower, page)
    if lower[0].isalnum() and upper[0].isalnum():
        # Most lines just go on: this is what _parts says of them, without its patterns.
        room = above.indent + above.end - above.start + 1
        filled = room > page.narrow or room + len(lower.split(None, 1)[0]) >= page.narrow
        if "a" <= lower[0] <= "z":
            just = filled and lower[1:2] != "." and ")" not in lower[:7]
            return just or not _parts(above, below, upper, lower, page)
        leads = upper[-1] in _FIGURES and _leads_to_page(upper)
        if filled and not (is_ended(upper) or is_marked(lower) or leads or _ends_title(upper, lower)):
            return True
    return not _parts(above, below, upper, lower, page) or _is_filled(lines, number, upper, lower, page)


def _runs_in(lines: Sequence[Line], words: Sequence[str], first: int, number: int, page: _Page) -> bool:
    """Whether a line opens with a marker only because the list that ran in above it was wrapped there, in a line that is full."""
    above, below, upper = lines[number - 1], lines[number], words[number - 1]
    marker = _RUN_IN.match(words[number]) if words[number][0] == "(" else None
    if marker is None or below.gap or below.turned or below.indent > above.indent or upper[-1] in _SENTENCE:
        return False
    if above.indent + above.end - above.start + 1 + marker.end() < _FULL * page.edge:
        return False
    before = [f" ({one}) " for one in _before(marker[1])]
    return any(
        (at := words[place].find(one)) > 0
        and (place > first or any(word.islower() for word in words[place][:at].split()))
        for place in range(max(first, number - _REACH), number)
        for one in before
    )


def _before(value: str) -> list[str]:
    """What may stand before a number or letter in a list: `h` or nothing before `i`, `iv` or `u` before `v`."""
    found = [str(int(value) - 1)] if value.isdecimal() else []
    if len(value) == 1 and value.lower() in _LETTERS[1:]:
        found.append(chr(ord(value) - 1))
    if value.lower() in _ROMANS[1:]:
        roman = _ROMANS[_ROMANS.index(value.lower()) - 1]
        found.append(roman if value.islower() else roman.upper())
    return found


def _right_edge(lines: Sequence[Line]) -> int:
    """The column to which the lines of the document are filled."""
    if not lines:
        return 0
    columns = sorted(line.indent + line.end - line.start for line in lines)
    return columns[len(columns) * 9 // 10]


def _parts(above: Line, below: Line, upper: str, lower: str, page: _Page) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if _is_rule(upper) or _is_rule(lower) or (upper[-1] in _FIGURES and _leads_to_page(upper)):
        return True
    if lower[0] == "(" and lower[1:2].isdigit() and _FIGURE.search(upper[-TAIL:]):
        return False  # thirty (30)
    marked = is_marked(lower) and not (upper[-1] == "," and _SPOKEN_OF.match(lower))
    if below.gap or below.turned:
        starts = marked or not _starts_low(lower)
        return is_ended(upper) or (starts and (marked or not _goes_on(above, below, upper, lower, page)))
    if upper[0] in _ENTRIES and (entry := _ENTRY.match(upper)):  # of a list of what is attached
        if entry["alone"] is not None and _TITLED.match(lower):
            return False
        if entry["alone"] is None and _ENTRY.match(lower):
            return True
    return _parts_close(above, below, upper, lower, page, marked=marked)


def _goes_on(above: Line, below: Line, upper: str, lower: str, page: _Page) -> bool:
    """Whether a line that stands apart, or on the next page, goes on with the sentence of the one above."""
    if LABEL.match(upper) or (below.turned and upper[-1] != "," and _is_title(below, lower, page)):
        return False
    full = above.indent + above.end - above.start >= 0.6 * page.edge and above.end - above.start >= 0.5 * page.edge
    return (below.turned and full) or (
        (below.turned or full) and (refers(upper, lower) or is_unended(upper, lower, page.names))
    )


def _is_title(line: Line, words: str, page: _Page) -> bool:
    """Whether a line at the top of a page is a title there: in capitals, short, and without an end."""
    short = line.end - line.start < 0.6 * page.edge
    return short and " " in words and words.isupper() and not is_ended(words)


def _parts_close(above: Line, below: Line, upper: str, lower: str, page: _Page, *, marked: bool) -> bool:
    """Whether a paragraph ends between two lines with nothing between them."""
    width = above.indent + above.end - above.start
    quoted = upper[-1] in _CLOSING and bool(_QUOTED.search(upper[-2:]))
    if breaks_a_term(upper, lower) or (quoted and lower[0].islower() and not marked):
        return False
    ended = is_ended(upper)
    if _ends_title(upper, lower) or (ended and _opens(lower)):
        return True
    if marked and (not refers(upper, lower) or (ended and _LISTED.search(upper[-TAIL:]))):
        if not ended and (
            _LABELS.match(lower) or (upper.endswith("Regulations") and lower.startswith("Section"))
        ):
            return False
        initial = lower[1:2] == "." and lower[0].isupper() and lower not in upper  # of a name that goes on
        if initial and not ended and is_unended(upper, lower, page.names):
            return False
        return ended or width < 0.7 * page.edge or not (lower[0].isdigit() or initial)
    starts_low = _starts_low(lower)
    if upper[-1] == ":" and not starts_low and (lower[0] in QUOTES or "follow" in upper[-_ANNOUNCED:]):
        return True
    if width + 1 + len(lower.split(None, 1)[0]) < page.narrow and (ended or not starts_low):
        return not (refers(upper, lower) or (not ended and is_unended(upper, lower, page.names)))
    return ended and below.indent >= above.indent + 3 and not starts_low


def _is_filled(lines: Sequence[Line], number: int, upper: str, lower: str, page: _Page) -> bool:
    """Whether the line before `number` has no end and no room for a word more, as its neighbors are filled."""
    above = lines[number - 1]
    width = above.indent + above.end - above.start
    if not (_NARROW <= width < page.edge and upper[-1].isalnum()):
        return False
    if MARKER.match(lower) or lower.startswith(_ATTACHED) or _LISTED.search(upper[-TAIL:]):
        return False
    first, last = number - 1, number
    while first > 0 and number - first < _NEAR and not lines[first].gap:
        first -= 1
    while last < len(lines) and last - number < _NEAR and (last == number or not lines[last].gap):
        last += 1
    widths = sorted(line.indent + line.end - line.start for line in lines[first:last])
    filled = len(widths) >= 4 and widths[-3] >= widths[-1] - _RAGGED
    return filled and width + 1 + len(lower.split(None, 1)[0]) > widths[-1]


def _opens(lower: str) -> bool:
    """Whether a line opens a paragraph behind the end of another, though it opens with no marker."""
    return bool(
        lower in HEADS
        or (len(lower) <= _HEAD and lower.rstrip(" :").upper() in _CAPTIONS)
        or (lower[0] == "§" and _OF_SECTION.match(lower))
        or (lower[0] in QUOTES and (_DEFINES.match(lower) or MARKER.match(lower, 1)))
        or (lower[0] == "(" and _STACKED.match(lower))
    )


def _ends_title(upper: str, lower: str) -> bool:
    """Whether a title ends, below which a preamble opens."""
    return lower.startswith("This ") and upper.isupper() and upper[-1].isalpha()


def _leads_to_page(words: str) -> bool:
    """Whether a line that ends in a figure is an entry of a table of contents, whose page stands behind dots."""
    return bool(_TO_PAGE.search(words[-TAIL:]))


def _starts_low(words: str) -> bool:
    """Whether a line begins with a small letter, in quotation marks or brackets or not."""
    return "a" <= (words[1:2] if words[0] in _BEFORE else words[0]) <= "z"


def _is_rule(words: str) -> bool:
    return not (words[0].isalnum() or words[0] in _BEFORE) and bool(_RULE.fullmatch(words))
