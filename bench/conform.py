"""Speed and memory of conforming a large agreement at each of many amendments.

    python -m bench.conform

The agreement has about 300 KB, and each of thirty amendments orders ten changes: words replaced, words put in between
anchors, a section or clause restated, a section or definition deleted, a section and a definition added, a clause
renumbered, a name replaced throughout, an entry of a table struck, a term overridden.  The text is invented.  Every
change must be read and applied, else the bench stops: what is refused costs little.
"""

import datetime
import gc
import time
import tracemalloc
from collections.abc import Callable, Sequence
from typing import TypeVar

from conformed.basis import long_day
from conformed.document import from_text
from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.passes import Conformed, conformed
from conformed.version import OutcomeKind, Version, conform
from tests.written import LETTER

T = TypeVar("T")
R = TypeVar("R")

AMENDMENTS, ORDERS = 30, 10
REPEATS = 3
ARTICLES = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
SECTIONS = 11  # of each article
NAMES = [
    head + tail
    for tail in ("ley", "ton", "wick", "dale", "ford", "mere", "stow", "holt", "den", "worth", "beck")
    for head in ("Bar", "Cor", "Dun", "Fen", "Gal", "Hol", "Kes", "Lom", "Mar", "Ner")
]
FRESH = NAMES[-AMENDMENTS:]  # names that only an amendment has
PARTIES = """BRAMBLE MILLING, INC., a Delaware corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A., as agent for the
Lenders (the "Agent")"""
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among {parties}.

The parties hereto agree as follows:

ARTICLE I

DEFINITIONS

Section 1.1. Defined Terms. In this Agreement the following terms have the meanings set forth below:

{definitions}

"Maturity Date" means May 1, 2024.

{articles}

IN WITNESS WHEREOF, the parties have executed this Agreement.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President

<PAGE>

SCHEDULE A

RATES OF THE QUAYS

<TABLE>
<CAPTION>
Quay                USOC      Day        Hour
<S>                 <C>       <C>        <C>
{rows}
</TABLE>
"""
DEFINITION = """\
"{name} Amount" means, for any period, the sum that the Agent sets for the {name} accounts of the Borrower, less all that
was paid into them before the first day of that period and was not returned."""
SECTION = """\
Section {number}. {name} Covenants. So long as any Loan is outstanding or any Lender has a commitment to lend, and until
all sums that are due under this Agreement have been paid in full, the following applies to the {name} accounts. The
Borrower bears the cost of each of these measures, unless this Agreement provides otherwise:

(a) the Borrower shall deliver to the Agent, within {days} days after the end of each quarter of its fiscal year, (i) a
statement of all grain that is stored at the {place} Terminal, with the name of each person who has a claim to any of it,
and (ii) a certificate of the officer who keeps the {name} accounts, in the form that the Agent has approved;

(b) no Subsidiary shall sell, lease or otherwise dispose of any silo, wharf or barge of the {name} fleet, unless what it
receives is applied to the Loans in the order that this Agreement sets forth and the Agent was told of it ten days before;

(c) the Lenders may inspect the books of the {place} Terminal on any Business Day, upon reasonable notice and at the
expense of the Borrower, but not more often than twice in a year while no Default has occurred and is continuing; and

(d) each report that this Section requires shall state the level of the water at {name} Lock, the tonnage that was loaded
since the last report, the price that was paid for it, and the name of the carrier that took it in charge.

The rights of the Agent under this Section are in addition to those that it has by law. No delay in the use of any of
them is a waiver of it, and none of them is lost because the {name} accounts have been closed. What the Agent spends to
enforce them is due from the Borrower on demand, and bears interest from the day on which it was spent at the rate that
applies to sums that are overdue.

The Agent may employ agents of its own, at the expense of the Borrower, and is not
answerable for their acts if it chose them with care. A notice under this Section is given in writing, and takes effect
when it reaches the office of the one to whom it is sent, or on the third Business Day after it was sent, whichever is
the earlier.

