import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import Document, Unreadable, delivered

PARTS = st.sampled_from(
    ["# ", "## ", "**", "*", "_", "~~", "`", "```\n", "> ", "- ", "1. ", "(a) ", "| ", "|---|\n", "\n", "\n\n", "    ", "<br>", "<table>", "</s>", "<!-- ",
     "[x](y)", "![x](y)", "\\_", "&amp;", "---\n", "____\n", "Each Lender", "shall pay.", "$5", "“fee”", "\0"]
)  # fmt: skip


def read(text: str, name: str = "deal.md") -> Document:
    (document,) = delivered(name, text.encode()).documents
    return document


@pytest.mark.parametrize(("text", "reading"), [
    ("# AMENDMENT\n\n**1.** The *Agent* `agrees`.", "AMENDMENT\n1. The Agent agrees."),
    ("AMENDMENT\n=========\n\nIt is made.", "AMENDMENT\nIt is made."),
    ("3. one\n1. two", "3. one\n4. two"),
    ("1) one\n   - inner\n2) two", "1) one\n• inner\n2) two"),
    ("It reads:\n\n> “Fee” means five dollars.\n\nNothing else changes.", "It reads:\n“Fee” means five dollars.\nNothing else changes."),
    ("The fee is ~~one~~ two <s>or three </s>percent.", "The fee is two percent."),
    ("By: \\_\\_\\_\\_\nName: Ada Thorne<br>Title: President", "By: ____\nName: Ada Thorne\nTitle: President"),
    ("See [Section 2](https://example.com) &amp; [Reserved].\n\n[Reserved]: none", "See Section 2 & [Reserved].\n[Reserved]: none"),
    ("    (a) what a typist indents is said too", "(a) what a typist indents is said too"),
    ("| Level | Margin |\n|---|---:|\n| I | 1.75% |\n| II | 2.25% |", "Level\tMargin\nI\t1.75%\nII\t2.25%"),
    ("<table><tr><td>Level</td><td>I</td></tr><tr><td>Margin</td><td>2%</td></tr></table>", "Level\tI\nMargin\t2%"),
    ("One.\n\n---\n\n<!-- not -->\nTwo.", "One.\nTwo."),
])  # fmt: skip
def test_marks_of_markup_do_not_stand_in_the_reading(text: str, reading: str) -> None:
    assert read(text).reading.text == reading


def test_a_blank_to_be_signed_is_kept_and_a_rule_is_none() -> None:
    assert "____" in read("ALDER CORP.\n\n____\n\nAda Thorne").text
    assert "---" not in read("One.\n\n---\n\nTwo.").text


MARKED = "# Amendment\n\nIt is made.\n\n## One\n\nIt says.\n\n## Two\n\nIt **ends**."


@pytest.mark.parametrize(("name", "marked"), [
    ("deal.md", True), ("DEAL.MARKDOWN", True), ("deal", True), ("deal.txt", False), ("deal.zip, v1.2/deal", True), ("deal.zip, deal.txt", False)
])  # fmt: skip
def test_a_text_is_marked_up_by_its_name_or_where_it_has_none(name: str, marked: bool) -> None:
    assert ("**" not in read(MARKED, name).reading.text) is marked


def test_a_text_with_no_ending_to_its_name_and_a_few_signs_is_none() -> None:
    assert read("# 5 of the list\n\nThe fee is *not* due.", "deal").reading.text.endswith("The fee is *not* due.")


def test_each_word_leads_back_to_its_line_of_the_file() -> None:
    document = read("# One\n\nTwo\nthree\n\n1. Four\n\n> Five")
    assert [(document.text[at:].split(None, 1)[0], line) for at, line in document.elements] == [
        ("One", 1), ("Two", 3), ("three", 4), ("1.", 6), ("Five", 8)
    ]  # fmt: skip


@given(st.lists(PARTS, max_size=60).map("".join))
def test_any_markup_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        document = read(text)
    except Unreadable:
        return
    joined = "\n".join(document.reading.text[p.start : p.end] for p in document.paragraphs)
    assert joined == document.reading.text == joined.strip()


@pytest.mark.parametrize("text", ["> " * 500 + "deep", "\n".join("  " * depth + "- x" for depth in range(200))])
def test_what_nests_too_deep_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"deal.md nests"):
        read(text)


def test_what_is_longer_than_any_agreement_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"deal.md is longer than"):
        read("a " * (3 << 20))


def test_bars_without_end_make_no_table() -> None:
    few, many = ("| a | b |\n|---|---|\n" + "| Fee | Rate |\n" * rows for rows in (9, 34_000))
    assert "|" not in read(few).reading.text
    assert read(many).reading.text.count("| Fee | Rate |") == 34_000


@pytest.mark.parametrize("text", ["*a **b " * 2000, "[" * 20000, "`a``b" * 4000, "a\n" * 20000, "- a\n" * 5000, "<a " * 5000, "~~a" * 5000])
def test_hostile_text_takes_no_more_than_its_time(text: str) -> None:
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 6


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "markdown_it", None)
    with pytest.raises(Unreadable, match=r"conformed\[formats\]"):
        read("# One")
