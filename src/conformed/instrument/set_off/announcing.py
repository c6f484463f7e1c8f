"""Where text begins that an amending sentence sets off.

In: a paragraph.  Out: whether it announces text in the next one, or where within it that text begins.
"""

from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Paragraph
from conformed.instrument.numbers.counting import Count
from conformed.instrument.numbers.markers import heads, numbered
from conformed.instrument.set_off.closings import captions_changes
from conformed.instrument.set_off.ordering import ORDERS, PROVISION, names_provision, orders
from conformed.instrument.set_off.quoting import CLOSES, CLOSING, MARKS, OPENING, TERM

_ANNOUNCES = pattern(
    r"(?::|\bfollowing\s[^:;.]{1,100}[—–]|\bas\s(?:follows|set\sforth\sbelow)\W{0,2}|\bthe\sfollowing(?:\s\w+){0,3}\W{0,2}|\bto\sread(?:\sin\s(?:its|their)\sentirety)?\W{0,2}|\bfollowing\b[^:;]{0,60}\b(?:(?:in\s(?:lieu|place|substitution)\sthereof|therefore?|in\s(?:its|their)\s(?:place|stead))|(?:is|are)\s(?:hereby\s)?(?:added|inserted|substituted))\W{0,2})$",
    ENGLISH,
)
# An announcement that is a whole sentence: "The following new Section 5.3 is inserted immediately after Section 5.2."
_IN_A_SENTENCE = pattern(r"\bthe\sfollowing\b(?:(?!\.\s[A-Z])[^:;\"“\n]){0,200}\.$", ENGLISH)
# What is put in stands behind the words beside which it is put: "by adding in the last sentence after "barges"".
_BESIDE_WORDS = pattern(
    r"\b(?:add|insert)ing\s[^\"“”:]{0,80}\b(?:after|before|following|preceding)\s(?:the\s(?:words?|phrase)\s)?[\"“][^\"“”]{1,120}[\"”]$",
    ENGLISH,
)
_AGREES = pattern(
    r"(?:\bagree[sd]?\sas\sfollows|\bnotice(?:\shereunder)?|\bfor\spurposes\sof\sthis\s\w+|\b(?:requirements|conditions)\b[^:]{0,40}\b(?:met|satisfied|fulfilled))\W{0,2}$",
)
_BY = pattern(r"\b(?:amended|modified|revised)\s(?:\w+\s){0,3}by\s?:$")  # behind it stand the changes
# What announces new text, though in an agreement it may be said of anything.
_CHANGES = pattern(
    r"\b(?:now|as\s(?:so\s)?amended,)\sreads\b|\bshall\s(?:replace|include\s(?:an?\s)?(?:additional|new|following))\b|\b(?:is|are)\shereby\s(?:adopted|supplemented|superseded)\b"
    r"|\b(?:section|paragraph|article|agreement)\b[^.;:]{0,120}\bto\s(?:add|delete|insert|replace|substitute|strike)\b",
    ENGLISH,
)
_COMMANDS = pattern(
    r"(?:\A|[.;:)]\s{0,2})(?:to\s(?:add|delete|insert|replace|substitute|strike)|Amend|Add|Delete|Insert|Replace|Revise|Restate|Strike|Substitute)\s[^:]{0,600}\b(?:follow(?:s|ing)|to\sread)\b"
)
# What tells of a change, which may be one of things: "The works are changed as follows", and what tells of a text.
_TOLD = frozenset(f"{verb} {what}" for verb in ("is", "are") for what in ("added", "changed", "modified", "replaced", "revised"))
_OF_A_TEXT = pattern(
    r"\b(?:(?:sub-?)?(?:section|article|clause|paragraph)s?|definitions?|exhibits?|schedules?|annex|appendix|attachments?|agreement|lease|notes?|plan|contract|letter"
    r"|terms?|sentences?|provisions?|language|words?|preamble|recitals?)\b|[\"“§]|\d\.\d",
    ENGLISH,
)
_EDITS = pattern(
    r"(?:[^.\n]{1,60}\s[–—-]\s)?(?:replace|delete|insert|add|revise|strike|substitute)\s",
    ENGLISH,
)
_NUMBER_ALONE = pattern(r"\(?\w{1,4}[.)]$")
# The subject of an order that quotes the old words before its verb: "Section 3, which provides: ... is hereby amended".
_RECITES = pattern(
    r"(?:\bsection|\bparagraph|\barticle|\bclause|§)\s?\d[^:]{0,120}\bwhich\s(?:\w+\s)?(?:provides|reads|states)(?:\sas\sfollows)?[:,]$",
    ENGLISH,
)
_VERB_BEHIND = pattern(r"(?:is|are)\s(?:hereby\s)?(?:amended|deleted|replaced|modified|revised)\b")
_OLD_WORDS = 12  # paragraphs that old words may have
_RUNS_IN = pattern(
    r"(?:\bas\sfollows|\bto\sread(?:\sin\s(?:its|their)\sentirety)?(?:\sas\sfollows)?|\bthe\sfollowing(?:\s(?:[\w'’()]|(?<=\d)\.(?=\d))+){0,16}|\btherefor|\bthereof|\btheir\splace|\bits\splace)\s?:\s(?=[A-Z(\[\d\"“])",
    ENGLISH,
)
_TERMS = pattern(r"[\"“][^\"“”\n]{1,90}[\"”],?\s(?:and\s)?[\"“]")
_DEFINED_TOGETHER = pattern(  # `"Mill" or "Works" means`
    r"[\"“][^\"“”\n]{1,90}[\"”](?:(?:,|,?\s(?:and|or))\s[\"“][^\"“”\n]{1,90}[\"”]){1,4},?\s(?:(?:each|shall|both|will)\s){0,2}(?:means?|have|has)\b"
)
_COLON_AND_TEXT = pattern(r":\s[A-Za-z(\[\d\"“]")
_COLON_AND_QUOTE = pattern(r":\s?[\"“]")
_LEADS_TO_QUOTE = pattern(
    r"(?:follow(?:s|ing)|read|thereof|language|sentence|paragraph|provision|clause)[^:\"“\n]{0,80}:\s?(?=[\"“])"
)
# What tells of changes to come, and sets off no text: it is the agreement as a whole that is amended.
_PLAINLY = pattern(
    r"\bamended(?:\sby\sthis\s\w{4,12})?,?\sas\sfollows\W{0,2}$|\b(?:following\s(?:amendments|changes|modifications|particulars|respects)|amended\sin\sthe\sfollowing)\b"
    r"|\b(?:amend|modif(?:y|ies))\s(?:the|that|said|their|your)\s(?:[\w&’'-]+\s){0,6}(?:Agreement|Letter|Lease|Contract)\b[^;:]{0,220}\bas\sfollows\W{0,2}$",
    ENGLISH,
)
_LEAD = 240  # characters before a colon in which the words stand that lead to it
_TAIL = 80  # characters at the end of a paragraph in which it announces
_ORDER = 200  # characters in which what bears a number shows to be an order
_SPOKEN_OF = 300  # characters before the text in which the provision is spoken of
_NUMBERS = pattern(r"\d[\w.]*")
_LABELS = pattern(r"\(\s?(\w{1,5})\.?\s?\)|\d\.?([a-zA-Z])\b")


