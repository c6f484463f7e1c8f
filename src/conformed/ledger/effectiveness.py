"""Whether an instrument is in force: its conditions, what is known of each, and the day that follows.

In: the reading of an instrument and the evidence of it.  Out: each condition with its state, the last day on which they may
be met, and from when the instrument counts.  Without evidence a condition is unproved, and the instrument is in force if
its conditions were met.  The rule of the books: a condition precedent with a last day that passed unmet ends the matter
("if, and only if, ... on or before March 24, 2000"): the instrument can no longer take effect.
"""

import datetime
import enum
from collections.abc import Sequence

import msgspec

from conformed.basis import long_day
from conformed.language import Condition, Interpretation
from conformed.language.by_itself import last_day
from conformed.ledger.evidence import About, Evidence


class State(enum.StrEnum):
    """What is known of a condition."""

    MET = "met"
    UNMET = "unmet"
    UNPROVED = "unproved"


class Proof(msgspec.Struct, frozen=True):
    """A condition precedent, what is known of it, and the evidence for that."""

    condition: Condition
    state: State
    evidence: Evidence | None = None


class Failure(msgspec.Struct, frozen=True):
    """Why an instrument is not in force and, where it cannot take effect any more, since when; `why` has no capital and stop."""

    since: datetime.date | None
    why: str

    @property
    def says(self) -> str:
        """Both as a sentence."""
        gone = f"It cannot take effect any more since {long_day(self.since)}" if self.since else "It is not in force"
        return f"{gone}: {self.why}."


class Effectiveness(msgspec.Struct, frozen=True):
    """From when an instrument counts.

    `by` is the last day on which its conditions may be met; `day` is the day from which it counts where all are met, `failed`
    says why it cannot take effect any more.
    """

    proofs: tuple[Proof, ...] = ()
    by: datetime.date | None = None
    day: datetime.date | None = None
    failed: Failure | None = None

    @property
    def upon(self) -> bool:
        """Whether it still waits for conditions."""
        return self.day is None and self.failed is None


def effectiveness(read: Interpretation, names: Sequence[str], known: Sequence[Evidence]) -> Effectiveness:
    """The effectiveness of an instrument that waits for conditions and is called by one of `names`."""
    proofs = tuple(_proof(one, names, known) for one in read.conditions)
    if not proofs and read.head.effective.basis == "conditions":
        proofs = _unlisted(read, names, known)
    by = last_day(read.conditions)
    met = [one.evidence.day for one in proofs if one.state is State.MET and one.evidence]
    failed = _failed(proofs)
    if failed or not proofs or len(met) < len(proofs):
        return Effectiveness(proofs, by, None, failed)
    stated = read.head.effective.date if read.head.effective.basis != "dated" else None
    return Effectiveness(proofs, by, stated or max(met))


def _proof(condition: Condition, names: Sequence[str], known: Sequence[Evidence]) -> Proof:
    told = [one for one in known if one.speaks_of(names, About.CONDITION, condition.at)]
    return Proof(condition, State(told[-1].state), told[-1]) if told else Proof(condition, State.UNPROVED)


def _unlisted(read: Interpretation, names: Sequence[str], known: Sequence[Evidence]) -> tuple[Proof, ...]:
    """The conditions of an instrument that tells of them and lists none, taken as one."""
    span = read.head.effective.span or read.instrument.document.span(0, 1)
    words = " ".join(read.instrument.document.text[span.start : span.end].split())
    return (_proof(Condition(None, words, span), names, known),)


def _failed(proofs: Sequence[Proof]) -> Failure | None:
    """Why the conditions cannot be met any more, and since when."""
    for one in proofs:
        last, known = one.condition.last, one.evidence
        if last and known and (known.day > last if one.state is State.MET else known.day >= last):
            at = f"the condition of § {one.condition.at}" if one.condition.at else "a condition"
            return Failure(last + datetime.timedelta(days=1), f"{at} was not met by {long_day(last)}, the last day for it")
    return None
