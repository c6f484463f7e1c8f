import datetime
import random
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given
from hypothesis import strategies as st

from conformed.document import Change, Document, Unreadable, delivered
from tests.document.word import levels, listed, numbering, p, parts, r, word, zipped

BY = 'w:id="1" w:author="Ada Thorne" w:date="2023-05-04T10:00:00Z"'
TRACKED = Change(struck=True, by="Ada Thorne", day=datetime.date(2023, 5, 4))


def read(body: str, **others: str) -> Document:
    (document,) = delivered("deal.docx", word(body, **others)).documents
    return document


def paragraphs(body: str, **others: str) -> list[str]:
    return read(body, **others).reading.text.split("\n")


def counted(*of: tuple[int, int] | int, **kinds: str) -> list[str]:
    """The numbers of paragraphs at some levels of lists, each with its list where that is not the first."""
    body = "".join(listed("x", *((one, 1) if isinstance(one, int) else one)) for one in of)
    return [line.removesuffix("x").strip() for line in read(body, **kinds).text.split("\n\n")]


# Paragraphs and tables


def by_a_library() -> bytes:
    made = docx.Document()
    made.add_heading("Credit Agreement", 0)
    made.add_paragraph("Each Lender consents.", style="List Number")
    made.add_paragraph("No other provision is waived.", style="List Number")
    table = made.add_table(2, 2)
    for row, cells in zip(table.rows, (("Level", "Margin"), ("I", "1.75%")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("The Borrower shall pay.")
    made.sections[0].header.paragraphs[0].text = "Execution Version"
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_a_document_that_a_library_writes_is_read_in_order() -> None:
    (document,) = delivered("deal.docx", by_a_library()).documents
    assert document.reading.text.split("\n") == [
        "Credit Agreement", "1. Each Lender consents.", "2. No other provision is waived.", "Level\tMargin", "I\t1.75%", "The Borrower shall pay.",
    ]  # fmt: skip
    assert document.pages == 2
    assert document.page(document.text.index("Borrower")) == 2


def test_each_word_leads_back_to_its_paragraph() -> None:
    document = read(p("One.") + p() + f"<w:tbl><w:tr><w:tc>{p('Level')}</w:tc><w:tc>{p('I')}</w:tc></w:tr></w:tbl>" + p("Two."))
    assert [(document.text[at : at + 4].split()[0], number) for at, number in document.elements] == [("One.", 1), ("Leve", 3), ("I", 4), ("Two.", 5)]
    for offset, character in enumerate(document.reading.text):
        if not character.isspace():
            assert document.text[document.reading.source(offset)] == character


def test_cells_that_are_merged_keep_the_others_in_their_columns() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Wide") + "</w:tc>"
    rows = f"<w:tr>{wide}<w:tc>{p('C')}</w:tc></w:tr><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc><w:tc>{p('c')}</w:tc></w:tr>"
    upper, lower = read(f"<w:tbl>{rows}</w:tbl>").text.split("\n")
    assert upper.index("C") == lower.index("c")


def test_a_row_is_one_also_between_others_that_hold_one_cell() -> None:
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in (("I", "1.50 or more", "1%"), ("", "but less than 2", ""), ("II", "2.00 or more", "2%")))
    document = read(p("Pricing:") + f"<w:tbl>{rows}</w:tbl>")
    assert document.reading.text.split("\n") == ["Pricing:", "I\t1.50 or more\t1%", "but less than 2", "II\t2.00 or more\t2%"]
    assert [one.row for one in document.paragraphs] == [False, True, True, True]


def test_a_table_that_only_sets_out_clauses_has_no_rows() -> None:
    rows = "".join(f"<w:tr><w:tc>{p(f'({letter})')}</w:tc><w:tc>{p('the fee; and')}</w:tc></w:tr>" for letter in "ab")
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert document.reading.text == "(a) the fee; and\n(b) the fee; and"
    assert not any(one.row for one in document.paragraphs)


def test_lines_end_at_breaks_and_tabs_and_hyphens_are_kept() -> None:
    inner = "<w:r><w:t>By:</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>cash</w:t><w:softHyphen/><w:t>fee</w:t><w:cr/><w:t>end</w:t></w:r>"
    assert read(p(inner)).text == "By:\tx\nnon-cashfee\nend"


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Symbol", "F0B7", "•"), ("Symbol", "F0A3", "≤"), ("Symbol", "F061", "α"), ("Wingdings", "F0FE", "☑"), ("Wingdings", "F0A8", "☐"),
     ("Times New Roman", "00A7", "§"), ("Wingdings", "F02A", "\ufffd"), ("Symbol", "zz", "\ufffd")],
)  # fmt: skip
def test_signs_of_fonts_are_the_characters_that_look_so(font: str, code: str, shown: str) -> None:
    assert read(p(f'<w:r><w:t>x</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r>')).text == f"x{shown}"


