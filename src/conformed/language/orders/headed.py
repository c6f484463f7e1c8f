"""A part of a provision that is told in an aside behind its number: under a heading, or as some of its sentences only.

In: an address where it stands.  Out: the address with the part that the aside tells, or None where it tells none that is known.
`Section 6 (second sentence only)` is that sentence, `Section 6(f) (first paragraph under the heading “Tolls”)` is `6(f)~paragraph 1
under “Tolls”`, and `clause (a) of Annex A, under “Tolls,”` is the clause of what is captioned so.
"""

import msgspec

from conformed.basis.pattern import ENGLISH, pattern
from conformed.instrument import Path, Reference, reference

_HEADING = r"[“\"](?P<caption>[A-Z][^”“\"\n()#~/:]{1,80}?)[,.]?[”\"]"
_PARAGRAPH = pattern(
    r"\s\((?:the\s)?(?:(?P<first>first)\s)?paragraph\s(?:immediately\s|directly\s)?(?P<how>following|below|under|beneath)\sthe\s(?:heading|caption|title)\s"
    rf"{_HEADING}\)",
    ENGLISH,
)
_ASIDE = pattern(r"\s\((?=(?:the\s)?(?:first|second|third|fourth|fifth|sixth|last|final)\s)", ENGLISH)
_ONLY = pattern(r"\sonly\)")
_UNDER = pattern(rf",\sunder\s(?:the\s(?:heading|caption|title)\s)?{_HEADING},?(?=\s)")


def headed(text: str, found: Reference, end: int) -> Reference | None:
    """The part that an aside behind an address tells, or None."""
    if any(path.place or path.term for path in found.paths):
        return None
    if (match := _UNDER.match(text, found.end, end)) and all(path.part and path.steps and not path.section for path in found.paths):
        paths = [msgspec.structs.replace(path, section=f'"{match["caption"]}"') for path in found.paths]
        return msgspec.structs.replace(found, end=match.end(), paths=tuple(paths))
    if len(found.paths) > 1 or found.paths[0].section is None:
        return None
    if match := _PARAGRAPH.search(text, found.start, found.end) or _PARAGRAPH.match(text, found.end, end):
        first = match["first"] or match["how"] in {"following", "below"}
        place = f"paragraph{' 1' if first else ''} under “{match['caption']}”"
        return msgspec.structs.replace(found, end=max(match.end(), found.end), paths=(Path(place=place).within(found.paths[0]),))
    return _only(text, found, end)


def _only(text: str, found: Reference, end: int) -> Reference | None:
    """`Section 6 (second sentence only)`, `Section 6 (second and third sentences only) of the Lease`."""
    aside = _ASIDE.search(text, found.start, found.end) or _ASIDE.match(text, found.end, end)
    inner = reference(text, aside.end(), end) if aside else None
    closed = _ONLY.match(text, inner.end, end) if inner else None
    if inner is None or closed is None or not all(path.place and path == Path(place=path.place) for path in inner.paths):
        return None
    paths = tuple(path.within(found.paths[0]) for path in inner.paths)
    return msgspec.structs.replace(found, end=max(closed.end(), found.end), paths=paths)
