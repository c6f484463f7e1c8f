"""The defined terms of an instrument.

In: an instrument.  Out: each term with the provision that defines it and the scope in which it holds, those
of definitions first, then those defined in passing: `(the "Agent")`, `as so amended, the "Loan Agreement"`,
`for purposes of this Section, "Net Income" means`.  Terms in text that is set off for another instrument
are not its own.
"""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument.instrument import Instrument
from conformed.instrument.numbers.captions import defined
from conformed.instrument.numbers.markers import QUOTED
from conformed.instrument.paths.path import parse_path
from conformed.instrument.tree.provision import Provision, ProvisionKind

# In double marks of any kind, also of two kinds, or in single ones where what stands behind tells that they are no apostrophes.
_QUOTED = pattern(
    r"(?:[\"“]|``|''|‘‘|(?<=[\s(])[`'‘”](?=[A-Z]))\s?(?P<term>[^\"“”`\n'‘’\s),;](?:[^\"“”`‘\n]{0,88}?[^\"“”`‘\n\s,.])?)[,.]?\s?"
    r"(?:[\"”]|''|’’|['’](?=[),;]|\s(?:shall\smean|means?|has\sthe)\b))"
)
_MEANS = pattern(
    r"(?:\s\((?:including|and)\b[^()]{0,160}\))?(?:,?\sas\sused\s(?:in\sthis\s\w+|herein|hereunder|with\srespect\sto\s[^,.;]{1,40})|\sof\s(?:any|an?|the|such|each)(?:\s[\w’'-]{1,20}){1,4}?)?,?\s(?:(?:shall|will)\s)?(?:each\s)?(?:means?\b|has\sthe\s(?:same\s)?meaning|have\sthe\s(?:same\s)?meaning|be\sdefined\sas"
    r"|(?:(?:is|are)\s)?defined\s(?:as|to)|refers?\sto"
    r"|(?:of|for\s(?:the\s)?purposes?\sof)\sthis\s[A-Z]\w{3,12}\s(?:[^.;\"“\n]{0,60}\s)?shall\s(?:be|begin|commence)\b)",
    re.IGNORECASE,
)
_BESIDE_IT = pattern(r"(?:(?:,|(?<=,[”\"])|,?[ ](?:or|and|and/or))[ ][\"“][^\"“”\n]{1,60}[\"”]){1,3}(?=,?\s(?:shall|will|each|means?|ha))")  # another term
# Before a term that what happens is told to be: the following shall constitute an "Event of Default".
_CONSTITUTES = pattern(
    r"(?:\b(?:shall|will)\s(?:each\s)?constitute|\bof\sthe\sfollowing\b[^.;:\"“”]{0,60}\s(?:is|shall\sbe|constitutes))\s(?:(?:an?|the)\s)?$", ENGLISH
)
_OF_A_LAW = pattern(r",?\s(?:within\sthe\smeaning|as\s(?:such\sterm\sis\s)?defined|under\sand\sas)\b")
_LEADS = pattern(  # to a term that is defined though it stands in small letters
    r"\b(?:the\sterms?|(?:this|these|such)\spurposes?|purposes?\s(?:hereof|of\s(?:this|each)\b[^.;:\"“”]{1,40})|used\s(?:herein|hereunder|in\sthis\b[^.;:\"“”]{1,30})),?\s$", ENGLISH
)
_OPENS = pattern(r"(?:^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,8})?|\(\w{1,4}\)\s|\d\.\s)$")  # before a term that opens its clause
_INCLUDES = pattern(r"\s(?:(?:shall\s)?includes?\s|is\s(?:an?|any|the)\s|are\s(?!(?:hereby|each|not|to|as|in|being|\w+ed|\w+ly)\b)[a-z]|exists?\s(?:at|on|for)\s(?:any|a)\b)")  # behind a term that opens its clause
_ONLY_IF = pattern(r"\s(?:if\sand\s)?only\s(?:if|upon|in\sthe\sevent)\b")  # for "Cause" only if
_FOR = pattern(r"\b(?:for|constitutes?)\s$")
_BEGINS = pattern(r"[.;]\s?$")  # behind which a definition may begin: one of several in a paragraph, `“Agents”: the`
_CALLED = pattern(
    r"\b(?:(?:herein|hereinafter|hereafter|collectively|individually|sometimes)\s){0,3}(?:(?:called|termed|known\sas|referred\sto\s"
    r"(?:(?:herein|hereinafter|hereafter|collectively|individually|together|jointly|sometimes)\s){0,3}as)|defined\sas)"
    r"(?:\s(?:the|a|an|its|their))?\s?$"
    r"|\bas\s(?:so\s)?(?:amended|supplemented|modified|restated)[^()\"“]{0,80},\s(?:the|this|such)\s?$",
    ENGLISH,
)
_LEAD_END = pattern(
    r"(?:^|\b(?:the|this|these|those|such|its|an?|each|any|all|collectively|individually|together|jointly|and|or|as|called"
    r"|hereinafter|hereafter|herein)|,)\s?$",
    ENGLISH,
)
_ARTICLE = pattern(r"\b(?:the|an?|each|called)\s?$", ENGLISH)
_ELSEWHERE = pattern(
    r"\b(?:defined\s(?:in|under|by|below|above)|meaning|ascribed|assigned\sto|within\sthe|pursuant\sto)\b",
    ENGLISH,
)
_BESIDE = pattern(
    r"\s?(?:,|(?<=,[”\"])|,?\s(?:and|or|and/or))\s(?:(?:the|an?|each|individually|collectively),?\s){0,3}$", ENGLISH
)
_JOINT = pattern(r",?\s(?:(?:or|and)\s)?(?=[\"“`'‘])")
_SCOPE = pattern(
    r"\b(?:for\s(?:the\s)?purposes?\sof|(?:as\s)?used\sin|(?:hereinafter|collectively,)\sin|referred\sto\sin(?=\sthis\s\w{4,10}(?:\s[\w.()]{1,12})?\sas\b)|(?-i:In))\sthis\s(?P<what>section|article|clause|paragraph|definition|exhibit"
    r"|schedule|annex|attachment|agreement|amendment)\b",
    ENGLISH,
)
_TEXT = 120  # characters of quoted words that are no term
_COUNTED = {ProvisionKind.SECTION, ProvisionKind.CLAUSE}
_DEFINED = 400  # characters in which the words that define a term stand
_LETTERS = 3  # of a word in small letters that is no term, alone in brackets: ("or")
_BEFORE = 160  # characters before a quoted term that tell what it is
_WITHIN = {
    "section": {ProvisionKind.SECTION},
    "article": {ProvisionKind.ARTICLE},
    "clause": {ProvisionKind.CLAUSE},
    "paragraph": {ProvisionKind.CLAUSE, ProvisionKind.SECTION},
    "definition": {ProvisionKind.DEFINITION},
}