# Numbers


def test_numbers_are_counted_by_level_and_start_again_below_a_higher_one() -> None:
    kind = numbering(levels("ARTICLE %1", "%1.%2", ("(%3)", "lowerLetter"), ("(%4)", "lowerRoman")))
    assert counted(0, 1, 2, 2, 3, 1, 2, 0, 1, numbering=kind) == [
        "ARTICLE 1", "1.1", "(a)", "(b)", "(i)", "1.2", "(a)", "ARTICLE 2", "2.1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("decimal", 7, ["7", "8"]), ("lowerLetter", 26, ["z", "aa", "bb"]), ("upperLetter", 2, ["B"]), ("lowerRoman", 3, ["iii", "iv"]),
        ("upperRoman", 9, ["IX", "X"]), ("decimalZero", 9, ["09", "10"]), ("ordinal", 1, ["1st", "2nd", "3rd", "4th"]), ("ordinal", 11, ["11th"]),
        ("ordinal", 21, ["21st"]), ("cardinalText", 20, ["Twenty", "Twenty-one"]), ("ordinalText", 1, ["First", "Second", "Third"]),
        ("ordinalText", 20, ["Twentieth", "Twenty-first"]), ("numberInDash", 3, ["- 3 -"]), ("unheardOf", 4, ["4"]), ("chicago", 4, ["§", "**"]),
        ("cardinalText", 342, ["Three hundred forty-two"]),
    ],
)  # fmt: skip
def test_each_format_of_numbers_is_written_as_word_writes_it(form: str, start: int, shown: list[str]) -> None:
    kind = numbering(levels(("%1:", form, f'<w:start w:val="{start}"/>')))
    assert counted(*[0] * len(shown), numbering=kind) == [f"{one}:" for one in shown]


def test_levels_of_other_formats_are_shown_in_figures_where_the_level_is_legal() -> None:
    roman = ("Article %1", "upperRoman")
    assert counted(0, 1, numbering=numbering(levels(roman, ("%1.%2", "decimalZero", "<w:isLgl/>")))) == ["Article I", "1.01"]
    assert counted(0, 1, numbering=numbering(levels(roman, ("%1.%2", "lowerLetter", "<w:isLgl/>")))) == ["Article I", "1.1"]
    assert counted(0, 1, numbering=numbering(levels(roman, ("%1.%2", "decimalZero")))) == ["Article I", "I.01"]


def test_a_level_starts_again_where_its_list_says() -> None:
    never = levels("%1.", ("(%2)", "lowerLetter", '<w:lvlRestart w:val="0"/>'))
    assert counted(0, 1, 0, 1, numbering=numbering(never)) == ["1.", "(a)", "2.", "(b)"]
    first = levels("%1.", "%2.", ("(%3)", "lowerLetter", '<w:lvlRestart w:val="1"/>'))
    assert counted(0, 1, 2, 1, 2, 0, 1, 2, numbering=numbering(first)) == ["1.", "1.", "(a)", "2.", "(b)", "2.", "1.", "(a)"]


