"""The lines of a document told apart as a signature page has them.

In: the lines of a document.  Out: its cells in order: who signs, where, in what office, and what is no part of a
block.  A line holds several cells where tabs or wide blanks part it.  Afterwards each cell stands in one line,
but for prose, of which each stretch is one cell.
"""

import enum
import re
from collections.abc import Sequence

import msgspec

from conformed.document import Document, Line
from conformed.instrument.signature_words import like_entity, like_person, like_prose, like_title, surely_entity


class Kind(enum.Enum):
    """What a cell is."""

    BY = "By:"
    SIGNED = "/s/"
    RULE = "a blank line to sign on"
    NAME = "Name:"
    TITLE = "Title:"
    DATE = "Date:"
    ROLE = "BORROWER:"
    EACH = "In each case:"
    WITNESS = "Attest:"
    PLAIN = "words"
    NOTE = "[Signature page to ...]"
    HEADING = "EXHIBIT A"
    PROSE = "a paragraph"


SIGNING = frozenset({Kind.BY, Kind.SIGNED, Kind.RULE})
ENDS = frozenset({Kind.NOTE, Kind.HEADING, Kind.PROSE})


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell: its words without their label, and where they stand in the text.

    `line` is the number of its line, `gap` the number of blank lines above it, `column` where it begins,
    `row` whether other cells stand beside it and as which of them; `signed` tells a name behind `/s/`.
    """

    kind: Kind
    words: str
    start: int
    end: int
    line: int
    gap: int
    column: int
    row: int | None = None
    signed: bool = False
    last: int = -1


_BREAK = re.compile(r"\t[\t \xa0]*|[ \xa0]{4,}[\t \xa0]*| (?=/[sS]\.?/)|(?<=_) +(?=(?:Name|Title|Its|Date)\s?:)")
_WIDE = 16
_ONLY_RULE = re.compile(r"[\s_\-–—=.*~]+")
_LINE_TO_SIGN = re.compile(r"_{4,}|(?:- ?)?-{6,}|\.{10,}|–{6,}|—{4,}")
_BRACE = re.compile(r"[\s}){(\]\[|]+")
_BY = re.compile(r"(?:and\s+)?(?:by|per|(?:authorized\s)?signature(?:\sof\s\w+)?|signed(?:\sby)?|sign)\s*[:;]\s*|(?:and\s+)?by(?=\s*(?:_|/[sS]\.?/))\s*|(?-i:By|BY)$|(?-i:By)\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
_MARK = re.compile(r"(?:/+\s?s\s?\.?\s?/+|\\s\\|/s\b/?|s/(?=\s)|//(?=\s+[A-Z]))[\s_]*", re.IGNORECASE)
_BRACKET_MARK = re.compile(r"(?:\([sS]\)|\(signed\)|\[signed\])\s*", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<name>(?:print(?:ed)?|typed?)?\s?name(?:\s?\(please print\)|\s?\(print(?:ed)?\))?|print(?:ed)?)(?:\s*:|(?=\s{2}|\t|$))"
    r"|(?P<title>(?:print(?:ed)?\s)?(?:title|its|position|office|capacity)(?:\(s\))?)(?:\s*:|(?=\s{2}|\t|$))"
    r"|(?P<date>date(?:d|\ssigned|\sof\ssignature|\sexecuted)?|executed(?:\son)?)\s*:\s*",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"(?:[A-Z][a-z]{2,8}\.? {1,2}\d{1,2}(?:st|nd|rd|th)?, {0,2}\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})")
_ITS = re.compile(r"its\s+(?=[A-Z])", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:(?:mailing|notice|street|email|e-mail)?\s?address(?:es)?(?:\sfor\snotices?)?|attn|attention|tel(?:ephone|ecopy|ecopier|efax)?|fac?simile|fax|phone"
    r"|e-?mail|(?:revolving\s|total\s)?commitment(?:\samount)?|pro rata share|percentage|amount|social security|location|with a? ?copy to|witness name"
    r"|electronic mail|commitment percentage|state of|county of|my commission)\b[^:]{0,14}(?::|\bno\b|expires|$)|p\.?\s?o\.?\s?box",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r".*(?:\b[A-Z][A-Za-z]+\.?,?\s{1,3}(?:[A-Z]{2}|[A-Z][a-z]{3,12}|[A-Z]\.[A-Z]\.)\s{1,4}\d{5}(?:-\d{4})?$|\(?\b\d{3}\)?[-/. ]{1,2}\d{3}[-. ]\d{4}\b)"
    r"|\d{1,6}\s+[A-Z].*\b(?:street|st|avenue|ave|road|rd|drive|boulevard|blvd|lane|parkway|plaza|suite|floor|place|way|highway|square)\b.*"
    r"|(?:suite|floor)\s\d.*|.*,\s?(?:suite|\d+(?:st|nd|rd|th)\sfloor)\b.*|[$\d][\d,.]*%?|.*\bfloor\b.*\d.*", re.IGNORECASE)
_PAGE = re.compile(r"(?:page\s)?[-–—]?\s?(?:[A-Z]{1,2}-)?\d{1,4}\s?[-–—]?(?:\sof\s\d+)?", re.IGNORECASE)
_PASSED = re.compile(
    r"[(\[]?(?:corporate |company )?(?:seal|l\.\s?s\.?)[)\]]?|for and on behalf of:?|on behalf of:?|and|by and between|between|\[\*+\]"
    r"|in the presence of:?|duly authorized|hereunto duly authorized|[“\"]?company name[”\"]?|individually|an individual|an individual resident.*|and:?", re.IGNORECASE)
_BEHALF = re.compile(r"(?:for and on behalf of|signed for and on behalf of|on behalf of)\s+(?=\S)", re.IGNORECASE)
_EACH = re.compile(r"in each case\b|(?:for|on behalf of|as to) each (?:of|entity)|each (?:of the foregoing|by)\b|as \w+ of each of the", re.IGNORECASE)
_WITNESS = re.compile(
    r"(?:attest(?:ed)?|witness(?:es|ed)?(?!\s+where)|notary|sworn|subscribed|reviewed|approved as to|acknowledged before|seen and|before me)\b[^:]{0,40}:?\s*",
    re.IGNORECASE)
_HEADING = re.compile(
    r"(?:exhibit|schedule|annex|appendix|attachment|article|section|part|addendum)\s+[\"“]?(?:[A-Z0-9]{1,4}\b|[IVXL]+\b)|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\([a-z]{1,3}\)\s"
    r"|(?:table of contents|recitals?|background|definitions|witnesseth|w i t n e s s e t h|dear|memorandum|notices?|ladies and|gentlemen)\b|(?:to|from|re|cc)\s?:",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"[\[(*]*(?:counterpart\s|remainder|balance of|rest of)?\s?(?:signatures?\s(?:pages?|blocks?|appear|continue|commence|follow|to\s|on\s)|page intentionally|of (?:this )?page|this page|intentionally|continued)"
    r"|\[.*\b(?:signature|page|follow|blank|remainder|continued)\b.*|\(signature page.*|signatures?$|exv?\d|execution (?:copy|version)", re.IGNORECASE)
_TITLE_OF_INSTRUMENT = re.compile(
    r"\b(?:amendment|agreement|waiver|consent|guarant(?:y|ee)$|of guarant(?:y|ee)|lease|memorandum|acknowledge?ment|reaffirmation|confirmation|contract|release)\b", re.IGNORECASE)
_AGREED = re.compile(r"(?:the\s+foregoing|read|accepted|agreed|acknowledged|confirmed|consented|approved|executed|signed|dated|attested|very truly|sincerely|yours|respectfully"
                     r"|best regards|regards|cordially|(?:this\s)?\d{1,2}(?:st|nd|rd|th)?\s+day|effective|(?:january|february|march|april|may|june|july|august|september|october|november|december),?\s+\d{4})\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:the\s+|an?\s+)?(?:company|executives?|employees?|employers?|borrowers?|co-borrowers?|lenders?|banks?|guarantors?|agents?|administrative agent|collateral agent"
    r"|subsidiary guarantors?|existing subsidiaries|loan parties|obligors?|holders?|issuers?|trustee|landlord|tenant|lessor|lessee|owner|contractor|architect|builder|consultant"
    r"|corporation|individual|sellers?|buyers?|purchasers?|parent|subsidiar(?:y|ies)|licensor|licensee|vendor|customer|client|debtors?|grantors?|pledgors?|member|members|partners?"
    r"|investors?|shareholders?|stockholders?|participants?|optionee|grantee|reit|associates|credit parties|parties|principal|supplier|manager|developer|construction manager|design/builder|surety)"
    r"(?:\(s\))?", re.IGNORECASE)
_PERSON_ROLE = re.compile(
    r"(?:the\s+|an?\s+)?(?:executives?|employees?|individual(?:ly)?|consultant|optionee|grantee|participants?|sellers?|shareholders?|stockholders?|member|principal)\b", re.IGNORECASE)
_QUOTES = "\"“”'‘’*"


NOTARY = "notary"  # the words of the cell below a notary's name


def person_role(words: str) -> bool:
    """Whether a caption is one that a person bears: EMPLOYEE."""
    return bool(_PERSON_ROLE.match(words.strip(_QUOTES + ": ")))


def cells(document: Document) -> list[Cell]:
    """The cells of a document in order."""
    found: list[Cell] = []
    prose: list[int] = []
    addresses = _address_runs(document)
    for number, line in enumerate(document.lines):
        words = document.text[line.start : line.end]
        if _is_prose(document, number, words, prose) and not _NUMBERED.match(words):
            prose.append(number)
            continue
        if prose:
            found.append(_paragraph(document, prose))
            prose = []
        found += [cell for cell in _row(document, number) if not (number in addresses and cell.kind is Kind.PLAIN and not like_entity(cell.words))]
    if prose:
        found.append(_paragraph(document, prose))
    return _noted_runs(found)


def _is_prose(document: Document, number: int, words: str, above: Sequence[int]) -> bool:
    if _BREAK.search(words) or _SURE.match(words):
        return False
    if like_prose(words) or _OPENING.match(words):
        return True
    runs_on = bool(above) and above[-1] == number - 1 and document.lines[number].gap == 0
    ended = words.endswith((".", ".”", '."')) and not surely_entity(words[-9:])
    short = surely_entity(words) and len(words.split()) <= 5
    return runs_on and not short and (words[:1].islower() or ended)


_SURE = re.compile(r"(?:and\s)?by\s?:|by /s/|/s\.?/|name\s?:|(?:title|its)\s?:", re.IGNORECASE)
_OPENING = re.compile(r"(?:_*\s?in\s+)?(?:witness|whitmess)\s+(?:whereof|the\s+due)|in\s+witness$", re.IGNORECASE)


def _paragraph(document: Document, numbers: Sequence[int]) -> Cell:
    first, last = document.lines[numbers[0]], document.lines[numbers[-1]]
    return Cell(Kind.PROSE, " ".join(document.text[first.start : last.end].split()), first.start, last.end,
                numbers[0], first.gap, first.indent, last=numbers[-1])


def _address_runs(document: Document) -> frozenset[int]:
    """The lines that stand with an address, without a blank line between, where no one signs."""
    found: set[int] = set()
    run: list[int] = []
    for number in range(len(document.lines) + 1):
        if run and (number == len(document.lines) or document.lines[number].gap):
            texts = [document.text[document.lines[n].start : document.lines[n].end] for n in run]
            hits = [n for n, words in zip(run, texts, strict=True) if _ADDRESS.fullmatch(words) or _OTHER.match(words)]
            if hits and len(run) <= 12:
                bare = not any(_BY.match(words) or "/s/" in words.lower() for words in texts)
                found.update(run if bare else hits)
            run = []
        run.append(number)
    return frozenset(found)


def _row(document: Document, number: int) -> list[Cell]:
    """The cells of one line."""
    line = document.lines[number]
    words = document.text[line.start : line.end]
    if match := _NUMBERED.match(words):
        return [Cell(Kind.HEADING, words[match.end() :], line.start, line.end, number, line.gap, line.indent, last=number)]
    pieces = _pieces(words)
    row: list[Cell] = []
    read = [(start, end, kind_of(words[start:end])) for start, end in pieces]
    pieces = [(start, end) for start, end, (kind, _, _) in read if kind is not None or _BRACE.fullmatch(words, start, end)]
    for place, (start, end) in enumerate(pieces):
        kind, value, signed = kind_of(words[start:end])
        if kind is not None:
            at = line.start + start
            row.append(Cell(kind, " ".join(value.split()), at, line.start + end, number, line.gap, line.indent + len(words[:start].expandtabs(8)),
                            place if len(pieces) > 1 else None, signed, number))
    if len(row) == 2 and row[1].kind is Kind.DATE and row[0].kind in {Kind.PLAIN, Kind.BY, Kind.SIGNED, Kind.RULE}:
        return [msgspec.structs.replace(cell, row=None) for cell in row]
    if len(row) == 2 and row[1].kind in SIGNING and (row[0].kind is Kind.DATE or (row[0].kind is Kind.ROLE and row[1].kind is not Kind.BY)):
        date_last = row if row[0].kind is Kind.ROLE else [row[1], row[0]]
        return [msgspec.structs.replace(cell, row=None) for cell in date_last]
    return row


_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)](?:\s|$)|\d{1,2}(?:\.\d{1,2})+\s|\d{1,2}(?:\t| {4})|\([a-z]{1,4}\)\s")


def _pieces(words: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand, each label with the value beside it."""
    pieces: list[tuple[int, int]] = []
    start, wide = 0, False
    for match in (*_BREAK.finditer(words), None):
        end = match.start() if match else len(words)
        if end > start:
            if pieces and _goes_with(words[pieces[-1][0] : pieces[-1][1]], words[start:end], wide):
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
            wide = False
        if match:
            start = match.end()
            wide = wide or ("\t" not in match[0] and len(match[0]) >= _WIDE)
    return pieces


