r"""Speed and memory of reading, parsing, interpreting and telling terms, as ratios measured in one run.

    python bench/speed.py [FOLDER]

The yardstick is `re.findall(r"\w+|[^\w\s]", text)` on the same text.  Times are those of the process, the least of
several, so that other work on the machine counts for little.  FOLDER holds text files; without it the
corpus beside the checkout is read (CONFORMED_SHARED names its folder), else the project's examples.
"""

import gc
import os
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from conformed.document import Unreadable, from_text
from conformed.instrument import parse
from conformed.instrument.signing.signatures import signatures
from conformed.language.interpret import interpret
from conformed.passes import conformed
from conformed.standing.observe import observed

ROOT = Path(__file__).resolve().parent.parent
WORDS = re.compile(r"\w+|[^\w\s]")
REPEATS = 3
SMALL, TIMES = 100_000, 10  # characters
FEW = 200  # terms
HOSTILE: dict[str, str] = {
    "(i)(i)(i)": "(i)",
    "(i) (i) (i)": "(i) ",
    "(a) (a)(a) (a)": "(a) (a)",
    "(a) lines": "(a) text\n",
    "(a) paragraphs": "(a)\n\n",
    "1. lines": "1. Text\n",
    "Section 1 lines": "Section 1\n",
    "quotation marks": '"',
    "quoted words": '"a" ',
    "curly marks": "“",
    "blanks": " x",
    "only blanks": "   \t",
    "one line": "word ",
    "one word": "w",
    "full stops": ". ",
    "dots": ".",
    "numbers": "1.1.",
    "page marks": "<PAGE>\n",
    "tables": "<TABLE>\na    b\n",
    "contents": "1.1 Terms........ 4\n",
    "exhibits": "EXHIBIT A\n\n",
    "amended": 'is amended to read as follows:\n\n"text\n\n',
}
# After a testimonium, read for its signatures.
HOSTILE_PAGES: dict[str, str] = {
    "By: lines": "By:\n",
    "name lines": "ALDER, INC.\n",
    "/s/ lines": "/s/ Jane Doe\n",
    "commas": "a, ",
    "By: in one line": "By: ALDER, INC., ",
    "rules": "____ ",
    "f/k/a": "f/k/a (",
    "/s/ in one line": "\t/s/ x",
    "floors": "floor 1 ",
}
# In an amendment, read for what it orders.
HOSTILE_ORDERS: dict[str, str] = {
    "amended lines": 'Section 2.1 is hereby amended by deleting "ten" and inserting "twenty" in lieu thereof.\n\n',
    "in one sentence": 'Section 2.1 is amended by deleting "ten" and replacing it with "twenty", ',
    "and in": ' and in Section 5.1(a), by deleting "a"',
    "by deleting": "by deleting ",
    "sections": "Section 5.1(a), ",
    "each of": 'each of the definitions of "A", "B" and "C" ',
    "clauses run in": '(i) in clause (a), by deleting "x" and (ii) ',
    "thereof": "the second sentence of clause (a) of ",
    "as if amended": "shall be deemed to be amended as if ",
    "waived": "The Lenders hereby waive compliance with Section 5.1 for the period ending May 1, 2001, ",
    "conditions": "(a) the Agent shall have received a copy;\n\n",
    "recitals": "WHEREAS, the parties entered into the Loan Agreement dated as of May 1, 2000;\n\n",
    "parties": 'by and between ALDER, INC., a Delaware corporation ("Alder"), ',
}
# In an agreement that defines many such terms, uses some of them, and as many others that it does not define.
TERMS: dict[str, str] = {
    "of words apart": "{} Loan",
    "that begin alike": "Consolidated {} Loan",
    "of one word": "{}",
}
TERM, USE = '"{}" means what is owed at the end of a month.\n\n', "Section 2.{}. Payment. It pays each {} in May, and no {} in June.\n\n"
AGREEMENT = """LOAN AGREEMENT

This LOAN AGREEMENT, dated as of May 1, 2000, is among ALDER, INC. (the "Borrower") and BIRCH BANK, N.A. (the "Bank").

Section 1.1. Terms. In this Agreement these terms have the meanings set forth below:

"""
AMENDMENT = "AMENDMENT NO. 1\n\nThis Amendment No. 1, dated as of May 1, 2001, amends the Loan Agreement dated as of May 1, 2000.\n\n"
TESTIMONIUM = "IN WITNESS WHEREOF, the parties have executed this Amendment.\n\n"


