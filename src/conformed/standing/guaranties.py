"""Guaranties that instruments name or make: who guarantees whose debts, under which paper of which day, in whose favor.

In: the reading of an instrument.  Out: each guaranty that its words name with its day and its guarantor, and each that it makes
itself.  The conventions: `that certain Guaranty dated as of June 1, 2001 (... the "Mill Guaranty") by Mill LLC, a Delaware limited
liability company, in favor of the Agent`, `Mill LLC reaffirms its Guaranty dated June 1, 2001`, and `The Parent hereby unconditionally guarantees to the Agent the prompt payment by
the Borrower of the Obligations`.  One whose guarantor is not named there is left out, and so is one made in an exhibit.
"""

import datetime
import re
from collections.abc import Iterator

import msgspec

from conformed.basis import Span, days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import ProvisionKind
from conformed.instrument.parties.entity import form_and_jurisdiction
from conformed.language import Interpretation

_GUARANTY = pattern(
    r"(?P<title>(?:(?:[A-Z][\w&’'-]*|and|of)\s){0,7}Guarant(?:y|ee)(?:\s(?:(?:and|of)\s)?(?!dated)[A-Z]\w+){0,4}),?\sdated\s(?:as\sof\s)?"
    r"(?P<day>[A-Z][a-z]+\s\d{1,2},\s\d{4}|the\sdate\shereof|(?:of\s)?even\sdate\sherewith)"
)
_ALIAS = pattern(r"[“\"](?P<alias>[A-Z][^”\"]{2,60}?)[,;]?[”\"]")
_WORD = r"(?:(?:Inc|Corp|Co|Ltd|St|L\.L\.C|L\.P|N\.A|U\.S)\.|[A-Z][\w&’'-]*(?:\.\w+)*)"  # of a name, its point only in abbreviations
_BY = pattern(
    r",? (?:(?:duly )?(?:made|executed|given|entered into)(?: and delivered)? )?(?:by|of|from) (?:the )?"
    rf"(?P<by>{_WORD}(?:,? (?:{_WORD}|and|of|&)){{0,9}})"
)
_ITS = pattern(r"(?:\b(?:its|their|his|her)\s(?:[a-z]+\s){0,3}|\bthe\s(?:[a-z]+\s){0,3})\Z", ENGLISH)  # before a guaranty
_BY_ITSELF = pattern(r",? (?:(?:duly )?(?:made|executed|given|entered into)(?: and delivered)? )?by (?:it|them|him|her|such guarantor)\b", ENGLISH)
_REAFFIRMING = pattern(  # whose guaranty `its Guaranty dated May 1, 2001` is
    rf"\b(?:(?:the|each|such|every)\s(?:of\sthe\s)?)?(?:undersigned\s)?(?P<by>{_WORD}(?:,? (?:{_WORD}|of|&)){{0,7}}),?(?:\sas\s(?:a\s)?guarantor,)?"
    r"\s(?:(?:hereby|does|do|also|each|unconditionally|[a-z]+ly)\s){0,4}(?:(?:acknowledges?|consents?|agrees?)\b[^.;]{0,160}?\b(?:and|,)\s(?:hereby\s)?)?"
    r"(?:reaffirms?|ratif(?:y|ies)|confirms?)\b[^.;]{0,240}\Z"
)
_FAVOR = pattern(rf"\bin favor of (?:the )?(?P<to>{_WORD}(?:,? (?:{_WORD}|of|&)){{0,7}})")
_AS = pattern(  # behind the one in whose favor it is: in what capacity, or for whom
    r"(?:,? an? affiliate of [^;()“”\"]{3,60}?)?,? (?P<as>as [a-z][^;,()]{3,120}?|as (?:the )?[A-Z][\w]*(?: [A-Z]\w*){0,3}(?: for [^;,()]{3,60}?)?|for the (?:ratable )?benefit of [^;,()]{3,80}?)(?= ?[;,()]|\.? *\Z|\. | and \()"
)
_WHAT = pattern(r",? an? [^,;()“”\"]{3,80}?(?=,? ?[(;,]| in favor| to | for )")
_CALLED = pattern(r"\s?\((?:the\s)?[“\"](?P<alias>[A-Z][^“”\"]{1,60}?)[,;]?[”\"]")
_NAMED = r"(?:(?:the|each|any|all)\s(?:of\s)?(?:the\s)?)?(?:other\s)?(?-i:[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,4})"
_DEBTOR = pattern(  # behind what is guaranteed, whose it is
    r"\b(?:(?:obligations?|indebtedness|liabilities|debts?|undertakings)[”\"]?\s(?:owed\s|owing\s)?(?:of|by)|(?:payment|performance)(?:\swhen\sdue)?\sby)"
    rf"\s(?P<of>{_NAMED}(?:\sand\s{_NAMED})?)", ENGLISH
)
_GUARANTEES = pattern(  # what says whose debts all guarantors of an instrument guarantee
    r"\b(?-i:Guarantors?)\b[^.;]{0,200}?\b(?:guarantees?\s|guarant(?:ied|eed)\s|to\sguarant(?:y|ee)\s|(?:its|their)\sguarant(?:y|ees?|ies)\sof\s)", ENGLISH
)
_HEREBY = pattern(
    rf"\b(?P<by>{_NAMED})(?:\s\([^()]{{0,60}}\))?\shereby,?\s(?:(?:[a-z]+ly|and|further),?\s){{0,8}}guarant(?:ees?|y|ies)\b"
    rf"(?!\sthat\b)(?=[^.;]{{0,300}}\b(?:payment|obligations)\b)(?:[^.;]{{0,40}}?\sto\s(?P<to>{_NAMED}))?", ENGLISH
)
_DETERMINER = pattern(r"^(?:(?:the|each|any|all)\s(?:of\s)?(?:the\s)?)+", ENGLISH)
_NO_QUOTES = str.maketrans("", "", "“”\"")
_REACH = 600  # characters behind its day in which the guarantor is named
_APART = {ProvisionKind.PART, ProvisionKind.QUOTATION, ProvisionKind.DEFINITION}
_NEAR = 200  # characters behind what guarantors guarantee in which the debtor stands
_FAR = 300  # characters behind the guarantor in which stands in whose favor it is


