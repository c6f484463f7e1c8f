"""Rulings: each settles the one finding that it names, and changes nothing else."""

import datetime

import pytest

from conformed.basis import FindingKind
from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import BadRecord, rulings_of
from conformed.passes import Conformed, conformed
from conformed.version import standing
from conformed.views.open_points import open_points
from tests.written import FRAME, document

AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

Section 2.1. Barges. The Borrower keeps ten barges, and hires ten barges more.

Section 2.2. Mills. The mill is kept dry.
"""
DOUBLE = (
    'Section 2.1 of the Credit Agreement is hereby amended by replacing "ten barges" with "twelve barges".'
)
HEAD = """
[[ruling]]
instrument = "Amendment No. 1"
by = "Ada Thorne"
day = 2020-02-01
why = "The closing memorandum says so"
"""


def made(order: str, ruling: str | None, frame: str = FRAME, known_at: datetime.date | None = None) -> Conformed:
    reads = [
        interpret(parse(document(text, name)))
        for name, text in (("a.txt", AGREEMENT), ("b.txt", frame.format(body=order)))
    ]
    return conformed(reads, rulings_of("rulings.toml", ruling.encode()) if ruling else None, known_at=known_at)


def section(matter: Conformed, path: str) -> str:
    (passage,) = matter.provision(matter.version, path)
    return " ".join(standing(passage).split())


def kinds(matter: Conformed) -> list[tuple[str, bool]]:
    return [(finding.kind, finding.open) for finding in matter.page(datetime.date(2020, 6, 1)).findings]


def test_a_ruling_says_which_of_two_places_is_meant() -> None:
    order = (
        'orders = \'In Section 2.1, the second reference to "ten barges" is replaced with "twelve barges".\''
    )
    before, after = made(DOUBLE, None), made(DOUBLE, f'{HEAD}finding = "Ambiguous"\npath = "2.1"\n{order}')
    assert kinds(before) == [("Ambiguous", True)]
    assert kinds(after) == [("Ambiguous", False)]
    assert section(after, "2.1").endswith("keeps ten barges, and hires twelve barges more.")
    assert section(after, "2.2") == section(before, "2.2")
    (entry,) = after.entries
    assert entry.operation.at == "1"
    assert entry.effective == datetime.date(2020, 1, 6)
    assert entry.ruling is not None
    assert entry.ruling.says == "Ruled by Ada Thorne on February 1, 2020: The closing memorandum says so."


def test_words_that_a_ruling_puts_in_lead_to_the_file_of_rulings() -> None:
    order = 'orders = \'In Section 2.1, "keeps ten" is replaced with "keeps twelve".\''
    matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\n{order}')
    page = matter.page(datetime.date(2020, 6, 1))
    (run,) = [run for one in page.provisions for run in one.runs if run.added]
    assert run.span is not None
    assert next(one.name for one in page.documents if one.id == run.span.document) == "rulings.toml"


def test_a_ruling_says_what_a_sentence_orders_that_is_not_read() -> None:
    unread = "Section 2.2 is amended by putting the mill on a hill, as the parties have discussed."
    ruling = f"{HEAD}finding = \"Unread\"\nat = \"1\"\norders = '''\nSection 2.2 is hereby amended and restated as follows:\n\n\"Section 2.2. Mills. The mill stands on a hill.\"\n'''"
    assert kinds(made(unread, None)) == [("Unread", True)]
    matter = made(unread, ruling)
    assert section(matter, "2.2") == "Section 2.2. Mills. The mill stands on a hill."
    assert kinds(matter) == [("Unread", False)]


def test_what_is_left_as_it_is_is_no_open_point() -> None:
    matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\nchoice = "leave"')
    assert section(matter, "2.1") == section(made(DOUBLE, None), "2.1")
    listed = open_points(matter.page(datetime.date(2020, 6, 1)))
    assert "No open points." in listed
    assert "# Settled by rulings" in listed
    assert "Ruled by Ada Thorne" in listed


def test_an_instrument_is_taken_in_by_a_ruling() -> None:
    frame = FRAME.replace("May 1,\n2018", "May 1,\n2017")
    order = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "dry" with "wet".'
    assert section(made(order, None, frame), "2.2").endswith("kept dry.")
    matter = made(order, f'{HEAD}finding = "OtherAgreement"\nchoice = "amends this agreement"', frame)
    assert section(matter, "2.2").endswith("kept wet.")
    assert kinds(matter) == [("OtherAgreement", False)]


@pytest.mark.parametrize(
    ("ruling", "says"),
    [
        ('finding = "Zombie"\nchoice = "leave"', "fits no finding"),
        ('finding = "Ambiguous"\npath = "2.9"\nchoice = "leave"', "fits no finding"),
    ],
)
def test_a_ruling_that_fits_nothing_is_a_finding(ruling: str, says: str) -> None:
    matter = made(DOUBLE, HEAD + ruling)
    (unfit,) = [one for one in matter.findings() if one.kind is FindingKind.UNFIT_RULING]
    assert says in unfit.says


def test_a_ruling_that_fits_several_findings_is_not_followed() -> None:
    matter = made(f"{DOUBLE}\n\n2. {DOUBLE}", f'{HEAD}finding = "Ambiguous"\nchoice = "leave"')
    assert [kind for kind, is_open in kinds(matter) if is_open] == ["Ambiguous", "Ambiguous", "UnfitRuling"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[ruling]\n", "is no TOML"),
        ('[[ruling]]\nfinding = "Ambiguous"\n', "missing required field"),
        (f'{HEAD}finding = "Odd"\nchoice = "leave"', "finding: invalid enum value 'Odd' (it can be Unread, NotFound, "),
        (f'{HEAD}finding = "Ambiguous"\nchoice = "odd"', "'odd' (it can be amends this agreement, leave)."),
        (f'{HEAD}finding = "Ambiguous"', "must have either a choice or orders"),
        (f'{HEAD}finding = "Ambiguous"\norders = "The sun shines."', "are not understood"),
        (
            f'{HEAD}finding = "Ambiguous"\norders = "In Section 2.1 \\"a\\" is replaced with \\"b\\"."',
            "between '''",
        ),
        (f'{HEAD}finding = "Ambiguous"\nchoice = "leave"\nwhom = "me"', "unknown field `whom`"),
        ("", "is empty"),
    ],
)
def test_a_file_that_holds_no_rulings_ends_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(BadRecord) as told:
        rulings_of("rulings.toml", text.encode())
    assert says in str(told.value)
    assert "\n" not in str(told.value)


def test_orders_on_a_slip_stand_behind_what_was_applied() -> None:
    order = "Section 2.2 of the Credit Agreement is hereby deleted in its entirety."
    base = AGREEMENT.replace("ten barges more.", "ten barges more, as Section 2.2 allows.")
    ruling = f'{HEAD}finding = "Slip"\norders = \'In Section 2.1, ", as Section 2.2 allows" is deleted.\''
    reads = [
        interpret(parse(document(base, "a.txt"))),
        interpret(parse(document(FRAME.format(body=order), "b.txt"))),
    ]
    matter = conformed(reads, rulings_of("rulings.toml", ruling.encode()))
    assert [outcome.kind for outcome in matter.version.outcomes] == ["applied", "applied"]
    assert section(matter, "2.1").endswith("hires ten barges more.")
    assert "Deleted" in section(matter, "2.2")


def test_a_second_ruling_on_one_finding_is_not_followed() -> None:
    choice = 'finding = "Ambiguous"\nchoice = "leave"'
    matter = made(DOUBLE, f"{HEAD}{choice}\n{HEAD}{choice}")
    assert kinds(matter) == [("UnfitRuling", True), ("Ambiguous", False)]


def test_an_instrument_is_taken_in_only_where_it_was_left_out() -> None:
    matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\nchoice = "amends this agreement"')
    assert kinds(matter) == [("Ambiguous", True), ("UnfitRuling", True)]


def test_the_line_ends_of_the_file_do_not_matter() -> None:
    orders = (
        "'''\nSection 2.1 is hereby amended and restated as follows:\n\n\"Section 2.1. Barges. None.\"\n'''"
    )
    text = f'{HEAD}finding = "Ambiguous"\npath = "Section 2.1"\norders = {orders}\n'
    assert section(made(DOUBLE, text.replace("\n", "\r\n")), "2.1").endswith("None.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            f'{HEAD}finding = "Ambiguous"\norders = \'In Section 2.1, "a" is replaced with "b". Nobody need pay.\'',
            "not understood",
        ),
        (f'{HEAD}finding = "Odd"\nchoice = "leave"', "ruling 1, finding"),
        (HEAD.replace("Ada Thorne", " ") + 'finding = "Ambiguous"\nchoice = "leave"', "by whom"),
    ],
)
def test_what_a_ruling_must_say(text: str, says: str) -> None:
    with pytest.raises(BadRecord) as told:
        rulings_of("rulings.toml", text.encode())
    assert says in str(told.value)


def test_orders_may_name_the_agreement_as_the_instruments_do() -> None:
    order = (
        'orders = \'In Section 2.1 of the Credit Agreement, "keeps ten" is replaced with "keeps twelve".\''
    )
    matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\n{order}')
    assert "keeps twelve barges" in section(matter, "2.1")
    other = order.replace("Credit Agreement", "Guaranty")
    matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\n{other}')
    assert section(matter, "2.1") == section(made(DOUBLE, None), "2.1")
    assert ("OtherAgreement", True) in kinds(matter)


def test_a_ruling_is_not_known_before_the_day_on_which_it_was_made() -> None:
    order = 'orders = \'In Section 2.1, "keeps ten" is replaced with "keeps twelve".\''
    for known_at, words, count in (
        (datetime.date(2020, 1, 31), "keeps ten barges", 1),
        (datetime.date(2020, 2, 1), "keeps twelve barges", 0),
    ):
        matter = made(DOUBLE, f'{HEAD}finding = "Ambiguous"\n{order}', known_at=known_at)
        (passage,) = matter.provision(matter.version, "2.1")
        assert words in standing(passage)
        assert len(matter.unsettled(matter.version, [passage], links=matter.links())) == count
