"""A matter on disk: what was acknowledged is there, whatever happens; what is wrong is told and not repaired."""

import datetime
import os
import random
import resource
import signal
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.matter import BadMatter, Matter, Record, What, checked
from conformed.matter import opened as forms
from conformed.matter.record import last, standing
from tests.written import document

AT = datetime.datetime(2024, 2, 28, 9, 30, tzinfo=datetime.UTC)
KILLS = max(20, settings().max_examples // 10)  # two hundred under `make test-long`
TEXT = "LOAN AGREEMENT\n\nThis LOAN AGREEMENT, dated as of May 1, 2018, is between Alder Corp. and Birch Bank.\n\n1.1 Fees. The fee is {}.\n"


def read(name: str, data: bytes) -> Sequence[Interpretation]:
    return [interpret(parse(document(data.decode(), name)))]


def add(matter: Matter, number: int, what: What = What.DOCUMENT) -> Record | None:
    data = TEXT.format(number).encode()
    return matter.add(what, f"{number}.txt", data, read(f"{number}.txt", data) if what is What.DOCUMENT else (), "Ada", AT)


def names(matter: Matter) -> list[str]:
    return [held.record.name for held in matter.documents(read)]


@pytest.fixture
def matter(tmp_path: Path) -> Matter:
    return Matter.new(tmp_path / "deal.matter")


def test_documents_come_back_as_they_came_in_with_what_was_read(matter: Matter) -> None:
    add(matter, 1)
    with Matter(matter.path) as again:
        (held,) = again.documents(lambda *_: pytest.fail("it was read anew"))
        assert again.data(held.record.digest or "") == TEXT.format(1).encode()
        whole = msgspec.msgpack.decode(msgspec.msgpack.encode(held.reads), type=list[Interpretation])
        assert whole == read("1.txt", TEXT.format(1).encode())
        assert (held.record.who, held.record.at, held.record.what) == ("Ada", AT, What.DOCUMENT)


def test_the_same_is_not_taken_in_twice_but_again_once_it_was_removed(matter: Matter) -> None:
    first = add(matter, 1)
    assert first is not None
    assert add(matter, 1) is None
    matter.remove(first.number, "Ben", AT)
    assert names(matter) == []
    assert add(matter, 1) is not None
    assert names(matter) == ["1.txt"]


def test_what_was_removed_is_kept_and_comes_back(matter: Matter) -> None:
    add(matter, 1)
    add(matter, 2)
    matter.remove(1, "Ben", AT)
    assert names(matter) == ["2.txt"]
    assert matter.undo("Ben", AT)[1].what is What.REMOVAL
    assert names(matter) == ["1.txt", "2.txt"]
    assert [matter.undo("Ben", AT)[1].number for _ in range(2)] == [2, 1]
    assert names(matter) == []
    with pytest.raises(BadMatter, match="nothing that could be undone"):
        matter.undo("Ben", AT)
    with pytest.raises(BadMatter, match="no record 9 that stands"):
        matter.remove(9, "Ben", AT)


def test_what_stands_beside_is_joined_in_its_order_and_commitments_are_the_last(matter: Matter) -> None:
    for number, what in enumerate((What.EVIDENCE, What.COMMITMENTS, What.EVIDENCE, What.COMMITMENTS)):
        matter.add(what, "file", b"%d" % number, (), "Ada", AT)
    assert matter.beside(What.EVIDENCE) == b"0\n2"
    assert matter.beside(What.COMMITMENTS) == b"3"
    assert matter.beside(What.RULINGS) == b""


STEPS = st.lists(st.tuples(st.sampled_from(["add", "remove", "undo"]), st.integers(0, 5)), max_size=25)


@given(STEPS)
def test_the_records_that_stand_are_those_that_a_person_would_keep_by_hand(steps: list[tuple[str, int]]) -> None:
    records: list[Record] = []
    hand: list[list[int]] = [[]]  # what stands, after each thing done that was not undone
    for step, which in steps:
        number = len(records) + 1
        if step == "add":
            records.append(Record(number, AT, "Ada", What.DOCUMENT, "x", "d", None, ""))
            hand.append([*hand[-1], number])
        elif step == "remove" and hand[-1]:
            gone = hand[-1][which % len(hand[-1])]
            records.append(Record(number, AT, "Ada", What.REMOVAL, "x", None, gone, ""))
            hand.append([one for one in hand[-1] if one != gone])
        elif step == "undo" and (one := last(records)) is not None:
            records.append(Record(number, AT, "Ada", What.UNDO, "x", None, one.number, ""))
            hand.pop()
        assert [one.number for one in standing(records)] == hand[-1]


def killed(path: Path, turn: int, after: int, more: float) -> list[str]:
    """Add without end in a process of its own, and kill it somewhat after it has acknowledged so many: all that it acknowledged."""
    heard, told = os.pipe()
    if not (child := os.fork()):
        try:
            own = Matter(path)
            for number in range(1000):
                record = own.add(What.EVIDENCE, f"{turn}-{number}", os.urandom(3000), (), "Ada", AT)
                os.write(told, f"{record.number if record else 0} {turn}-{number}\n".encode())
        finally:
            os._exit(0)
    os.close(told)
    with os.fdopen(heard) as lines:
        first = [next(lines) for _ in range(after)]
        time.sleep(more)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.strip() for line in (*first, *lines) if line.endswith("\n")]


