"""Ordinary drafting phrases and what each of them orders.

The table stands in phrasings.txt beside, in groups: a sentence, and under it, set in, one operation a line; "unread" where it
is shown as not understood, or a part of it is.  " / " parts the paragraphs of a sentence.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conformed.basis import FindingKind
from tests.written import amendment, open_sentences, shown

TABLE = Path(__file__).with_name("phrasings.txt").read_text(encoding="utf-8")


def phrasings() -> Iterator[tuple[str, list[str]]]:
    """Each sentence of the table with what is expected of it."""
    for entry in "".join(line + "\n" for line in TABLE.splitlines() if not line.startswith("#")).split("\n\n"):
        lines = entry.strip("\n").split("\n")
        if lines[0]:
            yield lines[0], [line.strip() for line in lines[1:]]


def read(sentence: str) -> list[str]:
    """What is read of a sentence, in the words of the table."""
    found = amendment(sentence.replace(" / ", "\n"))
    lines = []
    for operation in found.operations:
        line = shown(operation)
        line += " (each)" if operation.occurrence == 0 else ""
        line += f" from {operation.effective}" if operation.effective else ""
        lines.append(line)
    return lines + ["unread"] * any(finding.kind is FindingKind.UNREAD for finding in open_sentences(found))


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(*one, id=one[0][:80]) for one in phrasings()])
def test_a_phrase_orders_what_the_table_says(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected
