"""What a cell of a signature page is: a line to sign on, a label with its value, a caption, a note.

In: the words of a cell.  Out: its kind, its words without their label, and whether they stand behind `/s/`.
"""

import enum
import functools
import re
from typing import NamedTuple

from conformed.basis.pattern import pattern
from conformed.instrument.signing.words import like_person, like_title, surely_entity


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
    BELOW = "Signature"  # what a line is there for, told below or above it
    PLAIN = "words"
    NOTE = "[Signature page to ...]"
    HEADING = "EXHIBIT A"
    PROSE = "a paragraph"


class Told(NamedTuple):
    """A cell told: its kind (None for nothing that counts), its words, whether they are signed."""

    kind: Kind | None
    words: str
    signed: bool = False


SIGNING = frozenset({Kind.BY, Kind.SIGNED, Kind.RULE})
ENDS = frozenset({Kind.NOTE, Kind.HEADING, Kind.PROSE})
NOTARY = "notary"  # the words of the cell below a notary's name

_LONG = 240  # characters beyond which words are no label, caption or note
_NOTHING = Told(None, "")
_QUOTES = "\"“”'‘’*"
_ONLY_RULE = pattern(r"[\s_\-–—=.*~]+")
_LINE_TO_SIGN = pattern(r"_{4,}|(?:- ?)?-{6,}|\.{10,}|–{6,}|—{4,}")
_BY = pattern(
    r"(?:and\s)?(?:by|per|(?:authorized\s)?signature(?:\sof\s\w+)?|signed(?:\sby)?|sign)\s?[:;]\s*"
    r"|(?:and\s)?by(?=\s*(?:_|/[sS]\.?/))\s*|by$|(?-i:By)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_MARK = pattern(
    r"(?:/+\s?s\s?\.?\s?/+|\\s\\|/s\b/?|s/(?=\s)|//(?=\s+[A-Z])|\[signature(?: appears here)?\])[\s_]*",
    re.IGNORECASE,
)
_BRACKET_MARK = pattern(r"(?:\([sS]\)|\(signed\)|\[signed\])\s*", re.IGNORECASE)
_INITIALS = pattern(r"[*_][^*_]{1,24}\d[^*_]{0,12}[*_]$")  # *MJ 8/25/04*
_LABEL = pattern(
    r"(?P<name>(?:print(?:ed)?|typed?)?\s?name(?:\s?(?:&|and|/)\s?title)?(?:\s?\(please print\)|\s?\(print(?:ed)?\))?"
    r"|print(?:ed)?)(?:\s*:|(?=\s{2}|\t|$))"
    r"|(?P<title>(?:print(?:ed)?\s)?(?:(?:title|its|position|office)(?:\(s\))?(?:\s*:|(?=\s{2}|\t|$))|capacity(?:\(s\))?(?:\s*:|(?=\t))))"
    r"|(?P<date>date(?:d|\ssigned|\sof\s(?:signature|signing)|\sexecuted)?|executed(?:\son)?)\s*:\s*",
    re.IGNORECASE,
)
_DAY = pattern(
    r"(?:[A-Z][a-z]{2,8}\.? {1,2}\d{1,2}(?:st|nd|rd|th)?, {0,2}\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})"
)
_ITS = pattern(r"its\s+(?=[A-Z])", re.IGNORECASE)
_ITS_ROLE = pattern(r",\s(?:as\s)?(?:its|the)\b|\bas its\b", re.IGNORECASE)
_OTHER = pattern(
    r"(?:(?:mailing|notice|street|email|e-mail)?\s?address(?:es)?(?:\sfor\snotices?)?|attn|attention"
    r"|tel(?:ephone|ecopy|ecopier|efax)?|fac?simile|fax|phone|e-?mail|electronic mail"
    r"|(?:revolving\s|total\s)?commitment(?:\samount|\spercentage)?|pro rata share|percentage|amount"
    r"|social security"
    r"|location|with a? ?copy to|witness name|state of|county of|my commission)\b[^:]{0,14}(?::|\bno\b"
    r"|expires|$)"
    r"|p\.?\s?o\.?\s?box",
    re.IGNORECASE,
)
_DIGIT = pattern(r"\d")
_TOWN = pattern(
    r"\b[a-z]{2,}\.?,?\s{1,3}(?:[a-z]{2}|[a-z]{4,13}|[a-z]\.[a-z]\.)\s{1,4}\d{5}(?:-\d{4})?$", re.IGNORECASE
)
_NUMBER = pattern(r"\d(?<!\w\d)\d\d\)?[-/. ]{1,2}\d{3}[-. ]\d{4}\b")  # of a telephone
_STREET = pattern(
    r"\d{1,6}\s+[a-z].*\b(?:street|st|avenue|ave|road|rd|drive|boulevard|blvd|lane|parkway|plaza|suite"
    r"|floor|place|way|highway|square)\b",
    re.IGNORECASE,
)
_STOREY = pattern(
    r"(?:suite|floor)\s\d|.*,\s?(?:suite|\d+(?:st|nd|rd|th)\sfloor)\b|.*\bfloor\b.*\d", re.IGNORECASE
)
_DASH = pattern(r"\s[-–—]\s")
_AMOUNT = pattern(r"[$\d][\d,.]*%?")
_PAGE = pattern(r"(?:page\s)?[-–—]?\s?(?:[A-Z]{1,2}-)?\d{1,4}\s?[-–—]?(?:\sof\s\d+)?", re.IGNORECASE)
_PASSED = pattern(
    r"[(\[]?(?:corporate |company )?(?:seal|l\.\s?s\.?)[)\]]?|for and on behalf of:?|on behalf of:?|and:?"
    r"|by and between"
    r"|between|\[\*+\]|in the presence of:?|(?:hereunto )?duly authorized|[“\"]?company name[”\"]?"
    r"|name of (?:institution|lender|bank|holder|purchaser):?"
    r"|individually"
    r"|an individual(?: resident.*)?|date|\[seal appears here\]",
    re.IGNORECASE,
)
_BEHALF = pattern(r"(?:signed )?(?:for and )?on behalf of\s+(?=\S)", re.IGNORECASE)
_EACH = pattern(
    r"in each case\b|(?:for|on behalf of|as to) each (?:of|entity)|each (?:of the foregoing|by)\b"
    r"|as \w+ of each of the",
    re.IGNORECASE,
)
_WITNESS = pattern(
    r"(?:attest(?:ed)?|witness(?:es|ed)?(?!\s+where)|notary|sworn|subscribed|reviewed|approved as to"
    r"|acknowledged before"
    r"|seen and|before me)\b[^:]{0,40}:?\s*",
    re.IGNORECASE,
)
_HEADING = pattern(
    r"(?:exhibit|schedule|annex|appendix|attachment|article|section|part"
    r"|addendum)\s+[\"“]?(?:[A-Z0-9]{1,4}\b|[IVXL]+\b)"
    r"|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\([a-z]{1,3}\)\s"
    r"|(?:table of contents|recitals?|background|definitions|witnesseth|w i t n e s s e t h|dear|memorandum"
    r"|notices?"
    r"|ladies and|gentlemen)\b|(?:to|from|re|cc)\s?:",
    re.IGNORECASE,
)
_NOTED = pattern(
    r"[\[(*]*(?:counterpart\s|remainder|balance of|rest of)?\s?(?:signatures?\s(?:pages?|blocks?|appear"
    r"|continue|commence"
    r"|follow|to\s|on\s)|page intentionally|of (?:this )?page|this page|(?:left blank )?intentionally|continued)"
    r"|\[.*\b(?:signature|page|follow|blank|remainder|continued)\b.*|signatures?$|exv?\d|execution (?:copy"
    r"|version)",
    re.IGNORECASE,
)
_INSTRUMENT = pattern(
    r"\b(?:amendment|agreement|waiver|consent|guarant(?:y|ee)$|of guarant(?:y|ee)|lease|memorandum"
    r"|acknowledge?ment"
    r"|reaffirmation|confirmation|contract|release)\b",
    re.IGNORECASE,
)
_AGREED = pattern(
    r"(?:the\s+foregoing|read|accepted|agreed|acknowledged|confirmed|consented|approved|executed|signed"
    r"|dated|attested"
    r"|very truly|sincerely|yours|respectfully|best regards|regards|cordially|effective"
    r"|(?:this\s)?\d{1,2}(?:st|nd|rd|th)?\s+day|(?:january|february|march|april|may|june|july|august"
    r"|september|october"
    r"|november|december),?\s+\d{4})\b",
    re.IGNORECASE,
)
_ACCEPTS = pattern(r"(?:read,?\s(?:and\s)?)?(?:acknowledged|accepted|agreed|consented|confirmed)\b", re.IGNORECASE)
_PARTS = (
    "agent|bank|borrower|buyer|co-borrower|debtor|employee|employer|executive|grantor|guarantor"
    "|holder|investor|issuer|lender|member|obligor|participant|partner|pledgor|purchaser|seller"
    "|shareholder|stockholder|subsidiary guarantor"
).split("|")
_OTHER_PARTS = (
    "administrative agent|architect|associates|builder|client|collateral agent|company"
    "|construction manager|program manager|engineer|consultant|contractor|corporation|credit parties|customer|design/builder"
    "|developer|existing subsidiaries|grantee|individual|landlord|lessee|lessor|licensee|licensor"
    "|loan parties|manager|optionee|owner|parent|parties|principal|reit|subsidiaries|subsidiary"
    "|supplier|surety|tenant|trustee|vendor"
).split("|")  # of which the plural has no bare s
_ROLES = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), *_OTHER_PARTS])
_ARTICLE = pattern(r"(?:the|an?)\s+")
_PERSON_ROLE = pattern(
    r"(?:the\s+|an?\s+)?(?:executives?|employees?|individual(?:ly)?|consultant|optionee|grantee"
    r"|participants?|sellers?"
    r"|shareholders?|stockholders?|member|principal)\b",
    re.IGNORECASE,
)


