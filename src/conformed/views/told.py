"""What every view tells alike: the kinds of findings and of what is observed, and when an instrument takes effect, and why."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from conformed.basis import long_day
from conformed.instrument import Head

if TYPE_CHECKING:
    from conformed.ledger import Link

AWAITS = "from the day on which its conditions are satisfied, which is not known"

FINDINGS: dict[str, tuple[str, str]] = {
    "Unread": ("Sentence not read", "A sentence that may amend this is not read. Text unchanged."),
    "NotFound": ("Words not found", "Words not found. Text unchanged."),
    "Ambiguous": ("More than one reading fits", "More than one reading fits. Text unchanged."),
    "Lacuna": ("Text not to hand", "Known in part only."),
    "OtherAgreement": ("Another agreement", "Amends another agreement. Text unchanged."),
    "MissingInstrument": ("Instrument missing", "An instrument is not to hand."),
    "Zombie": ("Struck before", "Amends words struck before. They stay struck."),
    "Clash": ("Two instruments clash", "Two instruments clash. Text unchanged."),
    "Upon": ("Condition unproved", "In force if conditions were met."),
    "Slip": ("Slip in the drafting", "May be a slip in the drafting. Only what is ordered was changed."),
    "StrayPage": ("Stray page left out", "A page of the agreement stands in the copy of the new text. It was left out."),
    "BlankSignature": ("Signature blank", "A signature is blank."),
    "OtherSigner": ("Signers and parties differ", "Who signs is not who is named."),
    "Duplicate": ("Same file twice", "The second copy is left out."),
    "NoAgreement": ("Agreement not to hand", "The agreement is not to hand."),
    "SecondAgreement": ("Second agreement", "A second agreement is in the file."),
    "UnfitRuling": ("Ruling that fits nothing", "A ruling fits nothing here. It was not followed."),
    "UnfitEvidence": ("Evidence that fits nothing", "Evidence fits nothing here. It was not followed."),
    "Tracked": ("Words marked as changed in the file", "The file marks words as changed; what it marks as struck is not read."),
    "ExternalText": ("Text outside the file", "Refers to a text that is not in the file."),
}

def finding_title(kind: str) -> str:
    """The kind of a finding in words."""
    return FINDINGS[kind][0] if kind in FINDINGS else kind


_UNSTATED = "no effective date stated"


def basis(head: Head) -> str:
    """Why an instrument counts from its day, in a few words."""
    words = {
        "dated": "as of its date", "stated": "day stated", "conditions": "upon conditions", "retroactive": "retroactive, day stated",
        "mixed": "not all on one day", "unknown": "no effective date stated; its date is taken" if head.dated else _UNSTATED,
    }  # fmt: skip
    return words.get(head.effective.basis, head.effective.basis)


def lines_dated(days: Iterable[datetime.date | None]) -> str:
    """What the signature lines of an instrument that bears no day of its own are dated, in words that follow a comma, or nothing."""
    told = [long_day(day) for day in sorted({day for day in days if day})]
    return f"its signature lines dated {' and '.join([', '.join(told[:-1]), told[-1]] if len(told) > 1 else told)}" if told else ""


def signing(link: "Link") -> str | None:
    """What is known of the signing of an instrument beside the copy to hand."""
    if link.signing is None:
        return None
    how = "signed by all who have a line," if link.signing.state == "met" else "not signed"
    return f"{how} {link.signing.says.removeprefix('not ')}"


def effect(day: datetime.date | None, why: str, *, awaited: bool) -> str:
    """When an instrument takes effect, and why; `awaited` tells that this is the day on which its conditions are met."""
    if awaited:
        return f"effective {AWAITS}" + ("; shown from its date" if day else "")
    if day is None and why == _UNSTATED:
        return why
    return f"effective {long_day(day) if day else 'on a day that is not stated'} ({why})"
