"""The agreement that an instrument amends, and the instruments that amended it before.

In: a document, where its instrument opens, its title, number and day.  Out: the agreement as the preamble or
the recitals name it, and the earlier instruments in the order in which they are named.  Afterwards neither
is the instrument itself, and an amendment of another agreement is left out.
"""

import datetime
import re
from collections.abc import Sequence, Set

import msgspec

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.aimed import aimed_at
from conformed.instrument.heading.kind import AGREEMENT
from conformed.instrument.heading.labels import cells, day_told, head_of
from conformed.instrument.heading.opening import Opening, flat
from conformed.instrument.heading.recitals import CHANGING, Mention, agreements, instruments
from conformed.instrument.heading.title import Title
from conformed.instrument.heading.told import amendment_days
from conformed.instrument.marks import InstrumentKind, Named

_READ = 20000  # characters of an opening that are read for the instruments it names
_BARE = pattern(rf"{CHANGING}(?:\s+agreement)?", ENGLISH)
_THIS = pattern(r"\bthis\s(?:first\s|second\s|third\s)?$")
_CHANGES = pattern(rf"\b{CHANGING}\b", ENGLISH)
_RESTATES = pattern(r"amended\s+and\s+restated", ENGLISH)
_WAS_RESTATED = pattern(
    r"(?<!\bbe )(?<!hereby )(?<!\bis )(?<!\bare )(?:\bamended(?:\s+in\s+its\s+entirety)?\s+and\s+)?\brestated\b"
    r"(?P<told>[^;(]{0,160})"
)
_RECITED = pattern(r";|\bWHEREAS\b|[a-z)”\"]{2}\.\s+[A-Z]")  # where what is told of the agreement ends
_PLAN = pattern(r"\bmerger\b|\bplan\b")
_OF_MERGER = pattern(r"\s+and\s+plan\s+of\b", ENGLISH)
_RESTATED_TITLE = pattern(
    r"\b(?:restated|restatement\s+of)\s+(?:and\s+amended\s+)?(?:the\s+)?(?P<object>[^,;:()]{3,90}?)(?=\s+(?:by\s+and|between|among|dated)\b|[,;:(]|$)",
    ENGLISH,
)
_AMENDED_BY = pattern(r"\bamended\s+by\s+(?:(?:an?|the|that\s+certain)\s+)?$", ENGLISH)
_SUBJECT = 8  # characters in which an opening begins with the agreement: "The Employment Agreement dated ... is amended"
_CALLED = pattern(r"[^();“\"]{0,80}\([^()“\"]{0,160}[“\"]\s*(?P<term>[^”\"]{2,60}?)\s*,?[”\"]")
_LED = 40  # characters before a mention that lead to it
_BESIDE = 120  # characters behind the name of an agreement in which it is said what amended it
_LEADS = pattern(
    r"\bcertain\s*$|\b(?:into|parties to|party to|amends|amend|of|to)\s+(?:an?|the|that|your|our)\s*$"
)
_BROKEN = pattern(r"-\s+")  # a word that is broken at the end of a line
_TOLD = 1600  # characters in which an agreement is named, with who made it and when
_AIMED = 6.0  # what it weighs that the instrument calls an agreement by name where it says what it changes
_RESTATES_ALL = pattern(r"\b(?:amends\s+and\s+)?restates\s+(?:and\s+\w+\s+)?(?:in\s+its\s+entirety\s+)?(?=that\s+certain\s)", ENGLISH)


