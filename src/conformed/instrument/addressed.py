"""What an address names in one instrument.

In: an instrument and a path.  Out: the stretches of its reading that the path names, several where the
instrument gives one number twice, none where it does not stand.  A sentence or paragraph is counted within
its provision, a row or column sought in its tables.
"""

import re
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import pattern
from conformed.basis.stops import stops, wholes
from conformed.instrument.instrument import Instrument
from conformed.instrument.numbers.numbering import roman
from conformed.instrument.paths.path import Path, parse_path
from conformed.instrument.paths.typed import recased, typed
from conformed.instrument.tables.entries import entries, in_table
from conformed.instrument.tables.tables import Cell
from conformed.instrument.tree.provision import Provision

_PLACE = pattern(
    r"(?P<what>sentence|paragraph)s?\s(?:(?P<first>\d{1,4})(?:-(?P<last>\d{1,4}))?|(?:(?P<back>\w+)\sto\s)?last)"
)
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


def addressed(instrument: Instrument, text: str) -> tuple[Stretch, ...]:
    """What `text`, an address in normal form or as drafters write it, names in the instrument."""
    found: list[Stretch] = []
    for path in typed(text):
        if path.whole:
            found.append(Stretch("*", None, 0, len(instrument.document.reading.text)))
            continue
        for provision in _named(instrument.root, msgspec.structs.replace(path, place=None)):
            if path.place is None:
                found.append(Stretch(provision.path, provision.heading, provision.start, provision.end))
            elif in_table(path.place):
                found.extend(
                    Stretch(f"{provision.path}~{one.place}", one.heading, one.start, one.end, one.cells)
                    for one in entries(instrument.document, provision, path.place)
                )
            else:
                found.extend(_places(instrument, provision, path.place))
    return tuple(found)


def _named(root: Provision, path: Path) -> list[Provision]:
    """The provisions with an address, else those with the one that differs from it only in capitals."""
    if found := _provisions(root, path):
        return found
    alike = [found for other in recased(path) if (found := _provisions(root, other))]
    return alike[0] if len(alike) == 1 else []


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
        section = f"article {roman(number) or number}"
    return ((path.part or "").lower(), section, _letters(path.term or ""), *path.steps)


def _letters(term: str) -> str:
    return re.sub(r"[\W_]", "", term.lower())


def _places(instrument: Instrument, provision: Provision, place: str) -> Iterator[Stretch]:
    """The sentences or paragraphs of a provision that `place` names: `sentence 1 of paragraph 2`."""
    text = instrument.document.reading.text
    start, end = provision.body, provision.end
    for step in reversed(place.split(" of ")):
        found = _place(text, start, end, step)
        if found is None:
            return
        start, end = found
    yield Stretch(f"{provision.path}~{place}", provision.heading, start, end)


def _place(text: str, start: int, end: int, place: str) -> tuple[int, int] | None:
    match = _PLACE.fullmatch(place)
    if match is None:
        return None
    pieces = list(_pieces(text, start, end, paragraphs=match["what"] == "paragraph"))
    if match["first"]:
        first, last = int(match["first"]), int(match["last"] or match["first"])
    else:
        first = last = len(pieces) + 1 - _BACK.get(match["back"] or "", 1)
    return (pieces[first - 1][0], pieces[last - 1][1]) if 1 <= first <= last <= len(pieces) else None


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
