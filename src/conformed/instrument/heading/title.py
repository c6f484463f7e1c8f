"""The title of an instrument, as its head has it.

In: a document and where its instrument opens.  Out: the title, folded to one line, without exhibit labels,
file names, running heads and the like, and its place.  Afterwards its words stand in the document in that
order.
"""

import itertools
import re
from collections.abc import Sequence

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.opening_lines import WORD
from conformed.instrument.heading.labels import cells, head_of
from conformed.instrument.heading.opening import Opening, flat
from conformed.instrument.heading.recitals import CHANGING

_LABEL = pattern(
    r"(?!exhibits\b|ex(?!hibit)[a-z]{3,}\b)(?:exhibit|ex[-.]?|exh\.?)\s*(?:no\.?|number)?\s*[\[(]?[\dA-Z]{0,3}[-.\dA-Za-z()\[\]*]{0,10}:?"
    r"|ex(?:v|h|hibit)?[-_]?\d\S{0,24}|\S{1,40}\.(?:htm|html|txt|doc|pdf)"
    r"|.{0,40}\bex(?:hibit)?\.?\s?\d{1,2}\.\d{1,3}\S{0,6}|\S{0,20}EX-?\d\S{0,8}",
    ENGLISH,
)
_LABELLED = pattern(r"exhibit\s+\d\S{0,8}\s*[-–—]+\s*\w", re.IGNORECASE)
_PASSED = pattern(
    r"""(?:(?:final|draft|execution|conformed|composite|redacted|confidential|signature)(?:\s+(?:version|copy|form|draft))?\W*
    |(?:final|draft)?\W*\d{1,2}/\d{1,2}/\d{2,4}\W*|version|copy|page\s+\d.*|\W*|\$[\d,.]+
    |table\s+of\s+contents|\d+|execution|\[\*+\].*|.*confidential\s+(?:treatment|request).*)""",
    re.VERBOSE | re.IGNORECASE,
)
_CONTENTS = pattern(
    r"\W*(?:table\s+of\s+contents|contents|index)\W*(?:\(continued\)\W*)?(?:page\W*)?", re.IGNORECASE
)
_LEADERS = pattern(r"[.\s\t]{3,}\d{1,3}$|\t\d{1,3}$")
_ROW = pattern(
    r"[.\s\t]{3,}\d{1,3}$|\t\d{1,3}$|^(?:section|article)\s+\d{1,2}(?:\.\d{1,2})?\b|^\d{1,2}\.\d{1,2}\b"
    r"|^\d{1,3}(?:\s[ivx]{1,5})?$|(?<!no\.)(?<!number)(?<!amendment)\s\d{1,3}(?:\s[ivx]{1,5})?$",
    ENGLISH,
)
_ITEM = pattern(r"(?:exhibit|schedule|annex|appendix|attachment)s?\b.{3}", ENGLISH)
_FEW = 4  # rows that do not yet make a table
_WORD = pattern(rf"\b{WORD}\b", ENGLISH)
_UNFINISHED = pattern(
    r"(?:\b(?:to|of|and|the|for|between|among|amongst|with|by|in|no\.?|on|between:|as|certain|that|a|an"
    r"|dated)|[,&:])\W*$",
    re.IGNORECASE,
)
_WANTS_OBJECT = pattern(
    rf"\b{CHANGING}\b.{{0,60}}?\s(?:to|of)\b(?!.*\b(?:agreements?|contract|lease|letter|documents|note|notes"
    rf"|plan|indenture|guaranty|deed|subcontract)\b)",
    ENGLISH,
)
_GOES_ON = pattern(
    r"\W*(?:to|of|and|for|between|among|by|with|in|no\.?|number|&|under|regarding|the|amended|amendment|restated|as"
    r"|limited|dated)\b|(?-i:[a-z(])|\W*no\.",
    re.IGNORECASE,
)
_DATED = pattern(r"\W*(?:dated|as\s+of|effective|date)\b|\W*[A-Z][a-z]+\s\d{1,2},\s\d{4}\W*$", re.IGNORECASE)
_DATED_ALONE = pattern(r"\W*\d{1,2}\s[A-Z][a-z]+,?\s\d{4}\W*|\W*[A-Z][a-z]+\s\d{1,2},\s\d{4}\W*", re.IGNORECASE)
_DIRECTED = pattern(r"\s\((?:for\s+use|to\s+be\s+used|use)\b.*$", ENGLISH)  # how a form is to be used
_COVERED = pattern(r"(?<=\w)\sdated\sas\sof\b.*$", ENGLISH)  # what a cover page says besides the title
_BARE = pattern(rf"\W*(?:\w+\s)?{CHANGING}(?:\s(?:no\.?|number|#)\s?\w+)?\W*", ENGLISH)
_AGREES = pattern(r"\b(?:agreement|contract|lease)\b", ENGLISH)
_BEGINS = pattern(
    r"\W*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w+th|amended"
    r"|amendment|limited|form)\b",
    re.IGNORECASE,
)
_CHANGES = pattern(rf"\b{CHANGING}\b", ENGLISH)
_PARTIES = pattern(r"\b(?:between|among|amongst|by\s+and\s+(?:between|among))\b", ENGLISH)
_DEAR = pattern(r"\W*(?:dear|gentlemen|ladies)\b", re.IGNORECASE)
_REGARDS = pattern(r"\W*(?:re|subject|regarding)\s*:\s*", re.IGNORECASE)


