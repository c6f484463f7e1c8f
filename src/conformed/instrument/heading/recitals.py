"""What an opening says of other instruments: the agreement that is amended, and what amended it before.

In: words of a preamble and its recitals, as one line.  Out: `Mention`s in order, each with its title as
written, its number and its date so far as they are told, and its place.  Afterwards no two mentions overlap.
"""

import datetime
import re
from collections.abc import Iterator, Set

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.heading.opening import lowered
from conformed.instrument.heading.told import dated, day_called

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
CHANGING = (
    r"(?:amendment|modification|waiver|consent|supplement|addendum|extension|change\s+order"
    r"|amending\s+agreement|forbearance|joinder)"
)
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NUMBER = r"(?:no\s?\.|nos\s?\.|number|\#|no\b):?\s*"
_COUNT = (
    rf"(?:{_NUMBER}\d{{1,3}}\b|\d{{1,2}}\b(?!\s*/)|(?:{_NUMBER})?(?:{'|'.join(CARDINALS)})\b|[ivx]{{1,5}}\b)"
)
NUMBERED = pattern(
    rf"\b(?P<ordinal>{_ORDINAL})\b\s+(?:(?!agreement|to\b|of\b)[\w&/-]+\s+){{0,4}}?{CHANGING}\b"
    rf"|\b{CHANGING}\s*(?P<count>{_COUNT})",
    re.IGNORECASE,
)
_INSTRUMENT = pattern(  # in lower case, as the nouns of agreements are
    rf"""\b(?=\w)(?:{_ORDINAL}\s+)?(?:(?:limited|letter|conditional|omnibus|technical|partial|temporary|loan)\s+){{0,3}}
    {CHANGING}\b\s*(?:{_COUNT})?
    (?:\s*(?:,|and|&)\s*(?:(?:limited|letter|conditional|temporary
      |{_ORDINAL})\s+){{0,2}}{CHANGING}\b\s*(?:{_COUNT})?){{0,3}}
    (?:\s+agreement\b)?""",
    re.VERBOSE,
)
_OBJECT = pattern(
    rf"\s+(?:to|of)\s+(?:the\s+)?(?:(?:[A-Z][\w/&-]*|and|of|for)\s+){{0,10}}?(?:Agreement|AGREEMENT|Contract"
    rf"|Lease)\b"
    rf"(?:\s+and\s+(?:(?i:limited)\s+)?(?i:{CHANGING})(?:\s+Agreement)?)?"
)
_NOUN = pattern(
    r"\b(?=\w)(?:agreements?|contract|lease|indenture|guaranty|guarantee|offer\s+letter|letter\s+of\s+employment"
    r"|employment\s+letter|letter|deed\s+of\s+trust|plan|subcontract|note)(?:\b|(?=\d{1,2}\s))"  # or the mark of a footnote
)
_MARKS = frozenset('()“”"')  # each of which stands for a word
_REACH = 160  # characters before its last noun in which a title begins
_JOINS = frozenset({
    "&", "and", "at", "by", "for", "in", "of", "on", "or", "re", "the", "to",
})  # fmt: skip
_DETERMINES = frozenset({
    "a", "an", "certain", "her", "his", "in", "into", "its", "of", "our", "said", "such", "that", "the",
    "their", "this", "to", "under", "your",
})  # fmt: skip
_MODIFIES = frozenset({
    "employment", "credit", "loan", "license", "construction", "letter", "offer", "severance",
    "interconnection", "security", "purchase", "lease", "executive", "amended", "restated", "written",
    "service", "services", "consulting", "engagement", "revolving", "original", "existing",
})  # fmt: skip
_FURTHER = pattern(
    r"\s+(?:for|of|on|regarding)\s+(?:(?:the|all)\s+)*(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)(?-i:(?=[A-Z]))",
    ENGLISH,
)
_PAIR = pattern(r"[A-Z][\w-]+\sand\s[A-Z]")
_LISTED = pattern(  # "the Turnkey Engineering, Procurement and Construction Agreement"
    r"\b(?:the|that|certain|an?)\s(?P<first>(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+(?<!Agreement)(?<!Note)(?<!Lease)(?<!Guaranty)(?<!Contract)(?<!Plan),\s)$"
)
_RUN = pattern(
    r"(?:[A-Z][\w&/’'.-]*|of|the|and|for|in|to|all|by|on|&)(?=[\s,;.()]|$)(?:,\s(?:Inc|LLC|L\.L\.C|Ltd|L\.P"
    r"|N\.A|Corp)\b\.?|,(?=(?:\s[A-Z][\w-]*,){0,3}\s[A-Z][\w-]*,?\sand\s[A-Z]))?"
)
_BRACKET = pattern(r"\s?\((?![“\"'])(?:with\s|without\s)?[A-Z][\w&/.-]*(?:\s(?:[A-Z][\w&/.-]*|and|for|in|of)){0,4}\)")
_COUNTED = pattern(r"\s(?:No\.|NO\.|Number|#)\s?[\w/.-]{0,20}\d[\w/-]{0,20}(?:(?<=-)\s\d+)?")  # "Contract No. AB-1203"
_SECURES = pattern(  # what stands in one title with a deed of trust
    r"(?<=deed of trust)(?:,?\s(?:(?:and|with)\s)?(?:fixture\s+filing|security\s+agreement|financing\s+statement"
    r"|(?:absolute\s+)?assignment\s+of\s+(?:leases\s+and\s+)?rents(?:\s+and\s+leases)?)\b){1,4}",
    ENGLISH,
)
_STOPS = pattern(
    r"\b(?=\w)(?:(?:as|was|were|been|is|and|since|subsequently)\s+(?:so\s+|heretofore\s+|previously\s+"
    r"|subsequently\s+|further\s+|most\s+recently\s+|first\s+)?(?:amended|modified|supplemented|assigned)"
    r"|WHEREAS|pursuant\s+to\s+which|NOW|whereby|under\s+which"
    r"|(?:a|that\s+certain|the)\s+(?:[A-Z]\w+\s+){0,4}(?:Amendment|Waiver|Modification)|an?\s+(?:amendment|modification))\b"
    r"|;|[a-z)”\"]{2}\.\s+[A-Z]"
)
_ALIAS = pattern(
    r"\(\s*(?:the|this|as\s+so\s+amended|as\s+amended|collectively|hereinafter"
    r"|herein)?[^()“\"]{0,80}[“\"]\s*(?P<term>[^”\"]{2,60}?)\s*,?[”\"]"
)
_ITEM_ENDS = pattern(r";|\bWHEREAS\b|\(as\b|\bpursuant\s+to\b|[a-z)”\"]{2}\.\s+[A-Z]")


