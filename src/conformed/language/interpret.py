"""What an instrument orders: its sentences become operations, waivers and conditions.

In: an instrument.  Out: all that its words do.  The agreement that is amended is never looked at.
Afterwards each sentence is of a class that is told, or is `Unread` and shown.
"""

from collections.abc import Iterator, Sequence, Set

from conformed.basis import Finding, FindingKind, Span
from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument import Head, Instrument, InstrumentKind, head, parse, parties, signatures
from conformed.language.account import account
from conformed.language.conditions import conditions
from conformed.language.defaults import defaults
from conformed.language.effect_apart import counted_apart
from conformed.language.operation import Accounted, Class, Interpretation, Operation
from conformed.language.passed_over import passed_over
from conformed.language.reading.annexed import restatement, with_annexes
from conformed.language.reading.reader import Reader
from conformed.language.representations import representations
from conformed.language.sentences.sentences import sentences
from conformed.language.sentences.works import changes_works
from conformed.language.waivers import of_defaults, waivers

_NAME = pattern(r"(?:the|this|such|an?)?\s?[\"“]((?:[A-Z]|\d{4}\s)[^\"”\n]{1,60}?)(?:[\"”]|\)(?=\s[a-z]))")
_AS_AMENDED = pattern(r"amended\s(?!and\s)", ENGLISH)  # a name of the agreement as it will be
_RENAMED = pattern(
    r"\sof\sthe\s(?:(?<=\bname\sof\sthe\s)|(?<=\btitle\sof\sthe\s)|(?<=\bcaption\sof\sthe\s))(?P<old>[^.;“\"]{1,60}?)\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:amended|changed|revised|modified)"
    r"\s(?:to\s)?(?:read\s|be\s)?(?:as\sfollows:?\s)?[“\"](?P<name>[A-Z][^”\"\n]{1,60}?),?[”\"]",
    ENGLISH,
)
_QUALIFIED = pattern(
    r"^(?:(?:first|second|third|fourth|fifth|\w+th)\s)?(?:amended(?:\sand\srestated)?|restated|original|existing)\s"
)
_BRACKETED = pattern(r"\s\([^()]{1,80}\)$")  # "employment agreement (change in control)"
_RESTATED = pattern(r"^(amended\sand\srestated\s).{1,60}\sagreement$")  # "the Amended and Restated Agreement"
_TITLED = pattern(
    r"^amendment\b.{0,30}?\sto\s(?:the\s)?((?:\w+\s){1,5}(?:agreement|contract|letter|lease|indenture|plan|note|mortgage))$",
    ENGLISH,
)
_CHANGING = {InstrumentKind.AMENDMENT, InstrumentKind.AMENDMENT_AND_WAIVER, InstrumentKind.EXTENSION, InstrumentKind.WAIVER}
SILENT = "This instrument changes an agreement, and no change in it was understood; nothing was changed by it."
_QUOTED = 60  # characters of marked words that a finding quotes
_AGREEMENT = pattern(r"(?:agreement|contract|letter|lease|indenture|plan|note|mortgage)$", ENGLISH)


def interpret(instrument: Instrument) -> Interpretation:
    """Read all that an instrument tells and orders."""
    document = instrument.document
    what = head(document, set_off=instrument.set_off)
    about = (instrument, what, parties(document), signatures(instrument))
    if what.kind.stands_alone:
        every = list(sentences(instrument))
        return Interpretation(*about, (), (), (), tuple(_tracked(document)), account(instrument, what, every, (), (), (), ()))
    names = names_of_agreement(instrument, what)
    restates = what.kind is InstrumentKind.RESTATEMENT
    reader = Reader(instrument, names, restates=restates, named=about[2], works=changes_works(what.title))
    every = list(with_annexes(instrument, sentences(instrument)))
    for sentence in every:
        reader.read(sentence)
    reader.finish()
    ordered, timing, unsure = counted_apart(instrument, every, reader.operations)
    found = (*reader.findings, *unsure)
    waived = () if restates else waivers(instrument, names, every)
    conditioned = () if restates else conditions(instrument, every)
    accounted = account(instrument, what, every, ordered, waived, conditioned, found, timing=timing)
    findings = (*_tracked(document), *_misdated(what), *found, *passed_over(instrument, accounted, found))
    if not (ordered or waived or restates):
        findings = (*findings, *_nothing_understood(what, instrument, accounted, findings))
    orders = (restatement(instrument, what), *ordered) if restates else tuple(ordered)
    recited = () if restates else defaults(instrument, names, every, accounted)
    return Interpretation(
        *about,
        operations=orders,
        waivers=tuple(of_defaults(waiver, recited) for waiver in waived),
        conditions=conditioned,
        findings=findings,
        account=accounted,
        representations=() if restates else representations(instrument, what, names, every, accounted),
        defaults=recited,
    )


