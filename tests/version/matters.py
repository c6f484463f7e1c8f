"""Matters at random: an agreement, amendments of it, and the text that they must give, known by construction."""

import datetime
import itertools
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from tests.version.agreements import Agreement, Reference
from tests.version.orders import Orders
from tests.version.writer import Writer
from tests.written import LETTER

CHANCE = st.integers(0, 2**64 - 1).map(Random)  # one number a matter: ten thousand are drawn in minutes
MARKS = (('"', '"'), ("“", "”"), ("``", "''"))
EFFECTS = {
    "later": ("This Amendment shall become effective on {day}.", "This Amendment shall be effective as of {day}."),
    "back": ("This Amendment shall be effective retroactively as of {day}.", "This Amendment shall be deemed effective as of {day}."),
    "upon": ("This Amendment shall become effective upon receipt by the Agent of a fee of $10,000.",),
    "last": ("Effective as of {day}, {order}",),  # the last order alone, later than the rest
}
SMALL = {"A", "All", "Each", "In", "The"}  # words of which an order begins that have no capital behind others


@dataclass
class Matter:
    """What is given, and what must come of it: the text, and for each operation "applied" or the kind of its finding.

    `instruments` are amendments, and perhaps a restatement.  `states` are days and the text as of each, those on which
    something takes effect and the days before them.  `dangling` are the sections in which references stand that an
    operation, by its turn, leaves dangling; `upon` the turns of the instruments that wait for a condition; `waived` how
    many provisions they waive.
    """

    base: str
    text: str = ""
    instruments: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    states: list[tuple[datetime.date, str]] = field(default_factory=list)
    dangling: dict[int, set[str]] = field(default_factory=dict)
    upon: set[int] = field(default_factory=set)
    waived: int = 0

    def begins(self, day: datetime.date, before: str, then: str) -> None:
        """Note the text on the day on which something takes effect, and on the day before."""
        self.states += [(day - datetime.timedelta(1), before), (day, then)]


def matters() -> st.SearchStrategy[Matter]:
    """An agreement and one to five amendments of it, one of which may be a restatement."""
    return CHANCE.map(matter)


def matter(random: Random) -> Matter:
    """The matter that chance gives."""
    writer = Writer(random)
    agreement = writer.agreement()
    found = Matter(marked(wrapped(agreement.written()), random.choice(MARKS)))
    number, left = 0, list[tuple[int, list[Reference]]]()
    for turn in range(random.randint(1, 5)):
        if turn and not agreement.restated and random.random() < 0.1:
            before, agreement = agreement.written(), writer.agreement(long(made(turn)))
            found.begins(made(turn), before, agreement.written())
            found.instruments.append(marked(wrapped(agreement.written()), random.choice(MARKS)))
            found.outcomes.append("applied")
            number *= random.randint(0, 1)  # amendments of a restatement may be counted anew
            continue
        number += 1
        drafter = Orders(random, writer, agreement, number, nested=random.random() < 0.3)
        orders = effected(random, drafter, found, turn)
        letter = amendment(turn, orders, drafter.attached, nested=drafter.nested, number=number, restated=agreement.restated)
        found.instruments.append(marked(letter, random.choice(MARKS)))
        left += [(len(found.outcomes) + place, references) for place, references in drafter.left]
        found.outcomes += drafter.outcomes
        found.waived += drafter.waived
    found.text, found.dangling = agreement.written(), dangling(agreement, left)
    return found


def effected(random: Random, drafter: Orders, found: Matter, turn: int) -> list[str]:
    """The orders of an amendment with what it says of when they take effect."""
    day, before = made(turn), drafter.agreement.written()
    kind = random.choice(("", "", "", *EFFECTS))
    orders = drafter.write(random.randint(0 if kind == "last" else 1, 3))
    middle = drafter.agreement.written()
    orders += drafter.write(1)
    if kind == "last" and not orders[-1].startswith("Effective"):
        found.begins(day, before, middle)
        day, before = day.replace(day=20), middle
        first, rest = orders.pop().split(" ", 1)
        orders.append(EFFECTS[kind][0].format(day=long(day), order=f"{first.lower() if first in SMALL else first} {rest}"))
    elif kind and kind != "last":
        back = datetime.timedelta(random.choice((24, 100)) if kind == "back" else 0)  # before an earlier one is made, or not
        counts = day.replace(day=20) if kind == "later" else day - back
        orders.append(random.choice(EFFECTS[kind]).format(day=long(counts)))
        found.upon |= {turn} if kind == "upon" else set()
        if back.days == 100:
            found.states = [state for state in found.states if state[0] < counts]
            found.states.append((day, drafter.agreement.written()))
            return orders
        day = counts
    found.begins(day, before, drafter.agreement.written())
    return orders


def made(turn: int) -> datetime.date:
    """The day of an instrument, behind which another may take effect before the next is made."""
    return datetime.date(2020, 2 * turn + 1, 6)


def long(day: datetime.date) -> str:
    """A day as instruments write it."""
    return f"{day:%B} {day.day}, {day.year}"


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


def amendment(
    turn: int, orders: list[str], attached: Sequence[str] = (), *, nested: bool = False, number: int = 0, restated: str = ""
) -> str:
    """The instrument that gives some orders, each in a section of its own or all as clauses of the first."""
    if nested:
        clauses = (f"({label}) {order}" for label, order in zip("abcdefgh", orders, strict=False))
        body = "\n\n".join(("1. Amendments. The Credit Agreement is hereby amended as follows:", *clauses))
    else:
        body = "\n\n".join(f"{place}. {order}" for place, order in enumerate(orders, 1))
    last = 2 if nested else len(orders) + 1
    behind = "".join(f"\n{one}\n" for one in attached)
    letter = LETTER.format(title=f"AMENDMENT NO. {number or turn + 1}", day=long(made(turn)), body=body, last=last)
    if restated:
        anew = f"Amended and Restated Credit Agreement dated as of {restated}"
        letter = letter.replace("CREDIT AGREEMENT", "AMENDED AND RESTATED CREDIT AGREEMENT")
        letter = letter.replace("Credit Agreement dated as of May 1,\n2018", anew)
    return wrapped(letter + behind)


def wrapped(text: str) -> str:
    """A document in lines of 90 characters, of which none begins with a clause that runs in; tables are left alone."""
    lines = (
        line if "    " in line else "\n".join(textwrap.wrap(line.replace(" (", "\0("), 90))
        for line in text.splitlines()
    )
    return "\n".join(lines).replace("\0", " ") + "\n"
