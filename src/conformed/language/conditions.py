"""Conditions precedent: what must happen before an instrument takes effect.

In: an instrument.  Out: each condition at its lowest level.  The convention: a provision that makes the
instrument effective "if, and only if", "upon", "subject to" or "on the date on which" conditions are met, and
lists them, with the day by which they are to be met; or a sentence that makes it, or a change, wait for one event ("when the Agent has received ...").
"""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

from conformed.basis import Span, due
from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.instrument.heading.waits import awaited
from conformed.language.operation import Condition
from conformed.language.sentences.sentences import Sentence

_MAKES_EFFECTIVE = AnyOf(
    r"\b(?:shall|will|is|are|to)\s(?:not\s)?(?:(?:(?:be\sand\s)?become|be|take)\s)?(?:effective|effect)\b[^.]{0,200}\b(?:if\b|upon|when|until|unless|subject\sto|conditions?|satisf|receipt|provided)",
    r"\b(?:effectiveness|effective\sdate)\b[^.]{0,160}\b(?:conditions?|subject\sto|upon|satisfaction|receipt|conditioned)",
    r"\bconditions?\s(?:precedent(?!\sto\s(?:(?:\w+\s){0,3}?(?:payments?|disbursements?)\b|such\s(?!amend|modif|waiver|consent|effect)))|to\s(?:the\s)?effective)",
    r"^(?:[^.;:]|\.(?=\w)){2,80}?\bshall\shave\s(?:received|been\sfurnished\swith)\b[^.;]{0,160}$",  # which nobody does but before something else
    r"\b(?:subject\sto|upon|conditioned\s(?:up)?on)\s(?:the\s)?(?:prior\s)?(?:satisfaction|fulfillment|receipt|completion)\b[^.]{0,80}\bfollowing",
    flags=ENGLISH,
)
_HEADING = pattern(r"\b(?:conditions?(?:\sprecedent)?|effectiveness|effective\sdate)\b", ENGLISH)
_OF_THE_AGREEMENT = pattern(  # a lead that orders changes, agrees or defines lists no conditions
    r"""(?<!\bas\s)(?<!\bso\s)\b(?:
        amended(?!\s(?:hereby|by\sthis|and\srestated\s[a-z]+\sagreement))|deleted|replaced
        |restated(?!\s[a-z]+\sagreement)|added|inserted)\b
    | \bagree[sd]?\b[^.]{0,60}\bas\sfollows\W*$
    | \bhereby\s(?:consents?|waives?)\b[^;]{0,1600};\sprovided,?\s(?:however,?\s)?that\s*$
    | \bmeans?\W*$ | \b(?:ratio|sum|lesser|greater|total|product)\sof\s*$
    | \bfor\s(?:the\s)?purposes\sof\b[^.]{0,200}$""",
    re.VERBOSE | ENGLISH,
)
_SELF = (
    r"\b(?:this|the|such)\s(?:foregoing\s)?(?:\w+\s){0,4}?(?:amendments?|waivers?|consents?|agreement"
    r"|modifications?|letter|supplement|forbearance|addendum|change\sorder)\b"
)
_APPROVAL = r"(?:the\s)?(?:[\w’']+\s){0,3}?(?:approval|ratification|consent)\b"
_WAITS_FOR = pattern(
    rf"""(?:
      {_SELF}[^.;]{{0,100}}?\s(?:(?:shall|will)\s(?:(?:not|only)\s)?(?:be(?:come)?|take)|becomes|takes)\s(?:effective|effect)\b[^.;]{{0,80}}?
        \b(?:when(?:,\sand\sonly\swhen,?)?|(?:only\s)?upon|(?:unless\sand\s)?until
          |if(?:,?\sand\sonly\sif,?)?
          |on\sthe\s(?:first\s)?(?:date|day)(?:\s\([^()]{{0,60}}\))?(?:\s(?:on\swhich|that|when))?)
    | (?:\beffectiveness\sof\b[^.;]{{0,160}}|\b(?:promotion|amendments?|waivers?|consents?)(?:\s(?:of|to|in|set\sforth|contained|made)\s[^.;]{{1,80}})?)\s
        (?:is|are|shall\sbe)\s(?:conditioned|conditional|contingent)\s(?:up)?on
    | {_SELF}\s(?:is|are|shall\sbe)\s(?:\w+\s)?(?:effective\b[^.;]{{0,60}},\s)?subject\sto(?=\s{_APPROVAL})
    | \bas\sa\scondition\s(?:precedent\s)?to\s(?:the\s)?effectiveness\s(?:hereof|of\sthis\s\w+)[^.,;]{{0,40}},
    )\s(?P<event>\S)""",
    re.VERBOSE | ENGLISH,
)
_MAY_WAIT = pattern(rf"effective|takes?\seffect|condition(?:ed|al)|contingent|subject\sto\s{_APPROVAL}", ENGLISH)
_EVENT_ENDS = pattern(
    r"[.;](?=\s|$)|,\s(?=(?:section|paragraph|article|provided|(?:and\s)?hereby|is|are|(?:by\s(?:and\s)?)?(?:between|among))\b)|:|\s\((?:the\s)?[“\"][^”\"]{1,40}[”\"]\)[.;]", ENGLISH
)
_HAPPENS = pattern(
    r"\b(?:receiv|receipt|deliver|pay|paid|consummat|approv|ratif|clos|occur|accept|effecting|completion|implement|merger|effective\stime|time\s(?:at\swhich|that|when)"
    r"|it\s(?:is|has\sbeen)\s(?:\w+\s)?(?:sign|execut)ed|consent\sof)",
    ENGLISH,
)
_NO_EVENT = pattern(
    r"""(?<!\bterms\sand\s)\b(?:conditions?|following)\b
    | ^(?:one\sor\smore\s)?counterparts\shave\sbeen
    | ^(?:its\s|the\s)?(?:due\s)?execution\b(?!\sand\sdelivery)
    | ^(?:(?:it|the\ssame|made|given|and|is|are|shall|be)\s){0,5}in\swriting\b | \brevocation\b""",
    re.VERBOSE | ENGLISH,
)
_NUMBERED = {ProvisionKind.CLAUSE, ProvisionKind.SECTION}
_LISTING = {ProvisionKind.ARTICLE, *_NUMBERED}
_CERTIFIES = pattern(
    r"\bcertif(?:icates?|ying|ies|ied)\b|\bto\sthe\seffect\b|\b(?:stating|confirming|shall\shave\soccurred)\b",
    ENGLISH,
)
_MET = pattern(  # behind a list: "unless all of the foregoing conditions are satisfied not later than"
    r"\b(?:foregoing|above|following|such|these|said)\sconditions\b[^.;:]{0,80}?\b(?:satisfied|fulfilled|met)\b"
    r"(?:\s\([^()]{0,80}\)|\sor\swaived)?,?\s",
    ENGLISH,
)
_OF_ITS_ARTICLE = pattern(  # whose other sections are the conditions
    r"\bconditions\s(?:precedent\s)?(?:set\sforth|contained|listed|specified|described|stated)\s(?:in|under)\sthis\s(?:article|part)\b", ENGLISH
)
_SOON = 60  # characters in which a day stands
_END = pattern(r"[\s;,.]*(?:\b(?:and|or)\b)?[\s;,.]*$")


