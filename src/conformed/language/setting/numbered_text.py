"""The numbered provisions of a new text: where each begins, and which part of the text is the one ordered.

In: the setting of an order, and the stretch of its new text.  Out: the labels of the provisions that stand in
it, with their places, or the stretch without the captions and ellipses of what is around the provision.
"""

import re

from conformed.basis.pattern import pattern
from conformed.instrument import Path
from conformed.instrument.numbers.captions import caption
from conformed.instrument.numbers.markers import clauses, heads, numbered
from conformed.language.setting.setting import Setting

_ELLIPSIS = pattern(r"(?:\*\s?){3,}|\(\.{3}\)")
_ADDRESSED = pattern(r"\s?(?:\(\w{1,5}\))*(\(\w{1,5}\))")
_WHOLE_ADDRESS = pattern(  # "7(c) Tolls", "7.c. Tolls", "7.(c) Tolls"
    r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?(?:\(\w{1,5}\))*\((?P<step>\w{1,5})\)|\.(?P<letter>[a-z])|\.\((?P<pointed>[a-z])\))\.?\s(?=[A-Z“\"])"
)
_GLUED = pattern(r"(?:(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})|(?P<letter>[a-z]))\.(?=[A-Z][a-z])")  # "4.Tolls", whose blank was lost
_CAPITAL = pattern(r"\s[A-Z]")


def numbers(setting: Setting, start: int, end: int) -> list[tuple[str, int, int]]:
    """The numbered provisions that open paragraphs of new text: label as in a path, start, end."""
    found: list[tuple[str, int, int]] = []
    for line_start, line_end in _lines(setting.text, start, end):
        begun = line_start + (1 if setting.text[line_start] in "\"“'" else 0)
        if whole := _WHOLE_ADDRESS.match(setting.text, begun, line_end):
            found.append((f"({whole[whole.lastgroup or 0]})", line_start, end))
            continue
        if glued := _GLUED.match(setting.text, begun, line_end):
            found.append((glued["number"] or f"({glued['letter']})", line_start, end))
            continue
        section = numbered(setting.text, begun, line_end)
        markers = clauses(setting.text, begun, line_end, 0, row=False) if section is None else []
        if section is not None and (steps := _ADDRESSED.match(setting.text, section.end, line_end)):
            found.append((steps[1], line_start, end))  # "7(c) Termination"
            continue
        label = (
            section.value
            if section
            else f"({markers[0].value})"
            if markers and not markers[0].run_in
            else None
        )
        if label is not None:
            found.append((label, line_start, end))
        opened = section or (markers[0] if label is not None else None)
        if opened is not None and (within := _first_clause(setting.text, opened.end, line_end)):
            found.append((*within, end))
    return found


def labelled(setting: Setting, start: int, end: int, target: Path) -> tuple[int, int]:
    """The part of a new text that is the provision `target`, where captions of what is around it stand before."""
    start, end = _without_ellipses(setting, start, end, target)
    found = [*_bare_number(setting.text, start, end, target.section), *numbers(setting, start, end)]
    label = target.steps[-1] if target.steps else target.section
    if len(found) < 2 or label is None or found[0][0] == label or not target.steps:
        return start, end
    begun = next((begun for one, begun, _ in found if one == label), None)
    if begun is None and found[0][0] == target.section:
        begun = next((begun for one, begun, _ in found if one.startswith("(")), None)
    return setting.unquoted(begun, end) if begun is not None else (start, end)


def _first_clause(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The clause with which a section or clause begins, behind its caption: `10. Termination. (a) The Company may`."""
    titled = caption(text, at, end)
    start = titled[1] if titled else at + 1
    markers = heads(text, start, end, 0)
    return (f"({markers[0].value})", start) if markers and start < end and text[start] == "(" else None


def _bare_number(text: str, start: int, end: int, section: str | None) -> list[tuple[str, int, int]]:
    """The number without a point that a new text bears, and the clause behind its caption: `7 Term. (a) The lease`."""
    begun = start + text.startswith(('"', "“"), start, end)
    if not section or not section.isdigit() or not text.startswith(section, begun, end):
        return []
    at = begun + len(section)
    if not _CAPITAL.match(text, at, end):
        return []
    line_end = _lines(text, start, end)[0][1]
    within = _first_clause(text, at, line_end)
    return [(section, start, end), *([(*within, end)] if within else [])]


def _without_ellipses(setting: Setting, start: int, end: int, target: Path) -> tuple[int, int]:
    """New text without the rows of asterisks that stand for what stays, and the captions before them."""
    lines = _lines(setting.text, start, end)
    stars = [
        place for place, (begun, stop) in enumerate(lines) if _ELLIPSIS.fullmatch(setting.text, begun, stop)
    ]
    if not stars:
        return start, end
    inner = target.steps or target.place or "." in (target.section or "")
    first = stars[0] + 1 if stars[0] <= 1 and inner else 0
    last = stars[-1] if stars[-1] == len(lines) - 1 and stars[-1] > first else len(lines)
    return lines[first][0], lines[last - 1][1]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.compile(r"[^\n]+").finditer(text, start, end)]
