"""What the page shows of the instruments: where each stands, what it waits for and waives, and who signed it."""

import datetime

import msgspec

from conformed.basis import Span
from conformed.standing.stands import Stage

Day = datetime.date


class PageCondition(msgspec.Struct, frozen=True):
    """A condition precedent: `state` is "met", "unmet" or "unproved".

    `led_by` are the words that lead in to the list in which it stands; `last` is the day by which it is to be met; `owed` is who
    is to do what it asks, where its words tell; `beside` are sentences on them, of one that is not proved: names that no party
    bears, and who has signed in the copy to hand.
    """

    at: str
    text: str
    state: str
    evidence: str | None
    page: int | None
    span: Span | None
    led_by: str | None = None
    last: Day | None = None
    owed: str | None = None
    beside: tuple[str, ...] = ()


class PageRepresentations(msgspec.Struct, frozen=True):
    """Representations of the agreement that an instrument makes again; all where `provisions` is empty.

    `as_of` are its words for the day as of which, `day` what they mean where that is known, `saving` what it says of those that
    relate to an earlier day; `says` tells all of it in words.
    """

    at: str | None
    provisions: tuple[str, ...]
    scope: str
    as_of: str | None
    day: Day | None
    saving: str | None
    says: str
    page: int | None
    span: Span | None


class PageRecitedDefault(msgspec.Struct, frozen=True):
    """A default that an instrument says came: the provisions that it names, its words, and what it calls the default."""

    at: str | None
    provisions: tuple[str, ...]
    scope: str
    called: str | None
    says: str
    page: int | None
    span: Span | None


class PageInstrument(msgspec.Struct, frozen=True):
    """An instrument of the chain, or one that a recital names and that is not to hand (`missing`).

    `kind` is as in the reading of an instrument ("agreement" for the agreement itself); `changes` tells
    whether its operations are entries of the ledger (not for another agreement's amendment); `effective` is the day
    from which its entries count on the timeline, None where none can be told; `basis` says why in a few
    words; `upon` tells that this waits for conditions that are not proved; `until` is the last day of a waiver.
    `stages` tell how it stands from a day on, until the next stage, and `standing` where it stands on the day of the page;
    `day` is that at which it stands in its order on the timeline.  `blank` tells how many signature lines are blank in the
    copy to hand, `waits` which changes wait for an event.  `unfixed` tells that it counts from the day on which its conditions
    are met, which is not known: it is shown from its date; `failed` says why it is not in force at all; `signing` is what is
    known of its signing beside the copy to hand; `along` are the instruments that change the text that it restates, and are
    left out with it.
    """

    id: str
    title: str
    kind: str
    number: int | None
    dated: Day | None
    effective: Day | None
    basis: str
    upon: bool
    until: Day | None
    missing: bool
    changes: bool
    document: str | None
    standing: str
    place: str
    conditions: tuple[PageCondition, ...]
    blank: str = ""
    waits: tuple[str, ...] = ()
    unfixed: bool = False
    failed: str | None = None
    day: Day | None = None
    stages: tuple[Stage, ...] = ()
    signing: str | None = None
    representations: tuple[PageRepresentations, ...] = ()
    defaults: tuple[PageRecitedDefault, ...] = ()
    along: tuple[str, ...] = ()


class PageWaiver(msgspec.Struct, frozen=True):
    """A waiver or consent: an overlay that alters no text; `provisions` are paths, `places` ids of the page.

    `named` are ids of what its scope names beside the provisions that it waives.
    """

    id: str
    instrument: str
    at: str | None
    provisions: tuple[str, ...]
    places: tuple[str, ...]
    scope: str
    first: Day | None
    last: Day | None
    lapses_if: str | None
    sentence: str
    span: Span | None
    page: int | None
    named: tuple[str, ...] = ()


class PageSignature(msgspec.Struct, frozen=True):
    """A signature block: `signed` True, False (the line is blank) or None (cannot be told).

    `part` is the exhibit on whose pages it stands; `form` tells that nobody signed that exhibit.
    """

    instrument: str
    party: str
    capacity: str | None
    former: str | None
    chain: tuple[str, ...]
    signed: bool | None
    signatory: str | None
    title: str | None
    date: Day | None
    page: int | None
    span: Span | None
    part: str | None = None
    form: bool = False
