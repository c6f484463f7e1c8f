"""What the page shows beside the text: notes, references to what is outside the file, days, terms."""

import datetime

import msgspec

from conformed.basis import Span

Day = datetime.date


class PageReference(msgspec.Struct, frozen=True):
    """A text outside the matter that an instrument makes part of it, such as a tariff."""

    name: str
    dated: Day | None
    sentence: str
    instrument: str
    at: str | None
    page: int | None
    span: Span | None


class PageNote(msgspec.Struct, frozen=True):
    """Something an instrument says that a reader should see: a filing, a remaking of representations.

    `provisions` are the ids of those it speaks of, where the reading page shows it in the margin.
    """

    topic: str
    sentence: str
    instrument: str
    at: str | None
    page: int | None
    span: Span | None
    provisions: tuple[str, ...] = ()


class PageDate(msgspec.Struct, frozen=True):
    """The day that an instrument bears, or from which it counts."""

    day: Day
    what: str
    instrument: str


class PagePlace(msgspec.Struct, frozen=True):
    """A place in the text: its path, the words there, the provision of the page that holds them, and the page of the file."""

    path: str
    text: str
    provision: str | None
    page: int | None
    span: Span | None


class PageObserved(msgspec.Struct, frozen=True):
    """Something that is surely amiss with a term or a reference of the text with all changes, or that it takes from elsewhere.

    `about` is the kind, `what` the term or the path of the reference; `before` and `now` are both texts of a provision
    that was changed since the words that refer to it; `instrument` is the one whose own words the places are.
    """

    about: str
    what: str
    says: str
    places: tuple[PagePlace, ...]
    before: str | None
    now: str | None
    instrument: str | None = None


class PageDeadline(msgspec.Struct, frozen=True):
    """A day or period that a provision or instrument sets: `days` where it can be reckoned, else `wants` what would settle it.

    The last days of waivers and conditions are among them, as in `conformed dates`.
    `provisions` are the ids of the provisions that set it.
    """

    says: str
    days: tuple[Day, ...]
    wants: str | None
    sentence: str
    instrument: str
    at: str | None
    page: int | None
    span: Span | None
    provisions: tuple[str, ...] = ()
