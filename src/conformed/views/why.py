"""The history of a provision, or of a phrase in it, told as a lawyer would tell it.

In: a page, the paths of the provisions, and the phrase.  Out: a text: the words as they stand, where they came from,
and each instrument that changed them, with its day, its page, the sentence that orders the change, the words that it
struck and those that it put in.  Afterwards no entry that bears on the provision is passed over, also one that could
not be applied.
"""

import itertools
import textwrap
from collections.abc import Collection, Iterator, Sequence

import msgspec

from conformed.views.page import Page, PageEntry, PageProvision, PageRun, PageWaiver
from conformed.views.reader.words import long_day, place, where

_WIDTH = 79
_LONG = 400  # characters of a text that a history quotes whole


class Run(msgspec.Struct, frozen=True):
    """A run of the page that a history speaks of, cut to the phrase where one is asked for."""

    provision: PageProvision
    run: PageRun


def why(page: Page, paths: Collection[str], phrase: str | None) -> str | None:
    """The history of the provisions of some paths, and of all under them; None where the phrase stands nowhere in them."""
    ids = _under(page, paths)
    within = [one for one in page.provisions if one.id in ids]
    every = [Run(one, run) for one in within for run in (*one.numbers, *one.runs) if run.text.strip()]
    runs = every if phrase is None else _holding(every, phrase)
    if not runs:
        return None
    told = {entry for one in runs for entry in (one.run.added, one.run.struck) if entry}
    if phrase is None:
        told |= {entry for one in within for entry in (one.added, one.struck) if entry}
        told |= {entry.id for entry in page.entries if ids & set(entry.provisions)}
    return "\n".join(_lines(page, within, runs, every, phrase, told)) + "\n"


def _under(page: Page, paths: Collection[str]) -> set[str]:
    """The ids of the provisions of some paths and of all that stands under them."""
    found = {one.id for one in page.provisions if one.path in paths}
    for one in page.provisions:  # in the order of the text: what is around stands before what is in it
        if one.parent in found:
            found.add(one.id)
    return found


def _holding(runs: Sequence[Run], phrase: str) -> list[Run]:
    """The runs in which the words of a phrase stand, those that stand now first to be tried."""
    for standing in (True, False):
        chosen = [one for one in runs if not standing or one.run.struck is None]
        words = [" ".join(one.run.text.split()) for one in chosen]
        ends = list(itertools.accumulate(len(word) + 1 for word in words))
        at = " ".join(words).lower().find(" ".join(phrase.lower().split()))
        if at >= 0:
            until = at + len(" ".join(phrase.split()))
            return [
                one
                for one, end, word in zip(chosen, ends, words, strict=True)
                if end - len(word) - 1 < until and end > at + 1
            ]
    return []


def _lines(
    page: Page,
    within: Sequence[PageProvision],
    runs: Sequence[Run],
    every: Sequence[Run],
    phrase: str | None,
    told: Collection[str],
) -> Iterator[str]:
    yield where(within[0].path) + (f": “{phrase}”" if phrase else "")
    yield ""
    yield from _set(_short(_standing(runs)) or "These words do not stand any more.")
    yield ""
    yield from _origin(page, runs)
    for entry in page.entries:
        if entry.id in told:
            yield from _entry(page, entry, every)
    for waiver in page.waivers:
        if phrase is None and {one.id for one in within} & set(waiver.places):
            yield from _waiver(page, waiver)


def _standing(runs: Sequence[Run]) -> str:
    """What stands of some runs, the words of each provision as one."""
    held = itertools.groupby(
        (one for one in runs if one.run.struck is None), key=lambda one: one.provision.id
    )
    return " ".join("".join(one.run.text for one in together).strip() for _, together in held)


def _origin(page: Page, runs: Sequence[Run]) -> Iterator[str]:
    """Where the words stood first."""
    own = next((one.run for one in runs if one.run.added is None and not one.run.ours and one.run.span), None)
    if own is not None and own.span is not None:
        dated = next((one.dated for one in page.instruments if one.id == "A"), None)
        day = f", dated {long_day(dated)}" if dated else ""
        name = next(one.name for one in page.documents if one.id == own.span.document)
        yield f"- The agreement itself{day} ({name}, page {own.page})."


def _entry(page: Page, entry: PageEntry, runs: Sequence[Run]) -> Iterator[str]:
    """An entry: who ordered it, in which words, and what it did to the words asked for."""
    instrument = next(one for one in page.instruments if one.id == entry.instrument)
    name = next((one.name for one in page.documents if entry.span and one.id == entry.span.document), "")
    when = f"from {long_day(entry.effective)}" if entry.effective else "from a day not told"
    waits = ", if its conditions were met" if instrument.upon else ""
    yield f"- {instrument.title}, {when}{waits} ({name}, {_plain(place(entry.at, entry.page))}): {entry.label.lower()}."
    yield from _set(f"“{_short(entry.sentence)}”")
    if entry.ruling:
        yield from _set(entry.ruling)
    if entry.because and entry.outcome != "applied":
        yield from _set(entry.because)
    struck = " … ".join(
        one.run.text.strip() for one in runs if one.run.struck == entry.id and one.run.added != entry.id
    )
    added = " … ".join(one.run.text.strip() for one in runs if one.run.added == entry.id and not one.run.ours)
    if struck:
        yield from _set(f"Struck: “{_short(struck)}”")
    if added:
        yield from _set(f"Put in: “{_short(added)}”")


def _waiver(page: Page, waiver: PageWaiver) -> Iterator[str]:
    instrument = next(one for one in page.instruments if one.id == waiver.instrument)
    first = f"from {long_day(waiver.first)} " if waiver.first else ""
    last = f"until {long_day(waiver.last)}" if waiver.last else "without a last day"
    yield f"- {instrument.title} waives it {first}{last} ({_plain(place(waiver.at, waiver.page))}); no word is changed."
    yield from _set(f"“{_short(waiver.scope)}”")


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONG else f"{words[: _LONG - 120]} … {words[-100:]}"


def _set(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="  ", subsequent_indent="  ")
