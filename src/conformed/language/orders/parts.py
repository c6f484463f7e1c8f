"""A section that stands right behind the part that holds it: `Attachment 2, Section 7.3, is amended`.

In: the address of a part.  Out: that of the section in it.
"""

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path, Reference, reference

_SECTION_BEHIND = pattern(r",\s(?=(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Pp]aragraph|[Cc]lause)|[Ss]ec\.|§)\s?\d)")
_LISTS_ON = pattern(r",?\s(?:and|or)\s|,\s(?:[A-Z]|the\s)|\sare\s")  # of several things the second


def in_part(text: str, found: Reference, end: int) -> Reference | None:
    """The section behind a part, in that part, or what was found; None where the section may stand beside it in a list."""
    part = found.paths[0]
    joint = _SECTION_BEHIND.match(text, found.end, end)
    if joint is None or len(found.paths) > 1 or part.part is None or part != Path(document=part.document, part=part.part):
        return found
    inner = reference(text, joint.end(), end)
    if inner is None:
        return found
    if _LISTS_ON.match(text, inner.end, end) or not all(path.section and not (path.part or path.document) for path in inner.paths):
        return None
    paths = tuple(msgspec.structs.replace(path, part=part.part, document=part.document) for path in inner.paths)
    return msgspec.structs.replace(found, paths=paths, end=inner.end)
