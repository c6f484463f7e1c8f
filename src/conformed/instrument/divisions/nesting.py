"""Which parts of an instrument stand within others: Attachment 2 of Exhibit A, Schedule 1 to the note in Exhibit C.

In: the captions of parts in the order of the text.  Out: the parts as a tree, and the captions that say again in
which part a page is.  A caption may say to what it belongs.  Where it does not, one of a kind that is open stands
beside that; of another kind, it stands within the part whose name comes again behind it, or whose words name it while
those of the instrument do not (what is attached is named where it is attached), or whose fellows go on behind it while
its own count begins anew; and as the others of its kind do.
"""

from collections.abc import Sequence

import msgspec

from conformed.basis.pattern import pattern
from conformed.document import Document
from conformed.instrument.divisions.part_captions import PART, name_of
from conformed.instrument.numbers.sections import figures, follows

_TO = pattern(r"(?:TO|To)\s(?!BE\b)")  # the line that says to what a part is attached
_ATTACHED = pattern(r"(?i:to)(?:\s(?i:the|form\sof|that)\b)*\s?")  # before what it is attached to
_WITH = pattern(r"(?:BETWEEN|AMONG|DATED|BY\sAND|AS\sOF)\b")  # how that line may go on
_BRACKETED = pattern(r"\([^()]{0,60}(?:\(\w{1,4}\)[^()]{0,20}){0,3}\)")  # which section speaks of a part
_QUOTES = "\"“”'‘’"
_FIRST = frozenset(("1", "a", "i", "one", "a-1"))  # with which a count begins
_TITLE = 140  # characters that the title of a part may have
_GAP = 2  # blank lines above a caption that stands alone
_OPENING = 8  # paragraphs in which the title of the instrument stands
MOST = 400  # captions of parts that are looked at for what stands within what: no instrument has so many
_LINES = 4  # below its caption, in which its title begins


class Part(msgspec.Struct, frozen=True):
    """A part: paragraphs `first` to `last` (exclusive), with the parts within it.

    `name` is its address: `Exhibit A`, `Exhibit A/Attachment 2`.
    """

    name: str
    title: str
    first: int
    last: int
    inner: tuple["Part", ...] = ()


class Found(msgspec.Struct, frozen=True):
    """A caption: its paragraph, the name in it, the words behind that, and how it stands apart: by a page end, by lines."""

    number: int
    name: str
    rest: str
    apart: tuple[bool, int]

    @property
    def kind(self) -> str:
        """The word before the letter or figure."""
        return self.name.rpartition(" ")[0] or self.name

    @property
    def value(self) -> str:
        """The letter or figure."""
        return self.name.rpartition(" ")[2]


class _Open(msgspec.Struct):
    """A part while those within it are gathered."""

    found: Found
    title: str
    inner: list["_Open"]


def stands_alone(apart: tuple[bool, int]) -> bool:
    """Whether a caption stands apart as one does at the top of a page."""
    turned, gap = apart
    return turned or gap >= _GAP


def nested(
    document: Document, texts: Sequence[str], found: Sequence[Found]
) -> tuple[tuple[Part, ...], frozenset[int]]:
    """The parts under these captions, and the paragraphs that repeat the name of one that is open."""
    tops: list[_Open] = []
    stack: list[_Open] = []
    heads: set[int] = set()
    body = _flat(texts, 0, found[0].number) if found else ""
    if len(found) > MOST:
        flat = [_Open(one, _title(texts, one, len(texts)), []) for one in found]
        return tuple(_closed(flat, len(texts), "")), frozenset()
    for place, one in enumerate(found):
        if any(one.name == above.found.name for above in stack) or _is_foot(document, one, stack):
            heads.add(one.number)
            continue
        other = (below.number for below in found[place + 1 :] if below.name != one.name)
        title = _title(texts, one, next(other, len(texts)))
        depth = _depth(texts, tops, stack, found, place, body)
        beside = stack[depth - 1].inner if depth else tops
        same = [other for other in beside if other.found.name == one.name]
        known = any(other.name == one.name for other in found[:place])
        if same or (known and not stands_alone(one.apart) and _said(texts, one) is None):
            if depth or not stack or not stands_alone(one.apart) or any(other.title == title for other in same):
                heads.add(one.number)
                continue
            depth = 1  # it begins anew, as what an instrument that is attached has attached to it
        opened = _Open(one, title, [])
        (stack[depth - 1].inner if depth else tops).append(opened)
        stack[depth:] = [opened]
    return tuple(_closed(tops, len(texts), "")), frozenset(heads)


def _closed(every: Sequence[_Open], end: int, prefix: str) -> list[Part]:
    closed = []
    for place, one in enumerate(every):
        last = every[place + 1].found.number if place + 1 < len(every) else end
        name = f"{prefix}{one.found.name}"
        closed.append(Part(name, one.title, one.found.number, last, tuple(_closed(one.inner, last, f"{name}/"))))
    return closed


