"""Terms that are used though their definition was struck.

In: the text, its entries and what became of them.  Out: a slip for each entry that strikes a definition whose term stands in
words older than itself, with each place.  Afterwards nothing is told of a term of one word, which may be no term where it
stands, of one that a quotation of the text holds, which may define it or a longer one, nor of the words of a longer name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from conformed.basis import Candidate, Finding, FindingKind
from conformed.basis.pattern import pattern
from conformed.instrument import ProvisionKind
from conformed.language import Action
from conformed.ledger import Entry
from conformed.version.dangling import around
from conformed.version.names import longer_name
from conformed.version.outcome import Outcome, OutcomeKind
from conformed.version.passage import Passage, Run, walk

_TERM = pattern(r"[A-Z][\w’'&/-]{0,40}(?:\s(?:(?:and|or|of|to|in|for|the)\s){0,2}[A-Z\d][\w’'&/-]{0,40}){1,8}")
_OPENED, _CLOSED = pattern(r"[“\"][^“”\"]{0,80}$"), pattern(r"[^“”\"]{0,80}[”\"]")
_SAID_WHERE = pattern(r"\s\(as\s(?:such\sterms?\s(?:is|are)\s|so\s)?defined\b")
_UNREAD = {ProvisionKind.TITLE, ProvisionKind.CONTENTS}
_BESIDE = 90  # characters beside a term that tell whether it is quoted, or part of a longer name


def undefined(root: Passage, entries: Sequence[Entry], outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """The terms left without a definition, for each entry that leaves one."""
    turns = {entry.id: turn for turn, entry in enumerate(entries)}
    struck = [entry for entry in entries if _strikes(entry, outcomes)]
    standing = [
        (passage, run)
        for _, passage in (walk(root) if struck else ())
        for run in passage.runs
        if run.struck is None and not run.ours and passage.kind not in _UNREAD
    ]
    for entry in struck:
        term = entry.operation.target.term or ""
        spelled = _spelled(term)
        if any(spelled.search(old) for old in _not_struck(entries, outcomes)):
            continue  # an order that is not applied strikes it
        first = term.split()[0]
        used = [(passage, run, match) for passage, run in standing if first in run.text for match in spelled.finditer(run.text)]
        if any(_is_quoted(run, match) for _, run, match in used):
            continue
        places = {
            passage.path: Candidate(passage.path, around(run.text, *match.span()), run.span)
            for passage, run, match in reversed(used)
            if passage.path
            and not passage.address.part
            and turns.get(run.added or "", -1) < turns[entry.id]
            and not longer_name(*_beside(run, match), term)
            and not _SAID_WHERE.match(_beside(run, match)[1])
        }
        if places:
            yield _finding(entry, term, tuple(reversed(places.values())))


def _strikes(entry: Entry, outcomes: Mapping[str, Outcome]) -> bool:
    """Whether an entry struck the definition of a term of several words."""
    target = entry.operation.target
    applied = entry.id in outcomes and outcomes[entry.id].kind is OutcomeKind.APPLIED
    whole = target.term is not None and not target.steps and not target.place and not target.part
    deletes = applied and whole and entry.operation.action is Action.DELETE_PROVISION
    return deletes and bool(_TERM.fullmatch(target.term or ""))


def _not_struck(entries: Sequence[Entry], outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """The words that entries strike which are not applied."""
    for entry in entries:
        if entry.operation.old and (entry.id not in outcomes or outcomes[entry.id].kind is not OutcomeKind.APPLIED):
            yield entry.operation.old


def _spelled(term: str) -> re.Pattern[str]:
    """A term as it is used: of one thing or of several, its words on one line or on two."""
    words = r"\s+".join(map(re.escape, term.split()))
    stem = words.removesuffix("s")
    several = rf"(?:{stem[:-1]}ies|{words})" if stem.endswith("y") else rf"{stem}(?:e?s)?"
    return re.compile(rf"(?<![\w-]){several}(?![\w-])")


def _beside(run: Run, match: re.Match[str]) -> tuple[str, str]:
    return run.text[max(0, match.start() - _BESIDE) : match.start()], run.text[match.end() : match.end() + _BESIDE]


def _is_quoted(run: Run, match: re.Match[str]) -> bool:
    before, behind = _beside(run, match)
    return bool(_OPENED.search(before) and _CLOSED.match(behind))


def _finding(entry: Entry, term: str, places: tuple[Candidate, ...]) -> Finding:
    use = "1 provision uses" if len(places) == 1 else f"{len(places)} provisions use"
    return Finding(
        FindingKind.SLIP,
        f"The definition of “{term}” was struck, and {use} the term still, since no instrument orders otherwise.",
        (entry.operation.sentence,),
        path=str(entry.operation.target),
        instrument=entry.link,
        entry=entry.id,
        candidates=places,
    )
