"""Changes that count from another day than their instrument, where it says so apart from them.

"Section 2 of this Amendment shall be effective as of January 1, 2022": in, what the sentences of an instrument order and say.  Out: the
operations, those of the provisions that are named with their day, and a finding for each such sentence of which that is not certain.
"""

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
_ENDS = pattern(r"(?:\s\([^()]{0,60}\))?\W{0,3}$")
_DAY = 40  # characters in which a day is written
SAYS = "From when these changes count is not understood: they are shown as of the day of their instrument."


def counted_apart(
    instrument: Instrument, every: Sequence[Sentence], operations: Sequence[Operation]
) -> tuple[list[Operation], list[Span], list[Finding]]:
    """The operations with the days that sentences apart from them tell, these sentences, and what is not certain of others."""
    document, text = instrument.document, instrument.document.reading.text
    found, told, unsure = list(operations), list[Span](), list[Finding]()
    ordering = {one.sentence.start for one in operations if one.action is not Action.OVERRIDE}
    for sentence in every:
        words = unquoted(text[sentence.start : sentence.end])
        match, place = _EFFECT.search(words), document.span(sentence.start, sentence.end)
        if match is None or place.start in ordering:
            continue
        written = next(days(words, match.end(), match.end() + _DAY), None)
        if written is None or written.start != match.end():
            continue  # the day of the instrument, or of conditions
        named = [path for one in references(words, *match.span("what")) for path in one.paths]
        turns = [[turn for turn, one in enumerate(found) if _is_of(one, path)] for path in named]
        if _ENDS.match(words, written.end) and turns and all(turns):
            for turn in (turn for some in turns for turn in some if not (found[turn].effective or found[turn].waits)):
                found[turn] = msgspec.structs.replace(found[turn], effective=written.day)
            found = [one for one in found if one.sentence.start != place.start]  # nor does it override what it tells the day of
            told.append(place)
        elif operations:
            unsure.append(Finding(FindingKind.UNREAD, SAYS, (place,)))
    return found, told, unsure


def _is_of(operation: Operation, path: Path) -> bool:
    """Whether an operation is ordered in a provision of the instrument, or changes one of the agreement where that is named."""
    at = str(operation.target) if path.document else operation.at or ""
    address = f"{path.section or ''}{''.join(path.steps)}"
    return bool(address) and (at == address or at.startswith((f"{address}(", f"{address}.")))
