import errno
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conformed import given
from conformed.views.to_html import to_html
from tests.written import FRAME

AMENDMENT = FRAME.format(
    body='Section 2.1 of the Credit Agreement is hereby amended by deleting "ten" and substituting therefor "twenty".'
)
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

ARTICLE II

THE CREDITS

Section 2.1. Commitments. Each Lender agrees to make loans in an amount of ten million dollars.

Section 2.2. Fees. The Borrower shall pay a fee of one percent.
"""


def run(*arguments: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "conformed", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    folder = tmp_path / "matter"
    folder.mkdir()
    (folder / "agreement.txt").write_text(AGREEMENT)
    (folder / "amendment.txt").write_text(AMENDMENT)
    return folder


def words(text: str) -> str:
    """A text without its line ends."""
    return " ".join(text.split())


def refused(result: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """One sentence on standard error, nothing on standard output, the exit code of its kind."""
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.startswith("conformed: ")
    assert len(result.stderr.strip().splitlines()) == 1
    for word in words:
        assert word in result.stderr


def test_the_main_job_writes_its_folder(matter: Path, tmp_path: Path) -> None:
    result = run("build", matter, "-o", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "conformed.txt",
        "entries.csv",
        "findings.csv",
        "index.html",
        "matter.json",
        "open-points.md",
        "parties.csv",
        "ties.csv",
    ]
    assert "twenty million dollars" in words((tmp_path / "out" / "conformed.txt").read_text())
    assert "1 operation applied" in result.stdout
    assert result.stderr == ""
    page = json.loads((tmp_path / "out" / "matter.json").read_text())
    assert [entry["outcome"] for entry in page["entries"]] == ["applied"]


def test_documents_may_come_in_any_order(matter: Path, tmp_path: Path) -> None:
    for turn, files in enumerate((["agreement.txt", "amendment.txt"], ["amendment.txt", "agreement.txt"])):
        assert run("build", *(matter / file for file in files), "-o", tmp_path / str(turn)).returncode == 0
    assert (tmp_path / "0" / "conformed.txt").read_text() == (tmp_path / "1" / "conformed.txt").read_text()


def test_the_text_is_shown_before_and_after_and_as_a_redline(matter: Path) -> None:
    files = [matter / "agreement.txt", matter / "amendment.txt"]
    assert "amount of ten million" in words(run("show", *files, "--after", "0").stdout)
    assert "amount of twenty million" in words(run("show", *files, "--after", "1").stdout)
    assert "amount of ten million" in words(run("show", *files, "--as-of", "2019-12-31").stdout)
    assert "amount of twenty million" in words(run("show", *files, "--as-of", "January 6, 2020").stdout)
    only = words(run("show", *files, "--provision", "Section 2.1", "--redline").stdout)
    assert (
        only
        == "Section 2.1. Commitments. Each Lender agrees to make loans in an amount of [-ten-]{+twenty+} million dollars."
    )


def test_a_reading_is_one_object_or_a_list(matter: Path) -> None:
    one = json.loads(run("read", "--json", matter / "amendment.txt").stdout)
    assert one["operations"][0]["target"] == "2.1"
    several = json.loads(run("read", "--json", matter / "amendment.txt", matter / "agreement.txt").stdout)
    assert [each["document"] for each in several] == ["amendment.txt", "agreement.txt"]
    assert [each["instrument"]["kind"] for each in several] == ["amendment", "other"]


def test_a_new_provision_without_a_place_is_told_under_the_agreement(tmp_path: Path) -> None:
    file = tmp_path / "amendment.txt"
    file.write_text(FRAME.format(body='The Credit Agreement is amended by adding the following new provision:\n"Tolls. The miller keeps them."'))
    (told,) = json.loads(run("read", "--json", file).stdout)["operations"]
    assert (told["action"], told["target"], told["new"]) == ("add_provision", "*/end", "Tolls. The miller keeps them.")


def test_a_reading_tells_the_open_points_that_its_summary_tells() -> None:
    file = Path(__file__).parents[1] / "examples" / "credit" / "amendment-no-2.txt"
    told = json.loads(run("read", "--json", file).stdout)["findings"]
    _, _, listed = run("read", file).stdout.partition("\nOpen points (")
    assert {"Upon", "BlankSignature"} <= {one["kind"] for one in told}
    assert listed.startswith(f"{len(told)})\n")
    assert all(one["says"] in words(listed) for one in told)


def test_a_summary_for_the_terminal_has_the_sentence(matter: Path) -> None:
    shown = run("read", matter / "amendment.txt").stdout
    for expected in (
        "AMENDMENT NO. 1 TO CREDIT AGREEMENT",
        "BRAMBLE MILLING, INC.",
        "replace text 2.1",
        "strikes: ten",
        "puts in: twenty",
        "signed by Ada Thorne",
    ):
        assert expected in shown


def test_a_document_by_itself_is_told_with_the_day_and_the_doubts_of_its_chain() -> None:
    shown = words(run("read", f"{CREDIT}/amendment-no-2.txt").stdout)
    assert "dated February 28, 2024; effective February 28, 2024 (upon conditions)" in shown
    assert "Open points (4) Instrument missing: Amendment No. 1, dated June 30, 2022, is named" in shown
    assert "Condition unproved: This instrument takes effect only upon 5 conditions that are not proved." in shown
    assert "Signature blank: The signature line of DUQUAINE SAVINGS BANK is blank" in shown
    assert "Open points" not in run("read", f"{CREDIT}/credit-agreement.txt").stdout


def test_an_instrument_of_another_agreement_is_not_of_this_matter(matter: Path, tmp_path: Path) -> None:
    other = AMENDMENT.replace("BRAMBLE", "HEATHER").replace("May 1,\n2018", "June 2,\n2011").replace("Credit", "Lease")
    other = other.replace("CREDIT", "LEASE").replace("/s/ Ada Thorne", "") + "\nHARBOR & QUAY BANK, N.A.\n\nBy: /s/ Lee Moor\n"
    (matter / "other.txt").write_text(other)
    result = run("build", matter, "-o", tmp_path / "out")
    assert "other.txt amends the Lease Agreement" in result.stderr
    assert "CREDIT AGREEMENT: 1 instrument to hand, 1 operation applied." in result.stdout
    assert "BlankSignature" not in (tmp_path / "out" / "open-points.md").read_text()
    assert "1 instrument are" not in run("show", matter, "--after", "1").stderr
    assert "2 instruments are asked for; 1 is to hand" in run("show", matter, "--after", "2").stderr


def test_one_is_told_in_the_singular_and_none_in_words(matter: Path, tmp_path: Path) -> None:
    assert "\nNo point is open.\n" in run("build", matter, "-o", tmp_path / "out").stdout
    (tmp_path / "one.txt").write_text("Nothing is amended hereby.\n")
    assert "1 sentence: " in run("read", "--account", tmp_path / "one.txt").stdout


def test_a_link_to_an_older_result_stays_a_link(matter: Path, tmp_path: Path) -> None:
    out, link = tmp_path / "out", tmp_path / "link"
    assert run("build", matter / "agreement.txt", "-o", out).returncode == 0
    link.symlink_to(out)
    assert run("build", matter, "-o", link).returncode == 0
    assert link.is_symlink()
    assert "amount of twenty million" in words((out / "conformed.txt").read_text())


def test_what_a_change_waits_for_is_told_wherever_it_is_shown(matter: Path) -> None:
    waits = AMENDMENT.replace("1. Section 2.1", "1. Effective on the Sale Date, Section 2.1")
    (matter / "amendment.txt").write_text(waits)
    assert "waits for the Sale Date" in run("read", matter / "amendment.txt").stdout
    assert "A change of Amendment No. 1 waits for the Sale Date." in words(run("open", matter).stdout)
    assert "A change of Amendment No. 1 waits for the Sale Date." in words(run("chain", matter).stdout)
    assert "It waits for the Sale Date." in words(run("why", matter, "--provision", "2.1").stdout)


def test_a_missing_file(tmp_path: Path) -> None:
    refused(run("read", tmp_path / "none.txt"), 3, "none.txt does not exist")
    refused(run("build", tmp_path / "none.txt"), 3, "none.txt does not exist")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n")
    refused(run("read", tmp_path / "empty.txt"), 3, "empty.txt is empty")


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "deal.pdf").write_bytes(b"%PDF-1.7\n\0\1\2")
    refused(run("read", tmp_path / "deal.pdf"), 3, "deal.pdf is a damaged PDF")


def test_a_folder_where_a_file_is_asked_for(tmp_path: Path) -> None:
    refused(run("read", tmp_path), 3, "is a folder")


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    refused(run("build", tmp_path, "-o", tmp_path / "out"), 3, "holds no files")
    assert not (tmp_path / "out").exists()


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.bin").write_bytes(b"\0\1")
    result = run("build", folder, "-o", tmp_path / "out")
    assert result.returncode == 3
    assert "None of the files can be read" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_looked_into_is_told(
    matter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looked_into = os.scandir

    def refuses(folder: str) -> object:
        if Path(folder) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return looked_into(folder)

    monkeypatch.setattr(os, "scandir", refuses)
    closed = matter / "closed"
    closed.mkdir()
    assert "1" in [link.id for link in given.matter([str(matter)]).chain.links]
    assert f"left out: {closed} cannot be read: permission denied." in capsys.readouterr().err
    closed = matter
    with pytest.raises(given.Sentence, match="cannot be read: permission denied") as refusal:
        given.matter([str(matter)])
    assert refusal.value.code == given.UNREADABLE


def test_hidden_files_and_older_results_are_no_documents(matter: Path) -> None:
    (matter / ".git").mkdir()
    (matter / ".git" / "amendment.txt").write_text("none")
    (matter / ".notes").write_text("none")
    assert run("build", matter, "-o", matter / "out").returncode == 0
    assert run("chain", matter).stderr == ""
    refused(run("build", matter / "out"), 3, "out is the result of an earlier build")


def test_a_folder_of_mixed_things_is_read_so_far_as_it_can_be(matter: Path, tmp_path: Path) -> None:
    (matter / "scan.pdf").write_bytes(b"%PDF-1.4\0")
    (matter / "empty.txt").write_text("")
    (matter / "notes.txt").write_text("Call the agent on Monday.")
    result = run("build", matter, "-o", tmp_path / "out")
    assert result.returncode == 0
    assert "left out: scan.pdf is a damaged PDF" in result.stderr
    assert "left out: empty.txt is empty" in result.stderr
    assert "notes.txt is no agreement and no instrument that changes one; it was left out." in result.stderr
    assert "notes.txt is no agreement" in (tmp_path / "out" / "open-points.md").read_text()
    assert "notes.txt is no agreement" in (tmp_path / "out" / "index.html").read_text()
    for name in ("open-points.md", "index.html", "matter.json"):
        made = words((tmp_path / "out" / name).read_text())
        assert "Left out: scan.pdf is a damaged PDF" in made
        assert "Left out: empty.txt is empty" in made
    assert "twenty million" in words((tmp_path / "out" / "conformed.txt").read_text())


def test_two_agreements_and_no_amendment(matter: Path, tmp_path: Path) -> None:
    (matter / "amendment.txt").unlink()
    (matter / "other.txt").write_text(
        AGREEMENT.replace("May 1, 2018", "June 2, 2019").replace("BRAMBLE", "HEATHER")
    )
    refused(run("build", matter, "-o", tmp_path / "out"), 4, "are agreements")
    assert not (tmp_path / "out").exists()


def test_no_agreement_and_nothing_that_changes_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Call the agent on Monday.")
    refused(
        run("build", tmp_path / "notes.txt", "-o", tmp_path / "out"),
        4,
        "None of the documents is an agreement",
    )


def test_the_same_file_twice_is_a_finding(matter: Path, tmp_path: Path) -> None:
    (matter / "copy.txt").write_text(AMENDMENT)
    result = run("build", matter, "-o", tmp_path / "out")
    assert result.returncode == 0
    assert result.stderr == "conformed: copy.txt is the same document as amendment.txt; it was read once.\n"
    assert "is the same document as" in (tmp_path / "out" / "open-points.md").read_text()
    page = json.loads((tmp_path / "out" / "matter.json").read_text())
    assert [finding["kind"] for finding in page["findings"]] == ["Duplicate"]
    assert len(page["entries"]) == 1


def test_two_matters_in_one_folder_are_told(matter: Path, tmp_path: Path) -> None:
    shutil.copytree(INTERCONNECTION, tmp_path / "both")
    (tmp_path / "both" / "credit.txt").write_text(AGREEMENT)
    (tmp_path / "both" / "credit-amendment.txt").write_text(AMENDMENT)
    refused(
        run("chain", tmp_path / "both"), 4,
        "credit.txt (CREDIT AGREEMENT dated May 1, 2018)",
        "interconnection-agreement.txt (INTERCONNECTION AGREEMENT dated May 4, 2021)",
    )  # fmt: skip
    (matter / "agreement.txt").unlink()
    shutil.copy(f"{INTERCONNECTION}/amendment.txt", matter / "other.txt")
    told = words(run("chain", matter).stdout)
    assert run("chain", matter).stderr == ""
    assert "no fewer files amend another one (other.txt) than amend the Credit Agreement dated May 1, 2018 (amendment.txt)" in told


def test_one_agreement_twice_in_a_file_is_told(tmp_path: Path) -> None:
    text = Path(CREDIT, "credit-agreement.txt").read_text(encoding="utf-8")
    (tmp_path / "file.txt").write_text(f"{text}\n<PAGE>\n{text}")
    told = "file.txt, instrument 2 is a second copy of an instrument in the same file; it was read once."
    assert run("status", tmp_path).stderr == f"conformed: {told}\n"
    assert told in words(run("chain", tmp_path).stdout)
    (tmp_path / "file.txt").write_text(f"{text}\n<PAGE>\n{text.replace('$2,000,000', '$3,000,000')}")
    assert "bears the title and day of file.txt, and does not read the same" in words(run("chain", tmp_path).stdout)


def test_an_instrument_of_a_file_has_its_own_pages(tmp_path: Path) -> None:
    texts = [Path(CREDIT, name).read_text(encoding="utf-8") for name in ("credit-agreement.txt", "amendment-no-1.txt")]
    (tmp_path / "file.txt").write_text("\n<PAGE>\n".join(texts))
    shown = run("read", tmp_path / "file.txt").stdout
    assert "; 20 pages\n" in shown
    assert "; 6 pages from page 21 of the file\n" in shown


def test_what_there_is_none_of_is_said(tmp_path: Path) -> None:
    assert "  No sentence is left unread." in run("read", "--unread", f"{CREDIT}/amendment-no-1.txt").stdout
    alone = run("build", f"{CREDIT}/credit-agreement.txt", "-o", tmp_path / "out").stdout
    assert alone.startswith("CREDIT AGREEMENT: no amendment, waiver or consent is to hand; the text is that of the agreement as signed.\n")
    before = words(run("show", CREDIT, "--as-of", "2020-01-01").stdout)
    assert "No text was in force on January 1, 2020, before the agreement was made; its own text is shown." in before


def test_a_day_that_cannot_be_told_is_refused(matter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    refused(run("open", matter), 2, "SOURCE_DATE_EPOCH is “abc”")


def test_a_file_taken_in_with_a_doubt_is_told(matter: Path) -> None:
    (matter / "mail.txt").write_text(
        "To: A. Lee\nFrom: B. Moor\nSubject: Amendment\n\nPlease find attached the executed Amendment No. 1 to Credit Agreement.\n"
    )
    (matter / "draft.txt").write_text(AMENDMENT.replace("twenty", "thirty"))
    result = run("show", *sorted(matter.iterdir()))
    assert (
        "mail.txt was taken as Amendment No. 1, though it bears no day and orders no change." in result.stderr
    )
    assert "amendment.txt and draft.txt both are Amendment No. 1; both were taken in." in result.stderr


def test_a_provision_that_does_not_stand(matter: Path) -> None:
    refused(run("show", matter / "agreement.txt", "--provision", "99.9"), 6, "99.9")


def test_the_outline_of_a_document_and_one_of_its_provisions(matter: Path) -> None:
    file = matter / "agreement.txt"
    lines = [line.split() for line in run("outline", file).stdout.splitlines()]
    assert [line[0] for line in lines] == ["Title", "Preamble", "Article", "2.1", "2.2"]
    printed = json.loads(run("outline", file, "--json").stdout)
    assert [one["path"] for one in printed["provisions"]] == ["Article II", "2.1", "2.2"]
    one = run("outline", file, "--provision", "section 2.2").stdout
    assert one.startswith("2.2: agreement.txt, page 1, line 14\n")
    assert one.endswith("The Borrower shall pay a fee of one percent.\n")
    refused(run("outline", file, "--provision", "9.9"), 6, "9.9", "agreement.txt")


def test_an_older_result_is_exchanged_and_a_failed_run_leaves_it(matter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", matter, "-o", out).returncode == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (tmp_path / "empty.txt").write_text("")
    assert run("build", tmp_path / "empty.txt", "-o", out).returncode == 3
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert run("build", matter / "agreement.txt", "-o", out).returncode == 0
    assert "amount of ten million" in words((out / "conformed.txt").read_text())
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".conformed")] == []


def test_a_folder_of_others_is_never_written_over(matter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    refused(run("build", matter, "-o", out), 5, "was not made by conformed")
    assert (out / "thesis.txt").read_text() == "mine"


def test_a_text_of_five_megabytes_is_read(tmp_path: Path) -> None:
    paragraph = "\n\nSection {n}.1. Covenant. The Borrower shall (a) pay, (b) perform and (i) report on every day of the term.\n"
    text = AGREEMENT + "".join(paragraph.format(n=n) for n in range(3, 48000))
    (tmp_path / "large.txt").write_text(text)
    result = run("read", tmp_path / "large.txt")
    assert result.returncode == 0, result.stderr
    assert "CREDIT AGREEMENT" in result.stdout


@pytest.mark.parametrize(
    "hostile",
    [
        "(i)" * 300_000,
        '"' * 1_000_000,
        " " * 1_000_000 + "x",
        "a" * 1_000_000,
        "\n".join("(a)" for _ in range(100_000)),
        "Section " * 100_000,
    ],
)
def test_a_hostile_text_ends_in_bounded_time(hostile: str, tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(hostile)
    command = [sys.executable, "-m", "conformed", "read", "--json", str(tmp_path / "hostile.txt")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr[-300:]


def test_a_day_that_is_none(matter: Path) -> None:
    result = run("show", matter / "agreement.txt", "--as-of", "Thursday")
    assert result.returncode == 2
    assert "is no day" in result.stderr


@pytest.mark.parametrize(
    ("typed", "told"), [("03/04/2023", "2023-03-04 or 2023-04-03"), ("by May 1, 2020", "is no day")]
)
def test_a_day_that_is_not_certain(matter: Path, typed: str, told: str) -> None:
    result = run("show", matter / "agreement.txt", "--as-of", typed)
    assert result.returncode == 2
    assert told in result.stderr


def test_a_day_in_figures_that_can_be_no_other(matter: Path) -> None:
    assert run("show", matter / "agreement.txt", "--as-of", "12/31/2023").returncode == 0


def test_a_link_in_a_folder_that_leads_nowhere_is_told(matter: Path) -> None:
    (matter / "lost.txt").symlink_to(matter / "nowhere.txt")
    assert "lost.txt does not exist" in run("show", matter).stderr


def test_the_version() -> None:
    assert run("--version").stdout.startswith("conformed 0.")


CREDIT = str(Path(__file__).parent.parent / "examples" / "credit")
INTERCONNECTION = str(Path(__file__).parent.parent / "examples" / "interconnection")


def test_the_chain_says_why_each_document_stands_where_it_does() -> None:
    shown = run("chain", CREDIT).stdout
    places = [
        shown.index(title)
        for title in ("Agreement (", "Amendment No. 1 (", "Limited Waiver (", "Amendment No. 2 (")
    ]
    assert places == sorted(places)
    assert words(shown).count("Placed by the day on which it takes effect") == 3
    assert "1 signature line is blank in this copy" in words(shown)


@pytest.mark.parametrize("provision", ["7.03", "7.03(b)", "7.03(b)~sentence 1"])
def test_a_change_that_was_not_applied_is_told_below_the_words(provision: str) -> None:
    shown = words(run("show", CREDIT, "--provision", provision).stdout)
    assert "[Amendment No. 2, Section 2(e), is not applied: “Clause (b) of Section 7.03" in shown
    assert "The words “$2,500,000 in any fiscal year” do not stand in Section 7.03(b).]" in shown


@pytest.mark.parametrize(
    "asked", [["--provision", "7.03(a)"], ["--provision", "7.03(b)", "--as-of", "2023-01-01"], ["--provision", "Amendment No. 2:1"]]
)
def test_what_is_open_elsewhere_or_later_is_not_told_below_the_words(asked: list[str]) -> None:
    assert "[" not in run("show", CREDIT, *asked).stdout


def test_a_slip_is_told_at_each_provision_that_it_puts_in_doubt() -> None:
    for provision in ("7.04", "7.05(c)", "8.01"):
        assert "slip in the drafting. Section 7.04 was struck" in words(run("show", CREDIT, "--provision", provision).stdout)
    assert "slip" not in run("show", CREDIT, "--provision", "7.05(a)").stdout


def test_the_text_of_a_build_tells_what_is_open_of_it(tmp_path: Path) -> None:
    assert run("build", CREDIT, "-o", tmp_path / "out").returncode == 0
    text = words((tmp_path / "out" / "conformed.txt").read_text())
    assert "Section 2(e), is not applied" in text
    assert "slip in the drafting. Section 7.04 was struck" in text
    assert "This has effect only if the conditions of Amendment No. 2 were met." in text
    assert "says, without editing the words of “Maturity Date”" in text


def test_what_is_not_to_hand_is_told_below_every_text() -> None:
    files = [f"{CREDIT}/credit-agreement.txt", f"{CREDIT}/amendment-no-2.txt"]
    shown = words(run("show", *files, "--provision", "6.02").stdout)
    assert "[Amendment No. 1 and Limited Waiver to Credit Agreement are not to hand; what they change is not known.]" in shown
    assert "not to hand" not in run("show", *files, "--after", "0", "--provision", "6.02").stdout
    alone = words(run("show", files[1], "--provision", "6.01").stdout)
    assert "[The agreement is not to hand: its text is known only so far as the instruments give it." in alone


def test_instruments_without_a_name_that_are_not_to_hand_are_told_by_their_days(matter: Path) -> None:
    earlier = "2018 (the \"Credit Agreement\"), as amended by amendments dated as of June 1, 2018 and July 2, 2019;"
    (matter / "amendment.txt").write_text(AMENDMENT.replace("NO. 1 ", "").replace('2018 (the "Credit Agreement");', earlier))
    shown = words(run("show", matter, "--provision", "2.2").stdout)
    assert "[An earlier instrument dated June 1, 2018 and an earlier instrument dated July 2, 2019 are not" in shown


def test_a_number_that_is_passed_over_is_told_below_the_text(matter: Path) -> None:
    (matter / "amendment.txt").write_text(AMENDMENT.replace("NO. 1", "NO. 2"))
    shown = words(run("show", matter, "--provision", "2.2").stdout)
    assert "[Amendment No. 1 is not to hand; what it changes is not known.]" in shown


def test_a_sentence_that_is_not_read_is_told_below_every_text(matter: Path) -> None:
    unread = "Section 2.2 of the Credit Agreement is hereby amended in the sense agreed by the parties."
    (matter / "amendment.txt").write_text(AMENDMENT.replace("2. Counterparts", f"2. {unread}\n\n3. Counterparts"))
    shown = words(run("show", matter, "--provision", "2.2").stdout)
    assert f"[A sentence of Amendment No. 1 that may change the agreement is not read: “{unread}”]" in shown
    assert "not read" not in run("show", matter, "--as-of", "2019-01-01").stdout


def test_a_line_that_is_blank_beside_a_name_and_a_day_is_told_alike_everywhere() -> None:
    folder = str(Path(CREDIT).parent / "interconnection")
    assert "In force from October 1, 2023. 1 signature line is blank in this copy." in words(run("chain", folder).stdout)
    assert "[The Amendment changes this text. 1 signature line is blank in this copy.]" in words(run("show", folder).stdout)
    though = "is blank in the copy of the Amendment to hand, though name (Everett L. Pruitt), title and date are filled in"
    assert though in run("open", folder).stdout
    page = given.matter([folder]).page(given.today())
    assert "(1 signature line is blank in this copy)" in to_html(page)
    read = words(run("read", f"{folder}/amendment.txt").stdout)
    assert "Marrow Creek Telephone Company: By line blank; name (Everett L. Pruitt), title and date filled in" in read


def test_the_margin_says_what_is_ordered_of_a_table_that_is_not_to_hand() -> None:
    page = given.matter([str(Path(CREDIT).parent / "interconnection" / "amendment.txt")]).page(given.today())
    margins = [finding.margin for finding in page.findings if finding.kind == "Lacuna"]
    assert "Entries ordered deleted (NPCSX, NPCPX, NPCNX, NPCCX); text not to hand." in margins
    assert margins[0] is not None
    assert margins[0] in to_html(page)


def test_the_open_points_are_listed_with_what_settles_them() -> None:
    shown = run("open", CREDIT).stdout
    assert shown.count("Settled by:") == shown.count("\n## ") == 6
    assert shown.index("Words not found") < shown.index("Condition unproved") < shown.index("Signature blank")


def test_the_history_of_a_provision_names_each_instrument_its_sentence_and_its_words() -> None:
    shown = words(run("why", CREDIT, "--provision", "6.01").stdout)
    first, second = (
        shown.index("Amendment No. 1, from June 30, 2022"),
        shown.index("Amendment No. 2, from February 28, 2024"),
    )
    assert shown.index("The agreement itself, dated March 15, 2021") < first < second
    assert "Struck: “3.50 to 1.00” Put in: “3.75 to 1.00”" in shown[first:second]
    assert "if its conditions were met" in shown[second:]


def test_the_history_of_what_is_waived_tells_the_condition_and_what_ends_it() -> None:
    shown = words(run("why", CREDIT, "--provision", "5.01(a)").stdout)
    assert "waives it from March 24, 2023 until June 30, 2023, if its conditions were met" in shown
    assert "It ends if “the Borrower fails to deliver, on or before May 15, 2023" in shown


def test_the_history_of_what_the_scope_of_a_waiver_names_tells_of_it() -> None:
    shown = words(run("why", CREDIT, "--provision", "5.01(c)").stdout)
    assert "Limited Waiver waives Section 5.01(a), and names this provision, from March 24, 2023" in shown
    assert "waives" not in run("why", CREDIT, "--provision", "5.01(b)").stdout


def test_the_history_of_a_table_sets_out_its_rows() -> None:
    struck = run("why", f"{Path(CREDIT).parent}/interconnection", "--provision", "Attachment 2/Exhibit A").stdout
    lines = [line.split() for line in struck.partition("  Struck:\n")[2].splitlines()]
    assert [line[-3:] for line in lines[:2]] == [["NPCSX", "$0.37", "--"], ["NPCPX", "$3.33", "--"]]
    replaced = run("why", CREDIT, "--provision", "2.06(b)").stdout.rpartition("  Struck:\n")[2]
    before, _, after = replaced.partition("  Put in:\n")
    assert "LIBO Rate" in before  # as it stood before the instrument, which exchanged this term too
    assert "Term SOFR" not in before
    assert "Term SOFR" in after


def test_the_history_of_a_phrase_tells_only_what_brought_and_took_it() -> None:
    shown = words(run("why", CREDIT, "--provision", "6.01", "3.75 to 1.00").stdout)
    assert "These words do not stand any more" in shown
    assert "The agreement itself" not in shown
    assert "Put in: “3.75 to 1.00”" in shown
    assert "Struck: “3.75 to 1.00”" in shown


def test_a_history_tells_words_that_many_places_share_once_and_a_clause_without_gaps() -> None:
    shown = words(run("why", CREDIT, "--provision", "2.06").stdout)
    assert "words replaced in 9 places" in shown
    assert "Struck: “LIBO Rate” Put in: “Term SOFR” -" in shown
    shown = words(run("why", CREDIT, "--provision", "2.05(b)").stdout)
    assert "later than the earlier of (i) the date that is one year after the date of its issuance and (ii) the" in shown


def test_a_history_says_that_what_was_struck_is_not_to_hand(matter: Path) -> None:
    body = 'Section 2.1(b) of the Credit Agreement is hereby deleted and replaced with the following: "(b) a fee of two percent."'
    (matter / "amendment.txt").write_text(FRAME.format(body=body))
    shown = words(run("why", matter / "amendment.txt", "--provision", "2.1(b)").stdout)
    assert "Struck: “(b) [Text not to hand]” Put in: “(b) a fee of two percent.”" in shown


def test_a_phrase_that_never_stood() -> None:
    result = run("why", CREDIT, "--provision", "6.01", "nine lives")
    assert result.returncode == 6
    assert "neither stand nor stood" in result.stderr


def test_a_scenario_without_an_instrument() -> None:
    assert "3.75 to 1.00" in words(
        run("show", CREDIT, "--provision", "6.01", "--without", "Amendment No. 2").stdout
    )
    result = run("show", CREDIT, "--without", "Amendment No. 9")
    assert result.returncode == 4
    assert (
        "name one of these by its mark: 1 (Amendment No. 1, amendment-no-1.txt), W (Limited Waiver"
        in words(result.stderr)
    )


def test_what_was_known_on_a_day() -> None:
    shown = run("show", CREDIT, "--provision", "6.01", "--known-at", "2023-12-31").stdout
    assert "3.75 to 1.00" in words(shown)
    history = words(run("why", CREDIT, "--provision", "6.01", "--known-at", "2023-12-31").stdout)
    assert "3.75 to 1.00" in history
    assert "Amendment No. 2" not in history
    whole = words(run("show", CREDIT, "--known-at", "2023-12-31").stdout)
    assert "with what was known on December 31, 2023" in whole


@pytest.mark.parametrize("state", ["1", "2023-01-01"])
def test_a_redline_against_an_earlier_state(state: str) -> None:
    shown = words(run("show", CREDIT, "--provision", "6.01", "--against", state).stdout)
    assert "[-3.75 to 1.00-]{+4.00 to 1.00+}" in shown


def test_rulings_beside_the_documents_are_followed(tmp_path: Path) -> None:
    folder = tmp_path / "credit"
    shutil.copytree(CREDIT, folder)
    ruling = '[[ruling]]\nfinding = "NotFound"\ninstrument = "Amendment No. 2"\nby = "Ada Thorne"\nday = 2024-05-02\nwhy = "As it stands"\n'
    (folder / "rulings.toml").write_text(ruling + 'choice = "leave"\n')
    shown = run("open", folder).stdout
    assert shown.count("\n## ") == 5
    assert "Ruled by Ada Thorne on May 2, 2024: As it stands." in words(shown)
    assert "is not applied" not in run("show", folder, "--provision", "7.03(b)").stdout
    (folder / "rulings.toml").write_text("[[ruling")
    result = run("open", folder)
    assert result.returncode == 3
    assert "rulings.toml is no TOML" in result.stderr


@pytest.mark.parametrize(
    "phrase", ["not greater than 4.00 to 1.00.", "greater than 3.75", "Total Leverage Ratio"]
)
def test_a_phrase_may_cross_a_change_and_may_have_stood_once(phrase: str) -> None:
    result = run("why", CREDIT, "--provision", "6.01", phrase)
    assert result.returncode == 0, result.stderr


def test_a_redline_against_a_later_state_is_refused() -> None:
    result = run("show", CREDIT, "--after", "1", "--against", "3")
    assert result.returncode == 2
    assert "an earlier state" in result.stderr


def test_an_option_that_may_be_given_more_than_once_stays_so() -> None:
    left = ["--without", "Amendment No. 2", "--without", "Amendment No. 1"]
    assert "3.50 to 1.00" in words(run("show", CREDIT, "--provision", "6.01", *left).stdout)


@pytest.mark.parametrize("option", ["--after", "--against"])
def test_more_instruments_than_there_are_is_told(option: str) -> None:
    result = run("show", CREDIT, option, "99")
    assert result.returncode == 0
    assert "99 instruments are asked for; 3 are to hand" in result.stderr
    assert "are asked for" not in run("show", CREDIT, option, "3").stderr


def test_a_redline_without_a_change_says_so() -> None:
    says = "conformed: nothing is changed since the state that --against names.\n"
    assert run("show", CREDIT, "--against", "3").stderr == says
    assert run("show", CREDIT, "--as-of", "2023-01-01", "--against", "2022-12-31").stderr == says
    assert run("show", CREDIT, "--against", "1").stderr == ""


def test_a_sentence_of_a_provision_is_shown_alone_with_its_changes() -> None:
    shown = run("show", CREDIT, "--provision", "6.01 ~ sentence 1", "--redline").stdout
    assert words(shown).startswith("The Borrower shall maintain, at the end of")
    assert "[-3.50 to 1.00-]{+4.00 to 1.00+}." in words(shown)
    assert "[Amendment No. 2 changes these words if its conditions were met" in words(shown)
    shown = run("show", CREDIT, "--provision", "2.05~sentence 2").stdout
    assert words(shown).startswith("The Borrower shall deliver each such request")
    assert words(shown).endswith("before the requested date of issuance.")


def test_clauses_stand_under_the_sentence_that_holds_them() -> None:
    shown = run("show", CREDIT, "--provision", "2.05(b)~sentence 1").stdout
    assert shown.startswith("The Issuing Lender shall not issue")
    assert "\n    (1) after giving effect thereto" in shown


def test_the_history_of_a_sentence_is_that_of_its_provision_and_says_so() -> None:
    result = run("why", CREDIT, "--provision", "6.01~sentence 1")
    assert result.stdout == run("why", CREDIT, "--provision", "6.01").stdout
    assert result.stderr == "conformed: the history is that of the whole provision.\n"
    assert run("why", CREDIT, "--provision", "the first sentence of Section 6.01").stdout == result.stdout
    refused(run("why", CREDIT, "--provision", "the fifth sentence of Section 6.01"), 6, "No provision")


@pytest.mark.parametrize("place", ["sentence 9", "sentence 0", "sentences 1-2", "paragraph 7", "whatever"])
def test_a_place_in_a_provision_that_is_not_there(place: str) -> None:
    agreement = f"{CREDIT}/credit-agreement.txt"
    for command, file in (("show", CREDIT), ("why", CREDIT), ("outline", agreement)):
        refused(run(command, file, "--provision", f"6.01 ~{place}"), 6, f"No provision 6.01~{place} stands in")


def test_rows_and_columns_are_not_shown_alone() -> None:
    for command in ("show", "why"):
        refused(run(command, CREDIT, "--provision", "2.06~row IV"), 6, "Rows and columns are not shown alone: ask for 2.06")
    refused(run("show", CREDIT, "--provision", "2.99~row IV"), 6, "No provision 2.99~row IV stands in the text")


def test_of_an_address_that_stands_in_a_part_alone_the_whole_address_is_told() -> None:
    folder = str(Path(CREDIT).parent / "interconnection")
    for typed, whole in (("Exhibit A", "Attachment 2/Exhibit A"), ("Section 7.4", "Attachment 2/7.4")):
        refused(run("show", folder, "--provision", typed), 6, f"No provision {typed} stands in the text; ask for {whole}.")
        assert run("show", folder, "--provision", whole).returncode == 0


def test_an_address_with_other_zeros_is_found() -> None:
    for command in ("show", "why"):
        assert run(command, CREDIT, "--provision", "6.1").stdout == run(command, CREDIT, "--provision", "6.01").stdout != ""
        refused(run(command, CREDIT, "--provision", "6.91"), 6, "conformed ")


def test_a_bar_on_a_terminal_grows_to_the_last_file(matter: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "conformed", "show", str(matter)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert result.returncode == 0
    assert [f"{count} of 2" in seen for count in range(3)] == [True, True, True]
    assert "-" not in seen[seen.rindex("[", 0, seen.index("2 of 2")) : seen.index("2 of 2")]
    assert seen.endswith("\r\x1b[K")


def test_what_stands_beside_the_changes_of_an_instrument_is_in_its_summary() -> None:
    shown = words(run("read", f"{CREDIT}/../interconnection/amendment.txt").stdout)
    assert "Operating affiliates by state (5) AL: Lanternwave I, Inc.; Lanternwave III, Inc." in shown
    assert "Incorporated by reference, not to hand (2) Marrow Creek Tariff F.C.C. No. 3 (§ 2, p. 1; its date is not stated)" in shown
    assert "Filing (1) § 5, p. 1: “Either or both of the Parties may file this Amendment" in shown
    assert "Filing" not in run("read", f"{CREDIT}/amendment-no-1.txt").stdout


@pytest.mark.parametrize("spelled", ["SECTION 8.01(E)", "8.01.e", "clause (e) of Section 8.01"])
def test_a_provision_may_be_asked_for_as_drafters_write_it(spelled: str) -> None:
    shown = run("show", CREDIT, "--provision", "8.01(e)").stdout
    assert run("show", CREDIT, "--provision", spelled).stdout == shown


def test_a_redline_of_a_restated_provision_tells_of_no_provision_that_was_struck() -> None:
    assert "no word of it stands" not in run("show", CREDIT, "--provision", "8.01(e)", "--redline").stdout
    assert "of this Agreement.-] [Deleted by Amendment No. 2]" in words(run("show", CREDIT, "--provision", "7.04", "--redline").stdout)


def test_a_redline_of_a_restated_provision_shows_what_was_struck() -> None:
    shown = run("show", CREDIT, "--provision", "8.01(e)", "--redline").stdout
    assert "[-" in shown
    assert "{+" in shown


@pytest.mark.parametrize(("provision", "code"), [("Amendment No. 9:3", 4), ("", 2), ("2:", 6)])
def test_a_provision_of_no_instrument_is_none_of_another(provision: str, code: int) -> None:
    assert run("show", CREDIT, "--provision", provision).returncode == code


def test_the_history_is_that_of_the_agreement() -> None:
    assert run("why", CREDIT, "--provision", "Amendment No. 2:3").returncode == 2


def test_a_file_of_several_instruments_is_read_and_conformed_as_such(tmp_path: Path) -> None:
    signed = "\nIN WITNESS WHEREOF, the parties have executed this Agreement.\n\nBRAMBLE MILLING, INC.\n\nBy: /s/ Rue Fenn\n"
    file = tmp_path / "all.txt"
    file.write_text(AGREEMENT + signed + "<PAGE>\n" + AMENDMENT)
    read = json.loads(run("read", file, "--json").stdout)
    assert read["agreement"]["signatures"][0]["signatory"] == "Rue Fenn"
    (further,) = read["further_instruments"]
    assert (further["instrument"]["kind"], further["signatures"][0]["signatory"]) == (
        "amendment",
        "Ada Thorne",
    )
    assert "twenty million dollars" in words(run("show", file, "--provision", "2.1").stdout)
    outlined = json.loads(run("outline", file, "--json").stdout)
    assert [one["path"] for one in outlined["provisions"]] == ["Article II", "2.1", "2.2"]
    assert [one["path"] for one in outlined["further_instruments"][0]["provisions"]] == ["1", "2"]
    assert "all.txt, instrument 2" in run("chain", file).stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["fold"], "there is no command fold"),
        (["read"], "FILE"),
        (["read", "a.txt", "--jsn"], "--jsn"),
        (["read", "a.txt", "--json", "--account"], "--account"),
        (["show", "a.txt", "--after", "few"], "few is no number of instruments"),
        (["show", "a.txt", "--as-of", "soon"], "soon is no day"),
        (["why", "a.txt"], "--provision"),
        (["--bogus"], "there is no option --bogus"),
        (["--bogus", "read", "a.txt"], "there is no option --bogus"),
        (["outline", "a.txt", "b.txt"], "b.txt is more than it takes"),
        (["show", "a.txt", "--as-of", "2020-01-01", "--as-of=2021-01-01"], "--as-of is given twice"),
        (["show", "a.txt", "--provision", "2.1", "b.txt", "--provision", "2.1"], "--provision is given twice"),
        (["build", "a.txt", "-o", "x", "--output", "y"], "--output is given twice"),
        (["dates", "a.txt", "--ics", ""], "--ics: an empty name is given"),
        (["parties", "a.txt", "--who", " "], "--who: an empty name is given"),
        (["parties", "a.txt", "--who", "Lenders", "--csv"], "Give one of --who and --csv"),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_a_sentence(typed: list[str], told: str) -> None:
    refused(run(*typed), 2, told)


def test_files_and_options_may_be_typed_in_any_order(matter: Path) -> None:
    agreement, amendment = matter / "agreement.txt", matter / "amendment.txt"
    assert run("show", agreement, "--redline", amendment).stdout == run(
        "show", "--redline", agreement, amendment
    ).stdout


def test_without_a_command_the_commands_are_listed() -> None:
    assert "outline" in run().stdout


def test_what_cannot_be_printed_is_told_and_the_folder_stands(matter: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "conformed", "build", str(matter), "-o", str(tmp_path / "out")]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 5
    assert len(result.stderr.splitlines()) == 1
    assert "what the command prints cannot be read or written" in result.stderr
    assert (tmp_path / "out" / "index.html").is_file()


def test_letters_that_a_terminal_lacks_are_seen(matter: Path) -> None:
    (matter / "agreement.txt").write_text(AGREEMENT.replace('"Borrower"', "“Borrower”"), encoding="utf-8")
    command = [sys.executable, "-m", "conformed", "show", str(matter)]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    result = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert result.returncode == 0
    assert rb"(the \u201cBorrower\u201d)" in result.stdout


def test_lines_may_end_in_carriage_returns(matter: Path) -> None:
    shown = run("show", matter, "--provision", "2.2").stdout
    (matter / "agreement.txt").write_bytes(AGREEMENT.replace("\n", "\r").encode())
    assert run("show", matter, "--provision", "2.2").stdout == shown


def test_a_number_that_skips_or_stands_twice_is_told_in_the_outline(tmp_path: Path) -> None:
    file = tmp_path / "agreement.txt"
    file.write_text(AGREEMENT + "\nSection 2.2. Costs. Text.\n\nSection 2.5. Law. Text.\n")
    told = run("outline", file).stdout.splitlines()[-2:]
    assert told == [
        "The numbering slips: 2.2 stands twice.  Section 2.2, p. 1",
        "The numbering slips: 2.5 follows 2.2.  Section 2.5, p. 1",
    ]
    slips = json.loads(run("outline", file, "--json").stdout)["slips"]
    assert [slip["path"] for slip in slips] == ["2.2", "2.5"]


@pytest.mark.parametrize("command", ["read", "build", "show"])
def test_an_empty_name_is_no_folder(command: str) -> None:
    refused(run(command, ""), 3, "empty name")


def test_status_tells_where_each_instrument_stands() -> None:
    shown = words(run("status", CREDIT, "--as-of", "2023-04-01").stdout)
    assert "Amendment No. 1, dated June 30, 2022 (amendment-no-1.txt) In force from June 30, 2022." in shown
    assert "waives Section 5.01(a) from March 24, 2023 to June 30, 2023: in effect if its conditions were met" in shown
    assert "Not yet in force; it counts from February 28, 2024 if its conditions are met." in shown
    assert "more than 50%, Section 1.01, “Required Lenders”, asked by Section 10.02(b) of what amends or waives it): met in the copies to hand; 100% of the commitments signed (Schedule 2.01)." in shown
    assert shown.count("consent of Required Lenders") == 3  # of each instrument, as Section 10.02(b) asks, though only the waiver names them
    assert "consent of each Lender: not met in the copies to hand" in shown
    assert "blank in the copy to hand: the line of the one told above as not signed" in shown
    later = words(run("status", CREDIT, "--as-of", "2024-04-01").stdout)
    assert "In force from February 28, 2024 if its conditions were met by March 29, 2024; none of the 5 is proved; that day is past: if they" in later
    assert "Ended by June 30, 2023 at the latest." in later
    assert "Days to come: 0; periods without a day yet:" in later
    assert "Days to come: 9;" in shown
    assert "- June 30, 2023: last day of the waiver of Section 5.01(a); Limited Waiver, § 1, p. 1" in shown


def test_terms_lists_what_the_amendments_left_behind() -> None:
    shown = words(run("terms", CREDIT).stdout)
    assert "“Sale and Leaseback Transaction” is used once, and Amendment No. 2 struck its definition." in shown
    assert "Section 7.04 was struck by Amendment No. 2, and 2 older provisions refer to it." in shown
    assert "Amendment No. 2" not in words(run("terms", CREDIT, "--as-of", "2021-06-01").stdout).partition("takes from")[0]


def test_waived_answers_yes_no_or_if() -> None:
    during = words(run("waived", "5.01(a)", CREDIT, "--as-of", "2023-04-01").stdout)
    assert during.startswith("Compliance with Section 5.01(a) is waived on April 1, 2023 if the conditions of the waiver were met")
    assert "Rights are reserved in § 2, p. 1." in during
    assert "It ends early if “the Borrower fails to deliver" in during
    for part in ("5.01", "Article V"):
        whole = words(run("waived", part, CREDIT, "--as-of", "2023-04-01").stdout)
        assert whole.startswith("Compliance with a part of ")
    doubted = words(run("waived", "5.01(a)", CREDIT, "--as-of", "2023-05-16").stdout)
    assert doubted.startswith("Compliance with Section 5.01(a) is waived on May 16, 2023 if the conditions of the waiver were met and it did not end early; neither")
    assert "in effect if its conditions were met and it did not end early. “solely" in doubted
    beside = words(run("waived", "5.01(c)", CREDIT, "--as-of", "2023-04-01").stdout)
    assert beside.startswith("No instrument to hand waives compliance with Section 5.01(c) by itself on April 1, 2023. But the waiver of")
    assert "Section 5.01(a), in effect on that day if its conditions were met, names Section 5.01(c) in its scope" in beside
    past = words(run("waived", "5.01(c)", CREDIT, "--as-of", "2023-07-01").stdout)
    assert past.startswith("No instrument to hand waives compliance with Section 5.01(c) on July 1, 2023. It is named")
    assert "to June 30, 2023, that day included; ran out before this day" in past
    assert "It is named, and not waived by itself, in: - Limited Waiver, § 1, p. 1, which waives Section 5.01(a)" in beside
    assert beside.count("Limited Waiver, § 1, p. 1") == 1
    refused(run("waived", "99.9", CREDIT), 6, "No provision 99.9 stands in the text")
    refused(run("waived", "Amendment No. 2:3", CREDIT), 6, "names no provision of the agreement")
    after = words(run("waived", "5.01", CREDIT, "--as-of", "2023-07-01").stdout)
    assert after.startswith("No instrument to hand waives compliance with Section 5.01 on July 1, 2023.")
    assert "(waives Section 5.01(a)): from March 24, 2023 to June 30, 2023, that day included; ran out before this day." in after
    assert "that day included; not yet in effect on this day" in words(run("waived", "5.01(a)", CREDIT, "--as-of", "2023-03-01").stdout)
    assert after.count("solely to the extent necessary") == 1
    assert "from" not in words(run("waived", "7.01", CREDIT).stdout)
    refused(run("waived", "(a)", CREDIT), 6, "names no provision")
    refused(run("waived", f"{CREDIT}/amendment-no-1.txt", CREDIT), 2, "name the provision first")


def test_evidence_is_entered_and_followed(tmp_path: Path) -> None:
    for file in Path(CREDIT).glob("*.txt"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "evidence.toml").write_text("# Of the closing\n")
    entered = ("--instrument", "Amendment No. 2", "--document", "closing binder", "--by", "Ada Thorne")
    first = run("evidence", str(tmp_path), "--at", "§ 3(a)", "--met", "2024-03-01", *entered)
    assert "if its conditions were met by March 29, 2024; 3 of 5 are proved; that day is past" in words(first.stdout)
    assert "met (on March 1, 2024: closing binder; entered by Ada Thorne on" in words(first.stdout)
    second = run("evidence", str(tmp_path), "--met", "2024-03-04", *entered)
    assert "In force from February 28, 2024." in words(second.stdout)
    assert (tmp_path / "evidence.toml").read_text().count("[[evidence]]") == 2
    assert "4.00 to 1.00" in run("show", str(tmp_path), "--provision", "6.01", "--as-of", "2024-02-28").stdout
    assert "3.75 to 1.00" in run("show", str(tmp_path), "--provision", "6.01", "--as-of", "2024-02-27").stdout
    failed = run("evidence", str(tmp_path), "--at", "3(b)", "--not-met", "2024-03-29", *entered)
    assert "It cannot take effect any more since March 30, 2024: the condition of § 3(b) was not met by March 29, 2024" in words(failed.stdout)
    assert "3.75 to 1.00" in run("show", str(tmp_path), "--provision", "6.01").stdout
    held = (tmp_path / "evidence.toml").read_text()
    for elsewhere in ("Exhibit A", "Amendment No. 1:3(b)"):
        refused(run("evidence", str(tmp_path), "--at", elsewhere, "--met", "2024-03-04", *entered), 6, "fits nothing here")
    early = words(run("status", str(tmp_path), "--as-of", "2021-06-01").stdout)
    assert "Not in force: the condition of § 3(b) was not met by March 29, 2024, the last day for it." in early
    assert "cannot take effect any more" not in early
    refused(run("evidence", str(tmp_path), "--at", "9", "--met", "2024-03-04", *entered), 6, "fits nothing here")
    refused(run("evidence", str(tmp_path), *entered), 2, "Give --met or --not-met")
    refused(run("evidence", str(tmp_path), "--met", "2999-01-01", *entered), 2, "January 1, 2999 is to come")
    refused(run("evidence", str(tmp_path), "--met", "2024-02-27", *entered), 6, "is of February 27, 2024, and it was made on February 28, 2024")
    assert (tmp_path / "evidence.toml").read_text() == held
    others = "Merrimont Bank N.A.,20\nFirst Osterly Trust Company,10\n"
    (tmp_path / "evidence.toml").unlink()  # with which the amendment failed
    (tmp_path / "commitments.csv").write_text(f"Corvane National Bank,10\nDuquaine Savings Bank,60\n{others}")
    assert "not met in the copies to hand; 40% of the commitments signed (commitments.csv)" in words(run("status", str(tmp_path)).stdout)
    (tmp_path / "commitments.csv").write_text(f"Corvane National Bank,10\n{others}")
    lacking = "consent of each Lender: not known, since the list of commitments does not hold DUQUAINE SAVINGS BANK"
    assert lacking in words(run("status", str(tmp_path)).stdout)


DATED = """\
HARBOR LEASE

