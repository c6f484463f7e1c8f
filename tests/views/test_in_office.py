"""Word documents that are written, as LibreOffice opens them: all changes accepted give the clean text, all rejected the one before."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from conformed.chosen import Choice, chosen
from conformed.document import from_text
from conformed.formats import docx
from conformed.instrument import ProvisionKind
from conformed.passes import Conformed
from conformed.version import Run
from conformed.views.set_out import Paragraph, set_out
from conformed.views.to_docx import to_docx
from conformed.views.to_text import to_text
from conformed.views.word_marks import parted
from tests.document.word import as_word
from tests.test_examples import built
from tests.version.agreements import HEAD
from tests.version.matters import amendment as ordering
from tests.version.matters import matter
from tests.version.test_laws import made
from tests.views.test_to_docx import EXAMPLES, nothing
from tests.views.test_within_docx import deal, joined, within

PYTHON = "/usr/bin/python3"  # the one for which the system's packages are


def _is_there() -> bool:
    if not (shutil.which("soffice") and Path(PYTHON).exists()):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not _is_there(), reason="LibreOffice or its Python is not installed (apt-get install libreoffice-writer-nogui python3-uno)"),
]


def shown(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """The text of each file in LibreOffice, blanks apart, and that of the redline with its changes accepted and rejected."""
    return {name: joined(text) for name, text in opened(folder, files).items()}


def opened(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """The same, line by line."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    done = {name: (name, "") for name in files}
    done |= {"accepted": ("redline", "AcceptAllTrackedChanges"), "rejected": ("redline", "RejectAllTrackedChanges")}
    jobs = [(f"{folder}/{name}.docx", f"{folder}/{made_}.txt", command) for made_, (name, command) in done.items()]
    script = Path(__file__).parent / "in_office.py"
    asked = json.dumps({"profile": f"{folder}/profile", "jobs": jobs})
    subprocess.run([PYTHON, str(script)], input=asked, text=True, check=True, timeout=200)
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in done}


def agrees(found: Mapping[str, str], of: Conformed) -> bool:
    """Whether all accepted is the clean text, which is that of the matter, and all rejected the base."""
    words = {"clean": of.version.root, "accepted": of.version.root, "base": of.version.base, "rejected": of.version.base}
    return all(found[name] == joined(to_text(root)) for name, root in words.items())


def written(of: Conformed) -> dict[str, bytes]:
    """A text, its redline and its base, each written from nothing."""
    who = {one.id: (one.link, one.effective) for one in of.entries}
    paragraphs = set_out(of.version.root)
    return {
        "clean": to_docx("Deal", paragraphs, who),
        "redline": to_docx("Deal", paragraphs, who, redline=True),
        "base": to_docx("Deal", set_out(of.version.base), who),
    }


def test_a_redline_of_the_example(tmp_path: Path) -> None:
    credit = built(EXAMPLES / "credit")
    choices = {"clean": Choice(), "redline": Choice(redline=True), "base": Choice(after=0)}
    assert agrees(shown(tmp_path, {name: docx(chosen(credit, choice), nothing) for name, choice in choices.items()}), credit)


@pytest.mark.parametrize("seed", [4, 7])
def test_a_redline_of_a_matter(tmp_path: Path, seed: int) -> None:
    one = matter(Random(seed))
    of = made(one.base, one.instruments)
    assert agrees(shown(tmp_path, written(of)), of)


@pytest.mark.parametrize("counted", [False, True])
def test_a_redline_within_the_file_of_the_agreement(tmp_path: Path, *, counted: bool) -> None:
    one = matter(Random(7))
    base = as_word(from_text("base.txt", one.base.encode()), counted=counted)
    of, document = deal(base, one.instruments)
    files = {"clean": within(base, of, document), "redline": within(base, of, document, redline=True), "base": base}
    assert agrees(shown(tmp_path, files), of)


def test_the_example_within_a_file(tmp_path: Path) -> None:
    credit = EXAMPLES / "credit"
    base = as_word(from_text("base.txt", (credit / "credit-agreement.txt").read_bytes()), counted=True)
    of, document = deal(base, [one.read_text() for one in sorted(credit.glob("amendment*.txt"))])
    files = {"clean": within(base, of, document), "redline": within(base, of, document, redline=True), "base": base}
    assert agrees(shown(tmp_path, files), of)


def test_a_paragraph_put_in_behind_words_that_gave_way_leaves_the_next_where_it_was(tmp_path: Path) -> None:
    def paragraph(*runs: Run) -> Paragraph:
        return Paragraph(ProvisionKind.PARAGRAPH, "", 0, (), runs)

    text = [
        paragraph(Run("The Borrower shall pay the fee ", None), Run("when due.", None, struck="1-1"), Run("monthly;", None, added="1-1")),
        paragraph(Run("and shall pay the costs.", None, added="1-1")),
        paragraph(Run("The Agent shall tell the Lenders.", None)),
    ]
    who = {"1-1": ("Amendment No. 1", None)}
    done = opened(tmp_path, {"redline": to_docx("Deal", parted(text), who, redline=True)})
    assert done["accepted"].splitlines() == ["The Borrower shall pay the fee monthly;", "and shall pay the costs.", "The Agent shall tell the Lenders."]
    assert done["rejected"].splitlines() == ["The Borrower shall pay the fee when due.", "The Agent shall tell the Lenders."]


def test_a_paragraph_put_in_behind_added_words_leaves_the_next_where_it_was(tmp_path: Path) -> None:
    orders = (
        'Section 2.1 of the Credit Agreement is hereby amended by adding "and of the barge" at the end thereof.',
        "Section 2.1 of the Credit Agreement is hereby amended by adding the following new paragraph at the end thereof: \"The Agent keeps the books.\"",
    )
    text = f"{HEAD}\nSection 2.1. Toll. The miller takes the toll of the mill\n\nSection 2.2. Rent. The rent is ten crowns.\n"
    of = made(text, [ordering(0, [*orders])])
    assert [str(one.kind) for one in of.version.outcomes] == ["applied", "applied"]
    who = {one.id: (one.link, one.effective) for one in of.entries}
    done = opened(tmp_path, {"redline": to_docx("Deal", parted(set_out(of.version.root)), who, redline=True)})
    for name, root in (("accepted", of.version.root), ("rejected", of.version.base)):
        lines = [" ".join(line.split()) for line in done[name].splitlines() if line.strip()]
        assert [line for line in lines if line in {one.words().strip() for one in set_out(root)}] == lines
