"""What the caption or number of a provision of the instrument speaks of: the provision of the agreement that it changes.

In: a provision of the instrument, or its caption.  Out: the provisions of the agreement that stand there as what is changed.
"""

import re
from collections.abc import Set

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import Path, Provision, parse_path, reference
from conformed.language import documents

_CAPTIONED = pattern(r"(?:amendments?|modifications?|changes?)\s(?:to|of|in)\s", re.IGNORECASE)
_COMMAND = pattern(r"[–—-]\s(?:revise|delete|replace|amend|restate|strike|insert|add|change|substitute)\s", re.IGNORECASE)
_DASH = 16  # characters around the beginning of a text in which a dash and a command show


def captioned(heading: str, agreement: Set[str]) -> tuple[Path, ...]:
    """What a caption names: `Amendment to Section 4`, `Sections 7(d) and (e)`, `Amendment to the Guaranty` and nothing else."""
    if (document := documents.captioned(heading, agreement)) is not None:
        return (document,)
    match = _CAPTIONED.match(heading)
    found = reference(heading, match.end() if match else 0)
    if found is None or (len(found.paths) > 1 if match else found.end < len(heading.rstrip(" .:-–—"))):
        return ()
    return tuple(msgspec.structs.replace(path, document=None) for path in found.paths)


def commanded(text: str, provision: Provision) -> tuple[Path, ...]:
    """What stands before a dash and a command: `Section 3 - Revise`, `2. Section 5.01 Tolls - replace`."""
    begun = max(provision.start, provision.body - _DASH)
    if not _COMMAND.search(text, begun, provision.body + _DASH):
        return ()
    named = reference(provision.heading, 0) if provision.heading else None
    if named is not None:
        return tuple(msgspec.structs.replace(path, document=None) for path in named.paths)
    return (parse_path(provision.path),) if provision.heading is None and provision.path else ()
