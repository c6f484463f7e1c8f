"""Instruments written for the tests: a letter with invented parties around the sentences that a test is about."""

from conformed.basis import Finding, FindingKind
from conformed.document import Document, delivered
from conformed.instrument import parse
from conformed.language import Interpretation, Operation, interpret
from conformed.language.interpret import SILENT

LETTER = """\
{title} TO CREDIT AGREEMENT

This {title} TO CREDIT AGREEMENT, dated as of {day}, is among BRAMBLE MILLING, INC., a Delaware
corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

WHEREAS, the Borrower, the Agent and the Lenders are parties to that certain Credit Agreement dated as of May 1,
2018 (the "Credit Agreement");

NOW, THEREFORE, the parties hereto agree as follows:

{body}

{last}. Counterparts. This Amendment may be executed in counterparts, each of which is an original.

IN WITNESS WHEREOF, the parties have executed this Amendment.

BRAMBLE MILLING, INC.

By: /s/ Ada Thorne
Name: Ada Thorne
Title: President
"""
FRAME = LETTER.format(title="AMENDMENT NO. 1", day="January 6, 2020", body="1. {body}", last=2)


def document(text: str, name: str = "written.txt") -> Document:
    return delivered(name, text.encode()).documents[0]


def amendment(body: str, *, behind: str = "") -> Interpretation:
    """The reading of an amendment whose first section is `body`; `behind` stands after its signatures."""
    return interpret(parse(document(FRAME.format(body="\n\n".join(body.split("\n"))) + behind)))


def assert_orders(sentence: str, expected: str) -> None:
    """A sentence orders what `expected` says, one operation a line, and nothing of it is open."""
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == expected.split("\n")
    assert not read.findings


def assert_unread(sentence: str) -> None:
    """A sentence changes nothing, and is shown as not understood."""
    read = amendment(sentence)
    assert not read.operations
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


def open_sentences(read: Interpretation) -> list[Finding]:
    """The findings on sentences; not that on an instrument of which nothing is understood."""
    return [finding for finding in read.findings if finding.says != SILENT]


def shown(operation: Operation) -> str:
    """An operation in one line: action, target, and what changes."""
    new = " ".join(operation.new.words.split()) if operation.new else ""
    line = f"{operation.action} {operation.target}"
    rest = f"all behind it to the end of the {operation.to_end_of}" if operation.to_end_of else ""
    old = " and ".join(filter(None, (operation.old, rest))) or None
    if old is not None and operation.new is not None:
        line += f": {old} -> {new}"
    elif old is not None:
        line += f": {old}"
    elif new:
        line += f": {new}"
    if operation.keys:
        line += f" [{' '.join(operation.keys)}]"
    line += "".join(
        f" {word} {words}"
        for word, words in (("after", operation.after), ("before", operation.before))
        if words
    )
    if operation.occurrence:
        line += f" ({operation.occurrence})"
    if operation.or_replaces:
        line += " or in place of it"
    if operation.closing:
        line += " at the end"
    return line
