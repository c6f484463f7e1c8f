"""Matters for the tests of the reading page, with invented parties; between them they cover each state."""

import datetime
import tomllib
import types
import typing
from pathlib import Path
from typing import Any

import msgspec

from conformed.views.page import Page, PageEntry, PageInstrument, PageProvision, PageRun

Day = datetime.date
_HERE = Path(__file__).parent
SIGNED = {"standing": "in", "says": "the agreement as signed"}
_WORDS = (
    "The Borrower shall deliver to the Agent, for distribution to each Lender, a certificate of a financial "
    "officer as to the matters set forth in this Section. "
)


def small_page(today: Day | None = None) -> Page:
    """The matter of `quarries.toml`, which covers each state."""
    page = _read("quarries.toml")
    return msgspec.structs.replace(page, today=today or page.today)


def skeleton_page() -> Page:
    """The matter of `skeleton.toml`: no agreement to hand."""
    return _read("skeleton.toml")


def plain_page() -> Page:
    """One agreement, undated, nothing changed, nothing open."""
    section = {
        "id": "p1",
        "path": "1",
        "kind": "section",
        "number": "1",
        "heading": "Term",
        "outline": True,
        "runs": [{"text": "1. Term. The term is three years.", "page": 1}],
    }
    page: Page = filled(
        Page,
        {
            "version": "0.1.0",
            "title": "Services Agreement",
            "today": Day(2022, 1, 1),
            "first": Day(2022, 1, 1),
            "last": Day(2022, 1, 1),
            "provisions": [section],
            "instruments": [{"id": "A", "title": "Services Agreement", "kind": "agreement", "stages": [SIGNED]}],
        },
    )
    return page


def long_page(sections: int = 600, clauses: int = 4, amendments: int = 30) -> Page:
    """An agreement of `sections` with `clauses` each, and many amendments: one change in each section."""
    start = Day(2001, 1, 1)
    agreement: dict[str, Any] = {"id": "A", "title": "Credit Agreement", "kind": "agreement"}
    instruments = [{**agreement, "effective": start, "day": start, "stages": [SIGNED]}]
    for number in range(1, amendments + 1):
        day = Day(2001 + number // 2, 1 + 6 * (number % 2), 15)
        instruments.append(
            {
                "id": str(number),
                "title": f"Amendment No. {number}",
                "kind": "amendment",
                "number": number,
                "dated": day,
                "effective": day,
                "changes": True,
                "day": day,
                "stages": [{"standing": "before", "says": "not yet in force"}, {"standing": "in", "says": "in force", "first": day}],
            }
        )
    provisions: list[dict[str, Any]] = []
    entries: list[PageEntry] = []
    for section in range(sections):
        page = section // 4 + 1
        article, path = section // 20 + 1, f"{section // 20 + 1}.{section % 20 + 1:02d}"
        if section % 20 == 0:
            provisions.append(
                {
                    "path": f"Article {article}",
                    "kind": "article",
                    "number": f"Article {article}",
                    "heading": "Covenants",
                    "runs": [{"text": f"ARTICLE {article}\nCOVENANTS", "page": page}],
                }
            )
        provisions.append(
            {
                "path": path,
                "kind": "section",
                "number": path,
                "heading": "Reports",
                "runs": [{"text": f"Section {path}. Reports. {_WORDS}", "page": page}],
            }
        )
        for letter in "abcdefgh"[:clauses]:
            key = f"{section % amendments + 1}-{section}"
            runs = [{"text": f"({letter}) {_WORDS}", "page": page}]
            if letter == "b":
                runs = [
                    {"text": "(b) within ", "page": page},
                    {"text": "ninety", "page": page, "struck": key},
                    {"text": "sixty", "added": key},
                    {"text": f" days. {_WORDS}", "page": page},
                ]
                entries.append(
                    filled(
                        PageEntry,
                        {
                            "id": key,
                            "instrument": key.split("-", 1)[0],
                            "label": "Days replaced",
                            "action": "replace_text",
                            "at": "1",
                            "outcome": "applied",
                        },
                    )
                )
            provisions.append(
                {
                    "path": f"{path}({letter})",
                    "kind": "clause",
                    "number": f"({letter})",
                    "level": 1,
                    "runs": runs,
                }
            )
    placed = [
        filled(PageProvision, {**one, "id": f"p{order}", "outline": one["kind"] != "clause"})
        for order, one in enumerate(provisions, 1)
    ]
    return msgspec.structs.replace(
        plain_page(),
        title="A long agreement",
        today=Day(2015, 1, 1),
        first=Day(2001, 1, 1),
        last=Day(2017, 1, 1),
        instruments=tuple(filled(PageInstrument, one) for one in instruments),
        provisions=tuple(placed),
        entries=tuple(entries),
    )


def one_provision(*runs: PageRun, **more: object) -> Page:
    """The small matter with one section of these runs in place of its text."""
    section = filled(PageProvision, {"id": "p1", "path": "9.9", "kind": "section", "number": "9.9", **more})
    return msgspec.structs.replace(small_page(), provisions=(msgspec.structs.replace(section, runs=runs),))


def run(text: str = "", **more: object) -> PageRun:
    """A run with what is told of it."""
    made: PageRun = filled(PageRun, {"text": text, **more})
    return made


def _read(name: str) -> Page:
    page: Page = filled(Page, tomllib.loads((_HERE / name).read_text(encoding="utf-8")))
    return page


def filled(kind: type[Any], given: dict[str, Any]) -> Any:
    """A value of `kind` from what is given of it; the rest is none, empty or false."""
    told = {}
    for name, hint in typing.get_type_hints(kind).items():
        parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        inner = next((part for part in parts if part is not type(None)), hint)
        value = given.get(name)
        if value is None:
            told[name] = None if type(None) in parts else () if typing.get_origin(inner) is tuple else inner()
        elif isinstance(value, dict):
            told[name] = filled(inner, value)
        elif isinstance(value, list):
            each = typing.get_args(inner)[0]
            told[name] = tuple(filled(each, one) if isinstance(one, dict) else one for one in value)
        else:
            told[name] = value
    return kind(**told)
