"""The account of an instrument: what each of its sentences is, so that none is passed over in silence.

In: an instrument with what was read of it.  Out: its sentences in order, each with its class.  Together they hold every word
of the reading.  What is of no class that is known here is `UNREAD`: it may matter, and a reader must see it.
"""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Finding, Span
from conformed.basis.pattern import pattern
from conformed.instrument import Instrument, InstrumentKind, Provision, ProvisionKind, references
from conformed.language.operation import Accounted, Class, Condition, Operation, Waiver
from conformed.language.sentences import Sentence

_BY_KIND = {
    ProvisionKind.TITLE: Class.TITLE,
    ProvisionKind.CONTENTS: Class.TITLE,
    ProvisionKind.RECITAL: Class.RECITAL,
    ProvisionKind.SIGNATURES: Class.SIGNATURE,
    ProvisionKind.PART: Class.ATTACHED,
}
_REPRESENTS = pattern(
    r"\b(?:hereby\s)?(?:represents?(?:,\swarrants?)?(?:,?\sand|,)\s(?:warrants?|covenants?|agrees?|acknowledges?|confirms?)|represents?\sand\swarrants?|represents?\sthat|warrants?\s(?:and\srepresents?\s)?(?:to|that)\b)"
    r"|\brepresentations?\sand\swarrant(?:y|ies)\b",
    re.IGNORECASE,
)
_STANDARD = pattern(
    r"""\b(?:
      (?:full|continued)\sforce\b | (?:remain|continue)s?\s(?:unchanged|unmodified|unaltered|unaffected|in\s(?:full\s)?(?:force|effect)|to\sbe\sin) | ratif(?:y|ied|ies|ication)
    | reaffirm\w* | (?:hereby|fully)\sconfirm(?:s|ed)? | counterparts? | facsimile | executed\s(?:copy|signature) | governed\sby\b | governing\slaw | laws\sof\sthe\s(?:state|commonwealth|province)
    | entire\s(?:agreement|understanding) | (?:headings?|captions?|titles?)\b[^.]{0,160}\b(?:convenience|reference|interpretation|construction)
    | successors\sand\s(?:permitted\s)?assigns | severab\w+ | (?:invalid|illegal|void)\w*\sor\s(?:unenforceab\w+|invalid\w*) | further\sassurances | time\sis\sof\sthe\sessence
    | (?:costs?|fees)\s(?:and|or|,)\s[^.]{0,60}\bexpenses\b | expenses\b[^.]{0,80}\b(?:attorneys|counsel) | defined\sterms? | capitalized\sterms? | (?:terms\s)?used\s(?:herein|in\sthis)\b[^.]{0,80}\b(?:defined|meanings?)
    | (?:same\s)?meanings?\s(?:set\sforth|assigned|ascribed|given|as|specified|provided|attributed)\b
    | references?\s(?:in|to|herein|therein|made|contained)\b[^.]{0,300}\b(?:mean|be\sdeemed|deemed|refer|reference|references|include|construed)
    | (?:conflict|inconsisten\w+|discrepanc\w+)\b[^.]{0,200}\b(?:prevail|control|govern|supersede)\w* | (?:prevail|control|govern)s?\b[^.]{0,120}\b(?:conflict|inconsisten\w+)
    | except\sas\s(?:expressly\s|specifically\s|otherwise\s|hereby\s|so\s|herein\s|hereinabove\s|set\sforth|provided|amended|modified|stated)
    | (?:shall|does|do|will)\snot\s(?:\w+,?\s){0,6}?(?:operate\sas|constitute|be\s(?:deemed|construed)(?:\sto\sbe)?)\s(?:\w+\s){0,4}?(?:waiver|amendment|novation|modification|admission|consent)
    | no\s(?:other\s)?(?:amendment|modification|waiver|change|consent)s? | (?:may|can|cannot|could|shall|must|will)\s(?:not\s|only\s)*be\s(?:further\s)?(?:amended|modified|changed|waived|supplemented|altered)
    | loan\sdocuments? \b[^.]{0,60} \b(?:constitutes?|is|shall\sbe)\sa | a\sloan\sdocument
    | binding\s(?:up)?on | inure\sto | jury\strial | trial\sby\sjury | jurisdiction\sof\s | notwithstanding\sthe\sforegoing | advice\sof\s(?:\w+\s){0,3}counsel
    | read\s(?:together|as\sone|and\s(?:understood|construed|fully)) | construed\s(?:together|as\sone|in\saccordance) | part\sof\sthe\s(?:\w+\s){0,4}agreement | good\sand\svaluable\sconsideration
    | incorporat(?:ed|es)\s(?:herein\s)?by\s(?:this\s)?reference | the\srecitals | parties\s(?:hereto\s)?(?:hereby\s)?(?:agree|acknowledge)\sas\sfollows | (?:shall|will)\sbe\sdeemed\s(?:to\sbe\s)?(?:an?\s)?(?:original|one)
    | fully\sexecuted | voluntarily | supersede[sd]? | merges? | prior\s(?:agreements|understandings|negotiations)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BINDS = pattern(  # what would be an order or would hold one back, whatever stands beside it
    r"\breferences?\s[^.;]{0,100}?\bto\s(?:the\s)?[“\"](?!\s?(?:the\s|this\s)?(?:\w+\s){0,3}(?:agreement|contract|lease|note|indenture|plan|amendment)\b)[^.;]{0,160}\b(?:shall|will)\s(?:hereafter\s)?(?:mean|refer|be)\b"
    r"|\bdefinition\sof\s[“\"][^”\"]{1,80}[”\"]\s(?:shall|will)\s"
    r"|\b(?:amendments?|changes?)\s(?:to|of|set\sforth\sin)\s(?:section|paragraph|clause|article)\b[^.;]{0,80}\bshall\s(?:not\s)?(?:take\seffect|become\seffective|be\seffective|apply|expire|terminate|cease)\b"
    r"|\b(?:is|are)\s(?:hereby\s|intentionally\s){0,2}(?:deleted|stricken|eliminated|replaced|restated)\b"
    r"|\bcross-?references?\b[^.;]{0,80}\b(?:conformed|updated|renumbered|corrected)\b",
    re.IGNORECASE,
)
_RECITES = pattern(
    r"\b(?:wish|desire|intend|propose)(?:s|es|d)?\b[^.;]{0,80}\bto\s(?:so\s|further\s|hereby\s)?(?:amend|modify|change|revise|supplement|extend)\b|^\W{0,3}(?:whereas|now,?\stherefore)\b",
    re.IGNORECASE,
)
_SIGNATURE_PAGE = pattern(r"\W{0,3}signature\spages?\b", re.IGNORECASE)
_CAPTIONS: tuple[tuple[re.Pattern[str], Class], ...] = (
    (pattern(r"\brepresentations?\b|\bwarrant(?:y|ies)\b", re.IGNORECASE), Class.REPRESENTATION),
    (
        pattern(r"\bconditions?(?:\sprecedent)?\b|\beffectiveness\b|\beffective\sdate\b", re.IGNORECASE),
        Class.CONDITION,
    ),
    (
        pattern(
            r"\b(?:miscellaneous|counterparts?|governing\slaw|applicable\slaw|choice\sof\slaw|ratification|reaffirmation|confirmation|severability|entire\sagreement|headings|captions|expenses|costs|fees|definitions?|defined\sterms"
            r"|continu\w+|full\sforce|effect\sof|no\sother|reference|successors|binding|integration|further\sassurances|limitation|release|interpretation|construction|notices?|jury|jurisdiction|loan\sdocuments?|no\swaiver|conflicts?|execution|facsimile|electronic|remaining|other\sterms|general)\b",
            re.IGNORECASE,
        ),
        Class.BOILERPLATE,
    ),
)
_ANNOUNCES = pattern(
    r"(?:as\sfollows|following|respects|by|below|manner|to\sread|hereby|that|thereof)\W{0,3}$|:$",
    re.IGNORECASE,
)
_EDITS = pattern(
    r"\b(?:(?:is|are|be|hereby|further|shall|and|to)\s(?:\w+\s){0,2}(?:amend|delet|replac|add|insert|restat|modif|revis|chang|strik|strick|struck|substitut|re-?number|re-?designat|remov|eliminat|rescind|correct)\w*"
    r"|by\s(?:amend|delet|replac|add|insert|restat|modif|revis|chang|strik|substitut)ing)\b",
    re.IGNORECASE,
)
_EFFECT = pattern(
    r"\b(?:is|are|shall\sbe|will\sbe|be)\s(?:hereby\s|further\s|also\s|permanently\s|automatically\s){0,3}(?:increased|decreased|reduced|extended|shortened|suspended|cancell?ed|rescinded|changed\sto|set\sat|fixed\sat)\b"
    r"|\b(?:hereby|agree\sto|agrees\sto)\s(?:increase|decrease|reduce|extend|shorten|suspend|cancel|rescind)s?\b",
    re.IGNORECASE,
)
_QUOTES = pattern(r"[“\"]\s?\w")
_LEADING = {Class.REPRESENTATION, Class.CONDITION, Class.WAIVER}  # what is so of all that stands under a lead
_NEAR = 400  # characters within which an announcement has its first order


def account(
    instrument: Instrument,
    kind: InstrumentKind,
    every: Sequence[Sentence],
    operations: Sequence[Operation],
    waivers: Sequence[Waiver],
    conditions: Sequence[Condition],
    findings: Sequence[Finding],
) -> tuple[Accounted, ...]:
    """Each sentence of an instrument with its class, in order; what stands between two belongs to the later one."""
    known = {
        Class.UNREAD: _places(span for finding in findings for span in finding.places),
        Class.OPERATIVE: _places(operation.sentence for operation in operations),
        Class.WAIVER: _places(waiver.sentence for waiver in waivers),
        Class.CONDITION: _places(condition.span for condition in conditions),
        Class.PUT_IN: _places(operation.new.span for operation in operations if operation.new),
    }
    strikes = _places(operation.sentence for operation in operations if operation.new is None)
    struck = [
        sentence.announced.start
        for sentence in every
        if sentence.announced is not None
        and begins(strikes, (span := instrument.document.span(sentence.start, sentence.end)).start, span.end)
    ]
    told = _Account(instrument, kind, known, struck).pieces(every)
    pieces = sorted(told, key=lambda piece: (piece.start, piece.end))
    found: list[Accounted] = []
    done = 0
    for piece in pieces:
        if piece.end > done:
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
        kind: InstrumentKind,
        known: dict[Class, list[int]],
        struck: list[int],  # where texts are set off that a sentence strikes
    ) -> None:
        self.instrument, self.known, self.struck = instrument, known, struck
        self.text = instrument.document.reading.text
        self.terms = kind in {InstrumentKind.AGREEMENT, InstrumentKind.OTHER, InstrumentKind.RESTATEMENT}
        self.leads: dict[int, Class] = {}  # of provisions, by where they begin

    def pieces(self, every: Sequence[Sentence]) -> Iterator[Accounted]:
        """The sentences, and the stretches that are no sentences of the operative part."""
        yield from self._stretches(self.instrument.root, None)
        for sentence in every:
            what = self._class(sentence)
            for provision in sentence.chain[1:]:
                self.leads.setdefault(provision.start, what)
            yield Accounted(what, sentence.start, sentence.end, sentence.at)

    def _stretches(self, provision: Provision, what: Class | None) -> Iterator[Accounted]:
        what = what or _BY_KIND.get(provision.kind)
        if provision.kind is ProvisionKind.QUOTATION:
            yield Accounted(self._set_off(provision), provision.start, provision.end, None)
        elif what is not None and provision.lead > provision.start:
            yield Accounted(what, provision.start, provision.lead, provision.path or None)
        if provision.kind is not ProvisionKind.QUOTATION:
            for child in provision.children:
                yield from self._stretches(child, what)

    def _set_off(self, provision: Provision) -> Class:
        """What a text that is set off is: put in, or struck by the order before it."""
        if self._holds(Class.PUT_IN, provision.start, provision.end):
            return Class.PUT_IN
        return Class.OPERATIVE if begins(self.struck, provision.start, provision.end) else Class.UNREAD

    def _holds(self, what: Class, start: int, end: int) -> bool:
        """Whether something of a class begins within the characters `start` to `end`."""
        span = self.instrument.document.span(start, end)
        return begins(self.known[what], span.start, span.end)

    def _class(self, sentence: Sentence) -> Class:
        if any(provision.kind is ProvisionKind.PREAMBLE for provision in sentence.chain):
            return Class.PREAMBLE
        for what in (Class.OPERATIVE, Class.UNREAD, Class.WAIVER, Class.CONDITION):
            if self._holds(what, sentence.start, sentence.end):
                return what
        if self.terms:
            return Class.TERM
        words = self.text[sentence.start : sentence.end]
        if _BINDS.search(words):
            return Class.UNREAD
        return self._under(sentence) or _by_words(words) or self._by_place(sentence, words)

    def _under(self, sentence: Sentence) -> Class | None:
        """What the lead of a list makes of all that stands under it."""
        for provision in reversed(sentence.chain[1:]):
            if self._holds(Class.CONDITION, provision.start, provision.end):
                return Class.CONDITION
            if self.leads.get(provision.start) in _LEADING:
                return self.leads[provision.start]
        return None

    def _by_place(self, sentence: Sentence, words: str) -> Class:
        """What the captions, and the sentences behind it, make of a sentence."""
        for provision in reversed(sentence.chain[1:]):
            heading = provision.heading or ""
            captioned = next((what for caption, what in _CAPTIONS if caption.search(heading)), None)
            if captioned is not None:
                return captioned
        if self._leads(sentence, words):
            return Class.OPERATIVE
        return Class.UNREAD if _may_change(words) else Class.TERM

    def _leads(self, sentence: Sentence, words: str) -> bool:
        """Whether a sentence only leads to the changes ordered under it or behind it."""
        end = sentence.chain[-1].end if len(sentence.chain) > 1 else sentence.end + _NEAR
        return bool(_ANNOUNCES.search(words)) and self._holds(
            Class.OPERATIVE, sentence.end, max(end, sentence.end + 1)
        )


def _by_words(words: str) -> Class | None:
    if _RECITES.search(words):
        return Class.RECITAL
    if _SIGNATURE_PAGE.match(words):
        return Class.SIGNATURE
    if _REPRESENTS.search(words):
        return Class.REPRESENTATION
    return Class.BOILERPLATE if _STANDARD.search(words) else None


def _may_change(words: str) -> bool:
    """Whether a sentence may change what the agreement says: it edits what it names, or tells an effect."""
    if _EFFECT.search(words):
        return True
    return bool(_EDITS.search(words)) and (
        bool(_QUOTES.search(words)) or any(True for _ in references(words))
    )


def begins(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `places`, in order, lies from `start` to `end`."""
    here = bisect.bisect_left(places, start)
    return here < len(places) and places[here] < end


def _places(spans: Iterator[Span]) -> list[int]:
    return sorted(span.start for span in spans)
