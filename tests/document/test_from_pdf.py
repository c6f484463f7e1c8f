import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.document import Document, Unreadable, delivered
from conformed.document.from_pdf import from_pdf
from conformed.document.pdf_pages import Broken, pages
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import conformed
from conformed.views.to_text import to_text
from tests.typeset import by_hand, said, set_anew, stream, typeset
from tests.written import shown as shown_operation

LEND = "Each Lender severally agrees to make loans to the Borrower from time to time until the last day of the availability period, in an aggregate amount that does not exceed its commitment. "
FEE = "The Borrower shall pay to the Agent for the account of each Lender a fee on the unused amount of the commitment, in arrears, on the first day of each quarter. "
SCAN = by_hand(b"/X Do", stream(b"\xff" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray"))


def read(source: str, name: str = "deal.pdf") -> Document:
    (document,) = delivered(name, typeset(source)).documents
    return document


def shown(content: bytes, *more: bytes, page: bytes = b"") -> str:
    return delivered("deal.pdf", by_hand(content, *more, page=page)).documents[0].reading.text


def test_lines_are_joined_to_paragraphs_and_words_at_line_ends_too() -> None:
    document = read(f'#set page(width: 6cm)\n#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n{LEND}\n\n{FEE}')
    assert "-\n" in document.text
    assert document.reading.text == f"{LEND.strip()}\n{FEE.strip()}"


def test_indents_and_marked_clauses_stay() -> None:
    document = read(f"{LEND}\n\n#pad(left: 3em)[(a) {FEE}]\n\n#pad(left: 6em)[(i) {LEND}]")
    indents = [paragraph.indent for paragraph in document.paragraphs]
    assert indents[0] == 0 < indents[1] < indents[2]
    assert document.reading.text.split("\n")[1].startswith("(a) The Borrower")


def test_running_heads_and_page_numbers_are_passed_over_and_sentences_go_on_over_the_page() -> None:
    set_so = '#set page(width: 12cm, height: 8cm, header: [Loan Agreement #h(1fr) Execution Version], footer: context align(center)[#counter(page).display("- 1 -")])\n'
    prose = [" ".join(f"The {word} fee of the year is due on the day on which the {word} period ends, and bears no interest before." for word in words)
             for words in ("first second third fourth fifth sixth seventh eighth ninth".split(), "late early short long fair other next last".split())]  # fmt: skip
    document = read(set_so + "#pagebreak()\n".join(["A cover.", *prose]))
    assert document.pages > 3
    assert document.reading.text.split("\n")[2:] == prose
    assert "- 3 -" in document.text


def test_two_columns_are_read_one_behind_the_other() -> None:
    body = "\n\n".join(f"{number}. {LEND}{FEE}" for number in range(1, 9))
    head = '#set page(columns: 2, height: 14cm, header: [Lease #h(1fr) Page #context counter(page).display()])\n#set par(justify: true)\n'
    document = read(head + body)
    assert document.pages > 1
    assert document.reading.text.split("\n")[-8:] == [f"{number}. {(LEND + FEE).strip()}" for number in range(1, 9)]


def test_a_heading_over_both_columns_stands_where_it_does() -> None:
    columns = f"#columns(2)[{LEND}{FEE}#colbreak(){FEE}{LEND}]\n"
    document = read(f"{columns}\n#align(center)[PART TWO OF THE LEASE]\n\n{columns}")
    one, other = (LEND + FEE).strip(), (FEE + LEND).strip()
    assert document.reading.text.split("\n") == [one, other, "PART TWO OF THE LEASE", one, other]


def test_those_who_sign_beside_each_other_stay_so() -> None:
    blocks = [
        ("ALDER MILLING CORP.", "By: ______________", "Name: Ada Thorne", "Title: President"),
        ("BIRCH BANK, N.A.", "By: /s/ Ben Oakes", "Name: Ben Oakes", "Title: Vice President of the Bank"),
    ]
    cells = ", ".join("[" + " \\ ".join(map(said, block)) + "]" for block in blocks)
    document = read(f"{LEND}\n\n#grid(columns: (1fr, 1fr), {cells})")
    assert document.reading.text.split("\n")[1:] == ["\t".join(row) for row in zip(*blocks, strict=True)]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Level", "Total Leverage Ratio", "Margin"), ("I", "less than 1.50 to 1.00", "1.75%"), ("II", "1.50 to 1.00 or greater", "2.25%")]
    cells = ", ".join(f"[{said(cell)}]" for row in rows for cell in row)
    document = read(f"{LEND}\n\n#table(columns: 3, {cells})\n\n{FEE}")
    assert document.reading.text.split("\n") == [LEND.strip(), *map("\t".join, rows), FEE.strip()]


def test_each_character_leads_back_to_its_page_of_the_file() -> None:
    document = read(f"#page[]\n#page[#rect(width: 1cm)]\n{LEND}\n#pagebreak()\n#pagebreak(weak: false)\n{FEE}")
    for offset, character in enumerate(document.reading.text):
        if not character.isspace():
            assert document.text[document.reading.source(offset)] == character
    pages_of = [document.page(document.reading.source(paragraph.start)) for paragraph in document.paragraphs]
    assert pages_of == [page for _, page in document.elements]
    assert pages_of[0] == 3
    assert document.page(document.text.index("The Borrower shall")) == pages_of[-1] > 3


def test_a_page_that_is_turned_is_read_along_its_words() -> None:
    words = b"BT /F 12 Tf 0 1 -1 0 %d 100 Tm (%s) Tj ET\n"
    turned = words % (100, b"Each Lender shall pay") + words % (114, b"its share of the costs.")
    upright = b"BT /F 12 Tf 100 30 Td (Filed) Tj ET\n"
    assert shown(turned, page=b"/Rotate 90") == "Each Lender shall pay its share of the costs."
    assert shown(turned + upright).split("\n") == ["Each Lender shall pay its share of the costs.", "Filed"]


def test_ligatures_and_soft_hyphens_are_the_letters_they_stand_for() -> None:
    document = read('#set text(hyphenate: false)\nThe of\ufb01cer con\ufb01rms the di\u00adfferent \ufb02oor.')
    assert document.reading.text == "The officer confirms the different floor."


def test_a_word_printed_twice_to_be_bold_is_one() -> None:
    twice = b"BT /F 12 Tf 72 700 Td (The Agent) Tj ET BT /F 12 Tf 72.4 700 Td (The Agent) Tj ET"
    assert shown(twice) == "The Agent"


def test_a_scan_is_refused_and_pages_without_text_are_told() -> None:
    with pytest.raises(Unreadable, match=r"^scan\.pdf is a PDF without text, as of a scan: .*\.$"):
        delivered("scan.pdf", SCAN)
    held = delivered("deal.pdf", typeset(f"{LEND}\n#pagebreak()\n#rect()\n#pagebreak()\n#rect()\n#pagebreak()\n#rect()\n#pagebreak()\n{FEE}\n#pagebreak()\n#rect()"))
    assert held.passed == ("deal.pdf: pages 2 to 4, 6 hold no text, as of a scan, and are not read.",)
    assert delivered("deal.pdf", typeset(LEND)).passed == ()


def test_a_page_whose_signs_name_no_letters_holds_no_text() -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 3/LastChar 6/Widths[500 500 500 500]/Encoding<</Differences[3/g1/g2/g3/g4]>>>>"
    with pytest.raises(Unreadable, match="without text"):
        shown(b"BT /G 12 Tf 72 700 Td <0304050603> Tj ET", font, page=b"/Resources<</Font<</G 6 0 R>>>>")


LOCKED = by_hand(b"BT ET").replace(
    b"/Root 1 0 R", b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
)


@pytest.mark.parametrize(("data", "says"), [
    (LOCKED, "opens with a password"),
    (b"%PDF-1.7\n", "damaged"),
    (typeset(LEND)[:700], "damaged"),
    (by_hand(b"BT /F 12 Tf 72 700 Td" + b" (%s) Tj" % (b"ab " * 9000) * 40 + b" ET", packed=True), "asks for more"),
    (by_hand(b"BT /F 12 Tf 72 700 Td (Fee) Tj ET").replace(b"[3 0 R]/Count 1", b"[" + b"3 0 R " * 5001 + b"]/Count 5001"), "5,001 pages"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=rf"^deal\.pdf .*{says}.*: [^.]*\.$"):
        delivered("deal.pdf", data)


def test_what_stands_beside_the_text_of_a_page_is_told_and_nothing_runs() -> None:
    words = b"BT /F 12 Tf 72 700 Td (The fee is due.) Tj ET"
    note, link = b"<</Type/Annot/Subtype/%s/Rect[9 9 99 99]/Contents(struck)>>", b"/Annots[6 0 R]"
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(%s)/Rect[9 9 99 99]>>"
    told = ("deal.pdf: what notes, marks and filled fields say on page 1 is not read.",)
    assert delivered("deal.pdf", by_hand(words, note % b"StrikeOut", page=link)).passed == told
    assert delivered("deal.pdf", by_hand(words, field % b"June", page=link)).passed == told
    assert delivered("deal.pdf", by_hand(words, field % b"", page=link)).passed == ()
    assert delivered("deal.pdf", by_hand(words, note % b"Link", page=link)).passed == ()
    script = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    files = b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>"
    held = delivered("deal.pdf", by_hand(words, stream(b"MZ", b"/Type/EmbeddedFile"), catalog=script + files))
    assert held.documents[0].reading.text == "The fee is due."
    assert held.passed == ("deal.pdf: 1 attached file in it is not read.",)


def test_a_file_that_asks_for_any_time_ends_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do " * 10, form % (number + 7)) for number in range(12)]
    monkeypatch.setattr("conformed.document.pdf_pages.SECONDS", 1)
    started = time.monotonic()
    with pytest.raises(Unreadable, match="asks for more"):
        delivered("deal.pdf", by_hand(b"/X Do", *forms, stream(b"BT ET", form % 5)))
    assert time.monotonic() - started < 30


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=re.escape("pip install 'conformed[formats]'")):
        from_pdf("deal.pdf", by_hand(b"BT ET"))


REAL = typeset(f"#set page(height: 8cm)\n{LEND}\n\n#table(columns: 2, [Level], [Margin], [I], [1.75%])\n\n{FEE}{FEE}")


@given(st.lists(st.tuples(st.integers(0, len(REAL) - 1), st.binary(max_size=4)), max_size=30), st.integers(0, len(REAL)))
@settings(max_examples=200, deadline=2000)
def test_any_damage_is_borne(changes: list[tuple[int, bytes]], end: int) -> None:
    damaged = bytearray(REAL)
    for at, data in changes:
        damaged[at : at + len(data)] = data
    try:
        pages(bytes(damaged if len(changes) % 2 else damaged[:end]))
    except Broken:
        return


@given(st.binary(max_size=400), st.lists(st.sampled_from([b"BT", b"ET", b"/F 12 Tf", b"1 0 0 1 72 700 Tm", b"(Each) Tj", b"[(Len) -900 (der)] TJ", b"T*", b"q", b"Q", b"/X Do",
    b"0 0 0 0 0 0 Tm", b"-1 0 0 -1 9 9 Tm", b"1e38 0 0 1e38 0 0 Tm", b"(\xad) Tj", b"99999 Tz", b"0 -14 Td", b"<</A"]), max_size=40))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_any_content_is_read_or_refused(junk: bytes, marks: list[bytes]) -> None:
    from conformed.document import from_pdf as module

    data = by_hand(b" ".join(marks) + junk)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "taken_apart", pages)
        try:
            document, _ = from_pdf("deal.pdf", data)
        except Unreadable:
            return
    joined = "\n".join(document.reading.text[p.start : p.end] for p in document.paragraphs)
    assert joined == document.reading.text == joined.strip()


def test_damaged_files_are_read_or_refused_in_a_sentence() -> None:
    dice = random.Random(7)
    for _ in range(8):
        damaged = bytearray(REAL)
        for _ in range(dice.randrange(1, 60)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            delivered("deal.pdf", bytes(damaged))
        except Unreadable:
            continue


EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = "Execution Version"
RULE = re.compile(r"(?<!\w)-+(?!\w)")


@pytest.mark.parametrize("folder", ["credit", "interconnection"])
def test_an_example_set_as_pdf_gives_the_same_operations_and_text(folder: str) -> None:
    """What differs: the head of the first page stands in the text, rules are drawn otherwise, one cell stands too close to the next, lines end elsewhere."""
    texts = [delivered(file.name, file.read_bytes()).documents[0] for file in sorted((EXAMPLES / folder).glob("*.txt"))]
    printed = [delivered(text.name, set_anew(text, head=HEAD)).documents[0] for text in texts]
    for text, other in zip(texts, printed, strict=True):
        assert _plain(other.reading.text) == _plain(text.reading.text)
        cells = [sum(line.count("\t") for line in read.reading.text.split("\n") if not RULE.search(line)) for read in (text, other)]
        assert cells[0] - cells[1] == (text.name == "credit-agreement.txt")
    reads, again = ([interpret(parse(document)) for document in documents] for documents in (texts, printed))
    assert [shown_operation(one) for read in reads for one in read.operations] == [shown_operation(one) for read in again for one in read.operations]
    outlines = [[(one.kind, one.label, one.path) for read in every for one in read.instrument.root.walk() if one.path] for every in (reads, again)]
    assert outlines[1] == outlines[0]
    conform, anew = (_plain(to_text(conformed(every).version.root)) for every in (reads, again))
    assert conform == anew


def _plain(text: str) -> list[str]:
    """The words of a text without rules and the head of its first page."""
    return RULE.sub(" ", text.replace(f"{HEAD}\n", "", 1)).split()
