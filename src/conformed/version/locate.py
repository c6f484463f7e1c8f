"""Where an operation bears: the passage that its target names, in the text as it stands then.

In: the text and a path.  Out: the one passage it names, or why there is none: not there, several, struck already,
or text that is not to hand.
"""

import re
from functools import lru_cache

import msgspec

from conformed.basis import Candidate
from conformed.basis.pattern import pattern
from conformed.instrument import Path, ProvisionKind
from conformed.version.fold import Place, fold, folded
from conformed.version.passage import Passage, Trail, at, called, key, standing, walk

_LETTERED = pattern(r"([A-Z])\.(\d{1,2})|(\d{1,3}(?:\.\d{1,3}){0,4})\.?([A-Za-z])")
_MEANS = r'"[,:]?(?:means|shallmean|hasthemeaning)'  # of folded words
_DEFINES = pattern(rf'"[^"]{{1,80}}{_MEANS}', re.IGNORECASE)
_NUMBERED = pattern(r"(?:Article )?(?:\d|[IVX]+\b)")
_RECITAL = pattern(r"Recital (\d+)")


class Located(msgspec.Struct, frozen=True):
    """The passages that a path names: `trails` those that stand, `struck` those that were struck."""

    trails: tuple[Trail, ...]
    struck: tuple[Trail, ...]


def locate(root: Passage, path: Path) -> Located:
    """Find the passages that a path names, its sentence or paragraph left aside."""
    wanted = key(msgspec.structs.replace(path, place=None, inner=(), steps=path.steps + path.inner))
    found: list[Trail] = []
    gone: list[Trail] = []
    for trail in called(root, wanted):
        (gone if at(root, trail).struck is not None else found).append(trail)
    if not found and not gone and path.term is not None:
        steps = path.steps + path.inner
        found = [one for trail in _by_term(root, path.term) for one in _clauses(root, trail, steps)]
        gone = [] if found else _struck_by_term(root, path)
    if not found and not gone and path.section and path.term is None and not path.part:
        found = (
            _by_section_in_one_part(root, path)
            or _by_article(root, path)
            or _by_letter(root, path)
            or _by_caption(root, path)
        )
    if not found and not gone and path.part and (recital := _RECITAL.fullmatch(path.part)):
        found = _by_count(root, int(recital[1]))
    return Located(tuple(found), tuple(gone))


def _by_term(root: Passage, term: str) -> list[Trail]:
    """A definition that stands in another section than the order says, or in none that is numbered so."""
    wanted = _bare(term)
    there = walk(root) if wanted in root.terms else ()
    return [
        trail
        for trail, passage in there
        if passage.struck is None and passage.kind is ProvisionKind.DEFINITION and _bare(passage.label) == wanted
    ] or _by_words(root, term)


@lru_cache(maxsize=16_384)  # the terms of a text are the same from one order to the next
def _bare(term: str) -> str:
    return re.sub(r"[^a-z0-9]", "", term.lower())


def _struck_by_term(root: Passage, path: Path) -> list[Trail]:
    """A definition that was struck, or one of its clauses with it, where none of the term stands."""
    term = key(Path(term=path.term))[2]
    wanted = path.steps + path.inner
    return [
        trail
        for trail, passage in walk(root)
        if passage.struck is not None
        and passage.key[2] == term
        and passage.address.steps == wanted
        and path.section in {None, passage.address.section}
    ]


def _clauses(root: Passage, trail: Trail, steps: tuple[str, ...]) -> list[Trail]:
    """The clause that stands at some steps below a passage; with no steps the passage itself."""
    address = at(root, trail).address
    wanted = key(msgspec.structs.replace(address, steps=address.steps + steps))
    return [one for one in called(at(root, trail), wanted, trail) if at(root, one).struck is None]


