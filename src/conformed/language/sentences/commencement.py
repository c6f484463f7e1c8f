"""From when an order counts, where its sentence says so, or what leads to the list in which it stands.

In: the sentence of an order.  Out: the day that it states, directly ("effective May 1, 2020") or by a name that the
instrument gives a day ("from and after the Effective Date"); what it waits for, where the name is of no day.
"""

import bisect
import datetime
import operator
import re
from collections.abc import Sequence

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path, Provision, reference
from conformed.language.sentences.sentences import Lead, Sentence, unquoted
from conformed.language.sentences.wording import CHANGES

_DAY = r"(?P<day>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|\d))"
_NAME = r"(?<=the\s)(?P<name>(?-i:[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,8}?\s(?:Date|Time)))\b"
_HAPPENS = r"(?:date|day)\s(?:(?:up)?on\swhich|that|when)\b"
_DATED = rf"(?P<event>the\s(?:first\s)?{_HAPPENS}[^,;]{{3,160}})"
_WHEN = rf"(?:(?:the\s)?(?:{_DAY}|{_NAME})|{_DATED})"
_CHANGES_SOMETHING = (  # the subject of an order
    r"(?:the\s|all\s|each\s)?(?:\w+\s(?:of|in)\s(?:the\s)?)?(?:(?:sub-?)?section|paragraph|article|clause|exhibit|schedule|annex|definition|word|phrase"
    r"|(?:[A-Z][\w-]*\s){0,3}(?:agreement|lease|contract|note))s?\b"
)
_EFFECTIVE = pattern(
    r"(?:(?<!\bwas\s)(?<!\bwere\s)(?<!\bbecame\s)(?<!\bdated\s)(?<!\bdated\sand\s)(?<!greement\s)(?<!mendment\s)(?<!\blease\s)\beffective\s(?:retroactive(?:ly)?\s(?:to\s|from\s)?)?(?:as\s(?:of|on|from)|at(?=\sthe\s)|(?:at\s[^,;.()]{1,30}?\s)?(?:up)?on|from(?:\sand\safter)?|and\safter)?\s?"
    r"|(?<!\beffective\s)\bretroactive(?:ly)?\s(?:to|as\sof|from)\s"
    r"|\b(?:is|are|be)\s(?:(?:hereby|further|deemed)\s){0,2}(?:amended|modified|deleted|replaced|revised)(?:\sand\srestated)?(?:\sin\s(?:its|their)\sentirety)?,?"
    r"\s(?:as\sof|on|(?:from|on)\sand\safter|with\seffect\s(?:from|as\sof|on))\s)"
    rf"(?:\([^()]{{1,60}}\)\s)?{_WHEN}",
    ENGLISH,
)
_AT_ITS_HEAD = pattern(
    r"(?:^\W{0,2}(?:\(?\w{1,4}[.)]\s)?|\bthat,?\s)"
    rf"(?:(?:from|on)\sand\safter|as\sof|(?:beginning|commencing|starting)(?:\s(?:on|as\sof|with|from))?"
    rf"|(?:on|as\sof)(?=\s[^,;:“\"]{{3,20}},?\s\d{{4}},\s{_CHANGES_SOMETHING}))\s{_WHEN}",
    ENGLISH,
)
OF_EVENT = pattern(  # "shall commence work effective May 1": the day of what is ordered, and not of the order
    r"\b(?:shall|will|to)\s(?:\w+\s){0,3}?(?:commence|begin|start|cease|end|terminate|expire|resign|retire|vest|mature|lapse)\b[^.;:,]{0,120},?\s?$",
    ENGLISH,
)
_HINGES = pattern(  # "Conditioned upon the closing of the sale, Section 4 is": of that order alone
    r"(?:^\W{0,2}(?:\(?\w{1,4}[.)]\s)?(?:effective\s[^;:“\"]{3,120}?,?\s(?:and|but)\s)?|,\s(?:and\s|but\s)?|\b(?:shall|will|is|are|be)\s)(?:subject\sto\sand\s)?(?:expressly\s)?"
    r"(?:condition(?:ed|al)|contingent)\s(?:up)?on\s(?P<event>[^;:“\"]{3,1000}?)"
    r"(?=,\s(?:(?:sub-?)?section|paragraph|article|clause|exhibit|schedule|annex|the|each|all|such|(?:hereby\s)?(?:be|is|are)\b|[“\"])|[;:]|$)",
    ENGLISH,
)
_COMES = (  # an event that is still to come
    r"(?:effective,?\s(?:(?:as\sof|(?:up)?on),?\s(?:and\s)?only\s|only\s)?)?"
    r"(?P<moment>immediately\s(?:prior\sto|before)|(?:immediately\s)?(?:(?:up)?on,?|at|following|after|(?<=effective\s)as\sof)|(?:simultaneously|concurrently)\swith)\s"
    r"(?:and\s(?:after|subject\sto)\s)?(?P<event>(?:(?:the|such|said)\s)?(?:closing|consummation|completion|implementation|merger|payout)\b(?!\sdate\b)"
)
_CALLED = r"(?:\s\([^()“]{0,20}“·*”\))?"  # the name that it gets
_UPON = pattern(  # "Upon the closing of the sale, Section 4 is"
    rf"^\W{{0,3}}(?:\(?\w{{1,5}}[.)]\s){{0,2}}{_COMES}[^;:“\"]{{0,400}}?){_CALLED}"
    r"(?=,\s|[;:]|(?<!\bin)(?<!\bof)(?<!\bto)(?<!\bunder)\s(?:sub-?)?(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\d(]|$)",
    ENGLISH,
)
_UPON_NAMED = pattern(  # "Upon the satisfaction of the conditions in Section 3(b) (the "Toll Date"), Section 4 is": those of a day of its own
    r"^\W{0,3}(?:\(?\w{1,5}[.)]\s){0,2}(?P<moment>upon|following|after)\s"
    r"(?P<event>(?:the\s)?(?:satisfaction|fulfil+ment|occurrence|receipt)\b[^;:“\"]{0,400}?)\s\((?:the|such)\s[“\"]·*[”\"]\)(?=,\s)",
    ENGLISH,
)
_THAT_UPON = pattern(rf"\b(?:that|and),?\s{_COMES}[^,;:“\"]{{0,200}}?){_CALLED}(?=,?\s{_CHANGES_SOMETHING})", ENGLISH)
_AT_ITS_END = pattern(
    r"(?<!\bperiod\s)(?<!\bterm\s)(?:(?<=\bper\syear\s)|(?<!\byear\s))(?<!\byears\s)(?<!\bmonths\s)(?<!\bquarter\s)"
    rf"\b(?:beginning|commencing|starting|from\sand\safter)\s(?:on\s|as\sof\s|with\s)?{_DAY}[^.;,]{{0,20}},?\s\d{{4}}\W{{0,3}}$",
    ENGLISH,
)
_SCOPE = pattern(  # of a lead: the clauses for which it counts, or for which it does not
    r"\b(?:(?P<but>with\sthe\sexception\sof|except(?:ing)?(?:\s(?:for|as\sto|with\srespect\sto|in\s(?:the\scase|respect)\sof))?|other\sthan|excluding)"
    r"|as\sto|with\srespect\sto|in\s(?:the\scase|respect)\sof)\s(?:the\samendments?\s(?:set\sforth\s|contained\s|made\s)?(?:in|by)\s)?",
    ENGLISH,
)
_AT = 40  # characters in which a day is written
_BEFORE = 200  # characters before the name of a day in which the day, or the event that it waits for, is told
_OF_ITS_OWN = pattern(
    r"\b(?:hereof|above|of\sthis|below)\b[^.;]{0,40}$"
    r"|(?<!\bof\s)(?<!\bin\s)(?<!\bby\s)\bthis\s(?:\w+\s){0,3}(?:amendment|consent|waiver|agreement|addendum|letter|supplement)\s(?:shall|will)\s"
    r"(?:be\sand\s)?(?:become|be|take)\s(?:effect|effective|operative)\b[^.;]{0,160}$",
    ENGLISH,
)
_EVENT = pattern(
    rf".{{0,200}}(?<!\w)(?<!\bthe\s)(?<!\bfirst\s)(?P<event>(?:the\s(?:first\s)?)?{_HAPPENS}[^.;]+)$"
)


