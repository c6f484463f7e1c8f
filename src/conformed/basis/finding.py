"""What is not settled: a finding says what was met, where, and what would settle it.

Findings are values in the result, never exceptions: a document may say anything.  The kinds are a closed
list; `docs/findings.md` explains each.
"""

import enum

import msgspec

from conformed.basis.span import Span


class FindingKind(enum.StrEnum):
    """The kinds of finding."""

    UNREAD = "Unread"
    NOT_FOUND = "NotFound"
    AMBIGUOUS = "Ambiguous"
    LACUNA = "Lacuna"
    OTHER_AGREEMENT = "OtherAgreement"
    MISSING_INSTRUMENT = "MissingInstrument"
    ZOMBIE = "Zombie"
    CLASH = "Clash"
    UPON = "Upon"
    SLIP = "Slip"
    STRAY_PAGE = "StrayPage"
    BLANK_SIGNATURE = "BlankSignature"
    OTHER_SIGNER = "OtherSigner"
    DUPLICATE = "Duplicate"
    NO_AGREEMENT = "NoAgreement"
    SECOND_AGREEMENT = "SecondAgreement"
    EXTERNAL_TEXT = "ExternalText"
    TRACKED = "Tracked"
    UNFIT_RULING = "UnfitRuling"
    UNFIT_EVIDENCE = "UnfitEvidence"


SETTLED_BY: dict[FindingKind, str] = {
    FindingKind.UNREAD: "a ruling on what the sentence orders",
    FindingKind.NOT_FOUND: "a ruling, or the missing instrument",
    FindingKind.AMBIGUOUS: "a ruling on which is meant",
    FindingKind.LACUNA: "the document that holds the text, or a restatement of the provision",
    FindingKind.OTHER_AGREEMENT: "a ruling that it amends this agreement, or its own agreement",
    FindingKind.MISSING_INSTRUMENT: "the instrument",
    FindingKind.ZOMBIE: "a ruling",
    FindingKind.CLASH: "a date of one of the two instruments, the version that was made, or a ruling",
    FindingKind.UPON: "evidence that the conditions were met, such as a closing notice",
    FindingKind.SLIP: "a ruling, or a correcting instrument",
    FindingKind.STRAY_PAGE: "the instrument as it was signed, or a ruling",
    FindingKind.BLANK_SIGNATURE: "the counterpart that the party signed",
    FindingKind.OTHER_SIGNER: "the page that the party signed, or what shows that the two are one",
    FindingKind.DUPLICATE: "nothing: the second copy is left out",
    FindingKind.NO_AGREEMENT: "the agreement",
    FindingKind.SECOND_AGREEMENT: "a folder for each agreement",
    FindingKind.EXTERNAL_TEXT: "the document that the text refers to, as of a day",
    FindingKind.TRACKED: "a copy without marks, or a ruling that its words stand as read",
    FindingKind.UNFIT_RULING: "a correction of the ruling, or its removal",
    FindingKind.UNFIT_EVIDENCE: "a correction of the evidence, or its removal",
}


Mark = tuple[FindingKind, tuple[Span, ...], str | None, str]


class Candidate(msgspec.Struct, frozen=True):
    """One of several places that fit: its path and the words there."""

    path: str
    text: str
    span: Span | None = None


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not settled.

    `says` is one sentence for a lawyer; `places` are the words it speaks of; `path` is the provision of the
    agreement it bears on, `instrument` and `entry` the id of what gave rise to it; `nearest` is the passage
    most like words that were not found; `candidates` the places that fit equally.
    """

    kind: FindingKind
    says: str
    places: tuple[Span, ...] = ()
    path: str | None = None
    instrument: str | None = None
    entry: str | None = None
    nearest: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def mark(self) -> Mark:
        """What tells it from all others, whatever else changed in the text."""
        return self.kind, self.places, self.entry, self.says if not self.places else ""

    @property
    def settled_by(self) -> str:
        """What would settle it."""
        return SETTLED_BY[self.kind]
