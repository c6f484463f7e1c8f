"""Texts written within the Word document that the agreement came as: no word is lost, and what did not change is the very element."""

import datetime
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree

from conformed.document import Document, delivered, from_text
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.version import Run
from conformed.views.set_out import set_out
from conformed.views.to_docx import to_docx
from conformed.views.to_text import to_text
from conformed.views.within_docx import within_docx
from tests.document.word import as_word, levels, listed, numbering, p, parts, r, word, zipped
from tests.version.matters import Matter, folded, matters
from tests.views.test_to_docx import W, body, run, words


def read(data: bytes) -> Document:
    (document,) = delivered("deal.docx", data).documents
    return document


def rejected(data: bytes) -> bytes:
    """A file with all of its changes rejected."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    root: Any = etree.fromstring(files["word/document.xml"])
    for one in list(root.iter(W + "ins")):
        of_end = one.getparent().tag == W + "rPr" and one.getparent().getparent().tag == W + "pPr"
        above = 2 if of_end else one.getparent().tag == W + "trPr"
        gone = [one, *one.iterancestors()][above + 1 if above else 0]
        gone.getparent().remove(gone)
    for one in list(root.iter(W + "del")):
        place = one.getparent().index(one)
        one.getparent()[place : place + 1] = list(one)
    for one in root.iter(W + "delText"):
        one.tag = W + "t"
    files["word/document.xml"] = etree.tostring(root)
    return zipped(files)


def joined(text: str) -> str:
    return "".join(folded(text))


def deal(base: bytes, instruments: list[str]) -> tuple[Conformed, Document]:
    """A matter whose agreement is a Word document."""
    document = read(base)
    texts = [from_text(f"{turn}.txt", one.encode()) for turn, one in enumerate(instruments)]
    return conformed([interpret(parse(one)) for one in (document, *texts)]), document


def within(base: bytes, made: Conformed, document: Document, *, redline: bool = False) -> bytes:
    who: dict[str, tuple[str, datetime.date | None]] = {one.id: (one.link, one.effective) for one in made.entries}
    paragraphs = set_out(made.version.root)
    found = within_docx(base, document, paragraphs, who, redline=redline)
    if found is None:  # a restatement left nothing of it
        assert any(link.restates for link in made.chain.links)
        return to_docx("Deal", paragraphs, who, redline=redline)
    return found


@settings(max_examples=40)
@given(matters())
def test_no_word_is_lost(matter: Matter) -> None:
    base = as_word(from_text("base.txt", matter.base.encode()))
    made, document = deal(base, matter.instruments)
    clean, redline = within(base, made, document), within(base, made, document, redline=True)
    standing = joined(to_text(made.version.root))
    assert joined(" ".join(words(clean, accepted=True))) == standing
    assert joined(read(clean).reading.text) == standing
    assert joined(" ".join(words(redline, accepted=True))) == standing
    assert joined(read(redline).reading.text) == standing
    if not any(link.restates for link in made.chain.links):
        assert joined(read(rejected(redline)).reading.text) == joined(document.reading.text)
        assert joined(" ".join(words(redline, accepted=False))) == joined(document.reading.text)


@settings(max_examples=40)
@given(matters())
def test_numbers_that_word_counts_are_those_of_the_text(matter: Matter) -> None:
    base = as_word(from_text("base.txt", matter.base.encode()), counted=True)
    made, document = deal(base, matter.instruments)
    clean, redline = within(base, made, document), within(base, made, document, redline=True)
    standing = joined(to_text(made.version.root))
    assert joined(read(clean).reading.text) == standing
    assert joined(read(redline).reading.text) == standing
    if not any(link.restates for link in made.chain.links):
        assert joined(read(rejected(redline)).reading.text) == joined(document.reading.text)


# What stays


OPENING = """
    THIS AMENDMENT NO. 1, dated as of May 4, 2022, is made to the Supply Agreement dated as of March 1, 2021 (the "Agreement") between
    Orlin Mills, Inc. and Tarn Foods LLC.

    The parties agree as follows:
