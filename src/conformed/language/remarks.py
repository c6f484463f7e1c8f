"""What an instrument says that changes no text and that a reader should see beside it.

In: the reading of an instrument.  Out: remarks: filings with regulators, representations remade, texts outside the
matter that are made part of it, provisions of the agreement that are only mentioned, rights reserved, and where it is
represented that no default is there.
"""

from collections.abc import Collection, Iterator

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path, references
from conformed.language.account import class_at
from conformed.language.interpret import names_of_agreement
from conformed.language.operation import Class, Interpretation, Remark
from conformed.language.sentences.sentences import Sentence, sentences

_ACT = r"\b(?:this|the|such|said)\s[^.,]{0,40}?\b(?:amendment|agreement|addendum|supplement|waiver|consent|memorandum)\b"
_OFFICE = r"\b(?:commissions?|regulatory\s(?:authorit|agenc|bod)|authorit(?:y|ies)|secretary\sof\sstate|recorder)"
_FILING = pattern(
    rf"\b(?:submit|file|record)\s[^.]{{0,30}}?{_ACT}[^.]{{0,120}}{_OFFICE}|{_ACT}[^.]{{0,60}}\b(?:submitted|filed|recorded)\b[^.]{{0,120}}{_OFFICE}|\b252\s?\(e\)",
    ENGLISH,
)
_SUBMITTED = pattern(
    r"\b(?:submit|file)\s[^.]{0,30}?\bagreement\b[^.]{0,200}\b252\b|\b(?:this|the)\s[^.,]{0,40}?\bagreement\b(?![^.]{0,60}\bnot\b)[^.]{0,60}\b(?:submitted|filed)\b[^.]{0,200}\b252\b",
    ENGLISH,
)
_RIGHTS = r"(?:rights?|remed(?:y|ies)|powers?|privileges?)\b"
_RESERVED = pattern(  # not by the title of "this Amendment and Waiver" alone
    r"\b(?:shall\snot\s(?:operate|constitute|be\sdeemed)|nothing\s(?:in\sthis|herein|contained))\b"
    rf"[^.]{{0,300}}?(?:\b(?:an?|any|future|continuing|or|of)\s(?:\w+\s){{0,2}}waivers?\b|\bwaivers?,?\s(?:of|by|or)\b|\bwaives?\b"
    rf"|\b(?:prejudice|impair|diminish)\s(?:or\s\w+\s)?[^.;]{{0,60}}?\b{_RIGHTS})"
    rf"|\b(?:hereby\s)?(?:expressly\s)?reserv(?:e|es|ing)\s(?:\w+\s){{0,3}}?(?:all|any|every|its|their)\s[^.;]{{0,60}}?\b{_RIGHTS}",
    ENGLISH,
)
_TARIFF = pattern(
    r"\b(?:the\s)?(?P<name>(?:[A-Z][\w&’'.-]*\s){0,6}(?:(?:F\.?C\.?C\.?|P\.?U\.?C\.?|[A-Z]{2,5})\s)?(?:Tariff\s)?(?:(?:F\.?C\.?C\.?\s)?No\.\s?\d+[A-Z]?\s)?Tariffs?(?:\s(?:F\.\s?C\.\s?C\.|FCC|P\.U\.C\.|[A-Z]{2,5})?\s?No\.\s?\d+[A-Z]?)?)(?=[\s.,;)]|$)"
)
_BY_REFERENCE = pattern(
    r"\b(?:(?:set\sforth|stated)\sin|pursuant\sto|in\saccordance\swith|contained\sin|under|incorporated|by\sreference|specified\sin|provided\sin)\b",
    ENGLISH,
)
_DEFAULTS = r"(?-i:[A-Z]\w+\s)?(?:events?\sof\sdefaults?|defaults?|unmatured\s(?:events?\sof\s)?defaults?)"
_NO_DEFAULT = pattern(  # "no Event of Default or Default has occurred and is continuing"
    rf"\b(?:no|neither\san?y?)\s(?:event\s(?:which|that)\s[^.;]{{0,60}}?)?(?:(?:such|existing|other)\s)?{_DEFAULTS}(?:,?\s(?:or|and|nor)\s(?:an?\s)?{_DEFAULTS})?\b"
    r"[^.;]{0,200}?\b(?:occurred|continuing|exists?|existed|in\sexistence|results?)\b",
    ENGLISH,
)