# A preamble that opens with the instrument's own title, in capitals: "CREDIT AGREEMENT, dated as of May 31, 2007, among".
OWN_TITLE = pattern(
    r"(?P<title>(?!THIS\b|BY\b|THE\b)(?:[A-Z][A-Z&/’'-]*,?\s){1,10}(?:AGREEMENT|CONTRACT|LEASE|INDENTURE)),?\s(?:dated\b|made\b|entered\b|\((?:this|the|as\samended)\b)"
)


# What is no title of its own: an entry of a list of exhibits, or the last word of one that is broken.
_IS_ENTRY = pattern(r"(?:[A-Z](?:-\d)?\s)?form\sof\b|agreement\b", ENGLISH)


class Title(msgspec.Struct, frozen=True):
    """The words of a title, empty where none stands, and the place of the first of its lines to the last."""

    words: str
    span: Span | None


def title(document: Document, place: Opening) -> Title:
    """Find the title above the preamble; where none stands there, take it from the preamble's first words."""
    filled = _of_form(document, place)
    numbers = filled or _beside_contents(document, place.above)
    ends = [min(document.paragraphs[n].end, place.preamble[0]) for n in numbers]
    texts = [flat(document, document.paragraphs[n].start, end) for n, end in zip(numbers, ends, strict=True)]
    chosen = range(len(texts)) if filled else _lines(texts, place.letter)
    if not chosen:
        return _from_preamble(document, place)
    chosen = _upward(texts, chosen, flat(document, *place.preamble)[:300].lower())
    own = OWN_TITLE.match(document.reading.text, *place.preamble)
    if own is not None and _IS_ENTRY.match(texts[chosen[0]]):
        return Title(" ".join(own["title"].split()), document.span(own.start("title"), own.end("title")))
    words = " ".join(" ".join(texts[k] for k in chosen).split()).strip("*_=- ")
    words = _REGARDS.sub("", words, count=1) if _REGARDS.match(words) else words
    words = words if place.letter or _CHANGES.search(words) else _COVERED.sub("", words)
    words = _DIRECTED.sub("", re.sub(r"^this\s+", "", words, flags=re.IGNORECASE))
    words = re.sub(r"^ex(?:hibit\s+|[-.]\s?)\d\S*\s+", "", words, flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:among|between|by\s+and\s+(?:between|among))\W*$", "", words, flags=re.IGNORECASE)
    words = re.sub(
        r"[“\"(]+(?:the|this)?\s*[“\"]?(?:amendment|agreement)[”\")]+\s*$", "", words, flags=re.IGNORECASE
    ).strip(" ,")
    return Title(words, document.span(document.paragraphs[numbers[chosen[0]]].start, ends[chosen[-1]]))


