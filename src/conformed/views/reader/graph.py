"""The drawing of how entities are tied to each other.

In: the ties of a Page.  Out: rows with their places, and lines between them, for a drawing of a panel's width.  Who acts by
another stands below it, indented, with a line from it; the guaranties to one beneficiary are one line at the right edge, which all
who give them meet, with an arrow to him.  Afterwards each entity that is tied stands in one row, no two lines lie on each other, and
each tie has its words in the table below the drawing.
"""

from collections.abc import Sequence

import msgspec

from conformed.views.page import Page, PageTie

WIDTH, ROW, STEP, MARGIN = 340, 34, 18, 44  # of the drawing, in pixels; MARGIN is for the lines at the right
_LINE = 40  # letters of a name in one line
_LETTER = 6.4  # pixels of a letter
_MOST = 40  # rows of a drawing that can be looked through


class Row(msgspec.Struct, frozen=True):
    """An entity in the drawing: its name in one or two lines, and where it stands."""

    name: str
    lines: tuple[str, ...]
    x: int
    y: int


class Graph(msgspec.Struct, frozen=True):
    """The drawing: its rows, the elbows of who acts by whom, and the lines of guaranties with their arrows, one for each beneficiary, as paths; `says` tells it in words."""

    rows: tuple[Row, ...]
    elbows: tuple[str, ...]
    guaranties: tuple[str, ...]
    arrows: tuple[str, ...]
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
    to: dict[str, list[Row]] = {}
    for tie in given:
        to.setdefault(tie.other or "", []).append(rows[tie.one])
    lines = tuple(_line(rows[other], givers, turn) for turn, (other, givers) in enumerate(to.items()))
    arrows = tuple(_arrow(rows[other]) for other in to)
    count = f"{len(elbows)} that act by another or are its affiliates, {len(given)} guaranties"
    return Graph(tuple(rows.values()), elbows, lines, arrows, ROW * len(rows) + 4, f"{len(rows)} entities: {count}; the table below tells them.")


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
    return f"M{upper.x + 5} {upper.y + ROW - (8 if len(upper.lines) == 1 else 0)} V{lower.y + 15} H{lower.x - 3}"


def _line(taker: Row, givers: Sequence[Row], turn: int) -> str:
    """The line that leads down the edge to a beneficiary, with a piece to it from each who gives him a guaranty."""
    rail = WIDTH - 8 - 6 * (turn % 5)
    heights = [row.y + 15 for row in (taker, *givers)]
    pieces = (f"M{_behind(row)} {row.y + 15} H{rail}" for row in dict.fromkeys((taker, *givers)))
    return " ".join((*pieces, f"M{rail} {min(heights)} V{max(heights)}"))


def _arrow(taker: Row) -> str:
    at, y = _behind(taker), taker.y + 15
    return f"M{at + 5} {y - 3} L{at} {y} L{at + 5} {y + 3}"


def _behind(row: Row) -> int:
    """Where a line may begin behind a name."""
    return min(WIDTH - MARGIN, round(row.x + _LETTER * max(map(len, row.lines)) + 8))
