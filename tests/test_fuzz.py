"""Damaged and hostile files are read or refused in a sentence, in bounded time and memory; `python -m tools.fuzz` reads more of them."""

import gc
import itertools
import os
from pathlib import Path

import pytest

from tools.fuzz import Ended, File, damaged, ended
from tools.hostile import hostile
from tools.mutated import READERS

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
CASES, MANY = (1000, 100_000) if LONG else (15, 500)
SECONDS, MEGABYTES = 60, 3200  # of which a PDF takes 3,000 at most, in a process of its own


def wrong(end: Ended) -> bool:
    return end.how == "failed" or end.seconds > SECONDS or end.megabytes > MEGABYTES


def failures(files: list[File]) -> list[tuple[str, str, float, float]]:
    pytest.importorskip("lxml")
    gc.freeze()
    found = [(file.what, *end[1:]) for file, end in zip(files, ended(files), strict=True) if wrong(end)]
    gc.unfreeze()
    return found


@pytest.mark.parametrize("reader", READERS)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(examples: Path, reader: str) -> None:
    texts = sorted(examples.rglob("*.txt"))
    assert failures(list(damaged(reader, texts, CASES, seed=0))) == []


def test_a_hostile_file_is_read_or_refused_in_a_sentence() -> None:
    files = itertools.starmap(File, hostile(MANY))
    while some := list(itertools.islice(files, 20)):
        assert failures(some) == []


def test_a_file_that_ends_the_process_is_told_and_those_behind_it_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def interpreted(name: str, _: bytes) -> list[object]:
        if name == "b":
            os.kill(os.getpid(), 9)
        if name == "c":
            raise IndexError
        return []

    monkeypatch.setattr("conformed.given.interpreted", interpreted)
    monkeypatch.setattr("tools.fuzz.reading", lambda *_: None)
    told = [(end.how, end.why.strip().splitlines()[-1:]) for end in ended([File(name, name, b"") for name in "abcd"])]
    assert told == [("read", []), ("failed", ["ended by SIGKILL"]), ("failed", ["IndexError"]), ("read", [])]
