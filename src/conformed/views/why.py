"""The history of a provision, or of a phrase in it, told as a lawyer would tell it.

In: a page, the provisions that are asked for, and the phrase.  Out: a text: the words as they stand, where they came from,
and each instrument that changed them, with its day, its page, the sentence that orders the change, the words that it
struck and those that it put in.  Afterwards no entry that bears on the provision is passed over, also one that could
not be applied, nor a sentence that names it.
"""

import datetime
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from conformed.basis import long_day
from conformed.version.fold import fold
from conformed.views.lines import folded, short
from conformed.views.page import Page, PageEntry, PageNote, PageProvision, PageRun, PageWaiver
from conformed.views.places import place, where
from conformed.views.to_text import table
from conformed.views.told import AWAITS

_OF_TABLES = {"replace_entries", "delete_entries", "add_entries"}
_LONG = 400  # characters of a text that a history quotes whole


class Run(msgspec.Struct, frozen=True):
    """A run of the page that a history speaks of; `head` tells that it is a number or a caption."""

    provision: PageProvision
    run: PageRun
    head: bool = False


class Asked(msgspec.Struct, frozen=True):
    """What a history is asked of: the paths of provisions, and their words as they stand.

    `called` is the address they bore before `moved`, the entry that gave them another number.
    """

    paths: tuple[str, ...]
    standing: str
    called: str | None = None
    moved: str | None = None


def why(page: Page, asked: Sequence[Asked], phrase: str | None) -> str | None:
    """The history of provisions, and of all under them; None where the phrase stands nowhere in them."""
    told = [history for one in asked if (history := _history(page, one, phrase)) is not None]
    return "\n".join(told) if told else None


def _history(page: Page, asked: Asked, phrase: str | None) -> str | None:
    ids = _under(page, asked.paths)
    within = [one for one in page.provisions if one.id in ids]
    every = [run for one in within for run in _runs(one) if run.run.text.strip() or run.run.lacuna]
    runs = every if phrase is None else _holding(page, every, phrase)
    if phrase is not None and not runs:
        return None
    told = {entry for one in runs for entry in (one.run.added, one.run.struck) if entry}
    if phrase is None:
        told |= {entry for one in within for entry in (one.added, one.struck) if entry}
        told |= {entry.id for entry in page.entries if ids & set(entry.provisions)}
        shown = asked.standing.strip() or "No word of it stands any more."
    else:
        shown = _joined([one for one in runs if one.run.struck is None], every, None)
        shown = "\n".join(_set(shown or "These words do not stand any more."))
    head = where(within[0].path) + (f": “{phrase}”" if phrase else "")
    lines = [
        *_moved(page, asked),
        head,
        "",
        shown,
        "",
        *_origin(page, runs),
        *_changes(page, told, ids, every),
    ]
    return "\n".join(lines) + "\n"


def _moved(page: Page, asked: Asked) -> Iterator[str]:
    """What became of the number that was asked for."""
    entry = next((one for one in page.entries if one.id == asked.moved), None)
    if entry is None or asked.called is None:
        return
    by = next(one.title for one in page.instruments if one.id == entry.instrument)
    since = f" from {long_day(entry.effective)}" if entry.effective else ""
    yield from folded(f"{where(asked.called)} got another number by {by}{since}: {where(asked.paths[0])}.")
    yield ""


def _under(page: Page, paths: Collection[str]) -> set[str]:
    """The ids of the provisions of some paths and of all that stands under them."""
    found = {one.id for one in page.provisions if one.path in paths}
    for one in page.provisions:  # in the order of the text: what is around stands before what is in it
        if one.parent in found:
            found.add(one.id)
    return found


def _runs(one: PageProvision) -> Iterator[Run]:
    """All words of a provision: its numbers, its caption, and its own words."""
    yield from (Run(one, run, head=True) for run in one.numbers)
    for words in (None if one.numbers else one.number, one.heading):
        if words:
            yield Run(one, PageRun(words, None, None, one.added, one.struck, None, ours=False), head=True)
    yield from (Run(one, run) for run in one.runs)


