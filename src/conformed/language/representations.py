"""Representations that an instrument makes again: those of the agreement that it says are true on a day, or reaffirms.

In: the sentences of an instrument's operative part, each with what it is.  Out: each such sentence with the provisions whose
representations it remakes, its scope in its own words, the day as of which, and what it says of those that relate to an
earlier day.  What is a condition, or speaks only of the instrument's own representations, remakes none.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Head, Instrument, Path, references
from conformed.language.account import class_at
from conformed.language.operation import Accounted, Class, Representations
from conformed.language.sentences.sentences import Sentence

_STATES = {Class.REPRESENTATION, Class.TERM, Class.BOILERPLATE, Class.UNREAD}
_THEY = r"\b(?:representations?(?:,?\s(?:and|or)\swarrant(?:y|ies))?|warrant(?:y|ies)\s(?:and|or)\srepresentations?|warranties)\b"
_ARE_TRUE = (  # "are true", "is, and after giving effect to this Amendment will be, true"
    r"\b(?:is|are|was|were|remains?|continues?\sto\sbe|(?:shall|will)\s(?:continue\sto\s)?be)\b(?:(?!\s(?:is|are|was"
    r"|were)\s)[^;]){0,120}?\b(?:true|correct|accurate)\b"
)
_ARE_REMADE = (
    r"\b(?:is|are|be)\s(?:hereby\s)?(?:(?:deemed|confirmed|ratified)\s(?:and\s)?(?:to\s(?:have\sbeen|be)\s)?)?(?:hereby\s)?"
    r"(?:remade|reaffirmed|repeated|restated|renewed|republished|(?<=deemed\s)made|(?<=been\s)made|(?<=to\sbe\s)made)\b"
)
_TOLD = pattern(rf"{_THEY}(?P<of>[^;]{{0,600}}?)(?P<verb>{_ARE_TRUE}|{_ARE_REMADE})", ENGLISH)
_REMAKES = pattern(
    r"\b(?:reaffirms?|remakes?|restates?|repeats?|renews?|republish(?:es)?|reconfirms?|ratif(?:y|ies)|confirms?"
    r"|makes?(?=\s(?:each|all|the)\b))\b"
    rf"(?P<gap>[^;.]{{0,160}}?)(?P<they>{_THEY})(?P<of>[^;]{{0,240}})",
    ENGLISH,
)
_DENIED = pattern(r"\b(?:no|none|any|if|unless|whether|not|upon|accuracy|breach|failure|untrue)\b[^,;]{0,60}\Z", ENGLISH)
_UNTRUE = pattern(r"\b(?:not|nor|never|if|unless|whether|until)\b", ENGLISH)
_OWN = pattern(r"\b(?:herein|hereof|hereunder|hereby|below|above|(?:of|in|under)\sthis)\b", ENGLISH)
_OTHERS = pattern(
    r"\b(?:Loan|Credit|Financing|Operative|Transaction|Security|Note|Facility)\s(?:Documents?|Papers|Agreements?)\b"
    r"|\b(?:Agreement|Indenture|Lease|Contract|Plan|Note)\b"
)
_THIS = pattern(r"\bthis\s(?:[A-Z][\w.]*\s(?:and\s)?){0,5}?(?:Agreement|Amendment|Waiver|Consent|Supplement|Letter)\b")
_AS_OF = pattern(
    r"\b(?:as\sof|on|at|of|though|if)[,\s]\s?(?P<words>the\s(?:date|day)\s(?:hereof|of\s(?:the\s)?(?:(?:delivery|execution"
    r"|effectiveness|signing)\sof\s)?this\s(?-i:[A-Z])\w+(?:\sand\s(?-i:[A-Z]\w+)(?:\s(?-i:[A-Z]\w+))*)?)"
    r"|this\sdate\b|the\sdate\s(?:and\syear\s)?first\s[^,;.)]{0,30}?written"
    r"|the\s(?-i:(?:[A-Z][\w’'-]*\s){1,6}Date\b(?:\sand\sthe\s(?:[A-Z][\w’'-]*\s){1,6}Date\b)?))",
    ENGLISH,
)
_EARLIER = pattern(
    r"\b(?:except|unless|other\sthan|provided|with\sthe\sexception|it\sbeing\sunderstood)\b[^;]{0,300}?\b(?:earlier|prior"
    r"|specif(?:ic|ied|y)|particular|certain|another|stated|solely|other)\b[^;]{0,120}?\b(?:dates?|time|period|when\smade)\b",
    ENGLISH,
)
_OF_ANOTHER_DAY = pattern(  # that of a certificate
    r"\b(?:as\sof|on)\s(?:and\sas\sof\s)?(?:the\sdates?\sof\s(?:such|each|any|every|the)|each|any)\s[a-z]",
    ENGLISH,
)
_SCOPE_ENDS = pattern(
    r",?\sand\s(?:to\sthe\sextent|(?:all\s)?such\b|the\s(?:\w+\s){1,3}(?:additionally|also|further|hereby)\b"
    r"|(?:re)?(?:affirms?|confirms?|agrees?)\b)"
    r"|,?\s(?:with\sthe\ssame\b|as\sfully\b|on\sand\b|as\s(?:though|if)\b)|,?\s\(?(?:except|unless|other\sthan)\b|:",
    ENGLISH,
)
_GOES_ON = pattern(r",?\sand\s\([a-z]{1,3}\)\s", ENGLISH)  # the next of what is represented
_BEFORE = 200  # characters before the word that tell whether it is denied


def representations(
    instrument: Instrument, head: Head, names: frozenset[str], every: Sequence[Sentence], account: Sequence[Accounted]
) -> tuple[Representations, ...]:
    """The representations that an instrument makes again; `names` are those of the agreement, in small letters."""
    text = instrument.document.reading.text
    found: list[Representations] = []
    for sentence in every:
        words = text[sentence.start : sentence.end]
        told = _told(words)
        if told is None or class_at(account, sentence.end - 1) not in _STATES or sentence.is_denied(text):
            continue
        scope, of, behind = told
        paths = tuple(_paths(of, names))
        own = bool(_OWN.search(of) or _THIS.search(of))
        if own and not paths and not _OTHERS.search(_THIS.sub("", of)):
            continue
        if _OF_ANOTHER_DAY.search(words, behind):
            continue
        leading = " ".join(text[first:last] for first, last in sentence.led_by(text))
        as_of, saving = _as_of(words, behind, leading)
        day = _day(as_of, head)
        span = instrument.document.span(sentence.start, sentence.end)
        found.append(Representations(at=sentence.at, sentence=span, provisions=paths, scope=scope, as_of=as_of, day=day, saving=saving))
    return tuple(found)


def _told(words: str) -> tuple[str, str, int] | None:
    """The scope of what a sentence makes again, its words that say of what, and where what it says of them begins."""
    for match in _TOLD.finditer(words):
        if not _DENIED.search(words, max(0, match.start() - _BEFORE), match.start()) and not _UNTRUE.search(match["verb"]):
            return _scope(words[match.start() : match.start("verb")]), match["of"], match.end("verb")
    for match in _REMAKES.finditer(words):
        denied = _DENIED.search(words, max(0, match.start() - _BEFORE), match.start()) or _UNTRUE.search(match["gap"])
        if not denied and (_OTHERS.search(match["of"]) or not match[0].lower().startswith("make")):
            return _scope(f"{match['they']}{match['of']}"), match["of"], match.start("of")
    return None


def _scope(words: str) -> str:
    end = _SCOPE_ENDS.search(words)
    return words[: end.start() if end else None].strip(" ,.")


def _paths(of: str, names: frozenset[str]) -> Iterator[Path]:
    """The provisions of the agreement, or of another document, that words name; none of the instrument's own."""
    told: dict[Path, None] = {}
    for found in references(of):
        if not _OWN.match(of, found.end + 1) and not found.back:
            for path in found.paths:
                ours = path.document is None or path.document.lower() in names
                if path.section or path.part:
                    told[Path(None if ours else path.document, path.part, path.section, path.term, path.steps)] = None
    yield from told


