import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import Document, Unreadable, delivered

TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<ol type=i>",
     "</ol>", "<li>", "<s>", "</s>", "<pre>", "</pre>", "<hr>", "<p style='page-break-before:always'>", "&nbsp;", "&amp;", "<!-- x -->", "<?pi?>",
     "<script>no</script>", "<", ">", "\0", "Each Lender", "(a)", "shall pay.", "$5", "“fee”", "\n"]
)  # fmt: skip


def read(markup: str, name: str = "deal.htm") -> Document:
    (document,) = delivered(name, f"<html><body>{markup}</body></html>".encode()).documents
    return document


def paragraphs(markup: str) -> list[str]:
    return read(markup).reading.text.split("\n")


def test_blocks_are_paragraphs_and_what_is_set_in_them_is_not() -> None:
    markup = "<p>Each <b>Lender</b> con<i>sents</i>\nto the\n  change.</p><div>No other<br>provision is waived here.<br><br>None.</div>"
    assert paragraphs(markup) == ["Each Lender consents to the change.", "No other provision is waived here.", "None."]


@pytest.mark.parametrize(
    ("markup", "numbered"),
    [
        ("<ol><li>one<li>two</ol>", ["1. one", "2. two"]),
        ('<ol type="a" start="3"><li>one<li>two</ol>', ["c. one", "d. two"]),
        ('<ol type="I"><li>one<li value="4">two</ol>', ["I. one", "IV. two"]),
        ('<ol style="list-style-type: lower-roman"><li>one<ol type="A"><li>inner</ol><li>two</ol>', ["i. one", "A. inner", "ii. two"]),
        ("<ul><li>one</ul>", ["• one"]),
        ('<ol style="list-style: none"><li>(q) one</ol>', ["(q) one"]),
    ],
)
def test_lists_are_counted_as_a_browser_counts_them(markup: str, numbered: list[str]) -> None:
    assert paragraphs(markup) == numbered


def test_a_table_is_read_row_by_row_and_each_figure_stands_below_its_head() -> None:
    rows = "".join(f"<tr><td>{level}</td><td></td><td>{margin}</td></tr>" for level, margin in (("Level", "Margin"), ("I", "1.75%"), ("II", "2.25%")))
    document = read(f"<p>Pricing:</p><table>{rows}</table>")
    assert document.reading.text == "Pricing:\nLevel\tMargin\nI\t1.75%\nII\t2.25%"
    assert [paragraph.row for paragraph in document.paragraphs] == [False, True, True, True]


def test_a_table_that_only_sets_out_clauses_is_none() -> None:
    clauses = "".join(f"<tr><td>({letter})</td><td>the fee named {letter}; and</td></tr>" for letter in "ab")
    assert paragraphs(f"<table>{clauses}</table>") == ["(a) the fee named a; and", "(b) the fee named b; and"]


def test_blocks_of_signatures_beside_each_other_stay_so() -> None:
    cells = "<td>ALDER CORP.<br>By: ____<br>Name: Ada Thorne</td><td>BIRCH BANK<br>By: ____<br>Name: Ben Oakes</td>"
    assert paragraphs(f"<table><tr>{cells}</tr></table>") == ["ALDER CORP.\tBIRCH BANK", "By: ____\tBy: ____", "Name: Ada Thorne\tName: Ben Oakes"]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    markup = "<script>Each</script><style>p {}</style><p style='display: none'>Lender</p><p hidden>shall</p><p>pay.</p><!-- not -->"
    assert paragraphs(markup) == ["pay."]


def test_pages_end_where_the_style_breaks_them() -> None:
    document = read("<p>One.</p><p style='page-break-before: always'>Two.</p><div style='page-break-after:always'>Three.</div><p>Four.</p>")
    assert document.pages == 3
    assert [document.page(document.text.index(word)) for word in ("One", "Two", "Three", "Four")] == [1, 2, 2, 3]


def test_words_struck_through_stand_in_the_text_and_are_not_read() -> None:
    document = read("<p>The fee is <s>one</s> two <span style='text-decoration:line-through'>or three </span>percent.</p>")
    assert document.reading.text == "The fee is two percent."
    assert [document.text[one.start : one.end] for one in document.tracked] == ["one", "or three "]


def test_each_character_leads_back_and_each_element_is_known() -> None:
    document = read("<p>Each Lender</p><table><tr><td>Level</td><td>I</td></tr></table>")
    for offset, character in enumerate(document.reading.text):
        if not character.isspace():
            assert document.text[document.reading.source(offset)] == character
    assert [document.text[at : at + 4] for at, _ in document.elements] == ["Each", "Leve", "I"]
    assert [number for _, number in document.elements] == sorted({number for _, number in document.elements})


