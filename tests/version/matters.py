"""Matters at random: an agreement, amendments of it, and the text that they must give, known by construction."""

import datetime
import itertools
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from tests.version.agreements import Agreement, Reference
from tests.version.orders import Orders
from tests.version.writer import Writer
from tests.written import LETTER

CHANCE = st.integers(0, 2**64 - 1).map(Random)  # one number a matter: ten thousand are drawn in minutes
MARKS = (('"', '"'), ("“", "”"), ("``", "''"))
EFFECTS = (
    "", "", "", "This Amendment shall become effective on {month} 20, 2020.",
    "This Amendment shall become effective upon receipt by the Agent of a fee of $10,000.",
)  # fmt: skip
MONTHS = ("January", "March", "May", "July", "September")


@dataclass
class Matter:
    """What is given, and what must come of it: the text, and for each operation "applied" or the kind of its finding.

    `states` are days and the text as of each, those on which an amendment takes effect and the days before them.
    `dangling` are the sections in which references stand that an operation, by its turn, leaves dangling.
    """

    base: str
    amendments: list[str]
    text: str
    outcomes: list[str]
    states: list[tuple[datetime.date, str]]
    dangling: dict[int, set[str]]


def matters() -> st.SearchStrategy[Matter]:
    """An agreement and one to five amendments of it."""
    return CHANCE.map(matter)


def matter(random: Random) -> Matter:
    """The matter that chance gives."""
    writer = Writer(random)
    agreement = writer.agreement()
    base = agreement.written()
    amendments, outcomes, states, left = [], [], [], []
    for number in range(random.randint(1, 5)):
        before, effect = agreement.written(), random.choice(EFFECTS)
        drafter = Orders(random, writer, agreement, number + 1, nested=random.random() < 0.3)
        orders = drafter.write(random.randint(1, 4))
        if effect:
            orders.append(effect.format(month=MONTHS[number]))
        amendments.append(marked(amendment(number, orders, drafter.attached, nested=drafter.nested), random.choice(MARKS)))
        left += [(len(outcomes) + turn, references) for turn, references in drafter.left]
        outcomes += drafter.outcomes
        begun = datetime.date(2020, 2 * number + 1, 20 if "{month}" in effect else 6)
        states += [(begun - datetime.timedelta(1), before), (begun, agreement.written())]
    return Matter(marked(wrapped(base), random.choice(MARKS)), amendments, agreement.written(), outcomes, states, dangling(agreement, left))


def dangling(agreement: Agreement, left: list[tuple[int, list[Reference]]]) -> dict[int, set[str]]:
    """Where references stand that operations left dangling, each told for the first that did."""
    standing = {id(reference): top.label for top, reference in agreement.references()}
    found: dict[int, set[str]] = {}
    for turn, references in left:
        for reference in references:
            if (label := standing.pop(id(reference), None)) is not None:
                found.setdefault(turn, set()).add(label)
    return found


def marked(text: str, marks: tuple[str, str]) -> str:
    """A text with its straight quotation marks in another shape."""
    turn = itertools.cycle(marks)
    return re.sub('"', lambda _: next(turn), text)


def folded(text: str) -> list[str]:
    """The words of a text, its quotation marks in one shape."""
    return re.sub("[“”]|''|``", '"', text).split()


@st.composite
def apart(draw: st.DrawFn) -> tuple[str, str, str]:
    """An agreement, and one amendment in two orders of what it says of different sections."""
    random = draw(CHANCE)
    writer = Writer(random)
    agreement = writer.agreement()
    base = agreement.written()
    drafter = Orders(random, writer, agreement, 1, apart=True)
    orders = drafter.write(random.randint(2, 4))
    return wrapped(base), amendment(0, orders, drafter.attached), amendment(0, orders[::-1], drafter.attached)


def amendment(number: int, orders: list[str], attached: Sequence[str] = (), *, nested: bool = False) -> str:
    """The instrument that gives some orders, each in a section of its own or all as clauses of the first."""
    if nested:
        clauses = (f"({label}) {order}" for label, order in zip("abcdefgh", orders, strict=False))
        body = "\n\n".join(("1. Amendments. The Credit Agreement is hereby amended as follows:", *clauses))
    else:
        body = "\n\n".join(f"{turn}. {order}" for turn, order in enumerate(orders, 1))
    last = 2 if nested else len(orders) + 1
    behind = "".join(f"\n{one}\n" for one in attached)
    title = f"AMENDMENT NO. {number + 1}"
    return wrapped(LETTER.format(title=title, day=f"{MONTHS[number]} 6, 2020", body=body, last=last) + behind)


def wrapped(text: str) -> str:
    """A document in lines of 90 characters, of which none begins with a clause that runs in; tables are left alone."""
    lines = (
        line if "    " in line else "\n".join(textwrap.wrap(line.replace(" (", "\0("), 90))
        for line in text.splitlines()
    )
    return "\n".join(lines).replace("\0", " ") + "\n"
