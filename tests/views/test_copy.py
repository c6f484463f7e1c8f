"""A copy on paper as a value: its cover, its text, and the notes of its sources."""

import datetime
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from conformed.chosen import Choice, Chosen, chosen
from conformed.copied import copied
from conformed.views.copy import Copy, Piece, Told
from conformed.views.open_points import open_points
from conformed.views.set_out import set_out
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.version.matters import Matter, folded, matters
from tests.version.test_laws import made

EXAMPLES = Path(__file__).parents[2] / "examples"
MARCH = datetime.date(2024, 3, 1)


def credit(**choice: object) -> Chosen:
    return chosen(built(EXAMPLES / "credit"), Choice(**choice))  # type: ignore[arg-type]


def pieces(copy: Copy) -> Iterable[Piece]:
    """The words of a copy, in order, each paragraph and cell apart."""
    for block in copy.blocks:
        for paragraph in block.paragraphs:
            yield from (*paragraph.head, Piece("\n"), *paragraph.body, Piece("\n"))
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from (*cell, Piece("\n"))


def words(copy: Copy, *gone: str) -> list[str]:
    """The words of a copy, without those that were put in, or struck."""
    return re.findall(r"\w+", "".join(piece.text for piece in pieces(copy) if piece.change not in gone))


def notes(copy: Copy, role: str) -> list[Told]:
    return [note for block in copy.blocks for note in block.notes if note.role == role]


def cover(copy: Copy, title: str) -> str:
    """What a section of the cover tells."""
    (section,) = (one for one in copy.sections if one.title == title)
    return "\n".join(" ".join((one.mark, one.head, *one.says)).strip() for one in section.told)