def _depth(
    texts: Sequence[str], tops: Sequence[_Open], stack: Sequence[_Open], found: Sequence[Found], place: int, body: str
) -> int:
    """How many of the parts that are open stay open around the caption at `place`."""
    one, behind = found[place], found[place + 1 :]
    said = _said(texts, one) if stack else ""
    if said is not None:
        return _owner(texts, said, stack)
    alike = [depth for depth, above in enumerate(stack) if above.found.kind == one.kind]
    if alike == [0]:
        return 0
    if again := _again(stack, found, place, counted=bool(alike)):
        return again
    named = next(
        (d for d in range(len(stack), 0, -1) if _names(_flat(texts, stack[d - 1].found.number + 1, one.number), one.name)),
        0,
    )
    if _names(body, one.name, stack) and not (alike and named):
        return 0
    if alike:
        goes_on = (d for d in reversed(alike) if follows(stack[d].found.value, one.value))
        return next(goes_on, alike[0])
    outer = next((n for n, other in enumerate(behind) if _is_fellow(stack[0].found, other)), len(behind))
    anew = one.value.lower() in _FIRST or any(other.name == one.name for other in behind[outer:])
    as_before = one.kind in {inner.found.kind for top in tops for inner in top.inner}
    return named or int(as_before or (outer < len(behind) and anew))


def _is_fellow(one: Found, other: Found) -> bool:
    """Whether a caption is of the kind of one above it and counts on from that."""
    return other.kind == one.kind and figures(other.value) > figures(one.value)


def _again(stack: Sequence[_Open], found: Sequence[Found], place: int, *, counted: bool) -> int:
    """The depth within the part that is open and named again at the caption at `place`.

    Its name stands over that, or unless the kind of that is `counted` already, over what is behind it; or the part
    has no words but its caption.
    """
    one, before = found[place], found[place - 1]
    for depth in range(len(stack), 0, -1):
        above = stack[depth - 1].found
        if above.kind == one.kind:
            continue
        fellow = next((other for other in found[place + 1 :] if other.kind == above.kind), None)
        over = before.name == above.name and above.number < before.number == one.number - 1 and one.apart < before.apart
        under = fellow is not None and fellow.name == above.name and fellow.rest in ("", above.rest)
        if over or (under and not counted):
            return depth
    top = stack[-1].found
    bare = not (counted or top.rest) and one.number == top.number + 1 and one.apart < top.apart
    return len(stack) if bare else 0


def _said(texts: Sequence[str], one: Found) -> str | None:
    """To what a part is attached, where its caption or the line below says so."""
    below = texts[one.number + 1] if one.number + 1 < len(texts) else ""
    if one.rest.lower() == "to":
        return below
    line = one.rest or (below if _TO.match(below) else "")
    match = _ATTACHED.match(line)
    return line[match.end() :] if match else None


def _owner(texts: Sequence[str], said: str, stack: Sequence[_Open]) -> int:
    """The depth within the part to which one is attached: by its name, or its title; 0 where none that is open is meant."""
    match = PART.match(said)
    name = name_of(match) if match else None
    words = _letters(said)
    own = (_letters(line) for line in texts[:_OPENING] if len(line) <= _TITLE and line[-1] != ".")
    if name is None and any(words in line for line in own):
        return 0
    for depth in range(len(stack), 0, -1):
        above = stack[depth - 1]
        title = _letters(above.title).removeprefix("formof")
        titled = title.startswith(words) or title.endswith(words) or words.startswith(title)
        if name == above.found.name or (name is None and title and words and titled):
            return depth
    return 0


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _flat(texts: Sequence[str], first: int, last: int) -> str:
    """The words of paragraphs in small letters, without the marks that may stand within a name: `Exhibit "A"`."""
    words = " ".join(texts[first:last]).lower()
    for mark in _QUOTES:
        words = words.replace(mark, "")
    return words


def _names(words: str, name: str, stack: Sequence[_Open] = ()) -> bool:
    """Whether words name a part, and not one of those that are open with it: `Exhibit A, Attachment 1`.

    `Schedule 1` does not stand in `Schedule 1.1`.
    """
    wanted = name.lower()
    outer = tuple(above.found.name.lower() for above in stack)
    at = words.find(wanted)
    while at >= 0:
        behind = words[at + len(wanted) : at + len(wanted) + 2]
        whole = not (behind[:1].isalnum() or (behind[:1] in ".-(" and behind[1:].isalnum()))
        if whole and not words[:at].rstrip(" ,").endswith(outer):
            return True
        at = words.find(wanted, at + 1)
    return False


def _is_foot(document: Document, one: Found, stack: Sequence[_Open]) -> bool:
    """Whether a caption is the number of a page of an open part: `Exhibit A-2` as the last line of a page of Exhibit A."""
    stem, _, count = one.name.rpartition("-")
    first, end = document.paragraphs[one.number].lines
    ends = end >= len(document.lines) or document.lines[end].turned
    known = any(stem == above.found.name for above in stack)
    return known and count.isdecimal() and ends and not document.lines[first].turned


def _title(texts: Sequence[str], one: Found, last: int) -> str:
    """The title of a part: behind its name, below its caption, or below `TO CREDIT AGREEMENT`."""
    rest = one.rest
    if rest and rest != "to" and not rest.lower().startswith("to ") and not _BRACKETED.fullmatch(rest):
        return rest[:_TITLE]
    caption = texts[one.number].lower()
    below = [line for line in texts[one.number + 1 : min(last, one.number + 1 + _LINES)] if not line.lower().startswith(caption)]
    if below and _TO.match(below[0]) and len(below[0]) <= _TITLE:
        below = [line for line in below[1:] if not _WITH.match(line)] or below
    return below[0][:_TITLE] if below else ""
