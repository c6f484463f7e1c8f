"""What stands beside an instrument's tree and is derived from its words: its head, its parties, its signatures."""

import datetime
import enum

import msgspec

from conformed.basis import Span


class InstrumentKind(enum.StrEnum):
    """What an instrument does, by its head and its words."""

    AGREEMENT = "agreement"
    LETTER = "letter_agreement"
    AMENDMENT = "amendment"
    WAIVER = "waiver"
    AMENDMENT_AND_WAIVER = "amendment_and_waiver"
    CONSENT = "consent"
    RESTATEMENT = "restatement"
    EXTENSION = "extension"
    JOINDER = "joinder"
    OTHER = "other"

    @property
    def stands_alone(self) -> bool:
        """Whether it changes no other instrument."""
        return self in {InstrumentKind.AGREEMENT, InstrumentKind.LETTER, InstrumentKind.OTHER}

    @property
    def agrees(self) -> bool:
        """Whether it is an agreement that changes no other."""
        return self in {InstrumentKind.AGREEMENT, InstrumentKind.LETTER}


class Named(msgspec.Struct, frozen=True):
    """An instrument as another names it: its title, number and date so far as they are told.

    `restated` tells that it is named as it was restated or as it stands, `restated_on` the day of the last restatement.
    """

    title: str | None
    number: int | None
    dated: datetime.date | None
    span: Span | None
    restated: bool = False
    restated_on: datetime.date | None = None

    @property
    def stands_since(self) -> datetime.date | None:
        """The day of the agreement as it is named: that of its last restatement, else its own."""
        return max(filter(None, (self.dated, self.restated_on)), default=None)


class Effective(msgspec.Struct, frozen=True):
    """When an instrument takes effect, in its own words.

    `basis` is "dated", "stated", "conditions", "retroactive", "mixed" or "unknown"; `span` the words that say so.
    """

    date: datetime.date | None
    basis: str
    span: Span | None


class Doubted(msgspec.Struct, frozen=True):
    """A day that an instrument cannot bear, and where it stands."""

    day: datetime.date
    span: Span


class Head(msgspec.Struct, frozen=True):
    """What an instrument is.

    `amends` is the agreement that it changes, None for an instrument that changes none; `earlier` are the
    instruments that its recitals name as having changed that agreement before, in order; `doubted` is a day that it
    says it bears and that is before theirs: it is shown, and nothing is put in order by it.
    """

    kind: InstrumentKind
    number: int | None
    title: str | None
    dated: datetime.date | None
    effective: Effective
    amends: Named | None
    earlier: tuple[Named, ...]
    doubted: Doubted | None = None

    @property
    def borne(self) -> datetime.date | None:
        """The day that the instrument says it bears, though it be doubted."""
        return self.dated or (self.doubted.day if self.doubted else None)


class Party(msgspec.Struct, frozen=True):
    """An entity or person that the preamble names; `collective` are the terms under which it gathers it with others, singular.

    `former` are the names that it bore before.
    """

    name: str
    alias: tuple[str, ...]
    role: str | None
    form: str | None
    jurisdiction: str | None
    span: Span
    collective: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


class Signature(msgspec.Struct, frozen=True):
    """One party's line on a signature page.

    `signed` is True where a name stands as signed, False where the line is blank, None where it cannot be told.
    `capacity` is what it signs as ("as the Agent and as a Lender"), `former` its former name, `chain` those
    through whom it acts, outermost first ("ALDER HOLDINGS INC., as its Sole Member").  `part` is the exhibit on whose
    pages it stands; `form` tells that nobody signed that exhibit: it is a form to be signed later.
    """

    party: str
    signed: bool | None
    signatory: str | None
    title: str | None
    date: datetime.date | None
    capacity: str | None
    former: str | None
    chain: tuple[str, ...]
    span: Span
    part: str | None = None
    form: bool = False