def test_lists_that_are_set_up_alike_count_on_unless_one_sets_its_start() -> None:
    on = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = on.replace("</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>')
    assert counted(0, 0, (0, 2), (0, 2), numbering=numbering(levels("%1."), lists=on)) == ["1.", "2.", "3.", "4."]
    assert counted(0, 0, (0, 2), (0, 2), numbering=numbering(levels("%1."), lists=anew)) == ["1.", "2.", "5.", "6."]


def test_a_list_may_write_a_level_its_own_way() -> None:
    own = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{levels(("<%1>", "upperLetter"))}</w:lvlOverride></w:num>'
    assert counted(0, (0, 2), numbering=numbering(levels("%1."), lists=own)) == ["1.", "<B>"]


def test_a_level_that_is_passed_over_counts_as_used() -> None:
    assert counted(1, 1, 0, numbering=numbering(levels("%1.", "%1.%2"))) == ["1.1", "1.2", "2."]
    assert counted(0, 2, 1, 2, numbering=numbering(levels("%1.", "%1.%2", "(%3)"))) == ["1.", "(1)", "1.2", "(1)"]


def test_bullets_empty_formats_and_lists_that_are_not_there() -> None:
    kind = numbering(levels(("\uf0b7", "bullet")), levels(("%1", "none")), levels(("–", "bullet")))
    assert counted(0, (0, 2), (0, 3), (0, 9), (5, 1), (0, 0), numbering=kind) == ["•", "", "–", "", "", ""]


@pytest.mark.parametrize(("suffix", "shown"), [("tab", "1. x"), ("space", "1. x"), ("nothing", "1.x")])
def test_what_stands_behind_a_number(suffix: str, shown: str) -> None:
    kind = numbering(levels(("%1.", "decimal", f'<w:suff w:val="{suffix}"/>')))
    assert paragraphs(listed("x"), numbering=kind) == [shown]


STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="Legal"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
"""


def styled(name: str, more: str = "") -> str:
    return p(r("x"), f'<w:pStyle w:val="{name}"/>{more}')


def test_a_style_numbers_its_paragraphs_at_the_level_that_is_tied_to_it() -> None:
    kind = numbering(levels(("Article %1.", "upperRoman", '<w:pStyle w:val="H1"/>'), ("%2.", "decimal", '<w:pStyle w:val="H2"/>')))
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    lower = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = styled("H1") + styled("H2") + styled("Own") + styled("H2", none) + styled("H1", lower) + styled("Loop")
    assert read(body, numbering=kind, styles=STYLES).text.split("\n\n") == ["Article I. x", "1. x", "x", "x", "2. x", "x"]


def test_a_numbering_may_be_that_of_a_style() -> None:
    link = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Legal"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    assert counted(0, (0, 9), numbering=numbering(levels("%1.")) + link, styles=STYLES) == ["1.", "2."]


def test_a_paragraph_that_is_deleted_is_not_counted() -> None:
    mark = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del {BY}/></w:rPr>'
    gone = p(f"<w:del {BY}><w:r><w:delText>gone</w:delText></w:r></w:del>", mark)
    document = read(listed("one") + gone + listed("two"), numbering=numbering(levels("%1.")))
    assert document.reading.text.split("\n") == ["1. one", "2. two"]
    assert "gone" in document.text


# Tracked changes, and how words look


def test_tracked_changes_are_told_apart_and_read_as_accepted() -> None:
    inner = r("within ") + f"<w:del {BY}><w:r><w:delText>thirty</w:delText></w:r></w:del><w:ins {BY}>{r('sixty')}</w:ins>" + r(" days")
    document = read(p(inner))
    assert document.reading.text == "within sixty days"
    assert [(document.text[one.start : one.end], one.change) for one in document.tracked] == [
        ("thirty", TRACKED),
        ("sixty", Change(struck=False, by="Ada Thorne", day=datetime.date(2023, 5, 4))),
    ]


def test_words_that_move_are_read_where_they_arrive() -> None:
    body = p(f"<w:moveFrom {BY}>{r('Each Lender agrees.')}</w:moveFrom>") + p("The fee is due.") + p(f"<w:moveTo {BY}>{r('Each Lender agrees.')}</w:moveTo>")
    assert paragraphs(body) == ["The fee is due.", "Each Lender agrees."]


def test_what_one_inserts_and_another_deletes_is_struck() -> None:
    document = read(p(r("kept ") + f'<w:ins {BY}><w:del w:author="Ben Oakes" w:date="none">{r("brief")}</w:del></w:ins>'))
    assert document.reading.text == "kept"
    assert document.tracked[0].change == Change(struck=True, by="Ben Oakes", day=None)


@pytest.mark.parametrize("mark", [f"<w:del {BY}/>", f"<w:moveFrom {BY}/>", "<w:vanish/><w:specVanish/>"])
def test_a_paragraph_whose_mark_is_gone_goes_on_with_the_next(mark: str) -> None:
    kind = numbering(levels("%1."))
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(r("Fees. "), f"{number}<w:rPr>{mark}</w:rPr>") + p("The Borrower pays.") + listed("Taxes.")
    assert paragraphs(body, numbering=kind) == ["1. Fees. The Borrower pays.", "2. Taxes."]


def test_a_row_that_is_deleted_is_struck() -> None:
    rows = "".join(
        f"<w:tr>{f'<w:trPr><w:del {BY}/></w:trPr>' if level == 'II' else ''}<w:tc>{p(level)}</w:tc><w:tc>{p(margin)}</w:tc></w:tr>"
        for level, margin in (("I", "1.75%"), ("II", "2.25%"), ("III", "2.75%"))
    )
    assert paragraphs(p("Pricing:") + f"<w:tbl>{rows}</w:tbl>") == ["Pricing:", "I\t1.75%", "III\t2.75%"]


@pytest.mark.parametrize(
    ("properties", "reading"),
    [
        ("", "one two three"), ("<w:strike/>", "one three"), ("<w:dstrike/>", "one three"), ('<w:strike w:val="0"/>', "one two three"),
        ("<w:vanish/>", "one three"), ("<w:caps/>", "one TWO three"), ("<w:smallCaps/>", "one two three"), ('<w:rStyle w:val="Loud"/>', "one TWO three"),
        ('<w:rStyle w:val="Loud"/><w:caps w:val="false"/>', "one two three"),
    ],
)  # fmt: skip
def test_words_are_read_as_they_look(properties: str, reading: str) -> None:
    loud = '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:caps/></w:rPr></w:style>'
    assert paragraphs(p(r("one ") + r("two", properties) + r(" three")), styles=loud) == [reading]


def test_two_styles_that_turn_on_the_same_undo_each_other() -> None:
    loud = "".join(f'<w:style w:type="{kind}" w:styleId="{kind}"><w:rPr><w:caps/></w:rPr></w:style>' for kind in ("paragraph", "character"))
    body = p(r("loud ") + r("low", '<w:rStyle w:val="character"/>'), '<w:pStyle w:val="paragraph"/>')
    assert paragraphs(body, styles=loud) == ["LOUD low"]


# Fields, boxes, notes


def field(told: str, result: str | None, data: str = "") -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{told}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (field(" REF _Ref1 ", "2.05"), "see 2.05."), (field(" TC x ", None), "see ."), (field(" MACROBUTTON NoMacro [name] ", None), "see [name]."),
        (field(" SYMBOL 167 ", None), "see §."), ('<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>", "see 3."),
        (field(" FORMCHECKBOX ", None, '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'), "see ☒."),
        (field(f"IF {'x'}", "yes"), "see yes."),
    ],
)  # fmt: skip
def test_a_field_shows_its_result(inner: str, shown: str) -> None:
    assert paragraphs(p(r("see ") + inner + r("."))) == [shown]


def test_a_field_within_what_another_is_told_is_not_shown() -> None:
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("REF a", "hidden") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert paragraphs(p(inner + r("shown") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')) == ["shown"]


def test_content_controls_links_and_tags_show_what_they_hold() -> None:
    inner = f'<w:smartTag>{r("Each ")}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>{r("Lender ")}</w:sdtContent></w:sdt>'
    link = f"<w:hyperlink>{r('agrees.')}</w:hyperlink>"
    assert paragraphs(f"<w:sdt><w:sdtContent>{p(inner + link)}</w:sdtContent></w:sdt>") == ["Each Lender agrees."]


def test_a_box_is_shown_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    either = f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    document = read(p(r("Around ") + f"<w:r>{either}</w:r>" + r("it.")) + p("Behind."))
    assert document.reading.text.split("\n") == ["Around it.", "In the box.", "Behind."]
    assert [number for _, number in document.elements] == [1, 2, 4]


def test_of_several_forms_the_first_that_holds_words_is_shown() -> None:
    forms = "<mc:AlternateContent><mc:Choice><wps:sign/></mc:Choice><mc:Fallback><w:t>☒</w:t></mc:Fallback></mc:AlternateContent>"
    assert paragraphs(p(f"<w:r><w:t>Agreed: </w:t>{forms}</w:r>")) == ["Agreed:☒"]


def test_notes_stand_behind_the_paragraph_that_cites_them() -> None:
    notes = f'<w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote><w:footnote w:id="7">{p("As amended.")}</w:footnote>'
    ends = f'<w:endnote w:id="7">{p("At the end.")}</w:endnote>'
    cite = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = p(r("Each Lender") + cite + r(" agrees.") + '<w:r><w:endnoteReference w:id="7"/></w:r>') + p(r("Again") + cite + r("."))
    document = read(body, footnotes=notes, endnotes=ends)
    assert document.reading.text.split("\n") == ["Each Lender¹ agrees.[i]", "¹ As amended.", "[i] At the end.", "Again¹."]
    assert [number for _, number in document.elements] == [1, 4, 5, 2]


# Pages


RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (p("One.") + p(RENDERED + r("Two.")), 2),
        (p("One.") + p('<w:r><w:br w:type="page"/></w:r>') + p(RENDERED + r("Two.")), 2),
        (p("One.") + p(r("Two."), "<w:pageBreakBefore/>"), 2),
        (p("One.") + p(r("Two."), '<w:pageBreakBefore w:val="0"/>'), 1),
        (p(r("One."), SECTION.format("continuous")) + p("Two.") + SECTION.format("nextPage"), 2),
        (p(r("One."), SECTION.format("nextPage")) + p("Two.") + SECTION.format("continuous"), 1),
        (p(RENDERED + r("One.")), 1),
        (p(r("One ") + RENDERED + r("two.")), 2),
    ],
)
def test_pages_end_where_word_says(body: str, pages: int) -> None:
    assert read(body).pages == pages


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    upper = "The Borrower shall pay to the Agent, for the account of each Lender that holds any part of the "
    document = read(p(r(upper) + RENDERED + r("Loans, interest on that part.")))
    assert document.reading.text == f"{upper}Loans, interest on that part."
    assert [document.page(document.text.index(word)) for word in ("Borrower", "Loans")] == [1, 2]


def test_a_page_ends_between_the_rows_of_a_table() -> None:
    rows = "".join(f"<w:tr><w:tc>{p((RENDERED if level == 'II' else '') + r(level))}</w:tc><w:tc>{p('x')}</w:tc></w:tr>" for level in ("I", "II"))
    document = read(p("Pricing") + f"<w:tbl>{rows}</w:tbl>")
    assert document.reading.text.replace("\t", " ") == "Pricing\nI x\nII x"
    assert document.page(document.text.index("II")) == 2


# What is refused


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"word/document.xml": ENTITY + f"<w:document xmlns:w='x'>{'&x;'}</w:document>"}, "declares a type|no Word document"),
        ({"word/document.xml": "<broken"}, "cannot be read"),
        ({"word/document.xml": "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"}, "no Word document"),
        ({"word/document.xml": None}, "lacks word/document.xml"),
        ({"_rels/.rels": None}, "does not tell where its text stands"),
        ({"word/document.xml": parts("<w:p>" * 300 + "</w:p>" * 300)["word/document.xml"]}, "too deep"),
        ({"word/document.xml": parts("<w:tbl><w:tr><w:tc>" * 61 + "</w:tc></w:tr></w:tbl>" * 61)["word/document.xml"]}, "nests more than 60 tables"),
        ({"word/document.xml": parts(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")))["word/document.xml"]}, "a field in it does not end"),
        ({"word/document.xml": parts(p(field("LISTNUM", None)))["word/document.xml"]}, "numbers words by fields"),
        ({"word/document.xml": parts('<w:altChunk r:id="x"/>')["word/document.xml"]}, "words of another file"),
        ({"word/document.xml": parts(p('<w:r><w:footnoteReference w:id="3"/></w:r>'))["word/document.xml"]}, "a footnote that it cites"),
        ({"word/document.xml": parts("<w:tr/>")["word/document.xml"]}, "outside of its table"),
        ({"word/document.xml": parts(p())["word/document.xml"]}, "holds no words"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(changed: dict[str, str | None], says: str) -> None:
    files = {name: data for name, data in (parts(p("x")) | changed).items() if data is not None}
    with pytest.raises(Unreadable, match=says) as refusal:
        delivered("deal.docx", zipped(files))
    assert str(refusal.value).startswith("deal.docx ")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (p("x") + "<w:p/>" * 5_000_001, "more elements than a document can"),
        (f"<w:tbl>{'<w:tr>' + '<w:tc/>' * 63 + '</w:tr>'}{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 8000}</w:tbl>", "more than 500,000 cells"),
    ],
)
def test_what_unpacks_to_more_than_a_document_is_refused(body: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(body)


@pytest.mark.parametrize(
    "body",
    [
        p(r("x"), f"<w:rPr><w:del {BY}/></w:rPr>") * 20_000,
        p(f"<w:del {BY}>{r('x') * 20_000}</w:del>" + r("y"), f"<w:rPr><w:del {BY}/></w:rPr>") + p("z", f"<w:rPr><w:del {BY}/></w:rPr>") * 5000,
        p(r("x") + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20_000),
        p(f"<w:ins {BY}>{r('x')}</w:ins>" * 20_000),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 9000 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 9000 + r("x")),
        p("x" * 40_000 + "\u00a0 (a) " * 20_000),
    ],
)
def test_what_is_made_to_be_slow_is_read_in_no_long_time(body: str) -> None:
    began = time.perf_counter()
    assert read(body, **OTHERS).reading.text
    assert time.perf_counter() - began < 10


def test_a_document_that_is_locked_is_told_as_such() -> None:
    with pytest.raises(Unreadable, match="locked with a password"):
        delivered("deal.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def test_macros_and_what_stands_elsewhere_are_not_looked_at() -> None:
    files: dict[str, str | bytes] = {**parts(p("The fee is due."))}
    files["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    files["word/_rels/document.xml.rels"] = str(files["word/_rels/document.xml.rels"]).replace(
        "</Relationships>", '<Relationship Id="e" Type="x/styles" Target="http://nowhere.invalid/styles.xml" TargetMode="External"/></Relationships>'
    )
    (document,) = delivered("deal.docm", zipped(files)).documents
    assert document.reading.text == "The fee is due."


def test_the_strict_form_of_the_format_is_read_alike() -> None:
    strict = {name: data.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
              for name, data in parts(listed("x"), numbering=numbering(levels("%1."))).items()}  # fmt: skip
    (document,) = delivered("deal.docx", zipped(strict)).documents
    assert document.reading.text == "1. x"


# Anything


INNER = st.sampled_from(
    [p("Each Lender"), p(), listed("shall pay."), listed("x", 1), "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>",
     "<w:r>", "</w:r>", f"<w:del {BY}>", "</w:del>", f"<w:ins {BY}>", "</w:ins>", "<w:t>(a)</w:t>", "<w:br/>", RENDERED, "<w:tab/>", SECTION.format("nextPage"),
     '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', "<w:txbxContent>", "</w:txbxContent>",
     f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>", "<w:rPr><w:vanish/></w:rPr>", '<w:footnoteReference w:id="1"/>']
)  # fmt: skip
OTHERS = {"numbering": numbering(levels("%1.", "%1.%2")), "styles": STYLES, "footnotes": f'<w:footnote w:id="1">{p("Note.")}</w:footnote>'}


def well_formed(tokens: list[str]) -> str:
    """The tokens, with each end tag that fits none left out and each that is lacking put in."""
    made = ""
    around: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            if not around or around[-1] != token:
                continue
            around.pop()
        elif token.count("<") == 1 and not token.endswith("/>"):
            around.append(f"</{token[1:].split()[0].rstrip('>')}>")
        made += token
    return made + "".join(reversed(around))


@given(st.lists(INNER, max_size=60).map(well_formed))
def test_any_elements_are_read_or_refused_in_a_sentence(body: str) -> None:
    try:
        document = read(body, **OTHERS)
    except Unreadable:
        return
    joined = "\n".join(document.reading.text[p.start : p.end] for p in document.paragraphs)
    assert joined == document.reading.text == joined.strip()


def whole_files() -> Iterator[dict[str, bytes]]:
    body = p("Each Lender agrees.") + listed("x") + styled("H2") + p(field("REF", "2")) + f"<w:tbl><w:tr><w:tc>{p('I')}</w:tc></w:tr></w:tbl>"
    yield {name: data.encode() for name, data in parts(body, **OTHERS).items()}
    with zipfile.ZipFile(BytesIO(by_a_library())) as archive:
        yield {name: archive.read(name) for name in archive.namelist()}


WHOLE = list(whole_files())


@given(st.sampled_from(WHOLE), st.integers(0, 2**32), st.integers(0, 6), st.sampled_from(["", "lost", "exchanged"]))
def test_any_damage_is_read_or_refused_in_a_sentence(whole: dict[str, bytes], seed: int, flips: int, parts_are: str) -> None:
    dice = random.Random(seed)
    files = {name: bytearray(data) for name, data in whole.items()}
    some, other = dice.sample(sorted(files), 2)
    if parts_are == "lost":
        del files[some]
    elif parts_are == "exchanged":
        files[some], files[other] = files[other], files[some]
    for _ in range(flips):
        data = files[dice.choice(sorted(files))]
        data[dice.randrange(len(data))] = dice.choice(b"<>/\"'&=w:0129\x00\xff az")
    try:
        delivered("deal.docx", zipped({name: bytes(data) for name, data in files.items()}))
    except Unreadable as refusal:
        sentence = str(refusal)
    else:
        sentence = "It is read."
    assert sentence.endswith((".", ".)"))
    assert "\n" not in sentence
