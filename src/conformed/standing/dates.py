"""The days and periods that a matter sets, reckoned as far as they are known.

In: the chain, its entries, a version, and what a user sets.  Out: the deadlines of the text that stands, with those that the
instruments set for themselves and those of their filings.  Afterwards no day is told of a provision on which a change bears
that was not applied, or an override: what the words say is not all that counts there.
"""

import datetime
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from conformed.basis import days
from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.span import Span
from conformed.instrument import InstrumentKind
from conformed.instrument.deadlines import PASSED, Deadline, DeadlineKind, deadline, deadlines, found_in
from conformed.language import Action, Class, Interpretation
from conformed.language.account import class_at
from conformed.language.sentences.binding import binds
from conformed.ledger import Chain, Entry, Link
from conformed.ledger.filings import filings
from conformed.standing.calendars import Calendar
from conformed.standing.last_days import LastDays
from conformed.standing.reckoning import Known, comes, fiscal_year_ended, folded, reckoned, set_by, wants
from conformed.version import OutcomeKind, Version
from conformed.version.stretches import Stretch, stretches

_OWN = {Class.TERM, Class.BOILERPLATE, Class.WAIVER, Class.CONDITION}  # of an instrument: what it sets for itself
_CALLED = pattern(r",?\s?\((?:(?:the|this|herein\w{0,5}|such\sdate|being|,)\s){0,3}[“\"](?P<term>[A-Z][^“”\"\n]{1,50}\s(?:Date|Day))[,.]?[”\"]", ENGLISH)
_LIMIT = pattern(r"\b(?:before|by|later\sthan|prior\sto|until|through|within|after)\s\Z", ENGLISH)  # of a day that is not known yet
_LATEST = pattern(r"\b(?:outside|scheduled|target|guaranteed|expir\w+|terminat\w+|maturity|final|last|deadline)\b", ENGLISH)
_EXTENDED = pattern(
    r"\b[Tt]he\s(?P<term>(?:[A-Z][\w’'-]{1,20}\s){1,5}Date)\s(?:is|shall\sbe)\s(?:hereby\s)?extended\s(?:from\s[^;]{4,40}?\s)?(?:until|to|through)\s(?:and\sincluding\s)?"
)
_STOPS = pattern(r"\s?(?:[.;]|\Z)")
_DAY_LONG = 24  # characters of a written day
_ON_IT = {DeadlineKind.UNTIL, DeadlineKind.COMES}  # what is so on the day itself, and not only by then
_LONG = 200  # characters of a sentence that is quoted whole


class Dated(msgspec.Struct, frozen=True):
    """A deadline with its day, or the days on which it comes again within a year; `wants` says what would settle one that has none.

    `instrument` is the siglum of that whose words set it, "A" for the agreement; `sentence` are the words around it and `words` its own; `what` says
    what the day is where the deadline alone does not tell.
    """

    deadline: Deadline
    instrument: str
    sentence: str
    page: int
    days: tuple[datetime.date, ...] = ()
    wants: str | None = None
    what: str | None = None
    words: str = ""


class _Set(msgspec.Struct, frozen=True):
    """A deadline of the text as it stands, with its sentence; `called` is the name that the words behind it give its day."""

    deadline: Deadline
    instrument: str
    sentence: str
    what: str | None = None
    words: str = ""
    called: str | None = None


