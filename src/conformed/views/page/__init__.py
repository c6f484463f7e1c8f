"""What the reading page shows and `matter.json` holds: a matter as of the day it was built, as flat values.

Everything that a text of a document says stands here in its own words, with the span and page it comes from.
Ids: an instrument's id is its *siglum* ("A" the agreement, "1", "2", ... amendments, "W" or "W2" waivers);
an entry's is "<siglum>-<n>"; a provision's is "p<n>" in the order of the text; a finding's is its number.
Days are ISO dates.
"""

import datetime

import msgspec

from conformed.views.page.instruments import (
    PageCondition,
    PageInstrument,
    PageRecitedDefault,
    PageRepresentations,
    PageSignature,
    PageWaiver,
)
from conformed.views.page.observed import (
    PageDate,
    PageDeadline,
    PageNote,
    PageObserved,
    PagePlace,
    PageReference,
)
from conformed.views.page.persons import (
    PageAffiliates,
    PageConsent,
    PageGroup,
    PageLender,
    PageMember,
    PageParty,
    PageTie,
)
from conformed.views.page.text import (
    PageCandidate,
    PageDocument,
    PageEntry,
    PageFinding,
    PageProvision,
    PageRun,
)

Day = datetime.date


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


__all__ = [
    "Day",
    "Page",
    "PageAffiliates",
    "PageCandidate",
    "PageCondition",
    "PageConsent",
    "PageDate",
    "PageDeadline",
    "PageDocument",
    "PageEntry",
    "PageFinding",
    "PageGroup",
    "PageInstrument",
    "PageLender",
    "PageMember",
    "PageNote",
    "PageObserved",
    "PageParty",
    "PagePlace",
    "PageProvision",
    "PageRecitedDefault",
    "PageReference",
    "PageRepresentations",
    "PageRun",
    "PageSignature",
    "PageTie",
    "PageWaiver",
]
