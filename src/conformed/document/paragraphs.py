"""Where one paragraph ends and the next begins, line by line.

In: the lines of a text without page furniture, their words, and which of them are rows of a table.  Out: the
paragraphs, as numbers of lines.  A line goes on with the one above it unless that one has ended, leaves room for
a word more, or stands apart; a marker of a provision, or the label of a signature line, opens a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

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
)  # fmt: skip

_REFERRING = frozenset(
    "section sections subsection subsections article articles clause clauses subclause subclauses paragraph paragraphs"
    " exhibit exhibits schedule schedules annex attachment attachments and or to of in the than with by under no nos"
    " through from this such said that these new existing amended adding deleting replacing amending following"
    " after before code regulation item".split()
)
# Words behind which a line that opens with the name of a provision only goes on.
_BEFORE_PROVISIONS = frozenset(
    "only include including excluding see per both either neither amend amends modify modifies delete deletes replace replaces restate violate"
    " satisfy breach regarding concerning addressing governing notwithstanding except".split()
)
_PROVISION = pattern(r"(?:Sections?|Articles?|Paragraphs?|Clauses?|Exhibits?|Schedules?|Annex)\s")
# Words at which no line ends that is whole, besides those; what opens with a marker may follow them.
_UNENDED = frozenset(
    "a an any all as for on at is are be was were been its their his her our your each every other another certain"
    " if which whose whom where when unless until not between among upon into against within without during"
    " including both either neither shall will may has have had must means per dated entitled inserting"
    " substituting plus least effective".split()
)
_MENTIONED = pattern(r"[\"“][^\"“”]{1,60}[\"”][,;]?\s+[a-z]")
_STACKED = pattern(r"[(][a-zA-Z0-9]{1,4}[)][(](?:i|1|A|a)[)]\s")  # a clause and the first below it
_LABELS = pattern(
    r"[(][a-zA-Z0-9]{1,5}[)]"
    r"(?:,|\s+(?:and|or|through|thereof|hereof|above|below|to\s[(]|of\s(?:[Ss]ection|Article|[Pp]aragraph|this))\b)"
)
# The last word of a name that a line end breaks, and what shows that a sentence goes on behind it.
_NAMED = pattern(
    r"(?:Agreement|Note|Loan|Document|Date|Plan|Lease|Amendment|Commitment|Facility|Period|Amount|Rate|Ratio"
    r"|Request|Statement|Completion|Price|Account)"
    r"(?:s?[,;.)]|\s+(?:is|are|shall|will|was|has|and|or|as|in|of|by|to|dated|hereby|a|the|immediately|which|that|with"
    r"|under|pursuant|effective)\b|\s+\((?:the|this|as)\b)|Code\s+(?:Section|§)"
)
_DETERMINED = pattern(r"\b(?:the|each|any|all|such|other|this|that)(?: [A-Z]\w{1,30}){1,3}$")
_NAMED_ALSO = pattern(
    r"(?:Agreements|Notes|Loans|Documents|Commitments|Amounts|Statements|Lenders?|Banks?|Party|Parties)\b"
)
# The last words of a heading, and the first of its text.
_HEADED = pattern(r"(?!Inc|Ltd|Mrs|Ave|Ste)[A-Z][a-z]{2,30}(?: [A-Z][a-z]{1,30})?\.\s+[A-Z]")
_ATTACHED_TO = frozenset("exhibit exhibits schedule schedules annex attachment attachments".split())
_ATTACHED = ("Exhibit ", "Schedule ", "Annex ", "Appendix ")  # as the lines of a list of them begin
_ENTRY = pattern(r"(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s[\w.-]{1,9}(?:(?P<alone>$)|\s?[-–—:]\s)")
_TITLED = pattern(r"[-–—]\s[A-Z]")
_LISTED = pattern(r";[\"”]?\s*(?:and|or)$")  # what ends an item of a list
_FIGURE = pattern(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million)$",
    re.IGNORECASE,
)
_SPOKEN_OF = pattern(
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?)\s[\d.]{1,12}(?:\(\w{1,4}\)){0,3},$"
)
_LAST_WORD = pattern(r"\W+")
# A day that a line end breaks: before its year, which is not the number of a provision, or behind its month.
_MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = pattern(rf"(?:^|{_MONTH} )\d{{1,2}}(?:st|nd|rd|th)?,?$")
_YEAR = pattern(r"(?:19|20)\d\d\b(?!\.\s)")
_MONTHS = pattern(rf"{_MONTH}$")
_DAY_OF_IT = pattern(r"\d{1,2}(?:st|nd|rd|th)?(?:,$|,?\s(?:of\s)?(?:19|20)\d\d\b)|(?:19|20)\d\d\b(?!\.\s)")
_TO_PAGE = pattern(r"(?:\.\s{0,3}){4,}\d{1,3}$")  # dots that lead to a page number
_FIGURES = frozenset("0123456789")
_QUOTED = pattern(r"[^.:;!?,\s][\"”]$")  # a term in quotation marks, behind which the sentence may go on
_CLOSING = frozenset('"”')
_ANNOUNCED = 48  # characters before a colon in which `the following` may stand
_NARROW = 60  # columns: a line less wide may be of an address
_RAGGED = 8  # columns by which lines that are filled differ
_NEAR = 6  # lines above and below that show how far the lines are filled
_TERM = 61  # characters of a term that a line end may break
_BEFORE = frozenset('"“([')  # what may stand before the first letter of a line
# What opens a definition: its term, and what says so, or the end of a line that breaks it there.
_DEFINES = pattern(
    r"[“\"](?:[^“”\"\n]{1,80}[”\"](?::\s|\s(?:of\s(?:[\w’'-]+\s){1,4})?(?:means?|shall\smean|(?:has|have)\sthe\smeaning)\b)"
    r"|[A-Z][^“”\"\n]{0,60}[”\"]?$)"
)
_LONG = 100  # columns: a line so wide is no heading and no address
_RULE = pattern(r"[\s_=*.\-–—·]+")


def paragraphs(
    lines: Sequence[Line], words: Sequence[str], rows: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """The paragraphs: numbers of the first line and the one after the last, and whether it is a row."""
    edge = _right_edge(lines)
    narrow = min(0.72 * edge, _LONG)
    first = 0
    for number in range(1, len(lines)):
        if rows[number] or rows[number - 1]:
            if rows[number] == GOES_ON:
                continue
        elif _is_one(lines, words, number, edge, narrow):
            continue
        yield first, number, rows[first]
        first = number
    if lines:
        yield first, len(lines), rows[first]


def _is_one(lines: Sequence[Line], words: Sequence[str], number: int, edge: int, narrow: float) -> bool:
    """Whether a line goes on with the paragraph of the one above it."""
    above, upper = lines[number - 1], words[number - 1]
    below, lower = lines[number], words[number]
    if below.gap or below.turned:
        return upper[-1] not in STOPS and not _parts(above, below, upper, lower, edge)
    if lower[0].isalnum() and upper[0].isalnum():
        # Most lines just go on: this is what _parts says of them, without its patterns.
        room = above.indent + above.end - above.start + 1
        filled = room > narrow or room + len(lower.split(None, 1)[0]) >= narrow
        if "a" <= lower[0] <= "z":
            just = filled and lower[1:2] != "." and ")" not in lower[:7]
            return just or not _parts(above, below, upper, lower, edge)
        leads = upper[-1] in _FIGURES and _leads_to_page(upper)
        if filled and not (is_ended(upper) or is_marked(lower) or leads):
            return True
    return not _parts(above, below, upper, lower, edge) or _is_filled(lines, number, upper, lower, edge)


def _right_edge(lines: Sequence[Line]) -> int:
    """The column to which the lines of the document are filled."""
    if not lines:
        return 0
    columns = sorted(line.indent + line.end - line.start for line in lines)
    return columns[len(columns) * 9 // 10]


def _parts(above: Line, below: Line, upper: str, lower: str, edge: int) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if _is_rule(upper) or _is_rule(lower) or (upper[-1] in _FIGURES and _leads_to_page(upper)):
        return True
    if lower[0] == "(" and lower[1:2].isdigit() and _FIGURE.search(upper[-TAIL:]):
        return False  # thirty (30)
    marked = is_marked(lower)
    if below.gap or below.turned:
        starts = marked or not _starts_low(lower)
        return is_ended(upper) or (starts and (marked or not _goes_on(above, below, upper, lower, edge)))
    if entry := _ENTRY.match(upper):  # of a list of what is attached
        if entry["alone"] is not None and _TITLED.match(lower):
            return False
        if entry["alone"] is None and _ENTRY.match(lower):
            return True
    return _parts_close(above, below, upper, lower, edge, marked=marked)


def _goes_on(above: Line, below: Line, upper: str, lower: str, edge: int) -> bool:
    """Whether a line that stands apart, or on the next page, goes on with the sentence of the one above."""
    if LABEL.match(upper) or (below.turned and upper[-1] != "," and _is_title(below, lower, edge)):
        return False
    full = above.indent + above.end - above.start >= 0.6 * edge and above.end - above.start >= 0.5 * edge
    return (below.turned and full) or (
        (below.turned or full) and (_refers(upper, lower) or _is_unended(upper, lower))
    )


def _is_title(line: Line, words: str, edge: int) -> bool:
    """Whether a line at the top of a page is a title there: in capitals, short, and without an end."""
    short = line.end - line.start < 0.6 * edge
    return short and " " in words and words.isupper() and not is_ended(words)


def _parts_close(above: Line, below: Line, upper: str, lower: str, edge: int, *, marked: bool) -> bool:
    """Whether a paragraph ends between two lines with nothing between them."""
    width = above.indent + above.end - above.start
    quoted = upper[-1] in _CLOSING and bool(_QUOTED.search(upper[-2:]))
    if _breaks_a_term(upper, lower) or (quoted and lower[0].islower() and not marked):
        return False
    ended = is_ended(upper)
    if ended and (
        lower in HEADS
        or (lower[0] in QUOTES and (_DEFINES.match(lower) or MARKER.match(lower, 1)))
        or (lower[0] == "(" and _STACKED.match(lower))
    ):
        return True
    if marked and (not _refers(upper, lower) or (ended and _LISTED.search(upper[-TAIL:]))):
        if not ended and (
            _LABELS.match(lower) or (upper.endswith("Regulations") and lower.startswith("Section"))
        ):
            return False
        initial = lower[1:2] == "." and lower[0].isupper() and lower not in upper  # of a name that goes on
        if initial and not ended and _is_unended(upper, lower):
            return False
        return ended or width < 0.7 * edge or not (lower[0].isdigit() or initial)
    starts_low = _starts_low(lower)
    if upper[-1] == ":" and not starts_low and (lower[0] in QUOTES or "follow" in upper[-_ANNOUNCED:]):
        return True
    if width + 1 + len(lower.split(None, 1)[0]) < min(0.72 * edge, _LONG) and (ended or not starts_low):
        return not (_refers(upper, lower) or (not ended and _is_unended(upper, lower)))
    return ended and below.indent >= above.indent + 3 and not starts_low


def _is_unended(upper: str, lower: str) -> bool:
    """Whether a line without an end must go on: behind a word, in a bracket, before the rest of a name."""
    last = upper[-TAIL:].rsplit(None, 1)[-1]
    if last in _UNENDED or (last.endswith(("’s", "'s")) and lower[0].isalpha()):
        return True
    if len(last) > 1 and last.isupper() and last.lower() in _UNENDED:
        return True
    if (last[-1] == "," and _SPOKEN_OF.search(upper)) or _breaks_a_day(upper, lower):
        return True
    closed = lower.find(")")
    if 0 <= closed <= _TERM and upper.rfind("(") > upper.rfind(")") and "(" not in lower[:closed]:
        return True
    if last.islower():
        return bool(_MENTIONED.match(lower))
    named = last[0].isupper() and last[-1].isalpha()
    return named and bool(
        _NAMED.match(lower)
        or (_NAMED_ALSO.match(lower) and _DETERMINED.search(upper[-_TERM:]))
        or (_HEADED.match(lower) and MARKER.match(upper))
    )


def _breaks_a_day(upper: str, lower: str) -> bool:
    """Whether a line ends within a day that the next one goes on with."""
    if lower[0] not in _FIGURES:
        return False
    end = upper[-TAIL:]
    return bool((_YEAR.match(lower) and _DAY.search(end)) or (_DAY_OF_IT.match(lower) and _MONTHS.search(end)))


def _is_filled(lines: Sequence[Line], number: int, upper: str, lower: str, edge: int) -> bool:
    """Whether the line before `number` has no end and no room for a word more, as its neighbors are filled."""
    above = lines[number - 1]
    width = above.indent + above.end - above.start
    if not (_NARROW <= width < edge and upper[-1].isalnum()):
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


def _breaks_a_term(upper: str, lower: str) -> bool:
    """Whether a line ends within a quoted term that the next one closes."""
    opened, closed = upper.rfind("“"), lower.find("”")
    return (
        opened > upper.rfind("”")
        and len(upper) - opened <= _TERM
        and 0 < closed <= _TERM
        and "“" not in lower[:closed]
    )


def _leads_to_page(words: str) -> bool:
    """Whether a line that ends in a figure is an entry of a table of contents, whose page stands behind dots."""
    return bool(_TO_PAGE.search(words[-TAIL:]))


def _starts_low(words: str) -> bool:
    """Whether a line begins with a small letter, in quotation marks or brackets or not."""
    return "a" <= (words[1:2] if words[0] in _BEFORE else words[0]) <= "z"


def _is_rule(words: str) -> bool:
    return not words[0].isalnum() and bool(_RULE.fullmatch(words))


def _refers(words: str, lower: str) -> bool:
    """Whether a line ends in a word that the next must follow: `Section`, `of`, `and`; `only`, before `Section 4`."""
    if words[-1] == ".":
        return words[-5:].lower().endswith(("no.", "nos."))
    last = words[-TAIL:].rsplit(None, 1)[-1].removesuffix(",").lower()
    if last in _ATTACHED_TO and words.isupper() and _PROVISION.match(lower):
        return False  # a caption: PROJECT SCHEDULE
    word = last if last.isalpha() else _LAST_WORD.split(last)[-1]
    return last in _REFERRING or word in _REFERRING or (word in _BEFORE_PROVISIONS and bool(_PROVISION.match(lower)))