def conditions(instrument: Instrument, every: Sequence[Sentence]) -> tuple[Condition, ...]:
    """The conditions precedent to an instrument's effectiveness."""
    text = instrument.document.reading.text
    found: list[Condition] = []
    listed: list[tuple[int, int]] = []
    done = 0
    for provision in instrument.root.walk():
        if provision.kind not in _LISTING or "/" in provision.path:
            continue
        if provision.start >= done and provision.children and _lists_conditions(text, provision):
            found.extend(_listed(instrument, provision))
            done = provision.end
            listed.append((provision.start, provision.end))
        elif others := _others_of_its_article(instrument, provision):
            found.extend(_condition(instrument, one, None, None) for one in others)
            done = others[-1].end
            listed.append((provision.start, others[-1].end))
    if _MAY_WAIT.search(text):
        found.extend(_single(instrument, every, listed))
    return tuple(found)


def _single(
    instrument: Instrument, every: Sequence[Sentence], listed: Sequence[tuple[int, int]]
) -> Iterator[Condition]:
    """The conditions that stand in one sentence, outside the provisions that list conditions."""
    text = instrument.document.reading.text
    for sentence in every:
        words = text[sentence.start : sentence.end]
        opens = sentence.chain[1].kind is ProvisionKind.PREAMBLE
        match = _WAITS_FOR.search(words) or awaited(words, text, preamble=opens)
        if match is None or any(start <= sentence.start < end for start, end in listed):
            continue
        start = sentence.start + match.start("event")
        closing = _EVENT_ENDS.search(text, start, sentence.end)
        end = closing.start() if closing else sentence.end
        words = " ".join(text[start:end].split())
        if _HAPPENS.search(words) and not _NO_EVENT.search(words) and not (closing and closing[0] == ":"):
            last = due(text, start, end)
            yield Condition(None if opens else sentence.at, words, instrument.document.span(start, end), last=last)


