"""Whether compliance with a provision is waived on a day, as a lawyer would answer.

In: a chain, the provision, what stands under it, and the day.  Out: a text: yes, perhaps, in part or no, with each waiver that
bears on the provision, its words and its days.  Afterwards a waiver that ended, or that has not begun, is told with its days; so
are waivers and other sentences that only name the provision, and instruments that are not to hand.
"""

import datetime
from collections.abc import Collection, Iterator

from conformed.basis import Span, long_day
from conformed.instrument import Path
from conformed.language import remarks
from conformed.ledger import Chain
from conformed.standing.waived import Waived, bears, waivers
from conformed.standing.waived import waived as waivers_of
from conformed.views.in_scope import in_scope
from conformed.views.lines import folded
from conformed.views.places import place, where
from conformed.views.said import said


def waived(chain: Chain, path: Path, within: Collection[str], day: datetime.date) -> str:
    """The answer; `within` are the paths of what stands under the provision."""
    found = list(waivers_of(chain, path, within))
    lines = folded(_answer(found, path, day))
    for one in found:
        lines += ["", *_told(one, path, day)]
    if naming := [*_naming(chain, path, found)]:
        lines += ["", "It is named, and not waived by itself, in:", *(line for each in naming for line in folded(each, "- ", "  "))]
    if gone := [link.title for link in chain.links if link.read is None]:
        are = "is" if len(gone) == 1 else "are"
        lines += ["", *folded(f"{'; '.join(gone)} {are} not to hand: whether compliance is waived there is not known.")]
    return "\n".join(lines) + "\n"


def _answer(found: list[Waived], path: Path, day: datetime.date) -> str:
    now = [one for one in found if one.on(day)]
    what = where(str(path))
    if not now:
        return f"No instrument to hand waives compliance with {what} on {long_day(day)}."
    whole = any(len(str(each)) <= len(str(path)) and bears(each, path) for one in now for each in one.waiver.provisions)
    of = f"Compliance with {'' if whole else 'a part of '}{what} is waived on {long_day(day)}"
    if all(one.upon for one in now):
        return f"{of} if the conditions of the waiver were met; they are not proved."
    return f"{of}, so far as the words below go."


def _naming(chain: Chain, path: Path, found: list[Waived]) -> Iterator[str]:
    """What names the provision and does not waive it: the scope of a waiver of another one, a sentence on waivers."""
    told = {id(one.waiver) for one in found}
    for link in chain.links:
        if link.read is None or not link.changes:
            continue
        document = link.read.instrument.document
        scopes = set[Span]()
        for one in waivers(link):
            if id(one.waiver) not in told and any(bears(each, path) for each in in_scope(link.read, one.waiver)):
                cited = place(one.waiver.at, document.page(one.waiver.sentence.start))
                of = ", ".join(where(str(each)) for each in one.waiver.provisions) or "a default"
                scopes.add(one.waiver.sentence)
                yield f"{link.title}, {cited}, which waives {of}: “{one.waiver.scope}”".replace("\u00a0", " ")
        for sentence in said(link.read, remarks(link.read)):
            if sentence.sentence not in scopes and any(bears(each, path) for each in sentence.paths):
                cited = place(sentence.at, document.page(sentence.sentence.start))
                yield f"{link.title}, {cited}: “{sentence.words}”".replace("\u00a0", " ")


def _told(one: Waived, path: Path, day: datetime.date) -> list[str]:
    """A waiver that bears on the provision: its days, its words, and what ends it early."""
    read = one.link.read
    page = read.instrument.document.page(one.waiver.sentence.start) if read else None
    cited = place(one.waiver.at, page).replace("\u00a0", " ")
    days = f"from {long_day(one.first)}" if one.first else "from a day not stated"
    days += f" to {long_day(one.last)}, that day included" if one.last else ", without a last day"
    counts = one.link.failed.says if one.link.failed else "not in effect on this day"
    if one.on(day):
        counts = "in effect if its conditions were met" if one.upon else "in effect"
    of = ", ".join(where(str(each)) for each in one.waiver.provisions)
    named = "" if any(str(each) == str(path) for each in one.waiver.provisions) else f" (waives {of})"
    lines = folded(f"- {one.link.title}, {cited}{named}: {days}; {counts.rstrip('.')}.", "", "  ")
    lines += folded(f"“{one.waiver.scope}”", "  ")
    if one.waiver.lapses_if:
        known = f"what is known of that: {one.ending.says}" if one.ending else "no evidence of that is entered."
        lines += folded(f"It ends early if “{one.waiver.lapses_if}”; {known}", "  ")
    if read and (reserved := [place(each.at, read.instrument.document.page(each.sentence.start)) for each in remarks(read, "reservation")]):
        lines += folded(f"Rights are reserved in {'; '.join(dict.fromkeys(reserved))}.".replace("\u00a0", " "), "  ")
    return lines
