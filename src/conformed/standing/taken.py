"""Terms that a text takes from another document: `capitalized terms not defined herein have the meanings in the Indenture`.

In: the words that stand, or an instrument.  Out: the sentence that says so with the name of that document; and the terms of
the agreement that an instrument takes so.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from conformed.basis import Candidate
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.instrument.terms import defined_in, folded_term
from conformed.ledger import Link
from conformed.standing.in_force import InForce
from conformed.standing.observed import About, Observed
from conformed.standing.term_words import in_either_number, is_whole, stem
from conformed.standing.words import Words

_DOCUMENT = r"(?:Agreement|Indenture|Plan|Lease|Note|Contract|Loan|Guaranty|Mortgage|Declaration|Consent|Instrument|Policy|Order|Documents?|Facility)"
_NAME = (
    r"(?P<name>(?:[A-Z][\w&’'.-]*\s(?:(?:and|of|&)\s)?){0,6}"
    rf"(?:{_DOCUMENT}|(?:Annex|Exhibit|Appendix|Schedule)(?:\s[A-Z\d][\w.-]{{0,4}})?))\b"
)
_TERMS = r"(?:(?:capitalized|defined|undefined|other|such)\sterms?\b|\bterms\s(?:(?:used|defined|not|which|that|and)\b|with\s(?:initial\s)?capital|in\scapital)|\bwords\sand\s(?:phrases|expressions)\b)"
_OPEN = r"(?:without\sdefinition|\bnot\s(?:otherwise\s)?define\b|(?:not|un)\s?(?:otherwise\s|expressly\s|specifically\s)?defined|otherwise\sdefined|used\s(?:here|in\sthis)|here(?:in)?\sbeing\sused|undefined)"
_MEAN = r"\b(?:meanings?|defined|definitions?)\b"
_IN = r"\b(?:in|by|under|to)\s(?:the|that\scertain|such|its)\s(?:(?:foregoing|aforementioned|attached|existing|underlying)\s)?"
_FROM = pattern(rf"{_MEAN}[^;\n]{{0,160}}?{_IN}(?-i:{_NAME})|\bdefined\sin\s(?:the|that\scertain|such)\s(?-i:{_NAME.replace('<name>', '<first>')})", ENGLISH)
_THERE = pattern(rf"{_MEAN}[^;\n]{{0,100}}?\b(?:therein\b|thereunder\b|there(?=\)|[.;,]?\s|\Z))", ENGLISH)
_CALLED = pattern(rf"[\"“](?P<name>[A-Z][^\"“”\n]{{0,60}}?{_DOCUMENT}),?[\"”]")
_SAYS_TERMS = pattern(_TERMS, ENGLISH)
_LEAVES_OPEN = pattern(_OPEN, ENGLISH)
_END = pattern(r"[.;]\s(?=[A-Z“\"(])|\n")
_LONG = 420  # characters of the sentence around the word that are looked at
_INCORPORATES = pattern(
    r"\b(?:provisions?|articles?|sections?|covenants|representations(?:\sand\swarranties)?|terms|definitions)\b[^.;\n]{0,200}?\b(?:of|in)\s(?:the|that\scertain|such)\s"
    + f"(?-i:{_NAME})" + r"[^.;\n]{0,120}\b(?:is|are)\s(?:hereby\s)?incorporated\s(?:herein|in\sthis|into\sthis|by\sreference)",
    ENGLISH,
)
_BESIDE = {ProvisionKind.PART, ProvisionKind.QUOTATION, ProvisionKind.CONTENTS, ProvisionKind.SIGNATURES}
_PARTS = ("Annex", "Exhibit", "Appendix", "Schedule")


class Taken(msgspec.Struct, frozen=True):
    """A sentence that takes terms from the document of a name, or `provisions` of it."""

    start: int
    end: int
    name: str
    provisions: bool = False


def taking(text: str, root: Provision) -> Iterator[Taken]:
    """The sentences of a text's own provisions that take terms from another document, which is none of its parts."""
    parts = {one.label.lower() for one in root.walk() if one.kind is ProvisionKind.PART}
    for one in (*_taking(text), *_incorporating(text)):
        beside = any(each.kind in _BESIDE for each in root.at(one.start))
        part = one.name.startswith(_PARTS) and (one.name.lower() in parts or " " not in one.name)
        if not beside and not part and not re.search(rf"(?<![\"“])\bthis\s(?:[\"“]\s?)?{re.escape(one.name)}\b", text):
            yield one


