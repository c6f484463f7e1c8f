"""Words that are printed in the paragraph of a clause and belong to what is around it.

`(c) it is dry; or (d) it burns; then the Agent may sell it. A sale is final.`: the list ends before "then", and the "or"
joins it.  A change of the last clause, or at its end, leaves such words; what is added to the list stands before them.
"""

import re
from collections.abc import Iterator

import msgspec

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.basis.stops import JOINING, stops
from conformed.instrument import ProvisionKind
from conformed.language import Action, Operation
from conformed.ledger import Entry
from conformed.version.fold import Place, fold
from conformed.version.new_text import Documents
from conformed.version.outcome import refuse
from conformed.version.passage import Passage, Run, Trail, at, cut, insert, put

_IN_SENTENCE = pattern(rf"[,;]\s*$|\s{JOINING}\s*$")
_JOINT = pattern(rf"\s(?={JOINING}\s*$)")
_CLOSED = pattern(rf"[.,;:][\"”)]*\s*$|\b{JOINING}\s*$")
_STOPPED = pattern(r"[.:][\"”)]*\s*$")
_FULL_STOP = pattern(r"\.\s*$")
_PAUSE = pattern(r"[,;]\s")
_IN_EACH = r"in\s(?:each|every|any|either)\s(?:such\s)?(?:case|event)\b"
_BEHIND = pattern(rf";\s(?=then\b|(?:and\s)?{_IN_EACH})|,\s(?=then\b)")
_IF = pattern(r"\bif\b", re.IGNORECASE)  # a clause with a condition of its own
_REST = pattern(r";\s(?!(?:and\s|or\s)?(?:provided|except|but|unless|and|or)\b)(?=[a-z])")
_ITEMS = pattern(rf";(?:\s{JOINING})?\s*$")  # of a list that semicolons divide
_PERHAPS = pattern(rf",\s(?={_IN_EACH})")  # of the list, or of its last clause
_PAUSES = pattern(r"[,;]\s(?=[a-z])")
_GAP = pattern(r"[ \t\r]*\n[ \t\r]*\n[ \t\r\n]*")
_SAME = 4  # words that show that a new text holds what stands behind the list
_WHOLE = {Action.REPLACE_PROVISION, Action.DELETE_PROVISION, Action.ADD_PROVISION}
_BRINGS = {Action.REPLACE_PROVISION, Action.ADD_PROVISION}


def bears_on_end(operation: Operation) -> bool:
    """Whether an operation takes a provision as a whole, or changes it at its end."""
    return operation.target.place is None and (
        operation.action in _WHOLE or operation.closing or operation.to_end_of is not None or operation.after == "$"
    )


def apart(root: Passage, trail: Trail, entry: Entry, documents: Documents) -> Passage:
    """The text with such words taken out of the clause at `trail`; those that its new text holds stay in it."""
    if not trail or at(root, trail).kind is not ProvisionKind.CLAUSE:
        return root
    clause, below = at(root, trail), last_of_paragraph(at(root, trail), trail)
    holder = clause if below is None else at(root, below)
    ends = _behind(root, trail, holder, entry, documents)
    begins = min((end for end in ends if not _brings(entry, _words(holder)[end:])), default=0)
    own, others = _split(holder.runs, begins, documents)
    if not begins or all(run.added != clause.added for run in others if run.struck is None and run.text.strip()):
        return root  # what was put in at the end of the clause is its own
    flush = _on_a_line_of_its_own(holder, begins, documents)
    children = clause.children if below is None else ()
    behind = Passage(
        ProvisionKind.PARAGRAPH, "", "", run_in=not flush, added=clause.added, runs=others, children=children
    )
    holder = msgspec.structs.replace(holder, runs=own, children=() if below is None else holder.children)
    return insert(put(root, below or trail, holder), trail[:-1], trail[-1] + 1, (behind,))


def _brings(entry: Entry, words: str) -> bool:
    """Whether the new text of an operation holds words that stand behind a list."""
    operation = entry.operation
    new = fold(operation.new.words) if operation.new and operation.action in _BRINGS else ""
    return fold(" ".join(words.split()[:_SAME])).rstrip(".,;") in new


def closed(restated: Passage, old: Passage, entry: Entry, documents: Documents) -> Passage:
    """A restated clause of a list that runs in with the point or comma of the old one, where its new text ends in none.

    Where the old one has commas within, words behind them may be those of the sentence, and where it ends is not certain.
    """
    new, below = entry.operation.new, last_of_paragraph(old, ())
    if not old.run_in or new is None or below is None:
        return restated
    if _STOPPED.search(new.words) or _JOINT.search(new.words):  # it ends the sentence, or another clause is to follow
        return restated
    holder = at(old, below)
    words = _words(holder)
    mark = _CLOSED.search(words)
    if mark is None:
        return restated
    if words[mark.start()] == "." and _PAUSE.search(words, 0, mark.start()):
        says = f"The new text of {old.path} does not end the sentence; whether the end of the old one stays is not certain."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)
    if _CLOSED.search(new.words):
        return restated
    _, point = _split(holder.runs, mark.start(), documents)
    last = last_of_paragraph(restated, ())
    if last is None:
        return restated
    end = at(restated, last)
    return put(restated, last, msgspec.structs.replace(end, runs=(*end.runs, *point)))


