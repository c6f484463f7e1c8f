"""Which text of a matter is chosen: as of a day or after some instruments, without one of them, against an earlier state.

In: a matter and the choice as typed.  Out: the version that it names, and what may be said of it; a choice that cannot be
ends the program with one sentence (`Sentence`).
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from conformed.asked import asked_for, instrument_called, out_of_reach
from conformed.given import NOT_UNDERSTOOD, Sentence
from conformed.passes import Conformed
from conformed.version import Passage, Version, by_word, since


class Choice(msgspec.Struct, frozen=True):
    """What is typed: `as_of` a day or `after` so many instruments, what was `known_at` a day, `without` some, `against` an earlier state."""

    as_of: datetime.date | None = None
    after: int | None = None
    known_at: datetime.date | None = None
    without: tuple[str, ...] = ()
    redline: bool = False
    against: datetime.date | int | None = None

    @classmethod
    def typed(cls, without: Sequence[str], **options: Any) -> "Choice":
        """The choice that the options of a command make.  Raises `Sentence` where it cannot be."""
        choice = cls(without=tuple(without), **options)
        if choice.as_of is not None and choice.after is not None:
            raise Sentence("Give --as-of or --after, not both.", NOT_UNDERSTOOD)
        return choice


class Chosen(msgspec.Struct, frozen=True):
    """The text that is chosen of a matter: the instruments whose changes it may hold, the entries in force in it, and those before it."""

    matter: Conformed
    choice: Choice
    left_out: tuple[str, ...]
    links: list[str]
    now: list[str]
    before: list[str] | None
    version: Version

    @property
    def marked(self) -> bool:
        """Whether its changes are shown."""
        return self.choice.redline or self.before is not None

    def shown(self, passages: Sequence[Passage]) -> list[Passage]:
        """Some of its passages, with the changes of an earlier state taken as made; of a redline, by word."""
        known = list(passages) if self.before is None else [since(one, self.before) for one in passages]
        return [by_word(one, self.matter.chain.documents) for one in known] if self.marked else known

    def told(self) -> Iterator[str]:
        """What to say where more is asked than the documents can tell, or nothing is changed."""
        yield from out_of_reach(self.matter, self.choice.as_of, self.choice.after, self.choice.against)
        if self.before is not None and set(self.before) == set(self.now):
            yield "nothing is changed since the state that --against names."

    def says(self) -> Iterator[str]:
        """Which text it is, in words."""
        choice = self.choice
        yield from asked_for(
            self.matter, choice.as_of, choice.after, choice.known_at, self.left_out, redline=choice.redline, against=choice.against
        )

    def front(self) -> str:
        """What stands above the text."""
        return self.matter.front(self.now, self.links, self.choice.as_of, *self.says())

    def beside(self, passages: Sequence[Passage]) -> list[str]:
        """The notes on some of its passages."""
        day, links = self.choice.as_of, self.links
        notes = self.matter.beside(self.version, passages, day=day, links=links)
        return [*notes, *self.matter.unsettled(self.version, passages, day=day, links=links)]

    @property
    def day(self) -> datetime.date | None:
        """The day for which it stands: the one that is asked for, or the last on which a change of it takes effect."""
        now = set(self.now)
        told = [one.effective for one in self.matter.entries if one.id in now]
        days = [day for day in (*told, self.matter.chain.dated) if day]
        return self.choice.as_of or max(days, default=None)


def chosen(matter: Conformed, choice: Choice) -> Chosen:
    """The text of a matter that is chosen.  Raises `Sentence`."""
    left_out = tuple(instrument_called(matter, title) for title in choice.without)
    links = matter.links(choice.after, without=left_out)
    now = matter.in_force(links, choice.as_of)
    before = None
    if choice.against is not None:
        count, on = (choice.against, None) if isinstance(choice.against, int) else (None, choice.against)
        before = matter.in_force(matter.links(count, without=left_out), on)
        if not set(before) <= set(now):
            raise Sentence("--against must name an earlier state than the one that is shown.", NOT_UNDERSTOOD)
    return Chosen(matter, choice, left_out, links, now, before, matter.text(now))