class Guaranty(msgspec.Struct, frozen=True):
    """A guaranty: its title, day and alias, the guarantor and the beneficiary as the words name them, and where they stand.

    `of` names those whose debts it covers, where the words tell it; `made` tells that the instrument itself makes it, in the
    provision that is its title, `own` that its guarantor is who reaffirms it there.  `form`, `jurisdiction` and `called` are what the words behind its name tell of the guarantor.
    """

    title: str
    dated: datetime.date | None
    alias: str | None
    guarantor: str
    favor: str | None
    span: Span
    form: str | None = None
    jurisdiction: str | None = None
    called: str | None = None
    of: str | None = None
    made: bool = False
    capacity: str | None = None
    own: bool = False


def guaranties(read: Interpretation) -> Iterator[Guaranty]:
    """The guaranties that an instrument names, each once, and those that it makes."""
    yield from _named(read)
    yield from _made(read)


def _named(read: Interpretation) -> Iterator[Guaranty]:
    document = read.instrument.document
    text = document.reading.text
    told: set[tuple[str, str]] = set()
    covered = _covered(text)
    for match in _GUARANTY.finditer(text):
        end = _behind_brackets(text, match.end())
        by, own = _BY.match(text, end), _of_itself(text, match.start(), end)
        if by is None and own is None:
            continue
        behind = by.end() if by else end
        guarantor = _whole(by["by"]) if by else _DETERMINER.sub("", own["by"]) if own else ""
        favor = _FAVOR.search(text, behind, behind + _FAR)
        alias = _ALIAS.search(text, match.end(), end)
        title = " ".join(match["title"].split())
        dated = next((one.day for one in days(match["day"])), read.head.dated)
        if (title, guarantor) not in told:
            told.add((title, guarantor))
            span = document.span(match.start(), behind)
            to = _whole(favor["to"]) if favor else None
            taken = _AS.match(text, favor.start("to") + len(to), favor.end() + _FAR) if favor and to else None
            capacity = taken["as"].translate(_NO_QUOTES) if taken else None
            called = alias["alias"] if alias else None
            what = _told_of(text, behind) if by else (None, None, None)
            yield Guaranty(title, dated, called, guarantor, to, span, *what, of=covered, capacity=capacity, own=by is None)


def _of_itself(text: str, start: int, end: int) -> re.Match[str] | None:
    """Who reaffirms a guaranty that stands from `start` to `end`, where the words say that it is its own: `its Guaranty`, `made by it`."""
    before = _ITS.search(text, max(0, start - _NEAR), start)
    if before is None or (before[0].lower().startswith("the") and not _BY_ITSELF.match(text, end)):
        return None
    return _REAFFIRMING.search(text, max(0, start - _FAR), start)


def _covered(text: str) -> str | None:
    """Whose debts the guarantors of an instrument guarantee, where it says so of all of them."""
    for match in _GUARANTEES.finditer(text):
        if debtor := _DEBTOR.search(text, match.end() - 1, _sentence_end(text, match.end(), _NEAR)):
            return debtor["of"]
    return None


def _made(read: Interpretation) -> Iterator[Guaranty]:
    document = read.instrument.document
    text = document.reading.text
    for match in _HEREBY.finditer(text):
        around = [one for one in read.instrument.root.at(match.start()) if one.path]
        if around and not any(one.kind in _APART for one in around):
            debtor = _DEBTOR.search(text, match.end(), _sentence_end(text, match.end(), _REACH))
            to = _DETERMINER.sub("", match["to"]) if match["to"] else None
            span = document.span(match.start(), match.end())
            by = _DETERMINER.sub("", match["by"])
            path = around[-1].path
            title = f"Section {path}" if path[:1].isdigit() else path
            yield Guaranty(title, None, None, by, to, span, of=debtor["of"] if debtor else None, made=True)


def _sentence_end(text: str, start: int, far: int) -> int:
    """Where the sentence that goes on at a place ends, or how far it is read."""
    end = text.find(". ", start, start + far)
    return end if end >= 0 else start + far


def _told_of(text: str, at: int) -> tuple[str | None, str | None, str | None]:
    """The form, jurisdiction and alias that follow a name which ends at `at`: `, a Delaware corporation ("Holdings")`."""
    what = _WHAT.match(text, at)
    called = _CALLED.match(text, what.end() if what else at)
    form, place = form_and_jurisdiction(what[0]) if what else (None, None)
    return form, place, called["alias"] if called else None


def _behind_brackets(text: str, at: int) -> int:
    """The place behind the bracket that stands at `at`, where one does."""
    if text[at : at + 2] != " (":
        return at
    depth = 0
    for place in range(at + 1, min(len(text), at + _REACH)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return at


def _whole(name: str) -> str:
    """A name without the words that only follow it."""
    name = name.strip(" ,")
    while name.rsplit(" ", 1)[-1] in {"and", "of", "&"}:
        name = name.rsplit(" ", 1)[0].rstrip(" ,")
    return name