def test_a_process_that_is_killed_loses_nothing_that_was_acknowledged(matter: Matter) -> None:
    dice = random.Random(4)
    acknowledged = [line for turn in range(KILLS) for line in killed(matter.path, turn, dice.randrange(1, 4), dice.uniform(0, 0.01))]
    with Matter(matter.path) as again:
        kept = {f"{one.number} {one.name}" for one in again.records()}
        assert list(checked(again)) == []
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= kept


def test_two_processes_at_once_keep_all_that_both_were_told(matter: Matter) -> None:
    children = []
    for who in ("Ada", "Ben"):
        if not (child := os.fork()):
            try:
                with Matter(matter.path) as own:
                    for number in range(40):
                        own.add(What.EVIDENCE, f"{who} {number}", f"{who} {number}".encode(), (), who, AT)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert sorted(one.name for one in matter.records()) == sorted(f"{who} {number}" for who in ("Ada", "Ben") for number in range(40))
    assert list(checked(matter)) == []


def test_a_matter_that_is_whole_is_told_so(matter: Matter) -> None:
    add(matter, 1)
    assert list(checked(matter)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("DROP TRIGGER record_stays; UPDATE record SET who = 'Eve' WHERE number = 1", "Record 1 is not what was entered"),
        ("DROP TRIGGER record_kept; DELETE FROM record WHERE number = 1", "Record 1 is missing"),
        ("DROP TRIGGER document_stays; UPDATE document SET bytes = x'00'", "is not what came in"),
        ("UPDATE reading SET value = x'90'", "What was read from 1.txt is not what was kept"),
        ("DROP TRIGGER document_kept; PRAGMA foreign_keys = OFF; DELETE FROM document", "is of a document that is not there"),
    ],
)
def test_what_was_changed_by_other_means_is_told(matter: Matter, change: str, says: str) -> None:
    add(matter, 1)
    add(matter, 2)
    matter.connection.executescript(change)
    assert any(says in sentence for sentence in checked(matter))


@pytest.mark.parametrize("change", ["UPDATE reading SET value = x'90'", "DROP TRIGGER document_stays; UPDATE document SET bytes = x'00'; DELETE FROM reading"])
def test_what_was_changed_by_other_means_is_not_read(matter: Matter, change: str) -> None:
    add(matter, 1)
    matter.connection.executescript(change)
    with pytest.raises(BadMatter, match=r"damaged .*take it from a backup"):
        list(matter.documents(read))


