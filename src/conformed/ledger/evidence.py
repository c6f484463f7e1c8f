"""Evidence: what a person knows to have happened, in a file beside the documents.

In: `evidence.toml` (TOML 1.0).  Out: each piece of evidence: of which instrument it speaks, what came or is known not to
have come, on which day, what document shows it, and who entered it.  Evidence changes no word of any document: it tells
whether conditions are met, whether a waiver ended early, whether an event came that a change waits for, and whether an
instrument was signed of which the copy to hand is blank.
"""

import datetime
import enum
from collections.abc import Iterable
from typing import Literal

import msgspec

from conformed.basis import long_day
from conformed.instrument import parse_path
from conformed.ledger.records import BadRecord, records


class About(enum.StrEnum):
    """What a piece of evidence speaks of."""

    CONDITION = "condition"
    EVENT = "event"  # for which a change waits
    LAPSE = "lapse"  # what ends a waiver early
    SIGNING = "signing"  # of the instrument, by all who have a line to sign on


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is known.

    `at` is the instrument's own provision, None where it speaks of all conditions; `day` that on which it came, or as of
    which it had not come; `document` what shows it.
    """

    instrument: str
    day: datetime.date
    document: str
    by: str
    at: str | None = None
    about: About = About.CONDITION
    state: Literal["met", "unmet"] = "met"
    entered: datetime.date | None = None

    @property
    def says(self) -> str:
        """What shows it, and who entered it when."""
        when = f" on {long_day(self.entered)}" if self.entered else ""
        how = f"on {long_day(self.day)}" if self.state == "met" else f"not by {long_day(self.day)}"
        return f"{how}: {self.document.rstrip('.')}; entered by {self.by}{when}."

    def speaks_of(self, names: Iterable[str], about: About, at: str | None) -> bool:
        """Whether it speaks of an instrument that is called by one of `names`, and of what stands at its provision `at`."""
        if self.about is not about or self.instrument.strip().lower() not in {name.lower() for name in names}:
            return False
        return self.at is None or (at is not None and _within(at, self.at))


def _within(path: str, above: str) -> bool:
    """Whether a provision is the one that a person writes ("§ 3(a)", "Section 3"), or stands under it."""
    inner, outer = parse_path(path), parse_path(above)
    steps = (*([outer.section] if outer.section else []), *outer.steps)
    if not steps or (outer.document, outer.part, outer.term) != (inner.document, inner.part, inner.term):
        return inner == outer
    return (*([inner.section] if inner.section else []), *inner.steps)[: len(steps)] == steps


class _File(msgspec.Struct, forbid_unknown_fields=True):
    evidence: list[Evidence]


def evidence_of(name: str, data: bytes, today: datetime.date | None = None) -> tuple[Evidence, ...]:
    """The evidence in a file; none of a day behind `today`.  Raises `BadRecord`."""
    _, written = records(name, data, _File, "evidence")
    for number, one in enumerate(written.evidence, 1):
        if not (one.instrument.strip() and one.by.strip() and one.document.strip()):
            raise BadRecord(f"Evidence {number} in {name} must say of which instrument it is, what shows it, and by whom.")
        if one.at is not None and not one.at.strip():
            raise BadRecord(f"Evidence {number} in {name} names an empty provision; leave `at` out where all conditions are meant.")
        if today is not None and (late := max(one.day, one.entered or one.day)) > today:
            raise BadRecord(f"Evidence {number} in {name} is of {long_day(late)}, a day to come: write only what came, or had not come, by today.")
    return tuple(written.evidence)


def written(one: Evidence) -> str:
    """A piece of evidence as its file holds it, under what stands there."""
    fields = {
        "instrument": one.instrument,
        "at": one.at,
        "about": None if one.about is About.CONDITION else str(one.about),
        "state": one.state,
        "day": one.day,
        "document": one.document,
        "by": one.by,
        "entered": one.entered,
    }
    lines = [f"{name} = {_value(value)}" for name, value in fields.items() if value is not None]
    return "\n".join(["[[evidence]]", *lines, ""])


def _value(value: object) -> str:
    """A value as TOML writes it: a day bare, words between quotation marks as JSON escapes them."""
    return value.isoformat() if isinstance(value, datetime.date) else msgspec.json.encode(value).decode()