def _holding(page: Page, every: Sequence[Run], phrase: str) -> list[Run]:
    """The runs that hold the words of a phrase, at each place, in the last state of the text in which they stood.

    Capital letters count, unless the phrase never stood as it is written.
    """
    wanted = re.escape(fold(phrase))
    turns = [entry.id for entry in page.entries]
    for flags, count in itertools.product((re.NOFLAG, re.IGNORECASE), range(len(turns), -1, -1)):
        made = set(turns[:count])
        state = [
            one
            for one in every
            if (one.run.added is None or one.run.added in made) and one.run.struck not in made
        ]
        words = [fold(one.run.text) for one in state]
        if spots := [match.span() for match in re.finditer(wanted, "".join(words), flags)] if wanted else []:
            ends = itertools.accumulate(map(len, words))
            return [
                one
                for one, end, word in zip(state, ends, words, strict=True)
                if any(end - len(word) < last and end > first for first, last in spots)
            ]
    return []


def _joined(runs: Sequence[Run], every: Sequence[Run], by: str | None) -> str:
    """The words of some runs, each different piece once; a mark stands where others were left standing between two pieces.

    `by` is the entry that added or struck them all, None where they stand.
    """
    pieces: list[str] = []
    within: str | None = None
    chosen = {id(one) for one in runs}
    for one in every:
        if id(one) in chosen:
            apart = " " if within is not None and within != one.provision.id else ""
            words = f"{one.run.text} " if one.head else f"[{one.run.lacuna}]" if one.run.lacuna else one.run.text
            pieces = [*pieces, words] if within is None else [*pieces[:-1], f"{pieces[-1]}{apart}{words}"]
            within = one.provision.id
        elif (one.run.struck is None) if by is None else by not in {one.run.added, one.run.struck}:
            within = None
    return " … ".join(dict.fromkeys(" ".join(piece.split()) for piece in pieces))


def _origin(page: Page, runs: Sequence[Run]) -> Iterator[str]:
    """Where the words stood first."""
    own = next((one.run for one in runs if one.run.added is None and not one.run.ours and one.run.span), None)
    if own is None or own.span is None:
        return
    agreement = next(one for one in page.instruments if one.id == "A")
    name = next(one.name for one in page.documents if one.id == own.span.document)
    if agreement.missing:
        yield from _item(f"The agreement, which is not to hand, as an instrument quotes it ({name}, page {own.page}).")
    else:
        day = f", dated {long_day(agreement.dated)}" if agreement.dated else ""
        yield from _item(f"The agreement itself{day} ({name}, page {own.page}).")


def _changes(page: Page, told: Collection[str], ids: set[str], every: Sequence[Run]) -> Iterator[str]:
    """The entries that are told of, the waivers of the provisions and what else names them, in the order of their days."""
    latest = datetime.date.min
    dated: list[tuple[datetime.date, list[str]]] = []
    for entry in page.entries:
        latest = max(latest, entry.effective or latest)
        if entry.id in told:
            dated.append((entry.effective or latest, list(_entry(page, entry, every))))
    waivers = [one for one in page.waivers if ids & {*one.places, *one.named}]
    dated += [
        (one.first or datetime.date.max, list(_waiver(page, one, itself=bool(ids & set(one.places)))))
        for one in waivers
    ]
    days = {one.id: one.effective or datetime.date.max for one in page.instruments}
    waiving = {one.span for one in waivers}
    notes = [one for one in page.notes if ids & set(one.provisions) and one.span not in waiving]
    dated += [(days[one.instrument], list(_note(page, one))) for one in notes]
    for _, lines in sorted(dated, key=lambda one: one[0]):
        yield from lines


