"""The small files that a person keeps beside the documents: rulings, evidence.

In: the name and bytes of a file in TOML 1.0, and the type of what it holds.  Out: the document and the value, or
`BadRecord` with one sentence that says where the fault is and what to do.
"""

from typing import TypeVar

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document, Unreadable, from_text

MARK = "\ufeff"  # with which some editors open a file
_FIELD = pattern(r"(?P<what>\w+)\[(?P<number>\d+)\](?:\.(?P<field>\w+))?")
_Held = TypeVar("_Held")


class BadRecord(Exception):
    """A file beside the documents cannot be used; the message is one sentence that says where and what to do."""


def records(name: str, data: bytes, held: type[_Held], what: str) -> tuple[Document, _Held]:
    """What a file holds, and the document that it is.  Raises `BadRecord`."""
    import tomllib  # noqa: PLC0415  (most matters have no such file)

    try:
        document = from_text(name, data)
        return document, msgspec.convert(tomllib.loads(document.text.removeprefix(MARK)), held)
    except Unreadable as error:
        raise BadRecord(str(error)) from None
    except tomllib.TOMLDecodeError as error:
        raise BadRecord(f"{name} is no TOML: {error}.") from None
    except msgspec.ValidationError as error:
        raise BadRecord(f"{name} holds no {what} that can be read: {_told(str(error), held)}.") from None


def holds_nothing(data: bytes) -> bool:
    """Whether a file is empty, or holds only comments."""
    return all(line.strip()[:1] in {b"", b"#"} for line in data.removeprefix(MARK.encode()).splitlines())


def _told(error: str, held: type) -> str:
    """What is wrong with a file of a type, in the words of those who write it."""
    what, _, where = error.partition(" - at ")
    what = what[:1].lower() + what[1:]
    if (place := _FIELD.search(where)) is None:
        return what
    field = f", {place['field']}" if place["field"] else ""
    values = _values(held, place["what"], place["field"]) if what.startswith("invalid enum value") else ()
    can_be = f" (it can be {', '.join(values)})" if values else ""
    return f"{place['what']} {int(place['number']) + 1}{field}: {what}{can_be}"


def _values(held: type, what: str, field: str) -> tuple[str, ...]:
    """The values that can be written in a field of each `what` that a file of a type holds; none where all can."""
    from msgspec import inspect  # noqa: PLC0415  (only where something is wrong)

    of = inspect.type_info(held)
    for step in (what, field):
        of = of.item_type if isinstance(of, inspect.ListType) else of
        fields = of.fields if isinstance(of, inspect.StructType) else ()
        of = next((one.type for one in fields if one.encode_name == step), of)
    kinds = of.types if isinstance(of, inspect.UnionType) else (of,)
    listed = next((one for one in kinds if isinstance(one, inspect.EnumType | inspect.LiteralType)), None)
    return tuple(map(str, (listed.cls if isinstance(listed, inspect.EnumType) else listed.values) if listed else ()))
