"""The HTML of a copy: parsed, and looked at in Chromium where it is installed."""

import itertools
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from conformed.chosen import Choice, chosen
from conformed.copied import copied
from conformed.views.copy.in_html import in_html
from tests.test_examples import built
from tests.views.test_copy import EXAMPLES, MARCH, credit, pieces
from tests.views.test_copy_pdf import HOSTILE, matter
from tests.views.test_to_docx import run

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


def parsed(text: str) -> Any:
    """The file as a parser reads it, which must have nothing to mend but elements younger than itself."""
    parser = html.HTMLParser(encoding="utf-8")
    page = html.document_fromstring(text.encode(), parser=parser)
    assert [one.message for one in parser.error_log if one.type_name != "HTML_UNKNOWN_TAG"] == []
    return page


def words_of(page: Any) -> list[str]:
    """The words of its text, without the notes."""
    (article,) = page.iter("article")
    for note in list(article.iter("aside")):
        note.drop_tree()
    return re.findall(r"\w+", "\n".join("".join(one.itertext()) for one in article.iter("p", "h2", "h3", "h4", "td", "th")))


@pytest.mark.parametrize("choice", [Choice(), Choice(as_of=MARCH), Choice(redline=True)])
@pytest.mark.parametrize("name", ["credit", "interconnection"])
def test_the_words_are_all_there_in_order_and_nothing_is_loaded_or_run(name: str, choice: Choice) -> None:
    copy = copied(chosen(built(EXAMPLES / name), choice))
    text = in_html(copy)
    page = parsed(text)
    rules = {row for block in copy.blocks for row in block.rows if row.rule}
    assert words_of(page) == re.findall(r"\w+", "".join(piece.text for piece in pieces(copy)))
    assert not rules or page.xpath("//tr[contains(@class, 'rule')]")
    assert not list(page.iter("script", "link", "img", "iframe", "form"))
    assert not re.search(r"url\(|@import|https?:|\son\w+=", text)
    assert page.get("lang") == "en-US"
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_cover_and_the_margin_tell_what_those_of_the_value_tell() -> None:
    copy = copied(credit(as_of=MARCH))
    page = parsed(in_html(copy))
    (cover,) = page.iter("header")
    told = " ".join(" ".join(cover.itertext()).split())
    for one in (one for section in copy.sections for one in section.told):
        assert all(" ".join(sentence.split()) in told for sentence in one.says)
    notes = [one for block in copy.blocks for one in block.notes if one.role != "page"]
    assert len(list(page.iter("aside"))) == len(notes)
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_redline_tells_what_was_put_in_and_struck_also_without_its_style() -> None:
    page = parsed(in_html(copied(credit(as_of=MARCH, redline=True))))
    assert "1.750%" in {"".join(one.itertext()) for one in page.iter("del")}
    assert any("Term SOFR" in "".join(one.itertext()) for one in page.iter("ins"))
    clean = parsed(in_html(copied(credit(as_of=MARCH))))
    assert not list(clean.iter("ins", "del"))
    assert {one.get("data-siglum") for one in clean.iter("span") if "if" in (one.get("class") or "").split()} <= {"2 if", None}


def test_the_words_of_a_document_are_never_markup_or_style() -> None:
    hostile = HOSTILE.replace("CREDIT AGREEMENT", 'CREDIT AGREEMENT "} </style><script>', 1) % ("A" * 3000, "_" * 200)
    text = in_html(copied(chosen(matter(hostile), Choice())))
    page = parsed(text)
    assert not list(page.iter("script"))
    assert "<script>alert(1)</script> &amp;" in "".join(page.itertext())
    assert len(list(page.iter("style"))) == 1
    assert text.count("</style>") == 1


def test_the_same_text_gives_the_same_file_and_the_command_writes_it(tmp_path: Path) -> None:
    text = in_html(copied(credit(as_of=MARCH)))
    run("write", EXAMPLES / "credit", "-o", tmp_path / "copy.html", "--as-of", "2024-03-01")
    assert (tmp_path / "copy.html").read_text(encoding="utf-8") == text


@pytest.mark.browser
@pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and chromedriver are not installed")
@pytest.mark.parametrize("width", [1300, 480])
def test_a_browser_lays_no_note_over_another_or_over_the_text(tmp_path: Path, width: int) -> None:
    file = tmp_path / "copy.html"
    file.write_text(in_html(copied(credit(as_of=MARCH, redline=True))), encoding="utf-8")
    options = Options()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={width},1000"):
        options.add_argument(argument)
    chrome = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        chrome.set_window_size(width, 1000)
        chrome.get(file.as_uri())
        wide, boxes, beside = chrome.execute_script(
            "const box = one => { const r = one.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };"
            "const text = document.querySelector('.text').getBoundingClientRect();"
            "return [document.documentElement.scrollWidth - innerWidth, [...document.querySelectorAll('.note')].map(box), text.right];"
        )
        assert wide <= 0
        assert len(boxes) > 20
        assert all(right - left > 60 and bottom - top > 8 for left, top, right, bottom in boxes)
        assert all(lower[1] >= upper[3] - 1 for upper, lower in itertools.pairwise(boxes))
        assert all((box[0] >= beside) == (width == 1300) for box in boxes)
        assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
    finally:
        chrome.quit()
