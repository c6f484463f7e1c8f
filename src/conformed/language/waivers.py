"""Waivers and consents: sentences that excuse compliance, or permit a departure, without changing a word.

In: the sentences of an instrument.  Out: each waiver with the provisions it names, its scope in its own words,
its first and last day, and what ends it early.
"""

import datetime
import re
from collections.abc import Sequence

from conformed.basis import days
from conformed.instrument import Instrument, Path, references
from conformed.language.operation import Waiver
from conformed.language.sentences import Sentence

_WAIVES = re.compile(
    r"\b(?:(?:hereby\s(?:agrees?\sto\s)?|agrees?\sto\s|do(?:es)?\shereby\s)(?:\([a-z]\)\s)?(?:waives?|consents?\sto)\b|(?:is|are|shall\sbe|be)\s(?:hereby\s)?waived\b"
    r"|hereby\s\([a-z]\)\sagrees?\sthat\b[^.]{0,300}\bwaived\b)",
    re.IGNORECASE,
)
_NO_WAIVER = re.compile(
    r"\b(?:representation|warrants?\b|right\sto\s(?:a\s)?(?:trial|jury)|trial\sby\sjury|jury\strial|claims?\b|notice\sof|presentment|venue|jurisdiction|shall\snot\s(?:operate|constitute)"
    r"|nothing\s(?:in|contained)|release|defenses?|set-?off|counterclaims?|inconvenient\sforum|(?:acknowledges?|agrees?)\sand\s(?:hereby\s)?consents?|immunity|objection|process)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"\b(?:solely|only|but\sonly|to\sthe\sextent|with\srespect\sto|for\sthe\s(?:period|fiscal|quarter|sole)|until|through)\b", re.IGNORECASE)
_SCOPE_END = re.compile(r"[;.](?=\s|$)|,?\sprovided\b", re.IGNORECASE)
_LAPSES = re.compile(
    r"\b(?:shall|will)\s(?:automatically\s|immediately\s)?(?:cease\sto\sbe\s(?:of\s(?:any\s)?(?:further\s)?(?:force|effect)|effective)|terminate|expire|lapse|be\s(?:null|void|of\sno))[^.;]{0,80}?\b(?:if|upon|unless|in\sthe\sevent)\s",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:until|through|(?:up\s)?to(?:\sand\sincluding)?|ending(?:\son)?|expires?\son|on\sor\sbefore|prior\sto)\s(?:[\d:]+\s?[ap]\.?m\.?[^,]{0,30}\son\s)?(?=[A-Z\d])")
_FIRST = re.compile(r"\b(?:from(?:\sand\safter)?|beginning(?:\son)?|commencing(?:\son)?)\s(?=[A-Z\d])")


def waivers(instrument: Instrument, every: Sequence[Sentence]) -> tuple[Waiver, ...]:
    """The waivers among the sentences of an instrument."""
    text = instrument.document.reading.text
    found = []
    for sentence in every:
        words = text[sentence.start : sentence.end]
        match = _WAIVES.search(words)
        if match and not _NO_WAIVER.search(words[: match.end() + 160]):
            found.append(_waiver(instrument, sentence, words, match.end()))
    return tuple(found)


def _waiver(instrument: Instrument, sentence: Sentence, words: str, after: int) -> Waiver:
    lapses = _LAPSES.search(words)
    limit = lapses.start() if lapses else len(words)
    scope = _SCOPE.search(words, after)
    start = scope.start() if scope and scope.start() < limit else after
    end = _SCOPE_END.search(words, start)
    stop = end.start() if end else len(words)
    until = _ends(words, lapses.end()) if lapses else ""
    return Waiver(
        at=sentence.at,
        sentence=instrument.document.span(sentence.start, sentence.end),
        provisions=_provisions(words, after, start if scope else stop),
        scope=words[start:stop].strip(" ,;"),
        first=_day(_FIRST, words, after),
        last=_day(_LAST, words, after) or _day(_LAST, words, 0),
        lapses_if=until or None,
    )


def _provisions(words: str, start: int, end: int) -> tuple[Path, ...]:
    """The provisions whose compliance is waived, as the words between the verb and the scope name them."""
    paths = [path for found in references(words, start, end) for path in found.paths if path.section or path.part or path.term]
    return tuple(dict.fromkeys(Path(None, path.part, path.section, path.term, path.steps, path.place) for path in paths))


def _ends(words: str, start: int) -> str:
    end = re.compile(r"[;.](?=\s|$)").search(words, start)
    return words[start : end.start() if end else len(words)].strip()


def _day(pattern: re.Pattern[str], words: str, start: int) -> datetime.date | None:
    for match in pattern.finditer(words, start):
        written = next(days(words[match.end() : match.end() + 30]), None)
        if written is not None and written.start < 12:
            return written.day
    return None
