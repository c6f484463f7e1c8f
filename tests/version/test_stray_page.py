"""A page of the agreement in the midst of a new text is left out where it surely is one, and refused where it is not."""

import time

import pytest

from conformed.basis import Finding, FindingKind
from conformed.instrument import parse, parse_path
from conformed.language import interpret
from conformed.passes import Conformed, conformed
from conformed.version import OutcomeKind, at, locate, standing
from conformed.version.fold import fold
from conformed.version.passage import walk
from tests.test_cases import AGREEMENT
from tests.written import LETTER, document

PAGE = """\
keeper: (i) shall weigh the sacks before two witnesses; (ii) shall hand the bill to the Agent; and (iii) shall sweep the floor \
before the next load is brought in.

2.2 Opening Hours. The warehouse opens at sunrise of each Business Day, or before sunrise in harvest, once the bell has rung \
in the yard.

2.3 Day of Delivery. The grain will be brought on or before August 1, 2019 (the "Delivery Date") to the gate of the warehouse.

2.4 Right to Extend. The Borrower may extend the Delivery Date until September 1, 2019, for the following:

(a) a fee of Two Thousand Dollars ($2,000) paid to the Agent on or before July 1, 2019; and

(b) ten sacks of oats handed to the keeper within fifteen (15) days after the harvest.

If the Borrower extends the Delivery Date and brings no grain, the fee is not paid back.

ARTICLE III
STORAGE

The Borrower agrees with the Lenders as follows:

3.1 Roof. The roof of the warehouse is mended each spring, and no rain comes in."""
BASE = f"""\
ARTICLE II
GRAIN

2.1 Warehouse. The Borrower keeps all rye in the warehouse at Quay Street until the miller calls for it, and at each call the \
{PAGE}

3.2 Walls. The walls are whitewashed in May."""
BEFORE = """\
2.4 Right to Extend. The Borrower may extend the Delivery Date until October 15, 2019, for the following:

(a) a fee of Three Thousand Dollars ($3,000) paid to the Agent on or before June 15, 2019;

(b) twelve sacks of rye handed to the Agent at the gate; and"""
BEHIND = """\
(c) ten sacks of oats handed to the keeper within sixty (60) days after the harvest.

If the Borrower extends the Delivery Date, the fee is lost."""
ORDER = "Section 2.4 of the Credit Agreement is hereby deleted in its entirety and replaced with the following:"
SCANNED = {
    "or before sunrise": "01' before sunr1se",
    "Two Thousand Dollars": "Two 1110usand Dollars",
    "on or before July 1, 2019;": "on or before July 1,20]9;",
    "until September 1,": "until September l,",
    "The grain": "The gruin",
    "keeper within fifteen": "kceper within fifteen",
}


def matter(*orders: str, base: str = BASE) -> Conformed:
    days = ("January 6, 2020", "March 9, 2021")
    letters = [
        document(
            LETTER.format(title=f"AMENDMENT NO. {number}", day=day, body=f"1. {order}", last=2), f"{number}.txt"
        )
        for number, (order, day) in enumerate(zip(orders, days, strict=False), 1)
    ]
    documents = [document(AGREEMENT.format(body=base), "agreement.txt"), *letters]
    return conformed([interpret(parse(one)) for one in documents])


def order(page: str = PAGE, *, before: str = BEFORE, behind: str = BEHIND, between: str = " ") -> str:
    return f"{ORDER}\n\n{before}{between}{page}\n\n{behind}"


def stray(made: Conformed) -> list[Finding]:
    return [one for one in made.findings() if one.kind is FindingKind.STRAY_PAGE]


def text_of(made: Conformed, path: str = "2.4") -> str:
    root = made.version.root
    return "\n".join(standing(at(root, trail)) for trail in locate(root, parse_path(path)).trails)


def assert_left_out(made: Conformed, page: str = PAGE) -> None:
    """The new text stands without the page, each word where its place says, and the finding cites the page and no more."""
    assert [one.kind for one in made.version.outcomes] == [OutcomeKind.APPLIED]
    assert text_of(made).split() == f"{BEFORE}\n\n{BEHIND}".split()
    [finding] = stray(made)
    [place] = finding.places
    documents = made.chain.documents
    assert fold(documents[place.document].words(place)) == fold(page)
    for _, passage in walk(made.version.root):
        for run in passage.runs:
            if run.span is not None:
                assert documents[run.span.document].words(run.span) == run.text


