"""Waivers and consents: sentences that excuse compliance, or permit a departure, without changing a word.

In: the sentences of an instrument.  Out: each waiver with the provisions it names, its scope in its own words,
its first and last day, and what ends it early.
"""

import re
from collections.abc import Sequence

import msgspec

from conformed.basis import day_behind
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.phrases import phrases, says
from conformed.instrument import Instrument, Path, references
from conformed.instrument.numbers.ordinals import ordinal
from conformed.language.lapsing import Ends, ends, until
from conformed.language.operation import RecitedDefault, Waiver
from conformed.language.sentences.sentences import Sentence

_NOTICES = (  # which an agreement asks of its parties before it ends, and the law does not
    r"(?:any|all|the)\s(?:and\sall\s)?(?:(?!of\b)[\w-]+\s){0,2}(?:notice\s(?:requirements?|periods?)|notices?\sof\s(?:(?:his|her|its|the|such|said)\s)?(?:termination|resignation))\b"
)
_WAIVED = (
    r"(?:its|their)\srights?\sunder\s(?:section|paragraph|article)\b|compliance\swith\b|(?:the|any)\s(?:prohibitions?|restrictions?|limitations?|conditions?|covenants?)\s(?:in|of|set\sforth\sin|contained\sin)\s(?:section|paragraph|article)|(?:the|any)\srequirements?\s(?:of|in|set\sforth)\b"
    r"|the\s(?-i:(?:[A-Z][\w-]{1,20}\s){1,3}(?:Events?\sof\s)?Defaults?)\b|(?:(?:the|any)\s|(?:your|our|its|their|his|her)\s(?:\w+\s){0,2})(?:default|breach|violation|failure|events?\sof\sdefault)\b|(?:the\sprovisions\sof\s)?(?:section|paragraph|article)s?\s\d|" + _NOTICES
)
_WAIVES = pattern(
    rf"""(?:
      \b(?:hereby|agrees?\sto|do(?:es)?)\s(?:hereby\s|agree\sto\s)?(?:\([a-z]{{1,3}}\)\s)?(?:waives?|consents?(?:,\s(?:pursuant\sto|under|in\saccordance\swith)\s[^,;]{{1,80}},)?\sto)\b
    | (?<=\sand\s)(?:\([a-z]{{1,3}}\)\s)?waives?\b
    | (?:(?<=,\s)|(?<=:\s)|(?<=\)\s)|^)to\swaive\b
    | (?<!may\s)(?<!can\s)(?<!not\s)(?<!might\s)(?<!could\s)(?<!\bto\s)\bwaives?(?:(?=,\suntil\s[^;]{{1,60}}?,\s(?:{_WAIVED}))|(?:,[^,;]{{1,80}},)?\s(?={_WAIVED}))
    | \b(?:is|are|shall\sbe|be)\s(?:hereby\s)?waived\b
    | \bshall\sbe\sdeemed\s(?:to\shave\sbeen\s)?(?:satisfied|waived)\b
    | \bnotwithstanding\sthe\s(?:restrictions|limitations|prohibitions|requirements)\s(?:of|in|contained\sin|set\sforth\sin)
      (?=\s(?:section|paragraph|article)s?\b[^;]{{0,200}},\s[^,;]{{1,60}}\s(?:may|shall\s(?:be\s(?:permitted|entitled|allowed)|apply))\b)
    )""",
    re.VERBOSE | ENGLISH,
)
_CONSENTS = pattern(  # "Notwithstanding Section 5, the Lenders consent to"; who may, shall or is asked to consent does not
    r"^\W{0,3}(?P<lead>Notwithstanding\b[^;:“\"]{1,300}?,\s)?(?:[Ww]e|(?:[Tt]he|[Ee]ach|[Aa]ll|(?!(?:If|When|Where|Unless|Until|Upon|Once|Should|Whether|No|Any|Neither|None)\b)[A-Z][\w&.,’'-]+)"
    r"(?:\s(?!(?:may|shall|will|would|must|can(?:not)?|could|not|no|if|that|whether|unless|until|when|where|any|which|who|to|request\w*|agree\w*|hereby|if)\b)[\w&.,’'-]+){0,12}?)"
    r"\sconsents?\sto\b(?!\s(?:the\s|an?\s|any\s)?(?:deletion|amendment|modification|replacement|addition|change|insertion|restatement)s?\b)"
)
_NO_WAIVER = phrases(
    "representation, warrant, warrants, right to trial, right to a trial, right to jury, right to a jury, trial by jury,"
    "jury trial, claim, claims, notice of, presentment, venue, jurisdiction, shall not operate, shall not constitute, nothing in,"
    "nothing contained, nothing herein, release, defense, defenses, setoff, set off, counterclaim, counterclaims, inconvenient forum,"
    "acknowledge and consent, acknowledge and consents, acknowledges and consents, acknowledges and hereby consents,"
    "acknowledge and hereby consent, agree and consent, agrees and consents, agrees and hereby consents,"
    "agree and hereby consent, immunity, objection, process, acceptance by, may be, may not be, cannot be, shall not be,"
    "shall only be, will not be, will only be, in writing, right to appeal, right to contest, cause of action,"
    "causes of action, conferred upon, civil code, protest, rights and benefits"
)
_NOTICE = pattern(  # which a provision of the agreement requires, and the law does not
    rf"\s?{_NOTICES}|"
    r"\s(?:any|the|all)\s(?:\w+\s){0,3}notices?\b(?:[^.;]{0,120}\b(?:required|requirements?)\b[^.;]{0,40}\b(?:by|under|pursuant\sto|in|of)\s"
    r"(?:the\s(?:terms|provisions)\sof\s)?(?:such\s|said\s)?(?:section|paragraph|article|clause)s?\s\d"
    r"|\sof\s(?:such|said)\s(?:reduction|increase|extension|termination|prepayment|redetermination)\b)",
    ENGLISH,
)
_TO_ITSELF = pattern(  # behind "consents to": "the terms of this Amendment", "the foregoing Agreement"
    r"\s(?:and\s\w+\s)?(?:all\s(?:of\s)?)?(?:the\s(?:terms?|provisions|execution|making)\b[^.;]{0,60}?\s(?:of|in)\s)?"
    r"(?:this|the\s(?:foregoing|above|within))\s(?:\w+\s){0,3}?"
    r"(?:amendment|agreement|waiver|consent|modification|supplement|instrument|letter)\b",
    ENGLISH,
)
_NONE = pattern(r"(?:^|[.;]\s|\band\s)\W*(?:\w+\W+){0,3}?no\s[^.;]{0,400}$", ENGLISH)
_NOBODY = pattern(r"\b(?:no|neither|nor\sany)\s(?:[\w’'-]+\s){0,4}$", ENGLISH)  # before the verb
_ASKED = pattern(r"\brequest(?:s|ed)?\sthat\s[^.;,]{1,60}$", ENGLISH)  # before the verb
_SCOPE = pattern(
    r"\b(?:solely|only|but\sonly|to\sthe\sextent|with\srespect\sto|for\sthe\s(?:period|fiscal|quarter|sole)"
    r"|until|through)\b",
    ENGLISH,
)
_SCOPE_END = pattern(
    r";(?=\s|$)|(?<!\b[ap]\.m)(?<!\b[ap]m)\.(?=\s|$)"
    r"|,?\sprovided\b(?!,?\s(?:however,?\s|further,?\s)?that\s(?:the\s(?:foregoing|above)|this|such)\s(?:limited\s)?(?:waiver|consent)s?\s(?:shall|will|does|do|is)\snot\s)"
    r"|,?\sand\s(?:shall|will)\s(?:automatically\s|immediately\s)?(?:cease|expire|terminate|lapse)\b",
    ENGLISH,
)
_INTRODUCES = pattern(r"\bthat\s|[;:]\s|\b(?:addressed|herein|hereof|below|above),\s", ENGLISH)
_FIRST = pattern(r"\b(?:from(?:\sand\safter)?|beginning(?:\son)?|commencing(?:\son)?)\s(?=[A-Z\d])")
_FOR_A_TIME = pattern(r"\W{0,3}(?:\(?\w{1,4}[.)]\s)?(?:[Ff]or\sthe\speriod\s|[Ff]rom\s|[Uu]ntil\s)[^;]{3,120}?\b\d{4},\s(?=(?:the|each|[A-Z])\s?\w)")
_JOINS = pattern(r"[\s,;]+(?:(?:and|or)\s*)?$", ENGLISH)
_LEADS_ON = pattern(r"(?:\s(?:each\sof\s)?the\sfollowing)?:\s?")
_BEGINS_LIST = pattern(r"(?::|,|\seach\sof\sthe\sfollowing:|\sthe\sfollowing:)?\s\((?P<label>i|a|1|x|A)\)\s")
_ITEM = pattern(r"(?:[,;]\s(?:and\s)?|\sand\s)\((?P<label>\w{1,4})\)\s")
_RIGHTS = pattern(r"(?:its|their|any|all|such)\s(?:\w+\s){0,3}?(?:rights|remedies)\b")  # that come of the default before
_OF_EACH = pattern(r"\bin\seach\scase,?\s(?:until|through|solely|only|to\sthe\sextent|for)\b", ENGLISH)
_ANNEXED = pattern(r"\b(?:annexed|attached)\s(?:hereto\s)?(?:as|in|to)\s$", ENGLISH)
_NEAR = 30  # characters before an address in which it is said that it is annexed
_SUBJECT = 1200  # characters in which the subject of a verb stands