def _listed(instrument: Instrument, provision: Provision) -> Iterator[Condition]:
    """The conditions that a provision lists, with the words that lead in to them and their last day."""
    text = instrument.document.reading.text
    first = _first(provision) or provision.end
    lead = text[provision.body : first]
    led_by = None
    if lead.strip():
        begun = provision.body + len(lead) - len(lead.lstrip())
        led_by = instrument.document.span(begun, provision.body + len(lead.rstrip()))
    behind = (due(text, one.end(), one.end() + _SOON) for one in _MET.finditer(text, first, provision.end))
    last = due(text, provision.body, first) or next(filter(None, behind), None)
    for leaf in _leaves(text, provision):
        yield _condition(instrument, leaf, led_by, last)


def _others_of_its_article(instrument: Instrument, provision: Provision) -> list[Provision]:
    """The sections behind one that makes effect wait for `the conditions set forth in this Article`."""
    text = instrument.document.reading.text
    article, point, _ = provision.path.partition(".")
    if provision.kind is not ProvisionKind.SECTION or not point or not _OF_ITS_ARTICLE.search(text, provision.body, provision.end):
        return []
    if not _MAKES_EFFECTIVE.stands_in(text[provision.body : provision.end]):
        return []
    sections = [one for one in instrument.root.walk() if one.kind is ProvisionKind.SECTION]
    behind = sections[sections.index(provision) + 1 :]
    return list(itertools.takewhile(lambda one: one.path.startswith(f"{article}."), behind))


def _first(provision: Provision) -> int | None:
    """Where the first provision of a list begins."""
    return next((child.start for child in provision.children if child.kind in _NUMBERED), None)


def _lists_conditions(text: str, provision: Provision) -> bool:
    first = _first(provision)
    if first is None:
        return False
    lead, heading = text[provision.body : first], provision.heading or ""
    if _OF_THE_AGREEMENT.search(lead):
        return False
    told = re.search(r"condition|effective", lead or heading, ENGLISH)
    return _MAKES_EFFECTIVE.stands_in(lead) or bool(_HEADING.search(heading) and told)


def _leaves(text: str, provision: Provision) -> Iterator[Provision]:
    for child in provision.children:
        if child.kind in _NUMBERED:
            if _divides(text, child):
                yield from _leaves(text, child)
            else:
                yield child


def _divides(text: str, provision: Provision) -> bool:
    """Whether what stands under a condition are conditions, and not what a certificate is to say."""
    inner = [child for child in provision.children if child.kind in _NUMBERED]
    lead = text[provision.body : provision.lead].strip()
    if not inner or _CERTIFIES.search(lead):
        return False
    return not inner[0].run_in or (bool(lead) and len(inner) > 1)


def _condition(
    instrument: Instrument, provision: Provision, led_by: Span | None, last: datetime.date | None
) -> Condition:
    text = instrument.document.reading.text
    start = provision.start + len(provision.number)
    while start < provision.end and text[start].isspace():
        start += 1
    closing = _END.search(text[start : provision.end])
    end = start + closing.start() if closing else provision.end
    span = instrument.document.span(start, max(end, start + 1))
    return Condition(provision.path, " ".join(text[start:end].split()), span, led_by, last)