def _upward(texts: Sequence[str], chosen: Sequence[int], preamble: str) -> Sequence[int]:
    """The lines of a title with those above it that the preamble repeats with it."""
    found = list(chosen)
    while found[0] > 0 and 2 < len(texts[found[0] - 1]) < 60:
        longer = " ".join(texts[k] for k in (found[0] - 1, *found)).lower()
        if longer not in preamble:
            break
        found.insert(0, found[0] - 1)
    return found


def _beside_contents(document: Document, above: Sequence[int]) -> list[int]:
    """The paragraphs above a preamble without those of a table of contents.

    A table runs from its heading, or else its first row, through its last row; few rows are no table.
    """
    texts = [document.reading.text[document.paragraphs[n].start : document.paragraphs[n].end] for n in above]
    headed = next((k for k, text in enumerate(texts) if _CONTENTS.fullmatch(text)), None)
    rows = [k for k, text in enumerate(texts) if _ROW.search(text)]
    begin = headed if headed is not None else rows[0] if len(rows) > _FEW else len(texts)
    if headed is not None:
        rows = [k for k, text in enumerate(texts) if k > headed and (_ROW.search(text) or _ITEM.match(text))]
    end = rows[-1] + 1 if len(rows) > _FEW else begin
    return [n for k, n in enumerate(above) if not begin <= k < end and not _LEADERS.search(texts[k])]


def _lines(texts: Sequence[str], letter: bool) -> Sequence[int]:
    """The numbers of the lines that make the title."""
    if letter:
        return _regarding(texts) or _run(texts, 0, 12)
    labels = [k for k, text in enumerate(texts) if _LABEL.fullmatch(text.strip(" *[]"))]
    begin = labels[-1] + 1 if labels and any(_WORD.search(t) for t in texts[labels[-1] + 1 :]) else 0
    told = next((k for k in range(begin, len(texts) - 1) if _LABELLED.match(texts[k])), None)
    if told is not None and any(_starts(texts, k) for k in range(told + 1, min(told + 5, len(texts)))):
        begin = told + 1
    return _run(texts, begin, len(texts))


def _of_form(document: Document, place: Opening) -> Sequence[int]:
    """The paragraphs that make the title of a form: all over its labels but the marks of the exhibit and the day."""
    filled = cells(document, place)
    over = head_of(filled, place.above) if filled else ()
    texts = [flat(document, document.paragraphs[n].start, document.paragraphs[n].end) for n in over]
    begin = max((k + 1 for k, text in enumerate(texts) if _LABEL.fullmatch(text.strip(" *[]"))), default=0)
    named = [k for k in range(begin, len(texts)) if not _PASSED.fullmatch(texts[k]) and not _DATED_ALONE.fullmatch(texts[k])]
    return [over[k] for k in itertools.dropwhile(lambda k: not _starts(texts, k), named)]


def _regarding(texts: Sequence[str]) -> Sequence[int]:
    """The lines that say what a letter is about: that behind "Re:", or those under it up to the salutation."""
    at = next((k for k, text in enumerate(texts) if _REGARDS.match(text)), None)
    if at is None:
        return []
    under = range(at + 1, min(at + 5, len(texts)))
    told = list(itertools.takewhile(lambda k: not _DEAR.match(texts[k]), under))
    if _REGARDS.fullmatch(texts[at]):
        return told
    return [at, *told[:1]] if _UNFINISHED.search(texts[at]) or _WANTS_OBJECT.search(texts[at]) else [at]