def assert_refused(made: Conformed) -> None:
    """The old text stands, and nothing is said to be left out."""
    assert not stray(made)
    assert text_of(made).startswith("2.4 Right to Extend. The Borrower may extend the Delivery Date until September 1, 2019,")
    assert [one.kind for one in made.findings() if one.entry] == [FindingKind.AMBIGUOUS]


def test_a_page_from_the_midst_of_a_sentence_is_left_out() -> None:
    made = matter(order())
    assert_left_out(made)
    assert "“keeper: (i) shall weigh the sacks” to “spring, and no rain comes in.”" in stray(made)[0].says
    assert "are those of 2.1 to 3.1." in stray(made)[0].says


def test_a_page_on_lines_of_its_own_is_left_out() -> None:
    assert_left_out(matter(order(between="\n\n")))


def test_a_page_that_ends_in_the_midst_of_a_sentence_is_left_out() -> None:
    page = PAGE.removesuffix(" each spring, and no rain comes in.")
    assert_left_out(matter(order(page)), page)


def test_a_page_is_left_out_though_a_scanner_misread_it() -> None:
    page = PAGE
    for right, wrong in SCANNED.items():
        assert right in page
        page = page.replace(right, wrong)
    made = matter(order(page))
    assert_left_out(made, page)
    assert "misread by a scanner" in stray(made)[0].says


def test_quotation_marks_and_blanks_do_not_count() -> None:
    page = PAGE.replace('"Delivery Date"', "“Delivery Date”").replace("in harvest", "in  har-\nvest")
    assert stray(matter(order(page)))


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("August 1, 2019", "August 7, 2019"),  # a figure
        ("August 1, 2019", "August 1, 2018"),
        ("$2,000", "$20.00"),
        ("July 1, 2019", "June 1, 2019"),  # a month
        ("fifteen (15)", "sixteen (15)"),
        ("Two Thousand", "Ten Thousand"),
        ("is not paid back", "is now paid back"),  # what denies
        ("and no rain", "and the rain"),
        ("or before sunrise in", "and before sunrise in"),
        ("the gate of the warehouse", "the door of the warehouse"),
        ("once the bell has rung", "once the bell has twice rung"),
        ("sunrise of each", "each"),
    ],
)
def test_words_that_are_changed_are_not_misread(right: str, other: str) -> None:
    assert right in PAGE
    assert_refused(matter(order(PAGE.replace(right, other))))


def test_fewer_words_than_a_page_has_may_be_quoted() -> None:
    assert_refused(matter(order(PAGE.split("\n\n")[1], between="\n\n")))


def test_a_page_without_a_whole_section_is_none() -> None:
    lead, hours, delivery = PAGE.split("\n\n")[:3]
    page = f"{lead}\n\n{hours.removesuffix(' in the yard.')}"
    assert_refused(matter(order(page)))
    assert stray(matter(order(f"{lead}\n\n{hours}\n\n{delivery}")))


def test_a_page_with_too_much_misread_is_none() -> None:
    page = PAGE
    for word in ("sacks", "witnesses", "sweep", "floor", "load", "warehouse", "harvest", "yard", "grain", "gate", "spring"):
        page = page.replace(word, f"{word[0]}x{word[2:]}")
    assert_refused(matter(order(page)))


def test_sections_that_are_not_in_the_order_of_the_agreement_are_no_page() -> None:
    lead, second, third, rest = PAGE.split("\n\n", 3)
    assert_refused(matter(order("\n\n".join((lead, third, second, rest)))))


def test_a_list_that_does_not_go_on_behind_it_tells_no_page() -> None:
    assert_refused(matter(order(behind=BEHIND.replace("(c) ten", "(d) ten"))))
    assert_refused(matter(order(behind="If the Borrower extends the Delivery Date, the fee is lost.")))


