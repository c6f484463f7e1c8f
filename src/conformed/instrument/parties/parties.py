"""The parties that an instrument's preamble names.

In: a document, or a stretch of its reading.  Out: the parties in the order of the preamble, each with its
alias, role, form and jurisdiction in the words of the document.  Afterwards each party has a name of its
own; groups that are not named ("the Lenders party hereto") are none.
"""

import re
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.heading.labels import cells
from conformed.instrument.heading.opening import Opening, flat, opening
from conformed.instrument.heading.title import title
from conformed.instrument.marks import Party
from conformed.instrument.parties.collective import Entered
from conformed.instrument.parties.entity import acts, form_and_jurisdiction, general, of_alias
from conformed.instrument.parties.formerly import former_names
from conformed.instrument.parties.labelled import labelled
from conformed.instrument.parties.letter import of_letter
from conformed.instrument.parties.party_words import COMPANY
from conformed.instrument.parties.recited import defined_in_recitals
from conformed.instrument.parties.roll import enter

_CUE = pattern(
    r"\b(?:by\s+and\s+(?:between|among|amongst)|between|among|amongst|is\s+by|(?:made|entered\s+into"
    r"|executed|delivered)\b[^.;()]{0,60}?\bby(?!\s+and\s+(?:between|among))"
    r"|pursuant\s+to\s+this\s+\w+\s*,?)(?=\W)(?:\s+and\s+(?:between"
    r"|among))?(?:\s+the\s+(?:following\s+)?parties)?[\s:;,–—-]*"
    r"(?:\((?:the|this)?\s*[“\"][^”\"]{0,40}[”\"]\)[\s,]*)?",
    re.IGNORECASE,
)
_OF_AGREEMENT = pattern(r"\b(?:agreement|contract|lease)[\s,]*(?:entered\s+into\s+)?$", ENGLISH)
_READ = 12000  # characters of an opening that are read for its parties
_RECITED = pattern(
    r"\b(?:letter|agreement)\s+from\s+|\bon\s+or\s+about\s+[A-Z]\w{2,8}\s+\d{1,2},\s+\d{4},\s+|\bWHEREAS\b[,.:]?\s*(?:on\s+[^,]{0,30},(?:\s+\d{4},)?\s*)?|\b(?:by\s+and\s+)?(?:between|among)\s+|^\s*",
    ENGLISH,
)
_NO_LIST = pattern(r"Of\s|And$|P\.?\s?O\.?\sBox\b|.{1,200}\bExecuted\b")
_WHERE = pattern(r"\bwhere\b", ENGLISH)
_BETWEEN = pattern(r"\b(?:by\s+and\s+)?(?:between|among)\b[\s:]*", ENGLISH)


def parties(document: Document, start: int = 0, end: int | None = None) -> tuple[Party, ...]:
    """The parties of the instrument that stands in `start` to `end` of the reading."""
    place = opening(document, start, end)
    begin = place.preamble[0]
    words = flat(document, *place.preamble)[:_READ]
    cues = list(_CUE.finditer(words))[:8]
    named = _best(
        [enter(words, cue.end()) for cue in cues],
        [bool(_OF_AGREEMENT.search(words, max(0, cue.start() - 60), cue.start())) for cue in cues],
    )
    by_labels = labelled(document, cells(document, place))
    if len(by_labels) > 1 and sum(bool(COMPANY.search(e.name)) for e in named) < 2:
        return by_labels
    if len(named) < 2 and not place.letter:
        words = flat(document, begin, place.recitals[1])[:_READ]
        recited = [enter(words, cue.end()) for cue in list(_RECITED.finditer(words))[:8]]
        aliased = [run for run in recited if sum(bool(e.alias or e.group) for e in run) > 1]
        fuller = aliased or [run for run in recited if _is_pair(run) and not named]
        named = fuller[0] if fuller and not (named and named[0].alias) else named
    if len(named) < 2 and not place.letter and place.above and not (named and named[0].alias):
        begin, words = _titled(document, place)
        titled = [run for cue in _BETWEEN.finditer(words) if len(run := enter(words, cue.end())) > 1]
        if not titled:
            begin, words = _over(document, place)
            runs = [enter(words, cue.end()) for cue in _BETWEEN.finditer(words)]
            titled = [run for run in runs if len(run) > 1 and all(e.alias for e in run)]
        named = titled[-1] if titled else named
        begin = begin if titled else place.preamble[0]
    if any(_NO_LIST.match(entered.name) for entered in named):
        return ()  # addresses stand in the list that are not told from names
    ends = [*(one.start for one in named[1:]), len(words)]
    found = tuple(_party(document, begin, one, words[one.end : end]) for one, end in zip(named, ends, strict=False) if not _only_part(one))
    if not place.letter and (not found or (len(found) == 1 and _says_nothing(found[0]))):
        return defined_in_recitals(document, begin, place.recitals[1])
    if place.letter and len(found) < 2:
        return of_letter(document, place, found)
    return found


