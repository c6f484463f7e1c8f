"""When the operations of a sentence are held back although its orders are read.

In: a sentence and its operations.  Out: those that count all the same, where its words bound what it orders;
none, where a mark is missing.
"""


from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Instrument
from conformed.language.operation import Action, Operation
from conformed.language.orders.rest import TOLD
from conformed.language.sentences.bounds import bounded, under_condition
from conformed.language.sentences.sentences import Sentence, unquoted

_SWALLOWED = pattern(
    r"\b(?:substitut|insert|replac|add)ing\s(?:in\s(?:lieu|place)\sthereof|therefor|it\swith)\b",
    ENGLISH,
)


def what_counts(instrument: Instrument, sentence: Sentence, read: list[Operation]) -> list[Operation] | None:
    """What counts of the operations of a sentence that is bound; None where it is not bound."""
    if read and under_condition(instrument.document.reading.text, sentence):
        return []
    overrides = [operation for operation in read if operation.action is Action.OVERRIDE]
    return overrides if _bounds(instrument, sentence, read) else None


def _bounds(instrument: Instrument, sentence: Sentence, read: list[Operation]) -> bool:
    """Whether the sentence bounds an edit that it orders, outside the text that it puts in."""
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
    return bounded(words)


def unless_swallowed(read: list[Operation]) -> list[Operation]:
    """The operations of a sentence, unless a mark that is missing makes one quotation of two, with the order between them."""
    return [] if any(one.old and _SWALLOWED.search(one.old) for one in read) else read
