"""Where a matter stands on a day, on one screen.

In: a chain, the day, the consents of which each instrument speaks, and the deadlines.  Out: a text:
each instrument with its standing, its conditions and what is known of each, who has consented and who has not signed, and the
waivers.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

from conformed.basis import Finding, FindingKind, long_day
from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import affiliates
from conformed.language import Interpretation, remarks
from conformed.language.by_itself import unsigned
from conformed.language.owed import owed_by
from conformed.ledger import Chain, Link, State
from conformed.ledger.filings import filings
from conformed.ledger.persons import name_key
from conformed.standing.amending import Amending
from conformed.standing.consents import Consent
from conformed.standing.dates import Dated
from conformed.standing.entities import Register, register
from conformed.standing.stands import Stages, changes_waiting, sentences, stages
from conformed.standing.waived import waivers
from conformed.views.consents import asks, reached
from conformed.views.dates import place as stands_at
from conformed.views.dates import says as said
from conformed.views.executed import beside
from conformed.views.lines import folded, short
from conformed.views.officers import officers
from conformed.views.places import place, where
from conformed.views.repeated import recited, repeated
from conformed.views.told import lines_dated, signing
from conformed.views.waived import counts

_COMMISSION = pattern(r"with the (?P<state>.+) commission$")
_MAY = pattern(r"\b(?:may|authorized|entitled|permitted)\b", ENGLISH)
_MUST = pattern(r"\b(?:shall|will|must|agrees?\sto|required\sto)\b", ENGLISH)
_SECTION_OF = pattern(r"\b(?P<section>(?:Section|Part|Chapter|Schedule)\s\d[\w.-]{0,12}(?<!\.))\sof\s(?:the\s)?\Z")
_NEXT = 5  # days to come that one screen has room for
_PLACES = 4  # of changes that are not applied, for which one screen has room
_CLAUSE = 640  # characters of the clause on amendments
_SAID = 300  # characters of a sentence
_LONG = 150  # characters of a condition that one screen has room for


def status(
    chain: Chain, day: datetime.date, asked: Mapping[str, Sequence[Consent]], deadlines: Sequence[Dated] = (),
    remiss: Mapping[str, Sequence[Finding]] | None = None, amended_by: Amending | None = None,
) -> str:
    """The status of a matter.

    `asked` are the consents of which each instrument speaks, by its siglum, `remiss` what is not settled of its orders;
    `amended_by` says how the agreement may be amended.
    """
    lines = [f"{chain.title}, on {long_day(day)}", ""]
    stood = stages(chain)
    dated = f", dated {long_day(chain.dated)}" if chain.dated else ", no date"
    name = chain.agreement.instrument.document.name if chain.agreement else "not to hand"
    lines += [*folded(f"Agreement{dated} ({name})", "A   ", "    "), *_set(sentences(stood["A"], day))]
    lines += [*(_filed(chain.agreement) if chain.agreement else ()), *(_limits(amended_by, chain) if amended_by else ()), ""]
    known = register(chain)
    for link in chain.links:
        told = _orders((remiss or {}).get(link.id, ()))
        lines.append(standing_of(link, stood[link.id], day, asked[link.id], known) + "".join(f"{line}\n" for line in told))
    lines += _coming(deadlines, day, {link.id: link.title for link in chain.links})
    return "\n".join(lines).rstrip() + "\n"


def _limits(one: Amending, chain: Chain) -> Iterator[str]:
    """How the agreement says that it may be amended."""
    span = one.piece.run.span
    page = chain.documents[span.document].page(span.start) if span else None
    yield from _set(f"- how it may be amended: {place(one.piece.path, page)}: “{short(one.words, _CLAUSE)}”".replace("\u00a0", " "))


def _orders(remiss: Sequence[Finding]) -> Iterator[str]:
    """What is not settled of the orders of an instrument."""
    unread = {one.says if not one.places else one.places for one in remiss if one.kind is FindingKind.UNREAD and one.entry is None}
    if left := dict.fromkeys(where(one.path or "*") for one in remiss if one.entry is not None and one.kind is not FindingKind.SLIP):
        more = f" and {len(left) - _PLACES} more places" if len(left) > _PLACES else ""
        yield from _set(f"- not applied: what it orders of {'; '.join([*left][:_PLACES])}{more}. conformed open tells why.")
    if unread:
        many = "1 sentence that may order a change" if len(unread) == 1 else f"{len(unread)} passages that may order changes"
        yield from _set(f"- not read: {many}. conformed open quotes {'it' if len(unread) == 1 else 'them'}.")
    for one in remiss:
        if one.kind is FindingKind.SLIP:
            yield from _set(f"- a slip: {one.says}")


def _coming(told: Sequence[Dated], day: datetime.date, titles: Mapping[str, str]) -> Iterator[str]:
    """The next days of the deadlines, and how many more there are."""
    if not told:
        return
    coming = sorted(((each, one) for one in told for each in one.days if each >= day), key=lambda pair: pair[0])
    waiting = sum(1 for one in told if not one.days)
    yield from folded(f"Days to come: {len(coming)}; periods without a day yet: {waiting}. conformed dates lists all of them.")
    for each, one in coming[:_NEXT]:
        yield from folded(f"- {long_day(each)}: {said(one)}; {stands_at(one, titles)}", "", "  ")
    yield ""


def standing_of(link: Link, stood: Stages, day: datetime.date, asked: Sequence[Consent], known: Register) -> str:
    """Where one instrument stands, of its stages; `asked` are the consents of which it speaks, `known` the entities of the matter."""
    file = f" ({link.read.instrument.document.name})" if link.read else ""
    signed = lines_dated(one.date for one in link.read.signatures) if link.read else ""
    dated = f", dated {long_day(link.dated)}" if link.dated else ", ".join(filter(None, (", no date", signed)))
    later = "Its own day is yet to come." if link.read is None and link.dated and link.dated > day else ""
    told = " ".join(filter(None, (sentences(stood, day, changes_waiting(link)), later)))
    lines = [*folded(f"{link.title}{dated}{file}", f"{link.id:<3} ", "    "), *_set(told)]
    if not link.changes:
        lines += _set(f"- {link.place}")
    elif link.read is not None:
        lines += [*_conditions(link, known), *_consents(asked), *_signatures(link, asked)]
        lines += [*_guaranties(link, known), *_waivers(link, day), *_said(link)] if not link.failed else []
    return "\n".join(lines) + "\n"


def _conditions(link: Link, known: Register) -> Iterator[str]:
    """The conditions, with what is known of each, and what the file shows of those who are to meet it."""
    for one in link.proofs if link.read else ():
        if link.failed and one.evidence is None:
            continue  # what was not proved of an instrument that cannot take effect is not wanted any more
        page = link.read.instrument.document.page(one.condition.span.start) if link.read else None
        at = place(one.condition.at, page).replace("\u00a0", " ")
        shown = f" ({one.evidence.says.rstrip('.')})" if one.evidence else ""
        owed = f", owed by {who}" if one.state is not State.MET and not link.failed and (who := owed_by(one.condition.text)) else ""
        yield from _set(f"- {one.state}{owed}{shown}: {at}: “{short(one.condition.text, _LONG)}”")
        for words in beside(one.condition, link.read, known) if link.read and one.state is not State.MET and not link.failed else ():
            yield from _set(f"- {words}")


def _consents(asked: Sequence[Consent]) -> Iterator[str]:
    for one in asked:
        yield from _set(f"- consent of {one.group}{_asks(one)}: {reached(one)}")


def _asks(one: Consent) -> str:
    """What is asked of a group, and where it is defined."""
    by = f"asked by {where(one.clause)} of what amends or waives it" if one.clause else None
    told = [words for words in (asks(one) if one.path else None, where(one.path) if one.path else None, by) if words]
    return f" ({', '.join(told)})" if told else ""


def _signatures(link: Link, asked: Sequence[Consent]) -> Iterator[str]:
    """Who signs, and whose line is blank."""
    blank = [one.party for one in unsigned(link.read)] if link.read and not link.failed else []
    lines = [one for one in link.read.signatures if not one.form] if link.read and not link.failed else []
    if known := signing(link):
        yield from _set(f"- {known}")
    elif lines and not any(one.signed for one in lines):
        yield from _set(f"- no signature is shown in the copy to hand, on {'the one line' if len(lines) == 1 else f'any of the {len(lines)} lines'}")
    elif blank:
        yield from _set(f"- blank in the copy to hand: {_lines_of(blank, {name_key(name) for one in asked for name, _ in one.missing})}")
    for one in officers(lines):
        title = f" ({one.title})" if one.title else ""
        yield from _set(f"- {one.name}{title} signs for {len(one.parties)} parties; conformed parties names them")


def _guaranties(link: Link, known: Register) -> Iterator[str]:
    """The guaranties that an instrument reaffirms, and whether those who gave them have signed it in the copy to hand."""
    again = [tie for tie in known.ties if tie.kind == "guarantees to" and link.id in tie.again]
    if not again:
        return
    givers = {tie.one for tie in again}
    lines = {one.name: [signed for at, _, signed in one.signs if at == link.id] for one in known.entities if one.name in givers}
    all_signed = all(lines.get(name) and all(lines[name]) for name in givers)
    signed = f", signed in the copy to hand by {'all who gave them' if len(givers) > 1 else 'the one who gave it'}" if all_signed else ""
    yield from _set(f"- reaffirms {'; '.join(dict.fromkeys(tie.how for tie in again))}{signed}; conformed parties tells who gave them, when and to whom")


def _lines_of(blank: Sequence[str], missing: Collection[str]) -> str:
    """Whose lines are blank; those whom the consents tell as `missing` are not named again where they all are among them."""
    rest = [party for party in blank if name_key(party) not in missing]
    above = len({name_key(party) for party in blank} & set(missing))
    if not missing or above < len(missing):
        return f"the line of {'; '.join(blank)}"
    again = "the one" if above == 1 else f"the {above}"
    if rest:
        return f"the line of {'; '.join(rest)}; and of {again} told above"
    return f"the line{'s' * (above > 1)} of {again} told above as not signed"


def _waivers(link: Link, day: datetime.date) -> Iterator[str]:
    for one in waivers(link):
        what = ", ".join(where(str(path)) for path in one.waiver.provisions) or "a default"
        days = f"from {long_day(one.first)} " if one.first else ""
        days += f"to {long_day(one.last)}" if one.last else "without a last day"
        ends = f"; it {'was to end early' if one.over(day) else 'ends early'} if {short(one.waiver.lapses_if, _LONG)}" if one.waiver.lapses_if and not one.ended else ""
        ends += f"; what ends it came {one.ended.rstrip('.')}" if one.ended else ""
        yield from _set(f"- waives {what} {days}: {'not in effect' if link.failed else counts(one, day)}{ends}.")


def _said(link: Link) -> Iterator[str]:
    """The representations that an instrument makes again, the defaults that it recites, and the texts outside the matter to which it refers."""
    for one in link.read.representations if link.read else ():
        yield from _set(f"- makes again {repeated(one)}.")
    for recital in link.read.defaults if link.read else ():
        yield from _set(f"- recites {recited(recital)}.")
    if link.read is not None:
        yield from _free(link.read)
        yield from _filed(link.read)
        yield from _outside(link.read)


def _free(read: Interpretation) -> Iterator[str]:
    """Where an instrument represents that there is no default."""
    document = read.instrument.document
    for one in remarks(read, "no default"):
        at = place(one.at, document.page(one.sentence.start)).replace("\u00a0", " ")
        yield from _set(f"- represents that there is no default ({at}): “{short(document.words(one.sentence), _SAID)}”")


def _outside(read: Interpretation) -> Iterator[str]:
    """The texts outside the matter to which an instrument refers, each with its sections that are meant, and where."""
    document = read.instrument.document
    places: dict[str, list[str]] = {}
    sections: dict[str, list[str]] = {}
    for one in remarks(read, "incorporated"):
        name = one.name or ""
        places.setdefault(name, []).append(place(one.at, document.page(one.sentence.start)).replace("\u00a0", " "))
        before = document.words(one.sentence).split(name)[0]
        sections.setdefault(name, []).extend(match["section"] for match in _SECTION_OF.finditer(before))
    for name, told in places.items():
        parts = f" ({', '.join(dict.fromkeys(sections[name]))})" if sections[name] else ""
        yield from _set(f"- refers to {name}{parts}, which is not to hand: {'; '.join(dict.fromkeys(told))}")


def _filed(read: Interpretation) -> Iterator[str]:
    """The state commissions to which an instrument goes, or may be taken, for approval, and where its states are listed."""
    every = [one for one, _ in filings(read)]
    if every:
        document = read.instrument.document
        states = [match["state"] for one in every if (match := _COMMISSION.search(one.anchor or ""))]
        *first, last = states or ["each state"]
        whom = f"the commissions of {', '.join(first)} and {last}" if first else f"the commission of {last}"
        at = place(every[0].path, document.page(every[0].sentence.start)).replace("\u00a0", " ")
        listed = f"; states listed on p. {document.page(next(iter(affiliates(document))).span.start)}" if states else ""
        words = document.words(every[0].sentence)
        goes = "may be filed for approval with" if _MAY.search(words) and not _MUST.search(words) else "goes for approval to"
        has = f"each has {every[0].period}" if first else f"it has {every[0].period}"
        yield from _set(f"- {goes} {whom} ({at}{listed}); {has} from the filing there to act (47 U.S.C. 252(e)(4))")


def _set(words: str) -> list[str]:
    return folded(words, "    ", "      " if words.startswith("- ") else "    ")
