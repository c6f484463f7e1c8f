"""Recitals of defaults: sentences that say that a default has occurred, or that something of the agreement was not complied with.

In: an instrument with what each of its sentences is.  Out: each sentence that tells of a default that came, with the provisions
that it names, its words and what it calls the default.  What denies one, speaks of any that may come, or is put into the
agreement tells of none.
"""

import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.basis.stops import stops
from conformed.instrument import Instrument, Path, references
from conformed.language.account import class_at
from conformed.language.operation import Accounted, Class, RecitedDefault
from conformed.language.sentences.sentences import Sentence

_TELLS = {Class.TERM, Class.WAIVER, Class.BOILERPLATE, Class.REPRESENTATION, Class.UNREAD}
_DEFAULTS = r"(?:(?:events?\sof\s|unmatured\s|potential\s|technical\s)?defaults?|events?\sof\s(?:default|termination)|non-?compliance)\b"
_NAMED = pattern(  # (the "Existing Defaults"), referred to as the "Existing Default"
    r"(?:\(|\b(?:called|as)\s)[^()\"“]{0,80}[\"“](?P<name>[^\"”“\n]{0,50}?(?:Defaults?|Non-?Compliance|Violations?"
    r"|Breach(?:es)?)(?:\s[A-Z]\w+)?),?[\"”]"
)
_OCCURRED = pattern(
    rf"\b{_DEFAULTS}(?:(?!\b(?:no|not|waived|if|unless|may|might|could|would|shall|will)\b)[^;.]){{0,240}}?\b(?:(?:has|have"
    rf"|had)\s(?:\w+ly\s|also\s)?(?:occurred|arisen|existed|resulted|happened)"
    r"|(?:that|which)\s(?:occurred|arose|existed?|exists|resulted)|occurred|exists?|(?:is|are)\scontinuing|arose)\b",
    ENGLISH,
)
_FROM = pattern(  # "the Event of Default under Section 7.1 resulting from its failure to deliver"
    rf"\b(?:the|those|certain|following|each)\s(?:[A-Z]\w+\s)?{_DEFAULTS}[^;.]{{0,160}}?\b(?:arising|resulting|caused"
    rf"|(?-i:existing)|occurring)\b",
    ENGLISH,
)
_NOT_DONE = AnyOf(
    r"\b(?:has|have|had)\s(?:\w+ly\s|also\s|each\s)?(?:failed|neglected|been\sunable|breached|violated|defaulted"
    r"|not\s(?:complied|satisfied|maintained|paid|delivered|met|performed))\b",
    r"\b(?:(?<!not\s)failed|did\snot)\s(?:to\s)?(?:comply|satisfy|maintain|deliver|pay|make|meet|achieve|observe|perform"
    r"|furnish)\b",
    r"\b(?:is|are|was|were)\s(?:currently\s|also\s)?(?:not\sin\s(?:full\s)?compliance|in\s(?:default|violation|breach"
    r"|non-?compliance))\s(?:of|with|under|in)\b",
    r"(?:\b(?:the|its|their)|[’']s)\sfailure\s(?:of|by|to)\b(?:(?!\b(?:shall|will|would|(?-i:may)|any"
    r"|this)\b)[^;.]){0,300}?\bconstitutes?\b[^;.]{0,60}?\bdefault\b",
    r"(?-i:\b(?:Existing|Specified|Subject|Acknowledged|Designated|Identified"
    r"|Stated)\s(?:Events?\sof\s)?Defaults?)\b(?:(?!\b(?:not|shall)\b)[^;.]){0,160}?\bconstitutes?\b",
    r"\b(?<!not\s)(?:violated|breached)\s(?:section|article|clause|paragraph|the\b|its\b|certain\b)",
    flags=ENGLISH,
)
_HYPOTHETICAL = pattern(
    r"\b(?:no|none|nothing|neither|nor|any|if|unless|until|upon|whether|should|when|where|during|so\slong\sas"
    r"|except(?:ion)?|without|other\sthan|in\sthe\sevent|to\sthe\sextent|(?:does|do|did|has|have|had|is"
    r"|are)\snot)\b[^;]{0,120}\Z",
    ENGLISH,
)
_MAY = pattern(r"\b(?:may|might|could|would|shall|if\sany|hereafter)\b", ENGLISH)
_OWN = pattern(r"\s?(?:hereof|herein|hereto|below|above|of\sthis)\b", ENGLISH)
_BEFORE = 160  # characters before the word that tell whether it is denied
_LONG = 600  # characters in which a default is named


