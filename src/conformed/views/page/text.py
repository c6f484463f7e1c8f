"""What the page shows of the text: the files, the provisions with their runs, the entries and what is not settled."""

import datetime

import msgspec

from conformed.basis import Span

Day = datetime.date


class PageDocument(msgspec.Struct, frozen=True):
    """A file as delivered, or an instrument in it: the pages on which that stands, and the one on which it begins if that is not the first."""

    id: str
    name: str
    pages: int
    characters: int
    begins: int | None = None


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
    applied, or not with all of its words, or what it waits for; `label` is a short description for the margin ("Clause replaced"), `sentence` the words that
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
    than its kind; `spans` are all its places, of which `span` is the first.
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
    spans: tuple[Span, ...] = ()