def read_orders(
    document: Document, names: frozenset[str] = frozenset({"agreement", "the agreement"})
) -> tuple[tuple[Operation, ...], tuple[Finding, ...]]:
    """What sentences order that stand by themselves, as those of a ruling do, and what of them is not understood."""
    instrument = parse(document)
    reader = Reader(instrument, names, restates=False)
    left = []
    for sentence in sentences(instrument):
        known = len(reader.operations)
        reader.read(sentence)
        if len(reader.operations) == known:
            left.append(
                Finding(FindingKind.UNREAD, "No order.", (document.span(sentence.start, sentence.end),))
            )
    reader.finish()
    return tuple(reader.operations), (*reader.findings, *left)


def _tracked(document: Document) -> Iterator[Finding]:
    """A finding on the words that a file marks as changed."""
    if document.tracked:
        first = document.tracked[0]
        words = " ".join(document.text[first.start : first.end].split())
        quoted = f"“{words if len(words) <= _QUOTED else f'{words[:_QUOTED]}…'}”, {'struck' if first.change.struck else 'inserted'}"
        by = sorted({one.change.by for one in document.tracked if one.change.by})
        whose = f" by {', '.join(by)}" if by else ""
        says = f"The file marks words as changed{whose} (the first: {quoted}); what it marks as struck is not read, what it marks as inserted is."
        places = tuple(Span(document.id, one.start, one.end) for one in document.tracked)
        yield Finding(FindingKind.TRACKED, says, places)


def _misdated(what: Head) -> Iterator[Finding]:
    """A finding on a day that an instrument cannot bear, as those that it names as earlier are of later days."""
    if what.doubted is not None:
        says = "This day is before that of the agreement, or of an instrument that is named as earlier; it is not used."
        yield Finding(FindingKind.SLIP, says, (what.doubted.span,))


def _nothing_understood(what: Head, instrument: Instrument, accounted: Sequence[Accounted], found: Sequence[Finding]) -> Iterator[Finding]:
    """A finding on an instrument that says that it changes an agreement, where nothing that it does is read or shown."""
    if what.kind not in _CHANGING or any(finding.kind is FindingKind.UNREAD for finding in found):
        return
    terms = [piece for piece in accounted if piece.what is Class.TERM] or list(accounted[:1])
    if terms:
        yield Finding(FindingKind.UNREAD, SILENT, (instrument.document.span(terms[0].start, terms[-1].end),), path=terms[0].at)


def names_of_agreement(instrument: Instrument, what: Head) -> frozenset[str]:
    """What an instrument calls the agreement that it amends, in lower case."""
    names = {"agreement", "the agreement"}
    if what.amends is None:
        if titled := _TITLED.search(what.title or ""):
            names.add(titled[1].lower())
        return frozenset(names | _renamed(instrument, names))
    title = (what.amends.title or "").lower()
    if title:
        names |= {title, _BRACKETED.sub("", title), _QUALIFIED.sub("", title), _RESTATED.sub(r"\1agreement", title)}
    if what.amends.span is not None:
        document = instrument.document
        start = document.reading.at(what.amends.span.end)
        for match in _NAME.finditer(document.reading.text, start, start + 1600):
            if _AGREEMENT.search(match[1]) or f"{match[1].lower()}," in f"{title},":  # "Deed of Trust, Fixture Filing"
                names.add(match[1].lower())
                if not _AS_AMENDED.match(match[1]):
                    break
    return frozenset(names | _renamed(instrument, names))


def _renamed(instrument: Instrument, names: Set[str]) -> set[str]:
    """What the agreement is called from now on: `The name of the Agreement is amended to read "Service Agreement"`."""
    found = _RENAMED.finditer(instrument.document.reading.text)
    ours = (match["name"] for match in found if match["old"].lower() in names)
    return {name.lower() for name in ours if _AGREEMENT.search(name)}
