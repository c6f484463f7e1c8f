"""Cases that a lawyer can read: a base, amendments, and what follows; `pytest --reset-cases` rewrites what is printed."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conformed.basis import FindingKind, days
from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import evidence_of, rulings_of
from conformed.passes import Conformed, conformed
from conformed.version import Version
from conformed.views.chain import chain_text
from conformed.views.to_text import to_text
from tests.written import LETTER, document, shown

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.md"))
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

{body}
"""
DAYS = ("January 6, 2020", "March 9, 2021", "July 5, 2022")


def blocks(text: str) -> list[tuple[str, str]]:
    return [
        (match[1], match[2])
        for match in re.finditer(r"^```(\w[^`\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]


def letters(text: str) -> Iterator[tuple[str, str]]:
    """The documents of a case by their names; an attachment stands behind the signatures of its amendment."""
    amendments: list[str] = []
    for name, body in blocks(text):
        if name == "base":
            yield "agreement.txt", AGREEMENT.format(body=body)
        elif name == "other agreement":
            yield "other.txt", body
        elif name == "amendment" and "AMENDMENT" in body:
            amendments.append(body)
        elif name == "amendment":
            count = len(amendments)
            last = 1 + max(map(int, re.findall(r"^(\d+)\. ", body, re.MULTILINE)), default=0)
            title = f"AMENDMENT NO. {count + 1}"
            amendments.append(LETTER.format(title=title, day=DAYS[count], body=body, last=last))
        elif name == "attachment":
            amendments[-1] += f"\n{body}"
    yield from ((f"amendment-{count}.txt", body) for count, body in enumerate(amendments, 1))


def matter(text: str) -> Conformed:
    reads = [interpret(parse(document(body, name))) for name, body in letters(text)]
    rulings = next((body for name, body in blocks(text) if name == "rulings"), None)
    known = next((body for name, body in blocks(text) if name == "evidence"), None)
    return conformed(
        reads,
        rulings_of("rulings.toml", rulings.encode()) if rulings else None,
        evidence_of("evidence.toml", known.encode()) if known else (),
    )


def printed(text: str) -> dict[str, str]:
    """What the case prints: operations, conformed text, open points; what else it has a block for."""
    made = matter(text)
    operations = [
        f"{outcome.kind}: {shown(entry.operation)}"
        for entry, outcome in zip(made.entries, made.version.outcomes, strict=True)
    ]
    page = made.page(datetime.date(2023, 1, 1))
    points = [
        f"{finding.kind}: {finding.says}" + ("" if finding.open else f" {finding.settled_by}")
        for finding in page.findings
    ]
    result = {
        "operations": "\n".join(operations) + "\n" if operations else "",
        "conformed": body_of(made.version),
        "open points": "\n".join(points) + "\n" if points else "",
    }
    for name, _ in blocks(text):
        what, _, which = name.partition(" of ")
        if what == "conformed as":
            day = next(days(which)).day
            result[name] = body_of(made.as_of(day))
        elif what == "history":
            result[name] = made.why(which, None, page.today) or ""
        elif name == "chain":
            result[name] = chain_text(page)
    return result


def body_of(version: Version) -> str:
    """The text of a version without the opening that all cases share."""
    return to_text(version.root).partition("agree as follows:\n\n")[2] or to_text(version.root)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.stem}" for case in CASES])
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    text = case.read_text(encoding="utf-8")
    result = printed(text)
    if request.config.getoption("--reset-cases"):
        for name, body in result.items():
            start = text.index(f"```{name}\n") + len(f"```{name}\n")
            text = text[:start] + body + text[text.index("```", start) :]
        case.write_text(text, encoding="utf-8")
    assert {name: body for name, body in blocks(text) if name in result} == result


def test_there_are_cases_of_both_kinds() -> None:
    assert {case.parent.name for case in CASES} == {"resolved", "open"}


def test_each_kind_of_finding_has_a_case_that_leaves_it_open() -> None:
    told = "".join(
        body
        for case in CASES
        if case.parent.name == "open"
        for name, body in blocks(case.read_text())
        if name == "open points"
    )
    kinds = set(re.findall(r"^(\w+): ", told, re.MULTILINE))
    assert kinds == set(FindingKind)
