"""Whether compliance with a provision is waived on a day, as a lawyer would answer.

In: a chain, the provision, what stands under it, and the day.  Out: a text: yes, perhaps, in part or no, with each waiver that
bears on the provision, its words and its days.  Afterwards a waiver that ended, or that has not begun, is told with its days; so
are waivers and other sentences that only name the provision, sentences on waivers, or on their end, that are not reckoned
with, and instruments that are not to hand.
"""

import datetime
from collections.abc import Collection, Iterator

from conformed.basis import long_day
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path
from conformed.language import Class, Interpretation, Waiver, remarks
from conformed.ledger import Chain
from conformed.standing.waived import Waived, bears, waivers
from conformed.standing.waived import waived as waivers_of
from conformed.views.in_scope import in_scope
from conformed.views.lines import folded, short
from conformed.views.places import place, where
from conformed.views.said import said

_ON_WAIVERS = pattern(r"\b(?:waiv\w+|consents?|forbear\w*)\b", ENGLISH)
_ENDS = pattern(r"\bwaivers?\b(?:(?!\bnot\b)[^.;]){0,80}?\b(?:shall|will|may\sbe)\s(?:[a-z]+ly\s)?(?:terminat|expire|end\b|cease|lapse|revoked|withdrawn|be\s(?:terminated|revoked|withdrawn|null|void|of\sno))", ENGLISH)
_BESIDE = {Class.TERM, Class.BOILERPLATE, Class.WAIVER}
_LONG = 400  # characters of a sentence


def waived(chain: Chain, path: Path, within: Collection[str], day: datetime.date) -> str:
    """The answer; `within` are the paths of what stands under the provision."""
    found = list(waivers_of(chain, path, within))
    beside = [*_beside(chain, path, found)]
    lines = folded(_answer(found, path, day, [one for one in beside if one.on(day)]))
    for one in found:
        lines += ["", *_told(one, path, day)]
    if naming := [*(_in_scope(one, day) for one in beside), *_naming(chain, path, [*found, *beside])]:
        lines += ["", "It is named, and not waived by itself, in:", *(line for each in naming for line in folded(each, "- ", "  "))]
    if gone := [link.title for link in chain.links if link.read is None]:
        are = "is" if len(gone) == 1 else "are"
        lines += ["", *folded(f"{'; '.join(gone)} {are} not to hand: whether compliance is waived there is not known.")]
    return "\n".join(lines) + "\n"


def _answer(found: list[Waived], path: Path, day: datetime.date, beside: list[Waived]) -> str:
    now = [one for one in found if one.on(day)]
    what = where(str(path))
    if not now and beside:
        others = "; ".join(dict.fromkeys(_of(one) for one in beside))
        return f"No instrument to hand waives compliance with {what} by itself on {long_day(day)}. But the waiver of {others}, in effect on that day{waits(beside, day)}, names {what} in its scope or limits: read the words below."
    if not now:
        return f"No instrument to hand waives compliance with {what} on {long_day(day)}."
    whole = any(len(str(each)) <= len(str(path)) and bears(each, path) for one in now for each in one.waiver.provisions)
    of = f"Compliance with {'' if whole else 'a part of '}{what} is waived on {long_day(day)}"
    upon, early = all(one.upon for one in now), all(one.may_have_ended(day) for one in now)
    if upon and early:
        return f"{of} if the conditions of the waiver were met and it did not end early; neither is proved."
    if upon:
        return f"{of} if the conditions of the waiver were met; they are not proved."
    return f"{of} if the waiver did not end early, which is not proved." if early else f"{of}, so far as the words below go."


def waits(those: list[Waived], day: datetime.date) -> str:
    """What waivers that count on a day wait for."""
    told = [words for words, each in (
        ("its conditions were met", all(one.upon for one in those)), ("it did not end early", all(one.may_have_ended(day) for one in those))
    ) if each]  # fmt: skip
    return f" if {' and '.join(told)}" if told else ""


def _of(one: Waived) -> str:
    """What a waiver waives."""
    return ", ".join(where(str(each)) for each in one.waiver.provisions) or "a default"