_TOLD = (("filing", _FILING), ("reservation", _RESERVED), ("no default", _NO_DEFAULT))
TOPICS = ("filing", "representations", "default", "no default", "reservation", "mentions", "incorporated")


def remarks(read: Interpretation, *topics: str) -> tuple[Remark, ...]:
    """The remarks of an instrument that changes another, all or those of some topics; of what changes nothing, its filing with state commissions."""
    told = topics or TOPICS
    if read.head.kind.stands_alone:
        return tuple(_submitted(read.instrument)) if "filing" in told else ()
    return tuple(_remarks(read, told))


def _submitted(instrument: Instrument) -> Iterator[Remark]:
    """Where an agreement says that it is submitted for approval under Section 252 of the Communications Act (47 U.S.C. 252(e)(1))."""
    text = instrument.document.reading.text
    found = [match.start() for match in _SUBMITTED.finditer(text)] if "252" in text else []
    for sentence in sentences(instrument) if found else ():
        if any(sentence.start <= at < sentence.end for at in found):
            yield Remark("filing", sentence.at, instrument.document.span(sentence.start, sentence.end))


def _remarks(read: Interpretation, topics: Collection[str]) -> Iterator[Remark]:
    instrument = read.instrument
    text = instrument.document.reading.text
    names = names_of_agreement(instrument, read.head) if "mentions" in topics else frozenset()
    read_of = {("representations", one.sentence) for one in read.representations} | {("default", one.sentence) for one in read.defaults}
    every = list(sentences(instrument))
    spans = {instrument.document.span(one.start, one.end) for one in every}
    recitals = [one for one in read.defaults if one.sentence not in spans and "default" in topics]
    yield from (Remark("default", one.at, one.sentence, one.provisions) for one in recitals)
    for sentence in every:
        words = text[sentence.start : sentence.end]
        span = instrument.document.span(sentence.start, sentence.end)
        leads = sentence.led_by(text)
        led_by = tuple(instrument.document.span(*lead) for lead in leads)
        leading = " ".join(text[first:last] for first, last in leads)
        found = [
            topic
            for topic, told in _TOLD
            if topic in topics
            and (topic != "no default" or class_at(read.account, sentence.end - 1) is Class.REPRESENTATION)
            and (told.search(words) or (leads and told.search(f"{leading} {words}") and not told.search(leading)))
        ]
        found += [topic for topic in ("representations", "default") if topic in topics and (topic, span) in read_of]
        mentioned = tuple(dict.fromkeys(_mentioned(words, names))) if names else ()
        if found or mentioned:
            yield from (Remark(topic, sentence.at, span, led_by=led_by) for topic in found)
            if mentioned:
                yield Remark("mentions", sentence.at, span, mentioned, led_by=led_by)
        if "incorporated" in topics:
            yield from _tariffs(instrument, sentence, sentence.start, sentence.end)
            if sentence.announced is not None:
                yield from _tariffs(instrument, sentence, sentence.announced.start, sentence.announced.end)


def _mentioned(words: str, names: frozenset[str]) -> Iterator[Path]:
    """The provisions of the agreement that a sentence names as such."""
    for found in references(words):
        for path in found.paths:
            if path.document and path.document.lower() in names and path.section:
                yield Path(None, path.part, path.section, path.term, path.steps)


def _tariffs(instrument: Instrument, sentence: Sentence, start: int, end: int) -> Iterator[Remark]:
    words = instrument.document.reading.text[start:end]
    if "ariff" not in words:
        return  # most sentences, at a hundredth of the cost of the pattern
    for match in _TARIFF.finditer(words):
        around = words[max(0, match.start() - 80) : match.start()] + words[match.end() : match.end() + 60]
        if len(match["name"].split()) > 1 and _BY_REFERENCE.search(around):
            yield Remark(
                "incorporated",
                sentence.at,
                instrument.document.span(start, end),
                name=match["name"],
            )