def _taking(text: str) -> Iterator[Taken]:
    last = 0
    for match in _SAYS_TERMS.finditer(text):
        if match.start() < last:
            continue
        start, end = _sentence(text, match.start())
        words = text[start:end]
        if not _LEAVES_OPEN.search(words):
            continue
        name = _named(words) or (_named_before(text, start, match.start()) if _THERE.search(words) else None)
        if name is not None:
            last = end
            yield Taken(start, end, " ".join(name.split()))


def _named(words: str) -> str | None:
    """The document in which a sentence says that terms are defined."""
    found = _FROM.search(words)
    return (found["name"] or found["first"]) if found else None


def _named_before(text: str, start: int, offset: int) -> str | None:
    """The document of which a sentence says `therein`: the last that is given a name before."""
    return next((one["name"] for one in reversed(list(_CALLED.finditer(text, max(0, start - _LONG), offset)))), None)


def _incorporating(text: str) -> Iterator[Taken]:
    for match in _INCORPORATES.finditer(text):
        yield Taken(match.start(), match.end(), " ".join(match["name"].split()), provisions=True)


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """The sentence around a place, no longer than one looks at."""
    begun, stop = max(0, offset - _LONG), min(len(text), offset + _LONG)
    start = max((match.end() for match in _END.finditer(text, begun, offset)), default=begun)
    end = next((match.start() + 1 for match in _END.finditer(text, offset, stop)), stop)
    return start, end


def taken(text: InForce, sources: Iterable[Taken]) -> Iterator[Observed]:
    """What the text takes from other documents, each of these told once."""
    told: set[str] = set()
    for one in sources:
        if one.name not in told:
            told.add(one.name)
            what = "Provisions" if one.provisions else "Terms in capitals that are not defined here"
            says = f"{what} are taken from the {one.name}, which is not to hand."
            yield Observed(About.TAKEN, one.name, says, (text.place(one.start, one.end),))


def taken_from_agreement(link: Link, agreement: InForce | None, title: str) -> Observed | None:
    """The terms of the agreement, None where it is not to hand, that an instrument takes from it, with the sentence that says so."""
    if link.read is None or not link.changes:
        return None
    instrument = link.read.instrument
    text = instrument.document.reading.text
    named = title.lower().split()
    one = next((one for one in taking(text, instrument.root) if one.name.lower().split()[-1] in named), None)
    if one is None:
        return None
    span = instrument.document.span(one.start, one.end)
    path = next((each.path for each in reversed(instrument.root.at(one.start)) if each.path), "*")
    shown = Candidate(path, " ".join(text[one.start : one.end].split()), span)
    if agreement is None:
        says = f"{link.title} takes from the agreement, which is not to hand, what the terms mean that it does not define."
        return Observed(About.TAKEN, link.title, says, (shown,), instrument=link.id)
    own = {stem(text[each.start : each.end]) for each in defined_in(text, instrument.root)}
    theirs: dict[str, str] = {}  # each term once, in the number in which it is defined first
    for each in agreement.defined:
        term = folded_term(agreement.text[each.start : each.end])
        if each.scope == "*" and term[:1].isupper():
            theirs.setdefault(stem(term), term)
    words = Words(_own_words(instrument))
    used = [term for key, term in theirs.items() if key not in own and _stands(words, term)]
    if not used:
        return None
    says = f"{link.title} takes from the agreement what these terms mean: {', '.join(used)}."
    return Observed(About.TAKEN, link.title, says, (shown,), instrument=link.id)


def _stands(words: Words, term: str) -> bool:
    return any(is_whole(words.text, *match.span()) for match in words.matches(in_either_number(term), as_written=True))


def _own_words(instrument: Instrument) -> str:
    """What an instrument says for itself, without what it sets off for the agreement."""
    text = instrument.document.reading.text
    cut = [text[one.start : one.lead] for one in instrument.root.walk() if not _set_off(instrument, one)]
    return " ".join(" ".join(cut).split())


def _set_off(instrument: Instrument, provision: Provision) -> bool:
    return any(one.start <= provision.start < one.end for one in instrument.set_off)
