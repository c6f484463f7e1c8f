"""Bytes of a text to its characters.

In: the name of a file and its bytes.  Out: its text, and the encoding that gives the bytes back.  Raises `Unreadable`
for an empty or a binary file.
"""

from conformed.document.document import Unreadable

_WIDE = {b"\xff\xfe": ("utf-16-le",), b"\xfe\xff": ("utf-16-be",)}  # by the mark that opens the file


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """The text of the file `name`, and its encoding.

    Decoded as UTF-16 where its mark opens it, else as UTF-8, else as Windows-1252 (what filings of the 1990s hold),
    else as Latin-1.
    """
    for encoding in _WIDE.get(data[:2], ("utf-8", "cp1252", "latin-1")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not text.strip().strip("\ufeff"):
            raise Unreadable(f"{name} is empty: nothing can be read from it. Give the file that holds the text.")
        if "\0" not in text[:65536]:
            return text, encoding
    raise Unreadable(f"{name} is not a text file. Save it as text, HTML, DOCX or PDF and give that.")
