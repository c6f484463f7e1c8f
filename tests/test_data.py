"""A matter as data: JSON that fits its published schema, tables that a spreadsheet opens, a calendar."""

import csv
import datetime
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from conformed.data import DATA
from conformed.document import from_text
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.views.page import Page
from conformed.views.to_csv import ENTRIES, MARK, TABLES, entries_csv
from conformed.views.to_json import schema, to_json
from tests.test_cli import run
from tests.version.matters import Matter, matters
from tests.written import document

PUBLISHED = Path(__file__).parent.parent / "docs" / "matter.schema.json"
DAY = datetime.date(2024, 6, 1)


def closed(schema: Any) -> Any:
    """A schema that lets no field stand that it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    only = {"additionalProperties": False} if "properties" in schema else {}
    return {name: closed(one) for name, one in schema.items()} | only


CHECK = Draft202012Validator(closed(json.loads(PUBLISHED.read_text(encoding="utf-8"))), format_checker=FormatChecker())


def built(folder: Path) -> Conformed:
    return conformed([interpret(parse(from_text(file.name, file.read_bytes()))) for file in sorted(folder.glob("*.txt"))])


def wrong(data: str) -> Iterator[str]:
    return (f"{one.json_path}: {one.message}" for one in CHECK.iter_errors(json.loads(data)))


def rows(data: bytes) -> list[dict[str, str]]:
    text = data.decode()
    assert text.startswith(MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


def test_the_published_schema_is_what_the_code_says() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))
    assert PUBLISHED.read_text(encoding="utf-8") == schema(), "write it anew: conformed schema > docs/matter.schema.json"
    assert run("schema").stdout == schema()


@pytest.mark.parametrize("matter", ["credit", "interconnection"])
def test_an_example_as_data_fits_the_schema_and_is_read_back_whole(examples: Path, matter: str) -> None:
    page = built(examples / matter).page(DAY)
    assert not list(wrong(to_json(page)))
    assert msgspec.json.decode(to_json(page), type=Page) == page


@given(matters())
def test_any_matter_as_data_fits_the_schema(matter: Matter) -> None:
    texts = [matter.base, *matter.instruments]
    page = conformed([interpret(parse(document(text, f"{turn}.txt"))) for turn, text in enumerate(texts)]).page(DAY)
    assert not list(wrong(to_json(page)))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("today", "June 1", "not a 'date'"), ("entries", None, "not of type 'array'"), ("colour", "red", "was unexpected")],
)
def test_the_schema_refuses_what_the_data_never_holds(examples: Path, field: str, value: str | None, says: str) -> None:
    data = json.loads(to_json(built(examples / "credit").page(DAY))) | {field: value}
    assert [says in one for one in wrong(json.dumps(data))] == [True]


def test_the_data_that_write_and_build_write_are_the_same(examples: Path, tmp_path: Path) -> None:
    assert run("build", examples / "credit", "-o", tmp_path / "out").returncode == 0
    for name, options in {"matter.json": (), **{f"{table}.csv": ("--table", table) for table in TABLES}}.items():
        result = run("write", examples / "credit", "-o", tmp_path / name, *options)
        assert result.returncode == 0, result.stderr
        assert (tmp_path / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_a_table_holds_each_entry_with_what_became_of_it(examples: Path) -> None:
    matter = built(examples / "credit")
    made = DATA[".csv"](matter, DAY, "entries")
    assert made is not None
    table = rows(made.data)
    assert [row["entry"] for row in table] == [entry.id for entry in matter.entries]
    (refused,) = (row for row in table if row["outcome"] != "applied")
    assert refused["target"] == "7.03(b)"
    assert refused["finding"].startswith("NotFound: ")
    assert (refused["dated"], refused["effective"], refused["page"]) == ("2024-02-28", "2024-02-28", "2")
    assert (refused["instrument"], refused["document"]) == ("Amendment No. 2", "amendment-no-2.txt")
    assert "if its conditions were met" in refused["standing"]
    assert made.says == "entries, 22 lines"


def test_a_table_holds_each_finding_and_whether_it_is_open(examples: Path) -> None:
    matter = built(examples / "credit")
    made = DATA[".csv"](matter, DAY, "findings")
    assert made is not None
    page = matter.page(DAY)
    assert [(row["finding"], row["says"], row["open"] == "yes") for row in rows(made.data)] == [
        (one.kind, one.says, one.open) for one in page.findings
    ]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_words_of_a_document_are_a_formula(examples: Path, words: str) -> None:
    page = built(examples / "credit").page(DAY)
    hostile = msgspec.structs.replace(page.entries[0], sentence=words)
    (row,) = csv.DictReader(io.StringIO(entries_csv(msgspec.structs.replace(page, entries=(hostile,))), newline=""))
    assert row["sentence"] == f"'{words}"


def test_marks_of_a_table_in_the_words_do_not_part_cells(examples: Path) -> None:
    page = built(examples / "credit").page(DAY)
    words = 'The words "a, b;\r\nc" are struck.'
    long = msgspec.structs.replace(page.entries[0], sentence=words, because="word " * 10_000)
    (heads, row) = csv.reader(io.StringIO(entries_csv(msgspec.structs.replace(page, entries=(long,))), newline=""))
    assert tuple(heads) == ENTRIES
    assert row[heads.index("sentence")] == words
    assert len(row[heads.index("reason")]) < 32_767  # what Excel takes
    assert " … " in row[heads.index("reason")]


def test_a_calendar_is_written_of_the_days_of_a_matter(examples: Path, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    pytest.importorskip("dateutil")
    files = [examples / "credit", "--as-of", "2024-06-01"]
    result = run("write", *files, "-o", tmp_path / "a.ics")
    assert result.returncode == 0, result.stderr
    assert run("dates", *files, "--ics", tmp_path / "b.ics").returncode == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    days = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert f"{len(days)} days as of June 1, 2024." in result.stdout


@pytest.mark.parametrize(
    ("out", "options", "word"),
    [
        ("a.json", ("--after", "1"), "--as-of and --known-at"),
        ("a.csv", ("--redline",), "--as-of and --known-at"),
        ("a.ics", ("--without", "Amendment No. 1"), "--as-of and --known-at"),
        ("a.docx", ("--table", "ties"), "--table"),
        ("a.csv", ("--table", "lenders"), "lenders"),
        ("a.rtf", (), ".json"),
    ],
)
def test_what_the_data_cannot_be_is_refused(examples: Path, tmp_path: Path, out: str, options: tuple[str, ...], word: str) -> None:
    result = run("write", examples / "credit", "-o", tmp_path / out, *options)
    assert result.returncode == 2
    assert word in result.stderr
    assert not (tmp_path / out).exists()


def test_only_what_was_known_on_a_day_is_in_the_data(examples: Path, tmp_path: Path) -> None:
    assert run("write", examples / "credit", "-o", tmp_path / "a.csv", "--known-at", "2023-01-01").returncode == 0
    assert {row["instrument"] for row in rows((tmp_path / "a.csv").read_bytes())} == {"Amendment No. 1"}


@pytest.mark.parametrize("out", ["credit-agreement.txt", "copy.pdf", "below/copy.html", "days.ics", "../credit/data.json"])
def test_nothing_is_written_where_it_would_be_read_as_a_document(examples: Path, tmp_path: Path, out: str) -> None:
    matter = tmp_path / "credit"
    shutil.copytree(examples / "credit", matter)
    (matter / "below").mkdir()
    before = {file: file.read_bytes() for file in matter.rglob("*") if file.is_file()}
    refused = [run("write", matter, "-o", matter / out)]
    refused += [run("dates", matter, "--ics", matter / out)] if out.endswith(".ics") else []
    for one in refused:
        assert (one.returncode, one.stderr.count("\n")) == (5, 1), one.stderr
        assert "name a" in one.stderr
    assert {file: file.read_bytes() for file in matter.rglob("*") if file.is_file()} == before


def test_no_document_that_is_given_by_its_name_is_written_over(examples: Path, tmp_path: Path) -> None:
    matter = tmp_path / "credit"
    shutil.copytree(examples / "credit", matter)
    files = sorted(matter.iterdir())
    (tmp_path / "link.txt").symlink_to(files[0])
    for out in (files[0], tmp_path / "link.txt"):
        result = run("write", *files, "-o", out)
        assert (result.returncode, "is one of the files that are given" in result.stderr) == (5, True), result.stderr
    assert files[0].read_bytes() == (examples / "credit" / files[0].name).read_bytes()
    assert run("write", matter, "-o", matter / ".drafts.txt").returncode == 0
    assert run("write", *files, "-o", matter / "copy.txt").returncode == 0


def test_the_days_of_a_text_name_the_instruments_that_bear_no_day(examples: Path, tmp_path: Path) -> None:
    matter = tmp_path / "matter"
    matter.mkdir()
    for name in ("interconnection-agreement.txt", "amendment.txt"):
        shutil.copy(examples / "interconnection" / name, matter)
    amendment = matter / "amendment.txt"
    amendment.write_text(re.sub(r"(?i)October 1, 2023|September 1\d, 2023|9/1\d/(?:20)?23", "______", amendment.read_text()))
    for words in (["dates", matter], ["terms", matter], ["write", matter, "-o", tmp_path / "days.ics"]):
        result = run(*words, "--as-of", "2024-06-01")
        assert result.returncode == 0
        assert "bears no day; what it changes is not shown." in result.stderr, words
    assert "bears no day" not in run("write", matter, "-o", tmp_path / "all.json").stderr
