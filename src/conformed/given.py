"""What a user gives: files, folders of files, days.

In: names as they are typed.  Out: documents as they are read, and the matter that they make.  What cannot be taken
ends the program with one sentence (`Sentence`), or is named in one where only a part of a folder is left out.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from conformed.document import Document
    from conformed.instrument import Instrument
    from conformed.language import Interpretation
    from conformed.ledger import Evidence
    from conformed.passes import Conformed

NOT_UNDERSTOOD, UNREADABLE, NO_MATTER, NOT_WRITTEN, NO_PROVISION = 2, 3, 4, 5, 6
RULINGS = "rulings.toml"  # the file beside the documents that holds rulings on their findings
EVIDENCE = "evidence.toml"  # that holds what is known to have come
COMMITMENTS = "commitments.csv"  # that holds the lenders' commitments
MATTER = "The documents of one matter: files, or the folder that holds them."
_SECONDS = 11  # digits of a time in seconds that is a day of the calendar
_MOST = 12  # sentences on files that are told one by one
_WIDTH = 36  # characters of a bar that tells how far the reading is


_told: set[str] = set()


class Sentence(Exception):
    """An end of the program: one sentence for the user, and an exit code that tells its kind."""

    def __init__(self, message: str, code: int) -> None:
        """Say `message` and exit with `code`."""
        super().__init__(message)
        self.code = code


def tell(sentence: str) -> None:
    """Print a sentence for the user, beside what the command prints; one that was told is not told again."""
    if sentence not in _told:
        _told.add(sentence)
        print(f"conformed: {sentence}", file=sys.stderr)


def today() -> "datetime.date":
    """The day on which the page is made; SOURCE_DATE_EPOCH sets it, as for reproducible builds.  Raises `Sentence`."""
    import datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.datetime.now().astimezone().date()
    if not (epoch.isdecimal() and len(epoch) <= _SECONDS):
        what = "set it to seconds since January 1, 1970, or unset it."
        raise Sentence(f"SOURCE_DATE_EPOCH is “{epoch}”, from which no day can be told: {what}", NOT_UNDERSTOOD)
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()


def interpretations(file: "str | Path", name: str | None = None) -> "list[Interpretation]":
    """The readings of the instruments in a file, told by another `name` than its own where one is given.  Raises `Sentence`."""
    if is_matter(file):
        return list(_kept(file)[0])
    return interpreted(name or os.path.basename(file), bytes_of(file))  # noqa: PTH119  (as for _bytes)


def instruments(file: "str | Path") -> "list[Instrument]":
    """The instruments in a file, each with its structure.  Raises `Sentence`."""
    from conformed.instrument import parse

    if is_matter(file):
        return [read.instrument for read in _kept(file)[0]]
    return list(map(parse, _documents(os.path.basename(file), bytes_of(file))))  # noqa: PTH119  (as for _bytes)


def interpreted(name: str, data: bytes) -> "list[Interpretation]":
    """The readings of the instruments in a file, from its name and bytes.  Raises `Sentence`."""
    from conformed.instrument import parse
    from conformed.language import interpret

    return [interpret(parse(one)) for one in _documents(name, data)]


def _documents(name: str, data: bytes) -> "Iterator[Document]":
    """Each instrument in a file as a document; parts that cannot be read are told in a sentence each.  Raises `Sentence`."""
    from conformed.document import Unreadable, delivered
    from conformed.instrument import instruments

    try:
        held = delivered(name, data)
    except Unreadable as error:
        raise Sentence(str(error), UNREADABLE) from None
    for sentence in held.passed:
        tell(f"left out: {sentence}")
    for document in held.documents:
        yield from instruments(document)


def is_matter(file: "str | Path") -> bool:
    """Whether a file is a matter: told by what it opens with, as `conformed.matter` looks for."""
    from conformed.matter.mark import is_matter

    return is_matter(file)


def _kept(file: "str | Path") -> "tuple[list[Interpretation], dict[str, bytes]]":
    """What was read from the documents of a matter, and the files beside them.  Raises `Sentence`."""
    from pathlib import Path

    from conformed.matter import BadMatter, Matter, What

    kinds = {RULINGS: What.RULINGS, EVIDENCE: What.EVIDENCE, COMMITMENTS: What.COMMITMENTS}
    try:
        with Matter(Path(file)) as kept:
            reads = [read for held in kept.documents(interpreted) for read in held.reads]
            return reads, {name: data for name, what in kinds.items() if (data := kept.beside(what))}
    except BadMatter as error:
        raise Sentence(str(error), UNREADABLE) from None


def bytes_of(file: "str | Path") -> bytes:
    """The bytes of a file.  Raises `Sentence`."""
    if not str(file):
        raise Sentence("an empty name was given: name a file.", UNREADABLE)
    try:
        with open(file, "rb") as opened:  # noqa: PTH123  (to import pathlib costs more than to read most files)
            return opened.read()
    except FileNotFoundError:
        raise Sentence(f"{file} does not exist: check the name.", UNREADABLE) from None
    except IsADirectoryError:
        raise Sentence(f"{file} is a folder: give its files, or use conformed build.", UNREADABLE) from None
    except OSError as error:
        raise Sentence(
            f"{file} cannot be read: {(error.strerror or 'unknown reason').lower()}.", UNREADABLE
        ) from None


def matter(paths: Sequence[str], *more: "Evidence", known_at: "datetime.date | None" = None, listed: bool = False) -> "Conformed":
    """Read files and folders of files, those that are left out told in a sentence each, and conform them.

    `more` is evidence that is not in a file yet; only what was known on the day `known_at` counts, where one is given.
    `listed` tells that what the command prints names the files of another matter, and they are not told beside it.
    """
    import msgspec

    from conformed.ledger import BadRecord, NoMatter, commitments_of, evidence_of, holds_nothing, rulings_of
    from conformed.passes import conformed

    reads: list[Interpretation] = []
    passed: list[str] = []
    try:
        every = list(files(paths, passed))
        beside = {name: [file for file, _ in every if file.name == name] for name in (RULINGS, EVIDENCE, COMMITMENTS)}
        for name, found in beside.items():
            if len(found) > 1:
                what = name.partition(".")[0]
                raise Sentence(f"{found[0]} and {found[1]} are both {what}: keep one file of them.", UNREADABLE)
        kept = [_kept(file) for file, _ in every if is_matter(file)]
        documents = [(file, within) for file, within in every if file.name not in beside and not is_matter(file)]
        names = Counter(file.name for file, _ in documents)
        with _Bar(len(documents)) as bar:
            reads += (read for held, _ in kept for read in held)
            for file, within in documents:
                try:
                    reads += interpretations(file, str(file) if names[file.name] > 1 else None)
                except Sentence as error:
                    if within is None:
                        raise
                    passed.append(str(error))
                bar.grow()
            held = {name: data for _, others in kept for name, data in others.items()}
            held |= {name: bytes_of(found[0]) for name, found in beside.items() if reads and found}
            rulings = rulings_of(RULINGS, held[RULINGS]) if RULINGS in held else None
            known = () if holds_nothing(held.get(EVIDENCE, b"")) else evidence_of(EVIDENCE, held[EVIDENCE], today())
            amounts = commitments_of(COMMITMENTS, held[COMMITMENTS]) if COMMITMENTS in held else ()
            made = conformed(reads, rulings, (*known, *more), passed, known_at) if reads else None
    except BadRecord as error:
        raise Sentence(str(error), UNREADABLE) from None
    except NoMatter as error:
        raise Sentence(str(error), NO_MATTER) from None
    finally:
        for sentence in passed:
            tell(f"left out: {sentence}")
    if made is None:
        says = "None of the files can be read as a document: give the agreement and its amendments."
        raise Sentence(says, UNREADABLE)
    told = [] if listed else made.files()
    shown = told if len(told) <= _MOST else told[: _MOST - 1]
    for sentence in shown:
        tell(sentence)
    if shown is not told:
        tell(f"{len(told) - len(shown)} more files are left out, or taken in with a doubt: conformed chain lists them.")
    return msgspec.structs.replace(made, commitments=amounts) if amounts else made


def evidence_file(paths: Sequence[str]) -> "Path":
    """The file that holds the evidence of a matter, or where it is to stand: beside its documents."""
    from pathlib import Path

    every = [file for file, _ in files(paths, [])]
    inside = [Path(path) for path in paths if Path(path).is_dir()]
    found = [file for file in every if file.name == EVIDENCE]
    return found[0] if found else (inside[0] if inside else every[0].parent) / EVIDENCE


def keep_apart(names: Sequence[str], out: "Path") -> None:
    """See that a file that is to be written is none of those that are given, and will not be read as one.  Raises `Sentence`."""
    for file, within in files(names, []):
        if out.exists() and file.exists() and out.samefile(file):
            raise Sentence(f"{out} is one of the files that are given, and is not written over: name another file.", NOT_WRITTEN)
        if within is not None and _found_in(within, out):
            says = f"{out} would stand among the documents in {within}, and be read as one of them: name a file outside that folder."
            raise Sentence(says, NOT_WRITTEN)


def _found_in(folder: "Path", file: "Path") -> bool:
    """Whether a file would be among those that are given with a folder; hidden ones are not."""
    above, place = folder.resolve(), file.parent.resolve() / file.name
    return place.is_relative_to(above) and not any(name.startswith(".") for name in place.relative_to(above).parts)


class _Bar:
    """A bar on a terminal that grows with the files that are read, and stands until they are conformed."""

    def __init__(self, count: int) -> None:
        """Show how many files there are."""
        self.count, self.done, self.seen = count, -1, sys.stderr.isatty()

    def __enter__(self) -> "_Bar":
        """Show it empty."""
        self.grow()
        return self

    def grow(self) -> None:
        """Show that one more file is read."""
        self.done += 1
        if self.seen:
            full = _WIDTH * self.done // max(self.count, 1)
            bar = "#" * full + "-" * (_WIDTH - full)
            print(f"\rReading [{bar}] {self.done} of {self.count}", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        if self.seen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def files(names: Sequence[str], passed: list[str]) -> "Iterator[tuple[Path, Path | None]]":
    """The files that are given, and those in folders, each with the folder that was named.

    What cannot be looked into is told in `passed`.
    """
    from pathlib import Path

    if "" in names:
        raise Sentence("an empty name was given: name a file or a folder.", UNREADABLE)
    for path in map(Path, names):
        if not path.exists():
            raise Sentence(f"{path} does not exist: check the name.", UNREADABLE)
        if path.is_dir():
            inside = _inside(path, passed)
            if not inside:
                what = "is the result of an earlier build" if _is_made(path) else "holds no files"
                says = f"{path} {what}: give the folder that holds the agreement and its amendments."
                raise Sentence(says, UNREADABLE)
            yield from ((file, path) for file in inside)
        else:
            yield path, None


def _inside(folder: "Path", passed: list[str]) -> "list[Path]":
    """The files in a folder and those below it, but for hidden ones."""
    from pathlib import Path

    found: list[Path] = []
    closed: list[OSError] = []
    for above, below, names in os.walk(folder, onerror=closed.append):
        inner = Path(above)
        links = [name for name in below if (inner / name).is_symlink()]
        files = [inner / name for name in (*names, *links) if not name.startswith(".")]
        found += [] if _is_made(inner) else [file for file in files if file.is_file() or file.is_symlink()]
        below[:] = [name for name in below if not name.startswith(".")]
    for error in closed:
        says = f"{error.filename} cannot be read: {(error.strerror or 'unknown reason').lower()}."
        if error.filename == str(folder):
            raise Sentence(says, UNREADABLE)
        passed.append(says)
    return sorted(found)


def _is_made(folder: "Path") -> bool:
    """Whether a folder is the result of an earlier build, and holds no documents."""
    return all((folder / name).is_file() for name in ("index.html", "conformed.txt", "matter.json"))
