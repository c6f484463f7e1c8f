"""One change that an instrument orders, and what else its words do: waive, make conditions, refer to other texts."""

import datetime
import enum

import msgspec

from conformed.basis import Finding, Span
from conformed.instrument import Head, Instrument, Party, Path, Signature


class Action(enum.StrEnum):
    """The closed set of changes."""

    REPLACE_PROVISION = "replace_provision"
    DELETE_PROVISION = "delete_provision"
    ADD_PROVISION = "add_provision"
    REPLACE_TEXT = "replace_text"
    DELETE_TEXT = "delete_text"
    INSERT_TEXT = "insert_text"
    REPLACE_THROUGHOUT = "replace_throughout"
    DELETE_ENTRIES = "delete_entries"
    ADD_ENTRIES = "add_entries"
    REPLACE_ENTRIES = "replace_entries"
    RENUMBER = "renumber"
    RESTATE_AGREEMENT = "restate_agreement"
    OVERRIDE = "override"


class Text(msgspec.Struct, frozen=True):
    """Words that an instrument puts in, and where they stand in its file.

    `spelled` tells that the words are named and not written out ("a comma" for ","), so that the span holds
    their name.
    """

    words: str
    span: Span
    spelled: bool = False


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One change.

    `at` is the instrument's own provision that orders it, `sentence` the words that do; `target` the provision
    to be changed.  `old` are the words to be struck, `after` and `before` the words that say where ("$" the end,
    "^" the beginning), `new` the text put in.  `occurrence` counts which of several equal places is meant
    (1 the first, -1 the last, 0 each; None: there must be just one), `closing` that `old` must stand at the end of the
    provision, or that what is added there goes behind the point that the sentence put or struck there, `or_replaces` that a provision that stands already gives way to the one that is added.  `to_end_of` ("provision", "sentence", "paragraph") tells that what is struck goes on from `old`, or from behind `after`, to the end of it.  `keys` are the entries of a table that are meant.  `effective` is set where this change takes effect otherwise than the instrument,
    `waits` where its day waits for what the words do not settle.
    """

    action: Action
    target: Path
    at: str | None
    sentence: Span
    old: str | None = None
    after: str | None = None
    before: str | None = None
    new: Text | None = None
    occurrence: int | None = None
    closing: bool = False
    to_end_of: str | None = None
    or_replaces: bool = False
    keys: tuple[str, ...] = ()
    effective: datetime.date | None = None
    waits: str | None = None


class Waiver(msgspec.Struct, frozen=True, kw_only=True):
    """A waiver or consent: which provisions, how far, from when until when, and what ends it early."""

    at: str | None
    sentence: Span
    provisions: tuple[Path, ...]
    scope: str
    first: datetime.date | None = None
    last: datetime.date | None = None
    lapses_if: str | None = None


class Condition(msgspec.Struct, frozen=True):
    """A condition precedent at its lowest level.

    `led_by` are the words that lead in to the list in which it stands; `last` is the day by which all of these are to be met.
    """

    at: str | None
    text: str
    span: Span
    led_by: Span | None = None
    last: datetime.date | None = None


class Representations(msgspec.Struct, frozen=True, kw_only=True):
    """Representations of the agreement that an instrument makes again, as of a day.

    `provisions` are those that hold them, none where all are meant; `scope` says which in its own words; `as_of` are the words
    for the day and `day` what they mean, where that is known; `saving` is what is said of those that relate to an earlier day.
    """

    at: str | None
    sentence: Span
    provisions: tuple[Path, ...]
    scope: str
    as_of: str | None = None
    day: datetime.date | None = None
    saving: str | None = None


class RecitedDefault(msgspec.Struct, frozen=True):
    """A default, or several, that an instrument says came: the provisions that it names, its words, and what it calls them."""

    at: str | None
    sentence: Span
    provisions: tuple[Path, ...]
    scope: str
    called: str | None = None


class Remark(msgspec.Struct, frozen=True):
    """Something an instrument says that changes no text and that a reader should see.

    `topic` is "filing", "representations", "default", "no default", "incorporated", "mentions" or "reservation"; `paths` are the
    provisions it names and `name` the text outside the matter that it names.  `led_by` are the words that lead in to
    the clause in which it stands, from the outermost on, each from its number: "nothing herein shall:", "(a) be:".
    """

    topic: str
    at: str | None
    sentence: Span
    paths: tuple[Path, ...] = ()
    name: str | None = None
    led_by: tuple[Span, ...] = ()


class Class(enum.StrEnum):
    """What a sentence of an instrument is."""

    TITLE = "title"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    OPERATIVE = "operative"
    PUT_IN = "text put in"
    WAIVER = "waiver"
    CONDITION = "condition"
    REPRESENTATION = "representation"
    BOILERPLATE = "boilerplate"
    TERM = "term"  # what the instrument itself agrees or states, and changes no word of another
    SIGNATURE = "signature"
    ATTACHED = "attached"
    UNREAD = "unread"


class Accounted(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A sentence, or other stretch, of an instrument and its class: characters `start` to `end` of the reading."""

    what: Class
    start: int
    end: int
    at: str | None


class Interpretation(msgspec.Struct, frozen=True):
    """One instrument with all that its words tell and do."""

    instrument: Instrument
    head: Head
    parties: tuple[Party, ...]
    signatures: tuple[Signature, ...]
    operations: tuple[Operation, ...]
    waivers: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]
    account: tuple[Accounted, ...]
    representations: tuple[Representations, ...] = ()
    defaults: tuple[RecitedDefault, ...] = ()
