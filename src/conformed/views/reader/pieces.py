"""The words of one provision, cut into the pieces that the page sets apart.

In: a PageProvision.  Out: items in order.  Afterwards every character of its runs stands in exactly one item,
with the history of its run; number, heading, defined term and trailing space are items of their own.
"""

import msgspec

from conformed.basis.pattern import pattern
from conformed.views.page import PageProvision, PageRun
from conformed.views.places import where
from conformed.views.reader.head import heading_end, number_end, term_at

SPACE = pattern(r"\s+")
_LINES_KEPT = ("title", "signature", "article", "part", "row")


class Item(msgspec.Struct, frozen=True):
    """A piece of the text, the mark of a page, or a margin note.

    `kind` is "run", "lacuna", "page" or "note"; "again" parts a restated provision from what it was.  A
    run's `role` is "", "num", "heading", "term", "near", "path" or "space"; those that replace each other
    share a `group`.  A note's `role` is "entry", "override", "waiver", "remark" or "finding", and `ref`
    says which; `text` is what a remark's quotes.  `end` tells that a run's words end here, so that its siglum follows.
    """

    kind: str
    text: str = ""
    role: str = ""
    added: str | None = None
    struck: str | None = None
    group: int | None = None
    ours: bool = False
    ref: str = ""
    end: bool = False


class Reader(msgspec.Struct):
    """What is carried from one provision to the next."""

    agreement: str | None
    page: int | None = None
    whole: frozenset[tuple[str, str]] = frozenset()
    group: int = 0
    signing: bool = False


def inherit(run: PageRun, provision: PageProvision) -> PageRun:
    """A run with the history of its provision where it has none of its own."""
    struck = run.struck if run.added and run.added == provision.struck else run.struck or provision.struck
    return msgspec.structs.replace(run, added=run.added or provision.added, struck=struck)


def runs_of(provision: PageProvision) -> list[PageRun]:
    """The runs of a provision, with its number and heading first where its words do not begin with these."""
    runs = [inherit(run, provision) for run in provision.runs]
    words = next((run for run in runs if run.text.strip()), None)
    number, heading = provision.number, provision.heading
    if words and number and not provision.numbers and not words.ours and number_end(words.text, number):
        return runs
    # a provision that is deleted keeps its number as long as the note that says so stands, since others refer to it
    instead = [run for run in runs if run.ours and run.added and run.added == provision.struck]
    gone = instead[-1].struck if instead else provision.struck
    before = [
        msgspec.structs.replace(inherit(run, provision), text=f"{run.text.strip()} ", struck=run.struck or gone)
        for run in provision.numbers
    ]
    number = None if before else number
    for text, struck in ((number, gone), (heading, provision.struck)):
        if text and not (text is heading and provision.kind == "definition"):
            own = next((run for run in runs if run.added is None), None)  # on the page of which it stands
            span, page = (own.span, own.page) if own else (None, None)
            before.append(PageRun(f"{text.strip()} ", span, page, provision.added, struck, None, ours=False))
    if words and heading and not provision.number and heading_end(words.text, 0, heading):
        return runs
    rest = [run for run in runs if run not in instead]
    if rest:  # the struck words, where a redline shows them, stand apart from the note
        instead = [msgspec.structs.replace(run, text=f"{run.text.rstrip()} ") for run in instead]
    return before + instead + rest


def items_of(provision: PageProvision, runs: list[PageRun], reader: Reader) -> list[Item]:
    """The words of a provision as items, with the marks of pages."""
    items: list[Item] = []
    stage = "number" if provision.number else "heading" if provision.heading else "body"
    groups, first = _groups(runs, reader), True
    if runs and runs[0].lacuna is not None and provision.path and not (provision.number or provision.run_in):
        items.append(Item("run", f"{where(provision.path)} ", "path", runs[0].added, runs[0].struck, ours=True))
    numbers = len(provision.numbers)
    for index, (run, group) in enumerate(zip(runs, groups, strict=True)):
        if run.page and run.added is None and run.page != reader.page and _of_agreement(run, reader):
            reader.page = run.page
            items.append(Item("page", str(run.page)))
        make = _Maker(run, group)
        if run.lacuna is not None and not run.text:
            items.append(make("lacuna", run.lacuna))
            stage = "body"
            continue
        text = run.text if provision.kind in _LINES_KEPT else SPACE.sub(" ", run.text)
        if index < numbers:
            items.append(make("run", text, "num"))
            stage = "heading" if provision.heading else "body"
        elif run.ours:
            items += _ours(provision, runs, run, make, text)
        elif first or stage != "body" or _again(provision, runs, run):
            if _again(provision, runs, run):
                items += [Item("again")] if not first else []
                stage = "number"
            pieces, stage = _split(provision, text, stage)
            items += [make("run", words, role) for role, words in pieces if words]
        else:
            items.append(make("run", text))
        first = first and not text.strip()
    return items


