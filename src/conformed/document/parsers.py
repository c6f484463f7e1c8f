"""The parser of marked-up files, which comes with the extra `formats`."""

from typing import Any

from conformed.document.document import Unreadable


def parser_for(name: str, what: str) -> Any:
    """The module that parses the file `name`, which is `what`.  Raises `Unreadable` where it is not installed."""
    try:
        from lxml import etree  # noqa: PLC0415  (the extra `formats`)
    except ImportError:
        install = "pip install 'conformed[formats]'"
        says = f"{name} is {what}, for which Conformed needs the extra `formats`: {install}, or save it as text."
        raise Unreadable(says) from None
    return etree
