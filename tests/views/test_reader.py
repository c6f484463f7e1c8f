"""The reading page as text: no word of a document lost, doubled, or taken for markup."""

import base64
import datetime
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conformed.basis import Span
from conformed.views.page import Page, PageCandidate, PageRun
from conformed.views.places import at, place, where
from conformed.views.reader.chain import chain_of
from conformed.views.reader.head import heading_end, number_end
from conformed.views.reader.outline import outline_of
from conformed.views.reader.rows import Row
from conformed.views.to_html import to_html
from tests.test_examples import built

from .reader_pages import long_page, one_provision, plain_page, run, skeleton_page, small_page

Day = datetime.date
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PAGES = {"small": small_page, "skeleton": skeleton_page, "plain": plain_page}


class Shown(HTMLParser):
    """The words within the element of an id: all of them, or without those that are hidden; no notes."""

    VOID = ("input", "meta", "br", "link")

    def __init__(self, element: str, hidden: bool) -> None:
        super().__init__()
        self.element, self.hidden = element, hidden
        self.words: list[str] = []
        self.stack: list[tuple[bool, bool]] = []  # within the element, passed over

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        within, over = self.stack[-1] if self.stack else (False, False)
        within = within or told.get("id") == self.element
        over = over or tag in ("button", "script", "style") or ("hidden" in told and not self.hidden)
        if tag not in self.VOID:
            self.stack.append((within, over))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] == (True, False):
            self.words.append(data)


def words(text: str, element: str, *, hidden: bool = False) -> str:
    shown = Shown(element, hidden)
    shown.feed(text)
    assert not shown.stack, "every element is closed"
    return "".join("".join(shown.words).split())


def test_each_word_of_the_text_stands_on_the_page_once_and_in_order() -> None:
    page = small_page()
    text = to_html(page)
    for provision in page.provisions:
        if provision.run_in or provision.kind == "row" or any(run.ours for run in provision.runs):
            continue  # these have tests of their own
        own = "".join("".join(run.text.split()) for run in provision.runs)
        there = words(text, provision.id, hidden=True)
        for lacuna in re.findall(r"Textnottohand[.:].*?(?=maintained|$)", there):
            there = there.replace(lacuna, "", 1)
        assert there.startswith(own), provision.path


def test_the_page_as_made_shows_the_text_of_its_day() -> None:
    text = to_html(small_page())
    assert "notexceeding$8,000,000;" in words(text, "p12")
    assert "eighteenmonths" in words(text, "p13")
    assert "oneyear" not in words(text, "p13")
    assert words(text, "p8") == "“PermittedSale”[DeletedbyAmendmentNo.2]"
    assert words(text, "p20") == "Section2.3.[DeletedbyAmendmentNo.2]"
    early = to_html(small_page(Day(2020, 1, 1)))
    assert "notexceeding$5,000,000;" in words(early, "p12")
    assert "oneyear" in words(early, "p13")
    assert words(early, "p7") == ""


@pytest.mark.parametrize("name", PAGES)
def test_every_kind_of_matter_makes_a_page(name: str) -> None:
    assert "Keys and marks" in to_html(PAGES[name]())


def test_views_colors_and_margin_are_explained() -> None:
    text = to_html(small_page())
    told = text[text.index('<dialog id="help"') : text.index("</dialog>")]
    for words in ("Conformed", "Redline", "Sources", "Colors and signs", "Notes in the margin", "open point"):
        assert words in told
    assert "The number printed on that page may be another." in told
    assert "a dashed stretch of the timeline" not in told, "this timeline has none"
    late = to_html(small_page(Day(2040, 1, 1)))
    assert 'class="far"' in late
    assert "a dashed stretch of the timeline" in late
    assert '<span class="sample-waived"></span><span class="unseen">hatched bar' in told
    assert "olour" not in text


def test_what_is_known_of_an_agreement_that_is_not_to_hand_is_said_plainly() -> None:
    text = to_html(skeleton_page())
    assert "not to hand: what it says is known only where an instrument quotes it" in text
    assert "known only so far as" not in text
    assert "<h3>Dates</h3>" in to_html(small_page())


