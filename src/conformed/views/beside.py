"""What stands beside a text: what instruments say of it without editing its words.

In: the chain, a version, the passages of it that are shown, and the day and the instruments shown, where these
are chosen.  Out: sentences, each naming its instrument: what took away all of a passage, changes that wait for conditions, overrides, waivers and consents
with the days they run, then other sentences that name the passages.  Afterwards a waiver that has lapsed on the day shown says so; one that has not begun
is left out, as is an instrument that is not shown.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence

import msgspec

from conformed.basis import long_day
from conformed.instrument import Path, ProvisionKind, parse_path
from conformed.language import Action, Waiver, remarks
from conformed.ledger import Chain, Entry, Link, if_met
from conformed.standing.stands import proved
from conformed.version import Numbers, OutcomeKind, Passage, Version, at, locate, numbers, standing
from conformed.version.passage import walk
from conformed.views.in_scope import in_scope
from conformed.views.lines import short
from conformed.views.places import where
from conformed.views.said import said
from conformed.views.told import AWAITS

_LONG = 600  # characters of a sentence that is quoted whole


class Beside(msgspec.Struct, frozen=True):
    """The sentences that stand beside some passages, by what they tell.

    That a passage was struck; the rulings by which words stand as they do; the changes that wait; overrides; waivers and
    consents; the other sentences that name the passages.
    """

    gone: tuple[str, ...]
    ruled: tuple[str, ...]
    waiting: tuple[str, ...]
    overrides: tuple[str, ...]
    waivers: tuple[str, ...]
    said: tuple[str, ...]

    def sentences(self) -> list[str]:
        """All of them."""
        return [*self.gone, *self.ruled, *self.waiting, *self.overrides, *self.waivers, *self.said]


def beside(
    chain: Chain,
    entries: Sequence[Entry],
    version: Version,
    within: Sequence[Passage],
    day: datetime.date | None = None,
    shown: Collection[str] | None = None,
) -> Beside:
    """The sentences that stand beside some passages; `shown` are the sigla of the instruments shown, None for all."""
    links = [link for link in chain.links if link.changes and not link.failed and (shown is None or link.id in shown)]
    known = numbers(version, chain)
    waivers = (
        _waiver(link, waiver, day)
        for link in links
        for waiver in (link.read.waivers if link.read else ())
        if _begun(waiver.first or link.effective, day) and bears(known, _covered(link, waiver), link.id, within)
    )
    told = (
        _gone(links, entries, within),
        _ruled(links, entries, within),
        _waiting(links, entries, version, within, day),
        _overrides(links, entries, known, within),
        waivers,
        (one for link in links if _begun(link.effective, day) for one in _said(link, known, within)),
    )
    return Beside(*(tuple(sentence[:1].upper() + sentence[1:] for sentence in some) for some in told))


def _gone(links: Sequence[Link], entries: Sequence[Entry], within: Sequence[Passage]) -> Iterator[str]:
    """A sentence for each provision that is asked for and does not stand any more, nor another in its place."""
    titles = {link.id: link.spoken for link in links}
    by = {entry.id: entry for entry in entries}
    stands = {passage.key for passage in within if passage.struck is None}
    for passage in within:
        entry = None if passage.key in stands else by.get(passage.struck or "")
        if entry is not None and entry.link in titles and not standing(passage).strip():
            since = f" from {long_day(entry.effective)}" if entry.effective else ""
            yield f"{where(passage.path)} was struck by {titles[entry.link]}{since}; no word of it stands."


def _in_text(entries: Sequence[Entry], within: Sequence[Passage]) -> list[Entry]:
    """The entries that brought or struck words of some passages."""
    in_text = {
        entry
        for shown in within
        for _, passage in walk(shown)
        for run in (*passage.runs, *passage.numbers)
        for entry in (run.added, run.struck)
    }
    return [entry for entry in entries if entry.id in in_text]


def _ruled(links: Sequence[Link], entries: Sequence[Entry], within: Sequence[Passage]) -> Iterator[str]:
    """A sentence for each ruling by which words stand as they do."""
    titles = {link.id: link.spoken for link in links}
    for entry in _in_text(entries, within):
        if entry.ruling is not None and entry.link in titles:
            yield f"{entry.ruling.says} These are not the words of {titles[entry.link]}."


def _waiting(
    links: Sequence[Link], entries: Sequence[Entry], version: Version, within: Sequence[Passage], day: datetime.date | None
) -> Iterator[str]:
    """A sentence for each instrument that changes what is shown and is not surely in force: it waits, or lines are blank."""
    told = _in_text(entries, within)
    what = "this text" if within[0] is version.root else "these words"
    for link in links:
        own = [entry for entry in told if entry.link == link.id]
        blank = link.blank
        if own and link.upon:
            unsigned = f" {blank}." if blank else ""
            yield f"{link.spoken} changes {what} {if_met(link, day)}; {proved(link)}.{unsigned}"
        elif own and blank:
            yield f"{link.spoken} changes {what}. {blank}."
        for waits in dict.fromkeys(entry.operation.waits for entry in own if entry.operation.waits):
            yield f"A change of {what} by {link.spoken} {waits}; it is shown as if that had come."


def _overrides(
    links: Sequence[Link], entries: Sequence[Entry], known: Numbers, within: Sequence[Passage]
) -> Iterator[str]:
    by = {link.id: link for link in links}
    for entry, outcome in zip(entries, known.version.outcomes, strict=True):
        new = entry.operation.new
        if (
            entry.operation.action is Action.OVERRIDE
            and outcome.kind is OutcomeKind.APPLIED
            and new is not None
            and entry.link in by
            and bears(known, [parse_path(path) for path in outcome.paths], entry.id, within)
        ):
            link = by[entry.link]
            source = f"{link.spoken}, {where(entry.operation.at)}" if entry.operation.at else link.spoken
            of = "" if entry.operation.target.whole else f" of {where(str(entry.operation.target))}"
            upon = f". This has effect only if the conditions of {link.spoken} were met." if link.upon else ""
            yield f"{source}, says, without editing the words{of}: “{_flat(new.words)}”{upon}"


def bears(known: Numbers, paths: Sequence[Path], by: str | None, within: Sequence[Passage]) -> bool:
    """Whether one of the provisions that `by` names is among the passages, or holds or is held by one of them.

    One that does not stand is told at the nearest above it that does, and at none that this holds.
    """
    root = known.version.root
    if any(passage.kind is ProvisionKind.INSTRUMENT for passage in within):
        return within[0] is root
    return any(
        shown is passage
        for path in paths
        for trail, whole in _trails(root, known.now(path, by))
        for passage in _around(root, trail, whole=whole)
        for shown in within
    )


def _trails(root: Passage, path: Path) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Where a provision stands, or the nearest one above it that does; whether it is itself that stands there."""
    address: Path | None = path
    while address is not None and not address.whole:
        found = locate(root, address)
        if found.trails or found.struck:
            yield from ((trail, address is path) for trail in found.trails or found.struck)
            return
        address = address.above()
    if path.whole:
        yield (), True