class Term(msgspec.Struct, frozen=True):
    """A defined term: `path` is the provision that defines it, `scope` where it holds, `*` for everywhere.

    `span` is where the term stands; `in_passing` tells that a sentence on something else defines it.
    """

    term: str
    path: str
    scope: str
    span: Span
    in_passing: bool


class Defined(msgspec.Struct, frozen=True):
    """A term as a text defines it: where it stands, the provision that defines it, and whether only in passing."""

    start: int
    end: int
    path: str
    scope: str
    in_passing: bool


def terms(instrument: Instrument) -> tuple[Term, ...]:
    """The terms that an instrument defines for itself."""
    text = instrument.document.reading.text
    return tuple(
        Term(
            folded_term(text[one.start : one.end]),
            one.path,
            one.scope,
            instrument.document.span(one.start, one.end),
            one.in_passing,
        )
        for one in defined_in(text, instrument.root)
    )


def defined_in(text: str, root: Provision) -> Iterator[Defined]:
    """The terms that a text defines, with the provisions over it; those of definitions first."""
    places = _Places(root)
    found: list[tuple[int, int, str, bool]] = []
    passing: list[tuple[int, int, str, bool]] = []
    heads: set[int] = set()
    for provision in root.walk():
        if provision.kind is ProvisionKind.DEFINITION:
            for start, end in _head_terms(text, provision):
                heads.add(start)
                found.append((start, end, provision.path, False))
        elif (unmarked := _unmarked(text, provision)) and places.own(provision.start):
            passing.append((*unmarked, provision.path, True))
    for start, end in _in_passing(text, places):
        if start not in heads:
            passing.append((start, end, places.path(start), True))
    for start, end, path, in_passing in (*sorted(found), *sorted(passing)):
        term = text[start:end]
        own = in_passing or path.endswith(f"#{term}")
        called = path if own else f"{path.partition('#')[0]}#{folded_term(term)}"
        yield Defined(start, end, called, places.scope(text, start), in_passing)


def _unmarked(text: str, provision: Provision) -> tuple[int, int] | None:
    """The term without quotation marks that the words of a section or clause define: `1.1 BUSINESS DAY means`."""
    if provision.kind not in _COUNTED or provision.heading is not None:
        return None
    words = text[provision.body : min(provision.body + _DEFINED, provision.lead)]
    start = provision.body + len(words) - len(words.lstrip())
    term = defined(words.lstrip()) if text[start : start + 1].isupper() else None
    return (start, start + len(term)) if term else None


def folded_term(term: str) -> str:
    """A term without the line ends that stand in it."""
    return " ".join(term.split())


def _head_terms(text: str, provision: Provision) -> Iterator[tuple[int, int]]:
    """The terms at the head of a definition, one or several: `"Agent" or "Administrative Agent" means`."""
    at = provision.start
    first = text[at : at + 1]  # none where the text is not to hand
    if first.isupper() or first == "_":  # a term without marks, or underlined
        at = text.find(provision.label[1:], at)
        yield at, at + len(provision.label) - 1
    while match := _QUOTED.match(text, at, provision.end):
        yield match.span("term")
        joint = _JOINT.match(text, match.end(), provision.end)
        if joint is None:
            return
        at = joint.end()