def test_term_of_a_definition_deleted_stands_once() -> None:
    term = run("“Lien” means any mortgage.", page=1)
    ours = run("“Lien” [Deleted by Amendment No. 2]", added="2-1", ours=True)
    made = one_provision(term, ours, kind="definition", path="1.01#Lien", number=None, struck="2-1")
    assert words(to_html(made), "p1") == "“Lien”[DeletedbyAmendmentNo.2]"


def test_thirty_amendments_share_a_line_of_the_headnote() -> None:
    text = to_html(long_page(40))
    assert "30 amendments; those with a filled mark are in force on this day." in text


def everything_hostile(page: Page, words: str) -> Page:
    """A page with `words` in each of its texts."""
    told: list[Any] = [*page.instruments, *page.entries, *page.provisions, *page.waivers, *page.documents]
    told += page.findings
    kept = {getattr(one, name, "") for one in told for name in ("id", "kind")}
    kept |= {"applied", "unapplied", "held", "override", "met", "unproved", ""}

    def within(value: object) -> object:
        if isinstance(value, dict):
            return {key: within(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [within(inner) for inner in value]
        if isinstance(value, str) and value not in kept and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return words
        return value

    return msgspec.convert(within(msgspec.to_builtins(page)), Page)


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "{{ 7 * 7 }}",
        '" onclick="alert(1)',
        "' autofocus onfocus='alert(1)",
        "<!--",
        "]]>",
        "\u2028&lt;",
    ],
)
def test_no_text_of_a_document_becomes_markup(words: str) -> None:
    page = everything_hostile(small_page(), words)
    text = to_html(page)
    plain = to_html(everything_hostile(small_page(), "words"))
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {"hostile": [], "plain": []}

    class Tags(HTMLParser):
        def __init__(self, into: list[tuple[str, tuple[str, ...]]]) -> None:
            super().__init__()
            self.into = into

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.into.append((tag, tuple(name for name, _ in attrs)))

    Tags(found["hostile"]).feed(text)
    Tags(found["plain"]).feed(plain)
    assert found["hostile"] == found["plain"]


def test_the_data_block_is_json_that_cannot_end_its_element() -> None:
    page = everything_hostile(small_page(), "</script><!--")
    block = re.search(r'<script type="application/json" id="matter">(.*?)</script>', to_html(page), re.DOTALL)
    assert block
    assert "<" not in block[1]
    assert json.loads(block[1])["title"] == "</script><!--"


def test_the_policy_forbids_all_but_the_page_own_script() -> None:
    text = to_html(small_page())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy
    assert script
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert "default-src 'none'" in policy[1]
    assert f"script-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert "@import" not in text
    assert "url(" not in text


def test_a_page_that_prints() -> None:
    text = to_html(small_page())
    assert "@media print" in text
    assert "size: Letter" in text


def test_two_builds_of_one_page_are_the_same() -> None:
    assert to_html(small_page()) == to_html(small_page())


def test_a_number_and_heading_apart_from_the_words_stand_before_them() -> None:
    made = one_provision(run("The Borrower shall pay.", page=1), number="Section 9.9.", heading="Fees.")
    assert words(to_html(made), "p1") == "Section9.9.Fees.TheBorrowershallpay."


def test_a_section_that_is_deleted_keeps_its_number() -> None:
    body = run("The Borrower shall pay.", page=1, struck="2-1")
    ours = run("[Deleted by Amendment No. 2]", added="2-1", ours=True)
    made = one_provision(body, ours, number="Section 9.9.", heading="Fees.", struck="2-1")
    assert words(to_html(made), "p1") == "Section9.9.[DeletedbyAmendmentNo.2]"
    early = msgspec.structs.replace(made, today=Day(2020, 1, 1))
    assert words(to_html(early), "p1") == "Section9.9.Fees.TheBorrowershallpay."