def person_role(words: str) -> bool:
    """Whether a caption is one that a person bears: EMPLOYEE."""
    return bool(_PERSON_ROLE.match(words.strip(_QUOTES + ": ")))


def accepts(words: str) -> bool:
    """Whether a caption stands over those who accept what others have signed above: `Acknowledged and agreed:`."""
    return bool(_ACCEPTS.match(words))


def part(words: str) -> str | None:
    """The part in which someone signs, of whom a caption tells no more: OWNER."""
    bare = words.strip(_QUOTES + ": .,")
    return bare if _bare_role(bare) in _ROLES else None


@functools.lru_cache(maxsize=4096)  # as for what a cell is
def address(words: str) -> bool:
    """Whether the words tell where someone is to be reached, or for how much."""
    if len(words) > _LONG:
        return False
    return _place(words) or bool(_OTHER.match(words))


def _place(words: str) -> bool:
    """Whether the words are an address, a telephone number or an amount."""
    lower = words.lower()
    inside = "suite" in lower or "floor" in lower
    if not inside and not _DIGIT.search(words):
        return False
    return bool(
        (inside and _STOREY.match(words))
        or (words[-1].isdecimal() and _TOWN.search(words))
        or _NUMBER.search(words)
        or _STREET.match(words)
        or _AMOUNT.fullmatch(words)
    )


