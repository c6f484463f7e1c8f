"""Schedules of operating affiliates by state.

In: a document.  Out: `Affiliates`, one value for each state of each schedule, in the order of the schedule.
Afterwards each name is whole ("X, Inc." is one), a state is its postal code, and a line that names no company
or no state gives nothing.  Three layouts are read: "X, Inc., Y, Inc. (AL, LA)"; "Alabama: X, Inc."; a table
with a column of states beside a column of companies.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from conformed.basis import Span
from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.document import Document, Paragraph

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA",
    "colorado": "CO", "connecticut": "CT", "delaware": "DE", "district of columbia": "DC",
    "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN",
    "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD",
    "massachusetts": "MA", "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO",
    "montana": "MT", "nebraska": "NE", "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ",
    "new mexico": "NM", "new york": "NY", "north carolina": "NC", "north dakota": "ND", "ohio": "OH",
    "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "puerto rico": "PR", "rhode island": "RI",
    "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT",
    "vermont": "VT", "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI",
    "wyoming": "WY",
}  # fmt: skip
_CODES = frozenset(STATES.values())
_HEAD = AnyOf(
    r"\b(?:operating|certificated|certified|licensed)\b.{0,40}\b(?:affiliates?|subsidiaries|companies|entities)\b",
    r"\b(?:affiliates?|subsidiaries|companies|entities)\b.{0,60}\b(?:by|in|for)\s+(?:each\s+)?states?\b",
    flags=re.IGNORECASE,
)
_IN_BRACKETS = pattern(r"^(?P<names>[^()]{4,600}?)[,\s]*\((?P<states>[A-Za-z][A-Za-z .,;&/]{1,240})\)[.,;]?$")
_BY_STATE = pattern(
    r"^(?P<states>[A-Z][A-Za-z .]{1,24}(?:(?:,|\s(?:and|&)|,\s(?:and"
    r"|&))\s?[A-Z][A-Za-z .]{1,24}){0,60})\s*(?::|\s[-–—]\s|\t)\s*(?P<names>\S.{2,600})$"
)
_PARTS = pattern(r"\s*(?:[,;/&]|\band\b)\s*")
_SUFFIX = pattern(
    r"(?:inc|incorporated|llc|l\.l\.c|l\.p|lp|llp|ltd|limited|corp|corporation|co|company|n\.a|plc|p\.c"
    r"|s\.a)\.?",
    ENGLISH,
)
_COMPANY = pattern(
    r"(?:\b(?:inc|incorporated|llc|l\.l\.c|l\.p|lp|llp|ltd|limited|corp|corporation|company|partnership"
    r"|association)\b\.?)$",
    ENGLISH,
)
_REACH = 80  # paragraphs to which a schedule's head reaches


class Affiliates(msgspec.Struct, frozen=True):
    """The affiliates that operate in one state (its postal code), and the line that says so."""

    state: str
    names: tuple[str, ...]
    span: Span


def affiliates(document: Document) -> tuple[Affiliates, ...]:
    """Read the schedules of affiliates by state that a document holds."""
    found: list[Affiliates] = []
    left, told = 0, 0
    for paragraph in document.paragraphs:
        words = document.reading.text[paragraph.start : paragraph.end]
        if len(words) < 160 and _HEAD.stands_in(words) and not _IN_BRACKETS.match(words):
            left, told = _REACH, len(found)
            continue
        if left == 0:
            continue
        left -= 1
        lines = list(_line(document, paragraph, words))
        found.extend(lines)
        if not lines and len(found) > told and len(words) > 200:  # running text: the schedule is over
            left = 0
    return tuple(found)


def _line(document: Document, paragraph: Paragraph, words: str) -> Iterator[Affiliates]:
    """What one line of a schedule says."""
    states, names = _row(words.split("\t"))
    for layout in (_IN_BRACKETS, _BY_STATE):
        if not (states and names) and (match := layout.match(words)):
            states, names = _states(match["states"]), _names(match["names"].replace("\t", ", "))
    if states and names:
        span = document.span(paragraph.start, paragraph.end)
        for state in states:
            yield Affiliates(state, names, span)


def _row(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states and names of a table's row, in whichever order its columns stand."""
    if len(cells) < 2:
        return (), ()
    states = [_states(cell) for cell in cells]
    at = next((k for k, told in enumerate(states) if told), None)
    if at is None:
        return (), ()
    return states[at], tuple(name for k, cell in enumerate(cells) if k != at for name in _names(cell))


def _states(words: str) -> tuple[str, ...]:
    """The postal codes of a list of states; none where anything else stands in it."""
    codes = []
    for part in _PARTS.split(words.strip(" .:;,")):
        code = STATES.get(part.lower().strip(" ."), part.strip(" .") if part.strip(" .") in _CODES else None)
        if code is None:
            return ()
        codes.append(code)
    return tuple(codes)


def _names(words: str) -> tuple[str, ...]:
    """The companies of a list; "X, Inc." is one, and words that are no company are none."""
    names: list[str] = []
    for piece in re.split(r"\s*[,;]\s*(?:and\s+)?", words.strip(" ,;")):
        part = piece
        suffix, _, further = part.partition(" and ")
        if names and _SUFFIX.fullmatch(suffix.strip()):
            names[-1] = f"{names[-1]}, {suffix.strip()}"
            part = further
        if part:
            names.extend(_pair(part.strip()))
    return tuple(name for name in names if _COMPANY.search(name))


def _pair(part: str) -> Sequence[str]:
    """Two companies joined by "and", where both are complete: "X LLC and Y LLC"."""
    first, joint, second = part.partition(" and ")
    if joint and _COMPANY.search(first):
        return [first.strip(), second.strip()]
    return [part.removeprefix("and ").strip()]
