"""What became of an operation: exactly one of applied, unapplied, held, not in force."""

import enum

import msgspec

from conformed.basis import Candidate, Finding, FindingKind
from conformed.ledger import Entry
from conformed.version.passage import Passage, Trail


class OutcomeKind(enum.StrEnum):
    """The outcomes that an operation can have."""

    APPLIED = "applied"
    UNAPPLIED = "unapplied"
    HELD = "held"
    NOT_IN_FORCE = "not_in_force"


class Outcome(msgspec.Struct, frozen=True):
    """What became of one entry: why it is not applied, or not with all of its words, and the paths of the provisions that it bears on.

    `count` tells in how many places words were replaced that are replaced throughout.
    """

    entry: str
    kind: OutcomeKind
    because: str | None = None
    paths: tuple[str, ...] = ()
    finding: Finding | None = None
    count: int | None = None


class Step(msgspec.Struct, frozen=True):
    """The text after the turn of an entry, what became of the entry, and what was met."""

    entry: Entry
    root: Passage
    outcome: Outcome
    findings: tuple[Finding, ...] = ()


class Applied(msgspec.Struct, frozen=True):
    """The text after an operation, and the places where it bears.

    `slip` tells of a slip of the drafting that was met, `lacuna` of text that is put in and not to hand, `count` in how
    many places words were replaced.
    """

    root: Passage
    trails: tuple[Trail, ...]
    slip: str | None = None
    lacuna: str | None = None
    count: int | None = None


class Refused(Exception):
    """Why an operation is not applied: it carries the finding.  It never leaves this package."""

    def __init__(self, finding: Finding) -> None:
        """Carry a finding."""
        super().__init__(finding.says)
        self.finding = finding


def refuse(
    entry: Entry,
    kind: FindingKind,
    says: str,
    nearest: Candidate | None = None,
    candidates: tuple[Candidate, ...] = (),
) -> Refused:
    """The refusal of an entry with a finding."""
    operation = entry.operation
    found = Finding(
        kind, says, (operation.sentence,), path=str(operation.target), instrument=entry.link, entry=entry.id
    )
    return Refused(msgspec.structs.replace(found, nearest=nearest, candidates=candidates))
