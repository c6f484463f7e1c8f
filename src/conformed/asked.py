"""What a user asks of a matter: an instrument, a provision, a state of the text.

In: a matter and what was typed.  Out: what it names there, or the end of the program with one sentence (`Sentence`); and a
sentence for each thing that is asked beyond what the documents can tell.
"""

import datetime
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from conformed import given
from conformed.basis import long_day
from conformed.given import NO_MATTER, NO_PROVISION, NOT_WRITTEN, Sentence
from conformed.instrument.paths.typed import typed
from conformed.instrument.tables.entries import in_table
from conformed.passes import Conformed
from conformed.standing.calendars import Lacking, NoCalendar, calendar_named
from conformed.standing.dates import Dated, alone
from conformed.standing.reckoning import asks, set_by
from conformed.version import Passage, Version
from conformed.version.passage import walk

_TOLD_LONGEST = 6  # of a number that many parts have, so many addresses are told

_SHOWN = 6  # names of anchors that a sentence has room for


class Told(NamedTuple):
    """The deadlines of a matter, or of one instrument, with its title and those of the instruments that set them."""

    title: str
    dates: Sequence[Dated]
    titles: Mapping[str, str]


def dates_of(
    files: Sequence[str], day: datetime.date, user: Mapping[str, datetime.date], calendar: str | None
) -> list[Told]:
    """The deadlines of the instruments in one file, each by itself, or of a matter, with the days that a user sets.  Raises `Sentence`."""
    told = _dates_of(files, day, user, calendar)
    asked = {key: said for one in told for each in one.dates for key, said in asks(each.deadline).items()}
    for name in user:
        if not set_by({name: day}).keys() & asked.keys():
            raise Sentence(f"No deadline asks for the day of {name}; {_names(name, asked)}.", NO_PROVISION)
    return told


def _names(wanted: str, asked: Mapping[str, str]) -> str:
    """The names of anchors that can be set, those most like another first."""
    from rapidfuzz import fuzz  # noqa: PLC0415  (only where a name is wrong)

    names = sorted(asked.values(), key=lambda name: -fuzz.ratio(name.lower(), wanted.lower()))
    more = f", and {len(names) - _SHOWN} more that conformed dates lists" if len(names) > _SHOWN else ""
    return f"these are asked for: {'; '.join(names[:_SHOWN])}{more}" if names else "none of them asks for any"


def _dates_of(
    files: Sequence[str], day: datetime.date, user: Mapping[str, datetime.date], calendar: str | None
) -> list[Told]:
    try:
        named = calendar_named(calendar) if calendar is not None else None
        alone_given = len(files) == 1 and not os.path.isdir(files[0]) and not given.is_matter(files[0])  # noqa: PTH112  (pathlib is slow to load)
        reads = given.interpretations(files[0]) if alone_given else []
        if len({one.instrument.document.file for one in reads}) == 1:
            names = [one.head.title or one.instrument.document.name for one in reads]
            return [Told(name, alone(one, day, user, named), {}) for name, one in zip(names, reads, strict=True)]
        matter = given.matter(files)
        for sentence in out_of_reach(matter, day):
            given.tell(sentence)
        titles = {link.id: link.title for link in matter.chain.links}
        return [Told(matter.chain.title, matter.dates(matter.as_of(day), day, user, named), titles)]
    except NoCalendar as error:
        raise Sentence(str(error), NO_PROVISION) from None
    except Lacking as error:
        raise Sentence(str(error), NOT_WRITTEN) from None


def instrument_called(matter: Conformed, title: str) -> str:
    """The siglum of the instrument of a matter that is called by a title.  Raises `Sentence`."""
    called = matter.called(title)
    if len(called) == 1:
        return called[0].id
    among = called or [link for link in matter.chain.links if link.read is not None]
    names = ", ".join(
        f"{link.id} ({link.title}, {link.read.instrument.document.name})" for link in among if link.read
    )
    if not names:
        raise Sentence(f"No instrument to hand is called {title}: only the agreement is to hand.", NO_MATTER)
    how = "Several instruments are" if called else "No instrument to hand is"
    raise Sentence(f"{how} called {title}; name one of these by its mark: {names}.", NO_MATTER)