def announces(
    text: str, paragraphs: Sequence[Paragraph], paragraph: Paragraph, number: int, last: int, own: Count
) -> bool:
    """Whether `paragraph`, or what is left of it, announces text that stands in the one after `number`."""
    if number + 1 >= last or paragraph.row:
        return False
    tail = text[max(paragraph.start, paragraph.end - _SPOKEN_OF) : paragraph.end]
    if (
        not (_says_what_follows(tail) or _stops_at_an_anchor(tail, text, paragraphs[number + 1].start))
        or _AGREES.search(tail)
        or _BY.search(tail)
        or not _is_order(text, paragraph)
    ):
        return False
    after = paragraphs[number + 1]
    words = text[after.start : after.end]
    if number + 2 < last and _NUMBER_ALONE.fullmatch(words):
        words = text[after.start : paragraphs[number + 2].end]
    if captions_changes(words) or _EDITS.match(words):
        return False
    plainly = (
        _PLAINLY.search(text, max(paragraph.start, paragraph.end - _SPOKEN_OF), paragraph.end) is not None
    )
    if OPENING.match(words):
        return not (plainly and ORDERS.search(words))
    if _bears_its_number(text, paragraph, after):
        return not (ORDERS.search(words[:_ORDER]) if plainly else own.resumes(after) and orders(words))
    return not (plainly or orders(words) or own.resumes(after))


def _says_what_follows(words: str) -> bool:
    """Whether words end in a colon, in "as follows" and the like, or are a sentence that speaks of the following."""
    if not any(word in words for word in (":", "follow", "read", "below")):
        return False
    return bool(_ANNOUNCES.search(words, max(0, len(words) - _TAIL)) or _IN_A_SENTENCE.search(words))


