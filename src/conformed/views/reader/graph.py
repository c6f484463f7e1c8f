"""The drawing of how entities are tied to each other.

In: the ties of a Page.  Out: rows with their places, and lines between them, for a drawing of a panel's width.  Who acts by
another stands below it, indented, with a line from it; a guaranty is a line at the right edge, from the guarantor to the
beneficiary.  Afterwards each entity that is tied stands in one row, and each line has its words in the table below the drawing.
"""

from collections.abc import Sequence

import msgspec

from conformed.views.page import Page, PageTie

WIDTH, ROW, STEP, MARGIN = 340, 34, 18, 44  # of the drawing, in pixels; MARGIN is for the lines at the right
_LINE = 40  # letters of a name in one line
_MOST = 40  # rows of a drawing that can be looked through


class Row(msgspec.Struct, frozen=True):
    """An entity in the drawing: its name in one or two lines, and where it stands."""

    name: str
    lines: tuple[str, ...]
    x: int
    y: int


class Graph(msgspec.Struct, frozen=True):
    """The drawing: its rows, the elbows of who acts by whom, and the lines of guaranties, as paths; `says` tells it in words."""

    rows: tuple[Row, ...]
    elbows: tuple[str, ...]
    guaranties: tuple[str, ...]
    height: int
    says: str


def graph_of(page: Page) -> Graph | None:
    """The drawing of a page's ties; None where there is nothing to draw, or too much."""
    above = {tie.one: tie.other for kind in ("affiliate of", "acts by") for tie in page.ties if tie.kind == kind and tie.other}
    given = [tie for tie in page.ties if tie.kind == "guarantees to" and tie.other]
    names = _ordered(above, given)
    if not names or len(names) > _MOST:
        return None
    rows = {name: Row(name, _lines(name), 4 + STEP * depth, ROW * turn) for turn, (name, depth) in enumerate(names)}
    elbows = tuple(_elbow(rows[other], rows[one]) for one, other in above.items() if other in rows and one in rows)
    lines = tuple(_line(rows[tie.one], rows[tie.other], turn) for turn, tie in enumerate(given) if tie.other in rows and tie.one in rows)
    count = f"{len(elbows)} that act by another or are its affiliates, {len(lines)} guaranties"
    return Graph(tuple(rows.values()), elbows, lines, ROW * len(rows) + 4, f"{len(rows)} entities: {count}; the table below tells them.")


def _ordered(above: dict[str, str], given: Sequence[PageTie]) -> list[tuple[str, int]]:
    """The names in their order, each with its depth: who acts by another, or is its affiliate, stands under it."""
    tied = dict.fromkeys([*(name for pair in above.items() for name in pair), *(name for tie in given for name in (tie.one, tie.other) if name)])
    found: list[tuple[str, int]] = []

    def enter(name: str, depth: int) -> None:
        if any(name == other for other, _ in found):
            return
        found.append((name, depth))
        for below in (one for one, other in above.items() if other == name):
            enter(below, depth + 1)

    for name in tied:
        if name not in above:
            enter(name, 0)
    for name in tied:  # those that act by each other in a ring
        enter(name, 0)
    return found


def _lines(name: str) -> tuple[str, ...]:
    if len(name) <= _LINE:
        return (name,)
    at = name.rfind(" ", 0, _LINE)
    return (name[:at], name[at + 1 :][:_LINE]) if at > 0 else (name[:_LINE],)


def _elbow(upper: Row, lower: Row) -> str:
    return f"M{upper.x + 5} {upper.y + ROW - 8} V{lower.y + 15} H{lower.x - 3}"


def _line(giver: Row, taker: Row, turn: int) -> str:
    rail = WIDTH - 8 - 4 * (turn % 8)
    return f"M{WIDTH - MARGIN} {giver.y + 15} H{rail} V{taker.y + 15} H{WIDTH - MARGIN + 5}"