def gone_on(
    root: Passage, trail: Trail, added: Passage, entry: Entry, documents: Documents
) -> tuple[Passage, Passage]:
    """The text, and a clause that goes on in the sentence of the one at `trail`: the point between goes to its end."""
    below, last = last_of_paragraph(at(root, trail), trail), last_of_paragraph(added, ())
    mark = _FULL_STOP.search(_words(at(root, below))) if below is not None else None
    if below is None or last is None or mark is None:
        return root, added
    holder, end = at(root, below), at(added, last)
    own, point = _split(holder.runs, mark.start(), documents)
    if _STOPPED.search(_words(end)):
        own = (*own, *(msgspec.structs.replace(run, struck=entry.id) for run in point))
    else:
        added = put(added, last, msgspec.structs.replace(end, runs=(*end.runs, *point)))
    return put(root, below, msgspec.structs.replace(holder, runs=own)), added


def parted(root: Passage, place: Place, documents: Documents) -> Passage:
    """The text with what stands behind a place in the paragraph of a clause taken out of the clause."""
    clause = at(root, place.trail)
    before = (run for run in clause.runs[: place.run] if run.struck is None)
    own, others = _split(clause.runs, sum(len(run.text) for run in before) + place.end, documents)
    if not any(run.text.strip() for run in others):
        return root
    behind = Passage(ProvisionKind.PARAGRAPH, "", "", run_in=True, added=clause.added, runs=others, children=clause.children)
    root = put(root, place.trail, msgspec.structs.replace(clause, runs=own, children=()))
    return insert(root, place.trail[:-1], place.trail[-1] + 1, (behind,))


def in_sentence(passage: Passage) -> bool:
    """Whether the sentence in which a clause stands goes on behind it."""
    below = last_of_paragraph(passage, ())
    return below is not None and bool(_IN_SENTENCE.search(_words(at(passage, below))))


def _behind(
    root: Passage, trail: Trail, holder: Passage, entry: Entry, documents: Documents
) -> Iterator[int]:
    """Where words of the paragraph of a clause may begin that belong to what is around it."""
    clause, words = at(root, trail), _words(holder)
    children = at(root, trail[:-1]).children
    clauses = [one for one in children if one.kind is ProvisionKind.CLAUSE and one.struck is None]
    if clauses[-1] is not clause:
        if clause.run_in and entry.operation.action in _WHOLE and (joint := _JOINT.search(words)):
            yield joint.end()
        return
    if len(clauses) < 2 or clause.caption or not in_sentence(clauses[-2]):
        return
    yield from (
        found.end()
        for found in _PAUSES.finditer(words)
        if _on_a_line_of_its_own(holder, found.end(), documents)
    )
    if any(not one.run_in for one in holder.children if one.struck is None):
        return
    found = _BEHIND.search(words)
    if found and not (found[0][0] == "," and _IF.search(words, 0, found.start())):
        yield found.end()
    if not clause.run_in:
        return
    if _ITEMS.search(_words(clauses[-2])) and (found := _REST.search(words)):
        yield found.end()
    yield from (end for end in stops(words, 0, len(words)) if words[end:].strip())
    found = _PERHAPS.search(words)
    if found and not _brings(entry, words[found.end() :]):
        says = f"Whether “{words[found.end() :][:60]}” belongs to {clause.path} or to the whole list is not said."
        raise refuse(entry, FindingKind.AMBIGUOUS, says)


def _on_a_line_of_its_own(holder: Passage, begins: int, documents: Documents) -> bool:
    """Whether a blank line of the file, and nothing else, stands before a character of the standing words of a passage."""
    for run in holder.runs:
        if run.struck is None:
            if begins < len(run.text):
                break
            begins -= len(run.text)
    else:
        return False
    document = documents.get(run.span.document) if run.span is not None and begins else None
    if document is None or run.span is None:
        return False
    begun = document.reading.at(run.span.start)
    before, first = (document.reading.source(begun + one) for one in (begins - 2, begins))
    return bool(_GAP.fullmatch(document.text, before + 1, first))


def last_of_paragraph(passage: Passage, trail: Trail) -> Trail | None:
    """The passage that holds the last words of a paragraph; None where other paragraphs stand under it."""
    for place in range(len(passage.children) - 1, -1, -1):
        child = passage.children[place]
        if child.struck is None:
            return last_of_paragraph(child, (*trail, place)) if child.run_in else None
    return trail


def _words(passage: Passage) -> str:
    return "".join(run.text for run in passage.runs if run.struck is None)


def _split(
    runs: tuple[Run, ...], begins: int, documents: Documents
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Runs before and behind a character of their standing words, without the blanks between."""
    own: list[Run] = []
    others: list[Run] = []
    for run in runs:
        if run.struck is not None or begins <= 0:
            (others if begins <= 0 else own).append(run)
            continue
        left = run.text[:begins].rstrip() if begins <= len(run.text) else run.text
        start = begins
        while start < len(run.text) and run.text[start].isspace():
            start += 1
        own.append(cut(run, 0, len(left), documents))
        if start < len(run.text):
            others.append(cut(run, start, len(run.text), documents))
        begins -= len(run.text)
    return tuple(own), tuple(others)