def _entry(page: Page, entry: PageEntry, runs: Sequence[Run]) -> Iterator[str]:
    """An entry: who ordered it, in which words, and what it did to the words asked for."""
    instrument = next(one for one in page.instruments if one.id == entry.instrument)
    name = next((one.name for one in page.documents if entry.span and one.id == entry.span.document), "")
    when = f"from {long_day(entry.effective)}" if entry.effective else "from a date not stated"
    if instrument.unfixed and entry.effective == instrument.effective:
        when = AWAITS
    waits = ", if its conditions were met" if instrument.upon else ""
    at = "as ruled" if entry.ruling else _plain(place(entry.at, entry.page))
    cited = ", ".join(part for part in (name, at) if part)
    not_done = ", not applied" if entry.outcome == "unapplied" else ""
    yield from _item(f"{instrument.title}, {when}{waits} ({cited}): {entry.label.lower()}{not_done}.")
    yield from _set(_quoted(entry.sentence))
    if entry.ruling:
        yield from _set(entry.ruling)
    if entry.because:
        yield from _set(entry.because)
    own = [one for one in runs if not one.run.ours]
    struck = [one for one in own if one.run.struck == entry.id and one.run.added != entry.id]
    added = [one for one in own if one.run.added == entry.id]
    for word, changed in (("Struck", struck), ("Put in", added)):
        if entry.action in _OF_TABLES and changed and all(one.provision.kind == "row" for one in changed):
            shown = added if changed is added else _before(page, entry, own, struck)
            yield from (f"  {word}:", *(f"    {line}" for line in _rows(shown)))
        elif words := _joined(changed, _about(page, entry, runs), entry.id):
            yield from _set(f"{word}: {_quoted(words)}")


def _about(page: Page, entry: PageEntry, runs: Sequence[Run]) -> list[Run]:
    """The words that stood just before or behind a change: neither brought by a later one nor struck by an earlier one."""
    turns = {one.id: turn for turn, one in enumerate(page.entries)}
    at = turns[entry.id]
    return [one for one in runs if turns.get(one.run.added or "", at) <= at <= turns.get(one.run.struck or "", at)]


def _before(page: Page, entry: PageEntry, every: Sequence[Run], struck: Sequence[Run]) -> list[Run]:
    """The rows that an entry struck as they stood before the other changes that its instrument made on the same day."""
    along = {one.id for one in page.entries if (one.instrument, one.effective) == (entry.instrument, entry.effective)}
    rows = {one.provision.id for one in struck}
    return [one for one in every if one.provision.id in rows and one.run.struck in along and one.run.added not in along]


def _rows(runs: Sequence[Run]) -> Iterator[str]:
    """The rows of a table that hold some runs, set out in columns."""
    together = [list(row) for _, row in itertools.groupby(runs, key=lambda one: one.provision.id)]
    return table([(row[0].provision.columns, "".join(one.run.text for one in row).strip("\n")) for row in together])


def _waiver(page: Page, waiver: PageWaiver, *, itself: bool) -> Iterator[str]:
    """A waiver of the provision `itself`, or one of another that names it."""
    waived = ", ".join(map(where, waiver.provisions))
    what = "it" if itself else f"{waived}, and names this provision," if waived else "a default, and names this provision,"
    instrument = next(one for one in page.instruments if one.id == waiver.instrument)
    first = f"from {long_day(waiver.first)} " if waiver.first else ""
    last = f"until {long_day(waiver.last)}" if waiver.last else "without a last day"
    cited = _plain(place(waiver.at, waiver.page))
    upon = ", if its conditions were met" if instrument.upon else ""
    yield from _item(f"{instrument.title} waives {what} {first}{last}{upon} ({cited}); no word is changed.")
    yield from _set(_quoted(waiver.scope))
    if waiver.lapses_if:
        yield from _set(f"It ends if {_quoted(waiver.lapses_if)}.")


def _note(page: Page, note: PageNote) -> Iterator[str]:
    """A sentence that names the provision, and neither changes nor waives it."""
    title = next(one.title for one in page.instruments if one.id == note.instrument)
    cited = _plain(place(note.at, note.page))
    yield from _item(f"{title} names it ({cited}): {note.topic}; no word is changed.")
    yield from _set(_quoted(note.sentence))


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def _quoted(words: str) -> str:
    return f"“{short(words, _LONG)}”"


def _item(words: str) -> list[str]:
    return folded(f"- {words}", "", "  ")


def _set(words: str) -> list[str]:
    return folded(words, "  ")
