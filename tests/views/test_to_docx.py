"""Word documents that are written: what stands in them, with the changes accepted and rejected."""

import datetime
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import given
from lxml import etree

from conformed.chosen import Choice, chosen
from conformed.formats import docx, text
from conformed.version import Run
from conformed.views.set_out import Paragraph, set_out
from conformed.views.to_docx import to_docx
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.version.matters import Matter, folded, matters
from tests.version.test_laws import made

EXAMPLES = Path(__file__).parents[2] / "examples"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def nothing(_: str) -> None:
    """No file is to hand."""


def body(data: bytes) -> Any:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read("word/document.xml"))


def words(data: bytes, *, accepted: bool) -> list[str]:
    """The words of a file with all of its changes accepted, or rejected."""
    gone = W + ("del" if accepted else "ins")
    found: list[str] = []
    for paragraph in body(data).iter(W + "p"):
        said = [one.text or "" for one in _shown(paragraph, gone)]
        found += "".join(said).split()
    return found


def _shown(element: Any, gone: str) -> Iterator[Any]:
    for child in element:
        if child.tag in {W + "t", W + "delText"}:
            yield child
        elif child.tag != gone:
            yield from _shown(child, gone)


@given(matters())
def test_a_redline_accepted_is_the_clean_text_and_rejected_the_text_before(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    root = result.version.root
    who: dict[str, tuple[str, datetime.date | None]] = {one.id: (one.link, one.effective) for one in result.entries}
    redline = to_docx("Deal", set_out(root), who, redline=True)
    clean = to_docx("Deal", set_out(root), who)
    joined = "".join(folded(to_text(root)))
    assert "".join(folded(" ".join(words(redline, accepted=True)))) == joined
    assert "".join(folded(" ".join(words(clean, accepted=True)))) == joined
    assert not list(body(clean).iter(W + "ins", W + "del"))
    if not any(link.restates for link in result.chain.links):
        assert "".join(folded(" ".join(words(redline, accepted=False)))) == "".join(folded(to_text(result.version.base)))


def test_each_change_bears_its_instrument_and_its_day() -> None:
    credit = built(EXAMPLES / "credit")
    changes = list(body(docx(chosen(credit, Choice(redline=True)), nothing)).iter(W + "ins", W + "del"))
    told = {(one.get(W + "author"), one.get(W + "date")) for one in changes}
    assert told == {("Amendment No. 1", "2022-06-30T00:00:00Z"), ("Amendment No. 2", "2024-02-28T00:00:00Z")}
    ids = [one.get(W + "id") for one in changes]
    assert len(ids) == len(set(ids))


def test_the_same_text_gives_the_same_file() -> None:
    credit = built(EXAMPLES / "credit")
    choice = Choice(as_of=datetime.date(2023, 1, 1))
    assert docx(chosen(credit, choice), nothing) == docx(chosen(credit, choice), nothing)
    assert text(chosen(credit, choice), nothing) != text(chosen(credit, Choice(after=0)), nothing)


def test_what_xml_cannot_hold_is_left_out_and_a_row_is_a_row() -> None:
    from conformed.instrument import ProvisionKind

    rows = [Paragraph(ProvisionKind.ROW, "", 0, (), (Run(f"{name}\t{share}\x0c", None),)) for name, share in (("I", "1.75%"), ("II", "2.25%"))]
    made_ = body(to_docx("A\x00", rows, {}))
    assert [["".join(cell.itertext()) for cell in row.iter(W + "tc")] for row in made_.iter(W + "tr")] == [["I", "1.75%"], ["II", "2.25%"]]


def run(*given_: "str | Path", code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", "conformed", *map(str, given_)], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_a_text_is_written_in_the_format_that_the_name_tells(tmp_path: Path) -> None:
    credit = EXAMPLES / "credit"
    assert run("write", credit, "-o", tmp_path / "deal.docx", "--as-of", "2024-03-01") == f"Wrote {tmp_path / 'deal.docx'}: Text in force on March 1, 2024.\n"
    run("write", credit, "-o", tmp_path / "deal.TXT", "--redline")
    assert (tmp_path / "deal.TXT").read_text() == run("show", credit, "--redline")
    assert "names a format: .txt, .docx, .xml, .pdf, .html, " in run("write", credit, "-o", tmp_path / "deal.xyz", code=2)
    assert "Give --as-of or --after" in run("write", credit, "-o", tmp_path / "deal.txt", "--as-of", "2024-03-01", "--after", "1", code=2)
    assert "cannot be written" in run("write", credit, "-o", tmp_path / "none" / "deal.txt", code=5)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["deal.TXT", "deal.docx"]
