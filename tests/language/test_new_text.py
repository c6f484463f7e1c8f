"""New text in the orders that put it in: each provision has its own, and what no order takes is shown."""

import pytest

from conformed.basis import FindingKind
from conformed.language import Class, Interpretation
from tests.written import amendment, shown


def unread(read: Interpretation) -> list[str]:
    text = read.instrument.document.reading.text
    return [text[piece.start : piece.end].strip() for piece in read.account if piece.what is Class.UNREAD]


ORDERS = [
    (
        'The following definitions in Section 1.2 are amended and restated in their entirety as follows:\n""Barge" means a boat."\n""Mill" means a house."',
        'replace_provision 1.2#Barge: "Barge" means a boat.\nreplace_provision 1.2#Mill: "Mill" means a house.',
    ),
    (
        'The definitions of "Barge" and "Mill" are replaced with the following new definitions:\n"Barge" - A boat of ten tons.\n"Mill"- the house.',
        'replace_provision #Barge: "Barge" - A boat of ten tons.\nreplace_provision #Mill: "Mill"- the house.',
    ),
    (
        "Article VII is amended to add the following as new clauses (n) and (o) thereof:\n(n) the mill burns; or\n(o) the barge sinks.",
        "add_provision Article VII(n): (n) the mill burns; or\nadd_provision Article VII(o): (o) the barge sinks.",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_each_provision_has_its_own_part(sentence: str, expected: str) -> None:
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == expected.split("\n")
    assert not read.findings


def test_provisions_that_the_new_text_does_not_number_are_not_made_up() -> None:
    order = "The following shall be added as Sections 9(b) and 9(c):"
    read = amendment(f"{order}\n(b) The mill is kept dry.\n(d) The barge is kept clean.")
    assert not read.operations
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}


def test_what_of_a_new_text_no_order_takes_is_shown() -> None:
    read = amendment(
        "Sections 8.2(b) and (c) are amended and restated to read as follows:\n8.2 Liens.\nThere are no liens but these:\n"
        "(b) a lien on the barge;\n(c) a lien on the mill that is less than its worth;\n"
        "(d) a lien on the tools that the miller keeps."
    )
    assert [str(operation.target) for operation in read.operations] == ["8.2(b)", "8.2(c)"]
    assert unread(read) == ["(d) a lien on the tools that the miller keeps."]
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}
