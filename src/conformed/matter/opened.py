"""The file of a matter: an SQLite database with a mark of its own, opened, made, and brought to today's form.

In: the path of a file.  Out: a connection whose every change is written whole or not at all, and acknowledged only when it
is on the disk (SQLite, atomic commit: a journal beside the file is rolled back by whoever opens it next).  Raises `BadMatter`
for what is no matter, is damaged, is in use for too long, or was made by a later version.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from conformed.matter.mark import APPLICATION, is_matter

_PATIENCE = 20.0  # seconds that another process may keep the file

MIGRATIONS = (
    """
    CREATE TABLE document (
        digest TEXT PRIMARY KEY,  -- SHA-256 of its bytes
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE record (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,         -- UTC, ISO 8601
        who TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('document', 'rulings', 'evidence', 'commitments', 'removal', 'undo')),
        name TEXT NOT NULL,       -- of the file; of a removal, that of what it removes
        digest TEXT REFERENCES document (digest),
        removes INTEGER REFERENCES record (number),
        seal TEXT NOT NULL,       -- SHA-256 of the seal before it and of the record
        CHECK ((what IN ('removal', 'undo')) = (removes IS NOT NULL) AND (digest IS NULL) = (removes IS NOT NULL))
    ) STRICT;
    CREATE TABLE reading (
        digest TEXT NOT NULL REFERENCES document (digest),
        name TEXT NOT NULL,
        reader TEXT NOT NULL,     -- the version that read it
        value BLOB NOT NULL,
        PRIMARY KEY (digest, name)
    ) STRICT;
    CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;
    CREATE TRIGGER document_kept BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;
    CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
    CREATE TRIGGER record_kept BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
    """,
    """
    ALTER TABLE reading ADD COLUMN seal TEXT NOT NULL DEFAULT '';  -- SHA-256 of the value; none of one kept before: it is read anew
    """,
)
"""What brings a matter from each form to the next; its form is the number of them that were applied (`user_version`)."""


class BadMatter(Exception):
    """A matter cannot be used; the message is one sentence that says which file, why, and what to do."""


def made(path: Path) -> None:
    """Make a new matter.  Raises `BadMatter` where the file exists."""
    try:
        path.open("xb").close()
    except FileExistsError:
        raise BadMatter(f"{path} exists: choose another name, or add to it with conformed add.") from None
    except OSError as error:
        raise BadMatter(f"{path} cannot be made: {(error.strerror or 'unknown reason').lower()}.") from None
    try:
        with told(path), closing(_connected(path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            _brought(path, connection)
    except BadMatter:
        path.unlink(missing_ok=True)  # nothing is left behind, such as on a disk that is full
        raise


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a matter, in today's form.  Raises `BadMatter`."""
    if not is_matter(path):
        what = "does not exist: make it with conformed new" if not path.exists() else "is no matter: conformed new makes one"
        raise BadMatter(f"{path} {what}.")
    with told(path):
        connection = _connected(path)
        _brought(path, connection)
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what goes wrong with the database of a matter in one sentence.  Raises `BadMatter`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise BadMatter(f"{path} is in use by another process: try again when that is done.") from None
        raise BadMatter(f"{path} cannot be used ({error}): see that the file and its folder can be read and written.") from None
    except sqlite3.ProgrammingError:
        raise  # an error of our own
    except sqlite3.DatabaseError as error:
        raise BadMatter(f"{path} is damaged ({error}): take it from a backup; nothing was changed.") from None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")  # a change is acknowledged when it is on the disk, and its journal gone
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")  # what a file of others brings along is not run
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _brought(path: Path, connection: sqlite3.Connection) -> None:
    """Bring a matter to today's form, step by step, in one transaction."""
    if _form(connection) < len(MIGRATIONS):
        with changing(connection):  # another process may have done it by now
            for number in range(_form(connection), len(MIGRATIONS)):
                for statement in statements(MIGRATIONS[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1}")
    if _form(connection) > len(MIGRATIONS):
        connection.close()
        raise BadMatter(f"{path} was made by a later version of Conformed: use that version.")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would end the transaction."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _form(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def changing(connection: sqlite3.Connection) -> Iterator[None]:
    """Change a matter: all that is done within is written, or nothing of it; no other process changes it meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself where the disk is full
            connection.execute("ROLLBACK")
        raise