"""
AGREEMENT = "This SUPPLY AGREEMENT, dated as of March 1, 2021, is made between Orlin Mills, Inc. (the “Seller”) and Tarn Foods LLC (the “Buyer”)."
STYLES = '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/></w:style>'
PICTURE = '<w:r><w:drawing><w:x xmlns:w="urn:x"/></w:drawing></w:r>'


def supply(*body: str, orders: str = "") -> tuple[bytes, Conformed, Document]:
    """A supply agreement as a Word document, and an amendment that gives some orders."""
    lists = numbering(levels(("%1.", "decimal"), ("(%2)", "lowerLetter")))
    opening = p(r("SUPPLY AGREEMENT", "<w:b/>"), '<w:jc w:val="center"/>') + p(AGREEMENT)
    base = word(opening + "".join(body), numbering=lists, styles=STYLES)
    letter = f"AMENDMENT NO. 1\n{OPENING}\n{orders}\n\nIN WITNESS WHEREOF, the parties have signed.\n"
    return base, *deal(base, [letter])


def elements(data: bytes, tag: str = "p") -> list[Any]:
    return list(body(data).iter(W + tag))


def said(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t", W + "delText"))


def clause(words: str, more: str = "") -> str:
    """A clause of the list, one level down, in the style of clauses."""
    return p(f"{r(words)}{more}", '<w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')


BODY = (
    listed("Price. The price is " + "as follows:"),
    clause("for each bushel of oats, $4.10 at the mill;", PICTURE),
    clause("for each bushel of rye, $5.20 at the mill; and"),
    clause("for each bushel of spelt, $9.00 at the mill."),
    p(r("Notices. ", "<w:b/>") + r("Each notice is sent by courier to the other party."), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    p(),
    listed("Law. The law of Vermont governs."),
)


def test_what_did_not_change_is_the_very_element_and_what_did_looks_as_it_did() -> None:
    base, made, document = supply(*BODY, orders='1. Section 2 of the Agreement is amended by replacing "courier" with "registered mail".')
    clean = within(base, made, document)
    before, after = elements(base), elements(clean)
    assert [said(one) for one in after] == [said(one).replace("courier", "registered mail") for one in before]
    changed = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if etree.tostring(one) != etree.tostring(other)]
    assert changed == [6]
    caption, *others = after[6].iter(W + "r")
    assert said(caption).strip() == "Notices."
    assert caption.find(f"{W}rPr/{W}b") is not None
    assert all(one.find(f"{W}rPr/{W}b") is None for one in others if said(one).strip())
    assert after[6].find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "1"
    redline = elements(within(base, made, document, redline=True))
    assert [[said(one) for one in redline[6].iter(W + tag)] for tag in ("del", "ins")] == [["courier"], ["registered mail"]]


def test_a_number_that_word_would_count_otherwise_is_typed() -> None:
    orders = '1. Section 1 of the Agreement is amended by adding the following new clause (f) at the end thereof: "(f) for each bushel of corn, $3.00 at the mill."'
    base, made, document = supply(*BODY, orders=orders)
    clean = within(base, made, document)
    corn = next(one for one in elements(clean) if "corn" in said(one))
    assert said(corn) == "(f) for each bushel of corn, $3.00 at the mill."
    assert corn.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Clause"
    assert corn.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "0"
    assert "2. Notices." in read(clean).reading.text


def test_a_number_stays_where_what_stood_before_is_gone() -> None:
    base, made, document = supply(*BODY)
    left = [one for one in set_out(made.version.root) if "rye" not in one.words()]
    clean = within_docx(base, document, left, {})
    assert clean is not None
    spelt = next(one for one in elements(clean) if "spelt" in said(one))
    assert said(spelt) == "(c)for each bushel of spelt, $9.00 at the mill."  # and a tab
    assert spelt.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "0"
    assert read(clean).reading.text == document.reading.text.replace("(b) for each bushel of rye, $5.20 at the mill; and\n", "")


def test_what_is_added_takes_the_style_and_the_list_of_its_sibling() -> None:
    orders = '1. Section 1 of the Agreement is amended by adding the following new clause (d) at the end thereof: "(d) for each bushel of corn, $3.00 at the mill."'
    base, made, document = supply(*BODY, orders=orders)
    clean = within(base, made, document)
    corn = next(one for one in elements(clean) if "corn" in said(one))
    assert said(corn) == "for each bushel of corn, $3.00 at the mill."
    assert corn.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Clause"
    assert "(d) for each bushel of corn" in read(clean).reading.text
    (marked,) = (one for one in elements(within(base, made, document, redline=True)) if "corn" in said(one))
    assert marked.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def row(*cells: str) -> str:
    width = '<w:tcPr><w:tcW w:w="900"/></w:tcPr>'
    return f"<w:tr>{''.join(f'<w:tc>{width}{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_the_rows_of_a_table_stay_but_for_the_cell_that_changed() -> None:
    rows = row("Grain", "Price", "") + row("Oats", "$4.10", "") + row("Rye", "$5.20", "")
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
    orders = '1. Section 1 of the Agreement is amended by replacing "$5.20" with "$6.35".'
    base, made, document = supply(listed("Price. The price is as follows:"), table, listed("Law. The law of Vermont governs."), orders=orders)
    clean = within(base, made, document)
    before, after = elements(base, "tr"), elements(clean, "tr")
    assert [etree.tostring(one) for one in after[:2]] == [etree.tostring(one) for one in before[:2]]
    assert [said(one) for one in after[2].iter(W + "tc")] == ["Rye", "$6.35", ""]
    assert [len(elements(data, "tcW")) for data in (base, clean)] == [9, 9]


def test_a_section_and_other_parts_of_the_file_stay() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body_ = (*BODY[:3], p(r("for each bushel of spelt, $9.00 at the mill."), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>' + section))
    base, made, document = supply(*body_, *BODY[4:], orders="1. Section 1(c) of the Agreement is deleted.")
    clean = within(base, made, document)
    assert "spelt" not in " ".join(map(said, elements(clean)))
    assert len(elements(clean, "sectPr")) == 1
    with zipfile.ZipFile(BytesIO(base)) as before, zipfile.ZipFile(BytesIO(clean)) as after:
        assert before.namelist() == after.namelist()
        assert all(before.read(name) == after.read(name) for name in before.namelist() if name != "word/document.xml")


def test_changes_that_the_file_tracks_are_taken_as_accepted_and_a_picture_stays() -> None:
    by = 'w:author="A. Reed" w:date="2021-02-01T00:00:00Z"'
    tracked = p(f'{r("Law. The law of ")}<w:del w:id="1" {by}>{r("Maine").replace("w:t", "w:delText")}</w:del><w:ins w:id="2" {by}>{r("Vermont")}</w:ins>{r(" governs.")}')
    orders = '1. Section 1(a) of the Agreement is amended by replacing "oats" with "barley".'
    base, made, document = supply(*BODY[:-1], tracked, orders=orders)
    clean = within(base, made, document)
    assert not [*elements(clean, "ins"), *elements(clean, "del")]
    assert "Law. The law of Vermont governs." in map(said, elements(clean))
    (barley,) = (one for one in elements(clean) if "barley" in said(one))
    assert len(list(barley.iter(W + "drawing"))) == 1


def test_a_file_that_is_no_plain_document_gives_none() -> None:
    base, made, _ = supply(*BODY)
    files = parts(p("x"))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace("document.main+xml", "template.main+xml")
    assert within_docx(zipped(files), read(base), set_out(made.version.root), {}) is None
    assert within_docx(b"PK\x03\x04", read(base), set_out(made.version.root), {}) is None


def test_the_file_is_found_among_those_given_in_an_archive_and_in_a_matter(tmp_path: Path) -> None:
    orders = '1. Section 2 of the Agreement is amended by replacing "courier" with "registered mail".'
    base, _, _ = supply(*BODY, orders=orders)
    letter = f"AMENDMENT NO. 1\n{OPENING}\n{orders}\n\nIN WITNESS WHEREOF, the parties have signed.\n"
    folder = tmp_path / "deal"
    folder.mkdir()
    (folder / "supply.docx").write_bytes(base)
    (folder / "amendment.txt").write_text(letter)
    (tmp_path / "deal.zip").write_bytes(zipped({"supply.docx": base, "amendment.txt": letter}))
    run("new", tmp_path / "deal.matter")
    run("add", tmp_path / "deal.matter", folder)
    made = []
    for given_ in ("deal", "deal.zip", "deal.matter"):
        run("write", tmp_path / given_, "-o", tmp_path / "out.docx")
        made.append((tmp_path / "out.docx").read_bytes())
    assert made[0] == made[1] == made[2]
    assert sum("Clause" in etree.tostring(one).decode() for one in elements(made[0])) == 3


def test_a_text_after_a_restatement_is_written_within_the_restatement() -> None:
    from conformed.chosen import Choice, chosen
    from conformed.formats import docx

    base, _, _ = supply(*BODY)
    anew = AGREEMENT.replace("SUPPLY", "AMENDED AND RESTATED SUPPLY").replace("March 1, 2021", "June 1, 2022")
    recital = "This agreement amends and restates in its entirety the Supply Agreement dated as of March 1, 2021 between the parties."
    title = p("AMENDED AND RESTATED SUPPLY AGREEMENT", '<w:jc w:val="center"/>')
    second = word(title + p(anew) + p(recital) + "".join(BODY), numbering=numbering(levels(("%1.", "decimal"), ("(%2)", "lowerLetter"))))
    made = conformed([interpret(parse(read(one))) for one in (base, second)])
    assert any(link.restates for link in made.chain.links)
    files = {read(one).id: one for one in (base, second)}
    clean = docx(chosen(made, Choice()), files.get)
    assert [etree.tostring(one) for one in elements(clean)] == [etree.tostring(one) for one in elements(second)]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = f'<w:r><w:pict><v:textbox><w:txbxContent>{p("Prices are net of tax.")}</w:txbxContent></v:textbox></w:pict></w:r>'
NOTED = f'{r("Law. The law of ")}<w:r><w:footnoteReference w:id="1"/></w:r>{r("Vermont governs.")}'
CELLS = f"<w:tc>{p('Oats')}{p('per bushel')}</w:tc><w:tc>{p('$4.10')}{p('at the mill')}</w:tc>"
SIGN = '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:pict/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>'
FORMULA = "<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
HARD = (
    p(f"{r('Price. The price is ')}{FORMULA}{r(' a bushel.')}") + p(f"{r('Law. Vermont governs ')}{SIGN}{r(' all.')}"),
    p("Price. The price is fixed.") + p(f"{r('Boxes. The price is shown beside.')}{BOX}"),
    p(NOTED) + p("Price. The price is fixed."),
    p(f"{FIELD.format('begin')}{FIELD.format('separate')}{r('Price. The price is fixed.')}") + p(f"{r('Law. Vermont governs.')}{FIELD.format('end')}"),
    f"<w:sdt><w:sdtContent>{p('Price. The price is fixed.')}</w:sdtContent></w:sdt>" + p("Law. Vermont governs."),
    p("Price. The price is fixed.") + f"<w:tbl><w:tr>{CELLS}</w:tr>{row('Rye', '$5.20')}</w:tbl>" + p("Law. Vermont governs."),
)


@pytest.mark.parametrize("body_", HARD)
@pytest.mark.parametrize("taken", range(8))
def test_boxes_notes_fields_and_cells_lose_no_word(body_: str, taken: int) -> None:
    base = word(p("SUPPLY AGREEMENT") + p(AGREEMENT) + body_, footnotes=f'<w:footnote w:id="1">{p("Without its conflict of laws.")}</w:footnote>')
    of, document = deal(base, [])
    every = set_out(of.version.root)
    if taken >= len(every):
        return
    cut = every[taken].runs[-1]
    last = [msgspec.structs.replace(cut, struck="X"), Run(" and some more", None, "X")]
    changed = msgspec.structs.replace(every[taken], runs=(*every[taken].runs[:-1], *last))
    struck = msgspec.structs.replace(every[taken], runs=tuple(msgspec.structs.replace(run, struck="X") for run in every[taken].runs))
    for one in (changed, struck):
        text = [*every[:taken], one, *every[taken + 1 :]]
        for redline in (False, True):
            made = within_docx(base, document, text, {}, redline=redline) or b""
            assert letters(read(made).reading.text) == letters(" ".join(each.words() for each in text))
        assert letters(read(rejected(made)).reading.text) == letters(document.reading.text)


def letters(words_: str) -> list[str]:
    """The letters of words, in no order: what stands in a box or a note may stand behind it when it is written anew."""
    return sorted("".join(words_.split()))