Told = tuple[datetime.date | None, str | None]  # the day from which an order counts, and what it waits for
_NOTHING: Told = (None, None)
_UNSETTLED: Told = (None, "waits for a day that is not settled: the instrument tells several")


class Commencement:
    """From when the orders of a sentence count; its words are read once, however many orders it has."""

    def __init__(self, instrument: Instrument, sentence: Sentence) -> None:
        self.instrument, self.sentence = instrument, sentence
        self._told: dict[bool, list[tuple[int, Told]]] = {}

    def of(self, order: int, *, effect: bool) -> Told:
        """From when the order that begins at `order` counts; `effect` tells that it tells an effect and edits no text."""
        if effect not in self._told:
            self._told[effect] = self._read(effect=effect)
        pieces = self._told[effect]
        return pieces[max(bisect.bisect_right(pieces, order, key=operator.itemgetter(0)) - 1, 0)][1]

    def _read(self, *, effect: bool) -> list[tuple[int, Told]]:
        """Where each piece of the sentence begins that tells another day, and what it tells, or what leads to it does."""
        text, start = self.instrument.document.reading.text, self.sentence.start
        words = unquoted(text[start : self.sentence.end])
        led = [_led(self.instrument, lead) for lead in self.sentence.leads(text)]
        return [(start + begun, _with_leads(told, led)) for begun, told in self._pieces(words, effect=effect)]

    def _pieces(self, words: str, *, effect: bool) -> list[tuple[int, Told]]:
        pieces = _pieces(words)
        told = [_stated(self.instrument, words[slice(*piece)], effect=effect) for piece in pieces]
        if len(set(told)) == 1:
            return [(0, _stated(self.instrument, words, effect=effect))]
        if CHANGES.search(words, 0, _EFFECTIVE.search(words).start()):  # type: ignore[union-attr]
            return [(0, _UNSETTLED)]
        # "effective May 1, Section 4 is deleted, and effective June 1, Section 5 is"
        return [(begun, one) for (begun, _), one in zip(pieces, told, strict=True)]


