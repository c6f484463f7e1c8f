"""The summary of one instrument for a terminal, and what it calls the files."""

from pathlib import Path

import pytest

from conformed import given
from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.views.summary import summary
from tests.test_cli import run
from tests.written import FRAME, amendment, document

EXHIBIT = """\
\f                                                          EXHIBIT A

                    REAFFIRMATION

The undersigned, as guarantors of the Borrower, consent to this Amendment and reaffirm their
obligations under the Guaranty.


                                  Exhibit A-1
\f
IN WITNESS WHEREOF, this instrument has been executed.

ALDER MILLS LLC
By: BRAMBLE MILLING, INC., as its Sole Member

By: /s/ Ben Oake
Name: Ben Oake
Title: Treasurer

                                  Exhibit A-2
"""
WAIVES = 'Section 7.1 of the Credit Agreement is hereby amended by replacing "4.50" with "5.00".'


def words(read: Interpretation) -> str:
    return " ".join(summary(read).split())


def test_who_signs_an_exhibit_stands_apart_and_the_foot_of_its_pages_is_no_exhibit() -> None:
    read = amendment(WAIVES, behind=EXHIBIT)
    assert [one.name for one in read.instrument.divisions.parts] == ["Exhibit A"]
    assert [one.part for one in read.signatures] == [None, "Exhibit A"]
    shown = words(read)
    assert "Signatures (1) BRAMBLE MILLING, INC.: signed by Ada Thorne, President" in shown
    assert (
        "Signatures of Exhibit A (1) ALDER MILLS LLC, by BRAMBLE MILLING, INC., as its Sole Member: signed by Ben Oake" in shown
    )


def test_an_exhibit_whose_letter_goes_on_with_a_figure_is_one_of_its_own() -> None:
    behind = EXHIBIT.replace("                                  Exhibit A-1\n\f", "\f                      EXHIBIT A-1\n\nFORM OF NOTICE\n")
    behind = behind.partition("                                  Exhibit A-2")[0]
    read = amendment(WAIVES, behind=behind)
    assert [one.name for one in read.instrument.divisions.parts] == ["Exhibit A", "Exhibit A-1"]


def test_a_former_name_stands_with_the_name() -> None:
    text = FRAME.format(body=WAIVES).replace(
        "BRAMBLE MILLING, INC.\n\nBy:", "BRAMBLE MILLING, INC. (f/k/a BRAMBLE GRINDING CO.)\n\nBy:"
    )
    assert "BRAMBLE MILLING, INC. (f/k/a BRAMBLE GRINDING CO.): signed by" in words(interpret(parse(document(text))))


def test_entries_that_are_struck_are_named_by_their_keys() -> None:
    body = "The parties agree to delete from Exhibit B of the Credit Agreement all rate elements that bear the following USOCs: ABCDX, ABCEX and ABCFX."
    assert "strikes: all rate elements that bear the following USOCs: ABCDX, ABCEX, ABCFX" in words(amendment(body))


@pytest.mark.parametrize(("when", "told"), [("", True), (", effective May 4, 2019", False)])
def test_that_no_date_of_a_tariff_is_stated_is_told(when: str, told: bool) -> None:
    shown = words(amendment(f"The charges are stated in Section 8 of Bramble Tariff F.C.C. No. 7{when}."))
    assert "Bramble Tariff F.C.C. No. 7 (§ 1, p. 1" in shown
    assert ("its date is not stated" in shown) == told


def test_documents_whose_names_are_alike_are_told_by_their_paths(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "amendment.txt").write_text(FRAME.format(body=WAIVES))
    (said,) = given.matter([str(tmp_path / "first"), str(tmp_path / "second")]).files()
    assert f"{tmp_path}/second/amendment.txt is the same document as {tmp_path}/first/amendment.txt" in said


def test_an_empty_address_is_said_to_be_none() -> None:
    result = run("show", "examples/credit", "--provision", " ")
    assert result.returncode == 2
    assert "no address is given; write one such as 2.10(b)(2)" in result.stderr
