"""The numbers that Word counts before paragraphs (ISO/IEC 29500-1, 17.9).

In: the root of the numbering, and the styles; then the list and level of each paragraph, in their order.  Out: the number of
each, as Word shows it.  Lists that are set up alike (one abstract numbering) count on from each other, unless one sets its own start.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from conformed.basis.pattern import pattern
from conformed.document.word_counts import counted
from conformed.document.word_parts import W, is_on, val, whole
from conformed.document.word_styles import Looks, Style, Styles, looks

_LEVELS = 9
_LONGEST = 255  # characters between which the numbers of a level stand
_LINKS = 5  # from one numbering to another
_PLACES = pattern(r"%([1-9])")
_GAPS = {"tab": " ", "space": " ", "nothing": ""}
_OWN_SIGNS = range(0xE000, 0xF900)  # characters that mean something in one font only
_FIGURES = frozenset("decimal decimalZero none bullet".split())  # formats that a legal level leaves as they are
_ZEROS = pattern(r"0{1,8}1(?=,)")  # how a form of the user begins that fills up with zeros


class Number(NamedTuple):
    """What stands before a paragraph, and how it looks."""

    words: str
    looks: Looks


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    gap: str
    restart: int | None  # the level, from 1, behind which it starts again; 0 for none
    legal: bool
    style: str | None
    looks: Looks


class _Kind(NamedTuple):
    """An abstract numbering: its levels, and the numbers that are counted so far."""

    levels: Mapping[int, _Level]
    counts: list[int | None]


class Lists:
    """The lists of a document, as they are counted."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        """Take them from their part, where there is one."""
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._by_style: dict[str, str] = {}
        self._lists: dict[str, Any] = {}
        self._kinds: dict[str, _Kind] = {}
        self._own: dict[str, tuple[_Kind, Mapping[int, _Level], Mapping[int, int]] | None] = {}
        self._begun: set[tuple[str, int]] = set()
        for one in () if root is None else root.iterchildren(f"{W}abstractNum", f"{W}num"):
            if one.tag == f"{W}num":
                self._lists.setdefault(one.get(f"{W}numId") or "", one)
            else:
                name = one.get(f"{W}abstractNumId") or ""
                self._abstract.setdefault(name, one)
                if (style := val(one.find(f"{W}styleLink"))) is not None:
                    self._by_style.setdefault(style, name)

    def level(self, name: str, styles: Sequence[str]) -> int | None:
        """The level of a list that is tied to one of the styles, the nearest first."""
        held = self._list(name)
        tied = {level.style: at for at, level in held[1].items() if level.style} if held else {}
        return next((tied[style] for style in styles if style in tied), None)

    def place(self, properties: Any | None, style: Style) -> tuple[str, int] | None:
        """The list and level of a paragraph, by its properties and its style; None where it is of none."""
        own = None if properties is None else properties.find(f"{W}numPr")
        level = None if own is None else whole(val(own.find(f"{W}ilvl")))
        name = None if own is None else val(own.find(f"{W}numId"))
        if name is not None:
            level = level or 0
        else:
            name = style.list or "0"
            if level is None:
                level = self.level(name, style.names)
            if level is None:
                level = style.level or 0
        return None if name == "0" else (name, level)

    def undoing(self, name: str, at: int) -> Callable[[], None]:
        """What takes back the counting of the next paragraph of a list at a level."""
        held, begun = self._list(name), (name, at) in self._begun
        counts = held[0].counts if held else []
        before = list(counts)

        def undo() -> None:
            counts[:] = before
            if not begun:
                self._begun.discard((name, at))

        return undo

    def number(self, name: str, at: int) -> Number | None:
        """The number of the next paragraph of a list at a level, from 0; None where the list has no such level."""
        held = self._list(name)
        if held is None or at not in held[1]:
            return None
        kind, levels, starts = held
        counts, level, count = kind.counts, levels[at], kind.counts[at]
        if at in starts and (name, at) not in self._begun:
            count = None
        self._begun.add((name, at))
        counts[at] = starts.get(at, level.start) if count is None else count + 1
        for above in range(at):
            if above in levels and counts[above] is None:  # a level that is passed over counts as used
                counts[above] = starts.get(above, levels[above].start)
        for below in range(at + 1, _LEVELS):
            if below in levels and _starts_again(levels[below].restart, at):
                counts[below] = None
        return Number(_shown(at, levels, counts), level.looks)

    def _list(self, name: str) -> tuple[_Kind, Mapping[int, _Level], Mapping[int, int]] | None:
        """A list: how it is set up, its levels, and the starts that it sets itself."""
        if name not in self._own:
            self._own[name] = self._taken(name)
        return self._own[name]

    def _taken(self, name: str) -> tuple[_Kind, Mapping[int, _Level], Mapping[int, int]] | None:
        if name not in self._lists or (kind := self._kind(self._lists[name])) is None:
            return None
        levels, starts = dict(kind.levels), {}
        for own in self._lists[name].iterchildren(f"{W}lvlOverride"):
            at = whole(own.get(f"{W}ilvl"))
            if at is None or at >= _LEVELS:
                continue
            if (level := own.find(f"{W}lvl")) is not None:
                levels[at] = _level(level)
            if (start := whole(val(own.find(f"{W}startOverride")))) is not None:
                starts[at] = start
        return kind, levels, starts

    def _kind(self, one: Any) -> _Kind | None:
        """How a list is set up, also where that is left to a style, whose list is (17.9.21)."""
        name = val(one.find(f"{W}abstractNumId"))
        for _ in range(_LINKS):
            if name is None or name not in self._abstract:
                return None
            style = val(self._abstract[name].find(f"{W}numStyleLink"))
            if style is None:
                break
            linked = self._lists.get(self._styles.called(style).list or "")
            name = self._by_style.get(style) if linked is None else val(linked.find(f"{W}abstractNumId"))
        if name is None or name not in self._abstract:
            return None
        if name not in self._kinds:
            found = ((whole(level.get(f"{W}ilvl")), level) for level in self._abstract[name].iterchildren(f"{W}lvl"))
            levels = {at: _level(level) for at, level in found if at is not None and at < _LEVELS}
            self._kinds[name] = _Kind(levels, [None] * _LEVELS)
        return self._kinds[name]


def _starts_again(restart: int | None, at: int) -> bool:
    """Whether a level starts again behind a paragraph of the level `at` above it."""
    return restart is None or at < restart


def _shown(at: int, levels: Mapping[int, _Level], counts: Sequence[int | None]) -> str:
    """The number as its level writes it."""
    own = levels[at]
    if own.form == "bullet":
        return f"{own.text}{own.gap}" if own.text else ""

    def number(place: int) -> str:
        level = levels.get(place)
        if level is None or place > at:
            return ""
        count = counts[place]
        return "" if count is None else _formed(count, "decimal" if own.legal and level.form not in _FIGURES else level.form)

    said = _PLACES.sub(lambda found: number(int(found[1]) - 1), own.text)
    return f"{said}{own.gap}" if said.strip() else ""


def _formed(number: int, form: str) -> str:
    return f"{number:0{form.count('0') + 1}}" if form.startswith("0") else counted(number, form)


def _level(element: Any) -> _Level:
    form = _form(element)
    text = (val(element.find(f"{W}lvlText")) or "")[:_LONGEST]
    if form == "bullet" and len(text) == 1 and ord(text) in _OWN_SIGNS:
        text = "•"
    start, legal = whole(val(element.find(f"{W}start"))), element.find(f"{W}isLgl")
    return _Level(
        0 if start is None else start,
        form,
        text,
        _GAPS.get(val(element.find(f"{W}suff")) or "tab", " "),
        whole(val(element.find(f"{W}lvlRestart"))),
        legal is not None and is_on(legal),
        val(element.find(f"{W}pStyle")),
        looks(element.find(f"{W}rPr")),
    )


def _form(element: Any) -> str:
    """The format of a level; of one that fills up with zeros, how the number 1 is written."""
    found = next(iter(element.iter(f"{W}numFmt")), None)
    if val(found) != "custom":
        return val(found) or "decimal"
    zeros = _ZEROS.match(found.get(f"{W}format") or "") if found is not None else None
    return zeros[0] if zeros else "decimal"
