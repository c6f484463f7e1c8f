"""Which document is the agreement, and why each instrument stands where it does."""

import datetime
import re

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import NoMatter, rulings_of
from conformed.ledger.files import files
from conformed.ledger.persons import of_other_persons
from conformed.passes import conformed
from conformed.views.chain import chain_text
from conformed.views.to_text import to_text
from tests.ledger.test_restatement import made
from tests.ledger.test_rulings import AGREEMENT
from tests.written import FRAME, document
from tests.written import LETTER as AMENDING

ORDER = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "dry" with "wet".'
ALIKE = AGREEMENT.replace("HARBOR & QUAY BANK, N.A.", "FEN & DALE BANK, N.A.")


def test_of_two_alike_agreements_that_of_both_parties_is_meant() -> None:
    chain = made(ALIKE, AGREEMENT, FRAME.format(body=ORDER)).chain
    assert chain.agreement is not None
    assert chain.agreement.instrument.document.name == "1.txt"
    assert [finding.kind for finding in chain.findings] == ["SecondAgreement"]


@pytest.mark.parametrize(
    ("frame", "place"),
    [
        (
            FRAME,
            "by the day on which it takes effect; it names the day of the agreement, its title and its parties",
        ),
        (
            FRAME.replace(", dated as of January 6, 2020,", ""),
            "by its number, since it bears no day; it names the day of the agreement, its title and its parties",
        ),
        (FRAME.replace("May 1,\n2018", "May 1,\n2011"), "apart: it amends another agreement"),
    ],
)
def test_each_instrument_tells_why_it_stands_where_it_does(frame: str, place: str) -> None:
    (link,) = made(AGREEMENT, frame.format(body=ORDER)).chain.links
    assert link.place == place


def test_the_order_of_the_files_does_not_matter() -> None:
    first = FRAME.format(body=ORDER)
    second = (
        FRAME.replace("NO. 1", "NO. 2")
        .replace("January 6", "March 6")
        .format(body=ORDER.replace("dry", "wet"))
    )
    reads = [link.read for link in made(AGREEMENT, second, first).chain.links if link.read]
    assert [read.head.number for read in reads] == [1, 2]
    assert conformed(reads).chain.agreement is None


UNDATED = FRAME.replace(", dated as of January 6, 2020,", "").replace(" NO. 1", "")
ALONE = 'Section 2.2 of the Credit Agreement is hereby amended and restated to read: "Section 2.2. Mills. The mill is {}."'


def test_instruments_without_a_day_clash_where_their_order_makes_a_difference() -> None:
    matter = made(
        AGREEMENT, UNDATED.format(body=ALONE.format("wet")), UNDATED.format(body=ALONE.format("hot"))
    )
    assert {outcome.kind for outcome in matter.version.outcomes} == {"unapplied"}
    assert {finding.kind for finding in matter.version.findings} == {"Clash"}


def test_a_clash_is_none_where_one_of_the_two_is_left_out() -> None:
    matter = made(
        AGREEMENT, UNDATED.format(body=ALONE.format("wet")), UNDATED.format(body=ALONE.format("hot"))
    )
    first = matter.chain.links[0]
    version = matter.text(matter.in_force([first.id]))
    assert [outcome.kind for outcome in version.outcomes] == ["applied", "not_in_force"]


def test_an_undated_instrument_stands_before_the_next_in_number() -> None:
    second = FRAME.replace("NO. 1", "NO. 2").format(
        body=ORDER.replace("dry", "wet").replace('with "wet"', 'with "hot"')
    )
    matter = made(AGREEMENT, second, FRAME.replace(", dated as of January 6, 2020,", "").format(body=ORDER))
    assert [link.number for link in matter.chain.links] == [1, 2]
    assert [outcome.kind for outcome in matter.version.outcomes] == ["applied", "applied"]


BESIDE = """\
{title}

This {title}, dated as of May 1, 2018, is made by BRAMBLE MILLING, INC., a Delaware corporation (the "Borrower"), in favor of
HARBOR & QUAY BANK, N.A. (the "Agent").

Section 2.2. Mills. The mill is kept dry.
"""


def of(title: str) -> str:
    """An amendment of another document between the same parties, of the same day."""
    text = FRAME.format(body=ORDER.replace("Credit Agreement", title))
    return (
        text.replace("CREDIT AGREEMENT", title.upper())
        .replace("that certain Credit Agreement", f"that certain {title}")
        .replace('"Credit Agreement"', f'"{title}"')
    )


