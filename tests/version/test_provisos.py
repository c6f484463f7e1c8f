"""Provisos and parentheticals: which is meant, where it ends, and what stays around it."""

import pytest

from conformed.views.to_text import to_text
from tests.version.agreements import HEAD
from tests.version.matters import amendment
from tests.version.test_laws import became, made


def conformed(text: str, *orders: str) -> tuple[list[str], str]:
    """What becomes of orders on a Section 2.1, and its text then."""
    result = made(f"{HEAD}\nSection 2.1. Tolls. {text}\n", [amendment(turn, [order]) for turn, order in enumerate(orders)])
    return became(result), " ".join(to_text(result.version.root).partition("2.1. Tolls. ")[2].split())


DELETE = "Section 2.1 of the Credit Agreement is hereby amended by deleting {} thereof."
TWO = "No toll is due; provided that rye is free; provided, further, that oats are free. All is sold."


@pytest.mark.parametrize(
    ("text", "what", "left"),
    [
        (TWO, "the first proviso", "No toll is due; provided, further, that oats are free. All is sold."),
        (TWO, "the second proviso", "No toll is due; provided that rye is free. All is sold."),
        (TWO, "the two provisos", "No toll is due. All is sold."),
        ("No toll is due, provided that rye is free.", "the proviso", "No toll is due."),
        ("No toll is due. Provided, however, that rye is free. All is sold.", "the proviso", "No toll is due. All is sold."),
        ("No toll is due; provided that (i) rye is free and (ii) oats are free. All is sold.", "the proviso", "No toll is due. All is sold."),
        ("No toll is due; provided that:\n\n(i) rye is free; and\n\n(ii) oats are free.\n\nAll is sold.", "the proviso", "No toll is due. All is sold."),
        ("Tolls are:\n\n(a) ten; provided that rye is free; and\n\n(b) six.", "the proviso", "Tolls are: (a) ten; and (b) six."),
        ("No toll is due, provided that rye is free up to $1,250,000.", "the proviso", "No toll is due."),
        ("Ten (10) mills (or barges), and docks under Section 2.2(b), turn.", "the parenthetical", "Ten (10) mills, and docks under Section 2.2(b), turn."),
        ("All mills (other than (i) dry ones and (ii) wet ones), turn.", "the parenthetical", "All mills, turn."),
        ("All mills (other than dry ones (if any)) turn.", "the first parenthetical", "All mills turn."),
    ],
)
def test_what_is_struck_takes_its_mark_and_leaves_the_point(text: str, what: str, left: str) -> None:
    assert conformed(text, DELETE.format(what)) == (["applied"], left)


@pytest.mark.parametrize(
    ("text", "what", "why"),
    [
        (TWO, "the proviso", "Ambiguous"),
        (TWO, "the three provisos", "Ambiguous"),
        (TWO, "the third proviso", "NotFound"),
        ("No toll is due.", "the proviso", "NotFound"),
        ("The mills (or barges) and docks (or ferries) turn.", "the two parentheticals", "Ambiguous"),
        ("The miller shall, provided that it is dry, keep the rye.", "the proviso", "Ambiguous"),
        ("No toll is due on what the miller has provided that is dry.", "the proviso", "Ambiguous"),
        ("No toll is due; provided that rye is free; the miller keeps the mill.", "the proviso", "Ambiguous"),
        ('The mills (the "Mills") and barges (or docks) turn.', "the first parenthetical", "Ambiguous"),
        ('The mills (the "Mills") and barges (or docks) turn.', "the parenthetical", "Ambiguous"),
        ("The mills (or barges turn (in May).", "the parenthetical", "Ambiguous"),
    ],
)
def test_what_is_not_certain_stays(text: str, what: str, why: str) -> None:
    assert conformed(text, DELETE.format(what)) == ([why], text)


def test_a_proviso_that_does_not_end_a_provision_is_not_the_one_at_its_end() -> None:
    text = "Tolls are:\n\n(a) ten; provided that rye is free; and\n\n(b) six."
    outcomes, left = conformed(text, "The proviso at the end of Section 2.1 is hereby deleted.")
    assert (outcomes, left) == (["NotFound"], " ".join(text.split()))


@pytest.mark.parametrize("new", ["; provided that hay is free", "provided that hay is free.", "provided that hay is free"])
@pytest.mark.parametrize("old", ["rye is free", "(i) rye is free and (ii) oats are free"])
def test_a_new_proviso_stands_between_the_mark_and_the_point(new: str, old: str) -> None:
    order = f'Section 2.1 is hereby amended by deleting the proviso thereof and replacing it with "{new}".'
    text = f"No toll is due; provided that {old}. All is sold."
    assert conformed(text, order) == (["applied"], "No toll is due; provided that hay is free. All is sold.")


def test_a_new_parenthetical_takes_the_brackets_of_the_old_one() -> None:
    order = 'The first parenthetical clause in the first sentence of Section 2.1 is amended to read as follows: "...(or docks)..."'
    assert conformed("The mills (or barges) turn. All is sold.", order) == (["applied"], "The mills (or docks) turn. All is sold.")


OF_THE_PROVISO = 'Clause (a) of the proviso to Section 2.1 is hereby amended by deleting "ten".'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The miller sells six; provided that (a) ten oats are free and (b) hay is.", "applied"),
        ("The miller (a) sells ten tons and (b) buys six; provided that (a) oats are free.", "Ambiguous"),
        ("The miller may sell:\n\n(a) ten tons; and\n\n(b) six; provided that hay is free.", "Ambiguous"),
        ("The miller sells six; provided that (a) ten oats are free; provided, further, that (a) hay is.", "NotFound"),
    ],
)
def test_a_clause_of_the_proviso_is_none_that_stands_outside_it(text: str, why: str) -> None:
    outcomes, left = conformed(text, OF_THE_PROVISO)
    assert outcomes == [why]
    assert left == " ".join(text.replace("ten ", "").split() if why == "applied" else text.split())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("2.1~proviso 2", ["provided, further, that oats are free"]),
        ("the first proviso of Section 2.1", ["provided that rye is free"]),
        ("2.1~two provisos", ["provided that rye is free; provided, further, that oats are free"]),
        ("2.1~proviso", []),
        ("2.1~parenthetical", []),
    ],
)
def test_a_proviso_is_shown_alone(address: str, words: list[str]) -> None:
    result = made(f"{HEAD}\nSection 2.1. Tolls. {TWO}\n", [])
    assert [to_text(one).strip() for one in result.provision(result.version, address)] == words


def test_a_parenthetical_that_was_replaced_behind_words_that_were_is_found() -> None:
    orders = ('Section 2.1 is hereby amended by replacing "barges" with "boats".', 'The parenthetical in Section 2.1 is hereby replaced with "(or mills)".')
    assert conformed("All barges (or docks) turn.", *orders, DELETE.format("the parenthetical")) == (["applied"] * 3, "All boats turn.")
