"""A redline between two states of a text: its two sides are the two texts."""

import datetime
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from rapidfuzz.distance import Indel

from conformed.document import from_text
from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import NoMatter
from conformed.passes import Conformed, conformed
from conformed.version import Passage, Run, by_word, since
from conformed.views.to_text import to_text
from tests.test_examples import built
from tests.version.agreements import HEAD
from tests.version.matters import Matter, matters
from tests.version.matters import amendment as ordering
from tests.version.test_laws import made
from tests.written import amendment

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
MATTERS = {name: built(EXAMPLES / name) for name in ("credit", "interconnection")}
PAIRS = [
    pytest.param(matter, earlier, later, id=f"{name}-{earlier}-{later}")
    for name, matter in MATTERS.items()
    for earlier, later in combinations(range(len(matter.chain.links) + 1), 2)
]


NOTES = re.compile(r"(?:“[^”\[\]]{1,80}”\s*)?\[Deleted\s+by\s+[^\]]*\]")  # of Conformed's own
MARKED = re.compile(r"\{\+(.*?)\+\}|\[-(.*?)-\]", re.DOTALL)


def words(text: str) -> list[str]:
    """The words of a text, and its marks of punctuation each as one."""
    return re.findall(r"\w[\w.,$]*\w|\w|[^\w\s]", NOTES.sub(" ", text))


def redline(matter: Conformed, earlier: int, later: int) -> str:
    before = matter.in_force(matter.links(earlier))
    return to_text(by_word(since(matter.after(later).root, before), matter.chain.documents), redline=True)


def assert_agrees(matter: Conformed, earlier: int, later: int) -> None:
    """The two sides of a redline are the two texts, and it marks no less than an independent comparison finds."""
    shown = redline(matter, earlier, later)
    before, after = (to_text(matter.after(count).root) for count in (earlier, later))
    assert words(MARKED.sub(r"\2", shown)) == words(before)
    assert words(MARKED.sub(r"\1", shown)) == words(after)
    marked = sum(len(words(new or old)) for new, old in MARKED.findall(shown))
    assert marked >= Indel.distance(words(before), words(after))


@pytest.mark.parametrize(("matter", "earlier", "later"), PAIRS)
def test_a_redline_agrees_with_an_independent_comparison(matter: Conformed, earlier: int, later: int) -> None:
    assert_agrees(matter, earlier, later)