@pytest.mark.parametrize("files", [["Guaranty"], ["Guaranty", "beside"], ["Fee Agreement", "beside"]])
def test_a_document_beside_the_agreement_is_another(files: list[str]) -> None:
    title, *more = files
    ours = FRAME.replace("January 6", "March 6").replace("NO. 1", "NO. 2").format(body=ORDER)
    others = [BESIDE.format(title=title.upper())] if more else []
    matter = made(AGREEMENT, ours, FRAME.format(body=ORDER.replace("2.2", "2.1")), of(title), *others)
    assert "OtherAgreement" in {finding.kind for finding in matter.chain.findings}
    assert [link.changes for link in matter.chain.links] == [True, True, False]


def test_a_day_before_that_of_the_agreement_is_told() -> None:
    early = FRAME.replace("January 6, 2020", "January 6, 2017").replace(" dated as of May 1,\n2018", "")
    matter = made(AGREEMENT, early.format(body=ORDER))
    assert matter.files() == [
        "1.txt bears a day before that of the agreement, January 6, 2017; it was taken in."
    ]


ENGAGED = """\
{title}

This {title}, dated as of {day}, is between BRAMBLE MILLING, INC., a Delaware corporation (the "Company"), and {name}
(the "Executive").

{body}
"""
KEPT = "1. Barge. The Executive keeps the barge dry.\n\n2. Mill. The Executive keeps the mill dry."
ORDERED = """\
WHEREAS, the Company and the Executive are parties to an Employment Agreement dated as of May 1, 2018 (the "Agreement");

NOW, THEREFORE, the parties agree as follows:

1. Section 2 of the Agreement is hereby amended by replacing "dry" with "wet".

IN WITNESS WHEREOF, the parties have executed this Amendment.
"""


def engaged(name: str) -> str:
    return ENGAGED.format(title="EMPLOYMENT AGREEMENT", day="May 1, 2018", name=name, body=KEPT)


def of_person(name: str, day: str = "January 6, 2020") -> str:
    title = "AMENDMENT NO. 1 TO EMPLOYMENT AGREEMENT"
    return ENGAGED.format(title=title, day=day, name=name, body=ORDERED)


@pytest.mark.parametrize("base", [[engaged("Ada L. Thorne")], []])
def test_what_another_person_agreed_on_the_same_day_is_another_agreement(base: list[str]) -> None:
    texts = [of_person("Ada Thorne"), of_person("Basil Rook"), of_person("Edda Thorne")]
    matter = made(*base, *texts)
    assert [link.changes for link in matter.chain.links] == [True, False, False]
    kinds = [finding.kind for finding in matter.chain.findings]
    apart = ["OtherAgreement", "OtherAgreement"]
    assert kinds == (apart if base else ["NoAgreement", *apart, "SecondAgreement"])


def test_an_instrument_of_another_person_that_names_no_agreement_is_of_another() -> None:
    unsaid = of_person("Basil Rook").replace("WHEREAS, the Company and the Executive are parties to an Employment Agreement dated", "Effective")
    matter = made(engaged("Ada Thorne"), unsaid)
    assert [link.changes for link in matter.chain.links] == [False]
    assert [finding.says for finding in matter.chain.findings if finding.kind == "OtherAgreement"] == [
        "1.txt amends the EMPLOYMENT AGREEMENT, between other parties than those of the EMPLOYMENT AGREEMENT dated May 1, 2018; none of it was applied."
    ]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ada L. Thorne", "Ada Thorne", False),
        ("A. Linn Thorne, Jr.", "Linn Thorne", False),
        ("Ada L. Thorne", "Ada Linn Thorne", False),
        ("Ada L. Thorne", "Ada M. Thorne", True),
        ("Ada Thorne", "Edda Thorne", True),
        ("Ada Thorne", "Ada Rook", True),
        ("Ada Thorne", "", False),
    ],
)
def test_names_that_may_be_those_of_one_person(one: str, other: str, *, apart: bool) -> None:
    assert of_other_persons([one], [other] if other else []) is apart
    assert of_other_persons([other] if other else [], [one]) is apart


def test_the_agreement_that_most_instruments_are_of_is_meant_where_it_is_not_to_hand() -> None:
    texts = [of_person("Basil Rook"), of_person("Ada Thorne"), of_person("Ada Thorne", "March 6, 2021")]
    matter = made(*texts)
    assert [link.changes for link in matter.chain.links] == [True, True, False]


@pytest.mark.parametrize(("day", "missing"), [("January 6", 0), ("May 6", 1)])
def test_an_amendment_without_number_before_the_second_is_the_first(day: str, missing: int) -> None:
    plain = FRAME.replace("AMENDMENT NO. 1", "AMENDMENT").replace("January 6", day).format(body=ORDER)
    second = FRAME.replace("NO. 1", "NO. 2").replace("January 6", "March 6").format(body=ORDER)
    matter = made(AGREEMENT, plain, second)
    assert [finding.kind for finding in matter.chain.findings] == ["MissingInstrument"] * missing