def dates(
    chain: Chain,
    entries: Sequence[Entry],
    version: Version,
    day: datetime.date,
    user: Mapping[str, datetime.date] | None = None,
    calendar: Calendar | None = None,
) -> tuple[Dated, ...]:
    """The deadlines of a matter as of a day, in the order of the text.  Raises `Lacking`."""
    in_force = {outcome.entry for outcome in version.outcomes if outcome.kind is not OutcomeKind.NOT_IN_FORCE}
    bearing = [entry for entry in entries if entry.id in in_force]
    doubted = _doubted(version, bearing, chain)
    standing = [*stretches(version.root)]
    found = [*_of_text(standing, chain)]
    extended = [*_extended(chain, bearing)]
    agreement = {chain.agreement.instrument.document.id: _own_days(chain.agreement)} if chain.agreement else {}
    terms = _terms([one for one in found if not _is_in(one.deadline.path, doubted)]) | _terms(extended)
    days_set, given = set_by(user or {}), _given(standing, chain)
    known = _settled(Known(set=days_set, days=given, terms=terms, own=agreement, calendar=calendar, begun=chain.dated, fiscal=fiscal_year_ended(one.text for one in standing)))
    moved = {one.deadline.term for one in extended}  # whose definitions tell no day any more
    told = [_dated(one, known, day, chain, doubted) for one in found if one.deadline.kind is not DeadlineKind.MEANS or one.deadline.term not in moved]
    told += [_dated(one, known, day, chain, {}) for one in (*extended, *_filed(chain))]
    for link in _begun(chain, day):
        own = {link.read.instrument.document.id: _own_days(link.read)} if link.read else {}
        there = msgspec.structs.replace(known, own=own, begun=link.dated)
        told += [_dated(one, there, day, chain, {}) for one in _of_instrument(link)]
    return (*told, *last_days_of(chain, day))


def last_days_of(chain: Chain, day: datetime.date) -> Iterator[Dated]:
    """The last days of waivers and conditions that the instruments made by a day set; what takes effect later sets them too."""
    for link in chain.links:
        if link.read and link.changes and not link.restates and (link.dated is None or link.dated <= day):
            document = link.read.instrument.document
            for one, what, words in LastDays(link.read).told:
                if one.kind is DeadlineKind.UNTIL and link.failed:
                    continue  # the waiver is not in force, and has no last day
                found = _Set(_in(link, one), link.id, document.words(one.sentence), what, words)
                yield _dated(found, Known(), day, chain, {})


def alone(
    read: Interpretation,
    day: datetime.date,
    user: Mapping[str, datetime.date] | None = None,
    calendar: Calendar | None = None,
) -> tuple[Dated, ...]:
    """The deadlines that one instrument sets, read by itself.  Raises `Lacking`."""
    document = read.instrument.document
    own = _own_days(read)
    orders = [one.sentence for one in read.operations]
    new = [one.new.span for one in read.operations if one.new]
    last = LastDays(read)
    found = [
        _Set(one, "", document.words(one.sentence), words=document.words(one.span), called=_name(document.reading.text, document.reading.at(one.span.end)))
        for one in deadlines(read.instrument)
        if (not _within(one.span, orders) or _within(one.span, new)) and not last.hold(one)
    ]
    found += [_Set(one, "", document.words(one.sentence), what, words) for one, what, words in last.told]
    found += [_Set(one, "", says) for one, says in filings(read)]
    known = _settled(Known(set=set_by(user or {}), terms=_terms(found), own={document.id: own}, calendar=calendar, begun=read.head.dated, fiscal=fiscal_year_ended([document.reading.text])))
    return tuple(_reckoned(one, known, day, document.page(one.deadline.span.start), None) for one in found)