class _Maker(msgspec.Struct):
    """Makes the items of one run, all with its history."""

    run: PageRun
    group: int | None

    def __call__(self, kind: str, text: str, role: str = "") -> Item:
        return Item(kind, text, role, self.run.added, self.run.struck, self.group, self.run.ours)


def _of_agreement(run: PageRun, reader: Reader) -> bool:
    return bool(reader.agreement) and (run.span is None or run.span.document == reader.agreement)


def _again(provision: PageProvision, runs: list[PageRun], run: PageRun) -> bool:
    """Whether a run brings the provision's number again, because it restates the provision."""
    if not run.added or not provision.number or not number_end(run.text, provision.number):
        return False
    return any(other.struck == run.added for other in runs)


def _ours(
    provision: PageProvision, runs: list[PageRun], run: PageRun, make: "_Maker", text: str
) -> list[Item]:
    """Words of ours; the number of what they stand for is kept, since others refer to it."""
    if provision.kind == "definition" and term_at(text):
        return [make("run", text)]
    for other in runs:
        if run.added and other.struck == run.added and not other.ours:
            term = term_at(other.text) if provision.kind == "definition" else None
            if term:
                return [make("run", other.text[: term[1] + 1].strip() + " "), make("run", text)]
            end = number_end(other.text, provision.number) if provision.number else 0
            if end:
                return [make("run", other.text[:end].strip() + " ", "num"), make("run", text)]
    return [make("run", text)]


def _split(provision: PageProvision, text: str, stage: str) -> tuple[list[tuple[str, str]], str]:
    pieces: list[tuple[str, str]] = []
    position = 0
    if stage == "number" and provision.number:
        end = number_end(text, provision.number)
        if end:
            end += len(text[end:]) - len(text[end:].lstrip())
            pieces.append(("num", text[:end]))
            position = end
        stage = "heading" if provision.heading else "body"
    if stage == "heading" and provision.heading and text[position:].strip():
        end = heading_end(text, position, provision.heading)
        end += len(text[end:]) - len(text[end:].lstrip()) if end > position else 0
        if end > position and not (provision.kind == "definition" and term_at(text[position:])):
            pieces.append(("heading", text[position:end]))
            position = end
        stage = "body"
    rest = text[position:]
    term = term_at(rest) if provision.kind == "definition" else None
    if term:
        pieces += [("", rest[: term[0]]), ("term", rest[term[0] : term[1]])]
        rest = rest[term[1] :]
    pieces.append(("", rest))
    return pieces, stage


def _groups(runs: list[PageRun], reader: Reader) -> list[int | None]:
    """A number for each run with a history; neighbors that share an entry share it."""
    groups: list[int | None] = []
    before: set[str | None] = set()
    for run in runs:
        mine = {run.added, run.struck} - {None}
        if not mine:
            groups.append(None)
        else:
            reader.group += not (mine & before)
            groups.append(reader.group)
        before = set(mine)
    return groups


def ended(items: list[Item]) -> list[Item]:
    """The items, the last of each stretch with one history marked as its end."""
    history: tuple[str | None, str | None] = (None, None)
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.kind in ("run", "lacuna"):
            mine = (item.added, item.struck)
            if mine not in (history, (None, None)):
                words = item.text.rstrip() if item.kind == "run" else item.text
                if item.kind == "run" and not words:  # the words before the blank end the stretch
                    items[index] = msgspec.structs.replace(item, role="space")
                    continue
                rest = msgspec.structs.replace(item, text=item.text[len(words) :], role="space")
                ended = msgspec.structs.replace(item, text=words, end=True)
                items[index : index + 1] = [one for one in (ended, rest) if one.text] or [ended]
            history = mine
    return items
