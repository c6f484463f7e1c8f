"""How the file of a matter is told from other files: by its first bytes (SQLite, Database File Format, 1.3).

In: the path of a file.  Out: whether it is a matter.  Nothing else is imported: each file that is given is looked at.
"""

import os

APPLICATION = 0x436F6E66  # "Conf", as the application_id of the database
_OPENS = b"SQLite format 3\0"
_AT = 68  # where the id stands
_HEAD = 100  # bytes of the head


def is_matter(file: "str | os.PathLike[str]") -> bool:
    """Whether a file is a matter; one that cannot be read is none."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123  (to import pathlib costs more than to look)
            head = opened.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_OPENS) and int.from_bytes(head[_AT : _AT + 4], "big") == APPLICATION
