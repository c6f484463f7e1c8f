"""What a change order tells of the works is no change of a text, and all else in it is shown as before."""

import pytest

from conformed.instrument import parse
from conformed.language import Class, Interpretation, interpret
from tests.language.test_account import classes, holds
from tests.written import document

CHANGE_ORDER = """\
AGREEMENT FOR THE BUILDING OF A MILL

{title}

This {title}, dated as of May 4, 2020, is among BRAMBLE MILLING, INC., a Delaware corporation (the "Owner"), and QUAY BUILDERS, INC., an
Ohio corporation (the "Contractor"), and amends the Construction Agreement dated as of May 1, 2018 (the "Agreement").

1. {body}

2. All else in the Agreement stays as it is.

IN WITNESS WHEREOF, the parties have executed this {title}.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
"""


def read(body: str, title: str = "CHANGE ORDER NO. 4") -> Interpretation:
    return interpret(parse(document(CHANGE_ORDER.format(title=title, body=body))))


def class_of(words: str, title: str = "CHANGE ORDER NO. 4") -> Class:
    found = read(words, title)
    holds(found)
    return next(what for sentence, what in classes(found).items() if words in sentence)


@pytest.mark.parametrize(
    "words",
    [
        "The weir gate is revised to take a wider barge.",
        "The coat hooks in the drying room are deleted.",
        "The flour store is deleted and is replaced with a rye store and a stair.",
        "Two hoists are added beside the loading bay.",
        "The layout and seating of the dining hall are revised accordingly.",
        "Revise the stair at the upper loft to clear the hoist.",
    ],
)
def test_a_thing_that_is_changed_is_no_text(words: str) -> None:
    assert class_of(words) is Class.TERM
    assert not read(words).operations


@pytest.mark.parametrize(
    "words",
    [
        "The last two paragraphs are deleted.",
        "The retainage is deleted.",
        "The insurance of the barges is replaced with a bond.",
        "The final completion date is replaced.",
        "The contract price is changed to $400.",
        "The word “weir” is deleted.",
        "The weir gate is hereby deleted.",
        "The contractor shall build the weir gate and it is replaced.",
        "The guaranteed sums are eliminated.",
    ],
)
def test_what_a_contract_provides_for_is_shown(words: str) -> None:
    assert class_of(words) is not Class.TERM


def test_an_order_on_a_provision_is_read() -> None:
    found = read('Section 4 of the Agreement is amended by replacing "oats" with "rye".')
    assert [(str(one.target), one.old) for one in found.operations] == [("4", "oats")]


def test_another_instrument_tells_of_no_works() -> None:
    assert class_of("The coat hooks in the drying room are deleted.", "AMENDMENT NO. 4") is Class.UNREAD
