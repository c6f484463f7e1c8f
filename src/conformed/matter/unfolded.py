"""What was read from a document, as a matter keeps it: of most documents a command wants the head alone, and the rest stays packed.

In: bytes that this version wrote.  Out: the readings.  Afterwards each is what was written, and takes apart the text, the tree and
the account of its sentences when they are first asked for.
"""

from typing import Any, get_type_hints

import msgspec

from conformed.document import Document
from conformed.instrument import Instrument
from conformed.language import Interpretation


class _Packed:
    """An attribute that is taken apart when it is first asked for, and stands in the value from then on."""

    def __init__(self, of: type, name: str) -> None:
        self._name, self._packed = name, getattr(of, name)  # where the value holds it
        self._decoder: msgspec.msgpack.Decoder[Any] | None = None
        self._type = get_type_hints(of.__base__)[name]

    def __get__(self, value: Any, _: type | None = None) -> Any:
        if value is None:
            return self
        found = self._packed.__get__(value)
        if isinstance(found, msgspec.Raw):
            self._decoder = self._decoder or msgspec.msgpack.Decoder(self._type)
            found = self._decoder.decode(found)
        value.__dict__[self._name] = found
        return found


def _packing(*names: str) -> Any:
    """Keep some attributes of a value packed."""

    def packing(of: type) -> type:
        for name in names:
            setattr(of, name, _Packed(of, name))
        return of

    return packing


@_packing("text", "lines", "paragraphs", "reading")
class _Document(Document, frozen=True, dict=True, kw_only=True):
    text: msgspec.Raw  # type: ignore[assignment]
    lines: msgspec.Raw  # type: ignore[assignment]
    paragraphs: msgspec.Raw  # type: ignore[assignment]
    reading: msgspec.Raw  # type: ignore[assignment]


@_packing("root")
class _Instrument(Instrument, frozen=True, dict=True, kw_only=True):
    document: _Document
    root: msgspec.Raw  # type: ignore[assignment]


@_packing("account")
class _Interpretation(Interpretation, frozen=True, dict=True, kw_only=True):
    instrument: _Instrument
    account: msgspec.Raw  # type: ignore[assignment]


_readings = msgspec.msgpack.Decoder(tuple[_Interpretation, ...])


def unfolded(value: bytes) -> tuple[Interpretation, ...]:
    """The readings that bytes hold.  Raises `msgspec.DecodeError` where they are of another form."""
    return _readings.decode(value)
