"""Reads damaged and hostile files, each in a process of its own with bounds of time and memory.

    python -m tools.fuzz [--cases N] [--seconds N] [--seed N] [--reader NAME] [--keep FOLDER] [FOLDER]

In: a folder with real documents as text (the examples where none is named).  Out: for each reader, how many files were read and how many refused in a
sentence, the longest time and the most memory; each that ended otherwise is told, and kept where a folder is named.  The exit code
is 1 where there is one.
"""

import argparse
import gc
import itertools
import json
import math
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from conformed import given
from conformed.given import Sentence
from conformed.views.reading import reading
from conformed.views.summary import summary
from tools.hostile import hostile
from tools.mutated import READERS, mutated, seeds, short

SECONDS, MEGABYTES = 60, 4096  # that one file may take
_CHARACTERS = (800, 3_000, 12_000)  # of a text that is damaged
_SEEDS = 24
_TOGETHER = 25  # files that one process reads
_LONGEST = 2000  # characters of a sentence
_EXAMPLES = Path(__file__).parent.parent / "examples"


class File(NamedTuple):
    """A file: what it is, its name, its bytes."""

    what: str
    name: str
    data: bytes


class Ended(NamedTuple):
    """How the reading of a file ended: read, refused, or a failure that `why` tells; with its seconds and megabytes."""

    how: str
    why: str
    seconds: float
    megabytes: float


def ended(files: Sequence[File]) -> Iterator[Ended]:
    """Read files one after the other in a process of their own; where one ends it, those behind it in another."""
    done = 0
    while done < len(files):
        here = list(_ended(files[done:]))
        yield from here
        done += len(here)


def _ended(files: Sequence[File]) -> Iterator[Ended]:
    """How the files ended, up to one that ended the process."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        _read(files, into)
    os.close(into)
    count = 0
    with os.fdopen(out, "rb") as pipe:
        for line in pipe:
            count += 1
            yield Ended(*json.loads(line))
    _, status, used = os.wait4(child, 0)
    if count < len(files):
        which = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"exit {os.waitstatus_to_exitcode(status)}"
        yield Ended("failed", f"ended by {which}", used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _read(files: Sequence[File], into: int) -> None:
    """Read them here, say how each ended, and end."""
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (closed with the process)
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    before = _used()[1]
    for file in files:
        begun = _used()[0]
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # which ends the process
        how, why = _how(file)
        seconds, megabytes = _used()
        os.write(into, json.dumps((how, why[-4000:], seconds - begun, megabytes - before)).encode() + b"\n")
    os._exit(0)


def _how(file: File) -> tuple[str, str]:
    try:
        reads = given.interpreted(file.name, file.data)
        reading(*reads)
        for one in reads:
            summary(one)
    except Sentence as sentence:
        says = str(sentence)
        return ("failed", f"no sentence: {says[:500]!r}") if "\n" in says or len(says) > _LONGEST else ("refused", says)
    except BaseException:
        return "failed", traceback.format_exc(limit=-6)
    return "read", ""


def _used() -> tuple[float, float]:
    """The seconds of the processor that were used, and the most megabytes at once; a child's are counted where they are more."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used), max(one.ru_maxrss for one in used) / 1024


def damaged(reader: str, texts: list[Path], cases: int, seed: int) -> Iterator[File]:
    """Files of one format with damage of many kinds."""
    random = Random(f"{reader} {seed}")  # noqa: S311  (the same files in each run)
    chosen = random.sample(texts, min(_SEEDS, len(texts)))
    files = seeds(reader, [short(one.name, one.read_bytes(), _CHARACTERS[turn % 3]) for turn, one in enumerate(chosen)])
    for case in range(cases):
        name, data = random.choice(files)
        yield File(f"{reader} {seed}.{case}", name, mutated(random, data, random.choice(files)[1]))


def measured(what: str, files: Iterable[File], keep: Path | None, together: int = 1, seconds: float = math.inf) -> int:
    """Read files, so many in one process, print how that went, and tell how many failed."""
    how, failures = Counter[str](), 0
    slowest = largest = (0.0, "")
    for file, end in _each(iter(files), together, seconds):
        how[end.how] += 1
        slowest, largest = max(slowest, (end.seconds, file.what)), max(largest, (end.megabytes, file.what))
        if end.how == "failed":
            failures += 1
            print(f"{file.what}: {end.why} ({end.seconds:.1f} s, {len(file.data):,} bytes)", flush=True)
            if keep is not None:
                (keep / f"{file.what.replace(' ', '-').replace('/', '-')}-{file.name}").write_bytes(file.data)
    print(
        f"{what}: {how.total()} files, {how['read']} read, {how['refused']} refused, {failures} failed;"
        f" the longest {slowest[0]:.2f} s ({slowest[1]}), the largest {largest[0]:.0f} MB ({largest[1]})",
        flush=True,
    )
    return failures


def _each(files: Iterator[File], together: int, seconds: float) -> Iterator[tuple[File, Ended]]:
    """Each file for which there is time, and how it ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and (some := list(itertools.islice(files, together))):
        yield from zip(some, ended(some), strict=True)


def main(words: list[str]) -> int:
    """Do what was typed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=_EXAMPLES)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=math.inf)  # after which no more files of a reader are read
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reader", choices=(*READERS, "hostile"))
    parser.add_argument("--keep", type=Path)
    typed = parser.parse_args(words)
    texts = sorted(typed.folder.rglob("*.txt"))
    if typed.keep is not None:
        typed.keep.mkdir(parents=True, exist_ok=True)
    for name, data in (("a.txt", b"This Agreement is dated May 1, 2020."), ("a.htm", b"<html><p>a"), ("a.md", b"a")):
        given.interpreted(name, data)  # what is imported once is not counted of each
    gc.freeze()
    failures = measured("hostile", itertools.starmap(File, hostile()), typed.keep) if typed.reader in {None, "hostile"} else 0
    for reader in READERS:
        if typed.reader in {None, reader}:
            failures += measured(reader, damaged(reader, texts, typed.cases, typed.seed), typed.keep, _TOGETHER, typed.seconds)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