This HARBOR LEASE is dated as of March 3, 2030, between Dunmere Quays Inc., a Delaware corporation (the "Owner"), and Tern Ferries LLC, a
Delaware limited liability company (the "Tenant").

The parties agree as follows:

Section 1. Rent. The Tenant shall pay the first rent not later than June 30, 2030, and the rest within ten Business Days after the launch.

IN WITNESS WHEREOF, the parties have executed this Lease.

DUNMERE QUAYS INC.

By: /s/ Ada Thorne
"""


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    file = tmp_path / "lease.txt"
    file.write_text(DATED)
    return file


def test_days_are_listed_with_what_the_others_wait_for(lease: Path) -> None:
    shown = words(run("dates", lease, "--as-of", "2030-04-01").stdout)
    assert "Coming (1) June 30, 2030: due by June 30, 2030; § 1, p. 1 “The Tenant shall pay" in shown
    assert "Without a day (1) due by 10 business days after the launch; § 1, p. 1" in shown
    assert "settled by: the day of the launch" in shown
    assert "settled by: a calendar of business days" in run("dates", lease, "--anchor", "the launch=2030-07-01").stdout
    assert "Past (1)" in run("dates", lease, "--as-of", "July 1, 2030").stdout


def test_business_days_and_a_calendar_file(lease: Path, tmp_path: Path) -> None:
    pytest.importorskip("holidays")
    pytest.importorskip("icalendar")
    set_ = ["--anchor", "the launch=2030-07-01", "--calendar", "US-NY", "--as-of", "2030-04-01", "--ics", tmp_path / "days.ics"]
    assert "July 16, 2030: due by 10 business days after the launch" in run("dates", lease, *set_).stdout
    assert "DTSTART;VALUE=DATE:20300716\r\n" in (tmp_path / "days.ics").read_bytes().decode()
    refused(run("dates", lease, "--calendar", "US"), 6, "names no state of US")
    before = lease.read_bytes()
    refused(run("dates", lease, "--ics", lease), 5, "lease.txt is one of the files that are given")
    refused(run("dates", lease, "--ics", tmp_path), 5, "exists and is no calendar")
    refused(run("dates", lease, "--ics", tmp_path / "none" / "days.ics"), 5, "cannot be written")
    assert lease.read_bytes() == before
    (tmp_path / "link.ics").symlink_to("days.ics")
    assert run("dates", lease, "--ics", tmp_path / "link.ics").returncode == 0
    assert (tmp_path / "link.ics").is_symlink()
    assert "20300716" not in (tmp_path / "days.ics").read_text()
    assert {one.name for one in tmp_path.iterdir()} == {"lease.txt", "days.ics", "link.ics"}


def test_a_build_holds_a_calendar_where_a_day_is_known(lease: Path, tmp_path: Path) -> None:
    result = run("build", lease, "-o", tmp_path / "out")
    try:
        import icalendar  # noqa: F401
    except ImportError:
        assert "no calendar.ics is written." in result.stderr
        assert not (tmp_path / "out" / "calendar.ics").exists()
        return
    assert "DTSTART;VALUE=DATE:20300630" in (tmp_path / "out" / "calendar.ics").read_text()
    assert run("build", lease, "-o", tmp_path / "out").returncode == 0


def test_an_anchor_without_a_day_is_refused(lease: Path) -> None:
    refused(run("dates", lease, "--anchor", "the launch"), 2, "sets no day")
    refused(run("dates", lease, "--anchor", "the launch=someday"), 2, "is no day")


def test_an_anchor_that_no_deadline_asks_for_is_told_with_those_that_do(lease: Path) -> None:
    refused(run("dates", lease, "--anchor", "the lunch=2030-07-01"), 6, "No deadline asks for the day of the lunch; these are asked for: launch.")
    twice = ["--anchor", "the launch=2030-07-01", "--anchor", "Launch=2030-07-02"]
    refused(run("dates", lease, *twice), 2, "--anchor sets Launch twice, and only one day can be meant.")


def test_a_phrase_is_told_at_each_place_and_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "agreement.txt").write_text(AGREEMENT.replace("ten million dollars", "ten sacks of fees and ten carts"))
    (tmp_path / "amendment.txt").write_text(FRAME.format(body='Section 2.1 is hereby amended by replacing "carts" with "barges".'))
    assert "Each Lender agrees to make loans in an amount of ten sacks of fees and ten" in words(run("why", tmp_path, "--provision", "2.1", "ten").stdout)
    assert "These words do not stand any more." in words(run("why", tmp_path, "--provision", "2.1", "carts").stdout)
    assert "Fees." in words(run("why", tmp_path, "--provision", "2.2", "FEES").stdout)
    assert "Fees." not in words(run("why", tmp_path, "--provision", "2.2", "fee").stdout)


def test_many_files_of_another_matter_are_counted_and_only_some_named(tmp_path: Path) -> None:
    for path in Path(CREDIT).iterdir():
        shutil.copy(path, tmp_path)
    for number in range(20):
        text = f"LEASE NO. {number}\n\nThis LEASE NO. {number}, dated as of May 2, 2019, is between MILLER {number} COMPANY and CARRIER {number} COMPANY.\n\nSection 1.1. Rent. The rent is ten crowns.\n"
        (tmp_path / f"lease-{number}.txt").write_text(text)
    told = run("show", tmp_path).stderr.splitlines()
    assert len(told) == 12
    assert told[0].endswith("is another agreement; this matter is that of credit-agreement.txt.")
    assert told[-1] == "conformed: 9 more files are left out, or taken in with a doubt: conformed chain lists them."
    listed = run("chain", tmp_path).stdout
    assert all(f"lease-{number}.txt is another agreement" in words(listed) for number in range(20))