def day_alone(words: str) -> bool:
    """Whether the words are a day and nothing else."""
    return bool(_DAY.fullmatch(words.strip()))


def signs(words: str) -> bool:
    """Whether the words begin a line to sign on."""
    return bool(_BY.match(words)) or "/s/" in words[:_LONG].lower()


@functools.lru_cache(maxsize=4096)  # signature pages say the same few words over and over
def told(words: str) -> Told:
    """What a cell is."""
    words = words.strip(" \xa0\t")
    if len(words) > _LONG:
        return Told(Kind.PLAIN, words)
    if _LINE_TO_SIGN.match(words) and _ONLY_RULE.fullmatch(words):
        return Told(Kind.RULE, "_" if "_" in words else "")
    words = words.lstrip("* ")
    if not any(letter.isalnum() for letter in words) or _PAGE.fullmatch(words) or _PASSED.fullmatch(words):
        return _NOTHING
    if (match := _BY.match(words)) and (by := _by(match[0], words[match.end() :])):
        return by
    if match := _MARK.match(words):
        return Told(Kind.SIGNED, words[match.end() :].strip(" _*"), signed=True)
    if (match := _BRACKET_MARK.match(words)) and like_person(words[match.end() :]):
        return Told(Kind.SIGNED, words[match.end() :].strip(" _*"), signed=True)
    return _labelled(words)


