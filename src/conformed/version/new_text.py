"""New text that an operation brings, as the passages that it makes.

In: the text, and what it stands under.  Out: its passages, with the addresses that they have there.
"""

import re
from collections.abc import Mapping

import msgspec

from conformed.document import Document
from conformed.language import Text
from conformed.version.passage import Passage, parsed

Documents = Mapping[str, Document]


def new_passages(new: Text, parent: str, entry: str, documents: Documents) -> tuple[Passage, ...]:
    """The passages that a new text makes under `parent`."""
    document = documents[new.span.document]
    start, end = document.reading.at(new.span.start), document.reading.at(new.span.end - 1) + 1
    return parsed(document, start, end, parent, entry)


def same_number(one: Passage, other: Passage) -> bool:
    """Whether two passages bear one number, points and blanks aside."""
    return re.sub(r"[\s.]", "", one.label) == re.sub(r"[\s.]", "", other.label)


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
