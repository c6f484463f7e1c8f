"""A sentence or paragraph of a passage is restated, struck, added, or has words changed in it.

Sentences are counted over the words that stand in the passage and under it; a clause belongs to the sentence around it,
whether it runs in or stands on a line of its own; a paragraph that comes to an end ends one, and so does a table.
"""

import re
from collections.abc import Mapping, Sequence

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind, caption, defined
from conformed.language import Action, Operation
from conformed.ledger import Entry
from conformed.version.apply_rest import apply_within
from conformed.version.counted import COUNTED, back, chosen, joined, pieces_among
from conformed.version.exchange import LEADS_IN, exchange, fills, with_pieces
from conformed.version.fold import Place, folded
from conformed.version.new_text import new_passages, printed_number
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Run, Trail, at, cut, insert

_LISTED = {ProvisionKind.CLAUSE, ProvisionKind.SECTION, ProvisionKind.DEFINITION}  # what a sentence may lead in to
_STOPPED = pattern(r"[.!?:;][\"”’)\]\s]*\Z")
_POINTS = pattern(r"[\s.:–—-]*")
_CAPTION_ENDS = pattern(r"[\"”’')\]\s]{0,4}(?:[.:](?!\w)|[–—]|-{1,2}\s|\n)[\s.:–—-]*")


def apply_to_sentence(
    root: Passage, trail: Trail, entry: Entry, documents: Mapping[str, Document]
) -> Applied:
    """Apply an operation whose target is a sentence or paragraph of the passage at `trail`."""
    operation = entry.operation
    if operation.action is Action.RENUMBER:
        where = operation.new.words if operation.new else "elsewhere"
        raise refuse(entry, FindingKind.UNREAD, f"{operation.target} is to stand {where}; it was not moved.")
    place = operation.target.place or ""
    match = COUNTED.match(place)
    among = pieces_among(root, trail, place)
    if match is None or among is None:
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"Which part of the provision {operation.target} is, was not understood.",
        )
    if operation.action is Action.ADD_PROVISION:
        return _added(root, trail, entry, among, match, documents)
    if match[1].startswith("paragraph") and " of " not in place:
        _counted_surely(root, trail, entry, among, match)
    meant = chosen(among, match)
    if not meant:
        what = match[1].rstrip("s")
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"{operation.target} does not stand there: the provision has {len(among)} {what}(s).",
        )
    places = joined(root, [place for piece in meant for place in piece])
    if match[1].startswith("sentence") and not _told_by_words(root, trail, operation, places):
        last = among.index(meant[-1])
        _ends_surely(root, entry, among, 0 if match[2] else last - 1, last if match[2] else len(among) - 2)
        if meant[0] is not among[0] and defined(_words(root, meant[0])) is not None:
            says = f"{operation.target} defines a term of its own; whether it is of this provision is not certain."
            raise refuse(entry, FindingKind.AMBIGUOUS, says)
        if any(_in_a_section(root, trail, piece) for piece in meant):
            says = f"{operation.target} stands in a section of its own; whether the sentences of such sections are counted is not said."
            raise refuse(entry, FindingKind.AMBIGUOUS, says)
    if operation.action in {Action.REPLACE_PROVISION, Action.DELETE_PROVISION}:
        new = Run(operation.new.words, operation.new.span, entry.id) if operation.new else None
        if new is not None and meant[0] is among[0]:
            new = _without_head(at(root, trail), entry, new, len(meant), documents)
        if new is None or not LEADS_IN.search(new.text):
            _holds_whole_lists(root, entry, meant, takes=True)
        return exchange(root, trail, entry, [new] if new else [], places, documents)
    return apply_within(root, trail, entry, documents, places)


def _counted_surely(
    root: Passage, trail: Trail, entry: Entry, pieces: list[list[Place]], match: re.Match[str]
) -> None:
    """Refuse to count paragraphs among which clauses stand: whether they count is not said; the first and a last are sure."""
    clauses = [_in_a_clause(root, trail, piece) for piece in pieces]
    first = match[2] == "1" and match[3] is None
    last = not match[2] and not match[4] and bool(clauses) and not clauses[-1]
    if any(clauses) and not first and not last:
        says = f"Which paragraph {entry.operation.target} is, with the clauses that stand there counted or not, is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)


def _told_by_words(root: Passage, trail: Trail, operation: Operation, places: Sequence[Place]) -> bool:
    """Whether the words that an operation quotes stand once in a provision, and in what it counts, so that no count must tell."""
    words = operation.old or operation.after or operation.before
    if not words or words in {"$", "^"}:
        return False
    text = folded(root, trail)
    return len(text.find(words)) == 1 and bool(text.within(places).find(words))


def _ends_surely(root: Passage, entry: Entry, among: Sequence[list[Place]], first: int, last: int) -> None:
    """Refuse to count over a line that ends, with no point, where a caption or a page may: the sentences `first` to `last`."""
    for piece in among[max(first, 0) : last + 1]:
        end = at(root, piece[-1].trail).runs[piece[-1].run].text[: piece[-1].end]
        if piece is not among[-1] and not _STOPPED.search(end):
            says = f"“{end[-60:].strip()}” ends with no point; whether it is a sentence, and which is {entry.operation.target}, is not certain."
            raise refuse(entry, FindingKind.AMBIGUOUS, says)