class Mention(msgspec.Struct, frozen=True):
    """An instrument that is named at `start` to `end` of a text; `stop` is where what is told of it ends."""

    title: str
    number: int | None
    dated: datetime.date | None
    start: int
    end: int
    stop: int


def ordinal(text: str) -> int | None:
    """The number that a title bears: "FIFTH AMENDMENT", "Amendment No. 5", "Amendment Number Five"."""
    match = NUMBERED.search(text)
    if match is None:
        return None
    if match["ordinal"]:
        word = match["ordinal"].lower()
        return int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS.index(word) + 1
    word = re.sub(rf"^{_NUMBER}", "", match["count"].lower()).strip()
    if word.isdigit():
        return int(word)
    for names in (CARDINALS, _ROMANS):
        if word in names:
            return names.index(word) + 1
    return None


def agreements(
    text: str, own: Set[int] = frozenset(), latest: datetime.date | None = None
) -> Iterator[Mention]:
    """The agreements that `text` names by their titles, in order; the days that stand at `own` are of none.

    None is of a day behind the `latest`, unless it is said to be dated so.
    """
    end = 0
    for noun in _NOUN.finditer(lowered(text)):
        start = _title_begins(text, noun) if noun.start() >= end else None
        if start is None:
            continue
        end = _title_ends(text, noun.end())
        stop = _told_until(text, end)
        day = dated(text, start, end, stop, own, latest)
        yield Mention(" ".join(text[start:end].split()), None, day, start, end, stop)