@given(matters())
def test_a_redline_of_any_matter_agrees_with_an_independent_comparison(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    last = len(result.chain.links)
    for earlier in (0, 1):
        assert_agrees(result, earlier, last)


@pytest.mark.shared
def test_the_redlines_of_real_instruments_agree_with_an_independent_comparison(shared: Path) -> None:
    folder = shared / "corpus" / "dev"
    probes = json.loads((shared / "gold" / "dev" / "probes.json").read_text())
    chains = {tuple(probe["files"]) for probe in probes} | {(file.name,) for file in folder.glob("*.txt")}
    for names in sorted(chains):
        with suppress(NoMatter):
            matter = conformed([interpret(parse(from_text(name, (folder / name).read_bytes()))) for name in names])
            assert_agrees(matter, 0, len(matter.chain.links))


def test_a_redline_against_a_day_leaves_older_changes_unmarked() -> None:
    credit = MATTERS["credit"]
    before = credit.in_force(credit.links(), datetime.date(2023, 1, 1))
    (passage,) = credit.provision(credit.version, "6.01")
    shown = to_text(since(passage, before), redline=True)
    assert "[-3.75 to" in shown
    assert "3.50" not in shown


def test_what_is_replaced_and_not_to_hand_is_struck_with_its_number_and_neighbours_stand_in_one_mark() -> None:
    body = (
        "Section 7.1(b) of the Credit Agreement is hereby amended by deleting clause (2) thereof in its entirety and replacing it "
        "with the following:\n\"(2) a fee that is due (i) on each Quarterly Date or (ii) on the Maturity Date.\""
    )
    shown = " ".join(to_text(conformed([amendment(body)]).version.root, redline=True).split())
    assert "[-(2) [Text not to hand]-]" in shown
    assert "{+(2) a fee that is due (i) on each Quarterly Date or (ii) on the Maturity Date.+}" in shown


def test_a_redline_of_a_proviso_or_a_sentence_shows_what_gave_way_to_it() -> None:
    fees = "Section 2.1. Fees. The Borrower shall pay a fee; provided that none is due on a holiday. It is paid in gold. It is weighed."
    orders = (
        'The proviso in Section 2.1 is hereby deleted and replaced with the following: "; provided that none is due on a Sunday"',
        'The second sentence of Section 2.1 is hereby amended and restated to read as follows: "It is paid in silver."',
    )
    matter = made(f"{HEAD}\n{fees}\n\nSection 2.2. Rent. The Borrower shall pay rent.\n", [ordering(0, [*orders])])

    def shown(path: str, *, redline: bool = True) -> str:
        (one,) = matter.provision(matter.version, path, struck=redline)
        return " ".join(to_text(one, redline=redline).split())

    assert shown("2.1~proviso") == "[-; provided that none is due on a holiday-]{+; provided that none is due on a Sunday+}"
    assert shown("2.1~proviso", redline=False) == "provided that none is due on a Sunday"
    assert shown("2.1~sentence 2") == "[-It is paid in gold.-]{+It is paid in silver.+}"
    assert shown("2.1~sentence 3") == "It is weighed."


def as_made(passage: Passage, entries: set[str]) -> str:
    """The words of a passage as they read where just these entries were made."""

    def stands(one: Run | Passage) -> bool:
        return (one.added is None or one.added in entries) and one.struck not in entries

    def lines(one: Passage) -> Iterator[str]:
        if stands(one):
            yield from ([run.text for run in one.numbers if stands(run)] or [one.number])
            yield one.caption
        yield from (run.text for run in one.runs if stands(run) and not run.ours)
        if stands(one):
            yield from (line for child in one.children for line in lines(child))

    return " ".join(" ".join(lines(passage)).split())


@given(matters())
def test_by_word_the_text_of_each_instrument_is_the_same(matter: Matter) -> None:
    result = made(matter.base, matter.instruments)
    root = result.version.root
    for count in range(len(result.chain.links) + 1):
        entries = set(result.in_force(result.links(count)))
        assert words(as_made(by_word(root, result.chain.documents), entries)) == words(as_made(root, entries))


RENT = "Section 2.1. Rent. The tenant shall pay a rent of ten crowns for the mill on the first day of each month, in coin."


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (
            "Section 2.1. Rent. The tenant shall pay a rent of twelve crowns for the mill on the first day of each month, in coin.",
            "Section 2.1. Rent. The tenant shall pay a rent of [-ten-]{+twelve+} crowns for the mill on the first day of each month, in coin.",
        ),
        (
            "Section 2.1. Rent and Tithe. The tenant shall pay a rent of ten crowns for the mill on the first day of each month.",
            "Section 2.1. [-Rent.-]{+Rent and Tithe.+} The tenant shall pay a rent of ten crowns for the mill on the first day of each [-month, in coin.-]{+month.+}",
        ),
        (  # of what is said anew nothing is torn apart
            "Section 2.1. Rent. No rent is due for the mill.",
            "Section 2.1. Rent. [-The tenant shall pay a rent of ten crowns for the mill on the first day of each month, in coin.-]{+No rent is due for the mill.+}",
        ),
    ],
)
def test_a_restated_section_is_compared_by_word(new: str, shown: str) -> None:
    order = f"Section 2.1 of the Credit Agreement is hereby amended and restated in its entirety to read as follows:\n\n“{new}”"
    matter = made(f"{HEAD}\n{RENT}\n\nSection 2.2. Tithe. The tithe is a sheaf.\n", [ordering(0, [order])])
    redline = to_text(by_word(matter.version.root, matter.chain.documents), redline=True)
    assert " ".join(shown.split()) in re.sub(r"-\] \{\+", "-]{+", " ".join(redline.split()))


def test_each_instrument_keeps_its_own_change_where_a_later_one_restates_all() -> None:
    orders = (
        'Section 2.1 of the Credit Agreement is hereby amended by replacing "ten crowns" with "twelve crowns".',
        f"Section 2.1 of the Credit Agreement is hereby amended and restated in its entirety to read as follows:\n\n“{RENT.replace('ten crowns', 'twelve crowns').replace('first', 'last')}”",
    )
    matter = made(f"{HEAD}\n{RENT}\n\nSection 2.2. Tithe. The tithe is a sheaf.\n", [ordering(turn, [order]) for turn, order in enumerate(orders)])
    first, second = (entry.id for entry in matter.entries)
    runs = [run for one in by_word(matter.version.root, matter.chain.documents).children for run in one.runs if one.path == "2.1"]
    changed = [(run.text.strip(), run.added, run.struck) for run in runs if run.added or run.struck]
    assert changed == [("ten crowns", None, first), ("twelve crowns", first, None), ("first", None, second), ("last", second, None)]