def test_what_was_read_before_readings_were_sealed_is_read_anew_and_then_sealed(matter: Matter) -> None:
    add(matter, 1)
    matter.connection.execute("UPDATE reading SET seal = ''")
    (one,) = matter.standing()
    assert matter.reading(one) is None
    assert list(checked(matter)) == []
    matter.reread(one, read(one.name, matter.data(one.digest or "")))
    assert matter.reading(one) is not None


def test_nothing_is_left_of_a_matter_that_cannot_be_made(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6000, limits[1]))
    try:
        with pytest.raises(BadMatter, match=r"cannot be used \((?!cannot rollback)"):
            Matter.new(tmp_path / "deal.matter")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(tmp_path.iterdir()) == []
    Matter.new(tmp_path / "deal.matter").connection.close()


@pytest.mark.parametrize("change", ["UPDATE record SET who = 'Eve'", "DELETE FROM record", "UPDATE document SET bytes = x'00'", "DELETE FROM document"])
def test_nothing_that_came_in_is_changed_or_deleted(matter: Matter, change: str) -> None:
    add(matter, 1)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        matter.connection.execute(change)


def test_a_damaged_file_is_told_and_not_repaired(matter: Matter) -> None:
    for number in range(40):
        matter.add(What.EVIDENCE, f"{number}", os.urandom(5000), (), "Ada", AT)
    matter.connection.close()
    data = bytearray(matter.path.read_bytes())
    data[4096:90000] = bytes(90000 - 4096)
    matter.path.write_bytes(data)
    with pytest.raises(BadMatter, match=r"deal\.matter is damaged"), Matter(matter.path) as again:
        assert list(checked(again)) == []
    assert matter.path.read_bytes() == data


def test_what_is_no_matter_is_told(tmp_path: Path) -> None:
    for name, data, says in (("none", None, "does not exist"), ("text", b"Each Lender", "is no matter"), ("empty", b"", "is no matter")):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(BadMatter, match=says):
            Matter(tmp_path / name)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE x (y)")
    other.close()
    with pytest.raises(BadMatter, match="is no matter"):
        Matter(tmp_path / "other.db")
    with pytest.raises(BadMatter, match="exists"):
        Matter.new(tmp_path / "text")


def test_a_matter_of_a_later_form_is_left_alone(matter: Matter) -> None:
    matter.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(BadMatter, match="a later version of Conformed"):
        Matter(matter.path)


def test_a_matter_of_an_earlier_form_is_brought_to_todays(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    add(matter, 1)
    more = "CREATE TABLE more (word TEXT) STRICT;\nINSERT INTO more VALUES ('moved');"
    monkeypatch.setattr(forms, "MIGRATIONS", (*forms.MIGRATIONS, more))
    with Matter(matter.path) as again:
        assert again.connection.execute("SELECT word FROM more").fetchall() == [("moved",)]
        assert names(again) == ["1.txt"]


def test_a_step_to_a_new_form_that_fails_leaves_the_old_one(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "CREATE TABLE more (word TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);"
    with monkeypatch.context() as changed:
        changed.setattr(forms, "MIGRATIONS", (*forms.MIGRATIONS, broken))
        with pytest.raises(BadMatter, match="cannot be used"):
            Matter(matter.path)
    with Matter(matter.path) as again:
        assert again.connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").fetchone() == (0,)


def test_what_another_version_read_is_read_anew(matter: Matter) -> None:
    add(matter, 1)
    matter.connection.execute("UPDATE reading SET reader = '0.0.0'")
    anew: list[str] = []

    def noted(name: str, data: bytes) -> Sequence[Interpretation]:
        anew.append(name)
        return read(name, data)

    assert [len(held.reads) for held in matter.documents(noted)] == [1]
    assert anew == ["1.txt"]