def test_a_change_that_runs_over_several_clauses_bears_one_siglum() -> None:
    made = one_provision(run("The Borrower shall", added="2-6"), number="9.9", added="2-6")
    clauses = [
        msgspec.structs.replace(
            made.provisions[0], id=f"p{order}", path=f"9.9{letter}", number=letter, kind="clause", run_in=True
        )
        for order, letter in ((2, "(a)"), (3, "(b)"))
    ]
    text = to_html(msgspec.structs.replace(made, provisions=(*made.provisions, *clauses)))
    assert text.count('data-siglum="2"') == 1


def test_rows_with_replaced_cells_keep_their_columns() -> None:
    text = to_html(small_page())
    row = text[text.index('id="p19"') : text.index("</tr>", text.index('id="p19"'))]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert [re.sub(r"<[^>]*>", "", cell) for cell in cells] == [
        "IIII",
        "2.00 to 1.00 or more" * 2,
        "1.75%1.60%",
    ]


@pytest.mark.parametrize(
    "runs",
    [
        (),
        (run(""),),
        (run(lacuna="all of it"),),
        (run(lacuna=""), run("known", added="1-1"), run(lacuna="the rest", struck="2-1")),
        (run("9.9"),),
        (run("\t\n \u00a0"),),
        (run("SECTION 9.9 — Reports", added="none-such", struck="none-such"),),
        (run("[Reserved]", added="1-1", ours=True),),
        (run("9.9 x", page=0, span=Span("no-such-document", 0, 3)),),
    ],
)
@pytest.mark.parametrize(
    "kind", ["section", "clause", "article", "part", "definition", "row", "signature", "title", "new kind"]
)
def test_no_run_however_odd_stops_the_page(runs: tuple[PageRun, ...], kind: str) -> None:
    plain = to_html(one_provision(*runs, kind=kind))
    marked = to_html(
        one_provision(*runs, kind=kind, run_in=True, added="1-1", heading="Reports", outline=True, level=9)
    )
    for word in " ".join(one.text for one in runs).split():
        assert word in plain
        assert word in marked


def test_a_finding_that_points_nowhere_is_still_told() -> None:
    page = small_page()
    finding = msgspec.structs.replace(
        page.findings[1],
        provisions=("gone",),
        nearest=PageCandidate("9.1", "x", "gone", None),
        instrument="99",
    )
    waiver = msgspec.structs.replace(page.waivers[0], instrument="99", places=("gone",), last=None)
    html = to_html(msgspec.structs.replace(page, findings=(finding,), waivers=(waiver,), instruments=()))
    assert finding.says in html


def test_an_instrument_of_which_no_day_is_known_stands_at_the_first_of_the_page() -> None:
    page = small_page()
    undated = msgspec.structs.replace(page.instruments[0], dated=None, effective=None, day=None)
    (shown,) = chain_of(msgspec.structs.replace(page, instruments=(undated,))).instruments
    assert shown.day == page.first
    assert shown.undated


def test_neighbours_never_share_colour_and_underline() -> None:
    tones = [one.tone for one in chain_of(long_page(1)).instruments]
    assert all(one != other for one, other in pairwise(tones))


def test_the_outline_marks_a_section_for_what_stands_within_it() -> None:
    lines = {line.label: line for line in outline_of(small_page())}
    assert set(lines["Defined Terms"].changes) == {"1", "2"}
    assert set(lines["Letters of Credit"].changes) == {"1", "2", "4"}
    assert lines["Liens"].findings == [3]
    assert lines["Leverage"].waivers == ["W-1"]
    assert "Base Rate" not in lines
    assert "Permitted Sale" in lines
    assert lines["Termination Date"].changes == {"1": ["1-5"]}, "an override changes what it says"


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Section 2.04. Letters of Credit", "2.04", " Letters of Credit"),
        ("2.04 Letters", "2.04", " Letters"),
        ("2.045 Letters", "2.04", "2.045 Letters"),
        ("2.04.1 Letters", "2.04", "2.04.1 Letters"),
        ("(a) the Borrower", "(a)", " the Borrower"),
        ("(a) the Borrower", "a", " the Borrower"),
        ("ARTICLE IV\nCOVENANTS", "Article IV", "\nCOVENANTS"),
        ("Within ten days", "(a)", "Within ten days"),
    ],
)
def test_where_a_number_ends(text: str, number: str, rest: str) -> None:
    assert text[number_end(text, number) :] == rest


