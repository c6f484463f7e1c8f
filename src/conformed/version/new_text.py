"""New text that an operation brings, as the passages that it makes.

In: the text, and what it stands under.  Out: its passages, with the addresses that they have there.
"""

import re
from collections.abc import Mapping

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument import ProvisionKind
from conformed.language import Text
from conformed.version.passage import Passage, Run, cut, parsed

Documents = Mapping[str, Document]

_CAPTION = pattern(
    r"\s?(?:[-–—:.(][^\n]{0,150}|(?-i:[^\na-z]{0,150}))$", re.IGNORECASE
)  # behind a part's name
_BARE = pattern(r"(\d{1,3})\s(?=[A-Z])")  # a number without a point, before a caption


def new_passages(new: Text, parent: str, entry: str, documents: Documents) -> tuple[Passage, ...]:
    """The passages that a new text makes under `parent`."""
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    return parsed(document, start, end, parent, entry)


def same_number(one: Passage, other: Passage) -> bool:
    """Whether two passages bear one number, points and blanks aside."""
    return re.sub(r"[\s.]", "", one.label) == re.sub(r"[\s.]", "", other.label)


def bare_number(runs: tuple[Run, ...], old: Passage, documents: Documents) -> tuple[str, tuple[Run, ...]]:
    """The number under which runs take the place of a passage, and the runs without it.

    A figure without a point before a caption is the number where it is that of the section: `7 Term of Lease`.
    """
    match = _BARE.match(runs[0].text) if runs and old.kind is ProvisionKind.SECTION else None
    if match is None or match[1] != old.label:
        return old.number, runs
    return match[1], (cut(runs[0], match.end(), len(runs[0].text), documents), *runs[1:])


def new_part(part: Passage, new: Text, entry: str, documents: Documents) -> Passage:
    """A part with a new text under it; the line that names it at the head of the text is its number as printed."""
    body = new_passages(new, "", entry, documents)
    words = "".join(run.text for run in body[0].runs) if body else ""
    if words.lower().startswith(part.label.lower()) and _CAPTION.match(words, len(part.label)):
        part = msgspec.structs.replace(part, number=words, span=body[0].span)
        body = body[1:]
    elif not body:
        part = msgspec.structs.replace(part, runs=(Run(new.words, new.span, entry),))
    children = tuple(under(one, part.path, first=True) for one in body)
    return msgspec.structs.replace(part, added=entry, children=children)


def under(passage: Passage, parent: str, *, first: bool) -> Passage:
    """A passage with the address that it has under `parent`."""
    if not passage.path:
        return msgspec.structs.replace(
            passage, children=tuple(under(child, parent, first=first) for child in passage.children)
        )
    path = (
        f"{parent}/{passage.path}"
        if first
        else f"{parent}{passage.label}"
        if passage.label.startswith("(")
        else passage.path
    )
    children = tuple(under(child, path if not first else parent, first=first) for child in passage.children)
    return msgspec.structs.replace(passage, path=path, children=children)
