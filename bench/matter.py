"""Speed of a matter on disk: what it takes to open one of 500 documents, to tell its standing, and to add one document.

    python -m bench.matter

The matter holds an agreement of some 300 KB, thirty amendments of it, and other agreements and letters of some 60 KB
each, all invented, 30 MB in all.  Each figure is that of a new process, the start of Python and all imports with it: the
seconds on the clock, and those of the processor, which tell more on a machine that is not quiet.  Beside them stand those of a
process that only imports what the command needs.  Asked: opening in 0.3 s, the standing in 1 s, and no other document read anew
where one is added.
"""

import datetime
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.conform import AMENDMENTS, SECTION, agreement, amendment
from conformed import given
from conformed.matter import Matter, What

DOCUMENTS = 500
SECTIONS = 28  # of a document beside the agreement
REPEATS = 5
OTHER = """\
SUPPLY AGREEMENT NO. {number}

This SUPPLY AGREEMENT NO. {number}, dated as of June 1, 2018, is between MILLER {number} COMPANY and CARRIER {number} COMPANY.

{sections}
"""
AT = datetime.datetime(2024, 2, 28, tzinfo=datetime.UTC)
STARTS = "import conformed.cli, conformed.cli_standing, conformed.matter, conformed.passes, conformed.views.status"


def other(number: int) -> str:
    """A document that belongs to the file and changes nothing of the agreement."""
    said = {"name": f"Store {number}", "place": "Weir", "days": str(number % 60 + 10)}
    return OTHER.format(number=number, sections="\n\n".join(SECTION.format(number=f"{one}.1", **said) for one in range(1, SECTIONS)))


def took(*words: str, repeats: int = REPEATS) -> str:
    """The least seconds of a process, on the clock and of the processor."""
    times, busy = [], []
    for _ in range(repeats):
        begun, before = time.perf_counter(), _busy()
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
        busy.append(_busy() - before)
    return f"{min(times):.2f} s ({min(busy):.2f} s of the processor)"


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        deal = Path(folder) / "deal.matter"
        texts = [agreement(), *map(amendment, range(AMENDMENTS))]
        texts += [other(number) for number in range(DOCUMENTS - len(texts))]
        with Matter.new(deal) as matter:
            for number, text in enumerate(texts):
                data = text.encode()
                matter.add(What.DOCUMENT, f"{number}.txt", data, given.interpreted(f"{number}.txt", data), "bench", AT)
        print(f"{len(texts)} documents of {sum(map(len, texts)) / 1e6:.0f} MB, a file of {deal.stat().st_size / 1e6:.0f} MB")
        print(f"starting, and importing all that status needs: {took('-c', STARTS)}")
        print(f"log, which opens it and reads no document: {took('-m', 'conformed', 'log', str(deal))}")
        print(f"status: {took('-m', 'conformed', 'status', str(deal), '--as-of', '2023-01-01')}")
        files = [written(Path(folder), number, text) for number, text in enumerate(texts[: AMENDMENTS + 1])]
        print(f"status of the agreement and its amendments alone, as files: {took('-m', 'conformed', 'status', *files, '--as-of', '2023-01-01')}")
        fresh = [written(Path(folder), number, other(number)) for number in range(DOCUMENTS, DOCUMENTS + REPEATS)]
        print(f"adding one document: {min(took('-m', 'conformed', 'add', str(deal), one, repeats=1) for one in fresh)}")


def written(folder: Path, number: int, text: str) -> str:
    """The name of a file that holds a text."""
    file = folder / f"{number}.txt"
    file.write_text(text)
    return str(file)


if __name__ == "__main__":
    main()