def defaults(
    instrument: Instrument, names: frozenset[str], every: Sequence[Sentence], account: Sequence[Accounted]
) -> tuple[RecitedDefault, ...]:
    """The defaults that an instrument recites, in the order of the text; `names` are those of the agreement, in small letters."""
    text = instrument.document.reading.text
    recited = [(*one, at, True) for start, end, at in _recitals(account) for one in _sentences(text, start, end)]
    recited += [
        (sentence.start, sentence.end, sentence.at, False)
        for sentence in every
        if class_at(account, sentence.end - 1) in _TELLS and not sentence.is_denied(text)
    ]
    found = []
    for start, end, at, recital in sorted(recited, key=lambda one: one[:2]):
        words = text[start:end]
        if (begins := _tells_of_one(words, recital=recital)) is not None:
            called = _NAMED.search(words)
            scope = words[begins:].strip(" ,;.")
            span = instrument.document.span(start, end)
            found.append(RecitedDefault(at, span, tuple(_paths(words, names, recital=recital)), scope, called["name"] if called else None))
    return tuple(found)


def _recitals(account: Sequence[Accounted]) -> Iterator[tuple[int, int, str | None]]:
    yield from ((one.start, one.end, one.at) for one in account if one.what is Class.RECITAL)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, without the blanks between them."""
    begun = start
    for stop in (*stops(text, start, end), end):
        words = text[begun:stop]
        if words.strip():
            yield begun + len(words) - len(words.lstrip()), begun + len(words.rstrip())
        begun = stop


def _tells_of_one(words: str, *, recital: bool) -> int | None:
    """Where what a sentence tells of a default that came begins; None where it tells of none."""
    for match in (*_OCCURRED.finditer(words), *_FROM.finditer(words)):
        if not _is_denied(words, match.start()) and not _MAY.search(match[0]):
            return _clause(words, match.start())
    first = _NOT_DONE.first_in(words)
    told = recital or re.search(rf"\b{_DEFAULTS}", words, ENGLISH) is not None
    if first is not None and told and not _is_denied(words, first):
        return _clause(words, first)
    named = _NAMED.search(words) if recital else None
    if named is not None and not _MAY.search(words, max(0, named.start() - _LONG), named.start()):
        return _clause(words, named.start())
    return None


def _is_denied(words: str, at: int) -> bool:
    return bool(_HYPOTHETICAL.search(words, max(0, at - _BEFORE), at))


def _clause(words: str, at: int) -> int:
    """Where the clause begins in which a place stands."""
    lead = re.compile(r"\A\W*(?:WHEREAS,?\s)?(?:and\s)?").match(words)
    return max(words.rfind("; ", 0, at) + 2 if "; " in words[:at] else 0, lead.end() if lead else 0)


def _paths(words: str, names: frozenset[str], *, recital: bool) -> Iterator[Path]:
    """The provisions of the agreement, or of another document, that a sentence names; of the operative part none of its own."""
    told: dict[Path, None] = {}
    for found in references(words):
        if _OWN.match(words, found.end) or found.back:
            continue
        for path in found.paths:
            if (path.section or path.part) and (path.document is not None or recital):
                ours = path.document is None or path.document.lower() in names
                told[Path(None if ours else path.document, path.part, path.section, path.term, path.steps)] = None
    yield from told