def waivers(instrument: Instrument, names: frozenset[str], every: Sequence[Sentence]) -> tuple[Waiver, ...]:
    """The waivers among the sentences of an instrument; what ends them may stand in a sentence behind.

    `names` are those of the agreement that it amends, in small letters.
    """
    text = instrument.document.reading.text
    found = []
    lead: Sentence | None = None  # "the Lenders hereby waive:", whose list stands below it
    for turn, sentence in enumerate(every):
        words = text[sentence.start : sentence.end]
        verbs = [match for match in (*_CONSENTS.finditer(words), *_WAIVES.finditer(words)) if _is_waiver(words, match)]
        if lead is not None and any(start < lead.end and end > lead.start for start, end in sentence.led_by(text)):
            if not says(words, _NO_WAIVER):
                found.append(_waiver(instrument, names, sentence, words, (0, len(words)), None, ends(words)))
            continue
        if verbs and not sentence.is_denied(text) and _LEADS_ON.fullmatch(words, verbs[-1].end()):
            lead = sentence
            verbs.pop()
        behind = every[turn + 1] if turn + 1 < len(every) and every[turn + 1].at == sentence.at else None
        if not verbs or sentence.is_denied(text):
            continue
        told = [ends(words)] if behind is None else [ends(words), ends(text[behind.start : behind.end])]
        whole = Ends(
            told[0].at,
            next((one.event for one in told if one.event), None),
            next((one.last for one in told if one.last), None),
        )
        stops = [*(match.start() for match in verbs[1:]), len(words)]
        found += [
            _waiver(instrument, names, sentence, words, piece, match.start() if _is_passive(match) else None, whole)
            for match, stop in zip(verbs, stops, strict=True)
            for piece in _pieces(words, match, stop)
        ]
    return tuple(found)


