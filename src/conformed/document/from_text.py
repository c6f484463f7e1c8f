"""Plain text as filed: bytes to a Document."""

from conformed.document.decoded import decoded
from conformed.document.document import Document
from conformed.document.laid_out import laid_out


def from_text(name: str, data: bytes) -> Document:
    """Read the text file `name`, whose bytes are `data`.  Raises `Unreadable` for an empty or binary file."""
    return laid_out(name, data, *decoded(name, data))
