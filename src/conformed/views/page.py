"""What the reading page shows and `matter.json` holds: a matter as of the day it was built, as flat values.

Everything that a text of a document says stands here in its own words, with the span and page it comes from.
Ids: an instrument's id is its *siglum* ("A" the agreement, "1", "2", ... amendments, "W" or "W2" waivers);
an entry's is "<siglum>-<n>"; a provision's is "p<n>" in the order of the text; a finding's is its number.
Days are ISO dates.
"""

import datetime
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.standing.stands import Stage

Day = datetime.date
_PARTS = pattern(r"[,;]|\band\b", ENGLISH)  # between the capacities of one sentence
_AS = pattern(  # before the name of a capacity
    r"^\s*(?:individually|solely|in\sits\s(?:individual\s)?capacit(?:y|ies)(?:\sas)?|as)?\s*(?:(?:the|an?|its)\b)?", ENGLISH
)
_OF = ("for", "of", "on", "to", "under")  # behind it


class PageDocument(msgspec.Struct, frozen=True):
    """A file as delivered."""

    id: str
    name: str
    pages: int
    characters: int


class PageCondition(msgspec.Struct, frozen=True):
    """A condition precedent: `state` is "met", "unmet" or "unproved".

    `led_by` are the words that lead in to the list in which it stands; `last` is the day by which it is to be met; `owed` is who
    is to do what it asks, where its words tell.
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
    known of its signing beside the copy to hand.
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


class PageRun(msgspec.Struct, frozen=True):
    """The longest piece of text with one history.

    `added` is the entry that brought it (None: the agreement), `struck` the one that took it away (None: it
    stands).  `lacuna` says, for a run without text, what is not to hand here.  `ours` marks words that are
    Conformed's and no document's, such as "[Deleted by Amendment No. 2]".
    """

    text: str
    span: Span | None
    page: int | None
    added: str | None
    struck: str | None
    lacuna: str | None
    ours: bool


class PageProvision(msgspec.Struct, frozen=True):
    """One addressable stretch of the text, in the order of the text.

    `kind` is "title", "contents", "preamble", "recital", "article", "section", "clause", "definition", "paragraph", "row",
    "quotation", "part" or "signature"; `level` the depth of indentation within its section (0: flush); `number` and
    `heading`, as printed, stand on the page before the words and are not in the runs.  `run_in` tells that it follows the
    provision before it on the same line.  `numbers` is the history of `number` where an instrument gave it another,
    as runs.  `outline` tells that it is listed in the outline.  `cells` of a "row"
    are told apart by tabs in its runs, and `columns` are the columns of the file in which they begin.
    """

    id: str
    path: str
    parent: str | None
    kind: str
    level: int
    number: str | None
    heading: str | None
    run_in: bool
    outline: bool
    added: str | None
    struck: str | None
    runs: tuple[PageRun, ...]
    numbers: tuple[PageRun, ...] = ()
    columns: tuple[int, ...] = ()


class PageEntry(msgspec.Struct, frozen=True):
    """One operation of an instrument, as entered in the ledger.

    `outcome` is "applied", "unapplied", "held" or "not_in_force", `because` says in one sentence why it is not
    applied, or what it waits for; `label` is a short description for the margin ("Clause replaced"), `sentence` the words that
    order it, `provisions` the ids of the provisions it bears on.  `action` "override" edits no words.  `ruling` says
    who decided on it, when and why, where a ruling gives the order.
    """

    id: str
    instrument: str
    action: str
    label: str
    target: str
    at: str | None
    sentence: str
    span: Span | None
    page: int | None
    effective: Day | None
    outcome: str
    because: str | None
    finding: int | None
    provisions: tuple[str, ...]
    ruling: str | None = None


class PageCandidate(msgspec.Struct, frozen=True):
    """A place that fits, or nearly."""

    path: str
    text: str
    provision: str | None
    span: Span | None


class PageFinding(msgspec.Struct, frozen=True):
    """A finding.  `open` tells whether it is an open point; `since` the day from which it bears on the text.

    `settled_by` says what would settle it, or the ruling that does; `margin` what the margin says of it, where this is more
    than its kind.
    """

    number: int
    kind: str
    says: str
    open: bool
    since: Day | None
    path: str | None
    instrument: str | None
    entry: str | None
    provisions: tuple[str, ...]
    quote: str | None
    span: Span | None
    page: int | None
    nearest: PageCandidate | None
    candidates: tuple[PageCandidate, ...]
    settled_by: str
    margin: str | None = None


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


class PageLender(msgspec.Struct, frozen=True):
    """A lender with its commitment, None where that is not told, and whether it signed."""

    name: str
    commitment: Decimal | None
    signed: bool


class PageConsent(msgspec.Struct, frozen=True):
    """The consent of a group of lenders to an instrument, reckoned from the copies to hand.

    `reached` is "met", "not met" or "unknown", and `why` says what is not known; `asks` is what is asked of the group, `share`
    the percentage of that, `part` the one that has signed; `path` is its definition and `provision` that on the page; `listed`
    says where the commitments are listed.
    """

    instrument: str
    group: str
    reached: str
    why: str | None
    asks: str | None
    share: float | None
    part: float | None
    path: str | None
    provision: str | None
    listed: str | None
    lenders: tuple[PageLender, ...]

    @property
    def amounts(self) -> tuple[Decimal, Decimal] | None:
        """The commitments of those who signed, and of all, where they are known."""
        if not self.lenders or any(one.commitment is None for one in self.lenders):
            return None
        of_all = [(one.commitment or Decimal(0), one.signed) for one in self.lenders]
        return sum((amount for amount, signed in of_all if signed), Decimal(0)), sum((amount for amount, _ in of_all), Decimal(0))


class PageParty(msgspec.Struct, frozen=True):
    """An entity or person that a preamble names, with the instruments that name it.

    `signs` are the capacities in which it signs, `former` its former names, `states` those in which a schedule lists it.
    """

    name: str
    alias: tuple[str, ...]
    role: str | None
    form: str | None
    jurisdiction: str | None
    instruments: tuple[str, ...]
    former: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def acts(self) -> tuple[str, ...]:
        """Its role, and the capacities in which it signs where these say more; those alone where no role is stated."""
        if self.role is None:
            return self.signs
        held = {f"{one} " for one in _capacities(self.role)}
        more = [sign for sign in self.signs if any(not _among(one, held) for one in _capacities(sign))]
        return (self.role, *([f"signs {'; '.join(more)}"] if more else []))


def _capacities(words: str) -> list[str]:
    """The single capacities of which words speak: `as Agent and as a Lender` of `agent` and `lender`."""
    return [one for each in _PARTS.split(words.lower()) if (one := _AS.sub("", each).strip().removesuffix("s"))]


def _among(one: str, held: Iterable[str]) -> bool:
    """Whether a capacity is one of those held: `agent` is `agent for the lenders`, but no `agent bank`."""
    return any(other == f"{one} " or other.startswith(tuple(f"{one} {word} " for word in _OF)) for other in held)


class PageTie(msgspec.Struct, frozen=True):
    """How one entity is tied to another: `kind` is "acts by", "affiliate of" or "guarantees to"; `other` is None where it is not named.

    `again` are the sigla of the instruments that reaffirm it.
    """

    kind: str
    one: str
    other: str | None
    how: str
    dated: Day | None
    instrument: str
    page: int | None
    span: Span | None
    again: tuple[str, ...] = ()


class PageMember(msgspec.Struct, frozen=True):
    """A member of a group.

    `how` is "definition", "preamble", "signature", "guaranty" or "joinder", at a place of an instrument; `told` says it in words.
    """

    name: str
    how: str
    instrument: str
    at: str | None
    told: str


class PageGroup(msgspec.Struct, frozen=True):
    """Who a collective term stands for on the day of the page.

    `path` is its definition and `provision` that on the page; `rest` the words of it, or the terms, that name nobody known.
    """

    term: str
    path: str | None
    provision: str | None
    members: tuple[PageMember, ...]
    rest: tuple[str, ...]


class PageAffiliates(msgspec.Struct, frozen=True):
    """The operating affiliates of a party in one state (postal code), as a schedule lists them."""

    state: str
    names: tuple[str, ...]
    instrument: str
    page: int | None
    span: Span | None


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


class Page(msgspec.Struct, frozen=True):
    """The whole matter, ready to be shown.

    `files` has a sentence for each file that was given and left out, or taken in with a doubt.
    """

    version: str
    title: str
    today: Day
    first: Day
    last: Day
    remark: str | None
    documents: tuple[PageDocument, ...]
    instruments: tuple[PageInstrument, ...]
    provisions: tuple[PageProvision, ...]
    entries: tuple[PageEntry, ...]
    findings: tuple[PageFinding, ...]
    waivers: tuple[PageWaiver, ...]
    signatures: tuple[PageSignature, ...]
    parties: tuple[PageParty, ...]
    affiliates: tuple[PageAffiliates, ...]
    references: tuple[PageReference, ...]
    notes: tuple[PageNote, ...]
    dates: tuple[PageDate, ...]
    files: tuple[str, ...] = ()
    ties: tuple[PageTie, ...] = ()
    observed: tuple[PageObserved, ...] = ()
    deadlines: tuple[PageDeadline, ...] = ()
    consents: tuple[PageConsent, ...] = ()
    groups: tuple[PageGroup, ...] = ()
