"""The chain: an agreement and the instruments that change it, in order.

In: the readings of all documents of a matter, in any order.  Out: the agreement, where it is to hand, and a link
for each instrument, those to hand and those that recitals name.  Afterwards each document is the agreement, a
link, or the subject of a finding that says why it is neither.

The order is that of the days on which instruments take effect, then of their numbers, as recitals count them.
"""

import datetime
import re
from collections.abc import Iterable, Sequence

import msgspec

from conformed.basis import Finding, FindingKind
from conformed.instrument import InstrumentKind, Named, ProvisionKind
from conformed.language import Interpretation

_CHANGING = {
    InstrumentKind.AMENDMENT, InstrumentKind.WAIVER, InstrumentKind.AMENDMENT_AND_WAIVER, InstrumentKind.CONSENT,
    InstrumentKind.EXTENSION,
}  # fmt: skip
_SMALL = {"the", "of", "and", "to", "a", "an", "certain", "that", "by", "for", "no"}
_GENERAL = {
    "agreement",
    "agreements",
    "contract",
    "amended",
    "restated",
    "original",
    "existing",
    "prior",
    "initial",
    "previous",
    "amendment",
    "between",
    "among",
    "with",
    "inc",
    "llc",
    "corporation",
    "company",
}
_PROVISIONS = 5  # articles and sections that make a document an agreement
_FAR = datetime.date.max


class NoMatter(Exception):
    """The documents make no matter; the message is one sentence that says why and what to do."""


class Link(msgspec.Struct, frozen=True):
    """An instrument in the chain.

    `id` is its siglum; `read` is None for one that is not to hand, of which `named` tells what is known.
    `changes` tells whether it changes the agreement of this matter; `place` says why it stands where it does.
    """

    id: str
    title: str
    read: Interpretation | None
    named: Named | None
    number: int | None
    dated: datetime.date | None
    effective: datetime.date | None
    upon: bool
    changes: bool
    place: str


class Chain(msgspec.Struct, frozen=True):
    """The agreement of a matter and the instruments that change it, in order."""

    agreement: Interpretation | None
    title: str
    dated: datetime.date | None
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


def chain(reads: Sequence[Interpretation]) -> Chain:
    """Put the documents of a matter in order.  Raises `NoMatter` where there is nothing to order."""
    reads, findings = _without_copies(reads)
    agreements = [
        read for read in reads if read.head.kind in {InstrumentKind.AGREEMENT, InstrumentKind.RESTATEMENT}
    ]
    changing = [read for read in reads if read.head.kind in _CHANGING]
    if changing and not agreements:
        agreements = [
            read for read in reads if read.head.kind is InstrumentKind.OTHER and _is_built_like_one(read)
        ]
    if not agreements and not changing:
        raise NoMatter(
            "None of the documents is an agreement or an instrument that changes one: give the agreement and its amendments."
        )
    agreement = _agreement(agreements, changing)
    findings += [_second(agreement, other) for other in agreements if other is not agreement]
    title, dated = _what_is_amended(agreement, changing)
    if agreement is None:
        findings.append(_no_agreement(title, dated, changing))
    others = [read for read in changing if _amends_another(read, agreement, title, dated)]
    findings += [_other(read, title, dated) for read in others]
    ours = sorted((read for read in changing if read not in others), key=_order)
    missing = _missing(ours, agreement)
    findings += [_missing_finding(named, read) for named, read in missing]
    findings += _gaps(ours, [named for named, _ in missing])
    return Chain(agreement, title, dated, _links(ours, missing, others), tuple(findings))


def _without_copies(reads: Sequence[Interpretation]) -> tuple[list[Interpretation], list[Finding]]:
    kept: dict[str, Interpretation] = {}
    findings = []
    for read in reads:
        document = read.instrument.document
        if document.id in kept:
            first = kept[document.id].instrument.document.name
            says = f"{document.name} is the same document as {first}; it was read once."
            findings.append(Finding(FindingKind.DUPLICATE, says))
        else:
            kept[document.id] = read
    return list(kept.values()), findings