def _pieces(words: str, verb: re.Match[str], stop: int) -> list[tuple[int, int]]:
    """What a verb waives: all up to `stop`, or the items of the list to which it leads, `hereby waive (i) ..., and (ii) ...`."""
    begins = _BEGINS_LIST.match(words, verb.end(), stop)
    if begins is None or _is_passive(verb):
        return [(verb.end(), stop)]
    label, starts, ends = begins["label"], [begins.end()], []
    for item in _ITEM.finditer(words, begins.end(), stop):
        if _counts_on(label, item["label"]) and not _RIGHTS.match(words, item.end()):
            label = item["label"]
            ends.append(item.start())
            starts.append(item.end())
    if ends and _OF_EACH.search(words, starts[-1], stop):
        return [(verb.end(), stop)]  # what is said of all of them stands behind the last
    return list(zip(starts, [*ends, stop], strict=True))


def _counts_on(label: str, other: str) -> bool:
    """Whether a label is the next in the list of another."""
    return any((style, place + 1) in ordinal(other) for style, place in ordinal(label))


def of_defaults(waiver: Waiver, recited: Sequence[RecitedDefault]) -> Waiver:
    """`The Lenders hereby waive the Existing Default`: its provisions are those that the recital of this default names."""
    named = [path for one in recited if one.called and one.called in waiver.scope for path in one.provisions]
    return waiver if waiver.provisions else msgspec.structs.replace(waiver, provisions=tuple(dict.fromkeys(named)))


