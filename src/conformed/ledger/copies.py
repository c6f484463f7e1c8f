"""Documents that carry one instrument twice: the same file, a second copy of it, or a draft beside what was signed.

In: the readings of all documents.  Out: those that are kept, and a finding for each that is left out.  Two versions that
order different things, with nothing that tells which was made, are both kept; `versions` tells that they are one instrument.
"""

from collections.abc import Hashable, Sequence

from conformed.basis import Finding, FindingKind, long_day
from conformed.language import Interpretation, Operation
from conformed.ledger.persons import of_other_persons, persons


def without_copies(reads: Sequence[Interpretation]) -> tuple[list[Interpretation], list[Finding]]:
    """The readings without second copies, of which the signed one is kept, and drafts of what was signed."""
    kept: list[Interpretation] = []
    findings: list[Finding] = []
    places: dict[Hashable, list[int]] = {}  # of those kept, by what a copy shares with one
    for read in reads:
        near = sorted({place for sign in _signs(read) for place in places.get(sign, ())})
        found = ((place, _why_out(read, kept[place])) for place in near)
        place, why = next(((place, why) for place, why in found if why), (None, ""))
        for sign in _signs(read):
            places.setdefault(sign, []).append(len(kept) if place is None else place)
        if place is None:
            kept.append(read)
            continue
        first, second = kept[place], read
        if _signed(second) > _signed(first):
            kept[place], first, second = second, second, first
        names = second.instrument.document.name, first.instrument.document.name
        findings.append(Finding(FindingKind.DUPLICATE, why.format(*names)))
    return kept, findings


def _signs(read: Interpretation) -> tuple[Hashable, ...]:
    """What two readings share of which one may be a copy or a draft of the other: the bytes, the title and day, or the number."""
    head = read.head
    numbered = ((head.kind, head.number),) if head.number is not None else ()
    return read.instrument.document.id, (head.kind, head.dated, head.title), *numbered


def versions(one: Interpretation, other: Interpretation) -> bool:
    """Whether two readings are of one instrument: of one kind and number, of no two days, that names one agreement."""
    mine, theirs = one.head, other.head
    if mine.number is None or (mine.kind, mine.number) != (theirs.kind, theirs.number):
        return False
    if len({mine.dated, theirs.dated} - {None}) > 1:
        return False
    if of_other_persons(persons(one), persons(other)):
        return False
    named = [head.amends.dated if head.amends else None for head in (mine, theirs)]
    return named[0] == named[1] and (named[0] is not None or _parties(one) == _parties(other))


def ordered(operation: Operation) -> Hashable:
    """What an operation orders, wherever it is ordered."""
    texts = (operation.new.words if operation.new else None, operation.old, operation.after, operation.before)
    words = tuple(text and " ".join(text.split()) for text in texts)
    return operation.action, operation.target, words, operation.occurrence, operation.to_end_of, operation.keys


def _why_out(read: Interpretation, first: Interpretation) -> str:
    """Why one of two readings is left out; empty where it is not."""
    if _is_same(read, first):
        copy = read.instrument.document.file == first.instrument.document.file != read.instrument.document.id
        return "{} is a second copy of an instrument in the same file; it was read once." if copy else "{} is the same document as {}; it was read once."
    if not versions(read, first):
        return ""
    dated = read.head.dated is not None and read.head.dated == first.head.dated
    called = f"{{}} bears the number{f' and day ({long_day(read.head.dated)})' if dated else ''} of {{}}"
    if _told(read) == _told(first):
        return f"{called} and orders the same; it was read once."
    if bool(_signed(read)) != bool(_signed(first)):
        return f"{called}, which is signed, and is not signed itself; it was taken for a draft and left out."
    return ""


def _is_same(read: Interpretation, other: Interpretation) -> bool:
    """Whether two documents are of the same bytes, or of the same words with other blanks."""
    one, two = read.instrument.document, other.instrument.document
    if one.id == two.id:
        return True
    alike = (read.head.kind, read.head.dated, read.head.title) == (other.head.kind, other.head.dated, other.head.title)
    return alike and one.reading.text.split() == two.reading.text.split()


def _told(read: Interpretation) -> Hashable:
    """All that an instrument orders and waives, and how much of it is not understood."""
    waived = tuple((one.provisions, " ".join(one.scope.split()), one.last) for one in read.waivers)
    return tuple(map(ordered, read.operations)), waived, len(read.findings)


def _parties(read: Interpretation) -> set[str]:
    return {" ".join(party.name.lower().split()) for party in read.parties}


def _signed(read: Interpretation) -> int:
    return sum(1 for one in read.signatures if one.signed)