def _goes_with(before: str, after: str, wide: bool) -> bool:
    """Whether a cell is the value of the empty label, or of the `/s/`, before it."""
    kind, value, signed = kind_of(before)
    if value or kind not in _VALUED:
        return False
    beside, words, _ = kind_of(after)
    if kind is Kind.WITNESS:
        return beside is Kind.SIGNED and not wide
    if kind is Kind.BY and not signed:
        return beside in {Kind.SIGNED, Kind.RULE} or (beside in {Kind.PLAIN, Kind.TITLE} and not (wide and like_entity(words)))
    if kind is Kind.DATE:
        return beside is not Kind.BY and any(letter.isdigit() for letter in after) and (beside not in {Kind.SIGNED, Kind.DATE} or bool(_DAY_ALONE.fullmatch(after.strip())))
    return beside in {Kind.PLAIN, Kind.ROLE, Kind.RULE} and not (wide and like_entity(words))


_VALUED = frozenset({Kind.BY, Kind.SIGNED, Kind.NAME, Kind.TITLE, Kind.DATE, Kind.WITNESS})


def kind_of(words: str) -> tuple[Kind | None, str, bool]:
    """What a cell is, its words without their label, and whether they stand behind `/s/`; None for nothing that counts."""
    words = words.strip(" \xa0\t")
    if _LINE_TO_SIGN.match(words) and _ONLY_RULE.fullmatch(words):
        return Kind.RULE, "_" if "_" in words else "", False
    words = words.lstrip("* ")
    if not any(letter.isalnum() for letter in words) or _ONLY_RULE.fullmatch(words) or _PAGE.fullmatch(words) or _PASSED.fullmatch(words):
        return None, "", False
    if match := _BY.match(words):
        kind, value, signed = _by(words[match.end() :])
        if signed or not value or ":" in match[0] or _through(value) or (match[0].endswith(("  ", "\t")) and like_person(value)):
            return kind, value, signed
    if (match := _MARK.match(words)) or ((match := _BRACKET_MARK.match(words)) and like_person(words[match.end() :])):
        return Kind.SIGNED, words[match.end() :].strip(" _*"), True
    if match := _LABEL.match(words):
        kind = Kind.NAME if match["name"] else Kind.TITLE if match["title"] else Kind.DATE
        return kind, words[match.end() :].strip(" _*\t"), False
    if _DAY_ALONE.fullmatch(words):
        return Kind.DATE, words, False
    return _caption(words.strip("* "))