def _over(document: Document, place: Opening) -> tuple[int, str]:
    """The words of the lines just above the preamble, and where they begin."""
    begin = document.paragraphs[place.above[-12:][0]].start
    return begin, flat(document, begin, place.preamble[0])


def _only_part(entered: Entered) -> bool:
    """Whether what was entered is the word for a part and no name: "BETWEEN OWNER AND CONTRACTOR"."""
    if COMPANY.search(entered.name):
        return False
    if _WHERE.search(entered.name):
        return True
    part, _, of = entered.name.partition(" for ")
    told = entered.alias or entered.described
    return acts(part) and len(part.split()) < 4 and not (told and not of)


def _says_nothing(party: Party) -> bool:
    """Whether a lone name has nothing by it that would make it a party."""
    return not (party.alias or party.role or party.form or COMPANY.search(party.name))


def _is_pair(run: Sequence[Entered]) -> bool:
    """Whether a list in the recitals is short enough to be that of the parties."""
    return len(run) == 2 or (len(run) in {3, 4} and any(e.alias for e in run))


def _titled(document: Document, place: Opening) -> tuple[int, str]:
    """The words of the title, which may name the parties, and where they begin."""
    named = title(document, place).span
    if named is None:
        return place.preamble[0], ""
    begin = document.reading.at(named.start)
    return begin, flat(document, begin, document.reading.at(named.end))


def _best(runs: Sequence[Sequence[Entered]], told: Sequence[bool]) -> Sequence[Entered]:
    """The list of parties that counts, where the preamble holds several.

    It is the last that names all by aliases that another defines, else the fullest.  A list that tells
    who made the agreement that is amended (`told`) is none where it only uses aliases.
    """
    known = {alias.lower(): e for run in runs for e in run for alias in e.alias}
    for run, of_agreement in zip(reversed(runs), reversed(told), strict=True):
        if of_agreement:
            continue
        named = [known.get(e.name.lower().removeprefix("the ").strip()) for e in run]
        if len(run) > 1 and all(named) and len({id(e) for e in named}) > 1:
            return [e for e in named if e is not None]
    return max(runs, key=lambda run: (sum(bool(e.alias) for e in run), min(len(run), 2), 0), default=())


def _party(document: Document, begin: int, entered: Entered, behind: str) -> Party:
    form, jurisdiction = form_and_jurisdiction(" ".join(entered.described))
    own = next((told for alias in entered.alias if (told := of_alias(entered.name, alias))), None)
    part = entered.part or (own if own and not general(own) else None) or entered.group or own
    return Party(
        name=entered.name,
        alias=tuple(entered.alias),
        role=part,
        form=form,
        jurisdiction=jurisdiction,
        span=document.span(begin + entered.start, begin + entered.end),
        collective=tuple(dict.fromkeys(entered.collective)),
        former=former_names(behind),
    )