def _is_waiver(words: str, verb: re.Match[str]) -> bool:
    """Whether a verb excuses from the agreement, and does not only give up a claim or assent to the instrument."""
    before = max(0, verb.start() - 60)
    if _NOBODY.search(words, before, verb.start()) or _ASKED.search(words, before, verb.start()):
        return False
    if _NOTICE.match(words, verb.end()):
        return True
    if says(words[max(0, verb.start() - 200) : verb.end() + 160], _NO_WAIVER) or _TO_ITSELF.match(
        words, verb.end()
    ):
        return False
    return not (
        _is_passive(verb) and _NONE.search(words[max(0, verb.start() - 400) : verb.start()])
    )


def _is_passive(verb: re.Match[str]) -> bool:
    return verb[0].lower().endswith("ed")


def _waiver(
    instrument: Instrument,
    names: frozenset[str],
    sentence: Sentence,
    words: str,
    piece: tuple[int, int],
    passive: int | None,
    whole: Ends,
) -> Waiver:
    """What `piece` of a sentence waives; behind a `passive` verb stands only how far what is before it is waived."""
    after, stop = piece
    limit = max(after, min(stop, whole.at))
    closed = _SCOPE_END.search(words, after, limit)
    scope = _SCOPE.search(words, after, closed.start() if closed else limit)
    start = _subject(words, passive) if passive is not None else scope.start() if scope else after
    end = _SCOPE_END.search(words, max(start, after), stop)
    ended = passive if passive is not None and not scope else end.start() if end else stop
    if passive is not None:
        named = _provisions(words, names, start, passive)
    else:
        named = _provisions(words, names, after, scope.start() if scope and words[after : scope.start()].strip(" ,") else ended)
        led = _CONSENTS.match(words)
        named = named or (_provisions(words, names, *led.span("lead")) if led and led["lead"] else ())
    last, event = until(words, after, stop)
    ahead = _FOR_A_TIME.match(words)  # "For the period from May 1 through July 31, the Lenders waive"
    first = day_behind(_FIRST, words, after, stop)
    if ahead is not None and last is None and first is None:
        first, (last, event) = day_behind(_FIRST, words, 0, ahead.end()), until(words, 0, ahead.end())
    return Waiver(
        at=sentence.at,
        sentence=instrument.document.span(sentence.start, sentence.end),
        provisions=named,
        scope=_JOINS.sub("", words[start:ended].lstrip(" ,;")),
        first=first,
        last=last or whole.last,
        lapses_if=event or whole.event,
    )


def _subject(words: str, end: int) -> int:
    """Where the subject of a passive verb begins: behind the last words that introduce a clause."""
    first = max(0, end - _SUBJECT)
    starts = [match.end() for match in _INTRODUCES.finditer(words, first, end)]
    return starts[-1] if starts else first


def _provisions(words: str, names: frozenset[str], start: int, end: int) -> tuple[Path, ...]:
    """The provisions whose compliance is waived, as the words between the verb and the scope name them.

    The form of a document that is consented to, "in the form annexed hereto as Annex B", is none.
    """
    paths = [
        path
        for found in references(words, start, end)
        for path in found.paths
        if (path.section or path.part or path.term) and not _ANNEXED.search(words, max(0, found.start - _NEAR), found.start)
    ]
    return tuple(dict.fromkeys(_of_its_document(path, names) for path in paths))


def _of_its_document(path: Path, names: frozenset[str]) -> Path:
    """A provision with the document that it is of, where that is not the agreement."""
    ours = path.document is None or path.document.lower() in names
    return msgspec.structs.replace(path, document=None if ours else path.document, inner=())
