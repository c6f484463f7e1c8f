"""The officers who sign for several.

In: the lines of signature pages.  Out: each officer who signs for more than one party, with those parties and the title, where
it is one for all of them, in the order of the pages; of several instruments, those in which the officer does.  Names are one
where they agree letter by letter, marks and capitals aside; lines of forms do not count.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from conformed.ledger.persons import name_key


class Line(Protocol):
    """A line of a signature page."""

    @property
    def party(self) -> str: ...  # noqa: D102  (as in Signature)
    @property
    def signed(self) -> bool | None: ...  # noqa: D102
    @property
    def signatory(self) -> str | None: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def form(self) -> bool: ...  # noqa: D102


class LineOf(Line, Protocol):
    """A line of a signature page of an instrument."""

    @property
    def instrument(self) -> str: ...  # noqa: D102  (its siglum)


class Officer(NamedTuple):
    """An officer and the parties for which the officer signs, two or more."""

    name: str
    title: str | None
    parties: tuple[str, ...]


def officers(lines: Iterable[Line]) -> list[Officer]:
    """Those who sign for several parties."""
    names: dict[str, str] = {}
    titles: dict[str, dict[str, str]] = {}
    signs: dict[str, dict[str, str]] = {}
    for one in lines:
        if one.signed and not one.form and one.signatory and name_key(one.signatory) != name_key(one.party):
            key = name_key(one.signatory)
            names.setdefault(key, one.signatory)
            titles.setdefault(key, {}).update({name_key(one.title): one.title} if one.title else {})
            signs.setdefault(key, {}).setdefault(name_key(one.party), one.party)
    return [
        Officer(names[key], next(iter(titles[key].values())) if len(titles[key]) == 1 else None, tuple(parties.values()))
        for key, parties in signs.items()
        if len(parties) > 1
    ]


def by_instrument(lines: Iterable[LineOf]) -> dict[Officer, tuple[str, ...]]:
    """Those who sign for several parties in one instrument, with the sigla of the instruments in which they sign so."""
    of: dict[str, list[LineOf]] = {}
    for one in lines:
        of.setdefault(one.instrument, []).append(one)
    found: dict[Officer, tuple[str, ...]] = {}
    for siglum, several in of.items():
        for officer in officers(several):
            found[officer] = (*found.get(officer, ()), siglum)
    return found


def said(officer: Officer) -> str:
    """An officer in words: `Ada Thorne (President) signs for 2: Bramble Milling, Inc.; Bramble Barges LLC`."""
    title = f" ({officer.title})" if officer.title else ""
    return f"{officer.name}{title} signs for {len(officer.parties)}: {'; '.join(officer.parties)}"