def _beside(chain: Chain, path: Path, found: list[Waived]) -> Iterator[Waived]:
    """The waivers of another provision whose scope names this one."""
    told = {id(one.waiver) for one in found}
    for link in chain.links:
        if link.read is not None and link.changes:
            own = [one for one in waivers(link) if id(one.waiver) not in told]
            yield from (one for one in own if any(bears(each, path) for each in in_scope(link.read, one.waiver)))


def _in_scope(one: Waived, day: datetime.date) -> str:
    cited = place(one.waiver.at, one.link.read.instrument.document.page(one.waiver.sentence.start) if one.link.read else None)
    return f"{one.link.title}, {cited}, which waives {_of(one)} {_days(one, day)}: “{one.waiver.scope}”".replace("\u00a0", " ")


def _naming(chain: Chain, path: Path, told: list[Waived]) -> Iterator[str]:
    """The sentences on waivers that name the provision, but for those of the waivers that are told."""
    for link in chain.links:
        if link.read is None or not link.changes:
            continue
        document = link.read.instrument.document
        known = {one.waiver.sentence for one in told if one.link.id == link.id}
        for sentence in said(link.read, remarks(link.read)):
            if sentence.sentence not in known and any(bears(each, path) for each in sentence.paths):
                cited = place(sentence.at, document.page(sentence.sentence.start))
                yield f"{link.title}, {cited}: “{sentence.words}”".replace("\u00a0", " ")


def _days(one: Waived, day: datetime.date) -> str:
    """The days of a waiver, and whether it counts on a day."""
    days = f"from {long_day(one.first)}" if one.first else "from a day not stated"
    days += f" to {long_day(one.last)}, that day included" if one.last else ", without a last day"
    return f"{days}; {counts(one, day)}"


def counts(one: Waived, day: datetime.date) -> str:
    """Whether a waiver counts on a day, and why it does not: it has not begun, it ran out, or its instrument is not in force."""
    if one.on(day):
        return f"in effect{waits([one], day)}"
    if (failed := one.link.failed) is not None:
        return f"{failed.says[:1].lower()}{failed.says[1:]}".rstrip(".")
    return "ran out before this day" if one.over(day) else "not yet in effect on this day"


def _told(one: Waived, path: Path, day: datetime.date) -> list[str]:
    """A waiver that bears on the provision: its days, its words, and what ends it early."""
    read = one.link.read
    page = read.instrument.document.page(one.waiver.sentence.start) if read else None
    cited = place(one.waiver.at, page).replace("\u00a0", " ")
    named = "" if any(str(each) == str(path) for each in one.waiver.provisions) else f" (waives {_of(one)})"
    lines = folded(f"- {one.link.title}, {cited}{named}: {_days(one, day)}.", "", "  ")
    lines += folded(f"“{one.waiver.scope}”", "  ")
    if one.waiver.lapses_if:
        known = f"what is known of that: {one.ending.says}" if one.ending else "no evidence of that is entered."
        lines += folded(f"It ends early if “{one.waiver.lapses_if}”; {known}", "  ")
    if read and (reserved := [place(each.at, read.instrument.document.page(each.sentence.start)) for each in remarks(read, "reservation")]):
        lines += folded(f"Rights are reserved in {'; '.join(dict.fromkeys(reserved))}.".replace("\u00a0", " "), "  ")
    for words, at in _not_reckoned(read, one.waiver) if read else ():
        lines += folded(f"A sentence there may limit or end it, and is not reckoned with (p. {at}): “{words}”", "  ")
    return lines


def _not_reckoned(read: Interpretation, waiver: Waiver) -> Iterator[tuple[str, int]]:
    """The sentences of an instrument on waivers that are not understood, and those on an end that the waiver does not have; each with its page."""
    document, text = read.instrument.document, read.instrument.document.reading.text
    own = {document.reading.at(one.sentence.start) for one in read.waivers}
    known = [words for words in (waiver.lapses_if, long_day(waiver.last) if waiver.last else None) if words]
    for one in read.account:
        words = " ".join(text[one.start : one.end].split())
        unread = one.what is Class.UNREAD and _ON_WAIVERS.search(words)
        ending = one.what in _BESIDE and _ENDS.search(words) and not any(" ".join(each.split()) in words for each in known)
        if (unread or ending) and not any(one.start <= at < one.end for at in own):
            yield short(words, _LONG), document.page(document.span(one.start, one.end).start)
