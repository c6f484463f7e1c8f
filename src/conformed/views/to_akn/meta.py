"""What an Akoma Ntoso document tells of itself: which text it is, by which instruments it came about, and each change.

In: the chain, the entries that are applied with what became of them, the eIds of the text, and the day that it stands for.
Out: the element `meta`.  Afterwards each change that is applied stands in `passiveModifications` with the sentence that
orders it, the provision on which it bears, and the day from which it counts.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from conformed.basis import long_day
from conformed.instrument import Path, parse_path
from conformed.language import Action
from conformed.ledger import Chain, Entry, Link, if_met
from conformed.version import Outcome
from conformed.views.places import where
from conformed.views.to_akn.names import Names, work
from conformed.views.written import xml_words

_TYPES = {
    Action.REPLACE_PROVISION: "substitution", Action.DELETE_PROVISION: "repeal", Action.ADD_PROVISION: "insertion",
    Action.REPLACE_TEXT: "substitution", Action.DELETE_TEXT: "repeal", Action.INSERT_TEXT: "insertion",
    Action.REPLACE_THROUGHOUT: "substitution", Action.DELETE_ENTRIES: "repeal", Action.ADD_ENTRIES: "insertion",
    Action.REPLACE_ENTRIES: "substitution", Action.RENUMBER: "renumbering", Action.RESTATE_AGREEMENT: "substitution",
}  # fmt: skip
_SHORT = 400  # characters of words that a change tells in full
_UNKNOWN = datetime.date.min  # where a day is demanded and nobody tells one
_OURS = "#conformed"

Made = Callable[..., Any]


class Happened(msgspec.Struct, frozen=True):
    """An instrument that takes effect on a day, and the names of this event, of the time that it begins, and of the instrument."""

    event: str
    period: str
    instrument: str


class Meta:
    """Tells of one text; `applied` are the entries that made it, each with its outcome."""

    def __init__(self, made: Made, names: Names, chain: Chain, applied: Sequence[tuple[Entry, Outcome]], day: datetime.date | None) -> None:
        """Name the instruments and the days on which they take effect."""
        self.made, self.names, self.chain, self.applied = made, names, chain, applied
        self.address = work("agreement", chain.dated, chain.title)
        whose = dict.fromkeys(entry.link for entry, _ in applied)
        self.links = {link.id: link for link in chain.links if link.id in whose}
        self.refs = {siglum: names.give("ref", siglum) for siglum in ("A", *self.links)}
        turn = {link: count for count, link in enumerate(self.links)}
        days = {(entry.link, entry.effective) for entry, _ in applied if entry.effective}
        self.begun = names.give("eventRef", "A")
        self.happened: dict[tuple[str, datetime.date | None], Happened] = {
            (link, on): Happened(names.give("eventRef", f"{link} {on}"), names.give("temporalGroup", f"{link} {on}"), self.refs[link])
            for link, on in sorted(days, key=lambda one: (one[1], turn[one[0]]))
        }
        known = [on for _, on in self.happened if on]
        self.day = day or max((*known, chain.dated or _UNKNOWN))

    def marks(self) -> dict[str, dict[str, str]]:
        """The attributes of what each entry changes: its instrument, and the time from which it counts."""
        found = {}
        for entry, _ in self.applied:
            on = self.happened.get((entry.link, entry.effective))
            found[entry.id] = {"refersTo": f"#{self.refs[entry.link]}", **({"period": f"#{on.period}"} if on else {})}
        return found

    def written(self, places: Mapping[str, str], terms: Mapping[str, str]) -> Any:
        """The element, its parts in the order of the schema."""
        parts = [self._identification()]
        if self.chain.dated:
            parts.append(self.made("publication", date=self.chain.dated.isoformat(), name="agreement", showAs=xml_words(self.chain.title)))
        parts.append(self._lifecycle())
        if self.applied:
            modifications = self.made("passiveModifications")
            modifications.extend(self._modification(entry, outcome, places) for entry, outcome in self.applied)
            parts.append(self._held("analysis", [modifications]))
        if self.happened:
            parts.append(self._held("temporalData", [self._period(one) for one in self.happened.values()]))
        return self._held("meta", [*parts, self._references(terms)], source=None)

    def _held(self, tag: str, children: Sequence[Any], source: str | None = _OURS) -> Any:
        found = self.made(tag, **({"source": source} if source else {}))
        found.extend(children)
        return found

    def _identification(self) -> Any:
        """The agreement as a work, its text on the day as an expression, and this file."""
        dated = self.chain.dated or _UNKNOWN
        text = f"{self.address}/eng@{self.day.isoformat()}"
        levels: Sequence[tuple[str, str, str, datetime.date, str, str, list[tuple[str, dict[str, str]]]]] = (
            ("FRBRWork", self.address, f"{self.address}/!main", dated, "agreement", "#parties", [("FRBRcountry", {"value": "xx"})]),
            ("FRBRExpression", text, f"{text}/!main", self.day, "effective", _OURS, [("FRBRlanguage", {"language": "eng"})]),
            ("FRBRManifestation", f"{text}.xml", f"{text}/!main.xml", self.day, "effective", _OURS, []),
        )
        found = []
        for tag, address, this, day, name, author, rest in levels:
            told = [("FRBRthis", {"value": this}), ("FRBRuri", {"value": address}), ("FRBRdate", {"date": day.isoformat(), "name": name}), ("FRBRauthor", {"href": author})]
            element = self.made(tag)
            element.extend(self.made(one, **how) for one, how in (*told, *rest))
            found.append(element)
        return self._held("identification", found)

    def _lifecycle(self) -> Any:
        """The agreement, and each instrument on each day on which it takes effect."""
        dated = self.chain.dated or _UNKNOWN
        events = [self.made("eventRef", eId=self.begun, date=dated.isoformat(), source=f"#{self.refs['A']}", type="generation")]
        events += [
            self.made("eventRef", eId=one.event, date=(on or _UNKNOWN).isoformat(), source=f"#{one.instrument}", type="amendment")
            for (_, on), one in self.happened.items()
        ]
        return self._held("lifecycle", events)

    def _period(self, one: Happened) -> Any:
        found = self.made("temporalGroup", eId=one.period)
        found.append(self.made("timeInterval", start=f"#{one.event}", refersTo="#inForce"))
        return found

    def _modification(self, entry: Entry, outcome: Outcome, places: Mapping[str, str]) -> Any:
        """One change: by which sentence, of which provision, from when, and what it says where that is short."""
        operation, link = entry.operation, self.links[entry.link]
        name = self.names.give("pmod", entry.id)
        kind = _TYPES.get(operation.action)
        found = self.made("textualMod", eId=name, type=kind) if kind else self.made("meaningMod", eId=name, type="variation")
        source = self.made("source", href=self._address(link))
        source.append(self._said(self._sentence(entry), title=self._at(entry)))
        found.append(source)
        for place in dict.fromkeys(_place(path, places) for path in outcome.paths or (str(operation.target),)):
            found.append(self.made("destination", href=f"#{place}"))
        on = self.happened.get((entry.link, entry.effective))
        if on:
            found.extend(self.made(tag, period=f"#{on.period}") for tag in ("force", "efficacy"))
        waits = f"it {operation.waits}" if operation.waits else if_met(link) if link.upon else None
        if waits:
            condition = self.made("condition")
            condition.append(self._said(waits))
            found.append(condition)
        for tag, words in (("old", operation.old), ("new", operation.new.words if operation.new else None)) if kind else ():
            if words and len(words) <= _SHORT:
                held = self.made(tag)
                held.append(self._said(words))
                found.append(held)
        return found

    def _said(self, words: str, **how: str) -> Any:
        """Words in an element of another name space, which Akoma Ntoso leaves free here."""
        found = self.made("span", **how)
        found.text = xml_words(words)
        return found

    def _sentence(self, entry: Entry) -> str:
        span = entry.operation.sentence
        document = self.chain.documents.get(span.document)
        return " ".join(document.words(span).split()) if document else ""

    def _at(self, entry: Entry) -> str:
        """Where the sentence stands: instrument, its provision, page; of a ruling who ruled."""
        if entry.ruling:
            return entry.ruling.says
        span = entry.operation.sentence
        document = self.chain.documents.get(span.document)
        page = document.page(span.start) if document else None
        at = where(entry.operation.at) if entry.operation.at else None
        counts = f"from {long_day(entry.effective)}" if entry.effective else None
        return ", ".join(filter(None, (self.links[entry.link].title, at, f"page {page}" if page else None, counts)))

    def _address(self, link: Link) -> str:
        return work(str(link.read.head.kind) if link.read else "instrument", link.dated, link.title)

    def _references(self, terms: Mapping[str, str]) -> Any:
        """The agreement, the instruments, the terms that it defines, and who says so."""
        found = [self.made("original", eId=self.refs["A"], href=self.address, showAs=xml_words(self.chain.title) or "Agreement")]
        found += [
            self.made("passiveRef", eId=self.refs[link.id], href=self._address(link), showAs=xml_words(link.title))
            for link in self.links.values()
        ]
        found.append(self.made("TLCOrganization", eId="conformed", href="/akn/ontology/organization/xx/conformed", showAs="Conformed"))
        for tag, name, words in (("TLCConcept", "inForce", "in force"), ("TLCConcept", "parties", "the parties")):
            found.append(self.made(tag, eId=name, href=f"/akn/ontology/concept/xx/{name}", showAs=words))
        for term, name in terms.items():
            found.append(self.made("TLCTerm", eId=name, href=f"/akn/ontology/term/xx/{name}", showAs=xml_words(term)))
        return self._held("references", found)


def _place(path: str, places: Mapping[str, str]) -> str:
    """The eId of a path, or of what is nearest above it."""
    above: Path | None = parse_path(path)
    while above is not None:
        if str(above) in places:
            return places[str(above)]
        above = above.above()
    return "body"
