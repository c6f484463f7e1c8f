"""The account of an instrument: what each of its sentences is, so that none is passed over in silence.

In: an instrument with what was read of it.  Out: its sentences in order, each with its class.  Together they hold every word
of the reading.  What is of no class that is known here is `UNREAD`: it may matter, and a reader must see it.
"""

import bisect
import itertools
import operator
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from conformed.basis import Finding, Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import (
    Head,
    Instrument,
    InstrumentKind,
    Provision,
    ProvisionKind,
    Quotation,
)
from conformed.instrument.numbers.captions import is_caption
from conformed.instrument.paths.path import is_consent
from conformed.instrument.set_off.ordering import names_provision, orders
from conformed.language.operation import Accounted, Action, Class, Condition, Operation, Waiver
from conformed.language.sentences.awaited import Awaited
from conformed.language.sentences.binding import binds
from conformed.language.sentences.departures import departs
from conformed.language.sentences.said_anew import SaidAnew
from conformed.language.sentences.sentences import Sentence, old_words
from conformed.language.sentences.wording import (
    BINDS,
    announces,
    announces_changes,
    by_caption,
    by_wording,
    ends,
    lapses,
    may_change,
)
from conformed.language.sentences.works import changes_works, tells_of_works

_BY_KIND = {
    ProvisionKind.TITLE: Class.TITLE,
    ProvisionKind.CONTENTS: Class.TITLE,
    ProvisionKind.RECITAL: Class.RECITAL,
    ProvisionKind.SIGNATURES: Class.SIGNATURE,
    ProvisionKind.PART: Class.ATTACHED,
}
_LEADING = {Class.REPRESENTATION, Class.CONDITION, Class.WAIVER}  # what is so of all that stands under a lead
_READ = {Class.OPERATIVE, Class.WAIVER, Class.CONDITION}  # whatever stands before it
_OPENS = ("“", '"')
_SAYS = pattern(r"(?=[^\n]{30})(?![^\n]{0,400}:$)[^\n]{0,60}[a-z]{3}\s[a-z]")  # more than a caption or a lead
_PARAGRAPH = re.compile(r"[^\n]+")
_THEREFORE = pattern(r"\W{0,3}now,?\stherefore\b", ENGLISH)
_TO_READ = pattern(r"\bto\sread\b[^.:;]{0,60}:?\s?$", ENGLISH)
_NEAR = 400  # characters within which an announcement has its first order


def account(  # noqa: PLR0913  (all that was read)
    instrument: Instrument,
    what: Head,
    every: Sequence[Sentence],
    operations: Sequence[Operation],
    waivers: Sequence[Waiver],
    conditions: Sequence[Condition],
    findings: Sequence[Finding],
    *,
    timing: Iterable[Span] = (),
) -> tuple[Accounted, ...]:
    """Each sentence of an instrument with its class, in order; what stands between two belongs to the later one.

    `timing` are the sentences that only tell from when operations count.
    """
    known = {
        Class.UNREAD: _places(span for finding in findings for span in finding.places),
        Class.OPERATIVE: _places(operation.sentence for operation in operations),
        Class.WAIVER: _places(waiver.sentence for waiver in waivers),
        Class.CONDITION: _places(condition.span for condition in conditions),
        Class.PUT_IN: _places(operation.new.span for operation in operations if operation.new),
        Class.BOILERPLATE: _places(timing),
    }
    strikes = _places(operation.sentence for operation in operations if operation.new is None)
    struck = [
        sentence.announced.start
        for sentence in every
        if sentence.announced is not None
        and begins(strikes, (span := instrument.document.span(sentence.start, sentence.end)).start, span.end)
        and not begins(known[Class.UNREAD], span.start, span.end)  # which may be the order that announces it
    ]
    keys = {
        key
        for operation in operations
        if operation.action is Action.DELETE_ENTRIES
        for key in operation.keys
    }
    text = instrument.document.reading.text
    for sentence, verb in itertools.pairwise(every):
        span = instrument.document.span(verb.start, verb.end)
        old = old_words(text, sentence, verb)
        if old is not None and begins(known[Class.OPERATIVE], span.start, span.end):
            subject = instrument.document.span(sentence.start, sentence.end)
            bisect.insort(known[Class.OPERATIVE], subject.start)
            bisect.insort(struck, old.start)
    at = instrument.document.reading.at
    put_in = sorted(
        (at(new.span.start), at(new.span.end - 1) + 1) for new in (one.new for one in operations) if new
    )
    told = _Account(instrument, what, known, struck, frozenset(keys), put_in).pieces(every)
    pieces = sorted(told, key=lambda piece: (piece.start, piece.end))
    found: list[Accounted] = []
    done = 0
    for piece in pieces:
        if piece.end > done:
            if found and not text[done : piece.end].strip():
                found[-1] = msgspec.structs.replace(found[-1], end=piece.end)
            else:
                found.append(msgspec.structs.replace(piece, start=done))
            done = piece.end
    end = len(instrument.document.reading.text)
    if found and done < end:
        found[-1] = msgspec.structs.replace(found[-1], end=end)
    return tuple(found)


