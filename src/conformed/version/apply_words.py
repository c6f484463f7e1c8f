"""Words within a passage are struck, replaced or put in.

The rule: the words to be struck, and the anchors, must stand exactly as often as the sentence implies in the
provision that it names.  Otherwise nothing is changed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from conformed.basis import Candidate, FindingKind
from conformed.basis.pattern import pattern
from conformed.basis.stops import JOINING
from conformed.instrument import ProvisionKind
from conformed.language import Action, Text, reserved
from conformed.ledger import Entry
from conformed.version.anchors import CLOSED, adjacent, beside, is_defined, named, with_marks, with_signs
from conformed.version.at_once import put_in_beside
from conformed.version.fold import Folded, Place, captions_with, fold, folded
from conformed.version.labels import taken_in
from conformed.version.laid_out import in_cells, row_like
from conformed.version.names import by_itself
from conformed.version.nearest import nearest
from conformed.version.new_text import Documents, new_passages
from conformed.version.outcome import Applied, refuse
from conformed.version.passage import Passage, Trail, at, insert, standing, walk
from conformed.version.put_in import put_at
from conformed.version.said import is_a_paragraph, speaks_of_defined
from conformed.version.strike import strike

_CLOSING = pattern(r"(?<![;,.:])[;,.:]+(?:and|or)?$")  # of folded words
_STOPPED = pattern(r"[.;:][\"”')\]]{0,3}$")
_JOINED = pattern(r"[;,](?:and/or|and|or)$")  # of folded words
_JOINT = pattern(rf"\s{JOINING}$")
_JOINS = pattern(r"and|or", re.IGNORECASE)
_SENTENCE = pattern(r"[“\"]?[A-Z](?:\S{0,80}\s){5}[\s\S]*\.[”\")]*")
_NUMBERED = pattern(r"\d{1,3}\.\s+[A-Z]")  # an item of a list


def apply_words(
    root: Passage, trail: Trail, entry: Entry, documents: Documents, within: Sequence[Place] = ()
) -> Applied:
    """Apply an operation on words within the passage at `trail`, or only within some stretches of it."""
    operation = entry.operation
    if not within:
        for words in filter(None, (operation.old, operation.after, operation.before)):
            root = taken_in(root, trail, words, documents)
    text = folded(root, trail)
    if within:
        text = text.within(within)
    if operation.action is Action.INSERT_TEXT:
        return _insert(root, trail, entry, text, documents)
    assert operation.old is not None
    matches = _chosen(root, trail, entry, text, operation.old)
    longer: list[str] = []
    if operation.occurrence == 0:
        matches, longer = by_itself(text, matches, operation.old)
    if not matches:
        says = f"The words “{_short(operation.old)}” stand only within longer names, as “{longer[0]}”; whether those are meant is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    new = operation.new if operation.action is not Action.DELETE_TEXT else None
    if new is not None:
        matches = [with_signs(text, *match, new) for match in matches]
    places: list[list[Place]] = [text.places(start, end) for start, end in matches]
    for stretch in reversed(places):
        root = strike(root, stretch, entry.id, new, documents)
    trails = tuple(dict.fromkeys(place.trail for stretch in places for place in stretch))
    if operation.occurrence != 0:
        return Applied(root, trails)
    return Applied(root, trails, _stay(root, trail, entry, operation.old, longer), count=len(places))


def _stay(root: Passage, trail: Trail, entry: Entry, words: str, longer: Sequence[str]) -> str | None:
    """That words stand in captions and longer names as well, in which they stay."""
    throughout = entry.operation.action is Action.REPLACE_THROUGHOUT
    headed = captions_with(at(root, trail), words) if throughout else []
    where = [f"in the caption of {', '.join(headed[:6])}"] if headed else []
    where += [f"in longer names, as “{'”, “'.join(dict.fromkeys(longer[:3]))}”,"] if longer else []
    stay = "which stays" if len(headed) + len(longer) == 1 else "which stay"
    return f"The words “{_short(words)}” stand {' and '.join(where)} as well, {stay} as before." if where else None


def _chosen(root: Passage, trail: Trail, entry: Entry, text: Folded, words: str) -> list[tuple[int, int]]:
    """The places of words to be struck: just one, the one that is counted, or each."""
    operation = entry.operation
    matches = beside(root, trail, text, put_in_beside(root, text, text.find(words), entry), operation)
    if operation.closing:
        matches = [match for match in matches if CLOSED.fullmatch(text.text, match[1])][-1:]
    if not matches:
        where = "at the end of" if operation.closing else f"{named(operation)} in".lstrip()
        raise refuse(
            entry, FindingKind.NOT_FOUND, f"The words “{_short(words)}” do not stand {where} {called_so(root, trail)}.",
            nearest=nearest(root, trail, words),
        )  # fmt: skip
    if operation.occurrence == 0:
        if any(end > start for (_, end), (start, _) in pairwise(matches)):  # "rye rye" in "rye rye rye"
            raise several(entry, root, trail, text, words, matches)
        return matches
    if operation.occurrence is None:
        if len(matches) > 1:
            raise several(entry, root, trail, text, words, matches)
        return matches
    index = operation.occurrence - 1 if operation.occurrence > 0 else operation.occurrence
    if not -len(matches) <= index < len(matches):
        says = f"The words “{_short(words)}” stand {len(matches)} times in {called_so(root, trail)}, not often enough."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    return [matches[index]]


def several(
    entry: Entry, root: Passage, trail: Trail, text: Folded, words: str, matches: Sequence[tuple[int, int]]
) -> Exception:
    """The refusal of words that stand several times where the sentence says."""
    says = f"The words “{_short(words)}” stand {len(matches)} times in {called_so(root, trail)}, and the sentence does not say which is meant."
    found = []
    for start, end in matches[:6]:
        place = text.places(start, end)[0]
        passage = at(root, place.trail)
        run = passage.runs[place.run]
        around = run.text[max(0, place.start - 50) : place.end + 50]
        found.append(Candidate(passage.path or at(root, trail).path, " ".join(around.split()), run.span))
    return refuse(entry, FindingKind.AMBIGUOUS, says, candidates=tuple(found))


def _insert(root: Passage, trail: Trail, entry: Entry, text: Folded, documents: Documents) -> Applied:
    """Put words in after, before or between anchors, at the beginning or the end."""
    operation = entry.operation
    new = operation.new
    assert new is not None
    if operation.after == "$":
        return _at_end(root, trail, entry, new, text, documents)
    if operation.before == "^" and not operation.after:
        place = text.places(0, 1) if text.text else []
        if not place:
            raise refuse(
                entry, FindingKind.NOT_FOUND, f"{called_so(root, trail)} has no words to put others before."
            )
        return put_at(root, place[0], place[0].start, entry.id, new, documents, before=True)
    after, before = operation.after, operation.before
    if after and before:
        matches = adjacent(text, after, before)
        both = f"“{_short(after)}” and, next to it, “{_short(before)}”"
    else:
        anchor = after or before or ""
        found = text.find(anchor)
        if len(found) > 1 and speaks_of_defined(operation, documents, anchor):
            found = [match for match in found if is_defined(text, *match)] or found
        matches = [with_marks(text, *match, new) for match in found]
        both = f"“{_short(anchor)}”"
    if not matches:
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"The words {both} do not stand in {called_so(root, trail)}.",
            nearest=nearest(root, trail, after or before or ""),
        )
    index = which(operation.occurrence, matches)
    if index is None:
        if operation.occurrence is None:
            raise several(entry, root, trail, text, after or before or "", matches)
        raise refuse(
            entry,
            FindingKind.NOT_FOUND,
            f"The words {both} do not stand in {called_so(root, trail)} as often as the sentence counts.",
        )
    applied_at: list[Trail] = []
    for start, end in reversed(matches if operation.occurrence == 0 else [matches[index]]):
        behind = after and not before
        last = _behind_sentence(entry, text, end, new) if behind else start + 1
        spot = text.places(last - 1, last)[0]
        offset = spot.end if behind else spot.start
        row = at(root, spot.trail)
        if behind and _ends_row(row, spot) and in_cells(new, row, entry.id, documents):
            applied = _behind(root, spot.trail[:-1], spot.trail[-1] + 1, entry, new, documents)
        else:
            applied = put_at(root, spot, offset, entry.id, new, documents, before=not behind)
        root = applied.root
        applied_at.extend(applied.trails)
    return Applied(root, tuple(dict.fromkeys(applied_at)))


def _behind_sentence(entry: Entry, text: Folded, end: int, new: Text) -> int:
    """Where new words go behind an anchor that ends at `end`; a whole sentence goes behind the one that ends there."""
    if not _SENTENCE.fullmatch(new.words) or not text.text[end:] or text.text[end - 1] in ".;:":
        return end
    if text.text[end] not in ".;:":
        raise _in_the_midst(entry, new)
    return end + 1


def _in_the_midst(entry: Entry, new: Text) -> Exception:
    says = f"The new sentence “{_short(new.words)}” would stand in the midst of another; where it goes is not certain."
    return refuse(entry, FindingKind.AMBIGUOUS, says)


def _goes_on(root: Passage, trail: Trail, text: Folded) -> bool:
    """Whether the sentence in which a passage ends goes on behind it, in the same paragraph."""
    after = at(root, trail[:-1]).children[trail[-1] + 1 :]
    behind = next((one for one in after if one.struck is None), None)
    return behind is not None and behind.run_in and not _STOPPED.search(text.text)


def _ends_row(row: Passage, spot: Place) -> bool:
    """Whether a place is the end of a row."""
    last = max(turn for turn, run in enumerate(row.runs) if run.struck is None)
    return row.kind is ProvisionKind.ROW and (spot.run, spot.end) == (last, len(row.runs[last].text))


def which(occurrence: int | None, matches: Sequence[tuple[int, int]]) -> int | None:
    """Which of several places is counted; the only one where none is."""
    if occurrence is None:
        return 0 if len(matches) == 1 else None
    if occurrence == 0:
        return 0
    index = occurrence - 1 if occurrence > 0 else len(matches) + occurrence
    return index if 0 <= index < len(matches) else None


def _at_end(
    root: Passage, trail: Trail, entry: Entry, new: Text, text: Folded, documents: Documents
) -> Applied:
    """Put words in at the end: a sentence, and the "and" of a list, behind the last point, other words before it."""
    if not text.text:
        raise refuse(entry, FindingKind.NOT_FOUND, f"{called_so(root, trail)} has no words to add to.")
    if entry.operation.before == ":" and not text.text.endswith(":"):
        raise refuse(entry, FindingKind.NOT_FOUND, f"{called_so(root, trail)} does not end with a colon.")
    if not trail:
        says = "Where the text of the agreement ends, before what is signed or attached, is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    begins = new.words.lstrip("\"“'(")[:1]
    whole = begins.isupper() or bool(_NUMBERED.match(new.words))
    behind = entry.operation.closing and not whole and _gave_way(root, trail, entry, text)
    before_point = not behind and (entry.operation.before in {".", ";", ":"} or not whole)
    goes_on = _JOINS.fullmatch(new.words) and text.text.endswith((";", ","))
    closing = _CLOSING.search(text.text) if before_point and not goes_on else None
    end = before_joint(root, text, (closing and closing.start()) or len(text.text))
    last = text.places(end - 1, end)[0]
    if at(root, last.trail).kind is ProvisionKind.ROW:
        return _behind(root, last.trail[:-1], last.trail[-1] + 1, entry, new, documents)
    apart = _in_a_clause(root, trail, last.trail)
    if whole and not before_point and (_JOINED.search(text.text) or _goes_on(root, trail, text)):
        raise _in_the_midst(entry, new)
    if whole and not before_point and is_a_paragraph(entry.operation, documents):
        return _behind(root, trail, len(at(root, trail).children), entry, new, documents)
    if not (before_point or behind) and (apart or (last.trail != trail and at(root, last.trail).path)):
        return _behind(root, trail, len(at(root, trail).children), entry, new, documents, run_in=not apart)
    if not whole and _behind_is_gone(root, trail, last.trail):
        says = f"The last clause of {called_so(root, trail)} only keeps its number; whether what is added there goes before it is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    return put_at(root, last, last.end, entry.id, new, documents, before=False)


def before_joint(root: Passage, text: Folded, end: int) -> int:
    """The end of words without the "and" of a clause that runs in, which joins the one that follows."""
    last = text.places(end - 1, end)[0]
    passage = at(root, last.trail)
    joint = _JOINT.search(passage.runs[last.run].text, 0, last.end) if passage.run_in else None
    return end - len(fold(joint[0])) if joint else end


def _behind_is_gone(root: Passage, trail: Trail, last: Trail) -> bool:
    """Whether a clause of a passage that only keeps its number stands behind its last words, or is where they stand."""
    kept = last != trail and at(root, last).path and reserved(standing(at(root, last)))
    noted = (below for below, one in walk(at(root, trail), trail) if any(run.ours and run.struck is None for run in one.runs))
    return bool(kept) or any(below > last for below in noted)


def _gave_way(root: Passage, trail: Trail, entry: Entry, text: Folded) -> bool:
    """That the instrument took the point at the end away, or put another there; where it did not, nothing is added."""
    last = text.places(len(text.text) - 1, len(text.text))[0]
    runs = at(root, last.trail).runs
    behind = runs[last.run + 1 :] if last.end == len(runs[last.run].text) else ()
    by = (runs[last.run].added, *(run.struck for run in behind))
    if not any((one or "").rpartition("-")[0] == entry.link for one in by):
        says = f"The point at the end of {called_so(root, trail)} was not changed as the sentence says; what it adds behind it was not added."
        raise refuse(entry, FindingKind.NOT_FOUND, says)
    return True


def _in_a_clause(root: Passage, trail: Trail, last: Trail) -> bool:
    """Whether the last words of a passage stand in the paragraph of one under it, to which a sentence is not added."""
    under = (at(root, last[:depth]) for depth in range(len(trail) + 1, len(last) + 1))
    return any(one.path and not one.run_in for one in under)


def _behind(
    root: Passage, trail: Trail, place: int, entry: Entry, new: Text, documents: Documents, *, run_in: bool = False
) -> Applied:
    """Put paragraphs, or rows, under the passage at `trail`; the first may go on in the paragraph before it."""
    added = new_passages(new, at(root, trail).path, entry.id, documents)
    before = at(root, trail).children[place - 1] if place else None
    if before is not None and before.kind is ProvisionKind.ROW:
        added = tuple(row_like(before, one, documents) for one in added)
    if run_in and added:
        added = (msgspec.structs.replace(added[0], run_in=True), *added[1:])
    return Applied(
        insert(root, trail, place, added), tuple((*trail, place + turn) for turn in range(len(added)))
    )


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:77] + "..."


def called_so(root: Passage, trail: Trail) -> str:
    """What a passage is called in a finding."""
    path = at(root, trail).path
    return "the agreement" if path == "*" or not path else f"Section {path}" if path[0].isdigit() else path