def _within(span: Span, spans: Collection[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in spans)


def _dated(one: _Set, known: Known, day: datetime.date, chain: Chain, doubted: Mapping[str, str]) -> Dated:
    page = chain.documents[one.deadline.span.document].page(one.deadline.span.start)
    return _reckoned(one, known, day, page, _is_in(one.deadline.path, doubted))


def _reckoned(one: _Set, known: Known, day: datetime.date, page: int, doubt: str | None) -> Dated:
    told = one.deadline
    if doubt is None:
        once = reckoned(told, known)
        found = (once,) if once else tuple(comes(told, known, day))
        if found:
            return Dated(told, one.instrument, one.sentence, page, found, what=one.what, words=one.words)
    return Dated(told, one.instrument, one.sentence, page, wants=doubt or wants(told, known), words=one.words)


def _of_text(standing: Sequence[Stretch], chain: Chain) -> Iterator[_Set]:
    by = {link.read.instrument.document.id: link.id for link in chain.links if link.read}
    for stretch in standing:
        if stretch.kinds & PASSED:
            continue
        at = 0
        for line in stretch.text.split("\n"):
            for found, begun, end in found_in(stretch.text, at, at + len(line)):
                span = stretch.span(found.start, found.end, chain.documents)
                if span is not None:
                    words = stretch.text[begun:end]
                    path = stretch.piece(found.start).path
                    called = _name(stretch.text, found.end)
                    yield _Set(deadline(stretch.text, found, span, span, path), by.get(span.document, "A"), words, words=stretch.text[found.start : found.end], called=called)
            at += len(line) + 1


def _begun(chain: Chain, day: datetime.date) -> Iterator[Link]:
    """The instruments that change the agreement and count on a day; restatements are left out, all of which is its text, and what cannot take effect."""
    for link in chain.links:
        if link.read and link.changes and not link.failed and not link.restates and (link.effective is None or link.effective <= day):
            yield link


def _of_instrument(link: Link) -> Iterator[_Set]:
    """What an instrument sets for itself, but for its last days, and what follows from the filing that it orders."""
    if link.read is None:
        return
    document, last = link.read.instrument.document, LastDays(link.read)
    own = [one for one in deadlines(link.read.instrument) if _is_own(link.read, one) and not last.hold(one)]
    for one, says in (*((one, document.words(one.sentence)) for one in own), *filings(link.read, link.spoken)):
        yield _Set(_in(link, one), link.id, says)


def _filed(chain: Chain) -> Iterator[_Set]:
    """What follows from the filing that the agreement itself orders."""
    for one, says in filings(chain.agreement, "the Agreement") if chain.agreement else ():
        yield _Set(one, "A", says)


def _in(link: Link, one: Deadline) -> Deadline:
    """A deadline of an instrument with the title of this before its place."""
    return msgspec.structs.replace(one, path=f"{link.title}:{one.path or ''}")


def _is_own(read: Interpretation, one: Deadline) -> bool:
    """Whether a deadline is of what an instrument sets for itself, or of what it binds the parties to beside the agreement."""
    document = read.instrument.document
    what = class_at(read.account, document.reading.at(one.span.start))
    return what in _OWN or (what is Class.UNREAD and binds(document.words(one.sentence)))


def _doubted(version: Version, bearing: Sequence[Entry], chain: Chain) -> dict[str, str]:
    """The provisions of which the words do not tell all, each with what does."""
    outcomes = {outcome.entry: outcome for outcome in version.outcomes}
    titles = {link.id: link.title for link in chain.links}
    found: dict[str, str] = {}
    for entry in bearing:
        outcome, by = outcomes[entry.id], titles.get(entry.link, "a ruling")
        if entry.operation.action is Action.OVERRIDE:
            said = chain.documents[entry.operation.sentence.document].words(entry.operation.sentence)
            why = f"what {by} says of it: “{textwrap.shorten(said, _LONG, placeholder=' …')}”"
        elif outcome.kind in {OutcomeKind.UNAPPLIED, OutcomeKind.HELD}:
            why = f"the open point on a change of it by {by} that was not applied"
        else:
            continue
        for path in (*outcome.paths, str(entry.operation.target)):
            found.setdefault(path, why)
    return found


def _extended(chain: Chain, bearing: Sequence[Entry]) -> Iterator[_Set]:
    """The days that named days are extended to, each name's last; those of an instrument that waits for conditions are left open."""
    waits = {link.id for link in chain.links if link.upon}
    found: dict[str, _Set] = {}
    for entry in bearing:
        told = entry.operation
        if told.action is not Action.OVERRIDE or entry.link in waits or told.waits:
            continue
        words = chain.documents[told.sentence.document].words(told.sentence)
        match = _EXTENDED.search(words)
        written = next(days(words, match.end(), match.end() + _DAY_LONG), None) if match else None
        if match and written and written.start == match.end() and _STOPS.match(words, written.end):
            means = Deadline(
                span=told.sentence, sentence=told.sentence, path=str(told.target), kind=DeadlineKind.MEANS, day=written.day, term=match["term"]
            )
            found[folded(match["term"])] = _Set(means, entry.link, words)
    yield from found.values()


def _is_in(path: str | None, doubted: Mapping[str, str]) -> str | None:
    """What is in doubt of a provision, or of one around it or within it."""
    if not path:
        return None
    for other, why in doubted.items():
        if path == other or (path.startswith(other) and path[len(other)] in "(#~/.") or (other.startswith(path) and other[len(path)] in "(#~/"):
            return why
    return None


def _terms(found: Sequence[_Set]) -> dict[str, Deadline]:
    """The terms that mean one day, `the fifth anniversary of the Closing Date (the "Expiry Date")` among them; one defined twice in different words means none."""
    every: dict[str, set[str]] = {}
    terms: dict[str, Deadline] = {}
    for one in found:
        term = one.deadline.term if one.deadline.kind is DeadlineKind.MEANS else one.called if one.deadline.kind in _ON_IT else None
        if term:
            name = folded(term)
            every.setdefault(name, set()).add(one.deadline.formula)
            terms[name] = one.deadline
    return {name: told for name, told in terms.items() if len(every[name]) == 1}


def _name(text: str, at: int) -> str | None:
    """The name of a day that brackets give it behind its words."""
    match = _CALLED.match(text, at)
    return match["term"] if match else None


def _given(standing: Sequence[Stretch], chain: Chain) -> dict[str, datetime.date]:
    """The days that the text calls by a name: `March 3, 2030 (the "Closing Date")`."""
    found: dict[str, set[datetime.date]] = {}
    for stretch in standing:
        for name, day in _called(stretch.text).items():
            found.setdefault(name, set()).add(day)
    given = {name: next(iter(told)) for name, told in found.items() if len(told) == 1}
    if chain.agreement is not None:
        takes = chain.agreement.head.effective
        if takes.date is not None and takes.basis in {"dated", "stated"}:
            given.setdefault("effective date of this agreement", takes.date)
    if chain.dated is not None:
        given.setdefault("date of this agreement", chain.dated)
    return given


def _called(text: str) -> dict[str, datetime.date]:
    found: dict[str, datetime.date | None] = {}
    for written in days(text):
        match = _CALLED.match(text, written.end)
        if match and (_LATEST.search(match["term"]) or not _LIMIT.search(text, max(0, written.start - _DAY_LONG), written.start)):
            name = folded(match["term"])
            found[name] = written.day if found.get(name, written.day) == written.day else None
    return {name: day for name, day in found.items() if day is not None}


def _settled(known: Known) -> Known:
    """What is known, with the days that terms mean in place of their definitions."""
    told = {name: day for name, term in known.terms.items() if (day := reckoned(term, known)) is not None}
    return msgspec.structs.replace(known, days={**known.days, **told}, terms={})


def _own_days(read: Interpretation) -> dict[str, datetime.date]:
    """The days that an instrument means by phrases of its own, and by names that it gives to days."""
    head, named = read.head, _called(read.instrument.document.reading.text)
    agrees = head.kind.stands_alone or head.kind is InstrumentKind.RESTATEMENT
    kind = "agreement" if agrees else str(head.kind)
    if head.dated is not None:
        phrases = ["date hereof", "date first above written", "date first written above", "day and year first above written"]
        named |= dict.fromkeys([*phrases, f"date of this {kind}"], head.dated)
    if head.effective.date is not None and head.effective.basis in {"dated", "stated"}:
        named |= dict.fromkeys(["effective date hereof", f"effective date of this {kind}"], head.effective.date)
    return named