def test_where_a_heading_ends() -> None:
    text = "2.04  Letters\nof  Credit.  The Issuer"
    assert text[heading_end(text, 4, "Letters of Credit") :] == "  The Issuer"
    assert heading_end(text, 4, "Fees") == 4


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("6.01(a)", "Section 6.01(a)"),
        ("1.01#Lien", "Section 1.01, “Lien”"),
        ("#Lien", "“Lien”"),
        ("Exhibit A/3(b)", "Exhibit A, 3(b)"),
        ("Attachment 2/7.3", "Attachment 2, Section 7.3"),
        ("5.1~sentence 2", "Section 5.1, sentence 2"),
        ("Article VII", "Article VII"),
        ("3/end", "Section 3, at the end"),
        ("*", "The whole agreement"),
    ],
)
def test_a_place_in_words(path: str, says: str) -> None:
    assert where(path) == says


def test_a_place_in_an_instrument() -> None:
    assert at("1.1(a)") == "§\u00a01.1(a)"
    assert place("Recital B", 2) == "Recital B, p.\u00a02"
    assert place(None, None) == ""


def test_a_number_that_replaces_another_is_a_change_as_any_other() -> None:
    numbers = (run("SECTION 9.8.", page=1, struck="2-6"), run("SECTION 9.9.", page=2, added="2-6"))
    body = run("The Borrower shall pay.", page=1)
    made = one_provision(body, number="SECTION 9.9.", heading="Fees.")
    made = msgspec.structs.replace(
        made, provisions=(msgspec.structs.replace(made.provisions[0], numbers=numbers),)
    )
    text = to_html(made)
    assert words(text, "p1") == "SECTION9.9.Fees.TheBorrowershallpay."
    assert words(text, "p1", hidden=True) == "SECTION9.8.SECTION9.9.Fees.TheBorrowershallpay."
    assert '<span class="r num e" data-s="2-6"' in text
    assert text.count('data-entry="2-6"') == 1
    early = msgspec.structs.replace(made, today=Day(2020, 1, 1))
    assert words(to_html(early), "p1") == "SECTION9.8.Fees.TheBorrowershallpay."


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (("less than 2.25 to 1.00",), (10,)),
        (("of the Borrower", "in arrears"), (2, 40)),
        (("(Section 4.02)",), (2,)),
    ],
)
def test_a_row_without_figures_set_deeper_carries_on_the_row_above(
    cells: tuple[str, ...], columns: tuple[int, ...]
) -> None:
    assert Row(cells, columns).carries_on(Row(("II", "1.50 to 1.00 or greater but", "2.000%"), (0, 10, 40)))


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (("III",), (0,)),  # as far out as the row above
        (("$75,000,000",), (44,)),  # a total
        (("Other grain", "--"), (2, 40)),
        (("Wheat", "by the ton", "1.750%"), (2, 10, 40)),
        (("less than 2.25 to 1.00",), ()),  # where it stands is not known
    ],
)
def test_a_row_of_its_own_carries_on_no_other(cells: tuple[str, ...], columns: tuple[int, ...]) -> None:
    assert not Row(cells, columns).carries_on(Row(("II", "1.50 to 1.00 or greater", "2.000%"), (0, 10, 40)))


def test_the_data_tell_where_an_instrument_stands_on_the_day_of_the_page() -> None:
    def told(day: Day) -> list[str]:
        return [one.standing.split(".")[0] for one in built(EXAMPLES / "credit").page(day).instruments]

    assert told(Day(2025, 1, 15))[1:3] == [
        "In force from June 30, 2022",
        "Ended by June 30, 2023 at the latest",
    ]
    assert told(Day(2021, 6, 1))[:2] == [
        "The agreement as signed",
        "Not yet in force; it counts from June 30, 2022",
    ]
    assert told(Day(2020, 1, 1))[0] == "Not yet made"