def _title_begins(text: str, noun: re.Match[str]) -> int | None:
    """Where the title begins whose last noun is `noun`; None where no title stands there."""
    proper = text[noun.start()].isupper()
    start, found = noun.start(), False
    for at, word in _words_before(text, noun.start()):
        plain = word.lower()
        if plain not in _DETERMINES and (
            (word[0].isupper() and word[-1] not in ",;:.)") if proper else plain in _MODIFIES
        ):
            start, found = at, True
        elif plain in _JOINS and (plain not in {"the", "by", "in", "re", "at"} if proper else found and plain == "and"):
            continue
        else:
            if plain not in _DETERMINES and not found and proper and not _COUNTED.match(text, noun.end()):
                return None
            break
    if not found and not (proper or _bare(text, noun)):
        return None
    listed = _LISTED.search(text, max(0, start - 80), start) if _PAIR.match(text, start) else None
    return listed.start("first") if listed else start


def _words_before(text: str, end: int) -> Iterator[tuple[int, str]]:
    """The words before a place, the last one first, each with where it begins."""
    first = max(0, end - _REACH)
    while end > first:
        begun = end - 1
        if not (text[begun].isspace() or text[begun] in _MARKS):
            while begun > first and not (text[begun - 1].isspace() or text[begun - 1] in _MARKS):
                begun -= 1
        if not text[begun].isspace():
            yield begun, text[begun:end]
        end = begun


def _bare(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun alone names an instrument: "a contract (“Contract”) dated ..."."""
    return bool(_ALIAS.match(text, noun.end() + 1)) or text[noun.end() : noun.end() + 7] == " dated "


def _title_ends(text: str, end: int) -> int:
    """Where a title ends that may go on after its noun: "Agreement for the Purchase of ..."."""
    joined = _BRACKET.match(text, end) or _COUNTED.match(text, end) or _SECURES.match(text, end)
    if joined:
        return joined.end()
    further = _FURTHER.match(text, end)
    if not further:
        return end
    at, last = further.end(), end
    while at < end + 160 and (run := _RUN.match(text, at)):
        if run[0][0].isupper():
            last = run.end()
        if (
            run[0][-1] == "."
            and run[0].lower() not in {"inc.", "corp.", "co.", "ltd.", "l.l.c."}
            and len(run[0]) > 3
        ):
            break
        at = run.end() + 1
        if text[run.end() : at] != " ":
            break
    return last


def _told_until(text: str, end: int) -> int:
    match = _STOPS.search(text, end, end + 700)
    return match.start() if match else min(len(text), end + 700)


def instruments(text: str, own: Set[int] = frozenset()) -> Iterator[Mention]:
    """The amendments, waivers and the like that `text` names, in order; what one is called besides is no other."""
    past, lower, before = 0, lowered(text), None
    for match in _INSTRUMENT.finditer(lower):
        if match.start() < past:
            continue
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if object_ := _OBJECT.match(text, end):
            end = object_.end()
        stop = min(_next_instrument(lower, end), _told_until_item(text, end))
        past = end
        title = " ".join(text[start:end].split())
        called = day_called(text, start)
        again = called is not None and before is not None and before.dated == called
        if before is not None and again and not (before.title[0].islower() or " " not in before.title):
            before = msgspec.structs.replace(before, number=before.number or ordinal(title))
            continue
        if before is not None and not again:
            yield before
        day = called or dated(text, start, end, stop, own)
        before = Mention(title, ordinal(title), day, start, end, stop)
    if before is not None:
        yield before


def _next_instrument(lower: str, end: int) -> int:
    match = _INSTRUMENT.search(lower, end)
    return match.start() if match else len(lower)


def _told_until_item(text: str, end: int) -> int:
    match = _ITEM_ENDS.search(text, end, end + 400)
    return match.start() if match else min(len(text), end + 400)
