"""The definitions in new text: where each begins and ends.

In: a stretch of new text.  Out: its definitions in order.  One that stands in the line of another is told by the order
of the alphabet, in which the list goes on with it; a sentence that only helps the definition before it is none.
"""

import itertools
import re
from collections.abc import Iterator

import msgspec

from conformed.basis.pattern import pattern
from conformed.instrument import defined
from conformed.instrument.set_off.unquoting import closed
from conformed.language.setting.setting import Setting

_COUNT = pattern(r"\(?(?:[a-z]{1,5}|\d{1,2})[.)]\s(?=[“\"])")  # before a term, in a list of definitions
_DEFINED = 300  # characters of new text in which the words that define its term stand
_LINE = re.compile(r"[^\n]+")
_NEXT = pattern(r"(?<=[.;])\s(?=[“\"][A-Z\d])")
_LISTED = 3  # definitions of which the order is told


class _Found(msgspec.Struct, frozen=True):
    """A definition that begins at `start`, with its number if it has one; its term is at `at`, within marks if `quoted`."""

    term: str
    start: int
    at: int
    quoted: bool


def definitions(
    setting: Setting, start: int, end: int, *, counted: bool = False
) -> list[tuple[str, int, int]]:
    """The definitions in a stretch of new text: term, start, end; of those that are only `counted` without the number."""
    lines = [match.span() for match in _LINE.finditer(setting.text, start, end)]
    found = [one for begun, stop in lines if (one := _at(setting.text, begun, stop, end, counted=counted))]
    found = list(_in_line(setting.text, found, end))
    ends = [*(one.start for one in found[1:]), end]
    return [
        (one.term, *setting.unquoted(one.at, closed(setting.text, one.at, until) if one.quoted else until))
        for one, until in zip(found, ends, strict=False)
    ]


def _at(text: str, start: int, line_end: int, end: int, *, counted: bool) -> _Found | None:
    number = _COUNT.match(text, start, line_end) if counted else None
    at = number.end() if number else start
    words = text[at : min(end, at + _DEFINED)].replace("\n", " ")
    term = defined(words)
    within = defined(words[1:]) if term is None and words[:1] in "\"“'`" else None
    return _Found(term or within or "", start, at, within is not None) if term or within else None


def _in_line(text: str, found: list[_Found], end: int) -> Iterator[_Found]:
    """The definitions with those that stand in the line of another and belong, by the alphabet, between it and the next."""
    terms = [one.term.lower() for one in found]
    listed = len(terms) >= _LISTED and terms == sorted(terms)
    for one, after in itertools.zip_longest(found, found[1:]):
        yield one
        if not listed or after is None:
            continue
        last = one.term.lower()
        for match in _NEXT.finditer(text, one.at, after.start):
            inner = _at(text, match.end(), end, end, counted=False)
            if inner is not None and last < inner.term.lower() < after.term.lower():
                last = inner.term.lower()
                yield inner