def _with_leads(told: Told, leads: Sequence[Told]) -> Told:
    """What a sentence tells, and what leads to the lists in which it stands."""
    for led in leads:
        if told == _NOTHING or (told[1] is None and led[1] is not None):
            told = led  # a day of its own does not undo what the lead waits for
    return told


def upon(words: str) -> re.Match[str] | None:
    """The event that a sentence, what is quoted in it blanked out, tells before its order as that for which it waits."""
    verb = CHANGES.search(words)
    return _UPON.match(words) or _UPON_NAMED.match(words) or (_THAT_UPON.search(words, 0, verb.start()) if verb else None)


def _led(instrument: Instrument, lead: Lead) -> Told:
    """What leads to a list tells, for the clauses that it names where it names them."""
    found = set()
    for words in map(unquoted, lead.words):
        for piece in _pieces(words):
            told = _stated(instrument, words[slice(*piece)], effect=False)
            reaches = _reaches(words[slice(*piece)], lead)
            if reaches is not False:
                found.add(_UNSETTLED if reaches is None and told != _NOTHING else told)
    return found.pop() if len(found) == 1 else _UNSETTLED if found else _NOTHING


def _pieces(words: str) -> list[tuple[int, int]]:
    """The words of a sentence parted where it tells another day."""
    begun = [match.start() for match in _EFFECTIVE.finditer(words)]
    return list(zip([0, *begun[1:]], [*begun[1:], len(words)], strict=True))


def _reaches(words: str, lead: Lead) -> bool | None:
    """Whether the words that lead to a list count for the clause; None where they name what does not stand in it."""
    only: list[bool] = []
    but: list[bool] = []
    for match in _SCOPE.finditer(words):
        named = reference(words, match.end())
        if named is None:
            continue
        clauses = [_labels(path) for path in named.paths]
        if not all(clauses) or not all(_stands(lead.holder, clause) for clause in clauses):
            return None
        within = any(lead.labels[: len(clause)] == clause for clause in clauses)
        (but if match["but"] else only).append(within)
    return not any(but) and (any(only) or not only)


def _labels(path: Path) -> tuple[str, ...]:
    """The labels of a clause of the instrument's own; none of what is of another document or no clause."""
    elsewhere = path.document or path.part or path.term or path.place
    return () if elsewhere else (*((path.section,) if path.section else ()), *path.steps)


def _stands(holder: Provision, labels: tuple[str, ...]) -> bool:
    return not labels or any(
        one.label == labels[0] and _stands(one, labels[1:]) for one in holder.children
    )


def _stated(instrument: Instrument, words: str, *, effect: bool) -> Told:
    """What the words of a sentence tell, what is quoted blanked out."""
    verb = CHANGES.search(words)
    match = _HINGES.search(words, 0, verb.start()) if verb else _HINGES.match(words)
    match = match or upon(words) or _EFFECTIVE.search(words) or _AT_ITS_HEAD.search(words)
    match = match or (_AT_ITS_END.search(words) if effect else None)
    if match is None or (effect and OF_EVENT.search(words, 0, match.start())):
        return _NOTHING
    told = match.groupdict()
    if name := told.get("name"):
        return _named(instrument, name)
    if event := told.get("event"):
        before = f"the time {moment} " if (moment := told.get("moment") or "").endswith(("prior to", "before")) else ""
        return None, f"waits for {before}{event}"
    begun = match.start("day")
    written = next(days(words, begun, begun + _AT), None)
    return (written.day if written and written.start == begun else None), None


def _named(instrument: Instrument, name: str) -> Told:
    """The day that has a name in the instrument's own words, or what tells that day.

    The day of the instrument itself is neither: its orders count from it without being told.
    """
    told = _told(instrument, name)
    found = {
        written.day for before in told for written in list(days(before))[-1:] if written.end == len(before)
    }
    if len(found) == 1 and len(found) == len(told):
        return found.pop(), None
    if told and all(_OF_ITS_OWN.search(before) for before in told):
        return None, None
    event = next((match["event"] for before in told if (match := _EVENT.match(before))), None)
    return None, f"waits for the {name}" + (f": {event}" if event else "")


def _told(instrument: Instrument, name: str) -> list[str]:
    """The words before each place where the instrument, for itself, gives something a name: `May 1, 2020 (the "Start Date")`."""
    text = instrument.document.reading.text
    spaced = r"\s".join(map(re.escape, name.split()))
    named = re.compile(rf"[\s,]{{0,2}}\((?:(?:the|this|such)\s)?[“\"]{spaced},?[”\"]")
    return [
        " ".join(text[max(0, match.start() - _BEFORE) : match.start()].split())
        for match in named.finditer(text)
        if not any(quotation.start <= match.start() < quotation.end for quotation in instrument.set_off)
    ]
