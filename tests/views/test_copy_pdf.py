"""The PDF of a copy, read back with Conformed's own reader of PDF, and its pages looked at."""

import ctypes
import datetime
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from conformed.chosen import Choice, chosen
from conformed.copied import copied
from conformed.document import delivered, from_text
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.views.copy import Block, Copy, Piece, Row
from conformed.views.copy.in_pdf import in_pdf
from conformed.views.reader.words import title_case
from tests.test_examples import built
from tests.views.test_copy import EXAMPLES, MARCH, credit, pieces
from tests.views.test_to_docx import run


def read(data: bytes) -> str:
    (document,) = delivered("copy.pdf", data).documents
    return document.text


def beside(copy: Copy) -> str:
    """All that stands in the file of a copy but its text: cover, notes, marks."""
    told = [one for section in copy.sections for one in section.told] + [note for block in copy.blocks for note in block.notes]
    titles = [copy.name, copy.title, *copy.asked, *(section.title for section in copy.sections)]
    marks = [piece.mark for block in copy.blocks for one in block.paragraphs for piece in (*one.head, *one.body)]
    return "\n".join([*titles, *marks, *(" ".join((one.mark, one.head, *one.says)) for one in told)])


@pytest.mark.parametrize("choice", [Choice(), Choice(as_of=MARCH)])
@pytest.mark.parametrize("matter", ["credit", "interconnection"])
def test_the_text_is_all_there_in_order_and_nothing_but_it_and_its_notes(matter: str, choice: Choice) -> None:
    copy = copied(chosen(built(EXAMPLES / matter), choice))
    data = in_pdf(copy)
    text = re.findall(r"\w+", "".join(piece.text for piece in pieces(copy)))
    rest = iter(re.findall(r"\w+", read(data).rpartition("Marks")[2]))
    assert [word for word in text if not any(other == word for other in rest)][:1] == []
    more = Counter(re.findall(r"\w+", read(data))) - Counter(text) - Counter(re.findall(r"\w+", beside(copy)))
    heads = re.findall(r"\w+", f"{copy.when} {title_case(copy.title)} of")
    pages = {str(turn) for turn in range(1, len(pypdfium2.PdfDocument(data)) + 1)}
    assert set(more) - {*heads, *pages, *copy.name.upper().split()} == set()


@pytest.mark.parametrize("choice", [Choice(), Choice(redline=True), Choice(against=1)])
@pytest.mark.parametrize("matter", ["credit", "interconnection"])
def test_the_column_of_the_text_holds_its_letters_and_no_other(matter: str, choice: Choice) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W\d_]", "", re.sub(r"\[\w+( if)?\]", "", text))

    copy = copied(chosen(built(EXAMPLES / matter), choice))
    column = [page.get_textpage().get_text_bounded(66, 62, 72 * 5.95, 724) for page in pypdfium2.PdfDocument(in_pdf(copy))]
    first = next(turn for turn, text in enumerate(column) if "Marks" in text) + 1
    assert letters("".join(column[first:])) == letters("".join(piece.text for piece in pieces(copy)))


def test_the_cover_tells_the_open_points_of_the_command() -> None:
    told = " ".join(read(in_pdf(copied(credit(as_of=MARCH)))).split())
    listed = run("open", EXAMPLES / "credit")
    for number, title in re.findall(r"^## (\d+)\. (.+)$", listed, re.MULTILINE):
        assert f"{number} {title}" in told
    for settled in re.findall(r"^Settled by: (.+)\. \(In", listed, re.MULTILINE):
        assert f"Settled by: {settled}." in told


