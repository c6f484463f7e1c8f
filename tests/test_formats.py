"""The example matters in other formats read as they do in text."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
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


def in_html(folder: Path) -> Iterator[Document]:
    for document in typed(folder):
        yield from delivered(document.name.replace(".txt", ".htm"), as_html(document)).documents


def as_html(document: Document) -> bytes:
    """A document that was typed, as it would be filed in HTML: its paragraphs, its rows as tables, its pages."""
    text, found, page = document.reading.text, list[str](), 1
    for row, group in groupby(document.paragraphs, key=lambda one: one.row):
        pieces = [(one, escape(text[one.start : one.end])) for one in group]
        for one, words in [(pieces[0][0], "")] if row else pieces:
            turned = document.page(document.reading.source(one.start)) > page
            page += turned
            found.append(f'<p style="margin-left:{one.indent}ch{";page-break-before:always" * turned}">{words}</p>')
        if row:
            cells = ("".join(f"<td>{cell}</td>" for cell in words.split("\t")) for _, words in pieces)
            found.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return f"<html><body>{''.join(found)}</body></html>".encode()


def outline(read: Interpretation) -> list[tuple[str, str, str]]:
    return [(one.kind, one.label, one.path) for one in read.instrument.root.walk() if one.path]


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
    assert [outline(one) for one in read[1]] == [outline(one) for one in read[0]]
    assert facts(read[1]) == facts(read[0])
    assert words(read[1]) == words(read[0])


def test_the_lists_of_an_example_in_word_are_counted_and_not_typed(examples: Path) -> None:
    (document,) = (one for one in typed(examples / "credit") if one.name == "amendment-no-2.txt")
    assert as_word(document, counted=True) != as_word(document)


@pytest.mark.parametrize("matter", ["credit", "interconnection"])
def test_an_example_in_html_reads_as_its_text_does(examples: Path, matter: str) -> None:
    read = [[interpret(parse(one)) for one in make(examples / matter)] for make in (typed, in_html)]
    assert [outline(one) for one in read[1]] == [outline(one) for one in read[0]]
    assert facts(read[1]) == facts(read[0])
    assert words(read[1]) == words(read[0])
