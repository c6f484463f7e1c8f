"""The parts of a Word document, and how they are related (ISO/IEC 29500-2, 8 and 9).

In: an archive.  Out: the roots of its parts.  XML is parsed without entities, document types and network; what a part names
outside the file is never fetched, and macros are never looked at.  Raises `Unreadable`.
"""

import posixpath
from typing import Any

from conformed.document.archive import Archive
from conformed.document.document import Unreadable
from conformed.document.parsers import parser_for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = "[Content_Types].xml"  # the file of an archive that makes it one of an Office program
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The strict form of the format names some things otherwise, and means the same.
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main")
TURNED_OFF = frozenset("0 false off".split())
_TAGS = 5_000_000  # of a part
_FIGURES = 7  # of a number that counts or measures something


class WordFile:
    """A Word document, part by part."""

    def __init__(self, name: str, archive: Archive) -> None:
        """Find the main part.  Raises `Unreadable`."""
        self.name = name
        self._archive = archive
        self._etree = parser_for(name, "a Word document")
        self._names = {one.lower(): one for one in reversed(archive.names)}  # parts are found whatever their case
        main = self._related("").get("officeDocument")
        if main is None:
            raise self.damaged("it does not tell where its text stands")
        self.main = main  # the part that holds the text
        self.root = self._parsed(main)
        if self.root.tag != f"{W}document":
            raise Unreadable(f"{name} is a file of an Office program and no Word document: save it as DOCX and give that.")
        self._parts = self._related(main)

    def part(self, kind: str) -> Any | None:
        """The root of the part that stands to the text as `kind` (styles, numbering, footnotes), where there is one."""
        return self._parsed(self._parts[kind]) if kind in self._parts else None

    def damaged(self, why: str) -> Unreadable:
        """What to raise where the file is not as Word writes it."""
        return Unreadable(f"{self.name} is a damaged Word document: {' '.join(why.split())}. Open it in Word, save it anew and give that.")

    def _related(self, part: str) -> dict[str, str]:
        """The parts within the file to which one is related, by what they are to it."""
        folder, own = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{own}.rels")
        if listed.lower() not in self._names:
            return {}
        found: dict[str, str] = {}
        for one in self._parsed(listed).iter(_RELATION):
            if one.get("TargetMode") != "External":
                kind = (one.get("Type") or "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/")
                found.setdefault(kind, target)
        return found

    def _parsed(self, part: str) -> Any:
        held = self._names.get(part.lower())
        if held is None:
            raise self.damaged(f"it lacks {part}")
        data = self._archive.bytes_of(held)
        if data.count(b"<") > _TAGS:
            raise Unreadable(f"{self.name} holds more elements than a document can: give its parts one by one.")
        parser = self._etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            root = self._etree.fromstring(data.replace(*_STRICT), parser)
        except (self._etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):
                raise Unreadable(f"{self.name} nests its elements too deep to be read: save it as text and give that.") from None
            raise self.damaged(f"{part} cannot be read") from None
        if root.getroottree().docinfo.doctype:
            raise self.damaged(f"{part} declares a type of document, which none may")
        return root


def val(element: Any | None) -> str | None:
    """The value of a property, where it is set."""
    return None if element is None else element.get(f"{W}val")


def whole(said: str | None) -> int | None:
    """The whole number that a property sets, where it is one."""
    said = (said or "").strip()
    return int(said) if said.isdecimal() and len(said) <= _FIGURES else None


def is_on(element: Any) -> bool:
    """Whether a property that is on or off is on."""
    return val(element) not in TURNED_OFF