def _by_words(root: Passage, term: str) -> list[Trail]:
    """A numbered definition: `1.18 "Interest Period" means`, `1.18 INTEREST PERIOD means`."""
    pattern = re.compile(
        rf"[\"“]?\s?{re.escape(term)}\s?[,.]?[\"”]?[,:]?\s(?:-\s)?(?:means|shall\smean|has\sthe\smeaning)",
        re.IGNORECASE,
    )
    return [trail for trail, passage in walk(root) if passage.struck is None and pattern.match(passage.opening)]


def in_midst(root: Passage, path: Path) -> tuple[Trail, list[Place]] | None:
    """The one passage in whose midst a term is defined, or the clause of it that a path names; and its words from there on."""
    if path.term is None or path.place or locate(root, path) != Located((), ()):
        return None
    pattern = re.compile(rf'"{re.escape(fold(path.term))}[,.]?{_MEANS}', re.IGNORECASE)
    found = []
    for trail, passage in walk(root, within_struck=False):
        if passage.path and passage.struck is None and path.section in {None, passage.address.section}:
            words = fold("".join(run.text for run in passage.runs if run.struck is None))
            found += [(trail, match.start()) for match in pattern.finditer(words)]
    if len(found) != 1:
        return None
    holder, start = found[0]
    trails = _clauses(root, holder, path.steps)
    if len(trails) != 1:
        return None
    text = folded(root, trails[0])
    start = 0 if path.steps else start
    other = _DEFINES.search(text.text, start + len(fold(path.term)) + 2)
    return trails[0], text.places(start, other.start() if other else len(text.text))


def _by_section_in_one_part(root: Passage, path: Path) -> list[Trail]:
    """A section of the single attachment that has it, of an agreement whose body has no numbers."""
    wanted = key(path)[1:]
    found = []
    for trail, passage in walk(root):
        if passage.path and passage.struck is None:
            address = passage.address
            if address.part and passage.key[1:] == wanted:
                found.append(trail)
            elif not address.part and _NUMBERED.match(address.section or ""):
                return []
    return found if len(found) == 1 else []


def _by_article(root: Passage, path: Path) -> list[Trail]:
    """An article that is spoken of as a section, where no section has its number: Section 2 for Article 2."""
    if not (path.section or "").isdigit():
        return []
    return _at(root, key(msgspec.structs.replace(path, section=f"Article {path.section}", place=None)))


def _by_letter(root: Passage, path: Path) -> list[Trail]:
    """A clause whose label is told as the end of a number that no section has: Section C.1, 4B or 6.6A for C(1), 4(B) or 6.6(A)."""
    told = _LETTERED.fullmatch(path.section or "")
    if told is None:
        return []
    return _at(root, key(Path(section=told[1] or told[3], steps=(f"({told[2] or told[4]})", *path.steps))))


def _at(root: Passage, wanted: tuple[str, ...]) -> list[Trail]:
    return [trail for trail in called(root, wanted) if at(root, trail).struck is None]


def _by_caption(root: Passage, path: Path) -> list[Trail]:
    """A provision that is spoken of by its caption, or a clause of it."""
    if not path.captioned:
        return []
    wanted = _letters(path.section or "")
    headed = [
        trail
        for trail, passage in walk(root)
        if passage.struck is None and passage.path and _letters(passage.heading or "") == wanted
    ]
    return _clauses(root, headed[0], path.steps) if path.steps and len(headed) == 1 else headed


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words.lower())


def _by_count(root: Passage, nth: int) -> list[Trail]:
    """A recital that is spoken of by its place among those that bear a letter, or begin with "WHEREAS"."""
    recitals = [
        trail
        for trail, passage in walk(root)
        if trail
        and at(root, trail[:-1]).kind is ProvisionKind.RECITAL
        and (passage.path or standing(passage).lower().startswith("whereas"))
    ]
    return recitals[nth - 1 : nth]


def candidates(root: Passage, trails: tuple[Trail, ...]) -> tuple[Candidate, ...]:
    """What stands at several places, for a finding."""
    found = []
    for trail in trails[:6]:
        passage = at(root, trail)
        found.append(Candidate(passage.path, standing(passage)[:160], passage.span))
    return tuple(found)