def _around(root: Passage, trail: tuple[int, ...], *, whole: bool) -> Iterator[Passage]:
    """The passage at a trail and those that hold it; those that it holds where the `whole` of it is meant."""
    for depth in range(1, len(trail) + (not whole)):
        yield at(root, trail[:depth])
    for _, passage in walk(at(root, trail)) if whole else ():
        yield passage


def _covered(link: Link, waiver: Waiver) -> tuple[Path, ...]:
    """The provisions that are waived, and those that the scope names."""
    return (*waiver.provisions, *(in_scope(link.read, waiver) if link.read else ()))


def _said(link: Link, known: Numbers, within: Sequence[Passage]) -> Iterator[str]:
    """The sentences of an instrument that name a passage, and neither change nor waive it."""
    if link.read is None:
        return
    told = {(waiver.sentence, path) for waiver in link.read.waivers for path in _covered(link, waiver)}
    for one in said(link.read, remarks(link.read, "mentions")):
        paths = [path for path in one.paths if (one.sentence, path) not in told]
        if paths and bears(known, paths, link.id, within):
            source = f"{link.spoken}, {where(one.at)}" if one.at else link.spoken
            named = ", ".join(where(str(path)) for path in one.paths)
            yield f"{source}, names {named} and changes no words: “{short(one.words, _LONG)}”"


def _begun(first: datetime.date | None, day: datetime.date | None) -> bool:
    return day is None or first is None or first <= day


def _waiver(link: Link, waiver: Waiver, day: datetime.date | None) -> str:
    what = ", ".join(where(str(path)) for path in waiver.provisions) or "compliance"
    source = f"{link.spoken}, {where(waiver.at)}," if waiver.at else link.spoken
    head = f"{source} waives {what} {_runs(link, waiver)}"
    sentences = [f"{head}: “{_flat(waiver.scope)}”" if waiver.scope else head, "It alters no words"]
    if waiver.lapses_if:
        sentences.append(f"It ends if “{_flat(waiver.lapses_if)}”")
    if day is not None and waiver.last is not None and waiver.last < day:
        sentences.append(f"It had lapsed by {long_day(day)}")
    return ". ".join(sentences) + "."


def _runs(link: Link, waiver: Waiver) -> str:
    """The days that a waiver runs, as far as they are told."""
    first, last = waiver.first or link.effective, waiver.last
    begins = AWAITS if link.awaits and not waiver.first else f"from {long_day(first)}" if first else ""
    days = [begins] if begins else []
    days += [f"to {long_day(last)}"] if last else []
    told = " ".join(days) or "on days that are not stated"
    told += "" if last or not days else ", to a last day that is not told"
    return told + (", if its conditions were met" if link.upon else "")


def _flat(words: str) -> str:
    return " ".join(words.split()).rstrip(".,;")
