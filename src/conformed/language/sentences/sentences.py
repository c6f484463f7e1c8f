"""The sentences of an instrument's operative part, each with its own address and the text it announces.

In: an instrument.  Out: its sentences in order, those of recitals, signature pages and exhibits left out.
"""

import bisect
import itertools
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.stops import stops
from conformed.instrument import Instrument, Provision, ProvisionKind, Quotation
from conformed.instrument.set_off.ordering import ORDERS

_NUMBER_ALONE = pattern(  # "Section 4. Exclusivity is hereby deleted": the stop is of the number
    r"\W*(?:\(?\w{1,4}[.)]\s)?(?:in\s)?(?:(?:the\s)?\w{4,8}\ssentence\s(?:of|in)\s|clause\s\(\w{1,5}\)\sof\s)?"
    r"(?:Sub-?)?(?:section|paragraph|article|clause)\s[\dIVX.]{1,8}[A-Z]?(?:\(\w{1,4}\)){0,4}\.",
    ENGLISH,
)
_CAPTION_AND_ORDER = pattern(
    r"\s(?:\d{1,2}\s)?(?:\([^()\n]{2,120}\)\s)?(?:(?:[A-Z][\w&’'-]*|of|and|the|to|for|in|on|or|by|with|first|second|third|last|sentence|paragraph|clause|that),?;?\s){0,14}"
    r"(?:is|are|shall|will)\s(?:be\s|deemed\s|hereby\s|further\s){0,3}(?:amend|delet|replac|restat|modif|revis|stricken|struck)"
)
_DASHED = pattern(  # "Section 3 of the Lease - Term of Lease - is hereby extended": the caption between dashes
    r"(?:(?:[A-Z][\w&’'-]*|of|and|the|to|for|in|on|or)\s){0,8}[A-Z][\w&’']*\s?[-–—]\s(?:is|are|shall|will)\s"
)
_VERB = pattern(r"(?:is|are|shall|will)\s")
BEFORE = 240  # characters before a list in which it is announced
_OF_ANOTHER = pattern(  # "Section 4 (captioned "Tolls") of the Credit Agreement is amended": no number of the instrument's own
    r"(?:section|paragraph|article)\s[\dIVX.]{1,8}(?:\s\([^()\n]{2,120}\))?\s(?:of|to)\sthe\s(?-i:[A-Z])[^.;:\n]{0,80}?\s(?:is|are|shall\sbe)\s",
    ENGLISH,
)
_GOES_ON_BELOW = pattern(r"(?:[:;,–—-]|\b[a-z]{1,20})\Z")  # the end of words that go on in the clauses below them
_DENIES = pattern(r"\b(?:nothing\b[^;]{0,240}|(?:shall|will|do|does|may|is|are)\snot\b[^;,]{0,100})\Z", ENGLISH)
_BY = pattern(r"\s?by\s", ENGLISH)
_LINE = pattern(r"[^\n]+")
_UNSTOPPED = pattern(  # behind words that are put in, where the stop is left out, the next order
    r"[”\"]\s(?=(?:Section|Paragraph|Article|Clause)\s\d[\w.()\s]{0,12}?(?:of\sthe\s(?:[A-Z]\w+\s){1,4})?(?:is|are|shall\sbe)\s(?:hereby\s)?"
    r"(?:amended|deleted|replaced|restated|modified|revised)\b)"
)
_QUOTED = pattern(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_PASSED = {
    ProvisionKind.RECITAL,
    ProvisionKind.SIGNATURES,
    ProvisionKind.PART,
    ProvisionKind.TITLE,
    ProvisionKind.QUOTATION,
}


class Lead(msgspec.Struct, frozen=True):
    """The sentences that lead to the list that a provision holds, and the labels from there down to a sentence in it."""

    words: tuple[str, ...]
    holder: Provision
    labels: tuple[str, ...]


class Sentence(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the reading; `chain` are the provisions around it, outermost first.

    `announced` is the text set off behind it that it announces, if any; `annex` the attachment of the instrument in which the
    changes stand that it announces.
    """

    start: int
    end: int
    chain: tuple[Provision, ...]
    announced: Quotation | None
    annex: Provision | None = None

    @property
    def at(self) -> str | None:
        """The address of the provision in which it stands."""
        return next(
            (p.path for p in reversed(self.chain) if p.path and p.kind is not ProvisionKind.INSTRUMENT), None
        )

    def leads(self, text: str) -> Iterator[Lead]:
        """What leads to the lists in which it stands, the innermost first."""
        for depth in range(len(self.chain) - 2, 0, -1):
            around, own = self.chain[depth - 1 : depth + 1]
            labels = tuple(one.label for one in self.chain[depth + 1 :] if one.path)
            leading = (*_leading_on(text, around, own), own)
            yield Lead(tuple(_last_sentence(text, one) for one in leading), own, labels)

    def announced_by(self, text: str) -> Iterator[str]:
        """The words before each list of provisions in which it stands, the innermost first."""
        for depth in range(len(self.chain) - 1, 0, -1):
            around, own = self.chain[depth - 1 : depth + 1]
            first = next((one for one in around.children if one.kind is own.kind), own)  # an annex is no child
            yield text[max(0, first.start - BEFORE) : first.start]

    def led_by(self, text: str) -> list[tuple[int, int]]:
        """What leads in to it, the outermost first, with the numbers of the clauses: `nothing herein shall:`, `(a)`."""
        found: list[tuple[int, int]] = []
        first = self.start
        for own, around in itertools.pairwise(reversed(self.chain)):
            if text[own.body : first].strip() or own.kind is not around.children[0].kind:
                break  # it does not begin its clause, or stands behind the list
            last = around.body + len(text[around.body : around.lead].rstrip())
            begun = max(stops(text, around.body, last), default=around.body)
            begun = max(begun, text.rfind("\n", begun, last) + 1)
            if not _GOES_ON_BELOW.search(text, begun, last):
                break
            found += [(own.start, own.body)] if own.start < own.body else []
            found.append((begun, last))
            first = begun
        return found[::-1]

    def is_denied(self, text: str) -> bool:
        """Whether the words that lead in to it deny what it says: `nothing in this Amendment shall be deemed to:`."""
        return any(_DENIES.search(text, *words) for words in self.led_by(text))

    def is_led_on(self, text: str) -> bool:
        """Whether the clauses under it go on with it: `Section 4 is amended`, `(a) by deleting`."""
        own = self.chain[-1]
        under = [one for one in own.children if one.start >= self.end and one.path]
        return self.end <= own.lead and bool(under) and all(_BY.match(text, one.body) for one in under)

    def leads_up_to(self, text: str) -> int:
        """Where the list ends to which it leads: that under its own clause, or under the clause beside that."""
        around, own = self.chain[-2:]
        if _leads_on(text, own):
            behind = around.children[around.children.index(own) + 1 :]
            return behind[0].end if behind and behind[0].children else own.end
        return own.end


def _last_sentence(text: str, provision: Provision) -> str:
    words = text[provision.body : provision.lead].rstrip()
    return words[max(stops(words, 0, len(words)), default=0) :]


def _leading_on(text: str, around: Provision, own: Provision) -> list[Provision]:
    """The clauses that lead, by the side of another and before it, to the list that stands under it."""
    if not any(one is own for one in around.children):
        return []  # an annex is led to by what announces it
    before = around.children[: around.children.index(own)]
    return list(itertools.takewhile(lambda one: _leads_on(text, one), reversed(before)))[::-1]


def _leads_on(text: str, provision: Provision) -> bool:
    """Whether a clause that holds nothing itself leads to what stands behind it."""
    empty = bool(provision.path) and not provision.children
    return empty and text[provision.body : provision.end].rstrip().endswith(":")


def unquoted(words: str) -> str:
    """A sentence with what stands in quotation marks blanked out, letter by letter."""
    return _QUOTED.sub(lambda match: "“" + "·" * (len(match[0]) - 2) + "”", words)


def old_words(text: str, before: Sentence, sentence: Sentence) -> Quotation | None:
    """The old words behind which a sentence is the verb of the one before it, or None.

    "Section 2 which provides:" - the old words - "is hereby amended to read:"
    """
    quoted = before.announced
    if quoted is None or text[quoted.end : sentence.start].strip(' \n"”'):
        return None
    return quoted if _VERB.match(text, sentence.start) else None


def sentences(instrument: Instrument) -> Iterator[Sentence]:
    """The sentences of the operative part, and of the preamble, in order."""
    yield from _within(instrument, instrument.root, (), _announced(instrument))


def sentences_of_annex(instrument: Instrument, announced_by: Sentence) -> Iterator[Sentence]:
    """The sentences of the attachment that one announces, as if they stood under it."""
    if announced_by.annex is not None:
        around, announced = (*announced_by.chain, announced_by.annex), _announced(instrument)
        for child in announced_by.annex.children:
            yield from _within(instrument, child, around, announced)


def _announced(instrument: Instrument) -> dict[int, Quotation]:
    """The texts that are set off, by where the paragraph ends that announces them."""
    ends = (instrument.document.paragraphs[one.announced].end for one in instrument.set_off)
    return {min(end, one.start): one for end, one in zip(ends, instrument.set_off, strict=True)}


def _within(
    instrument: Instrument,
    provision: Provision,
    chain: tuple[Provision, ...],
    announced: dict[int, Quotation],
) -> Iterator[Sentence]:
    if provision.kind in _PASSED:
        return
    here = (*chain, provision)
    if provision.kind is not ProvisionKind.INSTRUMENT:
        lead = provision.lead
        if provision.children and provision.children[0].run_in:
            yield from _run_in(instrument, provision, here, announced)
            return
        yield from _split(instrument, _begun(instrument, provision), lead, here, announced)
    for child in provision.children:
        yield from _within(instrument, child, here, announced)


def _begun(instrument: Instrument, provision: Provision) -> int:
    """Where the words of a provision begin: before what stands as its caption and is the subject of its verb."""
    text, heading = instrument.document.reading.text, provision.heading or ""
    at = text.rfind(heading, provision.start, provision.body) if heading else -1
    if not heading and _OF_ANOTHER.match(text, provision.start, provision.end):
        return provision.start
    number = at >= 0 and _NUMBER_ALONE.fullmatch(f"{heading.rstrip('.')}.")
    body = provision.body
    goes_on = text[body : body + 1].islower() or _CAPTION_AND_ORDER.match(text, body - 1, provision.end)
    subject = at >= 0 and _VERB.match(
        text, body, provision.end
    )  # "Clause (i) of Section 4. is hereby deleted"
    captioned = at >= 0 and _DASHED.match(text, body, provision.end)
    return at if subject or captioned or (number and goes_on) else body


def _run_in(
    instrument: Instrument, provision: Provision, here: tuple[Provision, ...], announced: dict[int, Quotation]
) -> Iterator[Sentence]:
    """A provision whose clauses run in: their words are read as parts of its own sentences."""
    inner = list(itertools.takewhile(lambda child: child.run_in, provision.children))
    starts = [child.start for child in inner]
    for sentence in _split(instrument, provision.body, inner[-1].end, here, announced):
        place = bisect.bisect_right(starts, sentence.start) - 1
        within = place >= 0 and sentence.start < inner[place].end
        yield msgspec.structs.replace(sentence, chain=(*here, inner[place])) if within else sentence
    for child in provision.children[len(inner) :]:
        yield from _within(instrument, child, here, announced)


def _split(
    instrument: Instrument,
    start: int,
    end: int,
    chain: tuple[Provision, ...],
    announced: dict[int, Quotation],
) -> Iterator[Sentence]:
    text = instrument.document.reading.text
    for begun, stop in _pieces(text, start, end):
        yield Sentence(begun, stop, chain, announced.get(stop))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence by sentence; a line end within a provision ends one too."""
    begun = start
    for line in _LINE.finditer(text, start, end):
        begun = line.start()
        for stop in _stops(text, line.start(), line.end()):
            if not (_within_quotes(text, begun, stop) or _is_of_a_number(text, begun, stop, line.end())):
                yield _trimmed(text, begun, stop)
                begun = stop
        if text[begun : line.end()].strip():
            yield _trimmed(text, begun, line.end())


def _stops(text: str, start: int, end: int) -> list[int]:
    """The ends of the sentences in a line; also where one order follows another without a stop."""
    behind = list(_UNSTOPPED.finditer(text, start, end))
    first = ORDERS.search(text, start, end) if behind else None
    unstopped = (one.end() for one in behind if first and first.end() <= one.start())
    return sorted({*stops(text, start, end), *unstopped})


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _is_of_a_number(text: str, begun: int, stop: int, end: int) -> bool:
    """Whether a sentence so far is a number whose caption, and an order, follow: `Section 4. Exclusivity is deleted`."""
    return bool(_NUMBER_ALONE.fullmatch(text, begun, stop) and _CAPTION_AND_ORDER.match(text, stop, end))


def _within_quotes(text: str, start: int, end: int) -> bool:
    """Whether a stop stands within quotation marks that are still open."""
    piece = text[start:end]
    if piece.count("“") != piece.count("”"):
        return piece.count("“") > piece.count("”")
    return piece.count('"') % 2 == 1