LETTER = """\
October 4, 2017

Rue Fenn
12 Mill Lane, Alder, Ohio

Dear Ms. Fenn:

Bramble Milling, Inc. (the "Company") is pleased to offer you employment on the terms stated in this letter.

1. Position. You will be the Chief Miller of the Company.

2. Salary. Your salary will be $100,000 a year.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne

Agreed and accepted:

/s/ Rue Fenn
Rue Fenn
"""
OF_LETTER = """\
AMENDMENT NO. 1 TO LETTER AGREEMENT

This Amendment No. 1 (this "Amendment"), dated as of May 1, 2020, is between BRAMBLE MILLING, INC., an Ohio corporation
(the "Company"), and Rue Fenn.

WHEREAS, the Company and Rue Fenn are parties to a letter agreement dated October 4, 2017 (the "Letter Agreement");

NOW, THEREFORE, the parties agree as follows:

1. Section 2 of the Letter Agreement is hereby amended by deleting "$100,000" and substituting "$120,000".

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
"""


def test_a_letter_of_the_day_and_the_parties_that_an_amendment_names_is_the_agreement() -> None:
    matter = made(LETTER, OF_LETTER)
    assert matter.chain.agreement is not None
    assert (matter.chain.title, matter.chain.dated) == ("letter agreement", datetime.date(2017, 10, 4))
    assert "Your salary will be $120,000 a year." in to_text(matter.version.root)
    assert matter.files() == []


def test_a_letter_that_the_other_side_accepts_is_an_agreement_by_itself() -> None:
    matter = made(LETTER)
    assert (matter.chain.title, matter.chain.dated) == ("Agreement", datetime.date(2017, 10, 4))
    assert "Your salary will be $100,000 a year." in to_text(matter.version.root)
    with pytest.raises(NoMatter):
        made(LETTER.replace("Agreed and accepted:\n\n/s/ Rue Fenn\nRue Fenn\n", ""))


def test_a_letter_beside_another_agreement_is_left_out() -> None:
    matter = made(AGREEMENT, LETTER)
    assert matter.chain.agreement is not None
    assert matter.chain.agreement.instrument.document.name == "0.txt"
    assert matter.files() == ["1.txt is a letter agreement that nothing here changes; it was left out."]


@pytest.mark.parametrize(("old", "new"), [("October 4", "October 5"), ("Rue Fenn", "Lea Marsh")])
def test_a_letter_of_another_day_or_of_other_parties_is_not(old: str, new: str) -> None:
    matter = made(LETTER.replace(old, new), OF_LETTER)
    assert matter.chain.agreement is None
    assert matter.files() == ["0.txt is a letter agreement that nothing here changes; it was left out."]


def test_the_first_instrument_of_a_file_that_is_left_out_is_not_told_as_the_file() -> None:
    first = interpret(parse(document("NOTES ON BARGES\n\nThe barges are old.\n", "0.txt")))
    second = interpret(parse(document(AGREEMENT, "0.txt, instrument 2")))
    told = list(files([first, second], second, ()))
    assert told == ["0.txt, instrument 1, is no agreement and no instrument that changes one; it was left out."]


def test_an_earlier_instrument_that_is_told_without_number_may_be_the_first() -> None:
    told = FRAME.replace("NO. 1", "NO. 2").replace('(the "Credit Agreement")', 'as amended as of January 6, 2019 (the "Credit Agreement")')
    matter = made(AGREEMENT, told.format(body=ORDER))
    assert [finding.kind for finding in matter.chain.findings] == ["MissingInstrument"]


def test_a_ruling_takes_in_an_instrument_of_another_person() -> None:
    unsaid = of_person("Basil Rook").replace("WHEREAS, the Company and the Executive are parties to an Employment Agreement dated", "Effective")
    reads = [interpret(parse(document(text, f"{turn}.txt"))) for turn, text in enumerate((engaged("Ada Thorne"), unsaid))]
    ruling = """\
[[ruling]]
finding = "OtherAgreement"
instrument = "1.txt"
by = "Ada Thorne"
day = 2024-05-02
why = "Basil Rook signed in my place"
choice = "amends this agreement"
"""
    matter = conformed(reads, rulings_of("rulings.toml", ruling.encode()))
    assert [link.changes for link in matter.chain.links] == [True]
    assert not matter.unfit


NAMELESS = re.sub("is among .*?\\)\\.", "is made by the undersigned.", AGREEMENT, flags=re.DOTALL)
ON_A_FORM = """\
CHANGE ORDER TO WATERWORKS AGREEMENT

The Agreement between the parties named below is changed as follows:

1. Section 2.2 is hereby amended by replacing "dry" with "wet".

THISTLE WATERWORKS, LLC

By: /s/ Per Dahl
Name: Per Dahl

FEN DREDGING, INC.

By: /s/ Ina Holm
Name: Ina Holm
"""


