"""Words are struck where they stand, and others put behind them.

In: the places of words, which may go on from one run to the next.  Out: the text with them struck and the new ones
put in; of the blanks around struck words none is left double, and none before a comma or a point; words that take the place
of a comma or the like have one before them.
"""

from collections.abc import Mapping, Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.language import Text
from conformed.version.fold import Place
from conformed.version.laid_out import laid_out
from conformed.version.passage import Passage, Run, at, cut, put

_CLOSES = pattern(r"[,;:)]|\.(?!\d)")
_OPENS = pattern(r"[\w$(\[“\"‘]")


def strike(
    root: Passage, places: Sequence[Place], entry: str, new: Text | None, documents: Mapping[str, Document]
) -> Passage:
    """Strike the words at `places`, and put the new ones behind them; a deletion takes one blank with it."""
    places = filled(root, places)
    if new is None or _CLOSES.match(new.words):
        places = _with_a_blank(root, places, behind=new is None)
    struck = "".join(at(root, one.trail).runs[one.run].text[one.start : one.end] for one in places)
    for number, place in enumerate(reversed(places)):
        passage = at(root, place.trail)
        run = passage.runs[place.run]
        pieces = [
            cut(run, 0, place.start, documents),
            msgspec.structs.replace(cut(run, place.start, place.end, documents), struck=entry),
        ]
        if new is not None and number == 0:
            pieces += (*apart(root, places[0], new.words, entry), *laid_out(new, struck, entry, documents))
        pieces.append(cut(run, place.end, len(run.text), documents))
        runs = (
            *passage.runs[: place.run],
            *(piece for piece in pieces if piece.text or piece.lacuna),
            *passage.runs[place.run + 1 :],
        )
        root = put(root, place.trail, msgspec.structs.replace(passage, runs=runs))
    return root


def apart(root: Passage, place: Place, new: str, entry: str) -> tuple[Run, ...]:
    """The blank that goes before new words, where a mark that they take the place of stood right behind others."""
    left = _character(root, _beside(root, place, behind=False))
    closely = left and not left.isspace() and left not in "([“‘"
    mark = at(root, place.trail).runs[place.run].text[place.start : place.end]
    return (Run(" ", None, entry),) if closely and _CLOSES.match(mark) and _OPENS.match(new) else ()


def filled(root: Passage, places: Sequence[Place]) -> Sequence[Place]:
    """The places of words with the blanks between them, where the words go on from one run to the next."""
    found = [*places[:1]]
    for place in places[1:]:
        last, begun = found[-1], place.start
        if last.trail == place.trail:
            runs = at(root, place.trail).runs
            found[-1] = msgspec.structs.replace(last, end=len(runs[last.run].text))
            found += [
                Place(place.trail, number, 0, len(runs[number].text))
                for number in range(last.run + 1, place.run)
                if runs[number].struck is None and runs[number].text
            ]
            begun = 0
        found.append(msgspec.structs.replace(place, start=begun))
    return found


def _with_a_blank(root: Passage, places: Sequence[Place], *, behind: bool) -> Sequence[Place]:
    """The places of words that are struck, with the blank before them, or else `behind`, that would be left double."""
    last = places[-1]
    before, after = _beside(root, places[0], behind=False), _beside(root, last, behind=True)
    left, right = _character(root, before), _character(root, after)
    blank = before is not None and left == " " and not (behind and right.isalnum())
    if blank and before is not None:
        places, before = _with(before, places), _beside(root, before, behind=False)
    if before is not None and behind and right in {".", ";"} and _character(root, before) == ",":
        return _with(before, places)  # no comma is left before the point
    if not blank and behind and after is not None and right == " " and left in {"", " "}:
        if after.run != last.run:
            return [*places, after]
        return [*places[:-1], msgspec.structs.replace(after, start=last.start)]
    return places


def _with(before: Place, places: Sequence[Place]) -> Sequence[Place]:
    """Places with the character before the first of them."""
    if before.run != places[0].run:
        return [before, *places]
    return [msgspec.structs.replace(before, end=places[0].end), *places[1:]]


def _beside(root: Passage, place: Place, *, behind: bool) -> Place | None:
    """The character that stands before or behind a place in its passage, where it is to hand."""
    runs = at(root, place.trail).runs
    if behind and place.end < len(runs[place.run].text):
        return msgspec.structs.replace(place, start=place.end, end=place.end + 1)
    if not behind and place.start > 0:
        return msgspec.structs.replace(place, start=place.start - 1, end=place.start)
    for number in range(place.run + 1, len(runs)) if behind else range(place.run - 1, -1, -1):
        run = runs[number]
        if run.lacuna is not None:
            return None
        if run.struck is None and run.text:
            start = 0 if behind else len(run.text) - 1
            return Place(place.trail, number, start, start + 1)
    return None


def _character(root: Passage, place: Place | None) -> str:
    return at(root, place.trail).runs[place.run].text[place.start] if place is not None else ""
