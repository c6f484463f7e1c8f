"""The links of a chain: the instruments to hand and those that recitals name, in their order.

In: the readings that change the agreement, the instruments that are missing, and the readings that change another
agreement.  Out: the links.  Afterwards each has a siglum of its own, and the order is that of the states that
instruments change, then of the days on which they take effect, then of their numbers, as recitals count them.
"""

import datetime
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from conformed.basis import long_day
from conformed.basis.pattern import pattern
from conformed.instrument import InstrumentKind, Named
from conformed.instrument.heading.recitals import ordinal
from conformed.language import Interpretation
from conformed.language.by_itself import awaits, blank_lines, counts_from, is_upon, title_of
from conformed.ledger.amended import signs_of
from conformed.ledger.called import WAIVES, WAIVING, Sigla, short_title
from conformed.ledger.copies import versions
from conformed.ledger.effectiveness import Failure, Proof
from conformed.ledger.evidence import Evidence
from conformed.ledger.states import State

_FAR = datetime.date.max
_AMENDS = pattern(r"\bamendments?\b", re.IGNORECASE)
_SPOKEN = pattern(r"(?:an?|the)\s|\D{0,80}\d", re.IGNORECASE)  # what bears a number of its own, or an article


class Link(msgspec.Struct, frozen=True):
    """An instrument in the chain.

    `id` is its siglum; `read` is None for one that is not to hand, of which `named` tells what is known.
    `changes` tells whether it changes the agreement of this matter, and `state` which state of it, as counted by its
    restatements; `place` says why it stands where it does; `version_of` is the siglum of another document that carries the
    same instrument and does not order the same.  `proofs` are its conditions and what is known of them, `by` the last day on
    which they may be met; `failed` says why it is not in force at all, `signing` what is known of its signing beside the copy to hand, `endings` what is known, of each of its waivers, of what ends it early.
    """

    id: str
    title: str
    read: Interpretation | None
    named: Named | None
    number: int | None
    dated: datetime.date | None
    effective: datetime.date | None
    upon: bool
    changes: bool
    place: str
    state: int = 0
    version_of: str | None = None
    proofs: tuple[Proof, ...] = ()
    by: datetime.date | None = None
    failed: Failure | None = None
    signing: Evidence | None = None
    endings: tuple[Evidence | None, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """What it may be called: by its mark, its title, or its file."""
        return (self.id, self.title, *([self.read.instrument.document.name] if self.read else []))

    def may_be(self, words: str) -> Iterator[bool]:
        """Whether a person may mean it by words, the surest way first: its mark; its title or file; its number; how a title begins."""
        told = " ".join(words.split()).lower()
        titles = [" ".join(one.split()).lower() for one in (self.title, self.read.head.title if self.read else None) if one]
        yield told == self.id.lower()
        yield told in {*titles, *(name.lower() for name in self.called[2:])}
        yield self.is_called(told)
        yield any(one.startswith(told) and not one[len(told)].isalnum() for one in titles if told and len(one) > len(told))

    @property
    def blank(self) -> str:
        """How many of its lines are blank in the copy to hand; nothing where it failed, or is known to be signed."""
        return blank_lines(self.read) if self.read and self.changes and not self.failed and self.signing is None else ""

    @property
    def awaits(self) -> bool:
        """Whether it takes effect on the day on which its conditions are met, so that this is not known."""
        return self.upon and self.read is not None and awaits(self.read)

    @property
    def placed(self) -> datetime.date | None:
        """The day by which it stands among the others."""
        return made_by(self.effective, self.dated) if self.effective else None

    @property
    def restates(self) -> bool:
        """Whether it restates the whole agreement."""
        return self.changes and self.read is not None and self.read.head.kind is InstrumentKind.RESTATEMENT

    @property
    def spoken(self) -> str:
        """What a sentence calls it: `Amendment No. 1`, `the Amendment`."""
        return self.title if _SPOKEN.match(self.title) else f"the {self.title}"

    def is_called(self, name: str) -> bool:
        """Whether a sentence that says `First Amendment` or `Amendment No. 1` may mean this instrument."""
        counted = ordinal(name) if _AMENDS.search(name) else None
        return name.lower() == self.title.lower() or (counted is not None and counted == self.number)

    def names(self, other: "Link") -> bool:
        """Whether its recitals name another instrument as an earlier one, or as what it changes."""
        if self.read is None or other.read is None:
            return False
        amends, theirs = self.read.head.amends, other.read.head
        base = {amends.restated_on, amends.dated} if amends and other.restates else set()
        return bool(base & {day for day in (theirs.dated, theirs.effective.date) if day}) or any(
            is_named(other.read, named) for named in self.read.head.earlier
        )


class Placed(msgspec.Struct, frozen=True):
    """The reading of an instrument, and the turn of the state that it changes or makes; `apart` says what else it changes."""

    read: Interpretation
    state: int
    apart: str | None = None


class Absent(msgspec.Struct, frozen=True):
    """An instrument that is not to hand, who names it, and the turn of the state that it changed."""

    named: Named
    by: Interpretation
    state: int


def is_named(read: Interpretation, named: Named) -> bool:
    """Whether an instrument is the one that a recital names, by its number, else by its day."""
    head = read.head
    if named.number is not None and head.number is not None:
        return named.number == head.number
    if named.number is not None and head.kind in WAIVING and not WAIVES.search(named.title or ""):
        return False
    days = {day for day in (head.dated, head.effective.date) if day}
    return named.dated is not None and named.dated in days


def links(
    ours: Sequence[Placed], missing: Sequence[Absent], others: Sequence[Placed], states: Sequence[State]
) -> tuple[Link, ...]:
    """The links in order, by the states that they change; those of other agreements last."""
    ordered: list[tuple[tuple[int, bool, datetime.date, int], Callable[[Sigla], Link]]] = []
    for one in ours:
        amends = one.read.head.kind is not InstrumentKind.RESTATEMENT
        place = (one.state, amends, _day(one, ours), one.read.head.number or 0)
        ordered.append((place, partial(_to_hand, one, states)))
    for gone in missing:
        named = gone.named
        place = (gone.state, True, named.dated or _FAR, named.number or 0)
        ordered.append((place, partial(_not_to_hand, gone)))
    ordered.sort(key=lambda item: item[0])
    sigla = Sigla(one.read.head.number for one in ours)
    made: list[Link] = []
    for _, make in ordered:
        link = make(sigla)
        made.append(msgspec.structs.replace(link, version_of=_version_of(link, made)))
    return (*_of_one_day(made), *(_to_hand(one, (), sigla) for one in others))


def _of_one_day(links: Sequence[Link]) -> Iterator[Link]:
    """The links, those of one day behind those that their recitals name; each says how it is told from the one before."""
    ordered: list[Link] = []
    for link in links:
        behind = (turn for turn, other in enumerate(ordered) if _is_beside(link, other) and other.names(link))
        ordered.insert(next(behind, len(ordered)), link)
    yield from ordered[:1]
    for before, link in itertools.pairwise(ordered):
        if not _is_beside(link, before) or before.read is None or link.read is None:
            yield link
            continue
        told = "its recitals name" if link.names(before) else "its number puts it behind" if counted_apart(before, link) else ""
        says = f"{told} {before.title}, of the same day" if told else f"nothing tells whether {before.title} came first"
        yield msgspec.structs.replace(link, place=f"{link.place}; {says}")


def _is_beside(link: Link, other: Link) -> bool:
    """Whether two instruments are of one day, or of none, and change one state of the agreement."""
    return not (link.restates or other.restates) and (link.state, link.placed) == (other.state, other.placed)


def counted_apart(one: Link, other: Link) -> bool:
    """Whether the numbers of two instruments tell their order."""
    return one.number is not None and other.number is not None and one.number != other.number


def _version_of(link: Link, before: Sequence[Link]) -> str | None:
    """The siglum of an earlier link that is another version of the same instrument."""
    held = ((other.id, other.read) for other in before if link.changes)
    return next((id_ for id_, read in held if read and link.read and versions(link.read, read)), None)


def _day(one: Placed, ours: Sequence[Placed]) -> datetime.date:
    """The day by which an instrument is placed: its own, else that of the next in number that has one."""
    own, number = order(one.read)[0], one.read.head.number
    if own != _FAR or number is None:
        return own
    later = (
        order(other.read)[0]
        for other in ours
        if other.state == one.state and (other.read.head.number or 0) > number
    )
    return min(later, default=_FAR)


def _to_hand(one: Placed, states: Sequence[State], sigla: Sigla) -> Link:
    """The link of an instrument to hand; without `states` it changes another agreement."""
    read, head = one.read, one.read.head
    waives = head.kind in WAIVING
    restates = head.kind is InstrumentKind.RESTATEMENT
    effective = counts_from(head)
    begun = states[one.state].begun if states and one.state else None
    early = effective is not None and begun is not None and effective < begun
    if early:
        place = "by the day of the text that it changes"
    elif effective and awaits(read):
        place = "by the day that it bears"
    elif effective and made_by(effective, head.dated) != effective:
        place = "by the day that it bears, though it counts from an earlier one"
    elif effective:
        place = "by the day on which it takes effect"
    else:
        since = "the day that it bears is doubted" if head.doubted else "it bears no day"
        place = f"by its number, since {since}" if head.number is not None else f"last, since {since}"
    if not states:
        place = f"apart: it amends {one.apart}"
    elif restates:
        place += (
            f"; {signs_of(read, states[0])}; it restates the agreement, and what follows changes its text"
        )
    else:
        place += f"; {signs_of(read, states[one.state])}"
        place += (
            f", before it was restated on {long_day(states[one.state + 1].dated)}"
            if one.state + 1 < len(states)
            else ""
        )
    return Link(
        id=sigla.next(head.number, "R" if restates else "W" if waives else "J" if head.kind is InstrumentKind.JOINDER else ""),
        title=short_title(head.number, head.kind, head.title),
        read=read, named=None, number=head.number, dated=head.dated, effective=begun if early else effective,
        upon=is_upon(read),
        changes=bool(states), place=place, state=one.state,
    )  # fmt: skip


def _not_to_hand(gone: Absent, sigla: Sigla) -> Link:
    named, by = gone.named, gone.by
    waives = named.number is None and bool(WAIVES.search(named.title or ""))
    number = named.number
    title = title_of(named)
    where = by.head.title or by.instrument.document.name
    return Link(
        id=sigla.next(number, "W" if waives else ""), title=title, read=None, named=named, number=number, dated=named.dated,
        effective=named.dated, upon=False, changes=True, place=f"where the recital of {where} counts it", state=gone.state,
    )  # fmt: skip


def if_met(link: Link, day: datetime.date | None = None) -> str:
    """On what an instrument hangs that waits for conditions, as it is said on a day, None for one on which all days are past."""
    if link.by is None:
        return "if its conditions were met"
    return f"if its conditions {'are' if day is not None and day <= link.by else 'were'} met by {long_day(link.by)}"


def made_by(day: datetime.date, dated: datetime.date | None) -> datetime.date:
    """A day, or the later one on which its instrument was made: what counts from before changes the text as it was then."""
    return max(day, dated or day)


def order(read: Interpretation) -> tuple[datetime.date, int, str]:
    """Where an instrument stands among the others: by the day from which it counts, and not before the day on which it was made."""
    head = read.head
    day = made_by(head.effective.date or head.dated or _FAR, head.dated)
    return (day, read.head.number or 0, read.instrument.document.name)