def test_a_list_that_may_be_that_of_the_page_tells_none() -> None:
    walls = "3.2 Walls. The walls are:\n\n(a) dry; and\n\n(b) whitewashed in May."
    page = f"{PAGE}\n\n{walls}"
    base = BASE.replace("3.2 Walls. The walls are whitewashed in May.", f"{walls}\n\n3.3 Doors. The doors are shut.")
    assert_refused(matter(order(page), base=base))


def test_an_item_on_the_line_on_which_the_page_ends_tells_none() -> None:
    assert_refused(matter(order(f"{PAGE} {BEHIND}", behind="The Agent keeps a list of the sacks.")))


def test_a_page_with_no_whole_section_but_the_one_restated_is_none() -> None:
    page = f"the gate of the warehouse.{PAGE.partition('the gate of the warehouse.')[2]}"
    assert_refused(matter(order(page.removesuffix(" each spring, and no rain comes in."))))


def test_a_sentence_that_is_broken_off_tells_no_page() -> None:
    assert_refused(matter(order(before=BEFORE.removesuffix(" at the gate; and"))))


def test_the_word_that_joins_the_list_is_not_taken_for_one_of_the_page() -> None:
    base = BASE.replace("at each call the keeper:", "at each call; and keeper:")
    assert_refused(matter(order(), base=base))


def test_a_sentence_of_the_new_text_that_is_like_one_of_the_agreement_is_not_lost() -> None:
    base = BASE.replace("at each call the keeper:", "at each call. Rye is weighed. The keeper:")
    page = f"The {PAGE}"
    assert_refused(matter(order(page, before=f"{BEFORE.removesuffix('; and')}. Rye is weighed."), base=base))
    assert stray(matter(order(page, between="\n\n"), base=base))


def test_what_the_provision_said_before_may_be_kept() -> None:
    kept = BEFORE.replace("twelve sacks of rye handed to the Agent at the gate; and", "ten sacks of oats.")
    old = "If the Borrower extends the Delivery Date and brings no grain, the fee is not paid back."
    page = f"{old}{PAGE.partition(old)[2]}"
    assert_refused(matter(order(page, before=kept)))


def test_several_sections_that_are_restated_are_no_page() -> None:
    hours, delivery = PAGE.split("\n\n")[1:3]
    sections = (hours, delivery.replace("August 1", "August 9"), BEFORE.removesuffix("; and") + ".", PAGE.rpartition("\n\n")[2])
    names = ORDER.replace("Section 2.4", "Sections 2.2, 2.3, 2.4 and 3.1").replace(" is ", " are ").replace("its", "their")
    made = matter("\n\n".join((names, *sections)))
    assert not stray(made)
    assert [text_of(made, path).split() for path in ("2.2", "2.3", "2.4", "3.1")] == [one.split() for one in sections]


def test_words_of_other_provisions_within_a_new_text_are_kept() -> None:
    quoted = PAGE.partition("2.3 Day of Delivery. ")[2].partition("\n")[0]
    made = matter(order(f"{quoted[0].lower()}{quoted[1:-1]};"))
    assert not stray(made)
    assert [one.kind for one in made.version.outcomes] == [OutcomeKind.APPLIED]
    assert "to the gate of the warehouse;" in text_of(made)


def test_pages_in_several_instruments_are_left_out_each_for_itself() -> None:
    again = ORDER.replace("2.4", "3.2")
    walls = "3.2 Walls. The walls are kept as follows:\n\n(a) they are whitewashed in June;\n\n(b) they are dry; and"
    second = f"{again}\n\n{walls}\n\n{PAGE}\n\n(c) no ivy grows on them."
    made = matter(order(), second)
    assert len(stray(made)) == 2
    assert text_of(made, "3.2").split() == f"{walls} (c) no ivy grows on them.".split()
    assert text_of(made).split() == f"{BEFORE}\n\n{BEHIND}".split()
    assert text_of(matter(second), "3.2") == text_of(made, "3.2")


def test_the_time_grows_with_the_text() -> None:
    def seconds(count: int) -> float:
        line = "2.2 Opening Hours. The warehouse opens at sunrise of each Business Day, or before\n\n"
        base = BASE.replace("2.3 Day", f"{line * count}2.3 Day")
        begun = time.process_time()
        assert not stray(matter(order(line * count), base=base))
        return time.process_time() - begun

    assert seconds(400) < 12 * max(seconds(100), 0.05)