def _in_passing(text: str, places: "_Places") -> Iterator[tuple[int, int]]:
    """The terms that a sentence defines on its way, in the order of the text."""
    last = -1  # where the term before this one ends, if it is defined
    quoting = _Quoting(text)
    for match in _QUOTED.finditer(text):
        if not places.own(match.start()):
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        beside = last >= 0 and match.start() - last < 60 and _BESIDE.fullmatch(text, last, match.start())
        if (beside or _defines(text, before, match)) and not quoting.holds(match.start()):
            start, end = match.span("term")
            yield start + len("the ") * _bears_article(match["term"]), end
            last = match.end()


def _bears_article(term: str) -> bool:
    """Whether the marks around a term hold the article before it: `("the Company")`."""
    return term.startswith("the ") and term[len("the ")].isupper()


def _defines(text: str, before: str, match: re.Match[str]) -> bool:
    if _CALLED.search(before):
        return True
    opened = before.rfind("(")
    if opened >= 0 and ")" not in before[opened:]:
        lead = before[opened + 1 :]
        if _ELSEWHERE.search(lead) or not _LEAD_END.search(lead):
            return False
        closed = text.find(")", match.end(), match.end() + _BEFORE) >= 0
        return (
            closed
            and len(match["term"]) > 1
            and match["term"][0] != "."
            and (
                not match["term"][0].islower()
                or bool(_ARTICLE.search(lead))
                or _bears_article(match["term"])
                or (not lead and text.startswith(")", match.end()) and len(match["term"]) > _LETTERS)
            )
        )
    end = beside.end() if (beside := _BESIDE_IT.match(text, match.end())) else match.end()
    if match["term"][0].islower():
        return bool(_LEADS.search(before) and _MEANS.match(text, end))
    if _CONSTITUTES.search(before) and not _OF_A_LAW.match(text, match.end()):
        return True
    opens = _OPENS.search(before)
    if (opens and _INCLUDES.match(text, match.end())) or (_FOR.search(before) and _ONLY_IF.match(text, match.end())):
        return True
    return bool(_MEANS.match(text, end) or ((opens or _BEGINS.search(before)) and text.startswith(":", end)))


class _Quoting:
    """Long quoted words within a paragraph: the text of another instrument, whose terms are its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1  # of the paragraph of which the spans are known
        self._spans: list[tuple[int, int]] = []

    def holds(self, offset: int) -> bool:
        """Whether a place, none before the last that was asked for, stands in such words."""
        if offset > self._end:
            begun, end = self._text.rfind("\n", 0, offset) + 1, self._text.find("\n", offset)
            self._end = end if end >= 0 else len(self._text)
            every = (match.span() for match in QUOTED.finditer(self._text, begun, self._end))
            self._spans = [(start, end) for start, end in every if end - start > _TEXT]
        place = bisect.bisect_left(self._spans, (offset,)) - 1
        return place >= 0 and offset < self._spans[place][1]


class _Places:
    """Which provision stands at a place, and what is not the instrument's own text."""

    def __init__(self, root: Provision) -> None:
        self._starts: list[int] = []
        self._around: list[tuple[Provision, ...]] = []
        self._collect(root, ())

    def _collect(self, provision: Provision, around: Sequence[Provision]) -> None:
        around = (*around, provision)
        self._starts.append(provision.start)
        self._around.append(around)
        for child in provision.children:
            self._collect(child, around)

    def _at(self, offset: int) -> tuple[Provision, ...]:
        return self._around[max(0, bisect.bisect_right(self._starts, offset) - 1)]

    def own(self, offset: int) -> bool:
        """Whether the words at a place are the instrument's own and not only listed, signed or set off for another."""
        passed = {ProvisionKind.QUOTATION, ProvisionKind.CONTENTS, ProvisionKind.SIGNATURES}
        return not any(provision.kind in passed for provision in self._at(offset))

    def path(self, offset: int) -> str:
        """The path of the innermost provision around a place."""
        return next((one.path for one in reversed(self._at(offset)) if one.path), "*")

    def scope(self, text: str, offset: int) -> str:
        """Where a term that is defined at a place holds: in a part of the instrument if its sentence, or the one above a list of terms, says so."""
        around = self._at(offset)
        begun = max(around[-1].start, offset - _BEFORE)
        said = _said(text[begun:offset].rpartition(". ")[2]) or _said(_above(text, around))
        part = next((one.path for one in around if one.kind is ProvisionKind.PART), "*")
        kinds = _WITHIN.get(said)
        if kinds is None:
            return part
        within = next((one.path for one in reversed(around) if one.kind in kinds), None)
        return within or parse_path(self.path(offset)).section or part


def _said(words: str) -> str:
    """The provision, exhibit or agreement for whose purposes words say that a term is defined; the last of several."""
    every = list(_SCOPE.finditer(words))
    return every[-1]["what"].lower() if every else ""


def _above(text: str, around: Sequence[Provision]) -> str:
    """The sentence above a list of definitions, of which the innermost provision is one."""
    if len(around) < 2 or around[-1].kind is not ProvisionKind.DEFINITION:
        return ""
    lead = text[around[-2].body : around[-2].lead].rstrip()
    return lead.rpartition(". ")[2] if lead.endswith(":") else ""
