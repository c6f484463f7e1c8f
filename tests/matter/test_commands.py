import subprocess
import sys
from pathlib import Path

import pytest

CREDIT = Path(__file__).parents[2] / "examples" / "credit"


def run(*words: "str | Path", code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", "conformed", *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    run("new", tmp_path / "deal.matter", CREDIT, "--by", "Ada")
    return tmp_path / "deal.matter"


@pytest.mark.parametrize("words", [["show"], ["chain"], ["open"], ["status", "--as-of", "2024-03-01"], ["dates"], ["parties"], ["terms"]])
def test_a_matter_is_taken_where_files_are(deal: Path, words: list[str]) -> None:
    assert run(*words, deal) == run(*words, CREDIT)


def test_documents_are_read_and_outlined_from_a_matter(deal: Path) -> None:
    assert run("read", deal).count("AMENDMENT NO. 1 TO CREDIT AGREEMENT") >= 1
    assert "2.07" in run("outline", deal)


def test_what_is_done_is_listed_and_undone(deal: Path) -> None:
    whole = run("show", deal)
    assert "conformed undo brings it back" in run("remove", deal, "amendment-no-2.txt", "--by", "Ben")
    assert run("show", deal) != whole
    assert "amendment-no-2.txt" not in run("list", deal)
    assert "counts again" in run("undo", deal)
    assert run("show", deal) == whole
    log = run("log", deal)
    assert "Ada: added amendment-no-2.txt" in log
    assert "Ben: removed 2 (amendment-no-2.txt)  (undone)" in log
    assert "is whole: 4 documents, 6 records" in run("check", deal)
    assert run("reread", deal) == "All 4 documents are read as before.\n"


def test_evidence_is_entered_into_a_matter(deal: Path) -> None:
    words = ("--instrument", "Amendment No. 2", "--met", "2024-02-28", "--document", "closing certificate", "--by", "Ada")
    assert f"Entered in {deal}" in run("evidence", deal, *words)
    assert "entered evidence from evidence.toml" in run("log", deal)
    assert "closing certificate" in run("status", deal)
    assert not (deal.parent / "evidence.toml").exists()


def test_files_are_added_one_by_one_and_what_cannot_be_read_is_told(deal: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "empty.txt").write_text("")
    (more / "notes.txt").write_text("Call the agent on Monday.")
    (more / "amendment-no-1.txt").write_bytes((CREDIT / "amendment-no-1.txt").read_bytes())
    told = run("add", deal, more)
    assert "left out: empty.txt is empty" in told
    assert "5  notes.txt" in told
    assert "amendment-no-1.txt stands there already" in told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["new", "{deal}"], "exists"),
        (["add", "{deal}", "{deal}"], "is a matter itself"),
        (["add", "{deal}", "nowhere.txt"], "does not exist"),
        (["remove", "{deal}", "nothing"], "holds nothing called nothing"),
        (["log", "nowhere.matter"], "does not exist"),
        (["check", "{text}"], "is no matter"),
        (["add", "{deal}", "{empty}"], "is empty"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(deal: Path, tmp_path: Path, words: list[str], says: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "text").write_text("Each Lender")
    names = {"deal": deal, "text": tmp_path / "text", "empty": tmp_path / "empty.txt"}
    told = run(*(word.format(**names) for word in words), code=3)
    assert says in told
    assert "Traceback" not in told


def test_no_matter_is_made_where_a_name_leads_nowhere(tmp_path: Path) -> None:
    assert "does not exist" in run("new", tmp_path / "deal.matter", tmp_path / "nothing.txt", code=3)
    assert not (tmp_path / "deal.matter").exists()