@given(matters())
def test_a_copy_has_the_words_in_force_and_a_redline_those_before_as_well(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    clean, redline = (copied(chosen(result, Choice(redline=marked))) for marked in (False, True))
    text = "".join(folded(to_text(result.version.root)))

    def joined(copy: Copy, gone: str, *, ours: bool = True) -> str:
        kept = (one.text for one in pieces(copy) if one.change != gone and (ours or one.role != "ours"))
        return "".join(folded(" ".join("".join(kept).split())))

    assert joined(clean, "out") == text
    assert joined(redline, "out") == text
    if not any(link.restates for link in result.chain.links):
        assert joined(redline, "in", ours=False) == "".join(folded(to_text(result.version.base)))


@pytest.mark.parametrize("choice", [{}, {"as_of": MARCH}, {"after": 1}, {"against": 1}, {"redline": True}, {"without": ("Amendment No. 2",)}])
@pytest.mark.parametrize("matter", ["credit", "interconnection"])
def test_the_words_of_an_example_are_all_there_in_order(matter: str, choice: dict[str, object]) -> None:
    held = built(EXAMPLES / matter)
    if "without" in choice:
        choice = {"without": (held.chain.links[-1].id,)}
    one = chosen(held, Choice(**choice))  # type: ignore[arg-type]
    paragraphs = set_out(one.shown([one.version.root])[0])
    copy = copied(one)
    assert words(copy, "out") == re.findall(r"\w+", "\n".join(paragraph.words() for paragraph in paragraphs))
    assert copy.redline == one.marked


def test_the_cover_says_what_the_text_is_and_what_was_applied() -> None:
    copy = copied(credit(as_of=MARCH, known_at=None))
    assert copy.asked == ("Text in force on March 1, 2024.", "2 instruments are applied, 1 of them if its conditions were met; 1 is not; 6 points are open.")
    assert cover(copy, "Agreement") == "A Credit Agreement Dated March 15, 2021; credit-agreement.txt, 20 pages."
    applied = cover(copy, "Applied").splitlines()
    assert applied[0].startswith("1 Amendment No. 1 In force from June 30, 2022. Dated June 30, 2022; 13 changes ordered: 13 applied; amendment-no-1.txt")
    assert "none of the 5 is proved" in applied[1]
    assert "9 changes ordered: 7 applied, 1 told beside the words, which it does not edit, 1 not applied" in applied[1]
    assert re.match(r"W Limited Waiver Ended by June 30, 2023 at the latest\. .*it changes no words; .*\.$", cover(copy, "Not applied"))
    assert "waives Section 5.01(a)" in cover(copy, "Waived")
    assert "It had lapsed by March 1, 2024." in cover(copy, "Waived")
    assert "[2 if] ends each paragraph" in cover(copy, "Marks")


def test_what_does_not_count_is_told_as_not_in_force() -> None:
    early = copied(credit(as_of=datetime.date(2023, 1, 1)))
    assert [one.mark for one in early.sections[1].told] == ["1"]
    assert cover(early, "Waived") == "Nothing is waived."
    waiting = cover(early, "Not applied")
    assert "W Limited Waiver Not yet in effect; it counts from March 24, 2023" in waiting
    assert "2 Amendment No. 2 Not yet in force; it counts from February 28, 2024" in waiting
    assert "also of instruments that this text does not count" in cover(early, "Open points")
    assert not [note for note in notes(early, "entry") if note.mark != "1"]
    assert not notes(early, "waiver")
    assert cover(copied(credit(after=0)), "Applied").startswith("No instrument is applied")
    assert "without Amendment No. 2" in copied(credit(without=("Amendment No. 2",))).asked[0]


@pytest.mark.parametrize("choice", [{}, {"as_of": MARCH}, {"as_of": datetime.date(2023, 4, 1)}, {"after": 1}, {"after": 2}, {"without": ("Amendment No. 1",)}])
def test_each_instrument_stands_once_on_the_cover_and_is_counted_once(choice: dict[str, object]) -> None:
    copy = copied(credit(**choice))
    listed = {title: [told.mark for one in copy.sections if one.title == title for told in one.told if told.mark] for title in ("Applied", "Not applied")}
    assert sorted((*listed["Applied"], *listed["Not applied"])) == ["1", "2", "W"]
    changed = {note.mark for note in notes(copy, "entry")}
    assert changed <= set(listed["Applied"])
    counts = [int(count) for count in re.findall(r"(\d+) (?:instruments? (?:is|are) applied|(?:is|are) not;)", copy.asked[1])]
    assert counts == [len(marks) for marks in listed.values() if marks]


def test_the_open_points_are_those_of_the_command() -> None:
    one = credit(as_of=MARCH)
    told = cover(copied(one), "Open points")
    listed = open_points(one.matter.page(MARCH), plain=True)
    titles = re.findall(r"^## (\d+)\. (.+)$", listed, re.MULTILINE)
    assert re.findall(r"^(\d+) ", told, re.MULTILINE) == [number for number, _ in titles]
    flat = " ".join(told.split())
    for sentence in (line.strip("> ") for line in listed.splitlines() if line and line[0] not in "#-(" and "open as of" not in line):
        assert sentence.partition(" (In a ruling")[0] in flat, sentence
    assert "Settled by: a ruling, or the missing instrument." in flat


def test_a_note_of_ours_stands_apart_from_the_words_that_were_struck() -> None:
    told = "".join(piece.text for piece in pieces(copied(credit(redline=True))))
    assert '“LIBO Rate” [Deleted by Amendment No. 1] "LIBO Rate" means' in told
    assert len(re.findall(r"\[Deleted by Amendment No\. \d\](?! |\n)", told)) == 0


def test_the_margin_names_the_instrument_its_provision_and_its_page() -> None:
    copy = copied(credit(as_of=MARCH))
    (block,) = (one for one in copy.blocks if one.entry.startswith("SECTION 2.08"))
    assert [(note.mark, note.head, note.says) for note in block.notes] == [
        ("2", "Section added", ("Amendment No. 2, §\u00a02(b), p.\u00a02, from Feb\u00a028,\u00a02024, if its conditions were met.",))
    ]
    assert block.whole
    assert {note.mark for note in notes(copy, "finding")} == {"Open 1", "Open 4", "Open 5"}
    assert [note.says for note in notes(copy, "page")][:2] == [("p.\u00a01",), ("p.\u00a02",)]
    (override,) = notes(copy, "override")
    assert "The words beside are not edited." in override.says[0]


def test_each_changed_piece_stands_beside_a_note_of_its_instrument() -> None:
    copy = copied(credit(as_of=MARCH, redline=True))
    told = set[str]()
    for block in copy.blocks:
        told |= {note.mark for note in block.notes if note.role == "entry"}
        brought = [piece for one in block.paragraphs for piece in (*one.head, *one.body) if piece.change == "in" and piece.mark]
        assert {piece.mark.split()[0] for piece in brought} <= told, block.anchor
    assert told == {"1", "2"}
    assert {piece.mark for piece in pieces(copy) if piece.change == "in" and piece.mark} == {"1", "2 if"}
    (inserted,) = (piece for piece in pieces(copy) if piece.text.startswith("(other than by renewal"))
    assert inserted.mark == "1"
    assert "1.750%" in "".join(piece.text for piece in pieces(copy) if piece.change == "out")


def test_the_outline_passes_over_no_level() -> None:
    depths = [1, *(block.depth for block in copied(credit()).blocks if block.entry)]
    assert all(lower <= upper + 1 for upper, lower in pairwise(depths))
    assert set(depths) == {1, 2, 3}


def test_a_table_keeps_its_rows_and_its_head() -> None:
    (table,) = (one for one in copied(credit()).blocks if one.rows and "Lender" in "".join(piece.text for piece in one.rows[0].cells[0]))
    shown = [["".join(piece.text for piece in cell).strip() for cell in row.cells] for row in table.rows if not row.rule]
    assert shown[0] == ["Lender", "Commitment", "Percentage"]
    assert table.rows[0].headed
    assert ["Total", "$75,000,000", "100.0000%"] in shown
