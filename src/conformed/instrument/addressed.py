"""What an address names in one instrument.

In: an instrument and a path.  Out: the stretches of its reading that the path names, several where the
instrument gives one number twice and no article is named, none where it does not stand.  A sentence, paragraph, proviso or
parenthetical is counted within its provision, a row or column sought in its tables.  A term that has no definition of its own is the clause that it
opens, or the sentence that defines it in passing.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.basis.stops import stops, wholes
from conformed.instrument.asides import parentheticals, provisos
from conformed.instrument.instrument import Instrument
from conformed.instrument.numbers.ordinals import counted
from conformed.instrument.paths.path import Path, parse_path
from conformed.instrument.paths.typed import recased, respelled, typed, unzeroed
from conformed.instrument.tables.entries import entries, in_table
from conformed.instrument.tables.tables import Cell
from conformed.instrument.terms import terms
from conformed.instrument.tree.provision import Provision, ProvisionKind

_PLACE = pattern(
    r"(?P<what>sentence|paragraph)s?\s(?:(?P<first>\d{1,4})(?:-(?P<last>\d{1,4}))?|(?:(?P<back>\w+)\sto\s)?last)"
)
_ASIDE = pattern(r"(?P<what>proviso|parenthetical)(?:\s(?P<nth>\d{1,2}|last|at\sthe\send))?")
_OPENS = pattern(r"\W{0,4}(?:(?:The|the)\s(?:(?:defined\s)?term|words?|phrase)\s\W?)?")  # what stands before a term
_IN_ARTICLE = pattern(r"\barticle\s(?P<number>[IVXLC]{1,6}|\d{1,2}|[a-z]{3,9})\b(?!\.\d)", ENGLISH)
_RECITAL = pattern(r"Recital ([1-9]\d?)")
_LINE = pattern(r"[^\n]+")
_BACK = {"second": 2, "third": 3, "fourth": 4}


class Stretch(msgspec.Struct, frozen=True):
    """The characters `start` to `end` of the reading, which `path` names, and their caption.

    Of a row or column of a table it is the `cells` that are meant, one by one.
    """

    path: str
    heading: str | None
    start: int
    end: int
    cells: tuple[Cell, ...] = ()


def told_apart(root: Provision) -> dict[tuple[str, int], str]:
    """Names, by path and start, for provisions whose path another bears in another article: `1 of Article IV`."""
    bearing: dict[str, list[tuple[Provision, str]]] = {}
    for article in root.children:
        if article.kind is ProvisionKind.ARTICLE:
            for one in article.walk():
                if one.path and one is not article:
                    bearing.setdefault(one.path, []).append((one, article.path))
    return {
        (path, one.start): f"{path} of {article}"
        for path, several in bearing.items()
        if len({article for _, article in several}) > 1
        for one, article in several
    }


def addressed(instrument: Instrument, text: str) -> tuple[Stretch, ...]:
    """What `text`, an address in normal form or as drafters write it, names in the instrument."""
    found: list[Stretch] = []
    for path in typed(text):
        if path.whole:
            found.append(Stretch("*", None, 0, len(instrument.document.reading.text)))
            continue
        named = _named(instrument, msgspec.structs.replace(path, place=None))
        if not named and path.term is not None:
            named = list(_defining(instrument, path))
            found.extend(() if named else _in_passing(instrument, path))
        if len(named) > 1 and (article := _IN_ARTICLE.search(text)):
            named = _within(instrument.root, f"Article {article['number']}", named) or named
        names = told_apart(instrument.root)
        for provision in named:
            if path.place is None:
                name = names.get((provision.path, provision.start), provision.path)
                found.append(Stretch(name, provision.heading, provision.start, provision.end))
            elif in_table(path.place):
                found.extend(
                    Stretch(f"{provision.path}~{one.place}", one.heading, one.start, one.end, one.cells)
                    for one in entries(instrument.document, provision, path.place)
                )
            else:
                found.extend(_places(instrument, provision, path.place))
    return tuple(found)


def _named(instrument: Instrument, path: Path) -> list[Provision]:
    """The provisions with an address, else those with the one that it means where it is spelled otherwise."""
    root = instrument.root
    if found := _provisions(root, path):
        return found
    if alike := [found for other in recased(path) if (found := _provisions(root, other))]:
        return alike[0] if len(alike) == 1 else []
    for other in (*respelled(path), *_other_zeros(root, path)):
        if found := _provisions(root, other):
            return found
    return _recital(instrument, path)


def _within(root: Provision, article: str, named: Sequence[Provision]) -> list[Provision]:
    """Of provisions that bear one number those that stand in an article: the sections of each may be counted from 1."""
    wanted = _key(Path(section=article))
    return [
        one for one in named if any(_key(parse_path(above.path)) == wanted for above in root.at(one.start) if above.path)
    ]


def _other_zeros(root: Provision, path: Path) -> list[Path]:
    """The one address that has other zeros behind a point: 1.2 for 1.02, where there is no 1.20."""
    if "." not in (path.section or ""):
        return []
    every = [parse_path(one.path) for one in root.walk() if one.path]
    found = list(dict.fromkeys(one for one in every if unzeroed(one) == unzeroed(path)))
    tenfold = unzeroed(msgspec.structs.replace(path, section=f"{path.section}0", steps=()))
    return found if len(found) == 1 and not any(unzeroed(one) == tenfold for one in every) else []


def _recital(instrument: Instrument, path: Path) -> list[Provision]:
    """A recital that is called by its place, among those that begin with `WHEREAS`, or else among all that are sentences."""
    called = _RECITAL.fullmatch(str(path))
    if called is None:
        return []
    text = instrument.document.reading.text
    recitals = [
        one for above in instrument.root.children if above.kind is ProvisionKind.RECITAL for one in above.children
    ]
    whereas = [one for one in recitals if one.path or text[one.start : one.start + 7].lower() == "whereas"]
    sentences = [one for one in recitals if not text[one.start : one.end].isupper()]
    place = int(called[1])
    return [msgspec.structs.replace(one, path=str(path)) for one in (whereas or sentences)[place - 1 : place]]


def _provisions(root: Provision, path: Path) -> list[Provision]:
    """The provisions with an address, else those of the definition of its term wherever that stands."""
    wanted = _key(path)
    every = [(provision, parse_path(provision.path)) for provision in root.walk() if provision.path]
    found = [provision for provision, address in every if _key(address) == wanted]
    if found or path.term is None:
        return found
    term = _letters(path.term)
    return [
        provision
        for provision, address in every
        if address.term is not None and _letters(address.term) == term and address.steps == path.steps
    ]


def _key(path: Path) -> tuple[str, ...]:
    """What two spellings of one address share: an article is the same in roman and in arabic figures."""
    section = (path.section or "").lower()
    if section.startswith("article "):
        number = section.removeprefix("article ")
        section = f"article {counted(number) or number}"
    return ((path.part or "").lower(), section, _letters(path.term or ""), *path.steps)


def _letters(term: str) -> str:
    return re.sub(r"[\W_]", "", term.lower())


def _uses(instrument: Instrument, path: Path) -> Iterator[tuple[Provision, int]]:
    """Where the term of an address is defined: the innermost provision there with a path, and where the term begins."""
    wanted = _letters(path.term or "")
    for term in terms(instrument):
        start = instrument.document.reading.at(term.span.start)
        around = next((one for one in reversed(instrument.root.at(start)) if one.path), None)
        if around is not None and _letters(term.term) == wanted:
            address = parse_path(around.path)
            if path.section in {None, address.section} and path.part in {None, address.part}:
                yield around, start


def _defining(instrument: Instrument, path: Path) -> Iterator[Provision]:
    """The definitions or clauses that the term of an address opens, or the clauses below them that it names."""
    text = instrument.document.reading.text
    for around, start in _uses(instrument, path):
        if around.kind is ProvisionKind.DEFINITION or _OPENS.fullmatch(text, around.start + len(around.number), start):
            steps = parse_path(around.path).steps + path.steps
            yield from (one for one in around.walk() if one.path and parse_path(one.path).steps == steps)


def _in_passing(instrument: Instrument, path: Path) -> Iterator[Stretch]:
    """The sentences that define the term of an address on their way."""
    if path.steps or path.place:
        return
    text = instrument.document.reading.text
    for around, start in _uses(instrument, path):
        sentences = _pieces(text, around.body, around.end, paragraphs=False)
        for number, (begun, until) in enumerate(sentences, 1):
            if begun <= start < until:
                yield Stretch(f"{around.path}~sentence {number}", around.heading, begun, until)


def _places(instrument: Instrument, provision: Provision, place: str) -> Iterator[Stretch]:
    """The sentences, paragraphs, provisos or parentheticals of a provision that `place` names: `sentence 1 of paragraph 2`."""
    text = instrument.document.reading.text
    start, end = provision.body, provision.end
    for step in reversed(place.split(" of ")):
        found = _place(text, start, end, step)
        if found is None:
            return
        start, end = found
    yield Stretch(f"{provision.path}~{place}", provision.heading, start, end)


def _place(text: str, start: int, end: int, place: str) -> tuple[int, int] | None:
    if aside := _ASIDE.fullmatch(place):
        return _aside(text, start, end, aside)
    match = _PLACE.fullmatch(place)
    if match is None:
        return None
    pieces = list(_pieces(text, start, end, paragraphs=match["what"] == "paragraph"))
    if match["first"]:
        first, last = int(match["first"]), int(match["last"] or match["first"])
    else:
        first = last = len(pieces) + 1 - _BACK.get(match["back"] or "", 1)
    return (pieces[first - 1][0], pieces[last - 1][1]) if 1 <= first <= last <= len(pieces) else None


def _aside(text: str, start: int, end: int, aside: re.Match[str]) -> tuple[int, int] | None:
    """The proviso or parenthetical that is counted, or the only one."""
    found = list((provisos if aside["what"] == "proviso" else parentheticals)(text, start, end))
    nth = aside["nth"] or ""
    if nth.isdigit():
        return found[int(nth) - 1] if 1 <= int(nth) <= len(found) else None
    return found[-1] if found and (nth or len(found) == 1) else None


def _pieces(text: str, start: int, end: int, *, paragraphs: bool) -> Iterator[tuple[int, int]]:
    """The sentences or paragraphs between two characters; a sentence may go on over the items of its list."""
    lines = [(line.start(), line.end(), "\t" in line[0]) for line in _LINE.finditer(text, start, end)]
    for begun, until in wholes(text, lines, paragraphs=paragraphs):
        at = begun
        for stop in (*([] if paragraphs else stops(text, begun, until)), until):
            while at < stop and text[at].isspace():
                at += 1
            if at < stop:
                yield at, stop
            at = stop
