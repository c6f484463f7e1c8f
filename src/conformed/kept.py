"""What is entered into a matter on disk: files that are added, evidence, what is removed, undone, or read anew.

In: the path of a matter, and what a person gives.  Out: the records that were made.  What cannot be taken ends the program
with one sentence (`Sentence`); what was acknowledged by then stays.
"""

import datetime
import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from conformed import given
from conformed.given import COMMITMENTS, EVIDENCE, RULINGS, UNREADABLE, Sentence
from conformed.ledger import BadRecord, Evidence, commitments_of, evidence_of, rulings_of, written
from conformed.matter import BadMatter, Held, Matter, Record, What

_KINDS = {RULINGS: What.RULINGS, EVIDENCE: What.EVIDENCE, COMMITMENTS: What.COMMITMENTS}


@contextmanager
def kept(path: str, *, new: bool = False) -> Iterator[Matter]:
    """A matter, open; what is wrong with it is one sentence.  Raises `Sentence`."""
    try:
        with Matter.new(Path(path)) if new else Matter(Path(path)) as matter:
            yield matter
    except BadMatter as error:
        raise Sentence(str(error), UNREADABLE) from None


def added(matter: Matter, paths: Sequence[str], who: str) -> Iterator[tuple[str, Record | None]]:
    """Take in files, one by one: the name of each, and its record; None where the same stands there already."""
    for path in paths:
        if given.is_matter(path):
            raise Sentence(f"{path} is a matter itself: add the files of which it was made.", UNREADABLE)
    passed: list[str] = []
    for file, within in given.files(paths, passed):
        try:
            yield _added(matter, file, within, who)
        except Sentence as error:
            if within is None:
                raise
            passed.append(str(error))
    for sentence in passed:
        given.tell(f"left out: {sentence}")


def _added(matter: Matter, file: Path, within: Path | None, who: str) -> tuple[str, Record | None]:
    """Take in a file, called by its name, or by its path within the folder that was given."""
    data = given.bytes_of(file)
    name = file.name if within is None else file.relative_to(within).as_posix()
    what = _KINDS.get(file.name, What.DOCUMENT)
    if what is What.DOCUMENT:
        return name, matter.add(what, name, data, given.interpreted(name, data), who, _now())
    try:
        if what is What.RULINGS:
            rulings_of(name, data)
        elif what is What.EVIDENCE:
            evidence_of(name, data, given.today())
        else:
            commitments_of(name, data)
    except BadRecord as error:
        raise Sentence(str(error), UNREADABLE) from None
    return name, matter.add(what, name, data, (), who, _now())


def entered(path: str, one: Evidence) -> Record | None:
    """Enter a piece of evidence into a matter.  Raises `Sentence`."""
    with kept(path) as matter:
        return matter.add(What.EVIDENCE, EVIDENCE, written(one).encode(), (), one.by, _now())


def read_anew(matter: Matter) -> Iterator[tuple[Held, Held | None]]:
    """Read the documents that stand with this version, and keep it: each as it is read now, and as it was read before."""
    for one in matter.standing(What.DOCUMENT):
        assert one.digest is not None
        before = matter.reading(one, reader=None)
        reads = tuple(given.interpreted(one.name, matter.data(one.digest)))
        matter.reread(one, reads)
        yield Held(one, reads), Held(one, before) if before is not None else None


def removed(matter: Matter, which: str, who: str) -> Record:
    """Let a document count no more, by its name, or any record by its number.  Raises `Sentence`."""
    standing = matter.standing()
    fits = [one for one in standing if which in {str(one.number), one.name}]
    if not fits:
        raise Sentence(f"{matter.path} holds nothing called {which}: conformed list tells what it holds.", UNREADABLE)
    if len(fits) > 1:
        numbers = " and ".join(str(one.number) for one in fits)
        raise Sentence(f"{matter.path} holds several of the name {which}: give the number of one, {numbers}.", UNREADABLE)
    return matter.remove(fits[0].number, who, _now())


def undone(matter: Matter, who: str) -> tuple[Record, Record]:
    """Take back what was done last: the record of that, and what it takes back."""
    return matter.undo(who, _now())


def user() -> str:
    """The name under which a person works on this machine; "unknown" where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