class _Account:
    """What the reading of an instrument knows of the places of its text."""

    def __init__(
        self,
        instrument: Instrument,
        what: Head,
        known: dict[Class, list[int]],
        struck: list[int],  # where texts are set off that a sentence strikes
        keys: frozenset[str],  # of the entries that are struck
        put_in: list[tuple[int, int]],  # the stretches of the reading that operations put in
    ) -> None:
        self.instrument, self.known, self.struck, self.keys, self.put_in = instrument, known, struck, keys, put_in
        self.text = instrument.document.reading.text
        self.restates = what.kind is InstrumentKind.RESTATEMENT
        self.terms = self.restates or what.kind.stands_alone
        self.works = changes_works(what.title)
        self.annexes: set[int] = set()  # the attachments that hold changes, by where they begin
        self.awaited = Awaited(self.text)
        self.said_anew = SaidAnew(self.text)
        self.leads: dict[int, Class] = {}  # of provisions, by where they begin
        self.given: dict[int, Class] = {}  # of texts that are set off, by where they begin

    def pieces(self, every: Sequence[Sentence]) -> Iterator[Accounted]:
        """The sentences, and the stretches that are no sentences of the operative part."""
        before = None
        text: Accounted | None = None  # what an order that is not understood was to put in
        self.annexes = {one.annex.start for one in every if one.annex is not None}
        for sentence, after in zip(every, (*every[1:], None), strict=False):
            before = what = self._class(sentence, before, after)
            for provision in sentence.chain[1:]:
                self.leads.setdefault(provision.start, what)
            if self._is_awaited(sentence, what):
                text = Accounted(Class.UNREAD, text.start if text else sentence.start, sentence.end, sentence.at)
                continue
            yield from filter(None, (text, Accounted(what, sentence.start, sentence.end, sentence.at)))
            text = None
        yield from filter(None, (text,))
        yield from self._stretches(self.instrument.root, None)

    def _is_awaited(self, sentence: Sentence, what: Class) -> bool:
        """Whether a sentence is of the text that an order announces which is not understood."""
        near = self.awaited.behind(sentence) or (self.awaited.under(sentence) and what is not Class.BOILERPLATE)
        shown = self._holds(Class.UNREAD, sentence.start, sentence.end)
        if near and not shown and what not in _READ:
            return any(map(str.isalpha, self.text[sentence.start : sentence.end]))
        self.awaited.note(sentence, unread=what is Class.UNREAD or (shown and what is Class.OPERATIVE))
        return False

    def _stretches(self, provision: Provision, what: Class | None) -> Iterator[Accounted]:
        consents = provision.kind is ProvisionKind.PART and is_consent(provision.label)  # which is signed as a whole
        by_kind = Class.SIGNATURE if consents else _BY_KIND.get(provision.kind)
        what = what or (by_kind if provision.start not in self.annexes else None)
        said = _signed_at(provision) if consents else provision.lead
        if provision.kind is ProvisionKind.QUOTATION:
            yield from self._parts(provision)
        elif what is not None and said > provision.start:
            one = Class.UNREAD if what is Class.SIGNATURE and self._orders(provision.start, said) else what
            yield Accounted(one, provision.start, said, provision.path or None)
        if provision.kind is not ProvisionKind.QUOTATION:
            for child in provision.children:
                if child.start >= said:
                    yield from self._stretches(child, what)

    def _orders(self, start: int, end: int) -> bool:
        """Whether what stands among signatures orders a change: "each guarantor agrees that its guaranty is amended by"."""
        words = self.text[start:end]
        return not self.terms and orders(words) and names_provision(words, 0, len(words))

    def _set_off(self, text: Provision | Quotation) -> Class:
        """What a text that is set off is: put in, struck by the order before it, or what its sentence makes of it."""
        if self._holds(Class.PUT_IN, text.start, text.end):
            return Class.PUT_IN
        if self._holds(Class.UNREAD, text.start, text.end):
            return Class.UNREAD
        if begins(self.struck, text.start, text.end):
            return Class.OPERATIVE
        return self.given.get(text.start, Class.UNREAD)

    def _parts(self, provision: Provision) -> Iterator[Accounted]:
        """A text that is set off, by what its parts are: what no order takes is left, as what is no entry of a list."""
        start, end, what = provision.start, provision.end, self._set_off(provision)
        left: list[re.Match[str]] = []
        if what is Class.PUT_IN:
            taken = [(begun, stop) for begun, stop in self.put_in if begun < end and stop > start]
            left += [
                one
                for one in _PARAGRAPH.finditer(self.text, taken[0][1], end)
                if not any(begun < one.end() and stop > one.start() for begun, stop in taken)
            ]
        elif what is Class.OPERATIVE and any(key in self.text[start:end] for key in self.keys):
            every = _PARAGRAPH.finditer(self.text, start, end)
            left += [one for one in every if not any(key in one[0] for key in self.keys)]
        for paragraph in left:
            if _SAYS.match(paragraph[0]) and not is_caption(paragraph[0].rstrip(".")):
                yield Accounted(what, start, paragraph.start(), None)
                start = paragraph.end()
                yield Accounted(Class.UNREAD, paragraph.start(), start, None)
        yield Accounted(what, start, end, None)

    def _holds(self, what: Class, start: int, end: int) -> bool:
        """Whether something of a class begins within the characters `start` to `end`."""
        span = self.instrument.document.span(start, end)
        return begins(self.known[what], span.start, span.end)

    def _class(self, sentence: Sentence, before: Class | None, after: Sentence | None) -> Class:
        """What a sentence is; where it announces a text that nothing puts in, that text with it."""
        words = self.text[sentence.start : sentence.end]
        what = self._read(sentence) or self._told(sentence, words, before, after)
        text = sentence.announced
        if text is None or self._set_off(text) is not Class.UNREAD or what is Class.OPERATIVE:
            return what
        if not self.terms or (not self.restates and may_change(words)):
            what = Class.UNREAD
        self.given[text.start] = what
        return what

    def _read(self, sentence: Sentence) -> Class | None:
        """What the readers of orders, waivers and conditions made of a sentence."""
        if sentence.annex is not None:
            return Class.OPERATIVE
        read = (Class.OPERATIVE, Class.UNREAD, Class.WAIVER, Class.CONDITION, Class.BOILERPLATE)
        known = next((what for what in read if self._holds(what, sentence.start, sentence.end)), None)
        preamble = any(provision.kind is ProvisionKind.PREAMBLE for provision in sentence.chain)
        return Class.PREAMBLE if known is None and preamble else known

    def _told(self, sentence: Sentence, words: str, before: Class | None, after: Sentence | None) -> Class:
        if self.terms:
            return Class.TERM
        if self._is_put_in(sentence):
            return Class.PUT_IN
        if self.works and tells_of_works(words):
            return self._under(sentence) or Class.TERM
        if BINDS.stands_in(words) or ends(words) or lapses(words) or (before is Class.UNREAD and words.startswith(_OPENS)):
            return Class.UNREAD  # words in quotation marks are of the order before them
        what = self._under(sentence) or by_wording(words)
        if what is Class.RECITAL and _THEREFORE.match(words) and may_change(words):
            what = None  # "Now, therefore, it is agreed that Section 4 is amended to read"
        return what or self._by_place(sentence, words, after)

    def _is_put_in(self, sentence: Sentence) -> bool:
        """Whether a sentence stands within the words that the order before it puts in or tells."""
        begun = bisect.bisect_right(self.put_in, sentence.start, key=operator.itemgetter(0))
        return any(end >= sentence.end - 1 for _, end in self.put_in[max(begun - 3, 0) : begun])

    def _under(self, sentence: Sentence) -> Class | None:
        """What the lead of a list makes of all that stands under it."""
        for provision in reversed(sentence.chain[1:]):
            if self._holds(Class.CONDITION, provision.start, provision.end):
                return Class.CONDITION
            if self.leads.get(provision.start) in _LEADING:
                return self.leads[provision.start]
        return None

    def _by_place(self, sentence: Sentence, words: str, after: Sentence | None) -> Class:
        """What the captions, and the sentences behind it, make of a sentence."""
        binding = binds(words)
        for provision in reversed(sentence.chain[1:]):
            heading = provision.heading or ""
            captioned = by_caption(heading, binds=binding)
            if captioned is not None:
                return captioned
        if self._leads(sentence, words, after):
            return Class.OPERATIVE
        edits = may_change(words) or announces_changes(words) or binding
        changes = edits or departs(self.instrument, sentence) or self.said_anew.stands_in(sentence)
        return Class.UNREAD if changes else Class.TERM

    def _leads(self, sentence: Sentence, words: str, after: Sentence | None) -> bool:
        """Whether a sentence only leads to the changes ordered under it or right behind it."""
        if sentence.announced is not None or not (announces(words) or sentence.is_led_on(self.text)):
            return False
        if _TO_READ.search(words) and may_change(words):
            return False  # it leads to a text, which was not found
        end = sentence.leads_up_to(self.text) if len(sentence.chain) > 1 else sentence.end + _NEAR
        if after is not None and announces_changes(words):
            end = max(end, after.end)
        return self._holds(Class.OPERATIVE, sentence.end, max(end, sentence.end + 1))


def _signed_at(provision: Provision) -> int:
    """Where a consent is signed: up to there it speaks."""
    return next((one.start for one in provision.children if one.kind is ProvisionKind.SIGNATURES), provision.end)


def class_at(account: Sequence[Accounted], at: int) -> Class | None:
    """What the sentence at a character of the reading is."""
    turn = bisect.bisect_right(account, at, key=operator.attrgetter("start")) - 1
    return account[turn].what if turn >= 0 and at < account[turn].end else None


def begins(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `places`, in order, lies from `start` to `end`."""
    here = bisect.bisect_left(places, start)
    return here < len(places) and places[here] < end


def _places(spans: Iterable[Span]) -> list[int]:
    return sorted(span.start for span in spans)