def passages(matter: Conformed, version: Version, provision: str, *, struck: bool = False) -> list[Passage]:
    """The passages that an address names, with those that were struck where wanted.  Raises `Sentence`."""
    title, _, path = provision.rpartition(":")
    siglum = instrument_called(matter, title) if title else None
    found = matter.provision(version, path, siglum, struck=struck) if path.strip() else []
    if not found and any(one.place and in_table(one.place) for one in typed(path)):
        for one in matter.provision(version, path, siglum, whole=True):
            says = f"Rows and columns are not shown alone: ask for {one.path}, or have conformed outline print them of one document."
            raise Sentence(says, NO_PROVISION)
    if not found:
        now = [] if title else [one.path for _, one in matter.formerly(version, provision)]
        deeper = [] if title else _within_parts(version, path)
        if now:
            what = f"it got another number, and is {' or '.join(now)} now."
        elif deeper:
            what = f"ask for {' or '.join(deeper)}."
        else:
            what = "conformed show without --provision prints all of it."
        raise Sentence(f"No provision {provision} stands in the text; {what}", NO_PROVISION)
    return found


def _within_parts(version: Version, path: str) -> list[str]:
    """The addresses of a text that end in one that was typed, behind the part in which they stand."""
    ends = tuple(f"/{one}".casefold() for one in typed(path))
    found = dict.fromkeys(one.path for _, one in walk(version.root) if one.path.casefold().endswith(ends))
    return list(found)[:_TOLD_LONGEST]


def out_of_reach(matter: Conformed, as_of: datetime.date | None, *counts: object) -> Iterator[str]:
    """What to say where more is asked than the documents can tell: of a day, or of a count of instruments."""
    held = sum(1 for link in matter.chain.links if link.read is not None and link.changes)
    asked = max((count for count in counts if isinstance(count, int)), default=0)
    if asked > held:
        yield f"{asked} instruments are asked for; {held} {'is' if held == 1 else 'are'} to hand, and all of {'them' if held != 1 else 'it'} counted."
    dated = matter.chain.dated
    if as_of is not None and dated is not None and as_of < dated:
        yield f"the agreement is dated {long_day(dated)}; on {long_day(as_of)} it was not made yet, and its own text is shown."
    for link in matter.chain.links if as_of is not None else ():
        if link.read is not None and link.changes and link.effective is None:
            yield f"{link.title} bears no day; what it changes is not shown."


def asked_for(
    matter: Conformed,
    as_of: datetime.date | None,
    after: int | None,
    known_at: datetime.date | None,
    left_out: Collection[str],
    *,
    redline: bool,
    against: datetime.date | int | None,
) -> Iterator[str]:
    """Which text is shown, in words."""
    dated = matter.chain.dated
    if as_of is not None and dated is not None and as_of < dated:
        yield f"No text was in force on {long_day(as_of)}, before the agreement was made; its own text is shown"
    elif as_of is not None:
        yield f"Text in force on {long_day(as_of)}"
    else:
        yield f"Text {_state(matter, after)}"
    if known_at is not None:
        yield f"with what was known on {long_day(known_at)}"
    titles = [link.title for link in matter.chain.links if link.id in left_out]
    yield from (f"without {title}" for title in titles)
    if against is not None:
        state = _state(matter, against) if isinstance(against, int) else f"of {long_day(against)}"
        yield f"a redline against the text {state}"
    elif redline:
        yield "a redline against the agreement as signed"


def _state(matter: Conformed, count: int | None) -> str:
    """A text with the first instruments, None for all, in words."""
    if count is None or count > len(matter.links()):
        return "with all instruments to hand"
    first = "the first instrument to hand"
    return {0: f"before {first}", 1: f"with {first}"}.get(count, f"with the first {count} instruments to hand")
