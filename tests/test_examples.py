import datetime
from pathlib import Path

import pytest

from conformed.document import from_text
from conformed.instrument import parse
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.version import standing
from conformed.views.reader.chain import chain_of
from conformed.views.reader.panels import panels_of
from conformed.views.to_text import to_text


def built(folder: Path) -> Conformed:
    return conformed(
        [interpret(parse(from_text(file.name, file.read_bytes()))) for file in sorted(folder.glob("*.txt"))]
    )


@pytest.fixture(scope="module")
def credit() -> Conformed:
    return built(Path(__file__).parent.parent / "examples" / "credit")


@pytest.fixture(scope="module")
def interconnection() -> Conformed:
    return built(Path(__file__).parent.parent / "examples" / "interconnection")


def text_of(matter: Conformed, path: str, day: str | None = None) -> str:
    version = matter.version if day is None else matter.as_of(datetime.date.fromisoformat(day))
    (passage,) = matter.provision(version, path)
    return " ".join(standing(passage).split())


def test_the_chain_is_in_order(credit: Conformed) -> None:
    assert [(link.id, link.title) for link in credit.chain.links] == [
        ("1", "Amendment No. 1"),
        ("W", "Limited Waiver"),
        ("2", "Amendment No. 2"),
    ]
    assert credit.chain.agreement is not None
    assert credit.chain.findings == ()


def test_one_operation_is_not_applied_and_says_why(credit: Conformed) -> None:
    refused = [outcome for outcome in credit.version.outcomes if outcome.kind == "unapplied"]
    assert [(outcome.entry, outcome.finding.kind) for outcome in refused if outcome.finding] == [
        ("2-7", "NotFound")
    ]
    finding = refused[0].finding
    assert finding is not None
    assert finding.nearest is not None
    assert "$2,000,000 in any fiscal year" in finding.nearest.text
    assert "$2,000,000 in any fiscal year" in text_of(credit, "7.03(b)")


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("2021-12-31", "3.50 to 1.00"),
        ("2022-06-30", "3.75 to 1.00"),
        ("2024-02-27", "3.75 to 1.00"),
        ("2024-02-28", "4.00 to 1.00"),
    ],
)
def test_the_covenant_level_on_a_day(credit: Conformed, day: str, level: str) -> None:
    assert f"greater than {level}." in text_of(credit, "6.01", day)


def test_a_clause_of_a_clause_is_replaced_and_words_stand_between_two_words(credit: Conformed) -> None:
    assert "Evergreen Letter of Credit" in text_of(credit, "2.05(b)(2)")
    assert "Evergreen Letter of Credit" not in text_of(credit, "2.05(b)(2)", "2022-06-29")
    assert (
        "has been extended (other than by renewal of an Evergreen Letter of Credit permitted by"
        in text_of(credit, "2.05(d)(3)")
    )
    assert text_of(credit, "2.05(d)(3)").count(" or postponed") == 1


def test_definitions_stand_in_alphabetical_order(credit: Conformed) -> None:
    (section,) = credit.provision(credit.version, "1.01")
    terms = [
        child.label[1:].lower()
        for child in section.children
        if child.kind == "definition" and child.struck is None
    ]
    assert terms == sorted(terms)
    assert "term sofr" in terms
    assert "libo rate" not in terms


def test_a_term_is_replaced_throughout(credit: Conformed) -> None:
    assert "LIBO Rate" not in text_of(credit, "2.02")
    assert "LIBO Rate" in text_of(credit, "2.02", "2022-06-29")


def test_a_deleted_section_keeps_its_number(credit: Conformed) -> None:
    assert text_of(credit, "7.04") == "SECTION 7.04. [Deleted by Amendment No. 2]"


def test_the_waiver_is_an_overlay(credit: Conformed) -> None:
    page = credit.page(datetime.date(2023, 4, 1))
    (waiver,) = page.waivers
    assert waiver.provisions == ("5.01(a)",)
    assert waiver.last == datetime.date(2023, 6, 30)
    assert waiver.lapses_if is not None
    assert "May 15, 2023" in waiver.lapses_if
    assert len(waiver.places) == 1
    before, after = (text_of(credit, "5.01(a)", day) for day in ("2023-03-23", "2023-04-01"))
    assert before == after


def test_the_blank_line_is_an_open_point(credit: Conformed) -> None:
    page = credit.page(datetime.date(2024, 6, 1))
    blanks = [finding.says for finding in page.findings if finding.kind == "BlankSignature"]
    assert len(blanks) == 1
    assert "DUQUAINE SAVINGS BANK" in blanks[0]