def _as_of(words: str, behind: int, leading: str) -> tuple[str | None, str | None]:
    """The day as of which, in the words of the sentence or of what leads in to it; and what is saved for an earlier day."""
    saves = _EARLIER.search(words, max(0, behind - 1))
    end = saves.start() if saves else len(words)
    saving = words[saves.start() : _closes(words, saves.start())].strip(" ,;.") if saves else None
    after = words[_closes(words, saves.start()) :] if saves else ""
    for part in (words[behind:end], after, words[:behind], leading):
        told = _AS_OF.search(part)
        written = next(days(part), None)
        if told is not None:
            return " ".join(told["words"].split()), saving
        if written is not None:
            return part[written.start : written.end], saving
    return None, saving


def _closes(words: str, at: int) -> int:
    """Where what begins at a place ends: with the bracket in which it stands, else with its clause."""
    depth = 0
    goes_on = _GOES_ON.search(words, at)
    last = goes_on.start() if goes_on else len(words)
    for place in range(at, last):
        depth += {"(": 1, ")": -1}.get(words[place], 0)
        if depth < 0 or (depth == 0 and words[place] == ";"):
            return place
    return last


def _day(as_of: str | None, head: Head) -> datetime.date | None:
    """The day that words mean in an instrument, where that is known."""
    if as_of is None:
        return None
    if written := next(days(as_of), None):
        return written.day
    if re.search(r"\b(?:delivery|execution|effectiveness|signing)\b", as_of):
        return None
    if "hereof" in as_of or as_of.lower() == "this date" or "first" in as_of or re.search(r"\bof\s(?:the\s)?this\b", as_of):
        return head.dated
    known = head.effective.date if head.effective.basis in {"dated", "stated"} else None
    return known if "Effective Date" in as_of else None
