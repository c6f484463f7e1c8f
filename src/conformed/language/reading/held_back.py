"""When the operations of a sentence are held back although its orders are read.

In: a sentence and its operations, and what the parties are called.  Out: those that count all the same, where its words
bound what it orders, or oblige a party to change something later; none, where a mark is missing.
"""
from collections.abc import Sequence

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument, Party
from conformed.language.operation import Action, Operation
from conformed.language.orders.rest import TOLD
from conformed.language.sentences.bounds import EDITS, bounded, under_condition
from conformed.language.sentences.sentences import Sentence, unquoted

_SWALLOWED = pattern(
    r"\b(?:substitut|insert|replac|add)ing\s(?:in\s(?:lieu|place)\sthereof|therefor|it\swith)\b",
    ENGLISH,
)
_DUTY = pattern(rf"\s(?:shall|will|must|is\sto|are\sto)\s(?:also\s|thereafter\s|promptly\s)?(?:{EDITS})\s", ENGLISH)


def called_by(named: Sequence[Party]) -> tuple[str, ...]:
    """What parties are called, in small letters: by their names, with and without what they are, aliases and roles."""
    names = (name for party in named for name in (party.name, party.name.partition(",")[0], *party.alias, party.role) if name)
    return tuple(dict.fromkeys(f" {' '.join(name.lower().split())}" for name in names))


def what_counts(instrument: Instrument, sentence: Sentence, read: list[Operation], parties: tuple[str, ...]) -> list[Operation] | None:
    """What counts of the operations of a sentence that is bound; None where it is not bound."""
    if read and under_condition(instrument.document.reading.text, sentence):
        return []
    overrides = [operation for operation in read if operation.action is Action.OVERRIDE]
    return overrides if _bounds(instrument, sentence, read, parties) else None


def _bounds(instrument: Instrument, sentence: Sentence, read: list[Operation], parties: tuple[str, ...]) -> bool:
    """Whether the sentence bounds an edit that it orders, or makes it a duty, outside the text that it puts in."""
    if all(operation.action is Action.OVERRIDE for operation in read):
        return False
    reading = instrument.document.reading
    words = unquoted(reading.text[sentence.start : sentence.end])
    put_in = [operation.new for operation in read if operation.action is not Action.RENUMBER]
    for new in filter(None, put_in):
        start, end = (reading.at(place) - sentence.start for place in (new.span.start, new.span.end))
        if 0 <= start < end <= len(words):
            words = words[:start] + "·" * (end - start) + words[end:]
    if any(one.to_end_of for one in read):
        words = TOLD.sub("·", words)
    return bounded(words) or _obliges(words, parties)


def _obliges(words: str, parties: tuple[str, ...]) -> bool:
    """Whether a party is to change something later: `Alder shall amend Section 5`."""
    before = (f" {words[: duty.start()]}".lower().rstrip(" ,") for duty in _DUTY.finditer(words))
    return any(one.endswith(parties) for one in before)


def unless_swallowed(read: list[Operation]) -> list[Operation]:
    """The operations of a sentence, unless a mark that is missing makes one quotation of two, with the order between them."""
    return [] if any(one.old and _SWALLOWED.search(one.old) for one in read) else read