def _agreement(
    agreements: Sequence[Interpretation], changing: Sequence[Interpretation]
) -> Interpretation | None:
    """The agreement that the instruments amend; raises where several are given and nothing tells which."""
    if len(agreements) <= 1:
        return agreements[0] if agreements else None
    scores = [sum(_alike(agreement, read) for read in changing) for agreement in agreements]
    if max(scores) == 0 or scores.count(max(scores)) > 1:
        names = " and ".join(agreement.instrument.document.name for agreement in agreements[:3])
        raise NoMatter(
            f"{names} are agreements, and no instrument tells which of them is meant: give one agreement with its amendments."
        )
    return agreements[scores.index(max(scores))]


def _alike(agreement: Interpretation, read: Interpretation) -> int:
    """How much tells that an instrument amends this agreement."""
    amends = read.head.amends
    if amends is None:
        return 0
    same_day = amends.dated is not None and amends.dated == agreement.head.dated
    parties = bool(_names(agreement) & _names(read))
    return 4 * same_day + 2 * _titles_agree(agreement.head.title, amends.title) + parties


def _is_built_like_one(read: Interpretation) -> bool:
    """Whether a document whose head tells nothing has the articles and sections of an agreement."""
    numbered = {ProvisionKind.ARTICLE, ProvisionKind.SECTION}
    return sum(1 for provision in read.instrument.root.walk() if provision.kind in numbered) >= _PROVISIONS


def _names(read: Interpretation) -> set[str]:
    return {re.sub(r"[^a-z0-9]", "", party.name.lower()) for party in read.parties}


def _titles_agree(title: str | None, other: str | None) -> bool:
    """Whether two titles can be those of one agreement: the words of the shorter stand in the longer."""
    if not title or not other:
        return False
    one, two = (
        {word for word in re.findall(r"[a-z]+", text.lower()) if word not in _SMALL}
        for text in (title, other)
    )
    return bool(one and two) and (one <= two or two <= one)


def _titles_differ(title: str | None, other: str | None) -> bool:
    """Whether two titles are those of different agreements: both say of what kind they are, with no word in common."""
    one, two = (
        {word for word in re.findall(r"[a-z]+", (text or "").lower()) if word not in _SMALL | _GENERAL}
        for text in (title, other)
    )
    return bool(one and two) and not one & two


def _what_is_amended(
    agreement: Interpretation | None, changing: Sequence[Interpretation]
) -> tuple[str, datetime.date | None]:
    """Title and date of the agreement: its own, else what most of the instruments call it."""
    if agreement is not None:
        return _of_the_agreement(agreement.head.title or "Agreement"), agreement.head.dated
    named = [read.head.amends for read in changing if read.head.amends is not None]
    dates = [one.dated for one in named if one.dated is not None]
    dated = max(dates, key=dates.count) if dates else None
    title = next((one.title for one in named if one.title and (one.dated == dated or dated is None)), None)
    return title or "Agreement", dated


def _of_the_agreement(title: str) -> str:
    """A title without the names and the day that a cover page sets below it."""
    return re.split(
        r"\s(?:by\sand\s)?(?:between|among|dated|made|entered)\b", title, maxsplit=1, flags=re.IGNORECASE
    )[0]


def _amends_another(
    read: Interpretation, agreement: Interpretation | None, title: str, dated: datetime.date | None
) -> bool:
    """Whether an instrument's own words show that it amends another agreement: another date, or other parties."""
    amends = read.head.amends
    if amends is None:
        return False
    if amends.dated is not None and dated is not None and amends.dated != dated:
        return True
    if (
        agreement is not None
        and _titles_differ(agreement.head.title, amends.title)
        and not _same_parties(agreement, read)
    ):
        return True
    if agreement is not None and read.parties and agreement.parties and not _share_a_party(agreement, read):
        return True
    return (
        bool(amends.title)
        and amends.dated is None
        and agreement is None
        and not _titles_agree(title, amends.title)
    )


