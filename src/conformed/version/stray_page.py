"""A page of the agreement that slipped into the copy of an instrument, in the midst of the new text of a provision.

In: an order to restate a provision.  Out: the order without the words of that page, where it is surely one, and what is told of it.
Afterwards the document holds every byte; its reading passes over the page as it does over a running head.

A page is sure where its words reprint those of the agreement as it was made, as far as they agree in either direction; where a
whole section is among them that stands outside the provision restated; where they neither begin nor end in what that provision
said before, whose words an order may keep; and where the list that they break off goes on behind them with its next number,
which is not also that of a list of the page.  Anything less is no page, and stays in the new text.
"""

import bisect
import itertools
import operator
from collections.abc import Sequence

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.basis.pattern import pattern
from conformed.basis.stops import JOINING
from conformed.instrument import Instrument, Provision, ProvisionKind
from conformed.instrument.numbers.ordinals import ordinal
from conformed.language import Action, Text
from conformed.ledger import Chain, Entry
from conformed.version.new_text import Documents, new_passages
from conformed.version.passage import Passage, walk
from conformed.version.reprint import Reprint, Word, backwards, known, onwards, words

_NUMBER = pattern(r"\n(?:(?:Section|SECTION)\s|§\s?)?(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?\s")
_CLOSED = pattern(rf"[.,;:][\"”)]*\Z|[,;]\s{JOINING}\Z")
_JOINT = pattern(JOINING)
_LEAST = 40  # words: fewer may be quoted
_MISREAD = 20  # words, of which one may be misread
_SHOWN = 6  # words that tell where a page begins, or ends


class StrayPage(msgspec.Struct, frozen=True):
    """An order as it reads without a stray page, the documents without it, and what is told of it."""

    entry: Entry
    documents: Documents
    finding: Finding


def without_stray_page(entry: Entry, chain: Chain, by: str) -> StrayPage | None:
    """The order of an instrument called `by` without the page that slipped into its new text; None where none surely did."""
    operation = entry.operation
    new, target = operation.new, operation.target
    restates = operation.action is Action.REPLACE_PROVISION or operation.or_replaces
    if not restates or new is None or target.place or target.part or entry.ruling or chain.agreement is None:
        return None
    document = chain.documents[new.span.document]
    text = document.reading.text
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    numbers = [(match.start() + 1, match[1]) for match in _NUMBER.finditer(text, start, end)]
    if not numbers:
        return None
    agreement = _Agreement(chain.agreement.instrument, str(target))
    ours = words(text, start, end)
    found = agreement.reprinted(ours, numbers)
    if found is None or not agreement.is_page(found) or found.last + 1 == len(ours):
        return None
    first, last, behind = ours[found.first], ours[found.last], ours[found.last + 1]
    left = text[start : first.start].rstrip()
    joint = _JOINT.fullmatch(first.text) or _JOINT.fullmatch(last.text)  # which may be of the list
    runs_in = "\n" not in text[start + len(left) : first.start]
    if joint or (runs_in and agreement.begins_anew(found)) or not _CLOSED.search(left) or "\n" not in text[last.end : behind.start]:
        return None
    cut = document.without(range(start + len(left), last.end))
    documents = {**chain.documents, document.id: cut}
    shorter = Text(cut.words(new.span), new.span)
    restated = new_passages(shorter, str(target), entry.id, documents)
    items = _parted(restated, document.span(behind.start, behind.end).start)
    if items is None or not _follow(*items) or agreement.goes_on_with(items[1], found):
        return None
    misread = f", {found.misread} of {found.count} misread by a scanner" if found.misread else ""
    begins, ends = ours[found.first :][:_SHOWN], ours[: found.last + 1][-_SHOWN:]
    says = (
        f"In the copy of {by} a stray page of the agreement stands in the new text of {target}, between {items[0]} and {items[1]}: "
        f"the words from “{_shown(text, begins)}” to “{_shown(text, ends)}” are those of {agreement.stretch(found)}{misread}. "
        "They were left out, and the rest was applied."
    )
    finding = Finding(
        FindingKind.STRAY_PAGE, says, (document.span(first.start, last.end),),
        path=str(target), instrument=entry.link, entry=entry.id,
    )  # fmt: skip
    order = msgspec.structs.replace(entry, operation=msgspec.structs.replace(operation, new=shorter))
    return StrayPage(order, documents, finding)


