"""Cases that a lawyer can read: a base, amendments, and what follows; `pytest --reset-cases` rewrites what is printed."""

import datetime
import re
from pathlib import Path

import pytest

from conformed.instrument import parse
from conformed.language import interpret
from conformed.ledger import rulings_of
from conformed.passes import Conformed, conformed
from conformed.views.to_text import to_text
from tests.written import document, shown

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.md"))
AGREEMENT = """\
CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 1, 2018, is among BRAMBLE MILLING, INC., a Delaware corporation (the
"Borrower"), the Lenders party hereto and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

The parties hereto agree as follows:

{body}
"""
AMENDMENT = """\
AMENDMENT NO. {number} TO CREDIT AGREEMENT

This AMENDMENT NO. {number} TO CREDIT AGREEMENT, dated as of {day}, is among BRAMBLE MILLING, INC., a Delaware
corporation (the "Borrower"), and HARBOR & QUAY BANK, N.A., as agent for the Lenders (the "Agent").

WHEREAS, the Borrower, the Agent and the Lenders are parties to that certain Credit Agreement dated as of May 1,
2018{earlier} (the "Credit Agreement");

NOW, THEREFORE, the parties hereto agree as follows:

{body}

{last}. Counterparts. This Amendment may be executed in counterparts, each of which is an original.
"""
DAYS = ("January 6, 2020", "March 9, 2021", "July 5, 2022")


def blocks(text: str) -> list[tuple[str, str]]:
    return [
        (match[1], match[2])
        for match in re.finditer(r"^```(\w[\w ]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]


def matter(text: str) -> Conformed:
    reads = []
    count = 0
    rulings = None
    for name, body in blocks(text):
        if name == "rulings":
            rulings = rulings_of("rulings.toml", body.encode())
        if name == "base":
            reads.append(interpret(parse(document(AGREEMENT.format(body=body), "agreement.txt"))))
        elif name == "other agreement":
            reads.append(interpret(parse(document(body, "other.txt"))))
        elif name.startswith("amendment"):
            whole = (
                body
                if "AMENDMENT" in body
                else AMENDMENT.format(
                    number=count + 1,
                    day=DAYS[count],
                    earlier="",
                    body=body,
                    last=1 + max(map(int, re.findall(r"^(\d+)\. ", body, re.MULTILINE)), default=0),
                )
            )
            reads.append(interpret(parse(document(whole, f"amendment-{count + 1}.txt"))))
            count += 1
    return conformed(reads, rulings)


def printed(text: str) -> dict[str, str]:
    """What the case prints: operations, conformed text, open points."""
    made = matter(text)
    operations = [
        f"{outcome.kind}: {shown(entry.operation)}"
        for entry, outcome in zip(made.entries, made.version.outcomes, strict=True)
    ]
    body = to_text(made.version.root)
    starts = re.search(r"agree as follows:\n\n", body)
    page = made.page(datetime.date(2023, 1, 1))
    points = [
        f"{finding.kind}: {finding.says}" + ("" if finding.open else f" {finding.settled_by}")
        for finding in page.findings
    ]
    return {
        "operations": "\n".join(operations) + "\n" if operations else "",
        "conformed": body[starts.end() :] if starts else body,
        "open points": "\n".join(points) + "\n" if points else "",
    }


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