If a day on which a sum is due is no Business Day, the sum is due on the next one, and interest runs until then.
Nothing in this Section limits what the Lenders may do under another one, and where two of them apply, the stricter one
counts. The Borrower keeps a copy of each report for six years, and lets the Agent have it within a week when asked."""


def main() -> None:
    texts = [agreement(), *map(amendment, range(AMENDMENTS))]
    sizes = [len(text) for text in texts]
    print(
        f"an agreement of {sizes[0] / 1e3:.0f} KB, {AMENDMENTS} amendments of {sum(sizes[1:]) / 1e3:.0f} KB"
    )
    reads, reading = timed(read, texts)
    print(f"  reading                  {reading:5.2f} s")
    matter, whole = timed(conformed, reads)
    check(matter)
    print(f"  conforming all at once   {whole:5.2f} s")
    one_by_one(matter)
    points("after each instrument", matter.after, range(1, AMENDMENTS + 1))
    points("as of each day", matter.as_of, [day(turn) for turn in range(AMENDMENTS)])
    print(f"  peak memory              {memory(texts) / sum(sizes):5.1f} times the documents")


def read(texts: Sequence[str]) -> list[Interpretation]:
    return [interpret(parse(from_text(f"{turn:02}.txt", text.encode()))) for turn, text in enumerate(texts)]


def check(matter: Conformed) -> None:
    """Stop where a change was not read or not applied."""
    faults = [
        f"{one.entry} is {one.kind}: {one.because}"
        for one in matter.version.outcomes
        if one.kind is not OutcomeKind.APPLIED
    ]
    faults += [
        f"{link.title} has {len(link.read.operations)} operations"
        for link in matter.chain.links
        if link.read is not None and len(link.read.operations) != ORDERS
    ]
    if len(matter.chain.links) != AMENDMENTS:
        faults.append(f"The chain has {len(matter.chain.links)} instruments")
    if faults:
        raise SystemExit("\n".join(faults))


def one_by_one(matter: Conformed) -> None:
    """The text after each amendment, made from the text before it: what one more costs, at first and at last."""
    version, begun = timed(lambda ids: conform(matter.chain, matter.entries, ids), ())
    took = []
    for turn in range(1, AMENDMENTS + 1):
        ids = [entry.id for entry in matter.entries[: turn * ORDERS]]
        version, spent = timed(
            lambda ids, before: conform(matter.chain, matter.entries, ids, before), ids, version
        )
        took.append(spent)
    assert version == matter.version
    print(f"  one amendment at a time  {begun + sum(took):5.2f} s, the last {ratio(took)} times the first")


def points(name: str, conform: Callable[[T], Version], at: Sequence[T]) -> None:
    """The text at points of a matter that was conformed before."""
    took = [min(timed(conform, one)[1] for _ in range(REPEATS)) for one in at]
    print(f"  {name:23}  {sum(took):5.2f} s, the last {ratio(took)} times the first")


def ratio(took: Sequence[float]) -> str:
    return f"{took[-1] / took[0]:.1f}"


def memory(texts: Sequence[str]) -> int:
    """The most memory that reading, conforming and keeping the text of each point holds at once."""
    gc.collect()
    tracemalloc.start()
    matter = conformed(read(texts))
    kept = [matter.after(turn) for turn in range(1, AMENDMENTS + 1)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(kept) == AMENDMENTS
    return peak


def timed(work: Callable[..., R], *given: object) -> tuple[R, float]:
    """What the work gives, and the seconds of the processor that it takes."""
    begun = time.process_time()
    made = work(*given)
    return made, time.process_time() - begun


def agreement() -> str:
    """Definitions, sections with clauses on lines of their own and run in, and a table."""
    articles = [
        f"ARTICLE {article}\n\n" + "\n\n".join(section(first * SECTIONS + turn) for turn in range(SECTIONS))
        for first, article in enumerate(ARTICLES)
    ]
    return AGREEMENT.format(
        parties=PARTIES,
        definitions="\n\n".join(DEFINITION.format(name=name) for name in sorted(NAMES[:-AMENDMENTS])),
        articles="\n\n".join(articles),
        rows="\n".join(
            f"{NAMES[turn]:20}{key(turn)}     {turn + 11}.50      {turn + 3}.25"
            for turn in range(AMENDMENTS + 5)
        ),
    )


def section(turn: int) -> str:
    place = NAMES[turn % AMENDMENTS]
    return SECTION.format(number=number_of(turn), name=NAMES[turn % 80], place=place, days=turn + 20)


def number_of(turn: int) -> str:
    """The number of a section, by its turn among all."""
    return f"{turn // SECTIONS + 2}.{turn % SECTIONS + 1}"


def key(turn: int) -> str:
    """The code of a row of the table."""
    return f"QUA{chr(ord('A') + turn // 26)}{chr(ord('A') + turn % 26)}"


def day(turn: int) -> datetime.date:
    """The day of an amendment."""
    return datetime.date(2019 + turn // 12, turn % 12 + 1, 6)


def amendment(turn: int) -> str:
    """An amendment that changes what no other one changes."""
    bodies = "\n\n".join(f"{count}. {order}" for count, order in enumerate(orders(turn), 1))
    return LETTER.format(
        title=f"AMENDMENT NO. {turn + 1}", day=long_day(day(turn)), body=bodies, last=ORDERS + 1
    )


def orders(turn: int) -> list[str]:
    changed, widened, restated = (number_of(turn + AMENDMENTS * step) for step in range(3))
    gone = number_of(3 * AMENDMENTS + turn // 2)
    article = turn % len(ARTICLES)
    added = f"{article + 2}.{SECTIONS + 1 + turn // len(ARTICLES)}"
    name, place, fresh = NAMES[turn], NAMES[turn], FRESH[turn]
    odd = turn % 2 == 1
    return [
        f'Section {changed}(a) of the Credit Agreement is hereby amended by deleting the words "{turn + 20} days" and '
        f'substituting therefor the words "{turn + 15} days".',
        f'Section {widened}(b) of the Credit Agreement is hereby amended to insert the words "or {fresh} crane" after the '
        'words "silo, wharf or barge" and before the words "of the".',
        f"Section {restated} of the Credit Agreement is hereby amended and restated in its entirety as follows:\n\n"
        f'"Section {restated}. {fresh} Reports. The Borrower shall report to the Agent on the {fresh} accounts:\n\n'
        '(a) on the first day of each month; and\n\n(b) on each day on which a Default occurs."'
        if odd
        else f"Section {restated}(c) of the Credit Agreement is hereby amended and restated in its entirety as follows:\n\n"
        f'"(c) the Lenders may inspect the {fresh} books at any time; and"',
        f"Section {gone} of the Credit Agreement is hereby deleted in its entirety."
        if odd
        else f'The definition of "{name} Amount" in Section 1.1 of the Credit Agreement is hereby deleted.',
        f"Article {ARTICLES[article]} of the Credit Agreement is hereby amended by adding a new Section {added} as follows:\n\n"
        f'"Section {added}. {fresh} Insurance. The Borrower shall insure the {fresh} fleet against fire and flood."',
        "Section 1.1 of the Credit Agreement is hereby amended by adding the following definition in alphabetical order:"
        f'\n\n"{fresh} Reserve" means the sum that the Agent holds back for the {fresh} fleet.',
        f"Section {changed} of the Credit Agreement is hereby amended by redesignating clause (d) thereof as clause (e).",
        f'The Credit Agreement is hereby amended by replacing each reference to "{place} Terminal" with "{place} Depot".',
        f"Schedule A of the Credit Agreement is hereby amended by deleting the entries with USOC {key(turn)}.",
        f"The Maturity Date is hereby extended to June {turn + 1}, 2025.",
    ]


if __name__ == "__main__":
    main()