def others(
    document: Document,
    place: Opening,
    named: Title,
    kind: InstrumentKind,
    told: tuple[int | None, datetime.date | None, Set[int]],
) -> tuple[Named | None, tuple[Named, ...]]:
    """The agreement that is amended, and the instruments that are said to have amended it before.

    `told` are the instrument's own number and day, and where in its opening its days stand.
    """
    number, day, own = told
    begin = place.preamble[0]
    end = min(max(place.recitals[1], begin + 3000), place.end, begin + _READ)
    words = flat(document, begin, end)
    front = place.recitals[1] - begin
    restates = kind is InstrumentKind.RESTATEMENT
    target = _restated_object(named.words) if restates else _object(named.words)
    found = [m for m in agreements(words, own, day) if not _is_self(words, m)]
    fits = {m: _fits(words, m, target, front) for m in found}
    best = max(found, key=fits.__getitem__, default=None)
    if best is not None and (aimed := aimed_at(words, found)) and _rather(aimed, best, target):
        fits[aimed], best = fits[aimed] + _AIMED, aimed
    if restates and best is not None and not _is_restated(best, target):
        best = None  # another agreement of which the recitals speak
    if restates and best is None and (late := _restated_at_last(document, place, day)):
        return late, ()
    if (form := cells(document, place)) and (made := day_told(form, of_agreement=True)):
        return _of_form(document, head_of(form, place.above), best, made), ()
    if best is None or fits[best] < 2:
        titled = next((m for m in agreements(named.words) if not _is_self(named.words, m) and m.dated), None)
        if titled is not None:
            return Named(titled.title, None, titled.dated, named.span), ()
        return (Named(target, None, None, named.span) if target and not restates else None), ()
    earlier = [
        msgspec.structs.replace(m, dated=None) if m.dated == best.dated else m  # the day is the agreement's
        for m in instruments(words[:front], own)
        if _amended_before(words, m, number, day, best)
    ]
    listed = [
        Named(None, None, when, document.span(begin + a, begin + b))
        for a, b, when in amendment_days(words, best.end, min(front, best.stop + 200))
        if all(m.dated != when for m in earlier)
    ]
    unique: dict[object, Mention] = {}
    for m in earlier:
        key = m.number if m.number is not None else (m.dated or m.title.lower())
        if m.number is not None and m.dated is not None:
            unique.pop(m.dated, None)  # named without its number before: "the Amendment made on May 1, 2005"
        if key not in unique or (unique[key].dated is None and m.dated is not None):
            unique[key] = m
    spans = [
        Named(m.title, m.number, m.dated, document.span(begin + m.start, begin + m.end))
        for m in unique.values()
    ]
    span = document.span(begin + best.start, begin + best.end)
    return Named(best.title, None, best.dated, span, *_restated(words, best, day)), (*spans, *listed)


def _of_form(document: Document, above: Sequence[int], best: Mention | None, made: datetime.date) -> Named:
    """The agreement whose day a form tells, by the title over the form or that in its text."""
    over = [(one.start, flat(document, one.start, one.end)) for one in (document.paragraphs[n] for n in above)]
    named = next(((at, m) for at, words in over for m in agreements(words) if not _is_self(words, m)), None)
    if named is not None:
        at, mention = named
        return Named(mention.title, None, made, document.span(at + mention.start, at + mention.end))
    return Named(best.title if best else "Agreement", None, made, None)


def _restated(words: str, mention: Mention, own: datetime.date | None) -> tuple[bool, datetime.date | None]:
    """Whether an agreement is named as it was restated, and the last day on which it was, `own` left out."""
    reach = min(len(words), mention.end + 700)
    ends = _RECITED.search(words, mention.end, reach)
    found = list(_WAS_RESTATED.finditer(words, mention.end, ends.start() + 1 if ends else reach))
    told = (next((written.day for written in days(one["told"])), None) for one in found)
    return bool(found), max((day for day in told if day and day not in {own, mention.dated}), default=None)


def _rather(aimed: Mention, best: Mention, target: str | None) -> bool:
    """Whether the mention by whose name the orders go is another agreement than the likeliest, and as well told."""
    name, likely, wanted = _folded(aimed.title), _folded(best.title), _folded(target or "")
    told = aimed.dated is not None or best.dated is None
    apart = aimed.dated != best.dated or best.title.islower()
    return told and apart and (_alike(name, wanted) or not _alike(likely, wanted))


def _restated_at_last(document: Document, place: Opening, day: datetime.date | None) -> Named | None:
    """What a restatement says in its terms that it restates: "amends and restates in its entirety that certain ..."."""
    begin = place.preamble[1]
    words = flat(document, begin, place.end)
    for led in _RESTATES_ALL.finditer(words):
        said = words[led.end() : led.end() + _TOLD]
        mention = next((m for m in agreements(said, latest=day) if m.start < _LED), None)
        if mention is not None and mention.dated is not None:
            at = begin + led.end()
            return Named(mention.title, None, mention.dated, document.span(at + mention.start, at + mention.end))
    return None


