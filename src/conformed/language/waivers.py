"""Waivers and consents: sentences that excuse compliance, or permit a departure, without changing a word.

In: the sentences of an instrument.  Out: each waiver with the provisions it names, its scope in its own words,
its first and last day, and what ends it early.
"""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from conformed.basis import day_behind
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.phrases import phrases, says
from conformed.instrument import Instrument, Path, references
from conformed.language.operation import Waiver
from conformed.language.sentences.sentences import Sentence

_WAIVES = pattern(
    r"""(?:
      \b(?:hereby|agrees?\sto|do(?:es)?)\s(?:hereby\s|agree\sto\s)?(?:\([a-z]{1,3}\)\s)?(?:waives?|consents?\sto)\b
    | (?<=\sand\s)(?:\([a-z]{1,3}\)\s)?waives?\b
    | (?:(?<=,\s)|(?<=:\s)|(?<=\)\s)|^)to\swaive\b
    | (?<!may\s)(?<!can\s)(?<!not\s)(?<!might\s)(?<!could\s)(?<!\bto\s)\bwaives?\s(?=its\srights?\sunder\s(?:section|paragraph|article)\b|compliance\swith\b|(?:the|any)\srequirements?\s(?:of|in|set\sforth)\b
      |(?:the|any)\s(?:default|breach|violation|events?\sof\sdefault)\b|(?:the\sprovisions\sof\s)?(?:section|paragraph|article)s?\s\d)
    | \b(?:is|are|shall\sbe|be)\s(?:hereby\s)?waived\b
    | \bshall\sbe\sdeemed\s(?:to\shave\sbeen\s)?(?:satisfied|waived)\b
    | \bnotwithstanding\sthe\s(?:restrictions|limitations|prohibitions|requirements)\s(?:of|in|contained\sin|set\sforth\sin)
      (?=\s(?:section|paragraph|article)s?\b[^;]{0,200},\s[^,;]{1,60}\s(?:may|shall\s(?:be\s(?:permitted|entitled|allowed)|apply))\b)
    )""",
    re.VERBOSE | ENGLISH,
)
_NO_WAIVER = phrases(
    "representation, warrant, warrants, right to trial, right to a trial, right to jury, right to a jury, trial by jury,"
    "jury trial, claim, claims, notice of, presentment, venue, jurisdiction, shall not operate, shall not constitute, nothing in,"
    "nothing contained, release, defense, defenses, setoff, set off, counterclaim, counterclaims, inconvenient forum,"
    "acknowledge and consent, acknowledge and consents, acknowledges and consents, acknowledges and hereby consents,"
    "acknowledge and hereby consent, agree and consent, agrees and consents, agrees and hereby consents,"
    "agree and hereby consent, immunity, objection, process, acceptance by, may be, may not be, cannot be, shall not be,"
    "shall only be, will not be, will only be, in writing, right to appeal, right to contest, cause of action,"
    "causes of action, conferred upon, civil code, protest, rights and benefits"
)
_TO_ITSELF = pattern(  # behind "consents to": "the terms of this Amendment", "the foregoing Agreement"
    r"\s(?:and\s\w+\s)?(?:all\s(?:of\s)?)?(?:the\s(?:terms?|provisions|execution|making)\b[^.;]{0,60}?\s(?:of|in)\s)?"
    r"(?:this|the\s(?:foregoing|above|within))\s(?:\w+\s){0,3}?"
    r"(?:amendment|agreement|waiver|consent|modification|supplement|instrument|letter)\b",
    ENGLISH,
)
_NONE = pattern(r"(?:^|[.;]\s|\band\s)\W*(?:\w+\W+){0,3}?no\s[^.;]{0,400}$", ENGLISH)
_SCOPE = pattern(
    r"\b(?:solely|only|but\sonly|to\sthe\sextent|with\srespect\sto|for\sthe\s(?:period|fiscal|quarter|sole)"
    r"|until|through)\b",
    ENGLISH,
)
_SCOPE_END = pattern(r"[;.](?=\s|$)|,?\sprovided\b", ENGLISH)
_LAPSES = pattern(
    r"\b(?:(?:shall|will)\s)?(?:automatically\s|immediately\s)?(?:ends|terminates|expires|lapses|cease\sto\sbe\s(?:of\s(?:any\s)?(?:further\s)?"
    r"(?:force|effect)|effective)|terminate|expire|lapse|be\s(?:null|void|of\sno))\b[^.;]{0,80}?"
    r"\b(?:if|upon|unless|in\sthe\sevent)\s",
    ENGLISH,
)
_LAPSES_FIRST = pattern(
    r"\bif,?\s(?P<event>[^;.]{10,300}?(?:\.m\.[^;.]{0,80})?),\s(?:then\s)?(?:the|this|such)\s(?:limited\s)?"
    r"waivers?\s(?:shall|will)\s(?:automatically\s|immediately\s)?"
    r"(?:terminate|expire|lapse|cease|be\s(?:null|void|of\sno))",
    ENGLISH,
)
_INTRODUCES = pattern(r"\bthat\s|[;:]\s|\b(?:addressed|herein|hereof|below|above),\s", ENGLISH)
_LAST = pattern(
    r"\b(?:until|through(?:\sand\sincluding)?|(?:up\s)?to(?:\sand\sincluding)?|ending(?:\son)?|expires?\son|on\sor\sbefore|prior\sto)\s"
    r"(?:[\d:]+\s?[ap]\.?m\.?[^,]{0,30}\son\s)?(?=[A-Z\d])"
)
_FIRST = pattern(r"\b(?:from(?:\sand\safter)?|beginning(?:\son)?|commencing(?:\son)?)\s(?=[A-Z\d])")
_SUBJECT = 1200  # characters in which the subject of a verb stands


