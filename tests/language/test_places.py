"""Where in a provision a change goes: its beginning, its end, a sentence of it; and what says no place."""

import pytest

from conformed.basis import FindingKind
from tests.written import amendment, shown

ORDERS = [
    (
        'At the end of the second sentence of Section 3.2(d), the following language shall be added: "and no barge is let".',
        "insert_text 3.2(d)~sentence 2: and no barge is let after $",
    ),
    (
        'At the beginning of Section 4, the following language is inserted: "Subject to Section 9,".',
        "insert_text 4: Subject to Section 9, before ^",
    ),
    (
        'At the beginning of Section 4, the following sentence is hereby added:\n"The mill is dry."',
        "insert_text 4: The mill is dry. before ^",
    ),
    (
        'At the end of the first paragraph of Section 4, the following sentence is hereby added: "The mill is dry."',
        "insert_text 4~paragraph 1: The mill is dry. after $",
    ),
    (
        'The second paragraph of Section 4 is amended by adding the following sentence:\n"The mill is dry."',
        "insert_text 4~paragraph 2: The mill is dry. after $",
    ),
    (
        'Section 4 is amended at the beginning by adding the following: "Subject to Section 9,".',
        "insert_text 4: Subject to Section 9, before ^",
    ),
    (
        'Section 3 is deleted; and at the end of Section 4, the following is added: "The mill is dry."',
        "delete_provision 3\ninsert_text 4: The mill is dry. after $",
    ),
    (
        'Section 3 is deleted; and in Section 4, the following is added: "The mill is dry."',
        "delete_provision 3\ninsert_text 4: The mill is dry. after $",
    ),
    (
        'In Section 5, (i) "ten" is deleted, and (ii) at the end of clause (c), the following is added: "and no barge".',
        "delete_text 5: ten\ninsert_text 5(c): and no barge after $",
    ),
    (
        'The word "and" at the end of clause (b) of Section 4 is hereby deleted.',
        "delete_text 4(b): and at the end",
    ),
    (
        'At the end of Section 4, the following new Section 4A is hereby added: "4A. Barges. None."',
        "add_provision 4A: 4A. Barges. None.",
    ),
]

NOT_TOLD_WHERE = [
    'In the second sentence of Section 4 the following language shall be added: "and no barge".',
    'The second sentence of Section 4 is amended by adding the following: "and no barge".',
    'Section 4 is amended by adding to the second sentence the following: "and no barge".',
    'The heading of Section 4 is amended by adding the following: "and Barges".',
    'At the end of each milling year, Section 4 is amended to read as follows: "4. Mill. None."',
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_a_change_goes_where_its_order_says(sentence: str, expected: str) -> None:
    read = amendment(sentence)
    assert [shown(operation) for operation in read.operations] == expected.split("\n")
    assert not read.findings


@pytest.mark.parametrize("sentence", NOT_TOLD_WHERE)
def test_what_goes_to_a_place_that_is_not_told_changes_nothing_and_is_shown(sentence: str) -> None:
    read = amendment(sentence)
    assert not read.operations
    assert FindingKind.UNREAD in {finding.kind for finding in read.findings}
