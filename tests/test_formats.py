"""The example matters in other formats read as they do in text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conformed.document import Document, delivered, from_text
from conformed.instrument import parse
from conformed.language import Interpretation, interpret
from conformed.passes import conformed
from conformed.views.to_text import to_text
from tests.document.word import as_word
from tests.written import shown


def typed(folder: Path) -> Iterator[Document]:
    return (from_text(file.name, file.read_bytes()) for file in sorted(folder.glob("*.txt")))


def in_word(folder: Path, *, counted: bool) -> Iterator[Document]:
    for document in typed(folder):
        yield from delivered(f"{document.name}.docx", as_word(document, counted=counted)).documents


def facts(read: list[Interpretation]) -> list[list[str]]:
    return [[shown(operation) for operation in each.operations] + [finding.says for finding in each.findings] for each in read]


def words(read: list[Interpretation]) -> list[str]:
    return to_text(conformed(read).version.root).split()


@pytest.mark.parametrize("matter", ["credit", "interconnection"])
@pytest.mark.parametrize("counted", [False, True])
def test_an_example_in_word_reads_as_its_text_does(examples: Path, matter: str, counted: bool) -> None:
    text, word = list(typed(examples / matter)), list(in_word(examples / matter, counted=counted))
    assert [one.reading.text for one in word] == [one.reading.text for one in text]
    assert [one.pages for one in word] == [one.pages for one in text]
    read = [[interpret(parse(one)) for one in documents] for documents in (text, word)]
    assert facts(read[1]) == facts(read[0])
    assert words(read[1]) == words(read[0])


def test_the_lists_of_an_example_in_word_are_counted_and_not_typed(examples: Path) -> None:
    (document,) = (one for one in typed(examples / "credit") if one.name == "amendment-no-2.txt")
    assert as_word(document, counted=True) != as_word(document)