def _object(words: str) -> str | None:
    """What a title says is amended: the words after "TO" or "OF"."""
    match = re.compile(
        rf"\b{CHANGING}\b(?:\s+no\s?\.)?[^.]{{0,60}}?\s(?:to|of)\s+(?:the\s+|that\s+certain\s+)?(?P<object>.+)",
        re.IGNORECASE,
    ).search(words)
    return match["object"] if match and AGREEMENT.search(match["object"]) else None


def _restated_object(words: str) -> str | None:
    """What a restatement restates: its title without the words that tell that it does."""
    match = _RESTATED_TITLE.search(words)
    return match["object"] if match else None


def _is_restated(mention: Mention, target: str | None) -> bool:
    """Whether a mention names the agreement that a restatement restates."""
    named = mention.dated is not None or not mention.title.islower()
    return named and _alike(_folded(mention.title), _folded(target or ""))


def _alike(name: str, wanted: str) -> bool:
    """Whether two titles end alike, and all words of one stand in the other: "Employment", "Executive Employment"."""
    one, other = name.split(), wanted.split()
    ends = bool(one and other) and (one[-2:] == other[-2:] or 1 in {len(one), len(other)})
    return ends and (set(one) <= set(other) or set(other) <= set(one))


def _is_self(words: str, mention: Mention) -> bool:
    before = words[max(0, mention.start - 24) : mention.start].lower()
    changes = _CHANGES.search(mention.title) and not _RESTATES.search(mention.title)
    return bool(changes or _THIS.search(before) or " this " in mention.title.lower())


def _folded(name: str) -> str:
    """A title without what two writings of it may differ in."""
    return _BROKEN.sub("-", name.lower()).rstrip("s")


def _fits(words: str, mention: Mention, target: str | None, front: int) -> float:
    """How well a mention fits as that of the amended agreement."""
    name, wanted = _folded(mention.title), _folded(target or "")
    fit = (
        3.0 * (mention.dated is not None)
        - 2.0 * (" " not in name)
        - 2.0 * (mention.start > front)
        + 2.0 * (mention.start < _SUBJECT)
        - mention.start / 20000
    )
    called = _CALLED.match(words, mention.end)
    if wanted and called and _folded(called["term"]) in {wanted, " ".join(wanted.split()[-2:])} and mention.dated:
        name = wanted  # a letter that is called the "Credit Agreement" from there on
    if wanted and len(name) > 9:
        fit += 4.0 * (name in wanted or wanted in name or _alike(name, wanted)) + 2.0 * (
            name.split()[-2:] == wanted.split()[-2:]
        )
    before = words[max(0, mention.start - 60) : mention.start].lower()
    fit -= 4.0 * bool(_PLAN.search(name) or _OF_MERGER.match(words, mention.end))
    return fit + 1.5 * bool(_LEADS.search(before))


def _amended_before(
    words: str, mention: Mention, number: int | None, day: datetime.date | None, amended: Mention
) -> bool:
    """Whether a mention names an instrument that amended the agreement before this one."""
    before = words[max(0, mention.start - 12) : mention.start].lower()
    if re.search(r"\b(?:this|these|such|any|no|further)\s*(?:\w+\s)?$", before):
        return False
    if mention.number is None and (mention.dated is None or mention.title.islower()):
        return False
    if mention.number is not None and number is not None and mention.number >= number:
        return False
    if amended.start <= mention.start < amended.end:
        return False
    told = number is not None or _AMENDED_BY.search(words, max(0, mention.start - _LED), mention.start)
    counted = mention.number is not None and told  # a number tells instruments of one day apart
    if mention.dated is not None and mention.dated in {day, amended.dated} and not counted:
        return False
    if _BARE.fullmatch(mention.title) and not re.search(r"\b(?:an?|certain|by|that|and|letter)\s*$", before):
        return False
    name, of = (
        _folded(amended.title),
        re.search(r"\s(?:to|of)\s+(?:the\s+)?(?P<object>.+?)(?:\s+and\s+.*)?$", mention.title, re.IGNORECASE),
    )
    if not of:
        before = words[max(0, mention.start - 200) : mention.start]
        follows = words[mention.end : mention.end + 9].lower().startswith((" thereto", " thereof"))
        return mention.dated is not None or follows or "amended by" in before
    between, changed = words[amended.end : mention.start], _folded(of["object"])
    if len(between) < _BESIDE and ";" not in between and _AMENDED_BY.search(between):
        changed = name
    return changed in name or name in changed or changed.split()[-2:] == name.split()[-2:] or changed == "agreement"
