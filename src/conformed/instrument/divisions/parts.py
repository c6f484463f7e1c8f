"""The parts of an instrument: exhibits, schedules, annexes and the like that stand in its file, and those within them.

In: a document, and where it begins to speak and is signed.  Out: the parts in order, each with those within it, and
the paragraphs that only say again in which part a page is.  A part begins with its caption, on lines of its own: the
convention is a caption in the midst of the line behind the signature pages, or at the top of a page.  An entry of a
list of exhibits is no caption, nor is the head or foot of a page.
"""

import bisect
import functools
import itertools
from collections.abc import Sequence, Set

from conformed.basis.pattern import ENGLISH, pattern
from conformed.document import Document
from conformed.instrument.divisions.contents import ROMAN_PAGE
from conformed.instrument.divisions.nesting import MOST, Found, Part, nested, stands_alone
from conformed.instrument.divisions.part_captions import PART, Caption, captioned, consents, name_of
from conformed.instrument.numbers.markers import numbered
from conformed.instrument.numbers.sections import follows
from conformed.instrument.paths.path import is_consent

__all__ = ["Part", "parts"]

_LIST = pattern(
    r"(?:(?:list|index|table|schedule)\sof\s(?:schedules|exhibits|annexes|attachments|appendices)\b.{0,40}|exhibit\sindex)",
    ENGLISH,
)
_PAGED = pattern(r"[-–—\s]*(?:page\s)?\d{1,3}(?:\sof\s[\d_]{1,4})?", ENGLISH)  # the foot of a page: `Page 2 of 5`
_ENDS = frozenset(".)_\"”")
_CAPTION = 140  # characters that the caption of a part may have
_TITLE = 110  # characters of the title below it
_ENTRY = 3  # paragraphs that an entry of a list of exhibits may have
_LONG = 200  # characters of a paragraph that is no entry of a list
_AHEAD = 400  # numbers below a caption among which the next of a count is looked for
_LISTED = 3  # entries that make such a list


class _Counts:
    """The numbers with which the paragraphs of a document open, looked for once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @functools.cached_property
    def _numbers(self) -> list[tuple[int, str]]:
        found = ((place, numbered(text, 0, len(text))) for place, text in enumerate(self._texts))
        return [(place, one.value) for place, one in found if one is not None]

    def go_on(self, number: int) -> bool:
        """Whether the count of the sections above a paragraph goes on below it, or none stands above."""
        at = bisect.bisect_left(self._numbers, (number, ""))
        if not at:
            return True
        last = self._numbers[at - 1][1]
        return any(follows(last, value) for _, value in self._numbers[at : at + _AHEAD])


def parts(
    document: Document, texts: Sequence[str], prose: int, signed: int | None, passed: Set[int]
) -> tuple[tuple[Part, ...], frozenset[int]]:
    """The parts, and the paragraphs that are heads or feet of their pages; none stands above all `prose`."""
    found: list[Found] = []
    heads: set[int] = set()
    counts = _Counts(texts)
    for number in range(max(prose, 1), len(texts)):
        text = texts[number]
        if number in passed or len(text) > _CAPTION:
            continue
        behind = signed is not None and number > signed and text.isupper() and (not found or is_consent(found[-1].name))
        named = captioned(texts, number) or (consents(texts, number) if behind else None)
        if named is None:
            continue
        if _listed(document, texts, number, named) or ROMAN_PAGE.search(text, max(0, len(text) - 8)):
            continue
        if not named.labelled and found and number - found[-1].number < _ENTRY:
            continue  # the title of the part above
        if named.rest[:1].islower() and not named.rest.lower().startswith(("to ", "form")) and named.rest != "to":
            continue
        if found and _PAGED.fullmatch(named.rest):
            heads.add(number)
        elif _captions(document, texts, number, named, signed, counts):
            found.append(Found(number, named.name, named.rest, _apart(document, number)))
    tree, again = nested(document, texts, _without_lists(texts, found))
    return tree, frozenset(heads | again)


def _captions(
    document: Document, texts: Sequence[str], number: int, named: Caption, signed: int | None, counts: _Counts
) -> bool:
    """Whether the caption of a part stands at a paragraph: behind the signatures each does, above them one that stands apart.

    Where those stand below it, or neither a page end nor a wide gap is above it, what it ends does not go on behind it.
    """
    if signed is not None and number > signed:
        return named.labelled or _alone(document, number) or (is_consent(named.name) and _apart(document, number) > (False, 0))
    if not named.labelled:
        return False
    if _alone(document, number):
        return signed is None or not counts.go_on(number)
    below = texts[number + 1] if number + 1 < len(texts) else ""
    titled = not named.rest and 0 < len(below) <= _TITLE and below[0].isupper() and below[-1] not in ".,;:"
    above = texts[number - 1]
    ended = above[-1] in _ENDS or (len(above) <= _TITLE and above[-1] != ":")
    return titled and ended and _apart(document, number) > (False, 0) and not counts.go_on(number)


def _listed(document: Document, texts: Sequence[str], number: int, named: Caption) -> bool:
    """Whether a line that opens with the name of a part is one of a list: the next to it opens with another's, and both go on."""
    for other, below in ((number - 1, number), (number + 1, number + 1)):
        near = named.rest and below < len(texts) and not _alone(document, below)
        match = PART.match(texts[other]) if near else None
        if match and name_of(match) != named.name and match.end() < len(texts[other]):
            return True
    return False


def _apart(document: Document, number: int) -> tuple[bool, int]:
    """Whether a page ends above a paragraph, and how many blank lines stand there."""
    line = document.lines[document.paragraphs[number].lines[0]]
    return line.turned, line.gap


def _alone(document: Document, number: int) -> bool:
    return stands_alone(_apart(document, number))


def _without_lists(texts: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """The captions without the entries of lists: several close together, under the caption of a list, or that come again below."""
    kept: list[Found] = []
    if len(found) > MOST:
        return list(found)
    left = list(found)
    while left:
        run = _run(texts, left)
        names = {one.name for one in left[len(run) :]}
        again = 0 if _alternates(run) else sum(one.name in names for one in run)
        above = texts[max(0, run[0].number - 2) : run[0].number]
        listed = len(run) >= _LISTED and run[0].name in names and 2 * again >= len(run)
        if listed or any(_LIST.fullmatch(one) for one in above):
            left = left[len(run) :]
        else:
            kept.append(left.pop(0))
    return kept


def _alternates(run: Sequence[Found]) -> bool:
    """Whether captions of one kind stand on both sides of one of another: they are no list."""
    kinds = [kind for kind, _ in itertools.groupby(run, key=lambda one: one.kind)]
    return len(kinds) > len(set(kinds))


def _run(texts: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """The first captions that follow close on each other, each of another name, with no text of their own."""
    run = [found[0]]
    for before, one in itertools.pairwise(found):
        between = texts[before.number + 1 : one.number]
        if len(between) >= _ENTRY or any(len(text) > _LONG for text in between):
            break
        if any(one.name == other.name for other in run):
            break
        run.append(one)
    return run