class _Agreement:
    """The agreement as it was made: its words, and its provisions around and beside the one called `path`."""

    def __init__(self, instrument: Instrument, path: str) -> None:
        self.text = instrument.document.reading.text
        self.provisions = tuple(instrument.root.walk())
        self.own = [one for one in self.provisions if one.path == path]
        self.sections = [one for one in self.provisions if one.kind is ProvisionKind.SECTION]
        self.words: list[Word] = []

    def reprinted(self, ours: Sequence[Word], numbers: Sequence[tuple[int, str]]) -> Reprint | None:
        """The words that reprint those of the agreement, with the first whole section that one of some numbers begins."""
        others: dict[str, Provision] = {}
        for section in self.sections:
            if not any(section.start < own.end and own.start < section.end for own in self.own):
                others.setdefault(section.path, section)
        begins = [(at, others[number]) for at, number in numbers if number in others]
        if not begins or not self.own:
            return None
        self.words = words(self.text, 0, len(self.text))
        vocabulary = known(self.words)
        behind = 0
        for at, section in begins:
            if at < behind:
                continue  # it stands in what agreed with another section, and not with the whole of it
            found = onwards(ours, self.words, _from(ours, at), _from(self.words, section.start), vocabulary)
            if found is None:
                continue
            behind = ours[found.last].end
            if found.base_last + 1 >= _from(self.words, section.end):
                return backwards(ours, self.words, found, vocabulary)
        return None

    def is_page(self, found: Reprint) -> bool:
        """Whether a reprint is long and true enough, and bounded by other words than those of the provision restated."""
        begins, ends = self.words[found.base_first].start, self.words[found.base_last].start
        kept = any(own.start <= place < own.end for own in self.own for place in (begins, ends))
        return found.count >= _LEAST and found.misread * _MISREAD <= found.count and not kept

    def begins_anew(self, found: Reprint) -> bool:
        """Whether a sentence, or an item of one, may begin with a reprint: one of the new text may be alike."""
        return not found.base_first or self.words[found.base_first - 1].text.endswith((".", ",", ";", ":"))

    def goes_on_with(self, label: str, found: Reprint) -> bool:
        """Whether a label comes next in a list of the section in which a reprint ends."""
        end = self.words[found.base_last].end
        begun = max((one.start for one in self.sections if one.start < end), default=0)
        return any(
            one.kind is ProvisionKind.CLAUSE and begun <= one.start < end and _follow(one.label, label)
            for one in self.provisions
        )

    def stretch(self, found: Reprint) -> str:
        """From which provision to which a reprint goes."""
        first, last = (self._at(self.words[word].start) for word in (found.base_first, found.base_last))
        return f"{first} to {last}" if first != last else first

    def _at(self, place: int) -> str:
        """The address of the innermost provision at a place that has one."""
        around = [one.path for one in self.provisions if one.path and one.start <= place < one.end]
        return around[-1] if around[-1] != "*" else "the agreement"


def _from(every: Sequence[Word], place: int) -> int:
    """The number of the first word that begins at a place or behind it."""
    return bisect.bisect_left(every, place, key=operator.attrgetter("start"))


def _parted(passages: Sequence[Passage], begins: int) -> tuple[str, str] | None:
    """The labels of the clause that begins at a place of the file and of the one before it in its list; None where none does."""
    every = [one for passage in passages for _, one in walk(passage)]
    for siblings in (passages, *(one.children for one in every)):
        for before, one in itertools.pairwise(siblings):
            begun = one.span is not None and one.span.start == begins
            if begun and before.kind is one.kind is ProvisionKind.CLAUSE:
                return before.label, one.label
    return None


def _follow(label: str, other: str) -> bool:
    """Whether a label comes next behind another in a list."""
    before, after = (one.strip("().") for one in (label, other))
    return bool(before and after) and any((one, place + 1) in ordinal(after) for one, place in ordinal(before))


def _shown(text: str, some: Sequence[Word]) -> str:
    return " ".join(text[some[0].start : some[-1].end].split())