@pytest.mark.parametrize(
    ("base", "instrument", "ours"),
    [
        (AGREEMENT, ON_A_FORM, False),
        (AGREEMENT + "\nFEN DREDGING, INC. keeps the weir.", ON_A_FORM, True),
        (NAMELESS, UNDATED.format(body=ORDER), True),
        (NAMELESS.replace("May 1, 2018", "the Closing Date"), UNDATED.format(body=ORDER), False),
    ],
    ids=["signers of another", "one of two stands in it", "its day is named", "no day and no name"],
)
def test_an_instrument_of_strangers_is_of_another_agreement(base: str, instrument: str, *, ours: bool) -> None:
    """Where the parties of one of the two are not told, the names of those that make or sign the instrument are looked for."""
    (link,) = made(base, instrument).chain.links
    assert link.changes is ours


FIRST = AMENDING.format(title="AMENDMENT NO. 1", day="May 2, 2019", body=f"1. {ALONE.format('wet')}", last=2)
OF_THE_DAY = AMENDING.format(title="WAIVER AND AMENDMENT", day="May 2, 2019", body=f"1. {ALONE.format('hot')}", last=2)
ON = 'May 1,\n2018 (the "Credit'


@pytest.mark.parametrize("named", [" of even date herewith", ", dated as of May 2, 2019", ""])
def test_an_instrument_stands_behind_one_of_its_day_that_its_recitals_name(named: str) -> None:
    behind = OF_THE_DAY.replace(ON, f'May 1,\n2018, as amended by Amendment No. 1{named} (the "Credit')
    matter = made(AGREEMENT, behind, FIRST)
    first, second = matter.chain.links
    assert (first.number, second.number) == (1, None)
    assert second.place.endswith("; its recitals name Amendment No. 1, of the same day")
    assert not matter.version.findings
    assert "The mill is hot." in to_text(matter.version.root)


def test_of_two_of_one_day_it_is_told_that_nothing_tells_which_came_first() -> None:
    places = [link.place for link in made(AGREEMENT, OF_THE_DAY, FIRST).chain.links]
    assert places[1] == f"{places[0]}; nothing tells whether Amendment and waiver came first"


def test_a_clash_is_told_once_in_the_chain() -> None:
    matter = made(AGREEMENT, OF_THE_DAY, FIRST)
    told = " ".join(chain_text(matter.page(datetime.date(2021, 1, 1))).split())
    assert told.count("came first, and the change of 2.2 comes out differently") == 1


def test_no_instrument_without_a_number_is_marked_by_the_number_of_another() -> None:
    third = FIRST.replace("NO. 1", "NO. 2").replace("May 2", "June 2")
    links = made(AGREEMENT, OF_THE_DAY, UNDATED.format(body=ALONE.format("dry")), third).chain.links
    assert [(link.number, link.id) for link in links] == [(None, "1"), (2, "2"), (None, "3")]


def test_change_orders_are_counted_and_called_so() -> None:
    orders = [f"Change Order No. {number}\n\n{UNDATED.format(body=ALONE.format('wet'))}" for number in (10, 9)]
    links = made(AGREEMENT, *orders).chain.links
    assert [link.title for link in links] == ["Change Order No. 9", "Change Order No. 10"]


@pytest.mark.parametrize("blank", ["[NAME]", "_____________"])
def test_a_form_is_of_no_agreement_whose_parties_are_named(blank: str) -> None:
    form = of_person(blank, "March 1, 2020")
    matter = made(engaged("Ada Thorne"), of_person("Ada Thorne"), form)
    assert [link.changes for link in matter.chain.links] == [True, False]
    assert [finding.says for finding in matter.chain.findings] == [
        "2.txt leaves the name of a party open, as a form does; none of it was applied."
    ]
    assert [link.changes for link in made(of_person("Ada Thorne"), form).chain.links] == [True, False]
    assert [link.changes for link in made(engaged(blank), form).chain.links] == [True]
    assert [link.changes for link in made(form).chain.links] == [True]


@pytest.mark.parametrize("called", ["Amendment No. 1", "the First Amendment", "Amendment 1"])
def test_an_instrument_of_the_chain_is_known_by_its_number_where_another_changes_it(called: str) -> None:
    body = f'1. Section 1 of {called} is hereby amended by replacing "wet" with "damp".'
    second = AMENDING.format(title="AMENDMENT NO. 2", day="June 2, 2019", body=body, last=2)
    version = made(AGREEMENT, FIRST, second).version
    assert not version.findings
    assert version.outcomes[-1].paths == version.outcomes[0].paths
    taken_back = second.replace('amended by replacing "wet" with "damp"', "deleted in its entirety")
    says = [finding.says for finding in made(AGREEMENT, FIRST, taken_back).version.findings]
    name = called.removeprefix("the ")
    assert says == [f"The sentence changes {name} and not the agreement: what {name} changed stands as it did."]
