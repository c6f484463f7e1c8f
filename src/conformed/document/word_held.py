"""A Word document that is to be written anew: its paragraphs, its lists, its notes, and the file with another text.

In: the bytes of a document that was read.  Out: the elements of its paragraphs by the numbers that the reading gives them, and bytes
in which all parts but the text are those of the file.  None for a file that is not plainly a document of today's form.
"""

import io
import zipfile
from functools import cached_property
from typing import Any

from conformed.document.archive import Archive
from conformed.document.document import Unreadable
from conformed.document.word_lists import Lists
from conformed.document.word_notes import Notes
from conformed.document.word_parts import TYPES, W, WordFile
from conformed.document.word_runs import ALTERNATIVES, shown_form
from conformed.document.word_styles import Styles

_PLAIN = b"wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"


class Held:
    """The document."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open the document `name`.  Raises `Unreadable`."""
        self._archive = Archive(name, data)
        self._data = data
        self._word = WordFile(name, self._archive)
        self.root = self._word.root
        self.paragraphs = list(self.root.iter(f"{W}p"))
        self.styles = Styles(self._word.part("styles"))

    def lists(self) -> Lists:
        """Its lists, of which nothing is counted yet."""
        return Lists(self._numbering, self.styles)

    @cached_property
    def _numbering(self) -> Any | None:
        return self._word.part("numbering")

    @cached_property
    def cited(self) -> dict[int, int]:
        """For the number of each paragraph of a note that of the paragraph which cites it first."""
        numbers = {one: number for number, one in enumerate(self.paragraphs, 1)}
        found: dict[int, int] = {}
        notes = Notes(self._word)
        for element in self.root.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            for number in notes.paragraphs(element):
                found.setdefault(number, numbers[next(element.iterancestors(f"{W}p"))])
        return found

    @property
    def is_plain(self) -> bool:
        """Whether the file is a document without macros, in the form that Word writes unless told otherwise."""
        held = next((one for one in self._archive.names if one.lower() == self._word.main.lower()), None)
        types = self._archive.bytes_of(TYPES) if TYPES in self._archive.names else b""
        return held is not None and _PLAIN in types and _STRICT not in self._archive.bytes_of(held)

    def shown(self) -> list[Any]:
        """The paragraphs of the text as it is now, but for those in forms that are not shown."""
        return [one for one in self.root.iter(f"{W}p") if all(shown_form(around) in set(one.iterancestors()) for around in one.iterancestors(ALTERNATIVES))]

    def written(self) -> bytes:
        """The file with the text as it is now."""
        from lxml import etree  # noqa: PLC0415  (the extra `formats`)

        text = etree.tostring(self.root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
            for one in {each.filename: each for each in before.infolist()}.values():
                is_text = one.filename.lower() == self._word.main.lower()
                after.writestr(zipfile.ZipInfo(one.filename, one.date_time), text if is_text else before.read(one), zipfile.ZIP_DEFLATED)
        return made.getvalue()


def held(name: str, data: bytes) -> Held | None:
    """The document `name`, where it is one that can be written anew."""
    try:
        found = Held(name, data)
    except Unreadable:
        return None
    return found if found.is_plain else None
