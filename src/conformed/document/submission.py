"""A full submission to the SEC, part by part (EDGAR Filer Manual, volume II: `<DOCUMENT>`, `<TYPE>`, `<TEXT>`).

In: the name of a text file and its bytes.  Out: each part that holds text, with a name of its own; a part that holds none
is told.
"""

import re
from collections.abc import Iterator, Sequence

from conformed.basis.pattern import pattern

_FIELD = pattern(r"<(?P<field>TYPE|FILENAME)>(?P<value>[^\r\n<]{0,400})", re.IGNORECASE)
_TEXT = pattern(r"<TEXT>\s{0,9}(?P<what><(?:PDF|XBRL|XML|JSON)>)?", re.IGNORECASE)
_CODED = pattern(r"\s{0,9}begin\s\d{3}\s\S")  # binary data, uuencoded
_END = pattern(r"</TEXT>|</DOCUMENT>", re.IGNORECASE)
_TAG = b"<DOCUMENT>"
_HEAD = 2000  # bytes of the head of a part
_DATA = pattern(r"(?:GRAPHIC|ZIP|EXCEL|XML|JSON|EX-10[13](?:\.\w+)?)", re.IGNORECASE)  # types that hold no text

Part = tuple[str, bytes | None]
"""The name of a part, and its bytes; None where it holds no text."""


def parts(name: str, data: bytes) -> Sequence[Part]:
    """The parts of a submission; none where the file is no submission, but one text."""
    if _TAG not in data:
        return ()
    return list(_parts(name, data))


def _parts(name: str, data: bytes) -> Iterator[Part]:
    sent = data.decode("latin-1")  # a character for each byte
    told: dict[str, int] = {}
    begun, ended = 0, sent.find("<DOCUMENT>")
    while ended < len(sent):
        begun = ended + len(_TAG)
        ended = found if (found := sent.find("<DOCUMENT>", begun)) >= 0 else len(sent)
        text = _TEXT.search(sent, begun, min(begun + _HEAD, ended))
        head = sent[begun : text.start() if text else min(begun + _HEAD, ended)]
        said = {one["field"].upper(): one["value"].strip() for one in _FIELD.finditer(head)}
        called = said.get("FILENAME") or said.get("TYPE") or "part"
        told[called] = told.get(called, 0) + 1
        called = f"{name}, {called}" + (f" ({told[called]})" if told[called] > 1 else "")
        start = text.end() if text else begun
        end = _END.search(sent, start, ended)
        held = data[start : end.start() if end else ended]
        no_text = _DATA.fullmatch(said.get("TYPE", "")) or _CODED.match(sent, start) or (text and text["what"])
        yield called, None if no_text else held