def main() -> None:
    print("ordinary text")
    ordinary()
    print("\nten times the text costs")
    for name, piece in HOSTILE.items():
        print(f"  {name:18} {growth(piece, parsed)}")
    print("\nten times the signature page costs")
    for name, piece in HOSTILE_PAGES.items():
        print(f"  {name:18} {growth(piece, signed)}")
    print("\nten times the orders costs")
    for name, piece in HOSTILE_ORDERS.items():
        print(f"  {name:18} {growth(piece, interpreted, SMALL // 5)}")
    print("\nten times the terms, and the text with them, costs")
    for name, form in TERMS.items():
        few, many = (min(seconds(matter_of(form, count)) for _ in range(REPEATS)) for count in (FEW, TIMES * FEW))
        print(f"  {name:18} {many / few:5.1f} times the time, {many:5.1f} s")


def ordinary() -> None:
    """The files of the folder: cost in yardsticks, and memory in times of the file."""
    files = list(texts())
    costs: dict[str, list[float]] = {"yardstick": [], "read": [], "parse": []}
    for _ in range(REPEATS):
        spent = dict.fromkeys(costs, 0.0)
        for name, data, text in files:
            spent["yardstick"] += seconds(WORDS.findall, text)
            document = from_text(name, data)
            spent["read"] += seconds(from_text, name, data)
            spent["parse"] += seconds(parse, document)
        for key, value in spent.items():
            costs[key].append(value)
    size = sum(len(data) for _, data, _ in files)
    yardstick, reading, parsing = (min(costs[key]) for key in ("yardstick", "read", "parse"))
    print(f"  {len(files)} files, {size / 1e6:.1f} MB, {size / 1e6 / (reading + parsing):.1f} MB/s")
    both = (reading + parsing) / yardstick
    print(
        f"  from_text {reading / yardstick:.2f}, parse {parsing / yardstick:.2f}, together {both:.2f} yardsticks"
    )
    largest = sorted(files, key=lambda file: len(file[1]))[-5:]
    print(f"  peak memory {max(memory(name, data) for name, data, _ in largest):.1f} times the file")


def texts() -> Iterator[tuple[str, bytes, str]]:
    """The files, with their text."""
    shared = Path(os.environ.get("CONFORMED_SHARED", ROOT.parent / "shared")) / "corpus" / "volume"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared if shared.is_dir() else ROOT / "examples"
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        try:
            yield path.name, data, from_text(path.name, data).text
        except Unreadable:
            continue


def growth(piece: str, work: Callable[[str], object], small: int = SMALL) -> str:
    """How much longer the work takes on ten times as much of a hostile text as a `small` one, and its cost there."""
    took = []
    for size in (small, TIMES * small):
        text = piece * (size // len(piece) + 1)
        took.append(min(seconds(work, text) for _ in range(REPEATS)))
    yardstick = min(seconds(WORDS.findall, text) for _ in range(REPEATS))
    return f"{took[1] / took[0]:5.1f} times the time, {took[1] / yardstick:5.1f} yardsticks, {took[1]:5.1f} s"


def parsed(text: str) -> None:
    with suppress(Unreadable):
        parse(from_text("hostile.txt", text.encode()))


def signed(text: str) -> None:
    signatures(from_text("hostile.txt", (TESTIMONIUM + text).encode()))


def interpreted(text: str) -> None:
    interpret(parse(from_text("hostile.txt", (AMENDMENT + text).encode())))


def matter_of(form: str, count: int) -> Callable[[], object]:
    """What tells the terms of an agreement that defines so many."""
    names = [form.format("Z" + "".join("aeioulmnrt"[int(figure)] for figure in f"{turn:04}")) for turn in range(2 * count)]
    used = [names[turn] if turn % 3 else names[count + turn] for turn in range(count)]
    text = AGREEMENT + "".join(TERM.format(name) for name in names[:count])
    text += "".join(USE.format(turn, name, name) for turn, name in enumerate(used, 1))
    made = conformed([interpret(parse(from_text("terms.txt", text.encode())))])

    def told() -> None:
        re.purge()  # few expressions would be kept compiled, and many not
        observed(made.chain, made.entries, made.version)

    return told


def memory(name: str, data: bytes) -> float:
    """The most memory that reading and parsing holds at once, in times of the file."""
    gc.collect()
    tracemalloc.start()
    parse(from_text(name, data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(data)


def seconds(work: Callable[..., object], *given: object) -> float:
    begun = time.process_time()
    work(*given)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