def _run(texts: Sequence[str], begin: int, end: int) -> Sequence[int]:
    """The run of lines that reads as a title: the first, or its like below a cover page or contents."""
    runs: list[list[int]] = []
    k = begin
    while k < min(end, len(texts)):
        if _starts(texts, k):
            runs.append(_from(texts, k))
            k = runs[-1][-1]
        k += 1
    if not runs:
        return []
    first = " ".join(texts[k] for k in runs[0]).lower()
    if _CHANGES.match(first):  # "ADDENDUM TO ..." heads what it adds, however much stands before a preamble
        return runs[0]
    again = next(
        (run for run in reversed(runs[1:]) if _same(first, " ".join(texts[k] for k in run).lower())), None
    )
    if again:
        return again
    if (
        len(texts) - runs[-1][-1] < 4 and runs[-1][0] - runs[0][0] >= 20
    ):  # below a cover and a table of contents
        return runs[-1]
    return next(
        (
            run
            for run in reversed(runs)
            if _CHANGES.search(" ".join(texts[k] for k in run)) and run[0] - runs[0][0] < 20
        ),
        runs[0],
    )


def _same(first: str, later: str) -> bool:
    """Whether a title stands again below a cover page."""
    return later.split()[:3] == first.split()[:3] or (len(later) > 14 and first.endswith(later))


def _starts(texts: Sequence[str], k: int) -> bool:
    text = texts[k].strip()
    if len(text) > 300 or _PASSED.fullmatch(text) or _LABEL.fullmatch(text) or _DATED.match(text):
        return False
    if text.endswith((".", ";")) and not re.search(
        r"(?:inc|co|corp|ltd|l\.p|n\.a|no|l\.l\.c|limited|llc|company|agreement)\.$", text, re.IGNORECASE
    ):
        return False
    if _WORD.search(text) and not re.match(
        r"\W*(?:dear|to:|from:|cc:|list\s+of|index)\b", text, re.IGNORECASE
    ):
        return True
    return (
        bool(_BEGINS.match(text))
        and len(text) < 60
        and any(_WORD.search(t) and len(t) < 120 for t in texts[k + 1 : k + 4])
    )


def _from(texts: Sequence[str], first: int) -> list[int]:
    """The lines of the title that begins at line `first`."""
    run = [first]
    for k in range(first + 1, min(first + 12, len(texts))):
        so_far, text = " ".join(texts[n] for n in run), texts[k].strip()
        if run == [k - 1] and _WORD.search(so_far) and text.lower().startswith(f"{so_far.lower().strip()}"):
            run = [k]  # the line above only begins what this one says in full
            continue
        if len(text) > 200:
            break
        if _PASSED.fullmatch(text) or _LABEL.fullmatch(text):
            if text.strip():
                break
            continue
        listing = bool(_PARTIES.search(so_far))
        complete = (
            _WORD.search(so_far) and not _UNFINISHED.search(so_far) and not _WANTS_OBJECT.search(so_far)
        )
        if _DATED.match(text):
            if listing or _UNFINISHED.search(so_far):
                run.append(k)
            if k + 1 < len(texts) and re.match(r"\W*(?:to|of)\b", texts[k + 1], re.IGNORECASE):
                run = run if run[-1] == k else [*run, k]
                continue
            break
        alike = text.isupper() == texts[run[-1]].isupper() and len(text) < 80
        named = _WORD.match(text) or (_BARE.fullmatch(so_far) and _AGREES.search(text))  # "ADDENDUM NO. 2" over the agreement
        if complete and not _GOES_ON.match(text) and not (alike and named):
            break
        run.append(k)
    return run


def _from_preamble(document: Document, place: Opening) -> Title:
    words = flat(document, *place.preamble)
    match = re.match(
        rf"(?:this(?:\s+is(?:\s+(?:an?|the))?)?"
        rf"|the)?\s*(?P<title>(?:[\w.#’'/&-]+,?\s+){{0,14}}?{WORD}\b(?:\s+(?:no\.|number)\s+\w+)?"
        rf"(?:(?:,|\s+and)\s+(?:limited\s+)?{WORD}\b){{0,3}}(?:\s+to\s+(?:the\s+)?(?-i:(?:(?:[A-Z]\w+|and"
        rf"|of)\s+)*[A-Z]\w+))?)",
        words,
        re.IGNORECASE,
    )
    if place.letter or (match and len(match["title"]) > 160):
        return Title("", None)
    if not match:
        return Title("", None)
    return Title(
        " ".join(match["title"].split()),
        document.span(place.preamble[0] + match.start("title"), place.preamble[0] + match.end("title")),
    )