def _holds_whole_lists(
    root: Passage, entry: Entry, sentences: Sequence[list[Place]], *, takes: bool = False
) -> None:
    """Refuse sentences that lead in to clauses, sections or terms and end in the midst of them: `the following: (a) A day. (b) A night.`."""
    places = [place for one in sentences for place in one]
    if not places:
        return
    first, last, taken = places[0].trail, places[-1].trail, {place.trail for place in places}
    clauses = {
        trail[:end]
        for trail in taken
        for end in range(1, len(trail) + 1)
        if trail[:end] != first[:end] and at(root, trail[:end]).kind in _LISTED
    }
    behind = {
        (*trail[:-1], turn)
        for trail in clauses
        for turn, one in enumerate(at(root, trail[:-1]).children)
        if turn > trail[-1] and one.kind in _LISTED and one.struck is None
    }
    cut_short = takes and last in clauses and not at(root, last).run_in and not fills(root, last, places)
    if cut_short or behind - clauses:
        says = f"{entry.operation.target} leads in to what stands under it and ends in the midst of that; what is to stay of it is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)


def _words(root: Passage, places: Sequence[Place]) -> str:
    return " ".join(at(root, one.trail).runs[one.run].text[one.start : one.end] for one in places)


def _in_a_clause(root: Passage, trail: Trail, piece: list[Place]) -> bool:
    below = piece[0].trail
    return any(at(root, below[:depth]).path for depth in range(len(trail) + 1, len(below) + 1))


def _in_a_section(root: Passage, trail: Trail, piece: list[Place]) -> bool:
    below = piece[0].trail
    return any(at(root, below[:depth]).kind is ProvisionKind.SECTION for depth in range(len(trail) + 1, len(below) + 1))


def _without_head(
    passage: Passage, entry: Entry, new: Run, count: int, documents: Mapping[str, Document]
) -> Run:
    """A new beginning of a provision without the number and caption that it repeats, which stay where they are."""
    target = entry.operation.target
    start = printed_number(new.text, passage.address)
    start = _POINTS.match(new.text, start).end() if start else 0  # type: ignore[union-attr]  # it may be empty
    behind = _behind_caption(new.text, start, passage.caption)
    if behind and count > 1:
        says = f"The new text of {target} repeats the caption; whether the caption was counted as a sentence is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    line = new.text.find("\n", start)
    headed = caption(new.text, start, line if line >= 0 else len(new.text))
    if headed and passage.caption and not behind and new.text[headed[1] :].strip():
        says = f"The new text of {target} bears the caption “{headed[0].strip()}”; whether it takes the place of “{passage.caption.strip()}” is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    return cut(new, behind or start, len(new.text), documents)


def _behind_caption(words: str, start: int, known: str) -> int:
    """Where the words behind a caption begin that is the same as a known one, marks and blanks aside; 0 where it is none."""
    end = start
    for letter in filter(str.isalnum, known.lower()):
        while end < len(words) and not words[end].isalnum():
            end += 1
        if words[end : end + 1].lower() != letter:
            return 0
        end += 1
    match = _CAPTION_ENDS.match(words, end) if end > start else None
    return match.end() if match else 0


def _added(
    root: Passage, trail: Trail, entry: Entry, among: list[list[Place]], match: re.Match[str], documents: Mapping[str, Document]
) -> Applied:
    """Put a new sentence or paragraph where an order counts it."""
    counted = int(match[2]) if match[2] else len(among) + 2 - back(match)
    if match[1].startswith("paragraph"):
        return _add_paragraph(root, trail, entry, among, counted, documents)
    if counted > 1:
        _ends_surely(root, entry, among, 0 if match[2] else counted - 2, counted - 2)
        _holds_whole_lists(root, entry, [*among[counted - 2 : counted - 1]])
    return _add(root, entry, among, counted, documents)


def _add(
    root: Passage, entry: Entry, pieces: list[list[Place]], count: int, documents: Mapping[str, Document]
) -> Applied:
    """Put a new sentence behind the one before it, or first."""
    new = entry.operation.new
    if new is None or not 1 <= count <= len(pieces) + 1 or not pieces:
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"The place of {entry.operation.target} was not found: there are {len(pieces)} before it.",
        )
    beside = pieces[count - 2][-1] if count > 1 else pieces[0][0]
    offset = beside.end if count > 1 else beside.start
    run = at(root, beside.trail).runs[beside.run]
    blank, words = Run(" ", None, entry.id), Run(new.words, new.span, entry.id)
    inserted = [blank, words] if count > 1 else [words, blank]
    root = with_pieces(
        root, beside, [cut(run, 0, offset, documents), *inserted, cut(run, offset, len(run.text), documents)]
    )
    return Applied(root, (beside.trail,))


def _add_paragraph(
    root: Passage, trail: Trail, entry: Entry, pieces: list[list[Place]], count: int, documents: Mapping[str, Document]
) -> Applied:
    """Put a new paragraph before the one that is counted so by now, or behind the last."""
    new, target = entry.operation.new, entry.operation.target
    if new is None or not 1 <= count <= len(pieces) + 1:
        says = f"The place of {target} was not found: there are {len(pieces)} before it."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    last = count > len(pieces)
    next_ = trail if last else pieces[count - 1][0].trail
    among_clauses = any(_in_a_clause(root, trail, piece) for piece in pieces[:count])
    if not trail or " of " in (target.place or "") or (not last and (next_ == trail or among_clauses)):
        says = f"Where the new paragraph {target} goes, with the caption or the clauses that stand there, is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    above, place = (trail, len(at(root, trail).children)) if last else (next_[:-1], next_[-1])
    added = new_passages(new, at(root, trail).path, entry.id, documents)
    if not added:
        added = (Passage(ProvisionKind.PARAGRAPH, "", "", added=entry.id, runs=(Run(new.words, new.span, entry.id),)),)
    return Applied(insert(root, above, place, added), tuple((*above, place + turn) for turn in range(len(added))))