def _by(label: str, value: str) -> Told | None:
    """What stands behind `By:`; without the colon only what is signed or names an entity or a person."""
    value = value.strip(" \t")
    drawn = len(value) - len(value.lstrip(" _"))
    if match := _MARK.match(value, drawn):
        return Told(Kind.BY, value[match.end() :].strip(" _*"), signed=True)
    if match := _INITIALS.search(value):
        return Told(Kind.BY, value[: match.start()].strip(" _*"), signed=True)
    value = "" if _ONLY_RULE.fullmatch(value) else value.strip(" _*")
    through = surely_entity(value) or bool(_ITS_ROLE.search(value))
    apart = label.endswith(("  ", "\t")) and like_person(value)
    return Told(Kind.BY, value) if not value or ":" in label or through or apart else None


def _labelled(words: str) -> Told:
    """What a cell is that is no line to sign on."""
    if match := _LABEL.match(words):
        kind = Kind.NAME if match["name"] else Kind.TITLE if match["title"] else Kind.DATE
        return Told(kind, words[match.end() :].strip(" _*\t"))
    if _DAY.fullmatch(words):
        return Told(Kind.DATE, words)
    words = words.strip("* ")
    if words.strip("() ") == "Signature":
        return Told(Kind.BELOW, words)
    if words.lower().startswith("notary"):
        return Told(Kind.WITNESS, NOTARY)
    if _EACH.match(words):
        return Told(Kind.EACH, words)
    if match := _WITNESS.match(words):
        return Told(Kind.WITNESS, words[match.end() :])
    if match := _BEHALF.match(words):
        words = words[match.end() :]
    if _ITS.match(words) and like_title(words) and not surely_entity(words):
        return Told(Kind.TITLE, words[4:])
    return _NOTHING if address(words) else _caption(words)


def _caption(words: str) -> Told:
    """A role, a note, a heading, or plain words."""
    named = surely_entity(words)
    if _is_role(words):
        return Told(Kind.ROLE, words)
    if _NOTED.match(words):
        return Told(Kind.NOTE, words)
    if _HEADING.match(words):
        return Told(Kind.HEADING, words)
    if _AGREED.match(words) and not named:
        return Told(Kind.ROLE, words)
    if _INSTRUMENT.search(words) and not named:
        return Told(Kind.NOTE, words)
    return Told(Kind.PLAIN, words.strip("\"'‘* "))


def _bare_role(words: str) -> str:
    """A caption in lower case, without its article and the mark of a plural."""
    lower = words.lower().removesuffix("(s)")
    article = _ARTICLE.match(lower)
    return lower[article.end() :] if article else lower


def _is_role(words: str) -> bool:
    """Whether words only say in what role someone signs below."""
    bare = words.strip(_QUOTES + ": .,")
    quoted = words[0] in _QUOTES and words.rstrip(":")[-1] in _QUOTES and len(words) <= 40
    of_person = _DASH.split(bare, maxsplit=1)[0]
    captions = words.endswith(":") and len(words) <= 70 and not surely_entity(bare)
    return (
        quoted
        or (_bare_role(bare) in _ROLES and not words.endswith(","))  # "Member," goes on
        or captions
        or (of_person != bare and bool(_PERSON_ROLE.fullmatch(of_person)))
    )