def _through(value: str) -> bool:
    """Whether the words behind `By` tell through whom an entity acts."""
    return surely_entity(value) or bool(_ITS_ROLE.search(value))


_ITS_ROLE = re.compile(r",\s+(?:as\s+)?(?:its|the)\b|\bas its\b", re.IGNORECASE)


def _by(value: str) -> tuple[Kind, str, bool]:
    """What stands behind `By:`."""
    value = value.strip(" \t")
    if match := _MARK.match(value):
        return Kind.BY, value[match.end() :].strip(" _*"), True
    initialled = re.search(r"[*_][^*_]{1,24}\d[^*_]{0,12}[*_]$", value)
    if initialled:
        return Kind.BY, value[: initialled.start()].strip(" _*"), True
    return Kind.BY, "" if _ONLY_RULE.fullmatch(value) else value.strip(" _*"), False


def _caption(words: str) -> tuple[Kind | None, str, bool]:
    """What a cell without a label of its own is."""
    if words.lower().startswith("notary"):
        return Kind.WITNESS, NOTARY, False
    if _EACH.match(words):
        return Kind.EACH, words, False
    if match := _WITNESS.match(words):
        return Kind.WITNESS, words[match.end() :], False
    if match := _BEHALF.match(words):
        words = words[match.end() :]
    if _ITS.match(words) and like_title(words) and not surely_entity(words):
        return Kind.TITLE, words[4:], False
    if _OTHER.match(words) or _ADDRESS.fullmatch(words):
        return None, "", False
    bare = words.strip(_QUOTES + ": .,")
    quoted = words[0] in _QUOTES and words.rstrip(":")[-1] in _QUOTES and len(words) <= 40
    of_person = re.split(r"\s[-–—]\s", bare, maxsplit=1)[0]
    if quoted or _ROLE.fullmatch(bare) or (of_person != bare and _PERSON_ROLE.fullmatch(of_person)) or (words.endswith(":") and len(words) <= 70 and not surely_entity(bare)):
        return Kind.ROLE, words, False
    if _NOTED.match(words):
        return Kind.NOTE, words, False
    if _HEADING.match(words):
        return Kind.HEADING, words, False
    if _AGREED.match(words) and not surely_entity(words):
        return Kind.ROLE, words, False
    if _TITLE_OF_INSTRUMENT.search(words) and not surely_entity(words):
        return Kind.NOTE, words, False
    return Kind.PLAIN, words.strip(_QUOTES.replace("’", "").replace("”", "").replace("“", "") + " "), False


def _noted_runs(found: list[Cell]) -> list[Cell]:
    """Plain words that run on from a note without a blank line are of the note, if no one signs there."""
    kept: list[Cell] = []
    for place, cell in enumerate(found):
        noted = bool(kept) and kept[-1].kind is Kind.NOTE and kept[-1].last == cell.line - 1 and cell.gap == 0
        if cell.kind is Kind.PLAIN and noted and not _signs_below(found, place):
            cell = msgspec.structs.replace(cell, kind=Kind.NOTE)  # noqa: PLW2901 the same cell, told otherwise
        kept.append(cell)
    return kept


def _signs_below(found: Sequence[Cell], place: int) -> bool:
    """Whether someone signs below a cell before the next blank line."""
    for cell in found[place + 1 : place + 8]:
        if cell.gap:
            return False
        if cell.kind in SIGNING:
            return True
    return False