def _stops_at_an_anchor(words: str, text: str, after: int) -> bool:
    """Whether words end in those beside which something is put, and a quotation opens at `after`: `adding after "barges"`."""
    return words[-1:] in CLOSES and bool(_BESIDE_WORDS.search(words)) and bool(OPENING.match(text, after))


def announces_in_preamble(text: str, paragraphs: Sequence[Paragraph], number: int, last: int) -> bool:
    """Whether the preamble, paragraph `number`, already orders a change of one provision and announces its text."""
    paragraph, after = paragraphs[number], paragraphs[number + 1]
    names = names_provision(text, max(paragraph.start, paragraph.end - _SPOKEN_OF), paragraph.end)
    given = OPENING.match(text, after.start, after.end) or _bears_its_number(text, paragraph, after)
    return bool(names and given) and announces(text, paragraphs, paragraph, number, last, Count(text))


def _is_order(text: str, paragraph: Paragraph) -> bool:
    if order := ORDERS.search(text, paragraph.start, paragraph.end):
        if order[0].lower().startswith(("wish", "desire")):
            return PROVISION.search(text, order.start(), paragraph.end) is not None
        told = order[0].lower() in _TOLD
        return not told or _OF_A_TEXT.search(text, paragraph.start, paragraph.end) is not None
    words = text[paragraph.start : paragraph.end]
    return bool(_CHANGES.search(words) or _COMMANDS.search(words))


def _bears_its_number(text: str, paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether the text in paragraph `after` bears the number of a provision that is spoken of before it."""
    section = numbered(text, after.start, after.end)
    if section is not None and section.value in {
        number.rstrip(".") for number in _NUMBERS.findall(text, paragraph.start, paragraph.end)
    }:
        return True
    markers = heads(text, after.start, after.end, 0)
    if not markers:
        return False
    own = heads(text, paragraph.start, paragraph.end, 0)
    start = max(own[-1].end if own else paragraph.start, paragraph.end - _SPOKEN_OF)
    return markers[0].value in {
        label for one in _LABELS.findall(text, start, paragraph.end) for label in one if label
    }


def recited(text: str, paragraphs: Sequence[Paragraph], number: int, last: int) -> tuple[int, int] | None:
    """The end of the old words that paragraph `number` quotes before the verb of its order: as of a quotation."""
    start, end = paragraphs[number].start, paragraphs[number].end
    if text[end - 1] not in ":," or not _RECITES.search(text, max(start, end - _SPOKEN_OF), end):
        return None
    for after in range(number + 1, min(number + 1 + _OLD_WORDS, last)):
        for verb in _VERB_BEHIND.finditer(text, paragraphs[after].start, paragraphs[after].end):
            before = text[paragraphs[after].start : verb.start()].rstrip()
            if not before:
                return (after, paragraphs[after - 1].end) if after > number + 1 else None
            if before[-1] in '.;"”':
                return after + 1, paragraphs[after].start + len(before)
    return None


def left_open(text: str, paragraph: Paragraph) -> int | None:
    """Where a quotation begins behind a colon and is not closed in its paragraph, or None."""
    colon = text.find(":", paragraph.start, paragraph.end)
    if colon < 0 or not _COLON_AND_QUOTE.search(text, colon, paragraph.end):
        return None
    words = text[paragraph.start : paragraph.end]
    match = _LEADS_TO_QUOTE.search(words)
    if match is None or not ORDERS.search(words, 0, match.end()):
        return None
    marks = MARKS.findall(words, match.end())
    if CLOSING.search(words[match.end() + 1 :]) or len(marks) % 2 == 0:
        return None
    return paragraph.start + match.end()


def runs_in(text: str, paragraph: Paragraph) -> int | None:
    """Where new text without quotation marks begins behind the colon of the order that announces it, or None."""
    colon = text.find(":", paragraph.start, paragraph.end)
    if colon < 0 or not _COLON_AND_TEXT.search(text, colon, paragraph.end):
        return None
    words = text[paragraph.start : paragraph.end]
    match = _RUNS_IN.search(words, max(0, colon - paragraph.start - _LEAD))
    if match is None or not ORDERS.search(words, 0, match.end()) or orders(words[match.end() :]):
        return None
    if OPENING.match(words, match.end()):  # a definition, but no quotation and no list of terms
        one = TERM.match(words, match.end()) and not _TERMS.match(words, match.end())
        defines = one or _DEFINED_TOGETHER.match(words, match.end())
        return paragraph.start + match.end() if defines else None
    if MARKS.search(words, 0, match.start()):
        return None
    return paragraph.start + match.end()