def _same_parties(agreement: Interpretation, read: Interpretation) -> bool:
    """Whether every party of the instrument is one of those that the agreement's own preamble names."""
    ours = _names(agreement)
    return bool(ours) and all(any(name in one or one in name for one in ours) for name in _names(read))


def _share_a_party(agreement: Interpretation, read: Interpretation) -> bool:
    """Whether a party of the instrument is one of the agreement, by name or as its words name it."""
    text = re.sub(r"[^a-z0-9]", "", agreement.instrument.document.reading.text[:20000].lower())
    shared = sum(1 for name in _names(read) if name in text)
    return shared * 2 > len(_names(read)) or shared >= 2


def _second(agreement: Interpretation | None, other: Interpretation) -> Finding:
    kept = agreement.instrument.document.name if agreement else "none"
    name = other.instrument.document.name
    return Finding(
        FindingKind.SECOND_AGREEMENT, f"{name} is another agreement; this matter is that of {kept}."
    )


def _no_agreement(title: str, dated: datetime.date | None, changing: Sequence[Interpretation]) -> Finding:
    day = f" dated as of {_long(dated)}" if dated else ""
    span = next(
        (read.head.amends.span for read in changing if read.head.amends and read.head.amends.span), None
    )
    says = f"The {title}{day} is not to hand: its text is known only so far as the instruments give it."
    return Finding(FindingKind.NO_AGREEMENT, says, (span,) if span else ())


def _other(read: Interpretation, title: str, dated: datetime.date | None) -> Finding:
    amends = read.head.amends
    assert amends is not None
    names = f"the {amends.title or 'agreement'}" + (
        f" dated as of {_long(amends.dated)}" if amends.dated else ""
    )
    ours = f"the {title}" + (f" dated as of {_long(dated)}" if dated else "")
    says = f"{read.instrument.document.name} amends {names}, with the parties that it names, not {ours}; none of it was applied."
    return Finding(FindingKind.OTHER_AGREEMENT, says, (amends.span,) if amends.span else ())


