"""What is observed of the terms and references of a text: one thing, with each place.

Values only; `terms` and `references` make them.
"""

import enum

import msgspec

from conformed.basis import Candidate


class About(enum.StrEnum):
    """What an observation is about."""

    UNDEFINED = "used and not defined"
    UNUSED = "defined and not used"
    TWICE = "defined twice"
    TAKEN = "taken from another document"
    NOT_THERE = "reference to what does not stand"
    MISNUMBERED = "reference to itself by another number"
    CHANGED = "reference to what was changed"
    LACKING = "reference to what is not in the file"


OBSERVED: dict[str, str] = {  # each kind, as lists of them are headed, in their order
    About.UNDEFINED: "Terms used and not defined",
    About.NOT_THERE: "References to provisions that do not stand",
    About.MISNUMBERED: "Provisions that call themselves by another number",
    About.CHANGED: "References to provisions that were changed since",
    About.LACKING: "Exhibits and schedules that are not in the file",
    About.TWICE: "Terms defined more than once",
    About.UNUSED: "Terms defined and not used",
    About.TAKEN: "Terms taken from another document",
}


class Observed(msgspec.Struct, frozen=True):
    """One observation: the term or reference it is about, a sentence for a lawyer, and the places in the order of the text.

    `before` and `now` are, of a reference to what was changed, both texts; `instrument` is the siglum of the one whose own
    words the places are, where they are not those of the text.
    """

    about: About
    what: str
    says: str
    places: tuple[Candidate, ...]
    before: str | None = None
    now: str | None = None
    instrument: str | None = None