def test_every_visible_word_of_the_text_leads_to_a_page(credit: Conformed) -> None:
    page = credit.page(datetime.date(2024, 6, 1))
    for provision in page.provisions:
        for run in provision.runs:
            assert run.page or run.ours or not run.text.strip()


def test_words_of_ours_are_no_added_words(credit: Conformed) -> None:
    redline = to_text(credit.version.root, redline=True)
    assert "[Deleted by" in redline
    assert "{+[Deleted by" not in redline


def test_rate_elements_are_struck_by_their_keys(interconnection: Conformed) -> None:
    before, after = (to_text(version.root) for version in (interconnection.after(0), interconnection.version))
    for key in ("NPCSX", "NPCPX", "NPCNX", "NPCCX"):
        assert key in before
        assert key not in after
    assert "SOEXX" in after


def test_one_text_is_added_in_two_places(interconnection: Conformed) -> None:
    seven, ten = (text_of(interconnection, f"Attachment 2/{number}") for number in ("7.4", "10.9"))
    assert seven.removeprefix("7.4 ") == ten.removeprefix("10.9 ")
    assert seven.startswith("7.4 For local number portability")


def test_affiliates_stand_by_state(interconnection: Conformed) -> None:
    page = interconnection.page(datetime.date(2024, 1, 1))
    assert len({one.state for one in page.affiliates}) >= 4
    assert all(
        name.endswith((".", "LLC", "Co", "Inc.", "L.L.C.", "Company", "Corporation"))
        for one in page.affiliates
        for name in one.names
    )


def test_the_filing_is_noted(interconnection: Conformed) -> None:
    page = interconnection.page(datetime.date(2024, 1, 1))
    assert any(note.topic == "filing" and "252(e)" in note.sentence for note in page.notes)


@pytest.mark.parametrize(
    ("path", "day", "said"),
    [
        ("5.01", "2023-03-23", []),
        (
            "5.01",
            "2023-05-16",
            ["from March 24, 2023 to June 30, 2023, if its conditions were met: ", "It ends if “the Borrower fails to deliver"],
        ),
        ("5.01(a)", "2023-07-01", ["It had lapsed by July 1, 2023."]),
        (
            "5.01(a)",
            "2023-06-30",
            ["The Limited Waiver, Section 1, waives Section 5.01(a) from March 24, 2023", "It alters no words."],
        ),
        ("5.01(c)", "2023-05-16", ["waives Section 5.01(a)", "under clause (c) of Section 5.01"]),
        ("5.01(b)", "2023-05-16", []),
        ("5.02", "2023-05-16", []),
    ],
)
def test_a_waiver_stands_beside_the_text_with_its_days(
    credit: Conformed, path: str, day: str, said: list[str]
) -> None:
    shown = datetime.date.fromisoformat(day)
    version = credit.as_of(shown)
    beside = credit.beside(version, credit.provision(version, path), day=shown)
    assert len(beside) == bool(said)
    assert all(words in beside[0] for words in said)
    assert ("lapsed" in "".join(beside)) == (day > "2023-06-30" and bool(said))


def test_what_later_instruments_say_does_not_stand_beside_an_earlier_text(credit: Conformed) -> None:
    for count, sentences in ((1, 0), (2, 2), (3, 5)):
        version = credit.after(count)
        assert len(credit.beside(version, [version.root], links=credit.links(count))) == sentences


def test_the_margin_tells_in_how_many_places_words_were_replaced() -> None:
    from tests.ledger.test_rulings import made

    order = 'Section 2.1 of the Credit Agreement is amended by replacing each reference to "ten" with "twelve".'
    (entry,) = made(order, None).page(datetime.date(2020, 6, 1)).entries
    assert entry.label == "Words replaced in 2 places"


def test_the_borrower_signed_the_agreement_though_the_form_attached_to_it_is_blank(credit: Conformed) -> None:
    page = credit.page(datetime.date(2024, 6, 1))
    panels = panels_of(page, chain_of(page))
    agreement = panels.signed[0]
    assert agreement.summary == "7 signed"
    assert [(one.part, one.signed) for one in agreement.forms] == [("Exhibit A", False)]
    assert dict(panels.matrix)["HARLOW RIDGE PACKAGING, INC."] == ("signed",) * 4