@pytest.mark.parametrize(("data", "text"), [
    ("<meta charset='windows-1252'><p>caf\u00e9 \u2014 fee".encode("cp1252"), "caf\u00e9 \u2014 fee"),
    ('<?xml version="1.0" encoding="utf-8"?><html><p>caf\u00e9 fee'.encode(), "caf\u00e9 fee"),
    (b"<html><meta charset='no-such'><p>fee", "fee"),
    (b"<html><meta charset='utf-7'><p>+AGYAZQBl", "+AGYAZQBl"),  # which no browser follows
    (b"<html><meta charset='idna'><p>fee" + b"." * 99, "fee" + "." * 99),
    (b"<html><meta charset='utf-16'><p>fee ", "fee"),
    ("<html><meta charset='ks_c_5601-1987'><p>\uac00 fee".encode("euc_kr"), "\uac00 fee"),
])  # fmt: skip
def test_the_encoding_that_a_file_states_is_followed(data: bytes, text: str) -> None:
    (document,) = delivered("deal.htm", data).documents
    assert document.reading.text == text


def test_a_sign_in_the_words_opens_no_element() -> None:
    document = read(f"<pre>a ratio &lt; 5 < 6 is met. {'word ' * 11_000}</pre>")
    assert document.reading.text.count("word") == 11_000


@given(st.lists(TAGS, max_size=60).map("".join))
def test_any_markup_is_read_or_refused_in_a_sentence(markup: str) -> None:
    try:
        document = read(markup)
    except Unreadable:
        return
    joined = "\n".join(document.reading.text[p.start : p.end] for p in document.paragraphs)
    assert joined == document.reading.text == joined.strip()


@pytest.mark.parametrize("markup", ["<div>" * 5000 + "deep", "<table><tr><td>" * 70 + "deep"])
def test_what_nests_too_deep_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable, match=r"deal.htm nests"):
        read(markup)


SUBMISSION = """-----BEGIN PRIVACY-ENHANCED MESSAGE-----
<SEC-DOCUMENT>0001.txt
<DOCUMENT>
<TYPE>EX-10.1
<SEQUENCE>2
<FILENAME>loan.txt
<TEXT>
LOAN AGREEMENT

The Borrower shall pay.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-10.2
<SEQUENCE>3
<FILENAME>amend.htm
<TEXT>
<HTML><BODY><P>AMENDMENT NO. 1</P></BODY></HTML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X
end
</TEXT>
</DOCUMENT>
"""


def test_each_part_of_a_submission_is_a_document() -> None:
    held = delivered("0001.txt", SUBMISSION.encode())
    assert [(one.name, one.reading.text) for one in held.documents] == [
        ("0001.txt, loan.txt", "LOAN AGREEMENT\nThe Borrower shall pay."),
        ("0001.txt, amend.htm", "AMENDMENT NO. 1"),
    ]
    assert held.passed == ("0001.txt: logo.jpg holds no text.",)


def zipped(files: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_each_file_of_an_archive_is_a_document() -> None:
    inner = zipped({"inner.txt": b"Each Lender"})
    files = {"deal/loan.txt": b"The Borrower", "deal/more.zip": inner, "deal/scan.pdf": b"%PDF-1.4", ".hidden": b"x", "__MACOSX/a.txt": b"x"}
    held = delivered("deal.zip", zipped(files))
    assert [one.name for one in held.documents] == ["deal.zip, deal/loan.txt", "deal.zip, deal/more.zip, inner.txt"]
    assert [sentence[:27] for sentence in held.passed] == ["deal.zip, deal/scan.pdf is "]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 broken", "damaged archive"),
        (zipped({}), "holds no document"),
        (zipped({"bomb.txt": bytes(101 << 20)}), "more than can be a document"),
        (zipped({f"{number}.txt": b"x" for number in range(2001)}), "more than 2,000 files"),
        (b"%PDF-1.7", "is a damaged PDF"),
        (b"{\\rtf1 Each Lender}", "is RTF"),
        (b"\xd0\xcf\x11\xe0 old", "of before 2007"),
        (b"<html><body></body></html>", "holds no words"),
        (b"<html><table><tr>" + b"<td>a" * 500_001, "more than 500,000 cells"),
        (b"<html><table><tr>" + b"<td colspan=100>" * 60 + b"a" + b"<tr><td>b" * 99, "more than 500,000 cells"),
        (b"<html><p " + b" ".join(b"a%d" % number for number in range(10_001)) + b">a", "more than 10,000 attributes"),
        (b"<DOCUMENT><TEXT>a</TEXT></DOCUMENT>" * 2001, "more than 2,000 parts"),
        (b"<DOCUMENT><TYPE>GRAPHIC<TEXT>a</TEXT></DOCUMENT>" * 99, "and 79 more hold no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refusal:
        delivered("deal", data)
    assert str(refusal.value).startswith(("deal ", "deal, "))
