"""An archive (ZIP), file by file, and never more of it than a matter can hold (APPNOTE 6.3; bombs are told by what they unpack to).

In: the name of an archive and its bytes.  Out: its files; those of a ZIP of documents each with a name of its own.  The sizes
that an archive states are not believed: unpacking stops at a bound.  Raises `Unreadable`.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from conformed.document.document import Unreadable

_MOST = 2000  # files of an archive
_LARGEST = 100 << 20  # bytes of one of them, unpacked
_ALL = 400 << 20  # bytes of all of them
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, OSError, struct.error)


class Archive:
    """The files of an archive, by their names."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open the archive `name`, whose bytes are `data`.  Raises `Unreadable`."""
        self.name, self._left = name, _ALL
        try:
            self._held = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise Unreadable(f"{name} is a damaged archive or Word document: give it anew from where it came.") from None
        self.names = [one.filename for one in self._held.infolist() if not one.is_dir()]
        if len(self.names) > _MOST:
            raise Unreadable(f"{name} holds more than {_MOST:,} files: give those of one matter.")

    def bytes_of(self, inside: str) -> bytes:
        """The bytes of one of its files.  Raises `Unreadable`."""
        most = min(_LARGEST, self._left)
        try:
            with self._held.open(inside) as opened:
                data = opened.read(most + 1)
        except _BROKEN:
            raise Unreadable(f"{inside} in {self.name} cannot be unpacked: it is damaged, or locked with a password.") from None
        if len(data) > most:
            raise Unreadable(f"{inside} in {self.name} unpacks to more than can be a document: take it out.")
        self._left -= len(data)
        return data


def held_in(name: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and those of the files in it where it is an archive."""
    yield data
    if data.startswith(b"PK"):
        try:
            archive = Archive(name, data)
            yield from (archive.bytes_of(one) for one in files(archive))
        except Unreadable:
            return


def files(archive: Archive) -> Iterator[str]:
    """The files of an archive that may be documents: hidden ones and those of the system that packed it are none."""
    for name in archive.names:
        folders = name.replace("\\", "/").split("/")
        if not any(folder.startswith(".") or folder == "__MACOSX" for folder in folders):
            yield name
