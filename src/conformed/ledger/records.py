"""The small files that a person keeps beside the documents: rulings, evidence.

In: the name and bytes of a file in TOML 1.0, and the type of what it holds.  Out: the document and the value, or
`BadRecord` with one sentence that says where the fault is and what to do.
"""

from typing import TypeVar

import msgspec

from conformed.basis import FindingKind
from conformed.basis.pattern import pattern
from conformed.document import Document, Unreadable, from_text

_FIELD = pattern(r"(?P<what>\w+)\[(?P<number>\d+)\](?:\.(?P<field>\w+))?")
_Held = TypeVar("_Held")


class BadRecord(Exception):
    """A file beside the documents cannot be used; the message is one sentence that says where and what to do."""


def records(name: str, data: bytes, held: type[_Held], what: str) -> tuple[Document, _Held]:
    """What a file holds, and the document that it is.  Raises `BadRecord`."""
    import tomllib  # noqa: PLC0415  (most matters have no such file)

    try:
        document = from_text(name, data)
        return document, msgspec.convert(tomllib.loads(document.text), held)
    except Unreadable as error:
        raise BadRecord(str(error)) from None
    except tomllib.TOMLDecodeError as error:
        raise BadRecord(f"{name} is no TOML: {error}.") from None
    except msgspec.ValidationError as error:
        raise BadRecord(f"{name} holds no {what} that can be read: {_told(str(error))}.") from None


def _told(error: str) -> str:
    """What is wrong with a file, in the words of those who write it."""
    what, _, where = error.partition(" - at ")
    what = what[:1].lower() + what[1:]
    if (place := _FIELD.search(where)) is not None:
        field = f", {place['field']}" if place["field"] else ""
        what = f"{place['what']} {int(place['number']) + 1}{field}: {what}"
    kinds = f" (the kinds are {', '.join(FindingKind)})" if "enum value" in what else ""
    return what + kinds