def test_the_same_text_gives_the_same_bytes_with_the_day_that_is_asked(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        typed = ["write", str(EXAMPLES / "credit"), "-o", str(tmp_path / seed / "copy.pdf"), "--as-of", "2024-03-01"]
        (tmp_path / seed).mkdir()
        subprocess.run([sys.executable, "-m", "conformed", *typed], check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
        made.append((tmp_path / seed / "copy.pdf").read_bytes())
    assert made[0] == made[1] == in_pdf(copied(credit(as_of=MARCH)))
    told = pypdfium2.PdfDocument(made[0]).get_metadata_dict()
    assert told["CreationDate"] == "D:20240301000000Z"
    assert told["Title"] == "CREDIT AGREEMENT"
    assert made[0] != in_pdf(copied(credit(as_of=datetime.date(2024, 3, 2))))


def test_the_file_has_an_outline_a_language_and_page_numbers() -> None:
    data = in_pdf(copied(credit()))
    held = pypdfium2.PdfDocument(data)
    titles = [one.get_title() for one in held.get_toc()]
    assert "Open points" in titles
    assert "SECTION 6.01. Total Leverage Ratio." in titles
    assert b"/Lang" in data
    assert pdfium.FPDFCatalog_IsTagged(held.raw)
    pages = [page.get_textpage().get_text_range() for page in held]
    assert all(f"{turn} of {len(pages)}" in text for turn, text in enumerate(pages, 1))
    assert all("Conformed copy, February 28, 2024" in text for text in pages[1:])


def marked(data: bytes) -> set[tuple[int, int, int]]:
    """The colors of the words."""
    found = set()
    for page in pypdfium2.PdfDocument(data):
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
            parts = [ctypes.c_uint() for _ in range(4)]
            pdfium.FPDFPageObj_GetFillColor(one.raw, *parts)
            found.add((parts[0].value, parts[1].value, parts[2].value))
    return found


def test_a_redline_shows_what_was_struck_in_the_color_of_its_instrument() -> None:
    clean, redline = in_pdf(copied(credit(as_of=MARCH))), in_pdf(copied(credit(as_of=MARCH, redline=True)))
    struck = "interest at a rate determined by reference to the LIBO Rate"
    assert struck not in " ".join(read(clean).split())
    assert struck in " ".join(read(redline).split())
    assert {(0x1B, 0x5A, 0x99), (0xA6, 0x3F, 0x0A)} <= marked(redline)


def test_no_note_lies_over_another_or_over_the_text() -> None:
    for page in pypdfium2.PdfDocument(in_pdf(copied(credit(as_of=MARCH, redline=True)))):
        text = page.get_textpage()
        boxes = [text.get_rect(turn) for turn in range(text.count_rects())]
        right = [box for box in boxes if box[0] > 72 * 6.05]
        assert all(box[2] < 72 * 8.5 - 40 for box in boxes)
        for turn, one in enumerate(right):
            for other in right[turn + 1 :]:
                wide = min(one[2], other[2]) - max(one[0], other[0])
                high = min(one[3], other[3]) - max(one[1], other[1])
                assert wide < 1 or high < 2, (one, other)


HOSTILE = """CREDIT AGREEMENT

dated as of March 1, 2020

between

ACME #panic("x") $1/0$ INC., as Borrower, and

*BANK* _N.A._ [x], as Lender

ARTICLE I
DEFINITIONS

SECTION 1.01. Defined Terms. #import "@preview/foo:1.0" <label> @ref `raw` $sum$ \\u{41} // comment /* no */ = Head

"Long" means %s and %s end.

"Letters" means \u4e2d\u6587 and \u2611 and \ue000 and \u202ereversed\u202c and \u03a9.

SECTION 1.02. <script>alert(1)</script> &amp; ]] } ) #{ let \x01\x02\x1b x.

(a) one

(i) two

(A) three

(1) four
"""


def matter(*texts: str) -> Conformed:
    return conformed([interpret(parse(from_text(f"{turn}.txt", text.encode()))) for turn, text in enumerate(texts)])


def test_the_words_of_a_document_are_never_markup() -> None:
    hostile = matter(HOSTILE % ("A" * 3000, "_" * 200))
    data = in_pdf(copied(chosen(hostile, Choice())))
    told = " ".join(read(data).split())
    assert 'ACME #panic("x") $1/0$ INC.' in told
    assert "*BANK* _N.A._ [x]" in told
    assert '#import "@preview/foo:1.0" <label> @ref `raw` $sum$ \\u{41} // comment /* no */ = Head' in told
    assert "<script>alert(1)</script> &amp; ]] } ) #{ let" in told
    assert "[U+4E2D][U+6587] and ☑ and [U+E000] and [U+202E]reversed[U+202C] and Ω" in told
    assert told.count("A" * 10) > 100
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        assert all(text.get_rect(turn)[2] < 72 * 5.95 for turn in range(text.count_rects()) if text.get_text_bounded(*text.get_rect(turn))[:3] == "AAA")


def test_no_word_of_a_wide_table_runs_into_the_next_cell() -> None:
    rows = tuple(Row(tuple((Piece(f"{letter * 30}"),) for letter in "ABCDEFGHIJKLMNOP"), headed=not turn, rule=False) for turn in range(80))
    table = Block("row", 0, "p1", "", 0, numbered=False, whole=False, named=False, paragraphs=(), rows=rows, notes=())
    held = pypdfium2.PdfDocument(in_pdf(Copy("Table", ("x",), None, False, (), (table,))))
    shown = "".join(page.get_textpage().get_text_range() for page in held)
    assert all(shown.count(letter) >= 30 * len(rows) for letter in "ABCDEFGHIJKLMNOP")
    text = held[1].get_textpage()
    boxes = [text.get_charbox(turn) for turn in range(text.count_chars()) if text.get_text_range(turn, 1) in set("ABCDEFGHIJKLMNOP")]
    left = [box for turn, box in enumerate(boxes) if any(abs(box[1] - other[1]) < 1 and other[0] < box[0] - 0.1 < other[2] - 0.6 for other in boxes[max(0, turn - 40) : turn])]
    assert left == []


def test_without_typst_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    code = "import sys, json; sys.modules['typst'] = None; sys.argv = json.loads(sys.argv[1]); from conformed.cli import run; run()"
    typed = ["conformed", "write", str(EXAMPLES / "credit"), "-o", str(tmp_path / "copy.pdf")]
    done = subprocess.run([sys.executable, "-c", code, json.dumps(typed)], capture_output=True, text=True, check=False)
    assert done.returncode == 5
    assert done.stderr == "conformed: PDF files need the extra `formats`: pip install 'conformed[formats]'.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_it(tmp_path: Path) -> None:
    said = run("write", EXAMPLES / "credit", "-o", tmp_path / "copy.pdf", "--as-of", "2024-03-01", "--without", "2")
    assert said == f"Wrote {tmp_path / 'copy.pdf'}: Text in force on March 1, 2024; without Amendment No. 2.\n"
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-1.7")