class _Ends(NamedTuple):
    """What a sentence says of the end of its waivers: where it begins to, the event, its last day."""

    lapse_at: int
    lapses_if: str | None
    last: datetime.date | None


def waivers(instrument: Instrument, every: Sequence[Sentence]) -> tuple[Waiver, ...]:
    """The waivers among the sentences of an instrument; what ends them may stand in a sentence behind."""
    text = instrument.document.reading.text
    found = []
    for turn, sentence in enumerate(every):
        words = text[sentence.start : sentence.end]
        verbs = [match for match in _WAIVES.finditer(words) if _is_waiver(words, match)]
        behind = every[turn + 1] if turn + 1 < len(every) and every[turn + 1].at == sentence.at else None
        if not verbs or sentence.is_denied(text):
            continue
        lapses = _LAPSES.search(words)
        whole = _Ends(
            lapses.start() if lapses else len(words),
            _lapse(words) or (_lapse(text[behind.start : behind.end]) if behind else None),
            day_behind(_LAST, words, 0, len(words)),
        )
        ends = [*(match.start() for match in verbs[1:]), len(words)]
        found += [
            _waiver(instrument, sentence, words, match, until, whole)
            for match, until in zip(verbs, ends, strict=True)
        ]
    return tuple(found)


def _is_waiver(words: str, verb: re.Match[str]) -> bool:
    """Whether a verb excuses from the agreement, and does not only give up a claim or assent to the instrument."""
    if says(words[max(0, verb.start() - 200) : verb.end() + 160], _NO_WAIVER) or _TO_ITSELF.match(
        words, verb.end()
    ):
        return False
    return not (
        verb[0].lower().endswith("ed") and _NONE.search(words[max(0, verb.start() - 400) : verb.start()])
    )


def _waiver(
    instrument: Instrument,
    sentence: Sentence,
    words: str,
    verb: re.Match[str],
    until: int,
    whole: _Ends,
) -> Waiver:
    after, limit = verb.end(), min(until, whole.lapse_at)
    passive = words[verb.start() : verb.end()].lower().endswith(("ed",))
    scope = _SCOPE.search(words, after, limit)
    start = _subject(words, verb.start()) if passive else scope.start() if scope else after
    end = _SCOPE_END.search(words, max(start, after), until)
    stop = verb.start() if passive and not scope else end.start() if end else until
    named = (
        _provisions(words, start, verb.start())
        if passive
        else _provisions(words, after, scope.start() if scope else stop)
    )
    return Waiver(
        at=sentence.at,
        sentence=instrument.document.span(sentence.start, sentence.end),
        provisions=named,
        scope=words[start:stop].strip(" ,;"),
        first=day_behind(_FIRST, words, after, until),
        last=day_behind(_LAST, words, after, until) or whole.last,
        lapses_if=whole.lapses_if,
    )


def _lapse(words: str) -> str | None:
    """What ends a waiver early, in the words of the sentence that says so."""
    if match := _LAPSES.search(words):
        return _ends(words, match.end()) or None
    match = _LAPSES_FIRST.search(words)
    return match["event"].strip(" ,") if match else None


def _subject(words: str, end: int) -> int:
    """Where the subject of a passive verb begins: behind the last words that introduce a clause."""
    first = max(0, end - _SUBJECT)
    starts = [match.end() for match in _INTRODUCES.finditer(words, first, end)]
    return starts[-1] if starts else first


def _provisions(words: str, start: int, end: int) -> tuple[Path, ...]:
    """The provisions whose compliance is waived, as the words between the verb and the scope name them."""
    paths = [
        path
        for found in references(words, start, end)
        for path in found.paths
        if path.section or path.part or path.term
    ]
    return tuple(
        dict.fromkeys(
            Path(None, path.part, path.section, path.term, path.steps, path.place) for path in paths
        )
    )


def _ends(words: str, start: int) -> str:
    end = re.compile(r"[;.](?=\s|$)").search(words, start)
    return words[start : end.start() if end else len(words)].strip()
