"""Changes that count from another day than their instrument, where it says so apart from them.

"Section 2 of this Amendment shall be effective as of January 1, 2022": in, what the sentences of an instrument order and say.  Out: the
operations, those of the provisions that are named with their day, and a finding for each such sentence of which that is not certain.
"""

import datetime
from collections.abc import Sequence

import msgspec

from conformed.basis import Finding, FindingKind, Span, days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Path, references
from conformed.language.operation import Action, Operation
from conformed.language.sentences.sentences import Sentence, unquoted

_OWN = r"(?:\sof\sthis\s(?:\w+\s){0,3}?(?:amendment|addendum|letter|modification|waiver|consent|supplement)|\s(?:hereof|above|herein|hereto))"
_MADE = r"the\s(?:(?:foregoing|above)\s)?(?:changes?|amendments?|modifications?)\s(?:(?:set\sforth|contained|made|described|effected|provided\sfor)\s)?(?:in|by|under|to)\s"
_NUMBERED = r"(?:sections?|paragraphs?|articles?|clauses?|items?)\s(?:[^;:“\".]|\.(?=\d)){1,100}?"
_EFFECT = pattern(
    r"(?:^\W{0,3}(?:\(?\w{1,4}[.)]\s)?|\b(?:except|provided|however,)\s(?:that|for),?\s)"
    rf"(?P<what>{_MADE}{_NUMBERED}{_OWN}?|{_NUMBERED}{_OWN}),?\s"
    r"(?:(?:which|is|are|shall|will|be|becomes?|takes?|hereby|deemed|to|have|has|been|retroactively)\s){1,6}(?:effect|effective|in\s(?:force|effect))\s"
    r"(?:retroactively\s)?(?:as\sof|on|from(?:\sand\safter)?)\s",
    ENGLISH,
)
_DEEPER = pattern(r"(?<!^)[(.]")
_ENDS = pattern(r"(?:\s\([^()]{0,60}\))?\W{0,3}$")
_DAY = 40  # characters in which a day is written
_Address = tuple[bool, str]
"""A provision of the agreement, or of the instrument itself, by its section and clauses."""
SAYS = "From when these changes count is not understood: they are shown as of the day of their instrument."


def counted_apart(
    instrument: Instrument, every: Sequence[Sentence], operations: Sequence[Operation]
) -> tuple[list[Operation], list[Span], list[Finding]]:
    """The operations with the days that sentences apart from them tell, these sentences, and what is not certain of others."""
    document, text = instrument.document, instrument.document.reading.text
    places, ordering = _places(operations), {one.sentence.start for one in operations if one.action is not Action.OVERRIDE}
    effective, timed = dict[int, datetime.date](), dict[_Address, datetime.date]()
    told, unsure = list[Span](), list[Finding]()
    for sentence in every:
        words = unquoted(text[sentence.start : sentence.end])
        match, place = _EFFECT.search(words), document.span(sentence.start, sentence.end)
        if match is None or place.start in ordering:
            continue
        written = next(days(words, match.end(), match.end() + _DAY), None)
        if written is None or written.start != match.end():
            continue  # the day of the instrument, or of conditions
        day = written.day
        named = {_address(path) for found in references(words, *match.span("what")) for path in found.paths}
        new = {turn for one in named - timed.keys() for turn in places.get(one, ())}
        alone = all(timed.get(one, day) == day for one in named) and all(effective.get(turn, day) == day for turn in new)
        if _ENDS.match(words, written.end) and named and named <= places.keys() and alone:
            timed |= dict.fromkeys(named, day)
            effective |= dict.fromkeys(new, day)
            told.append(place)
        elif operations:
            unsure.append(Finding(FindingKind.UNREAD, SAYS, (place,)))
    overrides = {one.start for one in told}  # a sentence that tells a day overrides nothing
    counted = (
        msgspec.structs.replace(one, effective=effective[turn]) if turn in effective and not (one.effective or one.waits) else one
        for turn, one in enumerate(operations)
    )
    return [one for one in counted if one.sentence.start not in overrides], told, unsure


def _address(path: Path) -> _Address:
    return path.document is not None, f"{path.section or ''}{''.join(path.steps)}"


def _places(operations: Sequence[Operation]) -> dict[_Address, list[int]]:
    """The turns of the operations that are ordered in a provision or change one, under its address and those of all that it stands in."""
    found: dict[_Address, list[int]] = {}
    for turn, one in enumerate(operations):
        for of_agreement, at in ((False, one.at or ""), (True, str(one.target))):
            for end in (*(match.start() for match in _DEEPER.finditer(at)), len(at)):
                found.setdefault((of_agreement, at[:end]), []).append(turn)
    return found