def _long(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _order(read: Interpretation) -> tuple[datetime.date, int, str]:
    day = read.head.effective.date or read.head.dated or _FAR
    return (day, read.head.number or 0, read.instrument.document.name)


def _missing(
    ours: Sequence[Interpretation], agreement: Interpretation | None
) -> list[tuple[Named, Interpretation]]:
    """The instruments that recitals name and that are not among the documents, each with who names it."""
    found: list[tuple[Named, Interpretation]] = []
    for read in ours:
        for named in read.head.earlier:
            known = any(_is(other, named) for other in ours) or any(_same(named, one) for one, _ in found)
            base = (
                agreement is not None
                and named.dated is not None
                and named.dated == agreement.head.dated
                and named.number is None
            )
            if not known and not base:
                found.append((named, read))
    return found


def _is(read: Interpretation, named: Named) -> bool:
    head = read.head
    if named.number is not None and head.number is not None:
        return named.number == head.number
    days = {day for day in (head.dated, head.effective.date) if day}
    return named.dated is not None and named.dated in days


def _same(one: Named, other: Named) -> bool:
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return one.dated is not None and one.dated == other.dated


def _missing_finding(named: Named, read: Interpretation) -> Finding:
    what = _title(named)
    day = f", dated as of {_long(named.dated)}," if named.dated else ""
    says = f"{what}{day} is named in a recital of {read.head.title or read.instrument.document.name} and is not to hand; what it changes is not known."
    return Finding(FindingKind.MISSING_INSTRUMENT, says, (named.span,) if named.span else ())


def _gaps(ours: Sequence[Interpretation], named: Sequence[Named]) -> list[Finding]:
    """The numbers that a counted series of amendments passes over, and that no recital names either."""
    held = {read.head.number for read in ours if read.head.number is not None}
    known = held | {one.number for one in named if one.number is not None}
    says = "Amendment No. {} is not to hand: the amendments are counted up to No. {}, and no document bears this number; what it changes is not known."
    return [
        Finding(FindingKind.MISSING_INSTRUMENT, says.format(number, max(held)))
        for number in range(1, max(held, default=0))
        if number not in known
    ]


def _title(named: Named) -> str:
    return named.title or (f"Amendment No. {named.number}" if named.number else "An earlier instrument")


def _links(
    ours: Sequence[Interpretation],
    missing: Sequence[tuple[Named, Interpretation]],
    others: Sequence[Interpretation],
) -> tuple[Link, ...]:
    """The links in order; those of other agreements last."""
    ordered: list[
        tuple[tuple[datetime.date, int], Interpretation | None, Named | None, Interpretation | None]
    ] = [(_order(read)[:2], read, None, None) for read in ours]
    ordered += [((named.dated or _FAR, named.number or 0), None, named, by) for named, by in missing]
    ordered.sort(key=lambda item: item[0])
    taken: set[str] = set()
    links = []
    for _, read, named, by in ordered:
        links.append(_to_hand(read, taken) if read is not None else _not_to_hand(named, by, taken))
    links += [_to_hand(read, taken, changes=False) for read in others]
    return tuple(links)


def _to_hand(read: Interpretation, taken: set[str], *, changes: bool = True) -> Link:
    head = read.head
    waives = head.kind in {InstrumentKind.WAIVER, InstrumentKind.CONSENT}
    effective = head.effective.date or head.dated
    place = "by the day on which it takes effect" if effective else "last, since it bears no day"
    if not changes:
        place = "apart: it amends another agreement"
    return Link(
        id=_siglum(head.number, taken, "W" if waives else ""),
        title=_short_title(head.number, head.kind, head.title),
        read=read, named=None, number=head.number, dated=head.dated, effective=effective,
        upon=bool(read.conditions) or head.effective.basis == "conditions",
        changes=changes, place=place,
    )  # fmt: skip


def _not_to_hand(named: Named | None, by: Interpretation | None, taken: set[str]) -> Link:
    assert named is not None
    waives = (
        bool(named.title)
        and bool(re.search(r"waiver|consent", named.title or "", re.IGNORECASE))
        and named.number is None
    )
    number = named.number
    title = _title(named)
    where = by.head.title or by.instrument.document.name if by else "a recital"
    return Link(
        id=_siglum(number, taken, "W" if waives else ""), title=title, read=None, named=named, number=number, dated=named.dated,
        effective=named.dated, upon=False, changes=True, place=f"where the recital of {where} counts it",
    )  # fmt: skip


def _short_title(number: int | None, kind: InstrumentKind, title: str | None) -> str:
    """What lawyers call an instrument for short."""
    if number is not None:
        return f"Amendment No. {number}" + (
            " and Limited Waiver" if kind is InstrumentKind.AMENDMENT_AND_WAIVER else ""
        )
    if title and kind in {InstrumentKind.WAIVER, InstrumentKind.CONSENT}:
        head = re.match(r"(.{3,40}?)\s+(?:to|under|of|with)\s", title, re.IGNORECASE)
        return (
            (head[1] if head else "Waiver").title()
            if (head[1] if head else "").isupper()
            else (head[1] if head else "Waiver")
        )
    return "Amendment" if kind is InstrumentKind.AMENDMENT else str(kind).replace("_", " ").capitalize()


def _siglum(number: int | None, taken: set[str], letter: str) -> str:
    """A mark of its own: the number, W for a waiver, else the next free figure."""
    first = letter or (str(number) if number is not None else "1")
    siglum, count = first, 1
    while siglum in taken:
        count += 1
        siglum = (
            f"{letter}{count}"
            if letter
            else f"{first}{chr(95 + count)}"
            if number is not None
            else str(count)
        )
    taken.add(siglum)
    return siglum


def by_id(links: Iterable[Link]) -> dict[str, Link]:
    """The links by their sigla."""
    return {link.id: link for link in links}
